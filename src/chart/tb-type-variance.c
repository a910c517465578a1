/* C3, C4, C5: figures, and what they are against: their growth, the year before, the plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-type.h"
#include "tb-layout-variance.h"

static gpointer
new_growth (TbFigures               *figures,
            const TbChartSpecFields *spec,
            GError                 **error)
{
  return tb_variances_new (TB_AGAINST_GROWTH, figures, spec, error);
}

static gpointer
new_previous_year (TbFigures               *figures,
                   const TbChartSpecFields *spec,
                   GError                 **error)
{
  return tb_variances_new (TB_AGAINST_PREVIOUS_YEAR, figures, spec, error);
}

static gpointer
new_plan (TbFigures               *figures,
          const TbChartSpecFields *spec,
          GError                 **error)
{
  return tb_variances_new (TB_AGAINST_PLAN, figures, spec, error);
}

/* Aims stand in no chart of what was: their boxes and numbers would crowd out the figures. */
static void
keep_what_was (TbFigures               *figures,
               const TbChartSpecFields *spec)
{
  (void) spec;
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      TbTrack *track = &figures->tracks[i];
      gsize n = 0;

      for (gsize k = 0; k < track->n_points; k++)
        n += !tb_chart_point_is_reference (&track->points[k]);
      /* Where there is nothing else the refusal says so. */
      if (n == 0)
        continue;
      n = 0;
      for (gsize k = 0; k < track->n_points; k++)
        if (!tb_chart_point_is_reference (&track->points[k]))
          track->points[n++] = track->points[k];
      track->n_points = n;
    }
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

const TbChartTypeClass tb_type_growth = {
  .name = "growth",
  .title = { { "Columns with growth", "总量与增速图" } },
  .notation = TB_NOTATION_COLUMN,
  .plot_share = 0.54,
  .new_content = new_growth,
  .free_content = free_content,
  .describe = describe,
  .limit = limit,
  .lay_out = lay_out,
};

const TbChartTypeClass tb_type_previous_year = {
  .name = "previous-year",
  .title = { { "Actual against previous year", "同期对比图" } },
  .notation = TB_NOTATION_COLUMN,
  .own_legend = TRUE,
  .plot_share = 0.52,
  .keep_points = keep_what_was,
  .new_content = new_previous_year,
  .free_content = free_content,
  .describe = describe,
  .limit = limit,
  .lay_out = lay_out,
};

const TbChartTypeClass tb_type_plan = {
  .name = "plan",
  .title = { { "Actual against plan", "计划对比图" } },
  .notation = TB_NOTATION_COLUMN,
  .own_legend = TRUE,
  .plot_share = 0.52,
  .new_content = new_plan,
  .free_content = free_content,
  .describe = describe,
  .limit = limit,
  .lay_out = lay_out,
};
