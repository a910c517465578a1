/* What a file is called where people read it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-file-name.h"

#include "tb-text-measure.h"

/**
 * tb_file_dup_name:
 * @file: a file
 *
 * Gets the name of a file for a title or a message. File systems allow names that are
 * no text, and ones of several lines.
 *
 * Returns: (transfer full): one line of valid UTF-8
 */
char *
tb_file_dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);

  return tb_text_clean (shown);
}
