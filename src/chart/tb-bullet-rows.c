/* What a bullet list shows: which target and which figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bullet.h"

#include "tb-chart-misfit.h"
#include "tb-chart-words.h"
#include "tb-known.h"

#include <math.h>

/* Figures named in a note; more are counted. */
#define MOST_NAMES 3

/* A target of average growth (T-8). */
gboolean
tb_bullet_is_growth (const TbBulletRow *row)
{
  return !isnan (row->choice.standing.growth_required);
}

/* What the rules let be compared with a year before. */
static void
find_previous (TbBulletRow     *row,
               const TbFigures *figures)
{
  TbFigure actual = row->choice.actual;
  TbFigure before;
  TbVerdict verdict;
  TbPeriod period;

  if (tb_bullet_is_growth (row) || !tb_period_year_earlier (tb_series_get_period (actual.series, actual.row), &period))
    return;
  before = tb_known_find (actual.series, period, TB_KIND_ACTUAL, figures->known);
  if (before.series == NULL)
    return;
  verdict = tb_verdict_change (before, actual, figures->reference);
  if (verdict.kind == TB_VERDICT_INVALID)
    return;
  row->previous = tb_series_get_figure (before.series, before.row);
  row->of_previous = tb_figures_find_datum (figures, before);
}

/* Of units of one family that differ in size the figure in the target's. */
static double
convert (const TbBulletRow *row,
         double             number)
{
  const TbUnit *from = tb_series_get_info (row->choice.actual.series)->unit;
  const TbUnit *to = tb_series_get_info (row->choice.target.series)->unit;
  TbDecimal factor;

  return from != to && tb_unit_conversion (from, to, &factor) ? number * tb_decimal_to_double (factor) : number;
}

static void
read_actual (TbBulletRow     *row,
             const TbFigures *figures)
{
  const TbStanding *standing = &row->choice.standing;
  TbFigure actual = row->choice.actual;
  TbObservation observation;
  TbChartPoint point;

  if (actual.series == NULL || (row->choice.refused && !row->choice.pending))
    return;
  tb_series_get (actual.series, actual.row, &observation);
  point = (TbChartPoint) { .status = observation.status };
  row->soft = tb_chart_point_is_soft (&point);
  row->of_actual = tb_figures_find_datum (figures, actual);
  if (tb_bullet_is_growth (row))
    {
      row->value = standing->growth;
      return;
    }
  row->value = observation.has_value ? observation.figure : NAN;
  row->range_low = convert (row, tb_observation_get_low (&observation));
  row->range_high = convert (row, tb_observation_get_high (&observation));
  find_previous (row, figures);
  row->value = convert (row, row->value);
  row->previous = convert (row, row->previous);
}

/* T-6: where the time that has passed would have a sum be; else what the path asks for. */
static double
find_on_way (const TbBulletRow *row)
{
  const TbStanding *standing = &row->choice.standing;

  if (row->choice.refused || tb_bullet_is_growth (row))
    return NAN;
  if (!isnan (standing->required))
    return standing->required;
  if (standing->completion.kind == TB_VERDICT_INVALID || !(standing->elapsed < 100))
    return NAN;

  return row->goal * standing->elapsed / 100;
}

static void
read_goal (TbBulletRow *row)
{
  const TbStanding *standing = &row->choice.standing;
  TbFigure target = row->choice.target;
  TbObservation observation;
  const TbTarget *aim;

  tb_series_get (target.series, target.row, &observation);
  aim = &observation.extra->target;
  row->indicative = aim->binding == TB_NO;
  row->goal = tb_bullet_is_growth (row) ? standing->growth_required : observation.has_value ? observation.figure : NAN;
  switch (aim->comparator)
    {
    case TB_COMPARATOR_AT_LEAST:
      row->goal_low = row->goal;
      break;
    case TB_COMPARATOR_AT_MOST:
      row->goal_high = row->goal;
      break;
    case TB_COMPARATOR_RANGE:
    case TB_COMPARATOR_ABOUT:
      row->goal_low = tb_observation_get_low (&observation);
      row->goal_high = tb_observation_get_high (&observation);
      break;
    case TB_COMPARATOR_EQUAL:
    case TB_COMPARATOR_VERBAL:
      break;
    }
  row->on_way = find_on_way (row);
  if (standing->progress.kind != TB_VERDICT_INVALID && !row->choice.refused)
    row->baseline = tb_decimal_multiply (aim->baseline_value, observation.multiplier);
}

static void
read_row (TbBulletRow     *row,
          const TbFigures *figures)
{
  row->value = row->range_low = row->range_high = NAN;
  row->goal = row->goal_low = row->goal_high = NAN;
  row->on_way = row->previous = row->baseline = NAN;
  row->of_actual = row->of_previous = TB_NO_DATUM;
  row->of_target = tb_figures_find_datum (figures, row->choice.target);
  row->ink = row->choice.refused ? TB_INK_NEUTRAL : tb_target_get_ink (&row->choice.standing);
  read_actual (row, figures);
  read_goal (row);
}

static char *
name_tracks (const TbFigures *figures,
             const GArray    *tracks)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n = MIN (tracks->len, MOST_NAMES);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) figures->tracks[g_array_index (tracks, gsize, i)].name);

  return tb_chart_words_join_some (names, tracks->len - n, figures->language);
}

/* A figure that another row sets against its target is not left out. */
static gboolean
is_measured_elsewhere (const TbBullet *self,
                       const TbTrack  *track)
{
  for (gsize i = 0; i < self->n_rows; i++)
    if (self->rows[i].choice.actual.series == track->series)
      return TRUE;

  return FALSE;
}

static void
note_left_out (const TbBullet *self,
               TbFigures      *figures)
{
  static const TbPhrase none = { { "Not shown, no target in numbers: %s", "无量化目标而未列出：%s" } };
  g_autoptr (GArray) tracks = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *names = NULL;

  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      gboolean has_row = FALSE;

      for (gsize k = 0; k < self->n_rows; k++)
        has_row = has_row || self->rows[k].track == &figures->tracks[i];
      if (!has_row && !figures->tracks[i].hidden && !is_measured_elsewhere (self, &figures->tracks[i]))
        g_array_append_val (tracks, i);
    }
  if (tracks->len == 0)
    return;
  names = name_tracks (figures, tracks);
  tb_figures_add_note (figures, g_strdup_printf (none.in[figures->language], names));
}

static void
gather_rows (TbBullet                *self,
             const TbFigures         *figures,
             const TbChartSpecFields *spec)
{
  self->rows = g_new0 (TbBulletRow, figures->n_tracks);
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      TbBulletRow *row = &self->rows[self->n_rows];

      if (figures->tracks[i].hidden)
        continue;
      row->choice = tb_target_choose (figures, &figures->tracks[i], spec);
      if (row->choice.target.series == NULL)
        continue;
      row->track = &figures->tracks[i];
      row->index = i;
      read_row (row, figures);
      self->n_rows++;
    }
}

/* NULL where a list of targets suits the figures. */
static const char *
find_misfit (const TbBullet          *self,
             const TbChartSpecFields *spec,
             TbLanguage               language)
{
  static const TbPhrase computed = { { "Targets are set for figures as published, not for computed ones.",
                                       "目标针对公布数设定，不适用于换算后的数据。" } };
  static const TbPhrase no_target = { { "None of these figures has a target in numbers.", "所选指标均无量化目标。" } };
  static const TbPhrase no_figure = { { "No figure measures any of these targets yet.", "所选目标均无可对照的实际数。" } };

  if (spec->n_operations > 0)
    return computed.in[language];
  if (self->n_rows == 0)
    return no_target.in[language];
  for (gsize i = 0; i < self->n_rows; i++)
    if (self->rows[i].choice.actual.series != NULL)
      return NULL;

  return no_figure.in[language];
}

/**
 * tb_bullet_new:
 * @figures: figures; notes, legend and subtitle are added
 * @spec: what to show
 * @error: return location for an error
 *
 * Finds for each series its target, the figure that it is measured by and how that
 * stands to it (semantics 4.4), and what its scale holds (N-6, T-9).
 *
 * Missing: a series without a target is left out, with a note; a target that nothing
 *   measures has a row without a bar, and so has one that the rules keep from its figure.
 * Errors: %TB_CHART_ERROR_DATA where no figure measures a target.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the rows, in the order of @spec
 */
TbBullet *
tb_bullet_new (TbFigures               *figures,
               const TbChartSpecFields *spec,
               GError                 **error)
{
  TbBullet *self = g_new0 (TbBullet, 1);
  const char *misfit;

  self->own_scales = spec->own_scales;
  gather_rows (self, figures, spec);
  misfit = find_misfit (self, spec, figures->language);
  if (misfit != NULL)
    {
      tb_chart_take_misfit (error, g_strdup (misfit));
      tb_bullet_free (self);
      return NULL;
    }
  tb_bullet_group_rows (self);
  tb_bullet_scale_rows (self, figures->language);
  tb_bullet_sort_rows (self, spec->order);
  tb_bullet_write_rows (self, figures);
  tb_bullet_write_frame (self, figures, spec);
  note_left_out (self, figures);

  return self;
}

void
tb_bullet_free (TbBullet *self)
{
  g_free (self->rows);
  g_free (self->groups);
  g_free (self);
}

/* Rows of the figures that a row of the list shows. */
static gboolean
is_shown (const TbTrack      *track,
          const TbChartPoint *point,
          gconstpointer       data)
{
  const GArray *shown = data;

  for (guint i = 0; i < shown->len; i++)
    {
      const TbFigure *figure = &g_array_index (shown, TbFigure, i);

      if (figure->series == track->series && figure->row == (gsize) point->row)
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_bullet_keep_points:
 * @figures: figures that were just read
 * @spec: what to show
 *
 * Leaves of each series the target, the figure that it is measured by and that of a
 * year before, so that texts and notes speak of nothing else. Where there is no
 * target at all everything stays: tb_bullet_new() says why nothing is drawn.
 */
void
tb_bullet_keep_points (TbFigures               *figures,
                       const TbChartSpecFields *spec)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (TbFigure));

  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      TbTargetChoice choice = tb_target_choose (figures, &figures->tracks[i], spec);

      if (figures->tracks[i].hidden || choice.actual.series == NULL)
        continue;
      g_array_append_val (shown, choice.target);
      g_array_append_val (shown, choice.actual);
    }
  for (gsize i = 0; shown->len > 0 && i < figures->n_tracks; i++)
    tb_track_keep_points (&figures->tracks[i], is_shown, shown);
}
