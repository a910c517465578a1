/* Where titles of a table's columns are broken into lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-title.h"

#include <string.h>

/* No line begins with what closes, or belongs to what is before: "上半|年", "2020年|比". */
static gboolean
can_begin_line (gunichar c)
{
  return g_unichar_isalnum (c) ? g_utf8_strchr ("年月日末比", -1, c) == NULL : g_utf8_strchr ("（“", -1, c) != NULL;
}

/* How well a line of Chinese ends: best where what is compared ends, "2015年12月比|2014年12月";
 * well behind a part of a period and before a bracket, "2021年|上半年" and "2021年|（目标）". */
static int
rate_end (gunichar before,
          gunichar next)
{
  if (g_utf8_strchr ("比，、", -1, before) != NULL)
    return 2;

  return g_utf8_strchr ("年月日末", -1, before) != NULL || g_utf8_strchr ("（“", -1, next) != NULL;
}

/* Whether a line may end between two characters. */
static gboolean
can_break (const char *at,
           gunichar    before,
           gunichar    next)
{
  return at[-1] == ' ' || (g_unichar_iswide (before) && can_begin_line (next));
}

/**
 * tb_table_title_find_line_end:
 * @text: a title, from where the line begins
 * @width: of the line, in Latin letters; a Chinese character is two of them
 *
 * Finds where a line ends: behind a word or a Chinese character, the last of those that
 * end it best.
 *
 * Thread: any.
 *
 * Returns: the first character of the next line, or the end of @text
 */
const char *
tb_table_title_find_line_end (const char *text,
                              int         width)
{
  const char *end = NULL;
  gunichar before = 0;
  int best = 0;
  int so_far = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (p > text && can_break (p, before, c) && rate_end (before, c) >= best)
        {
          end = p;
          best = rate_end (before, c);
        }
      so_far += g_unichar_iswide (c) ? 2 : 1;
      if (end != NULL && so_far > width)
        return end;
      before = c != ' ' ? c : before;
    }

  return text + strlen (text);
}

/**
 * tb_table_title_find_part_end:
 * @text: a title, from where the part begins
 *
 * Finds where a part of a title ends that is better not broken: behind a space, and in
 * Chinese where a line ends well.
 *
 * Thread: any.
 *
 * Returns: the first character of the next part, or the end of @text
 */
const char *
tb_table_title_find_part_end (const char *text)
{
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (p > text && can_break (p, before, c) && (p[-1] == ' ' || rate_end (before, c) > 0))
        return p;
      before = c != ' ' ? c : before;
    }

  return text + strlen (text);
}
