/* Draws stacked columns, their numbers, and the names of the parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-stacked-private.h"

#include "tb-chart-panel.h"
#include "tb-decoration-draw.h"
#include "tb-palette.h"

#include <math.h>

#define LEADER 0.35              /* ems: a name that stands so far from its part has a line to it */
#define EDGE 0.9
#define FAINT 3.0                /* contrast to the page */
#define OTHER_SHARE 0.30         /* of grey in what the parts leave */

static TbColor
get_color (const TbStackLayout *self,
           gsize                piece)
{
  if (piece >= self->stack->figures->n_tracks)
    return tb_color_mix (self->canvas->theme->background, self->canvas->theme->text_muted, OTHER_SHARE);

  return tb_canvas_get_color (self->canvas, piece);
}

static TbColor
get_ink_on (const TbStackLayout *self,
            TbColor              fill)
{
  return tb_canvas_get_text_on (self->canvas, fill);
}

/* What would be white on a page of black and white has an edge. */
static gboolean
is_faint (const TbStackLayout *self,
          TbColor              fill)
{
  return tb_color_contrast (fill, self->canvas->theme->background) < FAINT;
}

static void
draw_piece (TbStackLayout *self,
            gsize          column,
            gsize          piece)
{
  TbCanvas *canvas = self->canvas;
  const TbStackPiece *of = &tb_stack_layout_get_column (self, column)->pieces[piece];
  const TbStackPlace *place = &self->places[column];
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = get_color (self, piece) };
  double gap = TB_STACK_PIECE_GAP * canvas->unit;
  double top, bottom, inset;

  if (isnan (of->size))
    return;
  tb_stack_layout_get_ends (self, column, piece, &top, &bottom);
  self->places[column].top = MIN (place->top, top);
  if (bottom - top > 3 * gap)
    top += gap;
  if (of->point != NULL && tb_chart_point_is_soft (of->point))
    paint = (TbPaint) { TB_FILL_SOLID, tb_color_mix (canvas->theme->background, paint.fill_color, 0.4),
                        paint.fill_color, 1.1 * canvas->unit, TRUE };
  else if (is_faint (self, paint.fill_color))
    {
      paint.stroke_color = canvas->theme->text_muted;
      paint.stroke_width = EDGE * canvas->unit;
    }
  inset = MIN (paint.stroke_width / 2, MIN (place->width, MAX (bottom - top, 0)) / 2);
  tb_scene_builder_rect (
      canvas->builder,
      (TbRect) { place->x + inset, top + inset, place->width - 2 * inset, MAX (bottom - top, 0) - 2 * inset }, &paint,
      of->point != NULL ? of->point->datum : TB_NO_DATUM);
}

static void
draw_pieces (TbStackLayout *self)
{
  for (gsize c = 0; c < self->stack->n_columns; c++)
    self->places[c].top = tb_value_axis_map (self->values, 0);
  for (gsize i = 0; i < tb_stack_get_n_pieces (self->stack); i++)
    {
      tb_scene_builder_begin (self->canvas->builder, TB_ROLE_SERIES, tb_stack_layout_get_name (self, i));
      for (gsize c = 0; c < self->stack->n_columns; c++)
        draw_piece (self, c, i);
      tb_scene_builder_end (self->canvas->builder);
    }
}

static void
draw_numbers (TbStackLayout *self)
{
  TbCanvas *canvas = self->canvas;
  gsize n = tb_stack_get_n_pieces (self->stack);

  for (gsize c = 0; c < self->stack->n_columns; c++)
    for (gsize i = 0; i < n; i++)
      {
        const TbStackPiece *piece = &tb_stack_layout_get_column (self, c)->pieces[i];
        const TbLabel *label = &self->labels[c * n + i];
        double height = tb_label_get_height (label);
        TbColor fill = get_color (self, i);
        double top, bottom;

        if (isnan (piece->size) || label->text == NULL)
          continue;
        tb_stack_layout_get_ends (self, c, i, &top, &bottom);
        /* The names beside the last column have its numbers. */
        if (!tb_stack_layout_holds_number (self, c, i))
          {
            self->n_dropped += !(c + 1 == self->stack->n_columns && self->n_names > 0);
            continue;
          }
        if (piece->point != NULL && tb_chart_point_is_soft (piece->point))
          fill = tb_color_mix (canvas->theme->background, fill, 0.4);
        tb_canvas_draw_label (canvas, label, get_ink_on (self, fill), TB_ANCHOR_MIDDLE,
                              self->places[c].x + self->places[c].width / 2, (top + bottom - height) / 2,
                              piece->point != NULL ? piece->point->datum : TB_NO_DATUM);
      }
}

/* Above each column, or, where there are too many, above the last one; one that is
 * wider than its room ends where its column ends, beside the names. */
static void
draw_totals (TbStackLayout *self)
{
  TbCanvas *canvas = self->canvas;
  gsize last = self->stack->n_columns - 1;

  for (gsize c = self->numbered ? 0 : last; c <= last; c++)
    {
      const TbLabel *label = &self->totals[c];
      const TbStackPlace *at = &self->places[c];
      gboolean is_wide = !self->numbered && label->extents.width > at->width;

      if (label->text == NULL)
        continue;
      tb_canvas_draw_label (canvas, label, canvas->theme->text, is_wide ? TB_ANCHOR_END : TB_ANCHOR_MIDDLE,
                            is_wide ? at->x + at->width : at->x + at->width / 2,
                            at->top - TB_STACK_TOTAL_GAP * canvas->unit - tb_label_get_height (label), TB_NO_DATUM);
    }
}

static void
draw_name (TbStackLayout *self,
           gsize          piece)
{
  TbCanvas *canvas = self->canvas;
  const TbStackName *name = &self->names[piece];
  const TbStackPiece *of = &tb_stack_layout_get_column (self, self->stack->n_columns - 1)->pieces[piece];
  const TbStackPlace *last = &self->places[self->stack->n_columns - 1];
  double em = canvas->label.size_px;
  double from = last->x + last->width;
  double x = MIN (self->plot.x + self->plot.width - self->names_width, from + 2 * em * TB_STACK_NAME_GAP);

  if (name->block->n_lines == 0)
    return;
  if (!isnan (of->size) && fabs (name->center - name->wish) > em * LEADER && x - from > em * 0.4)
    tb_canvas_rule (canvas, from + em * 0.1, name->wish, x - em * 0.2, name->center, canvas->theme->text_muted, 0.8,
                    FALSE);
  tb_text_block_draw (name->block, canvas->builder, TB_ANCHOR_START, x, name->center - name->block->height / 2,
                      of->point != NULL ? of->point->datum : TB_NO_DATUM);
}

/**
 * tb_stack_layout_draw:
 * @self: a layout whose columns, numbers and names have their places
 *
 * Draws it, with the axes and what is decorated.
 */
void
tb_stack_layout_draw (TbStackLayout *self)
{
  TbCanvas *canvas = self->canvas;
  const TbStackPlace *last = &self->places[self->stack->n_columns - 1];
  double right = self->names_width > 0 ? last->x + last->width : self->plot.x + self->plot.width;
  const TbDecorationField field = { .plot = self->plot, .time = self->time, .with_breaks = TRUE };

  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  tb_period_axis_add_plot (self->time, canvas, self->plot.y, self->plot.height, FALSE);
  tb_value_axis_draw (self->values, &self->axis_canvas, self->plot.x, right);
  draw_pieces (self);
  tb_value_axis_draw_zero (self->values, canvas, self->plot.x, right);
  tb_period_axis_draw (self->time, canvas, self->plot.y + self->plot.height);
  if (self->numbered)
    draw_numbers (self);
  if (canvas->spec->show_values)
    draw_totals (self);
  for (gsize i = 0; i < self->n_names; i++)
    draw_name (self, i);
  tb_decorations_draw_front (canvas, &field);
  tb_scene_builder_end (canvas->builder);
}
