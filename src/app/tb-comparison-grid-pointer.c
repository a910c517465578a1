/* The widget of the comparison table: pointing at cells, dragging over them, and
 * dragging the ends of columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-grid-private.h"

#define MIN_COLUMN_PX 36

/* A click on a name takes the whole row. */
static void
press (TbComparisonGrid *self,
       int               row,
       int               column,
       gboolean          extend)
{
  if (tb_grid_geometry_get (&self->geometry, (guint) column)->index == TB_COLUMN_OF_NAMES)
    tb_comparison_grid_select_row (self, (guint) row, extend);
  else
    tb_comparison_grid_move_cursor (self, row, (guint) column, extend);
}

static void
pressed_cb (TbComparisonGrid *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  int row = tb_comparison_grid_find_row_at (self, y);
  int column = tb_grid_geometry_find (&self->geometry, x);
  int edge = row == TB_GRID_HEADER_ROW ? tb_grid_geometry_find_edge (&self->geometry, x) : -1;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (edge >= 0 && n_press == 2)
    {
      TbShownColumn *fitted = tb_grid_geometry_get (&self->geometry, (guint) edge);

      g_hash_table_remove (self->sizes, fitted->key);
      tb_comparison_grid_fit (self, fitted);
      tb_comparison_grid_columns_changed (self);
    }
  if (row >= 0 && column >= 0)
    press (self, row, column, (state & GDK_SHIFT_MASK) != 0);
}

static void
released_cb (TbComparisonGrid *self,
             int               n_press,
             double            x,
             double            y,
             GtkGesture       *gesture)
{
  int column = tb_grid_geometry_find (&self->geometry, x);

  if (tb_comparison_grid_find_row_at (self, y) != TB_GRID_HEADER_ROW || column < 0 || self->resized >= 0
      || tb_grid_geometry_find_edge (&self->geometry, x) >= 0)
    return;
  tb_comparison_grid_move_cursor (self, TB_GRID_HEADER_ROW, (guint) column, FALSE);
  tb_comparison_grid_sort_next (self, (guint) column);
}

static void
menu_pressed_cb (TbComparisonGrid *self,
                 int               n_press,
                 double            x,
                 double            y,
                 GtkGesture       *gesture)
{
  int row = tb_comparison_grid_find_row_at (self, y);
  int column = tb_grid_geometry_find (&self->geometry, x);
  TbGridRange range;

  if (row == TB_GRID_NO_ROW || column < 0)
    return;
  /* What is selected stays so that it can be copied. */
  if (!self->has_selection || !tb_comparison_grid_get_selected (self, &range) || row < (int) range.first_row
      || row > (int) range.last_row || column < (int) range.first_column || column > (int) range.last_column)
    tb_comparison_grid_move_cursor (self, row, (guint) column, FALSE);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tb_comparison_grid_open_menu (self);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (TbComparisonGrid *self,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  int row = tb_comparison_grid_find_row_at (self, y);
  int edge = row == TB_GRID_HEADER_ROW ? tb_grid_geometry_find_edge (&self->geometry, x) : -1;

  self->resized = edge;
  self->is_selecting = row >= 0;
  self->pressed_x = x;
  self->pressed_y = y;
  /* A finger scrolls. */
  if ((edge < 0 && row < 0) || (edge < 0 && is_touch (gesture)))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (edge >= 0)
    {
      self->resized_from = tb_grid_geometry_get (&self->geometry, (guint) edge)->width;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static void
resize (TbComparisonGrid *self,
        double            distance)
{
  TbShownColumn *column = tb_grid_geometry_get (&self->geometry, (guint) self->resized);

  column->width = MAX (self->resized_from + (int) (self->geometry.mirrored ? -distance : distance), MIN_COLUMN_PX);
  column->is_sized = TRUE;
  g_hash_table_insert (self->sizes, g_strdup (column->key), GINT_TO_POINTER (column->width));
  tb_grid_geometry_update (&self->geometry, self->columns);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_allocate (g_ptr_array_index (self->rows, i));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
drag_update_cb (TbComparisonGrid *self,
                double            dx,
                double            dy,
                GtkGesture       *gesture)
{
  double x = self->pressed_x + dx;
  double y = self->pressed_y + dy;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int row, column;

  if (self->resized >= 0)
    {
      resize (self, dx);
      return;
    }
  if (!self->is_selecting || (dx * dx + dy * dy < 16 && !self->has_selection))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  /* Beyond an edge the table follows. */
  row = y < self->header_height ? self->row - 1 : tb_comparison_grid_find_row_at (self, y);
  if (row == TB_GRID_NO_ROW || y > gtk_widget_get_height (GTK_WIDGET (self)))
    row = self->row + 1;
  column = tb_grid_geometry_find (&self->geometry, CLAMP (x, 0, width - 1));
  if (column < 0)
    column = (int) self->column;
  row = CLAMP (row, 0, (int) tb_comparison_grid_get_n_rows (self) - 1);
  if (self->by_rows)
    tb_comparison_grid_select_row (self, (guint) row, TRUE);
  else
    tb_comparison_grid_move_cursor (self, row, (guint) column, TRUE);
}

static void
drag_end_cb (TbComparisonGrid *self)
{
  self->is_selecting = FALSE;
  self->resized = -1;
}

static void
set_hovered (TbComparisonGrid *self,
             int               row)
{
  if (row == self->hovered)
    return;
  self->hovered = row;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->rows, i);

      if ((int) tb_grid_row_get_position (TB_GRID_ROW (widget)) == row)
        gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_PRELIGHT, FALSE);
      else
        gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_PRELIGHT);
    }
}

static void
motion_cb (TbComparisonGrid *self,
           double            x,
           double            y)
{
  int row = tb_comparison_grid_find_row_at (self, y);
  gboolean at_edge = row == TB_GRID_HEADER_ROW && tb_grid_geometry_find_edge (&self->geometry, x) >= 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at_edge || self->resized >= 0 ? "col-resize" : NULL);
  set_hovered (self, row);
}

static void
leave_cb (TbComparisonGrid *self)
{
  set_hovered (self, -1);
}

void
tb_comparison_grid_watch_pointer (TbComparisonGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static char *
dup_tooltip (TbComparisonGrid *self,
             int               row,
             guint             position)
{
  const TbShownColumn *column = tb_grid_geometry_get (&self->geometry, position);
  TbGridCell *cell;

  if (row == TB_GRID_HEADER_ROW)
    return g_strdup (column->title);
  if (column->index >= 0)
    return tb_comparison_words_dup_tooltip (self->table.comparison, self->order->rows[row], (gsize) column->index,
                                            self->table.language);
  cell = tb_grid_row_get_cell (tb_comparison_grid_find_row (self, row), position);
  return cell != NULL ? g_strdup (tb_grid_cell_get_text (cell)) : NULL;
}

/* Sentences are made for the cell that is pointed at, not for all in sight. */
gboolean
tb_comparison_grid_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    by_keyboard,
                                  GtkTooltip *tooltip)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);
  int row = by_keyboard ? self->row : tb_comparison_grid_find_row_at (self, y);
  int column = by_keyboard ? (int) self->column : tb_grid_geometry_find (&self->geometry, x);
  g_autofree char *text = NULL;

  if (row == TB_GRID_NO_ROW || column < 0 || column >= (int) tb_grid_geometry_get_n (&self->geometry)
      || (row >= 0 && tb_comparison_grid_find_row (self, row) == NULL))
    return FALSE;
  text = dup_tooltip (self, row, (guint) column);
  if (text == NULL || *text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) {
    tb_grid_geometry_get_left (&self->geometry, (guint) column), y - self->row_height / 2,
    tb_grid_geometry_get (&self->geometry, (guint) column)->width, self->row_height });
  return TRUE;
}
