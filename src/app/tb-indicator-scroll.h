/* Brings the chosen row of the list of indicators into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-growing-model.h"
#include "tb-indicator-model.h"

G_BEGIN_DECLS

typedef struct _TbIndicatorScroll TbIndicatorScroll;

TbIndicatorScroll *tb_indicator_scroll_new   (GtkListView       *list,
                                              TbIndicatorModel  *model,
                                              TbGrowingModel    *rows) G_GNUC_WARN_UNUSED_RESULT;
void               tb_indicator_scroll_free  (TbIndicatorScroll *self);
void               tb_indicator_scroll_queue (TbIndicatorScroll *self);
/* Whether the row is yet to be brought into sight. */
gboolean           tb_indicator_scroll_is_busy (const TbIndicatorScroll *self);

G_END_DECLS
