/* Which figures of a table are compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"

/* By indicator and place; their addresses, for nothing but to be found again. */
static int
compare_places (const TbSeries *a,
                const TbSeries *b)
{
  const TbSeriesInfo *one = tb_series_get_info (a);
  const TbSeriesInfo *other = tb_series_get_info (b);

  if (one->indicator != other->indicator)
    return one->indicator < other->indicator ? -1 : 1;

  return (one->place > other->place) - (one->place < other->place);
}

static int
compare_series (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return compare_places (*(TbSeries *const *) a, *(TbSeries *const *) b);
}

/* All series of the rows' indicators, so that a row's sisters are found without
 * a search through the places of its indicator. */
void
tb_comparison_index_sisters (TbComparison *self)
{
  const TbDataset *dataset = tb_selection_get_dataset (self->selection);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  self->sisters = g_ptr_array_new ();
  for (gsize row = 0; row < self->n_rows; row++)
    {
      const TbIndicator *indicator = tb_series_get_info (self->rows[row].series)->indicator;
      TbSeries *const *series;
      gsize n;

      if (!g_hash_table_add (seen, (gpointer) indicator))
        continue;
      series = tb_dataset_get_series_of (dataset, indicator, &n);
      for (gsize i = 0; i < n; i++)
        g_ptr_array_add (self->sisters, series[i]);
    }
  /* It is stable: sisters stay in the order of the file. */
  g_sort_array (self->sisters->pdata, self->sisters->len, sizeof (gpointer), compare_series, NULL);
}

TbSisters
tb_comparison_get_sisters (const TbComparison *self,
                           const TbSeries     *series)
{
  TbSeries *const *all = (TbSeries *const *) self->sisters->pdata;
  gsize low = 0, high = self->sisters->len, end;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (compare_places (all[middle], series) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < self->sisters->len && compare_places (all[end], series) == 0;)
    end++;

  return (TbSisters) { all + low, end - low };
}

/* The figures of the row: observed ones or, where it does not have both of them,
 * figures of one other kind; else what there is. */
static void
find_pair (const TbComparison *self,
           gsize               row,
           const TbColumn     *pair,
           TbFigure           *out_base,
           TbFigure           *out_current)
{
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
 * tb_comparison_get_pair:
 * @self: a comparison
 * @row: a row
 * @column: a column of changes
 * @out_base: (out): the earlier figure
 * @out_current: (out): the later figure
 *
 * Finds the two figures: observed ones or, where the row does not have both of
 * them, figures of one other kind; else what there is, so that the verdict can
 * say what is missing. Where a sister series (same indicator, place and
 * breakdown) has the side that is missing and not the other, the two are a
 * pair. What the rules let through then stands in the row of the later figure
 * alone.
 */
void
tb_comparison_get_pair (const TbComparison *self,
                        gsize               row,
                        gsize               column,
                        TbFigure           *out_base,
                        TbFigure           *out_current)
{
  const TbColumn *pair = tb_comparison_get_column (self, column);
  TbSisters sisters;
  TbFigure base, current;
  TbVerdict verdict;

  find_pair (self, row, pair, out_base, out_current);
  /* A sum has no sisters: figures that were published are no parts of it. */
  if ((out_base->series == NULL) == (out_current->series == NULL) || tb_comparison_is_computed (self, row))
    return;

  base = *out_base;
  current = *out_current;
  sisters = tb_comparison_get_sisters (self, self->rows[row].series);
  if (!tb_comparable_fill_in (sisters, pair->base, pair->period, self->known, self->reference, &base, &current,
                              &verdict)
      || (out_current->series == NULL && verdict.kind != TB_VERDICT_INVALID))
    return;
  *out_base = base;
  *out_current = current;
}
