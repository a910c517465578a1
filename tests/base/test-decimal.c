/* Numbers as printed, and exact arithmetic on them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decimal.h"

#include <math.h>
#include <string.h>

/* The grammar is RFC 8259, section 6; what is held is counted by hand. */
static const struct
{
  const char     *text;
  TbDecimalParse  parse;
  gint64          mantissa;
  int             exponent;
} parses[] = {
  { "0", TB_DECIMAL_EXACT, 0, 0 },
  { "-0", TB_DECIMAL_EXACT, 0, 0 },
  { "6", TB_DECIMAL_EXACT, 6, 0 },
  { "6.0", TB_DECIMAL_EXACT, 60, -1 },
  { "6.77", TB_DECIMAL_EXACT, 677, -2 },
  { "-21.760", TB_DECIMAL_EXACT, -21760, -3 },
  { "0.05", TB_DECIMAL_EXACT, 5, -2 },
  { "0.000", TB_DECIMAL_EXACT, 0, -3 },
  { "1e5", TB_DECIMAL_EXACT, 1, 5 },
  { "1E+5", TB_DECIMAL_EXACT, 1, 5 },
  { "1.50e3", TB_DECIMAL_EXACT, 150, 1 },
  { "2e-3", TB_DECIMAL_EXACT, 2, -3 },
  { "9223372036854775807", TB_DECIMAL_EXACT, G_MAXINT64, 0 },
  { "-9223372036854775807", TB_DECIMAL_EXACT, -G_MAXINT64, 0 },
  { "9223372036854775808", TB_DECIMAL_LONG, 922337203685477580, 1 },
  { "12345678901234567890123", TB_DECIMAL_LONG, 1234567890123456789, 4 },
  { "0.12345678901234567890", TB_DECIMAL_LONG, 1234567890123456789, -19 },
  { "1e308", TB_DECIMAL_EXACT, 1, 308 },
  { "1e309", TB_DECIMAL_OVERFLOW, 0, 0 },
  { "-1e999999999999", TB_DECIMAL_OVERFLOW, 0, 0 },
  { "1e-400", TB_DECIMAL_EXACT, 1, -400 },
  { "", TB_DECIMAL_INVALID, 0, 0 },
  { "-", TB_DECIMAL_INVALID, 0, 0 },
  { "+1", TB_DECIMAL_INVALID, 0, 0 },
  { "01", TB_DECIMAL_INVALID, 0, 0 },
  { "00", TB_DECIMAL_INVALID, 0, 0 },
  { "-01", TB_DECIMAL_INVALID, 0, 0 },
  { ".5", TB_DECIMAL_INVALID, 0, 0 },
  { "5.", TB_DECIMAL_INVALID, 0, 0 },
  { "5.e1", TB_DECIMAL_INVALID, 0, 0 },
  { "1e", TB_DECIMAL_INVALID, 0, 0 },
  { "1e+", TB_DECIMAL_INVALID, 0, 0 },
  { "1e1.5", TB_DECIMAL_INVALID, 0, 0 },
  { "1 ", TB_DECIMAL_INVALID, 0, 0 },
  { " 1", TB_DECIMAL_INVALID, 0, 0 },
  { "1,234", TB_DECIMAL_INVALID, 0, 0 },
  { "0x1F", TB_DECIMAL_INVALID, 0, 0 },
  { "NaN", TB_DECIMAL_INVALID, 0, 0 },
  { "Infinity", TB_DECIMAL_INVALID, 0, 0 },
  { "--1", TB_DECIMAL_INVALID, 0, 0 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parses); i++)
    {
      TbDecimal decimal = { 99, 99 };

      g_test_message ("%s", parses[i].text);
      g_assert_cmpint (tb_decimal_parse (parses[i].text, strlen (parses[i].text), &decimal), ==, parses[i].parse);
      if (parses[i].parse == TB_DECIMAL_INVALID || parses[i].parse == TB_DECIMAL_OVERFLOW)
        continue;
      g_assert_cmpint (decimal.mantissa, ==, parses[i].mantissa);
      g_assert_cmpint (decimal.exponent, ==, parses[i].exponent);
    }
}

/* Only @length bytes belong to the number, and nothing behind them is read. */
static void
test_parse_length (void)
{
  g_autofree char *exact = g_memdup2 ("6.7", 3);
  TbDecimal decimal;

  g_assert_cmpint (tb_decimal_parse ("6.77,", 4, &decimal), ==, TB_DECIMAL_EXACT);
  g_assert_cmpint (decimal.mantissa, ==, 677);
  g_assert_cmpint (tb_decimal_parse (exact, 3, &decimal), ==, TB_DECIMAL_EXACT);
  g_assert_cmpint (tb_decimal_parse (exact, 2, &decimal), ==, TB_DECIMAL_INVALID);
  g_assert_cmpint (tb_decimal_parse ("1", 0, &decimal), ==, TB_DECIMAL_INVALID);
}

static TbDecimal
decimal (const char *text)
{
  TbDecimal result;

  g_assert_cmpint (tb_decimal_parse (text, strlen (text), &result), ==, TB_DECIMAL_EXACT);

  return result;
}

static void
test_to_string (void)
{
  static const char *const same[] = {
    "0", "6", "6.0", "6.77", "-21.760", "0.05", "0.000", "-0.5", "1e5", "-3e8", "123456789.123456789",
    "9223372036854775807", "0.0000001", "1.50e3", "-3.9113e10", "1.5e-300", "0e5",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *text = tb_decimal_to_string (decimal (same[i]));

      g_assert_cmpstr (text, ==, same[i]);
    }
}

/* Property: what is written reads back to the same digits. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      int shift = g_test_rand_int_range (0, 63);
      gint64 mantissa = (gint64) (((guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ()) >> (shift + 1));
      TbDecimal number = { g_test_rand_bit () ? -mantissa : mantissa, (gint16) g_test_rand_int_range (-60, 20) };
      g_autofree char *text = tb_decimal_to_string (number);
      TbDecimal back;

      if (tb_decimal_parse (text, strlen (text), &back) != TB_DECIMAL_EXACT || !tb_decimal_identical (number, back))
        g_error ("{%" G_GINT64_FORMAT ", %d} is written %s", number.mantissa, number.exponent, text);
      /* Both read the same text, one exactly and one by the C library. */
      g_assert_true (tb_decimal_to_double (number) == g_ascii_strtod (text, NULL));
    }
}

/* format.md: products and half-units are exact and rounded once. */
static void
test_multiply (void)
{
  static const struct
  {
    const char *a, *b;
    double      product;
  } products[] = {
    { "21.76", "10000", 217600 },          /* 217600.00000000003 in doubles */
    { "6.77", "10000", 67700 },
    { "391.13", "100000000", 39113000000 },
    { "0.1", "3", 0.3 },                   /* 0.30000000000000004 in doubles */
    { "1.1", "1.1", 1.21 },                /* 1.2100000000000002 in doubles */
    { "-4.73", "1", -4.73 },
    { "9223372036854775807", "9223372036854775807", 8.507059173023462e37 },
    { "0", "1e300", 0 },
    { "1e-320", "1e10", 1e-310 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (products); i++)
    {
      double product = tb_decimal_multiply (decimal (products[i].a), decimal (products[i].b));

      g_test_message ("%s × %s", products[i].a, products[i].b);
      g_assert_true (product == products[i].product);
    }
}

static void
test_half_unit (void)
{
  g_assert_true (tb_decimal_half_unit (decimal ("6.77"), decimal ("10000")) == 50);
  g_assert_true (tb_decimal_half_unit (decimal ("470.5"), decimal ("10000")) == 500);
  g_assert_true (tb_decimal_half_unit (decimal ("6"), TB_DECIMAL_ONE) == 0.5);
  g_assert_true (tb_decimal_half_unit (decimal ("6.0"), TB_DECIMAL_ONE) == 0.05);
  g_assert_true (tb_decimal_half_unit (decimal ("0.00"), TB_DECIMAL_ONE) == 0.005);
  g_assert_true (tb_decimal_half_unit (decimal ("-4.73"), TB_DECIMAL_ONE) == 0.005);
  /* The finest last digit that can be held has a half, too. */
  g_assert_true (tb_decimal_half_unit (decimal ("0e-32768"), TB_DECIMAL_ONE) == 0);
}

static void
test_subtract (void)
{
  static const struct
  {
    const char *a, *b, *difference;
  } rows[] = {
    { "470.5", "45.5", "425.0" },        /* semantics R17: derived bases */
    { "483.0", "57.9", "425.1" },
    { "419.1", "81.5", "337.6" },
    { "37.4", "33.2", "4.2" },           /* R13 */
    { "0.3", "0.1", "0.2" },             /* 0.19999999999999998 in doubles */
    { "1", "0.99", "0.01" },
    { "6", "6.0", "0.0" },
    { "1e5", "1", "99999" },
    { "-5", "10", "-15" },
    { "0", "1e18", "-1000000000000000000" },
  };
  TbDecimal difference;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (tb_decimal_subtract (decimal (rows[i].a), decimal (rows[i].b), &difference));
      text = tb_decimal_to_string (difference);
      g_assert_cmpstr (text, ==, rows[i].difference);
    }

  /* Not to be held in 64 bits of digits: said, not rounded. */
  g_assert_false (tb_decimal_subtract (decimal ("1e20"), decimal ("1"), &difference));
  g_assert_false (tb_decimal_subtract (decimal ("1e300"), decimal ("1"), &difference));
  g_assert_false (tb_decimal_subtract (decimal ("9223372036854775807"), decimal ("-1"), &difference));
}

static void
test_product (void)
{
  TbDecimal product;

  g_assert_true (tb_decimal_product (decimal ("21.76"), decimal ("10000"), &product));
  g_assert_cmpint (tb_decimal_compare (product, decimal ("217600")), ==, 0);
  g_assert_true (tb_decimal_product (decimal ("9223372036854775807"), decimal ("10"), &product));
  g_assert_true (tb_decimal_product (decimal ("1000000000000000000"), decimal ("1000000000000000000"), &product));
  g_assert_cmpint (tb_decimal_compare (product, decimal ("1e36")), ==, 0);
  g_assert_false (tb_decimal_product (decimal ("9223372036854775807"), decimal ("9223372036854775807"), &product));
}

static void
test_compare (void)
{
  static const char *const in_order[] = {
    "-1e300", "-10", "-6.77", "-0.1", "0", "1e-300", "0.1", "0.11", "6.77", "6.770001", "10", "99999999999999999",
    "1e17", "1e300",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (in_order); j++)
      g_assert_cmpint (tb_decimal_compare (decimal (in_order[i]), decimal (in_order[j])), ==, (i > j) - (i < j));

  g_assert_cmpint (tb_decimal_compare (decimal ("6.0"), decimal ("6")), ==, 0);
  g_assert_cmpint (tb_decimal_compare (decimal ("6e2"), decimal ("600.00")), ==, 0);
  g_assert_cmpint (tb_decimal_compare (decimal ("0.00"), decimal ("0e200")), ==, 0);
  g_assert_true (tb_decimal_identical (decimal ("6.0"), decimal ("6.0")));
  g_assert_false (tb_decimal_identical (decimal ("6.0"), decimal ("6")));
}

static void
test_quotient (void)
{
  static const struct { TbDecimal a, b, quotient; } cases[] = {
    { { 1, 0 }, { 1000, 0 }, { 1, -3 } },
    { { 1000, 0 }, { 1, 0 }, { 1000, 0 } },
    { { 1, 0 }, { 8, 0 }, { 125, -3 } },
    { { -3, 0 }, { 4, 2 }, { -75, -4 } },
    { { 5, -1 }, { -2, -3 }, { -250, 0 } },
    { { 0, 0 }, { 7, 0 }, { 0, 0 } },
    { { 1, 0 }, { 3, 0 }, { G_GINT64_CONSTANT (333333333333333333), -18 } },
    { { 2, 0 }, { -3, 0 }, { G_GINT64_CONSTANT (-666666666666666666), -18 } },
    { { G_MAXINT64, 0 }, { 1, 0 }, { G_MAXINT64, 0 } },
  };
  TbDecimal quotient;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (tb_decimal_quotient (cases[i].a, cases[i].b, &quotient));
      g_assert_cmpint (tb_decimal_compare (quotient, cases[i].quotient), ==, 0);
    }
  g_assert_false (tb_decimal_quotient (TB_DECIMAL_ONE, (TbDecimal) { 0, 0 }, &quotient));
  g_assert_false (tb_decimal_quotient ((TbDecimal) { 1, G_MININT16 }, (TbDecimal) { 1, 9 }, &quotient));
}

static void
test_n_decimals (void)
{
  g_assert_cmpint (tb_decimal_get_n_decimals (decimal ("6")), ==, 0);
  g_assert_cmpint (tb_decimal_get_n_decimals (decimal ("6.00")), ==, 2);
  g_assert_cmpint (tb_decimal_get_n_decimals (decimal ("6e3")), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/parse-length", test_parse_length);
  g_test_add_func ("/decimal/to-string", test_to_string);
  g_test_add_func ("/decimal/round-trip", test_round_trip);
  g_test_add_func ("/decimal/multiply", test_multiply);
  g_test_add_func ("/decimal/half-unit", test_half_unit);
  g_test_add_func ("/decimal/subtract", test_subtract);
  g_test_add_func ("/decimal/product", test_product);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/quotient", test_quotient);
  g_test_add_func ("/decimal/n-decimals", test_n_decimals);

  return g_test_run ();
}
