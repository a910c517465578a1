/* A number that is not written as in JSON, written as JSON would: groups,
 * decimal commas, other signs, and what stands around it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-number-text-private.h"

#include <string.h>

/* The largest double has 309 digits, and separators come between them. What is
 * longer, and not written as JSON would, is text. */
#define MAX_LENGTH 512

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

gsize
tb_number_text_count_space (const char *text,
                            gsize       length)
{
  Scan scan = { text, text + length };

  return length > 0 && is_space (take_character (&scan)) ? (gsize) (scan.p - text) : 0;
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
GString *
tb_number_text_make_json (const char          *text,
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

