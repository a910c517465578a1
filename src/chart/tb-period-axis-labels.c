/* Chooses the labels of the axis of time, thinned out by meaning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-words.h"
#include "tb-period-axis-private.h"

#include <math.h>

/* Between labels of a row, ems. */
#define LABEL_GAP 0.7

/* More places than this are labelled by the calendar, not one by one. */
#define MOST_NAMED 40

/* Over more years than these, quarters and halves do not help to find a figure. */
#define MOST_YEARS_OF_QUARTERS 5
#define MOST_YEARS_OF_HALVES 3

/* As many years are told apart by two digits: ’09. */
#define MOST_SHORT_YEARS 16

/* Rows of labels one below the other: spans, spans that overlap them, years. */
#define MOST_SPAN_ROWS 2

static char *
name_year (const TbPeriodAxis *self,
           int                 year)
{
  return tb_chart_words_format (TB_WORD_YEAR, self->language, year);
}

static int
get_end_year (const TbPeriodItem *item)
{
  return (int) ceil (item->end / 12 - 1e-6) - 1;
}

/* Among reporting years no row of the calendar's years can be shared: each place
 * is named in full. */
static char *
name_whole (const TbPeriodAxis *self,
            const TbPeriodItem *item)
{
  TbPeriod span = { tb_months_to_day (item->start + 0.01), item->period.end, TB_PERIOD_RANGE, TB_CALENDAR_YEAR, NULL };

  return tb_period_label (item->bracket && item->period.start != span.start ? span : item->period, self->language,
                          TB_PERIOD_LABEL_FULL);
}

/* What stands right under a place: its name without the year, which is said in
 * the row below. */
static char *
name_item (const TbPeriodAxis *self,
           const TbPeriodItem *item)
{
  TbPeriod day = { item->period.end, item->period.end, TB_PERIOD_D, TB_CALENDAR_YEAR, NULL };
  int y, m, d;

  tb_day_split (item->period.end, &y, &m, &d);
  if (self->year_start != TB_CALENDAR_YEAR)
    return name_whole (self, item);
  if (item->bracket && item->end - item->start < 12 + TB_PERIOD_AXIS_SAME_TIME
      && !(self->uniform && item->class == TB_PERIOD_A))
    {
      TbPeriod span = { tb_months_to_day (item->start + 0.01), item->period.end, TB_PERIOD_RANGE, TB_CALENDAR_YEAR,
                        NULL };

      if (item->end - item->start > 12 - TB_PERIOD_AXIS_SAME_TIME && item->period.year_start == TB_CALENDAR_YEAR)
        return g_strdup (tb_chart_word (TB_WORD_ALL_MONTHS, self->language));
      return tb_period_label (span, self->language, TB_PERIOD_LABEL_SHORT);
    }
  if (item->at_end && item->class == TB_PERIOD_A)
    return item->bracket ? name_year (self, y) : tb_chart_words_format (TB_WORD_YEAR_END, self->language, y);
  if (item->at_end && self->uniform && item->period.kind == TB_PERIOD_M)
    return tb_period_label (item->period, self->language, TB_PERIOD_LABEL_SHORT);
  if (item->at_end && item->class == TB_PERIOD_M && self->language == TB_LANGUAGE_ZH)
    {
      g_autofree char *month = g_strdup_printf ("%d月", m);

      return tb_chart_words_format (TB_WORD_MONTH_END, self->language, month);
    }
  if (item->at_end)
    return tb_period_label (day, self->language, TB_PERIOD_LABEL_SHORT);
  if (item->class == TB_PERIOD_A)
    return name_year (self, y);

  return tb_period_label (item->period, self->language,
                          item->end - item->start > 12 + TB_PERIOD_AXIS_SAME_TIME ? TB_PERIOD_LABEL_FULL
                                                                                  : TB_PERIOD_LABEL_SHORT);
}

/* Whether the year has to be told in a row of its own. */
static gboolean
needs_year (const TbPeriodItem *item)
{
  if (item->at_end)
    return item->class != TB_PERIOD_A;

  return item->class != TB_PERIOD_A && item->end - item->start < 12 - TB_PERIOD_AXIS_SAME_TIME;
}

static gboolean
any_needs_year (const TbPeriodAxis *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (needs_year (&g_array_index (self->items, TbPeriodItem, i)))
      return TRUE;

  return FALSE;
}

/* Adds a label in a row, shifted as little as the page's edges ask for; FALSE,
 * with nothing added, where it would touch another one of that row. */
static gboolean
add_tick (TbPeriodAxis   *self,
          const TbCanvas *canvas,
          char           *text,
          int             row,
          double          start,
          double          end,
          gboolean        bracket)
{
  double gap = canvas->label.size_px * LABEL_GAP;
  double middle = (start + end) / 2;
  TbPeriodTick tick = { g_strdup (text), tb_canvas_measure (canvas, &canvas->label, text), row, middle, start, end,
                        bracket };
  double half = tick.label.extents.width / 2;

  tick.label.text = tick.text;
  if (half * 2 > canvas->width - 2 * canvas->margin)
    {
      g_free (tick.text);
      return FALSE;
    }
  tick.x = CLAMP (middle, canvas->margin + half, canvas->width - canvas->margin - half);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const TbPeriodTick *other = &g_array_index (self->ticks, TbPeriodTick, i);

      if (other->row == row && fabs (other->x - tick.x) < half + other->label.extents.width / 2 + gap)
        {
          g_free (tick.text);
          return FALSE;
        }
      /* Brackets of one row must not run over each other. */
      if (other->row == row && bracket && other->bracket && start < other->end - 1 && other->start < end - 1)
        {
          g_free (tick.text);
          return FALSE;
        }
    }
  g_array_append_val (self->ticks, tick);

  return TRUE;
}

static void
clear_labels (TbPeriodAxis *self)
{
  g_array_set_size (self->ticks, 0);
  g_array_set_size (self->separators, 0);
  self->n_rows = 0;
}

static double
map_clamped (const TbPeriodAxis *self,
             double              months)
{
  return tb_period_axis_map (self, CLAMP (months, self->from, self->to));
}

/* The row of years under labels that leave the year out. */
static gboolean
add_year_row (TbPeriodAxis   *self,
              const TbCanvas *canvas,
              int             row,
              gboolean        brackets)
{
  int last = (int) ceil (self->to / 12 - 1e-6) - 1;
  int n_years = 0;

  for (int year = (int) floor (self->from / 12 + 1e-6); year <= last; year++)
    {
      gboolean used = FALSE;
      gboolean whole = FALSE;
      gboolean ends_only = TRUE;
      double first = INFINITY;
      double last_end = -INFINITY;
      double start = map_clamped (self, year * 12.0);
      double end = map_clamped (self, year * 12.0 + 12);
      g_autofree char *text = name_year (self, year);

      for (guint i = 0; i < self->items->len; i++)
        {
          const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);

          if (get_end_year (item) != year)
            continue;
          used = TRUE;
          ends_only = ends_only && item->at_end;
          first = MIN (first, item->end);
          last_end = MAX (last_end, item->end);
          whole = whole || (!item->at_end && item->class == TB_PERIOD_A);
        }
      if (!used)
        continue;
      /* Under moments only, the year stands under them, not under its middle. */
      if (ends_only && (!self->uniform || last_end - first < TB_PERIOD_AXIS_SAME_TIME))
        {
          start = tb_period_axis_map (self, first);
          end = tb_period_axis_map (self, last_end) + 0.01;
        }
      if (!add_tick (self, canvas, text, row, start, end, brackets && whole))
        return FALSE;
      n_years++;
      if (n_years > 1)
        g_array_append_val (self->separators, start);
    }
  if (brackets)
    g_array_set_size (self->separators, 0);

  return TRUE;
}

/* Few places: each has its name, in the first row that has room for it. */
static gboolean
label_by_name (TbPeriodAxis   *self,
               const TbCanvas *canvas)
{
  gboolean with_years = self->year_start == TB_CALENDAR_YEAR && any_needs_year (self);
  int n_span_rows = 1;

  if (self->items->len > MOST_NAMED)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);
      double start = tb_period_axis_map (self, item->at_end ? item->end : item->start);
      double end = tb_period_axis_map (self, item->end);
      g_autofree char *text = name_item (self, item);
      gboolean placed = FALSE;

      /* A whole year is named by the row of years. */
      if (with_years && !item->at_end && item->class == TB_PERIOD_A)
        continue;
      for (int row = 0; row < (self->uniform ? 1 : MOST_SPAN_ROWS) && !placed; row++)
        {
          placed = add_tick (self, canvas, text, row, start, end, !self->uniform && !item->at_end);
          if (placed)
            n_span_rows = MAX (n_span_rows, row + 1);
        }
      if (!placed)
        return FALSE;
    }
  self->n_rows = n_span_rows;
  if (with_years)
    {
      if (!add_year_row (self, canvas, self->n_rows, !self->uniform))
        return FALSE;
      self->n_rows++;
    }

  return TRUE;
}

/* Only the periods that begin a multiple of @step months: quarters of months,
 * halves of quarters, with the years below. */
static gboolean
label_every (TbPeriodAxis   *self,
             const TbCanvas *canvas,
             int             step)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);
      double moment = item->at_end ? item->end : item->start;
      /* The end of a month belongs to that month; the end of a quarter ends one. */
      int month = (int) round (moment) - (item->at_end && item->period.kind == TB_PERIOD_M ? 1 : 0);
      double start = tb_period_axis_map (self, item->at_end ? item->end : item->start);
      double end = tb_period_axis_map (self, item->end);
      g_autofree char *text = NULL;

      if (fabs (moment - round (moment)) > TB_PERIOD_AXIS_SAME_TIME || month % step != 0)
        continue;
      text = name_item (self, item);
      if (!add_tick (self, canvas, text, 0, start, end, FALSE))
        return FALSE;
    }
  if (self->ticks->len < 2 || !add_year_row (self, canvas, 1, FALSE))
    return FALSE;
  self->n_rows = 2;

  return TRUE;
}

/* Months of the calendar under figures of weeks and days. */
static gboolean
label_calendar_months (TbPeriodAxis   *self,
                       const TbCanvas *canvas,
                       int             step)
{
  int last = (int) ceil (self->to);

  for (int month = (int) floor (self->from); month < last; month++)
    {
      double middle = month + 0.5;
      TbDay day = tb_months_to_day (month + 0.01);
      TbPeriod period = { day, day, TB_PERIOD_M, TB_CALENDAR_YEAR, NULL };
      g_autofree char *text = NULL;

      if (month % step != 0 || middle < self->from || middle > self->to)
        continue;
      text = tb_period_label (period, self->language, TB_PERIOD_LABEL_SHORT);
      if (!add_tick (self, canvas, text, 0, map_clamped (self, month), map_clamped (self, month + 1), FALSE))
        return FALSE;
    }
  if (self->ticks->len < 2 || !add_year_row (self, canvas, 1, FALSE))
    return FALSE;
  self->n_rows = 2;

  return TRUE;
}

/* A year of which little is on the axis does not name it. */
static gboolean
is_on_axis (const TbPeriodAxis *self,
            int                 year,
            gboolean            at_ends)
{
  double end = year * 12.0 + 12;

  return MIN (end, self->to) - MAX (year * 12.0, self->from) >= (at_ends ? 0 : 1)
         && end <= self->to + (at_ends ? 0 : 12);
}

static gboolean
add_year (TbPeriodAxis   *self,
          const TbCanvas *canvas,
          int             year,
          gboolean        at_ends,
          TbChartWord     word)
{
  double start = at_ends ? year * 12.0 + 12 : year * 12.0;
  g_autofree char *text = tb_chart_words_format (word, self->language, word == TB_WORD_YEAR_SHORT ? year % 100 : year);

  return add_tick (self, canvas, text, 0, map_clamped (self, start), map_clamped (self, year * 12.0 + 12), FALSE);
}

/* Every second year counts from the last, which readers look for; fives and tens
 * are round years, and the first and the last stand beside them where there is
 * room. Two digits follow a first year in four. */
static gboolean
label_years (TbPeriodAxis   *self,
             const TbCanvas *canvas,
             int             step,
             TbChartWord     word)
{
  gboolean at_ends = tb_period_axis_is_at_year_ends (self);
  int first = (int) floor (self->from / 12 + 1e-6);
  int last = (int) ceil (self->to / 12 - 1e-6) - 1;
  int origin;

  while (first < last && !is_on_axis (self, first, at_ends))
    first++;
  while (last > first && !is_on_axis (self, last, at_ends))
    last--;
  origin = step == 2 ? last : 0;
  if (word == TB_WORD_YEAR_SHORT && last - first >= MOST_SHORT_YEARS)
    return FALSE;
  for (int year = first; year <= last; year++)
    {
      double boundary = map_clamped (self, year * 12.0);

      if (!is_on_axis (self, year, at_ends))
        continue;
      if (!at_ends && step == 1 && year * 12.0 > self->from + TB_PERIOD_AXIS_SAME_TIME)
        g_array_append_val (self->separators, boundary);
      if ((year - origin) % step == 0
          && !add_year (self, canvas, year, at_ends,
                        word == TB_WORD_YEAR_SHORT && year == first ? TB_WORD_YEAR_BARE : word))
        return FALSE;
    }
  self->n_rows = 1;
  if (self->ticks->len == 0)
    return FALSE;
  if (step > 1 && (last - origin) % step != 0 && is_on_axis (self, last, at_ends))
    add_year (self, canvas, last, at_ends, word);
  if (step > 1 && (first - origin) % step != 0 && is_on_axis (self, first, at_ends))
    add_year (self, canvas, first, at_ends, word);

  return TRUE;
}

/* A row of reporting years. */
static gboolean
add_reporting_years (TbPeriodAxis   *self,
                     const TbCanvas *canvas,
                     int             row,
                     int             step)
{
  int year = MAX ((int) floor (self->from / 12) - 1, 1);
  TbPeriod period;

  for (; tb_period_from_number (TB_PERIOD_A, year, 1, self->year_start, &period) &&
         tb_months_at_start (period.start) < self->to - TB_PERIOD_AXIS_SAME_TIME;
       year++)
    {
      double start = tb_months_at_start (period.start);
      double end = tb_months_at_end (period.end);
      g_autofree char *text = NULL;

      /* A year of which little is on the axis does not name it. */
      if (year % step != 0 || MIN (end, self->to) - MAX (start, self->from) < 1)
        continue;
      text = tb_period_label (period, self->language, TB_PERIOD_LABEL_FULL);
      if (!add_tick (self, canvas, text, row, map_clamped (self, start), map_clamped (self, end), FALSE))
        return FALSE;
    }
  self->n_rows = row + 1;

  return self->ticks->len > 0;
}

/* Quarters of reporting years by their short names, above those years. */
static gboolean
label_parts (TbPeriodAxis   *self,
             const TbCanvas *canvas)
{
  const TbPeriodItem *first = &g_array_index (self->items, TbPeriodItem, 0);

  if (!self->uniform || first->at_end || first->period.kind == TB_PERIOD_A || self->items->len > MOST_NAMED)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);
      g_autofree char *text = tb_period_label (item->period, self->language, TB_PERIOD_LABEL_SHORT);

      if (!add_tick (self, canvas, text, 0, tb_period_axis_map (self, item->start),
                     tb_period_axis_map (self, item->end), FALSE))
        return FALSE;
    }

  return add_reporting_years (self, canvas, 1, 1);
}

/* Never by the calendar's years, which would stand under the wrong figures. */
static void
label_reporting_years (TbPeriodAxis   *self,
                       const TbCanvas *canvas,
                       const int      *steps,
                       gsize           n_steps)
{
  clear_labels (self);
  if (label_parts (self, canvas))
    return;
  for (gsize i = 0; i < n_steps; i++)
    {
      clear_labels (self);
      if (add_reporting_years (self, canvas, 0, steps[i]))
        return;
    }
  clear_labels (self);
}

void
tb_period_axis_choose_labels (TbPeriodAxis   *self,
                              const TbCanvas *canvas)
{
  static const int month_steps[] = { 1, 3, 6 };
  static const int year_steps[] = { 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000 };
  const TbPeriodItem *first = self->items->len > 0 ? &g_array_index (self->items, TbPeriodItem, 0) : NULL;

  clear_labels (self);
  if (label_by_name (self, canvas))
    return;
  if (self->year_start != TB_CALENDAR_YEAR)
    {
      label_reporting_years (self, canvas, year_steps, G_N_ELEMENTS (year_steps));
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (month_steps) && self->uniform && first->class != TB_PERIOD_A; i++)
    {
      gboolean short_spans = first->class == TB_PERIOD_W || first->class == TB_PERIOD_D;
      double most_years = month_steps[i] == 6   ? MOST_YEARS_OF_HALVES
                          : month_steps[i] == 3 ? MOST_YEARS_OF_QUARTERS
                                                : INFINITY;

      if (self->to - self->from > most_years * 12 + TB_PERIOD_AXIS_SAME_TIME)
        continue;
      clear_labels (self);
      if (short_spans ? label_calendar_months (self, canvas, month_steps[i])
                      : label_every (self, canvas, month_steps[i]))
        return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (year_steps); i++)
    {
      clear_labels (self);
      if (label_years (self, canvas, year_steps[i], TB_WORD_YEAR))
        return;
      clear_labels (self);
      if (label_years (self, canvas, year_steps[i], TB_WORD_YEAR_BARE))
        return;
      clear_labels (self);
      if (year_steps[i] == 1 && label_years (self, canvas, 1, TB_WORD_YEAR_SHORT))
        return;
    }
  clear_labels (self);
}
