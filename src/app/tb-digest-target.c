/* The target of an indicator, and how its figure stands to it, at a glance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-digest.h"

#include "tb-figure-text.h"
#include "tb-standing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How many targets are tried until one can be measured. */
#define N_TRIED 6

static void
collect (GArray         *targets,
         const TbSeries *series)
{
  gsize n = tb_series_get_n (series);

  for (gsize i = 0; i < n; i++)
    {
      TbFigure target = { series, i };
      TbObservation o;
      TbGlance glance;

      tb_series_glance (series, i, &glance);
      if (glance.kind != TB_KIND_TARGET && glance.kind != TB_KIND_PLAN)
        continue;
      tb_series_get (series, i, &o);
      if (!o.confirms && !o.superseded)
        g_array_append_val (targets, target);
    }
}

/* Targets of the series whose figure is shown; where it has none, those of the first
 * one that has. */
static GArray *
list_targets (const TbSeries    *first,
              const TbDataset   *dataset,
              const TbIndicator *indicator,
              const char        *place)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (TbFigure));
  gsize n_series;
  TbSeries *const *series = tb_dataset_get_series_of (dataset, indicator, &n_series);

  if (first != NULL)
    collect (targets, first);
  for (gsize i = 0; targets->len == 0 && i < n_series; i++)
    if (tb_digest_is_in_place (series[i], place))
      collect (targets, series[i]);
  tb_targets_sort (targets, TB_REFERENCE_OF (dataset));
  return targets;
}

/* FALSE: there is none that a figure measures. */
static gboolean
choose (const TbDataset *dataset,
        const GArray    *targets,
        TbFigure        *out_target,
        TbFigure        *out_actual)
{
  for (guint i = 0; i < MIN (targets->len, N_TRIED); i++)
    {
      *out_target = g_array_index (targets, TbFigure, i);
      *out_actual = tb_standing_find_actual (dataset, *out_target, 0, TB_REFERENCE_OF (dataset));
      if (out_actual->series != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * tb_digest_is_measured:
 * @dataset: where the figures are
 * @indicator: an indicator of it
 * @place: (nullable): id of the place that is looked at
 *
 * Thread: any.
 *
 * Returns: whether it has a target that a figure measures
 */
gboolean
tb_digest_is_measured (const TbDataset   *dataset,
                       const TbIndicator *indicator,
                       const char        *place)
{
  g_autoptr (GArray) targets = list_targets (NULL, dataset, indicator, place);
  TbFigure target, actual;

  return choose (dataset, targets, &target, &actual);
}

/* "Target ≥1,000 items, 2023" */
static char *
dup_target (TbFigure   target,
            TbLanguage language)
{
  TbObservation o;
  TbNumberScale scale = tb_figure_scale (target.series, (guint32[]) { (guint32) target.row }, 1, language);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;
  gboolean is_plan;

  tb_series_get (target.series, target.row, &o);
  is_plan = o.kind == TB_KIND_PLAN;
  value = o.extra != NULL && o.extra->target.comparator == TB_COMPARATOR_VERBAL
            ? tb_standing_dup_target (target, scale, language)
            : tb_figure_dup_with_unit (target.series, &o, scale, language);
  if (o.period.kind == TB_PERIOD_NONE)
    return g_strdup_printf (is_plan ? _("Plan: %s") : _("Target: %s"), value);
  period = tb_period_label (o.period, language, TB_PERIOD_LABEL_FULL);
  /* Translators: a target (a plan): its value and period */
  return g_strdup_printf (is_plan ? _("Plan: %s, %s") : _("Target: %s, %s"), value, period);
}

/* Another figure than the one that is shown is named. */
static char *
dup_standing (const TbDigest   *self,
              const TbStanding *standing,
              TbFigure          target,
              TbFigure          actual,
              TbLanguage        language)
{
  g_autofree char *sentence = tb_standing_dup_text (standing, target, actual, language);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;
  TbNumberScale scale;
  TbObservation o;

  if (actual.series == self->latest.series && actual.row == self->latest.row)
    return g_steal_pointer (&sentence);
  tb_series_get (actual.series, actual.row, &o);
  scale = tb_figure_scale (actual.series, (guint32[]) { (guint32) actual.row }, 1, language);
  value = tb_figure_dup_with_unit (actual.series, &o, scale, language);
  if (o.period.kind == TB_PERIOD_NONE)
    /* Translators: a figure, and how it stands to the target */
    return g_strdup_printf (_("%s: %s"), value, sentence);
  period = tb_period_label (o.period, language, TB_PERIOD_LABEL_FULL);
  /* Translators: a figure (value, period), and how it stands to the target */
  return g_strdup_printf (_("%s, %s: %s"), value, period, sentence);
}

/* Why the figure that is shown does not measure the target. */
static char *
dup_unmeasured (const TbDigest *self,
                TbFigure        target,
                TbReference     reference,
                TbLanguage      language)
{
  TbStanding standing = tb_standing_assess (target, self->latest, reference);

  return tb_standing_dup_text (&standing, target, self->latest, language);
}

static TbTone
find_tone (TbStandingWord word)
{
  switch (word)
    {
    case TB_STANDING_MET_SO_FAR:
    case TB_STANDING_ON_PATH:
    case TB_STANDING_ACHIEVED:
      return TB_TONE_GOOD;
    case TB_STANDING_BEHIND_PATH:
    case TB_STANDING_MISSED:
      return TB_TONE_BAD;
    case TB_STANDING_NONE:
    case TB_STANDING_NO_PATH:
      break;
    }
  return TB_TONE_NEUTRAL;
}

/* A share that is only bounded is drawn as far as it is sure. */
static double
get_share (const TbReading *reading)
{
  if (reading->kind == TB_VERDICT_INVALID)
    return NAN;
  return isnan (reading->value) ? reading->low : reading->value;
}

/**
 * tb_digest_read_target:
 * @self: a digest that is being made, with its latest figure
 * @dataset: where the figures are
 * @indicator: an indicator of it
 * @place: (nullable): id of the place that is looked at
 * @language: the reader's language
 *
 * Adds the target that runs, or ended last, and how its figure stands to it: a bar
 * where there is a completion (T-6) or a baseline (T-7), words in any case.
 */
void
tb_digest_read_target (TbDigest          *self,
                       const TbDataset   *dataset,
                       const TbIndicator *indicator,
                       const char        *place,
                       TbLanguage         language)
{
  g_autoptr (GArray) targets = list_targets (self->latest.series, dataset, indicator, place);
  TbFigure target, actual;
  TbStanding standing;

  if (targets->len == 0)
    return;
  if (!choose (dataset, targets, &target, &actual))
    {
      target = g_array_index (targets, TbFigure, 0);
      /* The large figure is the target itself. */
      if (target.series == self->latest.series && target.row == self->latest.row)
        return;
      self->target = dup_target (target, language);
      self->standing = dup_unmeasured (self, target, TB_REFERENCE_OF (dataset), language);
      return;
    }
  self->target = dup_target (target, language);
  standing = tb_standing_assess (target, actual, TB_REFERENCE_OF (dataset));
  self->standing = dup_standing (self, &standing, target, actual, language);
  self->standing_tone = find_tone (standing.word);
  self->done = get_share (&standing.completion);
  if (isnan (self->done))
    self->done = get_share (&standing.progress);
  if (!isnan (self->done))
    self->elapsed = standing.elapsed;
}
