/* The widget of the comparison table: what is in sight, and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-grid-private.h"

#include <math.h>

/* So many rows are new in a frame: the first ones of a large window come in two. */
#define NEW_ROWS_A_FRAME 12
/* Names for screen readers and small drawings are made so many rows at a time. */
#define ROWS_A_TURN 4

guint
tb_comparison_grid_get_n_rows (TbComparisonGrid *self)
{
  return self->order != NULL ? (guint) self->order->n : 0;
}

static GtkAdjustment *
get_adjustment (TbComparisonGrid *self,
                GtkOrientation    orientation)
{
  return self->adjustments[orientation];
}

static void
configure (TbComparisonGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height, 0);
  int total = tb_grid_geometry_get_total (&self->geometry);
  double rows = (double) tb_comparison_grid_get_n_rows (self) * self->row_height;
  GtkAdjustment *h = get_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  GtkAdjustment *v = get_adjustment (self, GTK_ORIENTATION_VERTICAL);

  gtk_adjustment_configure (h, CLAMP (gtk_adjustment_get_value (h), 0, MAX (total - width, 0)), 0, MAX (total, width),
                            width * 0.1, width * 0.9, width);
  gtk_adjustment_configure (v, CLAMP (gtk_adjustment_get_value (v), 0, MAX (rows - height, 0)), 0, MAX (rows, height),
                            self->row_height, MAX (height - self->row_height, 0), height);
}

/* A row that is out of sight stays while the focus is in it. */
static gboolean
has_focus_within (TbComparisonGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

typedef struct
{
  int from, to;   /* positions in sight */
  int kept;       /* −1: none */
} Window;

static Window
find_window (TbComparisonGrid *self)
{
  double value = gtk_adjustment_get_value (get_adjustment (self, GTK_ORIENTATION_VERTICAL));
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height;
  int n = (int) tb_comparison_grid_get_n_rows (self);
  Window window = { (int) (value / self->row_height), (int) ceil ((value + MAX (height, 0)) / self->row_height), -1 };

  window.to = MIN (window.to, n);
  window.from = CLAMP (window.from, 0, window.to);
  if (self->has_cursor && self->row >= 0 && self->row < n && has_focus_within (self)
      && (self->row < window.from || self->row >= window.to))
    window.kept = self->row;
  return window;
}

static GPtrArray *
take_free (TbComparisonGrid *self,
           const Window     *window)
{
  GPtrArray *spare = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TbGridRow *row = g_ptr_array_index (self->rows, i);
      int position = (int) tb_grid_row_get_position (row);

      if ((position >= window->from && position < window->to) || position == window->kept)
        self->rows->pdata[n++] = row;
      else
        g_ptr_array_add (spare, row);
    }
  g_ptr_array_set_size (self->rows, (int) n);
  return spare;
}

static TbGridRow *
take_row (TbComparisonGrid *self,
          GPtrArray        *spare,
          guint             i)
{
  GtkWidget *before = i > 0 ? g_ptr_array_index (self->rows, i - 1) : self->header;
  GtkWidget *row;

  if (spare->len > 0)
    row = g_ptr_array_steal_index (spare, spare->len - 1);
  else
    row = tb_grid_row_new (&self->geometry);
  if (gtk_widget_get_parent (row) == NULL || gtk_widget_get_prev_sibling (row) != before)
    gtk_widget_insert_after (row, GTK_WIDGET (self), before);
  g_ptr_array_insert (self->rows, (int) i, row);
  return TB_GRID_ROW (row);
}

static gboolean
finish_cb (gpointer data)
{
  TbComparisonGrid *self = data;
  guint n = 0;

  for (guint i = 0; i < self->rows->len && n < ROWS_A_TURN; i++)
    if (!tb_grid_row_is_finished (g_ptr_array_index (self->rows, i)))
      {
        tb_grid_row_finish (g_ptr_array_index (self->rows, i), &self->table);
        n++;
      }
  if (n == ROWS_A_TURN)
    return G_SOURCE_CONTINUE;
  self->finish_source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
go_on_cb (gpointer data)
{
  TbComparisonGrid *self = data;

  self->place_source = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static gboolean
bind_rows (TbComparisonGrid *self,
           const Window     *window,
           const TbGridSpan *span)
{
  g_autoptr (GPtrArray) spare = take_free (self, window);
  gboolean has_grown = FALSE;
  guint at = 0;
  guint n_new = 0;

  for (int i = window->kept >= 0 && window->kept < window->from ? window->kept : window->from;
       i < window->to || i == window->kept; at++)
    {
      TbGridRow *row = at < self->rows->len ? g_ptr_array_index (self->rows, at) : NULL;

      if (row == NULL || (int) tb_grid_row_get_position (row) != i)
        {
          if (spare->len == 0 && n_new++ == NEW_ROWS_A_FRAME)
            {
              if (self->place_source == 0)
                self->place_source = g_idle_add (go_on_cb, self);
              break;
            }
          row = take_row (self, spare, at);
        }
      has_grown |= tb_grid_row_bind (row, &self->table, span, self->order->rows[i], (guint) i);
      if (i == window->kept && i < window->from)
        i = window->from;
      else if (i + 1 >= window->to && i < window->kept)
        i = window->kept;
      else
        i++;
    }
  for (guint i = 0; i < spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (spare, i));
  return has_grown;
}

void
tb_comparison_grid_place (TbComparisonGrid *self)
{
  Window window = find_window (self);
  TbGridSpan span = { .kept = -1 };

  self->geometry.scroll = gtk_adjustment_get_value (get_adjustment (self, GTK_ORIENTATION_HORIZONTAL));
  self->geometry.mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  span.n_frozen = self->geometry.n_frozen;
  tb_grid_geometry_get_range (&self->geometry, &span.from, &span.to);
  if (self->has_cursor && self->column < tb_grid_geometry_get_n (&self->geometry) && has_focus_within (self))
    span.kept = (int) self->column;
  tb_grid_header_bind (TB_GRID_HEADER (self->header), &span, self->sort_key, self->is_descending);
  if (bind_rows (self, &window, &span))
    {
      tb_grid_geometry_update (&self->geometry, self->columns);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  tb_comparison_grid_mark_selected (self);
  if (self->finish_source == 0)
    self->finish_source = g_idle_add_full (G_PRIORITY_LOW, finish_cb, self, NULL);
}

static void
allocate_child (GtkWidget *child,
                int        y,
                int        width,
                int        height)
{
  /* GTK wants every child to have been asked. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, height }, -1);
}

void
tb_comparison_grid_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);
  double value;

  if (!self->is_measured || width != self->geometry.width)
    {
      self->geometry.width = width;
      tb_comparison_grid_measure_columns (self);
    }
  configure (self);
  tb_comparison_grid_place (self);
  value = gtk_adjustment_get_value (get_adjustment (self, GTK_ORIENTATION_VERTICAL));
  allocate_child (self->header, 0, width, self->header_height);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TbGridRow *row = g_ptr_array_index (self->rows, i);
      double y = self->header_height + (double) tb_grid_row_get_position (row) * self->row_height - value;

      allocate_child (GTK_WIDGET (row), (int) floor (y), width, self->row_height);
    }
  tb_comparison_grid_hand_on_focus (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

void
tb_comparison_grid_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = 0;
  *natural = 200;
}

/* Where the columns end that stay, while others are scrolled behind them. */
static void
draw_edge (TbComparisonGrid *self,
           GtkSnapshot      *snapshot)
{
  int frozen = tb_grid_geometry_get_frozen (&self->geometry);
  GdkRGBA color;

  if (self->geometry.scroll <= 0 || self->geometry.n_frozen == 0)
    return;
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= 0.3f;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (self->geometry.mirrored ? self->geometry.width - frozen : frozen, 0,
                                                  1, gtk_widget_get_height (GTK_WIDGET (self))));
}

void
tb_comparison_grid_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->header_height, width,
                                                         MAX (height - self->header_height, 0)));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->rows, i), snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->header, snapshot);
  draw_edge (self, snapshot);
}

TbGridRow *
tb_comparison_grid_find_row (TbComparisonGrid *self,
                             int               row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if ((int) tb_grid_row_get_position (g_ptr_array_index (self->rows, i)) == row)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

int
tb_comparison_grid_find_row_at (TbComparisonGrid *self,
                                double            y)
{
  double value = gtk_adjustment_get_value (get_adjustment (self, GTK_ORIENTATION_VERTICAL));
  double row;

  if (y < self->header_height)
    return TB_GRID_HEADER_ROW;
  row = floor ((y - self->header_height + value) / MAX (self->row_height, 1));
  return row < tb_comparison_grid_get_n_rows (self) ? (int) row : TB_GRID_NO_ROW;
}
