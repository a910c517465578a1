/* Tests house styles: what is read, what is mended, and what a bad one gets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-palette.h"
#include "tb-theme.h"

#include "tb-chart-spec.h"
#include "tb-test-texts.h"

#include <string.h>

/* The least PNG: one grey pixel. */
#define LOGO "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="

static TbHouseStyle *
read_good (const char *json)
{
  g_autoptr (GError) error = NULL;
  TbHouseStyle *style = tb_house_style_from_json (json, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (style);

  return style;
}

static void
assert_color (TbColor color,
              guint32 rgb)
{
  g_assert_cmpfloat (tb_color_difference (color, tb_color_from_rgb (rgb)), <, 0.01);
}

/* Without a house, and with one that gives nothing, the usual themes. */
static void
test_nothing (void)
{
  g_autoptr (TbHouseStyle) house = read_good ("{\"tongbi\": \"theme/1\"}");

  for (int style = TB_STYLE_LIGHT; style <= TB_STYLE_HIGH_CONTRAST_DARK; style++)
    {
      const TbTheme *usual = tb_theme_get ((TbStyle) style);
      const TbTheme *theme = tb_theme_find ((TbStyle) style, house);

      g_assert_true (tb_theme_find ((TbStyle) style, NULL) == usual);
      g_assert_cmpstr (theme->family, ==, usual->family);
      g_assert_cmpmem (&theme->background, 5 * sizeof (TbColor), &usual->background, 5 * sizeof (TbColor));
      g_assert_cmpmem (theme->series, sizeof theme->series, usual->series, sizeof usual->series);
      g_assert_cmpmem (&theme->target, 5 * sizeof (TbColor), &usual->target, 5 * sizeof (TbColor));
      g_assert_null (theme->logo);
    }
}

static void
test_all (void)
{
  g_autoptr (TbHouseStyle) house = read_good (
    "{\"tongbi\": \"theme/1\", \"name\": \"x\", \"fonts\": [\"FZHei\", \"Source Han Sans SC\"],"
    " \"sizes\": {\"title\": 26, \"note\": 12}, \"margin\": 30,"
    " \"colors\": {\"common\": {\"series\": [\"#0b4f8a\"], \"good\": \"#00507A\"},"
    "  \"light\": {\"background\": \"#FBFAF7\", \"text_muted\": \"#5C6370\"}}, \"logo\": \"" LOGO "\"}");
  const TbTheme *light = tb_theme_find (TB_STYLE_LIGHT, house);
  const TbTheme *dark = tb_theme_find (TB_STYLE_DARK, house);
  int width = 0;
  int height = 0;

  g_assert_true (g_str_has_prefix (light->family, "FZHei, Source Han Sans SC, Noto Sans CJK SC"));
  g_assert_cmpfloat (light->title_px, ==, 26);
  g_assert_cmpfloat (light->note_px, ==, 12);
  g_assert_cmpfloat (light->label_px, ==, tb_theme_get (TB_STYLE_LIGHT)->label_px);
  g_assert_cmpfloat (dark->margin_px, ==, 30);
  assert_color (light->background, 0xFBFAF7);
  assert_color (light->series[0], 0x0B4F8A);
  assert_color (light->good, 0x00507A);
  /* On a dark page the same blue is lighter, and still blue. */
  g_assert_cmpfloat (tb_color_contrast (dark->series[0], dark->background), >=, 3);
  g_assert_cmpfloat (dark->series[0].b, >, dark->series[0].r);
  g_assert_cmpfloat (tb_color_contrast (dark->good, dark->background), >=, 4.5);
  g_assert_true (tb_logo_get_size (light->logo, &width, &height));
  g_assert_cmpint (width, ==, 1);
  g_assert_cmpint (height, ==, 1);
  g_assert_nonnull (strstr (tb_house_style_get_json (house), "\"fonts\":[\"FZHei\""));
  {
    g_autoptr (TbHouseStyle) again = read_good (tb_house_style_get_json (house));

    g_assert_cmpstr (tb_house_style_get_json (again), ==, tb_house_style_get_json (house));
  }
}

/* A page turned dark takes all usual colours with it. */
static void
test_background (void)
{
  g_autoptr (TbHouseStyle) house = read_good ("{\"tongbi\": \"theme/1\", \"colors\": {\"light\": {\"background\": "
                                              "\"#0A2540\"}}}");
  const TbTheme *theme = tb_theme_find (TB_STYLE_LIGHT, house);

  g_assert_cmpfloat (tb_color_contrast (theme->text, theme->background), >=, 7);
  g_assert_cmpfloat (tb_color_contrast (theme->text_muted, theme->background), >=, 4.5);
  g_assert_cmpfloat (tb_color_contrast (theme->grid, theme->background), <, 2);
  for (int i = 0; i < TB_N_SERIES_COLORS; i++)
    g_assert_cmpfloat (tb_color_contrast (theme->series[i], theme->background), >=, 3);
}

/* What follows the colours of the house is unlike them: here all but our blue. */
static void
test_followers (void)
{
  g_autoptr (TbHouseStyle) house = read_good ("{\"tongbi\": \"theme/1\", \"colors\": {\"common\": {\"series\": "
                                              "[\"#D9580F\"]}}}");
  const TbTheme *theme = tb_theme_find (TB_STYLE_LIGHT, house);

  for (int i = 0; i < 4; i++)
    for (int k = 0; k < i; k++)
      g_assert_cmpfloat (tb_color_difference (theme->series[i], theme->series[k]), >=, 10);
}

/* A wine red and a dark teal are far apart, and both too dark for a dark page:
 * there they are still two colours. */
static void
test_moved (void)
{
  g_autoptr (TbHouseStyle) house = read_good ("{\"tongbi\": \"theme/1\", \"colors\": {\"common\": "
                                              "{\"series\": [\"#7A1F3D\", \"#C98B1B\", \"#2F6F73\"]}}}");

  assert_color (tb_theme_find (TB_STYLE_LIGHT, house)->series[2], 0x2F6F73);
  for (int style = TB_STYLE_LIGHT; style <= TB_STYLE_HIGH_CONTRAST_DARK; style++)
    {
      const TbTheme *theme = tb_theme_find ((TbStyle) style, house);

      g_assert_cmpfloat (tb_color_contrast (theme->series[2], theme->background), >=, 3);
      for (int vision = 0; vision < TB_N_VISIONS; vision++)
        g_assert_cmpfloat (tb_color_difference (tb_color_simulate (theme->series[0], (TbVision) vision),
                                                tb_color_simulate (theme->series[2], (TbVision) vision)), >=, 5);
    }
}

typedef struct
{
  const char *json;     /* after "tongbi" */
  const char *message;  /* how the message begins */
} Bad;

/* Contrasts after WCAG 2.2's formula, reckoned apart: #DDDDDD on white 1.36,
 * #999999 on white 2.85, #777777 on white 4.48. */
static const Bad bad[] = {
  { ", \"colours\": {}", "/colours: unknown member" },
  { ", \"colors\": []", "/colors: expected an object, found an array" },
  { ", \"colors\": {\"sepia\": {}}", "/colors/sepia: unknown member" },
  { ", \"colors\": {\"common\": {\"text\": \"#000000\"}}", "/colors/common/text: unknown member" },
  { ", \"colors\": {\"light\": {\"txt\": \"#000000\"}}", "/colors/light/txt: unknown member" },
  { ", \"colors\": {\"light\": {\"text\": \"black\"}}", "/colors/light/text: “black” is no color" },
  { ", \"colors\": {\"light\": {\"text\": \"#12345\"}}", "/colors/light/text: “#12345” is no color" },
  { ", \"colors\": {\"light\": {\"text\": \"#12345g\"}}", "/colors/light/text: “#12345g” is no color" },
  { ", \"colors\": {\"light\": {\"text\": 0}}", "/colors/light/text: expected a string, found a number" },
  { ", \"colors\": {\"light\": {\"text\": \"#777777\"}}",
    "/colors/light/text: the contrast with the background is 4.48, expected at least 4.5" },
  { ", \"colors\": {\"light\": {\"series\": [\"#123456\", \"#DDDDDD\"]}}",
    "/colors/light/series/1: the contrast with the background is 1.36, expected at least 3" },
  { ", \"colors\": {\"high-contrast\": {\"series\": [\"#777777\"]}}", "/colors/high-contrast/series/0: the contrast" },
  { ", \"colors\": {\"light\": {\"grid\": \"#000000\"}}",
    "/colors/light/grid: the contrast with the background is 21.00, expected at most" },
  { ", \"colors\": {\"high-contrast\": {\"background\": \"#767676\"}}",
    "/colors/high-contrast/background: the contrast" },
  { ", \"colors\": {\"light\": {\"series\": []}}", "/colors/light/series: expected 1 to 8 colors, found 0" },
  { ", \"colors\": {\"light\": {\"series\": \"#000000\"}}", "/colors/light/series: expected an array" },
  /* One colour but for red and green of like lightness: Machado's matrices make both olive. */
  { ", \"colors\": {\"light\": {\"series\": [\"#B04040\", \"#607030\"]}}", "/colors/light/series/1: not everyone" },
  { ", \"colors\": {\"common\": {\"good\": \"#557a1c\", \"bad\": \"#a5551b\"}}", "/colors/common/bad: not everyone" },
  { ", \"fonts\": \"Hei\"", "/fonts: expected an array of strings, found a string" },
  { ", \"fonts\": []", "/fonts: expected 1 to 8 names, found 0" },
  { ", \"fonts\": [\"\"]", "/fonts/0: “” is no name" },
  { ", \"fonts\": [\"A\", \"B, C\"]", "/fonts/1: “B, C” is no name" },
  { ", \"sizes\": {\"note\": 11}", "/sizes/note: expected a number from 12 to 48" },
  { ", \"sizes\": {\"notes\": 12}", "/sizes/notes: unknown member" },
  { ", \"margin\": 5", "/margin: expected a number from 6 to 96" },
  { ", \"margin\": true", "/margin: expected a number, found true or false" },
  { ", \"name\": 1", "/name: expected a string, found a number" },
  { ", \"logo\": \"\"", "/logo: expected a PNG image" },
  { ", \"logo\": \"R0lGODlhAQABAAAAACw=\"", "/logo: expected a PNG image" },
  { ", \"margin\": 10, \"margin\": 20", "/margin: “margin” is given twice" },
  { ", \"colors\": {\"light\": {\"bad\": \"#a5551b\", \"bad\": \"#a5551b\"}}", "/colors/light/bad: “bad” is given" },
  { ", \"name\": \"a\\u0000\"", "/: a text holds U+0000" },
  { ", \"logo\": {}", "/logo: expected a string" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *json = g_strconcat ("{\"tongbi\": \"theme/1\"", bad[i].json, "}", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (TbHouseStyle) house = tb_house_style_from_json (json, -1, &error);
      const char *message;

      g_test_message ("%s: %s", bad[i].json, error != NULL ? error->message : "taken");
      g_assert_null (house);
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SPEC);
      /* What holds of the whole document has no place. */
      message = g_str_has_prefix (bad[i].message, "/:") ? error->message : tb_test_skip_place (error->message);
      g_assert_true (g_str_has_prefix (message, bad[i].message));
    }
}

/* Lines and columns are counted by hand, in letters. */
static void
test_places (void)
{
  static const struct { const char *json; const char *message; } places[] = {
    { "{\"tongbi\": \"theme/1\",\n \"margin\": \"wide\"}", "Line 2, column 12: /margin: " },
    { "{\"tongbi\": \"theme/1\", \"name\": \"统计局\", \"margin\": \"wide\"}", "Line 1, column 48: /margin: " },
    { "{\"tongbi\": \"theme/1\",\n \"name\": }", "Line 2, column 10: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TbHouseStyle) house = tb_house_style_from_json (places[i].json, -1, &error);

      g_test_message ("%s", error != NULL ? error->message : "taken");
      g_assert_null (house);
      g_assert_true (g_str_has_prefix (error->message, places[i].message));
    }
}

static void
test_no_document (void)
{
  static const char *const texts[] = { "", "[]", "{", "{}", "{\"tongbi\": \"chart/1\"}", "\xFF" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TbHouseStyle) house = tb_house_style_from_json (texts[i], -1, &error);

      g_assert_null (house);
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SPEC);
    }
}

/* Every cut of a PNG is no whole one, and none is read beyond its end. */
static void
test_cut_logo (void)
{
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (LOGO, &length);

  for (gsize n = 0; n < length; n++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (bytes, n);
      int width;
      int height;

      g_assert_false (tb_logo_get_size (cut, &width, &height));
    }
}

/* Of every byte behind the head one bit is wrong: no checksum misses that (CRC-32). */
static void
test_spoilt_logo (void)
{
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (LOGO, &length);
  g_autoptr (GBytes) whole = g_bytes_new (bytes, length);

  g_assert_true (tb_logo_is_sound (whole));
  for (gsize i = 8; i < length; i++)
    {
      g_autoptr (GBytes) spoilt = NULL;

      bytes[i] ^= 1;
      spoilt = g_bytes_new (bytes, length);
      bytes[i] ^= 1;
      g_assert_false (tb_logo_is_sound (spoilt));
    }
}

/* Chunks whose checksums are right, made with zlib.crc32 of Python: without data, with
 * data that is not zlib's, and with too few for 4096 × 4096 px. */
static void
test_empty_logo (void)
{
  static const char *const logos[] = {
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAAAElFTkSuQmCC",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAAAElEQVQ1rwYeAAAAAElFTkSuQmCC",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACElEQVRnYXJiYWdlISZe+ewAAAAASUVORK5CYII=",
    "iVBORw0KGgoAAAANSUhEUgAAEAAAABAACAAAAADXyHvLAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (logos); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"tongbi\": \"theme/1\", \"logo\": \"%s\"}", logos[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TbHouseStyle) house = tb_house_style_from_json (json, -1, &error);

      g_assert_null (house);
      g_assert_true (g_str_has_prefix (tb_test_skip_place (error->message), "/logo: expected a PNG image"));
    }
}

static void
test_large_logo (void)
{
  g_autofree char *large = g_strnfill (800 * 1024, 'A');
  g_autofree char *json = g_strdup_printf ("{\"tongbi\": \"theme/1\", \"logo\": \"%s\"}", large);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbHouseStyle) house = tb_house_style_from_json (json, -1, &error);

  g_assert_null (house);
  g_assert_cmpstr (error->message, ==, "Line 1, column 31: /logo: the logo is larger than 512 KiB");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/house-style/nothing", test_nothing);
  g_test_add_func ("/house-style/all", test_all);
  g_test_add_func ("/house-style/background", test_background);
  g_test_add_func ("/house-style/followers", test_followers);
  g_test_add_func ("/house-style/moved", test_moved);
  g_test_add_func ("/house-style/bad", test_bad);
  g_test_add_func ("/house-style/places", test_places);
  g_test_add_func ("/house-style/no-document", test_no_document);
  g_test_add_func ("/house-style/cut-logo", test_cut_logo);
  g_test_add_func ("/house-style/spoilt-logo", test_spoilt_logo);
  g_test_add_func ("/house-style/empty-logo", test_empty_logo);
  g_test_add_func ("/house-style/large-logo", test_large_logo);

  return g_test_run ();
}
