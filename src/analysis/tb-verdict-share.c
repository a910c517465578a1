/* What part of a whole a figure is.
 *
 * The file says what is a part of what: an indicator by `part_of`, a place by
 * its `parent`, a span by its days. Nothing else is taken for a part (R1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

/* Cut-off days of two running totals of one report lie this near, days. */
#define MAX_CUT_OFF_GAP 31

/* How the part belongs to its whole. */
typedef enum
{
  LINK_NONE,
  LINK_INDICATOR,  /* by part_of */
  LINK_PLACE,
  LINK_SPAN,       /* a part of the time */
} Link;

static gboolean
is_span_within (const TbSide *part,
                const TbSide *whole)
{
  return part->span.start >= whole->span.start && part->span.end <= whole->span.end;
}

static Link
find_link (const TbSide *part,
           const TbSide *whole)
{
  guint differs = tb_side_find_differences (part, whole) & TB_DIFFERS_REFUSED;

  if (differs == TB_DIFFERS_INDICATOR && tb_indicator_is_within (part->info->indicator, whole->info->indicator))
    return LINK_INDICATOR;
  if (differs == TB_DIFFERS_PLACE && tb_place_is_within (part->info->place, whole->info->place))
    return LINK_PLACE;
  if (differs == 0 && is_span_within (part, whole) && !tb_period_equal (part->span, whole->span))
    return LINK_SPAN;

  return LINK_NONE;
}

static gboolean
is_over_span (TbClass class)
{
  return class == TB_CLASS_FLOW || class == TB_CLASS_TO_DATE || class == TB_CLASS_PLAN_TOTAL;
}

/* Totals up to a day, or levels at it: the days are the same or near. */
static void
weigh_cut_off (const TbSide *part,
               const TbSide *whole,
               TbWeighing   *rules)
{
  int gap = ABS (part->span.end - whole->span.end);

  if (gap > MAX_CUT_OFF_GAP)
    rules->refuses |= TB_RULE (4);
  else if (gap > 0)
    rules->notes |= TB_RULE (4);
}

/* R2, R3, R4 and R7 as a share needs them: a shorter span is a part of a longer
 * one, and what was added in a period is a part of the total at its end. */
static void
weigh_times (const TbSide *part,
             const TbSide *whole,
             Link          link,
             TbWeighing   *rules)
{
  TbClass a = tb_side_classify (part);
  TbClass b = tb_side_classify (whole);

  if (a == TB_CLASS_RATE || b == TB_CLASS_RATE)
    rules->refuses |= TB_RULE_F (5);
  else if (a == TB_CLASS_UNSTATED || b == TB_CLASS_UNSTATED)
    rules->notes |= TB_RULE (2);

  if (is_over_span (a) && is_over_span (b))
    {
      if (tb_period_equal (part->span, whole->span))
        return;
      if (is_span_within (part, whole))
        rules->shapes |= TB_RULE (3);
      else
        rules->refuses |= TB_RULE (3);
    }
  else if (is_over_span (a) && link == LINK_INDICATOR)
    rules->refuses |= part->span.end > whole->span.end ? TB_RULE (3) : 0;
  else if (is_over_span (a) || is_over_span (b))
    rules->refuses |= TB_RULE (2) | TB_RULE (7);
  else if (link == LINK_SPAN)
    rules->refuses |= TB_RULE (3);
  else
    weigh_cut_off (part, whole, rules);
}

/* R16: what was reached of what was planned is a share where the file declares
 * the part; of its own target it is a completion, which is not decided here. */
static void
weigh_kinds (const TbSide *part,
             const TbSide *whole,
             Link          link,
             TbWeighing   *rules)
{
  if (part->observation.kind == whole->observation.kind)
    return;
  if (link == LINK_INDICATOR && part->observation.kind == TB_KIND_ACTUAL)
    rules->shapes |= TB_RULE (16);
  else
    rules->refuses |= TB_RULE (16);
}

/* Whether the part may pass its whole: only what is planned can be overfulfilled. */
static gboolean
exceeds (const TbInterval *part,
         const TbInterval *whole)
{
  double room = part->rounding + whole->rounding;

  return !part->low.open && !whole->high.open && !part->about && !whole->about
         && part->low.number > whole->high.number + room * (1 + 1e-9);
}

/* F-5 and R15: what the figures say. */
static void
weigh_values (const TbSide *part,
              const TbSide *whole,
              TbWeighing   *rules)
{
  TbInterval value, share;
  TbDecimal factor;

  if (!tb_side_convert (part, whole->info->unit, &value))
    return;
  if (value.about || whole->value.about)
    rules->notes |= TB_RULE (15);
  else if (!tb_interval_is_exact (&value) || !tb_interval_is_exact (&whole->value))
    rules->shapes |= TB_RULE (15);

  /* A percentage of a percentage is never given. */
  if (tb_unit_points_factor (whole->info->unit, &factor) || whole->info->unit->kind == TB_UNIT_RANK
      || whole->info->unit->kind == TB_UNIT_INDEX || whole->info->indicator->is_parameter)
    rules->refuses |= TB_RULE_F (5);
  else if (!tb_interval_divide (&value, &whole->value, 100, &share))
    rules->refuses |= TB_RULE_F (5);
  else if (tb_interval_is_unknown (&share))
    rules->refuses |= TB_RULE (15);
  else if (part->observation.kind == whole->observation.kind && exceeds (&value, &whole->value))
    rules->refuses |= TB_RULE_F (5);
}

/**
 * tb_side_weigh_share:
 * @part: a figure
 * @whole: what it may be a part of
 * @reference: the day that R19 goes by
 *
 * Asks every rule on whether the one is a part of the other.
 *
 * Returns: the rules that apply
 */
TbWeighing
tb_side_weigh_share (const TbSide *part,
                     const TbSide *whole,
                     TbReference   reference)
{
  TbWeighing rules = { 0, 0, TB_RULE_F (5) };
  guint differs;
  Link link;

  if (!part->known || !whole->known || !tb_period_is_dated (part->observation.period)
      || !tb_period_is_dated (whole->observation.period))
    {
      rules = (TbWeighing) { TB_RULE (0), 0, 0 };
      return rules;
    }

  link = find_link (part, whole);
  differs = tb_side_find_differences (part, whole);
  rules.refuses |= link == LINK_NONE ? TB_RULE (1) : 0;
  rules.notes |= (differs & TB_DIFFERS_WORD) != 0 ? TB_RULE (1) : 0;
  rules.shapes |= (differs & TB_DIFFERS_SIZE) != 0 ? TB_RULE (1) : 0;
  weigh_times (part, whole, link, &rules);
  weigh_kinds (part, whole, link, &rules);
  weigh_values (part, whole, &rules);
  if (tb_side_has_break (part, whole))
    rules.refuses |= TB_RULE (8);
  tb_side_weigh_status (part, whole, &rules);
  if (tb_side_is_closed (part, reference) != tb_side_is_closed (whole, reference))
    rules.refuses |= TB_RULE (19);

  return rules;
}

static void
compute (TbVerdict    *verdict,
         const TbSide *part,
         const TbSide *whole)
{
  TbInterval value, share;

  if (!tb_side_convert (part, whole->info->unit, &value) || !tb_interval_divide (&value, &whole->value, 100, &share))
    return;

  verdict->bound = tb_interval_get_bound (&share);
  verdict->low = share.low.open ? NAN : share.low.number;
  verdict->high = share.high.open ? NAN : share.high.number;
  verdict->strict = verdict->bound == TB_BOUND_AT_MOST ? share.high.strict : share.low.strict;
  verdict->relative = tb_interval_get_stated (&share);
}

/**
 * tb_sides_share:
 * @part: a figure, of a file or computed
 * @whole: what it may be a part of
 * @reference: the day on which the figures are looked at (R19)
 *
 * As tb_verdict_share(), of figures that may be computed.
 *
 * Thread: any; no allocation.
 *
 * Returns: the verdict
 */
TbVerdict
tb_sides_share (const TbSide *part,
                const TbSide *whole,
                TbReference   reference)
{
  TbWeighing rules = tb_side_weigh_share (part, whole, reference);
  TbVerdict verdict = tb_verdict_of_rules (TB_OPERATION_SHARE, &rules);

  if (verdict.kind != TB_VERDICT_INVALID)
    compute (&verdict, part, whole);

  return verdict;
}

/**
 * tb_verdict_share:
 * @part: a figure
 * @whole: what it may be a part of
 * @reference: the day on which the figures are looked at (R19)
 *
 * Decides whether @part is a part of @whole, and which: an indicator that is
 * declared a part of the other one, the same indicator in a place within the
 * other place, or a shorter span within a longer one. Parts are not below zero,
 * and no larger than their whole unless that is only planned (F-5).
 *
 * Unit: @relative is in percent (37.9 means 37.9 %), @low and @high are its
 *   bounds.
 * Missing: a figure that is not there, has no number or no date gives R0.
 * Thread: any; no allocation.
 *
 * Returns: the verdict; its numbers are NaN where it has none
 */
TbVerdict
tb_verdict_share (TbFigure    part,
                  TbFigure    whole,
                  TbReference reference)
{
  TbSide a, b;

  if (tb_side_load (&a, part) && tb_side_load (&b, whole))
    return tb_sides_share (&a, &b, reference);

  return tb_verdict_of_rules (TB_OPERATION_SHARE, &(TbWeighing) { .refuses = TB_RULE (0) });
}
