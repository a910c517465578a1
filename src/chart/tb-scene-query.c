/* Which figure a scene shows where: hit test, places of marks, reading order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scene-private.h"

#include <math.h>

/* Two marks nearer to each other than this stand at one moment, px. */
#define SAME_X 0.5

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

typedef struct
{
  guint    target;
  double   distance;
  gboolean is_shape;
  gboolean found;
} Hit;

static void
try_target (const TbScene *self,
            guint          i,
            double         x,
            double         y,
            Hit           *best)
{
  const TbNode *node = &self->nodes[self->targets[i].node];
  gboolean is_shape = node->kind != TB_NODE_TEXT;
  double distance;

  if (get_box_distance (self->targets[i].box, x, y) > best->distance)
    return;
  distance = get_distance (self, node, self->targets[i].box, x, y);
  if (distance > best->distance)
    return;
  /* At one distance shapes go before texts, and what is on top before the rest. */
  if (best->found && distance >= best->distance &&
      (is_shape < best->is_shape || (is_shape == best->is_shape && i < best->target)))
    return;
  *best = (Hit) { i, distance, is_shape, TRUE };
}

/* Of the shapes in a plot of lines the one nearest in time; of several at one moment
 * the one nearest in value. */
static void
try_moment (const TbScene     *self,
            const TbScenePlot *plot,
            guint              i,
            double             x,
            double             y,
            Hit               *best)
{
  const TbSceneTarget *target = &self->targets[i];
  double middle = target->box.x + target->box.width / 2;
  double center = target->box.y + target->box.height / 2;
  double distance = fabs (middle - x);
  double before = best->found
                      ? fabs (self->targets[best->target].box.y + self->targets[best->target].box.height / 2 - y)
                      : INFINITY;

  if (self->nodes[target->node].kind == TB_NODE_TEXT || distance > best->distance + SAME_X)
    return;
  if (center < plot->rect.y || center > plot->rect.y + plot->rect.height)
    return;
  if (best->found && distance > best->distance - SAME_X && fabs (center - y) >= before)
    return;
  *best = (Hit) { i, best->found ? MIN (distance, best->distance) : distance, TRUE, TRUE };
}

static Hit
find_moment (const TbScene *self,
             double         x,
             double         y,
             double         reach)
{
  const TbScenePlot *plot = tb_scene_find_plot (self, x, y);
  Hit best = { .distance = reach };
  guint last;

  if (plot == NULL || !plot->by_moment || !(reach > 0))
    return best;
  last = tb_scene_bins_find (&self->bins, x + reach);
  for (guint bin = tb_scene_bins_find (&self->bins, x - reach); bin <= last; bin++)
    for (guint k = self->bins.starts[bin]; k < self->bins.starts[bin + 1]; k++)
      try_moment (self, plot, self->bins.targets[k], x, y, &best);

  return best;
}

/**
 * tb_scene_hit_test:
 * @self: a scene
 * @x: logical px
 * @y: logical px
 * @reach: how far away a mark may be, logical px
 *
 * Finds the mark at a point: of those under it the topmost, shapes before
 * labels; else the nearest within @reach; in a plot of lines else the one nearest
 * in time within twice that.
 *
 * Thread: any. Cost: O(log n), of the marks around the point.
 *
 * Returns: the datum; series −1 where there is none
 */
TbDatum
tb_scene_hit_test (const TbScene *self,
                   double         x,
                   double         y,
                   double         reach)
{
  Hit best = { .distance = reach };
  guint last = tb_scene_bins_find (&self->bins, x + reach);

  for (guint bin = tb_scene_bins_find (&self->bins, x - reach); bin <= last; bin++)
    for (guint k = self->bins.starts[bin]; k < self->bins.starts[bin + 1]; k++)
      try_target (self, self->bins.targets[k], x, y, &best);
  if (!best.found)
    best = find_moment (self, x, y, 2 * reach);

  return best.found ? self->nodes[self->targets[best.target].node].datum : TB_NO_DATUM;
}

/**
 * tb_scene_hit_series:
 * @self: a scene
 * @x: logical px
 * @y: logical px
 * @reach: how far away it may be, logical px
 *
 * Finds the name of a series at a point: its entry in the legend, or the name at
 * its line.
 *
 * Thread: any.
 *
 * Returns: the series in the chart's selection; −1 where there is none
 */
int
tb_scene_hit_series (const TbScene *self,
                     double         x,
                     double         y,
                     double         reach)
{
  double least = reach;
  int series = -1;

  for (gsize i = 0; i < self->n_names; i++)
    {
      double distance = get_box_distance (self->names[i].box, x, y);

      if (distance > least)
        continue;
      least = distance;
      series = self->nodes[self->names[i].node].datum.series;
    }

  return series;
}

static int
compare (TbDatum a,
         TbDatum b)
{
  if (a.series != b.series)
    return a.series < b.series ? -1 : 1;

  return (a.row > b.row) - (a.row < b.row);
}

/* The first mark of a datum; n_marks where there is none. */
static gsize
find_first_mark (const TbScene *self,
                 TbDatum        datum)
{
  gsize low = 0;
  gsize high = self->n_marks;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (compare (self->marks[middle].datum, datum) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->n_marks && compare (self->marks[low].datum, datum) == 0 ? low : self->n_marks;
}

/**
 * tb_scene_find_datum:
 * @self: a scene
 * @datum: what to look for
 * @out_box: (out) (optional): the box around all its shapes in the first panel that
 *   shows it, or around its label where it has no shape; what clips hide left out
 *
 * Thread: any. Cost: O(log n).
 *
 * Returns: whether the scene shows @datum
 */
gboolean
tb_scene_find_datum (const TbScene *self,
                     TbDatum        datum,
                     TbRect        *out_box)
{
  gsize mark = find_first_mark (self, datum);

  if (mark == self->n_marks)
    return FALSE;
  if (out_box != NULL)
    *out_box = self->marks[mark].box;

  return TRUE;
}

/**
 * tb_scene_find_boxes:
 * @self: a scene
 * @datum: what to look for
 * @out_boxes: (out caller-allocates) (array length=most): a box for each panel that
 *   shows it
 * @most: how many there is room for
 *
 * A figure may stand in several panels of a page: its level, its growth, its share.
 * Thread: any. Cost: O(log n).
 *
 * Returns: how many boxes were written
 */
gsize
tb_scene_find_boxes (const TbScene *self,
                     TbDatum        datum,
                     TbRect        *out_boxes,
                     gsize          most)
{
  gsize n = 0;

  for (gsize i = find_first_mark (self, datum);
       i < self->n_marks && n < most && compare (self->marks[i].datum, datum) == 0; i++)
    if (n == 0 || self->marks[i].has_shape)
      out_boxes[n++] = self->marks[i].box;

  return n;
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
  return self->n_data;
}

/**
 * tb_scene_get_datum:
 * @self: a scene
 * @i: less than tb_scene_get_n_data()
 *
 * Returns: the datum at @i in reading order: series by series, in each in the
 *   order of drawing, which is that of periods; each once, in however many panels
 */
TbDatum
tb_scene_get_datum (const TbScene *self,
                    gsize          i)
{
  g_return_val_if_fail (i < self->n_data, TB_NO_DATUM);

  return self->marks[self->reading[i]].datum;
}

/**
 * tb_scene_get_refused:
 * @self: a scene
 * @out_n: (out): how many
 *
 * Returns: (transfer none) (array length=out_n): what is not drawn or not compared,
 *   and why
 */
const char *const *
tb_scene_get_refused (const TbScene *self,
                      gsize         *out_n)
{
  *out_n = self->refused->len;

  return (const char *const *) self->refused->pdata;
}

/**
 * tb_scene_get_plots:
 * @self: a scene
 * @out_n: (out): how many
 *
 * Returns: (transfer none) (array length=out_n): the plots that have an axis of time
 */
const TbScenePlot *
tb_scene_get_plots (const TbScene *self,
                    gsize         *out_n)
{
  *out_n = self->plots->len;

  return (const TbScenePlot *) (gpointer) self->plots->data;
}

/**
 * tb_scene_find_plot:
 * @self: a scene
 * @x: logical px
 * @y: logical px
 *
 * Returns: (transfer none) (nullable): the plot over time that holds a point
 */
const TbScenePlot *
tb_scene_find_plot (const TbScene *self,
                    double         x,
                    double         y)
{
  for (guint i = 0; i < self->plots->len; i++)
    {
      const TbScenePlot *plot = &g_array_index (self->plots, TbScenePlot, i);

      if (x >= plot->rect.x && x <= plot->rect.x + plot->rect.width && y >= plot->rect.y &&
          y <= plot->rect.y + plot->rect.height)
        return plot;
    }

  return NULL;
}
