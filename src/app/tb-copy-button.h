/* The button of a dialog that copies all of its text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tb_copy_button_copy (GtkButton  *button,
                          const char *text);

G_END_DECLS
