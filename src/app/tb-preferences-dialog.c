/* What holds for all figures and files.
 *
 * Every row is bound to a setting, which open windows follow at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-preferences-dialog.h"

#include "tb-export-choice.h"
#include "tb-file-kind.h"
#include "tb-file-name.h"
#include "tb-file-told.h"
#include "tb-import-store.h"
#include "tb-period.h"
#include "tb-row-said.h"
#include "tb-setting-row.h"
#include "tb-settings.h"
#include "tb-theme-store.h"
#include "tb-toast.h"

#include <glib/gi18n-lib.h>

struct _TbPreferencesDialog
{
  AdwPreferencesDialog  parent_instance;

  guint                 n_busy;
  GPtrArray            *rows;          /* of GtkWidget: in the group */
  GPtrArray            *kept;          /* nullable: of TbImportKept */
  GCancellable         *listing;       /* nullable: of the last list that was asked for */

  AdwComboRow          *language_row;
  AdwComboRow          *page_row;
  AdwComboRow          *decimals_row;
  AdwActionRow         *theme_row;
  GtkWidget            *reset_button;
  AdwSwitchRow         *remember_row;
  AdwPreferencesGroup  *kept_group;
  GtkWidget            *forget_all_button;
};

G_DEFINE_FINAL_TYPE (TbPreferencesDialog, tb_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
update_theme (TbPreferencesDialog *self)
{
  g_autofree char *name = g_settings_get_string (tb_settings_get (), "theme-name");
  gboolean is_set = g_settings_get_int64 (tb_settings_get (), "theme-stamp") != 0;
  gboolean is_lost = is_set && tb_theme_store_get () == NULL;
  /* Translators: %s is the name of a house style whose kept copy is gone or damaged */
  g_autofree char *lost = g_strdup_printf (_("%s (cannot be read any more)"), name);

  adw_action_row_set_subtitle (self->theme_row, is_lost ? lost : is_set ? name : _("None"));
  gtk_widget_set_visible (self->reset_button, is_set);
}

static void
reset_cb (GtkButton           *button,
          TbPreferencesDialog *self)
{
  tb_theme_store_reset ();
}

static void
tell_refusal (TbPreferencesDialog *self,
              const char          *name,
              const GError        *error)
{
  /* Translators: a theme file was refused; %s is its name */
  AdwDialog *dialog = adw_alert_dialog_new (NULL, NULL);

  adw_alert_dialog_format_heading (ADW_ALERT_DIALOG (dialog), _("“%s” Is Not Used"), name);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

typedef struct
{
  TbPreferencesDialog *dialog;
  char                *name;
} Choice;

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Choice *choice = user_data;
  g_autoptr (GError) error = NULL;

  choice->dialog->n_busy--;
  if (!tb_theme_store_choose_finish (result, &error) && gtk_widget_get_mapped (GTK_WIDGET (choice->dialog)))
    tell_refusal (choice->dialog, choice->name, error);
  g_object_unref (choice->dialog);
  g_free (choice->name);
  g_free (choice);
}

/**
 * tb_preferences_dialog_choose:
 * @self: the dialog
 * @theme: a file
 *
 * Makes a file the style of the house, or tells why it is none.
 */
void
tb_preferences_dialog_choose (TbPreferencesDialog *self,
                              GFile               *theme)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->dialog = g_object_ref (self);
  choice->name = tb_file_dup_name (theme);
  self->n_busy++;
  tb_theme_store_choose_async (theme, chosen_cb, choice);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TbPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    tb_preferences_dialog_choose (self, file);
  tb_file_report_choice (error);
}

static void
choose_cb (GtkButton           *button,
           TbPreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  tb_file_kind_show_only (dialog, _("Theme Files"), NULL, "json");
  gtk_file_dialog_set_title (dialog, _("Choose a House Style"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (root), NULL, opened_cb, g_object_ref (self));
}

static void list_kept (TbPreferencesDialog *self);

static void
forget (TbPreferencesDialog *self,
        const char          *shape)
{
  g_autoptr (GError) error = NULL;

  if (!tb_import_store_forget (shape, &error))
    {
      AdwToast *toast = adw_toast_new ("");

      adw_toast_set_custom_title (toast, tb_toast_new_label (error->message));
      adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
    }
}

static void
forget_cb (GtkButton           *button,
           TbPreferencesDialog *self)
{
  forget (self, g_object_get_data (G_OBJECT (button), "shape"));
  list_kept (self);
}

static void
forget_all_cb (GtkButton           *button,
               TbPreferencesDialog *self)
{
  for (guint i = 0; self->kept != NULL && i < self->kept->len; i++)
    forget (self, ((TbImportKept *) self->kept->pdata[i])->shape);
  list_kept (self);
}

/* As days are written everywhere here, which is not how the system's locale has them. */
static char *
dup_day (GDateTime *when)
{
  TbDay day = tb_day_new (g_date_time_get_year (when), g_date_time_get_month (when),
                          g_date_time_get_day_of_month (when));

  return tb_period_label (tb_period_from_days (day, day), tb_settings_language (), TB_PERIOD_LABEL_FULL);
}

static GtkWidget *
new_row (TbPreferencesDialog *self,
         const TbImportKept  *kept)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *when = kept->saved != NULL ? dup_day (kept->saved) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *kept->columns != '\0' ? kept->columns : kept->shape);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_tooltip_text (row, kept->columns);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  gtk_widget_set_tooltip_text (button, _("Forget"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "shape", g_strdup (kept->shape), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* Whose row has the focus; all rows where none has. */
static guint
find_focused (TbPreferencesDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint i = 0;

  while (i < self->rows->len
         && (focus == NULL || (focus != self->rows->pdata[i] && !gtk_widget_is_ancestor (focus, self->rows->pdata[i]))))
    i++;
  return i;
}

/* The focus goes on to what follows a row that had it, or stands above what is empty now. */
static void
show_kept (TbPreferencesDialog *self)
{
  guint focused = find_focused (self);
  gboolean in_rows = focused < self->rows->len;
  gboolean in_button = gtk_widget_has_focus (self->forget_all_button) && self->kept->len < 2;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->kept_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->kept->len; i++)
    g_ptr_array_add (self->rows, new_row (self, self->kept->pdata[i]));
  if (self->kept->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nothing Is Remembered"));
      gtk_widget_set_sensitive (row, FALSE);
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_add (self->kept_group, self->rows->pdata[i]);
  gtk_widget_set_visible (self->forget_all_button, self->kept->len > 1);
  if (in_rows && self->kept->len > 0)
    gtk_widget_child_focus (self->rows->pdata[MIN (focused, self->rows->len - 1)], GTK_DIR_TAB_FORWARD);
  else if (in_rows || in_button)
    gtk_widget_grab_focus (GTK_WIDGET (self->remember_row));
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, tb_import_store_list (), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TbPreferencesDialog) self = user_data;
  GPtrArray *kept = g_task_propagate_pointer (G_TASK (result), NULL);

  self->n_busy--;
  /* Closed, or another list was asked for, since. */
  if (kept == NULL)
    return;
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  self->kept = kept;
  show_kept (self);
}

static void
list_kept (TbPreferencesDialog *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  task = g_task_new (NULL, self->listing, listed_cb, g_object_ref (self));
  self->n_busy++;
  g_task_set_static_name (task, "[tongbi] list profiles");
  g_task_run_in_thread (task, list_in_thread);
}

static gboolean
decimals_from_setting (GValue   *value,
                       GVariant *variant,
                       gpointer  data)
{
  g_value_set_uint (value, (guint) (g_variant_get_int32 (variant) + 1));
  return TRUE;
}

static GVariant *
decimals_to_setting (const GValue       *value,
                     const GVariantType *type,
                     gpointer            data)
{
  guint selected = g_value_get_uint (value);

  return selected == GTK_INVALID_LIST_POSITION ? NULL : g_variant_new_int32 ((int) selected - 1);
}

static void
tb_preferences_dialog_dispose (GObject *object)
{
  TbPreferencesDialog *self = TB_PREFERENCES_DIALOG (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_PREFERENCES_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  G_OBJECT_CLASS (tb_preferences_dialog_parent_class)->dispose (object);
}

static void
tb_preferences_dialog_class_init (TbPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TbPreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, TbPreferencesDialog, page_row);
  gtk_widget_class_bind_template_child (widget_class, TbPreferencesDialog, decimals_row);
  gtk_widget_class_bind_template_child (widget_class, TbPreferencesDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, TbPreferencesDialog, reset_button);
  gtk_widget_class_bind_template_child (widget_class, TbPreferencesDialog, remember_row);
  gtk_widget_class_bind_template_child (widget_class, TbPreferencesDialog, kept_group);
  gtk_widget_class_bind_template_child (widget_class, TbPreferencesDialog, forget_all_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_all_cb);
}

static void
tb_preferences_dialog_init (TbPreferencesDialog *self)
{
  GSettings *settings = tb_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tb_row_say_choice (self->decimals_row);
  self->rows = g_ptr_array_new ();
  tb_setting_row_bind (self->language_row, settings, "figure-language", tb_export_languages);
  tb_setting_row_bind (self->page_row, settings, "export-page", tb_export_pages);
  g_settings_bind_with_mapping (settings, "figure-decimals", self->decimals_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                decimals_from_setting, decimals_to_setting, NULL, NULL);
  g_settings_bind (settings, "remember-import", self->remember_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::theme-stamp", G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  update_theme (self);
  list_kept (self);
}

/**
 * tb_preferences_dialog_new:
 *
 * Makes the dialog of preferences.
 *
 * Returns: (transfer floating): a new dialog
 */
TbPreferencesDialog *
tb_preferences_dialog_new (void)
{
  return g_object_new (TB_TYPE_PREFERENCES_DIALOG, NULL);
}

gboolean
tb_preferences_dialog_is_busy (TbPreferencesDialog *self)
{
  g_return_val_if_fail (TB_IS_PREFERENCES_DIALOG (self), FALSE);

  return self->n_busy > 0;
}
