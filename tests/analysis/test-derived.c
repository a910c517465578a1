/* Computed figures: what was done, their notes, as series and as dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-points.h"
#include "tb-figure-text.h"
#include "tb-problems.h"
#include "tb-reader.h"
#include "tb-writer.h"

#include <string.h>

#define YUAN "\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\""
#define PERCENT "\"name\": \"%\", \"kind\": \"percent\""
#define FLOW "\"measure\": \"flow\""
#define CUMULATIVE "\"measure\": \"cumulative\", \"since\": \"year-start\""

static TbDataset *
read_rows (const char *unit,
           const char *indicator,
           const char *rows)
{
  g_autofree char *series = g_strdup_printf ("\"indicator\": \"things\", \"place\": \"x\", \"observations\": [%s]",
                                             rows);

  return tb_analysis_data_series (unit, indicator, series);
}

typedef struct
{
  const char *steps;
  const char *rows;
  const char *en;
  const char *zh;
  const char *formula;
} Text;

#define MONTHS "[\"2020-01\", 1], [\"2020-02\", 2], [\"2021-01\", 3], [\"2021-02\", 4]"

#define YEARS "[\"2020\", 1], [\"2021\", 2]"
#define QUARTERS "[\"2020-Q1\", 1], [\"2020-Q2\", 2]"

static const Text texts[] = {
  { "", MONTHS, "", "", "" },
  { "percent-on-year", MONTHS, "change on a year earlier in percent", "同比增速（%）",
    "percent-on-year = 100 (x / x[-12] - 1)" },
  { "change", MONTHS, "change on the period before", "环比增减", "change = x - x[-1]" },
  { "change-on-year", MONTHS, "change on a year earlier", "同比增减", "change-on-year = x - x[-12]" },
  { "annualised", MONTHS, "change on the period before at an annual rate, in percent", "环比折年率（%）",
    "annualised = 100 ((x / x[-1])^12 - 1)" },
  { "cagr:2020-01", MONTHS, "average annual growth since Jan 2020 in percent", "2020年1月以来年均增速（%）",
    "cagr = 100 ((x / x[2020-01])^(1 / T) - 1)" },
  { "index:2020-01", MONTHS, "index, Jan 2020 = 100", "指数，2020年1月=100", "index = 100 x / x[2020-01]" },
  { "moving-average:2", MONTHS, "moving average of 2 periods, trailing", "2期移动平均（截至当期）",
    "moving-average = mean (x[-1], ..., x)" },
  { "quarter", MONTHS, "by quarter (sum)", "按季度（合计）", "quarter = sum (x)" },
  { "annual:so-far", MONTHS, "by year (sum; unfinished ones so far)", "按年（合计；未完结的为截至目前数）", "annual = sum (x)" },
  /* Of years, the period before is the year before, and none is 环比. */
  { "percent annual", MONTHS, "by year (sum); change on the year before in percent", "按年（合计）；比上年增速（%）",
    "annual = sum (x); percent = 100 (x / x[-1] - 1)" },
  { "change", YEARS, "change on the year before", "比上年增减", "change = x - x[-1]" },
  { "percent-on-year", YEARS, "change on a year earlier in percent", "同比增速（%）",
    "percent-on-year = 100 (x / x[-1] - 1)" },
  /* Half-years beside years: the lag is a year for both. */
  { "percent-on-year", YEARS ", [\"2021-S1\", 1]", "change on a year earlier in percent", "同比增速（%）",
    "percent-on-year = 100 (x / x[-1 year] - 1)" },
  { "annualised", QUARTERS, "change on the period before at an annual rate, in percent", "环比折年率（%）",
    "annualised = 100 ((x / x[-1])^4 - 1)" },
  /* Totals at the ends of years have no quarter before them: each grew in a year. */
  { "annualised", "{\"period\": \"2020-Q1\", \"value\": 1, \"basis\": \"year-to-date\"},"
    "{\"period\": \"2020-Q4\", \"value\": 4, \"basis\": \"year-to-date\"},"
    "{\"period\": \"2021-Q4\", \"value\": 5, \"basis\": \"year-to-date\"}",
    "change on the year before in percent", "比上年增速（%）", "annualised = 100 ((x / x[-1])^1 - 1)" },
};

static void
test_steps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TbDataset) dataset = read_rows (YUAN, FLOW, texts[i].rows);
      g_autoptr (GError) error = NULL;
      g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, texts[i].steps, NULL, &error);
      g_assert_no_error (error);
      g_autofree char *en = tb_derived_dup_steps (derived, TB_LANGUAGE_EN);
      g_autofree char *zh = tb_derived_dup_steps (derived, TB_LANGUAGE_ZH);
      g_autofree char *formula = tb_derived_dup_formula (derived);

      g_assert_cmpstr (en, ==, texts[i].en);
      g_assert_cmpstr (zh, ==, texts[i].zh);
      g_assert_cmpstr (formula, ==, texts[i].formula);
    }
}

/* How periods are combined is said once: by the formula. */
static void
test_method (void)
{
  static const char *const methods[][3] = {
    { "", "", "" },
    { "quarter", "by quarter (quarter = sum (x))", "按季度（quarter = sum (x)）" },
    { "annual:so-far percent",
      "by year (unfinished ones so far); change on the period before in percent"
      " (annual = sum (x); percent = 100 (x / x[-1] - 1))",
      "按年（未完结的为截至目前数）；环比增速（%）（annual = sum (x); percent = 100 (x / x[-1] - 1)）" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (TbDataset) dataset = read_rows (YUAN, FLOW, MONTHS);
      g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, methods[i][0], NULL, NULL);
      g_autofree char *en = tb_derived_dup_method (derived, TB_LANGUAGE_EN);
      g_autofree char *zh = tb_derived_dup_method (derived, TB_LANGUAGE_ZH);

      g_assert_cmpstr (en, ==, methods[i][1]);
      g_assert_cmpstr (zh, ==, methods[i][2]);
    }
}

static void
test_order (void)
{
  g_autoptr (TbDataset) dataset = read_rows (YUAN, CUMULATIVE, "[\"2020-01\", 1], [\"2020-02\", 2]");
  g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, "percent-on-year discrete", NULL, NULL);
  g_autofree char *formula = tb_derived_dup_formula (derived);

  g_assert_cmpstr (formula, ==, "discrete; percent-on-year = 100 (x / x[-12] - 1)");
}

typedef struct
{
  const char *path;
  const char *measure;
  const char *rows;
  const char *steps;
  gsize       point;
  const char *en;
  const char *zh;
} Note;

static const Note notes[] = {
  { "/derived/note/nothing", FLOW, "[\"2020\", 10], [\"2021\", 20]", "change-on-year", 1, NULL, NULL },
  { "/derived/note/F-2", FLOW, "[\"2020\", 1], [\"2021\", 2]", "change", 0,
    "no figure for the period that it is compared with", "缺少对比时期的数" },
  { "/derived/note/F-7", FLOW, "[\"2021-01\", 1], [\"2021-02\", 2]", "quarter", 0, "incomplete (2 of 3)",
    "数据不全（应有3期，现有2期）" },
  { "/derived/note/F-7-so-far", CUMULATIVE, "[\"2021-Q1\", 1], [\"2021-Q3\", 3]", "annual:so-far", 0,
    "incomplete (3 of 4)",
    "数据不全（应有4期，现有3期）" },
  { "/derived/note/F-9", FLOW, "[\"2021-01\", 1], [\"2021-02\", 2]", "moving-average:3", 1, "incomplete (2 of 3)",
    "数据不全（应有3期，现有2期）" },
  { "/derived/note/Y-8", FLOW, "[\"2021-01\", 1], [\"2021-03\", 2]", "cumulative", 1, "incomplete (2 of 3)",
    "数据不全（应有3期，现有2期）" },
  { "/derived/note/Y-5", FLOW,
    "{\"period\": \"2021-Q3\", \"value\": 345, \"basis\": \"year-to-date\"}, "
    "{\"period\": \"2021-Q4\", \"value\": 490, \"basis\": \"year-to-date\"}, [\"2021\", 500]", "discrete", 1,
    "one value is implied by others; the year's total differs from the last cumulative figure by +CNY 10",
    "其中一个为推算数；全年数与最后一期累计数相差+10元" },
  { "/derived/note/Y-5-scale", FLOW,
    "{\"period\": \"2021-Q3\", \"value\": 3450000000, \"basis\": \"year-to-date\"}, "
    "{\"period\": \"2021-Q4\", \"value\": 5200000000, \"basis\": \"year-to-date\"}, [\"2021\", 5000000000]", "discrete",
    1,
    "one value is implied by others; the year's total differs from the last cumulative figure by −CNY 200 million",
    "其中一个为推算数；全年数与最后一期累计数相差−2亿元" },
  { "/derived/note/F-3-base", FLOW, "[\"2020\", 10], [\"2021\", 20]", "cagr", 0, "the base period", "基期" },
  { "/derived/note/F-4-base", FLOW, "[\"2020\", 10], [\"2021\", 20]", "index:2020", 0, "the base period", "基期" },
  { "/derived/note/F-3", FLOW, "[\"2020\", 10], [\"2021\", 20]", "cagr", 1, NULL, NULL },
  { "/derived/note/Y-5-parts", FLOW, "[\"2021-S1\", 1], [\"2021-S2\", 5], [\"2021\", 9]", "annual", 0,
    "the year's published total differs from the sum of its parts", "公布的全年数与各期之和不一致" },
  { "/derived/note/R12", FLOW, "[\"2020\", -5], [\"2021\", 10]", "percent", 1,
    "no percentage, the base is negative or the sign changes", "基数为负或正负号改变，不计算增速" },
  { "/derived/note/R9/definition", FLOW, "[\"2020\", 10], {\"period\": \"2021\", \"value\": 20, \"status\": \"D\"}",
    "change", 1,
    "definitions differ in part", "口径不完全一致" },
  { "/derived/note/R9/provisional", FLOW, "[\"2020\", 10], {\"period\": \"2021\", \"value\": 20, \"status\": \"P\"}",
    "change", 1,
    "includes provisional figures", "含初步数" },
  { "/derived/note/R10/two-figures", FLOW, "[\"2020\", 10], [\"2020\", 12], [\"2021\", 20]", "change", 1,
    "sources disagree", "不同来源的数据不一致" },
  /* 10³⁰⁸ − (−1.7 × 10³⁰⁸) is more than a double holds, and so is 1.7 + 1.7. */
  { "/derived/note/R0/overflow", FLOW, "[\"2020\", -1.7e308], [\"2021\", 1e308]", "change", 1,
    "the result is too large to compute", "结果过大，无法计算" },
  { "/derived/note/R15/overflow", FLOW, "[\"2020-Q1\", 1.7e308], [\"2020-Q2\", 1.7e308]", "cumulative", 1,
    "the result is too large to compute", "结果过大，无法计算" },
  { "/derived/note/F-2/overflow", FLOW, "[\"2020\", 5e-324], [\"2021\", 1e308]", "percent", 1,
    "the result is too large to compute", "结果过大，无法计算" },
  { "/derived/note/F-2/R0", FLOW, "[\"2020\", null], [\"2021\", 1]", "change", 1,
    "a figure is missing, or has no number or date", "缺数、无数值或未注明时期" },
  { "/derived/note/F-2/growth", FLOW,
    "{\"period\": \"2020\", \"value\": 5, \"published_change\": {\"value\": -120, \"kind\": \"on-year-percent\"}},"
    "{\"period\": \"2021\", \"value\": 6, \"published_change\": {\"value\": 20, \"kind\": \"on-year-percent\"}}",
    "average-growth:2", 1, "average growth needs the rate of every year, each above −100%",
    "年均增速须有各年增速，且均高于−100%" },
};

static void
test_note (gconstpointer data)
{
  const Note *row = data;
  g_autoptr (TbDataset) dataset = read_rows (YUAN, row->measure, row->rows);
  g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, row->steps, NULL, NULL);
  g_autofree char *en = tb_derived_dup_note (derived, row->point, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_derived_dup_note (derived, row->point, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
}

/* F-7: a half-year without a weight is not there. */
static void
test_missing_weight (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    YUAN, "\"measure\": \"average\"",
    "\"indicator\": \"things\", \"observations\": [[\"2021-S1\", 3], [\"2021-S2\", 5]]}, "
    "{\"indicator\": \"others\", \"observations\": [[\"2021-06-30\", 6]]");
  g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, "annual:weights", tb_dataset_get_series (dataset, 1),
                                                     NULL);
  g_autofree char *en = tb_derived_dup_note (derived, 0, TB_LANGUAGE_EN);

  g_assert_cmpstr (en, ==, "incomplete (1 of 2)");
}

/* F-8: the denominator and its date. */
static void
test_denominator (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    "\"name\": {\"en\": \"people\", \"zh\": \"人\"}, \"kind\": \"count\"", "\"measure\": \"stock\"",
    "\"indicator\": \"things\", \"observations\": [[\"2021-12-31\", 3]]}, "
    "{\"indicator\": \"others\", \"observations\": [[\"2021-12-31\", 6]]");
  g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, "per-capita", tb_dataset_get_series (dataset, 1), NULL);
  g_autofree char *en = tb_derived_dup_note (derived, 0, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_derived_dup_note (derived, 0, TB_LANGUAGE_ZH);
  g_autofree char *steps = tb_derived_dup_steps (derived, TB_LANGUAGE_EN);
  g_autofree char *unit = tb_unit_attach (tb_derived_get_info (derived)->unit, "0.5", "", TB_LANGUAGE_EN);
  g_autofree char *unit_zh = tb_unit_attach (tb_derived_get_info (derived)->unit, "0.5", "", TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, "divided by Others, 31 Dec 2021");
  g_assert_cmpstr (zh, ==, "除以Others（2021年12月31日）");
  g_assert_cmpstr (steps, ==, "per head of “Others”");
  g_assert_cmpstr (unit, ==, "0.5 people per head");
  g_assert_cmpstr (unit_zh, ==, "0.5人/人");
}

typedef struct
{
  const char *steps;
  TbMeasure   measure;
  TbUnitKind  kind;
  const char *label_en;
  const char *label_zh;
} Unit;

static void
test_units (void)
{
  static const Unit units[] = {
    { "discrete", TB_MEASURE_FLOW, TB_UNIT_MONEY, "CNY", "元" },
    { "discrete change", TB_MEASURE_FLOW, TB_UNIT_MONEY, "CNY", "元" },
    { "discrete percent", TB_MEASURE_GROWTH, TB_UNIT_PERCENT, "%", "%" },
    { "discrete percent change", TB_MEASURE_FLOW, TB_UNIT_PERCENT, NULL, NULL },
    { "discrete index:2020-02", TB_MEASURE_INDEX, TB_UNIT_INDEX, "Feb 2020 = 100", "2020年2月=100" },
    { "discrete annual", TB_MEASURE_FLOW, TB_UNIT_MONEY, "CNY", "元" },
    { "percent-on-year", TB_MEASURE_GROWTH, TB_UNIT_PERCENT, "%", "%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (TbDataset) dataset = read_rows (YUAN, CUMULATIVE, "[\"2020-01\", 1.0], [\"2020-02\", 2.5]");
      g_autoptr (GError) error = NULL;
      g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, units[i].steps, NULL, &error);
      g_autofree char *en = NULL;
      g_autofree char *zh = NULL;

      /* A change comes before percentages of it (F-1), which have no growth. */
      if (units[i].label_en == NULL)
        continue;
      g_assert_no_error (error);
      en = tb_unit_label (tb_derived_get_info (derived)->unit, "", TB_LANGUAGE_EN);
      zh = tb_unit_label (tb_derived_get_info (derived)->unit, "", TB_LANGUAGE_ZH);
      g_assert_cmpint (tb_derived_get_info (derived)->measure, ==, units[i].measure);
      g_assert_cmpint (tb_derived_get_info (derived)->unit->kind, ==, units[i].kind);
      g_assert_cmpstr (en, ==, units[i].label_en);
      g_assert_cmpstr (zh, ==, units[i].label_zh);
    }
}

static void
test_points_unit (void)
{
  g_autoptr (TbDataset) dataset = read_rows (PERCENT, "\"measure\": \"ratio\"",
                                             "[\"2020-12-31\", 33.2], [\"2021-12-31\", 37.4]");
  g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, "change", NULL, NULL);
  g_autofree char *zh = tb_unit_label (tb_derived_get_info (derived)->unit, "", TB_LANGUAGE_ZH);

  g_assert_cmpstr (zh, ==, "个百分点");
}

/* Bounds become qualifiers and ranges, refused points missing figures with the
 * reason; exact differences keep their digits. */
static void
test_series (void)
{
  g_autoptr (TbDataset) dataset = read_rows (
    YUAN, FLOW,
    "{\"period\": \"2019\", \"value\": 450.0, \"source\": \"a\"}, "
    "{\"period\": \"2020\", \"value\": 480.0, \"status\": \"P\"}, "
    "{\"period\": \"2021\", \"value\": 500, \"qualifier\": \"over\"}, {\"period\": \"2023\", \"value\": 30}, "
    "{\"period\": \"2024\", \"low\": 40, \"high\": 50}, "
    "{\"period\": \"2025\", \"value\": 100, \"qualifier\": \"about\"}");
  g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, "change", NULL, NULL);
  g_autoptr (TbSeries) series = tb_analysis_take_over (derived, dataset);
  TbObservation o;

  g_assert_cmpuint (tb_series_get_n (series), ==, 6);
  g_assert_cmpstr (tb_series_get_info (series)->place->id, ==, "x");
  g_assert_cmpstr (tb_text_get (&tb_series_get_info (series)->indicator->name, TB_LANGUAGE_ZH), ==, "事物");
  tb_series_get (series, 0, &o);
  g_assert_false (o.has_value);
  g_assert_cmpuint (o.status, ==, TB_STATUS_MISSING);
  g_assert_cmpstr (tb_text_get (&o.extra->note, TB_LANGUAGE_EN), ==,
                   "no figure for the period that it is compared with");
  g_assert_cmpstr (o.source->id, ==, "a");
  tb_series_get (series, 1, &o);
  g_assert_true (tb_decimal_identical (o.value, (TbDecimal) { 300, -1 }));
  g_assert_cmpuint (o.status, ==, TB_STATUS_PROVISIONAL);
  tb_series_get (series, 2, &o);
  g_assert_cmpint (o.qualifier, ==, TB_QUALIFIER_OVER);
  g_assert_cmpfloat (o.figure, ==, 20);
  tb_series_get (series, 4, &o);
  g_assert_false (o.has_value);
  g_assert_cmpfloat (tb_observation_get_low (&o), ==, 10);
  g_assert_cmpfloat (tb_observation_get_high (&o), ==, 20);
  tb_series_get (series, 5, &o);
  g_assert_cmpfloat (tb_observation_get_low (&o), ==, 50);
  g_assert_cmpfloat (tb_observation_get_high (&o), ==, 60);
}

/* Y-5, R20: what the year leaves is no ordinary figure, in a file either. */
static void
test_implied (void)
{
  g_autoptr (TbDataset) dataset = read_rows (
    YUAN, FLOW, "[\"2020-Q1\", 3], [\"2020-Q2\", 4], [\"2020-Q3\", 5], [\"2020\", 20], "
    "[\"2021-Q1\", 3], [\"2021-Q2\", 4], [\"2021-Q3\", 5], [\"2021\", 21]");
  TbDerived *derived = tb_analysis_apply (dataset, "quarter", NULL, NULL);
  g_autoptr (TbDataset) made = tb_derived_to_dataset (&derived, 1, dataset);
  const TbSeries *series = tb_dataset_get_series (made, 0);
  TbVerdict verdict = tb_verdict_change ((TbFigure) { series, 3 }, (TbFigure) { series, 7 }, TB_REFERENCE_OF (made));
  TbObservation o;

  tb_series_get (series, 3, &o);
  g_assert_cmpfloat (o.figure, ==, 8);
  g_assert_cmpuint (o.status, ==, TB_STATUS_IMPUTED);
  tb_series_get (series, 2, &o);
  g_assert_cmpuint (o.status, ==, 0);
  g_assert_cmpint (verdict.kind, ==, TB_VERDICT_NOTE);
  g_assert_cmpuint (verdict.codes & TB_RULE (9), !=, 0);
  tb_derived_unref (derived);
}

/* 1000 × (1.1 − 1) and so on: a computed double reads back to itself. */
static void
test_decimals (void)
{
  g_autoptr (TbDataset) dataset = read_rows (YUAN, FLOW, "[\"2019\", 3], [\"2020\", 7], [\"2021\", 0.1]");
  g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, "percent", NULL, NULL);
  g_autoptr (TbSeries) series = tb_analysis_take_over (derived, dataset);

  for (gsize i = 1; i < 3; i++)
    g_assert_cmpfloat (tb_series_get_figure (series, i), ==, tb_derived_get (derived, i)->value.low.number);
}

/* Readers get the digits that a verdict would have, files all of them. */
static void
test_shown_digits (void)
{
  static const struct
  {
    const char *unit, *indicator, *rows, *steps, *shown;
  } rows[] = {
    { YUAN, FLOW, "[\"2019\", 3], [\"2020\", 7]", "percent", "133.3%" },
    { YUAN, FLOW, "[\"2019\", 7], [\"2020\", 3]", "percent", "−57.1%" },
    /* It is not 0.0. */
    { YUAN, FLOW, "[\"2019\", 30000], [\"2020\", 30007]", "percent", "0.02%" },
    { YUAN, FLOW, "[\"2019\", 3], [\"2020\", 7]", "index:2019", "233.3" },
    /* 11 more than 3 is more than 366.6 %, and not more than 366.7 %. */
    { YUAN, FLOW, "[\"2019\", 3], {\"period\": \"2020\", \"value\": 14, \"qualifier\": \"over\"}", "percent",
      ">366.6%" },
    { YUAN, FLOW, "[\"2019\", 3], {\"period\": \"2020\", \"low\": 5, \"high\": 14}", "percent", "66.6–366.7%" },
    { YUAN, FLOW, "[\"2019\", 3.25], [\"2020\", 7.5]", "change", "CNY 4.25" },
    { YUAN, FLOW, "[\"2018\", 1], [\"2019\", 3], [\"2020\", 7]", "moving-average:3", "CNY 3.667" },
    { PERCENT, "\"measure\": \"ratio\"", "[\"2019\", 33.25], [\"2020\", 37.5]", "change", "4.25 percentage points" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbDataset) dataset = read_rows (rows[i].unit, rows[i].indicator, rows[i].rows);
      g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, rows[i].steps, NULL, NULL);
      g_autoptr (TbSeries) series = tb_analysis_take_over (derived, dataset);
      gsize last = tb_series_get_n (series) - 1;
      g_autofree char *text = NULL;
      TbObservation o;

      tb_series_get (series, last, &o);
      text = tb_figure_dup_with_unit (series, &o, tb_number_scale_for_power (0, TB_LANGUAGE_EN), TB_LANGUAGE_EN);
      g_assert_cmpstr (text, ==, rows[i].shown);
    }
}

static void
assert_round_trip (const TbDataset *dataset)
{
  g_autoptr (GBytes) once = tb_writer_to_json (dataset);
  g_autoptr (TbProblems) problems = tb_problems_new ("derived");
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) read = tb_reader_read_bytes (once, NULL, problems, NULL, NULL, NULL, &error);
  g_autoptr (GBytes) again = NULL;
  g_autofree char *report = tb_problems_dup_report (problems);

  g_assert_no_error (error);
  g_assert_cmpstr (report, ==, "");
  g_assert_nonnull (read);
  again = tb_writer_to_json (read);
  g_assert_cmpmem (g_bytes_get_data (once, NULL), g_bytes_get_size (once), g_bytes_get_data (again, NULL),
                   g_bytes_get_size (again));
}

static void
test_dataset (void)
{
  g_autoptr (TbDataset) dataset = read_rows (
    YUAN, FLOW,
    "{\"period\": \"2020-Q1\", \"value\": 450.0, \"source\": \"a\"}, "
    "{\"period\": \"2020-Q2\", \"value\": 480.0, \"status\": \"P\"}, "
    "{\"period\": \"2021-Q1\", \"value\": 500, \"qualifier\": \"over\"}, "
    "{\"period\": \"2021-Q2\", \"low\": 3, \"high\": 4}");
  TbDerived *derived[4];
  g_autoptr (TbDataset) made = NULL;
  const char *description;

  derived[0] = tb_analysis_apply (dataset, "percent-on-year", NULL, NULL);
  derived[1] = tb_analysis_apply (dataset, "percent", NULL, NULL);
  derived[2] = tb_analysis_apply (dataset, "cumulative", NULL, NULL);
  derived[3] = tb_analysis_apply (dataset, "index:2020-Q1", NULL, NULL);
  made = tb_derived_to_dataset (derived, 4, dataset);
  g_assert_cmpuint (tb_dataset_get_n_series (made), ==, 4);
  assert_round_trip (made);
  g_assert_nonnull (tb_catalog_find_indicator (tb_dataset_get_catalog (made), "things"));
  g_assert_nonnull (tb_catalog_find_indicator (tb_dataset_get_catalog (made), "things-percent"));
  description = tb_text_get (&tb_dataset_get_info (made)->description, TB_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (description,
                                   "Things ([X]): change on a year earlier in percent (percent-on-year = 100 "
                                                "(x / x[-4] - 1))\n")
                 || g_str_has_prefix (description,
                                      "Things (X): change on a year earlier in percent (percent-on-year = 100 "
                                                   "(x / x[-4] - 1))\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (derived); i++)
    tb_derived_unref (derived[i]);
}

static void
test_csv (void)
{
  g_autoptr (TbDataset) dataset = read_rows (YUAN, CUMULATIVE, "[\"2025-01\", 100], [\"2025-02\", 230.5]");
  TbDerived *derived = tb_analysis_apply (dataset, "discrete", NULL, NULL);
  g_autoptr (TbDataset) made = tb_derived_to_dataset (&derived, 1, dataset);
  g_autoptr (GBytes) csv = tb_writer_to_csv (made, FALSE);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  g_assert_nonnull (strstr (text, "\nthings,x,,2025-02,2025-02-01,2025-02-28,130.5,,,u,1,actual,exact,discrete,"));
  tb_derived_unref (derived);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/derived/steps", test_steps);
  g_test_add_func ("/derived/method", test_method);
  g_test_add_func ("/derived/F-1", test_order);
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    g_test_add_data_func (notes[i].path, &notes[i], test_note);
  g_test_add_func ("/derived/F-7/missing-weight", test_missing_weight);
  g_test_add_func ("/derived/F-8", test_denominator);
  g_test_add_func ("/derived/units", test_units);
  g_test_add_func ("/derived/R13", test_points_unit);
  g_test_add_func ("/derived/series", test_series);
  g_test_add_func ("/derived/R20", test_implied);
  g_test_add_func ("/derived/decimals", test_decimals);
  g_test_add_func ("/derived/B-4", test_shown_digits);
  g_test_add_func ("/derived/dataset", test_dataset);
  g_test_add_func ("/derived/csv", test_csv);

  return g_test_run ();
}
