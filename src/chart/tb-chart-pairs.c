/* Two periods set against each other, series by series: which, and the verdicts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-pairs.h"

#include "tb-chart-figures-private.h"
#include "tb-chart-highlight.h"
#include "tb-chart-misfit.h"
#include "tb-palette.h"

#include <math.h>
#include <string.h>

/* The current period is sought among so many of the last, its base among so many of
 * the first. */
#define MOST_TRIED 24
#define MOST_BASES 240

/* Reasons that are told one by one. */
#define MOST_REASONS 3

typedef enum
{
  WORD_REFUSED, WORD_NO_FIGURE, WORD_MORE, WORD_NO_PAIR, WORD_NO_PERIOD, WORD_ALL_REFUSED, WORD_EARLIER, N_WORDS
} Word;

static const TbPhrase words[N_WORDS] = {
  [WORD_REFUSED] = { { "Not drawn: %s (%s)", "未绘出：%s（%s）" } },
  [WORD_NO_FIGURE] = { { "no figure for %s", "无%s数据" } },
  [WORD_MORE] = { { "Not drawn for such reasons: %d more series", "另有%d个序列因类似原因未绘出" } },
  [WORD_NO_PAIR] = { { "Two periods are needed: no series has figures in two that may be compared.",
                       "需要两个时期：没有序列具有两个可比时期的数据。" } },
  [WORD_NO_PERIOD] = { { "No series has figures for both %s and %s.", "没有序列同时具有%s和%s的数据。" } },
  [WORD_ALL_REFUSED] = { { "No comparison of %s with %s: %s.", "%s与%s不可比：%s。" } },
  [WORD_EARLIER] = { { "The base, %s, is not before %s.", "基期%s不早于%s。" } },
};

static gboolean
is_end (const TbChartPoint *point)
{
  return point->kind == TB_KIND_ACTUAL && !point->missing && !isnan (point->value) && point->conflict == 0;
}

/* The points are in order of period. */
static const TbChartPoint *
find_point (const TbTrack *track,
            TbPeriod       period)
{
  gsize from = 0;
  gsize to = track->n_points;

  while (from < to)
    {
      gsize middle = from + (to - from) / 2;

      if (tb_period_compare (track->points[middle].period, period) < 0)
        from = middle + 1;
      else
        to = middle;
    }
  for (gsize i = from; i < track->n_points && tb_period_compare (track->points[i].period, period) <= 0; i++)
    if (is_end (&track->points[i]) && tb_period_equal (track->points[i].period, period))
      return &track->points[i];

  return NULL;
}

static TbFigure
get_figure (const TbTrack      *track,
            const TbChartPoint *point)
{
  return (TbFigure) { track->series, (gsize) point->row };
}

static TbVerdict
compare (const TbFigures    *self,
         const TbTrack      *track,
         const TbChartPoint *base,
         const TbChartPoint *current)
{
  return tb_verdict_change (get_figure (track, base), get_figure (track, current), self->reference);
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  return tb_period_compare (*(const TbPeriod *) a, *(const TbPeriod *) b);
}

/* All periods with figures, each once, in order. */
static GArray *
list_periods (const TbFigures *self)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (TbPeriod));
  guint kept = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      if (is_end (&self->tracks[i].points[k]))
        g_array_append_val (periods, self->tracks[i].points[k].period);
  g_array_sort (periods, compare_periods);
  for (guint i = 0; i < periods->len; i++)
    if (kept == 0
        || !tb_period_equal (g_array_index (periods, TbPeriod, kept - 1), g_array_index (periods, TbPeriod, i)))
      g_array_index (periods, TbPeriod, kept++) = g_array_index (periods, TbPeriod, i);
  g_array_set_size (periods, kept);

  return periods;
}

static guint
count_series (const TbFigures *self,
              TbPeriod         period)
{
  guint n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    n += find_point (&self->tracks[i], period) != NULL;

  return n;
}

static guint
count_pairs (const TbFigures *self,
             TbPeriod         base,
             TbPeriod         current)
{
  guint n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbTrack *track = &self->tracks[i];
      const TbChartPoint *from = find_point (track, base);
      const TbChartPoint *to = find_point (track, current);

      n += from != NULL && to != NULL && compare (self, track, from, to).kind != TB_VERDICT_INVALID;
    }

  return n;
}

/* The earliest period before @current that the most series may be compared over.
 * Returns how many those are. */
static guint
find_base (const TbFigures *self,
           const GArray    *periods,
           TbPeriod         current,
           TbPeriod        *out_base)
{
  guint all = count_series (self, current);
  guint most = 0;

  for (guint i = 0; i < periods->len && most < all; i++)
    {
      TbPeriod period = g_array_index (periods, TbPeriod, i);
      guint n;

      if (tb_period_compare (period, current) >= 0 || i == MOST_BASES)
        break;
      n = count_pairs (self, period, current);
      if (n > most)
        {
          most = n;
          *out_base = period;
        }
    }

  return most;
}

/* Of the last periods the latest over which most series may be compared with an
 * earlier one. */
static void
find_pair (TbFigures    *self,
           const GArray *periods,
           TbPeriod      base)
{
  guint most = 0;

  for (guint i = 0; i < MIN (periods->len, MOST_TRIED); i++)
    {
      TbPeriod current = g_array_index (periods, TbPeriod, periods->len - 1 - i);
      TbPeriod before = base;
      guint n;

      if (tb_period_is_dated (base))
        n = tb_period_compare (base, current) < 0 ? count_pairs (self, base, current) : 0;
      else
        n = find_base (self, periods, current, &before);
      if (n <= most)
        continue;
      most = n;
      self->bar_period = current;
      self->base_period = before;
    }
}

/* A series keeps what it has of the two. */
static void
keep_points (TbTrack  *track,
             TbPeriod  base,
             TbPeriod  current)
{
  const TbChartPoint *ends[2] = { find_point (track, base), find_point (track, current) };
  TbChartPoint kept[2];
  gsize n = 0;

  for (int i = 0; i < 2; i++)
    if (ends[i] != NULL)
      kept[n++] = *ends[i];
  for (gsize i = 0; i < n; i++)
    track->points[i] = kept[i];
  track->n_points = n;
}

/**
 * tb_figures_keep_pair:
 * @self: figures
 * @spec: what to show
 *
 * Keeps of all figures those of two periods: the spec's, else the first and the last
 * that most series have and that the rules let be compared. Where there are none,
 * tb_pairs_new() tells why.
 */
void
tb_figures_keep_pair (TbFigures               *self,
                      const TbChartSpecFields *spec)
{
  g_autoptr (GArray) periods = list_periods (self);

  self->bar_period = spec->current;
  self->base_period = spec->base;
  if (!tb_period_is_dated (spec->current))
    find_pair (self, periods, spec->base);
  else if (!tb_period_is_dated (spec->base))
    find_base (self, periods, spec->current, &self->base_period);
  if (!tb_period_is_dated (self->bar_period) || !tb_period_is_dated (self->base_period))
    return;
  for (gsize i = 0; i < self->n_tracks; i++)
    keep_points (&self->tracks[i], self->base_period, self->bar_period);
}

/* Why a series is no pair; NULL where it is one. */
static char *
fill_pair (const TbPairs           *self,
           const TbChartSpecFields *spec,
           gsize                    index,
           TbPair                  *pair)
{
  TbFigures *figures = self->figures;
  const TbTrack *track = &figures->tracks[index];
  char *change;

  *pair = (TbPair) { .track = index };
  pair->base = find_point (track, figures->base_period);
  pair->current = find_point (track, figures->bar_period);
  if (pair->base == NULL || pair->current == NULL)
    return g_strdup_printf (words[WORD_NO_FIGURE].in[figures->language],
                            pair->base == NULL ? self->base_when : self->current_when);
  pair->verdict = compare (figures, track, pair->base, pair->current);
  if (pair->verdict.kind == TB_VERDICT_INVALID)
    return tb_verdict_dup_text (&pair->verdict, get_figure (track, pair->base), get_figure (track, pair->current),
                                figures->reference, figures->language);
  change = tb_verdict_dup_signed (&pair->verdict, get_figure (track, pair->base), get_figure (track, pair->current),
                                  figures->language, &pair->sign);
  pair->change = change == NULL ? "" : tb_figures_keep (figures, change);
  pair->ink = tb_ink_of_change (tb_series_get_info (track->series)->indicator->direction, pair->sign);
  pair->strong = tb_chart_spec_highlights (spec, figures, track);

  return NULL;
}

/* Two numbers that differ read differently: else all have a digit more. */
static void
write_numbers (TbPairs *self)
{
  TbFigures *figures = self->figures;
  gboolean alike = FALSE;

  for (int attempt = 0; attempt < 2; attempt++)
    {
      alike = FALSE;
      for (gsize i = 0; i < self->n_pairs; i++)
        {
          TbPair *pair = &self->pairs[i];

          pair->base_text = tb_figures_keep (figures, tb_figures_dup_number (figures, pair->base));
          pair->current_text = tb_figures_keep (figures, tb_figures_dup_number (figures, pair->current));
          alike = alike || (pair->sign != 0 && strcmp (pair->base_text, pair->current_text) == 0);
        }
      if (!alike || figures->n_decimals < 0)
        return;
      figures->n_decimals += attempt == 0;
    }
}

/* What a change is ordered by: the number that stands beside it, so that the order
 * can be seen. */
static double
get_gain (const TbPair *pair)
{
  if (!isnan (pair->verdict.points))
    return pair->verdict.points;
  if (!isnan (pair->verdict.relative))
    return pair->verdict.relative;

  return isnan (pair->verdict.absolute) ? -INFINITY : pair->verdict.absolute;
}

/* The largest first. */
static int
compare_pairs (gconstpointer a,
               gconstpointer b,
               gpointer      order)
{
  const TbPair *left = a;
  const TbPair *right = b;
  gboolean by_change = *(const TbChartOrder *) order == TB_CHART_ORDER_CHANGE;
  double of_left = by_change ? get_gain (left) : left->current->value;
  double of_right = by_change ? get_gain (right) : right->current->value;

  return (of_left < of_right) - (of_left > of_right);
}

static void
note_refused (TbFigures *figures,
              GPtrArray *reasons)
{
  for (guint i = 0; i < MIN (reasons->len, MOST_REASONS); i++)
    tb_figures_add_refused_note (figures, g_strdup (g_ptr_array_index (reasons, i)));
  if (reasons->len > MOST_REASONS)
    tb_figures_add_refused_note (
        figures, g_strdup_printf (words[WORD_MORE].in[figures->language], (int) (reasons->len - MOST_REASONS)));
}

static char *
write_when (const TbFigures *figures,
            TbPeriod         period)
{
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      const TbChartPoint *point = find_point (&figures->tracks[i], period);

      if (point != NULL)
        return tb_figures_dup_when (figures, point);
    }

  return tb_period_label (period, figures->language, TB_PERIOD_LABEL_FULL);
}

/* Why there is nothing to draw at all. */
static char *
dup_misfit (const TbPairs *self,
            const char    *reason,
            gboolean       any)
{
  TbLanguage language = self->figures->language;

  if (!tb_period_is_dated (self->figures->bar_period) || !tb_period_is_dated (self->figures->base_period))
    return g_strdup (words[WORD_NO_PAIR].in[language]);
  if (tb_period_compare (self->figures->base_period, self->figures->bar_period) >= 0)
    return g_strdup_printf (words[WORD_EARLIER].in[language], self->base_when, self->current_when);
  if (self->n_pairs > 0)
    return NULL;
  if (!any)
    return g_strdup_printf (words[WORD_NO_PERIOD].in[language], self->base_when, self->current_when);

  return g_strdup_printf (words[WORD_ALL_REFUSED].in[language], self->base_when, self->current_when, reason);
}

static void
fill_pairs (TbPairs                 *self,
            const TbChartSpecFields *spec,
            GPtrArray               *reasons,
            char                   **out_refusal)
{
  TbFigures *figures = self->figures;

  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      const TbTrack *track = &figures->tracks[i];
      TbPair *pair = &self->pairs[self->n_pairs];
      g_autofree char *reason = fill_pair (self, spec, i, pair);

      if (reason == NULL)
        {
          self->n_pairs++;
          self->is_directed = self->is_directed
                              || tb_series_get_info (track->series)->indicator->direction != TB_DIRECTION_NONE;
          self->has_highlight = self->has_highlight || pair->strong;
          continue;
        }
      if (track->hidden)
        continue;
      if (pair->base != NULL && pair->current != NULL && *out_refusal == NULL)
        *out_refusal = g_strdup (reason);
      g_ptr_array_add (reasons, g_strdup_printf (words[WORD_REFUSED].in[figures->language], track->name, reason));
    }
}

/**
 * tb_pairs_new:
 * @figures: the figures of two periods, by tb_figures_keep_pair()
 * @spec: what to show
 * @error: return location for an error
 *
 * Sets each series' figures of two periods against each other by the rules of
 * comparison. What they refuse is left out and told in the notes with its reason.
 *
 * Errors: %TB_CHART_ERROR_DATA where no pair is left, with the reason.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the pairs; @figures must outlive them
 */
TbPairs *
tb_pairs_new (TbFigures                *figures,
              const TbChartSpecFields  *spec,
              GError                  **error)
{
  TbPairs *self = g_new0 (TbPairs, 1);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *refusal = NULL;
  TbChartOrder order = spec->order;
  char *misfit;

  self->figures = figures;
  self->pairs = g_new0 (TbPair, figures->n_tracks + 1);
  self->base_when = tb_figures_keep (figures, write_when (figures, figures->base_period));
  self->current_when = tb_figures_keep (figures, write_when (figures, figures->bar_period));
  if (tb_period_is_dated (figures->base_period) && tb_period_is_dated (figures->bar_period))
    fill_pairs (self, spec, reasons, &refusal);
  misfit = dup_misfit (self, refusal, refusal != NULL);
  if (misfit != NULL)
    {
      tb_chart_take_misfit (error, misfit);
      tb_pairs_free (self);
      return NULL;
    }
  write_numbers (self);
  /* Stable: what is alike keeps the order of the file. */
  if (order != TB_CHART_ORDER_DECLARED)
    g_sort_array (self->pairs, self->n_pairs, sizeof *self->pairs, compare_pairs, &order);
  note_refused (figures, reasons);

  return self;
}

void
tb_pairs_free (TbPairs *self)
{
  g_free (self->pairs);
  g_free (self);
}

/* Good and bad only where the indicator has a direction; else one stands out, or all
 * are alike. */
TbColor
tb_pairs_get_color (const TbPairs  *self,
                    const TbCanvas *canvas,
                    const TbPair   *pair)
{
  const TbTheme *theme = canvas->theme;

  if (self->has_highlight)
    return pair->strong ? theme->highlight : tb_color_mix (theme->background, theme->text_muted, 0.6);
  if (!self->is_directed)
    return theme->series[0];

  return tb_canvas_get_ink (canvas, pair->ink, -1);
}

TbColor
tb_pairs_get_text_color (const TbPairs  *self,
                         const TbCanvas *canvas,
                         const TbPair   *pair)
{
  const TbTheme *theme = canvas->theme;

  if (self->has_highlight && !pair->strong)
    return theme->text_muted;
  if (!self->has_highlight && !self->is_directed)
    return theme->text;

  return tb_canvas_get_readable (canvas, tb_pairs_get_color (self, canvas, pair));
}
