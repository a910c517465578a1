/* Fills a series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-limits.h"
#include "tb-series-columns.h"

#include <string.h>

struct _TbSeriesBuilder
{
  TbSeries   *series;
  GHashTable *multiplier_indices;  /* of TbDecimal, to the index in the series; NULL for no more than one */
  gsize       last_multiplier;
};

static void
allocate (TbSeries *self,
          gsize     n)
{
  TbSeriesColumns *columns = &self->columns;

  columns->start = g_renew (TbDay, columns->start, n);
  columns->end = g_renew (TbDay, columns->end, n);
  columns->mantissa = g_renew (gint64, columns->mantissa, n);
  columns->exponent = g_renew (gint16, columns->exponent, n);
  columns->multiplier = g_renew (guint16, columns->multiplier, n);
  columns->codes = g_renew (guint16, columns->codes, n);
  columns->source = g_renew (guint16, columns->source, n);
  columns->status = g_renew (guint32, columns->status, n);
  columns->extra = g_renew (guint32, columns->extra, n);
  self->n_allocated = n;
}

static guint
hash_decimal (gconstpointer key)
{
  const TbDecimal *decimal = key;

  return g_int64_hash (&decimal->mantissa) ^ (guint) decimal->exponent;
}

static gboolean
equal_decimals (gconstpointer a,
                gconstpointer b)
{
  return tb_decimal_identical (*(const TbDecimal *) a, *(const TbDecimal *) b);
}

/**
 * tb_series_builder_new:
 * @catalog: what the series refers to
 * @info: (nullable): what holds for all its figures; its strings belong to the catalog's pool; %NULL where
 *   tb_series_builder_settle() will say it
 * @n_expected: how many observations are expected; more may come
 *
 * Returns: (transfer full): a builder, which belongs to one thread
 */
TbSeriesBuilder *
tb_series_builder_new (TbCatalog          *catalog,
                       const TbSeriesInfo *info,
                       gsize               n_expected)
{
  TbSeriesBuilder *self = g_new0 (TbSeriesBuilder, 1);
  TbSeries *series = g_new0 (TbSeries, 1);

  g_atomic_ref_count_init (&series->ref_count);
  series->catalog = tb_catalog_ref (catalog);
  if (info != NULL)
    series->info = *info;
  series->multipliers = g_array_new (FALSE, FALSE, sizeof (TbDecimal));
  series->extras = g_array_new (FALSE, TRUE, sizeof (TbObservationExtra));
  series->breaks = g_array_new (FALSE, FALSE, sizeof (TbSeriesBreak));
  allocate (series, MAX (n_expected, 1));
  self->series = series;

  return self;
}

/**
 * tb_series_builder_free:
 * @self: (transfer full): a builder
 *
 * Drops a builder and what it holds.
 */
void
tb_series_builder_free (TbSeriesBuilder *self)
{
  g_clear_pointer (&self->series, tb_series_unref);
  g_clear_pointer (&self->multiplier_indices, g_hash_table_unref);
  g_free (self);
}

static void
index_multiplier (TbSeriesBuilder *self,
                  guint            i)
{
  const TbDecimal *multiplier = &g_array_index (self->series->multipliers, TbDecimal, i);

  g_hash_table_insert (self->multiplier_indices, g_memdup2 (multiplier, sizeof *multiplier), GSIZE_TO_POINTER (i));
}

/* A multiplier other than the last one. */
static gssize
look_multiplier_up (TbSeriesBuilder *self,
                    TbDecimal        multiplier)
{
  GArray *multipliers = self->series->multipliers;
  gpointer found;

  if (self->multiplier_indices == NULL && multipliers->len > 0)
    {
      self->multiplier_indices = g_hash_table_new_full (hash_decimal, equal_decimals, g_free, NULL);
      index_multiplier (self, 0);
    }

  if (self->multiplier_indices != NULL
      && g_hash_table_lookup_extended (self->multiplier_indices, &multiplier, NULL, &found))
    return (gssize) GPOINTER_TO_SIZE (found);
  if (multipliers->len >= TB_LIMIT_MULTIPLIERS)
    return -1;

  g_array_append_val (multipliers, multiplier);
  if (self->multiplier_indices != NULL)
    index_multiplier (self, multipliers->len - 1);
  return (gssize) multipliers->len - 1;
}

/* Series have one multiplier or a few, and the last one is likely to come again. */
static inline gssize
find_multiplier (TbSeriesBuilder *self,
                 TbDecimal        multiplier)
{
  const GArray *multipliers = self->series->multipliers;
  gssize found;

  if (multipliers->len > 0)
    {
      const TbDecimal *last = &g_array_index (multipliers, TbDecimal, self->last_multiplier);

      if (last->mantissa == multiplier.mantissa && last->exponent == multiplier.exponent)
        return (gssize) self->last_multiplier;
    }

  found = look_multiplier_up (self, multiplier);
  self->last_multiplier = found >= 0 ? (gsize) found : self->last_multiplier;
  return found;
}

static gboolean
is_target (TbKind kind)
{
  return kind == TB_KIND_TARGET || kind == TB_KIND_PLAN;
}

static void
fill_target (const TbSeries     *self,
             TbObservationExtra *extra,
             TbBasis             basis,
             TbQualifier         qualifier,
             gboolean            has_value)
{
  tb_target_fill_defaults (&extra->target, basis, qualifier, self->info.indicator->direction,
                           !has_value && (extra->has_low || extra->has_high));
}

/* Targets and plans have an extra always: their comparator and basis stand there.
 * Others share that of the row before where it is the same. */
static guint32
add_extra (TbSeries            *self,
           const TbObservation *observation)
{
  static const TbObservationExtra nothing;
  const TbObservationExtra *extra = observation->extra != NULL ? observation->extra : &nothing;
  gboolean is_shared = self->extras->len > 0 && !is_target (observation->kind);

  if (observation->extra == NULL && !is_target (observation->kind))
    return 0;
  if (is_shared
      && memcmp (&g_array_index (self->extras, TbObservationExtra, self->extras->len - 1), extra, sizeof *extra) == 0)
    return self->extras->len;

  g_array_append_vals (self->extras, extra, 1);
  if (is_target (observation->kind) && self->info.indicator != NULL)
    fill_target (self, &g_array_index (self->extras, TbObservationExtra, self->extras->len - 1), observation->basis,
                 observation->qualifier, observation->has_value);

  return self->extras->len;
}

/* The codes that a row's period and number tell. */
#define OWN_CODES (0xFu << TB_CODE_PERIOD_SHIFT | TB_CODE_CALENDAR | TB_CODE_HAS_VALUE)

static inline guint
encode_own (const TbPeriod *period,
            gboolean        has_value)
{
  return (guint) period->kind << TB_CODE_PERIOD_SHIFT
         | (period->year_start == TB_CALENDAR_YEAR ? TB_CODE_CALENDAR : 0)
         | (has_value ? TB_CODE_HAS_VALUE : 0);
}

static guint16
encode (const TbObservation *observation)
{
  return (guint16) (encode_own (&observation->period, observation->has_value)
                    | (guint) observation->kind << TB_CODE_KIND_SHIFT
                    | (guint) observation->qualifier << TB_CODE_QUALIFIER_SHIFT
                    | (guint) observation->basis << TB_CODE_BASIS_SHIFT);
}

/**
 * tb_series_builder_add:
 * @self: a builder
 * @observation: a row; its strings belong to the catalog's pool, its extra is copied
 *
 * Adds a row behind the others. What follows from other rows (`figure`,
 * `confirms`, `conflicts`, `superseded`) is not read.
 *
 * Returns: %FALSE where a limit of tb-limits.h is passed: too many observations
 *   or too many different multipliers
 */
gboolean
tb_series_builder_add (TbSeriesBuilder     *self,
                       const TbObservation *observation)
{
  TbSeries *series = self->series;
  TbSeriesColumns *columns = &series->columns;
  gssize multiplier = find_multiplier (self, observation->multiplier);
  gsize i = series->n;

  if (multiplier < 0 || i >= TB_LIMIT_OBSERVATIONS)
    return FALSE;
  if (i == series->n_allocated)
    allocate (series, i + i / 2 + 8);

  columns->start[i] = observation->period.start;
  columns->end[i] = observation->period.end;
  columns->mantissa[i] = observation->value.mantissa;
  columns->exponent[i] = observation->value.exponent;
  columns->multiplier[i] = (guint16) multiplier;
  columns->codes[i] = encode (observation);
  columns->status[i] = observation->status;
  columns->source[i] = observation->source == NULL
                         ? 0
                         : (guint16) (tb_catalog_index_of_source (series->catalog, observation->source) + 1);
  /* Nearly no figure has anything beside it. */
  columns->extra[i] = observation->extra == NULL && !is_target (observation->kind) ? 0
                                                                                   : add_extra (series, observation);
  series->n++;

  return TRUE;
}

/**
 * tb_series_builder_add_plain:
 * @self: a builder
 * @period: of no reporting year of its own, and no text
 * @has_value: whether there is a number
 * @value: the number as printed
 * @multiplier: what it is multiplied by
 * @status: mask of TB_STATUS_…
 *
 * Adds an observed, exact figure with nothing beside it behind the others. Its basis
 * is said by tb_series_builder_settle().
 *
 * Returns: %FALSE where a limit is passed
 */
gboolean
tb_series_builder_add_plain (TbSeriesBuilder *self,
                             const TbPeriod  *period,
                             gboolean         has_value,
                             TbDecimal        value,
                             TbDecimal        multiplier,
                             guint32          status)
{
  TbSeries *series = self->series;
  TbSeriesColumns *columns = &series->columns;
  gssize found = find_multiplier (self, multiplier);
  gsize i = series->n;

  if (found < 0 || i >= TB_LIMIT_OBSERVATIONS)
    return FALSE;
  if (i == series->n_allocated)
    allocate (series, i + i / 2 + 8);

  columns->start[i] = period->start;
  columns->end[i] = period->end;
  columns->mantissa[i] = value.mantissa;
  columns->exponent[i] = value.exponent;
  columns->multiplier[i] = (guint16) found;
  columns->codes[i] = (guint16) encode_own (period, has_value);
  columns->status[i] = status;
  columns->source[i] = 0;
  columns->extra[i] = 0;
  series->n++;

  return TRUE;
}

/**
 * tb_series_builder_add_alike:
 * @self: a builder with a row that is no target
 * @period: of the reporting year of that row, and no text
 * @has_value: whether there is a number
 * @value: the number as printed
 *
 * Adds a row that is as the one before but for its period and number, and has no extra.
 *
 * Returns: %FALSE where a limit is passed
 */
gboolean
tb_series_builder_add_alike (TbSeriesBuilder *self,
                             const TbPeriod  *period,
                             gboolean         has_value,
                             TbDecimal        value)
{
  TbSeries *series = self->series;
  TbSeriesColumns *columns = &series->columns;
  const gsize i = series->n;

  g_return_val_if_fail (i > 0, FALSE);

  if (i >= TB_LIMIT_OBSERVATIONS)
    return FALSE;
  if (i == series->n_allocated)
    allocate (series, i + i / 2 + 8);

  columns->start[i] = period->start;
  columns->end[i] = period->end;
  columns->mantissa[i] = value.mantissa;
  columns->exponent[i] = value.exponent;
  columns->multiplier[i] = columns->multiplier[i - 1];
  columns->codes[i] = (guint16) ((columns->codes[i - 1] & ~OWN_CODES) | encode_own (period, has_value));
  columns->status[i] = columns->status[i - 1];
  columns->source[i] = columns->source[i - 1];
  columns->extra[i] = 0;
  series->n++;

  return TRUE;
}

/**
 * tb_series_builder_get_n:
 * @self: a builder
 *
 * Returns: how many rows were added
 */
gsize
tb_series_builder_get_n (const TbSeriesBuilder *self)
{
  return self->series->n;
}

/* Rows without a multiplier of their own have that of the series; where all have one, it becomes that. */
static void
settle_multipliers (TbSeries *self)
{
  for (guint i = 0; i < self->multipliers->len; i++)
    {
      TbDecimal *multiplier = &g_array_index (self->multipliers, TbDecimal, i);

      if (tb_decimal_identical (*multiplier, TB_DECIMAL_ONE))
        *multiplier = self->info.multiplier;
    }
  if (self->multipliers->len == 1)
    self->info.multiplier = g_array_index (self->multipliers, TbDecimal, 0);
}

/**
 * tb_series_builder_settle:
 * @self: a builder without info
 * @info: what holds for all its figures; its strings belong to the catalog's pool
 * @source: (nullable): where all figures come from
 *
 * Says what holds for all rows, where that is known only when all have been added.
 * Their basis becomes the default of the measure. Rows with the multiplier 1, which
 * is none, take that of @info; where all rows have the same other one, the series
 * takes that.
 */
void
tb_series_builder_settle (TbSeriesBuilder    *self,
                          const TbSeriesInfo *info,
                          const TbSource     *source)
{
  TbSeries *series = self->series;
  TbBasis basis = tb_measure_default_basis (info->measure, info->since);
  guint16 index = source == NULL ? 0 : (guint16) (tb_catalog_index_of_source (series->catalog, source) + 1);

  series->info = *info;
  settle_multipliers (series);
  for (gsize i = 0; i < series->n; i++)
    {
      guint codes = series->columns.codes[i] & ~(3u << TB_CODE_BASIS_SHIFT);

      series->columns.codes[i] = (guint16) (codes | (guint) basis << TB_CODE_BASIS_SHIFT);
      series->columns.source[i] = index;
      if (is_target ((TbKind) (codes >> TB_CODE_KIND_SHIFT & 3)))
        fill_target (series, &g_array_index (series->extras, TbObservationExtra, series->columns.extra[i] - 1), basis,
                     (TbQualifier) (codes >> TB_CODE_QUALIFIER_SHIFT & 7), (codes & TB_CODE_HAS_VALUE) != 0);
    }
}

/**
 * tb_series_builder_finish:
 * @self: a builder, empty afterwards
 *
 * Finds confirmations, conflicts and replaced vintages, and gives back what is
 * not needed of the memory.
 *
 * Returns: (transfer full): the series
 */
TbSeries *
tb_series_builder_finish (TbSeriesBuilder *self)
{
  TbSeries *series = g_steal_pointer (&self->series);

  if (series->n < series->n_allocated)
    allocate (series, MAX (series->n, 1));
  tb_series_relate_rows (series);
  tb_series_index_breaks (series);

  return series;
}
