/* Rows at first sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-series-columns.h"

#define SORT_MASK (15u << TB_CODE_PERIOD_SHIFT | 3u << TB_CODE_KIND_SHIFT | 7u << TB_CODE_QUALIFIER_SHIFT \
                   | 3u << TB_CODE_BASIS_SHIFT | TB_CODE_CALENDAR)
/* An actual, exact number that nothing contradicts. */
#define PLAIN_MASK (3u << TB_CODE_KIND_SHIFT | 7u << TB_CODE_QUALIFIER_SHIFT | TB_CODE_HAS_VALUE | TB_CODE_CONFLICTS)

G_STATIC_ASSERT (TB_KIND_ACTUAL == 0 && TB_QUALIFIER_EXACT == 0);

/**
 * tb_series_glance:
 * @self: a series
 * @i: row, under the number of its rows
 * @out_glance: (out caller-allocates): what it is at first sight
 *
 * Thread: any. No allocation.
 */
void
tb_series_glance (const TbSeries *self,
                  gsize           i,
                  TbGlance       *out_glance)
{
  const TbSeriesColumns *columns = &self->columns;
  guint codes = columns->codes[i];
  guint source = columns->source[i];

  out_glance->start = columns->start[i];
  out_glance->end = columns->end[i];
  out_glance->value = (TbDecimal) { columns->mantissa[i], columns->exponent[i] };
  out_glance->status = columns->status[i];
  out_glance->multiplier = columns->multiplier[i];
  out_glance->sort = (guint16) (codes & SORT_MASK);
  out_glance->period_kind = (guint8) (codes >> TB_CODE_PERIOD_SHIFT & 15);
  out_glance->kind = (guint8) (codes >> TB_CODE_KIND_SHIFT & 3);
  out_glance->basis = (guint8) (codes >> TB_CODE_BASIS_SHIFT & 3);
  out_glance->is_plain = (codes & PLAIN_MASK) == TB_CODE_HAS_VALUE && columns->extra[i] == 0;
  out_glance->is_empty = (codes & TB_CODE_HAS_VALUE) == 0 && columns->extra[i] == 0;
  out_glance->published = source == 0 ? 0 : tb_catalog_get_source (self->catalog, source - 1u)->published;
}

/**
 * tb_series_get_multiplier:
 * @self: a series
 * @multiplier: the number of a multiplier, from a glance at a row of the series
 *
 * Thread: any.
 *
 * Returns: the multiplier
 */
TbDecimal
tb_series_get_multiplier (const TbSeries *self,
                          guint           multiplier)
{
  return g_array_index (self->multipliers, TbDecimal, multiplier);
}

guint
tb_series_get_n_multipliers (const TbSeries *self)
{
  return self->multipliers->len;
}
