/* Prints sheets that are made for the paper the user chooses.
 *
 * The print dialog, in a sandbox the portal's, tells the paper first; the sheets are
 * then made for it in a thread and handed over as a PDF. That is what printers and
 * portals take today, with fonts and vectors as in an exported file; drawing on a
 * printer's context would come to the same PDF by a way that has no portal dialog
 * of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-print.h"

#include "tb-file-told.h"
#include "tb-toast.h"

#include <glib/gi18n-lib.h>

#define PX_PER_INCH 96.0
#define PROGRESS_AFTER_MS 500

/* What the thread has. */
typedef struct
{
  TbPaper         paper;
  TbMakeSheets    make;
  gpointer        data;
  GDestroyNotify  free_data;
} Work;

typedef struct
{
  GtkWindow       *window;
  AdwToastOverlay *toasts;
  AdwToast        *progress;     /* nullable */
  guint            progress_id;
  GCancellable    *cancellable;
  GtkPrintDialog  *dialog;
  GtkPrintSetup   *setup;        /* nullable */
  GFile           *sheets;       /* nullable: of ours, for this job */
  Work            *work;         /* unowned once there is a task */
} Job;

/* What was chosen last is proposed again, as long as the program runs. */
static GtkPrintSettings *last_settings;
static GtkPageSetup *last_page_setup;

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work);
}

static void
discard (gpointer sheets)
{
  g_file_delete (sheets, NULL, NULL);
  g_object_unref (sheets);
}

static void
job_free (Job *job)
{
  g_clear_handle_id (&job->progress_id, g_source_remove);
  if (job->progress != NULL)
    adw_toast_dismiss (job->progress);
  g_clear_object (&job->progress);
  g_clear_pointer (&job->setup, gtk_print_setup_unref);
  g_clear_pointer (&job->sheets, discard);
  g_object_unref (job->window);
  g_object_unref (job->toasts);
  g_object_unref (job->cancellable);
  g_object_unref (job->dialog);
  g_free (job);
  g_application_release (g_application_get_default ());
}

/* A choice not to print is no failure. */
static void
finish (Job          *job,
        const GError *error)
{
  if (error == NULL)
    tb_toast_tell (job->toasts, _("Printed"));
  else if (!tb_file_is_dismissal (error))
    tb_file_present_failure (_("Printing Failed"), error->message, job->window);
  job_free (job);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  gtk_print_dialog_print_file_finish (job->dialog, result, &error);
  finish (job, error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  job->sheets = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->sheets == NULL)
    finish (job, error);
  else
    gtk_print_dialog_print_file (job->dialog, job->window, job->setup, job->sheets, job->cancellable, printed_cb, job);
}

/* A file: the stream that GTK also offers reads what is written by the main loop, and
 * waits in it, so that more than a pipe holds would wait for itself. */
static GFile *
keep (GBytes  *sheets,
      GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  GFile *file = g_file_new_tmp ("tongbi-XXXXXX.pdf", &stream, error);
  gsize size;
  const char *bytes = g_bytes_get_data (sheets, &size);

  if (file == NULL)
    return NULL;
  if (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), bytes, size, NULL, NULL, error)
      && g_io_stream_close (G_IO_STREAM (stream), NULL, error))
    return file;
  discard (file);
  return NULL;
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sheets = work->make (work->data, &work->paper, &error);
  GFile *file = sheets != NULL ? keep (sheets, &error) : NULL;

  if (file != NULL)
    g_task_return_pointer (task, file, discard);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
tell_progress (gpointer data)
{
  Job *job = data;
  TbFileTelling telling = { job->window, job->toasts, NULL };

  job->progress_id = 0;
  job->progress = tb_file_tell_progress (&telling, _("Preparing to print…"), job->cancellable);
}

static TbPaper
read_paper (GtkPageSetup *setup)
{
  return (TbPaper) {
    .width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_INCH) * PX_PER_INCH,
    .height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_INCH) * PX_PER_INCH,
    .left = gtk_page_setup_get_left_margin (setup, GTK_UNIT_INCH) * PX_PER_INCH,
    .top = gtk_page_setup_get_top_margin (setup, GTK_UNIT_INCH) * PX_PER_INCH,
    .right = gtk_page_setup_get_right_margin (setup, GTK_UNIT_INCH) * PX_PER_INCH,
    .bottom = gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_INCH) * PX_PER_INCH,
  };
}

static void
set_up_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  GtkPageSetup *page_setup;

  job->setup = gtk_print_dialog_setup_finish (job->dialog, result, &error);
  if (job->setup == NULL)
    {
      work_free (job->work);
      finish (job, error);
      return;
    }
  g_set_object (&last_settings, gtk_print_setup_get_print_settings (job->setup));
  page_setup = gtk_print_setup_get_page_setup (job->setup);
  if (page_setup == NULL)
    page_setup = gtk_print_dialog_get_page_setup (job->dialog);
  g_set_object (&last_page_setup, page_setup);
  job->work->paper = read_paper (page_setup);
  job->progress_id = g_timeout_add_once (PROGRESS_AFTER_MS, tell_progress, job);
  task = g_task_new (NULL, job->cancellable, made_cb, job);
  g_task_set_static_name (task, "[tongbi] print");
  g_task_set_source_tag (task, tb_print);
  g_task_set_task_data (task, job->work, work_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, make_in_thread);
}

/* The proposals: as last time, or as suits what is printed. */
static void
prepare (GtkPrintDialog *dialog,
         const char     *name,
         gboolean        landscape)
{
  g_autoptr (GtkPrintSettings) settings = last_settings != NULL ? gtk_print_settings_copy (last_settings)
                                                                : gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) page_setup = last_page_setup != NULL ? gtk_page_setup_copy (last_page_setup)
                                                                : gtk_page_setup_new ();
  GtkPageOrientation orientation = landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT;

  gtk_page_setup_set_orientation (page_setup, orientation);
  gtk_print_settings_set_orientation (settings, orientation);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_dialog_set_title (dialog, _("Print"));
  gtk_print_dialog_set_accept_label (dialog, _("_Print"));
  gtk_print_dialog_set_print_settings (dialog, settings);
  gtk_print_dialog_set_page_setup (dialog, page_setup);
}

/**
 * tb_print:
 * @window: that asks
 * @toasts: where it is told
 * @name: of the job
 * @landscape: which way paper is proposed to lie
 * @make: makes the sheets; called in a thread
 * @data: for @make
 * @free_data: (nullable): frees @data
 *
 * Asks for a printer and paper, makes the sheets for them and prints them.
 */
void
tb_print (GtkWindow       *window,
          AdwToastOverlay *toasts,
          const char      *name,
          gboolean         landscape,
          TbMakeSheets     make,
          gpointer         data,
          GDestroyNotify   free_data)
{
  Job *job = g_new0 (Job, 1);

  g_application_hold (g_application_get_default ());
  job->window = g_object_ref (window);
  job->toasts = g_object_ref (toasts);
  job->cancellable = g_cancellable_new ();
  job->dialog = gtk_print_dialog_new ();
  job->work = g_new0 (Work, 1);
  job->work->make = make;
  job->work->data = data;
  job->work->free_data = free_data;
  prepare (job->dialog, name, landscape);
  gtk_print_dialog_setup (job->dialog, window, job->cancellable, set_up_cb, job);
}
