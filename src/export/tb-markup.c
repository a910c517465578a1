/* Text inside of HTML and SVG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-markup-private.h"

#include "tb-text-measure.h"

/**
 * tb_markup_append:
 * @out: where to
 * @text: text of the data
 *
 * Appends text so that it is no markup, between tags and in attributes with
 * double quotes. Control characters, which XML has no way to write, are cleaned
 * away as in a figure.
 *
 * Thread: any.
 */
void
tb_markup_append (GString    *out,
                  const char *text)
{
  g_autofree char *clean = tb_text_clean (text);

  for (const char *p = clean; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        default:
          g_string_append_c (out, *p);
          break;
        }
    }
}
