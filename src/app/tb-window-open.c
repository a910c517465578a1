/* Opening files in a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-problems-dialog.h"
#include "tb-reader.h"
#include "tb-recent.h"

#include <glib/gi18n-lib.h>

/* Most files are read sooner; a page that comes and goes would only flicker. */
#define LOADING_PAGE_AFTER_MS 150

typedef struct
{
  TbWindow     *window;
  GFile        *file;
  GCancellable *cancellable;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->file);
  g_object_unref (opening->cancellable);
  g_free (opening);
}

static void
show_loading (gpointer data)
{
  TbWindow *self = data;

  self->show_loading_id = 0;
  gtk_stack_set_visible_child_name (self->pages, "loading");
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  const Opening *opening = user_data;

  if (opening->window->opening == opening->cancellable)
    gtk_progress_bar_set_fraction (opening->window->loading_progress, CLAMP (fraction, 0, 1));
}

static void
stop_loading (TbWindow *self)
{
  g_clear_handle_id (&self->show_loading_id, g_source_remove);
  g_clear_object (&self->opening);
  gtk_stack_set_visible_child_name (self->pages, self->page_before);
  tb_window_update_actions (self);
}

/* A file that cannot be read at all has no lines to list. */
static TbProblems *
problems_from_error (GFile        *file,
                     const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  TbProblems *problems = tb_problems_new (name);

  tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", "%s", error->message);
  return problems;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Opening *opening = user_data;
  TbWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbProblems) problems = NULL;
  g_autoptr (TbDataset) dataset = tb_reader_read_finish (result, &problems, &error);

  /* Cancelled, or another file was asked for since. */
  if (self->opening != opening->cancellable)
    {
      opening_free (opening);
      return;
    }
  stop_loading (self);
  if (dataset != NULL)
    {
      tb_recent_add (opening->file);
      tb_session_open (self->session, opening->file, dataset, problems);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (error != NULL && (problems == NULL || tb_problems_get_n_errors (problems) == 0))
        {
          g_clear_pointer (&problems, tb_problems_unref);
          problems = problems_from_error (opening->file, error);
        }
      tb_window_show_problems (self, opening->file, problems);
    }
  opening_free (opening);
}

/**
 * tb_window_open:
 * @self: a window
 * @file: a file of figures
 *
 * Reads a file in a thread. It takes the place of what is open once it is read
 * whole; until then, and where it fails, what is open stays.
 */
void
tb_window_open (TbWindow *self,
                GFile    *file)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  Opening *opening;

  g_return_if_fail (TB_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  tb_window_cancel_opening (self);
  g_set_str (&self->page_before, gtk_stack_get_visible_child_name (self->pages));
  self->opening = g_cancellable_new ();
  name = g_file_get_basename (file);
  /* Translators: %s is the name of a file that is being read */
  title = g_strdup_printf (_("Opening “%s”"), name);
  adw_status_page_set_title (self->loading_page, title);
  gtk_progress_bar_set_fraction (self->loading_progress, 0);
  self->show_loading_id = g_timeout_add_once (LOADING_PAGE_AFTER_MS, show_loading, self);
  tb_window_update_actions (self);

  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->file = g_object_ref (file);
  opening->cancellable = g_object_ref (self->opening);
  tb_reader_read_async (&file, 1, NULL, progress_cb, opening, self->opening, read_cb, opening);
}

/**
 * tb_window_cancel_opening:
 * @self: a window
 *
 * Stops reading a file, if one is being read, and shows what was open.
 */
void
tb_window_cancel_opening (TbWindow *self)
{
  if (self->opening == NULL)
    return;
  g_cancellable_cancel (self->opening);
  stop_loading (self);
}

/**
 * tb_window_show_problems:
 * @self: a window
 * @file: the file that has them
 * @problems: what is wrong with it
 *
 * Lists what is wrong with a file.
 */
void
tb_window_show_problems (TbWindow   *self,
                         GFile      *file,
                         TbProblems *problems)
{
  g_autofree char *name = g_file_get_basename (file);
  TbProblemsDialog *dialog = tb_problems_dialog_new (name, problems);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static gboolean
drop_cb (TbWindow     *self,
         const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;
  if (files->next == NULL)
    tb_window_open (self, files->data);
  else
    {
      g_autoptr (GPtrArray) all = g_ptr_array_new ();

      for (GSList *link = files; link != NULL; link = link->next)
        g_ptr_array_add (all, link->data);
      /* Several windows, one file each. */
      g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), (GFile **) all->pdata,
                          (int) all->len, "");
    }
  return TRUE;
}

void
tb_window_add_drop_target (TbWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
