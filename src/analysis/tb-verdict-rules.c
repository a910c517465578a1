/* The rules of comparison: which of them apply to a pair of figures.
 *
 * Each rule of semantics 4.1 that can forbid a change, or put a warning on it,
 * is one function here or beside. All are asked, also after one has refused, so
 * that the answer lists every reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-published.h"
#include "tb-verdict-private.h"

#include <math.h>

/* Days: a year of whole weeks has 364, eleven months at most 337. */
#define SHORT_OF_A_YEAR 360

/* A factor whose inverse is as short has no digits cut off. */
static gboolean
is_exact_factor (TbDecimal     factor,
                 const TbUnit *from,
                 const TbUnit *to)
{
  TbDecimal back, product;

  return tb_unit_conversion (to, from, &back) && tb_decimal_product (factor, back, &product)
         && tb_decimal_compare (product, TB_DECIMAL_ONE) == 0;
}

/**
 * tb_side_convert:
 * @self: a side
 * @unit: the unit that it is wanted in
 * @out_value: (out): what it is known to be, in that unit
 *
 * Returns: whether its unit is of that family
 */
gboolean
tb_side_convert (const TbSide *self,
                 const TbUnit *unit,
                 TbInterval   *out_value)
{
  TbDecimal factor;

  *out_value = self->value;
  if (self->info->unit == unit)
    return TRUE;
  if (!tb_unit_conversion (self->info->unit, unit, &factor))
    return FALSE;

  *out_value = tb_interval_scale (&self->value, factor);
  if (!is_exact_factor (factor, self->info->unit, unit))
    out_value->low.exact = out_value->high.exact = FALSE;

  return TRUE;
}

static guint
find_unit_difference (const TbUnit *a,
                      const TbUnit *b)
{
  TbDecimal factor;

  if (a == b)
    return 0;
  if (!tb_unit_conversion (a, b, &factor))
    return a->kind == TB_UNIT_MONEY && b->kind == TB_UNIT_MONEY && g_strcmp0 (a->currency, b->currency) != 0
             ? TB_DIFFERS_CURRENCY : TB_DIFFERS_UNIT;
  if (a->kind == TB_UNIT_COUNT && b->kind == TB_UNIT_COUNT && tb_decimal_compare (factor, TB_DECIMAL_ONE) == 0)
    return TB_DIFFERS_WORD;

  return TB_DIFFERS_SIZE;
}

/**
 * tb_side_find_differences:
 * @base: a side
 * @current: another one
 *
 * R1: whether two figures are of one thing.
 *
 * Returns: in what they are not, a mask of TB_DIFFERS_…
 */
guint
tb_side_find_differences (const TbSide *base,
                          const TbSide *current)
{
  const TbSeriesInfo *a = base->info;
  const TbSeriesInfo *b = current->info;
  guint differs = 0;

  if (base->figure.series == current->figure.series && a == b)
    return 0;

  differs |= a->indicator != b->indicator ? TB_DIFFERS_INDICATOR : 0;
  differs |= a->place != b->place ? TB_DIFFERS_PLACE : 0;
  differs |= !tb_series_same_breakdown (a, b) ? TB_DIFFERS_BREAKDOWN : 0;
  differs |= !tb_text_equal (&a->scope, &b->scope) ? TB_DIFFERS_SCOPE : 0;
  differs |= g_strcmp0 (a->price_basis, b->price_basis) != 0 ? TB_DIFFERS_PRICES : 0;
  differs |= (a->sa == TB_YES) != (b->sa == TB_YES) ? TB_DIFFERS_ADJUSTMENT : 0;

  return differs | find_unit_difference (a->unit, b->unit);
}

static void
weigh_thing (const TbSide *base,
             const TbSide *current,
             gboolean      is_baseline,
             TbWeighing   *rules)
{
  guint differs = tb_side_find_differences (base, current);
  guint refused = differs & TB_DIFFERS_REFUSED;

  if ((differs & TB_DIFFERS_WORD) != 0)
    rules->notes |= TB_RULE (1);
  if ((differs & TB_DIFFERS_SIZE) != 0)
    rules->shapes |= TB_RULE (1);
  if (refused == 0)
    return;

  /* The file itself sets a target beside a figure of another name. */
  if (is_baseline && (refused & ~(guint) (TB_DIFFERS_INDICATOR | TB_DIFFERS_SCOPE)) == 0)
    rules->notes |= TB_RULE (1);
  else
    rules->refuses |= TB_RULE (1);
}

/**
 * tb_side_has_break:
 * @base: a side
 * @current: another one
 *
 * Returns: whether the definition changes between the two, in either series
 */
gboolean
tb_side_has_break (const TbSide *base,
                   const TbSide *current)
{
  TbDay after = MIN (base->span.end, current->span.end);
  TbDay upto = MAX (base->span.end, current->span.end);

  return tb_series_has_break_between (current->figure.series, after, upto)
         || (base->figure.series != current->figure.series
             && tb_series_has_break_between (base->figure.series, after, upto));
}

static void
weigh_break (const TbSide *base,
             const TbSide *current,
             TbWeighing   *rules)
{
  TbDecimal factor;
  double half_unit;
  TbPublishedSort sort;

  if (!tb_side_has_break (base, current))
    return;

  sort = tb_unit_points_factor (current->info->unit, &factor) ? TB_PUBLISHED_POINTS : TB_PUBLISHED_RELATIVE;
  if (isnan (tb_published_for_pair (base, current, sort, &half_unit)))
    rules->refuses |= TB_RULE (8);
  else
    rules->notes |= TB_RULE (8);
}

static gboolean
is_part_of_year (TbPeriod span)
{
  switch ((TbPeriodKind) span.kind)
    {
    case TB_PERIOD_S:
    case TB_PERIOD_T:
    case TB_PERIOD_Q:
    case TB_PERIOD_B:
    case TB_PERIOD_M:
      return TRUE;
    case TB_PERIOD_RANGE:
      return tb_period_get_n_months (span) > 0;
    case TB_PERIOD_A:
    case TB_PERIOD_W:
    case TB_PERIOD_D:
    case TB_PERIOD_NONE:
    case TB_PERIOD_TEXT:
      break;
    }

  return FALSE;
}

/* F-10: two parts of the year, whole months that lie at two places of it or spans
 * one after the other, of figures that go with the seasons. */
static gboolean
is_unadjusted (const TbSide *base,
               const TbSide *current)
{
  if (current->info->sa == TB_YES || tb_side_is_level (current) || current->observation.basis == TB_BASIS_AS_OF
      || tb_period_get_n_days (current->span) >= SHORT_OF_A_YEAR
      || !tb_period_same_duration (base->span, current->span) || tb_side_is_same_position (base, current))
    return FALSE;
  if (is_part_of_year (base->span) && is_part_of_year (current->span))
    return TRUE;

  if (base->span.end > current->span.end)
    return tb_side_relate (current, base) == TB_RELATION_ON_PERIOD;

  return tb_side_relate (base, current) == TB_RELATION_ON_PERIOD;
}

/* R15: whether what is known of the two tells rise from fall. */
static void
weigh_interval (const TbSide *base,
                const TbSide *current,
                TbWeighing   *rules)
{
  TbInterval from, difference;
  int sign;

  if (!tb_side_convert (base, current->info->unit, &from))
    return;

  difference = tb_interval_subtract (&current->value, &from);
  if (difference.about)
    rules->notes |= TB_RULE (15);
  else if (!tb_interval_is_exact (&from) || !tb_interval_is_exact (&current->value))
    rules->shapes |= TB_RULE (15);
  if (!tb_interval_get_sign (&difference, &sign))
    rules->refuses |= TB_RULE (15);
  /* Two numbers near the largest double have no difference to state. */
  if (isinf (difference.low.number) || isinf (difference.high.number))
    rules->refuses |= TB_RULE (0);
}

/* The rules that ask for the dates of both. */
static void
weigh_times (const TbSide *base,
             const TbSide *current,
             TbReference   reference,
             TbWeighing   *rules)
{
  tb_side_weigh_spans (base, current, rules);
  weigh_break (base, current, rules);
  tb_side_weigh_kinds (base, current, rules);
  if (tb_side_is_closed (base, reference) != tb_side_is_closed (current, reference))
    rules->refuses |= TB_RULE (19);
  if (is_unadjusted (base, current))
    rules->notes |= TB_RULE_F (10);
}

/**
 * tb_side_weigh:
 * @base: the earlier figure
 * @current: the later one
 * @reference: the day that R19 goes by
 *
 * Asks every rule on whether the two may be compared: R0 to R10, R15, R16, R19,
 * R20 and F-10. The rules on what is computed (R11 to R14, R17, R18) come after
 * that.
 *
 * Thread: any; no allocation. Cost: O(log n) of the series' breaks for R8.
 *
 * Returns: the rules that apply
 */
TbWeighing
tb_side_weigh (const TbSide *base,
               const TbSide *current,
               TbReference   reference)
{
  TbWeighing rules = { 0, 0, 0 };
  gboolean is_baseline = tb_side_is_baseline_pair (base, current);
  gboolean is_dated = tb_period_is_dated (base->observation.period) && tb_period_is_dated (current->observation.period);

  if (!base->known || !current->known || (!is_dated && !is_baseline))
    {
      rules.refuses = TB_RULE (0);
      return rules;
    }

  weigh_thing (base, current, is_baseline, &rules);
  tb_side_weigh_measures (base, current, &rules);
  if (is_dated)
    weigh_times (base, current, reference, &rules);
  tb_side_weigh_status (base, current, &rules);
  if (is_baseline)
    rules.shapes |= TB_RULE_T (7);
  /* A published change stands in for the difference: bounds do not matter. */
  if ((rules.notes & TB_RULE (8)) == 0)
    weigh_interval (base, current, &rules);

  return rules;
}
