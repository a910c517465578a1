/* Which indicators of a dataset are shown first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-overview-rank.h"

#include "tb-digest.h"

/* The rule: first the indicators with a recent result that measures a target, which
 * are those that somebody has to answer for; then those with a course, with one result, with
 * intentions alone, with nothing. Within each, the more recent first, by whole
 * years; and where all of that is the same, the order of the file. */
typedef enum
{
  RANK_MEASURED,
  RANK_COURSE,
  RANK_RESULT,
  RANK_INTENTION,
  RANK_EMPTY,
} Rank;

/* A target whose result is older than that, beside the newest of the file, is history. */
#define RECENT_YEARS 2

#define MAX_AGE 255
#define RANK_SHIFT 40
#define AGE_SHIFT 32

typedef struct
{
  guint    n_results;   /* of the series that has most */
  gboolean is_measured;
  gboolean has_intention;
  TbDay    latest;      /* the end of the latest result; 0: none is dated */
} Facts;

static void
read_series (Facts          *facts,
             const TbSeries *series)
{
  gsize n = tb_series_get_n (series);
  guint n_results = 0;

  for (gsize i = 0; i < n; i++)
    {
      TbGlance glance;

      tb_series_glance (series, i, &glance);
      if (glance.kind == TB_KIND_ACTUAL && !glance.is_empty)
        {
          n_results++;
          facts->latest = MAX (facts->latest, glance.end);
        }
      else if (glance.kind != TB_KIND_ACTUAL)
        facts->has_intention = TRUE;
    }
  facts->n_results = MAX (facts->n_results, n_results);
}

static Facts
read_indicator (const TbDataset   *dataset,
                const TbIndicator *indicator,
                const char        *place)
{
  gsize n;
  TbSeries *const *series = tb_dataset_get_series_of (dataset, indicator, &n);
  Facts facts = { 0 };

  for (gsize i = 0; i < n; i++)
    if (tb_digest_is_in_place (series[i], place))
      read_series (&facts, series[i]);
  facts.is_measured = facts.n_results > 0 && facts.has_intention && tb_digest_is_measured (dataset, indicator, place);
  return facts;
}

static guint64
get_age (const Facts *facts,
         TbDay        newest)
{
  if (facts->latest == 0)
    return MAX_AGE;
  return (guint64) CLAMP ((newest - facts->latest) / 365, 0, MAX_AGE);
}

static Rank
get_rank (const Facts *facts,
          guint64      age)
{
  if (facts->is_measured && age < RECENT_YEARS)
    return RANK_MEASURED;
  if (facts->n_results > 1)
    return RANK_COURSE;
  if (facts->n_results > 0)
    return RANK_RESULT;
  return facts->has_intention ? RANK_INTENTION : RANK_EMPTY;
}

/**
 * tb_overview_rank_new:
 * @dataset: a dataset
 * @place: (nullable): id of the place that is looked at; %NULL: all
 *
 * Puts the indicators of a dataset in the order in which they are shown.
 *
 * Thread: any. Cost: O(n) of the figures.
 *
 * Returns: (transfer full): a number for each indicator, in the order of the
 *   catalog; no two are the same
 */
guint64 *
tb_overview_rank_new (const TbDataset *dataset,
                      const char      *place)
{
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  gsize n = tb_catalog_get_n_indicators (catalog);
  g_autofree Facts *facts = g_new (Facts, MAX (n, 1));
  guint64 *ranks = g_new (guint64, MAX (n, 1));
  TbDay newest = 0;

  for (gsize i = 0; i < n; i++)
    {
      facts[i] = read_indicator (dataset, tb_catalog_get_indicator (catalog, i), place);
      newest = MAX (newest, facts[i].latest);
    }
  for (gsize i = 0; i < n; i++)
    {
      guint64 age = get_age (&facts[i], newest);

      ranks[i] = ((guint64) get_rank (&facts[i], age) << RANK_SHIFT) | (age << AGE_SHIFT) | i;
    }
  return ranks;
}

typedef struct
{
  TbDataset *dataset;
  char      *place;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tb_dataset_unref (job->dataset);
  g_free (job->place);
  g_free (job);
}

static void
rank_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, tb_overview_rank_new (job->dataset, job->place), g_free);
}

/**
 * tb_overview_rank_start:
 * @dataset: a dataset
 * @place: (nullable): id of a place
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does tb_overview_rank_new() in a thread.
 */
void
tb_overview_rank_start (TbDataset           *dataset,
                        const char          *place,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->dataset = tb_dataset_ref (dataset);
  job->place = g_strdup (place);
  g_task_set_static_name (task, "[tongbi] rank");
  g_task_set_source_tag (task, tb_overview_rank_start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, rank_in_thread);
}

guint64 *
tb_overview_rank_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
