/* Places that no action opens: settings further down, what is refused, and what
 * becomes of files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-places-private.h"

#include "tb-app-work.h"
#include "tb-inspector.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>

static gboolean
is_inspector_ready (gpointer inspector)
{
  return gtk_widget_get_mapped (inspector) && !tb_inspector_is_busy (inspector);
}

void
tb_tour_inspector (TbTour     *tour,
                   TbWindow   *window,
                   const char *where)
{
  GtkWidget *inspector, *scrolled;
  GtkAdjustment *position;
  double step;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  g_object_set (window->chart_view, "inspector-shown", TRUE, NULL);
  tb_app_test_draw (window);
  inspector = tb_app_test_find (GTK_WIDGET (window->chart_view), TB_TYPE_INSPECTOR);
  tb_app_test_wait (is_inspector_ready, inspector, "the inspector");
  scrolled = tb_app_test_find (inspector, GTK_TYPE_SCROLLED_WINDOW);
  position = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  step = MAX (gtk_adjustment_get_page_size (position) * 0.8, 400);
  for (double top = 0; top < gtk_adjustment_get_upper (position); top += step)
    {
      g_autofree char *place = g_strdup_printf ("%s, inspector from %.0f", where, top);

      gtk_adjustment_set_value (position, top);
      tb_tour_visit (tour, window, GTK_WIDGET (window), place);
    }
  g_object_set (window->chart_view, "inspector-shown", FALSE, NULL);
  tb_app_test_draw (window);
}

static void
visit_refused (TbTour   *tour,
               TbWindow *window)
{
  GtkWidget *banner = tb_app_test_find (GTK_WIDGET (window->chart_view), ADW_TYPE_BANNER);

  if (!adw_banner_get_revealed (ADW_BANNER (banner)))
    g_error ("Nothing is refused");
  tb_tour_visit (tour, window, GTK_WIDGET (window), "chart of which some is refused");
  g_signal_emit_by_name (banner, "button-clicked");
  tb_app_test_draw (window);
  tb_tour_visit_dialog (tour, window, "what is refused");
}

static gboolean
is_read (gpointer data)
{
  TbWindow *window = data;

  return tb_session_get_dataset (window->session) != NULL && tb_window_is_settled (window) && window->digests != NULL;
}

static gboolean
has_no_offer (gpointer data)
{
  TbWindow *window = data;

  return is_read (window) && !tb_app_work_offers_reload (window);
}

static gboolean
is_toast (GtkWidget     *widget,
          gconstpointer  data)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "toast");
}

/* Changed, read again, and what that brought. */
static void
visit_change (TbTour   *tour,
              TbWindow *window)
{
  g_auto (GStrv) parts = g_strsplit (tb_app_test_small_dataset (), "95", -1);
  g_autofree char *changed = g_strjoinv ("96", parts);
  g_autofree char *path = tb_app_test_write ("small.tongbi.json", changed);
  GtkWidget *toast;

  tb_app_test_wait (tb_app_work_offers_reload, window, "the change to be seen");
  tb_tour_visit (tour, window, GTK_WIDGET (window), "changed on disk");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  tb_app_test_wait (has_no_offer, window, "the file to be read again");
  tb_app_test_draw (window);
  tb_tour_visit (tour, window, GTK_WIDGET (window), "read again");
  toast = tb_app_test_find_where (GTK_WIDGET (window), is_toast, NULL);
  if (toast == NULL)
    g_error ("What is new is not told");
  g_signal_emit_by_name (tb_app_test_find (toast, GTK_TYPE_BUTTON), "clicked");
  tb_app_test_draw (window);
  tb_tour_visit_dialog (tour, window, "what is new");
}

static void
visit_loss (TbTour   *tour,
            TbWindow *window)
{
  g_autofree char *path = tb_app_test_write ("small.tongbi.json", "");

  g_unlink (path);
  tb_app_test_wait (tb_app_work_offers_reload, window, "the loss to be seen");
  tb_tour_visit (tour, window, GTK_WIDGET (window), "gone from disk");
}

/* Below a file there is no folder. */
static void
visit_failure (TbTour   *tour,
               TbWindow *window)
{
  g_autofree char *none = tb_app_test_write ("no-folder", "");
  g_autoptr (GFile) file = g_file_new_build_filename (none, "nurses.tongbi-chart.json", NULL);

  tb_window_save_to (window, file);
  tb_app_test_wait (tb_app_test_has_dialog, window, "the failure");
  tb_app_test_draw (window);
  tb_tour_visit_dialog (tour, window, "not saved");
}

void
tb_tour_files (TbTour *tour)
{
  /* The span lies outside of the figures. */
  static const char work[] = "{\"tongbi\": \"chart/1\", \"type\": \"column\", \"indicators\": [\"nurses\"], "
                             "\"decorations\": [{\"kind\": \"span\", \"from\": \"2001\", \"to\": \"2002\"}], \"data\": "
                             "{\"files\": "
                             "[{\"path\": \"small.tongbi.json\"}]}, \"view\": {\"shown\": \"chart\"}}\n";
  g_autofree char *small = tb_app_test_write ("small.tongbi.json", tb_app_test_small_dataset ());
  g_auto (GStrv) parts = g_strsplit (work, "small.tongbi", -1);
  g_autofree char *moved = g_strjoinv ("moved", parts);
  TbWindow *window = tb_tour_open (tour, "nurses.tongbi-chart.json", work, is_read);

  visit_refused (tour, window);
  visit_change (tour, window);
  visit_failure (tour, window);
  visit_loss (tour, window);
  tb_app_test_close (window);
  window = tb_tour_open (tour, "moved.tongbi-chart.json", moved, tb_app_test_has_dialog);
  tb_tour_visit_dialog (tour, window, "where the figures are");
  tb_app_test_close (window);
}
