/* Names at the ends of lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-line-private.h"
#include "tb-palette.h"

#include <math.h>

/* Names at the ends take at most this share of the plot's width. */
#define MOST_NAMES_SHARE 0.28
#define NAME_GAP 0.7             /* ems */
#define SHORT_SHARE 0.5          /* of the widest line: the last one is no shorter, as a number alone would be */
#define EARLY_SHARE 0.06         /* of the axis of time: a line that ends so much before its end ends early */

double
tb_line_layout_get_ends_height (const TbLineLayout *self)
{
  double height = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    if (self->tracks[i].end_block != NULL)
      height += self->tracks[i].end_block->height;

  return height;
}

static const TbChartPoint *
find_last (const TbLineTrack *track)
{
  for (gsize i = track->n_chain; i > 0; i--)
    if (!isnan (track->chain[i - 1].point->value))
      return track->chain[i - 1].point;

  return NULL;
}

static double
get_moment (const TbChartPoint *point)
{
  return point->geometry == TB_GEOMETRY_END ? point->end : (point->start + point->end) / 2;
}

/* Whether names may stand in what the axis of time leaves free behind the last points. */
static gboolean
has_free_tail (const TbLineLayout *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    if (self->tracks[i].n_asides > 0)
      return FALSE;

  return self->names_width > 0;
}

/**
 * tb_line_layout_choose_right:
 * @self: a layout with measured names
 * @left: px of the start of time
 * @right: px of the page's edge
 *
 * Returns: px of the end of time, so that the names behind the last points end at
 *   the page's edge
 */
double
tb_line_layout_choose_right (const TbLineLayout *self,
                             double              left,
                             double              right)
{
  double length = tb_period_axis_get_length (self->time);
  double start = tb_period_axis_get_end (self->time) - length;
  double gap = self->canvas->label.size_px * NAME_GAP;
  double furthest = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbChartPoint *last = find_last (&self->tracks[i]);

      if (last != NULL)
        furthest = MAX (furthest, (get_moment (last) - start) / length);
    }
  if (!has_free_tail (self) || !(furthest > 0))
    return right - self->names_width;

  return left + MIN (right - left, MAX (right - left - self->names_width - gap, 1) / furthest);
}

static gboolean
ends_early (const TbLineLayout *self,
            const TbChartPoint *last)
{
  double moment = get_moment (last);

  return tb_period_axis_get_end (self->time) - moment > tb_period_axis_get_length (self->time) * EARLY_SHARE;
}

/* The name at a line's end with its last number. */
void
tb_line_layout_measure_ends (TbLineLayout *self,
                             gboolean      with_names,
                             gboolean      with_numbers)
{
  TbCanvas *canvas = self->canvas;
  double most = (canvas->width - 2 * canvas->margin) * MOST_NAMES_SHARE;

  self->names_width = 0;
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbLineTrack *track = &self->tracks[i];
      const TbChartPoint *last = find_last (track);
      const char *name = with_names && i < TB_N_SERIES_COLORS ? track->track->name : "";
      g_autofree char *number = with_numbers && last != NULL ? tb_figures_dup_number (canvas->figures, last)
                                                             : g_strdup ("");

      g_clear_pointer (&track->end_text, g_free);
      g_clear_pointer (&track->end_block, tb_text_block_free);
      if (last == NULL || (name[0] == '\0' && number[0] == '\0'))
        continue;
      track->end_text = g_strconcat (name, name[0] != '\0' && number[0] != '\0' ? " " : "", number, NULL);
      track->end_block = tb_text_block_new_even (canvas->measure,
                                                 i < TB_N_SERIES_COLORS ? &canvas->strong : &canvas->label,
                                                 tb_canvas_get_text_color (canvas, i), track->end_text, most,
                                                 SHORT_SHARE);
      track->is_inline = self->inline_names && ends_early (self, last);
      if (!track->is_inline)
        self->names_width = MAX (self->names_width, track->end_block->width + canvas->label.size_px * NAME_GAP);
    }
}

/* Where names begin: right of the last point of any line, which may stand before
 * the end of the axis, in the middle of its span. */
static double
find_names_x (const TbLineLayout *self)
{
  double gap = self->canvas->label.size_px * NAME_GAP;
  double right = self->plot.x + self->plot.width - self->names_width + gap;
  double furthest = self->plot.x;

  if (!has_free_tail (self))
    return right;
  for (gsize i = 0; i < self->n_tracks; i++)
    if (self->tracks[i].last != NULL)
      furthest = MAX (furthest, self->tracks[i].last->x);

  return MIN (right, furthest + 2 * gap);
}

/* Whether the last figure stands alone, and the rule over its span reaches to where
 * the name begins. */
static gboolean
reaches_name (const TbLineLayout *self,
              const TbLineTrack  *track,
              double              name_x)
{
  const TbPlacedPoint *last = track->last;

  if (last->point->geometry == TB_GEOMETRY_END || (last > track->chain && tb_placed_points_join (last - 1, last)))
    return FALSE;

  return tb_period_axis_map (self->time, last->point->end) > name_x;
}

/* Names stand level with their lines' ends, moved apart where they must be. */
void
tb_line_layout_place_ends (TbLineLayout *self)
{
  g_autofree double *centers = g_new0 (double, self->n_tracks + 1);
  g_autofree double *heights = g_new0 (double, self->n_tracks + 1);
  g_autofree gsize *which = g_new0 (gsize, self->n_tracks + 1);
  gsize n = 0;

  self->names_x = find_names_x (self);

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbLineTrack *track = &self->tracks[i];

      track->has_end = FALSE;
      track->end_x = self->names_x;
      if (track->end_block == NULL || track->last == NULL || track->is_inline)
        continue;
      track->over_rule = reaches_name (self, track, track->end_x);
      centers[n] = track->last->y - (track->over_rule ? track->end_block->height * 0.6 : 0);
      heights[n] = tb_text_block_get_pitch (track->end_block);
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

/* Names lines that end early where they end. Returns whether all found room. */
gboolean
tb_line_layout_place_inline (TbLineLayout *self)
{
  g_autoptr (TbPlacer) placer = NULL;
  double gap = TB_LINE_LABEL_GAP * self->canvas->unit;
  gboolean any = FALSE;

  for (gsize i = 0; i < self->n_tracks; i++)
    any = any || self->tracks[i].is_inline;
  if (!any)
    return TRUE;
  if (!tb_line_layout_is_short (self))
    return FALSE;

  placer = tb_line_layout_new_placer (self);
  tb_line_layout_block_lines (self, placer);
  tb_line_layout_block_asides (self, placer);
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbLineTrack *track = &self->tracks[i];
      TbRect boxes[3];
      double top;
      int choice;

      if (!track->is_inline || track->end_block == NULL || track->last == NULL)
        continue;
      top = track->last->y - track->end_block->height / 2;
      track->over_rule = reaches_name (self, track, track->last->x + 1.6 * gap);
      if (track->over_rule)
        top -= track->end_block->height * 0.6;
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

void
tb_line_layout_draw_ends (TbLineLayout *self)
{
  TbCanvas *canvas = self->canvas;

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbLineTrack *track = &self->tracks[i];
      double x = track->end_x;
      double from;

      if (!track->has_end)
        continue;
      from = track->last->x + TB_LINE_LABEL_GAP * canvas->unit;
      /* A thin line leads to a name that had to move, or whose line ends early. */
      if (!track->is_inline && !track->over_rule &&
          (fabs (track->end_y - track->last->y) > canvas->label.size_px * 0.6 || x - from > canvas->label.size_px * 3))
        tb_canvas_rule (canvas, from, track->last->y, x - 2 * canvas->unit, track->end_y,
                        tb_color_mix (canvas->theme->background, tb_canvas_get_color (canvas, i), 0.6), 0.8, FALSE);
      /* A name stands for the series, a number for its figure. */
      tb_text_block_draw (track->end_block, canvas->builder, TB_ANCHOR_START, x,
                          track->end_y - track->end_block->height / 2,
                          self->n_tracks > 1 && self->panel.with_names ? (TbDatum) { track->track->index, -1 }
                                                                       : track->last->point->datum);
    }
}
