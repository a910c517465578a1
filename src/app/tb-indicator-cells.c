/* The cells of the sidebar's list, filled as they come into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-cells.h"

#include "tb-indicator-row.h"

#define FRAME_US 4000

static GtkWidget *
get_stale (GtkWidget *cell)
{
  GtkWidget *row = gtk_widget_get_first_child (cell);

  return row != NULL && TB_IS_INDICATOR_ROW (row) && tb_indicator_row_is_stale (TB_INDICATOR_ROW (row)) ? row : NULL;
}

static void
update (GtkWidget *row)
{
  tb_indicator_row_update (TB_INDICATOR_ROW (row));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *cell)
{
  gtk_list_item_set_child (cell, g_object_new (TB_TYPE_INDICATOR_ROW, NULL));
}

static void
update_description (GtkListItem *cell)
{
  g_autofree char *spoken = NULL;

  g_object_get (gtk_list_item_get_item (cell), "spoken", &spoken, NULL);
  gtk_list_item_set_accessible_description (cell, spoken);
}

static void
bind_cb (TbCellsInSight *self,
         GtkListItem    *cell)
{
  TbIndicatorItem *item = gtk_list_item_get_item (cell);
  TbIndicatorRow *row = TB_INDICATOR_ROW (gtk_list_item_get_child (cell));
  g_autofree char *name = NULL;

  g_object_get (item, "name", &name, NULL);
  gtk_list_item_set_accessible_label (cell, name);
  gtk_list_item_set_accessible_description (cell, "");
  g_signal_connect_object (item, "notify::digest", G_CALLBACK (update_description), cell, G_CONNECT_SWAPPED);
  tb_indicator_row_set_item (row, item);
  if (tb_cells_in_sight_is_waited_for (self))
    tb_indicator_row_update (row);
  tb_cells_in_sight_queue (self);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *cell)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (cell), cell);
  tb_indicator_row_set_item (TB_INDICATOR_ROW (gtk_list_item_get_child (cell)), NULL);
}

/**
 * tb_indicator_cells_new:
 * @list: the sidebar's list; it outlives what is returned
 *
 * Gives a list its rows.
 *
 * Returns: (transfer full): what fills them
 */
TbCellsInSight *
tb_indicator_cells_new (GtkListView *list)
{
  TbCellsInSight *self = tb_cells_in_sight_new (GTK_WIDGET (list), FRAME_US, get_stale, update);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (list, factory);
  return self;
}
