/* The small drawing of a row's figures in the comparison table (C15).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_GRID_TREND_PX 84

/* Its ink alone, to be drawn in the colour of text; NULL where there is no course
 * to draw. @i: which series of the selection; @out_words: what is drawn, where something is. */
GdkTexture *tb_grid_trend_new      (GtkWidget         *widget,
                                    const TbSelection *selection,
                                    gsize              i,
                                    TbLanguage         language,
                                    char             **out_words) G_GNUC_WARN_UNUSED_RESULT;
void        tb_grid_trend_snapshot (GdkTexture        *trend,
                                    GtkWidget         *widget,
                                    GtkSnapshot       *snapshot);

G_END_DECLS
