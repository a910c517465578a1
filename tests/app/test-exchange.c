/* What comes in and goes out: drops, bad and large files, the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-comparison-grid.h"
#include "tb-opened-file.h"
#include "tb-problems-dialog.h"
#include "tb-recent.h"
#include "tb-related-file.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>

/* The longest that one turn of the main loop may take here: far more than the
 * program allows itself, for slow machines, sanitizers and the drawing of GTK in
 * software. A row made for each of ten thousand indicators takes longer. */
#define STALL_MAX_MS 2000

static gint64 left_poll_us;
static gint64 longest_us;

/* Time from the end of one poll to the next is what callbacks took. */
static gint
measuring_poll (GPollFD *fds,
                guint    n,
                gint     timeout)
{
  gint result;

  if (left_poll_us > 0)
    longest_us = MAX (longest_us, g_get_monotonic_time () - left_poll_us);
  result = g_poll (fds, n, timeout);
  left_poll_us = g_get_monotonic_time ();
  return result;
}

static void
start_measuring (void)
{
  left_poll_us = 0;
  longest_us = 0;
  g_main_context_set_poll_func (NULL, measuring_poll);
}

static void
stop_measuring (const char *what)
{
  g_main_context_set_poll_func (NULL, g_poll);
  g_test_message ("%s: the longest turn of the main loop took %.1f ms", what, (double) longest_us / 1000);
  g_assert_cmpint (longest_us, <, STALL_MAX_MS * 1000);
}

static GtkDropTarget *
find_drop_target (TbWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

static gboolean
drop (TbWindow *window,
      GFile   **files,
      gsize     n)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n));
  g_signal_emit_by_name (find_drop_target (window), "drop", &value, 10.0, 10.0, &is_taken);
  return is_taken;
}

/* A file takes the window it is dropped on. */
static void
test_drop (void)
{
  g_autofree char *path = tb_app_test_write ("one.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbWindow *window = tb_app_test_open (NULL);

  g_assert_true (drop (window, &file, 1));
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dropped file");
  g_assert_true (g_file_equal (tb_session_get_file (window->session), file));
  tb_app_test_close (window);
}

static gboolean
has_problems_dialog (gpointer window)
{
  return TB_IS_PROBLEMS_DIALOG (adw_application_window_get_visible_dialog (window));
}

static void
append_labels (GtkWidget *widget,
               GString   *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_labels (child, text);
}

/* Opens a file that cannot be opened. Returns what the problems list says. */
static char *
fail_to_open (TbWindow *window,
              GFile    *file)
{
  TbDataset *before = tb_session_get_dataset (window->session);
  g_autoptr (GString) text = g_string_new (NULL);
  AdwDialog *dialog;

  tb_window_open (window, file);
  tb_app_test_wait (has_problems_dialog, window, "the list of problems");
  g_assert_true (tb_session_get_dataset (window->session) == before);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "content");
  dialog = tb_app_test_get_dialog (window);
  append_labels (GTK_WIDGET (dialog), text);
  adw_dialog_force_close (dialog);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_damaged (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = tb_app_test_write ("bad.tongbi.json", "{\"tongbi\": \"dataset/1\",\n \"title\": }\n");
  g_autoptr (GFile) damaged = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_get_parent (damaged);
  g_autoptr (GFile) folder = g_file_get_child (parent, "empty");
  g_autofree char *of_damaged = fail_to_open (window, damaged);
  g_autofree char *of_folder = NULL;
  g_autofree char *of_missing = NULL;

  g_assert_nonnull (strstr (of_damaged, "bad.tongbi.json"));
  g_assert_nonnull (strstr (of_damaged, "ine 2"));
  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  of_folder = fail_to_open (window, folder);
  g_assert_cmpstr (of_folder, !=, "");
  g_assert_true (g_file_delete (folder, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  of_missing = fail_to_open (window, damaged);
  g_assert_cmpstr (of_missing, !=, of_damaged);
  tb_app_test_close (window);
}

/* A file that is gone by the time it is chosen again, with its own still shown. */
static void
test_deleted (void)
{
  TbWindow *window = tb_app_test_open_small ();
  GFile *file = tb_session_get_file (window->session);
  g_autofree char *said = NULL;

  g_assert_true (g_file_delete (file, NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_wait_settled (window);
  g_assert_nonnull (tb_comparison_view_get_comparison (window->comparison_view));
  said = fail_to_open (window, file);
  g_assert_nonnull (strstr (said, "small.tongbi.json"));
  tb_app_test_close (window);
}

static char *
write_large (const char *name,
             int         n_indicators,
             int         n_years)
{
  g_autoptr (GString) text = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": \"Large\", \"units\": {\"u\": "
                                           "{\"name\": \"u\", \"kind\": \"count\"}}, \"domains\": {\"d\": {\"name\": "
                                           "\"Domain\"}}, \"indicators\": [");

  for (int i = 0; i < n_indicators; i++)
    g_string_append_printf (text, "%s{\"id\": \"i%d\", \"name\": \"Indicator %d\", \"domain\": \"d\", \"unit\": "
                                  "\"u\", \"measure\": \"stock\"}", i > 0 ? ",\n" : "", i, i);
  g_string_append (text, "], \"series\": [");
  for (int i = 0; i < n_indicators; i++)
    {
      g_string_append_printf (text, "%s{\"indicator\": \"i%d\", \"observations\": [", i > 0 ? ",\n" : "", i);
      for (int year = 0; year < n_years; year++)
        g_string_append_printf (text, "%s[\"%d-12-31\", %d]", year > 0 ? "," : "", 1000 + year, (i * 7 + year) % 997);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}\n");
  return tb_app_test_write (name, text->str);
}

static gboolean
is_loading (gpointer data)
{
  TbWindow *window = data;

  return g_str_equal (gtk_stack_get_visible_child_name (window->pages), "loading") || !tb_window_is_opening (window);
}

/* A million observations: the window stays usable, and Cancel puts back what was open. */
static void
test_cancel_large (void)
{
  g_autofree char *path = write_large ("million.tongbi.json", 1000, 1000);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbWindow *window = tb_app_test_open_small ();
  TbDataset *before = tb_session_get_dataset (window->session);

  start_measuring ();
  tb_window_open (window, file);
  tb_app_test_wait (is_loading, window, "the loading page");
  stop_measuring ("reading a million observations");
  if (!tb_window_is_opening (window))
    g_test_message ("The file was read before it could be cancelled");
  else
    {
      g_assert_true (tb_app_test_can (window, "win.cancel-open"));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-open", NULL);
      tb_app_test_draw (window);
      g_assert_true (tb_session_get_dataset (window->session) == before);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "content");
    }
  tb_app_test_close (window);
  g_unlink (path);
}

static GtkSearchEntry *
get_search_entry (TbWindow *window)
{
  return GTK_SEARCH_ENTRY (tb_app_test_find (GTK_WIDGET (window->sidebar), GTK_TYPE_SEARCH_ENTRY));
}

static GtkSelectionModel *
get_list (TbWindow *window)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (tb_app_test_find (GTK_WIDGET (window->sidebar), GTK_TYPE_LIST_VIEW)));
}

static gboolean
has_found (gpointer window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_list (window))) == 1;
}

static gboolean
has_many_rows (gpointer data)
{
  TbWindow *window = data;
  TbComparison *comparison = tb_comparison_view_get_comparison (window->comparison_view);

  return tb_window_is_settled (window) && comparison != NULL && tb_comparison_get_n_rows (comparison) > 1000;
}

/* Ten thousand indicators: opened, scrolled, searched, all selected and let go,
 * and compared in one table. */
static void
test_many (void)
{
  g_autofree char *path = write_large ("many.tongbi.json", 10000, 3);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbWindow *window = tb_app_test_open (NULL);
  GtkListView *list = GTK_LIST_VIEW (tb_app_test_find (GTK_WIDGET (window->sidebar), GTK_TYPE_LIST_VIEW));

  start_measuring ();
  tb_window_open (window, file);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  tb_app_test_draw (window);
  stop_measuring ("opening ten thousand indicators");

  start_measuring ();
  gtk_list_view_scroll_to (list, 9999, GTK_LIST_SCROLL_FOCUS, NULL);
  tb_app_test_draw (window);
  stop_measuring ("scrolling to the end");

  start_measuring ();
  gtk_editable_set_text (GTK_EDITABLE (get_search_entry (window)), "indicator 9876");
  tb_app_test_wait (has_found, window, "the search");
  stop_measuring ("searching");

  gtk_editable_set_text (GTK_EDITABLE (get_search_entry (window)), "");
  tb_app_test_draw (window);
  start_measuring ();
  gtk_selection_model_select_all (get_list (window));
  gtk_selection_model_select_range (get_list (window), 10, 2000, FALSE);
  g_assert_cmpuint (tb_session_get_n_selected (window->session), ==, 10000);
  gtk_selection_model_select_item (get_list (window), 0, TRUE);
  tb_app_test_draw (window);
  stop_measuring ("selecting all and one");
  g_assert_cmpuint (tb_session_get_n_selected (window->session), ==, 1);

  start_measuring ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  gtk_selection_model_select_all (get_list (window));
  tb_app_test_wait (has_many_rows, window, "the table of all");
  tb_app_test_draw (window);
  stop_measuring ("comparing ten thousand rows");
  tb_app_test_close (window);
}

typedef struct
{
  GOutputStream *stream;
  gboolean       is_done;
} Read;

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  ((Read *) user_data)->is_done = TRUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Read *read = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_splice_async (read->stream, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, read);
}

static gboolean
is_read (gpointer data)
{
  return ((const Read *) data)->is_done;
}

static GdkClipboard *
get_clipboard (TbWindow *window)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (window));
}

/* As a program does that something is pasted into. */
static GBytes *
read_clipboard (TbWindow   *window,
                const char *media_type)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  Read read = { stream, FALSE };

  gdk_clipboard_read_async (get_clipboard (window), (const char *[]) { media_type, NULL }, G_PRIORITY_DEFAULT, NULL,
                            read_cb, &read);
  tb_app_test_wait (is_read, &read, media_type);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
read_clipboard_text (TbWindow   *window,
                     const char *media_type)
{
  g_autoptr (GBytes) bytes = read_clipboard (window, media_type);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
clear_clipboard (TbWindow *window)
{
  gdk_clipboard_set_text (get_clipboard (window), "");
}

static gboolean
has_figure (gpointer window)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (get_clipboard (window)), "image/png");
}

static gboolean
has_copied_table (gpointer window)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (get_clipboard (window)), "text/html");
}

static void
test_copy_figure (void)
{
  static const guchar signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  TbWindow *window = tb_app_test_open_small ();
  g_autoptr (GBytes) png = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *html = NULL;
  g_autofree char *encoded = NULL;

  clear_clipboard (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  tb_app_test_draw (window);
  g_assert_true (tb_app_test_can (window, "win.copy"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  tb_app_test_wait (has_figure, window, "the figure on the clipboard");
  png = read_clipboard (window, "image/png");
  g_assert_cmpmem (g_bytes_get_data (png, NULL), sizeof signature, signature, sizeof signature);
  svg = read_clipboard_text (window, "image/svg+xml");
  g_assert_nonnull (strstr (svg, "<svg"));
  g_assert_nonnull (strstr (svg, "Hospital beds"));
  /* Where it comes from, as an exported file has it. */
  g_assert_nonnull (strstr (svg, "<dc:source>sha256:"));
  g_assert_nonnull (strstr (svg, "<dc:subject>"));
  /* What a text editor or a spreadsheet asks for. */
  plain = read_clipboard_text (window, "text/plain;charset=utf-8");
  g_assert_true (g_str_has_prefix (plain, "Hospital beds\nIndicator\tUnit\t"));
  g_assert_nonnull (strstr (plain, "\nHospital beds\tbeds\t120\t131\t140\t160\t"));
  g_assert_null (strstr (plain, "<svg"));
  /* What a letter or a web page asks for: the image that is there, and its figures. */
  html = read_clipboard_text (window, "text/html");
  encoded = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  g_assert_nonnull (strstr (html, encoded));
  g_assert_nonnull (strstr (html, ">131</td>"));
  tb_app_test_close (window);
}

/* A figure is not said to be from bytes that it is not from. */
static void
test_opened_file (void)
{
  g_autofree char *path = tb_app_test_write ("opened.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) web = g_file_new_for_uri ("https://example.org/figures.tongbi.json");
  g_autofree char *stamp = tb_related_file_dup_stamp (file, NULL);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, tb_app_test_small_dataset (), -1);
  g_autofree char *hash = tb_opened_file_dup_hash (file, stamp);
  g_autofree char *unknown = tb_opened_file_dup_hash (file, NULL);
  g_autofree char *elsewhere = tb_opened_file_dup_hash (web, stamp);
  g_autofree char *nowhere = tb_opened_file_dup_hash (NULL, stamp);
  g_autofree char *again = tb_app_test_write ("opened.tongbi.json", "{}");
  g_autofree char *changed_since = tb_opened_file_dup_hash (file, stamp);

  g_assert_true (g_str_has_prefix (hash, "sha256:"));
  g_assert_cmpstr (hash + strlen ("sha256:"), ==, expected);
  g_assert_null (unknown);
  g_assert_null (changed_since);
  g_assert_null (elsewhere);
  g_assert_null (nowhere);
}

static void
test_copy_table (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_wait (tb_app_test_has_table, window, "the table");
  clear_clipboard (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  tb_app_test_wait (has_copied_table, window, "the table on the clipboard");
  tsv = read_clipboard_text (window, "text/plain;charset=utf-8");
  g_assert_nonnull (strstr (tsv, "\nHospital beds\tbeds\t120\t131\t140\t"));
  html = read_clipboard_text (window, "text/html");
  g_assert_nonnull (strstr (html, "<table"));
  g_assert_nonnull (strstr (html, ">131</td>"));
  tb_app_test_close (window);
}

/* Rows are copied as they are sorted, and a name with a tab moves no cell. */
static void
test_copy_sorted (void)
{
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), "Hospital beds", -1);
  g_autofree char *text = g_strjoinv ("Hospital\\tbeds", parts);
  g_autofree char *path = tb_app_test_write ("tabs.tongbi.json", text);
  TbWindow *window = tb_app_test_open (path);
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  g_autofree char *tsv = NULL;
  GtkWidget *grid;

  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "nurses"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_wait (tb_app_test_has_table, window, "the table");
  tb_app_test_draw (window);
  grid = tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_GRID);
  /* By name, descending. */
  g_signal_emit_by_name (grid, "sort-requested", "own -1", TRUE);
  tb_app_test_draw (window);
  clear_clipboard (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  tb_app_test_wait (has_copied_table, window, "the table on the clipboard");
  tsv = read_clipboard_text (window, "text/plain;charset=utf-8");
  g_assert_nonnull (strstr (tsv, "\nNurses\tbeds\t80\t"));
  g_assert_nonnull (strstr (tsv, "\nHospital beds\tbeds\t120\t"));
  g_assert_true (strstr (tsv, "\nNurses\t") < strstr (tsv, "\nHospital beds\t"));
  tb_app_test_close (window);
}

/* What was opened is offered again, by the welcome page and by the menu. */
static void
test_recent (void)
{
  TbWindow *window = tb_app_test_open_small ();
  TbWindow *empty;
  g_autoptr (GMenuModel) menu = tb_recent_new_menu ();
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (menu);
  g_assert_cmpint (g_menu_model_get_n_items (menu), >, 0);
  tb_app_test_close (window);
  empty = tb_app_test_open (NULL);
  tb_app_test_draw (empty);
  append_labels (GTK_WIDGET (empty->welcome), text);
  g_assert_nonnull (strstr (text->str, "small.tongbi.json"));
  tb_app_test_close (empty);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/exchange/drop", test_drop);
  g_test_add_func ("/exchange/damaged", test_damaged);
  g_test_add_func ("/exchange/deleted", test_deleted);
  g_test_add_func ("/exchange/cancel-large", test_cancel_large);
  g_test_add_func ("/exchange/many", test_many);
  g_test_add_func ("/exchange/copy-figure", test_copy_figure);
  g_test_add_func ("/exchange/opened-file", test_opened_file);
  g_test_add_func ("/exchange/copy-table", test_copy_table);
  g_test_add_func ("/exchange/copy-table/sorted", test_copy_sorted);
  g_test_add_func ("/exchange/recent", test_recent);
  return g_test_run ();
}
