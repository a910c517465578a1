/* The rules on what is measured and over which span: R2 to R7.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

static TbClass
classify_total (const TbSide *side)
{
  switch (side->info->since)
    {
    case TB_SINCE_YEAR_START:
      return side->observation.basis == TB_BASIS_DISCRETE ? TB_CLASS_FLOW : TB_CLASS_TO_DATE;
    case TB_SINCE_PLAN_START:
      return TB_CLASS_PLAN_TOTAL;
    case TB_SINCE_INCEPTION:
    case TB_SINCE_DATE:
      return TB_CLASS_LEVEL;
    case TB_SINCE_NONE:
    case TB_SINCE_UNSTATED:
      break;
    }

  return TB_CLASS_LOOSE_TOTAL;
}

/**
 * tb_side_classify:
 * @self: a side
 *
 * Returns: what it measures, so far as comparisons ask
 */
TbClass
tb_side_classify (const TbSide *self)
{
  switch (self->info->measure)
    {
    case TB_MEASURE_FLOW:
      return self->observation.basis == TB_BASIS_YEAR_TO_DATE ? TB_CLASS_TO_DATE : TB_CLASS_FLOW;
    case TB_MEASURE_STOCK:
      return TB_CLASS_LEVEL;
    case TB_MEASURE_CUMULATIVE:
      return classify_total (self);
    case TB_MEASURE_AVERAGE:
    case TB_MEASURE_RATIO:
    case TB_MEASURE_INDEX:
    case TB_MEASURE_GROWTH:
      return TB_CLASS_RATE;
    case TB_MEASURE_UNSTATED:
      break;
    }

  return TB_CLASS_UNSTATED;
}

static gboolean
is_over_span (TbClass class)
{
  return class == TB_CLASS_FLOW || class == TB_CLASS_TO_DATE || class == TB_CLASS_PLAN_TOTAL;
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

/**
 * tb_side_is_same_position:
 * @a: a side
 * @b: a side
 *
 * Returns: whether both spans lie at the same place of their years
 */
gboolean
tb_side_is_same_position (const TbSide *a,
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

  return m * 100 + d == tb_side_get_year_start (side);
}

/**
 * tb_side_weigh_measures:
 * @base: the earlier figure
 * @current: the later one
 * @rules: (inout): the rules that apply so far
 *
 * R2 and R7: what the figures measure.
 */
void
tb_side_weigh_measures (const TbSide *base,
                        const TbSide *current,
                        TbWeighing   *rules)
{
  TbClass a = tb_side_classify (base);
  TbClass b = tb_side_classify (current);

  if (a == TB_CLASS_UNSTATED && b == TB_CLASS_UNSTATED)
    rules->notes |= TB_RULE (2);
  else if (a == TB_CLASS_RATE && b == TB_CLASS_RATE)
    rules->refuses |= base->info->measure != current->info->measure ? TB_RULE (2) : 0;
  else if ((a == TB_CLASS_FLOW && b == TB_CLASS_TO_DATE) || (a == TB_CLASS_TO_DATE && b == TB_CLASS_FLOW))
    {
      /* A year to date that begins with the year is the discrete figure of
       * the same span. */
      gboolean same = tb_side_is_same_position (base, current)
                      && begins_with_year (a == TB_CLASS_TO_DATE ? base : current);

      rules->refuses |= same ? 0 : TB_RULE (2);
    }
  else if (a != b)
    {
      rules->refuses |= TB_RULE (2);
      if ((a == TB_CLASS_LEVEL && is_over_span (b)) || (b == TB_CLASS_LEVEL && is_over_span (a)))
        rules->refuses |= TB_RULE (7);
    }
}

/* R4: which plan a total runs in, and for how long already, is known only where its
 * first day is written out: a month or year is where it ends. */
static gboolean
is_same_plan_time (const TbSide *base,
                   const TbSide *current)
{
  if (tb_period_equal (base->span, current->span))
    return TRUE;

  return base->span.kind == TB_PERIOD_RANGE && current->span.kind == TB_PERIOD_RANGE
         && tb_side_is_same_position (base, current);
}

/* R4 for totals whose start is not stated: only figures of one series and one
 * publisher count from the same start. */
static gboolean
is_same_count (const TbSide *base,
               const TbSide *current)
{
  const TbSource *a = base->observation.source;
  const TbSource *b = current->observation.source;

  if (base->figure.series != current->figure.series)
    return FALSE;

  return a == b || (a != NULL && b != NULL && tb_text_equal (&a->publisher, &b->publisher));
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
         && tb_side_get_year_start (base) != tb_side_get_year_start (current);
}

/* What is not stated may be an addition: only of a single day it is the same as a level. */
static gboolean
is_at_date (const TbSide *side,
            TbClass       class)
{
  return side->observation.basis == TB_BASIS_AS_OF
         && (class != TB_CLASS_UNSTATED || side->span.start == side->span.end);
}

/**
 * tb_side_weigh_spans:
 * @base: the earlier figure
 * @current: the later one
 * @rules: (inout): the rules that apply so far
 *
 * R3 to R6: the spans and dates.
 */
void
tb_side_weigh_spans (const TbSide *base,
                     const TbSide *current,
                     TbWeighing   *rules)
{
  TbClass a = tb_side_classify (base);
  TbClass b = tb_side_classify (current);
  gboolean a_at_date = is_at_date (base, a);
  gboolean b_at_date = is_at_date (current, b);

  if (is_other_year (base, current))
    rules->refuses |= TB_RULE (5);
  if (a == TB_CLASS_LEVEL && b == TB_CLASS_LEVEL)
    rules->shapes |= TB_RULE (6);
  else if (a == TB_CLASS_LOOSE_TOTAL && b == TB_CLASS_LOOSE_TOTAL)
    {
      if (is_same_count (base, current))
        rules->notes |= TB_RULE (4);
      else
        rules->refuses |= TB_RULE (4);
    }
  else if (a == TB_CLASS_TO_DATE && b == TB_CLASS_TO_DATE)
    rules->refuses |= tb_side_is_same_position (base, current) ? 0 : TB_RULE (4);
  else if (a == TB_CLASS_PLAN_TOTAL && b == TB_CLASS_PLAN_TOTAL)
    rules->refuses |= is_same_plan_time (base, current) ? 0 : TB_RULE (4);
  else if (is_over_span (a) && is_over_span (b))
    rules->refuses |= tb_period_same_duration (base->span, current->span) ? 0 : TB_RULE (3);
  else if ((a == TB_CLASS_RATE && b == TB_CLASS_RATE) || (a == TB_CLASS_UNSTATED && b == TB_CLASS_UNSTATED))
    {
      /* At a date both, or over spans of one length both. */
      if (a_at_date != b_at_date || (!a_at_date && !tb_period_same_duration (base->span, current->span)))
        rules->refuses |= TB_RULE (3);
    }
}
