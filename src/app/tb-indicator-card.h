/* A card of the overview: one indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-indicator-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_INDICATOR_CARD (tb_indicator_card_get_type ())
G_DECLARE_FINAL_TYPE (TbIndicatorCard, tb_indicator_card, TB, INDICATOR_CARD, GtkWidget)

/* Actions: `card.show-chart`, `card.show-source`, `card.toggle-selected`. */
void     tb_indicator_card_set_item   (TbIndicatorCard        *self,
                                       TbIndicatorItem        *item);
gboolean tb_indicator_card_is_stale   (TbIndicatorCard        *self);
void     tb_indicator_card_update     (TbIndicatorCard        *self);
/* The menu of what can be done with it; at a point of it, or NULL by keyboard. */
void     tb_indicator_card_popup_menu (TbIndicatorCard        *self,
                                       const graphene_point_t *point);

G_END_DECLS
