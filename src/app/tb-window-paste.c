/* Opening what other programs hand over: files that are dropped or copied, and tables as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-paste.h"

#include <glib/gi18n-lib.h>

static void
files_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  GSList *files = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (GSList *link = files; link != NULL; link = link->next)
    g_ptr_array_add (all, link->data);
  if (all->len > 0)
    tb_window_open_files (self, (GFile *const *) all->pdata, all->len);
  else
    tb_window_tell (self, error != NULL ? error->message : _("There is no file on the clipboard"));
  g_slist_free (files);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tb_paste_keep_finish (result, &error);

  if (file != NULL)
    tb_window_open (self, file);
  else
    tb_window_tell (self, error->message);
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text != NULL)
    tb_paste_keep_async (text, kept_cb, g_object_ref (self));
  else
    tb_window_tell (self, error->message);
}

/**
 * tb_window_paste:
 * @self: a window
 *
 * Opens what is on the clipboard as a dropped file is opened: files, or a text of
 * rows, which is kept as a file of its own. Where it can be read in several ways the
 * user is asked, as with any file.
 */
void
tb_window_paste (TbWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_cb,
                                    g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
           || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
           || gdk_content_formats_contain_mime_type (formats, "text/plain"))
    gdk_clipboard_read_text_async (clipboard, NULL, text_cb, g_object_ref (self));
  else
    tb_window_tell (self, _("There is no file and no table on the clipboard"));
}

static gboolean
drop_cb (TbWindow     *self,
         const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (files == NULL)
    return FALSE;
  for (GSList *link = files; link != NULL; link = link->next)
    g_ptr_array_add (all, link->data);
  tb_window_open_files (self, (GFile *const *) all->pdata, all->len);
  return TRUE;
}

void
tb_window_add_drop_target (TbWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
