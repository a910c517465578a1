/* One side of a comparison: what kind of figure it is, and its span.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-side.h"

#include "tb-span.h"

#define MONTHS_PER_YEAR 12

/* Of a year to date, a month or quarter names only the end. */
static gboolean
names_its_end (const TbSide *self)
{
  const TbPeriod *period = &self->observation.period;

  return self->observation.basis == TB_BASIS_YEAR_TO_DATE && self->info->since != TB_SINCE_PLAN_START
         && tb_period_is_dated (*period) && period->kind != TB_PERIOD_RANGE && period->kind != TB_PERIOD_A;
}

/* A year-to-date figure spelled by its last month or quarter runs from the start
 * of the series' reporting year, also where that month is one of the calendar; one
 * whose first day is written out is left as written. */
static TbPeriod
find_span (const TbSide *self)
{
  TbPeriod span = self->observation.period;
  TbDay start;

  if (!names_its_end (self))
    return span;

  start = tb_span_find_year_start (span.end, self->info->year_start);
  if (start != span.start)
    {
      span.start = start;
      span.kind = TB_PERIOD_RANGE;
    }

  return span;
}

/**
 * tb_side_get_year_start:
 * @self: a side
 *
 * A year to date is of the series' reporting year, however it is spelled; a whole
 * year is that of its spelling.
 *
 * Returns: month × 100 + day of the first day of the year that the figure is of
 */
guint16
tb_side_get_year_start (const TbSide *self)
{
  const TbObservation *o = &self->observation;

  return o->basis == TB_BASIS_YEAR_TO_DATE && o->period.kind != TB_PERIOD_A ? self->info->year_start
                                                                           : o->period.year_start;
}

/**
 * tb_side_load_observation:
 * @self: (out caller-allocates): the side
 * @series: the series that the figure belongs to
 * @observation: the figure, as a row of the series would say it
 *
 * Reads a figure that is no row of its series, with its span.
 */
void
tb_side_load_observation (TbSide              *self,
                          const TbSeries      *series,
                          const TbObservation *observation)
{
  self->figure = (TbFigure) { series, 0 };
  self->info = tb_series_get_info (series);
  self->observation = *observation;
  self->known = tb_interval_read (&self->value, &self->observation, self->info->unit);
  self->implied = FALSE;
  self->span = find_span (self);
}

/**
 * tb_side_load:
 * @self: (out caller-allocates): the side
 * @figure: a row of a series
 *
 * Reads a figure with its span.
 *
 * Returns: whether there is such a row
 */
gboolean
tb_side_load (TbSide  *self,
              TbFigure figure)
{
  TbObservation o;

  if (figure.series == NULL || figure.row >= tb_series_get_n (figure.series))
    return FALSE;

  tb_series_get (figure.series, figure.row, &o);
  tb_side_load_observation (self, figure.series, &o);
  self->figure = figure;

  return TRUE;
}

/**
 * tb_side_is_level:
 * @self: a side
 *
 * Returns: whether the figure holds at a date, as stocks do and running totals
 *   since a fixed date (R4, R6)
 */
gboolean
tb_side_is_level (const TbSide *self)
{
  if (self->info->measure == TB_MEASURE_STOCK)
    return TRUE;

  return self->info->measure == TB_MEASURE_CUMULATIVE
         && (self->info->since == TB_SINCE_INCEPTION || self->info->since == TB_SINCE_DATE);
}

/* Figures that are of a date, for what their change is called. */
static gboolean
is_at_date (const TbSide *self)
{
  return tb_side_is_level (self)
         || (self->span.kind == TB_PERIOD_D && self->observation.basis == TB_BASIS_AS_OF);
}

/**
 * tb_side_is_year_apart:
 * @base: the earlier figure
 * @current: the later one
 *
 * R6: of levels, the date counts: the same day of the year before, or the ends of
 * both months.
 *
 * Returns: whether @base is of the same span or date a year before @current,
 *   whatever the change is called
 */
gboolean
tb_side_is_year_apart (const TbSide *base,
                       const TbSide *current)
{
  gboolean levels = is_at_date (current);
  TbPeriod earlier;

  if (levels && tb_span_count_months (base->span.end, current->span.end) == MONTHS_PER_YEAR)
    return TRUE;

  return tb_period_year_earlier (current->span, &earlier) && earlier.end == base->span.end
         && (levels || earlier.start == base->span.start);
}

/**
 * tb_side_relate:
 * @base: the earlier figure
 * @current: the later one
 *
 * Tells how a change between the two is called. A level is never "year on year"
 * unless it is of the same date (R6), and of the year's last day it is "since
 * the end of the year".
 *
 * Returns: the relation
 */
TbRelation
tb_side_relate (const TbSide *base,
                const TbSide *current)
{
  gboolean levels = is_at_date (current);
  TbPeriod earlier;
  int year, month, day;

  tb_day_split (base->span.end, &year, &month, &day);
  if (levels && month == 12 && day == 31 && base->span.end < current->span.end)
    return TB_RELATION_SINCE;
  if (tb_side_is_year_apart (base, current))
    return TB_RELATION_ON_YEAR;
  if (levels)
    return base->span.end < current->span.end ? TB_RELATION_SINCE : TB_RELATION_OTHER;
  if (tb_period_previous (current->span, &earlier) && earlier.end == base->span.end
      && earlier.start == base->span.start)
    return TB_RELATION_ON_PERIOD;

  return TB_RELATION_OTHER;
}

/**
 * tb_side_get_reference_day:
 * @self: a side
 * @reference: the day that was asked for, and the dataset's
 *
 * Returns: the day on which the figure is looked at (R19); 0: not known
 */
TbDay
tb_side_get_reference_day (const TbSide *self,
                           TbReference   reference)
{
  const TbObservation *o = &self->observation;

  if (reference.as_of != 0)
    return reference.as_of;
  if (o->extra != NULL && o->extra->vintage != 0)
    return o->extra->vintage;
  if (o->source != NULL && o->source->published != 0)
    return o->source->published;

  return reference.updated;
}
