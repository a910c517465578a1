/* Which pairs of periods a table proposes to compare.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"

/* How many of a row's last figures are tried. */
#define N_TRIED 6

/* Pairs that the table has already, and whether others are a year apart, or one period,
 * or whatever the rules let through. */
typedef struct
{
  const TbComparePair *pairs;
  gsize                n;
  gboolean             is_near;
} Taken;

static gboolean
is_taken (const Taken   *taken,
          TbComparePair  pair)
{
  for (gsize i = 0; i < taken->n; i++)
    if (tb_compare_pair_equal (taken->pairs[i], pair))
      return TRUE;

  return FALSE;
}

/* A base that the table can show: in a cell of the row, or of a sister. */
static gboolean
is_in_reach (const TbComparison *self,
             gsize               row,
             TbFigure            base)
{
  TbObservation o;
  TbFigure shown;

  if (base.series != self->rows[row].series)
    return TRUE;
  tb_series_get (base.series, base.row, &o);
  shown = tb_comparison_find_figure (self, row, o.period, o.kind);

  return shown.series != NULL && shown.row == base.row;
}

/* The base that suits a figure best. */
static gboolean
find_base (const TbComparison *self,
           gsize               row,
           TbFigure            current,
           const Taken        *taken,
           TbComparePair      *pair)
{
  TbSisters sisters = tb_comparison_get_sisters (self, current.series);
  TbProposal proposals[TB_MAX_PROPOSALS];

  /* Mostly the first one does. */
  for (guint most = taken->n == 0 ? 1 : TB_MAX_PROPOSALS; most <= TB_MAX_PROPOSALS; most += TB_MAX_PROPOSALS - 1)
    {
      guint n = tb_proposal_search (sisters, current, self->known, self->reference, most, proposals);

      for (guint i = 0; i < n; i++)
        {
          if ((taken->is_near && proposals[i].kind == TB_PROPOSAL_EARLIER)
              || !is_in_reach (self, row, proposals[i].base))
            continue;
          pair->base = tb_series_get_period (proposals[i].base.series, proposals[i].base.row);
          if (!is_taken (taken, *pair))
            return TRUE;
        }
      if (n < most)
        return FALSE;
    }

  return FALSE;
}

/* The last pair of a row that can be compared, not before @not_before. */
static gboolean
find_last_pair (const TbComparison *self,
                gsize               row,
                TbDay               not_before,
                const Taken        *taken,
                TbComparePair      *out_pair)
{
  const TbTableRow *table_row = &self->rows[row];
  gsize n_tried = 0;

  for (gsize i = table_row->n_cells; i > 0 && n_tried < N_TRIED + taken->n; i--)
    {
      const TbCell *cell = &table_row->cells[i - 1];
      const TbColumn *column = &g_array_index (self->columns, TbColumn, cell->column);

      /* Figures without a date stand at the end and are never compared. */
      if (column->figure_kind != TB_KIND_ACTUAL || !tb_period_is_dated (column->period))
        continue;
      n_tried++;
      out_pair->current = column->period;
      if (out_pair->current.end < not_before)
        return FALSE;
      if (find_base (self, row, (TbFigure) { table_row->series, cell->row }, taken, out_pair))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  TbComparePair pair;
  guint         n_rows;
} Candidate;

static void
count_pair (GArray        *candidates,
            TbComparePair  pair)
{
  Candidate candidate = { pair, 1 };

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *known = &g_array_index (candidates, Candidate, i);

      if (tb_compare_pair_equal (known->pair, pair))
        {
          known->n_rows++;
          return;
        }
    }
  g_array_append_val (candidates, candidate);
}

static gboolean
propose (const TbComparison *self,
         const Taken        *taken,
         TbComparePair      *out_pair)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  TbDay end = 0;
  guint most = 0;

  for (gsize row = 0; row < self->n_rows; row++)
    {
      TbComparePair pair;

      if (tb_comparison_is_computed (self, row) || !find_last_pair (self, row, end, taken, &pair))
        continue;
      if (pair.current.end > end)
        g_array_set_size (candidates, 0);
      end = pair.current.end;
      count_pair (candidates, pair);
    }

  /* Months, years and dates can end on one day: what most rows have. */
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->n_rows > most)
        {
          most = candidate->n_rows;
          *out_pair = candidate->pair;
        }
    }

  return most > 0;
}

gboolean
tb_comparison_propose_pair (const TbComparison *self,
                            TbComparePair      *out_pair)
{
  return propose (self, &(Taken) { NULL, 0, FALSE }, out_pair);
}

static gboolean
is_offered (const TbColumn *column,
            gboolean        actual)
{
  return tb_period_is_dated (column->period) && (!actual || column->figure_kind == TB_KIND_ACTUAL);
}

/* Two periods of the table's figures, the later one as late as can be and the earlier
 * one just before. @actual: of observed ones alone. */
static gboolean
find_any (const TbComparison *self,
          const Taken        *taken,
          gboolean            actual,
          TbComparePair      *out_pair)
{
  const TbColumn *columns = (const TbColumn *) (gpointer) self->columns->data;

  for (gsize i = self->n_figures; i > 1; i--)
    for (gsize k = i - 1; k > 0 && is_offered (&columns[i - 1], actual); k--)
      {
        *out_pair = (TbComparePair) { columns[k - 1].period, columns[i - 1].period };
        if (is_offered (&columns[k - 1], actual) && !tb_period_equal (out_pair->base, out_pair->current)
            && !is_taken (taken, *out_pair))
          return TRUE;
      }

  return FALSE;
}

/**
 * tb_comparison_propose_further:
 * @self: a comparison
 * @out_pair: (out): two periods
 *
 * Finds two periods that the table does not compare yet: those nearest to the end
 * that can be compared in most rows, first those a year or a period apart; else any,
 * first those of observed figures.
 *
 * Thread: any. Cost: that of a table of one proposed pair.
 *
 * Returns: whether there are two such
 */
gboolean
tb_comparison_propose_further (const TbComparison *self,
                               TbComparePair      *out_pair)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (TbComparePair));
  Taken taken;

  for (gsize i = self->n_figures; i < self->columns->len; i++)
    {
      const TbColumn *column = &g_array_index (self->columns, TbColumn, i);
      TbComparePair pair = { column->base, column->period };

      if (column->kind == TB_COLUMN_ABSOLUTE)
        g_array_append_val (pairs, pair);
    }
  taken = (Taken) { (const TbComparePair *) (gpointer) pairs->data, pairs->len, TRUE };
  if (propose (self, &taken, out_pair))
    return TRUE;
  taken.is_near = FALSE;

  return propose (self, &taken, out_pair) || find_any (self, &taken, TRUE, out_pair)
         || find_any (self, &taken, FALSE, out_pair);
}
