/* The required path of a target, and the side of it on which a figure is well.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-target-path-private.h"

#include "tb-mark-target.h"
#include "tb-palette.h"

#include <math.h>

static void
add_element (GArray *elements,
             double  x,
             double  y)
{
  TbPathElement element = { elements->len == 0 ? TB_PATH_MOVE : TB_PATH_LINE, x, y };

  g_array_append_val (elements, element);
}

/* The path from the left edge of the plot on: a baseline may lie before it. */
GArray *
tb_target_path_list_way (const TbTargetPathLayout *self)
{
  const TbTargetPath *path = self->path;
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (TbPathElement));
  double left = self->plot.x;

  for (gsize i = 0; i < path->n_nodes; i++)
    {
      double x = tb_period_axis_map (self->time, path->nodes[i].x);
      double y = tb_target_path_map_y (self, path->nodes[i].value);
      double next = i + 1 < path->n_nodes ? tb_period_axis_map (self->time, path->nodes[i + 1].x) : x;
      double y_next = i + 1 < path->n_nodes ? tb_target_path_map_y (self, path->nodes[i + 1].value) : y;

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
draw_side_of_path (const TbTargetPathLayout *self,
                   const GArray             *path)
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
  tb_scene_builder_path (canvas->builder, (const TbPathElement *) (gconstpointer) area->data, area->len, &paint,
                         TB_NO_DATUM);
}

/* Without a path: where the target itself is met, up to the deadline. */
static void
draw_side_of_target (const TbTargetPathLayout *self)
{
  TbCanvas *canvas = self->canvas;
  double top = self->plot.y;
  double bottom = self->plot.y + self->plot.height;
  TbPaint paint = { .fill = TB_FILL_SOLID,
                    .fill_color = tb_color_mix (canvas->theme->background, canvas->theme->text_muted, TB_SHADE_WAY) };

  if (self->path->side == TB_SIDE_ABOVE)
    bottom = tb_target_path_map_y (self, self->path->goal);
  else if (self->path->side == TB_SIDE_BELOW)
    top = tb_target_path_map_y (self, self->path->goal);
  else
    {
      top = isnan (self->path->goal_high) ? top : tb_target_path_map_y (self, self->path->goal_high);
      bottom = isnan (self->path->goal_low) ? bottom : tb_target_path_map_y (self, self->path->goal_low);
    }
  top = CLAMP (top, self->plot.y, self->plot.y + self->plot.height);
  bottom = CLAMP (bottom, self->plot.y, self->plot.y + self->plot.height);
  if (bottom > top && self->deadline > self->plot.x)
    tb_scene_builder_rect (canvas->builder, (TbRect) { self->plot.x, top, self->deadline - self->plot.x,
                                                       bottom - top }, &paint,
                           TB_NO_DATUM);
}

/* Words may stand on it. */
void
tb_target_path_draw_side (const TbTargetPathLayout *self,
                          const GArray             *path)
{
  tb_scene_builder_begin (self->canvas->builder, TB_ROLE_GRID, NULL);
  if (path->len > 1 && !self->path->is_time && (self->path->side == TB_SIDE_ABOVE || self->path->side == TB_SIDE_BELOW))
    draw_side_of_path (self, path);
  else if (self->path->side != TB_SIDE_NONE)
    draw_side_of_target (self);
  tb_scene_builder_end (self->canvas->builder);
}

void
tb_target_path_draw_way (const TbTargetPathLayout *self,
                         const GArray             *path)
{
  TbCanvas *canvas = self->canvas;
  TbPaint paint = { .stroke_color = canvas->theme->text_muted, .stroke_width = 1.8 * canvas->unit, .dashed = TRUE };
  double ends[3] = { self->path->goal, self->path->goal_low, self->path->goal_high };

  if (path->len > 1)
    tb_scene_builder_path (canvas->builder, (const TbPathElement *) (gconstpointer) path->data, path->len, &paint,
                           TB_NO_DATUM);
  if (path->len > 1 && !self->path->is_time)
    return;
  for (int i = 0; i < 3; i++)
    if (!isnan (ends[i]) && (i > 0 || self->path->side != TB_SIDE_WITHIN || isnan (self->path->goal_low)))
      tb_canvas_rule (canvas, self->plot.x, tb_target_path_map_y (self, ends[i]), self->deadline,
                      tb_target_path_map_y (self, ends[i]), canvas->theme->target,
                      1.2, self->path->indicative);
}
