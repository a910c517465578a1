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

/* Who saves before the files' digests are known waits for them. */
static void
test_hashes (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "early.tongbi-chart.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, tb_app_test_small_dataset (), -1);
  g_autofree char *text = NULL;

  tb_app_work_begin (window);
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
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *hash = tb_opened_file_dup_hash (tb_session_get_file (window->session),
                                                   tb_session_get_stamp (window->session));

  g_assert_nonnull (hash);
  g_clear_pointer (&hash, g_free);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  /* As though the watch had been too late for it. */
  g_clear_pointer (&window->monitors, g_ptr_array_unref);
  tb_app_work_revise ("95", "9600");
  tb_window_start_digesting (window);
  tb_app_work_begin (window);
  path = tb_app_work_save (window, "while-opening.tongbi-chart.json");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "small.tongbi.json"));
  g_assert_null (strstr (text, "sha256"));
  hash = tb_opened_file_dup_hash (tb_session_get_file (window->session), tb_session_get_stamp (window->session));
  g_assert_null (hash);
  tb_app_test_wait (tb_app_work_offers_reload, window, "the file to be offered again");
  tb_app_test_close (window);
}

static void
test_round_trip (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;

  tb_app_work_begin (window);
  g_assert_true (tb_window_has_unsaved_work (window));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "•"));
  path = tb_app_work_save (window, "nurses.tongbi-chart.json");
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
  g_assert_null (tb_app_test_find_label (GTK_WIDGET (window), "The figures have changed since this chart was saved"));
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

  tb_app_work_begin (window);
  path = tb_app_work_save (window, "once.tongbi-chart.json");
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

  tb_app_work_begin (window);
  path = tb_app_work_save (window, "nurses.tongbi-chart.json");
  tb_app_test_close (window);

  tb_app_work_revise ("95", "96");
  window = tb_app_test_open (path);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  tb_app_test_draw (window);
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (window),
                                            "The figures have changed since this chart was saved"));
  tb_app_test_close (window);
}

/* Where the figures are gone the user is asked for them; nothing else happens. */
static void
test_missing_figures (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = NULL;
  g_autofree char *figures = g_file_get_path (tb_session_get_file (window->session));

  tb_app_work_begin (window);
  path = tb_app_work_save (window, "nurses.tongbi-chart.json");
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

  tb_app_work_begin (window);
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

  tb_app_work_begin (window);
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
is_told_of_change (gpointer data)
{
  return tb_app_test_find_label (data, "Another window or program saved “shared.tongbi-chart.json”") != NULL;
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

  tb_app_work_begin (first);
  path = tb_app_work_save (first, "shared.tongbi-chart.json");
  second = tb_app_test_open (path);
  tb_app_work_set_title (second, "Of the second");
  tb_app_test_draw (second);
  g_assert_cmpstr (tb_session_get_fields (first->session)->title, ==, "Nurses of the north");
  g_assert_false (tb_window_has_unsaved_work (first));
  tb_window_save (second);
  tb_app_test_wait (tb_app_work_is_saved, second, "the work to be saved");
  tb_app_test_wait (is_told_of_change, first, "the other window to be told");
  g_assert_false (is_told_of_change (second));
  g_assert_cmpstr (tb_session_get_fields (first->session)->title, ==, "Nurses of the north");

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
  g_assert_cmpstr (tb_session_get_fields (second->session)->title, ==, "Of the second");
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

  tb_app_work_read (import);
  tb_app_work_begin (window);
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

  tb_app_work_begin (window);
  path = tb_app_work_save (window, "while.tongbi-chart.json");
  tb_app_work_set_title (window, "One");
  tb_window_save (window);
  tb_app_work_set_title (window, "Two");
  window->close_when_saved = TRUE;
  tb_app_test_wait (tb_app_test_has_no_window, NULL, "the window to close");
  g_assert_true (tb_app_work_holds (path, "Two"));
}

static gboolean
is_passed (gpointer data)
{
  return *(gboolean *) data;
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
  gboolean passed = FALSE;

  tb_app_work_begin (window);
  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  /* Whoever writes there waits for a reader. */
  g_assert_cmpint (mkfifo (slow, 0600), ==, 0);
  tb_window_save_to (window, slow_file);
  tb_window_save_to (window, quick_file);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved");
  g_assert_true (g_file_get_contents (slow, &text, NULL, NULL));
  g_timeout_add_once (200, passed_cb, &passed);
  tb_app_test_wait (is_passed, &passed, "the end of what was begun first");
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
  g_test_add_func ("/work/missing-figures", test_missing_figures);
  g_test_add_func ("/work/damaged", test_damaged);
  g_test_add_func ("/work/failed-save", test_failed_save);
  g_test_add_func ("/work/asks", test_asks);
  g_test_add_func ("/work/hashes", test_hashes);
  g_test_add_func ("/work/changed-while-opening", test_changed_while_opening);
  g_test_add_func ("/work/two-windows", test_two_windows);
  g_test_add_func ("/work/open-while-saving", test_open_while_saving);
  g_test_add_func ("/work/change-while-saving", test_change_while_saving);
  g_test_add_func ("/work/two-savings", test_two_savings);

  return g_test_run ();
}
