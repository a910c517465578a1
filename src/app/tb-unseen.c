/* Contents of panes that are not shown.
 *
 * Whenever the focus moves, GTK styles the widgets of the whole window again, and
 * those of pages behind others as well, unless they are hidden themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-unseen.h"

static void
map_cb (AdwBin *pane)
{
  if (adw_bin_get_child (pane) != NULL)
    gtk_widget_set_visible (adw_bin_get_child (pane), TRUE);
}

static void
unmap_cb (AdwBin *pane)
{
  if (adw_bin_get_child (pane) != NULL && !gtk_widget_in_destruction (GTK_WIDGET (pane)))
    gtk_widget_set_visible (adw_bin_get_child (pane), FALSE);
}

/**
 * tb_unseen_hide:
 * @pane: a page of many widgets, whose child is always to be seen with it
 *
 * Hides the child while another page is shown.
 */
void
tb_unseen_hide (AdwBin *pane)
{
  g_return_if_fail (ADW_IS_BIN (pane));

  g_signal_connect (pane, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (pane, "unmap", G_CALLBACK (unmap_cb), NULL);
}
