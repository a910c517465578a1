/* B-8: rows that look like parts of one whole and are not have no total, and the table says why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-total-case.h"

/* Heads by age, or by another breakdown. */
#define AGED(age, figures) BY ("age", age, figures)
#define BY(dimension, category, figures) OF ("herd", ", \"breakdown\": {\"" dimension "\": \"" category "\"}", figures)
#define ON(value) "[\"2021-12-31\", " value "]"

#define TO_DATE(value) "{\"period\": \"2021-Q2\", \"value\": " value ", \"basis\": \"year-to-date\"}"

#define NO_TOTAL "Without a total: "
#define NO_TOTAL_ZH "不计合计："
#define TWICE "categories overlap, so that some would be counted twice "
#define SUM_OF_OTHERS "one category is the sum of others "
#define MORE "the rows come to more than was published of their whole, so that they are not its parts alone "
#define MULTIPLE                                                                                                       \
  "the rows come to a multiple of what was published of their whole, and look like more than one breakdown of it "

static const TbTotalCase cases[] = {
  { "ages-nested", "15–24 is counted in 15–64: 20 + 5 + 60 + 15 would be 100 of 95",
    AGED ("0-14", ON ("20")) "," AGED ("15-24", ON ("5")) "," AGED ("15-64", ON ("60")) "," AGED ("65+", ON ("15")),
    "Herd (0-14): [20]\nHerd (15-24): [5]\nHerd (15-64): [60]\nHerd (65+): [15]", NULL,
    NO_TOTAL TWICE "(Herd: 15-24 and 15-64)" },
  { "ages-nested-zh", "the same in words of the census",
    AGED ("15—24岁", ON ("5")) "," AGED ("15—64岁", ON ("60")),
    "存栏（15—24岁）: [5]\n存栏（15—64岁）: [60]", NULL,
    NO_TOTAL_ZH "分组相互重叠，加总会重复计算（存栏：15—24岁与15—64岁）", TB_LANGUAGE_ZH },
  { "ages-apart", "20 + 65 + 15 = 100",
    AGED ("0-14", ON ("20")) "," AGED ("15-64", ON ("65")) "," AGED ("65+", ON ("15")),
    "Herd (0-14): [20]\nHerd (15-64): [65]\nHerd (65+): [15]\nTotal of 3: Herd: [100]",
    "computed: the sum of the 3 parts; the file has no published total" },
  { "ages-nested-beside-all", "what was published is no total of rows that overlap",
    AGED ("Total", ON ("80")) "," AGED ("15-24", ON ("5")) "," AGED ("15+", ON ("80")),
    "Herd (Total): [80]\nHerd (15-24): [5]\nHerd (15+): [80]", NULL, NO_TOTAL TWICE "(Herd: 15-24 and 15+)" },
  { "codes-of-a-tree", "A = A1 + A2 in two years, 12.3 = 5.1 + 7.2, 15.6 = 6.2 + 9.4: one in 1,000 is no chance",
    OF ("crop", ", \"breakdown\": {\"act\": \"A\"}", "[\"2020\", 12.3], [\"2021\", 15.6]") ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A1\"}", "[\"2020\", 5.1], [\"2021\", 6.2]") ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A2\"}", "[\"2020\", 7.2], [\"2021\", 9.4]"),
    "Crop (A): [12.3] [15.6]\nCrop (A1): [5.1] [6.2]\nCrop (A2): [7.2] [9.4]", NULL,
    NO_TOTAL SUM_OF_OTHERS "(Crop: A)" },
  { "codes-of-a-tree-zh", "the same",
    OF ("crop", ", \"breakdown\": {\"act\": \"A\"}", "[\"2020\", 12.3], [\"2021\", 15.6]") ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A1\"}", "[\"2020\", 5.1], [\"2021\", 6.2]") ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A2\"}", "[\"2020\", 7.2], [\"2021\", 9.4]"),
    "Crop（A）: [12.3] [15.6]\nCrop（A1）: [5.1] [6.2]\nCrop（A2）: [7.2] [9.4]", NULL,
    NO_TOTAL_ZH "有一分组为其他分组之和（Crop：A）", TB_LANGUAGE_ZH },
  { "codes-alike", "a prefix alone is no proof: A is not A1 + A2; 12.3 + 5.1 + 7.9 = 25.3",
    OF ("crop", ", \"breakdown\": {\"act\": \"A\"}", "[\"2020\", 12.3]") ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A1\"}", "[\"2020\", 5.1]") ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A2\"}", "[\"2020\", 7.9]"),
    "Crop (A): [12.3]\nCrop (A1): [5.1]\nCrop (A2): [7.9]\nTotal of 3: Crop: [25.3]",
    "computed: the sum of the 3 parts; the file has no published total" },
  { "codes-by-chance", "3 = 1 + 2 happens: 3 + 1 + 2 = 6",
    OF ("herd", ", \"breakdown\": {\"act\": \"1\"}", ON ("3")) ","
    OF ("herd", ", \"breakdown\": {\"act\": \"10\"}", ON ("1")) ","
    OF ("herd", ", \"breakdown\": {\"act\": \"11\"}", ON ("2")),
    "Herd (1): [3]\nHerd (10): [1]\nHerd (11): [2]\nTotal of 3: Herd: [6]",
    "computed: the sum of the 3 parts; the file has no published total" },
  { "codes-once-not", "in 2021 A is not A1 + A2: 15.6 beside 6.2 + 9.9",
    OF ("crop", ", \"breakdown\": {\"act\": \"A\"}", "[\"2020\", 1234.5], [\"2021\", 15.6]") ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A1\"}", "[\"2020\", 1000.4], [\"2021\", 6.2]") ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A2\"}", "[\"2020\", 234.1], [\"2021\", 9.9]"),
    "Crop (A): [1,234.5] [15.6]\nCrop (A1): [1,000.4] [6.2]\nCrop (A2): [234.1] [9.9]\n"
    "Total of 3: Crop: [2,469.0] [31.7]",
    "computed: the sum of the 3 parts; the file has no published total" },
  { "codes-of-other-spans", "April to June is no sum of January to June",
    OF ("crop", ", \"breakdown\": {\"act\": \"A\"}", "[\"2021-Q2\", 1234.5]") ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A1\"}", TO_DATE ("1000.4")) ","
    OF ("crop", ", \"breakdown\": {\"act\": \"A2\"}", TO_DATE ("234.1")),
    "Crop (A): [1,234.5]\nCrop (A1): [1,000.4]\nCrop (A2): [234.1]\nTotal of 3: Crop: [—]",
    "no total, as the parts are not of the same span" },
  { "more-than-its-whole", "F-5: 60 + 50 = 110 of 100, beyond 1.5",
    OF ("crop", "", "[\"2021\", 100]") "," OF ("wheat", "", "[\"2021\", 60]") "," OF ("maize", "", "[\"2021\", 50]"),
    "Crop: [100]\nWheat: [60]\nMaize: [50]", NULL, NO_TOTAL MORE "(Crop: 110 t of 100 t in 2021)" },
  { "more-than-its-whole-zh", "F-5: the same",
    OF ("crop", "", "[\"2021\", 100]") "," OF ("wheat", "", "[\"2021\", 60]") "," OF ("maize", "", "[\"2021\", 50]"),
    "Crop: [100]\nWheat: [60]\nMaize: [50]", NULL,
    NO_TOTAL_ZH "各项之和大于公布的总数，并非其互不重复的组成部分（Crop：2021年各项之和110t，公布数100t）", TB_LANGUAGE_ZH },
  { "more-within-rounding", "F-5: 50.4 + 49.7 = 100.1 of 100.0: 0.1 ≤ 0.15",
    OF ("crop", "", "[\"2021\", 100.0]") "," OF ("wheat", "", "[\"2021\", 50.4]") ","
    OF ("maize", "", "[\"2021\", 49.7]"),
    "Wheat: [50.4]\nMaize: [49.7]\nTotal: Crop: [100.0]",
    "as published; the parts add up to 100.1 t, a difference within their rounding" },
  { "more-just-beyond-rounding", "F-5: 50.4 + 49.8 = 100.2 of 100.0: 0.2 > 0.15",
    OF ("crop", "", "[\"2021\", 100.0]") "," OF ("wheat", "", "[\"2021\", 50.4]") ","
    OF ("maize", "", "[\"2021\", 49.8]"),
    "Crop: [100.0]\nWheat: [50.4]\nMaize: [49.8]", NULL, NO_TOTAL MORE "(Crop: 100.2 t of 100 t in 2021)" },
  { "more-in-one-year", "parts of one whole are so in all years; the latest is told",
    OF ("crop", "", "[\"2020\", 100], [\"2021\", 100], [\"2022\", 100]") ","
    OF ("wheat", "", "[\"2020\", 60], [\"2021\", 70], [\"2022\", 40]") ","
    OF ("maize", "", "[\"2020\", 50], [\"2021\", 50], [\"2022\", 50]"),
    "Crop: [100] [100] [100]\nWheat: [60] [70] [40]\nMaize: [50] [50] [50]", NULL,
    NO_TOTAL MORE "(Crop: 120 t of 100 t in 2021)" },
  { "more-by-a-bound", "R15: over 60 and 50 are more than 100",
    OF ("crop", "", "[\"2021\", 100]") ","
    OF ("wheat", "", "{\"period\": \"2021\", \"value\": 60, \"qualifier\": \"over\"}") ","
    OF ("maize", "", "[\"2021\", 50]"),
    "Crop: [100]\nWheat: [>60]\nMaize: [50]", NULL, NO_TOTAL MORE "(Crop: >110 t of 100 t in 2021)" },
  { "not-more-by-a-ceiling", "R15: under 60 and 50 may be 100, less or more",
    OF ("crop", "", "[\"2021\", 100]") ","
    OF ("wheat", "", "{\"period\": \"2021\", \"value\": 60, \"qualifier\": \"under\"}") ","
    OF ("maize", "", "[\"2021\", 50]"),
    "Wheat: [<60]\nMaize: [50]\nTotal: Crop: [100]",
    "as published; the parts add up to <110 t" },
  { "not-more-by-about", "R15: about 60 and 50 may be 100",
    OF ("crop", "", "[\"2021\", 100]") ","
    OF ("wheat", "", "{\"period\": \"2021\", \"value\": 60, \"qualifier\": \"about\"}") ","
    OF ("maize", "", "[\"2021\", 50]"),
    "Wheat: [≈60]\nMaize: [50]\nTotal: Crop: [100]",
    "as published; the parts add up to ≈110 t, which is ≈10 t more" },
  { "more-of-some", "60 + 50 of two parts of three are more than 100 without the third",
    OF ("wheat", "", "[\"2021\", 100], [\"2020\", 99]") "," OF ("winter", "", "[\"2021\", 60], [\"2020\", 33]") ","
    OF ("spring", "", "[\"2021\", 50], [\"2020\", 33]") "," OF ("durum", "", "[\"2020\", 33]"),
    "Wheat: [99] [100]\nWinter: [33] [60]\nSpring: [33] [50]\nDurum: [33] []", NULL,
    NO_TOTAL MORE "(Wheat: 110 t of 100 t in 2021)" },
  { "more-below-zero", "F-5: −60 and −50 are −110 of −100",
    OF ("crop", "", "[\"2021\", -100]") "," OF ("wheat", "", "[\"2021\", -60]") ","
    OF ("maize", "", "[\"2021\", -50]"),
    "Crop: [−100]\nWheat: [−60]\nMaize: [−50]", NULL, NO_TOTAL MORE "(Crop: −110 t of −100 t in 2021)" },
  { "less-below-zero", "F-5: −60 and −30 are −90 of −100",
    OF ("crop", "", "[\"2021\", -100]") "," OF ("wheat", "", "[\"2021\", -60]") ","
    OF ("maize", "", "[\"2021\", -30]"),
    "Wheat: [−60]\nMaize: [−30]\nTotal: Crop: [−100]",
    "as published; the parts add up to −90 t, which is 10 t more" },
  { "twice-below-zero", "twice −50 is −100",
    OF ("crop", "", "[\"2021\", -50]") "," OF ("wheat", "", "[\"2021\", -60]") ","
    OF ("maize", "", "[\"2021\", -40]"),
    "Crop: [−50]\nWheat: [−60]\nMaize: [−40]", NULL, NO_TOTAL MULTIPLE "(Crop: −100 t of −50 t in 2021)" },
  { "less-than-nothing", "a part below zero lets others be more: 120 − 5 = 115 of 100 is told, and what is missing not",
    OF ("crop", "", "[\"2021\", 100]") "," OF ("wheat", "", "[\"2021\", 120]") "," OF ("maize", "", "[\"2021\", -5]"),
    "Wheat: [120]\nMaize: [−5]\nTotal: Crop: [100]",
    "as published; the parts add up to 115 t, which is 15 t more" },
  { "split-in-two-ways-of-one-parent", "40 + 60 by one, 30 + 70 by another: twice 100",
    OF ("wheat", "", "[\"2020\", 50], [\"2021\", 100]") "," OF ("winter", "", "[\"2020\", 60], [\"2021\", 140]") ","
    OF ("spring", "", "[\"2020\", 40], [\"2021\", 60]"),
    "Wheat: [50] [100]\nWinter: [60] [140]\nSpring: [40] [60]", NULL,
    NO_TOTAL MULTIPLE "(Wheat: 200 t of 100 t in 2021)" },
  { "twice-within-rounding", "200.1 of twice 100.0: 0.1 ≤ 0.05 × 2 + 2 × 0.05",
    OF ("wheat", "", "[\"2021\", 100.0]") "," OF ("winter", "", "[\"2021\", 140.0]") ","
    OF ("spring", "", "[\"2021\", 60.1]"),
    "Wheat: [100.0]\nWinter: [140.0]\nSpring: [60.1]", NULL, NO_TOTAL MULTIPLE "(Wheat: 200.1 t of 100 t in 2021)" },
  { "twice-just-within-rounding", "200.2 of twice 100.0: 0.2 ≤ 0.05 × 2 + 2 × 0.05",
    OF ("wheat", "", "[\"2021\", 100.0]") "," OF ("winter", "", "[\"2021\", 140.1]") ","
    OF ("spring", "", "[\"2021\", 60.1]"),
    "Wheat: [100.0]\nWinter: [140.1]\nSpring: [60.1]", NULL, NO_TOTAL MULTIPLE "(Wheat: 200.2 t of 100 t in 2021)" },
  { "twice-beyond-rounding", "200.3 of twice 100.0: 0.3 > 0.2",
    OF ("wheat", "", "[\"2021\", 100.0]") "," OF ("winter", "", "[\"2021\", 140.2]") ","
    OF ("spring", "", "[\"2021\", 60.1]"),
    "Wheat: [100.0]\nWinter: [140.2]\nSpring: [60.1]", NULL, NO_TOTAL MORE "(Wheat: 200.3 t of 100 t in 2021)" },
  { "twice-in-one-year", "150 of 100 in 2020 is no multiple",
    OF ("wheat", "", "[\"2020\", 100], [\"2021\", 100]") ","
    OF ("winter", "", "[\"2020\", 90], [\"2021\", 140]") ","
    OF ("spring", "", "[\"2020\", 60], [\"2021\", 60]"),
    "Wheat: [100] [100]\nWinter: [90] [140]\nSpring: [60] [60]", NULL,
    NO_TOTAL MORE "(Wheat: 200 t of 100 t in 2021)" },
  { "twice-zh", "the same in Chinese",
    OF ("wheat", "", "[\"2021\", 100]") "," OF ("winter", "", "[\"2021\", 140]") ","
    OF ("spring", "", "[\"2021\", 60]"),
    "Wheat: [100]\nWinter: [140]\nSpring: [60]", NULL,
    NO_TOTAL_ZH "各项之和为公布总数的整倍数，似为同一总数的多种分组（Wheat：2021年各项之和200t，公布数100t）", TB_LANGUAGE_ZH },
  { "by-place-and-by-indicator", "B-8: the total says by which of two ways rows are added up; 1 + 2 = 3, 4 + 5 = 9",
    OF ("wheat", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("wheat", ", \"place\": \"y\"", "[\"2021\", 2]") ","
    OF ("maize", ", \"place\": \"x\"", "[\"2021\", 4]") "," OF ("maize", ", \"place\": \"y\"", "[\"2021\", 5]"),
    "Wheat (X): [1]\nWheat (Y): [2]\nTotal of 2 places in S: Wheat: [3]\n"
    "Maize (X): [4]\nMaize (Y): [5]\nTotal of 2 places in S: Maize: [9]",
    SUM2 "; totals here are by place; the same rows are parts by indicator too" },
  { "by-place-and-by-indicator-zh", "the same in Chinese",
    OF ("wheat", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("wheat", ", \"place\": \"y\"", "[\"2021\", 2]") ","
    OF ("maize", ", \"place\": \"x\"", "[\"2021\", 4]") "," OF ("maize", ", \"place\": \"y\"", "[\"2021\", 5]"),
    "Wheat（X）: [1]\nWheat（Y）: [2]\n合计（省2个地区）：Wheat: [3]\n"
    "Maize（X）: [4]\nMaize（Y）: [5]\n合计（省2个地区）：Maize: [9]",
    "为2项之和，系计算所得；文件中无公布的合计数；此处按地区合计；各行亦可按指标合计", NULL, TB_LANGUAGE_ZH },
  { "by-place-alone", "maize is of x alone: no other way is complete",
    OF ("wheat", ", \"place\": \"x\"", "[\"2021\", 1]") "," OF ("wheat", ", \"place\": \"y\"", "[\"2021\", 2]"),
    "Wheat (X): [1]\nWheat (Y): [2]\nTotal of 2 places in S: Wheat: [3]", SUM2 },
  { "published-nothing-yet", "B-8: neither total nor all parts",
    OF ("crop", "", "[\"2020\", 70]") "," OF ("wheat", "", "[\"2020\", 20], [\"2021\", 40]") ","
    OF ("maize", "", "[\"2020\", 50]"),
    "Wheat: [20] [40]\nMaize: [50] []\nTotal: Crop: [70] []", "no total is published for this period" },
  { "published-nothing-yet-zh", "the same in Chinese",
    OF ("crop", "", "[\"2020\", 70]") "," OF ("wheat", "", "[\"2020\", 20], [\"2021\", 40]") ","
    OF ("maize", "", "[\"2020\", 50]"),
    "Wheat: [20] [40]\nMaize: [50] []\n合计：Crop: [70] []", "本期未公布合计数", NULL, TB_LANGUAGE_ZH },
  { "published-not-known", "P-6: a figure that is not available is none; 40 + 60 = 100",
    OF ("crop", "", "[\"2020\", 70], {\"period\": \"2021\", \"value\": null, \"status\": \"M\"}") ","
    OF ("wheat", "", "[\"2020\", 20], [\"2021\", 40]") "," OF ("maize", "", "[\"2020\", 50], [\"2021\", 60]"),
    "Wheat: [20] [40]\nMaize: [50] [60]\nTotal: Crop: [70] […]",
    "no total is published for this period; the parts add up to 100 t" },
};

/* What overlaps with rows of the table is no part that is missing in it. */
static void
test_held (void)
{
  static const struct
  {
    const char *source;
    gsize       skipped;
    const char *table;
  } tables[] = {
    { "15–24 is counted in 15–64: 20 + 65 + 15 = 100", 1,
      "Herd (0-14): [20]\nHerd (15-64): [65]\nHerd (65+): [15]\nTotal of 3: Herd: [100]" },
    { "15–64 is counted in none: 20, 5 and 15 are no whole", 2,
      "Herd (0-14): [20]\nHerd (15-24): [5]\nHerd (65+): [15]\nTotal of 4: Herd: [incomplete (3/4)]" },
  };
  g_autoptr (TbDataset) dataset
      = tb_total_case_read (AGED ("0-14", ON ("20")) "," AGED ("15-24", ON ("5")) "," AGED ("15-64", ON ("65")) ","
                            AGED ("65+", ON ("15")));
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbSelection) all = tb_selection_new (dataset, &query, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      guint32 rows[3];
      g_autoptr (TbSelection) some = NULL;
      g_autoptr (TbComparison) comparison = NULL;
      g_autofree char *table = NULL;
      guint n = 0;

      for (guint32 row = 0; row < 4; row++)
        if (row != tables[i].skipped)
          rows[n++] = row;
      some = tb_selection_new_of (all, rows, 3);
      comparison = tb_comparison_new (some, &(TbComparisonOptions) { .totals = TRUE });
      table = tb_total_case_dump (comparison, TB_LANGUAGE_EN);
      g_assert_cmpstr (table, ==, tables[i].table);
    }
}

/* Of another way that is not complete nothing is told: durum is not in the table. */
static void
test_way (void)
{
  static const char *const two[] = { "winter", "spring", NULL };
  g_autoptr (TbComparison) comparison
      = tb_total_case_compare (OF ("winter", ", \"place\": \"x\"", "[\"2021\", 1]") ","
                               OF ("winter", ", \"place\": \"y\"", "[\"2021\", 2]") ","
                               OF ("spring", ", \"place\": \"x\"", "[\"2021\", 4]") ","
                               OF ("spring", ", \"place\": \"y\"", "[\"2021\", 5]") ","
                               OF ("durum", ", \"place\": \"x\"", "[\"2021\", 7]") ","
                               OF ("durum", ", \"place\": \"y\"", "[\"2021\", 8]"), two, NULL, NULL);
  g_autofree char *table = tb_total_case_dump (comparison, TB_LANGUAGE_EN);
  g_autofree char *note = tb_comparison_dup_cell_note (comparison, 2, 0, TB_LANGUAGE_EN);

  g_assert_cmpstr (table, ==, "Winter (X): [1]\nWinter (Y): [2]\nTotal of 2 places in S: Winter: [3]\n"
                              "Spring (X): [4]\nSpring (Y): [5]\nTotal of 2 places in S: Spring: [9]");
  g_assert_cmpstr (note, ==, SUM2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/total-sound/B-8/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], tb_total_case_test);
    }
  g_test_add_func ("/total-sound/B-8/held", test_held);
  g_test_add_func ("/total-sound/B-8/another-way", test_way);

  return g_test_run ();
}
