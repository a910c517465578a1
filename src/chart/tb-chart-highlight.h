/* What an editor has made stand out (D-6).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"

G_BEGIN_DECLS

/* Whether a series is highlighted as a whole. */
gboolean tb_chart_spec_highlights     (const TbChartSpecFields *spec,
                                       const TbFigures         *figures,
                                       const TbTrack           *track);

G_END_DECLS
