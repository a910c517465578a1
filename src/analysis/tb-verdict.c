/* Whether two figures may be compared, and what comes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-published.h"
#include "tb-verdict-private.h"

#include <math.h>

#define VERDICT_NONE { .absolute = NAN, .relative = NAN, .points = NAN, .low = NAN, .high = NAN, .computed = NAN }

/* Degrees (°C, °F) and the places of a ranking have no zero to be in proportion
 * to. */
static gboolean
has_true_zero (const TbUnit *unit)
{
  if (unit->kind == TB_UNIT_RANK)
    return FALSE;

  for (guint i = 0; i < unit->name.n_entries; i++)
    {
      const char *name = unit->name.entries[i].text;

      if (g_str_has_prefix (name, "°") || g_str_has_prefix (name, "℃") || g_str_has_prefix (name, "℉"))
        return FALSE;
    }

  return TRUE;
}

/* Whether a relative change is among the answers. */
static gboolean
has_relative (const TbSide *base,
              gboolean      in_points)
{
  /* R13: the percentage of a percentage is not offered; R14: nor the growth of
   * a growth. */
  return !in_points && base->info->measure != TB_MEASURE_GROWTH && has_true_zero (base->info->unit);
}

/* R15: the limits of the difference decide how it is to be read. FALSE: its
 * sign is not known. */
static gboolean
set_bound (TbVerdict        *verdict,
           const TbInterval *base,
           const TbInterval *current,
           TbDecimal         factor)
{
  gboolean low_open = current->low.open || base->high.open;
  gboolean high_open = current->high.open || base->low.open;
  gboolean low_strict = current->low.strict || base->high.strict;
  gboolean high_strict = current->high.strict || base->low.strict;
  TbInterval difference = tb_interval_subtract (current, base);
  TbInterval scaled = tb_interval_scale (&difference, factor);
  double low = low_open ? NAN : scaled.low.number;
  double high = high_open ? NAN : scaled.high.number;

  verdict->low = low;
  verdict->high = high;
  if (!low_open && !high_open && low >= high)
    {
      verdict->bound = TB_BOUND_EXACT;
      return TRUE;
    }
  if (!low_open && (low > 0 || (!(low < 0) && low_strict)))
    {
      verdict->bound = high_open ? TB_BOUND_AT_LEAST : TB_BOUND_BETWEEN;
      verdict->strict = low_strict;
      return TRUE;
    }
  if (!high_open && (high < 0 || (!(high > 0) && high_strict)))
    {
      verdict->bound = low_open ? TB_BOUND_AT_MOST : TB_BOUND_BETWEEN;
      verdict->strict = high_strict;
      return TRUE;
    }

  return FALSE;
}

/* The difference that is stated: the value where it is known, the bound where
 * only that is. */
static double
get_stated (const TbVerdict *verdict)
{
  switch (verdict->bound)
    {
    case TB_BOUND_EXACT:
    case TB_BOUND_ABOUT:
    case TB_BOUND_AT_LEAST:
      return verdict->low;
    case TB_BOUND_AT_MOST:
      return verdict->high;
    case TB_BOUND_BETWEEN:
      break;
    }

  return NAN;
}

/* The limits of the two sides that the stated difference was made from. */
static void
get_stated_limits (const TbVerdict  *verdict,
                   const TbInterval *base,
                   const TbInterval *current,
                   const TbLimit   **out_base,
                   const TbLimit   **out_current)
{
  gboolean upper = verdict->bound == TB_BOUND_AT_MOST;

  *out_base = upper ? &base->low : &base->high;
  *out_current = upper ? &current->high : &current->low;
}

/* R11 and R12: whether a percentage of the base says anything. */
static TbRuleSet
find_relative_bar (const TbInterval *base,
                   const TbLimit    *base_limit,
                   const TbLimit    *current_limit)
{
  double b = base_limit->number;
  double c = current_limit->number;

  if (!(b < 0) && !(b > 0))
    return TB_RULE (11);
  if (b < 0 || c < 0 || (!base->low.open && base->low.number < 0))
    return TB_RULE (12);

  return 0;
}

static void
set_relative (TbVerdict        *verdict,
              const TbInterval *base,
              const TbInterval *current,
              double            difference)
{
  const TbLimit *b, *c;
  TbRuleSet bar;

  if (verdict->bound == TB_BOUND_BETWEEN)
    return;

  get_stated_limits (verdict, base, current, &b, &c);
  bar = find_relative_bar (base, b, c);
  verdict->codes |= bar;
  /* A base known only by its ceiling may be as near to zero as it likes, or
   * below; the bound of the ratio needs it positive. */
  if (bar == 0 && !base->low.open)
    verdict->relative = difference * 100 / b->number;
}

/* R17: whether the difference could come of rounding alone. */
static gboolean
is_within_rounding (const TbSide *base,
                    const TbSide *current,
                    double        difference)
{
  double room;

  if (!base->observation.has_value || !current->observation.has_value)
    return FALSE;

  room = base->value.rounding + current->value.rounding;

  /* The sum of two halves is not exact in binary. */
  return room > 0 && fabs (difference) <= room * (1 + 1e-9);
}

/* The difference and what follows from it. */
static void
set_numbers (TbVerdict        *verdict,
             const TbSide     *base,
             const TbSide     *current,
             const TbInterval *from,
             const TbInterval *to,
             gboolean          in_points)
{
  double difference = get_stated (verdict);

  if (in_points)
    {
      verdict->codes |= TB_RULE (13);
      verdict->points = difference;
    }
  else
    verdict->absolute = difference;
  if (current->info->measure == TB_MEASURE_GROWTH)
    verdict->codes |= TB_RULE (14);
  if (has_relative (base, in_points))
    set_relative (verdict, from, to, difference);
}

static void
compute (TbVerdict    *verdict,
         const TbSide *base,
         const TbSide *current)
{
  TbInterval from = base->value;
  TbInterval to = current->value;
  gboolean about = base->value.about || current->value.about;
  gboolean bounded = from.low.open || from.high.open || to.low.open || to.high.open
                     || !base->observation.has_value || !current->observation.has_value;
  TbDecimal factor = TB_DECIMAL_ONE;
  gboolean in_points = tb_unit_points_factor (current->info->unit, &factor);

  if (!in_points)
    factor = TB_DECIMAL_ONE;
  if (about || bounded)
    verdict->codes |= TB_RULE (15);
  if (!set_bound (verdict, &from, &to, factor))
    {
      TbRuleSet codes = verdict->codes & ~TB_RULE (6);

      *verdict = (TbVerdict) VERDICT_NONE;
      verdict->kind = TB_VERDICT_INVALID;
      verdict->codes = codes;
      return;
    }

  if (about)
    verdict->kind = TB_VERDICT_NOTE;
  if (about && verdict->bound == TB_BOUND_EXACT)
    verdict->bound = TB_BOUND_ABOUT;
  set_numbers (verdict, base, current, &from, &to, in_points);
  if (!bounded && is_within_rounding (base, current, to.low.number - from.low.number))
    {
      verdict->codes |= TB_RULE (17);
      verdict->kind = TB_VERDICT_NOTE;
    }
}

/* R8: what the publisher computed on comparable figures stands in for a
 * difference across a change of definition. */
static void
take_published (TbVerdict    *verdict,
                const TbSide *base,
                const TbSide *current)
{
  TbDecimal factor;
  double half_unit;
  gboolean in_points = tb_unit_points_factor (current->info->unit, &factor);
  double published = tb_published_for_pair (base, current, in_points, &half_unit);

  if (in_points)
    {
      verdict->points = verdict->low = verdict->high = published;
      verdict->codes |= TB_RULE (13);
    }
  else
    verdict->relative = published;
}

TbVerdict
tb_sides_compare (const TbSide *base,
                  const TbSide *current,
                  TbReference   reference)
{
  TbVerdict verdict = VERDICT_NONE;
  TbWeighing rules = tb_side_weigh (base, current, reference);

  if (rules.refuses != 0)
    {
      verdict.kind = TB_VERDICT_INVALID;
      verdict.codes = rules.refuses | rules.notes;
      return verdict;
    }

  verdict.kind = rules.notes != 0 ? TB_VERDICT_NOTE : TB_VERDICT_VALID;
  verdict.codes = rules.notes | rules.shapes;
  if ((rules.notes & TB_RULE (8)) != 0)
    take_published (&verdict, base, current);
  else
    compute (&verdict, base, current);

  return verdict;
}

/**
 * tb_verdict_change:
 * @base: the earlier figure
 * @current: the later figure
 * @reference: the day on which the figures are looked at (R19)
 *
 * Decides whether the change from @base to @current means anything, by the
 * rules of semantics 4.1, and computes it on the printed digits: differences
 * are exact and rounded to a double once.
 *
 * Unit: the difference is in the unit with the multiplier applied, or in
 *   percentage points; relative changes are in percent (12.5 means 12.5 %).
 * Missing: a figure that is not there, has no number or no date gives R0.
 * Thread: any. Cost: O(n) of the series for R8, no allocation.
 *
 * Returns: the verdict; its numbers are NaN where it has none
 */
TbVerdict
tb_verdict_change (TbFigure    base,
                   TbFigure    current,
                   TbReference reference)
{
  TbVerdict verdict = VERDICT_NONE;
  TbSide from, to;

  if (tb_side_load (&from, base) && tb_side_load (&to, current))
    return tb_sides_compare (&from, &to, reference);

  verdict.kind = TB_VERDICT_INVALID;
  verdict.codes = TB_RULE (0);

  return verdict;
}
