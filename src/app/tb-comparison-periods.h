/* Which two periods the comparison table compares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_COMPARISON_PERIODS (tb_comparison_periods_get_type ())
G_DECLARE_FINAL_TYPE (TbComparisonPeriods, tb_comparison_periods, TB, COMPARISON_PERIODS, AdwBin)

/* Offers the periods of a table, and shows those that it compares. "chosen" is
 * emitted when the user chose others, "filled" when all are offered. */
void     tb_comparison_periods_set_comparison (TbComparisonPeriods *self,
                                               const TbComparison  *comparison,
                                               TbLanguage           language);
/* FALSE: not yet both of them. */
gboolean tb_comparison_periods_get_pair       (TbComparisonPeriods *self,
                                               TbComparePair       *out_pair);
/* Whether the table compares two of them; else there is a blank to begin with. */
gboolean tb_comparison_periods_has_change     (TbComparisonPeriods *self);
guint    tb_comparison_periods_get_n          (TbComparisonPeriods *self);
gboolean tb_comparison_periods_is_busy        (TbComparisonPeriods *self);

G_END_DECLS
