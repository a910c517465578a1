/* Places stacked columns, their numbers, and the names of the parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-stacked-private.h"

#include "tb-chart-figures-private.h"
#include "tb-chart-panel.h"
#include "tb-label-placement.h"

#include <math.h>

#define MOST_NAMES_SHARE 0.30    /* of the plot's width, for the names beside the last column */
#define SHORT_SHARE 0.5           /* of the widest line of a name: the last one is no shorter */
#define NAMES_HEIGHT_SHARE 0.40  /* of the page: names higher than this become a legend */
#define SPAN_SHARE 0.78          /* of its span that a column covers */
#define MOMENT_SHARE 0.62        /* of the distance between two moments */
#define WIDEST 160.0             /* units; of few columns, */
#define WIDEST_OF_FEW 220.0
#define FEW 3
#define PAD 3.0                  /* units around a number in its part */
#define LINE 1.25                /* ems: least height of a part that holds its number */

/* Which names beside the last column carry its numbers. */
typedef enum { NUMBERS_NONE, NUMBERS_OF_THIN, NUMBERS_ALL } Numbers;

gboolean
tb_layout_stacked_needs_legend (const TbCanvas *canvas)
{
  double most = (canvas->width - 2 * canvas->margin) * MOST_NAMES_SHARE;
  double height = 0;

  for (gsize i = 0; i < canvas->figures->n_tracks; i++)
    {
      g_autofree char *text = g_strconcat (canvas->figures->tracks[i].name, " 000", NULL);
      g_autoptr (TbTextBlock) name = tb_text_block_new (canvas->measure, &canvas->strong, canvas->theme->text, text,
                                                        most);

      if (name->width > most || most < canvas->label.size_px * 7)
        return TRUE;
      height += name->height;
    }

  return height > canvas->height * NAMES_HEIGHT_SHARE;
}

static TbFigures *
new_bone (const TbStack *stack)
{
  const TbFigures *figures = stack->figures;
  TbFigures *self = tb_figures_new_empty (figures->language, figures->type, figures->selection, 1);

  self->tracks[0] = figures->tracks[0];
  self->tracks[0].n_points = stack->n_columns;
  self->tracks[0].points = g_new0 (TbChartPoint, stack->n_columns);
  for (gsize i = 0; i < stack->n_columns; i++)
    self->tracks[0].points[i] = stack->columns[i].place;
  self->scale = stack->is_share ? tb_number_scale_for_power (0, figures->language) : figures->scale;
  self->labels_carry_scale = !stack->is_share && figures->labels_carry_scale;
  self->n_decimals = figures->n_decimals;

  return self;
}

static void
get_extent (const TbStack *stack,
            double        *out_low,
            double        *out_high)
{
  *out_low = 0;
  *out_high = stack->is_share ? 100 : 0;
  for (gsize c = 0; c < stack->n_columns && !stack->is_share; c++)
    {
      double up = 0;
      double down = 0;

      for (gsize i = 0; i < tb_stack_get_n_pieces (stack); i++)
        {
          double size = stack->columns[c].pieces[i].size;

          up += size > 0 ? size : 0;
          down += size < 0 ? size : 0;
        }
      *out_low = MIN (*out_low, down);
      *out_high = MAX (*out_high, up);
    }
}

const char *
tb_stack_layout_get_name (const TbStackLayout *self,
                          gsize                piece)
{
  const TbFigures *figures = self->stack->figures;

  return piece < figures->n_tracks ? figures->tracks[piece].name : tb_stack_get_other_word (figures->language);
}

/* Switched off in the legend, which names it. */
static gboolean
is_off (const TbStackLayout *self,
        gsize                piece)
{
  return piece < self->stack->figures->n_tracks && self->stack->figures->tracks[piece].hidden;
}

/* From the line at zero outwards: gains up, losses down. */
void
tb_stack_layout_get_ends (const TbStackLayout *self,
                          gsize                column,
                          gsize                piece,
                          double              *out_top,
                          double              *out_bottom)
{
  const TbStackColumn *of = tb_stack_layout_get_column (self, column);
  double size = of->pieces[piece].size;
  double base = 0;

  for (gsize i = 0; i < piece; i++)
    if ((of->pieces[i].size < 0) == (size < 0) && !isnan (of->pieces[i].size))
      base += of->pieces[i].size;
  if (self->stack->is_share)
    {
      base = MIN (base, 100);
      size = MIN (size, 100 - base);
    }
  *out_top = tb_value_axis_map (self->values, size < 0 ? base : base + size);
  *out_bottom = tb_value_axis_map (self->values, size < 0 ? base + size : base);
}

gboolean
tb_stack_layout_holds_number (const TbStackLayout *self,
                              gsize                column,
                              gsize                piece)
{
  double top, bottom;

  tb_stack_layout_get_ends (self, column, piece, &top, &bottom);

  return bottom - top >= self->canvas->label.size_px * LINE + TB_STACK_PIECE_GAP * self->canvas->unit;
}

/* Names with the numbers of the last column, where the parts have none in it. */
static void
measure_names (TbStackLayout *self,
               Numbers        numbers,
               gsize          most_lines)
{
  TbCanvas *canvas = self->canvas;
  const TbStackColumn *last = tb_stack_layout_get_column (self, self->stack->n_columns - 1);
  double most = self->plot.width * MOST_NAMES_SHARE;

  self->names_width = 0;
  for (gsize i = 0; i < self->n_names; i++)
    {
      TbStackName *name = &self->names[i];
      TbColor color = i < self->stack->figures->n_tracks ? tb_canvas_get_text_color (canvas, i)
                                                         : canvas->theme->text_muted;
      gboolean with_number = numbers == NUMBERS_ALL
                             || (numbers == NUMBERS_OF_THIN && !isnan (last->pieces[i].size)
                                 && !tb_stack_layout_holds_number (self, self->stack->n_columns - 1, i));
      const char *part = tb_stack_layout_get_name (self, i);
      const char *number = last->pieces[i].text;

      g_clear_pointer (&name->block, tb_text_block_free);
      g_clear_pointer (&name->text, g_free);
      name->text = is_off (self, i) ? g_strdup ("")
                   : with_number && number != NULL
                     ? g_strconcat (part, " ", number, self->stack->is_share ? "%" : "", NULL)
                     : g_strdup (part);
      name->block = tb_text_block_new_even (canvas->measure, &canvas->strong, color, name->text, most, SHORT_SHARE);
      if (name->block->n_lines > most_lines)
        tb_text_block_limit (name->block, canvas->measure, most_lines, most);
      self->names_width = MAX (self->names_width, name->block->width);
    }
}

static void
measure_labels (TbStackLayout *self)
{
  TbCanvas *canvas = self->canvas;
  gsize n = tb_stack_get_n_pieces (self->stack);

  self->labels = g_new0 (TbLabel, n * self->stack->n_columns);
  self->totals = g_new0 (TbLabel, self->stack->n_columns);
  for (gsize c = 0; c < self->stack->n_columns; c++)
    {
      const TbStackColumn *column = tb_stack_layout_get_column (self, c);

      for (gsize i = 0; i < n; i++)
        if (column->pieces[i].text != NULL)
          self->labels[c * n + i] = tb_canvas_measure (canvas, &canvas->label, column->pieces[i].text);
      if (column->total != NULL && !self->stack->is_share)
        self->totals[c] = tb_canvas_measure (canvas, &canvas->strong, column->total);
    }
}

/* Where the columns stand: over their spans, or at their days. */
static void
place_columns (TbStackLayout *self)
{
  double unit = self->canvas->unit;
  double widest = (self->stack->n_columns > FEW ? WIDEST : WIDEST_OF_FEW) * unit;
  double gap = tb_period_axis_map (self->time, tb_period_axis_get_least_gap (self->time))
               - tb_period_axis_map (self->time, 0);

  for (gsize c = 0; c < self->stack->n_columns; c++)
    {
      const TbChartPoint *point = &tb_stack_layout_get_column (self, c)->place;
      double start = tb_period_axis_map (self->time, point->start);
      double end = tb_period_axis_map (self->time, point->end);
      TbStackPlace *place = &self->places[c];

      if (point->geometry == TB_GEOMETRY_END)
        {
          place->slot = gap;
          place->width = MAX (MIN (gap * MOMENT_SHARE, widest), 1);
          place->x = end - place->width / 2;
          continue;
        }
      place->slot = end - start;
      place->width = MAX (MIN ((end - start) * SPAN_SHARE, widest), 1);
      place->x = (start + end - place->width) / 2;
    }
}

static double
get_first_overhang (const TbStackLayout *self)
{
  double start = tb_period_axis_map (self->time, tb_stack_layout_get_column (self, 0)->place.start);

  return self->places[0].x - start;
}

/* Time fills the plot: the first column begins where the title begins, and the
 * last ends where the names begin. */
static void
place_in_time (TbStackLayout *self,
               double         left,
               double         right)
{
  double overhang;

  tb_period_axis_set_range (self->time, self->canvas, left, right);
  place_columns (self);
  if (!tb_period_axis_begins_with_span (self->time))
    return;
  overhang = MIN (get_first_overhang (self), 12 * self->canvas->unit);
  tb_period_axis_set_range (self->time, self->canvas, left - overhang, right + overhang);
  tb_period_axis_set_inset (self->time, overhang);
  place_columns (self);
}

/* Whether every number finds room in its part's width, and enough of them in its height. */
static gboolean
holds_numbers (const TbStackLayout *self)
{
  gsize n = tb_stack_get_n_pieces (self->stack);
  double pad = PAD * self->canvas->unit;

  for (gsize c = 0; c < self->stack->n_columns; c++)
    for (gsize i = 0; i < n; i++)
      if (self->labels[c * n + i].extents.width + 2 * pad > self->places[c].width ||
          self->totals[c].extents.width + 2 * pad > self->places[c].slot)
        return FALSE;

  return TRUE;
}

static void
place_values (TbStackLayout *self,
              TbRect         room,
              gboolean       with_axis)
{
  double low, high;
  double total = self->stack->is_share ? 0
                                       : self->canvas->label.size_px * 1.5 + TB_STACK_TOTAL_GAP * self->canvas->unit;

  get_extent (self->stack, &low, &high);
  g_clear_pointer (&self->values, tb_value_axis_free);
  self->values = tb_value_axis_new (&self->axis_canvas, low, high, with_axis, room.height * 0.8);
  place_in_time (self, room.x + self->values->gutter, room.x + room.width - self->names_width -
                 (self->names_width > 0 ? self->canvas->label.size_px * TB_STACK_NAME_GAP : 0));
  self->plot = room;
  self->plot.height = MAX (room.height - tb_period_axis_get_height (self->time), 1);
  tb_value_axis_place (self->values, self->plot.y + MIN (MAX (total, with_axis ? self->canvas->label.size_px * 1.3 : 0),
                                                         self->plot.height * 0.4),
                       self->plot.y + self->plot.height);
}

/* Each name level with its part, moved apart where they must be. Returns whether
 * all found room. */
static gboolean
spread_names (TbStackLayout *self)
{
  gsize last = self->stack->n_columns - 1;
  g_autofree double *centers = g_new0 (double, MAX (self->n_names, 1));
  g_autofree double *heights = g_new0 (double, MAX (self->n_names, 1));
  double before = tb_value_axis_map (self->values, 0);
  gboolean fits;

  for (gsize i = 0; i < self->n_names; i++)
    {
      double top, bottom;

      self->names[i].wish = before;
      if (!isnan (tb_stack_layout_get_column (self, last)->pieces[i].size))
        {
          tb_stack_layout_get_ends (self, last, i, &top, &bottom);
          self->names[i].wish = (top + bottom) / 2;
          before = top;
        }
      centers[i] = self->names[i].wish;
      heights[i] = tb_text_block_get_pitch (self->names[i].block);
    }
  fits = tb_labels_spread (centers, heights, self->n_names, self->plot.y, self->plot.y + self->plot.height);
  for (gsize i = 0; i < self->n_names; i++)
    self->names[i].center = centers[i];

  return fits;
}

static void
place (TbStackLayout *self,
       TbRect         room)
{
  gboolean with_values = self->canvas->spec->show_values;

  self->plot = room;
  measure_labels (self);
  measure_names (self, NUMBERS_NONE, 3);
  place_values (self, room, FALSE);
  if (with_values)
    {
      measure_names (self, NUMBERS_OF_THIN, 3);
      place_values (self, room, FALSE);
    }
  self->numbered = with_values && holds_numbers (self);
  if (!self->numbered)
    {
      measure_names (self, with_values ? NUMBERS_ALL : NUMBERS_NONE, 3);
      place_values (self, room, TRUE);
    }
  if (spread_names (self))
    return;
  /* Numbers go before names are cut, and names are cut before they go. */
  measure_names (self, NUMBERS_NONE, 3);
  place_values (self, room, !self->numbered);
  if (spread_names (self))
    return;
  measure_names (self, NUMBERS_NONE, 1);
  place_values (self, room, !self->numbered);
  if (!spread_names (self))
    {
      self->n_dropped += (guint) self->n_names;
      for (gsize i = 0; i < self->n_names; i++)
        {
          tb_text_block_free (self->names[i].block);
          g_free (self->names[i].text);
        }
      self->n_names = 0;
      self->names_width = 0;
      place_values (self, room, !self->numbered);
    }
}

/**
 * tb_layout_stacked:
 * @canvas: the canvas
 * @frame: what stands around
 * @stack: the parts
 *
 * Lays stacked columns out (C11): the first part on the line at zero; numbers in
 * the parts and totals above, or, where columns are too narrow, an axis of values;
 * names beside the last column, moved apart, with leader lines.
 */
void
tb_layout_stacked (TbCanvas           *canvas,
                   const TbChartFrame *frame,
                   const TbStack      *stack)
{
  g_autoptr (TbFigures) bone = new_bone (stack);
  TbStackLayout self = { .canvas = canvas, .stack = stack, .bone = bone };

  self.axis_canvas = tb_canvas_for_part (canvas, bone);
  self.time = tb_period_axis_new (bone);
  self.places = g_new0 (TbStackPlace, stack->n_columns);
  self.n_names = !frame->names_series ? tb_stack_get_n_pieces (stack) : 0;
  self.names = g_new0 (TbStackName, MAX (self.n_names, 1));
  place (&self, frame->plot);
  tb_stack_layout_draw (&self);
  canvas->n_dropped += self.n_dropped;

  for (gsize i = 0; i < self.n_names; i++)
    {
      tb_text_block_free (self.names[i].block);
      g_free (self.names[i].text);
    }
  g_free (self.names);
  g_free (self.places);
  g_free (self.labels);
  g_free (self.totals);
  tb_period_axis_free (self.time);
  tb_value_axis_free (self.values);
}
