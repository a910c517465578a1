/* Work that was not saved when its window went is restored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-app-work.h"
#include "tb-recovery.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>

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

  tb_app_work_begin (window);
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

/* A window with a saved chart, changed since, that went without being closed. Returns
 * what was kept of it. */
static GFile *
lose_change (const char  *name,
             char       **out_path)
{
  TbWindow *window = tb_app_test_open_small ();
  GFile *kept;

  tb_app_work_begin (window);
  *out_path = tb_app_work_save (window, name);
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
  g_assert_cmpstr (tb_session_get_fields (window->session)->title, ==, "More nurses");
  g_assert_true (tb_window_has_unsaved_work (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• kept – Tongbi");
  g_assert_cmpstr (g_file_peek_path (window->work_file), ==, path);
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (window),
                              "Restored, not saved yet; saving writes to “kept.tongbi-chart.json”"));
  g_assert_false (tb_app_work_holds (path, "More nurses"));

  /* Undone, it is what was saved. */
  tb_session_undo (window->session);
  g_assert_cmpstr (tb_session_get_fields (window->session)->title, ==, "Nurses of the north");
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

int
main (int   argc,
      char *argv[])
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/recovery/unsaved", test_recovery);
  g_test_add_func ("/recovery/saved", test_recovery_of_saved);
  g_test_add_func ("/recovery/gone", test_recovery_of_gone);

  return g_test_run ();
}
