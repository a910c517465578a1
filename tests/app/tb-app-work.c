/* Work in a window, on its way to the disk: what tests set up and wait for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-app-work.h"

#include "tb-window-private.h"

#include <string.h>

void
tb_app_work_set_title (TbWindow   *window,
                       const char *title)
{
  TbChartSpecFields fields = *tb_session_get_fields (window->session);

  fields.title = (char *) title;
  tb_session_change (window->session, &fields, tb_session_has_automatic_type (window->session), NULL);
}

void
tb_app_work_begin (TbWindow *window)
{
  TbSession *session = window->session;
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (session));
  TbChartSpecFields fields;

  tb_session_select (session, tb_catalog_find_indicator (catalog, "nurses"), TRUE);
  tb_session_set_chart_type (session, TB_CHART_LINE);
  fields = *tb_session_get_fields (session);
  fields.title = (char *) "Nurses of the north";
  tb_session_change (session, &fields, FALSE, NULL);
  adw_view_stack_set_visible_child_name (window->views, "table");
}

void
tb_app_work_add_note (TbWindow *window)
{
  TbSession *session = window->session;
  TbDecoration note = { .kind = TB_DECORATION_NOTE, .text = (char *) "Strike",
                        .from = { TB_ATTACH_PERIOD, TB_PERIOD_UNDATED }, .to = TB_NO_ATTACHMENT };
  TbChartSpecFields fields = *tb_session_get_fields (session);
  TbSeries *const *series;
  gsize n;

  series = tb_dataset_get_series_of (tb_session_get_dataset (session), tb_session_get_selected (session, 0), &n);
  note.from.period = tb_series_get_period (series[0], 2);
  fields.decorations = &note;
  fields.n_decorations = 1;
  tb_session_change (session, &fields, tb_session_has_automatic_type (session), NULL);
}

char *
tb_app_work_save (TbWindow   *window,
                  const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tb_app_test_wait (tb_app_work_has_digests, window, "the figures' digest");
  tb_window_save_to (window, file);
  tb_app_test_wait (tb_app_work_is_saved, window, "the work to be saved");
  return g_steal_pointer (&path);
}

void
tb_app_work_revise (const char *before,
                    const char *after)
{
  GString *text = g_string_new (tb_app_test_small_dataset ());
  g_autofree char *path = NULL;

  g_assert_cmpuint (g_string_replace (text, before, after, 0), >, 0);
  path = tb_app_test_write ("small.tongbi.json", text->str);
  g_string_free (text, TRUE);
}

static gboolean
is_done (gpointer done)
{
  return *(gboolean *) done;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      done)
{
  g_assert_true (tb_import_read_finish (TB_IMPORT (source), result, NULL));
  *(gboolean *) done = TRUE;
}

void
tb_app_work_read (TbImport *import)
{
  gboolean done = FALSE;

  tb_import_read_async (import, NULL, NULL, NULL, NULL, read_cb, &done);
  tb_app_test_wait (is_done, &done, "the files to be read");
}

gboolean
tb_app_work_is_saved (gpointer data)
{
  TbWindow *window = data;

  return !window->is_saving && tb_session_is_saved (window->session);
}

gboolean
tb_app_work_is_kept (gpointer data)
{
  TbWindow *window = data;

  return window->recovery_file != NULL && !window->is_keeping && window->recovery_id == 0;
}

gboolean
tb_app_work_has_digests (gpointer data)
{
  return TB_WINDOW (data)->digests != NULL;
}

gboolean
tb_app_work_offers_reload (gpointer data)
{
  return adw_banner_get_revealed (TB_WINDOW (data)->reload_banner);
}

gboolean
tb_app_work_holds (const char *path,
                   const char *part)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, part) != NULL;
}
