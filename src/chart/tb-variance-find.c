/* Finds what a figure is set against: by its period, never by its row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-variance.h"

#include "tb-known.h"
#include "tb-published.h"

static gboolean
take_base (TbVariance *self,
           TbFigure    figure)
{
  if (figure.series == NULL || !tb_side_load (&self->base, figure))
    return FALSE;
  self->has_base = TRUE;

  return TRUE;
}

/* The level on the last day of the year before, however its period is spelled. */
static TbFigure
find_year_end (const TbSide *current,
               TbDay         known)
{
  const TbSeries *series = current->figure.series;
  TbFigure found = { NULL, 0 };
  int year, month, day;
  TbDay end;

  tb_day_split (current->span.end, &year, &month, &day);
  end = tb_day_new (year - 1, 12, 31);
  for (gsize row = 0; row < tb_series_get_n (series) && found.series == NULL; row++)
    {
      TbObservation observation;

      if (tb_series_get_period (series, row).end != end || !tb_known_is_read (series, row, known))
        continue;
      tb_series_get (series, row, &observation);
      if (observation.kind == TB_KIND_ACTUAL)
        found = (TbFigure) { series, row };
    }

  return found;
}

/**
 * tb_variance_find_earlier:
 * @self: a pair with its current side
 * @figures: its figures
 *
 * Finds the figure of the same span or date a year earlier: in the file, else what
 * the published growth implies; of a level, else that of the last year-end (R6).
 *
 * Returns: whether there is one
 */
gboolean
tb_variance_find_earlier (TbVariance      *self,
                          const TbFigures *figures)
{
  const TbSeries *series = self->current.figure.series;
  TbDay known = figures->known;
  TbPeriod earlier;

  if (tb_period_year_earlier (self->current.observation.period, &earlier))
    for (int kind = TB_KIND_ACTUAL; kind <= TB_KIND_FORECAST; kind++)
      {
        gboolean fits = kind == TB_KIND_ACTUAL || (kind == TB_KIND_FORECAST && self->point->kind == TB_KIND_FORECAST);

        if (fits && take_base (self, tb_known_find (series, earlier, (TbKind) kind, known)))
          return TRUE;
      }
  if (tb_published_get_base (self->current.figure, &self->base) && tb_side_is_year_apart (&self->base, &self->current))
    {
      self->has_base = TRUE;
      return TRUE;
    }

  return tb_side_is_level (&self->current) && take_base (self, find_year_end (&self->current, known));
}

static gboolean
contains (TbPeriod outer,
          TbPeriod inner)
{
  return outer.start <= inner.start && outer.end >= inner.end;
}

/**
 * tb_variance_find_plan:
 * @self: a pair with its current side
 * @figures: its figures
 * @aim: plan or target
 *
 * Finds the aim for the same period; else the shortest one that the figure is only a
 * part of, so that the rules say why it cannot be set against that (R16).
 *
 * Returns: whether there is one
 */
gboolean
tb_variance_find_plan (TbVariance      *self,
                       const TbFigures *figures,
                       TbKind           aim)
{
  const TbSeries *series = self->current.figure.series;
  TbDay known = figures->known;
  TbPeriod period = self->current.span;
  TbPeriod best = TB_PERIOD_UNDATED;
  TbFigure found = { NULL, 0 };

  if (take_base (self, tb_known_find (series, self->current.observation.period, aim, known)))
    return TRUE;
  for (gsize row = 0; row < tb_series_get_n (series); row++)
    {
      TbPeriod other = tb_series_get_period (series, row);
      TbObservation observation;

      if (!tb_period_is_dated (other) || !contains (other, period) || !tb_known_is_read (series, row, known) ||
          (found.series != NULL && !contains (best, other)))
        continue;
      tb_series_get (series, row, &observation);
      if (observation.kind != aim)
        continue;
      best = other;
      found = (TbFigure) { series, row };
    }
  self->is_near = found.series != NULL && !tb_period_equal (best, period);

  return take_base (self, found);
}
