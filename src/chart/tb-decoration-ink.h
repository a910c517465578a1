/* What is already in a scene, for what is to be drawn clear of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"

G_BEGIN_DECLS

/* Boxes of texts and marks; grid and axis lines are no obstacle. */
typedef struct _TbDecorationInk TbDecorationInk;

TbDecorationInk *tb_decoration_ink_new  (TbCanvas              *canvas,
                                         TbRect                 bounds) G_GNUC_WARN_UNUSED_RESULT;
void             tb_decoration_ink_free (TbDecorationInk       *self);
/* The mark of a figure with its label, within the bounds; FALSE where it has none. */
gboolean         tb_decoration_ink_find (const TbDecorationInk *self,
                                         TbDatum                datum,
                                         TbRect                *out_mark,
                                         TbRect                *out_all);
gboolean         tb_decoration_ink_has_label (const TbDecorationInk *self,
                                         TbDatum                datum);
gboolean         tb_decoration_ink_is_free (const TbDecorationInk *self,
                                         TbRect                 box);
/* The first of @boxes that is clear of everything, which is taken; −1: none is. */
int              tb_decoration_ink_choose (TbDecorationInk     *self,
                                         const TbRect          *boxes,
                                         gsize                  n_boxes);
/* Whether a straight line runs through no text. */
gboolean         tb_decoration_ink_is_clear (const TbDecorationInk *self,
                                         double                 x1,
                                         double                 y1,
                                         double                 x2,
                                         double                 y2);
/* A level or upright line that leaves texts free. */
void             tb_decoration_ink_rule (TbDecorationInk       *self,
                                         double                 x1,
                                         double                 y1,
                                         double                 x2,
                                         double                 y2,
                                         const TbPaint         *paint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbDecorationInk, tb_decoration_ink_free)

G_END_DECLS
