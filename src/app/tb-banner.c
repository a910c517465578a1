/* Banners that are told to those who do not see them come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-banner.h"

/* By the window: what has just come is not known to screen readers yet. */
static void
announce (AdwBanner *banner)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (banner));

  g_signal_handlers_disconnect_by_func (banner, announce, NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (root), adw_banner_get_title (banner),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * tb_banner_tell:
 * @banner: a banner
 * @title: (nullable): what it tells; %NULL: nothing, and it goes
 *
 * Shows or hides a banner. What is new on it is announced too, as soon as it is in sight.
 */
void
tb_banner_tell (AdwBanner  *banner,
                const char *title)
{
  gboolean is_new;

  g_return_if_fail (ADW_IS_BANNER (banner));

  is_new = title != NULL
           && (!adw_banner_get_revealed (banner) || !g_str_equal (title, adw_banner_get_title (banner)));
  /* What goes is still read while it does. */
  if (title != NULL)
    adw_banner_set_title (banner, title);
  adw_banner_set_revealed (banner, title != NULL);
  if (is_new || title == NULL)
    g_signal_handlers_disconnect_by_func (banner, announce, NULL);
  if (is_new && gtk_widget_get_mapped (GTK_WIDGET (banner)))
    announce (banner);
  else if (is_new)
    g_signal_connect (banner, "map", G_CALLBACK (announce), NULL);
}
