/* The inside of a scene, shared by its builder, its queries and its dump.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

G_BEGIN_DECLS

/* All that stands for a datum in one panel. @box is what the clips leave of it. */
typedef struct
{
  TbDatum  datum;
  guint    panel;       /* which of the scene's plots, from 1; 0: outside of them */
  TbRect   box;
  gboolean has_shape;   /* some node other than a text stands for it */
} TbSceneMark;

/* One node that stands for a datum, in drawing order. */
typedef struct
{
  guint  node;
  guint  panel;
  TbRect box;
} TbSceneTarget;

/* Targets by where they stand: bins of equal width from left to right. */
typedef struct
{
  guint  *starts;    /* of each bin in @targets, and the end of the last */
  guint  *targets;
  guint   n;
  double  width_px;  /* of a bin */
} TbSceneBins;

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
  GArray          *plots;     /* of TbScenePlot */
  GPtrArray       *refused;   /* of const char*, in @strings */
  TbSceneMark     *marks;     /* by series, row; of each those with shapes first, then by panel */
  gsize            n_marks;
  guint           *reading;   /* the first mark of each datum, in reading order */
  gsize            n_data;
  TbSceneTarget   *targets;   /* of figures */
  gsize            n_targets;
  TbSceneTarget   *names;     /* of series as a whole */
  gsize            n_names;
  TbSceneBins      bins;      /* of @targets */
};

/* What a builder holds so far, as long as nothing is added to it. */
const TbNode *tb_scene_builder_peek (const TbSceneBuilder *self,
                                 gsize         *out_n,
                                 const TbPathElement **out_elements);
/* Finds all that stands for data, once, when a scene is made. */
void    tb_scene_index          (TbScene       *self);
void    tb_scene_clear_index    (TbScene       *self);
/* The bin of a place, px. */
guint   tb_scene_bins_find      (const TbSceneBins *self,
                                 double         x);

G_END_DECLS
