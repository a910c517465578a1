/* The table as it is worked out: its rows in order and found, what is copied of it, what it
 * says. No window is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-table.h"
#include "tb-app-test.h"
#include "tb-comparison-caption.h"
#include "tb-comparison-survey.h"
#include "tb-comparison-title.h"
#include "tb-comparison-words.h"
#include "tb-test-gen.h"

#include <math.h>

static void
test_sort (void)
{
  g_autoptr (TbComparison) comparison = tb_app_table_compare (tb_app_table_sorting, NULL);
  int year_2020 = (int) tb_app_table_find_year (comparison, 2020);
  int year_2021 = (int) tb_app_table_find_year (comparison, 2021);
  const struct { int column; gboolean descending; const char *words; const char *expected; } cases[] = {
    { TB_COMPARISON_UNSORTED, FALSE, NULL, "012" },
    { year_2020, FALSE, NULL, "210" },
    { year_2020, TRUE, NULL, "012" },
    /* Missing last in both directions (semantics B-5). */
    { year_2021, FALSE, NULL, "021" },
    { year_2021, TRUE, NULL, "201" },
    { TB_COMPARISON_BY_NAME, FALSE, NULL, "102" },
    { TB_COMPARISON_BY_NAME, TRUE, NULL, "201" },
    /* Names and ids, whatever their case (B-6). */
    { TB_COMPARISON_UNSORTED, FALSE, "ALPHA", "1" },
    { year_2020, FALSE, "m", "2" },
    { year_2020, TRUE, "ta gam", "" },
    { TB_COMPARISON_UNSORTED, FALSE, "", "012" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = tb_app_table_dup_order (comparison, cases[i].column, cases[i].descending, cases[i].words);

      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
}

/* Rows of one indicator are found by what tells them apart, in either language, and by that
 * together with the indicator's name. */
static void
test_find_places (void)
{
  static const struct { const char *words, *expected; } cases[] = {
    { "japan", "1" }, { "日本", "1" }, { "JPN", "1" }, { "prices chi", "02" }, { "hong prices", "2" },
    { "japan china", "" }, { "urban", "2" },
  };
  g_autoptr (TbComparison) comparison = tb_app_table_compare (
    "{\"tongbi\": \"dataset/1\", \"title\": \"Places\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"places\": {\"CHN\": {\"name\": {\"en\": \"China\", \"zh\": \"中国\"}},"
    "  \"JPN\": {\"name\": {\"en\": \"Japan\", \"zh\": \"日本\"}},"
    "  \"HKG\": {\"name\": {\"en\": \"Hong Kong, China\", \"zh\": \"中国香港\"}}},"
    " \"indicators\": [{\"id\": \"p\", \"name\": \"Prices\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"series\": [{\"indicator\": \"p\", \"place\": \"CHN\", \"observations\": [[\"2020-12-31\", 3]]},"
    " {\"indicator\": \"p\", \"place\": \"JPN\", \"observations\": [[\"2020-12-31\", 2]]},"
    " {\"indicator\": \"p\", \"place\": \"HKG\", \"breakdown\": {\"area\": \"urban\"},"
    "  \"observations\": [[\"2020-12-31\", 1]]}]}",
    NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = tb_app_table_dup_order (comparison, TB_COMPARISON_UNSORTED, FALSE, cases[i].words);

      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
}

/* Of any table: each row once, numbers in order, missing ones last, equal ones in
 * the order of the table (B-5). */
static void
assert_sorted (const TbComparison *comparison,
               gsize               column,
               gboolean            descending)
{
  g_autoptr (TbComparisonOrder) order
    = tb_comparison_order_new (comparison, (int) column, descending, NULL, TB_LANGUAGE_EN);
  g_autofree gboolean *seen = g_new0 (gboolean, order->n + 1);

  g_assert_cmpuint (order->n, ==, tb_comparison_get_n_rows (comparison));
  for (gsize i = 0; i < order->n; i++)
    {
      double here = tb_comparison_get_number (comparison, order->rows[i], column);
      double before = i > 0 ? tb_comparison_get_number (comparison, order->rows[i - 1], column) : here;

      g_assert_false (seen[order->rows[i]]);
      seen[order->rows[i]] = TRUE;
      if (i == 0)
        continue;
      if (isnan (before))
        g_assert_true (isnan (here));
      else if (!isnan (here))
        g_assert_true (descending ? before >= here : before <= here);
      if (before == here || (isnan (before) && isnan (here)))
        g_assert_cmpuint (order->rows[i - 1], <, order->rows[i]);
    }
}

static void
test_sort_any (void)
{
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (TbDataset) dataset = tb_test_gen_any ();
      TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
      g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, NULL);
      g_autoptr (TbComparison) comparison = NULL;

      if (selection == NULL)
        continue;
      comparison = tb_comparison_new (selection, &(TbComparisonOptions) { .published = TRUE, .targets = TRUE });
      for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
        {
          assert_sorted (comparison, i, FALSE);
          assert_sorted (comparison, i, TRUE);
        }
    }
}

static void
test_copy (void)
{
  g_autoptr (TbComparison) comparison = tb_app_table_compare (tb_app_table_sorting, NULL);
  const gsize rows[] = { 2, 0 };
  const gsize columns[] = { 0, 1 };
  TbCopiedCells cells = tb_app_table_choose_cells (comparison, rows, 2, columns, 2);
  g_autofree char *tsv = tb_comparison_copy_to_tsv (&cells);
  g_autofree char *html = tb_comparison_copy_to_html (&cells);
  g_autofree char *single = NULL;

  /* A header, the two rows in the order asked for, and the end. */
  g_assert_cmpstr (tsv, ==, "Indicator\tUnit\t31 Dec 2020\t31 Dec 2021\nGamma\tu\t1\t40\nBeta\tu\t3\t30\n");
  g_assert_nonnull (strstr (html, "<th align=\"left\">Gamma</th>"));
  g_assert_nonnull (strstr (html, ">40</td>"));
  cells.n_rows = cells.n_columns = 1;
  cells.is_single = TRUE;
  single = tb_comparison_copy_to_tsv (&cells);
  g_assert_cmpstr (single, ==, "1");
}

/* Growth, a fall, points, a bound, a refusal. */
static const char *const pasted
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Pasted\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"},"
    " \"p\": {\"name\": \"%\", \"kind\": \"percent\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"b\", \"name\": \"B\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"c\", \"name\": \"C\", \"unit\": \"p\", \"measure\": \"ratio\"},"
    " {\"id\": \"d\", \"name\": \"D\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2020-12-31\", 2000], [\"2021-12-31\", 3500]]},"
    " {\"indicator\": \"b\", \"observations\": [[\"2020-12-31\", 2000], [\"2021-12-31\", 1500]]},"
    " {\"indicator\": \"c\", \"observations\": [[\"2020-12-31\", 33.2], [\"2021-12-31\", 37.4]]},"
    " {\"indicator\": \"d\", \"observations\": [[\"2020-12-31\", 480], {\"period\": \"2021-12-31\", \"value\": 500,"
    " \"qualifier\": \"over\"}]}]}";

/* Other programs read numbers: no grouping, an ASCII minus, a percentage that is one
 * (B-9); what is not known exactly stays a word. */
static void
test_copy_numbers (void)
{
  g_autoptr (TbComparison) comparison = tb_app_table_compare (pasted, NULL);
  const gsize rows[] = { 0, 1, 2, 3 };
  gsize change = tb_app_table_find_column (comparison, TB_COLUMN_ABSOLUTE);
  const gsize columns[] = { 1, change, change + 1 };
  TbCopiedCells cells = tb_app_table_choose_cells (comparison, rows, 4, columns, 3);
  g_autofree char *tsv = tb_comparison_copy_to_tsv (&cells);
  g_autofree char *html = tb_comparison_copy_to_html (&cells);
  g_auto (GStrv) lines = g_strsplit (tsv, "\n", -1);

  g_assert_nonnull (strstr (lines[0], "percentage points"));
  g_assert_cmpstr (lines[1], ==, "A\tu\t3500\t1500\t75.0%");
  g_assert_cmpstr (lines[2], ==, "B\tu\t1500\t-500\t-25.0%");
  g_assert_true (g_str_has_prefix (lines[3], "C\t%\t37.4\t4.2\t"));
  g_assert_true (g_str_has_prefix (lines[4], "D\tu\t>500\t>"));
  g_assert_nonnull (strstr (html, "sdval=\"-0.25\" sdnum=\"1033;0;0.00%\" x:num=\"-0.25\""));
  g_assert_nonnull (strstr (html, "style=\"mso-number-format:'0\\.0%'\">−25.0%</td>"));
  g_assert_nonnull (strstr (html, "sdval=\"3500\" sdnum=\"1033;0;#,##0\""));
  g_assert_nonnull (strstr (html, "sdval=\"4.2\" sdnum=\"1033;0;\""));
}

static TbComparison *
compare_pair (const char *text,
              const char *base,
              const char *current)
{
  g_autoptr (TbComparison) whole = tb_app_table_compare (text, NULL);
  TbComparePair pair;

  g_assert_true (tb_period_parse (base, TB_CALENDAR_YEAR, &pair.base, NULL));
  g_assert_true (tb_period_parse (current, TB_CALENDAR_YEAR, &pair.current, NULL));
  return tb_comparison_new (tb_comparison_get_selection (whole),
                            &(TbComparisonOptions) { .pairs = &pair, .n_pairs = 1 });
}

/* No sentence for readers has codes; the tooltip has them in its last line. */
static void
test_words (void)
{
  g_autoptr (TbComparison) comparison = compare_pair (tb_app_table_refused, "2020", "2021-S1");
  gsize column = tb_app_table_find_column (comparison, TB_COLUMN_ABSOLUTE);
  TbVerdict verdict = tb_comparison_get_verdict (comparison, 0, column);
  g_autofree char *codes = tb_rules_dup_codes (verdict.codes);
  g_autofree char *name = tb_comparison_words_dup_name (comparison, 0, column, TB_LANGUAGE_EN);
  g_autofree char *row = tb_comparison_words_dup_row (comparison, 0, TB_LANGUAGE_EN);
  g_autofree char *detail = tb_comparison_words_dup_detail (comparison, 0, TB_COLUMN_OF_NAMES, TB_LANGUAGE_EN);
  g_autofree char *tooltip = tb_comparison_words_dup_tooltip (comparison, 0, column, TB_LANGUAGE_EN);
  TbFigure base, current;
  g_autofree char *reason = NULL;

  tb_comparison_get_pair (comparison, 0, column, &base, &current);
  reason = tb_verdict_dup_text (&verdict, base, current, tb_comparison_get_reference (comparison), TB_LANGUAGE_EN);
  g_assert_true (tb_comparison_words_is_refused (comparison, column, "—"));
  g_assert_cmpuint (verdict.codes & TB_RULE (3), !=, 0);
  g_assert_true (g_str_has_prefix (name, "Alpha; "));
  g_assert_true (g_str_has_suffix (name, reason));
  g_assert_nonnull (strstr (row, reason));
  g_assert_true (g_str_has_prefix (detail, "Alpha\n"));
  g_assert_null (strstr (name, codes));
  g_assert_null (strstr (detail, codes));
  g_assert_true (g_str_has_suffix (tooltip, codes));
  g_assert_nonnull (strchr (tooltip, '\n'));
}

/* How many rows are refused is told, with the reasons. */
static void
test_refusals (void)
{
  g_autoptr (TbComparison) some = compare_pair (tb_app_table_refused, "2019", "2020");
  g_autoptr (TbComparison) all = compare_pair (tb_app_table_refused, "2020", "2021-S1");
  g_autofree char *text = NULL;
  TbRefusals refusals;

  tb_refusals_count (&refusals, some, -1);
  g_assert_cmpuint (refusals.n_rows, ==, 2);
  g_assert_cmpuint (refusals.n_refused, ==, 1);
  g_assert_cmpuint (refusals.n_by_rule[0], ==, 1);
  text = tb_refusals_dup_text (&refusals, TB_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (text, "1 of 2 rows cannot be compared: "));
  g_assert_true (g_str_has_suffix (text, tb_rule_get_reason (0, TB_LANGUAGE_EN)));
  g_clear_pointer (&text, g_free);

  tb_refusals_count (&refusals, all, -1);
  g_assert_cmpuint (refusals.n_refused, ==, 2);
  g_assert_cmpuint (refusals.n_by_rule[3], ==, 2);
  text = tb_refusals_dup_text (&refusals, TB_LANGUAGE_EN);
  g_assert_true (g_str_has_suffix (text, tb_rule_get_reason (3, TB_LANGUAGE_EN)));

  refusals = (TbRefusals) { .n_rows = 1 };
  g_assert_null (tb_refusals_dup_text (&refusals, TB_LANGUAGE_EN));
}

/* Titles are broken where the sense is; a number stays with its 年. */
static void
test_titles (void)
{
  static const struct { const char *title; TbLanguage language; const char *expected; } cases[] = {
    { "2020", TB_LANGUAGE_EN, "2020" },
    { "Change, 2019 to 2020", TB_LANGUAGE_EN, "Change,\n2019 to 2020" },
    { "Change in %, 2019 to 2020", TB_LANGUAGE_EN, "Change in %,\n2019 to 2020" },
    { "Unbreakablehoweverlong", TB_LANGUAGE_EN, "Unbreakablehoweverlong" },
    { "2020年比2019年增减", TB_LANGUAGE_ZH, "2020年比\n2019年增减" },
    { "2020年比2019年增长（%）", TB_LANGUAGE_ZH, "2020年比2019年\n增长（%）" },
    { "2021年上半年公布增减", TB_LANGUAGE_ZH, "2021年上半年\n公布增减" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wrapped = tb_comparison_title_wrap (cases[i].title, cases[i].language);

      g_assert_cmpstr (wrapped, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/table-content/sort", test_sort);
  g_test_add_func ("/table-content/find-places", test_find_places);
  g_test_add_func ("/table-content/sort-any", test_sort_any);
  g_test_add_func ("/table-content/copy", test_copy);
  g_test_add_func ("/table-content/copy-numbers", test_copy_numbers);
  g_test_add_func ("/table-content/words", test_words);
  g_test_add_func ("/table-content/refusals", test_refusals);
  g_test_add_func ("/table-content/titles", test_titles);
  return g_test_run ();
}
