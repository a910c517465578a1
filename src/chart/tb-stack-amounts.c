/* The amounts and shares of stacked columns, by the arithmetic of the analysis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-stack.h"

#include "tb-figure-text.h"
#include "tb-parts.h"

#include <math.h>
#include <string.h>

/* Shares are rounded alike. */
#define SHARE_DECIMALS 1

/* Figures of one sort may stand beside each other: as long, and placed alike. */
gboolean
tb_stack_are_alike (const TbChartPoint *a,
                    const TbChartPoint *b)
{
  return a->geometry == b->geometry && a->bracket == b->bracket && a->basis == b->basis &&
         (a->geometry == TB_GEOMETRY_END || tb_period_same_duration (a->period, b->period));
}

gboolean
tb_stack_is_part (const TbChartPoint *point)
{
  return point->kind == TB_KIND_ACTUAL && !point->missing && !isnan (point->value) && point->conflict == 0;
}

/* The points are in order of period. */
static const TbChartPoint *
find_point (const TbTrack      *track,
            const TbChartPoint *place)
{
  gsize from = 0;
  gsize to = track->n_points;

  while (from < to)
    {
      gsize middle = from + (to - from) / 2;

      if (tb_period_compare (track->points[middle].period, place->period) < 0)
        from = middle + 1;
      else
        to = middle;
    }
  for (gsize i = from; i < track->n_points && tb_period_compare (track->points[i].period, place->period) <= 0; i++)
    if (tb_stack_is_part (&track->points[i]) && tb_period_equal (track->points[i].period, place->period) &&
        tb_stack_are_alike (&track->points[i], place))
      return &track->points[i];

  return NULL;
}

/* Amounts of the whole and of the parts, in the whole's unit, as far as known. */
static gssize
find_whole_row (const TbStack      *self,
                const TbChartPoint *place)
{
  return self->whole != NULL ? tb_series_find (self->whole, place->period, TB_KIND_ACTUAL) : -1;
}

static gboolean
load (TbInterval     *out_value,
      const TbSeries *series,
      gssize          row)
{
  return row >= 0 && tb_parts_read ((TbFigure) { series, (gsize) row }, tb_series_get_info (series)->unit, out_value);
}

/* The exact sum of the parts of a column. */
static gboolean
add_up (const TbStack       *self,
        const TbStackColumn *column,
        TbInterval          *out_sum)
{
  const TbFigures *figures = self->figures;
  g_autofree TbFigure *parts = g_new0 (TbFigure, figures->n_tracks);

  for (gsize i = 0; i < figures->n_tracks; i++)
    if (column->pieces[i].point != NULL)
      parts[i] = (TbFigure) { figures->tracks[i].series, (gsize) column->pieces[i].point->row };

  return tb_parts_add_up (parts, figures->n_tracks, tb_series_get_info (figures->tracks[0].series)->unit, out_sum) > 0;
}

/* All numbers of the figure have the same decimals, or those that were printed. */
static char *
write_amount (const TbFigures *figures,
              double           amount,
              int              n_decimals)
{
  int decimals = figures->n_decimals >= 0 ? figures->n_decimals : n_decimals;

  return tb_number_format_scaled (amount, decimals, figures->scale, figures->labels_carry_scale);
}

/* As many as the parts have, so that the sum reads as theirs. */
static int
count_decimals (const TbStack       *self,
                const TbStackColumn *column)
{
  int most = 0;

  for (gsize i = 0; i < self->figures->n_tracks; i++)
    {
      const char *number = column->pieces[i].text;
      const char *dot = number != NULL ? strchr (number, '.') : NULL;
      int n = 0;

      while (dot != NULL && g_ascii_isdigit (dot[n + 1]))
        n++;
      most = MAX (most, n);
    }

  return most;
}

char *
tb_stack_write_total (const TbStack       *self,
                      const TbStackColumn *column)
{
  const TbFigures *figures = self->figures;
  gssize row = column->is_complete ? find_whole_row (self, &column->place) : -1;
  TbInterval sum;

  if (row >= 0)
    {
      TbObservation observation;

      tb_series_get (self->whole, (gsize) row, &observation);
      if (figures->n_decimals >= 0 && observation.has_value && observation.qualifier == TB_QUALIFIER_EXACT)
        return write_amount (figures, observation.figure, 0);
      if (observation.has_value || tb_observation_is_range (&observation))
        {
          g_autofree char *number = tb_figure_dup_number_within (self->whole, &observation, figures->scale,
                                                                 figures->most_decimals, figures->language);

          return g_strconcat (number, figures->labels_carry_scale ? figures->scale.suffix : "", NULL);
        }
    }
  if (self->whole != NULL || !column->is_complete || !add_up (self, column, &sum) || !tb_interval_is_exact (&sum))
    return NULL;

  return write_amount (figures, tb_interval_get_stated (&sum), count_decimals (self, column));
}

/* What the parts leave of the whole, where that is larger than its rounding (F-5). */
void
tb_stack_add_rest (TbStack       *self,
                   TbStackColumn *column,
                   GPtrArray     *exceeding)
{
  gsize n = self->figures->n_tracks;
  g_autofree TbSeries **parts = g_new0 (TbSeries *, n);
  TbStackPiece *rest = &column->pieces[n];
  TbInterval residual;
  double size;

  rest->size = NAN;
  for (gsize i = 0; i < n; i++)
    parts[i] = self->figures->tracks[i].series;
  if (self->whole == NULL || !column->is_complete ||
      !tb_transform_get_residual (parts, n, self->whole, column->place.period, &residual))
    return;
  size = tb_interval_get_stated (&residual);
  if (isnan (size) || fabs (size) <= residual.rounding * (1 + 1e-9))
    return;
  if (size < 0)
    {
      g_ptr_array_add (exceeding, tb_figures_dup_when (self->figures, &column->place));
      return;
    }
  rest->size = size;
  rest->text = write_amount (self->figures, size, count_decimals (self, column));
  self->has_other = TRUE;
}

void
tb_stack_fill_column (TbStack       *self,
                      TbStackColumn *column)
{
  TbFigures *figures = self->figures;

  column->pieces = g_new0 (TbStackPiece, figures->n_tracks + 1);
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      TbStackPiece *piece = &column->pieces[i];

      piece->point = find_point (&figures->tracks[i], &column->place);
      piece->size = piece->point != NULL ? piece->point->value : NAN;
      piece->text = piece->point != NULL ? tb_figures_dup_number (figures, piece->point) : NULL;
      column->n_known += piece->point != NULL;
    }
  column->is_complete = column->n_known == figures->n_tracks;
}

static double
get_percent (const TbInterval *part,
             const TbInterval *whole)
{
  TbInterval share;

  return tb_interval_divide (part, whole, 100, &share) ? tb_interval_get_stated (&share) : NAN;
}

/* The share of one part; NaN where the rules give none, with the reason. */
static double
find_share (const TbStack       *self,
            const TbStackColumn *column,
            gsize                part,
            char               **out_reason)
{
  const TbFigures *figures = self->figures;
  TbFigure figure = { figures->tracks[part].series, (gsize) column->pieces[part].point->row };
  TbFigure whole = { self->whole, 0 };
  gssize row = find_whole_row (self, &column->place);
  TbInterval value, sum;
  TbVerdict verdict;

  if (self->whole == NULL)
    {
      /* The rules know no whole that is in no file: it is the exact sum. */
      if (!load (&value, figure.series, (gssize) figure.row) || !add_up (self, column, &sum))
        return NAN;
      return get_percent (&value, &sum);
    }
  if (row < 0)
    return NAN;
  whole.row = (gsize) row;
  if (tb_series_get_info (self->whole)->indicator == tb_series_get_info (figure.series)->indicator
      && tb_series_get_info (self->whole)->place == tb_series_get_info (figure.series)->place)
    return load (&value, figure.series, (gssize) figure.row) && load (&sum, self->whole, row)
               ? get_percent (&value, &sum)
               : NAN;
  verdict = tb_verdict_share (figure, whole, figures->reference);
  if (verdict.kind == TB_VERDICT_INVALID && *out_reason == NULL)
    *out_reason = tb_verdict_dup_text (&verdict, whole, figure, figures->reference, figures->language);

  return verdict.kind == TB_VERDICT_INVALID ? NAN : verdict.relative;
}

/* What the parts leave, in percent of the whole. */
static double
share_rest (const TbStack       *self,
            const TbStackColumn *column)
{
  gsize n = self->figures->n_tracks;
  g_autofree TbSeries **parts = g_new0 (TbSeries *, n);
  TbInterval residual, whole;

  for (gsize i = 0; i < n; i++)
    parts[i] = self->figures->tracks[i].series;
  if (!tb_transform_get_residual (parts, n, self->whole, column->place.period, &residual) ||
      !load (&whole, self->whole, find_whole_row (self, &column->place)))
    return NAN;

  return get_percent (&residual, &whole);
}

/* Turns amounts into percent of the whole; FALSE where that is not possible. */
gboolean
tb_stack_share_column (TbStack       *self,
                       TbStackColumn *column,
                       char         **out_reason)
{
  gsize n = self->figures->n_tracks;

  if (!column->is_complete)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      double share = find_share (self, column, i, out_reason);

      if (isnan (share))
        return FALSE;
      column->pieces[i].size = share;
      g_free (column->pieces[i].text);
      column->pieces[i].text = tb_number_format (share, SHARE_DECIMALS);
    }
  if (!isnan (column->pieces[n].size))
    {
      double rest = share_rest (self, column);

      column->pieces[n].size = rest;
      g_free (column->pieces[n].text);
      column->pieces[n].text = isnan (rest) ? NULL : tb_number_format (rest, SHARE_DECIMALS);
    }

  return TRUE;
}

void
tb_stack_column_clear (TbStackColumn *self,
                       gsize          n_parts)
{
  for (gsize i = 0; self->pieces != NULL && i <= n_parts; i++)
    g_free (self->pieces[i].text);
  g_free (self->pieces);
  g_free (self->total);
}
