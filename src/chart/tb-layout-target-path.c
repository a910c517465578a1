/* Places the way to a target: status, axes, path, figures, the flag at the deadline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-target-path.h"

#include "tb-label-placement.h"
#include "tb-mark-column.h"
#include "tb-mark-line.h"
#include "tb-mark-target.h"
#include "tb-palette.h"
#include "tb-period-axis.h"
#include "tb-value-axis.h"

#include <math.h>

#define MOST_TARGET_SHARE 0.26  /* of the width, for the words beside the target */
#define MOST_STATUS_SHARE 0.22  /* of the height, for the line that says how it stands */
#define STATUS_GAP 8.0
#define LABEL_GAP 7.0
#define FLAG 9.0
#define SIGN_SHARE 0.75
#define MOST_NUMBERED 12
#define DOT_RADIUS 3.4
#define WIDEST_COLUMN 26.0
#define COLUMN_SHARE 0.62

typedef struct
{
  TbCanvas           *canvas;
  const TbTargetPath *path;
  TbRect              room;
  TbRect              plot;          /* of the marks */
  TbPeriodAxis       *time;
  TbValueAxis        *values;
  TbTextBlock        *status, *statement;
  TbTextBlock        *target, *when;
  double              target_width;
  TbPlacedPoint      *points;
  gsize               n_points;
  double              deadline;      /* px */
  double              column;        /* its width, px; 0: a line */
} Layout;

static double
map_x (const Layout *self,
       double        months)
{
  return tb_period_axis_map (self->time, months);
}

static double
map_y (const Layout *self,
       double        value)
{
  return tb_value_axis_map (self->values, value);
}

/* What is said before all else: the word, and how far the figure is. */
static void
measure_status (Layout *self)
{
  const TbCanvas *canvas = self->canvas;
  double sign = canvas->label.size_px * 1.3;
  TbColor color = self->path->ink == TB_INK_NEUTRAL
                    ? canvas->theme->text
                    : tb_color_readable (tb_canvas_get_ink (canvas, self->path->ink, -1), canvas->theme->background,
                                         canvas->theme->text, 4.5);

  self->status = tb_text_block_new (canvas->measure, &canvas->strong, color, self->path->word, self->room.width - sign);
  self->statement = tb_text_block_new (canvas->measure, &canvas->label, canvas->theme->text, self->path->statement,
                                       self->room.width - (self->status->width > 0 ? self->status->width + 2 * sign : 0));
}

/* On a page too small for all of it the plot comes first. */
static void
limit_status (Layout *self)
{
  double most = self->room.height * MOST_STATUS_SHARE;
  double width = self->room.width - (self->status->width > 0 ? self->status->width + 2.6 * self->canvas->label.size_px : 0);

  for (gsize n = self->statement->n_lines; n > 1 && self->statement->height > most; n--)
    {
      tb_text_block_limit (self->statement, self->canvas->measure, n - 1, width);
      self->canvas->n_dropped += n == 2;
    }
}

static double
get_status_height (const Layout *self)
{
  return MAX (self->status->height, self->statement->height);
}

/* What is wanted, and by when, stands right of the deadline; on a narrow page the
 * number alone, and at last nothing: then a label in the plot says it. */
static void
measure_target (Layout *self)
{
  const TbCanvas *canvas = self->canvas;
  double most = self->room.width * MOST_TARGET_SHARE;

  self->target = tb_text_block_new (canvas->measure, &canvas->strong, canvas->theme->text, self->path->target_text, most);
  self->when = tb_text_block_new (canvas->measure, &canvas->note, canvas->theme->text_muted, self->path->when_text, most);
  self->target_width = MAX (self->target->width, self->when->width) + LABEL_GAP * 1.6 * canvas->unit;
}

static void
gather_points (Layout *self)
{
  const TbTrack *track = self->path->track;

  self->points = g_new0 (TbPlacedPoint, track->n_points + 1);
  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *point = &track->points[i];

      if (tb_chart_point_is_reference (point))
        continue;
      self->points[self->n_points].point = point;
      self->points[self->n_points].x = map_x (self, tb_target_path_get_x (self->path, point));
      self->points[self->n_points++].y = point->missing ? NAN : map_y (self, tb_chart_point_get_top (point));
    }
}

/* As wide as the time between two of them allows; a long series is a line. */
static double
find_column (const Layout *self)
{
  double width = WIDEST_COLUMN * self->canvas->unit;
  double before = self->plot.x;

  if (!self->path->figures_at_ends || self->n_points > MOST_NUMBERED * 2)
    return 0;
  for (gsize i = 0; i < self->n_points; i++)
    {
      if (self->points[i].x > before)
        width = MIN (width, (self->points[i].x - before) * COLUMN_SHARE);
      before = self->points[i].x;
    }

  return width;
}

static void
place (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  double unit = canvas->unit;
  double top = self->room.y + get_status_height (self) + STATUS_GAP * unit + FLAG * unit;
  double label = canvas->label.size_px * 1.4;
  double left;
  double right = self->room.x + self->room.width - self->target_width;

  self->time = tb_period_axis_new (canvas->figures);
  self->values = tb_value_axis_new (canvas, self->path->low, self->path->high, TRUE, self->room.height * 0.7);
  left = self->room.x + self->values->gutter;
  tb_period_axis_set_range (self->time, canvas, left, MAX (right, left + 1));
  self->plot = (TbRect) { left, top, right - left,
                          MAX (self->room.y + self->room.height - tb_period_axis_get_height (self->time) - top, 1) };
  tb_value_axis_place (self->values, self->plot.y + label, self->plot.y + self->plot.height);
  self->deadline = CLAMP (map_x (self, self->path->deadline), left, right);
  gather_points (self);
  self->column = find_column (self);
}

static void
add_element (GArray  *elements,
             double   x,
             double   y)
{
  TbPathElement element = { elements->len == 0 ? TB_PATH_MOVE : TB_PATH_LINE, x, y };

  g_array_append_val (elements, element);
}

/* The path from the left edge of the plot on: a baseline may lie before it. */
static GArray *
list_path (const Layout *self)
{
  const TbTargetPath *path = self->path;
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (TbPathElement));
  double left = self->plot.x;

  for (gsize i = 0; i < path->n_nodes; i++)
    {
      double x = map_x (self, path->nodes[i].x);
      double y = map_y (self, path->nodes[i].value);
      double next = i + 1 < path->n_nodes ? map_x (self, path->nodes[i + 1].x) : x;
      double y_next = i + 1 < path->n_nodes ? map_y (self, path->nodes[i + 1].value) : y;

      if (x < left && i + 1 < path->n_nodes && next > left)
        {
          y = path->is_stepped ? y : y + (y_next - y) * (left - x) / (next - x);
          x = left;
        }
      if (x < left)
        continue;
      add_element (elements, x, y);
      if (path->is_stepped && i + 1 < path->n_nodes)
        add_element (elements, next, y);
    }

  return elements;
}

/* T-1, T-2: the side of the path on which a figure is well. */
static void
draw_side_of_path (const Layout *self,
                   const GArray *path)
{
  TbCanvas *canvas = self->canvas;
  const TbPathElement *first = (const TbPathElement *) (gconstpointer) path->data;
  double edge = self->path->side == TB_SIDE_ABOVE ? self->plot.y : self->plot.y + self->plot.height;
  g_autoptr (GArray) area = g_array_new (FALSE, FALSE, sizeof (TbPathElement));
  TbPathElement end = { TB_PATH_CLOSE, 0, 0 };
  TbPaint paint = { .fill = TB_FILL_SOLID,
                    .fill_color = tb_color_mix (canvas->theme->background, canvas->theme->text_muted, TB_SHADE_WAY) };

  if (path->len < 2)
    return;
  for (guint i = 0; i < path->len; i++)
    add_element (area, first[i].x, first[i].y);
  add_element (area, first[path->len - 1].x, edge);
  add_element (area, first[0].x, edge);
  g_array_append_val (area, end);
  tb_scene_builder_path (canvas->builder, (const TbPathElement *) (gconstpointer) area->data, area->len, &paint, TB_NO_DATUM);
}

/* Without a path: where the target itself is met, up to the deadline. */
static void
draw_side_of_target (const Layout *self)
{
  TbCanvas *canvas = self->canvas;
  double top = self->plot.y;
  double bottom = self->plot.y + self->plot.height;
  TbPaint paint = { .fill = TB_FILL_SOLID,
                    .fill_color = tb_color_mix (canvas->theme->background, canvas->theme->text_muted, TB_SHADE_WAY) };

  if (self->path->side == TB_SIDE_ABOVE)
    bottom = map_y (self, self->path->goal);
  else if (self->path->side == TB_SIDE_BELOW)
    top = map_y (self, self->path->goal);
  else
    {
      top = isnan (self->path->goal_high) ? top : map_y (self, self->path->goal_high);
      bottom = isnan (self->path->goal_low) ? bottom : map_y (self, self->path->goal_low);
    }
  top = CLAMP (top, self->plot.y, self->plot.y + self->plot.height);
  bottom = CLAMP (bottom, self->plot.y, self->plot.y + self->plot.height);
  if (bottom > top && self->deadline > self->plot.x)
    tb_scene_builder_rect (canvas->builder, (TbRect) { self->plot.x, top, self->deadline - self->plot.x, bottom - top }, &paint,
                           TB_NO_DATUM);
}

static void
draw_path (const Layout *self,
           const GArray *path)
{
  TbCanvas *canvas = self->canvas;
  TbPaint paint = { .stroke_color = canvas->theme->text_muted, .stroke_width = 1.8 * canvas->unit, .dashed = TRUE };
  double ends[3] = { self->path->goal, self->path->goal_low, self->path->goal_high };

  if (path->len > 1)
    tb_scene_builder_path (canvas->builder, (const TbPathElement *) (gconstpointer) path->data, path->len, &paint, TB_NO_DATUM);
  if (path->len > 1 && !self->path->is_time)
    return;
  for (int i = 0; i < 3; i++)
    if (!isnan (ends[i]) && (i > 0 || self->path->side != TB_SIDE_WITHIN || isnan (self->path->goal_low)))
      tb_canvas_rule (canvas, self->plot.x, map_y (self, ends[i]), self->deadline, map_y (self, ends[i]), canvas->theme->target,
                      1.2, self->path->indicative);
}

/* The day by which it is judged: a staff with a pennant. */
static void
draw_flag (const Layout *self)
{
  TbCanvas *canvas = self->canvas;
  double size = FLAG * canvas->unit;
  double top = self->plot.y - size;
  double x = self->deadline;
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = canvas->theme->target };
  TbPathElement pennant[] = {
    { TB_PATH_MOVE, x, top }, { TB_PATH_LINE, x - size * 1.3, top + size * 0.45 }, { TB_PATH_LINE, x, top + size * 0.9 },
    { TB_PATH_CLOSE, 0, 0 },
  };

  tb_canvas_rule (canvas, x, top, x, self->plot.y + self->plot.height, canvas->theme->target, 1.2, FALSE);
  tb_scene_builder_path (canvas->builder, pennant, G_N_ELEMENTS (pennant), &paint, TB_NO_DATUM);
}

/* T-10: filled where it binds or nothing is said, hollow where it is indicative. */
static void
draw_diamond (const Layout *self,
              double        value)
{
  TbCanvas *canvas = self->canvas;
  double r = 6 * canvas->unit;
  double x = self->deadline;
  double y = map_y (self, value);
  TbPaint paint = { TB_FILL_SOLID, self->path->indicative ? canvas->theme->background : canvas->theme->target,
                    canvas->theme->target, 1.8 * canvas->unit, FALSE };
  TbPathElement elements[] = {
    { TB_PATH_MOVE, x, y - r }, { TB_PATH_LINE, x + r, y }, { TB_PATH_LINE, x, y + r }, { TB_PATH_LINE, x - r, y },
    { TB_PATH_CLOSE, 0, 0 },
  };

  tb_scene_builder_path (canvas->builder, elements, G_N_ELEMENTS (elements), &paint, self->path->of_target);
}

static double
get_target_y (const Layout *self)
{
  const TbTargetPath *path = self->path;

  if (!isnan (path->goal))
    return map_y (self, path->goal);
  if (isnan (path->goal_low) || isnan (path->goal_high))
    return map_y (self, isnan (path->goal_low) ? path->goal_high : path->goal_low);

  return (map_y (self, path->goal_low) + map_y (self, path->goal_high)) / 2;
}

static TbRect
get_target_box (const Layout *self)
{
  const TbCanvas *canvas = self->canvas;
  double height = self->target->height + self->when->height;
  double x = self->deadline + LABEL_GAP * 1.6 * canvas->unit;
  double y = CLAMP (get_target_y (self) - height / 2, self->room.y + get_status_height (self) + 2 * canvas->unit,
                    self->plot.y + self->plot.height - height);

  return (TbRect) { x, y, self->target_width - LABEL_GAP * 1.6 * canvas->unit, height };
}

static void
draw_target (const Layout *self)
{
  const TbTargetPath *path = self->path;
  TbCanvas *canvas = self->canvas;
  TbRect box = get_target_box (self);

  if (!isnan (path->goal))
    draw_diamond (self, path->goal);
  else
    {
      if (!isnan (path->goal_low))
        draw_diamond (self, path->goal_low);
      if (!isnan (path->goal_high))
        draw_diamond (self, path->goal_high);
    }
  tb_text_block_draw (self->target, canvas->builder, TB_ANCHOR_START, box.x, box.y, path->of_target);
  tb_text_block_draw (self->when, canvas->builder, TB_ANCHOR_START, box.x, box.y + self->target->height, path->of_target);
}

/* Lines and numbers that no label may touch. */
static void
block_segment (TbPlacer *placer,
               double    x1,
               double    y1,
               double    x2,
               double    y2,
               double    half)
{
  const int n = 24;

  for (int i = 0; i < n; i++)
    {
      double a = (double) i / n;
      double b = (double) (i + 1) / n;
      double xa = x1 + (x2 - x1) * a, xb = x1 + (x2 - x1) * b;
      double ya = y1 + (y2 - y1) * a, yb = y1 + (y2 - y1) * b;

      tb_placer_block (placer, (TbRect) { MIN (xa, xb) - half, MIN (ya, yb) - half, fabs (xb - xa) + 2 * half,
                                          fabs (yb - ya) + 2 * half });
    }
}

static TbPlacer *
new_placer (const Layout *self,
            const GArray *path)
{
  TbCanvas *canvas = self->canvas;
  double half = 1.5 * canvas->unit;
  double r = 7 * canvas->unit;
  double right = self->room.x + self->room.width;
  TbPlacer *placer = tb_placer_new ((TbRect) { self->plot.x, self->plot.y, right - self->plot.x, self->plot.height });
  double y = get_target_y (self);
  TbRect words = get_target_box (self);

  for (guint i = 1; i < path->len; i++)
    {
      const TbPathElement *from = &g_array_index (path, TbPathElement, i - 1);

      block_segment (placer, from->x, from->y, from[1].x, from[1].y, half);
    }
  if (path->len < 2 || self->path->is_time)
    block_segment (placer, self->plot.x, y, self->deadline, y, half);
  tb_placer_block (placer, (TbRect) { self->deadline - half, self->plot.y, 2 * half, self->plot.height });
  tb_placer_block (placer, words);
  tb_placer_block (placer, (TbRect) { self->deadline - r, y - r, 2 * r, 2 * r });
  for (gsize i = 0; i < self->n_points; i++)
    {
      const TbPlacedPoint *placed = &self->points[i];
      double dot = (DOT_RADIUS + 1) * canvas->unit;

      if (isnan (placed->y))
        continue;
      if (self->column > 0)
        {
          double zero = map_y (self, 0);

          tb_placer_block (placer, (TbRect) { placed->x - self->column, MIN (placed->y, zero), self->column, fabs (zero - placed->y) });
          continue;
        }
      tb_placer_block (placer, (TbRect) { placed->x - dot, placed->y - dot, 2 * dot, 2 * dot });
      if (i > 0 && tb_placed_points_join (placed - 1, placed))
        block_segment (placer, placed[-1].x, placed[-1].y, placed->x, placed->y, half);
    }

  return placer;
}

/* The number of a figure, above, below, right or left of its dot. */
static gboolean
draw_number (const Layout        *self,
             TbPlacer            *placer,
             const TbPlacedPoint *placed,
             const TbFont        *font,
             TbColor              color)
{
  TbCanvas *canvas = self->canvas;
  g_autofree char *text = tb_figures_dup_number (canvas->figures, placed->point);
  TbLabel label = tb_canvas_measure (canvas, font, text);
  double gap = LABEL_GAP * canvas->unit;
  double height = tb_label_get_height (&label);
  double width = label.extents.width;
  double middle = placed->x - self->column / 2;
  TbRect boxes[] = {
    { middle - width / 2, placed->y - (self->column > 0 ? 0.4 : 1) * gap - height, width, height },
    { placed->x - self->column - gap * 0.4 - width, placed->y, width, height },
    { placed->x - width / 2, placed->y + gap, width, height },
    { placed->x + gap, placed->y - height / 2, width, height },
    { placed->x - gap - width, placed->y - height / 2, width, height },
    { placed->x - gap * 0.5 - width, placed->y - gap * 0.8 - height, width, height },
    { placed->x + gap * 0.5, placed->y - gap * 0.8 - height, width, height },
    { placed->x + gap * 0.5, placed->y + gap * 0.8, width, height },
    { placed->x - gap * 0.5 - width, placed->y + gap * 0.8, width, height },
  };
  int chosen = tb_placer_choose (placer, boxes, G_N_ELEMENTS (boxes));

  if (chosen < 0)
    return FALSE;
  tb_canvas_draw_label (canvas, &label, color, TB_ANCHOR_START, boxes[chosen].x, boxes[chosen].y, placed->point->datum);

  return TRUE;
}

/* The latest figure first; of a short series all. */
static void
draw_numbers (const Layout *self,
              const GArray *path)
{
  TbCanvas *canvas = self->canvas;
  g_autoptr (TbPlacer) placer = NULL;
  gboolean is_first = TRUE;

  if (!canvas->spec->show_values)
    return;
  placer = new_placer (self, path);
  for (gsize i = self->n_points; i > 0; i--)
    {
      const TbPlacedPoint *placed = &self->points[i - 1];

      if (isnan (placed->y) || (!is_first && self->n_points > MOST_NUMBERED))
        continue;
      if (!draw_number (self, placer, placed, is_first ? &canvas->strong : &canvas->label,
                        is_first ? canvas->theme->text : canvas->theme->text_muted))
        canvas->n_dropped++;
      is_first = FALSE;
    }
}

/* What the path asks of the latest figure: a bar between the two would be read as a
 * quantity, so it is a small ring on the path. */
static void
draw_required (const Layout *self)
{
  TbCanvas *canvas = self->canvas;
  const TbStanding *standing = &self->path->choice.standing;
  TbPaint paint = { TB_FILL_SOLID, canvas->theme->background, canvas->theme->text_muted, 1.6 * canvas->unit, FALSE };

  if (self->path->n_nodes == 0 || isnan (standing->required))
    return;
  for (gsize i = 0; i < self->n_points; i++)
    if ((gsize) self->points[i].point->row == self->path->choice.actual.row)
      tb_scene_builder_circle (canvas->builder, self->points[i].x, map_y (self, standing->required), 3 * canvas->unit, &paint,
                               TB_NO_DATUM);
}

static void
draw_status (const Layout *self)
{
  TbCanvas *canvas = self->canvas;
  double side = canvas->label.size_px * SIGN_SHARE;
  double x = self->room.x;
  double line = self->status->n_lines > 0 ? self->status->height / (double) self->status->n_lines : 0;

  if (self->status->n_lines > 0)
    {
      tb_mark_status_draw (canvas, (TbRect) { x, self->room.y + (line - side) / 2, side, side }, self->path->ink, TB_NO_DATUM);
      x += canvas->label.size_px * 1.2;
      tb_text_block_draw (self->status, canvas->builder, TB_ANCHOR_START, x, self->room.y, TB_NO_DATUM);
      x += self->status->width + canvas->label.size_px;
    }
  tb_text_block_draw (self->statement, canvas->builder, TB_ANCHOR_START, x, self->room.y, TB_NO_DATUM);
}

/* Sums that are still growing are columns that stand at the end of their span. */
static void
draw_columns (const Layout *self)
{
  TbCanvas *canvas = self->canvas;
  double zero = map_y (self, 0);

  for (gsize i = 0; i < self->n_points; i++)
    {
      const TbPlacedPoint *placed = &self->points[i];
      TbColumnMark mark = {
        .body = { placed->x - self->column, MIN (placed->y, zero), self->column, fabs (zero - placed->y) },
        .color = tb_canvas_get_ink (canvas, TB_INK_ACTUAL, -1),
        .kind = TB_KIND_ACTUAL,
        .soft = tb_chart_point_is_soft (placed->point),
        .base = placed->y > zero ? TB_BASE_TOP : TB_BASE_BOTTOM,
        .datum = placed->point->datum,
      };

      if (!isnan (placed->y))
        tb_mark_column_draw (canvas, &mark);
    }
}

static void
draw_figures (const Layout *self)
{
  TbCanvas *canvas = self->canvas;
  TbLineMark mark = {
    .points = self->points,
    .n_points = self->n_points,
    .color = tb_canvas_get_ink (canvas, TB_INK_ACTUAL, -1),
    .width = 2.6,
    .with_dots = self->n_points <= MOST_NUMBERED,
  };

  if (self->column > 0)
    draw_columns (self);
  else
    tb_mark_line_draw (canvas, &mark);
}

static void
draw (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  g_autoptr (GArray) path = list_path (self);

  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  draw_status (self);
  if (path->len > 1 && !self->path->is_time && (self->path->side == TB_SIDE_ABOVE || self->path->side == TB_SIDE_BELOW))
    draw_side_of_path (self, path);
  else if (self->path->side != TB_SIDE_NONE)
    draw_side_of_target (self);
  tb_value_axis_draw (self->values, canvas, self->room.x, self->plot.x + self->plot.width);
  tb_value_axis_draw_zero (self->values, canvas, self->plot.x, self->plot.x + self->plot.width);
  tb_period_axis_draw (self->time, canvas, self->plot.y + self->plot.height);
  draw_flag (self);
  draw_path (self, path);
  draw_required (self);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, canvas->figures->title);
  draw_figures (self);
  draw_target (self);
  draw_numbers (self, path);
  tb_scene_builder_end (canvas->builder);
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_layout_target_path:
 * @canvas: the canvas
 * @room: where, px
 * @path: the way to the target
 *
 * Lays a target path out (C7): the status in a line of its own, the figures as a line,
 * the required path dashed with its good side shaded, a flag at the deadline with the
 * target as a diamond on its staff.
 */
void
tb_layout_target_path (TbCanvas           *canvas,
                       TbRect              room,
                       const TbTargetPath *path)
{
  Layout self = { .canvas = canvas, .path = path, .room = room };

  measure_status (&self);
  limit_status (&self);
  measure_target (&self);
  place (&self);
  draw (&self);
  tb_text_block_free (self.status);
  tb_text_block_free (self.statement);
  tb_text_block_free (self.target);
  tb_text_block_free (self.when);
  tb_period_axis_free (self.time);
  tb_value_axis_free (self.values);
  g_free (self.points);
}
