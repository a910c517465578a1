/* C3, C4, C5: columns, and above them how far they are from what they are set against.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"
#include "tb-variance.h"

G_BEGIN_DECLS

void tb_layout_variance (TbCanvas           *canvas,
                         const TbChartFrame *frame,
                         const TbVariances  *content);
/* TRUE: panels went out of @content that @frame has no room for. */
gboolean tb_layout_variance_limit (TbCanvas           *canvas,
                                   const TbChartFrame *frame,
                                   TbVariances        *content);

G_END_DECLS
