/* The series of a chart, each to be switched off and on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_CHART_SERIES_POPOVER (tb_chart_series_popover_get_type ())
G_DECLARE_FINAL_TYPE (TbChartSeriesPopover, tb_chart_series_popover, TB, CHART_SERIES_POPOVER, GtkPopover)

/* @selection: (nullable): whose series are listed. `toggled` (series as int) is
 * emitted where one is to be switched, `hidden` (GPtrArray of TbSeries) where these are to
 * be off and all others on. */
void      tb_chart_series_popover_set_selection (TbChartSeriesPopover *self,
                                                 TbSession            *session,
                                                 TbSelection          *selection);

G_END_DECLS
