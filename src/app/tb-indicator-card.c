/* A card of the overview: one indicator.
 *
 * A grid makes many more cards than are in sight, all at once. So a card is but a
 * frame with room for its body, until it is told that it is about to be seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-card.h"

#include "tb-indicator-card-body.h"
#include "tb-menu-names.h"
#include "tb-source-dialog.h"

#include <glib/gi18n-lib.h>

struct _TbIndicatorCard
{
  GtkWidget            parent_instance;

  TbIndicatorItem     *item;
  TbIndicatorCardBody *body;   /* nullable */
  GtkWidget           *menu;   /* nullable */
  gboolean             is_stale;
};

G_DEFINE_FINAL_TYPE (TbIndicatorCard, tb_indicator_card, GTK_TYPE_WIDGET)

/* What it said of another indicator is not shown meanwhile. */
static void
mark_stale (TbIndicatorCard *self)
{
  self->is_stale = TRUE;
  if (self->body != NULL)
    gtk_widget_set_child_visible (GTK_WIDGET (self->body), FALSE);
}

static void
update_selected (TbIndicatorCard *self)
{
  if (self->item != NULL && tb_indicator_item_get_selected (self->item))
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

static void
show_chart_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  TbIndicatorCard *self = TB_INDICATOR_CARD (widget);

  if (self->item == NULL)
    return;
  tb_session_select (tb_indicator_item_get_session (self->item), tb_indicator_item_get_indicator (self->item), TRUE);
  gtk_widget_activate_action (widget, "win.show-view", "s", "chart");
}

static void
show_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TbIndicatorCard *self = TB_INDICATOR_CARD (widget);
  const TbDigest *digest = self->item != NULL ? tb_indicator_item_get_digest (self->item) : NULL;
  g_autoptr (GVariant) target = NULL;

  if (digest == NULL || digest->latest.series == NULL)
    return;
  target = tb_source_target_new (tb_indicator_item_get_dataset (self->item), digest->latest);
  if (target != NULL)
    gtk_widget_activate_action_variant (widget, TB_SHOW_SOURCE_ACTION, target);
}

static void
toggle_selected_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  TbIndicatorCard *self = TB_INDICATOR_CARD (widget);

  if (self->item == NULL)
    return;
  tb_indicator_item_set_selected (self->item, !tb_indicator_item_get_selected (self->item));
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           tb_indicator_item_get_selected (self->item) ? _("Added to the selection")
                                                                       : _("Removed from the selection"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
tb_indicator_card_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TbIndicatorCard *self = TB_INDICATOR_CARD (widget);

  if (self->body != NULL)
    gtk_widget_allocate (GTK_WIDGET (self->body), width, height, baseline, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
tb_indicator_card_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TbIndicatorCard *self = TB_INDICATOR_CARD (widget);

  *minimum = *natural = 0;
  if (self->body != NULL)
    gtk_widget_measure (GTK_WIDGET (self->body), orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
tb_indicator_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tb_indicator_card_dispose (GObject *object)
{
  TbIndicatorCard *self = TB_INDICATOR_CARD (object);
  GtkWidget *body = GTK_WIDGET (self->body);

  tb_indicator_card_set_item (self, NULL);
  self->body = NULL;
  g_clear_pointer (&body, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (tb_indicator_card_parent_class)->dispose (object);
}

static void
tb_indicator_card_class_init (TbIndicatorCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tb_indicator_card_dispose;
  widget_class->measure = tb_indicator_card_measure;
  widget_class->size_allocate = tb_indicator_card_size_allocate;
  widget_class->get_request_mode = tb_indicator_card_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "indicatorcard");
  gtk_widget_class_install_action (widget_class, "card.show-chart", NULL, show_chart_action);
  gtk_widget_class_install_action (widget_class, "card.show-source", NULL, show_source_action);
  gtk_widget_class_install_action (widget_class, "card.toggle-selected", NULL, toggle_selected_action);
}

static void
tb_indicator_card_init (TbIndicatorCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
}

/**
 * tb_indicator_card_set_item:
 * @self: a card
 * @item: (nullable): whose indicator it shows
 *
 * Shows another indicator, from the next tb_indicator_card_update() on.
 */
void
tb_indicator_card_set_item (TbIndicatorCard *self,
                            TbIndicatorItem *item)
{
  g_return_if_fail (TB_IS_INDICATOR_CARD (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify::selected", G_CALLBACK (update_selected), self, G_CONNECT_SWAPPED);
  mark_stale (self);
  update_selected (self);
}

/**
 * tb_indicator_card_is_stale:
 * @self: a card
 *
 * Returns: whether there is something to show that is not shown yet
 */
gboolean
tb_indicator_card_is_stale (TbIndicatorCard *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_CARD (self), FALSE);

  return self->is_stale && self->item != NULL && tb_indicator_item_get_digest (self->item) != NULL;
}

/**
 * tb_indicator_card_update:
 * @self: a stale card
 *
 * Shows what is known by now; the first time takes the longest.
 */
void
tb_indicator_card_update (TbIndicatorCard *self)
{
  g_return_if_fail (tb_indicator_card_is_stale (self));

  if (self->body == NULL)
    {
      self->body = g_object_new (TB_TYPE_INDICATOR_CARD_BODY, NULL);
      gtk_widget_set_parent (GTK_WIDGET (self->body), GTK_WIDGET (self));
    }
  tb_indicator_card_body_set_item (self->body, self->item);
  gtk_widget_set_child_visible (GTK_WIDGET (self->body), TRUE);
  self->is_stale = FALSE;
}

static GMenuModel *
new_menu (TbIndicatorCard *self)
{
  GMenu *menu = g_menu_new ();
  gboolean is_selected = tb_indicator_item_get_selected (self->item);

  g_menu_append (menu, _("Show _Chart"), "card.show-chart");
  g_menu_append (menu, is_selected ? _("_Remove from Selection") : _("_Add to Selection"), "card.toggle-selected");
  g_menu_append (menu, _("_Where This Figure Comes From"), "card.show-source");
  return G_MENU_MODEL (menu);
}

/**
 * tb_indicator_card_popup_menu:
 * @self: a card
 * @point: (nullable): where it was asked for; %NULL: by keyboard
 *
 * Shows the menu of what can be done with a card.
 */
void
tb_indicator_card_popup_menu (TbIndicatorCard        *self,
                              const graphene_point_t *point)
{
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRectangle place = { gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2, 1, 1 };

  g_return_if_fail (TB_IS_INDICATOR_CARD (self));

  if (self->item == NULL)
    return;
  if (point != NULL)
    place = (GdkRectangle) { (int) point->x, (int) point->y, 1, 1 };
  model = new_menu (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  tb_menu_name_items (self->menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
