/* Saved work in a window: opening it where it was left, asking before it is lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-export-choice.h"
#include "tb-file-name.h"
#include "tb-related-file.h"
#include "tb-settings.h"
#include "tb-shown-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  shown = tb_shown_text_dup_line (name != NULL ? name : dataset);
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
 * @document: (nullable): where it is to be saved; %NULL: it is kept for the case of a
 *   crash: files are named by their whole paths, and so is the document
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

      tb_work_add_file (work, path, tb_work_file_is_digest (digest) ? digest : NULL);
    }
  if (document == NULL && self->work_file != NULL)
    {
      g_autofree char *path = tb_related_file_dup_path (self->work_file, NULL);

      tb_work_set_document (work, path, self->work_digest);
    }

  return work;
}

/* Does what waited for the work to be safe. */
void
tb_window_go_on (TbWindow *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->files_when_saved);
  g_autofree char *first = g_steal_pointer (&self->first_when_saved);

  if (self->close_when_saved)
    {
      self->is_left = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (files != NULL)
    {
      self->is_left = TRUE;
      tb_window_open_showing (self, (GFile *const *) files->pdata, files->len, first);
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
    tb_window_give_up_saving (self);
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
  adw_alert_dialog_set_body (dialog,
                             _("The chart has unsaved changes. They will be lost if you do not save them."));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/**
 * tb_window_get_saved_look:
 * @found: (nullable): a document that is opened, if it is one
 * @out_look: (out): what it says, as long as it is there; of one that was kept for the
 *   case of a crash, what was saved before
 *
 * Returns: whether anything is saved
 */
gboolean
tb_window_get_saved_look (const TbWorkFound *found,
                          TbLook            *out_look)
{
  const TbWork *saved = NULL;

  if (found != NULL)
    saved = found->is_recovered ? found->saved : found->work;
  if (saved != NULL)
    *out_look = (TbLook) { saved->spec, saved->automatic_type };

  return saved != NULL;
}

/* Goes on with what was kept of a window that crashed: undone, it is what was saved. */
static void
take_recovered (TbWindow          *self,
                const TbWorkFound *found)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_set_object (&self->recovery_file, found->file);
  tb_session_change (self->session, tb_chart_spec_get (found->work->spec), found->work->automatic_type, NULL);
  if (found->document == NULL)
    return;
  name = tb_file_dup_name (found->document);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Restored, not saved yet; saving writes to “%s”"), name);
  tb_window_tell (self, text);
}

/**
 * tb_window_begin_work:
 * @self: a window in which a file was opened just now
 * @found: (nullable): the document, where it is one
 *
 * Goes on where the work was left.
 */
void
tb_window_begin_work (TbWindow          *self,
                      const TbWorkFound *found)
{
  const TbWork *work = found != NULL ? found->work : NULL;

  self->work_generation++;
  if (found == NULL)
    tb_window_set_document (self, NULL, NULL);
  else if (found->is_recovered)
    tb_window_set_document (self, found->document, work->document.sha256);
  else
    tb_window_set_document (self, found->file, found->digest);
  g_clear_pointer (&self->work, tb_work_free);
  if (work != NULL)
    {
      if (found->is_recovered)
        take_recovered (self, found);
      if (work->shown != NULL && adw_view_stack_get_child_by_name (self->views, work->shown) != NULL)
        adw_view_stack_set_visible_child_name (self->views, work->shown);
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      self->work = tb_work_copy (work);
    }
  self->is_work_new = self->work != NULL;
  tb_window_start_digesting (self);
  tb_window_update_title (self);
}
