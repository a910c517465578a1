/* Joins what the figures of several datasets refer to.
 *
 * Entries of one id that are defined alike become one. What is defined otherwise
 * under the same id gets an id of its own, "ID-2", so that nothing is mixed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-join-private.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>

/* How the entries of one kind are handled. All begin with their id. @compare
 * returns what differs, in words, or NULL. */
typedef struct
{
  gsize         (*count)   (const TbCatalog *catalog);
  gconstpointer (*get)     (const TbCatalog *catalog, gsize i);
  gconstpointer (*find)    (const TbCatalog *catalog, const char *id);
  gpointer      (*add)     (TbCatalog *catalog, const char *id);
  const char   *(*compare) (const TbJoin *self, gconstpointer entry, gconstpointer other);
  void          (*fill)    (TbJoin *self, gpointer entry, gconstpointer other);
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

static void
fill_unit (TbJoin        *self,
           gpointer       entry,
           gconstpointer  other)
{
  TbUnit *unit = entry;
  const char *id = unit->id;

  /* The base stays the other's until all units are there, so that it can be compared. */
  *unit = *(const TbUnit *) other;
  unit->id = id;
}

static void
fill_place (TbJoin        *self,
            gpointer       entry,
            gconstpointer  other)
{
  TbPlace *place = entry;
  const char *id = place->id;

  *place = *(const TbPlace *) other;
  place->id = id;
  place->parent = NULL;
}

static void
fill_domain (TbJoin        *self,
             gpointer       entry,
             gconstpointer  other)
{
  TbDomain *domain = entry;
  const char *id = domain->id;

  *domain = *(const TbDomain *) other;
  domain->id = id;
}

static void
fill_source (TbJoin        *self,
             gpointer       entry,
             gconstpointer  other)
{
  TbSource *source = entry;
  const char *id = source->id;

  *source = *(const TbSource *) other;
  source->id = id;
}

static void
fill_indicator (TbJoin        *self,
                gpointer       entry,
                gconstpointer  other)
{
  TbIndicator *indicator = entry;
  const char *id = indicator->id;

  *indicator = *(const TbIndicator *) other;
  indicator->id = id;
  indicator->unit = tb_join_get (self, indicator->unit);
  indicator->domain = tb_join_get (self, indicator->domain);
  indicator->part_of = NULL;
}

/* A function is called as what it is: one that returns a TbUnit is none that returns any pointer. */
#define DEFINE_ENTRIES(name)                                                                                           \
  static gconstpointer get_##name (const TbCatalog *catalog, gsize i) { return tb_catalog_get_##name (catalog, i); }   \
  static gconstpointer find_##name (const TbCatalog *catalog, const char *id)                                          \
  {                                                                                                                    \
    return tb_catalog_find_##name (catalog, id);                                                                       \
  }                                                                                                                    \
  static gpointer add_##name (TbCatalog *catalog, const char *id) { return tb_catalog_add_##name (catalog, id); }

DEFINE_ENTRIES (unit)
DEFINE_ENTRIES (place)
DEFINE_ENTRIES (domain)
DEFINE_ENTRIES (source)
DEFINE_ENTRIES (indicator)

/* Of places, sources and domains with other names nothing is lost when they stand apart under one name. */
#define KIND(name)                                                                                                     \
  .count = tb_catalog_get_n_##name##s, .get = get_##name, .find = find_##name, .add = add_##name,                      \
  .compare = tb_join_compare_##name##s, .fill = fill_##name

static const Kind units = {
  KIND (unit), .message = N_("%s: the unit “%s” differs in %s from that of %s; it is kept apart as “%s”")
};
static const Kind places = {
  KIND (place), .message = N_("%s: the place “%s” differs in %s from that of %s; it is kept apart as “%s”")
};
static const Kind domains = { KIND (domain) };
static const Kind sources = { KIND (source) };
static const Kind indicators = {
  KIND (indicator), .message = N_("%s: the indicator “%s” differs in %s from that of %s; it is kept apart as “%s”")
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

static void
add_entry (TbJoin        *self,
           const Kind    *kind,
           gsize          dataset,
           const char    *id,
           gconstpointer  entry)
{
  gpointer added = kind->add (self->catalog, id);

  kind->fill (self, added, entry);
  g_hash_table_insert (self->entries, (gpointer) entry, added);
  g_hash_table_insert (self->origins, added, (gpointer) self->names[dataset]);
}

/* The entry of the joined catalog that says the same, under its id or the next free one. */
static void
join_entry (TbJoin        *self,
            const Kind    *kind,
            GHashTable    *given,
            gsize          dataset,
            gconstpointer  entry)
{
  const char *id = get_id (entry);
  g_autofree char *apart = NULL;
  gconstpointer first = kind->find (self->catalog, id);
  const char *difference = first != NULL ? kind->compare (self, first, entry) : NULL;

  if (first == NULL || difference == NULL)
    {
      if (first == NULL)
        add_entry (self, kind, dataset, id, entry);
      else
        g_hash_table_insert (self->entries, (gpointer) entry, (gpointer) first);
      return;
    }

  for (int i = 2;; i++)
    {
      gconstpointer other;

      g_free (apart);
      apart = g_strdup_printf ("%s-%d", id, i);
      if (g_hash_table_contains (given, apart))
        continue;
      other = kind->find (self->catalog, apart);
      if (other != NULL && kind->compare (self, other, entry) != NULL)
        continue;
      if (other != NULL)
        g_hash_table_insert (self->entries, (gpointer) entry, (gpointer) other);
      else
        add_entry (self, kind, dataset, apart, entry);
      break;
    }

  if (kind->message != NULL)
    tb_problems_add (self->problems, TB_SEVERITY_WARNING, 0, 0, "", _(kind->message), self->names[dataset], id,
                     _(difference), (const char *) g_hash_table_lookup (self->origins, first), apart);
}

static void
join_kind (TbJoin     *self,
           const Kind *kind)
{
  g_autoptr (GHashTable) given = collect_ids (self, kind);

  for (gsize d = 0; d < self->n; d++)
    {
      const TbCatalog *catalog = tb_dataset_get_catalog (self->datasets[d]);
      gsize n = kind->count (catalog);

      for (gsize i = 0; i < n; i++)
        {
          gconstpointer entry = kind->get (catalog, i);

          if (tb_join_get (self, entry) == NULL)
            join_entry (self, kind, given, d, entry);
        }
    }
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
 * Returns: whether all is within the limits; else that is reported
 */
gboolean
tb_join_catalogs (TbJoin *self)
{
  join_kind (self, &units);
  join_kind (self, &domains);
  join_kind (self, &sources);
  join_kind (self, &places);
  join_kind (self, &indicators);
  for (gsize d = 0; d < self->n; d++)
    {
      complete_entries (self, tb_dataset_get_catalog (self->datasets[d]));
      join_dimensions (self, tb_dataset_get_catalog (self->datasets[d]));
    }

  /* A file may become a source itself. */
  if (tb_catalog_get_n_sources (self->catalog) + self->n <= TB_LIMIT_SOURCES)
    return TRUE;

  tb_problems_add (self->problems, TB_SEVERITY_ERROR, 0, 0, "", _("the files name more than %d sources; expected fewer"),
                   TB_LIMIT_SOURCES);
  return FALSE;
}
