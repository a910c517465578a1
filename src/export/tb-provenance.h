/* Where the figures of a chart come from, for the file's own record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export.h"

G_BEGIN_DECLS

/* NULL: not known, or nothing to say. */
typedef struct
{
  char   *author;     /* publisher of the data */
  char   *subject;    /* title of the data */
  char   *keywords;   /* indicators */
  char   *vintage;    /* the day whose knowledge the figures are: 2021-08-16 */
  char   *formulas;   /* what was computed, with formulas */
  gint64  created;    /* of the data, Unix seconds; 0: not told */
} TbProvenance;

void  tb_provenance_init  (TbProvenance      *self,
                           const TbChartSpec *spec,
                           const TbSelection *selection,
                           const TbDataset   *dataset);
void  tb_provenance_clear (TbProvenance      *self);
/* What options leave open is filled in; the strings stay those of @self. */
void  tb_provenance_fill  (const TbProvenance *self,
                           TbExportOptions    *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbProvenance, tb_provenance_clear)

G_END_DECLS
