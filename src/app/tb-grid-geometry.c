/* Where the columns of the comparison table stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-grid-geometry.h"

#include <math.h>

#define EDGE_PX 5
/* Names and units stay together where they leave room for figures. */
#define MAX_FROZEN_SHARE 0.45

void
tb_grid_geometry_init (TbGridGeometry *self)
{
  *self = (TbGridGeometry) { .shown = g_ptr_array_new (), .ends = g_array_new (FALSE, FALSE, sizeof (int)) };
}

void
tb_grid_geometry_clear (TbGridGeometry *self)
{
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
}

guint
tb_grid_geometry_get_n (const TbGridGeometry *self)
{
  return self->shown->len;
}

TbShownColumn *
tb_grid_geometry_get (const TbGridGeometry *self,
                      guint                 position)
{
  return g_ptr_array_index (self->shown, position);
}

static int
get_start (const TbGridGeometry *self,
           guint                 position)
{
  return position == 0 ? 0 : g_array_index (self->ends, int, position - 1);
}

static void
freeze (TbGridGeometry *self)
{
  self->n_frozen = 0;
  for (guint i = 0; i < self->shown->len; i++)
    {
      int index = tb_grid_geometry_get (self, i)->index;

      if (index != TB_COLUMN_OF_NAMES && index != TB_COLUMN_OF_UNITS)
        return;
      if (i > 0 && g_array_index (self->ends, int, i) > MAX_FROZEN_SHARE * self->width)
        return;
      self->n_frozen = i + 1;
    }
}

/* Columns under one heading stay together. */
static void
put_trends_behind (TbGridGeometry *self)
{
  TbShownColumn *trends;
  guint from = 0, to;

  while (from < self->shown->len && tb_grid_geometry_get (self, from)->index != TB_COLUMN_OF_TRENDS)
    from++;
  if (from + 1 >= self->shown->len)
    return;
  trends = g_ptr_array_steal_index (self->shown, from);
  for (to = from + 1; to < self->shown->len; to++)
    if (tb_grid_geometry_get (self, from)->band == NULL
        || g_strcmp0 (tb_grid_geometry_get (self, to)->band, tb_grid_geometry_get (self, from)->band) != 0)
      break;
  g_ptr_array_insert (self->shown, (int) to, trends);
}

void
tb_grid_geometry_update (TbGridGeometry *self,
                         GPtrArray      *columns)
{
  int end = 0;

  g_ptr_array_set_size (self->shown, 0);
  g_array_set_size (self->ends, 0);
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    if (!((TbShownColumn *) g_ptr_array_index (columns, i))->is_hidden)
      g_ptr_array_add (self->shown, g_ptr_array_index (columns, i));
  if (self->trends_wait)
    put_trends_behind (self);
  for (guint i = 0; i < self->shown->len; i++)
    {
      end += tb_grid_geometry_get (self, i)->width;
      g_array_append_val (self->ends, end);
    }
  freeze (self);
}

int
tb_grid_geometry_get_total (const TbGridGeometry *self)
{
  return get_start (self, self->shown->len);
}

int
tb_grid_geometry_get_frozen (const TbGridGeometry *self)
{
  return get_start (self, self->n_frozen);
}

/* From the start of the view. */
static int
get_offset (const TbGridGeometry *self,
            guint                 position)
{
  return get_start (self, position) - (position < self->n_frozen ? 0 : (int) self->scroll);
}

int
tb_grid_geometry_get_left (const TbGridGeometry *self,
                           guint                 position)
{
  int offset = get_offset (self, position);

  return self->mirrored ? self->width - offset - tb_grid_geometry_get (self, position)->width : offset;
}

void
tb_grid_geometry_get_range (const TbGridGeometry *self,
                            guint                *out_from,
                            guint                *out_to)
{
  int frozen = tb_grid_geometry_get_frozen (self);
  guint from = self->n_frozen;
  guint to;

  while (from < self->shown->len && get_offset (self, from) + tb_grid_geometry_get (self, from)->width <= frozen)
    from++;
  for (to = from; to < self->shown->len && get_offset (self, to) < self->width;)
    to++;
  *out_from = from;
  *out_to = to;
}

static double
get_distance (const TbGridGeometry *self,
              double                x)
{
  return self->mirrored ? self->width - x : x;
}

int
tb_grid_geometry_find (const TbGridGeometry *self,
                       double                x)
{
  double distance = get_distance (self, x);

  if (distance >= tb_grid_geometry_get_frozen (self))
    distance += self->scroll;
  for (guint i = 0; distance >= 0 && i < self->shown->len; i++)
    if (distance < g_array_index (self->ends, int, i))
      return (int) i;
  return -1;
}

int
tb_grid_geometry_find_edge (const TbGridGeometry *self,
                            double                x)
{
  double distance = get_distance (self, x);
  int frozen = tb_grid_geometry_get_frozen (self);

  for (guint i = 0; i < self->shown->len; i++)
    {
      int end = get_offset (self, i) + tb_grid_geometry_get (self, i)->width;

      if (fabs (distance - end) <= EDGE_PX && (i < self->n_frozen || end > frozen + EDGE_PX))
        return (int) i;
    }
  return -1;
}

double
tb_grid_geometry_reveal (const TbGridGeometry *self,
                         guint                 position)
{
  double start = get_start (self, position);
  double end = g_array_index (self->ends, int, position);

  if (position < self->n_frozen)
    return self->scroll;
  if (start - self->scroll < tb_grid_geometry_get_frozen (self))
    return start - tb_grid_geometry_get_frozen (self);
  if (end - self->scroll > self->width)
    return MIN (end - self->width, start - tb_grid_geometry_get_frozen (self));
  return self->scroll;
}
