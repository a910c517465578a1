/* How figures stand to targets, on the cases of semantics 4.4.
 *
 * Expected numbers are the rule's own, or worked out by hand beside the row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-standing.h"
#include "tb-test-rows.h"

#include <math.h>

#define COUNT "\"name\": {\"en\": \"units\", \"zh\": \"台\"}, \"kind\": \"count\""
#define PERCENT "\"name\": \"%\", \"kind\": \"percent\""
#define MONEY "\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\""
#define STOCK "\"measure\": \"stock\", \"direction\": \"up\""
#define STOCK_DOWN "\"measure\": \"stock\", \"direction\": \"down\""
#define FLOW "\"measure\": \"flow\", \"direction\": \"up\""
#define RATIO "\"measure\": \"ratio\", \"direction\": \"none\""
#define RATE "\"measure\": \"average\", \"direction\": \"none\""
#define YEAR_TOTAL "\"measure\": \"cumulative\", \"since\": \"year-start\", \"direction\": \"up\""
#define PLAN_TOTAL "\"measure\": \"cumulative\", \"since\": \"plan-start\", \"direction\": \"up\""
#define THINGS(observations) "\"indicator\": \"things\", \"observations\": [" observations "]"
#define ROW(period, value) "{\"period\": \"" period "\", \"value\": " value "}"
#define MORE(period, value, more) "{\"period\": \"" period "\", \"value\": " value ", " more "}"
#define YTD(period, value) MORE (period, value, "\"basis\": \"year-to-date\"")
#define TARGET(period, value, more) "{\"period\": \"" period "\", \"value\": " value ", \"kind\": \"target\"" more "}, "
#define FLOOR ", \"comparator\": \"at-least\""
#define CEILING ", \"comparator\": \"at-most\""
#define FROM(period, value) ", \"baseline\": {\"period\": \"" period "\", \"value\": " value "}"
#define NONE NAN
#define BETWEEN INFINITY  /* two bounds and no number */

typedef struct
{
  const char    *name;        /* code and case */
  const char    *unit;
  const char    *indicator;
  const char    *series;      /* the first row is the target, the second the figure */
  const char    *as_of;       /* nullable */
  const char    *codes;
  TbStandingWord word;
  TbVerdictKind  word_kind;
  double         gap;
  double         completion;
  double         elapsed;
  double         progress;
  const char    *en;
  const char    *zh;
} Row;

#define VALID TB_VERDICT_VALID
#define NOTE TB_VERDICT_NOTE
#define INVALID TB_VERDICT_INVALID

static const Row rows[] = {
  { "T-1/above", COUNT, STOCK, THINGS (TARGET ("2025-12-31", "100", "") ROW ("2025-12-31", "105")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 5, NONE, NONE, NONE,
    "+5 units above the target: achieved", "高于目标5台：已实现" },
  { "T-1/above-with-decimals", MONEY, STOCK, THINGS (TARGET ("2025-12-31", "100.0", "") ROW ("2025-12-31", "105.0")),
    NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 5, NONE, NONE, NONE,
    "+CNY 5.0 above the target: achieved", "高于目标5.0元：已实现" },
  { "T-1/at-the-value", COUNT, STOCK, THINGS (TARGET ("2025-12-31", "100", "") ROW ("2025-12-31", "100")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 0, NONE, NONE, NONE,
    "equal to the target: achieved", "与目标持平：已实现" },
  { "T-1/below", COUNT, STOCK, THINGS (TARGET ("2025-12-31", "100", "") ROW ("2025-12-31", "97")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_MISSED, VALID, -3, NONE, NONE, NONE,
    "3 units below the target: missed", "低于目标3台：未实现" },
  /* 130 of 100 in the target's own year: 130 %, all of the time. */
  { "T-1/never-clipped", COUNT, FLOW, THINGS (TARGET ("2025", "100", "") ROW ("2025", "130")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 30, 130, 100, NONE,
    "130% of the target; 100% of the time elapsed, +30 percentage points; achieved",
    "完成目标的130%；时序进度100%，超前30个百分点；已实现" },
  { "T-1/bound-above", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "480", "") MORE ("2025-12-31", "500", "\"qualifier\": \"over\"")), NULL,
    "R15 R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 20, NONE, NONE, NONE,
    "more than 20 units above the target: achieved", "高于目标超过20台：已实现" },
  { "T-1/just-over", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", "") MORE ("2025-12-31", "100", "\"qualifier\": \"over\"")), NULL,
    "R15 R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 0, NONE, NONE, NONE,
    "above the target, by how much is not known: achieved", "高于目标，幅度不详：已实现" },
  { "T-1/between", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", "") "{\"period\": \"2025-12-31\", \"low\": 110, \"high\": 120}"), NULL,
    "R15 R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, BETWEEN, NONE, NONE, NONE,
    "10 units to 20 units above the target: achieved", "高于目标10台至20台：已实现" },
  { "T-1/bound-that-tells-nothing", PERCENT, RATIO,
    THINGS (TARGET ("2025-12-31", "61", FLOOR) MORE ("2025-12-31", "60", "\"qualifier\": \"over\"")), NULL,
    "R15 T-1 T-5 T-6", TB_STANDING_NONE, INVALID, NONE, NONE, NONE, NONE,
    "only bounds are known, which do not tell rise from fall", "仅公布界限值或区间，升降不能确定" },

  { "T-2/headroom", PERCENT, RATIO, THINGS (TARGET ("2025-12-31", "5.5", CEILING) ROW ("2025-12-31", "5.1")), NULL,
    "R13 R16 T-2 T-5 T-6", TB_STANDING_ACHIEVED, VALID, -0.4, NONE, NONE, NONE,
    "headroom 0.4 percentage points: achieved", "距上限余量0.4个百分点：已实现" },
  { "T-2/excess", PERCENT, RATIO, THINGS (TARGET ("2025-12-31", "5.5", CEILING) ROW ("2025-12-31", "5.9")), NULL,
    "R13 R16 T-2 T-5 T-6", TB_STANDING_MISSED, VALID, 0.4, NONE, NONE, NONE,
    "0.4 percentage points over the ceiling: missed", "超出上限0.4个百分点：未实现" },
  { "T-2/at-the-value", PERCENT, RATIO, THINGS (TARGET ("2025-12-31", "5.5", CEILING) ROW ("2025-12-31", "5.5")), NULL,
    "R13 R16 T-2 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 0, NONE, NONE, NONE,
    "at the ceiling, no headroom: achieved", "等于上限，无余量：已实现" },
  /* "Over 5.5" is not at the ceiling of 5.5. */
  { "T-2/over-the-ceiling-by-its-word", PERCENT, RATIO,
    THINGS (TARGET ("2025-12-31", "5.5", CEILING) MORE ("2025-12-31", "5.5", "\"qualifier\": \"over\"")), NULL,
    "R13 R15 R16 T-2 T-5 T-6", TB_STANDING_MISSED, VALID, 0, NONE, NONE, NONE,
    "over the ceiling, by how much is not known: missed", "超出上限，幅度不详：未实现" },
  { "T-2/no-completion-of-a-sum", COUNT, FLOW, THINGS (TARGET ("2025", "100", CEILING) YTD ("2025-S1", "46")), NULL,
    "R16 T-2 T-5 T-6", TB_STANDING_MET_SO_FAR, VALID, NONE, NONE, 50, NONE,
    "met so far, due 31 Dec 2025", "目前已达到目标，期限为2025年12月31日" },
  { "T-2/sum-over-its-ceiling-early", COUNT, FLOW, THINGS (TARGET ("2025", "100", CEILING) YTD ("2025-S1", "105")),
    NULL,
    "R16 T-2 T-5 T-6", TB_STANDING_MISSED, VALID, NONE, NONE, 50, NONE, "missed", "未实现" },
  /* Half of the year, half of 100: 60 is over the path of a ceiling. */
  { "T-2/sum-ahead-of-its-path", COUNT, FLOW,
    THINGS (TARGET ("2025", "100", CEILING ", \"path\": \"linear\"") YTD ("2025-S1", "60")), NULL,
    "R16 T-2 T-5 T-6", TB_STANDING_BEHIND_PATH, VALID, NONE, NONE, 50, NONE,
    "behind path (50 units required)", "落后于进度要求（应达到50台）" },

  { "T-3/inside-a-range", PERCENT, RATIO,
    THINGS ("{\"period\": \"2025-12-31\", \"low\": 4, \"high\": 5, \"kind\": \"target\"}, " ROW ("2025-12-31", "4.5")),
    NULL,
    "R13 R16 T-3 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 0, NONE, NONE, NONE,
    "inside the range: achieved", "处于目标区间内：已实现" },
  { "T-3/above-a-range", PERCENT, RATIO,
    THINGS ("{\"period\": \"2025-12-31\", \"low\": 4, \"high\": 5, \"kind\": \"target\"}, " ROW ("2025-12-31", "5.6")),
    NULL,
    "R13 R16 T-3 T-5 T-6", TB_STANDING_MISSED, VALID, 0.6, NONE, NONE, NONE,
    "0.6 percentage points above the range: missed", "高于目标区间0.6个百分点：未实现" },
  { "T-3/below-a-range", PERCENT, RATIO,
    THINGS ("{\"period\": \"2025-12-31\", \"low\": 4, \"high\": 5, \"kind\": \"target\"}, " ROW ("2025-12-31", "3.7")),
    NULL,
    "R13 R16 T-3 T-5 T-6", TB_STANDING_MISSED, VALID, -0.3, NONE, NONE, NONE,
    "0.3 percentage points below the range: missed", "低于目标区间0.3个百分点：未实现" },
  { "T-3/about-without-tolerance", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "45", ", \"qualifier\": \"about\"") ROW ("2025-12-31", "47")), NULL,
    "R15 R16 T-3 T-5 T-6", TB_STANDING_NONE, INVALID, 2, NONE, NONE, NONE,
    "about 2 units above the target; no tolerance is given, so whether it is met is not said",
    "高于目标约2台；未注明允差，不判断是否达到" },
  { "T-3/about-with-tolerance", COUNT, STOCK,
    THINGS ("{\"period\": \"2025-12-31\", \"low\": 43, \"high\": 47, \"kind\": \"target\", \"comparator\": \"about\"}, "
            ROW ("2025-12-31", "47")), NULL,
    "R16 T-3 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 0, NONE, NONE, NONE,
    "inside the range: achieved", "处于目标区间内：已实现" },
  { "T-3/about-a-value-with-tolerance", COUNT, STOCK,
    THINGS ("{\"period\": \"2025-12-31\", \"value\": 45, \"low\": 43, \"high\": 47, \"kind\": \"target\","
            " \"comparator\": \"about\"}, " ROW ("2025-12-31", "48")), NULL,
    "R16 T-3 T-5 T-6", TB_STANDING_MISSED, VALID, 3, NONE, NONE, NONE,
    "3 units above the target: missed", "高于目标3台：未实现" },
  /* 5.04 is 5.0 in the target's digits: half a unit of 5.0 is 0.05. */
  { "T-3/equal-within-rounding", PERCENT, RATIO,
    THINGS (TARGET ("2025-12-31", "5.0", ", \"comparator\": \"equal\"") ROW ("2025-12-31", "5.04")), NULL,
    "R13 R16 T-3 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 0.04, NONE, NONE, NONE,
    "0.04 percentage points above the target: achieved", "高于目标0.04个百分点：已实现" },
  { "T-3/not-equal", PERCENT, RATIO,
    THINGS (TARGET ("2025-12-31", "5.0", ", \"comparator\": \"equal\"") ROW ("2025-12-31", "5.1")), NULL,
    "R13 R16 T-3 T-5 T-6", TB_STANDING_MISSED, VALID, 0.1, NONE, NONE, NONE,
    "0.1 percentage points above the target: missed", "高于目标0.1个百分点：未实现" },

  { "T-4/verbal", PERCENT, RATIO,
    THINGS ("{\"period\": \"2025\", \"value\": null, \"kind\": \"target\", \"comparator\": \"verbal\","
            " \"text\": {\"en\": \"in a reasonable range\", \"zh\": \"保持在合理区间\"}}, " ROW ("2025", "4.5")), NULL,
    "T-4", TB_STANDING_NONE, INVALID, NONE, NONE, NONE, NONE,
    "the target is put in words only: in a reasonable range", "目标仅有文字表述：保持在合理区间" },

  { "T-5/no-path-given", COUNT, STOCK, THINGS (TARGET ("2025-12-31", "100", "") ROW ("2023-12-31", "75")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, NONE, NONE, NONE,
    "no path given, due 31 Dec 2025", "未设进度要求，期限为2025年12月31日" },
  { "T-5/met-so-far", COUNT, STOCK, THINGS (TARGET ("2025-12-31", "100", "") ROW ("2023-12-31", "103")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_MET_SO_FAR, VALID, NONE, NONE, NONE, NONE,
    "met so far, due 31 Dec 2025", "目前已达到目标，期限为2025年12月31日" },
  /* The line from 50 at the end of 2020 to 100 at the end of 2025 is at 80 after
   * three of five years; 85 is 35 of 50 of the way, 75 is 25 of 50. */
  { "T-5/on-a-linear-path", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", FROM ("2020-12-31", "50") ", \"path\": \"linear\"") ROW ("2023-12-31", "85")),
    NULL,
    "R16 T-1 T-5 T-6 T-7", TB_STANDING_ON_PATH, VALID, NONE, NONE, 60, 70,
    "on path (80 units required); 70% of the way from the baseline", "符合进度要求（应达到80台）；自基期以来的进展为70%" },
  { "T-5/behind-a-linear-path", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", FROM ("2020-12-31", "50") ", \"path\": \"linear\"") ROW ("2023-12-31", "75")),
    NULL,
    "R16 T-1 T-5 T-6 T-7", TB_STANDING_BEHIND_PATH, VALID, NONE, NONE, 60, 50,
    "behind path (80 units required); 50% of the way from the baseline", "落后于进度要求（应达到80台）；自基期以来的进展为50%" },
  /* 50 × 2^(3/5) = 75.786 */
  { "T-5/on-a-geometric-path", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", FROM ("2020-12-31", "50") ", \"path\": \"geometric\"")
            ROW ("2023-12-31", "76")), NULL,
    "R16 T-1 T-5 T-6 T-7", TB_STANDING_ON_PATH, VALID, NONE, NONE, 60, 52,
    "on path (76 units required); 52% of the way from the baseline", "符合进度要求（应达到76台）；自基期以来的进展为52%" },
  { "T-5/behind-a-geometric-path", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", FROM ("2020-12-31", "50") ", \"path\": \"geometric\"")
            ROW ("2023-12-31", "75")), NULL,
    "R16 T-1 T-5 T-6 T-7", TB_STANDING_BEHIND_PATH, VALID, NONE, NONE, 60, 50,
    "behind path (76 units required); 50% of the way from the baseline", "落后于进度要求（应达到76台）；自基期以来的进展为50%" },
  { "T-5/downward-path", COUNT, STOCK_DOWN,
    THINGS (TARGET ("2025-12-31", "50", FROM ("2020-12-31", "100") ", \"path\": \"linear\"") ROW ("2023-12-31", "75")),
    NULL,
    "R16 T-2 T-5 T-6 T-7", TB_STANDING_BEHIND_PATH, VALID, NONE, NONE, 60, 50,
    "behind path (70 units required); 50% of the way from the baseline", "落后于进度要求（应达到70台）；自基期以来的进展为50%" },
  { "T-5/milestone-reached", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", ", \"path\": [[\"2022-12-31\", 60], [\"2024-12-31\", 90]]")
            ROW ("2023-12-31", "60")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ON_PATH, VALID, NONE, NONE, NONE, NONE,
    "on path (60 units required)", "符合进度要求（应达到60台）" },
  { "T-5/milestone-missed", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", ", \"path\": [[\"2022-12-31\", 60], [\"2024-12-31\", 90]]")
            ROW ("2024-12-31", "89")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_BEHIND_PATH, VALID, NONE, NONE, NONE, NONE,
    "behind path (90 units required)", "落后于进度要求（应达到90台）" },
  { "T-5/no-milestone-due-yet", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", ", \"path\": [[\"2022-12-31\", 60], [\"2024-12-31\", 90]]")
            ROW ("2021-12-31", "10")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ON_PATH, VALID, NONE, NONE, NONE, NONE,
    "on path, due 31 Dec 2025", "符合进度要求，期限为2025年12月31日" },
  { "T-5/path-of-a-sum", COUNT, FLOW,
    THINGS (TARGET ("2025", "100", ", \"path\": \"linear\"") YTD ("2025-S1", "52")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ON_PATH, VALID, NONE, 52, 50, NONE,
    "52% of the target; 50% of the time elapsed, +2 percentage points; on path (50 units required)",
    "完成目标的52%；时序进度50%，超前2个百分点；符合进度要求（应达到50台）" },
  /* The day that it is looked at is before the deadline: the level is not final. */
  { "T-5/looked-at-before-the-deadline", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", "") ROW ("2025-12-31", "105")), "2025-06-30",
    "R19 T-1 T-5", TB_STANDING_MET_SO_FAR, VALID, NONE, NONE, NONE, NONE,
    "met so far, due 31 Dec 2025", "目前已达到目标，期限为2025年12月31日" },
  /* The deadline's own day is not before it. */
  { "T-5/looked-at-on-the-deadline", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", "") ROW ("2025-12-31", "105")), "2025-12-31",
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 5, NONE, NONE, NONE,
    "+5 units above the target: achieved", "高于目标5台：已实现" },
  { "T-5/looked-at-after-the-deadline", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", "") ROW ("2025-12-31", "105")), "2026-01-31",
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 5, NONE, NONE, NONE,
    "+5 units above the target: achieved", "高于目标5台：已实现" },
  { "T-5/provisional", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", "") MORE ("2025-12-31", "105", "\"status\": \"P\"")), NULL,
    "R9 R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, NOTE, 5, NONE, NONE, NONE,
    "+5 units above the target: achieved; includes provisional figures",
    "高于目标5台：已实现；含初步数" },
  { "T-5/sum-reached-early", COUNT, FLOW, THINGS (TARGET ("2025", "100", "") YTD ("2025-S1", "105")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, NONE, 105, 50, NONE,
    "105% of the target; 50% of the time elapsed, +55 percentage points; achieved",
    "完成目标的105%；时序进度50%，超前55个百分点；已实现" },
  { "T-5/deadline-inside-the-year", COUNT, STOCK,
    THINGS (TARGET ("2025", "8", ", \"deadline\": \"2025-10-31\"") ROW ("2025-10-31", "7")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_MISSED, VALID, -1, NONE, 100, NONE, "1 unit below the target: missed",
    "低于目标1台：未实现" },
  { "T-5/after-the-deadline", COUNT, STOCK, THINGS (TARGET ("2021-10-31", "8", "") ROW ("2023-03-31", "9")), NULL,
    "R16 T-6", TB_STANDING_NONE, INVALID, NONE, NONE, NONE, NONE,
    "the target is for 31 Oct 2021, the actual figure for 31 Mar 2023",
    "目标为2021年10月31日数，实际为2023年3月31日数" },
  /* 4 % of one year says nothing of the next year's 2 %, one number or a range. */
  { "T-5/rate-of-another-year", PERCENT, RATE, THINGS (TARGET ("2026", "2.0", CEILING) ROW ("2025", "0.0")), NULL,
    "R16 T-2 T-6", TB_STANDING_NONE, INVALID, NONE, NONE, 0, NONE,
    "the target is for 2026, the actual figure for 2025", "目标为2026年全年数，实际为2025年全年数" },
  { "T-5/rate-of-another-year-and-a-range", PERCENT, RATE,
    THINGS ("{\"period\": \"2026\", \"low\": 4.5, \"high\": 5, \"kind\": \"target\"}, " ROW ("2024", "5.0")), NULL,
    "R16 T-3 T-6", TB_STANDING_NONE, INVALID, NONE, NONE, 0, NONE,
    "the target is for 2026, the actual figure for 2024", "目标为2026年全年数，实际为2024年全年数" },
  /* (2.6 − 2.4) ÷ (2.8 − 2.4), after three of five years. */
  { "T-5/rate-on-its-way", PERCENT, RATE,
    THINGS (TARGET ("2025", "2.8", FLOOR FROM ("2020", "2.4")) ROW ("2023", "2.6")), NULL,
    "R16 T-1 T-5 T-6 T-7", TB_STANDING_NO_PATH, VALID, NONE, NONE, 60, 50,
    "no path given, due 31 Dec 2025; 50% of the way from the baseline",
    "未设进度要求，期限为2025年12月31日；自基期以来的进展为50%" },
  /* 54 of 60 months: the way begins with the baseline, as the path does. */
  { "T-5/elapsed-since-the-baseline", COUNT, STOCK,
    THINGS (TARGET ("2025", "20", ", \"deadline\": \"2025-12-31\", \"path\": \"linear\"" FROM ("2020-12-31", "10"))
            ROW ("2025-06-30", "19")), "2025-07-10",
    "R16 T-1 T-5 T-6 T-7", TB_STANDING_ON_PATH, VALID, NONE, NONE, 90, 90,
    "on path (19 units required); 90% of the way from the baseline", "符合进度要求（应达到19台）；自基期以来的进展为90%" },
  { "T-5/before-its-period", COUNT, STOCK, THINGS (TARGET ("2025", "100", "") ROW ("2023-12-31", "75")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NONE, INVALID, NONE, NONE, NONE, NONE,
    "the target is for 2025, the actual figure for 31 Dec 2023", "目标为2025年数，实际为2023年12月31日数" },
  { "T-5/no-deadline", COUNT, STOCK,
    THINGS ("{\"period\": null, \"value\": 100, \"kind\": \"target\"}, " ROW ("2023-12-31", "75")), NULL,
    "T-1 T-5 T-6", TB_STANDING_NONE, INVALID, NONE, NONE, NONE, NONE, "the target has no deadline", "目标未注明期限" },

  { "T-6/half-year", COUNT, FLOW, THINGS (TARGET ("2025", "100", FLOOR) YTD ("2025-S1", "46")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, 46, 50, NONE,
    "46% of the target; 50% of the time elapsed, −4 percentage points; no path given",
    "完成目标的46%；时序进度50%，落后4个百分点；未设进度要求" },
  { "T-6/year-to-date-by-month", COUNT, YEAR_TOTAL, THINGS (TARGET ("2025", "100", FLOOR) ROW ("2025-06", "46")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, 46, 50, NONE,
    "46% of the target; 50% of the time elapsed, −4 percentage points; no path given",
    "完成目标的46%；时序进度50%，落后4个百分点；未设进度要求" },
  { "T-6/first-quarter", COUNT, FLOW, THINGS (TARGET ("2025", "100", FLOOR) ROW ("2025-Q1", "25")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, 25, 25, NONE,
    "25% of the target; 25% of the time elapsed; no path given", "完成目标的25%；时序进度25%；未设进度要求" },
  { "T-6/second-quarter", COUNT, FLOW, THINGS (TARGET ("2025", "100", FLOOR) ROW ("2025-Q2", "25")), NULL,
    "R16 T-6", TB_STANDING_NONE, INVALID, NONE, NONE, 50, NONE,
    "the target is for 2025, the actual figure for Q2 2025",
    "目标为2025年全年数，实际为2025年二季度数" },
  { "T-6/equal", COUNT, FLOW, THINGS (TARGET ("2025", "100", ", \"comparator\": \"equal\"") YTD ("2025-S1", "46")),
    NULL,
    "R16 T-3 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, 46, 50, NONE,
    "46% of the target; 50% of the time elapsed, −4 percentage points; no path given",
    "完成目标的46%；时序进度50%，落后4个百分点；未设进度要求" },
  /* 3,500 of 1 × 10,000 */
  { "T-6/other-multiplier", COUNT, FLOW,
    THINGS (TARGET ("2021", "1", ", \"multiplier\": 10000") YTD ("2021-S1", "3500")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, 35, 50, NONE,
    "35% of the target; 50% of the time elapsed, −15 percentage points; no path given",
    "完成目标的35%；时序进度50%，落后15个百分点；未设进度要求" },
  /* 16 days of August and 30 of September, of 138 to the end of the year. */
  { "T-6/by-days", COUNT, FLOW,
    THINGS (TARGET ("2021-08-16/2021-12-31", "600", "") ROW ("2021-08-16/2021-09-30", "300")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, 50, 100.0 / 3, NONE,
    "50% of the target; 33.3% of the time elapsed, +16.7 percentage points; no path given",
    "完成目标的50%；时序进度33.3%，超前16.7个百分点；未设进度要求" },
  /* 30 of the 60 months of the plan. */
  { "T-6/plan", COUNT, PLAN_TOTAL,
    THINGS (TARGET ("2021/2025", "1000", ", \"basis\": \"multi-year\"") ROW ("2021-01/2023-06", "600")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, 60, 50, NONE,
    "60% of the target; 50% of the time elapsed, +10 percentage points; no path given",
    "完成目标的60%；时序进度50%，超前10个百分点；未设进度要求" },
  { "T-6/over", COUNT, FLOW,
    THINGS (TARGET ("2025", "100", "") MORE ("2025-S1", "40", "\"basis\": \"year-to-date\", \"qualifier\": \"over\"")),
    NULL,
    "R15 R16 T-1 T-5 T-6", TB_STANDING_NONE, INVALID, NONE, 40, 50, NONE,
    "more than 40% of the target; 50% of the time elapsed", "完成目标的超过40%；时序进度50%" },
  { "T-6/about", COUNT, FLOW,
    THINGS (TARGET ("2025", "100", "") MORE ("2025-S1", "46", "\"basis\": \"year-to-date\", \"qualifier\": \"about\"")),
    NULL,
    "R15 R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, NOTE, NONE, 46, 50, NONE,
    "about 46% of the target; 50% of the time elapsed, −4 percentage points; no path given; from approximate figures",
    "完成目标的约46%；时序进度50%，落后4个百分点；未设进度要求；据约数计算" },
  { "T-6/provisional", COUNT, FLOW,
    THINGS (TARGET ("2025", "100", "") MORE ("2025-S1", "46", "\"basis\": \"year-to-date\", \"status\": \"P\"")), NULL,
    "R9 R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, NOTE, NONE, 46, 50, NONE,
    "46% of the target; 50% of the time elapsed, −4 percentage points; no path given;"
    " includes provisional figures",
    "完成目标的46%；时序进度50%，落后4个百分点；未设进度要求；含初步数" },
  /* 99.96 is not yet 100. */
  { "T-6/not-quite", COUNT, FLOW, THINGS (TARGET ("2025", "10000", "") ROW ("2025", "9996")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_MISSED, VALID, -4, 99.96, 100, NONE,
    "99.9% of the target; 100% of the time elapsed; missed", "完成目标的99.9%；时序进度100%；未实现" },
  { "T-6/zero", COUNT, FLOW, THINGS (TARGET ("2025", "0", FLOOR) YTD ("2025-S1", "46")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, NONE, NONE, 50, NONE, "achieved", "已实现" },
  { "T-6/average", COUNT, "\"measure\": \"average\", \"direction\": \"up\"",
    THINGS (TARGET ("2025", "100", FLOOR) YTD ("2025-S1", "46")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, NONE, 50, NONE,
    "no path given, due 31 Dec 2025", "未设进度要求，期限为2025年12月31日" },
  { "T-6/break", COUNT, FLOW,
    THINGS (TARGET ("2025", "100", FLOOR) YTD ("2025-S1", "46") ", " MORE ("2025-Q4", "9", "\"break\": \"New scope\"")),
    NULL,
    "R8 R16", TB_STANDING_NONE, INVALID, NONE, NONE, 50, NONE,
    "the definition changed in between (Q4 2025: New scope)", "期间统计口径有变动（2025年四季度起：New scope）" },

  /* (4 − 10) ÷ (0 − 10), (12 − 10) ÷ (0 − 10), (23 − 10) ÷ (20 − 10) */
  { "T-7/target-zero", COUNT, STOCK_DOWN,
    THINGS (TARGET ("2025-12-31", "0", FROM ("2020-12-31", "10")) ROW ("2023-12-31", "4")), NULL,
    "R16 T-2 T-5 T-6 T-7", TB_STANDING_NO_PATH, VALID, NONE, NONE, 60, 60,
    "no path given, due 31 Dec 2025; 60% of the way from the baseline",
    "未设进度要求，期限为2025年12月31日；自基期以来的进展为60%" },
  { "T-7/backwards", COUNT, STOCK_DOWN,
    THINGS (TARGET ("2025-12-31", "0", FROM ("2020-12-31", "10")) ROW ("2023-12-31", "12")), NULL,
    "R16 T-2 T-5 T-6 T-7", TB_STANDING_NO_PATH, VALID, NONE, NONE, 60, -20,
    "no path given, due 31 Dec 2025; −20% of the way from the baseline",
    "未设进度要求，期限为2025年12月31日；自基期以来的进展为−20%" },
  /* (10 − 10) ÷ (0 − 10) is 0, not −0. */
  { "T-7/at-the-baseline", COUNT, STOCK_DOWN,
    THINGS (TARGET ("2025-12-31", "0", FROM ("2020-12-31", "10")) ROW ("2023-12-31", "10")), NULL,
    "R16 T-2 T-5 T-6 T-7", TB_STANDING_NO_PATH, VALID, NONE, NONE, 60, 0,
    "no path given, due 31 Dec 2025; 0% of the way from the baseline",
    "未设进度要求，期限为2025年12月31日；自基期以来的进展为0%" },
  { "T-7/beyond", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "20", FROM ("2020-12-31", "10")) ROW ("2023-12-31", "23")), NULL,
    "R16 T-1 T-5 T-6 T-7", TB_STANDING_MET_SO_FAR, VALID, NONE, NONE, 60, 130,
    "met so far, due 31 Dec 2025; 130% of the way from the baseline",
    "目前已达到目标，期限为2025年12月31日；自基期以来的进展为130%" },
  { "T-7/baseline-is-the-target", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "10", FROM ("2020-12-31", "10")) ROW ("2023-12-31", "9")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, NONE, 60, NONE,
    "no path given, due 31 Dec 2025", "未设进度要求，期限为2025年12月31日" },
  { "T-7/against-the-direction", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "5", FROM ("2020-12-31", "10")) ROW ("2023-12-31", "4")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, NONE, 60, NONE,
    "no path given, due 31 Dec 2025", "未设进度要求，期限为2025年12月31日" },
  { "T-7/break-since-the-baseline", COUNT, STOCK_DOWN,
    THINGS (TARGET ("2025-12-31", "0", FROM ("2020-12-31", "10")) MORE ("2023-12-31", "4", "\"status\": \"B\"")), NULL,
    "R16 T-2 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, NONE, 60, NONE,
    "no path given, due 31 Dec 2025", "未设进度要求，期限为2025年12月31日" },
  /* Half a year's sum has no place between two years' sums. */
  { "T-7/sum-on-its-way", COUNT, FLOW,
    THINGS (TARGET ("2025", "100", FROM ("2024", "80")) YTD ("2025-S1", "46")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_NO_PATH, VALID, NONE, 46, 50, NONE,
    "46% of the target; 50% of the time elapsed, −4 percentage points; no path given",
    "完成目标的46%；时序进度50%，落后4个百分点；未设进度要求" },
  { "T-7/undated-target", PERCENT, RATIO,
    THINGS ("{\"period\": null, \"value\": 70, \"kind\": \"target\", \"comparator\": \"at-least\""
            FROM ("2020-12-31", "50") "}, "
            ROW ("2023-12-31", "60")), NULL,
    "T-1 T-5 T-6 T-7", TB_STANDING_NONE, INVALID, NONE, NONE, NONE, 50,
    "50% of the way from the baseline", "自基期以来的进展为50%" },

  { "T-10/binding", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", ", \"binding\": true") ROW ("2025-12-31", "105")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 5, NONE, NONE, NONE,
    "+5 units above the target: achieved; binding target", "高于目标5台：已实现；约束性目标" },
  { "T-10/indicative", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", ", \"binding\": false") ROW ("2025-12-31", "105")), NULL,
    "R16 T-1 T-5 T-6", TB_STANDING_ACHIEVED, VALID, 5, NONE, NONE, NONE,
    "+5 units above the target: achieved; indicative target", "高于目标5台：已实现；预期性目标" },

  { "R0/no-figure", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", "") MORE ("2025-12-31", "null", "\"status\": \"M\"")), NULL,
    "R0", TB_STANDING_NONE, INVALID, NONE, NONE, NONE, NONE,
    "no number for 31 Dec 2025", "2025年12月31日无数值" },
  { "R16/plan-against-plan", COUNT, STOCK,
    THINGS (TARGET ("2025-12-31", "100", "") MORE ("2025-12-31", "90", "\"kind\": \"plan\"")), NULL,
    "R16", TB_STANDING_NONE, INVALID, NONE, NONE, NONE, NONE,
    "neither is an actual figure",
    "两者均非实际数" },
};

static void
check_number (const char *what,
              double      actual,
              double      expected)
{
  if (isnan (expected) != isnan (actual))
    g_error ("%s is %g, expected %g", what, actual, expected);
  if (!isnan (expected))
    g_assert_cmpfloat_with_epsilon (actual, expected, 1e-6);
  if (signbit (actual) != 0 && fabs (actual) <= 0)
    g_error ("%s is minus zero", what);
}

/* A number is there exactly where the rules let it. */
static void
check_reading (const char      *what,
               const TbReading *reading,
               double           expected)
{
  gboolean is_between = isinf (expected) != 0;

  check_number (what, reading->value, is_between ? NONE : expected);
  g_assert_cmpint (reading->bound == TB_BOUND_BETWEEN, ==, is_between);
  g_assert_cmpint (reading->kind == TB_VERDICT_INVALID, ==, isnan (expected) != 0);
  g_assert_false (isinf (reading->value));
  if (reading->kind == TB_VERDICT_INVALID)
    g_assert_cmpuint (reading->codes, !=, 0);
}

static void
check_texts (const TbStanding *standing,
             TbFigure          target,
             TbFigure          actual,
             const Row        *row)
{
  g_autofree char *en = tb_standing_dup_text (standing, target, actual, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_standing_dup_text (standing, target, actual, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
}

static void
test_standing (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (row->unit, row->indicator, row->series);
  TbFigure target = { tb_dataset_get_series (dataset, 0), 0 };
  TbFigure actual = { tb_dataset_get_series (dataset, 0), 1 };
  TbReference reference = { 0, 0 };
  TbStanding standing;
  g_autofree char *codes = NULL;

  if (row->as_of != NULL)
    g_assert_true (tb_day_parse (row->as_of, &reference.as_of));
  standing = tb_standing_assess (target, actual, reference);
  codes = tb_rules_dup_codes (standing.codes);

  check_texts (&standing, target, actual, row);
  g_assert_cmpstr (codes, ==, row->codes);
  g_assert_cmpstr (tb_standing_get_word (standing.word, TB_LANGUAGE_EN), ==,
                   tb_standing_get_word (row->word, TB_LANGUAGE_EN));
  g_assert_cmpint (standing.word_kind, ==, row->word_kind);
  check_reading ("the gap", &standing.gap, row->gap);
  check_reading ("the completion", &standing.completion, row->completion);
  check_reading ("the progress", &standing.progress, row->progress);
  check_number ("the elapsed time", standing.elapsed, row->elapsed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TB_TEST_ADD_ROWS ("/standing/", rows, name, test_standing);

  return g_test_run ();
}
