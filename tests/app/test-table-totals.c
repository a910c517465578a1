/* Totals in the table (B-8): their place among the rows, and the switch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-table.h"
#include "tb-app-test.h"
#include "tb-comparison-grid.h"
#include "tb-comparison-words.h"
#include "tb-window-private.h"

#include <string.h>

/* 5 + 9 + 1 = 15 in three places, 10 beside them; wheat and maize of crop; rates. */
static const char *const farm
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Farm\", \"places\": {\"s\": {\"name\": \"S\"},"
    " \"x\": {\"name\": \"X\", \"parent\": \"s\"}, \"y\": {\"name\": \"Y\", \"parent\": \"s\"},"
    " \"z\": {\"name\": \"Z\", \"parent\": \"s\"}},"
    " \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}, \"p\": {\"name\": \"%\", \"kind\": \"percent\"}},"
    " \"indicators\": [{\"id\": \"herd\", \"name\": \"Herd\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"barns\", \"name\": \"Barns\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"crop\", \"name\": \"Crop\", \"unit\": \"u\", \"measure\": \"stock\"},"
    " {\"id\": \"wheat\", \"name\": \"Wheat\", \"unit\": \"u\", \"measure\": \"stock\", \"part_of\": \"crop\"},"
    " {\"id\": \"maize\", \"name\": \"Maize\", \"unit\": \"u\", \"measure\": \"stock\", \"part_of\": \"crop\"},"
    " {\"id\": \"rate\", \"name\": \"Rate\", \"unit\": \"p\", \"measure\": \"ratio\"}],"
    " \"series\": [{\"indicator\": \"herd\", \"place\": \"x\", \"observations\": [[\"2020-12-31\", 5]]},"
    " {\"indicator\": \"herd\", \"place\": \"y\", \"observations\": [[\"2020-12-31\", 9]]},"
    " {\"indicator\": \"herd\", \"place\": \"z\", \"observations\": [[\"2020-12-31\", 1]]},"
    " {\"indicator\": \"barns\", \"place\": \"s\", \"observations\": [[\"2020-12-31\", 10]]},"
    " {\"indicator\": \"crop\", \"place\": \"s\", \"observations\": [[\"2020-12-31\", 8]]},"
    " {\"indicator\": \"wheat\", \"place\": \"s\", \"observations\": [[\"2020-12-31\", 6]]},"
    " {\"indicator\": \"maize\", \"place\": \"s\", \"observations\": [[\"2020-12-31\", 2]]}";

#define RATES                                                                                                          \
  ", {\"indicator\": \"rate\", \"place\": \"x\", \"observations\": [[\"2020-12-31\", 5]]},"                            \
  " {\"indicator\": \"rate\", \"place\": \"y\", \"observations\": [[\"2020-12-31\", 9]]}"

/* Rows: Herd X, Y, Z and their total, Barns, Wheat, Maize and the published total. */
static TbComparison *
compare (void)
{
  g_autofree char *text = g_strconcat (farm, "]}", NULL);

  return tb_app_table_compare (text, &(TbComparisonOptions) { .totals = TRUE });
}

static void
test_sort (void)
{
  g_autoptr (TbComparison) comparison = compare ();
  const struct { int column; gboolean descending; const char *words; const char *expected; } cases[] = {
    { TB_COMPARISON_UNSORTED, FALSE, NULL, "01234567" },
    /* 8 of the crop, 10 barns, 15 of the herd; within them the parts, then the total. */
    { 0, FALSE, NULL, "65742013" },
    { 0, TRUE, NULL, "10234567" },
    /* Barns, what is of the crop, what is of the herd; "Maize" before "Wheat". */
    { TB_COMPARISON_BY_NAME, FALSE, NULL, "46570123" },
    /* A total of fewer rows than all is none. */
    { TB_COMPARISON_UNSORTED, FALSE, "wheat", "5" },
    { TB_COMPARISON_UNSORTED, FALSE, "herd", "0123" },
    { 0, TRUE, "herd", "1023" },
    /* What was published is found by its own name. */
    { TB_COMPARISON_UNSORTED, FALSE, "crop", "7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TbComparisonOrder) order = tb_comparison_order_new (comparison, cases[i].column, cases[i].descending,
                                                                     cases[i].words, TB_LANGUAGE_EN);
      g_autoptr (GString) rows = g_string_new (NULL);

      for (gsize k = 0; k < order->n; k++)
        g_string_append_printf (rows, "%u", order->rows[k]);
      g_assert_cmpstr (rows->str, ==, cases[i].expected);
    }
}

/* A sum is a number for other programs; its row stands out. */
static void
test_copy (void)
{
  g_autoptr (TbComparison) comparison = compare ();
  const gsize rows[] = { 2, 3 };
  const gsize columns[] = { 0 };
  TbCopiedCells cells = { .comparison = comparison, .rows = rows, .n_rows = 2, .columns = columns, .n_columns = 1,
                          .language = TB_LANGUAGE_EN };
  g_autofree char *tsv = tb_comparison_copy_to_tsv (&cells);
  g_autofree char *html = tb_comparison_copy_to_html (&cells);

  g_assert_cmpstr (tsv, ==, "Indicator\tUnit\t31 Dec 2020\nHerd (Z)\tu\t1\nTotal of 3 places in S: Herd\tu\t15\n");
  g_assert_nonnull (strstr (html, "<tr style=\"font-weight:bold\"><th align=\"left\">Total of 3 places in S: Herd<"));
  g_assert_nonnull (strstr (html, "sdval=\"15\""));
}

/* B-11: what a screen reader says of a sum. */
static void
test_names (void)
{
  g_autoptr (TbComparison) comparison = compare ();
  g_autofree char *sum = tb_comparison_words_dup_name (comparison, 3, 0, TB_LANGUAGE_EN);

  g_assert_cmpstr (sum, ==, "Total of 3 places in S: Herd, 31 Dec 2020: 15 u; computed: the sum of the 3 parts; the "
                            "file has no published total");
}

typedef struct
{
  TbWindow *window;
  gsize     n;
} Rows;

static gboolean
has_rows (gpointer data)
{
  const Rows *rows = data;
  TbComparison *comparison = tb_comparison_view_get_comparison (rows->window->comparison_view);

  return !tb_comparison_view_is_busy (rows->window->comparison_view) && comparison != NULL
         && tb_comparison_get_n_rows (comparison) == rows->n;
}

static void
wait_rows (TbWindow *window,
           gsize     n)
{
  Rows rows = { window, n };

  tb_app_test_wait (has_rows, &rows, "the rows of the table");
  tb_app_test_draw (window);
}

static GtkWidget *
find_labelled (GtkWidget  *widget,
               GType       type,
               const char *start)
{
  const char *label = G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
                        ? GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget))
                                                 : gtk_label_get_text (GTK_LABEL (widget))
                        : NULL;

  if (label != NULL && g_str_has_prefix (label, start))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, type, start);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Three rows get a total; it goes and comes with undo and redo, and is kept where
 * another indicator is looked at, which tells why it has none. */
static void
test_switch (void)
{
  g_autofree char *text = g_strconcat (farm, RATES "]}", NULL);
  g_autofree char *path = tb_app_test_write ("totals.tongbi.json", text);
  TbWindow *window = tb_app_test_open (path);
  TbCatalog *catalog;
  GtkWidget *view;
  GtkWidget *button;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_wait (tb_app_test_has_table, window, "the table");
  catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "herd"), TRUE);
  wait_rows (window, 3);
  view = GTK_WIDGET (window->comparison_view);
  button = find_labelled (view, GTK_TYPE_TOGGLE_BUTTON, "Totals");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
  g_assert_nonnull (gtk_widget_get_tooltip_text (button));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  wait_rows (window, 4);
  g_assert_true (tb_session_get_fields (window->session)->table_totals);
  g_assert_null (find_labelled (view, GTK_TYPE_LABEL, "Without a total"));
  tb_session_undo (window->session);
  wait_rows (window, 3);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  tb_session_redo (window->session);
  wait_rows (window, 4);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));

  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "rate"), TRUE);
  wait_rows (window, 2);
  g_assert_true (gtk_widget_get_mapped (find_labelled (view, GTK_TYPE_LABEL, "Without a total: rates")));
  /* It is a way of looking, and nothing that would be lost. */
  g_assert_false (tb_session_has_work (window->session));
  tb_app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TbApplication) application = tb_app_test_init (&argc, &argv);

  g_test_add_func ("/table-totals/B-8/sort", test_sort);
  g_test_add_func ("/table-totals/B-8/copy", test_copy);
  g_test_add_func ("/table-totals/B-8/names", test_names);
  g_test_add_func ("/table-totals/B-8/switch", test_switch);

  return g_test_run ();
}
