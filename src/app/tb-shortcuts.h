/* The keyboard shortcuts: one table that sets them and tells them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       tb_shortcuts_set        (GtkApplication *application);
AdwDialog *tb_shortcuts_new_dialog (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
