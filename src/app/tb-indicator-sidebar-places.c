/* The chooser of places above the sidebar's list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-sidebar-private.h"

#include <glib/gi18n-lib.h>

/* Places with figures of their own; those that are only named as parents are no
 * choice. */
void
tb_indicator_sidebar_collect_places (TbIndicatorSidebar *self)
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
void
tb_indicator_sidebar_show_place (TbIndicatorSidebar *self)
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
void
tb_indicator_sidebar_fill_places (TbIndicatorSidebar *self,
                                  guint               n)
{
  TbLanguage language = tb_session_get_language (self->session);
  /* Translators: choice of the place chooser that limits nothing */
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]) { _("All Places"), NULL });

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (names, tb_text_dup_marked (&get_place (self, i)->name, language));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->place_dropdown, G_LIST_MODEL (names));
  tb_indicator_sidebar_show_place (self);
}

static void
place_selected_cb (TbIndicatorSidebar *self)
{
  guint i = gtk_drop_down_get_selected (self->place_dropdown);

  if (self->is_filling || self->session == NULL || i > self->places->len)
    return;
  tb_session_set_place (self->session, i == 0 ? NULL : get_place (self, i - 1)->id);
}

void
tb_indicator_sidebar_connect_places (TbIndicatorSidebar *self)
{
  g_signal_connect_object (self->place_dropdown, "notify::selected", G_CALLBACK (place_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "place-changed", G_CALLBACK (tb_indicator_sidebar_show_place), self,
                           G_CONNECT_SWAPPED);
}
