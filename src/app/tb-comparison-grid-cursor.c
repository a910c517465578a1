/* The widget of the comparison table: the cursor, what is selected, and the keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-grid-private.h"

static void
reveal (TbComparisonGrid *self)
{
  GtkAdjustment *h = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *v = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double top = (double) self->row * self->row_height;

  gtk_adjustment_set_value (h, tb_grid_geometry_reveal (&self->geometry, self->column));
  if (self->row >= 0)
    gtk_adjustment_clamp_page (v, top, top + self->row_height);
}

/* The focus follows the cursor: so a screen reader says what it is on. */
void
tb_comparison_grid_focus_cursor (TbComparisonGrid *self)
{
  TbGridRow *row = NULL;
  GtkWidget *cell = NULL;

  if (self->row == TB_GRID_HEADER_ROW)
    cell = (GtkWidget *) tb_grid_header_get_heading (TB_GRID_HEADER (self->header), self->column);
  else
    row = tb_comparison_grid_find_row (self, self->row);
  if (row != NULL)
    {
      tb_grid_row_finish (row, &self->table);
      cell = (GtkWidget *) tb_grid_row_get_cell (row, self->column);
    }
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

static void
go (TbComparisonGrid *self,
    int               row,
    guint             column,
    gboolean          extend,
    gboolean          by_rows)
{
  guint n_columns = tb_grid_geometry_get_n (&self->geometry);

  if (n_columns == 0)
    return;
  self->row = CLAMP (row, TB_GRID_HEADER_ROW, (int) tb_comparison_grid_get_n_rows (self) - 1);
  self->column = MIN (column, n_columns - 1);
  if (extend)
    self->row = MAX (self->row, 0);
  if (!extend || !self->has_cursor || self->anchor_row < 0)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
  self->by_rows = by_rows;
  self->has_selection = by_rows || (extend && (self->anchor_row != self->row || self->anchor_column != self->column));
  self->has_cursor = TRUE;
  if (self->is_measured)
    {
      reveal (self);
      tb_comparison_grid_place (self);
    }
  tb_comparison_grid_focus_cursor (self);
  tb_comparison_grid_emit_cursor (self);
}

void
tb_comparison_grid_move_cursor (TbComparisonGrid *self,
                                int               row,
                                guint             column,
                                gboolean          extend)
{
  g_return_if_fail (TB_IS_COMPARISON_GRID (self));

  go (self, row, column, extend, FALSE);
}

void
tb_comparison_grid_select_row (TbComparisonGrid *self,
                               guint             row,
                               gboolean          extend)
{
  g_return_if_fail (TB_IS_COMPARISON_GRID (self));

  go (self, (int) row, 0, extend, TRUE);
}

/* The cursor is then in the last row, the focus stays where it is. */
void
tb_comparison_grid_select_all (TbComparisonGrid *self)
{
  guint n = tb_comparison_grid_get_n_rows (self);

  g_return_if_fail (TB_IS_COMPARISON_GRID (self));

  if (n == 0)
    return;
  self->has_cursor = self->has_selection = self->by_rows = TRUE;
  self->anchor_row = 0;
  self->row = (int) n - 1;
  tb_comparison_grid_mark_selected (self);
  tb_comparison_grid_emit_cursor (self);
}

gboolean
tb_comparison_grid_get_cursor (TbComparisonGrid *self,
                               int              *out_row,
                               guint            *out_column)
{
  *out_row = self->row;
  *out_column = self->column;
  return self->has_cursor;
}

gboolean
tb_comparison_grid_get_selected (TbComparisonGrid *self,
                                 TbGridRange      *out_range)
{
  guint n = tb_grid_geometry_get_n (&self->geometry);

  if (!self->has_cursor || self->row < 0 || n == 0 || tb_comparison_grid_get_n_rows (self) == 0)
    return FALSE;
  *out_range = (TbGridRange) {
    .first_row = (guint) MIN (self->row, self->has_selection ? self->anchor_row : self->row),
    .last_row = (guint) MAX (self->row, self->has_selection ? self->anchor_row : self->row),
    .first_column = MIN (self->column, self->has_selection ? self->anchor_column : self->column),
    .last_column = MAX (self->column, self->has_selection ? self->anchor_column : self->column),
  };
  if (self->has_selection && self->by_rows)
    {
      out_range->first_column = 0;
      out_range->last_column = n - 1;
    }
  return TRUE;
}

void
tb_comparison_grid_mark_selected (TbComparisonGrid *self)
{
  TbGridRange range;
  gboolean is_any = self->has_selection && tb_comparison_grid_get_selected (self, &range);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TbGridRow *row = g_ptr_array_index (self->rows, i);
      guint position = tb_grid_row_get_position (row);

      if (is_any && position >= range.first_row && position <= range.last_row)
        tb_grid_row_select (row, (int) range.first_column, (int) range.last_column);
      else
        tb_grid_row_select (row, 1, 0);
    }
}

/* Tab leads into the table and out of it; within, the arrows go from cell to cell. */
gboolean
tb_comparison_grid_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Its items are within the grid too, and not left but by closing it. */
  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    {
      gtk_widget_child_focus (self->menu, direction);
      return TRUE;
    }
  if (self->table.comparison == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  go (self, self->has_cursor ? self->row : 0, self->column, FALSE, FALSE);
  return TRUE;
}

/* The grid keeps it until it has cells. */
gboolean
tb_comparison_grid_grab_focus (GtkWidget *widget)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);

  if (self->is_measured)
    go (self, self->has_cursor ? self->row : 0, self->column, FALSE, FALSE);
  else
    gtk_root_set_focus (gtk_widget_get_root (widget), widget);
  return TRUE;
}

static gboolean
hand_on_cb (gpointer user_data)
{
  if (gtk_widget_is_focus (user_data))
    gtk_widget_grab_focus (user_data);
  return G_SOURCE_REMOVE;
}

void
tb_comparison_grid_hand_on_focus (TbComparisonGrid *self)
{
  /* Behind the layout, as who hears of the cursor may want another one. */
  if (gtk_widget_is_focus (GTK_WIDGET (self)))
    g_idle_add_full (G_PRIORITY_DEFAULT, hand_on_cb, g_object_ref (self), g_object_unref);
}

void
tb_comparison_grid_sort_next (TbComparisonGrid *self,
                              guint             position)
{
  const TbShownColumn *column = tb_grid_geometry_get (&self->geometry, position);

  if (!column->can_sort)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (g_strcmp0 (self->sort_key, column->key) != 0)
    tb_comparison_grid_emit_sort (self, column->key, FALSE);
  else if (!self->is_descending)
    tb_comparison_grid_emit_sort (self, column->key, TRUE);
  else
    tb_comparison_grid_emit_sort (self, NULL, FALSE);
}

/* "(iib)": rows, columns, whether the selection goes along. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);
  int rows, columns;
  gboolean extend;

  g_variant_get (args, "(iib)", &rows, &columns, &extend);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    columns = -columns;
  go (self, self->row + rows, (guint) MAX ((int) self->column + columns, 0), extend, extend && self->by_rows);
  return TRUE;
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);
  double page = gtk_adjustment_get_page_size (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  int rows = MAX ((int) (page / MAX (self->row_height, 1)) - 1, 1);
  int pages;
  gboolean extend;

  g_variant_get (args, "(ib)", &pages, &extend);
  go (self, MAX (self->row + pages * rows, 0), self->column, extend, extend && self->by_rows);
  return TRUE;
}

/* "(bbb)": to the end, of the whole table, whether the selection goes along. */
static gboolean
edge_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);
  gboolean to_end, whole, extend;
  int row = self->row;

  g_variant_get (args, "(bbb)", &to_end, &whole, &extend);
  if (whole)
    row = to_end ? (int) tb_comparison_grid_get_n_rows (self) - 1 : 0;
  go (self, row, to_end ? G_MAXUINT : 0, extend, FALSE);
  return TRUE;
}

static gboolean
select_all_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   data)
{
  tb_comparison_grid_select_all (TB_COMPARISON_GRID (widget));
  return TRUE;
}

static gboolean
select_nothing_cb (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   data)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);

  if (!self->has_selection)
    return FALSE;
  self->has_selection = FALSE;
  tb_comparison_grid_mark_selected (self);
  tb_comparison_grid_emit_cursor (self);
  return TRUE;
}

static gboolean
sort_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);

  if (self->row != TB_GRID_HEADER_ROW || self->column >= tb_grid_geometry_get_n (&self->geometry))
    return FALSE;
  tb_comparison_grid_sort_next (self, self->column);
  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  tb_comparison_grid_open_menu (TB_COMPARISON_GRID (widget));
  return TRUE;
}

static gboolean
source_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  tb_comparison_grid_show_source (TB_COMPARISON_GRID (widget));
  return TRUE;
}

static void
bind_moves (GtkWidgetClass *class,
            GdkModifierType modifiers,
            gboolean        extend)
{
  static const struct { guint keys[2]; int rows, columns; } arrows[] = {
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, -1, 0 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 1, 0 },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, 0, -1 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (gsize key = 0; key < 2; key++)
      gtk_widget_class_add_binding (class, arrows[i].keys[key], modifiers, move_cb, "(iib)", arrows[i].rows,
                                    arrows[i].columns, extend);
  gtk_widget_class_add_binding (class, GDK_KEY_Page_Up, modifiers, page_cb, "(ib)", -1, extend);
  gtk_widget_class_add_binding (class, GDK_KEY_Page_Down, modifiers, page_cb, "(ib)", 1, extend);
  gtk_widget_class_add_binding (class, GDK_KEY_Home, modifiers, edge_cb, "(bbb)", FALSE, FALSE, extend);
  gtk_widget_class_add_binding (class, GDK_KEY_End, modifiers, edge_cb, "(bbb)", TRUE, FALSE, extend);
  gtk_widget_class_add_binding (class, GDK_KEY_Home, modifiers | GDK_CONTROL_MASK, edge_cb, "(bbb)", FALSE, TRUE,
                                extend);
  gtk_widget_class_add_binding (class, GDK_KEY_End, modifiers | GDK_CONTROL_MASK, edge_cb, "(bbb)", TRUE, TRUE, extend);
}

void
tb_comparison_grid_class_bind_keys (GtkWidgetClass *widget_class)
{
  bind_moves (widget_class, 0, FALSE);
  bind_moves (widget_class, GDK_SHIFT_MASK, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, select_nothing_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, sort_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, sort_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, sort_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, source_cb, NULL);
}
