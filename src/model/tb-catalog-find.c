/* What a catalog has, by id and in the order of the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-catalog-private.h"

static gconstpointer
find (const TbCatalog *self,
      TbCatalogKind    kind,
      const char      *id)
{
  return g_hash_table_lookup (self->tables[kind].by_id, id);
}

static gconstpointer
get (const TbCatalog *self,
     TbCatalogKind    kind,
     gsize            i)
{
  g_return_val_if_fail (i < self->tables[kind].entries->len, NULL);

  return g_ptr_array_index (self->tables[kind].entries, i);
}

static gsize
index_of (const TbCatalog *self,
          TbCatalogKind    kind,
          gconstpointer    entry)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->tables[kind].indices, entry));
}

/**
 * tb_catalog_find_unit:
 * @self: a catalog
 * @id: the id of a unit
 *
 * Returns: (transfer none) (nullable): it; %NULL where there is none of that id
 */
const TbUnit *
tb_catalog_find_unit (const TbCatalog *self,
                      const char      *id)
{
  return find (self, TB_CATALOG_UNITS, id);
}

/**
 * tb_catalog_find_place:
 * @self: a catalog
 * @id: the id of a place
 *
 * Returns: (transfer none) (nullable): it; %NULL where there is none of that id
 */
const TbPlace *
tb_catalog_find_place (const TbCatalog *self,
                       const char      *id)
{
  return find (self, TB_CATALOG_PLACES, id);
}

/**
 * tb_catalog_find_source:
 * @self: a catalog
 * @id: the id of a source
 *
 * Returns: (transfer none) (nullable): it; %NULL where there is none of that id
 */
const TbSource *
tb_catalog_find_source (const TbCatalog *self,
                        const char      *id)
{
  return find (self, TB_CATALOG_SOURCES, id);
}

/**
 * tb_catalog_find_domain:
 * @self: a catalog
 * @id: the id of a domain
 *
 * Returns: (transfer none) (nullable): it; %NULL where there is none of that id
 */
const TbDomain *
tb_catalog_find_domain (const TbCatalog *self,
                        const char      *id)
{
  return find (self, TB_CATALOG_DOMAINS, id);
}

/**
 * tb_catalog_find_dimension:
 * @self: a catalog
 * @id: the id of a dimension of breakdowns
 *
 * Returns: (transfer none) (nullable): it; %NULL where there is none of that id
 */
const TbDimension *
tb_catalog_find_dimension (const TbCatalog *self,
                           const char      *id)
{
  return find (self, TB_CATALOG_DIMENSIONS, id);
}

/**
 * tb_catalog_find_category:
 * @self: a catalog
 * @dimension: a dimension of breakdowns
 * @id: one of its values
 *
 * Returns: (transfer none) (nullable): what it is called; %NULL where the file has no words
 *   for it
 */
const TbCategory *
tb_catalog_find_category (const TbCatalog *self,
                          const char      *dimension,
                          const char      *id)
{
  g_autofree char *key = NULL;

  if (self->tables[TB_CATALOG_CATEGORIES].entries->len == 0)
    return NULL;

  key = g_strconcat (dimension, TB_CATALOG_KEY_SEPARATOR, id, NULL);
  return find (self, TB_CATALOG_CATEGORIES, key);
}

/**
 * tb_catalog_find_indicator:
 * @self: a catalog
 * @id: the id of an indicator
 *
 * Returns: (transfer none) (nullable): it; %NULL where there is none of that id
 */
const TbIndicator *
tb_catalog_find_indicator (const TbCatalog *self,
                           const char      *id)
{
  return find (self, TB_CATALOG_INDICATORS, id);
}

/**
 * tb_catalog_get_n_units:
 * @self: a catalog
 *
 * Returns: how many units it has
 */
gsize
tb_catalog_get_n_units (const TbCatalog *self)
{
  return self->tables[TB_CATALOG_UNITS].entries->len;
}

/**
 * tb_catalog_get_n_places:
 * @self: a catalog
 *
 * Returns: how many places it has
 */
gsize
tb_catalog_get_n_places (const TbCatalog *self)
{
  return self->tables[TB_CATALOG_PLACES].entries->len;
}

/**
 * tb_catalog_get_n_sources:
 * @self: a catalog
 *
 * Returns: how many sources it has
 */
gsize
tb_catalog_get_n_sources (const TbCatalog *self)
{
  return self->tables[TB_CATALOG_SOURCES].entries->len;
}

/**
 * tb_catalog_get_n_domains:
 * @self: a catalog
 *
 * Returns: how many domains it has
 */
gsize
tb_catalog_get_n_domains (const TbCatalog *self)
{
  return self->tables[TB_CATALOG_DOMAINS].entries->len;
}

/**
 * tb_catalog_get_n_dimensions:
 * @self: a catalog
 *
 * Returns: how many dimensions it has
 */
gsize
tb_catalog_get_n_dimensions (const TbCatalog *self)
{
  return self->tables[TB_CATALOG_DIMENSIONS].entries->len;
}

/**
 * tb_catalog_get_n_indicators:
 * @self: a catalog
 *
 * Returns: how many indicators it has
 */
gsize
tb_catalog_get_n_indicators (const TbCatalog *self)
{
  return self->tables[TB_CATALOG_INDICATORS].entries->len;
}

/**
 * tb_catalog_get_unit:
 * @self: a catalog
 * @i: which, in the order of the file
 *
 * Returns: (transfer none): a unit
 */
const TbUnit *
tb_catalog_get_unit (const TbCatalog *self,
                     gsize            i)
{
  return get (self, TB_CATALOG_UNITS, i);
}

/**
 * tb_catalog_get_place:
 * @self: a catalog
 * @i: which, in the order of the file
 *
 * Returns: (transfer none): a place
 */
const TbPlace *
tb_catalog_get_place (const TbCatalog *self,
                      gsize            i)
{
  return get (self, TB_CATALOG_PLACES, i);
}

/**
 * tb_catalog_get_source:
 * @self: a catalog
 * @i: which, in the order of the file
 *
 * Returns: (transfer none): a source
 */
const TbSource *
tb_catalog_get_source (const TbCatalog *self,
                       gsize            i)
{
  return get (self, TB_CATALOG_SOURCES, i);
}

/**
 * tb_catalog_get_domain:
 * @self: a catalog
 * @i: which, in the order of the file
 *
 * Returns: (transfer none): a domain
 */
const TbDomain *
tb_catalog_get_domain (const TbCatalog *self,
                       gsize            i)
{
  return get (self, TB_CATALOG_DOMAINS, i);
}

/**
 * tb_catalog_get_dimension:
 * @self: a catalog
 * @i: which, in the order of the file
 *
 * Returns: (transfer none): a dimension of breakdowns
 */
const TbDimension *
tb_catalog_get_dimension (const TbCatalog *self,
                          gsize            i)
{
  return get (self, TB_CATALOG_DIMENSIONS, i);
}

/**
 * tb_catalog_get_indicator:
 * @self: a catalog
 * @i: which, in the order of the file
 *
 * Returns: (transfer none): an indicator
 */
const TbIndicator *
tb_catalog_get_indicator (const TbCatalog *self,
                          gsize            i)
{
  return get (self, TB_CATALOG_INDICATORS, i);
}

/**
 * tb_catalog_index_of_source:
 * @self: a catalog
 * @source: one of its sources
 *
 * Returns: which it is, as tb_catalog_get_source() counts
 */
gsize
tb_catalog_index_of_source (const TbCatalog *self,
                            const TbSource  *source)
{
  return index_of (self, TB_CATALOG_SOURCES, source);
}

/**
 * tb_catalog_index_of_indicator:
 * @self: a catalog
 * @indicator: one of its indicators
 *
 * Returns: which it is, as tb_catalog_get_indicator() counts
 */
gsize
tb_catalog_index_of_indicator (const TbCatalog   *self,
                               const TbIndicator *indicator)
{
  return index_of (self, TB_CATALOG_INDICATORS, indicator);
}
