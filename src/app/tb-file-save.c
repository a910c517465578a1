/* Asks for a file, makes its content in a thread, writes it, and tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-file-save.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow       *window;
  AdwToastOverlay *toasts;
  AdwToast        *progress;   /* nullable */
  guint            progress_id;
  GFile           *file;
  GPtrArray       *notices;
  TbMakeBytes      make;
  gpointer         data;
  GDestroyNotify   free_data;
} Job;

/* A toast for work that is done sooner than it is read would only flicker. */
#define PROGRESS_AFTER_MS 500

static void
job_free (Job *job)
{
  g_clear_handle_id (&job->progress_id, g_source_remove);
  g_clear_object (&job->window);
  g_clear_object (&job->toasts);
  g_clear_object (&job->progress);
  g_clear_object (&job->file);
  g_clear_pointer (&job->notices, g_ptr_array_unref);
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    g_debug ("Showing the file: %s", error->message);
}

static void
show_cb (AdwToast *toast,
         GFile    *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, g_object_get_data (G_OBJECT (toast), "window"), NULL, shown_cb,
                                            NULL);
}

/* The whole list, which a toast has no room for. */
static void
list_notices (GtkWindow       *window,
              const GPtrArray *notices)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Notices of the Export"), NULL);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < notices->len; i++)
    g_strv_builder_add (lines, notices->pdata[i]);
  all = g_strv_builder_end (lines);
  text = g_strjoinv ("\n", all);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
notices_cb (AdwToast  *toast,
            GPtrArray *notices)
{
  list_notices (g_object_get_data (G_OBJECT (toast), "window"), notices);
}

static char *
dup_success (const Job *job)
{
  g_autofree char *name = g_file_get_basename (job->file);

  if (job->notices->len == 0)
    /* Translators: %s is the name of the file that was written */
    return g_strdup_printf (_("“%s” exported"), name);
  /* Translators: of the file that was written: labels that found no room, fonts that are not there … */
  return g_strdup_printf (ngettext ("“%s” exported, with %u notice", "“%s” exported, with %u notices",
                                    job->notices->len),
                          name, job->notices->len);
}

/* What is to be known of the file comes before where it is. */
static void
tell_success (Job *job)
{
  g_autofree char *text = dup_success (job);
  gboolean has_notices = job->notices->len > 0;
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, has_notices ? _("_Notices") : _("_Show"));
  g_object_set_data_full (G_OBJECT (toast), "window", g_object_ref (job->window), g_object_unref);
  if (has_notices)
    g_signal_connect_data (toast, "button-clicked", G_CALLBACK (notices_cb), g_ptr_array_ref (job->notices),
                           (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
  else
    g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_cb), g_object_ref (job->file),
                           (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  adw_toast_overlay_add_toast (job->toasts, toast);
}

static void
tell_failure (Job          *job,
              const GError *error)
{
  g_autofree char *name = g_file_get_basename (job->file);
  /* Translators: %s is the name of a file */
  AdwDialog *dialog = adw_alert_dialog_new (_("Export Failed"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _("“%s” was not written, and nothing was changed: %s"), name,
                                error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (job->window));
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = job->make (job->data, job->notices, &error);
  gsize size;
  const char *content;

  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  content = g_bytes_get_data (bytes, &size);
  if (g_file_replace_contents (job->file, content, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error))
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
  g_autoptr (GError) error = NULL;

  if (job->progress != NULL)
    adw_toast_dismiss (job->progress);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell_success (job);
  else
    tell_failure (job, error);
  job_free (job);
}

static void
tell_progress (gpointer data)
{
  Job *job = data;

  job->progress_id = 0;
  job->progress = adw_toast_new (_("Exporting…"));
  adw_toast_set_timeout (job->progress, 0);
  adw_toast_overlay_add_toast (job->toasts, g_object_ref (job->progress));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  job->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (job->file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
          && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
        g_message ("Choosing a file: %s", error->message);
      job_free (job);
      return;
    }
  job->progress_id = g_timeout_add_once (PROGRESS_AFTER_MS, tell_progress, job);
  task = g_task_new (NULL, NULL, written_cb, job);
  g_task_set_static_name (task, "[tongbi] export");
  g_task_set_source_tag (task, tb_file_save);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, write_in_thread);
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
 * Saves a file whole or not at all, without blocking.
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
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *description = g_content_type_get_description (media_type);
  const char *suffix = strrchr (initial_name, '.');
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (window);
  job->toasts = g_object_ref (toasts);
  job->notices = g_ptr_array_new_with_free_func (g_free);
  job->make = make;
  job->data = data;
  job->free_data = free_data;
  gtk_file_filter_set_name (filter, description);
  gtk_file_filter_add_mime_type (filter, media_type);
  if (suffix != NULL)
    gtk_file_filter_add_suffix (filter, suffix + 1);
  gtk_file_dialog_set_title (dialog, _("Export"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  gtk_file_dialog_set_initial_name (dialog, initial_name);
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_save (dialog, window, NULL, chosen_cb, job);
}
