/* Places and draws stacked columns, their numbers, and the names of the parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"
#include "tb-chart-panel.h"
#include "tb-chart-stack.h"
#include "tb-decoration-draw.h"
#include "tb-label-placement.h"
#include "tb-palette.h"

#include <math.h>

#define MOST_NAMES_SHARE 0.30    /* of the plot's width, for the names beside the last column */
#define NAMES_HEIGHT_SHARE 0.40  /* of the page: names higher than this become a legend */
#define NAME_GAP 0.9             /* ems, from the last column */
#define LEADER 0.35              /* ems: a name that stands so far from its part has a line to it */
#define SPAN_SHARE 0.78          /* of its span that a column covers */
#define MOMENT_SHARE 0.62        /* of the distance between two moments */
#define WIDEST 160.0             /* units; of few columns, */
#define WIDEST_OF_FEW 220.0
#define FEW 3
#define PIECE_GAP 1.0            /* units of background between two parts */
#define PAD 3.0                  /* units around a number in its part */
#define TOTAL_GAP 3.0
#define EDGE 0.9
#define FAINT 3.0                /* contrast to the page */
#define LINE 1.25                /* ems: least height of a part that holds its number */
#define OTHER_SHARE 0.30         /* of grey in what the parts leave */

typedef struct
{
  double      x, width;          /* of the column */
  double      slot;              /* room for its total */
  double      top;               /* upper edge of the stack, px */
} Place;

/* The name of a part beside the last column. */
typedef struct
{
  TbTextBlock *block;
  char        *text;
  double       wish;             /* y of the middle of its part */
  double       center;
} Name;

/* Which names beside the last column carry its numbers. */
typedef enum { NUMBERS_NONE, NUMBERS_OF_THIN, NUMBERS_ALL } Numbers;

typedef struct
{
  TbCanvas      *canvas;         /* of the page */
  TbCanvas       axis_canvas;    /* with the numbers of the axis */
  const TbStack *stack;
  TbFigures     *bone;           /* a point for each column: what the axis of time knows */
  TbPeriodAxis  *time;
  TbValueAxis   *values;
  TbRect         plot;
  Place         *places;
  TbLabel       *labels;         /* of all pieces, column by column */
  TbLabel       *totals;
  gboolean       numbered;       /* each part has its number, and there is no axis */
  Name          *names;
  gsize          n_names;
  double         names_width;
  guint          n_dropped;
} Layout;

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

static const TbStackColumn *
get_column (const Layout *self,
            gsize         column)
{
  return &self->stack->columns[column];
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

static TbColor
get_color (const Layout *self,
           gsize         piece)
{
  if (piece >= self->stack->figures->n_tracks)
    return tb_color_mix (self->canvas->theme->background, self->canvas->theme->text_muted, OTHER_SHARE);

  return tb_canvas_get_color (self->canvas, piece);
}

static TbColor
get_ink_on (const Layout *self,
            TbColor       fill)
{
  return tb_canvas_get_text_on (self->canvas, fill);
}

static const char *
get_name (const Layout *self,
          gsize         piece)
{
  const TbFigures *figures = self->stack->figures;

  return piece < figures->n_tracks ? figures->tracks[piece].name : tb_stack_get_other_word (figures->language);
}

/* Switched off in the legend, which names it. */
static gboolean
is_off (const Layout *self,
        gsize         piece)
{
  return piece < self->stack->figures->n_tracks && self->stack->figures->tracks[piece].hidden;
}

/* From the line at zero outwards: gains up, losses down. */
static void
get_ends (const Layout *self,
          gsize         column,
          gsize         piece,
          double       *out_top,
          double       *out_bottom)
{
  const TbStackColumn *of = get_column (self, column);
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

static gboolean
holds_number (const Layout *self,
              gsize         column,
              gsize         piece)
{
  double top, bottom;

  get_ends (self, column, piece, &top, &bottom);

  return bottom - top >= self->canvas->label.size_px * LINE + PIECE_GAP * self->canvas->unit;
}

/* Names with the numbers of the last column, where the parts have none in it. */
static void
measure_names (Layout  *self,
               Numbers  numbers,
               gsize    most_lines)
{
  TbCanvas *canvas = self->canvas;
  const TbStackColumn *last = get_column (self, self->stack->n_columns - 1);
  double most = self->plot.width * MOST_NAMES_SHARE;

  self->names_width = 0;
  for (gsize i = 0; i < self->n_names; i++)
    {
      Name *name = &self->names[i];
      TbColor color = i < self->stack->figures->n_tracks ? tb_canvas_get_text_color (canvas, i)
                                                         : canvas->theme->text_muted;
      gboolean with_number = numbers == NUMBERS_ALL || (numbers == NUMBERS_OF_THIN && !isnan (last->pieces[i].size) &&
                                                        !holds_number (self, self->stack->n_columns - 1, i));
      const char *number = last->pieces[i].text;

      g_clear_pointer (&name->block, tb_text_block_free);
      g_clear_pointer (&name->text, g_free);
      name->text = is_off (self, i) ? g_strdup ("")
                   : with_number && number != NULL
                     ? g_strconcat (get_name (self, i), " ", number, self->stack->is_share ? "%" : "", NULL)
                     : g_strdup (get_name (self, i));
      name->block = tb_text_block_new (canvas->measure, &canvas->strong, color, name->text, most);
      if (name->block->n_lines > most_lines)
        tb_text_block_limit (name->block, canvas->measure, most_lines, most);
      self->names_width = MAX (self->names_width, name->block->width);
    }
}

static void
measure_labels (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  gsize n = tb_stack_get_n_pieces (self->stack);

  self->labels = g_new0 (TbLabel, n * self->stack->n_columns);
  self->totals = g_new0 (TbLabel, self->stack->n_columns);
  for (gsize c = 0; c < self->stack->n_columns; c++)
    {
      const TbStackColumn *column = get_column (self, c);

      for (gsize i = 0; i < n; i++)
        if (column->pieces[i].text != NULL)
          self->labels[c * n + i] = tb_canvas_measure (canvas, &canvas->label, column->pieces[i].text);
      if (column->total != NULL && !self->stack->is_share)
        self->totals[c] = tb_canvas_measure (canvas, &canvas->strong, column->total);
    }
}

/* Where the columns stand: over their spans, or at their days. */
static void
place_columns (Layout *self)
{
  double unit = self->canvas->unit;
  double widest = (self->stack->n_columns > FEW ? WIDEST : WIDEST_OF_FEW) * unit;
  double gap = tb_period_axis_map (self->time, tb_period_axis_get_least_gap (self->time))
               - tb_period_axis_map (self->time, 0);

  for (gsize c = 0; c < self->stack->n_columns; c++)
    {
      const TbChartPoint *point = &get_column (self, c)->place;
      double start = tb_period_axis_map (self->time, point->start);
      double end = tb_period_axis_map (self->time, point->end);
      Place *place = &self->places[c];

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
get_first_overhang (const Layout *self)
{
  double start = tb_period_axis_map (self->time, get_column (self, 0)->place.start);

  return self->places[0].x - start;
}

/* Time fills the plot: the first column begins where the title begins, and the
 * last ends where the names begin. */
static void
place_in_time (Layout *self,
               double  left,
               double  right)
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
holds_numbers (const Layout *self)
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
place_values (Layout  *self,
              TbRect   room,
              gboolean with_axis)
{
  double low, high;
  double total = self->stack->is_share ? 0 : self->canvas->label.size_px * 1.5 + TOTAL_GAP * self->canvas->unit;

  get_extent (self->stack, &low, &high);
  g_clear_pointer (&self->values, tb_value_axis_free);
  self->values = tb_value_axis_new (&self->axis_canvas, low, high, with_axis, room.height * 0.8);
  place_in_time (self, room.x + self->values->gutter, room.x + room.width - self->names_width -
                 (self->names_width > 0 ? self->canvas->label.size_px * NAME_GAP : 0));
  self->plot = room;
  self->plot.height = MAX (room.height - tb_period_axis_get_height (self->time), 1);
  tb_value_axis_place (self->values, self->plot.y + MIN (MAX (total, with_axis ? self->canvas->label.size_px * 1.3 : 0),
                                                         self->plot.height * 0.4),
                       self->plot.y + self->plot.height);
}

/* What would be white on a page of black and white has an edge. */
static gboolean
is_faint (const Layout *self,
          TbColor       fill)
{
  return tb_color_contrast (fill, self->canvas->theme->background) < FAINT;
}

static void
draw_piece (Layout *self,
            gsize   column,
            gsize   piece)
{
  TbCanvas *canvas = self->canvas;
  const TbStackPiece *of = &get_column (self, column)->pieces[piece];
  const Place *place = &self->places[column];
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = get_color (self, piece) };
  double gap = PIECE_GAP * canvas->unit;
  double top, bottom, inset;

  if (isnan (of->size))
    return;
  get_ends (self, column, piece, &top, &bottom);
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
draw_pieces (Layout *self)
{
  for (gsize c = 0; c < self->stack->n_columns; c++)
    self->places[c].top = tb_value_axis_map (self->values, 0);
  for (gsize i = 0; i < tb_stack_get_n_pieces (self->stack); i++)
    {
      tb_scene_builder_begin (self->canvas->builder, TB_ROLE_SERIES, get_name (self, i));
      for (gsize c = 0; c < self->stack->n_columns; c++)
        draw_piece (self, c, i);
      tb_scene_builder_end (self->canvas->builder);
    }
}

static void
draw_numbers (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  gsize n = tb_stack_get_n_pieces (self->stack);

  for (gsize c = 0; c < self->stack->n_columns; c++)
    for (gsize i = 0; i < n; i++)
      {
        const TbStackPiece *piece = &get_column (self, c)->pieces[i];
        const TbLabel *label = &self->labels[c * n + i];
        double height = tb_label_get_height (label);
        TbColor fill = get_color (self, i);
        double top, bottom;

        if (isnan (piece->size) || label->text == NULL)
          continue;
        get_ends (self, c, i, &top, &bottom);
        /* The names beside the last column have its numbers. */
        if (!holds_number (self, c, i))
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
draw_totals (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  gsize last = self->stack->n_columns - 1;

  for (gsize c = self->numbered ? 0 : last; c <= last; c++)
    {
      const TbLabel *label = &self->totals[c];
      const Place *at = &self->places[c];
      gboolean is_wide = !self->numbered && label->extents.width > at->width;

      if (label->text == NULL)
        continue;
      tb_canvas_draw_label (canvas, label, canvas->theme->text, is_wide ? TB_ANCHOR_END : TB_ANCHOR_MIDDLE,
                            is_wide ? at->x + at->width : at->x + at->width / 2,
                            at->top - TOTAL_GAP * canvas->unit - tb_label_get_height (label), TB_NO_DATUM);
    }
}

/* Each name level with its part, moved apart where they must be. Returns whether
 * all found room. */
static gboolean
spread_names (Layout *self)
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
      if (!isnan (get_column (self, last)->pieces[i].size))
        {
          get_ends (self, last, i, &top, &bottom);
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
draw_name (Layout *self,
           gsize   piece)
{
  TbCanvas *canvas = self->canvas;
  const Name *name = &self->names[piece];
  const TbStackPiece *of = &get_column (self, self->stack->n_columns - 1)->pieces[piece];
  const Place *last = &self->places[self->stack->n_columns - 1];
  double em = canvas->label.size_px;
  double from = last->x + last->width;
  double x = MIN (self->plot.x + self->plot.width - self->names_width, from + 2 * em * NAME_GAP);

  if (name->block->n_lines == 0)
    return;
  if (!isnan (of->size) && fabs (name->center - name->wish) > em * LEADER && x - from > em * 0.4)
    tb_canvas_rule (canvas, from + em * 0.1, name->wish, x - em * 0.2, name->center, canvas->theme->text_muted, 0.8,
                    FALSE);
  tb_text_block_draw (name->block, canvas->builder, TB_ANCHOR_START, x, name->center - name->block->height / 2,
                      of->point != NULL ? of->point->datum : TB_NO_DATUM);
}

static void
draw (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  const Place *last = &self->places[self->stack->n_columns - 1];
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

static void
place (Layout *self,
       TbRect  room)
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
  Layout self = { .canvas = canvas, .stack = stack, .bone = bone };

  self.axis_canvas = tb_canvas_for_part (canvas, bone);
  self.time = tb_period_axis_new (bone);
  self.places = g_new0 (Place, stack->n_columns);
  self.n_names = !frame->names_series ? tb_stack_get_n_pieces (stack) : 0;
  self.names = g_new0 (Name, MAX (self.n_names, 1));
  place (&self, frame->plot);
  draw (&self);
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
