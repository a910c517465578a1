/* Pictures of the pages of the window: beginning, chart, table and overview.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "screenshots.h"

#include "tb-chart-series-popover.h"
#include "tb-comparison-grid.h"
#include "tb-comparison-pair-button.h"
#include "tb-comparison-pairs.h"
#include "tb-window-private.h"

static void
show_several (TbWindow *window)
{
  tb_shots_show_chart (window);
  tb_shots_select (window, (const char *const[]) { "general-high-school-admission-rate", "civic-projects", NULL });
}

static void
show_long_table (TbWindow *window)
{
  tb_shots_show_long (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
}

/* One change that may be told, and others that may not. */
static void
show_picture_table (TbWindow *window)
{
  tb_shots_show_chart (window);
  tb_shots_select (window, (const char *const[]) { "base-stations-5g-new", "general-high-school-admission-rate",
                                                   "smart-traffic-facilities-built", "provincial-digital-parks-output",
                                                   "new-economy-value-added", "new-economy-gdp-share", "rd-expenditure",
                                                   "thematic-service-cases", NULL });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
}

/* A whole row of the table has the focus, as the pointer or the arrow keys give it. */
static void
show_table_detail (TbWindow *window)
{
  GtkWidget *table;

  show_picture_table (window);
  tb_app_test_draw (window);
  table = tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_GRID);
  tb_comparison_grid_select_row (TB_COMPARISON_GRID (table), 4, FALSE);
}

/* Figures that may all be compared. */
static void
show_jobs (TbWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", "us-employment.tongbi.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  tb_shots_select (window, (const char *const[]) { "nonfarm-jobs", "private-jobs", "goods-jobs", "mining-jobs",
                                                   "construction-jobs", "manufacturing-jobs", "services-jobs",
                                                   "government-jobs", NULL });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
}

static void
add_pairs (TbWindow *window,
           guint     n)
{
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *pairs;

      tb_app_test_draw (window);
      pairs = tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_PAIRS);
      g_signal_emit_by_name (tb_app_test_find_icon (pairs, "list-add-symbolic"), "clicked");
    }
  tb_app_test_draw (window);
}

/* A month with the same of the year before, and with the month before; then earlier ones. */
static void
show_table_pairs (TbWindow *window)
{
  show_jobs (window);
  add_pairs (window, 2);
}

/* In each pair of periods other rows are refused, and in one all of them. */
static void
show_table_pairs_refused (TbWindow *window)
{
  show_picture_table (window);
  add_pairs (window, 3);
}

static GtkWidget *
find_pair (TbWindow *window)
{
  GtkWidget *button = tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_PAIR_BUTTON);

  return gtk_widget_get_ancestor (tb_app_test_find (button, TB_TYPE_COMPARISON_PERIODS), GTK_TYPE_POPOVER);
}

static void
show_pair (TbWindow *window)
{
  GtkWidget *button;

  show_table_pairs (window);
  button = tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_PAIR_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (tb_app_test_find (button, GTK_TYPE_MENU_BUTTON)));
}

/* Targets with how they are met, beside the names; a rectangle is selected. */
static void
show_table_targets (TbWindow *window)
{
  TbComparisonGrid *table;

  show_picture_table (window);
  tb_app_test_draw (window);
  table = TB_COMPARISON_GRID (tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_GRID));
  tb_comparison_grid_move_cursor (table, 1, G_MAXUINT, FALSE);
  tb_comparison_grid_move_cursor (table, 1, tb_comparison_grid_get_n_shown (table) - 4, FALSE);
  tb_comparison_grid_move_cursor (table, 4, tb_comparison_grid_get_n_shown (table) - 2, TRUE);
}

static gboolean
has_total (gpointer window)
{
  TbComparison *comparison = tb_comparison_view_get_comparison (TB_WINDOW (window)->comparison_view);

  for (gsize row = 0; comparison != NULL && row < tb_comparison_get_n_rows (comparison); row++)
    if (tb_comparison_get_total (comparison, row) != NULL)
      return TRUE;
  return FALSE;
}

/* A sum, one of fewer parts than all, rates that have none, and published totals of parts
 * and of parts of these. */
static void
show_table_totals (TbWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "..", "tests", "data", "cli",
                                            "totals.tongbi.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  tb_shots_select (window, (const char *const[]) { "residents", "urban", "grain", "wheat", "maize", NULL });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_session_set_totals (tb_window_get_session (window), TRUE);
  tb_app_test_wait (has_total, window, "the total");
}

/* No row has figures of both periods that may be compared. */
static void
show_table_refused (TbWindow *window)
{
  GtkWidget *base;

  show_picture_table (window);
  tb_app_test_draw (window);
  base = tb_app_test_find (GTK_WIDGET (window->comparison_view), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (base), 2);
}

static gboolean
is_welcoming (gpointer welcome)
{
  return !tb_welcome_is_busy (welcome);
}

static void
show_welcome (TbWindow *window)
{
  tb_app_test_wait (is_welcoming, window->welcome, "the chart of the sample");
}

static void
show_picture_chart (TbWindow *window)
{
  tb_shots_show_chart (window);
  tb_app_test_draw (window);
  /* What the first column is, in words, below the figure. */
  tb_figure_canvas_walk (tb_chart_view_get_canvas (window->chart_view), TB_CHART_STEP_RIGHT);
}

static void
show_hidden (TbWindow *window)
{
  tb_shots_show_long (window);
  tb_app_test_draw (window);
  g_signal_emit_by_name (tb_chart_view_get_canvas (window->chart_view), "series-clicked", 1);
}

static void
show_zoomed (TbWindow *window)
{
  tb_shots_show_long (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  tb_app_test_draw (window);
  tb_figure_canvas_zoom (tb_chart_view_get_canvas (window->chart_view), 0.5, 0);
  tb_app_test_draw (window);
}

static GtkWidget *
find_series (TbWindow *window)
{
  return tb_app_test_find (GTK_WIDGET (window->chart_view), TB_TYPE_CHART_SERIES_POPOVER);
}

static void
show_series (TbWindow *window)
{
  show_hidden (window);
  tb_app_test_draw (window);
  gtk_popover_popup (GTK_POPOVER (find_series (window)));
}

/* A type from behind the button, which takes its picture and name. */
static void
show_stacked (TbWindow *window)
{
  tb_shots_show_long (window);
  tb_session_set_chart_type (tb_window_get_session (window), TB_CHART_STACKED);
  tb_app_test_draw (window);
}

/* A search that leaves one card, and one that leaves none. */
static void
show_overview_one (TbWindow *window)
{
  tb_shots_show_overview (window);
  tb_indicator_model_set_search (tb_indicator_sidebar_get_indicators (window->sidebar), "berths");
}

static void
show_overview_nothing (TbWindow *window)
{
  tb_shots_show_overview (window);
  tb_indicator_model_set_search (tb_indicator_sidebar_get_indicators (window->sidebar), "zebra");
}

static void
show_overview_long (TbWindow *window)
{
  tb_shots_show_long (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "overview");
}

const TbShot tb_shots_of_views[] = {
  { "welcome", 1366, 768, FALSE, show_welcome },
  { "welcome-dark", 1366, 768, TRUE, show_welcome },
  { "welcome-narrow", 360, 648, FALSE, show_welcome },
  { "text200-welcome", 360, 648, FALSE, show_welcome, .text = 2 },
  { "chart", 1366, 768, FALSE, tb_shots_show_chart },
  { "chart-dark", 1366, 768, TRUE, tb_shots_show_chart },
  { "chart-several", 1366, 768, FALSE, show_several },
  { "chart-long", 1366, 768, FALSE, tb_shots_show_long },
  { "chart-long-dark", 1366, 768, TRUE, tb_shots_show_long },
  { "table-long", 1366, 768, FALSE, show_long_table },
  { "chart-hidden", 1366, 768, FALSE, show_hidden },
  { "chart-zoomed", 1366, 768, FALSE, show_zoomed },
  { "chart-zoomed-narrow", 360, 648, FALSE, show_zoomed },
  { "chart-stacked", 1366, 768, FALSE, show_stacked },
  { "chart-zoomed-dark", 1366, 768, TRUE, show_zoomed },
  { "chart-series", 1366, 768, FALSE, show_series, .find_popover = find_series },
  { "chart-middle", 800, 600, FALSE, tb_shots_show_chart },
  { "chart-narrow", 360, 648, FALSE, tb_shots_show_chart },
  { "sidebar-narrow", 360, 648, FALSE, tb_shots_open_sample, .is_of_sidebar = TRUE },
  { "table", 1366, 768, FALSE, tb_shots_show_table },
  { "table-dark", 1366, 768, TRUE, show_table_detail },
  { "table-detail", 1366, 768, FALSE, show_table_detail },
  { "table-totals", 1366, 768, FALSE, show_table_totals },
  { "table-totals-dark", 1366, 768, TRUE, show_table_totals },
  { "table-totals-narrow", 360, 648, FALSE, show_table_totals },
  { "table-pairs", 1366, 768, FALSE, show_table_pairs },
  { "table-pairs-dark", 1366, 768, TRUE, show_table_pairs },
  { "table-pairs-narrow", 360, 648, FALSE, show_table_pairs },
  { "table-pairs-narrow-dark", 360, 648, TRUE, show_table_pairs },
  { "table-pairs-refused", 1366, 768, FALSE, show_table_pairs_refused },
  { "table-pairs-refused-narrow", 360, 648, FALSE, show_table_pairs_refused },
  { "table-pairs-one", 1366, 768, FALSE, show_pair, .find_popover = find_pair },
  { "table-targets", 1366, 768, FALSE, show_table_targets },
  { "table-refused", 1366, 768, FALSE, show_table_refused },
  { "table-refused-narrow", 360, 648, FALSE, show_table_refused },
  { "table-narrow", 360, 648, FALSE, tb_shots_show_table },
  { "overview", 1366, 768, FALSE, tb_shots_show_overview },
  { "overview-dark", 1366, 768, TRUE, tb_shots_show_overview },
  { "overview-narrow", 360, 648, FALSE, tb_shots_show_overview },
  { "overview-narrow-dark", 360, 648, TRUE, tb_shots_show_overview },
  { "overview-one", 1366, 768, FALSE, show_overview_one },
  { "overview-nothing", 1366, 768, FALSE, show_overview_nothing },
  { "overview-long", 1366, 768, FALSE, show_overview_long },
  { "overview-large", 3840, 2160, FALSE, tb_shots_show_overview },
  { "text200-chart", 1366, 768, FALSE, tb_shots_show_chart, .text = 2 },
  { "text200-table", 1366, 768, FALSE, tb_shots_show_table, .text = 2 },
  { "text200-table-pairs", 1366, 768, FALSE, show_table_pairs, .text = 2 },
  { "text200-table-pairs-narrow", 360, 648, FALSE, show_table_pairs, .text = 2 },
  { "text200-narrow", 360, 648, FALSE, tb_shots_show_chart, .text = 2 },
  { "text200-overview", 1366, 768, FALSE, tb_shots_show_overview, .text = 2 },
  { "text200-overview-narrow", 360, 648, FALSE, tb_shots_show_overview, .text = 2 },
  { "mirrored-overview", 1366, 768, FALSE, tb_shots_show_overview, .mirrored = TRUE },
  { "mirrored-chart", 1366, 768, FALSE, tb_shots_show_chart, .mirrored = TRUE },
  { "mirrored-table", 1366, 768, FALSE, tb_shots_show_table, .mirrored = TRUE },
  { "mirrored-table-pairs", 1366, 768, FALSE, show_table_pairs, .mirrored = TRUE },
  { "mirrored-narrow", 360, 648, FALSE, tb_shots_open_sample, .mirrored = TRUE, .is_of_sidebar = TRUE },
  { "mirrored-text200-overview", 360, 648, FALSE, tb_shots_show_overview, .text = 2, .mirrored = TRUE },
  { "mirrored-text200-chart", 360, 648, FALSE, tb_shots_show_chart, .text = 2, .mirrored = TRUE },
  { "mirrored-text200-table", 360, 648, FALSE, tb_shots_show_table, .text = 2, .mirrored = TRUE },
  /* All but the last are of the size that software centres want. */
  { "picture-chart", 1000, 700, FALSE, show_picture_chart, .is_picture = TRUE },
  { "picture-jobs", 1000, 700, FALSE, show_jobs, .is_picture = TRUE },
  { "picture-overview", 1000, 700, FALSE, tb_shots_show_overview, .is_picture = TRUE },
  { "picture-table", 1366, 768, FALSE, show_table_detail, .is_picture = TRUE },
  { NULL },
};
