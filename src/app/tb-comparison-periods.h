/* Which two periods the comparison table compares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-compare-pair.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_COMPARISON_PERIODS (tb_comparison_periods_get_type ())
G_DECLARE_FINAL_TYPE (TbComparisonPeriods, tb_comparison_periods, TB, COMPARISON_PERIODS, AdwBin)

/* Offers periods, and shows two of them. "chosen" is emitted when the user chose
 * others, "filled" when all are offered. @periods: (element-type TbPeriod); @names: of
 * them, behind a blank where there is no @pair. What is not in sight is filled when it
 * comes into sight. */
void     tb_comparison_periods_set      (TbComparisonPeriods *self,
                                         GArray              *periods,
                                         GListModel          *names,
                                         const TbComparePair *pair);
/* FALSE: not yet both of them. */
gboolean tb_comparison_periods_get_pair (TbComparisonPeriods *self,
                                         TbComparePair       *out_pair);
gboolean tb_comparison_periods_is_busy  (TbComparisonPeriods *self);

G_END_DECLS
