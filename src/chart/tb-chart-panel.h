/* Several plots on one page: parts of the figures, each laid out in its own room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"
#include "tb-period-axis.h"
#include "tb-value-axis.h"

#include <math.h>

G_BEGIN_DECLS

/**
 * TbPanel:
 * @room: for marks, their labels and the axes, px
 * @low, @high: what the axis of values has to hold beside its own figures, so that
 *   panels of one unit share a scale (N-6); NaN: nothing
 * @gutter: the least width kept free at the left for numbers of the axis of
 *   values, so that panels stand in line, px
 * @hides_times: another panel labels the time that they share
 * @with_axis: has numbers on its axis of values even where each mark has its own
 * @with_names: lines are named at their ends; else the legend or a heading names them
 *
 * Where and how a plot is laid out.
 */
typedef struct
{
  TbRect   room;
  double   low, high;
  double   gutter;
  gboolean hides_times;
  gboolean with_axis;
  gboolean with_names;
} TbPanel;

#define TB_PANEL_INIT(plot_room) ((TbPanel) { .room = (plot_room), .low = NAN, .high = NAN })

/* A canvas for a part of the figures, on the same page and in the same scene;
 * afterwards add its @n_dropped to that of @self. */
TbCanvas         tb_canvas_for_part       (const TbCanvas   *self,
                                           const TbFigures  *part);

/* Columns over time: places and labels first, ink afterwards. */
typedef struct _TbColumnLayout TbColumnLayout;

TbColumnLayout  *tb_column_layout_new     (TbCanvas         *canvas,
                                           const TbPanel    *panel) G_GNUC_WARN_UNUSED_RESULT;
void             tb_column_layout_free    (TbColumnLayout   *self);
void             tb_column_layout_draw    (TbColumnLayout   *self);
/* Of marks and their labels, without the axes. */
TbRect           tb_column_layout_get_plot (const TbColumnLayout *self);
const TbPeriodAxis *tb_column_layout_get_time (const TbColumnLayout *self);
const TbValueAxis  *tb_column_layout_get_values (const TbColumnLayout *self);
/* Where the column of a point stands; FALSE where it has none. */
gboolean         tb_column_layout_find    (const TbColumnLayout *self,
                                           const TbChartPoint *point,
                                           TbRect           *out_body);

/* Lines over time, likewise. */
typedef struct _TbLineLayout TbLineLayout;

TbLineLayout    *tb_line_layout_new       (TbCanvas         *canvas,
                                           const TbPanel    *panel) G_GNUC_WARN_UNUSED_RESULT;
void             tb_line_layout_free      (TbLineLayout     *self);
void             tb_line_layout_draw      (TbLineLayout     *self);
TbRect           tb_line_layout_get_plot  (const TbLineLayout *self);
const TbPeriodAxis *tb_line_layout_get_time (const TbLineLayout *self);
const TbValueAxis  *tb_line_layout_get_values (const TbLineLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbColumnLayout, tb_column_layout_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbLineLayout, tb_line_layout_free)

G_END_DECLS
