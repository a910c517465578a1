/* What the choosers of GTK and libadwaita lack for who does not see or point.
 *
 * The choices of GTK 4.18 and libadwaita 1.7 have no names, and the list that is opened
 * begins with the first of them whatever is chosen: who opens it and takes Enter, or the
 * arrow to the next one, would have another than they were at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chooser.h"

static GtkWidget *
find_part (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_part (child, type);
  return found;
}

static void
name_choice (GtkListItemFactory *factory,
             GtkListItem        *item)
{
  gpointer choice = gtk_list_item_get_item (item);

  if (GTK_IS_STRING_OBJECT (choice))
    gtk_list_item_set_accessible_label (item, gtk_string_object_get_string (choice));
}

static void
begin_at_choice (GtkWidget *popover,
                 GtkWidget *chooser)
{
  GtkWidget *list = find_part (popover, GTK_TYPE_LIST_VIEW);
  guint chosen;

  g_object_get (chooser, "selected", &chosen, NULL);
  if (list != NULL && chosen != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (GTK_LIST_VIEW (list), chosen, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

/* Enter takes the first of what was found. */
static void
take_first (GtkWidget *entry)
{
  GtkWidget *list = find_part (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER), GTK_TYPE_LIST_VIEW);

  gtk_widget_activate_action (list, "list.select-item", "(ubb)", 0, FALSE, FALSE);
  gtk_widget_activate_action (list, "list.activate-item", "u", 0);
}

static gboolean
take_focus_back_cb (gpointer button)
{
  if (gtk_widget_get_mapped (button))
    gtk_widget_grab_focus (button);
  return G_SOURCE_REMOVE;
}

/* From a list within a popover GTK does not bring the focus back. */
static void
take_focus_back (GtkWidget *chooser)
{
  if (gtk_widget_get_ancestor (chooser, GTK_TYPE_POPOVER) != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_focus_back_cb, g_object_ref (gtk_widget_get_first_child (chooser)),
                     g_object_unref);
}

/**
 * tb_chooser_complete:
 * @chooser: a #GtkDropDown or #AdwComboRow of strings, with the factory that it has by itself
 *
 * Gives its choices names, and has it open with the focus on the one that is chosen.
 */
void
tb_chooser_complete (GtkWidget *chooser)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  GtkWidget *popover = find_part (chooser, GTK_TYPE_POPOVER);

  g_return_if_fail (popover != NULL);

  g_object_get (chooser, "factory", &factory, NULL);
  if (GTK_IS_SIGNAL_LIST_ITEM_FACTORY (factory))
    g_signal_connect (factory, "bind", G_CALLBACK (name_choice), NULL);
  g_signal_connect_object (popover, "show", G_CALLBACK (begin_at_choice), chooser, G_CONNECT_DEFAULT);
}

/**
 * tb_chooser_complete_drop_down:
 * @chooser: of strings, with the factory that it has by itself
 * @label: what is chosen
 *
 * Does so, and has what is chosen told with the choice: GTK names a drop-down and the
 * button in it after the choice, whatever label it has. In its search Escape closes it, and
 * Enter takes the first that is found.
 */
void
tb_chooser_complete_drop_down (GtkDropDown *chooser,
                               const char  *label)
{
  GtkWidget *entry = find_part (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY);

  g_return_if_fail (entry != NULL);

  tb_chooser_complete (GTK_WIDGET (chooser));
  g_signal_connect_object (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER), "closed",
                           G_CALLBACK (take_focus_back), chooser, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (entry, "activate", G_CALLBACK (take_first), NULL);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_popover_popdown),
                           gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER), G_CONNECT_SWAPPED);
}
