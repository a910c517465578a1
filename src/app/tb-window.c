/* The window: sidebar, chart and table, or what stands in their place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-banner.h"
#include "tb-recent.h"
#include "tb-settings.h"

#include <glib/gi18n-lib.h>

/* The header bar and the search of the sidebar, at least. */
#define ABOVE_LIST_PX 80

G_DEFINE_FINAL_TYPE (TbWindow, tb_window, ADW_TYPE_APPLICATION_WINDOW)

gboolean
tb_window_shows_overview (TbWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "overview") == 0;
}

gboolean
tb_window_shows_table (TbWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "table") == 0;
}

static void
update_notices (TbWindow *self)
{
  TbProblems *problems = tb_session_get_problems (self->session);
  gsize n = problems != NULL ? tb_problems_get_n_warnings (problems) : 0;
  g_autofree char *title = NULL;

  if (n > 0)
    /* Translators: of reading a file: things that were left out or taken otherwise */
    title = g_strdup_printf (ngettext ("%zu notice on this file", "%zu notices on this file", n), n);
  tb_banner_tell (self->notices_banner, title);
}

static void
update_content_title (TbWindow *self)
{
  gsize n = tb_session_get_n_selected (self->session);
  g_autofree char *title = NULL;

  if (tb_window_shows_overview (self))
    title = g_strdup (_("Overview"));
  else if (n == 1)
    title = tb_text_dup_marked (&tb_session_get_selected (self->session, 0)->name,
                                tb_session_get_language (self->session));
  else if (n > 1)
    title = g_strdup_printf (ngettext ("%zu indicator", "%zu indicators", n), n);
  adw_navigation_page_set_title (self->content_page, title != NULL ? title : _("Figures"));
}

static void
opened_cb (TbWindow *self)
{
  tb_window_update_title (self);
  /* At once: to fade from the page before, each frame would draw both, while rows are made. */
  gtk_stack_set_visible_child_full (self->pages, "content", GTK_STACK_TRANSITION_TYPE_NONE);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  update_notices (self);
}

static void
selection_changed_cb (TbWindow *self)
{
  update_content_title (self);
  tb_window_update_actions (self);
}

static void
history_changed_cb (TbWindow *self)
{
  tb_window_update_title (self);
  tb_window_update_actions (self);
  tb_window_keep_work (self);
}

static void
view_changed_cb (TbWindow *self)
{
  g_settings_set_string (tb_settings_get (), "view", adw_view_stack_get_visible_child_name (self->views));
  update_content_title (self);
  tb_window_update_actions (self);
}

static void
recent_changed_cb (TbWindow *self)
{
  g_autoptr (GMenuModel) menu = tb_recent_new_menu ();

  tb_indicator_sidebar_set_recent (self->sidebar, menu);
  tb_welcome_update (self->welcome);
}

static gboolean
tb_window_close_request (GtkWindow *window)
{
  GSettings *settings = tb_settings_get ();
  TbWindow *self = TB_WINDOW (window);
  int width;
  int height;

  if (tb_window_has_unsaved_work (self) && !self->is_left)
    {
      self->close_when_saved = TRUE;
      tb_window_ask_to_save (self);
      return TRUE;
    }
  gtk_window_get_default_size (window, &width, &height);
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  tb_window_cancel_opening (self);
  tb_window_forget_work (self);
  return GTK_WINDOW_CLASS (tb_window_parent_class)->close_request (window);
}

static void
tb_window_dispose (GObject *object)
{
  TbWindow *self = TB_WINDOW (object);

  g_clear_handle_id (&self->show_loading_id, g_source_remove);
  g_clear_handle_id (&self->present_id, g_source_remove);
  g_clear_handle_id (&self->recovery_id, g_source_remove);
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  g_clear_object (&self->recovery_file);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->opening_file);
  g_clear_pointer (&self->chart_menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->import);
  g_clear_pointer (&self->page_before, g_free);
  g_clear_handle_id (&self->digest_id, g_source_remove);
  g_cancellable_cancel (self->digesting);
  g_clear_object (&self->digesting);
  tb_window_drop_reading (self);
  g_clear_handle_id (&self->work_look_id, g_source_remove);
  g_clear_object (&self->work_monitor);
  g_clear_weak_pointer (&self->work_toast);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->work_file);
  g_clear_pointer (&self->work_digest, g_free);
  g_clear_pointer (&self->work, tb_work_free);
  g_clear_pointer (&self->digests, g_strfreev);
  g_clear_pointer (&self->files_when_saved, g_ptr_array_unref);
  g_clear_pointer (&self->first_when_saved, g_free);
  G_OBJECT_CLASS (tb_window_parent_class)->dispose (object);
}

/* A wide window never makes its buttons. */
static void
bottom_revealed_cb (TbWindow    *self,
                    GParamSpec  *pspec,
                    GtkRevealer *bottom_bar)
{
  if (gtk_revealer_get_reveal_child (bottom_bar))
    adw_inline_view_switcher_set_stack (self->bottom_switcher, self->views);
}

/* In a narrow window the focus comes back to where it was on the page that comes again.
 * That may stand in another view by now, or be hidden. */
static void
content_shown_cb (TbWindow               *self,
                  GParamSpec             *pspec,
                  AdwNavigationSplitView *split_view)
{
  gboolean shows_content = adw_navigation_split_view_get_show_content (split_view);
  GtkWidget *view = shows_content ? adw_view_stack_get_visible_child (self->views) : GTK_WIDGET (self->sidebar);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || gtk_widget_get_mapped (focus))
    return;
  if (!gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->content_page), GTK_DIR_TAB_FORWARD);
}

static gboolean
shows_chart (TbWindow   *self,
             const char *view)
{
  return g_strcmp0 (view, "chart") == 0;
}

static void
tb_window_class_init (TbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tb_window_close_request;
  g_type_ensure (TB_TYPE_CHART_VIEW);
  g_type_ensure (TB_TYPE_COMPARISON_VIEW);
  g_type_ensure (TB_TYPE_INDICATOR_SIDEBAR);
  g_type_ensure (TB_TYPE_LOADING);
  g_type_ensure (TB_TYPE_OVERVIEW);
  g_type_ensure (TB_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, notices_banner);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, reload_banner);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, views);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, chart_view);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, comparison_view);
  gtk_widget_class_bind_template_child (widget_class, TbWindow, bottom_switcher);
  gtk_widget_class_bind_template_callback (widget_class, bottom_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, content_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_chart);
  tb_window_install_actions (widget_class);
  /* No accelerator of the program: cards of the overview take the key first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "win.show-current-source", NULL);
}

/* Of the monitor that a maximized window comes up on, or any. */
static int
find_most_height (TbWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  int height = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle place;

      gdk_monitor_get_geometry (monitor, &place);
      height = MAX (height, place.height);
    }
  return height;
}

static void
restore_state (TbWindow *self)
{
  GSettings *settings = tb_settings_get ();
  gboolean is_maximized = g_settings_get_boolean (settings, "window-maximized");
  g_autofree char *view = g_settings_get_string (settings, "view");
  int height;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (is_maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  height = is_maximized ? find_most_height (self) : g_settings_get_int (settings, "window-height");
  tb_indicator_sidebar_expect_height (self->sidebar, height - ABOVE_LIST_PX);
  adw_view_stack_set_visible_child_name (self->views, view);
}

static void
connect_signals (TbWindow *self)
{
  g_signal_connect_object (self->session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "history-changed", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tb_chart_view_get_canvas (self->chart_view), "ready", G_CALLBACK (tb_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparison_view, "ready", G_CALLBACK (tb_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child-name", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
tb_window_init (TbWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->patience = 1;
  self->session = tb_session_new (tb_settings_language ());
  tb_indicator_sidebar_set_session (self->sidebar, self->session);
  tb_overview_set_session (self->overview, self->session, tb_indicator_sidebar_get_indicators (self->sidebar));
  tb_chart_view_set_session (self->chart_view, self->session);
  tb_comparison_view_set_session (self->comparison_view, self->session);
  restore_state (self);
  connect_signals (self);
  recent_changed_cb (self);
  tb_window_add_chart_menu (self);
  tb_window_add_drop_target (self);
  tb_window_update_actions (self);
  if (g_str_equal (PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

/**
 * tb_window_new:
 * @application: the program
 *
 * Makes an empty window.
 *
 * Returns: (transfer floating): a new window, owned by GTK
 */
TbWindow *
tb_window_new (GtkApplication *application)
{
  return g_object_new (TB_TYPE_WINDOW, "application", application, NULL);
}

TbSession *
tb_window_get_session (TbWindow *self)
{
  g_return_val_if_fail (TB_IS_WINDOW (self), NULL);

  return self->session;
}

gboolean
tb_window_is_opening (TbWindow *self)
{
  g_return_val_if_fail (TB_IS_WINDOW (self), FALSE);

  return self->opening != NULL;
}

gboolean
tb_window_has_file (TbWindow *self,
                    GFile    *file)
{
  GFile *figures;

  g_return_val_if_fail (TB_IS_WINDOW (self), FALSE);

  if (self->opening_file != NULL && g_file_equal (self->opening_file, file))
    return TRUE;
  if (self->work_file != NULL)
    return g_file_equal (self->work_file, file);
  figures = tb_session_get_file (self->session);
  return figures != NULL && g_file_equal (figures, file);
}

gboolean
tb_window_is_empty (TbWindow *self)
{
  g_return_val_if_fail (TB_IS_WINDOW (self), FALSE);

  return self->opening == NULL && self->question == NULL && tb_session_get_dataset (self->session) == NULL;
}

/**
 * tb_window_is_closed:
 * @self: a window
 *
 * Tells what was asked for before that it comes too late: a window that is closed is
 * there as long as anything is under way for it.
 *
 * Returns: whether nobody sees it any more
 */
gboolean
tb_window_is_closed (TbWindow *self)
{
  return gtk_window_get_application (GTK_WINDOW (self)) == NULL;
}

gboolean
tb_window_is_settled (TbWindow *self)
{
  g_return_val_if_fail (TB_IS_WINDOW (self), FALSE);

  return self->opening == NULL && self->comparing == NULL && !tb_indicator_sidebar_is_busy (self->sidebar)
         && !tb_chart_view_is_busy (self->chart_view) && !tb_comparison_view_is_busy (self->comparison_view)
         && !tb_overview_is_busy (self->overview);
}
