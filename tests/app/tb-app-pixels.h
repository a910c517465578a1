/* What a window draws, as pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tb-palette.h"

G_BEGIN_DECLS

/* R8G8B8A8, row by row, @scale times as many each way as it has on the screen. */
guint32 *tb_app_pixels_render (GtkWidget *native,
                               int        scale,
                               int       *out_width,
                               int       *out_height) G_GNUC_WARN_UNUSED_RESULT;
TbColor  tb_app_pixels_color  (guint32    pixel);

G_END_DECLS
