/* How columns of several series share one span of time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"

G_BEGIN_DECLS

/* Which of @n lanes of its span a point stands in. */
typedef struct
{
  guint lane;
  guint n;
} TbLane;

gboolean tb_chart_points_overlap_in_time (const TbChartPoint *a,
                                    const TbChartPoint *b);
gboolean tb_tracks_are_twins    (const TbTrack   *a,
                                 const TbTrack   *b);
gsize    tb_track_find_after       (const TbTrack   *track,
                                    double           moment);
/* 0 for a moment. */
double   tb_chart_point_get_length (const TbChartPoint   *self);
/* The lane of a point among the series that have a figure in its time. */
TbLane   tb_figures_get_lane       (const TbFigures *self,
                                    gsize            track,
                                    const TbChartPoint   *point);
/* Of the running totals since one day the last shows the span. */
gboolean tb_track_ends_bracket  (const TbTrack   *self,
                                 const TbChartPoint   *point);
gboolean tb_figures_have_room_for_brackets (const TbFigures *self);
/* Whether spans of different length lie in each other across several series: no
 * lanes can show both whose they are and how long. */
gboolean tb_figures_lanes_clash    (const TbFigures *self);

G_END_DECLS
