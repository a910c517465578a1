/* Saved work: a chart opens where it was left, says when its figures have changed,
 * and is not lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-app-work.h"
#include "tb-news-dialog.h"
#include "tb-opened-file.h"
#include "tb-recovery.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static gboolean
is_not_saving (gpointer data)
{
  return !TB_WINDOW (data)->is_saving;
}

static void
set_up (TbWindow *window)
{
  TbSession *session = window->session;
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (session));
  TbChartSpecFields fields;

  tb_session_select (session, tb_catalog_find_indicator (catalog, "nurses"), TRUE);
  tb_session_set_chart_type (session, TB_CHART_LINE);
  fields = *tb_session_get_fields (session);
  fields.title = (char *) "Nurses of the north";
  tb_session_change (session, &fields, FALSE, NULL);
  adw_view_stack_set_visible_child_name (window->views, "table");
}

static char *
save (TbWindow   *window,
      const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  tb_window_save_to (window, file);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved");
  return g_steal_pointer (&path);
}

/* Who saves before the files' digests are known waits for them. */
static void
test_hashes (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "early.tongbi-chart.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, tb_app_test_small_dataset (), -1);
  g_autofree char *text = NULL;

  set_up (window);
  g_cancellable_cancel (window->digesting);
  g_clear_pointer (&window->digests, g_strfreev);
  tb_window_save_to (window, file);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, expected));
  tb_app_test_close (window);
}

/* A file that is written while it is being opened: what is shown is not what lies there,
 * which no chart claims, and which is offered. */
static void
test_changed_while_opening (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), "95", -1);
  g_autofree char *changed = g_strjoinv ("9600", parts);
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *hash = tb_opened_file_dup_hash (tb_session_get_file (window->session),
                                                   tb_session_get_stamp (window->session));

  g_assert_nonnull (hash);
  g_clear_pointer (&hash, g_free);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  /* As though the watch had been too late for it. */
  g_clear_pointer (&window->monitors, g_ptr_array_unref);
  again = tb_app_test_write ("small.tongbi.json", changed);
  tb_window_start_digesting (window);
  set_up (window);
  path = save (window, "while-opening.tongbi-chart.json");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "small.tongbi.json"));
  g_assert_null (strstr (text, "sha256"));
  hash = tb_opened_file_dup_hash (tb_session_get_file (window->session), tb_session_get_stamp (window->session));
  g_assert_null (hash);
  tb_app_test_wait (tb_app_work_offers_reload, window, "the file to be offered again");
  tb_app_test_close (window);
}

static gboolean
shows_toast (GtkWidget  *window,
             const char *text)
{
  return tb_app_test_find_label (window, text) != NULL;
}

static void
test_round_trip (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;

  set_up (window);
  g_assert_true (tb_window_has_unsaved_work (window));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "•"));
  path = save (window, "nurses.tongbi-chart.json");
  g_assert_false (tb_window_has_unsaved_work (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "nurses – Tongbi");
  tb_app_test_close (window);

  window = tb_app_test_open (path);
  g_assert_cmpuint (tb_session_get_n_selected (window->session), ==, 1);
  g_assert_cmpstr (tb_session_get_selected (window->session, 0)->id, ==, "nurses");
  g_assert_cmpint (tb_session_get_chart_type (window->session), ==, TB_CHART_LINE);
  g_assert_cmpstr (tb_session_get_fields (window->session)->title, ==, "Nurses of the north");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (window->views), ==, "table");
  g_assert_true (tb_session_is_saved (window->session));
  g_assert_false (tb_session_can_undo (window->session));
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  g_assert_false (shows_toast (GTK_WIDGET (window), "The figures have changed since this chart was saved"));
  tb_app_test_close (window);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What is shown is not set up for the figures first, and then for the work. */
static void
test_opened_once (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  guint n_opened = 0;

  set_up (window);
  path = save (window, "once.tongbi-chart.json");
  tb_app_test_close (window);

  window = tb_app_test_open (NULL);
  g_signal_connect_swapped (window->session, "opened", G_CALLBACK (count_cb), &n_opened);
  file = g_file_new_for_path (path);
  tb_window_open (window, file);
  tb_app_test_wait_settled (window);
  g_assert_cmpuint (n_opened, ==, 1);
  g_assert_cmpstr (tb_session_get_fields (window->session)->title, ==, "Nurses of the north");
  tb_app_test_close (window);
}

static void
test_changed_figures (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *again = NULL;
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), "95", -1);

  set_up (window);
  path = save (window, "nurses.tongbi-chart.json");
  tb_app_test_close (window);

  changed = g_strjoinv ("96", parts);
  again = tb_app_test_write ("small.tongbi.json", changed);
  window = tb_app_test_open (path);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  tb_app_test_draw (window);
  g_assert_true (shows_toast (GTK_WIDGET (window), "The figures have changed since this chart was saved"));
  tb_app_test_close (window);
}

/* Where the figures are gone the user is asked for them; nothing else happens. */
static void
test_missing_figures (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;
  g_autofree char *figures = g_file_get_path (tb_session_get_file (window->session));

  set_up (window);
  path = save (window, "nurses.tongbi-chart.json");
  tb_app_test_close (window);

  g_assert_cmpint (g_unlink (figures), ==, 0);
  window = tb_app_test_open (path);
  tb_app_test_draw (window);
  g_assert_true (tb_window_is_empty (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (tb_app_test_get_dialog (window)));
  tb_app_test_close (window);
}

static void
test_damaged (void)
{
  g_autofree char *path = tb_app_test_write ("bad.tongbi-chart.json", "{\"tongbi\": \"chart/1\", \"type\": \"pie\"}");
  TbWindow *window = tb_app_test_open (path);

  tb_app_test_draw (window);
  g_assert_true (tb_window_is_empty (window));
  g_assert_nonnull (tb_app_test_get_dialog (window));
  tb_app_test_close (window);
}

/* A failed save leaves the old file, and the work unsaved. */
static void
test_failed_save (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.tongbi-chart.json");

  set_up (window);
  tb_window_save_to (window, file);
  tb_app_test_wait (is_not_saving, window, "saving to fail");
  g_assert_true (tb_window_has_unsaved_work (window));
  g_assert_null (window->work_file);
  g_assert_true (ADW_IS_ALERT_DIALOG (tb_app_test_get_dialog (window)));
  tb_app_test_close (window);
}

/* Neither closing nor opening something else loses work in silence. */
static void
test_asks (void)
{
  TbWindow *window = tb_app_test_open_small ();
  GFile *figures = tb_session_get_file (window->session);

  set_up (window);
  gtk_window_close (GTK_WINDOW (window));
  tb_app_test_draw (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (tb_app_test_get_dialog (window)));
  adw_dialog_close (tb_app_test_get_dialog (window));
  tb_app_test_draw (window);

  tb_window_open (window, figures);
  tb_app_test_draw (window);
  g_assert_false (tb_window_is_opening (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (tb_app_test_get_dialog (window)));
  g_assert_cmpstr (tb_session_get_fields (window->session)->title, ==, "Nurses of the north");
  tb_app_test_close (window);
}

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
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), "95", -1);
  g_autofree char *changed = g_strjoinv ("96", parts);
  g_autofree char *path = NULL;

  set_up (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  path = tb_app_test_write ("small.tongbi.json", changed);
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

static gboolean
is_done (gpointer done)
{
  return *(gboolean *) done;
}

static void
import_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      done)
{
  g_assert_true (tb_import_read_finish (TB_IMPORT (source), result, NULL));
  *(gboolean *) done = TRUE;
}

static TbImport *
read_again (TbWindow   *window,
            const char *nurses)
{
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), "95", -1);
  g_autofree char *changed = g_strjoinv (nurses, parts);
  g_autofree char *path = tb_app_test_write ("small.tongbi.json", changed);
  TbImport *import = tb_import_copy (window->import);
  gboolean done = FALSE;

  tb_import_read_async (import, NULL, NULL, NULL, NULL, import_read_cb, &done);
  tb_app_test_wait (is_done, &done, "another reading");
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
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), "95", -1);
  g_autofree char *changed = g_strjoinv ("96", parts);
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  gboolean is_told = FALSE;

  set_up (window);
  path = save (window, "nurses.tongbi-chart.json");
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  again = tb_app_test_write ("small.tongbi.json", changed);
  tb_app_test_wait (tb_app_work_offers_reload, window, "the change to be seen");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  tb_app_test_wait (has_new_digests, window, "the new figures");
  while (find_dismissal (window) != NULL)
    {
      g_autoptr (GtkWidget) button = g_object_ref (find_dismissal (window));

      g_assert_false (shows_toast (GTK_WIDGET (window), "The figures have changed since this chart was saved"));
      is_told |= shows_toast (GTK_WIDGET (window), "1 revised figure");
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
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), ", [\"2022-12-31\", 95]", -1);
  g_autofree char *changed = g_strjoinv ("", parts);
  g_autofree char *path = NULL;
  TbDecoration note = { .kind = TB_DECORATION_NOTE, .text = (char *) "Strike",
                        .from = { TB_ATTACH_PERIOD, TB_PERIOD_UNDATED }, .to = TB_NO_ATTACHMENT };
  TbChartSpecFields fields;
  TbSeries *const *series;
  gsize n;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  set_up (window);
  adw_view_stack_set_visible_child_name (window->views, "chart");
  series = tb_dataset_get_series_of (tb_session_get_dataset (window->session),
                                     tb_session_get_selected (window->session, 0), &n);
  note.from.period = tb_series_get_period (series[0], 2);
  fields = *tb_session_get_fields (window->session);
  fields.decorations = &note;
  fields.n_decorations = 1;
  tb_session_change (window->session, &fields, FALSE, NULL);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  path = tb_app_test_write ("small.tongbi.json", changed);
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

static gboolean
is_not_kept (gpointer data)
{
  return TB_WINDOW (data)->recovery_file == NULL;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GPtrArray **files = user_data;

  *files = tb_recovery_list_finish (result);
}

static gboolean
is_listed (gpointer data)
{
  GPtrArray **files = data;

  return *files != NULL;
}

static TbWindow *
recover (GFile *kept)
{
  TbWindow *window = tb_app_test_open (NULL);

  tb_window_recover (window, kept);
  tb_app_test_wait_settled (window);
  return window;
}

/* A window that went without being closed: its work goes on unsaved. It is no other
 * program's as long as this one runs; test-drive-work.py ends it. */
static void
test_recovery (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GFile) kept = NULL;

  set_up (window);
  tb_app_test_wait (tb_app_work_is_kept, window, "the work to be kept");
  kept = g_object_ref (window->recovery_file);
  /* Not closed: as a crash does. */
  tb_app_test_close (window);
  tb_recovery_list_async (listed_cb, &files);
  tb_app_test_wait (is_listed, &files, "the list of what was kept");
  g_assert_cmpuint (files->len, ==, 0);
  g_assert_true (g_file_query_exists (kept, NULL));

  window = recover (kept);
  g_assert_cmpstr (tb_session_get_fields (window->session)->title, ==, "Nurses of the north");
  g_assert_true (tb_window_has_unsaved_work (window));
  g_assert_null (window->work_file);
  g_assert_true (g_file_equal (window->recovery_file, kept));

  /* Undone, it is the plain view of the file, and there is nothing to keep. */
  tb_session_undo (window->session);
  g_assert_false (tb_window_has_unsaved_work (window));
  tb_app_test_wait (is_not_kept, window, "what was kept to be let go of");
  tb_app_test_close (window);
}

static gboolean
has_no_window (gpointer data)
{
  return gtk_application_get_windows (GTK_APPLICATION (tb_app_test_get ())) == NULL;
}

static const char *
get_title (TbWindow *window)
{
  return tb_session_get_fields (window->session)->title;
}

/* A window with a saved chart, changed since, that went without being closed. Returns
 * what was kept of it. */
static GFile *
lose_change (const char  *name,
             char       **out_path)
{
  TbWindow *window = tb_app_test_open_small ();
  GFile *kept;

  set_up (window);
  *out_path = save (window, name);
  tb_app_work_set_title (window, "More nurses");
  tb_app_test_wait (tb_app_work_is_kept, window, "the work to be kept");
  kept = g_object_ref (window->recovery_file);
  tb_app_test_close (window);
  return kept;
}

/* What was changed since it was saved is restored, and saving it goes where it went. */
static void
test_recovery_of_saved (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) kept = lose_change ("kept.tongbi-chart.json", &path);
  TbWindow *window = recover (kept);

  tb_app_test_draw (window);
  g_assert_cmpstr (get_title (window), ==, "More nurses");
  g_assert_true (tb_window_has_unsaved_work (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• kept – Tongbi");
  g_assert_cmpstr (g_file_peek_path (window->work_file), ==, path);
  g_assert_true (shows_toast (GTK_WIDGET (window),
                              "Restored, not saved yet; saving writes to “kept.tongbi-chart.json”"));
  g_assert_false (tb_app_work_holds (path, "More nurses"));

  /* Undone, it is what was saved. */
  tb_session_undo (window->session);
  g_assert_cmpstr (get_title (window), ==, "Nurses of the north");
  g_assert_false (tb_window_has_unsaved_work (window));
  tb_session_redo (window->session);
  tb_window_save (window);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved");
  g_assert_true (tb_app_work_holds (path, "More nurses"));
  tb_app_test_close (window);
}

/* The document is gone by then: saving writes it anew. */
static void
test_recovery_of_gone (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) kept = lose_change ("gone.tongbi-chart.json", &path);
  TbWindow *window;

  g_assert_cmpint (g_unlink (path), ==, 0);
  window = recover (kept);
  g_assert_true (tb_window_has_unsaved_work (window));
  g_assert_cmpstr (g_file_peek_path (window->work_file), ==, path);
  tb_window_save (window);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved");
  g_assert_true (tb_app_work_holds (path, "More nurses"));
  tb_app_test_close (window);
}

static gboolean
is_told_of_change (gpointer data)
{
  return shows_toast (data, "Another window or program saved “shared.tongbi-chart.json”");
}

static gboolean
asks_over_change (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (data);

  return ADW_IS_ALERT_DIALOG (dialog)
         && g_strcmp0 (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), "Replace Newer Chart?") == 0;
}

static void
answer (TbWindow   *window,
        const char *response)
{
  AdwDialog *dialog = tb_app_test_get_dialog (window);

  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
}

/* Two windows of one chart: what is set up in one does not show in the other, which is
 * told of what is saved there, and replaces none of it without asking. */
static void
test_two_windows (void)
{
  TbWindow *first = tb_app_test_open_small ();
  TbWindow *second;
  g_autofree char *path = NULL;

  set_up (first);
  path = save (first, "shared.tongbi-chart.json");
  second = tb_app_test_open (path);
  tb_app_work_set_title (second, "Of the second");
  tb_app_test_draw (second);
  g_assert_cmpstr (get_title (first), ==, "Nurses of the north");
  g_assert_false (tb_window_has_unsaved_work (first));
  tb_window_save (second);
  tb_app_test_wait (tb_app_work_is_saved, second, "the work to be saved");
  tb_app_test_wait (is_told_of_change, first, "the other window to be told");
  g_assert_false (is_told_of_change (second));
  g_assert_cmpstr (get_title (first), ==, "Nurses of the north");

  tb_app_work_set_title (first, "Of the first");
  tb_window_save (first);
  tb_app_test_wait (asks_over_change, first, "the question");
  g_assert_true (tb_app_work_holds (path, "Of the second"));
  g_assert_true (tb_window_has_unsaved_work (first));
  answer (first, "cancel");
  tb_app_test_draw (first);
  g_assert_true (tb_app_work_holds (path, "Of the second"));
  tb_window_save (first);
  tb_app_test_wait (asks_over_change, first, "the question once more");
  answer (first, "replace");
  tb_app_test_wait (tb_app_work_is_saved, first, "the work to be saved");
  g_assert_true (tb_app_work_holds (path, "Of the first"));
  tb_app_test_wait (is_told_of_change, second, "the second window to be told");
  g_assert_cmpstr (get_title (second), ==, "Of the second");
  gtk_window_destroy (GTK_WINDOW (first));
  tb_app_test_close (second);
}

/* What is written belongs to what was shown then, and not to what is shown by the end. */
static void
test_open_while_saving (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = tb_app_test_write ("other.tongbi.json", tb_app_test_small_dataset ());
  g_autofree char *work = g_build_filename (g_get_user_data_dir (), "first.tongbi-chart.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path (work);
  g_autoptr (TbImport) import = tb_import_new (&other, 1);
  gboolean done = FALSE;

  tb_import_read_async (import, NULL, NULL, NULL, NULL, import_read_cb, &done);
  tb_app_test_wait (is_done, &done, "the other file");
  set_up (window);
  tb_window_save_to (window, file);
  tb_window_show_import (window, import, NULL, NULL);
  tb_app_test_wait (is_not_saving, window, "the end of saving");
  g_assert_true (tb_app_work_holds (work, "Nurses of the north"));
  g_assert_null (window->work_file);
  g_assert_true (g_file_equal (tb_session_get_file (window->session), other));
  tb_app_test_close (window);
}

/* What is changed while it is written is not lost by closing. */
static void
test_change_while_saving (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;

  set_up (window);
  path = save (window, "while.tongbi-chart.json");
  tb_app_work_set_title (window, "One");
  tb_window_save (window);
  tb_app_work_set_title (window, "Two");
  window->close_when_saved = TRUE;
  tb_app_test_wait (has_no_window, NULL, "the window to close");
  g_assert_true (tb_app_work_holds (path, "Two"));
}

static void
passed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* One that was begun before and ends later does not take the window back. */
static void
test_two_savings (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *slow = g_build_filename (g_get_user_data_dir (), "slow.tongbi-chart.json", NULL);
  g_autofree char *quick = g_build_filename (g_get_user_data_dir (), "quick.tongbi-chart.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GFile) slow_file = g_file_new_for_path (slow);
  g_autoptr (GFile) quick_file = g_file_new_for_path (quick);
  gboolean is_passed = FALSE;

  set_up (window);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  /* Whoever writes there waits for a reader. */
  g_assert_cmpint (mkfifo (slow, 0600), ==, 0);
  tb_window_save_to (window, slow_file);
  tb_window_save_to (window, quick_file);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved");
  g_assert_true (g_file_get_contents (slow, &text, NULL, NULL));
  g_timeout_add_once (200, passed_cb, &is_passed);
  tb_app_test_wait (is_done, &is_passed, "the end of what was begun first");
  g_assert_true (g_file_equal (window->work_file, quick_file));
  g_assert_true (tb_app_work_holds (quick, "Nurses of the north"));
  g_unlink (slow);
  tb_app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/work/round-trip", test_round_trip);
  g_test_add_func ("/work/opened-once", test_opened_once);
  g_test_add_func ("/work/changed-figures", test_changed_figures);
  g_test_add_func ("/work/told-once", test_told_once);
  g_test_add_func ("/work/missing-figures", test_missing_figures);
  g_test_add_func ("/work/damaged", test_damaged);
  g_test_add_func ("/work/failed-save", test_failed_save);
  g_test_add_func ("/work/asks", test_asks);
  g_test_add_func ("/work/hashes", test_hashes);
  g_test_add_func ("/work/changed-while-opening", test_changed_while_opening);
  g_test_add_func ("/work/recovery", test_recovery);
  g_test_add_func ("/work/recovery/saved", test_recovery_of_saved);
  g_test_add_func ("/work/recovery/gone", test_recovery_of_gone);
  g_test_add_func ("/work/two-windows", test_two_windows);
  g_test_add_func ("/work/open-while-saving", test_open_while_saving);
  g_test_add_func ("/work/change-while-saving", test_change_while_saving);
  g_test_add_func ("/work/two-savings", test_two_savings);
  g_test_add_func ("/work/reload", test_reload);
  g_test_add_func ("/work/reload/twice", test_reload_twice);
  g_test_add_func ("/work/reload/decorations", test_reload_decorations);
  g_test_add_func ("/work/reload/damaged", test_reload_damaged);
  g_test_add_func ("/work/reload/undone", test_change_undone);
  g_test_add_func ("/work/reload/gone", test_file_gone);

  return g_test_run ();
}
