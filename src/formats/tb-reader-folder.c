/* Reads the data files of a folder as one dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-files.h"

#include "tb-limits.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What is hidden belongs to other programs. FALSE: reported. */
static gboolean
list_names (const char *path,
            GPtrArray  *names,
            TbProblems *problems)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (*name == '.')
        continue;
      /* With a slash behind, as `ls -p` shows it, so that it has no name of a data file. */
      g_ptr_array_add (names, g_file_test (file, G_FILE_TEST_IS_DIR) ? g_strconcat (name, "/", NULL) : g_strdup (name));
      if (names->len > TB_LIMIT_FILES)
        {
          tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "",
                           _("more than %d files in this folder; expected fewer"), TB_LIMIT_FILES);
          return FALSE;
        }
    }

  return TRUE;
}

static GBytes *
load_name (gpointer    user_data,
           const char *name,
           TbProblems *problems)
{
  TbReaderFolder *folder = user_data;

  return folder->siblings.load (folder->siblings.user_data, name, problems);
}

static TbDataset *
read_name (gpointer                user_data,
           const char             *name,
           const TbReaderOptions  *options,
           const TbReaderSiblings *siblings,
           TbProblems             *problems,
           const TbReaderWatch    *watch)
{
  TbReaderFolder *folder = user_data;
  g_autofd int fd = tb_reader_open_below (folder->fd, name, problems);

  return fd >= 0 ? tb_reader_read_fd (fd, name, options, siblings, problems, watch, NULL) : NULL;
}

/**
 * tb_reader_read_folder:
 * @path: a folder
 * @options: (nullable): what the caller says about its files
 * @problems: where errors and warnings go, each under the name of its file
 * @watch: progress and cancellation
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * Reads the data files of a folder, not of those in it, as one dataset.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the dataset
 */
TbDataset *
tb_reader_read_folder (const char            *path,
                       const TbReaderOptions *options,
                       TbProblems            *problems,
                       const TbReaderWatch   *watch,
                       GError               **error)
{
  g_auto (TbReaderFolder) folder = { .fd = -1 };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  TbReaderListing listing = { path, names, read_name, load_name, &folder };

  if (!tb_reader_folder_init (&folder, path, watch->cancellable))
    {
      tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", _("the folder cannot be read: %s"), g_strerror (errno));
      return NULL;
    }
  if (!list_names (path, names, problems))
    return NULL;

  return tb_reader_read_listing (&listing, options, problems, watch, error);
}
