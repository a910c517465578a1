/* What a dataset's figures refer to: units, places, sources, domains, dimensions, indicators.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-catalog-private.h"

/* Chains of a file are short; a longer one is a ring. */
#define MAX_CHAIN 32

static const gsize entry_sizes[TB_N_CATALOG_TABLES] = {
  [TB_CATALOG_UNITS] = sizeof (TbUnit),
  [TB_CATALOG_PLACES] = sizeof (TbPlace),
  [TB_CATALOG_SOURCES] = sizeof (TbSource),
  [TB_CATALOG_DOMAINS] = sizeof (TbDomain),
  [TB_CATALOG_DIMENSIONS] = sizeof (TbDimension),
  [TB_CATALOG_CATEGORIES] = sizeof (TbCategory),
  [TB_CATALOG_INDICATORS] = sizeof (TbIndicator),
};

/**
 * tb_catalog_new:
 * @pool: where its strings are kept
 *
 * Makes an empty catalog. One thread fills it; after that any may read it.
 *
 * Returns: (transfer full): the catalog
 */
TbCatalog *
tb_catalog_new (TbPool *pool)
{
  TbCatalog *self = g_new0 (TbCatalog, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pool = tb_pool_ref (pool);
  for (int i = 0; i < TB_N_CATALOG_TABLES; i++)
    {
      self->tables[i].entries = g_ptr_array_new ();
      self->tables[i].by_id = g_hash_table_new (g_str_hash, g_str_equal);
      self->tables[i].indices = g_hash_table_new (NULL, NULL);
    }

  return self;
}

/**
 * tb_catalog_ref:
 * @self: a catalog
 *
 * Returns: (transfer full): the same catalog. Thread: any.
 */
TbCatalog *
tb_catalog_ref (TbCatalog *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_catalog_unref:
 * @self: (transfer full): a catalog
 *
 * Gives a reference back. Thread: any.
 */
void
tb_catalog_unref (TbCatalog *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (int i = 0; i < TB_N_CATALOG_TABLES; i++)
    {
      g_ptr_array_unref (self->tables[i].entries);
      g_hash_table_unref (self->tables[i].by_id);
      g_hash_table_unref (self->tables[i].indices);
    }
  tb_pool_unref (self->pool);
  g_free (self);
}

static gpointer
add (TbCatalog     *self,
     TbCatalogKind  kind,
     const char    *id)
{
  TbCatalogTable *table = &self->tables[kind];
  const char **entry;

  if (g_hash_table_contains (table->by_id, id))
    return NULL;

  entry = tb_pool_alloc0 (self->pool, entry_sizes[kind]);
  *entry = tb_pool_intern (self->pool, id);
  g_hash_table_insert (table->indices, entry, GUINT_TO_POINTER (table->entries->len));
  g_hash_table_insert (table->by_id, (gpointer) *entry, entry);
  g_ptr_array_add (table->entries, entry);

  return entry;
}

/**
 * tb_catalog_add_unit:
 * @self: a catalog that is being filled
 * @id: its id
 *
 * Returns: (transfer none) (nullable): the unit, to be filled in; %NULL where the id is taken
 */
TbUnit *
tb_catalog_add_unit (TbCatalog  *self,
                     const char *id)
{
  TbUnit *unit = add (self, TB_CATALOG_UNITS, id);

  if (unit != NULL)
    unit->factor = TB_DECIMAL_ONE;

  return unit;
}

/**
 * tb_catalog_add_place:
 * @self: a catalog that is being filled
 * @id: its id
 *
 * Returns: (transfer none) (nullable): the place, to be filled in; %NULL where the id is taken
 */
TbPlace *
tb_catalog_add_place (TbCatalog  *self,
                      const char *id)
{
  return add (self, TB_CATALOG_PLACES, id);
}

/**
 * tb_catalog_add_source:
 * @self: a catalog that is being filled
 * @id: its id
 *
 * Returns: (transfer none) (nullable): the source, to be filled in; %NULL where the id is taken
 */
TbSource *
tb_catalog_add_source (TbCatalog  *self,
                       const char *id)
{
  return add (self, TB_CATALOG_SOURCES, id);
}

/**
 * tb_catalog_add_domain:
 * @self: a catalog that is being filled
 * @id: its id
 *
 * Returns: (transfer none) (nullable): the domain, to be filled in; %NULL where the id is taken
 */
TbDomain *
tb_catalog_add_domain (TbCatalog  *self,
                       const char *id)
{
  return add (self, TB_CATALOG_DOMAINS, id);
}

/**
 * tb_catalog_add_dimension:
 * @self: a catalog that is being filled
 * @id: its id, as in breakdowns
 *
 * Returns: (transfer none) (nullable): the dimension, to be filled in; %NULL where the id is taken
 */
TbDimension *
tb_catalog_add_dimension (TbCatalog  *self,
                          const char *id)
{
  return add (self, TB_CATALOG_DIMENSIONS, id);
}

/**
 * tb_catalog_add_category:
 * @self: a catalog that is being filled
 * @dimension: a dimension of it
 * @id: the category's id, as in breakdowns
 *
 * Returns: (transfer none) (nullable): the category, to be filled in; %NULL where the id is taken
 */
TbCategory *
tb_catalog_add_category (TbCatalog   *self,
                         TbDimension *dimension,
                         const char  *id)
{
  g_autofree char *key = g_strconcat (dimension->id, TB_CATALOG_KEY_SEPARATOR, id, NULL);
  TbCategory *category = add (self, TB_CATALOG_CATEGORIES, key);

  if (category == NULL)
    return NULL;

  category->id = tb_pool_intern (self->pool, id);
  category->dimension = dimension;
  if (dimension->last != NULL)
    dimension->last->next = category;
  else
    dimension->first = category;
  dimension->last = category;

  return category;
}

/**
 * tb_catalog_add_indicator:
 * @self: a catalog that is being filled
 * @id: its id
 *
 * Returns: (transfer none) (nullable): the indicator, to be filled in; %NULL where the id is taken
 */
TbIndicator *
tb_catalog_add_indicator (TbCatalog  *self,
                          const char *id)
{
  TbIndicator *indicator = add (self, TB_CATALOG_INDICATORS, id);

  if (indicator != NULL)
    indicator->decimals = -1;

  return indicator;
}

/**
 * tb_catalog_get_pool:
 * @self: a catalog
 *
 * Returns: (transfer none): the pool of its strings
 */
TbPool *
tb_catalog_get_pool (const TbCatalog *self)
{
  return self->pool;
}

/**
 * tb_indicator_is_within:
 * @self: an indicator
 * @whole: another
 *
 * Returns: whether @self is declared a part of @whole (`part_of`), or of one of its parts
 */
gboolean
tb_indicator_is_within (const TbIndicator *self,
                        const TbIndicator *whole)
{
  for (int i = 0; i < MAX_CHAIN && self->part_of != NULL; i++)
    {
      self = self->part_of;
      if (self == whole)
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_place_is_within:
 * @self: (nullable): a place
 * @whole: (nullable): another
 *
 * Returns: whether @self lies in @whole by its `parent`, or that one's
 */
gboolean
tb_place_is_within (const TbPlace *self,
                    const TbPlace *whole)
{
  if (self == NULL || whole == NULL)
    return FALSE;
  for (int i = 0; i < MAX_CHAIN && self->parent != NULL; i++)
    {
      self = self->parent;
      if (self == whole)
        return TRUE;
    }

  return FALSE;
}
