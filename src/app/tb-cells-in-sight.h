/* Filling the cells of a list that are in sight, and those near it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef GtkWidget *(*TbCellsGetStale) (GtkWidget *cell);
typedef void (*TbCellsFill) (GtkWidget *stale);

gboolean tb_cells_in_sight_fill (GtkWidget       *list,
                                 double           n_pages,
                                 gint64           until,
                                 TbCellsGetStale  get_stale,
                                 TbCellsFill      fill);

G_END_DECLS
