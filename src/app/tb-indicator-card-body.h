/* What a card of the overview says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-indicator-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_INDICATOR_CARD_BODY (tb_indicator_card_body_get_type ())
G_DECLARE_FINAL_TYPE (TbIndicatorCardBody, tb_indicator_card_body, TB, INDICATOR_CARD_BODY, GtkBox)

/* @item: (nullable): with its digest. */
void  tb_indicator_card_body_set_item (TbIndicatorCardBody *self,
                                       TbIndicatorItem     *item);

G_END_DECLS
