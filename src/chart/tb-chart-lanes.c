/* How columns of several series share one span of time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-lanes.h"

#include <math.h>

/* Less than a day, in months. */
#define SAME_TIME 0.02

/* More spans than this drawn over the columns are a thicket. */
#define MOST_BRACKETS 8

/**
 * tb_chart_points_overlap_in_time:
 * @a: a point
 * @b: another
 *
 * Returns: whether columns of both would stand on the same days
 */
gboolean
tb_chart_points_overlap_in_time (const TbChartPoint *a,
                                 const TbChartPoint *b)
{
  if (a->geometry == TB_GEOMETRY_END && b->geometry == TB_GEOMETRY_END)
    return fabs (a->end - b->end) < SAME_TIME;
  if (a->geometry == TB_GEOMETRY_END || b->geometry == TB_GEOMETRY_END)
    return FALSE;

  return a->start < b->end - SAME_TIME && b->start < a->end - SAME_TIME;
}

double
tb_chart_point_get_length (const TbChartPoint *self)
{
  return self->geometry == TB_GEOMETRY_END ? 0 : self->end - self->start;
}

/**
 * tb_track_find_after:
 * @track: a series
 * @moment: months
 *
 * Points are in order of their ends: this is where to begin to look for overlaps.
 *
 * Returns: the first point that ends after @moment
 */
gsize
tb_track_find_after (const TbTrack *track,
                     double         moment)
{
  gsize low = 0;
  gsize high = track->n_points;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (track->points[middle].end > moment + SAME_TIME / 2)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * tb_tracks_are_twins:
 * @a: a series
 * @b: another
 *
 * Returns: whether they are of one indicator and place, as where a target is
 *   counted in another word than what came of it
 */
gboolean
tb_tracks_are_twins (const TbTrack *a,
                     const TbTrack *b)
{
  const TbSeriesInfo *of_a = tb_series_get_info (a->series);
  const TbSeriesInfo *of_b = tb_series_get_info (b->series);

  return a != b && of_a->indicator == of_b->indicator && of_a->place == of_b->place && of_a->unit != of_b->unit;
}

/* The first point of a series in the time of @point, which is of @own; NULL where
 * there is none. The outline of a target stands around what came of it. */
static const TbChartPoint *
find_overlap (const TbTrack      *track,
              const TbTrack      *own,
              const TbChartPoint *point,
              gboolean            of_other_length)
{
  gboolean twins = tb_tracks_are_twins (track, own);
  double from = point->geometry == TB_GEOMETRY_END ? point->end - SAME_TIME * 2 : point->start;

  for (gsize i = tb_track_find_after (track, from); i < track->n_points; i++)
    {
      const TbChartPoint *other = &track->points[i];

      /* What ends so much later begins later too. */
      if (other->end > point->end + track->longest + SAME_TIME)
        break;
      if (twins && tb_chart_point_is_reference (other) != tb_chart_point_is_reference (point))
        continue;
      if (other != point && tb_chart_points_overlap_in_time (point, other) &&
          (!of_other_length || fabs (tb_chart_point_get_length (other) - tb_chart_point_get_length (point)) > 0.2))
        return other;
    }

  return NULL;
}

/**
 * tb_figures_get_lane:
 * @self: figures
 * @track: which series the point is of
 * @point: a point
 *
 * Only series that have a figure in that time take part, so that one that stands
 * alone stands in the middle.
 *
 * Returns: the lane and how many there are
 */
TbLane
tb_figures_get_lane (const TbFigures    *self,
                     gsize               track,
                     const TbChartPoint *point)
{
  TbLane lane = { 0, 0 };

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      if (i != track && find_overlap (&self->tracks[i], &self->tracks[track], point, FALSE) == NULL)
        continue;
      if (i < track)
        lane.lane++;
      lane.n++;
    }

  return lane;
}

/**
 * tb_figures_lanes_clash:
 * @self: figures
 *
 * Returns: whether, in a time that several series share, spans differ in length
 */
gboolean
tb_figures_lanes_clash (const TbFigures *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];
        gboolean shared = FALSE;
        gboolean differs = FALSE;

        for (gsize j = 0; j < self->n_tracks; j++)
          {
            shared = shared || (j != i && find_overlap (&self->tracks[j], &self->tracks[i], point, FALSE) != NULL);
            differs = differs || find_overlap (&self->tracks[j], &self->tracks[i], point, TRUE) != NULL;
          }
        if (shared && differs)
          return TRUE;
      }

  return FALSE;
}

/**
 * tb_track_ends_bracket:
 * @self: a series
 * @point: a point of it
 *
 * Returns: whether it is the last of the running totals that count from one day
 */
gboolean
tb_track_ends_bracket (const TbTrack      *self,
                       const TbChartPoint *point)
{
  const TbChartPoint *next = point + 1;

  if (!point->bracket)
    return FALSE;

  return next == self->points + self->n_points || !next->bracket || fabs (next->start - point->start) > SAME_TIME;
}

/* Whether the span of another series would be shown over that of @point. */
static gboolean
is_crossed (const TbFigures    *self,
            gsize               track,
            const TbChartPoint *point)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; i != track && k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *other = &self->tracks[i].points[k];

        if (tb_track_ends_bracket (&self->tracks[i], other) && other->start < point->end - SAME_TIME &&
            point->start < other->end - SAME_TIME)
          return TRUE;
      }

  return FALSE;
}

/**
 * tb_figures_have_room_for_brackets:
 * @self: figures
 *
 * Returns: whether the spans of running totals can be shown over the columns:
 *   few, and none over that of another series
 */
gboolean
tb_figures_have_room_for_brackets (const TbFigures *self)
{
  guint n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];

        if (!tb_track_ends_bracket (&self->tracks[i], point))
          continue;
        if (++n > MOST_BRACKETS || is_crossed (self, i, point))
          return FALSE;
      }

  return n > 0;
}
