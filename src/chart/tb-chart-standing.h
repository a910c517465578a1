/* How the figures of a chart stand to its targets, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

/* NULL where there is no figure to measure the target by. */
char      *tb_chart_dup_standing     (const TbDataset *dataset,
                                      TbFigure         target,
                                      TbDay            known,
                                      TbReference      reference,
                                      TbLanguage       language,
                                      TbFigure        *out_actual,
                                      gboolean        *out_refused) G_GNUC_WARN_UNUSED_RESULT;
/* Sentences, a target each; none of a chart of several series. */
GPtrArray *tb_figures_list_standings (const TbFigures *self,
                                      guint            most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
