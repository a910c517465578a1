/* Makes comparisons in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-job.h"

typedef struct
{
  TbDataset     *dataset;
  char         **indicators;
  char          *place;
  TbComparePair *pairs;
  gsize          n_pairs;
  gboolean       totals;
  TbLanguage     language;
  TbSurvey      *survey;       /* what came of it beside the table */
  gboolean       has_further;
  TbComparePair  further;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tb_dataset_unref (job->dataset);
  g_strfreev (job->indicators);
  g_free (job->place);
  g_free (job->pairs);
  g_clear_pointer (&job->survey, tb_survey_unref);
  g_free (job);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Job *job = data;
  TbSelectionQuery query = {
    .indicators = (const char *const *) job->indicators,
    .place = job->place,
    .from = TB_PERIOD_UNDATED,
    .to = TB_PERIOD_UNDATED,
  };
  TbComparisonOptions options = {
    .pairs = job->pairs,
    .n_pairs = job->n_pairs,
    .published = TRUE,
    .targets = TRUE,
    .totals = job->totals,
  };
  g_autoptr (TbSelection) selection = NULL;
  g_autoptr (TbComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  selection = tb_selection_new (job->dataset, &query, &error);
  if (selection == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  comparison = tb_comparison_new (selection, &options);
  job->survey = tb_survey_new (comparison, job->language);
  job->has_further = tb_comparison_propose_further (comparison, &job->further);
  g_task_return_pointer (task, g_steal_pointer (&comparison), (GDestroyNotify) tb_comparison_unref);
}

/**
 * tb_comparison_job_start:
 * @dataset: where the figures are
 * @indicators: (array zero-terminated=1): ids
 * @place: (nullable): id of a place
 * @pairs: (array length=n_pairs) (nullable): which periods to compare
 * @n_pairs: how many; 0: those that suit
 * @totals: whether rows that are the parts of one whole have a total
 * @language: of the table
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes a comparison table in a thread.
 */
void
tb_comparison_job_start (TbDataset           *dataset,
                         const char *const   *indicators,
                         const char          *place,
                         const TbComparePair *pairs,
                         gsize                n_pairs,
                         gboolean             totals,
                         TbLanguage           language,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->dataset = tb_dataset_ref (dataset);
  job->indicators = g_strdupv ((char **) indicators);
  job->place = g_strdup (place);
  job->language = language;
  job->totals = totals;
  job->pairs = g_memdup2 (pairs, n_pairs * sizeof *pairs);
  job->n_pairs = n_pairs;
  g_task_set_static_name (task, "[tongbi] compare");
  g_task_set_source_tag (task, tb_comparison_job_start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compare_in_thread);
}

TbComparison *
tb_comparison_job_finish (GAsyncResult   *result,
                          TbSurvey      **out_survey,
                          TbComparePair  *out_further,
                          gboolean       *out_has_further,
                          GError        **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *out_survey = g_steal_pointer (&job->survey);
  *out_further = job->further;
  *out_has_further = job->has_further;
  return g_task_propagate_pointer (G_TASK (result), error);
}
