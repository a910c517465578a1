/* Numbers as statistical offices print them (formats.md, section 11).
 *
 * A text is a number as a whole or not at all. What JSON would write is read as
 * it is; anything else is first brought into one byte a character, then written
 * anew as JSON would, so that there is one parser of decimals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-number-text-private.h"

#include <string.h>

/* Eurostat combines up to four flags. */
#define MAX_FLAGS 8

/* What a text is called where a number is not there: the marks of UNECE's
 * guide ("Making Data Meaningful", part 2), of PC-Axis (DATASYMBOL1 to 6 and
 * DATASYMBOLNIL), FRED ("."), spreadsheets, R and Python, and Chinese yearbooks. */
static const char *const usual_missing[] = {
  "", ".", "..", "...", "....", ".....", "......", ":", "-", "--", "—", "——", "–", "…", "……", "－",
  "NA", "N/A", "n/a", "na", "n.a.", "N.A.", "#N/A", "<NA>", "(NA)", "NULL", "null", "None", "无", "暂无", "不详",
};

/* Legal numbers of the Data Package standard and of XML Schema; no figures. */
static const char *const no_figures[] = { "nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity" };

/* Bytes of the space at the start of a text; 0 where there is none. */
static gsize
count_space (const char *text,
             gsize       length)
{
  if (length > 0 && (*text == '\r' || *text == '\n'))
    return 1;

  return tb_number_text_count_space (text, length);
}

/* The same at its end. */
static gsize
count_space_at_end (const char *text,
                    gsize       length)
{
  for (gsize n = 1; n <= 3 && n <= length; n++)
    {
      if (count_space (text + length - n, n) == n)
        return n;
    }

  return 0;
}

static inline gboolean
is_solid (char c)
{
  return c > ' ' && c <= '~';
}

static void
trim (const char **text,
      gsize       *length)
{
  gsize n;

  if (*length > 0 && is_solid (**text) && is_solid ((*text)[*length - 1]))
    return;

  for (n = count_space (*text, *length); n > 0; n = count_space (*text, *length))
    {
      *text += n;
      *length -= n;
    }
  for (n = count_space_at_end (*text, *length); n > 0; n = count_space_at_end (*text, *length))
    *length -= n;
}

static gboolean
is_text (const char *text,
         gsize       length,
         const char *other)
{
  return strlen (other) == length && memcmp (text, other, length) == 0;
}

static gboolean
is_no_figure (const char *text,
              gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (no_figures); i++)
    {
      if (strlen (no_figures[i]) == length && g_ascii_strncasecmp (text, no_figures[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "", ":", "..", ".", "-", "NA", "n/a", "NaN", "…" and the like (formats.md, sections 6, 7, 9 and 11). */
static gboolean
is_usual_missing (const char *text,
                  gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (usual_missing); i++)
    {
      if (is_text (text, length, usual_missing[i]))
        return TRUE;
    }

  return is_no_figure (text, length);
}

/* Of a text without white space around it. */
static gboolean
is_missing (const char          *text,
            gsize                length,
            const TbNumberStyle *style)
{
  if (style->missing == NULL)
    return is_usual_missing (text, length);

  for (const char *const *p = style->missing; *p != NULL; p++)
    {
      if (is_text (text, length, *p))
        return TRUE;
    }

  return length == 0 || is_no_figure (text, length);
}

/* The letters behind the last space, as in "12.3 be" or ": c". */
static gsize
count_flags (const char *text,
             gsize       length)
{
  gsize n = 0;

  while (n < length && g_ascii_isalpha (text[length - n - 1]))
    n++;
  if (n == 0 || n > MAX_FLAGS || n == length || count_space_at_end (text, length - n) == 0)
    return 0;

  return n;
}

/* Most numbers are written as in JSON, and take no other way. */
static gboolean
read_plain (const char          *text,
            gsize                length,
            const TbNumberStyle *style,
            TbNumberText        *number,
            TbNumberForm        *out_form)
{
  TbDecimalParse parse;

  if (length == 0 || !(g_ascii_isdigit (*text) || *text == '-'))
    return FALSE;
  if (style->decimal_mark != '.' && memchr (text, '.', length) != NULL)
    return FALSE;

  parse = tb_decimal_parse (text, length, &number->value);
  number->is_long = parse == TB_DECIMAL_LONG;
  *out_form = parse == TB_DECIMAL_OVERFLOW ? TB_NUMBER_NONE : TB_NUMBER_GIVEN;

  return parse != TB_DECIMAL_INVALID;
}

/**
 * tb_number_text_parse:
 * @text: (array length=length): a number as printed; need not end in a zero byte
 * @length: its bytes
 * @style: how the numbers of the column are printed
 * @out_number: (out): the number; all zero but for its flags where it is not GIVEN
 *
 * Reads a number without loss of printed digits (formats.md, sections 6, 7, 9
 * and 11). A text that holds more than a number is %TB_NUMBER_NONE, never the
 * part of it that is one: "1,234" in a column without groups, "12.3 b" in one
 * without flags, "007", "5 or more". Groups are of three digits with one mark
 * throughout. U+2212 is a minus sign; full-width digits and signs, as Chinese
 * input methods write them, are those of ASCII. A number larger than a double
 * can be is NONE. Never uses the locale.
 *
 * Missing: the usual texts, or those of @style, give %TB_NUMBER_MISSING; so do
 * NaN and the infinities.
 *
 * Thread: any. Cost: no allocation for a number as JSON writes it.
 *
 * Returns: whether it is a number, the mark of a missing one, or neither
 */
TbNumberForm
tb_number_text_parse (const char          *text,
                      gsize                length,
                      const TbNumberStyle *style,
                      TbNumberText        *out_number)
{
  g_autoptr (GString) json = NULL;
  TbNumberForm form = TB_NUMBER_NONE;

  *out_number = (TbNumberText) { 0 };
  trim (&text, &length);
  if (style->missing == NULL && read_plain (text, length, style, out_number, &form))
    return form;
  if (is_missing (text, length, style))
    return TB_NUMBER_MISSING;

  if (style->with_flags)
    {
      out_number->n_flags = count_flags (text, length);
      length -= out_number->n_flags;
      out_number->flags = out_number->n_flags > 0 ? text + length : NULL;
      trim (&text, &length);
      if (is_missing (text, length, style))
        return TB_NUMBER_MISSING;
    }

  json = tb_number_text_make_json (text, length, style, &out_number->is_percent);
  if (json == NULL
      || !read_plain (json->str, json->len, &TB_NUMBER_STYLE_PLAIN, out_number, &form) || form != TB_NUMBER_GIVEN)
    {
      *out_number = (TbNumberText) { 0 };
      return TB_NUMBER_NONE;
    }

  return form;
}

/**
 * tb_number_text_dup_digits:
 * @text: (array length=length): a number as printed; need not end in a zero byte
 * @length: its bytes
 * @style: how the numbers of the column are printed
 *
 * Writes a number as JSON does, with all its digits, also those beyond what
 * #TbDecimal holds.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the number; %NULL where @text is none
 */
char *
tb_number_text_dup_digits (const char          *text,
                           gsize                length,
                           const TbNumberStyle *style)
{
  GString *json;
  TbNumberText number;
  gboolean is_percent;

  if (tb_number_text_parse (text, length, style, &number) != TB_NUMBER_GIVEN)
    return NULL;

  trim (&text, &length);
  length -= number.n_flags;
  trim (&text, &length);
  if (tb_decimal_parse (text, length, &number.value) != TB_DECIMAL_INVALID
      && (style->decimal_mark == '.' || memchr (text, '.', length) == NULL))
    return g_strndup (text, length);

  json = tb_number_text_make_json (text, length, style, &is_percent);

  return json != NULL ? g_string_free (json, FALSE) : NULL;
}
