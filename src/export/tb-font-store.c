/* What the charts of a process have needed of each font so far.
 *
 * A font of Chinese has 65,535 glyphs and 20 MB, and to cut a hundred glyphs out
 * of it takes milliseconds; out of what a few charts needed it takes a tenth of
 * one. Each document's font is cut out of the store's, so that its bytes depend
 * on the document alone, whatever was drawn before it and in which thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-font-subset-private.h"

/* Each holds some hundred kB. More fonts or glyphs come of charts in very many
 * faces; then the store starts again. */
#define MAX_FONTS 32
#define MAX_GLYPHS 8192

typedef struct
{
  hb_set_t  *glyphs;      /* of the source */
  hb_set_t  *characters;
  hb_face_t *face;        /* NULL: it cannot be cut */
  hb_map_t  *map;         /* from the source's glyphs to the face's */
} StoredFont;

static GMutex mutex;
static GHashTable *fonts;   /* key → StoredFont */

static void
free_font (gpointer data)
{
  StoredFont *self = data;

  hb_set_destroy (self->glyphs);
  hb_set_destroy (self->characters);
  hb_face_destroy (self->face);
  hb_map_destroy (self->map);
  g_free (self);
}

static StoredFont *
get_font (const char *key)
{
  StoredFont *self;

  if (fonts == NULL)
    fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_font);
  self = g_hash_table_lookup (fonts, key);
  if (self != NULL && hb_set_get_population (self->glyphs) <= MAX_GLYPHS)
    return self;
  if (g_hash_table_size (fonts) >= MAX_FONTS)
    g_hash_table_remove_all (fonts);
  self = g_new0 (StoredFont, 1);
  self->glyphs = hb_set_create ();
  self->characters = hb_set_create ();
  g_hash_table_insert (fonts, g_strdup (key), self);

  return self;
}

static void
widen (StoredFont     *self,
       PangoFont      *source,
       const hb_set_t *glyphs,
       const hb_set_t *characters)
{
  hb_font_t *font = pango_font_get_hb_font (source);

  hb_set_union (self->glyphs, glyphs);
  hb_set_union (self->characters, characters);
  g_clear_pointer (&self->face, hb_face_destroy);
  g_clear_pointer (&self->map, hb_map_destroy);
  self->face = tb_font_cut (hb_font_get_face (font), font, self->glyphs, self->characters, &self->map);
}

/**
 * tb_font_store_take:
 * @key: of the font, by tb_font_dup_key()
 * @source: the font
 * @glyphs: of the font
 * @characters: that are shown by them
 * @out_map: (out) (transfer full): from the font's glyphs to those of the result
 *
 * Finds or cuts a font that has these glyphs, and others.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): a font; %NULL where it cannot be cut
 */
hb_face_t *
tb_font_store_take (const char      *key,
                    PangoFont       *source,
                    const hb_set_t  *glyphs,
                    const hb_set_t  *characters,
                    hb_map_t       **out_map)
{
  hb_face_t *face = NULL;
  StoredFont *self;

  g_mutex_lock (&mutex);
  self = get_font (key);
  if (!hb_set_is_subset (glyphs, self->glyphs) || !hb_set_is_subset (characters, self->characters))
    widen (self, source, glyphs, characters);
  if (self->face != NULL)
    {
      face = hb_face_reference (self->face);
      *out_map = hb_map_reference (self->map);
    }
  g_mutex_unlock (&mutex);

  return face;
}

/**
 * tb_font_store_clear:
 *
 * Forgets all fonts, for tests and where memory is short.
 *
 * Thread: any.
 */
void
tb_font_store_clear (void)
{
  g_mutex_lock (&mutex);
  g_clear_pointer (&fonts, g_hash_table_unref);
  g_mutex_unlock (&mutex);
}
