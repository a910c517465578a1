/* What a window shows while a file is read that takes longer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-late-pane.h"

G_BEGIN_DECLS

#define TB_TYPE_LOADING (tb_loading_get_type ())
G_DECLARE_FINAL_TYPE (TbLoading, tb_loading, TB, LOADING, TbLatePane)

void        tb_loading_begin        (TbLoading  *self,
                                     const char *title);
const char *tb_loading_get_title    (TbLoading  *self);
void        tb_loading_set_fraction (TbLoading  *self,
                                     double      fraction);
double      tb_loading_get_fraction (TbLoading  *self);

G_END_DECLS
