/* What several pictures of the window show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "screenshots.h"

const TbIndicator *
tb_shots_find_indicator (TbWindow   *window,
                         const char *id)
{
  TbDataset *dataset = tb_session_get_dataset (tb_window_get_session (window));

  return tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), id);
}

void
tb_shots_select (TbWindow          *window,
                 const char *const *ids)
{
  TbSession *session = tb_window_get_session (window);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      const TbIndicator *indicator = tb_shots_find_indicator (window, ids[i]);

      if (indicator != NULL)
        tb_session_select (session, indicator, i == 0);
    }
}

void
tb_shots_open_sample (TbWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the sample");
}

void
tb_shots_show_chart (TbWindow *window)
{
  tb_shots_open_sample (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  tb_shots_select (window, (const char *const[]) { "base-stations-5g-new", NULL });
}

static void
open_long (TbWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", "iowa-electricity.tongbi.json",
                                            NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_window_open (window, file);
  tb_app_test_wait (tb_app_test_has_dataset, window, "the dataset");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
}

void
tb_shots_show_long (TbWindow *window)
{
  open_long (window);
  tb_shots_select (window, (const char *const[]) { "generation-fossil", "generation-nuclear",
                                                   "generation-renewable", NULL });
}

void
tb_shots_show_table (TbWindow *window)
{
  tb_shots_show_chart (window);
  tb_shots_select (window, (const char *const[]) { "general-high-school-admission-rate", "civic-projects", NULL });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
}

void
tb_shots_show_overview (TbWindow *window)
{
  tb_shots_open_sample (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "overview");
}
