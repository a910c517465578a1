/* What a ranking ranks, and the figure of the whole beside it (C12).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"

G_BEGIN_DECLS

/**
 * TbRanking:
 * @figures: the tracks are what is ranked
 * @line: (nullable): a rate or an average of the place that contains the others: it
 *   belongs among theirs as a line, not as one of them
 * @line_text: what it is: "China 61.2"
 * @whole: its track, taken out of @figures
 *
 * The content of a ranking.
 */
typedef struct
{
  TbFigures          *figures;
  const TbChartPoint *line;
  const char         *line_text;
  TbTrack             whole;
} TbRanking;

void tb_layout_bar (TbCanvas           *canvas,
                    const TbChartFrame *frame,
                    const TbRanking    *ranking);

G_END_DECLS
