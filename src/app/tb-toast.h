/* What the window tells in passing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *tb_toast_new_label (const char      *text) G_GNUC_WARN_UNUSED_RESULT;
void       tb_toast_add       (AdwToastOverlay *toasts,
                               AdwToast        *toast,
                               const char      *text);
void       tb_toast_show      (AdwToastOverlay *toasts,
                               AdwToast        *toast,
                               const char      *text);
void       tb_toast_leave     (AdwToastOverlay *toasts);
void       tb_toast_tell      (AdwToastOverlay *toasts,
                               const char      *text);

G_END_DECLS
