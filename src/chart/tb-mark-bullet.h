/* One bullet: shades, bar, ticks and triangles on a scale (T-9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-bullet.h"
#include "tb-scale.h"

G_BEGIN_DECLS

/* @band: the whole of it, px; @scale maps to x. */
void tb_mark_bullet_draw (TbCanvas            *canvas,
                          const TbBulletRow   *row,
                          const TbBulletGroup *group,
                          const TbScale       *scale,
                          TbRect               band);

G_END_DECLS
