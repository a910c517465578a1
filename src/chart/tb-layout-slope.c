/* Draws two periods as slopes: values at both sides, the change beside the last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-pairs.h"
#include "tb-label-placement.h"
#include "tb-scale.h"

#include <math.h>

#define MOST_NAMES_SHARE 0.34   /* of the plot's width */
#define WIDEST 1.55             /* of the plot's height: wider slopes are flat */
#define GAP 0.6                 /* ems between the columns of text */
#define LEADER 1.7              /* ems, to a label that had to move */
#define LEADER_FROM 0.3         /* ems: so far it may stand without a line to it */
#define LINE 2.2                /* units */
#define STRONG_LINE 3.0
#define DOT 3.6
#define HEAD_GAP 0.7            /* ems below the periods */
#define LEAST_SLOPE 40.0        /* units between the axes: else texts give way */
#define LEAST_NAME 4.0          /* ems: else changes and numbers go, the least important first */

typedef struct
{
  const TbPair *pair;
  TbLabel       base, current, change;
  TbTextBlock  *name;
  double        from, to;       /* y of the two values */
  double        left, right;    /* y of the middle of the labels */
  gboolean      labelled;
} Line;

typedef struct
{
  TbCanvas      *canvas;
  const TbPairs *pairs;
  TbRect         plot;          /* below the periods */
  Line          *lines;
  gsize          n;
  double         x0, x1;
  double         base_width, number_width, change_width, name_width;
  double         leader;
  gboolean       without_base, without_change, without_current;
} Layout;

static void
measure (Layout *self,
         double  most_name)
{
  TbCanvas *canvas = self->canvas;
  gboolean with_values = canvas->spec->show_values;

  self->base_width = self->number_width = self->change_width = self->name_width = 0;
  for (gsize i = 0; i < self->n; i++)
    {
      Line *line = &self->lines[i];
      const TbPair *pair = &self->pairs->pairs[i];

      line->pair = pair;
      line->base = tb_canvas_measure (canvas, &canvas->label,
                                      with_values && !self->without_base ? pair->base_text : "");
      line->current = tb_canvas_measure (canvas, &canvas->strong,
                                         with_values && !self->without_current ? pair->current_text : "");
      line->change = tb_canvas_measure (canvas, &canvas->strong, self->without_change ? "" : pair->change);
      g_clear_pointer (&line->name, tb_text_block_free);
      line->name = tb_text_block_new (canvas->measure, pair->strong ? &canvas->strong : &canvas->label,
                                      self->pairs->has_highlight && !pair->strong ? canvas->theme->text_muted
                                                                                  : canvas->theme->text,
                                      canvas->figures->tracks[pair->track].name, most_name);
      self->base_width = MAX (self->base_width, line->base.extents.width);
      self->number_width = MAX (self->number_width, line->current.extents.width);
      self->change_width = MAX (self->change_width, line->change.extents.width);
      self->name_width = MAX (self->name_width, line->name->width);
    }
}

static double
get_right_height (const Line *line)
{
  return MAX (line->name->height, tb_label_get_height (&line->current));
}

static double
get_block_width (const Layout *self)
{
  double gap = self->canvas->label.size_px * GAP;

  return self->number_width + self->change_width + self->name_width + (self->number_width > 0 ? gap : 0) +
         (self->change_width > 0 ? gap : 0);
}

static void
place_axes (Layout *self)
{
  double em = self->canvas->label.size_px;

  self->x0 = self->plot.x + self->base_width + self->leader;
  self->x1 = self->plot.x + self->plot.width - get_block_width (self) - self->leader;
  self->x1 = MIN (self->x1, self->x0 + self->plot.height * WIDEST);
  self->x1 = MAX (self->x1, self->x0 + em);
}

static void
place_values (Layout *self)
{
  double low = INFINITY;
  double high = -INFINITY;
  double room = 0;
  TbScale scale;

  for (gsize i = 0; i < self->n; i++)
    {
      const TbPair *pair = self->lines[i].pair;

      low = MIN (low, MIN (pair->base->value, pair->current->value));
      high = MAX (high, MAX (pair->base->value, pair->current->value));
      room = MAX (room, get_right_height (&self->lines[i]) / 2);
    }
  room = MIN (room, self->plot.height * 0.25);
  scale = tb_scale_init (&tb_scale_linear, low, high, self->plot.y + self->plot.height - room, self->plot.y + room);
  for (gsize i = 0; i < self->n; i++)
    {
      Line *line = &self->lines[i];

      line->from = tb_scale_map (&scale, line->pair->base->value);
      line->to = tb_scale_map (&scale, line->pair->current->value);
    }
}

/* One side's labels, moved apart where they must be; FALSE where they are too many. */
static gboolean
spread (Layout  *self,
        gboolean is_right)
{
  g_autofree double *centers = g_new0 (double, self->n);
  g_autofree double *heights = g_new0 (double, self->n);
  gsize n = 0;

  for (gsize i = 0; i < self->n; i++)
    if (self->lines[i].labelled)
      {
        centers[n] = is_right ? self->lines[i].to : self->lines[i].from;
        heights[n++] = is_right ? get_right_height (&self->lines[i]) : tb_label_get_height (&self->lines[i].base);
      }
  if (!tb_labels_spread (centers, heights, n, self->plot.y, self->plot.y + self->plot.height))
    return FALSE;
  n = 0;
  for (gsize i = 0; i < self->n; i++)
    if (self->lines[i].labelled)
      {
        double center = centers[n++];

        *(is_right ? &self->lines[i].right : &self->lines[i].left) = center;
      }

  return TRUE;
}

static double
get_importance (const Line *line)
{
  return (line->pair->strong ? 1e9 : 0) + fabs (line->to - line->from);
}

/* Lines that changed least lose their labels first. */
static void
drop_one (Layout *self)
{
  Line *least = NULL;

  for (gsize i = 0; i < self->n; i++)
    if (self->lines[i].labelled && (least == NULL || get_importance (&self->lines[i]) <= get_importance (least)))
      least = &self->lines[i];
  if (least == NULL)
    return;
  least->labelled = FALSE;
  self->canvas->n_dropped++;
}

static gboolean
is_moved (const Layout *self)
{
  double most = self->canvas->label.size_px * LEADER_FROM;

  for (gsize i = 0; i < self->n; i++)
    if (self->lines[i].labelled && (fabs (self->lines[i].left - self->lines[i].from) > most ||
                                    fabs (self->lines[i].right - self->lines[i].to) > most))
      return TRUE;

  return FALSE;
}

/* What is left for names beside all other text and the least slope, px. */
static double
get_room_for_names (const Layout *self)
{
  return self->plot.width - self->base_width - 2 * self->leader - LEAST_SLOPE * self->canvas->unit -
         (get_block_width (self) - self->name_width);
}

/* On a small page names go to two lines before the slopes vanish; where not even that
 * helps, the old numbers go, then the changes, then the new numbers. */
static void
fit_texts (Layout *self)
{
  double least = self->canvas->label.size_px * LEAST_NAME;
  gboolean *const flags[] = { &self->without_base, &self->without_change, &self->without_current };
  double room;

  measure (self, self->plot.width * MOST_NAMES_SHARE);
  if (get_block_width (self) + self->base_width > self->plot.width * 0.66)
    measure (self, self->plot.width * MOST_NAMES_SHARE * 0.72);
  for (gsize i = 0; i < G_N_ELEMENTS (flags) && get_room_for_names (self) < MIN (self->name_width, least); i++)
    {
      *flags[i] = TRUE;
      self->canvas->n_dropped += (guint) self->n;
      measure (self, self->plot.width * MOST_NAMES_SHARE * 0.72);
    }
  room = get_room_for_names (self);
  if (self->name_width > room)
    measure (self, MAX (room, least));
}

static void
place (Layout *self)
{
  double em = self->canvas->label.size_px;

  self->leader = em * LEADER;
  fit_texts (self);
  place_axes (self);
  place_values (self);
  for (gsize i = 0; i < self->n; i++)
    self->lines[i].labelled = TRUE;
  for (gsize i = 0; i < self->n && (!spread (self, TRUE) || !spread (self, FALSE)); i++)
    drop_one (self);
  if (is_moved (self))
    return;
  self->leader = em * GAP + DOT * self->canvas->unit;
  place_axes (self);
}

static void
draw_leader (Layout *self,
             double  x1,
             double  y1,
             double  x2,
             double  y2)
{
  if (fabs (y2 - y1) > self->canvas->label.size_px * LEADER_FROM)
    tb_canvas_rule (self->canvas, x1, y1, x2, y2, self->canvas->theme->text_muted, 0.7, FALSE);
}

static void
draw_labels (Layout     *self,
             const Line *line)
{
  TbCanvas *canvas = self->canvas;
  double unit = canvas->unit;
  double gap = canvas->label.size_px * GAP;
  double x = self->x1 + self->leader;
  TbColor muted = self->pairs->has_highlight && !line->pair->strong ? canvas->theme->text_muted : canvas->theme->text;

  if (!line->labelled)
    return;
  if (line->base.extents.width > 0)
    {
      draw_leader (self, self->x0 - (DOT + 1) * unit, line->from, self->x0 - self->leader + 2 * unit, line->left);
      tb_canvas_draw_label (canvas, &line->base, muted, TB_ANCHOR_END, self->x0 - self->leader,
                            line->left - tb_label_get_height (&line->base) / 2, line->pair->base->datum);
    }
  draw_leader (self, self->x1 + (DOT + 1) * unit, line->to, x - 2 * unit, line->right);
  if (line->current.extents.width > 0)
    {
      tb_canvas_draw_label (canvas, &line->current, muted, TB_ANCHOR_END, x + self->number_width,
                            line->right - tb_label_get_height (&line->current) / 2, line->pair->current->datum);
      x += self->number_width + gap;
    }
  if (line->change.extents.width > 0)
    tb_canvas_draw_label (canvas, &line->change, tb_pairs_get_text_color (self->pairs, canvas, line->pair),
                          TB_ANCHOR_END, x + self->change_width, line->right - tb_label_get_height (&line->change) / 2,
                          line->pair->current->datum);
  if (self->change_width > 0)
    x += self->change_width + gap;
  tb_text_block_draw (line->name, canvas->builder, TB_ANCHOR_START, x, line->right - line->name->height / 2,
                      line->pair->current->datum);
}

static void
draw_line (Layout     *self,
           const Line *line)
{
  TbCanvas *canvas = self->canvas;
  TbColor color = tb_pairs_get_color (self->pairs, canvas, line->pair);
  TbPaint stroke = { .stroke_color = color, .stroke_width = (line->pair->strong ? STRONG_LINE : LINE) * canvas->unit };
  TbPaint dot = { TB_FILL_SOLID, color, canvas->theme->background, canvas->unit, FALSE };
  double radius = DOT * canvas->unit;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, canvas->figures->tracks[line->pair->track].name);
  tb_scene_builder_line (canvas->builder, self->x0, line->from, self->x1, line->to, &stroke, TB_NO_DATUM);
  tb_scene_builder_circle (canvas->builder, self->x0, line->from, radius, &dot, line->pair->base->datum);
  tb_scene_builder_circle (canvas->builder, self->x1, line->to, radius, &dot, line->pair->current->datum);
  tb_scene_builder_end (canvas->builder);
}

static void
draw (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  double bottom = self->plot.y + self->plot.height;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_GRID, NULL);
  tb_canvas_rule (canvas, self->x0, self->plot.y, self->x0, bottom, canvas->theme->grid, 1, FALSE);
  tb_canvas_rule (canvas, self->x1, self->plot.y, self->x1, bottom, canvas->theme->grid, 1, FALSE);
  tb_scene_builder_end (canvas->builder);
  for (int strong = 0; strong < 2; strong++)
    for (gsize i = 0; i < self->n; i++)
      if (self->lines[i].pair->strong == strong)
        draw_line (self, &self->lines[i]);
  for (gsize i = 0; i < self->n; i++)
    draw_labels (self, &self->lines[i]);
}

/* The two periods head their axes: the first ends above its axis, the second begins
 * above its own. */
static void
draw_heads (Layout      *self,
            TbTextBlock *base,
            TbTextBlock *current,
            double       top)
{
  TbCanvas *canvas = self->canvas;
  double x = MIN (self->x1 - DOT * canvas->unit, self->plot.x + self->plot.width - current->width);
  double base_x = MAX (self->x0 + DOT * canvas->unit - base->width, self->plot.x);

  tb_scene_builder_begin (canvas->builder, TB_ROLE_AXIS, NULL);
  tb_text_block_draw (base, canvas->builder, TB_ANCHOR_START, base_x, top, TB_NO_DATUM);
  tb_text_block_draw (current, canvas->builder, TB_ANCHOR_START, x, top, TB_NO_DATUM);
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_layout_slope:
 * @canvas: the canvas
 * @frame: what stands around
 * @pairs: two periods
 *
 * Lays a slope chart out (C13): a line a series between two axes, values at both
 * ends, the verdict and the name at the right, moved apart with lines to them.
 */
void
tb_layout_slope (TbCanvas           *canvas,
                 const TbChartFrame *frame,
                 const TbPairs      *pairs)
{
  Layout self = { .canvas = canvas, .pairs = pairs, .plot = frame->plot, .n = pairs->n_pairs };
  double half = frame->plot.width * 0.46;
  g_autoptr (TbTextBlock) base = tb_text_block_new (canvas->measure, &canvas->strong, canvas->theme->text_muted,
                                                    pairs->base_when, half);
  g_autoptr (TbTextBlock) current = tb_text_block_new (canvas->measure, &canvas->strong, canvas->theme->text,
                                                       pairs->current_when, half);
  double head = MAX (base->height, current->height) + canvas->label.size_px * HEAD_GAP;

  self.lines = g_new0 (Line, self.n);
  self.plot.y += head;
  self.plot.height = MAX (self.plot.height - head, 1);
  place (&self);
  /* Two long periods over a narrow plot push the axes apart. */
  self.x1 = MAX (self.x1, MIN (self.plot.x + base->width + canvas->label.size_px,
                               self.plot.x + self.plot.width - get_block_width (&self) - self.leader));
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  draw_heads (&self, base, current, frame->plot.y);
  draw (&self);
  tb_scene_builder_end (canvas->builder);

  for (gsize i = 0; i < self.n; i++)
    tb_text_block_free (self.lines[i].name);
  g_free (self.lines);
}
