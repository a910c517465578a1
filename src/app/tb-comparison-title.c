/* The titles of the table's columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-title.h"

#include <pango/pango.h>
#include <stdlib.h>

/* A title that is longer has two lines. */
#define TITLE_CHARS 13

/* In the widths of Latin letters; Chinese characters take two. */
int
tb_comparison_title_width (const char *title)
{
  int n = 0;

  for (const char *c = title; *c != '\0'; c = g_utf8_next_char (c))
    n += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;
  return n;
}

/* How far a break after @before is from the middle, in the widths of letters;
 * nearer behind a period or a comma, where the sense breaks too. */
static int
rate_break (int      position,
            int      width,
            gunichar before)
{
  return abs (2 * position - width) - (g_utf8_strchr ("年月日末比,，、", -1, before) != NULL ? 6 : 0);
}

/* Breaks a long title into two lines where its language allows: the widget
 * wraps none by itself. A number stays with its 年. */
char *
tb_comparison_title_wrap (const char *title,
                          TbLanguage  language)
{
  int n = (int) g_utf8_strlen (title, -1);
  int width = tb_comparison_title_width (title);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n + 1);
  const char *best = NULL;
  gunichar before = 0;
  int lowest = G_MAXINT;
  int position = 0;

  if (width <= TITLE_CHARS)
    return g_strdup (title);
  pango_get_log_attrs (title, -1, -1, pango_language_from_string (language == TB_LANGUAGE_ZH ? "zh-cn" : "en"), attrs,
                       n + 1);
  for (const char *c = title; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar here = g_utf8_get_char (c);

      if (c != title && attrs[g_utf8_pointer_to_offset (title, c)].is_line_break
          && g_utf8_strchr ("年月日末", -1, here) == NULL && rate_break (position, width, before) < lowest)
        {
          lowest = rate_break (position, width, before);
          best = c;
        }
      position += g_unichar_iswide (here) ? 2 : 1;
      if (here != ' ')
        before = here;
    }
  if (best == NULL)
    return g_strdup (title);
  return g_strdup_printf ("%.*s\n%s", (int) (best - title - (best[-1] == ' ' ? 1 : 0)), title, best);
}
