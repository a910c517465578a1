/* The layouts of the types of chart: figures → places → scene.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"

G_BEGIN_DECLS

/* Without a frame: fills the page. */
void     tb_layout_spark      (TbCanvas           *canvas);

/* Whether the type's axis of values begins elsewhere than at zero. */
gboolean tb_layout_line_leaves_zero_out (const TbFigures *figures);
/* Whether the series are named in a row above the plot rather than at their marks. */
gboolean tb_layout_line_needs_legend (const TbCanvas *canvas);

G_END_DECLS
