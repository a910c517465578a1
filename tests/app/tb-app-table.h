/* Tables that tests compare, and what they look for in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-copy.h"
#include "tb-comparison-order.h"

G_BEGIN_DECLS

/* Three levels at the ends of 2020 and 2021; the second has none of 2021. */
extern const char *const tb_app_table_sorting;
/* Of two rows only the first can be compared; a year and a half-year never. */
extern const char *const tb_app_table_refused;

/* Of all figures of a dataset. */
TbComparison *tb_app_table_compare      (const char                *text,
                                         const TbComparisonOptions *options) G_GNUC_WARN_UNUSED_RESULT;
/* The rows as they come, a digit each. */
char         *tb_app_table_dup_order    (const TbComparison        *comparison,
                                         int                        column,
                                         gboolean                   descending,
                                         const char                *words) G_GNUC_WARN_UNUSED_RESULT;
/* Of the figures of a year. */
gsize         tb_app_table_find_year    (const TbComparison        *comparison,
                                         int                        year);
/* The first of that kind. */
gsize         tb_app_table_find_column  (const TbComparison        *comparison,
                                         TbColumnKind               kind);
TbCopiedCells tb_app_table_choose_cells (const TbComparison        *comparison,
                                         const gsize               *rows,
                                         gsize                      n_rows,
                                         const gsize               *columns,
                                         gsize                      n_columns);

G_END_DECLS
