/* Places the way to a target: status, axes, path, figures, the flag at the deadline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-target-path-private.h"

#include "tb-decoration-draw.h"
#include "tb-mark-column.h"
#include "tb-mark-target.h"
#include "tb-palette.h"

#include <math.h>
#include <string.h>

#define MOST_TARGET_SHARE 0.26  /* of the width, for the words beside the target */
#define MOST_STATUS_SHARE 0.22  /* of the height, for the line that says how it stands */
#define STATUS_GAP 8.0
#define FLAG 9.0
#define SIGN_SHARE 0.75
#define WIDEST_COLUMN 26.0
#define COLUMN_SHARE 0.62

static double
map_x (const TbTargetPathLayout *self,
       double                    months)
{
  return tb_period_axis_map (self->time, months);
}

double
tb_target_path_map_y (const TbTargetPathLayout *self,
                      double                    value)
{
  return tb_value_axis_map (self->values, value);
}

/* What is said before all else: the word, and how far the figure is. */
static void
measure_status (TbTargetPathLayout *self)
{
  const TbCanvas *canvas = self->canvas;
  double sign = canvas->label.size_px * 1.3;
  TbColor color = self->path->ink == TB_INK_NEUTRAL
                    ? canvas->theme->text
                    : tb_canvas_get_readable (canvas, tb_canvas_get_ink (canvas, self->path->ink, -1));

  self->status = tb_text_block_new (canvas->measure, &canvas->strong, color, self->path->word, self->room.width - sign);
  self->statement = tb_text_block_new (canvas->measure, &canvas->label, canvas->theme->text, self->path->statement,
                                       self->room.width
                                           - (self->status->width > 0 ? self->status->width + 2 * sign : 0));
}

/* On a page too small for all of it the plot comes first: whole clauses go. */
static void
limit_status (TbTargetPathLayout *self)
{
  const TbCanvas *canvas = self->canvas;
  double most = self->room.height * MOST_STATUS_SHARE;
  double width = self->room.width - (self->status->width > 0 ? self->status->width + 2.6 * canvas->label.size_px : 0);

  if (self->statement->n_lines > 1 && self->statement->height > most
      && strcmp (self->path->brief, self->path->statement) != 0)
    {
      tb_text_block_free (self->statement);
      self->statement = tb_text_block_new (canvas->measure, &canvas->label, canvas->theme->text, self->path->brief,
                                           width);
      self->canvas->n_dropped++;
    }
  for (gsize n = self->statement->n_lines; n > 1 && self->statement->height > most; n--)
    {
      tb_text_block_limit (self->statement, self->canvas->measure, n - 1, width);
      self->canvas->n_dropped += n == 2;
    }
}

double
tb_target_path_get_status_height (const TbTargetPathLayout *self)
{
  return MAX (self->status->height, self->statement->height);
}

/* What is wanted, and by when, stands right of the deadline; on a narrow page the
 * number alone, and at last nothing: then a label in the plot says it. */
static void
measure_target (TbTargetPathLayout *self)
{
  const TbCanvas *canvas = self->canvas;
  double most = self->room.width * MOST_TARGET_SHARE;

  self->target = tb_text_block_new (canvas->measure, &canvas->strong, canvas->theme->text, self->path->target_text,
                                    most);
  self->when = tb_text_block_new (canvas->measure, &canvas->note, canvas->theme->text_muted, self->path->when_text,
                                  most);
  self->target_width = MAX (self->target->width, self->when->width) + TB_TARGET_PATH_LABEL_GAP * 1.6 * canvas->unit;
}

static void
gather_points (TbTargetPathLayout *self)
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
      self->points[self->n_points++].y = point->missing ? NAN : tb_target_path_map_y (self,
                                                                                      tb_chart_point_get_top (point));
    }
}

/* As wide as the time between two of them allows; a long series is a line. */
static double
find_column (const TbTargetPathLayout *self)
{
  double width = WIDEST_COLUMN * self->canvas->unit;
  double before = self->plot.x;

  if (!self->path->figures_at_ends || self->n_points > TB_TARGET_PATH_MOST_NUMBERED * 2)
    return 0;
  for (gsize i = 0; i < self->n_points; i++)
    {
      if (self->points[i].x > before)
        width = MIN (width, (self->points[i].x - before) * COLUMN_SHARE);
      before = self->points[i].x;
    }

  return width;
}

/* The words stand right of the deadline: what the axis has behind that lies beneath
 * them, where no figure is so late. Returns its end, px. */
static double
place_time (TbTargetPathLayout *self,
            double              left,
            double              right)
{
  double end = right;
  double share;

  tb_period_axis_set_range (self->time, self->canvas, left, right);
  share = (map_x (self, self->path->deadline) - left) / (right - left);
  for (gsize i = 0; i < self->path->track->n_points; i++)
    if (self->path->track->points[i].end > self->path->deadline)
      return right;
  if (share > 0.5 && share < 1)
    end = MIN (left + (right - left) / share, self->room.x + self->room.width);
  if (end > right)
    tb_period_axis_set_range (self->time, self->canvas, left, end);

  return end;
}

static void
place (TbTargetPathLayout *self)
{
  TbCanvas *canvas = self->canvas;
  double unit = canvas->unit;
  double top = self->room.y + tb_target_path_get_status_height (self) + STATUS_GAP * unit + FLAG * unit;
  double label = canvas->label.size_px * 1.4;
  double right = self->room.x + self->room.width - self->target_width;
  double low = self->path->low;
  double high = self->path->high;
  double left;

  self->time = tb_period_axis_new (canvas->figures);
  tb_decorations_widen (canvas, &low, &high);
  self->values = tb_value_axis_new (canvas, low, high, TRUE, self->room.height * 0.7);
  left = self->room.x + self->values->gutter;
  right = place_time (self, left, MAX (right, left + 1));
  self->plot = (TbRect) { left, top, right - left,
                          MAX (self->room.y + self->room.height - tb_period_axis_get_height (self->time) - top, 1) };
  self->headroom = tb_decorations_get_headroom (canvas, self->plot.height);
  tb_value_axis_place (self->values, self->plot.y + label + self->headroom, self->plot.y + self->plot.height);
  self->deadline = CLAMP (map_x (self, self->path->deadline), left, right);
  gather_points (self);
  self->column = find_column (self);
}

/* The day by which it is judged: a staff with a pennant. */
static void
draw_flag (const TbTargetPathLayout *self)
{
  TbCanvas *canvas = self->canvas;
  double size = FLAG * canvas->unit;
  double top = self->plot.y - size;
  double x = self->deadline;
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = canvas->theme->target };
  TbPathElement pennant[] = {
    { TB_PATH_MOVE, x, top }, { TB_PATH_LINE, x - size * 1.3, top + size * 0.45 }, { TB_PATH_LINE, x,
                                                                                     top + size * 0.9 },
    { TB_PATH_CLOSE, 0, 0 },
  };

  tb_canvas_rule (canvas, x, top, x, self->plot.y + self->plot.height, canvas->theme->target, 1.2, FALSE);
  tb_scene_builder_path (canvas->builder, pennant, G_N_ELEMENTS (pennant), &paint, TB_NO_DATUM);
}

/* T-10: filled where it binds or nothing is said, hollow where it is indicative. */
void
tb_target_path_draw_diamond (const TbTargetPathLayout *self,
                             double                    value)
{
  TbCanvas *canvas = self->canvas;
  double r = 6 * canvas->unit;
  double x = self->deadline;
  double y = tb_target_path_map_y (self, value);
  TbPaint paint = { TB_FILL_SOLID, self->path->indicative ? canvas->theme->background : canvas->theme->target,
                    canvas->theme->target, 1.8 * canvas->unit, FALSE };
  TbPathElement elements[] = {
    { TB_PATH_MOVE, x, y - r }, { TB_PATH_LINE, x + r, y }, { TB_PATH_LINE, x, y + r }, { TB_PATH_LINE, x - r, y },
    { TB_PATH_CLOSE, 0, 0 },
  };

  tb_scene_builder_path (canvas->builder, elements, G_N_ELEMENTS (elements), &paint, self->path->of_target);
}

/* What the path asks of the latest figure: a bar between the two would be read as a
 * quantity, so it is a small ring on the path. */
static void
draw_required (const TbTargetPathLayout *self)
{
  TbCanvas *canvas = self->canvas;
  const TbStanding *standing = &self->path->choice.standing;
  TbPaint paint = { TB_FILL_SOLID, canvas->theme->background, canvas->theme->text_muted, 1.6 * canvas->unit, FALSE };

  if (self->path->n_nodes == 0 || isnan (standing->required))
    return;
  for (gsize i = 0; i < self->n_points; i++)
    if ((gsize) self->points[i].point->row == self->path->choice.actual.row)
      tb_scene_builder_circle (canvas->builder, self->points[i].x, tb_target_path_map_y (self, standing->required),
                               3 * canvas->unit, &paint,
                               TB_NO_DATUM);
}

static void
draw_status (const TbTargetPathLayout *self)
{
  TbCanvas *canvas = self->canvas;
  double side = canvas->label.size_px * SIGN_SHARE;
  double x = self->room.x;
  double line = self->status->n_lines > 0 ? self->status->height / (double) self->status->n_lines : 0;

  if (self->status->n_lines > 0)
    {
      tb_mark_status_draw (canvas, (TbRect) { x, self->room.y + (line - side) / 2, side, side }, self->path->ink,
                           TB_NO_DATUM);
      x += canvas->label.size_px * 1.2;
      tb_text_block_draw (self->status, canvas->builder, TB_ANCHOR_START, x, self->room.y, TB_NO_DATUM);
      x += self->status->width + canvas->label.size_px;
    }
  tb_text_block_draw (self->statement, canvas->builder, TB_ANCHOR_START, x, self->room.y, TB_NO_DATUM);
}

/* Sums that are still growing are columns that stand at the end of their span. */
static void
draw_columns (const TbTargetPathLayout *self)
{
  TbCanvas *canvas = self->canvas;
  double zero = tb_target_path_map_y (self, 0);

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
draw_figures (const TbTargetPathLayout *self)
{
  TbCanvas *canvas = self->canvas;
  TbLineMark mark = {
    .points = self->points,
    .n_points = self->n_points,
    .color = tb_canvas_get_ink (canvas, TB_INK_ACTUAL, -1),
    .width = 2.6,
    .with_dots = self->n_points <= TB_TARGET_PATH_MOST_NUMBERED,
  };

  if (self->column > 0)
    draw_columns (self);
  else
    tb_mark_line_draw (canvas, &mark);
}

static double
get_grid_end (const TbTargetPathLayout *self)
{
  double end = self->deadline;

  for (gsize i = 0; i < self->n_points; i++)
    end = MAX (end, self->points[i].x);

  return end;
}

static void
draw (TbTargetPathLayout *self)
{
  TbCanvas *canvas = self->canvas;
  g_autoptr (GArray) path = tb_target_path_list_way (self);
  const TbDecorationField field = { .plot = self->plot, .time = self->time, .values = &self->values->scale,
                                    .headroom = self->headroom, .with_breaks = TRUE };

  tb_period_axis_add_plot (self->time, canvas, self->plot.y, self->plot.height, self->column <= 0);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  draw_status (self);
  tb_target_path_draw_side (self, path);
  /* No line of the grid runs under the words beside the target. */
  tb_value_axis_draw (self->values, canvas, self->room.x, get_grid_end (self));
  tb_value_axis_draw_zero (self->values, canvas, self->room.x, get_grid_end (self));
  tb_period_axis_draw (self->time, canvas, self->plot.y + self->plot.height);
  draw_flag (self);
  tb_target_path_draw_way (self, path);
  draw_required (self);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, canvas->figures->title);
  draw_figures (self);
  tb_target_path_draw_target (self);
  tb_target_path_draw_numbers (self, path);
  tb_scene_builder_end (canvas->builder);
  tb_decorations_draw_front (canvas, &field);
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
  TbTargetPathLayout self = { .canvas = canvas, .path = path, .room = room };

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
