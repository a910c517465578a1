/* The bytes of a data file that is open, for the record of what is made of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-opened-file.h"

#include "tb-export.h"

/* When it was last changed, renamed or replaced; −1: not told. */
static gint64
get_changed (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_TIME_CHANGED "," G_FILE_ATTRIBUTE_TIME_CHANGED_USEC, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_TIME_CHANGED))
    return -1;

  return (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_CHANGED) * G_USEC_PER_SEC +
         g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_CHANGED_USEC);
}

/**
 * tb_opened_file_dup_hash:
 * @file: (nullable): where the figures were read from
 * @opened: when that was, µs since the epoch
 *
 * Names the bytes that are open. A file that was changed since is not what the
 * figures are from, and no hash is better than one of other figures.
 *
 * Thread: any; it reads the whole file.
 *
 * Returns: (transfer full) (nullable): "sha256:…"; %NULL where it is not known
 */
char *
tb_opened_file_dup_hash (GFile  *file,
                         gint64  opened)
{
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  gint64 changed = path != NULL ? get_changed (file) : -1;

  return changed >= 0 && changed <= opened ? tb_export_dup_file_hash (path) : NULL;
}
