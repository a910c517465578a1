/* Texts in a window that is mirrored, for those who read from right to left.
 *
 * What the window says is English or Chinese. Pango sees that by its letters; a text without
 * any runs as its widget does, and ">480.0%" would read "480.0%<", "2016–2020" as
 * "2020–2016". Marks in the text would be copied and spoken, so the widget runs the
 * other way, and stands where it stood.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-mirrored.h"

#include "tb-realized.h"

static GtkAlign
turn (GtkAlign align)
{
  if (align == GTK_ALIGN_START)
    return GTK_ALIGN_END;
  return align == GTK_ALIGN_END ? GTK_ALIGN_START : align;
}

/* Its placeholder is aligned as it is. */
static void
turn_text (GtkWidget *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (text); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      gtk_widget_set_direction (child, GTK_TEXT_DIR_LTR);
  gtk_editable_set_alignment (GTK_EDITABLE (text), 1 - gtk_editable_get_alignment (GTK_EDITABLE (text)));
}

/* Start and end are those of the widget's own direction. */
static void
turn_back (GtkWidget *widget)
{
  int start = gtk_widget_get_margin_start (widget);

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  gtk_widget_set_halign (widget, turn (gtk_widget_get_halign (widget)));
  gtk_widget_set_margin_start (widget, gtk_widget_get_margin_end (widget));
  gtk_widget_set_margin_end (widget, start);
  if (GTK_IS_LABEL (widget))
    gtk_label_set_xalign (GTK_LABEL (widget), 1 - gtk_label_get_xalign (GTK_LABEL (widget)));
  else
    turn_text (widget);
}

static void
keep_text (GtkWidget *widget)
{
  if ((GTK_IS_LABEL (widget) || GTK_IS_TEXT (widget)) && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    turn_back (widget);
}

/**
 * tb_mirrored_keep_texts:
 *
 * Has all texts of the program run from left to right from now on, those of libadwaita's
 * rows, of lists and of tooltips too, wherever the window begins.
 *
 * Thread: that of GTK.
 */
void
tb_mirrored_keep_texts (void)
{
  tb_realized_watch (keep_text);
}
