/* What a cell of JSON-stat says: its value, and its status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-reader-json-stat.h"
#include "tb-status-text.h"

G_BEGIN_DECLS

/**
 * TbJsonStatCells:
 * @meanings: of status codes that were met, by code
 * @labels: (nullable): of the status codes
 * @first_text: (nullable): in place of a number
 *
 * What holds for the cells of a data set while they are read.
 */
typedef struct
{
  TbJsonStat        *stat;
  GHashTable        *meanings;
  const TbJsonValue *labels;
  TbProvider         provider;
  char              *first_text;
  guint              n_texts;
} TbJsonStatCells;

void     tb_json_stat_cells_init   (TbJsonStatCells   *self,
                                    TbJsonStat        *stat);
void     tb_json_stat_cells_clear  (TbJsonStatCells   *self);
/* @value and @status are nullable. FALSE: reported. */
gboolean tb_json_stat_cells_read   (TbJsonStatCells   *self,
                                    const TbJsonValue *value,
                                    const TbJsonValue *status,
                                    TbCubeCell        *cell);
/* Tells of the texts in place of numbers, at @value. */
void     tb_json_stat_cells_report (TbJsonStatCells   *self,
                                    const TbJsonValue *value);

G_END_DECLS
