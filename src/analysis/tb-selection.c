/* Which figures of a dataset are looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-selection-private.h"

#include "tb-known.h"
#include "tb-series-thin.h"
#include "tb-span.h"

#include <glib/gi18n-lib.h>

struct _TbSelection
{
  gatomicrefcount  ref_count;
  TbDataset       *dataset;
  TbDay            known;
  TbPool          *pool;      /* nullable: what computed series refer to */
  GArray          *selected;  /* TbSelected; each holds a reference of its series and owns its rows */
  GMutex           mutex;     /* of what follows */
  GHashTable      *thinned;   /* gint64 * of series and width → TbThinned that owns its arrays */
};

G_DEFINE_QUARK (tb-selection-error-quark, tb_selection_error)

static void
clear_selected (gpointer data)
{
  TbSelected *selected = data;

  tb_series_unref (selected->series);
  g_free ((gpointer) selected->rows);
}

static void
free_thinned (gpointer data)
{
  TbThinned *thinned = data;

  g_free ((gpointer) thinned->rows);
  g_free ((gpointer) thinned->n_left_out);
  g_free (thinned);
}

/* A figure is inside where its whole span is. One without a date is inside only
 * where no limit is asked for. */
static gboolean
fits_row (const TbSeries         *series,
          guint32                 row,
          const TbSelectionQuery *query)
{
  gboolean limited = tb_period_is_dated (query->from) || tb_period_is_dated (query->to);
  TbPeriod period = tb_series_get_period (series, row);

  if (limited && !tb_period_is_dated (period))
    return FALSE;
  if (!tb_span_is_inside (period, query->from, query->to))
    return FALSE;
  if (query->kinds != 0)
    {
      TbObservation o;

      tb_series_get (series, row, &o);
      return (query->kinds & (1u << o.kind)) != 0;
    }

  return TRUE;
}

static void
select_rows (TbSelection            *self,
             TbSeries               *series,
             const TbSelectionQuery *query)
{
  g_autofree guint32 *rows = g_new (guint32, MAX (tb_series_get_n (series), 1));
  gsize n_sorted = tb_known_sort (series, query->known, rows);
  gsize n = 0;
  TbSelected selected;

  for (gsize i = 0; i < n_sorted; i++)
    {
      if (fits_row (series, rows[i], query))
        rows[n++] = rows[i];
    }
  if (n == 0)
    return;

  selected = (TbSelected) { tb_series_ref (series), g_steal_pointer (&rows), n };
  g_array_append_val (self->selected, selected);
}

static TbSelection *
new_empty (TbDataset *dataset,
           TbDay      known)
{
  TbSelection *self = g_new0 (TbSelection, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->dataset = tb_dataset_ref (dataset);
  self->known = known;
  self->selected = g_array_new (FALSE, FALSE, sizeof (TbSelected));
  g_array_set_clear_func (self->selected, clear_selected);
  g_mutex_init (&self->mutex);
  self->thinned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_thinned);

  return self;
}

/**
 * tb_selection_new:
 * @dataset: a dataset
 * @query: what is asked for
 * @error: return location for an error
 *
 * Chooses series by indicator and place, and of each the rows by period and
 * kind, in order of period. Rows that only confirm another are left out, those
 * that a later vintage replaces, what had not been published on the day that is
 * asked for, and series of which nothing remains. Series stay in file order.
 *
 * Errors: `TB_SELECTION_ERROR_UNKNOWN_INDICATOR` for an id that the dataset does
 *   not have, or a glob that fits none; `_UNKNOWN_PLACE`; `_EMPTY` where no
 *   figure fits.
 * Thread: any. Cost: O(n log n) of the rows.
 *
 * Returns: (transfer full): a new selection, or %NULL with @error set
 */
TbSelection *
tb_selection_new (TbDataset              *dataset,
                  const TbSelectionQuery *query,
                  GError                **error)
{
  g_autoptr (TbSelection) self = new_empty (dataset, query->known);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  g_auto (TbSelectionWanted) wanted = { 0 };
  gsize n = tb_dataset_get_n_series (dataset);
  TbSeries *const *own = NULL;

  tb_selection_wanted_init (&wanted, catalog, query);
  if (!tb_selection_check (catalog, query, error))
    return NULL;

  if (tb_selection_wanted_get_only (&wanted) != NULL)
    own = tb_dataset_get_series_of (dataset, tb_selection_wanted_get_only (&wanted), &n);
  for (gsize i = 0; i < n; i++)
    {
      TbSeries *series = own != NULL ? own[i] : tb_dataset_get_series (dataset, i);

      if (tb_selection_wanted_fits (&wanted, query, tb_series_get_info (series)))
        select_rows (self, series, query);
    }

  if (self->selected->len == 0)
    {
      g_set_error_literal (error, TB_SELECTION_ERROR, TB_SELECTION_ERROR_EMPTY, _("no figure fits the selection"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * tb_selection_new_of:
 * @self: a selection
 * @series: (array length=n): which of its series
 * @n: how many
 *
 * Makes a selection of some series, in the order given, with the rows that were
 * chosen of them.
 *
 * Thread: any.
 *
 * Returns: (transfer full): a new selection
 */
TbSelection *
tb_selection_new_of (const TbSelection *self,
                     const guint32     *series,
                     gsize              n)
{
  g_autofree TbSelected *rows = g_new (TbSelected, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    rows[i] = *tb_selection_get (self, series[i]);

  return tb_selection_new_of_rows (self, rows, n, self->pool);
}

/**
 * tb_selection_new_of_rows:
 * @self: a selection
 * @rows: (array length=n): series and which rows of each; copied
 * @n: how many
 * @pool: (nullable): what the series refer to beside the dataset's catalog
 *
 * Makes a selection of the same dataset, of its series or of such as were computed
 * from them.
 *
 * Thread: any.
 *
 * Returns: (transfer full): a new selection
 */
TbSelection *
tb_selection_new_of_rows (const TbSelection *self,
                          const TbSelected  *rows,
                          gsize              n,
                          TbPool            *pool)
{
  TbSelection *some = new_empty (self->dataset, self->known);

  some->pool = pool != NULL ? tb_pool_ref (pool) : NULL;
  for (gsize i = 0; i < n; i++)
    {
      TbSelected copy = { tb_series_ref (rows[i].series),
                          g_memdup2 (rows[i].rows, rows[i].n_rows * sizeof *rows[i].rows), rows[i].n_rows };

      g_array_append_val (some->selected, copy);
    }

  return some;
}

/**
 * tb_selection_ref:
 * @self: a selection
 *
 * Returns: (transfer full): @self
 */
TbSelection *
tb_selection_ref (TbSelection *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_selection_unref:
 * @self: (transfer full): a selection
 */
void
tb_selection_unref (TbSelection *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->selected);
  g_clear_pointer (&self->pool, tb_pool_unref);
  g_hash_table_unref (self->thinned);
  g_mutex_clear (&self->mutex);
  tb_dataset_unref (self->dataset);
  g_free (self);
}

/**
 * tb_selection_get_dataset:
 * @self: a selection
 *
 * Returns: (transfer none): the dataset it was made from
 */
TbDataset *
tb_selection_get_dataset (const TbSelection *self)
{
  return self->dataset;
}

/**
 * tb_selection_get_known:
 * @self: a selection
 *
 * Returns: the day whose knowledge it shows; 0: today's
 */
TbDay
tb_selection_get_known (const TbSelection *self)
{
  return self->known;
}

/**
 * tb_selection_get_n:
 * @self: a selection
 *
 * Returns: how many series were chosen, at least 1
 */
gsize
tb_selection_get_n (const TbSelection *self)
{
  return self->selected->len;
}

/**
 * tb_selection_get:
 * @self: a selection
 * @i: which series
 *
 * Returns: (transfer none): the series with its rows
 */
const TbSelected *
tb_selection_get (const TbSelection *self,
                  gsize              i)
{
  g_return_val_if_fail (i < self->selected->len, NULL);

  return &g_array_index (self->selected, TbSelected, i);
}

static TbThinned *
new_thinned (const TbSelected *selected,
             guint             n_columns,
             gboolean          days_join)
{
  TbThinned *thinned = g_new0 (TbThinned, 1);
  guint32 *rows = g_new (guint32, selected->n_rows);
  guint32 *n_left_out = g_new (guint32, selected->n_rows);

  thinned->n_rows = tb_series_thin (selected->series, selected->rows, selected->n_rows, n_columns, days_join, rows,
                                    n_left_out);
  thinned->rows = g_renew (guint32, rows, thinned->n_rows);
  thinned->n_left_out = g_renew (guint32, n_left_out, thinned->n_rows);

  return thinned;
}

/**
 * tb_selection_thin:
 * @self: a selection
 * @i: which series
 * @n_columns: of the picture, at least 1
 * @days_join: whether days that are not next to each other are joined too
 *
 * Chooses the rows of a series that a line shows, as tb_series_thin() does. What it
 * chose is kept as long as the selection, so that a picture is made anew at no cost;
 * ask for few different widths.
 *
 * Thread: any. Cost: O(n) the first time.
 *
 * Returns: the rows, which belong to the selection
 */
TbThinned
tb_selection_thin (const TbSelection *self,
                   gsize              i,
                   guint              n_columns,
                   gboolean           days_join)
{
  TbSelection *cache = (TbSelection *) self;
  gint64 key = (gint64) i << 32 | (gint64) (n_columns & 0x7fffffff) << 1 | (days_join ? 1 : 0);
  TbThinned *thinned;

  g_return_val_if_fail (i < self->selected->len, ((TbThinned) { NULL, NULL, 0 }));

  g_mutex_lock (&cache->mutex);
  thinned = g_hash_table_lookup (cache->thinned, &key);
  if (thinned == NULL)
    {
      thinned = new_thinned (&g_array_index (self->selected, TbSelected, i), n_columns, days_join);
      g_hash_table_insert (cache->thinned, g_memdup2 (&key, sizeof key), thinned);
    }
  g_mutex_unlock (&cache->mutex);

  return *thinned;
}
