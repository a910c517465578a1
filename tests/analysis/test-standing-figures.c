/* Which figure a target is measured by; average growth; units; a target in words.
 *
 * Expected numbers are the rule's own, or worked out by hand beside the row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-standing.h"

#include <math.h>

#define COUNT "\"name\": {\"en\": \"units\", \"zh\": \"台\"}, \"kind\": \"count\""
#define PERCENT "\"name\": \"%\", \"kind\": \"percent\""
#define MONEY "\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\""
#define STOCK "\"measure\": \"stock\", \"direction\": \"up\""
#define FLOW "\"measure\": \"flow\", \"direction\": \"up\""
#define THINGS(observations) "\"indicator\": \"things\", \"observations\": [" observations "]"
#define ROW(period, value) "{\"period\": \"" period "\", \"value\": " value "}"
#define MORE(period, value, more) "{\"period\": \"" period "\", \"value\": " value ", " more "}"
#define TARGET(period, value, more) "{\"period\": \"" period "\", \"value\": " value ", \"kind\": \"target\"" more "}"
#define NONE NAN
#define NO_REFERENCE ((TbReference) { 0, 0 })

static void
check_number (double actual,
              double expected)
{
  g_assert_cmpint (isnan (actual), ==, isnan (expected));
  if (!isnan (expected))
    g_assert_cmpfloat_with_epsilon (actual, expected, 1e-5);
}

/* T-8: 7 % a year on 100 in 2020. 1.07³ = 1.225043, 1.07⁴ = 1.310796,
 * 1.07⁵ = 1.402552; the cube root of 1.18 is 1.056722, of 1.25 1.077217, the
 * fourth root of 1.3 is 1.067790, the fifth of 1.41 is 1.071134, of 1.4 1.069610. */
typedef struct
{
  const char    *name;
  const char    *target;
  const char    *figures;
  TbStandingWord word;
  double         growth;
  double         required;
  const char    *en;
  const char    *zh;
} GrowthRow;

#define GROWTH(more) TARGET ("2021/2025", "7", ", \"target_basis\": \"growth-avg\", \"comparator\": \"at-least\"" more)
#define SINCE_2020 ", \"baseline\": {\"period\": \"2020\", \"value\": 100}"

static const GrowthRow growth_rows[] = {
  { "behind", GROWTH (SINCE_2020), ROW ("2023", "118"), TB_STANDING_BEHIND_PATH, 5.672181, 122.5043,
    "average growth so far 5.7% a year, target 7%: behind path (CNY 123 required)",
    "年均增长5.7%，目标为增长7%：落后于进度要求（应达到123元）" },
  { "on-path", GROWTH (SINCE_2020), ROW ("2023", "125"), TB_STANDING_ON_PATH, 7.721735, 122.5043,
    "average growth so far 7.7% a year, target 7%: on path (CNY 123 required)",
    "年均增长7.7%，目标为增长7%：符合进度要求（应达到123元）" },
  /* From 118 to 130 in one year is 10.2 %, and yet too little. */
  { "not-by-the-last-year", GROWTH (SINCE_2020), ROW ("2024", "130") ", " ROW ("2023", "118"), TB_STANDING_BEHIND_PATH,
    6.778997, 131.0796,
    "average growth so far 6.8% a year, target 7%: behind path (CNY 131 required)",
    "年均增长6.8%，目标为增长7%：落后于进度要求（应达到131元）" },
  { "achieved", GROWTH (SINCE_2020), ROW ("2025", "141"), TB_STANDING_ACHIEVED, 7.113404, 140.255173,
    "average growth so far 7.1% a year, target 7%: achieved", "年均增长7.1%，目标为增长7%：已实现" },
  { "missed", GROWTH (SINCE_2020), ROW ("2025", "140"), TB_STANDING_MISSED, 6.961038, 140.255173,
    "average growth so far 6.96% a year, target 7%: missed", "年均增长6.96%，目标为增长7%：未实现" },
  { "no-baseline", GROWTH (""), ROW ("2023", "125"), TB_STANDING_NONE, NONE, NONE,
    "average growth needs a baseline or the rate of every year, and positive figures", "年均增速须有基期数或历年增速，且各数为正" },
  { "negative", GROWTH (SINCE_2020), ROW ("2023", "-5"), TB_STANDING_NONE, NONE, NONE,
    "average growth needs a baseline or the rate of every year, and positive figures", "年均增速须有基期数或历年增速，且各数为正" },
  { "half-year", GROWTH (SINCE_2020), ROW ("2023-S1", "60"), TB_STANDING_NONE, NONE, NONE,
    "periods of different length (2021–2025, H1 2023)", "时期长短不同（2021—2025年、2023年上半年）" },
};

/* 1.08 × 1.06 × 1.05 = 1.20204, whose cube root is 1.063260. */
static void
test_growth_of_rates (void)
{
  static const char *const rows[] = {
    GROWTH ("") ", " ROW ("2023", "5.0") ", " ROW ("2021", "8.0") ", " ROW ("2022", "6.0") ", " ROW ("2020", "1.0"),
    GROWTH ("") ", " ROW ("2023", "5.0") ", " ROW ("2021", "8.0"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *series = g_strdup_printf (THINGS ("%s"), rows[i]);
      g_autoptr (TbDataset) dataset = tb_analysis_data_series (PERCENT,
                                                               "\"measure\": \"growth\", \"direction\": \"up\"",
                                                               series);
      TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
      TbFigure actual = { tb_dataset_get_series (dataset, 0), 1 };
      TbStanding standing = tb_standing_assess (target, actual, NO_REFERENCE);
      g_autofree char *en = tb_standing_dup_text (&standing, target, actual, TB_LANGUAGE_EN);

      check_number (standing.growth, i == 0 ? 6.326040 : NONE);
      g_assert_cmpint (standing.word, ==, i == 0 ? TB_STANDING_BEHIND_PATH : TB_STANDING_NONE);
      g_assert_cmpstr (en, ==, i == 0 ? "average growth so far 6.3% a year, target 7%: behind path"
                                      : "average growth needs a baseline or the rate of every year, and positive "
                                        "figures");
    }
}

static void
test_growth (gconstpointer data)
{
  const GrowthRow *row = data;
  g_autofree char *series = g_strdup_printf (THINGS ("%s, %s"), row->target, row->figures);
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (MONEY, FLOW, series);
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure actual = { tb_dataset_get_series (dataset, 0), 1 };
  TbStanding standing = tb_standing_assess (target, actual, NO_REFERENCE);
  g_autofree char *en = tb_standing_dup_text (&standing, target, actual, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_standing_dup_text (&standing, target, actual, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
  g_assert_cmpint (standing.word, ==, row->word);
  check_number (standing.growth, row->growth);
  check_number (standing.required, row->required);
  g_assert_cmpuint (standing.codes & TB_RULE_T (8), !=, 0);
  g_assert_cmpint (standing.completion.kind, ==, TB_VERDICT_INVALID);
  g_assert_cmpfloat (standing.growth_required, ==, 7);
}

/* Units, places and wholes: a dataset of its own. */
static TbDataset *
read_dataset (const char *series)
{
  g_autofree char *json = g_strdup_printf (
    "{\"tongbi\": \"dataset/1\", \"title\": \"Test\", \"places\": {\"x\": {\"name\": \"X\"}, \"y\": {\"name\": \"Y\"}},"
    " \"units\": {\"ge\": {\"name\": {\"en\": \"items\", \"zh\": \"个\"}, \"kind\": \"count\"},"
    "   \"xiang\": {\"name\": {\"en\": \"entries\", \"zh\": \"项\"}, "
    "\"kind\": \"count\", \"base\": \"ge\", \"factor\": 1},"
    "   \"cny\": {\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\"},"
    "   \"kg\": {\"name\": \"kg\", \"kind\": \"mass\"},"
    "   \"t\": {\"name\": {\"en\": \"tonnes\", \"zh\": \"吨\"}, "
    "\"kind\": \"mass\", \"base\": \"kg\", \"factor\": 1000}},"
    " \"indicators\": ["
    "   {\"id\": \"resources\", \"name\": \"Resources\", \"unit\": \"ge\", \"measure\": \"flow\", \"direction\": "
    "\"up\"},"
    "   {\"id\": \"harvest\", \"name\": \"Harvest\", \"unit\": \"kg\", \"measure\": \"flow\", \"direction\": \"up\"},"
    "   {\"id\": \"planned\", \"name\": \"Planned\", \"unit\": \"cny\", \"measure\": \"stock\", \"direction\": "
    "\"none\"},"
    "   {\"id\": \"done\", \"name\": \"Done\", \"unit\": \"cny\", \"measure\": \"cumulative\", \"since\": "
    "\"inception\","
    "    \"part_of\": \"planned\"},"
    "   {\"id\": \"spent\", \"name\": \"Spent\", \"unit\": \"cny\", \"measure\": \"flow\", \"part_of\": \"done\"}],"
    " \"series\": [%s]}", series);

  return tb_test_read_dataset (json);
}

#define RESOURCES_TARGET \
  "{\"indicator\": \"resources\", \"place\": \"x\", \"unit\": \"xiang\", \"observations\": [" \
  TARGET ("2023", "1000", ", \"qualifier\": \"at-least\"") "]}, "

typedef struct
{
  const char *name;
  const char *series;      /* the first row of the first series is the target, that of the second the figure */
  double      completion;
  const char *codes;       /* of the completion */
  const char *en;
  const char *zh;
} CompletionRow;

static const CompletionRow completion_rows[] = {
  /* 320 of 1,000 counted with other words. */
  { "counting-words",
    RESOURCES_TARGET "{\"indicator\": \"resources\", \"place\": \"x\", \"observations\": ["
                     MORE ("2023-Q1", "320", "\"basis\": \"year-to-date\"") "]}",
    32, "R1 T-6",
    "32% of the target; 25% of the time elapsed, +7 percentage points; no path given; "
    "counting words differ (“entries”, “items”)",
    "完成目标的32%；时序进度25%，超前7个百分点；未设进度要求；计量用词不同（“项”、“个”）" },
  /* 460 kg of 1 t */
  { "converted",
    "{\"indicator\": \"harvest\", \"place\": \"x\", \"unit\": \"t\", \"observations\": ["
    TARGET ("2023", "1", "") "]}, "
    "{\"indicator\": \"harvest\", \"place\": \"x\", \"observations\": ["
    MORE ("2023-S1", "460", "\"basis\": \"year-to-date\"") "]}",
    46, "T-6",
    "46% of the target; 50% of the time elapsed, −4 percentage points; no path given",
    "完成目标的46%；时序进度50%，落后4个百分点；未设进度要求" },
  { "other-place",
    RESOURCES_TARGET "{\"indicator\": \"resources\", \"place\": \"y\", \"observations\": ["
                     MORE ("2023-Q1", "320", "\"basis\": \"year-to-date\"") "]}",
    NONE, "R1", "not the same thing: place (“X”, “Y”)", "地区不同（“X”、“Y”）" },
  { "other-scope",
    RESOURCES_TARGET "{\"indicator\": \"resources\", \"place\": \"x\", \"scope\": \"of one list\", \"observations\": ["
                     MORE ("2023-Q1", "320", "\"basis\": \"year-to-date\"") "]}",
    NONE, "R1", NULL, NULL },
  /* 361 of 956 */
  { "planned-whole",
    "{\"indicator\": \"planned\", \"place\": \"x\", \"multiplier\": 100000000, \"observations\": ["
      MORE ("2023-03-31", "956", "\"kind\": \"plan\", \"basis\": \"multi-year\"") "]}, "
    "{\"indicator\": \"done\", \"place\": \"x\", \"multiplier\": 100000000, \"observations\": ["
      MORE ("2023-03-31", "361", "\"basis\": \"multi-year\"") "]}",
    37.761506, "T-6", "37.8% of the plan", "完成计划的37.8%" },
  { "planned-whole-of-another-list",
    "{\"indicator\": \"planned\", \"place\": \"x\", \"scope\": \"18 projects\", \"observations\": ["
      MORE ("2023-03-31", "956", "\"kind\": \"plan\", \"basis\": \"multi-year\"") "]}, "
    "{\"indicator\": \"done\", \"place\": \"x\", \"scope\": \"115 projects\", \"observations\": ["
      MORE ("2023-03-31", "361", "\"basis\": \"multi-year\"") "]}",
    NONE, NULL, NULL, NULL },
  { "spending-of-a-quarter",
    "{\"indicator\": \"planned\", \"place\": \"x\", \"observations\": ["
      MORE ("2023-03-31", "956", "\"kind\": \"plan\", \"basis\": \"multi-year\"") "]}, "
    "{\"indicator\": \"spent\", \"place\": \"x\", \"observations\": ["
    MORE ("2023-Q1", "12", "\"basis\": \"year-to-date\"") "]}",
    NONE, NULL, NULL, NULL },
};

static void
test_completion (gconstpointer data)
{
  const CompletionRow *row = data;
  g_autoptr (TbDataset) dataset = read_dataset (row->series);
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure actual = { tb_dataset_get_series (dataset, 1), 0 };
  TbFigure found = tb_standing_find_actual (dataset, target, 0, NO_REFERENCE);
  TbStanding standing = tb_standing_assess (target, actual, NO_REFERENCE);
  g_autofree char *codes = tb_rules_dup_codes (standing.completion.codes);
  g_autofree char *en = tb_standing_dup_text (&standing, target, actual, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_standing_dup_text (&standing, target, actual, TB_LANGUAGE_ZH);

  check_number (standing.completion.value, row->completion);
  if (row->codes != NULL)
    g_assert_cmpstr (codes, ==, row->codes);
  if (g_str_equal (row->name, "planned-whole"))
    g_assert_cmpuint (standing.codes, ==, TB_RULE_T (6));
  if (row->en != NULL)
    g_assert_cmpstr (en, ==, row->en);
  if (row->zh != NULL)
    g_assert_cmpstr (zh, ==, row->zh);
  /* What may stand against the target is what is found for it. */
  if (isnan (row->completion))
    g_assert_null (found.series);
  else
    g_assert_true (found.series == actual.series && found.row == 0);
}

/* 1,460 kg are 0.460 t above 1 t. */
static void
test_converted_gap (void)
{
  g_autoptr (TbDataset) dataset = read_dataset (
    "{\"indicator\": \"harvest\", \"place\": \"x\", \"unit\": \"t\", \"measure\": \"stock\", \"observations\": ["
    TARGET ("2023-12-31", "1", "") "]}, "
    "{\"indicator\": \"harvest\", \"place\": \"x\", \"measure\": \"stock\", \"observations\": ["
    ROW ("2023-12-31", "1460") "]}");
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure actual = { tb_dataset_get_series (dataset, 1), 0 };
  TbStanding standing = tb_standing_assess (target, actual, NO_REFERENCE);
  g_autofree char *en = tb_standing_dup_text (&standing, target, actual, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_standing_dup_text (&standing, target, actual, TB_LANGUAGE_ZH);

  check_number (standing.gap.value, 0.46);
  g_assert_cmpstr (en, ==, "+0.460 tonnes above the target: achieved");
  g_assert_cmpstr (zh, ==, "高于目标0.460吨：已实现");
}

typedef struct
{
  const char *name;
  const char *indicator;
  const char *rows;    /* the first is the target */
  const char *known;   /* nullable */
  int         found;   /* −1: none */
} FindRow;

static const FindRow find_rows[] = {
  { "latest", STOCK, TARGET ("2025-12-31", "100", "") ", " ROW ("2023-12-31", "70") ", " ROW ("2024-12-31", "80") ", "
                     ROW ("2022-12-31", "60"), NULL, 2 },
  { "not-after-the-deadline", STOCK, TARGET ("2023-12-31", "100", "") ", " ROW ("2022-12-31", "70") ", "
    ROW ("2024-12-31", "80"),
    NULL, 1 },
  { "after-the-deadline-if-nothing-else", STOCK, TARGET ("2021-10-31", "8", "") ", " ROW ("2023-03-31", "9"), NULL, 1 },
  { "of-the-year-to-date", FLOW,
    TARGET ("2025", "100", "") ", " ROW ("2025-06", "8") ", " MORE ("2025-S1", "46", "\"basis\": \"year-to-date\"") ", "
    ROW ("2025-Q2", "22"), NULL, 2 },
  { "targets-are-no-figures", STOCK, TARGET ("2025-12-31", "100", "") ", "
    MORE ("2024-12-31", "80", "\"kind\": \"forecast\""), NULL, -1 },
  { "undated-is-none", STOCK, TARGET ("2025-12-31", "100", "") ", {\"period\": null, \"value\": 80}", NULL, -1 },
  { "missing-is-none", STOCK, TARGET ("2025-12-31", "100", "") ", " MORE ("2024-12-31", "null", "\"status\": \"M\""),
    NULL, -1 },
  { "for-a-target-in-words", STOCK,
    "{\"period\": \"2025\", \"value\": null, \"kind\": \"target\", \"comparator\": \"verbal\", \"text\": \"steady\"}, "
    ROW ("2024-12-31", "80"), NULL, 1 },
  { "latest-vintage", STOCK,
    TARGET ("2025-12-31", "100", "") ", " MORE ("2024-12-31", "80", "\"vintage\": \"2025-01-31\"") ", "
    MORE ("2024-12-31", "82", "\"vintage\": \"2025-06-30\""), NULL, 2 },
  { "as-known-before", STOCK,
    TARGET ("2025-12-31", "100", "") ", " MORE ("2024-12-31", "80", "\"vintage\": \"2025-01-31\"") ", "
    MORE ("2024-12-31", "82", "\"vintage\": \"2025-06-30\""), "2025-03-31", 1 },
};

static void
test_find (gconstpointer data)
{
  const FindRow *row = data;
  g_autofree char *series = g_strdup_printf (THINGS ("%s"), row->rows);
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (COUNT, row->indicator, series);
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure found;
  TbDay known = 0;

  if (row->known != NULL)
    g_assert_true (tb_day_parse (row->known, &known));
  found = tb_standing_find_actual (dataset, target, known, NO_REFERENCE);

  g_assert_cmpint (found.series != NULL ? (int) found.row : -1, ==, row->found);
}

typedef struct
{
  const char *name;
  const char *unit;
  const char *row;
  const char *en;
  const char *zh;
} TargetRow;

static const TargetRow target_rows[] = {
  { "at-least", COUNT, TARGET ("2025", "100", ", \"comparator\": \"at-least\""), "≥100", "≥100" },
  { "at-most", PERCENT, TARGET ("2025", "5.5", ", \"comparator\": \"at-most\""), "≤5.5", "≤5.5" },
  { "equal", COUNT, TARGET ("2025", "100", ", \"comparator\": \"equal\""), "100", "100" },
  { "range", COUNT, "{\"period\": \"2025\", \"low\": 4, \"high\": 5, \"kind\": \"target\"}", "4–5", "4–5" },
  { "about", COUNT, TARGET ("2025", "45", ", \"comparator\": \"about\""), "about 45", "45左右" },
  { "about-with-tolerance", COUNT, TARGET ("2025", "45", ", \"low\": 43, \"high\": 47, \"comparator\": \"about\""),
    "about 45 (43–47)", "45左右（43–47）" },
  { "average-growth", COUNT, TARGET ("2021/2025", "7", ", \"multiplier\": 10000, \"target_basis\": \"growth-avg\""),
    "≥7% a year on average", "年均增长≥7%" },
  { "words", COUNT,
    "{\"period\": \"2025\", \"value\": null, \"kind\": \"target\", \"comparator\": \"verbal\","
    " \"text\": {\"en\": \"in a reasonable range\", \"zh\": \"保持在合理区间\"}}",
    "in a reasonable range", "保持在合理区间" },
  { "nothing", COUNT, "{\"period\": \"2025\", \"value\": null, \"kind\": \"target\"}", "…", "…" },
};

static void
test_target (gconstpointer data)
{
  const TargetRow *row = data;
  g_autofree char *series = g_strdup_printf (THINGS ("%s"), row->row);
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (row->unit, FLOW, series);
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbNumberScale none = tb_number_scale_for_power (0, TB_LANGUAGE_EN);
  g_autofree char *en = tb_standing_dup_target (target, none, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_standing_dup_target (target, none, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
}

typedef struct
{
  const char *name;
  const char *indicator;
  const char *rows;
  const char *en;
  const char *zh;
} ReasonRow;

static const ReasonRow reason_rows[] = {
  { "level", STOCK, TARGET ("2025-12-31", "100", "") ", " ROW ("2025-12-31", "50"),
    "completion applies only to totals added up from the same start",
    "完成率仅适用于自同一起点累计的目标" },
  { "zero", FLOW, TARGET ("2025", "0", "") ", " MORE ("2025-09", "3", "\"basis\": \"year-to-date\""),
    "a target of zero or less has no percentage", "目标值为零或负数，无百分比可算" },
  { "ceiling", FLOW, TARGET ("2025", "100", ", \"comparator\": \"at-most\"") ", "
    MORE ("2025-S1", "50", "\"basis\": \"year-to-date\""),
    "a ceiling has headroom, no completion", "上限目标只看余量，不计算完成率" },
  { "about", FLOW, TARGET ("2025", "100", ", \"comparator\": \"about\"") ", "
    MORE ("2025-S1", "50", "\"basis\": \"year-to-date\""),
    "a range or an approximate target is met within its tolerance, not completed", "区间或约数目标只论是否在区间或允差之内" },
  { "words", FLOW,
    "{\"period\": \"2025\", \"value\": null, \"kind\": \"target\", \"comparator\": \"verbal\", \"text\": \"x\"}, "
                   ROW ("2025-Q1", "5"),
    "the target is put in words only", "目标仅有文字表述" },
  { "given", FLOW, TARGET ("2025", "100", "") ", " MORE ("2025-S1", "50", "\"basis\": \"year-to-date\""), "", "" },
};

static void
test_reason (gconstpointer data)
{
  const ReasonRow *row = data;
  g_autofree char *series = g_strdup_printf (THINGS ("%s"), row->rows);
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (COUNT, row->indicator, series);
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure actual = { tb_dataset_get_series (dataset, 0), 1 };
  TbStanding standing = tb_standing_assess (target, actual, NO_REFERENCE);
  g_autofree char *en = tb_standing_dup_no_completion (&standing, target, actual, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_standing_dup_no_completion (&standing, target, actual, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
}

/* The deadline, the end of the period, or none. */
static void
test_deadline (void)
{
  static const struct
  {
    const char *row;
    const char *deadline;  /* NULL: none */
  } cases[] = {
    { TARGET ("2021", "8", ", \"deadline\": \"2021-10-31\""), "2021-10-31" },
    { TARGET ("2021-S1", "8", ""), "2021-06-30" },
    { TARGET ("2021-10-15", "8", ""), "2021-10-15" },
    { "{\"period\": null, \"value\": 8, \"kind\": \"target\"}", NULL },
    /* The day on which the money for all years was told. */
    { TARGET ("2021-10-15", "8", ", \"basis\": \"multi-year\""), NULL },
    { TARGET ("2021/2025", "8", ", \"basis\": \"multi-year\""), "2025-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *series = g_strdup_printf (THINGS ("%s"), cases[i].row);
      g_autoptr (TbDataset) dataset = tb_analysis_data_series (COUNT, STOCK, series);
      TbDay deadline = tb_target_get_deadline ((TbFigure) { tb_dataset_get_series (dataset, 0), 0 });
      g_autofree char *text = deadline != 0 ? tb_day_to_string (deadline) : NULL;

      g_assert_cmpstr (text, ==, cases[i].deadline);
    }
}

/* R19: a reason names the day that the figure was looked at. */
static void
test_open_period (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    COUNT, FLOW, THINGS (TARGET ("2025", "45", ", \"comparator\": \"about\"") ", " ROW ("2025", "20")));
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure actual = { tb_dataset_get_series (dataset, 0), 1 };
  TbReference reference = { tb_day_new (2025, 5, 31), 0 };
  TbStanding standing = tb_standing_assess (target, actual, reference);
  g_autofree char *en = tb_standing_dup_text (&standing, target, actual, TB_LANGUAGE_EN);

  g_assert_cmpint (standing.completion.kind, ==, TB_VERDICT_INVALID);
  g_assert_cmpstr (en, ==, "2025 was not over on 31 May 2025");
}

/* Of two parts, neither is what was done of the whole. */
static void
test_two_parts (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (
    "{\"tongbi\": \"dataset/1\", \"title\": \"Test\","
    " \"units\": {\"cny\": {\"name\": \"yuan\", \"kind\": \"money\", \"currency\": \"CNY\"}},"
    " \"indicators\": ["
    "   {\"id\": \"planned\", \"name\": \"Planned\", \"unit\": \"cny\", \"measure\": \"stock\"},"
    "   {\"id\": \"own\", \"name\": \"Own\", \"unit\": \"cny\", \"measure\": \"cumulative\","
    "    \"since\": \"inception\", \"part_of\": \"planned\"},"
    "   {\"id\": \"lent\", \"name\": \"Lent\", \"unit\": \"cny\", \"measure\": \"cumulative\","
    "    \"since\": \"inception\", \"part_of\": \"planned\"}],"
    " \"series\": ["
    "   {\"indicator\": \"planned\", \"observations\": ["
         MORE ("2023-03-31", "956", "\"kind\": \"plan\", \"basis\": \"multi-year\"") "]},"
    "   {\"indicator\": \"own\", \"observations\": [" ROW ("2023-03-31", "100") "]},"
    "   {\"indicator\": \"lent\", \"observations\": [" ROW ("2023-03-31", "261") "]}]}");
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };

  g_assert_null (tb_standing_find_actual (dataset, target, 0, NO_REFERENCE).series);
}

/* The five words of T-5, and none. */
static void
test_words (void)
{
  static const char *const en[] = { "", "met so far", "on path", "behind path", "no path given", "achieved", "missed" };

  for (int i = 0; i < (int) G_N_ELEMENTS (en); i++)
    {
      g_assert_cmpstr (tb_standing_get_word ((TbStandingWord) i, TB_LANGUAGE_EN), ==, en[i]);
      g_assert_cmpint (*tb_standing_get_word ((TbStandingWord) i, TB_LANGUAGE_ZH) == '\0', ==, i == 0);
    }
}

static void
test_nothing (void)
{
  TbStanding standing = tb_standing_assess ((TbFigure) { NULL, 0 }, (TbFigure) { NULL, 0 }, NO_REFERENCE);
  g_autofree char *text = tb_standing_dup_text (&standing, (TbFigure) { NULL, 0 }, (TbFigure) { NULL, 0 },
                                                TB_LANGUAGE_EN);

  g_assert_cmpuint (standing.codes, ==, TB_RULE (0));
  g_assert_cmpint (standing.word_kind, ==, TB_VERDICT_INVALID);
  g_assert_cmpstr (text, ==, "a figure is missing, or has no number or date");
  g_assert_cmpint (tb_target_get_deadline ((TbFigure) { NULL, 0 }), ==, 0);
}

#define ADD_ROWS(prefix, table, function) \
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) \
    { \
      g_autofree char *path = g_strconcat (prefix, table[i].name, NULL); \
\
      g_test_add_data_func (path, &table[i], function); \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS ("/standing/T-8/", growth_rows, test_growth)
  ADD_ROWS ("/standing/T-6/", completion_rows, test_completion)
  ADD_ROWS ("/standing/find/", find_rows, test_find)
  ADD_ROWS ("/standing/T-11/target/", target_rows, test_target)
  ADD_ROWS ("/standing/T-6/no-completion/", reason_rows, test_reason)
  g_test_add_func ("/standing/T-1/converted", test_converted_gap);
  g_test_add_func ("/standing/T-8/of-rates", test_growth_of_rates);
  g_test_add_func ("/standing/T-5/deadline", test_deadline);
  g_test_add_func ("/standing/R19/open-period", test_open_period);
  g_test_add_func ("/standing/find/two-parts", test_two_parts);
  g_test_add_func ("/standing/T-5/words", test_words);
  g_test_add_func ("/standing/R0/nothing", test_nothing);

  return g_test_run ();
}
