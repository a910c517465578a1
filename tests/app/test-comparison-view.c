/* The table: rows, sorting, copying, what cells say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-comparison-caption.h"
#include "tb-comparison-copy.h"
#include "tb-comparison-model.h"
#include "tb-comparison-title.h"
#include "tb-comparison-words.h"
#include "tb-reader.h"
#include "tb-window-private.h"

#include <math.h>

/* b has no figure of 2021. */
static const char *const sorting
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Sorting\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"Beta\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"b\", \"name\": \"Alpha\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"c\", \"name\": \"Gamma\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2020-12-31\", 3], [\"2021-12-31\", 30]]},"
    " {\"indicator\": \"b\", \"observations\": [[\"2020-12-31\", 2]]},"
    " {\"indicator\": \"c\", \"observations\": [[\"2020-12-31\", 1], [\"2021-12-31\", 40]]}]}";

static TbComparison *
compare (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TbProblems) problems = tb_problems_new ("test");
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, &error);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbSelection) selection = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  selection = tb_selection_new (dataset, &query, &error);
  g_assert_no_error (error);
  return tb_comparison_new (selection, NULL);
}

static char *
dup_rows (TbComparisonModel *model)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (TbComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      gsize index = tb_comparison_row_get_row (row);

      g_assert_cmpuint (index, ==, tb_comparison_model_get_row (model, i));
      g_string_append_printf (rows, "%" G_GSIZE_FORMAT, index);
    }
  return g_string_free_and_steal (g_steal_pointer (&rows));
}

static gsize
find_figure_column (const TbComparison *comparison,
                    int                 year)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      const TbColumn *column = tb_comparison_get_column (comparison, i);

      if (column->kind == TB_COLUMN_FIGURE && tb_period_get_year (column->period) == year)
        return i;
    }
  g_assert_not_reached ();
}

static void
test_sort (void)
{
  g_autoptr (TbComparison) comparison = compare (sorting);
  g_autoptr (TbComparisonModel) model = tb_comparison_model_new (TB_LANGUAGE_EN);
  int year_2020 = (int) find_figure_column (comparison, 2020);
  int year_2021 = (int) find_figure_column (comparison, 2021);
  const struct { int column; gboolean descending; const char *expected; } cases[] = {
    { TB_COMPARISON_UNSORTED, FALSE, "012" },
    { year_2020, FALSE, "210" },
    { year_2020, TRUE, "012" },
    /* Missing last in both directions (semantics B-5). */
    { year_2021, FALSE, "021" },
    { year_2021, TRUE, "201" },
    { TB_COMPARISON_BY_NAME, FALSE, "102" },
    { TB_COMPARISON_BY_NAME, TRUE, "201" },
  };

  tb_comparison_model_set_comparison (model, comparison);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = NULL;

      tb_comparison_model_sort (model, cases[i].column, cases[i].descending);
      rows = dup_rows (model);
      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
}

static void
test_copy (void)
{
  g_autoptr (TbComparison) comparison = compare (sorting);
  const gsize rows[] = { 2, 0 };
  g_autofree char *tsv = tb_comparison_copy_to_tsv (comparison, rows, 2, TB_LANGUAGE_EN);
  g_autofree char *html = tb_comparison_copy_to_html (comparison, rows, 2, TB_LANGUAGE_EN);
  g_auto (GStrv) lines = g_strsplit (tsv, "\n", -1);
  gsize n_columns = tb_comparison_get_n_columns (comparison);

  /* A header, the two rows in the order asked for, and the end. */
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[1], "Gamma\tu\t1\t40"));
  g_assert_true (g_str_has_prefix (lines[2], "Beta\tu\t3\t30"));
  for (gsize i = 0; i < 3; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_columns + 2);
    }
  g_assert_nonnull (strstr (html, "<th align=\"left\">Gamma</th>"));
  g_assert_nonnull (strstr (html, ">40</td>"));
}

static gboolean
has_table (gpointer data)
{
  TbWindow *window = data;

  return tb_window_is_settled (window) && tb_comparison_view_get_comparison (window->comparison_view) != NULL;
}

static TbWindow *
open_table (const char *text)
{
  g_autofree char *path = tb_app_test_write ("table.tongbi.json", text);
  TbWindow *window = tb_app_test_open (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_wait (has_table, window, "the table");
  return window;
}

static GtkColumnView *
get_table (TbWindow *window)
{
  return GTK_COLUMN_VIEW (tb_app_test_find (GTK_WIDGET (window->comparison_view), GTK_TYPE_COLUMN_VIEW));
}

static void
test_columns (void)
{
  TbWindow *window = open_table (sorting);
  TbComparison *comparison = tb_comparison_view_get_comparison (window->comparison_view);
  GListModel *columns = gtk_column_view_get_columns (get_table (window));

  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, tb_comparison_get_n_columns (comparison) + 2);
  g_assert_cmpuint (tb_comparison_view_get_n_copied (window->comparison_view), ==, 1);
  tb_app_test_close (window);
}

/* A click on a title sorts through the widget as well. */
static void
test_click_title (void)
{
  TbWindow *window = open_table (sorting);
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  GtkColumnView *table = get_table (window);
  g_autoptr (GtkColumnViewColumn) names = NULL;
  g_autoptr (TbComparisonRow) first = NULL;

  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "b"), FALSE);
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "c"), FALSE);
  tb_app_test_draw (window);
  names = g_list_model_get_item (gtk_column_view_get_columns (table), 0);
  gtk_column_view_sort_by_column (table, names, GTK_SORT_ASCENDING);
  first = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table)), 0);
  g_assert_cmpuint (tb_comparison_row_get_row (first), ==, 1);
  tb_app_test_close (window);
}

static GtkWidget *
find_cell (GtkWidget  *root,
           const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0
      && gtk_widget_has_css_class (root, "numeric"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cell (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A cell tells what it is: the sentence that the core has for it. */
static void
test_cells (void)
{
  TbWindow *window = open_table (sorting);
  TbComparison *comparison = tb_comparison_view_get_comparison (window->comparison_view);
  gsize column = find_figure_column (comparison, 2021);
  g_autofree char *description = tb_comparison_dup_cell_description (comparison, 0, column, TB_LANGUAGE_EN);
  GtkWidget *cell;

  tb_app_test_draw (window);
  cell = find_cell (GTK_WIDGET (get_table (window)), "30");
  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_get_has_tooltip (cell));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, description);
  tb_app_test_close (window);
}

/* Of two rows only the first can be compared; a year and a half-year never. */
static const char *const refused
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Refused\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"Alpha\", \"unit\": \"u\", \"measure\": \"flow\"},"
    " {\"id\": \"b\", \"name\": \"Beta\", \"unit\": \"u\", \"measure\": \"flow\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2019\", 3], [\"2020\", 4], [\"2021-S1\", 5]]},"
    " {\"indicator\": \"b\", \"observations\": [[\"2020\", 7], [\"2021-S1\", 8]]}]}";

static gsize
find_change_column (const TbComparison *comparison)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    if (tb_comparison_get_column (comparison, i)->kind == TB_COLUMN_ABSOLUTE)
      return i;
  g_assert_not_reached ();
}

static TbComparison *
compare_pair (const char *text,
              const char *base,
              const char *current)
{
  g_autoptr (TbComparison) whole = compare (text);
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
  g_autoptr (TbComparison) comparison = compare_pair (refused, "2020", "2021-S1");
  gsize column = find_change_column (comparison);
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
  g_autoptr (TbComparison) some = compare_pair (refused, "2019", "2020");
  g_autoptr (TbComparison) all = compare_pair (refused, "2020", "2021-S1");
  g_autofree char *text = NULL;
  TbRefusals refusals;

  tb_refusals_count (&refusals, some);
  g_assert_cmpuint (refusals.n_rows, ==, 2);
  g_assert_cmpuint (refusals.n_refused, ==, 1);
  g_assert_cmpuint (refusals.n_by_rule[0], ==, 1);
  text = tb_refusals_dup_text (&refusals, TB_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (text, "1 of 2 rows cannot be compared: "));
  g_assert_true (g_str_has_suffix (text, tb_rule_get_reason (0, TB_LANGUAGE_EN)));
  g_clear_pointer (&text, g_free);

  tb_refusals_count (&refusals, all);
  g_assert_cmpuint (refusals.n_refused, ==, 2);
  g_assert_cmpuint (refusals.n_by_rule[3], ==, 2);
  text = tb_refusals_dup_text (&refusals, TB_LANGUAGE_EN);
  g_assert_true (g_str_has_suffix (text, tb_rule_get_reason (3, TB_LANGUAGE_EN)));

  refusals = (TbRefusals) { .n_rows = 1 };
  g_assert_null (tb_refusals_dup_text (&refusals, TB_LANGUAGE_EN));
}

static GtkWidget *
find_class (GtkWidget  *root,
            const char *class)
{
  if (gtk_widget_has_css_class (root, class))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
find_period (GtkDropDown *dropdown,
             const char  *label)
{
  GListModel *periods = gtk_drop_down_get_model (dropdown);

  for (guint i = 0; i < g_list_model_get_n_items (periods); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (periods), i), label) == 0)
      return i;
  g_assert_not_reached ();
}

static void
select_all (TbWindow *window)
{
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    tb_session_select (window->session, tb_catalog_get_indicator (catalog, i), FALSE);
  tb_app_test_draw (window);
}

/* A pair that no row can be compared over says so above the table; what has the
 * focus says its reason below. */
static void
test_refused (void)
{
  TbWindow *window = open_table (refused);
  GtkWidget *view = GTK_WIDGET (window->comparison_view);
  GtkDropDown *base = GTK_DROP_DOWN (tb_app_test_find (view, GTK_TYPE_DROP_DOWN));
  GtkDropDown *current;
  AdwBanner *banner = ADW_BANNER (tb_app_test_find (view, ADW_TYPE_BANNER));
  GtkLabel *detail = GTK_LABEL (find_class (view, "readout"));
  GtkWidget *word;
  GtkWidget *cell;

  select_all (window);
  word = gtk_widget_get_next_sibling (GTK_WIDGET (base));
  current = GTK_DROP_DOWN (gtk_widget_get_next_sibling (word));
  g_assert_false (adw_banner_get_revealed (banner));
  gtk_drop_down_set_selected (current, find_period (current, "H1 2021"));
  tb_app_test_draw (window);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (strstr (adw_banner_get_title (banner), tb_rule_get_reason (3, TB_LANGUAGE_EN)));

  cell = gtk_widget_get_parent (find_cell (GTK_WIDGET (get_table (window)), "—"));
  g_assert_true (gtk_widget_grab_focus (cell));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (detail), "Alpha; "));
  g_assert_nonnull (strstr (gtk_label_get_text (detail), "not compared"));
  g_assert_null (strstr (gtk_label_get_text (detail), "R3"));

  /* No period is compared with itself. */
  gtk_drop_down_set_selected (base, find_period (base, "H1 2021"));
  tb_app_test_draw (window);
  g_assert_cmpuint (gtk_drop_down_get_selected (base), !=, gtk_drop_down_get_selected (current));
  tb_app_test_close (window);
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

/* Alpha is halfway through its year, Beta has no target, Gamma's is a level. */
static const char *const targets
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Targets\", \"updated\": \"2021-08-01\","
    " \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"Alpha\", \"unit\": \"u\", \"measure\": \"flow\"},"
    " {\"id\": \"b\", \"name\": \"Beta\", \"unit\": \"u\", \"measure\": \"flow\"},"
    " {\"id\": \"c\", \"name\": \"Gamma\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [{\"period\": \"2021-S1\", \"value\": 46, \"basis\": "
    "\"year-to-date\"}, {\"period\": \"2021\", \"value\": 100, \"kind\": \"target\"}]},"
    " {\"indicator\": \"b\", \"observations\": [[\"2020\", 7]]},"
    " {\"indicator\": \"c\", \"observations\": [[\"2021-06-30\", 9], {\"period\": \"2021-12-31\", \"value\": 10, "
    "\"kind\": \"target\"}]}]}";

static gsize
find_column (const TbComparison *comparison,
             TbColumnKind        kind)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    if (tb_comparison_get_column (comparison, i)->kind == kind)
      return i;
  g_assert_not_reached ();
}

static GtkColumnViewColumn *
dup_view_column (TbWindow   *window,
                 const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (get_table (window));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return g_steal_pointer (&column);
    }
  return NULL;
}

/* Targets have columns of their own, and what they repeat is shown once. A
 * completion is sorted by with those that have none last (B-5), and is in what
 * is copied. */
static void
test_targets (void)
{
  TbWindow *window = open_table (targets);
  TbComparison *comparison;
  g_autoptr (GtkColumnViewColumn) completion = NULL;
  g_autoptr (TbComparisonModel) model = tb_comparison_model_new (TB_LANGUAGE_EN);
  const gsize rows[] = { 0, 2 };
  g_autofree char *tsv = NULL;
  g_autofree char *row = NULL;
  g_autofree char *refusal = NULL;
  gsize column;

  select_all (window);
  comparison = tb_comparison_view_get_comparison (window->comparison_view);
  column = find_column (comparison, TB_COLUMN_COMPLETION);
  completion = dup_view_column (window, "Completion");
  g_assert_nonnull (completion);
  g_assert_nonnull (gtk_column_view_column_get_sorter (completion));
  g_assert_null (dup_view_column (window, "2021 (target)"));

  for (int descending = 0; descending < 2; descending++)
    {
      g_autofree char *order = NULL;

      tb_comparison_model_set_comparison (model, comparison);
      tb_comparison_model_sort (model, (int) column, descending);
      order = dup_rows (model);
      g_assert_cmpstr (order, ==, "012");
    }
  tsv = tb_comparison_copy_to_tsv (comparison, rows, 2, TB_LANGUAGE_EN);
  g_assert_nonnull (strstr (tsv, "Completion"));
  g_assert_nonnull (strstr (tsv, "46"));

  row = tb_comparison_words_dup_row (comparison, 0, TB_LANGUAGE_EN);
  g_assert_nonnull (strstr (row, "46%"));
  refusal = tb_comparison_words_dup_cell (comparison, 2, column, TB_LANGUAGE_EN);
  g_assert_true (g_str_has_prefix (refusal, "no completion: "));
  g_assert_null (strstr (refusal, "T-6"));
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/comparison-view/sort", test_sort);
  g_test_add_func ("/comparison-view/copy", test_copy);
  g_test_add_func ("/comparison-view/columns", test_columns);
  g_test_add_func ("/comparison-view/click-title", test_click_title);
  g_test_add_func ("/comparison-view/cells", test_cells);
  g_test_add_func ("/comparison-view/words", test_words);
  g_test_add_func ("/comparison-view/refusals", test_refusals);
  g_test_add_func ("/comparison-view/refused", test_refused);
  g_test_add_func ("/comparison-view/targets", test_targets);
  g_test_add_func ("/comparison-view/titles", test_titles);
  return g_test_run ();
}
