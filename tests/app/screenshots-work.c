/* Pictures of what is told of files that change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "screenshots.h"

#include "tb-app-work.h"
#include "tb-window-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_told_of_change (gpointer data)
{
  return TB_WINDOW (data)->work_toast != NULL;
}

/* Another program writes the chart that is open. */
static void
show_saved_elsewhere (TbWindow *window)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "base-stations.tongbi-chart.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_shots_show_chart (window);
  tb_app_work_set_title (window, "5G base stations");
  tb_window_save_to (window, file);
  tb_app_test_wait (tb_app_work_is_saved, window, "the chart to be saved");
  g_file_set_contents (path, "{\"tongbi\": \"chart/1\", \"data\": {\"files\": []}}", -1, NULL);
  tb_app_test_wait (is_told_of_change, window, "the change to be told");
}

static void
show_replace (TbWindow *window)
{
  show_saved_elsewhere (window);
  tb_app_work_set_title (window, "Base stations");
  tb_window_save (window);
  tb_app_test_wait (tb_app_test_has_dialog, window, "the question");
}

/* A label shows its mnemonic without the mark. */
static GtkWidget *
find_details (TbWindow *window)
{
  g_auto (GStrv) parts = g_strsplit (_("_Details"), "_", -1);
  g_autofree char *text = g_strjoinv ("", parts);

  return tb_app_test_find_label (GTK_WIDGET (window), text);
}

static gboolean
has_details (gpointer data)
{
  return TB_WINDOW (data)->opening == NULL && find_details (data) != NULL;
}

/* A figure with a note at it is gone from the file. */
static void
show_news (TbWindow *window)
{
  g_autofree char *path = tb_app_test_write ("small.tongbi.json", tb_app_test_small_dataset ());
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the file");
  tb_shots_select (window, (const char *const[]) { "nurses", NULL });
  tb_app_work_add_note (window);
  tb_app_test_wait (tb_app_work_has_digests, window, "the digests");
  tb_app_work_revise (", [\"2022-12-31\", 95]", ", [\"2023-12-31\", 97]");
  tb_app_test_wait (tb_app_work_offers_reload, window, "the change to be seen");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  tb_app_test_wait (has_details, window, "the news");
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_details (window), GTK_TYPE_BUTTON), "clicked");
}

const TbShot tb_shots_of_work[] = {
  { "saved-elsewhere", 1366, 768, FALSE, show_saved_elsewhere },
  { "saved-elsewhere-narrow", 360, 648, FALSE, show_saved_elsewhere },
  { "replace", 1366, 768, FALSE, show_replace },
  { "replace-narrow-dark", 360, 648, TRUE, show_replace },
  { "news", 1366, 768, FALSE, show_news },
  { "news-narrow-dark", 360, 648, TRUE, show_news },
  { NULL },
};
