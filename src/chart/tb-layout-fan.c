/* Lays years to date out: a line a year, the current one in colour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-draw.h"
#include "tb-fan.h"

#include "tb-chart-panel.h"
#include "tb-label-placement.h"
#include "tb-palette.h"
#include "tb-value-axis.h"

#include <math.h>

/* Widths of lines and shares of grey: the current year, the one before, and others. */
#define CURRENT_LINE 3.2
#define BEFORE_LINE 1.9
#define OTHER_LINE 1.4
#define BEFORE_SHARE 0.9
#define OTHER_SHARE 0.5
#define OTHER_SHARE_IN_PRINT 0.76   /* dark enough for black and white */

#define NAME_GAP 8.0
#define AXIS_GAP 6.0
#define CAP 4.0
#define MONTHS 12

/* Lines are blocked for labels by boxes this far apart, px. */
#define SAMPLE 6.0

typedef struct
{
  TbCanvas    *canvas;
  TbFan       *fan;
  TbRect       plot;       /* of the lines and what stands among them */
  double       left;       /* of the grid, whose numbers stand on it */
  TbScale      time;
  TbValueAxis *values;
  TbPlacer    *placer;
  char       **texts;      /* at the ends of the years */
  TbLabel     *names;
  double      *centers;    /* of those at the right edge; NaN: elsewhere or nowhere */
} Layout;

static TbFanYear *
get_year (const Layout *self,
          guint         i)
{
  return &g_array_index (self->fan->years, TbFanYear, i);
}

static TbColor
get_color (const Layout *self,
           guint         i)
{
  const TbTheme *theme = self->canvas->theme;
  double others = self->canvas->spec->style == TB_STYLE_PRINT ? OTHER_SHARE_IN_PRINT : OTHER_SHARE;

  if (i == self->fan->current)
    return tb_canvas_get_color (self->canvas, 0);

  return tb_color_mix (theme->background, theme->text_muted, i + 1 == self->fan->current ? BEFORE_SHARE : others);
}

static TbColor
get_text_color (const Layout *self,
                guint         i)
{
  return i == self->fan->current ? tb_canvas_get_text_color (self->canvas, 0) : self->canvas->theme->text_muted;
}

static void
write_names (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  guint n = self->fan->years->len;

  self->texts = g_new0 (char *, n + 1);
  self->names = g_new0 (TbLabel, n);
  self->centers = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    {
      const TbFanYear *year = get_year (self, i);
      g_autofree char *number = tb_figures_dup_number (self->fan->figures, year->last->point);

      self->texts[i]
          = canvas->spec->show_values ? g_strdup_printf ("%s  %s", year->name, number) : g_strdup (year->name);
      self->names[i]
          = tb_canvas_measure (canvas, i == self->fan->current ? &canvas->strong : &canvas->label, self->texts[i]);
    }
}

static void
place (Layout       *self,
       const TbRect *room)
{
  TbCanvas *canvas = self->canvas;
  double low, high;
  double widest = 0;
  double names;

  tb_figures_get_extent (self->fan->figures, &low, &high);
  tb_decorations_widen (self->canvas, &low, &high);
  self->values = tb_value_axis_new (canvas, MIN (low, 0), MAX (high, 0), TRUE, room->height * 0.8);
  for (guint i = 0; i < self->fan->years->len; i++)
    widest = MAX (widest, self->names[i].extents.width);
  names = MIN (widest + NAME_GAP * canvas->unit, room->width * 0.4);
  self->plot = *room;
  self->left = room->x;
  self->plot.x += self->values->gutter;
  self->plot.width -= self->values->gutter + names;
  self->plot.height -= canvas->label.size_px * 1.5 + AXIS_GAP * canvas->unit;
  self->time = tb_scale_init (&tb_scale_linear, self->fan->first, self->fan->end, self->plot.x + canvas->label.size_px,
                              self->plot.x + self->plot.width);
  tb_value_axis_place (self->values, self->plot.y + canvas->label.size_px * 1.6, self->plot.y + self->plot.height);
  for (guint i = 0; i < self->fan->years->len; i++)
    {
      GArray *points = get_year (self, i)->points;

      for (guint k = 0; k < points->len; k++)
        {
          TbPlacedPoint *placed = &g_array_index (points, TbPlacedPoint, k);

          placed->x = tb_scale_map (&self->time, placed->x);
          if (!isnan (placed->y))
            placed->y = tb_value_axis_map (self->values, placed->point->value);
        }
    }
}

static void
block_line (TbPlacer            *placer,
            const TbPlacedPoint *from,
            const TbPlacedPoint *to)
{
  double length = hypot (to->x - from->x, to->y - from->y);

  for (double at = 0; at <= length; at += SAMPLE)
    {
      double share = length > 0 ? at / length : 0;

      tb_placer_block (
          placer, (TbRect){ from->x + (to->x - from->x) * share - 2, from->y + (to->y - from->y) * share - 2, 4, 4 });
    }
}

static void
block_lines (Layout *self)
{
  for (guint i = 0; i < self->fan->years->len; i++)
    {
      const GArray *points = get_year (self, i)->points;

      for (guint k = 0; k < points->len; k++)
        {
          const TbPlacedPoint *placed = &g_array_index (points, TbPlacedPoint, k);

          if (!isnan (placed->y))
            block_line (self->placer, placed, k + 1 < points->len && !isnan ((placed + 1)->y) ? placed + 1 : placed);
        }
    }
}

/* Runs of totals that follow each other: a line each. */
static void
draw_year (Layout *self,
           guint   i)
{
  const TbFanYear *year = get_year (self, i);
  const TbPlacedPoint *points = (const TbPlacedPoint *) (gconstpointer) year->points->data;
  gboolean is_current = i == self->fan->current;
  guint first = 0;

  tb_scene_builder_begin (self->canvas->builder, TB_ROLE_SERIES, year->name);
  for (guint k = 0; k < year->points->len; k++)
    {
      gboolean ends = k + 1 == year->points->len || !tb_fan_joins (self->fan, points[k].point, points[k + 1].point);
      TbLineMark mark = { .points = points + first, .n_points = k + 1 - first, .color = get_color (self, i),
                          .width = is_current ? CURRENT_LINE : i + 1 == self->fan->current ? BEFORE_LINE : OTHER_LINE,
                          .with_dots = is_current };

      if (!ends)
        continue;
      tb_mark_line_draw (self->canvas, &mark);
      first = k + 1;
    }
  tb_scene_builder_end (self->canvas->builder);
}

static void
draw_time (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  gboolean quarterly = tb_fan_is_quarterly (self->fan);
  double top = self->plot.y + self->plot.height + AXIS_GAP * canvas->unit;
  static const int steps[] = { 1, 2, 3, 6, 12 };
  double pitch = fabs (tb_scale_map (&self->time, 2) - tb_scale_map (&self->time, 1));
  double widest = 0;
  int step = 12;

  for (int month = 1; month <= MONTHS; month++)
    {
      g_autofree char *text = tb_fan_dup_tick (self->fan, month);

      widest = MAX (widest, tb_canvas_measure (canvas, &canvas->label, text).extents.width);
    }
  for (gsize i = G_N_ELEMENTS (steps); i-- > 0;)
    if (pitch * steps[i] > widest * 1.12 && (!quarterly || steps[i] >= 3))
      step = steps[i];
  tb_scene_builder_begin (canvas->builder, TB_ROLE_AXIS, NULL);
  for (int month = step; month <= MONTHS; month += step)
    {
      g_autofree char *text = tb_fan_dup_tick (self->fan, month);
      TbLabel label = tb_canvas_measure (canvas, &canvas->label, text);
      double x = tb_scale_map (&self->time, month);

      if (month + 0.1 < self->fan->first || month > self->fan->end + 0.1)
        continue;
      tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_MIDDLE,
                            MAX (x, self->plot.x + label.extents.width / 2), top, TB_NO_DATUM);
    }
  tb_scene_builder_end (canvas->builder);
}

/* Years that reach the right edge are named there, the latest first; of too many
 * the oldest are left out. */
static void
name_at_edge (Layout *self)
{
  guint n = self->fan->years->len;
  double height = tb_label_get_height (&self->names[0]);
  g_autofree double *centers = g_new0 (double, n);
  g_autofree double *heights = g_new0 (double, n);
  g_autofree guint *years = g_new0 (guint, n);
  guint n_edge = 0;

  for (guint i = n; i-- > 0;)
    {
      const TbPlacedPoint *last = get_year (self, i)->last;

      self->centers[i] = NAN;
      if (last->x < self->plot.x + self->plot.width - 1)
        continue;
      centers[n_edge] = last->y;
      heights[n_edge] = height;
      years[n_edge++] = i;
    }
  for (; n_edge > 0; n_edge--)
    {
      if (tb_labels_spread (centers, heights, n_edge, self->plot.y, self->plot.y + self->plot.height))
        break;
      self->canvas->n_dropped++;
      for (guint i = 0; i < n_edge; i++)
        centers[i] = get_year (self, years[i])->last->y;
    }
  for (guint i = 0; i < n_edge; i++)
    self->centers[years[i]] = centers[i];
}

/* Places around a point, the best first. */
static void
draw_near (Layout        *self,
           const TbLabel *label,
           double         x,
           double         y,
           TbColor        color,
           TbDatum        datum)
{
  double gap = NAME_GAP * self->canvas->unit;
  double width = label->extents.width;
  double height = tb_label_get_height (label);
  const TbRect boxes[] = {
    { x - width - gap, y - height - gap / 2, width, height }, { x - width / 2, y - height - gap, width, height },
    { x + gap, y - height / 2, width, height }, { x + gap, y + gap / 2, width, height },
    { x - width / 2, y + gap, width, height }, { x - width - gap, y - height * 2 - gap, width, height },
    { x - width - gap, y - height * 4 - gap, width, height }, { x + gap, y + height, width, height },
    { x + gap, y + height * 3, width, height }, { self->plot.x + gap, self->plot.y, width, height },
    { self->plot.x + gap, self->plot.y + height * 1.3, width, height },
    { self->plot.x + gap, self->plot.y + height * 2.6, width, height },
  };
  int chosen = tb_placer_choose (self->placer, boxes, G_N_ELEMENTS (boxes));

  if (chosen < 0)
    {
      self->canvas->n_dropped++;
      return;
    }
  tb_canvas_draw_label (self->canvas, label, color, TB_ANCHOR_START, boxes[chosen].x, boxes[chosen].y, datum);
}

static void
draw_names (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  guint n = self->fan->years->len;

  for (guint i = n; i-- > 0;)
    {
      const TbPlacedPoint *last = get_year (self, i)->last;

      if (!isnan (self->centers[i]))
        tb_canvas_draw_label (canvas, &self->names[i], get_text_color (self, i), TB_ANCHOR_START,
                              self->plot.x + self->plot.width + NAME_GAP * canvas->unit,
                              self->centers[i] - tb_label_get_height (&self->names[i]) / 2, last->point->datum);
      else if (last->x < self->plot.x + self->plot.width - 1)
        draw_near (self, &self->names[i], last->x, last->y, get_text_color (self, i), last->point->datum);
    }
}

/* The change at the last span that both years have: a rule from one to the other
 * with both ends capped, and its size. */
static void
draw_difference (Layout *self)
{
  TbCanvas *canvas = self->canvas;
  const TbFan *fan = self->fan;
  TbColor color = tb_canvas_get_ink (canvas, fan->ink, -1);
  TbColor readable = tb_canvas_get_readable (canvas, color);
  g_autofree char *which = NULL;
  g_autofree char *text = NULL;
  TbLabel label;
  double cap = CAP * canvas->unit;
  double x = NAN;
  double now, then;

  if (fan->now == NULL || fan->difference == NULL)
    return;
  for (guint k = 0; k < get_year (self, fan->current)->points->len; k++)
    if (g_array_index (get_year (self, fan->current)->points, TbPlacedPoint, k).point == fan->now)
      x = g_array_index (get_year (self, fan->current)->points, TbPlacedPoint, k).x;
  now = tb_value_axis_map (self->values, fan->now->value);
  then = tb_value_axis_map (self->values, fan->then->value);
  tb_canvas_rule (canvas, x, now, x, then, color, 1.6, FALSE);
  tb_canvas_rule (canvas, x - cap, then, x + cap, then, color, 1.6, FALSE);
  tb_canvas_rule (canvas, x - cap, now, x + cap, now, color, 1.6, FALSE);
  which = tb_fan_dup_compared (fan);
  text = g_strdup_printf ("%s  %s", which, fan->difference);
  label = tb_canvas_measure (canvas, &canvas->strong, text);
  draw_near (self, &label, x, MIN (now, then), readable, fan->now->datum);
}

/**
 * tb_layout_fan:
 * @canvas: the canvas
 * @frame: what stands around
 * @content: a fan
 *
 * Lays years to date out: months of the year from left to right, totals from
 * zero; each year named at its end.
 */
void
tb_layout_fan (TbCanvas           *canvas,
               const TbChartFrame *frame,
               gpointer            content)
{
  TbCanvas own = tb_canvas_for_part (canvas, ((TbFan *) content)->figures);
  Layout self = { .canvas = &own, .fan = content };
  guint n = self.fan->years->len;

  write_names (&self);
  place (&self, &frame->plot);
  self.placer = tb_placer_new (self.plot);
  block_lines (&self);
  name_at_edge (&self);
  tb_scene_builder_begin (own.builder, TB_ROLE_PLOT, NULL);
  tb_value_axis_draw (self.values, &own, self.left, self.plot.x + self.plot.width);
  tb_value_axis_draw_zero (self.values, &own, self.left, self.plot.x + self.plot.width);
  draw_time (&self);
  for (guint i = 0; i < n; i++)
    if (i != self.fan->current)
      draw_year (&self, i);
  draw_year (&self, self.fan->current);
  tb_scene_builder_begin (own.builder, TB_ROLE_LABEL, NULL);
  draw_difference (&self);
  draw_names (&self);
  tb_scene_builder_end (own.builder);
  tb_decorations_draw_front (&own, &(TbDecorationField) { .plot = self.plot, .values = &self.values->scale });
  tb_scene_builder_end (own.builder);
  canvas->n_dropped += own.n_dropped;
  g_strfreev (self.texts);
  g_free (self.names);
  g_free (self.centers);
  tb_placer_free (self.placer);
  tb_value_axis_free (self.values);
}
