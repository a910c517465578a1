/* How long the window's main thread is held up by what a reader does with a chart
 * and with the overview.
 *
 * Told is the longest turn of the main loop in the thread's own time, and what it is
 * without the drawing of a frame, which is done in software here. The aim is 16 ms,
 * a frame.
 *
 * usage: bench-window [N]   rows of the long series; a million where nothing is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-test-gen.h"
#include "tb-turns.h"
#include "tb-window-private.h"

#define N_ROUNDS 6
#define N_INDICATORS 10000u

static void
do_nothing (TbWindow *window,
            int       round)
{
  gtk_widget_queue_draw (GTK_WIDGET (window));
}

static void
switch_type (TbWindow *window,
             int       round)
{
  tb_session_set_chart_type (window->session, (int) (round % 2 == 0 ? TB_CHART_LINE : TB_CHART_COLUMN));
}

static void
switch_series (TbWindow *window,
               int       round)
{
  g_signal_emit_by_name (tb_chart_view_get_canvas (window->chart_view), "series-clicked", 0);
}

static void
zoom (TbWindow *window,
      int       round)
{
  tb_figure_canvas_zoom (tb_chart_view_get_canvas (window->chart_view), round % 2 == 0 ? 0.5 : 0, 0);
}

static void
walk_points (TbWindow *window,
             int       round)
{
  tb_figure_canvas_walk (tb_chart_view_get_canvas (window->chart_view), TB_CHART_STEP_RIGHT);
}

static void
toggle_inspector (TbWindow *window,
                  int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-inspector", NULL);
}

/* With the inspector beside the chart. */
static void
switch_numbers (TbWindow *window,
                int       round)
{
  TbChartSpecFields fields = *tb_session_get_fields (window->session);

  fields.show_values = round % 2 == 0;
  tb_session_change (window->session, &fields, tb_session_has_automatic_type (window->session), NULL);
}

static void
measure_all (TbWindow   *window,
             const char *name)
{
  g_print ("%s\n", name);
  tb_turns_measure (window, "  drawing the window", do_nothing, NULL, N_ROUNDS);
  tb_turns_measure (window, "  another type", switch_type, NULL, N_ROUNDS);
  tb_turns_measure (window, "  a series off and on", switch_series, NULL, N_ROUNDS);
  tb_turns_measure (window, "  zooming in and out", zoom, NULL, N_ROUNDS);
  tb_turns_measure (window, "  the next point", walk_points, NULL, N_ROUNDS);
  tb_turns_measure (window, "  the inspector opened", toggle_inspector, toggle_inspector, N_ROUNDS);
  toggle_inspector (window, 0);
  tb_turns_measure (window, "  numbers at marks off and on, with the inspector", switch_numbers, NULL, N_ROUNDS);
  tb_turns_measure (window, "  another type, with the inspector", switch_type, NULL, N_ROUNDS);
  toggle_inspector (window, 0);
}

static void
show_sample (TbWindow *window)
{
  static const char *const ids[] = { "generation-fossil", "generation-nuclear", "generation-renewable" };
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", "iowa-electricity.tongbi.json",
                                            NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbCatalog *catalog;

  tb_window_open (window, file);
  tb_app_test_wait_settled (window);
  catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    tb_session_select (window->session, tb_catalog_find_indicator (catalog, ids[i]), i == 0);
}

static void
show_long (TbWindow *window,
           guint     n_rows)
{
  const TbTestGen days = { .n_series = 2, .n_rows = n_rows / 2, .frequency = 'D', .first_year = 2000, .walk = TRUE,
                           .stock = TRUE };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&days);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);

  tb_session_open (window->session, NULL, dataset, NULL, NULL);
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "indicator-0"), TRUE);
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "indicator-1"), FALSE);
}

static void
show_overview (TbWindow *window,
               int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "overview");
}

static void
show_chart (TbWindow *window,
            int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
}

static GtkGridView *
find_grid (TbWindow *window)
{
  return GTK_GRID_VIEW (tb_app_test_find (GTK_WIDGET (window->overview), GTK_TYPE_GRID_VIEW));
}

static void
scroll_cards (TbWindow *window,
              int       round)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_grid (window)));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                          + gtk_adjustment_get_page_size (adjustment) / 4);
}

static void
jump_to_card (TbWindow *window,
              int       round)
{
  gtk_grid_view_scroll_to (find_grid (window), (guint) (1 + round) * N_INDICATORS / (N_ROUNDS + 2),
                           GTK_LIST_SCROLL_NONE,
                           NULL);
}

static void
measure_overview (TbWindow *window)
{
  const TbTestGen years = { .n_series = N_INDICATORS, .n_rows = 40, .frequency = 'A', .first_year = 1984, .walk = TRUE,
                            .stock = TRUE };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&years);

  g_print ("%u indicators of 40 figures\n", N_INDICATORS);
  tb_session_open (window->session, NULL, dataset, NULL, NULL);
  tb_turns_measure (window, "  the overview", show_overview, show_chart, N_ROUNDS);
  show_overview (window, 0);
  tb_turns_measure (window, "  scrolling its cards by a quarter of a page", scroll_cards, NULL, N_ROUNDS);
  tb_turns_measure (window, "  jumping among its cards", jump_to_card, NULL, N_ROUNDS);
}

int
main (int    argc,
      char **argv)
{
  guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  g_autofree char *name = g_strdup_printf ("%u rows", n_rows);
  TbWindow *window;

  argc = 1;
  tb_app_test_init (&argc, &argv);
  window = tb_app_test_open (NULL);
  tb_turns_watch (window);
  show_sample (window);
  show_chart (window, 0);
  measure_all (window, "the sample");
  show_long (window, n_rows);
  measure_all (window, name);
  measure_overview (window);
  tb_app_test_close (window);
  return 0;
}
