/* The cards of the overview: the sidebar's indicators, the most important first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-indicator-item.h"
#include "tb-indicator-model.h"

G_BEGIN_DECLS

#define TB_TYPE_OVERVIEW_MODEL (tb_overview_model_get_type ())
G_DECLARE_FINAL_TYPE (TbOverviewModel, tb_overview_model, TB, OVERVIEW_MODEL, GObject)

TbOverviewModel   *tb_overview_model_new        (TbSession        *session,
                                                 TbIndicatorModel *indicators) G_GNUC_WARN_UNUSED_RESULT;
/* Nothing is worked out for a page that is not looked at. */
void               tb_overview_model_set_active (TbOverviewModel  *self,
                                                 gboolean          active);
const TbIndicator *tb_overview_model_peek       (TbOverviewModel  *self,
                                                 guint             position);
/* Whether cards wait to be filled. */
gboolean           tb_overview_model_is_busy    (TbOverviewModel  *self);

G_END_DECLS
