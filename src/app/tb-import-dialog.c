/* How a file is read: asked once where it can be read in several ways.
 *
 * Each choice reads the files again, in a thread, so that the figures below are
 * what would be opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-dialog.h"

#include "tb-import-preview.h"
#include "tb-import-words.h"

#include <glib/gi18n-lib.h>

/* A choice made with the arrow keys passes others on its way. */
#define READ_AFTER_MS 150

/* Rows of single indicators; more can be reached by selecting them in the window. */
#define MAX_INDICATORS 12

struct _TbImportDialog
{
  AdwDialog            parent_instance;

  TbImport            *import;
  TbLanguage           language;
  gboolean             is_filling;
  guint                read_id;
  GCancellable        *reading;          /* nullable */
  GPtrArray           *column_rows;      /* of AdwComboRow, with the name of a column as the title; borrowed */
  GPtrArray           *indicator_rows;   /* of AdwComboRow; borrowed */
  GPtrArray           *indicator_ids;    /* of char *, as @indicator_rows */
  GPtrArray           *preview_rows;     /* of GtkWidget; borrowed */

  GtkWidget           *open_button;
  AdwPreferencesPage  *page;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesGroup *measure_group;
  AdwComboRow         *measure_row;
  AdwPreferencesGroup *preview_group;
  GtkWidget           *spinner;
};

G_DEFINE_FINAL_TYPE (TbImportDialog, tb_import_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- what is chosen ------------------------------------------------------ */

static TbColumnRole
get_role (AdwComboRow *row)
{
  const TbColumnRole *roles = g_object_get_data (G_OBJECT (row), "tb-roles");

  return roles[adw_combo_row_get_selected (row)];
}

static void
set_role (AdwComboRow  *row,
          TbColumnRole  role)
{
  const TbColumnRole *roles = g_object_get_data (G_OBJECT (row), "tb-roles");
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (row));

  for (guint i = 0; i < n; i++)
    {
      if (roles[i] == role)
        adw_combo_row_set_selected (row, i);
    }
}

/* The first choice is to say nothing. */
static void
set_measure (TbProfile   *profile,
             const char  *id,
             AdwComboRow *row)
{
  const TbProfileIndicator *before = tb_profile_get_indicator (profile, id);
  TbProfileIndicator said = { 0 };
  guint i = adw_combo_row_get_selected (row);

  if (i == 0 && before == NULL)
    return;
  if (before != NULL)
    said = *before;
  said.has_measure = i > 0;
  said.measure = i > 0 ? tb_measure_choices[i - 1].measure : TB_MEASURE_UNSTATED;
  said.since = i > 0 ? tb_measure_choices[i - 1].since : TB_SINCE_NONE;
  tb_profile_set_indicator (profile, id, &said);
}

static TbProfile *
make_profile (TbImportDialog *self)
{
  const TbPlan *plan = tb_import_get_plan (self->import);
  TbProfile *before = tb_import_get_profile (self->import);
  TbProfile *profile = before != NULL ? tb_profile_copy (before) : tb_plan_to_profile (plan);

  for (guint i = 0; i < self->column_rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->column_rows, i);

      tb_profile_set_role (profile, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), get_role (row));
    }
  set_measure (profile, NULL, self->measure_row);
  for (guint i = 0; i < self->indicator_rows->len; i++)
    set_measure (profile, g_ptr_array_index (self->indicator_ids, i), g_ptr_array_index (self->indicator_rows, i));
  return profile;
}

/* --- the figures below ---------------------------------------------------- */

/* A reading that leaves nothing is not what the user means. */
static gboolean
has_figures (TbImportDialog *self)
{
  TbDataset *dataset = tb_import_get_dataset (self->import);

  return dataset != NULL && tb_dataset_get_n_observations (dataset) > 0;
}

static void
show_preview (TbImportDialog *self)
{
  TbDataset *dataset = tb_import_get_dataset (self->import);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < self->preview_rows->len; i++)
    adw_preferences_group_remove (self->preview_group, g_ptr_array_index (self->preview_rows, i));
  g_ptr_array_set_size (self->preview_rows, 0);

  if (has_figures (self))
    {
      rows = tb_import_preview_new_rows (dataset, self->language);
      summary = tb_import_preview_dup_summary (dataset);
    }
  else
    {
      rows = g_ptr_array_new ();
      g_ptr_array_add (rows, tb_import_preview_new_failure (tb_import_get_problems (self->import)));
    }
  adw_preferences_group_set_description (self->preview_group, summary);
  for (guint i = 0; i < rows->len; i++)
    {
      adw_preferences_group_add (self->preview_group, g_ptr_array_index (rows, i));
      g_ptr_array_add (self->preview_rows, g_ptr_array_index (rows, i));
    }
}

static void
update_state (TbImportDialog *self)
{
  gboolean is_busy = tb_import_dialog_is_busy (self);

  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_set_sensitive (self->open_button, !is_busy && has_figures (self));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TbImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_read = tb_import_read_finish (TB_IMPORT (source), result, &error);

  /* Cancelled: another choice was made since, or the dialog is gone. */
  if (!is_read || self->import == NULL)
    return;
  g_clear_object (&self->reading);
  show_preview (self);
  update_state (self);
}

static void
read_again (gpointer data)
{
  TbImportDialog *self = data;
  g_autoptr (TbProfile) profile = make_profile (self);

  self->read_id = 0;
  self->reading = g_cancellable_new ();
  tb_import_read_async (self->import, profile, NULL, NULL, self->reading, read_cb, g_object_ref (self));
  update_state (self);
}

static void
stop_reading (TbImportDialog *self)
{
  g_clear_handle_id (&self->read_id, g_source_remove);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
choose (TbImportDialog *self)
{
  stop_reading (self);
  self->read_id = g_timeout_add_once (READ_AFTER_MS, read_again, self);
  update_state (self);
}

/* --- the rows -------------------------------------------------------------- */

/* Of what only one column can be, the one that was it becomes a breakdown. */
static void
role_changed_cb (AdwComboRow    *row,
                 GParamSpec     *pspec,
                 TbImportDialog *self)
{
  TbColumnRole role = get_role (row);

  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  for (guint i = 0; i < self->column_rows->len && tb_column_role_is_single (role); i++)
    {
      AdwComboRow *other = g_ptr_array_index (self->column_rows, i);

      if (other != row && get_role (other) == role)
        set_role (other, TB_COLUMN_ROLE_BREAKDOWN);
    }
  self->is_filling = FALSE;
  choose (self);
}

static void
measure_changed_cb (TbImportDialog *self)
{
  if (!self->is_filling)
    choose (self);
}

static AdwComboRow *
new_row (const char        *title,
         const char        *subtitle,
         const char *const *choices)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  return row;
}

static void
mark_doubt (AdwComboRow *row)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-question-symbolic");

  gtk_widget_add_css_class (icon, "accent");
  gtk_widget_set_tooltip_text (icon, _("The file does not say what this is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The file does not say what this is"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static void
add_column (TbImportDialog *self,
            gsize           i)
{
  const TbPlan *plan = tb_import_get_plan (self->import);
  const TbPlanColumn *column = tb_plan_get_column (plan, i);
  TbProfile *profile = tb_import_get_profile (self->import);
  TbColumnRole said = profile != NULL ? tb_profile_get_role (profile, column->name) : TB_COLUMN_ROLE_UNSAID;
  TbColumnRole *roles = g_new0 (TbColumnRole, TB_N_COLUMN_ROLES);
  const char *words[TB_N_COLUMN_ROLES + 1] = { NULL };
  g_autofree char *samples = column->samples != NULL ? g_strjoinv (", ", column->samples) : NULL;
  gsize n = tb_column_role_list (plan, column, roles);
  AdwComboRow *row;

  for (gsize k = 0; k < n; k++)
    words[k] = tb_column_role_word (roles[k]);
  row = new_row (column->name, samples, words);
  g_object_set_data_full (G_OBJECT (row), "tb-roles", roles, g_free);
  set_role (row, said != TB_COLUMN_ROLE_UNSAID ? said : column->role);
  if (column->in_doubt)
    mark_doubt (row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (role_changed_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (self->columns_group, GTK_WIDGET (row));
  g_ptr_array_add (self->column_rows, row);
}

static GtkStringList *
new_measure_words (const char *first)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, first);
  for (gsize i = 0; i < tb_n_measure_choices; i++)
    gtk_string_list_append (words, _(tb_measure_choices[i].title));
  return words;
}

static void
fill_measure (TbImportDialog *self,
              AdwComboRow    *row,
              const char     *id,
              const char     *first)
{
  TbProfile *profile = tb_import_get_profile (self->import);
  const TbProfileIndicator *said = profile != NULL ? tb_profile_get_indicator (profile, id) : NULL;
  guint i = said != NULL && said->has_measure ? tb_measure_choice_find (said->measure, said->since) : G_MAXUINT;
  g_autoptr (GtkStringList) words = new_measure_words (first);

  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, i != G_MAXUINT ? i + 1 : 0);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (measure_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_listed (const TbImportDialog *self,
           const char           *id)
{
  for (guint i = 0; i < self->indicator_ids->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->indicator_ids, i), id))
        return TRUE;
    }
  return FALSE;
}

static void
add_indicator (TbImportDialog    *self,
               const TbIndicator *indicator)
{
  g_autofree char *name = NULL;
  AdwComboRow *row;

  if (self->indicator_rows->len == MAX_INDICATORS || is_listed (self, indicator->id))
    return;
  name = tb_text_dup_marked (&indicator->name, self->language);
  row = new_row (*name != '\0' ? name : indicator->id, NULL, NULL);
  /* Translators: of the measure of one indicator */
  fill_measure (self, row, indicator->id, _("As for All"));
  adw_preferences_group_add (self->measure_group, GTK_WIDGET (row));
  g_ptr_array_add (self->indicator_rows, row);
  g_ptr_array_add (self->indicator_ids, g_strdup (indicator->id));
}

/* Those that are looked at come first, then those that the file says nothing of. */
static void
add_indicators (TbImportDialog    *self,
                const char *const *ids)
{
  TbDataset *dataset = tb_import_get_dataset (self->import);
  TbProfile *profile = tb_import_get_profile (self->import);
  TbCatalog *catalog = dataset != NULL ? tb_dataset_get_catalog (dataset) : NULL;
  gsize n = catalog != NULL ? tb_catalog_get_n_indicators (catalog) : 0;

  for (gsize i = 0; catalog != NULL && ids != NULL && ids[i] != NULL; i++)
    {
      const TbIndicator *indicator = tb_catalog_find_indicator (catalog, ids[i]);

      if (indicator != NULL)
        add_indicator (self, indicator);
    }
  for (gsize i = 0; i < n && n > 1 && self->indicator_rows->len < MAX_INDICATORS; i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);

      if (indicator->measure == TB_MEASURE_UNSTATED
          || (profile != NULL && tb_profile_get_indicator (profile, indicator->id) != NULL))
        add_indicator (self, indicator);
    }
  if (n > self->indicator_rows->len && self->indicator_rows->len == MAX_INDICATORS)
    adw_preferences_group_set_description (self->measure_group,
                                           _("To set other indicators, select them in the list of the window first."));
}

static void
fill (TbImportDialog    *self,
      const char *const *ids)
{
  const TbPlan *plan = tb_import_get_plan (self->import);
  g_autofree char *name = tb_import_dup_name (self->import);
  g_autofree char *description = NULL;
  gsize n_columns = tb_plan_get_n_columns (plan);

  self->is_filling = TRUE;
  if (tb_import_is_in_doubt (self->import))
    /* Translators: %s is the name of a file, or "3 files" */
    description = g_strdup_printf (_("%s can be read in several ways. Please check what is marked."), name);
  adw_preferences_page_set_description (self->page, description != NULL ? description : name);
  for (gsize i = 0; i < n_columns; i++)
    {
      /* Columns that are periods by their names are nothing else. */
      if (!g_str_equal (tb_plan_get_column (plan, i)->name, "<header>"))
        add_column (self, i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->columns_group), self->column_rows->len > 0);
  /* Translators: the measure of indicators; "As the File Says" would be wrong, because it says nothing */
  fill_measure (self, self->measure_row, NULL, _("Not Stated"));
  add_indicators (self, ids);
  self->is_filling = FALSE;
  show_preview (self);
  update_state (self);
}

/* --- the dialog ------------------------------------------------------------ */

static void
accept_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TbImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tb_import_read_finish (TB_IMPORT (source), result, &error) || self->import == NULL)
    return;
  g_clear_object (&self->reading);
  show_preview (self);
  update_state (self);
  if (!has_figures (self))
    return;
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
open_cb (GtkButton      *button,
         TbImportDialog *self)
{
  g_autoptr (TbProfile) profile = NULL;

  if (tb_import_get_profile (self->import) != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  /* Nothing was chosen otherwise; what was guessed is said now. */
  profile = make_profile (self);
  self->reading = g_cancellable_new ();
  tb_import_read_async (self->import, profile, NULL, NULL, self->reading, accept_cb, g_object_ref (self));
  update_state (self);
}

static void
tb_import_dialog_closed (AdwDialog *dialog)
{
  stop_reading (TB_IMPORT_DIALOG (dialog));
}

static void
tb_import_dialog_dispose (GObject *object)
{
  TbImportDialog *self = TB_IMPORT_DIALOG (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->import);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  g_clear_pointer (&self->indicator_rows, g_ptr_array_unref);
  g_clear_pointer (&self->indicator_ids, g_ptr_array_unref);
  g_clear_pointer (&self->preview_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tb_import_dialog_parent_class)->dispose (object);
}

static void
tb_import_dialog_class_init (TbImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tb_import_dialog_closed;
  /**
   * TbImportDialog::accepted:
   *
   * The user opens the files as they are shown.
   */
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", TB_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, measure_group);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, measure_row);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
tb_import_dialog_init (TbImportDialog *self)
{
  self->column_rows = g_ptr_array_new ();
  self->indicator_rows = g_ptr_array_new ();
  self->indicator_ids = g_ptr_array_new_with_free_func (g_free);
  self->preview_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tb_import_dialog_new:
 * @import: files that were read
 * @language: of their figures
 * @ids: (nullable) (array zero-terminated=1): indicators that are looked at
 *
 * Makes the dialog that asks how files are read, with a look at what they would
 * be. @import itself is not changed.
 *
 * Returns: (transfer floating): a new dialog
 */
TbImportDialog *
tb_import_dialog_new (TbImport          *import,
                      TbLanguage         language,
                      const char *const *ids)
{
  TbImportDialog *self = g_object_new (TB_TYPE_IMPORT_DIALOG, NULL);

  self->import = tb_import_copy (import);
  self->language = language;
  fill (self, ids);
  return self;
}

TbImport *
tb_import_dialog_get_import (TbImportDialog *self)
{
  g_return_val_if_fail (TB_IS_IMPORT_DIALOG (self), NULL);

  return self->import;
}

gboolean
tb_import_dialog_is_busy (TbImportDialog *self)
{
  g_return_val_if_fail (TB_IS_IMPORT_DIALOG (self), FALSE);

  return self->read_id != 0 || self->reading != NULL;
}
