/* The content of a comparison table: series × periods, with changes and targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-figure-text.h"

#include <math.h>

/**
 * tb_column_get_group:
 * @kind: a kind of column
 *
 * Returns: the kinds that it belongs to
 */
TbColumnGroup
tb_column_get_group (TbColumnKind kind)
{
  switch (kind)
    {
    case TB_COLUMN_FIGURE:
      return TB_GROUP_FIGURES;
    case TB_COLUMN_ABSOLUTE:
    case TB_COLUMN_RELATIVE:
      return TB_GROUP_CHANGES;
    case TB_COLUMN_PUBLISHED:
      return TB_GROUP_PUBLISHED;
    case TB_COLUMN_TARGET:
    case TB_COLUMN_DEADLINE:
    case TB_COLUMN_ACTUAL:
    case TB_COLUMN_GAP:
    case TB_COLUMN_COMPLETION:
    case TB_COLUMN_ELAPSED:
    case TB_COLUMN_STATUS:
      break;
    }

  return TB_GROUP_TARGETS;
}

static void
append_pair (TbComparison  *self,
             TbComparePair  pair)
{
  TbColumn column = { .kind = TB_COLUMN_ABSOLUTE, .period = pair.current, .base = pair.base };

  g_array_append_val (self->columns, column);
  column.kind = TB_COLUMN_RELATIVE;
  g_array_append_val (self->columns, column);
}

static void
append_pairs (TbComparison              *self,
              const TbComparisonOptions *options)
{
  TbComparePair proposed;

  for (gsize i = 0; i < options->n_pairs; i++)
    append_pair (self, options->pairs[i]);
  if (options->n_pairs == 0 && tb_comparison_propose_pair (self, &proposed))
    append_pair (self, proposed);
}

/**
 * tb_comparison_new:
 * @selection: the figures
 * @options: (nullable): what is asked for; %NULL: one proposed pair
 *
 * Lays out a table: a row for each series, a column for each period and kind of
 * figure in order of time, then for each pair the change and the change in
 * percent, what was published in their place, and how targets are kept. Every
 * change goes through the rules of comparison; a pair that they refuse in a row
 * has a reason there and no number.
 *
 * Of a row with several targets the one that runs on the day that the rules go
 * by is shown, or the last one that ran; one that can be measured before one
 * that can not.
 *
 * With totals (B-8) the rows of each stand together, and the total behind them.
 *
 * Thread: any. Cost: O(n log n) of the figures; verdicts are made when asked for.
 *
 * Returns: (transfer full): a new comparison
 */
TbComparison *
tb_comparison_new (TbSelection               *selection,
                   const TbComparisonOptions *options)
{
  static const TbComparisonOptions nothing_more = { 0 };
  TbComparison *self = g_new0 (TbComparison, 1);

  if (options == NULL)
    options = &nothing_more;
  g_atomic_ref_count_init (&self->ref_count);
  self->selection = tb_selection_ref (selection);
  if (options->totals)
    tb_comparison_take_totals (self);
  self->columns = g_array_new (FALSE, FALSE, sizeof (TbColumn));
  self->reference = TB_REFERENCE_OF (tb_selection_get_dataset (selection));
  self->reference.as_of = options->as_of;
  self->known = tb_selection_get_known (selection);
  tb_comparison_lay_figures (self);
  tb_comparison_mark_totals (self);
  tb_comparison_index_sisters (self);

  append_pairs (self, options);
  if (options->published)
    tb_comparison_append_published (self);
  if (options->targets)
    tb_comparison_append_targets (self);

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
  g_ptr_array_unref (self->sisters);
  tb_selection_unref (self->selection);
  g_clear_pointer (&self->totals, tb_totals_unref);
  g_free (self->words);
  g_free (self->shown);
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
  return self->shown != NULL ? self->n_shown : self->columns->len;
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
  g_return_val_if_fail (column < tb_comparison_get_n_columns (self), NULL);

  return &g_array_index (self->columns, TbColumn, tb_comparison_get_place (self, column));
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
 * tb_comparison_get_verdict:
 * @self: a comparison
 * @row: a row
 * @column: a column of changes
 *
 * Thread: any. No allocation.
 *
 * Returns: the verdict on the pair in that row
 */
TbVerdict
tb_comparison_get_verdict (const TbComparison *self,
                           gsize               row,
                           gsize               column)
{
  TbFigure base, current;
  TbSide from, to;

  tb_comparison_get_pair (self, row, column, &base, &current);
  if (tb_comparison_is_computed (self, row) && tb_comparison_load_side (self, row, base, &from)
      && tb_comparison_load_side (self, row, current, &to))
    return tb_sides_compare (&from, &to, self->reference);

  return tb_verdict_change (base, current, self->reference);
}

static double
get_change_number (const TbComparison *self,
                   gsize               row,
                   gsize               column)
{
  TbVerdict verdict = tb_comparison_get_verdict (self, row, column);

  if (tb_comparison_get_column (self, column)->kind == TB_COLUMN_RELATIVE)
    return verdict.relative;

  return isnan (verdict.points) ? verdict.absolute : verdict.points;
}

/* A target in percent a year is no amount to sort among amounts. */
static double
get_figure_number (const TbSeries *series,
                   gssize          row)
{
  TbObservation o;

  if (row < 0)
    return NAN;
  tb_series_get (series, (gsize) row, &o);

  return tb_figure_is_growth_target (series, &o) ? NAN : o.figure;
}

/**
 * tb_comparison_get_number:
 * @self: a comparison
 * @row: a row
 * @column: a column
 *
 * Gives the number of a cell for sorting and for files: the figure with its
 * multiplier applied, the change or gap in the unit or in percentage points, the
 * change, completion or time in percent, the Julian day of a deadline, the rank
 * of a status word; not rounded.
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

  switch (tb_column_get_group (what->kind))
    {
    case TB_GROUP_FIGURES:
      return get_figure_number (self->rows[row].series, tb_comparison_get_figure (self, row, column));
    case TB_GROUP_CHANGES:
      return get_change_number (self, row, column);
    case TB_GROUP_PUBLISHED:
      return tb_comparison_get_published_number (self, row, column);
    case TB_GROUP_TARGETS:
      break;
    }

  return tb_comparison_get_target_number (self, row, what->kind);
}

/**
 * tb_comparison_can_sort:
 * @self: a comparison
 * @column: a column
 *
 * Tells whether the rows can be put in order by a column: amounts of several
 * units can not, percentages, days and words can (B-5).
 *
 * Returns: whether they can
 */
gboolean
tb_comparison_can_sort (const TbComparison *self,
                        gsize               column)
{
  switch (tb_comparison_get_column (self, column)->kind)
    {
    case TB_COLUMN_FIGURE:
    case TB_COLUMN_ABSOLUTE:
    case TB_COLUMN_TARGET:
    case TB_COLUMN_ACTUAL:
    case TB_COLUMN_GAP:
      return self->one_unit;
    case TB_COLUMN_RELATIVE:
    case TB_COLUMN_PUBLISHED:
    case TB_COLUMN_DEADLINE:
    case TB_COLUMN_COMPLETION:
    case TB_COLUMN_ELAPSED:
    case TB_COLUMN_STATUS:
      break;
    }

  return TRUE;
}
