/* What may be asked of one point of a chart, or of two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"

#include <math.h>

#define SOFT_STATUS (TB_STATUS_PROVISIONAL | TB_STATUS_ESTIMATED | TB_STATUS_IMPUTED | TB_STATUS_LOW_RELIABILITY)

/**
 * tb_chart_point_is_soft:
 * @self: a point
 *
 * Returns: whether its status says that it may still change: provisional,
 *   estimated, imputed or of low reliability; or it is implied by others
 */
gboolean
tb_chart_point_is_soft (const TbChartPoint *self)
{
  return self->implied || (self->status & SOFT_STATUS) != 0;
}

gboolean
tb_chart_point_is_reference (const TbChartPoint *self)
{
  return self->kind == TB_KIND_TARGET || self->kind == TB_KIND_PLAN;
}

/**
 * tb_chart_point_get_top:
 * @self: a point
 *
 * Returns: the number furthest from zero that is drawn of it; NaN where missing
 */
double
tb_chart_point_get_top (const TbChartPoint *self)
{
  double top = self->value;

  if (!isnan (self->high) && !(fabs (self->high) <= fabs (top)))
    top = self->high;
  if (!isnan (self->low) && !(fabs (self->low) <= fabs (top)))
    top = self->low;

  return top;
}

/**
 * tb_chart_find_year_start:
 * @period: a period
 *
 * Reporting years that begin in July are no years of the calendar; months and days
 * keep their names of the calendar in them.
 *
 * Returns: the first day of the years that the period is named by, month × 100 + day
 */
guint16
tb_chart_find_year_start (TbPeriod period)
{
  gboolean is_of_calendar = period.kind == TB_PERIOD_M || period.kind == TB_PERIOD_D || period.kind == TB_PERIOD_RANGE;

  return is_of_calendar ? TB_CALENDAR_YEAR : period.year_start;
}

static gboolean
follows_at_once (const TbChartPoint *from,
                 const TbChartPoint *to)
{
  TbPeriod previous;

  if (from->period.kind != to->period.kind || to->period.kind == TB_PERIOD_D || to->period.kind == TB_PERIOD_RANGE)
    return TRUE;

  return !tb_period_previous (to->period, &previous) || tb_period_equal (previous, from->period);
}

/* Quarters are as long as quarters: only spans of other kinds are measured. */
static gboolean
are_of_one_length (TbPeriod a,
                   TbPeriod b)
{
  if (a.kind == b.kind && a.kind != TB_PERIOD_RANGE)
    return TRUE;

  return tb_period_same_duration (a, b);
}

/**
 * tb_chart_points_may_join:
 * @from: a point
 * @to: a later one of the same series
 *
 * Whether a line may run between two points (semantics P-3): between stocks, or
 * between flows of one length that follow each other at once; never to a target,
 * across a missing period or a break, nor from a flow to a running total. Between
 * points that stand for a long stretch of joined ones too (M4).
 *
 * Returns: whether they may be joined
 */
gboolean
tb_chart_points_may_join (const TbChartPoint *from,
                          const TbChartPoint *to)
{
  if (to->thinned)
    return TRUE;
  if (isnan (from->value) || isnan (to->value) || to->breaks || from->conflict > 0 || to->conflict > 0)
    return FALSE;
  if (tb_chart_point_is_reference (from) || tb_chart_point_is_reference (to) ||
      (from->kind == TB_KIND_FORECAST && to->kind != TB_KIND_FORECAST))
    return FALSE;
  if (from->geometry != to->geometry || from->bracket != to->bracket)
    return FALSE;
  if (from->geometry == TB_GEOMETRY_END && from->bracket)
    return fabs (from->start - to->start) < TB_FIGURES_SAME_TIME && follows_at_once (from, to);
  if (from->geometry == TB_GEOMETRY_END)
    return follows_at_once (from, to);

  return fabs (from->end - to->start) < TB_FIGURES_SAME_TIME && are_of_one_length (from->period, to->period);
}
