/* Dialogs that come up a group of rows at a time.
 *
 * To style, measure and lay out all rows of a dialog takes longer than a frame; in the
 * first one GTK also styles the window behind it again, which loses the focus.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-dialog-parts.h"

static void
collect_groups (GtkWidget *widget,
                GPtrArray *groups)
{
  if (ADW_IS_PREFERENCES_GROUP (widget))
    {
      if (gtk_widget_get_visible (widget))
        g_ptr_array_add (groups, g_object_ref (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_groups (child, groups);
}

/* @user_data: those that are still to be shown, the last first. */
static gboolean
show_next (GtkWidget     *dialog,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GPtrArray *groups = user_data;

  if (groups->len > 0)
    {
      gtk_widget_set_visible (g_ptr_array_index (groups, groups->len - 1), TRUE);
      g_ptr_array_remove_index (groups, groups->len - 1);
    }
  return groups->len > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* The tick of the first frame comes before its layout. */
static gboolean
first_frame_cb (GtkWidget     *dialog,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  gtk_widget_add_tick_callback (dialog, show_next, g_ptr_array_ref (user_data), (GDestroyNotify) g_ptr_array_unref);
  return G_SOURCE_REMOVE;
}

/**
 * tb_dialog_present_in_parts:
 * @dialog: a dialog of groups of rows
 * @parent: the window
 *
 * Presents a dialog with the first group of rows; the others follow, one in each
 * frame. What is hidden already is left alone.
 */
void
tb_dialog_present_in_parts (AdwDialog *dialog,
                            GtkWidget *parent)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) later = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  collect_groups (GTK_WIDGET (dialog), groups);
  for (guint i = groups->len; i > 1; i--)
    {
      GtkWidget *group = g_ptr_array_index (groups, i - 1);

      gtk_widget_set_visible (group, FALSE);
      g_ptr_array_add (later, g_object_ref (group));
    }
  if (later->len > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (dialog), first_frame_cb, g_ptr_array_ref (later),
                                  (GDestroyNotify) g_ptr_array_unref);
  adw_dialog_present (dialog, parent);
}
