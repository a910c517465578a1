/* Draws decorations on a plot: what lies behind its marks, and what lies over them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"
#include "tb-period-axis.h"

G_BEGIN_DECLS

/**
 * TbDecorationField:
 * @plot: of marks and their labels, px
 * @time: (nullable): the axis of time
 * @values: (nullable): value → px
 * @sideways: @values runs from left to right
 * @headroom: what the layout kept free above all marks, px
 * @with_breaks: the file's breaks and an editor's are drawn here (D-5), not by the layout
 *
 * A plot that decorations are drawn on. Where figures stand is read from the scene.
 */
typedef struct
{
  TbRect              plot;
  const TbPeriodAxis *time;
  const TbScale      *values;
  gboolean            sideways;
  double              headroom;
  gboolean            with_breaks;
} TbDecorationField;

/* Widens what an axis of values has to hold by the lines that stand on it (D-3). */
void    tb_decorations_widen       (const TbCanvas          *canvas,
                                    double                  *low,
                                    double                  *high);
/* What arrows and the words of spans need above all marks and labels, px; at most a
 * share of @height. */
double  tb_decorations_get_headroom (const TbCanvas         *canvas,
                                    double                   height);
/* Shaded spans and breaks, before the grid and the marks. */
void    tb_decorations_draw_behind (TbCanvas                *canvas,
                                    const TbDecorationField *field);
/* Lines, arrows and words, after the marks and their labels: clear of all that is in
 * the scene. What finds no room is counted as dropped. */
void    tb_decorations_draw_front  (TbCanvas                *canvas,
                                    const TbDecorationField *field);
/* The same over rows of bars, whose values run from left to right: room that their
 * words need above, and lines and words from @top to @bottom. */
double  tb_decorations_get_head    (const TbCanvas          *canvas);
void    tb_decorations_draw_rows   (TbCanvas                *canvas,
                                    const TbScale           *values,
                                    double                   top,
                                    double                   bottom);
/* An editor's words at a break, for the layout that draws it; NULL: none. */
const char *tb_decorations_get_break_text (const TbCanvas   *canvas,
                                    TbDatum                  datum);

G_END_DECLS
