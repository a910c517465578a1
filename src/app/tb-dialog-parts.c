/* Dialogs that come up a group of rows at a time.
 *
 * To make all rows of a dialog, to style, lay out and draw them takes longer than a
 * frame; in the first two GTK also styles the window behind it again, which loses the
 * focus. So rows follow in the frames after these, while the dialog, which has its
 * size from the beginning, still fades in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-dialog-parts.h"

/* In the first the dialog is laid out, in the second it is drawn. */
#define FRAMES_BEFORE 2

typedef struct
{
  AdwDialog *dialog;
  GtkWidget *parent;
} Coming;

typedef struct
{
  GPtrArray *groups;    /* to come yet, the last first */
  guint      n_frames;
} Parts;

static void
parts_free (gpointer data)
{
  Parts *parts = data;

  g_ptr_array_unref (parts->groups);
  g_free (parts);
}

static gboolean
frame_cb (GtkWidget     *dialog,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Parts *parts = user_data;
  GPtrArray *groups = parts->groups;

  if (parts->n_frames++ < FRAMES_BEFORE)
    return G_SOURCE_CONTINUE;
  if (groups->len > 0)
    {
      gtk_widget_set_visible (g_ptr_array_index (groups, groups->len - 1), TRUE);
      gtk_widget_set_opacity (g_ptr_array_index (groups, groups->len - 1), 1);
      g_ptr_array_remove_index (groups, groups->len - 1);
    }
  return groups->len > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Takes the groups, all hidden or transparent. */
static void
follow (AdwDialog *dialog,
        GPtrArray *groups)
{
  Parts *parts = g_new0 (Parts, 1);

  parts->groups = groups;
  gtk_widget_add_tick_callback (GTK_WIDGET (dialog), frame_cb, parts, parts_free);
}

static void
collect_groups (GtkWidget *widget,
                GPtrArray *groups)
{
  if (ADW_IS_PREFERENCES_GROUP (widget))
    {
      if (gtk_widget_get_visible (widget))
        g_ptr_array_insert (groups, 0, g_object_ref (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_groups (child, groups);
}

/* The window may have been closed since. */
static void
present (gpointer data)
{
  Coming *coming = data;

  if (gtk_widget_get_mapped (coming->parent))
    adw_dialog_present (coming->dialog, coming->parent);
  g_object_unref (coming->dialog);
  g_object_unref (coming->parent);
  g_free (coming);
}

/* The first focus within the dialog, but for what is around @meant: a sheet has it before
 * it is open, and goes on from there. */
static void
focused_cb (GtkRoot    *root,
            GParamSpec *pspec,
            GtkWidget  *meant)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (meant, ADW_TYPE_DIALOG);
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus == NULL || dialog == NULL || !gtk_widget_is_ancestor (focus, dialog)
      || gtk_widget_is_ancestor (meant, focus))
    return;
  g_signal_handlers_disconnect_by_func (root, focused_cb, meant);
  if (focus != meant && !gtk_widget_is_ancestor (focus, meant))
    gtk_widget_grab_focus (meant);
}

static void
mapped_cb (GtkWidget *dialog,
           GtkWidget *meant)
{
  g_signal_handlers_disconnect_by_func (dialog, mapped_cb, meant);
  g_signal_connect_object (gtk_widget_get_root (dialog), "notify::focus-widget", G_CALLBACK (focused_cb), meant,
                           G_CONNECT_DEFAULT);
}

/**
 * tb_dialog_begin_at:
 * @dialog: a dialog about to be presented
 * @meant: a widget in it
 *
 * Has the focus begin at @meant. What adw_dialog_set_focus() was told is lost where a
 * window comes up with its dialog, and in a narrow window, where a dialog is a sheet that
 * libadwaita 1.7 begins at its first control.
 */
void
tb_dialog_begin_at (AdwDialog *dialog,
                    GtkWidget *meant)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));
  g_return_if_fail (GTK_IS_WIDGET (meant));

  g_signal_connect_object (dialog, "map", G_CALLBACK (mapped_cb), meant, G_CONNECT_DEFAULT);
}

/**
 * tb_dialog_present_soon:
 * @dialog: (transfer floating): a dialog that was just made, which took a while
 * @parent: the window
 *
 * Presents a dialog in the next turn of the main loop.
 */
void
tb_dialog_present_soon (AdwDialog *dialog,
                        GtkWidget *parent)
{
  Coming *coming;

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  coming = g_new0 (Coming, 1);
  coming->dialog = g_object_ref_sink (dialog);
  coming->parent = g_object_ref (parent);
  g_timeout_add_once (0, present, coming);
}

/**
 * tb_dialog_present_in_parts:
 * @dialog: (transfer floating): a dialog of groups of rows, of a height of its own
 * @parent: the window
 *
 * Presents a dialog as tb_dialog_present_soon() does; its groups of rows follow, one in
 * each frame. The one where the focus begins comes with the dialog, and what is hidden
 * already is left alone.
 */
void
tb_dialog_present_in_parts (AdwDialog *dialog,
                            GtkWidget *parent)
{
  GtkWidget *focus;
  GPtrArray *groups;

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  focus = adw_dialog_get_focus (dialog);
  if (focus != NULL)
    tb_dialog_begin_at (dialog, focus);
  groups = g_ptr_array_new_with_free_func (g_object_unref);
  /* The dialog itself has no child yet. */
  collect_groups (adw_dialog_get_child (dialog), groups);
  for (guint i = 0; i < groups->len; i++)
    gtk_widget_set_visible (groups->pdata[i], focus != NULL && gtk_widget_is_ancestor (focus, groups->pdata[i]));
  follow (dialog, groups);
  tb_dialog_present_soon (dialog, parent);
}

/**
 * tb_dialog_draw_in_parts:
 * @dialog: a dialog about to be presented
 * @groups: the widget in it whose groups of rows make its height
 *
 * Gives groups of rows their places with the dialog, and draws them after it, one in
 * each frame.
 */
void
tb_dialog_draw_in_parts (AdwDialog *dialog,
                         GtkWidget *groups)
{
  GPtrArray *all;

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  all = g_ptr_array_new_with_free_func (g_object_unref);
  collect_groups (groups, all);
  for (guint i = 0; i < all->len; i++)
    gtk_widget_set_opacity (g_ptr_array_index (all, i), 0);
  follow (dialog, all);
}
