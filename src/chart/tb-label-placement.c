/* Finds free room for labels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-label-placement.h"

struct _TbPlacer
{
  TbRect  bounds;
  GArray *boxes;  /* of TbRect */
};

/* Boxes that only touch do not overlap; sums of doubles touch inexactly. */
#define TOUCH 0.01

/**
 * tb_placer_new:
 * @bounds: labels must lie inside
 *
 * Returns: (transfer full): a placer with all room free
 */
TbPlacer *
tb_placer_new (TbRect bounds)
{
  TbPlacer *self = g_new0 (TbPlacer, 1);

  self->bounds = bounds;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (TbRect));

  return self;
}

/**
 * tb_placer_free:
 * @self: (transfer full): a placer
 *
 * Frees it.
 */
void
tb_placer_free (TbPlacer *self)
{
  g_array_unref (self->boxes);
  g_free (self);
}

/**
 * tb_placer_block:
 * @self: a placer
 * @box: ink
 *
 * Takes room away.
 */
void
tb_placer_block (TbPlacer *self,
                 TbRect    box)
{
  g_array_append_val (self->boxes, box);
}

static gboolean
overlap (const TbRect *a,
         const TbRect *b)
{
  return a->x < b->x + b->width - TOUCH && b->x < a->x + a->width - TOUCH && a->y < b->y + b->height - TOUCH &&
         b->y < a->y + a->height - TOUCH;
}

/**
 * tb_placer_is_free:
 * @self: a placer
 * @box: a box
 *
 * Returns: whether @box lies inside the bounds and overlaps nothing
 */
gboolean
tb_placer_is_free (const TbPlacer *self,
                   TbRect          box)
{
  if (box.x < self->bounds.x - TOUCH || box.y < self->bounds.y - TOUCH ||
      box.x + box.width > self->bounds.x + self->bounds.width + TOUCH ||
      box.y + box.height > self->bounds.y + self->bounds.height + TOUCH)
    return FALSE;
  for (guint i = 0; i < self->boxes->len; i++)
    if (overlap (&box, &g_array_index (self->boxes, TbRect, i)))
      return FALSE;

  return TRUE;
}

/**
 * tb_placer_choose:
 * @self: a placer
 * @boxes: (array length=n_boxes): where a label might go, best first
 * @n_boxes: how many
 *
 * Takes the first box that is free.
 *
 * Returns: its index, −1 where none is free
 */
int
tb_placer_choose (TbPlacer     *self,
                  const TbRect *boxes,
                  gsize         n_boxes)
{
  for (gsize i = 0; i < n_boxes; i++)
    if (tb_placer_is_free (self, boxes[i]))
      {
        tb_placer_block (self, boxes[i]);
        return (int) i;
      }

  return -1;
}

/* A run of boxes that touch each other. */
typedef struct
{
  gsize  first;
  gsize  n;
  double height;
  double wish;    /* sum over its boxes of where the run's top would best be */
} Run;

static double
get_top (const Run *run,
         double     top,
         double     bottom)
{
  return CLAMP (run->wish / (double) run->n, top, bottom - run->height);
}

static void
sort_by_center (gsize        *order,
                const double *centers,
                gsize         n)
{
  /* Insertion sort: stable, and there are few labels. */
  for (gsize i = 0; i < n; i++)
    {
      gsize k = i;

      while (k > 0 && centers[order[k - 1]] > centers[i])
        {
          order[k] = order[k - 1];
          k--;
        }
      order[k] = i;
    }
}

/**
 * tb_labels_spread:
 * @centers: (inout) (array length=n): where the boxes' middles would best be, px
 * @heights: (array length=n): their heights, px
 * @n: how many
 * @top: upper limit, px
 * @bottom: lower limit, px
 *
 * Moves boxes apart so that none overlap, in the order of their middles, with
 * the least sum of squared moves: isotonic regression by pooling adjacent
 * violators (Ayer et al. 1955).
 *
 * Returns: FALSE, with @centers unchanged, where the boxes are higher than the room
 */
gboolean
tb_labels_spread (double       *centers,
                  const double *heights,
                  gsize         n,
                  double        top,
                  double        bottom)
{
  g_autofree gsize *order = g_new (gsize, MAX (n, 1));
  g_autofree Run *runs = g_new (Run, MAX (n, 1));
  gsize n_runs = 0;
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += heights[i];
  if (sum > bottom - top + TOUCH)
    return FALSE;

  sort_by_center (order, centers, n);
  for (gsize i = 0; i < n; i++)
    {
      Run run = { i, 1, heights[order[i]], centers[order[i]] - heights[order[i]] / 2 };

      while (n_runs > 0
             && get_top (&runs[n_runs - 1], top, bottom) + runs[n_runs - 1].height > get_top (&run, top, bottom))
        {
          Run *before = &runs[--n_runs];

          run.wish = before->wish + run.wish - before->height * (double) run.n;
          run.first = before->first;
          run.n += before->n;
          run.height += before->height;
        }
      runs[n_runs++] = run;
    }

  for (gsize i = 0; i < n_runs; i++)
    {
      double y = get_top (&runs[i], top, bottom);

      for (gsize k = runs[i].first; k < runs[i].first + runs[i].n; k++)
        {
          centers[order[k]] = y + heights[order[k]] / 2;
          y += heights[order[k]];
        }
    }

  return TRUE;
}
