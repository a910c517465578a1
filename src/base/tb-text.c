/* Text in one or several languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-text.h"

/**
 * tb_text_is_empty:
 * @self: a text
 *
 * Returns: whether it was not given
 */
gboolean
tb_text_is_empty (const TbText *self)
{
  return self->n_entries == 0;
}

/**
 * tb_text_find:
 * @self: a text
 * @language: a language
 *
 * Finds the wording of a language: an exact code first, else a variant of the
 * language such as `zh-Hans`.
 *
 * Returns: (transfer none) (nullable): the wording; %NULL where there is none
 */
const char *
tb_text_find (const TbText *self,
              TbLanguage    language)
{
  const char *variant = NULL;

  for (guint i = 0; i < self->n_entries; i++)
    {
      const TbTextEntry *entry = &self->entries[i];
      TbLanguage found;

      if (entry->language == NULL || !tb_language_from_name (entry->language, &found) || found != language)
        continue;
      if (g_str_equal (entry->language, tb_language_get_code (language)))
        return entry->text;
      if (variant == NULL)
        variant = entry->text;
    }

  return variant;
}

static const char *
find_unnamed (const TbText *self)
{
  for (guint i = 0; i < self->n_entries; i++)
    {
      if (self->entries[i].language == NULL)
        return self->entries[i].text;
    }

  return NULL;
}

/**
 * tb_text_get:
 * @self: a text
 * @language: the language wanted
 *
 * Returns: (transfer none): the wording of the language, else the one given
 *   without a language, else the first; "" for an empty text
 */
const char *
tb_text_get (const TbText *self,
             TbLanguage    language)
{
  const char *text = tb_text_find (self, language);

  if (text == NULL)
    text = find_unnamed (self);
  if (text == NULL && self->n_entries > 0)
    text = self->entries[0].text;

  return text != NULL ? text : "";
}

/**
 * tb_text_dup_marked:
 * @self: a text
 * @language: the language wanted
 *
 * As tb_text_get(), with the wording of another language in brackets (L-2).
 *
 * Returns: (transfer full): the text
 */
char *
tb_text_dup_marked (const TbText *self,
                    TbLanguage    language)
{
  const char *text = tb_text_find (self, language);

  if (text == NULL)
    text = find_unnamed (self);
  if (text != NULL || self->n_entries == 0)
    return g_strdup (text != NULL ? text : "");

  return g_strdup_printf ("[%s]", self->entries[0].text);
}

/**
 * tb_text_equal:
 * @a: a text
 * @b: a text
 *
 * Returns: whether both have the same wordings in the same order
 */
gboolean
tb_text_equal (const TbText *a,
               const TbText *b)
{
  if (a->n_entries != b->n_entries)
    return FALSE;
  for (guint i = 0; i < a->n_entries; i++)
    {
      if (g_strcmp0 (a->entries[i].language, b->entries[i].language) != 0
          || g_strcmp0 (a->entries[i].text, b->entries[i].text) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * tb_text_collapse:
 * @text: valid UTF-8
 *
 * Thread: any.
 *
 * Returns: (transfer full): @text without white space at its ends, and with one space
 *   in place of more or other
 */
char *
tb_text_collapse (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free_and_steal (out);
}
