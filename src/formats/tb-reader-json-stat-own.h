/* The cells of a JSON-stat file that this program wrote, as it has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-reader-json-stat.h"

G_BEGIN_DECLS

/**
 * TbJsonStatOwnCells:
 * @numbers: (nullable): of sparse cells, const char * by guint64
 * @dense: (nullable): of all cells; %NULL for null
 * @statuses: const char * by guint64
 * @periods: (nullable): ids of the categories of the last dimension
 *
 * One data set as cells. Texts are of the pool.
 */
typedef struct
{
  guint64      n_cells;
  GHashTable  *numbers;
  const char **dense;
  GHashTable  *statuses;
  GPtrArray   *periods;
} TbJsonStatOwnCells;

TbJsonStatOwnCells *tb_json_stat_own_cells_new         (TbPool                   *pool,
                                                        const TbJsonValue        *dataset) G_GNUC_WARN_UNUSED_RESULT;
void                tb_json_stat_own_cells_free        (gpointer                  data);
const char         *tb_json_stat_own_cells_find_number (const TbJsonStatOwnCells *cells,
                                                        guint64                   position);
gboolean            tb_json_stat_own_count_cells       (const TbJsonValue        *dataset,
                                                        guint64                  *out_n);

G_END_DECLS
