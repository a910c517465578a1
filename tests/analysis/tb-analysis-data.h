/* Datasets for the tests of the analysis, written as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-test-datasets.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

/* One indicator, "things" (台/units): @unit and @indicator are members of their
 * objects, @series one or more series objects without the braces of the first. */
TbDataset *tb_analysis_data_series (const char *unit,
                                    const char *indicator,
                                    const char *series) G_GNUC_WARN_UNUSED_RESULT;
/* @expected: NaN: there is none. */
void       tb_analysis_assert_number  (double           actual,
                                       double           expected);
/* @expected: nullable: any text that is not empty. */
void       tb_analysis_assert_verdict (const TbVerdict *verdict,
                                       TbFigure         base,
                                       TbFigure         current,
                                       TbLanguage       language,
                                       const char      *expected);

G_END_DECLS
