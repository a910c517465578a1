/* Documents in cut fonts look and read as those in whole ones, in every script
 * and kind of font; and fonts that cannot be cut are drawn as they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-document-fonts.h"
#include "tb-export-private.h"
#include "tb-font-subset-private.h"
#include "tb-pango-private.h"
#include "tb-test-image.h"
#include "tb-test-program.h"

#include <pango/pangofc-fontmap.h>
#include <string.h>

typedef struct
{
  const char   *name;
  const char   *family;
  TbFontWeight  weight;
  const char   *text;
  guint         n_uncut;   /* fonts that stay whole; sizes, where they are not outlines */
  const char   *needs;     /* families that the row is about; NULL: any */
  double        share_pct; /* pixels that may differ: boxes of missing characters move by a part of one */
  gboolean      is_variable;  /* Cairo embeds the wrong outlines of its larger size: the image of it is right */
} Row;

static const Row rows[] = {
  /* Kinds of font: what a font's own tables say of it (pdffonts, `fc-query`). */
  { "cff-collection", "Noto Sans CJK SC", TB_WEIGHT_REGULAR, "2021年上半年同比增长12.5%", 0, "Noto Sans CJK SC" },
  { "cff-collection-bold", "Noto Sans CJK SC", TB_WEIGHT_BOLD, "2021年上半年同比增长12.5%", 0, "Noto Sans CJK SC" },
  { "truetype-collection", "WenQuanYi Micro Hei", TB_WEIGHT_REGULAR, "国内生产总值，亿元", 0, "WenQuanYi Micro Hei" },
  { "truetype-made-bold", "WenQuanYi Micro Hei", TB_WEIGHT_BOLD, "国内生产总值，亿元", 2, "WenQuanYi Micro Hei" },
  { "cff", "Inter", TB_WEIGHT_BOLD, "GDP grew by 5.2 %", 0, "Inter" },
  { "truetype-variable", "Inter Variable", TB_WEIGHT_REGULAR, "GDP grew by 5.2 %", 0, "Inter Variable", 0, TRUE },
  { "truetype-variable-bold", "Inter Variable", TB_WEIGHT_BOLD, "GDP grew by 5.2 %", 0, "Inter Variable", 0, TRUE },
  { "cff2-variable", "Cantarell", TB_WEIGHT_BOLD, "GDP grew by 5.2 %", 1, "Cantarell" },
  { "colours", "Noto Color Emoji", TB_WEIGHT_REGULAR, "📈📉", 2, "Noto Color Emoji" },
  /* Scripts. */
  { "cyrillic", "DejaVu Sans", TB_WEIGHT_REGULAR, "Валовой внутренний продукт", 0, "DejaVu Sans" },
  { "arabic", "DejaVu Sans", TB_WEIGHT_REGULAR, "الناتج المحلي 2021", 0, "DejaVu Sans" },
  { "hebrew", "DejaVu Sans", TB_WEIGHT_BOLD, "תוצר מקומי גולמי", 0, "DejaVu Sans" },
  { "combining", "DejaVu Sans", TB_WEIGHT_REGULAR, "e\xCC\x81 a\xCC\xA3\xCC\x88 o\xCC\x84\xCC\x81", 0, "DejaVu Sans" },
  { "ligatures", "DejaVu Sans", TB_WEIGHT_REGULAR, "office, efficient, waffle", 0, "DejaVu Sans" },
  { "all-at-once", "Noto Sans CJK SC", TB_WEIGHT_REGULAR, "GDP 国内生产总值 ВВП الناتج תוצר ±3°", 0,
    "Noto Sans CJK SC,DejaVu Sans" },
  { "with-emoji", "Noto Sans CJK SC", TB_WEIGHT_REGULAR, "增长 📈 5%", 2, "Noto Color Emoji" },
  { "beyond-the-bmp", "Noto Sans CJK SC", TB_WEIGHT_REGULAR, "𠮷野家𠀋", 0, "Noto Sans CJK SC" },
  { "no-font-has-it", "DejaVu Sans", TB_WEIGHT_REGULAR, "a\U000F0000b", 0, "DejaVu Sans", 0.3 },
  { "nothing", "DejaVu Sans", TB_WEIGHT_REGULAR, "", 0, NULL },
};

static gboolean
has_family (const char *families)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  g_auto (GStrv) names = g_strsplit (families != NULL ? families : "", ",", -1);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (pango_font_map_get_family (map, names[i]) == NULL)
        {
          g_test_skip_printf ("no %s here", names[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static void
add_text (TbSceneBuilder *builder,
          const Row      *row,
          double          size_px,
          double          y)
{
  const TbFont font = { row->family, size_px, row->weight };

  tb_scene_builder_text (builder, row->text, &font, (TbColor) { 0, 0, 0, 1 }, TB_ANCHOR_START, 10, y,
                         (TbTextExtents) { 0 }, TB_NO_DATUM);
}

static TbScene *
new_scene (const Row *row)
{
  const TbSceneInfo info = { .width = 480, .height = 90, .title = row->name, .language = "zh-CN",
                             .background = { 1, 1, 1, 1 } };
  TbSceneBuilder *builder = tb_scene_builder_new (&info);

  /* Two sizes of a font are one font. */
  add_text (builder, row, 24, 36);
  add_text (builder, row, 13.5, 70);

  return tb_scene_builder_finish (builder);
}

static GBytes *
write_pdf (const Row  *row,
           TbPdfFonts  fonts)
{
  g_autoptr (TbScene) scene = new_scene (row);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tb_pdf_write (scene, NULL, fonts, &error);

  g_assert_no_error (error);

  return pdf;
}

static GBytes *
draw_png (const Row *row)
{
  const TbExportOptions options = { .dpi = 192 };
  g_autoptr (TbScene) scene = new_scene (row);
  g_autoptr (GError) error = NULL;
  GBytes *png = tb_export_to_png (scene, &options, &error);

  g_assert_no_error (error);

  return png;
}

static void
compare_looks (const Row *row,
               GBytes    *whole,
               GBytes    *cut)
{
  static const char *const command[] = { "pdftoppm", "-r", "192", "-png", "-", NULL };
  g_autoptr (GBytes) expected = row->is_variable ? draw_png (row) : tb_test_program_run (whole, command);
  g_autoptr (GBytes) actual = expected != NULL ? tb_test_program_run (cut, command) : NULL;
  g_autofree char *name = g_strconcat ("document-fonts-", row->name, NULL);

  /* Cairo moves letters of images by up to a quarter of a pixel. */
  if (actual != NULL && row->is_variable)
    tb_test_image_compare (name, expected, actual, (TbTestImageTolerance) { 64, 255, 0.8 });
  else if (actual != NULL)
    tb_test_image_compare (name, expected, actual, (TbTestImageTolerance) { 2, 128, MAX (row->share_pct, 0.05) });
}

/* Emoji are pictures to Cairo: pdftotext finds some, and breaks lines at others.
 * What is left must be the same. */
static void
drop_pictures (char *text)
{
  char *to = text;
  gboolean has_pictures = strstr (text, "📈") != NULL;

  for (const char *p = text; has_pictures && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x1F000 && !g_unichar_isspace (c))
        to += g_unichar_to_utf8 (c, to);
    }
  if (has_pictures)
    *to = '\0';
}

static gboolean
is_leftward (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW)
        return TRUE;
    }

  return FALSE;
}

static void
compare_texts (const Row *row,
               GBytes    *whole,
               GBytes    *cut)
{
  static const char *const command[] = { "pdftotext", "-raw", "-", "-", NULL };
  g_autofree char *expected = tb_test_program_dup_text (whole, command);
  g_autofree char *actual = expected != NULL ? tb_test_program_dup_text (cut, command) : NULL;
  g_autofree char *expected_normal = NULL;
  g_autofree char *actual_normal = NULL;

  if (actual == NULL)
    return;
  drop_pictures (expected);
  drop_pictures (actual);
  /* Of a whole font Cairo takes what its table says of a glyph, a ligature or a
   * letter with its accent; of a cut one, the text. */
  expected_normal = g_utf8_normalize (expected, -1, G_NORMALIZE_NFKC);
  actual_normal = g_utf8_normalize (actual, -1, G_NORMALIZE_NFKC);
  g_assert_cmpstr (actual_normal, ==, expected_normal);
  if (row->n_uncut == 0 && row->share_pct <= 0 && !is_leftward (row->text) && strstr (actual, row->text) == NULL)
    g_error ("“%s” is not found in “%s”", row->text, actual);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) cut = NULL;

  if (!has_family (row->needs))
    return;
  whole = write_pdf (row, TB_PDF_FONTS_AS_THEY_ARE);
  cut = write_pdf (row, TB_PDF_FONTS_CUT);
  compare_looks (row, whole, cut);
  compare_texts (row, whole, cut);
  /* Cutting makes no document larger, but where the digits in boxes of missing
   * characters come of the whole font too. */
  if (row->share_pct <= 0)
    g_assert_cmpuint (g_bytes_get_size (cut), <=, g_bytes_get_size (whole) + 512);
}

static void
test_uncut (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TbScene) scene = new_scene (row);
  g_autoptr (TbShapedText) text = tb_shaped_text_new (scene);
  g_autoptr (TbDocumentFonts) fonts = tb_document_fonts_new (text);

  if (has_family (row->needs))
    g_assert_cmpuint (tb_document_fonts_count_uncut (fonts), ==, row->n_uncut);
}

/* A document's bytes do not depend on the documents before it. */
static void
test_history (void)
{
  GBytes *alone[G_N_ELEMENTS (rows)];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      tb_font_store_clear ();
      alone[i] = write_pdf (&rows[i], TB_PDF_FONTS_CUT);
    }
  for (int round = 0; round < 2; round++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          g_autoptr (GBytes) later = write_pdf (&rows[i], TB_PDF_FONTS_CUT);

          if (!g_bytes_equal (alone[i], later))
            g_error ("%s depends on what was written before it", rows[i].name);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_bytes_unref (alone[i]);
}

static gpointer
write_all_cb (gpointer data)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) pdf = write_pdf (&rows[i], TB_PDF_FONTS_CUT);

      g_checksum_update (checksum, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_threads (void)
{
  g_autofree char *expected = write_all_cb (NULL);
  GThread *threads[4];

  tb_font_store_clear ();
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("write", write_all_cb, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *found = g_thread_join (threads[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

/* On a machine without a font of Chinese, boxes stand for its characters, and
 * the rest is as it is. */
static gpointer
write_without_chinese_cb (gpointer data)
{
  const Row row = { "no-chinese", "DejaVu Sans", TB_WEIGHT_REGULAR, "GDP 国内生产总值 5%", 0, NULL, 0.3 };
  FcConfig *config = FcConfigCreate ();
  PangoFontMap *map = pango_cairo_font_map_new ();

  FcConfigAppFontAddFile (config, (const FcChar8 *) data);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (map));
  test_row (&row);
  pango_cairo_font_map_set_default (NULL);
  FcConfigDestroy (config);
  g_object_unref (map);

  return NULL;
}

static void
test_no_chinese (void)
{
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, "DejaVu Sans", NULL);
  FcResult result;
  FcPattern *match;
  FcChar8 *file;

  FcConfigSubstitute (NULL, pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  match = FcFontMatch (NULL, pattern, &result);
  if (match != NULL && FcPatternGetString (match, FC_FILE, 0, &file) == FcResultMatch)
    /* In a thread of its own, which has a font map of its own. */
    g_thread_join (g_thread_new ("no-chinese", write_without_chinese_cb, file));
  else
    g_test_skip ("no font at all here");
  g_clear_pointer (&match, FcPatternDestroy);
  FcPatternDestroy (pattern);
}

/* The file of a family; NULL where it is not here. */
static char *
find_file (const char *family)
{
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, NULL);
  FcResult result;
  FcPattern *match;
  FcChar8 *file, *found;
  char *path = NULL;

  FcConfigSubstitute (NULL, pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  match = FcFontMatch (NULL, pattern, &result);
  if (match != NULL && FcPatternGetString (match, FC_FAMILY, 0, &found) == FcResultMatch
      && g_str_equal ((const char *) found, family) && FcPatternGetString (match, FC_FILE, 0, &file) == FcResultMatch)
    path = g_strdup ((const char *) file);
  g_clear_pointer (&match, FcPatternDestroy);
  FcPatternDestroy (pattern);

  return path;
}

/* The family in whose box a picture is shown that no font has. */
static char *
dup_family_of_box (PangoContext *context,
                   const char   *family)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  const TbFont font = { family, 24, TB_WEIGHT_REGULAR };
  PangoFontDescription *description;
  const PangoGlyphItem *run;
  char *found;

  tb_pango_set_line (layout, &font, "📈", -1);
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 1);
  run = pango_layout_get_line_readonly (layout, 0)->runs->data;
  description = pango_font_describe (run->item->analysis.font);
  found = g_strdup (pango_font_description_get_family (description));
  pango_font_description_free (description);

  return found;
}

static gpointer
show_without_emoji_cb (gpointer data)
{
  const char *const *files = data;
  FcConfig *config = FcConfigCreate ();
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  FcConfigAppFontAddFile (config, (const FcChar8 *) files[0]);
  FcConfigAppFontAddFile (config, (const FcChar8 *) files[1]);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (map));
  context = tb_pango_context_new ("en");
  first = dup_family_of_box (context, "DejaVu Serif");
  second = dup_family_of_box (context, "DejaVu Sans");
  g_assert_cmpstr (first, ==, "DejaVu Serif");
  g_assert_cmpstr (second, ==, "DejaVu Sans");
  g_object_unref (context);
  pango_cairo_font_map_set_default (NULL);
  FcConfigDestroy (config);
  g_object_unref (map);

  return NULL;
}

/* Where no font has a picture, its box is of the text's own font, and not of that in which it was
 * asked for first. */
static void
test_no_emoji (void)
{
  g_autofree char *serif = find_file ("DejaVu Serif");
  g_autofree char *sans = find_file ("DejaVu Sans");
  const char *const files[] = { serif, sans };

  if (serif != NULL && sans != NULL)
    g_thread_join (g_thread_new ("no-emoji", show_without_emoji_cb, (gpointer) files));
  else
    g_test_skip ("no DejaVu here");
}

/* Pictures of characters have no outlines: their line stays text. */
static void
test_svg_paths (void)
{
  const Row row = { "emoji", "Noto Sans CJK SC", TB_WEIGHT_REGULAR, "增长 📈 5%", 0, NULL };
  const TbExportOptions options = { .svg_text = TB_SVG_TEXT_AS_PATHS };
  g_autoptr (TbScene) scene = new_scene (&row);
  g_autoptr (GBytes) svg = tb_export_to_svg (scene, &options, NULL);

  if (has_family ("Noto Color Emoji"))
    g_assert_nonnull (memmem (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg), ">增长 📈 5%</text>",
                              strlen (">增长 📈 5%</text>")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *looks = g_strconcat ("/document-fonts/as-whole/", rows[i].name, NULL);
      g_autofree char *uncut = g_strconcat ("/document-fonts/uncut/", rows[i].name, NULL);

      g_test_add_data_func (looks, &rows[i], test_row);
      g_test_add_data_func (uncut, &rows[i], test_uncut);
    }
  g_test_add_func ("/document-fonts/no-chinese", test_no_chinese);
  g_test_add_func ("/document-fonts/no-emoji", test_no_emoji);
  g_test_add_func ("/document-fonts/svg-paths", test_svg_paths);
  g_test_add_func ("/document-fonts/history", test_history);
  g_test_add_func ("/document-fonts/threads", test_threads);

  return g_test_run ();
}
