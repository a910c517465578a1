/* Names of the items of menus, for screen readers.
 *
 * GTK 4.18 says that an item is named by its label, and hides the label: so the item
 * has no name at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-menu-names.h"

static gboolean
is_item (GtkWidget *widget)
{
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
      return g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "text") != NULL;
    default:
      return FALSE;
    }
}

/**
 * tb_menu_name_items:
 * @menu: (nullable): a menu that is about to be shown
 *
 * Gives its items the names that are seen on them.
 */
void
tb_menu_name_items (GtkWidget *menu)
{
  if (menu == NULL)
    return;
  if (is_item (menu))
    {
      g_autofree char *text = NULL;

      g_object_get (menu, "text", &text, NULL);
      /* It would go before the name. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (menu); child != NULL; child = gtk_widget_get_next_sibling (child))
    tb_menu_name_items (child);
}

static void
popover_changed_cb (GObject *button)
{
  GtkPopover *menu = NULL;

  g_object_get (button, "popover", &menu, NULL);
  if (menu == NULL)
    return;
  g_signal_handlers_disconnect_by_func (menu, tb_menu_name_items, NULL);
  g_signal_connect (menu, "map", G_CALLBACK (tb_menu_name_items), NULL);
  g_object_unref (menu);
}

/**
 * tb_menu_name_items_of:
 * @button: a button with a menu, or a split button
 *
 * Does so each time that its menu is shown.
 */
void
tb_menu_name_items_of (GtkWidget *button)
{
  g_signal_connect (button, "notify::popover", G_CALLBACK (popover_changed_cb), NULL);
  popover_changed_cb (G_OBJECT (button));
}
