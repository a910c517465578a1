/* Arrows from one figure to another, with what the rules say of the pair (D-1, D-2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-draw-private.h"

#include "tb-palette.h"

#include <math.h>

/* In sizes of the label. */
#define ROW 2.1            /* of an arrow with its words */
#define LINE_ABOVE 1.1     /* the lowest arrow's level line above all marks and labels */
#define CLEAR 0.28         /* between an arrow's ends and what they stand over */
#define HEAD 0.5           /* of the arrow, long and wide */
#define WORDS_ABOVE 0.16   /* words over the line */

#define LINE 1.2

/* Arrows that meet at one figure stand this far apart, units. */
#define APART 9.0

typedef struct
{
  const TbPlannedDecoration *item;
  double from, to;   /* months; px where they are drawn */
  guint  row;
} Arrow;

static double
get_moment (const TbChartPoint *point)
{
  return point->geometry == TB_GEOMETRY_END ? point->end : (point->start + point->end) / 2;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const Arrow *left = a;
  const Arrow *right = b;
  double difference = (left->to - left->from) - (right->to - right->from);

  if (fabs (difference) > 1e-6)
    return difference < 0 ? -1 : 1;

  return (left->from > right->from) - (left->from < right->from);
}

/* The narrowest are lowest, so that none crosses another's ends; what does not overlap in
 * time shares a row. */
static void
choose_rows (GArray *arrows)
{
  g_array_sort (arrows, compare_lengths);
  for (guint i = 0; i < arrows->len; i++)
    {
      Arrow *arrow = &g_array_index (arrows, Arrow, i);

      for (guint k = 0; k < i; k++)
        {
          const Arrow *other = &g_array_index (arrows, Arrow, k);

          if (other->from < arrow->to + 1e-6 && arrow->from < other->to + 1e-6)
            arrow->row = MAX (arrow->row, other->row + 1);
        }
    }
}

static GArray *
list_arrows (const TbCanvas *canvas)
{
  g_autoptr (GPtrArray) items = tb_decorations_list (canvas, TB_DECORATIONS_ARROWS);
  GArray *arrows = g_array_new (FALSE, FALSE, sizeof (Arrow));

  for (guint i = 0; i < items->len; i++)
    {
      const TbPlannedDecoration *item = g_ptr_array_index (items, i);
      const TbChartPoint *from = tb_decorations_find_point (canvas, item->from);
      const TbChartPoint *to = tb_decorations_find_point (canvas, item->to);
      Arrow arrow = { .item = item };

      if (from == NULL || to == NULL)
        continue;
      arrow.from = get_moment (from);
      arrow.to = get_moment (to);
      g_array_append_val (arrows, arrow);
    }
  choose_rows (arrows);

  return arrows;
}

double
tb_decoration_arrows_get_row (const TbCanvas *canvas)
{
  return ROW * canvas->label.size_px;
}

guint
tb_decoration_arrows_count_rows (const TbCanvas *canvas,
                                 double          height)
{
  g_autoptr (GArray) arrows = list_arrows (canvas);
  guint n_rows = 0;

  for (guint i = 0; i < arrows->len; i++)
    n_rows = MAX (n_rows, g_array_index (arrows, Arrow, i).row + 1);

  return (guint) MIN (n_rows, MAX (height, 0) / tb_decoration_arrows_get_row (canvas));
}

/* How far an end stands aside of others at the same figure: earlier ends to the left. */
static double
get_aside (const TbCanvas *canvas,
           const GArray   *arrows,
           const Arrow    *arrow,
           TbDatum         datum)
{
  double aside = 0;

  for (guint i = 0; i < arrows->len; i++)
    {
      const Arrow *other = &g_array_index (arrows, Arrow, i);
      const TbPlannedDecoration *item = other->item;

      if (other == arrow)
        continue;
      if (item->from.series == datum.series && item->from.row == datum.row)
        aside -= APART / 2;
      if (item->to.series == datum.series && item->to.row == datum.row)
        aside += APART / 2 * (arrow->item->to.row != datum.row || arrow->item->to.series != datum.series ? 1
                              : other->row > arrow->row ? -1 : 1);
    }

  return aside * canvas->unit;
}

static void
draw_head (TbCanvas *canvas,
           double    x,
           double    y,
           TbColor   color)
{
  double size = HEAD * canvas->label.size_px;
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = color };
  TbPathElement elements[] = {
    { TB_PATH_MOVE, x, y }, { TB_PATH_LINE, x - size * 0.42, y - size }, { TB_PATH_LINE, x + size * 0.42, y - size },
    { TB_PATH_CLOSE, 0, 0 },
  };

  tb_scene_builder_path (canvas->builder, elements, G_N_ELEMENTS (elements), &paint, TB_NO_DATUM);
}

static gboolean
write_words (TbCanvas                *canvas,
             const TbDecorationField *field,
             TbDecorationInk         *ink,
             const char              *text,
             double                   from,
             double                   to,
             double                   y)
{
  TbLabel label = tb_canvas_measure (canvas, &canvas->strong, text);
  double width = label.extents.width;
  double top = y - WORDS_ABOVE * canvas->label.size_px - tb_label_get_height (&label);
  double room = MAX (field->plot.width - width, 0);
  TbRect boxes[9];
  int choice;

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      /* The middle first, then ever further out. */
      double shift = (double) ((i + 1) / 2) * (i % 2 == 0 ? 1 : -1) * width / 4;
      double left = (from + to - width) / 2 + shift;

      boxes[i] = (TbRect) { CLAMP (left, field->plot.x, field->plot.x + room), top, width,
                           tb_label_get_height (&label) };
    }
  choice = tb_decoration_ink_choose (ink, boxes, G_N_ELEMENTS (boxes));
  if (choice < 0)
    return FALSE;
  tb_canvas_draw_label (canvas, &label, canvas->theme->text, TB_ANCHOR_START, boxes[choice].x, boxes[choice].y,
                        TB_NO_DATUM);

  return TRUE;
}

/* Up from the earlier figure, along over all between, and down to the later one. An
 * arrow without its words would say nothing. */
static gboolean
draw_arrow (TbCanvas                *canvas,
            const TbDecorationField *field,
            const GArray            *arrows,
            const Arrow             *arrow,
            TbDecorationInk         *ink)
{
  double em = canvas->label.size_px;
  double y = field->plot.y + field->headroom - arrow->row * tb_decoration_arrows_get_row (canvas) - LINE_ABOVE * em;
  TbColor color = tb_color_mix (canvas->theme->background, canvas->theme->text, 0.75);
  TbPaint paint = { .stroke_color = color, .stroke_width = LINE * canvas->unit };
  TbRect mark, from, to;
  double x1, x2, end;

  if (!tb_decorations_find_mark (canvas, field, ink, arrow->item->from, &mark, &from))
    return FALSE;
  x1 = mark.x + mark.width / 2 + get_aside (canvas, arrows, arrow, arrow->item->from);
  if (!tb_decorations_find_mark (canvas, field, ink, arrow->item->to, &mark, &to))
    return FALSE;
  x2 = mark.x + mark.width / 2 + get_aside (canvas, arrows, arrow, arrow->item->to);
  end = to.y - CLEAR * em;
  if (end - y < HEAD * em || x2 - x1 < HEAD * em || !write_words (canvas, field, ink, arrow->item->text, x1, x2, y))
    return FALSE;

  tb_decoration_ink_rule (ink, x1, from.y - CLEAR * em, x1, y, &paint);
  tb_decoration_ink_rule (ink, x1 - paint.stroke_width / 2, y, x2 + paint.stroke_width / 2, y, &paint);
  tb_decoration_ink_rule (ink, x2, y, x2, end - HEAD * em * 0.9, &paint);
  draw_head (canvas, x2, end, color);

  return TRUE;
}

void
tb_decoration_arrows_draw (TbCanvas                *canvas,
                           const TbDecorationField *field,
                           TbDecorationInk         *ink)
{
  g_autoptr (GArray) arrows = list_arrows (canvas);

  for (guint i = 0; i < arrows->len; i++)
    if (!draw_arrow (canvas, field, arrows, &g_array_index (arrows, Arrow, i), ink))
      canvas->n_dropped++;
}
