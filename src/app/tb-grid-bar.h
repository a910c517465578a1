/* The bar in a cell of the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How wide bars are that run both ways from a zero, and one way. */
#define TB_GRID_BAR_PX 56

void tb_grid_bar_snapshot (GtkSnapshot           *snapshot,
                           const TbCellLook      *look,
                           const graphene_rect_t *place);

G_END_DECLS
