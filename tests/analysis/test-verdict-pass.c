/* The walk over a series gives what one question after the other gives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-verdict-draw.h"
#include "tb-verdict-pass.h"

#include <math.h>
#include <string.h>

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

static TbVerdict
ask (TbSeries   *series,
     gssize      base,
     gsize       row,
     TbReference reference)
{
  TbFigure from = { base >= 0 ? series : NULL, base >= 0 ? (gsize) base : 0 };

  return tb_verdict_change (from, (TbFigure) { series, row }, reference);
}

static void
check_step (TbSeries            *series,
            const guint32       *rows,
            gsize                n,
            const TbVerdictStep *step,
            TbReference          reference)
{
  TbVerdict on_period = ask (series, step->previous, step->row, reference);
  TbVerdict on_year = ask (series, step->year_earlier, step->row, reference);
  TbPeriod earlier;
  TbObservation o;

  assert_same (&step->on_period, &on_period);
  assert_same (&step->on_year, &on_year);
  tb_series_get (series, step->row, &o);
  g_assert_cmpint (step->year_earlier, ==,
                   tb_period_year_earlier (o.period, &earlier) ? find_row (series, rows, n, earlier, o.kind, o.basis) : -1);
  /* How far dates lie apart has a test of its own. */
  if (o.period.kind == TB_PERIOD_D && tb_series_get_info (series)->measure == TB_MEASURE_STOCK)
    return;
  g_assert_cmpint (step->previous, ==,
                   tb_period_previous (o.period, &earlier) ? find_row (series, rows, n, earlier, o.kind, o.basis) : -1);
}

static void
check_series (TbSeries   *series,
              TbReference reference)
{
  g_autofree guint32 *rows = g_new (guint32, MAX (tb_series_get_n (series), 1));
  gsize n = tb_series_sort (series, rows);
  g_autoptr (TbVerdictPass) pass = tb_verdict_pass_new (series, NULL, 0, reference);
  TbVerdictStep step;
  gsize i = 0;

  for (; tb_verdict_pass_next (pass, &step); i++)
    {
      g_assert_cmpint (step.row, ==, rows[i]);
      check_step (series, rows, n, &step, reference);
    }
  g_assert_cmpint (i, ==, n);
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

#define COUNT "\"name\": \"u\", \"kind\": \"count\""

typedef struct
{
  const char *name;
  const char *indicator;
  const char *observations;
  const char *previous;      /* of each row in order of period, "-" for none */
  const char *year_earlier;
} Row;

static const Row rows[] = {
  { "months-with-a-gap", "\"measure\": \"flow\"", "[\"2023-01\", 1], [\"2023-02\", 2], [\"2023-04\", 3], [\"2024-01\", 4], [\"2024-04\", 5]",
    "- 0 - - -", "- - - 0 2" },
  { "years-and-halves", "\"measure\": \"flow\"", "[\"2022\", 1], [\"2022-S1\", 2], [\"2022-S2\", 3], [\"2023-S1\", 4], [\"2023\", 5]",
    "- - 1 2 0", "- - - 1 0" },
  { "month-ends", "\"measure\": \"stock\"", "[\"2023-12-31\", 1], [\"2024-01-31\", 2], [\"2024-02-29\", 3], [\"2024-04-30\", 4], [\"2025-02-28\", 5]",
    "- 0 1 - -", "- - - - 2" },
  { "quarter-ends", "\"measure\": \"stock\"", "[\"2023-12-31\", 1], [\"2024-03-31\", 2], [\"2024-06-30\", 3], [\"2024-12-31\", 4]",
    "- 0 1 -", "- - - 0" },
  { "year-ends", "\"measure\": \"stock\"", "[\"2022-12-31\", 1], [\"2023-12-31\", 2], [\"2025-12-31\", 3]", "- 0 -", "- 0 -" },
  { "odd-dates", "\"measure\": \"stock\"", "[\"2024-01-05\", 1], [\"2024-01-15\", 2], [\"2024-01-25\", 3], [\"2024-02-14\", 4]",
    "- 0 1 -", "- - - -" },
  { "days-of-a-flow", "\"measure\": \"flow\"", "[\"2024-02-29\", 1], [\"2024-03-01\", 2], [\"2024-03-03\", 3], [\"2025-02-28\", 4]",
    "- 0 - -", "- - - 0" },
  { "weeks", "\"measure\": \"flow\"", "[\"2020-W53\", 1], [\"2021-W01\", 2], [\"2022-W01\", 3]", "- 0 -", "- - 1" },
  { "year-to-date", "\"measure\": \"cumulative\", \"since\": \"year-start\"",
    "[\"2023-01/2023-06\", 1], [\"2023-01/2023-09\", 2], [\"2024-01/2024-06\", 3]", "- - -", "- - 0" },
  /* The second figure of a year is another source's; the target is of another kind. */
  { "kinds", "\"measure\": \"flow\"",
    "[\"2023\", 1], {\"period\": \"2023\", \"value\": 2, \"kind\": \"target\"}, [\"2023\", 3], [\"2024\", 4],"
    " {\"period\": \"2024\", \"value\": 5, \"kind\": \"target\"}", "- - - 0 1", "- - - 0 1" },
  { "undated", "\"measure\": \"flow\"", "{\"period\": null, \"value\": 1}, [\"2023\", 2], {\"period\": null, \"value\": 3}", "- - -", "- - -" },
};

static void
append_row (GString *text,
            gssize   row)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (row < 0)
    g_string_append_c (text, '-');
  else
    g_string_append_printf (text, "%" G_GSSIZE_FORMAT, row);
}

static void
test_bases (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [%s]", row->observations);
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (COUNT, row->indicator, series);
  g_autoptr (TbVerdictPass) pass = tb_verdict_pass_new (tb_dataset_get_series (dataset, 0), NULL, 0, (TbReference) { 0 });
  g_autoptr (GString) previous = g_string_new (NULL);
  g_autoptr (GString) year_earlier = g_string_new (NULL);
  TbVerdictStep step;

  while (tb_verdict_pass_next (pass, &step))
    {
      append_row (previous, step.previous);
      append_row (year_earlier, step.year_earlier);
    }
  g_assert_cmpstr (previous->str, ==, row->previous);
  g_assert_cmpstr (year_earlier->str, ==, row->year_earlier);
}

/* Only what the caller lists is compared, and compared with. */
static void
test_rows (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    COUNT, "\"measure\": \"flow\"",
    "\"indicator\": \"things\", \"observations\": [[\"2021\", 1], [\"2022\", 2], [\"2023\", 4], [\"2024\", 8]]");
  static const guint32 listed[] = { 0, 2, 3 };
  g_autoptr (TbVerdictPass) pass = tb_verdict_pass_new (tb_dataset_get_series (dataset, 0), listed, G_N_ELEMENTS (listed),
                                                        (TbReference) { 0 });
  TbVerdictStep step;

  g_assert_true (tb_verdict_pass_next (pass, &step));
  g_assert_cmpint (step.on_period.codes, ==, TB_RULE (0));
  g_assert_true (tb_verdict_pass_next (pass, &step));
  g_assert_cmpint (step.row, ==, 2);
  g_assert_cmpint (step.previous, ==, -1);
  g_assert_true (tb_verdict_pass_next (pass, &step));
  g_assert_cmpint (step.previous, ==, 2);
  g_assert_cmpfloat (step.on_period.absolute, ==, 4);
  g_assert_cmpfloat (step.on_year.relative, ==, 100);
  g_assert_false (tb_verdict_pass_next (pass, &step));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/verdict-pass/drawn", test_drawn);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/verdict-pass/bases/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_bases);
    }
  g_test_add_func ("/verdict-pass/rows", test_rows);

  return g_test_run ();
}
