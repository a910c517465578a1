/* C2: lines over time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-layouts.h"
#include "tb-chart-misfit.h"
#include "tb-chart-panel.h"
#include "tb-chart-type.h"
#include "tb-chart-words.h"


/* Beyond the colours lines are grey, 1.2 units wide. So many over a plot of some
 * 400 units leave less than their own width between them: a grey field. */
#define MOST_LINE_SERIES 200

/**
 * tb_figures_get_line_facts:
 * @self: figures
 *
 * Returns: whether and how well a line suits them
 */
TbLineFacts
tb_figures_get_line_facts (const TbFigures *self)
{
  TbLineFacts facts = { 0, FALSE };

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbTrack *track = &self->tracks[i];
      gsize n_actual = 0;

      for (gsize k = 0; k < track->n_points; k++)
        {
          n_actual += track->points[k].kind == TB_KIND_ACTUAL && !track->points[k].missing;
          facts.joins = facts.joins || (k > 0 && tb_chart_points_may_join (&track->points[k - 1], &track->points[k]));
        }
      facts.most_points = MAX (facts.most_points, n_actual);
    }

  return facts;
}

/* Whether two figures would be joined if sources agreed. */
static gboolean
has_conflict_between (const TbFigures *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 1; k < self->tracks[i].n_points; k++)
      {
        TbChartPoint from = self->tracks[i].points[k - 1];
        TbChartPoint to = self->tracks[i].points[k];

        from.conflict = to.conflict = 0;
        if (tb_chart_points_may_join (&from, &to))
          return TRUE;
      }

  return FALSE;
}

/* Why there is no line. */
static TbChartWord
choose_reason (const TbFigures *figures,
               TbLineFacts      facts)
{
  if (facts.most_points < 2)
    return TB_WORD_MISFIT_ONE_POINT;

  return has_conflict_between (figures) ? TB_WORD_MISFIT_CONFLICTS : TB_WORD_MISFIT_NEVER_JOINED;
}

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  TbLineFacts facts = tb_figures_get_line_facts (figures);

  if (facts.most_points < 2 || !facts.joins)
    {
      tb_chart_take_misfit (error, g_strdup (tb_chart_word (choose_reason (figures, facts), figures->language)));
      return NULL;
    }
  if (tb_layout_line_leaves_zero_out (figures))
    tb_figures_add_explaining_note (figures, g_strdup (tb_chart_word (TB_WORD_NOT_ZERO, figures->language)));
  if (figures->n_tracks > TB_N_SERIES_COLORS)
    tb_figures_add_note (figures, tb_chart_words_format (TB_WORD_GREY, figures->language,
                                                         (int) figures->n_tracks - TB_N_SERIES_COLORS));

  return figures;
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  TbPanel panel = TB_PANEL_INIT (frame->plot);
  g_autoptr (TbLineLayout) layout = NULL;

  panel.with_names = !frame->names_series;
  layout = tb_line_layout_new (canvas, &panel);
  tb_line_layout_draw (layout);
}

const TbChartTypeClass tb_type_line = {
  .name = "line",
  .title = { { "Line chart", "折线图" } },
  .notation = TB_NOTATION_LINE,
  .thins = TRUE,
  .most_series = MOST_LINE_SERIES,
  .new_content = new_content,
  .wants_legend = tb_layout_line_needs_legend,
  .lay_out = lay_out,
};
