/* Draws a column or a bar in the notation of its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-mark-column.h"

#include "tb-palette.h"

#define OUTLINE 1.6
#define EDGE 1.1
#define HALO 2.2
#define LEVEL 3.0
#define PREVIOUS_EDGE 2.4

/* Shares of the colour in what is not the figure itself. */
#define WIDE_SHARE 0.22
#define SOFT_SHARE 0.40
#define RANGE_SHARE 0.45
#define SEGMENT_SHARE 0.14
#define PREVIOUS_SHARE 0.34
#define PREVIOUS_WIDE_SHARE 0.12
#define PREVIOUS_EDGE_SHARE 0.82

static TbColor
make_pale (const TbCanvas *canvas,
           TbColor         color,
           double          share)
{
  return tb_color_mix (canvas->theme->background, color, share);
}

TbColor
tb_mark_column_get_fill (const TbCanvas     *canvas,
                         const TbColumnMark *mark)
{
  if (mark->kind == TB_KIND_TARGET || mark->kind == TB_KIND_PLAN || mark->kind == TB_KIND_FORECAST)
    return canvas->theme->background;
  if (mark->previous && !mark->segment)
    return make_pale (canvas, mark->color, mark->wide ? PREVIOUS_WIDE_SHARE : PREVIOUS_SHARE);
  if (mark->wide)
    return make_pale (canvas, mark->color, WIDE_SHARE);
  if (mark->segment)
    return make_pale (canvas, mark->color, SEGMENT_SHARE);
  if (mark->soft)
    return make_pale (canvas, mark->color, SOFT_SHARE);

  return mark->color;
}

/**
 * tb_mark_column_is_solid:
 * @mark: a column
 *
 * Returns: whether it is filled: targets and plans are outlined
 */
gboolean
tb_mark_column_is_solid (const TbColumnMark *mark)
{
  return mark->kind == TB_KIND_ACTUAL || mark->kind == TB_KIND_FORECAST;
}

/* Strokes lie inside the rectangle, so that a column is as wide as its span. */
static TbRect
shrink (TbRect rect,
        double by)
{
  double x = MIN (by, rect.width / 2);
  double y = MIN (by, rect.height / 2);

  return (TbRect) { rect.x + x, rect.y + y, rect.width - 2 * x, rect.height - 2 * y };
}

/* The three sides of an outline that do not lie on the line at zero, from one
 * end of that line to the other. */
static void
make_open_path (TbRect        rect,
                TbColumnBase  base,
                TbPathElement out_elements[4])
{
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;
  const double corners[4][4][2] = {
    [TB_BASE_BOTTOM] = { { rect.x, bottom }, { rect.x, rect.y }, { right, rect.y }, { right, bottom } },
    [TB_BASE_TOP] = { { rect.x, rect.y }, { rect.x, bottom }, { right, bottom }, { right, rect.y } },
    [TB_BASE_LEFT] = { { rect.x, rect.y }, { right, rect.y }, { right, bottom }, { rect.x, bottom } },
    [TB_BASE_RIGHT] = { { right, rect.y }, { rect.x, rect.y }, { rect.x, bottom }, { right, bottom } },
  };

  for (int i = 0; i < 4; i++)
    out_elements[i] = (TbPathElement) { i == 0 ? TB_PATH_MOVE : TB_PATH_LINE, corners[base][i][0],
                                        corners[base][i][1] };
}

/* Of the outline of a column behind another one only what is seen: up its free side
 * and along its end as far as, or down to, the one in front. */
static void
draw_behind (TbCanvas           *canvas,
             const TbColumnMark *mark)
{
  double width = MIN (OUTLINE * canvas->unit, mark->body.width / 2);
  TbPaint paint = { .stroke_color = mark->color, .stroke_width = width, .dashed = mark->dashed };
  gboolean falls = mark->base == TB_BASE_TOP;
  double bottom = mark->body.y + mark->body.height;
  double zero = falls ? mark->body.y : bottom;
  double end = falls ? MAX (bottom - width / 2, zero) : MIN (mark->body.y + width / 2, zero);
  double front = falls ? mark->front.y + mark->front.height : mark->front.y;
  double left = mark->body.x + width / 2;
  double right = mark->body.x + mark->body.width - width / 2;
  gboolean is_longer = falls ? end > front : end < front;
  TbPathElement elements[4] = {
    { TB_PATH_MOVE, left, zero }, { TB_PATH_LINE, left, end }, { TB_PATH_LINE, is_longer ? right : mark->front.x, end },
    { TB_PATH_LINE, right, front },
  };

  tb_scene_builder_path (canvas->builder, elements, is_longer ? 4 : 3, &paint, mark->datum);
}

static void
draw_outline (TbCanvas           *canvas,
              const TbColumnMark *mark)
{
  double width = MIN (OUTLINE * canvas->unit, mark->body.width / 2);
  TbPaint halo = { .stroke_color = canvas->theme->background, .stroke_width = width + HALO * canvas->unit };
  TbPaint paint = { .stroke_color = mark->color, .stroke_width = width, .dashed = mark->dashed };
  gboolean lies = mark->base == TB_BASE_LEFT || mark->base == TB_BASE_RIGHT;
  TbRect rect = mark->body;
  TbPathElement elements[4];

  /* Strokes lie inside the span, but reach the line at zero. */
  if (lies)
    {
      rect.y += width / 2;
      rect.height -= width;
      rect.width = MAX (rect.width - width / 2, 0);
      rect.x += mark->base == TB_BASE_RIGHT ? width / 2 : 0;
    }
  else
    {
      rect.x += width / 2;
      rect.width -= width;
      rect.height = MAX (rect.height - width / 2, 0);
      rect.y += mark->base == TB_BASE_BOTTOM ? width / 2 : 0;
    }
  make_open_path (rect, mark->base, elements);
  /* The far side is seen before a solid column that has grown past it. */
  tb_scene_builder_line (canvas->builder, elements[1].x, elements[1].y, elements[2].x, elements[2].y, &halo,
                         TB_NO_DATUM);
  tb_scene_builder_path (canvas->builder, elements, G_N_ELEMENTS (elements), &paint, mark->datum);
}

static void
draw_range (TbCanvas           *canvas,
            const TbColumnMark *mark)
{
  double width = EDGE * canvas->unit;
  TbPaint paint = {
    .fill = TB_FILL_SOLID,
    .fill_color = make_pale (canvas, mark->color, RANGE_SHARE),
    .stroke_color = mark->color,
    .stroke_width = width,
  };

  if (mark->kind == TB_KIND_TARGET || mark->kind == TB_KIND_PLAN)
    {
      paint.fill = TB_FILL_NONE;
      paint.dashed = mark->dashed;
    }
  tb_scene_builder_rect (canvas->builder, shrink (mark->range, width / 2), &paint, mark->datum);
}

/* The end of a column away from zero: the level of an average; of last year's figure
 * what is left of it where a pale field is not printed. */
static void
draw_level (TbCanvas           *canvas,
            const TbColumnMark *mark)
{
  gboolean lies = mark->base == TB_BASE_LEFT || mark->base == TB_BASE_RIGHT;
  double thick = (mark->previous ? PREVIOUS_EDGE : LEVEL) * canvas->unit;
  TbColor color = mark->previous ? make_pale (canvas, mark->color, PREVIOUS_EDGE_SHARE) : mark->color;
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = color };
  TbRect rect = mark->body;

  thick = MIN (thick, lies ? rect.width : rect.height);
  if (mark->base == TB_BASE_TOP)
    rect.y += rect.height - thick;
  if (mark->base == TB_BASE_LEFT)
    rect.x += rect.width - thick;
  if (lies)
    rect.width = thick;
  else
    rect.height = thick;
  tb_scene_builder_rect (canvas->builder, rect, &paint, mark->datum);
}

/**
 * tb_mark_column_draw:
 * @canvas: the canvas
 * @mark: a column
 *
 * Puts it into the scene.
 */
void
tb_mark_column_draw (TbCanvas           *canvas,
                     const TbColumnMark *mark)
{
  double edge = EDGE * canvas->unit;
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = tb_mark_column_get_fill (canvas, mark) };
  TbRect rect = mark->body;

  if (mark->body.height > 0 || mark->range.height <= 0)
    switch (mark->kind)
      {
      case TB_KIND_TARGET:
      case TB_KIND_PLAN:
        if (mark->front.width > 0)
          draw_behind (canvas, mark);
        else
          draw_outline (canvas, mark);
        break;
      case TB_KIND_FORECAST:
        paint = (TbPaint) { TB_FILL_HATCH, mark->color, mark->color, edge, FALSE };
        tb_scene_builder_rect (canvas->builder, shrink (rect, edge / 2), &paint, mark->datum);
        break;
      case TB_KIND_ACTUAL:
        if (mark->soft && (!mark->wide || mark->previous))
          {
            paint.stroke_color = mark->color;
            paint.stroke_width = edge;
            paint.dashed = TRUE;
            rect = shrink (rect, edge / 2);
          }
        tb_scene_builder_rect (canvas->builder, rect, &paint, mark->datum);
        if (mark->segment || (mark->previous && !mark->soft))
          draw_level (canvas, mark);
        break;
      }
  if (mark->range.width > 0 && mark->range.height > 0)
    draw_range (canvas, mark);
}
