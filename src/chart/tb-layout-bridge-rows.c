/* Bridges of structure: bars in rows, from top to bottom.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include "tb-mark-column.h"
#include "tb-scale.h"

#include <math.h>

#define MOST_NAMES_SHARE 0.42
#define NAME_GAP 0.9           /* ems */
#define LABEL_GAP 5.0
#define BAR_SHARE 0.64
#define THICKEST_BAR 52.0
#define TALLEST_ROW 84.0
#define ROW_GAP 4.0
#define LEVEL_LINE 4.5
#define SUBTOTAL_SHARE 0.4

typedef struct
{
  const TbBridgeBar *bar;
  TbTextBlock *name;
  TbLabel      number;
  double       top, height;
} Row;

typedef struct
{
  TbCanvas       *canvas;
  const TbBridge *bridge;
  Row            *rows;
  guint           n;
  double          left;
  double          thick;
  TbScale         scale;
} Rows;

static const TbFont *
get_font (const TbCanvas    *canvas,
          const TbBridgeBar *bar)
{
  return bar->role == TB_BRIDGE_LEVEL || bar->role == TB_BRIDGE_SUBTOTAL ? &canvas->strong : &canvas->label;
}

/* Returns the width that names and their gap take. */
static double
measure (Rows  *self,
         double room)
{
  TbCanvas *canvas = self->canvas;
  double widest = 0;
  double names = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const TbBridgeBar *bar = self->rows[i].bar;

      widest = MAX (widest, tb_canvas_measure (canvas, get_font (canvas, bar), bar->name).extents.width);
    }
  names = MIN (widest + 1, room * MOST_NAMES_SHARE);
  for (guint i = 0; i < self->n; i++)
    {
      Row *row = &self->rows[i];

      row->number = tb_canvas_measure (canvas, get_font (canvas, row->bar), row->bar->label);
      row->name = tb_text_block_new (canvas->measure, get_font (canvas, row->bar), canvas->theme->text, row->bar->name,
                                     names);
    }

  return names + canvas->label.size_px * NAME_GAP;
}

/* Rows of one height where there is room, else as high as their names. FALSE: even
 * so they do not fit. */
static gboolean
place_rows (Rows         *self,
            const TbRect *room)
{
  double gap = ROW_GAP * self->canvas->unit;
  double y = room->y;
  double tallest = 0;
  double needed = 0;
  double wanted;

  for (guint i = 0; i < self->n; i++)
    {
      self->rows[i].height = MAX (self->rows[i].name->height, tb_label_get_height (&self->rows[i].number)) + gap;
      tallest = MAX (tallest, self->rows[i].height);
      needed += self->rows[i].height;
    }
  wanted = MIN (room->height / self->n, MAX (TALLEST_ROW * self->canvas->unit, tallest));
  self->thick = INFINITY;
  for (guint i = 0; i < self->n; i++)
    {
      Row *row = &self->rows[i];

      row->height = tallest * self->n <= room->height ? wanted : row->height + (room->height - needed) / self->n;
      row->top = y;
      y += row->height;
      self->thick = MIN (self->thick, MIN (row->height * BAR_SHARE, THICKEST_BAR * self->canvas->unit));
    }

  return needed <= room->height;
}

static void
set_scale (Rows         *self,
           const TbRect *room)
{
  double gap = (LABEL_GAP + 2) * self->canvas->unit;
  double widest = 0;
  double low, high;

  tb_bridge_get_extent (self->bridge, &low, &high);
  for (guint i = 0; i < self->n; i++)
    widest = MAX (widest, self->rows[i].number.extents.width);
  if (self->bridge->is_cut)
    low -= (high - low) * 0.08;
  if (!(high > low))
    high = low + 1;
  self->scale = tb_scale_init (&tb_scale_linear, low, high, self->left,
                               MAX (room->x + room->width - widest - gap, self->left + 4));
}

static void
get_ends (const Rows *self,
          const Row  *row,
          double     *out_left,
          double     *out_right)
{
  double to = tb_scale_map (&self->scale, row->bar->to);
  double from = tb_scale_map (&self->scale, row->bar->role == TB_BRIDGE_LEVEL && self->bridge->is_cut ? row->bar->to
                                                                                                      : row->bar->from);
  double line = LEVEL_LINE * self->canvas->unit;

  *out_left = MIN (from, to);
  *out_right = MAX (from, to);
  if (row->bar->role == TB_BRIDGE_LEVEL && self->bridge->is_cut)
    {
      *out_left = to - line / 2;
      *out_right = to + line / 2;
    }
}

/* A subtotal repeats what stands above it. */
static double
get_thickness (const Rows *self,
               const Row  *row)
{
  return row->bar->role == TB_BRIDGE_SUBTOTAL ? self->thick * SUBTOTAL_SHARE : self->thick;
}

static void
draw_row (const Rows *self,
          const Row  *row)
{
  TbCanvas *canvas = self->canvas;
  double middle = row->top + row->height / 2;
  double left, right;
  double thick = get_thickness (self, row);
  TbColumnMark mark = { .color = tb_bridge_get_color (canvas, row->bar), .kind = row->bar->kind, .soft = row->bar->soft,
                        .datum = row->bar->datum };

  get_ends (self, row, &left, &right);
  mark.body = (TbRect) { left, middle - thick / 2, MAX (right - left, 1), thick };
  mark.base = row->bar->to < row->bar->from ? TB_BASE_RIGHT : TB_BASE_LEFT;
  tb_mark_column_draw (canvas, &mark);
}

static void
draw_texts (const Rows *self,
            double      x)
{
  TbCanvas *canvas = self->canvas;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  for (guint i = 0; i < self->n; i++)
    {
      const Row *row = &self->rows[i];
      double middle = row->top + row->height / 2;
      double left, right;

      get_ends (self, row, &left, &right);
      tb_text_block_draw (row->name, canvas->builder, TB_ANCHOR_START, x, middle - row->name->height / 2,
                          row->bar->datum);
      if (canvas->spec->show_values)
        tb_canvas_draw_label (canvas, &row->number, canvas->theme->text, TB_ANCHOR_START,
                              right + LABEL_GAP * canvas->unit, middle - tb_label_get_height (&row->number) / 2,
                              row->bar->datum);
    }
  tb_scene_builder_end (canvas->builder);
}

/* A line from the end of each bar to the next one; past a subtotal, which ends
 * where the step before it did. */
static void
draw_connectors (const Rows *self)
{
  for (guint i = 0; i + 1 < self->n; i++)
    {
      const Row *row = &self->rows[i];
      const Row *next = &self->rows[i + 1];
      double x = tb_scale_map (&self->scale, row->bar->to);

      tb_canvas_rule (self->canvas, x, row->top + row->height / 2 + get_thickness (self, row) / 2, x,
                      next->top + next->height / 2 - get_thickness (self, next) / 2, self->canvas->theme->text_muted, 1,
                      FALSE);
    }
}

static void
clear_rows (Rows *self)
{
  for (guint i = 0; i < self->n; i++)
    tb_text_block_free (self->rows[i].name);
  g_clear_pointer (&self->rows, g_free);
}

/* FALSE: there is not room for all. */
static gboolean
init_rows (Rows           *self,
           TbCanvas       *canvas,
           const TbBridge *bridge,
           const TbRect   *room)
{
  *self = (Rows) { .canvas = canvas, .bridge = bridge, .n = bridge->bars->len };
  self->rows = g_new0 (Row, self->n);
  for (guint i = 0; i < self->n; i++)
    self->rows[i].bar = &g_array_index (bridge->bars, TbBridgeBar, i);
  self->left = room->x + measure (self, room->width);

  return place_rows (self, room);
}

/**
 * tb_layout_bridge_limit:
 * @canvas: the canvas
 * @frame: what stands around
 * @content: a bridge
 *
 * Folds the rows of a bridge of structure that find no room into others.
 *
 * Returns: whether there were such
 */
gboolean
tb_layout_bridge_limit (TbCanvas           *canvas,
                        const TbChartFrame *frame,
                        gpointer            content)
{
  TbBridge *bridge = content;
  gboolean has_folded = FALSE;
  gboolean fits = !bridge->in_rows;

  while (!fits)
    {
      Rows rows;

      fits = init_rows (&rows, canvas, bridge, &frame->plot);
      clear_rows (&rows);
      if (!fits && !tb_bridge_fold (bridge))
        break;
      has_folded = has_folded || !fits;
    }
  if (has_folded)
    tb_bridge_note_subtotals (bridge);

  return has_folded;
}

/* A bridge of structure: a row each, with its name at the left and its number at the
 * bar's end. */
static void
lay_out_rows (TbCanvas           *canvas,
              const TbChartFrame *frame,
              const TbBridge     *bridge)
{
  TbRect room = frame->plot;
  Rows self;
  double zero;

  init_rows (&self, canvas, bridge, &room);
  set_scale (&self, &room);

  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  draw_connectors (&self);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, bridge->figures->title);
  for (guint i = 0; i < self.n; i++)
    draw_row (&self, &self.rows[i]);
  tb_scene_builder_end (canvas->builder);
  if (!bridge->is_cut)
    {
      zero = tb_scale_map (&self.scale, 0);
      tb_canvas_rule (canvas, zero, self.rows[0].top, zero, self.rows[self.n - 1].top + self.rows[self.n - 1].height,
                      canvas->theme->axis, 1.2, FALSE);
    }
  draw_texts (&self, frame->plot.x);
  tb_scene_builder_end (canvas->builder);
  clear_rows (&self);
}

/**
 * tb_layout_bridge:
 * @canvas: the canvas
 * @frame: what stands around
 * @content: a bridge
 *
 * Lays it out in columns over time, or in rows of structure (N-5).
 */
void
tb_layout_bridge (TbCanvas           *canvas,
                  const TbChartFrame *frame,
                  gpointer            content)
{
  const TbBridge *bridge = content;

  if (bridge->in_rows)
    lay_out_rows (canvas, frame, bridge);
  else
    tb_layout_bridge_columns (canvas, frame, bridge);
}
