/* A figure on its page, with the point that is looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-renderer.h"
#include "tb-chart-walk.h"

G_BEGIN_DECLS

#define TB_TYPE_FIGURE_CANVAS (tb_figure_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TbFigureCanvas, tb_figure_canvas, TB, FIGURE_CANVAS, GtkWidget)

/* A spec of the page's size; @keep_size: drawn as on paper, however small the
 * widget; else text stays readable on a small one. */
void            tb_figure_canvas_set_chart    (TbFigureCanvas *self,
                                              TbDataset     *dataset,
                                              TbChartSpec   *spec,
                                              gboolean       choose_type,
                                              gboolean       keep_size);
void            tb_figure_canvas_clear        (TbFigureCanvas *self);
TbChartPicture *tb_figure_canvas_get_picture  (TbFigureCanvas *self);
/* Starts in this turn of the main loop what was asked for. */
void            tb_figure_canvas_begin        (TbFigureCanvas *self);
/* Waits for it, without turning the main loop. */
void            tb_figure_canvas_wait         (TbFigureCanvas *self,
                                               guint           most_ms);
gboolean        tb_figure_canvas_is_busy      (TbFigureCanvas *self);
/* The point under the pointer or the keyboard's; series −1: none. */
TbDatum         tb_figure_canvas_get_datum    (TbFigureCanvas *self);
char           *tb_figure_canvas_dup_readout  (TbFigureCanvas *self) G_GNUC_WARN_UNUSED_RESULT;
void            tb_figure_canvas_set_walkable (TbFigureCanvas *self,
                                              gboolean       walkable);

/* Signals: `series-clicked` (series as int): its name in the legend or at its line;
 * `span-chosen`: what was dragged over, or asked for by keys (Ctrl with plus, minus,
 * 0, left, right), is to be shown: */
void            tb_figure_canvas_get_span     (TbFigureCanvas *self,
                                               TbPeriod       *out_from,
                                               TbPeriod       *out_to);
/* As the keys do. FALSE: there is no time to zoom in, or nothing more to show. */
gboolean        tb_figure_canvas_zoom         (TbFigureCanvas *self,
                                               double          factor,
                                               double          shift);
/* As dragging from one place of the widget to another does. */
gboolean        tb_figure_canvas_choose_span  (TbFigureCanvas *self,
                                               double          x1,
                                               double          x2,
                                               double          y);

gboolean        tb_figure_canvas_walk         (TbFigureCanvas *self,
                                               TbChartStep     step);

G_END_DECLS
