/* The least that a window of this toolkit costs: the floor of bench-start.
 *
 * A window of GTK 4, and of libadwaita where built so, with nothing in it. What it
 * prints is when its first frame was drawn, by the monotonic clock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#ifdef TB_FLOOR_ADW
#include <adwaita.h>
#else
#include <gtk/gtk.h>
#endif

#include <stdio.h>

static void
painted_cb (GdkFrameClock *clock)
{
  printf ("empty %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  g_application_quit (g_application_get_default ());
}

static void
map_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
activate_cb (GtkApplication *application)
{
#ifdef TB_FLOOR_ADW
  GtkWidget *window = adw_application_window_new (application);
#else
  GtkWidget *window = gtk_application_window_new (application);
#endif

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  g_signal_connect (window, "map", G_CALLBACK (map_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
#ifdef TB_FLOOR_ADW
  g_autoptr (GtkApplication) application = GTK_APPLICATION (adw_application_new ("org.tongbi.Floor",
                                                                                 G_APPLICATION_NON_UNIQUE));
#else
  g_autoptr (GtkApplication) application = gtk_application_new ("org.tongbi.Floor", G_APPLICATION_NON_UNIQUE);
#endif

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
