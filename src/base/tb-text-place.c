/* Where in a text a byte stands, as editors count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-text-place.h"

#include <string.h>

guint
tb_text_count_characters (const char *start,
                          const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p++)
    n += ((guchar) *p & 0xC0) != 0x80;

  return n;
}

/**
 * tb_text_locate:
 * @text: (array length=length): a text, without byte order mark
 * @length: its bytes
 * @offset: a byte of it, or its length for the end
 * @out_line: (out): line from 1; a line ends with LF
 * @out_column: (out): column from 1, in characters; a tab is one
 *
 * Finds the line and column of a byte, in a text that need not be UTF-8.
 *
 * Thread: any. Cost: O(@offset).
 */
void
tb_text_locate (const char *text,
                gsize       length,
                gsize       offset,
                guint      *out_line,
                guint      *out_column)
{
  const char *end = text + MIN (offset, length);
  const char *line_start = text;
  const char *newline;

  *out_line = 1;
  while ((newline = memchr (line_start, '\n', (gsize) (end - line_start))) != NULL)
    {
      (*out_line)++;
      line_start = newline + 1;
    }

  *out_column = tb_text_count_characters (line_start, end) + 1;
}
