/* What stands before a name in the legend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-mark-swatch.h"

#include "tb-mark-column.h"
#include "tb-mark-target.h"
#include "tb-palette.h"

#define THICK_RULE 2.2
#define THIN_RULE 1.0

static void
draw_square (TbCanvas      *canvas,
             TbRect         box,
             const TbPaint *paint,
             TbDatum        series)
{
  double inset = paint->stroke_width / 2;
  TbRect inner = { box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset };

  tb_scene_builder_rect (canvas->builder, inner, paint, series);
}

/* As the column of the year before: pale with an edge at its end. */
static void
draw_previous (TbCanvas *canvas,
               TbRect    box,
               TbColor   color,
               TbDatum   series)
{
  TbColumnMark mark = { .body = box, .color = color, .kind = TB_KIND_ACTUAL, .previous = TRUE, .base = TB_BASE_BOTTOM,
                        .datum = series };

  tb_mark_column_draw (canvas, &mark);
}

static void
draw_diamond (TbCanvas *canvas,
              TbRect    box,
              TbColor   color,
              gboolean  solid,
              TbDatum   series)
{
  double x = box.x + box.width / 2;
  double y = box.y + box.height / 2;
  double r = box.width / 2;
  TbPathElement elements[] = {
    { TB_PATH_MOVE, x, y - r }, { TB_PATH_LINE, x + r, y }, { TB_PATH_LINE, x, y + r }, { TB_PATH_LINE, x - r, y },
    { TB_PATH_CLOSE, 0, 0 },
  };
  TbPaint paint = { .fill = solid ? TB_FILL_SOLID : TB_FILL_NONE, .fill_color = color, .stroke_color = color,
                    .stroke_width = 1.6 * canvas->unit };

  tb_scene_builder_path (canvas->builder, elements, G_N_ELEMENTS (elements), &paint, series);
}

/* Points up at the lower edge of a bar. */
static void
draw_triangle (TbCanvas *canvas,
               TbRect    box,
               TbColor   color,
               gboolean  hollow,
               TbDatum   series)
{
  TbRect inner = { box.x + box.width * 0.1, box.y + box.height * 0.15, box.width * 0.8, box.height * 0.7 };

  tb_mark_triangle_draw (canvas, inner, color, hollow, series);
}

static void
draw_rule (TbCanvas *canvas,
           TbRect    box,
           TbColor   color,
           gboolean  upright,
           gboolean  dashed,
           double    width,
           TbDatum   series)
{
  TbPaint paint = { .stroke_color = color, .stroke_width = width * canvas->unit, .dashed = dashed };
  double x = box.x + box.width / 2;
  double y = box.y + box.height / 2;

  if (upright)
    tb_scene_builder_line (canvas->builder, x, box.y, x, box.y + box.height, &paint, series);
  else
    tb_scene_builder_line (canvas->builder, box.x, y, box.x + box.width, y, &paint, series);
}

static void
draw_dot (TbCanvas *canvas,
          TbRect    box,
          TbColor   color,
          gboolean  hollow,
          TbDatum   series)
{
  TbPaint solid = { .fill = TB_FILL_SOLID, .fill_color = color };
  TbPaint ring = { .fill = TB_FILL_SOLID, .fill_color = canvas->theme->background, .stroke_color = color,
                   .stroke_width = 1.6 * canvas->unit };

  tb_scene_builder_circle (canvas->builder, box.x + box.width / 2, box.y + box.height / 2, box.width * 0.42,
                           hollow ? &ring : &solid, series);
}

/**
 * tb_swatch_draw:
 * @canvas: the canvas
 * @entry: the entry of the legend
 * @box: where, px
 * @series: what a click on it switches
 *
 * Draws a mark as it looks in the plot.
 */
void
tb_swatch_draw (TbCanvas            *canvas,
                const TbLegendEntry *entry,
                TbRect               box,
                TbDatum              series)
{
  TbColor color = tb_canvas_get_ink (canvas, entry->ink, entry->track);
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = color, .stroke_color = color };

  switch (entry->swatch)
    {
    case TB_SWATCH_SOLID:
      draw_square (canvas, box, &paint, series);
      break;
    case TB_SWATCH_PALE:
      draw_previous (canvas, box, color, series);
      break;
    case TB_SWATCH_OUTLINE:
    case TB_SWATCH_DASHED_OUTLINE:
      paint.fill = TB_FILL_NONE;
      paint.stroke_width = 1.6 * canvas->unit;
      paint.dashed = entry->swatch == TB_SWATCH_DASHED_OUTLINE;
      draw_square (canvas, box, &paint, series);
      break;
    case TB_SWATCH_HATCH:
      paint.fill = TB_FILL_HATCH;
      paint.stroke_width = 1.2 * canvas->unit;
      draw_square (canvas, box, &paint, series);
      break;
    case TB_SWATCH_LINE:
    case TB_SWATCH_DASHED_LINE:
      draw_rule (canvas, box, color, FALSE, entry->swatch == TB_SWATCH_DASHED_LINE, THICK_RULE, series);
      break;
    case TB_SWATCH_TICK:
    case TB_SWATCH_DASHED_TICK:
      tb_mark_tick_draw (canvas, box.x + box.width / 2, box.y - box.height * 0.15, box.height * 1.3, color,
                         THICK_RULE * canvas->unit, entry->swatch == TB_SWATCH_DASHED_TICK, series);
      break;
    case TB_SWATCH_THIN_TICK:
      draw_rule (canvas, box, color, TRUE, FALSE, THIN_RULE, series);
      break;
    case TB_SWATCH_TRIANGLE:
    case TB_SWATCH_HOLLOW_TRIANGLE:
      draw_triangle (canvas, box, color, entry->swatch == TB_SWATCH_HOLLOW_TRIANGLE, series);
      break;
    case TB_SWATCH_SHADE:
    case TB_SWATCH_PALE_SHADE:
      paint.fill_color = tb_color_mix (canvas->theme->background, color,
                                       entry->swatch == TB_SWATCH_SHADE ? TB_SHADE_MEETS : TB_SHADE_WAY);
      draw_square (canvas, box, &paint, series);
      break;
    case TB_SWATCH_DOT:
    case TB_SWATCH_HOLLOW_DOT:
      draw_dot (canvas, box, color, entry->swatch == TB_SWATCH_HOLLOW_DOT, series);
      break;
    case TB_SWATCH_DIAMOND:
    case TB_SWATCH_SOLID_DIAMOND:
      draw_diamond (canvas, box, color, entry->swatch == TB_SWATCH_SOLID_DIAMOND, series);
      break;
    }
}
