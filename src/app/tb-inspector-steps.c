/* The steps of a chart as the inspector groups them: of each group one at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-steps.h"

#include <glib/gi18n-lib.h>

TbStepGroup
tb_step_get_group (TbTransformKind kind)
{
  if (kind < TB_TRANSFORM_PER_CAPITA)
    return TB_STEP_PERIODS;
  if (kind == TB_TRANSFORM_PER_CAPITA)
    return TB_STEP_PER_HEAD;
  return kind < TB_TRANSFORM_MOVING_AVERAGE ? TB_STEP_MEASURE : TB_STEP_SMOOTHING;
}

/* Of several the one that is applied last. */
const TbChartOperation *
tb_steps_find (const TbChartSpecFields *fields,
               TbStepGroup              group)
{
  const TbChartOperation *found = NULL;

  for (gsize i = 0; i < fields->n_operations; i++)
    if (tb_step_get_group (fields->operations[i].kind) == group
        && (found == NULL || fields->operations[i].kind > found->kind))
      found = &fields->operations[i];
  return found;
}

TbChartOperation *
tb_steps_replace (const TbChartSpecFields *fields,
                  TbStepGroup              group,
                  const TbChartOperation  *others,
                  gsize                    n,
                  gsize                   *out_n)
{
  TbChartOperation *all = g_new0 (TbChartOperation, fields->n_operations + n + 1);
  gsize n_all = 0;

  for (gsize i = 0; i < fields->n_operations; i++)
    if (tb_step_get_group (fields->operations[i].kind) != group)
      all[n_all++] = fields->operations[i];
  for (gsize i = 0; i < n; i++)
    all[n_all++] = others[i];
  /* Last: it may be a member of @fields. */
  *out_n = n_all;
  return all;
}

void
tb_steps_set (TbInspectorGroup       *self,
              TbStepGroup             group,
              const TbChartOperation *steps,
              gsize                   n)
{
  TbChartSpecFields fields = tb_inspector_group_get_fields (self);
  g_autofree TbChartOperation *all = tb_steps_replace (&fields, group, steps, n, &fields.n_operations);

  fields.operations = all;
  tb_inspector_group_change (self, &fields, NULL);
}

const TbChartOperation *
tb_steps_get (TbInspectorGroup *self,
              TbStepGroup       group)
{
  return tb_steps_find (tb_session_get_fields (tb_inspector_group_get_session (self)), group);
}

void
tb_steps_change (TbInspectorGroup       *self,
                 const TbChartOperation *step,
                 const char             *tag)
{
  TbChartSpecFields fields = tb_inspector_group_get_fields (self);
  g_autofree TbChartOperation *all = g_memdup2 (fields.operations, fields.n_operations * sizeof *all);
  const TbChartOperation *before = tb_steps_get (self, tb_step_get_group (step->kind));

  if (before == NULL)
    return;
  all[before - fields.operations] = *step;
  fields.operations = all;
  tb_inspector_group_change (self, &fields, tag);
}

char *
tb_step_dup_title (int        kind,
                   TbLanguage language)
{
  char *title;

  if (kind == TB_NO_STEP)
    return g_strdup (_("As published"));
  title = g_strdup (tb_transform_get_title ((TbTransformKind) kind, language));
  title[0] = g_ascii_toupper (title[0]);
  return title;
}

const char *
tb_step_get_misfit (int                     kind,
                    const TbInspectorFacts *facts)
{
  return facts != NULL && kind != TB_NO_STEP ? facts->step_misfits[kind] : NULL;
}
