/* How many digits of a figure are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"

#include <math.h>

#define MIN_SIGNIFICANT 3
#define MAX_DECIMALS 12

/* The power of ten that a number is; −1 where it is none. */
static int
get_power_of_ten (TbDecimal number)
{
  gint64 mantissa = number.mantissa;
  int power = number.exponent;

  for (; mantissa > 1 && mantissa % 10 == 0; mantissa /= 10)
    power++;

  return mantissa == 1 && power >= 0 ? power : -1;
}

static int
count_digits (gint64 mantissa)
{
  int n = 1;

  for (mantissa /= 10; mantissa != 0; mantissa /= 10)
    n++;

  return n;
}

/* Digits before the point; 0 for 0.35, −1 for 0.035. */
static int
count_integer_digits (double number)
{
  return number > 0 || number < 0 ? (int) floor (log10 (fabs (number))) + 1 : 1;
}

/* Zeros at the end of a whole number were not measured to be zero: 3,500 is
 * 0.35万, not 0.350万. */
static int
drop_zeros (double number,
            int    decimals)
{
  while (decimals > 0)
    {
      double shifted = number * pow (10, decimals - 1);

      if (fabs (shifted - round (shifted)) > 1e-6 * fmax (1, fabs (shifted) * 1e-6))
        break;
      decimals--;
    }

  return decimals;
}

/*
 * Where the scale is the one that the number was printed with, or there is none,
 * every printed digit is shown. Where the scale shortens the number further,
 * three significant digits are (semantics L-1), or as many as the shortened
 * number in print has.
 */
int
tb_figure_count_decimals (TbDecimal     value,
                          TbDecimal     multiplier,
                          double        shown,
                          TbNumberScale scale)
{
  int power = get_power_of_ten (multiplier);
  int last = value.exponent + MAX (power, 0);
  int significant = power > 0 ? MAX (MIN_SIGNIFICANT, count_digits (value.mantissa)) : MIN_SIGNIFICANT;
  int decimals;

  if (power < 0)
    last += multiplier.exponent;
  if (scale.power == 0 || power == scale.power)
    return CLAMP (scale.power - last, 0, MAX_DECIMALS);

  shown /= pow (10, scale.power);
  decimals = MIN (scale.power - last, significant - count_integer_digits (shown));
  decimals = CLAMP (decimals, 0, MAX_DECIMALS);

  return power == 0 && value.exponent >= 0 ? drop_zeros (shown, decimals) : decimals;
}

int
tb_figure_get_decimals (const TbObservation *observation,
                        double               shown,
                        TbNumberScale        scale)
{
  const TbObservationExtra *extra = observation->extra;
  int decimals = 0;

  if (observation->has_value)
    return tb_figure_count_decimals (observation->value, observation->multiplier, shown, scale);
  if (extra != NULL && extra->has_low)
    decimals = tb_figure_count_decimals (extra->low, observation->multiplier, shown, scale);
  if (extra != NULL && extra->has_high)
    decimals = MAX (decimals, tb_figure_count_decimals (extra->high, observation->multiplier, shown, scale));

  return decimals;
}

gboolean
tb_unit_takes_scale (const TbUnit *unit)
{
  switch (unit->kind)
    {
    case TB_UNIT_COUNT:
    case TB_UNIT_MONEY:
    case TB_UNIT_MASS:
    case TB_UNIT_AREA:
    case TB_UNIT_LENGTH:
    case TB_UNIT_OTHER:
      return TRUE;
    case TB_UNIT_DURATION:
    case TB_UNIT_PERCENT:
    case TB_UNIT_RATIO:
    case TB_UNIT_PER:
    case TB_UNIT_INDEX:
    case TB_UNIT_RANK:
      break;
    }

  return FALSE;
}
