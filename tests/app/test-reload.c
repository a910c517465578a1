/* Files that change on disk are offered, and read again without losing what was set up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-app-work.h"
#include "tb-news-dialog.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>

static gboolean
has_read_again (gpointer data)
{
  TbWindow *window = data;

  return window->opening == NULL && window->digests != NULL && !adw_banner_get_revealed (window->reload_banner);
}

static double
get_nurses (TbWindow *window)
{
  TbDataset *dataset = tb_session_get_dataset (window->session);
  const TbIndicator *nurses = tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), "nurses");
  gsize n;
  TbSeries *const *series = tb_dataset_get_series_of (dataset, nurses, &n);

  return tb_series_get_figure (series[0], 2);
}

static gboolean
has_tooltip (GtkWidget     *widget,
             gconstpointer  tooltip)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

/* The list behind what is told, and the copy of it. */
static void
check_details (TbWindow *window)
{
  AdwDialog *dialog;

  g_signal_emit_by_name (tb_app_test_find_button (GTK_WIDGET (window), "Details"), "clicked");
  tb_app_test_draw (window);
  dialog = tb_app_test_get_dialog (window);
  g_assert_true (TB_IS_NEWS_DIALOG (dialog));
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "1 revised figure"));
  g_signal_emit_by_name (tb_app_test_find_where (GTK_WIDGET (dialog), has_tooltip, "Copy All"), "clicked");
  g_assert_true (gdk_content_formats_contain_gtype (
    gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (window))), G_TYPE_STRING));
}

/* A file that changes on disk is offered, and what is new is told; nothing that was set up is lost. */
static void
test_reload (void)
{
  TbWindow *window = tb_app_test_open_small ();

  tb_app_work_begin (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  tb_app_work_revise ("95", "96");
  tb_app_test_wait (tb_app_work_offers_reload, window, "the change to be seen");
  g_assert_cmpstr (adw_banner_get_title (window->reload_banner), ==, "“small.tongbi.json” has changed on disk");
  g_assert_cmpfloat (get_nurses (window), ==, 95);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  tb_app_test_wait (has_read_again, window, "the file to be read again");
  tb_app_test_draw (window);
  g_assert_cmpfloat (get_nurses (window), ==, 96);
  g_assert_true (adw_navigation_split_view_get_show_content (window->split_view));
  g_assert_cmpstr (tb_session_get_fields (window->session)->title, ==, "Nurses of the north");
  g_assert_true (tb_session_can_undo (window->session));
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (window), "1 revised figure"));
  check_details (window);
  tb_app_test_close (window);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static TbImport *
read_again (TbWindow   *window,
            const char *nurses)
{
  TbImport *import = tb_import_copy (window->import);

  tb_app_work_revise ("95", nurses);
  tb_app_work_read (import);
  return import;
}

/* Two readings at once: the older one is not shown, whichever is compared first. */
static void
test_reload_twice (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autoptr (TbImport) older = read_again (window, "96");
  g_autoptr (TbImport) newer = read_again (window, "97");
  guint n_opened = 0;

  g_signal_connect_swapped (window->session, "opened", G_CALLBACK (count_cb), &n_opened);
  tb_window_take_reading (window, older);
  tb_window_take_reading (window, newer);
  g_assert_false (tb_window_is_settled (window));
  tb_app_test_wait_settled (window);
  g_assert_cmpuint (n_opened, ==, 1);
  g_assert_cmpfloat (get_nurses (window), ==, 97);
  tb_app_test_close (window);
}

static gboolean
has_new_digests (gpointer window)
{
  return tb_window_is_settled (window) && tb_app_work_has_digests (window) && get_nurses (window) == 96;
}

static GtkWidget *
find_dismissal (TbWindow *window)
{
  return tb_app_test_find_icon (GTK_WIDGET (window->toasts), "window-close-symbolic");
}

static gboolean
is_unmapped (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

/* What is read again has told what it brings: it is not told once more that the figures are
 * not those of the saved chart. */
static void
test_told_once (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;
  gboolean is_told = FALSE;

  tb_app_work_begin (window);
  path = tb_app_work_save (window, "nurses.tongbi-chart.json");
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  tb_app_work_revise ("95", "96");
  tb_app_test_wait (tb_app_work_offers_reload, window, "the change to be seen");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  tb_app_test_wait (has_new_digests, window, "the new figures");
  while (find_dismissal (window) != NULL)
    {
      g_autoptr (GtkWidget) button = g_object_ref (find_dismissal (window));

      g_assert_null (tb_app_test_find_label (GTK_WIDGET (window),
                                             "The figures have changed since this chart was saved"));
      is_told |= tb_app_test_find_label (GTK_WIDGET (window), "1 revised figure") != NULL;
      g_signal_emit_by_name (button, "clicked");
      tb_app_test_wait (is_unmapped, button, "the toast to go");
      tb_app_test_draw (window);
    }
  g_assert_true (is_told);
  tb_app_test_close (window);
}

/* A note at a figure that is gone is told of, and the chart says so. */
static void
test_reload_decorations (void)
{
  TbWindow *window = tb_app_test_open_small ();

  tb_app_work_begin (window);
  adw_view_stack_set_visible_child_name (window->views, "chart");
  tb_app_work_add_note (window);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  tb_app_work_revise (", [\"2022-12-31\", 95]", "");
  tb_app_test_wait (tb_app_work_offers_reload, window, "the change to be seen");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  tb_app_test_wait (has_read_again, window, "the file to be read again");
  tb_app_test_draw (window);
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (window),
                                            "1 removed figure, 1 highlight or note no longer drawn"));
  g_assert_cmpuint (tb_session_get_fields (window->session)->n_decorations, ==, 1);
  tb_app_test_close (window);
}

/* A file that is damaged on disk does not touch what is open. */
static void
test_reload_damaged (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;

  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  path = tb_app_test_write ("small.tongbi.json", "{\"tongbi\": \"dataset/1\", ");
  tb_app_test_wait (tb_app_work_offers_reload, window, "the change to be seen");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  tb_app_test_wait_settled (window);
  g_assert_cmpfloat (get_nurses (window), ==, 95);
  g_assert_nonnull (tb_app_test_get_dialog (window));
  tb_app_test_close (window);
}

static gboolean
offers_nothing (gpointer window)
{
  return !tb_app_work_offers_reload (window);
}

/* A file that is as it was again is not offered any more. */
static void
test_change_undone (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;

  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  path = tb_app_test_write ("small.tongbi.json", "{}");
  tb_app_test_wait (tb_app_work_offers_reload, window, "the change to be seen");
  again = tb_app_test_write ("small.tongbi.json", tb_app_test_small_dataset ());
  tb_app_test_wait (offers_nothing, window, "the change to be gone");
  tb_app_test_close (window);
}

static void
test_file_gone (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = g_file_get_path (tb_session_get_file (window->session));

  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  g_assert_cmpint (g_unlink (path), ==, 0);
  tb_app_test_wait (tb_app_work_offers_reload, window, "the loss to be seen");
  g_assert_cmpstr (adw_banner_get_title (window->reload_banner), ==,
                   "“small.tongbi.json” is gone; its figures stay open");
  g_assert_null (adw_banner_get_button_label (window->reload_banner));
  g_assert_cmpfloat (get_nurses (window), ==, 95);
  tb_app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/reload/told", test_reload);
  g_test_add_func ("/reload/told-once", test_told_once);
  g_test_add_func ("/reload/twice", test_reload_twice);
  g_test_add_func ("/reload/decorations", test_reload_decorations);
  g_test_add_func ("/reload/damaged", test_reload_damaged);
  g_test_add_func ("/reload/undone", test_change_undone);
  g_test_add_func ("/reload/gone", test_file_gone);

  return g_test_run ();
}
