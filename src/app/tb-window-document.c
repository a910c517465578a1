/* The document that a window saves its work in, and what others write to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-file-name.h"

#include <glib/gi18n-lib.h>

/* A look at the document, which may be another one by the end of it. */
typedef struct
{
  TbWindow *window;
  GFile    *file;
} Looking;

static void
open_again_cb (TbWindow *self)
{
  if (self->work_file != NULL)
    tb_window_open (self, self->work_file);
}

static void
tell_change (TbWindow   *self,
             const char *digest)
{
  g_autofree char *name = tb_file_dup_name (self->work_file);
  g_autofree char *text = NULL;
  AdwToast *toast = adw_toast_new ("");
  gboolean is_gone = digest[0] == '\0';

  if (is_gone)
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_("Gone from the disk; saving writes it anew: “%s”"), name);
  else
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_("Another window or program saved “%s”"), name);
  adw_toast_set_timeout (toast, 0);
  /* "Saved" is no reason to wait. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (!is_gone)
    {
      adw_toast_set_button_label (toast, _("_Open It"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_again_cb), self, G_CONNECT_SWAPPED);
    }
  g_set_weak_pointer (&self->work_toast, toast);
  tb_window_add_toast (self, toast, text);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Looking *looking = user_data;
  g_autoptr (TbWindow) self = looking->window;
  g_autoptr (GFile) file = looking->file;
  g_auto (GStrv) digests = tb_work_file_digest_finish (result, NULL);

  /* What is being written here is known once it is. */
  if (digests == NULL || self->is_saving || self->work_digest == NULL || self->work_file == NULL ||
      !g_file_equal (self->work_file, file))
    return;
  if (self->work_toast != NULL)
    adw_toast_dismiss (self->work_toast);
  if (!g_str_equal (digests[0], self->work_digest))
    tell_change (self, digests[0]);
}

static void
look (gpointer data)
{
  TbWindow *self = data;
  Looking *looking = g_new0 (Looking, 1);

  self->work_look_id = 0;
  looking->window = g_object_ref (self);
  looking->file = g_object_ref (self->work_file);
  tb_work_file_digest_async (&looking->file, 1, NULL, NULL, looked_cb, looking);
}

static void
changed_cb (TbWindow *self)
{
  g_clear_handle_id (&self->work_look_id, g_source_remove);
  self->work_look_id = g_timeout_add_once (TB_WINDOW_LOOK_AFTER_MS, look, self);
}

/**
 * tb_window_set_document:
 * @self: a window
 * @file: (nullable): where its work is saved from now on
 * @digest: (nullable): the SHA-256 of what is in it; %NULL: not known
 *
 * Takes a document for its own: it is told where somebody else writes it.
 */
void
tb_window_set_document (TbWindow   *self,
                        GFile      *file,
                        const char *digest)
{
  gboolean is_other = file == NULL || self->work_file == NULL || !g_file_equal (file, self->work_file);

  g_set_str (&self->work_digest, digest);
  if (self->work_toast != NULL)
    adw_toast_dismiss (self->work_toast);
  if (!is_other)
    return;
  g_clear_handle_id (&self->work_look_id, g_source_remove);
  g_clear_object (&self->work_monitor);
  g_set_object (&self->work_file, file);
  if (file != NULL)
    self->work_monitor = g_file_monitor (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->work_monitor != NULL)
    g_signal_connect_object (self->work_monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
