/* The chart, its types and the readout of a point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-figure-canvas.h"
#include "tb-inspector.h"
#include "tb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_CHART_VIEW (tb_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TbChartView, tb_chart_view, TB, CHART_VIEW, AdwBin)

void            tb_chart_view_set_session (TbChartView *self,
                                           TbSession   *session);
TbChartPicture *tb_chart_view_get_picture (TbChartView *self);
TbFigureCanvas  *tb_chart_view_get_canvas  (TbChartView *self);
TbInspector    *tb_chart_view_get_inspector (TbChartView *self);
void            tb_chart_view_focus_figure (TbChartView *self);
/* Whether the figure is being drawn, or the inspector finds out what to offer. */
void            tb_chart_view_begin       (TbChartView *self);
void            tb_chart_view_wait        (TbChartView *self,
                                           guint        most_ms);
gboolean        tb_chart_view_is_busy     (TbChartView *self);
/* The chart as it is exported: its type as shown, on the page of @language, @style and size. */
TbChartSpec    *tb_chart_view_dup_spec    (TbChartView *self,
                                           TbLanguage   language,
                                           TbStyle      style,
                                           double       width,
                                           double       height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
