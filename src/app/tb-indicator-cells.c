/* The cells of the sidebar's list, filled as they come into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-cells.h"

#include "tb-cells-in-sight.h"
#include "tb-indicator-row.h"

#define FRAME_US 3000

struct _TbIndicatorCells
{
  GtkListView *list;
  guint        fill_id;   /* 0: all rows near say what they can */
  gint64       queued;    /* the frame in which rows were last moved or made */
};

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

/* A list that was not laid out yet has all its rows in one place, and one that was
 * scrolled has them where they were: ticks come before the layout of their frame, and
 * scrolling may come before both. */
static gboolean
fill_cb (GtkWidget     *list,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TbIndicatorCells *self = user_data;
  gint64 until = g_get_monotonic_time () + FRAME_US;

  if (gtk_widget_get_mapped (list)
      && (gtk_widget_get_height (list) == 0 || !tb_cells_in_sight_fill (list, 0, until, get_stale, update)
          || !tb_cells_in_sight_fill (list, 1, until, get_stale, update)
          || gdk_frame_clock_get_frame_counter (clock) < self->queued + 2))
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_fill (TbIndicatorCells *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->list));

  self->queued = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : 0;
  if (self->fill_id == 0)
    self->fill_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), fill_cb, self, NULL);
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
bind_cb (TbIndicatorCells *self,
         GtkListItem      *cell)
{
  TbIndicatorItem *item = gtk_list_item_get_item (cell);
  g_autofree char *name = NULL;

  g_object_get (item, "name", &name, NULL);
  gtk_list_item_set_accessible_label (cell, name);
  gtk_list_item_set_accessible_description (cell, "");
  g_signal_connect_object (item, "notify::digest", G_CALLBACK (update_description), cell, G_CONNECT_SWAPPED);
  tb_indicator_row_set_item (TB_INDICATOR_ROW (gtk_list_item_get_child (cell)), item);
  queue_fill (self);
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
TbIndicatorCells *
tb_indicator_cells_new (GtkListView *list)
{
  TbIndicatorCells *self = g_new0 (TbIndicatorCells, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  self->list = list;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (list, factory);
  g_object_unref (factory);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (queue_fill), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (queue_fill), self);
  g_signal_connect_swapped (list, "map", G_CALLBACK (queue_fill), self);
  return self;
}

/**
 * tb_indicator_cells_free:
 * @self: what fills a list
 *
 * Takes the rows from the list.
 */
void
tb_indicator_cells_free (TbIndicatorCells *self)
{
  if (self->fill_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->fill_id);
  g_signal_handlers_disconnect_by_data (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), self);
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_signal_handlers_disconnect_by_data (gtk_list_view_get_factory (self->list), self);
  g_free (self);
}

gboolean
tb_indicator_cells_is_busy (TbIndicatorCells *self)
{
  return self->fill_id != 0 && gtk_widget_get_mapped (GTK_WIDGET (self->list));
}
