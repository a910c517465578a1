/* Scenes: what was drawn, as it stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scene-private.h"

/**
 * tb_scene_ref:
 * @self: a scene
 *
 * Thread: any.
 *
 * Returns: (transfer full): @self
 */
TbScene *
tb_scene_ref (TbScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tb_scene_unref:
 * @self: (transfer full): a scene
 *
 * Thread: any.
 */
void
tb_scene_unref (TbScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  tb_scene_clear_index (self);
  g_array_unref (self->plots);
  g_ptr_array_unref (self->refused);
  g_free (self->elements);
  g_free (self->nodes);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->images);
  g_free (self);
}

/**
 * tb_scene_get_info:
 * @self: a scene
 *
 * Returns: (transfer none): size, texts, background
 */
const TbSceneInfo *
tb_scene_get_info (const TbScene *self)
{
  return &self->info;
}

/**
 * tb_scene_get_nodes:
 * @self: a scene
 * @out_n: (out): how many
 *
 * Returns: (transfer none) (array length=out_n): the nodes in drawing order
 */
const TbNode *
tb_scene_get_nodes (const TbScene *self,
                    gsize         *out_n)
{
  *out_n = self->n_nodes;

  return self->nodes;
}

/**
 * tb_scene_get_path:
 * @self: a scene
 * @node: one of its paths
 * @out_n: (out): how many
 *
 * Returns: (transfer none) (array length=out_n): the path's elements
 */
const TbPathElement *
tb_scene_get_path (const TbScene *self,
                   const TbNode  *node,
                   gsize         *out_n)
{
  g_return_val_if_fail (node->kind == TB_NODE_PATH, NULL);

  *out_n = node->path.n;

  return self->elements + node->path.first;
}
