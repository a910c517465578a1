/* Columns over time, as wide as their spans are long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-lanes.h"
#include "tb-chart-layouts.h"
#include "tb-chart-words.h"
#include "tb-label-placement.h"
#include "tb-mark-column.h"
#include "tb-palette.h"
#include "tb-period-axis.h"
#include "tb-value-axis.h"

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

/* Beyond this many columns single labels are noise. */
#define MOST_LABELLED 120

#define MOST_LARGE_NUMBERS 6
#define LARGE_NUMBER 1.2

#define LABEL_GAP 3.0

#define SAME_TIME 0.02

typedef struct
{
  const TbPoint *point;
  gsize          track;
  TbColumnMark   mark;
  double         slot_x, slot_width;
  double         start_x;          /* of a running total's bracket */
  TbLane         lane;
  gboolean       in_outline;       /* of what spans its time too, */
  gboolean       shares_start;     /* and has the same edges */
  gboolean       shares_end;
  gboolean       has_bracket;
  int            tier;             /* of its label: 0 is kept longest */
  char          *number;           /* of figures that contradict each other all: "6.9 / 6.7" */
  char          *text;             /* with the kind's word, nullable */
  TbLabel        label;            /* the number alone */
  TbLabel        worded;           /* with the kind's word */
  gboolean       has_label;
  gboolean       is_worded;
  gboolean       is_inside;
  TbRect         label_box;
} Column;

typedef struct
{
  TbCanvas     *canvas;
  TbRect        plot;      /* of marks and their labels; the axis of time is below */
  TbPeriodAxis *time;
  TbValueAxis  *values;
  double        zero_y;
  GArray       *columns;   /* of Column */
  gboolean      nested;    /* spans lie in each other */
  guint         n_lanes;   /* of the time that most series share: one width for all of a kind */
} Layout;

/* Of the totals that run from one day the last shows the span. */
static gboolean
is_last_of_start (const TbTrack *track,
                  const TbPoint *point)
{
  const TbPoint *next = point + 1;

  return next == track->points + track->n_points || !next->bracket || fabs (next->start - point->start) > SAME_TIME;
}

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->number);
  g_free (((Column *) data)->text);
}

static gboolean
is_reference (const TbPoint *point)
{
  return point->kind == TB_KIND_TARGET || point->kind == TB_KIND_PLAN;
}

static gboolean
falls (const Column *column)
{
  return column->mark.base == TB_BASE_TOP;
}

/* Is there, in the same series, what this one must leave room for or lie behind? */
static void
find_neighbours (const TbTrack *track,
                 const TbPoint *point,
                 Column        *column)
{
  if (is_reference (point))
    return;
  for (gsize i = tb_track_find_after (track, MIN (point->start, point->end - 2 * SAME_TIME)); i < track->n_points; i++)
    {
      const TbPoint *other = &track->points[i];

      /* What ends so much later begins later too. */
      if (other->end > point->end + track->longest + SAME_TIME)
        break;
      if (other == point || other->missing || !tb_points_overlap_in_time (point, other))
        continue;
      if (is_reference (other) || tb_point_get_length (other) > tb_point_get_length (point) + SAME_TIME)
        {
          column->in_outline = TRUE;
          column->shares_start = column->shares_start || point->geometry == TB_GEOMETRY_END ||
                                 fabs (other->start - point->start) < SAME_TIME;
          column->shares_end = column->shares_end || fabs (other->end - point->end) < SAME_TIME;
        }
      else if (tb_point_get_length (other) < tb_point_get_length (point) - SAME_TIME)
        column->mark.wide = TRUE;
    }
}

static int
get_tier (const TbTrack *track,
          const TbPoint *point)
{
  const TbPoint *last = NULL;
  double furthest = 0;
  double top = fabs (tb_point_get_top (point));

  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbPoint *other = &track->points[i];

      if (other->missing || is_reference (other))
        continue;
      last = other;
      furthest = fmax (furthest, fabs (tb_point_get_top (other)));
    }
  if (point == last || point->missing || is_reference (point) || point->kind == TB_KIND_FORECAST)
    return 0;

  return top >= furthest ? 1 : 2;
}

static char *
join_conflicting (const TbTrack *track,
                  const TbPoint *point)
{
  GString *text = g_string_new (point->number);

  for (const TbPoint *other = point + 1; other < track->points + track->n_points && point->conflict == 0; other++)
    {
      if (!tb_period_equal (other->period, point->period))
        break;
      if (other->kind == point->kind && other->basis == point->basis && other->conflict > 0)
        g_string_append_printf (text, " / %s", other->number);
    }

  return g_string_free_and_steal (text);
}

static void
add_column (Layout        *self,
            gsize          track_index,
            const TbTrack *track,
            const TbPoint *point,
            gboolean       with_tier,
            const TbFont  *number_font)
{
  TbCanvas *canvas = self->canvas;
  const TbFigures *figures = canvas->figures;
  Column column = { .point = point, .track = track_index };

  find_neighbours (track, point, &column);
  column.mark.color = figures->n_tracks == 1 && is_reference (point) ? canvas->theme->target
                                                                     : tb_canvas_get_color (canvas, track_index);
  column.mark.kind = point->kind;
  column.mark.soft = tb_point_is_soft (point);
  column.mark.segment = point->geometry == TB_GEOMETRY_SEGMENT;
  column.mark.datum = point->datum;
  column.has_bracket = point->bracket && is_last_of_start (track, point);
  column.lane = tb_figures_get_lane (figures, track_index, point);
  column.tier = with_tier ? get_tier (track, point) : 2;
  column.number = join_conflicting (track, point);
  column.label = tb_canvas_measure (canvas, point->kind == TB_KIND_ACTUAL ? number_font : &canvas->label, column.number);
  if (point->kind != TB_KIND_ACTUAL && !point->missing)
    {
      column.text = tb_chart_words_format (TB_WORD_KIND_LABEL, figures->language,
                                           tb_chart_kind_word (point->kind, figures->language), column.number);
      /* A label begins with a capital where its script has them. */
      column.text[0] = g_ascii_toupper (column.text[0]);
      column.worded = tb_canvas_measure (canvas, &canvas->label, column.text);
    }
  self->nested = self->nested || column.in_outline || column.mark.wide;
  self->n_lanes = MAX (self->n_lanes, column.lane.n);
  g_array_append_val (self->columns, column);
}

static void
gather_columns (Layout *self)
{
  const TbFigures *figures = self->canvas->figures;
  TbFont number_font = self->canvas->label;
  gsize n_points = 0;

  for (gsize i = 0; i < figures->n_tracks; i++)
    n_points += figures->tracks[i].n_points;
  /* A few numbers are the message, and are set so. */
  if (n_points <= MOST_LARGE_NUMBERS)
    {
      number_font = self->canvas->strong;
      number_font.size_px *= LARGE_NUMBER;
    }
  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      add_column (self, i, &figures->tracks[i], &figures->tracks[i].points[k], n_points <= MOST_LABELLED * 4,
                  &number_font);
}

/* How wide time may be drawn. */
static double
choose_width (const Layout *self,
              double        room)
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
get_moment_width (const Layout *self)
{
  double gap = tb_period_axis_get_least_gap (self->time);
  double px = tb_period_axis_map (self->time, gap) - tb_period_axis_map (self->time, 0);
  double share = self->n_lanes > 1 ? 0.75 : MOMENT_SHARE;

  return MAX (MIN (px * share, WIDEST_MOMENT * self->canvas->unit * self->n_lanes), NARROWEST_COLUMN);
}

/* What is left free at each side of a column over a span. */
static double
get_side (const Layout *self)
{
  double shortest = tb_period_axis_get_shortest (self->time);
  double px = tb_period_axis_map (self->time, shortest) - tb_period_axis_map (self->time, 0);

  return MIN (px * SIDE_GAP, (self->nested ? MOST_NESTED_SIDE_GAP : MOST_SIDE_GAP) * self->canvas->unit);
}

/* Where each column stands on the axis of time. */
static void
place_in_time (Layout *self)
{
  double unit = self->canvas->unit;
  double side = get_side (self);
  double moment = get_moment_width (self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);
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

static void
place_in_value (Layout *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);
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

/* Upper and lower edge of all that is drawn of a column. */
static void
get_edges (const Column *column,
           double       *out_top,
           double       *out_bottom)
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

static void
block_marks (const Layout *self,
             TbPlacer     *placer)
{
  double line = 2.2 * self->canvas->unit;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      const TbRect *body = &column->mark.body;
      double top;
      double bottom;

      if (column->point->missing)
        continue;
      get_edges (column, &top, &bottom);
      if (column->has_bracket)
        tb_placer_block (placer, (TbRect) { column->start_x, (falls (column) ? bottom : top) - line / 2,
                                            MAX (body->x - column->start_x, 0), line });
      if (tb_mark_column_is_solid (&column->mark) && !column->mark.wide)
        {
          tb_placer_block (placer, (TbRect) { body->x, top, body->width, bottom - top });
          continue;
        }
      tb_placer_block (placer, (TbRect) { body->x, top, body->width, line });
      tb_placer_block (placer, (TbRect) { body->x, bottom - line, body->width, line });
      tb_placer_block (placer, (TbRect) { body->x, top, line, bottom - top });
      tb_placer_block (placer, (TbRect) { body->x + body->width - line, top, line, bottom - top });
    }
}

static gboolean
try_label (Layout        *self,
           TbPlacer      *placer,
           Column        *column,
           const TbLabel *label)
{
  double gap = LABEL_GAP * self->canvas->unit;
  const TbRect *body = &column->mark.body;
  double height = tb_label_get_height (label);
  double width = label->extents.width;
  double middle = body->x + body->width / 2;
  const Column *end = &g_array_index (self->columns, Column, self->columns->len - 1) + 1;
  double top;
  double bottom;
  double outside;
  TbRect boxes[3];
  int choice;

  get_edges (column, &top, &bottom);
  /* Over contradicting figures it stands over all of them. */
  for (const Column *other = column + 1; column->point->n_conflicts > 1 && other < end && other->slot_x <= column->slot_x; other++)
    {
      double other_top;
      double other_bottom;

      get_edges (other, &other_top, &other_bottom);
      top = MIN (top, other_top);
      bottom = MAX (bottom, other_bottom);
      middle = column->slot_x + column->slot_width / 2;
    }
  outside = falls (column) ? bottom + gap : top - gap - height;
  boxes[0] = (TbRect) { CLAMP (middle - width / 2, self->plot.x, MAX (self->plot.x + self->plot.width - width, self->plot.x)),
                        outside, width, height };
  boxes[1] = (TbRect) { body->x, outside, width, height };
  boxes[2] = (TbRect) { body->x + body->width - width, outside, width, height };
  if (self->nested && is_reference (column->point) && label == &column->worded)
    {
      /* The outline of a target is best named beside its upper edge. */
      TbRect beside = { body->x + body->width + 2 * gap, falls (column) ? bottom - height : top, width, height };

      if (tb_placer_choose (placer, &beside, 1) == 0)
        {
          column->label_box = beside;
          column->has_label = TRUE;
          return TRUE;
        }
    }
  /* Beside the middle only over what is wide enough for it to be plain whose it is. */
  choice = tb_placer_choose (placer, boxes, width < body->width ? 3 : 1);
  if (choice < 0)
    return FALSE;
  column->label_box = boxes[choice];
  column->has_label = TRUE;

  return TRUE;
}

/* Inside a solid column, where there is no room above it. */
static gboolean
try_inside (Layout *self,
            Column *column)
{
  double gap = LABEL_GAP * self->canvas->unit;
  const TbRect *body = &column->mark.body;
  double height = tb_label_get_height (&column->label);
  double width = column->label.extents.width;

  if (column->point->kind != TB_KIND_ACTUAL || column->mark.wide || column->mark.range.height > 0 ||
      width + 2 * gap > body->width || height + 2 * gap > body->height)
    return FALSE;
  column->label_box = (TbRect) { body->x + (body->width - width) / 2,
                                 falls (column) ? body->y + body->height - gap - height : body->y + gap, width, height };
  column->has_label = TRUE;
  column->is_inside = TRUE;

  return TRUE;
}

/* Places labels, most important first. Returns how many found no room. */
static guint
place_labels (Layout *self,
              int     last_tier)
{
  g_autoptr (TbPlacer) placer = tb_placer_new (self->plot);
  guint n_left = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      column->has_label = column->is_worded = column->is_inside = FALSE;
    }
  if (!self->canvas->spec->show_values || self->columns->len > MOST_LABELLED)
    return self->canvas->spec->show_values ? self->columns->len : 0;

  block_marks (self, placer);
  if (self->values->gutter > 0)
    tb_placer_block (placer, (TbRect) { self->plot.x, self->plot.y, self->values->gutter, self->plot.height });
  for (int tier = 0; tier <= 2; tier++)
    for (guint i = 0; i < self->columns->len; i++)
      {
        Column *column = &g_array_index (self->columns, Column, i);

        /* The first of contradicting figures speaks for all. */
        if (column->tier != tier || column->point->conflict > 0)
          continue;
        if (tier > last_tier)
          {
            n_left++;
            continue;
          }
        column->is_worded = column->text != NULL && try_label (self, placer, column, &column->worded);
        if (!column->is_worded && !try_label (self, placer, column, &column->label) && !try_inside (self, column))
          n_left++;
      }

  return n_left;
}

/* The first column begins at the left edge that the title begins at. */
static void
set_time_range (Layout *self,
                double  left,
                double  right)
{
  TbCanvas *canvas = self->canvas;
  double width = choose_width (self, right - left);

  tb_period_axis_set_range (self->time, canvas, left, left + width);
  /* Twice: the margin at the sides grows with the width that it makes. */
  for (int i = 0; i < 2 && tb_period_axis_begins_with_span (self->time); i++)
    {
      double side = get_side (self);

      tb_period_axis_set_range (self->time, canvas, left - side, MIN (left + width + side, right + side));
    }
  tb_period_axis_set_inset (self->time, get_side (self));
}

/* Lays everything out with or without an axis of values. Returns how many
 * labels found no room. */
static guint
place (Layout *self,
       TbRect  room,
       double  low,
       double  high,
       gboolean with_axis)
{
  TbCanvas *canvas = self->canvas;
  double label = canvas->label.size_px * 1.5 * LARGE_NUMBER + LABEL_GAP * canvas->unit;
  double left = room.x;

  g_clear_pointer (&self->values, tb_value_axis_free);
  self->values = tb_value_axis_new (canvas, low, high, with_axis, room.height * 0.8);
  left += self->values->gutter;
  set_time_range (self, left, room.x + room.width);
  self->plot = (TbRect) { room.x, room.y, room.width, room.height - tb_period_axis_get_height (self->time) };
  tb_value_axis_place (self->values, self->plot.y + label,
                       self->plot.y + self->plot.height - (low < 0 && !with_axis ? label : 0));
  self->zero_y = tb_value_axis_map (self->values, 0);
  place_in_time (self);
  place_in_value (self);

  return place_labels (self, with_axis ? 1 : 2);
}

static gboolean
stands_behind (const Column *a,
               const Column *b)
{
  if (is_reference (a->point) != is_reference (b->point))
    return !is_reference (a->point);

  return tb_point_get_length (a->point) > tb_point_get_length (b->point) + SAME_TIME;
}

/* A faint line from where a running total begins. */
static void
draw_bracket (Layout       *self,
              const Column *column)
{
  TbCanvas *canvas = self->canvas;
  double y = falls (column) ? column->mark.body.y + column->mark.body.height : column->mark.body.y;
  TbColor color = tb_color_mix (canvas->theme->background, column->mark.color, 0.55);
  double tick = MIN (5 * canvas->unit, column->mark.body.height);
  double start = column->start_x;

  if (!column->has_bracket)
    return;
  /* Last year's total may stand where this year's begins. */
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbRect *body = &g_array_index (self->columns, Column, i).mark.body;

      if (body->x < start && body->x + body->width > start)
        start = body->x + body->width + 2 * canvas->unit;
    }

  if (start > column->mark.body.x)
    return;
  tb_canvas_rule (canvas, start, y, column->mark.body.x, y, color, 1, FALSE);
  tb_canvas_rule (canvas, start, y, start, falls (column) ? y - tick : y + tick, color, 1, FALSE);
}

static void
draw_marks (Layout *self)
{
  const TbFigures *figures = self->canvas->figures;
  g_autofree guint *order = g_new (guint, MAX (self->columns->len, 1));

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint k = i;

      /* Insertion keeps the order of periods within what stands at one depth;
       * the columns come nearly sorted. */
      while (k > 0 && stands_behind (&g_array_index (self->columns, Column, i),
                                     &g_array_index (self->columns, Column, order[k - 1])))
        {
          order[k] = order[k - 1];
          k--;
        }
      order[k] = i;
    }
  for (gsize track = 0; track < figures->n_tracks; track++)
    {
      tb_scene_builder_begin (self->canvas->builder, TB_ROLE_SERIES, figures->tracks[track].name);
      for (guint i = 0; i < self->columns->len; i++)
        {
          const Column *column = &g_array_index (self->columns, Column, order[i]);

          if (column->track != track || column->point->missing)
            continue;
          draw_bracket (self, column);
          tb_mark_column_draw (self->canvas, &column->mark);
        }
      tb_scene_builder_end (self->canvas->builder);
    }
}

static void
draw_labels (Layout *self)
{
  TbCanvas *canvas = self->canvas;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      TbColor color = canvas->theme->text;

      if (!column->has_label)
        continue;
      if (column->is_inside)
        {
          TbColor fill = tb_mark_column_get_fill (canvas, &column->mark);
          TbColor other = tb_color_get_luminance (fill) > 0.3 ? tb_color_from_rgb (0x000000) : tb_color_from_rgb (0xFFFFFF);

          color = tb_color_contrast (fill, color) >= 4.5 ? color : other;
        }
      tb_canvas_draw_label (canvas, column->is_worded ? &column->worded : &column->label, color, TB_ANCHOR_MIDDLE,
                            column->label_box.x + column->label_box.width / 2, column->label_box.y, column->point->datum);
    }
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_layout_column:
 * @canvas: the canvas
 * @frame: what stands around
 *
 * Lays columns out: first with a number at each and no axis of values; where
 * not all numbers find room, with an axis and only the numbers that matter most,
 * the others counted as dropped (C1).
 */
void
tb_layout_column (TbCanvas           *canvas,
                  const TbChartFrame *frame)
{
  Layout self = { .canvas = canvas };
  double low;
  double high;
  double right;
  guint n_left;

  if (!tb_figures_get_extent (canvas->figures, &low, &high))
    return;
  self.columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self.columns, clear_column);
  self.time = tb_period_axis_new (canvas->figures);
  gather_columns (&self);
  low = MIN (low, 0);
  high = MAX (high, 0);
  n_left = canvas->spec->show_values ? place (&self, frame->plot, low, high, FALSE) : 1;
  if (n_left > 0)
    n_left = place (&self, frame->plot, low, high, TRUE);
  canvas->n_dropped += n_left;

  right = self.values->shown ? self.plot.x + self.plot.width : tb_period_axis_get_right (self.time) - get_side (&self);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  tb_value_axis_draw (self.values, canvas, self.plot.x, right);
  draw_marks (&self);
  tb_value_axis_draw_zero (self.values, canvas, self.plot.x, right);
  tb_period_axis_draw (self.time, canvas, self.plot.y + self.plot.height);
  draw_labels (&self);
  tb_scene_builder_end (canvas->builder);

  g_array_unref (self.columns);
  tb_period_axis_free (self.time);
  tb_value_axis_free (self.values);
}
