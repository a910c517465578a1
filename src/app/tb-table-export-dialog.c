/* How the table is exported.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-export-dialog.h"

#include "tb-export-choice.h"
#include "tb-file-save.h"
#include "tb-row-said.h"
#include "tb-settings.h"

struct _TbTableExportDialog
{
  AdwDialog        parent_instance;

  TbSession       *session;
  TbComparison    *comparison;
  AdwToastOverlay *toasts;

  AdwComboRow     *format_row;
  AdwComboRow     *language_row;
};

G_DEFINE_FINAL_TYPE (TbTableExportDialog, tb_table_export_dialog, ADW_TYPE_DIALOG)

/* In the order of the row's choices; the suffix is the value of the setting. */
static const struct { const char *suffix; const char *media_type; TbTableFormat format; } formats[] = {
  { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", TB_TABLE_XLSX },
  { "ods", "application/vnd.oasis.opendocument.spreadsheet", TB_TABLE_ODS },
  { "csv", "text/csv", TB_TABLE_CSV },
  { "tsv", "text/tab-separated-values", TB_TABLE_TSV },
  { "md", "text/markdown", TB_TABLE_MARKDOWN },
  { "html", "text/html", TB_TABLE_HTML },
  { "tex", "application/x-tex", TB_TABLE_LATEX },
  { "json", "application/json", TB_TABLE_JSON },
};

static const char *const languages[] = { "window", "en", "zh" };

typedef struct
{
  TbComparison  *comparison;
  TbTableFormat  format;
  TbLanguage     language;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tb_comparison_unref (job->comparison);
  g_free (job);
}

static GBytes *
make_bytes (gpointer    data,
            GPtrArray  *notices,
            GError    **error)
{
  const Job *job = data;

  return tb_export_table (job->comparison, job->format, job->language, error);
}

static void
export_cb (GtkButton           *button,
           TbTableExportDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  guint format = MIN (adw_combo_row_get_selected (self->format_row), G_N_ELEMENTS (formats) - 1);
  guint language = MIN (adw_combo_row_get_selected (self->language_row), G_N_ELEMENTS (languages) - 1);
  g_autofree char *name = tb_session_dup_name (self->session);
  g_autofree char *file_name = g_strdup_printf ("%s.%s", name, formats[format].suffix);
  Job *job = g_new0 (Job, 1);

  g_settings_set_string (tb_settings_get (), "table-format", formats[format].suffix);
  g_settings_set_string (tb_settings_get (), "export-language", languages[language]);
  job->comparison = tb_comparison_ref (self->comparison);
  job->format = formats[format].format;
  job->language = tb_export_choice_language (languages[language], tb_session_get_language (self->session));
  tb_file_save (GTK_WINDOW (root), self->toasts, file_name, formats[format].media_type, make_bytes, job, job_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
read_settings (TbTableExportDialog *self)
{
  g_autofree char *format = g_settings_get_string (tb_settings_get (), "table-format");
  g_autofree char *language = g_settings_get_string (tb_settings_get (), "export-language");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].suffix, format))
      adw_combo_row_set_selected (self->format_row, i);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i], language))
      adw_combo_row_set_selected (self->language_row, i);
}

static void
tb_table_export_dialog_dispose (GObject *object)
{
  TbTableExportDialog *self = TB_TABLE_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_TABLE_EXPORT_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->toasts);
  g_clear_pointer (&self->comparison, tb_comparison_unref);
  G_OBJECT_CLASS (tb_table_export_dialog_parent_class)->dispose (object);
}

static void
tb_table_export_dialog_class_init (TbTableExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_table_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-table-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TbTableExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TbTableExportDialog, language_row);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
tb_table_export_dialog_init (TbTableExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tb_row_say_choice (self->format_row);
  tb_row_say_choice (self->language_row);
  read_settings (self);
}

/**
 * tb_table_export_dialog_new:
 * @session: whose table is exported
 * @comparison: the table
 * @toasts: where the success is told
 *
 * Makes the dialog that exports a table.
 *
 * Returns: (transfer floating): a new dialog
 */
TbTableExportDialog *
tb_table_export_dialog_new (TbSession       *session,
                            TbComparison    *comparison,
                            AdwToastOverlay *toasts)
{
  TbTableExportDialog *self = g_object_new (TB_TYPE_TABLE_EXPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->comparison = tb_comparison_ref (comparison);
  self->toasts = g_object_ref (toasts);
  return self;
}
