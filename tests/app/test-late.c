/* What comes too late: for a window that is closed, or for what is not shown any more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-comparison-grid.h"
#include "tb-file-save.h"
#include "tb-overview-model.h"
#include "tb-preferences-dialog.h"
#include "tb-test-datasets.h"
#include "tb-window-private.h"

static TbWindow *
open_at (const char *view)
{
  TbWindow *window = tb_app_test_open_small ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", view);
  tb_app_test_draw (window);
  return window;
}

static TbComparisonGrid *
get_table (TbWindow *window)
{
  return TB_COMPARISON_GRID (tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_GRID));
}

static gboolean
has_cards (gpointer model)
{
  return g_list_model_get_n_items (model) > 0;
}

static gboolean
is_gone (gpointer weak)
{
  return *(gpointer *) weak == NULL;
}

/* What cards say, where the overview has gone meanwhile. */
static void
test_cards (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (tb_app_test_small_dataset ());
  g_autoptr (TbSession) session = tb_session_new (TB_LANGUAGE_EN);
  g_autoptr (TbIndicatorModel) indicators = tb_indicator_model_new (session);
  g_autoptr (TbIndicatorItem) card = NULL;
  TbOverviewModel *model = tb_overview_model_new (session, indicators);
  gpointer weak = model;

  tb_overview_model_set_active (model, TRUE);
  tb_session_open (session, NULL, dataset, NULL, NULL);
  tb_app_test_wait (has_cards, model, "the cards");
  card = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (tb_overview_model_is_busy (model));
  g_object_add_weak_pointer (G_OBJECT (model), &weak);
  g_object_unref (model);
  tb_app_test_wait (is_gone, &weak, "the cards to be gone");
}

static gboolean
is_copied (gpointer window)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (gtk_widget_get_clipboard (window)),
                                                "text/tab-separated-values");
}

/* A table that is copied and gone before it is on the clipboard. */
static void
test_copied_table (void)
{
  TbWindow *window = open_at ("table");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  tb_session_unselect_all (window->session);
  tb_app_test_wait (is_copied, window, "the copy");
  tb_app_test_close (window);
}

/* Rows that are sorted for a table that is gone. */
static void
test_sorted (void)
{
  TbWindow *window = open_at ("table");
  TbComparisonGrid *table = get_table (window);

  g_signal_emit_by_name (table, "sort-requested", tb_comparison_grid_get_shown (table, 0)->key, TRUE);
  tb_session_unselect_all (window->session);
  tb_app_test_wait_settled (window);
  g_assert_null (tb_comparison_grid_get_order (table));
  tb_app_test_close (window);
}

static GtkGesture *
find_drag (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* The end of a column that is dragged when its table goes. */
static void
test_dragged (void)
{
  TbWindow *window = open_at ("table");
  TbComparisonGrid *table = get_table (window);
  GtkGesture *drag = find_drag (GTK_WIDGET (table));

  g_signal_emit_by_name (drag, "drag-begin", (double) tb_comparison_grid_get_shown (table, 0)->width, 1.0);
  tb_session_unselect_all (window->session);
  g_signal_emit_by_name (drag, "drag-update", 20.0, 0.0);
  g_signal_emit_by_name (drag, "drag-end", 20.0, 0.0);
  g_assert_cmpuint (tb_comparison_grid_get_n_shown (table), ==, 0);
  tb_app_test_close (window);
}

/* A figure that is copied in a window that closes. */
static void
test_copied_figure (void)
{
  TbWindow *window = open_at ("chart");
  GObject *parts[] = { g_object_ref (G_OBJECT (window)), g_object_ref (G_OBJECT (window->toasts)) };

  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy", NULL);
  tb_app_test_close (window);
  tb_app_test_wait_finalized (parts, G_N_ELEMENTS (parts));
}

static gboolean
is_idle (gpointer dialog)
{
  return !tb_preferences_dialog_is_busy (dialog);
}

/* A style of the house that turns out to be none when nobody asks any more. */
static void
test_refused_style (void)
{
  g_autofree char *path = tb_app_test_write ("no-style.json", "{");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbWindow *window = tb_app_test_open (NULL);
  TbPreferencesDialog *dialog = g_object_ref_sink (tb_preferences_dialog_new ());

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  tb_app_test_wait (is_idle, dialog, "the preferences");
  tb_preferences_dialog_choose (dialog, file);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  tb_app_test_wait (is_idle, dialog, "the style");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  g_object_unref (dialog);
  tb_app_test_close (window);
}

/* What cannot be made once the window has gone. */
static GBytes *
make_none (gpointer    data,
           GPtrArray  *notices,
           GError    **error)
{
  GMutex *mutex = data;

  g_mutex_lock (mutex);
  g_mutex_unlock (mutex);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No room");
  return NULL;
}

/* An export that fails when its window has been closed is told by itself. */
static void
test_failed_export (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "late.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GMutex mutex;
  GtkWidget *alone;

  g_mutex_init (&mutex);
  g_mutex_lock (&mutex);
  tb_file_save_to (GTK_WINDOW (window), window->toasts, file, make_none, &mutex, NULL);
  tb_app_test_close (window);
  g_mutex_unlock (&mutex);
  alone = tb_app_test_wait_alone ("Export Failed");
  g_signal_emit_by_name (tb_app_test_find_button (alone, "Close"), "clicked");
  tb_app_test_wait (tb_app_test_has_no_window, NULL, "the dialog to go");
  g_mutex_clear (&mutex);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/late/cards", test_cards);
  g_test_add_func ("/late/copied-table", test_copied_table);
  g_test_add_func ("/late/sorted", test_sorted);
  g_test_add_func ("/late/dragged", test_dragged);
  g_test_add_func ("/late/copied-figure", test_copied_figure);
  g_test_add_func ("/late/refused-style", test_refused_style);
  g_test_add_func ("/late/failed-export", test_failed_export);
  return g_test_run ();
}
