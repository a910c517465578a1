/* Turns values into places on the page and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scale.h"

#include "tb-ticks.h"

#include <math.h>

/**
 * tb_scale_init:
 * @klass: the kind
 * @domain_start: value at the range's start
 * @domain_end: value at its end
 * @range_start: px
 * @range_end: px; may be less than @range_start
 *
 * Returns: the scale
 */
TbScale
tb_scale_init (const TbScaleClass *klass,
               double              domain_start,
               double              domain_end,
               double              range_start,
               double              range_end)
{
  return (TbScale) { klass, { domain_start, domain_end }, { range_start, range_end }, 0 };
}

static double
map_linear (const TbScale *self,
            double         value)
{
  double width = self->domain[1] - self->domain[0];

  /* A domain of one point has its place in the middle. */
  if (!(fabs (width) > 0))
    return (self->range[0] + self->range[1]) / 2;

  return self->range[0] + (value - self->domain[0]) / width * (self->range[1] - self->range[0]);
}

static double
unmap_linear (const TbScale *self,
              double         place_px)
{
  double width = self->range[1] - self->range[0];

  if (!(fabs (width) > 0))
    return self->domain[0];

  return self->domain[0] + (place_px - self->range[0]) / width * (self->domain[1] - self->domain[0]);
}

static gboolean
is_finite (const TbScale *self,
           double         value)
{
  return isfinite (value);
}

static void
make_nice (TbScale *self,
           double   count)
{
  tb_ticks_nice (&self->domain[0], &self->domain[1], count);
}

static double *
make_ticks (const TbScale *self,
            double         count,
            gsize         *out_n)
{
  return tb_ticks_new (self->domain[0], self->domain[1], count, out_n);
}

const TbScaleClass tb_scale_linear = {
  "linear", map_linear, unmap_linear, is_finite, make_nice, make_ticks,
};

/* Steps of a time scale, months: those a calendar is read by. */
static const double month_steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 300, 600, 1200 };

static double
choose_month_step (const TbScale *self,
                   double         count)
{
  double wanted = fabs (self->domain[1] - self->domain[0]) / MAX (count, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (month_steps); i++)
    if (month_steps[i] >= wanted)
      return month_steps[i];

  return month_steps[G_N_ELEMENTS (month_steps) - 1];
}

static void
make_time_nice (TbScale *self,
                double   count)
{
  double step = choose_month_step (self, count);

  self->domain[0] = floor (self->domain[0] / step) * step;
  self->domain[1] = ceil (self->domain[1] / step) * step;
}

static double *
make_time_ticks (const TbScale *self,
                 double         count,
                 gsize         *out_n)
{
  double step = choose_month_step (self, count);
  double first = ceil (self->domain[0] / step);
  double last = floor (self->domain[1] / step);
  double *ticks;

  *out_n = 0;
  if (!(last >= first))
    return NULL;

  *out_n = (gsize) (last - first + 1);
  ticks = g_new (double, *out_n);
  for (gsize i = 0; i < *out_n; i++)
    ticks[i] = (first + (double) i) * step;

  return ticks;
}

static gboolean
is_time (const TbScale *self,
         double         value)
{
  return isfinite (value) && value >= 0;
}

const TbScaleClass tb_scale_time = {
  "time", map_linear, unmap_linear, is_time, make_time_nice, make_time_ticks,
};

static double
map_band (const TbScale *self,
          double         value)
{
  double step = (self->range[1] - self->range[0]) / MAX (self->domain[1] - self->domain[0], 1);

  return self->range[0] + step * (value - self->domain[0] + self->gap / 2);
}

static double
unmap_band (const TbScale *self,
            double         place_px)
{
  return floor (unmap_linear (self, place_px));
}

static gboolean
is_band (const TbScale *self,
         double         value)
{
  return value >= self->domain[0] && value < self->domain[1] && !(fabs (value - floor (value)) > 0);
}

static void
leave_as_is (TbScale *self,
             double   count)
{
}

static double *
make_band_ticks (const TbScale *self,
                 double         count,
                 gsize         *out_n)
{
  gsize n = (gsize) MAX (self->domain[1] - self->domain[0], 0);
  double *ticks = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    ticks[i] = self->domain[0] + (double) i;
  *out_n = n;

  return ticks;
}

const TbScaleClass tb_scale_band = {
  "band", map_band, unmap_band, is_band, leave_as_is, make_band_ticks,
};

/**
 * tb_scale_map:
 * @self: a scale
 * @value: a value; outside the domain it is continued
 *
 * Returns: its place, px; of a band scale the band's start
 */
double
tb_scale_map (const TbScale *self,
              double         value)
{
  return self->klass->map (self, value);
}

/**
 * tb_scale_unmap:
 * @self: a scale
 * @place_px: a place
 *
 * Returns: the value there; of a band scale the band's index
 */
double
tb_scale_unmap (const TbScale *self,
                double         place_px)
{
  return self->klass->unmap (self, place_px);
}

/**
 * tb_scale_is_valid:
 * @self: a scale
 * @value: a value
 *
 * Returns: whether the value has a place
 */
gboolean
tb_scale_is_valid (const TbScale *self,
                   double         value)
{
  return self->klass->is_valid (self, value);
}

/**
 * tb_scale_nice:
 * @self: a scale
 * @count: about how many ticks are wanted
 *
 * Widens the domain to round ends.
 */
void
tb_scale_nice (TbScale *self,
               double   count)
{
  self->klass->nice (self, count);
}

/**
 * tb_scale_ticks:
 * @self: a scale
 * @count: about how many are wanted
 * @out_n: (out): how many there are
 *
 * Returns: (transfer full) (nullable) (array length=out_n): values inside the domain
 */
double *
tb_scale_ticks (const TbScale *self,
                double         count,
                gsize         *out_n)
{
  return self->klass->ticks (self, count, out_n);
}

/**
 * tb_months_at_start:
 * @day: a day
 *
 * Returns: where the day begins, in months from year 0
 */
double
tb_months_at_start (TbDay day)
{
  int y, m, d;

  tb_day_split (day, &y, &m, &d);

  return y * 12 + (m - 1) + (double) (d - 1) / g_date_get_days_in_month ((GDateMonth) m, (GDateYear) y);
}

/**
 * tb_months_at_end:
 * @day: a day
 *
 * Returns: where the day ends, in months from year 0
 */
double
tb_months_at_end (TbDay day)
{
  int y, m, d;

  tb_day_split (day, &y, &m, &d);

  return y * 12 + (m - 1) + (double) d / g_date_get_days_in_month ((GDateMonth) m, (GDateYear) y);
}

/**
 * tb_months_to_day:
 * @months: months from year 0
 *
 * Returns: the day that holds this point
 */
TbDay
tb_months_to_day (double months)
{
  double whole = floor (months);
  int y = (int) floor (whole / 12);
  int m = (int) (whole - y * 12.0) + 1;
  guint8 n_days = g_date_get_days_in_month ((GDateMonth) m, (GDateYear) CLAMP (y, 1, 65535));

  return tb_day_new (y, m, CLAMP ((int) floor ((months - whole) * n_days) + 1, 1, n_days));
}
