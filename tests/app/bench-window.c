/* How long the window's main thread is held up by what a reader does with a chart
 * and with the overview.
 *
 * The time of the thread itself is told, which other work on the machine does not
 * change, of the longest turn of the main loop; drawing the window's frame in
 * software is part of it. The aim is 16 ms, a frame.
 *
 * usage: bench-window [N]   rows of the long series; a million where nothing is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-test-gen.h"
#include "tb-window-private.h"

#include <time.h>

#define N_ROUNDS 7
#define AFTER_US 150000
#define N_INDICATORS 10000u

typedef void (*Act) (TbWindow *window,
                     int       round);

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Turns the loop until nothing is under way, and a little longer for late frames. */
static double
find_longest_turn (TbWindow *window)
{
  gint64 end = 0;
  double longest = 0;

  while (end == 0 || g_get_monotonic_time () < end)
    {
      double before = get_thread_ms ();

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
      longest = MAX (longest, get_thread_ms () - before);
      if (!tb_window_is_settled (window))
        end = 0;
      else if (end == 0)
        end = g_get_monotonic_time () + AFTER_US;
    }
  return longest;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return (*one > *other) - (*one < *other);
}

static void
measure (TbWindow   *window,
         const char *what,
         Act         act)
{
  double calls[N_ROUNDS];
  double turns[N_ROUNDS];

  find_longest_turn (window);
  for (int i = 0; i < N_ROUNDS; i++)
    {
      double before = get_thread_ms ();

      act (window, i);
      calls[i] = get_thread_ms () - before;
      turns[i] = find_longest_turn (window);
    }
  qsort (calls, N_ROUNDS, sizeof calls[0], compare);
  qsort (turns, N_ROUNDS, sizeof turns[0], compare);
  g_print ("%-44s call %6.2f ms   longest turn %6.2f ms (most %6.2f)\n", what, calls[N_ROUNDS / 2], turns[N_ROUNDS / 2],
           turns[N_ROUNDS - 1]);
}

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
  measure (window, "  drawing the window", do_nothing);
  measure (window, "  another type", switch_type);
  measure (window, "  a series off and on", switch_series);
  measure (window, "  zooming in and out", zoom);
  measure (window, "  the next point", walk_points);
  measure (window, "  the inspector opened and closed", toggle_inspector);
  toggle_inspector (window, 0);
  measure (window, "  numbers at marks off and on, with the inspector", switch_numbers);
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

  tb_session_open (window->session, NULL, dataset, NULL);
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "indicator-0"), TRUE);
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "indicator-1"), FALSE);
}

static void
switch_view (TbWindow *window,
             int       round)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", round % 2 == 0 ? "overview" : "chart");
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
  gtk_grid_view_scroll_to (find_grid (window), (guint) (1 + round) * N_INDICATORS / (N_ROUNDS + 1), GTK_LIST_SCROLL_NONE,
                           NULL);
}

static void
measure_overview (TbWindow *window)
{
  const TbTestGen years = { .n_series = N_INDICATORS, .n_rows = 40, .frequency = 'A', .first_year = 1984, .walk = TRUE,
                            .stock = TRUE };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&years);

  g_print ("%u indicators of 40 figures\n", N_INDICATORS);
  tb_session_open (window->session, NULL, dataset, NULL);
  measure (window, "  the overview and back", switch_view);
  switch_view (window, 0);
  measure (window, "  scrolling its cards by a quarter of a page", scroll_cards);
  measure (window, "  jumping among its cards", jump_to_card);
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
  show_sample (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  measure_all (window, "the sample");
  show_long (window, n_rows);
  measure_all (window, name);
  measure_overview (window);
  tb_app_test_close (window);
  return 0;
}
