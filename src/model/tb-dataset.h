/* A dataset: a catalog and its series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-catalog.h"
#include "tb-series.h"

G_BEGIN_DECLS

typedef struct
{
  const char *format;          /* "dataset/1" */
  TbText      title;
  TbText      description;
  TbText      publisher;
  const char *licence;         /* nullable */
  TbDay       updated;         /* 0 where not given */
  guint16     year_start;      /* month × 100 + day */
  const char *unknown;         /* members that are not ours, as JSON text */
} TbDatasetInfo;

/* Takes references of @series. Immutable and atomically ref-counted. */
TbDataset           *tb_dataset_new              (const TbDatasetInfo *info,
                                                  TbCatalog           *catalog,
                                                  TbSeries           **series,
                                                  gsize                n_series) G_GNUC_WARN_UNUSED_RESULT;
TbDataset           *tb_dataset_ref              (TbDataset           *self);
void                 tb_dataset_unref            (TbDataset           *self);
const TbDatasetInfo *tb_dataset_get_info         (const TbDataset     *self);
TbCatalog           *tb_dataset_get_catalog      (const TbDataset     *self);
gsize                tb_dataset_get_n_series     (const TbDataset     *self);
TbSeries            *tb_dataset_get_series       (const TbDataset     *self,
                                                  gsize                i);
/* The series of an indicator, in file order. (transfer none) (array length=out_n) */
TbSeries *const     *tb_dataset_get_series_of    (const TbDataset     *self,
                                                  const TbIndicator   *indicator,
                                                  gsize               *out_n);
/* All rows, confirmations and conflicts counted. */
gsize                tb_dataset_get_n_observations (const TbDataset   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbDataset, tb_dataset_unref)

G_END_DECLS
