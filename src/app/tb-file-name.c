/* What a file is called where people read it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-file-name.h"

#include "tb-shown-text.h"

#include <string.h>

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

  return tb_shown_text_dup_line (shown);
}

/* A file that a sandbox was given lies in a folder of its own there, whose name says
 * nothing: "/run/user/1000/doc/1a2b3c4d", inside "/run/flatpak/doc/1a2b3c4d". */
static gboolean
is_of_portal (const char *path)
{
  if (g_str_has_prefix (path, "/run/flatpak/doc/"))
    return TRUE;
  if (!g_str_has_prefix (path, "/run/user/"))
    return FALSE;
  path += strlen ("/run/user/");

  return g_str_has_prefix (path + strspn (path, "0123456789"), "/doc/");
}

/**
 * tb_file_dup_place:
 * @file: a file
 *
 * Gets the folder of a file for the reader.
 *
 * Returns: (transfer full) (nullable): its name; %NULL where it says nothing, as of what
 *   a sandbox was given
 */
char *
tb_file_dup_place (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  const char *path = g_file_peek_path (file);

  return folder != NULL && (path == NULL || !is_of_portal (path)) ? g_file_get_parse_name (folder) : NULL;
}

/**
 * tb_file_dup_reason:
 * @file: what was to be written or read
 * @error: why it was not
 *
 * Gets the message of an error for the reader: a file that a sandbox was given has its
 * name in it, and not the place that it seems to have.
 *
 * Returns: (transfer full): the message
 */
char *
tb_file_dup_reason (GFile        *file,
                    const GError *error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *name = tb_file_dup_name (file);
  g_autoptr (GString) message = g_string_new (error->message);

  if (path != NULL && is_of_portal (path))
    {
      g_string_replace (message, path, name, 0);
      g_string_replace (message, shown, name, 0);
    }

  return g_string_free_and_steal (g_steal_pointer (&message));
}
