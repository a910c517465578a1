/* Average growth so far, for targets of average growth (T-8).
 *
 * Of levels it is the geometric average since the baseline, as F-3 has it; of
 * published growth rates, the geometric mean of all years since the target's
 * start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-span.h"
#include "tb-standing-private.h"

#include <math.h>

#define MONTHS_OF_YEAR 12

static double
find_growth (double base,
             double value,
             double years)
{
  return (pow (value / base, 1 / years) - 1) * 100;
}

/* FALSE: there is no baseline, or no root to draw. */
static gboolean
average_levels (const TbAim *self,
                TbInterval  *out_growth)
{
  const TbInterval *value = &self->value;
  double base = tb_aim_get_baseline (self);
  double years = tb_span_count_years (self->aim->baseline_period.end, self->actual.span.end);

  if (years < 1 || base <= 0 || tb_interval_is_unknown (value) || (!value->low.open && value->low.number <= 0)
      || (!value->high.open && value->high.number <= 0))
    return FALSE;

  *out_growth = *value;
  out_growth->low.exact = out_growth->high.exact = FALSE;
  out_growth->low.number = find_growth (base, value->low.number, years);
  out_growth->high.number = find_growth (base, value->high.number, years);

  return TRUE;
}

static gboolean
has_rates (const TbAim *self)
{
  TbDecimal factor;

  return self->actual.info->measure == TB_MEASURE_GROWTH && tb_unit_points_factor (self->actual.info->unit, &factor);
}

/* Whether a row is the rate of one of the years so far. */
static gboolean
is_year_so_far (const TbAim         *self,
                const TbObservation *o)
{
  return o->kind == TB_KIND_ACTUAL && !o->confirms && !o->superseded && tb_period_is_dated (o->period)
         && tb_period_get_n_months (o->period) == MONTHS_OF_YEAR && o->period.start >= self->target.span.start
         && o->period.end <= self->actual.span.end;
}

static void
multiply (TbLimit       *product,
          const TbLimit *rate,
          double         factor)
{
  product->open = product->open || rate->open;
  product->strict = product->strict || rate->strict;
  product->number *= 1 + rate->number * factor / 100;
}

/* The geometric mean of the yearly rates since the target's start (两年平均 and
 * its like). FALSE: a year is missing, or told twice. */
static gboolean
average_rates (const TbAim *self,
               TbInterval  *out_growth)
{
  const TbSeries *series = self->actual.figure.series;
  double years = tb_span_count_years (self->target.span.start - 1, self->actual.span.end);
  double n = 0;
  double percent;
  TbDecimal factor;

  *out_growth = tb_interval_of_number (1, 0);
  tb_unit_points_factor (self->actual.info->unit, &factor);
  percent = tb_decimal_to_double (factor);
  for (gsize row = 0; row < tb_series_get_n (series); row++)
    {
      TbObservation o;
      TbInterval rate;

      tb_series_get (series, row, &o);
      if (!is_year_so_far (self, &o))
        continue;
      if (o.conflicts || !tb_interval_read (&rate, &o, self->actual.info->unit))
        return FALSE;
      n++;
      multiply (&out_growth->low, &rate.low, percent);
      multiply (&out_growth->high, &rate.high, percent);
      out_growth->about = out_growth->about || rate.about;
    }
  if (n < 1 || fabs (n - years) > 0 || (!out_growth->low.open && out_growth->low.number <= 0))
    return FALSE;

  out_growth->low.number = find_growth (1, out_growth->low.number, n);
  out_growth->high.number = find_growth (1, out_growth->high.number, n);

  return !tb_interval_is_unknown (out_growth);
}

/**
 * tb_aim_get_growth:
 * @self: a target of average growth and a figure
 * @out_growth: (out caller-allocates): the average growth a year so far, percent
 * @out_refuses: (out): what forbids it
 *
 * T-8: the average, not the last year.
 *
 * Thread: any; no allocation.
 *
 * Returns: whether there is one
 */
gboolean
tb_aim_get_growth (const TbAim *self,
                   TbInterval  *out_growth,
                   TbRuleSet   *out_refuses)
{
  gboolean of_rates = has_rates (self);
  gboolean has_start = of_rates ? tb_period_is_dated (self->target.span)
                                : self->aim->has_baseline && tb_period_is_dated (self->aim->baseline_period);

  *out_refuses = TB_RULE_T (8);
  if (!self->has_goal || !has_start)
    return FALSE;
  *out_refuses = self->refuses | (of_rates ? 0 : tb_aim_weigh_baseline (self));
  if (*out_refuses != 0)
    return FALSE;
  *out_refuses = TB_RULE_T (8);
  if (!(of_rates ? average_rates (self, out_growth) : average_levels (self, out_growth)))
    return FALSE;
  *out_refuses = 0;

  return TRUE;
}
