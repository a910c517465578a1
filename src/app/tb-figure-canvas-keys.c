/* The keyboard over a figure: walking its points and zooming.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-figure-canvas-private.h"

#include "tb-figure-zoom.h"

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                TbFigureCanvas        *self)
{
  TbChartStep step;
  double factor;
  double shift;

  if (self->walkable && tb_figure_zoom_from_key (key, state, &factor, &shift))
    {
      tb_figure_canvas_zoom (self, factor, shift);
      return GDK_EVENT_STOP;
    }
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_h || key == GDK_KEY_H) && self->datum.series >= 0)
    {
      g_signal_emit_by_name (self, "series-clicked", self->datum.series);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && self->datum.series >= 0)
    {
      tb_figure_canvas_set_datum (self, TB_NO_DATUM);
      return GDK_EVENT_STOP;
    }
  return tb_chart_step_from_key (key, &step) && tb_figure_canvas_walk (self, step);
}

static void
focus_leave_cb (TbFigureCanvas *self)
{
  tb_figure_canvas_set_datum (self, TB_NO_DATUM);
}

void
tb_figure_canvas_add_keys (TbFigureCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * tb_figure_canvas_zoom:
 * @self: a canvas
 * @factor: of the span to the shown one; 0: all there is
 * @shift: of its middle, in spans
 *
 * Asks for another span of time, as the keys do.
 *
 * Returns: whether there is another one to show
 */
gboolean
tb_figure_canvas_zoom (TbFigureCanvas *self,
                       double          factor,
                       double          shift)
{
  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), FALSE);

  if (!tb_figure_zoom_find (tb_chart_renderer_get_picture (self->renderer), self->datum, factor, shift, &self->from,
                            &self->to))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  g_signal_emit_by_name (self, "span-chosen");
  return TRUE;
}

/**
 * tb_figure_canvas_walk:
 * @self: a canvas
 * @step: where to go
 *
 * Goes to another point, as the arrow keys do, and tells it to screen readers.
 *
 * Returns: whether there is a point
 */
gboolean
tb_figure_canvas_walk (TbFigureCanvas *self,
                       TbChartStep     step)
{
  TbScene *scene;
  TbDatum datum;

  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), FALSE);

  scene = tb_figure_canvas_get_scene (self);
  if (scene == NULL || !self->walkable)
    return FALSE;
  datum = tb_chart_walk (scene, self->datum, step);
  if (datum.series < 0)
    return FALSE;
  tb_figure_canvas_set_datum (self, datum);
  tb_figure_canvas_announce_datum (self);
  return TRUE;
}
