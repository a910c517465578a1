/* The search above the sidebar's list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-sidebar-private.h"

#include <glib/gi18n-lib.h>

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

/* Those that the template names. */
void
tb_indicator_sidebar_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

void
tb_indicator_sidebar_connect_search (TbIndicatorSidebar *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), key);
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
