/* A catalog's tables, which are filled in one file and looked up in another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-catalog.h"

G_BEGIN_DECLS

/* Entries of one kind: in order, by id, and their place in the order. All
 * entries begin with their id, and belong to the pool. */
typedef struct
{
  GPtrArray  *entries;
  GHashTable *by_id;
  GHashTable *indices;
} TbCatalogTable;

typedef enum
{
  TB_CATALOG_UNITS,
  TB_CATALOG_PLACES,
  TB_CATALOG_SOURCES,
  TB_CATALOG_DOMAINS,
  TB_CATALOG_DIMENSIONS,
  TB_CATALOG_CATEGORIES,
  TB_CATALOG_INDICATORS,
  TB_N_CATALOG_TABLES,
} TbCatalogKind;

/* Stands in the key of a category between the id of its dimension and its own, in
 * which control characters are rare; a key that is taken all the same has one name. */
#define TB_CATALOG_KEY_SEPARATOR "\x1F"

struct _TbCatalog
{
  gatomicrefcount ref_count;
  TbPool         *pool;
  TbCatalogTable  tables[TB_N_CATALOG_TABLES];
};

G_END_DECLS
