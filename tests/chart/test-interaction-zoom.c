/* Tests that every plot over real dates can be zoomed into, and what is left there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scale.h"
#include "tb-test-charts.h"

#define IOWA "data/samples/iowa-electricity.tongbi.json"
#define JOBS "data/samples/us-employment.tongbi.json"
#define WEATHER "data/samples/city-weather.tongbi.json"
#define MADE_UP "tests/chart/data/variance.tongbi.json"
#define FIXTURE "tests/data/valid/fixture-set.tongbi.json"

/* How many plots: a panel of variances has one of its own over the same dates (C3–C5),
 * so have totals and their parts (C9). Years to date stand over the months of any year
 * (C8), rankings and slopes over no time at all. */
static const struct
{
  TbChartType type;
  const char *path, *indicator, *place;
  gsize       n_plots;
  gboolean    by_moment;
  int         first_year;  /* 0: all there is */
} rows[] = {
  { TB_CHART_COLUMN, IOWA, "generation-nuclear", NULL, 1, FALSE },
  { TB_CHART_LINE, IOWA, "generation-*", NULL, 1, TRUE },
  { TB_CHART_GROWTH, IOWA, "generation-renewable", NULL, 2, FALSE },
  { TB_CHART_PREVIOUS_YEAR, JOBS, "goods-jobs", NULL, 3, FALSE, 2014 },
  { TB_CHART_PLAN, MADE_UP, "revenue", NULL, 3, FALSE },
  { TB_CHART_TARGET_PATH, FIXTURE, "coverage", "city", 1, TRUE },
  { TB_CHART_CUMULATIVE_DISCRETE, WEATHER, "precipitation-to-date", "seattle", 2, FALSE, 2014 },
  { TB_CHART_STACKED, IOWA, "generation-*", NULL, 1, FALSE },
  { TB_CHART_STACKED_SHARE, IOWA, "generation-*", NULL, 1, FALSE },
  { TB_CHART_YEAR_TO_DATE, WEATHER, "precipitation-to-date", "seattle", 0, FALSE },
  { TB_CHART_SLOPE, IOWA, "generation-*", NULL, 0, FALSE },
};

static TbPeriod
begin (int year)
{
  return (TbPeriod) { tb_day_new (year, 1, 1), tb_day_new (year, 1, 1), TB_PERIOD_D, TB_CALENDAR_YEAR, NULL };
}

static TbScene *
lay_out (TbDataset *dataset,
         gsize      row,
         TbPeriod   from,
         TbPeriod   to)
{
  char *indicators[] = { (char *) rows[row].indicator, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  TbScene *scene;

  fields.type = rows[row].type;
  fields.indicators = indicators;
  fields.place = (char *) rows[row].place;
  fields.from = !tb_period_is_dated (from) && rows[row].first_year > 0 ? begin (rows[row].first_year) : from;
  fields.to = to;
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);

  return scene;
}

static TbSelection *
find_selection (TbDataset *dataset,
                gsize      row)
{
  char *indicators[] = { (char *) rows[row].indicator, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (GError) error = NULL;
  TbSelection *selection;

  fields.indicators = indicators;
  fields.place = (char *) rows[row].place;
  spec = tb_chart_spec_new (&fields);
  selection = tb_chart_select (spec, dataset, &error);
  g_assert_no_error (error);

  return selection;
}

/* All plots of a page are over the same dates, one above the other, and hold marks. */
static void
check_plots (const TbScene *scene,
             gsize          row)
{
  gsize n;
  const TbScenePlot *plots = tb_scene_get_plots (scene, &n);
  const TbSceneInfo *info = tb_scene_get_info (scene);

  g_test_message ("%s", tb_chart_type_get_name (rows[row].type));
  g_assert_cmpuint (n, ==, rows[row].n_plots);
  for (gsize i = 0; i < n; i++)
    {
      const TbRect *rect = &plots[i].rect;

      g_assert_cmpint (plots[i].by_moment, ==, rows[row].by_moment);
      g_assert_cmpfloat (plots[i].to, >, plots[i].from);
      g_assert_cmpfloat (plots[i].from, >=, tb_months_at_start (tb_day_new (1900, 1, 1)));
      g_assert_cmpfloat (plots[i].from, ==, plots[0].from);
      g_assert_cmpfloat (rect->x, ==, plots[0].rect.x);
      g_assert_cmpfloat (rect->width, ==, plots[0].rect.width);
      g_assert_cmpfloat (rect->height, >, 0);
      g_assert_cmpfloat (rect->y, >=, 0);
      g_assert_cmpfloat (rect->y + rect->height, <=, info->height);
      g_assert_true (tb_scene_find_plot (scene, rect->x + rect->width / 2, rect->y + rect->height / 2) == &plots[i]);
      for (gsize k = 0; k < i; k++)
        g_assert_true (rect->y + rect->height <= plots[k].rect.y || plots[k].rect.y + plots[k].rect.height <= rect->y);
    }
}

static gboolean
has_text (const TbScene *scene,
          TbDatum        datum,
          const char    *text)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_TEXT && nodes[i].datum.series == datum.series && nodes[i].datum.row == datum.row
        && g_str_equal (nodes[i].text.text, text))
      return TRUE;

  return FALSE;
}

/* The page of the later two thirds: fewer marks, all of them of the whole page. */
static void
check_zoomed (TbDataset     *dataset,
              const TbScene *whole,
              gsize          row)
{
  gsize n_plots;
  const TbScenePlot *plot = tb_scene_get_plots (whole, &n_plots);
  g_autoptr (TbSelection) selection = find_selection (dataset, row);
  g_autoptr (TbScene) part = NULL;
  TbPeriod from;
  TbPeriod to;

  g_assert_true (tb_chart_find_span (selection, whole, plot, plot->rect.x + plot->rect.width * 0.34,
                                     plot->rect.x + plot->rect.width, &from, &to));
  part = lay_out (dataset, row, from, to);
  check_plots (part, row);
  g_assert_cmpuint (tb_scene_get_n_data (part), >, 1);
  g_assert_cmpuint (tb_scene_get_n_data (part), <=, tb_scene_get_n_data (whole));
}

static void
test_types (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_load_dataset (rows[i].path);
      g_autoptr (TbScene) whole = lay_out (dataset, i, TB_PERIOD_UNDATED, TB_PERIOD_UNDATED);

      check_plots (whole, i);
      if (rows[i].n_plots > 0)
        check_zoomed (dataset, whole, i);
    }
}

/* The year before the first one of a span is not shown, but growth is still told since
 * it: 10,308 after 8,560 thousand MWh of renewables in 2010 are 20.4 % more. */
static void
test_growth_across (void)
{
  const gsize growth = 2;
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (IOWA);
  g_autoptr (TbScene) scene = lay_out (dataset, growth, begin (2010), TB_PERIOD_UNDATED);

  g_assert_cmpint (rows[growth].type, ==, TB_CHART_GROWTH);
  g_assert_true (has_text (scene, tb_scene_get_datum (scene, 0), "+20.4"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zoom/types", test_types);
  g_test_add_func ("/zoom/growth-across", test_growth_across);

  return g_test_run ();
}
