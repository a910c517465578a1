/* Works out what indicators say, some at a time, in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-digest-job.h"

typedef struct
{
  TbDataset          *dataset;
  char               *place;
  TbLanguage          language;
  const TbIndicator **indicators;
  gsize               n;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tb_dataset_unref (job->dataset);
  g_free (job->place);
  g_free (job->indicators);
  g_free (job);
}

static void
digest_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_digest_unref);

  for (gsize i = 0; i < job->n; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      g_ptr_array_add (digests, tb_digest_new (job->dataset, job->indicators[i], job->place, TB_DIGEST_ALL,
                                               job->language));
    }
  g_task_return_pointer (task, g_steal_pointer (&digests), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tb_digest_job_start:
 * @dataset: where the figures are
 * @place: (nullable): id of the place that is looked at
 * @language: the reader's language
 * @indicators: (array length=n): indicators of the dataset
 * @n: how many
 * @cancellable: (nullable): to cancel
 * @callback: called when all are done
 * @user_data: for @callback
 *
 * Makes digests in a thread.
 */
void
tb_digest_job_start (TbDataset                *dataset,
                     const char               *place,
                     TbLanguage                language,
                     const TbIndicator *const *indicators,
                     gsize                     n,
                     GCancellable             *cancellable,
                     GAsyncReadyCallback       callback,
                     gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->dataset = tb_dataset_ref (dataset);
  job->place = g_strdup (place);
  job->language = language;
  job->indicators = g_memdup2 (indicators, n * sizeof *indicators);
  job->n = n;
  g_task_set_static_name (task, "[tongbi] digest");
  g_task_set_source_tag (task, tb_digest_job_start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, digest_in_thread);
}

GPtrArray *
tb_digest_job_finish (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
