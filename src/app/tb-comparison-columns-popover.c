/* Which columns of the comparison table are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-columns-popover.h"

#include <glib/gi18n-lib.h>

#define KEY "tb-column-key"
#define BAND "tb-band"            /* of a column's check: that of its band */
#define INDENT_PX 18
#define MAX_HEIGHT_PX 420

struct _TbComparisonColumnsPopover
{
  GtkPopover        parent_instance;

  TbComparisonGrid *grid;   /* not owned: it is beside the button */
  GtkBox           *box;
  gboolean          is_filling;
};

G_DEFINE_FINAL_TYPE (TbComparisonColumnsPopover, tb_comparison_columns_popover, GTK_TYPE_POPOVER)

/* The check of the next column of a band; @child: one of them, or the band's own. */
static GtkWidget *
get_next (GtkWidget *child,
          GtkWidget *band)
{
  GtkWidget *next = gtk_widget_get_next_sibling (child);

  return next != NULL && g_object_get_data (G_OBJECT (next), BAND) == band ? next : NULL;
}

/* On where all of its columns are shown, and neither on nor off where some are. */
static void
update_band (TbComparisonColumnsPopover *self,
             GtkWidget                  *band)
{
  gboolean was_filling = self->is_filling;
  guint n = 0, n_shown = 0;

  for (GtkWidget *check = get_next (band, band); check != NULL; check = get_next (check, band), n++)
    n_shown += gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
  self->is_filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (band), n_shown == n);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (band), n_shown > 0 && n_shown < n);
  self->is_filling = was_filling;
}

static void
toggled_cb (TbComparisonColumnsPopover *self,
            GtkCheckButton             *check)
{
  GtkWidget *band = g_object_get_data (G_OBJECT (check), BAND);

  if (self->is_filling)
    return;
  tb_comparison_grid_set_hidden (self->grid, g_object_get_data (G_OBJECT (check), KEY),
                                 !gtk_check_button_get_active (check));
  if (band != NULL)
    update_band (self, band);
}

/* A hundred months are not hidden one by one. */
static void
band_toggled_cb (TbComparisonColumnsPopover *self,
                 GtkCheckButton             *band)
{
  gboolean shown = gtk_check_button_get_active (band);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  for (GtkWidget *check = get_next (GTK_WIDGET (band), GTK_WIDGET (band)); check != NULL;
       check = get_next (check, GTK_WIDGET (band)))
    {
      g_strv_builder_add (keys, g_object_get_data (G_OBJECT (check), KEY));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
    }
  self->is_filling = FALSE;
  all = g_strv_builder_end (keys);
  tb_comparison_grid_set_several_hidden (self->grid, (const char *const *) all, !shown);
  update_band (self, GTK_WIDGET (band));
}

static void
show_all_cb (TbComparisonColumnsPopover *self)
{
  GPtrArray *columns = tb_comparison_grid_get_columns (self->grid);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; columns != NULL && i < columns->len; i++)
    g_strv_builder_add (keys, ((const TbShownColumn *) g_ptr_array_index (columns, i))->key);
  all = g_strv_builder_end (keys);
  tb_comparison_grid_set_several_hidden (self->grid, (const char *const *) all, FALSE);
  self->is_filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      {
        gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
        gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (child), FALSE);
      }
  self->is_filling = FALSE;
}

static GtkWidget *
append_check (TbComparisonColumnsPopover *self,
              const char                 *title,
              GCallback                   toggled)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (title);

  /* Large text in a narrow window. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  g_signal_connect_object (check, "toggled", toggled, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, check);
  return check;
}

static void
append_column (TbComparisonColumnsPopover *self,
               const TbShownColumn        *column,
               GtkWidget                  *band)
{
  GtkWidget *check = append_check (self, column->title, G_CALLBACK (toggled_cb));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !column->is_hidden);
  g_object_set_data_full (G_OBJECT (check), KEY, g_strdup (column->key), g_free);
  g_object_set_data (G_OBJECT (check), BAND, band);
  if (band != NULL)
    gtk_widget_set_margin_start (check, INDENT_PX);
}

static GtkWidget *
append_band (TbComparisonColumnsPopover *self,
             const char                 *name)
{
  GtkWidget *band = append_check (self, name, G_CALLBACK (band_toggled_cb));

  gtk_widget_set_margin_top (band, 9);
  gtk_widget_add_css_class (gtk_check_button_get_child (GTK_CHECK_BUTTON (band)), "heading");
  return band;
}

static void
fill (TbComparisonColumnsPopover *self)
{
  GPtrArray *columns = tb_comparison_grid_get_columns (self->grid);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show _All"));
  GtkWidget *band = NULL;
  GtkWidget *child;

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const TbShownColumn *column = g_ptr_array_index (columns, i);

      if (column->index == TB_COLUMN_OF_NAMES)
        continue;
      if (column->starts_band)
        band = column->band != NULL ? append_band (self, column->band) : NULL;
      append_column (self, column, band);
    }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child) && g_object_get_data (G_OBJECT (child), KEY) == NULL)
      update_band (self, child);
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
