/* From one level to another: bars and what they add up to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include "tb-palette.h"

#include <math.h>

#define FALL_SHARE 0.55

static void
clear_bar (gpointer data)
{
  g_free (((TbBridgeBar *) data)->name);
  g_free (((TbBridgeBar *) data)->brief);
  g_free (((TbBridgeBar *) data)->label);
}

/**
 * tb_bridge_new:
 * @figures: what it is of; must outlive it
 * @direction: whether more is good
 *
 * Returns: (transfer full): a bridge without bars, that begins at zero
 */
TbBridge *
tb_bridge_new (TbFigures  *figures,
               TbDirection direction)
{
  TbBridge *self = g_new0 (TbBridge, 1);

  self->figures = figures;
  self->direction = direction;
  self->bars = g_array_new (FALSE, TRUE, sizeof (TbBridgeBar));
  g_array_set_clear_func (self->bars, clear_bar);
  self->running = tb_interval_of_number (0, 0);
  self->running.low.exact = self->running.high.exact = TRUE;
  /* They are written anew, for what is shown. */
  g_ptr_array_set_size (figures->notes, 0);

  return self;
}

void
tb_bridge_free (TbBridge *self)
{
  g_array_unref (self->bars);
  g_free (self->change);
  g_free (self);
}

void
tb_bridge_free_content (gpointer content)
{
  tb_bridge_free (content);
}

/**
 * tb_bridge_read:
 * @figure: a figure
 * @out_value: (out): its number
 *
 * Returns: whether it has a number, and no mere bound or range
 */
gboolean
tb_bridge_read (TbFigure    figure,
                TbInterval *out_value)
{
  TbObservation observation;
  TbBound bound;

  tb_series_get (figure.series, figure.row, &observation);
  if (!tb_interval_read (out_value, &observation, tb_series_get_info (figure.series)->unit))
    return FALSE;
  bound = tb_interval_get_bound (out_value);

  return bound == TB_BOUND_EXACT || bound == TB_BOUND_ABOUT;
}

static TbBridgeBar *
add_bar (TbBridge           *self,
         TbBridgeRole        role,
         char               *name,
         const TbInterval   *value,
         const TbChartPoint *point)
{
  TbBridgeBar bar = { .role = role, .name = name, .value = *value, .kind = TB_KIND_ACTUAL, .datum = TB_NO_DATUM,
                      .ink = TB_INK_NEUTRAL };

  if (point != NULL)
    {
      bar.kind = point->kind;
      bar.soft = tb_chart_point_is_soft (point);
      bar.datum = point->datum;
    }
  g_array_append_val (self->bars, bar);

  return &g_array_index (self->bars, TbBridgeBar, self->bars->len - 1);
}

/* N-4: colour for changes alone, by what is good for the indicator. */
void
tb_bridge_color_change (const TbBridge *self,
                        TbBridgeBar    *bar)
{
  if (!tb_interval_get_sign (&bar->value, &bar->sign))
    bar->sign = 0;
  if (bar->role != TB_BRIDGE_RESIDUAL)
    bar->ink = tb_ink_of_change (self->direction, bar->sign);
}

/**
 * tb_bridge_add_level:
 * @self: a bridge
 * @name: (transfer full): its name
 * @level: the number
 * @point: (nullable): its figure: notation and datum
 *
 * Adds a level; the next step begins there.
 */
void
tb_bridge_add_level (TbBridge           *self,
                     char               *name,
                     const TbInterval   *level,
                     const TbChartPoint *point)
{
  TbBridgeBar *bar = add_bar (self, TB_BRIDGE_LEVEL, name, level, point);

  self->running = *level;
  bar->to = tb_interval_get_stated (level);
}

static void
step (TbBridge           *self,
      TbBridgeRole        role,
      char               *name,
      const TbInterval   *change,
      const TbChartPoint *point)
{
  TbBridgeBar *bar = add_bar (self, role, name, change, point);

  tb_bridge_color_change (self, bar);
  bar->from = tb_interval_get_stated (&self->running);
  self->running = tb_interval_add (&self->running, change);
  bar->to = tb_interval_get_stated (&self->running);
}

/**
 * tb_bridge_add_step:
 * @self: a bridge
 * @name: (transfer full): its name
 * @change: what is added, in the unit
 * @point: (nullable): its figure: notation and datum
 *
 * Adds a change to where the bars have led.
 */
void
tb_bridge_add_step (TbBridge           *self,
                    char               *name,
                    const TbInterval   *change,
                    const TbChartPoint *point)
{
  step (self, TB_BRIDGE_STEP, name, change, point);
}

/**
 * tb_bridge_add_subtotal:
 * @self: a bridge
 * @name: (transfer full): its name
 * @start: where the bars had led before the group
 * @point: (nullable): its figure: notation and datum
 *
 * Adds what a group of steps comes to, which leads no further.
 */
void
tb_bridge_add_subtotal (TbBridge           *self,
                        char               *name,
                        const TbInterval   *start,
                        const TbChartPoint *point)
{
  TbInterval change = tb_interval_subtract (&self->running, start);
  TbBridgeBar *bar = add_bar (self, TB_BRIDGE_SUBTOTAL, name, &change, point);

  tb_bridge_color_change (self, bar);
  bar->from = tb_interval_get_stated (start);
  bar->to = tb_interval_get_stated (&self->running);
}

/**
 * tb_bridge_set_brief:
 * @self: a bridge
 * @period: that of its last bar
 *
 * Gives the last bar a shorter name, for little room.
 */
void
tb_bridge_set_brief (TbBridge *self,
                     TbPeriod  period)
{
  /* A year has no shorter name. */
  if (period.kind != TB_PERIOD_A)
    g_array_index (self->bars, TbBridgeBar, self->bars->len - 1).brief
        = tb_period_label (period, self->figures->language, TB_PERIOD_LABEL_SHORT);
}

/**
 * tb_bridge_add_residual:
 * @self: a bridge
 * @target: where the bars should have led
 *
 * Adds what is missing there, where that is not nothing; the notes say so where it
 * lies within the rounding of the printed figures (R17).
 */
void
tb_bridge_add_residual (TbBridge         *self,
                        const TbInterval *target)
{
  TbInterval residual = tb_interval_subtract (target, &self->running);
  int sign;

  if (tb_interval_get_sign (&residual, &sign) && sign == 0)
    return;
  /* Where changes are within it that is chance. */
  if (!self->has_refused && fabs (tb_interval_get_stated (&residual)) <= residual.rounding * (1 + 1e-9))
    tb_figures_add_note (self->figures,
                         g_strdup (tb_bridge_word (TB_BRIDGE_WORD_WITHIN_ROUNDING, self->figures->language)));
  step (self, TB_BRIDGE_RESIDUAL, g_strdup (tb_bridge_word (TB_BRIDGE_WORD_RESIDUAL, self->figures->language)),
        &residual, NULL);
}

/**
 * tb_bridge_count_steps:
 * @self: a bridge
 *
 * Returns: how many of its bars are steps, levels and sums apart
 */
gsize
tb_bridge_count_steps (const TbBridge *self)
{
  gsize n = 0;

  for (guint i = 0; i < self->bars->len; i++)
    n += g_array_index (self->bars, TbBridgeBar, i).role == TB_BRIDGE_STEP;

  return n;
}

/**
 * tb_bridge_get_extent:
 * @self: a bridge
 * @out_low: (out): the lowest place that a bar reaches
 * @out_high: (out): the highest; zero is between where columns stand on it
 *
 * Tells what the axis of values has to hold.
 */
void
tb_bridge_get_extent (const TbBridge *self,
                      double         *out_low,
                      double         *out_high)
{
  double low = self->is_cut ? INFINITY : 0;
  double high = self->is_cut ? -INFINITY : 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const TbBridgeBar *bar = &g_array_index (self->bars, TbBridgeBar, i);

      low = MIN (low, bar->to);
      high = MAX (high, bar->to);
      if (bar->role != TB_BRIDGE_LEVEL)
        {
          low = MIN (low, bar->from);
          high = MAX (high, bar->from);
        }
    }
  *out_low = low;
  *out_high = high;
}

/* A fall of what is neither good nor bad is told from a rise by its shade too. */
TbColor
tb_bridge_get_color (const TbCanvas    *canvas,
                     const TbBridgeBar *bar)
{
  TbColor color = tb_canvas_get_ink (canvas, bar->ink, -1);

  if (bar->role == TB_BRIDGE_LEVEL)
    return tb_canvas_get_color (canvas, 0);
  /* In black and white print the pale would be gone; the sign remains. */
  if (bar->role == TB_BRIDGE_STEP && bar->ink == TB_INK_NEUTRAL && bar->sign < 0
      && canvas->spec->style != TB_STYLE_PRINT)
    return tb_color_mix (canvas->theme->background, color, FALL_SHARE);

  return color;
}

/**
 * tb_bridge_keep_points:
 * @track: a series
 * @first: the first of its points that is shown
 * @last: the last one
 *
 * Takes all others out, and what is no observed figure: texts speak of what is shown.
 */
void
tb_bridge_keep_points (TbTrack            *track,
                       const TbChartPoint *first,
                       const TbChartPoint *last)
{
  gsize n = 0;
  gsize begin = (gsize) (first - track->points);
  gsize end = (gsize) (last - track->points);

  for (gsize i = begin; i <= end; i++)
    if (!tb_chart_point_is_reference (&track->points[i]) && track->points[i].conflict == 0)
      track->points[n++] = track->points[i];
  track->n_points = n;
}
