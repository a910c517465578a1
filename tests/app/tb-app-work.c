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
