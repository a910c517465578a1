/* The widget of the comparison table.
 *
 * GtkColumnView keeps about 200 rows with a cell for each column, in sight or not:
 * with forty periods that is half a second and 350 MB. Here there are widgets for
 * what is in sight only. They are real ones, with roles, names and focus of their
 * own, so that screen readers read them as any other. Names and units stay when the
 * table is scrolled sideways.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-look.h"
#include "tb-comparison-order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TB_TYPE_COMPARISON_GRID (tb_comparison_grid_get_type ())
G_DECLARE_FINAL_TYPE (TbComparisonGrid, tb_comparison_grid, TB, COMPARISON_GRID, GtkWidget)

/* Positions as shown, both ends included. */
typedef struct
{
  guint first_row, last_row;
  guint first_column, last_column;
} TbGridRange;

/* Signals: "cursor-changed" () when another cell has the cursor; "sort-requested"
 * (char *key, gboolean descending): %NULL for the table's own order; "changed" ()
 * when columns are hidden or shown. */

/* All of them NULL: nothing. */
void                 tb_comparison_grid_set_table      (TbComparisonGrid    *self,
                                                        TbComparison        *comparison,
                                                        TbSurvey            *survey,
                                                        TbComparisonOrder   *order,
                                                        TbLanguage           language);
/* The rows in another order; @sort_key: (nullable): of the column they are sorted by. */
void                 tb_comparison_grid_set_order      (TbComparisonGrid    *self,
                                                        TbComparisonOrder   *order,
                                                        const char          *sort_key,
                                                        gboolean             descending);
const TbShownTable  *tb_comparison_grid_get_table      (TbComparisonGrid    *self);
TbComparisonOrder   *tb_comparison_grid_get_order      (TbComparisonGrid    *self);
/* All columns, hidden ones too; NULL without a table. */
GPtrArray           *tb_comparison_grid_get_columns    (TbComparisonGrid    *self);
void                 tb_comparison_grid_set_hidden     (TbComparisonGrid    *self,
                                                        const char          *key,
                                                        gboolean             hidden);
/* @keys: (array zero-terminated=1): laid out once. */
void                 tb_comparison_grid_set_several_hidden (TbComparisonGrid  *self,
                                                        const char *const   *keys,
                                                        gboolean             hidden);
guint                tb_comparison_grid_get_n_shown    (TbComparisonGrid    *self);
const TbShownColumn *tb_comparison_grid_get_shown      (TbComparisonGrid    *self,
                                                        guint                position);

/* The cell with the cursor; row −1: the header. FALSE: no cell has been gone to. */
gboolean             tb_comparison_grid_get_cursor     (TbComparisonGrid    *self,
                                                        int                 *out_row,
                                                        guint               *out_column);
/* @extend: from where the selection began; else that is all that is selected. */
void                 tb_comparison_grid_move_cursor    (TbComparisonGrid    *self,
                                                        int                  row,
                                                        guint                column,
                                                        gboolean             extend);
void                 tb_comparison_grid_select_row     (TbComparisonGrid    *self,
                                                        guint                row,
                                                        gboolean             extend);
void                 tb_comparison_grid_select_all     (TbComparisonGrid    *self);
/* FALSE where no cell is selected. */
gboolean             tb_comparison_grid_get_selected   (TbComparisonGrid    *self,
                                                        TbGridRange         *out_range);

G_END_DECLS
