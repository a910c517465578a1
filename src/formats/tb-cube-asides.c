/* What a file says about whole series: titles and notes that tell no series apart.
 *
 * The dataset format has no place for them but the description of an indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-private.h"

#include <glib/gi18n-lib.h>

/* Texts that are told of one indicator; the rest are counted. */
#define MAX_TEXTS 12

/* The texts of one indicator. */
typedef struct
{
  GHashTable *seen;   /* of text */
  GString    *lines;
  guint       n;
} Texts;

/**
 * tb_cube_append_lines:
 * @self: a cube
 * @text: (inout): a text
 * @lines: words; "" changes nothing
 *
 * Adds lines behind a text, in every language that it has.
 */
void
tb_cube_append_lines (TbCube     *self,
                      TbText     *text,
                      const char *lines)
{
  TbTextEntry *entries;

  if (*lines == '\0')
    return;
  if (tb_text_is_empty (text))
    {
      *text = tb_cube_text (self, lines);
      return;
    }

  entries = tb_pool_alloc0 (self->pool, text->n_entries * sizeof *entries);
  for (guint i = 0; i < text->n_entries; i++)
    {
      g_autofree char *both = g_strconcat (text->entries[i].text, "\n", lines, NULL);

      entries[i] = (TbTextEntry) { text->entries[i].language, tb_pool_intern (self->pool, both) };
    }
  text->entries = entries;
}

static void
add_text (Texts        *self,
          const char   *text,
          const TbText *name)
{
  if (self->seen == NULL)
    {
      self->seen = g_hash_table_new (g_str_hash, g_str_equal);
      self->lines = g_string_new (NULL);
    }
  if (g_strcmp0 (text, tb_text_get (name, TB_LANGUAGE_EN)) == 0 || !g_hash_table_add (self->seen, (gpointer) text))
    return;
  if (self->n++ >= MAX_TEXTS)
    return;
  if (self->lines->len > 0)
    g_string_append_c (self->lines, '\n');
  g_string_append (self->lines, text);
}

static void
add_texts_of (TbCubeCatalog *self,
              guint32        dimension,
              Texts         *texts)
{
  const TbCubeDimension *it = tb_cube_get_dimension (self->cube, dimension);
  guint32 n = tb_cube_count_codes (self->cube, self->indicator_dimension);

  for (guint32 s = 0; s < self->cube->series->len; s++)
    {
      guint32 code = tb_cube_get_series_code (self->cube, s, dimension);
      guint32 indicator = n > 0 ? tb_cube_get_series_code (self->cube, s, self->indicator_dimension) : TB_CUBE_NO_CODE;
      guint32 i = indicator == TB_CUBE_NO_CODE ? n : indicator;
      const char *text;

      if (code == TB_CUBE_NO_CODE)
        continue;
      text = tb_text_get (&tb_cube_dimension_get_code (it, code)->label, TB_LANGUAGE_EN);
      if (text == NULL || *text == '\0')
        text = tb_cube_dimension_get_code (it, code)->id;
      add_text (&texts[i], text, &self->indicators[i]->name);
    }
}

static void
tell (TbCubeCatalog *self,
      Texts         *texts,
      TbIndicator   *indicator)
{
  if (texts->seen == NULL)
    return;

  if (texts->n > MAX_TEXTS)
    g_string_append_printf (texts->lines, ngettext ("\n… and %u more", "\n… and %u more", texts->n - MAX_TEXTS),
                            texts->n - MAX_TEXTS);
  tb_cube_append_lines (self->cube, &indicator->description, texts->lines->str);
  g_hash_table_unref (texts->seen);
  g_string_free (texts->lines, TRUE);
}

void
tb_cube_catalog_add_asides (TbCubeCatalog *self)
{
  guint32 n = tb_cube_count_codes (self->cube, self->indicator_dimension);
  g_autofree Texts *texts = NULL;

  if (self->cube->n_asides == 0)
    return;

  texts = g_new0 (Texts, (gsize) n + 1);
  for (guint32 i = 0; i < self->cube->n_asides; i++)
    add_texts_of (self, self->cube->aside_dimensions[i], texts);
  for (guint32 i = 0; i <= n; i++)
    tell (self, &texts[i], self->indicators[i]);
}
