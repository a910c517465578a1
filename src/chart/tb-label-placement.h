/* Finds free room for labels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

G_BEGIN_DECLS

typedef struct _TbPlacer TbPlacer;

TbPlacer *tb_placer_new      (TbRect           bounds) G_GNUC_WARN_UNUSED_RESULT;
void      tb_placer_free     (TbPlacer        *self);
/* Ink that no label may touch. */
void      tb_placer_block    (TbPlacer        *self,
                              TbRect           box);
gboolean  tb_placer_is_free  (const TbPlacer  *self,
                              TbRect           box);
/* The first of @boxes that is free, which is taken; −1 where none is. */
int       tb_placer_choose   (TbPlacer        *self,
                              const TbRect    *boxes,
                              gsize            n_boxes);

/* Moves boxes apart along y, keeping their order, as little as possible in
 * sum of squares; returns FALSE where they do not fit between @top and @bottom.
 * @centers is in and out, need not be sorted. */
gboolean  tb_labels_spread   (double          *centers,
                              const double    *heights,
                              gsize            n,
                              double           top,
                              double           bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbPlacer, tb_placer_free)

G_END_DECLS
