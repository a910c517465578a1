/* Writes numbers for readers: separators, scales, signs.
 *
 * A double is first written as the shortest decimal that reads back to it, and
 * scaled and rounded as that decimal. So 2.675 is rounded as the digits that
 * were printed, to 2.68, and not as the binary number just below them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-number-format.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Significant digits that remain where a scale shortens a number (L-1). */
#define SIGNIFICANT_DIGITS 3

/* A double needs no more to be told from its neighbours. */
#define MAX_DIGITS 17

/* Outside of these powers of ten, files hold numbers with an exponent; from the
 * upper one on readers are shown one as well. */
#define LOWEST_PLAIN_POWER -7
#define LOWEST_EXPONENT_POWER 21

#define MINUS_SIGN "−"

static const TbNumberScale scales_en[] = {
  { 0, "" }, { 6, " million" }, { 9, " billion" }, { 12, " trillion" },
};

static const TbNumberScale scales_zh[] = {
  { 0, "" }, { 4, "万" }, { 8, "亿" }, { 12, "万亿" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (scales_en) == G_N_ELEMENTS (scales_zh));

/* 0.d₀d₁d₂… × 10^point; no leading and no trailing zeros, none at all for 0. */
typedef struct
{
  gboolean negative;
  int      n;
  int      point;
  char     digits[MAX_DIGITS + 1];
} Digits;

static void
strip_trailing_zeros (Digits *self)
{
  while (self->n > 0 && self->digits[self->n - 1] == '0')
    self->n--;
}

/* @text is "d.ddde±xx". */
static void
take_scientific (Digits     *self,
                 const char *text)
{
  const char *exponent = strchr (text, 'e');

  self->n = 0;
  for (const char *p = text; p < exponent; p++)
    {
      if (g_ascii_isdigit (*p))
        self->digits[self->n++] = *p;
    }
  self->point = (int) g_ascii_strtoll (exponent + 1, NULL, 10) + 1;
}

/* The shortest decimal that reads back to @number. Every decimal of up to
 * DBL_DIG digits comes back from a normal double, so that shorter ones need
 * not be tried one by one. */
static void
find_shortest (double  number,
               Digits *out_digits)
{
  double magnitude = fabs (number);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char format[8];

  *out_digits = (Digits) { .negative = signbit (number) != 0 };
  if (magnitude == 0)
    return;

  for (int n = magnitude < DBL_MIN ? 1 : DBL_DIG; n <= MAX_DIGITS; n++)
    {
      g_snprintf (format, sizeof format, "%%.%de", n - 1);
      g_ascii_formatd (text, sizeof text, format, magnitude);
      if (g_ascii_strtod (text, NULL) == magnitude)
        break;
    }

  take_scientific (out_digits, text);
  strip_trailing_zeros (out_digits);
}

/* Rounds half away from zero to @decimals digits behind the point. */
static void
round_digits (Digits *self,
              int     decimals)
{
  int n_kept = self->point + decimals;
  gboolean is_up;

  if (n_kept >= self->n)
    return;
  if (n_kept < 0)
    {
      self->n = 0;
      return;
    }

  is_up = self->digits[n_kept] >= '5';
  self->n = n_kept;
  while (is_up && self->n > 0 && self->digits[self->n - 1] == '9')
    self->n--;
  if (is_up && self->n > 0)
    self->digits[self->n - 1]++;
  else if (is_up)
    {
      self->digits[self->n++] = '1';
      self->point++;
    }
  strip_trailing_zeros (self);
}

/* The digit of 10^@power. */
static char
get_digit (const Digits *self,
           int           power)
{
  int i = self->point - 1 - power;

  return i >= 0 && i < self->n ? self->digits[i] : '0';
}

static char *
write_digits (const Digits *self,
              int           decimals,
              const char   *plus)
{
  GString *text = g_string_new (self->n == 0 ? "" : self->negative ? MINUS_SIGN : plus);

  for (int power = MAX (self->point, 1) - 1; power >= 0; power--)
    {
      g_string_append_c (text, get_digit (self, power));
      if (power > 0 && power % 3 == 0)
        g_string_append_c (text, ',');
    }
  if (decimals > 0)
    g_string_append_c (text, '.');
  for (int power = -1; power >= -decimals; power--)
    g_string_append_c (text, get_digit (self, power));

  return g_string_free_and_steal (text);
}

/* "1.7×10³⁰⁸": nobody counts the zeros of such numbers. */
static char *
write_power (const Digits *self,
             const char   *plus)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  GString *text = g_string_new (self->negative ? MINUS_SIGN : plus);
  g_autofree char *power = g_strdup_printf ("%d", self->point - 1);

  g_string_append_len (text, self->digits, 1);
  if (self->n > 1)
    {
      g_string_append_c (text, '.');
      g_string_append_len (text, self->digits + 1, self->n - 1);
    }
  g_string_append (text, "×10");
  for (const char *p = power; *p != '\0'; p++)
    g_string_append (text, raised[g_ascii_digit_value (*p)]);

  return g_string_free_and_steal (text);
}

static char *
format_shifted (double      number,
                int         power,
                int         decimals,
                const char *plus)
{
  Digits digits;

  if (isnan (number))
    return g_strdup ("…");
  if (isinf (number))
    return g_strconcat (number < 0 ? MINUS_SIGN : plus, "∞", NULL);

  decimals = MAX (decimals, 0);
  find_shortest (number, &digits);
  digits.point -= power;
  round_digits (&digits, decimals);

  if (digits.point <= LOWEST_EXPONENT_POWER)
    return write_digits (&digits, decimals, plus);
  round_digits (&digits, SIGNIFICANT_DIGITS - digits.point);

  return write_power (&digits, plus);
}

/**
 * tb_number_scale_choose:
 * @largest_abs: the largest figure of an axis, a column or a row, whatever its sign
 * @language: the figure's language
 *
 * Chooses the one scale (L-1): in Chinese the one that leaves one to four
 * digits before the point, from 1万 up; in English one to three, from one
 * million up. What would be rounded up to 10,000万 is 1亿.
 *
 * Thread: any.
 *
 * Returns: the scale; that of power 0 where nothing is shortened
 */
TbNumberScale
tb_number_scale_choose (double     largest_abs,
                        TbLanguage language)
{
  const TbNumberScale *scales = language == TB_LANGUAGE_ZH ? scales_zh : scales_en;
  gsize best = 0;
  Digits digits;

  if (!isfinite (largest_abs))
    return scales[0];

  find_shortest (largest_abs, &digits);
  if (digits.point > LOWEST_EXPONENT_POWER)
    return scales[0];
  for (gsize i = 1; i < G_N_ELEMENTS (scales_en); i++)
    {
      Digits rounded = digits;

      /* Once a figure is shortened it is shown rounded to whole units of the
       * scale below at most; unshortened it keeps its digits. */
      if (best > 0)
        round_digits (&rounded, -scales[best].power);
      if (rounded.n > 0 && rounded.point > scales[i].power)
        best = i;
    }

  return scales[best];
}

/**
 * tb_number_scale_for_power:
 * @power: 0, 4, 8, 12 in Chinese; 0, 6, 9, 12 in English
 * @language: the figure's language
 *
 * Returns: the scale of that power; the next smaller one where the language has
 *   no word for it
 */
TbNumberScale
tb_number_scale_for_power (int        power,
                           TbLanguage language)
{
  const TbNumberScale *scales = language == TB_LANGUAGE_ZH ? scales_zh : scales_en;
  gsize best = 0;

  for (gsize i = 1; i < G_N_ELEMENTS (scales_en) && scales[i].power <= power; i++)
    best = i;

  return scales[best];
}

/**
 * tb_number_decimals:
 * @figure: a figure, not scaled
 * @printed_decimals: how many digits behind the point of the *figure* were
 *   printed; negative where it was printed with a multiplier: −6 for 391.13亿,
 *   which is 39113 × 10⁶ (the negative of the exponent of value × multiplier)
 * @scale: the scale it is shown in
 *
 * Tells how many digits behind the point the scaled figure needs (L-1). A
 * figure that was printed short keeps its printed digits, no more and no fewer:
 * 391.13亿 stays that and is 39.113 billion, 7万 does not become 7.00万. One
 * that was printed in full is shortened by a scale to three significant digits,
 * less where the rest are zeros: 123,456,789 is 1.23亿, 12,000 is 1.2万.
 * Without a scale all printed digits are shown.
 *
 * For a column or an axis, take the decimals of its largest figure, or the
 * largest of its printed-short ones.
 *
 * Thread: any.
 *
 * Returns: digits behind the point, from 0
 */
int
tb_number_decimals (double        figure,
                    int           printed_decimals,
                    TbNumberScale scale)
{
  Digits digits;
  int exact;
  int significant;

  if (scale.power == 0 || printed_decimals < 0)
    return MAX (printed_decimals + scale.power, 0);
  if (!isfinite (figure))
    return 0;

  find_shortest (figure, &digits);
  digits.point -= scale.power;
  significant = SIGNIFICANT_DIGITS - digits.point;
  round_digits (&digits, MAX (significant, 0));
  exact = digits.n - digits.point;

  return digits.n == 0 ? 0 : CLAMP (exact, 0, MAX (significant, 0));
}

/**
 * tb_number_format:
 * @number: a number
 * @decimals: digits behind the point; negative counts as 0
 *
 * Writes a number with separators of thousands and a minus sign (U+2212),
 * rounded half away from zero on its decimal digits. What rounds to zero has no
 * sign. From 10²¹ on it is three digits and a power of ten: "1.7×10³⁰⁸".
 *
 * Missing: "…" for NaN.
 * Thread: any.
 *
 * Returns: (transfer full): the text
 */
char *
tb_number_format (double number,
                  int    decimals)
{
  return format_shifted (number, 0, decimals, "");
}

/**
 * tb_number_format_scaled:
 * @figure: a figure, not scaled
 * @decimals: digits behind the point after scaling
 * @scale: the scale to show it in
 * @with_suffix: whether the scale's word is written behind it
 *
 * As tb_number_format(), of the figure divided by the scale; the division is
 * exact.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the text
 */
char *
tb_number_format_scaled (double        figure,
                         int           decimals,
                         TbNumberScale scale,
                         gboolean      with_suffix)
{
  g_autofree char *number = format_shifted (figure, scale.power, decimals, "");

  return g_strconcat (number, with_suffix && !isnan (figure) ? scale.suffix : "", NULL);
}

/**
 * tb_number_format_signed:
 * @number: a number
 * @decimals: digits behind the point; negative counts as 0
 *
 * As tb_number_format(), with a plus sign where it is positive after rounding.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the text
 */
char *
tb_number_format_signed (double number,
                         int    decimals)
{
  return format_shifted (number, 0, decimals, "+");
}

static void
append_plain (GString      *text,
              const Digits *digits)
{
  for (int power = MAX (digits->point, 1) - 1; power >= MIN (digits->point - digits->n, 0); power--)
    {
      if (power == -1)
        g_string_append_c (text, '.');
      g_string_append_c (text, get_digit (digits, power));
    }
}

/**
 * tb_number_to_shortest:
 * @number: a number
 *
 * Writes a number for files, as JSON does: the fewest digits that read back to
 * the same double, no separators, a hyphen for minus; an exponent only below
 * 10⁻⁷ and from 10²¹ up.
 *
 * Missing: "" for what is not finite, which JSON and CSV have no number for.
 * Thread: any.
 *
 * Returns: (transfer full): the text
 */
char *
tb_number_to_shortest (double number)
{
  GString *text;
  Digits digits;

  if (!isfinite (number))
    return g_strdup ("");

  find_shortest (number, &digits);
  text = g_string_new (digits.negative ? "-" : "");
  if (digits.n == 0)
    g_string_append_c (text, '0');
  else if (digits.point > LOWEST_PLAIN_POWER && digits.point <= LOWEST_EXPONENT_POWER)
    append_plain (text, &digits);
  else
    {
      g_string_append_len (text, digits.digits, 1);
      if (digits.n > 1)
        g_string_append_c (text, '.');
      g_string_append_len (text, digits.digits + 1, digits.n - 1);
      g_string_append_printf (text, "e%d", digits.point - 1);
    }

  return g_string_free_and_steal (text);
}
