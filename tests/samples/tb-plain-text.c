/* What holds for every text that a reader gets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-plain-text.h"

static const struct
{
  const char *pattern;
  const char *fault;
} faults[] = {
  { "(?i)(?<![\\p{L}])(?:nan|inf|infinity)(?![\\p{L}])", "a number that is none" },
  { "[\\x{2212}-]0(?:\\.0*)?(?![\\d.,])", "minus zero" },
  { "[\\x{2212}-]0\\.0+(?!\\d)", "minus zero" },
  { "%\\s*(?:of|的)?\\s*%", "a percentage of a percentage" },
  { "%(?:\\d\\$)?[a-zA-Z](?:$|[\\s,.;:，。；：])", "a place that was not filled" },
  { "\\(null\\)|G_MAX|UNDATED", "a place that was not filled" },
  { "[\\x{2212}-]\\s*[\\x{2212}-]\\d", "two signs" },
  { "\\+\\s*[\\x{2212}-]\\d", "two signs" },
  { "  ", "two spaces" },
  { "^\\s|\\s$", "a space at an end" },
  { "[,;:，；：、]$|^[,;:.，。；：、]", "a stop at the wrong end" },
  { "[,;:，；：、。]\\s*[,;:，；：、。]", "two stops" },
  { "\\(\\)|（）|\"\"|“”", "an empty bracket" },
  { "[\\x{0}-\\x{9}\\x{b}-\\x{1f}\\x{7f}]", "a control character" },
  { "\\d{16,}|\\d\\.\\d{9,}", "more digits than were printed" },
  { "\\de[+\\x{2212}-]?\\d", "an exponent" },
};

/* Compiled once: there are many texts. */
static GRegex *
get_regex (gsize i)
{
  static GRegex *regexes[G_N_ELEMENTS (faults)];

  if (g_once_init_enter_pointer (&regexes[i]))
    {
      GRegex *regex = g_regex_new (faults[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);

      g_assert (regex != NULL);
      g_once_init_leave_pointer (&regexes[i], regex);
    }

  return regexes[i];
}

const char *
tb_plain_text_find_fault (const char *text)
{
  if (text == NULL)
    return "no text";
  if (*text == '\0')
    return "an empty text";
  if (!g_utf8_validate (text, -1, NULL))
    return "not UTF-8";

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_regex_match (get_regex (i), text, 0, NULL))
      return faults[i].fault;

  return NULL;
}
