/* Takes the objects of the dataset format apart: known keys, other keys, ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where @key is in @keys, looked for from @hint on: files have them in order. */
static gssize
find_key (const TbNativeKey *keys,
          gsize              n_keys,
          gsize              hint,
          const TbJsonValue *key)
{
  gsize length;
  const char *text = tb_json_get_string (key, &length);

  for (gsize k = 0; k < n_keys; k++)
    {
      gsize i = hint + k < n_keys ? hint + k : hint + k - n_keys;

      if (keys[i].length == length && memcmp (keys[i].key, text, length) == 0)
        return (gssize) i;
    }

  return -1;
}

/* Rows have the same keys of another program, one after the other: such a key is looked
 * at once beside all of ours. */
static gboolean
is_foreign (TbNative          *self,
            const char        *text,
            const TbNativeKey *keys,
            gsize              n_keys)
{
  const char *spellings[TB_NATIVE_MAX_KEYS];
  TbVocabulary vocabulary = { .key = "", .spellings = spellings, .n = (int) n_keys };

  if (g_hash_table_lookup (self->foreign, text) == keys)
    return TRUE;
  for (gsize i = 0; i < n_keys; i++)
    spellings[i] = keys[i].key;
  if (tb_vocabulary_nearest (&vocabulary, text) != NULL)
    return FALSE;
  g_hash_table_insert (self->foreign, (gpointer) tb_pool_intern (self->pool, text), (gpointer) keys);

  return TRUE;
}

/* A key of another program is kept silently; one that looks like a slip of ours
 * is kept too, but told of, once for each spelling. */
static void
warn_of_slip (TbNative           *self,
              const TbJsonValue  *key,
              const TbNativeKey  *keys,
              gsize               n_keys,
              const TbJsonValue **values)
{
  const char *spellings[TB_NATIVE_MAX_KEYS];
  TbVocabulary vocabulary = { .key = "", .spellings = spellings };
  gsize length;
  const char *text = tb_json_get_string (key, &length);
  const char *nearest;

  if (g_hash_table_contains (self->misspelt, text) || is_foreign (self, text, keys, n_keys))
    return;
  for (gsize i = 0; i < n_keys; i++)
    {
      if (values[i] == NULL)
        spellings[vocabulary.n++] = keys[i].key;
    }

  nearest = tb_vocabulary_nearest (&vocabulary, text);
  if (nearest == NULL)
    return;

  g_hash_table_add (self->misspelt, (gpointer) tb_pool_intern (self->pool, text));
  tb_json_report_add (self->report, TB_SEVERITY_WARNING, key,
                      _("the key \"%s\" is not known and only kept; expected \"%s\" if that is meant"), text, nearest);
}

static void
append_member (GString          **unknown,
               const TbJsonIter  *member)
{
  g_autofree char *key = tb_json_dup_text (member->key);
  g_autofree char *value = tb_json_dup_text (member->value);

  if (*unknown == NULL)
    *unknown = g_string_new (NULL);
  g_string_append_printf (*unknown, "%s%s:%s", (*unknown)->len > 0 ? "," : "", key, value);
}

/* The members that are not ours, as JSON text in the pool. */
static const char *
keep_unknown (TbNative           *self,
              const TbJsonValue  *object,
              const TbNativeKey  *keys,
              gsize               n_keys,
              const TbJsonValue **values)
{
  GString *unknown = NULL;
  const char *kept;
  TbJsonIter iter;

  tb_json_iter_init (&iter, object);
  while (tb_json_iter_next (&iter))
    {
      if (find_key (keys, n_keys, 0, iter.key) >= 0)
        continue;
      warn_of_slip (self, iter.key, keys, n_keys, values);
      append_member (&unknown, &iter);
    }

  kept = tb_pool_intern_len (self->pool, unknown->str, unknown->len);
  g_string_free (unknown, TRUE);
  return kept;
}

/**
 * tb_native_collect:
 * @self: a reading
 * @object: what should be an object
 * @keys: (array length=n_keys): the keys that it may have
 * @n_keys: how many
 * @out_values: (out caller-allocates) (array length=n_keys): the value of each, %NULL where it is not there
 * @out_unknown: (out) (transfer none) (nullable): all other members, as JSON text
 *
 * Takes an object apart in one walk.
 *
 * Returns: whether it is an object; what is not is reported
 */
gboolean
tb_native_collect (TbNative           *self,
                   const TbJsonValue  *object,
                   const TbNativeKey  *keys,
                   gsize               n_keys,
                   const TbJsonValue **out_values,
                   const char        **out_unknown)
{
  gboolean has_unknown = FALSE;
  gsize hint = 0;
  TbJsonIter iter;

  memset (out_values, 0, n_keys * sizeof *out_values);
  *out_unknown = NULL;
  if (!tb_native_check_type (self, object, TB_JSON_OBJECT, N_("an object")))
    return FALSE;

  tb_json_iter_init (&iter, object);
  while (tb_json_iter_next (&iter))
    {
      gssize i = find_key (keys, n_keys, hint, iter.key);

      if (i < 0)
        {
          has_unknown = TRUE;
          continue;
        }
      out_values[i] = iter.value;
      hint = (gsize) i + 1 < n_keys ? (gsize) i + 1 : 0;
    }
  if (has_unknown)
    *out_unknown = keep_unknown (self, object, keys, n_keys, out_values);

  return TRUE;
}

/**
 * tb_native_require:
 * @self: a reading
 * @object: an object
 * @value: (nullable): its value of @key
 * @key: a key that it has to have
 *
 * Returns: whether it is there; that it is not is reported
 */
gboolean
tb_native_require (TbNative          *self,
                   const TbJsonValue *object,
                   const TbJsonValue *value,
                   const char        *key)
{
  if (value != NULL)
    return TRUE;

  tb_json_report_add (self->report, TB_SEVERITY_ERROR, object, _("the key \"%s\" is missing; expected it here"), key);
  return FALSE;
}

/**
 * tb_native_is_in_circle:
 * @entry: an entry of a table
 * @follow: what it refers to, %NULL for nothing
 * @n_entries: how many entries the table has
 *
 * Returns: whether following the references leads back to @entry
 */
gboolean
tb_native_is_in_circle (gconstpointer   entry,
                        gconstpointer (*follow) (gconstpointer entry),
                        gsize           n_entries)
{
  gconstpointer next = follow (entry);

  /* A longer walk is within a circle that @entry only leads to. */
  for (gsize i = 0; i < n_entries && next != NULL && next != entry; i++)
    next = follow (next);

  return next == entry;
}

/* Finding what an id names differs by table, the messages do not. */
typedef struct
{
  const char    *table;
  gconstpointer (*find)  (const TbCatalog *catalog, const char *id);
  gconstpointer (*get)   (const TbCatalog *catalog, gsize i);
  gsize         (*count) (const TbCatalog *catalog);
} Table;

#define DEFINE_TABLE(name, plural)                                                                                     \
  static gconstpointer find_##name (const TbCatalog *catalog, const char *id)                                          \
  {                                                                                                                    \
    return tb_catalog_find_##name (catalog, id);                                                                       \
  }                                                                                                                    \
  static gconstpointer get_##name (const TbCatalog *catalog, gsize i)                                                  \
  {                                                                                                                    \
    return tb_catalog_get_##name (catalog, i);                                                                         \
  }                                                                                                                    \
  static const Table plural = { #plural, find_##name, get_##name, tb_catalog_get_n_##plural };

DEFINE_TABLE (unit, units)
DEFINE_TABLE (place, places)
DEFINE_TABLE (source, sources)
DEFINE_TABLE (domain, domains)
DEFINE_TABLE (indicator, indicators)

static void
report_unknown_id (TbNative          *self,
                   const TbJsonValue *value,
                   const Table       *table)
{
  gsize n = table->count (self->catalog);
  g_autofree const char **ids = NULL;
  TbVocabulary vocabulary = { .key = "", .n = (int) n };
  gsize length;
  const char *id = tb_json_get_string (value, &length);
  const char *nearest;

  if (tb_json_report_skip (self->report, TB_SEVERITY_ERROR))
    return;

  vocabulary.spellings = ids = g_new (const char *, n);
  /* Every entry of a catalog begins with its id. */
  for (gsize i = 0; i < n; i++)
    ids[i] = *(const char *const *) table->get (self->catalog, i);
  nearest = tb_vocabulary_nearest (&vocabulary, id);

  if (nearest != NULL)
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, value,
                        _("\"%s\" is not among the %s; expected an id of theirs, such as \"%s\""), id, table->table,
                        nearest);
  else
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, value,
                        _("\"%s\" is not among the %s; expected an id of theirs"), id, table->table);
}

static gconstpointer
find (TbNative          *self,
      const TbJsonValue *value,
      const Table       *table)
{
  gconstpointer found;
  const char *id;
  gsize length;

  if (!tb_native_check_type (self, value, TB_JSON_STRING, N_("an id, which is a string")))
    return NULL;

  id = tb_json_get_string (value, &length);
  found = strlen (id) == length ? table->find (self->catalog, id) : NULL;
  if (found == NULL)
    report_unknown_id (self, value, table);

  return found;
}

void
tb_native_find_unit (TbNative           *self,
                     const TbJsonValue  *value,
                     const TbUnit      **out_unit)
{
  const TbUnit *unit = find (self, value, &units);

  *out_unit = unit != NULL ? unit : *out_unit;
}

void
tb_native_find_place (TbNative           *self,
                      const TbJsonValue  *value,
                      const TbPlace     **out_place)
{
  const TbPlace *place = find (self, value, &places);

  *out_place = place != NULL ? place : *out_place;
}

void
tb_native_find_source (TbNative           *self,
                       const TbJsonValue  *value,
                       const TbSource    **out_source)
{
  const TbSource *source = find (self, value, &sources);

  *out_source = source != NULL ? source : *out_source;
}

void
tb_native_find_domain (TbNative           *self,
                       const TbJsonValue  *value,
                       const TbDomain    **out_domain)
{
  const TbDomain *domain = find (self, value, &domains);

  *out_domain = domain != NULL ? domain : *out_domain;
}

void
tb_native_find_indicator (TbNative           *self,
                          const TbJsonValue  *value,
                          const TbIndicator **out_indicator)
{
  const TbIndicator *indicator = find (self, value, &indicators);

  *out_indicator = indicator != NULL ? indicator : *out_indicator;
}
