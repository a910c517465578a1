/* How the characters of a file are stored: UTF-8, or what else was meant.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-json-position.h"
#include "tb-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *mark;
  gsize       length;
} Mark;

/* The mark of UTF-32 begins with that of UTF-16, so that it is looked for first. */
static const Mark marks[] = {
  { "UTF-32", "\xFF\xFE\x00\x00", 4 },
  { "UTF-32", "\x00\x00\xFE\xFF", 4 },
  { "UTF-16", "\xFF\xFE", 2 },
  { "UTF-16", "\xFE\xFF", 2 },
};

/* JSON begins with two ASCII characters, so that the zero bytes among the first
 * four tell the encoding (RFC 4627, section 3). */
static const char *
find_encoding (const char *text,
               gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].length && memcmp (text, marks[i].mark, marks[i].length) == 0)
        return marks[i].name;
    }
  if (length >= 4 && ((text[0] == 0 && text[1] == 0 && text[2] == 0 && text[3] != 0)
                      || (text[0] != 0 && text[1] == 0 && text[2] == 0 && text[3] == 0)))
    return "UTF-32";
  if (length >= 2 && (text[0] == 0) != (text[1] == 0))
    return "UTF-16";

  return NULL;
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (text[i]))
        return FALSE;
    }

  return TRUE;
}

/* JSON is UTF-8 (RFC 8259, section 8.1); tables are not always. */
static gboolean
begins_with_bracket (const char *text,
                     gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (text[i]))
        return text[i] == '{' || text[i] == '[';
    }

  return FALSE;
}

/**
 * tb_encoding_convert:
 * @bytes: of a file
 *
 * Spreadsheets save tables in UTF-16 with a byte order mark.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the same in UTF-8 where it is such a table, else @bytes
 */
GBytes *
tb_encoding_convert (GBytes *bytes)
{
  gsize length, n_written;
  const guint8 *text = g_bytes_get_data (bytes, &length);
  const char *encoding;
  char *converted;

  if (length < 4 || length % 2 != 0)
    return g_bytes_ref (bytes);
  if (text[0] == 0xFF && text[1] == 0xFE && (text[2] != 0 || text[3] != 0))
    encoding = "UTF-16LE";
  else if (text[0] == 0xFE && text[1] == 0xFF)
    encoding = "UTF-16BE";
  else
    return g_bytes_ref (bytes);

  converted = g_convert ((const char *) text + 2, (gssize) (length - 2), "UTF-8", encoding, NULL, &n_written, NULL);
  if (converted == NULL || begins_with_bracket (converted, n_written))
    {
      g_free (converted);
      return g_bytes_ref (bytes);
    }

  return g_bytes_new_take (converted, n_written);
}

/* Characters of GB 18030 with two bytes, by what tells Chinese from other languages. */
typedef struct
{
  gsize n_pairs;
  gsize n_outside;  /* of GB 2312: the second byte is below 0xA1 */
  gsize n_hanzi;
  gsize n_usual;    /* of the first level of GB 2312, which is in order of their sounds */
  gsize n_late;     /* in its latter half, where no syllable of KS X 1001 is */
  gsize n_kana;
} Pairs;

static void
count_pairs (const guchar *text,
             gsize         length,
             Pairs        *out_pairs)
{
  *out_pairs = (Pairs) { 0 };
  for (gsize i = 0; i + 1 < length; i++)
    {
      if (text[i] < 0x80)
        continue;
      out_pairs->n_pairs++;
      out_pairs->n_outside += text[i] < 0xA1 || text[i + 1] < 0xA1;
      out_pairs->n_hanzi += text[i] >= 0xB0 && text[i] <= 0xF7;
      out_pairs->n_usual += text[i] >= 0xB0 && text[i] <= 0xD7;
      out_pairs->n_late += text[i] >= 0xC9 && text[i] <= 0xD7;
      out_pairs->n_kana += text[i] == 0xA4 || text[i] == 0xA5;
      i++;
    }
}

/**
 * tb_encoding_convert_chinese:
 * @text: (array length=length): a table
 * @length: in bytes
 * @out_length: (out): bytes of what is returned
 *
 * Excel saves Chinese tables in GBK, a part of GB 18030. Many a text of another language is valid as
 * that too, so that more is asked for: nine of ten characters are of GB 2312, and of those that are
 * Chinese characters nine of ten of its first level, as in all running text; its latter half, from 0xC9
 * on, has none of the syllables of Korean (KS X 1001), and a Japanese text has kana.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the same in UTF-8; %NULL where it is UTF-8, or no such text
 */
char *
tb_encoding_convert_chinese (const char *text,
                             gsize       length,
                             gsize      *out_length)
{
  g_autofree char *converted = NULL;
  Pairs pairs;
  gsize n_written;

  if (g_utf8_validate_len (text, length, NULL))
    return NULL;

  count_pairs ((const guchar *) text, length, &pairs);
  if (pairs.n_hanzi < 2 || pairs.n_outside * 10 > pairs.n_pairs || pairs.n_usual * 10 < pairs.n_hanzi * 9
      || pairs.n_late * 10 < pairs.n_hanzi || pairs.n_kana * 20 > pairs.n_pairs)
    return NULL;

  converted = g_convert (text, (gssize) length, "UTF-8", "GB18030", NULL, &n_written, NULL);
  if (converted == NULL || !g_utf8_validate_len (converted, n_written, NULL))
    return NULL;

  *out_length = n_written;
  return g_steal_pointer (&converted);
}

/**
 * tb_encoding_check:
 * @text: (inout): bytes of a file; moved behind an UTF-8 byte order mark
 * @length: (inout): how many
 * @problems: where another encoding, or an empty file, is reported
 *
 * Names the encodings that can be told from the first bytes. Single bytes that
 * are not UTF-8 are found later, with their place.
 *
 * Thread: any.
 *
 * Returns: whether the text can be read on
 */
gboolean
tb_encoding_check (const char **text,
                   gsize       *length,
                   TbProblems  *problems)
{
  const char *encoding = find_encoding (*text, *length);

  if (encoding != NULL)
    {
      tb_problems_add (problems, TB_SEVERITY_ERROR, 1, 1, "", _("the file is %s text; expected UTF-8"), encoding);
      return FALSE;
    }
  if (*length >= 3 && memcmp (*text, "\xEF\xBB\xBF", 3) == 0)
    {
      *text += 3;
      *length -= 3;
    }
  if (is_blank (*text, *length))
    {
      tb_problems_add (problems, TB_SEVERITY_ERROR, 1, 1, "", _("the file is empty; expected figures"));
      return FALSE;
    }

  return TRUE;
}

/**
 * tb_encoding_check_utf8:
 * @input: a text
 *
 * Thread: any.
 *
 * Returns: whether it is UTF-8; else that is reported, with the place of the first byte
 *   that is not
 */
gboolean
tb_encoding_check_utf8 (const TbReaderInput *input)
{
  const char *bad;
  guint line, column;

  if (g_utf8_validate_len (input->text, input->length, &bad))
    return TRUE;

  tb_text_locate (input->text, input->length, (gsize) (bad - input->text), &line, &column);
  tb_problems_add (input->problems, TB_SEVERITY_ERROR, line, column, "",
                   _("the byte 0x%02X is no UTF-8 here; expected a file in UTF-8, or in UTF-16 with a byte order mark"),
                   (guint) (guchar) *bad);
  return FALSE;
}
