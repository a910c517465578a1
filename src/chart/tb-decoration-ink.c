/* What is already in a scene, for what is to be drawn clear of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-ink.h"

#include "tb-label-placement.h"
#include "tb-scene-private.h"

#include <math.h>

/* A slanted line is kept clear of in steps of so many px. */
#define STEP_PX 6.0

/* Lines end this far before texts, units. */
#define TEXT_GAP 3.0

/* Pieces of a line shorter than this, units, are crumbs. */
#define LEAST_PIECE 4.0

typedef struct
{
  TbRect   box;
  TbDatum  datum;
  gboolean is_text;
} Obstacle;

struct _TbDecorationInk
{
  TbCanvas *canvas;
  TbRect    bounds;
  TbPlacer *placer;
  GArray   *obstacles;   /* of Obstacle */
};

static void
add_box (TbDecorationInk *self,
         TbRect           box,
         TbDatum          datum,
         gboolean         is_text)
{
  Obstacle obstacle = { box, datum, is_text };

  if (box.x > self->bounds.x + self->bounds.width || box.x + box.width < self->bounds.x ||
      box.y > self->bounds.y + self->bounds.height || box.y + box.height < self->bounds.y)
    return;
  g_array_append_val (self->obstacles, obstacle);
  tb_placer_block (self->placer, box);
}

/* A line in boxes that are no larger than it is. */
static void
add_line (TbDecorationInk *self,
          double           x1,
          double           y1,
          double           x2,
          double           y2,
          double           width,
          TbDatum          datum)
{
  gboolean slants = fabs (x2 - x1) > 0.5 && fabs (y2 - y1) > 0.5;
  int n = slants ? (int) CLAMP (ceil (hypot (x2 - x1, y2 - y1) / STEP_PX), 1, 400) : 1;

  for (int i = 0; i < n; i++)
    {
      double from = (double) i / n;
      double to = (double) (i + 1) / n;
      double left = x1 + (x2 - x1) * from;
      double right = x1 + (x2 - x1) * to;
      double top = y1 + (y2 - y1) * from;
      double bottom = y1 + (y2 - y1) * to;

      add_box (self,
               (TbRect) { MIN (left, right) - width / 2, MIN (top, bottom) - width / 2, fabs (right - left) + width,
                         fabs (bottom - top) + width },
               datum, FALSE);
    }
}

static void
add_path (TbDecorationInk     *self,
          const TbNode        *node,
          const TbPathElement *elements)
{
  const TbPathElement *path = elements + node->path.first;
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < node->path.n; i++)
    {
      if (path[i].op == TB_PATH_CLOSE)
        continue;
      if (path[i].op == TB_PATH_LINE && i > 0 && node->paint.fill == TB_FILL_NONE)
        add_line (self, path[i - 1].x, path[i - 1].y, path[i].x, path[i].y, node->paint.stroke_width, node->datum);
      left = fmin (left, path[i].x);
      right = fmax (right, path[i].x);
      top = fmin (top, path[i].y);
      bottom = fmax (bottom, path[i].y);
    }
  if (node->paint.fill != TB_FILL_NONE && left <= right)
    add_box (self, (TbRect) { left, top, right - left, bottom - top }, node->datum, FALSE);
}

static void
add_node (TbDecorationInk     *self,
          const TbNode        *node,
          const TbPathElement *elements,
          gboolean             is_mark)
{
  double radius = node->circle.radius;

  switch (node->kind)
    {
    case TB_NODE_TEXT:
      add_box (self, node->text.box, node->datum, TRUE);
      break;
    case TB_NODE_RECT:
      if (is_mark)
        add_box (self, node->rect, node->datum, FALSE);
      break;
    case TB_NODE_CIRCLE:
      if (is_mark)
        add_box (self, (TbRect) { node->circle.x - radius, node->circle.y - radius, 2 * radius, 2 * radius },
                 node->datum, FALSE);
      break;
    case TB_NODE_LINE:
      if (is_mark)
        add_line (self, node->line.x1, node->line.y1, node->line.x2, node->line.y2, node->paint.stroke_width,
                  node->datum);
      break;
    case TB_NODE_PATH:
      if (is_mark)
        add_path (self, node, elements);
      break;
    case TB_NODE_GROUP_BEGIN:
    case TB_NODE_GROUP_END:
    case TB_NODE_CLIP_BEGIN:
    case TB_NODE_CLIP_END:
    case TB_NODE_IMAGE:
      break;
    }
}

static gboolean
holds_marks (TbSceneRole role)
{
  return role == TB_ROLE_SERIES || role == TB_ROLE_MARK || role == TB_ROLE_LABEL || role == TB_ROLE_PLOT;
}

/**
 * tb_decoration_ink_new:
 * @canvas: a canvas; must outlive the result
 * @bounds: only what lies here counts, and what is placed lies in it
 *
 * Gathers what the scene has so far. Marks without ink, for hovering, count: something
 * is there.
 *
 * Returns: (transfer full): the ink
 */
TbDecorationInk *
tb_decoration_ink_new (TbCanvas *canvas,
                       TbRect    bounds)
{
  TbDecorationInk *self = g_new0 (TbDecorationInk, 1);
  g_autoptr (GArray) roles = g_array_new (FALSE, FALSE, sizeof (TbSceneRole));
  const TbPathElement *elements;
  gsize n;
  const TbNode *nodes = tb_scene_builder_peek (canvas->builder, &n, &elements);

  self->canvas = canvas;
  self->bounds = bounds;
  self->placer = tb_placer_new (bounds);
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  for (gsize i = 0; i < n; i++)
    {
      if (nodes[i].kind == TB_NODE_GROUP_BEGIN)
        g_array_append_val (roles, nodes[i].group.role);
      else if (nodes[i].kind == TB_NODE_GROUP_END)
        g_array_set_size (roles, roles->len - 1);
      else
        add_node (self, &nodes[i], elements,
                  roles->len > 0 && holds_marks (g_array_index (roles, TbSceneRole, roles->len - 1)));
    }

  return self;
}

void
tb_decoration_ink_free (TbDecorationInk *self)
{
  tb_placer_free (self->placer);
  g_array_unref (self->obstacles);
  g_free (self);
}

static void
unite (TbRect       *box,
       const TbRect *other,
       gboolean      is_first)
{
  double right = MAX (box->x + box->width, other->x + other->width);
  double bottom = MAX (box->y + box->height, other->y + other->height);

  if (is_first)
    {
      *box = *other;
      return;
    }
  box->x = MIN (box->x, other->x);
  box->y = MIN (box->y, other->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

gboolean
tb_decoration_ink_find (const TbDecorationInk *self,
                        TbDatum                datum,
                        TbRect                *out_mark,
                        TbRect                *out_all)
{
  gboolean has_mark = FALSE;
  gboolean has_any = FALSE;

  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, i);

      if (obstacle->datum.series != datum.series || obstacle->datum.row != datum.row)
        continue;
      if (!obstacle->is_text)
        {
          unite (out_mark, &obstacle->box, !has_mark);
          has_mark = TRUE;
        }
      unite (out_all, &obstacle->box, !has_any);
      has_any = TRUE;
    }

  return has_mark;
}

/**
 * tb_decoration_ink_has_label:
 * @self: what is drawn already
 * @datum: a figure
 *
 * Returns: whether a text of that figure is among it
 */
gboolean
tb_decoration_ink_has_label (const TbDecorationInk *self,
                             TbDatum                datum)
{
  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, i);

      if (obstacle->is_text && obstacle->datum.series == datum.series && obstacle->datum.row == datum.row)
        return TRUE;
    }

  return FALSE;
}

gboolean
tb_decoration_ink_is_free (const TbDecorationInk *self,
                           TbRect                 box)
{
  return tb_placer_is_free (self->placer, box);
}

int
tb_decoration_ink_choose (TbDecorationInk *self,
                          const TbRect    *boxes,
                          gsize            n_boxes)
{
  for (gsize i = 0; i < n_boxes; i++)
    if (tb_placer_is_free (self->placer, boxes[i]))
      {
        add_box (self, boxes[i], TB_NO_DATUM, TRUE);
        return (int) i;
      }

  return -1;
}

/* Whether a segment meets a box: Liang and Barsky, "A New Concept and Method for Line
 * Clipping", ACM Transactions on Graphics 3 (1984). */
static gboolean
meets (const TbRect *box,
       double        x1,
       double        y1,
       double        x2,
       double        y2)
{
  const double p[] = { x1 - x2, x2 - x1, y1 - y2, y2 - y1 };
  const double q[] = { x1 - box->x, box->x + box->width - x1, y1 - box->y, box->y + box->height - y1 };
  double from = 0;
  double to = 1;

  for (int i = 0; i < 4; i++)
    {
      if (fabs (p[i]) < 1e-9)
        {
          if (q[i] < 0)
            return FALSE;
          continue;
        }
      if (p[i] < 0)
        from = fmax (from, q[i] / p[i]);
      else
        to = fmin (to, q[i] / p[i]);
    }

  return from < to;
}

gboolean
tb_decoration_ink_is_clear (const TbDecorationInk *self,
                            double                 x1,
                            double                 y1,
                            double                 x2,
                            double                 y2)
{
  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, i);

      if (obstacle->is_text && meets (&obstacle->box, x1, y1, x2, y2))
        return FALSE;
    }

  return TRUE;
}

typedef struct { double from, to; } Piece;

/* What is left of pieces without what lies between @from and @to. */
static void
cut (GArray *pieces,
     double  from,
     double  to)
{
  for (guint i = pieces->len; i > 0; i--)
    {
      Piece piece = g_array_index (pieces, Piece, i - 1);
      Piece after = { to, piece.to };

      if (piece.to <= from || piece.from >= to)
        continue;
      g_array_remove_index (pieces, i - 1);
      if (piece.to > to)
        g_array_insert_val (pieces, i - 1, after);
      piece.to = from;
      if (piece.to > piece.from)
        g_array_insert_val (pieces, i - 1, piece);
    }
}

void
tb_decoration_ink_rule (TbDecorationInk *self,
                        double           x1,
                        double           y1,
                        double           x2,
                        double           y2,
                        const TbPaint   *paint)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  gboolean is_level = fabs (y2 - y1) < fabs (x2 - x1);
  double gap = TEXT_GAP * self->canvas->unit;
  double place = is_level ? y1 : x1;
  Piece whole = { is_level ? MIN (x1, x2) : MIN (y1, y2), is_level ? MAX (x1, x2) : MAX (y1, y2) };

  g_array_append_val (pieces, whole);
  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, i);
      double from = is_level ? obstacle->box.x : obstacle->box.y;
      double to = from + (is_level ? obstacle->box.width : obstacle->box.height);
      double near = is_level ? obstacle->box.y : obstacle->box.x;
      double far = near + (is_level ? obstacle->box.height : obstacle->box.width);

      if (obstacle->is_text && place > near - 1 && place < far + 1)
        cut (pieces, from - gap, to + gap);
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->to - piece->from < LEAST_PIECE * self->canvas->unit)
        continue;
      tb_placer_block (self->placer, is_level ? (TbRect) { piece->from, y1 - paint->stroke_width / 2,
                                                          piece->to - piece->from, paint->stroke_width }
                                              : (TbRect) { x1 - paint->stroke_width / 2, piece->from,
                                                          paint->stroke_width, piece->to - piece->from });
      if (is_level)
        tb_scene_builder_line (self->canvas->builder, piece->from, y1, piece->to, y1, paint, TB_NO_DATUM);
      else
        tb_scene_builder_line (self->canvas->builder, x1, piece->from, x1, piece->to, paint, TB_NO_DATUM);
    }
}
