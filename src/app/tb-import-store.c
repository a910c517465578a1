/* What the user said about files of a shape, kept from one time to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-store.h"

#include "tb-json-cursor.h"
#include "tb-save.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

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
  g_autoptr (GBytes) bytes = stream != NULL
                                 ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), MAX_BYTES, NULL, error)
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

static void
kept_free (gpointer data)
{
  TbImportKept *kept = data;

  g_free (kept->shape);
  g_free (kept->columns);
  g_clear_pointer (&kept->saved, g_date_time_unref);
  g_free (kept);
}

/* The names of the columns, so far as a profile has any: they are what a user knows
 * a file by. */
static char *
dup_columns (const char *path)
{
  g_autoptr (GBytes) bytes = load_bytes (path, NULL);
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (TbJsonDocument) document = NULL;
  const TbJsonValue *columns = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  TbJsonIter iter;

  if (bytes != NULL)
    document = tb_json_document_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, problems);
  if (document != NULL && tb_json_get_type (tb_json_document_get_root (document)) == TB_JSON_OBJECT)
    columns = tb_json_find (tb_json_document_get_root (document), "columns");
  if (columns == NULL || tb_json_get_type (columns) != TB_JSON_OBJECT)
    return g_strdup ("");
  for (tb_json_iter_init (&iter, columns); tb_json_iter_next (&iter);)
    {
      gsize length;
      const char *name = tb_json_get_string (iter.key, &length);

      g_string_append (names, names->len > 0 ? " · " : "");
      g_string_append_len (names, name, (gssize) length);
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static int
compare_kept (gconstpointer a,
              gconstpointer b)
{
  const TbImportKept *x = *(TbImportKept *const *) a;
  const TbImportKept *y = *(TbImportKept *const *) b;

  if (x->saved == NULL || y->saved == NULL)
    return (x->saved == NULL) - (y->saved == NULL);
  return g_date_time_compare (y->saved, x->saved);
}

/**
 * tb_import_store_list:
 *
 * Lists what is kept about files. What is damaged is listed too, so that it can be
 * forgotten.
 *
 * Thread: any but the main one.
 *
 * Returns: (transfer full) (element-type TbImportKept): the newest first
 */
GPtrArray *
tb_import_store_list (void)
{
  g_autofree char *any = tb_import_store_dup_path ("any");
  g_autofree char *folder = g_path_get_dirname (any);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func (kept_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      TbImportKept *kept;
      GStatBuf status;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      kept = g_new0 (TbImportKept, 1);
      kept->shape = g_strndup (name, strlen (name) - strlen (".json"));
      kept->columns = dup_columns (path);
      kept->saved = g_stat (path, &status) == 0 ? g_date_time_new_from_unix_local (status.st_mtime) : NULL;
      g_ptr_array_add (all, kept);
    }
  g_ptr_array_sort (all, compare_kept);
  return all;
}

/**
 * tb_import_store_forget:
 * @shape: of tb_import_store_list()
 * @error: return location for an error
 *
 * Forgets what was said about files of a shape: it is asked for again.
 *
 * Returns: whether it is forgotten
 */
gboolean
tb_import_store_forget (const char *shape,
                        GError    **error)
{
  g_autofree char *path = tb_import_store_dup_path (shape);

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
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
