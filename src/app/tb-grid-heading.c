/* The title of a column of the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-grid-heading.h"

#include "tb-grid-cell.h"

#include <glib/gi18n-lib.h>

#define ARROW_PX 8
#define ARROW_GAP_PX 4
#define BOTTOM_PX 6

struct _TbGridHeading
{
  GtkWidget            parent_instance;

  const TbShownColumn *column;
  guint                position;
  int                  order;
  PangoLayout         *layout;
};

G_DEFINE_FINAL_TYPE (TbGridHeading, tb_grid_heading, GTK_TYPE_WIDGET)

static PangoLayout *
new_layout (GtkWidget  *widget,
            const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

TbHeadingSize
tb_grid_heading_measure (GtkWidget           *header,
                         const TbShownColumn *column)
{
  g_autoptr (PangoLayout) layout = new_layout (header, column->head);
  TbHeadingSize size;

  pango_layout_get_pixel_size (layout, &size.width, &size.height);
  size.width += 2 * TB_GRID_PAD_PX + (column->can_sort ? ARROW_PX + ARROW_GAP_PX : 0);
  size.height += BOTTOM_PX;
  return size;
}

/* AT-SPI knows headings of columns and their sorting, but GTK 4.18 tells neither: this role
 * it maps to a filler, and GTK_ACCESSIBLE_PROPERTY_SORT to nothing. So words say it. */
static const char *
describe (int order)
{
  if (order == 0)
    return _("Column heading");
  return order > 0 ? _("Column heading, sorted ascending") : _("Column heading, sorted descending");
}

void
tb_grid_heading_bind (TbGridHeading       *self,
                      const TbShownColumn *column,
                      guint                position,
                      int                  order)
{
  GtkAccessibleSort sort = order == 0  ? GTK_ACCESSIBLE_SORT_NONE
                           : order > 0 ? GTK_ACCESSIBLE_SORT_ASCENDING
                                       : GTK_ACCESSIBLE_SORT_DESCENDING;

  self->column = column;
  self->position = position;
  self->order = order;
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, column->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, describe (order),
                                  GTK_ACCESSIBLE_PROPERTY_SORT, sort, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, 1, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const TbShownColumn *
tb_grid_heading_get_column (TbGridHeading *self)
{
  return self->column;
}

guint
tb_grid_heading_get_position (TbGridHeading *self)
{
  return self->position;
}

static void
draw_arrow (TbGridHeading *self,
            GtkSnapshot   *snapshot,
            float          x,
            float          y,
            const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float base = self->order > 0 ? y + ARROW_PX / 2.0f : y - ARROW_PX / 2.0f + 1;
  float tip = self->order > 0 ? y - ARROW_PX / 2.0f + 1 : y + ARROW_PX / 2.0f;

  gsk_path_builder_move_to (builder, x, base);
  gsk_path_builder_line_to (builder, x + ARROW_PX, base);
  gsk_path_builder_line_to (builder, x + ARROW_PX / 2.0f, tip);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
}

/* Only where it is too long has it a width: Pango takes left for right where words
 * run against the widget. */
static void
ensure_layout (TbGridHeading *self,
               int            room,
               gboolean       at_end)
{
  int width;

  if (self->layout == NULL)
    self->layout = new_layout (GTK_WIDGET (self), self->column->head);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_alignment (self->layout, at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  if (width <= room)
    return;
  pango_layout_set_width (self->layout, MAX (room, 1) * PANGO_SCALE);
  pango_layout_set_height (self->layout, -2);
}

/* Titles stand over their figures: where the digits end, not the marks. */
static void
tb_grid_heading_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TbGridHeading *self = TB_GRID_HEADING (widget);
  gboolean mirrored = gtk_widget_get_direction (gtk_widget_get_parent (widget)) == GTK_TEXT_DIR_RTL;
  gboolean at_end = self->column != NULL && self->column->is_number != mirrored;
  int arrow = self->order != 0 ? ARROW_PX + ARROW_GAP_PX : 0;
  int room = gtk_widget_get_width (widget) - 2 * TB_GRID_PAD_PX - arrow;
  PangoRectangle text;
  double x, y;
  GdkRGBA color;

  if (self->column == NULL)
    return;
  ensure_layout (self, room, at_end);
  pango_layout_get_pixel_extents (self->layout, NULL, &text);
  x = TB_GRID_PAD_PX + (at_end ? arrow + room - text.width : 0) - text.x;
  y = gtk_widget_get_height (widget) - BOTTOM_PX - text.height;
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
  if (self->order != 0)
    draw_arrow (self, snapshot, (float) (at_end ? x + text.x - arrow : x + text.x + text.width + ARROW_GAP_PX),
                (float) (y + text.height) - 8, &color);
}

static void
tb_grid_heading_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tb_grid_heading_parent_class)->css_changed (widget, change);
  g_clear_object (&TB_GRID_HEADING (widget)->layout);
}

static void
tb_grid_heading_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (tb_grid_heading_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&TB_GRID_HEADING (widget)->layout);
}

static void
tb_grid_heading_finalize (GObject *object)
{
  g_clear_object (&TB_GRID_HEADING (object)->layout);
  G_OBJECT_CLASS (tb_grid_heading_parent_class)->finalize (object);
}

static void
tb_grid_heading_class_init (TbGridHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tb_grid_heading_finalize;
  widget_class->snapshot = tb_grid_heading_snapshot;
  widget_class->css_changed = tb_grid_heading_css_changed;
  widget_class->system_setting_changed = tb_grid_heading_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "gridheading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
tb_grid_heading_init (TbGridHeading *self)
{
  /* Its text runs so in a mirrored table too (tb-mirrored.c). */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tb_grid_heading_new (void)
{
  return g_object_new (TB_TYPE_GRID_HEADING, NULL);
}
