/* What a chart shows, before any pixel: series with points, scale and names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"

#include "tb-chart-lanes.h"
#include "tb-chart-type.h"
#include "tb-chart-units.h"
#include "tb-decoration-plan.h"
#include "tb-chart-words.h"
#include "tb-figure-text.h"
#include "tb-scale.h"

#include <math.h>
#include <string.h>

/* With more numbers than this the scale's word at each would be a drone; it
 * goes into the subtitle then. */
#define MOST_NUMBERS_WITH_SCALE 8

/* One figure, or one beside its target, is said as in a sentence: 0.35万个. More
 * are a table: 单位：万个 once, and plain numbers. */
#define MOST_NUMBERS_WITH_UNIT 2

/* A ranking sets each number beside the largest: this share of a unit of the
 * scale is the least of which two digits remain. */
#define LEAST_IN_SCALE 0.01

#define DIGITS_OF_MANY 4

/* A few numbers keep all digits that any was printed with, up to so many behind the
 * point: 6.40 beside 0.25, not 6.4. */
#define MOST_LEVELLED 3

/* An axis from −10³⁰⁷ to 10³⁰⁷, widened to round ends, is still a double. */
#define LARGEST_DRAWN 1e307

/* Smaller ones have lost digits (subnormal doubles), and their quotients are none. */
#define SMALLEST_DRAWN 1e-300

const char *
tb_figures_keep (TbFigures *self,
                 char      *text)
{
  g_ptr_array_add (self->strings, text);

  return text;
}

/**
 * tb_figures_add_note:
 * @self: figures
 * @text: (transfer full): a sentence
 *
 * Adds to the notes what is not told there yet.
 */
void
tb_figures_add_note (TbFigures *self,
                     char      *text)
{
  if (g_ptr_array_find_with_equal_func (self->notes, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (self->notes, (gpointer) tb_figures_keep (self, text));
}

/**
 * tb_figures_add_explaining_note:
 * @self: figures
 * @text: (transfer full): what a mark in the plot means
 *
 * Adds a note that is left out after all others where there is little room: no mark
 * stands without its reason.
 */
void
tb_figures_add_explaining_note (TbFigures *self,
                                char      *text)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (self->notes, text, g_str_equal, &at))
    g_free (text);
  else
    {
      at = self->notes->len;
      tb_figures_add_note (self, text);
    }
  g_ptr_array_add (self->explaining, g_ptr_array_index (self->notes, at));
}

/**
 * tb_figures_add_refused_note:
 * @self: figures
 * @text: (transfer full): what is not compared, and why
 *
 * Adds a note that the window shows beside the figure too.
 */
void
tb_figures_add_refused_note (TbFigures *self,
                             char      *text)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (self->notes, text, g_str_equal, &at))
    g_free (text);
  else
    {
      at = self->notes->len;
      tb_figures_add_note (self, text);
    }
  g_ptr_array_add (self->refused, g_ptr_array_index (self->notes, at));
}

/**
 * tb_figures_add_refusal:
 * @self: figures
 * @text: (transfer full): a sentence
 *
 * Puts what was asked for and is not drawn before the notes.
 */
void
tb_figures_add_refusal (TbFigures *self,
                        char      *text)
{
  if (g_ptr_array_find_with_equal_func (self->notes, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_insert (self->notes, (int) self->n_refusals++, (gpointer) tb_figures_keep (self, text));
}

/**
 * tb_figures_add_legend:
 * @self: figures
 * @text: (transfer full): a name
 * @swatch: what stands before it
 * @ink: its colour
 * @track: the series, of %TB_INK_TRACK, and what a click on it switches; −1: none
 *
 * Adds an entry to the legend above the plot.
 */
void
tb_figures_add_legend (TbFigures *self,
                       char      *text,
                       TbSwatch   swatch,
                       TbInk      ink,
                       int        track)
{
  TbLegendEntry entry = { tb_figures_keep (self, text), swatch, ink, track };

  g_array_append_val (self->legend, entry);
}

/**
 * tb_figures_find_track:
 * @self: figures
 * @point: one of its points
 *
 * Returns: (transfer none): the track that holds it
 */
const TbTrack *
tb_figures_find_track (const TbFigures    *self,
                       const TbChartPoint *point)
{
  for (gsize i = 0; i + 1 < self->n_tracks; i++)
    if (point >= self->tracks[i].points && point < self->tracks[i].points + self->tracks[i].n_points)
      return &self->tracks[i];

  return &self->tracks[self->n_tracks - 1];
}

/* The rows that a track is read from; of what was computed, all of its series. */
static double
find_largest (const TbFigures *self)
{
  double largest = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_rows; k++)
      largest = fmax (largest, fabs (tb_series_get_figure (self->tracks[i].series, self->tracks[i].rows[k])));

  return largest;
}

/* How many digits behind the point, up to @most, any figure was printed with in the
 * chart's scale: 11.2亿 does not become 11.20亿. */
static int
find_printed_decimals (const TbFigures *self,
                       int              most)
{
  int decimals = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_rows && decimals < most; k++)
      {
        TbObservation observation;
        double multiplier;

        tb_series_get (self->tracks[i].series, self->tracks[i].rows[k], &observation);
        multiplier = tb_decimal_to_double (observation.multiplier);
        if (observation.has_value && multiplier > 0)
          decimals = MAX (decimals, self->scale.power - observation.value.exponent - (int) lround (log10 (multiplier)));
        else if (tb_observation_is_range (&observation))
          decimals = most;
      }

  return MIN (decimals, most);
}

static double
find_smallest (const TbFigures *self)
{
  double smallest = INFINITY;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_rows; k++)
      {
        double size = fabs (tb_series_get_figure (self->tracks[i].series, self->tracks[i].rows[k]));

        if (size > 0)
          smallest = fmin (smallest, size);
      }

  return smallest;
}

/* Series of unlike size stand side by side, each with its number. */
static gboolean
sets_numbers_together (const TbFigures *self)
{
  return self->type == TB_CHART_BAR || self->type == TB_CHART_SMALL_MULTIPLES || self->type == TB_CHART_SLOPE ||
         self->type == TB_CHART_DUMBBELL;
}

/* Numbers that stand in one column keep two digits of the smallest: 14,310万 and
 * 70万, not 1.431亿 and 0.007亿. */
static void
lower_scale (TbFigures *self)
{
  int step = self->language == TB_LANGUAGE_ZH ? 4 : 3;

  while (sets_numbers_together (self) && self->scale.power > 0 &&
         find_smallest (self) < LEAST_IN_SCALE * pow (10, self->scale.power) &&
         find_largest (self) < pow (10, self->scale.power - step + 6))
    {
      int power = self->scale.power - step;

      self->scale = tb_number_scale_for_power (self->language == TB_LANGUAGE_EN && power < 6 ? 0 : power, self->language);
    }
}

/* English scale words are long: they are said once. */
static void
choose_suffix (TbFigures *self,
               gsize      n_numbers)
{
  const char *suffix = self->scale.suffix;
  gboolean several = self->type == TB_CHART_COLUMN || self->type == TB_CHART_BAR;

  self->labels_carry_scale = FALSE;
  if (self->language != TB_LANGUAGE_ZH || self->scale.power == 0 || !several || n_numbers > MOST_NUMBERS_WITH_UNIT)
    return;
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      char *unit = tb_unit_label (tb_series_get_info (self->tracks[i].series)->unit, suffix, self->language);

      if (i > 0 && strcmp (unit, self->mark_suffix) != 0)
        {
          g_free (unit);
          return;
        }
      self->mark_suffix = tb_figures_keep (self, unit);
    }
  self->labels_carry_scale = TRUE;
}

/* Than are asked for, where each is shown as it was printed. */
static gboolean
any_has_more_decimals (const TbFigures *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_rows; k++)
      {
        TbObservation observation;
        double multiplier;

        tb_series_get (self->tracks[i].series, self->tracks[i].rows[k], &observation);
        multiplier = tb_decimal_to_double (observation.multiplier);
        if (observation.has_value && multiplier > 0 &&
            tb_number_decimals (observation.figure, -observation.value.exponent - (int) lround (log10 (multiplier)),
                                self->scale) > self->most_decimals)
          return TRUE;
      }

  return FALSE;
}

/* One scale for all numbers of the figures (L-1). */
void
tb_figures_choose_scale (TbFigures *self)
{
  gsize n_numbers = 0;

  self->scale = tb_number_scale_for_power (0, self->language);
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbTrack *track = &self->tracks[i];
      TbNumberScale scale = tb_figure_scale (track->series, track->rows, track->n_rows, self->language);

      n_numbers += track->n_rows;
      if (scale.power > self->scale.power)
        self->scale = scale;
    }
  lower_scale (self);
  self->n_decimals = -1;
  if (self->scale.power > 0 && n_numbers > MOST_NUMBERS_WITH_SCALE)
    {
      double largest = find_largest (self) / pow (10, self->scale.power);

      self->n_decimals = CLAMP (DIGITS_OF_MANY - 1 - (int) floor (log10 (MAX (largest, 1))), 0, 3);
      self->n_decimals = find_printed_decimals (self, self->n_decimals);
    }
  else if (self->scale.power > 0 && n_numbers > MOST_NUMBERS_WITH_UNIT &&
           find_printed_decimals (self, MOST_LEVELLED + 1) <= MOST_LEVELLED)
    self->n_decimals = find_printed_decimals (self, MOST_LEVELLED);
  self->is_rounded = self->most_decimals >= 0 && (self->n_decimals >= 0 ? self->n_decimals > self->most_decimals
                                                                         : any_has_more_decimals (self));
  self->n_decimals = tb_figures_cap_decimals (self, self->n_decimals);
  choose_suffix (self, n_numbers);
}

/* A figure of a series, where it is looked for by its period. */
typedef struct
{
  TbPeriod period;
  gsize    track;
} Sighting;

static int
compare_sightings (gconstpointer a,
                   gconstpointer b)
{
  const Sighting *left = a;
  const Sighting *right = b;
  int order = tb_period_compare (left->period, right->period);

  return order != 0 ? order : (left->track > right->track) - (left->track < right->track);
}

/* In how many series each period has a figure of a kind: of the periods that most
 * have, the latest. Returns how many series those are; 0: no figure is of that kind. */
static gsize
find_common_period (const TbFigures *self,
                    TbKind           kind,
                    TbPeriod        *out_period)
{
  g_autoptr (GArray) sightings = g_array_new (FALSE, FALSE, sizeof (Sighting));
  gsize most = 0;
  gsize n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];
        Sighting sighting = { point->period, i };

        if (point->kind == kind && !point->missing)
          g_array_append_val (sightings, sighting);
      }
  g_array_sort (sightings, compare_sightings);
  for (guint i = 0; i < sightings->len; i++)
    {
      const Sighting *here = &g_array_index (sightings, Sighting, i);
      const Sighting *before = i > 0 ? here - 1 : NULL;

      if (before == NULL || !tb_period_equal (before->period, here->period))
        n = 1;
      else
        n += before->track != here->track;
      if (n >= most)
        {
          most = n;
          *out_period = here->period;
        }
    }

  return most;
}

static gboolean
has_period (const TbFigures *self,
            TbKind           kind,
            TbPeriod         period)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      if (self->tracks[i].points[k].kind == kind && !self->tracks[i].points[k].missing &&
          tb_period_equal (self->tracks[i].points[k].period, period))
        return TRUE;

  return FALSE;
}

/* @wanted_period, else the period that most series have a figure of, the latest of
 * several such. */
static void
keep_one_period (TbFigures *self,
                 TbPeriod   wanted_period)
{
  TbKind kind = TB_KIND_ACTUAL;

  self->bar_period = wanted_period;
  for (int wanted = TB_KIND_ACTUAL; wanted <= TB_KIND_FORECAST; wanted++)
    if (tb_period_is_dated (wanted_period) ? has_period (self, (TbKind) wanted, wanted_period)
                                           : find_common_period (self, (TbKind) wanted, &self->bar_period) > 0)
      {
        kind = (TbKind) wanted;
        break;
      }

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbTrack *track = &self->tracks[i];
      gsize n = 0;

      for (gsize k = 0; k < track->n_points; k++)
        {
          const TbChartPoint *point = &track->points[k];

          if (tb_period_equal (point->period, self->bar_period) && !point->missing &&
              (point->kind == kind || (kind == TB_KIND_ACTUAL && point->kind != TB_KIND_FORECAST)))
            track->points[n++] = track->points[k];
        }
      track->n_points = n;
    }
}

static void
list_tracks (TbFigures *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      self->tracks[i].series = tb_selection_get (self->selection, i)->series;
      self->tracks[i].index = (int) i;
    }
}

/* Figures of a chart without any track. */
TbFigures *
tb_figures_new_empty (TbLanguage         language,
                      TbChartType        type,
                      const TbSelection *selection,
                      gsize              n_tracks)
{
  TbFigures *self = g_new0 (TbFigures, 1);

  self->language = language;
  self->type = type;
  self->notation = tb_chart_type_get_notation (type);
  self->selection = selection;
  self->reference = TB_REFERENCE_OF (tb_selection_get_dataset (selection));
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new ();
  self->explaining = g_ptr_array_new ();
  self->refused = g_ptr_array_new ();
  self->legend = g_array_new (FALSE, FALSE, sizeof (TbLegendEntry));
  self->bar_period = self->base_period = TB_PERIOD_UNDATED;
  self->most_decimals = TB_CHART_AS_PUBLISHED;
  self->n_tracks = n_tracks;
  self->tracks = g_new0 (TbTrack, MAX (n_tracks, 1));
  self->title = self->subtitle = self->source = "";

  return self;
}

static char *
explain_nothing (const TbFigures        *self,
                 gsize                   n_missing,
                 const TbFiguresReading *reading)
{
  g_autofree char *texts = NULL;

  if (reading->undated->len > 0)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_NO_DATED, self->language));
  if (reading->changes_only->len > 0)
    {
      texts = tb_chart_words_join (reading->changes_only, self->language);
      return tb_chart_words_format (TB_WORD_MISFIT_CHANGE_ONLY, self->language, texts);
    }
  if (reading->verbal->len > 0)
    return tb_chart_words_format (TB_WORD_MISFIT_VERBAL, self->language, g_ptr_array_index (reading->verbal, 0));

  return g_strdup (tb_chart_word (n_missing > 0 ? TB_WORD_MISFIT_NO_NUMBER : TB_WORD_MISFIT_EMPTY, self->language));
}

/* Fills the tracks with their points. Returns how many have no number. */
static gsize
read_tracks (TbFigures        *self,
             TbFiguresReading *reading)
{
  gsize n_missing = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    tb_figures_read_track (reading, &self->tracks[i]);
  tb_figures_widen_lone_days (self);
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        TbTrack *track = &self->tracks[i];

        track->longest = MAX (track->longest, track->points[k].end - track->points[k].start);
        n_missing += track->points[k].missing;
      }

  return n_missing;
}

/* Why nothing can be drawn; NULL where something can. */
static char *
find_misfit (const TbFigures        *self,
             gsize                   n_missing,
             const TbFiguresReading *reading)
{
  double low, high;

  if (!tb_figures_get_extent (self, &low, &high))
    return explain_nothing (self, n_missing, reading);
  if (fmax (fabs (low), fabs (high)) > LARGEST_DRAWN)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_TOO_LARGE, self->language));
  if (fmax (fabs (low), fabs (high)) > 0 && fmax (fabs (low), fabs (high)) < SMALLEST_DRAWN)
    return g_strdup (tb_chart_word (TB_WORD_MISFIT_TOO_SMALL, self->language));

  return NULL;
}

/**
 * tb_figures_new:
 * @spec: what to show
 * @selection: its figures; must outlive the result
 * @error: return location for an error
 *
 * Reads the figures of a selection into points with spans, marks and words.
 *
 * Missing: a figure without a number is a gap; one without a period, or of which
 *   only the change was published, is told in the notes.
 * Errors: %TB_CHART_ERROR_DATA where there is nothing to draw.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the figures
 */
TbFigures *
tb_figures_new (const TbChartSpecFields *spec,
                const TbSelection       *selection,
                GError                 **error)
{
  static const TbPhrase all_hidden = { { "All series are switched off in the legend.", "图例中的序列均已关闭。" } };
  g_autoptr (TbFigures) self = tb_figures_new_empty (spec->language, spec->type, selection,
                                                     tb_selection_get_n (selection));
  g_autoptr (GPtrArray) undated = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) changes_only = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) verbal = g_ptr_array_new_with_free_func (g_free);
  TbFiguresReading reading = { self, undated, changes_only, verbal, FALSE };
  g_autofree char *misfit = NULL;
  gsize n_missing;

  self->reference.as_of = spec->as_of;
  self->known = spec->known;
  self->most_decimals = spec->decimals;
  if (self->n_tracks == 0)
    {
      g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA, tb_chart_word (TB_WORD_MISFIT_EMPTY, self->language));
      return NULL;
    }

  list_tracks (self);
  if (!tb_figures_choose_rows (self, spec))
    {
      g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA, all_hidden.in[self->language]);
      return NULL;
    }
  tb_figures_choose_scale (self);
  n_missing = read_tracks (self, &reading);
  tb_figures_name_tracks (self);
  tb_figures_name_units (self);
  if (self->type == TB_CHART_BAR)
    keep_one_period (self, spec->current);
  if (self->type == TB_CHART_SMALL_MULTIPLES)
    self->notation = tb_figures_choose_notation (self);
  if (tb_chart_type_get_class (self->type)->keep_points != NULL)
    tb_chart_type_get_class (self->type)->keep_points (self, spec);
  misfit = find_misfit (self, n_missing, &reading);
  if (misfit != NULL)
    {
      g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA, misfit);
      return NULL;
    }
  tb_decorations_apply_breaks (self, spec);
  tb_figures_write_texts (self, spec, &reading);

  return g_steal_pointer (&self);
}

/**
 * tb_figures_free:
 * @self: (transfer full): figures
 *
 * Frees the figures with their texts.
 */
void
tb_figures_free (TbFigures *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    g_free (self->tracks[i].points);
  g_free (self->tracks);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->explaining);
  g_ptr_array_unref (self->refused);
  g_array_unref (self->legend);
  g_ptr_array_unref (self->strings);
  g_clear_pointer (&self->computed, tb_selection_unref);
  g_free (self);
}

/**
 * tb_figures_get_extent:
 * @self: figures
 * @out_min: (out): the smallest number drawn
 * @out_max: (out): the largest
 *
 * Returns: FALSE where no number is drawn
 */
gboolean
tb_figures_get_extent (const TbFigures *self,
                       double          *out_min,
                       double          *out_max)
{
  double low = INFINITY;
  double high = -INFINITY;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];

        /* fmin() and fmax() leave NaN aside. */
        low = fmin (fmin (low, point->value), fmin (point->low, point->high));
        high = fmax (fmax (high, point->value), fmax (point->low, point->high));
      }
  *out_min = low;
  *out_max = high;

  return low <= high;
}
