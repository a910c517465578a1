/* The numbers of a chart and their periods, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures.h"

#include "tb-figure-text.h"

#include <math.h>

static char *
write_exact (const TbFigures     *self,
             const TbObservation *observation)
{
  g_autofree char *number = tb_number_format_scaled (observation->figure, self->n_decimals, self->scale, FALSE);

  return g_strconcat (tb_qualifier_mark (observation->qualifier, self->language), number, NULL);
}

/* Many figures in a shortened scale are rounded alike, to four digits of the
 * largest; few of them keep the digits they were printed with. */
static char *
write_rounded (const TbFigures     *self,
               const TbSeries      *series,
               const TbObservation *observation)
{
  double least = 0.5 / pow (10, self->n_decimals - self->scale.power);

  /* Asked for, rounding is that of a bound, and never to zero. */
  if (self->most_decimals >= 0 &&
      (observation->qualifier != TB_QUALIFIER_EXACT || fabs (observation->figure) < least))
    return tb_figure_dup_number_within (series, observation, self->scale, self->n_decimals, self->language);

  return write_exact (self, observation);
}

/* T-1 to T-3: the sign of a comparator that the file states apart from the figure;
 * a default that follows from the direction was not printed, and is not shown. */
static const char *
get_comparator_mark (const TbObservation *observation,
                     TbLanguage           language)
{
  const TbObservationExtra *extra = observation->extra;

  if ((observation->kind != TB_KIND_TARGET && observation->kind != TB_KIND_PLAN) || extra == NULL ||
      !extra->target.comparator_said || observation->qualifier != TB_QUALIFIER_EXACT || !observation->has_value)
    return "";
  switch (extra->target.comparator)
    {
    case TB_COMPARATOR_AT_LEAST:
      return tb_qualifier_mark (TB_QUALIFIER_AT_LEAST, language);
    case TB_COMPARATOR_AT_MOST:
      return tb_qualifier_mark (TB_QUALIFIER_AT_MOST, language);
    case TB_COMPARATOR_ABOUT:
      return tb_qualifier_mark (TB_QUALIFIER_ABOUT, language);
    case TB_COMPARATOR_EQUAL:
    case TB_COMPARATOR_RANGE:
    case TB_COMPARATOR_VERBAL:
      break;
    }

  return "";
}

/* In the chart's scale. */
static char *
write_number (const TbFigures     *self,
              const TbSeries      *series,
              const TbObservation *observation)
{
  gboolean rounds = self->n_decimals >= 0 && observation->has_value && !tb_observation_is_range (observation);
  char *number;
  gboolean is_number;

  /* A true zero is told from one that is rounded (P-6). */
  if (observation->has_value && observation->value.mantissa == 0)
    return g_strconcat (tb_qualifier_mark (observation->qualifier, self->language), "0", NULL);
  number = rounds ? write_rounded (self, series, observation)
                  : tb_figure_dup_number_within (series, observation, self->scale, self->most_decimals, self->language);
  is_number = observation->has_value ? fabs (observation->figure) > 0 : tb_observation_is_range (observation);

  if (self->labels_carry_scale && is_number)
    {
      char *with_scale = g_strconcat (number, self->mark_suffix, NULL);

      g_free (number);
      number = with_scale;
    }

  return number;
}

/**
 * tb_figures_dup_number:
 * @self: figures
 * @point: one of theirs
 *
 * Writes the figure as it was printed, in the chart's scale, with its qualifier or the
 * comparator of a target.
 *
 * Missing: "…". Thread: any.
 *
 * Returns: (transfer full): ">21", "30–40", "≥100"
 */
char *
tb_figures_dup_number (const TbFigures    *self,
                       const TbChartPoint *point)
{
  const TbSeries *series = tb_figures_find_track (self, point)->series;
  TbObservation observation;
  g_autofree char *number = NULL;

  tb_series_get (series, (gsize) point->row, &observation);
  number = write_number (self, series, &observation);

  return g_strconcat (get_comparator_mark (&observation, self->language), number, NULL);
}

/**
 * tb_figures_cap_decimals:
 * @self: figures
 * @n_decimals: as many as a number would have; negative: as printed
 *
 * Returns: as many as it has
 */
int
tb_figures_cap_decimals (const TbFigures *self,
                         int              n_decimals)
{
  return self->most_decimals >= 0 ? MIN (n_decimals, self->most_decimals) : n_decimals;
}

/**
 * tb_figures_dup_when:
 * @self: figures
 * @point: one of theirs
 *
 * Returns: (transfer full): its period in the figures' language; of what stands at the
 *   end of its last day with "end": "H1 2021", "截至2021年9月末"
 */
char *
tb_figures_dup_when (const TbFigures    *self,
                     const TbChartPoint *point)
{
  /* What runs from a day to a day tells its end by itself. */
  gboolean is_end = point->geometry == TB_GEOMETRY_END && point->period.kind != TB_PERIOD_RANGE;

  return tb_period_label (point->period, self->language, is_end ? TB_PERIOD_LABEL_AS_OF : TB_PERIOD_LABEL_FULL);
}

/**
 * tb_figures_dup_tick:
 * @self: figures
 * @value: a number of the axis
 * @n_decimals: decimals of all numbers of that axis, after scaling
 *
 * Returns: (transfer full): the number in the chart's scale
 */
char *
tb_figures_dup_tick (const TbFigures *self,
                     double           value,
                     int              n_decimals)
{
  g_autofree char *number = tb_number_format_scaled (value, fabs (value) > 0 ? n_decimals : 0, self->scale, FALSE);

  return g_strconcat (number, self->labels_carry_scale && fabs (value) > 0 ? self->mark_suffix : "", NULL);
}
