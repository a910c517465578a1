/* What a chart view shows of a picture, beside the picture itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-view-private.h"

#include "tb-chart-words.h"
#include "tb-refused-dialog.h"
#include "tb-shown-text.h"
#include "tb-toast.h"

#include <glib/gi18n-lib.h>

/* Not wider, the figure needs the room that the hint would take. */
#define NARROW_PX 480

static const char *
get_type_title (TbChartView *self,
                TbChartType  type)
{
  for (gsize i = 0; i < TB_N_USUAL_TYPES; i++)
    if (tb_usual_types[i].type == type)
      return _(tb_usual_types[i].title);
  return tb_chart_type_word (type, tb_session_get_language (self->session));
}

/* The point that is looked at; with none, what the figure says as a whole. The
 * text of the last point stays, so that the place keeps its height. */
static void
update_readout (TbChartView *self)
{
  g_autofree char *text = tb_figure_canvas_dup_readout (self->canvas);
  g_autofree char *shown = tb_shown_text_dup (text, TB_SHOWN_TEXT_CHARS);

  if (text != NULL)
    gtk_label_set_text (self->readout, shown);
  gtk_stack_set_visible_child_name (self->captions, text != NULL ? "readout" : "insight");
}

/* Before the first layout the window is asked, which at such a width has no sidebar
 * beside the chart. */
static gboolean
is_narrow (TbChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (width == 0 && root != NULL)
    gtk_window_get_default_size (GTK_WINDOW (root), &width, NULL);
  return width > 0 && width <= NARROW_PX;
}

/* Another figure begins anew. */
static void
update_insight (TbChartView    *self,
                TbChartPicture *picture)
{
  const char *before = gtk_label_get_text (self->insight);
  g_autofree char *shown = tb_shown_text_dup (picture->insight, TB_SHOWN_TEXT_CHARS);

  gtk_widget_set_visible (self->captions_window, picture->scene != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->insight), picture->insight != NULL);
  gtk_widget_set_visible (self->hint, picture->insight == NULL || !is_narrow (self));
  if (g_strcmp0 (before, shown) == 0)
    return;
  gtk_label_set_text (self->insight, shown != NULL ? shown : "");
  gtk_label_set_text (self->readout, "");
}

/* A type from the inspector gives the button its picture and name. */
static void
update_more (TbChartView *self,
             TbChartType  type)
{
  gboolean is_offered = tb_usual_type_get_name (type) != NULL;
  g_autofree char *icon_name = g_strdup_printf ("tb-chart-%s-symbolic", tb_chart_type_get_name (type));

  gtk_label_set_label (self->more_label, is_offered ? _("More") : get_type_title (self, type));
  gtk_widget_set_visible (GTK_WIDGET (self->more_icon), !is_offered);
  gtk_image_set_from_icon_name (self->more_icon, icon_name);
}

static void
update_types (TbChartView    *self,
              TbChartPicture *picture)
{
  TbChartType type = tb_chart_spec_get (picture->spec)->type;

  self->is_updating = TRUE;
  for (gsize i = 0; i < TB_N_USUAL_TYPES; i++)
    {
      AdwToggle *toggle = adw_toggle_group_get_toggle_by_name (self->type_group, tb_usual_types[i].name);
      const char *misfit = picture->misfits[tb_usual_types[i].type];
      g_autofree char *tooltip = g_markup_escape_text (misfit != NULL ? misfit : "", -1);

      adw_toggle_set_enabled (toggle, misfit == NULL);
      adw_toggle_set_tooltip (toggle, tooltip);
    }
  adw_toggle_group_set_active_name (self->type_group, tb_usual_type_get_name (type));
  update_more (self, type);
  self->is_updating = FALSE;
}

/* Beside the inspector the types need no second place. */
void
tb_chart_view_update_toolbar (TbChartView *self)
{
  gboolean has_types = !adw_overlay_split_view_get_show_sidebar (self->split)
                       || adw_overlay_split_view_get_collapsed (self->split);

  gtk_widget_set_visible (GTK_WIDGET (self->type_group), has_types);
  gtk_widget_set_visible (self->more_button, has_types);
  gtk_widget_set_visible (self->toolbar, has_types || gtk_widget_get_visible (GTK_WIDGET (self->series_button))
                                           || gtk_widget_get_visible (GTK_WIDGET (self->reset_button)));
}

void
tb_chart_view_update_shown (TbChartView    *self,
                            TbChartPicture *picture)
{
  tb_chart_view_update_series (self, picture);
  gtk_widget_set_visible (GTK_WIDGET (self->reset_button), tb_session_is_zoomed (self->session));
  tb_chart_view_update_toolbar (self);
}

static void
update_misfit (TbChartView    *self,
               TbChartPicture *picture)
{
  TbChartType type = tb_chart_spec_get (picture->spec)->type;
  gboolean has_other = picture->misfits[picture->suggested] == NULL && picture->suggested != type
                       && tb_usual_type_get_name (picture->suggested) != NULL && picture->selection != NULL;

  tb_chart_misfit_tell (self->misfit, picture->refusal, has_other ? get_type_title (self, picture->suggested) : NULL);
}

/* Why there was nothing to see. */
static void
tell_refusal (TbChartView    *self,
              TbChartPicture *picture)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (picture->refusal != NULL && toasts != NULL)
    tb_toast_tell (ADW_TOAST_OVERLAY (toasts), picture->refusal);
}

/* A span in which there is nothing to draw is left again. */
static void
go_back (TbChartView    *self,
         TbChartPicture *picture)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (picture->spec);
  TbPeriod from = self->good_from;
  TbPeriod to = self->good_to;

  if (tb_period_equal (fields->from, from) && tb_period_equal (fields->to, to))
    from = to = TB_PERIOD_UNDATED;
  tell_refusal (self, picture);
  tb_session_set_span (self->session, from, to);
}

/* Who was at the figure is at what stands in its place. */
static void
show_figure (TbChartView *self,
             const char  *page)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self->figure_stack));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->figure_stack), page) == 0)
    return;
  gtk_stack_set_visible_child_name (self->figure_stack, page);
  if ((flags & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    tb_chart_view_focus_figure (self);
}

static void
ready_cb (TbChartView *self)
{
  TbChartPicture *picture = tb_figure_canvas_get_picture (self->canvas);

  if (picture == NULL)
    return;
  if (picture->scene == NULL && tb_session_is_zoomed (self->session))
    {
      go_back (self, picture);
      return;
    }
  if (picture->scene != NULL)
    {
      self->good_from = tb_chart_spec_get (picture->spec)->from;
      self->good_to = tb_chart_spec_get (picture->spec)->to;
    }
  tb_refused_banner_update (self->refused_banner, picture->scene);
  update_types (self, picture);
  tb_chart_view_update_shown (self, picture);
  if (picture->scene == NULL)
    update_misfit (self, picture);
  show_figure (self, picture->scene != NULL ? "canvas" : "misfit");
  update_insight (self, picture);
  update_readout (self);
}

void
tb_chart_view_connect_shown (TbChartView *self)
{
  g_signal_connect_object (self->canvas, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "datum-changed", G_CALLBACK (update_readout), self, G_CONNECT_SWAPPED);
}
