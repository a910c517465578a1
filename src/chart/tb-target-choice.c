/* Which target of a series is shown, the figure that it is measured by, and how
 * that stands to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-target-choice.h"

#include "tb-chart-standing.h"
#include "tb-chart-words.h"

#include <string.h>

/* How many of a series' targets are tried until one can be measured. */
#define N_TRIED 12

/* So many of the targets that are not drawn are told. */
#define MOST_TOLD 4

/* T-4: what is said in words alone has neither mark nor status. */
static gboolean
is_in_numbers (const TbObservation *observation)
{
  return observation->extra != NULL && observation->extra->target.comparator != TB_COMPARATOR_VERBAL &&
         (observation->has_value || observation->extra->has_low || observation->extra->has_high);
}

static GArray *
list_targets (const TbFigures *figures,
              const TbTrack   *track,
              TbPeriod         wanted)
{
  const TbSelected *selected = tb_selection_get (figures->selection, (gsize) track->index);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TbFigure));

  for (gsize i = 0; i < selected->n_rows; i++)
    {
      TbFigure target = { selected->series, selected->rows[i] };
      TbGlance glance;
      TbObservation observation;

      tb_series_glance (target.series, target.row, &glance);
      if (glance.kind != TB_KIND_TARGET && glance.kind != TB_KIND_PLAN)
        continue;
      tb_series_get (target.series, target.row, &observation);
      if (is_in_numbers (&observation) &&
          (!tb_period_is_dated (wanted) || tb_period_equal (observation.period, wanted)))
        g_array_append_val (list, target);
    }
  tb_targets_sort (list, figures->reference);

  return list;
}

/* That a target is not due, and has no path, keeps its figure from being judged,
 * not from being shown. */
static gboolean
is_pending (const TbTargetChoice *self)
{
  TbRuleSet comparison = (TB_RULE (21) - 1) & ~(TB_RULE (13) | TB_RULE (15) | TB_RULE (16));

  return self->refused && self->actual.series != NULL && (self->standing.codes & comparison) == 0 &&
         tb_series_get_period (self->actual.series, self->actual.row).end < tb_target_get_deadline (self->target) &&
         !tb_chart_is_standing_of_before (self->target, self->actual);
}

static TbTargetChoice
assess (const TbFigures *figures,
        TbFigure         target)
{
  const TbDataset *dataset = tb_selection_get_dataset (figures->selection);
  TbTargetChoice choice = { .target = target, .refused = TRUE };

  choice.actual = tb_standing_find_actual (dataset, target, figures->known, figures->reference);
  choice.standing = tb_standing_assess (target, choice.actual, figures->reference);
  if (choice.actual.series != NULL)
    choice.refused = tb_chart_is_standing_refused (&choice.standing, target, choice.actual);
  choice.pending = is_pending (&choice);

  return choice;
}

/**
 * tb_target_choose:
 * @figures: figures
 * @track: one of its tracks
 * @spec: its @current, where dated, is the period of the target
 *
 * Chooses the target of a series: of those that run the one that is due first,
 * else the one that ended last; and of these rather one that a figure can be set
 * against (semantics 4.4).
 *
 * Thread: any. Cost: O(n) of the indicator's figures, a target.
 *
 * Returns: the choice
 */
TbTargetChoice
tb_target_choose (const TbFigures         *figures,
                  const TbTrack           *track,
                  const TbChartSpecFields *spec)
{
  g_autoptr (GArray) list = list_targets (figures, track, spec->current);
  TbTargetChoice best = { .refused = TRUE };

  for (guint i = 0; i < MIN (list->len, N_TRIED); i++)
    {
      TbTargetChoice choice = assess (figures, g_array_index (list, TbFigure, i));
      gboolean measures_first = choice.actual.series != NULL && best.actual.series == NULL;

      if (best.target.series == NULL || !choice.refused || measures_first)
        best = choice;
      if (!choice.refused)
        break;
    }

  return best;
}

/**
 * tb_figures_find_datum:
 * @figures: figures
 * @figure: a row of a series
 *
 * Returns: what a mark of it stands for; %TB_NO_DATUM where it is not selected
 */
TbDatum
tb_figures_find_datum (const TbFigures *figures,
                       TbFigure         figure)
{
  for (gsize i = 0; figure.series != NULL && i < tb_selection_get_n (figures->selection); i++)
    if (tb_selection_get (figures->selection, i)->series == figure.series)
      return (TbDatum) { (int) i, (int) figure.row };

  return TB_NO_DATUM;
}

void
tb_track_keep_points (TbTrack       *track,
                      gboolean     (*take) (const TbTrack      *track,
                                            const TbChartPoint *point,
                                            gconstpointer       data),
                      gconstpointer  data)
{
  gsize n = 0;

  for (gsize i = 0; i < track->n_points; i++)
    if (take (track, &track->points[i], data))
      track->points[n++] = track->points[i];
  track->n_points = n;
}

/**
 * tb_target_dup_refusal:
 * @self: a refused choice with a figure
 * @language: the reader's language
 *
 * Returns: (transfer full): why the two are not set against each other; of a figure of
 *   before the target's time a standing would say more than the chart does
 */
char *
tb_target_dup_refusal (const TbTargetChoice *self,
                       TbLanguage            language)
{
  static const TbPhrase of_before = { { "there is no figure for the time of the target yet", "尚无目标期的实际数" } };

  if (tb_chart_is_standing_of_before (self->target, self->actual))
    return g_strdup (of_before.in[language]);

  return tb_standing_dup_text (&self->standing, self->target, self->actual, language);
}

/* "≥99 (end 2026)" */
static char *
dup_with_when (TbFigure         target,
               const TbFigures *figures)
{
  g_autofree char *number = tb_standing_dup_target (target, figures->scale, figures->language);
  g_autofree char *when = tb_chart_dup_when (target, figures->language);

  return when[0] == '\0' ? g_steal_pointer (&number)
                         : tb_chart_words_format (TB_WORD_BRACKETS, figures->language, number, when);
}

/**
 * tb_target_dup_others:
 * @self: the target that is shown
 * @figures: figures
 * @track: its track
 * @out_n: (out): how many there are
 *
 * Only one target is drawn with its path; the others of the series are told, so that
 * nobody takes it for the only one. The same target printed again is no other.
 *
 * Returns: (transfer full) (nullable): the others with their periods
 */
char *
tb_target_dup_others (const TbTargetChoice *self,
                      const TbFigures      *figures,
                      const TbTrack        *track,
                      guint                *out_n)
{
  static const TbPhrase more = { { "%u more", "另有%u项" } };
  g_autoptr (GArray) list = list_targets (figures, track, TB_PERIOD_UNDATED);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *own = dup_with_when (self->target, figures);
  guint n_more = 0;

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *text = dup_with_when (g_array_index (list, TbFigure, i), figures);

      if (strcmp (text, own) == 0 || g_ptr_array_find_with_equal_func (told, text, g_str_equal, NULL))
        continue;
      if (told->len < MOST_TOLD)
        g_ptr_array_add (told, g_steal_pointer (&text));
      else
        n_more++;
    }
  *out_n = told->len + n_more;
  if (told->len == 0)
    return NULL;
  if (n_more > 0)
    g_ptr_array_add (told, g_strdup_printf (more.in[figures->language], n_more));

  return tb_chart_words_join (told, figures->language);
}

TbInk
tb_target_get_ink (const TbStanding *standing)
{
  switch (standing->word)
    {
    case TB_STANDING_MET_SO_FAR:
    case TB_STANDING_ON_PATH:
    case TB_STANDING_ACHIEVED:
      return TB_INK_GOOD;
    case TB_STANDING_BEHIND_PATH:
    case TB_STANDING_MISSED:
      return TB_INK_BAD;
    case TB_STANDING_NO_PATH:
    case TB_STANDING_NONE:
      break;
    }

  return TB_INK_NEUTRAL;
}
