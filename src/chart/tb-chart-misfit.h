/* Why a type of chart does not fit figures, in two steps around their reading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"

G_BEGIN_DECLS

/* NULL where nothing speaks against it yet. */
char *tb_chart_dup_misfit_of_selection (TbChartType        type,
                                        const TbSelection *selection,
                                        TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
char *tb_chart_dup_misfit_of_figures   (const TbFigures   *figures) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
