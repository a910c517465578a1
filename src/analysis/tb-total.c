/* Totals of a table's rows (B-8): how they are made, and what is asked of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-known.h"
#include "tb-parts.h"
#include "tb-side.h"
#include "tb-total-private.h"

TbTotal *
tb_total_new (TbTotalSort  sort,
              const char  *dimension)
{
  TbTotal *self = g_new0 (TbTotal, 1);

  self->sort = sort;
  self->dimension = dimension;
  self->parts = g_ptr_array_new ();
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->expected = g_hash_table_new (g_str_hash, g_str_equal);
  self->listed = g_ptr_array_new ();

  return self;
}

void
tb_total_free (TbTotal *self)
{
  g_ptr_array_unref (self->parts);
  g_array_unref (self->members);
  g_hash_table_unref (self->expected);
  g_ptr_array_unref (self->listed);
  g_free (self->cells);
  g_free (self);
}

static void
clear_row (gpointer data)
{
  TbSelected *row = data;

  tb_series_unref (row->series);
  g_free ((gpointer) row->rows);
}

/* The place of each series among the rows, + 1. */
static GHashTable *
index_rows (const GArray *rows)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (places, g_array_index (rows, TbSelected, i).series, GUINT_TO_POINTER (i + 1));

  return places;
}

/* Of a series that is not in the table, the observed figures of the periods of the
 * parts: with others the table would get columns that nobody asked for. */
static gsize
list_figures (const TbTotal *total,
              TbDay          known,
              guint32      **out_figures)
{
  g_autofree guint32 *all = g_new (guint32, MAX (tb_series_get_n (total->whole), 1));
  gsize n_all = tb_known_sort (total->whole, known, all);
  gsize n = 0;

  for (gsize i = 0; i < n_all; i++)
    {
      TbObservation o;

      tb_series_get (total->whole, all[i], &o);
      if (o.kind == TB_KIND_ACTUAL && tb_total_find (total, o.period) != NULL)
        all[n++] = all[i];
    }
  *out_figures = g_steal_pointer (&all);

  return n;
}

/* A total that is published stands for the sum where all parts are in the table. */
static gboolean
add_whole (TbTotal    *total,
           GArray     *rows,
           GHashTable *places,
           TbDay       known)
{
  g_autofree guint32 *figures = NULL;
  gsize n;

  if (total->whole == NULL || total->parts->len < total->n_expected || g_hash_table_contains (places, total->whole))
    return FALSE;
  n = list_figures (total, known, &figures);
  if (n == 0)
    return FALSE;
  tb_total_append_row (rows, total->whole, figures, n);
  g_hash_table_insert (places, total->whole, GUINT_TO_POINTER (rows->len));

  return TRUE;
}

static GPtrArray *
find_totals (TbDataset *dataset,
             GArray    *rows,
             TbDay      known,
             GArray    *const *refused)
{
  GPtrArray *totals = NULL;

  for (int level = 0; level < TB_TOTAL_MOST_LEVELS; level++)
    {
      g_autoptr (GHashTable) places = index_rows (rows);
      gboolean is_more = FALSE;

      g_clear_pointer (&totals, g_ptr_array_unref);
      totals = tb_total_find_groups (dataset, rows, known, refused);
      for (guint i = 0; i < totals->len; i++)
        {
          TbTotal *total = g_ptr_array_index (totals, i);

          is_more = add_whole (total, rows, places, known) || is_more;
        }
      if (!is_more)
        break;
    }

  return totals;
}

/* What stands in the row of each total. */
static void
set_series (TbTotals  *self,
            TbDataset *dataset,
            GArray    *rows,
            TbPool    *pool,
            GPtrArray *made)
{
  g_autoptr (GHashTable) places = index_rows (rows);

  for (guint i = 0; i < self->totals->len; i++)
    {
      TbTotal *total = g_ptr_array_index (self->totals, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, total->whole));

      total->is_published = total->whole != NULL && total->parts->len >= total->n_expected && place > 0;
      total->whole_row = total->is_published ? place - 1 : 0;
      if (total->is_published)
        total->series = total->whole;
      else
        {
          total->series = tb_total_make_series (total, dataset, rows, pool);
          g_ptr_array_add (made, total->series);
        }
    }
}

/**
 * tb_totals_new:
 * @selection: the rows of a table
 *
 * Finds rows that are the parts of one whole by the file's own word: that differ in
 * one breakdown, in places of one parent, or in indicators of one `part_of`. What
 * the file publishes of the whole is the total where all its parts are in the table;
 * else it is their exact sum, in periods in which each part that the file knows has
 * an observed figure of the same span.
 *
 * Missing: nothing is taken for 0; a sum of fewer is "incomplete (n/m)".
 * Thread: any. Cost: O(n log n) of the figures in the table and O(n) of the series in
 * the file.
 *
 * Returns: (transfer full): the totals
 */
TbTotals *
tb_totals_new (TbSelection *selection)
{
  TbTotals *self = g_new0 (TbTotals, 1);
  TbDataset *dataset = tb_selection_get_dataset (selection);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TbSelected));
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_series_unref);
  g_autoptr (TbPool) pool = tb_pool_new ();

  g_atomic_ref_count_init (&self->ref_count);
  g_array_set_clear_func (rows, clear_row);
  for (int i = 0; i < TB_TOTAL_N_REFUSALS; i++)
    self->refused[i] = g_array_new (FALSE, FALSE, sizeof (TbTotalRefused));
  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);

      tb_total_append_row (rows, selected->series, selected->rows, selected->n_rows);
    }
  self->totals = find_totals (dataset, rows, tb_selection_get_known (selection), self->refused);
  set_series (self, dataset, rows, pool, made);
  tb_total_set_order (self, selection, rows, pool);

  return self;
}

/**
 * tb_totals_ref:
 * @self: totals
 *
 * Returns: (transfer full): @self
 */
TbTotals *
tb_totals_ref (TbTotals *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_totals_unref:
 * @self: (transfer full): totals
 */
void
tb_totals_unref (TbTotals *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (int i = 0; i < TB_TOTAL_N_REFUSALS; i++)
    g_array_unref (self->refused[i]);
  g_ptr_array_unref (self->totals);
  tb_selection_unref (self->selection);
  g_free (self->rows);
  g_free (self);
}

/**
 * tb_totals_get_selection:
 * @self: totals
 *
 * Returns: (transfer none): the rows with the totals among them
 */
TbSelection *
tb_totals_get_selection (const TbTotals *self)
{
  return self->selection;
}

/**
 * tb_totals_get:
 * @self: totals
 * @row: a row of their selection
 *
 * Returns: (transfer none) (nullable): the total that it is
 */
const TbTotal *
tb_totals_get (const TbTotals *self,
               gsize           row)
{
  gint total = self->rows[row].total;

  return total < 0 ? NULL : g_ptr_array_index (self->totals, (guint) total);
}

gssize
tb_totals_get_parent (const TbTotals *self,
                      gsize           row)
{
  return self->rows[row].parent;
}

gboolean
tb_total_is_published (const TbTotal *self)
{
  return self->is_published;
}

TbSeries *const *
tb_total_get_parts (const TbTotal *self,
                    gsize         *out_n)
{
  *out_n = self->parts->len;
  return (TbSeries *const *) self->parts->pdata;
}

gsize
tb_total_get_n_expected (const TbTotal *self)
{
  return self->n_expected;
}

/**
 * tb_total_find:
 * @self: a total
 * @period: a period
 *
 * Returns: (transfer none) (nullable): what the parts come to; %NULL where none of
 *   them has a figure of that period
 */
const TbTotalCell *
tb_total_find (const TbTotal *self,
               TbPeriod       period)
{
  gsize low = 0, high = self->n_cells;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (tb_period_compare (self->cells[middle].period, period) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->n_cells && tb_period_equal (self->cells[low].period, period) ? &self->cells[low] : NULL;
}

/**
 * tb_total_get_residual:
 * @self: a total
 * @period: a period
 * @out_residual: (out caller-allocates): what was published − the sum of the parts
 *
 * Tells what the parts leave of the published total (F-5).
 *
 * Unit: that of the parts, multiplier applied.
 * Thread: any; no allocation.
 *
 * Returns: whether there are both, of one span
 */
gboolean
tb_total_get_residual (const TbTotal *self,
                       TbPeriod       period,
                       TbInterval    *out_residual)
{
  const TbTotalCell *cell = tb_total_find (self, period);
  const TbUnit *unit = tb_series_get_info (g_ptr_array_index (self->parts, 0))->unit;
  TbFigure figure;
  TbInterval whole;
  TbSide side;

  if (!self->is_published || cell == NULL || cell->state != TB_TOTAL_SUM)
    return FALSE;
  figure = tb_known_find (self->whole, period, TB_KIND_ACTUAL, self->known);
  if (!tb_side_load (&side, figure) || side.observation.conflicts || !tb_period_equal (side.span, cell->span)
      || !tb_parts_read (figure, unit, &whole))
    return FALSE;
  *out_residual = tb_interval_subtract (&whole, &cell->sum);

  return TRUE;
}
