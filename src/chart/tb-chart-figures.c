/* What a chart shows, before any pixel: points with spans, marks and words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures.h"

#include "tb-chart-words.h"
#include "tb-figure-text.h"
#include "tb-scale.h"

#include <math.h>

#define SOFT_STATUS (TB_STATUS_PROVISIONAL | TB_STATUS_ESTIMATED | TB_STATUS_IMPUTED | TB_STATUS_LOW_RELIABILITY)

/* With more numbers than this the scale's word at each would be a drone; it
 * goes into the subtitle then. */
#define MOST_NUMBERS_WITH_SCALE 8

#define DIGITS_OF_MANY 4

/* Two ends of time this near to each other, in months, are one: less than a day. */
#define SAME_TIME 0.02

/* Days with more room than this, in months, to themselves stand alone. */
#define MONTHS_OF_LONE_DAY 0.3

/* What is gathered while the points are read. */
typedef struct
{
  TbFigures *figures;
  GPtrArray *undated;
  GPtrArray *changes_only;
  gboolean   older_vintages;
} Reading;

const char *
tb_figures_keep (TbFigures *self,
                 char      *text)
{
  g_ptr_array_add (self->strings, text);

  return text;
}

/**
 * tb_point_is_soft:
 * @self: a point
 *
 * Returns: whether its status says that it may still change: provisional,
 *   estimated, imputed or of low reliability
 */
gboolean
tb_point_is_soft (const TbPoint *self)
{
  return (self->status & SOFT_STATUS) != 0;
}

/**
 * tb_point_get_top:
 * @self: a point
 *
 * Returns: the number furthest from zero that is drawn of it; NaN where missing
 */
double
tb_point_get_top (const TbPoint *self)
{
  double top = self->value;

  if (!isnan (self->high) && !(fabs (self->high) <= fabs (top)))
    top = self->high;
  if (!isnan (self->low) && !(fabs (self->low) <= fabs (top)))
    top = self->low;

  return top;
}

static TbDay
get_year_start (TbPeriod period)
{
  int y, m, d;
  int month = period.year_start / 100;
  int day = period.year_start % 100;

  tb_day_split (period.end, &y, &m, &d);
  if (m * 100 + d < period.year_start)
    y -= 1;

  return tb_day_new (y, month, day);
}

/* From which day a figure counts: a running total's period may name only its end. */
static TbDay
find_start (const TbSeriesInfo  *info,
            const TbObservation *observation)
{
  TbPeriod period = observation->period;

  if (observation->basis == TB_BASIS_YEAR_TO_DATE || (info->measure == TB_MEASURE_CUMULATIVE && info->since == TB_SINCE_YEAR_START))
    return MIN (period.start, get_year_start (period));
  if (info->measure == TB_MEASURE_CUMULATIVE && info->since == TB_SINCE_DATE && info->since_day > 0)
    return MIN (period.start, info->since_day);

  return period.start;
}

static void
place_in_time (TbPoint             *point,
               const TbSeriesInfo  *info,
               const TbObservation *observation)
{
  TbDay start = find_start (info, observation);
  gboolean is_span = start < observation->period.end;

  point->start = tb_months_at_start (start);
  point->end = tb_months_at_end (observation->period.end);
  if (observation->basis == TB_BASIS_AS_OF || info->measure == TB_MEASURE_CUMULATIVE || !is_span ||
      (observation->basis == TB_BASIS_MULTI_YEAR && info->measure == TB_MEASURE_STOCK))
    {
      point->geometry = TB_GEOMETRY_END;
      point->bracket = info->measure == TB_MEASURE_CUMULATIVE && is_span &&
                       (observation->basis != TB_BASIS_AS_OF || info->since == TB_SINCE_YEAR_START || info->since == TB_SINCE_DATE);
      if (!point->bracket)
        point->start = point->end;
      /* A flow of a single day covers that day. */
      if (!is_span && info->measure == TB_MEASURE_FLOW && observation->basis == TB_BASIS_DISCRETE)
        {
          point->geometry = TB_GEOMETRY_SPAN;
          point->start = tb_months_at_start (observation->period.start);
        }
      return;
    }
  point->geometry = info->measure == TB_MEASURE_AVERAGE ? TB_GEOMETRY_SEGMENT : TB_GEOMETRY_SPAN;
}

/* Many figures in a shortened scale are rounded alike, to four digits of the
 * largest; few of them keep the digits they were printed with. */
static char *
write_rounded (const TbFigures     *self,
               const TbObservation *observation)
{
  g_autofree char *number = tb_number_format_scaled (observation->figure, self->n_decimals, self->scale, FALSE);

  return g_strconcat (tb_qualifier_mark (observation->qualifier, self->language), number, NULL);
}

static const char *
write_number (TbFigures           *self,
              const TbSeries      *series,
              const TbObservation *observation)
{
  gboolean rounds = self->n_decimals >= 0 && observation->has_value && !tb_observation_is_range (observation);
  char *number;
  gboolean is_number;

  /* A true zero is told from one that is rounded (P-6). */
  if (observation->has_value && observation->value.mantissa == 0)
    return tb_figures_keep (self, g_strconcat (tb_qualifier_mark (observation->qualifier, self->language), "0", NULL));
  number = rounds ? write_rounded (self, observation)
                  : tb_figure_dup_number (series, observation, self->scale, self->language);
  is_number = observation->has_value ? fabs (observation->figure) > 0 : tb_observation_is_range (observation);

  if (self->labels_carry_scale && is_number)
    {
      char *with_scale = g_strconcat (number, self->scale.suffix, NULL);

      g_free (number);
      number = with_scale;
    }

  return tb_figures_keep (self, number);
}

static TbPoint
read_point (TbFigures           *self,
            const TbSeriesInfo  *info,
            const TbSeries      *series,
            const TbObservation *observation,
            TbDatum              datum)
{
  TbPoint point = { .datum = datum, .period = observation->period, .n_conflicts = 1 };

  point.value = observation->has_value ? observation->figure : NAN;
  point.low = tb_observation_get_low (observation);
  point.high = tb_observation_get_high (observation);
  if (isnan (point.value) && (isnan (point.low) || isnan (point.high)))
    {
      /* A range open on one side stands as its bound. */
      point.value = isnan (point.low) ? point.high : point.low;
      point.low = point.high = NAN;
    }
  point.missing = isnan (point.value) && isnan (point.low);
  point.kind = observation->kind;
  if (point.kind == TB_KIND_ACTUAL && (observation->status & TB_STATUS_FORECAST) != 0)
    point.kind = TB_KIND_FORECAST;
  point.qualifier = observation->qualifier;
  point.basis = observation->basis;
  point.status = observation->status;
  point.breaks = (observation->status & TB_STATUS_BREAK) != 0 ||
                 (observation->extra != NULL && !tb_text_is_empty (&observation->extra->definition));
  place_in_time (&point, info, observation);
  point.number = write_number (self, series, observation);
  point.when = tb_figures_keep (self, tb_period_label (observation->period, self->language,
                                                       point.geometry == TB_GEOMETRY_END ? TB_PERIOD_LABEL_AS_OF
                                                                                         : TB_PERIOD_LABEL_FULL));

  return point;
}

/* What cannot be drawn is told in the notes. */
static gboolean
set_aside (Reading             *reading,
           const TbSeries      *series,
           guint32              row,
           const TbObservation *observation)
{
  TbFigures *self = reading->figures;
  gboolean has_number = observation->has_value || tb_observation_is_range (observation);

  if (!has_number && observation->extra != NULL && observation->extra->change.given)
    {
      g_autofree char *when = tb_period_label (observation->period, self->language, TB_PERIOD_LABEL_FULL);

      g_ptr_array_add (reading->changes_only, g_steal_pointer (&when));
      return TRUE;
    }
  if (tb_period_is_dated (observation->period))
    return FALSE;
  if (has_number)
    g_ptr_array_add (reading->undated, tb_figure_dup_with_unit (series, observation,
                                                                tb_figure_scale (series, &row, 1, self->language),
                                                                self->language));

  return TRUE;
}

static gboolean
is_same_cell (const TbPoint *a,
              const TbPoint *b)
{
  return tb_period_equal (a->period, b->period) && a->kind == b->kind && a->basis == b->basis;
}

static TbDay
get_vintage (const TbSeries *series,
             int             row)
{
  TbObservation observation;

  tb_series_get (series, (gsize) row, &observation);

  return observation.extra != NULL ? observation.extra->vintage : 0;
}

/* A day in a year is too thin to be seen: flows of single days that lie far apart
 * stand as moments; a daily series covers its days. */
static void
widen_lone_days (TbFigures *self)
{
  double first = INFINITY;
  double last = -INFINITY;
  gsize n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbPoint *point = &self->tracks[i].points[k];

        first = MIN (first, point->start);
        last = MAX (last, point->end);
        n++;
      }
  if (last - first < (double) n * MONTHS_OF_LONE_DAY)
    return;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        TbPoint *point = &self->tracks[i].points[k];

        if (point->period.kind == TB_PERIOD_D && point->geometry == TB_GEOMETRY_SPAN && point->end - point->start < 0.1)
          {
            point->geometry = TB_GEOMETRY_END;
            point->start = point->end;
          }
      }
}

/* Of several vintages the latest is drawn; figures that contradict each other
 * are drawn side by side. */
static void
settle_same_cells (Reading *reading,
                   TbTrack *track,
                   GArray  *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      TbPoint *point = &g_array_index (points, TbPoint, i);

      for (guint k = i + 1; k < points->len && tb_period_equal (point->period, g_array_index (points, TbPoint, k).period); k++)
        {
          TbPoint *other = &g_array_index (points, TbPoint, k);
          TbDay vintage = get_vintage (track->series, point->datum.row);
          TbDay other_vintage = get_vintage (track->series, other->datum.row);

          if (!is_same_cell (point, other))
            continue;
          if (vintage != other_vintage)
            {
              reading->older_vintages = TRUE;
              g_array_remove_index (points, vintage < other_vintage ? i : k);
              i--;
              break;
            }
          if (other->conflict == 0)
            {
              other->conflict = point->n_conflicts;
              point->n_conflicts++;
            }
        }
    }
  for (guint i = 0; i < points->len; i++)
    for (guint k = i + 1; k < points->len && tb_period_equal (g_array_index (points, TbPoint, i).period,
                                                              g_array_index (points, TbPoint, k).period); k++)
      if (is_same_cell (&g_array_index (points, TbPoint, i), &g_array_index (points, TbPoint, k)))
        g_array_index (points, TbPoint, k).n_conflicts = g_array_index (points, TbPoint, i).n_conflicts;
}

/* Year-to-date flows that lie inside each other (January to July, January to
 * August) cannot all cover their spans; they stand at their ends, as running
 * totals do. One that stands alone, a first half-year, covers its span. */
static void
stand_nested_at_ends (GArray *points)
{
  gboolean nested = FALSE;

  for (guint i = 1; i < points->len && !nested; i++)
    {
      const TbPoint *point = &g_array_index (points, TbPoint, i);

      for (guint k = i; k > 0 && !nested; k--)
        {
          const TbPoint *before = &g_array_index (points, TbPoint, k - 1);

          if (before->end <= point->start)
            break;
          nested = point->kind == TB_KIND_ACTUAL && before->kind == TB_KIND_ACTUAL &&
                   point->basis == TB_BASIS_YEAR_TO_DATE && before->basis == TB_BASIS_YEAR_TO_DATE &&
                   point->geometry == TB_GEOMETRY_SPAN && fabs (point->start - before->start) < SAME_TIME &&
                   before->end < point->end - SAME_TIME;
        }
    }
  if (!nested)
    return;

  for (guint i = 0; i < points->len; i++)
    {
      TbPoint *point = &g_array_index (points, TbPoint, i);

      if (point->basis == TB_BASIS_YEAR_TO_DATE && point->geometry == TB_GEOMETRY_SPAN)
        {
          point->geometry = TB_GEOMETRY_END;
          point->bracket = TRUE;
        }
    }
}

static void
read_track (Reading          *reading,
            TbTrack          *track,
            const TbSelected *selected)
{
  const TbSeriesInfo *info = tb_series_get_info (selected->series);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TbPoint));

  for (gsize i = 0; i < selected->n_rows; i++)
    {
      TbObservation observation;
      TbPoint point;

      tb_series_get (selected->series, selected->rows[i], &observation);
      if (set_aside (reading, selected->series, selected->rows[i], &observation))
        continue;
      point = read_point (reading->figures, info, selected->series, &observation,
                          (TbDatum) { track->index, (int) selected->rows[i] });
      g_array_append_val (points, point);
    }
  settle_same_cells (reading, track, points);
  stand_nested_at_ends (points);
  track->points = (TbPoint *) (gpointer) g_array_steal (points, &track->n_points);
}

static double
find_largest (const TbSelection *selection)
{
  double largest = 0;

  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);

      for (gsize k = 0; k < selected->n_rows; k++)
        largest = fmax (largest, fabs (tb_series_get_figure (selected->series, selected->rows[k])));
    }

  return largest;
}

static void
choose_scale (TbFigures         *self,
              const TbSelection *selection)
{
  gsize n_numbers = 0;

  self->scale = tb_number_scale_for_power (0, self->language);
  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);
      TbNumberScale scale = tb_figure_scale (selected->series, selected->rows, selected->n_rows, self->language);

      n_numbers += selected->n_rows;
      if (scale.power > self->scale.power)
        self->scale = scale;
    }
  self->n_decimals = -1;
  if (self->scale.power > 0 && n_numbers > MOST_NUMBERS_WITH_SCALE)
    {
      double largest = find_largest (selection) / pow (10, self->scale.power);

      self->n_decimals = CLAMP (DIGITS_OF_MANY - 1 - (int) floor (log10 (MAX (largest, 1))), 0, 3);
    }
  /* English scale words are long: they are said once. */
  self->labels_carry_scale = self->language == TB_LANGUAGE_ZH && self->scale.power > 0 && n_numbers <= MOST_NUMBERS_WITH_SCALE;
}

static void
name_tracks (TbFigures *self)
{
  const TbSeriesInfo *first = tb_series_get_info (self->tracks[0].series);
  gboolean same_indicator = TRUE;
  gboolean same_place = TRUE;
  gboolean plain = TRUE;
  gboolean scoped = TRUE;

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbSeriesInfo *info = tb_series_get_info (self->tracks[i].series);

      same_indicator = same_indicator && info->indicator == first->indicator;
      same_place = same_place && info->place == first->place;
      plain = plain && info->n_breakdown == 0 && tb_text_is_empty (&info->scope) && info->place != NULL;
      scoped = scoped && info->n_breakdown == 0 && !tb_text_is_empty (&info->scope);
    }
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbTrack *track = &self->tracks[i];

      if (self->n_tracks == 1)
        track->name = "";
      else if (same_indicator && !same_place && plain)
        track->name = tb_figures_keep (self, tb_text_dup_marked (&tb_series_get_info (track->series)->place->name, self->language));
      else if (same_indicator && same_place && scoped)
        track->name = tb_figures_keep (self, tb_text_dup_marked (&tb_series_get_info (track->series)->scope, self->language));
      else
        track->name = tb_figures_keep (self, tb_series_dup_name (track->series, self->language, !same_place));
    }
}

static gsize
count_at (const TbFigures *self,
          TbPeriod         period,
          TbKind           kind)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbPoint *point = &self->tracks[i].points[k];

        if (point->kind == kind && !point->missing && tb_period_equal (point->period, period))
          {
            n++;
            break;
          }
      }

  return n;
}

/* The period that most series have a figure of, the latest of several such. */
static void
keep_one_period (TbFigures *self)
{
  gsize most = 0;
  TbKind kind = TB_KIND_ACTUAL;

  for (int wanted = TB_KIND_ACTUAL; wanted <= TB_KIND_FORECAST && most == 0; wanted++)
    for (gsize i = 0; i < self->n_tracks; i++)
      for (gsize k = self->tracks[i].n_points; k > 0; k--)
        {
          const TbPoint *point = &self->tracks[i].points[k - 1];
          gsize n;

          if (point->kind != (TbKind) wanted || point->missing ||
              (most > 0 && tb_period_equal (point->period, self->bar_period)))
            continue;
          n = count_at (self, point->period, (TbKind) wanted);
          if (n > most || (n == most && tb_period_compare (point->period, self->bar_period) > 0))
            {
              most = n;
              kind = (TbKind) wanted;
              self->bar_period = point->period;
            }
          if (n == self->n_tracks)
            break;
        }

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbTrack *track = &self->tracks[i];
      gsize n = 0;

      for (gsize k = 0; k < track->n_points; k++)
        {
          const TbPoint *point = &track->points[k];

          if (tb_period_equal (point->period, self->bar_period) && !point->missing &&
              (point->kind == kind || (kind == TB_KIND_ACTUAL && point->kind != TB_KIND_FORECAST)))
            track->points[n++] = track->points[k];
        }
      track->n_points = n;
    }
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
  g_autoptr (TbFigures) self = g_new0 (TbFigures, 1);
  g_autoptr (GPtrArray) undated = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) changes_only = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { self, undated, changes_only, FALSE };
  double low;
  double high;

  self->language = spec->language;
  self->type = spec->type;
  self->selection = selection;
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new ();
  self->bar_period = TB_PERIOD_UNDATED;
  self->n_tracks = tb_selection_get_n (selection);
  self->tracks = g_new0 (TbTrack, MAX (self->n_tracks, 1));
  if (self->n_tracks == 0)
    {
      g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA, tb_chart_word (TB_WORD_MISFIT_EMPTY, self->language));
      return NULL;
    }

  choose_scale (self, selection);
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);

      self->tracks[i].series = selected->series;
      self->tracks[i].index = (int) i;
      read_track (&reading, &self->tracks[i], selected);
    }
  widen_lone_days (self);
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      self->tracks[i].longest = MAX (self->tracks[i].longest, self->tracks[i].points[k].end - self->tracks[i].points[k].start);
  self->unit = tb_series_get_info (self->tracks[0].series)->unit;
  name_tracks (self);
  if (self->type == TB_CHART_BAR)
    keep_one_period (self);
  if (!tb_figures_get_extent (self, &low, &high))
    {
      g_set_error_literal (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA,
                           tb_chart_word (undated->len > 0 ? TB_WORD_MISFIT_NO_DATED : TB_WORD_MISFIT_EMPTY, self->language));
      return NULL;
    }
  tb_figures_write_texts (self, spec, undated, changes_only, reading.older_vintages);

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
  g_ptr_array_unref (self->strings);
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
        const TbPoint *point = &self->tracks[i].points[k];

        /* fmin() and fmax() leave NaN aside. */
        low = fmin (fmin (low, point->value), fmin (point->low, point->high));
        high = fmax (fmax (high, point->value), fmax (point->low, point->high));
      }
  *out_min = low;
  *out_max = high;

  return low <= high;
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
  gboolean with_suffix = self->labels_carry_scale && fabs (value) > 0;

  return tb_number_format_scaled (value, fabs (value) > 0 ? n_decimals : 0, self->scale, with_suffix);
}

static gboolean
follows_at_once (const TbPoint *from,
                 const TbPoint *to)
{
  TbPeriod previous;

  if (from->period.kind != to->period.kind || to->period.kind == TB_PERIOD_D || to->period.kind == TB_PERIOD_RANGE)
    return TRUE;

  return !tb_period_previous (to->period, &previous) || tb_period_equal (previous, from->period);
}

/**
 * tb_points_may_join:
 * @from: a point
 * @to: a later one of the same series
 *
 * Whether a line may run between two points (semantics P-3): between stocks, or
 * between flows of one length that follow each other at once; never to a target,
 * across a missing period or a break, nor from a flow to a running total.
 *
 * Returns: whether they may be joined
 */
gboolean
tb_points_may_join (const TbPoint *from,
                    const TbPoint *to)
{
  if (isnan (from->value) || isnan (to->value) || to->breaks || from->conflict > 0 || to->conflict > 0)
    return FALSE;
  if (from->kind == TB_KIND_TARGET || from->kind == TB_KIND_PLAN || to->kind == TB_KIND_TARGET || to->kind == TB_KIND_PLAN ||
      (from->kind == TB_KIND_FORECAST && to->kind != TB_KIND_FORECAST))
    return FALSE;
  if (from->geometry != to->geometry || from->bracket != to->bracket)
    return FALSE;
  if (from->geometry == TB_GEOMETRY_END && from->bracket)
    return fabs (from->start - to->start) < SAME_TIME && follows_at_once (from, to);
  if (from->geometry == TB_GEOMETRY_END)
    return follows_at_once (from, to);

  return fabs (from->end - to->start) < SAME_TIME && tb_period_same_duration (from->period, to->period);
}
