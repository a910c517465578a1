/* Finds the series and figures that decorations are attached to, by what these are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-private.h"

#include <math.h>
#include <string.h>

#define OF(kind) (1u << TB_DECORATION_##kind)
#define ALL ((1u << TB_N_DECORATIONS) - 1)

/* Rows have no time; what stands for several figures at once is no place for arrows
 * between two. */
static const guint places[TB_N_CHART_TYPES] = {
  [TB_CHART_LINE] = ALL,
  [TB_CHART_COLUMN] = ALL,
  [TB_CHART_GROWTH] = ALL,
  [TB_CHART_PREVIOUS_YEAR] = ALL,
  [TB_CHART_PLAN] = ALL,
  [TB_CHART_STACKED] = OF (BREAK),
  [TB_CHART_STACKED_SHARE] = OF (BREAK),
  [TB_CHART_CUMULATIVE_DISCRETE] = OF (BREAK),
  [TB_CHART_SMALL_MULTIPLES] = OF (BREAK),
  [TB_CHART_YEAR_TO_DATE] = OF (VALUE_LINE) | OF (HIGHLIGHT) | OF (NOTE),
  [TB_CHART_BAR] = OF (VALUE_LINE) | OF (HIGHLIGHT) | OF (NOTE),
  [TB_CHART_DUMBBELL] = OF (VALUE_LINE) | OF (HIGHLIGHT) | OF (NOTE),
  [TB_CHART_SLOPE] = OF (HIGHLIGHT),
  /* Its target and its way are drawn already, and what is shaded is the good side of it. */
  [TB_CHART_TARGET_PATH] = OF (VALUE_LINE) | OF (BREAK) | OF (HIGHLIGHT) | OF (NOTE),
};

guint
tb_decorations_get_places (TbChartType type)
{
  return places[type];
}

int
tb_decoration_find_track (const TbFigures    *figures,
                          const TbDecoration *decoration)
{
  if (decoration->series == NULL)
    return figures->n_tracks > 0 ? 0 : -1;
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      g_autofree char *key = tb_series_dup_key (figures->tracks[i].series);

      if (strcmp (key, decoration->series) == 0)
        return (int) i;
    }

  return -1;
}

/* Observed figures are meant; of a series that has none, what it has. */
static gboolean
may_be_meant (const TbTrack      *track,
              const TbChartPoint *point)
{
  if (point->missing || point->conflict > 0 || isnan (tb_chart_point_get_top (point)))
    return FALSE;
  if (point->kind == TB_KIND_ACTUAL)
    return TRUE;
  for (gsize i = 0; i < track->n_points; i++)
    if (track->points[i].kind == TB_KIND_ACTUAL && !track->points[i].missing)
      return FALSE;

  return TRUE;
}

static const TbChartPoint *
find_at (const TbTrack *track,
         TbPeriod       period)
{
  const TbChartPoint *found = NULL;

  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];

      if (!tb_period_equal (point->period, period) || point->missing || point->conflict > 0)
        continue;
      if (found == NULL || (point->kind == TB_KIND_ACTUAL && found->kind != TB_KIND_ACTUAL))
        found = point;
    }

  return found;
}

/* Only figures for spans of one length have a lowest and a highest. */
static gboolean
are_alike (const TbChartPoint *a,
           const TbChartPoint *b)
{
  return a->geometry == b->geometry && a->basis == b->basis &&
         (a->geometry == TB_GEOMETRY_END || fabs ((a->end - a->start) - (b->end - b->start)) < 0.5);
}

static const TbChartPoint *
find_last (const TbTrack *track)
{
  const TbChartPoint *last = NULL;

  for (gsize i = 0; i < track->n_points; i++)
    if (may_be_meant (track, &track->points[i]))
      last = &track->points[i];

  return last;
}

static const TbChartPoint *
find_extreme (const TbTrack *track,
              gboolean       highest)
{
  const TbChartPoint *last = find_last (track);
  const TbChartPoint *found = NULL;

  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];
      double value = tb_chart_point_get_top (point);

      if (!may_be_meant (track, point) || !are_alike (point, last))
        continue;
      if (found == NULL || (highest ? value > tb_chart_point_get_top (found) : value < tb_chart_point_get_top (found)))
        found = point;
    }

  return found;
}

/**
 * tb_attachment_find:
 * @track: a series
 * @attachment: what is meant
 * @other: (nullable): the other end, for %TB_ATTACH_YEAR_BEFORE
 *
 * Finds the figure that something is attached to, by its role: so that fresh
 * figures move it. Observed figures are meant where the series has some.
 *
 * Returns: (transfer none) (nullable): the point
 */
const TbChartPoint *
tb_attachment_find (const TbTrack      *track,
                    TbAttachment        attachment,
                    const TbChartPoint *other)
{
  TbPeriod earlier;

  switch (attachment.role)
    {
    case TB_ATTACH_FIRST:
      for (gsize i = 0; i < track->n_points; i++)
        if (may_be_meant (track, &track->points[i]))
          return &track->points[i];
      return NULL;
    case TB_ATTACH_NONE:
    case TB_ATTACH_LAST:
      return find_last (track);
    case TB_ATTACH_LOWEST:
      return find_extreme (track, FALSE);
    case TB_ATTACH_HIGHEST:
      return find_extreme (track, TRUE);
    case TB_ATTACH_YEAR_BEFORE:
      return other != NULL && tb_period_year_earlier (other->period, &earlier) ? find_at (track, earlier) : NULL;
    case TB_ATTACH_PERIOD:
      return find_at (track, attachment.period);
    }

  return NULL;
}
