/* The least that a window of this toolkit costs: a floor of bench-start.
 *
 * A window of GTK 4; of libadwaita where built so (1), also with what every window of
 * two panes has: header bars, split view and toolbar views, with nothing in them (2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "started.h"

#if TB_FLOOR_ADW
#include <adwaita.h>
#else
#include <gtk/gtk.h>
#endif

static void
painted_cb (GdkFrameClock *clock)
{
  started_tell_frame ("empty");
  started_tell_memory ();
  g_application_quit (g_application_get_default ());
}

static void
map_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

#if TB_FLOOR_ADW == 2
static AdwNavigationPage *
new_pane (const char *title)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  return adw_navigation_page_new (view, title);
}

static void
add_panes (GtkWidget *window)
{
  GtkWidget *split = adw_navigation_split_view_new ();

  adw_navigation_split_view_set_sidebar (ADW_NAVIGATION_SPLIT_VIEW (split), new_pane ("Sidebar"));
  adw_navigation_split_view_set_content (ADW_NAVIGATION_SPLIT_VIEW (split), new_pane ("Content"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), split);
}
#endif

static void
activate_cb (GtkApplication *application)
{
#if TB_FLOOR_ADW
  GtkWidget *window = adw_application_window_new (application);
#else
  GtkWidget *window = gtk_application_window_new (application);
#endif

#if TB_FLOOR_ADW == 2
  add_panes (window);
#endif
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  g_signal_connect (window, "map", G_CALLBACK (map_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
#if TB_FLOOR_ADW
  g_autoptr (GtkApplication) application = GTK_APPLICATION (adw_application_new ("org.tongbi.Floor",
                                                                                 G_APPLICATION_NON_UNIQUE));
#else
  g_autoptr (GtkApplication) application = gtk_application_new ("org.tongbi.Floor", G_APPLICATION_NON_UNIQUE);
#endif

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
