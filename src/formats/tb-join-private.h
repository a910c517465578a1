/* What the parts of joining share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-join.h"

G_BEGIN_DECLS

/* One joining. Strings of the datasets stay where they are: the new pool keeps theirs. */
typedef struct
{
  TbDataset *const   *datasets;
  const char *const  *names;
  gsize               n;
  TbProblems         *problems;
  GCancellable       *cancellable; /* nullable */
  TbPool             *pool;
  TbCatalog          *catalog;
  TbDatasetInfo       info;
  GHashTable         *entries;   /* an entry of a dataset's catalog, to its entry in @catalog */
  GHashTable         *origins;   /* an entry in @catalog, to the name of the file that it came from first */
  GHashTable         *unsourced; /* a dataset, to the source of its figures that name none */
} TbJoin;

gpointer  tb_join_get          (const TbJoin      *self,
                                gconstpointer      entry);
gboolean  tb_join_catalogs     (TbJoin            *self);

/* What differs between an entry of the joined catalog and one of a dataset, in words
 * to be translated; NULL where they are defined alike. */
const char *tb_join_compare_units      (const TbJoin *self, gconstpointer entry, gconstpointer other);
const char *tb_join_compare_places     (const TbJoin *self, gconstpointer entry, gconstpointer other);
const char *tb_join_compare_domains    (const TbJoin *self, gconstpointer entry, gconstpointer other);
const char *tb_join_compare_sources    (const TbJoin *self, gconstpointer entry, gconstpointer other);
const char *tb_join_compare_indicators (const TbJoin *self, gconstpointer entry, gconstpointer other);

/* NULL: reported, or cancelled. (element-type TbSeries) */
GPtrArray *tb_join_series      (TbJoin            *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
