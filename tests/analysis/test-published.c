/* Published changes: what they imply, and what they are called.
 *
 * The bounds of implied figures are worked out beside each row, from half a unit
 * of each printed number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-published.h"
#include "tb-test-rows.h"

#include <math.h>
#include <string.h>

#define FIRMS "\"name\": {\"en\": \"firms\", \"zh\": \"家\"}, \"kind\": \"count\""
#define PERCENT "\"name\": \"%\", \"kind\": \"percent\""
#define PER_MILLE "\"name\": \"‰\", \"kind\": \"percent\""
#define MONEY "\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\""
#define STOCK "\"measure\": \"stock\""
#define FLOW "\"measure\": \"flow\""
#define RATIO "\"measure\": \"ratio\""
#define CHANGE(value, kind) "\"published_change\": {\"value\": " value ", \"kind\": \"" kind "\"}"
#define CHANGE_ON(value, kind, base) \
  "\"published_change\": {\"value\": " value ", \"kind\": \"" kind "\", \"base\": \"" base "\"}"
#define ROW(period, value, more) "{\"period\": \"" period "\", \"value\": " value ", " more "}"

typedef struct
{
  const char *name;
  const char *unit;
  const char *indicator;
  const char *row;
  const char *start;      /* of the base's span; NULL: none follows */
  const char *end;
  double      base;
  double      rounding;
  const char *en;
  const char *zh;
} BaseRow;

static const BaseRow base_rows[] = {
  /* 392.1 ÷ 1.233 = 318.0049, from 392.05 ÷ 1.2335 = 317.8354 to 392.15 ÷ 1.2325
   * = 318.1744: 0.1695 to the farther side. */
  { "on-year-percent", MONEY, FLOW,
    ROW ("2021-S1", "392.1", "\"multiplier\": 100000000, \"basis\": \"year-to-date\", "
         CHANGE ("23.3", "on-year-percent")),
    "2020-01-01", "2020-06-30", 318.0048661800487e8, 0.16957601e8,
    "CNY 31.80 billion (31.78 to 31.82)", "318.0亿元（317.8至318.2）" },
  /* A level: 470.5 − 45.5 = 425.0, half a unit each. */
  { "on-year-absolute", FIRMS, STOCK,
    ROW ("2025-09-30", "470.5", "\"multiplier\": 10000, " CHANGE ("45.5", "on-year-absolute")),
    "2024-09-30", "2024-09-30", 4250000, 1000, "4.250 million firms (4.249 to 4.251)", "425.0万家（424.9至425.1）" },
  { "on-year-absolute-483", FIRMS, STOCK,
    ROW ("2025-12-31", "483.0", "\"multiplier\": 10000, " CHANGE ("57.9", "on-year-absolute")),
    "2024-12-31", "2024-12-31", 4251000, 1000, "4.251 million firms (4.250 to 4.252)", "425.1万家（425.0至425.2）" },
  { "on-year-absolute-419", FIRMS, STOCK,
    ROW ("2024-12-31", "419.1", "\"multiplier\": 10000, " CHANGE ("81.5", "on-year-absolute")),
    "2023-12-31", "2023-12-31", 3376000, 1000, "3.376 million firms (3.375 to 3.377)", "337.6万家（337.5至337.7）" },
  /* Whole numbers of things have no rounding. */
  { "whole-numbers", FIRMS, STOCK, ROW ("2023-03-31", "1708", CHANGE ("687", "on-year-absolute")),
    "2022-03-31", "2022-03-31", 1021, 0, "1,021 firms", "1,021家" },
  /* 294.6 ÷ 22.2 = 13.2703, from 294.55 ÷ 22.25 = 13.2382 to 294.65 ÷ 22.15 = 13.3025. */
  { "times", MONEY, FLOW, ROW ("2019", "294.6", "\"multiplier\": 100000000, " CHANGE_ON ("22.2", "times", "2000")),
    "2000-01-01", "2000-12-31", 13.27027027e8, 0.03221280e8,
    "CNY 1.33 billion (1.32 to 1.33)", "13.3亿元（13.2至13.3）" },
  { "points-with-base", PERCENT, RATIO, ROW ("2020", "68", CHANGE_ON ("4", "points", "2019")),
    "2019-01-01", "2019-12-31", 64, 1, "64% (63 to 65)", "64%（63至65）" },
  { "points-with-decimals", PERCENT, RATIO, ROW ("2024", "37.4", CHANGE_ON ("4.2", "points", "2023")),
    "2023-01-01", "2023-12-31", 33.2, 0.1, "33.2% (33.1 to 33.3)", "33.2%（33.1至33.3）" },
  /* 0.05 points are 0.5 per mille; half-units 0.005 ‰ and 0.005 points = 0.05 ‰. */
  { "points-of-per-mille", PER_MILLE, RATIO, ROW ("2024", "1.75", CHANGE_ON ("0.05", "points", "2023")),
    "2023-01-01", "2023-12-31", 1.25, 0.055, "1.25‰ (1.20 to 1.31)", "1.25‰（1.20至1.31）" },
  /* 80 ÷ 0.8 = 100, from 80 ÷ 0.805 = 99.379 to 80 ÷ 0.795 = 100.629. */
  { "on-period", FIRMS, FLOW, ROW ("2025-Q2", "80", CHANGE ("-20", "on-period-percent")),
    "2025-01-01", "2025-03-31", 100, 0.628931, "100 firms (99 to 101)", "100家（99至101）" },
  { "year-to-date-by-month", FIRMS, FLOW,
    ROW ("2021-08", "80", "\"basis\": \"year-to-date\", " CHANGE ("25", "on-year-percent")),
    "2020-01-01", "2020-08-31", 64, 0.257028, "64 firms (63.7 to 64.3)", "64家（63.7至64.3）" },
  { "qualified", FIRMS, STOCK, ROW ("2025-12-31", "110", "\"qualifier\": \"over\", "
                                    CHANGE ("10.0", "on-year-percent")),
    "2024-12-31", "2024-12-31", 100, 0.045475, ">100 firms (99.95 to 100.05)", ">100家（99.95至100.05）" },

  { "base-unstated", FIRMS, FLOW, ROW ("2021", "80", CHANGE ("9.7", "percent-base-unstated")), NULL, NULL, 0, 0, NULL,
    NULL },
  { "no-level", FIRMS, FLOW, ROW ("2021", "null", CHANGE ("9.7", "on-year-percent")), NULL, NULL, 0, 0, NULL, NULL },
  { "no-change", FIRMS, FLOW, ROW ("2021", "80", "\"note\": \"x\""), NULL, NULL, 0, 0, NULL, NULL },
  { "undated", FIRMS, FLOW, "{\"period\": null, \"value\": 80, " CHANGE ("9.7", "on-year-percent") "}", NULL, NULL, 0,
    0, NULL, NULL },
  { "between-places", PERCENT, RATIO,
    ROW ("2022-08-09", "22.97", "\"published_change\": {\"value\": -4.73, \"kind\": \"points\", \"against\": \"y\"}"),
    NULL, NULL, 0, 0, NULL, NULL },
  { "percent-of-a-percentage", PERCENT, RATIO, ROW ("2021", "5.0", CHANGE ("10", "on-year-percent")), NULL, NULL, 0, 0,
    NULL, NULL },
  { "points-of-an-amount", FIRMS, FLOW, ROW ("2020", "68", CHANGE_ON ("4", "points", "2019")), NULL, NULL, 0, 0, NULL,
    NULL },
  { "fell-to-nothing", FIRMS, FLOW, ROW ("2021", "0", CHANGE ("-100", "on-year-percent")), NULL, NULL, 0, 0, NULL,
    NULL },
  { "from-below-zero", MONEY, FLOW, ROW ("2021", "-80", CHANGE ("10", "on-year-percent")), NULL, NULL, 0, 0, NULL,
    NULL },
  { "no-period-before-a-year-to-date", FIRMS, FLOW,
    ROW ("2021-08", "80", "\"basis\": \"year-to-date\", " CHANGE ("25", "on-period-percent")), NULL, NULL, 0, 0, NULL,
    NULL },
};

static TbDataset *
read_row (const char *unit,
          const char *indicator,
          const char *row)
{
  g_autofree char *series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [%s]", row);

  return tb_analysis_data_series (unit, indicator, series);
}

static void
test_base (gconstpointer data)
{
  const BaseRow *row = data;
  g_autoptr (TbDataset) dataset = read_row (row->unit, row->indicator, row->row);
  TbSide base;
  gboolean follows = tb_published_get_base ((TbFigure) { tb_dataset_get_series (dataset, 0), 0 }, &base);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *en = NULL;
  g_autofree char *zh = NULL;

  g_assert_cmpint (follows, ==, row->start != NULL);
  if (!follows)
    return;

  start = tb_day_to_string (base.span.start);
  end = tb_day_to_string (base.span.end);
  en = tb_published_dup_base (&base, TB_LANGUAGE_EN);
  zh = tb_published_dup_base (&base, TB_LANGUAGE_ZH);
  g_assert_cmpstr (start, ==, row->start);
  g_assert_cmpstr (end, ==, row->end);
  g_assert_true (base.known && base.implied);
  g_assert_cmpfloat_with_epsilon (tb_interval_get_stated (&base.value) / row->base, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (base.value.rounding, row->rounding, 1e-6 * row->base);
  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
}

/* R17 on what two published changes imply of one date: 425.0 and 425.1. */
static void
test_consistent (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    FIRMS, STOCK, "\"indicator\": \"things\", \"multiplier\": 10000, \"observations\": ["
    ROW ("2025-12-31", "470.5", CHANGE ("45.5", "on-year-absolute")) ", "
    ROW ("2026-12-31", "483.0", CHANGE ("57.9", "on-year-absolute")) "]");
  TbSide a, b;
  TbVerdict verdict;

  g_assert_true (tb_published_get_base ((TbFigure) { tb_dataset_get_series (dataset, 0), 0 }, &a));
  g_assert_true (tb_published_get_base ((TbFigure) { tb_dataset_get_series (dataset, 0), 1 }, &b));
  verdict = tb_sides_compare (&a, &b, (TbReference) { 0, 0 });

  g_assert_cmpint (verdict.kind, ==, TB_VERDICT_NOTE);
  g_assert_cmpuint (verdict.codes & TB_RULE (17), !=, 0);
  g_assert_cmpuint (verdict.codes & TB_RULE (20), !=, 0);
  g_assert_cmpfloat (verdict.absolute, ==, 1000);
}

/* What is implied grows by what was published. */
static void
test_round_trip (void)
{
  g_autoptr (TbDataset) dataset = read_row (MONEY, FLOW, ROW ("2021", "392.1", CHANGE ("23.3", "on-year-percent")));
  TbFigure figure = { tb_dataset_get_series (dataset, 0), 0 };
  TbSide base, current;
  TbVerdict verdict;

  g_assert_true (tb_side_load (&current, figure));
  g_assert_true (tb_published_get_base (figure, &base));
  verdict = tb_sides_compare (&base, &current, (TbReference) { 0, 0 });

  g_assert_cmpfloat_with_epsilon (verdict.relative, 23.3, 1e-6);
  g_assert_cmpuint (verdict.codes & TB_RULE (18), ==, 0);
}

typedef struct
{
  const char *name;
  const char *unit;
  const char *indicator;
  const char *row;
  const char *en;
  const char *zh;
  const char *short_en;
  const char *short_zh;
} WordsRow;

static const WordsRow words_rows[] = {
  { "year", MONEY, FLOW, ROW ("2022", "100", CHANGE ("16.0", "on-year-percent")),
    "+16.0% on the year before", "比上年增长16.0%", "+16.0%", "+16.0%" },
  { "half-year", MONEY, FLOW, ROW ("2022-S1", "100", CHANGE ("-2.6", "on-year-percent")),
    "−2.6% year on year", "同比下降2.6%", "−2.6%", "−2.6%" },
  { "amount", FIRMS, STOCK, ROW ("2023-03-31", "1708", CHANGE ("687", "on-year-absolute")),
    "+687 firms year on year", "同比增加687家", "+687", "+687" },
  { "amount-that-fell", FIRMS, STOCK, ROW ("2023-03-31", "1708", CHANGE ("-687", "on-year-absolute")),
    "−687 firms year on year", "同比减少687家", "−687", "−687" },
  { "amount-in-its-multiplier", FIRMS, STOCK,
    ROW ("2025-09-30", "470.5", "\"multiplier\": 10000, " CHANGE ("45.5", "on-year-absolute")),
    "+455,000 firms year on year", "同比增加45.5万家", "+455,000", "+45.5" },
  { "period", FIRMS, FLOW, ROW ("2025-Q2", "80", CHANGE ("-20", "on-period-percent")),
    "−20% on the period before", "环比下降20%", "−20%", "−20%" },
  { "base-unstated", PERCENT, RATIO, ROW ("2021", "9.7", CHANGE ("9.7", "percent-base-unstated")),
    "+9.7%, base not stated", "增长9.7%，基期未注明", "+9.7%", "+9.7%" },
  { "points", PERCENT, RATIO, ROW ("2020", "68", CHANGE_ON ("4", "points", "2019")),
    "+4 percentage points on 2019", "比2019年提高4个百分点", "+4 pp", "+4个百分点" },
  { "points-against", PERCENT, RATIO,
    ROW ("2022-08-09", "22.97", "\"published_change\": {\"value\": -4.73, \"kind\": \"points\", \"against\": \"y\"}"),
    "4.73 percentage points below Y", "比Y低4.73个百分点", "−4.73 pp", "−4.73个百分点" },
  { "times", MONEY, FLOW, ROW ("2019", "294.6", CHANGE_ON ("22.2", "times", "2000")),
    "22.2 times the figure of 2000", "为2000年的22.2倍", "22.2×", "22.2倍" },
  { "unchanged", MONEY, FLOW, ROW ("2022", "100", CHANGE ("0.0", "on-year-percent")),
    "unchanged on the year before", "比上年持平", "0.0%", "0.0%" },
  { "none", MONEY, FLOW, ROW ("2022", "100", "\"note\": \"x\""), NULL, NULL, NULL, NULL },
};

static void
test_words (gconstpointer data)
{
  const WordsRow *row = data;
  g_autoptr (TbDataset) dataset = read_row (row->unit, row->indicator, row->row);
  TbFigure figure = { tb_dataset_get_series (dataset, 0), 0 };
  TbNumberScale en_scale = tb_number_scale_for_power (0, TB_LANGUAGE_EN);
  TbNumberScale zh_scale = tb_number_scale_for_power (strstr (row->row, "10000") != NULL ? 4 : 0, TB_LANGUAGE_ZH);
  g_autofree char *en = tb_published_dup_change (figure, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_published_dup_change (figure, TB_LANGUAGE_ZH);
  g_autofree char *short_en = tb_published_dup_short (figure, en_scale, TB_LANGUAGE_EN);
  g_autofree char *short_zh = tb_published_dup_short (figure, zh_scale, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
  g_assert_cmpstr (short_en, ==, row->short_en);
  g_assert_cmpstr (short_zh, ==, row->short_zh);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TB_TEST_ADD_ROWS ("/published/base/", base_rows, name, test_base);
  TB_TEST_ADD_ROWS ("/published/words/", words_rows, name, test_words);
  g_test_add_func ("/published/R17/two-ways", test_consistent);
  g_test_add_func ("/published/R18/round-trip", test_round_trip);

  return g_test_run ();
}
