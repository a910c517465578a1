/* C1: columns over time, as wide as their spans are long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-lanes.h"
#include "tb-chart-misfit.h"
#include "tb-chart-panel.h"
#include "tb-chart-type.h"
#include "tb-chart-words.h"

/* More columns side by side in a period cannot be told apart. */
#define MOST_COLUMN_SERIES 6

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  if (figures->n_tracks > 1 && tb_figures_lanes_clash (figures))
    {
      tb_chart_take_misfit (error, g_strdup (tb_chart_word (TB_WORD_MISFIT_CLASH, figures->language)));
      return NULL;
    }

  return figures;
}

static gboolean
wants_legend (const TbCanvas *canvas)
{
  return canvas->figures->n_tracks > 1;
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  TbPanel panel = TB_PANEL_INIT (frame->plot);
  g_autoptr (TbColumnLayout) layout = tb_column_layout_new (canvas, &panel);

  tb_column_layout_draw (layout);
}

const TbChartTypeClass tb_type_column = {
  .name = "column",
  .title = { { "Column chart", "柱形图" } },
  .notation = TB_NOTATION_COLUMN,
  .most_series = MOST_COLUMN_SERIES,
  .new_content = new_content,
  .wants_legend = wants_legend,
  .lay_out = lay_out,
};
