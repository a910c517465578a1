/* Several pairs of periods in the table: their columns, and how the user sets them up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-table.h"
#include "tb-app-test.h"
#include "tb-comparison-grid.h"
#include "tb-comparison-pair-button.h"
#include "tb-comparison-pairs.h"
#include "tb-export.h"
#include "tb-grid-heading.h"
#include "tb-window-private.h"

#include <math.h>
#include <string.h>

/* Beta has all three years, Alpha not the last one, Gamma not the first. */
static const char *const staff
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Staff\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"Beta\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"b\", \"name\": \"Alpha\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"c\", \"name\": \"Gamma\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2019-12-31\", 1600], [\"2020-12-31\", 2000],"
    " [\"2021-12-31\", 3500]]},"
    " {\"indicator\": \"b\", \"observations\": [[\"2019-12-31\", 1000], [\"2020-12-31\", 2000]]},"
    " {\"indicator\": \"c\", \"observations\": [[\"2020-12-31\", 2000], [\"2021-12-31\", 1500]]}]}";

/* Of the table with the figures of three dates: the changes from 2020 to 2021, which
 * Alpha has not, and those from 2019 to 2020, which Gamma has not. */
enum
{
  FIRST_AMOUNT = 3,
  FIRST_PERCENT,
  SECOND_AMOUNT,
  SECOND_PERCENT,
};

static TbPeriod
get_period (const char *text)
{
  TbPeriod period;

  g_assert_true (tb_period_parse (text, TB_CALENDAR_YEAR, &period, NULL));
  return period;
}

static TbComparePair
get_pair (const char *base,
          const char *current)
{
  return (TbComparePair) { get_period (base), get_period (current) };
}

static TbComparison *
compare_two (void)
{
  const TbComparePair pairs[] = { get_pair ("2020-12-31", "2021-12-31"), get_pair ("2019-12-31", "2020-12-31") };

  return tb_app_table_compare (staff, &(TbComparisonOptions) { .pairs = pairs, .n_pairs = G_N_ELEMENTS (pairs) });
}

/* B-5: by a column of any pair, what is missing there last in both directions. */
static void
test_sort (void)
{
  g_autoptr (TbComparison) comparison = compare_two ();
  const struct { int column; gboolean descending; const char *expected; } cases[] = {
    { FIRST_PERCENT, FALSE, "201" },
    { FIRST_PERCENT, TRUE, "021" },
    { SECOND_PERCENT, FALSE, "012" },
    { SECOND_PERCENT, TRUE, "102" },
    { SECOND_AMOUNT, FALSE, "012" },
    { SECOND_AMOUNT, TRUE, "102" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TbComparisonOrder) order
        = tb_comparison_order_new (comparison, cases[i].column, cases[i].descending, NULL, TB_LANGUAGE_EN);
      g_autofree char *rows = g_strdup_printf ("%u%u%u", order->rows[0], order->rows[1], order->rows[2]);

      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
}

/* Bands, keys and names; what is said of one pair stays as it was. */
static void
test_columns (void)
{
  static const char *const expected[][3] = {
    { "1", "Change, 31 Dec 2020 to 31 Dec 2021", "Change, 31 Dec 2020 to 31 Dec 2021: Amount" },
    { "2", "Change, 31 Dec 2020 to 31 Dec 2021", "Change, 31 Dec 2020 to 31 Dec 2021: %" },
    { "1 Change, 31 Dec 2019 to 31 Dec 2020", "Change, 31 Dec 2019 to 31 Dec 2020",
      "Change, 31 Dec 2019 to 31 Dec 2020: Amount" },
    { "2 Change in %, 31 Dec 2019 to 31 Dec 2020", "Change, 31 Dec 2019 to 31 Dec 2020",
      "Change, 31 Dec 2019 to 31 Dec 2020: %" },
  };
  g_autoptr (TbComparison) comparison = compare_two ();
  g_autoptr (TbSurvey) survey = tb_survey_new (comparison, TB_LANGUAGE_EN);
  g_autoptr (GPtrArray) columns = tb_shown_columns_new (comparison, survey, TB_LANGUAGE_EN);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TbShownColumn *column = tb_shown_columns_find (columns, expected[i][0]);

      g_assert_nonnull (column);
      g_assert_cmpint (column->index, ==, FIRST_AMOUNT + (int) i);
      g_assert_cmpstr (column->band, ==, expected[i][1]);
      g_assert_cmpstr (column->name, ==, expected[i][2]);
      g_assert_cmpint (column->starts_band, ==, i % 2 == 0);
    }
}

/* Each pair has its own refusals; a letter stands for one reason in all of them, and the
 * legend counts rows. */
static void
test_refusals (void)
{
  g_autoptr (TbComparison) comparison = compare_two ();
  g_autoptr (TbSurvey) survey = tb_survey_new (comparison, TB_LANGUAGE_EN);
  TbShownTable table = { comparison, survey, TB_LANGUAGE_EN };
  TbShownColumn column = { 0 };
  g_autofree char *legend = tb_shown_table_dup_legend (&table);
  const struct { int column; gsize row; const char *marks; } cases[] = {
    { FIRST_AMOUNT, 0, "" }, { FIRST_AMOUNT, 1, "a" }, { FIRST_AMOUNT, 2, "" },
    { SECOND_AMOUNT, 0, "" }, { SECOND_AMOUNT, 1, "" }, { SECOND_AMOUNT, 2, "a" },
  };

  g_assert_cmpuint (survey->n_pairs, ==, 2);
  g_assert_cmpuint (survey->of_pairs[0].n_refused, ==, 1);
  g_assert_cmpuint (survey->of_pairs[1].n_refused, ==, 1);
  g_assert_cmpuint (survey->refusals.n_refused, ==, 2);
  g_assert_cmpuint (survey->refusals.n_by_rule[0], ==, 2);
  g_assert_nonnull (strstr (legend, "<b>a</b> a figure is missing"));
  g_assert_nonnull (strstr (legend, "(2 rows)"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TbCellLook look;

      column.index = cases[i].column;
      column.survey = &survey->columns[cases[i].column];
      tb_cell_look_init (&look, &table, &column, cases[i].row);
      g_assert_cmpstr (look.marks, ==, cases[i].marks);
      g_assert_cmpint (look.is_refused, ==, *cases[i].marks != '\0');
      tb_cell_look_clear (&look);
    }
}

/* N-6: bars of one unit have one scale. */
static void
test_bars (void)
{
  g_autoptr (TbComparison) comparison = compare_two ();
  g_autoptr (TbSurvey) survey = tb_survey_new (comparison, TB_LANGUAGE_EN);

  g_assert_false (isnan (survey->columns[FIRST_AMOUNT].reach));
  g_assert_cmpfloat (survey->columns[FIRST_AMOUNT].reach, ==, survey->columns[SECOND_AMOUNT].reach);
  g_assert_cmpfloat (survey->columns[FIRST_AMOUNT].reach, ==,
                     fmax (tb_comparison_find_reach (comparison, FIRST_AMOUNT),
                           tb_comparison_find_reach (comparison, SECOND_AMOUNT)));
  g_assert_true (isnan (survey->columns[FIRST_PERCENT].reach));
  g_assert_true (isnan (survey->columns[SECOND_PERCENT].reach));
}

/* The clipboard has all of them, each with its periods. */
static void
test_copy (void)
{
  g_autoptr (TbComparison) comparison = compare_two ();
  const gsize rows[] = { 0, 1, 2 };
  const gsize columns[] = { FIRST_AMOUNT, FIRST_PERCENT, SECOND_AMOUNT, SECOND_PERCENT };
  TbCopiedCells cells = { .comparison = comparison, .rows = rows, .n_rows = 3, .columns = columns, .n_columns = 4,
                          .language = TB_LANGUAGE_EN };
  g_autofree char *tsv = tb_comparison_copy_to_tsv (&cells);
  g_autofree char *html = tb_comparison_copy_to_html (&cells);

  g_assert_cmpstr (tsv, ==,
                   "Indicator\tUnit\tChange, 31 Dec 2020 to 31 Dec 2021\tChange in %, 31 Dec 2020 to 31 Dec 2021\t"
                   "Change, 31 Dec 2019 to 31 Dec 2020\tChange in %, 31 Dec 2019 to 31 Dec 2020\n"
                   "Beta\tu\t1500\t75.0%\t400\t25.0%\n"
                   "Alpha\tu\t—\t—\t1000\t100.0%\n"
                   "Gamma\tu\t-500\t-25.0%\t—\t—\n");
  g_assert_nonnull (strstr (html, "<th align=\"right\">Change in %, 31 Dec 2019 to 31 Dec 2020</th>"));
  g_assert_nonnull (strstr (html, "sdval=\"0.25\""));
  g_assert_nonnull (strstr (html, "sdval=\"-500\""));
}

typedef struct
{
  TbWindow *window;
  guint     n;
} Pairs;

static guint
count_pairs (TbWindow *window)
{
  TbComparison *comparison = tb_comparison_view_get_comparison (window->comparison_view);
  guint n = 0;

  for (gsize i = 0; comparison != NULL && i < tb_comparison_get_n_columns (comparison); i++)
    n += tb_comparison_get_column (comparison, i)->kind == TB_COLUMN_ABSOLUTE;
  return n;
}

static gboolean
has_pairs (gpointer data)
{
  const Pairs *pairs = data;

  return !tb_comparison_view_is_busy (pairs->window->comparison_view) && count_pairs (pairs->window) == pairs->n;
}

static void
wait_pairs (TbWindow *window,
            guint     n)
{
  Pairs pairs = { window, n };

  tb_app_test_wait (has_pairs, &pairs, "the pairs of the table");
  tb_app_test_draw (window);
}

static TbWindow *
open_staff (void)
{
  g_autofree char *path = tb_app_test_write ("pairs.tongbi.json", staff);
  TbWindow *window = tb_app_test_open (path);
  TbCatalog *catalog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_wait (tb_app_test_has_table, window, "the table");
  catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "a"), TRUE);
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "b"), FALSE);
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "c"), FALSE);
  wait_pairs (window, 1);
  return window;
}

static GtkWidget *
find_add (TbWindow *window)
{
  return tb_app_test_find_icon (GTK_WIDGET (window->comparison_view), "list-add-symbolic");
}

/* The button of a pair that is shown. */
static GtkWidget *
find_pair_button (TbWindow   *window,
                  const char *label)
{
  GtkWidget *bar = tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_PAIRS);
  GtkWidget *found = tb_app_test_find_label (bar, label);

  return found != NULL && gtk_widget_get_mapped (found)
           ? gtk_widget_get_ancestor (found, TB_TYPE_COMPARISON_PAIR_BUTTON) : NULL;
}

static void
assert_asked (TbWindow            *window,
              const TbComparePair *pairs,
              gsize                n)
{
  const TbChartSpecFields *fields = tb_session_get_fields (window->session);

  g_assert_cmpuint (fields->n_table_pairs, ==, n);
  for (gsize i = 0; i < n; i++)
    g_assert_true (tb_compare_pair_equal (fields->table_pairs[i], pairs[i]));
}

/* One pair is chosen in place; another is added beside it, which can be undone and done
 * again, and removed. */
static void
test_add_and_remove (void)
{
  TbWindow *window = open_staff ();
  const TbComparePair pairs[] = { get_pair ("2020-12-31", "2021-12-31"), get_pair ("2019-12-31", "2020-12-31") };
  GtkWidget *add = find_add (window);
  GtkWidget *button;

  assert_asked (window, NULL, 0);
  g_assert_true (gtk_widget_get_mapped (add));
  g_assert_null (find_pair_button (window, "31 Dec 2020 to 31 Dec 2021"));
  g_assert_true (gtk_widget_get_mapped (tb_app_test_find_label (GTK_WIDGET (window->comparison_view), "Change from")));

  g_signal_emit_by_name (add, "clicked");
  wait_pairs (window, 2);
  assert_asked (window, pairs, 2);
  g_assert_nonnull (find_pair_button (window, "31 Dec 2020 to 31 Dec 2021"));
  button = find_pair_button (window, "31 Dec 2019 to 31 Dec 2020");
  g_assert_nonnull (button);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), button));
  g_assert_true (tb_session_has_work (window->session));

  tb_session_undo (window->session);
  wait_pairs (window, 1);
  assert_asked (window, NULL, 0);
  g_assert_null (find_pair_button (window, "31 Dec 2019 to 31 Dec 2020"));
  g_assert_false (tb_session_has_work (window->session));
  tb_session_redo (window->session);
  wait_pairs (window, 2);
  g_assert_nonnull (find_pair_button (window, "31 Dec 2019 to 31 Dec 2020"));

  /* The first one: the other is left, and is chosen in place. */
  g_signal_emit_by_name (find_pair_button (window, "31 Dec 2020 to 31 Dec 2021"), "removed");
  wait_pairs (window, 1);
  assert_asked (window, &pairs[1], 1);
  g_assert_true (gtk_widget_get_mapped (tb_app_test_find_label (GTK_WIDGET (window->comparison_view), "Change from")));
  g_assert_true (gtk_widget_is_focus (add));
  tb_app_test_close (window);
}

/* Opened, its button offers other periods; no pair becomes the same as another. */
static void
test_choose (void)
{
  TbWindow *window = open_staff ();
  const TbComparePair swapped[] = { get_pair ("2019-12-31", "2021-12-31"), get_pair ("2020-12-31", "2021-12-31") };
  GtkWidget *button;
  GtkWidget *choosers;
  GtkWidget *base;
  GtkWidget *current;

  g_signal_emit_by_name (find_add (window), "clicked");
  wait_pairs (window, 2);
  button = find_pair_button (window, "31 Dec 2019 to 31 Dec 2020");
  gtk_menu_button_popup (GTK_MENU_BUTTON (tb_app_test_find (button, GTK_TYPE_MENU_BUTTON)));
  tb_app_test_draw (window);
  choosers = tb_app_test_find (button, TB_TYPE_COMPARISON_PERIODS);
  g_assert_nonnull (choosers);
  base = tb_app_test_find (choosers, GTK_TYPE_DROP_DOWN);
  current = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (base));
  g_assert_true (GTK_IS_DROP_DOWN (current));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (base)), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (current)), ==, 1);

  /* From 2019 to 2021, then from 2020 to 2021, which the first pair is: it takes the other. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (current), 2);
  wait_pairs (window, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (base), 1);
  wait_pairs (window, 2);
  assert_asked (window, swapped, 2);
  g_assert_nonnull (find_pair_button (window, "31 Dec 2019 to 31 Dec 2021"));
  tb_app_test_close (window);
}

/* All pairs of three dates: there is no further one, and the button says so. */
static void
test_all (void)
{
  TbWindow *window = open_staff ();
  GtkWidget *add = find_add (window);

  for (guint n = 2; n <= 3; n++)
    {
      g_assert_true (gtk_widget_is_sensitive (add));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (add), ==, "Compare two more periods");
      g_signal_emit_by_name (add, "clicked");
      wait_pairs (window, n);
    }
  g_assert_false (gtk_widget_is_sensitive (add));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (add), ==, "All periods are compared with each other");
  tb_app_test_close (window);
}

/* Files have the columns of the screen, all pairs with their bands. */
static void
test_export (void)
{
  TbWindow *window = open_staff ();
  g_autoptr (TbComparison) shown = NULL;
  g_autoptr (GBytes) html = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize length;

  g_signal_emit_by_name (find_add (window), "clicked");
  wait_pairs (window, 2);
  shown = tb_comparison_view_dup_shown (window->comparison_view);
  html = tb_export_table (shown, TB_TABLE_HTML, TB_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (html, &length);
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "Change, 31 Dec 2020 to 31 Dec 2021"));
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "Change, 31 Dec 2019 to 31 Dec 2020"));
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "+1,000"));
  tb_app_test_close (window);
}

/* They are kept with a larger selection, and begin anew with another indicator. What the
 * table has no figure of is offered all the same. */
static void
test_selection (void)
{
  TbWindow *window = open_staff ();
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));

  g_signal_emit_by_name (find_add (window), "clicked");
  wait_pairs (window, 2);
  tb_session_unselect (window->session, tb_catalog_find_indicator (catalog, "a"));
  tb_session_unselect (window->session, tb_catalog_find_indicator (catalog, "b"));
  wait_pairs (window, 2);
  g_assert_nonnull (find_pair_button (window, "31 Dec 2019 to 31 Dec 2020"));
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "b"), TRUE);
  wait_pairs (window, 1);
  assert_asked (window, NULL, 0);
  tb_app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TbApplication) application = tb_app_test_init (&argc, &argv);

  g_test_add_func ("/table-pairs/B-5/sort", test_sort);
  g_test_add_func ("/table-pairs/B-1/columns", test_columns);
  g_test_add_func ("/table-pairs/B-2/refusals", test_refusals);
  g_test_add_func ("/table-pairs/N-6/bars", test_bars);
  g_test_add_func ("/table-pairs/B-9/copy", test_copy);
  g_test_add_func ("/table-pairs/add-and-remove", test_add_and_remove);
  g_test_add_func ("/table-pairs/choose", test_choose);
  g_test_add_func ("/table-pairs/all", test_all);
  g_test_add_func ("/table-pairs/export", test_export);
  g_test_add_func ("/table-pairs/selection", test_selection);

  return g_test_run ();
}
