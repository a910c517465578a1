/* The texts around the plot, and the one for readers who do not see it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-texts.h"

#include "tb-text-row.h"

struct _TbInspectorTexts
{
  TbInspectorGroup  parent_instance;

  TbTextRow        *title_row;
  TbTextRow        *subtitle_row;
  TbTextRow        *note_row;
  TbTextRow        *source_row;
  TbTextRow        *description_row;
};

G_DEFINE_FINAL_TYPE (TbInspectorTexts, tb_inspector_texts, TB_TYPE_INSPECTOR_GROUP)

static char **
get_field (TbInspectorTexts  *self,
           TbChartSpecFields *fields,
           TbTextRow         *row)
{
  if (row == self->title_row)
    return &fields->title;
  if (row == self->subtitle_row)
    return &fields->subtitle;
  if (row == self->note_row)
    return &fields->note;
  return row == self->source_row ? &fields->source : &fields->description;
}

static const char *
get_tag (TbInspectorTexts *self,
         TbTextRow        *row)
{
  if (row == self->title_row)
    return "title";
  if (row == self->subtitle_row)
    return "subtitle";
  if (row == self->note_row)
    return "note";
  return row == self->source_row ? "source" : "description";
}

static void
edited_cb (TbInspectorTexts *self,
           TbTextRow        *row)
{
  TbChartSpecFields fields;

  if (!tb_inspector_group_is_listening (TB_INSPECTOR_GROUP (self)))
    return;
  fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));
  *get_field (self, &fields, row) = (char *) tb_text_row_get_text (row);
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, get_tag (self, row));
}

static void
tb_inspector_texts_update (TbInspectorGroup       *group,
                           const TbInspectorFacts *facts)
{
  TbInspectorTexts *self = TB_INSPECTOR_TEXTS (group);
  TbChartSpecFields fields = tb_inspector_group_get_fields (group);
  const TbChartWording none = { 0 };
  const TbChartWording *wording = facts != NULL ? &facts->wording : &none;

  tb_text_row_set_texts (self->title_row, fields.title, wording->title);
  tb_text_row_set_texts (self->subtitle_row, fields.subtitle, wording->subtitle);
  tb_text_row_set_texts (self->note_row, fields.note, wording->note);
  tb_text_row_set_texts (self->source_row, fields.source, wording->source);
  tb_text_row_set_texts (self->description_row, fields.description, wording->description);
}

static void
tb_inspector_texts_class_init (TbInspectorTextsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TB_INSPECTOR_GROUP_CLASS (klass)->update = tb_inspector_texts_update;
  g_type_ensure (TB_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-inspector-texts.ui");
  gtk_widget_class_bind_template_child (widget_class, TbInspectorTexts, title_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorTexts, subtitle_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorTexts, note_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorTexts, source_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorTexts, description_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
tb_inspector_texts_init (TbInspectorTexts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
