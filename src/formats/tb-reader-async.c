/* Reads files in a thread, for a main loop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* What the thread and the caller's main context share. The caller sees only the
 * newest fraction, however many come before it looks. */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray      *files;
  TbReaderOptions options;
  TbProblems     *problems;
  TbProgressFunc  progress;
  gpointer        user_data;
  GMainContext   *context;
  GCancellable   *cancellable;
  GMutex          lock;
  double          fraction;  /* under @lock */
  gboolean        pending;   /* under @lock: a source will tell @fraction */
} Reading;

static void
reading_unref (gpointer data)
{
  Reading *reading = data;

  if (!g_atomic_ref_count_dec (&reading->ref_count))
    return;

  g_ptr_array_unref (reading->files);
  g_free ((char *) reading->options.format);
  if (reading->options.profile != NULL)
    tb_profile_unref ((TbProfile *) reading->options.profile);
  g_clear_pointer (&reading->options.plan, tb_plan_unref);
  tb_problems_unref (reading->problems);
  g_main_context_unref (reading->context);
  g_clear_object (&reading->cancellable);
  g_mutex_clear (&reading->lock);
  g_free (reading);
}

static gboolean
tell_progress_cb (gpointer data)
{
  Reading *reading = data;
  double fraction;

  g_mutex_lock (&reading->lock);
  fraction = reading->fraction;
  reading->pending = FALSE;
  g_mutex_unlock (&reading->lock);

  if (!g_cancellable_is_cancelled (reading->cancellable))
    reading->progress (fraction, reading->user_data);

  return G_SOURCE_REMOVE;
}

/* In the thread. */
static void
on_progress_cb (double   fraction,
                gpointer data)
{
  Reading *reading = data;
  gboolean pending;

  g_mutex_lock (&reading->lock);
  pending = reading->pending;
  reading->fraction = fraction;
  reading->pending = TRUE;
  g_mutex_unlock (&reading->lock);

  if (pending)
    return;

  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "tb_reader progress");
  g_atomic_ref_count_inc (&reading->ref_count);
  g_source_set_callback (source, tell_progress_cb, reading, reading_unref);
  g_source_attach (source, reading->context);
}

/* Nobody means to open a device or a pipe in a window: it has no end, or waits for a
 * writer. FALSE: reported. */
static gboolean
check_place (const TbReaderPlace *place,
             TbProblems          *problems)
{
  GStatBuf status;

  if (place->path == NULL || g_stat (place->path, &status) != 0 || S_ISREG (status.st_mode) || S_ISDIR (status.st_mode))
    return TRUE;
  tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", _("this is a device or a pipe; expected a file or a folder"));

  return FALSE;
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  gsize n_files = reading->files->len;
  g_autofree TbReaderPlace *places = g_new0 (TbReaderPlace, n_files);
  TbReaderWatch watch = { reading->progress != NULL ? on_progress_cb : NULL, reading, cancellable };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = NULL;

  for (gsize i = 0; i < n_files; i++)
    {
      places[i].file = reading->files->pdata[i];
      places[i].path = g_file_peek_path (places[i].file);
      if (!check_place (&places[i], reading->problems))
        {
          g_task_return_pointer (task, NULL, NULL);
          return;
        }
    }

  dataset = tb_reader_read_places (places, n_files, &reading->options, reading->problems, &watch, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&dataset), (GDestroyNotify) tb_dataset_unref);
}

static void
copy_options (const TbReaderOptions *options,
              TbReaderOptions       *copy)
{
  copy->format = g_strdup (options->format);
  copy->profile = options->profile != NULL ? tb_profile_ref ((TbProfile *) options->profile) : NULL;
  copy->plan = options->plan != NULL ? tb_plan_ref (options->plan) : NULL;
}

/**
 * tb_reader_read_async:
 * @files: (array length=n_files): files and folders, read as one dataset
 * @n_files: how many, at least one
 * @options: (nullable): what the caller says about them; copied
 * @progress: (nullable) (scope notified): called with 0…1 in the caller's main
 *   context, never after @callback and never once cancelled
 * @user_data_of_progress: for @progress
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called in the caller's main context at the end
 * @user_data: for @callback
 *
 * Reads files of figures in a thread, so that the main loop stays free.
 */
void
tb_reader_read_async (GFile *const          *files,
                      gsize                  n_files,
                      const TbReaderOptions *options,
                      TbProgressFunc         progress,
                      gpointer               user_data_of_progress,
                      GCancellable          *cancellable,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *name = g_file_get_basename (files[0]);
  Reading *reading = g_new0 (Reading, 1);

  g_atomic_ref_count_init (&reading->ref_count);
  g_mutex_init (&reading->lock);
  reading->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < n_files; i++)
    g_ptr_array_add (reading->files, g_object_ref (files[i]));
  if (options != NULL)
    copy_options (options, &reading->options);
  reading->problems = tb_problems_new (name != NULL ? name : "");
  reading->progress = progress;
  reading->user_data = user_data_of_progress;
  reading->context = g_main_context_ref_thread_default ();
  g_set_object (&reading->cancellable, cancellable);

  g_task_set_source_tag (task, tb_reader_read_async);
  g_task_set_static_name (task, "tb_reader_read");
  g_task_set_task_data (task, reading, reading_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * tb_reader_read_finish:
 * @result: what the callback was given
 * @out_problems: (out) (optional) (transfer full): warnings, and where there is
 *   no dataset errors; %NULL where @error is set
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * Ends tb_reader_read_async(). To be called once.
 *
 * Returns: (transfer full) (nullable): the dataset
 */
TbDataset *
tb_reader_read_finish (GAsyncResult  *result,
                       TbProblems   **out_problems,
                       GError       **error)
{
  GTask *task = G_TASK (result);
  Reading *reading = g_task_get_task_data (task);
  gboolean failed = g_task_had_error (task);

  if (out_problems != NULL)
    *out_problems = failed ? NULL : tb_problems_ref (reading->problems);

  return g_task_propagate_pointer (task, error);
}
