/* Columns over time, as wide as their spans are long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-words.h"
#include "tb-decoration-draw.h"
#include "tb-layout-column-private.h"

#include <math.h>

/* With so few numbers they are the message, and are set this much larger. */
#define MOST_LARGE_NUMBERS 6
#define LARGE_NUMBER 1.2

static void
clear_column (gpointer data)
{
  g_free (((TbColumn *) data)->number);
  g_free (((TbColumn *) data)->text);
}

/* Is there, in the same series or its twin, what this one must leave room for or lie behind? */
static void
find_neighbours (const TbTrack      *track,
                 const TbChartPoint *point,
                 TbColumn           *column)
{
  if (tb_chart_point_is_reference (point))
    return;
  for (gsize i = tb_track_find_after (track, MIN (point->start, point->end - 2 * TB_COLUMN_SAME_TIME));
       i < track->n_points; i++)
    {
      const TbChartPoint *other = &track->points[i];

      /* What ends so much later begins later too. */
      if (other->end > point->end + track->longest + TB_COLUMN_SAME_TIME)
        break;
      if (other == point || other->missing || !tb_chart_points_overlap_in_time (point, other))
        continue;
      if (tb_chart_point_is_reference (other)
          || tb_chart_point_get_length (other) > tb_chart_point_get_length (point) + TB_COLUMN_SAME_TIME)
        {
          column->in_outline = TRUE;
          column->shares_start = column->shares_start || point->geometry == TB_GEOMETRY_END ||
                                 fabs (other->start - point->start) < TB_COLUMN_SAME_TIME;
          column->shares_end = column->shares_end || fabs (other->end - point->end) < TB_COLUMN_SAME_TIME;
        }
      else if (tb_chart_point_get_length (other) < tb_chart_point_get_length (point) - TB_COLUMN_SAME_TIME)
        column->mark.wide = TRUE;
    }
}

static void
find_behind (const TbColumnLayout *self,
             TbColumn             *column)
{
  const TbPanel *panel = &self->panel;

  for (gsize i = 0; i < panel->n_behind && column->behind == NULL; i++)
    if (panel->behind[i].point == column->point)
      column->behind = &panel->behind[i];
  if (column->behind == NULL)
    return;

  column->behind_mark = (TbColumnMark) {
    .color = column->behind->kind == TB_KIND_ACTUAL ? column->mark.color : self->canvas->theme->target,
    .kind = column->behind->kind,
    .soft = column->behind->soft,
    .dashed = column->behind->dashed,
    .previous = column->behind->kind == TB_KIND_ACTUAL,
    .wide = column->mark.wide && column->behind->kind == TB_KIND_ACTUAL,
    .segment = column->mark.segment,
    .datum = column->behind->datum,
  };
}

static int
get_tier (const TbTrack      *track,
          const TbChartPoint *point)
{
  const TbChartPoint *last = NULL;
  double furthest = 0;
  double top = fabs (tb_chart_point_get_top (point));

  for (gsize i = 0; i < track->n_points; i++)
    {
      const TbChartPoint *other = &track->points[i];

      if (other->missing || tb_chart_point_is_reference (other))
        continue;
      last = other;
      furthest = fmax (furthest, fabs (tb_chart_point_get_top (other)));
    }
  if (point == last || point->missing || tb_chart_point_is_reference (point) || point->kind == TB_KIND_FORECAST)
    return 0;

  return top >= furthest ? 1 : 2;
}

static char *
join_conflicting (const TbFigures    *figures,
                  const TbTrack      *track,
                  const TbChartPoint *point)
{
  g_autofree char *number = tb_figures_dup_number (figures, point);
  GString *text = g_string_new (number);

  for (const TbChartPoint *other = point + 1; other < track->points + track->n_points && point->conflict == 0; other++)
    {
      if (!tb_period_equal (other->period, point->period))
        break;
      if (other->kind == point->kind && other->basis == point->basis && other->conflict > 0)
        {
          g_autofree char *rival = tb_figures_dup_number (figures, other);

          g_string_append_printf (text, " / %s", rival);
        }
    }

  return g_string_free_and_steal (text);
}

static void
measure_label (const TbColumnLayout *self,
               TbColumn             *column,
               const TbTrack        *track,
               const TbFont         *number_font)
{
  const TbCanvas *canvas = self->canvas;
  TbLanguage language = canvas->figures->language;
  const TbChartPoint *point = column->point;

  column->tier = get_tier (track, point);
  column->number = join_conflicting (canvas->figures, track, point);
  column->label = tb_canvas_measure (canvas, point->kind == TB_KIND_ACTUAL ? number_font : &canvas->label,
                                     column->number);
  if (point->kind == TB_KIND_ACTUAL || point->missing ||
      (self->panel.plain_numbers && !tb_chart_point_is_reference (point)))
    return;
  column->text = tb_chart_words_format (TB_WORD_KIND_LABEL, language, tb_chart_kind_word (point->kind, language),
                                        column->number);
  /* A label begins with a capital where its script has them. */
  column->text[0] = g_ascii_toupper (column->text[0]);
  column->worded = tb_canvas_measure (canvas, &canvas->label, column->text);
}

/* @number_font: NULL where there are too many columns to label them. */
static void
add_column (TbColumnLayout     *self,
            gsize               track_index,
            const TbChartPoint *point,
            const TbFont       *number_font)
{
  TbCanvas *canvas = self->canvas;
  const TbFigures *figures = canvas->figures;
  const TbTrack *track = &figures->tracks[track_index];
  gboolean is_lone_target = figures->n_tracks == 1 && tb_chart_point_is_reference (point);
  TbColumn column = { .point = point, .track = track_index };

  for (gsize i = 0; i < figures->n_tracks; i++)
    if (i == track_index || tb_tracks_are_twins (&figures->tracks[i], track))
      find_neighbours (&figures->tracks[i], point, &column);
  column.mark.color = is_lone_target ? canvas->theme->target : tb_canvas_get_color (canvas, track_index);
  column.mark.color = tb_canvas_get_stressed (canvas, column.mark.color, point->datum);
  column.mark.kind = point->kind;
  column.mark.soft = tb_chart_point_is_soft (point);
  column.mark.dashed = point->indicative;
  column.mark.segment = point->geometry == TB_GEOMETRY_SEGMENT && self->panel.n_behind == 0;
  column.mark.datum = point->datum;
  column.has_bracket = self->with_brackets && tb_track_ends_bracket (track, point);
  column.lane = tb_figures_get_lane (figures, track_index, point);
  find_behind (self, &column);
  if (number_font != NULL)
    measure_label (self, &column, track, number_font);
  self->nested = self->nested || column.in_outline || column.mark.wide;
  self->n_lanes = MAX (self->n_lanes, column.lane.n);
  g_array_append_val (self->columns, column);
}

static void
gather_columns (TbColumnLayout *self)
{
  const TbFigures *figures = self->canvas->figures;
  TbFont number_font = self->canvas->label;
  gsize n_points = 0;

  for (gsize i = 0; i < figures->n_tracks; i++)
    n_points += figures->tracks[i].n_points;
  /* A few numbers are the message, and are set so. */
  if (n_points <= MOST_LARGE_NUMBERS)
    {
      number_font = self->canvas->strong;
      number_font.size_px *= LARGE_NUMBER;
    }
  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      add_column (self, i, &figures->tracks[i].points[k], n_points <= TB_COLUMN_MOST_LABELLED ? &number_font : NULL);
}

/* Lays everything out with or without an axis of values, @above px for numbers above
 * the highest mark. Returns how many labels found no room. */
static guint
place (TbColumnLayout *self,
       double          low,
       double          high,
       gboolean        with_axis,
       double          above)
{
  TbCanvas *canvas = self->canvas;
  TbRect room = self->panel.room;
  double left = room.x;

  g_clear_pointer (&self->values, tb_value_axis_free);
  self->values = tb_value_axis_new (canvas, low, high, with_axis, room.height * 0.8);
  if (self->panel.hides_values)
    tb_value_axis_hide_numbers (self->values);
  left += MAX (self->values->gutter, self->panel.gutter);
  tb_column_layout_set_time_range (self, left, room.x + room.width);
  self->plot = room;
  if (!self->panel.hides_times)
    self->plot.height -= tb_period_axis_get_height (self->time);
  self->headroom = tb_decorations_get_headroom (canvas, room.height);
  tb_value_axis_place (self->values, self->plot.y + above + self->headroom,
                       self->plot.y + self->plot.height - (low < 0 && !with_axis ? above : 0));
  tb_value_axis_limit (self->values, self->plot.y, self->plot.y + self->plot.height);
  self->zero_y = tb_value_axis_map (self->values, 0);
  tb_column_layout_place_in_time (self);
  tb_column_layout_place_in_value (self);

  /* The largest of each of several series would be numbers here and there. */
  return tb_column_layout_place_labels (self, !with_axis ? 2 : canvas->figures->n_tracks > 1 ? 0 : 1);
}

static gboolean
any_label_reaches (const TbColumnLayout *self,
                   double                y)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbColumn *column = &g_array_index (self->columns, TbColumn, i);

      if (column->has_label && column->label_box.y < y)
        return TRUE;
    }

  return FALSE;
}

/* With a number at each column and no axis. Where the highest is an outline that is
 * named inside, nothing needs to stay empty above it; panels of one scale are alike. */
static guint
place_with_numbers (TbColumnLayout *self,
                    double          low,
                    double          high,
                    double          above)
{
  double gap = TB_COLUMN_LABEL_GAP * self->canvas->unit;
  guint n_left = place (self, low, high, FALSE, above);

  if (low < 0 || self->headroom > 0 || !isnan (self->panel.high) || any_label_reaches (self, self->plot.y + above))
    return n_left;
  if (place (self, low, high, FALSE, gap) == n_left && !any_label_reaches (self, self->plot.y))
    return n_left;
  return place (self, low, high, FALSE, above);
}

/**
 * tb_column_layout_new:
 * @canvas: the canvas, with the figures to draw; must outlive the layout
 * @panel: where and how
 *
 * Places columns: first with a number at each and no axis of values; where not
 * all numbers find room, with an axis and only the numbers that matter most, the
 * others counted as dropped (C1).
 *
 * Returns: (transfer full): the layout
 */
TbColumnLayout *
tb_column_layout_new (TbCanvas      *canvas,
                      const TbPanel *panel)
{
  TbColumnLayout *self = g_new0 (TbColumnLayout, 1);
  double low;
  double high;
  double above = canvas->label.size_px * 1.5 * LARGE_NUMBER + TB_COLUMN_LABEL_GAP * canvas->unit;
  guint n_left = 1;

  self->canvas = canvas;
  self->panel = *panel;
  self->columns = g_array_new (FALSE, FALSE, sizeof (TbColumn));
  g_array_set_clear_func (self->columns, clear_column);
  /* They would run through what stands behind the columns. */
  self->with_brackets = panel->n_behind == 0 && tb_figures_have_room_for_brackets (canvas->figures);
  self->time = tb_period_axis_new (panel->times != NULL ? panel->times : canvas->figures);
  gather_columns (self);
  tb_figures_get_extent (canvas->figures, &low, &high);
  for (gsize i = 0; i < panel->n_behind; i++)
    {
      low = fmin (low, panel->behind[i].value);
      high = fmax (high, panel->behind[i].value);
    }
  low = fmin (fmin (low, panel->low), 0);
  high = fmax (fmax (high, panel->high), 0);
  tb_decorations_widen (canvas, &low, &high);
  if (canvas->spec->show_values && !panel->with_axis)
    n_left = place_with_numbers (self, low, high, above);
  if (n_left > 0)
    n_left = place (self, low, high, TRUE, above);
  canvas->n_dropped += n_left;

  return self;
}

/**
 * tb_column_layout_draw:
 * @self: a layout
 *
 * Puts the columns with their axes and labels into the scene.
 */
void
tb_column_layout_draw (TbColumnLayout *self)
{
  TbCanvas *canvas = self->canvas;
  double right = self->plot.x + self->plot.width;
  const TbDecorationField field = { .plot = self->plot, .time = self->time, .values = &self->values->scale,
                                    .headroom = self->headroom, .with_breaks = TRUE };

  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  tb_decorations_draw_behind (canvas, &field);
  tb_value_axis_draw (self->values, canvas, self->plot.x, right);
  tb_column_layout_draw_marks (self);
  tb_value_axis_draw_zero (self->values, canvas, self->plot.x, right);
  tb_period_axis_add_plot (self->time, canvas, self->plot.y, self->plot.height, FALSE);
  if (!self->panel.hides_times)
    tb_period_axis_draw (self->time, canvas, self->plot.y + self->plot.height);
  tb_column_layout_draw_labels (self);
  tb_decorations_draw_front (canvas, &field);
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_column_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
tb_column_layout_free (TbColumnLayout *self)
{
  g_array_unref (self->columns);
  tb_period_axis_free (self->time);
  tb_value_axis_free (self->values);
  g_free (self);
}

TbRect
tb_column_layout_get_plot (const TbColumnLayout *self)
{
  return self->plot;
}

const TbPeriodAxis *
tb_column_layout_get_time (const TbColumnLayout *self)
{
  return self->time;
}

const TbValueAxis *
tb_column_layout_get_values (const TbColumnLayout *self)
{
  return self->values;
}

/**
 * tb_column_layout_find:
 * @self: a layout
 * @point: a point of its figures
 * @out_body: (out): its column, px
 *
 * Returns: whether it has a column
 */
gboolean
tb_column_layout_find (const TbColumnLayout *self,
                       const TbChartPoint   *point,
                       TbRect               *out_body)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbColumn *column = &g_array_index (self->columns, TbColumn, i);

      if (column->point == point)
        {
          *out_body = column->mark.body;
          return TRUE;
        }
    }

  return FALSE;
}
