/* The style of the user's house, kept from one time to the next.
 *
 * A copy is kept: the file that it came from may go away, and a sandbox does not see it
 * again. What the settings hold is its name, and when it was chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-theme-store.h"

#include "tb-file-name.h"
#include "tb-json-cursor.h"
#include "tb-save.h"
#include "tb-settings.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A logo of TB_LIMIT_LOGO_BYTES in base64, and much besides. */
#define MAX_BYTES (4 * 1024 * 1024)

static TbHouseStyle *current;
static gint64 current_stamp;

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "tongbi", "house-style.json", NULL);
}

static char *
load (GFile   *file,
      gsize   *out_length,
      GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GBytes) bytes = NULL;

  if (stream == NULL)
    return NULL;
  bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAX_BYTES + 1, NULL, error);
  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The file is larger than %d MB"),
                   MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  *out_length = g_bytes_get_size (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), *out_length);
}

/**
 * tb_theme_store_get:
 *
 * Gets the style that figures are drawn in where they say none. What is kept and
 * cannot be read any more is no style, and is told in the log.
 *
 * Thread: main.
 *
 * Returns: (transfer none) (nullable): the style
 */
TbHouseStyle *
tb_theme_store_get (void)
{
  gint64 stamp = g_settings_get_int64 (tb_settings_get (), "theme-stamp");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (stamp == current_stamp)
    return current;
  current_stamp = stamp;
  g_clear_pointer (&current, tb_house_style_unref);
  if (stamp == 0)
    return NULL;
  path = dup_path ();
  file = g_file_new_for_path (path);
  text = load (file, &length, &error);
  if (text != NULL)
    current = tb_house_style_from_json (text, (gssize) length, &error);
  if (current == NULL)
    g_message ("House style: %s", error->message);
  return current;
}

static char *
dup_name (GFile              *file,
          const TbHouseStyle *house)
{
  const char *text = tb_house_style_get_json (house);
  g_autoptr (TbProblems) problems = tb_problems_new ("");
  g_autoptr (TbJsonDocument) document = tb_json_document_new (text, strlen (text), 0, problems);
  const TbJsonValue *name = tb_json_find (tb_json_document_get_root (document), "name");
  gsize n = 0;
  const char *own = name != NULL && tb_json_get_type (name) == TB_JSON_STRING ? tb_json_get_string (name, &n) : NULL;

  if (n > 0)
    return g_strndup (own, n);
  return tb_file_dup_name (file);
}

static void
choose_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  g_autoptr (TbHouseStyle) house = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  text = load (data, &length, &error);
  if (text != NULL)
    house = tb_house_style_from_json (text, (gssize) length, &error);
  g_mkdir_with_parents (folder, 0700);
  if (house != NULL && tb_save_file (path, text, length, &error))
    g_task_return_pointer (task, dup_name (data, house), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tb_theme_store_choose_async:
 * @file: a theme, data/schemas/theme-1.schema.json
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Makes a file the style of the house, in a thread.
 */
void
tb_theme_store_choose_async (GFile               *file,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tb_theme_store_choose_async);
  g_task_set_static_name (task, "[tongbi] house style");
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, choose_in_thread);
}

gboolean
tb_theme_store_choose_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_autofree char *name = g_task_propagate_pointer (G_TASK (result), error);

  if (name == NULL)
    return FALSE;
  g_settings_set_string (tb_settings_get (), "theme-name", name);
  g_settings_set_int64 (tb_settings_get (), "theme-stamp", g_get_real_time ());
  return TRUE;
}

/**
 * tb_theme_store_reset:
 *
 * Forgets the style of the house.
 */
void
tb_theme_store_reset (void)
{
  g_autofree char *path = dup_path ();

  g_settings_reset (tb_settings_get (), "theme-name");
  g_settings_reset (tb_settings_get (), "theme-stamp");
  g_unlink (path);
}
