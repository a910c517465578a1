/* Tests that a real chart keeps its kinds of figures apart in black and white.
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

static Ink
measure (cairo_surface_t *image,
         TbRect           box)
{
  const double margin = 5;
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/one-bit/light", GINT_TO_POINTER (TB_STYLE_LIGHT), test_scenarios);
  g_test_add_data_func ("/one-bit/print", GINT_TO_POINTER (TB_STYLE_PRINT), test_scenarios);
  g_test_add_data_func ("/one-bit/high-contrast", GINT_TO_POINTER (TB_STYLE_HIGH_CONTRAST), test_scenarios);

  return g_test_run ();
}
