/* Numbers as statistical offices print them (formats.md, section 11).
 *
 * A text is a number as a whole or not at all. What JSON would write is read as
 * it is; anything else is first brought into one byte a character, then written
 * anew as JSON would, so that there is one parser of decimals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-number-text.h"

#include <string.h>

/* The largest double has 309 digits, and separators come between them. What is
 * longer, and not written as JSON would, is text. */
#define MAX_LENGTH 512

/* Eurostat combines up to four flags. */
#define MAX_FLAGS 8

/* Stand for characters beyond ASCII, one byte each. */
enum
{
  NO_BREAK_SPACE = 1, THIN_SPACE, NARROW_SPACE, WIDE_SPACE,
  OTHER = 0x7f,
};

typedef struct
{
  char  bytes[MAX_LENGTH + 1];
  gsize n;
} Line;

/* A position in a line. */
typedef struct
{
  const char *p;
  const char *end;
} Scan;

/* What a text is called where a number is not there: the marks of UNECE's
 * guide ("Making Data Meaningful", part 2), of PC-Axis (DATASYMBOL1 to 6 and
 * DATASYMBOLNIL), FRED ("."), spreadsheets, R and Python, and Chinese yearbooks. */
static const char *const usual_missing[] = {
  "", ".", "..", "...", "....", ".....", "......", ":", "-", "--", "—", "——", "–", "…", "……", "－",
  "NA", "N/A", "n/a", "na", "n.a.", "N.A.", "#N/A", "<NA>", "(NA)", "NULL", "null", "None", "无", "暂无", "不详",
};

/* Legal numbers of the Data Package standard and of XML Schema; no figures. */
static const char *const no_figures[] = { "nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity" };

/* Beside a number these say that it is not the figure: only a bound, a rough
 * one, or in thousands. */
static const char *const qualifiers[] = {
  "<", ">", "~", "≤", "≥", "≈", "±", "＜", "＞", "+", "(", "约", "近", "超", "逾", "余", "多", "以上", "以下", "左右",
  "十", "百", "千", "万", "亿", "thousand", "million", "billion", "trillion", "mio", "mrd", "bn",
};

static const struct
{
  const char *utf8;
  char        byte;
} characters[] = {
  { "\302\240", NO_BREAK_SPACE }, { "\342\200\211", THIN_SPACE }, { "\342\200\257", NARROW_SPACE },
  { "\343\200\200", WIDE_SPACE },
  { "−", '-' }, { "－", '-' }, { "＋", '+' }, { "．", '.' }, { "，", ',' }, { "’", '\'' }, { "％", '%' },
  { "０", '0' }, { "１", '1' }, { "２", '2' }, { "３", '3' }, { "４", '4' },
  { "５", '5' }, { "６", '6' }, { "７", '7' }, { "８", '8' }, { "９", '9' },
};

/* One character of UTF-8, or one byte that is none. */
static char
take_character (Scan *scan)
{
  unsigned char c = (unsigned char) *scan->p;

  if (c < 0x80)
    {
      scan->p++;
      return c < ' ' && c != '\t' ? OTHER : (char) c;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      gsize n = strlen (characters[i].utf8);

      if ((gsize) (scan->end - scan->p) >= n && memcmp (scan->p, characters[i].utf8, n) == 0)
        {
          scan->p += n;
          return characters[i].byte;
        }
    }

  scan->p++;

  return OTHER;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || (c >= NO_BREAK_SPACE && c <= WIDE_SPACE);
}

/* Bytes of the space at the start of a text; 0 where there is none. */
static gsize
count_space (const char *text,
             gsize       length)
{
  Scan scan = { text, text + length };

  if (length == 0)
    return 0;
  if (*text == '\r' || *text == '\n')
    return 1;

  return is_space (take_character (&scan)) ? (gsize) (scan.p - text) : 0;
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

static void
trim (const char **text,
      gsize       *length)
{
  gsize n;

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

static gboolean
is_missing (const char          *text,
            gsize                length,
            const TbNumberStyle *style)
{
  if (style->missing == NULL)
    return tb_number_text_is_missing (text, length);

  for (const char *const *p = style->missing; *p != NULL; p++)
    {
      if (is_text (text, length, *p))
        return TRUE;
    }

  return length == 0 || is_no_figure (text, length);
}

/**
 * tb_number_text_is_missing:
 * @text: (array length=length): a text in place of a number; need not end in a zero byte
 * @length: its bytes
 *
 * Tells whether a text is one of those usual for a number that is not there:
 * "", ":", "..", ".", "-", "NA", "n/a", "NaN", "…" and the like (formats.md,
 * sections 6, 7, 9 and 11). White space around it does not count.
 *
 * Thread: any.
 *
 * Returns: whether it is
 */
gboolean
tb_number_text_is_missing (const char *text,
                           gsize       length)
{
  trim (&text, &length);
  for (gsize i = 0; i < G_N_ELEMENTS (usual_missing); i++)
    {
      if (is_text (text, length, usual_missing[i]))
        return TRUE;
    }

  return is_no_figure (text, length);
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

static gboolean
fill_line (Line       *line,
           const char *text,
           gsize       length)
{
  Scan scan = { text, text + length };

  if (length > MAX_LENGTH)
    return FALSE;

  for (line->n = 0; scan.p < scan.end; line->n++)
    line->bytes[line->n] = take_character (&scan);
  line->bytes[line->n] = '\0';

  return TRUE;
}

static gboolean
is_digit_at (const Scan *scan,
             gsize       i)
{
  return (gsize) (scan->end - scan->p) > i && g_ascii_isdigit (scan->p[i]);
}

static gsize
take_digits (Scan    *scan,
             GString *json)
{
  gsize n = 0;

  for (; is_digit_at (scan, 0); scan->p++, n++)
    g_string_append_c (json, *scan->p);

  return n;
}

static gboolean
is_group_mark (char                 c,
               const TbNumberStyle *style)
{
  if (c == style->decimal_mark)
    return FALSE;

  return (style->group_mark != 0 && c == style->group_mark)
         || (is_space (c) && c != '\t' && c != WIDE_SPACE);
}

/* The digits before the decimal mark, with groups of three. FALSE: no number. */
static gboolean
take_whole (Scan                *scan,
            const TbNumberStyle *style,
            GString             *json,
            gboolean            *out_grouped)
{
  const char *start = scan->p;
  gsize n = take_digits (scan, json);
  char mark;

  *out_grouped = FALSE;
  if (n == 0)
    {
      g_string_append_c (json, '0');
      return TRUE;
    }
  /* Codes are padded with zeros, numbers are not. */
  if (*start == '0' && n > 1)
    return FALSE;
  if (scan->p == scan->end || !is_group_mark (*scan->p, style) || !is_digit_at (scan, 1))
    return TRUE;
  if (n > 3 || *start == '0')
    return FALSE;

  *out_grouped = TRUE;
  for (mark = *scan->p; scan->p < scan->end && *scan->p == mark && is_digit_at (scan, 1);)
    {
      scan->p++;
      if (take_digits (scan, json) != 3)
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_exponent (Scan    *scan,
               GString *json)
{
  g_string_append_c (json, 'e');
  scan->p++;
  if (scan->p < scan->end && (*scan->p == '+' || *scan->p == '-'))
    g_string_append_c (json, *scan->p++);

  return take_digits (scan, json) > 0;
}

static void
take_percent (Scan     *scan,
              gboolean *out_percent)
{
  const char *p = scan->p;

  while (p < scan->end && is_space (*p))
    p++;
  *out_percent = p < scan->end && *p == '%';
  if (*out_percent)
    scan->p = p + 1;
}

/* Writes a number as JSON would. FALSE: there is more in the line than a number. */
static gboolean
write_json (Scan                 scan,
            const TbNumberStyle *style,
            GString             *json,
            gboolean            *out_percent)
{
  gboolean has_whole, is_grouped;

  if (scan.p < scan.end && (*scan.p == '+' || *scan.p == '-'))
    {
      if (*scan.p == '-')
        g_string_append_c (json, '-');
      scan.p++;
    }

  has_whole = is_digit_at (&scan, 0);
  if (!take_whole (&scan, style, json, &is_grouped))
    return FALSE;
  if (scan.p < scan.end && *scan.p == style->decimal_mark && is_digit_at (&scan, 1))
    {
      g_string_append_c (json, '.');
      scan.p++;
      take_digits (&scan, json);
    }
  else if (!has_whole)
    return FALSE;
  if (!is_grouped && scan.p < scan.end && (*scan.p == 'e' || *scan.p == 'E') && !take_exponent (&scan, json))
    return FALSE;
  take_percent (&scan, out_percent);

  return scan.p == scan.end;
}

static gboolean
has_qualifier (const char *text,
               gsize       length)
{
  g_autofree char *part = g_ascii_strdown (text, (gssize) length);

  for (gsize i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    {
      if (strstr (part, qualifiers[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Cuts off what is no digit at both ends of a text. Nothing is cut that makes
 * the number another one: a sign that stands apart, "over 5", "45万". */
static gboolean
strip (const char **text,
       gsize       *length)
{
  const char *start = *text;
  const char *end = start + *length;
  const char *before;

  while (start < end && !g_ascii_isdigit (*start))
    start++;
  while (end > start && !g_ascii_isdigit (end[-1]))
    end--;
  if (start == end || has_qualifier (end, (gsize) (*text + *length - end)))
    return FALSE;

  before = start;
  if (before > *text && (before[-1] == '.' || before[-1] == ','))
    before--;
  if (before > *text && (before[-1] == '-' || before[-1] == '+'))
    before--;
  else if (before - *text >= 3 && memcmp (before - 3, "−", 3) == 0)
    before -= 3;
  /* "No.5" and "A-12" are names. */
  if (before < start && before > *text && g_ascii_isalnum (before[-1]))
    return FALSE;
  if (has_qualifier (*text, (gsize) (before - *text)) || memchr (*text, '-', (gsize) (before - *text)) != NULL
      || g_strstr_len (*text, before - *text, "−") != NULL)
    return FALSE;

  *text = before;
  *length = (gsize) (end - before);

  return TRUE;
}

/* The number without flags as JSON, NULL where it is none. */
static GString *
make_json (const char          *text,
           gsize                length,
           const TbNumberStyle *style,
           gboolean            *out_percent)
{
  g_autoptr (GString) json = NULL;
  gboolean is_percent = FALSE;
  Line line;

  *out_percent = FALSE;
  if (!style->bare)
    {
      gsize n_all = length;
      const char *all = text;

      if (!strip (&text, &length))
        return NULL;
      is_percent = g_strstr_len (text + length, (gssize) (n_all - (gsize) (text - all) - length), "%") != NULL;
    }
  if (!fill_line (&line, text, length))
    return NULL;

  json = g_string_sized_new (line.n + 2);
  if (!write_json ((Scan) { line.bytes, line.bytes + line.n }, style, json, out_percent))
    return NULL;
  *out_percent = *out_percent || is_percent;

  return g_steal_pointer (&json);
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

  json = make_json (text, length, style, &out_number->is_percent);
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

  json = make_json (text, length, style, &is_percent);

  return json != NULL ? g_string_free (json, FALSE) : NULL;
}
