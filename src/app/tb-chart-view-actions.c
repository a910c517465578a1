/* What can be done in a chart view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-view-private.h"

#include "tb-chart-hidden.h"
#include "tb-refused-dialog.h"

#include <glib/gi18n-lib.h>

const TbUsualType tb_usual_types[TB_N_USUAL_TYPES] = {
  { TB_CHART_COLUMN, "column", N_("Columns") },
  { TB_CHART_LINE, "line", N_("Line") },
  { TB_CHART_BAR, "bar", N_("Bars") },
};

const char *
tb_usual_type_get_name (TbChartType type)
{
  for (gsize i = 0; i < TB_N_USUAL_TYPES; i++)
    if (tb_usual_types[i].type == type)
      return tb_usual_types[i].name;
  return NULL;
}

void
tb_chart_view_announce (TbChartView *self,
                        const char  *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self->canvas), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
type_chosen_cb (TbChartView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->type_group);

  if (self->is_updating || self->session == NULL || name == NULL)
    return;
  for (gsize i = 0; i < TB_N_USUAL_TYPES; i++)
    if (g_str_equal (tb_usual_types[i].name, name))
      tb_session_set_chart_type (self->session, (int) tb_usual_types[i].type);
}

static void
more_clicked_cb (GtkButton   *button,
                 TbChartView *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->inspector));
}

/* The last series stays. */
static void
toggle_series (TbChartView    *self,
               TbChartPicture *picture,
               const TbSeries *which)
{
  g_autoptr (GHashTable) all_hidden = tb_chart_hidden_new (tb_session_get_fields (self->session));
  gboolean hidden = tb_chart_hidden_has (all_hidden, which);
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  if (!hidden && tb_chart_hidden_count_shown (all_hidden, picture->listed) < 2)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->canvas));
      tb_chart_view_announce (self, _("The last series stays"));
      tb_chart_view_update_shown (self, picture);
      return;
    }
  name = tb_series_dup_name (which, tb_session_get_language (self->session), TRUE);
  /* Translators: told to screen readers; %s is the name of a series */
  said = g_strdup_printf (hidden ? _("%s is shown") : _("%s is hidden"), name);
  tb_session_set_hidden (self->session, which, !hidden);
  tb_chart_view_announce (self, said);
}

/* A click in the legend, or on a line's name. */
static void
series_clicked_cb (TbFigureCanvas *canvas,
                   int             series,
                   TbChartView    *self)
{
  TbChartPicture *picture = tb_figure_canvas_get_picture (canvas);

  if (picture != NULL && picture->selection != NULL && series >= 0
      && (gsize) series < tb_selection_get_n (picture->selection))
    toggle_series (self, picture, tb_selection_get (picture->selection, (gsize) series)->series);
}

static void
series_toggled_cb (TbChartSeriesPopover *popover,
                   int                   series,
                   TbChartView          *self)
{
  TbChartPicture *picture = tb_figure_canvas_get_picture (self->canvas);

  if (picture != NULL && picture->listed != NULL && series >= 0
      && (gsize) series < tb_selection_get_n (picture->listed))
    toggle_series (self, picture, tb_selection_get (picture->listed, (gsize) series)->series);
}

static void
series_hidden_cb (GtkWidget   *source,
                  GPtrArray   *hidden,
                  TbChartView *self)
{
  TbChartPicture *picture = tb_figure_canvas_get_picture (self->canvas);
  g_autofree char *said = NULL;
  gsize n;

  if (picture == NULL || picture->listed == NULL)
    return;
  n = tb_selection_get_n (picture->listed) - hidden->len;
  /* Translators: told to screen readers */
  said = g_strdup_printf (ngettext ("%zu series is shown", "%zu series are shown", n), n);
  tb_session_hide_only (self->session, (const TbSeries *const *) hidden->pdata, hidden->len);
  tb_chart_view_announce (self, said);
}

/**
 * tb_chart_view_focus_figure:
 * @self: a chart view
 *
 * Gives the focus to the figure, or to the page that stands in its place.
 */
void
tb_chart_view_focus_figure (TbChartView *self)
{
  gboolean is_empty;

  g_return_if_fail (TB_IS_CHART_VIEW (self));

  is_empty = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty");
  if (gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (is_empty ? self->stack : self->figure_stack),
                            GTK_DIR_TAB_FORWARD);
}

/* Settings that lie over the figure go before the page does: in a narrow window that is
 * what Escape would do next, and libadwaita asks the page first. */
static gboolean
close_inspector_cb (GtkWidget *widget,
                    GVariant  *arguments,
                    gpointer   user_data)
{
  TbChartView *self = TB_CHART_VIEW (widget);

  if (!adw_overlay_split_view_get_collapsed (self->split) || !adw_overlay_split_view_get_show_sidebar (self->split))
    return FALSE;
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  tb_chart_view_focus_figure (self);
  return TRUE;
}

static void
span_chosen_cb (TbChartView *self)
{
  TbPeriod from;
  TbPeriod to;

  tb_figure_canvas_get_span (self->canvas, &from, &to);
  tb_session_set_span (self->session, from, to);
  tb_chart_view_announce (self, tb_session_is_zoomed (self->session) ? _("Zoomed into a span")
                                                                     : _("All periods are shown"));
}

static void
reset_clicked_cb (GtkButton   *button,
                  TbChartView *self)
{
  tb_session_set_span (self->session, TB_PERIOD_UNDATED, TB_PERIOD_UNDATED);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  tb_chart_view_announce (self, _("All periods are shown"));
}

static void
refused_clicked_cb (AdwBanner   *banner,
                    TbChartView *self)
{
  TbChartPicture *picture = tb_figure_canvas_get_picture (self->canvas);

  if (picture != NULL && picture->scene != NULL)
    adw_dialog_present (tb_refused_dialog_new (picture->scene), GTK_WIDGET (self));
}

static void
fitting_chosen_cb (TbChartView *self)
{
  TbChartPicture *picture = tb_figure_canvas_get_picture (self->canvas);

  if (picture != NULL)
    tb_session_set_chart_type (self->session, (int) picture->suggested);
}

/* A figure of one series never needs it. */
static void
add_series_popover (TbChartView *self)
{
  self->series_popover = g_object_new (TB_TYPE_CHART_SERIES_POPOVER, NULL);
  g_signal_connect_object (self->series_popover, "toggled", G_CALLBACK (series_toggled_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->series_popover, "hidden", G_CALLBACK (series_hidden_cb), self, G_CONNECT_DEFAULT);
  gtk_menu_button_set_popover (self->series_button, GTK_WIDGET (self->series_popover));
}

void
tb_chart_view_update_series (TbChartView    *self,
                             TbChartPicture *picture)
{
  gsize n = picture->listed != NULL ? tb_selection_get_n (picture->listed) : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->series_button), n > 1);
  if (n > 1 && self->series_popover == NULL)
    add_series_popover (self);
  if (self->series_popover != NULL)
    tb_chart_series_popover_set_selection (self->series_popover, self->session, n > 1 ? picture->listed : NULL);
}

/* Those that the template names, and a key. */
void
tb_chart_view_bind_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, fitting_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_inspector_cb, NULL);
}

void
tb_chart_view_connect_actions (TbChartView *self)
{
  g_signal_connect_object (self->canvas, "series-clicked", G_CALLBACK (series_clicked_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->canvas, "span-chosen", G_CALLBACK (span_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->type_group, "notify::active-name", G_CALLBACK (type_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}
