/* How much of a target is done: completion (T-6) and the way from the baseline
 * (T-7).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-standing-private.h"

#include <math.h>

TbMet
tb_interval_at_least (const TbInterval *value,
                      double            limit)
{
  const TbLimit *high = &value->high;

  if (!value->low.open && value->low.number >= limit)
    return TB_MET_YES;
  if (!high->open && (high->number < limit || (high->strict && !(high->number > limit))))
    return TB_MET_NO;

  return TB_MET_UNKNOWN;
}

TbMet
tb_interval_at_most (const TbInterval *value,
                     double            limit)
{
  const TbLimit *low = &value->low;

  if (!value->high.open && value->high.number <= limit)
    return TB_MET_YES;
  if (!low->open && (low->number > limit || (low->strict && !(low->number < limit))))
    return TB_MET_NO;

  return TB_MET_UNKNOWN;
}

TbReading
tb_reading_refused (TbRuleSet codes)
{
  return (TbReading) { .kind = TB_VERDICT_INVALID, .codes = codes, .value = NAN, .low = NAN, .high = NAN };
}

/**
 * tb_reading_of_interval:
 * @interval: what is known, in the unit of the reading
 * @notes: what warns
 *
 * Returns: the reading, with R15 where the figure is a bound or "about"
 */
TbReading
tb_reading_of_interval (const TbInterval *interval,
                        TbRuleSet         notes)
{
  TbReading reading = { .codes = notes, .bound = tb_interval_get_bound (interval) };

  if (!tb_interval_is_exact (interval))
    reading.codes |= TB_RULE (15);
  reading.kind = notes != 0 || interval->about ? TB_VERDICT_NOTE : TB_VERDICT_VALID;
  reading.value = tb_interval_get_stated (interval);
  reading.low = interval->low.open ? NAN : interval->low.number;
  reading.high = interval->high.open ? NAN : interval->high.number;
  reading.strict = interval->high.open ? interval->low.strict : interval->high.strict;

  return reading;
}

/* Percent: @numerator by @denominator, which may be negative. */
static TbInterval
find_percent (const TbInterval *numerator,
              double            denominator)
{
  TbInterval percent = *numerator;
  TbLimit swapped;

  /* Zero by a negative number is −0. */
  percent.low.number = numerator->low.number * 100 / denominator + 0.0;
  percent.high.number = numerator->high.number * 100 / denominator + 0.0;
  percent.low.exact = percent.high.exact = FALSE;
  percent.rounding = numerator->rounding * 100 / fabs (denominator);
  if (denominator < 0)
    {
      swapped = percent.low;
      percent.low = percent.high;
      percent.high = swapped;
    }

  return percent;
}

/* T-6: why a target of this kind has no completion; 0 where it has one. */
static TbRuleSet
find_completion_bar (const TbAim *self)
{
  switch (self->aim->comparator)
    {
    case TB_COMPARATOR_AT_MOST:
      return TB_RULE_T (2) | TB_RULE_T (6);
    case TB_COMPARATOR_RANGE:
    case TB_COMPARATOR_ABOUT:
      return TB_RULE_T (3) | TB_RULE_T (6);
    case TB_COMPARATOR_VERBAL:
      return TB_RULE_T (4) | TB_RULE_T (6);
    case TB_COMPARATOR_AT_LEAST:
    case TB_COMPARATOR_EQUAL:
      break;
    }

  if (!self->has_goal || !(self->goal.low.number > 0))
    return TB_RULE_T (6);
  if (self->is_part)
    return 0;
  if (!self->is_sum || !self->begins)
    return TB_RULE_T (6);

  return self->horizon == TB_HORIZON_OTHER ? TB_RULE (16) : 0;
}

/**
 * tb_aim_read_completion:
 * @self: a target and a figure
 *
 * T-6. A figure that a rule of comparison refuses has no completion.
 *
 * Thread: any; no allocation.
 *
 * Returns: percent of the target, or why there is none
 */
TbReading
tb_aim_read_completion (const TbAim *self)
{
  TbRuleSet bar = self->completion_refuses;
  TbInterval percent;
  TbReading reading;

  /* Of a figure that is refused anyway it is no matter what it is a sum of. */
  if (bar == 0)
    bar = find_completion_bar (self);
  if (bar == 0 && tb_interval_is_unknown (&self->value))
    bar = TB_RULE (0);
  if (bar != 0)
    return tb_reading_refused (bar);

  percent = find_percent (&self->value, self->goal.low.number);
  reading = tb_reading_of_interval (&percent, self->notes);
  reading.codes |= TB_RULE_T (6);

  return reading;
}

/* T-7: whether the target lies on the side of the baseline that is wanted. */
static gboolean
agrees_with_direction (const TbAim *self,
                       double       distance)
{
  TbDirection direction = self->target.info->indicator->direction;
  TbComparator comparator = self->aim->comparator;
  gboolean wants_up = direction == TB_DIRECTION_UP || comparator == TB_COMPARATOR_AT_LEAST;
  gboolean wants_down = direction == TB_DIRECTION_DOWN || comparator == TB_COMPARATOR_AT_MOST;

  return distance > 0 ? !wants_down : !wants_up;
}

/**
 * tb_aim_read_progress:
 * @self: a target and a figure
 *
 * T-7: (x − b) ÷ (t − b), shown as it is: −20 %, 130 %. The figure, the baseline
 * and the target are of one kind; a sum on its way to a sum is not.
 *
 * Thread: any; no allocation.
 *
 * Returns: percent of the way, or why there is none
 */
TbReading
tb_aim_read_progress (const TbAim *self)
{
  double base = tb_aim_get_baseline (self);
  double distance = self->goal.low.number - base;
  TbInterval from, way, percent;
  TbRuleSet refuses;
  TbReading reading;

  if (!self->aim->has_baseline || !self->has_goal || self->aim->basis == TB_TARGET_GROWTH_AVG
      || !tb_period_is_dated (self->aim->baseline_period) || !(fabs (distance) > 0)
      || !agrees_with_direction (self, distance))
    return tb_reading_refused (TB_RULE_T (7));
  refuses = self->refuses | tb_aim_weigh_baseline (self);
  if (self->horizon == TB_HORIZON_OTHER && self->deadline != 0)
    refuses |= TB_RULE (16);
  if (refuses == 0 && tb_interval_is_unknown (&self->value))
    refuses = TB_RULE (0);
  if (refuses != 0)
    return tb_reading_refused (refuses);

  from = tb_interval_of_number (base, 0);
  way = tb_interval_subtract (&self->value, &from);
  percent = find_percent (&way, distance);
  reading = tb_reading_of_interval (&percent, self->notes);
  reading.codes |= TB_RULE_T (7);

  return reading;
}
