/* What can be done in a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-comparison-clip.h"
#include "tb-dialog-parts.h"
#include "tb-export-choice.h"
#include "tb-export-dialog.h"
#include "tb-figure-copy.h"
#include "tb-preferences-dialog.h"
#include "tb-print-content.h"
#include "tb-settings.h"
#include "tb-shortcuts.h"
#include "tb-source-dialog.h"
#include "tb-table-export-dialog.h"

#include <glib/gi18n-lib.h>

/* Of images on the clipboard: sharp on a slide, small enough for a message. */
#define COPY_DPI 192

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);
  TbChartPicture *picture = tb_chart_view_get_picture (self->chart_view);
  g_autoptr (TbComparison) shown = NULL;
  AdwDialog *dialog;

  if (tb_window_shows_table (self))
    {
      shown = tb_comparison_view_dup_shown (self->comparison_view);
      dialog = ADW_DIALOG (tb_table_export_dialog_new (self->session, shown, self->toasts));
    }
  else
    dialog = ADW_DIALOG (tb_export_dialog_new (self->session, tb_chart_spec_get (picture->spec)->type, self->toasts));
  tb_dialog_present_in_parts (dialog, widget);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);
  TbChartPicture *picture = tb_chart_view_get_picture (self->chart_view);
  g_autoptr (TbComparison) shown = NULL;

  if (tb_window_shows_table (self))
    {
      shown = tb_comparison_view_dup_shown (self->comparison_view);
      tb_print_table (GTK_WINDOW (self), self->toasts, self->session, shown);
    }
  else
    tb_print_chart (GTK_WINDOW (self), self->toasts, self->session, tb_chart_spec_get (picture->spec)->type);
}

static void
table_copied_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autofree char *text = NULL;
  g_autoptr (GdkContentProvider) provider = tb_comparison_clip_finish (result, &text);

  if (tb_window_is_closed (self))
    return;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  tb_window_tell (self, text);
}

static void
copy_table (TbWindow *self)
{
  tb_comparison_view_copy (self->comparison_view, table_copied_cb, g_object_ref (self));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);
  TbChartPicture *picture = tb_chart_view_get_picture (self->chart_view);
  g_autoptr (TbChartSpec) spec = NULL;
  TbExportChoice choice;

  if (tb_window_shows_table (self))
    {
      copy_table (self);
      return;
    }
  tb_export_choice_read (tb_settings_get (),
                         tb_export_choice_figure_language (tb_session_get_language (self->session)), &choice);
  spec = tb_export_choice_dup_spec (&choice, self->session, tb_chart_spec_get (picture->spec)->type);
  tb_figure_copy (self->toasts, self->session, spec, COPY_DPI);
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  tb_window_reload (TB_WINDOW (widget));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tb_window_save (TB_WINDOW (widget));
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  tb_window_save_as (TB_WINDOW (widget));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tb_session_undo (TB_WINDOW (widget)->session);
  tb_window_say (TB_WINDOW (widget), _("Undone"));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tb_session_redo (TB_WINDOW (widget)->session);
  tb_window_say (TB_WINDOW (widget), _("Redone"));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  tb_indicator_sidebar_start_search (self->sidebar);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  tb_indicator_sidebar_show_all (TB_WINDOW (widget)->sidebar);
}

static void
show_content_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  adw_navigation_split_view_set_show_content (TB_WINDOW (widget)->split_view, TRUE);
}

static void
show_view_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);
  GtkWidget *before = adw_view_stack_get_visible_child (self->views);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean was_within = focus != NULL && gtk_widget_is_ancestor (focus, before);

  adw_view_stack_set_visible_child_name (self->views, g_variant_get_string (parameter, NULL));
  /* From what the one view is about to what the other is about: GTK would go to the first
   * button, or out of the view where that is still being made. */
  if (was_within && adw_view_stack_get_visible_child (self->views) != before)
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->views));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  /* The focus may be elsewhere, and nothing else says what came. */
  tb_window_say (self, adw_view_stack_page_get_title (
                         adw_view_stack_get_page (self->views, adw_view_stack_get_visible_child (self->views))));
}

static void
show_notices_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);

  tb_window_show_problems (self, tb_session_get_file (self->session), tb_session_get_problems (self->session));
}

static void
show_reading_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  tb_window_ask_reading (TB_WINDOW (widget));
}

static void
show_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);
  TbDataset *dataset = tb_session_get_dataset (self->session);
  TbFigure figure;

  if (tb_source_target_read (dataset, parameter, &figure))
    adw_dialog_present (
      ADW_DIALOG (tb_source_dialog_new (dataset, figure, tb_session_get_language (self->session))), widget);
}

static void
show_current_source_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  tb_window_show_source (TB_WINDOW (widget));
}

static void
show_preferences_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  tb_dialog_present_in_parts (ADW_DIALOG (tb_preferences_dialog_new ()), widget);
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  adw_dialog_present (tb_shortcuts_new_dialog (), widget);
}

static void
toggle_inspector_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  TbWindow *self = TB_WINDOW (widget);
  gboolean is_shown;

  g_object_get (self->chart_view, "inspector-shown", &is_shown, NULL);
  g_object_set (self->chart_view, "inspector-shown", !is_shown, NULL);
  if (is_shown)
    tb_chart_view_focus_figure (self->chart_view);
  else
    gtk_widget_grab_focus (GTK_WIDGET (tb_chart_view_get_inspector (self->chart_view)));
}

static void
set_enabled (TbWindow   *self,
             const char *action,
             gboolean    enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

/**
 * tb_window_update_actions:
 * @self: a window
 *
 * Enables what can be done with what is shown.
 */
void
tb_window_update_actions (TbWindow *self)
{
  g_autoptr (GFile) sample = tb_settings_dup_sample ();
  TbChartPicture *picture = tb_chart_view_get_picture (self->chart_view);
  gboolean is_open = tb_session_get_dataset (self->session) != NULL;
  gboolean has_content = tb_window_shows_table (self)
                           ? tb_comparison_view_get_comparison (self->comparison_view) != NULL
                           : picture != NULL && picture->scene != NULL;

  /* Cards are no figure to be put elsewhere. */
  has_content = has_content && is_open && !tb_window_shows_overview (self)
                && tb_session_get_n_selected (self->session) > 0;
  set_enabled (self, "win.export", has_content);
  set_enabled (self, "win.copy", has_content);
  set_enabled (self, "win.print", has_content);
  set_enabled (self, "win.reload", is_open && self->import != NULL);
  set_enabled (self, "win.save", is_open && self->import != NULL);
  set_enabled (self, "win.save-as", is_open && self->import != NULL);
  set_enabled (self, "win.undo", tb_session_can_undo (self->session));
  set_enabled (self, "win.redo", tb_session_can_redo (self->session));
  set_enabled (self, "win.search", is_open);
  set_enabled (self, "win.show-notices", is_open && adw_banner_get_revealed (self->notices_banner));
  set_enabled (self, "win.show-reading", is_open && self->import != NULL && tb_import_has_choices (self->import));
  set_enabled (self, TB_SHOW_SOURCE_ACTION, is_open);
  set_enabled (self, "win.show-current-source", is_open && tb_session_get_n_selected (self->session) > 0);
  set_enabled (self, "win.show-view", is_open);
  set_enabled (self, "win.toggle-inspector", is_open && !tb_window_shows_table (self));
  set_enabled (self, "win.open-sample", sample != NULL);
  set_enabled (self, "win.cancel-open", self->opening != NULL);
}

/**
 * tb_window_install_actions:
 * @widget_class: the class of windows
 *
 * Installs all actions of a window.
 */
void
tb_window_install_actions (GtkWidgetClass *widget_class)
{
  tb_window_install_open_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "win.show-content", NULL, show_content_action);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-inspector", NULL, toggle_inspector_action);
  gtk_widget_class_install_action (widget_class, "win.show-notices", NULL, show_notices_action);
  gtk_widget_class_install_action (widget_class, "win.show-reading", NULL, show_reading_action);
  gtk_widget_class_install_action (widget_class, TB_SHOW_SOURCE_ACTION, TB_SOURCE_TARGET_TYPE, show_source_action);
  gtk_widget_class_install_action (widget_class, "win.show-current-source", NULL, show_current_source_action);
  gtk_widget_class_install_action (widget_class, "win.show-preferences", NULL, show_preferences_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  /* Not of the application: in a text field they are the field's. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}
