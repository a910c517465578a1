/* Reads numbers as JSON writes them, digit by digit or eight at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decimal-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
  TbDecimal   value;
  gint64      exponent;
  gboolean    dropped;    /* digits came after it was full */
  gboolean    full;       /* the mantissa takes no more digits */
} Parser;

static void
take_digit (Parser   *parser,
            gboolean  fraction)
{
  int digit = *parser->p - '0';
  gint64 next;

  if (!parser->full
      && !__builtin_mul_overflow (parser->value.mantissa, (gint64) 10, &next)
      && !__builtin_add_overflow (next, (gint64) digit, &next))
    {
      parser->value.mantissa = next;
      parser->exponent -= fraction ? 1 : 0;
      return;
    }

  parser->full = TRUE;
  parser->dropped = TRUE;
  parser->exponent += fraction ? 0 : 1;
}

static gsize
take_digits (Parser   *parser,
             gboolean  fraction)
{
  const char *start = parser->p;

  for (; parser->p < parser->end && g_ascii_isdigit (*parser->p); parser->p++)
    take_digit (parser, fraction);

  return (gsize) (parser->p - start);
}

static gboolean
take_exponent (Parser *parser)
{
  gboolean negative = FALSE;
  gint64 exponent = 0;
  const char *start;

  parser->p++;
  if (parser->p < parser->end && (*parser->p == '+' || *parser->p == '-'))
    negative = *parser->p++ == '-';
  for (start = parser->p; parser->p < parser->end && g_ascii_isdigit (*parser->p); parser->p++)
    exponent = MIN (exponent * 10 + (*parser->p - '0'), 1000000);
  parser->exponent += negative ? -exponent : exponent;

  return parser->p > start;
}

/* The grammar of RFC 8259, section 6. */
static gboolean
take_number (Parser *parser)
{
  const char *start;

  start = parser->p;
  if (take_digits (parser, FALSE) == 0 || (*start == '0' && parser->p - start > 1))
    return FALSE;
  if (parser->p < parser->end && *parser->p == '.')
    {
      parser->p++;
      if (take_digits (parser, TRUE) == 0)
        return FALSE;
    }
  if (parser->p < parser->end && (*parser->p == 'e' || *parser->p == 'E') && !take_exponent (parser))
    return FALSE;

  return parser->p == parser->end;
}

/* Up to eight characters in one word, the last one in its highest byte, zeros before them. */
static inline guint64
load_word (const char *text,
           gsize       length)
{
  const int room = 64 - 8 * (int) length;
  guint64 word = 0;
  guint32 first, last;

  if (length == 8)
    {
      memcpy (&word, text, sizeof word);
      return GUINT64_FROM_LE (word);
    }
  if (length >= 4)
    {
      memcpy (&first, text, sizeof first);
      memcpy (&last, text + length - 4, sizeof last);
      word = GUINT32_FROM_LE (first) | (guint64) GUINT32_FROM_LE (last) << (8 * (length - 4));
    }
  else
    {
      for (gsize i = 0; i < length; i++)
        word |= (guint64) (guchar) text[i] << (8 * i);
    }

  return word << room | (G_GUINT64_CONSTANT (0x3030303030303030) & ((G_GUINT64_CONSTANT (1) << room) - 1));
}

/* Up to eight characters at once, without a sign: the digits are summed up in pairs
 * (D. Lemire, "Number Parsing at a Gigabyte per Second", Software: Practice and
 * Experience 51, 2021). FALSE: it may be another number, or none. */
static inline gboolean
parse_short (const char *text,
             gsize       length,
             TbDecimal  *out_decimal)
{
  guint64 word = load_word (text, length);
  guint64 points = word ^ G_GUINT64_CONSTANT (0x2E2E2E2E2E2E2E2E);
  guint n_decimals = 0;

  /* The lowest of these bits is that of the first point. */
  points = (points - G_GUINT64_CONSTANT (0x0101010101010101)) & ~points & G_GUINT64_CONSTANT (0x8080808080808080);
  if (points != 0)
    {
      const guint at = (guint) __builtin_ctzll (points) & ~7u;
      const guint64 before = word & ((G_GUINT64_CONSTANT (1) << at) - 1);

      n_decimals = 7 - at / 8;
      if (n_decimals == 0 || n_decimals + 1 >= length)
        return FALSE;
      word = (word >> at >> 8 << 8 << at) | before << 8 | '0';
    }
  if (*text == '0' && length > (n_decimals > 0 ? n_decimals + 2 : 1))
    return FALSE;

  word ^= G_GUINT64_CONSTANT (0x3030303030303030);
  if (((word + G_GUINT64_CONSTANT (0x7676767676767676)) | word) & G_GUINT64_CONSTANT (0x8080808080808080))
    return FALSE;

  word = word * 10 + (word >> 8);
  word = ((word & G_GUINT64_CONSTANT (0x000000FF000000FF)) * G_GUINT64_CONSTANT (0x000F424000000064)
          + (word >> 16 & G_GUINT64_CONSTANT (0x000000FF000000FF)) * G_GUINT64_CONSTANT (0x0000271000000001)) >> 32;
  *out_decimal = (TbDecimal) { .mantissa = (gint64) (word & G_MAXUINT32), .exponent = (gint16) -(int) n_decimals };
  return TRUE;
}

/* Digits that certainly fit into 64 bits. */
#define FEW_DIGITS 18

/* The plain numbers that nearly all figures are: no exponent, and so few digits that
 * they fit. FALSE: it may be another one, or none. */
static inline gboolean
parse_plain (const char *text,
             gsize       length,
             TbDecimal  *out_decimal)
{
  const char *end = text + length;
  const char *start = length > 0 && *text == '-' ? text + 1 : text;
  const char *point = NULL;
  gint64 mantissa = 0;

  if (length > FEW_DIGITS)
    return FALSE;

  for (const char *p = start; p < end; p++)
    {
      const guint digit = (guint) *p - '0';

      if (digit <= 9)
        mantissa = mantissa * 10 + digit;
      else if (*p == '.' && point == NULL)
        point = p;
      else
        return FALSE;
    }
  if (point == NULL)
    point = end;
  /* Digits before the point, no zero before others, and digits behind it. */
  if (point == start || (*start == '0' && point - start > 1) || point + 1 == end)
    return FALSE;

  out_decimal->mantissa = start > text ? -mantissa : mantissa;
  out_decimal->exponent = (gint16) (point < end ? point + 1 - end : 0);
  return TRUE;
}

/* Any number: not inline, so that a short one costs no more than it must. */
static G_NO_INLINE TbDecimalParse
parse_longer (const char *text,
              gsize       length,
              TbDecimal  *out_decimal)
{
  gboolean negative = length > 0 && *text == '-';
  Parser parser = { .p = text, .end = text + length };

  if (parse_plain (text, length, out_decimal))
    return TB_DECIMAL_EXACT;

  *out_decimal = (TbDecimal) { 0, 0 };
  if (negative)
    parser.p++;
  if (!take_number (&parser))
    return TB_DECIMAL_INVALID;

  if (negative)
    parser.value.mantissa = -parser.value.mantissa;
  if (parser.value.mantissa != 0 && !isfinite (tb_decimal_round (parser.value.mantissa, (int) parser.exponent)))
    return TB_DECIMAL_OVERFLOW;
  if (parser.exponent < G_MININT16 || parser.exponent > G_MAXINT16)
    return TB_DECIMAL_LONG;

  parser.value.exponent = (gint16) parser.exponent;
  *out_decimal = parser.value;

  return parser.dropped ? TB_DECIMAL_LONG : TB_DECIMAL_EXACT;
}

/**
 * tb_decimal_parse:
 * @text: (array length=length): a number as JSON writes it
 * @length: bytes of @text
 * @out_decimal: (out): the number; for %TB_DECIMAL_LONG its leading digits
 *
 * Reads a number without loss of printed digits. Never uses the locale.
 *
 * Returns: how much of the number @out_decimal holds
 */
TbDecimalParse
tb_decimal_parse (const char *text,
                  gsize       length,
                  TbDecimal  *out_decimal)
{
  if (length - 1 < 8 && parse_short (text, length, out_decimal))
    return TB_DECIMAL_EXACT;

  return parse_longer (text, length, out_decimal);
}
