/* Puts the rows of a bullet list into the scene.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-bullet-private.h"

#include "tb-chart-words.h"
#include "tb-mark-bullet.h"
#include "tb-mark-target.h"
#include "tb-ticks.h"

#define SIGN_SHARE 0.7   /* of the label's size */
#define N_TICKS 3.0

static void
draw_headings (const TbBulletLayout *self)
{
  TbCanvas *canvas = self->canvas;
  double x = self->right;

  if (!(self->heading > 0))
    return;
  for (int i = 0; i < TB_N_BULLET_COLUMNS; i++)
    {
      TbLabel label;

      if (!self->shows[i])
        continue;
      label = tb_canvas_measure (canvas, &canvas->note, tb_bullet_get_heading (self, (TbBulletColumn) i));
      x += canvas->label.size_px * TB_BULLET_COLUMN_GAP;
      if (i == TB_BULLET_STATUS)
        tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START,
                              x + tb_bullet_get_sign_width (canvas),
                              self->room.y, TB_NO_DATUM);
      else
        tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_END, x + self->widths[i],
                              self->room.y,
                              TB_NO_DATUM);
      x += self->widths[i];
    }
}

static TbColor
get_status_color (const TbCanvas    *canvas,
                  const TbBulletRow *row)
{
  if (row->ink == TB_INK_NEUTRAL)
    return canvas->theme->text_muted;

  return tb_canvas_get_readable (canvas, tb_canvas_get_ink (canvas, row->ink, -1));
}

static gboolean
has_status (const TbBulletRow *row)
{
  return row->choice.standing.word != TB_STANDING_NONE && !row->choice.refused;
}

/* The sign before a status word, whose line begins at @top. */
static void
draw_sign (const TbBulletLayout *self,
           const TbBulletPlaced *placed,
           double                x,
           double                top)
{
  TbCanvas *canvas = self->canvas;
  double side = canvas->label.size_px * SIGN_SHARE;
  double height = tb_label_get_height (&placed->main[TB_BULLET_STATUS]);

  if (has_status (placed->row))
    tb_mark_status_draw (canvas, (TbRect) { x, top + (height - side) / 2, side, side }, placed->row->ink, TB_NO_DATUM);
}

static void
draw_cell (const TbBulletLayout *self,
           const TbBulletPlaced *placed,
           TbBulletColumn        column,
           double                x)
{
  TbCanvas *canvas = self->canvas;
  TbBulletColumn source = tb_bullet_get_source (self, placed, column);
  const TbLabel *main = &placed->main[source];
  const TbLabel *second = &placed->second[source];
  gboolean two = self->seconds[source] && second->text[0] != '\0';
  double height = tb_label_get_height (main) + (two ? tb_label_get_height (second) : 0);
  double top = placed->top + (placed->height - height) / 2;
  TbAnchor anchor = column == TB_BULLET_STATUS ? TB_ANCHOR_START : TB_ANCHOR_END;
  gboolean plain = column == TB_BULLET_STATUS || tb_bullet_is_withheld (placed->row, source);
  TbDatum of_second = column == TB_BULLET_VALUE ? placed->row->of_target : TB_NO_DATUM;
  TbColor color = !plain ? canvas->theme->text
                  : column == TB_BULLET_STATUS ? get_status_color (canvas, placed->row)
                                               : canvas->theme->text_muted;

  if (column == TB_BULLET_STATUS)
    {
      draw_sign (self, placed, x, top);
      x += tb_bullet_get_sign_width (canvas);
    }
  else
    x += self->widths[column];
  tb_canvas_draw_label (canvas, main, color, anchor, x, top,
                        column == TB_BULLET_VALUE ? placed->row->of_actual : TB_NO_DATUM);
  if (two)
    tb_canvas_draw_label (canvas, second, canvas->theme->text_muted, anchor, x, top + tb_label_get_height (main),
                          of_second);
}

/* The numbers under an axis that is not that of all rows of its unit, or does not begin
 * at zero. */
static void
draw_ticks (const TbBulletLayout *self,
            const TbBulletPlaced *placed,
            const TbScale        *scale)
{
  TbCanvas *canvas = self->canvas;
  TbTickStep step;
  gsize n;
  g_autofree double *ticks = tb_ticks_new (scale->domain[0], scale->domain[1], N_TICKS, &n);
  double bottom = placed->band.y + placed->band.height;
  double end = self->left;
  int decimals = tb_tick_step_choose (scale->domain[0], scale->domain[1], N_TICKS, &step)
                   ? MAX (0, placed->row->scale.power - step.power) : 0;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_AXIS, NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = tb_number_format_scaled (ticks[i], decimals, placed->row->scale, FALSE);
      TbLabel label = tb_canvas_measure (canvas, &canvas->note, text);
      double x = tb_scale_map (scale, ticks[i]);
      double width = label.extents.width;
      double left = CLAMP (x - width / 2, self->left, self->right - width);

      if (left < end)
        continue;
      tb_canvas_rule (canvas, x, bottom, x, bottom + 2 * canvas->unit, canvas->theme->axis, 1, FALSE);
      tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, left, bottom + canvas->unit,
                            TB_NO_DATUM);
      end = left + width + canvas->label.size_px * 0.5;
    }
  tb_scene_builder_end (canvas->builder);
}

static void
draw_texts (const TbBulletLayout *self,
            const TbBulletPlaced *placed)
{
  TbCanvas *canvas = self->canvas;
  double top = placed->top;
  double x = self->right;

  if (self->level == TB_BULLET_LEVEL_STACKED)
    {
      const TbLabel *status = &placed->main[TB_BULLET_STATUS];
      double right = self->right;
      double bottom = placed->band.y + placed->band.height + 2 * canvas->unit;

      if (placed->group->has_ticks)
        bottom += tb_label_get_height (&placed->second[TB_BULLET_VALUE]);
      tb_text_block_draw (placed->name, canvas->builder, TB_ANCHOR_START, self->room.x, top, placed->row->of_actual);
      tb_canvas_draw_label (canvas, status, get_status_color (canvas, placed->row), TB_ANCHOR_END, right, top,
                            TB_NO_DATUM);
      draw_sign (self, placed, right - status->extents.width - tb_bullet_get_sign_width (canvas), top);
      tb_text_block_draw (placed->sentence, canvas->builder, TB_ANCHOR_START, self->room.x, bottom,
                          placed->row->of_target);
      return;
    }
  top += (placed->height - placed->name->height - placed->sub->height) / 2;
  tb_text_block_draw (placed->name, canvas->builder, TB_ANCHOR_START, self->room.x, top, placed->row->of_actual);
  tb_text_block_draw (placed->sub, canvas->builder, TB_ANCHOR_START, self->room.x, top + placed->name->height,
                      TB_NO_DATUM);
  for (int i = 0; i < TB_N_BULLET_COLUMNS; i++)
    if (self->shows[i])
      {
        x += canvas->label.size_px * TB_BULLET_COLUMN_GAP;
        draw_cell (self, placed, (TbBulletColumn) i, x);
        x += self->widths[i];
      }
}

static void
draw_row (const TbBulletLayout *self,
          const TbBulletPlaced *placed)
{
  TbCanvas *canvas = self->canvas;
  TbScale scale;
  double low, high;

  tb_bullet_get_extent (self->bullet, placed->row->group, self->n_shown, &low, &high);
  scale = tb_scale_init (&tb_scale_linear, low, high, self->left, self->right);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES,
                          placed->row->name[0] != '\0' ? placed->row->name : canvas->figures->title);
  tb_mark_bullet_draw (canvas, placed->row, placed->group, &scale, placed->band);
  draw_texts (self, placed);
  if (placed->group->has_ticks)
    draw_ticks (self, placed, &scale);
  tb_scene_builder_end (canvas->builder);
}

static void
draw_more (const TbBulletLayout *self)
{
  TbCanvas *canvas = self->canvas;
  gsize n_more = self->bullet->n_rows - self->n_shown;
  const TbBulletPlaced *last = &self->rows[self->n_shown - 1];
  g_autofree char *more = tb_chart_words_format (TB_WORD_MORE_ROWS, canvas->figures->language, (int) n_more);
  TbLabel label = tb_canvas_measure (canvas, &canvas->note, more);

  if (n_more == 0)
    return;
  tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, self->room.x,
                        last->top + last->height + 2 * canvas->unit, TB_NO_DATUM);
  canvas->n_dropped += (guint) n_more;
}

/**
 * tb_bullet_layout_draw:
 * @self: a layout whose rows are placed
 *
 * Draws headings, rows, and how many rows there are besides.
 */
void
tb_bullet_layout_draw (const TbBulletLayout *self)
{
  TbCanvas *canvas = self->canvas;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  draw_headings (self);
  for (gsize i = 0; i < self->n_shown; i++)
    draw_row (self, &self->rows[i]);
  draw_more (self);
  tb_scene_builder_end (canvas->builder);
}
