/* The fonts of a document, and text drawn in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-shaped-text.h"

G_BEGIN_DECLS

/* Belongs to the thread that made it. */
typedef struct _TbDocumentFonts TbDocumentFonts;

TbDocumentFonts *tb_document_fonts_new     (const TbShapedText    *text) G_GNUC_WARN_UNUSED_RESULT;
void             tb_document_fonts_free    (TbDocumentFonts       *self);
/* Draws at the current point, as pango_cairo_show_layout_line() does. */
void             tb_document_fonts_show    (const TbDocumentFonts *self,
                                            cairo_t               *cr,
                                            PangoLayoutLine       *line);
/* Fonts that had to stay whole, each size counted where it is no size of outlines; for tests. */
guint            tb_document_fonts_count_uncut (const TbDocumentFonts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbDocumentFonts, tb_document_fonts_free)

G_END_DECLS
