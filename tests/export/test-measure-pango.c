/* Text measured by Pango.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-measure-pango.h"
#include "tb-shaped-text.h"
#include "tb-test-scene.h"

#include <math.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbTextMeasure, tb_measure_pango_free)

/* A Chinese character is an em wide in every font of the kind; where it is not,
 * there is no such font here. */
static gboolean
has_font (void)
{
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("zh-CN");
  const TbFont font = { TB_TEST_FAMILY, 100, TB_WEIGHT_REGULAR };

  if (fabs (measure->measure (measure, &font, "年").width - 100) < 0.1)
    return TRUE;
  g_test_skip ("no Noto Sans CJK SC here");

  return FALSE;
}

/* Advances in thousandths of an em, as the font's table tells them. */
static void
test_widths (void)
{
  static const struct { const char *text; double em; } rows[] = {
    { "", 0 }, { "上半年", 3 }, { "2021", 4 * 0.555 }, { "2021年", 4 * 0.555 + 1 }, { "，", 1 },
  };
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("zh-CN");

  if (!has_font ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      static const double sizes[] = { 7.3, 12, 100 };

      for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          const TbFont font = { TB_TEST_FAMILY, sizes[j], TB_WEIGHT_REGULAR };

          /* Pango counts in 1/1024 px. */
          g_assert_cmpfloat_with_epsilon (measure->measure (measure, &font, rows[i].text).width, rows[i].em * sizes[j],
                                          0.02);
        }
    }
}

/* Figures below each other line up, in fonts whose 1 is narrower by itself. */
static void
test_digits (void)
{
  static const char *const families[] = { TB_TEST_FAMILY, "Inter" };
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      const TbFont font = { families[i], 100, TB_WEIGHT_REGULAR };
      double zeros = measure->measure (measure, &font, "0000").width;

      for (char digit = '1'; digit <= '9'; digit++)
        {
          const char text[] = { digit, digit, digit, digit, '\0' };

          g_assert_cmpfloat_with_epsilon (measure->measure (measure, &font, text).width, zeros, 0.02);
        }
    }
}

/* What is painted is as wide as what was measured. */
static void
test_painted (void)
{
  static const char *const texts[] = { "2021年上半年", "1,111.1", "−3.2%", "Growth, year on year", "ﬁeld, AVATAR, 1/2",
                                       " a  b " };
  static const char *const families[] = { TB_TEST_FAMILY, "Inter", "No Such Family" };
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("zh-CN");

  for (gsize i = 0; i < G_N_ELEMENTS (texts) * G_N_ELEMENTS (families); i++)
    {
      const TbSceneInfo info = { .width = 10, .height = 10, .language = "zh-CN" };
      const TbFont font = { families[i % 3], 17.3, i % 2 == 0 ? TB_WEIGHT_REGULAR : TB_WEIGHT_BOLD };
      TbTextExtents extents = measure->measure (measure, &font, texts[i / 3]);
      TbSceneBuilder *builder = tb_scene_builder_new (&info);
      g_autoptr (TbScene) scene = NULL;
      g_autoptr (TbShapedText) shaped = NULL;
      gsize n;

      tb_scene_builder_text (builder, texts[i / 3], &font, (TbColor) { 0 }, TB_ANCHOR_END, 0, 0, extents, TB_NO_DATUM);
      scene = tb_scene_builder_finish (builder);
      shaped = tb_shaped_text_new (scene);
      /* Its end is at 0. */
      g_assert_cmpfloat_with_epsilon (tb_shaped_text_get_x (shaped, tb_scene_get_nodes (scene, &n)), -extents.width,
                                      1e-6);
    }
}

static void
test_cache (void)
{
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("zh-CN");
  const TbFont regular = { TB_TEST_FAMILY, 20, TB_WEIGHT_REGULAR };
  const TbFont bold = { TB_TEST_FAMILY, 20, TB_WEIGHT_BOLD };
  double first = measure->measure (measure, &regular, "Growth").width;

  g_assert_cmpfloat (measure->measure (measure, &bold, "Growth").width, >, first);
  g_assert_cmpfloat (measure->measure (measure, &regular, "Growth").width, ==, first);
}

/* Labels in a row share a baseline, whatever they say. */
static void
test_height_is_the_fonts (void)
{
  static const char *const texts[] = { "2021", "上半年", "gjpqy", "ÄÅ", "" };
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("zh-CN");
  const TbFont font = { TB_TEST_FAMILY, 20, TB_WEIGHT_REGULAR };
  TbTextExtents first = measure->measure (measure, &font, texts[0]);

  for (gsize i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      TbTextExtents extents = measure->measure (measure, &font, texts[i]);

      g_assert_cmpfloat (extents.ascent, ==, first.ascent);
      g_assert_cmpfloat (extents.descent, ==, first.descent);
    }
  g_assert_cmpfloat (first.ascent + first.descent, >=, 20);
  g_assert_cmpfloat (first.ascent + first.descent, <=, 26.01);
}

/* The middle of the box is the middle of the capitals: 0.733 em high in this font. */
static void
test_box_is_centred_on_capitals (void)
{
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("zh-CN");
  const TbFont font = { TB_TEST_FAMILY, 100, TB_WEIGHT_REGULAR };
  TbTextExtents extents;

  if (!has_font ())
    return;
  extents = measure->measure (measure, &font, "2021");
  g_assert_cmpfloat_with_epsilon ((extents.ascent - extents.descent) / 2, 73.3 / 2, 0.5);
}

/* In em: 1 a Chinese character, 0.555 a digit. */
static void
test_break (void)
{
  static const struct { const char *why; const char *text; double em; const char *first; } rows[] = {
    { "all fits", "上半年", 3, "上半年" },
    { "between Chinese characters", "新增基站数量", 3.5, "新增基" },
    { "no line begins with a comma", "上半年，全年", 3.5, "上半" },
    { "nor with a closing bracket", "（预计）全年", 3.5, "（预" },
    { "no line ends with an opening one", "全年（预计）", 3.5, "全年" },
    { "nor with an opening quote", "全年“预计”", 2.9, "全年" },
    { "a number keeps its unit", "新增3500个", 4.5, "新增" },
    { "and its power of ten", "投资1.2万亿元整", 5.5, "投资" },
    { "a percentage keeps its sign", "增长12.5%", 4, "增长" },
    { "at a space, which stays behind", "基站 stations", 3, "基站 " },
    { "spaces at the end do not count", "基站   stations", 2.01, "基站   " },
    { "at least one character", "基站", 0.3, "基" },
    { "no width at all", "基站", 0, "基" },
    { "never inside of a character and its accent", "a\xCC\x81" "b", 0.1, "a\xCC\x81" },
  };
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("zh-CN");
  const TbFont font = { TB_TEST_FAMILY, 100, TB_WEIGHT_REGULAR };

  if (!has_font ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize at = measure->break_line (measure, &font, rows[i].text, rows[i].em * 100);
      g_autofree char *first = g_strndup (rows[i].text, at);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (first, ==, rows[i].first);
    }
}

static char *
make_text (void)
{
  static const char *const pieces[] = { "年", "基站", "，", "。", "（", "）", " ", "5G", "2021", "0.35", "万", "亿", "元",
                                        "station", "…", "、", "%", "“", "”", "a", "-", "国内生产总值" };
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (1, 60);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free_and_steal (text);
}

/* Whatever the text: lines go on to the end, lose nothing, and fit where a
 * single character does. */
static void
check_lines (const TbTextMeasure *measure,
             const char          *text,
             double               width)
{
  const TbFont font = { TB_TEST_FAMILY, 10, TB_WEIGHT_REGULAR };

  for (const char *p = text; *p != '\0';)
    {
      gsize at = measure->break_line (measure, &font, p, width);
      g_autofree char *line = g_strndup (p, at);

      g_assert_cmpuint (at, >, 0);
      g_assert_cmpuint (at, <=, strlen (p));
      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_strchomp (line);
      if (g_utf8_strlen (line, -1) > 1 && measure->measure (measure, &font, line).width > width + 0.1)
        g_error ("“%s” of “%s” is wider than %.3f", line, text, width);
      p += at;
    }
}

static void
test_break_any_text (void)
{
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("zh-CN");

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *text = make_text ();

      check_lines (measure, text, g_test_rand_double_range (0, 200));
    }
}

static gpointer
measure_cb (gpointer data)
{
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new ("zh-CN");
  const TbFont font = { TB_TEST_FAMILY, 13.5, TB_WEIGHT_BOLD };
  double *sum = g_new0 (double, 1);

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d年新增5G基站 stations", i);

      *sum += measure->measure (measure, &font, text).width;
    }

  return sum;
}

static void
test_threads (void)
{
  GThread *threads[3];
  g_autofree double *expected = measure_cb (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("measure", measure_cb, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree double *sum = g_thread_join (threads[i]);

      g_assert_cmpfloat (*sum, ==, *expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/measure-pango/widths", test_widths);
  g_test_add_func ("/measure-pango/digits", test_digits);
  g_test_add_func ("/measure-pango/painted", test_painted);
  g_test_add_func ("/measure-pango/cache", test_cache);
  g_test_add_func ("/measure-pango/height-is-the-fonts", test_height_is_the_fonts);
  g_test_add_func ("/measure-pango/box-is-centred-on-capitals", test_box_is_centred_on_capitals);
  g_test_add_func ("/measure-pango/break", test_break);
  g_test_add_func ("/measure-pango/break-any-text", test_break_any_text);
  g_test_add_func ("/measure-pango/threads", test_threads);

  return g_test_run ();
}
