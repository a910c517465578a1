/* Fonts cut down to the glyphs that a document shows.
 *
 * Text is shaped in the fonts of the machine; only where it is drawn into a
 * document do its glyphs get the numbers that they have in the cut font. So
 * shapes, places and fallbacks are those of measuring, in every script, and a
 * font that cannot be cut is drawn as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-font-subset-private.h"

#include <cairo-ft.h>
#include <hb-ot.h>
#include <pango/pangofc-font.h>

struct _TbFontSubset
{
  gatomicrefcount    ref_count;
  hb_face_t         *cut;
  hb_map_t          *map;    /* from the font's glyphs to the cut font's */
  cairo_font_face_t *face;   /* the cut font for Cairo */
};

/* What a Cairo face needs for as long as Cairo keeps it. */
typedef struct
{
  FT_Library  library;
  FT_Face     face;
  hb_blob_t  *blob;
} Memory;

static const cairo_user_data_key_t memory_key;

static void
free_memory (void *data)
{
  Memory *self = data;

  if (self->face != NULL)
    FT_Done_Face (self->face);
  if (self->library != NULL)
    FT_Done_FreeType (self->library);
  hb_blob_destroy (self->blob);
  g_free (self);
}

/* A library for each face: FreeType allows one thread at a time to open and
 * close faces of a library, and Cairo closes them when it likes. */
static cairo_font_face_t *
open_face (hb_face_t *cut)
{
  Memory *memory = g_new0 (Memory, 1);
  cairo_font_face_t *face = NULL;
  const char *data;
  guint length;

  memory->blob = hb_face_reference_blob (cut);
  data = hb_blob_get_data (memory->blob, &length);
  if (FT_Init_FreeType (&memory->library) == 0 &&
      FT_New_Memory_Face (memory->library, (const FT_Byte *) data, (FT_Long) length, 0, &memory->face) == 0)
    face = cairo_ft_font_face_create_for_ft_face (memory->face, FT_LOAD_NO_HINTING);
  if (face != NULL && cairo_font_face_set_user_data (face, &memory_key, memory, free_memory) == CAIRO_STATUS_SUCCESS)
    return face;
  g_clear_pointer (&face, cairo_font_face_destroy);
  free_memory (memory);

  return NULL;
}

static gboolean
has_flag (FcPattern  *pattern,
          const char *name)
{
  FcBool flag;

  return FcPatternGetBool (pattern, name, 0, &flag) == FcResultMatch && flag;
}

/**
 * tb_font_has_outlines:
 * @font: a font of Pango
 *
 * Returns: whether glyphs are outlines, not pixels or pictures in colours
 */
gboolean
tb_font_has_outlines (PangoFont *font)
{
  FcPattern *pattern = PANGO_IS_FC_FONT (font) ? pango_fc_font_get_pattern (PANGO_FC_FONT (font)) : NULL;

  return pattern != NULL && has_flag (pattern, FC_SCALABLE) && !has_flag (pattern, FC_COLOR);
}

/* Fonts that fontconfig makes bolder or leans over look otherwise than their outlines. */
static gboolean
is_as_designed (FcPattern *pattern)
{
  FcMatrix *matrix;

  if (has_flag (pattern, FC_EMBOLDEN))
    return FALSE;

  return FcPatternGetMatrix (pattern, FC_MATRIX, 0, &matrix) != FcResultMatch
         || FcMatrixEqual (matrix, &(FcMatrix){ 1, 0, 0, 1 });
}

/* A hash of the table that holds the checksum of the whole: a font that was
 * updated while the process runs is another one. */
static guint
hash_head (hb_face_t *face)
{
  hb_blob_t *blob = hb_face_reference_table (face, HB_TAG ('h', 'e', 'a', 'd'));
  GBytes *bytes = g_bytes_new_static (hb_blob_get_data (blob, NULL), hb_blob_get_length (blob));
  guint hash = g_bytes_hash (bytes);

  g_bytes_unref (bytes);
  hb_blob_destroy (blob);

  return hash;
}

/* Where a variable font stands on its axes; the size of type can be one of them. */
static void
append_coords (GString   *key,
               hb_font_t *font)
{
  guint n;
  const float *coords = hb_font_get_var_coords_design (font, &n);

  for (guint i = 0; i < n; i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (key, "|%s", g_ascii_dtostr (buffer, sizeof buffer, (double) coords[i]));
    }
}

/**
 * tb_font_dup_key:
 * @font: a font of Pango
 *
 * Names the outlines of a font, whatever its size.
 *
 * Thread: that of @font.
 *
 * Returns: (transfer full) (nullable): a key; %NULL where the font is drawn
 *   otherwise than by its outlines, so that it cannot be cut
 */
char *
tb_font_dup_key (PangoFont *font)
{
  FcPattern *pattern = tb_font_has_outlines (font) ? pango_fc_font_get_pattern (PANGO_FC_FONT (font)) : NULL;
  GString *key;
  FcChar8 *file;
  int index;

  if (pattern == NULL || !is_as_designed (pattern) ||
      FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch ||
      FcPatternGetInteger (pattern, FC_INDEX, 0, &index) != FcResultMatch)
    return NULL;
  key = g_string_new ((const char *) file);
  g_string_append_printf (key, "|%d|%x", index, hash_head (hb_font_get_face (pango_font_get_hb_font (font))));
  append_coords (key, pango_font_get_hb_font (font));

  return g_string_free_and_steal (key);
}

/* (transfer full): @cut and @map */
static TbFontSubset *
make (hb_face_t *cut,
      hb_map_t  *map)
{
  TbFontSubset *self;

  if (cut == NULL)
    return NULL;
  self = g_new0 (TbFontSubset, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->cut = cut;
  self->map = map;
  self->face = open_face (cut);
  if (self->face == NULL)
    g_clear_pointer (&self, tb_font_subset_unref);

  return self;
}

/**
 * tb_font_subset_cut:
 * @font: a font of Pango, of any size
 * @glyphs: glyphs of it
 *
 * Cuts a font down to some of its glyphs.
 *
 * Thread: that of @font.
 *
 * Returns: (transfer full) (nullable): the cut font; %NULL where that cannot be
 */
TbFontSubset *
tb_font_subset_cut (PangoFont      *font,
                    const hb_set_t *glyphs)
{
  hb_font_t *hb_font = pango_font_get_hb_font (font);
  hb_map_t *map = NULL;
  hb_face_t *cut = tb_font_cut (hb_font_get_face (hb_font), hb_font, glyphs, &map);

  return make (cut, map);
}

static void
translate (const hb_set_t *glyphs,
           const hb_map_t *map,
           hb_set_t       *out)
{
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next (glyphs, &glyph);)
    hb_set_add (out, hb_map_get (map, glyph));
}

static hb_map_t *
join (const hb_set_t *glyphs,
      const hb_map_t *first,
      const hb_map_t *second)
{
  hb_map_t *map = hb_map_create ();

  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next (glyphs, &glyph);)
    hb_map_set (map, glyph, hb_map_get (second, hb_map_get (first, glyph)));

  return map;
}

/* Cut down to fewer glyphs, which are by the numbers of the font it was cut from: what
 * cutting that at once gives. NULL where that cannot be. */
static TbFontSubset *
cut_again (const TbFontSubset *self,
           const hb_set_t     *glyphs)
{
  hb_set_t *own = hb_set_create ();
  hb_map_t *to_cut = NULL;
  hb_map_t *map = NULL;
  hb_face_t *cut;

  translate (glyphs, self->map, own);
  cut = tb_font_cut (self->cut, NULL, own, &to_cut);
  if (cut != NULL)
    map = join (glyphs, self->map, to_cut);
  hb_map_destroy (to_cut);
  hb_set_destroy (own);

  return make (cut, map);
}

/**
 * tb_font_subset_new:
 * @font: a font of Pango, of any size
 * @glyphs: the glyphs of it that a document shows
 *
 * Finds what a document can show its glyphs in. Cairo cuts it again to what the
 * document shows, so that the document does not depend on what else is in it;
 * but of a variable font the bounds of all glyphs get into the document, and it
 * is cut to the glyphs alone.
 *
 * Thread: that of @font.
 *
 * Returns: (transfer full) (nullable): a cut font; %NULL where the font cannot be
 *   cut and has to be drawn as it is
 */
TbFontSubset *
tb_font_subset_new (PangoFont      *font,
                    const hb_set_t *glyphs)
{
  g_autofree char *key = tb_font_dup_key (font);
  g_autoptr (TbFontSubset) stored = key != NULL ? tb_font_store_take (key, font, glyphs) : NULL;

  if (stored != NULL && hb_ot_var_has_data (hb_font_get_face (pango_font_get_hb_font (font))))
    return cut_again (stored, glyphs);

  return g_steal_pointer (&stored);
}

/**
 * tb_font_subset_ref:
 * @self: a font
 *
 * Returns: (transfer full): @self
 */
TbFontSubset *
tb_font_subset_ref (TbFontSubset *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tb_font_subset_unref:
 * @self: (transfer full): a font
 */
void
tb_font_subset_unref (TbFontSubset *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->face, cairo_font_face_destroy);
  hb_face_destroy (self->cut);
  hb_map_destroy (self->map);
  g_free (self);
}

/**
 * tb_font_subset_get_face:
 * @self: a font
 *
 * Returns: (transfer none): the font for Cairo
 */
cairo_font_face_t *
tb_font_subset_get_face (const TbFontSubset *self)
{
  return self->face;
}

/**
 * tb_font_subset_find:
 * @self: a font
 * @glyph: number of a glyph in the font it was cut from
 * @out_glyph: (out): its number in this one
 *
 * Returns: whether the glyph is in the font
 */
gboolean
tb_font_subset_find (const TbFontSubset *self,
                     guint32             glyph,
                     guint32            *out_glyph)
{
  hb_codepoint_t found = hb_map_get (self->map, glyph);

  if (found == HB_MAP_VALUE_INVALID)
    return FALSE;
  *out_glyph = found;

  return TRUE;
}
