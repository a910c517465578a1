/* Places the rows of a bullet list: names at the left, bars, columns of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-bullet-private.h"

#include "tb-chart-words.h"

#include <string.h>

#define MOST_NAMES_SHARE 0.32   /* of the width; longer names are wrapped, never shortened */
#define LEAST_BARS_SHARE 0.24   /* of the width: else columns go */
#define LEAST_BARS 90.0         /* units */
#define NAME_GAP 1.1
#define BAND_SHARE 0.62         /* of a row */
#define LEAST_BAND 13.0
#define THICKEST_BAND 48.0
#define TALLEST_ROW 112.0
#define TALLEST_FEW 1.6         /* times that: of a row alone */
#define FEW 3                   /* rows that grow beyond the usual */
#define ABOVE_SHARE 0.4         /* of the room that rows leave, above them */
#define ROW_GAP 8.0
#define HEADING_GAP 5.0
#define SIGN_WIDTH 1.1          /* ems, with the gap behind it */

gboolean
tb_bullet_is_withheld (const TbBulletRow *row,
                       TbBulletColumn     column)
{
  return strcmp (row->cells[column].main, TB_BULLET_WITHHELD) == 0;
}

/* What stands in a column of a row. */
TbBulletColumn
tb_bullet_get_source (const TbBulletLayout *self,
                      const TbBulletPlaced *placed,
                      TbBulletColumn        column)
{
  gboolean takes_gap = column == TB_BULLET_COMPLETION && self->is_merged;

  return takes_gap && tb_bullet_is_withheld (placed->row, column) ? TB_BULLET_GAP : column;
}

double
tb_bullet_get_sign_width (const TbCanvas *canvas)
{
  return canvas->label.size_px * SIGN_WIDTH;
}

static void
choose_columns (TbBulletLayout *self,
                TbBulletLevel   level)
{
  self->level = level;
  for (int i = 0; i < TB_N_BULLET_COLUMNS; i++)
    self->shows[i] = self->seconds[i] = tb_bullet_has_column (self->bullet, (TbBulletColumn) i);
  if (level >= TB_BULLET_LEVEL_NO_TIME)
    self->seconds[TB_BULLET_COMPLETION] = FALSE;
  self->is_merged = level >= TB_BULLET_LEVEL_MERGED && self->shows[TB_BULLET_COMPLETION] && self->shows[TB_BULLET_GAP];
  if (self->is_merged)
    self->shows[TB_BULLET_GAP] = FALSE;
  if (level >= TB_BULLET_LEVEL_NO_SECONDS)
    self->seconds[TB_BULLET_GAP] = self->seconds[TB_BULLET_STATUS] = FALSE;
  if (level >= TB_BULLET_LEVEL_STATUS_ONLY)
    self->shows[TB_BULLET_COMPLETION] = self->shows[TB_BULLET_GAP] = FALSE;
}

const char *
tb_bullet_get_heading (const TbBulletLayout *self,
                       TbBulletColumn        column)
{
  return tb_bullet_heading (column, self->is_merged, self->canvas->figures->language);
}

static void
measure_columns (TbBulletLayout *self)
{
  const TbCanvas *canvas = self->canvas;

  for (int i = 0; i < TB_N_BULLET_COLUMNS; i++)
    {
      TbLabel heading = tb_canvas_measure (canvas, &canvas->note, tb_bullet_get_heading (self, (TbBulletColumn) i));
      double sign = i == TB_BULLET_STATUS ? tb_bullet_get_sign_width (canvas) : 0;

      self->widths[i] = self->shows[i] ? heading.extents.width + sign : 0;
      for (gsize k = 0; self->shows[i] && k < self->n_shown; k++)
        {
          const TbBulletPlaced *placed = &self->rows[k];
          TbBulletColumn source = tb_bullet_get_source (self, placed, (TbBulletColumn) i);

          self->widths[i] = MAX (self->widths[i], placed->main[source].extents.width + sign);
          if (self->seconds[source])
            self->widths[i] = MAX (self->widths[i], placed->second[source].extents.width + sign);
        }
    }
}

/* Returns whether the bars are long enough. */
static gboolean
fit_columns (TbBulletLayout *self,
             TbBulletLevel   level)
{
  const TbCanvas *canvas = self->canvas;
  double em = canvas->label.size_px;

  choose_columns (self, level);
  measure_columns (self);
  self->left = self->room.x + (self->names_width > 0 ? self->names_width + em * NAME_GAP : 0);
  self->right = self->room.x + self->room.width;
  for (int i = 0; i < TB_N_BULLET_COLUMNS; i++)
    if (self->shows[i])
      self->right -= self->widths[i] + em * TB_BULLET_COLUMN_GAP;

  return self->right - self->left >= MAX (self->room.width * LEAST_BARS_SHARE, LEAST_BARS * canvas->unit);
}

static void
measure_rows (TbBulletLayout *self)
{
  const TbCanvas *canvas = self->canvas;
  double most = self->room.width * MOST_NAMES_SHARE;

  self->rows = g_new0 (TbBulletPlaced, self->bullet->n_rows);
  self->n_shown = self->bullet->n_rows;
  for (gsize i = 0; i < self->bullet->n_rows; i++)
    {
      TbBulletPlaced *placed = &self->rows[i];

      placed->row = &self->bullet->rows[i];
      placed->group = &self->bullet->groups[placed->row->group];
      placed->name = tb_text_block_new (canvas->measure, &canvas->label, canvas->theme->text, placed->row->name, most);
      placed->sub = tb_text_block_new (canvas->measure, &canvas->note, canvas->theme->text_muted, placed->row->sub,
                                       most);
      self->names_width = MAX (self->names_width, MAX (placed->name->width, placed->sub->width));
      for (int k = 0; k < TB_N_BULLET_COLUMNS; k++)
        {
          gboolean is_strong = k == TB_BULLET_VALUE || k == TB_BULLET_STATUS;

          placed->main[k] = tb_canvas_measure (canvas, is_strong ? &canvas->strong : &canvas->label,
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
stack_rows (TbBulletLayout *self)
{
  const TbCanvas *canvas = self->canvas;

  self->level = TB_BULLET_LEVEL_STACKED;
  self->left = self->room.x;
  self->right = self->room.x + self->room.width;
  for (gsize i = 0; i < self->bullet->n_rows; i++)
    {
      TbBulletPlaced *placed = &self->rows[i];
      const TbBulletRow *row = placed->row;
      double status = placed->main[TB_BULLET_STATUS].extents.width + tb_bullet_get_sign_width (canvas) +
                      canvas->label.size_px;
      g_autoptr (GString) text = g_string_new (NULL);

      append_part (text, row->whole);
      append_part (text, row->when);
      append_part (text, row->cells[TB_BULLET_VALUE].sub);
      for (int k = TB_BULLET_COMPLETION; k <= TB_BULLET_GAP; k++)
        if (!tb_bullet_is_withheld (row, (TbBulletColumn) k))
          {
            gboolean two = row->cells[k].sub[0] != '\0';
            g_autofree char *both = two ? tb_chart_words_format (TB_WORD_BRACKETS, canvas->figures->language,
                                                                 row->cells[k].main,
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
get_least_height (const TbBulletLayout *self,
                  const TbBulletPlaced *placed)
{
  const TbCanvas *canvas = self->canvas;
  double gap = ROW_GAP * canvas->unit;
  double band = LEAST_BAND * canvas->unit;
  double note = tb_label_get_height (&placed->second[TB_BULLET_VALUE]);
  double height;

  if (self->level == TB_BULLET_LEVEL_STACKED)
    return MAX (placed->name->height,
                tb_label_get_height (&placed->main[TB_BULLET_STATUS])) + band + placed->sentence->height +
           gap + (placed->group->has_ticks ? note : 0) + 4 * canvas->unit;

  height = MAX (placed->name->height + placed->sub->height,
                tb_label_get_height (&placed->main[TB_BULLET_VALUE]) + note);
  if (placed->group->has_ticks)
    height = MAX (height, band * 1.4 + note);

  return height + gap;
}

/* Few rows fill a page by growing. */
static double
get_growth (const TbBulletLayout *self)
{
  return self->n_shown >= FEW || self->n_shown < self->bullet->n_rows ? 1
         : 1 + (TALLEST_FEW - 1) * (double) (FEW - self->n_shown) / (FEW - 1);
}

/* What they leave all the same is shared out above and below them. */
static void
center_rows (TbBulletLayout *self,
             double          end)
{
  double spare = (self->room.y + self->room.height - end) * ABOVE_SHARE;

  if (self->n_shown < self->bullet->n_rows || spare <= 0)
    return;
  self->room.y += spare;
  self->room.height -= spare;
  for (gsize i = 0; i < self->n_shown; i++)
    self->rows[i].top += spare;
}

/* Rows that do not fit are left out from the last on, with room for a line that
 * says how many. */
static void
place_rows (TbBulletLayout *self)
{
  const TbCanvas *canvas = self->canvas;
  gsize n = self->bullet->n_rows;
  double more = canvas->note.size_px * 1.8;
  double room = self->room.height - self->heading;
  double needed = 0;
  double y = self->room.y + self->heading;
  double tallest;
  double extra;

  self->n_shown = n;
  for (gsize i = 0; i < n; i++)
    {
      self->rows[i].height = get_least_height (self, &self->rows[i]);
      needed += self->rows[i].height;
    }
  while (self->n_shown > 1 && needed + (self->n_shown < n ? more : 0) > room)
    needed -= self->rows[--self->n_shown].height;
  tallest = TALLEST_ROW * canvas->unit * get_growth (self);
  extra = MAX (room - needed - (self->n_shown < n ? more : 0), 0) / (double) self->n_shown;
  for (gsize i = 0; i < self->n_shown; i++)
    {
      TbBulletPlaced *placed = &self->rows[i];

      placed->top = y;
      placed->height = MIN (placed->height + extra, MAX (placed->height, tallest));
      y += placed->height;
    }
  center_rows (self, y);
}

/* Where the bullet of a row lies. */
static void
place_bands (TbBulletLayout *self)
{
  const TbCanvas *canvas = self->canvas;
  double height = THICKEST_BAND * canvas->unit * get_growth (self);

  for (gsize i = 0; i < self->n_shown; i++)
    {
      const TbBulletPlaced *placed = &self->rows[i];
      double note = placed->group->has_ticks ? tb_label_get_height (&placed->second[TB_BULLET_VALUE]) : 0;

      height = MIN (height, self->level == TB_BULLET_LEVEL_STACKED
                              ? placed->height - get_least_height (self, placed) + LEAST_BAND * canvas->unit
                              : MIN (placed->height * BAND_SHARE, placed->height - note - 7 * canvas->unit));
    }
  for (gsize i = 0; i < self->n_shown; i++)
    {
      TbBulletPlaced *placed = &self->rows[i];
      double note = placed->group->has_ticks ? tb_label_get_height (&placed->second[TB_BULLET_VALUE]) + canvas->unit
                                             : 0;
      double top = placed->top + MAX ((placed->height - height) / 2 - note * 0.5, 0);

      if (self->level == TB_BULLET_LEVEL_STACKED)
        top = placed->top + MAX (placed->name->height,
                                 tb_label_get_height (&placed->main[TB_BULLET_STATUS])) + 2 * canvas->unit;
      placed->band = (TbRect) { self->left, top, self->right - self->left, height };
    }
}

static void
free_rows (TbBulletLayout *self)
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
  TbBulletLayout self = { .canvas = canvas, .bullet = bullet, .room = room };
  TbBulletLevel level = TB_BULLET_LEVEL_ALL;

  measure_rows (&self);
  while (level < TB_BULLET_LEVEL_STACKED && !fit_columns (&self, level))
    level++;
  if (level == TB_BULLET_LEVEL_STACKED)
    stack_rows (&self);
  else
    self.heading = canvas->note.size_px * 1.4 + HEADING_GAP * canvas->unit;
  place_rows (&self);
  /* Rows that are not shown need no width. */
  if (level < TB_BULLET_LEVEL_STACKED && self.n_shown < bullet->n_rows)
    {
      level = TB_BULLET_LEVEL_ALL;
      while (!fit_columns (&self, level) && level < TB_BULLET_LEVEL_STATUS_ONLY)
        level++;
    }
  canvas->n_dropped += level == TB_BULLET_LEVEL_STACKED || level == TB_BULLET_LEVEL_ALL ? 0 : (guint) level;
  place_bands (&self);

  tb_bullet_layout_draw (&self);
  free_rows (&self);
}
