/* The overview: a card for each indicator, the most important first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-late-pane.h"
#include "tb-overview-model.h"

G_BEGIN_DECLS

#define TB_TYPE_OVERVIEW (tb_overview_get_type ())
G_DECLARE_FINAL_TYPE (TbOverview, tb_overview, TB, OVERVIEW, TbLatePane)

/* Once. @indicators: those that pass the sidebar's search and choice of place. */
void     tb_overview_set_session (TbOverview       *self,
                                  TbSession        *session,
                                  TbIndicatorModel *indicators);
gboolean tb_overview_is_busy     (TbOverview       *self);

G_END_DECLS
