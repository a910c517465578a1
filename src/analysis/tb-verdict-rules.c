/* The rules of comparison: which of them apply to a pair of figures.
 *
 * Each rule of semantics 4.1 that can forbid a change, or put a warning on it,
 * is one function here. All are asked, also after one has refused, so that the
 * answer lists every reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-published.h"

#include <math.h>

#define STATUS_UNCERTAIN (TB_STATUS_FORECAST | TB_STATUS_ESTIMATED | TB_STATUS_PROVISIONAL | TB_STATUS_IMPUTED \
                          | TB_STATUS_LOW_RELIABILITY)

typedef enum
{
  CLASS_FLOW,         /* over its span */
  CLASS_TO_DATE,      /* since the start of the reporting year */
  CLASS_PLAN_TOTAL,   /* since the start of a plan */
  CLASS_LOOSE_TOTAL,  /* since a start that is not stated */
  CLASS_LEVEL,        /* at a date */
  CLASS_RATE,         /* average, ratio, index, growth: as its measure says */
  CLASS_UNSTATED,
} Class;

static Class
classify_total (const TbSide *side)
{
  switch (side->info->since)
    {
    case TB_SINCE_YEAR_START:
      return side->observation.basis == TB_BASIS_DISCRETE ? CLASS_FLOW : CLASS_TO_DATE;
    case TB_SINCE_PLAN_START:
      return CLASS_PLAN_TOTAL;
    case TB_SINCE_INCEPTION:
    case TB_SINCE_DATE:
      return CLASS_LEVEL;
    case TB_SINCE_NONE:
    case TB_SINCE_UNSTATED:
      break;
    }

  return CLASS_LOOSE_TOTAL;
}

static Class
classify (const TbSide *side)
{
  switch (side->info->measure)
    {
    case TB_MEASURE_FLOW:
      return side->observation.basis == TB_BASIS_YEAR_TO_DATE ? CLASS_TO_DATE : CLASS_FLOW;
    case TB_MEASURE_STOCK:
      return CLASS_LEVEL;
    case TB_MEASURE_CUMULATIVE:
      return classify_total (side);
    case TB_MEASURE_AVERAGE:
    case TB_MEASURE_RATIO:
    case TB_MEASURE_INDEX:
    case TB_MEASURE_GROWTH:
      return CLASS_RATE;
    case TB_MEASURE_UNSTATED:
      break;
    }

  return CLASS_UNSTATED;
}

static gboolean
is_over_span (Class class)
{
  return class == CLASS_FLOW || class == CLASS_TO_DATE || class == CLASS_PLAN_TOTAL;
}

static gboolean
is_month_end (TbDay day)
{
  int y, m, d;

  tb_day_split (day + 1, &y, &m, &d);

  return d == 1;
}

/* The same day of the year; the ends of one month are the same, 28 or 29. */
static gboolean
is_same_day_of_year (TbDay    a,
                     TbDay    b,
                     gboolean ends,
                     int     *out_years)
{
  int ya, ma, da, yb, mb, db;

  tb_day_split (a, &ya, &ma, &da);
  tb_day_split (b, &yb, &mb, &db);
  *out_years = yb - ya;

  return ma == mb && (da == db || (ends && is_month_end (a) && is_month_end (b)));
}

/* Whether two spans lie at the same place of their years. */
static gboolean
is_same_position (const TbSide *a,
                  const TbSide *b)
{
  int start_years, end_years;

  return is_same_day_of_year (a->span.start, b->span.start, FALSE, &start_years)
         && is_same_day_of_year (a->span.end, b->span.end, TRUE, &end_years)
         && start_years == end_years;
}

static gboolean
begins_with_year (const TbSide *side)
{
  int y, m, d;

  tb_day_split (side->span.start, &y, &m, &d);

  return m * 100 + d == side->span.year_start;
}

/* R1: two figures of one thing: indicator, coverage, unit, prices, adjustment. */
static gboolean
is_same_thing (const TbSide *base,
               const TbSide *current)
{
  const TbSeriesInfo *a = base->info;
  const TbSeriesInfo *b = current->info;

  if (base->figure.series == current->figure.series)
    return TRUE;

  /* Units of one family with different sizes need a conversion, which is not
   * made yet: refused, rather than compared as they stand. */
  return a->indicator == b->indicator && a->place == b->place && a->unit == b->unit && a->sa == b->sa
         && g_strcmp0 (a->price_basis, b->price_basis) == 0 && tb_text_equal (&a->scope, &b->scope)
         && tb_series_same_breakdown (a, b);
}

/* R2 and R7: what the figures measure. */
static void
weigh_measure (const TbSide *base,
               const TbSide *current,
               TbWeighing      *rules)
{
  Class a = classify (base);
  Class b = classify (current);

  if (a == CLASS_UNSTATED && b == CLASS_UNSTATED)
    rules->notes |= TB_RULE (2);
  else if (a == CLASS_RATE && b == CLASS_RATE)
    rules->refuses |= base->info->measure != current->info->measure ? TB_RULE (2) : 0;
  else if ((a == CLASS_FLOW && b == CLASS_TO_DATE) || (a == CLASS_TO_DATE && b == CLASS_FLOW))
    {
      /* A year to date that begins with the year is the discrete figure of
       * the same span. */
      gboolean same = is_same_position (base, current)
                      && begins_with_year (a == CLASS_TO_DATE ? base : current);

      rules->refuses |= same ? 0 : TB_RULE (2);
    }
  else if (a != b)
    {
      rules->refuses |= TB_RULE (2);
      if ((a == CLASS_LEVEL && is_over_span (b)) || (b == CLASS_LEVEL && is_over_span (a)))
        rules->refuses |= TB_RULE (7);
    }
}

/* R4 for totals whose start is not stated: only figures of one publisher count
 * from the same start. */
static gboolean
is_same_publisher (const TbSide *base,
                   const TbSide *current)
{
  const TbSource *a = base->observation.source;
  const TbSource *b = current->observation.source;

  if (a == b)
    return TRUE;

  return a != NULL && b != NULL && tb_text_equal (&a->publisher, &b->publisher);
}

/* R3, R4 and R6: the spans and dates. */
static void
weigh_span (const TbSide *base,
            const TbSide *current,
            TbWeighing      *rules)
{
  Class a = classify (base);
  Class b = classify (current);
  gboolean a_at_date = base->observation.basis == TB_BASIS_AS_OF;
  gboolean b_at_date = current->observation.basis == TB_BASIS_AS_OF;

  if (a == CLASS_LEVEL && b == CLASS_LEVEL)
    rules->shapes |= TB_RULE (6);
  else if (a == CLASS_LOOSE_TOTAL && b == CLASS_LOOSE_TOTAL)
    {
      if (is_same_publisher (base, current))
        rules->notes |= TB_RULE (4);
      else
        rules->refuses |= TB_RULE (4);
    }
  else if ((a == CLASS_TO_DATE && b == CLASS_TO_DATE) || (a == CLASS_PLAN_TOTAL && b == CLASS_PLAN_TOTAL))
    rules->refuses |= is_same_position (base, current) ? 0 : TB_RULE (4);
  else if (is_over_span (a) && is_over_span (b))
    rules->refuses |= tb_period_same_duration (base->span, current->span) ? 0 : TB_RULE (3);
  else if ((a == CLASS_RATE && b == CLASS_RATE) || (a == CLASS_UNSTATED && b == CLASS_UNSTATED))
    {
      /* At a date both, or over spans of one length both. */
      if (a_at_date != b_at_date || (!a_at_date && !tb_period_same_duration (base->span, current->span)))
        rules->refuses |= TB_RULE (3);
    }
}

static gboolean
hangs_on_year (const TbSide *side)
{
  switch ((TbPeriodKind) side->observation.period.kind)
    {
    case TB_PERIOD_A:
    case TB_PERIOD_S:
    case TB_PERIOD_T:
    case TB_PERIOD_Q:
    case TB_PERIOD_B:
      return TRUE;
    case TB_PERIOD_M:
    case TB_PERIOD_W:
    case TB_PERIOD_D:
    case TB_PERIOD_RANGE:
    case TB_PERIOD_NONE:
    case TB_PERIOD_TEXT:
      break;
    }

  return side->observation.basis == TB_BASIS_YEAR_TO_DATE;
}

/* R5: levels are of a date, whatever the reporting year. */
static gboolean
is_other_year (const TbSide *base,
               const TbSide *current)
{
  if (tb_side_is_level (base) && tb_side_is_level (current))
    return FALSE;

  return hangs_on_year (base) && hangs_on_year (current)
         && base->observation.period.year_start != current->observation.period.year_start;
}

/* R8: whether the definition changes after the earlier figure, and at or before
 * the later one. */
static gboolean
has_break_between (const TbSeries *series,
                   TbDay           a,
                   TbDay           b)
{
  gsize n = tb_series_get_n (series);

  for (gsize i = 0; i < n; i++)
    {
      TbPeriod period = tb_series_get_period (series, i);
      TbObservation o;

      if (period.end <= MIN (a, b) || period.end > MAX (a, b))
        continue;
      tb_series_get (series, i, &o);
      if ((o.status & TB_STATUS_BREAK) != 0 || (o.extra != NULL && !tb_text_is_empty (&o.extra->definition)))
        return TRUE;
    }

  return FALSE;
}

static void
weigh_break (const TbSide *base,
             const TbSide *current,
             TbWeighing      *rules)
{
  TbDecimal factor;
  double half_unit;
  gboolean in_points = tb_unit_points_factor (current->info->unit, &factor);

  if (!has_break_between (current->figure.series, base->span.end, current->span.end)
      && (base->figure.series == current->figure.series
          || !has_break_between (base->figure.series, base->span.end, current->span.end)))
    return;

  if (isnan (tb_published_for_pair (base, current, in_points, &half_unit)))
    rules->refuses |= TB_RULE (8);
  else
    rules->notes |= TB_RULE (8);
}

static gboolean
is_uncertain (const TbObservation *o)
{
  return (o->status & STATUS_UNCERTAIN) != 0 || o->kind == TB_KIND_FORECAST;
}

static gboolean
has_other_vintage (const TbObservation *a,
                   const TbObservation *b)
{
  return a->extra != NULL && b->extra != NULL && a->extra->vintage != 0 && b->extra->vintage != 0
         && a->extra->vintage != b->extra->vintage;
}

/* R19: whether a figure's period had ended when it was known. Only what is
 * observed can be incomplete; a target is for a period to come. */
static gboolean
is_closed (const TbSide *side,
           TbReference   reference)
{
  TbDay day = tb_side_get_reference_day (side, reference);

  return side->observation.kind != TB_KIND_ACTUAL || day == 0 || side->span.end <= day;
}

/**
 * tb_side_weigh:
 * @base: the earlier figure
 * @current: the later one
 * @reference: the day that R19 goes by
 *
 * Asks every rule on whether the two may be compared. The rules on the numbers
 * themselves (R11 to R15, R17) come after that.
 *
 * Thread: any; no allocation. Cost: one pass over the series for R8.
 *
 * Returns: the rules that apply
 */
TbWeighing
tb_side_weigh (const TbSide *base,
               const TbSide *current,
               TbReference   reference)
{
  TbWeighing rules = { 0, 0, 0 };
  const TbObservation *a = &base->observation;
  const TbObservation *b = &current->observation;

  if (!base->known || !current->known || !tb_period_is_dated (a->period)
      || !tb_period_is_dated (b->period))
    {
      rules.refuses = TB_RULE (0);
      return rules;
    }

  if (!is_same_thing (base, current))
    rules.refuses |= TB_RULE (1);
  weigh_measure (base, current, &rules);
  weigh_span (base, current, &rules);
  if (is_other_year (base, current))
    rules.refuses |= TB_RULE (5);
  weigh_break (base, current, &rules);
  if (is_uncertain (a) || is_uncertain (b))
    rules.notes |= TB_RULE (9);
  if (has_other_vintage (a, b))
    rules.notes |= TB_RULE (10);
  if (a->kind != b->kind)
    rules.refuses |= TB_RULE (16);
  if (is_closed (base, reference) != is_closed (current, reference))
    rules.refuses |= TB_RULE (19);

  return rules;
}
