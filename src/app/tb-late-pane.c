/* Panes that are made when they are first shown, and hidden while they are not.
 *
 * A window comes up sooner with what is in sight alone. And whenever the focus moves,
 * GTK styles the widgets of the whole window again, those of pages behind others as
 * well, unless they are hidden themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-late-pane.h"

G_DEFINE_ABSTRACT_TYPE (TbLatePane, tb_late_pane, ADW_TYPE_BIN)

static void
tb_late_pane_real_make (TbLatePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
tb_late_pane_map (GtkWidget *widget)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_set_visible (child, TRUE);
  else
    TB_LATE_PANE_GET_CLASS (widget)->make (TB_LATE_PANE (widget));
  GTK_WIDGET_CLASS (tb_late_pane_parent_class)->map (widget);
}

static void
tb_late_pane_unmap (GtkWidget *widget)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  GTK_WIDGET_CLASS (tb_late_pane_parent_class)->unmap (widget);
  if (child != NULL && !gtk_widget_in_destruction (widget))
    gtk_widget_set_visible (child, FALSE);
}

static void
tb_late_pane_dispose (GObject *object)
{
  /* Else the bin would let go of a child that the template has freed. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  G_OBJECT_CLASS (tb_late_pane_parent_class)->dispose (object);
}

static void
tb_late_pane_class_init (TbLatePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_late_pane_dispose;
  widget_class->map = tb_late_pane_map;
  widget_class->unmap = tb_late_pane_unmap;
  klass->make = tb_late_pane_real_make;
}

static void
tb_late_pane_init (TbLatePane *self)
{
}
