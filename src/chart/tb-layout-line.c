/* Lines over time, named at their ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-layouts.h"
#include "tb-chart-words.h"
#include "tb-label-placement.h"
#include "tb-mark-line.h"
#include "tb-palette.h"
#include "tb-period-axis.h"
#include "tb-ticks.h"
#include "tb-value-axis.h"

#include <math.h>

/* The axis leaves zero out where the figures lie this far above it. */
#define ZERO_SHARE 0.35
#define FEWEST_TICKS 2.0

/* Names at the ends take at most this share of the plot's width. */
#define MOST_NAMES_SHARE 0.28
#define NAME_GAP 0.7             /* ems */
#define EARLY_SHARE 0.06         /* of the axis of time: a line that ends so much before its end ends early */
#define NAMES_HEIGHT_SHARE 0.36  /* of the page: names higher than this become a legend */

/* Up to so many points of a single series each has its number. */
#define MOST_NUMBERED 14

/* Up to so many points to the width each has a dot: px between them, units. */
#define DOT_DISTANCE 26.0

#define LINE 2.4
#define GREY_LINE 1.2
#define LABEL_GAP 6.0

#define MOST_AVOIDED 400

typedef struct
{
  const TbTrack *track;
  gsize          index;
  TbPlacedPoint *chain;      /* actual and forecast, in order of time */
  gsize          n_chain;
  TbPlacedPoint *asides;     /* what no line runs through: targets, plans, ranges, second figures that contradict */
  gsize          n_asides;
  const TbPlacedPoint *last; /* nullable */
  char          *end_text;
  TbTextBlock   *end_block;
  double         end_x, end_y;  /* left and middle of the name */
  gboolean       has_end;
  gboolean       is_inline;     /* stands right after a line that ends before the others */
} Track;

typedef struct
{
  TbCanvas     *canvas;
  TbRect        plot;
  TbPeriodAxis *time;
  TbValueAxis  *values;
  Track        *tracks;
  gsize         n_tracks;
  double        names_width;
  gboolean      inline_names; /* lines that end early are named right there, where there is room */
  gboolean      numbered;    /* each point has its number; no axis of values */
} Layout;

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

static gboolean
is_reference (const TbPoint *point)
{
  return point->kind == TB_KIND_TARGET || point->kind == TB_KIND_PLAN;
}

static void
gather_tracks (Layout *self)
{
  const TbFigures *figures = self->canvas->figures;

  self->n_tracks = figures->n_tracks;
  self->tracks = g_new0 (Track, self->n_tracks);
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      Track *track = &self->tracks[i];

      track->track = &figures->tracks[i];
      track->index = i;
      track->chain = g_new0 (TbPlacedPoint, track->track->n_points + 1);
      track->asides = g_new0 (TbPlacedPoint, track->track->n_points + 1);
      for (gsize k = 0; k < track->track->n_points; k++)
        {
          const TbPoint *point = &track->track->points[k];

          if (is_reference (point) || point->conflict > 0)
            track->asides[track->n_asides++].point = point;
          else
            track->chain[track->n_chain++].point = point;
          /* A range is a gap of the line, and stands in it. */
          if (!is_reference (point) && point->conflict == 0 && isnan (point->value) && !point->missing)
            track->asides[track->n_asides++].point = point;
        }
    }
}

static void
free_tracks (Layout *self)
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
get_ends_height (const Layout *self)
{
  double height = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    if (self->tracks[i].end_block != NULL)
      height += self->tracks[i].end_block->height;

  return height;
}

static const TbPoint *
find_last (const Track *track)
{
  for (gsize i = track->n_chain; i > 0; i--)
    if (!isnan (track->chain[i - 1].point->value))
      return track->chain[i - 1].point;

  return NULL;
}

static gboolean
ends_early (const Layout  *self,
            const TbPoint *last)
{
  double moment = last->geometry == TB_GEOMETRY_END ? last->end : (last->start + last->end) / 2;

  return tb_period_axis_get_end (self->time) - moment > tb_period_axis_get_length (self->time) * EARLY_SHARE;
}

/* The name at a line's end with its last number. */
static void
measure_ends (Layout  *self,
              gboolean with_names,
              gboolean with_numbers)
{
  TbCanvas *canvas = self->canvas;
  double most = (canvas->width - 2 * canvas->margin) * MOST_NAMES_SHARE;

  self->names_width = 0;
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      Track *track = &self->tracks[i];
      const TbPoint *last = find_last (track);
      const char *name = with_names && i < TB_N_SERIES_COLORS ? track->track->name : "";
      const char *number = with_numbers && last != NULL ? last->number : "";

      g_clear_pointer (&track->end_text, g_free);
      g_clear_pointer (&track->end_block, tb_text_block_free);
      if (last == NULL || (name[0] == '\0' && number[0] == '\0'))
        continue;
      track->end_text = g_strconcat (name, name[0] != '\0' && number[0] != '\0' ? " " : "", number, NULL);
      track->end_block = tb_text_block_new (canvas->measure, i < TB_N_SERIES_COLORS ? &canvas->strong : &canvas->label,
                                            tb_canvas_get_text_color (canvas, i), track->end_text, most);
      track->is_inline = self->inline_names && ends_early (self, last);
      if (!track->is_inline)
        self->names_width = MAX (self->names_width, track->end_block->width + canvas->label.size_px * NAME_GAP);
    }
}

static double
get_x (const Layout  *self,
       const TbPoint *point)
{
  return tb_period_axis_map (self->time, point->geometry == TB_GEOMETRY_END ? point->end : (point->start + point->end) / 2);
}

static void
place_points (Layout *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      Track *track = &self->tracks[i];

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
          placed->y = placed->point->missing ? NAN : tb_value_axis_map (self->values, tb_point_get_top (placed->point));
        }
    }
}

/* Names stand level with their lines' ends, moved apart where they must be. */
static void
place_ends (Layout *self)
{
  g_autofree double *centers = g_new0 (double, self->n_tracks + 1);
  g_autofree double *heights = g_new0 (double, self->n_tracks + 1);
  g_autofree gsize *which = g_new0 (gsize, self->n_tracks + 1);
  double right = self->plot.x + self->plot.width - self->names_width + self->canvas->label.size_px * NAME_GAP;
  gsize n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      Track *track = &self->tracks[i];

      track->has_end = FALSE;
      track->end_x = right;
      if (track->end_block == NULL || track->last == NULL || track->is_inline)
        continue;
      centers[n] = track->last->y;
      heights[n] = track->end_block->height;
      which[n++] = i;
    }
  /* Of too many the last in order go: the first are those named first. */
  while (n > 0 && !tb_labels_spread (centers, heights, n, self->plot.y, self->plot.y + self->plot.height))
    {
      n--;
      self->canvas->n_dropped++;
    }
  for (gsize i = 0; i < n; i++)
    {
      self->tracks[which[i]].end_y = centers[i];
      self->tracks[which[i]].has_end = TRUE;
    }
}

/* Whether lines have so few points that labels can be kept off each of them. */
static gboolean
is_short (const Layout *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    if (self->tracks[i].n_chain > MOST_AVOIDED)
      return FALSE;

  return TRUE;
}

static TbPlacer *new_placer (const Layout *self);
static void block_lines (const Layout *self, TbPlacer *placer);
static void block_asides (const Layout *self, TbPlacer *placer);

/* Names lines that end early where they end. Returns whether all found room. */
static gboolean
place_inline (Layout *self)
{
  g_autoptr (TbPlacer) placer = NULL;
  double gap = LABEL_GAP * self->canvas->unit;
  gboolean any = FALSE;

  for (gsize i = 0; i < self->n_tracks; i++)
    any = any || self->tracks[i].is_inline;
  if (!any)
    return TRUE;
  if (!is_short (self))
    return FALSE;

  placer = new_placer (self);
  block_lines (self, placer);
  block_asides (self, placer);
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      Track *track = &self->tracks[i];
      TbRect boxes[3];
      double top;
      int choice;

      if (!track->is_inline || track->end_block == NULL || track->last == NULL)
        continue;
      top = track->last->y - track->end_block->height / 2;
      boxes[0] = (TbRect) { track->last->x + 1.6 * gap, top, track->end_block->width, track->end_block->height };
      boxes[1] = (TbRect) { boxes[0].x, top - track->end_block->height / 2, boxes[0].width, boxes[0].height };
      boxes[2] = (TbRect) { boxes[0].x, top + track->end_block->height / 2, boxes[0].width, boxes[0].height };
      choice = tb_placer_choose (placer, boxes, G_N_ELEMENTS (boxes));
      if (choice < 0)
        return FALSE;
      track->has_end = TRUE;
      track->end_x = boxes[choice].x;
      track->end_y = boxes[choice].y + track->end_block->height / 2;
    }

  return TRUE;
}

static void
place (Layout *self,
       TbRect  room,
       double  low,
       double  high)
{
  TbCanvas *canvas = self->canvas;
  double label = canvas->label.size_px * 1.5;
  double left = room.x;
  double right = room.x + room.width - self->names_width;
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
  left += self->numbered ? canvas->label.size_px : self->values->gutter;
  tb_period_axis_set_range (self->time, canvas, left, MAX (right, left + 1));
  self->plot = (TbRect) { room.x, room.y, room.width, room.height - tb_period_axis_get_height (self->time) };
  tb_value_axis_place (self->values, self->plot.y + label,
                       self->plot.y + self->plot.height - (self->numbered && low < 0 ? label : self->numbered && zero_out ? label * 1.2 : 0));
  place_points (self);
  place_ends (self);
}

/* The line from point to point is ink that numbers keep off. */
static void
block_lines (const Layout *self,
             TbPlacer     *placer)
{
  double half = 1.8 * self->canvas->unit;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_chain; k++)
      {
        const TbPlacedPoint *from = &self->tracks[i].chain[k];
        const TbPlacedPoint *to = from + 1;
        int n_steps;

        if (isnan (from->y))
          continue;
        tb_placer_block (placer, (TbRect) { from->x - 2 * half, from->y - 2 * half, 4 * half, 4 * half });
        if (k + 1 >= self->tracks[i].n_chain || !tb_placed_points_join (from, to))
          continue;
        n_steps = (int) (hypot (to->x - from->x, to->y - from->y) / (4 * half)) + 1;
        for (int step = 1; step < n_steps; step++)
          {
            double share = (double) step / n_steps;
            double x = from->x + share * (to->x - from->x);
            double y = from->y + share * (to->y - from->y);

            tb_placer_block (placer, (TbRect) { x - half, y - half, 2 * half, 2 * half });
          }
      }
}

static void
block_asides (const Layout *self,
              TbPlacer     *placer)
{
  double radius = 5 * self->canvas->unit;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_asides; k++)
      {
        const TbPlacedPoint *placed = &self->tracks[i].asides[k];
        double low = placed->y;

        if (isnan (placed->y))
          continue;
        if (!isnan (placed->point->low) && !isnan (placed->point->high))
          low = tb_value_axis_map (self->values, placed->point->low);
        tb_placer_block (placer, (TbRect) { placed->x - radius, placed->y - radius, 2 * radius, low - placed->y + 2 * radius });
      }
}

static gboolean
label_point (Layout              *self,
             TbPlacer            *placer,
             const TbPlacedPoint *placed,
             const TbLabel       *label,
             TbColor              color,
             gboolean             draw)
{
  TbCanvas *canvas = self->canvas;
  double gap = LABEL_GAP * canvas->unit;
  double width = label->extents.width;
  double height = tb_label_get_height (label);
  TbRect boxes[] = {
    { placed->x - width / 2, placed->y - gap - height, width, height },
    { placed->x - width / 2, placed->y + gap, width, height },
    { placed->x + gap, placed->y - height - gap * 0.4, width, height },
    { placed->x - gap - width, placed->y - height - gap * 0.4, width, height },
    { placed->x + gap * 1.4, placed->y - height / 2, width, height },
    { placed->x - gap * 1.4 - width, placed->y - height / 2, width, height },
    { placed->x + gap, placed->y + gap * 0.4, width, height },
    { placed->x - gap - width, placed->y + gap * 0.4, width, height },
  };
  int choice = tb_placer_choose (placer, boxes, G_N_ELEMENTS (boxes));

  if (choice < 0)
    return FALSE;
  if (draw)
    tb_canvas_draw_label (canvas, label, color, TB_ANCHOR_MIDDLE, boxes[choice].x + width / 2, boxes[choice].y,
                          placed->point->datum);

  return TRUE;
}

static void
block_ends (const Layout *self,
            TbPlacer     *placer)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const Track *track = &self->tracks[i];

      if (track->has_end)
        tb_placer_block (placer, (TbRect) { track->end_x, track->end_y - track->end_block->height / 2,
                                            track->end_block->width, track->end_block->height });
    }
}

static TbPlacer *
new_placer (const Layout *self)
{
  TbPlacer *placer = tb_placer_new (self->plot);

  block_ends (self, placer);
  if (self->values->gutter > 0)
    tb_placer_block (placer, (TbRect) { self->plot.x, self->plot.y, self->values->gutter, self->plot.height });

  return placer;
}

/* Returns how many found no room. */
static guint
label_asides (Layout   *self,
              TbPlacer *placer,
              gboolean  draw)
{
  TbCanvas *canvas = self->canvas;
  TbLanguage language = canvas->figures->language;
  guint n_left = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_asides; k++)
      {
        const TbPlacedPoint *placed = &self->tracks[i].asides[k];
        g_autofree char *text = NULL;
        TbLabel label;

        if (isnan (placed->y))
          continue;
        if (is_reference (placed->point))
          text = tb_chart_words_format (TB_WORD_KIND_LABEL, language, tb_chart_kind_word (placed->point->kind, language),
                                        placed->point->number);
        else
          text = g_strdup (placed->point->number);
        text[0] = g_ascii_toupper (text[0]);
        label = tb_canvas_measure (canvas, &canvas->label, text);
        if (!label_point (self, placer, placed, &label, tb_canvas_get_text_color (canvas, i), draw))
          n_left++;
      }

  return n_left;
}

/* The numbers of all points of a single line. Returns how many found no room. */
static guint
label_all (Layout  *self,
           gboolean draw)
{
  g_autoptr (TbPlacer) placer = new_placer (self);
  guint n_left = 0;
  const Track *track = &self->tracks[0];

  block_lines (self, placer);
  block_asides (self, placer);
  for (gsize k = 0; k < track->n_chain; k++)
    {
      const TbPlacedPoint *placed = &track->chain[k];
      TbLabel label;

      if (isnan (placed->y) || (placed == track->last && track->has_end))
        continue;
      label = tb_canvas_measure (self->canvas, &self->canvas->label, placed->point->number);
      if (!label_point (self, placer, placed, &label, self->canvas->theme->text, draw))
        n_left++;
    }
  n_left += label_asides (self, placer, draw);

  return n_left;
}

static void
draw_break (Layout       *self,
            const Track  *track,
            gsize         k,
            TbPlacer     *placer)
{
  TbCanvas *canvas = self->canvas;
  const TbPoint *point = track->chain[k].point;
  double x = tb_period_axis_map (self->time, point->start);
  TbLabel label = tb_canvas_measure (canvas, &canvas->note, tb_chart_word (TB_WORD_BREAK_LABEL, canvas->figures->language));
  double gap = LABEL_GAP * canvas->unit;
  TbRect boxes[4];
  int choice;

  if (point->geometry == TB_GEOMETRY_END)
    x = k > 0 ? (track->chain[k - 1].x + track->chain[k].x) / 2 : track->chain[k].x;
  tb_canvas_rule (canvas, x, self->plot.y + canvas->label.size_px, x, self->plot.y + self->plot.height,
                  canvas->theme->text_muted, 1, TRUE);
  boxes[0] = tb_label_get_box (&label, TB_ANCHOR_START, x + gap, self->plot.y + canvas->label.size_px);
  boxes[1] = tb_label_get_box (&label, TB_ANCHOR_END, x - gap, self->plot.y + canvas->label.size_px);
  boxes[2] = tb_label_get_box (&label, TB_ANCHOR_START, x + gap, self->plot.y + self->plot.height - 2 * canvas->label.size_px);
  boxes[3] = tb_label_get_box (&label, TB_ANCHOR_END, x - gap, self->plot.y + self->plot.height - 2 * canvas->label.size_px);
  choice = tb_placer_choose (placer, boxes, G_N_ELEMENTS (boxes));
  if (choice < 0)
    {
      canvas->n_dropped++;
      return;
    }
  tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, boxes[choice].x, boxes[choice].y,
                        point->datum);
}

static void
draw_ranges (Layout        *self,
             const Track   *track,
             const TbPoint *point,
             double         x)
{
  TbCanvas *canvas = self->canvas;
  TbColor color = tb_canvas_get_color (canvas, track->index);
  double cap = 4 * canvas->unit;
  double low;
  double high;
  TbPaint paint = { .stroke_color = color, .stroke_width = 1.6 * canvas->unit };

  if (isnan (point->low) || isnan (point->high))
    return;
  low = tb_value_axis_map (self->values, point->low);
  high = tb_value_axis_map (self->values, point->high);
  tb_scene_builder_line (canvas->builder, x, low, x, high, &paint, point->datum);
  if (is_reference (point))
    {
      tb_mark_line_draw_diamond (canvas, x, low, color, point->datum);
      tb_mark_line_draw_diamond (canvas, x, high, color, point->datum);
      return;
    }
  tb_canvas_rule (canvas, x - cap, low, x + cap, low, color, 1.6, FALSE);
  tb_canvas_rule (canvas, x - cap, high, x + cap, high, color, 1.6, FALSE);
}

/* A flow that no line reaches, and a target over a span, show their spans. */
static void
draw_spans (Layout      *self,
            const Track *track)
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
      if (isnan (placed->point->value) || placed->point->geometry == TB_GEOMETRY_END)
        continue;
      tb_canvas_rule (canvas, tb_period_axis_map (self->time, placed->point->start), placed->y,
                      tb_period_axis_map (self->time, placed->point->end), placed->y, color, 1, TRUE);
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
  if (is_reference (placed->point))
    tb_mark_line_draw_diamond (canvas, placed->x, placed->y, color, placed->point->datum);
  else
    tb_mark_line_draw (canvas, &lone);
}

static void
draw_track (Layout *self,
            Track  *track)
{
  TbCanvas *canvas = self->canvas;
  double length = tb_period_axis_get_length (self->time);
  double span = tb_period_axis_map (self->time, length) - tb_period_axis_map (self->time, 0);
  TbLineMark mark = {
    .points = track->chain,
    .n_points = track->n_chain,
    .color = tb_canvas_get_color (canvas, track->index),
    .width = track->index < TB_N_SERIES_COLORS ? LINE : GREY_LINE,
    .with_dots = track->index < TB_N_SERIES_COLORS && span / (double) MAX (track->n_chain, 1) > DOT_DISTANCE * canvas->unit,
  };

  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, track->track->name);
  draw_spans (self, track);
  tb_mark_line_draw (canvas, &mark);
  for (gsize k = 0; k < track->n_asides; k++)
    draw_aside (canvas, &track->asides[k], mark.color);
  tb_scene_builder_end (canvas->builder);
}

static void
draw_ends (Layout *self)
{
  TbCanvas *canvas = self->canvas;

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const Track *track = &self->tracks[i];
      double x = track->end_x;
      double from;

      if (!track->has_end)
        continue;
      from = track->last->x + LABEL_GAP * canvas->unit;
      /* A thin line leads to a name that had to move, or whose line ends early. */
      if (!track->is_inline &&
          (fabs (track->end_y - track->last->y) > canvas->label.size_px * 0.6 || x - from > canvas->label.size_px * 3))
        tb_canvas_rule (canvas, from, track->last->y, x - 2 * canvas->unit, track->end_y,
                        tb_color_mix (canvas->theme->background, tb_canvas_get_color (canvas, i), 0.6), 0.8, FALSE);
      tb_text_block_draw (track->end_block, canvas->builder, TB_ANCHOR_START, x,
                          track->end_y - track->end_block->height / 2, track->last->point->datum);
    }
}

static void
draw_labels (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  g_autoptr (TbPlacer) placer = new_placer (self);

  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  draw_ends (self);
  if (self->numbered)
    label_all (self, TRUE);
  else
    {
      if (is_short (self))
        block_lines (self, placer);
      block_asides (self, placer);
      for (gsize i = 0; i < self->n_tracks; i++)
        for (gsize k = 0; k < self->tracks[i].n_chain; k++)
          if (self->tracks[i].chain[k].point->breaks)
            draw_break (self, &self->tracks[i], k, placer);
      if (canvas->spec->show_values)
        canvas->n_dropped += label_asides (self, placer, TRUE);
    }
  tb_scene_builder_end (canvas->builder);
}

/* Whether a single short line can carry all its numbers. */
static gboolean
may_number (const Layout *self)
{
  const Track *track = &self->tracks[0];

  if (self->n_tracks != 1 || !self->canvas->spec->show_values || track->n_chain > MOST_NUMBERED)
    return FALSE;
  for (gsize k = 0; k < track->n_chain; k++)
    if (track->chain[k].point->breaks)
      return FALSE;

  return TRUE;
}

/**
 * tb_layout_line:
 * @canvas: the canvas
 * @frame: what stands around
 *
 * Lays lines out (C2). A single short line carries its numbers; others have an
 * axis of values, their names and last numbers at their ends.
 */
void
tb_layout_line (TbCanvas           *canvas,
                const TbChartFrame *frame)
{
  Layout self = { .canvas = canvas };
  double low;
  double high;
  double right;
  gboolean with_numbers;

  if (!tb_figures_get_extent (canvas->figures, &low, &high))
    return;
  self.time = tb_period_axis_new (canvas->figures);
  gather_tracks (&self);
  self.inline_names = TRUE;
  with_numbers = canvas->spec->show_values;
  measure_ends (&self, frame->n_legend == 0, with_numbers);
  /* On a small page names go before numbers. */
  if (frame->n_legend == 0 && canvas->figures->n_tracks > 1 && get_ends_height (&self) > frame->plot.height * 0.8)
    {
      with_numbers = FALSE;
      measure_ends (&self, TRUE, with_numbers);
      canvas->n_dropped += (guint) self.n_tracks;
    }
  self.numbered = may_number (&self);
  place (&self, frame->plot, low, high);
  if (self.numbered && (!place_inline (&self) || label_all (&self, FALSE) > 0))
    {
      self.numbered = FALSE;
      place (&self, frame->plot, low, high);
    }
  if (!self.numbered && !place_inline (&self))
    {
      self.inline_names = FALSE;
      measure_ends (&self, frame->n_legend == 0, with_numbers);
      place (&self, frame->plot, low, high);
    }

  right = self.plot.x + self.plot.width - self.names_width;
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  tb_value_axis_draw (self.values, canvas, self.plot.x, right);
  tb_value_axis_draw_zero (self.values, canvas, self.plot.x, right);
  tb_period_axis_draw (self.time, canvas, self.plot.y + self.plot.height);
  for (gsize i = self.n_tracks; i > 0; i--)
    draw_track (&self, &self.tracks[i - 1]);
  draw_labels (&self);
  tb_scene_builder_end (canvas->builder);

  free_tracks (&self);
  tb_period_axis_free (self.time);
  tb_value_axis_free (self.values);
}
