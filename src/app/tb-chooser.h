/* What the choosers of GTK and libadwaita lack for who does not see or point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tb_chooser_complete           (GtkWidget   *chooser);
void tb_chooser_complete_drop_down (GtkDropDown *chooser,
                                    const char  *label);

G_END_DECLS
