/* Tests how labels find room, and how long lines are reduced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-label-placement.h"
#include "tb-text-block.h"
#include "tb-mark-line.h"

#include <math.h>

static void
test_placer (void)
{
  g_autoptr (TbPlacer) placer = tb_placer_new ((TbRect) { 0, 0, 100, 100 });
  const TbRect boxes[] = { { 10, 10, 20, 10 }, { 95, 10, 20, 10 }, { 40, 10, 20, 10 } };

  tb_placer_block (placer, (TbRect) { 0, 0, 30, 30 });
  g_assert_false (tb_placer_is_free (placer, boxes[0]));
  /* Touching is not overlapping. */
  g_assert_true (tb_placer_is_free (placer, (TbRect) { 30, 0, 10, 30 }));
  /* The second leaves the bounds. */
  g_assert_cmpint (tb_placer_choose (placer, boxes, 3), ==, 2);
  g_assert_cmpint (tb_placer_choose (placer, boxes, 3), ==, -1);
}

/* Worked by hand: two boxes 10 high that wish the same place share the move;
 * of three at the edge the edge holds. */
static void
test_spread (void)
{
  double two[] = { 50, 50 };
  double far[] = { 10, 90 };
  double edge[] = { 2, 1, 3 };
  double crowd[] = { 1, 2, 3 };
  const double heights[] = { 10, 10, 10 };

  g_assert_true (tb_labels_spread (two, heights, 2, 0, 100));
  g_assert_cmpfloat_with_epsilon (two[0], 45, 1e-9);
  g_assert_cmpfloat_with_epsilon (two[1], 55, 1e-9);
  g_assert_true (tb_labels_spread (far, heights, 2, 0, 100));
  g_assert_cmpfloat_with_epsilon (far[0], 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (far[1], 90, 1e-9);
  g_assert_true (tb_labels_spread (edge, heights, 3, 0, 100));
  g_assert_cmpfloat_with_epsilon (edge[1], 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (edge[0], 15, 1e-9);
  g_assert_cmpfloat_with_epsilon (edge[2], 25, 1e-9);
  g_assert_false (tb_labels_spread (crowd, heights, 3, 0, 29));
  g_assert_cmpfloat (crowd[0], ==, 1);
}

static void
test_spread_laws (void)
{
  for (int i = 0; i < 3000; i++)
    {
      gsize n = (gsize) g_test_rand_int_range (1, 12);
      double centers[12];
      double wished[12];
      double heights[12];
      double sum = 0;

      for (gsize k = 0; k < n; k++)
        {
          wished[k] = centers[k] = g_test_rand_double_range (-20, 220);
          heights[k] = g_test_rand_double_range (4, 25);
          sum += heights[k];
        }
      g_assert_cmpint (tb_labels_spread (centers, heights, n, 0, 200), ==, sum <= 200.01);
      if (sum > 200)
        continue;
      for (gsize k = 0; k < n; k++)
        {
          g_assert_cmpfloat (centers[k] - heights[k] / 2, >=, -1e-6);
          g_assert_cmpfloat (centers[k] + heights[k] / 2, <=, 200 + 1e-6);
          for (gsize j = 0; j < k; j++)
            {
              g_assert_cmpfloat (fabs (centers[k] - centers[j]), >=, (heights[k] + heights[j]) / 2 - 1e-6);
              if (fabs (wished[k] - wished[j]) > 1e-9)
                g_assert_cmpint (centers[k] > centers[j], ==, wished[k] > wished[j]);
            }
        }
    }
}

/* Every column keeps its first, last, lowest and highest point, in order. */
static void
test_reduce (void)
{
  const gsize n = 100000;
  g_autofree TbPathElement *elements = g_new0 (TbPathElement, n);
  g_autofree TbPathElement *reduced = NULL;
  gsize left;
  double low = INFINITY;
  double high = -INFINITY;

  for (gsize i = 0; i < n; i++)
    {
      elements[i] = (TbPathElement) { TB_PATH_LINE, 100.0 * (double) i / (double) n, g_test_rand_double_range (0, 50) };
      low = fmin (low, elements[i].y);
      high = fmax (high, elements[i].y);
    }
  reduced = g_memdup2 (elements, n * sizeof *elements);
  left = tb_line_reduce (reduced, n, 2);
  g_assert_cmpuint (left, <=, 4 * 200);
  g_assert_cmpuint (left, >, 3 * 200);
  g_assert_cmpfloat (reduced[0].x, ==, elements[0].x);
  g_assert_cmpfloat (reduced[left - 1].x, ==, elements[n - 1].x);
  for (gsize i = 0; i < left; i++)
    {
      if (i > 0)
        g_assert_cmpfloat (reduced[i].x, >, reduced[i - 1].x);
      low = fmin (low, reduced[i].y);
      high = fmax (high, reduced[i].y);
    }
  for (gsize i = 0, lowest = 0, highest = 0; i < left; i++)
    {
      lowest += !(reduced[i].y > low);
      highest += !(reduced[i].y < high);
      if (i + 1 == left)
        g_assert_true (lowest >= 1 && highest >= 1);
    }
  /* Where a column holds at most four points nothing is lost. */
  g_assert_cmpuint (tb_line_reduce (reduced, left, 2), ==, left);
}

/* Whatever the line: each column keeps its first, last, lowest and highest point,
 * and all that is left was there, in the same order. */
static void
test_reduce_laws (void)
{
  for (int round = 0; round < 400; round++)
    {
      gsize n = (gsize) g_test_rand_int_range (1, 600);
      double per_px = g_test_rand_int_range (0, 2) ? 2 : 1;
      double step = g_test_rand_double_range (0.001, 1.5);
      g_autofree TbPathElement *elements = g_new0 (TbPathElement, n);
      g_autofree TbPathElement *reduced = NULL;
      gsize left;
      gsize at = 0;

      for (gsize i = 0; i < n; i++)
        elements[i] = (TbPathElement) { TB_PATH_LINE,
                                        (i > 0 ? elements[i - 1].x : -3) + g_test_rand_double_range (0, step) + 1e-6,
                                        g_test_rand_int_range (-9, 10) };
      reduced = g_memdup2 (elements, n * sizeof *elements);
      left = tb_line_reduce (reduced, n, per_px);
      for (gsize first = 0; first < n;)
        {
          double column = floor (elements[first].x * per_px);
          double low = INFINITY, high = -INFINITY, kept_low = INFINITY, kept_high = -INFINITY;
          gsize last = first;
          gsize n_kept = 0;
          gsize begin = at;

          for (gsize i = first; i < n && floor (elements[i].x * per_px) <= column; i++)
            {
              last = i;
              low = fmin (low, elements[i].y);
              high = fmax (high, elements[i].y);
              if (at < left && !(reduced[at].x < elements[i].x) && !(reduced[at].x > elements[i].x))
                {
                  g_assert_cmpfloat (reduced[at].y, ==, elements[i].y);
                  kept_low = fmin (kept_low, reduced[at].y);
                  kept_high = fmax (kept_high, reduced[at].y);
                  at++;
                  n_kept++;
                }
            }
          g_assert_cmpuint (n_kept, >=, 1);
          g_assert_cmpuint (n_kept, <=, 4);
          g_assert_cmpfloat (kept_low, ==, low);
          g_assert_cmpfloat (kept_high, ==, high);
          g_assert_cmpfloat (reduced[begin].x, ==, elements[first].x);
          g_assert_cmpfloat (reduced[at - 1].x, ==, elements[last].x);
          first = last + 1;
        }
      g_assert_cmpuint (at, ==, left);
    }
}

/* Two lines of a title are of one length; what fits in one line, and what the
 * writer broke, stays as it is. 12 px: a Chinese character is 12 wide. */
static void
test_even (void)
{
  static const struct
  {
    const char *text;
    double      width, short_share;
    const char *lines;
  } rows[] = {
    { "新建基站数与投资额及其增长", 144, 0.85, "新建基站数与投|资额及其增长" },
    { "新建基站数与投资额及其增长", 144, 0.25, "新建基站数与投资额及|其增长" },
    { "新建基站数与投资额及其增长及其他各", 144, 0.3, "新建基站数与投资额及其增|长及其他各" },
    { "新建基站数", 144, 1, "新建基站数" },
    { "新建基站数与投资额及其增\n长", 144, 1, "新建基站数与投资额及其增|长" },
  };
  const TbFont font = { "x", 12, TB_WEIGHT_BOLD };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbTextBlock) block = tb_text_block_new_even (tb_text_measure_get_fixed (), &font,
                                                              (TbColor) { 0, 0, 0, 1 },
                                                              rows[i].text, rows[i].width, rows[i].short_share);
      g_autoptr (GString) lines = g_string_new (NULL);

      for (gsize k = 0; k < block->n_lines; k++)
        g_string_append_printf (lines, "%s%s", k > 0 ? "|" : "", block->lines[k].text);
      g_assert_cmpstr (lines->str, ==, rows[i].lines);
      g_assert_cmpfloat (block->width, <=, rows[i].width);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/labels/placer", test_placer);
  g_test_add_func ("/labels/spread", test_spread);
  g_test_add_func ("/labels/spread/laws", test_spread_laws);
  g_test_add_func ("/labels/reduce", test_reduce);
  g_test_add_func ("/labels/reduce/laws", test_reduce_laws);
  g_test_add_func ("/labels/L-4/even", test_even);

  return g_test_run ();
}
