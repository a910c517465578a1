/* Panes that hold words alone, and scroll where there is little room.
 *
 * Tab stops at a scrolled window that holds nothing else to stop at. That serves to scroll
 * it by keys; but GTK stops there too where nothing scrolls, and tells no name of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-words-pane.h"

#include "tb-realized.h"

/* A title, and what there is to say of it. */
#define MOST_LABELS 2

static void
find_labels (GtkWidget *widget,
             GPtrArray *labels)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && labels->len < MOST_LABELS;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      g_ptr_array_add (labels, child);
    else
      find_labels (child, labels);
}

/* Though it may be hidden yet. */
static gboolean
holds_stop (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_SCROLLBAR (child) && (gtk_widget_get_focusable (child) || holds_stop (child)))
      return TRUE;
  return FALSE;
}

/* What is generic, as scrolled windows are, has no name (GTK 4.18). */
static void
name (GtkAccessible *pane,
      GPtrArray     *labels)
{
  g_object_set (pane, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  if (labels->len == MOST_LABELS)
    gtk_accessible_update_relation (pane, GTK_ACCESSIBLE_RELATION_LABELLED_BY, labels->pdata[0], labels->pdata[1], NULL,
                                    -1);
  else if (labels->len > 0)
    gtk_accessible_update_relation (pane, GTK_ACCESSIBLE_RELATION_LABELLED_BY, labels->pdata[0], NULL, -1);
}

static void
changed_cb (GtkAdjustment *adjustment,
            GtkWidget     *pane)
{
  gtk_widget_set_can_focus (pane, gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
}

/**
 * tb_words_pane_set_up:
 * @pane: a scrolled window with labels in it
 *
 * Names @pane by its words. Where it holds nothing that can have the focus itself, Tab stops
 * at it as long as there is something to scroll, and else does not.
 */
void
tb_words_pane_set_up (GtkScrolledWindow *pane)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GtkAdjustment *adjustment;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (pane));

  find_labels (GTK_WIDGET (pane), labels);
  name (GTK_ACCESSIBLE (pane), labels);
  if (holds_stop (GTK_WIDGET (pane)))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (pane);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (changed_cb), pane, G_CONNECT_DEFAULT);
  changed_cb (adjustment, GTK_WIDGET (pane));
}

static GtkWidget *
find_pane (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SCROLLED_WINDOW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_pane (child);
  return found;
}

static void
set_up_within (GtkWidget *widget)
{
  GtkWidget *pane = ADW_IS_STATUS_PAGE (widget) || ADW_IS_ALERT_DIALOG (widget) ? find_pane (widget) : NULL;

  if (pane != NULL)
    tb_words_pane_set_up (GTK_SCROLLED_WINDOW (pane));
}

/**
 * tb_words_panes_set_up:
 *
 * Does the same with the panes of libadwaita's pages and questions from now on.
 *
 * Thread: that of GTK.
 */
void
tb_words_panes_set_up (void)
{
  tb_realized_watch (set_up_within);
}
