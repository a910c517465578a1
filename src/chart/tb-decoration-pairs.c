/* What arrows and target lines may say: the rules of comparison decide (D-1, D-2, D-3).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-private.h"

#include "tb-figure-text.h"
#include "tb-known.h"
#include "tb-standing.h"

#include <math.h>
#include <string.h>

static TbFigure
get_figure (const TbTrack      *track,
            const TbChartPoint *point)
{
  return (TbFigure) { track->series, (gsize) point->row };
}

/* An editor's break is one as much as the file's (R8). */
static gboolean
crosses_break (const TbTrack      *track,
               const TbChartPoint *from,
               const TbChartPoint *to)
{
  for (gsize i = 0; i < track->n_points; i++)
    if (track->points[i].breaks && track->points[i].start > from->start && track->points[i].start <= to->start)
      return TRUE;

  return FALSE;
}

/* The data's own breaks are the verdict's business: a published change may cross them. */
static gboolean
crosses_own_break (const TbTrack      *track,
                   const TbChartPoint *from,
                   const TbChartPoint *to)
{
  return crosses_break (track, from, to)
         && !tb_series_has_break_between (track->series, from->period.end, to->period.end);
}

static char *
join (const TbFigures *figures,
      char            *amount,
      char            *percent,
      TbDifferenceShow show)
{
  g_autofree char *of_amount = amount;
  g_autofree char *of_percent = percent;

  if (of_percent != NULL && (show == TB_DIFFERENCE_RELATIVE || of_amount == NULL))
    return g_steal_pointer (&of_percent);
  if (of_amount != NULL && (show == TB_DIFFERENCE_ABSOLUTE || of_percent == NULL))
    return g_steal_pointer (&of_amount);
  if (of_amount == NULL)
    return NULL;

  return g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_BOTH, figures->language), of_amount, of_percent);
}

/**
 * tb_decoration_dup_difference:
 * @figures: figures
 * @track: a series of them
 * @from: the earlier figure
 * @to: the later one
 * @show: what is wanted; where the rules give only the other, that
 * @out_words: (out): the verdict in a sentence, for notes and the alternative text
 * @out_reason: (out): why there is no number
 * @out_warns: (out): whether the words warn of something
 *
 * Returns: (transfer full) (nullable): "+3,000 (+150.0%)", "+4.2 pp"; %NULL: refused
 */
char *
tb_decoration_dup_difference (const TbFigures    *figures,
                              const TbTrack      *track,
                              const TbChartPoint *from,
                              const TbChartPoint *to,
                              TbDifferenceShow    show,
                              char              **out_words,
                              char              **out_reason,
                              gboolean           *out_warns)
{
  TbFigure base = get_figure (track, from);
  TbFigure current = get_figure (track, to);
  TbVerdict verdict = tb_verdict_change (base, current, figures->reference);
  g_autofree char *words = tb_verdict_dup_text (&verdict, base, current, figures->reference, figures->language);
  char *text;

  *out_words = *out_reason = NULL;
  *out_warns = verdict.kind == TB_VERDICT_NOTE;
  if (verdict.kind != TB_VERDICT_INVALID && crosses_own_break (track, from, to))
    {
      *out_reason = g_strdup (tb_rule_get_reason (8, figures->language));
      return NULL;
    }
  text = join (figures,
               tb_verdict_dup_amount (&verdict, base, current, figures->scale, figures->labels_carry_scale,
                                      figures->n_decimals, figures->language),
               tb_verdict_dup_percent (&verdict), show);
  if (text == NULL)
    *out_reason = g_steal_pointer (&words);
  else
    *out_words = g_steal_pointer (&words);

  return text;
}

/* Of the average growth since @from, the point that ends with @to; −1: none. */
static gssize
find_point (const TbDerived    *derived,
            const TbChartPoint *to)
{
  for (gsize i = tb_derived_get_n (derived); i > 0; i--)
    if (tb_period_equal (tb_derived_get (derived, i - 1)->period, to->period))
      return (gssize) i - 1;

  return -1;
}

static char *
write_growth (const TbPoint *point,
              TbLanguage     language)
{
  static const char *const marks[] = { [TB_BOUND_AT_LEAST] = "≥", [TB_BOUND_AT_MOST] = "≤", [TB_BOUND_ABOUT] = "≈" };
  double growth = tb_interval_get_stated (&point->value);
  TbBound bound = tb_interval_get_bound (&point->value);
  int decimals = fabs (growth) > 0 && fabs (growth) < 0.05 ? 2 : 1;
  g_autofree char *number = NULL;
  g_autofree char *percent = NULL;
  TbDecorationWord word = growth > 0   ? TB_DECORATION_WORD_UP
                          : growth < 0 ? TB_DECORATION_WORD_DOWN
                                       : TB_DECORATION_WORD_FLAT;

  if (!isfinite (growth) || bound == TB_BOUND_BETWEEN)
    return NULL;
  number = tb_number_format (fabs (growth), decimals);
  /* A bound on a fall is one in the other direction on its size. */
  if (growth < 0 && (bound == TB_BOUND_AT_LEAST || bound == TB_BOUND_AT_MOST))
    bound = bound == TB_BOUND_AT_LEAST ? TB_BOUND_AT_MOST : TB_BOUND_AT_LEAST;
  percent = g_strconcat (bound == TB_BOUND_EXACT ? "" : marks[bound], number, "%", NULL);

  return g_strdup_printf (tb_decoration_word (word, language), percent);
}

/**
 * tb_decoration_dup_growth:
 * @figures: figures
 * @track: a series of them
 * @from: the earlier figure
 * @to: the later one
 * @out_words: (out): a warning of the rules; %NULL: none
 * @out_reason: (out): why there is no number
 *
 * The average growth a year between two figures: F-3, by the engine of
 * transformations.
 *
 * Returns: (transfer full) (nullable): "+20.1% a year"; %NULL: refused
 */
char *
tb_decoration_dup_growth (const TbFigures    *figures,
                          const TbTrack      *track,
                          const TbChartPoint *from,
                          const TbChartPoint *to,
                          char              **out_words,
                          char              **out_reason)
{
  const TbTransform step = { .kind = TB_TRANSFORM_CAGR, .base = from->period };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDerived) derived = NULL;
  char *text = NULL;
  gssize i;

  *out_words = *out_reason = NULL;
  if (crosses_break (track, from, to))
    {
      *out_reason = g_strdup (tb_rule_get_reason (8, figures->language));
      return NULL;
    }
  derived = tb_transform_apply (track->series, &step, 1, figures->known, figures->reference, figures->language, &error);
  if (derived == NULL)
    {
      /* The rule's code is not for readers of a figure. */
      const char *reason = strstr (error->message, figures->language == TB_LANGUAGE_ZH ? "：" : ": ");

      *out_reason = g_strdup (reason != NULL ? reason + strlen (figures->language == TB_LANGUAGE_ZH ? "：" : ": ")
                                             : error->message);
      return NULL;
    }
  i = find_point (derived, to);
  if (i >= 0 && tb_derived_get (derived, (gsize) i)->kind != TB_VERDICT_INVALID)
    text = write_growth (tb_derived_get (derived, (gsize) i), figures->language);
  if (i >= 0)
    *(text != NULL ? out_words : out_reason) = tb_derived_dup_note (derived, (gsize) i, figures->language);
  if (text == NULL && *out_reason == NULL)
    *out_reason = g_strdup (tb_rule_get_reason (0, figures->language));

  return text;
}

static gboolean
is_target (const TbObservation *observation)
{
  return (observation->kind == TB_KIND_TARGET || observation->kind == TB_KIND_PLAN) &&
         (observation->has_value || tb_observation_is_range (observation));
}

/* The target of a period, else the latest; of the series, drawn or not. */
static TbFigure
find_target (const TbFigures    *figures,
             const TbTrack      *track,
             const TbAttachment *at)
{
  TbFigure found = { NULL, 0 };
  TbPeriod latest = TB_PERIOD_UNDATED;

  for (gsize row = 0; row < tb_series_get_n (track->series); row++)
    {
      TbObservation observation;

      tb_series_get (track->series, row, &observation);
      if (!is_target (&observation) || tb_figure_is_growth_target (track->series, &observation)
          || !tb_known_is_read (track->series, row, figures->known)
          || (at->role == TB_ATTACH_PERIOD && !tb_period_equal (observation.period, at->period)))
        continue;
      if (found.series != NULL && observation.period.end <= latest.end)
        continue;
      found = (TbFigure) { track->series, row };
      latest = observation.period;
    }

  return found;
}

/* T-3: a range is a band; one that is open at a side is a line. */
static void
set_ends (TbPlannedDecoration *item,
          const TbObservation *observation)
{
  double low = tb_observation_get_low (observation);
  double high = tb_observation_get_high (observation);

  item->low = item->high = observation->has_value ? observation->figure : isnan (low) ? high : low;
  if (!isnan (low) && !isnan (high))
    {
      item->low = low;
      item->high = high;
    }
}

/* A line stands for all of the time shown: a level to be reached later is one, and so is
 * what one year is to bring among years. */
static gboolean
is_level_for (const TbTrack       *track,
              const TbObservation *target,
              const TbChartPoint  *last)
{
  TbMeasure measure = tb_series_get_info (track->series)->measure;

  if (measure != TB_MEASURE_FLOW && measure != TB_MEASURE_CUMULATIVE)
    return TRUE;

  return last->basis == TB_BASIS_DISCRETE && tb_period_is_dated (target->period) &&
         tb_period_same_duration (target->period, last->period);
}

/**
 * tb_decoration_plan_target:
 * @figures: figures
 * @track: a series of them
 * @item: the line; its ends, dashes and text are filled
 * @out_reason: (out): why the rules forbid it
 *
 * A line at a target says that the figures may be held against it: so they must.
 * What a year is to sum up to is no level for its months (R16).
 *
 * Returns: FALSE where it is refused
 */
gboolean
tb_decoration_plan_target (const TbFigures     *figures,
                           const TbTrack       *track,
                           TbPlannedDecoration *item,
                           char               **out_reason)
{
  TbFigure target = find_target (figures, track, &item->decoration->from);
  const TbChartPoint *last = tb_attachment_find (track, TB_NO_ATTACHMENT, NULL);
  TbObservation observation;
  TbStanding standing;
  g_autofree char *number = NULL;
  g_autofree char *when = NULL;

  if (target.series == NULL || last == NULL)
    {
      *out_reason = g_strdup (tb_decoration_word (TB_DECORATION_WORD_NO_TARGET, figures->language));
      return FALSE;
    }
  standing = tb_standing_assess (target, get_figure (track, last), figures->reference);
  tb_series_get (target.series, target.row, &observation);
  if (standing.gap.kind == TB_VERDICT_INVALID && !tb_chart_point_is_reference (last) &&
      !is_level_for (track, &observation, last))
    {
      *out_reason = tb_standing_dup_text (&standing, target, get_figure (track, last), figures->language);
      return FALSE;
    }
  set_ends (item, &observation);
  item->dashed = observation.extra != NULL && observation.extra->target.binding == TB_NO;
  number = tb_standing_dup_target (target, figures->scale, figures->language);
  when = tb_period_is_dated (observation.period)
           ? tb_period_label (observation.period, figures->language, TB_PERIOD_LABEL_FULL) : g_strdup ("");
  if (item->text != NULL)
    return TRUE;
  item->text = when[0] == '\0'
                   ? g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_TARGET_UNDATED, figures->language), number)
                   : g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_TARGET, figures->language), when, number);

  return TRUE;
}
