/* The axis of time for mixed spans: true widths, labels that thin out by meaning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-axis-private.h"

#include <math.h>

/* From the axis to the first row of labels, ems. */
#define AXIS_GAP 0.45

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
  const TbPeriodItem *left = a;
  const TbPeriodItem *right = b;

  if (fabs (left->end - right->end) > TB_PERIOD_AXIS_SAME_TIME)
    return left->end < right->end ? -1 : 1;
  if (fabs (left->start - right->start) > TB_PERIOD_AXIS_SAME_TIME)
    return left->start < right->start ? -1 : 1;

  return (int) left->at_end - (int) right->at_end;
}

/* Those of one series mostly are. */
static gboolean
are_sorted (const GArray *items)
{
  for (guint i = 1; i < items->len; i++)
    if (compare_items (&g_array_index (items, TbPeriodItem, i - 1), &g_array_index (items, TbPeriodItem, i)) > 0)
      return FALSE;

  return TRUE;
}

static void
gather_items (TbPeriodAxis    *self,
              const TbFigures *figures)
{
  guint kept = 0;

  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &figures->tracks[i].points[k];
        TbPeriodItem item = { point->period,  point->start,  point->end, point->geometry == TB_GEOMETRY_END,
                              point->bracket, TB_PERIOD_NONE };

        item.class = item.at_end ? classify_end (point->period.end) : (TbPeriodKind) point->period.kind;
        if (!item.at_end && point->basis == TB_BASIS_YEAR_TO_DATE && item.class == TB_PERIOD_M &&
            item.end - item.start > 1 + TB_PERIOD_AXIS_SAME_TIME)
          item.class = TB_PERIOD_RANGE;
        g_array_append_val (self->items, item);
      }
  if (!are_sorted (self->items))
    g_array_sort (self->items, compare_items);
  for (guint i = 0; i < self->items->len; i++)
    if (kept == 0
        || compare_items (&g_array_index (self->items, TbPeriodItem, kept - 1),
                          &g_array_index (self->items, TbPeriodItem, i))
               != 0)
      g_array_index (self->items, TbPeriodItem, kept++) = g_array_index (self->items, TbPeriodItem, i);
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
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);

      if (!item->at_end)
        return;
      if (item->class == TB_PERIOD_D || (item->class == TB_PERIOD_M && finest == TB_PERIOD_A))
        finest = item->class;
    }
  for (guint i = 0; i < self->items->len; i++)
    g_array_index (self->items, TbPeriodItem, i).class = finest;
}

/* The reporting year of any of the periods: then the axis has no row of the calendar's. */
static guint16
find_year_start (const TbPeriodAxis *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      guint16 year_start = tb_chart_find_year_start (g_array_index (self->items, TbPeriodItem, i).period);

      if (year_start != TB_CALENDAR_YEAR)
        return year_start;
    }

  return TB_CALENDAR_YEAR;
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
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);

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
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);
      double room = ends_only ? MIN (gap, (self->to - self->from + 1) * 0.5) / 2
                              : (self->to - self->from) * TB_PERIOD_AXIS_MOMENT_ROOM;

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
  self->items = g_array_new (FALSE, FALSE, sizeof (TbPeriodItem));
  self->ticks = g_array_new (FALSE, FALSE, sizeof (TbPeriodTick));
  self->separators = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_set_clear_func (self->ticks, clear_tick);
  gather_items (self, figures);
  level_classes (self);
  self->year_start = find_year_start (self);
  self->uniform = TRUE;
  for (guint i = 1; i < self->items->len; i++)
    {
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);
      const TbPeriodItem *first = &g_array_index (self->items, TbPeriodItem, 0);

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

/**
 * tb_period_axis_map:
 * @self: an axis that has its range
 * @months: since year 0, as spans of points are
 *
 * Returns: where it stands, px from the left of the page
 */
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

/**
 * tb_period_axis_get_shortest:
 * @self: an axis of time
 *
 * Returns: the shortest span of a figure, in months; 0 where all are of one day
 */
double
tb_period_axis_get_shortest (const TbPeriodAxis *self)
{
  double shortest = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);

      if (!item->at_end && (shortest <= 0 || item->end - item->start < shortest))
        shortest = item->end - item->start;
    }

  return shortest;
}

/**
 * tb_period_axis_get_longest:
 * @self: an axis of time
 *
 * Returns: the longest span of a figure, in months; 0 where all are of one day
 */
double
tb_period_axis_get_longest (const TbPeriodAxis *self)
{
  double longest = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);

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
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);

      if (!item->at_end)
        continue;
      if (!isnan (before) && item->end - before > TB_PERIOD_AXIS_SAME_TIME)
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

/**
 * tb_period_axis_get_end:
 * @self: an axis of time
 *
 * Returns: the end of what it shows, in months as tb_period_axis_map() takes them
 */
double
tb_period_axis_get_end (const TbPeriodAxis *self)
{
  return self->to;
}

/**
 * tb_period_axis_begins_with_span:
 * @self: an axis of time
 *
 * Returns: whether it begins with a figure that covers a span, and not with one of a day
 */
gboolean
tb_period_axis_begins_with_span (const TbPeriodAxis *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i);

      if (!item->at_end && item->start < self->from + TB_PERIOD_AXIS_SAME_TIME)
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_period_axis_ends_with_span:
 * @self: an axis of time
 *
 * Returns: whether it ends with a figure that covers a span, and not with one of a day
 */
gboolean
tb_period_axis_ends_with_span (const TbPeriodAxis *self)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      const TbPeriodItem *item = &g_array_index (self->items, TbPeriodItem, i - 1);

      if (item->end < self->to - TB_PERIOD_AXIS_SAME_TIME)
        return FALSE;
      if (!item->at_end)
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_period_axis_get_height:
 * @self: an axis of time
 *
 * Returns: the room that its labels take below the plot, in logical pixels
 */
double
tb_period_axis_get_height (const TbPeriodAxis *self)
{
  return self->gap_px + self->n_rows * self->row_px;
}

/**
 * tb_period_axis_get_ticks:
 * @self: an axis of time
 * @out_n: (out): how many
 *
 * Returns: (transfer none) (array length=out_n): its labels with their places
 */
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
  return self->uniform && self->items->len > 1 && g_array_index (self->items, TbPeriodItem, 0).at_end &&
         g_array_index (self->items, TbPeriodItem, 0).class == TB_PERIOD_A;
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
  tb_period_axis_choose_labels (self, canvas);
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
        tb_canvas_rule (canvas, x, top, x, y + (self->n_rows > 1 ? height : self->gap_px * 0.8), canvas->theme->grid, 1,
                        FALSE);
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
      tb_canvas_draw_label (canvas, &tick->label, canvas->theme->text_muted, TB_ANCHOR_MIDDLE, tick->x,
                            top + canvas->unit, TB_NO_DATUM);
    }
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_period_axis_add_plot:
 * @self: an axis with its range
 * @canvas: the canvas
 * @top: of the plot, px
 * @height: px
 * @by_moment: whether its marks are points of lines
 *
 * Tells the scene which moments a plot over this axis shows.
 */
void
tb_period_axis_add_plot (const TbPeriodAxis *self,
                         TbCanvas           *canvas,
                         double              top,
                         double              height,
                         gboolean            by_moment)
{
  TbScenePlot plot = {
    { self->scale.range[0], top, self->scale.range[1] - self->scale.range[0], height }, self->from, self->to, by_moment
  };

  tb_scene_builder_plot (canvas->builder, &plot);
}
