/* Where new definitions begin (D-5).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-draw-private.h"

#include "tb-chart-words.h"

#include <math.h>

const char *
tb_decorations_get_break_text (const TbCanvas *canvas,
                               TbDatum         datum)
{
  g_autoptr (GPtrArray) items = tb_decorations_list (canvas, 1u << TB_DECORATION_BREAK);

  for (guint i = 0; i < items->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (items, i);

      if (item->from.series == datum.series && item->from.row == datum.row && tb_decoration_has_text (item))
        return item->text;
    }

  return NULL;
}

/* Stocks change their definition somewhere between two days; of totals beside their parts
 * the part begins where the total before ends. */
static double
find_break (const TbFigures *figures,
            const TbTrack   *track,
            gsize            i)
{
  const TbChartPoint *point = &track->points[i];

  if (point->geometry != TB_GEOMETRY_END || i == 0)
    return point->start;

  return figures->type == TB_CHART_CUMULATIVE_DISCRETE ? point[-1].end : (point[-1].end + point->end) / 2;
}

static void
write_at_break (TbCanvas                *canvas,
                const TbDecorationField *field,
                double                   x,
                const char              *text,
                TbDecorationInk         *ink)
{
  double em = canvas->note.size_px;
  TbLabel label = tb_canvas_measure (canvas, &canvas->note, text);
  TbRect boxes[16];
  int choice;

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

/* The line before a break with its words: once where several series break. */
static void
draw_break (TbCanvas                *canvas,
            const TbDecorationField *field,
            const TbTrack           *track,
            gsize                    i,
            GArray                  *drawn,
            TbDecorationInk         *ink)
{
  const char *own = tb_decorations_get_break_text (canvas, track->points[i].datum);
  double x = tb_period_axis_map (field->time, find_break (canvas->figures, track, i));
  TbPaint paint = { .stroke_color = canvas->theme->text_muted, .stroke_width = canvas->unit, .dashed = TRUE };
  gboolean is_new = TRUE;

  for (guint k = 0; k < drawn->len; k++)
    is_new = is_new && fabs (g_array_index (drawn, double, k) - x) >= canvas->unit;
  if (!is_new || x < field->plot.x || x > field->plot.x + field->plot.width)
    return;
  g_array_append_val (drawn, x);
  write_at_break (canvas, field, x, own != NULL ? own : tb_chart_word (TB_WORD_BREAK_LABEL, canvas->figures->language),
                  ink);
  tb_decoration_ink_rule (ink, x, field->plot.y, x, field->plot.y + field->plot.height, &paint);
}

/**
 * tb_decorations_have_breaks:
 * @canvas: the canvas of a plot
 * @field: the plot
 *
 * Returns: whether a new definition begins at a figure that is drawn there, by the file
 *   or by an editor (D-5, P-7), and the layout does not draw it itself
 */
gboolean
tb_decorations_have_breaks (const TbCanvas          *canvas,
                            const TbDecorationField *field)
{
  const TbFigures *figures = canvas->figures;

  if (!field->with_breaks || field->time == NULL || figures->computed != NULL)
    return FALSE;
  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      if (figures->tracks[i].points[k].breaks)
        return TRUE;

  return FALSE;
}

/* Those of the file look as an editor's. */
void
tb_decoration_breaks_draw (TbCanvas                *canvas,
                           const TbDecorationField *field,
                           TbDecorationInk         *ink)
{
  const TbFigures *figures = canvas->figures;
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));

  if (!tb_decorations_have_breaks (canvas, field))
    return;
  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      if (figures->tracks[i].points[k].breaks)
        draw_break (canvas, field, &figures->tracks[i], k, drawn, ink);
}
