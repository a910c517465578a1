/* C12: a ranking at one period.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-layouts.h"
#include "tb-chart-misfit.h"
#include "tb-chart-type.h"
#include "tb-chart-words.h"

gsize
tb_figures_count_ranked (const TbFigures *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    n += self->tracks[i].n_points > 0;

  return n;
}

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  if (tb_figures_count_ranked (figures) < 2)
    {
      tb_chart_take_misfit (error, g_strdup (tb_chart_word (TB_WORD_MISFIT_ONE_SERIES, figures->language)));
      return NULL;
    }

  return figures;
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  tb_layout_bar (canvas, frame);
}

const TbChartTypeClass tb_type_bar = {
  .name = "bar",
  .title = { { "Bar chart", "条形图" } },
  .notation = TB_NOTATION_BAR,
  .new_content = new_content,
  .lay_out = lay_out,
};
