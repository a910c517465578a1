/* The sidebar: what the dataset holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-sidebar-private.h"

#include "tb-chooser.h"
#include "tb-indicator-cells.h"
#include "tb-indicator-row.h"
#include "tb-late-menu.h"
#include "tb-menu-names.h"

#include <glib/gi18n-lib.h>

/* No row is less high, whatever the font. */
#define ROW_PX 44

G_DEFINE_FINAL_TYPE (TbIndicatorSidebar, tb_indicator_sidebar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_MENU_MODEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
add_nothing (TbIndicatorSidebar *self)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Results Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Names in both languages and ids are searched."));
  gtk_widget_add_css_class (page, "compact");
  gtk_stack_add_named (self->stack, page, "nothing");
}

/* The page of a search that finds nothing is made for the first one. */
static void
update_stack (TbIndicatorSidebar *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  if (is_empty && gtk_stack_get_child_by_name (self->stack, "nothing") == NULL)
    add_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "nothing" : "list");
}

static void
update_selection_bar (TbIndicatorSidebar *self)
{
  gsize n = tb_session_get_n_selected (self->session);
  g_autofree char *text = NULL;

  /* Translators: how many indicators are ticked in the sidebar */
  text = g_strdup_printf (ngettext ("%zu selected", "%zu selected", n), n);
  gtk_label_set_text (self->selection_label, text);
  gtk_action_bar_set_revealed (self->selection_bar, n > 1);
}

/* A list that is not shown, as nothing is in it, gets no rows and is not scrolled. */
static gboolean
is_list_coming (TbIndicatorSidebar *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->list))
         && (self->grow_id != 0 || tb_indicator_scroll_is_busy (self->scroll));
}

/* A chooser makes a row for each of its choices, and a menu each of its items, long
 * before they are shown. */
static gboolean
fill_choices_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  TbIndicatorSidebar *self = TB_INDICATOR_SIDEBAR (widget);

  if (gtk_widget_get_height (widget) == 0 || is_list_coming (self))
    return G_SOURCE_CONTINUE;
  self->choices_id = 0;
  adw_split_button_set_menu_model (self->open_button, self->recent);
  if (self->places->len > 1)
    tb_indicator_sidebar_fill_places (self, self->places->len);
  return G_SOURCE_REMOVE;
}

/* After the frames in which the list gets its rows. */
static void
queue_choices (TbIndicatorSidebar *self)
{
  if (self->choices_id == 0)
    self->choices_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_choices_cb, NULL, NULL);
}

static GtkAdjustment *
get_adjustment (TbIndicatorSidebar *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
}

/* The rows that are not in sight, after the frame with those that are. */
static gboolean
grow_cb (GtkWidget     *list,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TbIndicatorSidebar *self = user_data;

  if (gtk_widget_get_height (list) > 0)
    tb_growing_model_grow (self->rows);
  if (!tb_growing_model_is_whole (self->rows))
    return G_SOURCE_CONTINUE;
  self->grow_id = 0;
  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (TbIndicatorSidebar *self)
{
  update_stack (self);
  if (self->grow_id == 0 && !tb_growing_model_is_whole (self->rows))
    self->grow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), grow_cb, self, NULL);
}

static void
page_changed_cb (TbIndicatorSidebar *self)
{
  tb_indicator_sidebar_expect_height (self, (int) gtk_adjustment_get_page_size (get_adjustment (self)));
}

/* Who adds a second one further down stays there. */
static void
selection_changed_cb (TbIndicatorSidebar *self)
{
  update_selection_bar (self);
  if (tb_session_get_n_selected (self->session) == 1)
    tb_indicator_scroll_queue (self->scroll);
}

static void
opened_cb (TbIndicatorSidebar *self)
{
  g_autofree char *title = tb_session_dup_title (self->session);
  gboolean has_domains = tb_indicator_model_has_domains (self->model);

  adw_window_title_set_title (self->window_title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), title);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_list_view_set_header_factory (self->list, has_domains ? self->header_factory : NULL);
  tb_indicator_sidebar_collect_places (self);
  tb_indicator_sidebar_fill_places (self, 0);
  /* A chooser of one is no choice. */
  gtk_widget_set_visible (GTK_WIDGET (self->place_dropdown), self->places->len > 1);
  queue_choices (self);
  tb_indicator_scroll_queue (self->scroll);
}

static void
activate_cb (GtkListView        *list,
             guint               position,
             TbIndicatorSidebar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", NULL);
}

/* On a narrow window a plain click goes on to the figure, as lists do there;
 * with Ctrl or Shift, or on the check box, it only gathers. */
static void
released_cb (GtkGestureClick    *gesture,
             int                 n_press,
             double              x,
             double              y,
             TbIndicatorSidebar *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 || picked == NULL)
    return;
  if (GTK_IS_CHECK_BUTTON (picked) || gtk_widget_get_ancestor (picked, GTK_TYPE_CHECK_BUTTON) != NULL)
    return;
  if (gtk_widget_get_ancestor (picked, TB_TYPE_INDICATOR_ROW) != NULL || TB_IS_INDICATOR_ROW (picked))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", NULL);
}

static void
deselect_cb (GtkButton          *button,
             TbIndicatorSidebar *self)
{
  if (tb_session_get_n_selected (self->session) == 0)
    return;
  /* The button goes with its bar. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  tb_session_select (self->session, tb_session_get_selected (self->session, 0), TRUE);
}

static void
tb_indicator_sidebar_get_property (GObject    *object,
                                   guint       property,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_MENU_MODEL:
      g_value_set_object (value, TB_INDICATOR_SIDEBAR (object)->menu_model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tb_indicator_sidebar_set_property (GObject      *object,
                                   guint         property,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TbIndicatorSidebar *self = TB_INDICATOR_SIDEBAR (object);

  switch (property)
    {
    case PROP_MENU_MODEL:
      if (g_set_object (&self->menu_model, g_value_get_object (value)))
        tb_late_menu_set (self->menu_button, self->menu_model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tb_indicator_sidebar_dispose (GObject *object)
{
  TbIndicatorSidebar *self = TB_INDICATOR_SIDEBAR (object);

  g_clear_object (&self->cells);
  g_clear_pointer (&self->scroll, tb_indicator_scroll_free);
  /* Else the bin would let go of a child that the template has freed. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_INDICATOR_SIDEBAR);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_object (&self->menu_model);
  g_clear_object (&self->recent);
  G_OBJECT_CLASS (tb_indicator_sidebar_parent_class)->dispose (object);
}

static void
tb_indicator_sidebar_class_init (TbIndicatorSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tb_indicator_sidebar_get_property;
  object_class->set_property = tb_indicator_sidebar_set_property;
  object_class->dispose = tb_indicator_sidebar_dispose;
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                         | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TB_TYPE_INDICATOR_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-indicator-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, window_title);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, open_button);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, place_dropdown);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, selection_label);
  gtk_widget_class_bind_template_child (widget_class, TbIndicatorSidebar, header_factory);
  tb_indicator_sidebar_bind_search (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, deselect_cb);
}

static void
tb_indicator_sidebar_init (TbIndicatorSidebar *self)
{
  GtkGesture *click;

  self->places = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tb_menu_name_items_of (GTK_WIDGET (self->open_button));
  tb_chooser_complete_drop_down (self->place_dropdown, _("Place"));
  self->cells = tb_indicator_cells_new (self->list);
  tb_indicator_sidebar_connect_search (self);
  click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  /* libadwaita tells the tooltip of its other half. */
  gtk_widget_set_tooltip_text (gtk_widget_get_first_child (GTK_WIDGET (self->open_button)), _("Open (Ctrl+O)"));
  /* Of the whole, which has the tooltip of the other half. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->open_button))),
                                 GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

/**
 * tb_indicator_sidebar_set_session:
 * @self: a sidebar
 * @session: what it shows; set once
 *
 * Gives the sidebar its session.
 */
void
tb_indicator_sidebar_set_session (TbIndicatorSidebar *self,
                                  TbSession          *session)
{
  g_return_if_fail (TB_IS_INDICATOR_SIDEBAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->model = tb_indicator_model_new (session);
  self->rows = tb_growing_model_new (GTK_SELECTION_MODEL (self->model));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->rows));
  self->scroll = tb_indicator_scroll_new (self->list, self->model, self->rows);
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  tb_indicator_sidebar_connect_places (self);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "notify::page-size", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tb_indicator_sidebar_expect_height:
 * @self: a sidebar with a session
 * @height: px
 *
 * Tells how high the list will at most be, where it was not laid out yet.
 */
void
tb_indicator_sidebar_expect_height (TbIndicatorSidebar *self,
                                    int                 height)
{
  g_return_if_fail (TB_IS_INDICATOR_SIDEBAR (self));

  if (height > 0)
    tb_growing_model_set_first (self->rows, (guint) height / ROW_PX + 1);
}

/**
 * tb_indicator_sidebar_get_indicators:
 * @self: a sidebar with a session
 *
 * Returns: (transfer none): what passes its search and its choice of place
 */
TbIndicatorModel *
tb_indicator_sidebar_get_indicators (TbIndicatorSidebar *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_SIDEBAR (self), NULL);

  return self->model;
}

gboolean
tb_indicator_sidebar_is_busy (TbIndicatorSidebar *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_SIDEBAR (self), FALSE);

  return (self->grow_id != 0 && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
         || (self->choices_id != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
         || tb_cells_in_sight_is_busy (self->cells);
}

/**
 * tb_indicator_sidebar_set_recent:
 * @self: a sidebar
 * @recent: (nullable): recent files; %NULL where there are none
 *
 * Sets the menu of the open button.
 */
void
tb_indicator_sidebar_set_recent (TbIndicatorSidebar *self,
                                 GMenuModel         *recent)
{
  g_return_if_fail (TB_IS_INDICATOR_SIDEBAR (self));

  g_set_object (&self->recent, recent);
  queue_choices (self);
}
