/* Tables as text, against goldens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export.h"
#include "tb-problems.h"
#include "tb-reader.h"
#include "tb-table-page.h"
#include "tb-test-golden.h"
#include "tb-test-rows.h"

#include <json-glib/json-glib.h>
#include <string.h>

static TbComparison *
load_comparison (const char                *file,
                 const TbComparisonOptions *options)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "cli", file, NULL);
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbSelection) selection = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  selection = tb_selection_new (dataset, &query, &error);
  g_assert_no_error (error);

  return tb_comparison_new (selection, options);
}

static char *
write_with (const char                *file,
            const TbComparisonOptions *options,
            TbTableFormat              format,
            TbLanguage                 language)
{
  g_autoptr (TbComparison) comparison = load_comparison (file, options);
  g_autoptr (GBytes) bytes = tb_export_table (comparison, format, language, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_utf8_validate_len (data, length, NULL));

  return g_strndup (data, length);
}

static char *
write_file (const char    *file,
            TbTableFormat  format,
            TbLanguage     language)
{
  /* A file on targets is written with all columns that there are. */
  gboolean all = g_str_has_prefix (file, "targets");
  const TbComparisonOptions options = { .published = all, .targets = all };

  return write_with (file, &options, format, language);
}

static char *
write_table (TbTableFormat format,
             TbLanguage    language)
{
  return write_file ("small.tongbi.json", format, language);
}

typedef struct
{
  const char    *golden;
  const char    *file;
  TbTableFormat  format;
  TbLanguage     language;
} Row;

static const Row rows[] = {
  { "table/small.en.csv", "small.tongbi.json", TB_TABLE_CSV, TB_LANGUAGE_EN },
  { "table/small.zh.csv", "small.tongbi.json", TB_TABLE_CSV, TB_LANGUAGE_ZH },
  { "table/small.en.tsv", "small.tongbi.json", TB_TABLE_TSV, TB_LANGUAGE_EN },
  { "table/small.en.md", "small.tongbi.json", TB_TABLE_MARKDOWN, TB_LANGUAGE_EN },
  { "table/small.zh.md", "small.tongbi.json", TB_TABLE_MARKDOWN, TB_LANGUAGE_ZH },
  { "table/small.en.html", "small.tongbi.json", TB_TABLE_HTML, TB_LANGUAGE_EN },
  { "table/small.zh.html", "small.tongbi.json", TB_TABLE_HTML, TB_LANGUAGE_ZH },
  { "table/small.en.json", "small.tongbi.json", TB_TABLE_JSON, TB_LANGUAGE_EN },
  { "table/targets.en.csv", "targets.tongbi.json", TB_TABLE_CSV, TB_LANGUAGE_EN },
  { "table/targets.zh.md", "targets.tongbi.json", TB_TABLE_MARKDOWN, TB_LANGUAGE_ZH },
  { "table/targets.en.html", "targets.tongbi.json", TB_TABLE_HTML, TB_LANGUAGE_EN },
  { "table/targets.en.json", "targets.tongbi.json", TB_TABLE_JSON, TB_LANGUAGE_EN },
};

static void
test_golden (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *text = write_file (row->file, row->format, row->language);
  g_autofree char *again = write_file (row->file, row->format, row->language);

  tb_test_golden_compare (row->golden, text);
  g_assert_cmpstr (text, ==, again);
}

static TbPeriod
period (const char *text)
{
  TbPeriod out;

  g_assert_true (tb_period_parse (text, 0, &out, NULL));

  return out;
}

/* Of two years, and of two days, which takes more than a line. */
static char *
write_pairs (TbTableFormat format,
             TbLanguage    language)
{
  const TbComparePair pairs[] = {
    { period ("2021"), period ("2022") },
    { period ("2021-12-31"), period ("2022-12-31") },
  };
  const TbComparisonOptions options = { .pairs = pairs, .n_pairs = G_N_ELEMENTS (pairs) };

  return write_with ("small.tongbi.json", &options, format, language);
}

/* B-1, B-2: changes of several pairs stand below the names of their pairs. */
static void
test_pairs (void)
{
  static const struct { const char *golden; TbTableFormat format; TbLanguage language; const char *bands[2]; }
  cases[] = {
    { "table/pairs.en.html", TB_TABLE_HTML, TB_LANGUAGE_EN,
      { "colspan=\"2\">Change, 2021 to 2022</th>", "colspan=\"2\">Change, 31 Dec 2021 to 31 Dec 2022</th>" } },
    { "table/pairs.zh.html", TB_TABLE_HTML, TB_LANGUAGE_ZH,
      { "colspan=\"2\">2022年比2021年</th>", "colspan=\"2\">2022年12月31日比2021年12月31日</th>" } },
    { "table/pairs.en.tex", TB_TABLE_LATEX, TB_LANGUAGE_EN,
      { "\\multicolumn{2}{c}{Change, 2021 to 2022}", "Change, 31 Dec 2021\\\\{}to 31 Dec 2022\\end{tabular}}" } },
    { "table/pairs.zh.tex", TB_TABLE_LATEX, TB_LANGUAGE_ZH,
      { "\\multicolumn{2}{c}{2022年比2021年}", "2022年12月31日比\\\\{}2021年12月31日\\end{tabular}}" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = write_pairs (cases[i].format, cases[i].language);

      g_assert_nonnull (strstr (text, cases[i].bands[0]));
      g_assert_nonnull (strstr (text, cases[i].bands[1]));
      tb_test_golden_compare (cases[i].golden, text);
    }
}

/* The numbers of the JSON are the file's own: 6.77 × 10,000 and 21.76 × 10⁸,
 * and 6.77 − 6.50 = 0.27万. */
static void
test_json_numbers (void)
{
  g_autofree char *text = write_table (TB_TABLE_JSON, TB_LANGUAGE_EN);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonArray *table_rows;
  JsonObject *beds, *output, *change;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  table_rows = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "rows");
  g_assert_cmpuint (json_array_get_length (table_rows), ==, 4);

  beds = json_array_get_object_element (table_rows, 1);
  change = json_array_get_object_element (json_object_get_array_member (beds, "changes"), 0);
  g_assert_cmpstr (json_object_get_string_member (change, "verdict"), ==, "note");
  g_assert_cmpfloat (json_object_get_double_member (change, "absolute"), ==, 2700.0);
  g_assert_true (json_object_get_null_member (change, "points"));
  g_assert_true (json_object_get_null_member (change, "reason"));

  output = json_array_get_object_element (table_rows, 3);
  g_assert_cmpfloat (json_object_get_double_member (
                       json_array_get_object_element (json_object_get_array_member (output, "figures"), 2), "value"),
                     ==, 2176000000.0);
}

/* T-6's own case, 46 of 100 after 6 of 12 months; a row without a target has no
 * standing; what is refused has no number and a reason. */
static void
test_json_standing (void)
{
  g_autofree char *text = write_file ("targets.tongbi.json", TB_TABLE_JSON, TB_LANGUAGE_EN);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonArray *table_rows;
  JsonObject *standing, *completion, *gap;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  table_rows = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "rows");
  standing = json_object_get_object_member (json_array_get_object_element (table_rows, 0), "standing");
  completion = json_object_get_object_member (standing, "completion");
  gap = json_object_get_object_member (standing, "gap");

  g_assert_cmpfloat (json_object_get_double_member (completion, "value"), ==, 46.0);
  g_assert_cmpfloat (json_object_get_double_member (standing, "elapsed"), ==, 50.0);
  g_assert_cmpstr (json_object_get_string_member (standing, "status_word"), ==, "no path given");
  g_assert_cmpstr (json_object_get_string_member (gap, "verdict"), ==, "invalid");
  g_assert_true (json_object_get_null_member (gap, "value"));
  g_assert_false (json_object_get_null_member (gap, "reason"));
  g_assert_true (json_object_get_null_member (json_array_get_object_element (table_rows, 3), "standing"));
}

/* Every footnote that a cell refers to is there, once. */
static void
test_html_footnotes (void)
{
  g_autofree char *html = write_table (TB_TABLE_HTML, TB_LANGUAGE_ZH);
  g_autoptr (GRegex) regex = g_regex_new ("href=\"#(note-[a-z]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int n = 0;

  for (g_regex_match (regex, html, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *id = g_match_info_fetch (match, 1);
      g_autofree char *target = g_strdup_printf ("<li id=\"%s\">", id);
      const char *found = strstr (html, target);

      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, target));
    }
  g_assert_cmpint (n, >, 0);
}

/* Control characters and what XML does not allow vanish, a line end is a space;
 * no figure of several for one period is hidden, and a source that confirms one
 * is named. */
static void
test_hostile (void)
{
  static const char csv[] =
    "Indicator,Unit,2020,2021,No date,\"Change, 2020 to 2021\",\"Change in %, 2020 to 2021\",Notes\n"
    "\"Beds &amp; \"\"cots\"\"\",beds,1,3,,2,200.0,sources disagree: 1 bed (Bureau A); 2 beds (Bureau B)"
    " | from several sources: Bureau A; Bureau C | sources disagree\n"
    "Undated,beds,,,5,—,—,"
    "\"also 6 beds | not compared: a figure is missing, or has no number or date (R0)\"\n";
  static const struct { TbTableFormat format; const char *part; } parts[] = {
    { TB_TABLE_TSV, "\nBeds &amp; \"cots\"\tbeds\t1\t3\t\t2\t" },
    { TB_TABLE_MARKDOWN, "\n| Beds \\&amp; \"cots\" | beds | 1 (a) | 3 (b) |" },
    { TB_TABLE_MARKDOWN, "\nSource: Bureau A; Bureau C\n" },
    { TB_TABLE_MARKDOWN, "# Ti\\[31mtle\n" },
    { TB_TABLE_HTML, ">Beds &amp;amp; &quot;cots&quot;</th>" },
    { TB_TABLE_HTML, "<title>Ti[31mtle</title>" },
  };
  g_autofree char *text = write_file ("hostile.tongbi.json", TB_TABLE_CSV, TB_LANGUAGE_EN);

  g_assert_cmpstr (text, ==, csv);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *other = write_file ("hostile.tongbi.json", parts[i].format, TB_LANGUAGE_EN);

      if (strstr (other, parts[i].part) == NULL)
        g_assert_cmpstr (other, ==, parts[i].part);
    }
}

/* A file of the rows that were searched for says so (B-6), in its own language. */
static void
test_found_rows (void)
{
  static const TbLanguage languages[] = { TB_LANGUAGE_EN, TB_LANGUAGE_ZH };
  g_autoptr (TbComparison) whole = load_comparison ("small.tongbi.json", NULL);
  g_autoptr (TbComparison) found = tb_comparison_new_of (whole, (const guint32[]) { 0 }, 1, NULL, 0, "beds");

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GBytes) bytes = tb_export_table (found, TB_TABLE_MARKDOWN, languages[i], NULL);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      g_autofree char *text = g_strndup (data, length);
      g_autofree char *expected
        = i == 0 ? g_strdup_printf ("1 of %zu rows: “beds”", tb_comparison_get_n_rows (whole))
                 : g_strdup_printf ("筛选“beds”：共%zu行，显示1行", tb_comparison_get_n_rows (whole));

      g_assert_nonnull (strstr (text, expected));
    }
}

static gboolean
list_period (const TbTidyRow *row,
             gpointer         data)
{
  g_string_append_printf (data, "%s %s, ", row->fields[TB_TIDY_KIND].text, row->fields[TB_TIDY_PERIOD].text);
  return TRUE;
}

/* Of small.en.csv, with the columns from 0: what stands in hidden columns is not among the
 * figures either, but for what a change is made of. */
static void
test_hidden_columns (void)
{
  static const struct
  {
    guint32     row, columns[2];
    gsize       n_columns;
    const char *csv;       /* its beginning */
    const char *figures;
  } cases[] = {
    { 1, { 6 }, 1, "Indicator,Unit,31 Dec 2022\nHospital beds,beds,67700\n", "actual 2022-12-31, " },
    { 1, { 9 }, 1, "Indicator,Unit,\"Change in %, 31 Dec 2021 to 31 Dec 2022\",Notes\nHospital beds,beds,4.2,",
      "actual 2021-12-31, actual 2022-12-31, " },
    { 0, { 3 }, 1, "Indicator,Unit,2021 (target)", "target 2021, " },
    { 0, { 3, 1 }, 2, "Indicator,Unit,2021 (target),H1 2021", "actual 2021-S1, target 2021, " },
  };
  g_autoptr (TbComparison) whole = load_comparison ("small.tongbi.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TbComparison) some = tb_comparison_new_of (whole, &cases[i].row, 1, cases[i].columns,
                                                            cases[i].n_columns, NULL);
      g_autoptr (GString) figures = g_string_new (NULL);
      g_autoptr (GBytes) bytes = tb_export_table (some, TB_TABLE_CSV, TB_LANGUAGE_EN, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      tb_table_foreach_tidy (some, TB_LANGUAGE_EN, list_period, figures);
      g_test_message ("%s%s", text, figures->str);
      g_assert_true (g_str_has_prefix (text, cases[i].csv));
      g_assert_cmpstr (figures->str, ==, cases[i].figures);
    }
}

static gboolean
list_value (const TbTidyRow *row,
            gpointer         data)
{
  g_string_append_printf (data, "%s ", row->fields[TB_TIDY_VALUE].text);
  return TRUE;
}

/* The whole stands behind both groups, and is one figure: 4 + 6 = 3 + 7 = 10. */
static void
test_tidy_totals (void)
{
  g_autoptr (TbComparison) comparison
      = load_comparison ("two-ways.tongbi.json", &(TbComparisonOptions) { .totals = TRUE });
  g_autoptr (GString) figures = g_string_new (NULL);

  tb_table_foreach_tidy (comparison, TB_LANGUAGE_EN, list_value, figures);
  g_assert_cmpuint (tb_comparison_get_n_rows (comparison), ==, 6);
  g_assert_cmpstr (figures->str, ==, "4 6 10 3 7 ");
}

/* B-10: nobody published a computed total: it is in the table, and none of the 19 figures
 * of the file, which the other sheet has; what says so stands below the table. */
static void
test_tidy_sums (void)
{
  static const struct { const char *file; TbLanguage language; gsize n_tidy; const char *line; } sheets[] = {
    { "totals.tongbi.json", TB_LANGUAGE_EN, 19,
      "The second sheet has published figures alone, and not the totals that are computed." },
    { "totals.tongbi.json", TB_LANGUAGE_ZH, 19, "第二张工作表只含公布数据，不含计算所得的合计。" },
    { "two-ways.tongbi.json", TB_LANGUAGE_EN, 5, NULL },
  };
  static const TbSheetLimits limits = TB_SHEET_LIMITS;

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (TbComparison) comparison
          = load_comparison (sheets[i].file, &(TbComparisonOptions) { .totals = TRUE });
      g_autoptr (TbTablePage) page = tb_table_page_new (comparison, sheets[i].language, &limits, NULL);
      guint n_lines = 0;

      g_assert_cmpuint (page->n_tidy, ==, sheets[i].n_tidy);
      for (guint k = 0; k < page->foot->len; k++)
        n_lines += g_strcmp0 (g_ptr_array_index (page->foot, k), sheets[i].line) == 0
                   || (sheets[i].line == NULL && strstr (g_ptr_array_index (page->foot, k), "second sheet") != NULL);
      g_assert_cmpuint (n_lines, ==, sheets[i].line != NULL);
    }
}

static void
test_format_from_name (void)
{
  static const struct { const char *name; gboolean known; TbTableFormat format; } names[] = {
    { "a.csv", TRUE, TB_TABLE_CSV }, { "/tmp/x/A.TSV", TRUE, TB_TABLE_TSV }, { "t.md", TRUE, TB_TABLE_MARKDOWN },
    { "t.html", TRUE, TB_TABLE_HTML }, { "t.htm", TRUE, TB_TABLE_HTML }, { "t.tongbi.json", TRUE, TB_TABLE_JSON },
    { "t.xlsx", TRUE, TB_TABLE_XLSX }, { "t.ODS", TRUE, TB_TABLE_ODS }, { "t.tex", TRUE, TB_TABLE_LATEX },
    { "csv", FALSE, 0 }, { "t.xls", FALSE, 0 }, { "-", FALSE, 0 }, { "t.", FALSE, 0 }, { "", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TbTableFormat format;

      g_assert_cmpint (tb_table_format_from_name (names[i].name, &format), ==, names[i].known);
      if (names[i].known)
        g_assert_cmpint (format, ==, names[i].format);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/table-writers/", rows, golden, test_golden);
  g_test_add_func ("/table-writers/found-rows", test_found_rows);
  g_test_add_func ("/table-writers/hidden-columns", test_hidden_columns);
  g_test_add_func ("/table-writers/pairs", test_pairs);
  g_test_add_func ("/table-writers/tidy-totals", test_tidy_totals);
  g_test_add_func ("/table-writers/tidy-sums", test_tidy_sums);
  g_test_add_func ("/table-writers/json-numbers", test_json_numbers);
  g_test_add_func ("/table-writers/json-standing", test_json_standing);
  g_test_add_func ("/table-writers/html-footnotes", test_html_footnotes);
  g_test_add_func ("/table-writers/hostile", test_hostile);
  g_test_add_func ("/table-writers/format-from-name", test_format_from_name);

  return g_test_run ();
}
