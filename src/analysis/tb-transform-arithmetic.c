/* Arithmetic on intervals that only transformations need: growth, means,
 * compounding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include <math.h>

/* A mean of printed figures has at most so many decimals more than they have. */
#define MAX_MORE_DECIMALS 6

static const TbLimit open_limit = { .open = TRUE, .number = NAN };

TbInterval
tb_interval_unknown (void)
{
  return (TbInterval) { .low = open_limit, .high = open_limit };
}

/* Whether it holds numbers that can be shown: neither infinite nor NaN. */
gboolean
tb_interval_has_number (const TbInterval *self)
{
  return !tb_interval_is_unknown (self) && (self->low.open || isfinite (self->low.number))
         && (self->high.open || isfinite (self->high.number));
}

/* 100 (to − from) ÷ from, the difference on the printed digits. */
static TbLimit
grow_limit (const TbLimit *difference,
            const TbLimit *from)
{
  if (difference->open)
    return open_limit;

  return (TbLimit) { .number = difference->number * 100 / from->number, .strict = difference->strict };
}

/* R11, R12 and R15: percentages need a base above zero and nothing below it. */
gboolean
tb_interval_grow (const TbInterval *base,
                  const TbInterval *current,
                  TbInterval       *out_percent)
{
  double from = base->low.number;
  double to = current->low.open ? current->high.number : current->low.number;
  TbInterval difference;

  if (base->low.open || !(from > 0) || tb_interval_is_unknown (current) || !(to >= 0))
    return FALSE;

  difference = tb_interval_subtract (current, base);
  *out_percent = (TbInterval) {
    .low = grow_limit (&difference.low, &base->high),
    .high = grow_limit (&difference.high, &base->low),
    .rounding = (current->rounding + fabs (to / from) * base->rounding) * 100 / from,
    .about = base->about || current->about,
  };

  return !tb_interval_is_unknown (out_percent);
}

static TbLimit
divide_limit (const TbLimit *limit,
              guint          n)
{
  TbLimit mean = *limit;
  TbDecimal value = limit->value;

  if (limit->open)
    return open_limit;
  mean.exact = FALSE;
  for (int i = 0; i <= MAX_MORE_DECIMALS && limit->exact && !mean.exact; i++)
    {
      mean.exact = value.mantissa % (gint64) n == 0;
      if (mean.exact)
        mean.value = (TbDecimal) { value.mantissa / (gint64) n, value.exponent };
      else if (!tb_decimal_product (value, (TbDecimal) { 10, -1 }, &value))
        break;
    }
  mean.number = mean.exact ? tb_decimal_to_double (mean.value) : limit->number / n;

  return mean;
}

TbInterval
tb_interval_mean (const TbInterval *sum,
                  guint             n)
{
  return (TbInterval) { .low = divide_limit (&sum->low, n),
                        .high = divide_limit (&sum->high, n),
                        .rounding = sum->rounding / n,
                        .about = sum->about };
}

static TbLimit
compound_limit (const TbLimit *limit,
                double         exponent)
{
  TbLimit result = { .strict = limit->strict };

  if (limit->open)
    return open_limit;
  result.number = 100 * (pow (1 + limit->number / 100, exponent) - 1);

  return result;
}

gboolean
tb_interval_compound (const TbInterval *percent,
                      double            exponent,
                      TbInterval       *out_percent)
{
  double stated = percent->low.open ? percent->high.number : percent->low.number;

  if (!(stated > -100))
    return FALSE;

  *out_percent = (TbInterval) {
    .low = compound_limit (&percent->low, exponent),
    .high = compound_limit (&percent->high, exponent),
    .rounding = percent->rounding * fabs (exponent) * pow (1 + stated / 100, exponent - 1),
    .about = percent->about,
  };

  return TRUE;
}

static TbLimit
multiply_limit (const TbLimit *limit,
                double         factor)
{
  return limit->open ? open_limit : (TbLimit) { .number = limit->number * factor, .strict = limit->strict };
}

/* By a factor above zero that is no printed number, such as a weight's share. */
TbInterval
tb_interval_times (const TbInterval *self,
                   double            factor)
{
  return (TbInterval) { .low = multiply_limit (&self->low, factor),
                        .high = multiply_limit (&self->high, factor),
                        .rounding = self->rounding * factor,
                        .about = self->about };
}
