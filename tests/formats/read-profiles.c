/* Says of each of several import profiles, parted by form feeds, whether the program takes it: 1 or 0, a line each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-profile.h"

#include <stdio.h>
#include <string.h>

static GString *
read_input (void)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, (gssize) n);

  return text;
}

int
main (void)
{
  g_autoptr (GString) text = read_input ();
  g_auto (GStrv) parts = g_strsplit (text->str, "\f", -1);

  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (parts[i], strlen (parts[i]));
      g_autoptr (TbProblems) problems = tb_problems_new ("profile");
      g_autoptr (TbProfile) profile = tb_profile_parse (bytes, problems);

      puts (profile != NULL ? "1" : "0");
    }

  return 0;
}
