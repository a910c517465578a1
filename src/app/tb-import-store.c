/* What the user said about files of a shape, kept from one time to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-store.h"

#include "tb-save.h"

#include <glib/gi18n-lib.h>

/* A profile names columns and indicators; a larger file is not ours. */
#define MAX_BYTES (16 * 1024 * 1024)

/**
 * tb_import_store_dup_path:
 * @shape: of tb_plan_dup_shape()
 *
 * Returns: (transfer full): where the profile of such files is kept
 */
char *
tb_import_store_dup_path (const char *shape)
{
  g_autofree char *name = g_strconcat (shape, ".json", NULL);

  return g_build_filename (g_get_user_data_dir (), "tongbi", "profiles", name, NULL);
}

static GBytes *
load_bytes (const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GBytes) bytes = stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAX_BYTES, NULL, error)
                                            : NULL;

  return g_steal_pointer (&bytes);
}

/**
 * tb_import_store_load:
 * @shape: of tb_plan_dup_shape()
 * @out_damage: (out) (transfer full) (nullable): what is wrong with what is kept
 *
 * Looks up what the user said about files of a shape.
 *
 * Thread: any but the main one.
 *
 * Returns: (transfer full) (nullable): the profile
 */
TbProfile *
tb_import_store_load (const char  *shape,
                      char       **out_damage)
{
  g_autofree char *path = tb_import_store_dup_path (shape);
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load_bytes (path, &error);
  TbProfile *profile;

  *out_damage = NULL;
  if (bytes == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        *out_damage = g_strdup (error->message);
      return NULL;
    }

  profile = tb_profile_parse (bytes, problems);
  if (profile == NULL)
    *out_damage = tb_problems_get_n_listed (problems) > 0 ? g_strdup (tb_problems_get (problems, 0)->message)
                                                          : g_strdup (path);

  return profile;
}

/**
 * tb_import_store_save:
 * @shape: of tb_plan_dup_shape()
 * @profile: what the user said
 * @error: return location for an error
 *
 * Keeps a profile in place of the one that was kept, whole or not at all.
 *
 * Thread: any but the main one.
 *
 * Returns: whether it is kept
 */
gboolean
tb_import_store_save (const char       *shape,
                      const TbProfile  *profile,
                      GError          **error)
{
  g_autofree char *path = tb_import_store_dup_path (shape);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = tb_profile_to_json (profile);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("Could not create the folder “%s”: %s"), folder,
                   g_strerror (errno));
      return FALSE;
    }

  return tb_save_file (path, data, length, error);
}

typedef struct
{
  char      *shape;
  TbProfile *profile;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_free (keeping->shape);
  tb_profile_unref (keeping->profile);
  g_free (keeping);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Keeping *keeping = data;
  g_autoptr (GError) error = NULL;

  if (tb_import_store_save (keeping->shape, keeping->profile, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tb_import_store_save_async:
 * @shape: of tb_plan_dup_shape()
 * @profile: what the user said
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Keeps a profile as tb_import_store_save() does, in a thread.
 */
void
tb_import_store_save_async (const char          *shape,
                            TbProfile           *profile,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->shape = g_strdup (shape);
  keeping->profile = tb_profile_ref (profile);
  g_task_set_source_tag (task, tb_import_store_save_async);
  g_task_set_static_name (task, "[tongbi] save profile");
  g_task_set_task_data (task, keeping, keeping_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
tb_import_store_save_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
