/* How the figures of a chart stand to its targets, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-standing.h"

#include "tb-chart-words.h"
#include "tb-standing.h"

/**
 * tb_chart_dup_when:
 * @figure: a figure, or a target
 * @language: the figure's
 *
 * Returns: (transfer full): its period in words, of a level with "end"; "" where it
 *   has none
 */
char *
tb_chart_dup_when (TbFigure   figure,
                   TbLanguage language)
{
  TbObservation observation;
  gboolean is_level;

  tb_series_get (figure.series, figure.row, &observation);
  if (!tb_period_is_dated (observation.period))
    return g_strdup ("");

  is_level = observation.basis == TB_BASIS_AS_OF && tb_series_get_info (figure.series)->measure != TB_MEASURE_UNSTATED;

  return tb_period_label (observation.period, language, is_level ? TB_PERIOD_LABEL_AS_OF : TB_PERIOD_LABEL_FULL);
}

/* A plan for a period says nothing of a figure for an earlier one; a level to be
 * reached is approached from before, and so is a target from its baseline. */
gboolean
tb_chart_is_standing_of_before (TbFigure target,
                                TbFigure actual)
{
  TbObservation observation;

  tb_series_get (target.series, target.row, &observation);
  if (!tb_period_is_dated (observation.period) || observation.extra == NULL || observation.extra->target.has_baseline ||
      (observation.extra->target.basis != TB_TARGET_SUM_OVER && observation.extra->target.basis != TB_TARGET_AVG_OVER))
    return FALSE;

  return tb_series_get_period (actual.series, actual.row).end < observation.period.start;
}

gboolean
tb_chart_is_standing_refused (const TbStanding *standing,
                              TbFigure          target,
                              TbFigure          actual)
{
  if (tb_chart_is_standing_of_before (target, actual))
    return TRUE;

  return standing->word == TB_STANDING_NONE && standing->gap.kind == TB_VERDICT_INVALID &&
         standing->completion.kind == TB_VERDICT_INVALID && standing->progress.kind == TB_VERDICT_INVALID;
}

/**
 * tb_chart_dup_standing:
 * @dataset: the dataset
 * @target: a target or a plan in it
 * @known: as known on that day; 0: today
 * @reference: on which day it is looked at (T-5)
 * @language: the figure's
 * @out_actual: (out) (optional): the figure that it is measured by
 * @out_refused: (out) (optional): whether the two are not set against each other
 *
 * Says how the observed figure that a target is measured by stands to it
 * (semantics 4.4), with the periods of both. Thread: any.
 *
 * Returns: (transfer full) (nullable): "H1 2021 against the target for 2021: 35%
 *   of the target …"; %NULL where there is nothing to measure
 */
char *
tb_chart_dup_standing (const TbDataset *dataset,
                       TbFigure         target,
                       TbDay            known,
                       TbReference      reference,
                       TbLanguage       language,
                       TbFigure        *out_actual,
                       gboolean        *out_refused)
{
  TbFigure actual = tb_standing_find_actual (dataset, target, known, reference);
  TbStanding standing;
  TbObservation observation;
  const char *kind;
  g_autofree char *when = NULL;
  g_autofree char *of_actual = NULL;
  g_autofree char *words = NULL;

  if (out_actual != NULL)
    *out_actual = actual;
  if (out_refused != NULL)
    *out_refused = TRUE;
  if (actual.series == NULL)
    return NULL;

  standing = tb_standing_assess (target, actual, reference);
  if (out_refused != NULL)
    *out_refused = tb_chart_is_standing_refused (&standing, target, actual);
  tb_series_get (target.series, target.row, &observation);
  kind = tb_chart_kind_word (observation.kind, language);
  when = tb_chart_dup_when (target, language);
  of_actual = tb_chart_dup_when (actual, language);
  words = tb_standing_dup_text (&standing, target, actual, language);
  if (words[0] == '\0')
    return NULL;

  return when[0] == '\0' ? tb_chart_words_format (TB_WORD_STANDING_UNDATED, language, of_actual, kind, words)
                         : tb_chart_words_format (TB_WORD_STANDING, language, of_actual, kind, when, words);
}

static gboolean
is_drawn (const TbFigures *self,
          const TbTrack   *track,
          TbFigure         figure)
{
  const TbSelected *selected;

  if (track->series != figure.series)
    return FALSE;
  if (track->n_left_out != NULL)
    {
      selected = tb_selection_get (self->selection, (gsize) track->index);
      for (gsize i = 0; i < selected->n_rows; i++)
        if (selected->rows[i] == figure.row)
          return TRUE;
      return FALSE;
    }
  for (gsize i = 0; i < track->n_points; i++)
    if ((gsize) track->points[i].row == figure.row)
      return TRUE;

  return FALSE;
}

/**
 * tb_figures_list_standings:
 * @self: figures
 * @most: how many at most
 *
 * Of a chart of one series, how its figures stand to its latest targets; of
 * several none, because it would not be plain whose they are. A figure that is not
 * drawn is not spoken of, nor is one that the rules keep from the target: the
 * chart does not set them against each other.
 *
 * Returns: (transfer full) (element-type utf8): the sentences, in order of period
 */
GPtrArray *
tb_figures_list_standings (const TbFigures *self,
                           guint            most)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  const TbTrack *track = &self->tracks[0];

  for (gsize i = track->n_points; self->n_tracks == 1 && i > 0 && sentences->len < most; i--)
    {
      const TbChartPoint *point = &track->points[i - 1];
      TbFigure actual;
      gboolean refused;
      g_autofree char *sentence = NULL;

      if (!tb_chart_point_is_reference (point) || point->missing)
        continue;
      sentence = tb_chart_dup_standing (tb_selection_get_dataset (self->selection),
                                        (TbFigure) { track->series, (gsize) point->row }, self->known,
                                        self->reference, self->language, &actual, &refused);
      if (sentence == NULL || refused || !is_drawn (self, track, actual))
        continue;
      sentence[0] = g_ascii_toupper (sentence[0]);
      g_ptr_array_insert (sentences, 0, g_steal_pointer (&sentence));
    }

  return sentences;
}
