/* Asks for a file, makes its content in a thread, writes it, and tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-file-save.h"

#include "tb-file-kind.h"
#include "tb-file-told.h"
#include "tb-save.h"

#include <glib/gi18n-lib.h>

/* What the thread has: it may live longer than the waiting for it. */
typedef struct
{
  GFile          *file;
  GPtrArray      *notices;
  TbMakeBytes     make;
  gpointer        data;
  GDestroyNotify  free_data;
} Work;

/* What the main thread has. */
typedef struct
{
  GtkWindow       *window;
  AdwToastOverlay *toasts;
  AdwToast        *progress;   /* nullable */
  guint            progress_id;
  GCancellable    *cancellable;
  Work            *work;       /* unowned once there is a task */
} Job;

/* A toast for work that is done sooner than it is read would only flicker. */
#define PROGRESS_AFTER_MS 500

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->file);
  g_ptr_array_unref (work->notices);
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work);
}

static void
job_free (Job *job)
{
  g_clear_handle_id (&job->progress_id, g_source_remove);
  g_object_unref (job->window);
  g_object_unref (job->toasts);
  g_object_unref (job->cancellable);
  g_clear_object (&job->progress);
  g_free (job);
}

static Job *
job_new (GtkWindow       *window,
         AdwToastOverlay *toasts,
         TbMakeBytes      make,
         gpointer         data,
         GDestroyNotify   free_data)
{
  Job *job = g_new0 (Job, 1);
  Work *work = g_new0 (Work, 1);

  work->notices = g_ptr_array_new_with_free_func (g_free);
  work->make = make;
  work->data = data;
  work->free_data = free_data;
  job->window = g_object_ref (window);
  job->toasts = g_object_ref (toasts);
  job->cancellable = g_cancellable_new ();
  job->work = work;
  return job;
}

/**
 * tb_file_write:
 * @file: where
 * @data: (array length=length): what
 * @length: bytes
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes a file. One of this machine is written beside the old one, which then is there
 * or not, whatever happens; of others their own file system does what it can. Blocks.
 *
 * Returns: whether it is written
 */
gboolean
tb_file_write (GFile         *file,
               const char    *data,
               gsize          length,
               GCancellable  *cancellable,
               GError       **error)
{
  const char *path = g_file_is_native (file) ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    return tb_save_file (path, data, length, error);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

static gboolean
write_bytes (GFile         *file,
             GBytes        *bytes,
             GCancellable  *cancellable,
             GError       **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return tb_file_write (file, data, length, cancellable, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = work->make (work->data, work->notices, &error);

  /* From here on it is too late to cancel; before, it was told at once. */
  if (!g_task_set_return_on_cancel (task, FALSE))
    return;
  if (bytes != NULL && write_bytes (work->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Job *job = user_data;
  TbFileTelling telling = { job->window, job->toasts, job->work->file };
  g_autoptr (GError) error = NULL;
  gboolean is_written = g_task_propagate_boolean (G_TASK (result), &error);

  if (job->progress != NULL)
    adw_toast_dismiss (job->progress);
  if (is_written)
    tb_file_tell_success (&telling, job->work->notices);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tb_file_tell_cancelled (&telling);
  else
    tb_file_tell_failure (&telling, error);
  job_free (job);
  g_application_release (g_application_get_default ());
}

static void
tell_progress (gpointer data)
{
  Job *job = data;
  TbFileTelling telling = { job->window, job->toasts, job->work->file };

  job->progress_id = 0;
  job->progress = tb_file_tell_progress (&telling, _("Exporting…"), job->cancellable);
}

/* The program stays until the file is written, also without a window. */
static void
start (Job *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, job->cancellable, written_cb, job);

  g_application_hold (g_application_get_default ());
  job->progress_id = g_timeout_add_once (PROGRESS_AFTER_MS, tell_progress, job);
  g_task_set_static_name (task, "[tongbi] export");
  g_task_set_source_tag (task, tb_file_save);
  g_task_set_task_data (task, job->work, work_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, write_in_thread);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  job->work->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (job->work->file != NULL)
    {
      start (job);
      return;
    }
  tb_file_report_choice (error);
  work_free (job->work);
  job_free (job);
}

/**
 * tb_file_save_to:
 * @window: that asks
 * @toasts: where the success is told
 * @file: where
 * @make: makes the content; called in a thread
 * @data: for @make
 * @free_data: (nullable): frees @data
 *
 * Makes a file and saves it whole or not at all, without blocking. What takes long is
 * told, and can be cancelled.
 */
void
tb_file_save_to (GtkWindow       *window,
                 AdwToastOverlay *toasts,
                 GFile           *file,
                 TbMakeBytes      make,
                 gpointer         data,
                 GDestroyNotify   free_data)
{
  Job *job = job_new (window, toasts, make, data, free_data);

  job->work->file = g_object_ref (file);
  start (job);
}

/**
 * tb_file_save:
 * @window: that asks
 * @toasts: where the success is told
 * @initial_name: proposed name of the file
 * @media_type: of the file
 * @make: makes the content; called in a thread
 * @data: for @make
 * @free_data: (nullable): frees @data
 *
 * Asks for a file and saves it as tb_file_save_to() does.
 */
void
tb_file_save (GtkWindow       *window,
              AdwToastOverlay *toasts,
              const char      *initial_name,
              const char      *media_type,
              TbMakeBytes      make,
              gpointer         data,
              GDestroyNotify   free_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *description = g_content_type_get_description (media_type);
  const char *suffix = strrchr (initial_name, '.');

  tb_file_kind_show_only (dialog, description, media_type, suffix != NULL ? suffix + 1 : NULL);
  gtk_file_dialog_set_title (dialog, _("Export"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_set_initial_name (dialog, initial_name);
  gtk_file_dialog_save (dialog, window, NULL, chosen_cb, job_new (window, toasts, make, data, free_data));
}
