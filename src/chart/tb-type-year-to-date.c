/* C8: years to date beside each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-type.h"
#include "tb-fan.h"

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  return tb_fan_new (figures, spec, error);
}

const TbChartTypeClass tb_type_year_to_date = {
  .name = "year-to-date",
  .title = { { "Year-to-date comparison", "累计对比图" } },
  .notation = TB_NOTATION_LINE,
  .describes_all = TRUE,
  .new_content = new_content,
  .free_content = tb_fan_free,
  .describe = tb_fan_describe,
  .lay_out = tb_layout_fan,
};
