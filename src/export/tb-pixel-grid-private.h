/* The pixels that a Cairo context paints on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * TbPixelGrid:
 * @active: whether there are pixels to align to
 * @scale_x: pixels per logical px
 * @scale_y: likewise
 * @x0: pixel coordinate of the logical origin
 * @y0: likewise
 */
typedef struct
{
  gboolean active;
  double   scale_x, scale_y;
  double   x0, y0;
} TbPixelGrid;

void    tb_pixel_grid_init         (TbPixelGrid       *self,
                                    cairo_t           *cr);
TbRect  tb_pixel_grid_snap_rect    (const TbPixelGrid *self,
                                    TbRect             rect);
TbRect  tb_pixel_grid_widen_rect   (const TbPixelGrid *self,
                                    TbRect             rect);
void    tb_pixel_grid_snap_outline (const TbPixelGrid *self,
                                    TbRect            *rect,
                                    double            *width);
void    tb_pixel_grid_snap_line    (const TbPixelGrid *self,
                                    double            *x1,
                                    double            *y1,
                                    double            *x2,
                                    double            *y2,
                                    double            *width);

G_END_DECLS
