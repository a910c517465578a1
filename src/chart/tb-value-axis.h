/* The axis of values: round ticks, quiet grid, numbers above their lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"
#include "tb-scale.h"

G_BEGIN_DECLS

typedef struct
{
  TbScale  scale;      /* value → y, px */
  double  *ticks;
  char   **texts;
  TbLabel *labels;
  gsize    n_ticks;
  double   gutter;     /* width that the numbers take at the left, px; 0 where not shown */
  gboolean shown;
  gboolean without_numbers; /* grid alone */
} TbValueAxis;

TbValueAxis *tb_value_axis_new   (const TbCanvas     *canvas,
                                  double              low,
                                  double              high,
                                  gboolean            shown,
                                  double              height_px) G_GNUC_WARN_UNUSED_RESULT;
void         tb_value_axis_free  (TbValueAxis        *self);
/* Leaves the grid: another panel has the numbers. */
void         tb_value_axis_hide_numbers (TbValueAxis *self);
/* Keeps what is inside of a panel; after it was placed. */
void         tb_value_axis_limit (TbValueAxis        *self,
                                  double              top,
                                  double              bottom);
void         tb_value_axis_place (TbValueAxis        *self,
                                  double              top,
                                  double              bottom);
double       tb_value_axis_map   (const TbValueAxis  *self,
                                  double              value);
/* Grid and numbers from @left to @right; the line at zero is drawn by
 * tb_value_axis_draw_zero(), over the marks. */
void         tb_value_axis_draw  (const TbValueAxis  *self,
                                  TbCanvas           *canvas,
                                  double              left,
                                  double              right);
void         tb_value_axis_draw_zero (const TbValueAxis *self,
                                  TbCanvas           *canvas,
                                  double              left,
                                  double              right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbValueAxis, tb_value_axis_free)

G_END_DECLS
