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
  gboolean       has_pair;
  TbComparePair  pair;
  gboolean       totals;
  TbLanguage     language;
  TbSurvey      *survey;    /* what came of it beside the table */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tb_dataset_unref (job->dataset);
  g_strfreev (job->indicators);
  g_free (job->place);
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
    .pairs = &job->pair,
    .n_pairs = job->has_pair ? 1 : 0,
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
  g_task_return_pointer (task, g_steal_pointer (&comparison), (GDestroyNotify) tb_comparison_unref);
}

/**
 * tb_comparison_job_start:
 * @dataset: where the figures are
 * @indicators: (array zero-terminated=1): ids
 * @place: (nullable): id of a place
 * @pair: (nullable): which periods to compare
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
                         const TbComparePair *pair,
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
  job->has_pair = pair != NULL;
  if (pair != NULL)
    job->pair = *pair;
  g_task_set_static_name (task, "[tongbi] compare");
  g_task_set_source_tag (task, tb_comparison_job_start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compare_in_thread);
}

TbComparison *
tb_comparison_job_finish (GAsyncResult  *result,
                          TbSurvey     **out_survey,
                          GError       **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *out_survey = g_steal_pointer (&job->survey);
  return g_task_propagate_pointer (G_TASK (result), error);
}
