/* Dialogs that come up a group of rows at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tb_dialog_begin_at         (AdwDialog *dialog,
                                 GtkWidget *meant);
void tb_dialog_present_soon     (AdwDialog *dialog,
                                 GtkWidget *parent);
void tb_dialog_present_in_parts (AdwDialog *dialog,
                                 GtkWidget *parent);
void tb_dialog_draw_in_parts    (AdwDialog *dialog,
                                 GtkWidget *groups);

G_END_DECLS
