/* Published changes, and what they imply.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-published.h"

#include <math.h>

/**
 * tb_published_for_pair:
 * @base: the earlier figure
 * @current: the later one
 * @in_points: whether the unit is a percentage
 * @out_half_unit: (out): half a unit of the last printed digit
 *
 * R8: definitions that changed leave the growth that the publisher computed on
 * comparable figures.
 *
 * Returns: percent, or points; NaN where none was published for this pair
 */
double
tb_published_for_pair (const TbSide *base,
                       const TbSide *current,
                       gboolean      in_points,
                       double       *out_half_unit)
{
  const TbObservationExtra *extra = current->observation.extra;

  *out_half_unit = 0;
  if (extra == NULL || !extra->change.given)
    return NAN;
  *out_half_unit = tb_decimal_half_unit (extra->change.value, TB_DECIMAL_ONE);
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
