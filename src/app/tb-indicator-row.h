/* A row of the sidebar: one indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-indicator-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_INDICATOR_ROW (tb_indicator_row_get_type ())
G_DECLARE_FINAL_TYPE (TbIndicatorRow, tb_indicator_row, TB, INDICATOR_ROW, GtkWidget)

void     tb_indicator_row_set_item (TbIndicatorRow  *self,
                                    TbIndicatorItem *item);
gboolean tb_indicator_row_is_stale (TbIndicatorRow  *self);
void     tb_indicator_row_update   (TbIndicatorRow  *self);

G_END_DECLS
