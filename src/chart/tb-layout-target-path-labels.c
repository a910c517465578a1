/* The words and numbers of a target path, off its lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-target-path-private.h"

#include "tb-label-placement.h"

#include <math.h>

#define DOT_RADIUS 3.4

static double
tb_target_path_get_target_y (const TbTargetPathLayout *self)
{
  const TbTargetPath *path = self->path;

  if (!isnan (path->goal))
    return tb_target_path_map_y (self, path->goal);
  if (isnan (path->goal_low) || isnan (path->goal_high))
    return tb_target_path_map_y (self, isnan (path->goal_low) ? path->goal_high : path->goal_low);

  return (tb_target_path_map_y (self, path->goal_low) + tb_target_path_map_y (self, path->goal_high)) / 2;
}

static TbRect
get_target_box (const TbTargetPathLayout *self)
{
  const TbCanvas *canvas = self->canvas;
  double height = self->target->height + self->when->height;
  double x = self->deadline + TB_TARGET_PATH_LABEL_GAP * 1.6 * canvas->unit;
  double y = CLAMP (tb_target_path_get_target_y (self) - height / 2,
                    self->room.y + tb_target_path_get_status_height (self) + 2 * canvas->unit,
                    self->plot.y + self->plot.height - height);

  return (TbRect) { x, y, self->target_width - TB_TARGET_PATH_LABEL_GAP * 1.6 * canvas->unit, height };
}

void
tb_target_path_draw_target (const TbTargetPathLayout *self)
{
  const TbTargetPath *path = self->path;
  TbCanvas *canvas = self->canvas;
  TbRect box = get_target_box (self);

  if (!isnan (path->goal))
    tb_target_path_draw_diamond (self, path->goal);
  else
    {
      if (!isnan (path->goal_low))
        tb_target_path_draw_diamond (self, path->goal_low);
      if (!isnan (path->goal_high))
        tb_target_path_draw_diamond (self, path->goal_high);
    }
  tb_text_block_draw (self->target, canvas->builder, TB_ANCHOR_START, box.x, box.y, path->of_target);
  tb_text_block_draw (self->when, canvas->builder, TB_ANCHOR_START, box.x, box.y + self->target->height,
                      path->of_target);
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
new_placer (const TbTargetPathLayout *self,
            const GArray             *path)
{
  TbCanvas *canvas = self->canvas;
  double half = 1.5 * canvas->unit;
  double r = 7 * canvas->unit;
  double right = self->room.x + self->room.width;
  TbPlacer *placer = tb_placer_new ((TbRect) { self->plot.x, self->plot.y, right - self->plot.x, self->plot.height });
  double y = tb_target_path_get_target_y (self);
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
          double zero = tb_target_path_map_y (self, 0);

          tb_placer_block (placer, (TbRect) { placed->x - self->column, MIN (placed->y, zero), self->column,
                                              fabs (zero - placed->y) });
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
draw_number (const TbTargetPathLayout *self,
             TbPlacer                 *placer,
             const TbPlacedPoint      *placed,
             const TbFont             *font,
             TbColor                   color)
{
  TbCanvas *canvas = self->canvas;
  g_autofree char *text = tb_figures_dup_number (canvas->figures, placed->point);
  TbLabel label = tb_canvas_measure (canvas, font, text);
  double gap = TB_TARGET_PATH_LABEL_GAP * canvas->unit;
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
void
tb_target_path_draw_numbers (const TbTargetPathLayout *self,
                             const GArray             *path)
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

      if (isnan (placed->y) || (!is_first && self->n_points > TB_TARGET_PATH_MOST_NUMBERED))
        continue;
      if (!draw_number (self, placer, placed, is_first ? &canvas->strong : &canvas->label,
                        is_first ? canvas->theme->text : canvas->theme->text_muted))
        canvas->n_dropped++;
      is_first = FALSE;
    }
}
