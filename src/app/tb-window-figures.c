/* Asks where the figures are that saved work shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-file-name.h"
#include "tb-file-told.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TbWindow    *window;
  TbWorkFound *found;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->window);
  g_clear_pointer (&asking->found, tb_work_found_free);
  g_free (asking);
}

static void
figures_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);
  guint n = chosen != NULL ? g_list_model_get_n_items (chosen) : 0;

  if (n > 0 && !tb_window_is_closed (asking->window))
    {
      g_ptr_array_set_size (asking->found->files, 0);
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (asking->found->files, g_list_model_get_item (chosen, i));
      tb_window_open_work (asking->window, g_steal_pointer (&asking->found));
    }
  tb_file_report_choice (error);
  asking_free (asking);
}

static void
choose_figures_cb (AdwAlertDialog *dialog,
                   GAsyncResult   *result,
                   gpointer        user_data)
{
  Asking *asking = user_data;
  g_autoptr (GtkFileDialog) chooser = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (asking->found->file);

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
 * @found: (transfer full): saved work; its figures are not there
 *
 * Asks where the figures are that the work shows: they were moved, or a sandbox
 * does not let them be seen.
 */
void
tb_window_ask_for_figures (TbWindow    *self,
                           TbWorkFound *found)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Where Are the Figures?"), NULL));
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *missing = found->missing != NULL ? tb_file_dup_name (found->missing) : NULL;

  asking->window = g_object_ref (self);
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
