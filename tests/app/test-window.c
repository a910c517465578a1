/* The window: opening, failing, selecting, views, sizes, leaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-grid-cell.h"
#include "tb-indicator-sidebar.h"
#include "tb-problems-dialog.h"
#include "tb-settings.h"
#include "tb-window-private.h"

static const char *
get_page (TbWindow *window)
{
  return gtk_stack_get_visible_child_name (window->pages);
}

static void
test_welcome (void)
{
  TbWindow *window = tb_app_test_open (NULL);

  g_assert_cmpstr (get_page (window), ==, "welcome");
  g_assert_true (tb_window_is_empty (window));
  tb_app_test_close (window);
}

static void
test_open (void)
{
  TbWindow *window = tb_app_test_open_small ();

  g_assert_cmpstr (get_page (window), ==, "content");
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "A Small Town"));
  /* The first indicator with several figures is shown at once. */
  g_assert_cmpuint (tb_session_get_n_selected (window->session), ==, 1);
  g_assert_cmpstr (adw_navigation_page_get_title (window->content_page), ==, "Hospital beds");
  g_assert_false (adw_banner_get_revealed (window->notices_banner));
  tb_app_test_close (window);
}

static gboolean
has_problems_dialog (gpointer window)
{
  return TB_IS_PROBLEMS_DIALOG (adw_application_window_get_visible_dialog (window));
}

/* A bad file tells what is wrong and leaves what was open. */
static void
test_open_bad (void)
{
  TbWindow *window = tb_app_test_open_small ();
  TbDataset *before = tb_session_get_dataset (window->session);
  g_autofree char *path = tb_app_test_write ("bad.tongbi.json", "{\"tongbi\": \"dataset/1\",\n \"title\": }\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  tb_window_open (window, file);
  tb_app_test_wait (has_problems_dialog, window, "the list of problems");
  g_assert_true (tb_session_get_dataset (window->session) == before);
  g_assert_cmpstr (get_page (window), ==, "content");
  dialog = GTK_WIDGET (tb_app_test_get_dialog (window));
  g_assert_nonnull (tb_app_test_find (dialog, GTK_TYPE_LIST_BOX_ROW));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  tb_app_test_close (window);
}

static void
test_open_missing (void)
{
  TbWindow *window = tb_app_test_open (NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.tongbi.json");

  tb_window_open (window, file);
  tb_app_test_wait (has_problems_dialog, window, "the list of problems");
  g_assert_cmpstr (get_page (window), ==, "welcome");
  adw_dialog_force_close (tb_app_test_get_dialog (window));
  tb_app_test_close (window);
}

static void
test_cancel (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *path = tb_app_test_write ("other.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbDataset *before = tb_session_get_dataset (window->session);

  tb_window_open (window, file);
  g_assert_true (tb_window_is_opening (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-open", NULL);
  g_assert_false (tb_window_is_opening (window));
  tb_app_test_draw (window);
  g_assert_true (tb_session_get_dataset (window->session) == before);
  g_assert_cmpstr (get_page (window), ==, "content");
  tb_app_test_close (window);
}

static void
test_notices (void)
{
  g_autofree char *path = tb_app_test_write (
    "warned.tongbi.json", "{\"tongbi\": \"dataset/1\", \"title\": \"Warned\", \"units\": {\"u\": {\"name\": \"u\", "
                          "\"kind\": \"count\"}}, \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"u\", "
                          "\"measure\": \"stock\"}], \"series\": [{\"indicator\": \"a\", \"observations\": "
                          "[[\"2020-12-31\", 1], {\"period\": \"2021-12-31\", \"value\": 2}, {\"period\": "
                          "\"2021-12-31\", \"value\": 3}]}]}");
  TbWindow *window = tb_app_test_open (path);
  TbProblems *problems;

  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  problems = tb_session_get_problems (window->session);
  /* Two unequal figures of one period are a conflict, which is told. */
  g_assert_nonnull (problems);
  g_assert_cmpuint (tb_problems_get_n_warnings (problems), >, 0);
  g_assert_true (adw_banner_get_revealed (window->notices_banner));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-notices", NULL);
  g_assert_true (has_problems_dialog (window));
  adw_dialog_force_close (tb_app_test_get_dialog (window));
  tb_app_test_close (window);
}

static void
test_views (void)
{
  TbWindow *window = tb_app_test_open_small ();
  g_autofree char *view = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_wait (tb_app_test_has_table, window, "the table");
  g_assert_true (tb_window_shows_table (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  g_assert_false (tb_window_shows_table (window));
  view = g_settings_get_string (tb_settings_get (), "view");
  g_assert_cmpstr (view, ==, "chart");
  tb_app_test_close (window);
}

/* What cannot be done now is not offered. */
static void
test_actions (void)
{
  TbWindow *window = tb_app_test_open (NULL);
  g_autofree char *path = tb_app_test_write ("small.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_false (tb_app_test_can (window, "win.export"));
  g_assert_false (tb_app_test_can (window, "win.copy"));
  g_assert_false (tb_app_test_can (window, "win.search"));
  g_assert_false (tb_app_test_can (window, "win.cancel-open"));
  tb_window_open (window, file);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  tb_app_test_draw (window);
  g_assert_true (tb_app_test_can (window, "win.search"));
  g_assert_true (tb_app_test_can (window, "win.export"));
  g_assert_true (tb_app_test_can (window, "win.copy"));
  tb_session_unselect_all (window->session);
  g_assert_false (tb_app_test_can (window, "win.export"));
  tb_app_test_close (window);
}

static const struct { const char *name; int width; gboolean open; double text; } sizes[] = {
  { "welcome", 360, FALSE, 1 },
  { "content", 360, TRUE, 1 },
  { "welcome, 200 % text", 360, FALSE, 2 },
  { "content, 200 % text", 360, TRUE, 2 },
};

/* Nothing is wider than the narrowest window, in any view. */
static void
test_narrow (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      TbWindow *window;
      int minimum;

      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * sizes[i].text), NULL);
      g_settings_set_int (tb_settings_get (), "window-width", 360);
      window = sizes[i].open ? tb_app_test_open_small () : tb_app_test_open (NULL);
      for (int view = 0; view < 2; view++)
        {
          if (sizes[i].open)
            gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", view == 0 ? "chart" : "table");
          tb_app_test_draw (window);
          gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
          g_test_message ("%s: minimum %d, width %d", sizes[i].name, minimum,
                          gtk_widget_get_width (GTK_WIDGET (window)));
          g_assert_cmpint (minimum, <=, sizes[i].width);
          /* A display without a compositor takes some of it for the frame. */
          g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, sizes[i].width);
          gtk_widget_measure (gtk_stack_get_visible_child (window->pages), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                              NULL, NULL, NULL);
          g_assert_cmpint (minimum, <=, sizes[i].width);
        }
      if (sizes[i].open)
        g_assert_true (adw_navigation_split_view_get_collapsed (window->split_view));
      tb_app_test_close (window);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  g_settings_reset (tb_settings_get (), "window-width");
}

static void
test_state (void)
{
  TbWindow *window;

  g_settings_set_int (tb_settings_get (), "window-width", 700);
  g_settings_set_int (tb_settings_get (), "window-height", 500);
  window = tb_app_test_open (NULL);
  tb_app_test_draw (window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), >, 650);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 700);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpint (g_settings_get_int (tb_settings_get (), "window-width"), ==, 800);
  g_assert_cmpint (g_settings_get_int (tb_settings_get (), "window-height"), ==, 600);
  g_settings_reset (tb_settings_get (), "window-width");
  g_settings_reset (tb_settings_get (), "window-height");
}

/* Everything a window made goes with it. */
static void
test_leaks (void)
{
  TbWindow *window = tb_app_test_open_small ();
  GObject *parts[2];

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  tb_app_test_draw (window);
  parts[0] = g_object_ref (G_OBJECT (window));
  parts[1] = g_object_ref (G_OBJECT (tb_window_get_session (window)));
  tb_app_test_close (window);
  tb_app_test_wait_finalized (parts, G_N_ELEMENTS (parts));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What was asked for before a window was closed comes too late. */
static void
test_closed (void)
{
  static const char *const asked[] = { "win.paste", "win.open-uri" };
  g_autofree char *path = tb_app_test_write ("one.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *there = g_file_get_uri (file);
  const char *const uris[] = { there, "file:///nowhere/at/all.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (asked) * G_N_ELEMENTS (uris); i++)
    {
      TbWindow *window = tb_app_test_open_small ();
      GObject *parts[] = { g_object_ref (G_OBJECT (window)), g_object_ref (G_OBJECT (window->session)) };
      guint n_opened = 0;
      const char *action = asked[i % G_N_ELEMENTS (asked)];
      const char *uri = uris[i / G_N_ELEMENTS (asked)];

      g_signal_connect_swapped (window->session, "opened", G_CALLBACK (count_cb), &n_opened);
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "year\tbeds\n2020\t5\n2021\t6\n");
      if (g_str_equal (action, "win.open-uri"))
        gtk_widget_activate_action (GTK_WIDGET (window), action, "s", uri);
      else
        gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
      tb_app_test_close (window);
      tb_app_test_wait_finalized (parts, G_N_ELEMENTS (parts));
      g_assert_cmpuint (n_opened, ==, 0);
    }
}

/* Nothing is read for a window that is closed. */
static void
test_close_while_opening (void)
{
  g_autofree char *path = tb_app_test_write ("one.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbWindow *window = tb_app_test_open (NULL);
  g_autoptr (GCancellable) opening = NULL;
  GObject *parts[] = { g_object_ref (G_OBJECT (window)) };

  tb_window_open (window, file);
  opening = g_object_ref (window->opening);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (g_cancellable_is_cancelled (opening));
  tb_app_test_wait_finalized (parts, G_N_ELEMENTS (parts));
}

/* The file that was asked for last is shown, and it alone. */
static void
test_open_twice (void)
{
  g_autofree char *one = tb_app_test_write ("one.tongbi.json", tb_app_test_small_dataset ());
  g_autofree char *two = tb_app_test_write ("two.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) first = g_file_new_for_path (one);
  g_autoptr (GFile) last = g_file_new_for_path (two);
  TbWindow *window = tb_app_test_open (NULL);
  guint n_opened = 0;

  g_signal_connect_swapped (window->session, "opened", G_CALLBACK (count_cb), &n_opened);
  tb_window_open (window, first);
  tb_window_open (window, last);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  g_assert_true (g_file_equal (tb_session_get_file (window->session), last));
  g_assert_cmpuint (n_opened, ==, 1);
  tb_app_test_close (window);
}

/* Several windows, one file each; a file that is open is shown, not read again. */
static void
test_windows (void)
{
  g_autofree char *one = tb_app_test_write ("one.tongbi.json", tb_app_test_small_dataset ());
  g_autofree char *two = tb_app_test_write ("two.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) first = g_file_new_for_path (one);
  g_autoptr (GFile) second = g_file_new_for_path (two);
  GApplication *application = G_APPLICATION (tb_app_test_get ());
  GList *windows;

  for (int i = 0; i < 2; i++)
    {
      g_application_open (application, (GFile *[]) { first, second }, 2, "");
      windows = gtk_application_get_windows (GTK_APPLICATION (application));
      g_assert_cmpuint (g_list_length (windows), ==, 2);
      for (GList *link = windows; link != NULL; link = link->next)
        tb_app_test_wait (tb_app_test_has_dataset, link->data, "the dataset");
    }
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
}

static gboolean
is_in (TbWindow *window,
       GType     type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (G_TYPE_CHECK_INSTANCE_TYPE (focus, type) || gtk_widget_get_ancestor (focus, type) != NULL);
}

static gboolean
is_in_cell (gpointer window)
{
  return is_in (window, TB_TYPE_GRID_CELL);
}

static void
show_view (TbWindow   *window,
           const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", name);
  tb_app_test_wait_settled (window);
  tb_app_test_draw (window);
}

/* Who goes from one view to another by keys is at what it is about, and no frame or button
 * around it; who is in the sidebar stays there. */
static void
test_focus_of_views (void)
{
  TbWindow *window = tb_app_test_open_small ();

  show_view (window, "chart");
  gtk_widget_grab_focus (GTK_WIDGET (window->chart_view));
  g_assert_true (is_in (window, TB_TYPE_FIGURE_CANVAS));
  show_view (window, "table");
  tb_app_test_wait (is_in_cell, window, "the focus in a cell");
  show_view (window, "overview");
  g_assert_true (is_in (window, GTK_TYPE_GRID_VIEW));
  show_view (window, "chart");
  g_assert_true (is_in (window, TB_TYPE_FIGURE_CANVAS));

  gtk_widget_child_focus (GTK_WIDGET (window->sidebar), GTK_DIR_TAB_FORWARD);
  g_assert_true (is_in (window, TB_TYPE_INDICATOR_SIDEBAR));
  show_view (window, "table");
  g_assert_true (is_in (window, TB_TYPE_INDICATOR_SIDEBAR));
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/open", test_open);
  g_test_add_func ("/window/open/bad", test_open_bad);
  g_test_add_func ("/window/open/missing", test_open_missing);
  g_test_add_func ("/window/open/cancel", test_cancel);
  g_test_add_func ("/window/notices", test_notices);
  g_test_add_func ("/window/views", test_views);
  g_test_add_func ("/window/actions", test_actions);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/state", test_state);
  g_test_add_func ("/window/leaks", test_leaks);
  g_test_add_func ("/window/closed", test_closed);
  g_test_add_func ("/window/close-while-opening", test_close_while_opening);
  g_test_add_func ("/window/open-twice", test_open_twice);
  g_test_add_func ("/window/several", test_windows);
  g_test_add_func ("/window/focus-of-views", test_focus_of_views);
  return g_test_run ();
}
