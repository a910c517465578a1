/* The button of a dialog that copies all of its text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-copy-button.h"

#include <glib/gi18n-lib.h>

/**
 * tb_copy_button_copy:
 * @button: the button that was pressed
 * @text: what it copies
 *
 * Puts the text on the clipboard, and tells so by the button and aloud.
 */
void
tb_copy_button_copy (GtkButton  *button,
                     const char *text)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  gtk_button_set_icon_name (button, "object-select-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), _("Copied"));
  gtk_accessible_announce (GTK_ACCESSIBLE (button), _("Copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
