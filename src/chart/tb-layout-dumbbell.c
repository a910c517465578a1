/* Draws two periods as dumbbells: a row a series, an arrow from old to new.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-pairs.h"
#include "tb-chart-words.h"
#include "tb-decoration-draw.h"
#include "tb-scale.h"

#include <math.h>

#define MOST_NAMES_SHARE 0.36   /* of the plot's width */
#define NAME_GAP 0.9            /* ems */
#define LABEL_GAP 0.45          /* ems between a dot and its number */
#define TALLEST_ROW 80.0        /* units */
#define ROW_GAP 4.0
#define DOT 5.0
#define LINE 2.4
#define HEAD 4.2                /* the arrow's, units */
#define SMALL_SHARE 0.5         /* of a dot: the new one within the ring of the old where they touch */
#define LEAST_SCALE 90.0        /* units between the ends of the scale: else names stand above */
#define LEAST_STACKED 40.0      /* the same where they do: else numbers are left out */
#define MOST_CHANGE_SHARE 0.6   /* of the plot's width */

typedef struct
{
  const TbPair *pair;
  TbTextBlock  *name;
  TbLabel       base, current, change;
  double        top, height;
} Row;

typedef struct
{
  TbCanvas      *canvas;
  const TbPairs *pairs;
  TbRect         plot;
  Row           *rows;
  gsize          n, n_shown;
  double         names_width, change_width;
  gboolean       is_stacked;      /* names with their changes stand above the marks */
  gboolean       without_values;
  TbScale        scale;
} Layout;

static void
measure (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  double most = self->plot.width * MOST_NAMES_SHARE;
  gboolean with_values = canvas->spec->show_values && !self->without_values;

  if (self->is_stacked)
    most = self->plot.width - (self->change_width > 0 ? self->change_width + canvas->label.size_px * NAME_GAP : 0);
  self->names_width = self->change_width = 0;
  for (gsize i = 0; i < self->n; i++)
    {
      Row *row = &self->rows[i];
      const TbPair *pair = &self->pairs->pairs[i];

      row->pair = pair;
      g_clear_pointer (&row->name, tb_text_block_free);
      row->name = tb_text_block_new (canvas->measure, pair->strong ? &canvas->strong : &canvas->label,
                                     self->pairs->has_highlight && !pair->strong ? canvas->theme->text_muted
                                                                                 : canvas->theme->text,
                                     canvas->figures->tracks[pair->track].name, most);
      row->base = tb_canvas_measure (canvas, &canvas->label, with_values ? pair->base_text : "");
      row->current = tb_canvas_measure (canvas, &canvas->strong, with_values ? pair->current_text : "");
      row->change = tb_canvas_measure (canvas, &canvas->strong, pair->change);
      if (row->change.extents.width > self->plot.width * MOST_CHANGE_SHARE)
        row->change = tb_canvas_measure (canvas, &canvas->strong, "");
      self->names_width = MAX (self->names_width, row->name->width);
      self->change_width = MAX (self->change_width, row->change.extents.width);
    }
}

static gboolean
falls (const Row *row)
{
  return row->pair->current->value < row->pair->base->value;
}

/* The number that stands left of its dot. */
static const TbLabel *
get_left (const Row *row)
{
  return falls (row) ? &row->current : &row->base;
}

static const TbLabel *
get_right (const Row *row)
{
  return falls (row) ? &row->base : &row->current;
}

static double
get_marks_height (const Layout *self,
                  const Row    *row)
{
  return MAX (tb_label_get_height (&row->current), 2 * DOT * self->canvas->unit);
}

/* Of the name and the change above the marks. */
static double
get_head_height (const Row *row)
{
  return MAX (row->name->height, tb_label_get_height (&row->change));
}

/* Rows that do not fit are the last ones; a line says how many. */
static void
place_rows (Layout *self)
{
  double unit = self->canvas->unit;
  double line = self->canvas->label.size_px * 1.6;
  double needed = 0;
  double y = self->plot.y;
  double spare;

  for (gsize i = 0; i < self->n; i++)
    {
      Row *row = &self->rows[i];

      row->height = get_marks_height (self, row);
      row->height = (self->is_stacked ? row->height + get_head_height (row) : MAX (row->height, row->name->height))
                    + ROW_GAP * unit;
      needed += row->height;
    }
  self->n_shown = self->n;
  while (self->n_shown > 1 && needed + (self->n_shown < self->n ? line : 0) > self->plot.height)
    needed -= self->rows[--self->n_shown].height;
  spare = (self->plot.height - needed - (self->n_shown < self->n ? line : 0)) / (double) self->n_shown;
  for (gsize i = 0; i < self->n_shown; i++)
    {
      Row *row = &self->rows[i];

      row->height = MAX (row->height, MIN (row->height + MAX (spare, 0), TALLEST_ROW * unit));
      row->top = y;
      y += row->height;
    }
}

/* Values lie between the numbers at both sides. Returns how long the scale is, px. */
static double
place_scale (Layout *self,
             gsize   n_rows)
{
  double em = self->canvas->label.size_px;
  double radius = DOT * self->canvas->unit;
  double left = self->plot.x + (self->is_stacked ? 0 : self->names_width + em * NAME_GAP);
  double right = self->plot.x + self->plot.width;
  double room_left = 0;
  double room_right = 0;
  double low = INFINITY;
  double high = -INFINITY;

  if (!self->is_stacked && self->change_width > 0)
    right -= self->change_width + em * NAME_GAP;
  for (gsize i = 0; i < n_rows; i++)
    {
      const TbPair *pair = self->rows[i].pair;

      low = MIN (low, MIN (pair->base->value, pair->current->value));
      high = MAX (high, MAX (pair->base->value, pair->current->value));
      room_left = MAX (room_left, get_left (&self->rows[i])->extents.width);
      room_right = MAX (room_right, get_right (&self->rows[i])->extents.width);
    }
  left += room_left + em * LABEL_GAP + radius;
  right -= room_right + em * LABEL_GAP + radius;
  self->scale = tb_scale_init (&tb_scale_linear, low, high, left, MAX (right, left + 1));

  return right - left;
}

/* On a narrow page names stand above the marks; long numbers go before the marks
 * cannot be told apart. */
static void
fit_columns (Layout *self)
{
  double unit = self->canvas->unit;

  measure (self);
  self->is_stacked = place_scale (self, self->n) < LEAST_SCALE * unit;
  if (!self->is_stacked)
    return;
  measure (self);
  self->without_values = place_scale (self, self->n) < LEAST_STACKED * unit;
  if (!self->without_values)
    return;
  self->canvas->n_dropped += 2 * (guint) self->n;
  measure (self);
}

/* An arrow's head in the middle of the line, where that is long enough. */
static void
draw_arrow (Layout    *self,
            double     from,
            double     to,
            double     y,
            TbColor    color)
{
  TbCanvas *canvas = self->canvas;
  double unit = canvas->unit;
  double head = (to > from ? HEAD : -HEAD) * unit;
  double room = fabs (to - from) - 2 * DOT * unit;
  double middle = (from + to) / 2 + head / 2;
  TbPaint line = { .stroke_color = color, .stroke_width = LINE * unit };
  const TbPathElement shaft[] = { { TB_PATH_MOVE, from, y }, { TB_PATH_LINE, to, y } };
  TbPaint fill = { .fill = TB_FILL_SOLID, .fill_color = color };
  const TbPathElement chevron[] = { { TB_PATH_MOVE, middle - head * 1.6, y - HEAD * unit }, { TB_PATH_LINE, middle, y },
                                    { TB_PATH_LINE, middle - head * 1.6, y + HEAD * unit }, { TB_PATH_CLOSE, 0, 0 } };

  if (room <= 0)
    return;
  /* A path: lines are moved to whole pixels, and this one runs through the middle of the dots. */
  tb_scene_builder_path (canvas->builder, shaft, G_N_ELEMENTS (shaft), &line, TB_NO_DATUM);
  if (room > 3 * HEAD * unit)
    tb_scene_builder_path (canvas->builder, chevron, G_N_ELEMENTS (chevron), &fill, TB_NO_DATUM);
}

static void
draw_marks (Layout    *self,
            const Row *row,
            double     y)
{
  TbCanvas *canvas = self->canvas;
  double unit = canvas->unit;
  double from = tb_scale_map (&self->scale, row->pair->base->value);
  double to = tb_scale_map (&self->scale, row->pair->current->value);
  TbColor color = tb_pairs_get_color (self->pairs, canvas, row->pair);
  TbPaint hollow = { TB_FILL_SOLID, canvas->theme->background, color, 1.6 * unit, FALSE };
  TbPaint solid = { TB_FILL_SOLID, color, canvas->theme->background, 0.8 * unit, FALSE };
  gboolean touch = fabs (to - from) < 2 * DOT * unit;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, canvas->figures->tracks[row->pair->track].name);
  draw_arrow (self, from, to, y, color);
  tb_scene_builder_circle (canvas->builder, from, y, (DOT - 0.8) * unit, &hollow, row->pair->base->datum);
  tb_scene_builder_circle (canvas->builder, to, y, (touch ? DOT * SMALL_SHARE : DOT) * unit, &solid,
                           row->pair->current->datum);
  tb_scene_builder_end (canvas->builder);
}

static void
draw_row (Layout    *self,
          const Row *row)
{
  TbCanvas *canvas = self->canvas;
  double em = canvas->label.size_px;
  double head = self->is_stacked ? get_head_height (row) : 0;
  double spare = row->height - head - get_marks_height (self, row);
  double y = self->is_stacked ? row->top + spare / 2 + head + get_marks_height (self, row) / 2
                              : row->top + row->height / 2;
  double head_y = self->is_stacked ? row->top + spare / 2 + head / 2 : y;
  double gap = em * LABEL_GAP + DOT * canvas->unit;
  double from = tb_scale_map (&self->scale, row->pair->base->value);
  double to = tb_scale_map (&self->scale, row->pair->current->value);
  const TbLabel *left = get_left (row);
  const TbLabel *right = get_right (row);
  TbColor ink = self->pairs->has_highlight && !row->pair->strong ? canvas->theme->text_muted : canvas->theme->text;

  draw_marks (self, row, y);
  tb_text_block_draw (row->name, canvas->builder, TB_ANCHOR_START, self->plot.x, head_y - row->name->height / 2,
                      row->pair->current->datum);
  if (left->extents.width > 0)
    tb_canvas_draw_label (canvas, left, falls (row) ? ink : canvas->theme->text_muted, TB_ANCHOR_END,
                          MIN (from, to) - gap, y - tb_label_get_height (left) / 2,
                          falls (row) ? row->pair->current->datum : row->pair->base->datum);
  if (right->extents.width > 0)
    tb_canvas_draw_label (canvas, right, falls (row) ? canvas->theme->text_muted : ink, TB_ANCHOR_START,
                          MAX (from, to) + gap, y - tb_label_get_height (right) / 2,
                          falls (row) ? row->pair->base->datum : row->pair->current->datum);
  if (row->change.extents.width > 0)
    tb_canvas_draw_label (canvas, &row->change, tb_pairs_get_text_color (self->pairs, canvas, row->pair), TB_ANCHOR_END,
                          self->plot.x + self->plot.width, head_y - tb_label_get_height (&row->change) / 2,
                          row->pair->current->datum);
}

/* A quiet line leads the eye along each row. */
static void
draw_guides (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  double left = self->plot.x;
  double right = self->plot.x + self->plot.width;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_GRID, NULL);
  for (gsize i = 0; i <= self->n_shown; i++)
    {
      double y = i < self->n_shown ? self->rows[i].top : self->rows[i - 1].top + self->rows[i - 1].height;

      tb_canvas_rule (canvas, left, y, right, y, canvas->theme->grid, 0.8, FALSE);
    }
  tb_scene_builder_end (canvas->builder);
}

static void
draw_more (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  const Row *last = &self->rows[self->n_shown - 1];
  g_autofree char *more = tb_chart_words_format (TB_WORD_MORE_ROWS, canvas->figures->language,
                                                 (int) (self->n - self->n_shown));
  TbLabel label = tb_canvas_measure (canvas, &canvas->note, more);

  tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, self->plot.x,
                        last->top + last->height + 2 * canvas->unit, TB_NO_DATUM);
  canvas->n_dropped += (guint) (self->n - self->n_shown);
}

/**
 * tb_layout_dumbbell:
 * @canvas: the canvas
 * @frame: what stands around
 * @pairs: two periods
 *
 * Lays a dumbbell chart out (C13): a row a series, a hollow dot at the old value, a
 * solid one at the new, an arrow between them, and the verdict at the right.
 */
void
tb_layout_dumbbell (TbCanvas           *canvas,
                    const TbChartFrame *frame,
                    const TbPairs      *pairs)
{
  Layout self = { .canvas = canvas, .pairs = pairs, .plot = frame->plot, .n = pairs->n_pairs };
  double head;

  self.rows = g_new0 (Row, self.n);
  head = MIN (tb_decorations_get_head (canvas), self.plot.height / 4);
  self.plot.y += head;
  self.plot.height -= head;
  fit_columns (&self);
  place_rows (&self);
  place_scale (&self, self.n_shown);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  draw_guides (&self);
  for (gsize i = 0; i < self.n_shown; i++)
    draw_row (&self, &self.rows[i]);
  if (self.n_shown < self.n)
    draw_more (&self);
  tb_decorations_draw_rows (canvas, &self.scale, self.rows[0].top,
                            self.rows[self.n_shown - 1].top + self.rows[self.n_shown - 1].height);
  tb_scene_builder_end (canvas->builder);

  for (gsize i = 0; i < self.n; i++)
    tb_text_block_free (self.rows[i].name);
  g_free (self.rows);
}
