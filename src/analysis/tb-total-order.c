/* Totals of a table's rows (B-8): in which order rows and totals stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-total-private.h"

void
tb_total_append_row (GArray        *rows,
                     TbSeries      *series,
                     const guint32 *figures,
                     gsize          n)
{
  TbSelected row = { tb_series_ref (series), g_memdup2 (figures, n * sizeof *figures), n };

  g_array_append_val (rows, row);
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
  tb_total_append_row (self->rows, total->series, figures, total->n_cells);
  put (self, &g_array_index (self->rows, TbSelected, self->rows->len - 1), index);
}

/* The outermost total that a row counts in, else the row alone. */
static void
emit_root (Order *self,
           guint  row)
{
  gint outermost = self->total[row];
  guint at = row;

  for (int level = 0; level <= TB_TOTAL_MOST_LEVELS && self->group[at] >= 0; level++)
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

void
tb_total_set_order (TbTotals    *self,
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
