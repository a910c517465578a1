/* Which of several figures of one period stands.
 *
 * Of figures that differ in vintage only, the latest stands; of those that say
 * the same, the first one, for all their sources; of those that contradict each
 * other, all. As known on a day, what was published later does not count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-known.h"

#include "tb-figure-private.h"
#include "tb-limits.h"

/**
 * tb_known_get_day:
 * @observation: a figure
 *
 * An observed figure that nothing dates cannot have been known before its period
 * was over; a target, plan or forecast can.
 *
 * Thread: any.
 *
 * Returns: the day from which on it was known: its vintage, else the day its
 *   source was published, else the end of the period of an actual one; 0 where
 *   nothing tells
 */
TbDay
tb_known_get_day (const TbObservation *observation)
{
  if (observation->extra != NULL && observation->extra->vintage != 0)
    return observation->extra->vintage;
  if (observation->source != NULL && observation->source->published != 0)
    return observation->source->published;

  return observation->kind == TB_KIND_ACTUAL ? observation->period.end : 0;
}

static TbDay
get_vintage (const TbObservation *o)
{
  return o->extra != NULL ? o->extra->vintage : 0;
}

/* A row and what the others of its period tell of it. */
typedef struct
{
  const TbSeries *series;
  gsize           row;
  TbObservation   observation;
  TbDay           known;
  gboolean        is_known;     /* it, or a row that says the same, was known */
  gboolean        is_replaced;  /* by a later vintage that was known */
} Reading;

static void
start (Reading        *self,
       const TbSeries *series,
       gsize           row,
       TbDay           known)
{
  *self = (Reading) { .series = series, .row = row, .known = known };
  tb_series_get (series, row, &self->observation);
  self->is_known = tb_known_get_day (&self->observation) <= known;
}

static void
hear (Reading *self,
      gsize    other)
{
  const TbObservation *o = &self->observation;
  TbObservation rival;

  if (other == self->row)
    return;
  tb_series_get (self->series, other, &rival);
  if (tb_known_get_day (&rival) > self->known)
    return;

  if (!self->is_known && tb_series_relate (self->series, self->row, other) == TB_ROWS_AGREE)
    self->is_known = TRUE;
  if (rival.kind == o->kind && rival.basis == o->basis && get_vintage (&rival) > get_vintage (o))
    self->is_replaced = TRUE;
}

static gboolean
is_read (const Reading *self)
{
  return self->is_known && !self->is_replaced;
}

/**
 * tb_known_is_read:
 * @series: a series
 * @row: a row of it
 * @known: a day; 0: all is known
 *
 * Tells whether a row is to be read on a day: it had been published by then, by
 * its own source or by one that says the same, and no later vintage of it had.
 * Rows that only confirm another are never read. Nothing follows from one
 * undated row for another.
 *
 * Thread: any; no allocation. Cost: O(log n) where the rows are in order and
 *   for @known 0, else O(n).
 *
 * Returns: whether it is read
 */
gboolean
tb_known_is_read (const TbSeries *series,
                  gsize           row,
                  TbDay           known)
{
  Reading reading;
  TbPeriod period;

  start (&reading, series, row, known);
  if (reading.observation.confirms)
    return FALSE;
  if (known == 0)
    return !reading.observation.superseded;

  period = reading.observation.period;
  if (!tb_period_is_dated (period))
    return reading.is_known;
  for (gssize i = tb_series_find_next (series, period, 0); i >= 0;
       i = tb_series_find_next (series, period, (gsize) i + 1))
    hear (&reading, (gsize) i);

  return is_read (&reading);
}

/**
 * tb_known_find:
 * @series: a series
 * @period: a period
 * @kind: actual, target …
 * @known: a day; 0: all is known
 *
 * Finds the figure of a period and kind as it stood on a day. Of figures in
 * conflict it is the first.
 *
 * Thread: any; no allocation. Cost: O(log n) where the rows are in order, else
 *   O(n).
 *
 * Returns: the figure; its series is %NULL where there is none
 */
TbFigure
tb_known_find (const TbSeries *series,
               TbPeriod        period,
               TbKind          kind,
               TbDay           known)
{
  if (known == 0)
    {
      gssize row = tb_series_find (series, period, kind);

      return row < 0 ? (TbFigure) { NULL, 0 } : (TbFigure) { series, (gsize) row };
    }

  for (gssize i = tb_series_find_next (series, period, 0); i >= 0;
       i = tb_series_find_next (series, period, (gsize) i + 1))
    {
      TbObservation o;

      tb_series_get (series, (gsize) i, &o);
      if (o.kind == kind && tb_known_is_read (series, (gsize) i, known))
        return (TbFigure) { series, (gsize) i };
    }

  return (TbFigure) { NULL, 0 };
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  guint32 row_a = *(const guint32 *) a;
  guint32 row_b = *(const guint32 *) b;
  int order = tb_period_compare (tb_series_get_period (data, row_a), tb_series_get_period (data, row_b));

  return order != 0 ? order : (row_a > row_b) - (row_a < row_b);
}

/* Keeps, of rows of one period, those that are read; returns how many. More
 * rows than are compared with each other (see the limit) stand by themselves. */
static gsize
keep_read (const TbSeries *series,
           const guint32  *rows,
           gsize           n,
           TbDay           known,
           guint32        *out_rows)
{
  gboolean together = n <= TB_LIMIT_ROWS_OF_A_PERIOD
                      && tb_period_is_dated (tb_series_get_period (series, rows[0]));
  gsize n_kept = 0;

  for (gsize i = 0; i < n; i++)
    {
      Reading reading;

      start (&reading, series, rows[i], known);
      for (gsize j = 0; together && j < n; j++)
        hear (&reading, rows[j]);
      if (!reading.observation.confirms && is_read (&reading))
        out_rows[n_kept++] = rows[i];
    }

  return n_kept;
}

/**
 * tb_known_sort:
 * @series: a series
 * @known: a day; 0: all is known
 * @out_rows: (out caller-allocates) (array): room for all rows
 *
 * Lists the rows that are read on a day in order of period, as tb_series_sort()
 * lists those that are read today.
 *
 * Thread: any. Cost: O(n log n), one allocation; O(n) for @known 0 and rows in
 *   order.
 *
 * Returns: how many rows were listed
 */
gsize
tb_known_sort (const TbSeries *series,
               TbDay           known,
               guint32        *out_rows)
{
  gsize n = tb_series_get_n (series);
  g_autofree guint32 *rows = NULL;
  gsize n_read = 0;

  if (known == 0)
    return tb_series_sort (series, out_rows);

  rows = g_new (guint32, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    rows[i] = (guint32) i;
  g_sort_array (rows, n, sizeof *rows, compare_rows, (gpointer) series);

  for (gsize first = 0, end; first < n; first = end)
    {
      TbPeriod period = tb_series_get_period (series, rows[first]);

      for (end = first + 1; end < n && tb_period_equal (tb_series_get_period (series, rows[end]), period);)
        end++;
      n_read += keep_read (series, rows + first, end - first, known, out_rows + n_read);
    }

  return n_read;
}

/**
 * tb_known_dup_sources:
 * @series: a series
 * @row: a row of it
 * @language: the reader's language
 *
 * Names who published a figure: its own source first, then those that confirm
 * it, in the order of the file, each once.
 *
 * Thread: any. Cost: O(log n) where the rows are in order, else O(n).
 *
 * Returns: (transfer full) (nullable): "Qingdao Daily, 16 Aug 2021; Dazhong
 *   Daily, 12 Jan 2021"; %NULL where no source is given
 */
char *
tb_known_dup_sources (const TbSeries *series,
                      gsize           row,
                      TbLanguage      language)
{
  return tb_known_dup_sources_on (series, row, 0, language);
}

/**
 * tb_known_dup_sources_on:
 * @series: a series
 * @row: a row of it
 * @known: a day; 0: all is known
 * @language: the reader's language
 *
 * As tb_known_dup_sources(), without what was published after a day.
 *
 * Returns: (transfer full) (nullable): the sources
 */
char *
tb_known_dup_sources_on (const TbSeries *series,
                         gsize           row,
                         TbDay           known,
                         TbLanguage      language)
{
  static const TbPhrase separators = { { "; ", "；" } };
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  TbObservation o;
  TbPeriod period;

  tb_series_get (series, row, &o);
  period = o.period;
  if (o.source != NULL && (known == 0 || tb_known_get_day (&o) <= known))
    g_ptr_array_add (names, tb_figure_dup_source (o.source, language));

  for (gssize i = tb_series_find_next (series, period, 0); i >= 0;
       i = tb_series_find_next (series, period, (gsize) i + 1))
    {
      g_autofree char *name = NULL;

      tb_series_get (series, (gsize) i, &o);
      if ((gsize) i == row || o.source == NULL || (known != 0 && tb_known_get_day (&o) > known)
          || tb_series_relate (series, row, (gsize) i) != TB_ROWS_AGREE)
        continue;
      name = tb_figure_dup_source (o.source, language);
      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }

  return names->len > 0 ? g_strjoinv (separators.in[language], (char **) names->pdata) : NULL;
}
