/* Tests scales: places of values and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scale.h"

#include <math.h>

static void
test_linear (void)
{
  TbScale scale = tb_scale_init (&tb_scale_linear, 0, 200, 400, 100);
  TbScale point = tb_scale_init (&tb_scale_linear, 7, 7, 0, 100);

  g_assert_cmpfloat_with_epsilon (tb_scale_map (&scale, 50), 325, 1e-9);
  g_assert_cmpfloat_with_epsilon (tb_scale_unmap (&scale, 325), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (tb_scale_map (&scale, -20), 430, 1e-9);
  g_assert_false (tb_scale_is_valid (&scale, NAN));
  g_assert_true (tb_scale_is_valid (&scale, -1e9));
  g_assert_cmpfloat_with_epsilon (tb_scale_map (&point, 7), 50, 1e-9);
}

/* Spans of one kind have one width, longer ones are wider in proportion (P-4):
 * February is as wide as January, a quarter three months, a year four quarters. */
static void
test_time_widths (void)
{
  static const struct
  {
    int y1, m1, d1, y2, m2, d2;
    double months;
  } rows[] = {
    { 2021, 1, 1, 2021, 1, 31, 1 },  { 2021, 2, 1, 2021, 2, 28, 1 },   { 2020, 2, 1, 2020, 2, 29, 1 },
    { 2021, 1, 1, 2021, 3, 31, 3 },  { 2021, 7, 1, 2021, 12, 31, 6 },  { 2021, 1, 1, 2021, 12, 31, 12 },
    { 2021, 1, 1, 2021, 8, 31, 8 },  { 2010, 10, 1, 2010, 12, 31, 3 }, { 2016, 1, 1, 2020, 12, 31, 60 },
    { 2021, 6, 15, 2021, 6, 15, 1.0 / 30 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double start = tb_months_at_start (tb_day_new (rows[i].y1, rows[i].m1, rows[i].d1));
      double end = tb_months_at_end (tb_day_new (rows[i].y2, rows[i].m2, rows[i].d2));

      g_assert_cmpfloat_with_epsilon (end - start, rows[i].months, 1e-9);
    }
}

static void
test_time_days (void)
{
  /* Each day of four years comes back. */
  for (TbDay day = tb_day_new (2019, 1, 1); day <= tb_day_new (2022, 12, 31); day++)
    g_assert_cmpint (tb_months_to_day ((tb_months_at_start (day) + tb_months_at_end (day)) / 2), ==, day);
}

static void
test_time_ticks (void)
{
  TbScale scale = tb_scale_init (&tb_scale_time, 2020 * 12.0 + 1, 2022 * 12.0 + 7, 0, 100);
  gsize n;
  g_autofree double *ticks = tb_scale_ticks (&scale, 3, &n);

  /* Steps are those of a calendar: two years and a half by three are years. */
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (ticks[0], ==, 2021 * 12.0);
  g_assert_cmpfloat (ticks[1], ==, 2022 * 12.0);
  tb_scale_nice (&scale, 3);
  g_assert_cmpfloat (scale.domain[0], ==, 2020 * 12.0);
  g_assert_cmpfloat (scale.domain[1], ==, 2023 * 12.0);
}

static void
test_band (void)
{
  TbScale scale = tb_scale_init (&tb_scale_band, 0, 4, 100, 500);
  gsize n;
  g_autofree double *ticks = NULL;

  scale.gap = 0.2;
  ticks = tb_scale_ticks (&scale, 10, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat_with_epsilon (tb_scale_map (&scale, 0), 110, 1e-9);
  g_assert_cmpfloat_with_epsilon (tb_scale_map (&scale, 3), 410, 1e-9);
  g_assert_cmpfloat_with_epsilon (tb_scale_unmap (&scale, 450), 3, 1e-9);
  g_assert_true (tb_scale_is_valid (&scale, 3));
  g_assert_false (tb_scale_is_valid (&scale, 4));
  g_assert_false (tb_scale_is_valid (&scale, 1.5));
}

/* unmap (map (x)) ≈ x on any scale of any size. */
static void
test_inverse (void)
{
  static const TbScaleClass *const classes[] = { &tb_scale_linear, &tb_scale_time };

  for (int i = 0; i < 5000; i++)
    {
      const TbScaleClass *klass = classes[i % 2];
      double start = g_test_rand_double_range (0, 1e6);
      double width = g_test_rand_double_range (1e-3, 1e6);
      double from = g_test_rand_double_range (-500, 500);
      TbScale scale = tb_scale_init (klass, start, start + width, from, from + g_test_rand_double_range (1, 4000));
      double value = start + width * g_test_rand_double_range (0, 1);

      g_assert_cmpfloat_with_epsilon (tb_scale_unmap (&scale, tb_scale_map (&scale, value)), value,
                                      width * 1e-6 + 1e-6);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/scale/linear", test_linear);
  g_test_add_func ("/scale/P-4/widths", test_time_widths);
  g_test_add_func ("/scale/time/days", test_time_days);
  g_test_add_func ("/scale/time/ticks", test_time_ticks);
  g_test_add_func ("/scale/band", test_band);
  g_test_add_func ("/scale/inverse", test_inverse);

  return g_test_run ();
}
