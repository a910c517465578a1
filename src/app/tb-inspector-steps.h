/* The steps of a chart as the inspector groups them: of each group one at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-group.h"

G_BEGIN_DECLS

/* In place of a kind: the figures as they are. */
#define TB_NO_STEP (-1)

/* In the order of F-1. */
typedef enum
{
  TB_STEP_PERIODS,    /* single or running, by quarter, half-year or year */
  TB_STEP_PER_HEAD,
  TB_STEP_MEASURE,    /* change, index, share … */
  TB_STEP_SMOOTHING,
} TbStepGroup;

TbStepGroup       tb_step_get_group (TbTransformKind          kind);
/* The one of a group that decides; NULL: none. Single periods that quarters are
 * made of are part of those. */
const TbChartOperation *
                  tb_steps_find     (const TbChartSpecFields *fields,
                                     TbStepGroup              group);
/* The steps with those of a group replaced by @n others, their texts borrowed from
 * both. Free the array with g_free(). */
TbChartOperation *tb_steps_replace  (const TbChartSpecFields *fields,
                                     TbStepGroup              group,
                                     const TbChartOperation  *others,
                                     gsize                    n,
                                     gsize                   *out_n) G_GNUC_WARN_UNUSED_RESULT;

/* The same, of what the user set up. @n 0: none of the group. */
void              tb_steps_set      (TbInspectorGroup        *self,
                                     TbStepGroup              group,
                                     const TbChartOperation  *steps,
                                     gsize                    n);
const TbChartOperation *
                  tb_steps_get      (TbInspectorGroup        *self,
                                     TbStepGroup              group);
/* Another argument of the one that decides. */
void              tb_steps_change   (TbInspectorGroup        *self,
                                     const TbChartOperation  *step,
                                     const char              *tag);
/* "Change on a year earlier in percent", "As published". */
char             *tb_step_dup_title (int                      kind,
                                     TbLanguage               language) G_GNUC_WARN_UNUSED_RESULT;
/* Why a step does not fit; NULL: it does, or that is not known. */
const char       *tb_step_get_misfit (int                     kind,
                                      const TbInspectorFacts *facts);

G_END_DECLS
