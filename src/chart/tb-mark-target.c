/* Marks that only targets have: ticks across a bar, triangles below it, shades.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-mark-target.h"

#include "tb-palette.h"

#define HALO 1.2

/* As far as the colour of the year before is from that of this year. */
#define PREVIOUS_SHARE 0.4

/* Dash and gap of a dashed tick, as shares of its height: three dashes whatever
 * the height. */
#define N_DASHES 3
#define DASH_SHARE 0.24

/**
 * tb_mark_tick_draw:
 * @canvas: the canvas
 * @x: its middle, px
 * @top: px
 * @height: px
 * @color: its colour
 * @width: px
 * @dashed: whether it does not bind
 * @datum: what it stands for
 *
 * Puts a tick into the scene.
 */
void
tb_mark_tick_draw (TbCanvas *canvas,
                   double    x,
                   double    top,
                   double    height,
                   TbColor   color,
                   double    width,
                   gboolean  dashed,
                   TbDatum   datum)
{
  double halo = HALO * canvas->unit;
  TbPaint clear = { .fill = TB_FILL_SOLID, .fill_color = canvas->theme->background };
  TbPaint ink = { .fill = TB_FILL_SOLID, .fill_color = color };
  double step = height * (1 - DASH_SHARE) / (N_DASHES - 1);

  tb_scene_builder_rect (canvas->builder, (TbRect) { x - width / 2 - halo, top, width + 2 * halo, height }, &clear,
                         TB_NO_DATUM);
  if (!dashed)
    {
      tb_scene_builder_rect (canvas->builder, (TbRect) { x - width / 2, top, width, height }, &ink, datum);
      return;
    }
  for (int i = 0; i < N_DASHES; i++)
    tb_scene_builder_rect (canvas->builder, (TbRect) { x - width / 2, top + step * i, width, height * DASH_SHARE },
                           &ink,
                           i == 1 ? datum : TB_NO_DATUM);
}

/**
 * tb_mark_triangle_draw:
 * @canvas: the canvas
 * @box: its box, px
 * @color: that of actual figures
 * @hollow: of a baseline
 * @datum: what it stands for
 *
 * Puts a triangle into the scene (N-2).
 */
void
tb_mark_triangle_draw (TbCanvas *canvas,
                       TbRect    box,
                       TbColor   color,
                       gboolean  hollow,
                       TbDatum   datum)
{
  TbColor pale = tb_color_mix (canvas->theme->background, color, PREVIOUS_SHARE);
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = hollow ? canvas->theme->background : pale,
                    .stroke_color = color,
                    .stroke_width = canvas->unit };
  TbPathElement elements[] = {
    { TB_PATH_MOVE, box.x + box.width / 2, box.y }, { TB_PATH_LINE, box.x + box.width, box.y + box.height },
    { TB_PATH_LINE, box.x, box.y + box.height }, { TB_PATH_CLOSE, 0, 0 },
  };

  tb_scene_builder_path (canvas->builder, elements, G_N_ELEMENTS (elements), &paint, datum);
}

static void
draw_diamond (TbCanvas *canvas,
              TbRect    box,
              TbColor   color,
              TbDatum   datum)
{
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = color };
  double x = box.x + box.width / 2;
  double y = box.y + box.height / 2;
  TbPathElement elements[] = {
    { TB_PATH_MOVE, x, box.y }, { TB_PATH_LINE, box.x + box.width, y }, { TB_PATH_LINE, x, box.y + box.height },
    { TB_PATH_LINE, box.x, y }, { TB_PATH_CLOSE, 0, 0 },
  };

  tb_scene_builder_path (canvas->builder, elements, G_N_ELEMENTS (elements), &paint, datum);
}

/**
 * tb_mark_status_draw:
 * @canvas: the canvas
 * @box: a square, px
 * @ink: %TB_INK_GOOD, %TB_INK_BAD or %TB_INK_NEUTRAL
 * @datum: what it stands for
 *
 * Puts the sign of a status into the scene: a disc where it is good, a diamond where
 * it is bad, else a ring, so that it does not rest on colour alone.
 */
void
tb_mark_status_draw (TbCanvas *canvas,
                     TbRect    box,
                     TbInk     ink,
                     TbDatum   datum)
{
  TbColor color = tb_canvas_get_ink (canvas, ink, -1);
  double stroke = 1.4 * canvas->unit;
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = color };
  double radius = box.width * 0.42;

  if (ink == TB_INK_BAD)
    {
      draw_diamond (canvas, box, color, datum);
      return;
    }
  if (ink != TB_INK_GOOD)
    {
      paint = (TbPaint) { .fill = TB_FILL_NONE, .stroke_color = color, .stroke_width = stroke };
      radius -= stroke / 2;
    }
  tb_scene_builder_circle (canvas->builder, box.x + box.width / 2, box.y + box.height / 2, radius, &paint, datum);
}
