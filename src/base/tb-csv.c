/* Fields of comma-separated values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-csv.h"

#include <string.h>

/**
 * tb_csv_append_field:
 * @out: where to
 * @text: what the field says
 *
 * Appends a field without the comma behind it: as it is, or in quotes where it
 * has a comma, quote or line end (RFC 4180, section 2).
 *
 * Thread: any.
 */
void
tb_csv_append_field (GString    *out,
                     const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}
