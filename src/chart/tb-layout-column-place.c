/* Places columns in time and value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-column-private.h"

#include <math.h>

/* Time is not stretched further than this: a single year does not fill a slide. */
#define WIDEST_SPAN 0.32           /* of the plot's width */
#define WIDEST_NESTED_SPAN 0.42    /* the shortest, where spans lie in each other */
#define WIDEST_LONGEST_SPAN 0.72
#define WIDTH_PER_MOMENT 0.36

/* Free on each side of a column, as a share of the narrowest one, and at most in units. */
#define SIDE_GAP 0.11
#define MOST_SIDE_GAP 40.0
#define MOST_NESTED_SIDE_GAP 7.0

/* A column at a moment, as a share of the least distance to the next one, and in units. */
#define MOMENT_SHARE 0.46
#define WIDEST_MOMENT 60.0
#define NARROWEST_COLUMN 1.0

/* An actual column stands this far inside the outline of its target, units. */
#define INSET 5.0

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

/* How wide time may be drawn. */
static double
choose_width (const TbColumnLayout *self,
              double                room)
{
  double length = tb_period_axis_get_length (self->time);
  double shortest = tb_period_axis_get_shortest (self->time);
  double longest = tb_period_axis_get_longest (self->time);

  if (!(length > 0))
    return room;
  if (!(shortest > 0))
    return MIN (room, room * WIDTH_PER_MOMENT * (double) tb_period_axis_get_n_items (self->time));

  return MIN (room, length * MIN (room * (self->nested ? WIDEST_NESTED_SPAN : WIDEST_SPAN) / shortest, room * WIDEST_LONGEST_SPAN / longest));
}

static double
get_moment_width (const TbColumnLayout *self)
{
  double gap = tb_period_axis_get_least_gap (self->time);
  double px = tb_period_axis_map (self->time, gap) - tb_period_axis_map (self->time, 0);
  double share = self->n_lanes > 1 ? 0.75 : MOMENT_SHARE;

  return MAX (MIN (px * share, WIDEST_MOMENT * self->canvas->unit * self->n_lanes), NARROWEST_COLUMN);
}

/* What is left free at each side of a column over a span. */
double
tb_column_layout_get_side (const TbColumnLayout *self)
{
  double shortest = tb_period_axis_get_shortest (self->time);
  double px = tb_period_axis_map (self->time, shortest) - tb_period_axis_map (self->time, 0);

  return MIN (px * SIDE_GAP, (self->nested ? MOST_NESTED_SIDE_GAP : MOST_SIDE_GAP) * self->canvas->unit);
}

/* Where each column stands on the axis of time. */
void
tb_column_layout_place_in_time (TbColumnLayout *self)
{
  double unit = self->canvas->unit;
  double side = tb_column_layout_get_side (self);
  double moment = get_moment_width (self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbColumn *column = &g_array_index (self->columns, TbColumn, i);
      const TbPoint *point = column->point;
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
      column->start_x = tb_period_axis_map (self->time, point->start);
    }
}

void
tb_column_layout_place_in_value (TbColumnLayout *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbColumn *column = &g_array_index (self->columns, TbColumn, i);
      const TbPoint *point = column->point;
      double base = isnan (point->value) ? (fabs (point->low) < fabs (point->high) ? point->low : point->high) : point->value;
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

/* The first column begins at the left edge that the title begins at. */
void
tb_column_layout_set_time_range (TbColumnLayout *self,
                                 double          left,
                                 double          right)
{
  TbCanvas *canvas = self->canvas;
  double width = choose_width (self, right - left);

  tb_period_axis_set_range (self->time, canvas, left, left + width);
  /* Twice: the margin at the sides grows with the width that it makes. */
  for (int i = 0; i < 2 && tb_period_axis_begins_with_span (self->time); i++)
    {
      double side = tb_column_layout_get_side (self);

      tb_period_axis_set_range (self->time, canvas, left - side, MIN (left + width + side, right + side));
    }
  tb_period_axis_set_inset (self->time, tb_column_layout_get_side (self));
}
