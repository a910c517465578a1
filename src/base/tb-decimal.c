/* A number as it was printed: its digits and where the point stands.
 *
 * Arithmetic on printed decimals is exact (128-bit integers) and rounded to a
 * double once, at the end: 21.76 × 10000 is 217600, never 217600.00000000003.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decimal-private.h"

typedef __int128 Wide;

/* Powers of ten that a double and a 64-bit integer hold exactly. */
static const double exact_powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                       1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

/* 10^38 is the largest power of ten in a signed 128-bit integer. */
#define MAX_WIDE_POWER 38

/* A quotient below it takes one more digit. */
#define QUOTIENT_ROOM ((Wide) 100000000000000000)

/* Zeros between the point and the first digit that are still written out. */
#define MAX_ZEROS 20

static Wide
wide_power (int n)
{
  Wide power = 1;

  for (int i = 0; i < n; i++)
    power *= 10;

  return power;
}

static gboolean
wide_fits (Wide value)
{
  return value >= G_MININT64 && value <= G_MAXINT64;
}

/* mantissa × 10^exponent, rounded once. The fast path is Clinger's: both
 * operands are exact doubles, so that one multiplication or division rounds
 * correctly (W. D. Clinger, "How to read floating point numbers accurately",
 * PLDI 1990). */
static double
wide_to_double (Wide mantissa,
                int  exponent)
{
  char digits[64];
  char *p = digits + sizeof digits;
  gboolean negative = mantissa < 0;
  unsigned __int128 rest = negative ? -(unsigned __int128) mantissa : (unsigned __int128) mantissa;

  if (rest < (G_GUINT64_CONSTANT (1) << 53) && ABS (exponent) < (int) G_N_ELEMENTS (exact_powers))
    {
      double number = (double) (gint64) mantissa;

      return exponent < 0 ? number / exact_powers[-exponent] : number * exact_powers[exponent];
    }

  p -= 12;
  g_snprintf (p, 12, "e%d", exponent);
  do
    {
      *--p = (char) ('0' + (int) (rest % 10));
      rest /= 10;
    }
  while (rest != 0);
  if (negative)
    *--p = '-';

  return g_ascii_strtod (p, NULL);
}

/**
 * tb_decimal_to_string:
 * @self: a number
 *
 * Writes a number as it was printed, as JSON: `6.0`, `0.05`. Where the last
 * digit is above the ones, and for very small numbers, that takes an exponent:
 * `1.50e3`, with one digit before the point. Read back, it is the same number
 * with the same digits.
 *
 * Returns: (transfer full): the text
 */
char *
tb_decimal_to_string (TbDecimal self)
{
  char digits[24];
  guint64 magnitude = self.mantissa < 0 ? -(guint64) self.mantissa : (guint64) self.mantissa;
  const char *sign = self.mantissa < 0 ? "-" : "";
  int n_digits = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, magnitude);
  int n_decimals = -self.exponent;

  if (self.exponent == 0)
    return g_strconcat (sign, digits, NULL);
  if (self.exponent > 0 || n_decimals > n_digits + MAX_ZEROS)
    return g_strdup_printf ("%s%c%s%se%d", sign, digits[0], n_digits > 1 ? "." : "", digits + 1,
                            self.exponent + n_digits - 1);
  if (n_digits > n_decimals)
    return g_strdup_printf ("%s%.*s.%s", sign, n_digits - n_decimals, digits, digits + n_digits - n_decimals);

  g_autofree char *zeros = g_strnfill ((gsize) (n_decimals - n_digits), '0');
  return g_strconcat (sign, "0.", zeros, digits, NULL);
}

double
tb_decimal_round (gint64 mantissa,
                  int    exponent)
{
  return wide_to_double (mantissa, exponent);
}

/**
 * tb_decimal_to_double:
 * @self: a number
 *
 * Returns: the nearest double
 */
double
tb_decimal_to_double (TbDecimal self)
{
  return wide_to_double (self.mantissa, self.exponent);
}

/**
 * tb_decimal_multiply:
 * @a: a number
 * @b: a number
 *
 * Returns: the double nearest to the exact product
 */
double
tb_decimal_multiply (TbDecimal a,
                     TbDecimal b)
{
  return wide_to_double ((Wide) a.mantissa * b.mantissa, a.exponent + b.exponent);
}

/**
 * tb_decimal_half_unit:
 * @self: a printed number
 * @multiplier: what it is multiplied by
 *
 * Half a unit of the last printed digit: 6.77 with multiplier 10000 gives 50.
 *
 * Returns: the half-unit, in the unit of the product
 */
double
tb_decimal_half_unit (TbDecimal self,
                      TbDecimal multiplier)
{
  return wide_to_double ((Wide) 5 * multiplier.mantissa, self.exponent - 1 + multiplier.exponent);
}

static gboolean
store (Wide       mantissa,
       int        exponent,
       TbDecimal *out)
{
  while (!wide_fits (mantissa) && mantissa % 10 == 0)
    {
      mantissa /= 10;
      exponent++;
    }
  if (!wide_fits (mantissa) || exponent < G_MININT16 || exponent > G_MAXINT16)
    return FALSE;

  *out = (TbDecimal) { (gint64) mantissa, (gint16) exponent };
  return TRUE;
}

/* Brings both to the smaller exponent. FALSE where 128 bits are too few. */
static gboolean
align (TbDecimal  a,
       TbDecimal  b,
       Wide      *out_a,
       Wide      *out_b)
{
  int gap = ABS (a.exponent - b.exponent);
  Wide *coarse = a.exponent > b.exponent ? out_a : out_b;

  *out_a = a.mantissa;
  *out_b = b.mantissa;
  if (*coarse == 0)
    return TRUE;

  return gap <= MAX_WIDE_POWER && !__builtin_mul_overflow (*coarse, wide_power (gap), coarse);
}

/**
 * tb_decimal_subtract:
 * @a: a number
 * @b: what is taken from it
 * @out_difference: (out): a − b, printed to the finer of the two last digits
 *
 * Returns: whether the exact difference could be held
 */
gboolean
tb_decimal_subtract (TbDecimal  a,
                     TbDecimal  b,
                     TbDecimal *out_difference)
{
  Wide wide_a, wide_b, difference;

  if (!align (a, b, &wide_a, &wide_b) || __builtin_sub_overflow (wide_a, wide_b, &difference))
    return FALSE;

  return store (difference, MIN (a.exponent, b.exponent), out_difference);
}

/**
 * tb_decimal_product:
 * @a: a number
 * @b: a number
 * @out_product: (out): a × b
 *
 * Returns: whether the exact product could be held
 */
gboolean
tb_decimal_product (TbDecimal  a,
                    TbDecimal  b,
                    TbDecimal *out_product)
{
  return store ((Wide) a.mantissa * b.mantissa, a.exponent + b.exponent, out_product);
}

/**
 * tb_decimal_quotient:
 * @a: a number
 * @b: what it is divided by
 * @out_quotient: (out): a ÷ b: exact where a decimal of 18 digits is it, else
 *   cut off after them
 *
 * Returns: whether there is one: not by zero
 */
gboolean
tb_decimal_quotient (TbDecimal  a,
                     TbDecimal  b,
                     TbDecimal *out_quotient)
{
  int exponent = a.exponent - b.exponent;
  Wide quotient, rest;

  if (b.mantissa == 0)
    return FALSE;

  /* Schoolbook division: digits are brought down while there is room. The
   * remainder is below 2^63, so that ten times it fits. */
  quotient = (Wide) a.mantissa / b.mantissa;
  rest = (Wide) a.mantissa % b.mantissa;
  for (; rest != 0 && quotient > -QUOTIENT_ROOM && quotient < QUOTIENT_ROOM; exponent--)
    {
      rest *= 10;
      quotient = quotient * 10 + rest / b.mantissa;
      rest %= b.mantissa;
    }

  return store (quotient, exponent, out_quotient);
}

/**
 * tb_decimal_compare:
 * @a: a number
 * @b: a number
 *
 * Compares by value: 6.0 and 6 are equal.
 *
 * Returns: −1, 0 or 1
 */
int
tb_decimal_compare (TbDecimal a,
                    TbDecimal b)
{
  Wide wide_a, wide_b;

  if (align (a, b, &wide_a, &wide_b))
    return (wide_a > wide_b) - (wide_a < wide_b);

  double number_a = tb_decimal_to_double (a);
  double number_b = tb_decimal_to_double (b);
  return (number_a > number_b) - (number_a < number_b);
}

/**
 * tb_decimal_identical:
 * @a: a number
 * @b: a number
 *
 * Returns: whether both were printed the same: 6.0 and 6 are not
 */
gboolean
tb_decimal_identical (TbDecimal a,
                      TbDecimal b)
{
  return a.mantissa == b.mantissa && a.exponent == b.exponent;
}

/**
 * tb_decimal_get_n_decimals:
 * @self: a number
 *
 * Returns: how many digits were printed behind the point
 */
int
tb_decimal_get_n_decimals (TbDecimal self)
{
  return self.exponent < 0 ? -self.exponent : 0;
}
