/* Numbers as statistical offices print them (formats.md, section 11).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-number-text.h"

#include <string.h>

#define N_ROUNDS 20000

static const char *const minus_999[] = { "-999", "n.v.", NULL };
static const char *const none_missing[] = { NULL };

#define DOT { .decimal_mark = '.', .bare = TRUE }
#define DOT_COMMA { .decimal_mark = '.', .group_mark = ',', .bare = TRUE }
#define COMMA { .decimal_mark = ',', .bare = TRUE }
#define COMMA_DOT { .decimal_mark = ',', .group_mark = '.', .bare = TRUE }
#define SWISS { .decimal_mark = '.', .group_mark = '\'', .bare = TRUE }
#define FLAGS { .decimal_mark = '.', .with_flags = TRUE, .bare = TRUE }
#define DRESSED { .decimal_mark = '.', .group_mark = ',' }

/* @digits: the number as JSON writes it; NULL for MISSING and NONE. */
static const struct
{
  const char   *source;
  const char   *text;
  TbNumberStyle style;
  TbNumberForm  form;
  const char   *digits;
  const char   *flags;
  gboolean      is_percent;
  gboolean      is_long;
} rows[] = {
  { "RFC 8259, 6", "12.30", DOT, TB_NUMBER_GIVEN, "12.30" },
  { "RFC 8259, 6", "-0.5e-3", DOT, TB_NUMBER_GIVEN, "-0.5e-3" },
  { "white space around it", " 12\t", DOT, TB_NUMBER_GIVEN, "12" },
  { "white space around it: U+00A0, U+3000", "\302\24012\343\200\200", DOT, TB_NUMBER_GIVEN, "12" },
  { "11: integers beyond 2^63", "9223372036854775808", DOT, TB_NUMBER_GIVEN, "9223372036854775808", .is_long = TRUE },
  { "11: integers beyond 2^63", "12345678901234567890123", DOT, TB_NUMBER_GIVEN, "12345678901234567890123",
    .is_long = TRUE },
  { "11: with groups", "12,345,678,901,234,567,890,123", DOT_COMMA, TB_NUMBER_GIVEN, "12345678901234567890123",
    .is_long = TRUE },
  { "11: 1e400 is no double", "1e400", DOT, TB_NUMBER_NONE },
  { "11: nor is it with a sign", "+1e400", DOT, TB_NUMBER_NONE },
  { "11: leading +", "+12.5", DOT, TB_NUMBER_GIVEN, "12.5" },
  { "11: U+2212", "\342\210\22212.5", DOT, TB_NUMBER_GIVEN, "-12.5" },
  { "two signs", "--5", DOT, TB_NUMBER_NONE },
  { "a dash apart", "- 5", DOT, TB_NUMBER_NONE },

  { "6: 1,234 is not 1", "1,234", DOT, TB_NUMBER_NONE },
  { "11: groups by ,", "1,234", DOT_COMMA, TB_NUMBER_GIVEN, "1234" },
  { "11: groups by ,", "-1,234,567.80", DOT_COMMA, TB_NUMBER_GIVEN, "-1234567.80" },
  { "11: groups by .", "1.234.567,8", COMMA_DOT, TB_NUMBER_GIVEN, "1234567.8" },
  { "11: groups by .", "1.234", COMMA_DOT, TB_NUMBER_GIVEN, "1234" },
  { "11: groups by '", "1'234.5", SWISS, TB_NUMBER_GIVEN, "1234.5" },
  { "11: groups by U+2019", "1\342\200\231234.5", SWISS, TB_NUMBER_GIVEN, "1234.5" },
  { "11: groups by a space", "1 234 567", DOT, TB_NUMBER_GIVEN, "1234567" },
  { "11: groups by U+00A0", "1\302\240234", DOT, TB_NUMBER_GIVEN, "1234" },
  { "11: groups by U+2009", "1\342\200\211234", DOT, TB_NUMBER_GIVEN, "1234" },
  { "11: groups by U+202F", "1\342\200\257234,5", COMMA, TB_NUMBER_GIVEN, "1234.5" },
  { "groups are of three", "12,34", DOT_COMMA, TB_NUMBER_NONE },
  { "groups are of three", "1,2345", DOT_COMMA, TB_NUMBER_NONE },
  { "groups are of three", "1234,567", DOT_COMMA, TB_NUMBER_NONE },
  { "groups are of three", "12,34,567", DOT_COMMA, TB_NUMBER_NONE },
  { "groups are of three", "1,234,", DOT_COMMA, TB_NUMBER_NONE },
  { "groups have one mark", "1,234 567", DOT_COMMA, TB_NUMBER_NONE },
  { "two numbers", "1  234", DOT, TB_NUMBER_NONE },
  { "two numbers", "2020 2021", DOT, TB_NUMBER_NONE },
  { "no groups behind the point", "0.123,456", DOT_COMMA, TB_NUMBER_NONE },
  { "no group of a zero", "0,123", DOT_COMMA, TB_NUMBER_NONE },

  { "11: decimal comma", "12,5", COMMA, TB_NUMBER_GIVEN, "12.5" },
  { "11: decimal comma", "1,234", COMMA, TB_NUMBER_GIVEN, "1.234" },
  { "a point in such a column", "12.5", COMMA, TB_NUMBER_NONE },
  { "whole numbers in such a column", "12", COMMA, TB_NUMBER_GIVEN, "12" },
  { "spreadsheets", "1,5E+6", COMMA, TB_NUMBER_GIVEN, "1.5e+6" },
  { "two marks", "1,2,3", COMMA, TB_NUMBER_NONE },
  { "SAS writes no zero before the point", "-.5", DOT, TB_NUMBER_GIVEN, "-0.5" },
  { "an ordinal", "5.", DOT, TB_NUMBER_NONE },
  { "codes are padded", "007", DOT, TB_NUMBER_NONE },
  { "codes are padded", "00", DOT, TB_NUMBER_NONE },
  { "a zero", "0", DOT, TB_NUMBER_GIVEN, "0" },
  { "11: no hexadecimal", "0x1F", DOT, TB_NUMBER_NONE },

  { "11: trailing %", "95.5%", DOT, TB_NUMBER_GIVEN, "95.5", .is_percent = TRUE },
  { "11: trailing %", "95,5\302\240%", COMMA, TB_NUMBER_GIVEN, "95.5", .is_percent = TRUE },
  { "one only", "95%%", DOT, TB_NUMBER_NONE },
  { "before it", "%95", DOT, TB_NUMBER_NONE },

  { "8: flags", "12.3 b", FLAGS, TB_NUMBER_GIVEN, "12.3", "b" },
  { "8: flags", "1 234 bep ", FLAGS, TB_NUMBER_GIVEN, "1234", "bep" },
  { "8: flags", ": c", FLAGS, TB_NUMBER_MISSING, NULL, "c" },
  { "8: flags", ":", FLAGS, TB_NUMBER_MISSING },
  { "8: flags", ": ", FLAGS, TB_NUMBER_MISSING },
  { "6: 12.3 b is not 12.3", "12.3 b", DOT, TB_NUMBER_NONE },
  { "a word is no flag", "12 inhabitants", FLAGS, TB_NUMBER_NONE },
  { "a flag alone", "b", FLAGS, TB_NUMBER_NONE },
  { "no space before it", "12.3b", FLAGS, TB_NUMBER_NONE },

  { "7: bareNumber", "95%", DRESSED, TB_NUMBER_GIVEN, "95", .is_percent = TRUE },
  { "7: bareNumber", "\342\202\254 1,234.50", DRESSED, TB_NUMBER_GIVEN, "1234.50" },
  { "7: bareNumber", "USD-12 approx.", DRESSED, TB_NUMBER_NONE },
  { "7: bareNumber", "$-12 net", DRESSED, TB_NUMBER_GIVEN, "-12" },
  { "7: bareNumber", "12 kg", DRESSED, TB_NUMBER_GIVEN, "12" },
  { "a sign apart from the number", "-$12", DRESSED, TB_NUMBER_NONE },
  { "brackets are a minus sign to some", "(12)", DRESSED, TB_NUMBER_NONE },
  /* Section 11 names no brackets: to other offices they are an estimate, or a share below a figure. */
  { "11: no brackets", "(1,234)", DOT_COMMA, TB_NUMBER_NONE },
  { "11: no brackets", "(12.75%)", DRESSED, TB_NUMBER_NONE },
  { "a bound is no number", "> 500", DRESSED, TB_NUMBER_NONE },
  { "nor is a rough one", "\347\272\24645", DRESSED, TB_NUMBER_NONE },
  { "nor one in ten thousands", "45\344\270\207", DRESSED, TB_NUMBER_NONE },
  { "nor one in millions", "45 Million", DRESSED, TB_NUMBER_NONE },
  { "two numbers", "12 to 15", DRESSED, TB_NUMBER_NONE },
  { "a power", "12 m2", DRESSED, TB_NUMBER_NONE },
  { "a name", "No.5", DRESSED, TB_NUMBER_NONE },
  { "a name", "A-12", DRESSED, TB_NUMBER_NONE },
  { "no digit", "kg", DRESSED, TB_NUMBER_NONE },

  { "full-width, as Chinese input methods write", "\357\274\221\357\274\222\357\274\216\357\274\225", DOT,
    TB_NUMBER_GIVEN, "12.5" },
  { "full-width minus and percent", "\357\274\215\357\274\225\357\274\205", DOT, TB_NUMBER_GIVEN, "-5",
    .is_percent = TRUE },
  { "full-width comma", "1\357\274\214234", DOT_COMMA, TB_NUMBER_GIVEN, "1234" },

  { "6: missing", "", DOT, TB_NUMBER_MISSING },
  { "6: missing", "   ", DOT, TB_NUMBER_MISSING },
  { "6: missing", "NA", DOT, TB_NUMBER_MISSING },
  { "6: missing", "N/A", DOT, TB_NUMBER_MISSING },
  { "6: missing", "NaN", DOT, TB_NUMBER_MISSING },
  { "6: missing", ".", DOT, TB_NUMBER_MISSING },
  { "6: missing", "..", DOT, TB_NUMBER_MISSING },
  { "6: missing", ":", DOT, TB_NUMBER_MISSING },
  { "6: missing", "-", DOT, TB_NUMBER_MISSING },
  { "9: missing", "......", DOT, TB_NUMBER_MISSING },
  { "7: NaN/INF/-INF", "-INF", DOT, TB_NUMBER_MISSING },
  { "11: Infinity", "Infinity", DOT, TB_NUMBER_MISSING },
  { "Chinese yearbooks", "\342\200\246", DOT, TB_NUMBER_MISSING },
  { "7: missingValues", "-999", { '.', 0, minus_999, FALSE, TRUE }, TB_NUMBER_MISSING },
  { "7: missingValues", "-99", { '.', 0, minus_999, FALSE, TRUE }, TB_NUMBER_GIVEN, "-99" },
  { "7: missingValues", "n.v.", { '.', 0, minus_999, FALSE, TRUE }, TB_NUMBER_MISSING },
  { "7: missingValues replace the usual", "NA", { '.', 0, minus_999, FALSE, TRUE }, TB_NUMBER_NONE },
  { "7: NaN is a legal number", "nan", { '.', 0, none_missing, FALSE, TRUE }, TB_NUMBER_MISSING },
  { "an empty cell", "", { '.', 0, none_missing, FALSE, TRUE }, TB_NUMBER_MISSING },
  { "two of them", "....... ", DOT, TB_NUMBER_NONE },
  { "words", "not yet", DOT, TB_NUMBER_NONE },
  { "not UTF-8", "12\377", DOT, TB_NUMBER_NONE },
};

/* A text with nothing readable behind it. */
static char *
copy_exactly (const char *text,
              gsize      *out_length)
{
  *out_length = strlen (text);

  return g_memdup2 (text, *out_length > 0 ? *out_length : 1);
}

static void
check_row (gsize i)
{
  gsize length;
  g_autofree char *text = copy_exactly (rows[i].text, &length);
  g_autofree char *digits = tb_number_text_dup_digits (text, length, &rows[i].style);
  g_autofree char *flags = NULL;
  g_autofree char *shown = g_utf8_make_valid (rows[i].text, -1);
  TbNumberText number;
  TbDecimal expected = { 0, 0 };

  g_test_message ("%s: \"%s\"", rows[i].source, shown);
  g_assert_cmpint (tb_number_text_parse (text, length, &rows[i].style, &number), ==, rows[i].form);
  g_assert_cmpstr (digits, ==, rows[i].digits);
  if (number.n_flags > 0)
    flags = g_strndup (number.flags, number.n_flags);
  g_assert_cmpstr (flags, ==, rows[i].flags);
  g_assert_cmpint (number.is_percent, ==, rows[i].is_percent);
  g_assert_cmpint (number.is_long, ==, rows[i].is_long);

  if (rows[i].digits != NULL)
    tb_decimal_parse (rows[i].digits, strlen (rows[i].digits), &expected);
  g_assert_true (tb_decimal_identical (number.value, expected));
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (i);
}

/* What is built of these is a number only if all of it is. */
static const char *const pieces[] = {
  "0", "1", "7", "12", "345", "000", "999", ".", ",", "'", " ", "-", "+", "%", "e", "E5", ":", "b", "c", "NA", "x",
  "\302\240", "\342\200\257", "\342\210\222", "\357\274\221", "\344\270\207", "\302", "\342\200", "\377", "\n", "\t",
};

static void
make_text (GString *text)
{
  int n = g_test_rand_int_range (0, 9);

  g_string_truncate (text, 0);
  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

static gsize
count_digits (const char *text,
              gsize       length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += g_ascii_isdigit (text[i]) ? 1 : 0;

  return n;
}

/* Whatever is read has every digit of the text, and its JSON reads as the same. */
static void
check_law (const char          *text,
           gsize                length,
           const TbNumberStyle *style)
{
  TbNumberText number, again;
  TbNumberForm form = tb_number_text_parse (text, length, style, &number);
  g_autofree char *digits = tb_number_text_dup_digits (text, length, style);
  gboolean has_wide = g_strstr_len (text, (gssize) length, "\357\274\221") != NULL;

  g_assert_cmpint (digits != NULL, ==, form == TB_NUMBER_GIVEN);
  if (number.n_flags > 0)
    g_assert_true (number.flags > text && number.flags + number.n_flags <= text + length);
  if (form != TB_NUMBER_GIVEN)
    return;

  g_assert_cmpint (tb_number_text_parse (digits, strlen (digits), &TB_NUMBER_STYLE_PLAIN, &again), ==, TB_NUMBER_GIVEN);
  g_assert_true (tb_decimal_identical (number.value, again.value));
  if (!has_wide)
    g_assert_cmpuint (count_digits (digits, strlen (digits)), >=, count_digits (text, length));
}

static void
test_laws (void)
{
  static const TbNumberStyle styles[] = { DOT, DOT_COMMA, COMMA, COMMA_DOT, SWISS, FLAGS, DRESSED };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *copy = NULL;

      make_text (text);
      copy = g_memdup2 (text->str, text->len > 0 ? text->len : 1);
      for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
        check_law (copy, text->len, &styles[i]);
    }
}

/* A text longer than any number. */
static void
test_length (void)
{
  g_autofree char *nines = g_strnfill (100000, '9');
  g_autofree char *grouped = g_strconcat ("1,", nines, NULL);
  TbNumberText number;
  const TbNumberStyle style = DOT_COMMA;

  g_assert_cmpint (tb_number_text_parse (nines, 100000, &style, &number), ==, TB_NUMBER_NONE);
  g_assert_cmpint (tb_number_text_parse (grouped, 100002, &style, &number), ==, TB_NUMBER_NONE);
  g_assert_cmpint (tb_number_text_parse (nines, 300, &style, &number), ==, TB_NUMBER_GIVEN);
  g_assert_true (number.is_long);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/number-text/rows", test_rows);
  g_test_add_func ("/formats/number-text/laws", test_laws);
  g_test_add_func ("/formats/number-text/length", test_length);

  return g_test_run ();
}
