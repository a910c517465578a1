/* What one indicator says at a glance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-digest.h"

#include "tb-figure-text.h"
#include "tb-proposal.h"
#include "tb-published.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The latest figure met so far. */
typedef struct
{
  TbFigure      figure;
  TbObservation observation;
} Latest;

gboolean
tb_digest_is_in_place (const TbSeries *series,
                       const char     *place)
{
  const TbPlace *own = tb_series_get_info (series)->place;

  return place == NULL || (own != NULL && g_str_equal (own->id, place));
}

gsize
tb_digest_count_rows (const TbDataset   *dataset,
                      const TbIndicator *indicator)
{
  gsize n_series;
  TbSeries *const *series = tb_dataset_get_series_of (dataset, indicator, &n_series);
  gsize n = 0;

  for (gsize i = 0; i < n_series; i++)
    n = MAX (n, tb_series_get_n (series[i]));

  return n;
}

static gboolean
has_change (const TbObservation *o)
{
  return o->extra != NULL && o->extra->change.given;
}

static gboolean
says_something (const TbObservation *o)
{
  return o->has_value || tb_observation_is_range (o) || has_change (o);
}

/* Results before intentions, numbers before gaps, wholes before their parts; then
 * the later period. Of figures alike the first stands, as everywhere. */
static gboolean
is_later (const Latest        *latest,
          const TbSeries      *series,
          const TbObservation *o)
{
  const TbObservation *before = &latest->observation;
  guint n_before;
  guint n;

  if (latest->figure.series == NULL)
    return TRUE;
  if ((o->kind == TB_KIND_ACTUAL) != (before->kind == TB_KIND_ACTUAL))
    return o->kind == TB_KIND_ACTUAL;
  if (says_something (o) != says_something (before))
    return says_something (o);
  n_before = tb_series_get_info (latest->figure.series)->n_breakdown;
  n = tb_series_get_info (series)->n_breakdown;
  if (n != n_before)
    return n < n_before;
  if (tb_period_is_dated (o->period) != tb_period_is_dated (before->period))
    return tb_period_is_dated (o->period);
  return tb_period_compare (o->period, before->period) > 0;
}

/* Returns whether it is a result. */
static gboolean
look_at (TbSeries *series,
         gsize     row,
         Latest   *latest)
{
  TbObservation o;

  tb_series_get (series, row, &o);
  if (is_later (latest, series, &o))
    *latest = (Latest) { { series, row }, o };
  return o.kind == TB_KIND_ACTUAL && says_something (&o) && tb_period_is_dated (o.period);
}

/* Looks for targets on the way. Of plain results that follow each other, which is what
 * long series consist of, only the first of the last period is looked at closely. */
static void
find_latest (TbDigest *self,
             TbSeries *series,
             Latest   *latest)
{
  gsize n = tb_series_get_n (series);
  g_autofree guint32 *rows = g_new (guint32, MAX (n, 1));
  gsize n_rows = tb_series_sort (series, rows);
  gsize n_results = 0;
  TbGlance plain = { 0 };
  gsize plain_row = n;

  for (gsize i = 0; i < n_rows; i++)
    {
      TbGlance glance;

      tb_series_glance (series, rows[i], &glance);
      self->has_target = self->has_target || glance.kind == TB_KIND_TARGET;
      if (glance.is_plain && glance.period_kind != TB_PERIOD_NONE && glance.period_kind != TB_PERIOD_TEXT)
        {
          if (plain_row == n || glance.end != plain.end || glance.start != plain.start)
            plain_row = rows[i];
          plain = glance;
          n_results++;
          continue;
        }
      if (plain_row < n)
        look_at (series, plain_row, latest);
      plain_row = n;
      n_results += look_at (series, rows[i], latest);
    }
  if (plain_row < n)
    look_at (series, plain_row, latest);
  self->has_course = self->has_course || n_results > 1;
}

/* What is shown large is the number; the unit may stand around it. */
static void
mark_number (TbDigest   *self,
             const char *number)
{
  const char *found = strstr (self->value, number);

  if (found == NULL)
    {
      self->number_end = (guint) strlen (self->value);
      return;
    }
  self->number_start = (guint) (found - self->value);
  self->number_end = self->number_start + (guint) strlen (number);
}

/* A change that was published in place of the level is all there is. */
static void
read_value (TbDigest            *self,
            const TbObservation *o,
            TbLanguage           language)
{
  const TbSeries *series = self->latest.series;
  TbNumberScale scale = tb_figure_scale (series, (guint32[]) { (guint32) self->latest.row }, 1, language);
  g_autofree char *number = NULL;

  if (!o->has_value && !tb_observation_is_range (o) && has_change (o))
    self->value = tb_published_dup_short (self->latest, scale, language);
  else
    self->value = tb_figure_dup_with_unit (series, o, scale, language);
  number = tb_figure_dup_number (series, o, scale, language);
  mark_number (self, number);
}

static char *
dup_period (const TbObservation *o,
            TbLanguage           language)
{
  gboolean is_level = o->basis == TB_BASIS_AS_OF && o->period.kind == TB_PERIOD_D;

  if (o->period.kind == TB_PERIOD_NONE)
    return NULL;
  return tb_period_label (o->period, language, is_level ? TB_PERIOD_LABEL_AS_OF : TB_PERIOD_LABEL_FULL);
}

/* The one status that is marked (P-7). */
static char *
dup_status (const TbObservation *o,
            TbLanguage           language)
{
  g_autofree char *letters = tb_status_to_letters (o->status);

  return *letters != '\0' && *letters != 'A' ? g_strdup (tb_status_word (*letters, language)) : NULL;
}

static void
read_latest (TbDigest            *self,
             const TbDataset     *dataset,
             const TbObservation *o,
             const char          *place,
             TbLanguage           language)
{
  const TbPlace *own = tb_series_get_info (self->latest.series)->place;

  self->title = tb_series_dup_name (self->latest.series, language, FALSE);
  read_value (self, o, language);
  self->period = dup_period (o, language);
  self->status = dup_status (o, language);
  if (o->kind != TB_KIND_ACTUAL)
    self->kind = g_strdup (tb_vocabulary_word (&tb_kinds, (int) o->kind, language));
  if (place == NULL && own != NULL && tb_catalog_get_n_places (tb_dataset_get_catalog (dataset)) > 1)
    self->place = tb_text_dup_marked (&own->name, language);
}

/* Whose figure the latest one is has to be said where it could be another's. */
static gboolean
is_of_several_places (const TbDigest  *self,
                      TbSeries *const *series,
                      gsize            n_series)
{
  const TbPlace *own = tb_series_get_info (self->latest.series)->place;

  for (gsize i = 0; i < n_series; i++)
    if (tb_series_get_info (series[i])->place != own)
      return TRUE;

  return FALSE;
}

/* The first place is the best: who comes down in number has gone up. */
static void
set_sign (TbDigest *self,
          int       sign)
{
  const TbSeriesInfo *info = tb_series_get_info (self->latest.series);

  if (sign != 0)
    self->arrow = (sign > 0) != (info->unit->kind == TB_UNIT_RANK) ? "▲" : "▼";
  self->tone = tb_direction_get_tone (info->indicator->direction, sign);
}

/* What the source printed is repeated, not checked. A distance between places is no
 * change, and so many times an old figure has no sign. */
static void
read_published (TbDigest            *self,
                const TbObservation *o,
                TbLanguage           language)
{
  const TbPublishedChange *change = &o->extra->change;
  double size = tb_decimal_to_double (change->value);

  self->relation = tb_published_dup_change (self->latest, language);
  /* Translators: a change that the source itself printed: "+16.0% on the year before, as published" */
  self->sentence = g_strdup_printf (_("%s, as published"), self->relation);
  if (change->kind != TB_CHANGE_TIMES && change->against == NULL)
    set_sign (self, (size > 0) - (size < 0));
}

/* The change on the figure that the rules of comparison propose, where they give
 * one; else the published one; else why there is none. */
static void
read_change (TbDigest            *self,
             const TbDataset     *dataset,
             const TbObservation *o,
             TbLanguage           language)
{
  TbReference reference = TB_REFERENCE_OF (dataset);
  TbProposal best;
  int sign;

  if (o->kind != TB_KIND_ACTUAL)
    return;
  if (tb_proposal_find_best (dataset, self->latest, 0, reference, &best))
    {
      self->change = tb_verdict_dup_short (&best.verdict, best.base, self->latest, language, &sign);
      self->sentence = tb_verdict_dup_text (&best.verdict, best.base, self->latest, reference, language);
      if (self->change == NULL)
        return;
      self->relation = tb_verdict_dup_relation (&best.verdict, best.base, self->latest, language);
      set_sign (self, sign);
    }
  else if (has_change (o))
    read_published (self, o, language);
  else
    self->refusal = tb_proposal_dup_reason (dataset, self->latest, 0, reference, language);
}

/**
 * tb_digest_new:
 * @dataset: where the figures are
 * @indicator: an indicator of it
 * @place: (nullable): id of the place that is looked at; %NULL: all
 * @parts: what is wanted beside the figure itself
 * @language: the reader's language
 *
 * Gathers what an indicator says at a glance. The figure is the latest result of
 * the whole, if there is one.
 *
 * Thread: any. Cost: O(n log n) of the indicator's figures.
 *
 * Returns: (transfer full): a new digest
 */
TbDigest *
tb_digest_new (const TbDataset   *dataset,
               const TbIndicator *indicator,
               const char        *place,
               TbDigestParts      parts,
               TbLanguage         language)
{
  TbDigest *self = g_new0 (TbDigest, 1);
  gsize n_series;
  TbSeries *const *series = tb_dataset_get_series_of (dataset, indicator, &n_series);
  Latest latest = { 0 };

  g_atomic_ref_count_init (&self->n_refs);
  self->done = self->elapsed = NAN;
  for (gsize i = 0; i < n_series; i++)
    if (tb_digest_is_in_place (series[i], place))
      find_latest (self, series[i], &latest);
  self->latest = latest.figure;
  if (self->latest.series == NULL)
    {
      self->title = tb_text_dup_marked (&indicator->name, language);
      return self;
    }
  read_latest (self, dataset, &latest.observation, place, language);
  self->has_places = self->place != NULL && is_of_several_places (self, series, n_series);
  if ((parts & TB_DIGEST_CHANGE) != 0)
    read_change (self, dataset, &latest.observation, language);
  if ((parts & TB_DIGEST_TARGET) != 0)
    tb_digest_read_target (self, dataset, indicator, place, language);
  if ((parts & TB_DIGEST_SOURCE) != 0)
    self->source = tb_known_dup_sources (self->latest.series, self->latest.row, language);
  return self;
}

TbDigest *
tb_digest_ref (TbDigest *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
tb_digest_unref (TbDigest *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->title);
  g_free (self->value);
  g_free (self->period);
  g_free (self->kind);
  g_free (self->place);
  g_free (self->status);
  g_free (self->change);
  g_free (self->relation);
  g_free (self->sentence);
  g_free (self->refusal);
  g_free (self->target);
  g_free (self->standing);
  g_free (self->source);
  g_free (self);
}

static char *
dup_dated (const TbDigest *self)
{
  if (self->value == NULL)
    return g_strdup (_("No figures"));
  if (self->period == NULL)
    return g_strdup (self->value);
  if (self->kind != NULL)
    /* Translators: the latest figure of an indicator: value, period, and what it is, e.g. "400 · 2023 · target" */
    return g_strdup_printf (_("%s · %s · %s"), self->value, self->period, self->kind);
  /* Translators: the latest figure of an indicator: value and period, e.g. "3,500 · H1 2021" */
  return g_strdup_printf (_("%s · %s"), self->value, self->period);
}

/**
 * tb_digest_dup_figure:
 * @self: a digest
 *
 * Returns: (transfer full): the figure in a few words: "3,500 · H1 2021", with its place where it may be another's
 */
char *
tb_digest_dup_figure (const TbDigest *self)
{
  g_autofree char *figure = dup_dated (self);

  if (!self->has_places)
    return g_steal_pointer (&figure);
  /* Translators: the latest figure of an indicator, and the place that it is of, e.g. "3,500 · H1 2021 · Sweden" */
  return g_strdup_printf (_("%s · %s"), figure, self->place);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, _("; "));
  g_string_append (text, part);
}

/**
 * tb_digest_dup_spoken:
 * @self: a digest
 *
 * Says all of it but the title, without arrows.
 *
 * Returns: (transfer full): for screen readers
 */
char *
tb_digest_dup_spoken (const TbDigest *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *figure = tb_digest_dup_figure (self);
  g_autofree char *refusal = NULL;

  append_part (text, figure);
  if (!self->has_places)
    append_part (text, self->place);
  append_part (text, self->status);
  append_part (text, self->sentence);
  if (self->refusal != NULL)
    {
      /* Translators: %s is the reason */
      refusal = g_strdup_printf (_("not compared: %s"), self->refusal);
      append_part (text, refusal);
    }
  append_part (text, self->target);
  append_part (text, self->standing);
  append_part (text, self->source);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
