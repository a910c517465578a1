/* What the charts of a process have needed of each font so far.
 *
 * A font of Chinese has 65,535 glyphs and 20 MB; to cut a hundred glyphs out of
 * it, and to load their outlines, takes more time than all the rest of a chart.
 * The charts of a process are set in much the same characters.
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
  hb_set_t     *glyphs;
  TbFontSubset *subset;   /* NULL: it cannot be cut */
} StoredFont;

static GMutex mutex;
static GHashTable *fonts;   /* key → StoredFont */

static void
free_font (gpointer data)
{
  StoredFont *self = data;

  hb_set_destroy (self->glyphs);
  g_clear_pointer (&self->subset, tb_font_subset_unref);
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
  g_hash_table_insert (fonts, g_strdup (key), self);

  return self;
}

/**
 * tb_font_store_take:
 * @key: of the font, by tb_font_dup_key()
 * @font: the font
 * @glyphs: of the font
 *
 * Finds or cuts a font that has these glyphs, and others.
 *
 * Thread: that of @font; the result can be used in any.
 *
 * Returns: (transfer full) (nullable): a font; %NULL where it cannot be cut
 */
TbFontSubset *
tb_font_store_take (const char     *key,
                    PangoFont      *font,
                    const hb_set_t *glyphs)
{
  TbFontSubset *taken = NULL;
  StoredFont *self;

  g_mutex_lock (&mutex);
  self = get_font (key);
  if (!hb_set_is_subset (glyphs, self->glyphs))
    {
      hb_set_union (self->glyphs, glyphs);
      g_clear_pointer (&self->subset, tb_font_subset_unref);
      self->subset = tb_font_subset_cut (font, self->glyphs);
    }
  if (self->subset != NULL)
    taken = tb_font_subset_ref (self->subset);
  g_mutex_unlock (&mutex);

  return taken;
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
