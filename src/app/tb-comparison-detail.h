/* What the cell with the cursor says, below the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-grid.h"

G_BEGIN_DECLS

void tb_comparison_detail_show  (GtkLabel         *label,
                                 TbComparisonGrid *grid);
/* No cell has been gone to. */
void tb_comparison_detail_clear (GtkLabel         *label);

G_END_DECLS
