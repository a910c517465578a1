/* The languages that figures are written in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-language.h"

#include <string.h>

static const char *const codes[TB_N_LANGUAGES] = { "en", "zh" };

/**
 * tb_language_get_code:
 * @language: a language
 *
 * Returns: (transfer none): its code in text objects of the dataset format
 */
const char *
tb_language_get_code (TbLanguage language)
{
  return codes[language];
}

/**
 * tb_language_from_name:
 * @name: a language or locale name, such as `zh`, `zh_CN` or `en_US.UTF-8`
 * @out_language: (out): the language
 *
 * Reads the language off the part of a name before `_`, `-`, `.` or `@`.
 *
 * Returns: whether figures can be written in that language
 */
gboolean
tb_language_from_name (const char *name,
                       TbLanguage *out_language)
{
  gsize length = strcspn (name, "_-.@");

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (strlen (codes[i]) == length && g_ascii_strncasecmp (codes[i], name, length) == 0)
        {
          *out_language = (TbLanguage) i;
          return TRUE;
        }
    }

  return FALSE;
}
