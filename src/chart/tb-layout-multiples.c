/* Places and draws small multiples: the grid, the panels, what they share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-multiples.h"
#include "tb-chart-panel.h"
#include "tb-chart-words.h"

#include <math.h>

/* A panel smaller than this shows nothing, units. */
#define LEAST_WIDTH 132.0
#define LEAST_HEIGHT 58.0

/* The shape of a plot that lets slopes be seen, width ÷ height. */
#define BEST_SHAPE 1.9
#define EMPTY_GRID 2.8          /* what a grid without any panel would cost, against a shape off by e */

#define COLUMN_GAP 1.9          /* ems */
#define ROW_GAP 1.0
#define HEAD_GAP 0.25
#define MOST_HEAD_LINES 3
#define SHORT_SHARE 0.5          /* of the widest line of a heading: the last one is no shorter */

/* What columns set a few numbers larger by. */
#define LARGE_NUMBER 1.2

typedef struct
{
  const TbMultiplesPanel *panel;
  TbTextBlock    *name;
  TbTextBlock    *caption;
  TbLabel         last;
  TbCanvas        canvas;
  TbChartSpecFields spec;        /* of lines: without their last numbers, which the heading has */
  TbPanel         place;
  TbColumnLayout *columns;
  TbLineLayout   *lines;
  TbRect          cell;
} Cell;

typedef struct
{
  TbCanvas          *canvas;
  const TbMultiples *multiples;
  TbRect             plot;       /* all that there is, */
  TbRect             room;       /* without the line that counts what found none */
  Cell              *cells;
  gsize              n;          /* that are drawn */
  gsize              n_columns, n_rows;
  double             cell_width, plot_height, head_height, axis_height;
  double             gutter;     /* for the numbers of the axis of values */
  gboolean           every_gutter; /* in each panel; else left of the first column alone */
} Layout;

static const TbMultiplesGroup *
get_group (const Layout *self,
           gsize         cell)
{
  return &self->multiples->groups[self->cells[cell].panel->group];
}

static double
get_column_gap (const Layout *self)
{
  return self->canvas->label.size_px * COLUMN_GAP;
}

/* Headings in the width of a panel; all are given the room of the highest. */
static void
measure_heads (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  double em = canvas->label.size_px;

  self->head_height = 0;
  for (gsize i = 0; i < self->n; i++)
    {
      Cell *cell = &self->cells[i];
      const char *caption = get_group (self, i)->caption;
      double height;

      cell->last = tb_canvas_measure (canvas, &canvas->strong, cell->panel->last);
      g_clear_pointer (&cell->name, tb_text_block_free);
      g_clear_pointer (&cell->caption, tb_text_block_free);
      {
        /* The last number stands beside the caption, else beside the name. */
        double taken = cell->last.extents.width > 0 && caption == NULL ? cell->last.extents.width + em * 0.6 : 0;
        double width = MAX (self->cell_width - taken, em * 3);

        cell->name = tb_text_block_new_even (canvas->measure, &canvas->strong, canvas->theme->text, cell->panel->name,
                                             width, SHORT_SHARE);
        if (cell->name->n_lines > MOST_HEAD_LINES)
          tb_text_block_limit (cell->name, canvas->measure, MOST_HEAD_LINES, width);
      }
      {
        double width = MAX (self->cell_width - (cell->last.extents.width > 0 ? cell->last.extents.width + em * 0.6 : 0),
                            em * 3);

        cell->caption = tb_text_block_new (canvas->measure, &canvas->note, canvas->theme->text_muted, caption, width);
        if (cell->caption->n_lines > 1)
          tb_text_block_limit (cell->caption, canvas->measure, 1, width);
      }
      height = cell->name->height
               + (caption != NULL ? MAX (cell->caption->height, tb_label_get_height (&cell->last)) : 0);
      self->head_height = MAX (self->head_height, height);
    }
  self->head_height += em * HEAD_GAP;
}

static double
measure_times (const Layout *self)
{
  TbCanvas canvas = *self->canvas;
  TbPeriodAxis *time = tb_period_axis_new (self->multiples->figures);
  double height;

  tb_period_axis_set_range (time, &canvas, 0, MAX (self->cell_width - (self->every_gutter ? self->gutter : 0), 1));
  height = tb_period_axis_get_height (time);
  tb_period_axis_free (time);

  return height;
}

/* Sizes of a grid of @n_columns; FALSE where its panels are too small. */
static gboolean
measure_grid (Layout *self,
              gsize   n_columns)
{
  double unit = self->canvas->unit;
  double em = self->canvas->label.size_px;
  double inner = self->room.width - (self->every_gutter ? 0 : self->gutter)
                 - (double) (n_columns - 1) * get_column_gap (self);

  self->n_columns = n_columns;
  self->n_rows = (self->n + n_columns - 1) / n_columns;
  self->cell_width = inner / (double) n_columns;
  if (self->cell_width < LEAST_WIDTH * unit)
    return FALSE;
  measure_heads (self);
  self->axis_height = measure_times (self);
  self->plot_height = (self->room.height - self->axis_height - (double) (self->n_rows - 1) * em * ROW_GAP)
                          / (double) self->n_rows
                      - self->head_height;

  return self->plot_height >= LEAST_HEIGHT * unit;
}

static double
weigh_grid (const Layout *self)
{
  double shape = (self->cell_width - (self->every_gutter ? self->gutter : 0)) / self->plot_height;

  double empty = 1 - (double) self->n / (double) (self->n_columns * self->n_rows);

  return fabs (log (shape / BEST_SHAPE)) + EMPTY_GRID * empty;
}

/* Of the grids whose panels are large enough, the one of the best shape. */
static gboolean
choose_grid (Layout *self)
{
  gsize best = 0;
  double least = INFINITY;

  for (gsize n_columns = 1; n_columns <= self->n; n_columns++)
    if (measure_grid (self, n_columns) && weigh_grid (self) < least)
      {
        least = weigh_grid (self);
        best = n_columns;
      }

  return best > 0 && measure_grid (self, best);
}

/* Fewer panels than there are, where no more find room; always one. */
static void
fit_grid (Layout *self)
{
  double line = self->canvas->label.size_px * 1.5;
  gsize n = self->multiples->n_panels;

  self->room = self->plot;
  self->n = n;
  if (choose_grid (self))
    return;
  self->room.height = MAX (self->room.height - line, 1);
  while (--self->n > 1)
    if (choose_grid (self))
      return;
  self->n = 1;
  if (!choose_grid (self))
    {
      measure_grid (self, 1);
      measure_heads (self);
      self->axis_height = measure_times (self);
      self->plot_height = MAX (self->room.height - self->head_height - self->axis_height, 1);
    }
}

/* Numbers stand at the first panel of a row, and where the scale changes. */
static gboolean
has_values (const Layout *self,
            gsize         cell)
{
  return cell % self->n_columns == 0 || self->cells[cell].panel->group != self->cells[cell - 1].panel->group;
}

static gboolean
has_times (const Layout *self,
           gsize         cell)
{
  return cell + self->n_columns >= self->n;
}

static void
clear_plots (Layout *self)
{
  for (gsize i = 0; i < self->multiples->n_panels; i++)
    {
      g_clear_pointer (&self->cells[i].columns, tb_column_layout_free);
      g_clear_pointer (&self->cells[i].lines, tb_line_layout_free);
    }
}

static void
place_cell (Layout *self,
            gsize   index)
{
  Cell *cell = &self->cells[index];
  double gap = self->canvas->label.size_px * ROW_GAP;
  double x = self->room.x + (double) (index % self->n_columns) * (self->cell_width + get_column_gap (self));
  double y = self->room.y + (double) (index / self->n_columns) * (self->head_height + self->plot_height + gap);

  if (!self->every_gutter)
    x += self->gutter;
  cell->cell = (TbRect) { x, y, self->cell_width, self->head_height + self->plot_height };
}

static void
place_plot (Layout  *self,
            gsize    index,
            gboolean with_axis)
{
  Cell *cell = &self->cells[index];
  const TbMultiplesGroup *group = get_group (self, index);
  gboolean first = index % self->n_columns == 0;
  TbRect room = cell->cell;
  TbPanel *panel = &cell->place;

  room.y += self->head_height;
  room.height = self->plot_height + (has_times (self, index) ? self->axis_height : 0);
  /* Left of the first column its numbers have room of their own. */
  if (first && !self->every_gutter)
    {
      room.x -= self->gutter;
      room.width += self->gutter;
    }
  *panel = TB_PANEL_INIT (room);
  panel->low = group->low;
  panel->high = group->high;
  panel->times = self->multiples->figures;
  panel->hides_times = !has_times (self, index);
  panel->hides_values = !has_values (self, index);
  panel->with_axis = with_axis;
  panel->gutter = self->every_gutter || first ? self->gutter : 0;
  cell->canvas = tb_canvas_for_part (self->canvas, cell->panel->part);
  /* Each panel has as much room beside it as the last one of a row. */
  cell->canvas.width = room.x + room.width + self->canvas->margin;
  /* A number over a column is no headline here. */
  cell->canvas.strong.size_px /= LARGE_NUMBER;
  cell->spec = *self->canvas->spec;
  if (group->is_line || with_axis)
    cell->spec.show_values = FALSE;
  cell->canvas.spec = &cell->spec;
  if (group->is_line)
    cell->lines = tb_line_layout_new (&cell->canvas, panel);
  else
    cell->columns = tb_column_layout_new (&cell->canvas, panel);
}

static double
measure_gutter (Layout *self)
{
  double widest = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      const TbValueAxis *values = self->cells[i].columns != NULL ? tb_column_layout_get_values (self->cells[i].columns)
                                                                 : tb_line_layout_get_values (self->cells[i].lines);

      widest = MAX (widest, values->gutter);
    }

  return widest;
}

/* Lays all plots out; TRUE where columns that were to carry their numbers could not. */
static gboolean
place_plots (Layout         *self,
             const gboolean *with_axis)
{
  gboolean crowded = FALSE;

  clear_plots (self);
  for (gsize i = 0; i < self->n; i++)
    place_cell (self, i);
  for (gsize i = 0; i < self->n; i++)
    {
      gsize group = self->cells[i].panel->group;

      place_plot (self, i, with_axis[group]);
      crowded = crowded || (self->cells[i].columns != NULL && !with_axis[group] &&
                            tb_column_layout_get_values (self->cells[i].columns)->shown);
    }

  return crowded;
}

/* Whether a panel amid a row has numbers on its axis of values. */
static gboolean
has_values_within (const Layout   *self,
                   const gboolean *with_axis)
{
  for (gsize i = 0; i < self->n; i++)
    if (i % self->n_columns != 0 && has_values (self, i) && with_axis[self->cells[i].panel->group])
      return TRUE;

  return FALSE;
}

/* Columns carry their numbers where all of a scale can; else an axis does, and the
 * plots give room to its numbers. Each pass only adds axes, so it ends. */
static void
place (Layout *self)
{
  g_autofree gboolean *with_axis = g_new0 (gboolean, self->multiples->n_groups);
  gboolean settled = FALSE;

  for (gsize i = 0; i < self->multiples->n_groups; i++)
    with_axis[i] = self->multiples->groups[i].is_line;
  for (gsize pass = 0; pass < self->multiples->n_groups + 3 && !settled; pass++)
    {
      double gutter = self->gutter;

      fit_grid (self);
      if (has_values_within (self, with_axis) != self->every_gutter && gutter > 0)
        {
          self->every_gutter = !self->every_gutter;
          measure_grid (self, self->n_columns);
        }
      settled = !place_plots (self, with_axis);
      for (gsize i = 0; i < self->n; i++)
        if (self->cells[i].columns != NULL && tb_column_layout_get_values (self->cells[i].columns)->shown)
          with_axis[self->cells[i].panel->group] = TRUE;
      self->gutter = MAX (gutter, measure_gutter (self));
      settled = settled && self->gutter <= gutter;
    }
}

static void
draw_head (Layout *self,
           Cell   *cell)
{
  TbCanvas *canvas = self->canvas;
  double bottom = cell->cell.y + self->head_height - canvas->label.size_px * HEAD_GAP;
  double left = cell->cell.x;
  double below = cell->caption->n_lines > 0 ? MAX (cell->caption->height, tb_label_get_height (&cell->last)) : 0;
  double top = bottom - below - cell->name->height;

  /* Where the axis stands left of the first column the heading begins with it. */
  if (!self->every_gutter && cell->place.gutter > 0)
    left -= self->gutter;
  tb_text_block_draw (cell->name, canvas->builder, TB_ANCHOR_START, left, top, TB_NO_DATUM);
  if (cell->last.extents.width > 0)
    tb_canvas_draw_label (canvas, &cell->last, tb_canvas_get_text_color (&cell->canvas, 0), TB_ANCHOR_END,
                          cell->cell.x + cell->cell.width,
                          cell->caption->n_lines > 0 ? bottom - tb_label_get_height (&cell->last) : top,
                          cell->panel->last_datum);
  tb_text_block_draw (cell->caption, canvas->builder, TB_ANCHOR_START, left, bottom - cell->caption->height,
                      TB_NO_DATUM);
}

static void
draw_cell (Layout *self,
           Cell   *cell)
{
  tb_scene_builder_begin (self->canvas->builder, TB_ROLE_PLOT, cell->panel->name);
  draw_head (self, cell);
  if (cell->columns != NULL)
    tb_column_layout_draw (cell->columns);
  else
    tb_line_layout_draw (cell->lines);
  tb_scene_builder_end (self->canvas->builder);
  self->canvas->n_dropped += cell->canvas.n_dropped;
}

static void
draw_more (Layout *self,
           gsize   n_more)
{
  TbCanvas *canvas = self->canvas;
  g_autofree char *more = tb_chart_words_format (TB_WORD_MORE_ROWS, canvas->figures->language, (int) n_more);
  TbLabel label = tb_canvas_measure (canvas, &canvas->note, more);

  tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, self->room.x,
                        self->room.y + self->room.height + canvas->label.size_px * 0.2, TB_NO_DATUM);
  canvas->n_dropped += (guint) n_more;
}

/**
 * tb_layout_multiples:
 * @canvas: the canvas
 * @frame: what stands around
 * @multiples: the panels
 *
 * Lays small multiples out (C14) in the grid that gives the panels the best shape:
 * one scale for each unit, one axis of time, numbers of the axes only at the outer
 * panels; panels that find no room are counted.
 */
void
tb_layout_multiples (TbCanvas           *canvas,
                     const TbChartFrame *frame,
                     const TbMultiples  *multiples)
{
  Layout self = { .canvas = canvas, .multiples = multiples, .plot = frame->plot };

  self.cells = g_new0 (Cell, multiples->n_panels);
  for (gsize i = 0; i < multiples->n_panels; i++)
    self.cells[i].panel = &multiples->panels[i];
  place (&self);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  for (gsize i = 0; i < self.n; i++)
    draw_cell (&self, &self.cells[i]);
  if (self.n < multiples->n_panels)
    draw_more (&self, multiples->n_panels - self.n);
  tb_scene_builder_end (canvas->builder);

  clear_plots (&self);
  for (gsize i = 0; i < multiples->n_panels; i++)
    {
      g_clear_pointer (&self.cells[i].name, tb_text_block_free);
      g_clear_pointer (&self.cells[i].caption, tb_text_block_free);
    }
  g_free (self.cells);
}
