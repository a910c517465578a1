/* Names of the items of menus, for screen readers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tb_menu_name_items    (GtkWidget *menu);
void tb_menu_name_items_of (GtkWidget *button);

G_END_DECLS
