/* The table: rows, sorting, copying, what cells say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-table.h"
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
  TbWindow *window = open_table (tb_app_table_sorting);
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
  TbWindow *window = open_table (tb_app_table_sorting);
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
  window = open_table (tb_app_table_sorting);
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
  TbWindow *window = open_table (tb_app_table_sorting);
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
  TbWindow *window = open_table (tb_app_table_sorting);
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
  TbWindow *window = open_table (tb_app_table_sorting);
  TbComparison *comparison = tb_comparison_view_get_comparison (window->comparison_view);
  gsize column = tb_app_table_find_year (comparison, 2021);
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
  TbWindow *window = open_table (tb_app_table_sorting);
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
  TbWindow *window = open_table (tb_app_table_refused);
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
  column = tb_app_table_find_column (comparison, TB_COLUMN_COMPLETION);
  completion = find_shown (window, "Completion");
  g_assert_nonnull (completion);
  g_assert_true (completion->can_sort);
  g_assert_cmpstr (completion->band, ==, "Target");
  g_assert_null (find_shown (window, "2021 (target)"));

  for (int descending = 0; descending < 2; descending++)
    {
      g_autofree char *order = tb_app_table_dup_order (comparison, (int) column, descending, NULL);

      g_assert_cmpstr (order, ==, "012");
    }
  cells = tb_app_table_choose_cells (comparison, rows, 2, &column, 1);
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
  g_test_add_func ("/comparison-view/columns", test_columns);
  g_test_add_func ("/comparison-view/bands", test_bands);
  g_test_add_func ("/comparison-view/narrow", test_narrow);
  g_test_add_func ("/comparison-view/shown", test_shown);
  g_test_add_func ("/comparison-view/sort-by-title", test_sort_by_title);
  g_test_add_func ("/comparison-view/cells", test_cells);
  g_test_add_func ("/comparison-view/select", test_select);
  g_test_add_func ("/comparison-view/refused", test_refused);
  g_test_add_func ("/comparison-view/targets", test_targets);
  return g_test_run ();
}
