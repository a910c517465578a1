/* The rules on what kind of figure each side is, and how sure: R9, R10, R16,
 * R19, R20 and T-7.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

static gboolean
has_target (const TbSide *side)
{
  const TbObservation *o = &side->observation;

  return (o->kind == TB_KIND_TARGET || o->kind == TB_KIND_PLAN) && o->extra != NULL;
}

/* The day that an aim is for, and that an observed level is of. */
static TbDay
get_horizon (const TbSide *side)
{
  if (has_target (side) && side->observation.extra->target.deadline != 0)
    return side->observation.extra->target.deadline;

  return side->span.end;
}

static gboolean
is_at_date (const TbSide *side)
{
  return tb_side_classify (side) == TB_CLASS_LEVEL || side->observation.basis == TB_BASIS_AS_OF;
}

static gboolean
are_of_one_day (const TbSide *a,
                const TbSide *b)
{
  return is_at_date (a) && is_at_date (b) && a->span.end == b->span.end;
}

static gboolean
is_of_same_time (const TbSide *a,
                 const TbSide *b)
{
  if (is_at_date (a) && is_at_date (b))
    return get_horizon (a) == get_horizon (b);

  return tb_period_equal (a->span, b->span);
}

/* An average growth that is wanted of a level is no figure in its unit. */
static gboolean
is_in_its_unit (const TbSide *side)
{
  TbDecimal factor;

  return !has_target (side) || side->observation.extra->target.basis != TB_TARGET_GROWTH_AVG
         || side->info->measure == TB_MEASURE_GROWTH || tb_unit_points_factor (side->info->unit, &factor);
}

/* From what is to what is aimed at later. */
static gboolean
is_planned_change (const TbSide *a,
                   const TbSide *b)
{
  if (a->observation.kind == TB_KIND_ACTUAL)
    return get_horizon (a) < get_horizon (b);

  return b->observation.kind == TB_KIND_ACTUAL && get_horizon (b) < get_horizon (a);
}

/* Whether @row is the figure that @target declares as its baseline. */
static gboolean
is_baseline_of (const TbSide *row,
                const TbSide *target)
{
  const TbTarget *declared;
  const TbObservation *o = &row->observation;
  TbDecimal value, baseline;

  if (!has_target (target) || !target->observation.extra->target.has_baseline || !o->has_value)
    return FALSE;

  declared = &target->observation.extra->target;

  return tb_period_is_dated (o->period) && tb_period_equal (declared->baseline_period, o->period)
         && tb_decimal_product (o->value, o->multiplier, &value)
         && tb_decimal_product (declared->baseline_value, target->observation.multiplier, &baseline)
         && tb_decimal_compare (value, baseline) == 0;
}

/**
 * tb_side_is_baseline_pair:
 * @base: a side
 * @current: another one
 *
 * T-7: a target that declares where it starts from can be set against that
 * figure, whatever day it is for.
 *
 * Returns: whether one is a target and the other its declared baseline
 */
gboolean
tb_side_is_baseline_pair (const TbSide *base,
                          const TbSide *current)
{
  return is_baseline_of (base, current) || is_baseline_of (current, base);
}

/**
 * tb_side_is_gap:
 * @base: a side
 * @current: another one
 *
 * Returns: whether the two are of different kinds and of the same time, so that
 *   their difference is how far one is from the other and no change (R16)
 */
gboolean
tb_side_is_gap (const TbSide *base,
                const TbSide *current)
{
  return base->observation.kind != current->observation.kind && is_of_same_time (base, current);
}

/**
 * tb_side_is_same_figure:
 * @base: a side
 * @current: another one
 *
 * Returns: whether the two say one thing of one period, so that their difference
 *   is one of sources or releases and no change
 */
gboolean
tb_side_is_same_figure (const TbSide *base,
                        const TbSide *current)
{
  if (base->observation.kind != current->observation.kind || !tb_period_is_dated (base->span))
    return FALSE;

  /* A level of December is one of its last day. */
  return tb_period_equal (base->span, current->span) || are_of_one_day (base, current);
}

/**
 * tb_side_weigh_kinds:
 * @base: the earlier figure
 * @current: the later one
 * @rules: (inout): the rules that apply so far; those on measures and spans are
 *   among them
 *
 * R16: an aim may be set against what it is an aim for, and a later aim against
 * what is.
 */
void
tb_side_weigh_kinds (const TbSide *base,
                     const TbSide *current,
                     TbWeighing   *rules)
{
  const TbRuleSet time = TB_RULE (2) | TB_RULE (3) | TB_RULE (4) | TB_RULE (7);

  if (base->observation.kind == current->observation.kind)
    return;

  if ((rules->refuses & time) != 0 || !is_in_its_unit (base) || !is_in_its_unit (current))
    rules->refuses |= TB_RULE (16);
  else if (is_of_same_time (base, current))
    rules->shapes |= TB_RULE (16);
  else if (is_planned_change (base, current))
    rules->notes |= TB_RULE (16);
  else
    rules->refuses |= TB_RULE (16);
}

static gboolean
is_uncertain (const TbObservation *o)
{
  return (o->status & TB_STATUS_UNCERTAIN) != 0 || o->kind == TB_KIND_FORECAST;
}

static gboolean
has_other_vintage (const TbObservation *a,
                   const TbObservation *b)
{
  return a->extra != NULL && b->extra != NULL && a->extra->vintage != 0 && b->extra->vintage != 0
         && a->extra->vintage != b->extra->vintage;
}

/* Two levels of one day whose periods are spelled in two ways: the file does not set
 * one beside the other as it does with figures of one period. */
static gboolean
disagree_on_day (const TbSide *base,
                 const TbSide *current)
{
  TbInterval from, difference;
  int sign;

  if (base->observation.kind != current->observation.kind || !are_of_one_day (base, current)
      || tb_period_equal (base->span, current->span) || !tb_side_convert (base, current->info->unit, &from))
    return FALSE;

  difference = tb_interval_subtract (&current->value, &from);

  return tb_interval_get_sign (&difference, &sign) && sign != 0;
}

/**
 * tb_side_weigh_status:
 * @base: the earlier figure
 * @current: the later one
 * @rules: (inout): the rules that apply so far
 *
 * R9, R10 and R20: what there is to warn of.
 */
void
tb_side_weigh_status (const TbSide *base,
                      const TbSide *current,
                      TbWeighing   *rules)
{
  const TbObservation *a = &base->observation;
  const TbObservation *b = &current->observation;

  if (is_uncertain (a) || is_uncertain (b))
    rules->notes |= TB_RULE (9);
  if (has_other_vintage (a, b) || a->conflicts || b->conflicts || disagree_on_day (base, current))
    rules->notes |= TB_RULE (10);
  if (base->implied || current->implied)
    rules->notes |= TB_RULE (20);
}

/**
 * tb_side_is_closed:
 * @self: a side
 * @reference: the day that was asked for, and the dataset's
 *
 * R19. Only what is observed can be incomplete; a target is for a period to
 * come.
 *
 * Returns: whether the figure's period had ended when it was known
 */
gboolean
tb_side_is_closed (const TbSide *self,
                   TbReference   reference)
{
  TbDay day = tb_side_get_reference_day (self, reference);

  return self->observation.kind != TB_KIND_ACTUAL || day == 0 || self->span.end <= day;
}
