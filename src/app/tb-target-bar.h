/* How much of a target is done, and how much of its time had passed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_TARGET_BAR (tb_target_bar_get_type ())
G_DECLARE_FINAL_TYPE (TbTargetBar, tb_target_bar, TB, TARGET_BAR, GtkWidget)

/* Percent; @elapsed may be NaN. */
void  tb_target_bar_set_shares (TbTargetBar *self,
                                double       done,
                                double       elapsed);

G_END_DECLS
