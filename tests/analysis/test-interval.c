/* Intervals: what a printed figure is known to be, and arithmetic on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-interval.h"
#include "tb-unit.h"

#include <math.h>

#define OPEN NAN

static const TbUnit unit = { .id = "u", .kind = TB_UNIT_OTHER };

/* An interval as test rows write it: NaN is open. */
static TbInterval
make (double   low,
      double   high,
      gboolean strict)
{
  TbInterval interval = { 0 };

  interval.low = (TbLimit) { .number = low, .open = isnan (low), .strict = strict && isnan (high) };
  interval.high = (TbLimit) { .number = high, .open = isnan (high), .strict = strict && isnan (low) };

  return interval;
}

static void
assert_same (double actual,
             double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (actual));
  else
    g_assert_cmpfloat_with_epsilon (actual, expected, 1e-9);
}

static void
assert_limits (const TbInterval *interval,
               double            low,
               double            high)
{
  g_assert_cmpint (interval->low.open, ==, isnan (low));
  g_assert_cmpint (interval->high.open, ==, isnan (high));
  assert_same (interval->low.open ? NAN : interval->low.number, low);
  assert_same (interval->high.open ? NAN : interval->high.number, high);
}

typedef struct
{
  const char *name;
  TbQualifier qualifier;
  TbKind      kind;
  double      low;
  double      high;
  gboolean    strict;
  gboolean    about;
} ReadRow;

/* 5.0 with each qualifier. */
static const ReadRow read_rows[] = {
  { "exact", TB_QUALIFIER_EXACT, TB_KIND_ACTUAL, 5, 5, FALSE, FALSE },
  { "over", TB_QUALIFIER_OVER, TB_KIND_ACTUAL, 5, OPEN, TRUE, FALSE },
  { "at-least", TB_QUALIFIER_AT_LEAST, TB_KIND_ACTUAL, 5, OPEN, FALSE, FALSE },
  { "under", TB_QUALIFIER_UNDER, TB_KIND_ACTUAL, OPEN, 5, TRUE, FALSE },
  { "at-most", TB_QUALIFIER_AT_MOST, TB_KIND_ACTUAL, OPEN, 5, FALSE, FALSE },
  { "about", TB_QUALIFIER_ABOUT, TB_KIND_ACTUAL, 5, 5, FALSE, TRUE },
  { "nearly", TB_QUALIFIER_NEARLY, TB_KIND_ACTUAL, 5, 5, FALSE, TRUE },
  { "floor-of-a-target", TB_QUALIFIER_AT_LEAST, TB_KIND_TARGET, 5, 5, FALSE, FALSE },
  { "ceiling-of-a-plan", TB_QUALIFIER_UNDER, TB_KIND_PLAN, 5, 5, FALSE, FALSE },
  { "over-of-a-forecast", TB_QUALIFIER_OVER, TB_KIND_FORECAST, 5, OPEN, TRUE, FALSE },
};

static void
test_read (gconstpointer data)
{
  const ReadRow *row = data;
  TbObservation o = { .has_value = TRUE, .value = { 50, -1 }, .multiplier = TB_DECIMAL_ONE, .figure = 5,
                      .qualifier = row->qualifier, .kind = row->kind };
  TbInterval interval;

  g_assert_true (tb_interval_read (&interval, &o, &unit));
  assert_limits (&interval, row->low, row->high);
  g_assert_cmpint (interval.low.strict || interval.high.strict, ==, row->strict);
  g_assert_cmpint (interval.about, ==, row->about);
  g_assert_cmpfloat (interval.rounding, ==, 0.05);
}

static void
test_read_range (void)
{
  TbObservationExtra extra = { .has_low = TRUE, .low = { 30, 0 }, .has_high = TRUE, .high = { 40, 0 } };
  TbObservation o = { .multiplier = { 1, 4 }, .extra = &extra };
  TbInterval interval;

  g_assert_true (tb_interval_read (&interval, &o, &unit));
  assert_limits (&interval, 300000, 400000);
  g_assert_cmpint (tb_interval_get_bound (&interval), ==, TB_BOUND_BETWEEN);
  extra.has_high = FALSE;
  g_assert_true (tb_interval_read (&interval, &o, &unit));
  assert_limits (&interval, 300000, OPEN);
  extra.has_low = FALSE;
  g_assert_false (tb_interval_read (&interval, &o, &unit));
}

/* 0.3 − 0.1 in binary is not 0.2; on the digits it is. */
static void
test_exact (void)
{
  TbObservation a = { .has_value = TRUE, .value = { 3, -1 }, .multiplier = TB_DECIMAL_ONE };
  TbObservation b = { .has_value = TRUE, .value = { 1, -1 }, .multiplier = TB_DECIMAL_ONE };
  TbObservation c = { .has_value = TRUE, .value = { 2176, -2 }, .multiplier = { 10000, 0 } };
  TbInterval ia, ib, ic, result;

  g_assert_true (tb_interval_read (&ia, &a, &unit) && tb_interval_read (&ib, &b, &unit));
  g_assert_true (tb_interval_read (&ic, &c, &unit));
  g_assert_true (ic.low.number == 217600.0);
  result = tb_interval_subtract (&ia, &ib);
  g_assert_true (result.low.number == 0.2 && result.high.number == 0.2);
  g_assert_cmpfloat_with_epsilon (result.rounding, 0.1, 1e-12);
  result = tb_interval_add (&ia, &ib);
  g_assert_true (result.low.number == 0.4);
  result = tb_interval_scale (&ia, (TbDecimal) { -1, -3 });
  g_assert_true (result.low.number == -0.0003 && result.rounding == 0.05 * 0.001);
  g_assert_true (tb_interval_is_exact (&result));
}

/* 10 ± 0.5 of 20 ± 1 is 50 %; half a unit more above makes 2.5 of it, one less below as much again. */
static void
test_rounding_of_ratio (void)
{
  const TbInterval a = tb_interval_of_number (10, 0.5);
  const TbInterval b = tb_interval_of_number (20, 1);
  TbInterval ratio;

  g_assert_true (tb_interval_divide (&a, &b, 100, &ratio));
  assert_limits (&ratio, 50, 50);
  g_assert_cmpfloat_with_epsilon (ratio.rounding, 5, 1e-12);
}

typedef struct
{
  const char *name;
  double      a_low, a_high, b_low, b_high;
  double      difference_low, difference_high;
  gboolean    has_sign;
  int         sign;
  TbBound     bound;
  double      stated;
} DifferenceRow;

static const DifferenceRow difference_rows[] = {
  { "over-500-less-480", 500, OPEN, 480, 480, 20, OPEN, TRUE, 1, TB_BOUND_AT_LEAST, 20 },
  { "61-less-over-60", 61, 61, 60, OPEN, OPEN, 1, FALSE, 0, TB_BOUND_AT_MOST, 1 },
  { "under-10-less-12", OPEN, 10, 12, 12, OPEN, -2, TRUE, -1, TB_BOUND_AT_MOST, -2 },
  { "over-less-over", 21, OPEN, 3, OPEN, OPEN, OPEN, FALSE, 0, TB_BOUND_AT_LEAST, NAN },
  { "range-less-number", 30, 40, 20, 20, 10, 20, TRUE, 1, TB_BOUND_BETWEEN, NAN },
  { "number-less-range", 20, 20, 30, 40, -20, -10, TRUE, -1, TB_BOUND_BETWEEN, NAN },
  { "range-around", 30, 40, 35, 35, -5, 5, FALSE, 0, TB_BOUND_BETWEEN, NAN },
  { "equal", 5, 5, 5, 5, 0, 0, TRUE, 0, TB_BOUND_EXACT, 0 },
  { "over-less-itself", 500, OPEN, 500, 500, 0, OPEN, TRUE, 1, TB_BOUND_AT_LEAST, 0 },
};

static void
test_difference (gconstpointer data)
{
  const DifferenceRow *row = data;
  TbInterval a = make (row->a_low, row->a_high, TRUE);
  TbInterval b = make (row->b_low, row->b_high, TRUE);
  TbInterval difference = tb_interval_subtract (&a, &b);
  int sign = 0;

  assert_limits (&difference, row->difference_low, row->difference_high);
  g_assert_cmpint (tb_interval_get_sign (&difference, &sign), ==, row->has_sign);
  if (row->has_sign)
    {
      g_assert_cmpint (sign, ==, row->sign);
      g_assert_cmpint (tb_interval_get_bound (&difference), ==, row->bound);
    }
  assert_same (tb_interval_get_stated (&difference), row->stated);
}

/* "At least 500" may be 500: no rise over 500 is sure. */
static void
test_not_strict (void)
{
  TbInterval a = make (500, OPEN, FALSE);
  TbInterval b = make (500, 500, FALSE);
  TbInterval difference = tb_interval_subtract (&a, &b);
  int sign;

  g_assert_false (tb_interval_get_sign (&difference, &sign));
}

typedef struct
{
  const char *name;
  double      a_low, a_high, b_low, b_high;
  gboolean    is_possible;
  double      low, high;
} RatioRow;

static const RatioRow ratio_rows[] = {
  { "numbers", 3.3, 3.3, 8.7, 8.7, TRUE, 37.931034482758619, 37.931034482758619 },
  { "over-of-a-number", 100, OPEN, 400, 400, TRUE, 25, OPEN },
  { "number-of-over", 100, 100, 400, OPEN, TRUE, OPEN, 25 },
  { "range", 30, 40, 200, 200, TRUE, 15, 20 },
  { "range-of-a-range", 30, 40, 100, 200, TRUE, 15, 40 },
  { "zero", 0, 0, 5, 5, TRUE, 0, 0 },
  { "by-zero", 5, 5, 0, 0, FALSE, 0, 0 },
  { "by-what-may-be-zero", 5, 5, 0, 10, FALSE, 0, 0 },
  { "negative-part", -1, -1, 5, 5, FALSE, 0, 0 },
  { "of-a-negative", 1, 1, -5, -5, FALSE, 0, 0 },
};

static void
test_ratio (gconstpointer data)
{
  const RatioRow *row = data;
  TbInterval a = make (row->a_low, row->a_high, FALSE);
  TbInterval b = make (row->b_low, row->b_high, FALSE);
  TbInterval ratio;

  g_assert_cmpint (tb_interval_divide (&a, &b, 100, &ratio), ==, row->is_possible);
  if (row->is_possible)
    assert_limits (&ratio, row->low, row->high);
}

#define N_DRAWS 2000

static double
draw_end (void)
{
  return g_test_rand_int_range (0, 4) == 0 ? OPEN : g_test_rand_int_range (-50, 51);
}

static TbInterval
draw_interval (void)
{
  double a = draw_end (), b = draw_end ();

  return isnan (a) || isnan (b) ? make (a, b, FALSE) : make (fmin (a, b), fmax (a, b), FALSE);
}

static double
draw_within (const TbInterval *interval)
{
  double low = interval->low.open ? (interval->high.open ? -100 : interval->high.number - 100) : interval->low.number;
  double high = interval->high.open ? low + 200 : interval->high.number;

  return low + g_test_rand_double () * (high - low);
}

static void
assert_within (const TbInterval *interval,
               double            value)
{
  g_assert_true (interval->low.open || value >= interval->low.number - 1e-9);
  g_assert_true (interval->high.open || value <= interval->high.number + 1e-9);
}

/* The result contains that of every choice within the inputs. */
static void
test_contains (void)
{
  for (int i = 0; i < N_DRAWS; i++)
    {
      TbInterval a = draw_interval (), b = draw_interval ();
      TbInterval sum = tb_interval_add (&a, &b);
      TbInterval difference = tb_interval_subtract (&a, &b);
      const int tenths = g_test_rand_int_range (-9, 10);
      TbInterval scaled = tb_interval_scale (&a, (TbDecimal) { tenths, -1 });
      TbInterval ratio;
      double x = draw_within (&a), y = draw_within (&b);
      int sign;

      assert_within (&sum, x + y);
      assert_within (&difference, x - y);
      assert_within (&scaled, x * tenths / 10);
      if (tb_interval_get_sign (&difference, &sign))
        g_assert_true (sign == 0 ? fabs (x - y) < 1e-9 : (x - y) * sign >= 0);
      /* Half of what is open below may lie under zero, where there is no ratio. */
      if (!a.low.open && !b.low.open && tb_interval_divide (&a, &b, 1, &ratio))
        assert_within (&ratio, x / y);
      g_assert_cmpint (scaled.low.open + scaled.high.open, ==, a.low.open + a.high.open);
    }
}

static void
add_rows (const char   *suite,
          gconstpointer rows,
          gsize         n,
          gsize         size,
          GTestDataFunc test)
{
  for (gsize i = 0; i < n; i++)
    {
      const char *const *row = (gconstpointer) ((const char *) rows + i * size);
      g_autofree char *path = g_strconcat ("/interval/", suite, "/", *row, NULL);

      g_test_add_data_func (path, row, test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_rows ("read", read_rows, G_N_ELEMENTS (read_rows), sizeof *read_rows, test_read);
  add_rows ("difference", difference_rows, G_N_ELEMENTS (difference_rows), sizeof *difference_rows, test_difference);
  add_rows ("ratio", ratio_rows, G_N_ELEMENTS (ratio_rows), sizeof *ratio_rows, test_ratio);
  g_test_add_func ("/interval/read/range", test_read_range);
  g_test_add_func ("/interval/exact", test_exact);
  g_test_add_func ("/interval/rounding-of-a-ratio", test_rounding_of_ratio);
  g_test_add_func ("/interval/not-strict", test_not_strict);
  g_test_add_func ("/interval/contains", test_contains);

  return g_test_run ();
}
