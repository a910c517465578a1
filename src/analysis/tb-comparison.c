/* The content of a comparison table: series × periods, with changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-verdict-private.h"

#include <math.h>

static void
append_pair (TbComparison  *self,
             TbComparePair  pair)
{
  TbColumn column = { .kind = TB_COLUMN_ABSOLUTE, .period = pair.current, .base = pair.base };

  g_array_append_val (self->columns, column);
  column.kind = TB_COLUMN_RELATIVE;
  g_array_append_val (self->columns, column);
}

/**
 * tb_comparison_new:
 * @selection: the figures
 * @pairs: (array length=n_pairs) (nullable): periods to compare
 * @n_pairs: how many; 0 to have one proposed
 *
 * Lays out a table: a row for each series, a column for each period and kind of
 * figure in order of time, then for each pair the change and the change in
 * percent. Every change goes through the rules of comparison; a pair that they
 * refuse in a row has a reason there and no number.
 *
 * Thread: any. Cost: O(n log n) of the figures.
 *
 * Returns: (transfer full): a new comparison
 */
TbComparison *
tb_comparison_new (TbSelection         *selection,
                   const TbComparePair *pairs,
                   gsize                n_pairs)
{
  TbComparison *self = g_new0 (TbComparison, 1);
  TbComparePair proposed;

  g_atomic_ref_count_init (&self->ref_count);
  self->selection = tb_selection_ref (selection);
  self->columns = g_array_new (FALSE, FALSE, sizeof (TbColumn));
  self->reference = TB_REFERENCE_OF (tb_selection_get_dataset (selection));
  tb_comparison_lay_figures (self);

  for (gsize i = 0; i < n_pairs; i++)
    append_pair (self, pairs[i]);
  if (n_pairs == 0 && tb_comparison_propose_pair (self, &proposed))
    append_pair (self, proposed);

  return self;
}

/**
 * tb_comparison_ref:
 * @self: a comparison
 *
 * Returns: (transfer full): @self
 */
TbComparison *
tb_comparison_ref (TbComparison *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_comparison_unref:
 * @self: (transfer full): a comparison
 */
void
tb_comparison_unref (TbComparison *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (gsize i = 0; i < self->n_rows; i++)
    g_free (self->rows[i].cells);
  g_free (self->rows);
  g_array_unref (self->columns);
  tb_selection_unref (self->selection);
  g_free (self);
}

/**
 * tb_comparison_get_selection:
 * @self: a comparison
 *
 * Returns: (transfer none): the figures that it shows
 */
TbSelection *
tb_comparison_get_selection (const TbComparison *self)
{
  return self->selection;
}

/**
 * tb_comparison_get_reference:
 * @self: a comparison
 *
 * Returns: the day that its verdicts go by
 */
TbReference
tb_comparison_get_reference (const TbComparison *self)
{
  return self->reference;
}

/**
 * tb_comparison_get_n_rows:
 * @self: a comparison
 *
 * Returns: how many rows the table has
 */
gsize
tb_comparison_get_n_rows (const TbComparison *self)
{
  return self->n_rows;
}

/**
 * tb_comparison_get_n_columns:
 * @self: a comparison
 *
 * Returns: how many columns the table has beside the row header
 */
gsize
tb_comparison_get_n_columns (const TbComparison *self)
{
  return self->columns->len;
}

/**
 * tb_comparison_get_column:
 * @self: a comparison
 * @column: which one
 *
 * Returns: (transfer none): what stands in the column
 */
const TbColumn *
tb_comparison_get_column (const TbComparison *self,
                          gsize               column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, TbColumn, column);
}

/**
 * tb_comparison_get_series:
 * @self: a comparison
 * @row: which one
 *
 * Returns: (transfer none): the series of the row
 */
TbSeries *
tb_comparison_get_series (const TbComparison *self,
                          gsize               row)
{
  g_return_val_if_fail (row < self->n_rows, NULL);

  return self->rows[row].series;
}

/**
 * tb_comparison_get_pair:
 * @self: a comparison
 * @row: a row
 * @column: a column of changes
 * @out_base: (out): the earlier figure
 * @out_current: (out): the later figure
 *
 * Finds the two figures: observed ones or, where the row does not have both of
 * them, figures of one other kind; else what there is, so that the verdict can
 * say what is missing.
 */
void
tb_comparison_get_pair (const TbComparison *self,
                        gsize               row,
                        gsize               column,
                        TbFigure           *out_base,
                        TbFigure           *out_current)
{
  const TbColumn *pair = tb_comparison_get_column (self, column);
  TbFigure any_base = { NULL, 0 };
  TbFigure any_current = { NULL, 0 };

  for (int kind = TB_KIND_ACTUAL; kind <= TB_KIND_FORECAST; kind++)
    {
      *out_base = tb_comparison_find_figure (self, row, pair->base, (TbKind) kind);
      *out_current = tb_comparison_find_figure (self, row, pair->period, (TbKind) kind);
      if (out_base->series != NULL && out_current->series != NULL)
        return;
      if (any_base.series == NULL)
        any_base = *out_base;
      if (any_current.series == NULL)
        any_current = *out_current;
    }

  *out_base = any_base;
  *out_current = any_current;
}

/**
 * tb_comparison_get_verdict:
 * @self: a comparison
 * @row: a row
 * @column: a column of changes
 *
 * Thread: any. Cost: O(n) of the series, no allocation.
 *
 * Returns: the verdict on the pair in that row
 */
TbVerdict
tb_comparison_get_verdict (const TbComparison *self,
                           gsize               row,
                           gsize               column)
{
  TbFigure base, current;

  tb_comparison_get_pair (self, row, column, &base, &current);

  return tb_verdict_change (base, current, self->reference);
}

/**
 * tb_comparison_get_number:
 * @self: a comparison
 * @row: a row
 * @column: a column
 *
 * Gives the number of a cell for sorting and for files: the figure with its
 * multiplier applied, the change in the unit or in percentage points, or the
 * change in percent; not rounded.
 *
 * Missing: NaN for an empty cell, a range, a refused comparison.
 *
 * Returns: the number
 */
double
tb_comparison_get_number (const TbComparison *self,
                          gsize               row,
                          gsize               column)
{
  const TbColumn *what = tb_comparison_get_column (self, column);
  TbVerdict verdict;

  if (what->kind == TB_COLUMN_FIGURE)
    {
      gssize figure = tb_comparison_get_figure (self, row, column);

      return figure < 0 ? NAN : tb_series_get_figure (self->rows[row].series, (gsize) figure);
    }

  verdict = tb_comparison_get_verdict (self, row, column);
  if (what->kind == TB_COLUMN_RELATIVE)
    return verdict.relative;

  return isnan (verdict.points) ? verdict.absolute : verdict.points;
}
