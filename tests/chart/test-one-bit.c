/* Tests that charts keep their kinds of figures and variances apart in black and white.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export.h"
#include "tb-test-charts.h"
#include "tb-test-image.h"

#define DPI 300.0
#define SCALE (DPI / 96)

/* Shares of ink of a column: of what is inside, and of a line along its left edge. */
typedef struct
{
  double inside;
  double edge;
} Ink;

/* Each pixel is black or white: what a fax or a hard copy makes of it. */
static gboolean
is_ink (cairo_surface_t *image,
        int              x,
        int              y)
{
  int rgb[3];

  tb_test_image_get_pixel (image, x, y, rgb);

  return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] < 127.5;
}

/* Margins are left out, px: inside, edges. */
static Ink
measure_within (cairo_surface_t *image,
                TbRect           box,
                double           margin)
{
  int left = (int) ((box.x + margin) * SCALE);
  int right = (int) ((box.x + box.width - margin) * SCALE);
  int top = (int) ((box.y + margin) * SCALE);
  int bottom = (int) ((box.y + box.height - margin) * SCALE);
  Ink ink = { 0, 0 };

  for (int y = top; y < bottom; y++)
    {
      gboolean edge = FALSE;

      for (int x = left; x < right; x++)
        ink.inside += is_ink (image, x, y);
      for (int x = (int) ((box.x - 2) * SCALE); x < (int) ((box.x + 2.5) * SCALE); x++)
        edge = edge || is_ink (image, x, y);
      ink.edge += edge;
    }
  ink.inside /= (double) (right - left) * (bottom - top);
  ink.edge /= bottom - top;

  return ink;
}

static Ink
measure (cairo_surface_t *image,
         TbRect           box)
{
  return measure_within (image, box, 5);
}

/* Gross output of the northern district: 2021 actual, 2022 provisional, 2023
 * forecast, 2025 target (N-1). */
static void
test_scenarios (gconstpointer data)
{
  char *indicators[] = { (char *) "output", NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  const TbExportOptions options = { .dpi = DPI };
  g_autoptr (TbDataset) dataset = tb_test_load_dataset ("tests/chart/data/charts.tongbi.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = NULL;
  g_autoptr (GBytes) png = NULL;
  cairo_surface_t *image;
  Ink ink[4];

  fields.indicators = indicators;
  fields.place = (char *) "north";
  fields.style = (TbStyle) GPOINTER_TO_INT (data);
  fields.show_values = FALSE;
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);
  png = tb_export_to_png (scene, &options, &error);
  g_assert_no_error (error);
  image = tb_test_image_load (png);
  for (int i = 0; i < 4; i++)
    {
      TbRect box;

      g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 6 + i }, &box));
      ink[i] = measure (image, box);
      g_test_message ("row %d: inside %.3f, edge %.3f", 6 + i, ink[i].inside, ink[i].edge);
    }
  cairo_surface_destroy (image);

  /* Actual: all ink. */
  g_assert_cmpfloat (ink[0].inside, >, 0.99);
  g_assert_cmpfloat (ink[0].edge, >, 0.99);
  /* Provisional: empty with a broken edge. */
  g_assert_cmpfloat (ink[1].inside, <, 0.01);
  g_assert_cmpfloat (ink[1].edge, >, 0.3);
  g_assert_cmpfloat (ink[1].edge, <, 0.9);
  /* Forecast: stripes with a whole edge. */
  g_assert_cmpfloat (ink[2].inside, >, 0.1);
  g_assert_cmpfloat (ink[2].inside, <, 0.6);
  g_assert_cmpfloat (ink[2].edge, >, 0.99);
  /* Target: empty but for the lines of the grid, with a whole edge. */
  g_assert_cmpfloat (ink[3].inside, <, 0.05);
  g_assert_cmpfloat (ink[3].edge, >, 0.99);
}

static cairo_surface_t *
draw (TbChartType  type,
      TbStyle      style,
      const char  *indicator,
      TbScene    **out_scene)
{
  char *indicators[] = { (char *) indicator, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  const TbExportOptions options = { .dpi = DPI };
  g_autoptr (TbDataset) dataset = tb_test_load_dataset ("tests/chart/data/variance.tongbi.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;

  fields.type = type;
  fields.indicators = indicators;
  fields.place = (char *) "north";
  fields.style = style;
  fields.show_values = FALSE;
  *out_scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);
  png = tb_export_to_png (*out_scene, &options, &error);
  g_assert_no_error (error);

  return tb_test_image_load (png);
}

/* The nth rectangle of a figure: its column, then its variance. */
static TbRect
find_rect (const TbScene *scene,
           int            row,
           int            n)
{
  gsize n_nodes;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n_nodes);

  for (gsize i = 0; i < n_nodes; i++)
    if (nodes[i].kind == TB_NODE_RECT && nodes[i].datum.series == 0 && nodes[i].datum.row == row && n-- == 0)
      return nodes[i].rect;
  g_assert_not_reached ();
}

/* Of a strip along the upper edge of a box. */
static double
measure_top (cairo_surface_t *image,
             TbRect           box)
{
  int y = (int) ((box.y + 0.8) * SCALE);
  int left = (int) ((box.x + 2) * SCALE);
  int right = (int) ((box.x + box.width - 2) * SCALE);
  double ink = 0;

  for (int x = left; x < right; x++)
    ink += is_ink (image, x, y);

  return ink / (right - left);
}

/* What is seen of a column to the left of the one in front of it. */
static TbRect
get_seen (TbRect behind,
          TbRect front)
{
  return (TbRect) { behind.x, behind.y, front.x - behind.x, behind.height };
}

/* N-1: actual, year before and forecast of retail sales; plan of the revenue. */
static void
test_references (gconstpointer data)
{
  TbStyle style = (TbStyle) GPOINTER_TO_INT (data);
  g_autoptr (TbScene) sales = NULL;
  g_autoptr (TbScene) revenue = NULL;
  cairo_surface_t *image = draw (TB_CHART_PREVIOUS_YEAR, style, "sales", &sales);
  TbRect previous_box = get_seen (find_rect (sales, 0, 0), find_rect (sales, 4, 0));
  Ink actual = measure (image, find_rect (sales, 4, 0));
  Ink forecast = measure (image, find_rect (sales, 11, 0));
  Ink previous = measure (image, previous_box);
  double previous_top = measure_top (image, previous_box);
  TbRect plan_box;
  Ink plan;
  double plan_top;

  cairo_surface_destroy (image);
  image = draw (TB_CHART_PLAN, style, "revenue", &revenue);
  g_assert_true (tb_scene_find_datum (revenue, (TbDatum) { 0, 12 }, &plan_box));
  plan_box = get_seen (plan_box, find_rect (revenue, 0, 0));
  plan = measure (image, plan_box);
  plan_top = measure_top (image, plan_box);
  cairo_surface_destroy (image);

  g_test_message ("actual %.2f; forecast %.2f; previous %.2f, edge %.2f, top %.2f; plan %.2f, edge %.2f, top %.2f",
                  actual.inside, forecast.inside, previous.inside, previous.edge, previous_top, plan.inside, plan.edge,
                  plan_top);
  g_assert_cmpfloat (actual.inside, >, 0.99);
  g_assert_cmpfloat (forecast.inside, >, 0.1);
  g_assert_cmpfloat (forecast.inside, <, 0.6);
  /* Last year's: no sides, an end; the plan: sides and an end; neither is filled. */
  g_assert_cmpfloat (previous.inside, <, 0.02);
  g_assert_cmpfloat (previous.edge, <, 0.02);
  g_assert_cmpfloat (previous_top, >, 0.98);
  g_assert_cmpfloat (plan.inside, <, 0.05);
  g_assert_cmpfloat (plan.edge, >, 0.98);
  g_assert_cmpfloat (plan_top, >, 0.98);
}

/* N-4: a rise stands on its line and a fall hangs from it; that of a forecast is
 * hatched. */
static void
test_variances (gconstpointer data)
{
  g_autoptr (TbScene) scene = NULL;
  cairo_surface_t *image = draw (TB_CHART_PREVIOUS_YEAR, (TbStyle) GPOINTER_TO_INT (data), "sales", &scene);
  TbRect rise = find_rect (scene, 4, 1);
  TbRect fall = find_rect (scene, 6, 1);
  TbRect expected = find_rect (scene, 11, 1);
  double ink_of_rise = measure_within (image, rise, 1.2).inside;
  double ink_of_fall = measure_within (image, fall, 0.8).inside;
  double ink_of_forecast = measure_within (image, expected, 2).inside;

  cairo_surface_destroy (image);
  g_test_message ("rise %.2f, fall %.2f, forecast %.2f", ink_of_rise, ink_of_fall, ink_of_forecast);
  g_assert_cmpfloat_with_epsilon (rise.y + rise.height, fall.y, 0.01);
  g_assert_cmpfloat (ink_of_rise, >, 0.95);
  g_assert_cmpfloat (ink_of_fall, >, 0.9);
  g_assert_cmpfloat (ink_of_forecast, <, 0.7);
  g_assert_cmpfloat (ink_of_forecast, >, 0.05);
}

static void
add (const char   *name,
     GTestDataFunc test)
{
  static const struct
  {
    const char *name;
    TbStyle     style;
  } styles[] = { { "light", TB_STYLE_LIGHT }, { "print", TB_STYLE_PRINT },
                 { "high-contrast", TB_STYLE_HIGH_CONTRAST } };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/one-bit/%s/%s", name, styles[i].name);

      g_test_add_data_func (path, GINT_TO_POINTER (styles[i].style), test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("scenarios", test_scenarios);
  add ("N-1", test_references);
  add ("N-4", test_variances);

  return g_test_run ();
}
