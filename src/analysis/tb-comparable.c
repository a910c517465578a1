/* What of a dataset can be compared across two periods.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-proposal-private.h"

/* The figure of a period that a series has, observed first; {NULL} for none. */
static TbFigure
find_any (const TbSeries *series,
          TbPeriod        period,
          TbDay           known)
{
  TbFigure found = { NULL, 0 };

  for (int kind = TB_KIND_ACTUAL; kind <= TB_KIND_FORECAST && found.series == NULL; kind++)
    found = tb_known_find (series, period, (TbKind) kind, known);

  return found;
}

/* The two figures of a series: of one kind if it has such, else what there is.
 * A side without a figure has no series. */
static void
find_pair (const TbSeries *series,
           TbPeriod        base,
           TbPeriod        current,
           TbDay           known,
           TbFigure       *out_base,
           TbFigure       *out_current)
{
  for (int kind = TB_KIND_ACTUAL; kind <= TB_KIND_FORECAST; kind++)
    {
      *out_base = tb_known_find (series, base, (TbKind) kind, known);
      *out_current = tb_known_find (series, current, (TbKind) kind, known);
      if (out_base->series != NULL && out_current->series != NULL)
        return;
    }

  *out_base = find_any (series, base, known);
  *out_current = find_any (series, current, known);
}

gboolean
tb_comparable_fill_in (TbSisters    sisters,
                       TbPeriod     base,
                       TbPeriod     current,
                       TbDay        known,
                       TbReference  reference,
                       TbFigure    *base_figure,
                       TbFigure    *current_figure,
                       TbVerdict   *out_verdict)
{
  gboolean wants_base = base_figure->series == NULL;
  const TbSeries *own = wants_base ? current_figure->series : base_figure->series;
  TbFigure *wanted = wants_base ? base_figure : current_figure;
  TbFigure best = { NULL, 0 };

  for (gsize i = 0; own != NULL && i < sisters.n; i++)
    {
      const TbSeries *sister = sisters.series[i];
      TbVerdict verdict;

      if (sister == own || !tb_sisters_are (own, sister))
        continue;
      *wanted = find_any (sister, wants_base ? base : current, known);
      if (wanted->series == NULL || find_any (sister, wants_base ? current : base, known).series != NULL)
        continue;
      verdict = tb_verdict_change (*base_figure, *current_figure, reference);
      if (best.series == NULL || verdict.kind < out_verdict->kind)
        {
          best = *wanted;
          *out_verdict = verdict;
        }
    }
  *wanted = best;

  return best.series != NULL;
}

/**
 * tb_comparable_list:
 * @dataset: a dataset
 * @base: the earlier period
 * @current: the later period
 * @known: what was known on a day is looked at; 0: all
 * @reference: the day that the rules go by
 *
 * Lists what has figures in both periods, with the verdict on them. Where an
 * indicator was split, so that one series ends and another of the same place and
 * breakdown begins, these two are a pair, and the verdict says what differs.
 *
 * Thread: any. Cost: O(s log n) for s series whose rows are in order.
 *
 * Returns: (transfer full) (element-type TbComparable): the pairs in the order
 *   of the file, the refused ones too
 */
GArray *
tb_comparable_list (const TbDataset *dataset,
                    TbPeriod         base,
                    TbPeriod         current,
                    TbDay            known,
                    TbReference      reference)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TbComparable));

  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, i);
      TbComparable pair;

      find_pair (series, base, current, known, &pair.base, &pair.current);
      if (pair.current.series == NULL)
        continue;
      if (pair.base.series != NULL)
        pair.verdict = tb_verdict_change (pair.base, pair.current, reference);
      else if (!tb_comparable_fill_in (tb_sisters_of (dataset, series), base, current, known, reference, &pair.base,
                                       &pair.current, &pair.verdict))
        continue;
      g_array_append_val (list, pair);
    }

  return list;
}
