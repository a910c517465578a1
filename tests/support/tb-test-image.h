/* Compares images.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What two renderings of one figure may differ by. */
typedef struct
{
  int    same;        /* channel differences up to this do not count */
  int    most;        /* none may be larger; 255: any */
  double share_pct;   /* pixels that may differ by more than @same */
} TbTestImageTolerance;

/* Two runs of one painter; and two painters whose antialiasing differs. */
#define TB_TEST_IMAGE_GOLDEN ((TbTestImageTolerance) { 2, 8, 0.5 })

/* Libraries and fonts of the goldens are pinned; where others are here, skips
 * the test with the reason and returns FALSE. */
gboolean          tb_test_image_is_pinned      (void);
/* Reads a PNG; fails the test where it is none. */
cairo_surface_t  *tb_test_image_load           (GBytes               *png) G_GNUC_WARN_UNUSED_RESULT;
/* Fails where the images differ by more than @tolerance, and writes @name-out.png
 * and @name-diff.png into the output folder. */
gboolean          tb_test_image_compare        (const char           *name,
                                                GBytes               *expected,
                                                GBytes               *actual,
                                                TbTestImageTolerance  tolerance);
/* Against tests/golden/png/@name.png; TB_UPDATE_GOLDEN=1 writes it. */
void              tb_test_image_compare_golden (const char           *name,
                                                GBytes               *actual);
/* 0…255 of a pixel, x and y from the top left. */
void              tb_test_image_get_pixel      (cairo_surface_t      *image,
                                                int                   x,
                                                int                   y,
                                                int                  *out_rgb);

G_END_DECLS
