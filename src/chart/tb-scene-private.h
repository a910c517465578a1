/* The inside of a scene, shared by its builder, its queries and its dump.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

G_BEGIN_DECLS

/* One mark with data, in reading order. @box is what the clips leave of it. */
typedef struct
{
  TbDatum datum;
  TbRect  box;
  gboolean has_shape;   /* some node other than a text stands for it */
} TbSceneMark;

/* One node that stands for a datum, in drawing order. */
typedef struct
{
  guint  node;
  TbRect box;
} TbSceneTarget;

struct _TbScene
{
  gatomicrefcount  ref_count;
  TbSceneInfo      info;
  TbNode          *nodes;
  gsize            n_nodes;
  TbPathElement   *elements;
  gsize            n_elements;
  GStringChunk    *strings;
  GPtrArray       *images;    /* of GBytes */
  TbSceneMark     *marks;
  gsize            n_marks;
  TbSceneTarget   *targets;
  gsize            n_targets;
  GHashTable      *mark_of;   /* datum (gint64 *) → index + 1 */
};

void    tb_scene_index          (TbScene       *self);
TbRect  tb_scene_get_node_box   (const TbScene *self,
                                 const TbNode  *node);

G_END_DECLS
