/* From places on a plot to spans of time: what zooming asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"
#include "tb-scale.h"

#include <math.h>

/* Spans at least this long, months, begin and end with years, or with months. */
#define WHOLE_YEARS_FROM 36.0
#define WHOLE_MONTHS_FROM 3.0

/* No plot is zoomed further, months: two days. */
#define SHORTEST (2.0 / 31)

/* A mark that is so far from its period, months, is at the place of another one. */
#define ELSEWHERE_FROM 9.0

static TbPeriod
as_period (TbDay day)
{
  return (TbPeriod) { day, day, TB_PERIOD_D, TB_CALENDAR_YEAR, NULL };
}

/* The day at a place of a plot; the first or last for one beside it. */
static TbDay
get_day (const TbScenePlot *self,
         double             x)
{
  double share = self->rect.width > 0 ? CLAMP ((x - self->rect.x) / self->rect.width, 0, 1) : 0;
  double months = self->from + share * (self->to - self->from);

  /* The end of the last day is the start of the next one. */
  return tb_months_to_day (share < 1 ? months : months - 1e-6);
}

/* The figures of a year before stand where this year's do; who drags over them does
 * not mean that year. Columns of moments stand beside their moment, but not so far. */
static gboolean
stands_elsewhere (const TbScenePlot *plot,
                  TbPeriod           period,
                  double             x)
{
  double months = plot->from + (x - plot->rect.x) / MAX (plot->rect.width, 1) * (plot->to - plot->from);

  return months < tb_months_at_start (period.start) - ELSEWHERE_FROM
         || months > tb_months_at_end (period.end) + ELSEWHERE_FROM;
}

/**
 * tb_chart_find_span:
 * @selection: the figures of the scene
 * @scene: a scene
 * @plot: one of its plots
 * @x1: where the span begins or ends, logical px
 * @x2: the other end
 * @out_from: (out): for the spec
 * @out_to: (out): for the spec
 *
 * Finds the span of time between two places of a plot, wide enough to hold all
 * figures whose marks have their middle there: who drags over half of a year's
 * column means the year.
 *
 * Thread: any. Cost: O(n) of the marks.
 *
 * Returns: whether at least two figures of different periods are in it
 */
gboolean
tb_chart_find_span (const TbSelection *selection,
                    const TbScene     *scene,
                    const TbScenePlot *plot,
                    double             x1,
                    double             x2,
                    TbPeriod          *out_from,
                    TbPeriod          *out_to)
{
  const TbDay dragged_from = get_day (plot, MIN (x1, x2));
  const TbDay dragged_to = get_day (plot, MAX (x1, x2));
  TbDay from = dragged_from;
  TbDay to = dragged_to;
  TbPeriod first = TB_PERIOD_UNDATED;
  gboolean several = FALSE;

  for (gsize i = 0; i < tb_scene_get_n_data (scene); i++)
    {
      TbDatum datum = tb_scene_get_datum (scene, i);
      TbPeriod period;
      TbRect box;
      double middle;

      if ((gsize) datum.series >= tb_selection_get_n (selection) || !tb_scene_find_datum (scene, datum, &box))
        continue;
      middle = box.x + box.width / 2;
      period = tb_series_get_period (tb_selection_get (selection, (gsize) datum.series)->series, (gsize) datum.row);
      if (middle < MIN (x1, x2) || middle > MAX (x1, x2) || !tb_period_is_dated (period))
        continue;
      if ((period.end < dragged_from || period.start > dragged_to) && stands_elsewhere (plot, period, middle))
        continue;
      several = several || (tb_period_is_dated (first) && !tb_period_equal (first, period));
      first = period;
      from = MIN (from, period.start);
      to = MAX (to, period.end);
    }
  *out_from = as_period (from);
  *out_to = as_period (to);

  return several;
}

/* A round moment at or before @months. */
static double
round_down (double months,
            double length)
{
  if (length >= WHOLE_YEARS_FROM)
    return trunc (months / 12) * 12;
  if (length >= WHOLE_MONTHS_FROM)
    return trunc (months);

  return months;
}

static double
round_up (double months,
          double length)
{
  double down = round_down (months, length);

  if (!(months > down + 1e-9))
    return months;

  return length >= WHOLE_YEARS_FROM ? down + 12 : length >= WHOLE_MONTHS_FROM ? down + 1 : months;
}

/**
 * tb_chart_move_span:
 * @plot: what is shown
 * @first: the first day of all figures
 * @last: the last one
 * @factor: of the new length to the shown one: 2 to zoom out
 * @shift: of the new middle from the shown one, in lengths of what is shown
 * @out_from: (out): for the spec
 * @out_to: (out): for the spec
 *
 * Widens, narrows or moves what a plot shows, within what there is. Long spans
 * begin and end with years, shorter ones with months.
 *
 * Returns: whether anything is left out; else the whole span is shown
 */
gboolean
tb_chart_move_span (const TbScenePlot *plot,
                    TbDay              first,
                    TbDay              last,
                    double             factor,
                    double             shift,
                    TbPeriod          *out_from,
                    TbPeriod          *out_to)
{
  double least = tb_months_at_start (first);
  double most = tb_months_at_end (last);
  double shown_from = MAX (plot->from, least);
  double shown_to = MIN (plot->to, most);
  double length = MAX ((shown_to - shown_from) * factor, SHORTEST);
  double middle = (shown_from + shown_to) / 2 + shift * (shown_to - shown_from);
  double from = middle - length / 2;
  double to = middle + length / 2;

  *out_from = *out_to = TB_PERIOD_UNDATED;
  if (length >= most - least)
    return FALSE;
  if (from < least)
    {
      to += least - from;
      from = least;
    }
  else if (to > most)
    {
      from -= to - most;
      to = most;
    }
  from = MAX (round_down (from, length), least);
  to = MIN (round_up (to, length), most);
  if (!(from > least) && !(to < most))
    return FALSE;
  *out_from = as_period (tb_months_to_day (from + 1e-6));
  *out_to = as_period (tb_months_to_day (to - 1e-6));

  return TRUE;
}
