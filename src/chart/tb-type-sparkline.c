/* C15: a line of a word's size, for a cell of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-layouts.h"
#include "tb-chart-type.h"

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  return figures;
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  tb_layout_spark (canvas);
}

const TbChartTypeClass tb_type_sparkline = {
  .name = "sparkline",
  .title = { { "Sparkline", "迷你图" } },
  .notation = TB_NOTATION_NONE,
  .frameless = TRUE,
  .thins = TRUE,
  .most_series = 1,
  .new_content = new_content,
  .lay_out = lay_out,
};
