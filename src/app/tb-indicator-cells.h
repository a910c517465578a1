/* The cells of the sidebar's list, filled as they come into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cells-in-sight.h"

G_BEGIN_DECLS

TbCellsInSight *tb_indicator_cells_new (GtkListView *list) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
