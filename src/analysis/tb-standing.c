/* How an observed figure stands to a target: the gap, the status word, and what
 * they rest on (semantics 4.4).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-standing-private.h"

#include <math.h>

/* Half a unit is not exact in binary. */
#define ROOM 1e-9

/* The rule that says how the target's comparator is read. */
static TbRuleSet
get_comparator_rule (TbComparator comparator)
{
  switch (comparator)
    {
    case TB_COMPARATOR_AT_LEAST:
      return TB_RULE_T (1);
    case TB_COMPARATOR_AT_MOST:
      return TB_RULE_T (2);
    case TB_COMPARATOR_EQUAL:
    case TB_COMPARATOR_RANGE:
    case TB_COMPARATOR_ABOUT:
      return TB_RULE_T (3);
    case TB_COMPARATOR_VERBAL:
      break;
    }

  return TB_RULE_T (4);
}

/* The two ends that a range, or the tolerance of an "about", allows. */
static gboolean
get_band (const TbAim *self,
          double      *out_low,
          double      *out_high)
{
  const TbObservation *o = &self->target.observation;

  *out_low = o->extra->has_low ? tb_observation_get_low (o) : -INFINITY;
  *out_high = o->extra->has_high ? tb_observation_get_high (o) : INFINITY;

  return o->extra->has_low || o->extra->has_high;
}

static TbMet
join (TbMet a,
      TbMet b)
{
  if (a == TB_MET_NO || b == TB_MET_NO)
    return TB_MET_NO;

  return a == TB_MET_YES && b == TB_MET_YES ? TB_MET_YES : TB_MET_UNKNOWN;
}

/* Whether the figure's value is what the target wants; "=" is as far as the one
 * with fewer digits tells. FALSE: the target does not say (T-3). */
static gboolean
find_met (const TbAim *self,
          TbMet       *out_met)
{
  const TbInterval *value = &self->value;
  double goal = self->goal.low.number;
  double room = fmax (value->rounding, self->goal.rounding) * (1 + ROOM);
  double low, high;

  switch (self->aim->comparator)
    {
    case TB_COMPARATOR_AT_LEAST:
      *out_met = tb_interval_at_least (value, goal);
      return self->has_goal;
    case TB_COMPARATOR_AT_MOST:
      *out_met = tb_interval_at_most (value, goal);
      return self->has_goal;
    case TB_COMPARATOR_EQUAL:
      *out_met = join (tb_interval_at_least (value, goal - room), tb_interval_at_most (value, goal + room));
      return self->has_goal;
    case TB_COMPARATOR_RANGE:
    case TB_COMPARATOR_ABOUT:
      if (!get_band (self, &low, &high))
        return FALSE;
      *out_met = join (tb_interval_at_least (value, low), tb_interval_at_most (value, high));
      return TRUE;
    case TB_COMPARATOR_VERBAL:
      break;
    }

  return FALSE;
}

/* actual − target; of a range, to its nearer end, 0 inside. FALSE: not known. */
static gboolean
find_gap (const TbAim *self,
          TbInterval  *out_gap)
{
  const TbInterval *value = &self->value;
  TbInterval end = self->goal;
  double low, high;

  if ((self->aim->comparator == TB_COMPARATOR_RANGE || !self->has_goal) && get_band (self, &low, &high))
    {
      TbMet above = tb_interval_at_least (value, low);
      TbMet below = tb_interval_at_most (value, high);

      if (above == TB_MET_UNKNOWN || below == TB_MET_UNKNOWN)
        return FALSE;
      if (above == TB_MET_YES && below == TB_MET_YES)
        {
          *out_gap = tb_interval_of_number (0, 0);
          return TRUE;
        }
      end = tb_interval_of_number (above == TB_MET_NO ? low : high, 0);
      if (!self->has_goal)
        end.low = end.high = above == TB_MET_NO ? self->goal.low : self->goal.high;
    }

  *out_gap = tb_interval_subtract (value, &end);

  return !tb_interval_is_unknown (out_gap);
}

static TbReading
read_gap (const TbAim *self,
          gboolean    *out_in_points)
{
  TbRuleSet refuses = self->refuses;
  TbDecimal factor;
  TbInterval gap;
  TbReading reading;
  int sign;

  *out_in_points = tb_unit_points_factor (self->target.info->unit, &factor);
  if (self->deadline == 0)
    refuses |= TB_RULE_T (5);
  else if (self->horizon != TB_HORIZON_AT)
    refuses |= TB_RULE (16);
  if (refuses != 0)
    return tb_reading_refused (refuses);
  if (!find_gap (self, &gap) || !tb_interval_get_sign (&gap, &sign))
    return tb_reading_refused (TB_RULE (15));

  if (*out_in_points)
    gap = tb_interval_scale (&gap, factor);
  reading = tb_reading_of_interval (&gap, self->notes);
  reading.codes |= get_comparator_rule (self->aim->comparator) | TB_RULE (16) | (*out_in_points ? TB_RULE (13) : 0);

  return reading;
}

/* T-5: whether the figure tells how the target ended: it is of the deadline, and
 * the deadline had come on the day it is looked at. */
static gboolean
is_due (const TbAim *self)
{
  TbDay day = tb_side_get_reference_day (&self->actual, self->reference);

  return self->horizon == TB_HORIZON_AT && (day == 0 || day >= self->deadline);
}

/* What only grows can be judged before the deadline: it stays above a floor, and
 * above a ceiling. */
static gboolean
find_early_word (const TbAim    *self,
                 TbMet           met,
                 TbStandingWord *out_word)
{
  if (!self->is_sum || !self->begins)
    return FALSE;
  if (self->aim->comparator == TB_COMPARATOR_AT_LEAST && met == TB_MET_YES)
    *out_word = TB_STANDING_ACHIEVED;
  else if (self->aim->comparator == TB_COMPARATOR_AT_MOST && met == TB_MET_NO)
    *out_word = TB_STANDING_MISSED;
  else
    return FALSE;

  return TRUE;
}

/* The target's period has not begun, and no baseline says that the way has. */
static gboolean
is_ahead_of_time (const TbAim *self)
{
  TbPeriod span = self->target.span;

  if (self->aim->has_baseline)
    return self->actual.span.end <= self->aim->baseline_period.end;

  return tb_period_is_dated (span) && span.start < span.end && self->actual.span.end < span.start;
}

/* Before the deadline. A ceiling on a sum is kept by every sum that has just
 * begun: there the path tells more. */
static TbStandingWord
find_word_so_far (const TbAim *self,
                  TbMet        met,
                  gboolean     has_path,
                  double       required)
{
  gboolean path_first = self->is_sum && self->begins && self->aim->comparator == TB_COMPARATOR_AT_MOST && has_path;

  if (met == TB_MET_YES && !path_first)
    return TB_STANDING_MET_SO_FAR;
  if (has_path)
    switch (tb_aim_compare_path (self, required))
      {
      case TB_MET_YES:
        return TB_STANDING_ON_PATH;
      case TB_MET_NO:
        return TB_STANDING_BEHIND_PATH;
      case TB_MET_UNKNOWN:
        return TB_STANDING_NONE;
      }

  return met == TB_MET_NO && !is_ahead_of_time (self) ? TB_STANDING_NO_PATH : TB_STANDING_NONE;
}

/* T-5. NONE is for the reason in @out_codes. */
static TbStandingWord
find_word (const TbAim *self,
           gboolean     has_path,
           double       required,
           TbRuleSet   *out_codes)
{
  /* A period that is not over yet has its words (T-5). */
  TbRuleSet refuses = self->refuses & ~TB_RULE (19);
  TbStandingWord word;
  TbMet met;

  if (self->horizon == TB_HORIZON_OTHER)
    refuses |= TB_RULE (16);
  *out_codes = refuses;
  if (refuses != 0)
    return TB_STANDING_NONE;
  *out_codes = TB_RULE_T (5) | get_comparator_rule (self->aim->comparator);
  if (self->deadline == 0 || !find_met (self, &met))
    return TB_STANDING_NONE;

  if (is_due (self))
    word = met == TB_MET_YES ? TB_STANDING_ACHIEVED : met == TB_MET_NO ? TB_STANDING_MISSED : TB_STANDING_NONE;
  else if (!find_early_word (self, met, &word))
    word = find_word_so_far (self, met, has_path, required);
  if ((word == TB_STANDING_NONE && !is_ahead_of_time (self)) || !tb_interval_is_exact (&self->value))
    *out_codes |= TB_RULE (15);

  return word;
}

/* T-8: the word and the gap of a target of average growth, by the average so far. */
static void
assess_growth (const TbAim *self,
               TbStanding  *standing)
{
  TbInterval growth, gap;
  TbInterval goal = tb_interval_of_number (tb_decimal_to_double (self->target.observation.value), 0);
  TbRuleSet refuses;
  TbMet met;

  if (!tb_aim_get_growth (self, &growth, &refuses))
    refuses |= self->horizon == TB_HORIZON_OTHER ? TB_RULE (16) : 0;
  else if (self->horizon == TB_HORIZON_OTHER || self->deadline == 0)
    refuses = self->deadline == 0 ? TB_RULE_T (5) : TB_RULE (16);
  if (self->has_goal)
    standing->growth_required = goal.low.number;
  standing->gap = tb_reading_refused (refuses);
  standing->codes |= refuses | TB_RULE_T (8);
  if (refuses != 0)
    return;

  tb_aim_get_required (self, &standing->required);
  standing->growth = tb_interval_get_stated (&growth);
  gap = tb_interval_subtract (&growth, &goal);
  standing->gap = tb_reading_of_interval (&gap, self->notes);
  standing->gap.codes |= TB_RULE_T (8) | TB_RULE (13);
  standing->codes |= standing->gap.codes | TB_RULE_T (5) | get_comparator_rule (self->aim->comparator);
  standing->in_points = TRUE;
  met = self->aim->comparator == TB_COMPARATOR_AT_MOST ? tb_interval_at_most (&growth, goal.low.number + ROOM)
                                                       : tb_interval_at_least (&growth, goal.low.number - ROOM);
  if (met == TB_MET_UNKNOWN || self->aim->comparator == TB_COMPARATOR_ABOUT)
    return;
  if (is_due (self))
    standing->word = met == TB_MET_YES ? TB_STANDING_ACHIEVED : TB_STANDING_MISSED;
  else
    standing->word = met == TB_MET_YES ? TB_STANDING_ON_PATH : TB_STANDING_BEHIND_PATH;
}

static void
assess_value (const TbAim *self,
              TbStanding  *standing)
{
  TbRuleSet codes = 0;
  gboolean has_path = tb_aim_get_required (self, &standing->required);

  standing->gap = read_gap (self, &standing->in_points);
  standing->word = find_word (self, has_path, standing->required, &codes);
  standing->completion = tb_aim_read_completion (self);
  standing->codes |= standing->completion.codes;
  /* Of a whole and its part it is no news that they are two things. */
  if (!self->is_part || standing->completion.kind == TB_VERDICT_INVALID)
    standing->codes |= standing->gap.codes | codes;
}

/**
 * tb_standing_assess:
 * @target: a target or a plan
 * @actual: the figure that is measured by it, in any unit of its family
 * @reference: the day on which the figures are looked at
 *
 * Sets an observed figure against a target, by the rules T-1 to T-8 and those of
 * comparison. Each of the answers can be withheld on its own: half a year against
 * a year's target has a completion but no gap, a level has a gap but no
 * completion.
 *
 * Unit: the gap and what the path requires are in the target's unit, multiplier
 *   applied, or the gap in percentage points; all else in percent.
 * Missing: a figure or target that is not there, or is neither target nor plan,
 *   gives nothing, for R0 or R16.
 * Thread: any; no allocation.
 *
 * Returns: the standing
 */
TbStanding
tb_standing_assess (TbFigure    target,
                    TbFigure    actual,
                    TbReference reference)
{
  TbStanding standing = { .word_kind = TB_VERDICT_INVALID, .elapsed = NAN, .required = NAN,
                          .growth = NAN, .growth_required = NAN, .reference = reference };
  TbSide side;
  TbAim aim;

  standing.gap = standing.completion = standing.progress = tb_reading_refused (TB_RULE (0));
  if (!tb_aim_load (&aim, target, actual, reference))
    {
      gboolean is_other = tb_side_load (&side, target) && side.observation.kind != TB_KIND_TARGET
                          && side.observation.kind != TB_KIND_PLAN;

      standing.codes = TB_RULE (0) | (is_other ? TB_RULE (16) : 0);
      return standing;
    }
  if (aim.aim->comparator == TB_COMPARATOR_VERBAL)
    {
      standing.codes = TB_RULE_T (4);
      standing.gap = standing.completion = standing.progress = tb_reading_refused (TB_RULE_T (4));
      return standing;
    }

  if (tb_period_is_dated (aim.actual.span))
    standing.elapsed = tb_aim_get_elapsed (&aim);
  standing.progress = tb_aim_read_progress (&aim);
  if (aim.aim->basis == TB_TARGET_GROWTH_AVG)
    {
      standing.completion = tb_reading_refused (TB_RULE_T (6));
      assess_growth (&aim, &standing);
    }
  else
    assess_value (&aim, &standing);
  if (standing.progress.kind != TB_VERDICT_INVALID)
    standing.codes |= standing.progress.codes;
  /* Of a period that was not over nobody knows when its figure was taken. */
  if (((standing.gap.codes | standing.completion.codes) & TB_RULE (19)) != 0)
    standing.elapsed = NAN;
  if (standing.word != TB_STANDING_NONE)
    standing.word_kind = aim.notes != 0 || aim.value.about ? TB_VERDICT_NOTE : TB_VERDICT_VALID;
  standing.codes |= aim.notes;

  return standing;
}
