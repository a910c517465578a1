/* A text in a row of a list, in as many lines as it needs.
 *
 * It draws itself: a label is laid out four times over, for its least width, its natural
 * one, its height and its place, and texts are what lists wait for. This one is laid out
 * in a line, and once more where it needs several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-row-text.h"

#include <math.h>

struct _TbRowText
{
  GtkWidget    parent_instance;

  PangoLayout *layout;
  guint        context_serial;  /* of the fonts that the following is of */
  int          line_width;      /* of the whole in a line, px; -1: not known */
  int          line_height;
};

G_DEFINE_FINAL_TYPE (TbRowText, tb_row_text, GTK_TYPE_WIDGET)

static void
measure_line (TbRowText *self)
{
  if (self->line_width >= 0)
    return;
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &self->line_width, &self->line_height);
}

/* Breaks lines only where one is not enough. */
static void
lay_out (TbRowText *self,
         int        width)
{
  int wanted = -1;

  measure_line (self);
  if (width >= 0 && width < self->line_width)
    wanted = width * PANGO_SCALE;
  /* Pango lays out anew, whatever it is set to. */
  if (pango_layout_get_width (self->layout) != wanted)
    pango_layout_set_width (self->layout, wanted);
}

static void
tb_row_text_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  TbRowText *self = TB_ROW_TEXT (widget);

  measure_line (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = self->line_width;
      *minimum = MIN (self->line_width, self->line_height);
      return;
    }
  lay_out (self, for_size);
  pango_layout_get_pixel_size (self->layout, NULL, minimum);
  *natural = *minimum;
}

static GtkSizeRequestMode
tb_row_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tb_row_text_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TbRowText *self = TB_ROW_TEXT (widget);
  gboolean mirrored = gtk_widget_get_direction (gtk_widget_get_parent (widget)) == GTK_TEXT_DIR_RTL;
  PangoRectangle text;
  GdkRGBA color;

  lay_out (self, gtk_widget_get_width (widget));
  pango_layout_get_pixel_extents (self->layout, NULL, &text);
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) ((mirrored ? gtk_widget_get_width (widget) - text.width : 0) - text.x),
                                    (float) floor ((gtk_widget_get_height (widget) - text.height) / 2.0)));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

/* Colours change oftener than fonts do. */
static void
update_fonts (TbRowText *self)
{
  guint serial = pango_context_get_serial (pango_layout_get_context (self->layout));

  if (serial == self->context_serial)
    return;
  self->context_serial = serial;
  self->line_width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tb_row_text_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tb_row_text_parent_class)->css_changed (widget, change);
  update_fonts (TB_ROW_TEXT (widget));
}

static void
tb_row_text_system_setting_changed (GtkWidget        *widget,
                                    GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (tb_row_text_parent_class)->system_setting_changed (widget, setting);
  update_fonts (TB_ROW_TEXT (widget));
}

static void
tb_row_text_finalize (GObject *object)
{
  g_clear_object (&TB_ROW_TEXT (object)->layout);
  G_OBJECT_CLASS (tb_row_text_parent_class)->finalize (object);
}

static void
tb_row_text_class_init (TbRowTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tb_row_text_finalize;
  widget_class->measure = tb_row_text_measure;
  widget_class->get_request_mode = tb_row_text_get_request_mode;
  widget_class->snapshot = tb_row_text_snapshot;
  widget_class->css_changed = tb_row_text_css_changed;
  widget_class->system_setting_changed = tb_row_text_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
tb_row_text_init (TbRowText *self)
{
  /* Its text runs so in a mirrored window too (tb-mirrored.c). */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->line_width = -1;
}

/**
 * tb_row_text_new:
 * @most_lines: after so many it ends in an ellipsis; 0: it goes on
 * @features: (nullable): of the font, as "tnum"
 *
 * Makes an empty text. It takes the width that there is.
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
tb_row_text_new (int         most_lines,
                 const char *features)
{
  TbRowText *self = g_object_new (TB_TYPE_ROW_TEXT, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (features != NULL)
    pango_attr_list_insert (attributes, pango_attr_font_features_new (features));
  pango_layout_set_attributes (self->layout, attributes);
  if (most_lines > 0)
    {
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->layout, -most_lines);
    }
  return GTK_WIDGET (self);
}

void
tb_row_text_set_text (TbRowText  *self,
                      const char *text)
{
  g_return_if_fail (TB_IS_ROW_TEXT (self));

  if (g_str_equal (pango_layout_get_text (self->layout), text))
    return;
  pango_layout_set_text (self->layout, text, -1);
  self->line_width = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tb_row_text_get_layout:
 * @self: a text
 *
 * Returns: (transfer none): what it draws
 */
PangoLayout *
tb_row_text_get_layout (TbRowText *self)
{
  g_return_val_if_fail (TB_IS_ROW_TEXT (self), NULL);

  return self->layout;
}
