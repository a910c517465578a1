/* Paints a scene with Cairo: on the screen, into PNG and PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paints into the current transformation, logical px. Thread: any, one at a time
 * for one context. */
void  tb_paint_cairo  (const TbScene *scene,
                       cairo_t       *cr);

G_END_DECLS
