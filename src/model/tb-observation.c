/* One figure with all that it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-observation.h"

#include <math.h>

/**
 * tb_observation_get_low:
 * @self: an observation
 *
 * Returns: the lower end of a range, multiplier applied; NaN where not given
 */
double
tb_observation_get_low (const TbObservation *self)
{
  if (self->extra == NULL || !self->extra->has_low)
    return NAN;

  return tb_decimal_multiply (self->extra->low, self->multiplier);
}

/**
 * tb_observation_get_high:
 * @self: an observation
 *
 * Returns: the upper end of a range, multiplier applied; NaN where not given
 */
double
tb_observation_get_high (const TbObservation *self)
{
  if (self->extra == NULL || !self->extra->has_high)
    return NAN;

  return tb_decimal_multiply (self->extra->high, self->multiplier);
}

/**
 * tb_observation_get_half_unit:
 * @self: an observation
 * @unit: what it is counted in
 *
 * Half a unit of the last printed digit: the rounding of the figure. A whole
 * number of things or a rank printed without multiplier has none
 * (semantics 4.1): 3 → 4 is a change.
 *
 * Returns: the half-unit, multiplier applied; NaN without a value
 */
double
tb_observation_get_half_unit (const TbObservation *self,
                              const TbUnit        *unit)
{
  gboolean whole = self->value.exponent >= 0 && tb_decimal_compare (self->multiplier, TB_DECIMAL_ONE) == 0;

  if (!self->has_value)
    return NAN;
  if (whole && (unit->kind == TB_UNIT_COUNT || unit->kind == TB_UNIT_RANK))
    return 0;

  return tb_decimal_half_unit (self->value, self->multiplier);
}

/**
 * tb_observation_is_range:
 * @self: an observation
 *
 * Returns: whether a low or a high end stands in place of a value
 */
gboolean
tb_observation_is_range (const TbObservation *self)
{
  return !self->has_value && self->extra != NULL && (self->extra->has_low || self->extra->has_high);
}
