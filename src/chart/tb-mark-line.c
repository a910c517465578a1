/* Draws lines through figures: gaps, breaks, dashes to what may change, dots.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-mark-line.h"

#include "tb-palette.h"

#include <math.h>
#include <string.h>

/* Figures before a break are of another definition: paler. */
#define BEFORE_BREAK_SHARE 0.5

#define DOT_RADIUS 3.0
#define HOLLOW_STROKE 1.6

/* Of more points than this not each has a place to be pointed at. */
#define MOST_HOVER_MARKS 2000

/* Only lines with many points to a pixel are reduced. */
#define REDUCE_FROM_PER_PX 8.0

gboolean
tb_placed_points_join (const TbPlacedPoint *from,
                       const TbPlacedPoint *to)
{
  return !isnan (from->y) && !isnan (to->y) && tb_chart_points_may_join (from->point, to->point);
}

/**
 * tb_line_reduce:
 * @elements: (inout) (array length=n): a polyline with rising x
 * @n: how many
 * @columns_per_px: columns in a pixel
 *
 * Reduces a line to the first, last, lowest and highest point of each column, in
 * their order: the M4 aggregation of Jugel et al., "M4: A Visualization-Oriented
 * Time Series Data Aggregation" (VLDB 2014), which paints the same pixels.
 *
 * Returns: how many points are left, at the front of @elements
 */
gsize
tb_line_reduce (TbPathElement *elements,
                gsize          n,
                double         columns_per_px)
{
  gsize kept = 0;

  for (gsize first = 0; first < n;)
    {
      double column = floor (elements[first].x * columns_per_px);
      gsize low = first;
      gsize high = first;
      gsize last = first;
      gsize chosen[4];

      while (last + 1 < n && floor (elements[last + 1].x * columns_per_px) <= column)
        {
          last++;
          if (elements[last].y < elements[low].y)
            low = last;
          if (elements[last].y > elements[high].y)
            high = last;
        }
      chosen[0] = first;
      chosen[1] = MIN (low, high);
      chosen[2] = MAX (low, high);
      chosen[3] = last;
      for (int i = 0; i < 4; i++)
        if (i == 0 || chosen[i] != chosen[i - 1])
          elements[kept++] = elements[chosen[i]];
      first = last + 1;
    }

  return kept;
}

static void
flush_line (TbCanvas       *canvas,
            GArray         *elements,
            const TbPaint  *paint)
{
  gsize n = elements->len;
  TbPathElement *first = (TbPathElement *) (gpointer) elements->data;

  if (n > 1)
    {
      if ((double) n > canvas->width * REDUCE_FROM_PER_PX)
        n = tb_line_reduce (first, n, 2);
      for (gsize i = 0; i < n; i++)
        first[i].op = i == 0 ? TB_PATH_MOVE : TB_PATH_LINE;
      tb_scene_builder_path (canvas->builder, first, n, paint, TB_NO_DATUM);
    }
  g_array_set_size (elements, 0);
}

static gboolean
leads_to_soft (const TbChartPoint *to)
{
  return tb_chart_point_is_soft (to) || to->kind == TB_KIND_FORECAST;
}

static gsize
find_last_break (const TbLineMark *mark)
{
  for (gsize i = mark->n_points; i > 0; i--)
    if (mark->points[i - 1].point->breaks)
      return i - 1;

  return 0;
}

static TbColor
get_color (const TbCanvas   *canvas,
           const TbLineMark *mark,
           gsize             i,
           gsize             last_break)
{
  return i < last_break ? tb_color_mix (canvas->theme->background, mark->color, BEFORE_BREAK_SHARE) : mark->color;
}

static void
draw_lines (TbCanvas         *canvas,
            const TbLineMark *mark)
{
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (TbPathElement));
  gsize last_break = find_last_break (mark);
  TbPaint paint = { .stroke_width = mark->width * canvas->unit };

  for (gsize i = 0; i + 1 < mark->n_points; i++)
    {
      const TbPlacedPoint *from = &mark->points[i];
      const TbPlacedPoint *to = &mark->points[i + 1];
      gboolean dashed = leads_to_soft (to->point);
      TbPathElement start = { TB_PATH_LINE, from->x, from->y };
      TbPathElement end = { TB_PATH_LINE, to->x, to->y };

      if (!tb_placed_points_join (from, to))
        {
          flush_line (canvas, elements, &paint);
          continue;
        }
      if (elements->len > 0 && dashed != paint.dashed)
        flush_line (canvas, elements, &paint);
      if (elements->len == 0)
        {
          paint.dashed = dashed;
          paint.stroke_color = get_color (canvas, mark, i + 1, last_break);
          g_array_append_val (elements, start);
        }
      g_array_append_val (elements, end);
    }
  flush_line (canvas, elements, &paint);
}

static void
draw_dot (TbCanvas            *canvas,
          const TbPlacedPoint *placed,
          TbColor              color,
          gboolean             visible)
{
  gboolean hollow = leads_to_soft (placed->point) || placed->point->conflict > 0;
  double stroke = HOLLOW_STROKE * canvas->unit;
  double radius = DOT_RADIUS * canvas->unit;
  TbPaint paint = { .fill = TB_FILL_NONE };

  if (visible && hollow)
    {
      paint = (TbPaint) { TB_FILL_SOLID, canvas->theme->background, color, stroke, FALSE };
      radius -= stroke / 4;
    }
  else if (visible)
    paint = (TbPaint) { .fill = TB_FILL_SOLID, .fill_color = color };
  tb_scene_builder_circle (canvas->builder, placed->x, placed->y, radius, &paint, placed->point->datum);
}

/* Which points can be pointed at: all, or of a long line the lowest and the highest
 * over each px. */
static guint8 *
choose_targets (const TbLineMark *mark)
{
  guint8 *chosen = g_new0 (guint8, mark->n_points + 1);
  gsize low = 0;
  gsize high = 0;

  if (mark->n_points <= MOST_HOVER_MARKS)
    {
      memset (chosen, 1, mark->n_points);
      return chosen;
    }
  for (gsize i = 0; i < mark->n_points; i++)
    {
      const TbPlacedPoint *placed = &mark->points[i];

      if (isnan (placed->y))
        continue;
      if (isnan (mark->points[low].y) || trunc (placed->x) > trunc (mark->points[low].x))
        low = high = i;
      chosen[low] = chosen[high] = 0;
      low = placed->y > mark->points[low].y ? i : low;
      high = placed->y < mark->points[high].y ? i : high;
      chosen[low] = chosen[high] = 1;
    }

  return chosen;
}

static void
draw_points (TbCanvas         *canvas,
             const TbLineMark *mark)
{
  gsize last_break = find_last_break (mark);
  gsize last = mark->n_points;
  g_autofree guint8 *targets = choose_targets (mark);

  for (gsize i = mark->n_points; i > 0 && last == mark->n_points; i--)
    if (!isnan (mark->points[i - 1].y))
      last = i - 1;

  for (gsize i = 0; i < mark->n_points; i++)
    {
      const TbPlacedPoint *placed = &mark->points[i];
      gboolean lone = (i == 0 || !tb_placed_points_join (placed - 1, placed)) &&
                      (i + 1 == mark->n_points || !tb_placed_points_join (placed, placed + 1));
      gboolean visible = mark->with_dots || lone || i == last || placed->point->conflict > 0 ||
                         leads_to_soft (placed->point);

      if (isnan (placed->y) || (!visible && !targets[i]))
        continue;
      draw_dot (canvas, placed, get_color (canvas, mark, i, last_break), visible);
    }
}

/**
 * tb_mark_line_draw:
 * @canvas: the canvas
 * @mark: a line
 *
 * Puts a line with its dots into the scene: joined only where tb_chart_points_may_join()
 * says so, dashed to points that may still change, paler before a break.
 */
void
tb_mark_line_draw (TbCanvas         *canvas,
                   const TbLineMark *mark)
{
  draw_lines (canvas, mark);
  draw_points (canvas, mark);
}

/**
 * tb_mark_line_draw_diamond:
 * @canvas: the canvas
 * @x: px
 * @y: px
 * @color: its colour
 * @datum: what it stands for
 *
 * Puts the mark of a target into the scene: a hollow diamond.
 */
void
tb_mark_line_draw_diamond (TbCanvas *canvas,
                           double    x,
                           double    y,
                           TbColor   color,
                           TbDatum   datum)
{
  double radius = DOT_RADIUS * 1.5 * canvas->unit;
  TbPaint paint = { TB_FILL_SOLID, canvas->theme->background, color, HOLLOW_STROKE * canvas->unit, FALSE };
  TbPathElement elements[] = {
    { TB_PATH_MOVE, x, y - radius }, { TB_PATH_LINE, x + radius, y }, { TB_PATH_LINE, x, y + radius },
    { TB_PATH_LINE, x - radius, y }, { TB_PATH_CLOSE, 0, 0 },
  };

  tb_scene_builder_path (canvas->builder, elements, G_N_ELEMENTS (elements), &paint, datum);
}
