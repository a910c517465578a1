/* Whether two figures may be compared, and what comes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-published.h"
#include "tb-verdict-private.h"

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

gboolean
tb_series_has_relative (const TbSeriesInfo *info,
                        gboolean            in_points)
{
  /* R13: the percentage of a percentage is not offered; R14: nor the growth of
   * a growth. */
  return !in_points && info->measure != TB_MEASURE_GROWTH && has_true_zero (info->unit);
}

/* R15: how the difference is to be read. Its sign is known. */
static void
read_difference (TbVerdict        *verdict,
                 const TbInterval *difference)
{
  verdict->bound = tb_interval_get_bound (difference);
  verdict->low = difference->low.open ? NAN : difference->low.number;
  verdict->high = difference->high.open ? NAN : difference->high.number;

  switch (verdict->bound)
    {
    case TB_BOUND_AT_LEAST:
      verdict->strict = difference->low.strict;
      break;
    case TB_BOUND_AT_MOST:
      verdict->strict = difference->high.strict;
      break;
    case TB_BOUND_BETWEEN:
      verdict->strict = verdict->high > 0 ? difference->low.strict : difference->high.strict;
      break;
    case TB_BOUND_EXACT:
    case TB_BOUND_ABOUT:
      break;
    }
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
  /* The limits of the two sides that the stated difference was made from. */
  gboolean is_upper = verdict->bound == TB_BOUND_AT_MOST;
  const TbLimit *b = is_upper ? &base->low : &base->high;
  const TbLimit *c = is_upper ? &current->high : &current->low;
  TbRuleSet bar;

  if (verdict->bound == TB_BOUND_BETWEEN)
    return;

  bar = find_relative_bar (base, b, c);
  verdict->codes |= bar;
  /* A base known only by its ceiling may be as near to zero as it likes, or
   * below; the bound of the ratio needs it positive. */
  if (bar != 0 || base->low.open)
    return;

  verdict->relative = difference * 100 / b->number;
  if (!isfinite (verdict->relative))
    verdict->relative = NAN;
}

/* R17: whether the difference could come of rounding alone. */
static gboolean
is_within_rounding (const TbInterval *difference)
{
  if (difference->low.open || difference->high.open || difference->low.number < difference->high.number)
    return FALSE;

  /* The sum of two halves is not exact in binary. */
  return difference->rounding > 0 && fabs (difference->low.number) <= difference->rounding * (1 + 1e-9);
}

gboolean
tb_published_is_met (double low,
                     double high,
                     double published,
                     double half_unit)
{
  /* The ends of printed numbers are not exact in binary. */
  double room = (fabs (published) + half_unit) * 1e-9;

  return low <= published + half_unit + room && high >= published - half_unit - room;
}

/* The growth that the figures give, in percent: all that they and, as far as it is
 * given, their rounding leave open. FALSE: a percentage says nothing (R11, R12). */
static gboolean
find_growth (const TbInterval *base,
             const TbInterval *current,
             double            base_room,
             double            current_room,
             double           *out_low,
             double           *out_high)
{
  double least = base->low.number - base_room;

  if (base->low.open || !(base->low.number > 0) || (!current->low.open && current->low.number < 0))
    return FALSE;

  *out_low = -G_MAXDOUBLE;
  *out_high = G_MAXDOUBLE;
  if (!current->low.open && base->high.open)
    *out_low = -100;
  else if (!current->low.open)
    *out_low = ((current->low.number - current_room) / (base->high.number + base_room) - 1) * 100;
  if (!current->high.open && least > 0)
    *out_high = ((current->high.number + current_room) / least - 1) * 100;

  return TRUE;
}

/* The change that the figures give; with @with_rounding also what their rounding
 * leaves open. */
static gboolean
find_change (const TbInterval *base,
             const TbInterval *current,
             const TbInterval *difference,
             TbPublishedSort   sort,
             gboolean          with_rounding,
             double           *out_low,
             double           *out_high)
{
  double room = with_rounding ? difference->rounding : 0;

  if (sort == TB_PUBLISHED_RELATIVE)
    return find_growth (base, current, with_rounding ? base->rounding : 0, with_rounding ? current->rounding : 0,
                        out_low, out_high);

  *out_low = difference->low.open ? -G_MAXDOUBLE : difference->low.number - room;
  *out_high = difference->high.open ? G_MAXDOUBLE : difference->high.number + room;

  return TRUE;
}

/* R18: the published change in place of what the figures give. Of a range, the end
 * nearest to it is kept. */
static void
show_published (TbVerdict      *verdict,
                TbPublishedSort sort,
                double          published,
                double          computed)
{
  gboolean is_exact = verdict->bound == TB_BOUND_EXACT;

  verdict->computed = computed;
  verdict->bound = TB_BOUND_EXACT;
  verdict->strict = FALSE;
  verdict->codes |= TB_RULE (18);
  verdict->kind = TB_VERDICT_NOTE;
  if (sort == TB_PUBLISHED_RELATIVE)
    {
      verdict->relative = published;
      if (!is_exact)
        verdict->absolute = verdict->low = verdict->high = NAN;
      return;
    }

  verdict->low = verdict->high = published;
  verdict->relative = NAN;
  if (sort == TB_PUBLISHED_POINTS)
    verdict->points = published;
  else
    verdict->absolute = published;
}

/* R18: the published change is shown where the figures themselves give another. */
static void
check_published (TbVerdict        *verdict,
                 const TbSide     *base,
                 const TbSide     *current,
                 const TbInterval *from,
                 const TbInterval *difference)
{
  gboolean in_points = (verdict->codes & TB_RULE (13)) != 0;
  TbPublishedSort sort = in_points ? TB_PUBLISHED_POINTS : TB_PUBLISHED_RELATIVE;
  double published, half_unit, low, high;

  if (difference->about || current->observation.extra == NULL)
    return;
  published = tb_published_for_pair (base, current, sort, &half_unit);
  if (isnan (published) && !in_points)
    {
      sort = TB_PUBLISHED_ABSOLUTE;
      published = tb_published_for_pair (base, current, sort, &half_unit);
    }
  if (isnan (published) || (sort == TB_PUBLISHED_RELATIVE && !tb_series_has_relative (current->info, in_points))
      || !find_change (from, &current->value, difference, sort, TRUE, &low, &high)
      || tb_published_is_met (low, high, published, half_unit))
    return;

  find_change (from, &current->value, difference, sort, FALSE, &low, &high);
  if (sort == TB_PUBLISHED_RELATIVE && !isnan (verdict->relative))
    low = high = verdict->relative;
  show_published (verdict, sort, published, published < low ? low : high);
}

static gboolean
is_aim (const TbSide *self)
{
  return self->observation.kind == TB_KIND_TARGET || self->observation.kind == TB_KIND_PLAN;
}

/* What the difference of an outcome from its aim is reckoned with. An aim is set and
 * not measured: only the outcome has been rounded (R17), so that a target that is
 * missed by a whole digit is never level with it within rounding (T-1, T-2). */
static void
sharpen_aim (const TbSide *base,
             const TbSide *current,
             TbInterval   *from,
             TbInterval   *to)
{
  if (is_aim (base) && !is_aim (current))
    from->rounding = 0;
  else if (is_aim (current) && !is_aim (base))
    to->rounding = 0;
}

static void
compute (TbVerdict    *verdict,
         const TbSide *base,
         const TbSide *current)
{
  TbInterval from, difference;
  TbInterval to = current->value;
  TbDecimal factor;
  gboolean in_points = tb_unit_points_factor (current->info->unit, &factor);
  double stated;

  tb_side_convert (base, current->info->unit, &from);
  sharpen_aim (base, current, &from, &to);
  difference = tb_interval_subtract (&to, &from);
  if (is_within_rounding (&difference))
    {
      verdict->codes |= TB_RULE (17);
      verdict->kind = TB_VERDICT_NOTE;
    }
  if (in_points)
    difference = tb_interval_scale (&difference, factor);
  read_difference (verdict, &difference);
  stated = tb_interval_get_stated (&difference);

  if (in_points)
    {
      verdict->codes |= TB_RULE (13);
      verdict->points = stated;
    }
  else
    verdict->absolute = stated;
  if (current->info->measure == TB_MEASURE_GROWTH)
    verdict->codes |= TB_RULE (14);
  if (tb_series_has_relative (current->info, in_points))
    set_relative (verdict, &from, &current->value, stated);
  check_published (verdict, base, current, &from, &difference);
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
  double published = tb_published_for_pair (base, current, in_points ? TB_PUBLISHED_POINTS : TB_PUBLISHED_RELATIVE,
                                            &half_unit);

  if (in_points)
    {
      verdict->points = verdict->low = verdict->high = published;
      verdict->codes |= TB_RULE (13);
    }
  else
    verdict->relative = published;
}

TbVerdict
tb_verdict_of_rules (TbOperation       operation,
                     const TbWeighing *rules)
{
  TbVerdict verdict = TB_VERDICT_NONE;

  verdict.operation = operation;
  verdict.codes = rules->refuses | rules->notes | rules->shapes;
  if (rules->refuses != 0)
    verdict.kind = TB_VERDICT_INVALID;
  else if (rules->notes != 0)
    verdict.kind = TB_VERDICT_NOTE;

  return verdict;
}

/**
 * tb_sides_compare:
 * @base: the earlier figure, of a file or computed
 * @current: the later one
 * @reference: the day on which the figures are looked at (R19)
 *
 * As tb_verdict_change(), of figures that may be computed: their rounding is
 * that of @value, and no change is published for them.
 *
 * Thread: any; no allocation.
 *
 * Returns: the verdict
 */
TbVerdict
tb_sides_compare (const TbSide *base,
                  const TbSide *current,
                  TbReference   reference)
{
  TbWeighing rules = tb_side_weigh (base, current, reference);
  TbVerdict verdict = tb_verdict_of_rules (TB_OPERATION_CHANGE, &rules);

  if (verdict.kind == TB_VERDICT_INVALID)
    return verdict;
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
 * Unit: the difference is in the current figure's unit with the multiplier
 *   applied, or in percentage points; relative changes are in percent (12.5
 *   means 12.5 %).
 * Missing: a figure that is not there, has no number or no date gives R0.
 * Thread: any. Cost: O(log n) of the series' breaks, no allocation.
 *
 * Returns: the verdict; its numbers are NaN where it has none
 */
TbVerdict
tb_verdict_change (TbFigure    base,
                   TbFigure    current,
                   TbReference reference)
{
  TbSide from, to;

  if (tb_side_load (&from, base) && tb_side_load (&to, current))
    return tb_sides_compare (&from, &to, reference);

  return tb_verdict_of_rules (TB_OPERATION_CHANGE, &(TbWeighing) { .refuses = TB_RULE (0) });
}
