/* The indicators of a session's dataset, by domain, filtered: the sidebar's list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_INDICATOR_MODEL (tb_indicator_model_get_type ())
G_DECLARE_FINAL_TYPE (TbIndicatorModel, tb_indicator_model, TB, INDICATOR_MODEL, GObject)

TbIndicatorModel  *tb_indicator_model_new         (TbSession        *session) G_GNUC_WARN_UNUSED_RESULT;
void               tb_indicator_model_set_search  (TbIndicatorModel *self,
                                                   const char       *search);
const TbIndicator *tb_indicator_model_peek        (TbIndicatorModel *self,
                                                   guint             position);
gboolean           tb_indicator_model_has_domains (TbIndicatorModel *self);

G_END_DECLS
