/* The bytes of a data file that is open, for the record of what is made of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-opened-file.h"

#include "tb-related-file.h"

/**
 * tb_opened_file_dup_hash:
 * @file: (nullable): where the figures were read from
 * @stamp: (nullable): of tb_related_file_dup_stamp(), from before they were read; %NULL
 *   where that is not known, or there were several files
 *
 * Names the bytes that are open. A file that was changed since is not what the
 * figures are from, and no hash is better than one of other figures.
 *
 * Thread: any; it reads the whole file.
 *
 * Returns: (transfer full) (nullable): "sha256:…"; %NULL where it is not known
 */
char *
tb_opened_file_dup_hash (GFile      *file,
                         const char *stamp)
{
  gboolean is_near = file != NULL && stamp != NULL && g_file_peek_path (file) != NULL;
  g_autofree char *hash = is_near ? tb_related_file_dup_hash (file, NULL) : NULL;
  /* By now, as it may be written while it is hashed. */
  g_autofree char *now = hash != NULL ? tb_related_file_dup_stamp (file, NULL) : NULL;

  return g_strcmp0 (now, stamp) == 0 ? g_steal_pointer (&hash) : NULL;
}
