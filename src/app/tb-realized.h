/* Widgets of all kinds, ours and those that libraries make, as they come up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tb_realized_watch (void (*look) (GtkWidget *widget));

G_END_DECLS
