/* The program as it starts, which tells when it drew what: a part of bench-start.
 *
 * It does what main() does, and prints when a frame was drawn first, and first with
 * the chart, by the monotonic clock.
 *
 * usage: bench-start-window [FILE]   with none it ends at its first frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "started.h"
#include "tb-application.h"
#include "tb-settings.h"
#include "tb-window-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

typedef struct
{
  TbWindow *window;
  gboolean  waits_for_chart;
  guint     n_frames;
} Watch;

static Watch watch;

static gboolean
has_chart (void)
{
  TbFigureCanvas *canvas = tb_chart_view_get_canvas (watch.window->chart_view);
  TbChartPicture *picture = tb_figure_canvas_get_picture (canvas);

  return picture != NULL && picture->scene != NULL && gtk_widget_get_mapped (GTK_WIDGET (canvas));
}

static void
painted_cb (GdkFrameClock *clock)
{
  watch.n_frames++;
  if (watch.n_frames == 1)
    started_tell_frame ("empty");
  if (watch.waits_for_chart && !has_chart ())
    return;
  if (watch.waits_for_chart)
    started_tell_frame ("chart");
  printf ("frames %u\n", watch.n_frames);
  started_tell_memory ();
  g_signal_handlers_disconnect_by_func (clock, painted_cb, NULL);
  g_application_quit (g_application_get_default ());
}

static void
map_cb (GtkWidget *window)
{
  watch.window = TB_WINDOW (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWidget      *window)
{
  if (!TB_IS_WINDOW (window))
    return;
  if (g_getenv ("TB_PATIENCE") != NULL)
    TB_WINDOW (window)->patience = 100;
  g_signal_connect (window, "map", G_CALLBACK (map_cb), NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (TbApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TONGBI_LOCALE_DIR") != NULL ? g_getenv ("TONGBI_LOCALE_DIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Tongbi"));
  g_settings_set_string (tb_settings_get (), "view", "chart");
  watch.waits_for_chart = argc > 1;

  application = tb_application_new (G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
