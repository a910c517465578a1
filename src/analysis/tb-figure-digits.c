/* How many digits of a figure are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"

#include <math.h>

/* The power of ten of a multiplier, so far as it is one: 4 for 10000, 0 for 12. */
static int
get_power_of_ten (TbDecimal multiplier)
{
  gint64 mantissa = multiplier.mantissa;
  int power = multiplier.exponent;

  for (; mantissa != 0 && mantissa % 10 == 0; mantissa /= 10)
    power++;

  return power;
}

/* The last printed digit of a figure is that of its value, moved by its multiplier. */
int
tb_figure_count_decimals (TbDecimal     value,
                          TbDecimal     multiplier,
                          double        shown,
                          TbNumberScale scale)
{
  return tb_number_decimals (shown, -(value.exponent + get_power_of_ten (multiplier)), scale);
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

int
tb_figure_get_most_decimals (const TbSeriesInfo *info,
                             TbNumberScale       scale)
{
  int decimals = info->indicator->decimals;

  return scale.power == 0 && decimals >= 0 && info->unit == info->indicator->unit ? decimals : G_MAXINT;
}

static double
shift_and_round (double     number,
                 double     power,
                 TbRounding rounding)
{
  /* The room guards against 4.2 standing just beside itself in binary. */
  switch (rounding)
    {
    case TB_ROUND_DOWN:
      return floor (number * power + 1e-9);
    case TB_ROUND_UP:
      return ceil (number * power - 1e-9);
    case TB_ROUND_NEAREST:
      break;
    }

  return round (number * power);
}

char *
tb_figure_dup_digits (const TbSeriesInfo *info,
                      double              number,
                      TbDecimal           value,
                      TbDecimal           multiplier,
                      TbNumberScale       scale,
                      TbRounding          rounding,
                      int                 most)
{
  int printed = tb_figure_count_decimals (value, multiplier, number, scale);
  int decimals = MIN (printed, tb_figure_get_most_decimals (info, scale));
  double shown = number / pow (10, scale.power);
  double power;
  double rounded;

  if (most >= 0)
    decimals = MIN (decimals, most);
  if (decimals == printed)
    return tb_number_format_scaled (number, printed, scale, FALSE);

  power = pow (10, decimals);
  rounded = shift_and_round (shown, power, rounding);
  while (decimals < printed && !(fabs (rounded) > 0))
    {
      decimals++;
      power *= 10;
      rounded = shift_and_round (shown, power, rounding);
    }

  return rounding == TB_ROUND_NEAREST ? tb_number_format_scaled (number, decimals, scale, FALSE)
                                      : tb_number_format (rounded / power, decimals);
}
