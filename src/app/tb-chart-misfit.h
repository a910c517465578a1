/* What stands in the place of a chart that does not fit its figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-late-pane.h"

G_BEGIN_DECLS

#define TB_TYPE_CHART_MISFIT (tb_chart_misfit_get_type ())
G_DECLARE_FINAL_TYPE (TbChartMisfit, tb_chart_misfit, TB, CHART_MISFIT, TbLatePane)

void  tb_chart_misfit_tell (TbChartMisfit *self,
                            const char    *reason,
                            const char    *fitting);

G_END_DECLS
