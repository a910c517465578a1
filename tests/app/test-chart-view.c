/* The chart: drawing, types, walking its points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-chart-hidden.h"
#include "tb-chart-series-popover.h"
#include "tb-chart-walk.h"
#include "tb-standing.h"
#include "tb-test-datasets.h"
#include "tb-window-private.h"

static TbChartPicture *
get_picture (TbWindow *window)
{
  return tb_chart_view_get_picture (window->chart_view);
}

static gboolean
has_picture (gpointer data)
{
  return tb_window_is_settled (data) && get_picture (data) != NULL;
}

static TbWindow *
open_small (void)
{
  TbWindow *window = tb_app_test_open_small ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  tb_app_test_draw (window);
  tb_app_test_wait (has_picture, window, "the chart");
  return window;
}

static void
test_draw (void)
{
  TbWindow *window = open_small ();
  TbChartPicture *picture = get_picture (window);
  GtkAccessible *canvas = GTK_ACCESSIBLE (tb_chart_view_get_canvas (window->chart_view));

  g_assert_nonnull (picture->scene);
  g_assert_nonnull (picture->texture);
  /* Three figures and a target. */
  g_assert_cmpuint (tb_scene_get_n_data (picture->scene), ==, 4);
  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       tb_scene_get_info (picture->scene)->title);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       tb_scene_get_info (picture->scene)->description);
  tb_app_test_close (window);
}

/* The last request wins, whatever the threads' order. */
static void
test_latest (void)
{
  TbWindow *window = open_small ();
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));

  for (int i = 0; i < 20; i++)
    {
      tb_session_select (window->session, tb_catalog_find_indicator (catalog, i % 2 == 0 ? "rate" : "beds"), TRUE);
      g_main_context_iteration (NULL, FALSE);
    }
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "nurses"), TRUE);
  tb_app_test_draw (window);
  g_assert_cmpstr (tb_chart_spec_get (get_picture (window)->spec)->indicators[0], ==, "nurses");
  tb_app_test_close (window);
}

static void
test_types (void)
{
  TbWindow *window = open_small ();
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (tb_app_test_find (GTK_WIDGET (window->chart_view), ADW_TYPE_TOGGLE_GROUP));
  const TbChartType types[] = { TB_CHART_COLUMN, TB_CHART_LINE, TB_CHART_BAR };
  const char *const names[] = { "column", "line", "bar" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      TbChartPicture *picture = get_picture (window);
      gboolean fits = picture->misfits[types[i]] == NULL;
      AdwToggle *toggle = adw_toggle_group_get_toggle_by_name (group, names[i]);

      /* What does not fit is not offered, and says why. */
      g_assert_cmpint (adw_toggle_get_enabled (toggle), ==, fits);
      if (!fits)
        g_assert_cmpstr (adw_toggle_get_tooltip (toggle), ==, picture->misfits[types[i]]);
      if (!fits)
        continue;
      adw_toggle_group_set_active_name (group, names[i]);
      tb_app_test_draw (window);
      g_assert_cmpint (tb_chart_spec_get (get_picture (window)->spec)->type, ==, types[i]);
      g_assert_nonnull (get_picture (window)->scene);
    }
  tb_app_test_close (window);
}

/* A type that was asked for and does not fit says why in the figure's place. */
static void
test_misfit (void)
{
  g_autofree char *path = tb_app_test_write (
    "one.tongbi.json", "{\"tongbi\": \"dataset/1\", \"title\": \"One\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": "
                       "\"count\"}}, \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"u\", \"measure\": "
                       "\"stock\"}], \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2020-12-31\", 1]]}]}");
  TbWindow *window = tb_app_test_open (path);
  GtkWidget *page;

  tb_app_test_draw (window);
  tb_app_test_wait (has_picture, window, "the chart");
  g_assert_nonnull (get_picture (window)->misfits[TB_CHART_LINE]);
  tb_session_set_chart_type (window->session, TB_CHART_LINE);
  tb_app_test_draw (window);
  g_assert_null (get_picture (window)->scene);
  page = tb_app_test_find (GTK_WIDGET (window->chart_view), TB_TYPE_FIGURE_CANVAS);
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_false (tb_app_test_can (window, "win.export"));
  tb_app_test_close (window);
}

static void
assert_datum (TbFigureCanvas *canvas,
              const TbScene  *scene,
              gsize           expected)
{
  TbDatum datum = tb_figure_canvas_get_datum (canvas);
  TbDatum wanted = tb_scene_get_datum (scene, expected);

  g_assert_cmpint (datum.series, ==, wanted.series);
  g_assert_cmpint (datum.row, ==, wanted.row);
}

static void
test_walk (void)
{
  static const struct { TbChartStep step; gsize expected; } steps[] = {
    { TB_CHART_STEP_RIGHT, 0 }, { TB_CHART_STEP_RIGHT, 1 }, { TB_CHART_STEP_LEFT, 0 }, { TB_CHART_STEP_LEFT, 0 },
    { TB_CHART_STEP_LAST, 3 },  { TB_CHART_STEP_RIGHT, 3 }, { TB_CHART_STEP_FIRST, 0 },
  };
  TbWindow *window = open_small ();
  TbFigureCanvas *canvas = tb_chart_view_get_canvas (window->chart_view);
  TbScene *scene = get_picture (window)->scene;
  g_autofree char *readout = NULL;

  g_assert_null (tb_figure_canvas_dup_readout (canvas));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (tb_figure_canvas_walk (canvas, steps[i].step));
      assert_datum (canvas, scene, steps[i].expected);
    }
  /* The readout says the figure and when it held. */
  readout = tb_figure_canvas_dup_readout (canvas);
  g_assert_nonnull (strstr (readout, "120"));
  g_assert_nonnull (strstr (readout, "2020"));
  g_assert_nonnull (strstr (readout, "Hospital beds"));
  tb_app_test_close (window);
}

/* Up and down change the series, at the same time. */
static void
test_walk_series (void)
{
  TbWindow *window = open_small ();
  TbFigureCanvas *canvas = tb_chart_view_get_canvas (window->chart_view);
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  TbDatum before;
  TbDatum after;
  TbRect here;
  TbRect there;

  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "nurses"), FALSE);
  tb_session_set_chart_type (window->session, TB_CHART_LINE);
  tb_app_test_draw (window);
  g_assert_nonnull (get_picture (window)->scene);
  tb_figure_canvas_walk (canvas, TB_CHART_STEP_FIRST);
  tb_figure_canvas_walk (canvas, TB_CHART_STEP_RIGHT);
  before = tb_figure_canvas_get_datum (canvas);
  tb_figure_canvas_walk (canvas, TB_CHART_STEP_DOWN);
  after = tb_figure_canvas_get_datum (canvas);
  g_assert_cmpint (after.series, ==, before.series + 1);
  g_assert_true (tb_scene_find_datum (get_picture (window)->scene, before, &here));
  g_assert_true (tb_scene_find_datum (get_picture (window)->scene, after, &there));
  g_assert_cmpfloat_with_epsilon (here.x, there.x, 1.0);
  tb_figure_canvas_walk (canvas, TB_CHART_STEP_UP);
  g_assert_cmpint (tb_figure_canvas_get_datum (canvas).series, ==, before.series);
  g_assert_cmpint (tb_figure_canvas_get_datum (canvas).row, ==, before.row);
  tb_app_test_close (window);
}

/* Below the figure: how the latest one changed; while a point is looked at, the
 * point and its change. The place keeps its height. */
static void
test_insight (void)
{
  TbWindow *window = open_small ();
  TbFigureCanvas *canvas = tb_chart_view_get_canvas (window->chart_view);
  const char *insight = get_picture (window)->insight;
  g_autofree char *readout = NULL;
  GtkWidget *captions;
  int height;

  /* 140 beds in 2022 after 131: 9 more, 6.9 %; 131 after 120: 11, 9.2 %. */
  g_assert_true (g_str_has_prefix (insight, "31 Dec 2022: "));
  g_assert_nonnull (strstr (insight, "9 beds"));
  g_assert_nonnull (strstr (insight, "6.9%"));

  captions = gtk_widget_get_ancestor (GTK_WIDGET (tb_app_test_find_label (GTK_WIDGET (window->chart_view), insight)),
                                      GTK_TYPE_STACK);
  g_assert_nonnull (captions);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (captions)), ==, "insight");
  height = gtk_widget_get_height (captions);
  tb_figure_canvas_walk (canvas, TB_CHART_STEP_FIRST);
  tb_figure_canvas_walk (canvas, TB_CHART_STEP_RIGHT);
  tb_app_test_draw (window);
  readout = tb_figure_canvas_dup_readout (canvas);
  g_assert_nonnull (strstr (readout, "11 beds"));
  g_assert_nonnull (strstr (readout, "9.2%"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (captions)), ==, "readout");
  g_assert_cmpint (gtk_widget_get_height (captions), ==, height);
  tb_app_test_close (window);
}

/* Of several series each has its line, and one for its target. */
static void
test_insight_several (void)
{
  TbWindow *window = open_small ();
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  g_auto (GStrv) lines = NULL;

  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "nurses"), FALSE);
  tb_app_test_draw (window);
  g_assert_nonnull (get_picture (window)->scene);
  lines = g_strsplit (get_picture (window)->insight, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[0], "Hospital beds, 31 Dec 2022: "));
  /* Before its day a level says nothing of a target that has no path (R16). */
  g_assert_true (g_str_has_prefix (lines[1], "Target 160 beds, 31 Dec 2025: "));
  g_assert_nonnull (strstr (lines[1], tb_standing_get_word (TB_STANDING_NO_PATH, TB_LANGUAGE_EN)));
  g_assert_true (g_str_has_prefix (lines[2], "Nurses, 31 Dec 2022: "));
  tb_app_test_close (window);
}

/* A figure that is compared with none says why. */
static void
test_insight_reason (void)
{
  g_autofree char *path = tb_app_test_write (
    "one.tongbi.json", "{\"tongbi\": \"dataset/1\", \"title\": \"One\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": "
                       "\"count\"}}, \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"u\", \"measure\": "
                       "\"flow\"}], \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2020\", 1], "
                       "[\"2021-S1\", 2]]}]}");
  TbWindow *window = tb_app_test_open (path);
  const char *insight;

  tb_app_test_draw (window);
  tb_app_test_wait (has_picture, window, "the chart");
  insight = get_picture (window)->insight;
  g_assert_true (g_str_has_prefix (insight, "H1 2021 is not compared: "));
  g_assert_null (strstr (insight, "R3"));
  tb_app_test_close (window);
}

/* Where a series has its name, in pixels of the canvas; it is clicked there. */
static int
find_name (TbWindow *window,
           int       series)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (get_picture (window)->scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_TEXT && nodes[i].datum.series == series && nodes[i].datum.row < 0)
      return tb_scene_hit_series (get_picture (window)->scene, nodes[i].text.box.x + 1, nodes[i].text.box.y + 1, 0);
  return -1;
}

static gsize
count_marks (TbWindow *window,
             int       series)
{
  TbScene *scene = get_picture (window)->scene;
  gsize n = 0;

  for (gsize i = 0; i < tb_scene_get_n_data (scene); i++)
    n += tb_scene_get_datum (scene, i).series == series;
  return n;
}

/* A click on a name switches its series off and on; the last one stays. */
static void
test_toggle_series (void)
{
  TbWindow *window = open_small ();
  TbFigureCanvas *canvas = tb_chart_view_get_canvas (window->chart_view);
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  const TbSeries *first;

  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "nurses"), FALSE);
  tb_session_set_chart_type (window->session, TB_CHART_LINE);
  tb_app_test_draw (window);
  g_assert_cmpint (find_name (window, 0), ==, 0);
  g_assert_cmpint (find_name (window, 1), ==, 1);

  first = tb_selection_get (get_picture (window)->selection, 0)->series;
  g_signal_emit_by_name (canvas, "series-clicked", 0);
  tb_app_test_draw (window);
  g_assert_true (tb_session_is_hidden (window->session, first));
  g_assert_cmpuint (count_marks (window, 0), ==, 0);
  g_assert_cmpuint (count_marks (window, 1), >, 0);
  /* It is no part of the figure any more; the list of series switches it on again. */
  g_assert_cmpint (find_name (window, 0), ==, -1);

  g_signal_emit_by_name (canvas, "series-clicked", 1);
  tb_app_test_draw (window);
  g_assert_cmpuint (count_marks (window, 1), >, 0);

  g_signal_emit_by_name (canvas, "series-clicked", 0);
  tb_app_test_draw (window);
  g_assert_cmpuint (count_marks (window, 0), >, 0);
  g_assert_false (tb_session_is_hidden (window->session, first));
  tb_app_test_close (window);
}

#define MANY 201
/* More than can be searched. */
#define TOO_MANY 1003

/* So many kinds of one indicator: "k1", "k2" … */
static char *
write_many (int n)
{
  g_autoptr (GString) json
      = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": \"T\","
                      " \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
                      " \"indicators\": [{\"id\": \"crop\", \"name\": \"Crop\", \"unit\": \"u\","
                      " \"measure\": \"flow\"}], \"series\": [");

  for (int i = 1; i <= n; i++)
    g_string_append_printf (json, "%s{\"indicator\": \"crop\", \"breakdown\": {\"kind\": \"k%d\"},"
                                  " \"observations\": [[\"2020\", %d], [\"2021\", %d]]}",
                            i > 1 ? ", " : "", i, 100 * i, 100 * i);
  g_string_append (json, "]}");
  return tb_app_test_write ("many.tongbi.json", json->str);
}

static GtkWidget *
find_series_popover (TbWindow *window)
{
  return tb_app_test_find (GTK_WIDGET (window->chart_view), TB_TYPE_CHART_SERIES_POPOVER);
}

static gboolean
lists_no_k2 (gpointer window)
{
  return tb_app_test_find_label (find_series_popover (window), "k2") == NULL;
}

static gsize
count_on (TbWindow *window)
{
  g_autoptr (GHashTable) hidden = tb_chart_hidden_new (tb_session_get_fields (window->session));

  return tb_chart_hidden_count_shown (hidden, get_picture (window)->listed);
}

/* With the chart of so many series. */
static TbWindow *
open_many (int n)
{
  g_autofree char *path = write_many (n);
  TbWindow *window = tb_app_test_open (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  tb_app_test_draw (window);
  tb_app_test_wait (has_picture, window, "the chart");
  return window;
}

/* Of many series those that are searched for alone, in one step; and all again. */
static void
test_only_found (void)
{
  TbWindow *window = open_many (MANY);
  GtkWidget *popover = find_series_popover (window);

  gtk_popover_popup (GTK_POPOVER (popover));
  g_assert_nonnull (tb_app_test_find_label (popover, "k2"));
  g_assert_cmpuint (count_on (window), ==, MANY);
  g_assert_nonnull (get_picture (window)->misfits[TB_CHART_LINE]);

  gtk_editable_set_text (GTK_EDITABLE (tb_app_test_find (popover, GTK_TYPE_SEARCH_ENTRY)), "K15");
  tb_app_test_wait (lists_no_k2, window, "what is found");
  g_signal_emit_by_name (tb_app_test_find_button (popover, "Only These"), "clicked");
  /* k15, k150 to k159: of so few, lines can be drawn. */
  g_assert_cmpuint (count_on (window), ==, 11);
  tb_app_test_draw (window);
  g_assert_cmpuint (tb_selection_get_n (get_picture (window)->selection), ==, 11);
  g_assert_null (get_picture (window)->misfits[TB_CHART_LINE]);
  g_signal_emit_by_name (tb_app_test_find_button (popover, "Show All"), "clicked");
  g_assert_cmpuint (count_on (window), ==, MANY);
  tb_session_undo (window->session);
  g_assert_cmpuint (count_on (window), ==, 11);
  gtk_popover_popdown (GTK_POPOVER (popover));
  tb_app_test_close (window);
}

/* What no search can find is told, and none of them is switched off unseen. */
static void
test_too_many (void)
{
  TbWindow *window = open_many (TOO_MANY);
  GtkWidget *popover = find_series_popover (window);

  gtk_popover_popup (GTK_POPOVER (popover));
  g_assert_false (gtk_widget_get_mapped (tb_app_test_find_button (popover, "Only These")));
  g_assert_nonnull (tb_app_test_find_label (popover, "903 more series are not listed. Select fewer indicators to "
                                                     "switch them."));
  gtk_editable_set_text (GTK_EDITABLE (tb_app_test_find (popover, GTK_TYPE_SEARCH_ENTRY)), "K15");
  tb_app_test_wait (lists_no_k2, window, "what is found");
  g_assert_nonnull (tb_app_test_find_label (popover, "3 more series are not listed. Select fewer indicators to "
                                                     "switch them."));
  gtk_popover_popdown (GTK_POPOVER (popover));
  tb_app_test_close (window);
}

/* By keys and by dragging into a span, which a button leaves again. */
static void
test_zoom (void)
{
  TbWindow *window = open_small ();
  TbFigureCanvas *canvas = tb_chart_view_get_canvas (window->chart_view);
  gsize n_all = tb_scene_get_n_data (get_picture (window)->scene);
  GtkWidget *reset = tb_app_test_find_button (GTK_WIDGET (window->chart_view), "All Periods");
  TbPeriod from;
  TbPeriod to;

  g_assert_false (gtk_widget_get_visible (reset));
  g_assert_false (tb_figure_canvas_zoom (canvas, 0, 0));
  g_assert_false (tb_figure_canvas_choose_span (canvas, -50, -40, -50));

  tb_session_set_span (window->session, (TbPeriod) { tb_day_new (2021, 1, 1), tb_day_new (2021, 12, 31), TB_PERIOD_A,
                                                     TB_CALENDAR_YEAR, NULL }, TB_PERIOD_UNDATED);
  tb_app_test_draw (window);
  g_assert_true (gtk_widget_get_visible (reset));
  g_assert_cmpuint (tb_scene_get_n_data (get_picture (window)->scene), <, n_all);
  /* A page that is exported shows what the window shows. */
  {
    g_autoptr (TbChartSpec) spec = tb_chart_view_dup_spec (window->chart_view, TB_LANGUAGE_EN, TB_STYLE_PRINT,
                                                           960, 540);

    g_assert_true (tb_period_is_dated (tb_chart_spec_get (spec)->from));
  }

  g_assert_true (tb_figure_canvas_zoom (canvas, 0, 0));
  tb_app_test_draw (window);
  g_assert_false (gtk_widget_get_visible (reset));
  g_assert_cmpuint (tb_scene_get_n_data (get_picture (window)->scene), ==, n_all);

  /* Where there is nothing to draw the window goes back to what it showed. */
  tb_session_set_span (window->session, (TbPeriod) { tb_day_new (2050, 1, 1), tb_day_new (2050, 12, 31), TB_PERIOD_A,
                                                     TB_CALENDAR_YEAR, NULL }, TB_PERIOD_UNDATED);
  tb_app_test_draw (window);
  tb_app_test_draw (window);
  tb_session_get_span (window->session, &from, &to);
  g_assert_false (tb_period_is_dated (from));
  g_assert_nonnull (get_picture (window)->scene);
  tb_app_test_close (window);
}

/* Zooming in keeps the point that is looked at. */
static void
test_zoom_at_point (void)
{
  TbWindow *window = open_small ();
  TbFigureCanvas *canvas = tb_chart_view_get_canvas (window->chart_view);
  TbPeriod from;
  TbPeriod to;

  tb_session_set_chart_type (window->session, TB_CHART_LINE);
  tb_app_test_draw (window);
  tb_figure_canvas_walk (canvas, TB_CHART_STEP_FIRST);
  g_assert_true (tb_figure_canvas_zoom (canvas, 0.5, 0));
  tb_session_get_span (window->session, &from, &to);
  g_assert_cmpint (from.start, <=, tb_day_new (2020, 12, 31));
  g_assert_cmpint (to.end, <, tb_day_new (2025, 12, 31));

  tb_app_test_close (window);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Who lets it go may be another thread, which wakes nobody. */
static gboolean
is_ours_alone (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

/* What was waited for is not told of again; other figures are another picture. */
static void
test_renderer (void)
{
  g_autoptr (TbChartRenderer) renderer = tb_chart_renderer_new ();
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), "131", -1);
  g_autofree char *changed = g_strjoinv ("231", parts);
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (tb_app_test_small_dataset ());
  g_autoptr (TbDataset) other = tb_test_read_dataset (changed);
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  char *ids[] = { (char *) "beds", NULL };
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (TbScene) before = NULL;
  guint n_ready = 0;

  fields.indicators = ids;
  spec = tb_chart_spec_new (&fields);
  g_signal_connect_swapped (renderer, "ready", G_CALLBACK (count_cb), &n_ready);
  tb_chart_renderer_request (renderer, dataset, spec, FALSE, 0, 0);
  tb_chart_renderer_wait (renderer, 20000);
  g_assert_cmpuint (n_ready, ==, 1);
  g_assert_false (tb_chart_renderer_is_busy (renderer));
  before = tb_scene_ref (tb_chart_renderer_get_picture (renderer)->scene);
  /* The task holds the renderer until it has come back to this thread. */
  tb_app_test_wait (is_ours_alone, renderer, "the task to end");
  g_assert_cmpuint (n_ready, ==, 1);

  tb_chart_renderer_request (renderer, dataset, spec, FALSE, 100, 50);
  tb_chart_renderer_wait (renderer, 20000);
  g_assert_true (tb_chart_renderer_get_picture (renderer)->scene == before);
  tb_chart_renderer_request (renderer, other, spec, FALSE, 100, 50);
  tb_chart_renderer_wait (renderer, 20000);
  g_assert_true (tb_chart_renderer_get_picture (renderer)->scene != before);
  g_assert_cmpuint (n_ready, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/chart-view/draw", test_draw);
  g_test_add_func ("/chart-view/latest", test_latest);
  g_test_add_func ("/chart-view/types", test_types);
  g_test_add_func ("/chart-view/misfit", test_misfit);
  g_test_add_func ("/chart-view/walk", test_walk);
  g_test_add_func ("/chart-view/walk/series", test_walk_series);
  g_test_add_func ("/chart-view/toggle-series", test_toggle_series);
  g_test_add_func ("/chart-view/only-found", test_only_found);
  g_test_add_func ("/chart-view/too-many", test_too_many);
  g_test_add_func ("/chart-view/zoom", test_zoom);
  g_test_add_func ("/chart-view/zoom/at-point", test_zoom_at_point);
  g_test_add_func ("/chart-view/renderer", test_renderer);
  g_test_add_func ("/chart-view/insight", test_insight);
  g_test_add_func ("/chart-view/insight/several", test_insight_several);
  g_test_add_func ("/chart-view/insight/reason", test_insight_reason);
  return g_test_run ();
}
