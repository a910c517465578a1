/* A row of the comparison table, with cells for the columns in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-grid-row.h"

struct _TbGridRow
{
  GtkWidget             parent_instance;

  const TbGridGeometry *geometry;
  GPtrArray            *cells;      /* TbGridCell, in order of their columns */
  gboolean              is_bound;
  gsize                 row;
  guint                 position;
  gboolean              is_finished;
};

G_DEFINE_FINAL_TYPE (TbGridRow, tb_grid_row, GTK_TYPE_WIDGET)

gboolean
tb_grid_span_contains (const TbGridSpan *self,
                       guint             position)
{
  return position < self->n_frozen || (position >= self->from && position < self->to) || (int) position == self->kept;
}

static guint
count (const TbGridSpan *span)
{
  guint n = MIN (span->n_frozen, span->from) + (span->to - span->from);

  return n
         + (span->kept >= (int) span->n_frozen && ((guint) span->kept < span->from || (guint) span->kept >= span->to));
}

/* The position behind @position in the span. */
static guint
get_next (const TbGridSpan *span,
          guint             position)
{
  position++;
  while (!tb_grid_span_contains (span, position) && (position < span->to || (int) position <= span->kept))
    position++;
  return position;
}

static gboolean
is_needed (TbGridRow        *self,
           TbGridCell       *cell,
           const TbGridSpan *span)
{
  guint position = tb_grid_cell_get_column_position (cell);

  return tb_grid_cell_get_column (cell) != NULL && position < tb_grid_geometry_get_n (self->geometry)
         && tb_grid_cell_get_column (cell) == tb_grid_geometry_get (self->geometry, position)
         && tb_grid_span_contains (span, position);
}

/* Cells that are not needed, to be used again. */
static GPtrArray *
take_free (TbGridRow        *self,
           const TbGridSpan *span,
           gboolean          all)
{
  GPtrArray *spare = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      TbGridCell *cell = g_ptr_array_index (self->cells, i);

      if (all || !is_needed (self, cell, span))
        g_ptr_array_add (spare, cell);
      else
        self->cells->pdata[n++] = cell;
    }
  g_ptr_array_set_size (self->cells, (int) n);
  return spare;
}

static TbGridCell *
take_cell (TbGridRow *self,
           GPtrArray *spare,
           guint      i)
{
  GtkWidget *cell;
  GtkWidget *before = i > 0 ? g_ptr_array_index (self->cells, i - 1) : NULL;

  if (spare->len > 0)
    cell = g_ptr_array_steal_index (spare, 0);
  else
    cell = tb_grid_cell_new ();
  if (gtk_widget_get_parent (cell) == NULL || gtk_widget_get_prev_sibling (cell) != before)
    gtk_widget_insert_after (cell, GTK_WIDGET (self), before);
  g_ptr_array_insert (self->cells, (int) i, cell);
  return TB_GRID_CELL (cell);
}

gboolean
tb_grid_row_bind (TbGridRow          *self,
                  const TbShownTable *table,
                  const TbGridSpan   *span,
                  gsize               row,
                  guint               position)
{
  gboolean is_same = self->is_bound && self->row == row && self->position == position;
  g_autoptr (GPtrArray) spare = NULL;
  gboolean has_grown = FALSE;
  guint at = span->n_frozen > 0 ? 0 : span->from;
  guint n = count (span);

  if (span->n_frozen == 0 && span->kept >= 0 && (guint) span->kept < span->from)
    at = (guint) span->kept;
  spare = take_free (self, span, !is_same);
  self->is_bound = TRUE;
  self->row = row;
  self->position = position;
  for (guint i = 0; i < n; i++, at = get_next (span, at))
    {
      TbGridCell *cell = i < self->cells->len ? g_ptr_array_index (self->cells, i) : NULL;

      if (cell != NULL && tb_grid_cell_get_column_position (cell) == at)
        continue;
      cell = take_cell (self, spare, i);
      has_grown |= tb_grid_cell_bind (cell, table, tb_grid_geometry_get (self->geometry, at), at, row, position);
      self->is_finished = FALSE;
    }
  for (guint i = 0; i < spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (spare, i));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return has_grown;
}

void
tb_grid_row_forget (TbGridRow *self)
{
  self->is_bound = FALSE;
}

guint
tb_grid_row_get_position (TbGridRow *self)
{
  return self->position;
}

TbGridCell *
tb_grid_row_get_cell (TbGridRow *self,
                      guint      column_position)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      TbGridCell *cell = g_ptr_array_index (self->cells, i);

      if (tb_grid_cell_get_column_position (cell) == column_position)
        return cell;
    }
  return NULL;
}

gboolean
tb_grid_row_is_finished (TbGridRow *self)
{
  return self->is_finished;
}

void
tb_grid_row_finish (TbGridRow          *self,
                    const TbShownTable *table)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (self->is_finished || !self->is_bound)
    return;
  self->is_finished = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    tb_grid_cell_finish (g_ptr_array_index (self->cells, i), table);
  title = tb_comparison_dup_row_title (table->comparison, self->row, table->language);
  text = tb_comparison_words_dup_row (table->comparison, self->row, table->language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) self->position + 2,
                                  -1);
}

void
tb_grid_row_select (TbGridRow *self,
                    int        from,
                    int        to)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      TbGridCell *cell = g_ptr_array_index (self->cells, i);
      int at = (int) tb_grid_cell_get_column_position (cell);

      tb_grid_cell_set_selected (cell, at >= from && at <= to);
    }
}

static void
tb_grid_row_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TbGridRow *self = TB_GRID_ROW (widget);

  for (guint i = 0; i < self->cells->len; i++)
    {
      TbGridCell *cell = g_ptr_array_index (self->cells, i);
      guint at = tb_grid_cell_get_column_position (cell);
      GtkAllocation place = { tb_grid_geometry_get_left (self->geometry, at), 0,
                              tb_grid_geometry_get (self->geometry, at)->width, height };

      /* GTK wants every child to have been asked. */
      gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (cell), &place, -1);
    }
}

/* What is scrolled goes on behind the columns that stay. */
static void
tb_grid_row_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TbGridRow *self = TB_GRID_ROW (widget);
  const TbGridGeometry *geometry = self->geometry;
  int frozen = tb_grid_geometry_get_frozen (geometry);
  int width = gtk_widget_get_width (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (geometry->mirrored ? 0 : frozen, 0, MAX (width - frozen, 0),
                                                         gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->cells->len; i++)
    if (tb_grid_cell_get_column_position (g_ptr_array_index (self->cells, i)) >= geometry->n_frozen)
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < self->cells->len; i++)
    if (tb_grid_cell_get_column_position (g_ptr_array_index (self->cells, i)) < geometry->n_frozen)
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
}

static void
tb_grid_row_dispose (GObject *object)
{
  TbGridRow *self = TB_GRID_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  G_OBJECT_CLASS (tb_grid_row_parent_class)->dispose (object);
}

static void
tb_grid_row_class_init (TbGridRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_grid_row_dispose;
  widget_class->size_allocate = tb_grid_row_size_allocate;
  widget_class->snapshot = tb_grid_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gridrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
tb_grid_row_init (TbGridRow *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tb_grid_row_new (const TbGridGeometry *geometry)
{
  TbGridRow *self = g_object_new (TB_TYPE_GRID_ROW, NULL);

  self->geometry = geometry;
  return GTK_WIDGET (self);
}
