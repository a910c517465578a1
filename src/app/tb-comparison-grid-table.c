/* The widget of the comparison table: what it shows, and which columns are hidden.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-grid-private.h"

void
tb_comparison_grid_remeasure (TbComparisonGrid *self)
{
  self->is_measured = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    tb_grid_row_forget (g_ptr_array_index (self->rows, i));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
update_counts (TbComparisonGrid *self)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) tb_comparison_grid_get_n_rows (self) + 1, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) tb_grid_geometry_get_n (&self->geometry), -1);
}

/* Rows and headings that point at what is gone are let go of at once. */
static void
drop_widgets (TbComparisonGrid *self)
{
  TbGridSpan nothing = { .kept = -1 };

  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  tb_grid_header_bind (TB_GRID_HEADER (self->header), &nothing, NULL, FALSE);
}

static void
take_columns (TbComparisonGrid *self)
{
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  if (self->table.comparison != NULL)
    self->columns = tb_shown_columns_new (self->table.comparison, self->survey, self->table.language);
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      TbShownColumn *column = g_ptr_array_index (self->columns, i);

      column->is_hidden = g_hash_table_contains (self->hidden, column->key);
    }
}

/**
 * tb_comparison_grid_set_table:
 * @self: a grid
 * @comparison: (nullable): what is compared
 * @survey: (nullable): what its cells have in common
 * @order: (nullable): which rows are shown
 * @language: of the table
 *
 * Shows a table. Columns that the user hid stay hidden, and keep their widths.
 */
void
tb_comparison_grid_set_table (TbComparisonGrid  *self,
                              TbComparison      *comparison,
                              TbSurvey          *survey,
                              TbComparisonOrder *order,
                              TbLanguage         language)
{
  g_return_if_fail (TB_IS_COMPARISON_GRID (self));

  drop_widgets (self);
  g_ptr_array_set_size (self->geometry.shown, 0);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->survey, tb_survey_unref);
  g_clear_pointer (&self->table.comparison, tb_comparison_unref);
  g_clear_pointer (&self->order, tb_comparison_order_unref);
  self->survey = survey != NULL ? tb_survey_ref (survey) : NULL;
  self->order = order != NULL ? tb_comparison_order_ref (order) : NULL;
  self->table = (TbShownTable) { comparison != NULL ? tb_comparison_ref (comparison) : NULL, self->survey, language };
  self->has_cursor = self->has_selection = FALSE;
  self->row = self->anchor_row = 0;
  self->column = self->anchor_column = 0;
  /* What was being dragged has gone. */
  self->resized = -1;
  self->is_selecting = FALSE;
  g_clear_pointer (&self->sort_key, g_free);
  take_columns (self);
  tb_grid_geometry_update (&self->geometry, self->columns);
  update_counts (self);
  tb_comparison_grid_remeasure (self);
}

void
tb_comparison_grid_set_order (TbComparisonGrid  *self,
                              TbComparisonOrder *order,
                              const char        *sort_key,
                              gboolean           descending)
{
  g_return_if_fail (TB_IS_COMPARISON_GRID (self));

  tb_comparison_order_ref (order);
  g_clear_pointer (&self->order, tb_comparison_order_unref);
  self->order = order;
  g_free (self->sort_key);
  self->sort_key = g_strdup (sort_key);
  self->is_descending = descending;
  self->has_selection = FALSE;
  if (self->row >= (int) order->n)
    self->row = self->anchor_row = TB_GRID_HEADER_ROW;
  update_counts (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  tb_comparison_grid_emit_cursor (self);
}

void
tb_comparison_grid_columns_changed (TbComparisonGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    tb_grid_row_forget (g_ptr_array_index (self->rows, i));
  tb_grid_geometry_update (&self->geometry, self->columns);
  self->has_selection = FALSE;
  self->column = MIN (self->column, MAX (tb_grid_geometry_get_n (&self->geometry), 1) - 1);
  self->anchor_column = self->column;
  update_counts (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  tb_comparison_grid_emit_changed (self);
}

static gboolean
hide (TbComparisonGrid *self,
      const char       *key,
      gboolean          hidden)
{
  TbShownColumn *column = tb_shown_columns_find (self->columns, key);

  if (column == NULL || column->is_hidden == hidden || column->index == TB_COLUMN_OF_NAMES)
    return FALSE;
  column->is_hidden = hidden;
  if (hidden)
    g_hash_table_add (self->hidden, g_strdup (key));
  else
    g_hash_table_remove (self->hidden, key);
  return TRUE;
}

void
tb_comparison_grid_set_several_hidden (TbComparisonGrid  *self,
                                       const char *const *keys,
                                       gboolean           hidden)
{
  gboolean changed = FALSE;

  for (gsize i = 0; keys[i] != NULL; i++)
    changed |= hide (self, keys[i], hidden);
  if (!changed)
    return;
  /* What is left of a band has to hold its words. */
  tb_comparison_grid_remeasure (self);
  tb_comparison_grid_columns_changed (self);
}

void
tb_comparison_grid_set_hidden (TbComparisonGrid *self,
                               const char       *key,
                               gboolean          hidden)
{
  tb_comparison_grid_set_several_hidden (self, (const char *[]) { key, NULL }, hidden);
}

const TbShownTable *
tb_comparison_grid_get_table (TbComparisonGrid *self)
{
  return &self->table;
}

TbComparisonOrder *
tb_comparison_grid_get_order (TbComparisonGrid *self)
{
  return self->order;
}

GPtrArray *
tb_comparison_grid_get_columns (TbComparisonGrid *self)
{
  return self->columns;
}

guint
tb_comparison_grid_get_n_shown (TbComparisonGrid *self)
{
  return tb_grid_geometry_get_n (&self->geometry);
}

const TbShownColumn *
tb_comparison_grid_get_shown (TbComparisonGrid *self,
                              guint             position)
{
  return tb_grid_geometry_get (&self->geometry, position);
}
