/* Tests which types of chart fit which figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-datasets.h"

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
  TbSelectionQuery query = { .indicators = indicators, .place = place, .from = TB_PERIOD_UNDATED,
                             .to = TB_PERIOD_UNDATED };
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
  { QINGDAO, "model-migrant-workers", NULL, NULL, TB_CHART_BAR, "beside that of the whole (China)", "除总体（全国）外" },
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

/* So many series of beds at places, each with the same observations. */
static TbSelection *
make_series (guint       n_series,
             const char *observations)
{
  g_autoptr (GString) text = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": \"T\", "
                                           "\"units\": {\"bed\": {\"name\": \"beds\", \"kind\": \"count\"}}, "
                                           "\"indicators\": [{\"id\": \"beds\", \"name\": \"Beds\", \"unit\": \"bed\", "
                                           "\"measure\": \"flow\"}], \"sources\": {\"a\": {\"title\": \"A\"}, "
                                           "\"b\": {\"title\": \"B\"}}, "
                                           "\"places\": {");
  g_autoptr (TbDataset) dataset = NULL;

  for (guint i = 0; i < n_series; i++)
    g_string_append_printf (text, "%s\"p%u\": {\"name\": \"Place %u\"}", i > 0 ? ", " : "", i, i);
  g_string_append (text, "}, \"series\": [");
  for (guint i = 0; i < n_series; i++)
    g_string_append_printf (text, "%s{\"indicator\": \"beds\", \"place\": \"p%u\", \"observations\": [%s]}",
                            i > 0 ? ", " : "", i, observations);
  g_string_append (text, "]}");
  dataset = tb_test_read_dataset (text->str);

  return choose (dataset, "beds", NULL, NULL);
}

#define TWO_YEARS "[\"2020\", 1], [\"2021\", 2]"
#define NO_NUMBERS "[\"2020\", null], [\"2021\", null]"
/* The axis would be wider than the largest double, 1.797…e308; or round up to 2e308. */
#define WIDEST "[\"2020\", -1.7e308], [\"2021\", 1.7e308]"
#define LARGEST "[\"2020\", 1], [\"2021\", 1.7e308]"

static const struct
{
  guint       n_series;
  const char *observations;
  TbChartType type;
  const char *reason_en, *reason_zh;
} made[] = {
  { 6, TWO_YEARS, TB_CHART_COLUMN, NULL, NULL },
  { 7, TWO_YEARS, TB_CHART_COLUMN, "more than 6 series", "超过6个序列" },
  { 200, TWO_YEARS, TB_CHART_LINE, NULL, NULL },
  { 201, TWO_YEARS, TB_CHART_LINE, "more than 200 series", "超过200个序列" },
  { 1000, TWO_YEARS, TB_CHART_BAR, NULL, NULL },
  { 1001, TWO_YEARS, TB_CHART_BAR, "more than 1000 series", "超过1000个序列" },
  { 60, TWO_YEARS, TB_CHART_SMALL_MULTIPLES, NULL, NULL },
  { 61, TWO_YEARS, TB_CHART_SMALL_MULTIPLES, "more than 60 series", "超过60个序列" },
  { 100, TWO_YEARS, TB_CHART_DUMBBELL, NULL, NULL },
  { 101, TWO_YEARS, TB_CHART_DUMBBELL, "more than 100 series", "超过100个序列" },
  { 25, TWO_YEARS, TB_CHART_SLOPE, "more than 24 series", "超过24个序列" },
  { 101, TWO_YEARS, TB_CHART_STACKED, "more than 100 series", "超过100个序列" },
  { 101, TWO_YEARS, TB_CHART_STACKED_SHARE, "more than 100 series", "超过100个序列" },
  { 101, TWO_YEARS, TB_CHART_WATERFALL, "more than 100 series", "超过100个序列" },
  { 1001, TWO_YEARS, TB_CHART_BULLET, "more than 1000 series", "超过1000个序列" },
  { 1, NO_NUMBERS, TB_CHART_COLUMN, "has a number; all are missing", "均无数值" },
  { 1, NO_NUMBERS, TB_CHART_LINE, "has a number; all are missing", "均无数值" },
  { 2, NO_NUMBERS, TB_CHART_BAR, "has a number; all are missing", "均无数值" },
  { 1, NO_NUMBERS, TB_CHART_SPARKLINE, "has a number; all are missing", "均无数值" },
  { 1, "[\"2020\", 1], [\"2022\", 2]", TB_CHART_LINE, "a period between them is missing", "缺期" },
  { 1, WIDEST, TB_CHART_COLUMN, "too large", "过大" },
  { 1, WIDEST, TB_CHART_LINE, "too large", "过大" },
  { 2, LARGEST, TB_CHART_BAR, "too large", "过大" },
  { 1, "[\"2020\", 4e-310], [\"2021\", 5e-324]", TB_CHART_PREVIOUS_YEAR, "too small", "过小" },
  { 1, LARGEST, TB_CHART_SPARKLINE, "too large", "过大" },
  { 1, "[\"2020\", -1e307], [\"2021\", 1e307]", TB_CHART_COLUMN, NULL, NULL },
};

/* What is refused is refused with a reason; what is not can be laid out. */
static void
test_made (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autoptr (TbSelection) selection = make_series (made[i].n_series, made[i].observations);
      g_autofree char *en = tb_chart_dup_misfit (made[i].type, selection, TB_LANGUAGE_EN);
      g_autofree char *zh = tb_chart_dup_misfit (made[i].type, selection, TB_LANGUAGE_ZH);
      TbChartSpecFields fields = TB_CHART_SPEC_INIT;
      g_autoptr (TbChartSpec) spec = NULL;
      g_autoptr (TbScene) scene = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%u × %s as %s: %s", made[i].n_series, made[i].observations,
                      tb_chart_type_get_name (made[i].type), en);
      fields.type = made[i].type;
      fields.width = 960;
      fields.height = made[i].type == TB_CHART_BAR ? 20000 : 540;
      spec = tb_chart_spec_new (&fields);
      scene = tb_chart_layout (spec, selection, tb_text_measure_get_fixed (), &error);
      if (made[i].reason_en == NULL)
        {
          g_assert_null (en);
          g_assert_null (zh);
          g_assert_no_error (error);
          g_assert_nonnull (scene);
          continue;
        }
      g_assert_nonnull (en);
      g_assert_nonnull (strstr (en, made[i].reason_en));
      g_assert_nonnull (zh);
      g_assert_nonnull (strstr (zh, made[i].reason_zh));
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
    }
}

/* More lines than can be told apart: what is suggested can be drawn. */
static void
test_many_suggested (void)
{
  g_autoptr (TbSelection) selection = make_series (201, TWO_YEARS);

  g_assert_cmpstr (tb_chart_type_get_name (tb_chart_suggest (selection)), ==, "bar");
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
  /* The city and the country: beside the whole there is nothing to rank. */
  { QINGDAO, "model-migrant-workers", TB_CHART_COLUMN },
  { "data/samples/us-employment.tongbi.json", "nonfarm-jobs", TB_CHART_LINE },
  { "data/samples/us-employment.tongbi.json", "*", TB_CHART_LINE },
  { "data/samples/city-weather.tongbi.json", "*", TB_CHART_SMALL_MULTIPLES },
  { "tests/chart/data/parts.tongbi.json", "births", TB_CHART_STACKED },
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

static const char *const samples[] = {
  QINGDAO, "data/samples/city-weather.tongbi.json", "data/samples/iowa-electricity.tongbi.json",
  "data/samples/us-employment.tongbi.json",
};

/* Of each indicator of the samples: what is suggested fits wherever columns do. */
static void
test_all_suggested (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_load_dataset (samples[i]);
      TbCatalog *catalog = tb_dataset_get_catalog (dataset);

      for (gsize k = 0; k < tb_catalog_get_n_indicators (catalog); k++)
        {
          const char *id = tb_catalog_get_indicator (catalog, k)->id;
          g_autoptr (TbSelection) selection = choose (dataset, id, NULL, NULL);
          g_autofree char *columns = tb_chart_dup_misfit (TB_CHART_COLUMN, selection, TB_LANGUAGE_EN);
          g_autofree char *misfit = tb_chart_dup_misfit (tb_chart_suggest (selection), selection, TB_LANGUAGE_EN);

          if (columns == NULL && misfit != NULL)
            g_error ("%s: %s", id, misfit);
        }
    }
}

/* A reason is a sentence: the window and the command line show it as it stands. */
static void
assert_sentence (TbChartType        type,
                 const TbSelection *selection,
                 TbLanguage         language)
{
  g_autofree char *misfit = tb_chart_dup_misfit (type, selection, language);
  const char *stop = language == TB_LANGUAGE_ZH ? "。" : ".";

  if (misfit == NULL)
    return;
  g_test_message ("%s: %s", tb_chart_type_get_name (type), misfit);
  g_assert_false (g_ascii_islower (misfit[0]));
  g_assert_true (g_str_has_suffix (misfit, stop));
  misfit[strlen (misfit) - strlen (stop)] = '\0';
  g_assert_false (g_str_has_suffix (misfit, stop));
}

static void
assert_sentences (const TbSelection *selection)
{
  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      assert_sentence ((TbChartType) type, selection, (TbLanguage) language);
}

static void
test_sentences (void)
{
  static const struct { guint n_series; const char *observations; } series[] = {
    { 1, TWO_YEARS }, { 1, NO_NUMBERS }, { 1, WIDEST }, { 3, NO_NUMBERS }, { 3, LARGEST }, { 30, TWO_YEARS },
    { 201, TWO_YEARS },
    { 2, "[\"2020\", -1], [\"2021\", 2]" }, { 2, "[\"2020\", 1]" },
    { 2, "[\"2020\", 1], {\"period\": \"2022\", \"value\": 2, \"kind\": \"target\"}" },
  };
  static const char *const data[] = { CASES, QINGDAO, "tests/data/valid/fixture-set.tongbi.json",
                                      "data/samples/city-weather.tongbi.json",
                                      "data/samples/us-employment.tongbi.json", "tests/chart/data/parts.tongbi.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autoptr (TbSelection) selection = make_series (series[i].n_series, series[i].observations);

      assert_sentences (selection);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (data); i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_load_dataset (data[i]);
      g_autoptr (TbSelection) all = choose (dataset, "*", NULL, NULL);

      assert_sentences (all);
      /* Each series alone. */
      for (gsize k = 0; k < tb_selection_get_n (all); k++)
        {
          const TbSeriesInfo *info = tb_series_get_info (tb_selection_get (all, k)->series);
          g_autoptr (TbSelection) one = choose (dataset, info->indicator->id, NULL,
                                                info->place != NULL ? info->place->id : NULL);

          assert_sentences (one);
        }
    }
}

/* The reason names the type that it is about. */
static void
test_many_named (void)
{
  g_autoptr (TbSelection) selection = make_series (25, TWO_YEARS);
  g_autofree char *en = tb_chart_dup_misfit (TB_CHART_SLOPE, selection, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_chart_dup_misfit (TB_CHART_SLOPE, selection, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, "Slope chart: more than 24 series cannot be told apart; choose fewer, or another type.");
  g_assert_cmpstr (zh, ==, "斜率图：超过24个序列难以分辨，请减少序列或改用其他图表。");
}

/* R9: it is the sources that disagree, no period is missing; a break is no gap; totals
 * of the year are amounts, but hold each other. */
static void
test_reasons (void)
{
  static const struct
  {
    TbChartType type;
    const char *observations;
    const char *en, *zh;
  } cases[] = {
    { TB_CHART_LINE,
      "{\"period\": \"2020\", \"value\": 1, \"source\": \"a\"}, "
      "{\"period\": \"2020\", \"value\": 2, \"source\": \"b\"}, "
      "{\"period\": \"2021\", \"value\": 2, \"source\": \"a\"}, "
      "{\"period\": \"2021\", \"value\": 3, \"source\": \"b\"}, "
      "[\"2022\", 4]",
      "contradict", "矛盾" },
    { TB_CHART_LINE, "[\"2020\", 1], [\"2022\", 2]", "a period between them is missing", "缺期" },
    { TB_CHART_WATERFALL, "[\"2020\", 1], {\"period\": \"2021\", \"value\": 2, \"status\": \"B\"}",
      "a break in the series at 2021", "2021年起序列口径调整" },
    { TB_CHART_WATERFALL, "[\"2020\", 1], [\"2022\", 2]", "a gap or an overlap", "不相衔接" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TbSelection) selection = make_series (1, cases[i].observations);
      g_autofree char *en = tb_chart_dup_misfit (cases[i].type, selection, TB_LANGUAGE_EN);
      g_autofree char *zh = tb_chart_dup_misfit (cases[i].type, selection, TB_LANGUAGE_ZH);

      g_test_message ("%s %s", en, zh);
      g_assert_nonnull (en);
      g_assert_nonnull (strstr (en, cases[i].en));
      g_assert_nonnull (strstr (zh, cases[i].zh));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fit/misfits", test_misfits);
  g_test_add_func ("/fit/made", test_made);
  g_test_add_func ("/fit/suggestions", test_suggestions);
  g_test_add_func ("/fit/suggestions/all", test_all_suggested);
  g_test_add_func ("/fit/many-suggested", test_many_suggested);
  g_test_add_func ("/fit/sentences", test_sentences);
  g_test_add_func ("/fit/many-named", test_many_named);
  g_test_add_func ("/fit/reasons", test_reasons);

  return g_test_run ();
}
