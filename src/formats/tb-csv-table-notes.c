/* Lines below a table that are no rows of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-csv-table.h"

#include <string.h>

/* Behind a word in Latin letters no letter may stand. Those of offices that publish in these languages. */
static const char *const words[] = {
  "source", "sources", "data source", "note", "notes", "footnote", "footnotes", "last updated", "data from database",
  "copyright", "quelle", "quellen", "anmerkung", "anmerkungen", "hinweis", "källa", "kilde", "lähde", "fuente", "fonte",
  "nota", "notas", "remarque", "©", "(c)", "*", "†",
  "注", "备注", "附注", "说明", "资料来源", "数据来源", "来源", "单位", "计量单位", "本表", "更新时间", "发布时间",
};

/**
 * tb_csv_table_begins_note:
 * @text: (array length=length): the first cell of a line, UTF-8
 * @length: in bytes
 *
 * Thread: any.
 *
 * Returns: whether it says that the line is about the table
 */
gboolean
tb_csv_table_begins_note (const char *text,
                          gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize n = strlen (words[i]);

      if (length < n || g_ascii_strncasecmp (text, words[i], n) != 0)
        continue;
      if (!g_ascii_isalpha (words[i][n - 1]))
        return TRUE;
      if (length == n || !(g_ascii_isalnum (text[n]) || (guchar) text[n] >= 0x80)
          || strncmp (text + n, "：", MIN (length - n, strlen ("："))) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_csv_table_find_source:
 * @line: about a table
 *
 * Thread: any.
 *
 * Returns: (transfer none) (nullable): the part of @line that names where the figures are from
 */
const char *
tb_csv_table_find_source (const char *line)
{
  static const char *const before[] = { "data source", "data sources", "source",   "sources",  "data from database",
                                        "quelle",      "quellen",      "källa",    "kilde",    "lähde",
                                        "fuente",      "fonte",        "数据来源", "资料来源", "来源" };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      const gsize n = strlen (before[i]);
      const char *rest = line + n;

      if (g_ascii_strncasecmp (line, before[i], n) != 0 || (*rest != ':' && !g_str_has_prefix (rest, "：")))
        continue;
      rest = g_utf8_next_char (rest);
      while (*rest == ' ')
        rest++;
      return *rest != '\0' ? rest : NULL;
    }

  return NULL;
}
