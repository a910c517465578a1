/* The sidebar: what the dataset holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-indicator-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_INDICATOR_SIDEBAR (tb_indicator_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TbIndicatorSidebar, tb_indicator_sidebar, TB, INDICATOR_SIDEBAR, AdwBin)

TbIndicatorModel *tb_indicator_sidebar_get_indicators (TbIndicatorSidebar *self);
gboolean tb_indicator_sidebar_is_busy    (TbIndicatorSidebar *self);
void  tb_indicator_sidebar_set_session  (TbIndicatorSidebar *self,
                                         TbSession          *session);
void  tb_indicator_sidebar_set_recent   (TbIndicatorSidebar *self,
                                         GMenuModel         *recent);
void  tb_indicator_sidebar_start_search (TbIndicatorSidebar *self);
void  tb_indicator_sidebar_show_all     (TbIndicatorSidebar *self);
void  tb_indicator_sidebar_expect_height (TbIndicatorSidebar *self,
                                          int                 height);

G_END_DECLS
