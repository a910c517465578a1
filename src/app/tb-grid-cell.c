/* A cell of the comparison table.
 *
 * It draws its text itself: a label would be three times as dear, and hundreds of
 * them are bound in one frame when the table is scrolled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-grid-cell.h"

#include "tb-grid-bar.h"
#include "tb-grid-trend.h"

#include <math.h>
#include <string.h>

/* In place of a number that does not fit: a part of it would be another number. */
#define TOO_NARROW "###"

struct _TbGridCell
{
  GtkWidget            parent_instance;

  const TbShownColumn *column;
  guint                column_position;
  gsize                row;
  guint                position;
  TbCellLook           look;
  PangoLayout         *layout;
  PangoLayout         *marks;      /* nullable */
  GdkTexture          *trend;      /* nullable */
  int                  head_px;    /* of the text, up to the point */
  int                  text_px;
  int                  text_height;
  gboolean             is_finished;
};

G_DEFINE_FINAL_TYPE (TbGridCell, tb_grid_cell, GTK_TYPE_WIDGET)

static PangoLayout *
new_layout (TbGridCell *self,
            const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static void
lay_out (TbGridCell *self)
{
  const char *text = self->look.text;
  const char *tail;
  PangoRectangle at;

  if (self->layout == NULL)
    self->layout = new_layout (self, text);
  else
    {
      pango_layout_set_width (self->layout, -1);
      pango_layout_set_text (self->layout, text, -1);
    }
  pango_layout_get_pixel_size (self->layout, &self->text_px, &self->text_height);
  self->head_px = self->text_px;
  if (!self->column->is_number)
    return;
  tail = tb_survey_find_tail (text);
  if (*tail == '\0')
    return;
  pango_layout_index_to_pos (self->layout, (int) (tail - text), &at);
  self->head_px = (int) ceil ((double) at.x / PANGO_SCALE);
}

static void
lay_out_marks (TbGridCell *self)
{
  PangoAttrList *attributes;

  g_clear_object (&self->marks);
  if (self->look.marks[0] == '\0')
    return;
  self->marks = new_layout (self, self->look.marks);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.78));
  pango_layout_set_attributes (self->marks, attributes);
  pango_attr_list_unref (attributes);
}

/* Figures are looked at in a sample; the widest may come later. */
static gboolean
outgrow (TbGridCell    *self,
         TbShownColumn *column)
{
  int tail_px = self->text_px - self->head_px;
  int before = column->head_px + column->tail_px;

  if (!column->is_number || column->is_sized
      || (self->head_px <= column->head_px && tail_px <= column->tail_px))
    return FALSE;
  column->head_px = MAX (column->head_px, self->head_px);
  column->tail_px = MAX (column->tail_px, tail_px);
  column->width += column->head_px + column->tail_px - before;
  return TRUE;
}

static void
set_class (TbGridCell *self,
           const char *class,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), class);
}

gboolean
tb_grid_cell_bind (TbGridCell         *self,
                   const TbShownTable *table,
                   TbShownColumn      *column,
                   guint               column_position,
                   gsize               row,
                   guint               position)
{
  self->column = column;
  self->column_position = column_position;
  self->row = row;
  self->position = position;
  self->is_finished = FALSE;
  tb_cell_look_clear (&self->look);
  tb_cell_look_init (&self->look, table, column, row);
  set_class (self, "refused", self->look.is_refused);
  set_class (self, "row-title", column->index == TB_COLUMN_OF_NAMES);
  set_class (self, "total", tb_comparison_get_total (table->comparison, row) != NULL);
  lay_out (self);
  lay_out_marks (self);
  g_clear_object (&self->trend);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return outgrow (self, column);
}

/* Returns what it shows, in words: those of its alternative text. */
static char *
draw_trend (TbGridCell         *self,
            const TbShownTable *table)
{
  char *words = NULL;

  self->trend = tb_grid_trend_new (GTK_WIDGET (self), tb_comparison_get_selection (table->comparison), self->row,
                                   table->language, &words);
  if (self->trend == NULL)
    return g_strdup (self->column->title);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return words;
}

void
tb_grid_cell_finish (TbGridCell         *self,
                     const TbShownTable *table)
{
  g_autofree char *name = NULL;

  if (self->is_finished || self->column == NULL)
    return;
  self->is_finished = TRUE;
  if (self->column->index >= 0)
    name = tb_comparison_words_dup_name (table->comparison, self->row, (gsize) self->column->index, table->language);
  else if (self->column->index == TB_COLUMN_OF_TRENDS)
    name = draw_trend (self, table);
  else
    name = g_strdup (self->look.text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) self->column_position + 1, GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) self->position + 2, -1);
}

const TbShownColumn *
tb_grid_cell_get_column (TbGridCell *self)
{
  return self->column;
}

guint
tb_grid_cell_get_column_position (TbGridCell *self)
{
  return self->column_position;
}

const char *
tb_grid_cell_get_text (TbGridCell *self)
{
  return self->look.text;
}

void
tb_grid_cell_set_selected (TbGridCell *self,
                           gboolean    selected)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0) == selected)
    return;
  if (selected)
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
append_layout (GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               double         x,
               double         y,
               const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Texts end in an ellipsis where the column does; names have it in their middle, since what
 * tells them apart, such as a place, comes last. */
static void
draw_text (TbGridCell  *self,
           GtkSnapshot *snapshot,
           gboolean     mirrored)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * TB_GRID_PAD_PX;
  double y = (gtk_widget_get_height (GTK_WIDGET (self)) - self->text_height) / 2.0;
  int width = MIN (self->text_px, MAX (room, 1));
  GdkRGBA color;

  if (self->text_px > room)
    {
      pango_layout_set_ellipsize (self->layout, self->column->index == TB_COLUMN_OF_NAMES ? PANGO_ELLIPSIZE_MIDDLE
                                                                                          : PANGO_ELLIPSIZE_END);
      pango_layout_set_width (self->layout, MAX (room, 1) * PANGO_SCALE);
    }
  else
    pango_layout_set_width (self->layout, -1);
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  append_layout (snapshot, self->layout,
                 mirrored && self->text_px <= room ? TB_GRID_PAD_PX + room - width : TB_GRID_PAD_PX, y, &color);
}

static int
get_room (TbGridCell *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) - 2 * TB_GRID_PAD_PX - self->column->marks_px;
}

gboolean
tb_grid_cell_is_too_narrow (TbGridCell *self)
{
  return self->column != NULL && self->column->is_number && self->text_px > get_room (self);
}

/* Points stand below each other (B-4), marks hang behind. */
static void
draw_number (TbGridCell  *self,
             GtkSnapshot *snapshot,
             gboolean     mirrored)
{
  const TbShownColumn *column = self->column;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int room = get_room (self);
  int block = column->head_px + column->tail_px;
  double y = (height - self->text_height) / 2.0;
  double end = mirrored ? TB_GRID_PAD_PX + MIN (block, room) : width - TB_GRID_PAD_PX - column->marks_px;
  double x = end - column->tail_px - self->head_px;
  double marks_x = MAX (end, x + self->text_px) + 2;
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  if (tb_grid_cell_is_too_narrow (self))
    {
      g_autoptr (PangoLayout) narrow = new_layout (self, TOO_NARROW);

      append_layout (snapshot, narrow, TB_GRID_PAD_PX, y, &color);
      return;
    }
  x = CLAMP (x, TB_GRID_PAD_PX, MAX (end - self->text_px, TB_GRID_PAD_PX));
  append_layout (snapshot, self->layout, x, y, &color);
  if (self->marks != NULL)
    append_layout (snapshot, self->marks, MIN (marks_x, x + self->text_px + 2), y, &color);
}

static void
tb_grid_cell_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TbGridCell *self = TB_GRID_CELL (widget);
  gboolean mirrored = gtk_widget_get_direction (gtk_widget_get_parent (widget)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->column == NULL)
    return;
  if (!isnan (self->look.bar) && self->column->bar_px > 0)
    tb_grid_bar_snapshot (
        snapshot, &self->look,
        &GRAPHENE_RECT_INIT (mirrored ? width - TB_GRID_PAD_PX - self->column->bar_px : TB_GRID_PAD_PX, 0,
                             self->column->bar_px, height));
  if (self->trend != NULL)
    tb_grid_trend_snapshot (self->trend, widget, snapshot);
  if (*self->look.text == '\0')
    return;
  if (self->column->is_number)
    draw_number (self, snapshot, mirrored);
  else
    draw_text (self, snapshot, mirrored);
}

static void
tb_grid_cell_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  TbGridCell *self = TB_GRID_CELL (widget);

  GTK_WIDGET_CLASS (tb_grid_cell_parent_class)->css_changed (widget, change);
  if (self->column == NULL || self->layout == NULL)
    return;
  /* Fonts come with the style. */
  pango_layout_context_changed (self->layout);
  lay_out (self);
  lay_out_marks (self);
}

static void
tb_grid_cell_system_setting_changed (GtkWidget        *widget,
                                     GtkSystemSetting  setting)
{
  TbGridCell *self = TB_GRID_CELL (widget);

  GTK_WIDGET_CLASS (tb_grid_cell_parent_class)->system_setting_changed (widget, setting);
  if (self->layout == NULL)
    return;
  pango_layout_context_changed (self->layout);
  lay_out (self);
  lay_out_marks (self);
}

static void
tb_grid_cell_finalize (GObject *object)
{
  TbGridCell *self = TB_GRID_CELL (object);

  tb_cell_look_clear (&self->look);
  g_clear_object (&self->layout);
  g_clear_object (&self->marks);
  g_clear_object (&self->trend);
  G_OBJECT_CLASS (tb_grid_cell_parent_class)->finalize (object);
}

static void
tb_grid_cell_class_init (TbGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tb_grid_cell_finalize;
  widget_class->snapshot = tb_grid_cell_snapshot;
  widget_class->css_changed = tb_grid_cell_css_changed;
  widget_class->system_setting_changed = tb_grid_cell_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
tb_grid_cell_init (TbGridCell *self)
{
  self->look = (TbCellLook) { .bar = NAN, .tick = NAN };
  /* Its text runs so in a mirrored table too (tb-mirrored.c). */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The grid finds what is pointed at. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tb_grid_cell_new (void)
{
  return g_object_new (TB_TYPE_GRID_CELL, NULL);
}
