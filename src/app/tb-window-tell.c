/* Tells what has happened in a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-toast.h"

void
tb_window_add_toast (TbWindow   *self,
                     AdwToast   *toast,
                     const char *text)
{
  tb_toast_add (self->toasts, toast, text);
}

void
tb_window_tell (TbWindow   *self,
                const char *text)
{
  tb_window_add_toast (self, adw_toast_new (""), text);
}

/**
 * tb_window_say:
 * @self: a window
 * @text: what has happened
 *
 * Announces what is plain to those who see the window.
 */
void
tb_window_say (TbWindow   *self,
               const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
