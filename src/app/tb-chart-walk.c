/* Walking the points of a chart by keyboard.
 *
 * Left and right stay in a series; up and down go to the nearest point of the
 * series before or after, and in a chart of one series per line of reading
 * (bars) to its neighbour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-walk.h"

#include <gdk/gdk.h>
#include <math.h>

/* Figures of one span stand above each other. */
#define SAME_PLACE_PX 0.5

/**
 * tb_chart_step_from_key:
 * @key: a key value
 * @out_step: (out): what it means
 *
 * Finds the step that a key stands for.
 *
 * Returns: whether it stands for one
 */
gboolean
tb_chart_step_from_key (guint        key,
                        TbChartStep *out_step)
{
  static const struct { guint keys[2]; TbChartStep step; } steps[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, TB_CHART_STEP_LEFT },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, TB_CHART_STEP_RIGHT },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, TB_CHART_STEP_UP },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, TB_CHART_STEP_DOWN },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, TB_CHART_STEP_FIRST },
    { { GDK_KEY_End, GDK_KEY_KP_End }, TB_CHART_STEP_LAST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].keys[0] == key || steps[i].keys[1] == key)
      {
        *out_step = steps[i].step;
        return TRUE;
      }
  return FALSE;
}

static gsize
find (const TbScene *scene,
      TbDatum        datum)
{
  gsize n = tb_scene_get_n_data (scene);

  for (gsize i = 0; i < n; i++)
    {
      TbDatum other = tb_scene_get_datum (scene, i);

      if (other.series == datum.series && other.row == datum.row)
        return i;
    }
  return n;
}

/* The point nearest to @from of the next series before or after that has one. */
static TbDatum
find_across (const TbScene *scene,
             TbDatum        from,
             int            direction)
{
  gsize n = tb_scene_get_n_data (scene);
  TbDatum best = from;
  int best_series_step = G_MAXINT;
  double best_distance = INFINITY;
  TbRect here;

  if (!tb_scene_find_datum (scene, from, &here))
    return from;
  for (gsize i = 0; i < n; i++)
    {
      TbDatum datum = tb_scene_get_datum (scene, i);
      int series_step = (datum.series - from.series) * direction;
      double distance;
      TbRect there;

      if (series_step <= 0 || series_step > best_series_step || !tb_scene_find_datum (scene, datum, &there))
        continue;
      distance = fabs (there.x + there.width / 2 - here.x - here.width / 2);
      if (series_step < best_series_step || distance < best_distance)
        {
          best = datum;
          best_series_step = series_step;
          best_distance = distance;
        }
    }
  return best;
}

/* Where a point stands among those of its series; @at tells those of one place apart. */
typedef struct
{
  double x;
  gsize  at;
} Stop;

static Stop
get_stop (const TbScene *scene,
          gsize          at)
{
  TbRect box = { 0 };

  tb_scene_find_datum (scene, tb_scene_get_datum (scene, at), &box);
  return (Stop) { box.x + box.width / 2, at };
}

static int
compare_stops (Stop a,
               Stop b)
{
  if (fabs (a.x - b.x) > SAME_PLACE_PX)
    return a.x < b.x ? -1 : 1;
  return (a.at > b.at) - (a.at < b.at);
}

/* The next point of the series, or the last one that way. What is drawn last, such as a
 * mark for a figure that is missing, has its place in time too, and so has what a file
 * lists in another order. */
static TbDatum
find_along (const TbScene *scene,
            gsize          from,
            int            direction,
            gboolean       to_end)
{
  gsize n = tb_scene_get_n_data (scene);
  int series = tb_scene_get_datum (scene, from).series;
  Stop start = get_stop (scene, from);
  Stop best = start;

  for (gsize i = 0; i < n; i++)
    {
      Stop stop;

      if (i == from || tb_scene_get_datum (scene, i).series != series)
        continue;
      stop = get_stop (scene, i);
      if (compare_stops (stop, start) * direction > 0
          && (best.at == from || (compare_stops (stop, best) * direction > 0) == to_end))
        best = stop;
    }
  return tb_scene_get_datum (scene, best.at);
}

static gboolean
datum_equal (TbDatum a,
             TbDatum b)
{
  return a.series == b.series && a.row == b.row;
}

TbDatum
tb_chart_walk (const TbScene *scene,
               TbDatum        from,
               TbChartStep    step)
{
  gsize n = tb_scene_get_n_data (scene);
  gsize at;
  int direction = step == TB_CHART_STEP_LEFT || step == TB_CHART_STEP_UP ? -1 : 1;
  TbDatum to;

  if (n == 0)
    return TB_NO_DATUM;
  at = find (scene, from);
  switch (step)
    {
    case TB_CHART_STEP_FIRST:
      return find_along (scene, 0, -1, TRUE);
    case TB_CHART_STEP_LAST:
      return find_along (scene, n - 1, 1, TRUE);
    case TB_CHART_STEP_LEFT:
    case TB_CHART_STEP_RIGHT:
      if (at == n)
        return tb_scene_get_datum (scene, direction > 0 ? 0 : n - 1);
      return find_along (scene, at, direction, FALSE);
    case TB_CHART_STEP_UP:
    case TB_CHART_STEP_DOWN:
      if (at == n)
        return tb_scene_get_datum (scene, 0);
      to = find_across (scene, from, direction);
      return datum_equal (to, from) ? find_along (scene, at, direction, FALSE) : to;
    }
  return from;
}
