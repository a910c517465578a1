/* The texts of a figure, shaped once for all that draws or describes them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Belongs to the thread that made it. */
typedef struct _TbShapedText TbShapedText;

TbShapedText    *tb_shaped_text_new       (const TbScene       *scene) G_GNUC_WARN_UNUSED_RESULT;
void             tb_shaped_text_free      (TbShapedText        *self);
const TbScene   *tb_shaped_text_get_scene (const TbShapedText  *self);
/* NULL: the node is no text. */
PangoLayoutLine *tb_shaped_text_get_line  (const TbShapedText  *self,
                                           const TbNode        *node);
/* Where the line starts, logical px. */
double           tb_shaped_text_get_x     (const TbShapedText  *self,
                                           const TbNode        *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbShapedText, tb_shaped_text_free)

G_END_DECLS
