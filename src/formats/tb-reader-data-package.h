/* What the parts of the reader of data packages share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-csv-table.h"
#include "tb-table.h"

G_BEGIN_DECLS

/**
 * TbPackage:
 * @input: datapackage.json
 * @pool: for texts that live as long as the reading
 * @documents: (element-type TbJsonDocument): of schemas and dialects in files of their own
 * @n_resources: how many it names
 *
 * A package while it is read.
 */
typedef struct
{
  const TbReaderInput *input;
  const TbJsonValue   *root;
  TbPool              *pool;
  GPtrArray           *documents;
  gsize                n_resources;
} TbPackage;

/**
 * TbResource:
 * @name: by which it is told of
 * @fields: (nullable): of its schema
 *
 * One resource of a package while it is read.
 */
typedef struct
{
  TbPackage         *package;
  const TbJsonValue *value;
  const TbJsonValue *schema;
  const TbJsonValue *fields;
  const char        *name;
} TbResource;

/* NULL: reported as a warning, or cancelled. */
TbDataset  *tb_resource_read          (TbPackage          *package,
                                       const TbJsonValue  *value,
                                       gsize               i) G_GNUC_WARN_UNUSED_RESULT;
/* A member that is an object, or the name of a file that holds it; NULL where it is neither. */
const TbJsonValue *tb_package_find_object (TbPackage      *package,
                                       const TbJsonValue  *object,
                                       const char         *key);
void        tb_package_warn           (const TbPackage    *package,
                                       const TbJsonValue  *value,
                                       const char         *format,
                                       ...) G_GNUC_PRINTF (3, 4);

gboolean    tb_resource_take_dialect  (const TbResource   *self,
                                       TbSeparatedDialect *out_dialect,
                                       TbCsvTableOptions  *options);
/* Fills the hints of a table's columns, and what it says of itself. @user_data is a TbResource. */
void        tb_resource_describe      (gpointer            user_data,
                                       TbTable            *table);
/* (transfer container) (array zero-terminated=1): the names of the fields; NULL without a schema. */
const char **tb_resource_list_names   (const TbResource   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
