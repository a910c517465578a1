/* The rows of a comparison table, made when they are looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TB_TYPE_COMPARISON_ROW (tb_comparison_row_get_type ())
G_DECLARE_FINAL_TYPE (TbComparisonRow, tb_comparison_row, TB, COMPARISON_ROW, GObject)

TbComparison *tb_comparison_row_get_comparison (TbComparisonRow *self);
gsize         tb_comparison_row_get_row        (TbComparisonRow *self);

#define TB_TYPE_COMPARISON_MODEL (tb_comparison_model_get_type ())
G_DECLARE_FINAL_TYPE (TbComparisonModel, tb_comparison_model, TB, COMPARISON_MODEL, GObject)

/* No column: the table's own order. */
#define TB_COMPARISON_UNSORTED -1
/* By the rows' names. */
#define TB_COMPARISON_BY_NAME -2

TbComparisonModel *tb_comparison_model_new            (TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
void               tb_comparison_model_set_comparison (TbComparisonModel *self,
                                                       TbComparison      *comparison);
TbComparison      *tb_comparison_model_get_comparison (TbComparisonModel *self);
void               tb_comparison_model_sort           (TbComparisonModel *self,
                                                       int                column,
                                                       gboolean           descending);
/* The row of the comparison that is shown at a position. */
gsize              tb_comparison_model_get_row        (TbComparisonModel *self,
                                                       guint              position);

G_END_DECLS
