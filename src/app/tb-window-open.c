/* Opening files in a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-file-name.h"
#include "tb-problems-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Most files are read sooner; a page that comes and goes would only flicker. */
#define LOADING_PAGE_AFTER_MS 150

typedef struct
{
  TbWindow     *window;
  TbImport     *import;
  GCancellable *cancellable;
  GFile        *file;        /* nullable: what is looked into for saved work */
  TbWorkFound  *found;       /* nullable: the work */
  char         *first;       /* nullable: id of the indicator that is shown first */
  gboolean      is_again;    /* the files that are open are read once more */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_clear_object (&opening->import);
  g_object_unref (opening->cancellable);
  g_clear_object (&opening->file);
  g_clear_pointer (&opening->found, tb_work_found_free);
  g_free (opening->first);
  g_free (opening);
}

static void
show_loading (gpointer data)
{
  TbWindow *self = data;

  self->show_loading_id = 0;
  tb_window_say (self, tb_loading_get_title (self->loading));
  /* At once, as the page of what was opened: each frame of a fade would draw both. */
  gtk_stack_set_visible_child_full (self->pages, "loading", GTK_STACK_TRANSITION_TYPE_NONE);
  tb_window_queue_present (self);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  const Opening *opening = user_data;

  if (opening->window->opening == opening->cancellable)
    tb_loading_set_fraction (opening->window->loading, fraction);
}

static void
stop_loading (TbWindow *self)
{
  g_clear_handle_id (&self->show_loading_id, g_source_remove);
  g_clear_object (&self->opening);
  g_clear_object (&self->opening_file);
  gtk_stack_set_visible_child_full (self->pages, self->page_before, GTK_STACK_TRANSITION_TYPE_NONE);
  tb_window_update_actions (self);
  tb_window_queue_present (self);
}

/* A file that cannot be read at all has no lines to list. */
static TbProblems *
problems_from_error (GFile        *file,
                     const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *reason = tb_file_dup_reason (file, error);
  TbProblems *problems = tb_problems_new (name);

  tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", "%s", reason);
  return problems;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Opening *opening = user_data;
  TbWindow *self = opening->window;
  TbImport *import = opening->import;
  g_autoptr (GError) error = NULL;
  gboolean is_read = tb_import_read_finish (import, result, &error);

  /* Cancelled, or another file was asked for since. */
  if (self->opening != opening->cancellable)
    {
      opening_free (opening);
      return;
    }
  stop_loading (self);
  if (is_read && tb_import_is_in_doubt (import) && !opening->is_again)
    tb_window_ask_import (self, import, g_steal_pointer (&opening->found));
  else if (is_read && tb_import_get_dataset (import) != NULL && opening->is_again)
    tb_window_take_reading (self, import);
  else if (is_read && tb_import_get_dataset (import) != NULL)
    tb_window_show_import (self, import, g_steal_pointer (&opening->found), opening->first);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autoptr (TbProblems) problems = NULL;

      if (is_read && tb_problems_get_n_errors (tb_import_get_problems (import)) > 0)
        problems = tb_problems_ref (tb_import_get_problems (import));
      else
        problems = problems_from_error (tb_import_get_file (import, 0), error);
      tb_window_show_problems (self, tb_import_get_file (import, 0), problems);
    }
  opening_free (opening);
}

/* Takes the opening; its files are figures. */
static void
read_figures (Opening       *opening,
              GFile *const  *files,
              gsize          n_files,
              TbProfile     *profile)
{
  opening->import = tb_import_new (files, n_files);
  tb_import_read_async (opening->import, profile, progress_cb, opening, opening->cancellable, read_cb, opening);
}

/* How the figures of saved work are read. NULL without problems where it does not say. */
static TbProfile *
parse_reading (const TbWork *work,
               TbProblems   *problems)
{
  g_autoptr (GBytes) bytes = NULL;

  if (work->reading == NULL)
    return NULL;
  bytes = g_bytes_new (work->reading, strlen (work->reading));

  return tb_profile_parse (bytes, problems);
}

/* Takes both. */
static void
open_work (Opening     *opening,
           TbWorkFound *found)
{
  g_autofree char *name = g_file_get_parse_name (found->file);
  g_autoptr (TbProblems) problems = tb_problems_new (name);
  g_autoptr (TbProfile) profile = parse_reading (found->work, problems);

  if (tb_problems_get_n_errors (problems) > 0)
    {
      stop_loading (opening->window);
      tb_window_show_problems (opening->window, found->file, problems);
      tb_work_found_free (found);
      opening_free (opening);
      return;
    }
  opening->found = found;
  read_figures (opening, (GFile *const *) found->files->pdata, found->files->len, profile);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Opening *opening = user_data;
  TbWindow *self = opening->window;
  g_autoptr (GFile) file = g_steal_pointer (&opening->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbWorkFound) found = tb_work_file_find_finish (result, &error);

  if (self->opening != opening->cancellable)
    {
      opening_free (opening);
      return;
    }
  if (found == NULL)
    {
      g_autoptr (TbProblems) problems = problems_from_error (file, error);

      stop_loading (self);
      tb_window_show_problems (self, file, problems);
      opening_free (opening);
    }
  else if (found->work == NULL)
    read_figures (opening, &file, 1, NULL);
  else if (found->files->len == 0 || found->missing != NULL)
    {
      stop_loading (self);
      tb_window_ask_for_figures (self, g_steal_pointer (&found));
      opening_free (opening);
    }
  else
    open_work (opening, g_steal_pointer (&found));
}

static Opening *
start_opening (TbWindow     *self,
               GFile *const *files,
               gsize         n_files)
{
  g_autofree char *name = tb_file_dup_name (files[0]);
  g_autofree char *title = NULL;
  Opening *opening = g_new0 (Opening, 1);

  tb_window_cancel_opening (self);
  g_set_str (&self->page_before, gtk_stack_get_visible_child_name (self->pages));
  self->opening = g_cancellable_new ();
  if (n_files == 1)
    self->opening_file = g_object_ref (files[0]);
  opening->window = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening);
  if (n_files > 1)
    title = g_strdup_printf (ngettext ("Opening %zu file", "Opening %zu files", n_files), n_files);
  else
    /* Translators: %s is the name of a file that is being read */
    title = g_strdup_printf (_("Opening “%s”"), name);
  tb_loading_begin (self->loading, title);
  self->show_loading_id = g_timeout_add_once (LOADING_PAGE_AFTER_MS * self->patience, show_loading, self);
  tb_window_update_actions (self);

  return opening;
}

/* Until the user has said what is to become of unsaved work. */
static void
keep_until_saved (TbWindow     *self,
                  GFile *const *files,
                  gsize         n_files,
                  const char   *first)
{
  g_clear_pointer (&self->files_when_saved, g_ptr_array_unref);
  self->files_when_saved = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < n_files; i++)
    g_ptr_array_add (self->files_when_saved, g_object_ref (files[i]));
  g_set_str (&self->first_when_saved, first);
}

/**
 * tb_window_open_showing:
 * @self: a window
 * @files: (array length=n_files): as of tb_window_open_files()
 * @n_files: how many, at least one
 * @first: (nullable): id of an indicator that is shown first where the files have it:
 *   what the user saw of them before
 *
 * Opens files as tb_window_open_files() does.
 */
void
tb_window_open_showing (TbWindow      *self,
                        GFile *const  *files,
                        gsize          n_files,
                        const char    *first)
{
  Opening *opening;

  g_return_if_fail (TB_IS_WINDOW (self));
  g_return_if_fail (n_files > 0);

  /* Before what is to be opened was known. */
  if (tb_window_is_closed (self))
    return;
  if (tb_window_has_unsaved_work (self) && !self->is_left)
    {
      keep_until_saved (self, files, n_files, first);
      tb_window_ask_to_save (self);
      return;
    }
  self->is_left = FALSE;
  opening = start_opening (self, files, n_files);
  opening->first = g_strdup (first);
  if (n_files > 1)
    {
      read_figures (opening, files, n_files, NULL);
      return;
    }
  opening->file = g_object_ref (files[0]);
  tb_work_file_find_async (files[0], FALSE, self->opening, found_cb, opening);
}

/**
 * tb_window_open_files:
 * @self: a window
 * @files: (array length=n_files): files and folders of figures, or a file of saved work
 * @n_files: how many, at least one
 *
 * Reads files in a thread into one dataset. It takes the place of what is open
 * once it is read whole; until then, and where it fails, what is open stays.
 * Where it can be read in several ways the user is asked, once for files with
 * the same columns. Where work would be lost the user is asked first. A window that is
 * closed opens nothing.
 */
void
tb_window_open_files (TbWindow      *self,
                      GFile *const  *files,
                      gsize          n_files)
{
  tb_window_open_showing (self, files, n_files, NULL);
}

/**
 * tb_window_reload:
 * @self: a window with files open
 *
 * Reads them once more, as they were read. Where that fails, what is open stays.
 */
void
tb_window_reload (TbWindow *self)
{
  GFile *file;
  Opening *opening;

  g_return_if_fail (self->import != NULL);

  file = tb_import_get_file (self->import, 0);
  opening = start_opening (self, &file, tb_import_get_n_files (self->import));
  opening->is_again = TRUE;
  opening->import = tb_import_copy (self->import);
  tb_import_read_async (opening->import, tb_import_get_profile (self->import), progress_cb, opening,
                        opening->cancellable, read_cb, opening);
}

/**
 * tb_window_recover:
 * @self: an empty window
 * @file: what was kept of a window that crashed
 *
 * Goes on where it was.
 */
void
tb_window_recover (TbWindow *self,
                   GFile    *file)
{
  Opening *opening;

  g_return_if_fail (TB_IS_WINDOW (self));

  opening = start_opening (self, &file, 1);
  opening->file = g_object_ref (file);
  tb_work_file_find_async (file, TRUE, self->opening, found_cb, opening);
}

/**
 * tb_window_open_work:
 * @self: a window
 * @found: (transfer full): saved work whose figures are there
 *
 * Opens work that was read already.
 */
void
tb_window_open_work (TbWindow    *self,
                     TbWorkFound *found)
{
  g_return_if_fail (found->files->len > 0);

  open_work (start_opening (self, &found->file, 1), found);
}

/**
 * tb_window_open:
 * @self: a window
 * @file: a file or folder of figures
 *
 * Opens one file as tb_window_open_files() does.
 */
void
tb_window_open (TbWindow *self,
                GFile    *file)
{
  g_return_if_fail (G_IS_FILE (file));

  tb_window_open_files (self, &file, 1);
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
  g_autofree char *name = tb_file_dup_name (file);
  TbProblemsDialog *dialog = tb_problems_dialog_new (name, problems);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}
