/* Saves a file whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Of a new file, before the process's umask. */
#define NEW_FILE_MODE 0666

/* All values of errno that GLib has codes for are below. */
#define LAST_REASON 199

/* As many as the kernel follows. */
#define MAX_LINKS 40

static gboolean
fail (const char  *path,
      int          code,
      GError     **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _("Could not write “%s”: %s"), path,
               g_strerror (code));
  return FALSE;
}

/* GLib has no code for a quota or a limit that is passed, but words for it at the end. */
static gboolean
fail_in_words (const char  *path,
               GError      *beside,
               GError     **error)
{
  const char *colon = strrchr (beside->message, ':');

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("Could not write “%s”: %s"), path,
               colon != NULL && colon[1] == ' ' ? colon + 2 : beside->message);
  g_error_free (beside);
  return FALSE;
}

/* GLib names the file beside @path, of which nobody has heard: the reason alone
 * is taken from it. */
static gboolean
fail_as_beside (const char  *path,
                GError      *beside,
                GError     **error)
{
  for (int code = 1; beside->code != G_FILE_ERROR_FAILED && code <= LAST_REASON; code++)
    {
      if ((int) g_file_error_from_errno (code) != beside->code)
        continue;
      g_error_free (beside);
      return fail (path, code, error);
    }

  return fail_in_words (path, beside, error);
}

/* Where a link leads, also where nothing is there yet. */
static char *
follow_links (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (current, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        break;
      folder = g_path_get_dirname (current);
      g_free (current);
      current = g_path_is_absolute (target) ? g_steal_pointer (&target) : g_build_filename (folder, target, NULL);
    }

  return g_steal_pointer (&current);
}

static gboolean
write_all (int          fd,
           const char  *data,
           gsize        length,
           const char  *path,
           GError     **error)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (path, errno, error);
      data += written;
      length -= (gsize) written;
    }

  return TRUE;
}

/* A pipe, a terminal or /dev/null can not be replaced by a file beside it. */
static gboolean
write_through (const char  *path,
               const char  *data,
               gsize        length,
               GError     **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean written;

  if (fd < 0)
    return fail (path, errno, error);
  written = write_all (fd, data, length, path, error);

  return g_close (fd, written ? error : NULL) && written;
}

/**
 * tb_save_file:
 * @path: where; "-" is standard output
 * @data: (array length=length): what
 * @length: bytes
 * @error: return location for an error of %G_FILE_ERROR
 *
 * Writes beside @path, syncs and renames, so that a failed save leaves the old
 * file as it was. A link stays a link, also one to a file that is not there yet;
 * the mode of an old file is kept.
 *
 * Returns: whether all of it is saved
 */
gboolean
tb_save_file (const char  *path,
              const char  *data,
              gsize        length,
              GError     **error)
{
  g_autofree char *resolved = NULL;
  GStatBuf status;
  g_autoptr (GError) beside = NULL;
  gboolean is_new;
  int mode = NEW_FILE_MODE;

  if (g_str_equal (path, "-"))
    return write_all (STDOUT_FILENO, data, length, path, error);

  path = resolved = follow_links (path);
  is_new = g_stat (path, &status) != 0;
  if (is_new && errno != ENOENT)
    return fail (path, errno, error);
  if (!is_new && S_ISDIR (status.st_mode))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, _("Could not write “%s”: it is a folder"), path);
      return FALSE;
    }
  if (!is_new && !S_ISREG (status.st_mode))
    return write_through (path, data, length, error);
  if (!is_new)
    mode = (int) (status.st_mode & 07777);

  if (!g_file_set_contents_full (path, data, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &beside))
    return fail_as_beside (path, g_steal_pointer (&beside), error);

  /* The process's umask has taken bits off the mode of the new file; an old
   * file had them. Where this fails, the figures are saved all the same. */
  if (!is_new)
    (void) g_chmod (path, (mode_t) mode);

  return TRUE;
}
