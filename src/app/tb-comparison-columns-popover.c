/* Which columns of the comparison table are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-columns-popover.h"

#include <glib/gi18n-lib.h>

#define KEY "tb-column-key"
#define MAX_HEIGHT_PX 420

struct _TbComparisonColumnsPopover
{
  GtkPopover        parent_instance;

  TbComparisonGrid *grid;   /* not owned: it is beside the button */
  GtkBox           *box;
  gboolean          is_filling;
};

G_DEFINE_FINAL_TYPE (TbComparisonColumnsPopover, tb_comparison_columns_popover, GTK_TYPE_POPOVER)

static void
toggled_cb (TbComparisonColumnsPopover *self,
            GtkCheckButton             *check)
{
  if (!self->is_filling)
    tb_comparison_grid_set_hidden (self->grid, g_object_get_data (G_OBJECT (check), KEY),
                                   !gtk_check_button_get_active (check));
}

static void
show_all_cb (TbComparisonColumnsPopover *self)
{
  GPtrArray *columns = tb_comparison_grid_get_columns (self->grid);

  for (guint i = 0; columns != NULL && i < columns->len; i++)
    tb_comparison_grid_set_hidden (self->grid, ((const TbShownColumn *) g_ptr_array_index (columns, i))->key, FALSE);
  self->is_filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
  self->is_filling = FALSE;
}

static void
append_check (TbComparisonColumnsPopover *self,
              const TbShownColumn        *column)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (column->title);

  /* Large text in a narrow window. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !column->is_hidden);
  g_object_set_data_full (G_OBJECT (check), KEY, g_strdup (column->key), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, check);
}

static void
append_band (TbComparisonColumnsPopover *self,
             const char                 *band)
{
  GtkWidget *label = gtk_label_new (band);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->box, label);
}

static void
fill (TbComparisonColumnsPopover *self)
{
  GPtrArray *columns = tb_comparison_grid_get_columns (self->grid);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show _All"));
  GtkWidget *child;

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const TbShownColumn *column = g_ptr_array_index (columns, i);

      if (column->index == TB_COLUMN_OF_NAMES)
        continue;
      if (column->starts_band && column->band != NULL)
        append_band (self, column->band);
      append_check (self, column);
    }
  gtk_widget_set_margin_top (button, 9);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
  self->is_filling = FALSE;
}

/* The popover has looked for a focus by then, and what is scrolled lets it in from
 * outside only. */
static void
show_cb (TbComparisonColumnsPopover *self)
{
  if (self->grid == NULL)
    return;
  fill (self);
  gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
}

static void
tb_comparison_columns_popover_class_init (TbComparisonColumnsPopoverClass *klass)
{
}

static void
tb_comparison_columns_popover_init (TbComparisonColumnsPopover *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_focusable (scrolled, FALSE);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  g_signal_connect (self, "show", G_CALLBACK (show_cb), NULL);
}

void
tb_comparison_columns_popover_set_grid (TbComparisonColumnsPopover *self,
                                        TbComparisonGrid           *grid)
{
  g_return_if_fail (TB_IS_COMPARISON_COLUMNS_POPOVER (self));

  self->grid = grid;
}
