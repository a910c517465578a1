/* Shares: what a file declares to be a part of what.
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
#define CUT(period, value) INDICATOR ("weed", "\"multiplier\": 10000, ", SPAN (period, value))

/* The whole first, then the part. */
static const TbVerdictCase cases[] = {
  /* 3.3 of 8.7: 37.931 %. */
  { "F-5/part-of", INDICATOR ("beds", "\"multiplier\": 10000, ", SPAN ("2019-12-31", "8.7")),
    INDICATOR ("private-beds", "\"multiplier\": 10000, ", SPAN ("2019-12-31", "3.3")),
    TB_VERDICT_VALID, "F-5", 37.9310345, NONE, TB_BOUND_EXACT, "37.9% of “Beds”", "占床位的37.9%" },
  { "F-5/part-of-a-part", INDICATOR ("beds", "", SPAN ("2019-12-31", "200")),
    INDICATOR ("single-beds", "", SPAN ("2019-12-31", "50")),
    TB_VERDICT_VALID, "F-5", 25, NONE, TB_BOUND_EXACT, "25.0% of “Beds”", "占床位的25.0%" },
  { "F-5/converted", INDICATOR ("weed", "", SPAN ("2022-08-08", "2")),
    INDICATOR ("near-weed", "\"unit\": \"kg\", ", SPAN ("2022-08-08", "500")),
    TB_VERDICT_VALID, "R1 F-5", 25, NONE, TB_BOUND_EXACT,
    "25.0% of “Seaweed”; converted from “kg”", "占浒苔的25.0%；由“千克”换算" },
  /* The rule's own case: no `part_of`, no share. */
  { "R1/not-declared", INDICATOR ("beds", "", SPAN ("2019-12-31", "200")),
    INDICATOR ("envelope", "\"unit\": \"item\", ", SPAN ("2019-12-31", "50")),
    TB_VERDICT_INVALID, "R1 F-5", NONE, NONE, TB_BOUND_EXACT,
    "not declared a part of that whole", "未注明构成该总体的一部分" },
  { "R1/the-whole-of-its-part", INDICATOR ("private-beds", "", SPAN ("2019-12-31", "50")),
    INDICATOR ("beds", "", SPAN ("2019-12-31", "200")),
    TB_VERDICT_INVALID, "R1 F-5", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R1/part-of-other-coverage", INDICATOR ("beds", "\"scope\": \"a\", ", SPAN ("2019-12-31", "200")),
    INDICATOR ("private-beds", "", SPAN ("2019-12-31", "50")),
    TB_VERDICT_INVALID, "R1 F-5", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* Ten of a thousand in the country, the same day. */
  { "F-5/place-within-a-place", INDICATOR ("births", "\"place\": \"china\", ", SPAN ("2021-01-06", "1000")),
    INDICATOR ("births", "\"place\": \"city\", ", SPAN ("2021-01-06", "10")),
    TB_VERDICT_VALID, "F-5", 1, NONE, TB_BOUND_EXACT, "1.0% of China", "占全国的1.0%" },
  { "F-5/place-within-a-place-within", INDICATOR ("births", "\"place\": \"china\", ", SPAN ("2021", "1000")),
    INDICATOR ("births", "\"place\": \"district\", ", SPAN ("2021", "5")),
    TB_VERDICT_VALID, "F-5", 0.5, NONE, TB_BOUND_EXACT, "0.5% of China", "占全国的0.5%" },
  { "R1/place-beside-a-place", INDICATOR ("births", "\"place\": \"other\", ", SPAN ("2021", "1000")),
    INDICATOR ("births", "\"place\": \"city\", ", SPAN ("2021", "10")),
    TB_VERDICT_INVALID, "R1 F-5", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* 46 of 100 in half a year of the year. */
  { "R3/span-within-a-span", INDICATOR ("births", "", SPAN ("2021", "100")),
    INDICATOR ("births", "\"unit\": \"xiang\", ", SPAN ("2021-S1", "46")),
    TB_VERDICT_NOTE, "R1 R3 F-5", 46, NONE, TB_BOUND_EXACT,
    "46.0% of 2021; counting words differ (“items”, “entries”)", "占2021年的46.0%；计量用词不同（“个”、“项”）" },
  { "R3/span-of-another-year", INDICATOR ("births", "\"place\": \"china\", ", SPAN ("2021", "100")),
    INDICATOR ("births", "\"place\": \"city\", ", SPAN ("2022-S1", "46")),
    TB_VERDICT_INVALID, "R3 F-5", NONE, NONE, TB_BOUND_EXACT, "H1 2022 does not lie within 2021", NULL },
  /* Near shore to 8 August, all waters to the 9th: 5.7 of 21.76. */
  { "R4/cut-off-day", CUT ("2022-08-09", "21.76"),
    INDICATOR ("near-weed", "\"multiplier\": 10000, ", SPAN ("2022-08-08", "5.7")),
    TB_VERDICT_NOTE, "R4 F-5", 26.1948529, NONE, TB_BOUND_EXACT,
    "26.2% of “Seaweed” (9 Aug 2022); up to different days", "占浒苔（2022年8月9日）的26.2%；截止日期不同" },
  { "R4/cut-off-a-quarter-apart", CUT ("2022-11-09", "21.76"),
    INDICATOR ("near-weed", "\"multiplier\": 10000, ", SPAN ("2022-08-08", "5.7")),
    TB_VERDICT_INVALID, "R4 F-5", NONE, NONE, TB_BOUND_EXACT,
    "up to different days (9 Nov 2022, 8 Aug 2022)", NULL },
  /* 361 done of an envelope of 956: 37.76 %; 12 of the 361 in the first quarter. */
  { "R16/done-of-the-envelope",
    INDICATOR ("envelope", "\"multiplier\": 100000000, ",
               "{\"period\": \"2023-03-31\", \"value\": 956, \"kind\": \"plan\", \"basis\": \"multi-year\"}"),
    INDICATOR ("completed", "\"multiplier\": 100000000, ", SPAN ("2023-03-31", "361")),
    TB_VERDICT_VALID, "R16 F-5", 37.7615063, NONE, TB_BOUND_EXACT, "37.8% of “Total investment”", "占总投资的37.8%" },
  { "F-5/added-of-the-total", INDICATOR ("completed", "\"multiplier\": 100000000, ", SPAN ("2023-03-31", "361")),
    INDICATOR ("quarterly", "\"multiplier\": 100000000, ", SPAN ("2023-Q1", "12")),
    TB_VERDICT_VALID, "F-5", 3.3240997, NONE, TB_BOUND_EXACT,
    "3.3% of “Completed investment” (31 Mar 2023)", "占完成投资（2023年3月31日）的3.3%" },
  { "R3/half-a-year-of-a-place-within-a-place", INDICATOR ("births", "\"place\": \"china\", ", SPAN ("2021", "1000")),
    INDICATOR ("births", "\"place\": \"city\", ", SPAN ("2021-S1", "50")),
    TB_VERDICT_VALID, "R3 F-5", 5, NONE, TB_BOUND_EXACT, "5.0% of China (2021)", "占全国（2021年）的5.0%" },
  /* Completion of a target is for the rules of targets. */
  { "R16/of-its-own-target", INDICATOR ("births", "", "{\"period\": \"2021\", \"value\": 100, \"kind\": \"target\"}"),
    INDICATOR ("births", "\"unit\": \"xiang\", ", SPAN ("2021-S1", "46")),
    TB_VERDICT_INVALID, "R1 R3 R16 F-5", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "F-5/negative", INDICATOR ("beds", "", SPAN ("2019-12-31", "200")),
    INDICATOR ("private-beds", "", SPAN ("2019-12-31", "-5")),
    TB_VERDICT_INVALID, "F-5", NONE, NONE, TB_BOUND_EXACT,
    "no share of or by a figure below zero", "有负值，不计算比重" },
  { "F-5/of-nothing", INDICATOR ("beds", "", SPAN ("2019-12-31", "0")),
    INDICATOR ("private-beds", "", SPAN ("2019-12-31", "0")),
    TB_VERDICT_INVALID, "F-5", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* Half a last digit each: 8.65 to 8.75 of 8.55 to 8.65. 100 · 8.7 ÷ 8.6 = 101.1627907. */
  { "F-5/larger-than-its-whole-within-rounding",
    INDICATOR ("beds", "\"multiplier\": 10000, ", SPAN ("2019-12-31", "8.6")),
    INDICATOR ("private-beds", "\"multiplier\": 10000, ", SPAN ("2019-12-31", "8.7")),
    TB_VERDICT_VALID, "F-5", 101.1627907, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R2/part-of-unstated-measure",
    INDICATOR ("beds", "\"measure\": \"unstated\", ", SPAN ("2019-12-31", "200")),
    INDICATOR ("private-beds", "\"measure\": \"unstated\", ", SPAN ("2019-12-31", "50")),
    TB_VERDICT_NOTE, "R2 F-5", 25, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "F-5/larger-than-its-whole", INDICATOR ("beds", "", SPAN ("2019-12-31", "12")),
    INDICATOR ("private-beds", "", SPAN ("2019-12-31", "29")),
    TB_VERDICT_INVALID, "F-5", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "F-5/percentage-of-a-percentage", INDICATOR ("rate", "", SPAN ("2019", "60")),
    INDICATOR ("part-rate", "", SPAN ("2019", "20")),
    TB_VERDICT_INVALID, "F-5", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  /* About 100 of 315. */
  { "R15/about", INDICATOR ("beds", "", SPAN ("2021-08-16", "315")),
    INDICATOR ("private-beds", "", "{\"period\": \"2021-08-16\", \"value\": 100, \"qualifier\": \"about\"}"),
    TB_VERDICT_NOTE, "R15 F-5", 31.7460317, NONE, TB_BOUND_ABOUT, "about 31.7% of “Beds”; from approximate figures",
    "占床位的比重约31.7%；据约数计算" },
  { "R15/over", INDICATOR ("beds", "", SPAN ("2021-08-16", "400")),
    INDICATOR ("private-beds", "", "{\"period\": \"2021-08-16\", \"value\": 100, \"qualifier\": \"over\"}"),
    TB_VERDICT_VALID, "R15 F-5", 25, NONE, TB_BOUND_AT_LEAST, "more than 25.0% of “Beds”", "占床位的25.0%以上" },
  { "R15/of-over", INDICATOR ("beds", "", "{\"period\": \"2021-08-16\", \"value\": 400, \"qualifier\": \"over\"}"),
    INDICATOR ("private-beds", "", SPAN ("2021-08-16", "100")),
    TB_VERDICT_VALID, "R15 F-5", 25, NONE, TB_BOUND_AT_MOST, "less than 25.0% of “Beds”", "占床位的比重不足25.0%" },
  { "R15/range", INDICATOR ("beds", "", SPAN ("2021-08-16", "200")),
    INDICATOR ("private-beds", "", "{\"period\": \"2021-08-16\", \"low\": 30, \"high\": 40}"),
    TB_VERDICT_VALID, "R15 F-5", NONE, NONE, TB_BOUND_BETWEEN, "15.0% to 20.0% of “Beds”", "占床位的15.0%至20.0%" },
  { "R15/over-of-over", INDICATOR ("beds", "", "{\"period\": \"2021-08-16\", \"value\": 400, \"qualifier\": \"over\"}"),
    INDICATOR ("private-beds", "", "{\"period\": \"2021-08-16\", \"value\": 100, \"qualifier\": \"over\"}"),
    TB_VERDICT_INVALID, "R15 F-5", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
  { "R9/provisional", INDICATOR ("beds", "", SPAN ("2021-08-16", "400")),
    INDICATOR ("private-beds", "", "{\"period\": \"2021-08-16\", \"value\": 100, \"status\": \"P\"}"),
    TB_VERDICT_NOTE, "R9 F-5", 25, NONE, TB_BOUND_EXACT,
    "25.0% of “Beds”; includes provisional figures", "占床位的25.0%；含初步数" },
  { "R0/undated", INDICATOR ("beds", "", "{\"period\": null, \"value\": 5}"),
    INDICATOR ("private-beds", "", SPAN ("2021-08-16", "1")),
    TB_VERDICT_INVALID, "R0", NONE, NONE, TB_BOUND_EXACT, NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  tb_verdict_case_assert (data, TB_OPERATION_SHARE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/verdict/share/", cases, name, test_case);

  return g_test_run ();
}
