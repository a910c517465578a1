/* Computed figures: the points that a transformation gives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-derived-private.h"

#include <float.h>
#include <math.h>

/* Of a quotient or a mean so many digits of the largest are shown. */
#define DIGITS_OF_LARGEST 4
#define DECIMALS_OF_RATES 1
#define MOST_DECIMALS 8

/* The most decimals of exact sums and differences. FALSE: others are among them. */
static gboolean
count_exact_decimals (const TbWork *work,
                      int          *out_decimals,
                      double       *out_largest)
{
  gboolean is_exact = TRUE;

  *out_decimals = 0;
  *out_largest = 0;
  for (gsize i = 0; i < work->n; i++)
    {
      const TbInterval *value = &work->terms[i].point.value;
      const TbLimit *limit = value->low.open ? &value->high : &value->low;

      if (work->terms[i].point.kind == TB_VERDICT_INVALID)
        continue;
      *out_largest = MAX (*out_largest, fabs (limit->number));
      if (limit->exact)
        *out_decimals = MAX (*out_decimals, -limit->value.exponent);
      else
        is_exact = FALSE;
    }

  return is_exact;
}

/* As verdicts are worded: sums and differences with the digits of their terms,
 * percentages with one decimal. */
static int
count_decimals (const TbWork *work)
{
  double largest;
  int decimals;

  if (count_exact_decimals (work, &decimals, &largest))
    return decimals;
  if (work->info.unit->kind == TB_UNIT_PERCENT || work->info.unit->kind == TB_UNIT_INDEX)
    return MAX (decimals, DECIMALS_OF_RATES);

  return MAX (decimals, MIN (DIGITS_OF_LARGEST - 1 - (int) floor (log10 (MAX (largest, DBL_MIN))), MOST_DECIMALS));
}

/* Takes over the terms of @work. */
TbDerived *
tb_derived_new (TbWork             *work,
                const TbStepRecord *records,
                gsize               n_records)
{
  TbDerived *self = g_new0 (TbDerived, 1);
  TbImport import;

  g_atomic_ref_count_init (&self->ref_count);
  self->source = tb_series_ref (work->source);
  tb_import_init (&import);
  import.n_decimals = n_records > 0 ? count_decimals (work) : -1;
  tb_import_info (&import, &work->info, NULL, &self->info);
  self->catalog = tb_catalog_ref (import.catalog);
  tb_import_clear (&import);
  self->terms = g_steal_pointer (&work->terms);
  self->n = work->n;
  self->kind = work->kind;
  self->records = g_memdup2 (records, (n_records + 1) * sizeof *records);
  self->n_records = n_records;
  for (gsize i = 0; i < n_records; i++)
    {
      if (records[i].transform.other != NULL)
        tb_series_ref (records[i].transform.other);
      if (records[i].transform.weights != NULL)
        tb_series_ref (records[i].transform.weights);
    }

  return self;
}

/**
 * tb_derived_ref:
 * @self: computed figures
 *
 * Returns: (transfer full): the same. Thread: any.
 */
TbDerived *
tb_derived_ref (TbDerived *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_derived_unref:
 * @self: (transfer full): computed figures
 *
 * Gives a reference back. Thread: any.
 */
void
tb_derived_unref (TbDerived *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (gsize i = 0; i < self->n_records; i++)
    {
      g_clear_pointer (&self->records[i].transform.other, tb_series_unref);
      g_clear_pointer (&self->records[i].transform.weights, tb_series_unref);
    }
  g_free (self->records);
  g_free (self->terms);
  tb_catalog_unref (self->catalog);
  tb_series_unref (self->source);
  g_free (self);
}

/**
 * tb_derived_get_source:
 * @self: computed figures
 *
 * Returns: (transfer none): the series that they were computed from
 */
TbSeries *
tb_derived_get_source (const TbDerived *self)
{
  return self->source;
}

/**
 * tb_derived_get_n:
 * @self: computed figures
 *
 * Returns: how many points there are, those without a number counted
 */
gsize
tb_derived_get_n (const TbDerived *self)
{
  return self->n;
}

/**
 * tb_derived_get:
 * @self: computed figures
 * @i: which point
 *
 * Returns: (transfer none): the point; points are in order of period
 */
const TbPoint *
tb_derived_get (const TbDerived *self,
                gsize            i)
{
  g_return_val_if_fail (i < self->n, NULL);

  return &self->terms[i].point;
}

/**
 * tb_derived_get_info:
 * @self: computed figures
 *
 * Tells the unit, measure and so on of the points. Indicator, place and unit
 * are copies that belong to @self: compare them by id.
 *
 * Returns: (transfer none): what holds for all points
 */
const TbSeriesInfo *
tb_derived_get_info (const TbDerived *self)
{
  return &self->info;
}
