/* Menus that are made when they are asked for.
 *
 * A menu of twenty items is ninety widgets, which a window need not make before it
 * is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-late-menu.h"

#include "tb-menu-names.h"

static void
make_cb (GtkMenuButton *button,
         gpointer       menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * tb_late_menu_set:
 * @button: a button
 * @menu: what it shows
 *
 * Gives a button a menu, as gtk_menu_button_set_menu_model() does, whose items have
 * names (tb-menu-names.h).
 */
void
tb_late_menu_set (GtkMenuButton *button,
                  GMenuModel    *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_menu_button_set_create_popup_func (button, make_cb, g_object_ref (menu), g_object_unref);
  tb_menu_name_items_of (GTK_WIDGET (button));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
}
