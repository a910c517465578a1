/* Sets the figures of a chart against those of a year earlier, or of a plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-variance.h"

#include "tb-chart-figures-private.h"
#include "tb-chart-misfit.h"
#include "tb-published.h"

#include <math.h>
#include <string.h>

/* N-7: a relative variance this many times longer than the next one leaves no room
 * for the others; it is an outlier if its base is this small a share of the usual one. */
#define OUTLIER_TIMES 4.0
#define OUTLIER_LEAST 100.0
#define OUTLIER_BASE 0.34

static const TbPhrase several = { {
  "Columns with their variances show one series; choose a single indicator and place.",
  "此类图表只显示一个序列，请选择一个指标和一个地区。",
} };
static const TbPhrase too_many = { {
  "More than %d periods side by side cannot be told apart; choose a shorter time.",
  "时期超过%d个难以分辨，请缩短时间范围。",
} };
static gboolean
is_current (const TbChartPoint *point)
{
  return !tb_chart_point_is_reference (point) && !point->missing && point->conflict == 0;
}

/* T-1 to T-3: a target says itself on which side of it is better; around a band and
 * beside words there is none. */
static TbDirection
get_better_side (const TbVariance *self)
{
  const TbObservationExtra *extra = self->base.observation.extra;

  if (self->base.observation.kind != TB_KIND_TARGET || extra == NULL)
    return self->current.info->indicator->direction;
  switch (extra->target.comparator)
    {
    case TB_COMPARATOR_AT_LEAST:
      return TB_DIRECTION_UP;
    case TB_COMPARATOR_AT_MOST:
      return TB_DIRECTION_DOWN;
    case TB_COMPARATOR_EQUAL:
    case TB_COMPARATOR_RANGE:
    case TB_COMPARATOR_ABOUT:
    case TB_COMPARATOR_VERBAL:
      break;
    }

  return TB_DIRECTION_NONE;
}

/* N-4: what rounding alone can make is no variance (R17). */
static TbInk
choose_ink (const TbVariance *self,
            double            number)
{
  TbDirection better = self->has_base ? get_better_side (self) : self->current.info->indicator->direction;

  return (self->verdict.codes & TB_RULE (17)) != 0 ? TB_INK_NEUTRAL
                                                   : tb_ink_of_change (better, (number > 0) - (number < 0));
}

/* Of what is measured in percent the difference is in points; on the axis it is in
 * the figures' own unit. */
static double
read_absolute (const TbVariance *self)
{
  TbDecimal factor;

  if (isnan (self->verdict.points))
    return self->verdict.absolute;
  if (!tb_unit_points_factor (self->current.info->unit, &factor))
    return NAN;

  return self->verdict.points / tb_decimal_to_double (factor);
}

/* C3, R8, R18: the growth that the source printed stands before a computed one. */
static void
read_growth (TbVariance *self,
             gboolean    in_points)
{
  TbPublishedSort sort = in_points ? TB_PUBLISHED_POINTS : TB_PUBLISHED_RELATIVE;
  double half_unit;
  double published = self->has_base ? tb_published_for_pair (&self->base, &self->current, sort, &half_unit) : NAN;

  self->is_published = !isnan (published);
  if (self->is_published)
    self->relative = published;
  else if (self->verdict.kind != TB_VERDICT_INVALID)
    self->relative = in_points ? self->verdict.points : self->verdict.relative;
  if (!isfinite (self->relative))
    self->relative = NAN;
}

/* R8, R17: the source's own growth stands where none can be computed, or where the
 * figures are rounded too much to tell. */
static void
take_published (TbVariance *self)
{
  double half_unit;
  double published = tb_published_for_pair (&self->base, &self->current, TB_PUBLISHED_RELATIVE, &half_unit);

  if (isnan (published) || (!isnan (self->absolute) && (self->verdict.codes & TB_RULE (17)) == 0))
    return;
  self->relative = published;
  self->is_published = TRUE;
}

static void
compare (TbVariances *self,
         TbVariance  *pair,
         TbReference  reference)
{
  pair->absolute = pair->relative = NAN;
  if (pair->has_base)
    pair->verdict = tb_sides_compare (&pair->base, &pair->current, reference);
  else
    pair->verdict = tb_verdict_change ((TbFigure) { NULL, 0 }, pair->current.figure, reference);
  pair->since = pair->has_base && self->against != TB_AGAINST_PLAN &&
                tb_side_relate (&pair->base, &pair->current) == TB_RELATION_SINCE;
  if (self->against == TB_AGAINST_GROWTH)
    {
      read_growth (pair, self->in_points);
      pair->ink = TB_INK_TRACK;
      return;
    }
  if (pair->verdict.kind == TB_VERDICT_INVALID)
    return;
  pair->absolute = read_absolute (pair);
  pair->relative = pair->verdict.relative;
  if (pair->has_base)
    take_published (pair);
  pair->ink = choose_ink (pair, isnan (pair->absolute) ? pair->relative : pair->absolute);
}

static gboolean
load_current (TbVariance    *pair,
              const TbTrack *track)
{
  return tb_side_load (&pair->current, (TbFigure) { track->series, (gsize) pair->point->row });
}

static gboolean
find_base (TbVariances     *self,
           TbVariance      *pair,
           const TbFigures *figures)
{
  return self->against == TB_AGAINST_PLAN ? tb_variance_find_plan (pair, figures, self->aim)
                                          : tb_variance_find_earlier (pair, figures);
}

/* Before the first period that can have an earlier one there is nothing to say. */
static void
drop_leading (TbVariances     *self,
              TbTrack         *track,
              const TbFigures *figures)
{
  gsize first = 0;

  for (; first < track->n_points; first++)
    {
      TbVariance pair = { .point = &track->points[first] };

      if (tb_chart_point_is_reference (pair.point) ||
          (load_current (&pair, track) && find_base (self, &pair, figures)))
        break;
    }
  if (first == track->n_points)
    return;
  track->n_points -= first;
  memmove (track->points, track->points + first, track->n_points * sizeof (TbChartPoint));
}

/* The aims that stand behind a column are not drawn as columns of their own. */
static void
drop_aims (TbVariances     *self,
           TbTrack         *track,
           const TbFigures *figures)
{
  g_autofree gboolean *behind = g_new0 (gboolean, MAX (track->n_points, 1));
  gsize kept = 0;

  for (gsize i = 0; i < track->n_points; i++)
    {
      TbVariance pair = { .point = &track->points[i] };

      if (!is_current (pair.point) || !load_current (&pair, track) ||
          !find_base (self, &pair, figures) || pair.is_near)
        continue;
      for (gsize k = 0; k < track->n_points; k++)
        behind[k] = behind[k] || track->points[k].row == (int) pair.base.figure.row;
    }
  for (gsize i = 0; i < track->n_points; i++)
    if (!behind[i])
      track->points[kept++] = track->points[i];
  track->n_points = kept;
}

static void
gather (TbVariances *self,
        TbFigures   *figures)
{
  TbTrack *track = &self->part->tracks[0];

  if (self->against == TB_AGAINST_PREVIOUS_YEAR)
    drop_leading (self, track, figures);
  else if (self->against == TB_AGAINST_PLAN)
    drop_aims (self, track, figures);
  for (gsize i = 0; i < track->n_points; i++)
    {
      TbVariance pair = { .point = &track->points[i], .ink = TB_INK_NEUTRAL };

      if (!is_current (pair.point) || !load_current (&pair, track))
        continue;
      find_base (self, &pair, figures);
      compare (self, &pair, figures->reference);
      g_array_append_val (self->pairs, pair);
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The middle one of those of the pairs; @take reads one, NaN: none. */
static double
find_rank (const TbVariances *self,
           double           (*take) (const TbVariance *pair),
           double             share)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->pairs->len; i++)
    {
      double number = take (&g_array_index (self->pairs, TbVariance, i));

      if (isfinite (number))
        g_array_append_val (numbers, number);
    }
  if (numbers->len < 3)
    return NAN;
  g_array_sort (numbers, compare_numbers);

  return g_array_index (numbers, double, (guint) (share * (numbers->len - 1)));
}

static double
take_base_size (const TbVariance *pair)
{
  return pair->has_base ? fabs (tb_interval_get_stated (&pair->base.value)) : NAN;
}

static double
take_relative_size (const TbVariance *pair)
{
  return fabs (pair->relative);
}

/* N-7: only a relative variance, of a small base. */
static void
find_outliers (TbVariances *self)
{
  double usual_base = find_rank (self, take_base_size, 0.5);
  double usual = find_rank (self, take_relative_size, 0.75);

  for (guint i = 0; i < self->pairs->len; i++)
    {
      TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);

      pair->is_outlier = fabs (pair->relative) > MAX (OUTLIER_LEAST, usual * OUTLIER_TIMES) &&
                         take_base_size (pair) < usual_base * OUTLIER_BASE;
    }
}

/* What decides on panels and refusals. */
static void
sum_up (TbVariances *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);

      any = any || pair->has_base;
      self->with_relative = self->with_relative || !isnan (pair->relative);
    }
  self->with_absolute = self->against != TB_AGAINST_GROWTH && any;
  if (self->against == TB_AGAINST_GROWTH)
    self->with_relative = any;
}

static gboolean
has_kind (const TbTrack *track,
          TbKind         kind)
{
  for (gsize i = 0; i < track->n_points; i++)
    if (track->points[i].kind == kind)
      return TRUE;

  return FALSE;
}

/* So many that no pair could be told from the next; NULL where they are not. A year
 * may go before the first that has one earlier. */
static char *
dup_crowding (const TbVariances *self)
{
  const TbTrack *track = &self->part->tracks[0];
  gsize most = self->against == TB_AGAINST_GROWTH ? TB_VARIANCE_MOST_GROWTH : TB_VARIANCE_MOST_PAIRS;
  gsize n = 0;

  for (gsize i = 0; i < track->n_points; i++)
    n += is_current (&track->points[i]);

  return n > most ? g_strdup_printf (too_many.in[self->part->language], (int) most) : NULL;
}

static void
clear_pair (gpointer data)
{
  g_free (((TbVariance *) data)->absolute_text);
  g_free (((TbVariance *) data)->relative_text);
}

/**
 * tb_variances_new:
 * @against: what is asked
 * @figures: the chart's; gets notes and entries of the legend
 * @spec: what the chart shows
 * @error: return location for an error
 *
 * Sets each actual figure and forecast against that of the same period a year
 * earlier, or against the plan of its period, by the rules of comparison: what they
 * refuse has no number, but a reason in the notes.
 *
 * Missing: a figure with nothing to be set against is an empty slot; those before
 *   the first that has one are left out of %TB_AGAINST_PREVIOUS_YEAR.
 * Errors: %TB_CHART_ERROR_DATA where no figure has anything, and for several series.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the pairs
 */
TbVariances *
tb_variances_new (TbAgainst                against,
                  TbFigures               *figures,
                  const TbChartSpecFields *spec,
                  GError                 **error)
{
  g_autoptr (TbVariances) self = NULL;
  const gsize first = 0;
  TbDecimal factor;
  char *misfit;

  if (figures->n_tracks != 1)
    {
      tb_chart_take_misfit (error, g_strdup (several.in[figures->language]));
      return NULL;
    }
  self = g_new0 (TbVariances, 1);
  self->against = against;
  self->figures = figures;
  self->notes = g_ptr_array_new ();
  self->told = g_ptr_array_new ();
  self->part = tb_figures_new_part (figures, &first, 1);
  self->plain = tb_figures_new_empty (figures->language, figures->type, figures->selection, 0);
  self->plain->scale = tb_number_scale_for_power (0, figures->language);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (TbVariance));
  g_array_set_clear_func (self->pairs, clear_pair);
  self->aim = has_kind (&figures->tracks[0], TB_KIND_PLAN) ? TB_KIND_PLAN : TB_KIND_TARGET;
  self->in_points = tb_unit_points_factor (tb_series_get_info (figures->tracks[0].series)->unit, &factor);
  misfit = dup_crowding (self);
  if (misfit == NULL)
    {
      gather (self, figures);
      misfit = tb_variances_dup_misfit (self, figures->reference);
    }
  if (misfit != NULL)
    {
      tb_chart_take_misfit (error, misfit);
      return NULL;
    }
  sum_up (self);
  find_outliers (self);
  tb_variances_write_numbers (self);
  tb_variances_write_reasons (self, figures);
  tb_variances_write_words (self, figures);
  tb_variances_write_outlook (self, figures, spec);

  return g_steal_pointer (&self);
}

/**
 * tb_variances_add_note:
 * @self: pairs
 * @text: (transfer full): what a mark in the panels means
 *
 * Adds a note that goes with the panels.
 */
void
tb_variances_add_note (TbVariances *self,
                       char        *text)
{
  GPtrArray *explaining = self->figures->explaining;

  tb_figures_add_explaining_note (self->figures, text);
  g_ptr_array_add (self->notes, g_ptr_array_index (explaining, explaining->len - 1));
}

/**
 * tb_variances_limit:
 * @self: pairs
 * @with_absolute: whether there is room for amounts
 * @with_relative: whether there is room for percentages
 *
 * Leaves panels out, with the reasons, marks and colours that only they show.
 */
void
tb_variances_limit (TbVariances *self,
                    gboolean     with_absolute,
                    gboolean     with_relative)
{
  self->with_absolute = self->with_absolute && with_absolute;
  self->with_relative = self->with_relative && with_relative;
  for (guint i = 0; i < self->notes->len; i++)
    {
      g_ptr_array_remove (self->figures->notes, g_ptr_array_index (self->notes, i));
      g_ptr_array_remove (self->figures->explaining, g_ptr_array_index (self->notes, i));
    }
  g_ptr_array_set_size (self->notes, 0);
  g_array_set_size (self->figures->legend, 0);
  tb_variances_write_reasons (self, self->figures);
  tb_variances_write_words (self, self->figures);
}

/**
 * tb_variances_free:
 * @self: (transfer full): pairs
 *
 * Frees them.
 */
void
tb_variances_free (TbVariances *self)
{
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_clear_pointer (&self->part, tb_figures_free);
  g_clear_pointer (&self->plain, tb_figures_free);
  g_free (self);
}
