/* The files opened last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-recent.h"

#include "tb-file-name.h"

#define MAX_IN_MENU 10

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  GtkRecentInfo *const *x = a;
  GtkRecentInfo *const *y = b;

  return g_date_time_compare (gtk_recent_info_get_visited (*y), gtk_recent_info_get_visited (*x));
}

/**
 * tb_recent_dup_uris:
 * @max: how many at most
 *
 * Lists the files opened last. Whether they are still there is looked at when one is
 * opened: a disk that sleeps would stop the window here.
 *
 * Returns: (transfer full) (array zero-terminated=1): their URIs, the newest first
 */
GStrv
tb_recent_dup_uris (gsize max)
{
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();

  for (GList *link = all; link != NULL; link = link->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (link->data), TB_MEDIA_TYPE) == 0)
      g_ptr_array_add (ours, link->data);
  g_ptr_array_sort (ours, compare_visited);
  for (guint i = 0; i < MIN (ours->len, max); i++)
    g_strv_builder_add (uris, gtk_recent_info_get_uri (g_ptr_array_index (ours, i)));
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
  return g_strv_builder_end (uris);
}

/**
 * tb_recent_add:
 * @file: a file that was opened
 *
 * Puts a file at the head of the list.
 */
void
tb_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  char *groups[] = { NULL };
  GtkRecentData data = {
    .mime_type = (char *) TB_MEDIA_TYPE,
    .app_name = (char *) "Tongbi",
    .app_exec = (char *) "tongbi %u",
    .groups = groups,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * tb_recent_remove:
 * @file: a file
 *
 * Takes a file off the list.
 */
void
tb_recent_remove (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;

  if (!gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, &error))
    g_debug ("Recent files: %s", error->message);
}

GMenuModel *
tb_recent_new_menu (void)
{
  g_auto (GStrv) uris = tb_recent_dup_uris (MAX_IN_MENU);
  g_autoptr (GMenu) menu = NULL;

  if (uris[0] == NULL)
    return NULL;
  menu = g_menu_new ();
  for (gsize i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
      g_autofree char *name = tb_file_dup_name (file);
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      /* An underscore in a menu marks a letter. */
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-uri", "s", uris[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
