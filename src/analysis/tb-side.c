/* One side of a comparison: what kind of figure it is, and its span.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

#include <math.h>

/* The first day of the reporting year that @day lies in. */
static TbDay
find_year_start (TbDay   day,
                 guint16 year_start)
{
  int y, m, d;
  TbDay start;

  tb_day_split (day, &y, &m, &d);
  start = tb_day_new (y, year_start / 100, year_start % 100);

  return start <= day ? start : tb_day_new (y - 1, year_start / 100, year_start % 100);
}

/**
 * tb_side_load:
 * @self: (out caller-allocates): the side
 * @figure: a row of a series
 *
 * Reads a figure with its span. A year-to-date figure spelled by its last month
 * or quarter runs from the start of the reporting year; one whose first day is
 * written out is left as written.
 *
 * Returns: whether there is such a row
 */
gboolean
tb_side_load (TbSide  *self,
              TbFigure figure)
{
  TbPeriod *span = &self->span;

  if (figure.series == NULL || figure.row >= tb_series_get_n (figure.series))
    return FALSE;

  self->figure = figure;
  self->info = tb_series_get_info (figure.series);
  tb_series_get (figure.series, figure.row, &self->observation);
  *span = self->observation.period;

  if (self->observation.basis == TB_BASIS_YEAR_TO_DATE && tb_period_is_dated (*span)
      && span->kind != TB_PERIOD_RANGE && span->kind != TB_PERIOD_A
      && self->info->since != TB_SINCE_PLAN_START)
    {
      TbDay start = find_year_start (span->end, span->year_start);

      if (start != span->start)
        {
          span->start = start;
          span->kind = TB_PERIOD_RANGE;
        }
    }

  return TRUE;
}

/**
 * tb_side_is_level:
 * @self: a side
 *
 * Returns: whether the figure holds at a date, as stocks do and running totals
 *   since a fixed date (R4, R6)
 */
gboolean
tb_side_is_level (const TbSide *self)
{
  if (self->info->measure == TB_MEASURE_STOCK)
    return TRUE;

  return self->info->measure == TB_MEASURE_CUMULATIVE
         && (self->info->since == TB_SINCE_INCEPTION || self->info->since == TB_SINCE_DATE);
}

/* R15: "about" and "nearly" have no bound that could be computed with. */
gboolean
tb_side_is_about (const TbSide *self)
{
  return self->observation.qualifier == TB_QUALIFIER_ABOUT || self->observation.qualifier == TB_QUALIFIER_NEARLY;
}

/* Whether the printed value itself is excluded: "over", "under". */
gboolean
tb_side_is_strict (const TbSide *self)
{
  return self->observation.qualifier == TB_QUALIFIER_OVER || self->observation.qualifier == TB_QUALIFIER_UNDER;
}

/**
 * tb_side_relate:
 * @base: the earlier figure
 * @current: the later one
 *
 * Tells how a change between the two is called. A level is never "year on year"
 * unless it is of the same date (R6), and of the year's last day it is "since
 * the end of the year".
 *
 * Returns: the relation
 */
TbRelation
tb_side_relate (const TbSide *base,
                const TbSide *current)
{
  gboolean levels = tb_side_is_level (current) || current->span.kind == TB_PERIOD_D;
  TbPeriod earlier;
  int year, month, day;

  tb_day_split (base->span.end, &year, &month, &day);
  if (levels && month == 12 && day == 31 && base->span.end < current->span.end)
    return TB_RELATION_SINCE;
  if (tb_period_year_earlier (current->span, &earlier) && earlier.end == base->span.end
      && (levels || earlier.start == base->span.start))
    return TB_RELATION_ON_YEAR;
  if (levels)
    return base->span.end < current->span.end ? TB_RELATION_SINCE : TB_RELATION_OTHER;
  if (tb_period_previous (current->span, &earlier) && earlier.end == base->span.end
      && earlier.start == base->span.start)
    return TB_RELATION_ON_PERIOD;

  return TB_RELATION_OTHER;
}

static TbLimit
new_limit (TbDecimal value,
           TbDecimal multiplier,
           gboolean  all_digits,
           gboolean  strict)
{
  TbLimit limit = { .strict = strict };

  limit.exact = all_digits && tb_decimal_product (value, multiplier, &limit.value);
  limit.number = tb_decimal_multiply (value, multiplier);

  return limit;
}

static TbInterval
load_range (const TbObservation *o)
{
  TbInterval interval = { { .open = TRUE }, { .open = TRUE } };

  if (o->extra != NULL && o->extra->has_low)
    interval.low = new_limit (o->extra->low, o->multiplier, TRUE, FALSE);
  if (o->extra != NULL && o->extra->has_high)
    interval.high = new_limit (o->extra->high, o->multiplier, TRUE, FALSE);

  return interval;
}

/**
 * tb_side_get_interval:
 * @self: a side with a number or a range
 *
 * Reads off the qualifier what the figure is known to be. The floor or ceiling
 * of a target is the target itself and no uncertainty: "at least 400" is
 * exactly 400 as a target. "About" counts as its printed value; who asks has
 * tb_side_is_about() for the warning.
 *
 * Returns: the interval
 */
TbInterval
tb_side_get_interval (const TbSide *self)
{
  const TbObservation *o = &self->observation;
  TbInterval interval;

  if (!o->has_value)
    return load_range (o);

  interval.low = new_limit (o->value, o->multiplier, o->extra == NULL || o->extra->digits == NULL,
                            tb_side_is_strict (self));
  interval.high = interval.low;
  if (o->kind == TB_KIND_TARGET || o->kind == TB_KIND_PLAN)
    {
      interval.low.strict = interval.high.strict = FALSE;
      return interval;
    }

  switch (o->qualifier)
    {
    case TB_QUALIFIER_OVER:
    case TB_QUALIFIER_AT_LEAST:
      interval.high = (TbLimit) { .open = TRUE };
      break;
    case TB_QUALIFIER_UNDER:
    case TB_QUALIFIER_AT_MOST:
      interval.low = (TbLimit) { .open = TRUE };
      break;
    case TB_QUALIFIER_EXACT:
    case TB_QUALIFIER_ABOUT:
    case TB_QUALIFIER_NEARLY:
      break;
    }

  return interval;
}

double
tb_limit_subtract (const TbLimit *a,
                   const TbLimit *b,
                   TbDecimal      factor)
{
  TbDecimal difference, product;

  if (a->exact && b->exact && tb_decimal_subtract (a->value, b->value, &difference))
    {
      if (tb_decimal_product (difference, factor, &product))
        return tb_decimal_to_double (product);
      return tb_decimal_multiply (difference, factor);
    }

  return (a->number - b->number) * tb_decimal_to_double (factor);
}

/**
 * tb_side_published_change:
 * @base: the earlier figure
 * @current: the later one
 * @in_points: whether the unit is a percentage
 *
 * R8: definitions that changed leave the growth that the publisher computed on
 * comparable figures.
 *
 * Returns: percent, or points; NaN where none was published for this pair
 */
double
tb_side_published_change (const TbSide *base,
                          const TbSide *current,
                          gboolean      in_points)
{
  const TbObservationExtra *extra = current->observation.extra;

  if (extra == NULL || !extra->change.given)
    return NAN;
  if (in_points)
    return extra->change.kind == TB_CHANGE_POINTS && extra->change.has_base
             && tb_period_equal (extra->change.base, base->observation.period)
             ? tb_decimal_to_double (extra->change.value) : NAN;
  if (extra->change.kind == TB_CHANGE_ON_YEAR_PERCENT
      && tb_side_relate (base, current) == TB_RELATION_ON_YEAR)
    return tb_decimal_to_double (extra->change.value);
  if (extra->change.kind == TB_CHANGE_ON_PERIOD_PERCENT
      && tb_side_relate (base, current) == TB_RELATION_ON_PERIOD)
    return tb_decimal_to_double (extra->change.value);

  return NAN;
}
