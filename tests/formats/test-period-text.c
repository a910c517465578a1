/* Periods as statistical offices spell them (formats.md, section 10).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-text.h"

#include <string.h>

#define N_ROUNDS 20000

#define NONE TB_PERIOD_HINT_NONE
#define MONTH TB_PERIOD_HINT_MONTH
#define QUARTER TB_PERIOD_HINT_QUARTER
#define YEAR TB_PERIOD_HINT_YEAR
#define DAY TB_PERIOD_HINT_DAY
#define TWO TB_PERIOD_HINT_TWO_YEARS

/* What is read. Sources: the column "who" of section 10. */
static const struct
{
  const char  *source;
  const char  *text;
  TbPeriodHint hint;
  const char  *sdmx;
} periods[] = {
  { "all", "2021", NONE, "2021" },
  { "SDMX reporting year", "2021-A1", NONE, "2021" },
  { "Eurostat old", "2021Q1", NONE, "2021-Q1" },
  { "SDMX, DB.nomics", "2021-Q2", NONE, "2021-Q2" },
  { "Nordic", "2021K3", NONE, "2021-Q3" },
  { "tables", "Q4 2021", NONE, "2021-Q4" },
  { "tables", "Q1-2021", NONE, "2021-Q1" },
  { "tables", "1Q 2021", NONE, "2021-Q1" },
  { "ONS", "2021 Q1", NONE, "2021-Q1" },
  { "tables", "2021 quarter 3", NONE, "2021-Q3" },
  { "ICANE", "2005 - 1", NONE, "2005-Q1" },
  { "lower case", "2021q1", NONE, "2021-Q1" },
  { "Eurostat old", "2021M08", NONE, "2021-08" },
  { "without the zero", "2021M8", NONE, "2021-08" },
  { "Eurostat new", "2021-08", NONE, "2021-08" },
  { "SDMX reporting", "2021-M08", NONE, "2021-08" },
  { "CSO", "202108", MONTH, "2021-08" },
  { "CSO", "20213", QUARTER, "2021-Q3" },
  { "tables", "Aug 2021", NONE, "2021-08" },
  { "CSO", "2021 August", NONE, "2021-08" },
  { "ONS", "2021 AUG", NONE, "2021-08" },
  { "ONS, two spaces", "Dec  1997", NONE, "1997-12" },
  { "tables", "Sept. 2021", NONE, "2021-09" },
  { "tables", "Aug-2021", NONE, "2021-08" },
  { "tables", "08/2021", NONE, "2021-08" },
  { "no split year", "2021/08", NONE, "2021-08" },
  { "not padded, with a hint", "2021-8", MONTH, "2021-08" },
  { "said to be a month", "2007/08", MONTH, "2007-08" },
  { "not padded, with a hint", "2021-3", QUARTER, "2021-Q3" },
  { "Eurostat", "2021W05", NONE, "2021-W05" },
  { "Eurostat", "2021-W05", NONE, "2021-W05" },
  { "Norway: uke", "2021U05", NONE, "2021-W05" },
  { "CSO", "2021 Week 5", NONE, "2021-W05" },
  { "53-week years", "2020W53", NONE, "2020-W53" },
  { "Eurostat old", "2021S1", NONE, "2021-S1" },
  { "Eurostat new", "2021-S2", NONE, "2021-S2" },
  { "PxWeb", "2021H1", NONE, "2021-S1" },
  { "tables", "H2 2021", NONE, "2021-S2" },
  { "INSEE", "2021-B1", NONE, "2021-B1" },
  { "INSEE", "2021B6", NONE, "2021-B6" },
  { "SDMX trimester", "2021-T1", NONE, "2021-T1" },
  { "Nordic tertial", "2021T3", NONE, "2021-T3" },
  { "trimestre", "2021T3", QUARTER, "2021-Q3" },
  { "trimestre", "2021-T4", QUARTER, "2021-Q4" },
  { "Eurostat old", "2021M08D15", NONE, "2021-08-15" },
  { "all", "2021-08-15", NONE, "2021-08-15" },
  { "date-time", "2021-08-15T00:00:00Z", NONE, "2021-08-15" },
  { "6: no shift to local time", "2000-01-01T08:00:00.000Z", NONE, "2000-01-01" },
  { "no shift", "2021-08-31T23:59:59-05:00", NONE, "2021-08-31" },
  { "spreadsheets", "2021-08-15 00:00:00", NONE, "2021-08-15" },
  { "spreadsheets", "2021/08/15 00:00", NONE, "2021-08-15" },
  { "xs:date with a zone", "2021-08-15Z", NONE, "2021-08-15" },
  { "6: Vega", "Jan 1 2000", NONE, "2000-01-01" },
  { "tables", "Jan 1, 2000", NONE, "2000-01-01" },
  { "tables", "1 January 2000", NONE, "2000-01-01" },
  { "tables", "1-Jan-2000", NONE, "2000-01-01" },
  { "year first", "2021/8/5", NONE, "2021-08-05" },
  { "DIN 5008", "15.08.2021", NONE, "2021-08-15" },
  { "a date by its column", "20210815", DAY, "2021-08-15" },
  { "P-1", "2021-D032", NONE, "2021-02-01" },
  { "P-1", "2021-01/2021-08", NONE, "2021-01/2021-08" },
  { "P-1: a plan's five years", "2016/2020", NONE, "2016/2020" },
  { "P-1", "2021年上半年", NONE, "2021-S1" },
  { "P-1", "2021年一季度", NONE, "2021-Q1" },
  { "P-1", "2021年1-8月", NONE, "2021-01/2021-08" },
  { "P-1", "2021年1—8月", NONE, "2021-01/2021-08" },
  { "P-1", "截至2021年9月末", NONE, "2021-09-30" },
  { "full-width", "２０２１年８月", NONE, "2021-08" },
  { "full-width", "２０２１－０８", NONE, "2021-08" },
  { "spaces around it", " 2021 ", NONE, "2021" },
  { "a year by its column", "42", YEAR, "0042" },
  { "data frames", "2021.0", YEAR, "2021" },
  { "a month is one in any case", "2012-07", TWO, "2012-07" },
};

/* Kept as text. @order: the year or month with which it stands in order; a
 * number for years outside of 1 to 9999; NULL for none. @is_period: whether it
 * is certainly one. */
static const struct
{
  const char  *source;
  const char  *text;
  TbPeriodHint hint;
  gboolean     is_period;
  const char  *order;
} texts[] = {
  { "fiscal", "2021/22", NONE, TRUE, "2021" },
  { "fiscal, at the turn of a century", "1999/00", NONE, TRUE, "1999" },
  { "fiscal", "1998-99", NONE, TRUE, "1998" },
  { "fiscal or July", "2006/07", NONE, FALSE, "2006" },
  { "fiscal by the others", "2011-12", TWO, TRUE, "2011" },
  { "ranges", "2021-2022", NONE, TRUE, "2021" },
  { "school year", "2019-2020", NONE, TRUE, "2019" },
  { "may be one year from summer", "2020/2021", NONE, TRUE, "2020" },
  { "ranges", "2020_2022", NONE, TRUE, "2020" },
  { "fiscal", "FY2021", NONE, TRUE, "2021" },
  { "fiscal", "FY 2021/22", NONE, TRUE, "2021" },
  { "World Bank", "YTD2013", NONE, TRUE, "2013" },
  { "rolling", "Mar-May 1992", NONE, TRUE, "1992-03" },
  { "rolling over New Year", "Dec-Feb 1993", NONE, TRUE, "1992-12" },
  { "rolling", "Nov 1992-Jan 1993", NONE, TRUE, "1992-11" },
  { "rolling", "2021M08-2021M10", NONE, TRUE, "2021-08" },
  { "OWID", "-500", YEAR, TRUE, "-500" },
  { "OWID", "0", YEAR, TRUE, "0" },
  { "OWID", "10000", YEAR, TRUE, "10000" },
  { "OWID", "-800000", YEAR, TRUE, "-800000" },
  { "may be a year", "-500", NONE, FALSE, "-500" },
  { "may be a year", "42", NONE, FALSE, "42" },
  { "nothing but a year", "-800000", NONE, FALSE, "-800000" },
  { "a plain number", "1234567", NONE, FALSE, NULL },
  { "a month only by its column", "202108", NONE, FALSE, NULL },
  { "a date only by its column", "20210815", NONE, FALSE, NULL },
  { "not a year", "12.5", YEAR, FALSE, NULL },
  { "no such week", "2021-W53", NONE, FALSE, "2021" },
  { "Eurostat: unknown week", "2021-W99", NONE, FALSE, "2021" },
  { "no such week", "2021W53", NONE, FALSE, "2021" },
  { "no such quarter", "2021Q5", NONE, FALSE, "2021" },
  { "quarters or four months?", "2021T4", NONE, FALSE, "2021" },
  { "no such month", "2021M13", NONE, FALSE, "2021" },
  { "no such month", "2021-13", NONE, FALSE, "2021" },
  { "no such day", "2021-02-30", NONE, FALSE, "2021" },
  { "month or quarter?", "2021-3", NONE, FALSE, "2021" },
  { "day or month first?", "05/08/2021", NONE, FALSE, "2021" },
  { "year or day?", "Aug-21", NONE, FALSE, NULL },
  { "a decimal year", "1958.2027", NONE, FALSE, "1958" },
  { "words", "before 1990", NONE, FALSE, "1990" },
  { "ends before it begins", "2022-2021", NONE, FALSE, "2022" },
  { "an opaque id", "CI_0019150", NONE, FALSE, NULL },
  { "a breakdown", "Y15-74", NONE, FALSE, NULL },
  { "a breakdown", "TOTAL", NONE, FALSE, NULL },
  { "a time of no day", "2021-08-15T25", NONE, FALSE, "2021" },
  { "Chinese without a year", "1-8月", NONE, FALSE, NULL },
};

static gboolean
parse (TbPool      *pool,
       const char  *text,
       TbPeriodHint hint,
       TbPeriod    *out_period)
{
  gsize length = strlen (text);
  g_autofree char *copy = g_memdup2 (text, length > 0 ? length : 1);

  return tb_period_text_parse (copy, length, hint, pool, out_period);
}

static void
test_periods (void)
{
  g_autoptr (TbPool) pool = tb_pool_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *sdmx = NULL;
      TbPeriod period;

      g_test_message ("%s: %s", periods[i].source, periods[i].text);
      g_assert_true (parse (pool, periods[i].text, periods[i].hint, &period));
      g_assert_true (tb_period_is_dated (period));
      sdmx = tb_period_to_sdmx (period);
      g_assert_cmpstr (sdmx, ==, periods[i].sdmx);
    }
}

static void
check_order (TbPeriod    period,
             const char *order)
{
  TbPeriod other;
  TbDay year_0 = tb_day_new (1, 1, 1) - 366;

  if (order == NULL)
    g_assert_cmpint (period.end, ==, 0);
  else if (tb_period_parse (order, TB_CALENDAR_YEAR, &other, NULL))
    g_assert_true (period.start == other.start && period.end == other.end);
  else if (strcmp (order, "42") == 0)
    g_assert_cmpint (period.end, ==, tb_day_new (42, 12, 31));
  /* By hand: year 0 has 366 days; 800 000 years are 2 000 times 400, of 146 097 days. */
  else if (strcmp (order, "0") == 0)
    g_assert_cmpint (period.start, ==, year_0);
  else if (strcmp (order, "-800000") == 0)
    g_assert_cmpint (period.start, ==, year_0 - 2000 * 146097);
  else if (strcmp (order, "10000") == 0)
    g_assert_cmpint (period.start, ==, tb_day_new (9999, 12, 31) + 1);
  else
    g_assert_true (period.end < year_0 && period.start < period.end);
}

static void
test_texts (void)
{
  g_autoptr (TbPool) pool = tb_pool_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TbPeriod period;

      g_test_message ("%s: %s", texts[i].source, texts[i].text);
      g_assert_cmpint (parse (pool, texts[i].text, texts[i].hint, &period), ==, texts[i].is_period);
      g_assert_cmpint (period.kind, ==, TB_PERIOD_TEXT);
      g_assert_cmpstr (period.text, ==, texts[i].text);
      check_order (period, texts[i].order);
    }
}

static void
test_empty (void)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  TbPeriod period;

  g_assert_false (parse (pool, "", NONE, &period));
  g_assert_cmpint (period.kind, ==, TB_PERIOD_NONE);
  g_assert_false (parse (pool, "  ", NONE, &period));
  g_assert_cmpint (period.kind, ==, TB_PERIOD_NONE);
}

/* TEXT periods among themselves, and with years that are dated. */
static void
test_order (void)
{
  static const char *const in_order[] = {
    "-10000", "-500", "-1", "0", "1", "999", "2021", "10000", "12021",
  };
  static const char *const rolling[] = {
    "Nov-Jan 1993", "Dec-Feb 1993", "Jan-Mar 1993", "Feb-Apr 1993",
  };
  g_autoptr (TbPool) pool = tb_pool_new ();
  TbPeriod a, b;

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (in_order); i++)
    {
      parse (pool, in_order[i], YEAR, &a);
      parse (pool, in_order[i + 1], YEAR, &b);
      g_assert_cmpint (tb_period_compare (a, b), <, 0);
    }
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (rolling); i++)
    {
      parse (pool, rolling[i], NONE, &a);
      parse (pool, rolling[i + 1], NONE, &b);
      g_assert_cmpint (tb_period_compare (a, b), <, 0);
    }
}

static void
test_hints (void)
{
  static const struct
  {
    const char  *source;
    const char  *name;
    const char  *codes[5];
    TbPeriodHint hint;
  } hints[] = {
    { "CSO", "TLIST(M1)", { "202108" }, MONTH },
    { "CSO", "TLIST(Q1)", { "20213" }, QUARTER },
    { "CSO", "TLIST(A1)", { "2021" }, YEAR },
    { "OWID", "Year", { "-500" }, YEAR },
    { "an age", "Years of schooling", { "5" }, NONE },
    { "Swedish", "månad", { "2021M08" }, MONTH },
    { "Chinese", "年份", { "2021" }, YEAR },
    { "Chinese", "月份", { "202108" }, MONTH },
    { "no name", NULL, { "2021" }, NONE },
    { "a fourth T", "time", { "2021T1", "2021T4" }, QUARTER },
    { "split years", "time", { "2011-12", "2012-13" }, TWO },
    { "split years", NULL, { "1999-00", "2000-01" }, TWO },
    { "months", "Year", { "2007/07", "2007/08" }, MONTH },
    { "both, whatever that is", NULL, { "2012-13", "2007/07" }, NONE },
    { "by name", "Financial year", { "2011-12" }, TWO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      gsize n = 0;

      while (hints[i].codes[n] != NULL)
        n++;
      g_test_message ("%s", hints[i].source);
      g_assert_cmpint (tb_period_text_find_hint (hints[i].name, hints[i].codes, n), ==, hints[i].hint);
    }
}

/* Whatever comes in: no crash, a text is kept as it is, and what was read once
 * reads as the same again. */
static void
test_laws (void)
{
  static const char *const pieces[] = {
    "2021", "1999", "0", "1", "12", "08", "31", "22", "-", "/", ".", " ", "_", ":", "T", "Q", "M", "W", "S", "K", "D",
    "FY", "Jan", "August", "年", "月", "季", "上半年", "末", "Z", "+02", "\302\240", "\343\200", "\377", "０",
  };
  g_autoptr (TbPool) pool = tb_pool_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      int n = g_test_rand_int_range (0, 7);
      TbPeriodHint hint = (TbPeriodHint) g_test_rand_int_range (NONE, TWO + 1);
      g_autofree char *sdmx = NULL;
      TbPeriod period, again;
      gboolean is_period;

      g_string_truncate (text, 0);
      for (int i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      is_period = parse (pool, text->str, hint, &period);
      if (period.kind == TB_PERIOD_TEXT)
        g_assert_cmpstr (period.text, ==, text->str);
      else
        g_assert_cmpint (is_period, ==, period.kind != TB_PERIOD_NONE);
      if (!tb_period_is_dated (period))
        continue;

      sdmx = tb_period_to_sdmx (period);
      g_assert_true (tb_period_parse (sdmx, TB_CALENDAR_YEAR, &again, NULL));
      g_assert_true (tb_period_equal (period, again));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/period-text/periods", test_periods);
  g_test_add_func ("/formats/period-text/texts", test_texts);
  g_test_add_func ("/formats/period-text/empty", test_empty);
  g_test_add_func ("/formats/period-text/order", test_order);
  g_test_add_func ("/formats/period-text/hints", test_hints);
  g_test_add_func ("/formats/period-text/laws", test_laws);

  return g_test_run ();
}
