/* Lays running totals and their parts out: two panels over one axis of time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-pair.h"

#include "tb-chart-panel.h"
#include "tb-decoration-draw.h"
#include "tb-label-placement.h"
#include "tb-mark-column.h"
#include "tb-palette.h"

#include <math.h>

#define SPAN_SHARE 0.78
#define WIDEST 150.0
#define LABEL_GAP 3.0
#define PANEL_GAP 16.0
#define CAPTION_GAP 3.0

/* Of both panels the lower one has about so much. */
#define LOWER_SHARE 0.42
#define PALE_SHARE 0.28

/* Of two numbers of an axis at least this far apart, ems. */
#define LEAST_TICK 1.6

static const TbPhrase upper_caption = { { "Year to date", "年初以来累计" } };
static const TbPhrase lower_caption = { { "In the period", "当期" } };
static const TbPhrase enlarged = { { "at %d times the scale above", "比例为上图的%d倍" } };

typedef struct
{
  TbRect       room;      /* of marks and numbers, under the caption */
  TbValueAxis *values;
  TbPlacer    *placer;
  gboolean     is_upper;
} Panel;

typedef struct
{
  TbCanvas     *canvas;
  const TbPair *pair;
  TbPeriodAxis *time;
  Panel         upper, lower;
  double        left;      /* of the grid */
  double        caption;   /* height, px */
  int           factor;    /* so many times the scale of the upper panel (N-6) */
  gboolean      is_sparse; /* only what matters most has its number */
  double        largest;   /* amount of a period */
  gboolean      with_axis;
} Layout;

static const TbPairSlot *
get_slot (const Layout *self,
          guint         i)
{
  return &g_array_index (self->pair->slots, TbPairSlot, i);
}

static void
get_extent (const Layout *self,
            gboolean      is_upper,
            double       *out_low,
            double       *out_high)
{
  *out_low = *out_high = 0;
  for (guint i = 0; i < self->pair->slots->len; i++)
    {
      const TbPairSlot *slot = get_slot (self, i);
      double value = is_upper ? (slot->total != NULL ? tb_chart_point_get_top (slot->total) : NAN)
                              : tb_chart_point_get_top (slot->part);

      *out_low = fmin (*out_low, value);
      *out_high = fmax (*out_high, value);
    }
  if (!(*out_high > *out_low))
    *out_high = *out_low + 1;
}

/* Where a span's column stands. */
static void
get_column (const Layout     *self,
            const TbPairSlot *slot,
            double           *out_x,
            double           *out_width)
{
  /* What could not be computed has no span of its own. */
  double start = slot->part->missing ? slot->part->end - tb_period_axis_get_shortest (self->time) : slot->part->start;
  double from = tb_period_axis_map (self->time, start);
  double to = tb_period_axis_map (self->time, slot->part->end);
  double shortest
      = tb_period_axis_map (self->time, tb_period_axis_get_shortest (self->time)) - tb_period_axis_map (self->time, 0);
  double share = MIN (SPAN_SHARE, WIDEST * self->canvas->unit / MAX (shortest, 1));

  *out_width = MAX ((to - from) * share, 1);
  *out_x = (from + to) / 2 - *out_width / 2;
}

/* The most by which the lower panel may be enlarged: a round number, that is said. */
static int
choose_factor (double times)
{
  static const int factors[] = { 50, 40, 30, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    if (times >= factors[i] * 0.9)
      return factors[i];

  return 1;
}

static double
get_domain (const TbValueAxis *axis)
{
  return axis->scale.domain[1] - axis->scale.domain[0];
}

/* One scale for both panels, the lower one a round number of times as tall; they
 * share @height as it follows from that. */
static void
place_values (Layout *self,
              double  top,
              double  height)
{
  double gap = PANEL_GAP * self->canvas->unit + self->caption;
  double label = tb_canvas_measure (self->canvas, &self->canvas->label, "0").extents.ascent * 1.7
                 + LABEL_GAP * self->canvas->unit;
  double low, high, upper, lower, room, below;
  gboolean falls;

  g_clear_pointer (&self->upper.values, tb_value_axis_free);
  g_clear_pointer (&self->lower.values, tb_value_axis_free);
  get_extent (self, TRUE, &low, &high);
  self->upper.values = tb_value_axis_new (self->canvas, low, high, self->with_axis, self->upper.room.height * 0.8);
  get_extent (self, FALSE, &low, &high);
  falls = low < 0;
  self->lower.values = tb_value_axis_new (self->canvas, low, high, self->with_axis, self->lower.room.height * 0.8);
  below = falls && !self->with_axis ? label : 0;
  room = MAX (height - gap - 2 * label - below, 8);
  upper = get_domain (self->upper.values);
  lower = get_domain (self->lower.values);
  self->factor = choose_factor (LOWER_SHARE / (1 - LOWER_SHARE) * upper / lower);
  lower *= self->factor;
  self->upper.room.y = top;
  self->upper.room.height = label + room * upper / (upper + lower);
  self->lower.room.y = self->upper.room.y + self->upper.room.height + gap;
  self->lower.room.height = label + below + room * lower / (upper + lower);
  tb_value_axis_place (self->upper.values, top + label, top + self->upper.room.height);
  tb_value_axis_place (self->lower.values, self->lower.room.y + label,
                       self->lower.room.y + self->lower.room.height - below);
}

static void
place (Layout       *self,
       const TbRect *room,
       gboolean      with_axis)
{
  TbCanvas *canvas = self->canvas;
  double unit = canvas->unit;
  double left = room->x;
  double height;

  self->with_axis = with_axis;
  self->left = room->x;
  self->caption = canvas->strong.size_px * 1.35 + CAPTION_GAP * unit;
  self->upper.room = self->lower.room = *room;
  self->upper.is_upper = TRUE;
  for (int pass = 0; pass < 2; pass++)
    {
      tb_period_axis_set_range (self->time, canvas, left, room->x + room->width);
      height = room->height - tb_period_axis_get_height (self->time) - self->caption;
      place_values (self, room->y + self->caption, height);
      left = room->x + MAX (self->upper.values->gutter, self->lower.values->gutter);
    }
}

/* Whether numbers on the axis would stand on each other. */
static gboolean
crowds (const Panel    *panel,
        const TbCanvas *canvas)
{
  const TbValueAxis *values = panel->values;

  return values->n_ticks > 1
         && fabs (tb_value_axis_map (values, values->ticks[1]) - tb_value_axis_map (values, values->ticks[0]))
                < canvas->label.size_px * LEAST_TICK;
}

static TbColumnMark
make_mark (const Layout     *self,
           const Panel      *panel,
           const TbPairSlot *slot)
{
  const TbChartPoint *point = panel->is_upper ? slot->total : slot->part;
  double zero = tb_value_axis_map (panel->values, 0);
  double y = tb_value_axis_map (panel->values, tb_chart_point_get_top (point));
  TbColumnMark mark = { .color = tb_canvas_get_color (self->canvas, 0), .kind = point->kind,
                        .soft = tb_chart_point_is_soft (point), .datum = point->datum };

  get_column (self, slot, &mark.body.x, &mark.body.width);
  mark.body.y = MIN (y, zero);
  mark.body.height = fabs (y - zero);
  mark.base = y > zero ? TB_BASE_TOP : TB_BASE_BOTTOM;

  return mark;
}

/* A total: what was there before, pale, and what its last period added. */
static void
draw_total (const Layout     *self,
            const TbPairSlot *slot)
{
  TbCanvas *canvas = self->canvas;
  TbColumnMark mark = make_mark (self, &self->upper, slot);
  double added = slot->part->missing || slot->part->value < 0 || isnan (slot->part->value) || slot->total->value < 0
                   ? 0 : slot->part->value / get_domain (self->upper.values) *
                         (self->upper.values->scale.range[0] - self->upper.values->scale.range[1]);
  TbPaint pale
      = { .fill = TB_FILL_SOLID, .fill_color = tb_color_mix (canvas->theme->background, mark.color, PALE_SHARE) };

  /* In black and white print the pale would be gone. */
  if (canvas->spec->style == TB_STYLE_PRINT)
    {
      pale.stroke_color = mark.color;
      pale.stroke_width = canvas->unit;
    }
  added = MIN (added, mark.body.height);
  if (mark.body.height - added > 0.5)
    tb_scene_builder_rect (canvas->builder,
                           (TbRect){ mark.body.x, mark.body.y + added, mark.body.width, mark.body.height - added },
                           &pale, mark.datum);
  mark.body.height = added > 0 ? added : MIN (mark.body.height, 2 * canvas->unit);
  if (slot->merged)
    mark.kind = TB_KIND_FORECAST;
  tb_mark_column_draw (canvas, &mark);
}

static void
draw_part (const Layout     *self,
           const TbPairSlot *slot)
{
  TbColumnMark mark;

  if (slot->part->missing)
    return;
  mark = make_mark (self, &self->lower, slot);
  /* Y-2: hatched. */
  if (slot->merged)
    mark.kind = TB_KIND_FORECAST;
  tb_mark_column_draw (self->canvas, &mark);
}

static TbRect
get_number_box (const Layout     *self,
                const Panel      *panel,
                const TbPairSlot *slot,
                const TbLabel    *label)
{
  const TbChartPoint *point = panel->is_upper ? slot->total : slot->part;
  double gap = LABEL_GAP * self->canvas->unit;
  double x, width;
  double y = tb_value_axis_map (panel->values, point->missing ? 0 : tb_chart_point_get_top (point));
  gboolean below = !point->missing && tb_chart_point_get_top (point) < 0;
  TbRect box;

  get_column (self, slot, &x, &width);
  box = tb_label_get_box (label, TB_ANCHOR_MIDDLE, x + width / 2,
                          below ? y + gap : y - gap - tb_label_get_height (label));
  box.x = CLAMP (box.x, self->left, MAX (panel->room.x + panel->room.width - box.width, self->left));

  return box;
}

static void
block_columns (const Layout *self,
               Panel        *panel)
{
  g_clear_pointer (&panel->placer, tb_placer_free);
  panel->placer = tb_placer_new ((TbRect) { self->left, panel->room.y, panel->room.width, panel->room.height });
  for (guint i = 0; i < self->pair->slots->len; i++)
    {
      const TbPairSlot *slot = get_slot (self, i);

      if ((panel->is_upper ? slot->total != NULL : !slot->part->missing))
        tb_placer_block (panel->placer, make_mark (self, panel, slot).body);
    }
}

/* With an axis only the last total of each year, and the largest and the last
 * amount, have their numbers. */
static gboolean
is_important (const Layout *self,
              const Panel  *panel,
              guint         i)
{
  const TbPairSlot *slot = get_slot (self, i);
  gboolean is_last = i + 1 == self->pair->slots->len;

  if (!self->is_sparse || is_last || slot->negative)
    return TRUE;
  if (panel->is_upper)
    return get_slot (self, i + 1)->total != NULL && slot->total != NULL &&
           fabs (get_slot (self, i + 1)->total->start - slot->total->start) > 0.5;

  return slot->part->value >= self->largest;
}

/* Returns how many numbers found no room. Draws them where @draws. */
static guint
label_panel (Layout  *self,
             Panel   *panel,
             gboolean draws)
{
  TbCanvas *canvas = self->canvas;
  guint n_left = 0;

  block_columns (self, panel);
  for (guint i = self->pair->slots->len; i-- > 0;)
    {
      const TbPairSlot *slot = get_slot (self, i);
      const TbChartPoint *point = panel->is_upper ? slot->total : slot->part;
      TbLabel label;
      TbRect box;

      if (point == NULL || !is_important (self, panel, i))
        continue;
      label = tb_canvas_measure (canvas, i + 1 == self->pair->slots->len ? &canvas->strong : &canvas->label,
                                 panel->is_upper ? slot->total_text : slot->part_text);
      box = get_number_box (self, panel, slot, &label);
      if (tb_placer_choose (panel->placer, &box, 1) < 0)
        n_left++;
      else if (draws)
        tb_canvas_draw_label (canvas, &label,
                              slot->negative && !panel->is_upper ? canvas->theme->bad : canvas->theme->text,
                              TB_ANCHOR_START, box.x, box.y, point->datum);
    }

  return n_left;
}

static void
draw_caption (Layout      *self,
              const Panel *panel)
{
  TbCanvas *canvas = self->canvas;
  TbLanguage language = canvas->figures->language;
  TbLabel caption
      = tb_canvas_measure (canvas, &canvas->strong, (panel->is_upper ? &upper_caption : &lower_caption)->in[language]);
  double top = panel->room.y - self->caption;
  g_autofree char *times = NULL;
  TbLabel label;

  tb_canvas_draw_label (canvas, &caption, canvas->theme->text, TB_ANCHOR_START, self->left, top, TB_NO_DATUM);
  if (panel->is_upper || self->factor == 1)
    return;
  times = g_strdup_printf (enlarged.in[language], self->factor);
  label = tb_canvas_measure (canvas, &canvas->label, times);
  tb_canvas_draw_label (canvas, &label, canvas->theme->text_muted, TB_ANCHOR_START,
                        self->left + caption.extents.width + canvas->label.size_px * 0.7, top, TB_NO_DATUM);
}

static void
draw_panel (Layout *self,
            Panel  *panel)
{
  TbCanvas *canvas = self->canvas;
  double right = panel->room.x + panel->room.width;
  const TbDecorationField field = { .plot = panel->room, .time = self->time, .with_breaks = TRUE };

  tb_period_axis_add_plot (self->time, canvas, panel->room.y, panel->room.height, FALSE);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  tb_value_axis_draw (panel->values, canvas, self->left, right);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES,
                          (panel->is_upper ? &upper_caption : &lower_caption)->in[canvas->figures->language]);
  for (guint i = 0; i < self->pair->slots->len; i++)
    {
      const TbPairSlot *slot = get_slot (self, i);

      if (!panel->is_upper)
        draw_part (self, slot);
      else if (slot->total != NULL)
        draw_total (self, slot);
    }
  tb_scene_builder_end (canvas->builder);
  tb_value_axis_draw_zero (panel->values, canvas, self->left, right);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  draw_caption (self, panel);
  if (canvas->spec->show_values)
    canvas->n_dropped += label_panel (self, panel, TRUE);
  tb_scene_builder_end (canvas->builder);
  tb_decorations_draw_front (canvas, &field);
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_layout_pair:
 * @canvas: the canvas
 * @frame: what stands around
 * @content: totals and their parts
 *
 * Lays both out over one axis of time (C9): each total over the span that it last
 * grew in, and below what it grew by, a round number of times as tall.
 */
void
tb_layout_pair (TbCanvas           *canvas,
                const TbChartFrame *frame,
                gpointer            content)
{
  Layout self = { .canvas = canvas, .pair = content };

  self.largest = -INFINITY;
  for (guint i = 0; i < self.pair->slots->len; i++)
    self.largest = fmax (self.largest, get_slot (&self, i)->part->value);
  self.time = tb_period_axis_new (self.pair->discrete);
  place (&self, &frame->plot, !canvas->spec->show_values);
  if (canvas->spec->show_values
      && label_panel (&self, &self.upper, FALSE) + label_panel (&self, &self.lower, FALSE) > 0)
    {
      self.is_sparse = TRUE;
      place (&self, &frame->plot, TRUE);
      if (crowds (&self.upper, canvas) || crowds (&self.lower, canvas))
        place (&self, &frame->plot, FALSE);
    }
  draw_panel (&self, &self.upper);
  draw_panel (&self, &self.lower);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  tb_period_axis_draw (self.time, canvas, self.lower.room.y + self.lower.room.height);
  tb_scene_builder_end (canvas->builder);
  g_clear_pointer (&self.upper.placer, tb_placer_free);
  g_clear_pointer (&self.lower.placer, tb_placer_free);
  tb_value_axis_free (self.upper.values);
  tb_value_axis_free (self.lower.values);
  tb_period_axis_free (self.time);
}
