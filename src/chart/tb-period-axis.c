/* The axis of time for mixed spans: true widths, labels that thin out by meaning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-axis.h"

#include "tb-chart-words.h"

#include <math.h>

/* Two moments nearer than this, in months, are one: less than a day. */
#define SAME_TIME 0.02

/* Between labels of a row, and from the axis to the first row, in ems. */
#define LABEL_GAP 0.7
#define AXIS_GAP 0.45

/* More places than this are labelled by the calendar, not one by one. */
#define MOST_NAMED 40

/* Rows of labels one below the other: spans, spans that overlap them, years. */
#define MOST_SPAN_ROWS 2

/* One place for marks: a span, or the moment at its end. */
typedef struct
{
  TbPeriod     period;
  double       start, end;
  gboolean     at_end;
  gboolean     bracket;  /* the end of a running total: named by its span */
  TbPeriodKind class;    /* what kind of period it reads as: 31 December reads as a year's end */
} Item;

struct _TbPeriodAxis
{
  TbLanguage   language;
  GArray      *items;      /* of Item, by end */
  double       from, to;   /* months */
  gboolean     uniform;    /* all of one class, all spans or all ends */
  TbScale      scale;
  GArray      *ticks;      /* of TbPeriodTick */
  GArray      *separators; /* of double: px of the year boundaries that are marked */
  double       inset_px;
  int          n_rows;
  double       row_px;
  double       gap_px;     /* from the axis to the first row */
};

static void
clear_tick (gpointer data)
{
  g_free (((TbPeriodTick *) data)->text);
}

static TbPeriodKind
classify_end (TbDay day)
{
  int y, m, d;

  tb_day_split (day, &y, &m, &d);
  if (m == 12 && d == 31)
    return TB_PERIOD_A;
  if (d == g_date_get_days_in_month ((GDateMonth) m, (GDateYear) y))
    return TB_PERIOD_M;

  return TB_PERIOD_D;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *left = a;
  const Item *right = b;

  if (fabs (left->end - right->end) > SAME_TIME)
    return left->end < right->end ? -1 : 1;
  if (fabs (left->start - right->start) > SAME_TIME)
    return left->start < right->start ? -1 : 1;

  return (int) left->at_end - (int) right->at_end;
}

static void
gather_items (TbPeriodAxis    *self,
              const TbFigures *figures)
{
  guint kept = 0;

  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      {
        const TbPoint *point = &figures->tracks[i].points[k];
        Item item = { point->period, point->start, point->end, point->geometry == TB_GEOMETRY_END, point->bracket,
                      TB_PERIOD_NONE };

        item.class = item.at_end ? classify_end (point->period.end) : (TbPeriodKind) point->period.kind;
        if (!item.at_end && point->basis == TB_BASIS_YEAR_TO_DATE && item.class == TB_PERIOD_M &&
            item.end - item.start > 1 + SAME_TIME)
          item.class = TB_PERIOD_RANGE;
        g_array_append_val (self->items, item);
      }
  g_array_sort (self->items, compare_items);
  for (guint i = 0; i < self->items->len; i++)
    if (kept == 0 || compare_items (&g_array_index (self->items, Item, kept - 1), &g_array_index (self->items, Item, i)) != 0)
      g_array_index (self->items, Item, kept++) = g_array_index (self->items, Item, i);
  g_array_set_size (self->items, kept);
}

/* Moments of one axis read alike: where some are ends of months, an end of
 * December is one too. */
static void
level_classes (TbPeriodAxis *self)
{
  TbPeriodKind finest = TB_PERIOD_A;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (!item->at_end)
        return;
      if (item->class == TB_PERIOD_D || (item->class == TB_PERIOD_M && finest == TB_PERIOD_A))
        finest = item->class;
    }
  for (guint i = 0; i < self->items->len; i++)
    g_array_index (self->items, Item, i).class = finest;
}

static void
find_domain (TbPeriodAxis *self)
{
  gboolean ends_only = TRUE;
  double gap;

  self->from = INFINITY;
  self->to = -INFINITY;
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      ends_only = ends_only && item->at_end;
      self->from = MIN (self->from, item->start);
      self->to = MAX (self->to, item->end);
    }
  if (self->items->len == 0)
    self->from = self->to = 0;

  /* A mark at the end of its time needs room on both sides of that moment. */
  gap = tb_period_axis_get_least_gap (self);
  if (self->items->len == 1 && ends_only && self->to - self->from < 1)
    gap = 12;
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double room = ends_only ? MIN (gap, (self->to - self->from + 1) * 0.5) / 2 : (self->to - self->from) * 0.03;

      if (self->items->len == 1 && ends_only)
        room = MAX (room, gap / 2);
      if (!item->at_end)
        continue;
      if (item->end - room < self->from)
        self->from = item->end - room;
      if (item->end + room > self->to)
        {
          self->to = item->end + room;
          break;
        }
    }
}

/**
 * tb_period_axis_new:
 * @figures: what is drawn
 *
 * Gathers the spans and moments of all figures on one axis of time.
 *
 * Returns: (transfer full): the axis
 */
TbPeriodAxis *
tb_period_axis_new (const TbFigures *figures)
{
  TbPeriodAxis *self = g_new0 (TbPeriodAxis, 1);

  self->language = figures->language;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->ticks = g_array_new (FALSE, FALSE, sizeof (TbPeriodTick));
  self->separators = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_set_clear_func (self->ticks, clear_tick);
  gather_items (self, figures);
  level_classes (self);
  self->uniform = TRUE;
  for (guint i = 1; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      const Item *first = &g_array_index (self->items, Item, 0);

      self->uniform = self->uniform && item->class == first->class && item->at_end == first->at_end;
    }
  find_domain (self);
  self->scale = tb_scale_init (&tb_scale_time, self->from, self->to, 0, 1);

  return self;
}

/**
 * tb_period_axis_free:
 * @self: (transfer full): an axis
 *
 * Frees it.
 */
void
tb_period_axis_free (TbPeriodAxis *self)
{
  g_array_unref (self->items);
  g_array_unref (self->ticks);
  g_array_unref (self->separators);
  g_free (self);
}

double
tb_period_axis_map (const TbPeriodAxis *self,
                    double              months)
{
  return tb_scale_map (&self->scale, months);
}

double
tb_period_axis_get_length (const TbPeriodAxis *self)
{
  return self->to - self->from;
}

double
tb_period_axis_get_shortest (const TbPeriodAxis *self)
{
  double shortest = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (!item->at_end && (shortest <= 0 || item->end - item->start < shortest))
        shortest = item->end - item->start;
    }

  return shortest;
}

double
tb_period_axis_get_longest (const TbPeriodAxis *self)
{
  double longest = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (!item->at_end)
        longest = MAX (longest, item->end - item->start);
    }

  return longest;
}

double
tb_period_axis_get_least_gap (const TbPeriodAxis *self)
{
  double least = INFINITY;
  double before = NAN;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (!item->at_end)
        continue;
      if (!isnan (before) && item->end - before > SAME_TIME)
        least = MIN (least, item->end - before);
      before = item->end;
    }

  return isinf (least) ? self->to - self->from : least;
}

void
tb_period_axis_set_inset (TbPeriodAxis *self,
                          double        inset_px)
{
  self->inset_px = inset_px;
}

double
tb_period_axis_get_end (const TbPeriodAxis *self)
{
  return self->to;
}

double
tb_period_axis_get_right (const TbPeriodAxis *self)
{
  return self->scale.range[1];
}

gboolean
tb_period_axis_begins_with_span (const TbPeriodAxis *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (!item->at_end && item->start < self->from + SAME_TIME)
        return TRUE;
    }

  return FALSE;
}

gsize
tb_period_axis_get_n_items (const TbPeriodAxis *self)
{
  return self->items->len;
}

double
tb_period_axis_get_height (const TbPeriodAxis *self)
{
  return self->gap_px + self->n_rows * self->row_px;
}

const TbPeriodTick *
tb_period_axis_get_ticks (const TbPeriodAxis *self,
                          gsize              *out_n)
{
  *out_n = self->ticks->len;

  return (const TbPeriodTick *) (gpointer) self->ticks->data;
}

/**
 * tb_period_axis_is_at_year_ends:
 * @self: an axis
 *
 * Returns: whether all marks stand at ends of years, so that a plain year under
 *   each has to be explained in the subtitle
 */
gboolean
tb_period_axis_is_at_year_ends (const TbPeriodAxis *self)
{
  return self->uniform && self->items->len > 1 && g_array_index (self->items, Item, 0).at_end &&
         g_array_index (self->items, Item, 0).class == TB_PERIOD_A;
}

static char *
name_year (const TbPeriodAxis *self,
           int                 year)
{
  return tb_chart_words_format (TB_WORD_YEAR, self->language, year);
}

static int
get_end_year (const Item *item)
{
  return (int) ceil (item->end / 12 - 1e-6) - 1;
}

/* What stands right under a place: its name without the year, which is said in
 * the row below. */
static char *
name_item (const TbPeriodAxis *self,
           const Item         *item)
{
  TbPeriod day = { item->period.end, item->period.end, TB_PERIOD_D, TB_CALENDAR_YEAR, NULL };
  int y, m, d;

  tb_day_split (item->period.end, &y, &m, &d);
  if (item->bracket && item->end - item->start < 12 + SAME_TIME && !(self->uniform && item->class == TB_PERIOD_A))
    {
      TbPeriod span = { tb_months_to_day (item->start + 0.01), item->period.end, TB_PERIOD_RANGE, TB_CALENDAR_YEAR, NULL };

      if (item->end - item->start > 12 - SAME_TIME && item->period.year_start == TB_CALENDAR_YEAR)
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
  if (item->class == TB_PERIOD_A && item->period.year_start == TB_CALENDAR_YEAR)
    return name_year (self, y);

  return tb_period_label (item->period, self->language,
                          item->end - item->start > 12 + SAME_TIME ? TB_PERIOD_LABEL_FULL : TB_PERIOD_LABEL_SHORT);
}

/* Whether the year has to be told in a row of its own. */
static gboolean
needs_year (const Item *item)
{
  if (item->at_end)
    return item->class != TB_PERIOD_A;

  return item->class != TB_PERIOD_A && item->end - item->start < 12 - SAME_TIME;
}

static gboolean
any_needs_year (const TbPeriodAxis *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (needs_year (&g_array_index (self->items, Item, i)))
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
  TbPeriodTick tick = { g_strdup (text), tb_canvas_measure (canvas, &canvas->label, text), row, middle, start, end, bracket };
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
          const Item *item = &g_array_index (self->items, Item, i);

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
      if (ends_only && (!self->uniform || last_end - first < SAME_TIME))
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
  gboolean with_years = any_needs_year (self);
  int n_span_rows = 1;

  if (self->items->len > MOST_NAMED)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double start = tb_period_axis_map (self, item->at_end ? item->end : item->start);
      double end = tb_period_axis_map (self, item->end);
      g_autofree char *text = name_item (self, item);
      gboolean placed = FALSE;

      /* A whole year is named by the row of years. */
      if (with_years && !item->at_end && item->class == TB_PERIOD_A && item->period.year_start == TB_CALENDAR_YEAR)
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
      const Item *item = &g_array_index (self->items, Item, i);
      double moment = item->at_end ? item->end : item->start;
      /* The end of a month belongs to that month; the end of a quarter ends one. */
      int month = (int) round (moment) - (item->at_end && item->period.kind == TB_PERIOD_M ? 1 : 0);
      double start = tb_period_axis_map (self, item->at_end ? item->end : item->start);
      double end = tb_period_axis_map (self, item->end);
      g_autofree char *text = NULL;

      if (fabs (moment - round (moment)) > SAME_TIME || month % step != 0)
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

static gboolean
label_years (TbPeriodAxis   *self,
             const TbCanvas *canvas,
             int             step,
             TbChartWord     word)
{
  gboolean at_ends = tb_period_axis_is_at_year_ends (self);
  int last = (int) ceil (self->to / 12 - 1e-6) - 1;

  for (int year = (int) floor (self->from / 12 + 1e-6); year <= last; year++)
    {
      double start = at_ends ? year * 12.0 + 12 : year * 12.0;
      double end = year * 12.0 + 12;
      g_autofree char *text = NULL;
      double boundary;

      /* A year of which little is on the axis does not name it. */
      if (MIN (end, self->to) - MAX (year * 12.0, self->from) < (at_ends ? 0 : 1) || end > self->to + (at_ends ? 0 : 12))
        continue;
      boundary = map_clamped (self, year * 12.0);
      if (!at_ends && step == 1 && year * 12.0 > self->from + SAME_TIME)
        g_array_append_val (self->separators, boundary);
      if (year % step != 0)
        continue;
      text = tb_chart_words_format (word, self->language, year);
      if (!add_tick (self, canvas, text, 0, map_clamped (self, start), map_clamped (self, end), FALSE))
        return FALSE;
    }
  self->n_rows = 1;

  return self->ticks->len > 0;
}

static void
choose_labels (TbPeriodAxis   *self,
               const TbCanvas *canvas)
{
  static const int month_steps[] = { 1, 3, 6 };
  static const int year_steps[] = { 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000 };
  const Item *first = self->items->len > 0 ? &g_array_index (self->items, Item, 0) : NULL;

  clear_labels (self);
  if (label_by_name (self, canvas))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (month_steps) && self->uniform && first->class != TB_PERIOD_A; i++)
    {
      gboolean short_spans = first->class == TB_PERIOD_W || first->class == TB_PERIOD_D;

      clear_labels (self);
      if (short_spans ? label_calendar_months (self, canvas, month_steps[i]) : label_every (self, canvas, month_steps[i]))
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
    }
  clear_labels (self);
}

/**
 * tb_period_axis_set_range:
 * @self: an axis
 * @canvas: the canvas
 * @left: px of its start
 * @right: px of its end
 *
 * Chooses the labels: each place by its name where there is room for all, else
 * the calendar's larger units: quarters and halves before months, years before
 * quarters, round years before single ones. Labels are never turned, and never
 * thinned by counting.
 */
void
tb_period_axis_set_range (TbPeriodAxis   *self,
                          const TbCanvas *canvas,
                          double          left,
                          double          right)
{
  TbLabel sample = tb_canvas_measure (canvas, &canvas->label, "2021年");

  self->scale.range[0] = left;
  self->scale.range[1] = right;
  self->row_px = MAX (tb_label_get_height (&sample), canvas->label.size_px * 1.35) + 2 * canvas->unit;
  self->gap_px = canvas->label.size_px * AXIS_GAP;
  choose_labels (self, canvas);
}

/**
 * tb_period_axis_draw:
 * @self: an axis
 * @canvas: the canvas
 * @y: where it lies, px
 *
 * Draws labels, the lines that show which span a label names, and marks between
 * years. The line of the axis itself is that of the values' zero.
 */
void
tb_period_axis_draw (const TbPeriodAxis *self,
                     TbCanvas           *canvas,
                     double              y)
{
  double height = tb_period_axis_get_height (self);

  tb_scene_builder_begin (canvas->builder, TB_ROLE_AXIS, NULL);
  for (guint i = 0; i < self->separators->len; i++)
    {
      double x = g_array_index (self->separators, double, i);

      double top = y;

      /* Between years, not through a name that stands on their border. */
      for (guint k = 0; k < self->ticks->len; k++)
        {
          const TbPeriodTick *tick = &g_array_index (self->ticks, TbPeriodTick, k);

          if (fabs (tick->x - x) < tick->label.extents.width / 2 + 2 * canvas->unit)
            top = MAX (top, y + self->gap_px + (tick->row + 1) * self->row_px);
        }
      if (top < y + height - 1)
        tb_canvas_rule (canvas, x, top, x, y + (self->n_rows > 1 ? height : self->gap_px * 0.8), canvas->theme->grid, 1, FALSE);
    }
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const TbPeriodTick *tick = &g_array_index (self->ticks, TbPeriodTick, i);
      double top = y + self->gap_px + tick->row * self->row_px;
      double bracket_y = top - self->gap_px * 0.15;

      if (tick->bracket)
        tb_canvas_rule (canvas, tick->start + self->inset_px, bracket_y, tick->end - self->inset_px, bracket_y,
                        canvas->theme->text_muted, 0.8, FALSE);
      else if (!(tick->end > tick->start) && tick->row == 0)
        tb_canvas_rule (canvas, tick->start, y, tick->start, y + self->gap_px * 0.6, canvas->theme->axis, 1, FALSE);
      tb_canvas_draw_label (canvas, &tick->label, canvas->theme->text_muted, TB_ANCHOR_MIDDLE, tick->x, top + canvas->unit,
                            TB_NO_DATUM);
    }
  tb_scene_builder_end (canvas->builder);
}
