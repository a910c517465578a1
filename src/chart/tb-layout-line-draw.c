/* Draws lines with their points, spans and targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-line-private.h"

#include <math.h>

/* Up to so many points to the width each has a dot: px between them, units. */
#define DOT_DISTANCE 26.0

#define LINE 2.4
#define GREY_LINE 1.2

/* Of a target for a date, units from end to end. */
#define TARGET_RULE 24.0

static void
draw_ranges (TbLineLayout       *self,
             const TbLineTrack  *track,
             const TbChartPoint *point,
             double              x)
{
  TbCanvas *canvas = self->canvas;
  TbColor color = tb_canvas_get_color (canvas, track->index);
  double cap = 4 * canvas->unit;
  double low;
  double high;
  TbPaint paint = { .stroke_color = color, .stroke_width = 1.6 * canvas->unit, .dashed = point->indicative };

  if (isnan (point->low) || isnan (point->high))
    return;
  low = tb_value_axis_map (self->values, point->low);
  high = tb_value_axis_map (self->values, point->high);
  tb_scene_builder_line (canvas->builder, x, low, x, high, &paint, point->datum);
  if (tb_chart_point_is_reference (point))
    {
      tb_mark_line_draw_diamond (canvas, x, low, color, point->datum);
      tb_mark_line_draw_diamond (canvas, x, high, color, point->datum);
      return;
    }
  tb_canvas_rule (canvas, x - cap, low, x + cap, low, color, 1.6, FALSE);
  tb_canvas_rule (canvas, x - cap, high, x + cap, high, color, 1.6, FALSE);
}

/* A target over a span shows it; one for a date has a short rule where it is said
 * whether it binds: solid then, dashed where it is indicative (T-10). */
static void
draw_target_rule (TbLineLayout        *self,
                  const TbPlacedPoint *placed,
                  TbColor              color)
{
  const TbChartPoint *point = placed->point;
  double half = TARGET_RULE * self->canvas->unit / 2;
  double from = placed->x - half;
  double to = placed->x + half;

  if (isnan (point->value))
    return;
  if (point->geometry != TB_GEOMETRY_END)
    {
      from = tb_period_axis_map (self->time, point->start);
      to = tb_period_axis_map (self->time, point->end);
    }
  else if (!point->indicative && !point->binding)
    return;
  tb_canvas_rule (self->canvas, from, placed->y, to, placed->y, color, point->binding ? 1.6 : 1,
                  point->indicative || (!point->binding && !tb_chart_point_is_reference (point)));
}

/* A flow that no line reaches shows its span. */
static void
draw_spans (TbLineLayout      *self,
            const TbLineTrack *track)
{
  TbCanvas *canvas = self->canvas;
  TbColor color = tb_canvas_get_color (canvas, track->index);

  for (gsize k = 0; k < track->n_chain; k++)
    {
      const TbPlacedPoint *placed = &track->chain[k];
      gboolean joined = (k > 0 && tb_placed_points_join (placed - 1, placed)) ||
                        (k + 1 < track->n_chain && tb_placed_points_join (placed, placed + 1));

      if (isnan (placed->y) || joined || placed->point->geometry == TB_GEOMETRY_END)
        continue;
      tb_canvas_rule (canvas, tb_period_axis_map (self->time, placed->point->start), placed->y,
                      tb_period_axis_map (self->time, placed->point->end), placed->y, color, 1.6, FALSE);
    }
  for (gsize k = 0; k < track->n_asides; k++)
    {
      const TbPlacedPoint *placed = &track->asides[k];

      draw_ranges (self, track, placed->point, placed->x);
      draw_target_rule (self, placed, color);
    }
}

static void
draw_aside (TbCanvas            *canvas,
            const TbPlacedPoint *placed,
            TbColor              color)
{
  TbLineMark lone = { .points = placed, .n_points = 1, .color = color, .width = LINE, .with_dots = TRUE };

  if (isnan (placed->point->value))
    return;
  if (tb_chart_point_is_reference (placed->point))
    tb_mark_line_draw_diamond (canvas, placed->x, placed->y, color, placed->point->datum);
  else
    tb_mark_line_draw (canvas, &lone);
}

void
tb_line_layout_draw_track (TbLineLayout *self,
                           TbLineTrack  *track)
{
  TbCanvas *canvas = self->canvas;
  double length = tb_period_axis_get_length (self->time);
  double span = tb_period_axis_map (self->time, length) - tb_period_axis_map (self->time, 0);
  TbLineMark mark = {
    .points = track->chain,
    .n_points = track->n_chain,
    .color = tb_canvas_get_color (canvas, track->index),
    .width = track->index < TB_N_SERIES_COLORS ? LINE : GREY_LINE,
    .with_dots = track->index < TB_N_SERIES_COLORS
                 && span / (double) MAX (track->n_chain, 1) > DOT_DISTANCE * canvas->unit,
  };

  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, track->track->name);
  draw_spans (self, track);
  tb_mark_line_draw (canvas, &mark);
  for (gsize k = 0; k < track->n_asides; k++)
    draw_aside (canvas, &track->asides[k], mark.color);
  tb_scene_builder_end (canvas->builder);
}
