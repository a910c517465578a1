/* The fixed-width measurer of tests, and the rules of line breaking that every measurer shares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-text-measure.h"

#include <string.h>

/* Characters that may not begin a line and that may not end one, after the
 * Chinese standard GB/T 15834-2011 (5.1.5, 5.1.6) and JIS X 4051, as far as they
 * occur in what statistics offices write. */
static const char not_first[] =
  "、，。．：；！？…—～·」』】〕〉》）］｝”’％‰℃°々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
  "%,.:;!?)]}";
static const char not_last[] = "「『【〔〈《（［｛“‘￥¥$€£([{＋−±≥≤≈＞＜<>";

/* Powers of ten that belong to the number before them: 1.2万亿元. */
static const char number_words[] = "万亿千百十";

static gboolean
is_one_of (const char *set,
           gunichar    c)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* Whether the character before @at is a digit or a chain of number words that a digit leads. */
static gboolean
is_after_number (const char *text,
                 const char *at)
{
  const char *p = at;

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (g_unichar_isdigit (c))
        return TRUE;
      if (!is_one_of (number_words, c))
        return FALSE;
    }

  return FALSE;
}

/**
 * tb_text_forbids_break:
 * @text: UTF-8
 * @at: byte offset of a character of @text
 *
 * Tells where a line must not be broken though Unicode's rules allow it: before
 * closing and after opening punctuation, and between a number and the words that
 * count it (semantics L-4: 1.2万亿元, 3,500个, 2021年).
 *
 * Thread: any.
 *
 * Returns: whether no line may begin with the character at @at
 */
gboolean
tb_text_forbids_break (const char *text,
                       gsize       at)
{
  const char *here = text + at;
  gunichar before;
  gunichar after;

  if (at == 0)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (here));
  after = g_utf8_get_char (here);

  if (before == ' ')
    return FALSE;
  if (is_one_of (not_first, after) || is_one_of (not_last, before))
    return TRUE;

  return is_han (after) && is_after_number (text, here);
}

/**
 * tb_text_is_invisible:
 * @c: a character
 *
 * Tells what a figure's text never holds (semantics E-6): control characters,
 * and those that XML 1.0 does not allow.
 *
 * Returns: whether @c is dropped
 */
gboolean
tb_text_is_invisible (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ||
         c == 0xFEFF;
}

static gboolean
is_blank (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/**
 * tb_text_clean:
 * @text: any bytes
 *
 * Makes text fit for one line of a figure: tabs and line ends become spaces,
 * control characters vanish, invalid UTF-8 becomes U+FFFD.
 *
 * Returns: (transfer full): the text, valid UTF-8
 */
char *
tb_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank (c))
        g_string_append_c (clean, ' ');
      else if (!tb_text_is_invisible (c))
        g_string_append_unichar (clean, c);
    }

  return g_string_free_and_steal (clean);
}

static double
get_advance (const TbFont *font,
             gunichar      c)
{
  if (is_blank (c))
    return font->size_px / 2;
  if (tb_text_is_invisible (c) || g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? font->size_px : font->size_px / 2;
}

static TbTextExtents
measure_fixed (const TbTextMeasure *self,
               const TbFont        *font,
               const char          *text)
{
  TbTextExtents extents = { 0, font->size_px * 0.8, font->size_px * 0.2 };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    extents.width += get_advance (font, g_utf8_get_char (p));

  return extents;
}

/* Whether a line may end between the two characters, whatever the punctuation. */
static gboolean
is_opportunity (gunichar before,
                gunichar after)
{
  if (after == ' ')
    return FALSE;
  if (before == ' ')
    return TRUE;
  if (before == '-' || before == 0x2013 || before == '/')
    return g_unichar_isalpha (after);

  return g_unichar_iswide (before) || g_unichar_iswide (after);
}

static gsize
break_line_fixed (const TbTextMeasure *self,
                  const TbFont        *font,
                  const char          *text,
                  double               width_px)
{
  gsize at_opportunity = 0;   /* the last place where a line may end by the rules */
  gsize at_character = 0;     /* the last one where the punctuation at least allows it */
  gsize at_any = 0;
  double width = 0;
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize at = (gsize) (p - text);

      if (at > 0 && !tb_text_forbids_break (text, at))
        {
          at_character = at;
          if (is_opportunity (before, c))
            at_opportunity = at;
        }
      /* Spaces at a line's end do not count. */
      if (c != ' ')
        {
          width += get_advance (font, c);
          for (const char *q = p; q > text && *g_utf8_prev_char (q) == ' '; q = g_utf8_prev_char (q))
            width += font->size_px / 2;
          if (width > width_px + 1e-6)
            {
              at_any = at > 0 ? at : (gsize) (g_utf8_next_char (p) - text);
              return at_opportunity > 0 ? at_opportunity : at_character > 0 ? at_character : at_any;
            }
        }
      before = c;
    }

  return strlen (text);
}

/**
 * tb_text_measure_get_fixed:
 *
 * Returns: (transfer none): the measurer of tests, usable from any thread; its
 *   results depend on no font
 */
const TbTextMeasure *
tb_text_measure_get_fixed (void)
{
  static const TbTextMeasure fixed = { measure_fixed, break_line_fixed };

  return &fixed;
}
