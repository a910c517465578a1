/* Lines over time, named at their ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-draw.h"
#include "tb-layout-line-private.h"
#include "tb-ticks.h"

#include <math.h>

/* The axis leaves zero out where the figures lie this far above it. */
#define ZERO_SHARE 0.35
#define FEWEST_TICKS 2.0

/* Up to so many points of a single series each has its number. */
#define MOST_NUMBERED 14

/* Names at the ends take at most this share of the plot's width. */
#define MOST_NAMES_SHARE 0.28
#define NAMES_HEIGHT_SHARE 0.36  /* of the page: names higher than this become a legend */

/**
 * tb_layout_line_leaves_zero_out:
 * @figures: what is drawn
 *
 * Returns: whether the axis of values begins elsewhere than at zero: a line shows
 *   changes, not lengths, and may
 */
gboolean
tb_layout_line_leaves_zero_out (const TbFigures *figures)
{
  double low;
  double high;

  if (!tb_figures_get_extent (figures, &low, &high))
    return FALSE;

  if (!(low > 0 ? low > high * ZERO_SHARE : high < 0 && high < low * ZERO_SHARE))
    return FALSE;
  /* Few ticks may round the axis out to zero all the same: then it begins there on every page. */
  tb_ticks_nice (&low, &high, FEWEST_TICKS);

  return low > 0 || high < 0;
}

/**
 * tb_layout_line_needs_legend:
 * @canvas: the canvas
 *
 * Returns: whether the lines are too many for the page to name them at their ends
 */
gboolean
tb_layout_line_needs_legend (const TbCanvas *canvas)
{
  double most = (canvas->width - 2 * canvas->margin) * MOST_NAMES_SHARE;
  gsize n = MIN (canvas->figures->n_tracks, TB_N_SERIES_COLORS);
  double height = 0;

  if (canvas->figures->n_tracks == 1)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (TbTextBlock) name = tb_text_block_new (canvas->measure, &canvas->strong, canvas->theme->text,
                                                        canvas->figures->tracks[i].name, most);

      height += name->height;
    }

  return height > canvas->height * NAMES_HEIGHT_SHARE;
}

/* What no line runs through; a range is a gap of the line, and stands in it. */
static gboolean
stands_aside (const TbChartPoint *point)
{
  return tb_chart_point_is_reference (point) || point->conflict > 0 || (isnan (point->value) && !point->missing);
}

static gsize
count_asides (const TbTrack *track)
{
  gsize n = 0;

  for (gsize i = 0; i < track->n_points; i++)
    n += stands_aside (&track->points[i]);

  return n;
}

static void
gather_tracks (TbLineLayout *self)
{
  const TbFigures *figures = self->canvas->figures;

  self->n_tracks = figures->n_tracks;
  self->tracks = g_new0 (TbLineTrack, self->n_tracks);
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbLineTrack *track = &self->tracks[i];

      track->track = &figures->tracks[i];
      track->index = i;
      track->chain = g_new0 (TbPlacedPoint, track->track->n_points + 1);
      track->asides = g_new0 (TbPlacedPoint, count_asides (track->track) + 1);
      for (gsize k = 0; k < track->track->n_points; k++)
        {
          const TbChartPoint *point = &track->track->points[k];

          if (stands_aside (point))
            track->asides[track->n_asides++].point = point;
          if (!tb_chart_point_is_reference (point) && point->conflict == 0)
            track->chain[track->n_chain++].point = point;
        }
    }
}

static void
free_tracks (TbLineLayout *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      g_free (self->tracks[i].chain);
      g_free (self->tracks[i].asides);
      g_free (self->tracks[i].end_text);
      g_clear_pointer (&self->tracks[i].end_block, tb_text_block_free);
    }
  g_free (self->tracks);
}

static double
get_x (const TbLineLayout *self,
       const TbChartPoint *point)
{
  return tb_period_axis_map (self->time,
                             point->geometry == TB_GEOMETRY_END ? point->end : (point->start + point->end) / 2);
}

static void
place_points (TbLineLayout *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbLineTrack *track = &self->tracks[i];

      track->last = NULL;
      for (gsize k = 0; k < track->n_chain; k++)
        {
          TbPlacedPoint *placed = &track->chain[k];

          placed->x = get_x (self, placed->point);
          placed->y = isnan (placed->point->value) ? NAN : tb_value_axis_map (self->values, placed->point->value);
          if (!isnan (placed->y))
            track->last = placed;
        }
      for (gsize k = 0; k < track->n_asides; k++)
        {
          TbPlacedPoint *placed = &track->asides[k];

          placed->x = get_x (self, placed->point);
          placed->y = placed->point->missing ? NAN
                                             : tb_value_axis_map (self->values, tb_chart_point_get_top (placed->point));
        }
    }
}

static void
place (TbLineLayout *self,
       double        low,
       double        high)
{
  TbCanvas *canvas = self->canvas;
  TbRect room = self->panel.room;
  double label = canvas->label.size_px * 1.5;
  double left = room.x;
  double right;
  gboolean zero_out = tb_layout_line_leaves_zero_out (canvas->figures);

  g_clear_pointer (&self->values, tb_value_axis_free);
  if (!zero_out)
    {
      low = MIN (low, 0);
      high = MAX (high, 0);
    }
  else if (!(high > low))
    {
      low -= fabs (low) * 0.1;
      high += fabs (high) * 0.1;
    }
  self->values = tb_value_axis_new (canvas, low, high, !self->numbered, room.height * 0.8);
  if (self->panel.hides_values)
    tb_value_axis_hide_numbers (self->values);
  left += MAX (self->numbered ? canvas->label.size_px : self->values->gutter, self->panel.gutter);
  right = tb_line_layout_choose_right (self, left, room.x + room.width);
  tb_period_axis_set_range (self->time, canvas, left, MAX (right, left + 1));
  self->plot = room;
  if (!self->panel.hides_times)
    self->plot.height -= tb_period_axis_get_height (self->time);
  self->headroom = tb_decorations_get_headroom (canvas, room.height);
  tb_value_axis_place (self->values, self->plot.y + label + self->headroom,
                       self->plot.y + self->plot.height
                           - (self->numbered && low < 0    ? label
                              : self->numbered && zero_out ? label * 1.2
                                                           : 0));
  place_points (self);
  tb_line_layout_place_ends (self);
}

/* Whether a single short line can carry all its numbers. */
static gboolean
may_number (const TbLineLayout *self)
{
  const TbLineTrack *track = &self->tracks[0];

  if (self->n_tracks != 1 || !self->canvas->spec->show_values || self->panel.with_axis
      || track->n_chain > MOST_NUMBERED)
    return FALSE;
  for (gsize k = 0; k < track->n_chain; k++)
    if (track->chain[k].point->breaks)
      return FALSE;

  return TRUE;
}

/* Measures names and last numbers; on a small page names go before numbers.
 * Returns whether the numbers stay. */
static gboolean
measure_ends (TbLineLayout *self)
{
  TbCanvas *canvas = self->canvas;

  tb_line_layout_measure_ends (self, self->panel.with_names, canvas->spec->show_values);
  if (!self->panel.with_names || self->n_tracks == 1 ||
      tb_line_layout_get_ends_height (self) <= self->panel.room.height * 0.8)
    return canvas->spec->show_values;

  tb_line_layout_measure_ends (self, TRUE, FALSE);
  canvas->n_dropped += (guint) self->n_tracks;

  return FALSE;
}

/**
 * tb_line_layout_new:
 * @canvas: the canvas, with the figures to draw; must outlive the layout
 * @panel: where and how
 *
 * Places lines (C2). A single short line carries its numbers; others have an
 * axis of values, their names and last numbers at their ends.
 *
 * Returns: (transfer full): the layout
 */
TbLineLayout *
tb_line_layout_new (TbCanvas      *canvas,
                    const TbPanel *panel)
{
  TbLineLayout *self = g_new0 (TbLineLayout, 1);
  double low;
  double high;
  gboolean with_numbers;

  self->canvas = canvas;
  self->panel = *panel;
  tb_figures_get_extent (canvas->figures, &low, &high);
  tb_decorations_widen (canvas, &low, &high);
  low = fmin (low, panel->low);
  high = fmax (high, panel->high);
  self->time = tb_period_axis_new (panel->times != NULL ? panel->times : canvas->figures);
  gather_tracks (self);
  self->inline_names = TRUE;
  with_numbers = measure_ends (self);
  self->numbered = may_number (self);
  place (self, low, high);
  if (self->numbered && (!tb_line_layout_place_inline (self) || tb_line_layout_label_all (self, FALSE) > 0))
    {
      self->numbered = FALSE;
      place (self, low, high);
    }
  if (!self->numbered && !tb_line_layout_place_inline (self))
    {
      self->inline_names = FALSE;
      tb_line_layout_measure_ends (self, panel->with_names, with_numbers);
      place (self, low, high);
    }

  return self;
}

/**
 * tb_line_layout_draw:
 * @self: a layout
 *
 * Puts the lines with their axes and labels into the scene.
 */
void
tb_line_layout_draw (TbLineLayout *self)
{
  TbCanvas *canvas = self->canvas;
  double right = self->plot.x + self->plot.width - self->names_width;
  TbDecorationField field = { .plot = self->plot, .time = self->time, .values = &self->values->scale,
                              .headroom = self->headroom };

  /* Grid lines do not run under the names. */
  if (self->names_width > 0)
    right = MIN (right, self->names_x - canvas->label.size_px * 0.4);
  field.plot.width = right - self->plot.x;
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  tb_decorations_draw_behind (canvas, &field);
  tb_value_axis_draw (self->values, canvas, self->plot.x, right);
  tb_value_axis_draw_zero (self->values, canvas, self->plot.x, right);
  tb_period_axis_add_plot (self->time, canvas, self->plot.y, self->plot.height, TRUE);
  if (!self->panel.hides_times)
    tb_period_axis_draw (self->time, canvas, self->plot.y + self->plot.height);
  for (gsize i = self->n_tracks; i > 0; i--)
    tb_line_layout_draw_track (self, &self->tracks[i - 1]);
  tb_line_layout_draw_labels (self);
  tb_decorations_draw_front (canvas, &field);
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_line_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
tb_line_layout_free (TbLineLayout *self)
{
  free_tracks (self);
  tb_period_axis_free (self->time);
  tb_value_axis_free (self->values);
  g_free (self);
}

const TbValueAxis *
tb_line_layout_get_values (const TbLineLayout *self)
{
  return self->values;
}
