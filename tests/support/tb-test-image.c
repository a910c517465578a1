/* Compares images.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-image.h"

#include "tb-measure-pango.h"
#include "tb-test-golden.h"

#include <math.h>
#include <pango/pango.h>
#include <string.h>

/* The machine that the goldens were made on: Debian 13. The width tells the font
 * files apart: 100 px of Noto Sans CJK SC, release 2.004. */
#define PINNED_CAIRO CAIRO_VERSION_ENCODE (1, 18, 0)
#define PINNED_PANGO PANGO_VERSION_ENCODE (1, 56, 0)
#define PINNED_TEXT "Qingdao 2021年新增5G基站0.35万个 AVfi"
#define PINNED_WIDTH 1858.80

gboolean
tb_test_image_is_pinned (void)
{
  TbTextMeasure *measure;
  const TbFont font = { "Noto Sans CJK SC", 100, TB_WEIGHT_REGULAR };
  double width;

  if (cairo_version () / 100 != PINNED_CAIRO / 100 ||
      pango_version () / 100 != PINNED_PANGO / 100)
    {
      g_test_skip_printf ("image goldens are of Cairo 1.18 and Pango 1.56, here are %s and %s",
                          cairo_version_string (), pango_version_string ());
      return FALSE;
    }
  measure = tb_measure_pango_new ("zh-CN");
  width = measure->measure (measure, &font, PINNED_TEXT).width;
  tb_measure_pango_free (measure);
  if (fabs (width - PINNED_WIDTH) > 0.1)
    {
      g_test_skip_printf ("image goldens are of another release of Noto Sans CJK SC (width %.2f, here %.2f)",
                          PINNED_WIDTH, width);
      return FALSE;
    }

  return TRUE;
}

typedef struct
{
  const guchar *data;
  gsize         left;
} Source;

static cairo_status_t
read_cb (void          *data,
         unsigned char *bytes,
         unsigned int   length)
{
  Source *source = data;

  if (source->left < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, source->data, length);
  source->data += length;
  source->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *
tb_test_image_load (GBytes *png)
{
  Source source = { g_bytes_get_data (png, NULL), g_bytes_get_size (png) };
  cairo_surface_t *image = cairo_image_surface_create_from_png_stream (read_cb, &source);

  g_assert_cmpstr (cairo_status_to_string (cairo_surface_status (image)), ==,
                   cairo_status_to_string (CAIRO_STATUS_SUCCESS));

  return image;
}

void
tb_test_image_get_pixel (cairo_surface_t *image,
                         int              x,
                         int              y,
                         int             *out_rgb)
{
  const guint8 *row = cairo_image_surface_get_data (image) + (gsize) y * (gsize) cairo_image_surface_get_stride (image);
  guint32 pixel;

  g_assert_cmpint (x, <, cairo_image_surface_get_width (image));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (image));
  memcpy (&pixel, row + (gsize) x * 4, sizeof pixel);
  out_rgb[0] = (pixel >> 16) & 0xFF;
  out_rgb[1] = (pixel >> 8) & 0xFF;
  out_rgb[2] = pixel & 0xFF;
}

static int
get_difference (cairo_surface_t *a,
                cairo_surface_t *b,
                int              x,
                int              y)
{
  int rgb_a[3];
  int rgb_b[3];
  int largest = 0;

  tb_test_image_get_pixel (a, x, y, rgb_a);
  tb_test_image_get_pixel (b, x, y, rgb_b);
  for (int i = 0; i < 3; i++)
    largest = MAX (largest, ABS (rgb_a[i] - rgb_b[i]));

  return largest;
}

static void
save (const char      *name,
      const char      *suffix,
      cairo_surface_t *image)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = tb_test_output_dup_path (file);

  cairo_surface_write_to_png (image, path);
  g_test_message ("Wrote %s", path);
}

/* Differences in red on the pale expected image. */
static void
save_difference (const char      *name,
                 cairo_surface_t *expected,
                 cairo_surface_t *actual,
                 int              same)
{
  int width = cairo_image_surface_get_width (expected);
  int height = cairo_image_surface_get_height (expected);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, expected, 0, 0);
  cairo_paint_with_alpha (cr, 0.3);
  cairo_set_source_rgb (cr, 0.9, 0, 0);
  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          if (get_difference (expected, actual, x, y) > same)
            cairo_rectangle (cr, x, y, 1, 1);
        }
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  save (name, "-diff.png", image);
  cairo_surface_destroy (image);
}

static gboolean
is_same_size (cairo_surface_t *a,
              cairo_surface_t *b)
{
  return cairo_image_surface_get_width (a) == cairo_image_surface_get_width (b) &&
         cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b);
}

static gboolean
compare_surfaces (const char           *name,
                  cairo_surface_t      *expected,
                  cairo_surface_t      *actual,
                  TbTestImageTolerance  tolerance)
{
  int width = cairo_image_surface_get_width (expected);
  int height = cairo_image_surface_get_height (expected);
  guint n_different = 0;
  int largest = 0;
  double share_pct;

  if (!is_same_size (expected, actual))
    {
      save (name, "-out.png", actual);
      g_test_fail_printf ("%s: %d × %d px expected, %d × %d found", name, width, height,
                          cairo_image_surface_get_width (actual), cairo_image_surface_get_height (actual));
      return FALSE;
    }
  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          int difference = get_difference (expected, actual, x, y);

          largest = MAX (largest, difference);
          n_different += difference > tolerance.same;
        }
    }
  share_pct = 100.0 * n_different / ((double) width * height);
  g_test_message ("%s: largest difference %d, %.3f %% of pixels differ by more than %d", name, largest, share_pct,
                  tolerance.same);
  if (largest <= tolerance.most && share_pct <= tolerance.share_pct)
    return TRUE;

  save (name, "-out.png", actual);
  save_difference (name, expected, actual, tolerance.same);
  g_test_fail_printf ("%s: largest difference %d (allowed %d), %.3f %% of pixels differ (allowed %.3f)", name, largest,
                      tolerance.most, share_pct, tolerance.share_pct);

  return FALSE;
}

gboolean
tb_test_image_compare (const char           *name,
                       GBytes               *expected,
                       GBytes               *actual,
                       TbTestImageTolerance  tolerance)
{
  cairo_surface_t *a = tb_test_image_load (expected);
  cairo_surface_t *b = tb_test_image_load (actual);
  gboolean is_close = compare_surfaces (name, a, b, tolerance);

  cairo_surface_destroy (a);
  cairo_surface_destroy (b);

  return is_close;
}

void
tb_test_image_compare_golden (const char *name,
                              GBytes     *actual)
{
  g_autofree char *file = g_strdup_printf ("png/%s.png", name);
  g_autofree char *path = tb_test_golden_dup_path (file);
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  if (tb_test_golden_is_update ())
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
      g_file_set_contents (path, g_bytes_get_data (actual, NULL), (gssize) g_bytes_get_size (actual), &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  expected = g_bytes_new_take (data, length);
  tb_test_image_compare (name, expected, actual, TB_TEST_IMAGE_GOLDEN);
}
