/* How many digits of a figure are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"

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
