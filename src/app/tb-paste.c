/* What pasted text is, and where it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Outside of quotes. */
static guint
count_separators (const char *line,
                  char        separator)
{
  gboolean is_quoted = FALSE;
  guint n = 0;

  for (const char *p = line; *p != '\0'; p++)
    {
      is_quoted ^= *p == '"';
      n += !is_quoted && *p == separator;
    }
  return n;
}

/* Whether at least two lines have the same sign in them: prose has commas too, but
 * seldom in its first lines alike. */
static gboolean
has_columns (const char *text,
             char        separator)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 4);
  guint n = 0;
  guint first = 0;

  for (gsize i = 0; lines[i] != NULL && i < 3; i++)
    {
      guint here = count_separators (lines[i], separator);

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (here == 0 || (n > 0 && separator != '\t' && here != first))
        return FALSE;
      first = n == 0 ? here : first;
      n++;
    }
  return n >= 2;
}

/**
 * tb_paste_guess_suffix:
 * @text: what was pasted
 *
 * Tells what kind of file a text would be; its content is looked at again when it is
 * opened.
 *
 * Returns: (transfer none) (nullable): a suffix; %NULL for what is no table
 */
const char *
tb_paste_guess_suffix (const char *text)
{
  const char *start = text + strspn (text, " \t\r\n");

  if (*start == '{' || *start == '[')
    return "json";
  if (has_columns (text, '\t'))
    return "tsv";
  if (has_columns (text, ',') || has_columns (text, ';'))
    return "csv";
  return NULL;
}

/**
 * tb_paste_dup_path:
 * @suffix: of the file
 *
 * Finds a place for pasted text among the program's data: charts that are made of it
 * can be saved and opened again.
 *
 * Returns: (transfer full): the path
 */
char *
tb_paste_dup_path (const char *suffix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  /* Translators: the name of a file; %s is a date and a time */
  g_autofree char *stem = g_strdup_printf (_("Pasted %s"), when);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.%s", stem, suffix)
                                     : g_strdup_printf ("%s (%u).%s", stem, i, suffix);
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), "tongbi", "pasted", name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}
