/* Painting for the writers of files, which have shaped the texts already.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-document-fonts.h"
#include "tb-paint-cairo.h"
#include "tb-shaped-text.h"

G_BEGIN_DECLS

void  tb_paint_shaped    (const TbShapedText    *text,
                          cairo_t               *cr);
void  tb_paint_document  (const TbShapedText    *text,
                          const TbDocumentFonts *fonts,
                          cairo_t               *cr);

G_END_DECLS
