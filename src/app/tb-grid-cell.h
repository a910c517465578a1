/* A cell of the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Left and right of what stands in a cell. */
#define TB_GRID_PAD_PX 10

#define TB_TYPE_GRID_CELL (tb_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (TbGridCell, tb_grid_cell, TB, GRID_CELL, GtkWidget)

GtkWidget           *tb_grid_cell_new           (void) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE: the text needs more room than the column has, which has grown. @row: of the
 * comparison; @position: as shown. */
gboolean             tb_grid_cell_bind          (TbGridCell          *self,
                                                 const TbShownTable  *table,
                                                 TbShownColumn       *column,
                                                 guint                column_position,
                                                 gsize                row,
                                                 guint                position);
/* What a screen reader says, and small drawings; made a moment after the cell is
 * first drawn. */
void                 tb_grid_cell_finish        (TbGridCell          *self,
                                                 const TbShownTable  *table);
const TbShownColumn *tb_grid_cell_get_column    (TbGridCell          *self);
guint                tb_grid_cell_get_column_position (TbGridCell    *self);
const char          *tb_grid_cell_get_text      (TbGridCell          *self);
/* Another text stands in the place of its number, which has no room. */
gboolean             tb_grid_cell_is_too_narrow (TbGridCell          *self);
void                 tb_grid_cell_set_selected  (TbGridCell          *self,
                                                 gboolean             selected);

G_END_DECLS
