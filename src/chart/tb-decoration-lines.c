/* Level lines at values and targets, with their words (D-3).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-draw-private.h"

#include "tb-palette.h"

#include <math.h>

#define TARGET_RULE 1.6
#define VALUE_RULE 1.2
#define HALO 1.0
#define TEXT_GAP 2.5           /* between a line and its words, units */

/* Along a line words try so many places. */
#define LINE_STEPS 12

/* Over columns: rows that are tried, and the piece of the line before the words and its
 * distance to them, sizes of the label. */
#define OVER_ROWS 3
#define SAMPLE 1.5
#define SAMPLE_GAP 0.4

/* So much of the values' span over the line, a figure leaves no room for its words. */
#define CLOSE_SHARE 0.1

void
tb_decorations_widen (const TbCanvas *canvas,
                      double         *low,
                      double         *high)
{
  g_autoptr (GPtrArray) lines = tb_decorations_list (canvas, TB_DECORATIONS_OF_VALUE);

  for (guint i = 0; i < lines->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (lines, i);

      *low = fmin (*low, item->low);
      *high = fmax (*high, item->high);
    }
}

/* A place along a line, above it or below. */
static TbRect
get_place_at_line (const TbCanvas          *canvas,
                   const TbDecorationField *field,
                   const TbLabel           *label,
                   double                   place,
                   int                      step)
{
  double gap = TEXT_GAP * canvas->unit;
  double height = tb_label_get_height (label);
  double width = label->extents.width;
  double room = MAX (field->plot.width - width, 0);
  double along = step / 2 == 0 ? 1 : step / 2 == 1 ? 0 : 1 - (double) (step / 2 - 1) / LINE_STEPS;

  if (field->sideways)
    return (TbRect) { CLAMP (place - width / 2, field->plot.x, field->plot.x + room), field->plot.y - height - gap,
                     width, height };

  return (TbRect) { field->plot.x + room * along, step % 2 == 0 ? place - gap - height : place + gap, width, height };
}

static TbPaint
get_paint (const TbCanvas            *canvas,
           const TbPlannedDecoration *item)
{
  gboolean is_target = item->decoration->kind == TB_DECORATION_TARGET_LINE;

  return (TbPaint) { .stroke_color = is_target ? canvas->theme->target : canvas->theme->text,
                     .stroke_width = (is_target ? TARGET_RULE : VALUE_RULE) * canvas->unit, .dashed = item->dashed };
}

static void
draw_line (TbCanvas                  *canvas,
           const TbDecorationField   *field,
           const TbPlannedDecoration *item,
           double                     value,
           TbDecorationInk           *ink)
{
  gboolean is_target = item->decoration->kind == TB_DECORATION_TARGET_LINE;
  double place = tb_scale_map (field->values, value);
  const TbRect *plot = &field->plot;
  TbPaint halo = { .stroke_color = canvas->theme->background,
                   .stroke_width = ((is_target ? TARGET_RULE : VALUE_RULE) + 2 * HALO) * canvas->unit };
  TbPaint paint = get_paint (canvas, item);
  double x1 = field->sideways ? place : plot->x;
  double x2 = field->sideways ? place : plot->x + plot->width;
  double y1 = field->sideways ? plot->y : place;
  double y2 = field->sideways ? plot->y + plot->height : place;

  /* Over filled marks; a line that it crosses stays whole. */
  if (canvas->figures->notation != TB_NOTATION_LINE)
    tb_decoration_ink_rule (ink, x1, y1, x2, y2, &halo);
  tb_decoration_ink_rule (ink, x1, y1, x2, y2, &paint);
}

/* Where columns stand close along the whole line, its words stand over them after a
 * piece of it. */
static gboolean
write_over_columns (TbCanvas                  *canvas,
                    const TbDecorationField   *field,
                    const TbPlannedDecoration *item,
                    const TbLabel             *label,
                    TbColor                    color,
                    TbDecorationInk           *ink)
{
  double em = canvas->label.size_px;
  double width = label->extents.width + em * (SAMPLE + SAMPLE_GAP);
  double room = field->plot.width - width;
  double height = tb_label_get_height (label);
  TbPaint paint = get_paint (canvas, item);
  TbRect boxes[OVER_ROWS * (LINE_STEPS + 1)];
  int choice;

  if (field->sideways || room < 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = (TbRect) { field->plot.x + room * (1 - (double) (i % (LINE_STEPS + 1)) / LINE_STEPS),
                         field->plot.y + TEXT_GAP * canvas->unit + height * 1.2 * (double) (i / (LINE_STEPS + 1)),
                         width, height };
  choice = tb_decoration_ink_choose (ink, boxes, G_N_ELEMENTS (boxes));
  if (choice < 0)
    return FALSE;
  tb_scene_builder_line (canvas->builder, boxes[choice].x, boxes[choice].y + height / 2, boxes[choice].x + em * SAMPLE,
                         boxes[choice].y + height / 2, &paint, TB_NO_DATUM);
  tb_canvas_draw_label (canvas, label, color, TB_ANCHOR_START, boxes[choice].x + em * (SAMPLE + SAMPLE_GAP),
                        boxes[choice].y, TB_NO_DATUM);

  return TRUE;
}

static void
write_at_line (TbCanvas                  *canvas,
               const TbDecorationField   *field,
               const TbPlannedDecoration *item,
               TbDecorationInk           *ink)
{
  gboolean is_target = item->decoration->kind == TB_DECORATION_TARGET_LINE;
  TbColor color = is_target ? tb_canvas_get_readable (canvas, canvas->theme->target) : canvas->theme->text;
  TbLabel label = tb_canvas_measure (canvas, &canvas->label, item->text);
  double place = tb_scale_map (field->values, item->high);
  TbRect boxes[2 * (LINE_STEPS + 3)];
  int choice;

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = get_place_at_line (canvas, field, &label, place, (int) i);
  choice = tb_decoration_ink_choose (ink, boxes, G_N_ELEMENTS (boxes));
  if (choice >= 0)
    tb_canvas_draw_label (canvas, &label, color, TB_ANCHOR_START, boxes[choice].x, boxes[choice].y, TB_NO_DATUM);
  else if (!write_over_columns (canvas, field, item, &label, color, ink))
    canvas->n_dropped++;
}

/* Words first, so that the lines leave them free. */
void
tb_decoration_lines_draw (TbCanvas                *canvas,
                          const TbDecorationField *field,
                          TbDecorationInk         *ink)
{
  g_autoptr (GPtrArray) items = tb_decorations_list (canvas, TB_DECORATIONS_OF_VALUE);

  for (guint i = 0; field->values != NULL && i < items->len; i++)
    if (tb_decoration_has_text (g_ptr_array_index (items, i)))
      write_at_line (canvas, field, g_ptr_array_index (items, i), ink);
  for (guint i = 0; field->values != NULL && i < items->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (items, i);

      draw_line (canvas, field, item, item->low, ink);
      if (item->high > item->low)
        draw_line (canvas, field, item, item->high, ink);
    }
}

/* Whether no column leaves the words of a line room over it. */
static gboolean
crosses_all (const TbFigures           *figures,
             const TbPlannedDecoration *item)
{
  double low, high;

  if (figures->notation != TB_NOTATION_COLUMN || !tb_figures_get_extent (figures, &low, &high) || item->high > high)
    return FALSE;
  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &figures->tracks[i].points[k];

        if (!point->missing && tb_chart_point_get_top (point) < item->high - (high - fmin (low, 0)) * CLOSE_SHARE)
          return FALSE;
      }

  return TRUE;
}

double
tb_decoration_lines_get_headroom (const TbCanvas *canvas)
{
  g_autoptr (GPtrArray) lines = tb_decorations_list (canvas, TB_DECORATIONS_OF_VALUE);
  double room = 0;

  for (guint i = 0; i < lines->len; i++)
    if (tb_decoration_has_text (g_ptr_array_index (lines, i))
        && crosses_all (canvas->figures, g_ptr_array_index (lines, i)))
      room += canvas->label.size_px * 1.6;

  return room;
}

double
tb_decorations_get_head (const TbCanvas *canvas)
{
  g_autoptr (GPtrArray) lines = tb_decorations_list (canvas, TB_DECORATIONS_OF_VALUE);

  for (guint i = 0; i < lines->len; i++)
    if (tb_decoration_has_text (g_ptr_array_index (lines, i)))
      return canvas->label.size_px * 1.7;

  return 0;
}
