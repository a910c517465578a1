/* Files that a document names: the way to them, and what tells them from later ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-related-file.h"

#include <string.h>

#define HASHED_AT_ONCE ((gsize) 1 << 20)

static gboolean
hash_bytes (GChecksum    *checksum,
            GFile        *file,
            GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autofree guchar *buffer = g_malloc (HASHED_AT_ONCE);
  gssize n = 0;

  if (stream == NULL)
    return FALSE;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, HASHED_AT_ONCE, cancellable, NULL)) > 0)
    g_checksum_update (checksum, buffer, n);

  return n == 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A folder is the names and bytes of what lies in it, in the order of their names. */
static gboolean
hash_folder (GChecksum    *checksum,
             GFile        *folder,
             GCancellable *cancellable)
{
  g_autoptr (GFileEnumerator) children =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                               G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GFileInfo *info;

  if (children == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (children, &info, NULL, cancellable, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
      g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (GFile) child = g_file_get_child (folder, name);

      g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name) + 1);
      if (!hash_bytes (checksum, child, cancellable))
        return FALSE;
    }

  return TRUE;
}

/**
 * tb_related_file_is_there:
 * @file: what may be a file
 * @cancellable: (nullable): stops it
 *
 * Tells whether there is a file or folder. A device or a pipe is neither: it has no
 * end, or waits for a writer. Thread: any; blocks.
 *
 * Returns: whether it is there
 */
gboolean
tb_related_file_is_there (GFile        *file,
                          GCancellable *cancellable)
{
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);

  return type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_DIRECTORY;
}

/**
 * tb_related_file_dup_digest:
 * @file: a file or folder
 * @cancellable: (nullable): stops it
 *
 * Computes what tells it from later ones; of a folder, from the names and bytes of
 * the files in it. Thread: any; it reads them whole.
 *
 * Returns: (transfer full) (nullable): SHA-256 in hexadecimal; %NULL where it cannot
 *   be read, or cancelled
 */
char *
tb_related_file_dup_digest (GFile        *file,
                            GCancellable *cancellable)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean is_folder = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY;

  if (!tb_related_file_is_there (file, cancellable))
    return NULL;
  if (is_folder ? !hash_folder (checksum, file, cancellable) : !hash_bytes (checksum, file, cancellable))
    return NULL;

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * tb_related_file_dup_hash:
 * @file: a file
 * @cancellable: (nullable): stops it
 *
 * Names the bytes of a data file, so that a figure can be traced to them. A folder has
 * none. Thread: any; it reads the file whole.
 *
 * Returns: (transfer full) (nullable): "sha256:…"; %NULL where it cannot be read
 */
char *
tb_related_file_dup_hash (GFile        *file,
                          GCancellable *cancellable)
{
  gboolean is_file = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_REGULAR;
  g_autofree char *digest = is_file ? tb_related_file_dup_digest (file, cancellable) : NULL;

  return digest != NULL ? g_strconcat ("sha256:", digest, NULL) : NULL;
}

/**
 * tb_related_file_dup_stamp:
 * @file: a file or folder
 * @cancellable: (nullable): stops it
 *
 * Tells a file from one that was written since, without reading it: by the time of its
 * last change and its size. Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): a text to be compared; %NULL where there is none
 */
char *
tb_related_file_dup_stamp (GFile        *file,
                           GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  const char *tag = info != NULL ? g_file_info_get_etag (info) : NULL;

  return tag != NULL ? g_strdup_printf ("%s %" G_GOFFSET_FORMAT, tag, g_file_info_get_size (info)) : NULL;
}

/* From the folder of @from to @to. NULL: they have only the root in common. */
static char *
dup_way (const char *to,
         const char *from)
{
  g_auto (GStrv) to_parts = g_strsplit (to, G_DIR_SEPARATOR_S, -1);
  g_auto (GStrv) from_parts = g_strsplit (from, G_DIR_SEPARATOR_S, -1);
  g_autoptr (GString) path = g_string_new (NULL);
  gsize n = 0;

  while (to_parts[n] != NULL && to_parts[n + 1] != NULL && from_parts[n] != NULL && from_parts[n + 1] != NULL
         && g_str_equal (to_parts[n], from_parts[n]))
    n++;
  /* The first part is the empty one before the root. */
  if (n < 2)
    return NULL;
  for (gsize i = n; from_parts[i] != NULL && from_parts[i + 1] != NULL; i++)
    g_string_append (path, "../");
  for (gsize i = n; to_parts[i] != NULL; i++)
    g_string_append_printf (path, "%s%s", to_parts[i], to_parts[i + 1] != NULL ? "/" : "");

  return g_string_free_and_steal (g_steal_pointer (&path));
}

/**
 * tb_related_file_dup_path:
 * @file: a file that is to be named
 * @document: (nullable): what names it
 *
 * Gets the way from the document's folder to a file. Where both have only the root
 * in common they are not moved together, and the whole path is meant; of a file that
 * has none, or none that a text can hold, the URI. Thread: any.
 *
 * Returns: (transfer full): a path, with "/", or a URI
 */
char *
tb_related_file_dup_path (GFile *file,
                          GFile *document)
{
  const char *to = g_file_peek_path (file);
  const char *from = document != NULL ? g_file_peek_path (document) : NULL;
  g_autofree char *path = NULL;

  if (to == NULL)
    return g_file_get_uri (file);
  path = from != NULL ? dup_way (to, from) : NULL;
  if (path == NULL)
    path = g_strdup (to);

  return g_utf8_validate (path, -1, NULL) ? g_steal_pointer (&path) : g_file_get_uri (file);
}

/**
 * tb_related_file_resolve:
 * @path: as tb_related_file_dup_path() gives it
 * @document: what names it
 *
 * Finds the file that a document means. Thread: any.
 *
 * Returns: (transfer full): the file, which may not be there
 */
GFile *
tb_related_file_resolve (const char *path,
                         GFile      *document)
{
  const char *scheme = g_uri_peek_scheme (path);
  g_autoptr (GFile) folder = g_file_get_parent (document);

  /* A name may have a colon. */
  if (scheme != NULL && g_str_has_prefix (path + strlen (scheme), "://"))
    return g_file_new_for_uri (path);

  return g_file_resolve_relative_path (folder != NULL ? folder : document, path);
}
