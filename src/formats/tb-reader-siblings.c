/* The files beside the one that is read: parts of a package, metadata.
 *
 * Their names stand in a file that anybody may have written, so that no name
 * leads out of the folder: neither by its steps nor by a link.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-files.h"

#include "tb-limits.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
is_address (const char *name)
{
  return strstr (name, "://") != NULL;
}

/**
 * tb_reader_check_sibling:
 * @name: the name of a file, as another file gives it
 * @problems: where it is told what is wrong with it, as a warning
 *
 * Checks that a name is one of a file in the same folder or below.
 *
 * Thread: any.
 *
 * Returns: whether it is
 */
gboolean
tb_reader_check_sibling (const char *name,
                         TbProblems *problems)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);

  if (is_address (name))
    {
      tb_problems_add (problems, TB_SEVERITY_WARNING, 0, 0, "",
                       _("“%s” is not fetched; expected the name of a file beside this one"), name);
      return FALSE;
    }
  for (gsize i = 0; steps[i] != NULL; i++)
    {
      if (*steps[i] != '\0' && !g_str_equal (steps[i], ".."))
        continue;
      tb_problems_add (problems, TB_SEVERITY_WARNING, 0, 0, "",
                       _("“%s” leads out of the folder and is not read; expected the name of a file beside this one"),
                       name);
      return FALSE;
    }
  if (*name == '\0')
    return FALSE;

  return TRUE;
}

/* Step by step, so that no link on the way is followed. −1 with errno. */
static int
open_below (int         folder,
            const char *name)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);
  g_autofd int at = -1;

  for (gsize i = 0; steps[i + 1] != NULL; i++)
    {
      int next = openat (at >= 0 ? at : folder, steps[i], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

      if (next < 0)
        return -1;
      if (at >= 0)
        close (at);
      at = next;
    }

  /* A pipe of that name must not make the reader wait for ever. */
  return openat (at >= 0 ? at : folder, steps[g_strv_length (steps) - 1],
                 O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
}

static void
report_failure (const char *name,
                int         error_number,
                TbProblems *problems)
{
  if (error_number == ENOENT || error_number == ENOTDIR)
    return;
  if (error_number == ELOOP)
    tb_problems_add (problems, TB_SEVERITY_WARNING, 0, 0, "",
                     _("“%s” is a link and not followed; expected a file"), name);
  else
    tb_problems_add (problems, TB_SEVERITY_WARNING, 0, 0, "", _("“%s” cannot be read: %s"), name,
                     g_strerror (error_number));
}

/**
 * tb_reader_open_below:
 * @folder: an open folder
 * @name: a relative name of a file in it or below
 * @problems: where a failure is told, as a warning; nothing where there is no such file
 *
 * Opens a regular file without leaving the folder.
 *
 * Thread: any; blocks.
 *
 * Returns: a file descriptor of the caller's, or −1
 */
int
tb_reader_open_below (int         folder,
                      const char *name,
                      TbProblems *problems)
{
  g_autofd int fd = -1;
  struct stat status;

  if (!tb_reader_check_sibling (name, problems))
    return -1;

  fd = open_below (folder, name);
  if (fd < 0 || fstat (fd, &status) != 0)
    {
      report_failure (name, errno, problems);
      return -1;
    }
  if (!S_ISREG (status.st_mode))
    {
      tb_problems_add (problems, TB_SEVERITY_WARNING, 0, 0, "", _("“%s” is not read; expected a file"), name);
      return -1;
    }

  return g_steal_fd (&fd);
}

static GBytes *
load_sibling (gpointer    user_data,
              const char *name,
              TbProblems *problems)
{
  TbReaderFolder *self = user_data;
  TbReaderWatch watch = { .cancellable = self->cancellable };
  g_autofd int fd = tb_reader_open_below (self->fd, name, problems);

  if (fd < 0)
    return NULL;
  return tb_loader_read_fd (fd, TB_LIMIT_FILE_BYTES, 0, &watch, problems, NULL);
}

/**
 * tb_reader_folder_init:
 * @self: (out caller-allocates): a folder
 * @path: where it is
 * @cancellable: (nullable): stops the reading of its files
 *
 * Opens a folder, so that its files can be read as siblings of one of them.
 *
 * Returns: whether it could be opened; else there are no siblings, and errno says why
 */
gboolean
tb_reader_folder_init (TbReaderFolder *self,
                       const char     *path,
                       GCancellable   *cancellable)
{
  *self = (TbReaderFolder) {
    .siblings = { load_sibling, self },
    .fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC),
    .cancellable = cancellable,
  };

  return self->fd >= 0;
}

/**
 * tb_reader_folder_clear:
 * @self: a folder
 *
 * Closes a folder.
 */
void
tb_reader_folder_clear (TbReaderFolder *self)
{
  g_clear_fd (&self->fd, NULL);
}
