/* The cells of the sidebar's list, filled as they come into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TbIndicatorCells TbIndicatorCells;

TbIndicatorCells *tb_indicator_cells_new     (GtkListView      *list) G_GNUC_WARN_UNUSED_RESULT;
void              tb_indicator_cells_free    (TbIndicatorCells *self);
gboolean          tb_indicator_cells_is_busy (TbIndicatorCells *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbIndicatorCells, tb_indicator_cells_free)

G_END_DECLS
