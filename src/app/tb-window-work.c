/* Saved work in a window: opening it where it was left, saving it, asking before it is lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-export-choice.h"
#include "tb-file-name.h"
#include "tb-recent.h"
#include "tb-related-file.h"
#include "tb-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
tell (TbWindow   *self,
      const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * tb_window_update_title:
 * @self: a window
 *
 * Names what is open, and marks what is not saved as text editors do.
 */
void
tb_window_update_title (TbWindow *self)
{
  g_autofree char *dataset = tb_session_dup_title (self->session);
  g_autofree char *name = self->work_file != NULL ? tb_file_dup_name (self->work_file) : NULL;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autofree char *shown = NULL;

  if (dataset == NULL)
    return;
  if (name != NULL && g_str_has_suffix (name, TB_WORK_SUFFIX))
    name[strlen (name) - strlen (TB_WORK_SUFFIX)] = '\0';
  shown = tb_file_shorten (name != NULL ? name : dataset);
  what = g_strconcat (tb_window_has_unsaved_work (self) ? "• " : "", shown, NULL);
  /* Translators: the window's title; %s is the title of the open dataset, or the name of the open chart */
  title = g_strdup_printf (_("%s – Tongbi"), what);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/**
 * tb_window_has_unsaved_work:
 * @self: a window
 *
 * Returns: whether closing it would lose what the user set up
 */
gboolean
tb_window_has_unsaved_work (TbWindow *self)
{
  if (tb_session_get_dataset (self->session) == NULL || tb_session_is_saved (self->session))
    return FALSE;

  return self->work_file != NULL || tb_session_has_work (self->session);
}

static TbChartSpec *
dup_spec (TbWindow *self)
{
  TbExportChoice choice;

  tb_export_choice_read (tb_settings_get (), tb_session_get_language (self->session), &choice);

  return tb_chart_view_dup_spec (self->chart_view, choice.language, TB_STYLE_LIGHT, choice.width, choice.height);
}

static char *
dup_reading (TbWindow *self)
{
  TbProfile *profile = tb_import_get_profile (self->import);
  g_autoptr (GBytes) bytes = profile != NULL ? tb_profile_to_json (profile) : NULL;

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/**
 * tb_window_dup_work:
 * @self: a window with a file open
 * @document: (nullable): where it is to be saved; %NULL: files are named by their whole paths
 *
 * Returns: (transfer full): what the user set up
 */
TbWork *
tb_window_dup_work (TbWindow *self,
                    GFile    *document)
{
  g_autoptr (TbChartSpec) spec = dup_spec (self);
  TbWork *work = tb_work_new (spec);
  gsize n = tb_import_get_n_files (self->import);

  work->automatic_type = tb_session_has_automatic_type (self->session);
  work->reading = dup_reading (self);
  work->shown = g_strdup (adw_view_stack_get_visible_child_name (self->views));
  for (gsize i = 0; i < n; i++)
    {
      GFile *file = tb_import_get_file (self->import, i);
      g_autofree char *path = tb_related_file_dup_path (file, document);
      const char *digest = self->digests != NULL ? self->digests[i] : "";

      tb_work_add_file (work, path, digest[0] != '\0' ? digest : NULL);
    }

  return work;
}

/* Of a look that is being written: by the end of it, another one may be looked at. */
typedef struct
{
  TbWindow    *window;
  GFile       *file;
  TbChartSpec *spec;
  gboolean     automatic_type;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->file);
  tb_chart_spec_unref (saving->spec);
  g_free (saving);
}

static void
tell_failure (TbWindow     *self,
              GFile        *file,
              const GError *error)
{
  g_autofree char *name = tb_file_dup_name (file);
  AdwDialog *dialog = adw_alert_dialog_new (_("Could Not Save"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _("“%s” was not written, and nothing was changed: %s"), name,
                                error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Nothing is saved, and what waited for it does not happen. */
static void
give_up (TbWindow *self)
{
  self->close_when_saved = FALSE;
  g_clear_pointer (&self->files_when_saved, g_ptr_array_unref);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  TbWindow *self = saving->window;
  g_autoptr (GError) error = NULL;

  g_application_release (g_application_get_default ());
  self->is_saving = FALSE;
  /* The window was closed in the meantime. */
  if (self->session == NULL)
    {
      if (!tb_work_file_save_finish (result, &error))
        g_message ("Saving a chart: %s", error->message);
      saving_free (saving);
      return;
    }
  if (!tb_work_file_save_finish (result, &error))
    {
      give_up (self);
      tell_failure (self, saving->file, error);
    }
  else
    {
      g_set_object (&self->work_file, saving->file);
      tb_session_mark_saved (self->session, &(TbLook) { saving->spec, saving->automatic_type });
      tb_recent_add (saving->file);
      tell (self, _("Saved"));
      tb_window_go_on (self);
    }
  saving_free (saving);
}

/**
 * tb_window_save_to:
 * @self: a window with a file open
 * @file: where to
 *
 * Saves the work, and goes on with it there.
 */
void
tb_window_save_to (TbWindow *self,
                   GFile    *file)
{
  g_autoptr (TbWork) work = tb_window_dup_work (self, file);
  const TbLook *look = tb_session_get_look (self->session);
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->file = g_object_ref (file);
  saving->spec = tb_chart_spec_ref (look->spec);
  saving->automatic_type = look->automatic_type;
  self->is_saving = TRUE;
  /* The program stays until it is written, also without a window. */
  g_application_hold (g_application_get_default ());
  tb_work_file_save_async (file, work, NULL, saved_cb, saving);
}

/* A name without the suffix is what the user typed; with it the program finds its own again. */
static GFile *
with_suffix (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *longer = NULL;

  if (folder == NULL || g_str_has_suffix (name, ".json"))
    return g_object_ref (file);
  longer = g_strconcat (name, TB_WORK_SUFFIX, NULL);

  return g_file_get_child (folder, longer);
}

static gboolean
is_of_figures (TbWindow *self,
               GFile    *file)
{
  gsize n = tb_import_get_n_files (self->import);

  for (gsize i = 0; i < n; i++)
    if (g_file_equal (tb_import_get_file (self->import, i), file))
      return TRUE;

  return FALSE;
}

/* A file that the user may not have meant to replace. */
typedef struct
{
  TbWindow *window;
  GFile    *file;
} Replacing;

static void
replace_cb (AdwAlertDialog *dialog,
            GAsyncResult   *result,
            gpointer        user_data)
{
  g_autofree Replacing *replacing = user_data;
  g_autoptr (TbWindow) self = replacing->window;
  g_autoptr (GFile) file = replacing->file;

  if (g_str_equal (adw_alert_dialog_choose_finish (dialog, result), "replace") && self->session != NULL)
    tb_window_save_to (self, file);
  else
    give_up (self);
}

/* The file chooser asked for the name that was typed, and not for the one with the suffix. */
static void
ask_to_replace (TbWindow *self,
                GFile    *file)
{
  g_autofree char *name = tb_file_dup_name (file);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Replace File?"), NULL));
  Replacing *replacing = g_new0 (Replacing, 1);

  replacing->window = g_object_ref (self);
  replacing->file = g_object_ref (file);
  /* Translators: %s is the name of a file */
  adw_alert_dialog_format_body (dialog, _("“%s” is there already. What is in it is lost where it is replaced."), name);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, (GAsyncReadyCallback) replace_cb, replacing);
}

/* The figures would be gone, and the chart with them. */
static void
refuse_figures (TbWindow *self,
                GFile    *file)
{
  g_autoptr (GError) error =
    g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, _("it holds the figures that the chart shows"));

  give_up (self);
  tell_failure (self, file, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) file = chosen != NULL ? with_suffix (chosen) : NULL;

  if (self->session == NULL)
    return;
  if (file == NULL)
    give_up (self);
  else if (is_of_figures (self, file))
    refuse_figures (self, file);
  else if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    ask_to_replace (self, file);
  else
    tb_window_save_to (self, file);
  if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    g_message ("Choosing a file: %s", error->message);
}

/**
 * tb_window_save_as:
 * @self: a window with a file open
 *
 * Asks where the work is to be saved, and saves it.
 */
void
tb_window_save_as (TbWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = tb_session_dup_name (self->session);
  g_autofree char *proposed = g_strconcat (name, TB_WORK_SUFFIX, NULL);
  GFile *beside = self->work_file != NULL ? self->work_file : tb_session_get_file (self->session);
  g_autoptr (GFile) folder = beside != NULL ? g_file_get_parent (beside) : NULL;
  g_autoptr (GFile) sample = tb_settings_dup_sample ();

  gtk_file_dialog_set_title (dialog, _("Save Chart"));
  if (self->work_file != NULL)
    gtk_file_dialog_set_initial_file (dialog, self->work_file);
  else
    {
      gtk_file_dialog_set_initial_name (dialog, proposed);
      /* The sample lies where nobody may write. */
      if (folder != NULL && (sample == NULL || !g_file_equal (beside, sample)))
        gtk_file_dialog_set_initial_folder (dialog, folder);
    }
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, chosen_cb, g_object_ref (self));
}

/**
 * tb_window_save:
 * @self: a window with a file open
 *
 * Saves the work where it was saved before, or asks where.
 */
void
tb_window_save (TbWindow *self)
{
  if (self->is_saving)
    return;
  if (self->work_file != NULL)
    tb_window_save_to (self, self->work_file);
  else
    tb_window_save_as (self);
}

/* Does what waited for the work to be safe. */
void
tb_window_go_on (TbWindow *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->files_when_saved);

  if (self->close_when_saved)
    {
      self->is_left = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (files != NULL)
    {
      self->is_left = TRUE;
      tb_window_open_files (self, (GFile *const *) files->pdata, files->len);
    }
}

static void
answered_cb (TbWindow   *self,
             const char *response)
{
  self->is_asking = FALSE;
  if (g_str_equal (response, "save"))
    tb_window_save (self);
  else if (g_str_equal (response, "discard"))
    tb_window_go_on (self);
  else
    give_up (self);
}

/**
 * tb_window_ask_to_save:
 * @self: a window with unsaved work
 *
 * Asks what is to become of it before the window closes or shows something else.
 */
void
tb_window_ask_to_save (TbWindow *self)
{
  AdwAlertDialog *dialog;

  if (self->is_asking)
    return;
  self->is_asking = TRUE;
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Save Changes?"), NULL));
  adw_alert_dialog_set_body (dialog, _("The chart has changes that are not saved. They are lost where you do not save them."));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static gboolean
is_changed (TbWindow     *self,
            const TbWork *work)
{
  for (gsize i = 0; i < work->n_files && self->digests != NULL && self->digests[i] != NULL; i++)
    if (work->files[i].sha256 != NULL && self->digests[i][0] != '\0'
        && !g_str_equal (work->files[i].sha256, self->digests[i]))
      return TRUE;

  return FALSE;
}

static void
digested_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) digests = tb_work_file_digest_finish (result, &error);
  AdwToast *toast;

  if (digests == NULL)
    return;
  g_clear_pointer (&self->digests, g_strfreev);
  self->digests = g_steal_pointer (&digests);
  if (self->work == NULL || !is_changed (self, self->work))
    return;
  toast = adw_toast_new (_("The figures have changed since this chart was saved"));
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * tb_window_digest:
 * @self: a window with files open
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called at the end with a reference of the window
 *
 * Computes what tells the files from later ones.
 */
void
tb_window_digest (TbWindow            *self,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback)
{
  gsize n = tb_import_get_n_files (self->import);
  g_autofree GFile **files = g_new (GFile *, n);

  for (gsize i = 0; i < n; i++)
    files[i] = tb_import_get_file (self->import, i);
  tb_work_file_digest_async (files, n, cancellable, callback, g_object_ref (self));
}

/* What tells the files from later ones is found out beside the user's work. */
void
tb_window_start_digesting (TbWindow *self)
{
  if (self->digesting != NULL)
    g_cancellable_cancel (self->digesting);
  g_clear_object (&self->digesting);
  g_clear_pointer (&self->digests, g_strfreev);
  self->digesting = g_cancellable_new ();
  tb_window_digest (self, self->digesting, digested_cb);
}

/**
 * tb_window_begin_work:
 * @self: a window in which a file was opened just now
 * @file: (nullable): the document, where it is one
 * @work: (nullable) (transfer full): what it says
 * @is_recovered: whether @file is what was kept of a window that crashed
 *
 * Goes on where the work was left.
 */
void
tb_window_begin_work (TbWindow *self,
                      GFile    *file,
                      TbWork   *work,
                      gboolean  is_recovered)
{
  GFile *document = is_recovered ? NULL : file;

  g_set_object (&self->work_file, document);
  if (is_recovered)
    g_set_object (&self->recovery_file, file);
  g_clear_pointer (&self->work, tb_work_free);
  self->work = work;
  if (work != NULL)
    {
      if (is_recovered)
        tb_session_change (self->session, tb_chart_spec_get (work->spec), work->automatic_type, NULL);
      else
        tb_session_begin (self->session, &(TbLook) { work->spec, work->automatic_type });
      if (work->shown != NULL && adw_view_stack_get_child_by_name (self->views, work->shown) != NULL)
        adw_view_stack_set_visible_child_name (self->views, work->shown);
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
    }
  tb_window_start_digesting (self);
  tb_window_update_title (self);
}

/* Saved work whose figures are elsewhere. */
typedef struct
{
  TbWindow    *window;
  GFile       *file;
  TbWorkFound *found;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->window);
  g_object_unref (asking->file);
  g_clear_pointer (&asking->found, tb_work_found_free);
  g_free (asking);
}

static void
figures_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Asking *asking = user_data;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  guint n = chosen != NULL ? g_list_model_get_n_items (chosen) : 0;

  if (n > 0)
    {
      g_ptr_array_set_size (asking->found->files, 0);
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (asking->found->files, g_list_model_get_item (chosen, i));
      tb_window_open_work (asking->window, asking->file, g_steal_pointer (&asking->found));
    }
  asking_free (asking);
}

static void
choose_figures_cb (AdwAlertDialog *dialog,
                   GAsyncResult   *result,
                   gpointer        user_data)
{
  Asking *asking = user_data;
  g_autoptr (GtkFileDialog) chooser = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (asking->file);

  if (!g_str_equal (adw_alert_dialog_choose_finish (dialog, result), "choose"))
    {
      asking_free (asking);
      return;
    }
  chooser = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (chooser, _("Choose the Figures"));
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (chooser, folder);
  gtk_file_dialog_open_multiple (chooser, GTK_WINDOW (asking->window), NULL, figures_chosen_cb, asking);
}

/**
 * tb_window_ask_for_figures:
 * @self: a window
 * @file: saved work
 * @found: (transfer full): what it says; its figures are not there
 *
 * Asks where the figures are that the work shows: they were moved, or a sandbox
 * does not let them be seen.
 */
void
tb_window_ask_for_figures (TbWindow    *self,
                           GFile       *file,
                           TbWorkFound *found)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Where Are the Figures?"), NULL));
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *missing = found->missing != NULL ? tb_file_dup_name (found->missing) : NULL;

  asking->window = g_object_ref (self);
  asking->file = g_object_ref (file);
  asking->found = found;
  if (missing != NULL)
    /* Translators: %s is the name of a file */
    adw_alert_dialog_format_body (dialog, _("“%s”, whose figures this chart shows, was not found or may not be read."),
                                  missing);
  else
    adw_alert_dialog_set_body (dialog, _("This chart does not say whose figures it shows."));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "choose", _("Choose _Files…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "choose", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "choose");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, (GAsyncReadyCallback) choose_figures_cb, asking);
}
