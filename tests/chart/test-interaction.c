/* Tests what a reader does with a chart: pointing, walking, zooming, switching
 * series off; and that of long lines nothing is lost to the eye (M4).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-paint-cairo.h"
#include "tb-scale.h"
#include "tb-series-thin.h"
#include "tb-test-charts.h"
#include "tb-test-gen.h"

#include <math.h>
#include <string.h>

#define CASES "tests/chart/data/charts.tongbi.json"

static const TbPaint solid = { .fill = TB_FILL_SOLID, .fill_color = { 0, 0, 0, 1 } };

static TbSceneBuilder *
new_builder (void)
{
  static const TbSceneInfo info = { .width = 200, .height = 100, .language = "en", .background = { 1, 1, 1, 1 } };

  return tb_scene_builder_new (&info);
}

/* A figure in two panels is read once, and found in both. */
static void
test_panels (void)
{
  TbSceneBuilder *builder = new_builder ();
  g_autoptr (TbScene) scene = NULL;
  TbRect boxes[4];
  TbRect box;

  for (int panel = 0; panel < 2; panel++)
    {
      tb_scene_builder_begin (builder, TB_ROLE_PLOT, NULL);
      for (int row = 0; row < 3; row++)
        tb_scene_builder_rect (builder, (TbRect) { 20.0 + 30 * row, 10 + 50.0 * panel, 20, 30 }, &solid,
                               (TbDatum) { 0, row });
      tb_scene_builder_end (builder);
    }
  scene = tb_scene_builder_finish (builder);

  g_assert_cmpuint (tb_scene_get_n_data (scene), ==, 3);
  for (gsize i = 0; i < 3; i++)
    g_assert_cmpint (tb_scene_get_datum (scene, i).row, ==, i);
  g_assert_cmpuint (tb_scene_find_boxes (scene, (TbDatum) { 0, 1 }, boxes, G_N_ELEMENTS (boxes)), ==, 2);
  g_assert_cmpfloat (boxes[0].y, ==, 10);
  g_assert_cmpfloat (boxes[1].y, ==, 60);
  /* Not the box around both. */
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 1 }, &box));
  g_assert_cmpfloat (box.height, ==, 30);
  g_assert_cmpint (tb_scene_hit_test (scene, 60, 70, 0).row, ==, 1);
  g_assert_cmpuint (tb_scene_find_boxes (scene, (TbDatum) { 1, 0 }, boxes, G_N_ELEMENTS (boxes)), ==, 0);
}

/* In a plot of lines the nearest in time is meant; elsewhere only what is near. */
static void
test_by_moment (void)
{
  static const struct { gboolean by_moment; double x, y; int series, row; } rows[] = {
    { TRUE, 54, 90, 0, 1 },     /* 4 px beside, 70 px under the second point */
    { TRUE, 54, 62, 1, 1 },     /* of two at one moment the nearer in value */
    { TRUE, 68, 90, 0, 1 },     /* 18 px: within twice the reach */
    { TRUE, 150, 90, -1, -1 },  /* too far in time */
    { FALSE, 54, 90, -1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbSceneBuilder *builder = new_builder ();
      const TbScenePlot plot = { { 0, 0, 200, 100 }, 24000, 24012, rows[i].by_moment };
      g_autoptr (TbScene) scene = NULL;
      TbDatum datum;

      tb_scene_builder_plot (builder, &plot);
      tb_scene_builder_circle (builder, 10, 20, 2, &solid, (TbDatum) { 0, 0 });
      tb_scene_builder_circle (builder, 50, 20, 2, &solid, (TbDatum) { 0, 1 });
      tb_scene_builder_circle (builder, 90, 20, 2, &solid, (TbDatum) { 0, 2 });
      if (rows[i].series == 1)
        tb_scene_builder_circle (builder, 50, 40, 2, &solid, (TbDatum) { 1, 1 });
      scene = tb_scene_builder_finish (builder);
      datum = tb_scene_hit_test (scene, rows[i].x, rows[i].y, 10);
      g_assert_cmpint (datum.series, ==, rows[i].series);
      g_assert_cmpint (datum.row, ==, rows[i].row);
    }
}

/* The entry of a series is found as such, and is no mark of a figure. */
static void
test_hit_series (void)
{
  TbSceneBuilder *builder = new_builder ();
  g_autoptr (TbScene) scene = NULL;

  tb_scene_builder_rect (builder, (TbRect) { 10, 10, 10, 10 }, &solid, (TbDatum) { 2, -1 });
  tb_scene_builder_rect (builder, (TbRect) { 40, 10, 10, 10 }, &solid, (TbDatum) { 1, 5 });
  scene = tb_scene_builder_finish (builder);
  g_assert_cmpint (tb_scene_hit_series (scene, 15, 15, 0), ==, 2);
  g_assert_cmpint (tb_scene_hit_series (scene, 22, 15, 4), ==, 2);
  g_assert_cmpint (tb_scene_hit_series (scene, 45, 15, 4), ==, -1);
  g_assert_cmpint (tb_scene_hit_test (scene, 15, 15, 0).series, ==, -1);
  g_assert_cmpuint (tb_scene_get_n_data (scene), ==, 1);
}

/* Bins find what a walk over all targets finds. All lie on the page, of 200 × 100: what of
 * a mark is beside it is not found, and its distance is that of the rest. */
static void
test_bins (void)
{
  for (int run = 0; run < 20; run++)
    {
      TbSceneBuilder *builder = new_builder ();
      g_autoptr (TbScene) scene = NULL;

      for (int i = 0; i < 300; i++)
        tb_scene_builder_circle (builder, g_test_rand_double_range (1, 199), g_test_rand_double_range (1, 99), 1,
                                 &solid,
                                 (TbDatum) { i % 4, i });
      scene = tb_scene_builder_finish (builder);
      for (int k = 0; k < 50; k++)
        {
          double x = g_test_rand_double_range (-10, 210);
          double y = g_test_rand_double_range (-10, 110);
          TbDatum hit = tb_scene_hit_test (scene, x, y, 15);
          double least = 15;
          gboolean any = FALSE;
          TbRect box;

          for (gsize i = 0; i < tb_scene_get_n_data (scene); i++)
            {
              gsize n;
              const TbNode *nodes = tb_scene_get_nodes (scene, &n);
              double distance = hypot (nodes[i].circle.x - x, nodes[i].circle.y - y) - 1;

              any = any || distance <= 15;
              least = MIN (least, MAX (distance, 0));
            }
          g_assert_cmpint (hit.series >= 0, ==, any);
          if (!any)
            continue;
          g_assert_true (tb_scene_find_datum (scene, hit, &box));
          g_assert_cmpfloat (hypot (box.x + box.width / 2 - x, box.y + box.height / 2 - y) - 1, <=, least + 2);
        }
    }
}

static TbScene *
lay_out (TbDataset   *dataset,
         TbChartType  type,
         const char  *indicator,
         char       **hidden,
         double       width,
         GError     **error)
{
  char *indicators[] = { (char *) indicator, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.type = type;
  fields.indicators = indicators;
  fields.hidden = hidden;
  fields.width = width;

  return tb_test_lay_out (dataset, &fields, error);
}

/* The colour of the first path or rectangle of a group of a series. */
static TbColor
find_color (const TbScene *scene,
            int            series)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_CIRCLE && nodes[i].datum.series == series && nodes[i].paint.fill == TB_FILL_SOLID)
      return nodes[i].paint.fill_color;
  g_assert_not_reached ();
}

static gsize
count_marks (const TbScene *scene,
             int            series)
{
  gsize n = 0;

  for (gsize i = 0; i < tb_scene_get_n_data (scene); i++)
    n += tb_scene_get_datum (scene, i).series == series;

  return n;
}

static gboolean
has_name (const TbScene *scene,
          int            series)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_TEXT && nodes[i].datum.series == series && nodes[i].datum.row < 0)
      return TRUE;

  return FALSE;
}

/* A series that is switched off has neither marks nor a name, so that no page speaks of
 * what it does not show; the others keep their colours. The last one stays. */
static void
test_hidden (void)
{
  static const TbTestGen months = { .n_series = 3, .n_rows = 12, .frequency = 'M', .first_year = 2020 };
  static const TbChartType types[] = { TB_CHART_LINE, TB_CHART_COLUMN };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&months);
  char *hidden[] = { (char *) "indicator-1", NULL };
  char *all[] = { (char *) "indicator-0", (char *) "indicator-1", (char *) "indicator-2", NULL };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (TbScene) whole = lay_out (dataset, types[i], "*", NULL, 960, &error);
      g_autoptr (TbScene) part = lay_out (dataset, types[i], "*", hidden, 960, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (count_marks (whole, 1), >, 0);
      g_assert_cmpuint (count_marks (part, 1), ==, 0);
      g_assert_cmpuint (count_marks (part, 2), ==, count_marks (whole, 2));
      g_assert_true (has_name (whole, 1));
      g_assert_false (has_name (part, 1));
      if (types[i] == TB_CHART_LINE)
        {
          TbColor before = find_color (whole, 2);
          TbColor after = find_color (part, 2);

          g_assert_cmpfloat (before.r, ==, after.r);
          g_assert_cmpfloat (before.g, ==, after.g);
          g_assert_true (has_name (part, 2));
        }
    }
  g_assert_null (lay_out (dataset, TB_CHART_LINE, "*", all, 960, &error));
  g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
}

/* Half a column is enough to mean it; one alone is no span. Twelve months of 2020
 * to 2022: the places are those of the plot's own mapping. */
static void
test_find_span (void)
{
  static const struct { double from, to; gboolean found; const char *first, *last; } rows[] = {
    { 0.0, 1.0, TRUE, "2020-01-01", "2022-12-31" },
    /* Months 10.87 to 25.92: the middles of December 2020, 11.5, to February 2022, 25.5.
     * November, of which a part is inside, is not: its span is not. */
    { 0.302, 0.72, TRUE, "2020-11-27", "2022-02-28" },
    { 0.72, 0.302, TRUE, "2020-11-27", "2022-02-28" },   /* dragged to the left */
    { 0.5, 0.51, FALSE, NULL, NULL },
  };
  static const TbTestGen months = { .n_series = 1, .n_rows = 36, .frequency = 'M', .first_year = 2020 };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&months);
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (&fields);
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, NULL);
  g_autoptr (TbScene) scene = lay_out (dataset, TB_CHART_COLUMN, "*", NULL, 960, NULL);
  const TbScenePlot *plot;
  gsize n_plots;

  plot = tb_scene_get_plots (scene, &n_plots);
  g_assert_cmpuint (n_plots, ==, 1);
  g_assert_cmpfloat (plot->to - plot->from, ==, 36);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbPeriod from;
      TbPeriod to;
      gboolean found = tb_chart_find_span (selection, scene, plot, plot->rect.x + rows[i].from * plot->rect.width,
                                           plot->rect.x + rows[i].to * plot->rect.width, &from, &to);

      g_assert_cmpint (found, ==, rows[i].found);
      if (found)
        {
          g_autofree char *first = tb_day_to_string (from.start);
          g_autofree char *last = tb_day_to_string (to.end);

          g_assert_cmpstr (first, ==, rows[i].first);
          g_assert_cmpstr (last, ==, rows[i].last);
        }
    }
}

/* By keys: twice as long, a quarter further, never beyond what there is. */
static void
test_move_span (void)
{
  static const struct { double from, to, factor, shift; gboolean found; const char *first, *last; } rows[] = {
    { 24240, 24252, 2, 0, TRUE, "2019-07-01", "2021-06-30" },     /* 2020: out to two years */
    { 24240, 24252, 1, 0.25, TRUE, "2020-04-01", "2021-03-31" },  /* a quarter of a year on */
    { 24240, 24252, 1, -0.25, TRUE, "2019-10-01", "2020-09-30" },
    { 24240, 24252, 20, 0, FALSE, NULL, NULL },                   /* all there is */
    { 24348, 24360, 1, 0.25, TRUE, "2029-01-01", "2029-12-31" },  /* the end is the end */
    { 24180, 24240, 1, 0.25, TRUE, "2016-01-01", "2021-12-31" },  /* five years: whole years */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TbScenePlot plot = { { 0, 0, 100, 100 }, rows[i].from, rows[i].to, FALSE };
      TbPeriod from;
      TbPeriod to;
      gboolean found = tb_chart_move_span (&plot, tb_day_new (2015, 1, 1), tb_day_new (2029, 12, 31), rows[i].factor,
                                           rows[i].shift, &from, &to);

      g_assert_cmpint (found, ==, rows[i].found);
      g_assert_cmpint (tb_period_is_dated (from), ==, rows[i].found);
      if (found)
        {
          g_autofree char *first = tb_day_to_string (from.start);
          g_autofree char *last = tb_day_to_string (to.end);

          g_assert_cmpstr (first, ==, rows[i].first);
          g_assert_cmpstr (last, ==, rows[i].last);
        }
    }
}

/* What is more than a plain number stays, and so do the ends, and the extremes. */
static void
test_thin (void)
{
  static const TbTestGen days = { .n_series = 1, .n_rows = 20000, .frequency = 'D', .first_year = 1950, .random = TRUE,
                                  .stock = TRUE };
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&days);
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  gsize n = tb_series_get_n (series);
  g_autofree guint32 *rows = g_new (guint32, n);
  g_autofree guint32 *kept = g_new (guint32, n);
  g_autofree guint32 *left_out = g_new (guint32, n);
  g_autofree guint8 *is_kept = g_new0 (guint8, n);
  gsize n_rows = tb_series_sort (series, rows);
  gsize n_kept = tb_series_thin (series, rows, n_rows, 100, TRUE, kept, left_out);
  gsize n_told = 0;
  double low[2] = { INFINITY, INFINITY };
  double high[2] = { -INFINITY, -INFINITY };

  for (gsize i = 0; i < n_kept; i++)
    {
      is_kept[kept[i]] = 1;
      n_told += left_out[i] + 1;
      low[1] = fmin (low[1], tb_series_get_figure (series, kept[i]));
      high[1] = fmax (high[1], tb_series_get_figure (series, kept[i]));
    }
  g_assert_cmpuint (n_told, ==, n_rows);
  g_assert_cmpuint (n_kept, <, n_rows);
  g_assert_true (is_kept[rows[0]] && is_kept[rows[n_rows - 1]]);
  for (gsize i = 0; i < n_rows; i++)
    {
      TbGlance glance;

      tb_series_glance (series, rows[i], &glance);
      low[0] = fmin (low[0], tb_series_get_figure (series, rows[i]));
      high[0] = fmax (high[0], tb_series_get_figure (series, rows[i]));
      if (glance.is_plain && glance.status == 0)
        continue;
      g_assert_true (is_kept[rows[i]]);
      g_assert_true (i == 0 || is_kept[rows[i - 1]]);
      g_assert_true (i + 1 == n_rows || is_kept[rows[i + 1]]);
    }
  g_assert_cmpfloat (low[0], ==, low[1]);
  g_assert_cmpfloat (high[0], ==, high[1]);
}

#define LONG 30000
static const TbTestGen long_days = { .n_series = 1, .n_rows = LONG, .frequency = 'D', .first_year = 1850, .walk = TRUE,
                                     .stock = TRUE };

/* Words are of all figures, also where a line is drawn from some. */
static void
test_thin_words (void)
{
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&long_days);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) thinned = lay_out (dataset, TB_CHART_LINE, "*", NULL, 640, &error);
  g_autoptr (TbScene) whole = lay_out (dataset, TB_CHART_LINE, "*", NULL, 7680, &error);
  g_autofree char *refusal = NULL;
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (&fields);
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tb_scene_get_info (thinned)->description, ==, tb_scene_get_info (whole)->description);
  /* So many columns are thinner than ink. */
  refusal = tb_chart_dup_misfit (TB_CHART_COLUMN, selection, TB_LANGUAGE_EN);
  g_assert_nonnull (strstr (refusal, "20,000"));
  g_assert_cmpint (tb_chart_suggest (selection), ==, TB_CHART_LINE);
}

/* The line of a scene: its longest path. */
static const TbNode *
find_line (const TbScene *scene)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);
  const TbNode *longest = NULL;

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_PATH && (longest == NULL || nodes[i].path.n > longest->path.n))
      longest = &nodes[i];

  return longest;
}

/* All points of the series where the scene would put them: time by its plot, values
 * by the two marks that are furthest apart. */
static TbPathElement *
place_all (TbDataset     *dataset,
           const TbScene *scene)
{
  const TbSeries *series = tb_dataset_get_series (dataset, 0);
  TbPathElement *elements = g_new (TbPathElement, LONG);
  gsize n;
  const TbScenePlot *plot = tb_scene_get_plots (scene, &n);
  gsize low = 0;
  gsize high = 0;
  TbRect bottom;
  TbRect top;
  double scale;

  for (gsize i = 0; i < LONG; i++)
    {
      low = tb_series_get_figure (series, i) < tb_series_get_figure (series, low) ? i : low;
      high = tb_series_get_figure (series, i) > tb_series_get_figure (series, high) ? i : high;
    }
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, (int) low }, &bottom));
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, (int) high }, &top));
  scale = (top.y - bottom.y) / (tb_series_get_figure (series, high) - tb_series_get_figure (series, low));
  for (gsize i = 0; i < LONG; i++)
    {
      double months = tb_months_at_end (tb_series_get_period (series, i).end);

      elements[i].op = i == 0 ? TB_PATH_MOVE : TB_PATH_LINE;
      elements[i].x = plot->rect.x + (months - plot->from) / (plot->to - plot->from) * plot->rect.width;
      elements[i].y = bottom.y + bottom.height / 2 +
                      scale * (tb_series_get_figure (series, i) - tb_series_get_figure (series, low));
    }

  return elements;
}

static cairo_surface_t *
paint_path (const TbScene       *like,
            const TbPathElement *elements,
            gsize                n,
            const TbPaint       *paint)
{
  const TbSceneInfo *info = tb_scene_get_info (like);
  TbSceneBuilder *builder = tb_scene_builder_new (info);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) info->width, (int) info->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (TbScene) scene = NULL;

  tb_scene_builder_path (builder, elements, n, paint, TB_NO_DATUM);
  scene = tb_scene_builder_finish (builder);
  tb_paint_cairo (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static double
get_psnr (cairo_surface_t *a,
          cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  double sum = 0;

  for (int y = 0; y < height; y++)
    {
      const guint8 *one = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guint8 *other = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < width; x++)
        for (int c = 0; c < 3; c++)
          {
            double difference = one[x * 4 + c] - other[x * 4 + c];

            sum += difference * difference;
          }
    }

  return sum > 0 ? 10 * log10 (255.0 * 255.0 / (sum / (3.0 * width * height))) : INFINITY;
}

/* Over each px the line reaches as far up and down as the figures do; a column of M4
 * may lie across the border of two. */
static void
check_extremes (const TbPathElement *all,
                const TbPathElement *drawn,
                gsize                n_drawn,
                double               width)
{
  for (double left = 0; left < width; left++)
    {
      double reach[2][2] = { { INFINITY, -INFINITY }, { INFINITY, -INFINITY } };

      for (gsize i = 0; i < LONG; i++)
        if (all[i].x >= left && all[i].x < left + 1)
          {
            reach[0][0] = fmin (reach[0][0], all[i].y);
            reach[0][1] = fmax (reach[0][1], all[i].y);
          }
      for (gsize i = 0; i < n_drawn; i++)
        if (drawn[i].x >= left - 0.5 && drawn[i].x < left + 1.5)
          {
            reach[1][0] = fmin (reach[1][0], drawn[i].y);
            reach[1][1] = fmax (reach[1][1], drawn[i].y);
          }
      if (!(reach[0][0] <= reach[0][1]))
        continue;
      g_assert_cmpfloat (reach[1][0], <=, reach[0][0] + 0.01);
      g_assert_cmpfloat (reach[1][1], >=, reach[0][1] - 0.01);
    }
}

/* At least 40 dB against the drawing of all points. */
static void
test_psnr (void)
{
  g_autoptr (TbDataset) dataset = tb_test_gen_dataset (&long_days);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = lay_out (dataset, TB_CHART_LINE, "*", NULL, 640, &error);
  g_autofree TbPathElement *all = NULL;
  const TbNode *line;
  const TbPathElement *drawn;
  gsize n_drawn;
  cairo_surface_t *full;
  cairo_surface_t *reduced;
  double psnr;

  g_assert_no_error (error);
  line = find_line (scene);
  drawn = tb_scene_get_path (scene, line, &n_drawn);
  all = place_all (dataset, scene);
  g_assert_cmpuint (n_drawn, <, LONG / 4);
  check_extremes (all, drawn, n_drawn, tb_scene_get_info (scene)->width);
  full = paint_path (scene, all, LONG, &line->paint);
  reduced = paint_path (scene, drawn, n_drawn, &line->paint);
  psnr = get_psnr (full, reduced);
  g_test_message ("PSNR %.1f dB with %" G_GSIZE_FORMAT " of %d points", psnr, n_drawn, LONG);
  g_assert_cmpfloat (psnr, >=, 40);
  cairo_surface_destroy (full);
  cairo_surface_destroy (reduced);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/panels", test_panels);
  g_test_add_func ("/scene/by-moment", test_by_moment);
  g_test_add_func ("/scene/hit-series", test_hit_series);
  g_test_add_func ("/scene/bins", test_bins);
  g_test_add_func ("/chart/hidden", test_hidden);
  g_test_add_func ("/zoom/find-span", test_find_span);
  g_test_add_func ("/zoom/move-span", test_move_span);
  g_test_add_func ("/thin/rows", test_thin);
  g_test_add_func ("/thin/words", test_thin_words);
  g_test_add_func ("/thin/psnr", test_psnr);

  return g_test_run ();
}
