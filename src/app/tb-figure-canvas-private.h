/* What the parts of the canvas of a figure share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-figure-canvas.h"

G_BEGIN_DECLS

struct _TbFigureCanvas
{
  GtkWidget        parent_instance;

  TbChartRenderer *renderer;
  TbDataset       *dataset;
  TbChartSpec     *spec;
  gboolean         choose_type;
  gboolean         keep_size;
  gboolean         walkable;
  TbDatum          datum;
  graphene_rect_t  page;          /* where the figure is, widget pixels */
  guint            request_id;
  gboolean         is_dragging;   /* over a span */
  double           drag_from;     /* widget pixels */
  double           drag_to;
  double           drag_y;
  TbPeriod         from;          /* the span chosen last */
  TbPeriod         to;
  int              asked_width;   /* of the last request, device pixels */
  int              asked_height;
};

/* Nullable: nothing is drawn yet, or the type does not fit. */
TbScene           *tb_figure_canvas_get_scene         (TbFigureCanvas *self);
/* From places of the widget to those of the scene, which must be there; returns how
 * many logical px a pixel of the widget is. */
double             tb_figure_canvas_to_scene          (TbFigureCanvas *self,
                                                       double         *x,
                                                       double         *y);
void               tb_figure_canvas_set_datum         (TbFigureCanvas *self,
                                                       TbDatum         datum);

/* Drawing. */
void               tb_figure_canvas_snapshot          (GtkWidget      *widget,
                                                       GtkSnapshot    *snapshot);

/* The pointer. */
void               tb_figure_canvas_add_pointer       (TbFigureCanvas *self);
void               tb_figure_canvas_press             (TbFigureCanvas *self);
/* A click at a place of the widget: on the name of a series it switches that. */
void               tb_figure_canvas_click             (TbFigureCanvas *self,
                                                       double          x,
                                                       double          y);

/* Dragging over a span. */
void               tb_figure_canvas_add_drag          (TbFigureCanvas *self);
/* The plot that a drag began in, nullable. */
const TbScenePlot *tb_figure_canvas_find_dragged_plot (TbFigureCanvas *self,
                                                       double          x,
                                                       double          y);

/* The keyboard. */
void               tb_figure_canvas_add_keys          (TbFigureCanvas *self);

/* What it says to screen readers: the scene, which must be there (@fallback: for one
 * without a title); the point. */
void               tb_figure_canvas_describe          (TbFigureCanvas *self,
                                                       const char     *fallback);
void               tb_figure_canvas_announce_datum    (TbFigureCanvas *self);

G_END_DECLS
