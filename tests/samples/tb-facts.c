/* The table of facts that the sample was made from, read for its test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-facts.h"

/* A field after @text, which is moved behind it and its comma. RFC 4180, but
 * that no field spans lines. */
static char *
take_field (const char **text)
{
  GString *field = g_string_new (NULL);
  const char *p = *text;
  gboolean quoted = *p == '"';

  if (quoted)
    p++;
  for (; *p != '\0' && (quoted || *p != ','); p++)
    {
      if (quoted && *p == '"' && *++p != '"')
        {
          quoted = FALSE;
          p--;
          continue;
        }
      g_string_append_c (field, *p);
    }
  *text = *p == ',' ? p + 1 : NULL;

  return g_string_free (field, FALSE);
}

static char **
split_line (const char *line)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  while (line != NULL)
    g_strv_builder_take (fields, take_field (&line));

  return g_strv_builder_end (fields);
}

GPtrArray *
tb_facts_read (const char *file,
               guint       n_columns)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      char **fields;

      if (*g_strchomp (lines[i]) == '\0')
        continue;
      fields = split_line (lines[i]);
      g_assert_cmpuint (g_strv_length (fields), ==, n_columns);
      g_ptr_array_add (rows, fields);
    }

  return rows;
}
