/* Numbers at columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-label-placement.h"
#include "tb-layout-column-private.h"

/* Between an outline and the words inside it, units. */
#define OUTLINE_GAP 5.0
#define OUTLINE_CLEARANCE 16.0     /* times that, towards the middle */

static void
block_marks (const TbColumnLayout *self,
             TbPlacer             *placer)
{
  double line = 2.2 * self->canvas->unit;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbColumn *column = &g_array_index (self->columns, TbColumn, i);
      const TbRect *body = &column->mark.body;
      double top;
      double bottom;

      if (column->point->missing)
        continue;
      if (column->behind != NULL)
        tb_placer_block (placer, column->behind_mark.body);
      tb_column_get_edges (column, &top, &bottom);
      if (column->has_bracket)
        tb_placer_block (placer, (TbRect) { column->start_x, (tb_column_falls (column) ? bottom : top) - line / 2,
                                            MAX (body->x - column->start_x, 0), line });
      if (tb_mark_column_is_solid (&column->mark) && !column->mark.wide)
        {
          tb_placer_block (placer, (TbRect) { body->x, top, body->width, bottom - top });
          continue;
        }
      tb_placer_block (placer, (TbRect) { body->x, top, body->width, line });
      tb_placer_block (placer, (TbRect) { body->x, bottom - line, body->width, line });
      tb_placer_block (placer, (TbRect) { body->x, top, line, bottom - top });
      tb_placer_block (placer, (TbRect) { body->x + body->width - line, top, line, bottom - top });
    }
}

/* What a label of a column stands above or below of: over contradicting figures
 * it stands over all of them. */
static TbRect
get_extent (const TbColumnLayout *self,
            const TbColumn       *column)
{
  const TbColumn *end = &g_array_index (self->columns, TbColumn, self->columns->len - 1) + 1;
  TbRect extent = column->mark.body;
  double top;
  double bottom;

  tb_column_get_edges (column, &top, &bottom);
  for (const TbColumn *other = column + 1;
       column->point->n_conflicts > 1 && other < end && other->slot_x <= column->slot_x; other++)
    {
      double other_top;
      double other_bottom;

      tb_column_get_edges (other, &other_top, &other_bottom);
      top = MIN (top, other_top);
      bottom = MAX (bottom, other_bottom);
      extent.x = column->slot_x;
      extent.width = column->slot_width;
    }
  /* The number is that of the figure in front; it stands clear of both. */
  if (column->behind != NULL && column->behind_mark.base == column->mark.base)
    {
      top = MIN (top, column->behind_mark.body.y);
      bottom = MAX (bottom, column->behind_mark.body.y + column->behind_mark.body.height);
    }
  extent.y = top;
  extent.height = bottom - top;

  return extent;
}

/* The outline of a target is named inside, at its free corner, else beside. */
static gboolean
try_outline (TbColumnLayout *self,
             TbPlacer       *placer,
             TbColumn       *column,
             const TbLabel  *label)
{
  double gap = OUTLINE_GAP * self->canvas->unit;
  double height = tb_label_get_height (label);
  double width = label->extents.width;
  const TbRect *body = &column->mark.body;
  double y = tb_column_falls (column) ? body->y + body->height - height - gap : body->y + gap;
  const TbRect boxes[] = {
    { body->x + 2 * gap, y, width, height },
    { body->x + body->width - width - 2 * gap, y, width, height },
  };

  if (width + 4 * gap > body->width || height + 2 * gap > body->height || column->mark.range.height > 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      /* Room to breathe too, towards the middle more, so that it is not read on into a number there. */
      double before = i == 0 ? gap : OUTLINE_CLEARANCE * gap;
      double after = i == 0 ? OUTLINE_CLEARANCE * gap : gap;
      TbRect wide = { boxes[i].x - before, boxes[i].y - gap / 2, width + before + after, height + gap };

      if (!tb_placer_is_free (placer, wide))
        continue;
      tb_placer_block (placer, boxes[i]);
      column->label_box = boxes[i];
      column->has_label = TRUE;
      return TRUE;
    }

  return FALSE;
}

static gboolean
try_label (TbColumnLayout *self,
           TbPlacer       *placer,
           TbColumn       *column,
           const TbLabel  *label)
{
  double gap = TB_COLUMN_LABEL_GAP * self->canvas->unit;
  double height = tb_label_get_height (label);
  double width = label->extents.width;
  double rightmost = MAX (self->plot.x + self->plot.width - width, self->plot.x);
  TbRect extent = get_extent (self, column);
  double y = tb_column_falls (column) ? extent.y + extent.height + gap : extent.y - gap - height;
  const TbRect boxes[] = {
    { CLAMP (extent.x + extent.width / 2 - width / 2, self->plot.x, rightmost), y, width, height },
    { column->mark.body.x, y, width, height },
    { column->mark.body.x + column->mark.body.width - width, y, width, height },
  };
  double edge = tb_column_falls (column) ? extent.y + extent.height : extent.y;
  const TbRect beside[] = {
    { extent.x + extent.width + 2 * gap, edge - height / 2, width, height },
    { extent.x - 2 * gap - width, edge - height / 2, width, height },
  };
  int choice;

  if (self->nested && tb_chart_point_is_reference (column->point) && label == &column->worded &&
      try_outline (self, placer, column, label))
    return TRUE;
  /* Between columns of other series a number needs air to be told from theirs. */
  if (self->n_lanes > 1 &&
      !tb_placer_is_free (placer, (TbRect) { boxes[0].x - gap, y, width + 2 * gap, height }))
    return FALSE;
  /* Beside the middle only over what is wide enough for it to be plain whose it is. */
  choice = tb_placer_choose (placer, boxes, width < column->mark.body.width ? G_N_ELEMENTS (boxes) : 1);
  if (choice >= 0)
    column->label_box = boxes[choice];
  else if (label == &column->worded && tb_chart_point_is_reference (column->point) &&
           (choice = tb_placer_choose (placer, beside, G_N_ELEMENTS (beside))) >= 0)
    column->label_box = beside[choice];
  else
    return FALSE;
  column->has_label = TRUE;

  return TRUE;
}

/* The first place from @y down where a label in a column is clear of the edges and
 * bands of targets that stand around the column. */
static double
find_clear_of_targets (const TbColumnLayout *self,
                       const TbColumn       *column,
                       double                y,
                       double                height)
{
  double gap = TB_COLUMN_LABEL_GAP * self->canvas->unit;
  const TbRect *body = &column->mark.body;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbColumn *other = &g_array_index (self->columns, TbColumn, i);
      const TbRect *outline = &other->mark.body;
      double top;
      double bottom;

      if (!tb_chart_point_is_reference (other->point) || other->point->missing ||
          outline->x > body->x + body->width || outline->x + outline->width < body->x)
        continue;
      top = other->mark.range.height > 0 ? other->mark.range.y : outline->y;
      bottom = other->mark.range.height > 0 ? other->mark.range.y + other->mark.range.height : outline->y;
      if (y < bottom + gap && y + height > top - gap)
        y = bottom + gap;
    }

  return y;
}

/* Inside a solid column, where there is no room above it. */
static gboolean
try_inside (TbColumnLayout *self,
            TbColumn       *column)
{
  double gap = TB_COLUMN_LABEL_GAP * self->canvas->unit;
  const TbRect *body = &column->mark.body;
  double height = tb_label_get_height (&column->label);
  double width = column->label.extents.width;
  double y;

  if (column->point->kind != TB_KIND_ACTUAL || column->mark.wide || column->mark.range.height > 0 ||
      width + 2 * gap > body->width || height + 2 * gap > body->height)
    return FALSE;
  y = tb_column_falls (column) ? body->y + body->height - gap - height
                               : find_clear_of_targets (self, column, body->y + gap, height);
  if (y + height + gap > body->y + body->height)
    return FALSE;
  column->label_box = (TbRect) { body->x + (body->width - width) / 2, y, width, height };
  column->has_label = TRUE;
  column->is_inside = TRUE;

  return TRUE;
}

/* Over the outline of a target that stands around a low column and is hardly taller: the
 * edge would run through the number above the column. */
static gboolean
try_over_outline (TbColumnLayout *self,
                  TbPlacer       *placer,
                  TbColumn       *column)
{
  double gap = TB_COLUMN_LABEL_GAP * self->canvas->unit;
  const TbRect *body = &column->mark.body;
  double height = tb_label_get_height (&column->label);
  double width = column->label.extents.width;
  double top = body->y;
  TbRect box;

  if (column->point->kind != TB_KIND_ACTUAL || tb_column_falls (column))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbColumn *other = &g_array_index (self->columns, TbColumn, i);

      if (tb_chart_point_is_reference (other->point) && !other->point->missing && other->track == column->track
          && other->mark.body.x < body->x + body->width && other->mark.body.x + other->mark.body.width > body->x
          && other->mark.body.y > body->y - height)
        top = MIN (top, other->mark.body.y);
    }
  box = (TbRect) { body->x + (body->width - width) / 2, top - gap - height, width, height };
  if (top >= body->y || tb_placer_choose (placer, &box, 1) < 0)
    return FALSE;
  column->label_box = box;
  column->has_label = TRUE;

  return TRUE;
}

static gboolean
is_overtopped (const TbColumn *column)
{
  return column->behind != NULL && column->behind_mark.base == column->mark.base &&
         column->behind_mark.body.height > column->mark.body.height;
}

/* Places labels, most important first. Returns how many found no room. */
guint
tb_column_layout_place_labels (TbColumnLayout *self,
                               int             last_tier)
{
  g_autoptr (TbPlacer) placer = tb_placer_new (self->plot);
  guint n_left = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbColumn *column = &g_array_index (self->columns, TbColumn, i);

      column->has_label = column->is_worded = column->is_inside = FALSE;
    }
  if (!self->canvas->spec->show_values || self->columns->len > TB_COLUMN_MOST_LABELLED)
    return self->canvas->spec->show_values ? self->columns->len : 0;

  block_marks (self, placer);
  if (self->values->gutter > 0)
    tb_placer_block (placer, (TbRect) { self->plot.x, self->plot.y, self->values->gutter, self->plot.height });
  for (int tier = 0; tier <= 2; tier++)
    for (guint i = 0; i < self->columns->len; i++)
      {
        TbColumn *column = &g_array_index (self->columns, TbColumn, i);

        /* The first of contradicting figures speaks for all. */
        if (column->tier != tier || column->point->conflict > 0)
          continue;
        if (tier > last_tier)
          {
            n_left++;
            continue;
          }
        /* Over a taller one behind it a number would be read as that one's. */
        if (is_overtopped (column) && try_inside (self, column))
          continue;
        column->is_worded = column->text != NULL && try_label (self, placer, column, &column->worded);
        if (!column->is_worded && !try_label (self, placer, column, &column->label) && !try_inside (self, column)
            && !try_over_outline (self, placer, column))
          n_left++;
      }

  return n_left;
}

void
tb_column_layout_draw_labels (TbColumnLayout *self)
{
  TbCanvas *canvas = self->canvas;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_LABEL, NULL);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbColumn *column = &g_array_index (self->columns, TbColumn, i);
      TbColor color = canvas->theme->text;

      if (!column->has_label)
        continue;
      if (column->is_inside)
        {
          TbColor fill = tb_mark_column_get_fill (canvas, &column->mark);

          color = tb_canvas_get_text_on (canvas, fill);
        }
      tb_canvas_draw_label (canvas, column->is_worded ? &column->worded : &column->label, color, TB_ANCHOR_MIDDLE,
                            column->label_box.x + column->label_box.width / 2, column->label_box.y,
                            column->point->datum);
    }
  tb_scene_builder_end (canvas->builder);
}
