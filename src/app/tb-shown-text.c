/* Texts of data as labels can show them.
 *
 * A label is laid out again and again to find its width and height. A text of
 * thousands of letters without a space takes seconds each time, and nobody reads it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-shown-text.h"

#include "tb-text-measure.h"

/**
 * tb_shown_text_dup:
 * @text: (nullable): a text, of any length
 * @max_chars: how many characters are shown of it
 *
 * Cuts a text that is too long to be read, and says so by an ellipsis.
 *
 * Returns: (transfer full) (nullable): the text; %NULL for %NULL
 */
char *
tb_shown_text_dup (const char *text,
                   gsize       max_chars)
{
  g_autofree char *start = NULL;

  if (text == NULL || (gsize) g_utf8_strlen (text, -1) <= max_chars)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, (glong) max_chars);

  return g_strconcat (start, "…", NULL);
}

/**
 * tb_shown_text_dup_line:
 * @text: any bytes
 *
 * Makes a title or message of a text from a file, which no label has room for, and
 * no layout time, where it is very long.
 *
 * Returns: (transfer full): one short line of valid UTF-8
 */
char *
tb_shown_text_dup_line (const char *text)
{
  g_autofree char *clean = tb_text_clean (text);

  return tb_shown_text_dup (clean, TB_SHOWN_LINE_CHARS);
}
