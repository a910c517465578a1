/* What stands before a name in the legend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"

G_BEGIN_DECLS

/* Into the square @box; @series: what a click on it switches. */
void tb_swatch_draw (TbCanvas            *canvas,
                     const TbLegendEntry *entry,
                     TbRect               box,
                     TbDatum              series);

G_END_DECLS
