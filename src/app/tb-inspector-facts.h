/* What the inspector may offer for the figures that are shown, found in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-renderer.h"

G_BEGIN_DECLS

/**
 * TbInspectorPeriod:
 * @period: of figures
 * @reason: (nullable): why no figure of it may be compared with the current one
 * @remark: (nullable): what it is to the current period: "same period a year earlier"
 * @is_proposed: the rules propose it
 */
typedef struct
{
  TbPeriod  period;
  char     *reason;
  char     *remark;
  gboolean  is_proposed;
} TbInspectorPeriod;

/* An indicator that the figures can be divided by. */
typedef struct
{
  char *id;
  char *name;
} TbInspectorPopulation;

/**
 * TbInspectorFacts:
 * @picture: the figure
 * @source: (nullable): the figures before anything is computed, of all time and kinds
 * @type_misfits: by type: why it does not fit; %NULL where it does
 * @step_misfits: by step, in place of what is there of its group
 * @needs_discrete: by step: it fits where single periods are taken first
 * @is_yearly: the figures are of years: on a year earlier is on the period before
 * @kinds: mask of 1 << TbKind of the figures there are
 * @periods: (element-type TbPeriod): of @source's observed figures, latest first
 * @shown: the same of the figures that are shown
 * @targets: (element-type TbPeriod): of targets and plans, latest first
 * @bases: (element-type TbInspectorPeriod): what the current period can be compared
 *   with, proposals first, then the latest first
 * @populations: (element-type TbInspectorPopulation): what figures per head can be of
 * @wording: the texts that are made from the data; empty where the type does not fit
 *
 * Immutable, atomically ref-counted. Reasons are in the session's language.
 */
typedef struct
{
  TbChartPicture *picture;
  TbSelection    *source;
  char           *type_misfits[TB_N_CHART_TYPES];
  char           *step_misfits[TB_N_TRANSFORMS];
  gboolean        needs_discrete[TB_N_TRANSFORMS];
  gboolean        is_yearly;
  guint           kinds;
  GArray         *periods;
  GArray         *shown;
  GArray         *targets;
  GArray         *bases;
  GArray         *populations;
  TbChartWording  wording;
} TbInspectorFacts;

TbInspectorFacts *tb_inspector_facts_ref    (TbInspectorFacts    *self);
void              tb_inspector_facts_unref  (TbInspectorFacts    *self);
/* @before: nullable: of the figure before, from which is taken what still holds. */
void              tb_inspector_facts_start  (TbDataset           *dataset,
                                             TbChartPicture      *picture,
                                             TbInspectorFacts    *before,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
/* NULL: cancelled. */
TbInspectorFacts *tb_inspector_facts_finish (GAsyncResult        *result) G_GNUC_WARN_UNUSED_RESULT;
/* A reason as a sentence for a row: without the rule's code, with a capital letter. */
char             *tb_inspector_dup_reason   (const char          *reason) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbInspectorFacts, tb_inspector_facts_unref)

G_END_DECLS
