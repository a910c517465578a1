/* C16: a stock-flow bridge.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  return tb_bridge_new_of_flows (figures, spec, error);
}

const TbChartTypeClass tb_type_stock_flow = {
  .name = "stock-flow",
  .title = { { "Stock-flow bridge", "存量流量图" } },
  .notation = TB_NOTATION_NONE,
  .describes_all = TRUE,
  .new_content = new_content,
  .free_content = tb_bridge_free_content,
  .describe = tb_bridge_describe,
  .limit = tb_layout_bridge_limit,
  .lay_out = tb_layout_bridge,
};
