/* What a target path shows: which figures, what the path asks for and when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-target-path.h"

#include "tb-chart-misfit.h"
#include "tb-chart-units.h"
#include "tb-chart-words.h"
#include "tb-scale.h"
#include "tb-ticks.h"

#include <math.h>

/* A curve of equal growth is drawn through so many points. */
#define N_SAMPLES 32

/* The axis leaves zero out where all lies this far above it. */
#define ZERO_SHARE 0.35
#define FEWEST_TICKS 2.0

/* Beyond the target, as a share of what the axis holds. */
#define SIDE_SHARE 0.1

/* Months: two ends so near are one. */
#define SAME_TIME 1e-6

static void
read_target (const TbTargetPath *self,
             TbObservation      *observation)
{
  tb_series_get (self->choice.target.series, self->choice.target.row, observation);
}

/* Sums of the target's own period stand where they end. */
static gboolean
is_sum_so_far (TbFigure target,
               TbFigure actual)
{
  TbPeriod wanted = tb_series_get_period (target.series, target.row);
  TbPeriod period = tb_series_get_period (actual.series, actual.row);
  TbMeasure measure = tb_series_get_info (actual.series)->measure;
  TbObservation observation;

  tb_series_get (target.series, target.row, &observation);
  if (measure != TB_MEASURE_FLOW && measure != TB_MEASURE_CUMULATIVE)
    return FALSE;
  if (observation.extra->target.basis != TB_TARGET_SUM_OVER && observation.extra->target.basis != TB_TARGET_CUM_PLAN)
    return FALSE;

  return !observation.extra->target.has_baseline && (!tb_period_is_dated (wanted) || period.start == wanted.start ||
                                                     observation.extra->target.basis == TB_TARGET_CUM_PLAN);
}

typedef struct
{
  TbTargetChoice choice;
  gboolean       is_sum;
} Wanted;

/* Figures like the one that is measured; of a sum those of the target's own time. */
static gboolean
is_shown (const TbTrack      *track,
          const TbChartPoint *point,
          gconstpointer       data)
{
  const Wanted *wanted = data;
  TbFigure target = wanted->choice.target;
  TbFigure actual = wanted->choice.actual;
  TbPeriod span = tb_series_get_period (target.series, target.row);
  TbDay deadline = tb_target_get_deadline (target);

  if (tb_chart_point_is_reference (point))
    return track->series == target.series && (gsize) point->row == target.row;
  if (track->series != actual.series || point->kind != TB_KIND_ACTUAL)
    return FALSE;
  if ((gsize) point->row == actual.row)
    return TRUE;
  /* What came after the target's time is on the way to another one. */
  if (deadline != 0 && point->end > tb_months_at_end (deadline) + SAME_TIME)
    return FALSE;
  if (wanted->is_sum)
    return !tb_period_is_dated (span) || span.start == span.end ||
           (point->period.start >= span.start && point->period.end <= span.end);

  return point->geometry == TB_GEOMETRY_END ||
         tb_period_same_duration (point->period, tb_series_get_period (actual.series, actual.row));
}

/* T-8: in place of the percentage what it leads to. FALSE: that is not known. */
static gboolean
set_goal_of_growth (TbTrack              *track,
                    const TbTargetChoice *choice)
{
  TbDay deadline = tb_target_get_deadline (choice->target);

  for (gsize i = 0; i < track->n_points; i++)
    if (track->series == choice->target.series && (gsize) track->points[i].row == choice->target.row)
      return tb_standing_get_required_at (choice->target, choice->actual, deadline, &track->points[i].value);

  return FALSE;
}

/**
 * tb_target_path_keep_points:
 * @figures: figures that were just read
 * @spec: what to show
 *
 * Leaves the target and the figures that are on the way to it, so that texts and
 * axes speak of nothing else.
 */
void
tb_target_path_keep_points (TbFigures               *figures,
                            const TbChartSpecFields *spec)
{
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      Wanted wanted = { .choice = tb_target_choose (figures, &figures->tracks[i], spec) };

      if (wanted.choice.actual.series == NULL)
        continue;
      wanted.is_sum = is_sum_so_far (wanted.choice.target, wanted.choice.actual);
      for (gsize k = 0; k < figures->n_tracks; k++)
        if (k == i || figures->tracks[k].series == wanted.choice.actual.series)
          tb_track_keep_points (&figures->tracks[k], is_shown, &wanted);
      if (!isnan (wanted.choice.standing.growth_required))
        set_goal_of_growth (&figures->tracks[i], &wanted.choice);
    }
}

double
tb_target_path_get_x (const TbTargetPath *self,
                      const TbChartPoint *point)
{
  return self->figures_at_ends || point->geometry == TB_GEOMETRY_END ? point->end : (point->start + point->end) / 2;
}

/* From the end of a day back to where a figure that ends on it stands, months. */
static double
find_shift (const TbTargetPath *self)
{
  for (gsize i = 0; i < self->track->n_points; i++)
    {
      const TbChartPoint *point = &self->track->points[i];

      if (self->track->series == self->choice.actual.series && (gsize) point->row == self->choice.actual.row)
        return point->end - tb_target_path_get_x (self, point);
    }

  return 0;
}

static void
add_node (GArray             *nodes,
          const TbTargetPath *self,
          TbDay               day,
          double              shift)
{
  TbPathNode node = { tb_months_at_end (day) - shift, NAN };

  if (tb_standing_get_required_at (self->choice.target, self->choice.actual, day, &node.value))
    g_array_append_val (nodes, node);
}

static void
add_steps (GArray         *nodes,
           TbTargetPath   *self,
           const TbTarget *aim,
           double          shift)
{
  self->is_stepped = TRUE;
  for (guint i = 0; i < aim->n_steps; i++)
    add_node (nodes, self, aim->steps[i].period.end, shift);
}

/* T-5, T-8: the path in points, from its start to the deadline. */
static void
read_path (TbTargetPath *self,
           double        shift)
{
  TbDay start = tb_standing_get_path_start (self->choice.target, self->choice.actual);
  TbDay end = tb_target_get_deadline (self->choice.target);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (TbPathNode));
  TbObservation observation;
  const TbTarget *aim;
  int n;

  read_target (self, &observation);
  aim = &observation.extra->target;
  n = aim->path == TB_PATH_LINEAR ? 1 : N_SAMPLES;
  if (end == 0)
    return;
  if (aim->path == TB_PATH_STEPS && aim->basis != TB_TARGET_GROWTH_AVG)
    add_steps (nodes, self, aim, shift);
  else if (start != 0 && start < end)
    for (int i = 0; i < n; i++)
      add_node (nodes, self, start + (int) ((gint64) (end - start) * i / n), shift);
  if (nodes->len == 0)
    return;
  add_node (nodes, self, end, shift);
  if (nodes->len > 1 || self->is_stepped)
    self->nodes = (TbPathNode *) (gpointer) g_array_steal (nodes, &self->n_nodes);
}

/* T-6: without a path, where the time that has passed would have a sum be. */
static void
read_time (TbTargetPath *self)
{
  TbDay start = tb_standing_get_path_start (self->choice.target, self->choice.actual);

  if (self->n_nodes > 0 || start == 0 || isnan (self->goal) ||
      self->choice.standing.completion.kind == TB_VERDICT_INVALID)
    return;
  self->is_time = TRUE;
  self->nodes = g_new0 (TbPathNode, 2);
  self->n_nodes = 2;
  self->nodes[0] = (TbPathNode) { tb_months_at_end (start), 0 };
  self->nodes[1] = (TbPathNode) { self->deadline, self->goal };
}

static TbGoodSide
find_side (const TbTargetPath *self,
           const TbTarget     *aim)
{
  switch (aim->comparator)
    {
    case TB_COMPARATOR_AT_LEAST:
      return TB_SIDE_ABOVE;
    case TB_COMPARATOR_AT_MOST:
      return TB_SIDE_BELOW;
    case TB_COMPARATOR_RANGE:
    case TB_COMPARATOR_ABOUT:
      return !isnan (self->goal_low) || !isnan (self->goal_high) ? TB_SIDE_WITHIN : TB_SIDE_NONE;
    case TB_COMPARATOR_EQUAL:
    case TB_COMPARATOR_VERBAL:
      break;
    }

  return TB_SIDE_NONE;
}

/* What is wanted at the deadline; of an average growth what it leads to. */
static void
read_goal (TbTargetPath *self)
{
  TbObservation observation;
  const TbTarget *aim;

  read_target (self, &observation);
  aim = &observation.extra->target;
  self->goal = observation.has_value ? observation.figure : NAN;
  self->goal_low = tb_observation_get_low (&observation);
  self->goal_high = tb_observation_get_high (&observation);
  self->indicative = aim->binding == TB_NO;
  if (aim->basis == TB_TARGET_GROWTH_AVG && self->n_nodes > 0)
    self->goal = self->nodes[self->n_nodes - 1].value;
  self->side = find_side (self, aim);
}

/* An amount so far stands on zero; a level may be far above it. */
static void
find_extent (TbTargetPath *self)
{
  double low = fmin (self->goal, fmin (self->goal_low, self->goal_high));
  double high = fmax (self->goal, fmax (self->goal_low, self->goal_high));
  double span;

  for (gsize i = 0; i < self->n_nodes; i++)
    {
      low = fmin (low, self->nodes[i].value);
      high = fmax (high, self->nodes[i].value);
    }
  for (gsize i = 0; i < self->track->n_points; i++)
    {
      const TbChartPoint *point = &self->track->points[i];

      if (tb_chart_point_is_reference (point))
        continue;
      low = fmin (fmin (low, point->value), point->low);
      high = fmax (fmax (high, point->value), point->high);
    }
  self->leaves_zero_out = !self->figures_at_ends || !is_sum_so_far (self->choice.target, self->choice.actual);
  self->leaves_zero_out = self->leaves_zero_out &&
                          (low > 0 ? low > high * ZERO_SHARE : high < 0 && high < low * ZERO_SHARE);
  if (self->leaves_zero_out)
    {
      double least = low;
      double most = high;

      /* Few ticks may round the axis out to zero all the same: then it begins there on every page. */
      tb_ticks_nice (&least, &most, FEWEST_TICKS);
      self->leaves_zero_out = least > 0 || most < 0;
    }
  if (!self->leaves_zero_out)
    {
      low = fmin (low, 0);
      high = fmax (high, 0);
    }
  span = high - low;
  /* The side on which the target is met is to be seen. */
  self->low = low - (self->leaves_zero_out && self->side == TB_SIDE_BELOW ? span * SIDE_SHARE : 0);
  self->high = high + (self->side == TB_SIDE_ABOVE ? span * SIDE_SHARE : 0);
}

static const TbTrack *
find_track (const TbFigures *figures,
            const TbSeries  *series)
{
  for (gsize i = 0; i < figures->n_tracks; i++)
    if (figures->tracks[i].series == series && !figures->tracks[i].hidden)
      return &figures->tracks[i];

  return NULL;
}

/* NULL where the way to one target can be shown. */
static char *
find_misfit (TbTargetPath            *self,
             const TbFigures         *figures,
             const TbChartSpecFields *spec)
{
  static const TbPhrase computed = { { "Targets are set for figures as published, not for computed ones.",
                                       "目标针对公布数设定，不适用于换算后的数据。" } };
  static const TbPhrase several = { { "The way to a target is shown for one series; %d of these have a target. "
                                      "A bullet list takes several.",
                                      "目标进度图只显示一个序列，所选序列中有%d个设有目标；多个序列可用子弹图。" } };
  static const TbPhrase none = { { "None of these figures has a target in numbers.", "所选指标均无量化目标。" } };
  static const TbPhrase no_figure = { { "No figure measures this target yet.", "该目标尚无可对照的实际数。" } };
  static const TbPhrase no_date = { { "The target has no date to draw it at.", "该目标未注明时期，无法绘出。" } };
  static const TbPhrase unit = { { "The target is in another unit than the figures.", "目标与实际数的单位不同。" } };
  int n = 0;

  if (spec->n_operations > 0)
    return g_strdup (computed.in[figures->language]);
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      TbTargetChoice choice = { .refused = TRUE };

      if (figures->tracks[i].hidden)
        continue;
      choice = tb_target_choose (figures, &figures->tracks[i], spec);
      n += choice.target.series != NULL;
      if (choice.target.series != NULL)
        self->choice = choice;
    }
  if (n == 0)
    return g_strdup (none.in[figures->language]);
  if (n > 1)
    return g_strdup_printf (several.in[figures->language], n);
  self->track = find_track (figures, self->choice.actual.series);
  if (self->choice.actual.series == NULL || self->track == NULL || self->track->n_points == 0)
    return g_strdup (no_figure.in[figures->language]);
  if (!tb_units_share_axis (tb_series_get_info (self->choice.target.series)->unit,
                            tb_series_get_info (self->choice.actual.series)->unit))
    return g_strdup (unit.in[figures->language]);
  if (tb_target_get_deadline (self->choice.target) == 0)
    return g_strdup (no_date.in[figures->language]);

  return NULL;
}

/**
 * tb_target_path_new:
 * @figures: figures; legend and notes are added
 * @spec: what to show
 * @error: return location for an error
 *
 * Finds the target of the one series that has one, the figures on the way to it, and
 * what the path asks for (semantics 4.4).
 *
 * Errors: %TB_CHART_ERROR_DATA where there is no such target, more than one, no
 *   figure for it, or no date.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the way to the target
 */
TbTargetPath *
tb_target_path_new (TbFigures               *figures,
                    const TbChartSpecFields *spec,
                    GError                 **error)
{
  TbTargetPath *self = g_new0 (TbTargetPath, 1);
  char *misfit = find_misfit (self, figures, spec);
  double shift;

  if (misfit != NULL)
    {
      tb_chart_take_misfit (error, misfit);
      tb_target_path_free (self);
      return NULL;
    }
  self->figures_at_ends = is_sum_so_far (self->choice.target, self->choice.actual);
  shift = find_shift (self);
  self->of_target = tb_figures_find_datum (figures, self->choice.target);
  self->deadline = tb_months_at_end (tb_target_get_deadline (self->choice.target)) - shift;
  if (!self->choice.refused)
    read_path (self, shift);
  read_goal (self);
  if (!self->choice.refused && self->figures_at_ends)
    read_time (self);
  find_extent (self);
  self->ink = self->choice.refused ? TB_INK_NEUTRAL : tb_target_get_ink (&self->choice.standing);
  tb_target_path_write (self, figures);
  if (self->leaves_zero_out)
    tb_figures_add_explaining_note (figures, g_strdup (tb_chart_word (TB_WORD_NOT_ZERO, figures->language)));

  return self;
}

void
tb_target_path_free (TbTargetPath *self)
{
  g_free (self->nodes);
  g_free (self);
}
