/* What the parts of the reader of JSON-stat share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-field.h"

G_BEGIN_DECLS

/* Who publishes it, as far as that decides how its status codes are read. */
typedef enum
{
  TB_JSON_STAT_EUROSTAT,
  TB_JSON_STAT_PXWEB,
  TB_JSON_STAT_OTHER,
} TbJsonStatSource;

/**
 * TbJsonStatDimension:
 * @id: of the pool
 * @object: what the data set says about it
 * @size: how many categories
 * @role: %TB_COLUMN_ROLE_UNSAID where the file does not say it
 */
typedef struct
{
  const char        *id;
  const TbJsonValue *object;
  guint32            size;
  TbColumnRole       role;
} TbJsonStatDimension;

/**
 * TbJsonStat:
 * @root: the data set
 * @name: (nullable): its key in a bundle
 * @dimension: its member of that name
 * @dimensions: of #TbJsonStatDimension, in the order of the cells
 * @n_cells: the product of their sizes
 *
 * One data set while it is read.
 */
typedef struct
{
  const TbReaderInput *input;
  const TbJsonValue   *root;
  const char          *name;
  const TbJsonValue   *dimension;
  TbCube              *cube;
  TbPool              *pool;
  GArray              *dimensions;
  guint64              n_cells;
} TbJsonStat;

/* A member of an object that stands at a position: the value there, or the id of what is. */
typedef struct
{
  guint64            position;
  const TbJsonValue *value;
} TbJsonStatEntry;

TbDataset         *tb_json_stat_read_dataset    (const TbReaderInput *input,
                                                 const TbJsonValue   *root,
                                                 const char          *name) G_GNUC_WARN_UNUSED_RESULT;

/* FALSE: reported. */
gboolean           tb_json_stat_read_shape      (TbJsonStat          *self);
gboolean           tb_json_stat_add_categories  (TbJsonStat          *self,
                                                 guint                dimension);
/* @codes: index + 1 of each category by its id, of the pool. */
void               tb_json_stat_read_details    (TbJsonStat          *self,
                                                 guint                dimension,
                                                 GHashTable          *codes);
gboolean           tb_json_stat_read_values     (TbJsonStat          *self);

const TbJsonStatDimension *
                   tb_json_stat_get_dimension   (const TbJsonStat    *self,
                                                 guint                i);

/* A string, or the strings of an array, a line each; of the pool. */
const char        *tb_json_stat_get_lines       (TbPool              *pool,
                                                 const TbJsonValue   *value);
gboolean           tb_json_stat_get_integer     (const TbJsonValue   *value,
                                                 guint64             *out_integer);
/* For g_array_sort(). */
int                tb_json_stat_compare_entries (gconstpointer        a,
                                                 gconstpointer        b);
TbJsonStatSource   tb_json_stat_get_source      (const TbJsonStat    *self);

/* A file that this program wrote says in `extension.tongbi` what JSON-stat cannot. */
gboolean           tb_json_stat_is_own          (const TbJsonValue   *root);
TbDataset         *tb_json_stat_read_own        (const TbReaderInput *input,
                                                 const TbJsonValue   *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
