/* What a card of the overview says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-card-body.h"

#include "tb-shown-text.h"
#include "tb-sparkline.h"
#include "tb-target-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The unit beside the number. */
#define UNIT_SCALE 0.55

struct _TbIndicatorCardBody
{
  GtkBox       parent_instance;

  GtkLabel    *title;
  GtkLabel    *value;
  TbSparkline *sparkline;
  GtkLabel    *nature;
  GtkBox      *change_box;
  GtkLabel    *change;
  GtkLabel    *relation;
  GtkWidget   *target_box;
  GtkLabel    *target;
  TbTargetBar *bar;
  GtkLabel    *standing;
  GtkWidget   *source_button;
  GtkLabel    *source;
};

G_DEFINE_FINAL_TYPE (TbIndicatorCardBody, tb_indicator_card_body, GTK_TYPE_BOX)

/* Nothing is cut but texts of hundreds of characters, which are read in the tooltip. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  g_autofree char *shown = tb_shown_text_dup (text, TB_SHOWN_LINE_CHARS);
  g_autofree char *tooltip = tb_shown_text_dup (text, TB_SHOWN_TEXT_CHARS);

  gtk_label_set_text (label, shown != NULL ? shown : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), tooltip);
}

static void
set_tone (GtkWidget *widget,
          TbTone     tone)
{
  gtk_widget_remove_css_class (widget, "success");
  gtk_widget_remove_css_class (widget, "error");
  if (tone == TB_TONE_GOOD)
    gtk_widget_add_css_class (widget, "success");
  else if (tone == TB_TONE_BAD)
    gtk_widget_add_css_class (widget, "error");
}

static void
append_scale (PangoAttrList *attributes,
              guint          start,
              guint          end)
{
  PangoAttribute *scale = pango_attr_scale_new (UNIT_SCALE);

  scale->start_index = start;
  scale->end_index = end;
  pango_attr_list_insert (attributes, scale);
}

/* The number is large, its unit is not. */
static void
show_value (TbIndicatorCardBody *self,
            const TbDigest      *digest)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (digest->value == NULL)
    {
      gtk_label_set_text (self->value, _("No figures"));
      append_scale (attributes, 0, PANGO_ATTR_INDEX_TO_TEXT_END);
    }
  else
    {
      set_text (self->value, digest->value);
      append_scale (attributes, 0, digest->number_start);
      append_scale (attributes, digest->number_end, PANGO_ATTR_INDEX_TO_TEXT_END);
    }
  gtk_label_set_attributes (self->value, attributes);
}

/* "H1 2021 · Qingdao · provisional" */
static void
show_nature (TbIndicatorCardBody *self,
             const TbDigest      *digest)
{
  const char *parts[] = { digest->period, digest->kind, digest->place, digest->status };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  set_text (self->nature, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->nature), text->len > 0);
}

/* Chinese says what a change is against before it says the change. */
static void
order_change (TbIndicatorCardBody *self,
              TbLanguage           language,
              const TbDigest      *digest)
{
  gboolean is_last = language == TB_LANGUAGE_ZH && digest->change != NULL;

  gtk_widget_set_hexpand (GTK_WIDGET (self->relation), !is_last);
  gtk_box_reorder_child_after (self->change_box, GTK_WIDGET (is_last ? self->change : self->relation),
                               GTK_WIDGET (is_last ? self->relation : self->change));
}

static void
show_change (TbIndicatorCardBody *self,
             const TbDigest      *digest,
             TbLanguage           language)
{
  const char *words = digest->refusal != NULL ? digest->refusal
                      : digest->relation != NULL ? digest->relation : digest->sentence;
  g_autofree char *change = NULL;

  if (digest->refusal != NULL)
    change = g_strdup ("—");
  else
    change = g_strconcat (digest->arrow != NULL ? digest->arrow : "",
                          digest->arrow != NULL && digest->change != NULL ? " " : "", digest->change, NULL);
  gtk_label_set_text (self->change, change);
  gtk_widget_set_visible (GTK_WIDGET (self->change), *change != '\0');
  set_text (self->relation, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->relation),
                               digest->refusal != NULL ? digest->refusal : digest->sentence);
  set_tone (GTK_WIDGET (self->change), digest->tone);
  if (digest->refusal != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->change_box), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->change_box), "refused");
  order_change (self, language, digest);
  gtk_widget_set_visible (GTK_WIDGET (self->change_box), words != NULL || *change != '\0');
}

static void
show_target (TbIndicatorCardBody *self,
             const TbDigest      *digest)
{
  gtk_widget_set_visible (self->target_box, digest->target != NULL);
  set_text (self->target, digest->target);
  set_text (self->standing, digest->standing);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), digest->standing != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !isnan (digest->done));
  set_tone (GTK_WIDGET (self->bar), digest->standing_tone);
  if (!isnan (digest->done))
    tb_target_bar_set_shares (self->bar, digest->done, digest->elapsed);
}

static void
show_source (TbIndicatorCardBody *self,
             const TbDigest      *digest)
{
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->source_button, digest->latest.series != NULL);
  set_text (self->source, digest->source != NULL ? digest->source : _("No source given"));
  /* Translators: told by screen readers: who published a figure */
  name = g_strdup_printf (_("Source: %s"), gtk_label_get_text (self->source));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->source_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tb_indicator_card_body_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TB_TYPE_INDICATOR_CARD_BODY);
  G_OBJECT_CLASS (tb_indicator_card_body_parent_class)->dispose (object);
}

static void
tb_indicator_card_body_class_init (TbIndicatorCardBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_indicator_card_body_dispose;
  g_type_ensure (TB_TYPE_SPARKLINE);
  g_type_ensure (TB_TYPE_TARGET_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-indicator-card-body.ui");
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, title);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, value);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, sparkline);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, nature);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, change_box);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, change);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, relation);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, target_box);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, target);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, bar);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, standing);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, source_button);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorCardBody, source);
}

static void
tb_indicator_card_body_init (TbIndicatorCardBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tb_indicator_card_body_set_item:
 * @self: a card's body
 * @item: (nullable): what it shows, with its digest
 *
 * Shows what is known of an indicator.
 */
void
tb_indicator_card_body_set_item (TbIndicatorCardBody *self,
                                 TbIndicatorItem     *item)
{
  const TbDigest *digest = item != NULL ? tb_indicator_item_get_digest (item) : NULL;
  TbLanguage language;

  g_return_if_fail (TB_IS_INDICATOR_CARD_BODY (self));

  tb_sparkline_set_item (self->sparkline, item);
  if (digest == NULL)
    return;
  language = tb_session_get_language (tb_indicator_item_get_session (item));
  set_text (self->title, digest->title);
  show_value (self, digest);
  gtk_widget_set_visible (GTK_WIDGET (self->sparkline), digest->has_course);
  show_nature (self, digest);
  show_change (self, digest, language);
  show_target (self, digest);
  show_source (self, digest);
}
