/* "Where This Figure Comes From": one figure with its source and what others say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-source-dialog.h"

#include "tb-copy-button.h"
#include "tb-dialog-parts.h"
#include "tb-shown-text.h"
#include "tb-source-sheet.h"

#include <glib/gi18n-lib.h>

struct _TbSourceDialog
{
  AdwDialog      parent_instance;

  TbSourceSheet *sheet;

  GtkButton     *copy_button;
  GtkBox        *content;
  GtkLabel      *value;
  GtkLabel      *name;
  GtkLabel      *when;
};

G_DEFINE_FINAL_TYPE (TbSourceDialog, tb_source_dialog, ADW_TYPE_DIALOG)

static void
copy_cb (GtkButton      *button,
         TbSourceDialog *self)
{
  g_autofree char *text = tb_source_sheet_dup_text (self->sheet);

  tb_copy_button_copy (button, text);
}

static void
open_cb (GtkButton *button)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (g_object_get_data (G_OBJECT (button), "tb-url"));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL, NULL);
}

/* A file may name anything as a link; only pages of the web are opened. */
static gboolean
is_page (const char *url)
{
  return url != NULL && (g_ascii_strncasecmp (url, "https://", 8) == 0 || g_ascii_strncasecmp (url, "http://", 7) == 0);
}

static GtkWidget *
new_link_button (const TbSourceRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Open in the Browser"));
  g_object_set_data_full (G_OBJECT (button), "tb-url", g_strdup (row->url), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), button, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_row (const TbSourceRow *row)
{
  GtkWidget *widget = adw_action_row_new ();
  g_autofree char *shown = tb_shown_text_dup (row->text, TB_SHOWN_TEXT_CHARS);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), row->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), shown);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (widget), TRUE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (widget), 0);
  gtk_widget_add_css_class (widget, "property");
  if (is_page (row->url))
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), new_link_button (row));
  return widget;
}

static GtkWidget *
new_group (const TbSourceGroup *group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), group->title);
  for (guint i = 0; i < group->rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), new_row (&g_array_index (group->rows, TbSourceRow, i)));
  return widget;
}

static void
fill (TbSourceDialog *self)
{
  g_autofree char *value = tb_shown_text_dup (self->sheet->value, TB_SHOWN_LINE_CHARS);
  g_autofree char *name = tb_shown_text_dup (self->sheet->name, TB_SHOWN_LINE_CHARS);
  g_autofree char *when = tb_shown_text_dup (self->sheet->when, TB_SHOWN_LINE_CHARS);

  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->when, when);
  for (guint i = 0; i < self->sheet->groups->len; i++)
    gtk_box_append (self->content, new_group (&g_array_index (self->sheet->groups, TbSourceGroup, i)));
}

static void
tb_source_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TB_TYPE_SOURCE_DIALOG);
  G_OBJECT_CLASS (tb_source_dialog_parent_class)->dispose (object);
}

static void
tb_source_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TB_SOURCE_DIALOG (object)->sheet, tb_source_sheet_free);
  G_OBJECT_CLASS (tb_source_dialog_parent_class)->finalize (object);
}

static void
tb_source_dialog_class_init (TbSourceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_source_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tb_source_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-source-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TbSourceDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TbSourceDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TbSourceDialog, value);
  gtk_widget_class_bind_template_child (widget_class, TbSourceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TbSourceDialog, when);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
tb_source_dialog_init (TbSourceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Else all of the first label would be selected. */
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->copy_button));
}

/**
 * tb_source_dialog_new:
 * @dataset: where the figure is
 * @figure: a row of one of its series
 * @language: the reader's language
 *
 * Makes the dialog that says where a figure comes from, what it is, and which
 * other sources agree or conflict with it. All texts can be selected and copied.
 *
 * Returns: (transfer floating): a new dialog
 */
TbSourceDialog *
tb_source_dialog_new (TbDataset  *dataset,
                      TbFigure    figure,
                      TbLanguage  language)
{
  TbSourceDialog *self;

  g_return_val_if_fail (dataset != NULL, NULL);
  g_return_val_if_fail (figure.series != NULL && figure.row < tb_series_get_n (figure.series), NULL);

  self = g_object_new (TB_TYPE_SOURCE_DIALOG, NULL);
  self->sheet = tb_source_sheet_new (figure, language);
  fill (self);
  tb_dialog_draw_in_parts (ADW_DIALOG (self), GTK_WIDGET (self->content));
  return self;
}

/**
 * tb_source_target_new:
 * @dataset: the dataset that is open
 * @figure: a row of one of its series
 *
 * Makes the target of `win.show-source`. Cost: O(n) of the series.
 *
 * Returns: (transfer full) (nullable): the target, and no floating one, which actions of
 *   widgets would never let go; %NULL where the figure is not of the dataset, as a
 *   computed one
 */
GVariant *
tb_source_target_new (TbDataset *dataset,
                      TbFigure   figure)
{
  g_return_val_if_fail (dataset != NULL, NULL);

  for (gsize i = 0; figure.series != NULL && i < tb_dataset_get_n_series (dataset); i++)
    if (tb_dataset_get_series (dataset, i) == figure.series)
      return g_variant_ref_sink (g_variant_new (TB_SOURCE_TARGET_TYPE, (guint64) i, (guint64) figure.row));
  return NULL;
}

/**
 * tb_source_target_read:
 * @dataset: (nullable): the dataset that is open
 * @target: a target of `win.show-source`
 * @out_figure: (out): the figure
 *
 * Finds the figure of a target. A dataset that came in the meantime may not have it.
 *
 * Returns: whether there is such a figure
 */
gboolean
tb_source_target_read (TbDataset *dataset,
                       GVariant  *target,
                       TbFigure  *out_figure)
{
  guint64 series;
  guint64 row;

  g_variant_get (target, TB_SOURCE_TARGET_TYPE, &series, &row);
  if (dataset == NULL || series >= tb_dataset_get_n_series (dataset))
    return FALSE;
  out_figure->series = tb_dataset_get_series (dataset, series);
  out_figure->row = row;
  return row < tb_series_get_n (out_figure->series);
}
