/* Dragging over a span of a figure, to zoom into it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-figure-canvas-private.h"

#include <math.h>

/* A shorter drag is a click. */
#define LEAST_DRAG_PX 8.0

const TbScenePlot *
tb_figure_canvas_find_dragged_plot (TbFigureCanvas *self,
                                    double          x,
                                    double          y)
{
  TbScene *scene = tb_figure_canvas_get_scene (self);

  if (scene == NULL || !self->walkable)
    return NULL;
  tb_figure_canvas_to_scene (self, &x, &y);

  return tb_scene_find_plot (scene, x, y);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TbFigureCanvas *self)
{
  tb_figure_canvas_press (self);
  self->is_dragging = FALSE;
  self->drag_from = self->drag_to = x;
  self->drag_y = y;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TbFigureCanvas *self)
{
  self->drag_to = self->drag_from + dx;
  if (fabs (dx) < LEAST_DRAG_PX && !self->is_dragging)
    return;
  if (tb_figure_canvas_find_dragged_plot (self, self->drag_from, self->drag_y) == NULL)
    return;
  self->is_dragging = TRUE;
  tb_figure_canvas_set_datum (self, TB_NO_DATUM);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             TbFigureCanvas *self)
{
  gboolean was_dragging = self->is_dragging;

  self->is_dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (was_dragging)
    tb_figure_canvas_choose_span (self, self->drag_from, self->drag_from + dx, self->drag_y);
  else if (fabs (dx) < LEAST_DRAG_PX && fabs (dy) < LEAST_DRAG_PX)
    tb_figure_canvas_click (self, self->drag_from, self->drag_y);
}

static void
drag_cancel_cb (TbFigureCanvas *self)
{
  self->is_dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tb_figure_canvas_add_drag (TbFigureCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * tb_figure_canvas_choose_span:
 * @self: a canvas
 * @x1: widget pixels
 * @x2: likewise
 * @y: likewise, in a plot
 *
 * Asks for the span between two places of a plot, as dragging does.
 *
 * Returns: whether at least two periods are there
 */
gboolean
tb_figure_canvas_choose_span (TbFigureCanvas *self,
                              double          x1,
                              double          x2,
                              double          y)
{
  TbChartPicture *picture;
  const TbScenePlot *plot;
  double other = y;

  g_return_val_if_fail (TB_IS_FIGURE_CANVAS (self), FALSE);

  picture = tb_chart_renderer_get_picture (self->renderer);
  plot = tb_figure_canvas_find_dragged_plot (self, x1, y);
  if (plot == NULL || picture->selection == NULL)
    return FALSE;
  tb_figure_canvas_to_scene (self, &x1, &y);
  tb_figure_canvas_to_scene (self, &x2, &other);
  if (!tb_chart_find_span (picture->selection, picture->scene, plot, x1, x2, &self->from, &self->to))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  g_signal_emit_by_name (self, "span-chosen");
  return TRUE;
}
