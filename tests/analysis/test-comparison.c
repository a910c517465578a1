/* The content of the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-comparison.h"

#include <math.h>

static const char json[] =
  "{\"tongbi\": \"dataset/1\", \"title\": \"Test\", \"updated\": \"2024-05-31\","
  " \"places\": {\"x\": {\"name\": {\"en\": \"X City\", \"zh\": \"甲市\"}}, "
  "\"y\": {\"name\": {\"en\": \"Y City\", \"zh\": \"乙市\"}}},"
  " \"units\": {\"bed\": {\"name\": {\"en\": \"beds\", \"zh\": \"张\"}, \"kind\": \"count\"},"
  "             \"pct\": {\"name\": \"%\", \"kind\": \"percent\"}},"
  " \"indicators\": ["
  "  {\"id\": \"beds\", \"name\": {\"en\": \"Beds\", \"zh\": \"床位\"}, \"unit\": \"bed\", \"measure\": \"stock\"},"
  "  {\"id\": \"share\", \"name\": {\"en\": \"Share\", \"zh\": \"占比\"}, \"unit\": \"pct\", \"measure\": \"ratio\"},"
  "  {\"id\": \"built\", \"name\": {\"en\": \"Beds built\", \"zh\": \"新建床位\"}, "
  "\"unit\": \"bed\", \"measure\": \"flow\"}],"
  " \"series\": ["
  "  {\"indicator\": \"beds\", \"place\": \"x\", \"multiplier\": 10000, \"observations\": ["
  "   [\"2021-12-31\", 6.50], [\"2022-12-31\", 6.77], "
  "{\"period\": \"2023-12-31\", \"value\": 7, \"kind\": \"target\"}]},"
  "  {\"indicator\": \"beds\", \"place\": \"y\", \"observations\": ["
  "   [\"2021-12-31\", 400], {\"period\": \"2022-12-31\", \"value\": 380, \"qualifier\": \"over\"}]},"
  "  {\"indicator\": \"share\", \"place\": \"x\", \"observations\": [[\"2021-12-31\", 33.2], [\"2022-12-31\", 37.4]]},"
  "  {\"indicator\": \"built\", \"place\": \"x\", \"observations\": [[\"2022\", 100], [\"2022-S1\", 46], "
  "[\"2024\", 30]]}]}";

static TbComparison *
new_comparison (const TbComparePair *pairs,
                gsize                n_pairs)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (json);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, &error);

  g_assert_no_error (error);

  return tb_comparison_new (selection, &(TbComparisonOptions) { .pairs = pairs, .n_pairs = n_pairs });
}

static void
assert_titles (TbComparison *comparison,
               TbLanguage    language,
               const char   *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
    {
      g_autofree char *title = tb_comparison_dup_column_title (comparison, column, language);

      g_string_append_printf (titles, "%s%s", column > 0 ? " | " : "", title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
assert_row (TbComparison *comparison,
            gsize         row,
            TbLanguage    language,
            const char   *expected)
{
  g_autofree char *title = tb_comparison_dup_row_title (comparison, row, language);
  g_autofree char *unit = tb_comparison_dup_row_unit (comparison, row, language);
  g_autoptr (GString) cells = g_string_new (NULL);

  g_string_append_printf (cells, "%s, %s:", title, unit);
  for (gsize column = 0; column < tb_comparison_get_n_columns (comparison); column++)
    {
      g_autofree char *cell = tb_comparison_dup_cell (comparison, row, column, language);

      g_string_append_printf (cells, " [%s]", cell);
    }
  g_assert_cmpstr (cells->str, ==, expected);
}

static const TbComparePair *
get_pair (void)
{
  static TbComparePair pair;

  pair = (TbComparePair) { tb_test_read_period ("2021-12-31"), tb_test_read_period ("2022-12-31") };

  return &pair;
}

/* 6.77 − 6.50 = 0.27万 = 2,700; 0.27 / 6.50 = 4.1538 %. 380 is a lower bound, so
 * that against 400 the sign is not known. */
static void
test_cells (void)
{
  g_autoptr (TbComparison) comparison = new_comparison (get_pair (), 1);

  assert_titles (comparison, TB_LANGUAGE_EN,
                 "31 Dec 2021 | H1 2022 | 2022 | 31 Dec 2022 | 31 Dec 2023 (target) | 2024 | "
                                             "Change, 31 Dec 2021 to 31 Dec 2022 | Change in %, 31 Dec 2021 to 31 Dec "
                                             "2022");
  assert_row (comparison, 0, TB_LANGUAGE_EN,
              "Beds (X City), beds: [65,000] [] [] [67,700] [70,000] [] [+2,700] [+4.2%]");
  assert_row (comparison, 0, TB_LANGUAGE_ZH, "床位（甲市）, 万张: [6.50] [] [] [6.77] [7] [] [+0.27] [+4.2%]");
  assert_row (comparison, 1, TB_LANGUAGE_EN, "Beds (Y City), beds: [400] [] [] [>380] [] [] [—] [—]");
  assert_row (comparison, 2, TB_LANGUAGE_EN, "Share (X City), %: [33.2] [] [] [37.4] [] [] [+4.2 pp] [n/a]");
  assert_row (comparison, 2, TB_LANGUAGE_ZH, "占比（甲市）, %: [33.2] [] [] [37.4] [] [] [+4.2个百分点] [不适用]");
  assert_row (comparison, 3, TB_LANGUAGE_EN, "Beds built (X City), beds: [] [46] [100] [] [] [30] [—] [—]");
}

static void
test_plain (void)
{
  g_autoptr (TbComparison) comparison = new_comparison (get_pair (), 1);
  g_autofree char *figure = tb_comparison_dup_cell_plain (comparison, 0, 0, TB_LANGUAGE_EN);
  g_autofree char *bound = tb_comparison_dup_cell_plain (comparison, 1, 3, TB_LANGUAGE_EN);
  g_autofree char *absolute = tb_comparison_dup_cell_plain (comparison, 2, 6, TB_LANGUAGE_EN);
  g_autofree char *relative = tb_comparison_dup_cell_plain (comparison, 0, 7, TB_LANGUAGE_EN);

  g_assert_cmpstr (figure, ==, "65000");
  g_assert_cmpstr (bound, ==, ">380");
  g_assert_cmpstr (absolute, ==, "4.2");
  g_assert_cmpstr (relative, ==, "4.2");
}

static void
test_numbers (void)
{
  g_autoptr (TbComparison) comparison = new_comparison (get_pair (), 1);

  g_assert_cmpfloat (tb_comparison_get_number (comparison, 0, 0), ==, 65000.0);
  g_assert_cmpfloat (tb_comparison_get_number (comparison, 0, 6), ==, 2700.0);
  g_assert_cmpfloat_with_epsilon (tb_comparison_get_number (comparison, 0, 7), 4.153846, 1e-6);
  g_assert_cmpfloat (tb_comparison_get_number (comparison, 2, 6), ==, 4.2);
  g_assert_true (isnan (tb_comparison_get_number (comparison, 0, 1)));
  g_assert_true (isnan (tb_comparison_get_number (comparison, 1, 6)));
}

static void
test_reasons (void)
{
  g_autoptr (TbComparison) comparison = new_comparison (get_pair (), 1);
  g_autofree char *refused = tb_comparison_dup_cell_description (comparison, 1, 6, TB_LANGUAGE_EN);
  g_autofree char *refused_zh = tb_comparison_dup_cell_description (comparison, 1, 6, TB_LANGUAGE_ZH);
  g_autofree char *absent = tb_comparison_dup_cell_description (comparison, 3, 6, TB_LANGUAGE_EN);
  g_autofree char *change = tb_comparison_dup_cell_description (comparison, 0, 6, TB_LANGUAGE_ZH);
  g_autofree char *empty = tb_comparison_dup_cell_description (comparison, 0, 1, TB_LANGUAGE_EN);
  g_autofree char *no_note = tb_comparison_dup_cell_note (comparison, 0, 6, TB_LANGUAGE_EN);

  g_assert_cmpstr (refused, ==, "not compared: only bounds are known, which do not tell rise from fall (R6 R15)");
  g_assert_cmpstr (refused_zh, ==, "不可比：仅公布界限值或区间，升降不能确定（R6 R15）");
  g_assert_cmpstr (absent, ==, "not compared: a figure is missing, or has no number or date (R0)");
  g_assert_cmpstr (change, ==, "较上年末增加2,700张，增长4.2%");
  g_assert_cmpstr (empty, ==, "no figure for this period");
  g_assert_null (no_note);
}

/* The date of the dataset decides what is complete (R19): 2024 was not on 31 May. */
static void
test_incomplete (void)
{
  TbComparePair pair = { tb_test_read_period ("2022"), tb_test_read_period ("2024") };
  g_autoptr (TbComparison) comparison = new_comparison (&pair, 1);
  TbVerdict verdict = tb_comparison_get_verdict (comparison, 3, tb_comparison_get_n_columns (comparison) - 1);

  g_assert_cmpuint (verdict.codes, ==, TB_RULE (19));
}

/* 2024 can not be compared; the last that can is the end of 2022 with that of 2021. */
static void
test_proposed (void)
{
  g_autoptr (TbComparison) comparison = new_comparison (NULL, 0);
  gsize n = tb_comparison_get_n_columns (comparison);
  const TbColumn *column = tb_comparison_get_column (comparison, n - 1);

  g_assert_cmpuint (n, ==, 8);
  g_assert_cmpint (column->kind, ==, TB_COLUMN_RELATIVE);
  g_assert_true (tb_period_equal (column->base, tb_test_read_period ("2021-12-31")));
  g_assert_true (tb_period_equal (column->period, tb_test_read_period ("2022-12-31")));
}

/* Two rows have years and one has the dates that end on the same day. */
static void
test_proposed_by_most (void)
{
  static const char many[] =
    "{\"tongbi\": \"dataset/1\", \"title\": \"Test\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": ["
    "  {\"id\": \"a\", \"name\": \"A\", \"unit\": \"u\", \"measure\": \"stock\"},"
    "  {\"id\": \"b\", \"name\": \"B\", \"unit\": \"u\", \"measure\": \"flow\"},"
    "  {\"id\": \"c\", \"name\": \"C\", \"unit\": \"u\", \"measure\": \"flow\"}],"
    " \"series\": ["
    "  {\"indicator\": \"a\", \"observations\": [[\"2021-12-31\", 1], [\"2022-12-31\", 2], [null, 3]]},"
    "  {\"indicator\": \"b\", \"observations\": [[\"2021\", 1], [\"2022\", 2]]},"
    "  {\"indicator\": \"c\", \"observations\": [[\"2021\", 1], [\"2022\", 2]]}]}";
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (many);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, NULL);
  g_autoptr (TbComparison) comparison = tb_comparison_new (selection, NULL);
  const TbColumn *column = tb_comparison_get_column (comparison, tb_comparison_get_n_columns (comparison) - 1);

  g_assert_true (tb_period_equal (column->period, tb_test_read_period ("2022")));
  g_assert_true (tb_period_equal (column->base, tb_test_read_period ("2021")));
}

/* A pair after the other: those that can be compared, the last first; then those that
 * can not; then none. */
static void
test_further (void)
{
  static const char text[] =
    "{\"tongbi\": \"dataset/1\", \"title\": \"Test\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"u\", \"measure\": \"flow\"},"
    "  {\"id\": \"b\", \"name\": \"B\", \"unit\": \"u\", \"measure\": \"flow\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2020-Q4\", 1], [\"2021-Q3\", 2], [\"2021-Q4\", 3]]},"
    "  {\"indicator\": \"b\", \"observations\": [[\"2021-S1\", 5], [null, 7]]}]}";
  /* Q4 with the one a year before, and with the quarter before; of Q3 the nearest before it;
   * then by their ends, a half-year with quarters. */
  static const char *const expected[][2] = { { "2020-Q4", "2021-Q4" }, { "2021-Q3", "2021-Q4" },
                                             { "2020-Q4", "2021-Q3" }, { "2021-S1", "2021-Q4" },
                                             { "2021-S1", "2021-Q3" }, { "2020-Q4", "2021-S1" } };
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (text);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, NULL);
  TbComparePair pairs[G_N_ELEMENTS (expected)];

  for (gsize n = 0; n <= G_N_ELEMENTS (expected); n++)
    {
      g_autoptr (TbComparison) comparison
        = tb_comparison_new (selection, &(TbComparisonOptions) { .pairs = pairs, .n_pairs = n });
      gsize known = MAX (n, 1);
      TbComparePair further;

      g_assert_cmpuint (tb_comparison_get_n_columns (comparison), ==, 5 + 2 * known);
      if (n == 0)
        {
          const TbColumn *column = tb_comparison_get_column (comparison, 5);

          pairs[0] = (TbComparePair) { column->base, column->period };
        }
      else if (n < G_N_ELEMENTS (expected))
        {
          g_assert_true (tb_comparison_propose_further (comparison, &further));
          pairs[n] = further;
        }
      else
        g_assert_false (tb_comparison_propose_further (comparison, &further));
      if (n < G_N_ELEMENTS (expected))
        {
          TbComparePair hoped = { tb_test_read_period (expected[n][0]), tb_test_read_period (expected[n][1]) };
          g_autofree char *label = tb_compare_pair_dup_label (pairs[n], TB_LANGUAGE_EN);

          g_test_message ("%zu: %s", n, label);
          g_assert_true (tb_compare_pair_equal (pairs[n], hoped));
        }
    }
}

static void
test_pair_labels (void)
{
  TbComparePair pair = { tb_test_read_period ("2020-S1"), tb_test_read_period ("2021-S1") };
  g_autofree char *english = tb_compare_pair_dup_label (pair, TB_LANGUAGE_EN);
  g_autofree char *chinese = tb_compare_pair_dup_label (pair, TB_LANGUAGE_ZH);

  g_assert_cmpstr (english, ==, "H1 2020 to H1 2021");
  g_assert_cmpstr (chinese, ==, "2021年上半年比2020年上半年");
}

static void
test_several_pairs (void)
{
  TbComparePair pairs[] = { { tb_test_read_period ("2021-12-31"), tb_test_read_period ("2022-12-31") },
                            { tb_test_read_period ("2022-12-31"), tb_test_read_period ("2021-12-31") } };
  g_autoptr (TbComparison) comparison = new_comparison (pairs, 2);

  g_assert_cmpuint (tb_comparison_get_n_columns (comparison), ==, 10);
  g_assert_cmpfloat (tb_comparison_get_number (comparison, 0, 6), ==, 2700.0);
  g_assert_cmpfloat (tb_comparison_get_number (comparison, 0, 8), ==, -2700.0);
}

/* From an actual figure to a target of a later date is a planned change: R16. */
static void
test_kinds (void)
{
  TbComparePair pair = { tb_test_read_period ("2022-12-31"), tb_test_read_period ("2023-12-31") };
  g_autoptr (TbComparison) comparison = new_comparison (&pair, 1);

  g_assert_cmpint (tb_comparison_get_verdict (comparison, 0, 6).kind, ==, TB_VERDICT_NOTE);
  g_assert_cmpuint (tb_comparison_get_verdict (comparison, 0, 6).codes & TB_RULE (16), !=, 0);
}

/* N-4: fewer unemployed is better, an amount of money is neither; N-7: of a change
 * of 4900 % beside ten of 2 % the others are still seen. */
static TbComparison *
compare_directed (guint n_small)
{
  g_autoptr (GString) text = g_string_new (
    "{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": ["
    "  {\"id\": \"up\", \"name\": \"U\", \"unit\": \"u\", \"measure\": \"stock\", \"direction\": \"up\"},"
    "  {\"id\": \"down\", \"name\": \"D\", \"unit\": \"u\", \"measure\": \"stock\", \"direction\": \"down\"},"
    "  {\"id\": \"none\", \"name\": \"N\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"places\": {");
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (TbSelection) selection = NULL;

  for (guint i = 0; i <= n_small; i++)
    g_string_append_printf (text, "%s\"p%u\": {\"name\": \"p%u\"}", i > 0 ? ", " : "", i, i);
  g_string_append (text, "}, \"series\": ["
                         "{\"indicator\": \"up\", \"place\": \"p0\", \"observations\": [[\"2021-12-31\", 100], "
                         "[\"2022-12-31\", 5000]]},"
                         "{\"indicator\": \"down\", \"place\": \"p0\", \"observations\": [[\"2021-12-31\", 100], "
                         "[\"2022-12-31\", 98]]},"
                         "{\"indicator\": \"none\", \"place\": \"p0\", \"observations\": [[\"2021-12-31\", 100], "
                         "[\"2022-12-31\", 98]]}");
  for (guint i = 1; i <= n_small; i++)
    g_string_append_printf (text, ", {\"indicator\": \"up\", \"place\": \"p%u\", \"observations\": "
                                  "[[\"2021-12-31\", 100], [\"2022-12-31\", %s]]}", i, i == 1 ? "100" : "98");
  g_string_append (text, "]}");
  dataset = tb_test_read_dataset (text->str);
  selection = tb_selection_new (dataset, &query, NULL);

  return tb_comparison_new (selection, &(TbComparisonOptions) { .pairs = get_pair (), .n_pairs = 1 });
}

static gsize
find_kind (const TbComparison *comparison,
           TbColumnKind        kind)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    if (tb_comparison_get_column (comparison, i)->kind == kind)
      return i;
  g_assert_not_reached ();
}

static void
test_bars (void)
{
  g_autoptr (TbComparison) few = compare_directed (1);
  g_autoptr (TbComparison) many = compare_directed (12);
  g_autoptr (TbComparison) mixed = new_comparison (get_pair (), 1);

  gsize amount = find_kind (mixed, TB_COLUMN_ABSOLUTE);

  /* Columns: two of figures, the amount, the percentage. */
  g_assert_cmpint (tb_comparison_get_tone (few, 0, 2), ==, TB_TONE_GOOD);
  g_assert_cmpint (tb_comparison_get_tone (few, 1, 3), ==, TB_TONE_GOOD);
  g_assert_cmpint (tb_comparison_get_tone (few, 2, 2), ==, TB_TONE_NEUTRAL);
  g_assert_cmpint (tb_comparison_get_tone (few, 3, 2), ==, TB_TONE_NEUTRAL);
  g_assert_cmpint (tb_comparison_get_tone (many, 5, 2), ==, TB_TONE_BAD);
  /* Of 4900, 2, 2 and none: nine of ten lie within 2, the bar ends at twice that. */
  g_assert_cmpfloat (tb_comparison_find_reach (few, 2), ==, 4);
  g_assert_cmpfloat (tb_comparison_find_reach (many, 3), ==, 4);
  /* Persons and percentages have no length in common; percentages of them do: 4.15 %. */
  g_assert_true (isnan (tb_comparison_find_reach (mixed, amount)));
  g_assert_cmpfloat_with_epsilon (tb_comparison_find_reach (mixed, amount + 1), 100 * 0.27 / 6.5, 1e-9);
}

/* Two rows in another order: the columns and the answers are those of the whole. */
static void
test_some_rows (void)
{
  g_autoptr (TbComparison) whole = new_comparison (get_pair (), 1);
  g_autoptr (TbComparison) some = tb_comparison_new_of (whole, (const guint32[]) { 2, 0 }, 2, NULL, 0, "beds");
  gsize amount = find_kind (whole, TB_COLUMN_ABSOLUTE);
  gsize n_all;
  g_autofree char *points = NULL;

  g_assert_cmpstr (tb_comparison_get_words (some, &n_all), ==, "beds");
  g_assert_cmpuint (n_all, ==, 4);
  g_assert_null (tb_comparison_get_words (whole, &n_all));
  g_assert_cmpuint (tb_comparison_get_n_rows (some), ==, 2);
  g_assert_cmpuint (tb_comparison_get_n_columns (some), ==, tb_comparison_get_n_columns (whole));
  g_assert_true (tb_comparison_get_series (some, 1) == tb_comparison_get_series (whole, 0));
  g_assert_true (tb_selection_get (tb_comparison_get_selection (some),
                                   0)->series == tb_comparison_get_series (whole, 2));
  g_clear_pointer (&whole, tb_comparison_unref);
  points = tb_comparison_dup_cell (some, 0, amount, TB_LANGUAGE_EN);
  g_assert_cmpstr (points, ==, "+4.2 pp");
}

/* Some columns in another order: the cells, changes too, are those of the whole. */
static void
test_some_columns (void)
{
  g_autoptr (TbComparison) whole = new_comparison (get_pair (), 1);
  guint32 amount = (guint32) find_kind (whole, TB_COLUMN_ABSOLUTE);
  const guint32 columns[] = { amount, 1 };
  g_autoptr (TbComparison) some = tb_comparison_new_of (whole, (const guint32[]) { 2, 0 }, 2, columns, 2, NULL);
  g_autoptr (TbComparison) fewer = tb_comparison_new_of (some, (const guint32[]) { 0 }, 1, (const guint32[]) { 1 }, 1,
                                                         NULL);

  g_assert_cmpuint (tb_comparison_get_n_columns (some), ==, 2);
  g_assert_cmpint (tb_comparison_get_column (some, 0)->kind, ==, TB_COLUMN_ABSOLUTE);
  g_assert_true (tb_period_equal (tb_comparison_get_column (some, 1)->period,
                                  tb_comparison_get_column (whole, 1)->period));
  for (gsize row = 0; row < 2; row++)
    for (gsize i = 0; i < 2; i++)
      {
        g_autofree char *cell = tb_comparison_dup_cell (some, row, i, TB_LANGUAGE_EN);
        g_autofree char *of_whole = tb_comparison_dup_cell (whole, row == 0 ? 2 : 0, columns[i], TB_LANGUAGE_EN);
        g_autofree char *note = tb_comparison_dup_cell_note (some, row, i, TB_LANGUAGE_EN);
        g_autofree char *note_of_whole = tb_comparison_dup_cell_note (whole, row == 0 ? 2 : 0, columns[i],
                                                                      TB_LANGUAGE_EN);

        g_assert_cmpstr (cell, ==, of_whole);
        g_assert_cmpstr (note, ==, note_of_whole);
      }
  g_assert_cmpuint (tb_comparison_get_n_columns (fewer), ==, 1);
  g_assert_true (tb_period_equal (tb_comparison_get_column (fewer, 0)->period,
                                  tb_comparison_get_column (whole, 1)->period));
}

static void
test_heads (void)
{
  g_autoptr (TbComparison) comparison = new_comparison (get_pair (), 1);
  const struct { gsize column; TbLanguage language; const char *head, *band; } cases[] = {
    { 0, TB_LANGUAGE_EN, "31 Dec 2021", "At a date" },
    { 1, TB_LANGUAGE_EN, "H1 2022", "Half-year" },
    { find_kind (comparison, TB_COLUMN_ABSOLUTE), TB_LANGUAGE_EN, "Amount", "Change, 31 Dec 2021 to 31 Dec 2022" },
    { find_kind (comparison, TB_COLUMN_RELATIVE), TB_LANGUAGE_ZH, "增长（%）", "2022年12月31日比2021年12月31日" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *head = tb_comparison_dup_column_head (comparison, cases[i].column, cases[i].language);
      g_autofree char *band = tb_comparison_dup_column_band (comparison, cases[i].column, cases[i].language);

      g_assert_cmpstr (head, ==, cases[i].head);
      g_assert_cmpstr (band, ==, cases[i].band);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison/cells", test_cells);
  g_test_add_func ("/comparison/plain", test_plain);
  g_test_add_func ("/comparison/numbers", test_numbers);
  g_test_add_func ("/comparison/reasons", test_reasons);
  g_test_add_func ("/comparison/incomplete", test_incomplete);
  g_test_add_func ("/comparison/proposed", test_proposed);
  g_test_add_func ("/comparison/proposed-by-most", test_proposed_by_most);
  g_test_add_func ("/comparison/further", test_further);
  g_test_add_func ("/comparison/pair-labels", test_pair_labels);
  g_test_add_func ("/comparison/several-pairs", test_several_pairs);
  g_test_add_func ("/comparison/kinds", test_kinds);
  g_test_add_func ("/comparison/bars", test_bars);
  g_test_add_func ("/comparison/heads", test_heads);
  g_test_add_func ("/comparison/some-rows", test_some_rows);
  g_test_add_func ("/comparison/some-columns", test_some_columns);

  return g_test_run ();
}
