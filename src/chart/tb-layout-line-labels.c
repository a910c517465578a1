/* Numbers at the points of lines, and words at their breaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-words.h"
#include "tb-decoration-draw.h"
#include "tb-layout-line-private.h"

#include <math.h>

/* Labels are kept off lines of up to so many points. */
#define MOST_AVOIDED 400

/* Whether lines have so few points that labels can be kept off each of them. */
gboolean
tb_line_layout_is_short (const TbLineLayout *self)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    if (self->tracks[i].n_chain > MOST_AVOIDED)
      return FALSE;

  return TRUE;
}

/* The line from point to point is ink that numbers keep off. */
void
tb_line_layout_block_lines (const TbLineLayout *self,
                            TbPlacer           *placer)
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

void
tb_line_layout_block_asides (const TbLineLayout *self,
                             TbPlacer           *placer)
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
        tb_placer_block (placer,
                         (TbRect) { placed->x - radius, placed->y - radius, 2 * radius, low - placed->y + 2 * radius });
      }
}

static gboolean
label_point (TbLineLayout        *self,
             TbPlacer            *placer,
             const TbPlacedPoint *placed,
             const TbLabel       *label,
             TbColor              color,
             gboolean             draw)
{
  TbCanvas *canvas = self->canvas;
  double gap = TB_LINE_LABEL_GAP * canvas->unit;
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
block_ends (const TbLineLayout *self,
            TbPlacer           *placer)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbLineTrack *track = &self->tracks[i];

      if (track->has_end)
        tb_placer_block (placer, (TbRect) { track->end_x, track->end_y - track->end_block->height / 2,
                                            track->end_block->width, track->end_block->height });
    }
}

TbPlacer *
tb_line_layout_new_placer (const TbLineLayout *self)
{
  TbPlacer *placer = tb_placer_new (self->plot);

  block_ends (self, placer);
  if (self->values->gutter > 0)
    tb_placer_block (placer, (TbRect) { self->plot.x, self->plot.y, self->values->gutter, self->plot.height });

  return placer;
}

/* Returns how many found no room. */
static guint
label_asides (TbLineLayout *self,
              TbPlacer     *placer,
              gboolean      draw)
{
  TbCanvas *canvas = self->canvas;
  TbLanguage language = canvas->figures->language;
  guint n_left = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_asides; k++)
      {
        const TbPlacedPoint *placed = &self->tracks[i].asides[k];
        g_autofree char *text = NULL;
        g_autofree char *number = NULL;
        TbLabel label;

        if (isnan (placed->y))
          continue;
        number = tb_figures_dup_number (canvas->figures, placed->point);
        if (tb_chart_point_is_reference (placed->point))
          text = tb_chart_words_format (TB_WORD_KIND_LABEL, language,
                                        tb_chart_kind_word (placed->point->kind, language), number);
        else
          text = g_strdup (number);
        text[0] = g_ascii_toupper (text[0]);
        label = tb_canvas_measure (canvas, &canvas->label, text);
        if (!label_point (self, placer, placed, &label, tb_canvas_get_text_color (canvas, i), draw))
          n_left++;
      }

  return n_left;
}

/* The numbers of all points of a single line. Returns how many found no room. */
guint
tb_line_layout_label_all (TbLineLayout *self,
                          gboolean      draw)
{
  g_autoptr (TbPlacer) placer = tb_line_layout_new_placer (self);
  guint n_left = 0;
  const TbLineTrack *track = &self->tracks[0];

  tb_line_layout_block_lines (self, placer);
  tb_line_layout_block_asides (self, placer);
  for (gsize k = 0; k < track->n_chain; k++)
    {
      const TbPlacedPoint *placed = &track->chain[k];
      g_autofree char *number = NULL;
      TbLabel label;

      if (isnan (placed->y) || (placed == track->last && track->has_end))
        continue;
      number = tb_figures_dup_number (self->canvas->figures, placed->point);
      label = tb_canvas_measure (self->canvas, &self->canvas->label, number);
      if (!label_point (self, placer, placed, &label, self->canvas->theme->text, draw))
        n_left++;
    }
  n_left += label_asides (self, placer, draw);

  return n_left;
}

static void
draw_break (TbLineLayout      *self,
            const TbLineTrack *track,
            gsize              k,
            TbPlacer          *placer)
{
  TbCanvas *canvas = self->canvas;
  const TbChartPoint *point = track->chain[k].point;
  double x = tb_period_axis_map (self->time, point->start);
  const char *own = tb_decorations_get_break_text (canvas, point->datum);
  TbLabel label = tb_canvas_measure (
      canvas, &canvas->note, own != NULL ? own : tb_chart_word (TB_WORD_BREAK_LABEL, canvas->figures->language));
  double gap = TB_LINE_LABEL_GAP * canvas->unit;
  TbRect boxes[4];
  int choice;

  if (point->geometry == TB_GEOMETRY_END)
    x = k > 0 ? (track->chain[k - 1].x + track->chain[k].x) / 2 : track->chain[k].x;
  tb_canvas_rule (canvas, x, self->plot.y + canvas->label.size_px, x, self->plot.y + self->plot.height,
                  canvas->theme->text_muted, 1, TRUE);
  boxes[0] = tb_label_get_box (&label, TB_ANCHOR_START, x + gap, self->plot.y + canvas->label.size_px);
  boxes[1] = tb_label_get_box (&label, TB_ANCHOR_END, x - gap, self->plot.y + canvas->label.size_px);
  boxes[2] = tb_label_get_box (&label, TB_ANCHOR_START, x + gap,
                               self->plot.y + self->plot.height - 2 * canvas->label.size_px);
  boxes[3] = tb_label_get_box (&label, TB_ANCHOR_END, x - gap,
                               self->plot.y + self->plot.height - 2 * canvas->label.size_px);
  choice = tb_placer_choose (placer, boxes, G_N_ELEMENTS (boxes));
  if (choice < 0)
    {
      canvas->n_dropped++;
      return;
    }
  tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, boxes[choice].x, boxes[choice].y,
                        point->datum);
}

void
tb_line_layout_draw_labels (TbLineLayout *self)
{
  TbCanvas *canvas = self->canvas;
  g_autoptr (TbPlacer) placer = tb_line_layout_new_placer (self);

  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  tb_line_layout_draw_ends (self);
  if (self->numbered)
    tb_line_layout_label_all (self, TRUE);
  else
    {
      if (tb_line_layout_is_short (self))
        tb_line_layout_block_lines (self, placer);
      tb_line_layout_block_asides (self, placer);
      for (gsize i = 0; i < self->n_tracks; i++)
        for (gsize k = 0; k < self->tracks[i].n_chain; k++)
          if (self->tracks[i].chain[k].point->breaks)
            draw_break (self, &self->tracks[i], k, placer);
      if (canvas->spec->show_values)
        canvas->n_dropped += label_asides (self, placer, TRUE);
    }
  tb_scene_builder_end (canvas->builder);
}
