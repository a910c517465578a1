/* What is painted on pixels: sharp edges, print in one colour, image goldens.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export.h"
#include "tb-measure-pango.h"
#include "tb-paint-cairo.h"
#include "tb-test-image.h"
#include "tb-test-scene.h"

#include <math.h>

static const TbPaint thin = { .stroke_color = { 0, 0, 0, 1 }, .stroke_width = 1 };
static const TbPaint black = { .fill = TB_FILL_SOLID, .fill_color = { 0, 0, 0, 1 } };

static int
get_gray (cairo_surface_t *image,
          int              x,
          int              y)
{
  int rgb[3];

  tb_test_image_get_pixel (image, x, y, rgb);

  return rgb[0];
}

static cairo_surface_t *
paint (TbSceneBuilder *builder,
       double          dpi)
{
  const TbExportOptions options = { .dpi = dpi };
  g_autoptr (TbScene) scene = tb_scene_builder_finish (builder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = tb_export_to_png (scene, &options, &error);

  g_assert_no_error (error);

  return tb_test_image_load (png);
}

static TbSceneBuilder *
new_builder (void)
{
  const TbSceneInfo info = { .width = 60, .height = 40, .background = { 1, 1, 1, 1 } };

  return tb_scene_builder_new (&info);
}

/* A thin line has as many rows as its width tells, all black or white, wherever it lies. */
static void
test_thin_lines (void)
{
  static const struct { double y; double width; double dpi; int n_rows; } rows[] = {
    { 10, 1, 96, 1 }, { 10.3, 1, 96, 1 }, { 10.5, 1, 96, 1 }, { 10.99, 1, 96, 1 }, { 10.3, 2, 96, 2 },
    { 10.3, 0.25, 96, 1 }, { 10.3, 1, 192, 2 }, { 10.4, 1, 300, 3 }, { 10.4, 1.5, 300, 5 }, { 10.7, 0.5, 120, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (int is_vertical = 0; is_vertical < 2; is_vertical++)
        {
          TbSceneBuilder *builder = new_builder ();
          TbPaint line = thin;
          cairo_surface_t *image;
          int n_black = 0;
          double middle = 0;

          line.stroke_width = rows[i].width;
          if (is_vertical)
            tb_scene_builder_line (builder, rows[i].y, 0, rows[i].y, 40, &line, TB_NO_DATUM);
          else
            tb_scene_builder_line (builder, 0, rows[i].y, 60, rows[i].y, &line, TB_NO_DATUM);
          image = paint (builder, rows[i].dpi);
          for (int j = 0; j < 30 * rows[i].dpi / 96; j++)
            {
              int gray = is_vertical ? get_gray (image, j, 20) : get_gray (image, 20, j);

              g_assert_true (gray == 0 || gray == 255);
              n_black += gray == 0;
              middle += gray == 0 ? j + 0.5 : 0;
            }
          cairo_surface_destroy (image);
          g_assert_cmpint (n_black, ==, rows[i].n_rows);
          /* It was moved by half a pixel at most. */
          g_assert_cmpfloat (fabs (middle / n_black - rows[i].y * rows[i].dpi / 96), <=, 0.5 + 1e-9);
        }
    }
}

/* Bars that touch leave no seam, and their edges are sharp. */
static void
test_bars_meet (void)
{
  static const double resolutions[] = { 96, 110, 150, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (resolutions); i++)
    {
      TbSceneBuilder *builder = new_builder ();
      cairo_surface_t *image;
      int n_edges = 0;

      for (int j = 0; j < 5; j++)
        tb_scene_builder_rect (builder, (TbRect) { 10.3 + j * 7.37, 5.5, 7.37, 20.2 }, &black, TB_NO_DATUM);
      image = paint (builder, resolutions[i]);
      for (int x = 1; x < cairo_image_surface_get_width (image); x++)
        {
          int here = get_gray (image, x, (int) (15 * resolutions[i] / 96));

          g_assert_true (here == 0 || here == 255);
          n_edges += here != get_gray (image, x - 1, (int) (15 * resolutions[i] / 96));
        }
      cairo_surface_destroy (image);
      g_assert_cmpint (n_edges, ==, 2);
    }
}

/* A bar of a very small figure is still seen; one of zero is not. */
static void
test_small_bars (void)
{
  TbSceneBuilder *builder = new_builder ();
  cairo_surface_t *image;
  int n_small = 0;
  int n_zero = 0;

  tb_scene_builder_rect (builder, (TbRect) { 5, 19.9, 10, 0.05 }, &black, TB_NO_DATUM);
  tb_scene_builder_rect (builder, (TbRect) { 25, 20, 10, 0 }, &black, TB_NO_DATUM);
  image = paint (builder, 96);
  for (int y = 0; y < 40; y++)
    {
      n_small += get_gray (image, 10, y) == 0;
      n_zero += get_gray (image, 30, y) == 0;
    }
  cairo_surface_destroy (image);
  g_assert_cmpint (n_small, ==, 1);
  g_assert_cmpint (n_zero, ==, 0);
}

/* An outline is as sharp as a fill. */
static void
test_outlines (void)
{
  TbSceneBuilder *builder = new_builder ();
  cairo_surface_t *image;

  tb_scene_builder_rect (builder, (TbRect) { 10.4, 10.6, 20.3, 15.2 }, &thin, TB_NO_DATUM);
  image = paint (builder, 96);
  for (int y = 0; y < 40; y++)
    {
      for (int x = 0; x < 60; x++)
        g_assert_true (get_gray (image, x, y) == 0 || get_gray (image, x, y) == 255);
    }
  cairo_surface_destroy (image);
}

/* Painting leaves the context as it was, and cares for where the figure lies on it. */
static void
test_context (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (image);
  TbSceneBuilder *builder = new_builder ();
  g_autoptr (TbScene) scene = NULL;
  cairo_matrix_t before, after;
  int n_black = 0;

  tb_scene_builder_line (builder, 0, 10, 60, 10, &thin, TB_NO_DATUM);
  scene = tb_scene_builder_finish (builder);
  cairo_translate (cr, 7.3, 9.25);
  cairo_get_matrix (cr, &before);
  tb_paint_cairo (scene, cr);
  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_false (cairo_has_current_point (cr));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  for (int y = 12; y < 40; y++)
    {
      g_assert_true (get_gray (image, 30, y) == 0 || get_gray (image, 30, y) == 255);
      n_black += get_gray (image, 30, y) == 0;
    }
  g_assert_cmpint (n_black, ==, 1);
  cairo_surface_destroy (image);
}

/* Ordered dithering with the 8 × 8 matrix of Bayer (1973), as printers of one colour do it. */
static gboolean
is_ink (cairo_surface_t *image,
        int              x,
        int              y)
{
  int level = 0;

  for (int bit = 0; bit < 3; bit++)
    level = level << 2 | (((x >> bit ^ y >> bit) & 1) << 1) | (y >> bit & 1);

  return get_gray (image, x, y) < (level + 0.5) * 4;
}

typedef struct
{
  double share;      /* of ink */
  int    black_run;  /* the longest in a row of the middle */
  int    white_run;
} Texture;

static Texture
get_texture (cairo_surface_t *image,
             double           scale,
             int              bar)
{
  int x1 = (int) (((2 * bar + 1) * TB_TEST_BAR_PX + 3) * scale);
  int x2 = (int) (((2 * bar + 2) * TB_TEST_BAR_PX - 3) * scale);
  int y1 = (int) (20 * scale);
  int y2 = (int) (100 * scale);
  Texture texture = { 0 };

  for (int y = y1; y < y2; y++)
    {
      int run = 0;

      for (int x = x1; x < x2; x++)
        {
          gboolean ink = is_ink (image, x, y);

          texture.share += ink;
          run = x > x1 && ink == is_ink (image, x - 1, y) ? run + 1 : 1;
          if (ink)
            texture.black_run = MAX (texture.black_run, run);
          else
            texture.white_run = MAX (texture.white_run, run);
        }
    }
  texture.share /= (x2 - x1) * (y2 - y1);

  return texture;
}

/* Solid, lighter, outlined and hatched stay apart on a printer of one colour (semantics N-1). */
static void
test_one_bit_print (void)
{
  static const double resolutions[] = { 300, 600 };

  for (gsize i = 0; i < G_N_ELEMENTS (resolutions); i++)
    {
      const TbExportOptions options = { .dpi = resolutions[i] };
      double scale = resolutions[i] / 96;
      g_autoptr (TbScene) scene = tb_test_scene_scenarios ();
      g_autoptr (GBytes) png = tb_export_to_png (scene, &options, NULL);
      cairo_surface_t *image = tb_test_image_load (png);
      Texture solid = get_texture (image, scale, 0);
      Texture light = get_texture (image, scale, 1);
      Texture outlined = get_texture (image, scale, 2);
      Texture hatched = get_texture (image, scale, 3);

      g_assert_cmpfloat (solid.share, >, 0.8);
      /* Grey is a fine grain: no line of it is as wide as one of the hatch. */
      g_assert_cmpfloat (light.share, >, 0.1);
      g_assert_cmpfloat (light.share, <, 0.6);
      g_assert_cmpint (light.black_run, <=, 2);
      g_assert_cmpfloat (outlined.share, ==, 0);
      g_assert_true (is_ink (image, (int) round (5 * TB_TEST_BAR_PX * scale), (int) (60 * scale)));
      /* Stripes of ink and of paper, both wide enough to be seen. */
      g_assert_cmpfloat (hatched.share, >, 0.2);
      g_assert_cmpfloat (hatched.share, <, 0.5);
      g_assert_cmpint (hatched.black_run, >=, 4);
      g_assert_cmpint (hatched.white_run, >=, 8);
      cairo_surface_destroy (image);
    }
}

static void
compare_mixed (const char *name,
               gboolean    dark,
               double      dpi)
{
  const TbExportOptions options = { .dpi = dpi };
  TbTextMeasure *measure;
  g_autoptr (TbScene) scene = NULL;
  g_autoptr (GBytes) png = NULL;

  if (!tb_test_image_is_pinned ())
    return;
  measure = tb_measure_pango_new ("zh-CN");
  scene = tb_test_scene_mixed (measure, dark);
  tb_measure_pango_free (measure);
  png = tb_export_to_png (scene, &options, NULL);
  tb_test_image_compare_golden (name, png);
}

static void
test_golden_light (void)
{
  compare_mixed ("mixed-light-96", FALSE, 96);
}

static void
test_golden_dark (void)
{
  compare_mixed ("mixed-dark-150", TRUE, 150);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/pixels/thin-lines", test_thin_lines);
  g_test_add_func ("/pixels/bars-meet", test_bars_meet);
  g_test_add_func ("/pixels/small-bars", test_small_bars);
  g_test_add_func ("/pixels/outlines", test_outlines);
  g_test_add_func ("/pixels/context", test_context);
  g_test_add_func ("/pixels/one-bit-print", test_one_bit_print);
  g_test_add_func ("/pixels/golden/light", test_golden_light);
  g_test_add_func ("/pixels/golden/dark", test_golden_dark);

  return g_test_run ();
}
