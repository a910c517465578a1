/* How long a line of a million points takes to become a picture of 1600 × 900 px,
 * beside a floor that draws it from a plain array with Cairo and libpng alone.
 *
 * Usage: bench-million               medians of wall-clock time, and the ratio
 *        bench-million --once JOB    one run of "chart", "hover" or "floor"
 *
 * The aim is a ratio of 1.4 (the figures are loaded in both).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bench.h"
#include "tb-chart.h"
#include "tb-export.h"
#include "tb-test-gen.h"

#include <cairo.h>
#include <png.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#define N_RUNS 15
#define N_POINTS 1000000
#define N_HOVERS 500
#define WIDTH 1600
#define HEIGHT 900
#define COLUMNS_PER_PX 2
#define MARGIN 20.0

typedef struct
{
  TbDataset   *dataset;
  TbChartSpec *spec;
  TbSelection *selection;
  TbScene     *scene;
  gint64      *values;
} Fixture;

static void
write_png (png_structp png,
           png_bytep   data,
           gsize       n)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) n);
}

static void
flush_png (png_structp png)
{
}

/* The surface as a PNG: libpng, level 6, no filter. */
static GBytes *
compress (cairo_surface_t *surface)
{
  GByteArray *bytes = g_byte_array_new ();
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guint8 row[WIDTH * 3];

  png_set_write_fn (png, bytes, write_png, flush_png);
  png_set_IHDR (png, info, WIDTH, HEIGHT, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                PNG_FILTER_TYPE_DEFAULT);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level (png, 6);
  png_write_info (png, info);
  for (gsize y = 0; y < HEIGHT; y++)
    {
      for (gsize x = 0; x < WIDTH; x++)
        {
          guint32 pixel;

          memcpy (&pixel, pixels + y * stride + x * 4, sizeof pixel);
          row[x * 3] = (guint8) (pixel >> 16);
          row[x * 3 + 1] = (guint8) (pixel >> 8);
          row[x * 3 + 2] = (guint8) pixel;
        }
      png_write_row (png, row);
    }
  png_write_end (png, NULL);
  png_destroy_write_struct (&png, &info);

  return g_byte_array_free_to_bytes (bytes);
}

/* First, lowest, highest and last value of each column, joined by one path (M4). */
static void
draw_columns (cairo_t      *cr,
              const gint64 *values,
              double        low,
              double        high)
{
  gsize n_columns = (gsize) (WIDTH - 2 * MARGIN) * COLUMNS_PER_PX;

  for (gsize c = 0; c < n_columns; c++)
    {
      gsize first = c * N_POINTS / n_columns;
      gsize end = (c + 1) * N_POINTS / n_columns;
      gsize at[4] = { first, first, first, end - 1 };

      for (gsize i = first; i < end; i++)
        {
          at[1] = values[i] < values[at[1]] ? i : at[1];
          at[2] = values[i] > values[at[2]] ? i : at[2];
        }
      if (at[1] > at[2])
        {
          gsize lowest = at[1];

          at[1] = at[2];
          at[2] = lowest;
        }
      for (int k = 0; k < 4; k++)
        cairo_line_to (cr, MARGIN + (double) at[k] / N_POINTS * (WIDTH - 2 * MARGIN),
                       HEIGHT - MARGIN - ((double) values[at[k]] - low) / (high - low) * (HEIGHT - 2 * MARGIN));
    }
}

static GBytes *
do_floor (const Fixture *fixture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double low = (double) fixture->values[0];
  double high = low;
  GBytes *png;

  for (gsize i = 0; i < N_POINTS; i++)
    {
      low = MIN (low, (double) fixture->values[i]);
      high = MAX (high, (double) fixture->values[i]);
    }
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.1, 0.3, 0.6);
  cairo_set_line_width (cr, 2.4);
  draw_columns (cr, fixture->values, low, high);
  cairo_stroke (cr);
  cairo_surface_flush (surface);
  png = compress (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return png;
}

/* As a command does: what was chosen of the rows before is not there. */
static GBytes *
do_chart (const Fixture *fixture)
{
  const TbExportOptions options = { .dpi = 96 };
  g_autoptr (TbSelection) selection = tb_chart_select (fixture->spec, fixture->dataset, NULL);
  g_autoptr (TbScene) scene = tb_export_layout (fixture->spec, selection, NULL);

  return tb_export_to_png (scene, &options, NULL);
}

static GBytes *
do_select (const Fixture *fixture)
{
  tb_selection_unref (tb_chart_select (fixture->spec, fixture->dataset, NULL));

  return NULL;
}

static GBytes *
do_layout (const Fixture *fixture)
{
  tb_scene_unref (tb_export_layout (fixture->spec, fixture->selection, NULL));

  return NULL;
}

static GBytes *
do_png (const Fixture *fixture)
{
  const TbExportOptions options = { .dpi = 96 };

  return tb_export_to_png (fixture->scene, &options, NULL);
}

/* What the window does for each movement of the pointer. */
static GBytes *
do_hover (const Fixture *fixture)
{
  for (int i = 0; i < N_HOVERS; i++)
    {
      double x = (double) (i * 7919 % WIDTH);
      double y = (double) (i * 104729 % HEIGHT);
      TbDatum datum = tb_scene_hit_test (fixture->scene, x, y, 30);
      g_autofree char *readout
        = datum.series >= 0 ? tb_chart_dup_readout (fixture->spec, fixture->selection, datum) : NULL;
      TbRect box;

      if (datum.series >= 0)
        tb_scene_find_datum (fixture->scene, datum, &box);
    }

  return NULL;
}

static const struct { const char *name; GBytes *(*run) (const Fixture *fixture); } jobs[] = {
  { "floor", do_floor }, { "chart", do_chart }, { "select", do_select }, { "layout again", do_layout },
  { "png", do_png },
  { "hover", do_hover },
};

static void
set_up (Fixture *fixture)
{
  static const TbTestGen days = { .n_series = 1, .n_rows = N_POINTS, .frequency = 'D', .first_year = 1000, .walk = TRUE,
                                  .stock = TRUE };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;

  fields.type = TB_CHART_LINE;
  fields.width = WIDTH;
  fields.height = HEIGHT;
  fixture->values = tb_test_gen_walk (N_POINTS);
  fixture->dataset = tb_test_gen_dataset (&days);
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
  g_free (fixture->values);
}

static double
take_median_ms (GBytes       *(*run) (const Fixture *fixture),
                const Fixture *fixture)
{
  double times[N_RUNS];

  for (int i = -1; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      GBytes *bytes = run (fixture);

      g_clear_pointer (&bytes, g_bytes_unref);
      if (i >= 0)
        times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }

  return tb_bench_median (times, N_RUNS);
}

static int
run_once (const Fixture *fixture,
          const char    *name)
{
  struct rusage before;
  struct rusage after;

  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    if (strcmp (jobs[i].name, name) == 0)
      {
        GBytes *bytes;

        getrusage (RUSAGE_SELF, &before);
        bytes = jobs[i].run (fixture);
        getrusage (RUSAGE_SELF, &after);
        g_print ("%s: %ld kB at most, %ld more than before\n", name, after.ru_maxrss,
                 after.ru_maxrss - before.ru_maxrss);
        g_clear_pointer (&bytes, g_bytes_unref);
        return 0;
      }

  return 2;
}

int
main (int    argc,
      char **argv)
{
  Fixture fixture;
  double ms[G_N_ELEMENTS (jobs)];
  int status = 0;

  set_up (&fixture);
  if (argc == 3)
    status = run_once (&fixture, argv[2]);
  else
    {
      for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
        {
          ms[i] = take_median_ms (jobs[i].run, &fixture);
          g_print ("%-14s median %8.2f ms\n", jobs[i].name, ms[i]);
        }
      g_print ("chart / floor: %.2f (aim: at most 1.40); a hover: %.3f ms\n", ms[1] / ms[0], ms[5] / N_HOVERS);
    }
  tear_down (&fixture);

  return status;
}
