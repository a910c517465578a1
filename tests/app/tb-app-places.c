/* Every page, popover and dialog of the window, found by walking what opens them.
 *
 * Pages are those of the view switcher, popovers those of the menu buttons, and
 * dialogs what the actions of the window and the application open: those that
 * come later are visited without a word here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-places-private.h"

#include "tb-settings.h"
#include "tb-window-private.h"

static const char doubtful[] = "when,area,number,code\n2019,North,120,1\n2020,North,131,1\n2021,South,80,2\n";
static const char damaged[] = "{\"tongbi\": \"dataset/1\",\n \"title\": \"Damaged\", \"units\": {\"bed\": 3}}\n";

/* These leave the window: for a chooser of files, a printer, another window, or the end. */
static const char *const leaving[] = { "win.open", "win.open-folder", "win.open-sample", "win.cancel-open",
                                       "win.print", "win.save", "win.save-as", "app.quit",
                                       "app.new-window", "win.reload", "win.undo", "win.redo",
                                       "win.toggle-inspector", NULL };

/* Without the frame that stands in for the shadow where nothing composes windows. */
static void
set_size (TbTour   *tour,
          TbWindow *window)
{
  graphene_rect_t content;

  if (!gtk_widget_compute_bounds (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
                                  GTK_WIDGET (window), &content))
    g_error ("The window has no content");
  gtk_window_set_default_size (GTK_WINDOW (window), 2 * tour->width - (int) content.size.width,
                               2 * tour->height - (int) content.size.height);
  tb_app_test_draw (window);
}

TbWindow *
tb_tour_open (TbTour     *tour,
              const char *name,
              const char *text,
              TbCondition is_there)
{
  g_autofree char *path = text != NULL ? tb_app_test_write (name, text)
                          : name != NULL
                            ? g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", name, NULL)
                            : NULL;
  TbWindow *window;

  g_settings_set_int (tb_settings_get (), "window-width", tour->width);
  g_settings_set_int (tb_settings_get (), "window-height", tour->height);
  window = tb_app_test_open (path);
  if (is_there != NULL)
    tb_app_test_wait (is_there, window, "what is opened");
  tb_app_test_draw (window);
  set_size (tour, window);
  return window;
}

void
tb_tour_visit (TbTour     *tour,
               TbWindow   *window,
               GtkWidget  *root,
               const char *where)
{
  g_test_message ("At %s", where);
  /* Late sizes settle. */
  tb_app_test_draw (window);
  /* The list of recent files closes where it changes. */
  if (!gtk_widget_get_mapped (root))
    return;
  tour->visit (window, root, where, tour->data);
  tour->n++;
}

void
tb_app_places_walk (GtkWidget *root,
                    void     (*found) (GtkWidget *widget, gpointer data),
                    gpointer   data)
{
  if (!gtk_widget_get_mapped (root) || gtk_widget_get_width (root) == 0)
    return;
  found (root, data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      tb_app_places_walk (child, found, data);
}

static void
close_dialogs (TbWindow *window)
{
  AdwDialog *dialog;

  while ((dialog = tb_app_test_get_dialog (window)) != NULL)
    {
      adw_dialog_force_close (dialog);
      tb_app_test_draw (window);
    }
}

void
tb_tour_visit_dialog (TbTour     *tour,
                      TbWindow   *window,
                      const char *where)
{
  AdwDialog *dialog = tb_app_test_get_dialog (window);

  if (dialog != NULL)
    tb_tour_visit (tour, window, GTK_WIDGET (dialog), where);
  close_dialogs (window);
}

static gboolean
tells_something (GtkWidget *root)
{
  gboolean tells = g_str_equal (gtk_widget_get_css_name (root), "toast");

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && !tells;
       child = gtk_widget_get_next_sibling (child))
    tells = tells_something (child);
  return tells;
}

void
tb_tour_visit_toast (TbTour     *tour,
                     TbWindow   *window,
                     const char *where)
{
  if (!tells_something (GTK_WIDGET (window)))
    return;
  tb_tour_visit (tour, window, GTK_WIDGET (window), where);
  adw_toast_overlay_dismiss_all (window->toasts);
  tb_app_test_draw (window);
}

static void
collect_buttons (GtkWidget *widget,
                 gpointer   data)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_is_sensitive (widget))
    g_ptr_array_add (data, g_object_ref (widget));
}

static void
visit_popovers (TbTour     *tour,
                TbWindow   *window,
                const char *where)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new_with_free_func (g_object_unref);

  tb_app_places_walk (GTK_WIDGET (window), collect_buttons, buttons);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkMenuButton *button = buttons->pdata[i];
      GtkWidget *popover;
      g_autofree char *place = g_strdup_printf ("%s, popover %u", where, i);

      gtk_menu_button_popup (button);
      tb_app_test_draw (window);
      popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
      if (popover != NULL && gtk_widget_get_mapped (popover))
        tb_tour_visit (tour, window, popover, place);
      gtk_menu_button_popdown (button);
      tb_app_test_draw (window);
    }
}

static void
visit_action (TbTour     *tour,
              TbWindow   *window,
              const char *action,
              const char *where)
{
  g_autofree char *place = g_strdup_printf ("%s, %s", where, action);

  if (g_strv_contains (leaving, action) || !tb_app_test_can (window, action))
    return;
  /* What was copied before would be opened. */
  if (g_str_equal (action, "win.paste"))
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  tb_app_test_draw (window);
  tb_tour_visit_dialog (tour, window, place);
  tb_tour_visit_toast (tour, window, place);
}

static void
visit_actions (TbTour     *tour,
               TbWindow   *window,
               const char *where)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (tb_app_test_get ()));
  const GVariantType *type;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), i, &owner, &name, &type,
                                                   &property); i++)
    if (g_str_has_prefix (name, "win.") && type == NULL)
      visit_action (tour, window, name, where);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("app.", names[i], NULL);

      if (g_action_group_get_action_parameter_type (G_ACTION_GROUP (tb_app_test_get ()), names[i]) == NULL)
        visit_action (tour, window, action, where);
    }
}

/* The table with more pairs of periods, and what their buttons open. */
static void
visit_pairs (TbTour   *tour,
             TbWindow *window)
{
  GtkWidget *add = tb_app_test_find_icon (GTK_WIDGET (window->comparison_view), "list-add-symbolic");
  guint n = 0;

  for (; n < 2 && gtk_widget_get_mapped (add) && gtk_widget_is_sensitive (add); n++)
    {
      g_signal_emit_by_name (add, "clicked");
      tb_app_test_draw (window);
    }
  if (n > 0)
    {
      tb_tour_visit (tour, window, GTK_WIDGET (window), "table of several pairs");
      visit_popovers (tour, window, "table of several pairs");
    }
  for (; n > 0; n--)
    tb_session_undo (window->session);
  tb_app_test_draw (window);
}

/* Each view, with nothing chosen too. */
static void
visit_views (TbTour   *tour,
             TbWindow *window)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (window->views);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      const char *name = adw_view_stack_page_get_name (page);
      g_autofree char *empty = g_strconcat (name, ", nothing chosen", NULL);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", name);
      tb_tour_visit (tour, window, GTK_WIDGET (window), name);
      visit_popovers (tour, window, name);
      visit_actions (tour, window, name);
      /* In a narrow window the search is in front of it. */
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", name);
      if (g_str_equal (name, "chart"))
        tb_tour_inspector (tour, window, name);
      if (g_str_equal (name, "table"))
        visit_pairs (tour, window);
      tb_session_unselect_all (window->session);
      tb_tour_visit (tour, window, GTK_WIDGET (window), empty);
      tb_session_undo (window->session);
      tb_app_test_draw (window);
    }
}

static void
visit_sidebar (TbTour   *tour,
               TbWindow *window)
{
  if (!adw_navigation_split_view_get_collapsed (window->split_view))
    return;
  adw_navigation_split_view_set_show_content (window->split_view, FALSE);
  tb_tour_visit (tour, window, GTK_WIDGET (window), "sidebar");
  visit_popovers (tour, window, "sidebar");
}

/* What asks before work that is not saved is lost. */
static void
visit_question (TbTour   *tour,
                TbWindow *window)
{
  tb_window_ask_to_save (window);
  tb_app_test_draw (window);
  tb_tour_visit_dialog (tour, window, "question of unsaved work");
}

static void
visit_open_file (TbTour     *tour,
                 const char *name,
                 guint       n_chosen)
{
  TbWindow *window = tb_tour_open (tour, name, NULL, tb_app_test_has_dataset);
  TbCatalog *catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));

  for (guint i = 0; i < n_chosen; i++)
    tb_session_select (window->session, tb_catalog_get_indicator (catalog, i), i == 0);
  visit_views (tour, window);
  visit_sidebar (tour, window);
  visit_question (tour, window);
  tb_app_test_close (window);
}

static void
visit_file (TbTour     *tour,
            const char *name,
            const char *text,
            const char *where)
{
  TbWindow *window = tb_tour_open (tour, name, text, tb_app_test_has_dialog);

  tb_tour_visit_dialog (tour, window, where);
  tb_app_test_close (window);
}

static void
visit_start (TbTour *tour)
{
  TbWindow *window = tb_tour_open (tour, NULL, NULL, NULL);

  tb_tour_visit (tour, window, GTK_WIDGET (window), "welcome");
  visit_popovers (tour, window, "welcome");
  visit_actions (tour, window, "welcome");
  gtk_stack_set_visible_child_name (window->pages, "loading");
  tb_tour_visit (tour, window, GTK_WIDGET (window), "loading");
  tb_app_test_close (window);
}

guint
tb_app_places_visit (int          width,
                     int          height,
                     TbPlaceVisit visit_cb,
                     gpointer     data)
{
  TbTour tour = { .visit = visit_cb, .data = data, .width = width, .height = height };

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  visit_start (&tour);
  tb_tour_files (&tour);
  visit_open_file (&tour, "digital-qingdao.tongbi.json", 2);
  visit_open_file (&tour, "iowa-electricity.tongbi.json", 3);
  visit_file (&tour, "doubtful.csv", doubtful, "how a file is read");
  visit_file (&tour, "damaged.tongbi.json", damaged, "problems");
  g_settings_reset (tb_settings_get (), "window-width");
  g_settings_reset (tb_settings_get (), "window-height");
  g_settings_reset (tb_settings_get (), "view");
  return tour.n;
}
