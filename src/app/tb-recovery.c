/* Unsaved work that is kept for the case of a crash.
 *
 * A folder a program and in it a file a window, in the user's own data folder. A
 * program that runs holds the lock of its folder, and of those whose work it offers;
 * one that finds a lock held leaves the folder alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-recovery.h"
#include "tb-work-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>

/* Another program may be about to remove a folder that was made just now. */
#define TRIES 8

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "tongbi", "recovery", NULL);
}

/* Held until the program ends, however it does. */
static gboolean
lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  int fd = open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    return FALSE;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  close (fd);

  return FALSE;
}

/* The folder of this program. */
static char *
make_own_folder (void)
{
  g_autofree char *folder = dup_folder ();

  for (int i = 0; i < TRIES; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autofree char *own = g_build_filename (folder, id, NULL);

      g_mkdir_with_parents (own, 0700);
      if (lock (own))
        return g_steal_pointer (&own);
    }

  return g_steal_pointer (&folder);
}

/**
 * tb_recovery_new_file:
 *
 * Gets a place for the work of one window, and makes its folder. Where that is not
 * possible writing to the file will tell. Thread: main.
 *
 * Returns: (transfer full): a file that is not there yet
 */
GFile *
tb_recovery_new_file (void)
{
  static char *own_folder = NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, TB_WORK_SUFFIX, NULL);

  if (own_folder == NULL)
    own_folder = make_own_folder ();

  return g_file_new_build_filename (own_folder, name, NULL);
}

static void
add_work (GPtrArray  *files,
          const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, TB_WORK_SUFFIX))
      g_ptr_array_add (files, g_file_new_build_filename (folder, name, NULL));
}

/* What a program left that does not run any more. */
static void
take_folder (GPtrArray  *files,
             const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  guint n = files->len;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR) || !lock (folder))
    return;
  add_work (files, folder);
  if (files->len > n)
    return;
  g_unlink (path);
  g_rmdir (folder);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *of_program = g_build_filename (folder, name, NULL);

      take_folder (files, of_program);
    }
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tb_recovery_list_async:
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Looks, in a thread, for work that was not saved. To be called once, before the
 * first window has work.
 */
void
tb_recovery_list_async (GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tb_recovery_list_async);
  g_task_set_static_name (task, "[tongbi] recovery");
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * tb_recovery_list_finish:
 * @result: of tb_recovery_list_async()
 *
 * Returns: (transfer full) (element-type GFile): the files, perhaps none
 */
GPtrArray *
tb_recovery_list_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
