/* The rules of comparison on figures of two series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-test-rows.h"
#include "tb-verdict-case.h"

#include <math.h>

#define NONE NAN
#define INDICATOR(id, more, observation) "\"indicator\": \"" id "\", " more "\"observations\": [" observation "]"
#define SPAN(period, value) "[\"" period "\", " value "]"

static const TbVerdictCase cases[] = {
  /* The rule's own case: 亿元 against 亿元 of another coverage. */
  { "R1/scope", INDICATOR ("investment", "\"scope\": \"不含农户\", \"multiplier\": 100000000, ", SPAN ("2023", "90.1")),
    INDICATOR ("investment", "\"scope\": \"全社会\", \"multiplier\": 100000000, ", SPAN ("2024", "120.5")),
    TB_VERDICT_INVALID, "R1", NONE, NONE, TB_BOUND_EXACT,
    "not the same thing: scope (“不含农户”, “全社会”)", "口径不同（“不含农户”、“全社会”）" },
  { "R1/place", INDICATOR ("births", "\"place\": \"city\", ", SPAN ("2023", "1")),
    INDICATOR ("births", "\"place\": \"other\", ", SPAN ("2024", "2")),
    TB_VERDICT_INVALID, "R1", NONE, NONE, TB_BOUND_EXACT,
    "not the same thing: place (“City”, “Other”)", "地区不同（“全市”、“他市”）" },
  { "R1/no-place", INDICATOR ("births", "", SPAN ("2023", "1")),
    INDICATOR ("births", "\"place\": \"other\", ", SPAN ("2024", "2")),
    TB_VERDICT_INVALID, "R1", NONE, NONE, TB_BOUND_EXACT,
    "not the same thing: place (“not stated”, “Other”)", "地区不同（“未注明”、“他市”）" },
  { "R1/breakdown", INDICATOR ("births", "\"breakdown\": {\"sex\": \"f\"}, ", SPAN ("2023", "1")),
    INDICATOR ("births", "\"breakdown\": {\"sex\": \"m\"}, ", SPAN ("2024", "2")),
    TB_VERDICT_INVALID, "R1", NONE, NONE, TB_BOUND_EXACT,
    "not the same thing: breakdown (“f”, “m”)", "分组不同（“f”、“m”）" },
  { "R1/indicator-and-unit", INDICATOR ("beds", "", SPAN ("2023-12-31", "1")),
    INDICATOR ("envelope", "", SPAN ("2024-12-31", "2")),
    TB_VERDICT_INVALID, "R1 R6", NONE, NONE, TB_BOUND_EXACT,
    "not the same thing: indicator (“Beds”, “Total investment”), unit (“items”, “yuan”)",
    "指标不同（“床位”、“总投资”），单位不同（“个”、“元”）" },
  { "R1/currency", INDICATOR ("investment", "", SPAN ("2023", "100")),
    INDICATOR ("investment", "\"unit\": \"usd\", ", SPAN ("2024", "100")),
    TB_VERDICT_INVALID, "R1", NONE, NONE, TB_BOUND_EXACT,
    "not the same thing: currency (“CNY”, “USD”)", "币种不同（“CNY”、“USD”）" },
  { "R1/prices", INDICATOR ("investment", "\"price_basis\": \"current\", ", SPAN ("2023", "100")),
    INDICATOR ("investment", "\"price_basis\": \"constant-2020\", \"scope\": \"real\", ", SPAN ("2024", "100")),
    TB_VERDICT_INVALID, "R1", NONE, NONE, TB_BOUND_EXACT,
    "not the same thing: scope (“not stated”, “real”), prices (“current”, “constant-2020”)",
    "口径不同（“未注明”、“real”），价格基准不同（“current”、“constant-2020”）" },
  { "R1/adjustment", INDICATOR ("investment", "", SPAN ("2023", "100")),
    INDICATOR ("investment", "\"sa\": true, \"scope\": \"adjusted\", ", SPAN ("2024", "100")),
    TB_VERDICT_INVALID, "R1", NONE, NONE, TB_BOUND_EXACT,
    "not the same thing: scope (“not stated”, “adjusted”), seasonal adjustment (“no”, “yes”)", NULL },

  /* 500 kg and 1.2 t: 0.7 t more, 140 %. */
  { "R1/converted", INDICATOR ("weed", "\"unit\": \"kg\", ", SPAN ("2022-06-30", "500")),
    INDICATOR ("weed", "", SPAN ("2022-07-31", "1.2")),
    TB_VERDICT_VALID, "R1 R6", 0.7, 140, TB_BOUND_EXACT,
    "up 0.700 tonnes (140.0%) since 30 Jun 2022; converted from “kg”",
    "较2022年6月末增加0.700吨，增长140.0%；由“千克”换算" },
  { "R1/converted-back", INDICATOR ("weed", "", SPAN ("2022-07-31", "1.2")),
    INDICATOR ("weed", "\"unit\": \"kg\", ", SPAN ("2022-08-31", "500")),
    TB_VERDICT_VALID, "R1 R6", -700, -58.3333333, TB_BOUND_EXACT,
    "down 700 kg (58.3%) since 31 Jul 2022; converted from “tonnes”",
    "较2022年7月末减少700千克，下降58.3%；由“吨”换算" },
  /* Twelve months are a year, though no decimal is a twelfth. */
  { "R1/twelve-months", INDICATOR ("term", "", SPAN ("2022-07-31", "12")),
    INDICATOR ("term", "\"unit\": \"year\", ", SPAN ("2022-08-31", "1.0")),
    TB_VERDICT_NOTE, "R1 R6 R17", 0, 0, TB_BOUND_EXACT, NULL, NULL },
  /* A term of 12 months that is now 15 is longer; it has not grown. */
  { "parameter/does-not-grow", INDICATOR ("term", "", SPAN ("2022-12-31", "12")),
    INDICATOR ("term", "\"unit\": \"days\", ", SPAN ("2023-12-31", "450")),
    TB_VERDICT_VALID, "R1 R6", 90, 25, TB_BOUND_EXACT, "up 90 days (25.0%) since end 2022; converted from “months”",
    "较上年末提高90天，提高25.0%；由“个月”换算" },
  { "R1/counting-words", INDICATOR ("beds", "\"unit\": \"xiang\", ", SPAN ("2022-12-31", "12")),
    INDICATOR ("beds", "", SPAN ("2023-12-31", "15")),
    TB_VERDICT_NOTE, "R1 R6", 3, 25, TB_BOUND_EXACT,
    "up 3 items (25.0%) since end 2022; counting words differ (“entries”, “items”)",
    "较上年末增加3个，增长25.0%；计量用词不同（“项”、“个”）" },
  /* 0.332 is 33.2 %: 4.2 points below 37.4 %. */
  { "R13/percent-and-fraction", INDICATOR ("rate", "\"unit\": \"fraction\", ", SPAN ("2023", "0.332")),
    INDICATOR ("rate", "", SPAN ("2024", "37.4")),
    TB_VERDICT_VALID, "R1 R13", 4.2, NONE, TB_BOUND_EXACT,
    "up 4.2 percentage points year on year; converted from “fraction”",
    "同比提高4.2个百分点；由“fraction”换算" },
  { "R13/percent-and-per-mille", INDICATOR ("rate", "", SPAN ("2023", "1.2")),
    INDICATOR ("rate", "\"unit\": \"mille\", ", SPAN ("2024", "17")),
    TB_VERDICT_VALID, "R1 R13", 0.5, NONE, TB_BOUND_EXACT,
    "up 0.5 percentage points year on year; converted from “%”",
    "同比提高0.5个百分点；由“%”换算" },

  { "R5/other-reporting-year", INDICATOR ("births", "", SPAN ("2023-A1", "1")),
    INDICATOR ("births", "\"unit\": \"xiang\", \"reporting_year_start\": \"04-01\", ", SPAN ("2024-A1", "2")),
    TB_VERDICT_INVALID, "R1 R5", NONE, NONE, TB_BOUND_EXACT,
    "reporting years that begin at different times (1 Jan, 1 Apr)", "报告年度的起始时间不同（1月1日、4月1日）" },
  /* R6: levels are of a day, the last of 2023 and 31 March 2025, whatever year that ends. */
  { "R5/levels-of-two-reporting-years", INDICATOR ("beds", "", SPAN ("2023-A1", "100")),
    INDICATOR ("beds", "\"unit\": \"xiang\", \"reporting_year_start\": \"04-01\", ", SPAN ("2024-A1", "110")),
    TB_VERDICT_NOTE, "R1 R6", 10, 10, TB_BOUND_EXACT, NULL, NULL },
  /* October of the calendar both, but of two reporting years. */
  { "R5/to-date-of-another-reporting-year",
    INDICATOR ("births", "", "{\"period\": \"2024-10\", \"value\": 1, \"basis\": \"year-to-date\"}"),
    INDICATOR ("births", "\"unit\": \"xiang\", \"reporting_year_start\": \"04-01\", ",
               "{\"period\": \"2025-10\", \"value\": 2, \"basis\": \"year-to-date\"}"),
    TB_VERDICT_INVALID, "R1 R4 R5", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* A bed count against beds added: two kinds of measure (R2), a stock and a flow (R7). */
  { "R7/stock-against-flow", INDICATOR ("beds", "", SPAN ("2023-12-31", "267")),
    INDICATOR ("beds", "\"measure\": \"flow\", ", SPAN ("2024", "476")),
    TB_VERDICT_INVALID, "R2 R7", NONE, NONE, TB_BOUND_EXACT,
    "a level at a date against an amount over a period (31 Dec 2023, 2024)",
    "时点数与时期数不可比（2023年12月31日、2024年）" },
  { "R4/unstated-start-in-two-series",
    INDICATOR ("beds", "\"measure\": \"cumulative\", \"since\": \"unstated\", ", SPAN ("2022-12-31", "12")),
    INDICATOR ("beds", "\"measure\": \"cumulative\", \"since\": \"unstated\", \"unit\": \"xiang\", ",
               SPAN ("2023-12-31", "12")),
    TB_VERDICT_INVALID, "R1 R4", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R8/in-the-series-of-the-base", INDICATOR ("beds", "\"unit\": \"xiang\", ", SPAN ("2022-12-31", "12")
                                     ", {\"period\": \"2023-06-30\", \"value\": 13, \"break\": \"Without day beds\"}"),
    INDICATOR ("beds", "", SPAN ("2023-12-31", "15")),
    TB_VERDICT_INVALID, "R1 R6 R8", NONE, NONE, TB_BOUND_EXACT,
    "the definition changed in between (30 Jun 2023: Without day beds)",
    "期间统计口径有变动（2023年6月30日起：Without day beds）" },
  /* Over 900 and over 3,500 of another drill: two reasons. */
  { "R15/beside-R1", INDICATOR ("births", "\"scope\": \"flood\", ",
                                "{\"period\": \"2022-08-09\", \"value\": 900, \"qualifier\": \"over\"}"),
    INDICATOR ("births", "\"scope\": \"quake\", ",
               "{\"period\": \"2023-05-09\", \"value\": 3500, \"qualifier\": \"over\"}"),
    TB_VERDICT_INVALID, "R1 R15", NONE, NONE, TB_BOUND_EXACT,
    "not the same thing: scope (“flood”, “quake”); only bounds are known, which do not tell rise from fall", NULL },
  /* A refused pair keeps its other codes, and gives only its reasons. */
  { "R9/beside-R1", INDICATOR ("births", "\"scope\": \"a\", ",
                               "{\"period\": \"2022\", \"value\": 9, \"status\": \"P\"}"),
    INDICATOR ("births", "\"scope\": \"b\", ", SPAN ("2023", "10")),
    TB_VERDICT_INVALID, "R1 R9", NONE, NONE, TB_BOUND_EXACT, "not the same thing: scope (“a”, “b”)", NULL },
  /* 260 projects of 2022, and at least 300 wanted in 2023 under another name. */
  { "T-7/baseline-of-another-name", INDICATOR ("births", "\"place\": \"city\", ", SPAN ("2022", "260")),
    INDICATOR ("quarterly", "\"unit\": \"item\", \"place\": \"city\", ",
               "{\"period\": \"2023\", \"value\": 300, \"kind\": \"target\", \"qualifier\": \"at-least\","
               " \"baseline\": {\"period\": \"2022\", \"value\": 260}}"),
    TB_VERDICT_NOTE, "R1 R16 T-7", 40, 15.3846154, TB_BOUND_EXACT,
    "the target is 40 items (15.4%) above its baseline (2022); "
    "the baseline differs: indicator (“Births”, “Investment of the quarter”)", NULL },
  { "T-7/baseline-of-another-place", INDICATOR ("births", "\"place\": \"other\", ", SPAN ("2022", "260")),
    INDICATOR ("births", "\"place\": \"city\", ",
               "{\"period\": \"2023\", \"value\": 300, \"kind\": \"target\", \"baseline\": {\"period\": \"2022\", "
               "\"value\": 260}}"),
    TB_VERDICT_INVALID, "R1 R16 T-7", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  tb_verdict_case_assert (data, TB_OPERATION_CHANGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/verdict/pair/", cases, name, test_case);

  return g_test_run ();
}
