/* Spellings of periods, their spans, and what is next to them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period.h"

#include <string.h>

#define JULY 701
#define APRIL_6 406

typedef struct
{
  const char   *source;
  const char   *text;
  guint16       year_start;
  const char   *start;
  const char   *end;
  TbPeriodKind  kind;
  const char   *sdmx;
} Row;

/* Spans by the calendar, not by the program. */
static const Row rows[] = {
  /* SDMX spellings of semantics P-1 */
  { "P-1", "2021", 101, "2021-01-01", "2021-12-31", TB_PERIOD_A, "2021" },
  { "P-1", "2021-A1", 101, "2021-01-01", "2021-12-31", TB_PERIOD_A, "2021" },
  { "P-1", "2021-S1", 101, "2021-01-01", "2021-06-30", TB_PERIOD_S, "2021-S1" },
  { "P-1, its test", "2021-S2", 101, "2021-07-01", "2021-12-31", TB_PERIOD_S, "2021-S2" },
  { "P-1", "2021-H1", 101, "2021-01-01", "2021-06-30", TB_PERIOD_S, "2021-S1" },
  { "P-1", "2021-T1", 101, "2021-01-01", "2021-04-30", TB_PERIOD_T, "2021-T1" },
  { "P-1", "2021-T3", 101, "2021-09-01", "2021-12-31", TB_PERIOD_T, "2021-T3" },
  { "P-1", "2021-Q1", 101, "2021-01-01", "2021-03-31", TB_PERIOD_Q, "2021-Q1" },
  { "P-1", "2021-Q4", 101, "2021-10-01", "2021-12-31", TB_PERIOD_Q, "2021-Q4" },
  { "two months, as statistical institutes use B", "2021-B2", 101, "2021-03-01", "2021-04-30", TB_PERIOD_B, "2021-B2" },
  { "P-1", "2021-M08", 101, "2021-08-01", "2021-08-31", TB_PERIOD_M, "2021-08" },
  { "P-1", "2021-08", 101, "2021-08-01", "2021-08-31", TB_PERIOD_M, "2021-08" },
  { "leap year", "2024-02", 101, "2024-02-01", "2024-02-29", TB_PERIOD_M, "2024-02" },
  { "no leap year in 1900", "1900-02", 101, "1900-02-01", "1900-02-28", TB_PERIOD_M, "1900-02" },
  { "P-1", "2021-W05", 101, "2021-02-01", "2021-02-07", TB_PERIOD_W, "2021-W05" },
  { "ISO 8601: week 1 begins in the old year", "2020-W01", 101, "2019-12-30", "2020-01-05", TB_PERIOD_W, "2020-W01" },
  { "P-1, its test: 2020 has 53 weeks", "2020-W53", 101, "2020-12-28", "2021-01-03", TB_PERIOD_W, "2020-W53" },
  { "P-1", "2021-08-31", 101, "2021-08-31", "2021-08-31", TB_PERIOD_D, "2021-08-31" },
  { "SDMX reporting day", "2021-D032", 101, "2021-02-01", "2021-02-01", TB_PERIOD_D, "2021-02-01" },
  { "first year", "0001", 101, "0001-01-01", "0001-12-31", TB_PERIOD_A, "0001" },
  { "last year", "9999-Q4", 101, "9999-10-01", "9999-12-31", TB_PERIOD_Q, "9999-Q4" },

  /* Ranges, format.md */
  { "P-1 and format.md", "2021-01-01/P8M", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "format.md", "2021-01/2021-08", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "format.md", "2021-01-15/2021-08-31", 101, "2021-01-15", "2021-08-31", TB_PERIOD_RANGE, "2021-01-15/2021-08-31" },
  { "format.md", "2016/2020", 101, "2016-01-01", "2020-12-31", TB_PERIOD_RANGE, "2016/2020" },
  { "months by their days", "2020-06-01/2021-02-28", 101, "2020-06-01", "2021-02-28", TB_PERIOD_RANGE,
    "2020-06/2021-02" },
  { "years by their months", "2016-01/2020-12", 101, "2016-01-01", "2020-12-31", TB_PERIOD_RANGE, "2016/2020" },
  { "exactly a year", "2021-01/2021-12", 101, "2021-01-01", "2021-12-31", TB_PERIOD_A, "2021" },
  { "exactly a month", "2021-08-01/2021-08-31", 101, "2021-08-01", "2021-08-31", TB_PERIOD_M, "2021-08" },
  { "exactly a day", "2021-08-31/2021-08-31", 101, "2021-08-31", "2021-08-31", TB_PERIOD_D, "2021-08-31" },
  { "a quarter stays the months it was given as", "2021-01/2021-03", 101, "2021-01-01", "2021-03-31", TB_PERIOD_RANGE,
    "2021-01/2021-03" },
  { "quarters", "2021-Q1/2021-Q3", 101, "2021-01-01", "2021-09-30", TB_PERIOD_RANGE, "2021-01/2021-09" },
  { "duration of years", "2016-01-01/P5Y", 101, "2016-01-01", "2020-12-31", TB_PERIOD_RANGE, "2016/2020" },
  { "duration of a year and months", "2020-07-01/P1Y6M", 101, "2020-07-01", "2021-12-31", TB_PERIOD_RANGE,
    "2020-07/2021-12" },
  { "duration of weeks", "2021-01-04/P2W", 101, "2021-01-04", "2021-01-17", TB_PERIOD_RANGE, "2021-01-04/2021-01-17" },
  { "duration of days", "2021-02-27/P3D", 101, "2021-02-27", "2021-03-01", TB_PERIOD_RANGE, "2021-02-27/2021-03-01" },
  { "duration of one day", "2021-02-27/P1D", 101, "2021-02-27", "2021-02-27", TB_PERIOD_D, "2021-02-27" },
  { "months from the middle of one", "2021-01-15/P2M", 101, "2021-01-15", "2021-03-14", TB_PERIOD_RANGE,
    "2021-01-15/2021-03-14" },
  { "months from the 31st", "2021-01-31/P1M", 101, "2021-01-31", "2021-02-27", TB_PERIOD_RANGE,
    "2021-01-31/2021-02-27" },

  /* Reporting years, by the SDMX rule */
  { "P-1, its test", "2010-Q2", JULY, "2010-10-01", "2010-12-31", TB_PERIOD_Q, "2010-Q2" },
  { "format.md", "2010-A1", JULY, "2010-07-01", "2011-06-30", TB_PERIOD_A, "2010-A1" },
  { "half-year", "2010-S2", JULY, "2011-01-01", "2011-06-30", TB_PERIOD_S, "2010-S2" },
  { "format.md: eighth month of the reporting year", "2010-M08", JULY, "2011-02-01", "2011-02-28", TB_PERIOD_M,
    "2010-M08" },
  { "without a letter it is the calendar's", "2010-08", JULY, "2010-08-01", "2010-08-31", TB_PERIOD_M, "2010-08" },
  { "without a letter it is the calendar's", "2010", JULY, "2010-01-01", "2010-12-31", TB_PERIOD_A, "2010" },
  { "the calendar's", "2016/2020", JULY, "2016-01-01", "2020-12-31", TB_PERIOD_RANGE, "2016/2020" },
  { "from reporting year to reporting year", "2016-A1/2020-A1", JULY, "2016-07-01", "2021-06-30", TB_PERIOD_RANGE,
    "2016-07/2021-06" },
  /* 1 July 2010 is a Thursday, so that its week begins on Monday 28 June. */
  { "week, year begins on a Thursday", "2010-W01", JULY, "2010-06-28", "2010-07-04", TB_PERIOD_W, "2010-W01" },
  /* 1 July 2011 is a Friday, so that the first week begins on Monday 4 July. */
  { "week, year begins on a Friday", "2011-W01", JULY, "2011-07-04", "2011-07-10", TB_PERIOD_W, "2011-W01" },
  { "and 2010 has 53 weeks for it", "2010-W53", JULY, "2011-06-27", "2011-07-03", TB_PERIOD_W, "2010-W53" },
  { "a day of the year", "2010-D001", JULY, "2010-07-01", "2010-07-01", TB_PERIOD_D, "2010-07-01" },
  { "a year from 6 April", "2021-Q1", APRIL_6, "2021-04-06", "2021-07-05", TB_PERIOD_Q, "2021-Q1" },
  { "a month from the 6th", "2021-M12", APRIL_6, "2022-03-06", "2022-04-05", TB_PERIOD_M, "2021-M12" },
  { "a year from the 31st", "2021-M02", 131, "2021-02-28", "2021-03-30", TB_PERIOD_M, "2021-M02" },
  { "a year from 29 February", "2021-A1", 229, "2021-02-28", "2022-02-27", TB_PERIOD_A, "2021-A1" },
  { "and leaves no day out before the next", "2023-A1", 229, "2023-02-28", "2024-02-28", TB_PERIOD_A, "2023-A1" },

  /* Chinese spellings */
  { "P-1", "2021年上半年", 101, "2021-01-01", "2021-06-30", TB_PERIOD_S, "2021-S1" },
  { "P-1", "2021年一季度", 101, "2021-01-01", "2021-03-31", TB_PERIOD_Q, "2021-Q1" },
  { "P-1", "2021年1-8月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "P-1", "截至2021年9月末", 101, "2021-09-30", "2021-09-30", TB_PERIOD_D, "2021-09-30" },
  { "year", "2021年", 101, "2021-01-01", "2021-12-31", TB_PERIOD_A, "2021" },
  { "year", "2021年度", 101, "2021-01-01", "2021-12-31", TB_PERIOD_A, "2021" },
  { "year", "2021年全年", 101, "2021-01-01", "2021-12-31", TB_PERIOD_A, "2021" },
  { "year", "2021全年", 101, "2021-01-01", "2021-12-31", TB_PERIOD_A, "2021" },
  { "half", "2021年下半年", 101, "2021-07-01", "2021-12-31", TB_PERIOD_S, "2021-S2" },
  { "half", "2021上半年", 101, "2021-01-01", "2021-06-30", TB_PERIOD_S, "2021-S1" },
  { "quarter", "2021年第三季度", 101, "2021-07-01", "2021-09-30", TB_PERIOD_Q, "2021-Q3" },
  { "quarter", "2021年1季度", 101, "2021-01-01", "2021-03-31", TB_PERIOD_Q, "2021-Q1" },
  { "quarter", "2021年第4季度", 101, "2021-10-01", "2021-12-31", TB_PERIOD_Q, "2021-Q4" },
  { "quarters", "2021年前三季度", 101, "2021-01-01", "2021-09-30", TB_PERIOD_RANGE, "2021-01/2021-09" },
  { "quarters", "2021年前3个季度", 101, "2021-01-01", "2021-09-30", TB_PERIOD_RANGE, "2021-01/2021-09" },
  { "quarters", "2021年一至三季度", 101, "2021-01-01", "2021-09-30", TB_PERIOD_RANGE, "2021-01/2021-09" },
  { "all four", "2021年前四季度", 101, "2021-01-01", "2021-12-31", TB_PERIOD_A, "2021" },
  { "hyphen", "2021年1‐8月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "en dash", "2021年1–8月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "em dash", "2021年1—8月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "two em dashes", "2021年1——8月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "full-width hyphen", "2021年1－8月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "tilde", "2021年1~8月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "full-width tilde", "2021年1～8月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "至", "2021年1至8月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "月 twice", "2021年1月到8月份", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "numerals", "2021年一至十二月", 101, "2021-01-01", "2021-12-31", TB_PERIOD_A, "2021" },
  { "first months", "2021年前8个月", 101, "2021-01-01", "2021-08-31", TB_PERIOD_RANGE, "2021-01/2021-08" },
  { "full-width digits and spaces", "２０２１ 年 ８ 月", 101, "2021-08-01", "2021-08-31", TB_PERIOD_M, "2021-08" },
  { "month", "2021年8月", 101, "2021-08-01", "2021-08-31", TB_PERIOD_M, "2021-08" },
  { "month", "2021年08月份", 101, "2021-08-01", "2021-08-31", TB_PERIOD_M, "2021-08" },
  { "month", "2021年十一月", 101, "2021-11-01", "2021-11-30", TB_PERIOD_M, "2021-11" },
  { "day", "2021年8月31日", 101, "2021-08-31", "2021-08-31", TB_PERIOD_D, "2021-08-31" },
  { "day", "2021年八月三十一号", 101, "2021-08-31", "2021-08-31", TB_PERIOD_D, "2021-08-31" },
  { "day", "2021年十月二十日", 101, "2021-10-20", "2021-10-20", TB_PERIOD_D, "2021-10-20" },
  { "end", "2021年9月末", 101, "2021-09-30", "2021-09-30", TB_PERIOD_D, "2021-09-30" },
  { "end", "截至2021年9月底", 101, "2021-09-30", "2021-09-30", TB_PERIOD_D, "2021-09-30" },
  { "end", "截至2021年9月", 101, "2021-09-30", "2021-09-30", TB_PERIOD_D, "2021-09-30" },
  { "end", "截止到 2021 年 2 月底", 101, "2021-02-28", "2021-02-28", TB_PERIOD_D, "2021-02-28" },
  { "end", "截至2022年8月9日", 101, "2022-08-09", "2022-08-09", TB_PERIOD_D, "2022-08-09" },
  { "end", "2021年末", 101, "2021-12-31", "2021-12-31", TB_PERIOD_D, "2021-12-31" },
  { "end", "2021年底", 101, "2021-12-31", "2021-12-31", TB_PERIOD_D, "2021-12-31" },
  { "end", "截至2021年上半年末", 101, "2021-06-30", "2021-06-30", TB_PERIOD_D, "2021-06-30" },
  { "years", "2016—2020年", 101, "2016-01-01", "2020-12-31", TB_PERIOD_RANGE, "2016/2020" },
  { "years", "2016年至2020年", 101, "2016-01-01", "2020-12-31", TB_PERIOD_RANGE, "2016/2020" },
  { "months of two years", "2020年6月—2021年1月", 101, "2020-06-01", "2021-01-31", TB_PERIOD_RANGE, "2020-06/2021-01" },
  { "days", "2022年5月19日—8月9日", 101, "2022-05-19", "2022-08-09", TB_PERIOD_RANGE, "2022-05-19/2022-08-09" },
  { "days", "2023年5月10—17日", 101, "2023-05-10", "2023-05-17", TB_PERIOD_RANGE, "2023-05-10/2023-05-17" },
  { "days", "2022年11月1日至2023年2月24日", 101, "2022-11-01", "2023-02-24", TB_PERIOD_RANGE, "2022-11-01/2023-02-24" },
  { "week", "2021年第5周", 101, "2021-02-01", "2021-02-07", TB_PERIOD_W, "2021-W05" },
  { "a part of the reporting year", "2010年二季度", JULY, "2010-10-01", "2010-12-31", TB_PERIOD_Q, "2010-Q2" },
  { "a month of the calendar", "2010年8月", JULY, "2010-08-01", "2010-08-31", TB_PERIOD_M, "2010-08" },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;
      g_autofree char *sdmx = NULL;
      TbPeriod period;

      g_test_message ("%s: %s", rows[i].source, rows[i].text);
      tb_period_parse (rows[i].text, rows[i].year_start, &period, &error);
      g_assert_no_error (error);

      start = tb_day_to_string (period.start);
      end = tb_day_to_string (period.end);
      sdmx = tb_period_to_sdmx (period);
      g_assert_cmpstr (start, ==, rows[i].start);
      g_assert_cmpstr (end, ==, rows[i].end);
      g_assert_cmpint (period.kind, ==, rows[i].kind);
      g_assert_cmpstr (sdmx, ==, rows[i].sdmx);
    }
}

/* What is spelled well and does not exist, and what the message tells. */
static void
test_impossible (void)
{
  static const char *const texts[][2] = {
    { "2021-Q5", "2021-Q5: a year has four quarters, Q1 to Q4" },
    { "2021-Q0", "2021-Q0: a year has four quarters, Q1 to Q4" },
    { "2021-Q12", "2021-Q12: a year has four quarters, Q1 to Q4" },
    { "2021-S3", "two half-years" },
    { "2021-H0", "two half-years" },
    { "2021-T4", "three periods of four months" },
    { "2021-B7", "six periods of two months" },
    { "2021-A2", "A1" },
    { "2021-M13", "twelve months" },
    { "2021-13", "2021-13: a year has twelve months, 01 to 12" },
    { "2021-00", "twelve months" },
    { "2021-W53", "2021-W53: the year 2021 has 52 weeks" },
    { "2020-W54", "the year 2020 has 53 weeks" },
    { "2021-W00", "52 weeks" },
    { "2021-D366", "the year 2021 has 365 days" },
    { "2021-02-30", "2021-02-30: the month 2021-02 has 28 days" },
    { "2024-02-30", "the month 2024-02 has 29 days" },
    { "2021-04-31", "the month 2021-04 has 30 days" },
    { "2021-13-01", "twelve months" },
    { "2021-08-00", "31 days" },
    { "0000", "0001" },
    { "0000-01-01", "0001" },
    { "2021-08/2021-01", "ends before it begins" },
    { "2020/2016", "ends before it begins" },
    { "2021-01/2021-13", "2021-01/2021-13: a year has twelve months" },
    { "2021-13/2021-01", "twelve months" },
    { "2021-01-01/P0M", "zero" },
    { "9999-01-01/P2Y", "9999" },
    { "9999-01-01/P99999Y", "9999" },
    { "2021年五季度", "four quarters" },
    { "2021年13月", "twelve months" },
    { "2021年2月30日", "the month 2021-02 has 28 days" },
    { "2021年8-1月", "ends before it begins" },
    { "2021年第53周", "52 weeks" },
    { "截至2021年13月末", "twelve months" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TbPeriod period;

      g_test_message ("%s", texts[i][0]);
      g_assert_false (tb_period_parse (texts[i][0], TB_CALENDAR_YEAR, &period, &error));
      g_assert_error (error, TB_PERIOD_ERROR, TB_PERIOD_ERROR_IMPOSSIBLE);
      g_assert_nonnull (strstr (error->message, texts[i][1]));
    }
}

static void
test_syntax (void)
{
  static const char *const texts[] = {
    "", " ", "2021 ", " 2021", "21", "202", "20211", "-500", "2021-", "2021-Q", "2021-X1", "2021-q1", "2021Q1",
    "2021-8", "2021-Q1-", "2021-1-1", "2021-08-3", "2021-08-311", "2021/08/31", "2021-08-31T00:00:00", "2021/22",
    "2021/", "/2021", "2021//2022", "2021/2022/2023", "2021-01-01/P", "2021-01-01/PT5H", "2021-01-01/P5",
    "2021-01-01/P1M1Y", "2021-01-01/P1M1M", "2021-01-01/P-1M", "2021-01-01/P999999D", "P8M/2021-08-31",
    "unspecified", "null", "Aug 2021", "FY2021", "2021–22", "年", "2021年春", "21年", "2021年1-月", "2021年-8月",
    "截至2021年1-8月", "2021年8月31", "2021年八", "二〇二一年", "2021年\n", "2021\xff", "\xff\xfe",
    "2021年8月31日2021年8月31日2021年8月31日2021年8月31日2021年8月31日",
    "222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TbPeriod period;

      g_assert_false (tb_period_parse (texts[i], TB_CALENDAR_YEAR, &period, &error));
      g_assert_error (error, TB_PERIOD_ERROR, TB_PERIOD_ERROR_SYNTAX);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_cmpuint (strlen (error->message), <, 400);
    }
}

/* Digits missing or too many: what was meant is known, and told. */
static void
test_syntax_hint (void)
{
  static const char *const texts[][2] = {
    { "2021-M8", "2021-M8: this is written 2021-M08" },
    { "2021-W5", "2021-W5: this is written 2021-W05" },
    { "2021-Q01", "2021-Q01: this is written 2021-Q1" },
    { "2021-01-01/8M", "2021-08-31" },
    { "2021-01-01/P8X", "P8M" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TbPeriod period;

      g_assert_false (tb_period_parse (texts[i][0], TB_CALENDAR_YEAR, &period, &error));
      g_assert_error (error, TB_PERIOD_ERROR, TB_PERIOD_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, texts[i][1]));
    }
}

static TbPeriod
parse (const char *text,
       guint16     year_start)
{
  g_autoptr (GError) error = NULL;
  TbPeriod period = TB_PERIOD_UNDATED;

  if (g_str_has_prefix (text, "text:"))
    return (TbPeriod) { .kind = TB_PERIOD_TEXT, .year_start = TB_CALENDAR_YEAR, .text = text + strlen ("text:") };
  if (*text == '\0')
    return period;

  tb_period_parse (text, year_start, &period, &error);
  g_assert_no_error (error);

  return period;
}

static void
test_equal (void)
{
  TbPeriod fiscal = parse ("2010-A1", JULY);

  g_assert_true (tb_period_equal (parse ("2021-Q1", 101), parse ("2021-01/2021-03", 101)));
  g_assert_true (tb_period_equal (parse ("2021-W01", 101), parse ("2021-01-04/P7D", 101)));
  g_assert_true (tb_period_equal (fiscal, parse ("2010-07/2011-06", 101)));
  g_assert_true (tb_period_equal (parse ("2010-M08", JULY), parse ("2011-02", JULY)));
  g_assert_false (tb_period_equal (fiscal, parse ("2010", JULY)));
  g_assert_false (tb_period_equal (parse ("2021", 101), parse ("2021-12-31", 101)));
  g_assert_true (tb_period_equal (TB_PERIOD_UNDATED, TB_PERIOD_UNDATED));
  g_assert_false (tb_period_equal (TB_PERIOD_UNDATED, parse ("2021", 101)));
  g_assert_true (tb_period_equal (parse ("text:2021/22", 101), parse ("text:2021/22", 101)));
  g_assert_false (tb_period_equal (parse ("text:2021/22", 101), parse ("text:2020/21", 101)));
  g_assert_false (tb_period_equal (parse ("text:", 101), TB_PERIOD_UNDATED));
}

/* By last day, then by first; then spellings; then the undated. */
static void
test_order (void)
{
  static const char *const in_order[] = {
    "2020", "2016/2021", "2021", "2021-S2", "2021-10/2021-12", "2021-12", "2021-12-31", "2022-01",
    "text:2020/21", "text:2021/22", "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (in_order); j++)
      {
        int order = tb_period_compare (parse (in_order[i], 101), parse (in_order[j], 101));

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_lengths (void)
{
  static const struct
  {
    const char *text;
    int         n_days;
    int         n_months;
    int         year;
  } lengths[] = {
    { "2024", 366, 12, 2024 }, { "2021", 365, 12, 2021 }, { "2021-S1", 181, 6, 2021 }, { "2021-Q1", 90, 3, 2021 },
    { "2021-02", 28, 1, 2021 }, { "2020-W53", 7, 0, 2020 }, { "2020-W01", 7, 0, 2020 }, { "2021-08-31", 1, 0, 2021 },
    { "2016/2020", 1827, 60, 2020 }, { "2021-01/2021-08", 243, 8, 2021 }, { "2022-05-19/2022-08-09", 83, 0, 2022 },
    { "2022-05-19/2022-07-18", 61, 2, 2022 }, { "2022-11-01/2023-02-24", 116, 0, 2023 },
    { "", 0, 0, 0 }, { "text:2021/22", 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      TbPeriod period = parse (lengths[i].text, 101);

      g_test_message ("%s", lengths[i].text);
      g_assert_cmpint (tb_period_get_n_days (period), ==, lengths[i].n_days);
      g_assert_cmpint (tb_period_get_n_months (period), ==, lengths[i].n_months);
      g_assert_cmpint (tb_period_get_year (period), ==, lengths[i].year);
      g_assert_true (tb_period_is_dated (period) == (lengths[i].n_days > 0));
    }

  g_assert_cmpint (tb_period_get_year (parse ("2010-Q4", JULY)), ==, 2010);
  g_assert_cmpint (tb_period_get_year (parse ("2010-A1", JULY)), ==, 2010);
}

/* R3 of semantics 4.1. */
static void
test_same_duration (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    same;
  } pairs[] = {
    { "2024", "2021", TRUE },
    { "2021-S1", "2022-S2", TRUE },
    { "2025-S1", "2025-Q1", FALSE },
    { "2021", "2021-01/2021-08", FALSE },
    { "2021-01/2021-08", "2020-01/2020-08", TRUE },
    { "2021-01/2021-08", "2020-01/2020-07", FALSE },
    { "2021-Q1", "2021-01/2021-03", TRUE },
    { "2021-02", "2021-03", TRUE },
    { "2021-02", "2021-02-01/P27D", FALSE },
    { "2021-W05", "2021-02-02/P7D", TRUE },
    { "2021-02", "2021-03-01/P28D", FALSE },
    { "2022-05-19/2022-08-09", "2021-05-19/2021-08-09", TRUE },
    { "2024-02-01/2024-03-15", "2023-02-01/2023-03-15", TRUE },
    { "2022-05-19/2022-08-09", "2022-05-19/2022-08-08", FALSE },
    { "2021-08-31", "2021-09-30", TRUE },
    { "2021-08-31", "2021-08", FALSE },
    { "2016/2020", "2011/2015", TRUE },
    { "2016/2020", "2016", FALSE },
    { "", "", FALSE },
    { "text:2021/22", "text:2021/22", FALSE },
    { "", "2021", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      TbPeriod a = parse (pairs[i].a, 101);
      TbPeriod b = parse (pairs[i].b, 101);

      g_test_message ("%s and %s", pairs[i].a, pairs[i].b);
      g_assert_true (tb_period_same_duration (a, b) == pairs[i].same);
      g_assert_true (tb_period_same_duration (b, a) == pairs[i].same);
    }

  g_assert_true (tb_period_same_duration (parse ("2010-A1", JULY), parse ("2010", JULY)));
}

static void
test_neighbours (void)
{
  static const struct
  {
    const char *text;
    guint16     year_start;
    const char *earlier;   /* NULL: none */
    const char *previous;
  } neighbours[] = {
    { "2021", 101, "2020", "2020" },
    { "2021-S1", 101, "2020-S1", "2020-S2" },
    { "2021-Q3", 101, "2020-Q3", "2021-Q2" },
    { "2021-03", 101, "2020-03", "2021-02" },
    { "2021-01", 101, "2020-01", "2020-12" },
    { "2024-02", 101, "2023-02", "2024-01" },
    { "2021-W01", 101, "2020-W01", "2020-W53" },
    { "2020-W53", 101, NULL, "2020-W52" },
    { "2021-08-31", 101, "2020-08-31", "2021-08-30" },
    { "2024-02-29", 101, "2023-02-28", "2024-02-28" },
    { "2025-02-28", 101, "2024-02-29", "2025-02-27" },
    { "2024-02-28", 101, "2023-02-28", "2024-02-27" },
    { "2021-01/2021-08", 101, "2020-01/2020-08", "2020-05/2020-12" },
    { "2021-01/2021-02", 101, "2020-01/2020-02", "2020-11/2020-12" },
    { "2024-01/2024-02", 101, "2023-01/2023-02", "2023-11/2023-12" },
    { "2022-05-19/2022-08-09", 101, "2021-05-19/2021-08-09", "2022-02-25/2022-05-18" },
    { "2024-02-29/2024-03-15", 101, "2023-02-28/2023-03-15", "2024-02-13/2024-02-28" },
    { "2016/2020", 101, NULL, "2011/2015" },
    { "2020-07/2021-07", 101, NULL, "2019-06/2020-06" },
    { "2010-Q1", JULY, "2009-Q1", "2009-Q4" },
    { "2010-A1", JULY, "2009-A1", "2009-A1" },
    { "2011-W01", JULY, "2010-W01", "2010-W53" },
    { "2010", JULY, "2009", "2009" },
    { "0001", 101, NULL, NULL },
    { "0001-01-01", 101, NULL, NULL },
    { "0001-02/0001-04", 101, NULL, NULL },
    { "0001-01-05/0001-01-09", 101, NULL, NULL },
    { "", 101, NULL, NULL },
    { "text:2021/22", 101, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (neighbours); i++)
    {
      TbPeriod period = parse (neighbours[i].text, neighbours[i].year_start);
      g_autofree char *earlier = NULL;
      g_autofree char *previous = NULL;
      TbPeriod found;

      g_test_message ("%s", neighbours[i].text);
      if (tb_period_year_earlier (period, &found))
        earlier = tb_period_to_sdmx (found);
      if (tb_period_previous (period, &found))
        previous = tb_period_to_sdmx (found);
      g_assert_cmpstr (earlier, ==, neighbours[i].earlier);
      g_assert_cmpstr (previous, ==, neighbours[i].previous);
    }
}

static void
test_days (void)
{
  static const char *const wrong[] = {
    "", "2021", "2021-2-3", "2021-02-30", "2021-13-01", "2021-02-03 ", "2021-02-03T", "0000-01-01", "20210203",
    "2021/02/03",
  };
  g_autofree char *none = tb_day_to_string (0);
  TbDay day;
  int y, m, d;

  g_assert_cmpint (tb_day_new (1, 1, 1), ==, 1);
  g_assert_cmpint (tb_day_new (2021, 2, 29), ==, 0);
  g_assert_cmpint (tb_day_new (2021, 0, 1), ==, 0);
  g_assert_cmpint (tb_day_new (0, 1, 1), ==, 0);
  g_assert_true (tb_day_parse ("2024-02-29", &day));
  tb_day_split (day, &y, &m, &d);
  g_assert_cmpint (y * 10000 + m * 100 + d, ==, 20240229);
  tb_day_split (0, &y, &m, &d);
  g_assert_cmpint (y + m + d, ==, 0);
  g_assert_cmpstr (none, ==, "");

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (tb_day_parse (wrong[i], &day));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/period/parse", test_parse);
  g_test_add_func ("/period/impossible", test_impossible);
  g_test_add_func ("/period/syntax", test_syntax);
  g_test_add_func ("/period/syntax-hint", test_syntax_hint);
  g_test_add_func ("/period/equal", test_equal);
  g_test_add_func ("/period/order", test_order);
  g_test_add_func ("/period/lengths", test_lengths);
  g_test_add_func ("/period/same-duration", test_same_duration);
  g_test_add_func ("/period/neighbours", test_neighbours);
  g_test_add_func ("/period/days", test_days);

  return g_test_run ();
}
