/* Pictures of the pane that sets a chart up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "screenshots.h"

#include "tb-inspector-figures.h"
#include "tb-inspector-measure.h"
#include "tb-inspector-shown.h"
#include "tb-inspector-texts.h"
#include "tb-inspector-types.h"
#include "tb-window-private.h"

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
  tb_shots_show_long (window);
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

  tb_shots_show_chart (window);
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

const TbShot tb_shots_of_inspector[] = {
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
  { NULL },
};
