/* Draws lines through figures: gaps, breaks, dashes to what may change, dots.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"

G_BEGIN_DECLS

/* A point with its place; @y is NaN where it has no number. */
typedef struct
{
  const TbChartPoint *point;
  double         x, y;
} TbPlacedPoint;

typedef struct
{
  const TbPlacedPoint *points;   /* in order of time */
  gsize                n_points;
  TbColor              color;
  double               width;    /* of the line, units */
  gboolean             with_dots; /* a dot at every point */
} TbLineMark;

void      tb_mark_line_draw         (TbCanvas             *canvas,
                                     const TbLineMark     *mark);
/* A diamond: a target or plan. */
void      tb_mark_line_draw_diamond (TbCanvas             *canvas,
                                     double                x,
                                     double                y,
                                     TbColor               color,
                                     TbDatum               datum);
/* Keeps of each column of 1/@columns_per_px px the first, last, lowest and
 * highest point: what the whole line would paint. Returns how many are left. */
gsize     tb_line_reduce            (TbPathElement        *elements,
                                     gsize                 n,
                                     double                columns_per_px);
/* Whether a line is drawn between neighbours of a list of points. */
gboolean  tb_placed_points_join     (const TbPlacedPoint  *from,
                                     const TbPlacedPoint  *to);

G_END_DECLS
