/* A small drawing of an indicator's figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-indicator-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_SPARKLINE (tb_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (TbSparkline, tb_sparkline, TB, SPARKLINE, GtkWidget)

void tb_sparkline_set_item (TbSparkline     *self,
                            TbIndicatorItem *item);

G_END_DECLS
