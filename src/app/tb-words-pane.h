/* Panes that hold words alone, and scroll where there is little room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tb_words_pane_set_up  (GtkScrolledWindow *pane);
void tb_words_panes_set_up (void);

G_END_DECLS
