/* How the user comes to what a window opens: choosers of files and folders, the list of
 * recent files, the clipboard, the sample.
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

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = chosen != NULL ? g_list_model_get_n_items (chosen) : 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  if (n > 0)
    tb_window_open_files (self, (GFile *const *) files->pdata, n);
  else
    tb_file_report_choice (error);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (folder != NULL)
    tb_window_open (self, folder);
  else
    tb_file_report_choice (error);
}

static GListModel *
new_filters (void)
{
  static const char *const suffixes[] = { "json", "csv", "tsv", "px", "zip", "gz" };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (ours, _("Data Files"));
  gtk_file_filter_add_mime_type (ours, TB_MEDIA_TYPE);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (ours, suffixes[i]);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, ours);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

/* Begins where the open file is. */
static GtkFileDialog *
new_file_dialog (TbWindow   *self,
                 const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  GFile *file = tb_session_get_file (self->session);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  gtk_file_dialog_set_title (dialog, title);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  return dialog;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (self, _("Open"));
  g_autoptr (GListModel) filters = new_filters ();

  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), NULL, chosen_cb, g_object_ref (self));
}

static void
open_folder_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (self, _("Open Folder"));

  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self), NULL, folder_chosen_cb, g_object_ref (self));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_autofree char *name = tb_file_dup_name (G_FILE (source));
      /* Translators: %s is the name of a file that was opened before */
      g_autofree char *text = g_strdup_printf (_("“%s” is no longer there and was taken off the list"), name);

      tb_recent_remove (G_FILE (source));
      tb_window_tell (self, text);
      return;
    }
  tb_window_open (self, G_FILE (source));
}

/* Of the list of recent files, which may be gone. */
static void
open_uri_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                           found_cb, g_object_ref (widget));
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  tb_window_paste (TB_WINDOW (widget));
}

static void
open_sample_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) sample = tb_settings_dup_sample ();

  if (sample == NULL)
    return;
  tb_window_open_showing (TB_WINDOW (widget), (GFile *const *) &sample, 1, TB_WELCOME_INDICATOR);
}

static void
cancel_open_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  tb_window_cancel_opening (TB_WINDOW (widget));
}

/**
 * tb_window_install_open_actions:
 * @widget_class: the class of windows
 *
 * Installs the actions that open something.
 */
void
tb_window_install_open_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-folder", NULL, open_folder_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-open", NULL, cancel_open_action);
  /* Not of the application: in a text field it is the field's. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
}
