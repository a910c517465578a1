/* How the figures of a chart stand to its targets, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"
#include "tb-standing.h"

G_BEGIN_DECLS

/* "end 2022", "2021年上半年"; "" where undated. */
char      *tb_chart_dup_when         (TbFigure         figure,
                                      TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
/* NULL where there is no figure to measure the target by. */
char      *tb_chart_dup_standing     (const TbDataset *dataset,
                                      TbFigure         target,
                                      TbDay            known,
                                      TbReference      reference,
                                      TbLanguage       language,
                                      TbFigure        *out_actual,
                                      gboolean        *out_refused) G_GNUC_WARN_UNUSED_RESULT;
/* The target is for a time that begins after the figure's. */
gboolean   tb_chart_is_standing_of_before (TbFigure     target,
                                      TbFigure         actual);
/* Neither a word nor a number can be said of the two, or the figure is of before the
 * time that the target is for. */
gboolean   tb_chart_is_standing_refused (const TbStanding *standing,
                                      TbFigure         target,
                                      TbFigure         actual);
/* Sentences, a target each; none of a chart of several series. */
GPtrArray *tb_figures_list_standings (const TbFigures *self,
                                      guint            most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
