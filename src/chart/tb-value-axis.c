/* The axis of values: round ticks, quiet grid, numbers above their lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-value-axis.h"

#include "tb-ticks.h"

#include <math.h>

/* Lines of text between two grid lines: fewer crowd, more leave the eye alone. */
#define LINES_PER_TICK 3.8

#define MOST_TICKS 5.0

/* From number to number, of their height, at least. */
#define LEAST_PITCH 1.3

/* An end is widened to a round number where that takes no more than this share of what
 * is shown; else by a little, and the last line of the grid lies within. */
#define MOST_WIDENED 0.125
#define A_LITTLE 0.05

/* Between the numbers and the first mark, in ems. */
#define GUTTER_GAP 0.7

/* A plot that is half empty for the sake of a round number shows half of what it could. */
static void
widen (TbScale *scale,
       double   count)
{
  double low = scale->domain[0];
  double high = scale->domain[1];
  double extent = high - low;

  tb_scale_nice (scale, count);
  if (scale->domain[1] - high > extent * MOST_WIDENED)
    scale->domain[1] = high + extent * A_LITTLE;
  if (low - scale->domain[0] > extent * MOST_WIDENED)
    scale->domain[0] = low - extent * A_LITTLE;
}

static void
make_ticks (TbValueAxis    *self,
            const TbCanvas *canvas,
            double          count)
{
  TbTickStep step = { 1, 0 };
  int n_decimals;
  double em = canvas->label.size_px;

  widen (&self->scale, count);
  self->ticks = tb_scale_ticks (&self->scale, count, &self->n_ticks);
  if (!tb_tick_step_choose (self->scale.domain[0], self->scale.domain[1], count, &step))
    step = (TbTickStep) { 1, 0 };
  n_decimals = MAX (0, canvas->figures->scale.power - step.power);
  self->texts = g_new0 (char *, self->n_ticks + 1);
  self->labels = g_new0 (TbLabel, self->n_ticks + 1);
  for (gsize i = 0; i < self->n_ticks; i++)
    {
      self->texts[i] = tb_figures_dup_tick (canvas->figures, self->ticks[i], n_decimals);
      self->labels[i] = tb_canvas_measure (canvas, &canvas->label, self->texts[i]);
      self->gutter = MAX (self->gutter, self->labels[i].extents.width + em * GUTTER_GAP);
    }
}

/**
 * tb_value_axis_new:
 * @canvas: the canvas
 * @low: the smallest number to hold
 * @high: the largest
 * @shown: whether it has grid and numbers; else only a scale and a line at zero
 * @height_px: about how high the plot is
 *
 * Makes an axis; @low and @high are widened to round numbers where it is shown.
 *
 * Returns: (transfer full): the axis, to be placed by tb_value_axis_place()
 */
TbValueAxis *
tb_value_axis_new (const TbCanvas *canvas,
                   double          low,
                   double          high,
                   gboolean        shown,
                   double          height_px)
{
  TbValueAxis *self = g_new0 (TbValueAxis, 1);

  /* A single number other than zero, all of one size: room above or below it. */
  if (!(high > low))
    {
      low = MIN (low - (low > 0 ? 0 : 1), 0);
      high = MAX (high + (high > 0 ? 0 : 1), 0);
    }
  self->shown = shown;
  self->scale = tb_scale_init (&tb_scale_linear, low, high, 0, 0);
  if (shown)
    make_ticks (self, canvas, CLAMP (height_px / (canvas->label.size_px * LINES_PER_TICK), 2, MOST_TICKS));

  return self;
}

/**
 * tb_value_axis_free:
 * @self: (transfer full): an axis
 *
 * Frees it.
 */
void
tb_value_axis_free (TbValueAxis *self)
{
  for (gsize i = 0; i < self->n_ticks; i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  g_free (self->labels);
  g_free (self->ticks);
  g_free (self);
}

/**
 * tb_value_axis_hide_numbers:
 * @self: an axis without a place yet
 *
 * Keeps its lines and gives up its numbers and their gutter: another panel has them.
 */
void
tb_value_axis_hide_numbers (TbValueAxis *self)
{
  self->without_numbers = TRUE;
  self->gutter = 0;
}

static void
remove_tick (TbValueAxis *self,
             gsize        at)
{
  g_free (self->texts[at]);
  for (gsize i = at; i + 1 < self->n_ticks; i++)
    {
      self->texts[i] = self->texts[i + 1];
      self->labels[i] = self->labels[i + 1];
      self->ticks[i] = self->ticks[i + 1];
    }
  self->texts[--self->n_ticks] = NULL;
}

static gboolean
is_zero (double value)
{
  return !(fabs (value) > 0);
}

static double
get_pitch (const TbValueAxis *self)
{
  return fabs (tb_scale_map (&self->scale, self->ticks[1]) - tb_scale_map (&self->scale, self->ticks[0]));
}

/* Every other number goes, counted from zero, for as long as they crowd. */
static void
thin_out (TbValueAxis *self)
{
  while (self->n_ticks > 1 && get_pitch (self) < tb_label_get_height (&self->labels[0]) * LEAST_PITCH)
    {
      double step = self->ticks[1] - self->ticks[0];

      for (gsize i = self->n_ticks; i > 0; i--)
        if (fabs (fmod (round (self->ticks[i - 1] / step), 2)) > 0.5)
          remove_tick (self, i - 1);
    }
  /* A line that says only that it is zero says nothing. */
  if (self->n_ticks == 1 && is_zero (self->ticks[0]))
    remove_tick (self, 0);
}

/**
 * tb_value_axis_limit:
 * @self: an axis, placed
 * @top: the upper edge of the panel, px
 * @bottom: its lower edge, px
 *
 * Takes away the numbers, with their grid lines, that would stand outside of the
 * panel.
 */
void
tb_value_axis_limit (TbValueAxis *self,
                     double       top,
                     double       bottom)
{
  for (gsize i = self->n_ticks; i > 0; i--)
    {
      double y = tb_scale_map (&self->scale, self->ticks[i - 1]);

      if (y > bottom + 0.5 || y - tb_label_get_height (&self->labels[i - 1]) < top - 0.5)
        remove_tick (self, i - 1);
    }
}

/**
 * tb_value_axis_place:
 * @self: an axis
 * @top: y of the largest value, px
 * @bottom: y of the smallest, px
 *
 * Gives the axis its place; the uppermost number stands above @top.
 */
void
tb_value_axis_place (TbValueAxis *self,
                     double       top,
                     double       bottom)
{
  self->scale.range[0] = bottom;
  self->scale.range[1] = top;
  thin_out (self);
}

/**
 * tb_value_axis_map:
 * @self: an axis that has its place
 * @value: in the unit of the figures; NaN gives NaN
 *
 * Returns: where it stands, px from the top of the page
 */
double
tb_value_axis_map (const TbValueAxis *self,
                   double             value)
{
  return tb_scale_map (&self->scale, value);
}

/**
 * tb_value_axis_draw:
 * @self: an axis
 * @canvas: the canvas
 * @left: px
 * @right: px
 *
 * Draws grid lines and numbers, which stand on their lines at the left, aligned
 * at their last digit; grid, title and source share one left edge.
 */
void
tb_value_axis_draw (const TbValueAxis *self,
                    TbCanvas          *canvas,
                    double             left,
                    double             right)
{
  if (!self->shown)
    return;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_GRID, NULL);
  for (gsize i = 0; i < self->n_ticks; i++)
    if (!is_zero (self->ticks[i]))
      {
        double y = tb_value_axis_map (self, self->ticks[i]);

        tb_canvas_rule (canvas, left, y, right, y, canvas->theme->grid, 1, FALSE);
      }
  tb_scene_builder_end (canvas->builder);

  if (self->without_numbers)
    return;
  tb_scene_builder_begin (canvas->builder, TB_ROLE_AXIS, NULL);
  for (gsize i = 0; i < self->n_ticks; i++)
    {
      double y = tb_value_axis_map (self, self->ticks[i]);

      tb_canvas_draw_label (canvas, &self->labels[i], canvas->theme->text_muted, TB_ANCHOR_END,
                            left + self->gutter - canvas->label.size_px * GUTTER_GAP,
                            y - tb_label_get_height (&self->labels[i]), TB_NO_DATUM);
    }
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_value_axis_draw_zero:
 * @self: an axis
 * @canvas: the canvas
 * @left: px
 * @right: px
 *
 * Draws the line at zero, where zero is on the axis: stronger than the grid,
 * because lengths are read from it.
 */
void
tb_value_axis_draw_zero (const TbValueAxis *self,
                         TbCanvas          *canvas,
                         double             left,
                         double             right)
{
  double y;

  if (self->scale.domain[0] > 0 || self->scale.domain[1] < 0)
    return;

  y = tb_value_axis_map (self, 0);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_AXIS, NULL);
  tb_canvas_rule (canvas, left, y, right, y, canvas->theme->axis, 1.2, FALSE);
  tb_scene_builder_end (canvas->builder);
}
