/* Draws how far figures are from others: columns for amounts, pins for percentages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-mark-variance.h"

#include <math.h>

#define EDGE 1.1
#define STEM 2.6
#define RING 1.7
#define SLIT 3.0         /* of a broken pin, units */

/* Less than this high, units, a column that is not zero would not be seen. */
#define LEAST_HEIGHT 1.6

/**
 * tb_mark_variance_draw_column:
 * @canvas: the canvas
 * @mark: an absolute variance
 *
 * Puts it into the scene.
 */
void
tb_mark_variance_draw_column (TbCanvas             *canvas,
                              const TbVarianceMark *mark)
{
  double height = MAX (fabs (mark->end - mark->zero), LEAST_HEIGHT * canvas->unit);
  double y = mark->end <= mark->zero ? mark->zero - height : mark->zero;
  TbRect rect = { mark->x - mark->width / 2, y, mark->width, height };
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = mark->color };
  double edge = MIN (EDGE * canvas->unit, MIN (rect.width, rect.height) / 2);

  if (mark->hatched)
    {
      paint = (TbPaint) { TB_FILL_HATCH, mark->color, mark->color, edge, FALSE };
      rect = (TbRect) { rect.x + edge / 2, rect.y + edge / 2, rect.width - edge, rect.height - edge };
    }
  if (fabs (mark->end - mark->zero) > 0)
    tb_scene_builder_rect (canvas->builder, rect, &paint, mark->datum);
}

static void
draw_head (TbCanvas             *canvas,
           const TbVarianceMark *mark)
{
  double r = mark->width / 2;
  TbRect square = { mark->x - r, mark->end - r, mark->width, mark->width };
  TbPaint solid = { .fill = TB_FILL_SOLID, .fill_color = mark->head_color };
  TbPaint hatch = { TB_FILL_HATCH, mark->head_color, mark->head_color, EDGE * canvas->unit, FALSE };
  TbPaint ring = { TB_FILL_SOLID, canvas->theme->background, mark->head_color, RING * canvas->unit, FALSE };
  TbPaint empty = { .fill = TB_FILL_SOLID, .fill_color = canvas->theme->background };

  switch (mark->head)
    {
    case TB_PIN_SQUARE:
      tb_scene_builder_rect (canvas->builder, square, &solid, mark->datum);
      break;
    case TB_PIN_HATCH:
      tb_scene_builder_rect (canvas->builder, square, &empty, TB_NO_DATUM);
      tb_scene_builder_rect (canvas->builder, square, &hatch, mark->datum);
      break;
    case TB_PIN_DOT:
      tb_scene_builder_circle (canvas->builder, mark->x, mark->end, r, &solid, mark->datum);
      break;
    case TB_PIN_RING:
      tb_scene_builder_circle (canvas->builder, mark->x, mark->end, r - ring.stroke_width / 2, &ring, mark->datum);
      break;
    }
}

/* N-7: a slit across the stem tells that it is longer than drawn. */
static void
draw_slit (TbCanvas             *canvas,
           const TbVarianceMark *mark)
{
  double middle = (mark->zero + mark->end) / 2;
  double reach = mark->width * 0.6;
  double rise = SLIT * canvas->unit;
  TbPaint paint = { .stroke_color = canvas->theme->background, .stroke_width = SLIT * canvas->unit };
  TbPaint edge = { .stroke_color = mark->color, .stroke_width = EDGE * canvas->unit };

  tb_scene_builder_line (canvas->builder, mark->x - reach, middle + rise, mark->x + reach, middle - rise, &paint,
                         TB_NO_DATUM);
  for (int side = -1; side <= 1; side += 2)
    {
      double y = middle + side * SLIT * canvas->unit / 2;

      tb_scene_builder_line (canvas->builder, mark->x - reach, y + rise, mark->x + reach, y - rise, &edge, TB_NO_DATUM);
    }
}

/**
 * tb_mark_variance_draw_pin:
 * @canvas: the canvas
 * @mark: a relative variance, or a growth
 *
 * Puts it into the scene.
 */
void
tb_mark_variance_draw_pin (TbCanvas             *canvas,
                           const TbVarianceMark *mark)
{
  TbPaint stem = { .stroke_color = mark->color, .stroke_width = MIN (STEM * canvas->unit, mark->width) };

  if (fabs (mark->end - mark->zero) > 0)
    tb_scene_builder_line (canvas->builder, mark->x, mark->zero, mark->x, mark->end, &stem, mark->datum);
  if (mark->broken)
    draw_slit (canvas, mark);
  draw_head (canvas, mark);
}

TbRect
tb_mark_variance_get_pin_box (const TbVarianceMark *mark)
{
  double r = mark->width / 2;
  double top = MIN (mark->zero, mark->end - r);
  double bottom = MAX (mark->zero, mark->end + r);

  return (TbRect) { mark->x - r, top, mark->width, bottom - top };
}
