/* Dragging over a chart and zooming by keys: which span is asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-renderer.h"

G_BEGIN_DECLS

/* Which way a key zooms: factor of the span shown, and its move in spans; factor 0:
 * out of all. FALSE: it does not zoom. */
gboolean  tb_figure_zoom_from_key (guint            key,
                                   GdkModifierType  state,
                                   double          *out_factor,
                                   double          *out_shift);
/* The span that is asked for. FALSE: there is none. */
gboolean  tb_figure_zoom_find     (const TbChartPicture *picture,
                                   TbDatum               datum,
                                   double                factor,
                                   double                shift,
                                   TbPeriod             *out_from,
                                   TbPeriod             *out_to);

G_END_DECLS
