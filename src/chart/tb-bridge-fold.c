/* A bridge of structure with fewer rows, for a small page: what is left still adds up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include <math.h>
#include <string.h>

/* The largest change keeps its own row. */
#define FEWEST_STEPS 2

/* Of a group with fewer parts these are shown, and no sum. */
#define FEWEST_PARTS 3

static TbBridgeBar *
get_bar (const TbBridge *self,
         guint           i)
{
  return &g_array_index (self->bars, TbBridgeBar, i);
}

/* The innermost groups come first. Returns the number of bars for none. */
static guint
find_subtotal (const TbBridge *self)
{
  guint i = 0;

  while (i < self->bars->len && get_bar (self, i)->role != TB_BRIDGE_SUBTOTAL)
    i++;

  return i;
}

/* The first row of the group that @at is the sum of. */
static guint
find_group (const TbBridge *self,
            guint           at)
{
  guint first = at;

  do
    first--;
  while (first > 0 && get_bar (self, first)->role != TB_BRIDGE_LEVEL &&
         fabs (get_bar (self, first)->from - get_bar (self, at)->from) > 0);

  return get_bar (self, first)->role == TB_BRIDGE_LEVEL ? first + 1 : first;
}

/* A group stands as one change in place of its parts; two parts in place of their sum. */
static void
close_group (TbBridge *self,
             guint     at)
{
  TbBridgeBar *bar = get_bar (self, at);
  guint first = find_group (self, at);

  if (at - first < FEWEST_PARTS)
    {
      g_array_remove_index (self->bars, at);
      return;
    }
  bar->role = TB_BRIDGE_STEP;
  if (bar->brief != NULL)
    {
      g_free (bar->name);
      bar->name = g_steal_pointer (&bar->brief);
    }
  g_array_remove_range (self->bars, first, at - first);
}

/* Of the steps that no other is folded into. Returns the number of bars for none. */
static guint
find_smallest (const TbBridge *self)
{
  guint smallest = self->bars->len;
  double size = INFINITY;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const TbBridgeBar *bar = get_bar (self, i);

      if (bar->role != TB_BRIDGE_STEP || bar->n_folded > 0 || fabs (bar->to - bar->from) >= size)
        continue;
      smallest = i;
      size = fabs (bar->to - bar->from);
    }

  return smallest;
}

/* Takes the smallest step out; adds it to @others. */
static void
take_smallest (TbBridge    *self,
               TbBridgeBar *others)
{
  guint at = find_smallest (self);
  const TbBridgeBar *bar = get_bar (self, at);

  others->value = others->n_folded == 0 ? bar->value : tb_interval_add (&others->value, &bar->value);
  others->soft = others->soft || bar->soft;
  others->n_folded++;
  g_array_remove_index (self->bars, at);
}

/* Takes the row of what was folded before out, if there is one. */
static TbBridgeBar
take_others (TbBridge *self)
{
  TbBridgeBar others = { .role = TB_BRIDGE_STEP, .kind = TB_KIND_ACTUAL, .ink = TB_INK_NEUTRAL, .datum = TB_NO_DATUM };

  for (guint i = 0; i < self->bars->len; i++)
    if (get_bar (self, i)->n_folded > 0)
      {
        others.value = get_bar (self, i)->value;
        others.n_folded = get_bar (self, i)->n_folded;
        others.soft = get_bar (self, i)->soft;
        g_array_remove_index (self->bars, i);
        break;
      }

  return others;
}

/* After the last of the steps that remain. */
static void
insert_others (TbBridge    *self,
               TbBridgeBar *others)
{
  guint at = 0;

  for (guint i = 0; i < self->bars->len; i++)
    if (get_bar (self, i)->role == TB_BRIDGE_STEP)
      at = i + 1;
  others->name
      = g_strdup_printf (tb_bridge_word (TB_BRIDGE_WORD_OTHERS, self->figures->language), (int) others->n_folded);
  tb_bridge_color_change (self, others);
  tb_bridge_write_label (self, others);
  g_array_insert_val (self->bars, at, *others);
}

/* Each begins again where the one before it ended. */
static void
chain (TbBridge *self)
{
  TbInterval running = get_bar (self, 0)->value;

  for (guint i = 1; i < self->bars->len; i++)
    {
      TbBridgeBar *bar = get_bar (self, i);

      if (bar->role == TB_BRIDGE_LEVEL)
        continue;
      bar->from = tb_interval_get_stated (&running);
      running = tb_interval_add (&running, &bar->value);
      bar->to = tb_interval_get_stated (&running);
    }
}

/**
 * tb_bridge_fold:
 * @self: a bridge of structure, finished
 *
 * Says it in fewer rows: a group of parts as the one change that they come to, and
 * where there are no groups the smallest changes as one row, which tells how many.
 *
 * Returns: FALSE where it cannot be said in fewer
 */
gboolean
tb_bridge_fold (TbBridge *self)
{
  guint subtotal = find_subtotal (self);
  TbBridgeBar others;

  if (subtotal < self->bars->len)
    {
      close_group (self, subtotal);
      return TRUE;
    }
  if (tb_bridge_count_steps (self) <= FEWEST_STEPS)
    return FALSE;
  others = take_others (self);
  do
    take_smallest (self, &others);
  while (others.n_folded < 2);
  insert_others (self, &others);
  chain (self);

  return TRUE;
}
