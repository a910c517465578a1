/* One bullet: shades, bar, ticks and triangles on a scale.
 *
 * After Stephen Few, "Bullet Graph Design Specification" (2013): the bar takes the
 * middle third of the band, the tick across it three fifths, and shades of one hue
 * lie behind them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-mark-bullet.h"

#include "tb-mark-column.h"
#include "tb-mark-target.h"
#include "tb-palette.h"

#include <math.h>

#define BAR_SHARE (1.0 / 3)
#define TICK_SHARE 0.6
#define THIN_TICK_SHARE 0.8
#define TICK_WIDTH 3.2
#define THIN_TICK_WIDTH 1.2
#define TRIANGLE_SHARE 0.26

static void
draw_shade (TbCanvas      *canvas,
            const TbScale *scale,
            TbRect         band,
            double         from,
            double         to,
            double         share)
{
  double low = scale->domain[0];
  double high = scale->domain[1];
  double x1 = tb_scale_map (scale, CLAMP (from, low, high));
  double x2 = tb_scale_map (scale, CLAMP (to, low, high));
  TbPaint paint = { .fill = TB_FILL_SOLID,
                    .fill_color = tb_color_mix (canvas->theme->background, canvas->theme->text_muted, share) };

  if (x2 > x1)
    tb_scene_builder_rect (canvas->builder, (TbRect) { x1, band.y, x2 - x1, band.height }, &paint, TB_NO_DATUM);
}

/* T-1 to T-3: where the target is met; between the path and the target, half as dark. */
static void
draw_shades (TbCanvas          *canvas,
             const TbBulletRow *row,
             const TbScale     *scale,
             TbRect             band)
{
  double low = isnan (row->goal_low) ? -INFINITY : row->goal_low;
  double high = isnan (row->goal_high) ? INFINITY : row->goal_high;
  double required = row->choice.standing.required;
  gboolean has_zone = !isnan (row->goal_low) || !isnan (row->goal_high);

  draw_shade (canvas, scale, band, -INFINITY, has_zone ? low : INFINITY, TB_SHADE_FAR);
  if (!has_zone)
    return;
  draw_shade (canvas, scale, band, low, high, TB_SHADE_MEETS);
  draw_shade (canvas, scale, band, high, INFINITY, TB_SHADE_FAR);
  if (isnan (row->on_way) || isnan (required))
    return;
  if (required < low)
    draw_shade (canvas, scale, band, required, low, TB_SHADE_WAY);
  else if (required > high)
    draw_shade (canvas, scale, band, high, required, TB_SHADE_WAY);
}

static void
draw_bar (TbCanvas          *canvas,
          const TbBulletRow *row,
          const TbScale     *scale,
          TbRect             band)
{
  double thick = band.height * BAR_SHARE;
  double middle = band.y + band.height / 2;
  double zero = tb_scale_map (scale, 0);
  double x = tb_scale_map (scale, isnan (row->value) ? row->range_low : row->value);
  TbColumnMark mark = {
    .body = { MIN (x, zero), middle - thick / 2, fabs (x - zero), thick },
    .color = tb_canvas_get_ink (canvas, TB_INK_ACTUAL, -1),
    .kind = TB_KIND_ACTUAL,
    .soft = row->soft,
    .base = x < zero ? TB_BASE_RIGHT : TB_BASE_LEFT,
    .datum = row->of_actual,
  };

  if (!isnan (row->range_low) && !isnan (row->range_high))
    {
      double low = tb_scale_map (scale, row->range_low);
      double high = tb_scale_map (scale, row->range_high);
      double share = isnan (row->value) ? 1 : 0.3;

      mark.range = (TbRect) { low, middle - thick * share / 2, high - low, thick * share };
    }
  tb_mark_column_draw (canvas, &mark);
}

/* T-9: without a zero there is no length to be seen. */
static void
draw_dot (TbCanvas          *canvas,
          const TbBulletRow *row,
          const TbScale     *scale,
          TbRect             band)
{
  double radius = band.height * BAR_SHARE * 0.55;
  double middle = band.y + band.height / 2;
  TbColor color = tb_canvas_get_ink (canvas, TB_INK_ACTUAL, -1);
  TbPaint solid = { .fill = TB_FILL_SOLID, .fill_color = color, .stroke_color = canvas->theme->background,
                    .stroke_width = canvas->unit };
  TbPaint ring = { .fill = TB_FILL_SOLID, .fill_color = canvas->theme->background, .stroke_color = color,
                   .stroke_width = 1.8 * canvas->unit };
  double x = tb_scale_map (scale, isnan (row->value) ? row->range_low : row->value);

  if (!isnan (row->range_low) && !isnan (row->range_high))
    tb_canvas_rule (canvas, tb_scale_map (scale, row->range_low), middle, tb_scale_map (scale, row->range_high),
                    middle, color,
                    2, FALSE);
  tb_scene_builder_circle (canvas->builder, x, middle, radius, row->soft ? &ring : &solid, row->of_actual);
}

static void
draw_triangle (TbCanvas      *canvas,
               const TbScale *scale,
               TbRect         band,
               double         value,
               gboolean       hollow,
               TbDatum        datum)
{
  double side = band.height * TRIANGLE_SHARE;
  double x = tb_scale_map (scale, value);
  double top = band.y + band.height * (1 + BAR_SHARE) / 2;

  if (isnan (value))
    return;
  tb_mark_triangle_draw (canvas, (TbRect) { x - side / 2, top, side, side }, tb_canvas_get_ink (canvas, TB_INK_ACTUAL,
                                                                                                -1),
                         hollow, datum);
}

/* Both ends of a range, else the one number. */
static void
draw_target (TbCanvas          *canvas,
             const TbBulletRow *row,
             const TbScale     *scale,
             TbRect             band)
{
  double ends[2] = { row->goal, NAN };
  double height = band.height * TICK_SHARE;
  double width = TICK_WIDTH * canvas->unit;

  if (isnan (row->goal))
    {
      ends[0] = row->goal_low;
      ends[1] = row->goal_high;
    }
  for (int i = 0; i < 2; i++)
    if (!isnan (ends[i]))
      tb_mark_tick_draw (canvas, tb_scale_map (scale, ends[i]), band.y + (band.height - height) / 2, height,
                         canvas->theme->target, width, row->indicative, row->of_target);
}

/**
 * tb_mark_bullet_draw:
 * @canvas: the canvas
 * @row: a row
 * @group: its scale in the unit
 * @scale: maps to px
 * @band: where, px
 *
 * Puts a bullet into the scene (T-9): shades, the thin tick of time or path, the
 * bar, the marks of a year before and of the baseline, the target's tick.
 */
void
tb_mark_bullet_draw (TbCanvas            *canvas,
                     const TbBulletRow   *row,
                     const TbBulletGroup *group,
                     const TbScale       *scale,
                     TbRect               band)
{
  double thin = band.height * THIN_TICK_SHARE;
  gboolean has_value = !isnan (row->value) || !isnan (row->range_low);

  draw_shades (canvas, row, scale, band);
  if (!group->is_dot)
    {
      double zero = tb_scale_map (scale, 0);

      tb_canvas_rule (canvas, zero, band.y, zero, band.y + band.height, canvas->theme->axis, 1.2, FALSE);
    }
  if (has_value && !group->is_dot)
    draw_bar (canvas, row, scale, band);
  if (!isnan (row->on_way))
    tb_mark_tick_draw (canvas, tb_scale_map (scale, row->on_way), band.y + (band.height - thin) / 2, thin,
                       canvas->theme->text_muted, THIN_TICK_WIDTH * canvas->unit, FALSE, TB_NO_DATUM);
  draw_target (canvas, row, scale, band);
  if (has_value && group->is_dot)
    draw_dot (canvas, row, scale, band);
  draw_triangle (canvas, scale, band, row->baseline, TRUE, TB_NO_DATUM);
  draw_triangle (canvas, scale, band, row->previous, FALSE, row->of_previous);
}
