/* Interval arithmetic on printed figures.
 *
 * The limits are what the qualifiers and ranges say (R15). Sums and differences
 * are computed on the digits, as exactly as 64 bits allow, and rounded once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-interval.h"

#include <math.h>

static const TbLimit open_limit = { .open = TRUE, .number = NAN };

static TbLimit
make_limit (TbDecimal value,
            TbDecimal multiplier,
            gboolean  all_digits,
            gboolean  strict)
{
  TbLimit limit = { .strict = strict != FALSE };

  limit.exact = all_digits && tb_decimal_product (value, multiplier, &limit.value);
  limit.number = tb_decimal_multiply (value, multiplier);

  return limit;
}

/* A product can be larger than a double. */
static gboolean
is_finite (const TbLimit *limit)
{
  return limit->open || isfinite (limit->number);
}

static gboolean
read_range (TbInterval          *self,
            const TbObservation *o)
{
  const TbObservationExtra *extra = o->extra;

  if (extra == NULL || (!extra->has_low && !extra->has_high))
    return FALSE;
  if (extra->has_low)
    self->low = make_limit (extra->low, o->multiplier, TRUE, FALSE);
  if (extra->has_high)
    self->high = make_limit (extra->high, o->multiplier, TRUE, FALSE);

  return is_finite (&self->low) && is_finite (&self->high);
}

/**
 * tb_interval_read:
 * @self: (out caller-allocates): the interval
 * @observation: a row of a series
 * @unit: its unit
 *
 * Reads off number, range and qualifier what the figure is known to be. The
 * floor or ceiling of a target is the target itself and no uncertainty: "at
 * least 400" is exactly 400 as a target.
 *
 * Returns: whether the figure has a number or a range
 */
gboolean
tb_interval_read (TbInterval          *self,
                  const TbObservation *observation,
                  const TbUnit        *unit)
{
  const TbObservation *o = observation;
  gboolean aim = o->kind == TB_KIND_TARGET || o->kind == TB_KIND_PLAN;
  gboolean strict = !aim && (o->qualifier == TB_QUALIFIER_OVER || o->qualifier == TB_QUALIFIER_UNDER);

  *self = (TbInterval) { .low = open_limit, .high = open_limit };
  self->about = o->qualifier == TB_QUALIFIER_ABOUT || o->qualifier == TB_QUALIFIER_NEARLY;
  if (!o->has_value)
    return read_range (self, o);

  self->low = make_limit (o->value, o->multiplier, o->extra == NULL || o->extra->digits == NULL, strict);
  if (!is_finite (&self->low))
    return FALSE;
  self->high = self->low;
  self->rounding = tb_observation_get_half_unit (o, unit);
  if (aim)
    return TRUE;

  switch (o->qualifier)
    {
    case TB_QUALIFIER_OVER:
    case TB_QUALIFIER_AT_LEAST:
      self->high = open_limit;
      break;
    case TB_QUALIFIER_UNDER:
    case TB_QUALIFIER_AT_MOST:
      self->low = open_limit;
      break;
    case TB_QUALIFIER_EXACT:
    case TB_QUALIFIER_ABOUT:
    case TB_QUALIFIER_NEARLY:
      break;
    }

  return TRUE;
}

/**
 * tb_interval_of_number:
 * @number: a computed number, in the unit
 * @rounding: how far it may be off by the rounding of its terms
 *
 * Returns: the interval of just that number
 */
TbInterval
tb_interval_of_number (double number,
                       double rounding)
{
  TbLimit limit = { .number = number };

  return (TbInterval) { .low = limit, .high = limit, .rounding = rounding };
}

/**
 * tb_interval_is_exact:
 * @self: an interval
 *
 * Returns: whether it is one number and no bound, range or "about"
 */
gboolean
tb_interval_is_exact (const TbInterval *self)
{
  return !self->about && !self->low.open && !self->high.open && !self->low.strict && !self->high.strict
         && self->low.number >= self->high.number;
}

gboolean
tb_interval_is_unknown (const TbInterval *self)
{
  return self->low.open && self->high.open;
}

static TbLimit
add_limits (const TbLimit *a,
            const TbLimit *b)
{
  TbLimit sum = { .strict = a->strict || b->strict };
  TbDecimal negated = { -b->value.mantissa, b->value.exponent };

  if (a->open || b->open)
    return open_limit;
  sum.exact = a->exact && b->exact && b->value.mantissa != G_MININT64
              && tb_decimal_subtract (a->value, negated, &sum.value);
  sum.number = sum.exact ? tb_decimal_to_double (sum.value) : a->number + b->number;

  return sum;
}

static TbLimit
subtract_limits (const TbLimit *a,
                 const TbLimit *b)
{
  TbLimit difference = { .strict = a->strict || b->strict };

  if (a->open || b->open)
    return open_limit;
  difference.exact = a->exact && b->exact && tb_decimal_subtract (a->value, b->value, &difference.value);
  difference.number = difference.exact ? tb_decimal_to_double (difference.value) : a->number - b->number;

  return difference;
}

/**
 * tb_interval_add:
 * @a: an interval
 * @b: another one, in the same unit
 *
 * Returns: what the sum is known to be
 */
TbInterval
tb_interval_add (const TbInterval *a,
                 const TbInterval *b)
{
  return (TbInterval) { .low = add_limits (&a->low, &b->low),
                        .high = add_limits (&a->high, &b->high),
                        .rounding = a->rounding + b->rounding,
                        .about = a->about || b->about };
}

/**
 * tb_interval_subtract:
 * @a: an interval
 * @b: another one, in the same unit
 *
 * Returns: what a − b is known to be
 */
TbInterval
tb_interval_subtract (const TbInterval *a,
                      const TbInterval *b)
{
  return (TbInterval) { .low = subtract_limits (&a->low, &b->high),
                        .high = subtract_limits (&a->high, &b->low),
                        .rounding = a->rounding + b->rounding,
                        .about = a->about || b->about };
}

static TbLimit
scale_limit (const TbLimit *limit,
             TbDecimal      factor)
{
  TbLimit scaled = *limit;

  if (limit->open)
    return open_limit;
  scaled.exact = limit->exact && tb_decimal_product (limit->value, factor, &scaled.value);
  scaled.number = limit->exact ? tb_decimal_multiply (limit->value, factor)
                               : limit->number * tb_decimal_to_double (factor);

  return scaled;
}

/**
 * tb_interval_scale:
 * @self: an interval
 * @factor: of another unit; may be negative, which swaps the limits
 *
 * Returns: the interval in the other unit
 */
TbInterval
tb_interval_scale (const TbInterval *self,
                   TbDecimal         factor)
{
  TbLimit low = scale_limit (&self->low, factor);
  TbLimit high = scale_limit (&self->high, factor);
  gboolean swaps = factor.mantissa < 0;

  return (TbInterval) { .low = swaps ? high : low,
                        .high = swaps ? low : high,
                        .rounding = self->rounding * fabs (tb_decimal_to_double (factor)),
                        .about = self->about };
}

static TbLimit
divide_limits (const TbLimit *a,
               const TbLimit *b,
               double         factor)
{
  TbLimit ratio = { .strict = a->strict || b->strict };

  if (a->open || b->open)
    return open_limit;
  ratio.number = a->number * factor / b->number;

  return ratio;
}

/**
 * tb_interval_divide:
 * @a: an interval that is not below 0
 * @b: an interval above 0
 * @factor: 100 for a percentage
 * @out_ratio: (out caller-allocates): what a ÷ b × factor is known to be; the
 *   room that rounding leaves to first order
 *
 * An open side of @b is open downwards to anything above 0 or upwards without
 * end; then the ratio is bounded on one side only.
 *
 * Returns: whether the signs allow it
 */
gboolean
tb_interval_divide (const TbInterval *a,
                    const TbInterval *b,
                    double            factor,
                    TbInterval       *out_ratio)
{
  double base = b->low.open ? b->high.number : b->low.number;
  double share = a->low.open ? a->high.number : a->low.number;

  if (tb_interval_is_unknown (a) || tb_interval_is_unknown (b) || !(base > 0) || share < 0)
    return FALSE;

  out_ratio->low = divide_limits (&a->low, &b->high, factor);
  out_ratio->high = divide_limits (&a->high, &b->low, factor);
  out_ratio->about = a->about || b->about;
  out_ratio->rounding = (a->rounding + fabs (share / base) * b->rounding) * factor / base;

  return TRUE;
}

/**
 * tb_interval_get_sign:
 * @self: an interval
 * @out_sign: (out): −1, 0 or 1
 *
 * Returns: whether every value of it has one sign
 */
gboolean
tb_interval_get_sign (const TbInterval *self,
                      int              *out_sign)
{
  const TbLimit *low = &self->low;
  const TbLimit *high = &self->high;

  if (!low->open && (low->number > 0 || (!(low->number < 0) && low->strict)))
    *out_sign = 1;
  else if (!high->open && (high->number < 0 || (!(high->number > 0) && high->strict)))
    *out_sign = -1;
  else if (!low->open && !high->open && !(low->number < 0) && !(high->number > 0))
    *out_sign = 0;
  else
    return FALSE;

  return TRUE;
}

/**
 * tb_interval_get_bound:
 * @self: an interval with at least one limit
 *
 * Returns: how it is to be read: one number, about it, a bound, or two
 */
TbBound
tb_interval_get_bound (const TbInterval *self)
{
  if (self->high.open)
    return TB_BOUND_AT_LEAST;
  if (self->low.open)
    return TB_BOUND_AT_MOST;
  if (self->low.number < self->high.number)
    return TB_BOUND_BETWEEN;

  return self->about ? TB_BOUND_ABOUT : TB_BOUND_EXACT;
}

/**
 * tb_interval_get_stated:
 * @self: an interval
 *
 * Returns: the number that is stated for it: the value, or the bound where only
 *   that is known; NaN for two limits and for none
 */
double
tb_interval_get_stated (const TbInterval *self)
{
  if (tb_interval_is_unknown (self))
    return NAN;

  switch (tb_interval_get_bound (self))
    {
    case TB_BOUND_EXACT:
    case TB_BOUND_ABOUT:
    case TB_BOUND_AT_LEAST:
      return self->low.number;
    case TB_BOUND_AT_MOST:
      return self->high.number;
    case TB_BOUND_BETWEEN:
      break;
    }

  return NAN;
}

/**
 * tb_bound_get_mark:
 * @bound: how a number is to be read
 * @strict: whether it is itself not reached
 *
 * Returns: (transfer none): what stands before the number with its sign; "" for an
 *   exact one, and for a range, which is written with both ends
 */
const char *
tb_bound_get_mark (TbBound  bound,
                   gboolean strict)
{
  switch (bound)
    {
    case TB_BOUND_AT_LEAST:
      return strict ? ">" : "≥";
    case TB_BOUND_AT_MOST:
      return strict ? "<" : "≤";
    case TB_BOUND_ABOUT:
      return "≈";
    case TB_BOUND_EXACT:
    case TB_BOUND_BETWEEN:
      break;
    }

  return "";
}
