/* The numbers of variances and growth as they stand in the panels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-variance.h"

#include <math.h>
#include <string.h>

#define MOST_DECIMALS 4

static const TbPhrase about_zero = { { "≈0", "≈0" } };

/* Digits behind the point of a printed figure in the unit; negative for whole tens. */
static int
count_printed (const TbObservation *observation)
{
  double multiplier = tb_decimal_to_double (observation->multiplier);

  return -observation->value.exponent - (multiplier > 0 ? (int) lround (log10 (multiplier)) : 0);
}

/* The same decimals for all of a kind: those of the figures that they come from. */
static int
choose_absolute_decimals (const TbVariances *self)
{
  int decimals = 0;

  if (self->part->n_decimals >= 0 && !self->in_points)
    return self->part->n_decimals;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);
      TbDecimal factor = TB_DECIMAL_ONE;
      int points = 0;

      if (isnan (pair->absolute))
        continue;
      if (self->in_points && tb_unit_points_factor (pair->current.info->unit, &factor))
        points = (int) lround (log10 (fabs (tb_decimal_to_double (factor))));
      decimals = MAX (decimals, tb_number_decimals (pair->absolute, count_printed (&pair->current.observation),
                                                    self->part->scale) - points);
      decimals = MAX (decimals, tb_number_decimals (pair->absolute, count_printed (&pair->base.observation),
                                                    self->part->scale) - points);
    }

  return MIN (decimals, MOST_DECIMALS);
}

/* The figures themselves likewise, where they are few enough to be printed in full. */
static void
level_decimals (TbVariances *self)
{
  TbTrack *track = &self->part->tracks[0];
  double largest = 0;
  int decimals = 0;

  if (self->part->n_decimals >= 0)
    return;
  for (gsize i = 0; i < track->n_points; i++)
    {
      TbObservation observation;

      tb_series_get (track->series, (gsize) track->points[i].row, &observation);
      if (!observation.has_value)
        continue;
      largest = fmax (largest, fabs (observation.figure));
      decimals = MAX (decimals, tb_number_decimals (observation.figure, count_printed (&observation),
                                                    self->part->scale));
    }
  /* Four digits of the largest, as of many figures, where the scale shortens. */
  if (self->part->scale.power > 0 && largest > 0)
    decimals = MIN (decimals, MAX (0, 3 - (int) floor (log10 (largest) - self->part->scale.power)));
  self->part->n_decimals = tb_figures_cap_decimals (self->part, MIN (decimals, MOST_DECIMALS));
}

/* One decimal, as statistical releases print growth; as many as were printed; more
 * where all would read as no change. */
static int
choose_relative_decimals (const TbVariances *self)
{
  int decimals = 1;
  double largest = 0;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);

      if (isnan (pair->relative))
        continue;
      largest = fmax (largest, fabs (pair->relative));
      if (pair->is_published && pair->current.observation.extra != NULL)
        decimals = MAX (decimals, tb_decimal_get_n_decimals (pair->current.observation.extra->change.value));
    }
  while (largest > 0 && largest * pow (10, decimals) < 1 && decimals < MOST_DECIMALS)
    decimals++;

  return MIN (decimals, MOST_DECIMALS);
}

/* R15: a lower bound is never rounded up, nor an upper one down. */
static double
keep_bound (const TbVerdict *verdict,
            double           number,
            int              decimals)
{
  double power = pow (10, decimals);

  /* The room guards against 4.2 standing just beside itself in binary. */
  switch (verdict->bound)
    {
    case TB_BOUND_AT_LEAST:
      return floor (number * power + 1e-9) / power;
    case TB_BOUND_AT_MOST:
      return ceil (number * power - 1e-9) / power;
    case TB_BOUND_ABOUT:
    case TB_BOUND_EXACT:
    case TB_BOUND_BETWEEN:
      break;
    }

  return number;
}

/* P-6: what rounds to zero is not printed as if it were zero. */
static gboolean
rounds_to_zero (double      number,
                const char *text)
{
  return fabs (number) > 0 && strpbrk (text, "123456789") == NULL;
}

static char *
write_number (const TbVariance *pair,
              double            number,
              gboolean          is_published,
              int               decimals,
              const char       *suffix)
{
  g_autofree char *text = NULL;

  if (isnan (number))
    return NULL;
  if (!is_published && tb_verdict_is_rounding (&pair->verdict))
    return g_strdup (about_zero.in[TB_LANGUAGE_EN]);
  text = tb_number_format_signed (is_published ? number : keep_bound (&pair->verdict, number, decimals), decimals);

  if (!is_published && pair->verdict.bound == TB_BOUND_EXACT && rounds_to_zero (number, text))
    return g_strdup (about_zero.in[TB_LANGUAGE_EN]);

  return g_strconcat (is_published ? "" : tb_bound_get_mark (pair->verdict.bound, pair->verdict.strict), text, suffix,
                      NULL);
}

/**
 * tb_variances_write_numbers:
 * @self: pairs
 *
 * Writes the numbers of both panels: with a sign, in the chart's scale, all of a kind
 * with the same decimals; what rounding alone can make is "≈0" (R17).
 */
void
tb_variances_write_numbers (TbVariances *self)
{
  const TbFigures *part = self->part;
  int absolute;
  int relative = choose_relative_decimals (self);
  double divisor = pow (10, part->scale.power);
  const char *suffix = part->labels_carry_scale ? part->scale.suffix : "";

  level_decimals (self);
  absolute = choose_absolute_decimals (self);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);
      double number = self->in_points ? pair->verdict.points : pair->absolute / divisor;

      if (!isnan (pair->absolute))
        pair->absolute_text = write_number (pair, number, FALSE, absolute, self->in_points ? "" : suffix);
      pair->relative_text = write_number (pair, pair->relative, pair->is_published, relative, "");
    }
}
