/* The definitions that files give of one id.
 *
 * Each of thousands of files may define one id otherwise. Whether two definitions
 * are alike has to be asked of each pair: a name in one language contradicts none in
 * another. So it is asked of the first definitions, and of the first ones with the
 * same wording; the work grows with the files, and not with their square. What is
 * not asked is kept apart, which mixes nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-join-variants.h"

/* Definitions that another one is compared with at once. */
#define MOST_COMPARED 32

typedef struct
{
  GPtrArray *entries;   /* the first ones */
  guint      n;         /* the number of the last one */
} Variants;

struct _TbJoinVariants
{
  TbJoinCompare  compare;
  TbJoinGetName  get_name;
  GHashTable    *by_id;     /* of Variants; ids live as long as their datasets */
  GHashTable    *by_name;   /* of GPtrArray, by id, language and wording */
};

static void
free_variants (gpointer data)
{
  Variants *variants = data;

  g_ptr_array_unref (variants->entries);
  g_free (variants);
}

TbJoinVariants *
tb_join_variants_new (TbJoinCompare compare,
                      TbJoinGetName get_name)
{
  TbJoinVariants *self = g_new0 (TbJoinVariants, 1);

  self->compare = compare;
  self->get_name = get_name;
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_variants);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
tb_join_variants_free (TbJoinVariants *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_name);
  g_free (self);
}

static char *
dup_key (const char        *id,
         const TbTextEntry *wording)
{
  g_autofree char *folded = g_utf8_casefold (wording->text, -1);

  return g_strjoin ("\n", id, wording->language != NULL ? wording->language : "", g_strstrip (folded), NULL);
}

static void
add_to (GPtrArray *entries,
        gpointer   entry)
{
  if (entries->len < MOST_COMPARED)
    g_ptr_array_add (entries, entry);
}

void
tb_join_variants_add (TbJoinVariants *self,
                      const char     *id,
                      gpointer        entry)
{
  Variants *variants = g_hash_table_lookup (self->by_id, id);
  const TbText *name = self->get_name (entry);

  if (variants == NULL)
    {
      variants = g_new0 (Variants, 1);
      variants->entries = g_ptr_array_new ();
      variants->n = 1;
      g_hash_table_insert (self->by_id, (gpointer) id, variants);
    }
  add_to (variants->entries, entry);
  /* Until all are compared anyway, nothing is to be found faster. */
  for (guint i = 0; i < name->n_entries && variants->entries->len == MOST_COMPARED; i++)
    {
      g_autofree char *key = dup_key (id, &name->entries[i]);
      GPtrArray *alike = g_hash_table_lookup (self->by_name, key);

      if (alike == NULL)
        {
          alike = g_ptr_array_new ();
          g_hash_table_insert (self->by_name, g_steal_pointer (&key), alike);
        }
      add_to (alike, entry);
    }
}

static gpointer
find_among (const TbJoinVariants *self,
            const TbJoin         *join,
            const GPtrArray      *entries,
            gconstpointer         other)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      if (self->compare (join, entries->pdata[i], other) == NULL)
        return entries->pdata[i];
    }

  return NULL;
}

gpointer
tb_join_variants_find (TbJoinVariants *self,
                       const TbJoin   *join,
                       const char     *id,
                       gconstpointer   other)
{
  const Variants *variants = g_hash_table_lookup (self->by_id, id);
  const TbText *name = self->get_name (other);
  gpointer found = variants != NULL ? find_among (self, join, variants->entries, other) : NULL;

  if (found != NULL || variants == NULL || variants->entries->len < MOST_COMPARED)
    return found;

  for (guint i = 0; i < name->n_entries && found == NULL; i++)
    {
      g_autofree char *key = dup_key (id, &name->entries[i]);

      found = find_among (self, join, g_hash_table_lookup (self->by_name, key), other);
    }

  return found;
}

guint
tb_join_variants_number (TbJoinVariants *self,
                         const char     *id)
{
  Variants *variants = g_hash_table_lookup (self->by_id, id);

  return ++variants->n;
}
