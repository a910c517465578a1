/* C7: the way to a target.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-type.h"
#include "tb-target-path.h"

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  return tb_target_path_new (figures, spec, error);
}

static void
free_content (gpointer content)
{
  tb_target_path_free (content);
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  tb_layout_target_path (canvas, frame->plot, content);
}

const TbChartTypeClass tb_type_target_path = {
  .name = "target-path",
  .title = { { "Target path", "目标进度图" } },
  .notation = TB_NOTATION_LINE,
  .own_legend = TRUE,
  .keep_points = tb_target_path_keep_points,
  .new_content = new_content,
  .free_content = free_content,
  .describe = tb_target_path_describe,
  .lay_out = lay_out,
};
