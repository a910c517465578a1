/* Joins what the figures of several datasets refer to.
 *
 * Entries of one id that are defined alike become one. What is defined otherwise
 * under the same id gets an id of its own, "ID-2", so that nothing is mixed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-join-variants.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How the entries of one kind are handled. All begin with their id. @compare
 * returns what differs, in words, or NULL; @relate, nullable, makes what a copied
 * entry refers to an entry of the joined catalog. */
typedef struct
{
  gsize         (*count)   (const TbCatalog *catalog);
  gconstpointer (*get)     (const TbCatalog *catalog, gsize i);
  gconstpointer (*find)    (const TbCatalog *catalog, const char *id);
  gpointer      (*add)     (TbCatalog *catalog, const char *id);
  TbJoinCompare   compare;
  TbJoinGetName   get_name;
  void          (*relate)  (TbJoin *self, gpointer entry);
  gsize           size;
  const char   *message;   /* of file, id, what differs, file, new id; NULL: nothing is told */
} Kind;

static const char *
get_id (gconstpointer entry)
{
  return *(const char *const *) entry;
}

/**
 * tb_join_get:
 * @self: a joining
 * @entry: (nullable): an entry of a dataset's catalog
 *
 * Returns: (transfer none) (nullable): what stands for it in the joined catalog
 */
gpointer
tb_join_get (const TbJoin  *self,
             gconstpointer  entry)
{
  return entry != NULL ? g_hash_table_lookup (self->entries, entry) : NULL;
}

/* What else is in the catalog is not there yet; the base of a unit stays the other's
 * until all units are there, so that it can be compared. */
static void
relate_place (TbJoin   *self,
              gpointer  entry)
{
  ((TbPlace *) entry)->parent = NULL;
}

static void
relate_indicator (TbJoin   *self,
                  gpointer  entry)
{
  TbIndicator *indicator = entry;

  indicator->unit = tb_join_get (self, indicator->unit);
  indicator->domain = tb_join_get (self, indicator->domain);
  indicator->part_of = NULL;
}

/* A function is called as what it is: one that returns a TbUnit is none that returns any pointer. */
#define DEFINE_ENTRIES(name, Type, text)                                                                               \
  static gconstpointer get_##name (const TbCatalog *catalog, gsize i) { return tb_catalog_get_##name (catalog, i); }   \
  static gconstpointer find_##name (const TbCatalog *catalog, const char *id)                                          \
  {                                                                                                                    \
    return tb_catalog_find_##name (catalog, id);                                                                       \
  }                                                                                                                    \
  static gpointer add_##name (TbCatalog *catalog, const char *id) { return tb_catalog_add_##name (catalog, id); }      \
  static const TbText *get_name_of_##name (gconstpointer entry) { return &((const Type *) entry)->text; }

DEFINE_ENTRIES (unit, TbUnit, name)
DEFINE_ENTRIES (place, TbPlace, name)
DEFINE_ENTRIES (domain, TbDomain, name)
DEFINE_ENTRIES (source, TbSource, title)
DEFINE_ENTRIES (indicator, TbIndicator, name)

/* Of places, sources and domains with other names nothing is lost when they stand apart under one name. */
#define KIND(name, Type)                                                                                               \
  .count = tb_catalog_get_n_##name##s, .get = get_##name, .find = find_##name, .add = add_##name,                      \
  .compare = tb_join_compare_##name##s, .get_name = get_name_of_##name, .size = sizeof (Type)

static const Kind units = {
  KIND (unit, TbUnit),
  .message = N_("%s: the unit “%s” differs in %s from that of %s; it is kept apart as “%s”"),
};
static const Kind places = {
  KIND (place, TbPlace),
  .relate = relate_place,
  .message = N_("%s: the place “%s” differs in %s from that of %s; it is kept apart as “%s”"),
};
static const Kind domains = { KIND (domain, TbDomain) };
static const Kind sources = { KIND (source, TbSource) };
static const Kind indicators = {
  KIND (indicator, TbIndicator),
  .relate = relate_indicator,
  .message = N_("%s: the indicator “%s” differs in %s from that of %s; it is kept apart as “%s”"),
};

/* An id that a file gives itself is nobody else's. */
static GHashTable *
collect_ids (const TbJoin *self,
             const Kind   *kind)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize d = 0; d < self->n; d++)
    {
      const TbCatalog *catalog = tb_dataset_get_catalog (self->datasets[d]);

      for (gsize i = 0; i < kind->count (catalog); i++)
        g_hash_table_add (ids, (gpointer) get_id (kind->get (catalog, i)));
    }

  return ids;
}

/* Entries of one kind while they are joined. */
typedef struct
{
  const Kind     *kind;
  GHashTable     *given;      /* ids that files give, a set */
  TbJoinVariants *variants;
} Joining;

static gpointer
add_entry (TbJoin        *self,
           const Joining *joining,
           gsize          dataset,
           const char    *id,
           gconstpointer  entry)
{
  gpointer added = joining->kind->add (self->catalog, id);
  const char *own_id = get_id (added);

  memcpy (added, entry, joining->kind->size);
  *(const char **) added = own_id;
  if (joining->kind->relate != NULL)
    joining->kind->relate (self, added);
  g_hash_table_insert (self->origins, added, (gpointer) self->names[dataset]);
  tb_join_variants_add (joining->variants, get_id (entry), added);
  return added;
}

/* "ID-2", or the next number of which there is none. */
static char *
dup_free_id (const TbJoin  *self,
             const Joining *joining,
             const char    *id)
{
  char *apart = NULL;

  do
    {
      g_free (apart);
      apart = g_strdup_printf ("%s-%u", id, tb_join_variants_number (joining->variants, id));
    }
  while (g_hash_table_contains (joining->given, apart) || joining->kind->find (self->catalog, apart) != NULL);

  return apart;
}

/* The entry of the joined catalog that says the same, under its id or the next free one. */
static void
join_entry (TbJoin        *self,
            const Joining *joining,
            gsize          dataset,
            gconstpointer  entry)
{
  const Kind *kind = joining->kind;
  const char *id = get_id (entry);
  gconstpointer first = kind->find (self->catalog, id);
  const char *difference = first != NULL ? kind->compare (self, first, entry) : NULL;
  gpointer same = first != NULL ? tb_join_variants_find (joining->variants, self, id, entry) : NULL;

  if (same == NULL)
    {
      g_autofree char *apart = first != NULL ? dup_free_id (self, joining, id) : NULL;

      same = add_entry (self, joining, dataset, apart != NULL ? apart : id, entry);
    }
  g_hash_table_insert (self->entries, (gpointer) entry, same);
  if (difference != NULL && kind->message != NULL)
    tb_problems_add (self->problems, TB_SEVERITY_WARNING, 0, 0, "", _(kind->message), self->names[dataset], id,
                     _(difference), (const char *) g_hash_table_lookup (self->origins, first), get_id (same));
}

/* FALSE: stopped. */
static gboolean
join_kind (TbJoin     *self,
           const Kind *kind)
{
  g_autoptr (GHashTable) given = collect_ids (self, kind);
  g_autoptr (TbJoinVariants) variants = tb_join_variants_new (kind->compare, kind->get_name);
  const Joining joining = { kind, given, variants };

  for (gsize d = 0; d < self->n; d++)
    {
      const TbCatalog *catalog = tb_dataset_get_catalog (self->datasets[d]);
      gsize n = kind->count (catalog);

      if (g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      for (gsize i = 0; i < n; i++)
        {
          gconstpointer entry = kind->get (catalog, i);

          if (tb_join_get (self, entry) == NULL)
            join_entry (self, &joining, d, entry);
        }
    }

  return TRUE;
}

/* Wordings are not compared: one of a category is as good as another. */
static void
join_dimensions (TbJoin          *self,
                 const TbCatalog *catalog)
{
  for (gsize i = 0; i < tb_catalog_get_n_dimensions (catalog); i++)
    {
      const TbDimension *from = tb_catalog_get_dimension (catalog, i);
      TbDimension *to = (TbDimension *) tb_catalog_find_dimension (self->catalog, from->id);

      if (to == NULL)
        to = tb_catalog_add_dimension (self->catalog, from->id);
      if (tb_text_is_empty (&to->name))
        to->name = from->name;
      if (to->unknown == NULL)
        to->unknown = from->unknown;
      for (const TbCategory *category = from->first; category != NULL; category = category->next)
        {
          TbCategory *copy = tb_catalog_add_category (self->catalog, to, category->id);

          if (copy != NULL)
            copy->name = category->name;
        }
    }
}

/* What an entry leaves open may be said by the same entry of a later file. */
static void
complete_entries (TbJoin          *self,
                  const TbCatalog *catalog)
{
  for (gsize i = 0; i < tb_catalog_get_n_units (catalog); i++)
    {
      TbUnit *to = tb_join_get (self, tb_catalog_get_unit (catalog, i));
      const TbUnit *base = tb_join_get (self, to->base);

      if (base != NULL)
        to->base = base;
    }
  for (gsize i = 0; i < tb_catalog_get_n_places (catalog); i++)
    {
      const TbPlace *from = tb_catalog_get_place (catalog, i);
      TbPlace *to = tb_join_get (self, from);
      const TbPlace *parent = tb_join_get (self, from->parent);

      if (tb_text_is_empty (&to->name))
        to->name = from->name;
      if (to->parent == NULL && parent != to && !tb_place_is_within (parent, to))
        to->parent = parent;
    }
  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      const TbIndicator *from = tb_catalog_get_indicator (catalog, i);
      TbIndicator *to = tb_join_get (self, from);
      const TbIndicator *whole = tb_join_get (self, from->part_of);

      if (tb_text_is_empty (&to->description))
        to->description = from->description;
      if (to->part_of == NULL && whole != NULL && whole != to && !tb_indicator_is_within (whole, to))
        to->part_of = whole;
    }
}

/**
 * tb_join_catalogs:
 * @self: a joining
 *
 * Fills the joined catalog, and what stands in it for each entry of the datasets'.
 *
 * Returns: whether all is within the limits; else that is reported, or joining was cancelled
 */
gboolean
tb_join_catalogs (TbJoin *self)
{
  if (!join_kind (self, &units) || !join_kind (self, &domains) || !join_kind (self, &sources)
      || !join_kind (self, &places) || !join_kind (self, &indicators))
    return FALSE;
  for (gsize d = 0; d < self->n; d++)
    {
      complete_entries (self, tb_dataset_get_catalog (self->datasets[d]));
      join_dimensions (self, tb_dataset_get_catalog (self->datasets[d]));
    }

  /* A file may become a source itself. */
  if (tb_catalog_get_n_sources (self->catalog) + self->n <= TB_LIMIT_SOURCES)
    return TRUE;

  tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "",
                   _("the files name more than %d sources; expected fewer"), TB_LIMIT_SOURCES);
  return FALSE;
}
