/* Places the rows of a bullet list: names at the left, bars, columns of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bullet.h"

#include "tb-chart-words.h"
#include "tb-mark-bullet.h"
#include "tb-mark-target.h"
#include "tb-palette.h"
#include "tb-ticks.h"

#include <math.h>
#include <string.h>

#define MOST_NAMES_SHARE 0.32   /* of the width; longer names are wrapped, never shortened */
#define LEAST_BARS_SHARE 0.24   /* of the width: else columns go */
#define LEAST_BARS 90.0         /* units */
#define COLUMN_GAP 1.7          /* ems */
#define NAME_GAP 1.1
#define BAND_SHARE 0.62         /* of a row */
#define LEAST_BAND 13.0
#define THICKEST_BAND 48.0
#define TALLEST_ROW 112.0
#define ROW_GAP 8.0
#define HEADING_GAP 5.0
#define SIGN_SHARE 0.7          /* of the label's size */
#define SIGN_GAP 0.4
#define N_TICKS 3.0

/* What the columns give up, in this order, where bars get too short. */
typedef enum
{
  LEVEL_ALL, LEVEL_NO_TIME, LEVEL_MERGED, LEVEL_NO_SECONDS, LEVEL_STATUS_ONLY, LEVEL_STACKED,
} Level;

typedef struct
{
  const TbBulletRow   *row;
  const TbBulletGroup *group;
  TbTextBlock         *name, *sub;
  TbTextBlock         *sentence;  /* of a stacked row, beneath its bar */
  TbLabel              main[TB_N_BULLET_COLUMNS], second[TB_N_BULLET_COLUMNS];
  double               top, height;
  TbRect               band;
} Placed;

typedef struct
{
  TbCanvas       *canvas;
  const TbBullet *bullet;
  TbRect          room;
  Level           level;
  Placed         *rows;
  gsize           n_shown;         /* before they are placed, all */
  gboolean        shows[TB_N_BULLET_COLUMNS];
  gboolean        seconds[TB_N_BULLET_COLUMNS];
  double          widths[TB_N_BULLET_COLUMNS];
  double          names_width;
  double          left, right;     /* of the bars */
  double          heading;         /* height */
  gboolean        is_merged;       /* gaps stand where there is no completion */
} Layout;

static gboolean
is_withheld (const TbBulletRow *row,
             TbBulletColumn     column)
{
  return strcmp (row->cells[column].main, "–") == 0;
}

/* What stands in a column of a row. */
static TbBulletColumn
get_source (const Layout  *self,
            const Placed  *placed,
            TbBulletColumn column)
{
  return column == TB_BULLET_COMPLETION && self->is_merged && is_withheld (placed->row, column) ? TB_BULLET_GAP : column;
}

static double
get_sign_width (const TbCanvas *canvas)
{
  return canvas->label.size_px * (SIGN_SHARE + SIGN_GAP);
}

static void
choose_columns (Layout *self,
                Level   level)
{
  self->level = level;
  for (int i = 0; i < TB_N_BULLET_COLUMNS; i++)
    self->shows[i] = self->seconds[i] = tb_bullet_has_column (self->bullet, (TbBulletColumn) i);
  if (level >= LEVEL_NO_TIME)
    self->seconds[TB_BULLET_COMPLETION] = FALSE;
  self->is_merged = level >= LEVEL_MERGED && self->shows[TB_BULLET_COMPLETION] && self->shows[TB_BULLET_GAP];
  if (self->is_merged)
    self->shows[TB_BULLET_GAP] = FALSE;
  if (level >= LEVEL_NO_SECONDS)
    self->seconds[TB_BULLET_GAP] = self->seconds[TB_BULLET_STATUS] = FALSE;
  if (level >= LEVEL_STATUS_ONLY)
    self->shows[TB_BULLET_COMPLETION] = self->shows[TB_BULLET_GAP] = FALSE;
}

static const char *
get_heading (const Layout  *self,
             TbBulletColumn column)
{
  return tb_bullet_heading (column, self->is_merged, self->canvas->figures->language);
}

static void
measure_columns (Layout *self)
{
  const TbCanvas *canvas = self->canvas;

  for (int i = 0; i < TB_N_BULLET_COLUMNS; i++)
    {
      TbLabel heading = tb_canvas_measure (canvas, &canvas->note, get_heading (self, (TbBulletColumn) i));
      double sign = i == TB_BULLET_STATUS ? get_sign_width (canvas) : 0;

      self->widths[i] = self->shows[i] ? heading.extents.width + sign : 0;
      for (gsize k = 0; self->shows[i] && k < self->n_shown; k++)
        {
          const Placed *placed = &self->rows[k];
          TbBulletColumn source = get_source (self, placed, (TbBulletColumn) i);

          self->widths[i] = MAX (self->widths[i], placed->main[source].extents.width + sign);
          if (self->seconds[source])
            self->widths[i] = MAX (self->widths[i], placed->second[source].extents.width + sign);
        }
    }
}

/* Returns whether the bars are long enough. */
static gboolean
fit_columns (Layout *self,
             Level   level)
{
  const TbCanvas *canvas = self->canvas;
  double em = canvas->label.size_px;

  choose_columns (self, level);
  measure_columns (self);
  self->left = self->room.x + (self->names_width > 0 ? self->names_width + em * NAME_GAP : 0);
  self->right = self->room.x + self->room.width;
  for (int i = 0; i < TB_N_BULLET_COLUMNS; i++)
    if (self->shows[i])
      self->right -= self->widths[i] + em * COLUMN_GAP;

  return self->right - self->left >= MAX (self->room.width * LEAST_BARS_SHARE, LEAST_BARS * canvas->unit);
}

static void
measure_rows (Layout *self)
{
  const TbCanvas *canvas = self->canvas;
  double most = self->room.width * MOST_NAMES_SHARE;

  self->rows = g_new0 (Placed, self->bullet->n_rows);
  self->n_shown = self->bullet->n_rows;
  for (gsize i = 0; i < self->bullet->n_rows; i++)
    {
      Placed *placed = &self->rows[i];

      placed->row = &self->bullet->rows[i];
      placed->group = &self->bullet->groups[placed->row->group];
      placed->name = tb_text_block_new (canvas->measure, &canvas->label, canvas->theme->text, placed->row->name, most);
      placed->sub = tb_text_block_new (canvas->measure, &canvas->note, canvas->theme->text_muted, placed->row->sub, most);
      self->names_width = MAX (self->names_width, MAX (placed->name->width, placed->sub->width));
      for (int k = 0; k < TB_N_BULLET_COLUMNS; k++)
        {
          placed->main[k] = tb_canvas_measure (canvas, k == TB_BULLET_VALUE || k == TB_BULLET_STATUS ? &canvas->strong : &canvas->label,
                                               placed->row->cells[k].main);
          placed->second[k] = tb_canvas_measure (canvas, &canvas->note, placed->row->cells[k].sub);
        }
    }
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* All that the columns would say, in a line beneath the bar. */
static void
stack_rows (Layout *self)
{
  const TbCanvas *canvas = self->canvas;

  self->level = LEVEL_STACKED;
  self->left = self->room.x;
  self->right = self->room.x + self->room.width;
  for (gsize i = 0; i < self->bullet->n_rows; i++)
    {
      Placed *placed = &self->rows[i];
      const TbBulletRow *row = placed->row;
      double status = placed->main[TB_BULLET_STATUS].extents.width + get_sign_width (canvas) + canvas->label.size_px;
      g_autoptr (GString) text = g_string_new (NULL);

      append_part (text, row->whole);
      append_part (text, row->when);
      append_part (text, row->cells[TB_BULLET_VALUE].sub);
      for (int k = TB_BULLET_COMPLETION; k <= TB_BULLET_GAP; k++)
        if (!is_withheld (row, (TbBulletColumn) k))
          {
            gboolean two = row->cells[k].sub[0] != '\0';
            g_autofree char *both = two ? tb_chart_words_format (TB_WORD_BRACKETS, canvas->figures->language, row->cells[k].main,
                                                                 row->cells[k].sub) : g_strdup (row->cells[k].main);

            append_part (text, both);
          }
      g_clear_pointer (&placed->name, tb_text_block_free);
      placed->name = tb_text_block_new (canvas->measure, &canvas->strong, canvas->theme->text, row->name,
                                        MAX (self->room.width - status, self->room.width * 0.3));
      placed->sentence = tb_text_block_new (canvas->measure, &canvas->note, canvas->theme->text_muted, text->str,
                                            self->room.width);
    }
}

static double
get_least_height (const Layout *self,
                  const Placed *placed)
{
  const TbCanvas *canvas = self->canvas;
  double gap = ROW_GAP * canvas->unit;
  double band = LEAST_BAND * canvas->unit;
  double note = tb_label_get_height (&placed->second[TB_BULLET_VALUE]);
  double height;

  if (self->level == LEVEL_STACKED)
    return MAX (placed->name->height, tb_label_get_height (&placed->main[TB_BULLET_STATUS])) + band + placed->sentence->height +
           gap + (placed->group->has_ticks ? note : 0) + 4 * canvas->unit;

  height = MAX (placed->name->height + placed->sub->height, tb_label_get_height (&placed->main[TB_BULLET_VALUE]) + note);
  if (placed->group->has_ticks)
    height = MAX (height, band * 1.4 + note);

  return height + gap;
}

/* Rows that do not fit are left out from the last on, with room for a line that
 * says how many. */
static void
place_rows (Layout *self)
{
  const TbCanvas *canvas = self->canvas;
  gsize n = self->bullet->n_rows;
  double more = canvas->note.size_px * 1.8;
  double room = self->room.height - self->heading;
  double needed = 0;
  double y = self->room.y + self->heading;
  double extra;

  self->n_shown = n;
  for (gsize i = 0; i < n; i++)
    {
      self->rows[i].height = get_least_height (self, &self->rows[i]);
      needed += self->rows[i].height;
    }
  while (self->n_shown > 1 && needed + (self->n_shown < n ? more : 0) > room)
    needed -= self->rows[--self->n_shown].height;
  extra = MAX (room - needed - (self->n_shown < n ? more : 0), 0) / (double) self->n_shown;
  for (gsize i = 0; i < self->n_shown; i++)
    {
      Placed *placed = &self->rows[i];

      placed->top = y;
      placed->height = MIN (placed->height + extra, MAX (placed->height, TALLEST_ROW * canvas->unit));
      y += placed->height;
    }
}

/* Where the bullet of a row lies. */
static void
place_bands (Layout *self)
{
  const TbCanvas *canvas = self->canvas;
  double height = THICKEST_BAND * canvas->unit;

  for (gsize i = 0; i < self->n_shown; i++)
    {
      const Placed *placed = &self->rows[i];
      double note = placed->group->has_ticks ? tb_label_get_height (&placed->second[TB_BULLET_VALUE]) : 0;

      height = MIN (height, self->level == LEVEL_STACKED
                              ? placed->height - get_least_height (self, placed) + LEAST_BAND * canvas->unit
                              : MIN (placed->height * BAND_SHARE, placed->height - note - 7 * canvas->unit));
    }
  for (gsize i = 0; i < self->n_shown; i++)
    {
      Placed *placed = &self->rows[i];
      double note = placed->group->has_ticks ? tb_label_get_height (&placed->second[TB_BULLET_VALUE]) + canvas->unit : 0;
      double top = placed->top + MAX ((placed->height - height) / 2 - note * 0.5, 0);

      if (self->level == LEVEL_STACKED)
        top = placed->top + MAX (placed->name->height, tb_label_get_height (&placed->main[TB_BULLET_STATUS])) + 2 * canvas->unit;
      placed->band = (TbRect) { self->left, top, self->right - self->left, height };
    }
}

static void
draw_headings (const Layout *self)
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
      label = tb_canvas_measure (canvas, &canvas->note, get_heading (self, (TbBulletColumn) i));
      x += canvas->label.size_px * COLUMN_GAP;
      if (i == TB_BULLET_STATUS)
        tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, x + get_sign_width (canvas),
                              self->room.y, TB_NO_DATUM);
      else
        tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_END, x + self->widths[i], self->room.y,
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

  return tb_color_readable (tb_canvas_get_ink (canvas, row->ink, -1), canvas->theme->background, canvas->theme->text, 4.5);
}

static gboolean
has_status (const TbBulletRow *row)
{
  return row->choice.standing.word != TB_STANDING_NONE && !row->choice.refused;
}

/* The sign before a status word, whose line begins at @top. */
static void
draw_sign (const Layout *self,
           const Placed *placed,
           double        x,
           double        top)
{
  TbCanvas *canvas = self->canvas;
  double side = canvas->label.size_px * SIGN_SHARE;
  double height = tb_label_get_height (&placed->main[TB_BULLET_STATUS]);

  if (has_status (placed->row))
    tb_mark_status_draw (canvas, (TbRect) { x, top + (height - side) / 2, side, side }, placed->row->ink, TB_NO_DATUM);
}

static void
draw_cell (const Layout  *self,
           const Placed  *placed,
           TbBulletColumn column,
           double         x)
{
  TbCanvas *canvas = self->canvas;
  TbBulletColumn source = get_source (self, placed, column);
  const TbLabel *main = &placed->main[source];
  const TbLabel *second = &placed->second[source];
  gboolean two = self->seconds[source] && second->text[0] != '\0';
  double height = tb_label_get_height (main) + (two ? tb_label_get_height (second) : 0);
  double top = placed->top + (placed->height - height) / 2;
  TbAnchor anchor = column == TB_BULLET_STATUS ? TB_ANCHOR_START : TB_ANCHOR_END;
  gboolean plain = column == TB_BULLET_STATUS || is_withheld (placed->row, source);
  TbDatum of_second = column == TB_BULLET_VALUE ? placed->row->of_target : TB_NO_DATUM;
  TbColor color = !plain ? canvas->theme->text
                  : column == TB_BULLET_STATUS ? get_status_color (canvas, placed->row)
                                               : canvas->theme->text_muted;

  if (column == TB_BULLET_STATUS)
    {
      draw_sign (self, placed, x, top);
      x += get_sign_width (canvas);
    }
  else
    x += self->widths[column];
  tb_canvas_draw_label (canvas, main, color, anchor, x, top, column == TB_BULLET_VALUE ? placed->row->of_actual : TB_NO_DATUM);
  if (two)
    tb_canvas_draw_label (canvas, second, canvas->theme->text_muted, anchor, x, top + tb_label_get_height (main), of_second);
}

/* The numbers under an axis that is not that of all rows of its unit, or does not begin
 * at zero. */
static void
draw_ticks (const Layout  *self,
            const Placed  *placed,
            const TbScale *scale)
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
      tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, left, bottom + canvas->unit, TB_NO_DATUM);
      end = left + width + canvas->label.size_px * 0.5;
    }
  tb_scene_builder_end (canvas->builder);
}

static void
draw_texts (const Layout *self,
            const Placed *placed)
{
  TbCanvas *canvas = self->canvas;
  double top = placed->top;
  double x = self->right;

  if (self->level == LEVEL_STACKED)
    {
      const TbLabel *status = &placed->main[TB_BULLET_STATUS];
      double right = self->right;
      double bottom = placed->band.y + placed->band.height + 2 * canvas->unit;

      if (placed->group->has_ticks)
        bottom += tb_label_get_height (&placed->second[TB_BULLET_VALUE]);
      tb_text_block_draw (placed->name, canvas->builder, TB_ANCHOR_START, self->room.x, top, placed->row->of_actual);
      tb_canvas_draw_label (canvas, status, get_status_color (canvas, placed->row), TB_ANCHOR_END, right, top, TB_NO_DATUM);
      draw_sign (self, placed, right - status->extents.width - get_sign_width (canvas), top);
      tb_text_block_draw (placed->sentence, canvas->builder, TB_ANCHOR_START, self->room.x, bottom, placed->row->of_target);
      return;
    }
  top += (placed->height - placed->name->height - placed->sub->height) / 2;
  tb_text_block_draw (placed->name, canvas->builder, TB_ANCHOR_START, self->room.x, top, placed->row->of_actual);
  tb_text_block_draw (placed->sub, canvas->builder, TB_ANCHOR_START, self->room.x, top + placed->name->height, TB_NO_DATUM);
  for (int i = 0; i < TB_N_BULLET_COLUMNS; i++)
    if (self->shows[i])
      {
        x += canvas->label.size_px * COLUMN_GAP;
        draw_cell (self, placed, (TbBulletColumn) i, x);
        x += self->widths[i];
      }
}

static void
draw_row (const Layout *self,
          const Placed *placed)
{
  TbCanvas *canvas = self->canvas;
  TbScale scale;
  double low, high;

  tb_bullet_get_extent (self->bullet, placed->row->group, self->n_shown, &low, &high);
  scale = tb_scale_init (&tb_scale_linear, low, high, self->left, self->right);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, placed->row->name[0] != '\0' ? placed->row->name : canvas->figures->title);
  tb_mark_bullet_draw (canvas, placed->row, placed->group, &scale, placed->band);
  draw_texts (self, placed);
  if (placed->group->has_ticks)
    draw_ticks (self, placed, &scale);
  tb_scene_builder_end (canvas->builder);
}

static void
draw_more (const Layout *self)
{
  TbCanvas *canvas = self->canvas;
  gsize n_more = self->bullet->n_rows - self->n_shown;
  const Placed *last = &self->rows[self->n_shown - 1];
  g_autofree char *more = tb_chart_words_format (TB_WORD_MORE_ROWS, canvas->figures->language, (int) n_more);
  TbLabel label = tb_canvas_measure (canvas, &canvas->note, more);

  if (n_more == 0)
    return;
  tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, self->room.x,
                        last->top + last->height + 2 * canvas->unit, TB_NO_DATUM);
  canvas->n_dropped += (guint) n_more;
}

static void
free_rows (Layout *self)
{
  for (gsize i = 0; i < self->bullet->n_rows; i++)
    {
      tb_text_block_free (self->rows[i].name);
      tb_text_block_free (self->rows[i].sub);
      g_clear_pointer (&self->rows[i].sentence, tb_text_block_free);
    }
  g_free (self->rows);
}

/**
 * tb_layout_bullet:
 * @canvas: the canvas
 * @room: where, px
 * @bullet: the rows
 *
 * Lays a bullet list out (C6): names with their units at the left, bars of one
 * scale for each unit, value, completion, gap and status at the right. Where bars
 * would get too short columns go, the least important first, and are counted; on the
 * narrowest pages text stands above and beneath the bars.
 */
void
tb_layout_bullet (TbCanvas       *canvas,
                  TbRect          room,
                  const TbBullet *bullet)
{
  Layout self = { .canvas = canvas, .bullet = bullet, .room = room };
  Level level = LEVEL_ALL;

  measure_rows (&self);
  while (level < LEVEL_STACKED && !fit_columns (&self, level))
    level++;
  if (level == LEVEL_STACKED)
    stack_rows (&self);
  else
    self.heading = canvas->note.size_px * 1.4 + HEADING_GAP * canvas->unit;
  place_rows (&self);
  /* Rows that are not shown need no width. */
  if (level < LEVEL_STACKED && self.n_shown < bullet->n_rows)
    {
      level = LEVEL_ALL;
      while (!fit_columns (&self, level) && level < LEVEL_STATUS_ONLY)
        level++;
    }
  canvas->n_dropped += level == LEVEL_STACKED || level == LEVEL_ALL ? 0 : (guint) level;
  place_bands (&self);

  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  draw_headings (&self);
  for (gsize i = 0; i < self.n_shown; i++)
    draw_row (&self, &self.rows[i]);
  draw_more (&self);
  tb_scene_builder_end (canvas->builder);
  free_rows (&self);
}
