/* Writes what the figures of a dataset refer to, an entry a line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-writer-native.h"

#include "tb-number-format.h"

/* Spaces before an entry of a table. */
#define ENTRY_INDENT 4

/* A table of the catalog: entries by their ids, with which all of them begin. */
typedef struct
{
  const char     *key;
  gboolean        is_required;   /* there where it is empty too */
  gsize         (*count) (const TbCatalog *catalog);
  gconstpointer (*get)   (const TbCatalog *catalog, gsize i);
  void          (*write) (TbJsonObject *entry, gconstpointer data);
} Table;

static void
write_source (TbJsonObject *entry,
              gconstpointer data)
{
  const TbSource *source = data;

  tb_native_write_text (entry, "publisher", &source->publisher);
  tb_native_write_text (entry, "title", &source->title);
  tb_native_write_day (entry, "published", source->published);
  tb_json_object_string (entry, "url", source->url);
  tb_json_object_members (entry, source->unknown);
}

static void
write_place (TbJsonObject *entry,
             gconstpointer data)
{
  const TbPlace *place = data;

  tb_native_write_text (entry, "name", &place->name);
  tb_json_object_string (entry, "parent", place->parent != NULL ? place->parent->id : NULL);
  tb_json_object_members (entry, place->unknown);
}

static void
write_unit (TbJsonObject *entry,
            gconstpointer data)
{
  const TbUnit *unit = data;

  tb_native_write_text (entry, "name", &unit->name);
  tb_json_object_string (entry, "kind", tb_vocabulary_spelling (&tb_unit_kinds, unit->kind));
  tb_json_object_string (entry, "currency", unit->currency);
  if (unit->per > 0)
    {
      g_autofree char *per = tb_number_to_shortest (unit->per);

      tb_json_object_key (entry, "per");
      g_string_append (entry->out, per);
    }
  if (unit->base != NULL)
    {
      tb_json_object_string (entry, "base", unit->base->id);
      tb_json_object_decimal (entry, "factor", unit->factor);
    }
  tb_json_object_members (entry, unit->unknown);
}

static void
write_domain (TbJsonObject *entry,
              gconstpointer data)
{
  const TbDomain *domain = data;

  tb_native_write_text (entry, "name", &domain->name);
  tb_json_object_members (entry, domain->unknown);
}

static void
write_dimension (TbJsonObject *entry,
                 gconstpointer data)
{
  const TbDimension *dimension = data;
  TbJsonObject categories;

  tb_native_write_text (entry, "name", &dimension->name);
  if (dimension->first != NULL)
    {
      tb_json_object_key (entry, "categories");
      tb_json_object_open (&categories, entry->out, TB_JSON_ONE_LINE);
      for (const TbCategory *category = dimension->first; category != NULL; category = category->next)
        tb_native_write_text (&categories, category->id, &category->name);
      tb_json_object_close (&categories);
    }
  tb_json_object_members (entry, dimension->unknown);
}

/* A function is called as what it is: one that returns a TbUnit is none that returns any pointer. */
#define DEFINE_GET(name)                                                                                               \
  static gconstpointer get_##name (const TbCatalog *catalog, gsize i) { return tb_catalog_get_##name (catalog, i); }

DEFINE_GET (source)
DEFINE_GET (place)
DEFINE_GET (unit)
DEFINE_GET (domain)
DEFINE_GET (dimension)

/* In the order of the file. */
static const Table tables[] = {
  { "sources", FALSE, tb_catalog_get_n_sources, get_source, write_source },
  { "places", FALSE, tb_catalog_get_n_places, get_place, write_place },
  { "units", TRUE, tb_catalog_get_n_units, get_unit, write_unit },
  { "domains", FALSE, tb_catalog_get_n_domains, get_domain, write_domain },
  { "dimensions", FALSE, tb_catalog_get_n_dimensions, get_dimension, write_dimension },
};

static void
write_table (TbJsonObject    *root,
             const TbCatalog *catalog,
             const Table     *table)
{
  TbJsonObject object;
  gsize n = table->count (catalog);

  if (n == 0 && !table->is_required)
    return;

  tb_json_object_key (root, table->key);
  tb_json_object_open (&object, root->out, ENTRY_INDENT);
  for (gsize i = 0; i < n; i++)
    {
      gconstpointer data = table->get (catalog, i);
      TbJsonObject entry;

      tb_json_object_key (&object, *(const char *const *) data);
      tb_json_object_open (&entry, root->out, TB_JSON_ONE_LINE);
      table->write (&entry, data);
      tb_json_object_close (&entry);
    }
  tb_json_object_close (&object);
}

/**
 * tb_native_write_catalog:
 * @root: the file's object
 * @catalog: what the figures refer to
 *
 * Writes all tables but the indicators. Those that may be absent are, where empty.
 */
void
tb_native_write_catalog (TbJsonObject    *root,
                         const TbCatalog *catalog)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    write_table (root, catalog, &tables[i]);
}

static void
write_indicator (TbJsonObject      *entry,
                 const TbIndicator *indicator)
{
  tb_json_object_string (entry, "id", indicator->id);
  tb_native_write_text (entry, "name", &indicator->name);
  tb_json_object_string (entry, "domain", indicator->domain != NULL ? indicator->domain->id : NULL);
  tb_json_object_string (entry, "unit", indicator->unit->id);
  tb_json_object_string (entry, "measure", tb_vocabulary_spelling (&tb_measures, indicator->measure));
  tb_native_write_since (entry, indicator->since, indicator->since_day);
  if (indicator->direction_said)
    tb_json_object_string (entry, "direction", tb_vocabulary_spelling (&tb_directions, indicator->direction));
  if (indicator->decimals >= 0)
    tb_json_object_decimal (entry, "decimals", (TbDecimal) { indicator->decimals, 0 });
  tb_native_write_text (entry, "scope", &indicator->scope);
  tb_native_write_text (entry, "description", &indicator->description);
  tb_json_object_string (entry, "part_of", indicator->part_of != NULL ? indicator->part_of->id : NULL);
  tb_json_object_string (entry, "nature", indicator->is_parameter ? "parameter" : NULL);
  tb_native_write_said (entry, "additive", indicator->additive);
  tb_native_write_said (entry, "sa", indicator->sa);
  tb_json_object_string (entry, "price_basis", indicator->price_basis);
  tb_json_object_members (entry, indicator->unknown);
}

/**
 * tb_native_write_indicators:
 * @root: the file's object
 * @catalog: what the figures refer to
 *
 * Writes the indicators.
 */
void
tb_native_write_indicators (TbJsonObject    *root,
                            const TbCatalog *catalog)
{
  gsize n = tb_catalog_get_n_indicators (catalog);

  tb_json_object_key (root, "indicators");
  g_string_append_c (root->out, '[');
  for (gsize i = 0; i < n; i++)
    {
      TbJsonObject entry;

      g_string_append (root->out, i > 0 ? ",\n    " : "\n    ");
      tb_json_object_open (&entry, root->out, TB_JSON_ONE_LINE);
      write_indicator (&entry, tb_catalog_get_indicator (catalog, i));
      tb_json_object_close (&entry);
    }
  g_string_append (root->out, n > 0 ? "\n  ]" : "]");
}
