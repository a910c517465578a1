/* Transformations: F-1 to F-10 of semantics 4.3.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-points.h"

#include <math.h>

#define YUAN "\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\""
#define PERSON "\"name\": {\"en\": \"people\", \"zh\": \"人\"}, \"kind\": \"count\""
#define PERCENT "\"name\": \"%\", \"kind\": \"percent\""
#define RANK "\"name\": \"place\", \"kind\": \"rank\""

#define FLOW "\"measure\": \"flow\""
#define STOCK "\"measure\": \"stock\""
#define AVERAGE "\"measure\": \"average\""
#define GROWTH "\"measure\": \"growth\""
#define RATIO "\"measure\": \"ratio\""
#define INDEX "\"measure\": \"index\""
#define UNSTATED_TOTAL "\"measure\": \"cumulative\", \"since\": \"unstated\""
#define PART_OF_FLOW FLOW ", \"part_of\": \"total\"}, " \
                     "{\"id\": \"total\", \"name\": {\"en\": \"Total\", \"zh\": \"总量\"}, \"unit\": \"u\", " FLOW
#define PART_OF_STOCK STOCK ", \"part_of\": \"total\"}, " \
                      "{\"id\": \"total\", \"name\": {\"en\": \"Total\", \"zh\": \"总量\"}, \"unit\": \"u\", " STOCK

typedef struct
{
  const char *path;      /* by the rule */
  const char *source;    /* where the case, or its number, is from */
  const char *unit;
  const char *indicator;
  const char *rows;
  const char *other;     /* the rest of a second series, nullable */
  const char *steps;
  const char *expected;  /* points, or "error: …" */
} Case;

static const Case cases[] = {
  { "/transform/F-1/order", "semantics 4.3, F-1: the steps in the fixed order", YUAN,
    "\"measure\": \"cumulative\", \"since\": \"year-start\"",
    "[\"2025-Q1\", 100], [\"2025-Q2\", 230], [\"2024-Q1\", 90], [\"2024-Q2\", 200], [\"2024-Q3\", 320]", NULL,
    "moving-average:2 percent-on-year discrete",
    "2024-Q1:F-2+F-9 2024-Q2:F-2+F-9 2024-Q3:F-2+F-9 2025-Q1:F-9 2025-Q2=14.6465" },
  { "/transform/F-1/one-kind", "tb-transform.h: actual figures where there are some", YUAN, FLOW,
    "[\"2020\", 10], [\"2021\", 12], {\"period\": \"2022\", \"value\": 20, \"kind\": \"target\"}", NULL, "change",
    "2020:F-2 2021=2" },
  { "/transform/F-1/targets-alone", "tb-transform.h: else those of the first other kind", YUAN, FLOW,
    "{\"period\": \"2022\", \"value\": 20, \"kind\": \"target\"}, "
    "{\"period\": \"2023\", \"value\": 25, \"kind\": \"target\"}", NULL,
    "change", "2022:F-2 2023=5" },
  { "/transform/F-2/change", "10 → 12", YUAN, FLOW, "[\"2020\", 10], [\"2021\", 12]", NULL, "change",
    "2020:F-2 2021=2" },
  { "/transform/F-2/percent", "10 → 12", YUAN, FLOW, "[\"2020\", 10], [\"2021\", 12]", NULL, "percent",
    "2020:F-2 2021=20" },
  { "/transform/F-2/by-period-not-by-row", "semantics 4.3, F-2: a missing base gives missing", YUAN, FLOW,
    "[\"2019\", 10], [\"2021\", 12], [\"2022\", 15]", NULL, "percent", "2019:F-2 2021:F-2 2022=25" },
  { "/transform/F-2/base-without-number", "semantics 4.1, R0", YUAN, FLOW,
    "[\"2019\", 10], [\"2020\", null], [\"2021\", 12]", NULL, "change", "2019:F-2 2020:R0 2021:R0" },
  { "/transform/F-2/on-year-half", "n = 2", YUAN, FLOW, "[\"2020-S1\", 10], [\"2020-S2\", 20], [\"2021-S1\", 15]", NULL,
    "change-on-year", "2020-S1:F-2 2020-S2:F-2 2021-S1=5" },
  { "/transform/F-2/on-year-quarter", "n = 4", YUAN, FLOW, "[\"2020-Q2\", 10], [\"2021-Q1\", 20], [\"2021-Q2\", 15]",
    NULL,
    "percent-on-year", "2020-Q2:F-2 2021-Q1:F-2 2021-Q2=50" },
  { "/transform/F-2/on-year-month", "n = 12", YUAN, FLOW, "[\"2020-02\", 10], [\"2021-01\", 20], [\"2021-02\", 8]",
    NULL,
    "percent-on-year", "2020-02:F-2 2021-01:F-2 2021-02=-20" },
  { "/transform/F-2/annualised-quarter", "100 (1.02⁴ − 1) = 8.243216", YUAN, FLOW ", \"sa\": true",
    "[\"2021-Q1\", 100], [\"2021-Q2\", 102]", NULL, "annualised", "2021-Q1:F-2 2021-Q2=8.2432" },
  { "/transform/F-2/annualised-month", "100 (1.01¹² − 1) = 12.682503", YUAN, FLOW ", \"sa\": true",
    "[\"2021-01\", 100.0], [\"2021-02\", 101.0]", NULL, "annualised", "2021-01:F-2 2021-02=12.6825" },
  { "/transform/F-2/annualised-days", "n is of parts of a year", YUAN, FLOW,
    "[\"2021-05-19/2021-08-09\", 100], [\"2021-08-10/2021-09-01\", 101]", NULL, "annualised", "error: F-2: " },
  { "/transform/F-2/mixed-lengths", "each length has its own lag", YUAN, FLOW ", \"sa\": true",
    "[\"2020\", 40], [\"2020-Q4\", 11], [\"2021-Q1\", 13], [\"2021\", 50]", NULL, "change",
    "2020:F-2 2020-Q4:F-2 2021-Q1=2 2021=10" },
  { "/transform/F-2/dates", "R6: levels at year-ends and mid-years; the shortest distance is the lag", YUAN, STOCK,
    "[\"2020-12-31\", 425.0], [\"2021-06-30\", 450.0], [\"2021-12-31\", 470.5], [\"2022-12-31\", 483.0]", NULL,
    "change",
    "2020-12-31:F-2 2021-06-30=25 2021-12-31=20.5 2022-12-31:F-2" },
  { "/transform/F-2/month-ends", "semantics 4.3, F-2: the ends of months are the same day", YUAN, STOCK,
    "[\"2024-01-31\", 10], [\"2024-02-29\", 12], [\"2024-03-31\", 15], [\"2025-02-28\", 20]", NULL, "change",
    "2024-01-31:F-2 2024-02-29=2 2024-03-31=3 2025-02-28:F-2" },
  { "/transform/F-2/month-ends-on-year", "a year before the last of February is the last of February", YUAN, STOCK,
    "[\"2024-02-29\", 12], [\"2025-02-28\", 20]", NULL, "change-on-year", "2024-02-29:F-2 2025-02-28=8" },
  { "/transform/F-2/mid-months", "the 15th a month apart", YUAN, STOCK,
    "[\"2024-01-15\", 10], [\"2024-02-15\", 12], [\"2024-03-15\", 15]", NULL, "change",
    "2024-01-15:F-2 2024-02-15=2 2024-03-15=3" },
  { "/transform/F-2/days-apart", "dates that no months part lie days apart", YUAN, STOCK,
    "[\"2024-01-05\", 10], [\"2024-01-15\", 12], [\"2024-01-25\", 15], [\"2024-02-14\", 20]", NULL, "change",
    "2024-01-05:F-2 2024-01-15=2 2024-01-25=3 2024-02-14:F-2" },
  { "/transform/F-2/days-of-a-flow", "semantics 4.0, P-1: what is counted over a day follows the day before", YUAN,
    FLOW ", \"sa\": true", "[\"2024-02-29\", 10], [\"2024-03-01\", 12], [\"2024-03-03\", 15]", NULL, "change",
    "2024-02-29:F-2 2024-03-01=2 2024-03-03:F-2" },
  { "/transform/F-2/weekly-days-of-a-flow", "F-2: by period, so that a week before a day is not the period before",
    YUAN,
    FLOW ", \"sa\": true", "[\"2024-03-04\", 10], [\"2024-03-11\", 12]", NULL, "change",
    "2024-03-04:F-2 2024-03-11:F-2" },
  { "/transform/F-2/rates-at-dates", "a rate at a date is compared as dates are", PERCENT, RATIO,
    "[\"2020-06-30\", 30.0], [\"2020-12-31\", 33.0], [\"2021-06-30\", 35.0]", NULL, "change",
    "2020-06-30:F-2 2020-12-31=3 2021-06-30=2" },
  { "/transform/F-2/whole-years-to-date", "R3: totals to date of whole years follow each other", YUAN, FLOW,
    "{\"period\": \"2020-Q4\", \"value\": 40, \"basis\": \"year-to-date\"},"
    "{\"period\": \"2021-Q3\", \"value\": 35, \"basis\": \"year-to-date\"},"
    "{\"period\": \"2021-Q4\", \"value\": 50, \"basis\": \"year-to-date\"}", NULL, "change",
    "2020-Q4:R4+F-2 2021-Q3:R4+F-2 2021-Q4=10" },
  { "/transform/F-2/stock-since", "semantics 4.1, R6: 425.0 → 470.5 = +45.5", YUAN, STOCK,
    "[\"2024-12-31\", 425.0], [\"2025-09-30\", 470.5]", NULL, "change", "2024-12-31:F-2 2025-09-30=45.5" },
  { "/transform/F-2/to-date", "semantics 4.1, R4: totals to date have no period before", YUAN,
    "\"measure\": \"cumulative\", \"since\": \"year-start\"", "[\"2025-02\", 3], [\"2025-03\", 5]", NULL, "percent",
    "2025-02:R4+F-2 2025-03:R4+F-2" },
  { "/transform/F-2/R8", "a break between: no number", YUAN, FLOW,
    "[\"2020\", 10], {\"period\": \"2021\", \"value\": 12, \"status\": \"B\"}, [\"2022\", 15]", NULL, "percent",
    "2020:F-2 2021:R8 2022=25" },
  { "/transform/F-2/R8-published", "semantics 4.1, R8: +4.2% on comparable figures", YUAN, FLOW,
    "[\"2020\", 10], {\"period\": \"2021\", \"value\": 12, \"status\": \"B\", "
    "\"published_change\": {\"value\": 4.2, \"kind\": \"on-year-percent\"}}", NULL, "percent-on-year",
    "2020:F-2 2021=4.2!R8" },
  { "/transform/F-2/R18-amount", "semantics 4.1, R18: 5 was computed, 4 published", YUAN, FLOW,
    "[\"2020\", 100.0], {\"period\": \"2021\", \"value\": 105.0, "
    "\"published_change\": {\"value\": 4.0, \"kind\": \"on-year-absolute\"}}", NULL, "change-on-year",
    "2020:F-2 2021=4!R18" },
  { "/transform/F-2/R18-percent-of-an-amount", "semantics 4.1, R18: the amount was published", YUAN, FLOW,
    "[\"2020\", 100.0], {\"period\": \"2021\", \"value\": 105.0, "
    "\"published_change\": {\"value\": 4.0, \"kind\": \"on-year-absolute\"}}", NULL, "percent-on-year",
    "2020:F-2 2021:R18" },
  { "/transform/F-2/R18-bound", "semantics 4.1, R18: over 10%, 5% published", YUAN, FLOW,
    "[\"2020\", 100], {\"period\": \"2021\", \"value\": 110, \"qualifier\": \"over\", "
    "\"published_change\": {\"value\": 5, \"kind\": \"on-year-percent\"}}", NULL, "percent-on-year",
    "2020:F-2 2021=5!R15+R18" },
  { "/transform/F-2/R9", "provisional", YUAN, FLOW,
    "[\"2020\", 10], {\"period\": \"2021\", \"value\": 12, \"status\": \"P\"}", NULL, "percent",
    "2020:F-2 2021=20!R9" },
  { "/transform/F-2/R11", "semantics 4.1, R11: 0 → 12", YUAN, FLOW, "[\"2020\", 0], [\"2021\", 12]", NULL, "percent",
    "2020:F-2 2021:R11" },
  { "/transform/F-2/R11-change", "semantics 4.1, R11: absolute only", YUAN, FLOW, "[\"2020\", 0], [\"2021\", 12]", NULL,
    "change", "2020:F-2 2021=12" },
  { "/transform/F-2/R12", "semantics 4.1, R12: −5 → 10", YUAN, FLOW, "[\"2020\", -5], [\"2021\", 10]", NULL, "percent",
    "2020:F-2 2021:R12" },
  { "/transform/F-2/R13", "semantics 4.1, R13: 33.2% → 37.4% = +4.2 pp", PERCENT, RATIO,
    "[\"2020-12-31\", 33.2], [\"2021-12-31\", 37.4]", NULL, "change", "2020-12-31:F-2 2021-12-31=4.2" },
  { "/transform/F-2/R13-refused", "semantics 4.1, R13", PERCENT, RATIO,
    "[\"2020-12-31\", 33.2], [\"2021-12-31\", 37.4]", NULL, "percent", "error: R13: " },
  { "/transform/F-2/R14", "semantics 4.1, R14: 4.2% → 1.8% = −2.4 pp", PERCENT, GROWTH,
    "[\"2020\", 4.2], [\"2021\", 1.8]",
    NULL, "change", "2020:F-2 2021=-2.4" },
  { "/transform/F-2/R14-refused", "semantics 4.1, R14", PERCENT, GROWTH, "[\"2020\", 4.2], [\"2021\", 1.8]", NULL,
    "percent-on-year", "error: R14: " },
  { "/transform/F-2/R14-of-a-computed-growth", "semantics 4.1, R14", YUAN, FLOW, "[\"2020\", 4], [\"2021\", 5]", NULL,
    "percent cagr", "error: R14: " },
  { "/transform/F-2/R15", "semantics 4.1, R15: >500 against 480 is more than 20", YUAN, FLOW,
    "[\"2020\", 480], {\"period\": \"2021\", \"value\": 500, \"qualifier\": \"over\"}", NULL, "change",
    "2020:F-2 2021=>20" },
  { "/transform/F-2/R15-percent", "100 · 20 / 480", YUAN, FLOW,
    "[\"2020\", 480], {\"period\": \"2021\", \"value\": 500, \"qualifier\": \"over\"}", NULL, "percent",
    "2020:F-2 2021=>4.1667" },
  { "/transform/F-2/R15-range", "from 25 to 33⅓ of 30 to 40 on 24 …: 30/24, 40/24", YUAN, FLOW,
    "[\"2020\", 24], {\"period\": \"2021\", \"low\": 30, \"high\": 40}", NULL, "percent",
    "2020:F-2 2021=[25,66.6667]" },
  { "/transform/F-2/R15-sign-unknown", "semantics 4.1: >60% against 61%", PERCENT, RATIO,
    "{\"period\": \"2021-06-30\", \"value\": 60, \"qualifier\": \"over\"}, [\"2022-06-30\", 61]", NULL, "change",
    "2021-06-30:F-2 2022-06-30:R15" },
  { "/transform/F-2/R17", "semantics 4.1, R17", YUAN, FLOW, "[\"2020\", 4.1], [\"2021\", 4.2]", NULL, "change",
    "2020:F-2 2021=0.1!R17" },
  { "/transform/F-2/rank", "places have no percentages", RANK, STOCK, "[\"2020\", 4], [\"2021\", 2]", NULL, "percent",
    "error: F-2: " },
  { "/transform/F-2/degrees", "20 °C is not twice 10 °C", "\"name\": \"°C\", \"kind\": \"other\"", AVERAGE,
    "[\"2020\", 10], [\"2021\", 20]", NULL, "percent", "error: F-2: " },
  { "/transform/F-2/degrees-change", "but 10 degrees more", "\"name\": \"°C\", \"kind\": \"other\"", AVERAGE,
    "[\"2020\", 10], [\"2021\", 20]", NULL, "change", "2020:F-2 2021=10" },
  { "/transform/F-2/parameter", "semantics 4.12: never called growth", YUAN, STOCK ", \"nature\": \"parameter\"",
    "[\"2020\", 4], [\"2021\", 2]", NULL, "percent", "error: F-2: " },
  { "/transform/F-3/case", "semantics 4.3, F-3: 2,000 → 5,000 in 5 years = 20.1%", YUAN, FLOW,
    "[\"2015\", 2000], [\"2020\", 5000]", NULL, "cagr", "2015:F-3 2020=20.1124" },
  { "/transform/F-3/two-years", "semantics 4.1, R18: 9.1 over 2 years is 4.45", YUAN, FLOW,
    "[\"2019\", 1000], [\"2021\", 1091]", NULL, "cagr:2019", "2019:F-3 2021=4.4509" },
  { "/transform/F-3/days", "30 Jun 2020 to 15 Aug 2021: 411 days, 100 (1.1^(365.25 / 411) − 1) = 8.8391", YUAN, STOCK,
    "[\"2020-06-30\", 100], [\"2021-08-15\", 110]", NULL, "cagr", "2020-06-30:F-3 2021-08-15=8.8391" },
  { "/transform/F-3/under-a-year", "semantics 4.3, F-3: T ≥ 1", YUAN, STOCK,
    "[\"2020-06-30\", 100], [\"2021-03-31\", 110]",
    NULL, "cagr", "2020-06-30:F-3 2021-03-31:F-3" },
  { "/transform/F-3/zero", "semantics 4.3, F-3: x₀, x₁ > 0", YUAN, FLOW, "[\"2019\", 10], [\"2021\", 0]", NULL, "cagr",
    "2019:F-3 2021:F-3" },
  { "/transform/F-3/base-not-above-zero", "semantics 4.3, F-3", YUAN, FLOW, "[\"2019\", 0], [\"2021\", 9]", NULL,
    "cagr:2019",
    "error: F-3: " },
  { "/transform/F-3/unequal-length", "semantics 4.3, F-3: flows of equal length", YUAN, FLOW,
    "[\"2019\", 10], [\"2021-S1\", 9]", NULL, "cagr:2019", "2019:F-3 2021-S1:R3" },
  { "/transform/F-3/two-year-average", "2020 +2.2%, 2021 +8.1%: √(1.022 · 1.081) = 1.051086 (两年平均)", PERCENT, GROWTH,
    "[\"2020\", 2.2], [\"2021\", 8.1]", NULL, "average-growth", "2020:F-2 2021=5.1086" },
  { "/transform/F-3/published-beside-levels", "the same rates, published beside the level", YUAN, FLOW,
    "{\"period\": \"2020\", \"value\": 5, \"published_change\": {\"value\": 2.2, \"kind\": \"on-year-percent\"}},"
    "{\"period\": \"2021\", \"value\": null, \"published_change\": {\"value\": 8.1, \"kind\": \"on-year-percent\"}}",
    NULL,
    "average-growth:2", "2020:F-2 2021=5.1086" },
  { "/transform/F-3/provisional-rate", "semantics 4.1, R9", PERCENT, GROWTH,
    "[\"2020\", 2.2], {\"period\": \"2021\", \"value\": 8.1, \"status\": \"P\"}", NULL, "average-growth",
    "2020:F-2 2021=5.1086!R9+F-3" },
  { "/transform/F-3/no-rates", "semantics 4.3, F-3: of published rates", YUAN, FLOW, "[\"2020\", 5], [\"2021\", 6]",
    NULL,
    "average-growth", "error: F-3: " },
  { "/transform/F-3/years", "from 2 to 20", PERCENT, GROWTH, "[\"2020\", 5], [\"2021\", 6]", NULL, "average-growth:1",
    "error: F-3: " },
  { "/transform/F-4/base", "base = 100", YUAN, FLOW, "[\"2019\", 10], [\"2020\", 8], [\"2021\", 12]", NULL,
    "index:2020",
    "2019=125 2020=100 2021=150" },
  { "/transform/F-4/base-missing", "semantics 4.3, F-4", YUAN, FLOW, "[\"2019\", 10], [\"2021\", 12]", NULL,
    "index:2020",
    "error: F-4: " },
  { "/transform/F-4/base-without-number", "semantics 4.3, F-4", YUAN, FLOW, "[\"2019\", 10], [\"2020\", null]", NULL,
    "index:2020", "error: F-4: " },
  { "/transform/F-4/base-zero", "no number is in proportion to 0", YUAN, FLOW, "[\"2019\", 10], [\"2020\", 0]", NULL,
    "index:2020", "error: F-4: " },
  { "/transform/F-4/not-asked", "semantics 4.3, F-4", YUAN, FLOW, "[\"2019\", 10], [\"2020\", 8]", NULL, "index",
    "error: F-4: " },
  { "/transform/F-4/break", "semantics 4.3, F-4: only within one segment", YUAN, FLOW,
    "[\"2019\", 10], [\"2020\", 8], {\"period\": \"2021\", \"value\": 12, \"break\": \"new scope\"}, [\"2022\", 16]",
    NULL,
    "index:2021", "2019:R8+F-4 2020:R8+F-4 2021=100 2022=133.3333" },
  { "/transform/F-4/other-length", "semantics 4.1, R3", YUAN, FLOW, "[\"2020\", 8], [\"2021-S1\", 9]", NULL,
    "index:2020",
    "2020=100 2021-S1:R3" },
  { "/transform/F-4/bound", "over 12 on 8 is over 150", YUAN, FLOW,
    "[\"2020\", 8], {\"period\": \"2021\", \"value\": 12, \"qualifier\": \"over\"}", NULL, "index:2020",
    "2020=100 2021=>150" },
  { "/transform/F-4/bound-of-unknown-sign", "over 7 on 8: over 87.5", YUAN, FLOW,
    "[\"2020\", 8], {\"period\": \"2021\", \"value\": 7, \"qualifier\": \"over\"}", NULL, "index:2020",
    "2020=100 2021=>87.5!R15+F-4" },
  { "/transform/F-4/stock", "a level, its base named by the year", YUAN, STOCK,
    "[\"2020-12-31\", 50], [\"2021-12-31\", 60]", NULL, "index:2020", "2020-12-31=100 2021-12-31=120" },
  { "/transform/F-4/to-date", "a total to date as the base, named by its last month", YUAN,
    "\"measure\": \"cumulative\", \"since\": \"year-start\"", "[\"2020-08\", 50], [\"2021-08\", 60], [\"2021-07\", 40]",
    NULL,
    "index:2020-08", "2020-08=100 2021-07:R4 2021-08=120" },
  { "/transform/F-5/case", "qingdao-comparables C: 3.3 of 8.7 is 37.9%", PERSON, PART_OF_STOCK, "[\"2019-12-31\", 3.3]",
    "\"indicator\": \"total\", \"multiplier\": 1, \"observations\": [[\"2019-12-31\", 8.7]]", "share",
    "2019-12-31=37.931" },
  { "/transform/F-5/multipliers", "semantics 4.1: exactness", PERSON, PART_OF_STOCK, "[\"2019-12-31\", 33000]",
    "\"indicator\": \"total\", \"multiplier\": 10000, \"observations\": [[\"2019-12-31\", 8.7]]", "share",
    "2019-12-31=37.931" },
  { "/transform/F-5/added-to-a-level", "tb-verdict.h: what was added is a part of the level at its end: 3 of 12", YUAN,
    FLOW ", \"part_of\": \"total\"}, {\"id\": \"total\", \"name\": \"Total\", \"unit\": \"u\", " STOCK, "[\"2021\", 3]",
    "\"indicator\": \"total\", \"observations\": [[\"2021-12-31\", 12]]", "share", "2021=25" },
  { "/transform/F-5/negative-part", "semantics 4.3, F-5: no absolute-value trick", YUAN, PART_OF_FLOW,
    "[\"2020\", -3], [\"2021\", 3]", "\"indicator\": \"total\", \"observations\": [[\"2020\", 9], [\"2021\", 12]]",
    "share",
    "2020:F-5 2021=25" },
  { "/transform/F-5/whole-missing", "semantics 4.1, R0", YUAN, PART_OF_FLOW, "[\"2020\", 3], [\"2021\", 3]",
    "\"indicator\": \"total\", \"observations\": [[\"2021\", 12]]", "share", "2020:R0+F-5 2021=25" },
  { "/transform/F-5/not-declared", "semantics 4.1, R1: needs part_of", YUAN,
    FLOW "}, {\"id\": \"total\", \"name\": \"Total\", \"unit\": \"u\", " FLOW, "[\"2021\", 3]",
    "\"indicator\": \"total\", \"observations\": [[\"2021\", 12]]", "share", "error: R1: " },
  { "/transform/F-5/no-whole", "an argument is missing", YUAN, FLOW, "[\"2021\", 3]", NULL, "share", "error: F-5: " },
  { "/transform/F-5/of-ratios", "semantics 4.3, F-5", PERCENT, RATIO, "[\"2021\", 3]", NULL, "share", "error: F-5: " },
  { "/transform/F-5/after-discrete", "the whole is made discrete too: 30/120, 40/100", YUAN,
    "\"measure\": \"cumulative\", \"since\": \"year-start\", \"part_of\": \"total\"}, "
    "{\"id\": \"total\", \"name\": \"Total\", "
    "\"unit\": \"u\", \"measure\": \"cumulative\", \"since\": \"year-start\"", "[\"2021-Q1\", 30], [\"2021-Q2\", 70]",
    "\"indicator\": \"total\", \"observations\": [[\"2021-Q1\", 120], [\"2021-Q2\", 220]]", "share discrete",
    "2021-Q1=25 2021-Q2=40" },
  { "/transform/F-6/first-part", "(50 − 40) / 100 and (66 − 60) / 100 make 16 points", YUAN, PART_OF_FLOW,
    "[\"2020\", 40], [\"2021\", 50]", "\"indicator\": \"total\", \"observations\": [[\"2020\", 100], [\"2021\", 116]]",
    "contribution", "2020:F-2 2021=10" },
  { "/transform/F-6/second-part", "the same case", YUAN, PART_OF_FLOW, "[\"2020\", 60], [\"2021\", 66]",
    "\"indicator\": \"total\", \"observations\": [[\"2020\", 100], [\"2021\", 116]]", "contribution",
    "2020:F-2 2021=6" },
  { "/transform/F-6/loss", "a part may fall: (30 − 40) / 100", YUAN, PART_OF_FLOW, "[\"2020\", 40], [\"2021\", 30]",
    "\"indicator\": \"total\", \"observations\": [[\"2020\", 100], [\"2021\", 116]]", "contribution",
    "2020:F-2 2021=-10" },
  { "/transform/F-6/other-coverage", "semantics 4.1, R1, as of a share", YUAN, PART_OF_FLOW,
    "[\"2020\", 40], [\"2021\", 50]",
    "\"indicator\": \"total\", \"scope\": \"X\", \"observations\": [[\"2020\", 100], [\"2021\", 116]]", "contribution",
    "error: R1: " },
  { "/transform/F-6/total-zero", "semantics 4.1, R11", YUAN, PART_OF_FLOW, "[\"2020\", 40], [\"2021\", 30]",
    "\"indicator\": \"total\", \"observations\": [[\"2020\", 0], [\"2021\", 116]]", "contribution",
    "2020:F-2 2021:F-6" },
  { "/transform/F-6/loss-of-a-range", "−10 of 100 is −10 points, of 120 it is −8.3333", YUAN, PART_OF_FLOW,
    "[\"2020\", 40], [\"2021\", 30]",
    "\"indicator\": \"total\", \"observations\": [{\"period\": \"2020\", \"low\": 100, \"high\": 120}, "
    "[\"2021\", 150]]", "contribution", "2020:F-2 2021=[-10,-8.3333]" },
  /* What the publisher computed across the break says nothing of the parts. */
  { "/transform/F-6/total-breaks", "semantics 4.1, R8", YUAN, PART_OF_FLOW, "[\"2020\", 40], [\"2021\", 50]",
    "\"indicator\": \"total\", \"observations\": [[\"2020\", 100], {\"period\": \"2021\", \"value\": 116, "
    "\"status\": \"B\", \"published_change\": {\"value\": 4.2, \"kind\": \"on-year-percent\"}}]", "contribution",
    "2020:F-2 2021:R8" },
  { "/transform/F-7/flow", "1 + 2 + 3", YUAN, FLOW, "[\"2021-01\", 1], [\"2021-02\", 2], [\"2021-03\", 3]", NULL,
    "quarter",
    "2021-Q1=6" },
  { "/transform/F-7/stock", "the last", YUAN, STOCK, "[\"2021-01\", 1], [\"2021-02\", 2], [\"2021-03\", 3]", NULL,
    "quarter",
    "2021-Q1=3" },
  { "/transform/F-7/average", "(1 + 2 + 4) / 3", YUAN, AVERAGE, "[\"2021-01\", 1], [\"2021-02\", 2], [\"2021-03\", 4]",
    NULL,
    "quarter", "2021-Q1=2.3333" },
  { "/transform/F-7/weighted", "(1 · 10 + 2 · 10 + 4 · 20) / 40 = 2.75", YUAN, AVERAGE,
    "[\"2021-01\", 1], [\"2021-02\", 2], [\"2021-03\", 4]",
    "\"indicator\": \"others\", \"observations\": [[\"2021-01-31\", 10], [\"2021-02-28\", 10], [\"2021-03-31\", 20]]",
    "quarter:weights", "2021-Q1=2.75" },
  { "/transform/F-7/incomplete", "semantics 4.3, F-7: missing", YUAN, FLOW,
    "[\"2021-01\", 1], [\"2021-02\", 2], [\"2021-04\", 4], [\"2021-06\", 6]", NULL, "quarter",
    "2021-Q1:F-7 2021-Q2:F-7" },
  { "/transform/F-7/incomplete-stock", "not the last of the period", YUAN, STOCK, "[\"2021-01\", 1], [\"2021-02\", 2]",
    NULL,
    "quarter", "2021-Q1:F-7" },
  { "/transform/F-7/so-far", "semantics 4.3, F-7: becomes year-to-date", YUAN, FLOW,
    "[\"2021-01\", 1], [\"2021-02\", 2], [\"2021-04\", 4]", NULL, "annual:so-far", "2021-01/2021-02=3!F-7" },
  { "/transform/F-7/so-far-stock", "the last known", YUAN, STOCK, "[\"2021-01\", 1], [\"2021-02\", 2]", NULL,
    "annual:so-far", "2021-02=2!F-7" },
  { "/transform/F-7/annual-of-quarters", "sum of four", YUAN, FLOW,
    "[\"2021-Q1\", 100], [\"2021-Q2\", 130], [\"2021-Q3\", 115], [\"2021-Q4\", 155]", NULL, "annual", "2021=500" },
  { "/transform/F-7/total-agrees-within-rounding", "1.2 + 1.3 and 2.6: 0.1 is less than three half digits", YUAN, FLOW,
    "[\"2021-S1\", 1.2], [\"2021-S2\", 1.3], [\"2021\", 2.6]", NULL, "annual", "2021=2.6" },
  { "/transform/F-7/total-wins", "semantics 4.2, Y-5: A wins", YUAN, FLOW,
    "[\"2021-Q1\", 100], [\"2021-Q2\", 130], [\"2021-Q3\", 115], [\"2021-Q4\", 155], [\"2021\", 510]", NULL, "annual",
    "2021=510!Y-5+F-7" },
  { "/transform/F-7/not-twice", "figures of several lengths are not counted twice", YUAN, FLOW,
    "[\"2021-Q1\", 100], [\"2021-Q2\", 130], [\"2021-S1\", 230], [\"2021-Q3\", 115], [\"2021-Q4\", 155]", NULL,
    "annual",
    "2021=500" },
  { "/transform/F-7/bounds", "over 1 and 2 are over 3", YUAN, FLOW,
    "{\"period\": \"2021-S1\", \"value\": 1, \"qualifier\": \"over\"}, [\"2021-S2\", 2]", NULL, "annual", "2021=>3" },
  { "/transform/F-7/break", "semantics 4.1, R8", YUAN, FLOW,
    "[\"2021-S1\", 1], {\"period\": \"2021-S2\", \"value\": 2, \"status\": \"B\"}", NULL, "annual", "2021:R8+F-7" },
  { "/transform/F-7/ratio", "semantics 4.3, F-7", PERCENT, RATIO, "[\"2021-Q1\", 1], [\"2021-Q2\", 2]", NULL, "annual",
    "error: F-7: " },
  { "/transform/F-7/percentages-called-flow", "semantics 4.7, B-8: never over rates; the unit tells", PERCENT, FLOW,
    "[\"2021-S1\", 1], [\"2021-S2\", 2]", NULL, "annual", "error: F-7: " },
  { "/transform/Y-8/percentages-called-flow", "the same case", PERCENT, FLOW, "[\"2021-S1\", 1], [\"2021-S2\", 2]",
    NULL,
    "cumulative", "error: Y-3: " },
  { "/transform/F-7/weights-of-another-place", "semantics 4.1, R1", YUAN, AVERAGE, "[\"2021-01\", 1]",
    "\"indicator\": \"others\", \"place\": \"x\", \"observations\": [[\"2021-01-31\", 10]]", "quarter:weights",
    "error: F-7: " },
  { "/transform/F-7/span-of-no-quarter", "no empty answer without a rule", YUAN, FLOW, "[\"2016/2020\", 27]", NULL,
    "quarter",
    "error: F-7: " },
  { "/transform/F-7/span-of-no-half", "no empty answer without a rule", YUAN, FLOW, "[\"2021-08-16/2021-12-31\", 600]",
    NULL,
    "half percent", "2021-S2:Y-9+F-7" },
  { "/transform/F-7/span-of-no-year", "no empty answer without a rule", YUAN, FLOW, "[\"2016/2020\", 27]", NULL,
    "annual percent", "error: F-7: " },
  { "/transform/F-7/index", "semantics 4.3, F-7", YUAN, INDEX, "[\"2021-Q1\", 1], [\"2021-Q2\", 2]", NULL, "annual",
    "error: F-7: " },
  { "/transform/F-7/unstated", "semantics 4.3, F-7: no default", YUAN, "\"measure\": \"unstated\"",
    "[\"2021-Q1\", 1], [\"2021-Q2\", 2]", NULL, "annual", "error: F-7: " },
  { "/transform/F-7/longer", "years have no quarters", YUAN, FLOW, "[\"2020\", 1], [\"2021\", 2]", NULL, "quarter",
    "error: F-7: " },
  { "/transform/F-7/to-date", "quarters of totals to date are differences", YUAN,
    "\"measure\": \"cumulative\", \"since\": \"year-start\"", "[\"2021-Q1\", 1], [\"2021-Q2\", 2]", NULL, "quarter",
    "error: F-7: " },
  { "/transform/F-7/weights-of-flows", "only averages are weighted", YUAN, FLOW, "[\"2021-01\", 1]",
    "\"indicator\": \"others\", \"observations\": [[\"2021-01-31\", 10]]", "quarter:weights", "error: F-7: " },
  { "/transform/F-8/stock", "semantics 4.3, F-8: at the same date: 67,700 / 10,000,000", PERSON, STOCK,
    "{\"period\": \"2021-12-31\", \"value\": 6.77, \"multiplier\": 10000}",
    "\"indicator\": \"others\", \"multiplier\": 10000, \"observations\": [[\"2021-12-31\", 1000]]", "per-capita",
    "2021-12-31=0.0068" },
  { "/transform/F-8/stock-other-date", "semantics 4.3, F-8", PERSON, STOCK, "[\"2021-09-30\", 67700]",
    "\"indicator\": \"others\", \"observations\": [[\"2021-12-31\", 10000]]", "per-capita", "2021-09-30:F-8" },
  { "/transform/F-8/flow-mean", "semantics 4.3, F-8: by the average of both year-ends: 3000 / 150", PERSON, FLOW,
    "[\"2021\", 3000]", "\"indicator\": \"others\", \"observations\": [[\"2020-12-31\", 100], [\"2021-12-31\", 200]]",
    "per-capita", "2021=20" },
  { "/transform/F-8/flow-middle", "semantics 4.3, F-8: by the one of the middle", PERSON, FLOW, "[\"2021\", 3000]",
    "\"indicator\": \"others\", \"observations\": [[\"2021-07-02\", 150]]", "per-capita", "2021=20" },
  { "/transform/F-8/flow-end-only", "semantics 4.3, F-8: one end is no average", PERSON, FLOW, "[\"2021\", 3000]",
    "\"indicator\": \"others\", \"observations\": [[\"2021-12-31\", 150]]", "per-capita", "2021:F-8" },
  { "/transform/F-8/loss", "a loss per head", PERSON, FLOW, "[\"2021\", -3000]",
    "\"indicator\": \"others\", \"observations\": [[\"2020-12-31\", 100], [\"2021-12-31\", 200]]", "per-capita",
    "2021=-20" },
  { "/transform/F-8/other-place", "semantics 4.1, R1: the people of one place do not divide what is of another", PERSON,
    STOCK, "[\"2021-12-31\", 3000]",
    "\"indicator\": \"others\", \"place\": \"x\", \"observations\": [[\"2021-12-31\", 150]]", "per-capita",
    "error: F-8: " },
  { "/transform/F-8/part-of-the-people", "semantics 4.1, R1: the women do not divide what all have", PERSON, STOCK,
    "[\"2021-12-31\", 3000]",
    "\"indicator\": \"others\", \"breakdown\": {\"sex\": \"f\"}, \"observations\": [[\"2021-12-31\", 150]]",
    "per-capita",
    "error: F-8: " },
  { "/transform/F-8/ratio", "semantics 4.3, F-8", PERSON, RATIO, "[\"2021\", 3000]",
    "\"indicator\": \"others\", \"observations\": [[\"2021-12-31\", 150]]", "per-capita", "error: F-8: " },
  { "/transform/F-8/no-population", "an argument is missing", PERSON, FLOW, "[\"2021\", 3000]", NULL, "per-capita",
    "error: F-8: " },
  { "/transform/F-9/trailing", "semantics 4.3, F-9: the first n − 1 are missing", YUAN, FLOW,
    "[\"2018\", 1], [\"2019\", 2], [\"2020\", 6], [\"2021\", 7]", NULL, "moving-average:3",
    "2018:F-9 2019:F-9 2020=3 2021=5" },
  { "/transform/F-9/gap", "a missing one is missed in each window", YUAN, FLOW,
    "[\"2018\", 1], [\"2019\", 2], [\"2021\", 7], [\"2022\", 9]", NULL, "moving-average:2",
    "2018:F-9 2019=1.5 2021:F-9 2022=8" },
  { "/transform/F-9/break", "semantics 4.3, F-9: never across a break", YUAN, FLOW,
    "[\"2018\", 1], [\"2019\", 2], {\"period\": \"2020\", \"value\": 6, \"status\": \"B\"}, [\"2021\", 7]", NULL,
    "moving-average:2", "2018:F-9 2019=1.5 2020:R8+F-9 2021=6.5" },
  { "/transform/F-9/unstated-start", "semantics 4.12: compared within the series under NOTE(R4)", YUAN, UNSTATED_TOTAL,
    "{\"period\": \"2021-12-31\", \"value\": 2, \"source\": \"a\"}, "
    "{\"period\": \"2022-12-31\", \"value\": 4, \"source\": \"c\"}",
    NULL, "moving-average:2", "2021-12-31:F-9 2022-12-31=3!R4+F-9" },
  { "/transform/F-9/unstated-start-of-two", "semantics 4.12: only within its publisher", YUAN, UNSTATED_TOTAL,
    "{\"period\": \"2021-12-31\", \"value\": 2, \"source\": \"a\"}, "
    "{\"period\": \"2022-12-31\", \"value\": 4, \"source\": \"b\"}",
    NULL, "moving-average:2", "2021-12-31:F-9 2022-12-31:R4+F-9" },
  { "/transform/F-9/window", "2 to 366", YUAN, FLOW, "[\"2018\", 1], [\"2019\", 2]", NULL, "moving-average:1",
    "error: F-9: " },
  { "/transform/F-10/unadjusted", "semantics 4.3, F-10", YUAN, FLOW, "[\"2021-Q1\", 10], [\"2021-Q2\", 12]", NULL,
    "percent",
    "2021-Q1:F-2 2021-Q2=20!F-10" },
  { "/transform/F-10/adjusted", "semantics 4.3, F-10", YUAN, FLOW ", \"sa\": true",
    "[\"2021-Q1\", 10], [\"2021-Q2\", 12]",
    NULL, "percent", "2021-Q1:F-2 2021-Q2=20" },
  { "/transform/F-10/on-year", "semantics 4.3, F-10: the default of sub-annual data", YUAN, FLOW,
    "[\"2020-Q2\", 10], [\"2021-Q2\", 12]", NULL, "percent-on-year", "2020-Q2:F-2 2021-Q2=20" },
  { "/transform/conflict", "format.md: two sources; the first stands, with a warning", YUAN, FLOW,
    "{\"period\": \"2021\", \"value\": 5, \"source\": \"a\"}, {\"period\": \"2021\", \"value\": 6, \"source\": \"b\"}",
    NULL, "",
    "2021=5!R10" },
  { "/transform/empty", "undated figures are not computed with", YUAN, FLOW, "[null, 10]", NULL, "change",
    "error: R0: " },
  { "/transform/none", "no step", YUAN, FLOW, "[\"2021\", 12], [\"2020\", 10]", NULL, "", "2020=10 2021=12" },
};

static TbDataset *
read_case (const Case *row)
{
  g_autofree char *series = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [%s]%s%s", row->rows,
                                             row->other != NULL ? "}, {" : "", row->other != NULL ? row->other : "");

  return tb_analysis_data_series (row->unit, row->indicator, series);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (TbDataset) dataset = read_case (row);
  TbSeries *other = row->other != NULL ? tb_dataset_get_series (dataset, 1) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDerived) derived = tb_analysis_apply (dataset, row->steps, other, &error);

  if (g_str_has_prefix (row->expected, "error: "))
    {
      g_assert_null (derived);
      g_assert_true (error->domain == TB_TRANSFORM_ERROR);
      if (!g_str_has_prefix (error->message, row->expected + 7))
        g_error ("\"%s\" in place of \"%s\"", error->message, row->expected);
      return;
    }
  g_assert_no_error (error);
  tb_analysis_assert_points (derived, row->expected);
}

static void
test_names (void)
{
  for (int i = 0; i < TB_N_TRANSFORMS; i++)
    {
      TbTransformKind kind;

      g_assert_true (tb_transform_from_name (tb_transform_get_name ((TbTransformKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (tb_transform_get_title (kind, TB_LANGUAGE_EN), !=, "");
      g_assert_cmpstr (tb_transform_get_title (kind, TB_LANGUAGE_ZH), !=, "");
    }
  g_assert_false (tb_transform_from_name ("no-such", &(TbTransformKind) { 0 }));
}

static void
test_misfit (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    YUAN, STOCK, "\"indicator\": \"things\", \"observations\": [[\"2020-12-31\", 1], [\"2021-12-31\", 2]]");
  const TbSeries *series = tb_dataset_get_series (dataset, 0);
  g_autofree char *en = tb_transform_dup_misfit (series, &(TbTransform) { .kind = TB_TRANSFORM_DISCRETE },
                                                 TB_LANGUAGE_EN);
  g_autofree char *zh = tb_transform_dup_misfit (series, &(TbTransform) { .kind = TB_TRANSFORM_DISCRETE },
                                                 TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, "Y-3: a level at a date has no figure of a single period: take its change");
  g_assert_cmpstr (zh, ==, "Y-3：时点数没有当期数，其差为净增减，请用增减量");
  g_assert_null (tb_transform_dup_misfit (series, &(TbTransform) { .kind = TB_TRANSFORM_CHANGE }, TB_LANGUAGE_EN));
}

/* F-5 and F-6: 100 = 40 + 50 and 10 that are left; Qingdao's clinical centres, 13
 * with 3 and 4 named. */
static void
test_residual (void)
{
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    YUAN, PART_OF_FLOW,
    "\"indicator\": \"things\", \"breakdown\": {\"k\": \"a\"}, \"observations\": [[\"2020\", 3], [\"2021\", -1]]}, "
    "{\"indicator\": \"things\", \"breakdown\": {\"k\": \"b\"}, \"observations\": [[\"2020\", 4], [\"2021\", 4]]}, "
    "{\"indicator\": \"total\", \"observations\": [[\"2020\", 13], [\"2021\", 13]]");
  TbSeries *parts[] = { tb_dataset_get_series (dataset, 0), tb_dataset_get_series (dataset, 1) };
  TbSeries *whole = tb_dataset_get_series (dataset, 2);
  TbPeriod period;
  TbInterval residual;

  tb_period_from_number (TB_PERIOD_A, 2020, 1, TB_CALENDAR_YEAR, &period);
  g_assert_true (tb_transform_get_residual (parts, 2, whole, period, &residual));
  g_assert_cmpfloat (tb_interval_get_stated (&residual), ==, 6);
  g_assert_cmpfloat (residual.rounding, ==, 1.5);
  tb_period_from_number (TB_PERIOD_A, 2021, 1, TB_CALENDAR_YEAR, &period);
  g_assert_false (tb_transform_get_residual (parts, 2, whole, period, &residual));
  tb_period_from_number (TB_PERIOD_A, 2022, 1, TB_CALENDAR_YEAR, &period);
  g_assert_false (tb_transform_get_residual (parts, 2, whole, period, &residual));
}

/* As known on a day: the release that there was, and nothing that came later. */
static void
test_known (void)
{
  static const TbTransform discrete = { .kind = TB_TRANSFORM_DISCRETE };
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (
    YUAN, "\"measure\": \"cumulative\", \"since\": \"year-start\"",
    "\"indicator\": \"things\", \"observations\": ["
    "{\"period\": \"2021-Q1\", \"value\": 100, \"vintage\": \"2021-04-15\"},"
    "{\"period\": \"2021-Q1\", \"value\": 104, \"vintage\": \"2021-07-15\"},"
    "{\"period\": \"2021-Q2\", \"value\": 230, \"vintage\": \"2021-07-15\"}]");
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  g_autoptr (TbDerived) early = tb_transform_apply (series, &discrete, 1, tb_day_new (2021, 5, 1), (TbReference) { 0 },
                                                    TB_LANGUAGE_EN, NULL);

  tb_analysis_assert_points (early, "2021-Q1=100");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/transform/names", test_names);
  g_test_add_func ("/transform/misfit", test_misfit);
  g_test_add_func ("/transform/known", test_known);
  g_test_add_func ("/transform/F-5/residual", test_residual);

  return g_test_run ();
}
