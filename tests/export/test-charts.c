/* Charts from data to file: whatever the data, type, language and size.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"
#include "tb-export.h"
#include "tb-test-charts.h"
#include "tb-test-gen.h"
#include "tb-test-image.h"
#include "tb-test-laws.h"
#include "tb-test-program.h"

#include <string.h>

static TbChartSpec *
new_spec (TbChartType type,
          TbLanguage  language,
          double      width,
          double      height)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  char *indicators[] = { (char *) "indicator-*", NULL };

  fields.type = type;
  fields.indicators = indicators;
  fields.language = language;
  fields.width = width;
  fields.height = height;

  return tb_chart_spec_new (&fields);
}

/* NULL where the type does not fit the data or the size is too small. */
static TbScene *
lay_out (const TbChartSpec *spec,
         TbDataset         *dataset)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, &error);
  TbScene *scene;

  g_assert_no_error (error);
  scene = tb_export_layout (spec, selection, &error);
  g_assert_true ((scene == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_cmpuint (error->domain, ==, TB_CHART_ERROR);

  return scene;
}

static void
assert_inside (const TbScene *scene,
               const char    *what)
{
  const TbSceneInfo *info = tb_scene_get_info (scene);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      TbRect box = nodes[i].text.box;

      if (nodes[i].kind != TB_NODE_TEXT)
        continue;
      if (box.x < -0.5 || box.y < -0.5 || box.x + box.width > info->width + 0.5 ||
          box.y + box.height > info->height + 0.5)
        g_error ("%s: “%s” at %.1f, %.1f, %.1f × %.1f is cut by %.0f × %.0f", what, nodes[i].text.text, box.x, box.y,
                 box.width, box.height, info->width, info->height);
    }
}

/* No text leaves the figure (issue: wrapped and never cut), and each format can be written. */
static void
test_any_data (void)
{
  int n_drawn = 0;

  for (int run = 0; run < 40; run++)
    {
      g_autoptr (TbDataset) dataset = tb_test_gen_any ();

      for (int type = 0; type < TB_N_CHART_TYPES; type++)
        {
          double width = g_test_rand_double_range (200, 1200);
          double height = g_test_rand_double_range (150, 900);
          TbLanguage language = (TbLanguage) g_test_rand_int_range (0, TB_N_LANGUAGES);
          g_autoptr (TbChartSpec) spec = new_spec ((TbChartType) type, language, width, height);
          g_autoptr (TbScene) scene = lay_out (spec, dataset);
          g_autofree char *what = g_strdup_printf ("run %d, %s, %s, %.1f × %.1f", run,
                                                   tb_chart_type_get_name ((TbChartType) type),
                                                   tb_language_get_code (language), width, height);

          if (scene == NULL)
            continue;
          n_drawn++;
          assert_inside (scene, what);
          for (int format = TB_EXPORT_PNG; format <= TB_EXPORT_SVG; format++)
            {
              g_autoptr (GError) error = NULL;
              g_autoptr (GBytes) bytes = NULL;

              /* One file in ten of the slow formats is enough. */
              if (format != TB_EXPORT_SVG && run % 10 != 0)
                continue;
              bytes = tb_export_scene (scene, (TbExportFormat) format, NULL, &error);
              g_assert_no_error (error);
              g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
            }
        }
    }
  g_test_message ("%d charts", n_drawn);
  g_assert_cmpint (n_drawn, >=, 40);
}

/* Letters of real fonts reach a little out of the boxes they are measured by. */
#define TOUCH 0.5

#define MOST_TOLD 10

static const struct
{
  double width, height;
} sizes[] = { { 320, 240 }, { 605, 340 }, { 960, 540 }, { 280, 620 }, { 1400, 300 }, { 3840, 2160 } };

static void
tell (const TbChartSpecFields *fields,
      const GPtrArray         *breaches)
{
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (fields);
  g_autofree char *text = tb_chart_spec_to_json (spec);

  g_test_message ("this chart breaks %u laws: %s", breaches->len, text);
  for (guint i = 0; i < MIN (breaches->len, 5); i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (breaches, i));
  g_test_fail ();
}

/* The laws of tests/chart/test-layout-prop.c with real fonts: each indicator, and
 * all together, as every type that fits, in both languages and all sizes by turns. */
static void
test_laws (gconstpointer data)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (data);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  gsize n = tb_catalog_get_n_indicators (catalog);
  gsize n_sizes = n > 40 ? 1 : G_N_ELEMENTS (sizes);
  guint n_drawn = 0;
  guint n_wrong = 0;

  for (gsize i = 0; i <= n; i += n > 40 ? 3 : 1)
    for (int type = 0; type < TB_N_CHART_TYPES; type++)
      for (gsize k = 0; k < n_sizes; k++)
        {
          gsize size = (i + (gsize) type * 5 + k) % G_N_ELEMENTS (sizes);
          char *indicators[] = { (char *) (i < n ? tb_catalog_get_indicator (catalog, i)->id : "*"), NULL };
          TbChartSpecFields fields = TB_CHART_SPEC_INIT;
          g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);
          g_autoptr (TbChartSpec) spec = NULL;
          g_autoptr (TbScene) scene = NULL;

          fields.type = (TbChartType) type;
          fields.indicators = indicators;
          fields.language = (TbLanguage) ((i + k) % TB_N_LANGUAGES);
          fields.width = sizes[size].width;
          fields.height = sizes[size].height;
          spec = tb_chart_spec_new (&fields);
          scene = lay_out (spec, dataset);
          if (scene == NULL)
            continue;
          n_drawn++;
          tb_test_laws_check (scene, TOUCH, breaches);
          if (breaches->len > 0 && n_wrong++ < MOST_TOLD)
            tell (&fields, breaches);
        }
  g_test_message ("%u charts, %u wrong", n_drawn, n_wrong);
  g_assert_cmpuint (n_drawn, >=, 40);
}

/* What a chart says in SVG is where it is in PNG. */
static void
test_svg_looks_like_png (void)
{
  const TbTestGen data = { .n_series = 3, .n_rows = 12, .frequency = 'Q', .first_year = 2019 };
  const TbExportOptions options = { .dpi = 192 };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&data);

  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    {
      g_autoptr (TbChartSpec) spec = new_spec ((TbChartType) type, TB_LANGUAGE_ZH, 640, 360);
      g_autoptr (TbScene) scene = lay_out (spec, dataset);
      g_autoptr (GBytes) png = NULL;
      g_autoptr (GBytes) svg = NULL;
      g_autoptr (GBytes) drawn = NULL;

      if (scene == NULL)
        continue;
      png = tb_export_to_png (scene, &options, NULL);
      svg = tb_export_to_svg (scene, NULL, NULL);
      drawn = tb_test_program_run (svg, (const char *const[]) { "rsvg-convert", "--zoom", "2", NULL });
      if (drawn == NULL)
        return;
      tb_test_image_compare (tb_chart_type_get_name ((TbChartType) type), png, drawn,
                             (TbTestImageTolerance) { 32, 128, 0.2 });
    }
}

/* The same layout at every resolution: what is on screen is what is printed. */
static void
test_layout_is_repeatable (void)
{
  const TbTestGen data = { .n_series = 2, .n_rows = 20, .frequency = 'M', .first_year = 2020 };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&data);
  g_autoptr (TbChartSpec) spec = new_spec (TB_CHART_LINE, TB_LANGUAGE_ZH, 640, 360);
  g_autoptr (TbScene) first = lay_out (spec, dataset);
  g_autoptr (TbScene) second = lay_out (spec, dataset);
  g_autofree char *first_dump = tb_scene_dump (first);
  g_autofree char *second_dump = tb_scene_dump (second);

  g_assert_cmpstr (first_dump, ==, second_dump);
}

static void
test_pdf_is_searchable (void)
{
  const TbTestGen data = { .n_series = 2, .n_rows = 6, .frequency = 'A', .first_year = 2016 };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&data);
  g_autoptr (TbChartSpec) spec = new_spec (TB_CHART_COLUMN, TB_LANGUAGE_ZH, 640, 360);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tb_export_chart (spec, dataset, TB_EXPORT_PDF, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdftotext", "-raw", "-", "-", NULL });
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "指标1"));
  g_assert_nonnull (strstr (text, "指标2"));
  g_assert_nonnull (strstr (text, "2016年"));
}

/* An error of the selection comes through as it is. */
static void
test_errors (void)
{
  const TbTestGen data = { .n_series = 1, .n_rows = 3, .frequency = 'A', .first_year = 2016 };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&data);
  char *indicators[] = { (char *) "nothing-such", NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (GError) error = NULL;

  fields.indicators = indicators;
  spec = tb_chart_spec_new (&fields);
  g_assert_null (tb_export_chart (spec, dataset, TB_EXPORT_SVG, NULL, &error));
  g_assert_error (error, TB_SELECTION_ERROR, TB_SELECTION_ERROR_UNKNOWN_INDICATOR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/charts/any-data", test_any_data);
  g_test_add_data_func ("/charts/laws/qingdao", "data/samples/digital-qingdao.tongbi.json", test_laws);
  g_test_add_data_func ("/charts/laws/weather", "data/samples/city-weather.tongbi.json", test_laws);
  g_test_add_data_func ("/charts/laws/electricity", "data/samples/iowa-electricity.tongbi.json", test_laws);
  g_test_add_data_func ("/charts/laws/employment", "data/samples/us-employment.tongbi.json", test_laws);
  g_test_add_func ("/charts/svg-looks-like-png", test_svg_looks_like_png);
  g_test_add_func ("/charts/layout-is-repeatable", test_layout_is_repeatable);
  g_test_add_func ("/charts/pdf-is-searchable", test_pdf_is_searchable);
  g_test_add_func ("/charts/errors", test_errors);

  return g_test_run ();
}
