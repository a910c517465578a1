/* Fonts cut down to the glyphs that a document shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <hb.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* A font as a document embeds it: few glyphs, with numbers of their own. */
typedef struct _TbFontSubset TbFontSubset;

TbFontSubset      *tb_font_subset_new       (PangoFont          *font,
                                             const hb_set_t     *glyphs,
                                             const hb_set_t     *characters) G_GNUC_WARN_UNUSED_RESULT;
void               tb_font_subset_free      (TbFontSubset       *self);
cairo_font_face_t *tb_font_subset_get_face  (const TbFontSubset *self);
gboolean           tb_font_subset_find      (const TbFontSubset *self,
                                             guint32             glyph,
                                             guint32            *out_glyph);

gboolean           tb_font_has_outlines     (PangoFont          *font);

/* The same for every size of a font's outlines; NULL where it cannot be cut. */
char              *tb_font_dup_key          (PangoFont          *font) G_GNUC_WARN_UNUSED_RESULT;

/* What the charts of a process have needed of a font so far: @glyphs and more
 * of @source, and how its glyphs are numbered there. NULL: it cannot be cut. */
hb_face_t         *tb_font_store_take       (const char         *key,
                                             PangoFont          *source,
                                             const hb_set_t     *glyphs,
                                             const hb_set_t     *characters,
                                             hb_map_t          **out_map) G_GNUC_WARN_UNUSED_RESULT;
void               tb_font_store_clear      (void);

/* Cuts a face. NULL: HarfBuzz cannot, or what comes out has no outlines that a
 * document can embed. */
hb_face_t         *tb_font_cut              (hb_face_t          *face,
                                             hb_font_t          *instance,
                                             const hb_set_t     *glyphs,
                                             const hb_set_t     *characters,
                                             hb_map_t          **out_map) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbFontSubset, tb_font_subset_free)

G_END_DECLS
