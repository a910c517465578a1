/* The scale that all numbers of a chart are written in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"

#include "tb-figure-text.h"

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

      self->scale = tb_number_scale_for_power (self->language == TB_LANGUAGE_EN && power < 6 ? 0 : power,
                                               self->language);
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

/**
 * tb_figures_choose_scale:
 * @self: figures, of which the rows are known
 *
 * Chooses one scale for all of their numbers (L-1), and to how many decimals they are
 * written.
 */
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
