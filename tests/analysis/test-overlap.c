/* B-8: categories of one breakdown that have numbers in common are no parts beside each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-category-range.h"
#include "tb-overlap.h"

#include <math.h>

#define MOST_CATEGORIES 8

/**
 * @text: a code or a name
 * @low, @high: ±∞ for none
 * @form: what it is; numbers, prefix and unit are of a range
 */
typedef struct
{
  const char      *text;
  const char      *source;
  double           low, high;
  TbCategoryLimit  low_limit, high_limit;
  const char      *prefix, *unit;
  TbCategoryForm   form;
} RangeCase;

#define UPTO(number, limit) -INFINITY, number, TB_LIMIT_IN, TB_LIMIT_##limit
#define FROM(number, limit) number, INFINITY, TB_LIMIT_##limit, TB_LIMIT_IN
#define BETWEEN(low, high) low, high, TB_LIMIT_IN, TB_LIMIT_UNSURE
#define ONE(number) number, number, TB_LIMIT_IN, TB_LIMIT_IN
#define YEARS "", "years", TB_CATEGORY_RANGE
#define PLAIN "", "", TB_CATEGORY_RANGE
#define NOTHING 0, 0, 0, 0, NULL, NULL, TB_CATEGORY_OTHER

static const RangeCase ranges[] = {
  { "15–24", "United Nations, population by age", BETWEEN (15, 24), PLAIN },
  { "15-24 years", "ILO, names of age bands", BETWEEN (15, 24), YEARS },
  { "Aged 15 to 24", "ONS, names of age bands", BETWEEN (15, 24), PLAIN },
  { "From 15 to 24 years", "Eurostat, names of AGE", BETWEEN (15, 24), YEARS },
  { "Y15-24", "Eurostat, codes of AGE", BETWEEN (15, 24), PLAIN },
  { "Y15T24", "SDMX, CL_AGE", BETWEEN (15, 24), PLAIN },
  { "AGE_5YRBANDS_Y15-19", "ILO, codes of age bands: the 5 is of the bands' name", BETWEEN (15, 19), PLAIN },
  { "15—64岁", "National Bureau of Statistics, census", BETWEEN (15, 64), YEARS },
  { "１５～６４周岁", "the same in wide digits", BETWEEN (15, 64), YEARS },
  { "15岁至64岁", "the same in words", BETWEEN (15, 64), YEARS },
  { "15-64岁人口", "the same with the noun", BETWEEN (15, 64), "", "岁人口", TB_CATEGORY_RANGE },
  { "65+", "United Nations", FROM (65, IN), PLAIN },
  { "≥ 65", "WHO", FROM (65, IN), PLAIN },
  { ">65", "a year more than ≥", FROM (65, OUT), PLAIN },
  { "65 years and over", "ILO", FROM (65, IN), YEARS },
  { "65 years or over", "Eurostat", FROM (65, IN), YEARS },
  { "Y_GE65", "Eurostat and SDMX, codes", FROM (65, IN), PLAIN },
  { "AGE_YTHADULT_YGE15", "ILO, codes", FROM (15, IN), PLAIN },
  { "65岁及以上", "census", FROM (65, IN), YEARS },
  { "65岁以上", "whether 65 is in it is not said", FROM (65, UNSURE), YEARS },
  { "不低于65岁", "65 is in it", FROM (65, IN), YEARS },
  { "超过65岁", "65 is not", FROM (65, OUT), YEARS },
  { "under 15", "United Nations", UPTO (15, OUT), PLAIN },
  { "Less than 15 years", "Eurostat", UPTO (15, OUT), YEARS },
  { "Y_LT15", "Eurostat and SDMX, codes", UPTO (15, OUT), PLAIN },
  { "15岁以下", "whether 15 is in it is not said", UPTO (15, UNSURE), YEARS },
  { "15岁及以下", "15 is in it", UPTO (15, IN), YEARS },
  { "不满15岁", "15 is not", UPTO (15, OUT), YEARS },
  { "不超过15岁", "15 is in it: not “超过”", UPTO (15, IN), YEARS },
  { "Y15", "Eurostat: one year of age", ONE (15), PLAIN },
  { "1,000-4,999", "classes of employment", BETWEEN (1000, 4999), PLAIN },
  { "1-5万元", "both are in 万", BETWEEN (1e4, 5e4), "", "元", TB_CATEGORY_RANGE },
  { "5000-1万元", "5,000 is below 10,000 as it stands", BETWEEN (5e3, 1e4), "", "元", TB_CATEGORY_RANGE },
  { "1元-5万元", "the unit stands behind both", BETWEEN (1, 5e4), "", "元", TB_CATEGORY_RANGE },
  { "500万元—1亿元", "each has its own", BETWEEN (5e6, 1e8), "", "元", TB_CATEGORY_RANGE },
  { "300人以上1000人以下", "size classes of the statistics law", 300, 1000, TB_LIMIT_UNSURE, TB_LIMIT_UNSURE,
    "", "人", TB_CATEGORY_RANGE },
  { "0.5-1.5 ha", "farm sizes", BETWEEN (0.5, 1.5), "", "ha", TB_CATEGORY_RANGE },
  { "C10-C12", "NACE, codes", BETWEEN (10, 12), "c", "", TB_CATEGORY_RANGE },
  { "Total", "no number", NOTHING },
  { "女", "no number", NOTHING },
  { "2-1", "a numbered thing", 0, 0, 0, 0, NULL, NULL, TB_CATEGORY_NUMBERED },
  { "2019-20", "a fiscal year", 0, 0, 0, 0, NULL, NULL, TB_CATEGORY_NUMBERED },
};

static void
test_range (gconstpointer data)
{
  const RangeCase *c = data;
  TbCategoryRange range;

  g_assert_cmpint (tb_category_range_read (&range, c->text), ==, c->form);
  if (c->form != TB_CATEGORY_RANGE)
    return;
  g_assert_true (range.low == c->low);
  g_assert_true (range.high == c->high);
  g_assert_cmpint (range.low_limit, ==, c->low_limit);
  g_assert_cmpint (range.high_limit, ==, c->high_limit);
  g_assert_cmpstr (range.prefix, ==, c->prefix);
  g_assert_cmpstr (range.unit, ==, c->unit);
  tb_category_range_clear (&range);
}

/**
 * @categories: codes, each with its English and its Chinese name behind “|”, parted by “;”
 * @a, @b: the first two that overlap; alike: none do
 */
typedef struct
{
  const char *name;
  const char *source;
  const char *categories;
  gsize       a, b;
} Case;

static const Case cases[] = {
  { "ages-nested", "15–24 is within 15–64", "0-14;15-24;15-64;65+", 1, 2 },
  { "ages-apart", "each year is in one", "0-14;15-24;25-64;65+", 0, 0 },
  { "ages-crossed", "15–19 is in both", "10-19;15-24", 0, 1 },
  { "codes", "15–24 of 15–64", "Y_LT15|Children;Y15-24|Youth;Y15-64|Working age;Y_GE65|Old", 1, 2 },
  { "codes-apart", "each year is in one", "Y_LT15|Children;Y15-24|Youth;Y25-64|Adults;Y_GE65|Old", 0, 0 },
  { "names", "codes are numbers in order, names tell", "1|0–14 years;2|15–24 years;3|15–64 years", 1, 2 },
  { "names-zh", "60 and over holds 65 and over", "a||0—14岁;b||15—59岁;c||60岁及以上;d||65岁及以上", 2, 3 },
  { "open", "over 60 and under 65", "<65;>60", 0, 1 },
  { "open-apart", "under 15 ends where 15 begins", "under 15;15-64;65+", 0, 0 },
  { "all-ages", "from 0 on holds all", "0+;65+", 0, 1 },
  { "closed-limit", "15 is in “及以下” and begins the other", "a||15岁及以下;b||15—64岁", 0, 1 },
  { "unsure-limit", "“以下” and “以上” do not say", "a||15岁以下;b||15岁以上", 0, 0 },
  { "classes-of-money", "500 is in one of them by custom", "0-500;500-1000;1000+", 0, 0 },
  { "over-a-limit", "over 1,000 leaves 1,000 out", "500-1000;over 1000", 0, 0 },
  { "one-year-of-a-band", "Y20 is in Y15-24", "Y15-24;Y20", 0, 1 },
  { "first-year-of-a-band", "a band has its first year", "Y15-24;Y15", 0, 1 },
  { "last-year-of-a-band", "by custom alone", "Y15-24;Y24", 0, 0 },
  { "single-years", "numbers are no ranges", "Y14;Y15;Y16", 0, 0 },
  { "rooms", "1, 2, 3, and more", "1;2;3;4+", 0, 0 },
  { "units", "months are no years", "a|1–11 months;b|1–4 years", 0, 0 },
  { "unit-left-out", "a unit that one has holds for all", "a|15–24 years;b|65+;c|60+", 1, 2 },
  { "prefixes", "men are no women", "a|Men 15–24;b|Women 15–64", 0, 0 },
  { "activities", "NACE: 11 is of 10 to 12", "C10-C12|Food, drink;C11|Drink", 0, 1 },
  { "numbered", "2-1 is a number of a thing: so is 1-3", "1-2;1-3;2-1", 0, 0 },
  { "named-codes", "what has a name may be called 1-2 at will", "1-2|Wheat;1-3|Maize", 0, 0 },
  { "other-and-unknown", "no number, no range", "15-24;25+;Other;Unknown", 0, 0 },
};

static TbBreakdown *
read_categories (const char  *text,
                 TbDimension *dimension,
                 TbCategory   categories[MOST_CATEGORIES],
                 TbTextEntry  entries[MOST_CATEGORIES][2],
                 char      ***out_kept,
                 gsize       *out_n)
{
  g_auto (GStrv) items = g_strsplit (text, ";", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  TbBreakdown *list = g_new0 (TbBreakdown, MOST_CATEGORIES);

  *out_n = g_strv_length (items);
  g_assert_cmpuint (*out_n, <=, MOST_CATEGORIES);
  for (gsize i = 0; i < *out_n; i++)
    {
      char **parts = g_strsplit (items[i], "|", 3);
      guint n = 0;

      categories[i] = (TbCategory) { .id = parts[0], .dimension = dimension };
      for (guint k = 1; parts[k] != NULL; k++)
        if (parts[k][0] != '\0')
          entries[i][n++] = (TbTextEntry) { k == 1 ? "en" : "zh", parts[k] };
      categories[i].name = (TbText) { entries[i], n };
      list[i] = (TbBreakdown) { dimension->id, parts[0], &categories[i] };
      for (guint k = 0; parts[k] != NULL; k++)
        g_strv_builder_take (kept, parts[k]);
      g_free (parts);
    }
  *out_kept = g_strv_builder_end (kept);

  return list;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  TbDimension dimension = { .id = "age" };
  TbCategory categories[MOST_CATEGORIES];
  TbTextEntry entries[MOST_CATEGORIES][2];
  const TbBreakdown *pointers[MOST_CATEGORIES];
  g_auto (GStrv) kept = NULL;
  gsize n, a = 0, b = 0;
  g_autofree TbBreakdown *list = read_categories (c->categories, &dimension, categories, entries, &kept, &n);
  g_autoptr (TbOverlap) overlap = NULL;

  for (gsize i = 0; i < n; i++)
    pointers[i] = &list[i];
  overlap = tb_overlap_new (pointers, n);
  g_assert_cmpint (tb_overlap_find (overlap, &a, &b), ==, c->a != c->b);
  g_assert_cmpuint (a, ==, c->a);
  g_assert_cmpuint (b, ==, c->b);
  if (c->a != c->b)
    g_assert_true (tb_overlap_is_between (overlap, b, a));
  for (gsize i = 0; c->a == c->b && i < n; i++)
    for (gsize k = 0; k < n; k++)
      g_assert_true (i == k || !tb_overlap_is_between (overlap, i, k));
}

/**
 * @categories: the last one is asked for, the others are there
 */
static const struct
{
  const char *name;
  const char *source;
  const char *categories;
  gboolean    is_held;
} held[] = {
  { "within-one", "15–24 is counted in 15–64", "0-14;15-64;65+;15-24", TRUE },
  { "made-up", "15–24 and 25–64 are 15–64", "0-14;15-24;25-64;65+;15-64", TRUE },
  { "made-up-with-a-gap", "30 to 39 is in neither", "15-29;40-64;15-64", FALSE },
  { "made-up-but-for-the-end", "60 to 64 is missing", "15-29;30-59;15-64", FALSE },
  { "made-up-but-for-the-beginning", "15 to 19 is missing", "20-29;30-64;15-64", FALSE },
  { "made-up-to-the-open-end", "all from 15 on", "15-64;65+;15+", TRUE },
  { "made-up-below", "all below 15: no age is below 0", "0-4;5-14;under 15", TRUE },
  { "made-up-of-bands-in-bands", "20–29 is in 15–64, and ends nothing", "15-64;20-29;65+;15+", TRUE },
  { "half-in", "25 to 29 is in none", "15-24;20-29", FALSE },
  { "apart", "65 and over is in none", "0-14;15-64;65+", FALSE },
  { "no-number", "nothing is known of it", "0-14;15-64;Unknown", FALSE },
};

static void
test_held (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  TbDimension dimension = { .id = "age" };
  TbCategory categories[MOST_CATEGORIES];
  TbTextEntry entries[MOST_CATEGORIES][2];
  const TbBreakdown *pointers[MOST_CATEGORIES];
  g_auto (GStrv) kept = NULL;
  gsize n;
  g_autofree TbBreakdown *list
      = read_categories (held[index].categories, &dimension, categories, entries, &kept, &n);
  g_autoptr (TbOverlap) overlap = NULL;

  for (gsize i = 0; i < n; i++)
    pointers[i] = &list[i];
  overlap = tb_overlap_new (pointers, n);
  g_assert_cmpint (tb_overlap_is_held (overlap, n - 1, n - 1), ==, held[index].is_held);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *path = g_strdup_printf ("/overlap/range/%02zu", i);

      g_test_add_data_func (path, &ranges[i], test_range);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/overlap/B-8/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (held); i++)
    {
      g_autofree char *path = g_strconcat ("/overlap/held/", held[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_held);
    }

  return g_test_run ();
}
