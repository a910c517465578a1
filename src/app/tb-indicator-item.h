/* One indicator as the sidebar and the overview show it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-digest.h"
#include "tb-session.h"

G_BEGIN_DECLS

#define TB_TYPE_INDICATOR_ITEM (tb_indicator_item_get_type ())
G_DECLARE_FINAL_TYPE (TbIndicatorItem, tb_indicator_item, TB, INDICATOR_ITEM, GObject)

TbIndicatorItem   *tb_indicator_item_new           (TbSession         *session,
                                                    const TbIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
TbIndicatorItem   *tb_indicator_item_new_pending   (TbSession         *session,
                                                    const TbIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
void               tb_indicator_item_set_digest    (TbIndicatorItem   *self,
                                                    TbDigest          *digest);
const TbDigest    *tb_indicator_item_get_digest    (TbIndicatorItem   *self);
TbSession         *tb_indicator_item_get_session   (TbIndicatorItem   *self);
const TbIndicator *tb_indicator_item_get_indicator (TbIndicatorItem   *self);
TbDataset         *tb_indicator_item_get_dataset   (TbIndicatorItem   *self);
const char        *tb_indicator_item_get_place     (TbIndicatorItem   *self);
gboolean           tb_indicator_item_get_selected  (TbIndicatorItem   *self);
void               tb_indicator_item_set_selected  (TbIndicatorItem   *self,
                                                    gboolean           selected);

G_END_DECLS
