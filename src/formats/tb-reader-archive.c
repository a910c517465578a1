/* Reads archives in place: a .gz as the file in it, a .zip as the files in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-files.h"

#include "tb-archive.h"
#include "tb-file-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The files of a .zip, for their listing. */
typedef struct
{
  GHashTable *bytes;  /* of GBytes, by name */
} Files;

/* Archives in archives are what bombs are made of, and one may even hold itself. */
static gboolean
refuse_nested (GBytes     *bytes,
               TbProblems *problems,
               TbSeverity  severity)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (tb_archive_sniff (bytes) == TB_ARCHIVE_NONE)
    return FALSE;
  if (severity == TB_SEVERITY_ERROR && tb_file_kind_refuse (data, length, problems))
    return TRUE;

  tb_problems_add (problems, severity, 0, 0, "",
                   _("an archive inside an archive; expected a file of figures in it"));
  return TRUE;
}

static GBytes *
load_name (gpointer    user_data,
           const char *name,
           TbProblems *problems)
{
  const Files *self = user_data;
  GBytes *bytes = g_hash_table_lookup (self->bytes, name);

  return bytes != NULL && !refuse_nested (bytes, problems, TB_SEVERITY_WARNING) ? g_bytes_ref (bytes) : NULL;
}

static TbDataset *
read_name (gpointer                user_data,
           const char             *name,
           const TbReaderOptions  *options,
           const TbReaderSiblings *siblings,
           TbProblems             *problems,
           const TbReaderWatch    *watch)
{
  const Files *self = user_data;
  GBytes *bytes = g_hash_table_lookup (self->bytes, name);
  g_autofree char *base = g_path_get_basename (name);

  if (refuse_nested (bytes, problems, TB_SEVERITY_ERROR))
    return NULL;

  return tb_reader_read_watched (bytes, base, options, siblings, problems, watch, NULL);
}

/* What the file system of a Mac adds, and what is hidden, belongs to other programs. */
static gboolean
is_hidden (const char *name)
{
  const char *slash = strrchr (name, '/');
  const char *base = slash != NULL ? slash + 1 : name;

  return *base == '.' || g_str_has_prefix (name, "__MACOSX/");
}

static TbDataset *
read_files (GPtrArray             *files,
            const TbReaderOptions *options,
            TbProblems            *problems,
            const TbReaderWatch   *watch,
            GError               **error)
{
  g_autoptr (GHashTable) bytes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  Files user_data = { bytes };
  TbReaderListing listing = { tb_problems_get_file (problems), names, read_name, load_name, &user_data };

  for (guint i = 0; i < files->len; i++)
    {
      const TbArchiveFile *file = files->pdata[i];

      g_hash_table_insert (bytes, file->name, file->bytes);
      if (!is_hidden (file->name))
        g_ptr_array_add (names, file->name);
    }

  return tb_reader_read_listing (&listing, options, problems, watch, error);
}

static char *
strip_suffix (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".gz") ? g_strndup (name, strlen (name) - 3) : g_strdup (name);
}

/**
 * tb_reader_read_archive:
 * @bytes: the content of a .zip or .gz
 * @name: the archive's name without its folder
 * @options: (nullable): what the caller says about it
 * @siblings: (nullable): the files beside the archive, for one that holds a single file
 * @problems: where errors and warnings go
 * @watch: progress and cancellation
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * Reads an archive without unpacking it to a disk: a .gz as the file in it, a
 * .zip as a folder.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the dataset
 */
TbDataset *
tb_reader_read_archive (GBytes                 *bytes,
                        const char             *name,
                        const TbReaderOptions  *options,
                        const TbReaderSiblings *siblings,
                        TbProblems             *problems,
                        const TbReaderWatch    *watch,
                        GError                **error)
{
  g_autoptr (GPtrArray) files = tb_archive_unpack (bytes, NULL, problems, watch->cancellable);
  g_autofree char *inner = strip_suffix (name);
  g_autoptr (GBytes) content = NULL;

  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error) || files == NULL)
    return NULL;
  if (tb_archive_sniff (bytes) == TB_ARCHIVE_ZIP)
    return read_files (files, options, problems, watch, error);

  content = files->len > 0 ? g_bytes_ref (((TbArchiveFile *) files->pdata[0])->bytes) : g_bytes_new (NULL, 0);
  if (refuse_nested (content, problems, TB_SEVERITY_ERROR))
    return NULL;

  return tb_reader_read_watched (content, inner, options, siblings, problems, watch, error);
}
