/* The pixels that a Cairo context paints on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-pixel-grid-private.h"

#include <cairo-pdf.h>
#include <math.h>

/**
 * tb_pixel_grid_init:
 * @self: (out caller-allocates): a grid
 * @cr: a context in whose current space logical px are
 *
 * Finds how logical px lie on the target's pixels. Vector targets have none,
 * and a turned space has none that lines could be aligned to.
 */
void
tb_pixel_grid_init (TbPixelGrid *self,
                    cairo_t     *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_surface_type_t type = cairo_surface_get_type (target);
  double device_x, device_y, offset_x, offset_y;
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &device_x, &device_y);
  cairo_surface_get_device_offset (target, &offset_x, &offset_y);
  self->scale_x = matrix.xx * device_x;
  self->scale_y = matrix.yy * device_y;
  self->x0 = matrix.x0 * device_x + offset_x;
  self->y0 = matrix.y0 * device_y + offset_y;
  self->active = type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_PS && type != CAIRO_SURFACE_TYPE_SVG &&
                 fabs (matrix.xy) < 1e-9 && fabs (matrix.yx) < 1e-9 && self->scale_x > 0 && self->scale_y > 0;
}

static double
snap (double value,
      double scale,
      double origin)
{
  return (round (value * scale + origin) - origin) / scale;
}

/* An extent on whole pixels; what is not empty keeps at least one. */
static void
snap_extent (double *start,
             double *length,
             double  scale,
             double  origin)
{
  double first = round (*start * scale + origin);
  double last = round ((*start + *length) * scale + origin);

  if (first >= last && *length > 0)
    {
      first = floor ((*start + *length / 2) * scale + origin);
      last = first + 1;
    }
  *start = (first - origin) / scale;
  *length = (last - first) / scale;
}

/**
 * tb_pixel_grid_snap_rect:
 * @self: a grid
 * @rect: logical px
 *
 * Returns: @rect with its edges between pixels, so that neighbours meet without
 *   a seam
 */
TbRect
tb_pixel_grid_snap_rect (const TbPixelGrid *self,
                         TbRect             rect)
{
  if (self->active)
    {
      snap_extent (&rect.x, &rect.width, self->scale_x, self->x0);
      snap_extent (&rect.y, &rect.height, self->scale_y, self->y0);
    }

  return rect;
}

/**
 * tb_pixel_grid_widen_rect:
 * @self: a grid
 * @rect: logical px
 *
 * Returns: the whole pixels that @rect touches
 */
TbRect
tb_pixel_grid_widen_rect (const TbPixelGrid *self,
                          TbRect             rect)
{
  double x1, y1, x2, y2;

  if (!self->active)
    return rect;
  x1 = (floor (rect.x * self->scale_x + self->x0) - self->x0) / self->scale_x;
  y1 = (floor (rect.y * self->scale_y + self->y0) - self->y0) / self->scale_y;
  x2 = (ceil ((rect.x + rect.width) * self->scale_x + self->x0) - self->x0) / self->scale_x;
  y2 = (ceil ((rect.y + rect.height) * self->scale_y + self->y0) - self->y0) / self->scale_y;

  return (TbRect) { x1, y1, x2 - x1, y2 - y1 };
}

/* The middle of a stroke of whole pixels: between pixels where their number is
 * even, inside of one where it is odd. */
static double
snap_center (double center,
             double n_pixels,
             double scale,
             double origin)
{
  double half = fmod (n_pixels, 2) / 2;

  return (round (center * scale + origin - half) + half - origin) / scale;
}

static double
count_pixels (double width,
              double scale)
{
  return MAX (1, round (width * scale));
}

/**
 * tb_pixel_grid_snap_outline:
 * @self: a grid
 * @rect: (inout): a rectangle with a stroke around it
 * @width: (inout): the stroke's width
 *
 * Moves the middle of the stroke so that its edges lie between pixels.
 */
void
tb_pixel_grid_snap_outline (const TbPixelGrid *self,
                            TbRect            *rect,
                            double            *width)
{
  double n = count_pixels (*width, self->scale_x);
  double x2 = rect->x + rect->width;
  double y2 = rect->y + rect->height;

  if (!self->active)
    return;
  rect->x = snap_center (rect->x, n, self->scale_x, self->x0);
  rect->y = snap_center (rect->y, n, self->scale_y, self->y0);
  rect->width = snap_center (x2, n, self->scale_x, self->x0) - rect->x;
  rect->height = snap_center (y2, n, self->scale_y, self->y0) - rect->y;
  *width = n / self->scale_x;
}

/**
 * tb_pixel_grid_snap_line:
 * @self: a grid
 * @x1: (inout): of the start
 * @y1: (inout): of the start
 * @x2: (inout): of the end
 * @y2: (inout): of the end
 * @width: (inout): the stroke's width
 *
 * Makes a horizontal or vertical line crisp; others are left as they are.
 */
void
tb_pixel_grid_snap_line (const TbPixelGrid *self,
                         double            *x1,
                         double            *y1,
                         double            *x2,
                         double            *y2,
                         double            *width)
{
  gboolean is_horizontal = fabs (*y2 - *y1) < 1e-6;
  gboolean is_vertical = fabs (*x2 - *x1) < 1e-6;

  if (!self->active || is_horizontal == is_vertical)
    return;
  if (is_horizontal)
    {
      double n = count_pixels (*width, self->scale_y);

      *x1 = snap (*x1, self->scale_x, self->x0);
      *x2 = snap (*x2, self->scale_x, self->x0);
      *y1 = *y2 = snap_center (*y1, n, self->scale_y, self->y0);
      *width = n / self->scale_y;
    }
  else
    {
      double n = count_pixels (*width, self->scale_x);

      *y1 = snap (*y1, self->scale_y, self->y0);
      *y2 = snap (*y2, self->scale_y, self->y0);
      *x1 = *x2 = snap_center (*x1, n, self->scale_x, self->x0);
      *width = n / self->scale_x;
    }
}
