/* What of a scene stands for which figure, and where: made once with the scene.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scene-private.h"

#include <math.h>

/* Targets to a bin, and bins at most. */
#define TARGETS_PER_BIN 4
#define MOST_BINS 1024
/* Wide targets stand in many bins: so many entries to a target are enough. */
#define MOST_ENTRIES 8

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
static TbRect
get_node_box (const TbScene *self,
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

/* What is open while the nodes are gone through. */
typedef struct
{
  GArray *clips;     /* of TbRect */
  GArray *panels;    /* of guint: of each open group that of its marks */
  TbRect  clip;
  guint   panel;
  guint   n_panels;
} Walk;

static void
enter (Walk         *self,
       const TbNode *node)
{
  if (node->kind == TB_NODE_CLIP_BEGIN)
    {
      g_array_append_val (self->clips, self->clip);
      self->clip = intersect (node->rect, self->clip);
    }
  else if (node->kind == TB_NODE_CLIP_END)
    {
      self->clip = g_array_index (self->clips, TbRect, self->clips->len - 1);
      g_array_set_size (self->clips, self->clips->len - 1);
    }
  else if (node->kind == TB_NODE_GROUP_BEGIN)
    {
      g_array_append_val (self->panels, self->panel);
      if (node->group.role == TB_ROLE_PLOT)
        self->panel = ++self->n_panels;
    }
  else if (node->kind == TB_NODE_GROUP_END)
    {
      self->panel = g_array_index (self->panels, guint, self->panels->len - 1);
      g_array_set_size (self->panels, self->panels->len - 1);
    }
}

static void
gather_targets (TbScene *self)
{
  g_autoptr (GArray) clips = g_array_new (FALSE, FALSE, sizeof (TbRect));
  g_autoptr (GArray) panels = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (TbSceneTarget));
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (TbSceneTarget));
  Walk walk = { clips, panels, { 0, 0, self->info.width, self->info.height }, 0, 0 };

  for (gsize i = 0; i < self->n_nodes; i++)
    {
      const TbNode *node = &self->nodes[i];
      TbSceneTarget target = { .node = (guint) i };

      enter (&walk, node);
      if (node->datum.series < 0)
        continue;
      target.panel = walk.panel;
      target.box = intersect (get_node_box (self, node), walk.clip);
      g_array_append_val (node->datum.row >= 0 ? targets : names, target);
    }
  self->targets = g_array_steal (targets, &self->n_targets);
  self->names = g_array_steal (names, &self->n_names);
}

static int
compare_data (TbDatum a,
              TbDatum b)
{
  if (a.series != b.series)
    return a.series < b.series ? -1 : 1;

  return (a.row > b.row) - (a.row < b.row);
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const TbScene *self = user_data;
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;
  int order = compare_data (self->nodes[self->targets[left].node].datum, self->nodes[self->targets[right].node].datum);

  if (order != 0)
    return order;
  if (self->targets[left].panel != self->targets[right].panel)
    return self->targets[left].panel < self->targets[right].panel ? -1 : 1;

  return (left > right) - (left < right);
}

/* Those of one series mostly are. */
static gboolean
are_sorted (TbScene     *self,
            const guint *which)
{
  for (gsize i = 1; i < self->n_targets; i++)
    if (compare_targets (&which[i - 1], &which[i], self) > 0)
      return FALSE;

  return TRUE;
}

/* Boxes of shapes are united; a text's box counts only where nothing else stands for the datum. */
static void
add_to_mark (TbSceneMark *mark,
             gboolean     is_shape,
             TbRect       box)
{
  if (is_shape && mark->has_shape)
    mark->box = unite (mark->box, box);
  else if (is_shape)
    mark->box = box;
  mark->has_shape |= is_shape;
}

/* A mark with a shape goes before those of its datum that are only texts. */
static void
put_shape_first (GArray *marks)
{
  TbSceneMark mark = g_array_index (marks, TbSceneMark, marks->len - 1);

  for (guint i = marks->len - 1; i > 0 && mark.has_shape; i--)
    {
      TbSceneMark *before = &g_array_index (marks, TbSceneMark, i - 1);

      if (compare_data (before->datum, mark.datum) != 0 || before->has_shape)
        break;
      g_array_index (marks, TbSceneMark, i) = *before;
      *before = mark;
    }
}

/* A datum in reading order: series by series, in each in the order of drawing, which
 * is that of periods; rows need not be in it. */
typedef struct
{
  int   series;
  guint first;   /* target */
  guint mark;
} Reading;

static int
compare_readings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const Reading *left = a;
  const Reading *right = b;

  if (left->series != right->series)
    return left->series < right->series ? -1 : 1;

  return (left->first > right->first) - (left->first < right->first);
}

static void
order_reading (TbScene *self,
               GArray  *readings)
{
  g_sort_array (readings->data, readings->len, sizeof (Reading), compare_readings, NULL);
  self->n_data = readings->len;
  self->reading = g_new (guint, self->n_data + 1);
  for (guint i = 0; i < readings->len; i++)
    self->reading[i] = g_array_index (readings, Reading, i).mark;
}

static void
make_marks (TbScene *self)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TbSceneMark));
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (Reading));
  g_autofree guint *which = g_new (guint, self->n_targets + 1);

  for (gsize i = 0; i < self->n_targets; i++)
    which[i] = (guint) i;
  if (!are_sorted (self, which))
    g_sort_array (which, self->n_targets, sizeof (guint), compare_targets, self);

  for (gsize i = 0; i < self->n_targets; i++)
    {
      const TbSceneTarget *target = &self->targets[which[i]];
      const TbNode *node = &self->nodes[target->node];
      const TbSceneTarget *before = i > 0 ? &self->targets[which[i - 1]] : NULL;
      gboolean same_datum = before != NULL && compare_data (self->nodes[before->node].datum, node->datum) == 0;

      if (same_datum && before->panel == target->panel)
        add_to_mark (&g_array_index (marks, TbSceneMark, marks->len - 1), node->kind != TB_NODE_TEXT, target->box);
      else
        {
          TbSceneMark mark = { node->datum, target->panel, target->box, node->kind != TB_NODE_TEXT };

          if (same_datum)
            put_shape_first (marks);
          g_array_append_val (marks, mark);
        }
      if (!same_datum)
        {
          Reading reading = { node->datum.series, which[i], marks->len - 1 };

          g_array_append_val (readings, reading);
        }
      else
        {
          Reading *reading = &g_array_index (readings, Reading, readings->len - 1);

          reading->first = MIN (reading->first, which[i]);
        }
      if (i + 1 == self->n_targets ||
          compare_data (node->datum, self->nodes[self->targets[which[i + 1]].node].datum) != 0)
        put_shape_first (marks);
    }
  self->marks = g_array_steal (marks, &self->n_marks);
  order_reading (self, readings);
}

guint
tb_scene_bins_find (const TbSceneBins *self,
                    double             x)
{
  double bin = x / self->width_px;

  return bin > 0 ? (guint) MIN (bin, self->n - 1.0) : 0;
}

static gsize
count_entries (const TbScene     *self,
               const TbSceneBins *bins)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_targets; i++)
    {
      const TbRect *box = &self->targets[i].box;

      n += tb_scene_bins_find (bins, box->x + box->width) - tb_scene_bins_find (bins, box->x) + 1;
    }

  return n;
}

static void
fill_bins (TbScene *self)
{
  TbSceneBins *bins = &self->bins;
  gsize n_entries;

  bins->n = (guint) CLAMP (self->n_targets / TARGETS_PER_BIN, 1, MOST_BINS);
  bins->width_px = MAX (self->info.width, 1) / bins->n;
  n_entries = count_entries (self, bins);
  while (bins->n > 1 && n_entries > self->n_targets * MOST_ENTRIES)
    {
      bins->n = (bins->n + 1) / 2;
      bins->width_px = MAX (self->info.width, 1) / bins->n;
      n_entries = count_entries (self, bins);
    }

  bins->starts = g_new0 (guint, bins->n + 2);
  bins->targets = g_new (guint, n_entries + 1);
  /* Counts two places on become ends one place on, and those become starts. */
  for (gsize i = 0; i < self->n_targets; i++)
    {
      const TbRect *box = &self->targets[i].box;

      for (guint b = tb_scene_bins_find (bins, box->x); b <= tb_scene_bins_find (bins, box->x + box->width); b++)
        bins->starts[b + 2]++;
    }
  for (guint b = 2; b < bins->n + 2; b++)
    bins->starts[b] += bins->starts[b - 1];
  for (gsize i = 0; i < self->n_targets; i++)
    {
      const TbRect *box = &self->targets[i].box;

      for (guint b = tb_scene_bins_find (bins, box->x); b <= tb_scene_bins_find (bins, box->x + box->width); b++)
        bins->targets[bins->starts[b + 1]++] = (guint) i;
    }
}

void
tb_scene_index (TbScene *self)
{
  gather_targets (self);
  make_marks (self);
  fill_bins (self);
}

void
tb_scene_clear_index (TbScene *self)
{
  g_free (self->targets);
  g_free (self->names);
  g_free (self->marks);
  g_free (self->reading);
  g_free (self->bins.starts);
  g_free (self->bins.targets);
}
