/* Marks that only targets have: ticks across a bar, triangles below it, shades.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"

G_BEGIN_DECLS

/* Shades of one hue behind a bar or a line: shares of the muted text's colour. */
#define TB_SHADE_FAR 0.07     /* neither target nor path is met */
#define TB_SHADE_WAY 0.16     /* on the path, short of the target */
#define TB_SHADE_MEETS 0.30

/* An upright tick across a bar: of a target thick, dashed where it is indicative
 * (T-10). With a halo, for it crosses bars. */
void tb_mark_tick_draw     (TbCanvas *canvas,
                            double    x,
                            double    top,
                            double    height,
                            TbColor   color,
                            double    width,
                            gboolean  dashed,
                            TbDatum   datum);
/* A triangle that points up: filled with the lighter colour of the year before,
 * edged with @color; hollow for a baseline. */
void tb_mark_triangle_draw (TbCanvas *canvas,
                            TbRect    box,
                            TbColor   color,
                            gboolean  hollow,
                            TbDatum   datum);
/* What a status word is told by beside its colour (N-4): a disc, a diamond, a ring. */
void tb_mark_status_draw   (TbCanvas *canvas,
                            TbRect    box,
                            TbInk     ink,
                            TbDatum   datum);

G_END_DECLS
