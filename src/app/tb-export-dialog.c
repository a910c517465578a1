/* How the figure is exported.
 *
 * Every row is bound to a setting, so that the last choice is the next one's
 * start; the preview is drawn from the settings, as the file is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export-dialog.h"

#include "tb-export-choice.h"
#include "tb-figure-canvas.h"
#include "tb-file-save.h"
#include "tb-opened-file.h"
#include "tb-row-said.h"
#include "tb-setting-row.h"
#include "tb-settings.h"

struct _TbExportDialog
{
  AdwDialog        parent_instance;

  TbSession       *session;
  AdwToastOverlay *toasts;
  TbChartType      type;

  TbFigureCanvas  *preview;
  GtkWidget       *export_button;
  AdwToggleGroup  *format_group;
  AdwComboRow     *page_row;
  AdwComboRow     *unit_row;
  AdwSpinRow      *width_row;
  AdwSpinRow      *height_row;
  AdwSpinRow      *dpi_row;
  AdwActionRow    *result_row;
  GtkLabel        *result_label;
  AdwComboRow     *style_row;
  AdwComboRow     *language_row;
  AdwSwitchRow    *transparent_row;
  AdwSwitchRow    *outlines_row;
};

G_DEFINE_FINAL_TYPE (TbExportDialog, tb_export_dialog, ADW_TYPE_DIALOG)

/* The values of the settings in the order of their rows' choices. */
static const char *const units[] = { "mm", "px", NULL };
static const char *const styles[] = { "light", "dark", "print", NULL };

static const struct { const char *suffix; const char *media_type; } formats[] = {
  [TB_EXPORT_PNG] = { "png", "image/png" },
  [TB_EXPORT_PDF] = { "pdf", "application/pdf" },
  [TB_EXPORT_SVG] = { "svg", "image/svg+xml" },
};

typedef struct
{
  TbChartSpec     *spec;
  TbDataset       *dataset;
  GFile           *file;      /* nullable: of the data */
  char            *stamp;     /* nullable: of @file */
  TbExportFormat   format;
  TbExportOptions  options;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tb_chart_spec_unref (job->spec);
  tb_dataset_unref (job->dataset);
  g_clear_object (&job->file);
  g_free (job->stamp);
  g_free (job);
}

static GBytes *
make_bytes (gpointer    data,
            GPtrArray  *notices,
            GError    **error)
{
  const Job *job = data;
  g_autofree char *hash = tb_opened_file_dup_hash (job->file, job->stamp);
  TbExportOptions options = job->options;

  options.data_hash = hash;
  options.notices = notices;

  return tb_export_chart (job->spec, job->dataset, job->format, &options, error);
}

static gboolean
page_is_custom (TbExportDialog *self,
                guint           selected)
{
  return selected != GTK_INVALID_LIST_POSITION && g_str_equal (tb_export_pages[selected], TB_EXPORT_CUSTOM_PAGE);
}

static gboolean
format_is_png (TbExportDialog *self,
               const char     *name)
{
  return g_strcmp0 (name, "png") == 0;
}

static gboolean
format_is_svg (TbExportDialog *self,
               const char     *name)
{
  return g_strcmp0 (name, "svg") == 0;
}

static void
show_result (TbExportDialog *self,
             const char     *result)
{
  gtk_label_set_text (self->result_label, result);
  tb_row_say (self->result_row, result);
}

static void
update (TbExportDialog *self)
{
  TbExportChoice choice;
  g_autoptr (TbChartSpec) spec = NULL;
  g_autofree char *result = NULL;

  tb_export_choice_read (tb_settings_get (),
                         tb_export_choice_figure_language (tb_session_get_language (self->session)), &choice);
  spec = tb_export_choice_dup_spec (&choice, self->session, self->type);
  result = tb_export_choice_dup_result (&choice);
  show_result (self, result);
  tb_figure_canvas_set_chart (self->preview, tb_session_get_dataset (self->session), spec, FALSE, TRUE);
}

/* A page too small for the figure cannot be exported, and the preview says so. */
static void
preview_ready_cb (TbExportDialog *self)
{
  TbChartPicture *picture = tb_figure_canvas_get_picture (self->preview);
  gboolean is_drawn = picture != NULL && picture->scene != NULL;

  gtk_widget_set_sensitive (self->export_button, is_drawn);
  gtk_widget_set_tooltip_text (self->export_button, is_drawn ? NULL : picture->refusal);
  if (!is_drawn)
    show_result (self, picture->refusal != NULL ? picture->refusal : "");
}

static void
export_cb (GtkButton      *button,
           TbExportDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = tb_session_dup_name (self->session);
  g_autofree char *file_name = NULL;
  TbExportChoice choice;
  Job *job = g_new0 (Job, 1);

  tb_export_choice_read (tb_settings_get (),
                         tb_export_choice_figure_language (tb_session_get_language (self->session)), &choice);
  job->spec = tb_export_choice_dup_spec (&choice, self->session, self->type);
  job->dataset = tb_dataset_ref (tb_session_get_dataset (self->session));
  g_set_object (&job->file, tb_session_get_file (self->session));
  job->stamp = g_strdup (tb_session_get_stamp (self->session));
  job->format = choice.format;
  job->options = (TbExportOptions) TB_EXPORT_OPTIONS_INIT;
  job->options.dpi = choice.dpi;
  job->options.svg_text = choice.svg_text;
  file_name = g_strdup_printf ("%s.%s", name, formats[choice.format].suffix);
  tb_file_save (GTK_WINDOW (root), self->toasts, file_name, formats[choice.format].media_type, make_bytes, job,
                job_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
bind_settings (TbExportDialog *self)
{
  GSettings *settings = tb_settings_get ();

  g_settings_bind (settings, "export-format", self->format_group, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-custom-width", self->width_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-custom-height", self->height_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-dpi", self->dpi_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-transparent", self->transparent_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-outlines", self->outlines_row, "active", G_SETTINGS_BIND_DEFAULT);
  tb_setting_row_bind (self->page_row, settings, "export-page", tb_export_pages);
  tb_setting_row_bind (self->unit_row, settings, "export-custom-unit", units);
  tb_setting_row_bind (self->style_row, settings, "export-style", styles);
  tb_setting_row_bind (self->language_row, settings, "export-language", tb_export_languages);
  g_signal_connect_object (settings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
tb_export_dialog_dispose (GObject *object)
{
  TbExportDialog *self = TB_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->toasts);
  G_OBJECT_CLASS (tb_export_dialog_parent_class)->dispose (object);
}

static void
tb_export_dialog_class_init (TbExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_export_dialog_dispose;
  g_type_ensure (TB_TYPE_FIGURE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, format_group);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, page_row);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, dpi_row);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, result_label);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, result_row);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, style_row);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, transparent_row);
  gtk_widget_class_bind_template_child (widget_class, TbExportDialog, outlines_row);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_is_custom);
  gtk_widget_class_bind_template_callback (widget_class, format_is_png);
  gtk_widget_class_bind_template_callback (widget_class, format_is_svg);
}

static void
tb_export_dialog_init (TbExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->preview, "ready", G_CALLBACK (preview_ready_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tb_export_dialog_new:
 * @session: whose chart is exported
 * @type: of the chart as it is shown
 * @toasts: where the success is told
 *
 * Makes the dialog that exports a figure.
 *
 * Returns: (transfer floating): a new dialog
 */
TbExportDialog *
tb_export_dialog_new (TbSession       *session,
                      TbChartType      type,
                      AdwToastOverlay *toasts)
{
  TbExportDialog *self = g_object_new (TB_TYPE_EXPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->toasts = g_object_ref (toasts);
  self->type = type;
  bind_settings (self);
  update (self);
  return self;
}

