/* The overview: a card for each indicator, the most important first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-overview.h"

#include "tb-cells-in-sight.h"
#include "tb-indicator-card.h"

#include <glib/gi18n-lib.h>

#define FRAME_US 1500

struct _TbOverview
{
  TbLatePane        parent_instance;

  TbSession        *session;
  TbIndicatorModel *indicators;
  TbOverviewModel  *model;
  TbCellsInSight   *cells;

  GtkStack         *stack;
  GtkGridView      *grid;
  AdwStatusPage    *nothing_page;
  GtkWidget        *show_all_button;
};

G_DEFINE_FINAL_TYPE (TbOverview, tb_overview, TB_TYPE_LATE_PANE)

/* A search that finds nothing, or a file without indicators. */
static void
update_stack (TbOverview *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->indicators)) == 0;
  gboolean has_any = dataset != NULL && tb_catalog_get_n_indicators (tb_dataset_get_catalog (dataset)) > 0;

  if (is_empty && has_any)
    {
      adw_status_page_set_icon_name (self->nothing_page, "edit-find-symbolic");
      adw_status_page_set_title (self->nothing_page, _("No Results Found"));
      adw_status_page_set_description (self->nothing_page, _("No indicator fits the search and the place."));
    }
  else if (is_empty)
    {
      adw_status_page_set_icon_name (self->nothing_page, "tb-view-overview-symbolic");
      adw_status_page_set_title (self->nothing_page, _("No Indicators"));
      adw_status_page_set_description (self->nothing_page, _("This file holds no figures."));
    }
  gtk_widget_set_visible (self->show_all_button, has_any);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "nothing" : "cards");
}

static TbIndicatorCard *
find_card (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_first_child (widget))
    if (TB_IS_INDICATOR_CARD (widget))
      return TB_INDICATOR_CARD (widget);
  return NULL;
}

static GtkWidget *
get_stale (GtkWidget *cell)
{
  TbIndicatorCard *card = find_card (cell);

  return card != NULL && tb_indicator_card_is_stale (card) ? GTK_WIDGET (card) : NULL;
}

static void
update_card (GtkWidget *card)
{
  tb_indicator_card_update (TB_INDICATOR_CARD (card));
}

/* Who searches or turns to another place begins at the top. */
static void
items_changed_cb (TbOverview *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->grid));

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, 0);
}

/* The focus is on the cell that holds a card, or on something of the card. */
static TbIndicatorCard *
find_focused (TbOverview *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *around;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->grid)))
    return NULL;
  around = gtk_widget_get_ancestor (focus, TB_TYPE_INDICATOR_CARD);
  return around != NULL ? TB_INDICATOR_CARD (around) : find_card (focus);
}

/* Many cells are made at once, and a factory by template takes several times as long. */
static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *cell,
          TbOverview         *self)
{
  gtk_list_item_set_child (cell, g_object_new (TB_TYPE_INDICATOR_CARD, NULL));
}

static void
update_name (GtkListItem *cell)
{
  g_autofree char *name = NULL;

  g_object_get (gtk_list_item_get_item (cell), "card-name", &name, NULL);
  gtk_list_item_set_accessible_label (cell, name);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *cell,
         TbOverview         *self)
{
  TbIndicatorItem *item = gtk_list_item_get_item (cell);

  tb_indicator_card_set_item (TB_INDICATOR_CARD (gtk_list_item_get_child (cell)), item);
  g_signal_connect_object (item, "notify::digest", G_CALLBACK (update_name), cell, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::digest", G_CALLBACK (tb_cells_in_sight_queue), self->cells,
                           G_CONNECT_SWAPPED);
  update_name (cell);
  tb_cells_in_sight_queue (self->cells);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *cell,
           TbOverview         *self)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (cell), cell);
  if (self->cells != NULL)
    g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (cell), self->cells);
  tb_indicator_card_set_item (TB_INDICATOR_CARD (gtk_list_item_get_child (cell)), NULL);
}

static void
activate_cb (GtkGridView *grid,
             guint        position,
             TbOverview  *self)
{
  tb_session_select (self->session, tb_overview_model_peek (self->model, position), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "chart");
}

/* Keys that are for the card with the focus; @args: its action, "" for the menu. */
static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  TbIndicatorCard *card = find_focused (TB_OVERVIEW (widget));
  const char *action = g_variant_get_string (args, NULL);

  if (card == NULL)
    return GDK_EVENT_PROPAGATE;
  if (*action == '\0')
    tb_indicator_card_popup_menu (card, NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (card), action, NULL);
  return GDK_EVENT_STOP;
}

static TbIndicatorCard *
pick_card (TbOverview *self,
           double      x,
           double      y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->grid), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = picked != NULL ? gtk_widget_get_ancestor (picked, TB_TYPE_INDICATOR_CARD) : NULL;

  return card != NULL ? TB_INDICATOR_CARD (card) : NULL;
}

static void
popup_at (TbOverview *self,
          GtkGesture *gesture,
          double      x,
          double      y)
{
  TbIndicatorCard *card = pick_card (self, x, y);
  graphene_point_t point;

  if (card == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self->grid), GTK_WIDGET (card),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tb_indicator_card_popup_menu (card, &point);
}

static void
secondary_pressed_cb (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      TbOverview      *self)
{
  popup_at (self, GTK_GESTURE (gesture), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 TbOverview          *self)
{
  popup_at (self, GTK_GESTURE (gesture), x, y);
}

/* With Ctrl a click gathers, as in the sidebar. */
static void
primary_pressed_cb (GtkGestureClick *gesture,
                    int              n_press,
                    double           x,
                    double           y,
                    TbOverview      *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  TbIndicatorCard *card = pick_card (self, x, y);

  if ((state & GDK_CONTROL_MASK) == 0 || card == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (card), "card.toggle-selected", NULL);
}

static void
tb_overview_dispose (GObject *object)
{
  TbOverview *self = TB_OVERVIEW (object);

  g_clear_object (&self->cells);
  G_OBJECT_CLASS (tb_overview_parent_class)->dispose (object);
  g_clear_object (&self->model);
  g_clear_object (&self->indicators);
  g_clear_object (&self->session);
}

static void
add_gesture (TbOverview *self,
             GtkGesture *gesture,
             const char *signal,
             GCallback   callback,
             guint       button)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  if (button != 0)
    gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  else
    gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  g_signal_connect_object (gesture, signal, callback, self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (gesture));
}

static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  TbIndicatorCard *card = find_focused (user_data);

  return card != NULL && gtk_widget_activate_action (GTK_WIDGET (card), "card.toggle-selected", NULL);
}

/* The grid would take the key for a selection of its own, which it does not have. */
static void
add_toggle_key (TbOverview *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, GDK_CONTROL_MASK),
                                                      gtk_callback_action_new (toggle_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
}

static void
tb_overview_make (TbLatePane *pane)
{
  TbOverview *self = TB_OVERVIEW (pane);
  g_autoptr (GtkNoSelection) cards = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));

  TB_LATE_PANE_CLASS (tb_overview_parent_class)->make (pane);
  self->cells = tb_cells_in_sight_new (GTK_WIDGET (self->grid), FRAME_US, get_stale, update_card);
  add_toggle_key (self);
  add_gesture (self, gtk_gesture_click_new (), "pressed", G_CALLBACK (primary_pressed_cb), GDK_BUTTON_PRIMARY);
  add_gesture (self, gtk_gesture_click_new (), "pressed", G_CALLBACK (secondary_pressed_cb), GDK_BUTTON_SECONDARY);
  add_gesture (self, gtk_gesture_long_press_new (), "pressed", G_CALLBACK (long_pressed_cb), 0);
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (cards));
  g_signal_connect_object (self->indicators, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  update_stack (self);
}

static void
tb_overview_map (GtkWidget *widget)
{
  TbOverview *self = TB_OVERVIEW (widget);

  GTK_WIDGET_CLASS (tb_overview_parent_class)->map (widget);
  if (self->model != NULL)
    tb_overview_model_set_active (self->model, TRUE);
}

static void
tb_overview_unmap (GtkWidget *widget)
{
  TbOverview *self = TB_OVERVIEW (widget);

  GTK_WIDGET_CLASS (tb_overview_parent_class)->unmap (widget);
  if (self->model != NULL)
    tb_overview_model_set_active (self->model, FALSE);
}

static gboolean
tb_overview_grab_focus (GtkWidget *widget)
{
  TbOverview *self = TB_OVERVIEW (widget);

  return self->grid != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
tb_overview_class_init (TbOverviewClass *klass)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_i, GDK_CONTROL_MASK, "card.show-source" },
    { GDK_KEY_Menu, 0, "" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "" },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_overview_dispose;
  TB_LATE_PANE_CLASS (klass)->make = tb_overview_make;
  widget_class->map = tb_overview_map;
  widget_class->unmap = tb_overview_unmap;
  widget_class->grab_focus = tb_overview_grab_focus;
  g_type_ensure (TB_TYPE_INDICATOR_CARD);
  g_type_ensure (TB_TYPE_INDICATOR_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, TbOverview, stack);
  gtk_widget_class_bind_template_child (widget_class, TbOverview, grid);
  gtk_widget_class_bind_template_child (widget_class, TbOverview, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TbOverview, show_all_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, key_cb, "s", keys[i].action);
}

static void
tb_overview_init (TbOverview *self)
{
}

/**
 * tb_overview_set_session:
 * @self: an overview
 * @session: what it shows; set once
 * @indicators: which of it
 *
 * Gives the overview its session.
 */
void
tb_overview_set_session (TbOverview       *self,
                         TbSession        *session,
                         TbIndicatorModel *indicators)
{
  g_return_if_fail (TB_IS_OVERVIEW (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->indicators = g_object_ref (indicators);
  self->model = tb_overview_model_new (session, indicators);
}

gboolean
tb_overview_is_busy (TbOverview *self)
{
  g_return_val_if_fail (TB_IS_OVERVIEW (self), FALSE);

  return self->cells != NULL && (tb_overview_model_is_busy (self->model) || tb_cells_in_sight_is_busy (self->cells));
}
