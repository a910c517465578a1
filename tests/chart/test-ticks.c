/* Tests round numbers inside an interval.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-ticks.h"

#include <math.h>

/* Expected by hand: multiples of 1, 2, 5 × 10ⁿ inside the interval, the step
 * being the one whose number of ticks is nearest to the wish. */
static const struct
{
  const char *name;
  double start, stop, count;
  gsize n;
  double ticks[12];
} rows[] = {
  { "unit by ten", 0, 1, 10, 11, { 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0 } },
  { "unit by eight is by ten", 0, 1, 8, 11, { 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0 } },
  { "unit by seven is by five", 0, 1, 7, 6, { 0.0, 0.2, 0.4, 0.6, 0.8, 1.0 } },
  { "unit by four", 0, 1, 4, 6, { 0.0, 0.2, 0.4, 0.6, 0.8, 1.0 } },
  { "unit by three", 0, 1, 3, 3, { 0.0, 0.5, 1.0 } },
  { "unit by two", 0, 1, 2, 3, { 0.0, 0.5, 1.0 } },
  { "unit by one", 0, 1, 1, 2, { 0.0, 1.0 } },
  { "ten by ten", 0, 10, 10, 11, { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 } },
  { "ten by five", 0, 10, 5, 6, { 0, 2, 4, 6, 8, 10 } },
  { "across zero", -10, 10, 4, 5, { -10, -5, 0, 5, 10 } },
  { "across zero finely", -1, 1, 4, 5, { -1, -0.5, 0, 0.5, 1 } },
  { "negative", -10, -1, 3, 5, { -10, -8, -6, -4, -2 } },
  { "negative coarsely", -10, -1, 2, 2, { -10, -5 } },
  { "ends not multiples", 1.3, 4.9, 4, 3, { 2, 3, 4 } },
  { "falling", 1, 0, 4, 6, { 1.0, 0.8, 0.6, 0.4, 0.2, 0.0 } },
  { "one point", 5, 5, 7, 1, { 5 } },
  { "yuan", 0, 48300000000.0, 5, 5, { 0, 10e9, 20e9, 30e9, 40e9 } },
  { "tiny", 0, 1e-20, 2, 3, { 0, 5e-21, 1e-20 } },
  { "huge", 0, 1e20, 2, 3, { 0, 5e19, 1e20 } },
  { "three tenths", 0.1, 0.3, 2, 3, { 0.1, 0.2, 0.3 } },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize n;
      g_autofree double *ticks = tb_ticks_new (rows[i].start, rows[i].stop, rows[i].count, &n);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpuint (n, ==, rows[i].n);
      /* Exact, to the last bit: the literals are the nearest doubles. */
      for (gsize k = 0; k < n; k++)
        g_assert_cmpfloat (ticks[k], ==, rows[i].ticks[k]);
    }
}

static void
test_none (void)
{
  gsize n = 9;

  g_assert_null (tb_ticks_new (0, 1, 0, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (tb_ticks_new (0, 1, -1, &n));
  g_assert_null (tb_ticks_new (NAN, 1, 5, &n));
  g_assert_null (tb_ticks_new (0, INFINITY, 5, &n));
  /* One unit in the last place of a double is no interval to divide. */
  g_assert_null (tb_ticks_new (1e300, nextafter (1e300, INFINITY), 5, &n));
}

static void
test_no_negative_zero (void)
{
  gsize n;
  g_autofree double *ticks = tb_ticks_new (-0.0, 0.5, 5, &n);
  g_autofree double *point = tb_ticks_new (-0.0, -0.0, 5, &n);

  g_assert_false (signbit (ticks[0]));
  g_assert_false (signbit (point[0]));
}

static const struct
{
  double start, stop, count, nice_start, nice_stop;
} nice_rows[] = {
  { 0.13, 9.87, 10, 0, 10 },
  { 1.1, 10.9, 10, 1, 11 },
  { 0, 0.75, 5, 0, 0.8 },
  { -3.2, 3.7, 4, -4, 4 },
  { 123, 134, 2, 120, 140 },
  { 541, 1428, 3, 500, 1500 },
  { 10.9, 1.1, 10, 11, 1 },
  { 5, 5, 5, 5, 5 },
  { 0, 100, 5, 0, 100 },
};

static void
test_nice (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nice_rows); i++)
    {
      double start = nice_rows[i].start;
      double stop = nice_rows[i].stop;

      g_test_message ("%g … %g", start, stop);
      tb_ticks_nice (&start, &stop, nice_rows[i].count);
      g_assert_cmpfloat (start, ==, nice_rows[i].nice_start);
      g_assert_cmpfloat (stop, ==, nice_rows[i].nice_stop);
    }
}

static void
test_decimals (void)
{
  TbTickStep step;

  g_assert_true (tb_tick_step_choose (0, 1, 10, &step));
  g_assert_cmpint (tb_tick_step_get_n_decimals (step), ==, 1);
  g_assert_true (tb_tick_step_choose (0, 0.05, 10, &step));
  g_assert_cmpint (tb_tick_step_get_n_decimals (step), ==, 3);
  g_assert_true (tb_tick_step_choose (0, 5000, 5, &step));
  g_assert_cmpint (tb_tick_step_get_n_decimals (step), ==, 0);
}

/* Laws: inside, rising, evenly spaced, at most 2 × count + 1; widening never
 * narrows and is done once for all. */
static void
test_laws (void)
{
  for (int i = 0; i < 20000; i++)
    {
      double magnitude = pow (10, g_test_rand_double_range (-12, 15));
      double start = g_test_rand_double_range (-1, 1) * magnitude;
      double stop = start + g_test_rand_double_range (1e-3, 1) * magnitude;
      double count = g_test_rand_int_range (1, 20);
      double low = start;
      double high = stop;
      gsize n;
      g_autofree double *ticks = tb_ticks_new (start, stop, count, &n);

      g_assert_cmpuint (n, <=, (gsize) (2 * count + 1));
      for (gsize k = 0; k < n; k++)
        {
          g_assert_cmpfloat (ticks[k], >=, start);
          g_assert_cmpfloat (ticks[k], <=, stop);
          if (k > 1)
            g_assert_cmpfloat_with_epsilon (ticks[k] - ticks[k - 1], ticks[1] - ticks[0], (ticks[1] - ticks[0]) * 1e-6);
          if (k > 0)
            g_assert_cmpfloat (ticks[k], >, ticks[k - 1]);
        }
      tb_ticks_nice (&low, &high, count);
      g_assert_cmpfloat (low, <=, start);
      g_assert_cmpfloat (high, >=, stop);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ticks/rows", test_rows);
  g_test_add_func ("/ticks/none", test_none);
  g_test_add_func ("/ticks/no-negative-zero", test_no_negative_zero);
  g_test_add_func ("/ticks/nice", test_nice);
  g_test_add_func ("/ticks/decimals", test_decimals);
  g_test_add_func ("/ticks/laws", test_laws);

  return g_test_run ();
}
