/* Bridges over time: columns from left to right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include "tb-label-placement.h"
#include "tb-mark-column.h"
#include "tb-value-axis.h"

#include <math.h>

#define BAR_SHARE 0.68
#define WIDEST_BAR 130.0
#define LABEL_GAP 4.0
#define NAME_GAP 6.0
#define NAME_SHARE 0.94
#define MOST_NAME_LINES 2
#define LEVEL_LINE 4.5
#define CONNECTOR 1.0
#define CHANGES_BESIDE_AXIS 2
#define MOST_PLACES 4

/* Below the lowest of levels that are lines: room for a number, as a share of all. */
#define CUT_PAD 0.2

typedef struct
{
  const TbBridgeBar *bar;
  TbTextBlock *name;
  TbLabel      number;
  gboolean     has_number;
  gboolean     has_name;
  double       middle;     /* px */
  double       name_x;
  TbRect       number_box;
  double       top, bottom;
} Slot;

typedef struct
{
  TbCanvas       *canvas;
  const TbBridge *bridge;
  Slot           *slots;
  guint           n;
  TbRect          plot;     /* of marks and their numbers */
  double          width;    /* of a slot, px */
  gboolean        in_two_rows; /* names of levels stand below those of steps */
  double          thick;    /* of a bar, px */
  TbValueAxis    *values;
} Columns;

/* Where a name may be broken: at its spaces, and in Chinese after a year. */
static double
get_widest_word (const Columns *self,
                 const TbFont  *font,
                 const char    *name)
{
  g_auto (GStrv) words = g_regex_split_simple ("(?<=年)(?=.{2})| |(?=（)", name, 0, 0);
  double widest = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    widest = MAX (widest, tb_canvas_measure (self->canvas, font, words[i]).extents.width);

  return widest;
}

static const TbFont *
get_font (const Columns *self,
          const Slot    *slot)
{
  return slot->bar->role == TB_BRIDGE_LEVEL ? &self->canvas->strong : &self->canvas->label;
}

/* Whether all names find room under their columns, each in a few lines. */
static gboolean
names_fit (const Columns *self)
{
  TbCanvas *canvas = self->canvas;

  for (guint i = 0; i < self->n; i++)
    {
      const Slot *slot = &self->slots[i];
      g_autoptr (TbTextBlock) block = tb_text_block_new (canvas->measure, get_font (self, slot), canvas->theme->text,
                                                         slot->bar->name, self->width * NAME_SHARE);

      if (block->n_lines > MOST_NAME_LINES ||
          get_widest_word (self, get_font (self, slot), slot->bar->name) > self->width * NAME_SHARE)
        return FALSE;
    }

  return TRUE;
}

static void
measure (Columns *self)
{
  TbCanvas *canvas = self->canvas;

  self->in_two_rows = !names_fit (self);
  for (guint i = 0; i < self->n; i++)
    {
      Slot *slot = &self->slots[i];
      gboolean is_brief = self->in_two_rows && slot->bar->brief != NULL;

      slot->number = tb_canvas_measure (canvas, get_font (self, slot), slot->bar->label);
      g_clear_pointer (&slot->name, tb_text_block_free);
      slot->name = tb_text_block_new (canvas->measure, get_font (self, slot), canvas->theme->text,
                                      is_brief ? slot->bar->brief : slot->bar->name,
                                      self->in_two_rows ? self->plot.width : self->width * NAME_SHARE);
      slot->name_x = slot->middle;
    }
}

/* Of how many steps one has room for its name. */
static guint
count_slots_of_name (const Columns *self)
{
  double widest = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->slots[i].bar->role != TB_BRIDGE_LEVEL)
      widest = MAX (widest, self->slots[i].name->width);

  return MAX ((guint) ceil ((widest + self->canvas->label.size_px * 0.3) / MAX (self->width, 1)), 1);
}

/* In little room the levels have a row of their own, the first at its left end and
 * the last at its right; steps' names thin out. */
static void
choose_names (Columns *self)
{
  double left = self->plot.x;
  double right = self->plot.x + self->plot.width;
  double em = self->canvas->label.size_px;
  double taken = left - em;
  guint every = count_slots_of_name (self);
  guint n_steps = 0;
  double step_end = -INFINITY;

  for (guint i = 0; i < self->n; i++)
    {
      Slot *slot = &self->slots[i];
      double half = slot->name->width / 2;
      gboolean is_level = slot->bar->role == TB_BRIDGE_LEVEL;
      double last = self->slots[self->n - 1].name->width;
      double end = is_level && i + 1 < self->n ? right - last - em : right;

      slot->name_x = CLAMP (slot->middle, left + half, MAX (right - half, left + half));
      slot->has_name = TRUE;
      if (!self->in_two_rows)
        continue;
      if (is_level)
        slot->has_name = slot->name_x - half >= taken + em - 0.1 && slot->name_x + half <= end + 0.1;
      else
        slot->has_name = n_steps++ % every == 0 && slot->name_x - half >= step_end;
      if (slot->has_name && is_level)
        taken = slot->name_x + half;
      else if (slot->has_name)
        step_end = slot->name_x + half;
      self->canvas->n_dropped += !slot->has_name;
    }
}

static double
get_row_height (const Columns *self)
{
  return self->canvas->label.size_px * 1.45;
}

static double
get_names_height (const Columns *self)
{
  double height = self->canvas->label.size_px;

  for (guint i = 0; i < self->n; i++)
    height = MAX (height, self->slots[i].name->height);

  return height + NAME_GAP * self->canvas->unit + (self->in_two_rows ? get_row_height (self) : 0);
}

static void
place (Columns     *self,
       const TbRect *room,
       gboolean      with_axis)
{
  TbCanvas *canvas = self->canvas;
  double label = canvas->label.size_px * 1.5 + LABEL_GAP * canvas->unit;
  double low, high;
  gboolean falls = FALSE;

  tb_bridge_get_extent (self->bridge, &low, &high);
  for (guint i = 0; i < self->n; i++)
    falls = falls || self->slots[i].bar->sign < 0 || self->slots[i].bar->to < 0;
  g_clear_pointer (&self->values, tb_value_axis_free);
  if (self->bridge->is_cut)
    low -= (high - low) * CUT_PAD;
  self->values = tb_value_axis_new (canvas, low, high, with_axis, room->height * 0.8);
  self->plot = *room;
  self->plot.x += self->values->gutter;
  self->plot.width -= self->values->gutter;
  self->width = self->plot.width / self->n;
  self->thick = MIN (self->width * BAR_SHARE, WIDEST_BAR * canvas->unit);
  measure (self);
  self->plot.height -= get_names_height (self);
  tb_value_axis_place (self->values, self->plot.y + label,
                       self->plot.y + self->plot.height - (falls && !with_axis ? label : 0));
  for (guint i = 0; i < self->n; i++)
    {
      Slot *slot = &self->slots[i];
      double from = tb_value_axis_map (
          self->values, slot->bar->role == TB_BRIDGE_LEVEL && self->bridge->is_cut ? slot->bar->to : slot->bar->from);
      double to = tb_value_axis_map (self->values, slot->bar->to);

      slot->middle = self->plot.x + self->width * (i + 0.5);
      slot->top = MIN (from, to);
      slot->bottom = MAX (from, to);
    }
}

/* Where the number of a bar may stand: in its middle, else to its left or right,
 * and of a level, which is thin, on its other side. Returns how many places. */
static gsize
list_number_boxes (const Columns *self,
                   const Slot    *slot,
                   TbRect         out_boxes[MOST_PLACES])
{
  double gap = LABEL_GAP * self->canvas->unit
               + (slot->bar->role == TB_BRIDGE_LEVEL && self->bridge->is_cut ? LEVEL_LINE / 2 : 0);
  gboolean below = slot->bar->role == TB_BRIDGE_LEVEL ? slot->bar->to < 0 : slot->bar->sign < 0;
  TbRect box = tb_label_get_box (&slot->number, TB_ANCHOR_MIDDLE, slot->middle,
                                 below ? slot->bottom + gap : slot->top - gap - tb_label_get_height (&slot->number));

  for (gsize i = 0; i < MOST_PLACES; i++)
    out_boxes[i] = box;
  out_boxes[1].x = slot->middle + self->thick / 2 - box.width;
  out_boxes[2].x = slot->middle - self->thick / 2;
  out_boxes[3].y = below ? slot->top - gap - box.height : slot->bottom + gap;
  for (gsize i = 0; i < MOST_PLACES; i++)
    out_boxes[i].x
        = CLAMP (out_boxes[i].x, self->plot.x, MAX (self->plot.x + self->plot.width - box.width, self->plot.x));

  return slot->bar->role == TB_BRIDGE_LEVEL ? MOST_PLACES : MOST_PLACES - 1;
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b)
{
  const TbBridgeBar *left = (*(Slot *const *) a)->bar;
  const TbBridgeBar *right = (*(Slot *const *) b)->bar;
  gboolean of_left = left->role == TB_BRIDGE_LEVEL;
  gboolean of_right = right->role == TB_BRIDGE_LEVEL;
  double size = fabs (left->to - left->from);
  double other = fabs (right->to - right->from);

  if (of_left != of_right)
    return of_left ? -1 : 1;
  if (size > other || size < other)
    return size > other ? -1 : 1;

  return left < right ? -1 : 1;
}

/* Numbers that overlap neither each other nor another bar; the levels first, then
 * the largest changes. Returns how many found no room, or beside an axis were
 * not sought any. */
static guint
place_numbers (Columns *self,
               gboolean with_axis)
{
  g_autoptr (TbPlacer) placer = tb_placer_new (self->plot);
  g_autofree Slot **order = g_new0 (Slot *, self->n);
  guint n_left = 0;
  guint n_changes = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const Slot *slot = &self->slots[i];

      order[i] = &self->slots[i];
      tb_placer_block (placer,
                       (TbRect){ slot->middle - self->thick / 2, slot->top, self->thick, slot->bottom - slot->top });
    }
  qsort (order, self->n, sizeof *order, compare_importance);
  for (guint i = 0; i < self->n; i++)
    {
      TbRect boxes[MOST_PLACES];
      gsize n_boxes = list_number_boxes (self, order[i], boxes);
      int chosen = -1;
      gboolean is_level = order[i]->bar->role == TB_BRIDGE_LEVEL;
      gboolean is_wanted = !with_axis || is_level || n_changes++ < CHANGES_BESIDE_AXIS;

      if (is_wanted)
        chosen = tb_placer_choose (placer, boxes, n_boxes);
      order[i]->has_number = chosen >= 0;
      if (chosen >= 0)
        order[i]->number_box = boxes[chosen];
      n_left += !order[i]->has_number;
    }

  return n_left;
}

static void
draw_bar (const Columns *self,
          const Slot    *slot)
{
  TbCanvas *canvas = self->canvas;
  double line = LEVEL_LINE * canvas->unit;
  TbColumnMark mark = {
    .body = { slot->middle - self->thick / 2, slot->top, self->thick, slot->bottom - slot->top },
    .color = tb_bridge_get_color (canvas, slot->bar),
    .kind = slot->bar->kind, .soft = slot->bar->soft,
    .base = slot->bar->to < slot->bar->from ? TB_BASE_TOP : TB_BASE_BOTTOM, .datum = slot->bar->datum,
  };

  if (slot->bar->role == TB_BRIDGE_LEVEL && self->bridge->is_cut)
    mark.body = (TbRect) { mark.body.x, slot->top - line / 2, self->thick, line };
  /* What is nothing still has its place. */
  if (mark.body.height < 1)
    mark.body.height = 1;
  tb_mark_column_draw (canvas, &mark);
}

static void
draw_connectors (const Columns *self)
{
  for (guint i = 0; i + 1 < self->n; i++)
    {
      double y = tb_value_axis_map (self->values, self->slots[i].bar->to);

      tb_canvas_rule (self->canvas, self->slots[i].middle + self->thick / 2, y,
                      self->slots[i + 1].middle - self->thick / 2, y, self->canvas->theme->text_muted, CONNECTOR,
                      FALSE);
    }
}

static void
draw_texts (const Columns *self)
{
  TbCanvas *canvas = self->canvas;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  for (guint i = 0; i < self->n; i++)
    {
      const Slot *slot = &self->slots[i];
      double top = self->plot.y + self->plot.height + NAME_GAP * canvas->unit;
      gboolean is_below = self->in_two_rows && slot->bar->role == TB_BRIDGE_LEVEL;

      if (slot->has_number)
        tb_canvas_draw_label (canvas, &slot->number, canvas->theme->text, TB_ANCHOR_START, slot->number_box.x,
                              slot->number_box.y, slot->bar->datum);
      if (slot->has_name)
        tb_text_block_draw (slot->name, canvas->builder, TB_ANCHOR_MIDDLE, slot->name_x,
                            top + (is_below ? get_row_height (self) : 0), slot->bar->datum);
    }
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_layout_bridge_columns:
 * @canvas: the canvas
 * @frame: what stands around
 * @bridge: what is shown
 *
 * Lays a bridge over time out: columns of one width, each beginning where the one
 * before ended, with a line between; a number at each, or an axis of values where
 * not all find room (C1).
 */
void
tb_layout_bridge_columns (TbCanvas           *canvas,
                          const TbChartFrame *frame,
                          const TbBridge     *bridge)
{
  Columns self = { .canvas = canvas, .bridge = bridge, .n = bridge->bars->len };
  double right;

  self.slots = g_new0 (Slot, self.n);
  for (guint i = 0; i < self.n; i++)
    self.slots[i].bar = &g_array_index (bridge->bars, TbBridgeBar, i);
  self.width = frame->plot.width / self.n;
  place (&self, &frame->plot, !canvas->spec->show_values);
  if (canvas->spec->show_values && place_numbers (&self, FALSE) > 0)
    {
      place (&self, &frame->plot, TRUE);
      canvas->n_dropped += place_numbers (&self, TRUE);
    }
  choose_names (&self);
  right = self.plot.x + self.plot.width;
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, NULL);
  tb_value_axis_draw (self.values, canvas, frame->plot.x, right);
  draw_connectors (&self);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, bridge->figures->title);
  for (guint i = 0; i < self.n; i++)
    draw_bar (&self, &self.slots[i]);
  tb_scene_builder_end (canvas->builder);
  if (!bridge->is_cut)
    tb_value_axis_draw_zero (self.values, canvas, frame->plot.x, right);
  draw_texts (&self);
  tb_scene_builder_end (canvas->builder);
  for (guint i = 0; i < self.n; i++)
    tb_text_block_free (self.slots[i].name);
  g_free (self.slots);
  tb_value_axis_free (self.values);
}
