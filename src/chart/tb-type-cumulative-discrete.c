/* C9: running totals and the periods that they are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-type.h"
#include "tb-pair.h"

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  return tb_pair_new (figures, spec, error);
}

const TbChartTypeClass tb_type_cumulative_discrete = {
  .name = "cumulative-discrete",
  .title = { { "Cumulative and single periods", "累计与当期图" } },
  .notation = TB_NOTATION_NONE,
  .new_content = new_content,
  .free_content = tb_pair_free,
  .describe = tb_pair_describe,
  .lay_out = tb_layout_pair,
};
