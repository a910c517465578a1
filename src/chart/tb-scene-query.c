/* Which figure a scene shows where: hit test, places of marks, reading order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scene-private.h"

#include <math.h>

static gint64
to_key (TbDatum datum)
{
  return (gint64) (((guint64) (guint32) datum.series << 32) | (guint32) datum.row);
}

/* Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). GLib's hash
 * of 64-bit numbers folds series and row on each other, so that the figures of
 * many series would share few values. */
static guint
hash_key (gconstpointer key)
{
  return (guint) (((guint64) *(const gint64 *) key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

static TbRect
unite (TbRect a,
       TbRect b)
{
  double x = MIN (a.x, b.x);
  double y = MIN (a.y, b.y);

  return (TbRect) { x, y, MAX (a.x + a.width, b.x + b.width) - x, MAX (a.y + a.height, b.y + b.height) - y };
}

/* A box outside of the clip becomes one without extent at the clip's edge: the
 * mark is found, though nothing of it is seen. */
static TbRect
intersect (TbRect a,
           TbRect clip)
{
  double x1 = CLAMP (a.x, clip.x, clip.x + clip.width);
  double y1 = CLAMP (a.y, clip.y, clip.y + clip.height);
  double x2 = CLAMP (a.x + a.width, clip.x, clip.x + clip.width);
  double y2 = CLAMP (a.y + a.height, clip.y, clip.y + clip.height);

  return (TbRect) { x1, y1, x2 - x1, y2 - y1 };
}

static TbRect
get_path_box (const TbScene *self,
              const TbNode  *node)
{
  gsize n;
  const TbPathElement *elements = tb_scene_get_path (self, node, &n);
  TbRect box = { 0, 0, 0, 0 };

  for (gsize i = 0; i < n; i++)
    {
      TbRect point = { elements[i].x, elements[i].y, 0, 0 };

      if (elements[i].op != TB_PATH_CLOSE)
        box = i == 0 ? point : unite (box, point);
    }

  return box;
}

/* The geometry of a node without its stroke; nothing for groups and clips. */
TbRect
tb_scene_get_node_box (const TbScene *self,
                       const TbNode  *node)
{
  switch (node->kind)
    {
    case TB_NODE_RECT:
      return node->rect;
    case TB_NODE_PATH:
      return get_path_box (self, node);
    case TB_NODE_CIRCLE:
      return (TbRect) { node->circle.x - node->circle.radius, node->circle.y - node->circle.radius,
                        node->circle.radius * 2, node->circle.radius * 2 };
    case TB_NODE_LINE:
      return (TbRect) { MIN (node->line.x1, node->line.x2), MIN (node->line.y1, node->line.y2),
                        fabs (node->line.x2 - node->line.x1), fabs (node->line.y2 - node->line.y1) };
    case TB_NODE_TEXT:
      return node->text.box;
    case TB_NODE_IMAGE:
      return node->image.rect;
    case TB_NODE_GROUP_BEGIN:
    case TB_NODE_GROUP_END:
    case TB_NODE_CLIP_BEGIN:
    case TB_NODE_CLIP_END:
      break;
    }

  return (TbRect) { 0, 0, 0, 0 };
}

/* Boxes of shapes are united; a text's box counts only where nothing else stands for the datum. */
static void
add_mark (TbScene *self,
          GArray  *marks,
          TbDatum  datum,
          gboolean is_shape,
          TbRect   box)
{
  gint64 key = to_key (datum);
  gsize index = GPOINTER_TO_SIZE (g_hash_table_lookup (self->mark_of, &key));

  if (index == 0)
    {
      TbSceneMark mark = { datum, box, is_shape };

      g_array_append_val (marks, mark);
      g_hash_table_insert (self->mark_of, g_memdup2 (&key, sizeof key), GSIZE_TO_POINTER (marks->len));
    }
  else
    {
      TbSceneMark *mark = &g_array_index (marks, TbSceneMark, index - 1);

      if (is_shape && mark->has_shape)
        mark->box = unite (mark->box, box);
      else if (is_shape)
        mark->box = box;
      mark->has_shape |= is_shape;
    }
}

static int
compare_marks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  int series_a = ((const TbSceneMark *) a)->datum.series;
  int series_b = ((const TbSceneMark *) b)->datum.series;

  return (series_a > series_b) - (series_a < series_b);
}

/* Within a series the order of drawing is kept: that of periods, which rows need not be in. */
static void
sort_marks (TbScene *self)
{
  g_sort_array (self->marks, self->n_marks, sizeof (TbSceneMark), compare_marks, NULL);
  for (gsize i = 0; i < self->n_marks; i++)
    {
      gint64 key = to_key (self->marks[i].datum);

      g_hash_table_insert (self->mark_of, g_memdup2 (&key, sizeof key), GSIZE_TO_POINTER (i + 1));
    }
}

/* Finds all that stands for data, once, when a scene is made. */
void
tb_scene_index (TbScene *self)
{
  g_autoptr (GArray) clips = g_array_new (FALSE, FALSE, sizeof (TbRect));
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (TbSceneMark));
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (TbSceneTarget));
  TbRect clip = { 0, 0, self->info.width, self->info.height };

  self->mark_of = g_hash_table_new_full (hash_key, g_int64_equal, g_free, NULL);
  for (gsize i = 0; i < self->n_nodes; i++)
    {
      const TbNode *node = &self->nodes[i];

      if (node->kind == TB_NODE_CLIP_BEGIN)
        {
          g_array_append_val (clips, clip);
          clip = intersect (node->rect, clip);
        }
      else if (node->kind == TB_NODE_CLIP_END)
        {
          clip = g_array_index (clips, TbRect, clips->len - 1);
          g_array_set_size (clips, clips->len - 1);
        }
      else if (node->datum.series >= 0 && node->datum.row >= 0)
        {
          TbSceneTarget target = { (guint) i, intersect (tb_scene_get_node_box (self, node), clip) };

          g_array_append_val (targets, target);
          add_mark (self, marks, node->datum, node->kind != TB_NODE_TEXT, target.box);
        }
    }

  self->targets = g_array_steal (targets, &self->n_targets);
  self->marks = g_array_steal (marks, &self->n_marks);
  g_array_unref (targets);
  g_array_unref (marks);
  sort_marks (self);
}

static double
get_box_distance (TbRect box,
                  double x,
                  double y)
{
  double dx = MAX (MAX (box.x - x, x - (box.x + box.width)), 0);
  double dy = MAX (MAX (box.y - y, y - (box.y + box.height)), 0);

  return hypot (dx, dy);
}

static double
get_segment_distance (double x1,
                      double y1,
                      double x2,
                      double y2,
                      double x,
                      double y)
{
  double dx = x2 - x1;
  double dy = y2 - y1;
  double length_squared = dx * dx + dy * dy;
  double t = length_squared > 0 ? ((x - x1) * dx + (y - y1) * dy) / length_squared : 0;

  t = CLAMP (t, 0, 1);

  return hypot (x - (x1 + t * dx), y - (y1 + t * dy));
}

static gboolean
crosses_ray (TbPathElement a,
             TbPathElement b,
             double        x,
             double        y)
{
  if ((a.y > y) == (b.y > y))
    return FALSE;

  return x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
}

/* The distance to the outline; inside a filled path it is 0 (even–odd rule:
 * the paths of charts do not cross themselves). */
static double
get_path_distance (const TbScene *self,
                   const TbNode  *node,
                   double         x,
                   double         y)
{
  gsize n;
  const TbPathElement *elements = tb_scene_get_path (self, node, &n);
  TbPathElement start = { 0 };
  TbPathElement here = { 0 };
  double distance = INFINITY;
  gboolean inside = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      TbPathElement next = elements[i].op == TB_PATH_CLOSE ? start : elements[i];

      if (elements[i].op == TB_PATH_MOVE)
        {
          start = next;
        }
      else
        {
          distance = MIN (distance, get_segment_distance (here.x, here.y, next.x, next.y, x, y));
          inside ^= crosses_ray (here, next, x, y);
        }
      here = next;
    }
  inside ^= crosses_ray (here, start, x, y);

  return inside && node->paint.fill != TB_FILL_NONE ? 0 : distance;
}

static double
get_distance (const TbScene *self,
              const TbNode  *node,
              TbRect         box,
              double         x,
              double         y)
{
  double to_box = get_box_distance (box, x, y);

  switch (node->kind)
    {
    case TB_NODE_PATH:
      return MAX (to_box, get_path_distance (self, node, x, y));
    case TB_NODE_CIRCLE:
      return MAX (to_box, hypot (x - node->circle.x, y - node->circle.y) - node->circle.radius);
    case TB_NODE_LINE:
      return MAX (to_box, get_segment_distance (node->line.x1, node->line.y1, node->line.x2, node->line.y2, x, y));
    case TB_NODE_RECT:
    case TB_NODE_TEXT:
    case TB_NODE_IMAGE:
    case TB_NODE_GROUP_BEGIN:
    case TB_NODE_GROUP_END:
    case TB_NODE_CLIP_BEGIN:
    case TB_NODE_CLIP_END:
      break;
    }

  return to_box;
}

/**
 * tb_scene_hit_test:
 * @self: a scene
 * @x: logical px
 * @y: logical px
 * @reach: how far away a mark may be, logical px
 *
 * Finds the mark at a point: of those under it the topmost, shapes before
 * labels; else the nearest within @reach.
 *
 * Thread: any. Cost: O(marks).
 *
 * Returns: the datum; series −1 where there is none
 */
TbDatum
tb_scene_hit_test (const TbScene *self,
                   double         x,
                   double         y,
                   double         reach)
{
  TbDatum best = TB_NO_DATUM;
  double best_distance = reach;
  gboolean best_is_shape = FALSE;

  for (gsize i = 0; i < self->n_targets; i++)
    {
      const TbNode *node = &self->nodes[self->targets[i].node];
      gboolean is_shape = node->kind != TB_NODE_TEXT;
      double distance;

      if (get_box_distance (self->targets[i].box, x, y) > best_distance)
        continue;
      distance = get_distance (self, node, self->targets[i].box, x, y);
      if (distance < best_distance || (distance <= best_distance && is_shape >= best_is_shape))
        {
          best = node->datum;
          best_distance = distance;
          best_is_shape = is_shape;
        }
    }

  return best;
}

/**
 * tb_scene_find_datum:
 * @self: a scene
 * @datum: what to look for
 * @out_box: (out) (optional): the box around all its shapes, or around its label
 *   where it has no shape; what clips hide left out
 *
 * Thread: any. Cost: O(1).
 *
 * Returns: whether the scene shows @datum
 */
gboolean
tb_scene_find_datum (const TbScene *self,
                     TbDatum        datum,
                     TbRect        *out_box)
{
  gint64 key = to_key (datum);
  gsize index = GPOINTER_TO_SIZE (g_hash_table_lookup (self->mark_of, &key));

  if (index == 0)
    return FALSE;
  if (out_box != NULL)
    *out_box = self->marks[index - 1].box;

  return TRUE;
}

/**
 * tb_scene_get_n_data:
 * @self: a scene
 *
 * Returns: how many data have a mark or a label
 */
gsize
tb_scene_get_n_data (const TbScene *self)
{
  return self->n_marks;
}

/**
 * tb_scene_get_datum:
 * @self: a scene
 * @i: less than tb_scene_get_n_data()
 *
 * Returns: the datum at @i in reading order: series by series, in each in the
 *   order of drawing, which is that of periods
 */
TbDatum
tb_scene_get_datum (const TbScene *self,
                    gsize          i)
{
  g_return_val_if_fail (i < self->n_marks, TB_NO_DATUM);

  return self->marks[i].datum;
}
