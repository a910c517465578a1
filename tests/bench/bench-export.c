/* How long a figure takes: layout, PNG, PDF, SVG; and layout of a long series.
 *
 * Usage: bench-export                  medians of wall-clock time
 *        bench-export --instructions   counts of instructions by valgrind, which
 *                                      do not depend on the noise of the machine
 *        bench-export --once JOB       one run, for a profiler
 *        bench-export --batch FORMAT N charts of different titles, and nothing else
 *
 * The figure is the one of the design's measurements: 2 series of 40 quarters,
 * Chinese text, 1600 × 900 logical px; PNG at 192 dpi is 3200 × 1800 px.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bench.h"
#include "tb-chart.h"
#include "tb-export.h"
#include "tb-test-gen.h"

#include <string.h>

#define N_RUNS 15
#define N_BATCH 200

typedef struct
{
  TbDataset   *dataset;
  TbChartSpec *spec;
  TbSelection *selection;
  TbScene     *scene;
} Fixture;

typedef GBytes *(*JobFunc) (const Fixture *fixture);

static GBytes *
do_layout (const Fixture *fixture)
{
  g_autoptr (TbScene) scene = tb_export_layout (fixture->spec, fixture->selection, NULL);

  return NULL;
}

static GBytes *
do_png (const Fixture *fixture)
{
  const TbExportOptions options = { .dpi = 192 };

  return tb_export_to_png (fixture->scene, &options, NULL);
}

static GBytes *
do_pdf (const Fixture *fixture)
{
  return tb_export_to_pdf (fixture->scene, NULL, NULL);
}

static GBytes *
do_svg (const Fixture *fixture)
{
  return tb_export_to_svg (fixture->scene, NULL, NULL);
}

static const struct { const char *name; JobFunc run; } jobs[] = {
  { "layout", do_layout }, { "png", do_png }, { "pdf", do_pdf }, { "svg", do_svg },
};

static const TbTestGen usual = { .n_series = 2, .n_rows = 40, .frequency = 'Q', .first_year = 2014 };
static const TbTestGen million_days = { .n_series = 1, .n_rows = 1000000, .frequency = 'D', .first_year = 1000 };

static void
set_up (Fixture         *fixture,
        const TbTestGen *data)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  char *indicators[] = { (char *) "indicator-*", NULL };
  g_autoptr (GError) error = NULL;

  fields.type = TB_CHART_LINE;
  fields.indicators = indicators;
  fields.language = TB_LANGUAGE_ZH;
  fields.width = 1600;
  fields.height = 900;
  fixture->dataset = tb_test_gen_dataset (data);
  fixture->spec = tb_chart_spec_new (&fields);
  fixture->selection = tb_chart_select (fixture->spec, fixture->dataset, &error);
  g_assert_no_error (error);
  fixture->scene = tb_export_layout (fixture->spec, fixture->selection, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture)
{
  tb_scene_unref (fixture->scene);
  tb_selection_unref (fixture->selection);
  tb_chart_spec_unref (fixture->spec);
  tb_dataset_unref (fixture->dataset);
}

/* Its name is what valgrind counts inside of. */
__attribute__ ((noinline)) GBytes *bench_run_once (JobFunc        run,
                                                   const Fixture *fixture);

__attribute__ ((noinline)) GBytes *
bench_run_once (JobFunc        run,
                const Fixture *fixture)
{
  return run (fixture);
}

static void
print_median (const char    *name,
              JobFunc        run,
              const Fixture *fixture)
{
  double times[N_RUNS];
  double median;
  double first = 0;
  gsize size = 0;

  for (int i = -1; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GBytes) bytes = bench_run_once (run, fixture);
      double ms = (double) (g_get_monotonic_time () - start) / 1000;

      if (i < 0)
        first = ms;
      else
        times[i] = ms;
      size = bytes != NULL ? g_bytes_get_size (bytes) : 0;
    }
  median = tb_bench_median (times, N_RUNS);
  g_print ("%-8s median %7.2f ms   least %7.2f   first %7.2f   %7" G_GSIZE_FORMAT " bytes\n", name, median, times[0],
           first, size);
}

/* Charts whose titles differ, as those of a report do. */
static void
make_batch (TbExportFormat  format,
            int             n,
            const Fixture  *fixture)
{
  const TbExportOptions options = { .dpi = 192 };

  for (int i = 0; i < n; i++)
    {
      TbChartSpecFields fields = *tb_chart_spec_get (fixture->spec);
      g_autofree char *title = g_strdup_printf ("地区生产总值：第%d号图", i + 1);
      g_autoptr (TbChartSpec) spec = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      fields.title = title;
      spec = tb_chart_spec_new (&fields);
      bytes = tb_export_chart (spec, fixture->dataset, format, &options, &error);
      g_assert_no_error (error);
    }
}

static void
print_batch (const char     *name,
             TbExportFormat  format,
             const Fixture  *fixture)
{
  gint64 start = g_get_monotonic_time ();
  double seconds;

  make_batch (format, N_BATCH, fixture);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_print ("%d charts in one process, spec to %s: %.1f a second\n", N_BATCH, name, N_BATCH / seconds);
}

static int
run_batch (const char *format,
           const char *count)
{
  g_autofree char *name = g_strconcat ("x.", format, NULL);
  TbExportFormat found;
  Fixture fixture;

  if (!tb_export_format_from_name (name, &found))
    return 2;
  set_up (&fixture, &usual);
  make_batch (found, (int) g_ascii_strtoll (count, NULL, 10), &fixture);
  tear_down (&fixture);

  return 0;
}

static void
print_instructions (const char *program,
                    const char *job)
{
  const char *const command[] = { program, "--once", job, NULL };

  g_print ("%-8s %14" G_GINT64_FORMAT " instructions\n", job, tb_bench_count_instructions ("bench_run_once", command));
}

static int
run_one (const char *name)
{
  g_autoptr (GBytes) bytes = NULL;
  Fixture fixture;

  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      if (strcmp (jobs[i].name, name) != 0)
        continue;
      set_up (&fixture, &usual);
      bytes = bench_run_once (jobs[i].run, &fixture);
      tear_down (&fixture);
      return 0;
    }
  g_printerr ("bench-export: there is no job %s\n", name);

  return 2;
}

int
main (int    argc,
      char **argv)
{
  Fixture fixture;

  if (argc == 3 && strcmp (argv[1], "--once") == 0)
    return run_one (argv[2]);
  if (argc == 4 && strcmp (argv[1], "--batch") == 0)
    return run_batch (argv[2], argv[3]);
  if (argc == 2 && strcmp (argv[1], "--instructions") == 0)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
        print_instructions (argv[0], jobs[i].name);
      return 0;
    }
  set_up (&fixture, &usual);
  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    print_median (jobs[i].name, jobs[i].run, &fixture);
  print_batch ("PDF", TB_EXPORT_PDF, &fixture);
  print_batch ("PNG", TB_EXPORT_PNG, &fixture);
  print_batch ("SVG", TB_EXPORT_SVG, &fixture);
  tear_down (&fixture);
  set_up (&fixture, &million_days);
  print_median ("1M days", do_layout, &fixture);
  tear_down (&fixture);

  return 0;
}
