/* The fonts of a document, and text drawn in them.
 *
 * Cairo cuts fonts too, but a font of Chinese takes it 15 ms and leaves 50 kB;
 * one that HarfBuzz has cut before costs it nothing and is a fifth as large.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-document-fonts.h"

#include "tb-font-subset-private.h"

typedef struct
{
  PangoFont    *font;         /* one of its sizes */
  hb_set_t     *glyphs;
  TbFontSubset *subset;       /* NULL: drawn as it is */
} DocumentFont;

struct _TbDocumentFonts
{
  GPtrArray  *fonts;          /* of DocumentFont */
  GHashTable *by_font;        /* PangoFont → DocumentFont */
  GHashTable *by_key;         /* tb_font_dup_key() → DocumentFont */
};

static void
free_font (gpointer data)
{
  DocumentFont *self = data;

  g_object_unref (self->font);
  hb_set_destroy (self->glyphs);
  g_clear_pointer (&self->subset, tb_font_subset_unref);
  g_free (self);
}

static DocumentFont *
add_font (TbDocumentFonts *self,
          PangoFont       *font)
{
  DocumentFont *added = g_new0 (DocumentFont, 1);

  added->font = g_object_ref (font);
  added->glyphs = hb_set_create ();
  g_ptr_array_add (self->fonts, added);

  return added;
}

/* Sizes of one font are one font of the document. */
static DocumentFont *
get_font (TbDocumentFonts *self,
          PangoFont       *font)
{
  DocumentFont *found = g_hash_table_lookup (self->by_font, font);
  g_autofree char *key = NULL;

  if (found != NULL)
    return found;
  key = tb_font_dup_key (font);
  found = key != NULL ? g_hash_table_lookup (self->by_key, key) : NULL;
  if (found == NULL)
    {
      found = add_font (self, font);
      if (key != NULL)
        g_hash_table_insert (self->by_key, g_steal_pointer (&key), found);
    }
  g_hash_table_insert (self->by_font, g_object_ref (font), found);

  return found;
}

static void
collect_run (TbDocumentFonts      *self,
             const PangoGlyphItem *run)
{
  DocumentFont *font = get_font (self, run->item->analysis.font);

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        hb_set_add (font->glyphs, glyph);
    }
}

static void
collect_line (TbDocumentFonts *self,
              PangoLayoutLine *line)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    collect_run (self, l->data);
}

/**
 * tb_document_fonts_new:
 * @text: all text of the document
 *
 * Cuts the fonts of a document down to the glyphs of its text.
 *
 * Returns: (transfer full): the fonts; free them with tb_document_fonts_free()
 */
TbDocumentFonts *
tb_document_fonts_new (const TbShapedText *text)
{
  TbDocumentFonts *self = g_new0 (TbDocumentFonts, 1);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (tb_shaped_text_get_scene (text), &n);

  self->fonts = g_ptr_array_new_with_free_func (free_font);
  self->by_font = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < n; i++)
    {
      if (nodes[i].kind == TB_NODE_TEXT)
        collect_line (self, tb_shaped_text_get_line (text, &nodes[i]));
    }
  for (guint i = 0; i < self->fonts->len; i++)
    {
      DocumentFont *font = self->fonts->pdata[i];

      font->subset = tb_font_subset_new (font->font, font->glyphs);
    }

  return self;
}

/**
 * tb_document_fonts_free:
 * @self: (nullable): fonts
 */
void
tb_document_fonts_free (TbDocumentFonts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_font);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->fonts);
  g_free (self);
}

/**
 * tb_document_fonts_count_uncut:
 * @self: fonts
 *
 * Returns: how many fonts are drawn as they are
 */
guint
tb_document_fonts_count_uncut (const TbDocumentFonts *self)
{
  guint n = 0;

  for (guint i = 0; i < self->fonts->len; i++)
    n += ((const DocumentFont *) self->fonts->pdata[i])->subset == NULL;

  return n;
}

/* FALSE: one of the glyphs is not in the cut font, as the box of a character
 * that no font has. */
static gboolean
fill_glyphs (const TbFontSubset   *subset,
             const PangoGlyphItem *run,
             double                x,
             double                y,
             GArray               *out)
{
  int advance = 0;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      guint32 number = 0;

      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          cairo_glyph_t glyph;

          if (!tb_font_subset_find (subset, info->glyph, &number))
            return FALSE;
          glyph.index = number;
          glyph.x = x + (double) (advance + info->geometry.x_offset) / PANGO_SCALE;
          glyph.y = y + (double) info->geometry.y_offset / PANGO_SCALE;
          g_array_append_val (out, glyph);
        }
      advance += info->geometry.width;
    }

  return TRUE;
}

/* Which glyphs stand for which bytes of the text, so that it can be found again. */
static void
fill_clusters (const PangoGlyphItem *run,
               const char           *text,
               gboolean              backward,
               GArray               *out)
{
  PangoGlyphItemIter iter;
  int step = backward ? -1 : 1;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, (PangoGlyphItem *) run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t cluster = { .num_bytes = iter.end_index - iter.start_index };

      for (int i = iter.start_glyph; i != iter.end_glyph; i += step)
        cluster.num_glyphs += run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
      g_array_append_val (out, cluster);
    }
}

static void
set_font (cairo_t            *cr,
          const TbFontSubset *subset,
          PangoFont          *font)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t matrix;

  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  cairo_scaled_font_get_font_options (scaled, options);
  cairo_set_font_face (cr, tb_font_subset_get_face (subset));
  cairo_set_font_matrix (cr, &matrix);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

static gboolean
show_cut (cairo_t              *cr,
          const TbFontSubset   *subset,
          const PangoGlyphItem *run,
          const char           *text,
          double                x,
          double                y)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  gboolean backward = (run->item->analysis.level & 1) != 0;

  if (!fill_glyphs (subset, run, x, y, glyphs))
    return FALSE;
  fill_clusters (run, text, backward, clusters);
  set_font (cr, subset, run->item->analysis.font);
  cairo_show_text_glyphs (cr, text + run->item->offset, run->item->length,
                          (const cairo_glyph_t *) (gpointer) glyphs->data, (int) glyphs->len,
                          (const cairo_text_cluster_t *) (gpointer) clusters->data, (int) clusters->len,
                          backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);

  return TRUE;
}

/**
 * tb_document_fonts_show:
 * @self: fonts of a document
 * @cr: its page
 * @line: one of its texts
 *
 * Draws a line of text, its left end at the current point: runs in cut fonts by
 * their glyphs, the others as Pango draws them.
 */
void
tb_document_fonts_show (const TbDocumentFonts *self,
                        cairo_t               *cr,
                        PangoLayoutLine       *line)
{
  const char *text = pango_layout_get_text (line->layout);
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      const DocumentFont *font = g_hash_table_lookup (self->by_font, run->item->analysis.font);

      if (font == NULL || font->subset == NULL || !show_cut (cr, font->subset, run, text, x, y))
        {
          cairo_move_to (cr, x, y);
          pango_cairo_show_glyph_item (cr, text, run);
        }
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
  cairo_new_path (cr);
}
