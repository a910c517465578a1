/* Names of periods for readers (semantics P-5).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period.h"

#define JULY 701

static const struct
{
  const char *source;
  const char *text;
  guint16     year_start;
  const char *full[TB_N_LANGUAGES];
  const char *brief[TB_N_LANGUAGES];
  const char *as_of[TB_N_LANGUAGES];
} rows[] = {
  { "P-5", "2021", 101, { "2021", "2021年" }, { "Full year", "全年" }, { "end 2021", "2021年末" } },
  { "P-5", "2021-S1", 101, { "H1 2021", "2021年上半年" }, { "H1", "上半年" }, { "end Jun 2021", "截至2021年6月末" } },
  { "P-5", "2021-S2", 101, { "H2 2021", "2021年下半年" }, { "H2", "下半年" }, { "end 2021", "2021年末" } },
  { "P-5", "2021-Q3", 101, { "Q3 2021", "2021年三季度" }, { "Q3", "三季度" }, { "end Sep 2021", "截至2021年9月末" } },
  { "P-5", "2021-08", 101, { "Aug 2021", "2021年8月" }, { "Aug", "8月" }, { "end Aug 2021", "截至2021年8月末" } },
  { "P-5", "2021-01/2021-08", 101, { "Jan–Aug 2021", "2021年1—8月" }, { "Jan–Aug", "1—8月" },
    { "end Aug 2021", "截至2021年8月末" } },
  { "P-5", "2021-09-30", 101, { "30 Sep 2021", "2021年9月30日" }, { "30 Sep", "9月30日" }, { "30 Sep 2021", "截至2021年9月末" } },
  { "end of the year", "2021-12-31", 101, { "31 Dec 2021", "2021年12月31日" }, { "31 Dec", "12月31日" },
    { "31 Dec 2021", "2021年末" } },
  { "no end of anything", "2022-08-09", 101, { "9 Aug 2022", "2022年8月9日" }, { "9 Aug", "8月9日" },
    { "9 Aug 2022", "截至2022年8月9日" } },
  { "end of February in a leap year", "2024-02-29", 101, { "29 Feb 2024", "2024年2月29日" }, { "29 Feb", "2月29日" },
    { "29 Feb 2024", "截至2024年2月末" } },
  { "28 February is not it", "2024-02-28", 101, { "28 Feb 2024", "2024年2月28日" }, { "28 Feb", "2月28日" },
    { "28 Feb 2024", "截至2024年2月28日" } },
  { "four months by their names", "2021-T1", 101, { "Jan–Apr 2021", "2021年1—4月" }, { "Jan–Apr", "1—4月" },
    { "end Apr 2021", "截至2021年4月末" } },
  { "two months by their names", "2021-B1", 101, { "Jan–Feb 2021", "2021年1—2月" }, { "Jan–Feb", "1—2月" },
    { "end Feb 2021", "截至2021年2月末" } },
  { "week", "2021-W05", 101, { "W5 2021", "2021年第5周" }, { "W5", "第5周" }, { "7 Feb 2021", "截至2021年2月7日" } },
  { "week of two years", "2020-W53", 101, { "W53 2020", "2020年第53周" }, { "W53", "第53周" },
    { "3 Jan 2021", "截至2021年1月3日" } },
  { "years", "2016/2020", 101, { "2016–2020", "2016—2020年" }, { "2016–2020", "2016—2020年" }, { "end 2020", "2020年末" } },
  { "months of two years", "2020-06/2021-01", 101, { "Jun 2020 – Jan 2021", "2020年6月—2021年1月" },
    { "Jun 2020 – Jan 2021", "2020年6月—2021年1月" }, { "end Jan 2021", "截至2021年1月末" } },
  { "days", "2022-05-19/2022-08-09", 101, { "19 May – 9 Aug 2022", "2022年5月19日—8月9日" },
    { "19 May – 9 Aug", "5月19日—8月9日" }, { "9 Aug 2022", "截至2022年8月9日" } },
  { "days of a month", "2023-05-10/2023-05-17", 101, { "10–17 May 2023", "2023年5月10—17日" },
    { "10–17 May", "5月10—17日" }, { "17 May 2023", "截至2023年5月17日" } },
  { "days of two years", "2022-11-01/2023-02-24", 101, { "1 Nov 2022 – 24 Feb 2023", "2022年11月1日—2023年2月24日" },
    { "1 Nov 2022 – 24 Feb 2023", "2022年11月1日—2023年2月24日" },
    { "24 Feb 2023", "截至2023年2月24日" } },
  { "a quarter given as months", "2021-01/2021-03", 101, { "Jan–Mar 2021", "2021年1—3月" }, { "Jan–Mar", "1—3月" },
    { "end Mar 2021", "截至2021年3月末" } },
  { "reporting year", "2010-A1", JULY, { "FY 2010/11", "2010/11财年" }, { "Full year", "全年" },
    { "end Jun 2011", "截至2011年6月末" } },
  { "its quarter", "2010-Q2", JULY, { "Q2 FY 2010/11", "2010/11财年二季度" }, { "Q2", "二季度" },
    { "end 2010", "2010年末" } },
  { "at the turn of a century", "1999-S1", JULY, { "H1 FY 1999/00", "1999/00财年上半年" }, { "H1", "上半年" },
    { "end 1999", "1999年末" } },
  { "its month has its own name", "2010-M08", JULY, { "Feb 2011", "2011年2月" }, { "Feb", "2月" },
    { "end Feb 2011", "截至2011年2月末" } },
  { "a month from the 6th", "2021-M01", 406, { "6 Apr – 5 May 2021", "2021年4月6日—5月5日" },
    { "6 Apr – 5 May", "4月6日—5月5日" }, { "5 May 2021", "截至2021年5月5日" } },
  { "a calendar year beside them", "2010", JULY, { "2010", "2010年" }, { "Full year", "全年" }, { "end 2010", "2010年末" } },
};

static void
test_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      TbPeriod period;

      g_test_message ("%s: %s", rows[i].source, rows[i].text);
      tb_period_parse (rows[i].text, rows[i].year_start, &period, &error);
      g_assert_no_error (error);

      for (int language = 0; language < TB_N_LANGUAGES; language++)
        {
          g_autofree char *full = tb_period_label (period, (TbLanguage) language, TB_PERIOD_LABEL_FULL);
          g_autofree char *brief = tb_period_label (period, (TbLanguage) language, TB_PERIOD_LABEL_SHORT);
          g_autofree char *as_of = tb_period_label (period, (TbLanguage) language, TB_PERIOD_LABEL_AS_OF);

          g_assert_cmpstr (full, ==, rows[i].full[language]);
          g_assert_cmpstr (brief, ==, rows[i].brief[language]);
          g_assert_cmpstr (as_of, ==, rows[i].as_of[language]);
        }
    }
}

static void
test_not_dated (void)
{
  const TbPeriod text = { .kind = TB_PERIOD_TEXT, .year_start = TB_CALENDAR_YEAR, .text = "2021/22" };

  for (int style = TB_PERIOD_LABEL_FULL; style <= TB_PERIOD_LABEL_AS_OF; style++)
    {
      g_autofree char *en = tb_period_label (TB_PERIOD_UNDATED, TB_LANGUAGE_EN, (TbPeriodLabel) style);
      g_autofree char *zh = tb_period_label (TB_PERIOD_UNDATED, TB_LANGUAGE_ZH, (TbPeriodLabel) style);
      g_autofree char *kept = tb_period_label (text, TB_LANGUAGE_ZH, (TbPeriodLabel) style);

      g_assert_cmpstr (en, ==, "undated");
      g_assert_cmpstr (zh, ==, "未注明时期");
      g_assert_cmpstr (kept, ==, "2021/22");
    }
}

static void
test_day (void)
{
  g_autofree char *en = tb_day_label (tb_day_new (2021, 9, 30), TB_LANGUAGE_EN);
  g_autofree char *zh = tb_day_label (tb_day_new (2021, 9, 30), TB_LANGUAGE_ZH);
  g_autofree char *none = tb_day_label (0, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, "30 Sep 2021");
  g_assert_cmpstr (zh, ==, "2021年9月30日");
  g_assert_cmpstr (none, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/period-labels/styles", test_labels);
  g_test_add_func ("/period-labels/not-dated", test_not_dated);
  g_test_add_func ("/period-labels/day", test_day);

  return g_test_run ();
}
