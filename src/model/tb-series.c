/* The figures of one indicator, place and breakdown, in columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-series-columns.h"

#include <math.h>

/**
 * tb_series_ref:
 * @self: a series
 *
 * Returns: (transfer full): the same series. Thread: any.
 */
TbSeries *
tb_series_ref (TbSeries *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
free_columns (TbSeriesColumns *columns)
{
  g_free (columns->start);
  g_free (columns->end);
  g_free (columns->mantissa);
  g_free (columns->exponent);
  g_free (columns->multiplier);
  g_free (columns->codes);
  g_free (columns->source);
  g_free (columns->status);
  g_free (columns->extra);
}

/**
 * tb_series_unref:
 * @self: (transfer full): a series
 *
 * Gives a reference back. Thread: any.
 */
void
tb_series_unref (TbSeries *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  free_columns (&self->columns);
  g_array_unref (self->multipliers);
  g_array_unref (self->extras);
  g_array_unref (self->breaks);
  tb_catalog_unref (self->catalog);
  g_free (self);
}

/**
 * tb_series_get_info:
 * @self: a series
 *
 * Returns: (transfer none): what holds for all its figures
 */
const TbSeriesInfo *
tb_series_get_info (const TbSeries *self)
{
  return &self->info;
}

/**
 * tb_series_get_n:
 * @self: a series
 *
 * Returns: how many rows it has, confirmations and conflicts counted
 */
gsize
tb_series_get_n (const TbSeries *self)
{
  return self->n;
}

static const TbObservationExtra *
get_extra (const TbSeries *self,
           gsize           i)
{
  guint32 extra = self->columns.extra[i];

  return extra == 0 ? NULL : &g_array_index (self->extras, TbObservationExtra, extra - 1);
}

static TbDecimal
get_multiplier (const TbSeries *self,
                gsize           i)
{
  return g_array_index (self->multipliers, TbDecimal, self->columns.multiplier[i]);
}

/**
 * tb_series_get_period:
 * @self: a series
 * @i: row
 *
 * Returns: the period of a row
 */
TbPeriod
tb_series_get_period (const TbSeries *self,
                      gsize           i)
{
  const TbObservationExtra *extra;

  g_return_val_if_fail (i < self->n, TB_PERIOD_UNDATED);

  extra = get_extra (self, i);
  return (TbPeriod) {
    .start = self->columns.start[i],
    .end = self->columns.end[i],
    .kind = (guint8) ((self->columns.codes[i] >> TB_CODE_PERIOD_SHIFT) & 15),
    .year_start = (self->columns.codes[i] & TB_CODE_CALENDAR) != 0 ? TB_CALENDAR_YEAR : self->info.year_start,
    .text = extra != NULL ? extra->period_text : NULL,
  };
}

static double
multiply_digits (const char *digits,
                 TbDecimal   multiplier)
{
  double number = g_ascii_strtod (digits, NULL);

  return tb_decimal_compare (multiplier, TB_DECIMAL_ONE) == 0 ? number : number * tb_decimal_to_double (multiplier);
}

/**
 * tb_series_get_figure:
 * @self: a series
 * @i: row
 *
 * Unit: the series' unit, multiplier applied and rounded once.
 *
 * Returns: the figure; NaN where there is no value
 */
double
tb_series_get_figure (const TbSeries *self,
                      gsize           i)
{
  const TbSeriesColumns *columns = &self->columns;
  const TbObservationExtra *extra;

  g_return_val_if_fail (i < self->n, NAN);

  extra = get_extra (self, i);
  if ((columns->codes[i] & TB_CODE_HAS_VALUE) == 0)
    return NAN;
  if (extra != NULL && extra->digits != NULL)
    return multiply_digits (extra->digits, get_multiplier (self, i));

  return tb_decimal_multiply ((TbDecimal) { columns->mantissa[i], columns->exponent[i] }, get_multiplier (self, i));
}

/**
 * tb_series_get:
 * @self: a series
 * @i: row
 * @out_observation: (out caller-allocates): a view of the row, valid as long as the series
 *
 * Thread: any. No allocation.
 */
void
tb_series_get (const TbSeries *self,
               gsize           i,
               TbObservation  *out_observation)
{
  const TbSeriesColumns *columns = &self->columns;
  guint codes;

  g_return_if_fail (i < self->n);

  codes = columns->codes[i];
  *out_observation = (TbObservation) {
    .period = tb_series_get_period (self, i),
    .has_value = (codes & TB_CODE_HAS_VALUE) != 0,
    .value = { columns->mantissa[i], columns->exponent[i] },
    .multiplier = get_multiplier (self, i),
    .figure = tb_series_get_figure (self, i),
    .kind = (TbKind) ((codes >> TB_CODE_KIND_SHIFT) & 3),
    .qualifier = (TbQualifier) ((codes >> TB_CODE_QUALIFIER_SHIFT) & 7),
    .basis = (TbBasis) ((codes >> TB_CODE_BASIS_SHIFT) & 3),
    .status = columns->status[i],
    .confirms = (codes & TB_CODE_CONFIRMS) != 0,
    .conflicts = (codes & TB_CODE_CONFLICTS) != 0,
    .superseded = (codes & TB_CODE_SUPERSEDED) != 0,
    .source = columns->source[i] == 0 ? NULL : tb_catalog_get_source (self->catalog, columns->source[i] - 1u),
    .extra = get_extra (self, i),
  };
}

static gboolean
fits (const TbSeries *self,
      gsize           i,
      TbPeriod        period,
      TbKind          kind)
{
  guint codes = self->columns.codes[i];

  return (codes & (TB_CODE_CONFIRMS | TB_CODE_SUPERSEDED)) == 0
         && (TbKind) ((codes >> TB_CODE_KIND_SHIFT) & 3) == kind
         && tb_period_equal (tb_series_get_period (self, i), period);
}

/* The first row whose period does not come before @period. */
static gsize
find_lower_bound (const TbSeries *self,
                  TbPeriod        period)
{
  gsize low = 0, high = self->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (tb_period_compare (tb_series_get_period (self, middle), period) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tb_series_find:
 * @self: a series
 * @period: a period
 * @kind: actual, target …
 *
 * Finds the first row of a period and kind that is neither a confirmation nor
 * replaced by a later vintage. Cost: O(log n) where the rows are in order,
 * else O(n).
 *
 * Returns: the row; −1 where there is none
 */
gssize
tb_series_find (const TbSeries *self,
                TbPeriod        period,
                TbKind          kind)
{
  gsize first = self->is_sorted ? find_lower_bound (self, period) : 0;

  for (gsize i = first; i < self->n; i++)
    {
      if (fits (self, i, period, kind))
        return (gssize) i;
      if (self->is_sorted && tb_period_compare (tb_series_get_period (self, i), period) > 0)
        break;
    }

  return -1;
}

/**
 * tb_series_find_next:
 * @self: a series
 * @period: a period
 * @from: the first row to look at; may be behind the last
 *
 * Walks the rows of one period, whatever they are: confirmations and replaced
 * vintages too. Cost: O(log n) where the rows are in order, else O(n).
 *
 * Returns: the first row from @from on that is of that period; −1 where there
 *   is none
 */
gssize
tb_series_find_next (const TbSeries *self,
                     TbPeriod        period,
                     gsize           from)
{
  gsize first = self->is_sorted ? MAX (from, find_lower_bound (self, period)) : from;

  for (gsize i = first; i < self->n; i++)
    {
      if (tb_period_equal (tb_series_get_period (self, i), period))
        return (gssize) i;
      if (self->is_sorted && tb_period_compare (tb_series_get_period (self, i), period) > 0)
        break;
    }

  return -1;
}

static gsize
count_before (const TbSeries *self,
              TbDay           end)
{
  gsize low = 0;
  gsize high = self->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->columns.end[middle] < end)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tb_series_find_ending:
 * @self: a series
 * @end: a day
 * @out_n: (out): how many rows from there on may end on it
 *
 * Finds where the rows that end on a day are: of a series whose rows are in order
 * exactly these, of another one all rows. Cost: O(log n).
 *
 * Returns: the first of them; where there is none, of a series in order, how many
 *   rows end before @end
 */
gsize
tb_series_find_ending (const TbSeries *self,
                       TbDay           end,
                       gsize          *out_n)
{
  gsize first;

  if (!self->is_sorted)
    {
      *out_n = self->n;
      return 0;
    }
  first = count_before (self, end);
  *out_n = end == G_MAXINT32 ? self->n - first : count_before (self, end + 1) - first;

  return first;
}

gboolean
tb_series_is_sorted (const TbSeries *self)
{
  return self->is_sorted;
}

/**
 * tb_series_find_related:
 * @self: a series
 * @from: the first row to look at; may be behind the last
 *
 * Finds the rows that a reader is warned of without making a view of each.
 *
 * Returns: the first row from @from on that confirms or conflicts with another
 *   one; −1 where there is none
 */
gssize
tb_series_find_related (const TbSeries *self,
                        gsize           from)
{
  for (gsize i = from; i < self->n; i++)
    {
      if ((self->columns.codes[i] & (TB_CODE_CONFIRMS | TB_CODE_CONFLICTS)) != 0)
        return (gssize) i;
    }

  return -1;
}

/* As tb_period_compare(), from the columns alone where they decide: rows are
 * compared millions of times. */
int
tb_series_compare_periods (const TbSeries *self,
                           gsize           a,
                           gsize           b)
{
  const TbDay *start = self->columns.start;
  const TbDay *end = self->columns.end;

  if (end[a] > 0 && end[b] > 0 && end[a] != end[b])
    return end[a] < end[b] ? -1 : 1;
  if (end[a] > 0 && end[b] > 0 && start[a] != start[b])
    return start[a] < start[b] ? -1 : 1;

  return tb_period_compare (tb_series_get_period (self, a), tb_series_get_period (self, b));
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  guint32 row_a = *(const guint32 *) a;
  guint32 row_b = *(const guint32 *) b;
  int order = tb_series_compare_periods (data, row_a, row_b);

  return order != 0 ? order : (row_a > row_b) - (row_a < row_b);
}

/* Brings rows into the order of their periods; rows of one period stay in file
 * order. */
void
tb_series_sort_rows (const TbSeries *self,
                     guint32        *rows,
                     gsize           n)
{
  if (!self->is_sorted)
    g_sort_array (rows, n, sizeof *rows, compare_rows, (gpointer) self);
}

/**
 * tb_series_sort:
 * @self: a series
 * @out_rows: (out caller-allocates) (array): room for all rows
 *
 * Lists the rows in order of period. Confirmations and rows replaced by a later
 * vintage are left out. Cost: O(n) where the rows are in order, else O(n log n).
 *
 * Returns: how many rows were listed
 */
gsize
tb_series_sort (const TbSeries *self,
                guint32        *out_rows)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      if ((self->columns.codes[i] & (TB_CODE_CONFIRMS | TB_CODE_SUPERSEDED)) == 0)
        out_rows[n++] = (guint32) i;
    }
  tb_series_sort_rows (self, out_rows, n);

  return n;
}
