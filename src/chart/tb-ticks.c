/* Round numbers inside an interval: where ticks go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-ticks.h"

#include <math.h>

/* Doubles hold every integer up to here; an index beyond it would not be exact. */
#define LARGEST_INDEX 9007199254740992.0

/* 10^22 is the largest power of ten that a double holds exactly. */
#define LARGEST_EXACT_POWER 22

/**
 * tb_tick_step_choose:
 * @start: one end
 * @stop: the other, any order
 * @count: about how many ticks are wanted, more than 0
 * @out_step: (out): the step
 *
 * Chooses the step 1, 2 or 5 × 10ⁿ that gives nearest to @count ticks. Steps are
 * told apart at √2, √10 and √50, the geometric middles between neighbours, as in
 * Heckbert, "Nice Numbers for Graph Labels" (Graphics Gems, 1990).
 *
 * Thread: any.
 *
 * Returns: FALSE where there is no step: ends equal or not finite, @count not
 *   positive, or an interval too narrow for doubles
 */
gboolean
tb_tick_step_choose (double      start,
                     double      stop,
                     double      count,
                     TbTickStep *out_step)
{
  double width = fabs (stop - start);
  double raw;
  double power;
  double error;

  if (!isfinite (width) || width <= 0 || !(count > 0))
    return FALSE;
  raw = width / count;
  if (!isfinite (raw) || raw <= 0)
    return FALSE;

  power = floor (log10 (raw));
  error = raw / pow (10, power);
  /* log10() of 1000 may come out a hair below 3. */
  if (error >= 10)
    {
      error /= 10;
      power += 1;
    }
  if (fabs (power) > 300)
    return FALSE;
  out_step->power = (int) power;
  if (error >= sqrt (50))
    *out_step = (TbTickStep) { 1, (int) power + 1 };
  else if (error >= sqrt (10))
    out_step->factor = 5;
  else if (error >= sqrt (2))
    out_step->factor = 2;
  else
    out_step->factor = 1;

  return MAX (fabs (start), fabs (stop)) / tb_tick_step_value (*out_step, 1) < LARGEST_INDEX;
}

/**
 * tb_tick_step_value:
 * @self: a step
 * @index: which multiple of it
 *
 * Multiples of steps below one are made by a division, which rounds once: the
 * third multiple of 0.1 is 0.3, not 0.30000000000000004. Never −0.
 *
 * Returns: @index steps
 */
double
tb_tick_step_value (TbTickStep self,
                    gint64     index)
{
  double digits = (double) index * self.factor;

  if (index == 0)
    return 0;
  if (self.power >= 0)
    return digits * pow (10, self.power);
  if (self.power >= -LARGEST_EXACT_POWER)
    return digits / pow (10, -self.power);

  return digits * pow (10, self.power);
}

/**
 * tb_tick_step_get_n_decimals:
 * @self: a step
 *
 * Returns: how many decimals its multiples need
 */
int
tb_tick_step_get_n_decimals (TbTickStep self)
{
  return MAX (0, -self.power);
}

/* The first and last multiple inside the interval; widened by a hair so that an
 * end that is itself a multiple is not lost to rounding of the division. */
static void
find_indices (double      low,
              double      high,
              TbTickStep  step,
              gint64     *out_first,
              gint64     *out_last)
{
  double unit = tb_tick_step_value (step, 1);

  *out_first = (gint64) round (low / unit);
  *out_last = (gint64) round (high / unit);
  if (tb_tick_step_value (step, *out_first) < low)
    *out_first += 1;
  if (tb_tick_step_value (step, *out_last) > high)
    *out_last -= 1;
}

/**
 * tb_ticks_new:
 * @start: one end
 * @stop: the other
 * @count: about how many ticks are wanted
 * @out_n: (out): how many there are
 *
 * Makes the round numbers inside an interval, ends included. Where the ends are
 * equal it is that one number; where @stop is less than @start they fall.
 *
 * Shape: at most 2 × @count + 1 numbers, all inside the interval, evenly spaced,
 * strictly rising (or falling), each exact to the last digit of a double.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable) (array length=out_n): the ticks; NULL where
 *   there are none
 */
double *
tb_ticks_new (double start,
              double stop,
              double count,
              gsize *out_n)
{
  gboolean falls = stop < start;
  double low = MIN (start, stop);
  double high = MAX (start, stop);
  TbTickStep step;
  gint64 first;
  gint64 last;
  double *ticks;

  *out_n = 0;
  if (!(count > 0) || !isfinite (start) || !isfinite (stop))
    return NULL;
  if (low >= high)
    {
      ticks = g_new (double, 1);
      ticks[0] = low + 0.0;
      *out_n = 1;
      return ticks;
    }
  if (!tb_tick_step_choose (low, high, count, &step))
    return NULL;

  find_indices (low, high, step, &first, &last);
  /* With less than one tick wanted the chosen step may miss the interval: halve
   * the wish's meaning once, as d3 does. */
  if (last < first && count >= 0.5 && count < 2)
    return tb_ticks_new (start, stop, count * 2, out_n);
  if (last < first)
    return NULL;

  *out_n = (gsize) (last - first + 1);
  ticks = g_new (double, *out_n);
  for (gsize i = 0; i < *out_n; i++)
    ticks[falls ? *out_n - 1 - i : i] = tb_tick_step_value (step, first + (gint64) i);

  return ticks;
}

/**
 * tb_ticks_nice:
 * @start: (inout): one end
 * @stop: (inout): the other
 * @count: about how many ticks are wanted
 *
 * Widens an interval to round ends. Widening may call for a larger step, so it
 * is repeated, each time from the ends as they were given, until the step stays,
 * at most ten times. An interval of one point or of no numbers is left as it is.
 */
void
tb_ticks_nice (double *start,
               double *stop,
               double  count)
{
  TbTickStep before = { 0, 0 };
  gboolean falls = *stop < *start;
  double given_low = MIN (*start, *stop);
  double given_high = MAX (*start, *stop);
  double low = given_low;
  double high = given_high;

  for (int i = 0; i < 10; i++)
    {
      TbTickStep step;
      gint64 first;
      gint64 last;

      if (!tb_tick_step_choose (low, high, count, &step))
        return;
      if (step.factor == before.factor && step.power == before.power)
        break;
      find_indices (given_low, given_high, step, &first, &last);
      if (tb_tick_step_value (step, first) > given_low)
        first -= 1;
      if (tb_tick_step_value (step, last) < given_high)
        last += 1;
      low = tb_tick_step_value (step, first);
      high = tb_tick_step_value (step, last);
      before = step;
    }

  *start = falls ? high : low;
  *stop = falls ? low : high;
}
