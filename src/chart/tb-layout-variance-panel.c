/* A panel of variances: its marks, its numbers, its zero line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-variance-private.h"

#include "tb-label-placement.h"
#include "tb-palette.h"

#include <math.h>

/* The head of a pin, units, and as a share of the column. */
#define HEAD 7.5
#define HEAD_SHARE 0.8
#define LEAST_HEAD 2.5

/* How much of its colour a column keeps that lies behind others. */
#define WIDE_SHARE 0.4

/* An axis needs so many lines of text between its ends. */
#define LINES_OF_AXIS 2.4

double
tb_variance_panel_get_number (const TbVariancePanel *self,
                              const TbVariance      *pair)
{
  return self->is_relative ? pair->relative : pair->absolute;
}

double
tb_variance_panel_get_overhead (const TbVariancePanel *self,
                                const TbVariancePage  *page)
{
  if (!self->shown)
    return 0;

  return self->caption->height + tb_variance_page_get_gap (page) * (self->above ? 1 : 3) +
         (tb_variance_page_get_line (page) + (self->is_relative ? tb_variance_page_get_head (page) : 0)) *
           ((self->above ? 1 : 0) + (self->below ? 1 : 0));
}

double
tb_variance_page_get_head (const TbVariancePage *page)
{
  return HEAD * page->page->unit / 2;
}

static double
map (const TbVariancePanel *self,
     double                 number)
{
  double range = self->high - self->low;

  return range > 0 ? self->zero - (self->bottom - self->top) * number / range : self->zero;
}

static TbPinHead
choose_head (const TbVariancePage *page,
             const TbVariance     *pair)
{
  if (page->content->against == TB_AGAINST_GROWTH)
    return pair->is_published ? TB_PIN_DOT : TB_PIN_RING;

  return pair->point->kind == TB_KIND_FORECAST ? TB_PIN_HATCH : TB_PIN_SQUARE;
}

static TbVarianceMark
make_mark (const TbVariancePanel *self,
           const TbVariancePage  *page,
           const TbVariance      *pair,
           const TbRect          *body)
{
  const TbCanvas *canvas = &page->canvas;
  double number = tb_variance_panel_get_number (self, pair);
  gboolean is_cut = self->is_relative && pair->is_outlier;
  TbVarianceMark mark = {
    .x = body->x + body->width / 2,
    .zero = self->zero,
    .width = body->width,
    .color = tb_canvas_get_ink (canvas, pair->ink, 0),
    .head_color = tb_canvas_get_color (canvas, 0),
    .head = choose_head (page, pair),
    .hatched = pair->point->kind == TB_KIND_FORECAST,
    .broken = is_cut,
    .datum = pair->point->datum,
  };

  if (page->content->against == TB_AGAINST_GROWTH)
    mark.color = tb_color_mix (canvas->theme->background, mark.head_color, 0.55);
  if (self->is_relative)
    mark.width = CLAMP (body->width * HEAD_SHARE, LEAST_HEAD, HEAD * canvas->unit);
  mark.end = is_cut ? (number > 0 ? self->top : self->bottom) : map (self, isnan (number) ? 0 : number);

  return mark;
}

static TbColor
choose_label_color (const TbVariancePage *page,
                    const TbVariance     *pair,
                    const char           *text,
                    gboolean              is_empty)
{
  const TbTheme *theme = page->page->theme;

  /* What is written as nothing is neither good nor bad. */
  if (is_empty || g_ascii_isdigit (text[0]))
    return theme->text_muted;
  if (page->content->against == TB_AGAINST_GROWTH)
    return theme->text;

  return tb_canvas_get_readable (&page->canvas, tb_canvas_get_ink (&page->canvas, pair->ink, 0));
}

static void
add_slot (TbVariancePanel   *self,
          TbVariancePage    *page,
          const TbVariance  *pair)
{
  const char *text = self->is_relative ? pair->relative_text : pair->absolute_text;
  guint reason = self->is_relative ? pair->relative_mark : pair->absolute_mark;
  TbSlot slot = { .pair = pair, .is_empty = text == NULL };
  TbRect body;

  if ((text == NULL && reason == 0) || !tb_column_layout_find (page->base, pair->point, &body))
    return;
  slot.mark = make_mark (self, page, pair, &body);
  slot.text = text != NULL ? g_strdup (text) : g_strconcat ("—", tb_variance_get_mark (reason), NULL);
  slot.label = tb_canvas_measure (page->page, &page->page->label, slot.text);
  slot.color = choose_label_color (page, pair, slot.text, slot.is_empty);
  g_array_append_val (self->slots, slot);
}

/* Of a label: what was refused, what is not drawn in full and the latest figure are
 * kept longest, then the extremes and the first. */
static int
get_tier (const TbVariancePanel *self,
          const TbSlot          *slot,
          guint                  i)
{
  double number = tb_variance_panel_get_number (self, slot->pair);

  if (slot->is_empty || (self->is_relative && slot->pair->is_outlier) || i + 1 == self->slots->len)
    return 0;

  return i == 0 || number <= self->low || number >= self->high ? 1 : 2;
}

/* The numbers of an axis stand left of here. */
static double
get_left (const TbVariancePanel *self,
          const TbVariancePage  *page)
{
  return self->room.x + tb_column_layout_get_values (page->base)->gutter;
}

static gboolean
holds (const TbVarianceMark *outer,
       const TbVarianceMark *inner)
{
  return inner->width < outer->width * 0.9 && inner->x - inner->width / 2 > outer->x - outer->width / 2 - 1 &&
         inner->x + inner->width / 2 < outer->x + outer->width / 2 + 1;
}

/* Past the longer column behind it, of the same sign. */
static double
find_clear_end (const TbVariancePanel *self,
                const TbSlot          *slot)
{
  double end = slot->mark.end;

  for (guint i = 0; i < self->slots->len && !slot->is_wide; i++)
    {
      const TbSlot *other = &g_array_index (self->slots, TbSlot, i);

      if (!other->is_wide || !holds (&other->mark, &slot->mark))
        continue;
      if (slot->mark.end > slot->mark.zero)
        end = MAX (end, other->mark.end);
      else
        end = MIN (end, other->mark.end);
    }

  return end;
}

static gboolean
try_label (const TbVariancePanel *self,
           const TbVariancePage  *page,
           TbPlacer              *placer,
           TbSlot                *slot)
{
  const TbVarianceMark *mark = &slot->mark;
  double gap = tb_variance_page_get_gap (page) * 0.6;
  double width = slot->label.extents.width;
  double height = tb_label_get_height (&slot->label);
  double head = self->is_relative && !slot->is_empty ? mark->width / 2 : 0;
  double end = find_clear_end (self, slot);
  gboolean falls = mark->end > mark->zero;
  double y = falls ? end + head + gap : end - head - gap - height;
  double left = get_left (self, page);
  double right = MAX (self->room.x + self->room.width - width, left);
  const TbRect boxes[] = {
    { CLAMP (mark->x - width / 2, left, right), y, width, height },
    /* Over what stands in the middle of a long span its number is at the end. */
    { CLAMP (mark->x + mark->width / 2 - width - gap, left, right), y, width, height },
  };
  const TbRect *box = &boxes[slot->is_wide ? 1 : 0];

  double from = MAX (box->x - gap, left);
  double to = MIN (box->x + width + gap, self->room.x + self->room.width);

  /* Numbers that touch are read as one. */
  if (!tb_placer_is_free (placer, (TbRect) { from, box->y, to - from, height }) ||
      tb_placer_choose (placer, box, 1) < 0)
    return FALSE;
  slot->box = *box;
  slot->has_label = TRUE;

  return TRUE;
}

static void
block_marks (const TbVariancePanel *self,
             TbPlacer              *placer)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const TbSlot *slot = &g_array_index (self->slots, TbSlot, i);
      const TbVarianceMark *mark = &slot->mark;

      if (slot->is_empty)
        continue;
      if (self->is_relative)
        tb_placer_block (placer, tb_mark_variance_get_pin_box (mark));
      else
        tb_placer_block (placer, (TbRect) { mark->x - mark->width / 2, MIN (mark->end, mark->zero), mark->width,
                                            fabs (mark->end - mark->zero) });
    }
}

/* Returns how many labels found no room. */
static guint
place_labels (TbVariancePanel      *self,
              const TbVariancePage *page)
{
  TbRect bounds = self->room;
  g_autoptr (TbPlacer) placer = NULL;
  guint n_left = 0;

  bounds.y += self->caption->height;
  bounds.height -= self->caption->height;
  bounds.x = get_left (self, page);
  bounds.width -= bounds.x - self->room.x;
  placer = tb_placer_new (bounds);
  block_marks (self, placer);
  for (int tier = 0; tier <= 2; tier++)
    for (guint i = self->slots->len; i > 0; i--)
      {
        TbSlot *slot = &g_array_index (self->slots, TbSlot, i - 1);

        if (get_tier (self, slot, i - 1) == tier && !try_label (self, page, placer, slot))
          n_left++;
      }

  return n_left;
}

/* Where numbers are missing, those of the axis are left to read by: the same column of
 * numbers as at the figures. */
static void
add_axis (TbVariancePanel      *self,
          const TbVariancePage *page)
{
  const TbValueAxis *values = tb_column_layout_get_values (page->base);
  const TbCanvas *canvas = self->is_relative ? &page->plain : &page->canvas;
  double height = self->bottom - self->top;
  double px = height / (self->high - self->low);

  if (!values->shown || !(self->high > self->low) || height < LINES_OF_AXIS * tb_variance_page_get_line (page))
    return;
  self->axis = tb_value_axis_new (canvas, self->low, self->high, TRUE, height);
  if (self->axis->gutter > values->gutter + 0.5)
    {
      g_clear_pointer (&self->axis, tb_value_axis_free);
      return;
    }
  self->axis->gutter = values->gutter;
  tb_value_axis_place (self->axis, self->zero - px * self->axis->scale.domain[1],
                       self->zero - px * self->axis->scale.domain[0]);
  tb_value_axis_limit (self->axis, self->top, self->bottom);
}

/* The variance of a year lies behind those of its parts, pale as its column does. */
static void
set_wide_apart (TbVariancePanel      *self,
                const TbVariancePage *page)
{
  for (guint i = 0; i < self->slots->len; i++)
    for (guint k = 0; k < self->slots->len; k++)
      {
        TbSlot *slot = &g_array_index (self->slots, TbSlot, i);

        if (slot->is_wide || !holds (&slot->mark, &g_array_index (self->slots, TbSlot, k).mark))
          continue;
        slot->is_wide = TRUE;
        slot->mark.color = tb_color_mix (page->page->theme->background, slot->mark.color, WIDE_SHARE);
      }
}

void
tb_variance_panel_fill (TbVariancePanel *self,
                        TbVariancePage  *page)
{
  guint n_left = 0;

  for (guint i = 0; i < page->content->pairs->len; i++)
    add_slot (self, page, &g_array_index (page->content->pairs, TbVariance, i));
  if (!self->is_relative)
    set_wide_apart (self, page);
  if (page->page->spec->show_values)
    n_left = place_labels (self, page);
  page->page->n_dropped += n_left;
  if (n_left > 0 || !page->page->spec->show_values)
    add_axis (self, page);
}

static gboolean
has_wide (const TbVariancePanel *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_array_index (self->slots, TbSlot, i).is_wide)
      return TRUE;

  return FALSE;
}

static void
draw_marks (const TbVariancePanel *self,
            TbVariancePage        *page,
            gboolean               wide)
{
  TbCanvas *canvas = &page->canvas;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_SERIES, NULL);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const TbSlot *slot = &g_array_index (self->slots, TbSlot, i);

      if (slot->is_empty || slot->is_wide != wide)
        continue;
      if (self->is_relative)
        tb_mark_variance_draw_pin (canvas, &slot->mark);
      else
        tb_mark_variance_draw_column (canvas, &slot->mark);
    }
  tb_scene_builder_end (canvas->builder);
}

void
tb_variance_panel_draw (const TbVariancePanel *self,
                        TbVariancePage        *page)
{
  TbCanvas *canvas = &page->canvas;
  TbRect plot = tb_column_layout_get_plot (page->base);
  TbCanvas *own = self->is_relative ? &page->plain : canvas;

  tb_period_axis_add_plot (tb_column_layout_get_time (page->base), canvas, self->top, self->bottom - self->top, FALSE);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_PLOT, self->is_relative ? page->content->relative_caption
                                                                           : page->content->absolute_caption);
  tb_text_block_draw (self->caption, canvas->builder, TB_ANCHOR_START, self->room.x, self->room.y, TB_NO_DATUM);
  if (self->axis != NULL)
    tb_value_axis_draw (self->axis, own, plot.x, plot.x + plot.width);
  if (has_wide (self))
    draw_marks (self, page, TRUE);
  tb_canvas_rule (canvas, plot.x, self->zero, plot.x + plot.width, self->zero, canvas->theme->axis, 1.2, FALSE);
  draw_marks (self, page, FALSE);
  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const TbSlot *slot = &g_array_index (self->slots, TbSlot, i);

      if (slot->has_label)
        tb_canvas_draw_label (canvas, &slot->label, slot->color, TB_ANCHOR_START, slot->box.x, slot->box.y,
                              slot->pair->point->datum);
    }
  tb_scene_builder_end (canvas->builder);
  tb_scene_builder_end (canvas->builder);
}
