/* The periods that the inspector offers, and whether they may be compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-facts.h"

G_BEGIN_DECLS

typedef enum { TB_PERIODS_OBSERVED, TB_PERIODS_AIMED_AT } TbInspectorPeriods;

/* Each dated period once, latest first; (element-type TbPeriod). @selection: nullable. */
GArray *tb_inspector_periods_list       (const TbSelection    *selection,
                                         TbInspectorPeriods    which) G_GNUC_WARN_UNUSED_RESULT;
/* Whether each ends on the same day of a year, and is as long as the others. */
gboolean tb_inspector_periods_are_yearly (const GArray       *periods);
/* A mask of 1 << TbKind. */
guint   tb_inspector_periods_find_kinds (const TbSelection    *selection);
/* What the current period of a figure can be compared with; (element-type TbInspectorPeriod). */
GArray *tb_inspector_periods_weigh      (const TbChartPicture *picture,
                                         const GArray         *periods,
                                         const TbChartWording *wording,
                                         GCancellable         *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
