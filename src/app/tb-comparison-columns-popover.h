/* Which columns of the comparison table are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-grid.h"

G_BEGIN_DECLS

#define TB_TYPE_COMPARISON_COLUMNS_POPOVER (tb_comparison_columns_popover_get_type ())
G_DECLARE_FINAL_TYPE (TbComparisonColumnsPopover, tb_comparison_columns_popover, TB, COMPARISON_COLUMNS_POPOVER,
                      GtkPopover)

/* Set once. */
void tb_comparison_columns_popover_set_grid (TbComparisonColumnsPopover *self,
                                             TbComparisonGrid           *grid);

G_END_DECLS
