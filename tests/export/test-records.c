/* What a file tells of its figure beside the drawing: where the figures come
 * from, its fonts, a logo; and what the writer has to say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export.h"
#include "tb-problems.h"
#include "tb-reader.h"
#include "tb-test-image.h"
#include "tb-test-program.h"

#include <string.h>

static TbDataset *
read_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TB_SOURCE_ROOT"), "data", "samples",
                                            "iowa-electricity.tongbi.json", NULL);
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GError) error = NULL;
  TbDataset *dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return dataset;
}

static GBytes *
export_fields (TbChartSpecFields *fields,
               TbExportFormat     format,
               GPtrArray         *notices)
{
  TbExportOptions options = TB_EXPORT_OPTIONS_INIT;
  TbChartOperation growth = { .kind = TB_TRANSFORM_PERCENT_ON_YEAR, .base = TB_PERIOD_UNDATED };
  g_autoptr (TbDataset) dataset = read_sample ();
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  fields->type = TB_CHART_LINE;
  fields->operations = &growth;
  fields->n_operations = 1;
  spec = tb_chart_spec_new (fields);
  options.data_hash = "sha256:0123";
  options.notices = notices;
  bytes = tb_export_chart (spec, dataset, format, &options, &error);
  g_assert_no_error (error);

  return bytes;
}

static GBytes *
export_growth (TbExportFormat  format,
               const char     *title,
               GPtrArray      *notices)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.title = (char *) title;

  return export_fields (&fields, format, notices);
}

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text)) != NULL;
}

/* In every format, from the data: publisher, title, day, hash, formula, program, fonts. */
static void
test_provenance (void)
{
  static const char *const told[] = { "Tongbi sample data", "Electricity in Iowa", "2018-05-06", "sha256:0123",
                                      "percent-on-year = 100 (x / x[-1] - 1)", "Tongbi " PACKAGE_VERSION };
  g_autoptr (GBytes) png = export_growth (TB_EXPORT_PNG, NULL, NULL);
  g_autoptr (GBytes) svg = export_growth (TB_EXPORT_SVG, NULL, NULL);
  g_autoptr (GBytes) pdf = export_growth (TB_EXPORT_PDF, NULL, NULL);
  g_autofree char *pdf_texts = tb_test_program_dup_text (pdf,
                                                         (const char *const[]) { "pdfinfo", "-isodates", "-custom", "-",
                                                                                 NULL });

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_test_message ("%s", told[i]);
      g_assert_true (contains (png, told[i]));
      g_assert_true (contains (svg, told[i]));
      g_assert_true (pdf_texts == NULL || strstr (pdf_texts, told[i]) != NULL);
    }
  g_assert_true (contains (png, "Latn: Noto Sans CJK SC") || contains (png, "Latn: "));
  g_assert_true (pdf_texts == NULL || strstr (pdf_texts, "Latn: ") != NULL);
}

static void
test_control_characters (void)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) svg = export_growth (TB_EXPORT_SVG, "Power\x07 of\x1B Iowa", notices);

  g_assert_true (contains (svg, "Power of Iowa"));
  g_assert_cmpuint (notices->len, >=, 1);
  g_assert_cmpstr (notices->pdata[0], ==, "Control characters in the title are left out.");
}

static void
test_control_characters_at_line (void)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  TbDecoration line = { .kind = TB_DECORATION_VALUE_LINE, .from = TB_NO_ATTACHMENT, .to = TB_NO_ATTACHMENT, .value = 5,
                        .text = (char *) "Li\x07mit\x1B" };
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) svg = NULL;

  fields.decorations = &line;
  fields.n_decorations = 1;
  svg = export_fields (&fields, TB_EXPORT_SVG, notices);
  g_assert_true (contains (svg, "Limit: 5"));
  g_assert_cmpuint (notices->len, >=, 1);
  g_assert_cmpstr (notices->pdata[0], ==, "Control characters in the text of a decoration are left out.");
}

static TbScene *
new_text_scene (const char *family,
                const char *text)
{
  const TbSceneInfo info = { .width = 100, .height = 30, .title = "t", .background = { 1, 1, 1, 1 } };
  const TbFont font = { family, 12, TB_WEIGHT_REGULAR };
  TbSceneBuilder *builder = tb_scene_builder_new (&info);

  tb_scene_builder_text (builder, text, &font, (TbColor) { 0, 0, 0, 1 }, TB_ANCHOR_START, 0, 20, (TbTextExtents) { 0 },
                         TB_NO_DATUM);

  return tb_scene_builder_finish (builder);
}

/* Each notice once, in every format; none where all is well. */
static void
test_fonts (void)
{
  static const TbExportFormat formats[] = { TB_EXPORT_PNG, TB_EXPORT_PDF, TB_EXPORT_SVG };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
      TbExportOptions options = TB_EXPORT_OPTIONS_INIT;
      g_autoptr (TbScene) good = new_text_scene ("Inter, sans-serif", "Growth 5%");
      g_autoptr (TbScene) bad = new_text_scene ("No Such Sans, Inter", "a\U000F0000" "b");
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      options.notices = notices;
      first = tb_export_scene (good, formats[i], &options, NULL);
      g_assert_cmpuint (notices->len, ==, 0);
      second = tb_export_scene (bad, formats[i], &options, NULL);
      g_assert_cmpuint (notices->len, ==, 2);
      g_assert_cmpstr (notices->pdata[0], ==,
                       "The font “No Such Sans” is not installed; “Inter” is used in its place.");
      g_assert_cmpstr (notices->pdata[1], ==, "No installed font has these characters: \U000F0000");
    }
}

/* 8 × 4 px: the left half red, the right half blue. */
static GBytes *
new_logo (void)
{
  const TbSceneInfo info = { .width = 8, .height = 4, .background = { 0, 0, 1, 1 } };
  const TbPaint red = { .fill = TB_FILL_SOLID, .fill_color = { 1, 0, 0, 1 } };
  TbSceneBuilder *builder = tb_scene_builder_new (&info);
  g_autoptr (TbScene) scene = NULL;

  tb_scene_builder_rect (builder, (TbRect) { 0, 0, 4, 4 }, &red, TB_NO_DATUM);
  scene = tb_scene_builder_finish (builder);

  return tb_export_to_png (scene, NULL, NULL);
}

static TbScene *
new_scene_with (GBytes *logo)
{
  const TbSceneInfo info = { .width = 100, .height = 60, .background = { 1, 1, 1, 1 } };
  TbSceneBuilder *builder = tb_scene_builder_new (&info);

  tb_scene_builder_image (builder, logo, (TbRect) { 20, 10, 40, 20 });

  return tb_scene_builder_finish (builder);
}

static void
assert_logo (GBytes *png)
{
  static const struct { int x, y, rgb[3]; } places[] = {
    { 25, 15, { 255, 0, 0 } }, { 55, 25, { 0, 0, 255 } }, { 18, 15, { 255, 255, 255 } }, { 62, 25, { 255, 255, 255 } },
    { 40, 8, { 255, 255, 255 } }, { 40, 32, { 255, 255, 255 } }, { 20, 10, { 255, 0, 0 } },
  };
  cairo_surface_t *image = tb_test_image_load (png);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int rgb[3];

      tb_test_image_get_pixel (image, places[i].x, places[i].y, rgb);
      for (int j = 0; j < 3; j++)
        g_assert_cmpint (rgb[j], ==, places[i].rgb[j]);
    }
  cairo_surface_destroy (image);
}

static void
test_logo (void)
{
  g_autoptr (GBytes) logo = new_logo ();
  g_autoptr (TbScene) scene = new_scene_with (logo);
  g_autoptr (GBytes) png = tb_export_to_png (scene, NULL, NULL);
  g_autoptr (GBytes) svg = tb_export_to_svg (scene, NULL, NULL);
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) pdf = tb_export_to_pdf (scene, NULL, NULL);

  assert_logo (png);
  /* One picture, and nothing else, is pixels. */
  g_assert_true (contains (pdf, "/Subtype /Image"));
  drawn = tb_test_program_run (svg, (const char *const[]) { "rsvg-convert", NULL });
  if (drawn != NULL)
    assert_logo (drawn);
}

/* What is no PNG leaves its place empty, and the rest as it is. */
static void
test_broken_logo (void)
{
  g_autoptr (GBytes) logo = g_bytes_new_static ("\x89PNG\r\n\x1A\nnonsense", 16);
  g_autoptr (TbScene) scene = new_scene_with (logo);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = tb_export_to_png (scene, NULL, &error);
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  pdf = tb_export_to_pdf (scene, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (contains (pdf, "/Subtype /Image"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/records/provenance", test_provenance);
  g_test_add_func ("/records/control-characters", test_control_characters);
  g_test_add_func ("/records/control-characters/decoration", test_control_characters_at_line);
  g_test_add_func ("/records/fonts", test_fonts);
  g_test_add_func ("/records/logo", test_logo);
  g_test_add_func ("/records/broken-logo", test_broken_logo);

  return g_test_run ();
}
