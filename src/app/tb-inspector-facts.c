/* What the inspector may offer for the figures that are shown, found in a thread.
 *
 * The reasons are those of the engine: a step is asked for as the chart would take
 * it, a period is compared as the rules of comparison do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-facts.h"

#include "tb-inspector-periods.h"
#include "tb-inspector-steps.h"

#include <string.h>

/* More would be no list to choose from. */
#define MOST_POPULATIONS 200

typedef struct
{
  TbDataset        *dataset;
  TbChartPicture   *picture;
  TbInspectorFacts *before;   /* nullable */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tb_dataset_unref (job->dataset);
  tb_chart_picture_unref (job->picture);
  g_clear_pointer (&job->before, tb_inspector_facts_unref);
  g_free (job);
}

static void
facts_clear (gpointer data)
{
  TbInspectorFacts *self = data;

  tb_chart_picture_unref (self->picture);
  g_clear_pointer (&self->source, tb_selection_unref);
  for (gsize i = 0; i < TB_N_CHART_TYPES; i++)
    g_free (self->type_misfits[i]);
  for (gsize i = 0; i < TB_N_TRANSFORMS; i++)
    g_free (self->step_misfits[i]);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->targets, g_array_unref);
  g_clear_pointer (&self->bases, g_array_unref);
  g_clear_pointer (&self->populations, g_array_unref);
  tb_chart_wording_clear (&self->wording);
}

TbInspectorFacts *
tb_inspector_facts_ref (TbInspectorFacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tb_inspector_facts_unref (TbInspectorFacts *self)
{
  g_atomic_rc_box_release_full (self, facts_clear);
}

/* Why the chart could not be made with these steps; NULL where it can. */
static char *
try_steps (const Job              *job,
           TbStepGroup             group,
           const TbChartOperation *steps,
           gsize                   n_steps)
{
  TbChartSpecFields fields = *tb_chart_spec_get (job->picture->spec);
  g_autofree TbChartOperation *all = NULL;
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (TbSelection) selection = NULL;
  g_autoptr (GError) error = NULL;

  all = tb_steps_replace (&fields, group, steps, n_steps, &fields.n_operations);
  fields.operations = all;
  spec = tb_chart_spec_new (&fields);
  selection = tb_chart_select (spec, job->dataset, &error);
  return selection == NULL ? tb_inspector_dup_reason (error->message) : NULL;
}

/* An index begins with the first figure, until another base is chosen. */
static TbPeriod
get_first_period (const TbInspectorFacts *self)
{
  return self->periods->len > 0 ? g_array_index (self->periods, TbPeriod, self->periods->len - 1) : TB_PERIOD_UNDATED;
}

static void
weigh_step (TbInspectorFacts *self,
            const Job        *job,
            TbTransformKind   kind)
{
  TbStepGroup group = tb_step_get_group (kind);
  TbChartOperation steps[2] = { { .kind = TB_TRANSFORM_DISCRETE, .base = TB_PERIOD_UNDATED },
                                { .kind = kind, .base = TB_PERIOD_UNDATED } };
  g_autofree char *misfit = NULL;

  if (kind == TB_TRANSFORM_INDEX)
    steps[1].base = get_first_period (self);
  self->step_misfits[kind] = try_steps (job, group, &steps[1], 1);
  if (self->step_misfits[kind] == NULL || group != TB_STEP_PERIODS || kind <= TB_TRANSFORM_CUMULATIVE)
    return;
  misfit = try_steps (job, group, steps, 2);
  if (misfit != NULL)
    return;
  self->needs_discrete[kind] = TRUE;
  g_clear_pointer (&self->step_misfits[kind], g_free);
}

/* Whether what is known of the figures before holds of these. */
static gboolean
has_same_figures (const Job *job)
{
  return job->before != NULL && job->picture->selection != NULL
         && job->before->picture->selection == job->picture->selection;
}

static gboolean
has_same_steps (const Job *job)
{
  return has_same_figures (job)
         && tb_chart_spec_get (job->before->picture->spec)->as_of == tb_chart_spec_get (job->picture->spec)->as_of;
}

static void
clear_population (gpointer data)
{
  TbInspectorPopulation *self = data;

  g_free (self->id);
  g_free (self->name);
}

/* Whether some series of an indicator is a population of the series. */
static gboolean
is_population (const TbDataset   *dataset,
               const TbIndicator *indicator,
               const TbSeries    *series,
               TbLanguage         language)
{
  gsize n;
  TbSeries *const *others = tb_dataset_get_series_of (dataset, indicator, &n);

  for (gsize i = 0; i < n; i++)
    {
      const TbSeriesInfo *info = tb_series_get_info (others[i]);
      TbTransform step = { .kind = TB_TRANSFORM_PER_CAPITA, .other = others[i] };
      g_autofree char *misfit = NULL;

      if (others[i] == series || info->unit->kind != TB_UNIT_COUNT
          || (info->measure != TB_MEASURE_STOCK && info->measure != TB_MEASURE_AVERAGE))
        continue;
      misfit = tb_transform_dup_misfit (series, &step, language);
      if (misfit == NULL)
        return TRUE;
    }
  return FALSE;
}

/* Which count is meant is for the user to say. */
static void
find_populations (TbInspectorFacts *self,
                  const Job        *job,
                  GCancellable     *cancellable)
{
  TbCatalog *catalog = tb_dataset_get_catalog (job->dataset);
  TbLanguage language = tb_chart_spec_get (job->picture->spec)->language;
  const TbTransform alone = { .kind = TB_TRANSFORM_PER_CAPITA };
  const TbSeries *series = self->source != NULL ? tb_selection_get (self->source, 0)->series : NULL;

  self->populations = g_array_new (FALSE, FALSE, sizeof (TbInspectorPopulation));
  g_array_set_clear_func (self->populations, clear_population);
  for (gsize i = 0; series != NULL && i < tb_catalog_get_n_indicators (catalog)
                    && self->populations->len < MOST_POPULATIONS && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);
      TbInspectorPopulation population;

      if (indicator == tb_series_get_info (series)->indicator
          || !is_population (job->dataset, indicator, series, language))
        continue;
      population = (TbInspectorPopulation) { g_strdup (indicator->id),
                                              tb_text_dup_marked (&indicator->name, language) };
      g_array_append_val (self->populations, population);
    }
  if (self->populations->len == 0 && series != NULL)
    {
      g_autofree char *misfit = tb_transform_dup_misfit (series, &alone, language);

      if (misfit != NULL)
        self->step_misfits[TB_TRANSFORM_PER_CAPITA] = tb_inspector_dup_reason (misfit);
    }
}

static void
weigh_steps (TbInspectorFacts *self,
             const Job        *job,
             GCancellable     *cancellable)
{
  for (int kind = 0; kind < TB_N_TRANSFORMS && !g_cancellable_is_cancelled (cancellable); kind++)
    {
      if (kind == TB_TRANSFORM_PER_CAPITA)
        continue;
      if (has_same_steps (job))
        {
          self->step_misfits[kind] = g_strdup (job->before->step_misfits[kind]);
          self->needs_discrete[kind] = job->before->needs_discrete[kind];
        }
      else
        weigh_step (self, job, (TbTransformKind) kind);
    }
}

static void
weigh_types (TbInspectorFacts *self,
             const Job        *job,
             GCancellable     *cancellable)
{
  gboolean is_known = has_same_figures (job);
  TbLanguage language = tb_chart_spec_get (job->picture->spec)->language;

  for (int type = 0; type < TB_N_CHART_TYPES && !g_cancellable_is_cancelled (cancellable); type++)
    if (is_known)
      self->type_misfits[type] = g_strdup (job->before->type_misfits[type]);
    else if (self->picture->selection != NULL)
      self->type_misfits[type] = tb_chart_dup_misfit ((TbChartType) type, self->picture->selection, language);
    else
      self->type_misfits[type] = g_strdup (self->picture->refusal);
}

static void
select_source (TbInspectorFacts *self,
               const Job        *job)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (job->picture->spec);
  TbSelectionQuery query = { .indicators = (const char *const *) fields->indicators, .place = fields->place,
                             .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED, .known = fields->known };

  self->source = tb_selection_new (job->dataset, &query, NULL);
}

static TbInspectorFacts *
find (const Job    *job,
      GCancellable *cancellable)
{
  TbInspectorFacts *self = g_atomic_rc_box_new0 (TbInspectorFacts);

  self->picture = tb_chart_picture_ref (job->picture);
  select_source (self, job);
  self->periods = tb_inspector_periods_list (self->source, TB_PERIODS_OBSERVED);
  self->shown = tb_inspector_periods_list (self->picture->selection, TB_PERIODS_OBSERVED);
  self->targets = tb_inspector_periods_list (self->source, TB_PERIODS_AIMED_AT);
  self->is_yearly = tb_inspector_periods_are_yearly (self->periods);
  self->kinds = tb_inspector_periods_find_kinds (self->source);
  if (self->picture->selection != NULL)
    tb_chart_read_wording (self->picture->spec, self->picture->selection, &self->wording, NULL);
  self->bases = tb_inspector_periods_weigh (self->picture, self->shown, &self->wording, cancellable);
  weigh_types (self, job, cancellable);
  weigh_steps (self, job, cancellable);
  find_populations (self, job, cancellable);
  return self;
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  TbInspectorFacts *facts;

  if (g_task_return_error_if_cancelled (task))
    return;
  facts = find (data, cancellable);
  g_task_return_pointer (task, facts, (GDestroyNotify) tb_inspector_facts_unref);
}

/**
 * tb_inspector_facts_start:
 * @dataset: what is open
 * @picture: the figure that is shown
 * @before: (nullable): of another figure
 * @cancellable: stops it
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Finds what the inspector may offer. Thread: main.
 */
void
tb_inspector_facts_start (TbDataset           *dataset,
                          TbChartPicture      *picture,
                          TbInspectorFacts    *before,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->dataset = tb_dataset_ref (dataset);
  job->picture = tb_chart_picture_ref (picture);
  job->before = before != NULL ? tb_inspector_facts_ref (before) : NULL;
  g_task_set_static_name (task, "[tongbi] what the inspector offers");
  g_task_set_source_tag (task, tb_inspector_facts_start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

TbInspectorFacts *
tb_inspector_facts_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* The length of "Y-3: " or "R13：" at the beginning. */
static gsize
measure_code (const char *reason)
{
  const char *c = reason;

  if (strchr ("RYFT", *c) == NULL || *c == '\0')
    return 0;
  c++;
  if (*c == '-')
    c++;
  if (!g_ascii_isdigit (*c))
    return 0;
  while (g_ascii_isdigit (*c))
    c++;
  if (g_str_has_prefix (c, ": "))
    return (gsize) (c - reason) + 2;
  return g_str_has_prefix (c, "：") ? (gsize) (c - reason) + strlen ("：") : 0;
}

char *
tb_inspector_dup_reason (const char *reason)
{
  char *text = g_strdup (reason + measure_code (reason));

  text[0] = g_ascii_toupper (text[0]);
  return text;
}
