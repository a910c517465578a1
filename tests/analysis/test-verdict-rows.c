/* Many verdicts on rows of one series are those that one question after the other gives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-verdict-draw.h"
#include "tb-verdict-rows.h"

#include <math.h>

#define N_SERIES 400

static gboolean
same (double a,
      double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

static void
assert_same (const TbVerdict *a,
             const TbVerdict *b)
{
  g_autofree char *codes_a = tb_rules_dup_codes (a->codes);
  g_autofree char *codes_b = tb_rules_dup_codes (b->codes);

  g_assert_cmpstr (codes_a, ==, codes_b);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->operation, ==, b->operation);
  g_assert_cmpint (a->bound, ==, b->bound);
  g_assert_cmpint (a->strict, ==, b->strict);
  g_assert_true (same (a->absolute, b->absolute));
  g_assert_true (same (a->relative, b->relative));
  g_assert_true (same (a->points, b->points));
  g_assert_true (same (a->low, b->low) && same (a->high, b->high) && same (a->computed, b->computed));
  g_assert_false (signbit (a->absolute) && a->absolute == 0);
}

/* The row that stands for a period, by looking at all. */
static gssize
find_row (TbSeries      *series,
          const guint32 *rows,
          gsize          n,
          TbPeriod       period,
          TbKind         kind,
          TbBasis        basis)
{
  gssize found = -1;

  for (gsize i = 0; i < n; i++)
    {
      TbObservation o;

      tb_series_get (series, rows[i], &o);
      if (!tb_period_equal (o.period, period) || o.kind != kind || (found >= 0 && o.basis != basis))
        continue;
      found = rows[i];
      if (o.basis == basis)
        break;
    }

  return found;
}

static void
check_pair (TbRowVerdicts *verdicts,
            TbSeries      *series,
            gssize         base,
            gsize          row,
            TbPairKind     pair,
            TbReference    reference)
{
  TbVerdict one, other;

  if (base < 0)
    return;
  tb_row_verdicts_compare (verdicts, (gsize) base, row, pair, &one);
  other = tb_verdict_change ((TbFigure) { series, (gsize) base }, (TbFigure) { series, row }, reference);
  assert_same (&one, &other);
}

static void
check_series (TbSeries   *series,
              TbReference reference)
{
  g_autofree guint32 *rows = g_new (guint32, MAX (tb_series_get_n (series), 1));
  gsize n = tb_series_sort (series, rows);
  TbRowVerdicts verdicts;

  tb_row_verdicts_init (&verdicts, series, reference);
  for (gsize i = 0; i < n; i++)
    {
      TbPeriod earlier;
      TbObservation o;

      tb_series_get (series, rows[i], &o);
      if (tb_period_previous (o.period, &earlier))
        check_pair (&verdicts, series, find_row (series, rows, n, earlier, o.kind, o.basis), rows[i], TB_PAIR_PREVIOUS,
                    reference);
      if (tb_period_year_earlier (o.period, &earlier))
        check_pair (&verdicts, series, find_row (series, rows, n, earlier, o.kind, o.basis), rows[i],
                    TB_PAIR_YEAR_EARLIER, reference);
      /* Dates, and totals to date, are compared as far apart as they lie. */
      if (i > 0)
        check_pair (&verdicts, series, rows[i - 1], rows[i], TB_PAIR_PREVIOUS, reference);
    }
}

/* Both ways of looking give the same to the last bit. */
static void
test_drawn (void)
{
  for (int i = 0; i < N_SERIES; i++)
    {
      TbVerdictDraw options = tb_verdict_draw_any ();
      TbReference reference = { 0 };
      g_autoptr (TbDataset) dataset = NULL;

      options.is_wild = i % 2 == 0;
      options.is_count = i % 3 == 0;
      reference.as_of = i % 5 == 0 ? tb_day_new (2012, 7, 15) : 0;
      reference.updated = i % 7 == 0 ? tb_day_new (2013, 2, 28) : 0;
      dataset = tb_verdict_draw (&options);
      check_series (tb_dataset_get_series (dataset, 0), reference);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/verdict-rows/drawn", test_drawn);

  return g_test_run ();
}
