/* C10: a waterfall, over time or of the parts of a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

/* More parts than a page has lines do not chain to the eye. */
#define MOST_BRIDGE_PARTS 100

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  return figures->n_tracks == 1 ? tb_bridge_new_over_time (figures, spec, error)
                                : tb_bridge_new_of_parts (figures, spec, error);
}

const TbChartTypeClass tb_type_waterfall = {
  .name = "waterfall",
  .title = { { "Waterfall chart", "瀑布图" } },
  .notation = TB_NOTATION_NONE,
  .most_series = MOST_BRIDGE_PARTS,
  .orders = TB_ORDER (SIZE) | TB_ORDER (DECLARED) | TB_ORDER (CHANGE),
  .usual_orders = TB_ORDER (SIZE) | TB_ORDER (CHANGE),
  .describes_all = TRUE,
  .new_content = new_content,
  .free_content = tb_bridge_free_content,
  .describe = tb_bridge_describe,
  .limit = tb_layout_bridge_limit,
  .lay_out = tb_layout_bridge,
};
