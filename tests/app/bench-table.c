/* How long a table of 10,000 indicators and 40 periods holds the window's main thread up,
 * with one pair of them compared and with five; and adding pairs, that of the sample.
 *
 * The time of the thread itself is told, which other work on the machine does not change,
 * of the longest turn of the main loop; drawing the window's frame in software is part of
 * it. The aim is 16 ms, a frame; memory: 200 MB over the empty window. With --instructions
 * the table is opened and scrolled once, for a count by callgrind or perf.
 *
 * usage: bench-table [--instructions] [N]   rows; 10,000 where nothing is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-comparison-grid.h"
#include "tb-test-gen.h"
#include "tb-turns.h"
#include "tb-window-private.h"

#include <stdio.h>

#define N_PERIODS 40
#define N_STEPS 60
#define AFTER_US 150000

static double
get_memory_mb (void)
{
  g_autofree char *text = NULL;
  unsigned long size = 0, resident = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) || sscanf (text, "%lu %lu", &size, &resident) != 2)
    return 0;
  return (double) resident * 4096 / 1e6;
}

static GtkAdjustment *
get_adjustment (TbWindow       *window,
                GtkOrientation  orientation)
{
  GtkWidget *table = tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_GRID);
  GtkWidget *scrolled = gtk_widget_get_parent (table);

  return orientation == GTK_ORIENTATION_VERTICAL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled))
                                                 : gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

static void
move_by (GtkAdjustment *adjustment,
         double         distance)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
}

static void
scroll_lines (TbWindow *window,
              int       round)
{
  move_by (get_adjustment (window, GTK_ORIENTATION_VERTICAL), 90);
}

static void
scroll_pages (TbWindow *window,
              int       round)
{
  GtkAdjustment *adjustment = get_adjustment (window, GTK_ORIENTATION_VERTICAL);

  move_by (adjustment, gtk_adjustment_get_page_size (adjustment));
}

/* As a hand drags the scroll bar. */
static void
scroll_far (TbWindow *window,
            int       round)
{
  GtkAdjustment *adjustment = get_adjustment (window, GTK_ORIENTATION_VERTICAL);

  gtk_adjustment_set_value (adjustment, (round * 7919 % 1000) / 1000.0 * gtk_adjustment_get_upper (adjustment));
}

static void
scroll_sideways (TbWindow *window,
                 int       round)
{
  move_by (get_adjustment (window, GTK_ORIENTATION_HORIZONTAL), round < N_STEPS / 2 ? 60 : -60);
}

static void
do_nothing (TbWindow *window,
            int       round)
{
  gtk_widget_queue_draw (GTK_WIDGET (window));
}

static void
measure (TbWindow   *window,
         const char *what,
         TbTurnsAct  act)
{
  double longest = 0;
  double sum = 0;

  for (int i = 0; i < N_STEPS; i++)
    {
      double before = tb_turns_get_thread_ms ();
      double call;
      TbTurns turns;

      act (window, i);
      call = tb_turns_get_thread_ms () - before;
      turns = tb_turns_settle (window, 20000);
      longest = MAX (longest, MAX (call, turns.turn_ms));
      sum += MAX (call, turns.turn_ms);
    }
  g_print ("%-36s turn %6.2f ms on average, longest %6.2f ms  %s\n", what, sum / N_STEPS, longest,
           longest < TB_TURNS_FRAME_MS ? "under 16" : "OVER 16");
}

static void
select_all (TbWindow *window)
{
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  gsize n = tb_catalog_get_n_indicators (catalog);
  g_autofree const TbIndicator **indicators = g_new (const TbIndicator *, n);

  for (gsize i = 0; i < n; i++)
    indicators[i] = tb_catalog_get_indicator (catalog, i);
  tb_session_select_all (window->session, indicators, n);
}

static gboolean
shows_all (TbWindow *window,
           gsize     n)
{
  TbComparison *comparison = tb_comparison_view_get_comparison (window->comparison_view);

  return comparison != NULL && tb_comparison_get_n_rows (comparison) == n;
}

/* The turns until the table is there are those of the sidebar; from then on, its own. */
static void
measure_opening (TbWindow *window,
                 gsize     n,
                 double    empty_mb)
{
  TbTurns before = { 0 };
  TbTurns table = { 0 };
  TbTurns after;
  gint64 start = g_get_monotonic_time ();

  select_all (window);
  while (!shows_all (window, n))
    {
      before.turn_ms = MAX (before.turn_ms, table.turn_ms);
      table = (TbTurns) { 0 };
      tb_turns_step (&table, TRUE);
    }
  after = tb_turns_settle (window, AFTER_US);
  g_print ("%-36s longest turn %6.2f ms (of the sidebar before %.2f), %.0f ms until it stands, %.0f MB over the empty "
           "window\n",
           "  all rows in the table", MAX (table.turn_ms, after.turn_ms), before.turn_ms,
           (double) (g_get_monotonic_time () - start - AFTER_US) / 1e3, get_memory_mb () - empty_mb);
}

static void
sort (TbWindow *window,
      int       round)
{
  static const char *const keys[] = { "1", "own -1", "2" };
  GtkWidget *table = tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_GRID);

  g_signal_emit_by_name (table, "sort-requested", keys[round % 3], round % 2 == 0);
}

static guint
count_pairs (TbWindow *window)
{
  TbComparison *comparison = tb_comparison_view_get_comparison (window->comparison_view);
  guint n = 0;

  for (gsize i = 0; comparison != NULL && i < tb_comparison_get_n_columns (comparison); i++)
    n += tb_comparison_get_column (comparison, i)->kind == TB_COLUMN_ABSOLUTE;
  return n;
}

/* As a click does. */
static void
add_pairs (TbWindow   *window,
           const char *what,
           guint       n)
{
  GtkWidget *add = tb_app_test_find_icon (GTK_WIDGET (window->comparison_view), "list-add-symbolic");

  for (guint i = count_pairs (window); i < n; i++)
    {
      double before = tb_turns_get_thread_ms ();
      double call;
      TbTurns turns = { 0 };
      TbTurns after;
      gint64 start = g_get_monotonic_time ();

      g_signal_emit_by_name (add, "clicked");
      call = tb_turns_get_thread_ms () - before;
      while (count_pairs (window) == i)
        tb_turns_step (&turns, TRUE);
      after = tb_turns_settle (window, AFTER_US);
      g_print ("%-36s turn %6.2f ms beside drawing, %.0f ms until pair %u stands\n", what,
               MAX (call, MAX (turns.unpainted_ms, after.unpainted_ms)),
               (double) (g_get_monotonic_time () - start - AFTER_US) / 1e3, i + 1);
    }
}

/* As saved work has them: there is no file here that work could be kept with. */
static void
open_with_pairs (TbWindow  *window,
                 TbDataset *dataset,
                 guint      n)
{
  TbChartSpecFields fields = *tb_session_get_fields (window->session);
  g_autoptr (TbChartSpec) spec = NULL;
  g_autofree TbComparePair *pairs = g_new0 (TbComparePair, n);
  gint64 start = g_get_monotonic_time ();
  TbTurns turns;

  for (guint i = 0; i < n; i++)
    if (!tb_period_from_number (TB_PERIOD_Q, 2010 + (int) i, 1, TB_CALENDAR_YEAR, &pairs[i].base)
        || !tb_period_from_number (TB_PERIOD_Q, 2011 + (int) i, 1, TB_CALENDAR_YEAR, &pairs[i].current))
      g_error ("No such quarter");
  fields.table_pairs = pairs;
  fields.n_table_pairs = n;
  spec = tb_chart_spec_new (&fields);
  tb_session_open (window->session, NULL, dataset, NULL, &(TbLook) { spec, TRUE });
  while (count_pairs (window) != n)
    tb_turns_step (&(TbTurns) { 0 }, TRUE);
  turns = tb_turns_settle (window, AFTER_US);
  g_print ("%u pairs of periods: longest turn %.2f ms, %.0f ms until they stand\n", n, turns.turn_ms,
           (double) (g_get_monotonic_time () - start - AFTER_US) / 1e3);
}

static void
measure_all (TbWindow *window)
{
  measure (window, "  drawing the window", do_nothing);
  measure (window, "  scrolling by lines", scroll_lines);
  measure (window, "  scrolling by pages", scroll_pages);
  measure (window, "  dragging the scroll bar", scroll_far);
  measure (window, "  scrolling sideways", scroll_sideways);
  measure (window, "  sorting", sort);
}

static void
measure_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", "us-employment.tongbi.json", NULL);
  TbWindow *window = tb_app_test_open (path);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the sample");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_turns_settle (window, AFTER_US);
  select_all (window);
  tb_turns_settle (window, 2 * AFTER_US);
  tb_turns_watch (window);
  g_print ("the sample of 120 months\n");
  add_pairs (window, "  adding a pair", 5);
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  gboolean once = argc > 1 && g_str_equal (argv[1], "--instructions");
  const char *number = argc > (once ? 2 : 1) ? argv[once ? 2 : 1] : "10000";
  const TbTestGen years = { .n_series = (guint) g_ascii_strtoull (number, NULL, 10), .n_rows = N_PERIODS,
                            .frequency = 'Q', .first_year = 2010, .walk = FALSE };
  g_autoptr (TbDataset) dataset = NULL;
  TbWindow *window;
  double empty_mb;

  argc = 1;
  tb_app_test_init (&argc, &argv);
  window = tb_app_test_open (NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  tb_turns_settle (window, AFTER_US);
  empty_mb = get_memory_mb ();
  dataset = tb_test_gen_dataset (&years);
  tb_session_open (window->session, NULL, dataset, NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_turns_settle (window, AFTER_US);
  g_print ("%s indicators, %d periods\n", number, N_PERIODS);
  measure_opening (window, years.n_series, empty_mb);
  if (once)
    {
      for (int i = 0; i < N_STEPS; i++)
        {
          scroll_pages (window, i);
          tb_app_test_draw (window);
        }
    }
  else
    {
      measure_all (window);
      open_with_pairs (window, dataset, 5);
      measure_all (window);
    }
  tb_app_test_close (window);
  if (!once)
    measure_sample ();
  return 0;
}
