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

/* An axis from −10³⁰⁷ to 10³⁰⁷, widened to round ends, is still a double. */
#define LARGEST_DRAWN 1e307

/* Smaller ones have lost digits (subnormal doubles), and their quotients are none. */
#define SMALLEST_DRAWN 1e-300

/**
 * tb_figures_keep:
 * @self: figures
 * @text: (transfer full): a text
 *
 * Keeps a text as long as @self.
 *
 * Returns: (transfer none): @text
 */
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

/* @marked: what the note is listed in too. */
static void
add_marked_note (TbFigures *self,
                 GPtrArray *marked,
                 char      *text)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (self->notes, text, g_str_equal, &at))
    g_free (text);
  else
    {
      at = self->notes->len;
      g_ptr_array_add (self->notes, (gpointer) tb_figures_keep (self, text));
    }
  g_ptr_array_add (marked, g_ptr_array_index (self->notes, at));
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
  add_marked_note (self, self->explaining, text);
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
  add_marked_note (self, self->refused, text);
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
 * tb_ink_of_change:
 * @better: which way is better
 * @sign: of the change: above, below or at 0
 *
 * Returns: the colour of a change (N-4)
 */
TbInk
tb_ink_of_change (TbDirection better,
                  int         sign)
{
  static const TbInk inks[] = {
    [TB_TONE_NEUTRAL] = TB_INK_NEUTRAL, [TB_TONE_GOOD] = TB_INK_GOOD, [TB_TONE_BAD] = TB_INK_BAD
  };

  return inks[tb_direction_get_tone (better, sign)];
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

static void
list_tracks (TbFigures *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      self->tracks[i].series = tb_selection_get (self->selection, i)->series;
      self->tracks[i].index = (int) i;
    }
}

/**
 * tb_figures_new_empty:
 * @language: the figure's
 * @type: of chart
 * @selection: what it shows; must outlive the result
 * @n_tracks: how many tracks there will be
 *
 * Returns: (transfer full): figures of a chart whose tracks are still empty
 */
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
      g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA,
                           tb_chart_word (TB_WORD_MISFIT_EMPTY, self->language));
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
