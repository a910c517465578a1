/* Draws decorations on a plot: spans, breaks, lines, emphasis; arrows and notes have
 * files of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-draw-private.h"

#include "tb-palette.h"
#include "tb-text-block.h"

#include <math.h>

/* What decorations may take of a plot's height. */
#define HEADROOM_SHARE 0.34

#define ARROW_FOOT 0.5         /* under the lowest arrow, sizes of the label */
#define SPAN_SHADE 0.07        /* of the text's colour on the background */
#define TARGET_RULE 1.6
#define VALUE_RULE 1.2
#define HALO 1.0
#define TEXT_GAP 2.5           /* between a line and its words, units */
#define STRESS_RING 1.6

/* Along a line words try so many places. */
#define LINE_STEPS 12

/**
 * tb_decorations_list:
 * @canvas: the canvas of a plot
 * @kinds: which kinds, a mask of 1 << kind
 *
 * Returns: (transfer container): the planned decorations of that plot: what was computed
 *   from the figures, in a panel of its own, has none
 */
GPtrArray *
tb_decorations_list (const TbCanvas *canvas,
                     guint           kinds)
{
  GPtrArray *items = g_ptr_array_new ();
  const TbDecorationPlan *plan = canvas->plan;

  for (guint i = 0; plan != NULL && canvas->figures->computed == NULL && i < plan->items->len; i++)
    {
      TbPlannedDecoration *item = &g_array_index (plan->items, TbPlannedDecoration, i);
      gboolean is_here = item->series < 0;

      for (gsize k = 0; k < canvas->figures->n_tracks && !is_here; k++)
        is_here = canvas->figures->tracks[k].index == item->series;
      if (is_here && (kinds & 1u << item->decoration->kind) != 0)
        g_ptr_array_add (items, item);
    }

  return items;
}

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

static gboolean
has_text (const TbPlannedDecoration *item)
{
  return item->text != NULL && item->text[0] != '\0';
}

double
tb_decorations_get_headroom (const TbCanvas *canvas,
                             double          height)
{
  g_autoptr (GPtrArray) spans = tb_decorations_list (canvas, 1u << TB_DECORATION_SPAN);
  gboolean has_words = FALSE;
  guint n_rows = tb_decoration_arrows_count_rows (canvas, height * HEADROOM_SHARE);
  double needed = n_rows > 0 ? n_rows * tb_decoration_arrows_get_row (canvas) + ARROW_FOOT * canvas->label.size_px : 0;

  for (guint i = 0; i < spans->len; i++)
    has_words = has_words || has_text (g_ptr_array_index (spans, i));

  return needed + (has_words ? canvas->note.size_px * 1.5 : 0);
}

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

const char *
tb_decorations_get_break_text (const TbCanvas *canvas,
                               TbDatum         datum)
{
  g_autoptr (GPtrArray) items = tb_decorations_list (canvas, 1u << TB_DECORATION_BREAK);

  for (guint i = 0; i < items->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (items, i);

      if (item->from.series == datum.series && item->from.row == datum.row && has_text (item))
        return item->text;
    }

  return NULL;
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
  g_autoptr (TbTextBlock) block = tb_text_block_new (canvas->measure, &canvas->note, canvas->theme->text_muted, item->text,
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

/* The line before a break, with its words. Lines over time draw their own. */
static void
draw_break (TbCanvas                  *canvas,
            const TbDecorationField   *field,
            const TbPlannedDecoration *item,
            TbDecorationInk           *ink)
{
  double em = canvas->note.size_px;
  double x = tb_period_axis_map (field->time, item->start);
  TbPaint paint = { .stroke_color = canvas->theme->text_muted, .stroke_width = canvas->unit, .dashed = TRUE };
  TbLabel label;
  TbRect boxes[16];
  int choice = 0;

  if (has_text (item))
    {
      label = tb_canvas_measure (canvas, &canvas->note, item->text);
      for (gsize i = 0; i < G_N_ELEMENTS (boxes); i += 2)
        {
          double top = field->plot.y + em * 0.8 * (double) i;

          boxes[i] = tb_label_get_box (&label, TB_ANCHOR_START, x + em * 0.4, top);
          boxes[i + 1] = tb_label_get_box (&label, TB_ANCHOR_END, x - em * 0.4, top);
        }
      choice = tb_decoration_ink_choose (ink, boxes, G_N_ELEMENTS (boxes));
      if (choice < 0)
        canvas->n_dropped++;
      else
        tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, boxes[choice].x, boxes[choice].y,
                              TB_NO_DATUM);
    }
  tb_decoration_ink_rule (ink, x, field->plot.y, x, field->plot.y + field->plot.height, &paint);
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
    return (TbRect) { CLAMP (place - width / 2, field->plot.x, field->plot.x + room), field->plot.y - height - gap, width,
                      height };

  return (TbRect) { field->plot.x + room * along, step % 2 == 0 ? place - gap - height : place + gap, width, height };
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
  TbPaint paint = { .stroke_color = is_target ? canvas->theme->target : canvas->theme->text,
                    .stroke_width = (is_target ? TARGET_RULE : VALUE_RULE) * canvas->unit, .dashed = item->dashed };
  double x1 = field->sideways ? place : plot->x;
  double x2 = field->sideways ? place : plot->x + plot->width;
  double y1 = field->sideways ? plot->y : place;
  double y2 = field->sideways ? plot->y + plot->height : place;

  /* Over filled marks; a line that it crosses stays whole. */
  if (canvas->figures->notation != TB_NOTATION_LINE)
    tb_decoration_ink_rule (ink, x1, y1, x2, y2, &halo);
  tb_decoration_ink_rule (ink, x1, y1, x2, y2, &paint);
}

static void
write_at_line (TbCanvas                  *canvas,
               const TbDecorationField   *field,
               const TbPlannedDecoration *item,
               TbDecorationInk           *ink)
{
  gboolean is_target = item->decoration->kind == TB_DECORATION_TARGET_LINE;
  TbColor color = is_target ? tb_color_readable (canvas->theme->target, canvas->theme->background, canvas->theme->text, 4.5)
                            : canvas->theme->text;
  TbLabel label = tb_canvas_measure (canvas, &canvas->label, item->text);
  double place = tb_scale_map (field->values, item->high);
  TbRect boxes[2 * (LINE_STEPS + 3)];
  int choice;

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = get_place_at_line (canvas, field, &label, place, (int) i);
  choice = tb_decoration_ink_choose (ink, boxes, G_N_ELEMENTS (boxes));
  if (choice < 0)
    canvas->n_dropped++;
  else
    tb_canvas_draw_label (canvas, &label, color, TB_ANCHOR_START, boxes[choice].x, boxes[choice].y, TB_NO_DATUM);
}

/* Words first, so that the lines leave them free. */
static void
draw_lines (TbCanvas                *canvas,
            const TbDecorationField *field,
            TbDecorationInk         *ink)
{
  g_autoptr (GPtrArray) items = tb_decorations_list (canvas, TB_DECORATIONS_OF_VALUE);

  for (guint i = 0; field->values != NULL && i < items->len; i++)
    if (has_text (g_ptr_array_index (items, i)))
      write_at_line (canvas, field, g_ptr_array_index (items, i), ink);
  for (guint i = 0; field->values != NULL && i < items->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (items, i);

      draw_line (canvas, field, item, item->low, ink);
      if (item->high > item->low)
        draw_line (canvas, field, item, item->high, ink);
    }
}

/* A large dot at the figure that stands out, and its number where it has none. */
static void
stress (TbCanvas                  *canvas,
        const TbDecorationField   *field,
        const TbPlannedDecoration *item,
        TbDecorationInk           *ink)
{
  const TbChartPoint *point = tb_decorations_find_point (canvas, item->from);
  g_autofree char *number = NULL;
  TbLabel label;
  TbRect mark, all;
  double gap = TEXT_GAP * canvas->unit;
  int choice;

  if (point == NULL || !tb_decorations_find_mark (canvas, field, ink, item->from, &mark, &all))
    return;
  if (canvas->figures->notation == TB_NOTATION_LINE)
    {
      TbPaint dot = { TB_FILL_SOLID, canvas->theme->background, canvas->theme->text, 2 * canvas->unit, FALSE };

      tb_scene_builder_circle (canvas->builder, mark.x + mark.width / 2, mark.y + mark.height / 2,
                               mark.width / 2 + STRESS_RING * canvas->unit, &dot, TB_NO_DATUM);
    }
  if (!canvas->spec->show_values || tb_decoration_ink_has_label (ink, item->from))
    return;
  number = tb_figures_dup_number (canvas->figures, point);
  label = tb_canvas_measure (canvas, &canvas->strong, number);
  {
    double middle = mark.x + mark.width / 2;
    double height = tb_label_get_height (&label);
    double clear = STRESS_RING * canvas->unit + gap;
    const TbRect boxes[] = {
      tb_label_get_box (&label, TB_ANCHOR_MIDDLE, middle, mark.y - clear - height),
      tb_label_get_box (&label, TB_ANCHOR_MIDDLE, middle, mark.y + mark.height + clear),
      tb_label_get_box (&label, TB_ANCHOR_START, mark.x + mark.width + clear, mark.y + mark.height / 2 - height / 2),
      tb_label_get_box (&label, TB_ANCHOR_END, mark.x - clear, mark.y + mark.height / 2 - height / 2),
    };

    choice = tb_decoration_ink_choose (ink, boxes, G_N_ELEMENTS (boxes));
    if (choice < 0)
      canvas->n_dropped++;
    else
      tb_canvas_draw_label (canvas, &label, canvas->theme->text, TB_ANCHOR_START, boxes[choice].x, boxes[choice].y,
                            item->from);
  }
}

/**
 * tb_decorations_find_point:
 * @canvas: the canvas of a plot
 * @datum: a figure
 *
 * Returns: (transfer none) (nullable): its point
 */
const TbChartPoint *
tb_decorations_find_point (const TbCanvas *canvas,
                           TbDatum         datum)
{
  for (gsize i = 0; i < canvas->figures->n_tracks; i++)
    for (gsize k = 0; k < canvas->figures->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &canvas->figures->tracks[i].points[k];

        if (point->datum.series == datum.series && point->datum.row == datum.row)
          return point;
      }

  return NULL;
}

/**
 * tb_decorations_find_mark:
 * @canvas: the canvas of a plot
 * @field: the plot
 * @ink: what is in it
 * @datum: a figure
 * @out_mark: (out): its mark, px
 * @out_all: (out): the mark with its label
 *
 * Finds the mark in the scene; a line too long to have a mark at each figure has it
 * where the axes say.
 *
 * Returns: FALSE where the figure is not drawn here
 */
gboolean
tb_decorations_find_mark (const TbCanvas          *canvas,
                          const TbDecorationField *field,
                          const TbDecorationInk   *ink,
                          TbDatum                  datum,
                          TbRect                  *out_mark,
                          TbRect                  *out_all)
{
  const TbChartPoint *point;
  double x;

  if (tb_decoration_ink_find (ink, datum, out_mark, out_all))
    return TRUE;
  point = tb_decorations_find_point (canvas, datum);
  if (point == NULL || field->time == NULL || field->values == NULL || isnan (tb_chart_point_get_top (point)))
    return FALSE;
  x = tb_period_axis_map (field->time, point->geometry == TB_GEOMETRY_END ? point->end : (point->start + point->end) / 2);
  *out_mark = *out_all = (TbRect) { x - 1, tb_scale_map (field->values, tb_chart_point_get_top (point)) - 1, 2, 2 };

  return TRUE;
}

void
tb_decorations_draw_front (TbCanvas                *canvas,
                           const TbDecorationField *field)
{
  g_autoptr (GPtrArray) all = tb_decorations_list (canvas, ~0u);
  TbRect bounds = field->plot;
  g_autoptr (TbDecorationInk) ink = NULL;

  if (all->len == 0)
    return;
  /* What is written over rows stands above them. */
  if (field->sideways)
    {
      bounds.y -= 2 * canvas->label.size_px;
      bounds.height += 2 * canvas->label.size_px;
    }
  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  ink = tb_decoration_ink_new (canvas, bounds);
  for (guint i = 0; i < all->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (all, i);

      if (item->decoration->kind == TB_DECORATION_SPAN && field->time != NULL && has_text (item))
        write_over_span (canvas, field, item, ink);
      if (item->decoration->kind == TB_DECORATION_BREAK && field->time != NULL && canvas->figures->notation != TB_NOTATION_LINE)
        draw_break (canvas, field, item, ink);
    }
  tb_decoration_arrows_draw (canvas, field, ink);
  draw_lines (canvas, field, ink);
  /* Numbers are bound to their marks, notes can stand further off. */
  for (guint i = 0; i < all->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (all, i);

      if (item->decoration->kind == TB_DECORATION_HIGHLIGHT && item->from.row >= 0)
        stress (canvas, field, item, ink);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (all, i);

      if (item->decoration->kind == TB_DECORATION_NOTE)
        tb_decoration_note_draw (canvas, field, item, ink);
    }
  tb_scene_builder_end (canvas->builder);
}

double
tb_decorations_get_head (const TbCanvas *canvas)
{
  g_autoptr (GPtrArray) lines = tb_decorations_list (canvas, TB_DECORATIONS_OF_VALUE);

  for (guint i = 0; i < lines->len; i++)
    if (has_text (g_ptr_array_index (lines, i)))
      return canvas->label.size_px * 1.7;

  return 0;
}

void
tb_decorations_draw_rows (TbCanvas      *canvas,
                          const TbScale *values,
                          double         top,
                          double         bottom)
{
  double left = MIN (values->range[0], values->range[1]);
  const TbDecorationField field = { .plot = { left, top, fabs (values->range[1] - values->range[0]), bottom - top },
                                    .values = values, .sideways = TRUE };

  tb_decorations_draw_front (canvas, &field);
}
