/* How long the verdicts on a million observations take, beside a plain sum of the values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-verdict                      medians of wall-clock time
 *        bench-verdict --instructions       counts of instructions by valgrind, which
 *                                           do not depend on the noise of the machine
 *        bench-verdict --once JOB [SHAPE]   one run, for a profiler
 *
 * Every row is compared with the period before it and with a year earlier, found
 * by period, in one thread. The series are of months, of days, and of months with
 * what slows a verdict down: targets, bounds, gaps.
 */

#include "tb-bench.h"
#include "tb-test-gen.h"
#include "tb-transform-private.h"
#include "tb-verdict-rows.h"

#include <string.h>

#define N_RUNS 7
#define N_ALL 1000000
#define N_ONCE 100000
/* Terms that are read and compared in both ways while they are in the cache. */
#define N_BLOCK 512

typedef struct
{
  const char *name;
  TbTestGen   data;
} Shape;

static const Shape shapes[] = {
  { "months", { .n_rows = 200, .frequency = 'M', .first_year = 2000 } },
  { "days", { .n_rows = 100000, .frequency = 'D', .first_year = 1700 } },
  { "mixed", { .n_rows = 200, .frequency = 'M', .first_year = 2000, .random = TRUE } },
};

/* Keeps the compiler from leaving out what nobody reads. */
static volatile double sink;

typedef double (*JobFunc) (const TbDataset *dataset);

static double
do_sum (const TbDataset *dataset)
{
  gsize n_series = tb_dataset_get_n_series (dataset);
  double sum = 0;

  for (gsize s = 0; s < n_series; s++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, s);
      gsize n = tb_series_get_n (series);

      for (gsize i = 0; i < n; i++)
        sum += tb_series_get_figure (series, i);
    }

  return sum;
}

/* The rows of all kinds as the terms of a transformation, with what finds them by
 * period alone. */
static void
read_block (TbWork        *work,
            const guint32 *rows,
            gsize          end)
{
  for (; work->n < end; work->n++)
    {
      TbTerm *term = &work->terms[work->n];
      gsize row = rows[work->n];
      TbGlance glance;

      tb_series_glance (work->source, row, &glance);
      term->span = tb_series_get_period (work->source, row);
      term->from = term->span.start;
      term->basis = glance.basis;
      term->point.row = (gint32) row;
    }
}

static gboolean
compare (TbWork        *work,
         TbRowVerdicts *rows,
         const TbTerm  *term,
         TbPairKind     pair,
         TbVerdict     *out_verdict)
{
  TbPeriod period;
  gboolean has_base = pair == TB_PAIR_PREVIOUS ? tb_work_get_previous (work, term, &period)
                                               : tb_work_get_year_earlier (work, term, &period);
  gssize base = has_base ? tb_work_find_base (work, term, period) : -1;

  if (base < 0)
    return FALSE;
  tb_row_verdicts_compare (rows, (gsize) work->terms[base].point.row, (gsize) term->point.row, pair, out_verdict);

  return out_verdict->kind != TB_VERDICT_INVALID;
}

/* As a step of a transformation finds the base of each figure and asks for the verdict. */
static double
sum_block (TbWork        *work,
           TbRowVerdicts *rows,
           TbPairKind     pair,
           gsize          first)
{
  double sum = 0;

  for (gsize i = first; i < MIN (first + N_BLOCK, work->n); i++)
    {
      TbVerdict verdict;

      if (compare (work, rows, &work->terms[i], pair, &verdict))
        sum += pair == TB_PAIR_PREVIOUS ? verdict.absolute : verdict.relative;
    }

  return sum;
}

static double
sum_verdicts (TbSeries   *series,
              TbReference reference,
              TbTerm     *terms)
{
  TbWork work = { .source = series, .info = *tb_series_get_info (series), .terms = terms };
  g_autofree guint32 *order = g_new (guint32, MAX (tb_series_get_n (series), 1));
  gsize n = tb_series_sort (series, order);
  TbRowVerdicts rows;
  double sum = 0;

  tb_row_verdicts_init (&rows, series, reference);
  for (gsize i = 0; i < n; i += N_BLOCK)
    {
      read_block (&work, order, MIN (i + N_BLOCK, n));
      sum += sum_block (&work, &rows, TB_PAIR_PREVIOUS, i) + sum_block (&work, &rows, TB_PAIR_YEAR_EARLIER, i);
    }

  return sum;
}

static double
do_verdicts (const TbDataset *dataset)
{
  gsize n_series = tb_dataset_get_n_series (dataset);
  /* All series are as long as the first one. */
  g_autofree TbTerm *terms = g_new (TbTerm, tb_series_get_n (tb_dataset_get_series (dataset, 0)));
  double sum = 0;

  for (gsize s = 0; s < n_series; s++)
    sum += sum_verdicts (tb_dataset_get_series (dataset, s), TB_REFERENCE_OF (dataset), terms);

  return sum;
}

/* What the program makes of them: each series as percentages on a year earlier. */
static double
do_percents (const TbDataset *dataset)
{
  const TbTransform step = { .kind = TB_TRANSFORM_PERCENT_ON_YEAR };
  gsize n_series = tb_dataset_get_n_series (dataset);
  double sum = 0;

  for (gsize s = 0; s < n_series; s++)
    {
      g_autoptr (TbDerived) derived = tb_transform_apply (tb_dataset_get_series (dataset, s), &step, 1, 0,
                                                          TB_REFERENCE_OF (dataset), TB_LANGUAGE_EN, NULL);

      for (gsize i = 0; i < tb_derived_get_n (derived); i++)
        {
          const TbPoint *point = tb_derived_get (derived, i);

          if (point->kind != TB_VERDICT_INVALID)
            sum += point->value.low.number;
        }
    }

  return sum;
}

static const struct
{
  const char *name;
  JobFunc     run;
} jobs[] = { { "sum", do_sum }, { "verdicts", do_verdicts }, { "percents", do_percents } };

static TbDataset *
make_dataset (const Shape *shape,
              guint        n_observations)
{
  TbTestGen data = shape->data;

  data.n_rows = MIN (data.n_rows, n_observations);
  data.n_series = n_observations / data.n_rows;

  return tb_test_gen_dataset (&data);
}

/* Its name is what valgrind counts inside of. */
__attribute__ ((noinline)) double bench_run_once (JobFunc          run,
                                                  const TbDataset *dataset);

__attribute__ ((noinline)) double
bench_run_once (JobFunc          run,
                const TbDataset *dataset)
{
  return run (dataset);
}

static double
take_ms (JobFunc          run,
         const TbDataset *dataset)
{
  gint64 start = g_get_monotonic_time ();

  sink = bench_run_once (run, dataset);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
print_shape (const Shape *shape)
{
  g_autoptr (TbDataset) dataset = make_dataset (shape, N_ALL);
  double sums[N_RUNS], verdicts[N_RUNS];
  double sum;
  double median;

  for (int i = 0; i < N_RUNS; i++)
    {
      sums[i] = take_ms (do_sum, dataset);
      verdicts[i] = take_ms (do_verdicts, dataset);
    }
  sum = tb_bench_median (sums, N_RUNS);
  median = tb_bench_median (verdicts, N_RUNS);
  g_print ("%-8s sum %6.1f ms   verdicts %7.1f ms   %.2f million observations a second   ratio %.1f\n", shape->name,
           sum, median, N_ALL / median / 1000, median / sum);
}

static void
print_instructions (const char  *program,
                    const Shape *shape)
{
  const char *const of_sum[] = { program, "--once", "sum", shape->name, NULL };
  const char *const of_verdicts[] = { program, "--once", "verdicts", shape->name, NULL };
  gint64 sum = tb_bench_count_instructions ("bench_run_once", of_sum);
  gint64 verdicts = tb_bench_count_instructions ("bench_run_once", of_verdicts);

  if (sum > 0)
    g_print ("%-8s sum %5.0f   verdicts %6.0f instructions an observation   ratio %.1f\n", shape->name,
             (double) sum / N_ONCE, (double) verdicts / N_ONCE, (double) verdicts / (double) sum);
}

static const Shape *
find_shape (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      if (strcmp (shapes[i].name, name) == 0)
        return &shapes[i];
    }

  return &shapes[0];
}

static int
run_one (const char *name,
         const char *shape)
{
  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autoptr (TbDataset) dataset = NULL;

      if (strcmp (jobs[i].name, name) != 0)
        continue;
      dataset = make_dataset (find_shape (shape), N_ONCE);
      sink = bench_run_once (jobs[i].run, dataset);
      return 0;
    }
  g_printerr ("bench-verdict: there is no job %s\n", name);

  return 2;
}

int
main (int    argc,
      char **argv)
{
  /* The mixed figures are drawn, the same ones each time. */
  char seed[] = "--seed=R02S00000000000000000000000000000001";
  char *test_argv[] = { argv[0], seed, NULL };
  char **test_args = test_argv;
  int test_argc = 2;

  g_test_init (&test_argc, &test_args, NULL);
  if (argc >= 3 && strcmp (argv[1], "--once") == 0)
    return run_one (argv[2], argc > 3 ? argv[3] : "");
  if (argc == 2 && strcmp (argv[1], "--instructions") == 0)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
        print_instructions (argv[0], &shapes[i]);
      return 0;
    }
  g_print ("1,000,000 observations, each against the period before and a year earlier\n");
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    print_shape (&shapes[i]);

  return 0;
}
