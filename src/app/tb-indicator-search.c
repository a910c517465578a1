/* Finds indicators, and series of them, by words of their names and ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-search.h"

struct _TbIndicatorSearch
{
  GHashTable *keys;   /* const TbIndicator * → folded text of all names, id and domain */
  char      **words;  /* folded */
};

/* Full-width and compatibility forms count as their plain ones. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static void
append_text (GString      *key,
             const TbText *text)
{
  for (guint i = 0; i < text->n_entries; i++)
    {
      g_string_append (key, text->entries[i].text);
      g_string_append_c (key, '\n');
    }
}

static const char *
get_key (TbIndicatorSearch *self,
         const TbIndicator *indicator)
{
  const char *known = g_hash_table_lookup (self->keys, indicator);
  g_autoptr (GString) key = NULL;
  char *folded;

  if (known != NULL)
    return known;
  key = g_string_new (NULL);
  append_text (key, &indicator->name);
  g_string_append (key, indicator->id);
  g_string_append_c (key, '\n');
  if (indicator->domain != NULL)
    append_text (key, &indicator->domain->name);
  folded = fold (key->str);
  g_hash_table_insert (self->keys, (gpointer) indicator, folded);
  return folded;
}

/**
 * tb_indicator_search_new:
 *
 * Makes a search over the indicators of one dataset, which has to outlive it.
 *
 * Returns: (transfer full): a new search
 */
TbIndicatorSearch *
tb_indicator_search_new (void)
{
  TbIndicatorSearch *self = g_new0 (TbIndicatorSearch, 1);

  self->keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
tb_indicator_search_free (TbIndicatorSearch *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->keys);
  g_strfreev (self->words);
  g_free (self);
}

/**
 * tb_indicator_search_set_words:
 * @self: a search
 * @text: words with spaces between them
 *
 * Sets what is looked for.
 */
void
tb_indicator_search_set_words (TbIndicatorSearch *self,
                               const char        *text)
{
  g_autofree char *folded = fold (text);

  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " \t\n", -1);
}

/**
 * tb_indicator_search_matches:
 * @self: a search
 * @indicator: an indicator
 *
 * Tells whether all words occur in the names (of all languages), the id or
 * the domain of an indicator.
 *
 * Returns: whether it matches
 */
gboolean
tb_indicator_search_matches (TbIndicatorSearch *self,
                             const TbIndicator *indicator)
{
  const char *key = get_key (self, indicator);

  for (gsize i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (*self->words[i] != '\0' && strstr (key, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* What a series has beside its indicator: place, breakdown and scope, in both languages. */
static char *
dup_part_key (const TbSeries *series)
{
  const TbPlace *place = tb_series_get_info (series)->place;
  g_autofree char *en = tb_series_dup_part (series, TB_LANGUAGE_EN, TRUE);
  g_autofree char *zh = tb_series_dup_part (series, TB_LANGUAGE_ZH, TRUE);
  g_autofree char *all = g_strjoin ("\n", en, zh, place != NULL ? place->id : NULL, NULL);

  return fold (all);
}

/**
 * tb_indicator_search_matches_series:
 * @self: a search
 * @series: a series
 *
 * Tells whether all words occur in what its indicator is found by, or in the names of its
 * place, breakdown and scope.
 *
 * Returns: whether it matches
 */
gboolean
tb_indicator_search_matches_series (TbIndicatorSearch *self,
                                    const TbSeries    *series)
{
  const char *key = get_key (self, tb_series_get_info (series)->indicator);
  g_autofree char *part = NULL;

  for (gsize i = 0; self->words != NULL && self->words[i] != NULL; i++)
    {
      if (strstr (key, self->words[i]) != NULL)
        continue;
      if (part == NULL)
        part = dup_part_key (series);
      if (strstr (part, self->words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}
