/* C9: running totals above, what each period added below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-pair.h"

#include "tb-chart-misfit.h"
#include "tb-chart-words.h"

#include <math.h>

/* A span longer than the shortest by so much, in months, holds several. */
#define LONGER 0.5

/* Ends this near to each other, in months, are one. */
#define SAME_TIME 0.02

/* Y-7: beyond this share of itself an amount is mostly rounding. */
#define MOST_ROUNDING 0.2

#define MOST_NOTES 3
#define MOST_DECIMALS 4
#define MOST_TOLD 12

static const TbPhrase one_series
    = { { "Running totals and their parts are shown for one series; choose one indicator and one place.",
          "累计与当期图只显示一个序列，请选择一个指标和一个地区。" } };
static const TbPhrase too_few = { { "There are no running totals that single periods could be taken from.",
                                    "没有可拆分为当期数的累计数。" } };
static const TbPhrase merged_note = { { "Hatched: several periods together, as no total between was published (%s)",
                                        "斜线柱为数期合计（%s），其间未公布累计数" } };
static const TbPhrase negative_note = { { "%s is below zero, perhaps because an earlier total of the year was revised",
                                          "%s当期为负，或为年内前期累计数修订所致" } };
static const TbPhrase rounding_note
    = { { "%s is small beside the rounding of the totals (±%s)", "%s当期数与累计数的四舍五入误差（±%s）相近，仅供参考" } };
static const TbPhrase parts_told = { { "In single periods: ", "当期：" } };

static void
clear_slot (gpointer data)
{
  TbPairSlot *slot = data;

  g_free (slot->total_text);
  g_free (slot->part_text);
}

void
tb_pair_free (gpointer content)
{
  TbPair *self = content;

  g_array_unref (self->slots);
  g_clear_pointer (&self->discrete, tb_figures_free);
  g_free (self);
}

static gboolean
is_total (const TbChartPoint *point)
{
  return !tb_chart_point_is_reference (point) && point->conflict == 0 && !point->missing &&
         (point->basis == TB_BASIS_YEAR_TO_DATE || point->bracket);
}

static const TbChartPoint *
find_total (const TbTrack      *track,
            const TbChartPoint *part)
{
  const TbChartPoint *found = NULL;

  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];

      if (!tb_chart_point_is_reference (point) && point->conflict == 0 && !point->missing &&
          point->period.end == part->period.end && point->start < part->start + SAME_TIME &&
          (found == NULL || point->start < found->start))
        found = point;
    }

  return found;
}

static double
find_shortest (const TbTrack *track)
{
  double shortest = INFINITY;

  for (gsize i = 0; i < track->n_points; i++)
    shortest = MIN (shortest, track->points[i].end - track->points[i].start);

  return shortest;
}

static void
gather (TbPair *self)
{
  const TbTrack *parts = &self->discrete->tracks[0];
  double shortest = find_shortest (parts);

  for (gsize i = 0; i < parts->n_points; i++)
    {
      TbPairSlot slot = { .part = &parts->points[i] };

      if (slot.part->conflict > 0)
        continue;
      slot.total = find_total (&self->figures->tracks[0], slot.part);
      slot.merged = slot.part->end - slot.part->start > shortest + LONGER;
      slot.negative = slot.part->value < 0;
      slot.part_text = tb_figures_dup_number (self->discrete, slot.part);
      slot.total_text = slot.total != NULL ? tb_figures_dup_number (self->figures, slot.total) : g_strdup ("");
      g_array_append_val (self->slots, slot);
    }
}

/* The decimals that the digits of a number need, below zero for whole tens. */
static int
count_own_decimals (TbDecimal decimal)
{
  int n = -decimal.exponent;

  for (; decimal.mantissa != 0 && decimal.mantissa % 10 == 0; decimal.mantissa /= 10)
    n--;

  return decimal.mantissa != 0 ? n : G_MININT16;
}

/* As many as any of the totals needs. */
static int
count_decimals (const TbPair *self)
{
  const TbTrack *track = &self->figures->tracks[0];
  int n_decimals = 0;

  for (gsize i = 0; i < track->n_points; i++)
    {
      TbObservation observation;
      TbInterval value;

      tb_series_get (track->series, (gsize) track->points[i].row, &observation);
      if (tb_interval_read (&value, &observation, tb_series_get_info (track->series)->unit) && value.low.exact)
        n_decimals = MAX (n_decimals, self->figures->scale.power + count_own_decimals (value.low.value));
    }

  return MIN (n_decimals, MOST_DECIMALS);
}

/* Both panels share the scale of the totals (N-6). */
static void
share_scale (TbPair *self)
{
  self->figures->labels_carry_scale = FALSE;
  self->discrete->labels_carry_scale = FALSE;
  self->discrete->scale = self->figures->scale;
  if (self->figures->n_decimals < 0)
    self->figures->n_decimals = tb_figures_cap_decimals (self->figures, count_decimals (self));
  self->discrete->n_decimals = self->figures->n_decimals;
}

/* Lists spans that @take takes, a few of them. */
static char *
list_slots (const TbPair *self,
            gboolean    (*take) (const TbPairSlot *slot))
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n_more = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const TbPairSlot *slot = &g_array_index (self->slots, TbPairSlot, i);

      if (!take (slot))
        continue;
      if (texts->len < MOST_NOTES)
        g_ptr_array_add (texts, tb_figures_dup_when (self->discrete, slot->part));
      else
        n_more++;
    }

  return texts->len > 0 ? tb_chart_words_join_some (texts, n_more, self->figures->language) : NULL;
}

static gboolean is_merged (const TbPairSlot *slot) { return slot->merged && !slot->part->missing; }
static gboolean is_negative (const TbPairSlot *slot) { return slot->negative; }

static double
get_rounding (const TbPair       *self,
              const TbChartPoint *total)
{
  const TbSeries *series = self->figures->tracks[0].series;
  TbObservation observation;
  TbInterval value;

  tb_series_get (series, (gsize) total->row, &observation);

  return tb_interval_read (&value, &observation, tb_series_get_info (series)->unit) ? value.rounding : 0;
}

/* Y-7: the half-units of both totals that an amount is the difference of. */
static void
note_rounding (TbPair *self)
{
  guint n = 0;

  for (guint i = 1; i < self->slots->len && n < MOST_NOTES; i++)
    {
      const TbPairSlot *slot = &g_array_index (self->slots, TbPairSlot, i);
      const TbPairSlot *before = slot - 1;
      g_autofree char *when = NULL;
      g_autofree char *size = NULL;
      double rounding;
      int decimals;

      if (slot->part->missing || slot->total == NULL || before->total == NULL ||
          fabs (slot->total->start - before->total->start) > SAME_TIME)
        continue;
      rounding = get_rounding (self, slot->total) + get_rounding (self, before->total);
      if (rounding <= MOST_ROUNDING * fabs (slot->part->value) || !(rounding > 0))
        continue;
      when = tb_figures_dup_when (self->discrete, slot->part);
      decimals = self->figures->scale.power - (int) floor (log10 (rounding));
      size = tb_number_format_scaled (rounding, MAX (decimals, 0), self->figures->scale, FALSE);
      tb_figures_add_note (self->figures, g_strdup_printf (rounding_note.in[self->figures->language], when, size));
      n++;
    }
}

/* Why an amount could not be computed, or what the engine warns of. */
static void
note_reasons (TbPair *self)
{
  const TbTrack *parts = &self->discrete->tracks[0];
  TbLanguage language = self->figures->language;
  guint n = 0;

  for (guint i = 0; i < self->slots->len && n < MOST_NOTES; i++)
    {
      const TbPairSlot *slot = &g_array_index (self->slots, TbPairSlot, i);
      TbObservation observation;
      const char *note;
      g_autofree char *when = NULL;

      tb_series_get (parts->series, (gsize) slot->part->row, &observation);
      note = observation.extra != NULL ? tb_text_get (&observation.extra->note, language) : NULL;
      if (note == NULL || note[0] == '\0' || slot->negative || is_merged (slot))
        continue;
      when = tb_figures_dup_when (self->discrete, slot->part);
      tb_figures_add_note (self->figures, tb_chart_words_format (TB_WORD_PERIOD_NOTE, language, when, note));
      n++;
    }
}

static void
write_notes (TbPair *self)
{
  TbLanguage language = self->figures->language;
  g_autofree char *merged = list_slots (self, is_merged);
  g_autofree char *negative = list_slots (self, is_negative);

  if (merged != NULL)
    tb_figures_add_note (self->figures, g_strdup_printf (merged_note.in[language], merged));
  if (negative != NULL)
    tb_figures_add_note (self->figures, g_strdup_printf (negative_note.in[language], negative));
  note_rounding (self);
  note_reasons (self);
}

/**
 * tb_pair_new:
 * @figures: figures of one series of running totals
 * @spec: what to show
 * @error: return location for an error
 *
 * Sets beside each total of the year to date what its last period added, as the
 * engine computes it (Y-1): several periods together where a total between is
 * missing (Y-2), below zero where a total fell (Y-4).
 *
 * Errors: %TB_CHART_ERROR_DATA for several series, or where no amount can be
 *   taken from totals (Y-3), with the rule.
 *
 * Returns: (transfer full) (nullable): the content
 */
TbPair *
tb_pair_new (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  const TbTransform step = { .kind = TB_TRANSFORM_DISCRETE };
  g_autoptr (TbPair) self = g_new0 (TbPair, 1);
  gsize n_totals = 0;

  self->figures = figures;
  self->slots = g_array_new (FALSE, TRUE, sizeof (TbPairSlot));
  g_array_set_clear_func (self->slots, clear_slot);
  if (figures->n_tracks != 1)
    {
      tb_chart_take_misfit (error, g_strdup (one_series.in[figures->language]));
      return NULL;
    }
  self->discrete = tb_figures_new_transformed (figures, 0, &step, 1, error);
  if (self->discrete == NULL)
    return NULL;
  for (gsize i = 0; i < figures->tracks[0].n_points; i++)
    n_totals += is_total (&figures->tracks[0].points[i]);
  if (n_totals < 2)
    {
      tb_chart_take_misfit (error, g_strdup (too_few.in[figures->language]));
      return NULL;
    }
  share_scale (self);
  gather (self);
  write_notes (self);

  return g_steal_pointer (&self);
}

/**
 * tb_pair_ties_out:
 * @self: totals and their parts
 *
 * Returns: whether the parts of each year add up to each of its totals, within the
 *   rounding of that
 */
gboolean
tb_pair_ties_out (const TbPair *self)
{
  const TbUnit *unit = tb_series_get_info (self->figures->tracks[0].series)->unit;
  TbInterval sum = tb_interval_of_number (0, 0);
  gboolean is_whole = TRUE;
  double start = NAN;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const TbPairSlot *slot = &g_array_index (self->slots, TbPairSlot, i);
      TbObservation part, total;
      TbInterval value;

      if (slot->total == NULL)
        continue;
      tb_series_get (self->discrete->tracks[0].series, (gsize) slot->part->row, &part);
      tb_series_get (self->figures->tracks[0].series, (gsize) slot->total->row, &total);
      if (!(fabs (slot->total->start - start) < SAME_TIME))
        {
          sum = tb_interval_of_number (0, 0);
          is_whole = TRUE;
        }
      start = slot->total->start;
      is_whole = is_whole && tb_interval_read (&value, &part, unit);
      if (!is_whole)
        continue;
      sum = tb_interval_add (&sum, &value);
      tb_interval_read (&value, &total, unit);
      if (fabs (tb_interval_get_stated (&sum) - tb_interval_get_stated (&value))
          > value.rounding + 1e-9 * fabs (value.low.number))
        return FALSE;
    }

  return TRUE;
}

/**
 * tb_pair_describe:
 * @content: totals and their parts
 * @figures: the figures of the totals
 * @text: where a sentence is added
 *
 * Tells the latest amounts of single periods.
 */
void
tb_pair_describe (gconstpointer    content,
                  const TbFigures *figures,
                  GString         *text)
{
  const TbPair *self = content;
  TbLanguage language = figures->language;
  guint first = self->slots->len > MOST_TOLD ? self->slots->len - MOST_TOLD : 0;

  g_string_append_printf (text, "%s%s", language == TB_LANGUAGE_EN ? " " : "", parts_told.in[language]);
  for (guint i = first; i < self->slots->len; i++)
    {
      const TbPairSlot *slot = &g_array_index (self->slots, TbPairSlot, i);
      g_autofree char *when = tb_figures_dup_when (self->discrete, slot->part);

      g_string_append_printf (text, language == TB_LANGUAGE_EN ? "%s%s %s" : "%s%s%s",
                              i > first ? tb_chart_word (TB_WORD_LIST, language) : "", when, slot->part_text);
    }
  g_string_append (text, tb_chart_word (TB_WORD_END, language));
}
