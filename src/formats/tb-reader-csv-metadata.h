/* What stands beside the figures of a chart of Our World in Data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-table.h"

G_BEGIN_DECLS

/* Fills the hints of the columns, title and source from NAME.metadata.json beside NAME.csv, where the
 * columns are those of a chart: Entity, Code, Year or Day. No such file is no problem. */
void tb_csv_metadata_take (const TbReaderInput *input,
                           TbTable             *table);

G_END_DECLS
