/* What is said of one point of a chart: the figure, and how it compares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"

#include "tb-chart-standing.h"
#include "tb-chart-words.h"
#include "tb-figure-text.h"
#include "tb-proposal.h"

/* The change on the earlier figure that suits best, or why there is none. */
static char *
dup_change (const TbDataset *dataset,
            TbFigure         figure,
            TbDay            known,
            TbReference      reference,
            TbLanguage       language)
{
  TbProposal best;
  g_autofree char *reason = NULL;

  if (tb_proposal_find_best (dataset, figure, known, reference, &best))
    return tb_verdict_dup_text (&best.verdict, best.base, figure, reference, language);
  reason = tb_proposal_dup_reason (dataset, figure, known, reference, language);
  if (reason == NULL || reason[0] == '\0')
    return NULL;

  return tb_chart_words_format (TB_WORD_NO_CHANGE, language, reason);
}

/**
 * tb_chart_dup_readout:
 * @spec: what the chart shows
 * @selection: its figures, of tb_chart_select()
 * @datum: a point of its scene
 *
 * Says all that a figure is, and beside it what the rules of comparison allow: of
 * an observed figure the change on the earlier one that suits it best, of a target
 * how the observed figure stands to it; or why nothing can be said. A computed
 * figure is a comparison already.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the words, in the language of @spec; %NULL
 *   for no datum of the selection
 */
char *
tb_chart_dup_readout (const TbChartSpec *spec,
                      const TbSelection *selection,
                      TbDatum            datum)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (spec);
  const TbDataset *dataset = tb_selection_get_dataset (selection);
  const TbReference reference = { fields->as_of, tb_dataset_get_info (dataset)->updated };
  TbLanguage language = fields->language;
  TbFigure figure;
  TbObservation observation;
  g_autofree char *description = NULL;
  g_autofree char *comparison = NULL;

  if (datum.series < 0 || (gsize) datum.series >= tb_selection_get_n (selection) || datum.row < 0)
    return NULL;
  figure = (TbFigure) { tb_selection_get (selection, (gsize) datum.series)->series, (gsize) datum.row };
  if (figure.row >= tb_series_get_n (figure.series))
    return NULL;

  description = tb_figure_dup_description (figure.series, figure.row, language);
  tb_series_get (figure.series, figure.row, &observation);
  if (observation.kind == TB_KIND_TARGET || observation.kind == TB_KIND_PLAN)
    comparison = tb_chart_dup_standing (dataset, figure, fields->known, reference, language, NULL, NULL);
  else if (fields->n_operations == 0)
    comparison = dup_change (dataset, figure, fields->known, reference, language);
  if (comparison == NULL)
    return g_steal_pointer (&description);

  return g_strconcat (description, tb_chart_word (TB_WORD_CLAUSE, language), comparison, NULL);
}
