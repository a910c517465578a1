/* All types of chart, in groups, with the reason where one does not fit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_CHART_TYPES_POPOVER (tb_chart_types_popover_get_type ())
G_DECLARE_FINAL_TYPE (TbChartTypesPopover, tb_chart_types_popover, TB, CHART_TYPES_POPOVER, GtkPopover)

/* What the types are weighed for; %NULL: nothing. They are weighed in a thread when
 * the popover is opened. `chosen` (TbChartType as int) is emitted on a choice. */
void      tb_chart_types_popover_set_selection (TbChartTypesPopover *self,
                                                TbSelection         *selection,
                                                TbLanguage           language,
                                                TbChartType          current);
gboolean  tb_chart_types_popover_is_busy       (TbChartTypesPopover *self);

G_END_DECLS
