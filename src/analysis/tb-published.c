/* Published changes, and the earlier figures that they imply.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-published.h"

#include <math.h>

/* A year's figures go back no further than this to a stated base. */
#define MAX_YEARS_BACK 500

/* A stated base is spelled like the figure's own period; its span begins where
 * the figure's does, years earlier. */
static void
find_stated_base (const TbSide *current,
                  TbPeriod      stated,
                  TbSide       *base)
{
  TbPeriod period = current->observation.period;
  TbPeriod span = current->span;

  base->observation.period = base->span = stated;
  for (int i = 0; i < MAX_YEARS_BACK && period.end > stated.end; i++)
    {
      if (!tb_period_year_earlier (period, &period) || !tb_period_year_earlier (span, &span))
        return;
      if (tb_period_equal (period, stated))
        {
          base->span = span;
          return;
        }
    }
}

/* Sets the period and span that the change is against. FALSE: it is not stated,
 * or lies between places. */
static gboolean
find_base_span (const TbSide            *current,
                const TbPublishedChange *change,
                TbSide                  *base)
{
  switch (change->kind)
    {
    case TB_CHANGE_ON_YEAR_PERCENT:
    case TB_CHANGE_ON_YEAR_ABSOLUTE:
      return tb_period_year_earlier (current->span, &base->span)
             && tb_period_year_earlier (current->observation.period, &base->observation.period);
    case TB_CHANGE_ON_PERIOD_PERCENT:
      /* What runs since the start of the year has no period before it. */
      return tb_period_equal (current->span, current->observation.period)
             && tb_period_previous (current->span, &base->span)
             && tb_period_previous (current->observation.period, &base->observation.period);
    case TB_CHANGE_POINTS:
    case TB_CHANGE_TIMES:
      if (!change->has_base || change->against != NULL || !tb_period_is_dated (change->base))
        return FALSE;
      find_stated_base (current, change->base, base);
      return TRUE;
    case TB_CHANGE_PERCENT_BASE_UNSTATED:
      break;
    }

  return FALSE;
}

/* x ÷ k, where k is known to half a unit @room as x is to its rounding: the room
 * is what the furthest quotient leaves. */
static gboolean
divide (const TbInterval *x,
        double            k,
        double            room,
        TbInterval       *out_base)
{
  double from = x->low.open ? x->high.number : x->low.number;
  double quotient = from / k;
  double lowest = (from - x->rounding) / (k + room);
  double highest = (from + x->rounding) / (k - room);

  /* R12: nothing grows from below zero by so many percent. */
  if (!(k - room > 0) || !(from >= 0))
    return FALSE;

  *out_base = *x;
  out_base->low.exact = out_base->high.exact = FALSE;
  out_base->low.number = x->low.number / k;
  out_base->high.number = x->high.number / k;
  out_base->rounding = fmax (highest - quotient, quotient - lowest);

  return TRUE;
}

/* The change as an interval in the figure's unit. FALSE: points of what is no
 * percentage. */
static gboolean
read_difference (const TbSide            *current,
                 const TbPublishedChange *change,
                 TbInterval              *out_difference)
{
  TbObservation o = { .has_value = TRUE, .value = change->value, .kind = TB_KIND_ACTUAL };
  TbDecimal points, inverse;

  if (change->kind == TB_CHANGE_ON_YEAR_ABSOLUTE)
    {
      o.multiplier = current->observation.multiplier;
      return tb_interval_read (out_difference, &o, current->info->unit);
    }
  if (!tb_unit_points_factor (current->info->unit, &points) || points.mantissa <= 0)
    return FALSE;
  for (; points.mantissa % 10 == 0; points.mantissa /= 10)
    points.exponent++;
  if (points.mantissa != 1)
    return FALSE;

  o.multiplier = TB_DECIMAL_ONE;
  inverse = (TbDecimal) { 1, (gint16) -points.exponent };
  if (!tb_interval_read (out_difference, &o, current->info->unit))
    return FALSE;
  *out_difference = tb_interval_scale (out_difference, inverse);

  return TRUE;
}

static gboolean
is_of_pair (const TbSide            *base,
            const TbSide            *current,
            const TbPublishedChange *change)
{
  switch (change->kind)
    {
    case TB_CHANGE_ON_YEAR_PERCENT:
    case TB_CHANGE_ON_YEAR_ABSOLUTE:
      return tb_side_is_year_apart (base, current);
    case TB_CHANGE_ON_PERIOD_PERCENT:
      return tb_side_relate (base, current) == TB_RELATION_ON_PERIOD;
    case TB_CHANGE_POINTS:
    case TB_CHANGE_TIMES:
      return change->has_base && tb_period_equal (change->base, base->observation.period);
    case TB_CHANGE_PERCENT_BASE_UNSTATED:
      break;
    }

  return FALSE;
}

static double
read_relative (const TbPublishedChange *change,
               double                  *out_half_unit)
{
  double size = tb_decimal_to_double (change->value);

  *out_half_unit = tb_decimal_half_unit (change->value, TB_DECIMAL_ONE);
  if (change->kind == TB_CHANGE_ON_YEAR_PERCENT || change->kind == TB_CHANGE_ON_PERIOD_PERCENT)
    return size;
  if (change->kind != TB_CHANGE_TIMES || !(size > 0))
    return NAN;
  /* 2.5 times as many is 150 % more. */
  *out_half_unit *= 100;

  return (size - 1) * 100;
}

static double
read_absolute (const TbSide            *current,
               const TbPublishedChange *change,
               TbPublishedSort          sort,
               double                  *out_half_unit)
{
  TbDecimal points;
  TbInterval difference;

  if (change->kind == TB_CHANGE_POINTS && sort == TB_PUBLISHED_POINTS)
    {
      *out_half_unit = tb_decimal_half_unit (change->value, TB_DECIMAL_ONE);
      return tb_decimal_to_double (change->value);
    }
  if (change->kind != TB_CHANGE_ON_YEAR_ABSOLUTE || !read_difference (current, change, &difference))
    return NAN;
  if (sort == TB_PUBLISHED_POINTS && !tb_unit_points_factor (current->info->unit, &points))
    return NAN;
  if (sort == TB_PUBLISHED_POINTS)
    difference = tb_interval_scale (&difference, points);
  *out_half_unit = difference.rounding;

  return difference.low.number;
}

/**
 * tb_published_for_pair:
 * @base: the earlier figure
 * @current: the later one
 * @sort: in what the change is wanted
 * @out_half_unit: (out): half a unit of the last printed digit, in the same
 *
 * R8: definitions that changed leave the growth that the publisher computed on
 * comparable figures. R18: what was published is held against what was computed.
 *
 * Unit: percent, percentage points, or the unit of @current with the multiplier
 *   applied.
 * Thread: any; no allocation.
 *
 * Returns: the change; NaN where none of that sort was published for this pair
 */
double
tb_published_for_pair (const TbSide   *base,
                       const TbSide   *current,
                       TbPublishedSort sort,
                       double         *out_half_unit)
{
  const TbObservationExtra *extra = current->observation.extra;

  *out_half_unit = 0;
  if (extra == NULL || !extra->change.given || !is_of_pair (base, current, &extra->change))
    return NAN;

  return sort == TB_PUBLISHED_RELATIVE ? read_relative (&extra->change, out_half_unit)
                                       : read_absolute (current, &extra->change, sort, out_half_unit);
}

static gboolean
find_base_value (const TbSide            *current,
                 const TbPublishedChange *change,
                 TbInterval              *out_base)
{
  double size = tb_decimal_to_double (change->value);
  double room = tb_decimal_half_unit (change->value, TB_DECIMAL_ONE);
  TbInterval difference;
  TbDecimal points;

  switch (change->kind)
    {
    case TB_CHANGE_ON_YEAR_PERCENT:
    case TB_CHANGE_ON_PERIOD_PERCENT:
      /* Of a percentage it is not said whether it grew by percent or by points. */
      if (tb_unit_points_factor (current->info->unit, &points) || current->info->measure == TB_MEASURE_GROWTH)
        return FALSE;
      return divide (&current->value, (100 + size) / 100, room / 100, out_base);
    case TB_CHANGE_TIMES:
      return divide (&current->value, size, room, out_base);
    case TB_CHANGE_ON_YEAR_ABSOLUTE:
    case TB_CHANGE_POINTS:
      if (!read_difference (current, change, &difference))
        return FALSE;
      *out_base = tb_interval_subtract (&current->value, &difference);
      return TRUE;
    case TB_CHANGE_PERCENT_BASE_UNSTATED:
      break;
    }

  return FALSE;
}

/* The number with as many digits as the figure was printed with. */
static void
set_printed (TbSide       *base,
             const TbSide *current)
{
  TbObservation *o = &base->observation;
  double unit = tb_decimal_to_double (o->multiplier) * pow (10, current->observation.value.exponent);
  double digits;

  o->figure = tb_interval_get_stated (&base->value);
  digits = round (o->figure / unit);
  o->has_value = current->observation.has_value && fabs (digits) < 1e15;
  o->value = (TbDecimal) { o->has_value ? (gint64) digits : 0, current->observation.value.exponent };
  if (!o->has_value)
    o->figure = NAN;
}

/**
 * tb_published_get_base:
 * @figure: a level with its published change
 * @out_base: (out caller-allocates): the earlier figure
 *
 * Computes the earlier figure that a level and its published change imply: 392.1
 * at +23.3 % implies 318.0, from 317.8 to 318.2, a year earlier. The limits are
 * those of the printed value; the room that the rounding of both printed numbers
 * leaves is in its rounding, to the side where it is larger.
 *
 * Unit: that of the figure, multiplier applied.
 * Missing: %FALSE without a level, a change or a stated base, for a distance
 *   between places, and for a percentage that is said to have grown by percent.
 * Thread: any; no allocation.
 *
 * Returns: whether one follows
 */
gboolean
tb_published_get_base (TbFigure figure,
                       TbSide  *out_base)
{
  const TbPublishedChange *change;
  TbInterval value;
  TbSide current;

  if (!tb_side_load (&current, figure) || !current.known || current.observation.extra == NULL)
    return FALSE;
  change = &current.observation.extra->change;
  *out_base = current;
  if (!change->given || !find_base_span (&current, change, out_base)
      || !find_base_value (&current, change, &value))
    return FALSE;

  out_base->value = value;
  out_base->implied = TRUE;
  out_base->observation.extra = NULL;
  out_base->observation.confirms = FALSE;
  out_base->observation.conflicts = FALSE;
  out_base->observation.superseded = FALSE;
  set_printed (out_base, &current);

  return TRUE;
}
