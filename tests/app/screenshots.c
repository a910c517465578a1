/* Renders the real window to images, in the language of the process.
 *
 * usage: tb-screenshots FOLDER [NAME]
 *
 * NAME is the beginning of the names of the wanted ones. Those of the README are
 * made only by their full name. High contrast is a matter of the environment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-chart-series-popover.h"
#include "tb-comparison-grid.h"
#include "tb-file-told.h"
#include "tb-import-store.h"
#include "tb-indicator-card.h"
#include "tb-inspector-figures.h"
#include "tb-inspector-measure.h"
#include "tb-inspector-shown.h"
#include "tb-inspector-texts.h"
#include "tb-inspector-types.h"
#include "tb-settings.h"
#include "tb-window-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  int         width;
  int         height;
  gboolean    dark;
  void      (*prepare) (TbWindow *window);
  double      text;      /* scale; 0: 1 */
  gboolean    mirrored;
  gboolean    is_picture;
  GtkWidget *(*find_popover) (TbWindow *window);  /* nullable: what is shown in place of the window */
} Shot;

static const char *out_folder;

static const TbIndicator *
find_indicator (TbWindow   *window,
                const char *id)
{
  TbDataset *dataset = tb_session_get_dataset (tb_window_get_session (window));

  return tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), id);
}

static void
select_ids (TbWindow          *window,
            const char *const *ids)
{
  TbSession *session = tb_window_get_session (window);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      const TbIndicator *indicator = find_indicator (window, ids[i]);

      if (indicator != NULL)
        tb_session_select (session, indicator, i == 0);
    }
}

static gboolean
has_dataset (gpointer window)
{
  return tb_session_get_dataset (tb_window_get_session (window)) != NULL && tb_window_is_settled (window);
}

static void
open_sample (TbWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  tb_app_test_wait (has_dataset, window, "the sample");
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static void
scroll_dialog_to_end (TbWindow *window)
{
  GtkWidget *scrolled = tb_app_test_find (
    GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
show_chart (TbWindow *window)
{
  open_sample (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  select_ids (window, (const char *const[]) { "base-stations-5g-new", NULL });
}

static void
show_sidebar (TbWindow *window)
{
  open_sample (window);
}

static void
show_several (TbWindow *window)
{
  show_chart (window);
  select_ids (window, (const char *const[]) { "general-high-school-admission-rate", "civic-projects", NULL });
}

static void
open_long (TbWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", "iowa-electricity.tongbi.json",
                                            NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  tb_app_test_wait (has_dataset, window, "the dataset");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
}

static void
show_long (TbWindow *window)
{
  open_long (window);
  select_ids (window, (const char *const[]) { "generation-fossil", "generation-nuclear",
                                              "generation-renewable", NULL });
}

static void
show_long_table (TbWindow *window)
{
  show_long (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
}

static void
show_table (TbWindow *window)
{
  show_chart (window);
  select_ids (window, (const char *const[]) { "general-high-school-admission-rate", "civic-projects", NULL });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
}

/* One change that may be told, and others that may not. */
static void
show_picture_table (TbWindow *window)
{
  show_chart (window);
  select_ids (window, (const char *const[]) { "base-stations-5g-new", "general-high-school-admission-rate",
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
show_export (TbWindow *window)
{
  show_chart (window);
  tb_app_test_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
}

/* The lower half of the dialog, with all of its rows. */
static void
show_export_end (TbWindow *window)
{
  g_settings_set_string (tb_settings_get (), "export-format", "svg");
  g_settings_set_string (tb_settings_get (), "export-page", "custom");
  g_settings_set_boolean (tb_settings_get (), "export-transparent", TRUE);
  show_export (window);
  tb_app_test_draw (window);
  scroll_dialog_to_end (window);
}

static void
show_exported (TbWindow *window)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_get_user_data_dir (), "base-stations-5g-new.png", NULL);
  g_autoptr (GPtrArray) notices = g_ptr_array_new ();
  TbFileTelling telling = { GTK_WINDOW (window), window->toasts, file };

  show_chart (window);
  tb_file_tell_success (&telling, notices);
}

static void
show_table_export (TbWindow *window)
{
  show_table (window);
  tb_app_test_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
}

static void
set_title (TbWindow   *window,
           const char *title)
{
  TbChartSpecFields fields = *tb_session_get_fields (window->session);

  fields.title = (char *) title;
  tb_session_change (window->session, &fields, tb_session_has_automatic_type (window->session), NULL);
}

static gboolean
is_saved (gpointer data)
{
  TbWindow *window = data;

  return !window->is_saving && tb_session_is_saved (window->session);
}

static gboolean
is_told_of_change (gpointer data)
{
  return TB_WINDOW (data)->work_toast != NULL;
}

/* Another program writes the chart that is open. */
static void
show_saved_elsewhere (TbWindow *window)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "base-stations.tongbi-chart.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  show_chart (window);
  set_title (window, "5G base stations");
  tb_window_save_to (window, file);
  tb_app_test_wait (is_saved, window, "the chart to be saved");
  g_file_set_contents (path, "{\"tongbi\": \"chart/1\", \"data\": {\"files\": []}}", -1, NULL);
  tb_app_test_wait (is_told_of_change, window, "the change to be told");
}

static void
show_replace (TbWindow *window)
{
  show_saved_elsewhere (window);
  set_title (window, "Base stations");
  tb_window_save (window);
  tb_app_test_wait (has_dialog, window, "the question");
}

static gboolean
offers_reload (gpointer data)
{
  return adw_banner_get_revealed (TB_WINDOW (data)->reload_banner);
}

/* A label shows its mnemonic without the mark. */
static GtkWidget *
find_details (TbWindow *window)
{
  g_auto (GStrv) parts = g_strsplit (_("_Details"), "_", -1);
  g_autofree char *text = g_strjoinv ("", parts);

  return tb_app_test_find_label (GTK_WIDGET (window), text);
}

static gboolean
has_details (gpointer data)
{
  return TB_WINDOW (data)->opening == NULL && find_details (data) != NULL;
}

static gboolean
has_digests (gpointer data)
{
  return TB_WINDOW (data)->digests != NULL;
}

/* A figure with a note at it is gone from the file. */
static void
show_news (TbWindow *window)
{
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), ", [\"2022-12-31\", 95]", -1);
  g_autofree char *changed = g_strjoinv (", [\"2023-12-31\", 97]", parts);
  g_autofree char *path = tb_app_test_write ("small.tongbi.json", tb_app_test_small_dataset ());
  g_autofree char *again = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbDecoration note = { .kind = TB_DECORATION_NOTE, .text = (char *) "Strike", .to = TB_NO_ATTACHMENT };
  TbChartSpecFields fields;
  gsize n;

  tb_window_open (window, file);
  tb_app_test_wait (has_dataset, window, "the file");
  select_ids (window, (const char *const[]) { "nurses", NULL });
  note.from.role = TB_ATTACH_PERIOD;
  note.from.period = tb_series_get_period (tb_dataset_get_series_of (tb_session_get_dataset (window->session),
                                                                     find_indicator (window, "nurses"), &n)[0], 2);
  fields = *tb_session_get_fields (window->session);
  fields.decorations = &note;
  fields.n_decorations = 1;
  tb_session_change (window->session, &fields, TRUE, NULL);
  tb_app_test_wait (has_digests, window, "the digests");
  again = tb_app_test_write ("small.tongbi.json", changed);
  tb_app_test_wait (offers_reload, window, "the change to be seen");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  tb_app_test_wait (has_details, window, "the news");
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_details (window), GTK_TYPE_BUTTON), "clicked");
}

static void
show_shortcuts (TbWindow *window)
{
  show_chart (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-shortcuts", NULL);
}

static void
show_preferences (TbWindow *window)
{
  show_chart (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-preferences", NULL);
}

/* Of the second page, with answers that were given. */
static void
show_preferences_files (TbWindow *window)
{
  static const char *const profiles[] = {
    "{\"tongbi\": \"import-profile/1\", \"columns\": {\"when\": {\"role\": \"period\"}, \"area\": {\"role\": "
    "\"place\"}, \"beds\": {\"role\": \"value\"}, \"code\": {\"role\": \"ignored\"}}}",
    "{\"tongbi\": \"import-profile/1\", \"columns\": {\"年份\": {\"role\": \"period\"}, \"地区\": {\"role\": \"place\"}, "
    "\"床位数\": {\"role\": \"value\"}}}",
  };
  AdwDialog *dialog;

  for (gsize i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autofree char *shape = g_strdup_printf ("picture-%zu", i);
      g_autofree char *path = tb_import_store_dup_path (shape);
      g_autofree char *folder = g_path_get_dirname (path);

      g_mkdir_with_parents (folder, 0700);
      g_file_set_contents (path, profiles[i], -1, NULL);
    }
  show_preferences (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "files");
}

static void
show_about (TbWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (tb_app_test_get ()), "about", NULL);
}

static void
show_problems (TbWindow *window)
{
  g_autofree char *path = tb_app_test_write ("damaged.tongbi.json",
                                             "{\"tongbi\": \"dataset/1\", \"title\": \"Damaged\",\n"
                                             " \"units\": {\"bed\": {\"name\": \"beds\", \"kind\": \"cuont\"}},\n"
                                             " \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"beds\", "
                                             "\"measure\": \"stock\"}],\n"
                                             " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2021-Q5\", "
                                             "1]]}]}\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  open_sample (window);
  tb_window_open (window, file);
}

/* A file that can be read in several ways. */
static void
show_import (TbWindow *window)
{
  g_autofree char *path = tb_app_test_write ("survey.csv",
                                             "when,area,beds,code,remarks\n"
                                             "2019,North Harbour,\"1,204\",11,counted in May\n"
                                             "2020,North Harbour,\"1,312\",11,\n"
                                             "2021,North Harbour,\"1,330\",11,\n"
                                             "2019,South Hills,801,12,\n"
                                             "2020,South Hills,788,12,estimated\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  tb_app_test_wait (has_dialog, window, "the question");
}

static void
show_import_end (TbWindow *window)
{
  show_import (window);
  tb_app_test_draw (window);
  scroll_dialog_to_end (window);
}

/* What is open, and what its indicators measure. */
static void
show_reading (TbWindow *window)
{
  g_autofree char *path = tb_app_test_write ("hospitals.csv",
                                             "region,year,beds,births,deaths\n"
                                             "North,2019,1204,310,200\n"
                                             "North,2020,1312,330,210\n"
                                             "North,2021,1330,300,190\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  tb_app_test_wait (has_dataset, window, "the dataset");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-reading", NULL);
}

static void
show_picture_chart (TbWindow *window)
{
  show_chart (window);
  tb_app_test_draw (window);
  /* What the first column is, in words, below the figure. */
  tb_figure_canvas_walk (tb_chart_view_get_canvas (window->chart_view), TB_CHART_STEP_RIGHT);
}

static void
show_hidden (TbWindow *window)
{
  show_long (window);
  tb_app_test_draw (window);
  g_signal_emit_by_name (tb_chart_view_get_canvas (window->chart_view), "series-clicked", 1);
}

static void
show_zoomed (TbWindow *window)
{
  show_long (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  tb_app_test_draw (window);
  tb_figure_canvas_zoom (tb_chart_view_get_canvas (window->chart_view), 0.5, 0);
  tb_app_test_draw (window);
}

static void
open_inspector (TbWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  tb_app_test_draw (window);
  g_object_set (window->chart_view, "inspector-shown", TRUE, NULL);
  tb_app_test_draw (window);
  tb_app_test_wait_settled (window);
}

/* The group that stands at the top of the pane. */
static void
scroll_inspector (TbWindow *window,
                  GType     group)
{
  TbInspector *inspector = tb_chart_view_get_inspector (window->chart_view);
  GtkWidget *scrolled = tb_app_test_find (GTK_WIDGET (inspector), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *widget = GTK_WIDGET (tb_inspector_get_group (inspector, group));
  graphene_point_t at;

  tb_app_test_draw (window);
  if (!gtk_widget_compute_point (widget, gtk_widget_get_parent (widget), &GRAPHENE_POINT_INIT (0, 0), &at))
    g_error ("The group has no place");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), (double) at.y);
}

static void
show_inspector (TbWindow *window)
{
  show_long (window);
  open_inspector (window);
}

static void
show_inspector_measure (TbWindow *window)
{
  show_inspector (window);
  scroll_inspector (window, TB_TYPE_INSPECTOR_MEASURE);
}

/* Two periods, a highlight and an arrow. */
static void
show_inspector_marks (TbWindow *window)
{
  TbDecoration marks[] = {
    { .kind = TB_DECORATION_HIGHLIGHT, .series = (char *) "generation-renewable@iowa", .from = TB_NO_ATTACHMENT,
      .to = TB_NO_ATTACHMENT },
    { .kind = TB_DECORATION_NOTE, .from = { TB_ATTACH_HIGHEST, TB_PERIOD_UNDATED }, .to = TB_NO_ATTACHMENT,
      .text = (char *) "Peak of coal" },
  };
  TbChartSpecFields fields;

  show_inspector (window);
  fields = *tb_session_get_fields (tb_window_get_session (window));
  fields.decorations = marks;
  fields.n_decorations = G_N_ELEMENTS (marks);
  tb_session_change (tb_window_get_session (window), &fields, TRUE, NULL);
  tb_app_test_draw (window);
  scroll_inspector (window, TB_TYPE_INSPECTOR_SHOWN);
}

/* An arrow that the rules refuse, and the reason of a type that does not fit. */
static void
show_inspector_refused (TbWindow *window)
{
  TbDecoration arrow = { .kind = TB_DECORATION_DIFFERENCE, .from = { TB_ATTACH_FIRST, TB_PERIOD_UNDATED },
                         .to = { TB_ATTACH_LAST, TB_PERIOD_UNDATED } };
  TbChartSpecFields fields;
  TbInspectorTypes *types;

  show_chart (window);
  open_inspector (window);
  fields = *tb_session_get_fields (tb_window_get_session (window));
  fields.decorations = &arrow;
  fields.n_decorations = 1;
  tb_session_change (tb_window_get_session (window), &fields, TRUE, NULL);
  tb_app_test_draw (window);
  types = TB_INSPECTOR_TYPES (
    tb_inspector_get_group (tb_chart_view_get_inspector (window->chart_view), TB_TYPE_INSPECTOR_TYPES));
  gtk_widget_activate (tb_inspector_types_get_tile (types, TB_CHART_SLOPE));
}

static void
show_inspector_compare (TbWindow *window)
{
  show_inspector (window);
  tb_session_set_chart_type (tb_window_get_session (window), TB_CHART_DUMBBELL);
  tb_app_test_draw (window);
  scroll_inspector (window, TB_TYPE_INSPECTOR_FIGURES);
}

static void
show_inspector_texts (TbWindow *window)
{
  show_inspector (window);
  scroll_inspector (window, TB_TYPE_INSPECTOR_TEXTS);
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
  show_long (window);
  tb_session_set_chart_type (tb_window_get_session (window), TB_CHART_STACKED);
  tb_app_test_draw (window);
}

static void
show_overview (TbWindow *window)
{
  open_sample (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "overview");
}

/* A search that leaves one card, and one that leaves none. */
static void
show_overview_one (TbWindow *window)
{
  show_overview (window);
  tb_indicator_model_set_search (tb_indicator_sidebar_get_indicators (window->sidebar), "berths");
}

static void
show_overview_nothing (TbWindow *window)
{
  show_overview (window);
  tb_indicator_model_set_search (tb_indicator_sidebar_get_indicators (window->sidebar), "zebra");
}

static void
show_overview_long (TbWindow *window)
{
  show_long (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "overview");
}

/* From the menu of the first card. */
static void
show_source (TbWindow *window)
{
  show_overview (window);
  tb_app_test_draw (window);
  gtk_widget_activate_action (tb_app_test_find (GTK_WIDGET (window->overview), TB_TYPE_INDICATOR_CARD),
                              "card.show-source", NULL);
}

static const Shot shots[] = {
  { "welcome", 1366, 768, FALSE, show_welcome },
  { "welcome-dark", 1366, 768, TRUE, show_welcome },
  { "welcome-narrow", 360, 648, FALSE, show_welcome },
  { "text200-welcome", 360, 648, FALSE, show_welcome, .text = 2 },
  { "chart", 1366, 768, FALSE, show_chart },
  { "chart-dark", 1366, 768, TRUE, show_chart },
  { "chart-several", 1366, 768, FALSE, show_several },
  { "chart-long", 1366, 768, FALSE, show_long },
  { "chart-long-dark", 1366, 768, TRUE, show_long },
  { "table-long", 1366, 768, FALSE, show_long_table },
  { "chart-hidden", 1366, 768, FALSE, show_hidden },
  { "chart-zoomed", 1366, 768, FALSE, show_zoomed },
  { "chart-zoomed-narrow", 360, 648, FALSE, show_zoomed },
  { "chart-stacked", 1366, 768, FALSE, show_stacked },
  { "chart-zoomed-dark", 1366, 768, TRUE, show_zoomed },
  { "inspector", 1366, 768, FALSE, show_inspector },
  { "inspector-dark", 1366, 768, TRUE, show_inspector },
  { "inspector-narrow", 360, 648, FALSE, show_inspector },
  { "inspector-middle", 800, 600, FALSE, show_inspector_measure },
  { "inspector-measure", 1366, 768, FALSE, show_inspector_measure },
  { "inspector-texts", 1366, 768, FALSE, show_inspector_texts },
  { "inspector-marks", 1366, 768, FALSE, show_inspector_marks },
  { "inspector-compare", 1366, 768, FALSE, show_inspector_compare },
  { "inspector-refused", 1366, 768, FALSE, show_inspector_refused },
  { "inspector-texts-narrow", 360, 648, FALSE, show_inspector_texts },
  { "text200-inspector", 360, 648, FALSE, show_inspector, .text = 2 },
  { "text200-inspector-texts", 1366, 768, FALSE, show_inspector_texts, .text = 2 },
  { "mirrored-inspector", 1366, 768, FALSE, show_inspector_measure, .mirrored = TRUE },
  { "inspector-texts-dark", 1366, 768, TRUE, show_inspector_texts },
  { "chart-series", 1366, 768, FALSE, show_series, .find_popover = find_series },
  { "chart-middle", 800, 600, FALSE, show_chart },
  { "chart-narrow", 360, 648, FALSE, show_chart },
  { "sidebar-narrow", 360, 648, FALSE, show_sidebar },
  { "table", 1366, 768, FALSE, show_table },
  { "table-dark", 1366, 768, TRUE, show_table_detail },
  { "table-detail", 1366, 768, FALSE, show_table_detail },
  { "table-targets", 1366, 768, FALSE, show_table_targets },
  { "table-refused", 1366, 768, FALSE, show_table_refused },
  { "table-refused-narrow", 360, 648, FALSE, show_table_refused },
  { "table-narrow", 360, 648, FALSE, show_table },
  { "overview", 1366, 768, FALSE, show_overview },
  { "overview-dark", 1366, 768, TRUE, show_overview },
  { "overview-narrow", 360, 648, FALSE, show_overview },
  { "overview-narrow-dark", 360, 648, TRUE, show_overview },
  { "overview-one", 1366, 768, FALSE, show_overview_one },
  { "overview-nothing", 1366, 768, FALSE, show_overview_nothing },
  { "overview-long", 1366, 768, FALSE, show_overview_long },
  { "overview-large", 3840, 2160, FALSE, show_overview },
  { "source", 1366, 768, FALSE, show_source },
  { "source-dark", 1366, 768, TRUE, show_source },
  { "source-narrow", 360, 648, FALSE, show_source },
  { "source-narrow-dark", 360, 648, TRUE, show_source },
  { "export", 1366, 768, FALSE, show_export },
  { "export-dark", 1366, 768, TRUE, show_export },
  { "export-narrow", 360, 648, FALSE, show_export },
  { "export-end", 1366, 768, FALSE, show_export_end },
  { "export-end-dark", 1366, 768, TRUE, show_export_end },
  { "export-end-narrow", 360, 648, FALSE, show_export_end },
  { "exported", 1366, 768, FALSE, show_exported },
  { "exported-narrow", 360, 648, FALSE, show_exported },
  { "export-table", 1366, 768, FALSE, show_table_export },
  { "saved-elsewhere", 1366, 768, FALSE, show_saved_elsewhere },
  { "saved-elsewhere-narrow", 360, 648, FALSE, show_saved_elsewhere },
  { "replace", 1366, 768, FALSE, show_replace },
  { "replace-narrow-dark", 360, 648, TRUE, show_replace },
  { "news", 1366, 768, FALSE, show_news },
  { "news-narrow-dark", 360, 648, TRUE, show_news },
  { "problems", 1366, 768, FALSE, show_problems },
  { "import", 1366, 768, FALSE, show_import },
  { "import-dark", 1366, 768, TRUE, show_import },
  { "import-end", 1366, 768, FALSE, show_import_end },
  { "import-narrow", 360, 648, FALSE, show_import },
  { "import-narrow-end", 360, 648, FALSE, show_import_end },
  { "import-reading", 1366, 768, FALSE, show_reading },
  { "shortcuts", 1366, 768, FALSE, show_shortcuts },
  { "about", 1366, 768, FALSE, show_about },
  { "preferences", 1366, 768, FALSE, show_preferences },
  { "preferences-dark", 1366, 768, TRUE, show_preferences },
  { "preferences-narrow", 360, 648, FALSE, show_preferences },
  { "preferences-files", 1366, 768, FALSE, show_preferences_files },
  { "preferences-files-narrow", 360, 648, TRUE, show_preferences_files },
  { "text200-chart", 1366, 768, FALSE, show_chart, .text = 2 },
  { "text200-table", 1366, 768, FALSE, show_table, .text = 2 },
  { "text200-narrow", 360, 648, FALSE, show_chart, .text = 2 },
  { "text200-export", 1366, 768, FALSE, show_export, .text = 2 },
  { "text200-import", 360, 648, FALSE, show_import, .text = 2 },
  { "text200-overview", 1366, 768, FALSE, show_overview, .text = 2 },
  { "text200-overview-narrow", 360, 648, FALSE, show_overview, .text = 2 },
  { "mirrored-overview", 1366, 768, FALSE, show_overview, .mirrored = TRUE },
  { "mirrored-chart", 1366, 768, FALSE, show_chart, .mirrored = TRUE },
  { "mirrored-table", 1366, 768, FALSE, show_table, .mirrored = TRUE },
  { "mirrored-narrow", 360, 648, FALSE, show_sidebar, .mirrored = TRUE },
  { "picture-chart", 1366, 768, FALSE, show_picture_chart, .is_picture = TRUE },
  { "picture-table", 1366, 768, FALSE, show_table_detail, .is_picture = TRUE },
};

/* The content of the window, without the frame that stands in for its shadow
 * where nothing composes windows. */
static graphene_rect_t
get_content (TbWindow *window)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
                                  GTK_WIDGET (window), &bounds))
    g_error ("The window has no content");
  return bounds;
}

static void
save (TbWindow   *window,
      const Shot *shot)
{
  GtkWidget *widget = GTK_WIDGET (window);
  graphene_rect_t bounds = get_content (window);
  graphene_rect_t whole;
  GtkNative *native;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const char *shown_name = shot->is_picture ? shot->name + strlen ("picture-") : shot->name;
  g_autofree char *name = g_strconcat (shown_name, ".png", NULL);
  g_autofree char *path = g_build_filename (out_folder, name, NULL);

  /* A popover is a window of its own. */
  if (shot->find_popover != NULL)
    {
      widget = shot->find_popover (window);
      g_set_object (&paintable, gtk_widget_paintable_new (widget));
      if (!gtk_widget_compute_bounds (widget, widget, &bounds))
        g_error ("The popover has no size");
    }
  native = GTK_NATIVE (widget);
  /* A widget's origin is within its frame, a paintable's is that of the frame. */
  if (!gtk_widget_compute_bounds (widget, widget, &whole))
    g_error ("The window has no size");
  graphene_rect_offset (&bounds, -whole.origin.x, -whole.origin.y);
  gdk_paintable_snapshot (paintable, snapshot, (double) whole.size.width, (double) whole.size.height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (native), node, &bounds);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("Cannot write %s", path);
  g_print ("%s %dx%d\n", path, gdk_texture_get_width (texture), gdk_texture_get_height (texture));
}

/* Asks for so much more that the content has the size without the frame. */
static void
set_size (TbWindow   *window,
          const Shot *shot)
{
  graphene_rect_t content;

  gtk_window_set_default_size (GTK_WINDOW (window), shot->width, shot->height);
  gtk_window_present (GTK_WINDOW (window));
  tb_app_test_draw (window);
  content = get_content (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 2 * shot->width - (int) content.size.width,
                               2 * shot->height - (int) content.size.height);
  tb_app_test_draw (window);
}

/* What a picture sets is not there for the next one. */
static void
forget_settings (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (tb_settings_get (), "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (gsize i = 0; keys[i] != NULL; i++)
    g_settings_reset (tb_settings_get (), keys[i]);
}

static void
take (const Shot *shot)
{
  TbWindow *window;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      shot->dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * (shot->text > 0 ? shot->text : 1)),
                NULL);
  gtk_widget_set_default_direction (shot->mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  window = tb_window_new (GTK_APPLICATION (tb_app_test_get ()));
  set_size (window, shot);
  if (shot->prepare != NULL)
    shot->prepare (window);
  if (shot->prepare != show_sidebar)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  /* Animations of dialogs and pages are off; a few rounds let late sizes settle. */
  for (int i = 0; i < 3; i++)
    tb_app_test_draw (window);
  save (window, shot);
  tb_app_test_close (window);
  forget_settings ();
}

static gboolean
is_wanted (const Shot *shot,
           const char *only)
{
  if (shot->is_picture)
    return g_strcmp0 (only, shot->name) == 0;
  return only == NULL || g_str_has_prefix (shot->name, only);
}

int
main (int    argc,
      char **argv)
{
  const char *only = argc > 2 ? argv[2] : NULL;

  out_folder = argc > 1 ? g_strdup (argv[1]) : ".";
  argc = 1;
  tb_app_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-decoration-layout",
                ":minimize,maximize,close", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (shots); i++)
    if (is_wanted (&shots[i], only))
      take (&shots[i]);
  return 0;
}
