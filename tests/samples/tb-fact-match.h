/* Whether an observation of the sample says what a row of the table says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-facts.h"
#include "tb-series.h"

G_BEGIN_DECLS

/* The field that differs first, NULL where all agree. @renames has the rows of
 * qingdao-renamed.csv by indicator id. */
const char *tb_fact_find_difference (const char *const   *row,
                                     GHashTable          *renames,
                                     const TbSeriesInfo  *series,
                                     const TbObservation *observation);

G_END_DECLS
