/* Places columns in time and value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-column-private.h"

#include <math.h>

/* The share of its span that a column over it covers; all columns have the same
 * one, so that they are as true to each other as their spans. */
#define SPAN_SHARE 0.78

/* No column is wider than this, units: of the shortest spans, of the longest ones. */
#define WIDEST_SHORT 190.0
#define WIDEST_LONG 420.0
#define LANE_SHARE 0.7             /* of that for each more series side by side */

/* Free at each side of columns that lie in each other, as a share of the narrowest one, and units. */
#define NESTED_GAP 0.11
#define MOST_NESTED_GAP 7.0
#define NEARLY_SAME 1.05            /* years and leap years */

/* How far the first span may begin before the left edge, for its column to begin there. */
#define MOST_OVERHANG 12.0

/* A column at a moment, as a share of the least distance to the next one, and in units. */
#define MOMENT_SHARE 0.46
#define MOMENT_SHARE_OF_LANES 0.75
#define WIDEST_MOMENT 60.0
#define WIDEST_LONE_MOMENT 110.0   /* where there are no spans beside */
#define NARROWEST_COLUMN 1.0

/* An actual column stands this far inside the outline of its target, units. */
#define INSET 5.0

/* How far a column stands to the right of the one behind it (N-2), as a share of what
 * both take, and units. */
#define BEHIND_SHARE 0.24
#define MOST_BEHIND 26.0

gboolean
tb_column_falls (const TbColumn *column)
{
  return column->mark.base == TB_BASE_TOP;
}

/* Upper and lower edge of all that is drawn of a column. */
void
tb_column_get_edges (const TbColumn *column,
                     double         *out_top,
                     double         *out_bottom)
{
  const TbColumnMark *mark = &column->mark;

  *out_top = mark->body.y;
  *out_bottom = mark->body.y + mark->body.height;
  if (mark->range.height > 0)
    {
      *out_top = MIN (*out_top, mark->range.y);
      *out_bottom = MAX (*out_bottom, mark->range.y + mark->range.height);
    }
}

static double
map_length (const TbColumnLayout *self,
            double                months)
{
  return tb_period_axis_map (self->time, months) - tb_period_axis_map (self->time, 0);
}

static double
get_moment_width (const TbColumnLayout *self)
{
  double px = map_length (self, tb_period_axis_get_least_gap (self->time));
  double share = self->n_lanes > 1 ? MOMENT_SHARE_OF_LANES : MOMENT_SHARE;
  double widest = tb_period_axis_get_shortest (self->time) > 0 ? WIDEST_MOMENT : WIDEST_LONE_MOMENT;

  if (self->n_lanes > 1)
    widest = WIDEST_MOMENT;
  px = MIN (px * share, widest * self->canvas->unit * self->n_lanes);
  if (tb_period_axis_get_shortest (self->time) > 0)
    px = MIN (px, map_length (self, tb_period_axis_get_length (self->time)) * 1.8 * TB_PERIOD_AXIS_MOMENT_ROOM);

  return MAX (px, NARROWEST_COLUMN);
}

/* What is left free at each side of a column over so long a span. */
static double
get_side (const TbColumnLayout *self,
          double                months)
{
  double shortest = map_length (self, tb_period_axis_get_shortest (self->time));
  double longest = map_length (self, tb_period_axis_get_longest (self->time));
  double unit = self->canvas->unit;
  double lanes = 1 + (self->n_lanes - 1.0) * LANE_SHARE;
  double share = SPAN_SHARE;

  /* Where spans of different length lie in each other, their edges tell which is which. */
  if (self->nested && longest > shortest * NEARLY_SAME)
    return MIN (shortest * NESTED_GAP, MOST_NESTED_GAP * unit);
  if (shortest > 0)
    share = MIN (share, MIN (WIDEST_SHORT * unit * lanes / shortest, WIDEST_LONG * unit * lanes / longest));

  return map_length (self, months) * (1 - share) / 2;
}

/* The figure in front keeps the right part of its place. */
static void
place_behind (const TbColumnLayout *self,
              TbColumn             *column)
{
  TbRect *body = &column->mark.body;
  double shift;

  /* Those without are as wide as the others; what stands in an outline has it behind. */
  if (self->panel.n_behind == 0 || tb_chart_point_is_reference (column->point) ||
      (column->behind == NULL && column->in_outline))
    return;
  shift = MIN (body->width * BEHIND_SHARE, MOST_BEHIND * self->canvas->unit);
  body->width -= shift;
  column->behind_mark.body = *body;
  body->x += shift;
}

/* Where each column stands on the axis of time. */
void
tb_column_layout_place_in_time (TbColumnLayout *self)
{
  double unit = self->canvas->unit;
  double moment = get_moment_width (self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbColumn *column = &g_array_index (self->columns, TbColumn, i);
      const TbChartPoint *point = column->point;
      double side = get_side (self, point->end - point->start);
      double x = tb_period_axis_map (self->time, point->start) + side;
      double end = tb_period_axis_map (self->time, point->end);
      double width = end - side - x;
      double inset;

      if (point->geometry == TB_GEOMETRY_END)
        {
          x = end - moment / 2;
          width = moment;
        }
      width = MAX (width, NARROWEST_COLUMN);
      x += width / self->n_lanes * (column->lane.lane + (self->n_lanes - column->lane.n) / 2.0);
      width /= self->n_lanes;
      column->slot_x = x;
      column->slot_width = width;
      width /= point->n_conflicts;
      x += width * point->conflict;
      if (self->n_lanes > 1 || point->n_conflicts > 1)
        width = MAX (width - MIN (1.5 * unit, width * 0.1), NARROWEST_COLUMN);
      inset = column->in_outline ? MIN (INSET * unit, width * 0.16) : 0;
      column->mark.body.x = x + (column->shares_start ? inset : 0);
      column->mark.body.width = width - (column->shares_start ? inset : 0) - (column->shares_end ? inset : 0);
      place_behind (self, column);
      column->start_x = tb_period_axis_map (self->time, point->start);
    }
}

static void
raise_behind (const TbColumnLayout *self,
              TbColumn             *column)
{
  TbColumnMark *mark = &column->behind_mark;
  double y;

  if (column->behind == NULL)
    return;
  y = tb_value_axis_map (self->values, column->behind->value);
  mark->base = column->behind->value < 0 ? TB_BASE_TOP : TB_BASE_BOTTOM;
  mark->body.y = MIN (y, self->zero_y);
  mark->body.height = fabs (y - self->zero_y);
  /* One on the other side of zero hides nothing. */
  mark->front = (TbRect) { 0, 0, 0, 0 };
  if (mark->base == column->mark.base)
    mark->front = column->mark.body;
}

void
tb_column_layout_place_in_value (TbColumnLayout *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbColumn *column = &g_array_index (self->columns, TbColumn, i);
      const TbChartPoint *point = column->point;
      double base = isnan (point->value) ? (fabs (point->low) < fabs (point->high) ? point->low : point->high)
                                         : point->value;
      double y;

      if (point->missing)
        {
          column->mark.body.y = self->zero_y;
          column->mark.body.height = 0;
          continue;
        }
      /* A range that crosses zero has no solid part. */
      if (isnan (point->value) && (point->low < 0) != (point->high < 0))
        base = 0;
      y = tb_value_axis_map (self->values, base);
      column->mark.base = base < 0 ? TB_BASE_TOP : TB_BASE_BOTTOM;
      column->mark.body.y = MIN (y, self->zero_y);
      column->mark.body.height = fabs (y - self->zero_y);
      raise_behind (self, column);
      if (!isnan (point->low) && !isnan (point->high))
        {
          double high = tb_value_axis_map (self->values, point->high);
          double low = tb_value_axis_map (self->values, point->low);
          double share = isnan (point->value) ? 1 : 0.3;

          column->mark.range = (TbRect) { column->mark.body.x + column->mark.body.width * (1 - share) / 2, high,
                                          column->mark.body.width * share, low - high };
        }
    }
}

/* Time fills the plot. The first column begins at the left edge that the title
 * begins at, where its span leaves little room at its sides. */
void
tb_column_layout_set_time_range (TbColumnLayout *self,
                                 double          left,
                                 double          right)
{
  TbCanvas *canvas = self->canvas;
  double overhang = 0;

  tb_period_axis_set_range (self->time, canvas, left, right);
  if (tb_period_axis_begins_with_span (self->time))
    {
      double side = get_side (self, tb_period_axis_get_shortest (self->time));

      overhang = MIN (side, (self->nested ? MOST_NESTED_GAP : MOST_OVERHANG) * canvas->unit);
      tb_period_axis_set_range (self->time, canvas, left - overhang,
                                tb_period_axis_ends_with_span (self->time) ? right + overhang : right);
    }
  tb_period_axis_set_inset (self->time, overhang);
}
