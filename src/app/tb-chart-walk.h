/* Walking the points of a chart by keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

G_BEGIN_DECLS

typedef enum
{
  TB_CHART_STEP_LEFT,
  TB_CHART_STEP_RIGHT,
  TB_CHART_STEP_UP,
  TB_CHART_STEP_DOWN,
  TB_CHART_STEP_FIRST,
  TB_CHART_STEP_LAST,
} TbChartStep;

gboolean  tb_chart_step_from_key (guint          key,
                                  TbChartStep   *out_step);
/* The point that one step from @from leads to; @from itself at an end, the
 * first point where there is none yet. */
TbDatum   tb_chart_walk          (const TbScene *scene,
                                  TbDatum        from,
                                  TbChartStep    step);

G_END_DECLS
