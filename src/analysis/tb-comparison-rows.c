/* Some rows and columns of a comparison table, as a table of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"

/* Each row's total, where that is among the rows. */
static void
move_parents (TbComparison  *self,
              const guint32 *rows,
              gsize          n_all)
{
  g_autofree gssize *places = g_new (gssize, MAX (n_all, 1));

  for (gsize i = 0; i < n_all; i++)
    places[i] = -1;
  for (gsize i = 0; i < self->n_rows; i++)
    places[rows[i]] = (gssize) i;
  for (gsize i = 0; i < self->n_rows; i++)
    if (self->rows[i].parent >= 0)
      self->rows[i].parent = places[self->rows[i].parent];
}

static void
choose_columns (TbComparison       *self,
                const TbComparison *of,
                const guint32      *columns,
                gsize               n_columns)
{
  if (columns == NULL)
    {
      self->shown = g_memdup2 (of->shown, of->n_shown * sizeof (guint32));
      return;
    }
  self->shown = g_new (guint32, MAX (n_columns, 1));
  self->n_shown = n_columns;
  for (gsize i = 0; i < n_columns; i++)
    self->shown[i] = (guint32) tb_comparison_get_place (of, columns[i]);
}

/**
 * tb_comparison_new_of:
 * @self: a comparison
 * @rows: (array length=n_rows): which of its rows
 * @n_rows: how many
 * @columns: (nullable) (array length=n_columns): which of its columns; %NULL: all
 * @n_columns: how many
 * @words: (nullable): what the rows were found by, where they are not all
 *
 * Makes a table of some rows and columns, in the order given, with the same answers in
 * the cells: what is sorted, searched and hidden on a screen is so in a file. Changes
 * are those of figures that may be hidden.
 *
 * Thread: any. Cost: O(n) of the figures; no verdict is made again.
 *
 * Returns: (transfer full): a new comparison
 */
TbComparison *
tb_comparison_new_of (TbComparison  *self,
                      const guint32 *rows,
                      gsize          n_rows,
                      const guint32 *columns,
                      gsize          n_columns,
                      const char    *words)
{
  TbComparison *some = g_new (TbComparison, 1);

  *some = *self;
  g_atomic_ref_count_init (&some->ref_count);
  some->selection = tb_selection_new_of (self->selection, rows, n_rows);
  some->totals = self->totals != NULL ? tb_totals_ref (self->totals) : NULL;
  some->columns = g_array_copy (self->columns);
  some->sisters = g_ptr_array_ref (self->sisters);
  some->words = g_strdup (words);
  some->n_all = self->n_rows;
  choose_columns (some, self, columns, n_columns);
  some->n_rows = n_rows;
  some->rows = g_new0 (TbTableRow, MAX (n_rows, 1));
  for (gsize i = 0; i < n_rows; i++)
    {
      some->rows[i] = self->rows[rows[i]];
      some->rows[i].cells = g_memdup2 (some->rows[i].cells, MAX (some->rows[i].n_cells, 1) * sizeof (TbCell));
    }
  move_parents (some, rows, self->n_rows);

  return some;
}

/**
 * tb_comparison_get_words:
 * @self: a comparison
 * @out_n_all: (out): how many rows were searched
 *
 * Returns: (transfer none) (nullable): what the rows were found by; %NULL where
 *   nothing was searched for
 */
const char *
tb_comparison_get_words (const TbComparison *self,
                         gsize              *out_n_all)
{
  *out_n_all = self->n_all;
  return self->words;
}

/* Whether the cell of that column is of the figure, or of a change from or to it. */
static gboolean
is_of (const TbColumn      *column,
       const TbObservation *figure)
{
  switch (tb_column_get_group (column->kind))
    {
    case TB_GROUP_FIGURES:
      return column->figure_kind == figure->kind && tb_period_equal (column->period, figure->period);
    case TB_GROUP_CHANGES:
      return tb_period_equal (column->period, figure->period) || tb_period_equal (column->base, figure->period);
    case TB_GROUP_PUBLISHED:
      return tb_period_equal (column->period, figure->period);
    case TB_GROUP_TARGETS:
      break;
    }

  return FALSE;
}

/**
 * tb_comparison_tells_of:
 * @self: a comparison
 * @row: a row
 * @figure: a row of its series
 *
 * Tells what of the figures belongs to a table whose columns are not all shown: what
 * stands in a cell, and what a change or the state of a target is made of.
 *
 * Thread: any. Cost: O(columns).
 *
 * Returns: whether it belongs to it; of a table with all columns, always
 */
gboolean
tb_comparison_tells_of (const TbComparison *self,
                        gsize               row,
                        gsize               figure)
{
  const TbTableRow *what;
  TbObservation observation;

  g_return_val_if_fail (row < self->n_rows, FALSE);

  if (self->shown == NULL)
    return TRUE;
  what = &self->rows[row];
  tb_series_get (what->series, figure, &observation);
  for (gsize i = 0; i < self->n_shown; i++)
    {
      const TbColumn *column = tb_comparison_get_column (self, i);

      if (is_of (column, &observation))
        return TRUE;
      if (tb_column_get_group (column->kind) == TB_GROUP_TARGETS
          && ((what->target.series != NULL && what->target.row == figure)
              || (what->actual.series == what->series && what->actual.row == figure)))
        return TRUE;
    }

  return FALSE;
}
