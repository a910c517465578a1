/* What becomes of a chart's decorations: which figures they stand at and what they say,
 * or why they are refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"

G_BEGIN_DECLS

/**
 * TbPlannedDecoration:
 * @decoration: what was asked for
 * @series: of the selection; −1: of none
 * @from, @to: the figures it stands at; TB_NO_DATUM: none
 * @start, @end: of a shaded span, months
 * @low, @high: of a line the value, or the ends of a band
 * @dashed: of a target that does not bind
 * @text: (nullable): what it says
 */
typedef struct
{
  const TbDecoration *decoration;
  int      series;
  TbDatum  from, to;
  double   start, end;
  double   low, high;
  gboolean dashed;
  char    *text;
} TbPlannedDecoration;

/**
 * TbDecorationPlan:
 * @items: of TbPlannedDecoration, without those that are refused
 * @n_refused: that a rule forbids, or whose figures there are not
 * @description: sentences for the alternative text
 * @stressed: (element-type TbDatum): what stands out (D-6): a figure, or with row −1 a series
 * @reasons: for each that was asked for, in their order, why it is not drawn, with its
 *   kind and words: no sentence; %NULL where it is drawn
 *
 * Decorations after the rules of comparison had their say. What is refused, and what
 * the type of chart has no place for, is told in the notes of the figures.
 */
typedef struct
{
  GArray  *items;
  guint    n_refused;
  GString *description;
  GArray  *stressed;
  GPtrArray *reasons;
} TbDecorationPlan;

/* NULL where nothing is asked for. */
TbDecorationPlan *tb_decoration_plan_new  (TbFigures               *figures,
                                           const TbChartSpecFields *spec) G_GNUC_WARN_UNUSED_RESULT;
void              tb_decoration_plan_free (TbDecorationPlan        *self);
/* Whether a figure, or with row −1 a series, is quieter for another's sake (D-6). */
gboolean          tb_decoration_plan_is_quiet (const TbDecorationPlan *self,
                                           TbDatum                  datum);
/* Marks where an editor says that a new definition begins (D-5), before notes are
 * written. */
void              tb_decorations_apply_breaks (TbFigures           *figures,
                                           const TbChartSpecFields *spec);
/* An editor's words at a break; NULL: none. */
const char       *tb_decorations_find_break_words (const TbFigures     *figures,
                                           const TbChartSpecFields *spec,
                                           gsize                    track,
                                           gsize                    point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbDecorationPlan, tb_decoration_plan_free)

G_END_DECLS
