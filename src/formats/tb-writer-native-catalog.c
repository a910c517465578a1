/* Writes what the figures of a dataset refer to, an entry a line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-writer-native.h"

#include "tb-number-format.h"

/* Spaces before an entry of a table. */
#define ENTRY_INDENT 4

static void
write_sources (TbJsonObject    *root,
               const TbCatalog *catalog)
{
  TbJsonObject table;
  gsize n = tb_catalog_get_n_sources (catalog);

  if (n == 0)
    return;

  tb_json_object_key (root, "sources");
  tb_json_object_open (&table, root->out, ENTRY_INDENT);
  for (gsize i = 0; i < n; i++)
    {
      const TbSource *source = tb_catalog_get_source (catalog, i);
      TbJsonObject entry;

      tb_json_object_key (&table, source->id);
      tb_json_object_open (&entry, root->out, TB_JSON_ONE_LINE);
      tb_native_write_text (&entry, "publisher", &source->publisher);
      tb_native_write_text (&entry, "title", &source->title);
      tb_native_write_day (&entry, "published", source->published);
      tb_json_object_string (&entry, "url", source->url);
      tb_json_object_members (&entry, source->unknown);
      tb_json_object_close (&entry);
    }
  tb_json_object_close (&table);
}

static void
write_places (TbJsonObject    *root,
              const TbCatalog *catalog)
{
  TbJsonObject table;
  gsize n = tb_catalog_get_n_places (catalog);

  if (n == 0)
    return;

  tb_json_object_key (root, "places");
  tb_json_object_open (&table, root->out, ENTRY_INDENT);
  for (gsize i = 0; i < n; i++)
    {
      const TbPlace *place = tb_catalog_get_place (catalog, i);
      TbJsonObject entry;

      tb_json_object_key (&table, place->id);
      tb_json_object_open (&entry, root->out, TB_JSON_ONE_LINE);
      tb_native_write_text (&entry, "name", &place->name);
      tb_json_object_string (&entry, "parent", place->parent != NULL ? place->parent->id : NULL);
      tb_json_object_members (&entry, place->unknown);
      tb_json_object_close (&entry);
    }
  tb_json_object_close (&table);
}

static void
write_unit (TbJsonObject *entry,
            const TbUnit *unit)
{
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
write_units (TbJsonObject    *root,
             const TbCatalog *catalog)
{
  TbJsonObject table;

  tb_json_object_key (root, "units");
  tb_json_object_open (&table, root->out, ENTRY_INDENT);
  for (gsize i = 0; i < tb_catalog_get_n_units (catalog); i++)
    {
      const TbUnit *unit = tb_catalog_get_unit (catalog, i);
      TbJsonObject entry;

      tb_json_object_key (&table, unit->id);
      tb_json_object_open (&entry, root->out, TB_JSON_ONE_LINE);
      write_unit (&entry, unit);
      tb_json_object_close (&entry);
    }
  tb_json_object_close (&table);
}

static void
write_domains (TbJsonObject    *root,
               const TbCatalog *catalog)
{
  TbJsonObject table;
  gsize n = tb_catalog_get_n_domains (catalog);

  if (n == 0)
    return;

  tb_json_object_key (root, "domains");
  tb_json_object_open (&table, root->out, ENTRY_INDENT);
  for (gsize i = 0; i < n; i++)
    {
      const TbDomain *domain = tb_catalog_get_domain (catalog, i);
      TbJsonObject entry;

      tb_json_object_key (&table, domain->id);
      tb_json_object_open (&entry, root->out, TB_JSON_ONE_LINE);
      tb_native_write_text (&entry, "name", &domain->name);
      tb_json_object_members (&entry, domain->unknown);
      tb_json_object_close (&entry);
    }
  tb_json_object_close (&table);
}

static void
write_dimension (TbJsonObject      *entry,
                 const TbDimension *dimension)
{
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

static void
write_dimensions (TbJsonObject    *root,
                  const TbCatalog *catalog)
{
  TbJsonObject table;
  gsize n = tb_catalog_get_n_dimensions (catalog);

  if (n == 0)
    return;

  tb_json_object_key (root, "dimensions");
  tb_json_object_open (&table, root->out, ENTRY_INDENT);
  for (gsize i = 0; i < n; i++)
    {
      const TbDimension *dimension = tb_catalog_get_dimension (catalog, i);
      TbJsonObject entry;

      tb_json_object_key (&table, dimension->id);
      tb_json_object_open (&entry, root->out, TB_JSON_ONE_LINE);
      write_dimension (&entry, dimension);
      tb_json_object_close (&entry);
    }
  tb_json_object_close (&table);
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
  write_sources (root, catalog);
  write_places (root, catalog);
  write_units (root, catalog);
  write_domains (root, catalog);
  write_dimensions (root, catalog);
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
