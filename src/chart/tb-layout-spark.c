/* A line the size of a word: its shape, its last, lowest and highest figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-layouts.h"
#include "tb-mark-line.h"
#include "tb-palette.h"
#include "tb-scale.h"

#include <math.h>

#define LINE 1.4
#define DOT 2.2
#define SMALL_DOT 1.6

static void
draw_dot (TbCanvas            *canvas,
          const TbPlacedPoint *placed,
          double               radius,
          TbColor              color)
{
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = color };

  tb_scene_builder_circle (canvas->builder, placed->x, placed->y, radius, &paint, placed->point->datum);
}

static void
place_points (const TbCanvas *canvas,
              TbPlacedPoint  *points,
              gsize           n)
{
  double pad = DOT + 1;
  double low = INFINITY;
  double high = -INFINITY;
  TbScale time;
  TbScale values;

  for (gsize i = 0; i < n; i++)
    {
      low = fmin (low, points[i].point->value);
      high = fmax (high, points[i].point->value);
    }
  time = tb_scale_init (&tb_scale_time, n > 0 ? points[0].point->end : 0, n > 0 ? points[n - 1].point->end : 0, pad,
                        canvas->width - pad);
  values = tb_scale_init (&tb_scale_linear, low, high, canvas->height - pad, pad);
  for (gsize i = 0; i < n; i++)
    {
      points[i].x = tb_scale_map (&time, points[i].point->end);
      points[i].y = isnan (points[i].point->value) ? NAN : tb_scale_map (&values, points[i].point->value);
    }
}

static void
draw_lines (TbCanvas            *canvas,
            const TbPlacedPoint *points,
            gsize                n)
{
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (TbPathElement));
  TbPaint paint = { .stroke_color = tb_canvas_get_color (canvas, 0), .stroke_width = LINE };

  for (gsize i = 0; i <= n; i++)
    {
      gboolean joins = i > 0 && i < n && tb_placed_points_join (&points[i - 1], &points[i]);

      if (!joins && elements->len > 0)
        {
          TbPathElement *path = (TbPathElement *) (gpointer) elements->data;
          gsize length = elements->len;

          if ((double) length > canvas->width * 8)
            length = tb_line_reduce (path, length, 2);
          if (length > 1)
            tb_scene_builder_path (canvas->builder, path, length, &paint, TB_NO_DATUM);
          g_array_set_size (elements, 0);
        }
      if (i < n && !isnan (points[i].y))
        {
          TbPathElement element = { elements->len == 0 ? TB_PATH_MOVE : TB_PATH_LINE, points[i].x, points[i].y };

          g_array_append_val (elements, element);
        }
    }
}

/**
 * tb_layout_spark:
 * @canvas: the canvas
 *
 * Lays a sparkline out over the whole page (C15): own scale, no axis, no words;
 * gaps at missing figures; dots at the last, lowest and highest one.
 */
void
tb_layout_spark (TbCanvas *canvas)
{
  const TbTrack *track = &canvas->figures->tracks[0];
  g_autofree TbPlacedPoint *points = g_new0 (TbPlacedPoint, track->n_points + 1);
  gsize n = 0;
  gsize n_numbers = 0;
  const TbPlacedPoint *last = NULL;
  const TbPlacedPoint *lowest = NULL;
  const TbPlacedPoint *highest = NULL;
  TbColor muted = tb_color_mix (canvas->theme->background, tb_canvas_get_color (canvas, 0), 0.65);

  for (gsize i = 0; i < track->n_points; i++)
    if (track->points[i].kind == TB_KIND_ACTUAL && track->points[i].conflict == 0)
      points[n++].point = &track->points[i];
  /* A series of targets only is shown as it is. */
  if (n == 0)
    for (gsize i = 0; i < track->n_points; i++)
      points[n++].point = &track->points[i];
  place_points (canvas, points, n);
  for (gsize i = 0; i < n; i++)
    if (!isnan (points[i].y))
      {
        last = &points[i];
        n_numbers++;
        lowest = lowest == NULL || points[i].y > lowest->y ? &points[i] : lowest;
        highest = highest == NULL || points[i].y < highest->y ? &points[i] : highest;
      }

  tb_scene_builder_begin (canvas->builder, TB_ROLE_FIGURE, canvas->figures->title);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, canvas->figures->title);
  draw_lines (canvas, points, n);
  for (gsize i = 0; i < n; i++)
    {
      gboolean lone = !isnan (points[i].y) && (i == 0 || !tb_placed_points_join (&points[i - 1], &points[i])) &&
                      (i + 1 == n || !tb_placed_points_join (&points[i], &points[i + 1]));

      if (lone && &points[i] != last && &points[i] != lowest && &points[i] != highest)
        draw_dot (canvas, &points[i], SMALL_DOT * 0.8, tb_canvas_get_color (canvas, 0));
    }
  if (n_numbers > 1)
    {
      if (lowest != last)
        draw_dot (canvas, lowest, SMALL_DOT, muted);
      if (highest != last && highest != lowest)
        draw_dot (canvas, highest, SMALL_DOT, muted);
    }
  if (last != NULL)
    draw_dot (canvas, last, DOT, canvas->theme->highlight);
  tb_scene_builder_end (canvas->builder);
  tb_scene_builder_end (canvas->builder);
}
