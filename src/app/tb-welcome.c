/* What an empty window shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-welcome.h"

#include "tb-file-name.h"
#include "tb-recent.h"
#include "tb-settings.h"

struct _TbWelcome
{
  AdwBin               parent_instance;

  GPtrArray           *rows;
  AdwStatusPage       *status_page;
  AdwPreferencesGroup *recent_group;
  GtkWidget           *sample_button;
};

G_DEFINE_FINAL_TYPE (TbWelcome, tb_welcome, ADW_TYPE_BIN)

#define MAX_SHOWN 4

static GtkWidget *
new_row (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = tb_file_dup_name (file);
  g_autofree char *place = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static void
tb_welcome_dispose (GObject *object)
{
  TbWelcome *self = TB_WELCOME (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  /* Else the bin would let go of a child that the template has freed. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_WELCOME);
  G_OBJECT_CLASS (tb_welcome_parent_class)->dispose (object);
}

static void
tb_welcome_class_init (TbWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_welcome_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, TbWelcome, status_page);
  gtk_widget_class_bind_template_child (widget_class, TbWelcome, recent_group);
  gtk_widget_class_bind_template_child (widget_class, TbWelcome, sample_button);
}

static void
tb_welcome_init (TbWelcome *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->status_page, APPLICATION_ID);
  tb_welcome_update (self);
}

/**
 * tb_welcome_update:
 * @self: a welcome page
 *
 * Lists the recent files anew.
 */
void
tb_welcome_update (TbWelcome *self)
{
  g_auto (GStrv) uris = tb_recent_dup_uris (MAX_SHOWN);
  g_autoptr (GFile) sample = tb_settings_dup_sample ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; uris[i] != NULL; i++)
    {
      GtkWidget *row = new_row (uris[i]);

      adw_preferences_group_add (self->recent_group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), uris[0] != NULL);
  gtk_widget_set_visible (self->sample_button, sample != NULL);
}
