/* What an unfinished year comes to: its closed periods and the forecasts of the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-outlook.h"

#include "tb-known.h"
#include "tb-verdict-private.h"

/* The shortest figure of a kind that begins on a day and ends in the year. */
static gboolean
find_part (const TbSeries *series,
           TbDay           start,
           TbPeriod        year,
           TbKind          kind,
           TbDay           known,
           TbSide         *out_side)
{
  gboolean found = FALSE;

  for (gsize row = 0; row < tb_series_get_n (series); row++)
    {
      TbPeriod period = tb_series_get_period (series, row);
      TbSide side;

      /* The year itself is no part of it. */
      if (period.start != start || period.end > year.end || tb_period_equal (period, year) ||
          !tb_known_is_read (series, row, known) || !tb_side_load (&side, (TbFigure) { series, row }))
        continue;
      if (side.observation.kind != kind || !side.known || tb_side_classify (&side) != TB_CLASS_FLOW ||
          !tb_period_equal (side.span, period) || (found && side.span.end >= out_side->span.end))
        continue;
      *out_side = side;
      found = TRUE;
    }

  return found;
}

static void
add (TbSide       *total,
     const TbSide *part,
     gboolean      is_first)
{
  if (is_first)
    {
      *total = *part;
      return;
    }
  total->value = tb_interval_add (&total->value, &part->value);
  total->observation.status |= part->observation.status;
}

/* The sum has no row: it is written with the digits of its parts. */
static void
finish (TbSide  *total,
        TbPeriod year,
        TbKind   kind)
{
  TbObservation *o = &total->observation;

  total->span = o->period = year;
  o->kind = kind;
  o->figure = tb_interval_get_stated (&total->value);
  o->extra = NULL;
  o->confirms = o->conflicts = o->superseded = FALSE;
}

/* Adds up parts of a kind from a day on; returns the day after the last one. */
static TbDay
sum (const TbSeries *series,
     TbDay           from,
     TbPeriod        year,
     TbKind          kind,
     TbDay           known,
     TbSide         *total,
     gboolean        is_first)
{
  TbSide part;

  while (from <= year.end && find_part (series, from, year, kind, known, &part))
    {
      add (total, &part, is_first);
      is_first = FALSE;
      from = part.span.end + 1;
    }

  return from;
}

static gboolean
find_plan (const TbSeries *series,
           TbPeriod        year,
           TbDay           known,
           TbSide         *out_plan)
{
  static const TbKind kinds[] = { TB_KIND_PLAN, TB_KIND_TARGET };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TbFigure whole = tb_known_find (series, year, kinds[i], known);

      if (whole.series != NULL && tb_side_load (out_plan, whole))
        return TRUE;
      if (sum (series, year.start, year, kinds[i], known, out_plan, TRUE) > year.end)
        {
          finish (out_plan, year, kinds[i]);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tb_outlook_get:
 * @series: amounts over parts of the year
 * @year: the year
 * @known: as known on that day; 0: all
 * @reference: the day that the rules go by
 * @out_outlook: (out caller-allocates): what it comes to
 *
 * Adds the actual figures of the closed parts of a year and the forecasts of the rest
 * (semantics N-8), and sets that against the plan for the year, which the file states
 * or its parts add up to. Exact on the printed digits.
 *
 * Unit: that of the series, multiplier applied.
 * Missing: %FALSE where a part is missing, where there is no actual figure or no
 *   forecast, and for what is not an amount over its time.
 * Thread: any; no allocation. Cost: O(n) for each part.
 *
 * Returns: whether the year comes to something
 */
gboolean
tb_outlook_get (const TbSeries *series,
                TbPeriod        year,
                TbDay           known,
                TbReference     reference,
                TbOutlook      *out_outlook)
{
  TbDay open = sum (series, year.start, year, TB_KIND_ACTUAL, known, &out_outlook->total, TRUE);

  if (open == year.start || open > year.end ||
      sum (series, open, year, TB_KIND_FORECAST, known, &out_outlook->total, FALSE) <= year.end)
    return FALSE;

  finish (&out_outlook->total, year, TB_KIND_FORECAST);
  out_outlook->closed = tb_period_from_days (year.start, open - 1);
  out_outlook->open = tb_period_from_days (open, year.end);
  out_outlook->has_plan = find_plan (series, year, known, &out_outlook->plan);
  if (out_outlook->has_plan)
    out_outlook->verdict = tb_sides_compare (&out_outlook->plan, &out_outlook->total, reference);

  return TRUE;
}
