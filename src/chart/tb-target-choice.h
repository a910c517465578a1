/* Which target of a series is shown, the figure that it is measured by, and how
 * that stands to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"
#include "tb-standing.h"

G_BEGIN_DECLS

/**
 * TbTargetChoice:
 * @target: series %NULL: the series has none in numbers
 * @actual: series %NULL: no figure measures it
 * @standing: of the two
 * @refused: the rules keep the two apart, or the figure is of before the target's time
 * @pending: nothing is said only because the target is not due and has no path
 */
typedef struct
{
  TbFigure   target;
  TbFigure   actual;
  TbStanding standing;
  gboolean   refused;
  gboolean   pending;
} TbTargetChoice;

/* Of the targets of a track the one that runs and is due first, else the one that
 * ended last, that a figure can be set against; of @spec's current period if that
 * is given. No allocation but for what is returned. */
TbTargetChoice tb_target_choose         (const TbFigures         *figures,
                                         const TbTrack           *track,
                                         const TbChartSpecFields *spec);
/* Where a figure is in the selection; TB_NO_DATUM where it is not. */
TbDatum        tb_figures_find_datum    (const TbFigures         *figures,
                                         TbFigure                 figure);
/* Leaves of a track only those points that @take takes. */
void           tb_track_keep_points     (TbTrack                 *track,
                                         gboolean               (*take) (const TbTrack      *track,
                                                                         const TbChartPoint *point,
                                                                         gconstpointer       data),
                                         gconstpointer            data);
/* Why the two are not set against each other, of a refused choice. */
char          *tb_target_dup_refusal    (const TbTargetChoice    *self,
                                         TbLanguage               language) G_GNUC_WARN_UNUSED_RESULT;
/* The targets of a track beside @self's: "≥96 (end 2024) and ≥97 (end 2025)"; NULL: none. */
char          *tb_target_dup_others     (const TbTargetChoice    *self,
                                         const TbFigures         *figures,
                                         const TbTrack           *track,
                                         guint                   *out_n) G_GNUC_WARN_UNUSED_RESULT;
/* Good, bad or neither (N-4); a target of no direction has neither. */
TbInk          tb_target_get_ink        (const TbStanding        *standing);

G_END_DECLS
