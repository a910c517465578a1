/* A ranking: one bar a series, the largest first, their numbers in a column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-highlight.h"
#include "tb-chart-ranking.h"
#include "tb-chart-words.h"
#include "tb-decoration-draw.h"
#include "tb-mark-column.h"
#include "tb-value-axis.h"

#include <math.h>

/* Names take at most this share of the width, and are wrapped, never shortened. */
#define MOST_NAMES_SHARE 0.42
#define NAME_GAP 0.8           /* ems */
#define LABEL_GAP 5.0
#define BAR_SHARE 0.66
#define THICKEST_BAR 46.0
#define TALLEST_ROW 72.0
#define ROW_GAP 4.0

typedef struct
{
  const TbTrack *track;
  const TbChartPoint *figure;     /* nullable: missing */
  const TbChartPoint *reference;  /* nullable: its target or plan */
  gsize          index;
  TbTextBlock   *name;
  char          *text;
  TbLabel        label;
  char          *aim;        /* nullable: its target or plan in words */
  TbLabel        aim_label;
  gboolean       strong;     /* highlighted */
  double         top, height;
  double         thick;      /* of its bar; the same for all */
} Row;

static double
get_figure (const Row *row)
{
  return row->figure == NULL ? NAN : tb_chart_point_get_top (row->figure);
}

/* Missing last, in any order. */
static int
compare_missing (const Row *a,
                 const Row *b)
{
  return (a->figure == NULL) - (b->figure == NULL);
}

/* As in the file. */
static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  const Row *left = a;
  const Row *right = b;
  int missing = compare_missing (left, right);

  return missing != 0 ? missing : left->index < right->index ? -1 : 1;
}

/* Largest first, missing last; ties keep the order of the selection. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *left = a;
  const Row *right = b;
  double of_left = get_figure (left);
  double of_right = get_figure (right);

  if (isnan (of_left) != isnan (of_right))
    return isnan (of_left) ? 1 : -1;
  if (of_left > of_right || of_left < of_right)
    return of_left > of_right ? -1 : 1;

  return left->index < right->index ? -1 : 1;
}

static void
write_label (Row            *row,
             const TbCanvas *canvas)
{
  TbLanguage language = canvas->figures->language;

  if (row->figure == NULL)
    row->text = g_strdup (tb_chart_word (TB_WORD_NO_FIGURE, language));
  else
    row->text = tb_figures_dup_number (canvas->figures, row->figure);
  if (row->reference != NULL)
    {
      g_autofree char *number = tb_figures_dup_number (canvas->figures, row->reference);

      row->aim = tb_chart_words_format (TB_WORD_KIND_LABEL, language,
                                        tb_chart_kind_word (row->reference->kind, language), number);
      row->aim[0] = g_ascii_toupper (row->aim[0]);
      row->aim_label = tb_canvas_measure (canvas, &canvas->note, row->aim);
    }
  row->label = tb_canvas_measure (canvas, row->strong ? &canvas->strong : &canvas->label, row->text);
}

static Row *
new_rows (const TbCanvas *canvas,
          double          names_width)
{
  const TbFigures *figures = canvas->figures;
  Row *rows = g_new0 (Row, figures->n_tracks);

  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      Row *row = &rows[i];

      row->track = &figures->tracks[i];
      row->index = i;
      for (gsize k = 0; k < row->track->n_points; k++)
        {
          const TbChartPoint *point = &row->track->points[k];
          gboolean is_reference = tb_chart_point_is_reference (point);

          if (!is_reference || row->track->n_points == 1)
            row->figure = row->figure == NULL ? point : row->figure;
          else if (row->reference == NULL)
            row->reference = point;
        }
      /* All are targets: they are what is ranked. */
      if (row->figure == NULL && row->reference != NULL)
        {
          row->figure = row->reference;
          row->reference = NULL;
        }
      row->strong = tb_chart_spec_highlights (canvas->spec, figures, row->track);
      row->name = tb_text_block_new (canvas->measure, row->strong ? &canvas->strong : &canvas->label,
                                     canvas->theme->text, row->track->name, names_width);
      write_label (row, canvas);
    }
  qsort (rows, figures->n_tracks, sizeof *rows,
         canvas->spec->order == TB_CHART_ORDER_DECLARED ? compare_indices : compare_rows);

  return rows;
}

static void
free_rows (Row  *rows,
           gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      tb_text_block_free (rows[i].name);
      g_free (rows[i].text);
      g_free (rows[i].aim);
    }
  g_free (rows);
}

/* Rows are of one height where there is room, and their bars of one thickness
 * always: only lengths are read. */
static void
level_rows (Row            *rows,
            gsize           n,
            const TbCanvas *canvas,
            double          room)
{
  double tallest = 0;
  double lowest = INFINITY;
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      tallest = MAX (tallest, rows[i].height);
      sum += rows[i].height;
    }
  for (gsize i = 0; i < n; i++)
    {
      double wanted = tallest * (double) n <= room ? MAX (tallest, room / (double) n)
                                                   : rows[i].height + MAX (room - sum, 0) / (double) n;

      rows[i].height = MAX (rows[i].height, MIN (wanted, MAX (TALLEST_ROW * canvas->unit, tallest)));
      lowest = MIN (lowest, rows[i].height);
    }
  for (gsize i = 0; i < n; i++)
    rows[i].thick = MIN (lowest * BAR_SHARE, THICKEST_BAR * canvas->unit);
}

/* Gives rows their heights; of those that do not fit the last are left out, with
 * room for a line that says how many. Returns how many rows there are. */
static gsize
place_rows (Row            *rows,
            gsize           n,
            const TbCanvas *canvas,
            TbRect          room)
{
  double line = canvas->label.size_px * 1.6;
  double gap = ROW_GAP * canvas->unit;
  double needed = 0;
  double y = room.y;
  gsize shown = n;

  for (gsize i = 0; i < n; i++)
    {
      rows[i].height = MAX (rows[i].name->height, tb_label_get_height (&rows[i].label)) + gap;
      needed += rows[i].height;
    }
  while (shown > 1 && needed + (shown < n ? line : 0) > room.height)
    needed -= rows[--shown].height;

  level_rows (rows, shown, canvas, room.height - (shown < n ? line : 0));
  for (gsize i = 0; i < shown; i++)
    {
      rows[i].top = y;
      y += rows[i].height;
    }

  return shown;
}

static void
draw_reference (TbCanvas  *canvas,
                const Row *row,
                double     x,
                double     top,
                double     height)
{
  double width = 2.4 * canvas->unit;
  TbPaint paint = { .fill = TB_FILL_SOLID, .fill_color = canvas->theme->target,
                    .stroke_color = canvas->theme->background, .stroke_width = canvas->unit * 0.8 };

  if (row->reference->indicative)
    {
      /* T-10: a dashed tick. */
      paint.stroke_width = width + 1.6 * canvas->unit;
      tb_scene_builder_line (canvas->builder, x, top, x, top + height, &paint, TB_NO_DATUM);
      paint = (TbPaint) { .stroke_color = canvas->theme->target, .stroke_width = width, .dashed = TRUE };
      tb_scene_builder_line (canvas->builder, x, top, x, top + height, &paint, row->reference->datum);
      return;
    }
  tb_scene_builder_rect (canvas->builder, (TbRect) { x - width / 2, top, width, height }, &paint,
                         row->reference->datum);
}

/* T-3: a target with two ends is a band around the bar. */
static void
draw_band (TbCanvas      *canvas,
           const Row     *row,
           const TbScale *scale,
           double         top,
           double         height)
{
  double from = tb_scale_map (scale, row->reference->low);
  double to = tb_scale_map (scale, row->reference->high);
  TbRect band = { MIN (from, to), top, fabs (to - from), height };
  TbPaint halo = { .stroke_color = canvas->theme->background, .stroke_width = 3.2 * canvas->unit };
  TbPaint paint = { .stroke_color = canvas->theme->target, .stroke_width = 1.6 * canvas->unit,
                    .dashed = row->reference->indicative };

  tb_scene_builder_rect (canvas->builder, band, &halo, TB_NO_DATUM);
  tb_scene_builder_rect (canvas->builder, band, &paint, row->reference->datum);
}

static TbColumnMark
make_mark (const TbCanvas *canvas,
           const Row      *row,
           const TbScale  *scale,
           double          middle)
{
  const TbChartPoint *point = row->figure;
  double zero = tb_scale_map (scale, 0);
  double x = tb_scale_map (scale, isnan (point->value) ? MIN (point->low, point->high) : point->value);
  TbColumnMark mark = {
    .body = { MIN (x, zero), middle - row->thick / 2, fabs (x - zero), row->thick },
    .color = tb_canvas_get_stressed (canvas, canvas->theme->series[0], point->datum),
    .kind = point->kind,
    .soft = tb_chart_point_is_soft (point),
    .base = x < zero ? TB_BASE_RIGHT : TB_BASE_LEFT,
    .datum = point->datum,
  };

  if (!isnan (point->low) && !isnan (point->high))
    {
      double low = tb_scale_map (scale, point->low);
      double high = tb_scale_map (scale, point->high);
      double share = isnan (point->value) ? 1 : 0.3;

      mark.range = (TbRect) { low, middle - row->thick * share / 2, high - low, row->thick * share };
    }

  return mark;
}

static void
draw_label (TbCanvas  *canvas,
            const Row *row,
            double     numbers_right,
            double     zero)
{
  double middle = row->top + row->height / 2;

  if (row->figure != NULL)
    tb_canvas_draw_label (canvas, &row->label, canvas->theme->text, TB_ANCHOR_END, numbers_right,
                          middle - tb_label_get_height (&row->label) / 2, row->figure->datum);
  else
    tb_canvas_draw_label (canvas, &row->label, canvas->theme->text_muted, TB_ANCHOR_START,
                          zero + LABEL_GAP * canvas->unit, middle - tb_label_get_height (&row->label) / 2, TB_NO_DATUM);
}

static void
draw_aim (TbCanvas      *canvas,
          const Row     *row,
          const TbScale *scale,
          double         end)
{
  double middle = row->top + row->height / 2;
  double tick = tb_scale_map (scale, tb_chart_point_get_top (row->reference));
  gboolean falls = tb_chart_point_get_top (row->figure) < 0;

  if (isnan (tick))
    return;
  if (!isnan (row->reference->low) && !isnan (row->reference->high))
    draw_band (canvas, row, scale, middle - row->thick * 0.72, row->thick * 1.44);
  else
    draw_reference (canvas, row, tick, middle - row->thick * 0.72, row->thick * 1.44);
  end = falls ? MIN (end, tick) : MAX (end, tick);
  tb_canvas_draw_label (canvas, &row->aim_label, canvas->theme->text_muted, falls ? TB_ANCHOR_END : TB_ANCHOR_START,
                        falls ? end - LABEL_GAP * canvas->unit : end + LABEL_GAP * canvas->unit,
                        middle - tb_label_get_height (&row->aim_label) / 2, row->reference->datum);
}

static void
draw_row (TbCanvas      *canvas,
          const Row     *row,
          const TbScale *scale,
          double         names_left,
          double         numbers_right)
{
  double middle = row->top + row->height / 2;

  tb_text_block_draw (row->name, canvas->builder, TB_ANCHOR_START, names_left, middle - row->name->height / 2,
                      row->figure != NULL ? row->figure->datum : TB_NO_DATUM);
  if (row->figure != NULL)
    {
      TbColumnMark mark = make_mark (canvas, row, scale, middle);

      tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, row->track->name);
      tb_mark_column_draw (canvas, &mark);
      tb_scene_builder_end (canvas->builder);
      if (row->reference != NULL)
        draw_aim (canvas, row, scale, tb_scale_map (scale, tb_chart_point_get_top (row->figure)));
    }
  draw_label (canvas, row, numbers_right, tb_scale_map (scale, 0));
}

/* A scale that leaves room for what stands at the bars' ends, on the left too
 * where bars run to the left. */
static TbScale
make_scale (const TbCanvas *canvas,
            const Row      *rows,
            gsize           n,
            const TbChartPoint *line,
            double          left,
            double          right)
{
  double gap = LABEL_GAP * canvas->unit + 2 * canvas->unit;
  double low = 0;
  double high = 0;
  double room_left = 0;
  double room_right = 0;

  for (gsize i = 0; i < n; i++)
    {
      double top = get_figure (&rows[i]);
      double reference = rows[i].reference != NULL ? tb_chart_point_get_top (rows[i].reference) : 0;
      double width = rows[i].figure == NULL ? rows[i].label.extents.width + gap
                     : rows[i].aim != NULL  ? rows[i].aim_label.extents.width + gap
                                            : 0;

      low = fmin (fmin (low, top), reference);
      high = fmax (fmax (high, top), reference);
      if (top < 0)
        room_left = MAX (room_left, width);
      else
        room_right = MAX (room_right, width);
    }
  if (line != NULL)
    {
      low = fmin (low, tb_chart_point_get_top (line));
      high = fmax (high, tb_chart_point_get_top (line));
    }
  tb_decorations_widen (canvas, &low, &high);
  if (!(high > low))
    high = 1;
  if (left + room_left + room_right > right - 4)
    room_left = room_right = 0;

  return tb_scale_init (&tb_scale_linear, low, high, left + room_left, right - room_right);
}

static double
get_names_width (const TbCanvas *canvas,
                 double          room)
{
  double width = 0;

  for (gsize i = 0; i < canvas->figures->n_tracks; i++)
    {
      const TbTrack *track = &canvas->figures->tracks[i];
      gboolean strong = tb_chart_spec_highlights (canvas->spec, canvas->figures, track);
      TbLabel name = tb_canvas_measure (canvas, strong ? &canvas->strong : &canvas->label, track->name);

      width = MAX (width, name.extents.width);
    }

  return MIN (width + 1, room * MOST_NAMES_SHARE);
}

/* Of the names that are shown: a longer one among the others takes no room from the bars. */
static double
get_shown_width (const Row *rows,
                 gsize      n)
{
  double width = 0;

  for (gsize i = 0; i < n; i++)
    width = MAX (width, rows[i].name->width);

  return width;
}

static double
get_numbers_width (const Row *rows,
                   gsize      n)
{
  double width = 0;

  for (gsize i = 0; i < n; i++)
    if (rows[i].figure != NULL)
      width = MAX (width, rows[i].label.extents.width);

  return width;
}

static double
get_line_height (const TbCanvas  *canvas,
                 const TbRanking *ranking)
{
  return ranking->line != NULL ? canvas->strong.size_px * 1.5 : 0;
}

/* The figure of the place that contains the others: a line with its name above. */
static void
draw_line (TbCanvas        *canvas,
           const TbRanking *ranking,
           const TbScale   *scale,
           TbRect           plot,
           double           bottom)
{
  double x = tb_scale_map (scale, tb_chart_point_get_top (ranking->line));
  TbLabel label = tb_canvas_measure (canvas, &canvas->strong, ranking->line_text);
  double half = label.extents.width / 2;
  double left = CLAMP (x - half, plot.x, MAX (plot.x + plot.width - 2 * half, plot.x));
  double top = plot.y + get_line_height (canvas, ranking);
  TbPaint halo = { .stroke_color = canvas->theme->background, .stroke_width = 4 * canvas->unit };
  TbPaint paint = { .stroke_color = canvas->theme->target, .stroke_width = 1.6 * canvas->unit };

  tb_scene_builder_line (canvas->builder, x, top - 2 * canvas->unit, x, bottom, &halo, TB_NO_DATUM);
  tb_scene_builder_line (canvas->builder, x, top - 2 * canvas->unit, x, bottom, &paint, ranking->line->datum);
  tb_canvas_draw_label (canvas, &label, canvas->theme->target, TB_ANCHOR_START, left, plot.y, ranking->line->datum);
}

static void
draw_more (TbCanvas *canvas,
           double    x,
           double    bottom,
           gsize     n_more)
{
  g_autofree char *more = tb_chart_words_format (TB_WORD_MORE_ROWS, canvas->figures->language, (int) n_more);
  TbLabel label = tb_canvas_measure (canvas, &canvas->note, more);

  tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START, x, bottom + 2 * canvas->unit,
                        TB_NO_DATUM);
  canvas->n_dropped += (guint) n_more;
}

/**
 * tb_layout_bar:
 * @canvas: the canvas
 * @frame: what stands around
 * @ranking: what is ranked, and against what
 *
 * Lays a ranking out (C12): largest first, or as declared; stable, the missing at the
 * end by name; the numbers in a column between names and bars, so no axis of values;
 * a line at the figure of the place that contains the others.
 */
void
tb_layout_bar (TbCanvas           *canvas,
               const TbChartFrame *frame,
               const TbRanking    *ranking)
{
  gsize n = canvas->figures->n_tracks;
  double gap = canvas->label.size_px * NAME_GAP;
  double names_width = get_names_width (canvas, frame->plot.width);
  Row *rows = new_rows (canvas, names_width);
  TbRect room = frame->plot;
  double head = get_line_height (canvas, ranking);
  double numbers_right;
  double bottom;
  double zero;
  gsize shown;
  TbScale scale;

  head += tb_decorations_get_head (canvas);
  room.y += head;
  room.height = MAX (room.height - head, 1);
  shown = place_rows (rows, n, canvas, room);
  bottom = rows[shown - 1].top + rows[shown - 1].height;
  names_width = MIN (names_width, get_shown_width (rows, shown) + 1);
  numbers_right = room.x + names_width + gap + get_numbers_width (rows, shown);
  scale = make_scale (canvas, rows, shown, ranking->line, numbers_right + gap, room.x + room.width);
  zero = tb_scale_map (&scale, 0);

  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  for (gsize i = 0; i < shown; i++)
    draw_row (canvas, &rows[i], &scale, room.x, numbers_right);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_AXIS, NULL);
  tb_canvas_rule (canvas, zero, rows[0].top, zero, bottom, canvas->theme->axis, 1.2, FALSE);
  tb_scene_builder_end (canvas->builder);
  if (ranking->line != NULL)
    draw_line (canvas, ranking, &scale, frame->plot, bottom);
  if (shown < n)
    draw_more (canvas, room.x, bottom, n - shown);
  tb_decorations_draw_rows (canvas, &scale, rows[0].top, bottom);
  tb_scene_builder_end (canvas->builder);
  free_rows (rows, n);
}
