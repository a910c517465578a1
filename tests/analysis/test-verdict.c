/* The rules of comparison, on the cases of semantics 4.1.
 *
 * Expected numbers are the rule's own, or worked out by hand beside the row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-test-rows.h"
#include "tb-verdict.h"

#include <math.h>

#define COUNT "\"name\": {\"en\": \"units\", \"zh\": \"台\"}, \"kind\": \"count\""
#define PERCENT "\"name\": \"%\", \"kind\": \"percent\""
#define MONEY "\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\""
#define RANK "\"name\": \"rank\", \"kind\": \"rank\""
#define FLOW "\"measure\": \"flow\""
#define STOCK "\"measure\": \"stock\""
#define RATIO "\"measure\": \"ratio\""
#define GROWTH "\"measure\": \"growth\""
#define YEAR_TOTAL "\"measure\": \"cumulative\", \"since\": \"year-start\""
#define PLAN_TOTAL "\"measure\": \"cumulative\", \"since\": \"plan-start\""
#define LOOSE_TOTAL "\"measure\": \"cumulative\", \"since\": \"unstated\""
#define THINGS(observations) "\"indicator\": \"things\", \"observations\": [" observations "]"
#define JULY "\"reporting_year_start\": \"07-01\", "
#define SPAN(period, value) "[\"" period "\", " value "]"
#define CHANGE(value, kind) "\"published_change\": {\"value\": " value ", \"kind\": \"" kind "\"}"
#define YTD(period, value) "{\"period\": \"" period "\", \"value\": " value ", \"basis\": \"year-to-date\"}"
#define MORE(period, value, more) "{\"period\": \"" period "\", \"value\": " value ", " more "}"
#define NONE NAN

typedef struct
{
  const char    *name;        /* code and case */
  const char    *unit;
  const char    *indicator;
  const char    *series;      /* the first row is the base, the second the current figure */
  TbVerdictKind  kind;
  const char    *codes;
  double         absolute;
  double         relative;
  double         points;
  TbBound        bound;
  const char    *en;
  const char    *zh;
} Row;

static const Row rows[] = {
  { "R0/no-number", COUNT, STOCK,
    THINGS (SPAN ("2022-12-31", "5") ", " MORE ("2024-12-31", "null", "\"status\": \"M\"")),
    TB_VERDICT_INVALID, "R0", NONE, NONE, NONE, TB_BOUND_EXACT,
    "no number for 31 Dec 2024", "2024年12月31日无数值" },
  { "R0/undated", PERCENT, RATIO, THINGS ("{\"period\": null, \"value\": 50}, " SPAN ("2020", "68")),
    TB_VERDICT_INVALID, "R0", NONE, NONE, NONE, TB_BOUND_EXACT,
    "a figure without a date", "其中有数据未注明时期" },
  /* 2.7 × 10³⁰⁸ is more than a double holds. */
  { "R0/overflow", COUNT, FLOW, THINGS (SPAN ("2020", "1e308") ", " SPAN ("2021", "-1.7e308")),
    TB_VERDICT_INVALID, "R0", NONE, NONE, NONE, TB_BOUND_EXACT, "the result is too large to compute", "结果过大，无法计算" },

  { "R2/cumulative-against-month", COUNT, FLOW, THINGS (YTD ("2025-01/2025-08", "80") ", " SPAN ("2025-08", "10")),
    TB_VERDICT_INVALID, "R2 R3", NONE, NONE, NONE, TB_BOUND_EXACT,
    "measured in different ways (year to date, of the period); periods of different length (Jan–Aug 2025, Aug 2025)",
    "计量方式不同（累计数、当期数）；时期长短不同（2025年1—8月、2025年8月）" },
  /* A year to date that begins with the year equals the discrete figure of the
   * same span: 120 − 100 = 20. */
  { "R2/half-year-to-date-is-discrete", COUNT, FLOW, THINGS (YTD ("2024-S1", "100") ", " SPAN ("2025-S1", "120")),
    TB_VERDICT_VALID, "", 20, 20, NONE, TB_BOUND_EXACT,
    "up 20 units (20.0%) year on year", "同比增加20台，增长20.0%" },
  { "R2/reporting-year-to-date-is-discrete", COUNT, FLOW,
    JULY THINGS (YTD ("2024-10", "100") ", " SPAN ("2025-07/2025-10", "120")),
    TB_VERDICT_VALID, "", 20, 20, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R2/half-a-reporting-year-to-date", COUNT, FLOW,
    JULY THINGS (YTD ("2024-S1", "100") ", " SPAN ("2025-07/2025-12", "120")),
    TB_VERDICT_VALID, "", 20, 20, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* What counts from another day than the first of the year is not that span's figure. */
  { "R2/to-date-that-does-not-begin-the-year", COUNT, FLOW,
    THINGS (YTD ("2024-02/2024-06", "100") ", " SPAN ("2025-02/2025-06", "120")),
    TB_VERDICT_INVALID, "R2", NONE, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* An addition of a quarter and one of half a year, for all that is known. */
  { "R3/unstated-measure", COUNT, "\"measure\": \"unstated\"",
    THINGS (SPAN ("2025-Q1", "100") ", " SPAN ("2025-S1", "150")),
    TB_VERDICT_INVALID, "R2 R3", NONE, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R2/unstated-measure", COUNT, "\"measure\": \"unstated\"", THINGS (SPAN ("2024", "100") ", " SPAN ("2025", "150")),
    TB_VERDICT_NOTE, "R2", 50, 50, NONE, TB_BOUND_EXACT,
    "up 50 units (50.0%) year on year; it is not stated what kind of measure this is",
    "同比增加50台，增长50.0%；未注明指标的计量方式" },

  { "R3/half-year-against-quarter", COUNT, FLOW, THINGS (SPAN ("2025-S1", "100") ", " SPAN ("2025-Q1", "40")),
    TB_VERDICT_INVALID, "R3", NONE, NONE, NONE, TB_BOUND_EXACT,
    "periods of different length (H1 2025, Q1 2025)", "时期长短不同（2025年上半年、2025年一季度）" },
  { "R3/year-against-eight-months", COUNT, FLOW, THINGS (SPAN ("2024", "100") ", " SPAN ("2025-01/2025-08", "40")),
    TB_VERDICT_INVALID, "R3", NONE, NONE, NONE, TB_BOUND_EXACT,
    "periods of different length (2024, Jan–Aug 2025)", "时期长短不同（2024年、2025年1—8月）" },
  { "R3/average-of-other-length", COUNT, "\"measure\": \"average\"",
    THINGS (SPAN ("2024", "100") ", " SPAN ("2025-Q1", "40")),
    TB_VERDICT_INVALID, "R3", NONE, NONE, NONE, TB_BOUND_EXACT,
    "periods of different length (2024, Q1 2025)", "时期长短不同（2024年、2025年一季度）" },
  { "R3/growth-to-a-day-against-growth-over-a-year", PERCENT, "\"measure\": \"growth\"",
    THINGS (SPAN ("2020-12-31", "5") ", " SPAN ("2021", "6")),
    TB_VERDICT_INVALID, "R3", NONE, NONE, NONE, TB_BOUND_EXACT,
    "one figure is at a date, the other over a period (31 Dec 2020, 2021)", "一为时点数，一为时期数（2020年12月31日、2021年）" },
  { "R3/february-of-a-leap-year", COUNT, FLOW, THINGS (SPAN ("2023-02", "100") ", " SPAN ("2024-02", "104")),
    TB_VERDICT_VALID, "", 4, 4, NONE, TB_BOUND_EXACT, "up 4 units (4.0%) year on year", "同比增加4台，增长4.0%" },

  { "R4/eight-months-against-seven", COUNT, YEAR_TOTAL,
    THINGS (SPAN ("2024-01/2024-07", "70") ", " SPAN ("2025-01/2025-08", "80")),
    TB_VERDICT_INVALID, "R4", NONE, NONE, NONE, TB_BOUND_EXACT,
    "cumulative over different spans (Jan–Jul 2024, Jan–Aug 2025)",
    "累计的起止时间不同（2024年1—7月、2025年1—8月）" },
  /* The month is the last of the span: January to August both. */
  { "R4/by-last-month", COUNT, YEAR_TOTAL, THINGS (SPAN ("2024-08", "80") ", " SPAN ("2025-01/2025-08", "84")),
    TB_VERDICT_VALID, "", 4, 5, NONE, TB_BOUND_EXACT, "up 4 units (5.0%) year on year", "同比增加4台，增长5.0%" },
  /* Of a reporting year that begins in July, October ends four months: a month is one
   * of the calendar, what is cumulative is of the reporting year. */
  { "R4/reporting-year-by-last-month", COUNT, FLOW,
    JULY THINGS (YTD ("2024-10", "80") ", " YTD ("2025-07/2025-10", "84")),
    TB_VERDICT_VALID, "", 4, 5, NONE, TB_BOUND_EXACT, "up 4 units (5.0%) year on year", "同比增加4台，增长5.0%" },
  { "R4/calendar-months-of-a-reporting-year", COUNT, FLOW,
    JULY THINGS (YTD ("2024-10", "80") ", " YTD ("2025-01/2025-10", "84")),
    TB_VERDICT_INVALID, "R4", NONE, NONE, NONE, TB_BOUND_EXACT,
    "cumulative over different spans (Jul–Oct 2024, Jan–Oct 2025)",
    "累计的起止时间不同（2024年7—10月、2025年1—10月）" },
  { "R4/reporting-year-across-new-year", COUNT, FLOW,
    JULY THINGS (YTD ("2024-02", "80") ", " YTD ("2024-07/2025-02", "84")),
    TB_VERDICT_VALID, "", 4, 5, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R4/february-ends", COUNT, YEAR_TOTAL, THINGS (SPAN ("2023-01/2023-02", "50") ", " SPAN ("2024-01/2024-02", "49")),
    TB_VERDICT_VALID, "", -1, -2, NONE, TB_BOUND_EXACT, "down 1 unit (2.0%) year on year", "同比减少1台，下降2.0%" },
  /* Both run since a plan's start that is not written; of one plan, they end at two
   * places of it. */
  { "R4/plan-by-last-month", COUNT, PLAN_TOTAL, THINGS (SPAN ("2024-08", "100") ", " SPAN ("2025-08", "120")),
    TB_VERDICT_INVALID, "R4", NONE, NONE, NONE, TB_BOUND_EXACT,
    "cumulative over different spans (Aug 2024, Aug 2025)", "累计的起止时间不同（2024年8月、2025年8月）" },
  { "R4/plan-by-last-year", COUNT, PLAN_TOTAL, THINGS (SPAN ("2024", "100") ", " SPAN ("2025", "120")),
    TB_VERDICT_INVALID, "R4", NONE, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R4/one-plan-at-two-ends", COUNT, PLAN_TOTAL, THINGS (SPAN ("2021/2024", "100") ", " SPAN ("2021/2025", "120")),
    TB_VERDICT_INVALID, "R4", NONE, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* Three years into the one plan and into the next. */
  { "R4/two-plans-at-one-place", COUNT, PLAN_TOTAL, THINGS (SPAN ("2016/2018", "100") ", " SPAN ("2021/2023", "120")),
    TB_VERDICT_VALID, "", 20, 20, NONE, TB_BOUND_EXACT, "up 20 units (20.0%) against 2016–2018", NULL },
  { "R4/plan-and-its-target", COUNT, PLAN_TOTAL,
    THINGS (MORE ("2025", "100", "\"kind\": \"target\"") ", " SPAN ("2025", "120")),
    TB_VERDICT_VALID, "R16", 20, 20, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R4/unstated-start", COUNT, LOOSE_TOTAL, THINGS (SPAN ("2022-06-30", "1021") ", " SPAN ("2023-06-30", "1708")),
    TB_VERDICT_NOTE, "R4", 687, 67.286973, NONE, TB_BOUND_EXACT,
    "up 687 units (67.3%) year on year; cumulative since a start that is not stated",
    "同比增加687台，增长67.3%；累计起点未注明" },
  { "R4/unstated-start-other-publisher", COUNT, LOOSE_TOTAL,
    THINGS (MORE ("2022-06-30", "1021", "\"source\": \"b\"") ", " MORE ("2023-06-30", "1708", "\"source\": \"c\"")),
    TB_VERDICT_INVALID, "R4", NONE, NONE, NONE, TB_BOUND_EXACT,
    "cumulative since starts that are not stated, in two series or by two publishers",
    "累计起点未注明，且序列或发布机构不同" },

  /* 470.5万 in September 2025 against 425.0万 at the end of 2024: +45.5万;
   * 45.5 / 425.0 = 10.70588 %. */
  { "R6/since-year-end", COUNT, STOCK, "\"multiplier\": 10000, "
    THINGS (SPAN ("2024-12-31", "425.0") ", " SPAN ("2025-09-30", "470.5")),
    TB_VERDICT_VALID, "R6", 455000, 10.705882, NONE, TB_BOUND_EXACT,
    "up 455,000 units (10.7%) since end 2024", "较上年末增加45.5万台，增长10.7%" },
  /* No year ends in the middle of December: the same day of two years. */
  { "R6/one-day-of-december", COUNT, STOCK, THINGS (SPAN ("2024-12-15", "100") ", " SPAN ("2025-12-15", "110")),
    TB_VERDICT_VALID, "R6", 10, 10, NONE, TB_BOUND_EXACT, "up 10 units (10.0%) year on year", "同比增加10台，增长10.0%" },
  { "R6/since-older-year-end", COUNT, STOCK, THINGS (SPAN ("2022-12-31", "400") ", " SPAN ("2025-09-30", "380")),
    TB_VERDICT_VALID, "R6", -20, -5, NONE, TB_BOUND_EXACT,
    "down 20 units (5.0%) since end 2022", "较2022年末减少20台，下降5.0%" },
  { "R6/same-date", COUNT, STOCK, THINGS (SPAN ("2024-09-30", "400") ", " SPAN ("2025-09-30", "500")),
    TB_VERDICT_VALID, "R6", 100, 25, NONE, TB_BOUND_EXACT,
    "up 100 units (25.0%) year on year", "同比增加100台，增长25.0%" },
  { "R6/one-day-off-is-not-on-year", COUNT, STOCK, THINGS (SPAN ("2024-09-29", "400") ", " SPAN ("2025-09-30", "500")),
    TB_VERDICT_VALID, "R6", 100, 25, NONE, TB_BOUND_EXACT,
    "up 100 units (25.0%) since 29 Sep 2024", "较2024年9月29日增加100台，增长25.0%" },
  { "R6/day-before-the-leap-day", COUNT, STOCK, THINGS (SPAN ("2024-02-28", "400") ", " SPAN ("2025-02-28", "500")),
    TB_VERDICT_VALID, "R6", 100, 25, NONE, TB_BOUND_EXACT,
    "up 100 units (25.0%) year on year", "同比增加100台，增长25.0%" },
  { "R6/leap-day", COUNT, STOCK, THINGS (SPAN ("2024-02-29", "400") ", " SPAN ("2025-02-28", "500")),
    TB_VERDICT_VALID, "R6", 100, 25, NONE, TB_BOUND_EXACT, "up 100 units (25.0%) year on year", NULL },
  { "R6/to-the-leap-day", COUNT, STOCK, THINGS (SPAN ("2023-02-28", "400") ", " SPAN ("2024-02-29", "500")),
    TB_VERDICT_VALID, "R6", 100, 25, NONE, TB_BOUND_EXACT, "up 100 units (25.0%) year on year", NULL },
  { "R6/total-since-a-date", COUNT, "\"measure\": \"cumulative\", \"since\": \"2020-06-01\"",
    THINGS (SPAN ("2021-01-12", "2") ", " SPAN ("2021-08-16", "4")),
    TB_VERDICT_VALID, "R6", 2, 100, NONE, TB_BOUND_EXACT,
    "up 2 units (100.0%) since 12 Jan 2021", "较2021年1月12日增加2台，增长100.0%" },

  { "R8/published-between-year-ends", COUNT, STOCK,
    THINGS (SPAN ("2024-12-31", "100") ", "
            MORE ("2025-12-31", "120", "\"status\": \"B\", " CHANGE ("4.2", "on-year-percent"))),
    TB_VERDICT_NOTE, "R6 R8", NONE, 4.2, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R8/flag-on-the-current", COUNT, FLOW, THINGS (SPAN ("2023", "100") ", " MORE ("2024", "110", "\"status\": \"B\"")),
    TB_VERDICT_INVALID, "R8", NONE, NONE, NONE, TB_BOUND_EXACT,
    "the definition changed in between (2024)", "期间统计口径有变动（2024年）" },
  { "R8/declared-between", COUNT, FLOW,
    THINGS (SPAN ("2022", "100") ", " SPAN ("2024", "110") ", " MORE ("2023", "104", "\"break\": \"New scope\"")),
    TB_VERDICT_INVALID, "R8", NONE, NONE, NONE, TB_BOUND_EXACT,
    "the definition changed in between (2023: New scope)", "期间统计口径有变动（2023年起：New scope）" },
  /* The base is the first figure of the new definition. */
  { "R8/at-the-base", COUNT, FLOW, THINGS (MORE ("2023", "100", "\"status\": \"B\"") ", " SPAN ("2024", "110")),
    TB_VERDICT_VALID, "", 10, 10, NONE, TB_BOUND_EXACT, "up 10 units (10.0%) year on year", "同比增加10台，增长10.0%" },
  { "R8/published-growth", MONEY, FLOW,
    THINGS (SPAN ("2024", "100") ", "
            MORE ("2025", "90", "\"status\": \"B\", " CHANGE ("4.2", "on-year-percent"))),
    TB_VERDICT_NOTE, "R8", NONE, 4.2, NONE, TB_BOUND_EXACT,
    "up 4.2% year on year; the definition changed; published change on comparable figures",
    "同比增长4.2%；口径有变动，采用公布的可比增速" },

  { "R8/published-points", PERCENT, RATIO,
    THINGS (SPAN ("2024", "33") ", "
            MORE ("2025", "50", "\"status\": \"B\", \"published_change\": {\"value\": -1.5, \"kind\": \"points\", "
                                "\"base\": \"2024\"}")),
    TB_VERDICT_NOTE, "R8 R13", NONE, NONE, -1.5, TB_BOUND_EXACT, NULL, NULL },

  { "R9/provisional", COUNT, FLOW, THINGS (SPAN ("2023", "100") ", " MORE ("2024", "110", "\"status\": \"P\"")),
    TB_VERDICT_NOTE, "R9", 10, 10, NONE, TB_BOUND_EXACT,
    "up 10 units (10.0%) year on year; includes provisional figures",
    "同比增加10台，增长10.0%；含初步数" },
  { "R9/definition-differs", COUNT, FLOW, THINGS (SPAN ("2020", "12") ", " MORE ("2021", "10", "\"status\": \"D\"")),
    TB_VERDICT_NOTE, "R9", -2, -16.6666667, NONE, TB_BOUND_EXACT,
    "down 2 units (16.7%) year on year; definitions differ in part", "同比减少2台，下降16.7%；口径不完全一致" },
  { "R9/definition-and-estimate", COUNT, FLOW,
    THINGS (MORE ("2020", "12", "\"status\": \"E\"") ", " MORE ("2021", "10", "\"status\": \"D\"")),
    TB_VERDICT_NOTE, "R9", -2, -16.6666667, NONE, TB_BOUND_EXACT,
    "down 2 units (16.7%) year on year; definitions differ in part; includes estimated figures",
    "同比减少2台，下降16.7%；口径不完全一致；含估计数" },
  { "R10/sources-disagree", COUNT, FLOW,
    THINGS (MORE ("2023", "100", "\"source\": \"b\"") ", " SPAN ("2024", "110") ", "
            MORE ("2023", "101", "\"source\": \"c\"")),
    TB_VERDICT_NOTE, "R10", 10, 10, NONE, TB_BOUND_EXACT,
    "up 10 units (10.0%) year on year; sources disagree", "同比增加10台，增长10.0%；不同来源的数据不一致" },
  { "R10/two-sources-of-one-period", COUNT, FLOW,
    THINGS (MORE ("2023", "100", "\"source\": \"b\"") ", " MORE ("2023", "101", "\"source\": \"c\"")),
    TB_VERDICT_NOTE, "R10", 1, 1, NONE, TB_BOUND_EXACT,
    "1 unit (1.0%) more in the other source", "另一来源多1台（1.0%）" },
  { "R10/two-sources-that-agree", COUNT, FLOW,
    THINGS (MORE ("2023", "100", "\"source\": \"b\"") ", " MORE ("2023", "100", "\"source\": \"c\"")),
    TB_VERDICT_VALID, "", 0, 0, NONE, TB_BOUND_EXACT, "the same in both sources", "两处来源一致" },
  { "R10/two-releases-of-one-period", PERCENT, RATIO,
    THINGS (MORE ("2023", "4.4", "\"vintage\": \"2024-01-31\"") ", "
            MORE ("2023", "4.1", "\"vintage\": \"2025-02-28\"")),
    TB_VERDICT_NOTE, "R10 R13", NONE, NONE, -0.3, TB_BOUND_EXACT,
    "0.3 percentage points lower in the other release; figures from different releases",
    "另一次发布低0.3个百分点；数据来自不同的发布版本" },
  { "R10/vintages", COUNT, FLOW,
    THINGS (MORE ("2024", "100", "\"vintage\": \"2025-01-31\"") ", "
            MORE ("2025", "110", "\"vintage\": \"2026-02-28\"")),
    TB_VERDICT_NOTE, "R10", 10, 10, NONE, TB_BOUND_EXACT,
    "up 10 units (10.0%) year on year; figures from different releases", "同比增加10台，增长10.0%；数据来自不同的发布版本" },

  /* A level of December is of its last day: two figures of one day are no change. */
  { "R10/one-day-spelled-twice", COUNT, STOCK, THINGS (SPAN ("2024-12-31", "10") ", " SPAN ("2024-12", "12")),
    TB_VERDICT_NOTE, "R6 R10", 2, 20, NONE, TB_BOUND_EXACT,
    "2 units (20.0%) more in the other source", "另一来源多2台（20.0%）" },
  { "R10/one-day-spelled-twice-alike", COUNT, STOCK, THINGS (SPAN ("2024-12-31", "10") ", " SPAN ("2024-12", "10")),
    TB_VERDICT_VALID, "R6", 0, 0, NONE, TB_BOUND_EXACT, "the same in both sources", NULL },
  { "R11/base-zero", COUNT, FLOW, THINGS (SPAN ("2023", "0") ", " SPAN ("2024", "12")),
    TB_VERDICT_VALID, "R11", 12, NONE, NONE, TB_BOUND_EXACT,
    "up 12 units year on year; no percentage, the base is zero", "同比增加12台；基数为零，不计算增速" },
  { "R12/negative-base", MONEY, FLOW, THINGS (SPAN ("2023", "-5") ", " SPAN ("2024", "10")),
    TB_VERDICT_VALID, "R12", 15, NONE, NONE, TB_BOUND_EXACT,
    "up CNY 15 year on year; no percentage, the base is negative or the sign changes",
    "同比增加15元；基数为负或正负号改变，不计算增速" },
  { "R12/sign-changes", MONEY, FLOW, THINGS (SPAN ("2023", "10") ", " SPAN ("2024", "-5")),
    TB_VERDICT_VALID, "R12", -15, NONE, NONE, TB_BOUND_EXACT,
    "down CNY 15 year on year; no percentage, the base is negative or the sign changes",
    "同比减少15元；基数为负或正负号改变，不计算增速" },

  /* At least 20 − 10; in proportion to what may be below zero it says nothing. */
  { "R12/base-that-may-be-negative", MONEY, FLOW,
    THINGS ("{\"period\": \"2023\", \"low\": -5, \"high\": 10}, " MORE ("2024", "20", "\"qualifier\": \"at-least\"")),
    TB_VERDICT_VALID, "R12 R15", 10, NONE, NONE, TB_BOUND_AT_LEAST, NULL, NULL },

  { "R13/points", PERCENT, RATIO, THINGS (SPAN ("2023", "33.2") ", " SPAN ("2024", "37.4")),
    TB_VERDICT_VALID, "R13", NONE, NONE, 4.2, TB_BOUND_EXACT,
    "up 4.2 percentage points year on year", "同比提高4.2个百分点" },
  { "R13/fractions", "\"name\": \"fraction\", \"kind\": \"ratio\"", RATIO,
    THINGS (SPAN ("2023", "0.332") ", " SPAN ("2024", "0.374")),
    TB_VERDICT_VALID, "R13", NONE, NONE, 4.2, TB_BOUND_EXACT,
    "up 4.2 percentage points year on year", "同比提高4.2个百分点" },
  { "R13/rate-per-thousand-stays", "\"name\": \"per 1,000\", \"kind\": \"per\", \"per\": 1000", RATIO,
    THINGS (SPAN ("2023", "6.0") ", " SPAN ("2024", "6.6")),
    TB_VERDICT_VALID, "", 0.6, 10, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R13/per-mille", "\"name\": \"‰\", \"kind\": \"percent\"", RATIO,
    THINGS (SPAN ("2023", "17.5") ", " SPAN ("2024", "12.5")),
    TB_VERDICT_VALID, "R13", NONE, NONE, -0.5, TB_BOUND_EXACT,
    "down 0.50 percentage points year on year", "同比下降0.50个百分点" },
  { "R13/what-had-better-fall", PERCENT, RATIO ", \"direction\": \"down\"",
    THINGS (SPAN ("2023", "5.0") ", " SPAN ("2024", "5.2")),
    TB_VERDICT_VALID, "R13", NONE, NONE, 0.2, TB_BOUND_EXACT,
    "up 0.2 percentage points year on year", "同比上升0.2个百分点" },
  { "R13/degrees", "\"name\": \"°C\", \"kind\": \"other\"", "\"measure\": \"average\"",
    THINGS (SPAN ("2023", "12.4") ", " SPAN ("2024", "13.0")),
    TB_VERDICT_VALID, "", 0.6, NONE, NONE, TB_BOUND_EXACT, "up 0.6 °C year on year", "同比上升0.6°C" },
  /* From the tenth place to the fourth. */
  { "R13/places-of-a-ranking", RANK, STOCK, THINGS (SPAN ("2023-12-31", "10") ", " SPAN ("2024-12-31", "4")),
    TB_VERDICT_VALID, "R6", -6, NONE, NONE, TB_BOUND_EXACT,
    "higher by 6 places since end 2023", "较上年末位次前移6位" },
  { "R14/growth-of-growth", PERCENT, GROWTH, THINGS (SPAN ("2023", "4.2") ", " SPAN ("2024", "1.8")),
    TB_VERDICT_VALID, "R13 R14", NONE, NONE, -2.4, TB_BOUND_EXACT,
    "down 2.4 percentage points year on year", "同比下降2.4个百分点" },

  /* 500 − 480 = 20; 20 / 480 = 4.1667 %, of which 4.1 % is sure. */
  { "R15/over-against-exact", COUNT, STOCK,
    THINGS (SPAN ("2023-12-31", "480") ", " MORE ("2024-12-31", "500", "\"qualifier\": \"over\"")),
    TB_VERDICT_VALID, "R6 R15", 20, 4.1666667, NONE, TB_BOUND_AT_LEAST,
    "up more than 20 units (4.1%) since end 2023", "较上年末增加超过20台，增长超过4.1%" },
  { "R15/at-least-against-exact", COUNT, STOCK,
    THINGS (SPAN ("2023-12-31", "480") ", " MORE ("2024-12-31", "500", "\"qualifier\": \"at-least\"")),
    TB_VERDICT_VALID, "R6 R15", 20, 4.1666667, NONE, TB_BOUND_AT_LEAST,
    "up at least 20 units (4.1%) since end 2023", "较上年末至少增加20台，至少增长4.1%" },
  { "R15/exact-against-over", COUNT, STOCK,
    THINGS (MORE ("2023-12-31", "500", "\"qualifier\": \"over\"") ", " SPAN ("2024-12-31", "480")),
    TB_VERDICT_VALID, "R6 R15", -20, -4, NONE, TB_BOUND_AT_MOST,
    "down more than 20 units (4.0%) since end 2023", "较上年末减少超过20台，下降超过4.0%" },
  { "R15/over-itself", COUNT, STOCK,
    THINGS (SPAN ("2023-12-31", "500") ", " MORE ("2024-12-31", "500", "\"qualifier\": \"over\"")),
    TB_VERDICT_VALID, "R6 R15", 0, 0, NONE, TB_BOUND_AT_LEAST,
    "up since end 2023, by how much is not known", "较上年末有所增加，幅度不详" },
  /* Over six tenths may lie above 61. */
  { "R15/sign-unknown", PERCENT, RATIO,
    THINGS (MORE ("2021-06-30", "60", "\"qualifier\": \"over\"") ", " SPAN ("2022-06-30", "61")),
    TB_VERDICT_INVALID, "R15", NONE, NONE, NONE, TB_BOUND_EXACT,
    "only bounds are known, which do not tell rise from fall", "仅公布界限值或区间，升降不能确定" },
  { "R15/two-lower-bounds", COUNT, STOCK,
    THINGS (MORE ("2022-12-31", "3", "\"qualifier\": \"over\"") ", "
            MORE ("2023-12-31", "21", "\"qualifier\": \"over\"")),
    TB_VERDICT_INVALID, "R6 R15", NONE, NONE, NONE, TB_BOUND_EXACT,
    "only bounds are known, which do not tell rise from fall", "仅公布界限值或区间，升降不能确定" },
  /* 45 − 40 = 5, 5 / 40 = 12.5 %. */
  { "R15/about", COUNT, STOCK, "\"multiplier\": 10000, "
    THINGS (SPAN ("2023-12-31", "40") ", " MORE ("2024-12-31", "45", "\"qualifier\": \"about\"")),
    TB_VERDICT_NOTE, "R6 R15", 50000, 12.5, NONE, TB_BOUND_ABOUT,
    "up about 50,000 units (12.5%) since end 2023; from approximate figures", "较上年末约增加5万台，约增长12.5%；据约数计算" },
  /* Berths: about 10万 then over 58万: the rise is sure, its size a bound from
   * an approximate figure. */
  { "R15/about-and-over", COUNT, STOCK, "\"multiplier\": 10000, "
    THINGS (MORE ("2021-06-30", "10", "\"qualifier\": \"about\"") ", "
            MORE ("2023-03-31", "58", "\"qualifier\": \"over\"")),
    TB_VERDICT_NOTE, "R6 R15", 480000, 480, NONE, TB_BOUND_AT_LEAST,
    "up more than 480,000 units (480.0%) since 30 Jun 2021; from approximate figures",
    "较2021年6月末增加超过48万台，增长超过480.0%；据约数计算" },
  /* 30…40 against 20: 10 to 20 more. */
  { "R15/range", COUNT, FLOW, THINGS (SPAN ("2021", "20") ", {\"period\": \"2022\", \"low\": 30, \"high\": 40}"),
    TB_VERDICT_VALID, "R15", NONE, NONE, NONE, TB_BOUND_BETWEEN, "up by between 10 units and 20 units year on year",
    "同比增加10台～20台" },
  { "R15/range-around", COUNT, FLOW, THINGS (SPAN ("2021", "35") ", {\"period\": \"2022\", \"low\": 30, \"high\": 40}"),
    TB_VERDICT_INVALID, "R15", NONE, NONE, NONE, TB_BOUND_EXACT,
    "only bounds are known, which do not tell rise from fall", "仅公布界限值或区间，升降不能确定" },
  /* The floor of a target is the target. */
  { "R15/floor-of-a-target", COUNT, STOCK,
    THINGS (MORE ("2022-12-31", "400", "\"kind\": \"target\", \"qualifier\": \"at-least\"") ", "
            MORE ("2023-12-31", "500", "\"kind\": \"target\", \"qualifier\": \"at-least\"")),
    TB_VERDICT_VALID, "R6", 100, 25, NONE, TB_BOUND_EXACT,
    "up 100 units (25.0%) since end 2022; both are targets, not outcomes",
    "较上年末增加100台，增长25.0%；两者均为目标数，非实际数" },

  { "R16/two-plans", COUNT, FLOW,
    THINGS (MORE ("2024", "46", "\"kind\": \"plan\"") ", " MORE ("2025", "100", "\"kind\": \"plan\"")),
    TB_VERDICT_VALID, "", 54, 117.391304, NONE, TB_BOUND_EXACT,
    "up 54 units (117.4%) year on year; both are plans, not outcomes", "同比增加54台，增长117.4%；两者均为计划数，非实际数" },
  { "R16/target-against-actual", COUNT, FLOW,
    THINGS (MORE ("2025", "100", "\"kind\": \"target\"") ", " SPAN ("2025-S1", "46")),
    TB_VERDICT_INVALID, "R3 R16", NONE, NONE, NONE, TB_BOUND_EXACT,
    "the target is for 2025, the actual figure for H1 2025; periods of different length (2025, H1 2025)",
    "目标为2025年全年数，实际为2025年上半年数；时期长短不同（2025年、2025年上半年）" },
  /* The rule's own case. */
  { "R16/plan-of-a-year-against-half-of-it", COUNT, FLOW,
    THINGS (MORE ("2025", "100", "\"kind\": \"plan\"") ", " YTD ("2025-S1", "46")),
    TB_VERDICT_INVALID, "R2 R3 R16", NONE, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* 105 of at least 100 is 5 above. */
  { "R16/gap-to-the-target", COUNT, FLOW,
    THINGS (MORE ("2025", "100", "\"kind\": \"target\", \"qualifier\": \"at-least\"") ", " SPAN ("2025", "105")),
    TB_VERDICT_VALID, "R16", 5, 5, NONE, TB_BOUND_EXACT, "5 units (5.0%) above the target", "比目标高5台（5.0%）" },
  { "R16/gap-in-points", PERCENT, RATIO,
    THINGS (MORE ("2025-12-31", "5.5", "\"kind\": \"target\", \"qualifier\": \"at-most\"") ", "
            SPAN ("2025-12-31", "5.1")),
    TB_VERDICT_VALID, "R13 R16", NONE, NONE, -0.4, TB_BOUND_EXACT,
    "0.4 percentage points below the target", "比目标低0.4个百分点" },
  { "R16/target-from-the-actual-side", COUNT, FLOW,
    THINGS (SPAN ("2025", "105") ", " MORE ("2025", "100", "\"kind\": \"target\"")),
    TB_VERDICT_VALID, "R16", -5, -4.7619048, NONE, TB_BOUND_EXACT,
    "the target is 5 units (4.8%) below the actual figure", "目标比实际数低5台（4.8%）" },
  { "R16/level-at-the-deadline", COUNT, STOCK,
    THINGS (MORE ("2021", "8", "\"kind\": \"target\", \"deadline\": \"2021-10-31\"") ", " SPAN ("2021-10-31", "8")),
    TB_VERDICT_VALID, "R6 R16", 0, 0, NONE, TB_BOUND_EXACT, "level with the target", "与目标持平" },
  /* The target was for 2021, the level is of 2023: whether it was met is not known. */
  { "R16/target-of-an-earlier-date", COUNT, STOCK,
    THINGS (MORE ("2021-10-31", "8", "\"kind\": \"target\"") ", " SPAN ("2023-03-31", "9")),
    TB_VERDICT_INVALID, "R6 R16", NONE, NONE, NONE, TB_BOUND_EXACT,
    "the target is for 31 Oct 2021, the actual figure for 31 Mar 2023",
    "目标为2021年10月31日数，实际为2023年3月31日数" },
  /* 36 done in 2020, 32 planned for 2021. */
  { "R16/planned-change", COUNT, FLOW, THINGS (SPAN ("2020", "36") ", " MORE ("2021", "32", "\"kind\": \"plan\"")),
    TB_VERDICT_NOTE, "R16", -4, -11.1111111, NONE, TB_BOUND_EXACT,
    "down 4 units (11.1%) year on year; 2021 is a plan, not an outcome",
    "同比减少4台，下降11.1%；2021年为计划数，非实际数" },
  { "R16/plan-below-a-forecast", COUNT, FLOW,
    THINGS (MORE ("2025", "100", "\"kind\": \"plan\"") ", " MORE ("2025", "90", "\"kind\": \"forecast\"")),
    TB_VERDICT_NOTE, "R9 R16", -10, -10, NONE, TB_BOUND_EXACT,
    "the forecast is 10 units (10.0%) below the plan",
    "预测数比计划数低10台（10.0%）" },
  { "R16/two-targets", COUNT, FLOW,
    THINGS (MORE ("2024", "50", "\"kind\": \"target\"") ", " MORE ("2025", "60", "\"kind\": \"target\"")),
    TB_VERDICT_VALID, "", 10, 20, NONE, TB_BOUND_EXACT,
    "up 10 units (20.0%) year on year; both are targets, not outcomes", "同比增加10台，增长20.0%；两者均为目标数，非实际数" },
  /* An average growth wanted of a level is not in the level's unit. */
  { "R16/growth-wanted-of-an-amount", COUNT, FLOW,
    THINGS (MORE ("2025", "7", "\"kind\": \"target\", \"target_basis\": \"growth-avg\"") ", " SPAN ("2025", "105")),
    TB_VERDICT_INVALID, "R16", NONE, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* Three flights a week since February 2021, four as a later aim without a date. */
  { "T-7/undated-target-with-its-baseline", COUNT, RATIO,
    THINGS (MORE ("2021-02", "3", "\"kind\": \"plan\", \"basis\": \"discrete\"") ", "
            "{\"period\": null, \"value\": 4, \"kind\": \"target\", \"basis\": \"discrete\", \"target_basis\": "
            "\"level-at\","
            " \"baseline\": {\"period\": \"2021-02\", \"value\": 3}}"),
    TB_VERDICT_VALID, "T-7", 1, 33.3333333, NONE, TB_BOUND_EXACT,
    "the target is 1 unit (33.3%) above its baseline (Feb 2021)", "目标比基期数（2021年2月）高1台（33.3%）" },
  { "T-7/from-the-target-to-its-baseline", COUNT, STOCK,
    THINGS (MORE ("2026-12-31", "0", "\"kind\": \"target\", \"baseline\": {\"period\": \"2023-12-31\", \"value\": 10}")
            ", "
            SPAN ("2023-12-31", "10")),
    TB_VERDICT_NOTE, "R6 R11 R16 T-7", 10, NONE, NONE, TB_BOUND_EXACT,
    "10 units above the target; no percentage, the base is zero", "比目标高10台；基数为零，不计算增速" },
  { "T-7/another-figure-than-the-baseline", COUNT, RATIO,
    THINGS (MORE ("2021-02", "2", "\"kind\": \"plan\", \"basis\": \"discrete\"") ", "
            "{\"period\": null, \"value\": 4, \"kind\": \"target\", \"basis\": \"discrete\","
            " \"baseline\": {\"period\": \"2021-02\", \"value\": 3}}"),
    TB_VERDICT_INVALID, "R0", NONE, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },

  /* Half a last digit each: 0.05 + 0.05 = 0.1, and so is the difference. */
  { "R17/within-rounding", COUNT, STOCK, "\"multiplier\": 10000, "
    THINGS (SPAN ("2023-12-31", "425.0") ", " SPAN ("2024-12-31", "425.1")),
    TB_VERDICT_NOTE, "R6 R17", 1000, 0.0235294, NONE, TB_BOUND_EXACT,
    "≈0 since end 2023, no change beyond rounding", "较上年末基本持平（≈0），变化未超出四舍五入误差" },
  { "R17/beyond-rounding", COUNT, STOCK, "\"multiplier\": 10000, "
    THINGS (SPAN ("2023-12-31", "425.0") ", " SPAN ("2024-12-31", "425.2")),
    TB_VERDICT_VALID, "R6", 2000, 0.0470588, NONE, TB_BOUND_EXACT,
    "up 2,000 units (0.05%) since end 2023", "较上年末增加2,000台，增长0.05%" },
  { "R17/whole-counts-have-no-rounding", COUNT, STOCK, THINGS (SPAN ("2023-12-31", "3") ", " SPAN ("2024-12-31", "4")),
    TB_VERDICT_VALID, "R6", 1, 33.3333333, NONE, TB_BOUND_EXACT,
    "up 1 unit (33.3%) since end 2023", "较上年末增加1台，增长33.3%" },
  /* The target is set, not measured: half a last digit of the actual figure alone, 0.05, is less than 0.1. */
  { "R17/an-aim-is-not-rounded", COUNT, STOCK,
    "\"multiplier\": 10000, " THINGS (MORE ("2024-12-31", "425.1", "\"kind\": \"target\"") ", "
                                      SPAN ("2024-12-31", "425.0")),
    TB_VERDICT_VALID, "R6 R16", -1000, -0.0235239, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R17/an-aim-is-not-rounded-as-the-later-one-either", COUNT, STOCK,
    "\"multiplier\": 10000, " THINGS (SPAN ("2024-12-31", "425.0") ", "
                                      MORE ("2024-12-31", "425.1", "\"kind\": \"target\"")),
    TB_VERDICT_VALID, "R6 R16", 1000, 0.0235294, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R17/within-the-rounding-of-the-outcome", COUNT, STOCK,
    "\"multiplier\": 10000, " THINGS (MORE ("2024-12-31", "425.04", "\"kind\": \"target\"") ", "
                                      SPAN ("2024-12-31", "425.0")),
    TB_VERDICT_NOTE, "R6 R16 R17", -400, -0.00941088, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R17/unchanged-count", COUNT, STOCK, THINGS (SPAN ("2023-12-31", "4") ", " SPAN ("2024-12-31", "4")),
    TB_VERDICT_VALID, "R6", 0, 0, NONE, TB_BOUND_EXACT, "unchanged since end 2023", "较上年末持平" },

  /* 104.45 / 100.00 with half a last digit of each: 4.44 to 4.46, which meets
   * 4.35 to 4.45 of the published 4.4. */
  { "R18/meets", MONEY, FLOW, THINGS (SPAN ("2023", "100.00") ", "
                              MORE ("2024", "104.45", CHANGE ("4.4", "on-year-percent"))),
    TB_VERDICT_VALID, "", 4.45, 4.45, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* 106.00 / 100.00: 5.99 to 6.01. */
  { "R18/differs", MONEY, FLOW, THINGS (SPAN ("2023", "100.00") ", "
                                MORE ("2024", "106.00", CHANGE ("4.4", "on-year-percent"))),
    TB_VERDICT_NOTE, "R18", 6, 4.4, NONE, TB_BOUND_EXACT,
    "up 4.4% year on year; as published, while the figures give a rise of 6.0%",
    "同比增长4.4%；为公布数，按两期数据计算为增长6.0%" },
  /* 33.2 to 37.4 is 4.1 to 4.3 points with their rounding; 4.0 is 3.95 to 4.05. */
  /* Most levels are of the year's last day; a year lies between these two as well. */
  { "R18/year-ends", COUNT, STOCK,
    THINGS (SPAN ("2024-12-31", "100") ", "
            MORE ("2025-12-31", "120", CHANGE ("4.2", "on-year-percent"))),
    TB_VERDICT_NOTE, "R6 R18", 20, 4.2, NONE, TB_BOUND_EXACT,
    "up 4.2% since end 2024; as published, while the figures give a rise of 20.0%",
    "较上年末增长4.2%；为公布数，按两期数据计算为增长20.0%" },
  /* Over 110 is over 10 % more than 100, and 5 % is at most 5.5 %. */
  { "R18/bound", COUNT, FLOW,
    THINGS (SPAN ("2024", "100") ", "
            MORE ("2025", "110", "\"qualifier\": \"over\", " CHANGE ("5", "on-year-percent"))),
    TB_VERDICT_NOTE, "R15 R18", NONE, 5, NONE, TB_BOUND_EXACT,
    "up 5.0% year on year; as published, while the figures give a rise of at least 10.0%",
    "同比增长5.0%；为公布数，按两期数据计算为至少增长10.0%" },
  { "R18/bound-that-meets", COUNT, FLOW,
    THINGS (SPAN ("2024", "100") ", "
            MORE ("2025", "110", "\"qualifier\": \"over\", " CHANGE ("15", "on-year-percent"))),
    TB_VERDICT_VALID, "R15", 10, 10, NONE, TB_BOUND_AT_LEAST, NULL, NULL },
  { "R18/ceiling", COUNT, FLOW,
    THINGS (SPAN ("2024", "100") ", "
            MORE ("2025", "90", "\"qualifier\": \"at-most\", " CHANGE ("-5", "on-year-percent"))),
    TB_VERDICT_NOTE, "R15 R18", NONE, -5, NONE, TB_BOUND_EXACT,
    "down 5.0% year on year; as published, while the figures give a fall of at least 10.0%", NULL },
  /* 30 to 40 against 20: 50 % to 100 % more. */
  { "R18/range", COUNT, FLOW,
    THINGS (SPAN ("2024", "20")
            ", {\"period\": \"2025\", \"low\": 30, \"high\": 40, " CHANGE ("120", "on-year-percent") "}"),
    TB_VERDICT_NOTE, "R15 R18", NONE, 120, NONE, TB_BOUND_EXACT,
    "up 120.0% year on year; as published, while the figures give a rise of at most 100.0%",
    "同比增长120.0%；为公布数，按两期数据计算为至多增长100.0%" },
  { "R18/range-that-meets", COUNT, FLOW,
    THINGS (SPAN ("2024", "20")
            ", {\"period\": \"2025\", \"low\": 30, \"high\": 40, " CHANGE ("75", "on-year-percent") "}"),
    TB_VERDICT_VALID, "R15", NONE, NONE, NONE, TB_BOUND_BETWEEN, NULL, NULL },
  { "R18/about-is-no-bound", COUNT, FLOW,
    THINGS (SPAN ("2024", "100") ", "
            MORE ("2025", "110", "\"qualifier\": \"about\", " CHANGE ("5", "on-year-percent"))),
    TB_VERDICT_NOTE, "R15", 10, 10, NONE, TB_BOUND_ABOUT, NULL, NULL },
  { "R18/amount", COUNT, FLOW,
    THINGS (SPAN ("2024", "100") ", " MORE ("2025", "105", CHANGE ("4", "on-year-absolute"))),
    TB_VERDICT_NOTE, "R18", 4, NONE, NONE, TB_BOUND_EXACT,
    "up 4 units year on year; as published, while the figures give a rise of 5 units",
    "同比增加4台；为公布数，按两期数据计算为增加5台" },
  /* 5.0 ± 0.1 and 4 ± 0.5, in ten thousands. */
  { "R18/amount-of-rounded-figures", COUNT, FLOW, "\"multiplier\": 10000, "
    THINGS (SPAN ("2024", "100.0") ", " MORE ("2025", "105.0", CHANGE ("4", "on-year-absolute"))),
    TB_VERDICT_NOTE, "R18", 40000, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R18/amount-that-meets", COUNT, FLOW, "\"multiplier\": 10000, "
    THINGS (SPAN ("2024", "100.0") ", " MORE ("2025", "105.0", CHANGE ("5", "on-year-absolute"))),
    TB_VERDICT_VALID, "", 50000, 5, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R18/amount-of-a-rate", PERCENT, RATIO,
    THINGS (SPAN ("2024", "33.2") ", " MORE ("2025", "37.4", CHANGE ("4.0", "on-year-absolute"))),
    TB_VERDICT_NOTE, "R13 R18", NONE, NONE, 4, TB_BOUND_EXACT, NULL, NULL },
  /* 300 is 3 times 100; 2.5 times are 150 % more. */
  { "R18/times", COUNT, FLOW, THINGS (SPAN ("2024", "100") ", "
                                      MORE ("2025", "300",
                                            "\"published_change\": {\"value\": 2.5, \"kind\": \"times\", \"base\": "
                                            "\"2024\"}")),
    TB_VERDICT_NOTE, "R18", 200, 150, NONE, TB_BOUND_EXACT,
    "up 150.0% year on year; as published, while the figures give a rise of 200.0%", NULL },
  { "R18/times-that-meet", COUNT, FLOW,
    THINGS (SPAN ("2024", "100") ", "
            MORE ("2025", "254", "\"published_change\": {\"value\": 2.5, \"kind\": \"times\", \"base\": \"2024\"}")),
    TB_VERDICT_VALID, "", 154, 154, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R18/published-as-unchanged", COUNT, FLOW,
    THINGS (SPAN ("2024", "100") ", " MORE ("2025", "105", CHANGE ("0.0", "on-year-percent"))),
    TB_VERDICT_NOTE, "R18", 5, 0, NONE, TB_BOUND_EXACT,
    "unchanged year on year; as published, while the figures give a rise of 5.0%",
    "同比持平；为公布数，按两期数据计算为增长5.0%" },
  { "R18/computed-as-unchanged", COUNT, FLOW,
    THINGS (SPAN ("2024", "100") ", " MORE ("2025", "100", CHANGE ("5", "on-year-percent"))),
    TB_VERDICT_NOTE, "R18", 0, 5, NONE, TB_BOUND_EXACT,
    "up 5.0% year on year; as published, while the figures give no change",
    "同比增长5.0%；为公布数，按两期数据计算为持平" },
  { "R18/points", PERCENT, RATIO,
    THINGS (SPAN ("2023", "33.2") ", "
            MORE ("2024", "37.4", "\"published_change\": {\"value\": 4.0, \"kind\": \"points\", \"base\": \"2023\"}")),
    TB_VERDICT_NOTE, "R13 R18", NONE, NONE, 4, TB_BOUND_EXACT,
    "up 4.0 percentage points year on year; as published, while the figures give a rise of 4.2 percentage points",
    "同比提高4.0个百分点；为公布数，按两期数据计算为提高4.2个百分点" },
  { "R18/points-that-meet", PERCENT, RATIO,
    THINGS (SPAN ("2023", "33.2") ", "
            MORE ("2024", "37.4", "\"published_change\": {\"value\": 4.1, \"kind\": \"points\", \"base\": \"2023\"}")),
    TB_VERDICT_VALID, "R13", NONE, NONE, 4.2, TB_BOUND_EXACT, NULL, NULL },
  /* Published, and of the period before: not of this pair. */
  { "R18/of-another-pair", MONEY, FLOW, THINGS (SPAN ("2022", "100.00") ", "
                                        MORE ("2024", "106.00", CHANGE ("4.4", "on-year-percent"))),
    TB_VERDICT_VALID, "", 6, 6, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* 318.0 to 392.1: 23.28 to 23.32 %, and 23.3 was published. */
  { "R18/implied-base", MONEY, FLOW, "\"multiplier\": 100000000, "
    THINGS (SPAN ("2020-S1", "318.0") ", "
            MORE ("2021-S1", "392.1", CHANGE ("23.3", "on-year-percent"))),
    TB_VERDICT_VALID, "", 7410000000, 23.3018868, NONE, TB_BOUND_EXACT,
    "up CNY 7.41 billion (23.3%) year on year", "同比增加74.1亿元，增长23.3%" },

  /* Published on 31 May 2026, the year 2026 was not over. */
  { "R19/year-not-over", COUNT, FLOW,
    THINGS (MORE ("2025", "100", "\"source\": \"a\"") ", " MORE ("2026", "46", "\"source\": \"a\"")),
    TB_VERDICT_INVALID, "R19", NONE, NONE, NONE, TB_BOUND_EXACT,
    "2026 was not over on 31 May 2026", "截至2026年5月31日，2026年尚未结束" },
  /* The source is of 31 May, the release of the figure of 15 July: by then the half-year was over. */
  { "R19/vintage-before-the-source", COUNT, FLOW,
    THINGS (MORE ("2025-S1", "100", "\"source\": \"a\"") ", "
            MORE ("2026-S1", "120", "\"source\": \"a\", \"vintage\": \"2026-07-15\"")),
    TB_VERDICT_VALID, "", 20, 20, NONE, TB_BOUND_EXACT, NULL, NULL },

  { "exactness/21.76-times-10000", COUNT, FLOW, "\"multiplier\": 10000, "
    THINGS (SPAN ("2023", "0") ", " SPAN ("2024", "21.76")),
    TB_VERDICT_VALID, "R11", 217600, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "exactness/0.3-less-0.1", MONEY, FLOW, THINGS (SPAN ("2023", "0.1") ", " SPAN ("2024", "0.3")),
    TB_VERDICT_VALID, "", 0.2, 200, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "rank/no-percentage", RANK, STOCK, THINGS (SPAN ("2023-12-31", "3") ", " SPAN ("2024-12-31", "4")),
    TB_VERDICT_VALID, "R6", 1, NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "degrees/no-percentage", "\"name\": \"°C\", \"kind\": \"other\"", "\"measure\": \"average\"",
    THINGS (SPAN ("2014", "16.5") ", " SPAN ("2015", "17.4")),
    TB_VERDICT_VALID, "", 0.9, NONE, NONE, TB_BOUND_EXACT, "up 0.9 °C year on year", NULL },
  { "F-10/previous-month", COUNT, FLOW, THINGS (SPAN ("2024-05", "50") ", " SPAN ("2024-06", "60")),
    TB_VERDICT_NOTE, "F-10", 10, 20, NONE, TB_BOUND_EXACT,
    "up 10 units (20.0%) on the previous month; not seasonally adjusted", "环比增加10台，增长20.0%；未经季节调整" },
  /* Two halves of a year that overlap have other seasons as well; two spans of days,
   * as of a festival, need not. */
  { "F-10/overlapping", COUNT, FLOW, THINGS (SPAN ("2024-01/2024-06", "50") ", " SPAN ("2024-03/2024-08", "60")),
    TB_VERDICT_NOTE, "F-10", 10, 20, NONE, TB_BOUND_EXACT,
    "up 10 units (20.0%) against Jan–Jun 2024; not seasonally adjusted", NULL },
  { "F-10/days-of-a-festival", COUNT, FLOW,
    THINGS (SPAN ("2023-01-21/2023-01-27", "50") ", " SPAN ("2024-02-10/2024-02-16", "60")),
    TB_VERDICT_VALID, "", 10, 20, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "F-10/adjusted", COUNT, FLOW ", \"sa\": true", THINGS (SPAN ("2024-05", "50") ", " SPAN ("2024-06", "60")),
    TB_VERDICT_VALID, "", 10, 20, NONE, TB_BOUND_EXACT,
    "up 10 units (20.0%) on the previous month", "环比增加10台，增长20.0%" },
  { "F-10/on-year", COUNT, FLOW, THINGS (SPAN ("2023-Q2", "50") ", " SPAN ("2024-Q2", "60")),
    TB_VERDICT_VALID, "", 10, 20, NONE, TB_BOUND_EXACT, "up 10 units (20.0%) year on year", "同比增加10台，增长20.0%" },
  /* 52 weeks, Monday to Sunday, one after the other: seasons are in both alike. */
  { "F-10/years-of-whole-weeks", COUNT, FLOW,
    THINGS (SPAN ("2023-01-02/2023-12-31", "100") ", " SPAN ("2024-01-01/2024-12-29", "104")),
    TB_VERDICT_VALID, "", 4, 4, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "F-10/another-quarter", COUNT, FLOW, THINGS (SPAN ("2024-Q1", "50") ", " SPAN ("2024-Q3", "60")),
    TB_VERDICT_NOTE, "F-10", 10, 20, NONE, TB_BOUND_EXACT,
    "up 10 units (20.0%) against Q1 2024; not seasonally adjusted", "比2024年一季度增加10台，增长20.0%；未经季节调整" },
  { "F-10/levels-have-none", COUNT, STOCK, THINGS (SPAN ("2024-05-31", "50") ", " SPAN ("2024-06-30", "60")),
    TB_VERDICT_VALID, "R6", 10, 20, NONE, TB_BOUND_EXACT,
    "up 10 units (20.0%) since 31 May 2024", "较2024年5月末增加10台，增长20.0%" },
  { "older-year", MONEY, FLOW, "\"multiplier\": 100000000, "
    THINGS (SPAN ("2019", "20.00") ", " SPAN ("2024", "29.50")),
    TB_VERDICT_VALID, "", 950000000, 47.5, NONE, TB_BOUND_EXACT,
    "up CNY 950 million (47.5%) against 2019", "比2019年增加9.50亿元，增长47.5%" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (row->unit, row->indicator, row->series);
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  TbFigure base = { series, 0 };
  TbFigure current = { series, 1 };
  TbVerdict verdict = tb_verdict_change (base, current, (TbReference) { 0 });
  g_autofree char *codes = tb_rules_dup_codes (verdict.codes);

  g_assert_cmpstr (codes, ==, row->codes);
  g_assert_cmpint (verdict.kind, ==, row->kind);
  tb_analysis_assert_number (verdict.absolute, row->absolute);
  tb_analysis_assert_number (verdict.relative, row->relative);
  tb_analysis_assert_number (verdict.points, row->points);
  if (verdict.kind != TB_VERDICT_INVALID)
    g_assert_cmpint (verdict.bound, ==, row->bound);
  tb_analysis_assert_verdict (&verdict, base, current, TB_LANGUAGE_EN, row->en);
  tb_analysis_assert_verdict (&verdict, base, current, TB_LANGUAGE_ZH, row->zh);
}

/* Differences of printed digits are exact, not merely near. */
static void
test_exactness (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    MONEY, FLOW, "\"multiplier\": 10000, " THINGS (SPAN ("2023", "0.1") ", " SPAN ("2024", "21.76") ", "
                                                   SPAN ("2025", "21.86")));
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  TbVerdict first = tb_verdict_change ((TbFigure) { series, 0 }, (TbFigure) { series, 1 }, (TbReference) { 0 });
  TbVerdict second = tb_verdict_change ((TbFigure) { series, 1 }, (TbFigure) { series, 2 }, (TbReference) { 0 });

  g_assert_true (first.absolute == 216600.0);
  g_assert_true (second.absolute == 1000.0);
}

static void
test_as_of (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (COUNT, FLOW,
                                                           THINGS (SPAN ("2025", "100") ", " SPAN ("2026", "46")));
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  TbFigure base = { series, 0 };
  TbFigure current = { series, 1 };

  g_assert_cmpint (tb_verdict_change (base, current, (TbReference) { 0 }).kind, ==, TB_VERDICT_VALID);
  g_assert_cmpint (tb_verdict_change (base, current, (TbReference) { .as_of = tb_day_new (2026, 5, 31) }).codes, ==,
                   TB_RULE (19));
  g_assert_cmpint (tb_verdict_change (base, current, (TbReference) { .as_of = tb_day_new (2026, 12, 31) }).kind, ==,
                   TB_VERDICT_VALID);
}

static void
test_absent (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (COUNT, STOCK, THINGS (SPAN ("2022-12-31", "5")));
  TbFigure base = { tb_dataset_get_series (dataset, 0), 0 };
  TbVerdict verdict = tb_verdict_change (base, (TbFigure) { NULL, 0 }, (TbReference) { 0 });

  g_assert_cmpint (verdict.kind, ==, TB_VERDICT_INVALID);
  g_assert_cmpint (verdict.codes, ==, TB_RULE (0));
  tb_analysis_assert_verdict (&verdict, base, (TbFigure) { NULL, 0 }, TB_LANGUAGE_EN,
                              "a figure is missing, or has no number or date");
}

/* Every rule has words in both languages. */
static void
test_reasons (void)
{
  for (guint rule = 0; rule < TB_N_RULES; rule++)
    {
      const char *en = tb_rule_get_reason (rule, TB_LANGUAGE_EN);
      const char *zh = tb_rule_get_reason (rule, TB_LANGUAGE_ZH);

      g_assert_nonnull (en);
      g_assert_nonnull (zh);
      g_assert_true (g_str_is_ascii (en) && *en != '\0');
      g_assert_false (g_str_is_ascii (zh));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/verdict/", rows, name, test_row);
  g_test_add_func ("/verdict/exactness", test_exactness);
  g_test_add_func ("/verdict/R19/as-of", test_as_of);
  g_test_add_func ("/verdict/R0/absent", test_absent);
  g_test_add_func ("/verdict/reasons", test_reasons);

  return g_test_run ();
}
