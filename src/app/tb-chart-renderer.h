/* Makes pictures of charts in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-picture.h"

G_BEGIN_DECLS

#define TB_TYPE_CHART_RENDERER (tb_chart_renderer_get_type ())
G_DECLARE_FINAL_TYPE (TbChartRenderer, tb_chart_renderer, TB, CHART_RENDERER, GObject)

TbChartRenderer *tb_chart_renderer_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void             tb_chart_renderer_request     (TbChartRenderer *self,
                                                TbDataset       *dataset,
                                                TbChartSpec     *spec,
                                                gboolean         choose_type,
                                                int              width_px,
                                                int              height_px);
void             tb_chart_renderer_wait        (TbChartRenderer *self,
                                                guint            most_ms);
void             tb_chart_renderer_clear       (TbChartRenderer *self);
TbChartPicture  *tb_chart_renderer_get_picture (TbChartRenderer *self);
gboolean         tb_chart_renderer_is_busy     (TbChartRenderer *self);

G_END_DECLS
