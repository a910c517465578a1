/* Why a type of chart does not fit figures.
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

/* What a decision between line and columns needs to know. */
typedef struct
{
  gsize    most_points;  /* actual figures of the longest series */
  gboolean joins;        /* two figures may be joined by a line */
} TbLineFacts;

TbLineFacts tb_figures_get_line_facts (const TbFigures *self);
/* How many series have a figure in the period that is ranked. */
gsize       tb_figures_count_ranked   (const TbFigures *self);
/* Tells why a type does not fit: the text is taken. */
void        tb_chart_take_misfit      (GError         **error,
                                       char            *misfit);

G_END_DECLS
