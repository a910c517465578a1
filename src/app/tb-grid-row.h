/* A row of the comparison table, with cells for the columns in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-grid-cell.h"
#include "tb-grid-geometry.h"

G_BEGIN_DECLS

#define TB_TYPE_GRID_ROW (tb_grid_row_get_type ())
G_DECLARE_FINAL_TYPE (TbGridRow, tb_grid_row, TB, GRID_ROW, GtkWidget)

/* Positions of shown columns: those that stay, a range, and one that has the focus. */
typedef struct
{
  guint n_frozen;
  guint from, to;
  int   kept;      /* −1: none */
} TbGridSpan;

gboolean   tb_grid_span_contains   (const TbGridSpan     *self,
                                    guint                 position);

/* @geometry has to outlive the row. */
GtkWidget *tb_grid_row_new         (const TbGridGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
/* Shows a row of the comparison; cells that show it already stay as they are. TRUE:
 * a column has grown. */
gboolean   tb_grid_row_bind        (TbGridRow            *self,
                                    const TbShownTable   *table,
                                    const TbGridSpan     *span,
                                    gsize                 row,
                                    guint                 position);
/* As another table, or other columns are shown. */
void       tb_grid_row_forget      (TbGridRow            *self);
guint      tb_grid_row_get_position (TbGridRow           *self);
/* NULL where the column is out of sight. */
TbGridCell *tb_grid_row_get_cell   (TbGridRow            *self,
                                    guint                 column_position);
void       tb_grid_row_finish      (TbGridRow            *self,
                                    const TbShownTable   *table);
/* FALSE: some cell waits for tb_grid_row_finish(). */
gboolean   tb_grid_row_is_finished (TbGridRow            *self);
/* Cells from one position to another, both included; from > to: none. */
void       tb_grid_row_select      (TbGridRow            *self,
                                    int                   from,
                                    int                   to);

G_END_DECLS
