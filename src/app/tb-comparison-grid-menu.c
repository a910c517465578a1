/* The widget of the comparison table: what can be done with a cell or a column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-grid-private.h"

#include "tb-menu-names.h"
#include "tb-source-dialog.h"

#include <glib/gi18n-lib.h>

static gboolean
find_figure (TbComparisonGrid *self,
             TbFigure         *out_figure)
{
  const TbComparison *comparison = self->table.comparison;
  TbFigure other;
  gsize row, column;
  TbColumnKind kind;

  *out_figure = (TbFigure) { NULL, 0 };
  if (!self->has_cursor || self->row < 0 || tb_grid_geometry_get (&self->geometry, self->column)->index < 0)
    return FALSE;
  row = self->order->rows[self->row];
  column = (gsize) tb_grid_geometry_get (&self->geometry, self->column)->index;
  /* A sum has no publication of its own; the rows above have. */
  if (tb_comparison_is_computed (comparison, row))
    return FALSE;
  kind = tb_comparison_get_column (comparison, column)->kind;
  switch (tb_column_get_group (kind))
    {
    case TB_GROUP_FIGURES:
      if (tb_comparison_get_figure (comparison, row, column) >= 0)
        *out_figure = (TbFigure) { tb_comparison_get_series (comparison, row),
                                   (gsize) tb_comparison_get_figure (comparison, row, column) };
      break;
    case TB_GROUP_CHANGES:
      tb_comparison_get_pair (comparison, row, column, &other, out_figure);
      break;
    case TB_GROUP_PUBLISHED:
      *out_figure = tb_comparison_get_published (comparison, row, column);
      break;
    case TB_GROUP_TARGETS:
      if (kind == TB_COLUMN_TARGET || kind == TB_COLUMN_DEADLINE)
        tb_comparison_get_target (comparison, row, out_figure, &other);
      else
        tb_comparison_get_target (comparison, row, &other, out_figure);
      break;
    }
  return out_figure->series != NULL;
}

void
tb_comparison_grid_show_source (TbComparisonGrid *self)
{
  TbFigure figure;
  g_autoptr (GVariant) target = NULL;

  if (find_figure (self, &figure))
    target = tb_source_target_new (tb_selection_get_dataset (tb_comparison_get_selection (self->table.comparison)),
                                   figure);
  if (target == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (self), TB_SHOW_SOURCE_ACTION, target);
}

static void
source_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  tb_comparison_grid_show_source (TB_COMPARISON_GRID (widget));
}

static const TbShownColumn *
get_column (TbComparisonGrid *self)
{
  return tb_grid_geometry_get (&self->geometry, self->column);
}

static void
ascending_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  tb_comparison_grid_emit_sort (TB_COMPARISON_GRID (widget), get_column (TB_COMPARISON_GRID (widget))->key, FALSE);
}

static void
descending_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  tb_comparison_grid_emit_sort (TB_COMPARISON_GRID (widget), get_column (TB_COMPARISON_GRID (widget))->key, TRUE);
}

static void
unsorted_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  tb_comparison_grid_emit_sort (TB_COMPARISON_GRID (widget), NULL, FALSE);
}

static void
hide_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TbComparisonGrid *self = TB_COMPARISON_GRID (widget);
  g_autofree char *key = g_strdup (get_column (self)->key);

  tb_comparison_grid_set_hidden (self, key, TRUE);
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  tb_comparison_grid_select_all (TB_COMPARISON_GRID (widget));
}

void
tb_comparison_grid_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.source", NULL, source_action);
  gtk_widget_class_install_action (widget_class, "table.sort-ascending", NULL, ascending_action);
  gtk_widget_class_install_action (widget_class, "table.sort-descending", NULL, descending_action);
  gtk_widget_class_install_action (widget_class, "table.unsorted", NULL, unsorted_action);
  gtk_widget_class_install_action (widget_class, "table.hide", NULL, hide_action);
  gtk_widget_class_install_action (widget_class, "table.select-all", NULL, select_all_action);
}

static GMenuModel *
new_column_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Sort _Ascending"), "table.sort-ascending");
  g_menu_append (menu, _("Sort _Descending"), "table.sort-descending");
  /* Translators: rows in the order of the file */
  g_menu_append (menu, _("_Original Order"), "table.unsorted");
  g_menu_append (menu, _("_Hide Column"), "table.hide");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_cell_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Copy"), "win.copy");
  g_menu_append (menu, _("Select _All"), "table.select-all");
  g_menu_append (menu, _("Show _Source"), "table.source");
  return G_MENU_MODEL (menu);
}

static void
update_actions (TbComparisonGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const TbShownColumn *column = get_column (self);
  TbFigure figure;

  gtk_widget_action_set_enabled (widget, "table.source", find_figure (self, &figure));
  gtk_widget_action_set_enabled (widget, "table.sort-ascending", column->can_sort);
  gtk_widget_action_set_enabled (widget, "table.sort-descending", column->can_sort);
  gtk_widget_action_set_enabled (widget, "table.unsorted", self->sort_key != NULL);
  gtk_widget_action_set_enabled (widget, "table.hide", column->index != TB_COLUMN_OF_NAMES);
}

static gboolean
find_place (TbComparisonGrid *self,
            GdkRectangle     *out_place)
{
  TbGridRow *row = self->row >= 0 ? tb_comparison_grid_find_row (self, self->row) : NULL;
  GtkWidget *cell = self->row >= 0 ? (GtkWidget *) (row != NULL ? tb_grid_row_get_cell (row, self->column) : NULL)
                                   : (GtkWidget *) tb_grid_header_get_heading (TB_GRID_HEADER (self->header),
                                                                               self->column);
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return FALSE;
  *out_place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                (int) bounds.size.height };
  return TRUE;
}

void
tb_comparison_grid_open_menu (TbComparisonGrid *self)
{
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle place;

  if (!self->has_cursor || !find_place (self, &place))
    return;
  update_actions (self);
  model = self->row == TB_GRID_HEADER_ROW ? new_column_menu () : new_cell_menu ();
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      /* What scrolls it would come after the only item that can be taken. */
      gtk_widget_set_focusable (gtk_popover_get_child (GTK_POPOVER (self->menu)), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      /* The grid itself cannot have the focus, and would send it on. */
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (tb_comparison_grid_focus_cursor), self);
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  tb_menu_name_items (self->menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
