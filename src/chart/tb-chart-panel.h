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
 * TbBehind:
 * @point: of the panel's figures
 * @kind: a plan or target is outlined, what else it is is solid and lighter
 * @value: in the unit of the figures
 * @soft: may still change, or is implied
 * @dashed: an indicative target
 * @datum: what it shows
 *
 * What stands behind the column of a figure, shifted to the left: last year's figure,
 * or the plan (N-2).
 */
typedef struct
{
  const TbChartPoint *point;
  TbKind   kind;
  double   value;
  gboolean soft;
  gboolean dashed;
  TbDatum  datum;
} TbBehind;

/**
 * TbPanel:
 * @room: for marks, their labels and the axes, px
 * @low, @high: what the axis of values has to hold beside its own figures, so that
 *   panels of one unit share a scale (N-6); NaN: nothing
 * @gutter: the least width kept free at the left for numbers of the axis of
 *   values, so that panels stand in line, px
 * @times: (nullable): figures whose spans make the axis of time, where panels share it
 * @hides_times: another panel labels the time that they share
 * @hides_values: another panel has the numbers of the axis of values
 * @with_axis: has numbers on its axis of values even where each mark has its own
 * @with_names: lines are named at their ends; else the legend or a heading names them
 * @plain_numbers: a legend tells which columns are forecasts: no word at their numbers
 * @behind: (nullable): of columns: what stands behind them
 * @n_behind: how many
 *
 * Where and how a plot is laid out.
 */
typedef struct
{
  TbRect   room;
  double   low, high;
  double   gutter;
  const TbFigures *times;
  gboolean hides_times;
  gboolean hides_values;
  gboolean with_axis;
  gboolean with_names;
  gboolean plain_numbers;
  const TbBehind *behind;
  gsize    n_behind;
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
const TbValueAxis  *tb_line_layout_get_values (const TbLineLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbColumnLayout, tb_column_layout_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbLineLayout, tb_line_layout_free)

G_END_DECLS
