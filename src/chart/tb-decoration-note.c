/* A few words near a figure, with a line to it where they stand further off (D-7).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-draw-private.h"

#include "tb-text-block.h"

#include <math.h>

#define WIDEST 13.0        /* of the lines, in sizes of the label */
#define NEAR 0.35          /* between words and mark, likewise */
#define LEADER_FROM 0.9    /* words further off have a line to their mark */
#define LEADER_GAP 0.2

/* How far off words try to stand, in sizes of the label. */
static const double distances[] = { NEAR, 1.2, 2.2, 3.4, 5, 7, 9.5 };

/* On which sides, best first: x and y of the words' place around the mark; −0.5: level
 * with its top, where the middle of a tall one stands among others. */
static const struct { double x, y;
} sides[] = {
  { 0, -1 },   { 0.7, -1 },  { -0.7, -1 }, { 1, 0 },   { -1, 0 },
  { 1, -0.5 }, { -1, -0.5 }, { 0, 1 },     { 0.7, 1 }, { -0.7, 1 },
};

static TbRect
get_box (const TbRect *mark,
         double        width,
         double        height,
         gsize         side,
         double        distance)
{
  double middle = mark->x + mark->width / 2;
  double center = mark->y + mark->height / 2;
  TbRect box = { middle - width / 2 + sides[side].x * (width / 2 + distance), 0, width, height };

  if (sides[side].y == -1)
    box.y = mark->y - distance - height;
  else if (sides[side].y > 0)
    box.y = mark->y + mark->height + distance;
  else
    {
      box.y = sides[side].y < 0 ? mark->y : center - height / 2;
      box.x = sides[side].x > 0 ? mark->x + mark->width + distance : mark->x - distance - width;
    }

  return box;
}

typedef struct { double x1, y1, x2, y2; } Leader;

/* From the nearest place of the words' box to the edge of the mark. */
static Leader
get_leader (const TbRect *box,
            const TbRect *mark,
            double        gap)
{
  double middle = mark->x + mark->width / 2;
  double center = mark->y + mark->height / 2;
  Leader leader = { CLAMP (middle, box->x, box->x + box->width), CLAMP (center, box->y, box->y + box->height), 0, 0 };
  double length;

  leader.x2 = CLAMP (leader.x1, mark->x, mark->x + mark->width);
  leader.y2 = CLAMP (leader.y1, mark->y, mark->y + mark->height);
  length = hypot (leader.x2 - leader.x1, leader.y2 - leader.y1);
  if (length > 2 * gap)
    {
      double dx = (leader.x2 - leader.x1) / length * gap;
      double dy = (leader.y2 - leader.y1) / length * gap;

      leader = (Leader) { leader.x1 + dx, leader.y1 + dy, leader.x2 - dx, leader.y2 - dy };
    }

  return leader;
}

/* Words keep inside the plot as far as they can without leaving their mark. */
static TbRect
keep_inside (const TbRect *box,
             const TbRect *plot)
{
  TbRect kept = *box;

  kept.x = CLAMP (kept.x, plot->x, MAX (plot->x + plot->width - kept.width, plot->x));

  return kept;
}

/* In lines of about one length. */
static TbTextBlock *
set_words (const TbCanvas          *canvas,
           const TbDecorationField *field,
           const char              *text)
{
  double most = MIN (WIDEST * canvas->label.size_px, field->plot.width * 0.45);
  TbTextBlock *block = tb_text_block_new (canvas->measure, &canvas->label, canvas->theme->text, text, most);
  gsize n_lines = block->n_lines;
  double width = 0;

  for (gsize i = 0; i < n_lines; i++)
    width += block->lines[i].extents.width;
  for (double share = 1.04; n_lines > 1 && share < 1.4; share += 0.08)
    {
      TbTextBlock *even = tb_text_block_new (canvas->measure, &canvas->label, canvas->theme->text, text,
                                             MIN (width / (double) n_lines * share, most));

      if (even->n_lines > n_lines)
        {
          tb_text_block_free (even);
          continue;
        }
      tb_text_block_free (block);
      return even;
    }

  return block;
}

void
tb_decoration_note_draw (TbCanvas                  *canvas,
                         const TbDecorationField   *field,
                         const TbPlannedDecoration *item,
                         TbDecorationInk           *ink)
{
  double em = canvas->label.size_px;
  g_autoptr (TbTextBlock) block = set_words (canvas, field, item->text);
  TbPaint paint = { .stroke_color = canvas->theme->text_muted, .stroke_width = canvas->unit };
  TbRect mark, all;

  if (!tb_decorations_find_mark (canvas, field, ink, item->from, &mark, &all))
    {
      canvas->n_dropped++;
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (distances) * G_N_ELEMENTS (sides); i++)
    {
      gsize side = i % G_N_ELEMENTS (sides);
      double distance = distances[i / G_N_ELEMENTS (sides)] * em;
      TbRect near = get_box (&all, block->width, block->height, side, distance);
      TbRect box = fabs (sides[side].x) == 1 ? near : keep_inside (&near, &field->plot);
      Leader leader = get_leader (&box, &all, LEADER_GAP * em);
      gboolean with_leader = hypot (leader.x2 - leader.x1, leader.y2 - leader.y1)
                             > LEADER_FROM * em - 2 * LEADER_GAP * em;

      if (!tb_decoration_ink_is_free (ink, box) ||
          (with_leader && !tb_decoration_ink_is_clear (ink, leader.x1, leader.y1, leader.x2, leader.y2)))
        continue;
      (void) tb_decoration_ink_choose (ink, &box, 1);
      tb_text_block_draw (block, canvas->builder, TB_ANCHOR_START, box.x, box.y, TB_NO_DATUM);
      if (with_leader)
        tb_scene_builder_line (canvas->builder, leader.x1, leader.y1, leader.x2, leader.y2, &paint, TB_NO_DATUM);
      return;
    }
  canvas->n_dropped++;
}
