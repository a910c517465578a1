/* What holds of a figure that does not say it (format.md).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-series.h"

/**
 * tb_measure_default_basis:
 * @measure: a measure
 * @since: from when a cumulative one counts
 *
 * Returns: the basis of a figure that does not say its own (format.md)
 */
TbBasis
tb_measure_default_basis (TbMeasure measure,
                          TbSince   since)
{
  switch (measure)
    {
    case TB_MEASURE_FLOW:
    case TB_MEASURE_AVERAGE:
    case TB_MEASURE_GROWTH:
      return TB_BASIS_DISCRETE;
    case TB_MEASURE_CUMULATIVE:
      return since == TB_SINCE_YEAR_START ? TB_BASIS_YEAR_TO_DATE : TB_BASIS_AS_OF;
    case TB_MEASURE_STOCK:
    case TB_MEASURE_RATIO:
    case TB_MEASURE_INDEX:
    case TB_MEASURE_UNSTATED:
      return TB_BASIS_AS_OF;
    }

  g_return_val_if_reached (TB_BASIS_AS_OF);
}

static TbTargetBasis
default_target_basis (TbBasis basis)
{
  switch (basis)
    {
    case TB_BASIS_AS_OF:
      return TB_TARGET_LEVEL_AT;
    case TB_BASIS_DISCRETE:
    case TB_BASIS_YEAR_TO_DATE:
      return TB_TARGET_SUM_OVER;
    case TB_BASIS_MULTI_YEAR:
      return TB_TARGET_CUM_PLAN;
    }

  g_return_val_if_reached (TB_TARGET_LEVEL_AT);
}

static TbComparator
default_comparator (TbQualifier qualifier,
                    TbDirection direction)
{
  switch (qualifier)
    {
    case TB_QUALIFIER_OVER:
    case TB_QUALIFIER_AT_LEAST:
      return TB_COMPARATOR_AT_LEAST;
    case TB_QUALIFIER_AT_MOST:
    case TB_QUALIFIER_UNDER:
      return TB_COMPARATOR_AT_MOST;
    case TB_QUALIFIER_ABOUT:
    case TB_QUALIFIER_NEARLY:
      return TB_COMPARATOR_ABOUT;
    case TB_QUALIFIER_EXACT:
      break;
    }

  switch (direction)
    {
    case TB_DIRECTION_UP:
      return TB_COMPARATOR_AT_LEAST;
    case TB_DIRECTION_DOWN:
      return TB_COMPARATOR_AT_MOST;
    case TB_DIRECTION_NONE:
      return TB_COMPARATOR_EQUAL;
    }

  g_return_val_if_reached (TB_COMPARATOR_EQUAL);
}

/**
 * tb_target_fill_defaults:
 * @self: a target
 * @basis: basis of its observation
 * @qualifier: qualifier of its observation
 * @direction: direction of its indicator
 * @is_range: whether it has a low or a high end in place of a value
 *
 * Fills in what a target does not say itself, as format.md tells.
 */
void
tb_target_fill_defaults (TbTarget    *self,
                         TbBasis      basis,
                         TbQualifier  qualifier,
                         TbDirection  direction,
                         gboolean     is_range)
{
  if (!self->basis_said)
    self->basis = default_target_basis (basis);
  if (!self->comparator_said)
    self->comparator = is_range ? TB_COMPARATOR_RANGE : default_comparator (qualifier, direction);
}
