/* The pointer over a figure: which point it means, and clicks on names of series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-figure-canvas-private.h"

/* How far from a mark the pointer still means it, in widget pixels. */
#define REACH_PX 28.0
/* How far beside the name of a series a click still means it. */
#define NAME_REACH_PX 4.0

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           TbFigureCanvas            *self)
{
  TbScene *scene = tb_figure_canvas_get_scene (self);
  double scale;

  if (scene == NULL || !self->walkable || self->is_dragging)
    return;
  scale = tb_figure_canvas_to_scene (self, &x, &y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   tb_scene_hit_series (scene, x, y, NAME_REACH_PX * scale) >= 0 ? "pointer" : NULL);
  tb_figure_canvas_set_datum (self, tb_scene_hit_test (scene, x, y, REACH_PX * scale));
}

static void
leave_cb (TbFigureCanvas *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    tb_figure_canvas_set_datum (self, TB_NO_DATUM);
}

void
tb_figure_canvas_press (TbFigureCanvas *self)
{
  if (self->walkable)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
tb_figure_canvas_click (TbFigureCanvas *self,
                        double          x,
                        double          y)
{
  TbScene *scene = tb_figure_canvas_get_scene (self);
  double scale;
  int series;

  if (scene == NULL || !self->walkable)
    return;
  scale = tb_figure_canvas_to_scene (self, &x, &y);
  series = tb_scene_hit_series (scene, x, y, NAME_REACH_PX * scale);
  if (series >= 0)
    g_signal_emit_by_name (self, "series-clicked", series);
}

void
tb_figure_canvas_add_pointer (TbFigureCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
