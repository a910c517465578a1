/* Shaded spans of time with their words (D-4).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-draw-private.h"

#include "tb-palette.h"
#include "tb-text-block.h"

#define SPAN_SHADE 0.07        /* of the text's colour on the background */

static void
draw_span (TbCanvas                  *canvas,
           const TbDecorationField   *field,
           const TbPlannedDecoration *item)
{
  double left = CLAMP (tb_period_axis_map (field->time, item->start), field->plot.x, field->plot.x + field->plot.width);
  double right = CLAMP (tb_period_axis_map (field->time, item->end), field->plot.x, field->plot.x + field->plot.width);
  TbPaint paint = { .fill = TB_FILL_SOLID,
                    .fill_color = tb_color_mix (canvas->theme->background, canvas->theme->text, SPAN_SHADE) };

  if (right > left)
    tb_scene_builder_rect (canvas->builder, (TbRect) { left, field->plot.y, right - left, field->plot.height }, &paint,
                           TB_NO_DATUM);
}

void
tb_decorations_draw_behind (TbCanvas                *canvas,
                            const TbDecorationField *field)
{
  g_autoptr (GPtrArray) items = tb_decorations_list (canvas, 1u << TB_DECORATION_SPAN);

  if (items->len == 0 || field->time == NULL)
    return;
  tb_scene_builder_begin (canvas->builder, TB_ROLE_GRID, NULL);
  for (guint i = 0; i < items->len; i++)
    draw_span (canvas, field, g_ptr_array_index (items, i));
  tb_scene_builder_end (canvas->builder);
}

/* Words over a span, as high as there is room. */
static void
write_over_span (TbCanvas                  *canvas,
                 const TbDecorationField   *field,
                 const TbPlannedDecoration *item,
                 TbDecorationInk           *ink)
{
  double em = canvas->note.size_px;
  double left = MAX (tb_period_axis_map (field->time, item->start), field->plot.x);
  double right = MIN (tb_period_axis_map (field->time, item->end), field->plot.x + field->plot.width);
  g_autoptr (TbTextBlock) block = tb_text_block_new (canvas->measure, &canvas->note, canvas->theme->text_muted,
                                                     item->text,
                                                     MIN (MAX (right - left - em * 0.6, em * 9), field->plot.width));
  TbRect boxes[12];
  int choice;

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = (TbRect) { CLAMP ((left + right - block->width) / 2, field->plot.x,
                                 MAX (field->plot.x + field->plot.width - block->width, field->plot.x)),
                          field->plot.y + em * (0.15 + 0.5 * (double) i), block->width, block->height };
  choice = tb_decoration_ink_choose (ink, boxes, G_N_ELEMENTS (boxes));
  if (choice < 0)
    canvas->n_dropped++;
  else
    tb_text_block_draw (block, canvas->builder, TB_ANCHOR_START, boxes[choice].x, boxes[choice].y, TB_NO_DATUM);
}

void
tb_decoration_spans_write (TbCanvas                *canvas,
                           const TbDecorationField *field,
                           TbDecorationInk         *ink)
{
  g_autoptr (GPtrArray) items = tb_decorations_list (canvas, 1u << TB_DECORATION_SPAN);

  for (guint i = 0; field->time != NULL && i < items->len; i++)
    if (tb_decoration_has_text (g_ptr_array_index (items, i)))
      write_over_span (canvas, field, g_ptr_array_index (items, i), ink);
}
