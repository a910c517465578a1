/* Fills a series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-limits.h"
#include "tb-series-columns.h"

struct _TbSeriesBuilder
{
  TbSeries   *series;
  GHashTable *multiplier_indices;  /* of TbDecimal, to the index in the series */
  gsize       last_multiplier;
};

/**
 * tb_measure_default_basis:
 * @measure: a measure
 * @since: from when a cumulative one counts
 *
 * Returns: the basis of a figure that does not say its own (format.md)
 */
TbBasis
tb_measure_default_basis (TbMeasure measure,
                          TbSince   since)
{
  switch (measure)
    {
    case TB_MEASURE_FLOW:
    case TB_MEASURE_AVERAGE:
    case TB_MEASURE_GROWTH:
      return TB_BASIS_DISCRETE;
    case TB_MEASURE_CUMULATIVE:
      return since == TB_SINCE_YEAR_START ? TB_BASIS_YEAR_TO_DATE : TB_BASIS_AS_OF;
    case TB_MEASURE_STOCK:
    case TB_MEASURE_RATIO:
    case TB_MEASURE_INDEX:
    case TB_MEASURE_UNSTATED:
      return TB_BASIS_AS_OF;
    }

  g_return_val_if_reached (TB_BASIS_AS_OF);
}

static TbTargetBasis
default_target_basis (TbBasis basis)
{
  switch (basis)
    {
    case TB_BASIS_AS_OF:
      return TB_TARGET_LEVEL_AT;
    case TB_BASIS_DISCRETE:
    case TB_BASIS_YEAR_TO_DATE:
      return TB_TARGET_SUM_OVER;
    case TB_BASIS_MULTI_YEAR:
      return TB_TARGET_CUM_PLAN;
    }

  g_return_val_if_reached (TB_TARGET_LEVEL_AT);
}

static TbComparator
default_comparator (TbQualifier qualifier,
                    TbDirection direction)
{
  switch (qualifier)
    {
    case TB_QUALIFIER_OVER:
    case TB_QUALIFIER_AT_LEAST:
      return TB_COMPARATOR_AT_LEAST;
    case TB_QUALIFIER_AT_MOST:
    case TB_QUALIFIER_UNDER:
      return TB_COMPARATOR_AT_MOST;
    case TB_QUALIFIER_ABOUT:
    case TB_QUALIFIER_NEARLY:
      return TB_COMPARATOR_ABOUT;
    case TB_QUALIFIER_EXACT:
      break;
    }

  switch (direction)
    {
    case TB_DIRECTION_UP:
      return TB_COMPARATOR_AT_LEAST;
    case TB_DIRECTION_DOWN:
      return TB_COMPARATOR_AT_MOST;
    case TB_DIRECTION_NONE:
      return TB_COMPARATOR_EQUAL;
    }

  g_return_val_if_reached (TB_COMPARATOR_EQUAL);
}

/**
 * tb_target_fill_defaults:
 * @self: a target
 * @basis: basis of its observation
 * @qualifier: qualifier of its observation
 * @direction: direction of its indicator
 * @is_range: whether it has a low or a high end in place of a value
 *
 * Fills in what a target does not say itself, as format.md tells.
 */
void
tb_target_fill_defaults (TbTarget    *self,
                         TbBasis      basis,
                         TbQualifier  qualifier,
                         TbDirection  direction,
                         gboolean     is_range)
{
  if (!self->basis_said)
    self->basis = default_target_basis (basis);
  if (!self->comparator_said)
    self->comparator = is_range ? TB_COMPARATOR_RANGE : default_comparator (qualifier, direction);
}

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
 * @info: what holds for all its figures; its strings belong to the catalog's pool
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
  series->info = *info;
  series->multipliers = g_array_new (FALSE, FALSE, sizeof (TbDecimal));
  series->extras = g_array_new (FALSE, TRUE, sizeof (TbObservationExtra));
  series->breaks = g_array_new (FALSE, FALSE, sizeof (TbSeriesBreak));
  allocate (series, MAX (n_expected, 1));
  self->series = series;
  self->multiplier_indices = g_hash_table_new_full (hash_decimal, equal_decimals, g_free, NULL);

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
  g_hash_table_unref (self->multiplier_indices);
  g_free (self);
}

/* Series have one multiplier or a few, and the last one is likely to come again. */
static gssize
find_multiplier (TbSeriesBuilder *self,
                 TbDecimal        multiplier)
{
  GArray *multipliers = self->series->multipliers;
  gpointer found;

  if (multipliers->len > 0
      && tb_decimal_identical (g_array_index (multipliers, TbDecimal, self->last_multiplier), multiplier))
    return (gssize) self->last_multiplier;

  if (g_hash_table_lookup_extended (self->multiplier_indices, &multiplier, NULL, &found))
    self->last_multiplier = GPOINTER_TO_SIZE (found);
  else if (multipliers->len >= TB_LIMIT_MULTIPLIERS)
    return -1;
  else
    {
      self->last_multiplier = multipliers->len;
      g_array_append_val (multipliers, multiplier);
      g_hash_table_insert (self->multiplier_indices, g_memdup2 (&multiplier, sizeof multiplier),
                           GSIZE_TO_POINTER (self->last_multiplier));
    }

  return (gssize) self->last_multiplier;
}

/* Targets and plans have an extra always: their comparator and basis stand there. */
static guint32
add_extra (TbSeries            *self,
           const TbObservation *observation)
{
  gboolean is_target = observation->kind == TB_KIND_TARGET || observation->kind == TB_KIND_PLAN;
  TbObservationExtra *extra;

  if (observation->extra == NULL && !is_target)
    return 0;

  g_array_set_size (self->extras, self->extras->len + 1);
  extra = &g_array_index (self->extras, TbObservationExtra, self->extras->len - 1);
  if (observation->extra != NULL)
    *extra = *observation->extra;
  if (is_target)
    tb_target_fill_defaults (&extra->target, observation->basis, observation->qualifier,
                             self->info.indicator->direction, !observation->has_value && (extra->has_low || extra->has_high));

  return self->extras->len;
}

static guint16
encode (const TbObservation *observation)
{
  guint codes = (guint) observation->period.kind << TB_CODE_PERIOD_SHIFT
                | (guint) observation->kind << TB_CODE_KIND_SHIFT
                | (guint) observation->qualifier << TB_CODE_QUALIFIER_SHIFT
                | (guint) observation->basis << TB_CODE_BASIS_SHIFT
                | (observation->period.year_start == TB_CALENDAR_YEAR ? TB_CODE_CALENDAR : 0)
                | (observation->has_value ? TB_CODE_HAS_VALUE : 0);

  return (guint16) codes;
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
  columns->extra[i] = add_extra (series, observation);
  series->n++;

  return TRUE;
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
