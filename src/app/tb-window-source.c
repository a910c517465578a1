/* Where the figure that is looked at comes from, whatever the view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-menu-names.h"
#include "tb-source-dialog.h"

#include <glib/gi18n-lib.h>

/* The point under the pointer or the keyboard's. */
static TbFigure
find_in_chart (TbWindow *self)
{
  TbFigureCanvas *canvas = tb_chart_view_get_canvas (self->chart_view);
  TbChartPicture *picture = tb_figure_canvas_get_picture (canvas);
  TbDatum datum = tb_figure_canvas_get_datum (canvas);

  if (picture == NULL || picture->selection == NULL || datum.series < 0 || datum.row < 0
      || (gsize) datum.series >= tb_selection_get_n (picture->selection))
    return (TbFigure) { NULL, 0 };
  return (TbFigure) { tb_selection_get (picture->selection, (gsize) datum.series)->series, (gsize) datum.row };
}

/* Where no figure is pointed at: the latest one of what is shown. */
static TbFigure
find_latest (TbWindow *self)
{
  g_autoptr (TbDigest) digest = NULL;

  if (tb_session_get_n_selected (self->session) == 0)
    return (TbFigure) { NULL, 0 };
  digest = tb_digest_new (tb_session_get_dataset (self->session), tb_session_get_selected (self->session, 0),
                          tb_session_get_place (self->session), 0, tb_session_get_language (self->session));
  return digest->latest;
}

/**
 * tb_window_show_source:
 * @self: a window with a dataset open
 *
 * Tells where the figure that is looked at comes from: the point of the chart; else
 * the latest figure of the first indicator shown. Cards of the overview and cells of
 * the table tell their own.
 */
void
tb_window_show_source (TbWindow *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  TbFigure figure = { NULL, 0 };
  g_autoptr (GVariant) target = NULL;

  /* What is asked in a dialog comes first. */
  if (dataset == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  if (!tb_window_shows_table (self) && !tb_window_shows_overview (self))
    figure = find_in_chart (self);
  if (figure.series == NULL)
    figure = find_latest (self);
  target = tb_source_target_new (dataset, figure);
  if (target != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), TB_SHOW_SOURCE_ACTION, target);
}

/* A menu that has been closed may still have to do what was chosen in it; so it goes
 * when the next one comes. */
static void
popup_menu (TbWindow           *self,
            const GdkRectangle *place)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenuItem) source = g_menu_item_new (_("_Where This Figure Comes From"), "win.show-current-source");
  TbFigure figure = find_in_chart (self);
  g_autoptr (GVariant) target = NULL;

  /* The pointer goes from the point into the menu. */
  if (figure.series != NULL)
    target = tb_source_target_new (tb_session_get_dataset (self->session), figure);
  if (target != NULL)
    g_menu_item_set_action_and_target_value (source, TB_SHOW_SOURCE_ACTION, target);
  g_menu_append_item (menu, source);
  g_menu_append (more, _("_Copy"), "win.copy");
  g_menu_append (more, _("_Export…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_clear_pointer (&self->chart_menu, gtk_widget_unparent);
  self->chart_menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  tb_menu_name_items (self->chart_menu);
  gtk_widget_set_parent (self->chart_menu, GTK_WIDGET (tb_chart_view_get_canvas (self->chart_view)));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->chart_menu), FALSE);
  gtk_widget_set_halign (self->chart_menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->chart_menu), place);
  gtk_popover_popup (GTK_POPOVER (self->chart_menu));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TbWindow        *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  popup_menu (data, &(GdkRectangle) { gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2, 1, 1 });
  return GDK_EVENT_STOP;
}

/**
 * tb_window_add_chart_menu:
 * @self: a window
 *
 * Gives the chart its menu: on a secondary click, the menu key and Shift+F10.
 */
void
tb_window_add_chart_menu (TbWindow *self)
{
  GtkWidget *canvas = GTK_WIDGET (tb_chart_view_get_canvas (self->chart_view));
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                      gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (canvas, keys);
}
