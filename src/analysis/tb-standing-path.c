/* How far a target's time has run, and what its path asks for on the way.
 *
 * Paths are those of semantics 4.4: a straight line or equal growth from the
 * baseline (T-5), milestones, and the path that an average growth implies (T-8).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-span.h"
#include "tb-standing-private.h"

#include <math.h>

/* A path is computed in binary; a figure that is just on it is on it. */
#define ROOM 1e-9

/* The number of the month that ends with @day, 0 where none does. */
static int
count_months (TbDay day)
{
  int y, m, d;

  if (day == 0)
    return 0;
  tb_day_split (day + 1, &y, &m, &d);

  return d == 1 ? y * 12 + m : 0;
}

/* The part of the time between the ends of two days that had passed at a third:
 * by months where all three end one, so that half a year is a half. */
static double
find_fraction (TbDay from,
               TbDay to,
               TbDay at)
{
  int first = count_months (from);
  int last = count_months (to);
  int now = count_months (at);

  if (to <= from)
    return NAN;
  if (first != 0 && last != 0 && now != 0)
    return (double) (now - first) / (last - first);

  return (double) (at - from) / (to - from);
}

/* The day before the target's time: a sum is of its period, and anything else on
 * its way from the baseline. Without one, a level before the target's period is
 * on its way since nobody knows when. */
TbDay
tb_aim_get_start (const TbAim *self)
{
  TbPeriod span = self->target.span;
  gboolean has_span = tb_period_is_dated (span) && span.start < span.end;

  if (self->aim->has_baseline && !(self->is_sum && self->begins) && tb_period_is_dated (self->aim->baseline_period))
    return self->aim->baseline_period.end;
  if (!has_span || (tb_side_is_level (&self->target) && self->actual.span.end < span.start))
    return 0;

  return span.start - 1;
}

double
tb_aim_get_elapsed (const TbAim *self)
{
  TbDay from = tb_aim_get_start (self);
  double fraction;

  if (from == 0 || self->deadline == 0)
    return NAN;

  fraction = find_fraction (from, self->deadline, self->actual.span.end);

  return isnan (fraction) ? NAN : CLAMP (fraction, 0, 1) * 100;
}

/* The last milestone that was due. FALSE: none was yet. */
static gboolean
find_step (const TbAim *self,
           double      *out_required)
{
  TbDay latest = 0;

  for (guint i = 0; i < self->aim->n_steps; i++)
    {
      const TbPathStep *step = &self->aim->steps[i];

      if (step->period.end > self->actual.span.end || step->period.end < latest)
        continue;
      latest = step->period.end;
      *out_required = tb_decimal_multiply (step->value, self->target.observation.multiplier);
    }

  return latest != 0;
}

/* The straight line, or the curve of equal growth, from the baseline. */
static double
find_on_line (const TbAim *self,
              gboolean     geometric)
{
  double goal = self->goal.low.number;
  double base = tb_aim_get_baseline (self);
  double fraction;

  if (self->is_sum && self->begins)
    return geometric ? NAN : goal * tb_aim_get_elapsed (self) / 100;
  if (!self->aim->has_baseline || self->deadline == 0)
    return NAN;

  fraction = find_fraction (self->aim->baseline_period.end, self->deadline, self->actual.span.end);
  if (isnan (fraction) || fraction < 0 || fraction > 1)
    return NAN;
  if (!geometric)
    return base + (goal - base) * fraction;

  return base > 0 && goal > 0 ? base * pow (goal / base, fraction) : NAN;
}

/* T-8: what equal growth from the baseline leads to, from @least years on. */
gboolean
tb_aim_get_required_by_growth (const TbAim *self,
                               double       least,
                               double      *out_required)
{
  double years = tb_span_count_years (self->aim->baseline_period.end, self->actual.span.end);
  double rate = tb_decimal_to_double (self->target.observation.value) / 100;

  if (!self->has_goal || !self->aim->has_baseline || years < least || rate <= -1 || tb_aim_get_baseline (self) <= 0)
    return FALSE;
  *out_required = tb_aim_get_baseline (self) * pow (1 + rate, years);

  return TRUE;
}

/**
 * tb_aim_get_required:
 * @self: a target and a figure
 * @out_required: (out): what the path asks for at the figure's date, in the
 *   target's unit; NaN where nothing is due yet
 *
 * Thread: any; no allocation.
 *
 * Returns: whether a path is given that says so
 */
gboolean
tb_aim_get_required (const TbAim *self,
                     double      *out_required)
{
  *out_required = NAN;
  if (!self->has_goal)
    return FALSE;
  if (self->aim->basis == TB_TARGET_GROWTH_AVG)
    return tb_aim_get_required_by_growth (self, 1, out_required);

  switch (self->aim->path)
    {
    case TB_PATH_LINEAR:
    case TB_PATH_GEOMETRIC:
      *out_required = find_on_line (self, self->aim->path == TB_PATH_GEOMETRIC);
      break;
    case TB_PATH_STEPS:
      find_step (self, out_required);
      return self->aim->n_steps > 0;
    case TB_PATH_NONE:
      break;
    }

  return !isnan (*out_required);
}

/* Whether more is wanted on the way: of an "=", as it lies to the baseline. */
static gboolean
goes_up (const TbAim *self)
{
  if (self->aim->comparator == TB_COMPARATOR_AT_LEAST)
    return TRUE;
  if (self->aim->comparator == TB_COMPARATOR_AT_MOST)
    return FALSE;

  return self->is_sum || !self->aim->has_baseline || self->goal.low.number >= tb_aim_get_baseline (self);
}

/**
 * tb_aim_compare_path:
 * @self: a target and a figure
 * @required: what the path asks for
 *
 * Returns: whether the figure is on the path
 */
TbMet
tb_aim_compare_path (const TbAim *self,
                     double       required)
{
  double room = fabs (required) * ROOM;

  if (isnan (required))
    return TB_MET_YES;

  return goes_up (self) ? tb_interval_at_least (&self->value, required - room)
                        : tb_interval_at_most (&self->value, required + room);
}
