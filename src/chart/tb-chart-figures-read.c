/* Reads figures into points: how each lies in time, and which stand for one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"

#include "tb-chart-round.h"
#include "tb-chart-words.h"
#include "tb-figure-text.h"
#include "tb-published.h"
#include "tb-scale.h"
#include "tb-span.h"

#include <math.h>

/* Days with more room than this, in months, to themselves stand alone. */
#define MONTHS_OF_LONE_DAY 0.3

/* From which day a figure counts: a running total's period may name only its end. */
static TbDay
find_start (const TbSeriesInfo  *info,
            const TbObservation *observation)
{
  TbPeriod period = observation->period;

  if (observation->basis == TB_BASIS_YEAR_TO_DATE
      || (info->measure == TB_MEASURE_CUMULATIVE && info->since == TB_SINCE_YEAR_START))
    return MIN (period.start, tb_span_find_year_start (period.end, info->year_start));
  if (info->measure == TB_MEASURE_CUMULATIVE && info->since == TB_SINCE_DATE && info->since_day > 0)
    return MIN (period.start, info->since_day);

  return period.start;
}

static void
place_in_time (TbChartPoint        *point,
               const TbSeriesInfo  *info,
               const TbObservation *observation)
{
  TbDay start = find_start (info, observation);
  gboolean is_span = start < observation->period.end;

  /* What nobody stated to be a level is of its period, and not of the end of it. */
  gboolean is_level = observation->basis == TB_BASIS_AS_OF && info->measure != TB_MEASURE_UNSTATED;

  point->start = tb_months_at_start (start);
  point->end = tb_months_at_end (observation->period.end);
  if (is_level || info->measure == TB_MEASURE_CUMULATIVE || !is_span ||
      (observation->basis == TB_BASIS_MULTI_YEAR && info->measure == TB_MEASURE_STOCK))
    {
      point->geometry = TB_GEOMETRY_END;
      point->bracket = info->measure == TB_MEASURE_CUMULATIVE && is_span
                       && (observation->basis != TB_BASIS_AS_OF || info->since == TB_SINCE_YEAR_START
                           || info->since == TB_SINCE_DATE);
      if (!point->bracket)
        point->start = point->end;
      /* A flow of a single day covers that day. */
      if (!is_span && info->measure == TB_MEASURE_FLOW && observation->basis == TB_BASIS_DISCRETE)
        {
          point->geometry = TB_GEOMETRY_SPAN;
          point->start = tb_months_at_start (observation->period.start);
        }
      return;
    }
  point->geometry = info->measure == TB_MEASURE_AVERAGE ? TB_GEOMETRY_SEGMENT : TB_GEOMETRY_SPAN;
}

static TbChartPoint
read_point (const TbSeriesInfo  *info,
            const TbObservation *observation,
            TbDatum              datum)
{
  TbChartPoint point = { .datum = datum, .row = datum.row, .period = observation->period, .n_conflicts = 1 };

  point.value = observation->has_value ? observation->figure : NAN;
  point.low = tb_observation_get_low (observation);
  point.high = tb_observation_get_high (observation);
  if (isnan (point.value) && (isnan (point.low) || isnan (point.high)))
    {
      /* A range open on one side stands as its bound. */
      point.value = isnan (point.low) ? point.high : point.low;
      point.low = point.high = NAN;
    }
  point.missing = isnan (point.value) && isnan (point.low);
  point.kind = observation->kind;
  if (point.kind == TB_KIND_ACTUAL && (observation->status & TB_STATUS_FORECAST) != 0)
    point.kind = TB_KIND_FORECAST;
  point.qualifier = observation->qualifier;
  point.basis = observation->basis;
  point.status = observation->status;
  point.breaks = (observation->status & TB_STATUS_BREAK) != 0 ||
                 (observation->extra != NULL && !tb_text_is_empty (&observation->extra->definition));
  if (observation->extra != NULL && tb_chart_point_is_reference (&point))
    {
      point.indicative = observation->extra->target.binding == TB_NO;
      point.binding = observation->extra->target.binding == TB_YES;
    }
  point.implied = observation->extra != NULL && g_strcmp0 (observation->extra->unknown, TB_CHART_IMPLIED) == 0;
  place_in_time (&point, info, observation);

  return point;
}

/* T-4, T-8: a target in words, or in percent a year of what is drawn as amounts,
 * has no place on the axis; it is told beside the chart. */
static gboolean
set_words_aside (TbFiguresReading    *reading,
                  const TbSeries      *series,
                  const TbObservation *observation)
{
  TbFigures *self = reading->figures;
  TbLanguage language = self->language;
  const char *kind = tb_chart_kind_word (observation->kind, language);
  gboolean is_growth = tb_figure_is_growth_target (series, observation);
  TbChartWord dated = is_growth ? TB_WORD_GROWTH_TARGET : TB_WORD_VERBAL;
  TbChartWord undated = is_growth ? TB_WORD_GROWTH_TARGET_UNDATED : TB_WORD_VERBAL_UNDATED;
  g_autofree char *words = NULL;
  g_autofree char *when = NULL;
  char *note;

  if ((observation->kind != TB_KIND_TARGET && observation->kind != TB_KIND_PLAN) || observation->extra == NULL ||
      (!is_growth && tb_text_is_empty (&observation->extra->target.text)))
    return FALSE;
  words = is_growth ? tb_figure_dup_number (series, observation, tb_number_scale_for_power (0, language), language)
                    : tb_text_dup_marked (&observation->extra->target.text, language);
  when = tb_period_is_dated (observation->period)
             ? tb_period_label (observation->period, language, TB_PERIOD_LABEL_FULL)
             : g_strdup ("");
  note = when[0] == '\0' ? tb_chart_words_format (undated, language, kind, words)
                         : tb_chart_words_format (dated, language, kind, when, words);
  if (tb_selection_get_n (self->selection) > 1)
    {
      g_autofree char *name = tb_series_dup_name (series, language, FALSE);
      char *named = tb_chart_words_format (TB_WORD_PERIOD_NOTE, language, name, note);

      g_free (note);
      note = named;
    }
  note[0] = g_ascii_toupper (note[0]);
  g_ptr_array_add (reading->verbal, note);

  return TRUE;
}

/* What cannot be drawn is told in the notes. */
static gboolean
set_aside (TbFiguresReading    *reading,
           const TbSeries      *series,
           guint32              row,
           const TbObservation *observation)
{
  TbFigures *self = reading->figures;
  gboolean has_number = observation->has_value || tb_observation_is_range (observation);

  if (!has_number && observation->extra != NULL && observation->extra->change.given)
    {
      g_autofree char *when = tb_period_label (observation->period, self->language, TB_PERIOD_LABEL_FULL);
      g_autofree char *change = tb_published_dup_change ((TbFigure) { series, row }, self->language);

      g_ptr_array_add (reading->changes_only,
                       tb_chart_words_format (TB_WORD_PERIOD_NOTE, self->language, when, change));
      return TRUE;
    }
  /* T-8: these types draw what the average growth asks for. */
  if (has_number && tb_figure_is_growth_target (series, observation) &&
      (self->type == TB_CHART_BULLET || self->type == TB_CHART_TARGET_PATH))
    return self->type == TB_CHART_BULLET || !tb_period_is_dated (observation->period);
  if ((!has_number || tb_figure_is_growth_target (series, observation))
      && set_words_aside (reading, series, observation))
    return TRUE;
  if (tb_period_is_dated (observation->period))
    return FALSE;
  if (has_number)
    g_ptr_array_add (reading->undated, tb_figure_dup_with_unit (series, observation,
                                                                tb_figure_scale (series, &row, 1, self->language),
                                                                self->language));

  return TRUE;
}

static gboolean
is_same_cell (const TbChartPoint *a,
              const TbChartPoint *b)
{
  return tb_period_equal (a->period, b->period) && a->kind == b->kind && a->basis == b->basis;
}

static TbDay
get_vintage (const TbSeries *series,
             int             row)
{
  TbObservation observation;

  tb_series_get (series, (gsize) row, &observation);

  return observation.extra != NULL ? observation.extra->vintage : 0;
}

/* A day in a year is too thin to be seen: flows of single days that lie far apart
 * stand as moments; a daily series covers its days. */
void
tb_figures_widen_lone_days (TbFigures *self)
{
  double first = INFINITY;
  double last = -INFINITY;
  gsize n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbTrack *track = &self->tracks[i];

      n += track->n_points + track->n_all - track->n_rows;
      for (gsize k = 0; k < track->n_points; k++)
        {
          first = MIN (first, track->points[k].start);
          last = MAX (last, track->points[k].end);
        }
    }
  if (last - first < (double) n * MONTHS_OF_LONE_DAY)
    return;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        TbChartPoint *point = &self->tracks[i].points[k];

        if (point->period.kind == TB_PERIOD_D && point->geometry == TB_GEOMETRY_SPAN && point->end - point->start < 0.1)
          {
            point->geometry = TB_GEOMETRY_END;
            point->start = point->end;
          }
      }
}

/* Whether a later vintage of the same figure is among the points of its period. */
static gboolean
is_superseded (const TbTrack      *track,
               const TbChartPoint *point,
               const TbChartPoint *group,
               const TbChartPoint *end)
{
  TbDay vintage = get_vintage (track->series, point->row);

  for (const TbChartPoint *other = group; other < end; other++)
    if (other != point && is_same_cell (point, other) && get_vintage (track->series, other->row) > vintage)
      return TRUE;

  return FALSE;
}

/* Figures of one cell that are left contradict each other. */
static void
count_conflicts (TbChartPoint *group,
                 gsize         n)
{
  for (gsize i = 0; i < n; i++)
    for (gsize k = i + 1; k < n; k++)
      if (group[i].conflict == 0 && is_same_cell (&group[i], &group[k]))
        group[k].conflict = group[i].n_conflicts++;
  for (gsize i = 0; i < n; i++)
    for (gsize k = i + 1; k < n; k++)
      if (is_same_cell (&group[i], &group[k]))
        group[k].n_conflicts = group[i].n_conflicts;
}

/* Of several vintages the latest is drawn; figures that contradict each other
 * are drawn side by side. */
static void
settle_same_cells (TbFiguresReading *reading,
                   const TbTrack    *track,
                   GArray           *points)
{
  TbChartPoint *first = (TbChartPoint *) (gpointer) points->data;
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (TbChartPoint));
  gsize kept = 0;
  gsize next;

  for (gsize i = 0; i < points->len; i = next)
    {
      next = i + 1;
      while (next < points->len && tb_period_equal (first[i].period, first[next].period))
        next++;
      if (next == i + 1)
        {
          first[kept++] = first[i];
          continue;
        }
      g_array_set_size (group, 0);
      for (gsize k = i; k < next; k++)
        if (!is_superseded (track, &first[k], &first[i], &first[next]))
          g_array_append_val (group, first[k]);
      reading->older_vintages = reading->older_vintages || group->len < next - i;
      count_conflicts ((TbChartPoint *) (gpointer) group->data, group->len);
      for (guint k = 0; k < group->len; k++)
        first[kept++] = g_array_index (group, TbChartPoint, k);
    }
  g_array_set_size (points, (guint) kept);
}

/* Year-to-date flows that lie inside each other (January to July, January to
 * August) cannot all cover their spans; they stand at their ends, as running
 * totals do. One that stands alone, a first half-year, covers its span. */
static void
stand_nested_at_ends (GArray *points)
{
  gboolean nested = FALSE;

  for (guint i = 1; i < points->len && !nested; i++)
    {
      const TbChartPoint *point = &g_array_index (points, TbChartPoint, i);

      for (guint k = i; k > 0 && !nested; k--)
        {
          const TbChartPoint *before = &g_array_index (points, TbChartPoint, k - 1);

          if (before->end <= point->start)
            break;
          nested = point->kind == TB_KIND_ACTUAL && before->kind == TB_KIND_ACTUAL &&
                   point->basis == TB_BASIS_YEAR_TO_DATE && before->basis == TB_BASIS_YEAR_TO_DATE &&
                   point->geometry == TB_GEOMETRY_SPAN && fabs (point->start - before->start) < TB_FIGURES_SAME_TIME &&
                   before->end < point->end - TB_FIGURES_SAME_TIME;
        }
    }
  if (!nested)
    return;

  for (guint i = 0; i < points->len; i++)
    {
      TbChartPoint *point = &g_array_index (points, TbChartPoint, i);

      if (point->basis == TB_BASIS_YEAR_TO_DATE && point->geometry == TB_GEOMETRY_SPAN)
        {
          point->geometry = TB_GEOMETRY_END;
          point->bracket = TRUE;
        }
    }
}

/* Whether a figure in the time of the selected ones was published before, and
 * otherwise. The selection has left the older ones out. */
static gboolean
has_older_vintages (const TbTrack *track)
{
  gsize n = tb_series_get_n (track->series);
  TbPeriod first;
  TbPeriod last;

  if (track->n_rows == 0 || track->n_all == n)
    return FALSE;
  first = tb_series_get_period (track->series, track->rows[0]);
  last = tb_series_get_period (track->series, track->rows[track->n_rows - 1]);
  for (gsize row = 0; row < n; row++)
    {
      TbObservation observation;

      tb_series_get (track->series, row, &observation);
      if (observation.superseded && tb_period_compare (observation.period, first) >= 0 &&
          tb_period_compare (observation.period, last) <= 0)
        return TRUE;
    }

  return FALSE;
}

void
tb_figures_read_track (TbFiguresReading *reading,
                       TbTrack          *track)
{
  const TbSeriesInfo *info = tb_series_get_info (track->series);
  g_autoptr (GArray) points = g_array_sized_new (FALSE, FALSE, sizeof (TbChartPoint), (guint) track->n_rows);

  for (gsize i = 0; i < track->n_rows; i++)
    {
      TbObservation observation;
      TbChartPoint point;

      tb_series_get (track->series, track->rows[i], &observation);
      if (set_aside (reading, track->series, track->rows[i], &observation))
        continue;
      point = read_point (info, &observation, (TbDatum) { track->index, (int) track->rows[i] });
      point.thinned = track->n_left_out != NULL && track->n_left_out[i] > 0;
      g_array_append_val (points, point);
    }
  settle_same_cells (reading, track, points);
  reading->older_vintages = reading->older_vintages || has_older_vintages (track);
  stand_nested_at_ends (points);
  track->points = (TbChartPoint *) (gpointer) g_array_steal (points, &track->n_points);
}
