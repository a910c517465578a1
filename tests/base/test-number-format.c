/* Numbers as readers and files see them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-number-format.h"

#include <math.h>

#define MINUS "\342\210\222"

/* Each row says which rule or publication it comes from. */

static const struct
{
  const char *source;
  double      number;
  int         decimals;
  const char *expected;
} formats[] = {
  { "L-1: -0.04 at one decimal has no sign", -0.04, 1, "0.0" },
  { "L-1: nor at none", -0.4, 0, "0" },
  { "half away from zero, below", -0.05, 1, MINUS "0.1" },
  { "half away from zero, exact in binary", 0.125, 2, "0.13" },
  { "as printed digits say, not the double below", 2.675, 2, "2.68" },
  { "as printed digits say", 1.005, 2, "1.01" },
  { "carry through nines", 99.96, 1, "100.0" },
  { "carry into a new group", 999.5, 0, "1,000" },
  { "carry from nothing", 0.95, 0, "1" },
  { "below half of the last digit", 0.0499, 1, "0.0" },
  { "far below", 1e-9, 2, "0.00" },
  { "just below a half, 16 digits", 0.4999999999999999, 0, "0" },
  { "separators", 1234.5, 1, "1,234.5" },
  { "no separator in three digits", 123, 0, "123" },
  { "many groups", 123456789, 0, "123,456,789" },
  { "U+2212", -3.2, 1, MINUS "3.2" },
  { "negative with groups", -1234567.891, 2, MINUS "1,234,567.89" },
  { "zeros to fill", 6, 2, "6.00" },
  { "zero", 0, 0, "0" },
  { "zero with decimals", 0, 2, "0.00" },
  { "negative zero", -0.0, 1, "0.0" },
  { "negative decimals count as none", 1234, -2, "1,234" },
  { "sum with a binary artefact, rounded away", 0.1 + 0.2, 1, "0.3" },
  { "beyond 2^53", 1e16, 0, "10,000,000,000,000,000" },
  { "the largest with all its digits", 1e20, 0, "100,000,000,000,000,000,000" },
  { "a power of ten above", 1e21, 0, "1×10²¹" },
  { "L-1: three digits of it", 2.1070054661052023e29, 2, "2.11×10²⁹" },
  { "L-1: rounded up to the next power", 9.999e29, 0, "1×10³⁰" },
  { "just below, in full", 999999999999999900000.0, -2, "999,999,999,999,999,900,000" },
  { "near the largest double", -1.7e308, 2, MINUS "1.7×10³⁰⁸" },
  { "no number", (double) NAN, 1, "…" },
};

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = tb_number_format (formats[i].number, formats[i].decimals);

      g_test_message ("%s", formats[i].source);
      g_assert_cmpstr (text, ==, formats[i].expected);
    }
}

static void
test_signed (void)
{
  static const struct
  {
    double      number;
    int         decimals;
    const char *expected;
  } rows[] = {
    { 3.2, 1, "+3.2" }, { -3.2, 1, MINUS "3.2" }, { 0, 1, "0.0" },
    { 0.04, 1, "0.0" }, { -0.04, 1, "0.0" }, { 45.5, 1, "+45.5" }, { 1234, 0, "+1,234" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = tb_number_format_signed (rows[i].number, rows[i].decimals);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static const struct
{
  const char *source;
  double      largest;
  TbLanguage  language;
  int         power;
} scales[] = {
  { "L-1 zh", 48.3e9, TB_LANGUAGE_ZH, 8 },
  { "L-1 en", 48.3e9, TB_LANGUAGE_EN, 9 },
  { "L-1 zh", 123456789, TB_LANGUAGE_ZH, 8 },
  { "L-1 en", 123456789, TB_LANGUAGE_EN, 6 },
  { "plain below 1万", 9999, TB_LANGUAGE_ZH, 0 },
  { "from 1万 up", 10000, TB_LANGUAGE_ZH, 4 },
  { "four digits of 万", 99989999, TB_LANGUAGE_ZH, 4 },
  { "would round up to 10,000万", 99995000, TB_LANGUAGE_ZH, 8 },
  { "just not", 99994999, TB_LANGUAGE_ZH, 4 },
  { "from 1亿 up", 1e8, TB_LANGUAGE_ZH, 8 },
  { "四位数的亿", 9998e8, TB_LANGUAGE_ZH, 8 },
  { "from 1万亿 up", 1e12, TB_LANGUAGE_ZH, 12 },
  { "no word beyond 万亿", 1e17, TB_LANGUAGE_ZH, 12 },
  { "plain below a million", 999999.6, TB_LANGUAGE_EN, 0 },
  { "from a million up", 1e6, TB_LANGUAGE_EN, 6 },
  { "would round up to 1,000 million", 999500000, TB_LANGUAGE_EN, 9 },
  { "just not", 999499999, TB_LANGUAGE_EN, 6 },
  { "trillion", 1.2e12, TB_LANGUAGE_EN, 12 },
  { "sign does not count", -48.3e9, TB_LANGUAGE_ZH, 8 },
  { "nothing", 0, TB_LANGUAGE_ZH, 0 },
  { "no number", (double) NAN, TB_LANGUAGE_ZH, 0 },
};

static void
test_scale (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      TbNumberScale scale = tb_number_scale_choose (scales[i].largest, scales[i].language);

      g_test_message ("%s", scales[i].source);
      g_assert_cmpint (scale.power, ==, scales[i].power);
      g_assert_cmpstr (scale.suffix, ==, tb_number_scale_for_power (scale.power, scales[i].language).suffix);
    }

  g_assert_cmpstr (tb_number_scale_for_power (4, TB_LANGUAGE_ZH).suffix, ==, "万");
  g_assert_cmpstr (tb_number_scale_for_power (8, TB_LANGUAGE_ZH).suffix, ==, "亿");
  g_assert_cmpstr (tb_number_scale_for_power (12, TB_LANGUAGE_ZH).suffix, ==, "万亿");
  g_assert_cmpstr (tb_number_scale_for_power (9, TB_LANGUAGE_EN).suffix, ==, " billion");
  g_assert_cmpint (tb_number_scale_for_power (8, TB_LANGUAGE_EN).power, ==, 6);
}

/* A figure printed as 391.13 × 10⁸ has −6 decimals as a figure. */
static const struct
{
  const char *source;
  double      figure;
  int         printed;
  const char *zh;
  const char *en;
} figures[] = {
  { "L-1", 48300000000, 0, "483亿", "48.3 billion" },
  { "L-1", 123456789, 0, "1.23亿", "123 million" },
  { "printed digits stay: 391.13亿", 39113000000, -6, "391.13亿", "39.113 billion" },
  { "printed 470.5万", 4705000, -3, "470.5万", "4.705 million" },
  { "printed 6.77万: no scale in English", 67700, -2, "6.77万", "67,700" },
  { "printed 0.35万", 3500, -2, "3,500", "3,500" },
  { "printed 1万 gains no zeros", 10000, -4, "1万", "10,000" },
  { "printed 7万", 70000, -4, "7万", "70,000" },
  { "printed 6.0万 keeps its zero", 60000, -3, "6.0万", "60,000" },
  { "in full, zeros behind", 12000, 0, "1.2万", "12,000" },
  { "in full, rounded zeros stay out", 12003, 0, "1.2万", "12,003" },
  { "in full, four digits left", 12345678, 0, "1,235万", "12.3 million" },
  { "in full, negative", -123456789, 0, MINUS "1.23亿", MINUS "123 million" },
  { "a rate as printed", 61.5, 1, "61.5", "61.5" },
  { "printed 6.0", 6, 1, "6.0", "6.0" },
  { "zero", 0, 0, "0", "0" },
};

static void
test_figures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      for (int language = 0; language < TB_N_LANGUAGES; language++)
        {
          TbNumberScale scale = tb_number_scale_choose (figures[i].figure, (TbLanguage) language);
          int decimals = tb_number_decimals (figures[i].figure, figures[i].printed, scale);
          g_autofree char *text = tb_number_format_scaled (figures[i].figure, decimals, scale, TRUE);

          g_test_message ("%s", figures[i].source);
          g_assert_cmpstr (text, ==, language == TB_LANGUAGE_ZH ? figures[i].zh : figures[i].en);
        }
    }
}

/* One scale for all: the smaller figures of a column in 万. */
static void
test_shared_scale (void)
{
  TbNumberScale scale = tb_number_scale_for_power (4, TB_LANGUAGE_ZH);
  g_autofree char *half = tb_number_format_scaled (3500, 2, scale, FALSE);
  g_autofree char *artefact = tb_number_format_scaled (217600.00000000003, 2, scale, TRUE);

  g_assert_cmpint (tb_number_decimals (3500, -2, scale), ==, 2);
  g_assert_cmpint (tb_number_decimals (3500, 0, scale), ==, 2);
  g_assert_cmpint (tb_number_decimals (3512, 0, scale), ==, 3);
  g_assert_cmpint (tb_number_decimals (35, 0, scale), ==, 4);
  g_assert_cmpint (tb_number_decimals (0, 0, scale), ==, 0);
  g_assert_cmpstr (half, ==, "0.35");
  g_assert_cmpstr (artefact, ==, "21.76万");
}

static const struct
{
  double      number;
  const char *expected;
} shortest[] = {
  { 0, "0" }, { 1, "1" }, { -1, "-1" }, { 0.1, "0.1" }, { 6.77, "6.77" }, { 217600, "217600" },
  { 0.1 + 0.2, "0.30000000000000004" }, { 1e20, "100000000000000000000" }, { 1e21, "1e21" },
  { 1.5e300, "1.5e300" }, { 1e-7, "0.0000001" }, { 9e-8, "9e-8" }, { -1.25e-9, "-1.25e-9" },
  { 5e-324, "5e-324" }, { 1.7976931348623157e308, "1.7976931348623157e308" },
  { 9007199254740993.0, "9007199254740992" }, { 123456.789, "123456.789" },
  { (double) INFINITY, "" }, { (double) NAN, "" },
};

static void
test_shortest (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortest); i++)
    {
      g_autofree char *text = tb_number_to_shortest (shortest[i].number);

      g_assert_cmpstr (text, ==, shortest[i].expected);
    }
}

/* Property: every double comes back, and no shorter %g does better. */
static void
test_shortest_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      union
      {
        guint64 bits;
        double  number;
      } value = { .bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int () };
      g_autofree char *text = NULL;

      if (!isfinite (value.number))
        continue;
      text = tb_number_to_shortest (value.number);
      if (g_ascii_strtod (text, NULL) != value.number)
        g_error ("%.17g is written %s", value.number, text);
    }
}

/* Property: what is shown differs from the number by half a last digit at most. */
static void
test_rounding (void)
{
  for (int i = 0; i < 20000; i++)
    {
      double number = g_test_rand_double_range (-1e6, 1e6);
      int decimals = g_test_rand_int_range (0, 6);
      g_autofree char *text = tb_number_format (number, decimals);
      g_autoptr (GString) plain = g_string_new (text);
      double unit = pow (10, -decimals);

      g_string_replace (plain, ",", "", 0);
      g_string_replace (plain, MINUS, "-", 0);
      g_assert_cmpfloat (fabs (g_ascii_strtod (plain->str, NULL) - number), <=, unit * 0.5000001 + 1e-9);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/number-format/format", test_format);
  g_test_add_func ("/number-format/signed", test_signed);
  g_test_add_func ("/number-format/scale", test_scale);
  g_test_add_func ("/number-format/figures", test_figures);
  g_test_add_func ("/number-format/shared-scale", test_shared_scale);
  g_test_add_func ("/number-format/shortest", test_shortest);
  g_test_add_func ("/number-format/shortest-round-trip", test_shortest_round_trip);
  g_test_add_func ("/number-format/rounding", test_rounding);

  return g_test_run ();
}
