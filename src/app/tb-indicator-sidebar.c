/* The sidebar: what the dataset holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-sidebar.h"

#include "tb-chooser.h"
#include "tb-growing-model.h"
#include "tb-indicator-cells.h"
#include "tb-indicator-row.h"
#include "tb-indicator-scroll.h"
#include "tb-late-menu.h"
#include "tb-menu-names.h"

#include <glib/gi18n-lib.h>

/* No row is less high, whatever the font. */
#define ROW_PX 44

struct _TbIndicatorSidebar
{
  AdwBin              parent_instance;

  TbSession          *session;
  TbIndicatorModel   *model;
  TbGrowingModel     *rows;              /* of @model, what the list has by now */
  guint               grow_id;
  guint               choices_id;        /* 0: what menus offer is up to date */
  GMenuModel         *recent;            /* nullable */
  GMenuModel         *menu_model;
  TbCellsInSight     *cells;
  TbIndicatorScroll  *scroll;
  GPtrArray          *places;            /* const TbPlace *, those of the chooser */
  gboolean            is_filling;        /* the place chooser is being filled by us */

  AdwWindowTitle     *window_title;
  AdwSplitButton     *open_button;
  GtkMenuButton      *menu_button;
  GtkSearchEntry     *search_entry;
  GtkDropDown        *place_dropdown;
  GtkStack           *stack;
  GtkListView        *list;
  GtkActionBar       *selection_bar;
  GtkLabel           *selection_label;
  GtkListItemFactory *header_factory;
};

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

/* Places with figures of their own; those that are only named as parents are no
 * choice. */
static void
collect_places (TbIndicatorSidebar *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    g_hash_table_add (used, (gpointer) tb_series_get_info (tb_dataset_get_series (dataset, i))->place);
  g_ptr_array_set_size (self->places, 0);
  for (gsize i = 0; i < tb_catalog_get_n_places (catalog); i++)
    if (g_hash_table_contains (used, tb_catalog_get_place (catalog, i)))
      g_ptr_array_add (self->places, (gpointer) tb_catalog_get_place (catalog, i));
}

static const TbPlace *
get_place (TbIndicatorSidebar *self,
           guint               i)
{
  return g_ptr_array_index (self->places, i);
}

/* Saved work, undoing and reading a file again set the place too. */
static void
show_place (TbIndicatorSidebar *self)
{
  const char *place = tb_session_get_place (self->session);
  GListModel *names = gtk_drop_down_get_model (self->place_dropdown);
  guint selected = 0;

  for (guint i = 0; i < self->places->len && place != NULL && selected == 0; i++)
    if (g_str_equal (get_place (self, i)->id, place))
      selected = i + 1;
  /* Not all places may be in the chooser yet. */
  if (names == NULL || selected >= g_list_model_get_n_items (names))
    selected = 0;
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->place_dropdown, selected);
  self->is_filling = FALSE;
}

/* The first @n places. */
static void
fill_places (TbIndicatorSidebar *self,
             guint               n)
{
  TbLanguage language = tb_session_get_language (self->session);
  /* Translators: choice of the place chooser that limits nothing */
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]) { _("All Places"), NULL });

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (names, tb_text_dup_marked (&get_place (self, i)->name, language));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->place_dropdown, G_LIST_MODEL (names));
  show_place (self);
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
    fill_places (self, self->places->len);
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
  collect_places (self);
  fill_places (self, 0);
  /* A chooser of one is no choice. */
  gtk_widget_set_visible (GTK_WIDGET (self->place_dropdown), self->places->len > 1);
  queue_choices (self);
  tb_indicator_scroll_queue (self->scroll);
}

static void
place_selected_cb (TbIndicatorSidebar *self)
{
  guint i = gtk_drop_down_get_selected (self->place_dropdown);

  if (self->is_filling || self->session == NULL || i > self->places->len)
    return;
  tb_session_set_place (self->session, i == 0 ? NULL : get_place (self, i - 1)->id);
}

/* To those who do not see the list change. */
static void
tell_found (TbIndicatorSidebar *self)
{
  gsize n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *text = n == 0 ? g_strdup (_("No Results Found"))
                                 : g_strdup_printf (ngettext ("%zu indicator", "%zu indicators", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self->search_entry), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search (TbIndicatorSidebar *self)
{
  if (self->model != NULL)
    tb_indicator_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_changed_cb (GtkSearchEntry     *entry,
                   TbIndicatorSidebar *self)
{
  search (self);
  if (self->model != NULL && *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    tell_found (self);
}

static void
stop_search_cb (GtkSearchEntry     *entry,
                TbIndicatorSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Enter shows the first of what was found. */
static void
search_activate_cb (GtkSearchEntry     *entry,
                    TbIndicatorSidebar *self)
{
  search (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  tb_session_select (self->session, tb_indicator_model_peek (self->model, 0), TRUE);
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", NULL);
}

/* Down goes on from the words to what they found. */
static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  key,
               guint                  code,
               GdkModifierType        state,
               TbIndicatorSidebar    *self)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  search (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return GDK_EVENT_STOP;
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GDK_EVENT_STOP;
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
  if (tb_session_get_n_selected (self->session) > 0)
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
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, deselect_cb);
}

static void
tb_indicator_sidebar_init (TbIndicatorSidebar *self)
{
  GtkGesture *click;
  GtkEventController *key;

  self->places = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tb_menu_name_items_of (GTK_WIDGET (self->open_button));
  tb_chooser_complete_drop_down (self->place_dropdown, _("Place"));
  self->cells = tb_indicator_cells_new (self->list);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list));
  g_signal_connect_object (self->place_dropdown, "notify::selected", G_CALLBACK (place_selected_cb), self,
                           G_CONNECT_SWAPPED);
  key = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), key);
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
  g_signal_connect_object (session, "place-changed", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
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

/**
 * tb_indicator_sidebar_start_search:
 * @self: a sidebar
 *
 * Puts the cursor into the search entry, its text selected.
 */
void
tb_indicator_sidebar_start_search (TbIndicatorSidebar *self)
{
  g_return_if_fail (TB_IS_INDICATOR_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * tb_indicator_sidebar_show_all:
 * @self: a sidebar
 *
 * Takes the search and the choice of place back.
 */
void
tb_indicator_sidebar_show_all (TbIndicatorSidebar *self)
{
  g_return_if_fail (TB_IS_INDICATOR_SIDEBAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self->search_entry, self);
  tb_session_set_place (self->session, NULL);
}
