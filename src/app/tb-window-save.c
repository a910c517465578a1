/* Saving the work of a window: where, over what somebody else wrote, and what came of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-file-name.h"
#include "tb-file-told.h"
#include "tb-recent.h"
#include "tb-settings.h"

#include <glib/gi18n-lib.h>

/* Of a look that is being written: by the end of it, another one may be looked at. */
typedef struct
{
  TbWindow    *window;
  GFile       *file;
  TbChartSpec *spec;
  gboolean     automatic_type;
  guint        generation;
  guint        number;     /* how many were begun by then */
  TbWork      *work;
  char        *replaced;   /* nullable */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->file);
  tb_chart_spec_unref (saving->spec);
  tb_work_free (saving->work);
  g_free (saving->replaced);
  g_free (saving);
}

static void
tell_failure (TbWindow     *self,
              GFile        *file,
              const GError *error)
{
  g_autofree char *name = tb_file_dup_name (file);
  g_autofree char *reason = tb_file_dup_reason (file, error);
  AdwDialog *dialog = adw_alert_dialog_new (_("Could Not Save"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _("“%s” was not written, and nothing was changed: %s"), name,
                                reason);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Nothing is saved, and what waited for it does not happen. */
void
tb_window_give_up_saving (TbWindow *self)
{
  self->close_when_saved = FALSE;
  g_clear_pointer (&self->files_when_saved, g_ptr_array_unref);
  g_clear_pointer (&self->first_when_saved, g_free);
}

static void
changed_answered_cb (TbWindow   *self,
                     const char *response)
{
  if (g_str_equal (response, "replace") && self->work_file != NULL)
    tb_window_save_to (self, self->work_file);
  else if (g_str_equal (response, "save-as"))
    tb_window_save_as (self);
  else
    tb_window_give_up_saving (self);
}

/* Another window or program wrote the document since it was read or written here. */
static void
ask_over_change (TbWindow *self,
                 GFile    *file)
{
  g_autofree char *name = tb_file_dup_name (file);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Replace Newer Chart?"), NULL));

  /* Translators: %s is the name of a file */
  adw_alert_dialog_format_body (dialog, _("“%s” was written by another window or program since it was opened here. "
                                          "Replacing it discards what was written there."), name);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "replace", _("_Replace"), "save-as",
                                  _("Save _As…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "save-as");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (changed_answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
take_saved (Saving     *saving,
            TbWork     *work,
            const char *digest)
{
  TbWindow *self = saving->window;

  tb_recent_add (saving->file);
  tb_window_tell (self, _("Saved"));
  /* Something else was opened in the meantime, or it is saved elsewhere by now. */
  if (saving->generation != self->work_generation || saving->number != self->n_savings)
    return;
  tb_window_set_document (self, saving->file, digest);
  g_clear_pointer (&self->work, tb_work_free);
  self->work = tb_work_copy (work);
  tb_session_mark_saved (self->session, &(TbLook) { saving->spec, saving->automatic_type });
  /* What was changed while it was written is not to be lost by closing. */
  if ((self->close_when_saved || self->files_when_saved != NULL) && tb_window_has_unsaved_work (self))
    tb_window_save (self);
  else
    tb_window_go_on (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  TbWindow *self = saving->window;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbWork) work = tb_work_file_save_finish (result, &digest, &error);

  g_application_release (g_application_get_default ());
  if (saving->number == self->n_savings)
    self->is_saving = FALSE;
  if (tb_window_is_closed (self))
    {
      if (work == NULL)
        g_message ("Saving a chart: %s", error->message);
    }
  else if (work != NULL)
    take_saved (saving, work, digest);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    ask_over_change (self, saving->file);
  else
    {
      tb_window_give_up_saving (self);
      tell_failure (self, saving->file, error);
    }
  saving_free (saving);
}

static void
hashed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Saving *saving = user_data;
  g_auto (GStrv) digests = tb_work_file_digest_finish (result, NULL);

  for (gsize i = 0; i < saving->work->n_files && digests != NULL; i++)
    if (tb_work_file_is_digest (digests[i]))
      g_set_str (&saving->work->files[i].sha256, digests[i]);
  tb_work_file_save_async (saving->file, saving->work, saving->replaced, NULL, saved_cb, saving);
}

/* @replaced: nullable: what tells that nobody else wrote it since. Who saves before the
 * files' digests are known waits for them. */
static void
start_saving (TbWindow   *self,
              GFile      *file,
              const char *replaced)
{
  const TbLook *look = tb_session_get_look (self->session);
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->file = g_object_ref (file);
  saving->spec = tb_chart_spec_ref (look->spec);
  saving->automatic_type = look->automatic_type;
  saving->generation = self->work_generation;
  saving->number = ++self->n_savings;
  saving->work = tb_window_dup_work (self, file);
  saving->replaced = g_strdup (replaced);
  self->is_saving = TRUE;
  /* The program stays until it is written, also without a window. */
  g_application_hold (g_application_get_default ());
  if (self->digests == NULL)
    tb_window_digest (self, tb_import_get_stamps (self->import), NULL, hashed_cb, saving);
  else
    tb_work_file_save_async (file, saving->work, replaced, NULL, saved_cb, saving);
}

/**
 * tb_window_save_to:
 * @self: a window with a file open
 * @file: where to; what it holds is replaced
 *
 * Saves the work, and goes on with it there.
 */
void
tb_window_save_to (TbWindow *self,
                   GFile    *file)
{
  start_saving (self, file, NULL);
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

  if (g_str_equal (adw_alert_dialog_choose_finish (dialog, result), "replace") && !tb_window_is_closed (self))
    tb_window_save_to (self, file);
  else
    tb_window_give_up_saving (self);
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
  adw_alert_dialog_format_body (dialog, _("“%s” already exists. Replacing it overwrites its content."), name);
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

  tb_window_give_up_saving (self);
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

  if (tb_window_is_closed (self))
    return;
  if (file == NULL)
    tb_window_give_up_saving (self);
  else if (is_of_figures (self, file))
    refuse_figures (self, file);
  else if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    ask_to_replace (self, file);
  else
    tb_window_save_to (self, file);
  tb_file_report_choice (error);
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
 * Saves the work where it was saved before, or asks where. Where somebody else wrote
 * that file since, asks what is to become of it.
 */
void
tb_window_save (TbWindow *self)
{
  if (self->is_saving)
    return;
  if (self->work_file != NULL)
    start_saving (self, self->work_file, self->work_digest);
  else
    tb_window_save_as (self);
}
