/* The table: rows, sorting, copying, what cells say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-comparison-caption.h"
#include "tb-comparison-clip.h"
#include "tb-comparison-columns-popover.h"
#include "tb-comparison-copy.h"
#include "tb-comparison-grid.h"
#include "tb-comparison-order.h"
#include "tb-comparison-survey.h"
#include "tb-comparison-title.h"
#include "tb-comparison-words.h"
#include "tb-grid-cell.h"
#include "tb-grid-heading.h"
#include "tb-reader.h"
#include "tb-settings.h"
#include "tb-test-gen.h"
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
dup_rows (const TbComparison *comparison,
          int                 column,
          gboolean            descending,
          const char         *words)
{
  g_autoptr (TbComparisonOrder) order = tb_comparison_order_new (comparison, column, descending, words, TB_LANGUAGE_EN);
  g_autoptr (GString) rows = g_string_new (NULL);

  for (gsize i = 0; i < order->n; i++)
    g_string_append_printf (rows, "%u", order->rows[i]);
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
  int year_2020 = (int) find_figure_column (comparison, 2020);
  int year_2021 = (int) find_figure_column (comparison, 2021);
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
      g_autofree char *rows = dup_rows (comparison, cases[i].column, cases[i].descending, cases[i].words);

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
  g_autoptr (TbComparison) comparison = compare (
    "{\"tongbi\": \"dataset/1\", \"title\": \"Places\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"places\": {\"CHN\": {\"name\": {\"en\": \"China\", \"zh\": \"中国\"}},"
    "  \"JPN\": {\"name\": {\"en\": \"Japan\", \"zh\": \"日本\"}},"
    "  \"HKG\": {\"name\": {\"en\": \"Hong Kong, China\", \"zh\": \"中国香港\"}}},"
    " \"indicators\": [{\"id\": \"p\", \"name\": \"Prices\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"series\": [{\"indicator\": \"p\", \"place\": \"CHN\", \"observations\": [[\"2020-12-31\", 3]]},"
    " {\"indicator\": \"p\", \"place\": \"JPN\", \"observations\": [[\"2020-12-31\", 2]]},"
    " {\"indicator\": \"p\", \"place\": \"HKG\", \"breakdown\": {\"area\": \"urban\"},"
    "  \"observations\": [[\"2020-12-31\", 1]]}]}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = dup_rows (comparison, TB_COMPARISON_UNSORTED, FALSE, cases[i].words);

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

static TbCopiedCells
choose_cells (const TbComparison *comparison,
              const gsize        *rows,
              gsize               n_rows,
              const gsize        *columns,
              gsize               n_columns)
{
  return (TbCopiedCells) { .comparison = comparison, .rows = rows, .n_rows = n_rows, .columns = columns,
                           .n_columns = n_columns, .language = TB_LANGUAGE_EN };
}

static void
test_copy (void)
{
  g_autoptr (TbComparison) comparison = compare (sorting);
  const gsize rows[] = { 2, 0 };
  const gsize columns[] = { 0, 1 };
  TbCopiedCells cells = choose_cells (comparison, rows, 2, columns, 2);
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

static gsize find_change_column (const TbComparison *comparison);

/* Other programs read numbers: no grouping, an ASCII minus, a percentage that is one
 * (B-9); what is not known exactly stays a word. */
static void
test_copy_numbers (void)
{
  g_autoptr (TbComparison) comparison = compare (pasted);
  const gsize rows[] = { 0, 1, 2, 3 };
  gsize change = find_change_column (comparison);
  const gsize columns[] = { 1, change, change + 1 };
  TbCopiedCells cells = choose_cells (comparison, rows, 4, columns, 3);
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

static TbWindow *
open_table (const char *text)
{
  g_autofree char *path = tb_app_test_write ("table.tongbi.json", text);
  TbWindow *window = tb_app_test_open (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_wait (tb_app_test_has_table, window, "the table");
  return window;
}

static TbComparisonGrid *
get_table (TbWindow *window)
{
  return TB_COMPARISON_GRID (tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_GRID));
}

typedef struct
{
  char *text;
} Copied;

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GdkContentProvider) provider = tb_comparison_clip_finish (result, &((Copied *) data)->text);

  g_assert_nonnull (provider);
}

static gboolean
is_copied (gpointer data)
{
  return ((Copied *) data)->text != NULL;
}

/* What is said of a copy. */
static char *
dup_copied (TbWindow *window)
{
  Copied copied = { NULL };

  tb_comparison_view_copy (window->comparison_view, copied_cb, &copied);
  tb_app_test_wait (is_copied, &copied, "the copy");
  return copied.text;
}

static void
test_columns (void)
{
  TbWindow *window = open_table (sorting);
  TbComparison *comparison = tb_comparison_view_get_comparison (window->comparison_view);
  TbComparisonGrid *table = get_table (window);
  guint n = tb_comparison_grid_get_n_shown (table);
  g_autofree char *copied = dup_copied (window);

  /* Names, units, a trend. */
  g_assert_cmpuint (n, ==, tb_comparison_get_n_columns (comparison) + 3);
  g_assert_cmpstr (copied, ==, "1 row copied");

  /* What is hidden stays so when other rows are shown. */
  tb_comparison_grid_set_hidden (table, "own -2", TRUE);
  g_assert_cmpuint (tb_comparison_grid_get_n_shown (table), ==, n - 1);
  tb_session_select (window->session,
                     tb_catalog_find_indicator (tb_dataset_get_catalog (tb_session_get_dataset (window->session)), "c"),
                     TRUE);
  tb_app_test_draw (window);
  g_assert_cmpuint (tb_comparison_grid_get_n_shown (table), ==, n - 1);
  tb_comparison_grid_set_hidden (table, "own -2", FALSE);
  g_assert_cmpuint (tb_comparison_grid_get_n_shown (table), ==, n);
  tb_app_test_close (window);
}

static GtkCheckButton *
find_check (GtkWidget  *popover,
            const char *title)
{
  GtkWidget *label = tb_app_test_find_label (popover, title);

  g_assert_nonnull (label);
  return GTK_CHECK_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON));
}

/* The two days of the file stand under one band, and go and come with it. */
static void
test_bands (void)
{
  TbWindow *window = open_table (sorting);
  TbComparisonGrid *table = get_table (window);
  GtkWidget *popover = tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_COLUMNS_POPOVER);
  const TbShownColumn *first = tb_comparison_grid_get_shown (table, 3);
  guint n = tb_comparison_grid_get_n_shown (table);
  GtkCheckButton *band, *day;

  g_assert_true (first->starts_band);
  gtk_popover_popup (GTK_POPOVER (popover));
  band = find_check (popover, first->band);
  day = find_check (popover, first->title);
  g_assert_true (gtk_check_button_get_active (band));

  gtk_check_button_set_active (day, FALSE);
  g_assert_cmpuint (tb_comparison_grid_get_n_shown (table), ==, n - 1);
  g_assert_true (gtk_check_button_get_inconsistent (band));
  gtk_check_button_set_active (band, TRUE);
  g_assert_cmpuint (tb_comparison_grid_get_n_shown (table), ==, n);
  g_assert_true (gtk_check_button_get_active (day));
  g_assert_false (gtk_check_button_get_inconsistent (band));
  gtk_check_button_set_active (band, FALSE);
  g_assert_cmpuint (tb_comparison_grid_get_n_shown (table), ==, n - 2);
  g_assert_false (gtk_check_button_get_active (day));
  gtk_popover_popdown (GTK_POPOVER (popover));
  tb_app_test_close (window);
}

static guint
find_place (TbComparisonGrid *table,
            gboolean        (*is_meant) (const TbShownColumn *column))
{
  for (guint i = 0; i < tb_comparison_grid_get_n_shown (table); i++)
    if (is_meant (tb_comparison_grid_get_shown (table, i)))
      return i;
  g_assert_not_reached ();
}

static gboolean
is_number (const TbShownColumn *column)
{
  return column->index >= 0;
}

static gboolean
is_trend (const TbShownColumn *column)
{
  return column->index == TB_COLUMN_OF_TRENDS;
}

static gboolean
is_heading_of_number (GtkWidget     *widget,
                      gconstpointer  data)
{
  return TB_IS_GRID_HEADING (widget) && is_number (tb_grid_heading_get_column (TB_GRID_HEADING (widget)));
}

static gboolean
is_wide (gpointer table)
{
  return gtk_widget_get_width (table) > 600;
}

/* In the narrowest window a number is in sight, with trends behind it; in a wide one
 * trends stand beside the names, and the cursor is where it was. */
static void
test_narrow (void)
{
  TbWindow *window;
  TbComparisonGrid *table;
  GtkWidget *heading;
  graphene_rect_t place;
  guint position;
  int row;

  g_settings_set_int (tb_settings_get (), "window-width", 360);
  window = open_table (sorting);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  tb_app_test_draw (window);
  table = get_table (window);
  heading = tb_app_test_find_where (GTK_WIDGET (table), is_heading_of_number, NULL);
  g_assert_nonnull (heading);
  g_assert_true (gtk_widget_compute_bounds (heading, GTK_WIDGET (table), &place));
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (GTK_WIDGET (table)));
  g_assert_cmpuint (find_place (table, is_trend), >, find_place (table, is_number));
  tb_comparison_grid_move_cursor (table, 0, find_place (table, is_trend), FALSE);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  tb_app_test_wait (is_wide, table, "the wide window");
  tb_app_test_draw (window);
  g_assert_cmpuint (find_place (table, is_trend), ==, 2);
  g_assert_true (tb_comparison_grid_get_cursor (table, &row, &position));
  g_assert_cmpint (row, ==, 0);
  g_assert_cmpuint (position, ==, 2);
  tb_app_test_close (window);
  g_settings_reset (tb_settings_get (), "window-width");
}

/* What is exported and printed has the columns of the screen, in their order. */
static void
test_shown (void)
{
  TbWindow *window = open_table (sorting);
  TbComparisonGrid *table = get_table (window);
  TbComparison *whole = tb_comparison_view_get_comparison (window->comparison_view);
  g_autoptr (TbComparison) before = tb_comparison_view_dup_shown (window->comparison_view);
  g_autoptr (TbComparison) shown = NULL;
  g_autoptr (TbComparison) none = NULL;
  guint n = tb_comparison_get_n_columns (whole);
  gsize column = 0;

  g_assert_cmpuint (tb_comparison_get_n_columns (before), ==, n);
  tb_comparison_grid_set_hidden (table, "0 0 31 Dec 2021", TRUE);
  shown = tb_comparison_view_dup_shown (window->comparison_view);
  g_assert_cmpuint (tb_comparison_get_n_columns (shown), ==, n - 1);
  for (guint i = 0; i < tb_comparison_grid_get_n_shown (table); i++)
    if (tb_comparison_grid_get_shown (table, i)->index >= 0)
      {
        g_autofree char *title = tb_comparison_dup_column_title (shown, column++, TB_LANGUAGE_EN);

        g_assert_cmpstr (title, ==, tb_comparison_grid_get_shown (table, i)->title);
        g_assert_cmpstr (title, !=, "31 Dec 2021");
      }
  g_assert_cmpuint (column, ==, n - 1);

  /* All hidden: a file of names alone is of no use. */
  for (guint i = tb_comparison_grid_get_columns (table)->len; i > 0; i--)
    {
      const TbShownColumn *each = g_ptr_array_index (tb_comparison_grid_get_columns (table), i - 1);

      tb_comparison_grid_set_hidden (table, each->key, TRUE);
    }
  none = tb_comparison_view_dup_shown (window->comparison_view);
  g_assert_cmpuint (tb_comparison_get_n_columns (none), ==, n);
  tb_app_test_close (window);
}

static void
select_all (TbWindow *window)
{
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    tb_session_select (window->session, tb_catalog_get_indicator (catalog, i), FALSE);
  tb_app_test_draw (window);
}

/* A title sorts: smallest first, largest first, the order of the table. */
static void
test_sort_by_title (void)
{
  static const char *const expected[] = { "102", "201", "012" };
  static const char *const said[] = { "Column heading, sorted ascending", "Column heading, sorted descending",
                                      "Column heading" };
  TbWindow *window = open_table (sorting);
  TbComparisonGrid *table = get_table (window);
  GtkWidget *heading;

  select_all (window);
  tb_comparison_grid_move_cursor (table, -1, 0, FALSE);
  tb_app_test_draw (window);
  heading = tb_app_test_find (GTK_WIDGET (table), TB_TYPE_GRID_HEADING);
  g_assert_true (gtk_widget_is_focus (heading));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      TbComparisonOrder *order;
      g_autofree char *rows = NULL;

      g_signal_emit_by_name (table, "sort-requested", i < 2 ? "own -1" : NULL, i == 1);
      tb_app_test_draw (window);
      order = tb_comparison_grid_get_order (table);
      rows = g_strdup_printf ("%u%u%u", order->rows[0], order->rows[1], order->rows[2]);
      g_assert_cmpstr (rows, ==, expected[i]);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said[i]);
    }
  tb_app_test_close (window);
}

/* By the text that it draws. */
static GtkWidget *
find_cell (GtkWidget  *root,
           const char *text)
{
  if (TB_IS_GRID_CELL (root) && g_strcmp0 (tb_grid_cell_get_text (TB_GRID_CELL (root)), text) == 0)
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
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, description);
  tb_app_test_close (window);
}

static void
assert_range (TbComparisonGrid *table,
              guint             first_row,
              guint             last_row,
              guint             first_column,
              guint             last_column)
{
  TbGridRange range;

  g_assert_true (tb_comparison_grid_get_selected (table, &range));
  g_assert_cmpuint (range.first_row, ==, first_row);
  g_assert_cmpuint (range.last_row, ==, last_row);
  g_assert_cmpuint (range.first_column, ==, first_column);
  g_assert_cmpuint (range.last_column, ==, last_column);
}

/* A rectangle from where it began, whole rows, all; the focus is where the cursor is. */
static void
test_select (void)
{
  TbWindow *window = open_table (sorting);
  TbComparisonGrid *table = get_table (window);
  guint last;
  g_autofree char *copied = NULL;

  select_all (window);
  last = tb_comparison_grid_get_n_shown (table) - 1;
  tb_comparison_grid_move_cursor (table, 1, 3, FALSE);
  assert_range (table, 1, 1, 3, 3);
  tb_comparison_grid_move_cursor (table, 2, 4, TRUE);
  assert_range (table, 1, 2, 3, 4);
  tb_comparison_grid_move_cursor (table, 0, 3, TRUE);
  assert_range (table, 0, 1, 3, 3);
  copied = dup_copied (window);
  g_assert_cmpstr (copied, ==, "2 cells copied");
  tb_comparison_grid_select_row (table, 1, FALSE);
  tb_comparison_grid_select_row (table, 2, TRUE);
  assert_range (table, 1, 2, 0, last);
  tb_comparison_grid_select_all (table);
  assert_range (table, 0, 2, 0, last);
  /* Beyond the edges there is nothing to go to. */
  tb_comparison_grid_move_cursor (table, 99, 99, FALSE);
  assert_range (table, 2, 2, last, last);
  g_assert_true (TB_IS_GRID_CELL (gtk_window_get_focus (GTK_WINDOW (window))));
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

  cell = find_cell (GTK_WIDGET (get_table (window)), "—");
  tb_comparison_grid_move_cursor (get_table (window), 0, tb_grid_cell_get_column_position (TB_GRID_CELL (cell)), FALSE);
  g_assert_true (gtk_widget_is_focus (cell));
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

static const TbShownColumn *
find_shown (TbWindow   *window,
            const char *title)
{
  GPtrArray *columns = tb_comparison_grid_get_columns (get_table (window));

  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((const TbShownColumn *) g_ptr_array_index (columns, i))->title, title))
      return g_ptr_array_index (columns, i);
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
  const TbShownColumn *completion;
  const gsize rows[] = { 0, 2 };
  TbCopiedCells cells;
  g_autofree char *tsv = NULL;
  g_autofree char *row = NULL;
  g_autofree char *refusal = NULL;
  gsize column;

  select_all (window);
  comparison = tb_comparison_view_get_comparison (window->comparison_view);
  column = find_column (comparison, TB_COLUMN_COMPLETION);
  completion = find_shown (window, "Completion");
  g_assert_nonnull (completion);
  g_assert_true (completion->can_sort);
  g_assert_cmpstr (completion->band, ==, "Target");
  g_assert_null (find_shown (window, "2021 (target)"));

  for (int descending = 0; descending < 2; descending++)
    {
      g_autofree char *order = dup_rows (comparison, (int) column, descending, NULL);

      g_assert_cmpstr (order, ==, "012");
    }
  cells = choose_cells (comparison, rows, 2, &column, 1);
  tsv = tb_comparison_copy_to_tsv (&cells);
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
  g_test_add_func ("/comparison-view/sort-any", test_sort_any);
  g_test_add_func ("/comparison-view/find-places", test_find_places);
  g_test_add_func ("/comparison-view/copy", test_copy);
  g_test_add_func ("/comparison-view/copy-numbers", test_copy_numbers);
  g_test_add_func ("/comparison-view/columns", test_columns);
  g_test_add_func ("/comparison-view/bands", test_bands);
  g_test_add_func ("/comparison-view/narrow", test_narrow);
  g_test_add_func ("/comparison-view/shown", test_shown);
  g_test_add_func ("/comparison-view/sort-by-title", test_sort_by_title);
  g_test_add_func ("/comparison-view/cells", test_cells);
  g_test_add_func ("/comparison-view/select", test_select);
  g_test_add_func ("/comparison-view/words", test_words);
  g_test_add_func ("/comparison-view/refusals", test_refusals);
  g_test_add_func ("/comparison-view/refused", test_refused);
  g_test_add_func ("/comparison-view/targets", test_targets);
  g_test_add_func ("/comparison-view/titles", test_titles);
  return g_test_run ();
}
