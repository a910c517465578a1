/* How long the window's main thread is held up while files are opened and shown, and
 * by what opens for the first time.
 *
 * Told is the longest turn of the main loop in the thread's own time, and what it is
 * without the drawing of a frame, which is done in software here. The aim is 16 ms,
 * a frame. An empty dialog of the toolkit stands beside ours as their floor.
 *
 * usage: bench-opening [N]   figures of the long file; a million where nothing is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-test-gen.h"
#include "tb-turns.h"
#include "tb-window-private.h"
#include "tb-writer.h"

#define N_ROUNDS 7

/* What is opened, and what is opened before it once more. */
static GFile *opened;
static GFile *before;

static void
close_dialogs (TbWindow *window,
               int       round)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      tb_turns_settle (window, 0);
    }
}

static void
open_file (TbWindow *window,
           int       round)
{
  tb_window_open (window, opened);
}

static void
open_before (TbWindow *window,
             int       round)
{
  close_dialogs (window, round);
  if (before != NULL)
    tb_window_open (window, before);
}

static void
measure_opening (TbWindow   *window,
                 const char *what,
                 const char *path,
                 int         n_rounds)
{
  g_set_object (&opened, NULL);
  opened = g_file_new_for_path (path);
  tb_turns_measure (window, what, open_file, open_before, n_rounds);
}

static void
export_chart (TbWindow *window,
              int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
}

static void
show_source (TbWindow *window,
             int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-current-source", NULL);
}

static void
show_preferences (TbWindow *window,
                  int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-preferences", NULL);
}

/* The least that a dialog with rows can be. */
static void
show_empty_dialog (TbWindow *window,
                   int       round)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), adw_action_row_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 740);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
show_overview (TbWindow *window,
               int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "overview");
}

static void
show_table (TbWindow *window,
            int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
}

static void
show_chart (TbWindow *window,
            int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
}

static void
show_indicator (TbWindow *window,
                int       round)
{
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));

  tb_session_select (window->session, tb_catalog_get_indicator (catalog, (gsize) round * 7), TRUE);
}

static void
measure_sample (TbWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", "digital-qingdao.tongbi.json",
                                            NULL);

  measure_opening (window, "the sample", path, 1);
  tb_turns_measure (window, "  to the overview", show_overview, show_chart, N_ROUNDS);
  tb_turns_measure (window, "  to the table", show_table, show_chart, N_ROUNDS);
  tb_turns_measure (window, "  another indicator", show_indicator, NULL, 20);
  tb_turns_measure (window, "  an empty dialog, the floor", show_empty_dialog, close_dialogs, N_ROUNDS);
  tb_turns_measure (window, "  exporting", export_chart, close_dialogs, N_ROUNDS);
  tb_turns_measure (window, "  the source", show_source, close_dialogs, N_ROUNDS);
  tb_turns_measure (window, "  the preferences", show_preferences, close_dialogs, N_ROUNDS);
  before = g_file_new_for_path (path);
}

static void
measure_long (TbWindow *window,
              guint     n)
{
  const TbTestGen days = { .n_series = 100, .n_rows = n / 100, .frequency = 'D', .first_year = 1990, .walk = TRUE,
                           .stock = TRUE };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&days);
  g_autoptr (GBytes) json = tb_writer_to_json (dataset);
  g_autofree char *path = tb_app_test_write ("long.tongbi.json", "");
  g_autofree char *what = g_strdup_printf ("a file of %u figures, %.0f MB", n, (double) g_bytes_get_size (json) / 1e6);

  if (!g_file_set_contents (path, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), NULL))
    g_error ("%s cannot be written", path);
  g_clear_pointer (&dataset, tb_dataset_unref);
  g_clear_pointer (&json, g_bytes_unref);
  measure_opening (window, what, path, 5);
}

/* A yearbook's table, of which it is not said what its columns are. */
static void
measure_doubt (TbWindow *window)
{
  g_autoptr (GString) text = g_string_new ("name,region,sort,2019,2020\n");
  g_autofree char *path = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "indicator %u,%u,%u,%u,%u\n", i, i % 4, i % 3, 100 + i, 110 + i);
  path = tb_app_test_write ("doubt.csv", text->str);
  measure_opening (window, "asking how a file is read", path, N_ROUNDS);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  TbWindow *window;

  argc = 1;
  tb_app_test_init (&argc, &argv);
  window = tb_app_test_open (NULL);
  tb_turns_watch (window);
  show_chart (window, 0);
  measure_sample (window);
  measure_doubt (window);
  measure_long (window, n);
  g_clear_object (&opened);
  g_clear_object (&before);
  tb_app_test_close (window);
  return 0;
}
