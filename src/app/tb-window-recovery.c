/* Keeps a window's unsaved work for the case of a crash, and takes it up again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-recovery.h"
#include "tb-window-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* A title is typed in seconds; what is lost is at most this. */
#define WRITE_AFTER_MS 500

static void write_now (gpointer data);

static void
remove_file (TbWindow *self)
{
  if (self->recovery_file == NULL)
    return;
  g_file_delete_async (self->recovery_file, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_clear_object (&self->recovery_file);
}

/* The program may end with this window. */
static void
remove_now (TbWindow *self)
{
  if (self->recovery_file == NULL)
    return;
  g_file_delete (self->recovery_file, NULL, NULL);
  g_clear_object (&self->recovery_file);
}

/* Without the file, of which nobody has heard. GLib has codes of its own for what the
 * system says. */
static const char *
get_reason (const GError *error)
{
  static const int codes[] = { ENOSPC, EDQUOT, EROFS, EACCES, EIO, ENOENT };

  for (gsize i = 0; error->domain == G_FILE_ERROR && i < G_N_ELEMENTS (codes); i++)
    if (error->code != G_FILE_ERROR_FAILED && (int) g_file_error_from_errno (codes[i]) == error->code)
      return g_strerror (codes[i]);

  return error->message;
}

/* Once, and not with every letter that is typed; again where it worked in between. */
static void
tell_failure (TbWindow     *self,
              const GError *error)
{
  g_autofree char *text = NULL;

  g_message ("Keeping unsaved work: %s", error->message);
  if (self->has_told_keeping || self->recovery_is_over || tb_window_is_closed (self))
    return;
  self->has_told_keeping = TRUE;
  /* Translators: %s is the reason */
  text = g_strdup_printf (_("Until you save, a crash would lose this work: %s"), get_reason (error));
  tb_window_tell (self, text);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbWork) kept = tb_work_file_save_finish (result, NULL, &error);

  g_application_release (g_application_get_default ());
  self->is_keeping = FALSE;
  if (kept == NULL)
    tell_failure (self, error);
  else
    self->has_told_keeping = FALSE;
  /* It was saved, or the window closed, in the meantime. */
  if (self->recovery_is_over)
    remove_now (self);
  else if (!tb_window_has_unsaved_work (self))
    remove_file (self);
}

static void
write_now (gpointer data)
{
  TbWindow *self = data;
  g_autoptr (TbWork) work = NULL;

  self->recovery_id = 0;
  if (!tb_window_has_unsaved_work (self))
    return;
  if (self->is_keeping)
    {
      self->recovery_id = g_timeout_add_once (WRITE_AFTER_MS, write_now, self);
      return;
    }
  if (self->recovery_file == NULL)
    self->recovery_file = tb_recovery_new_file ();
  work = tb_window_dup_work (self, NULL);
  self->is_keeping = TRUE;
  g_application_hold (g_application_get_default ());
  tb_work_file_save_async (self->recovery_file, work, NULL, NULL, written_cb, g_object_ref (self));
}

/**
 * tb_window_keep_work:
 * @self: a window whose work has changed, or was saved
 *
 * Sees to it that a crash loses no more than the last moment.
 */
void
tb_window_keep_work (TbWindow *self)
{
  if (!tb_window_has_unsaved_work (self))
    {
      g_clear_handle_id (&self->recovery_id, g_source_remove);
      if (!self->is_keeping)
        remove_file (self);
    }
  else if (self->recovery_id == 0)
    self->recovery_id = g_timeout_add_once (WRITE_AFTER_MS, write_now, self);
}

/**
 * tb_window_forget_work:
 * @self: a window that closes
 *
 * Lets go of what was kept: it is saved, or the user does not want it.
 */
void
tb_window_forget_work (TbWindow *self)
{
  self->recovery_is_over = TRUE;
  g_clear_handle_id (&self->recovery_id, g_source_remove);
  if (!self->is_keeping)
    remove_now (self);
}
