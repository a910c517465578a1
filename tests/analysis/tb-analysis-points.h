/* Transformations for the tests, and their points as one line of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-analysis-data.h"
#include "tb-transform.h"

G_BEGIN_DECLS

/* Steps by name, with blanks between: "discrete percent-on-year"; arguments behind
 * a colon: "index:2020", "moving-average:3", "annual:so-far". The first series
 * of the dataset; @other is for steps that need one. */
TbDerived *tb_analysis_apply        (TbDataset  *dataset,
                                     const char *steps,
                                     TbSeries   *other,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* The points with a blank between: "2021-Q1=100", "2021-Q2=>21", "2021-Q3=[30,40]",
 * "2021-Q4=~45", with "!R15" behind a warning, "2022-Q1:F-2" where there is none. Numbers have up to
 * four decimals. */
char      *tb_analysis_dup_points   (const TbDerived *derived) G_GNUC_WARN_UNUSED_RESULT;
void       tb_analysis_assert_points (const TbDerived *derived,
                                     const char *expected);
/* The series of a dataset of their own. */
TbSeries  *tb_analysis_take_over    (TbDerived       *derived,
                                     const TbDataset *from) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
