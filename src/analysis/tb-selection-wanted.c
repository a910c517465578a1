/* Which indicators and places a selection asks for, and whether there are such.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-selection-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_glob (const char *text)
{
  return strpbrk (text, "*?") != NULL;
}

/* Words longer than this are not searched for near spellings. */
#define MAX_ID 64

static const char *
find_nearest (const char *const *ids,
              gsize              n,
              const char        *id)
{
  g_autofree const char **short_ids = g_new0 (const char *, n + 1);
  TbVocabulary words = { "id", short_ids, NULL, (int) n };

  for (gsize i = 0; i < n; i++)
    short_ids[i] = strlen (ids[i]) <= MAX_ID ? ids[i] : "";

  return tb_vocabulary_nearest (&words, id);
}

static const char *
find_nearest_indicator (const TbCatalog *catalog,
                        const char      *id)
{
  gsize n = tb_catalog_get_n_indicators (catalog);
  g_autofree const char **ids = g_new0 (const char *, n + 1);

  for (gsize i = 0; i < n; i++)
    ids[i] = tb_catalog_get_indicator (catalog, i)->id;

  return find_nearest (ids, n, id);
}

static const char *
find_nearest_place (const TbCatalog *catalog,
                    const char      *id)
{
  gsize n = tb_catalog_get_n_places (catalog);
  g_autofree const char **ids = g_new0 (const char *, n + 1);

  for (gsize i = 0; i < n; i++)
    ids[i] = tb_catalog_get_place (catalog, i)->id;

  return find_nearest (ids, n, id);
}

static gboolean
matches_any (const TbCatalog *catalog,
             const char      *glob)
{
  g_autoptr (GPatternSpec) pattern = g_pattern_spec_new (glob);

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      if (g_pattern_spec_match_string (pattern, tb_catalog_get_indicator (catalog, i)->id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_indicators (const TbCatalog        *catalog,
                  const TbSelectionQuery *query,
                  GError                **error)
{
  for (const char *const *id = query->indicators; id != NULL && *id != NULL; id++)
    {
      const char *nearest;

      if (is_glob (*id) ? matches_any (catalog, *id) : tb_catalog_find_indicator (catalog, *id) != NULL)
        continue;

      nearest = is_glob (*id) ? NULL : find_nearest_indicator (catalog, *id);
      if (nearest != NULL)
        /* Translators: both are ids from the data file. */
        g_set_error (error, TB_SELECTION_ERROR, TB_SELECTION_ERROR_UNKNOWN_INDICATOR,
                     _("there is no indicator “%s”; did you mean “%s”?"), *id, nearest);
      else if (is_glob (*id))
        g_set_error (error, TB_SELECTION_ERROR, TB_SELECTION_ERROR_UNKNOWN_INDICATOR,
                     _("no indicator matches “%s”"), *id);
      else
        g_set_error (error, TB_SELECTION_ERROR, TB_SELECTION_ERROR_UNKNOWN_INDICATOR,
                     _("there is no indicator “%s”"), *id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_place (const TbCatalog *catalog,
             const char      *place,
             GError         **error)
{
  const char *nearest;

  if (place == NULL || tb_catalog_find_place (catalog, place) != NULL)
    return TRUE;

  nearest = find_nearest_place (catalog, place);
  if (nearest != NULL)
    g_set_error (error, TB_SELECTION_ERROR, TB_SELECTION_ERROR_UNKNOWN_PLACE,
                 _("there is no place “%s”; did you mean “%s”?"), place, nearest);
  else
    g_set_error (error, TB_SELECTION_ERROR, TB_SELECTION_ERROR_UNKNOWN_PLACE, _("there is no place “%s”"), place);

  return FALSE;
}

void
tb_selection_wanted_init (TbSelectionWanted      *self,
                          const TbCatalog        *catalog,
                          const TbSelectionQuery *query)
{
  self->indicators = g_hash_table_new (NULL, NULL);
  self->globs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_pattern_spec_free);
  for (const char *const *id = query->indicators; id != NULL && *id != NULL; id++)
    if (is_glob (*id))
      g_ptr_array_add (self->globs, g_pattern_spec_new (*id));
    else
      g_hash_table_add (self->indicators, (gpointer) tb_catalog_find_indicator (catalog, *id));
}

void
tb_selection_wanted_clear (TbSelectionWanted *self)
{
  g_hash_table_unref (self->indicators);
  g_ptr_array_unref (self->globs);
}

gboolean
tb_selection_wanted_fits (const TbSelectionWanted *self,
                          const TbSelectionQuery  *query,
                          const TbSeriesInfo      *info)
{
  if (query->place != NULL && (info->place == NULL || strcmp (info->place->id, query->place) != 0))
    return FALSE;
  if (query->indicators == NULL || query->indicators[0] == NULL
      || g_hash_table_contains (self->indicators, info->indicator))
    return TRUE;

  for (guint i = 0; i < self->globs->len; i++)
    {
      if (g_pattern_spec_match_string (g_ptr_array_index (self->globs, i), info->indicator->id))
        return TRUE;
    }

  return FALSE;
}

const TbIndicator *
tb_selection_wanted_get_only (const TbSelectionWanted *self)
{
  GHashTableIter iter;
  gpointer only = NULL;

  g_hash_table_iter_init (&iter, self->indicators);
  if (self->globs->len == 0 && g_hash_table_size (self->indicators) == 1)
    g_hash_table_iter_next (&iter, &only, NULL);
  return only;
}

gboolean
tb_selection_check (const TbCatalog        *catalog,
                    const TbSelectionQuery *query,
                    GError                **error)
{
  return check_indicators (catalog, query, error) && check_place (catalog, query->place, error);
}
