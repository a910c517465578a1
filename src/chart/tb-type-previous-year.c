/* C4: figures against those of a year earlier.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-type.h"
#include "tb-layout-variance.h"

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  return tb_variances_new (TB_AGAINST_PREVIOUS_YEAR, figures, spec, error);
}

static void
free_content (gpointer content)
{
  tb_variances_free (content);
}

static void
describe (gconstpointer    content,
          const TbFigures *figures,
          GString         *text)
{
  tb_variances_describe (content, figures, text);
}

static gboolean
limit (TbCanvas           *canvas,
       const TbChartFrame *frame,
       gpointer            content)
{
  return tb_layout_variance_limit (canvas, frame, content);
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  tb_layout_variance (canvas, frame, content);
}

const TbChartTypeClass tb_type_previous_year = {
  .name = "previous-year",
  .title = { { "Actual against previous year", "同期对比图" } },
  .notation = TB_NOTATION_COLUMN,
  .own_legend = TRUE,
  .plot_share = 0.52,
  .new_content = new_content,
  .free_content = free_content,
  .describe = describe,
  .limit = limit,
  .lay_out = lay_out,
};
