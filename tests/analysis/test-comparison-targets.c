/* The columns of the comparison table on targets and published changes, and the
 * pairs across sister series (semantics 4.4, B-3, R1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-comparison.h"
#include "tb-test-rows.h"

#include <math.h>
#include <string.h>

static TbDataset *
read_dataset (const char *indicators,
              const char *series)
{
  g_autofree char *json = g_strdup_printf (
    "{\"tongbi\": \"dataset/1\", \"title\": \"Test\", \"updated\": \"2023-06-30\","
    " \"sources\": {\"a\": {\"publisher\": \"Bureau A\", \"published\": \"2022-01-20\"},"
    "               \"b\": {\"publisher\": \"Bureau B\", \"published\": \"2022-03-31\"}},"
    " \"units\": {\"u\": {\"name\": {\"en\": \"units\", \"zh\": \"台\"}, \"kind\": \"count\"},"
    "             \"w\": {\"name\": {\"en\": \"items\", \"zh\": \"件\"},"
    " \"kind\": \"count\", \"base\": \"u\", \"factor\": 1},"
    "             \"cny\": {\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\"},"
    "             \"pct\": {\"name\": \"%%\", \"kind\": \"percent\"}},"
    " \"indicators\": [%s], \"series\": [%s]}", indicators, series);

  return tb_test_read_dataset (json);
}

static TbComparison *
compare (TbDataset                 *dataset,
         TbDay                      known,
         const TbComparisonOptions *options)
{
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED, .known = known };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, &error);

  g_assert_no_error (error);

  return tb_comparison_new (selection, options);
}

/* The first column of a kind; −1 where the table has none. */
static gssize
find_column (const TbComparison *comparison,
             TbColumnKind        kind)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      if (tb_comparison_get_column (comparison, i)->kind == kind)
        return (gssize) i;
    }

  return -1;
}

static char *
dup_targets (const TbComparison *comparison,
             gsize               row,
             TbLanguage          language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize column = (gsize) find_column (comparison, TB_COLUMN_TARGET);
       column < tb_comparison_get_n_columns (comparison);
       column++)
    {
      g_autofree char *cell = tb_comparison_dup_cell (comparison, row, column, language);

      g_string_append_printf (text, "[%s]", cell);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* One indicator with an observed figure and a target. Cells: target, deadline,
 * measured by, gap, completion, time elapsed, status. @reason is of @refused. */
typedef struct
{
  const char   *name;
  const char   *unit, *measure;   /* measure with all that the indicator has more */
  const char   *observations;
  const char   *en, *zh;
  TbColumnKind  refused;          /* FIGURE: no cell is asked about */
  const char   *codes;            /* what its reason ends with */
} Row;

#define FLOW "\"flow\""
#define LEVEL "\"stock\""
#define RATIO "\"ratio\""

static const Row rows[] = {
  /* T-6's own case: 46 of 100 after 6 of 12 months. R16: no gap half-way. */
  { "T-6", "u", FLOW,
    "{\"period\": \"2023-S1\", \"value\": 46, \"basis\": \"year-to-date\"},"
    "{\"period\": \"2023\", \"value\": 100, \"kind\": \"target\", \"comparator\": \"at-least\"}",
    "[≥100][31 Dec 2023][46 (H1 2023)][—][46.0%][50.0%][no path given]",
    "[≥100][2023年12月31日][46（2023年上半年）][—][46.0%][50.0%][未设进度要求]", TB_COLUMN_GAP, "(R16)" },
  /* T-1's own case: 105 against ≥100. */
  { "T-1", "u", FLOW,
    "[\"2022\", 105], {\"period\": \"2022\", \"value\": 100, \"kind\": \"target\", \"comparator\": \"at-least\"}",
    "[≥100][31 Dec 2022][105 (2022)][+5][105.0%][100.0%][achieved]",
    "[≥100][2022年12月31日][105（2022年）][+5][105.0%][100.0%][已实现]", TB_COLUMN_FIGURE, NULL },
  /* 1999 of 2000 is 99.95 %: not rounded to the whole. */
  { "T-6-not-rounded-up", "u", FLOW,
    "[\"2022\", 1999], {\"period\": \"2022\", \"value\": 2000, \"kind\": \"target\", \"comparator\": \"at-least\"}",
    "[≥2,000][31 Dec 2022][1,999 (2022)][−1][99.9%][100.0%][missed]",
    "[≥2,000][2022年12月31日][1,999（2022年）][−1][99.9%][100.0%][未实现]", TB_COLUMN_FIGURE, NULL },
  /* T-2's own case: 5.1 % against ≤5.5 %, headroom 0.4 points and no completion. */
  { "T-2", "pct", RATIO,
    "[\"2022-12-31\", 5.1],"
    "{\"period\": \"2022-12-31\", \"value\": 5.5, \"kind\": \"target\", \"comparator\": \"at-most\"}",
    "[≤5.5][31 Dec 2022][5.1 (31 Dec 2022)][−0.4 pp][—][—][achieved]",
    "[≤5.5][2022年12月31日][5.1（2022年12月31日）][−0.4个百分点][—][—][已实现]", TB_COLUMN_COMPLETION, "T-6)" },
  /* T-4: words only. */
  { "T-4", "u", LEVEL,
    "[\"2022-12-31\", 5],"
    "{\"period\": \"2022-12-31\", \"value\": null, \"kind\": \"target\", \"comparator\": \"verbal\","
    " \"text\": {\"en\": \"reasonable\", \"zh\": \"合理\"}}",
    "[reasonable][31 Dec 2022][5 (31 Dec 2022)][—][—][—][—]",
    "[合理][2022年12月31日][5（2022年12月31日）][—][—][—][—]", TB_COLUMN_STATUS, "(T-4)" },
  /* T-5: without a day there is no word. */
  { "T-5-undated", "u", LEVEL,
    "[\"2022-12-31\", 5], {\"period\": null, \"value\": 8, \"kind\": \"target\", \"comparator\": \"at-least\"}",
    "[≥8][—][5 (31 Dec 2022)][—][—][—][—]",
    "[≥8][—][5（2022年12月31日）][—][—][—][—]", TB_COLUMN_STATUS, "T-5)" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *indicator = g_strdup_printf ("{\"id\": \"x\", \"name\": \"X\", \"unit\": \"%s\", \"measure\": %s}",
                                                row->unit, row->measure);
  g_autofree char *series = g_strdup_printf ("{\"indicator\": \"x\", \"observations\": [%s]}", row->observations);
  g_autoptr (TbDataset) dataset = read_dataset (indicator, series);
  g_autoptr (TbComparison) comparison = compare (dataset, 0, &(TbComparisonOptions) { .targets = TRUE });
  g_autofree char *en = NULL;
  g_autofree char *zh = NULL;

  g_assert_cmpint (find_column (comparison, TB_COLUMN_TARGET), >=, 0);
  en = dup_targets (comparison, 0, TB_LANGUAGE_EN);
  zh = dup_targets (comparison, 0, TB_LANGUAGE_ZH);
  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
  if (row->refused != TB_COLUMN_FIGURE)
    {
      gsize column = (gsize) find_column (comparison, row->refused);
      g_autofree char *note = tb_comparison_dup_cell_note (comparison, 0, column, TB_LANGUAGE_EN);
      g_autofree char *description = tb_comparison_dup_cell_description (comparison, 0, column, TB_LANGUAGE_EN);

      if (!g_str_has_suffix (note, row->codes))
        g_assert_cmpstr (note, ==, row->codes);
      g_assert_cmpstr (description, ==, note);
      g_assert_true (isnan (tb_comparison_get_number (comparison, 0, column)));
    }
}

static const char two[] = "{\"id\": \"x\", \"name\": \"X\", \"unit\": \"u\", \"measure\": \"flow\"},"
                          "{\"id\": \"y\", \"name\": \"Y\", \"unit\": \"cny\", \"measure\": \"flow\"}";

/* Of several targets the one that runs on the day, else the last that ran. A
 * row without a target has empty cells, one without an observed figure dashes. */
static void
test_choice (void)
{
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"x\", \"observations\": [[\"2021\", 5], [\"2022\", 6], {\"period\": \"2023-S1\", \"value\": 3,"
    " \"basis\": \"year-to-date\"},"
    " {\"period\": \"2021\", \"value\": 10, \"kind\": \"target\"},"
    " {\"period\": \"2022\", \"value\": 20, \"kind\": \"target\"},"
    " {\"period\": \"2023\", \"value\": 30, \"kind\": \"target\"},"
    " {\"period\": \"2025\", \"value\": 40, \"kind\": \"target\"}]},"
    "{\"indicator\": \"y\", \"observations\": [[\"2022\", 6]]}");
  static const struct { int year; double target; double actual; } days[] = { { 2022, 20, 6 }, { 2023, 30, 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      TbComparisonOptions options = { .targets = TRUE, .as_of = tb_day_new (days[i].year, 12, 31) };
      g_autoptr (TbComparison) comparison = compare (dataset, 0, &options);
      gsize target = (gsize) find_column (comparison, TB_COLUMN_TARGET);
      gsize actual = (gsize) find_column (comparison, TB_COLUMN_ACTUAL);
      g_autofree char *empty = tb_comparison_dup_cell (comparison, 1, target, TB_LANGUAGE_EN);
      g_autofree char *none = tb_comparison_dup_cell_description (comparison, 1, target, TB_LANGUAGE_ZH);

      g_assert_cmpfloat (tb_comparison_get_number (comparison, 0, target), ==, days[i].target);
      g_assert_cmpfloat (tb_comparison_get_number (comparison, 0, actual), ==, days[i].actual);
      g_assert_cmpstr (empty, ==, "");
      g_assert_cmpstr (none, ==, "未设目标");
      g_assert_true (isnan (tb_comparison_get_number (comparison, 1, target)));
    }
}

static void
test_not_asked_for (void)
{
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"x\", \"observations\": [[\"2021\", 5],"
    " {\"period\": \"2021\", \"value\": 10, \"kind\": \"target\"}]}");
  g_autoptr (TbDataset) unmeasured = read_dataset (two,
    "{\"indicator\": \"x\", \"observations\": [{\"period\": \"2021\", \"value\": 10, \"kind\": \"target\"}]}");
  g_autoptr (TbComparison) plain = compare (dataset, 0, NULL);
  TbComparisonOptions all = { .targets = TRUE, .published = TRUE };
  g_autoptr (TbComparison) nothing = compare (unmeasured, 0, &all);

  g_assert_cmpint (find_column (plain, TB_COLUMN_TARGET), <, 0);
  g_assert_cmpint (find_column (nothing, TB_COLUMN_TARGET), <, 0);
  g_assert_cmpint (find_column (nothing, TB_COLUMN_PUBLISHED), <, 0);
}

/* 392.1亿 at +23.3 %: the column stands although no pair can be compared. */
static void
test_published (void)
{
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"y\", \"observations\": [{\"period\": \"2021-S1\", \"value\": 392.1, \"multiplier\": 100000000,"
    "  \"published_change\": {\"value\": 23.3, \"kind\": \"on-year-percent\"}}]},"
    "{\"indicator\": \"x\", \"observations\": [{\"period\": \"2021-S1\", \"value\": 1708,"
    "  \"published_change\": {\"value\": 687, \"kind\": \"on-year-absolute\"}}]}");
  g_autoptr (TbComparison) comparison = compare (dataset, 0, &(TbComparisonOptions) { .published = TRUE });
  gssize column = find_column (comparison, TB_COLUMN_PUBLISHED);
  g_autofree char *title = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *no_note = NULL;
  g_autofree char *note = NULL;

  g_assert_cmpint (column, >=, 0);
  title = tb_comparison_dup_column_title (comparison, (gsize) column, TB_LANGUAGE_ZH);
  percent = tb_comparison_dup_cell (comparison, 0, (gsize) column, TB_LANGUAGE_ZH);
  plain = tb_comparison_dup_cell_plain (comparison, 0, (gsize) column, TB_LANGUAGE_ZH);
  amount = tb_comparison_dup_cell (comparison, 1, (gsize) column, TB_LANGUAGE_EN);
  no_note = tb_comparison_dup_cell_note (comparison, 0, (gsize) column, TB_LANGUAGE_EN);
  note = tb_comparison_dup_cell_note (comparison, 1, (gsize) column, TB_LANGUAGE_EN);
  g_assert_cmpstr (title, ==, "2021年上半年公布增减");
  g_assert_cmpstr (percent, ==, "+23.3%");
  g_assert_cmpstr (plain, ==, "23.3%");
  g_assert_cmpstr (amount, ==, "+687");
  g_assert_null (no_note);
  g_assert_nonnull (note);
  g_assert_cmpfloat (tb_comparison_get_number (comparison, 0, (gsize) column), ==, 23.3);
  g_assert_true (isnan (tb_comparison_get_number (comparison, 1, (gsize) column)));
}

/* R1: an indicator that was split by scope says what differs, in both rows. */
static void
test_sisters (void)
{
  TbComparePair pair = { tb_test_read_period ("2021"), tb_test_read_period ("2022") };
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"x\", \"scope\": \"without farms\", \"observations\": [[\"2021\", 5]]},"
    "{\"indicator\": \"x\", \"scope\": \"all\", \"observations\": [[\"2022\", 6]]},"
    "{\"indicator\": \"y\", \"observations\": [[\"2022\", 6]]}");
  g_autoptr (TbComparison) comparison = compare (dataset, 0, &(TbComparisonOptions) { .pairs = &pair, .n_pairs = 1 });
  gsize column = (gsize) find_column (comparison, TB_COLUMN_ABSOLUTE);

  for (gsize row = 0; row < 2; row++)
    {
      TbVerdict verdict = tb_comparison_get_verdict (comparison, row, column);
      g_autofree char *cell = tb_comparison_dup_cell (comparison, row, column, TB_LANGUAGE_EN);
      g_autofree char *note = tb_comparison_dup_cell_note (comparison, row, column, TB_LANGUAGE_EN);

      g_assert_cmpuint (verdict.codes & (TB_RULE (0) | TB_RULE (1)), ==, TB_RULE (1));
      g_assert_cmpstr (cell, ==, "—");
      g_assert_nonnull (strstr (note, "without farms"));
    }
  g_assert_cmpuint (tb_comparison_get_verdict (comparison, 2, column).codes, ==, TB_RULE (0));
}

/* Units that differ in their counting word: the change stands once, in the row of
 * the later figure, with a note. */
static void
test_sisters_of_one_family (void)
{
  TbComparePair pair = { tb_test_read_period ("2021"), tb_test_read_period ("2022") };
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"x\", \"observations\": [[\"2021\", 5]]},"
    "{\"indicator\": \"x\", \"unit\": \"w\", \"observations\": [[\"2022\", 7]]}");
  g_autoptr (TbComparison) comparison = compare (dataset, 0, &(TbComparisonOptions) { .pairs = &pair, .n_pairs = 1 });
  gsize column = (gsize) find_column (comparison, TB_COLUMN_ABSOLUTE);
  TbVerdict verdict = tb_comparison_get_verdict (comparison, 1, column);

  g_assert_cmpint (verdict.kind, ==, TB_VERDICT_NOTE);
  g_assert_cmpfloat (verdict.absolute, ==, 2.0);
  g_assert_cmpuint (tb_comparison_get_verdict (comparison, 0, column).codes, ==, TB_RULE (0));
}

static const char sourced[] =
  "{\"indicator\": \"x\", \"observations\": ["
  " {\"period\": \"2021\", \"value\": 5, \"source\": \"a\"}, {\"period\": \"2021\", \"value\": 6, \"source\": \"b\"},"
  " {\"period\": \"2020\", \"value\": 4, \"source\": \"a\"}, {\"period\": \"2020\", \"value\": 4, \"source\": \"b\"}]}";

/* A conflict is shown with both figures and sources, a confirmation counts once
 * with both sources; a day before the second source leaves both out. */
static void
test_sources (void)
{
  g_autoptr (TbDataset) dataset = read_dataset (two, sourced);
  g_autoptr (TbComparison) now = compare (dataset, 0, NULL);
  g_autoptr (TbComparison) then = compare (dataset, tb_day_new (2022, 3, 30), NULL);
  g_autofree char *agree = tb_comparison_dup_cell_note (now, 0, 0, TB_LANGUAGE_EN);
  g_autofree char *disagree = tb_comparison_dup_cell_note (now, 0, 1, TB_LANGUAGE_EN);
  g_autofree char *disagree_zh = tb_comparison_dup_cell_note (now, 0, 1, TB_LANGUAGE_ZH);
  g_autofree char *once = tb_comparison_dup_cell_note (then, 0, 0, TB_LANGUAGE_EN);
  g_autofree char *alone = tb_comparison_dup_cell_note (then, 0, 1, TB_LANGUAGE_EN);
  g_autofree char *description = tb_comparison_dup_cell_description (then, 0, 1, TB_LANGUAGE_EN);

  g_assert_cmpstr (agree, ==, "from several sources: Bureau A, 20 Jan 2022; Bureau B, 31 Mar 2022");
  g_assert_cmpstr (disagree, ==, "sources disagree: 5 units (Bureau A, 20 Jan 2022); 6 units (Bureau B, 31 Mar 2022)");
  g_assert_cmpstr (disagree_zh, ==, "来源不一：5台（Bureau A，2022年1月20日）；6台（Bureau B，2022年3月31日）");
  g_assert_null (once);
  g_assert_null (alone);
  g_assert_null (strstr (description, "Bureau B"));
}

/* As known on a day: the first release of 2021. */
static void
test_known (void)
{
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"x\", \"observations\": [[\"2020\", 4],"
    " {\"period\": \"2021\", \"value\": 6, \"vintage\": \"2022-06-30\"},"
    " {\"period\": \"2021\", \"value\": 5, \"vintage\": \"2022-01-31\"}]}");
  g_autoptr (TbComparison) now = compare (dataset, 0, NULL);
  g_autoptr (TbComparison) then = compare (dataset, tb_day_new (2022, 6, 29), NULL);
  gsize column = (gsize) find_column (now, TB_COLUMN_ABSOLUTE);

  g_assert_cmpfloat (tb_comparison_get_number (now, 0, column), ==, 2.0);
  g_assert_cmpfloat (tb_comparison_get_number (then, 0, column), ==, 1.0);
}

/* R19: on 30 June the year was not over. */
static void
test_as_of (void)
{
  TbComparePair pair = { tb_test_read_period ("2021"), tb_test_read_period ("2022") };
  TbComparisonOptions options = { .pairs = &pair, .n_pairs = 1, .as_of = tb_day_new (2022, 6, 30) };
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"x\", \"observations\": [[\"2021\", 4], [\"2022\", 2]]}");
  g_autoptr (TbComparison) comparison = compare (dataset, 0, &options);
  gsize column = (gsize) find_column (comparison, TB_COLUMN_ABSOLUTE);

  g_assert_cmpuint (tb_comparison_get_verdict (comparison, 0, column).codes & TB_RULE (19), !=, 0);
  g_assert_cmpint (tb_comparison_get_reference (comparison).as_of, ==, options.as_of);
}

/* R19: a year's figure that was known before the year was over is of no known day. */
static void
test_open_elapsed (void)
{
  static const char *const notes[] = { "no time elapsed: 2022 was not over on 30 Jun 2022 (R19)",
                                       "不计算时序进度：截至2022年6月30日，2022年尚未结束（R19）" };
  TbComparisonOptions options = { .targets = TRUE, .as_of = tb_day_new (2022, 6, 30) };
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"x\", \"observations\": [[\"2022\", 2], "
    "{\"period\": \"2022\", \"value\": 10, \"kind\": \"target\"}]}");
  g_autoptr (TbComparison) comparison = compare (dataset, 0, &options);
  gsize column = (gsize) find_column (comparison, TB_COLUMN_ELAPSED);

  for (int language = 0; language < 2; language++)
    {
      g_autofree char *cell = tb_comparison_dup_cell (comparison, 0, column, (TbLanguage) language);
      g_autofree char *note = tb_comparison_dup_cell_note (comparison, 0, column, (TbLanguage) language);

      g_assert_cmpstr (cell, ==, "—");
      g_assert_cmpstr (note, ==, notes[language]);
    }
  g_assert_true (isnan (tb_comparison_get_number (comparison, 0, column)));
}

/* Files hold what readers see as a power of ten as a number. */
static void
test_powers (void)
{
  TbComparePair pair = { tb_test_read_period ("2021"), tb_test_read_period ("2022") };
  TbComparisonOptions options = { .pairs = &pair, .n_pairs = 1 };
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"x\", \"observations\": [[\"2021\", 1], [\"2022\", -1e300]]}");
  g_autoptr (TbComparison) comparison = compare (dataset, 0, &options);
  gsize column = (gsize) find_column (comparison, TB_COLUMN_ABSOLUTE);
  g_autofree char *shown = tb_comparison_dup_cell (comparison, 0, column, TB_LANGUAGE_EN);
  g_autofree char *plain = tb_comparison_dup_cell_plain (comparison, 0, column, TB_LANGUAGE_EN);

  g_assert_cmpstr (shown, ==, "−1×10³⁰⁰");
  g_assert_cmpstr (plain, ==, "-1e300");
}

/* B-5: amounts of several units have no order; percentages, days and words have. */
static void
test_sort (void)
{
  g_autoptr (TbDataset) dataset = read_dataset (two,
    "{\"indicator\": \"x\", \"observations\": [[\"2021\", 5], [\"2022\", 6],"
    " {\"period\": \"2022\", \"value\": 10, \"kind\": \"target\"}]},"
    "{\"indicator\": \"y\", \"observations\": [[\"2021\", 6], [\"2022\", 6]]}");
  g_autoptr (TbComparison) comparison = compare (dataset, 0, &(TbComparisonOptions) { .targets = TRUE });
  static const struct { TbColumnKind kind; gboolean can; } columns[] = {
    { TB_COLUMN_FIGURE, FALSE }, { TB_COLUMN_ABSOLUTE, FALSE }, { TB_COLUMN_RELATIVE, TRUE },
    { TB_COLUMN_TARGET, FALSE },
    { TB_COLUMN_DEADLINE, TRUE }, { TB_COLUMN_GAP, FALSE }, { TB_COLUMN_COMPLETION, TRUE }, { TB_COLUMN_STATUS, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_assert_cmpint (tb_comparison_can_sort (comparison, (gsize) find_column (comparison, columns[i].kind)), ==,
                     columns[i].can);
}

/* A figure for each of 40 periods in 10,000 rows with targets: what is laid out at
 * once must not grow faster than the figures, or this outlives the test's time limit. */
static void
test_many (void)
{
  enum { n_rows = 10000 };
  g_autoptr (GString) series = g_string_new (NULL);
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (TbComparison) comparison = NULL;
  gsize gap;

  for (int i = 0; i < n_rows; i++)
    {
      g_string_append_printf (series, "%s{\"indicator\": \"x\", \"scope\": \"%d\", \"observations\": [",
                              i > 0 ? "," : "", i);
      for (int year = 1983; year <= 2022; year++)
        g_string_append_printf (series, "[\"%d\", %d],", year, year + i);
      g_string_append (series, "{\"period\": \"2022\", \"value\": 1, \"kind\": \"target\"}]}");
    }
  dataset = read_dataset (two, series->str);
  comparison = compare (dataset, 0, &(TbComparisonOptions) { .targets = TRUE, .published = TRUE });

  g_assert_cmpuint (tb_comparison_get_n_rows (comparison), ==, n_rows);
  gap = (gsize) find_column (comparison, TB_COLUMN_GAP);
  for (gsize row = 0; row < n_rows; row += n_rows - 1)
    g_assert_cmpfloat (tb_comparison_get_number (comparison, row, gap), ==, 2022 + (double) row - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/comparison/target/", rows, name, test_row);
  g_test_add_func ("/comparison/target/choice", test_choice);
  g_test_add_func ("/comparison/target/not-asked-for", test_not_asked_for);
  g_test_add_func ("/comparison/published", test_published);
  g_test_add_func ("/comparison/sisters/R1", test_sisters);
  g_test_add_func ("/comparison/sisters/one-family", test_sisters_of_one_family);
  g_test_add_func ("/comparison/sources", test_sources);
  g_test_add_func ("/comparison/known", test_known);
  g_test_add_func ("/comparison/as-of", test_as_of);
  g_test_add_func ("/comparison/open-elapsed", test_open_elapsed);
  g_test_add_func ("/comparison/powers", test_powers);
  g_test_add_func ("/comparison/sort", test_sort);
  g_test_add_func ("/comparison/many", test_many);

  return g_test_run ();
}
