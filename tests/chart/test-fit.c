/* Tests which types of chart fit which figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"

#include <string.h>

#define CASES "tests/chart/data/charts.tongbi.json"
#define QINGDAO "data/samples/digital-qingdao.tongbi.json"

static TbSelection *
choose (TbDataset  *dataset,
        const char *first,
        const char *second,
        const char *place)
{
  const char *indicators[] = { first, second, NULL };
  TbSelectionQuery query = { .indicators = indicators, .place = place, .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  TbSelection *selection = tb_selection_new (dataset, &query, NULL);

  g_assert_nonnull (selection);

  return selection;
}

/* NULL: it fits; else a word of the reason. */
static const struct
{
  const char *data, *first, *second, *place;
  TbChartType type;
  const char *reason_en, *reason_zh;
} rows[] = {
  { CASES, "beds", NULL, NULL, TB_CHART_COLUMN, NULL, NULL },
  { CASES, "beds", NULL, NULL, TB_CHART_LINE, NULL, NULL },
  { CASES, "beds", NULL, NULL, TB_CHART_BAR, "at least two series", "至少两个序列" },
  { CASES, "beds", "wage", NULL, TB_CHART_COLUMN, "different units", "计量单位不同" },
  { CASES, "beds", "wage", NULL, TB_CHART_LINE, "different units", "计量单位不同" },
  { CASES, "output", NULL, NULL, TB_CHART_SPARKLINE, "one series", "一个序列" },
  { CASES, "output", NULL, NULL, TB_CHART_BAR, NULL, NULL },
  { CASES, "stations", NULL, NULL, TB_CHART_LINE, "at least two figures", "至少有两个数据" },
  /* Two words of Chinese for one thing, linked by their units; only a change was published. */
  { QINGDAO, "city-brain-new-resources", NULL, NULL, TB_CHART_COLUMN, NULL, NULL },
  { QINGDAO, "digital-office-joint-items", NULL, NULL, TB_CHART_COLUMN, NULL, NULL },
  { QINGDAO, "urban-complaints-decline", NULL, NULL, TB_CHART_COLUMN,
    "gives a change only, no level to draw: 2020: −31.3% on the year before", "2020年：比上年下降31.3%" },
  { QINGDAO, "environment-hospital-consultations", "drone-to-manual-efficiency", NULL, TB_CHART_COLUMN,
    "different units (次 and 倍)", "计量单位不同（次与倍）" },
  { QINGDAO, "road-speed-gain", NULL, NULL, TB_CHART_COLUMN, "H1 2021: +9.7%, base not stated",
    "2021年上半年：增长9.7%，基期未注明" },
  { QINGDAO, "base-stations-5g-new", "city-brain-app-scenes", NULL, TB_CHART_LINE, "at least two figures", "至少有两个数据" },
};

static void
test_misfits (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_load_dataset (rows[i].data);
      g_autoptr (TbSelection) selection = choose (dataset, rows[i].first, rows[i].second, rows[i].place);
      g_autofree char *en = tb_chart_dup_misfit (rows[i].type, selection, TB_LANGUAGE_EN);
      g_autofree char *zh = tb_chart_dup_misfit (rows[i].type, selection, TB_LANGUAGE_ZH);

      g_test_message ("%s as %s: %s", rows[i].first, tb_chart_type_get_name (rows[i].type), en);
      if (rows[i].reason_en == NULL)
        {
          g_assert_null (en);
          g_assert_null (zh);
          continue;
        }
      g_assert_nonnull (en);
      g_assert_nonnull (strstr (en, rows[i].reason_en));
      g_assert_nonnull (zh);
      g_assert_nonnull (strstr (zh, rows[i].reason_zh));
    }
}

static const struct
{
  const char *data, *indicator;
  TbChartType type;
} suggestions[] = {
  { CASES, "beds", TB_CHART_COLUMN },
  { CASES, "output", TB_CHART_LINE },
  { CASES, "stations", TB_CHART_COLUMN },
  { QINGDAO, "park-*", TB_CHART_BAR },
  { "data/samples/us-employment.tongbi.json", "nonfarm-jobs", TB_CHART_LINE },
};

/* What is suggested fits. */
static void
test_suggestions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_load_dataset (suggestions[i].data);
      g_autoptr (TbSelection) selection = choose (dataset, suggestions[i].indicator, NULL, NULL);
      TbChartType type = tb_chart_suggest (selection);
      g_autofree char *misfit = tb_chart_dup_misfit (type, selection, TB_LANGUAGE_EN);

      g_test_message ("%s", suggestions[i].indicator);
      g_assert_cmpstr (tb_chart_type_get_name (type), ==, tb_chart_type_get_name (suggestions[i].type));
      g_assert_null (misfit);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fit/misfits", test_misfits);
  g_test_add_func ("/fit/suggestions", test_suggestions);

  return g_test_run ();
}
