/* Fonts cut down to the glyphs that a document shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <hb.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* A font with few glyphs, which have numbers of their own; immutable, atomically
 * ref-counted. */
typedef struct _TbFontSubset TbFontSubset;

/* For a document that shows these glyphs. */
TbFontSubset      *tb_font_subset_new       (PangoFont          *font,
                                             const hb_set_t     *glyphs) G_GNUC_WARN_UNUSED_RESULT;
/* By cutting: of a font of Pango, or of what was cut of it already. */
TbFontSubset      *tb_font_subset_cut       (PangoFont          *font,
                                             const hb_set_t     *glyphs) G_GNUC_WARN_UNUSED_RESULT;
TbFontSubset      *tb_font_subset_ref       (TbFontSubset       *self);
void               tb_font_subset_unref     (TbFontSubset       *self);
cairo_font_face_t *tb_font_subset_get_face  (const TbFontSubset *self);
gboolean           tb_font_subset_find      (const TbFontSubset *self,
                                             guint32             glyph,
                                             guint32            *out_glyph);

/* What the charts of a process have needed of a font so far: @glyphs and more.
 * NULL: it cannot be cut. */
TbFontSubset      *tb_font_store_take       (const char         *key,
                                             PangoFont          *font,
                                             const hb_set_t     *glyphs) G_GNUC_WARN_UNUSED_RESULT;
void               tb_font_store_clear      (void);

gboolean           tb_font_has_outlines     (PangoFont          *font);
/* The same for every size of a font's outlines; NULL where it cannot be cut. */
char              *tb_font_dup_key          (PangoFont          *font) G_GNUC_WARN_UNUSED_RESULT;

/* Cuts a face; @out_map: from its glyphs to those of the result. NULL: HarfBuzz
 * cannot, or what comes out has no outlines that a document can embed. */
hb_face_t         *tb_font_cut              (hb_face_t          *face,
                                             hb_font_t          *instance,
                                             const hb_set_t     *glyphs,
                                             hb_map_t          **out_map) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbFontSubset, tb_font_subset_unref)

G_END_DECLS
