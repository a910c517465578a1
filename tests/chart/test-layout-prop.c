/* Laws of every chart: nothing overlaps, is hidden or leaves the page, whatever the data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-gen.h"
#include "tb-test-laws.h"

#include <math.h>
#include <string.h>

/* Boxes may touch; sums of doubles touch inexactly. */
#define TOUCH 0.05

/* The smallest, a panel of the window, 160 mm of paper, the usual one, a slide,
 * A4 both ways, a column of a page, a banner, a large screen. */
static const struct
{
  double width, height;
} sizes[] = { { 320, 240 },  { 480, 270 },  { 605, 340 }, { 960, 540 },  { 1280, 720 },
              { 794, 1123 }, { 1123, 794 }, { 280, 620 }, { 1400, 300 }, { 3840, 2160 } };

/* Breaches are told of so many charts; one fault of a type shows in most of them. */
#define MOST_TOLD 20

typedef struct
{
  guint n_drawn;
  guint n_wrong;
} Tally;

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

static void
check_repeatable (TbDataset               *dataset,
                  const TbChartSpecFields *fields,
                  const TbScene           *scene)
{
  g_autoptr (TbScene) again = tb_test_lay_out (dataset, fields, NULL);
  g_autofree char *dump = tb_scene_dump (scene);
  g_autofree char *dump_again = tb_scene_dump (again);

  g_assert_cmpstr (dump, ==, dump_again);
}

/* Lays out and checks; where the type does not fit, it must say why. */
static void
check_chart (Tally                   *self,
             TbDataset               *dataset,
             const TbChartSpecFields *fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = tb_test_lay_out (dataset, fields, &error);
  g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);

  if (scene == NULL)
    {
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
      g_assert_cmpuint (strlen (error->message), >, 10);
      return;
    }
  tb_test_laws_check (scene, TOUCH, breaches);
  if (breaches->len > 0 && self->n_wrong++ < MOST_TOLD)
    tell (fields, breaches);
  if (self->n_drawn++ % 8 == 0)
    check_repeatable (dataset, fields, scene);
}

static void
test_random (void)
{
  Tally tally = { 0 };

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_gen_any ();

      for (int type = 0; type < TB_N_CHART_TYPES; type++)
        {
          TbChartSpecFields fields = TB_CHART_SPEC_INIT;
          gsize size = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (sizes));

          fields.type = (TbChartType) type;
          fields.language = (TbLanguage) g_test_rand_int_range (0, TB_N_LANGUAGES);
          fields.style = (TbStyle) g_test_rand_int_range (0, TB_STYLE_HIGH_CONTRAST_DARK + 1);
          fields.show_values = g_test_rand_int_range (0, 4) > 0;
          fields.width = sizes[size].width;
          fields.height = sizes[size].height;
          check_chart (&tally, dataset, &fields);
        }
    }
  /* The law is not kept by drawing nothing. */
  g_assert_cmpuint (tally.n_drawn, >, 120);
}

/* A selection as every type that fits it: at one size in each language, others
 * in their turn, so that all sizes meet all types. */
static void
check_selection (Tally      *tally,
                 TbDataset  *dataset,
                 const char *glob,
                 gsize       turn,
                 gsize       n_sizes)
{
  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    for (gsize i = 0; i < n_sizes; i++)
      {
        gsize size = (turn * 3 + (gsize) type + i * 7) % G_N_ELEMENTS (sizes);
        char *indicators[] = { (char *) glob, NULL };
        TbChartSpecFields fields = TB_CHART_SPEC_INIT;

        fields.type = (TbChartType) type;
        fields.indicators = indicators;
        fields.language = (TbLanguage) ((turn + i) % TB_N_LANGUAGES);
        fields.style = (TbStyle) ((turn + i * 2) % (TB_STYLE_HIGH_CONTRAST_DARK + 1));
        fields.width = sizes[size].width;
        fields.height = sizes[size].height;
        check_chart (tally, dataset, &fields);
      }
}

/* "voucher-*" of an id, where others begin alike. */
static char *
dup_family (TbCatalog *catalog,
            gsize      i)
{
  const char *id = tb_catalog_get_indicator (catalog, i)->id;
  const char *dash = strchr (id, '-');
  g_autofree char *family = dash != NULL ? g_strndup (id, (gsize) (dash - id) + 1) : NULL;

  if (family == NULL || i + 1 >= tb_catalog_get_n_indicators (catalog) ||
      !g_str_has_prefix (tb_catalog_get_indicator (catalog, i + 1)->id, family) ||
      (i > 0 && g_str_has_prefix (tb_catalog_get_indicator (catalog, i - 1)->id, family)))
    return NULL;

  return g_strconcat (family, "*", NULL);
}

/* Every indicator of a file alone, those of one family together, and all. */
static void
test_file (gconstpointer data)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (data);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  gsize n = tb_catalog_get_n_indicators (catalog);
  gsize n_sizes = n > 40 ? 2 : G_N_ELEMENTS (sizes);
  Tally tally = { 0 };

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *family = dup_family (catalog, i);

      check_selection (&tally, dataset, tb_catalog_get_indicator (catalog, i)->id, i, n_sizes);
      if (family != NULL)
        check_selection (&tally, dataset, family, i, 3);
    }
  if (n <= 40)
    check_selection (&tally, dataset, "*", 0, G_N_ELEMENTS (sizes));
  g_test_message ("%u charts, %u wrong", tally.n_drawn, tally.n_wrong);
  g_assert_cmpuint (tally.n_drawn, >, n);
}

/* "indicator place row" of every mark, sorted. */
static GPtrArray *
list_marks (const TbScene     *scene,
            const TbSelection *selection)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < tb_scene_get_n_data (scene); i++)
    {
      TbDatum datum = tb_scene_get_datum (scene, i);
      const TbSeriesInfo *info = tb_series_get_info (tb_selection_get (selection, (gsize) datum.series)->series);
      char *mark = g_strdup_printf ("%s %s %d", info->indicator->id, info->place != NULL ? info->place->id : "",
                                    datum.row);

      if (g_hash_table_add (seen, mark))
        g_ptr_array_add (marks, g_strdup (mark));
    }
  g_ptr_array_sort_values (marks, (GCompareFunc) strcmp);

  return marks;
}

static GPtrArray *
list_marks_of (TbDataset               *dataset,
               const TbChartSpecFields *fields)
{
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (fields);
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, NULL);
  g_autoptr (TbScene) scene = tb_chart_layout (spec, selection, tb_text_measure_get_fixed (), NULL);

  return scene != NULL ? list_marks (scene, selection) : NULL;
}

/* The order of series in a file changes no mark. */
static void
test_permuted (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset ("tests/chart/data/charts.tongbi.json");
  gsize n = tb_dataset_get_n_series (dataset);
  g_autofree TbSeries **reversed = g_new0 (TbSeries *, n);
  g_autoptr (TbDataset) other = NULL;
  char *indicators[] = { (char *) "output", NULL };

  for (gsize i = 0; i < n; i++)
    reversed[i] = tb_dataset_get_series (dataset, n - 1 - i);
  other = tb_dataset_new (tb_dataset_get_info (dataset), tb_dataset_get_catalog (dataset), reversed, n);
  for (int type = TB_CHART_LINE; type <= TB_CHART_BAR; type++)
    {
      TbChartSpecFields fields = TB_CHART_SPEC_INIT;
      g_autoptr (GPtrArray) marks = NULL;
      g_autoptr (GPtrArray) others = NULL;

      fields.type = (TbChartType) type;
      fields.indicators = indicators;
      marks = list_marks_of (dataset, &fields);
      others = list_marks_of (other, &fields);
      g_assert_nonnull (marks);
      g_assert_cmpuint (marks->len, ==, others->len);
      g_assert_cmpuint (marks->len, >=, 4);
      for (guint i = 0; i < marks->len; i++)
        g_assert_cmpstr (g_ptr_array_index (marks, i), ==, g_ptr_array_index (others, i));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout-prop/random", test_random);
  g_test_add_data_func ("/layout-prop/cases", "tests/chart/data/charts.tongbi.json", test_file);
  g_test_add_data_func ("/layout-prop/qingdao", "data/samples/digital-qingdao.tongbi.json", test_file);
  g_test_add_data_func ("/layout-prop/weather", "data/samples/city-weather.tongbi.json", test_file);
  g_test_add_data_func ("/layout-prop/electricity", "data/samples/iowa-electricity.tongbi.json", test_file);
  g_test_add_data_func ("/layout-prop/employment", "data/samples/us-employment.tongbi.json", test_file);
  g_test_add_func ("/layout-prop/permuted", test_permuted);

  return g_test_run ();
}
