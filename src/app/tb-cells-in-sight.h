/* Filling the cells of a list that are in sight, and those near it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef GtkWidget *(*TbCellsGetStale) (GtkWidget *cell);
typedef void (*TbCellsFill) (GtkWidget *stale);

#define TB_TYPE_CELLS_IN_SIGHT (tb_cells_in_sight_get_type ())
G_DECLARE_FINAL_TYPE (TbCellsInSight, tb_cells_in_sight, TB, CELLS_IN_SIGHT, GObject)

TbCellsInSight *tb_cells_in_sight_new     (GtkWidget       *list,
                                           int              frame_us,
                                           TbCellsGetStale  get_stale,
                                           TbCellsFill      fill) G_GNUC_WARN_UNUSED_RESULT;
void            tb_cells_in_sight_queue   (TbCellsInSight  *self);
gboolean        tb_cells_in_sight_is_busy (TbCellsInSight  *self);
gboolean        tb_cells_in_sight_is_waited_for (TbCellsInSight *self);

G_END_DECLS
