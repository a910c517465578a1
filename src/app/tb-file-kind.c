/* What kind of files a dialog is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-file-kind.h"

/**
 * tb_file_kind_show_only:
 * @dialog: for a file
 * @name: what people call the kind
 * @media_type: (nullable): of the kind
 * @suffix: (nullable): of names of files, without the dot
 *
 * Lets @dialog show files of one kind.
 *
 * As a list of one, and not as a default without a list: the portals' backend of GTK
 * up to 1.14 frees a lone default while its dialog has it, and then crashes, so that a
 * sandboxed program waits for a dialog that never comes.
 */
void
tb_file_kind_show_only (GtkFileDialog *dialog,
                        const char    *name,
                        const char    *media_type,
                        const char    *suffix)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (media_type != NULL)
    gtk_file_filter_add_mime_type (filter, media_type);
  if (suffix != NULL)
    gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
}
