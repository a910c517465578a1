/* Printing into a file, by GTK's own dialog, as there is no portal here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-print.h"
#include "tb-settings.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <string.h>

static TbWindow *
open_small (const char *view)
{
  TbWindow *window = tb_app_test_open_small ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", view);
  tb_app_test_draw (window);
  return window;
}

static GtkWidget *
find_print_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        return window;
    }
  return NULL;
}

static gboolean
has_printer (gpointer data)
{
  GtkWidget *dialog = find_print_dialog ();

  return dialog != NULL && gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG (dialog)) != NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_print_dialog () != NULL;
}

/* The file backend of GTK is a printer like others, which the user chooses. */
static void
choose_file (const char *uri)
{
  GtkPrintUnixDialog *dialog;
  g_autoptr (GtkPrintSettings) settings = NULL;

  tb_app_test_wait (has_dialog, NULL, "the dialog");
  dialog = GTK_PRINT_UNIX_DIALOG (find_print_dialog ());
  settings = gtk_print_unix_dialog_get_settings (dialog);
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_unix_dialog_set_settings (dialog, settings);
  tb_app_test_wait (has_printer, NULL, "the file that is printed into");
}

static gboolean
has_told (gpointer window)
{
  return tb_app_test_find_label (window, "Printed") != NULL;
}

/* Prints what is shown; gives the PDF. */
static char *
print (TbWindow *window,
       gsize    *out_length)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "printed.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  char *pdf = NULL;

  g_assert_true (tb_app_test_can (window, "win.print"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
  choose_file (uri);
  g_signal_emit_by_name (find_print_dialog (), "response", GTK_RESPONSE_OK);
  tb_app_test_wait (has_told, window, "the end");
  g_assert_true (g_file_get_contents (path, &pdf, out_length, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpmem (pdf + *out_length - 6, 6, "%%EOF\n", 6);
  g_unlink (path);
  return pdf;
}

static void
test_chart (void)
{
  TbWindow *window = open_small ("chart");
  gsize length;
  g_autofree char *pdf = print (window, &length);

  g_assert_nonnull (memmem (pdf, length, "Hospital beds", strlen ("Hospital beds")));
  tb_app_test_close (window);
}

#define N_LARGE 100

static const TbIndicator *const *
all_indicators (TbWindow *window)
{
  static const TbIndicator *all[N_LARGE];
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (tb_window_get_session (window)));

  for (gsize i = 0; i < N_LARGE; i++)
    all[i] = tb_catalog_get_indicator (catalog, i);
  return all;
}

static void
test_table (void)
{
  TbWindow *window = open_small ("table");
  g_autofree char *pdf = NULL;
  gsize length;

  tb_app_test_wait (tb_app_test_has_table, window, "the table");
  pdf = print (window, &length);
  g_assert_nonnull (memmem (pdf, length, "A Small Town", strlen ("A Small Town")));
  tb_app_test_close (window);
}

/* More than a pipe holds, 64 KiB, does not stop the window. */
static void
test_large (void)
{
  TbWindow *window = tb_app_test_open (NULL);
  g_autofree char *pdf = NULL;
  gsize length;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the sample");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_session_select_all (tb_window_get_session (window), all_indicators (window), N_LARGE);
  tb_app_test_draw (window);
  tb_app_test_wait (tb_app_test_has_table, window, "the table");
  pdf = print (window, &length);
  g_assert_cmpuint (length, >, 65536);
  tb_app_test_close (window);
}

static gboolean
has_no_print_dialog (gpointer data)
{
  return find_print_dialog () == NULL;
}

/* Nothing is said where the user thinks better of it. */
static void
test_cancel (void)
{
  TbWindow *window = open_small ("chart");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
  tb_app_test_wait (has_dialog, NULL, "the dialog");
  g_signal_emit_by_name (find_print_dialog (), "response", GTK_RESPONSE_CANCEL);
  tb_app_test_wait (has_no_print_dialog, NULL, "the dialog to be gone");
  tb_app_test_draw (window);
  g_assert_null (tb_app_test_find_label (GTK_WIDGET (window), "Printing Failed"));
  g_assert_null (tb_app_test_find_label (GTK_WIDGET (window), "Printed"));
  tb_app_test_close (window);
}

typedef struct
{
  gboolean may_fail;
  gboolean is_over;
} Failing;

static GBytes *
make_cb (gpointer        data,
         const TbPaper  *paper,
         GError        **error)
{
  Failing *failing = data;

  while (!g_atomic_int_get (&failing->may_fail))
    g_usleep (1000);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no room");
  return NULL;
}

static void
over_cb (gpointer data)
{
  g_atomic_int_set (&((Failing *) data)->is_over, TRUE);
}

static gboolean
is_over (gpointer data)
{
  return g_atomic_int_get (&((Failing *) data)->is_over);
}

/* What fails when the window has been closed is told by itself. */
static void
test_late (void)
{
  TbWindow *window = open_small ("chart");
  GtkWidget *alone;
  Failing failing = { FALSE, FALSE };
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "late.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  tb_print (GTK_WINDOW (window), window->toasts, "late", FALSE, make_cb, &failing, over_cb);
  choose_file (uri);
  g_signal_emit_by_name (find_print_dialog (), "response", GTK_RESPONSE_OK);
  tb_app_test_wait (has_no_print_dialog, NULL, "the dialog to be gone");
  tb_app_test_close (window);
  g_atomic_int_set (&failing.may_fail, TRUE);
  tb_app_test_wait (is_over, &failing, "the failure");
  alone = tb_app_test_wait_alone ("Printing Failed");
  g_signal_emit_by_name (tb_app_test_find_button (alone, "Close"), "clicked");
  tb_app_test_wait (tb_app_test_has_no_window, NULL, "the dialog to go");
}

static void
test_nothing (void)
{
  TbWindow *window = tb_app_test_open (NULL);

  g_assert_false (tb_app_test_can (window, "win.print"));
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  g_test_add_func ("/print/chart", test_chart);
  g_test_add_func ("/print/table", test_table);
  g_test_add_func ("/print/large", test_large);
  g_test_add_func ("/print/cancel", test_cancel);
  g_test_add_func ("/print/nothing", test_nothing);
  g_test_add_func ("/print/late", test_late);
  return g_test_run ();
}
