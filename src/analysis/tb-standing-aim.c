/* A target and the figure that is measured by it: what forbids to set the two
 * against each other, and where the figure lies to the deadline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-standing-private.h"
#include "tb-verdict-private.h"

#include <math.h>

/* Rules that say no more than that a part of the way is not the whole of it. */
#define ABOUT_SPANS (TB_RULE (2) | TB_RULE (3) | TB_RULE (4))

/* Warnings that hold for a standing as they do for a change. That the two are of
 * unlike releases, and how far apart they lie, says nothing here. */
#define TELLING_NOTES (TB_RULE (1) | TB_RULE (2) | TB_RULE (4) | TB_RULE (9) | TB_RULE (20))

/**
 * tb_target_get_deadline:
 * @target: a target or a plan
 *
 * An amount planned for all years of a project, told on a day, has none: the
 * day is that of the telling.
 *
 * Thread: any.
 *
 * Returns: the last day of the target: its deadline, else the end of its
 *   period; 0: none
 */
TbDay
tb_target_get_deadline (TbFigure target)
{
  TbObservation o;

  if (target.series == NULL || target.row >= tb_series_get_n (target.series))
    return 0;

  tb_series_get (target.series, target.row, &o);
  if (o.extra != NULL && o.extra->target.deadline != 0)
    return o.extra->target.deadline;
  if (!tb_period_is_dated (o.period))
    return 0;
  if (o.period.kind == TB_PERIOD_D && o.extra != NULL && o.extra->target.basis == TB_TARGET_CUM_PLAN)
    return 0;

  return o.period.end;
}

static gboolean
adds_up (const TbSide *side)
{
  return side->info->measure == TB_MEASURE_FLOW || side->info->measure == TB_MEASURE_CUMULATIVE;
}

static gboolean
is_rate (const TbSide *side)
{
  switch (side->info->measure)
    {
    case TB_MEASURE_AVERAGE:
    case TB_MEASURE_RATIO:
    case TB_MEASURE_INDEX:
    case TB_MEASURE_GROWTH:
      return TRUE;
    case TB_MEASURE_FLOW:
    case TB_MEASURE_STOCK:
    case TB_MEASURE_CUMULATIVE:
    case TB_MEASURE_UNSTATED:
      break;
    }

  return FALSE;
}

/* The day from which a figure was added up; 0: not known. */
static TbDay
find_start (const TbSide *side)
{
  if (side->info->measure == TB_MEASURE_CUMULATIVE)
    {
      switch (side->info->since)
        {
        case TB_SINCE_DATE:
          return side->info->since_day;
        case TB_SINCE_YEAR_START:
        case TB_SINCE_PLAN_START:
          return side->span.start < side->span.end ? side->span.start : 0;
        case TB_SINCE_NONE:
        case TB_SINCE_INCEPTION:
        case TB_SINCE_UNSTATED:
          return 0;
        }
    }

  return side->span.start;
}

/* Whether all that the figure counts, and nothing else, counts towards the
 * target. */
static gboolean
begins_with_target (const TbAim *self)
{
  const TbSide *target = &self->target;
  TbDay start = find_start (&self->actual);
  TbSince since = self->actual.info->since;
  gboolean is_total = self->actual.info->measure == TB_MEASURE_CUMULATIVE
                      && (since == TB_SINCE_INCEPTION || since == TB_SINCE_PLAN_START);

  if (tb_period_is_dated (target->span) && target->span.start < target->span.end)
    return start == target->span.start
           || (start == 0 && since == TB_SINCE_PLAN_START && self->aim->basis == TB_TARGET_CUM_PLAN);

  return self->aim->basis == TB_TARGET_CUM_PLAN && is_total;
}

static TbHorizon
find_horizon (const TbAim *self)
{
  const TbSide *actual = &self->actual;
  TbDay end = actual->span.end;
  gboolean at_date = tb_side_is_level (actual) || actual->observation.basis == TB_BASIS_AS_OF;
  gboolean fits = at_date;

  if (self->aim->basis == TB_TARGET_GROWTH_AVG)
    fits = TRUE;
  else if (self->is_sum)
    fits = self->begins || (self->aim->has_baseline && tb_period_same_duration (actual->span, self->target.span));
  else if (!at_date)
    /* What a year was says nothing of another year's target, but for a baseline. */
    fits = (is_rate (actual) && actual->span.start == self->target.span.start)
           || tb_period_equal (actual->span, self->target.span)
           || (self->aim->has_baseline && tb_period_same_duration (actual->span, self->target.span));

  if (!fits && tb_period_is_dated (self->target.span))
    return TB_HORIZON_OTHER;
  if (self->deadline == 0 || end < self->deadline)
    return TB_HORIZON_BEFORE;

  return end == self->deadline || tb_period_equal (actual->span, self->target.span) ? TB_HORIZON_AT : TB_HORIZON_OTHER;
}

/* T-6 for a planned envelope: the indicator is declared as a part of it, and
 * everything else that R1 asks about is the same. */
static gboolean
is_part_done (const TbAim *self)
{
  const TbSeriesInfo *whole = self->target.info;
  const TbSeriesInfo *part = self->actual.info;

  return part->indicator->part_of == whole->indicator && self->aim->basis == TB_TARGET_CUM_PLAN
         && part->measure == TB_MEASURE_CUMULATIVE
         && (part->since == TB_SINCE_INCEPTION || part->since == TB_SINCE_PLAN_START)
         && part->place == whole->place && tb_unit_same_family (part->unit, whole->unit)
         && tb_text_equal (tb_series_get_scope (part), tb_series_get_scope (whole)) && part->sa == whole->sa
         && g_strcmp0 (part->price_basis, whole->price_basis) == 0 && tb_series_same_breakdown (part, whole);
}

/* The target as if it were for another span: of the spans then nothing is said. */
static TbWeighing
weigh_at (const TbAim *self,
          TbPeriod     period)
{
  TbSide moved = self->target;

  moved.observation.period = period;
  moved.span = period;

  return tb_side_weigh (&moved, &self->actual, self->reference);
}

static void
weigh (TbAim *self)
{
  gboolean dated = tb_period_is_dated (self->target.span);
  TbWeighing rules = dated ? tb_side_weigh (&self->target, &self->actual, self->reference)
                           : weigh_at (self, self->actual.span);
  /* Bounds are weighed where they are used: the sign of a gap may be open where
   * a completion has a bound. */
  TbRuleSet forgiven = TB_RULE (15) | TB_RULE (16);
  const TbObservation *actual = &self->actual.observation;

  if (self->is_sum || self->aim->basis == TB_TARGET_GROWTH_AVG)
    forgiven |= ABOUT_SPANS;
  else if (is_rate (&self->actual))
    forgiven |= TB_RULE (3);

  self->refuses = rules.refuses & ~forgiven;
  self->completion_refuses = self->is_part ? rules.refuses & ~(forgiven | ABOUT_SPANS | TB_RULE (1) | TB_RULE (7))
                                           : self->refuses;
  /* What was published for a pair of observed figures says nothing of a target. */
  if ((rules.notes & TB_RULE (8)) != 0)
    {
      self->refuses |= TB_RULE (8);
      self->completion_refuses |= TB_RULE (8);
    }
  if (self->actual.observation.kind != TB_KIND_ACTUAL)
    {
      self->refuses |= TB_RULE (16);
      self->completion_refuses |= TB_RULE (16);
    }
  self->notes = rules.notes & TELLING_NOTES;
  if (actual->conflicts || self->target.observation.conflicts)
    self->notes |= TB_RULE (10);
}

/**
 * tb_aim_load:
 * @self: (out caller-allocates): what is known of the pair
 * @target: a target or a plan
 * @actual: the figure that is measured by it
 * @reference: the day on which the figures are looked at
 *
 * Thread: any; no allocation.
 *
 * Returns: whether there are such rows, and the first is a target or a plan
 */
gboolean
tb_aim_load (TbAim      *self,
             TbFigure    target,
             TbFigure    actual,
             TbReference reference)
{
  const TbObservation *o = &self->target.observation;

  if (!tb_side_load (&self->target, target) || !tb_side_load (&self->actual, actual))
    return FALSE;
  if (o->extra == NULL || (o->kind != TB_KIND_TARGET && o->kind != TB_KIND_PLAN))
    return FALSE;

  self->aim = &o->extra->target;
  self->reference = reference;
  self->goal = self->target.value;
  self->has_goal = o->has_value;
  self->deadline = tb_target_get_deadline (target);
  self->is_sum = (self->aim->basis == TB_TARGET_SUM_OVER || self->aim->basis == TB_TARGET_CUM_PLAN)
                 && adds_up (&self->target) && adds_up (&self->actual);
  self->begins = begins_with_target (self);
  self->is_part = is_part_done (self);
  self->horizon = find_horizon (self);
  weigh (self);
  if (!tb_side_convert (&self->actual, self->target.info->unit, &self->value))
    {
      self->refuses |= TB_RULE (1);
      self->completion_refuses |= TB_RULE (1);
    }

  return TRUE;
}

double
tb_aim_get_baseline (const TbAim *self)
{
  return tb_decimal_multiply (self->aim->baseline_value, self->target.observation.multiplier);
}

TbRuleSet
tb_aim_weigh_baseline (const TbAim *self)
{
  return weigh_at (self, self->aim->baseline_period).refuses & ~(TB_RULE (15) | TB_RULE (16));
}

gboolean
tb_aim_is_same_thing (const TbAim *self)
{
  return (tb_side_find_differences (&self->target, &self->actual) & TB_DIFFERS_REFUSED) == 0;
}
