/* What the bars in the cells of a comparison table stand for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"

#include <math.h>
#include <stdlib.h>

/* A bar that is so many times longer than nine of ten others is drawn shorter, so
 * that these can be told apart (N-7). */
#define OUTLIER 4.0
#define SHARE_WITHIN 0.9

/**
 * tb_comparison_get_tone:
 * @self: a comparison
 * @row: a row
 * @column: a column of changes
 *
 * Tells whether a change is for the better, by the direction of the row's
 * indicator (N-4). A change within rounding, a refused one, and one of an
 * indicator without a direction is neither.
 *
 * Thread: any. No allocation.
 *
 * Returns: its tone
 */
TbTone
tb_comparison_get_tone (const TbComparison *self,
                        gsize               row,
                        gsize               column)
{
  TbVerdict verdict = tb_comparison_get_verdict (self, row, column);
  double change = isnan (verdict.points) ? verdict.absolute : verdict.points;

  if (verdict.kind == TB_VERDICT_INVALID || (verdict.codes & TB_RULE (17)) != 0)
    return TB_TONE_NEUTRAL;

  return tb_direction_get_tone (tb_series_get_info (self->rows[row].series)->indicator->direction,
                                (change > 0) - (change < 0));
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/**
 * tb_comparison_find_reach:
 * @self: a comparison
 * @column: a column of changes
 *
 * Finds the number that a bar of full length stands for: the largest of the
 * column, whatever its sign. Where that is far from the others it is less, and
 * the bars beyond have to be marked (N-7).
 *
 * Missing: NaN where bars would compare unlike units (B-5), or there is none.
 * Thread: any. Cost: a verdict a row.
 *
 * Returns: the number, above 0
 */
double
tb_comparison_find_reach (const TbComparison *self,
                          gsize               column)
{
  g_autofree double *sizes = NULL;
  gsize n = 0;
  double within;

  if (!tb_comparison_can_sort (self, column))
    return NAN;

  sizes = g_new (double, MAX (self->n_rows, 1));
  for (gsize row = 0; row < self->n_rows; row++)
    {
      double number = fabs (tb_comparison_get_number (self, row, column));

      if (isfinite (number) && number > 0)
        sizes[n++] = number;
    }
  if (n == 0)
    return NAN;
  qsort (sizes, n, sizeof *sizes, compare_sizes);
  within = sizes[(gsize) (SHARE_WITHIN * (double) (n - 1))];

  return sizes[n - 1] > OUTLIER * within ? OUTLIER / 2 * within : sizes[n - 1];
}
