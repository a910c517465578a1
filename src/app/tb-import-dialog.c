/* How a file is read: asked once where it can be read in several ways.
 *
 * Each choice reads the files again, in a thread, so that the figures below are
 * what would be opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-dialog.h"

#include "tb-dialog-parts.h"
#include "tb-import-columns.h"
#include "tb-import-measures.h"
#include "tb-import-preview.h"

#include <glib/gi18n-lib.h>

/* A choice made with the arrow keys passes others on its way. */
#define READ_AFTER_MS 150

struct _TbImportDialog
{
  AdwDialog            parent_instance;

  TbImport            *import;
  TbLanguage           language;
  guint                read_id;
  guint                preview_id;    /* the first preview is still to be shown */
  GCancellable        *reading;       /* nullable */
  GPtrArray           *preview_rows;  /* of GtkWidget; borrowed */

  GtkWidget           *open_button;
  AdwPreferencesPage  *page;
  TbImportColumns     *columns;
  TbImportMeasures    *measures;
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

static TbProfile *
make_profile (TbImportDialog *self)
{
  TbProfile *before = tb_import_get_profile (self->import);
  TbProfile *profile = before != NULL ? tb_profile_copy (before)
                                      : tb_plan_to_profile (tb_import_get_plan (self->import));

  tb_import_columns_say (self->columns, profile);
  tb_import_measures_say (self->measures, profile);
  return profile;
}

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

static gboolean
is_reading (TbImportDialog *self)
{
  return self->read_id != 0 || self->reading != NULL;
}

static void
update_state (TbImportDialog *self)
{
  gboolean is_busy = is_reading (self);

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
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
changed_cb (TbImportDialog *self)
{
  stop_reading (self);
  self->read_id = g_timeout_add_once (READ_AFTER_MS, read_again, self);
  update_state (self);
}

static void
show_first_preview (gpointer data)
{
  TbImportDialog *self = data;

  self->preview_id = 0;
  show_preview (self);
}

/* The dialog comes up at once; its rows follow. */
static void
fill (TbImportDialog    *self,
      const char *const *ids)
{
  g_autofree char *name = tb_import_dup_name (self->import);
  g_autofree char *plain = NULL;
  g_autofree char *description = NULL;

  if (tb_import_is_in_doubt (self->import))
    /* Translators: %s is the name of a file, or "3 files" */
    plain = g_strdup_printf (_("%s can be read in several ways. Please check the marked columns: "
                               "nothing says what they are."), name);
  description = g_markup_escape_text (plain != NULL ? plain : name, -1);
  adw_preferences_page_set_description (self->page, description);
  tb_import_columns_fill (self->columns, self->import);
  tb_import_measures_fill (self->measures, self->import, self->language, ids);
  self->preview_id = g_idle_add_once (show_first_preview, self);
  tb_dialog_draw_in_parts (ADW_DIALOG (self), GTK_WIDGET (self->page));
  update_state (self);
}

static void
tight_cb (AdwBreakpoint  *breakpoint,
          TbImportDialog *self)
{
  tb_import_columns_set_tight (self->columns, TRUE);
  tb_import_measures_set_tight (self->measures, TRUE);
}

static void
wide_cb (AdwBreakpoint  *breakpoint,
         TbImportDialog *self)
{
  tb_import_columns_set_tight (self->columns, FALSE);
  tb_import_measures_set_tight (self->measures, FALSE);
}

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
  g_clear_handle_id (&self->preview_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->import);
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
  g_type_ensure (TB_TYPE_IMPORT_COLUMNS);
  g_type_ensure (TB_TYPE_IMPORT_MEASURES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, measures);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, TbImportDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, tight_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
tb_import_dialog_init (TbImportDialog *self)
{
  self->preview_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tb_dialog_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->columns));
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

  return is_reading (self) || self->preview_id != 0 || tb_import_columns_is_busy (self->columns)
         || tb_import_measures_is_busy (self->measures);
}
