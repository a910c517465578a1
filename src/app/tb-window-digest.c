/* What tells the files that are open from later ones: found out beside the user's work.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include <glib/gi18n-lib.h>

/* A window that is presented soon is there by then. */
#define DIGEST_AFTER_MS 250

static gboolean
is_changed (TbWindow     *self,
            const TbWork *work)
{
  for (gsize i = 0; i < work->n_files && self->digests != NULL && self->digests[i] != NULL; i++)
    if (work->files[i].sha256 != NULL && tb_work_file_is_digest (self->digests[i])
        && !g_str_equal (work->files[i].sha256, self->digests[i]))
      return TRUE;

  return FALSE;
}

static void
digested_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) digests = tb_work_file_digest_finish (result, &error);
  AdwToast *toast;
  gboolean is_new;

  if (digests == NULL)
    return;
  g_clear_pointer (&self->digests, g_strfreev);
  self->digests = g_steal_pointer (&digests);
  /* What was kept before did not know them. */
  tb_window_keep_work (self);
  if (g_strv_contains ((const char *const *) self->digests, TB_WORK_FILE_CHANGED))
    tb_window_look_at_files (self);
  /* What is read again tells itself what it brings. */
  is_new = self->is_work_new;
  self->is_work_new = FALSE;
  if (!is_new || self->work == NULL || !is_changed (self, self->work))
    return;
  toast = adw_toast_new ("");
  adw_toast_set_timeout (toast, 0);
  tb_window_add_toast (self, toast, _("The figures have changed since this chart was saved"));
}

/**
 * tb_window_digest:
 * @self: a window with files open
 * @stamps: (nullable): of the files, from before they were read
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Computes what tells the files from later ones.
 */
void
tb_window_digest (TbWindow            *self,
                  char *const         *stamps,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  gsize n = tb_import_get_n_files (self->import);
  g_autofree GFile **files = g_new (GFile *, n);

  for (gsize i = 0; i < n; i++)
    files[i] = tb_import_get_file (self->import, i);
  tb_work_file_digest_async (files, n, stamps, cancellable, callback, user_data);
}

static void
digest (gpointer data)
{
  TbWindow *self = data;

  self->digest_id = 0;
  tb_window_digest (self, tb_import_get_stamps (self->import), self->digesting, digested_cb, g_object_ref (self));
}

/* What tells the files from later ones is found out beside the user's work, and not
 * before there is a window. */
void
tb_window_start_digesting (TbWindow *self)
{
  g_clear_handle_id (&self->digest_id, g_source_remove);
  g_cancellable_cancel (self->digesting);
  g_clear_object (&self->digesting);
  g_clear_pointer (&self->digests, g_strfreev);
  self->digesting = g_cancellable_new ();
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    digest (self);
  else
    self->digest_id = g_timeout_add_once (DIGEST_AFTER_MS, digest, self);
}
