/* The chart, its types and the readout of a point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-view-private.h"

#include "tb-chart-style.h"
#include "tb-export-choice.h"
#include "tb-settings.h"
#include "tb-wrap.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TbChartView, tb_chart_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_INSPECTOR_SHOWN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* Or is about to be: a window that is not presented yet shows the view first. */
static gboolean
is_in_sight (TbChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL || gtk_widget_get_visible (GTK_WIDGET (root)))
    return gtk_widget_get_mapped (widget);
  for (; widget != NULL && widget != GTK_WIDGET (root); widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
      return FALSE;
  return TRUE;
}

static void
show_empty (TbChartView *self)
{
  if (gtk_stack_get_child_by_name (self->stack, "empty") == NULL)
    {
      GtkWidget *page = adw_status_page_new ();

      adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "tb-view-chart-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Choose an Indicator"));
      adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                       _("Its chart appears here. Tick several to show them together."));
      gtk_stack_add_named (self->stack, page, "empty");
    }
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
update (TbChartView *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  g_autoptr (TbChartSpec) spec = NULL;
  TbExportChoice choice;

  /* Another view is in sight: the chart is made when it is looked at. */
  self->is_stale = !is_in_sight (self);
  if (dataset == NULL || tb_session_get_n_selected (self->session) == 0)
    {
      tb_figure_canvas_clear (self->canvas);
      if (dataset != NULL)
        show_empty (self);
      return;
    }
  if (self->is_stale)
    return;
  tb_export_choice_read (tb_settings_get (), tb_session_get_language (self->session), &choice);
  choice.language = tb_export_choice_figure_language (tb_session_get_language (self->session));
  choice.style = tb_chart_style_for_screen ();
  choice.transparent = FALSE;
  spec = tb_export_choice_dup_spec (&choice, self->session, tb_session_get_fields (self->session)->type);
  gtk_stack_set_visible_child_name (self->stack, "figure");
  tb_figure_canvas_set_chart (self->canvas, dataset, spec, tb_session_get_chart_type (self->session) < 0, FALSE);
}

static void
tb_chart_view_map (GtkWidget *widget)
{
  TbChartView *self = TB_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (tb_chart_view_parent_class)->map (widget);
  if (!self->is_stale)
    return;
  /* What was shown last is of other figures. */
  tb_figure_canvas_clear (self->canvas);
  update (self);
}

static void
page_changed_cb (TbChartView *self,
                 const char  *key)
{
  if (self->session != NULL && tb_export_choice_is_preference (key))
    update (self);
}

static void
style_changed_cb (TbChartView *self)
{
  if (self->session != NULL)
    update (self);
}

/* What is remembered is the choice beside a chart with room; over the chart the
 * inspector comes and goes. */
static void
shown_cb (TbChartView *self)
{
  if (!adw_overlay_split_view_get_collapsed (self->split))
    g_settings_set_boolean (tb_settings_get (), "show-inspector",
                            adw_overlay_split_view_get_show_sidebar (self->split));
  tb_chart_view_update_toolbar (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INSPECTOR_SHOWN]);
}

static void
collapsed_cb (TbChartView *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split,
                                           !adw_overlay_split_view_get_collapsed (self->split)
                                               && g_settings_get_boolean (tb_settings_get (), "show-inspector"));
  tb_chart_view_update_toolbar (self);
}

static void
tb_chart_view_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TbChartView *self = TB_CHART_VIEW (object);

  if (id == PROP_INSPECTOR_SHOWN)
    g_value_set_boolean (value, self->split != NULL && adw_overlay_split_view_get_show_sidebar (self->split));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tb_chart_view_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TbChartView *self = TB_CHART_VIEW (object);

  if (id == PROP_INSPECTOR_SHOWN)
    adw_overlay_split_view_set_show_sidebar (self->split, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tb_chart_view_dispose (GObject *object)
{
  TbChartView *self = TB_CHART_VIEW (object);

  /* Else the bin would let go of a child that the template has freed. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_CHART_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tb_chart_view_parent_class)->dispose (object);
}

static gboolean
tb_chart_view_grab_focus (GtkWidget *widget)
{
  tb_chart_view_focus_figure (TB_CHART_VIEW (widget));
  return TRUE;
}

static void
tb_chart_view_class_init (TbChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_chart_view_dispose;
  widget_class->map = tb_chart_view_map;
  widget_class->grab_focus = tb_chart_view_grab_focus;
  G_OBJECT_CLASS (klass)->get_property = tb_chart_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = tb_chart_view_set_property;
  props[PROP_INSPECTOR_SHOWN] = g_param_spec_boolean (
      "inspector-shown", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  g_type_ensure (TB_TYPE_FIGURE_CANVAS);
  g_type_ensure (TB_TYPE_INSPECTOR);
  g_type_ensure (TB_TYPE_CHART_MISFIT);
  g_type_ensure (TB_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TbChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, figure_stack);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, type_group);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, more_icon);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, more_label);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, series_button);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, reset_button);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, split);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, inspector);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, refused_banner);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, more_button);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, misfit);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, captions_window);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, captions);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, hint);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, insight);
  gtk_widget_class_bind_template_child (widget_class, TbChartView, readout);
  tb_chart_view_bind_actions (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
}

static void
tb_chart_view_init (TbChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  collapsed_cb (self);
  tb_figure_canvas_set_walkable (self->canvas, TRUE);
  tb_chart_view_connect_shown (self);
  self->good_from = self->good_to = TB_PERIOD_UNDATED;
  tb_chart_view_connect_actions (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tb_settings_get (), "changed", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tb_chart_view_set_session:
 * @self: a chart view
 * @session: what it shows; set once
 *
 * Gives the view its session.
 */
void
tb_chart_view_set_session (TbChartView *self,
                           TbSession   *session)
{
  g_return_if_fail (TB_IS_CHART_VIEW (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  tb_inspector_set_session (self->inspector, session, self->canvas);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "chart-type-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * tb_chart_view_get_picture:
 * @self: a chart view
 *
 * Gets what is shown.
 *
 * Returns: (transfer none) (nullable): the picture; %NULL where there is none yet
 */
TbChartPicture *
tb_chart_view_get_picture (TbChartView *self)
{
  g_return_val_if_fail (TB_IS_CHART_VIEW (self), NULL);

  return tb_figure_canvas_get_picture (self->canvas);
}

TbFigureCanvas *
tb_chart_view_get_canvas (TbChartView *self)
{
  g_return_val_if_fail (TB_IS_CHART_VIEW (self), NULL);

  return self->canvas;
}

TbInspector *
tb_chart_view_get_inspector (TbChartView *self)
{
  g_return_val_if_fail (TB_IS_CHART_VIEW (self), NULL);

  return self->inspector;
}

/**
 * tb_chart_view_begin:
 * @self: a chart view
 *
 * Starts in this turn of the main loop to make the chart that was asked for.
 */
void
tb_chart_view_begin (TbChartView *self)
{
  g_return_if_fail (TB_IS_CHART_VIEW (self));

  tb_figure_canvas_begin (self->canvas);
}

/**
 * tb_chart_view_wait:
 * @self: a chart view
 * @most_ms: for how long at most
 *
 * Waits for the chart that is being made, without turning the main loop, and shows it:
 * for a window that nobody has seen yet.
 */
void
tb_chart_view_wait (TbChartView *self,
                    guint        most_ms)
{
  g_return_if_fail (TB_IS_CHART_VIEW (self));

  tb_figure_canvas_wait (self->canvas, most_ms);
}

gboolean
tb_chart_view_is_busy (TbChartView *self)
{
  g_return_val_if_fail (TB_IS_CHART_VIEW (self), FALSE);

  return tb_figure_canvas_is_busy (self->canvas) || tb_inspector_is_busy (self->inspector);
}

TbChartSpec *
tb_chart_view_dup_spec (TbChartView *self,
                        TbLanguage   language,
                        TbStyle      style,
                        double       width,
                        double       height)
{
  g_autoptr (TbChartSpec) spec = NULL;
  TbChartPicture *picture;
  TbChartSpecFields fields;

  g_return_val_if_fail (TB_IS_CHART_VIEW (self), NULL);

  spec = tb_session_dup_spec (self->session, language, style, width, height);
  picture = tb_figure_canvas_get_picture (self->canvas);
  /* What was asked for may not be drawn yet. */
  if (self->is_stale || picture == NULL || !tb_session_has_automatic_type (self->session))
    return g_steal_pointer (&spec);
  fields = *tb_chart_spec_get (spec);
  fields.type = tb_chart_spec_get (picture->spec)->type;
  return tb_chart_spec_new (&fields);
}
