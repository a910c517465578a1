/* Datasets for the tests of the analysis, written as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-test-datasets.h"

G_BEGIN_DECLS

/* One indicator, "things" (台/units): @unit and @indicator are members of their
 * objects, @series one or more series objects without the braces of the first. */
TbDataset *tb_analysis_data_series (const char *unit,
                                    const char *indicator,
                                    const char *series) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
