/* Totals of a table's rows (B-8): in which order rows and totals stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-known.h"
#include "tb-parts.h"
#include "tb-side.h"
#include "tb-total-private.h"

/* How deep wholes that the table does not have are looked for: parts of parts. */
#define MOST_LEVELS 8

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

  return self;
}

void
tb_total_free (TbTotal *self)
{
  g_ptr_array_unref (self->parts);
  g_array_unref (self->members);
  g_hash_table_unref (self->expected);
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

static void
append_row (GArray        *rows,
            TbSeries      *series,
            const guint32 *figures,
            gsize          n)
{
  TbSelected row = { tb_series_ref (series), g_memdup2 (figures, n * sizeof *figures), n };

  g_array_append_val (rows, row);
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
  append_row (rows, total->whole, figures, n);
  g_hash_table_insert (places, total->whole, GUINT_TO_POINTER (rows->len));

  return TRUE;
}

static GPtrArray *
find_totals (TbDataset *dataset,
             GArray    *rows,
             TbDay      known,
             GPtrArray *const *refused)
{
  GPtrArray *totals = NULL;

  for (int level = 0; level < MOST_LEVELS; level++)
    {
      g_autoptr (GHashTable) places = index_rows (rows);
      gboolean is_more = FALSE;

      g_clear_pointer (&totals, g_ptr_array_unref);
      totals = tb_total_find_groups (dataset, rows, known, refused);
      for (guint i = 0; i < totals->len; i++)
        {
          TbTotal *total = g_ptr_array_index (totals, i);

          total->n_expected = MAX (total->n_expected, total->parts->len);
          total->known = known;
          tb_total_add_up (total, rows);
          is_more = add_whole (total, rows, places, known) || is_more;
        }
      if (!is_more)
        break;
    }

  return totals;
}

typedef struct
{
  TbTotals *totals;
  GArray   *rows;      /* TbSelected: those of the table, then published totals */
  gint     *group;     /* of each: the total that it is a part of; −1: of none */
  gint     *total;     /* the total that it is itself; −1: none */
  gboolean *is_done;
  GArray   *order;     /* TbSelected, borrowed */
  GArray   *places;    /* TbTotalRow of each */
} Order;

static void emit_total (Order *self,
                        gint   total);

static void
put (Order            *self,
     const TbSelected *selected,
     gint              total)
{
  TbTotalRow row = { total, -1 };

  g_array_append_val (self->order, *selected);
  g_array_append_val (self->places, row);
}

static void
emit_row (Order *self,
          guint  row)
{
  if (self->is_done[row])
    return;
  self->is_done[row] = TRUE;
  if (self->total[row] >= 0)
    emit_total (self, self->total[row]);
  else
    put (self, &g_array_index (self->rows, TbSelected, row), -1);
}

/* The parts, and behind them the total. */
static void
emit_total (Order *self,
            gint   index)
{
  TbTotal *total = g_ptr_array_index (self->totals->totals, (guint) index);
  g_autofree guint32 *figures = g_new (guint32, MAX (total->n_cells, 1));

  if (total->is_published)
    self->is_done[total->whole_row] = TRUE;
  for (guint i = 0; i < total->members->len; i++)
    emit_row (self, g_array_index (total->members, guint, i));
  if (total->is_published)
    {
      put (self, &g_array_index (self->rows, TbSelected, total->whole_row), index);
      return;
    }
  for (gsize i = 0; i < total->n_cells; i++)
    figures[i] = (guint32) i;
  append_row (self->rows, total->series, figures, total->n_cells);
  put (self, &g_array_index (self->rows, TbSelected, self->rows->len - 1), index);
}

/* The outermost total that a row counts in, else the row alone. */
static void
emit_root (Order *self,
           guint  row)
{
  gint outermost = self->total[row];
  guint at = row;

  for (int level = 0; level <= MOST_LEVELS && self->group[at] >= 0; level++)
    {
      const TbTotal *total = g_ptr_array_index (self->totals->totals, (guint) self->group[at]);

      outermost = self->group[at];
      if (!total->is_published)
        break;
      at = total->whole_row;
    }
  if (self->is_done[row])
    return;
  if (outermost >= 0)
    emit_total (self, outermost);
  else
    emit_row (self, row);
}

static void
mark_rows (Order *self,
           guint  n)
{
  for (guint i = 0; i < n; i++)
    self->group[i] = self->total[i] = -1;
  for (guint i = 0; i < self->totals->totals->len; i++)
    {
      const TbTotal *total = g_ptr_array_index (self->totals->totals, i);

      for (guint k = 0; k < total->members->len; k++)
        self->group[g_array_index (total->members, guint, k)] = (gint) i;
      /* What is split in two ways has both groups behind each other, the first one first. */
      if (total->is_published && self->total[total->whole_row] < 0)
        self->total[total->whole_row] = (gint) i;
    }
}

/* Of each row its total's row. */
static void
find_parents (TbTotals *self,
              gsize     n)
{
  g_autoptr (GHashTable) owners = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < n; i++)
    if (self->rows[i].total >= 0)
      {
        const TbTotal *total = g_ptr_array_index (self->totals, (guint) self->rows[i].total);

        for (guint k = 0; k < total->parts->len; k++)
          g_hash_table_insert (owners, g_ptr_array_index (total->parts, k), GSIZE_TO_POINTER (i + 1));
      }
  for (gsize i = 0; i < n; i++)
    self->rows[i].parent
        = (gssize) GPOINTER_TO_SIZE (g_hash_table_lookup (owners, tb_selection_get (self->selection, i)->series)) - 1;
}

static void
set_order (TbTotals    *self,
           TbSelection *selection,
           GArray      *rows,
           TbPool      *pool)
{
  guint n = rows->len;
  /* What is appended later is sums alone. */
  g_autofree gint *group = g_new (gint, n + 1);
  g_autofree gint *total = g_new (gint, n + 1);
  g_autofree gboolean *is_done = g_new0 (gboolean, n + 1);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (TbSelected));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TbTotalRow));
  Order work = { self, rows, group, total, is_done, order, places };

  mark_rows (&work, n);
  for (guint i = 0; i < n; i++)
    if (!is_done[i])
      emit_root (&work, i);
  self->selection = tb_selection_new_of_rows (selection, (const TbSelected *) (gpointer) order->data, order->len, pool);
  self->rows = g_memdup2 (places->data, places->len * sizeof (TbTotalRow));
  find_parents (self, places->len);
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
    self->refused[i] = g_ptr_array_new ();
  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);

      append_row (rows, selected->series, selected->rows, selected->n_rows);
    }
  self->totals = find_totals (dataset, rows, tb_selection_get_known (selection), self->refused);
  set_series (self, dataset, rows, pool, made);
  set_order (self, selection, rows, pool);

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
    g_ptr_array_unref (self->refused[i]);
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
