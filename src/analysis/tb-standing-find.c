/* Finds the observed figure that a target is measured by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-known.h"
#include "tb-standing-private.h"

/* How well a figure serves. */
typedef enum
{
  FIT_NONE,
  FIT_LATE,    /* the same thing, but after the deadline */
  FIT_LOOSE,   /* the same thing, not after the deadline */
  FIT_PART,    /* the part that was done of the planned whole */
  FIT_STANDS,  /* the rules let the two be set against each other */
} Fit;

typedef struct
{
  TbFigure    target;
  TbDay       known;
  TbReference reference;
  Fit         fit;
  TbFigure    figure;
  TbPeriod    span;
} Search;

static Fit
judge (const TbAim *aim)
{
  if (aim->is_part)
    return aim->completion_refuses == 0 ? FIT_PART : FIT_NONE;
  if (!tb_aim_is_same_thing (aim))
    return FIT_NONE;
  if (aim->refuses == 0 && aim->horizon != TB_HORIZON_OTHER)
    return FIT_STANDS;

  return aim->deadline == 0 || aim->actual.span.end <= aim->deadline ? FIT_LOOSE : FIT_LATE;
}

/* The later one; of two that end together, the longer. */
static gboolean
is_later (TbPeriod a,
          TbPeriod b)
{
  return a.end > b.end || (a.end == b.end && a.start < b.start);
}

static void
look_at (Search  *self,
         TbFigure figure)
{
  TbAim aim;
  Fit fit;

  if (!tb_aim_load (&aim, self->target, figure, self->reference) || !aim.actual.known
      || !tb_period_is_dated (aim.actual.span))
    return;

  fit = judge (&aim);
  if (fit == FIT_NONE || fit < self->fit || (fit == self->fit && !is_later (aim.actual.span, self->span)))
    return;
  self->fit = fit;
  self->figure = figure;
  self->span = aim.actual.span;
}

/* R1 would refuse each of its figures: an indicator may have thousands of places. */
static gboolean
can_serve (const Search   *self,
           const TbSeries *series)
{
  const TbSeriesInfo *aim = tb_series_get_info (self->target.series);
  const TbSeriesInfo *info = tb_series_get_info (series);

  return info->place == aim->place && (info->indicator != aim->indicator || tb_text_equal (&info->scope, &aim->scope));
}

static void
search_indicator (Search            *self,
                  const TbDataset   *dataset,
                  const TbIndicator *indicator)
{
  gsize n_series;
  TbSeries *const *series = tb_dataset_get_series_of (dataset, indicator, &n_series);

  for (gsize i = 0; i < n_series; i++)
    for (gsize row = 0; can_serve (self, series[i]) && row < tb_series_get_n (series[i]); row++)
      {
        TbObservation o;

        tb_series_get (series[i], row, &o);
        if (o.kind == TB_KIND_ACTUAL && tb_known_is_read (series[i], row, self->known))
          look_at (self, (TbFigure) { series[i], row });
      }
}

/* A planned whole may have one indicator for what was done of it. Of two, none
 * is the one. */
static void
search_parts (Search            *self,
              const TbDataset   *dataset,
              const TbIndicator *whole)
{
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  const TbSeries *found = NULL;
  Search best = *self;

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);
      Search search = *self;

      if (indicator->part_of != whole)
        continue;
      search_indicator (&search, dataset, indicator);
      if (search.figure.series == self->figure.series)
        continue;
      if (found != NULL)
        return;
      found = search.figure.series;
      best = search;
    }

  *self = best;
}

/**
 * tb_standing_find_actual:
 * @dataset: a dataset
 * @target: a target or a plan in it
 * @known: as known on that day; 0: today
 * @reference: the day on which the figures are looked at
 *
 * Finds the observed figure that a target is measured by: the latest that the
 * rules let stand against it; else what was done of a planned whole, where one
 * indicator is declared as that; else the latest of the same thing, up to the
 * deadline if there is one.
 *
 * Thread: any; no allocation. Cost: O(n) of the indicator's figures.
 *
 * Returns: the figure; {%NULL} where none fits
 */
TbFigure
tb_standing_find_actual (const TbDataset *dataset,
                         TbFigure         target,
                         TbDay            known,
                         TbReference      reference)
{
  Search search = { .target = target, .known = known, .reference = reference };
  const TbIndicator *indicator;

  if (target.series == NULL)
    return search.figure;

  indicator = tb_series_get_info (target.series)->indicator;
  search_indicator (&search, dataset, indicator);
  if (search.fit < FIT_PART)
    search_parts (&search, dataset, indicator);

  return search.figure;
}

typedef struct
{
  TbFigure figure;
  TbDay    deadline;   /* 0: none */
  gboolean runs;       /* not yet over on the day */
  gboolean is_plan;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->runs != other->runs)
    return one->runs ? -1 : 1;
  if (one->deadline != other->deadline)
    return (one->deadline < other->deadline) == one->runs ? -1 : 1;

  return one->is_plan - other->is_plan;
}

/**
 * tb_targets_sort:
 * @targets: (element-type TbFigure): targets and plans of a series
 * @reference: on which day they are looked at
 *
 * Orders them by which is to be shown: first the one that runs and is due first,
 * then the one that ended last, then those without a day; a target before a plan
 * of the same day. Those alike keep their order. Thread: any.
 */
void
tb_targets_sort (GArray      *targets,
                 TbReference  reference)
{
  TbDay day = reference.as_of != 0 ? reference.as_of : reference.updated;
  g_autoptr (GArray) candidates = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), targets->len);

  for (guint i = 0; i < targets->len; i++)
    {
      Candidate candidate = { .figure = g_array_index (targets, TbFigure, i) };
      TbGlance glance;

      tb_series_glance (candidate.figure.series, candidate.figure.row, &glance);
      candidate.deadline = tb_target_get_deadline (candidate.figure);
      candidate.runs = day != 0 && candidate.deadline >= day;
      candidate.is_plan = glance.kind == TB_KIND_PLAN;
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < targets->len; i++)
    g_array_index (targets, TbFigure, i) = g_array_index (candidates, Candidate, i).figure;
}
