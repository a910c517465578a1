/* Reads themes parted by form feeds, and prints 1 for each that is taken, else 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-house-style.h"

#include <stdio.h>

int
main (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) documents = NULL;
  char buffer[4096];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, (gssize) n);
  documents = g_strsplit (text->str, "\f", -1);
  for (gsize i = 0; documents[i] != NULL && documents[i + 1] != NULL; i++)
    {
      g_autoptr (TbHouseStyle) house = tb_house_style_from_json (documents[i], -1, NULL);

      printf ("%d\n", house != NULL);
    }

  return 0;
}
