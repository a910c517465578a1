/* C10, C11, B-8: what would count something twice is not stacked, and the type says why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"
#include "tb-test-charts.h"
#include "tb-test-datasets.h"
#include "tb-test-texts.h"

#define HEAD                                                                                                           \
  "{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"units\": {\"t\": {\"name\": \"t\", \"kind\": \"mass\"}},"           \
  " \"places\": {\"s\": {\"name\": \"S\"}, \"x\": {\"name\": \"X\", \"parent\": \"s\"},"                               \
  " \"y\": {\"name\": \"Y\", \"parent\": \"s\"}},"                                                                     \
  " \"indicators\": [{\"id\": \"crop\", \"name\": {\"en\": \"Crop\", \"zh\": \"作物\"}, \"unit\": \"t\","                \
  " \"measure\": \"flow\"},"                                                                                           \
  " {\"id\": \"wheat\", \"name\": \"Wheat\", \"unit\": \"t\", \"measure\": \"flow\", \"part_of\": \"crop\"},"          \
  " {\"id\": \"maize\", \"name\": \"Maize\", \"unit\": \"t\", \"measure\": \"flow\", \"part_of\": \"crop\"},"          \
  " {\"id\": \"winter\", \"name\": \"Winter\", \"unit\": \"t\", \"measure\": \"flow\", \"part_of\": \"wheat\"},"       \
  " {\"id\": \"rain\", \"name\": \"Rain\", \"unit\": \"t\", \"measure\": \"flow\", \"additive\": false},"              \
  " {\"id\": \"snow\", \"name\": \"Snow\", \"unit\": \"t\", \"measure\": \"flow\", \"part_of\": \"rain\"},"            \
  " {\"id\": \"mean\", \"name\": \"Mean\", \"unit\": \"t\", \"measure\": \"average\"},"                                \
  " {\"id\": \"low\", \"name\": \"Low\", \"unit\": \"t\", \"measure\": \"average\", \"part_of\": \"mean\"}],"          \
  " \"series\": ["
#define OF(id, more, figures) "{\"indicator\": \"" id "\"" more ", \"observations\": [" figures "]}"
#define BY(dimension, category, figures) OF ("crop", ", \"breakdown\": {\"" dimension "\": \"" category "\"}", figures)
#define TWO(a, b) "[\"2020\", " a "], [\"2021\", " b "]"

#define TWICE "Some would be stacked twice, as these overlap: "
#define SUM "Some would be stacked twice, as this is the sum of others: "
#define SIDE "; a line chart or small multiples show them side by side."

static const struct
{
  const char *name;
  const char *source;
  const char *series;
  const char *reason;      /* nullable: they are stacked */
  const char *reason_zh;
} cases[] = {
  { "ages-nested", "15–24 is counted in 15–64",
    BY ("age", "15-24", TWO ("5", "6")) "," BY ("age", "15-64", TWO ("60", "61")),
    TWICE "15-24 and 15-64" SIDE, "“15-24”与“15-64”相互重叠，堆积会重复计算；可用折线图或分面图。" },
  { "ages-nested-in-a-whole", "the same where the file has the whole",
    OF ("crop", "", TWO ("100", "101")) "," BY ("age", "15-24", TWO ("5", "6")) ","
    BY ("age", "15-64", TWO ("60", "61")) "," BY ("age", "65+", TWO ("15", "16")),
    TWICE "Crop (15-24) and Crop (15-64)" SIDE, "“作物（15-24）”与“作物（15-64）”相互重叠，堆积会重复计算；可用折线图或分面图。" },
  { "ages-apart", "each year of age is in one",
    BY ("age", "15-24", TWO ("5", "6")) "," BY ("age", "25-64", TWO ("60", "61")), NULL, NULL },
  { "category-of-all", "the whole is no part beside its parts: it is what they are parts of",
    BY ("sex", "_T", TWO ("9", "10")) "," BY ("sex", "f", TWO ("4", "4")) "," BY ("sex", "m", TWO ("5", "6")),
    NULL, NULL },
  { "category-of-all-and-one", "one part alone is no stack",
    BY ("sex", "_T", TWO ("9", "10")) "," BY ("sex", "f", TWO ("4", "4")),
    "Stacked columns need two parts of a whole or more.", "堆积柱形图至少需要总体的两个组成部分。" },
  { "women-and-the-young", "some are both",
    OF ("crop", "", TWO ("9", "10")) "," BY ("sex", "f", TWO ("4", "4")) "," BY ("age", "a", TWO ("5", "6")),
    TWICE "Crop (f) and Crop (a)" SIDE, "“作物（f）”与“作物（a）”相互重叠，堆积会重复计算；可用折线图或分面图。" },
  { "all-and-their-whole", "the category of all is no part of what it is",
    OF ("crop", "", TWO ("9", "10")) "," BY ("sex", "_T", TWO ("9", "10")) "," BY ("sex", "f", TWO ("4", "4")) ","
    BY ("sex", "m", TWO ("5", "6")), NULL, NULL },
  { "women-and-all-of-an-age", "some are both",
    OF ("crop", "", TWO ("9", "10")) "," BY ("sex", "f", TWO ("4", "4")) ","
    OF ("crop", ", \"breakdown\": {\"age\": \"a\", \"sex\": \"_T\"}", TWO ("3", "3")),
    TWICE "Crop (f) and Crop (a, _T)" SIDE, "“作物（f）”与“作物（a，_T）”相互重叠，堆积会重复计算；可用折线图或分面图。" },
  { "women-here-and-the-young-there", "no sum of these is of anything",
    OF ("crop", ", \"place\": \"x\", \"breakdown\": {\"sex\": \"f\"}", TWO ("4", "4")) ","
    OF ("crop", ", \"place\": \"y\", \"breakdown\": {\"age\": \"a\"}", TWO ("3", "3")),
    "Not declared parts of one whole: X and f and Y and a" SIDE,
    "“X和f”与“Y和a”未声明为同一总体的组成部分，不宜堆积；可用折线图或分面图。" },
  { "women-and-young-men", "no one is both",
    OF ("crop", "", TWO ("9", "10")) "," BY ("sex", "f", TWO ("4", "4")) ","
    OF ("crop", ", \"breakdown\": {\"age\": \"a\", \"sex\": \"m\"}", TWO ("3", "3")), NULL, NULL },
  { "wheat-of-all-and-crop-of-one", "wheat of X is in both",
    OF ("crop", ", \"place\": \"s\"", TWO ("20", "20")) "," OF ("wheat", ", \"place\": \"s\"", TWO ("4", "4")) ","
    OF ("crop", ", \"place\": \"x\"", TWO ("5", "6")),
    TWICE "Wheat (S) and Crop (X)" SIDE, "“Wheat（S）”与“作物（X）”相互重叠，堆积会重复计算；可用折线图或分面图。" },
  { "crop-of-one-and-wheat-of-all", "the same the other way round",
    OF ("crop", ", \"place\": \"s\"", TWO ("20", "20")) "," OF ("crop", ", \"place\": \"x\"", TWO ("5", "6")) ","
    OF ("wheat", ", \"place\": \"s\"", TWO ("4", "4")),
    TWICE "Crop (X) and Wheat (S)" SIDE, "“作物（X）”与“Wheat（S）”相互重叠，堆积会重复计算；可用折线图或分面图。" },
  { "codes-of-a-tree", "A = A1 + A2 in both years; 12.3 ÷ 0.3 and 15.6 ÷ 0.3 are more than 1,000 together",
    BY ("act", "A", TWO ("12.3", "15.6")) "," BY ("act", "A1", TWO ("5.1", "6.2")) ","
    BY ("act", "A2", TWO ("7.2", "9.4")),
    SUM "A" SIDE, "“A”为其他部分之和，堆积会重复计算；可用折线图或分面图。" },
  { "codes-alike", "a prefix is no proof",
    BY ("act", "A", TWO ("12.3", "15.6")) "," BY ("act", "A1", TWO ("5.1", "6.2")) ","
    BY ("act", "A2", TWO ("7.2", "9.9")), NULL, NULL },
  { "more-than-the-whole", "F-5: 60 + 50 = 110 of 100 in 2021; 40 + 50 = 90 of 90 in 2020",
    OF ("crop", "", TWO ("90", "100")) "," OF ("wheat", "", TWO ("40", "60")) "," OF ("maize", "", TWO ("50", "50")),
    "These come to more than “Crop” (2021), so that they are not its parts alone" SIDE,
    "各项之和大于作物（2021年），并非其互不重复的组成部分；可用折线图或分面图。" },
  { "less-than-the-whole", "F-5: 60 + 30 = 90 of 100 leave others",
    OF ("crop", "", TWO ("90", "100")) "," OF ("wheat", "", TWO ("40", "60")) "," OF ("maize", "", TWO ("50", "30")),
    NULL, NULL },
};

static void
assert_reason (TbChartType        type,
               const TbSelection *selection,
               TbLanguage         language,
               const char        *expected)
{
  g_autofree char *reason = tb_chart_dup_misfit (type, selection, language);

  g_assert_cmpstr (reason, ==, expected);
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *json = g_strconcat (HEAD, cases[i].series, "]}", NULL);
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (json);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, NULL);

  assert_reason (TB_CHART_STACKED, selection, TB_LANGUAGE_EN, cases[i].reason);
  assert_reason (TB_CHART_STACKED, selection, TB_LANGUAGE_ZH, cases[i].reason_zh);
  /* 100 % cannot hold more than the whole, which is told as that. */
  if (!g_str_equal (cases[i].name, "more-than-the-whole"))
    assert_reason (TB_CHART_STACKED_SHARE, selection, TB_LANGUAGE_EN, cases[i].reason);
}

/* C10, F-6: what the parts of a waterfall add adds up to what the whole added. */
static const struct
{
  const char *name;
  const char *source;
  const char *series;
  const char *reason, *reason_zh;
} falls[] = {
  { "parts", "10 and 20 of 30",
    OF ("crop", "", TWO ("90", "120")) "," OF ("wheat", "", TWO ("40", "50")) "," OF ("maize", "", TWO ("50", "70")),
    NULL, NULL },
  { "more-than-the-whole", "F-5: 60 + 50 = 110 of 100 in 2021",
    OF ("crop", "", TWO ("90", "100")) "," OF ("wheat", "", TWO ("40", "60")) "," OF ("maize", "", TWO ("50", "50")),
    "The parts come to more than “Crop” (2021), so that they are not its parts alone.",
    "各项之和大于作物（2021年），并非其互不重复的组成部分。" },
  { "more-than-the-whole-before", "F-5: 60 + 50 = 110 of 100 in 2020",
    OF ("crop", "", TWO ("100", "120")) "," OF ("wheat", "", TWO ("60", "60")) "," OF ("maize", "", TWO ("50", "50")),
    "The parts come to more than “Crop” (2020), so that they are not its parts alone.",
    "各项之和大于作物（2020年），并非其互不重复的组成部分。" },
  { "more-than-the-whole-within-rounding", "F-5: 1.1 + 2.2 = 3.3 of 3.2: 0.1 ≤ 0.15",
    OF ("crop", "", TWO ("3.2", "4.2")) "," OF ("wheat", "", TWO ("1.1", "1.6")) ","
    OF ("maize", "", TWO ("2.2", "2.6")), NULL, NULL },
  { "more-than-a-part", "F-5: winter wheat is more than wheat",
    OF ("crop", "", TWO ("90", "120")) "," OF ("wheat", "", TWO ("40", "50")) "," OF ("winter", "", TWO ("45", "48")),
    "The parts come to more than “Wheat” (2020), so that they are not its parts alone.",
    "各项之和大于Wheat（2020年），并非其互不重复的组成部分。" },
  { "part-and-some-of-it", "women's wheat is wheat",
    OF ("crop", "", TWO ("90", "120")) "," OF ("wheat", "", TWO ("40", "50")) ","
    OF ("wheat", ", \"breakdown\": {\"sex\": \"f\"}", TWO ("4", "5")),
    "Some would be counted twice, as these overlap: Wheat and Wheat (f).",
    "“Wheat”与“Wheat（f）”相互重叠，相加会重复计算。" },
  { "said", "format.md: additive",
    OF ("rain", "", TWO ("90", "120")) "," OF ("snow", "", TWO ("40", "50")),
    "The file says that these figures do not add up: Rain.", "文件注明“Rain”不可加总。" },
  { "averages", "B-8: never over averages",
    OF ("mean", "", TWO ("90", "120")) "," OF ("low", "", TWO ("40", "50")),
    "Only levels and amounts can be added up; averages, ratios, indices and rates cannot.",
    "只有存量和流量可以相加减，平均数、比率、指数、增速不能。" },
};

static void
test_fall (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *json = g_strconcat (HEAD, falls[i].series, "]}", NULL);
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (json);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, NULL);

  assert_reason (TB_CHART_WATERFALL, selection, TB_LANGUAGE_EN, falls[i].reason);
  assert_reason (TB_CHART_WATERFALL, selection, TB_LANGUAGE_ZH, falls[i].reason_zh);
}

/* F-5: 4 of 9 is 44.4 %, 5 of 9 55.6 %; 4 of 10 and 6 of 10: of the category of all. */
static void
test_shares (void)
{
  static const char *const shares[] = { "44.4", "55.6", "40.0", "60.0" };
  g_autoptr (TbDataset) dataset
      = tb_test_read_dataset (HEAD BY ("sex", "_T", TWO ("9", "10")) "," BY ("sex", "f", TWO ("4", "4")) ","
                              BY ("sex", "m", TWO ("5", "6")) "]}");
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbScene) scene = NULL;
  g_autoptr (GError) error = NULL;

  fields.type = TB_CHART_STACKED_SHARE;
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    g_assert_true (tb_test_holds (scene, shares[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/stack-sound/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (falls); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/waterfall-sound/", falls[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_fall);
    }
  g_test_add_func ("/chart/stack-sound/shares-of-all", test_shares);

  return g_test_run ();
}
