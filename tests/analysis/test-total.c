/* B-8: totals of a table's rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-parts.h"
#include "tb-total-case.h"

static const TbTotalCase cases[] = {
  { "sum-of-places", "semantics 4.7, B-8; 6.50 + 1.20 + 2.35 = 10.05, all in 万",
    "{\"indicator\": \"herd\", \"place\": \"x\", \"multiplier\": 10000, \"observations\": [[\"2021-12-31\", 6.50]]},"
    "{\"indicator\": \"herd\", \"place\": \"y\", \"multiplier\": 10000, \"observations\": [[\"2021-12-31\", 1.20]]},"
    "{\"indicator\": \"herd\", \"place\": \"z\", \"multiplier\": 10000, \"observations\": [[\"2021-12-31\", 2.35]]}",
    "存栏（X）: [6.50]\n存栏（Y）: [1.20]\n存栏（Z）: [2.35]\n合计（省3个地区）：存栏: [10.05]",
    "为3项之和，系计算所得；文件中无公布的合计数", NULL, TB_LANGUAGE_ZH },
  { "zeros-that-were-printed", "format.md: the printed digits are kept; 1.50 + 2.50 = 4.00",
    OF ("crop", ", \"place\": \"x\"", "[\"2021\", 1.50]") "," OF ("crop", ", \"place\": \"y\"", "[\"2021\", 2.50]"),
    "Crop (X): [1.50]\nCrop (Y): [2.50]\nTotal of 2 places in S: Crop: [4.00]", SUM2 },
  { "unlike-multipliers", "format.md; 1.5 × 1000 + 250 = 1,750",
    OF ("crop", ", \"place\": \"x\", \"multiplier\": 1000", "[\"2021\", 1.5]") ","
    OF ("crop", ", \"place\": \"y\"", "[\"2021\", 250]"),
    "Crop (X): [1,500]\nCrop (Y): [250]\nTotal of 2 places in S: Crop: [1,750]", SUM2 },
  { "breakdown", "B-8; 12 + 30 = 42",
    OF ("herd", ", \"breakdown\": {\"sex\": \"f\"}", "[\"2021-12-31\", 12]") ","
    OF ("herd", ", \"breakdown\": {\"sex\": \"m\"}", "[\"2021-12-31\", 30]"),
    "Herd (f): [12]\nHerd (m): [30]\nTotal of 2: Herd: [42]", SUM2 },
  { "one-breakdown-of-two", "B-8: parts differ in one breakdown alone; 1 + 2 = 3, 4 + 5 = 9",
    OF ("herd", ", \"breakdown\": {\"age\": \"a\", \"sex\": \"f\"}", "[\"2021-12-31\", 1]") ","
    OF ("herd", ", \"breakdown\": {\"age\": \"b\", \"sex\": \"f\"}", "[\"2021-12-31\", 2]") ","
    OF ("herd", ", \"breakdown\": {\"age\": \"a\", \"sex\": \"m\"}", "[\"2021-12-31\", 4]") ","
    OF ("herd", ", \"breakdown\": {\"age\": \"b\", \"sex\": \"m\"}", "[\"2021-12-31\", 5]"),
    "Herd (a, f): [1]\nHerd (b, f): [2]\nTotal of 2: Herd (f): [3]\n"
    "Herd (a, m): [4]\nHerd (b, m): [5]\nTotal of 2: Herd (m): [9]", SUM2 },
  { "category-of-all", "B-8: the total is no part beside the others; heads are counted: 4 + 6 = 10 of 11",
    OF ("herd", ", \"breakdown\": {\"sex\": \"T\"}", "[\"2021-12-31\", 11]") ","
    OF ("herd", ", \"breakdown\": {\"sex\": \"f\"}", "[\"2021-12-31\", 4]") ","
    OF ("herd", ", \"breakdown\": {\"sex\": \"m\"}", "[\"2021-12-31\", 6]"),
    "Herd (f): [4]\nHerd (m): [6]\nTotal: Herd (T): [11]",
    "as published; the parts add up to 10 heads and leave 1 head" },
  { "category-of-all-of-two", "B-8; 1 + 2 = 3 of 3; 4 + 5 = 9 has no category of all",
    OF ("herd", ", \"breakdown\": {\"age\": \"TOTAL\", \"sex\": \"f\"}", "[\"2021-12-31\", 3]") ","
    OF ("herd", ", \"breakdown\": {\"age\": \"a\", \"sex\": \"f\"}", "[\"2021-12-31\", 1]") ","
    OF ("herd", ", \"breakdown\": {\"age\": \"b\", \"sex\": \"f\"}", "[\"2021-12-31\", 2]") ","
    OF ("herd", ", \"breakdown\": {\"age\": \"a\", \"sex\": \"m\"}", "[\"2021-12-31\", 4]") ","
    OF ("herd", ", \"breakdown\": {\"age\": \"b\", \"sex\": \"m\"}", "[\"2021-12-31\", 5]"),
    "Herd (a, f): [1]\nHerd (b, f): [2]\nTotal: Herd (TOTAL, f): [3]\n"
    "Herd (a, m): [4]\nHerd (b, m): [5]\nTotal of 2: Herd (m): [9]", NULL },
  { "section-t", "NACE: section T is activities of households; 1 + 2 = 3",
    OF ("herd", ", \"breakdown\": {\"nace\": \"S\"}", "[\"2021-12-31\", 1]") ","
    OF ("herd", ", \"breakdown\": {\"nace\": \"T\"}", "[\"2021-12-31\", 2]"),
    "Herd (S): [1]\nHerd (T): [2]\nTotal of 2: Herd: [3]", SUM2 },
  { "split-in-two-ways", "B-8: each group has its whole behind it, in the order of the file; 4 + 6 = 10 = 3 + 7",
    OF ("herd", "", "[\"2021-12-31\", 10]") ","
    OF ("herd", ", \"breakdown\": {\"sex\": \"f\"}", "[\"2021-12-31\", 4]") ","
    OF ("herd", ", \"breakdown\": {\"sex\": \"m\"}", "[\"2021-12-31\", 6]") ","
    OF ("herd", ", \"breakdown\": {\"age\": \"a\"}", "[\"2021-12-31\", 3]") ","
    OF ("herd", ", \"breakdown\": {\"age\": \"b\"}", "[\"2021-12-31\", 7]"),
    "Herd (f): [4]\nHerd (m): [6]\nTotal: Herd: [10]\nHerd (a): [3]\nHerd (b): [7]\nTotal: Herd: [10]", NULL },
  { "declared-parts", "F-5, B-8; 7 + 8 = 15",
    OF ("wheat", "", "[\"2021\", 7]") "," OF ("maize", "", "[\"2021\", 8]"),
    "Wheat: [7]\nMaize: [8]\nTotal of 2: Crop: [15]", SUM2 },
  { "parts-of-parts", "B-8: last of its group; what is published of the inner whole counts in the outer one",
    OF ("crop", "", "[\"2021\", 15]") "," OF ("wheat", "", "[\"2021\", 7]") "," OF ("maize", "", "[\"2021\", 8]") ","
    OF ("winter", "", "[\"2021\", 5]") "," OF ("spring", "", "[\"2021\", 2]"),
    "Winter: [5]\nSpring: [2]\nTotal: Wheat: [7]\nMaize: [8]\nTotal: Crop: [15]", NULL },
  { "negative-part", "a sum, and no share; 5 − 3 = 2",
    OF ("wheat", "", "[\"2021\", 5]") "," OF ("maize", "", "[\"2021\", -3]"),
    "Wheat: [5]\nMaize: [−3]\nTotal of 2: Crop: [2]", SUM2 },
  { "bound", "R15: over carries on; 1.5 + over 2 = over 3.5",
    OF ("wheat", "", "[\"2021\", 1.5]") ","
    OF ("maize", "", "{\"period\": \"2021\", \"value\": 2, \"qualifier\": \"over\"}"),
    "Wheat: [1.5]\nMaize: [>2]\nTotal of 2: Crop: [>3.5]", SUM2 },
  { "at-least", "R15: at least carries on",
    OF ("wheat", "", "[\"2021\", 1]") ","
    OF ("maize", "", "{\"period\": \"2021\", \"value\": 2, \"qualifier\": \"at-least\"}"),
    "Wheat: [1]\nMaize: [≥2]\nTotal of 2: Crop: [≥3]", SUM2 },
  { "about", "R15: about carries on",
    OF ("wheat", "", "[\"2021\", 1]") ","
    OF ("maize", "", "{\"period\": \"2021\", \"value\": 2, \"qualifier\": \"about\"}"),
    "Wheat: [1]\nMaize: [≈2]\nTotal of 2: Crop: [≈3]", SUM2 },
  { "range", "R15: limits are added; 1 + 30…40 = 31…41",
    OF ("wheat", "", "[\"2021\", 1]") "," OF ("maize", "", "{\"period\": \"2021\", \"low\": 30, \"high\": 40}"),
    "Wheat: [1]\nMaize: [30–40]\nTotal of 2: Crop: [31–41]", SUM2 },
  { "floor-and-ceiling", "R15: over and under leave the sum open",
    OF ("wheat", "", "{\"period\": \"2021\", \"value\": 1, \"qualifier\": \"under\"}") ","
    OF ("maize", "", "{\"period\": \"2021\", \"value\": 2, \"qualifier\": \"over\"}"),
    "Wheat: [<1]\nMaize: [>2]\nTotal of 2: Crop: [—]",
    "no total, as parts with a floor and with a ceiling leave it open" },
  { "incomplete", "B-8: incomplete (n/m); P-6: a missing figure is no 0",
    AT ("x", "[\"2021-12-31\", 1], [\"2022-12-31\", 2]") "," AT ("y", "[\"2021-12-31\", 3]") ","
    AT ("z", "[\"2021-12-31\", 5], [\"2022-12-31\", 7]"),
    "Herd (X): [1] [2]\nHerd (Y): [3] []\nHerd (Z): [5] [7]\nTotal of 3 places in S: Herd: [9] [incomplete (2/3)]",
    "no total, as these have no figure: Y" },
  { "incomplete-zh", "B-8",
    AT ("x", "[\"2021-12-31\", 1]") "," AT ("y", "{\"period\": \"2021-12-31\", \"value\": null, \"status\": \"M\"}"),
    "存栏（X）: [1]\n存栏（Y）: […]\n合计（省2个地区）：存栏: [不完整（1/2）]", "缺以下数据，不计合计：Y", NULL,
    TB_LANGUAGE_ZH },
  { "contradiction", "format.md: unequal figures of one period are a conflict, and none of them is chosen",
    AT ("x", "[\"2021-12-31\", 1]") "," AT ("y", "[\"2021-12-31\", 3], [\"2021-12-31\", 4]"),
    "Herd (X): [1]\nHerd (Y): [3]\nTotal of 2 places in S: Herd: [incomplete (1/2)]",
    "no total, as these have no figure: Y" },
  { "unlike-spans", "B-8, R2: April to June beside January to June",
    OF ("wheat", "", "[\"2021-Q2\", 1]") ","
    OF ("maize", "", "{\"period\": \"2021-Q2\", \"value\": 2, \"basis\": \"year-to-date\"}"),
    "Wheat: [1]\nMaize: [2]\nTotal of 2: Crop: [—]", "no total, as the parts are not of the same span" },
  { "as-shown", "B-8: what the rows show is added up; 3 of June and 10 of six months",
    OF ("wheat", "", "[\"2021-06\", 3]") ","
    OF ("maize", "", "{\"period\": \"2021-06\", \"value\": 10, \"basis\": \"year-to-date\"}, [\"2021-06\", 2]"),
    "Wheat: [3]\nMaize: [10]\nTotal of 2: Crop: [—]", "no total, as the parts are not of the same span" },
  { "targets", "C11: targets, plans and forecasts are not added up",
    OF ("wheat", "", "[\"2021\", 1], {\"period\": \"2022\", \"value\": 5, \"kind\": \"target\"}") ","
    OF ("maize", "", "[\"2021\", 2], {\"period\": \"2022\", \"value\": 6, \"kind\": \"target\"}"),
    "Wheat: [1] [5]\nMaize: [2] [6]\nTotal of 2: Crop: [3] []", NULL },
  { "published", "B-8, F-5: what was published stands; 40 + 60 = 100 of 100 is nothing to tell",
    OF ("crop", "", "[\"2021\", 100]") "," OF ("wheat", "", "[\"2021\", 40]") "," OF ("maize", "", "[\"2021\", 60]"),
    "Wheat: [40]\nMaize: [60]\nTotal: Crop: [100]", NULL },
  { "published-within-rounding", "F-5; 1.1 + 2.2 = 3.3 of 3.4, each ±0.05: 0.1 ≤ 0.15",
    OF ("crop", "", "[\"2021\", 3.4]") "," OF ("wheat", "", "[\"2021\", 1.1]") "," OF ("maize", "", "[\"2021\", 2.2]"),
    "Wheat: [1.1]\nMaize: [2.2]\nTotal: Crop: [3.4]",
    "as published; the parts add up to 3.3 t, a difference within their rounding" },
  { "published-leaves", "F-5; 40 + 50 = 90 of 100: 10 > 1.5",
    OF ("crop", "", "[\"2021\", 100]") "," OF ("wheat", "", "[\"2021\", 40]") "," OF ("maize", "", "[\"2021\", 50]"),
    "Wheat: [40]\nMaize: [50]\nTotal: Crop: [100]", "as published; the parts add up to 90 t and leave 10 t" },
  { "published-though-incomplete", "B-8: what was published needs no sum",
    OF ("crop", "", "[\"2021\", 100]") "," OF ("wheat", "", "[\"2021\", 60]") "," OF ("maize", "", "[\"2020\", 50]"),
    "Wheat: [] [60]\nMaize: [50] []\nTotal: Crop: [] [100]", NULL },
  { "published-not-yet", "B-8: a sum is never put among published figures",
    OF ("crop", "", "[\"2020\", 70]") "," OF ("wheat", "", "[\"2020\", 20], [\"2021\", 40]") ","
    OF ("maize", "", "[\"2020\", 50], [\"2021\", 60]"),
    "Wheat: [20] [40]\nMaize: [50] [60]\nTotal: Crop: [70] []",
    "no total is published for this period; the parts add up to 100 t" },
  { "published-in-another-unit", "F-5; 0.1 kt = 100 t; 40 + 50 leave 10 t",
    OF ("crop", ", \"unit\": \"kt\"", "[\"2021\", 0.100]") "," OF ("wheat", "", "[\"2021\", 40]") ","
    OF ("maize", "", "[\"2021\", 50]"),
    "Wheat: [40]\nMaize: [50]\nTotal: Crop: [0.100]", "as published; the parts add up to 90 t and leave 10 t" },
  { "published-elsewhere", "B-8: a whole of another coverage is not the total of these",
    OF ("crop", ", \"scope\": \"farms\"", "[\"2021\", 100]") "," OF ("wheat", "", "[\"2021\", 40]") ","
    OF ("maize", "", "[\"2021\", 50]"),
    "Crop (farms): [100]\nWheat: [40]\nMaize: [50]\nTotal of 2: Crop: [90]", SUM2 },
  { "places-of-two-levels", "B-8: places of one level; what is of the whole province is no fourth of it",
    AT ("x", "[\"2021-12-31\", 1]") "," AT ("s", "[\"2021-12-31\", 9]") "," AT ("y", "[\"2021-12-31\", 3]") ","
    AT ("z", "[\"2021-12-31\", 5]"),
    "Herd (X): [1]\nHerd (Y): [3]\nHerd (Z): [5]\nTotal: Herd (S): [9]", NULL },
  { "places-without-parent", "B-8: over a partition; these may overlap",
    AT ("u", "[\"2021-12-31\", 1]") "," AT ("v", "[\"2021-12-31\", 3]"), "Herd (U): [1]\nHerd (V): [3]", NULL,
    "Without a total: the file does not say that these places are parts of one (Herd)" },
  { "rates", "B-8: never over rates",
    OF ("rate", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("rate", ", \"place\": \"y\"", "[\"2021\", 2]"),
    "Rate (X): [1]\nRate (Y): [2]", NULL,
    "Without a total: rates, averages, indices, ranks and parameters do not add up (Rate)" },
  { "rates-zh", "B-8: never over rates",
    OF ("rate", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("rate", ", \"place\": \"y\"", "[\"2021\", 2]"),
    "Rate（X）: [1]\nRate（Y）: [2]", NULL, "不计合计：比率、平均数、指数、位次和政策参数不可加总（Rate）", TB_LANGUAGE_ZH },
  { "index-average-parameter", "B-8, 4.12: nor over indices, averages and policy parameters",
    OF ("index", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("index", ", \"place\": \"y\"", "[\"2021\", 2]") ","
    OF ("mean", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("mean", ", \"place\": \"y\"", "[\"2021\", 2]") ","
    OF ("cap", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("cap", ", \"place\": \"y\"", "[\"2021\", 2]"),
    "Index (X): [1]\nIndex (Y): [2]\nMean (X): [1]\nMean (Y): [2]\nCap (X): [1]\nCap (Y): [2]", NULL,
    "Without a total: rates, averages, indices, ranks and parameters do not add up (Index, Mean, Cap)" },
  { "said", "format.md: a key where a capability needs it; millimetres of rain are no amount of a whole",
    OF ("rain", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("rain", ", \"place\": \"y\"", "[\"2021\", 2]"),
    "Rain (X): [1]\nRain (Y): [2]", NULL, "Without a total: the file says that these do not add up (Rain)" },
  { "unstated", "4.12: a measure that the file does not state",
    OF ("open", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("open", ", \"place\": \"y\"", "[\"2021\", 2]"),
    "Open (X): [1]\nOpen (Y): [2]", NULL,
    "Without a total: the file does not say whether these are flows or levels (Open)" },
  { "mixed-units", "B-8: one unit",
    OF ("wheat", "", "[\"2021\", 1]") "," OF ("maize", ", \"unit\": \"kt\"", "[\"2021\", 2]"),
    "Wheat: [1]\nMaize: [2]", NULL, "Without a total: the rows are in different units (Maize)" },
  { "mixed-coverage", "R1: one coverage",
    OF ("wheat", "", "[\"2021\", 1]") "," OF ("maize", ", \"scope\": \"farms\"", "[\"2021\", 2]"),
    "Wheat: [1]\nMaize (farms): [2]", NULL,
    "Without a total: coverage, prices or seasonal adjustment of the rows differ (Maize)" },
  { "no-parts", "B-8: nothing to add up is said too",
    OF ("crop", "", "[\"2021\", 1]"), "Crop: [1]", NULL,
    "Without a total: no rows are declared parts of one whole" },
};

/* What is not asked for is counted: two of three parts can not be added up, nor does the
 * total of all three stand below them. */
static void
test_not_in_table (void)
{
  static const char *const two[] = { "winter", "spring", NULL };
  g_autoptr (TbComparison) comparison
      = tb_total_case_compare (OF ("wheat", "", "[\"2021\", 9]") "," OF ("winter", "", "[\"2021\", 5]") ","
                               OF ("spring", "", "[\"2021\", 2]") "," OF ("durum", "", "[\"2021\", 2]"),
                               two, NULL, NULL);
  g_autofree char *table = tb_total_case_dump (comparison, TB_LANGUAGE_EN);
  g_autofree char *note = tb_comparison_dup_cell_note (comparison, 2, 0, TB_LANGUAGE_EN);
  g_autofree char *note_zh = tb_comparison_dup_cell_note (comparison, 2, 0, TB_LANGUAGE_ZH);

  g_assert_cmpstr (table, ==, "Winter: [5]\nSpring: [2]\nTotal of 3: Wheat: [incomplete (2/3)]");
  g_assert_cmpstr (note, ==, "no total, as parts are not in the table: 1 of 3");
  g_assert_cmpstr (note_zh, ==, "共3项，其中1项未列入本表，不计合计");
}

/* A part in another unit is a part too. */
static void
test_other_unit (void)
{
  static const char *const two[] = { "winter", "spring", NULL };
  g_autoptr (TbComparison) fewer
      = tb_total_case_compare (OF ("winter", "", "[\"2021\", 1]") "," OF ("spring", "", "[\"2021\", 2]") ","
                               OF ("durum", ", \"unit\": \"kt\"", "[\"2021\", 3]"), two, NULL, NULL);
  g_autofree char *table = tb_total_case_dump (fewer, TB_LANGUAGE_EN);

  g_assert_cmpstr (table, ==, "Winter: [1]\nSpring: [2]\nTotal of 3: Wheat: [incomplete (2/3)]");
}

static void
test_not_asked_for (void)
{
  static const char *const one[] = { "wheat", "maize", NULL };
  g_autoptr (TbComparison) all
      = tb_total_case_compare (OF ("wheat", "", "[\"2021\", 7]") "," OF ("maize", "", "[\"2021\", 8]") ","
                               OF ("crop", "", "[\"2021\", 15]"), one, NULL, NULL);
  g_autofree char *table = tb_total_case_dump (all, TB_LANGUAGE_EN);

  /* The published total comes in although nobody asked for its row. */
  g_assert_cmpstr (table, ==, "Wheat: [7]\nMaize: [8]\nTotal: Crop: [15]");
}

#define HEARD(value, day) "{\"period\": \"2021-12-31\", \"value\": " value ", \"vintage\": \"" day "\"}"

/* Hindsight does not tell how many parts there are: Z was heard of in 2023. */
static void
test_known (void)
{
  g_autoptr (TbDataset) dataset
      = tb_total_case_read (AT ("x", HEARD ("5", "2022-01-31")) "," AT ("y", HEARD ("1", "2022-01-31")) ","
                            AT ("z", HEARD ("2", "2023-01-31")));
  static const struct
  {
    int year;
    const char *table;
  } days[] = {
    { 2022, "Herd (X): [5]\nHerd (Y): [1]\nTotal of 2 places in S: Herd: [6]" },
    { 2023, "Herd (X): [5]\nHerd (Y): [1]\nHerd (Z): [2]\nTotal of 3 places in S: Herd: [8]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED,
                                 .known = tb_day_new (days[i].year, 6, 1) };
      g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, NULL);
      g_autoptr (TbComparison) comparison
          = tb_comparison_new (selection, &(TbComparisonOptions) { .totals = TRUE });
      g_autofree char *table = tb_total_case_dump (comparison, TB_LANGUAGE_EN);

      g_assert_cmpstr (table, ==, days[i].table);
    }
}

/* Men of an age are men, and no women. */
static void
test_within (void)
{
  static const TbBreakdown women[] = { { "sex", "f", NULL } };
  static const TbBreakdown men[] = { { "age", "a", NULL }, { "sex", "m", NULL } };
  TbSeriesInfo all = { 0 };
  TbSeriesInfo f = { .breakdown = women, .n_breakdown = 1 };
  TbSeriesInfo m = { .breakdown = men + 1, .n_breakdown = 1 };
  TbSeriesInfo m_a = { .breakdown = men, .n_breakdown = 2 };

  g_assert_true (tb_parts_is_within (&m_a, &all));
  g_assert_true (tb_parts_is_within (&m_a, &m));
  g_assert_false (tb_parts_is_within (&m_a, &f));
  g_assert_false (tb_parts_is_within (&m, &m_a));
  g_assert_false (tb_parts_is_within (&m, &m));
}

/* A total of fewer parts is compared with nothing, and says so. */
static void
test_variance (void)
{
  g_autoptr (TbComparison) comparison
      = tb_total_case_compare (AT ("x", "[\"2021-12-31\", 10], [\"2022-12-31\", 12]") ","
                               AT ("y", "[\"2021-12-31\", 30], [\"2022-12-31\", 35]"), NULL,
                               "2021-12-31", "2022-12-31");
  g_autoptr (TbComparison) fewer
      = tb_total_case_compare (AT ("x", "[\"2021-12-31\", 10], [\"2022-12-31\", 12]") ","
                               AT ("y", "[\"2021-12-31\", 30]"), NULL,
                               "2021-12-31", "2022-12-31");
  g_autofree char *amount = tb_comparison_dup_cell (comparison, 2, 2, TB_LANGUAGE_EN);
  g_autofree char *percent = tb_comparison_dup_cell (comparison, 2, 3, TB_LANGUAGE_EN);
  g_autofree char *refused = tb_comparison_dup_cell (fewer, 2, 2, TB_LANGUAGE_EN);
  g_autofree char *why = tb_comparison_dup_cell_note (fewer, 2, 2, TB_LANGUAGE_EN);
  g_autofree char *why_zh = tb_comparison_dup_cell_note (fewer, 2, 2, TB_LANGUAGE_ZH);

  /* 47 − 40 = 7; 7 ÷ 40 = 17.5 %. */
  g_assert_cmpstr (amount, ==, "+7");
  g_assert_cmpstr (percent, ==, "+17.5%");
  g_assert_cmpstr (refused, ==, "—");
  g_assert_cmpstr (why, ==, "not compared: the total of 31 Dec 2022 is incomplete (1/2) (R0)");
  g_assert_cmpstr (why_zh, ==, "不可比：2022年12月31日合计不完整（1/2）（R0）");
}

/* R17: each of three parts is ±0.05, a total ±0.15, a change of totals ±0.3: 30.0 to
 * 30.3 is within it, 30.0 to 30.4 is not. */
static void
test_rounding (void)
{
  g_autoptr (TbComparison) within
      = tb_total_case_compare (OF ("crop", ", \"place\": \"x\"", "[\"2021\", 10.0], [\"2022\", 10.1]") ","
                               OF ("crop", ", \"place\": \"y\"", "[\"2021\", 10.0], [\"2022\", 10.1]") ","
                               OF ("crop", ", \"place\": \"z\"", "[\"2021\", 10.0], [\"2022\", 10.1]"), NULL,
                               "2021", "2022");
  g_autoptr (TbComparison) beyond
      = tb_total_case_compare (OF ("crop", ", \"place\": \"x\"", "[\"2021\", 10.0], [\"2022\", 10.1]") ","
                               OF ("crop", ", \"place\": \"y\"", "[\"2021\", 10.0], [\"2022\", 10.1]") ","
                               OF ("crop", ", \"place\": \"z\"", "[\"2021\", 10.0], [\"2022\", 10.2]"), NULL,
                               "2021", "2022");
  g_autofree char *none = tb_comparison_dup_cell (within, 3, 2, TB_LANGUAGE_EN);
  g_autofree char *some = tb_comparison_dup_cell (beyond, 3, 2, TB_LANGUAGE_EN);

  g_assert_cmpstr (none, ==, "≈0");
  g_assert_cmpstr (some, ==, "+0.4");
}

/* P-7: the status of a part is that of the sum, a break too (R8, R9). */
static void
test_status (void)
{
  g_autoptr (TbComparison) comparison
      = tb_total_case_compare (AT ("x", "[\"2021-12-31\", 10], "
                                    "{\"period\": \"2022-12-31\", \"value\": 12, \"status\": \"P\"}") ","
                               AT ("y", "[\"2021-12-31\", 30], "
                                    "{\"period\": \"2022-12-31\", \"value\": 35, \"break\": \"new\"}"),
                               NULL, "2021-12-31", "2022-12-31");
  TbObservation o;

  tb_series_get (tb_comparison_get_series (comparison, 2), 1, &o);
  g_assert_cmpuint (o.status, ==, TB_STATUS_PROVISIONAL | TB_STATUS_BREAK);
  g_assert_cmpint (tb_comparison_get_verdict (comparison, 2, 2).kind, ==, TB_VERDICT_INVALID);
  g_assert_cmpuint (tb_comparison_get_verdict (comparison, 2, 2).codes & TB_RULE (8), !=, 0);
}

/* Rows of a total know it, also in a table of some of them. */
static void
test_rows (void)
{
  g_autoptr (TbComparison) comparison
      = tb_total_case_compare (AT ("x", "[\"2021-12-31\", 10]") "," AT ("y", "[\"2021-12-31\", 30]") ","
                               OF ("crop", "", "[\"2021\", 7]"), NULL, NULL, NULL);
  g_autoptr (TbComparison) some
      = tb_comparison_new_of (comparison, (const guint32[]) { 3, 1, 2 }, 3, NULL, 0, NULL);
  g_autoptr (TbComparison) alone = tb_comparison_new_of (comparison, (const guint32[]) { 1 }, 1, NULL, 0, NULL);

  g_assert_cmpint (tb_comparison_get_total_row (comparison, 0), ==, 2);
  g_assert_cmpint (tb_comparison_get_total_row (comparison, 1), ==, 2);
  g_assert_cmpint (tb_comparison_get_total_row (comparison, 2), ==, -1);
  g_assert_cmpint (tb_comparison_get_total_row (comparison, 3), ==, -1);
  g_assert_true (tb_comparison_is_computed (comparison, 2));
  g_assert_cmpint (tb_comparison_get_total_row (some, 1), ==, 2);
  g_assert_true (tb_comparison_is_computed (some, 2));
  g_assert_cmpint (tb_comparison_get_total_row (alone, 0), ==, -1);
}

static void
test_words (void)
{
  g_autoptr (TbComparison) comparison
      = tb_total_case_compare (AT ("x", "[\"2021-12-31\", 10]") "," AT ("y", "[\"2021-12-31\", 30]"), NULL, NULL, NULL);
  g_autofree char *en = tb_comparison_dup_cell_description (comparison, 2, 0, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_comparison_dup_cell_description (comparison, 2, 0, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, "Total of 2 places in S: Herd, 31 Dec 2021: 40 heads; " SUM2);
  g_assert_cmpstr (zh, ==, "合计（省2个地区）：存栏，2021年12月31日：40头；为2项之和，系计算所得；文件中无公布的合计数");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/total/B-8/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], tb_total_case_test);
    }
  g_test_add_func ("/total/B-8/not-in-table", test_not_in_table);
  g_test_add_func ("/total/B-8/part-in-another-unit", test_other_unit);
  g_test_add_func ("/total/B-8/published-not-asked-for", test_not_asked_for);
  g_test_add_func ("/total/B-8/as-known", test_known);
  g_test_add_func ("/total/B-8/within", test_within);
  g_test_add_func ("/total/B-8/variance", test_variance);
  g_test_add_func ("/total/B-8/rounding", test_rounding);
  g_test_add_func ("/total/B-8/status", test_status);
  g_test_add_func ("/total/B-8/rows", test_rows);
  g_test_add_func ("/total/B-8/words", test_words);

  return g_test_run ();
}
