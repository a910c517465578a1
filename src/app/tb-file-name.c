/* What a file is called where people read it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-file-name.h"

#include "tb-shown-text.h"
#include "tb-text-measure.h"

/**
 * tb_file_shorten:
 * @text: any bytes
 *
 * Makes a title or message of a text from a file, which no label has room for, and
 * no layout time, where it is very long.
 *
 * Returns: (transfer full): one short line of valid UTF-8
 */
char *
tb_file_shorten (const char *text)
{
  g_autofree char *clean = tb_text_clean (text);

  return tb_shown_text_dup (clean, TB_SHOWN_LINE_CHARS);
}

/**
 * tb_file_dup_name:
 * @file: a file
 *
 * Gets the name of a file for a title or a message. File systems allow names that are
 * no text, and ones of several lines; what a document names may be of any length.
 *
 * Returns: (transfer full): one short line of valid UTF-8
 */
char *
tb_file_dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);

  return tb_file_shorten (shown);
}
