/* Draws columns, the longer behind the shorter, and the spans of running totals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-column-private.h"
#include "tb-palette.h"

static gboolean
stands_behind (const TbColumn *a,
               const TbColumn *b)
{
  if (tb_chart_point_is_reference (a->point) != tb_chart_point_is_reference (b->point))
    return !tb_chart_point_is_reference (a->point);

  return tb_chart_point_get_length (a->point) > tb_chart_point_get_length (b->point) + TB_COLUMN_SAME_TIME;
}

/* A faint line from where a running total begins. */
static void
draw_bracket (TbColumnLayout *self,
              const TbColumn *column)
{
  TbCanvas *canvas = self->canvas;
  double y = tb_column_falls (column) ? column->mark.body.y + column->mark.body.height : column->mark.body.y;
  TbColor color = tb_color_mix (canvas->theme->background, column->mark.color, 0.55);
  double tick = MIN (5 * canvas->unit, column->mark.body.height);
  double start = column->start_x;

  if (!column->has_bracket)
    return;
  /* Last year's total may stand where this year's begins. */
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbRect *body = &g_array_index (self->columns, TbColumn, i).mark.body;

      if (body->x < start && body->x + body->width > start)
        start = body->x + body->width + 2 * canvas->unit;
    }

  if (start > column->mark.body.x)
    return;
  tb_canvas_rule (canvas, start, y, column->mark.body.x, y, color, 1, FALSE);
  tb_canvas_rule (canvas, start, y, start, tb_column_falls (column) ? y - tick : y + tick, color, 1, FALSE);
}

void
tb_column_layout_draw_marks (TbColumnLayout *self)
{
  const TbFigures *figures = self->canvas->figures;
  g_autofree guint *order = g_new (guint, MAX (self->columns->len, 1));

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint k = i;

      /* Insertion keeps the order of periods within what stands at one depth;
       * the columns come nearly sorted. */
      while (k > 0 && stands_behind (&g_array_index (self->columns, TbColumn, i),
                                     &g_array_index (self->columns, TbColumn, order[k - 1])))
        {
          order[k] = order[k - 1];
          k--;
        }
      order[k] = i;
    }
  for (gsize track = 0; track < figures->n_tracks; track++)
    {
      tb_scene_builder_begin (self->canvas->builder, TB_ROLE_SERIES, figures->tracks[track].name);
      for (guint i = 0; i < self->columns->len; i++)
        {
          const TbColumn *column = &g_array_index (self->columns, TbColumn, order[i]);

          if (column->track != track || column->point->missing)
            continue;
          draw_bracket (self, column);
          if (column->behind != NULL)
            tb_mark_column_draw (self->canvas, &column->behind_mark);
          tb_mark_column_draw (self->canvas, &column->mark);
        }
      tb_scene_builder_end (self->canvas->builder);
    }
}
