/* Draws decorations on a plot, kind by kind, and finds the figures that they stand at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-draw-private.h"

#include <math.h>

/* What decorations may take of a plot's height. */
#define HEADROOM_SHARE 0.34

/* A note at a figure less than this below the top of all has no room over it. */
#define HIGH_SHARE 0.14
#define NOTE_ROOM 0.6          /* sizes of the label, as the next two */
#define NOTE_LINE 1.35
#define NOTE_WIDTH 12.0
#define ARROW_FOOT 0.5         /* under the lowest arrow, sizes of the label */
#define TEXT_GAP 2.5           /* between a line and its words, units */
#define STRESS_RING 1.6

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

gboolean
tb_decoration_has_text (const TbPlannedDecoration *item)
{
  return item->text != NULL && item->text[0] != '\0';
}

/* What the words of a note need over the highest figures: there is nothing above them
 * that a plot would have room for. */
static double
get_note_room (const TbCanvas *canvas)
{
  g_autoptr (GPtrArray) notes = tb_decorations_list (canvas, 1u << TB_DECORATION_NOTE);
  double em = canvas->label.size_px;
  double low, high;
  double room = 0;

  if (notes->len == 0 || !tb_figures_get_extent (canvas->figures, &low, &high))
    return 0;
  for (guint i = 0; i < notes->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (notes, i);
      const TbChartPoint *point = tb_decorations_find_point (canvas, item->from);
      TbLabel label = tb_canvas_measure (canvas, &canvas->label, item->text);

      if (point != NULL && tb_chart_point_get_top (point) > high - (high - fmin (low, 0)) * HIGH_SHARE)
        room = fmax (room, em * (NOTE_ROOM + NOTE_LINE * ceil (label.extents.width / (em * NOTE_WIDTH))));
    }

  return room;
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
    has_words = has_words || tb_decoration_has_text (g_ptr_array_index (spans, i));

  needed += has_words ? canvas->note.size_px * 1.5 : 0;
  needed += fmin (tb_decoration_lines_get_headroom (canvas), fmax (height * HEADROOM_SHARE - needed, 0));

  return needed + fmin (get_note_room (canvas), fmax (height * HEADROOM_SHARE - needed, 0));
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
  x = tb_period_axis_map (field->time,
                          point->geometry == TB_GEOMETRY_END ? point->end : (point->start + point->end) / 2);
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

  if (all->len == 0 && !tb_decorations_have_breaks (canvas, field))
    return;
  /* What is written over rows stands above them. */
  if (field->sideways)
    {
      bounds.y -= 2 * canvas->label.size_px;
      bounds.height += 2 * canvas->label.size_px;
    }
  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  ink = tb_decoration_ink_new (canvas, bounds);
  tb_decoration_spans_write (canvas, field, ink);
  tb_decoration_breaks_draw (canvas, field, ink);
  tb_decoration_arrows_draw (canvas, field, ink);
  tb_decoration_lines_draw (canvas, field, ink);
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

/**
 * tb_decorations_draw_rows:
 * @canvas: the canvas
 * @values: the axis of values, from left to right
 * @top: upper edge of the rows, logical pixels
 * @bottom: their lower edge
 *
 * Draws the decorations of a chart whose bars lie sideways.
 */
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
