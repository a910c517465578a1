/* One figure in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-analysis-data.h"
#include "tb-figure-text.h"
#include "tb-test-rows.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *unit;
  const char *measure;
  const char *observations;   /* the first is shown, in the scale of all */
  const char *en, *zh;        /* number with unit */
} Row;

#define COUNT "\"name\": {\"en\": \"stations\", \"zh\": \"个\"}, \"kind\": \"count\""
#define MONEY "\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\""
#define PERCENT "\"name\": \"%\", \"kind\": \"percent\""

/* Cases of semantics L-1 and of the issue. */
static const Row rows[] = {
  { "in-the-row-of-ten-thousand", COUNT, "flow",
    "[\"2021-S1\", 3500], {\"period\": \"2021\", \"value\": 1, \"multiplier\": 10000}",
    "3,500 stations", "0.35万个" },
  { "target-of-ten-thousand", COUNT, "flow",
    "{\"period\": \"2021\", \"value\": 1, \"multiplier\": 10000}, [\"2021-S1\", 3500]",
    "10,000 stations", "1万个" },
  { "billions", MONEY, "flow", "[\"2021\", 48300000000]", "CNY 48.3 billion", "483亿元" },
  { "three-digits-where-shortened", COUNT, "flow", "[\"2021\", 123456789]", "123 million stations", "1.23亿个" },
  { "printed-digits-kept", COUNT, "stock", "{\"period\": \"2021-12-31\", \"value\": 6.770, \"multiplier\": 10000}",
    "67,700 stations", "6.770万个" },
  { "printed-digits-in-the-other-scale", COUNT, "stock",
    "{\"period\": \"2021-12-31\", \"value\": 470.5, \"multiplier\": 10000}",
    "4.705 million stations", "470.5万个" },
  { "over", COUNT, "stock",
    "{\"period\": \"2021-12-31\", \"value\": 21, \"multiplier\": 10000, \"qualifier\": \"over\"}",
    ">210,000 stations", ">21万个" },
  { "about", PERCENT, "ratio", "{\"period\": \"2021-12-31\", \"value\": 80, \"qualifier\": \"about\"}", "≈80%",
    "≈80%" },
  { "range", COUNT, "flow", "{\"period\": \"2022\", \"low\": 30, \"high\": 40}", "30–40 stations", "30–40个" },
  { "range-with-one-end", COUNT, "flow", "{\"period\": \"2022\", \"low\": 30}", "≥30 stations", "≥30个" },
  /* T-8: percent a year, whatever the unit and multiplier of the amounts. */
  { "growth-target", MONEY, "flow",
    "{\"period\": \"2021/2025\", \"value\": 7, \"multiplier\": 100000000, \"kind\": \"target\","
    " \"qualifier\": \"at-least\", \"target_basis\": \"growth-avg\"}", "≥7% a year on average", "年均增长≥7%" },
  { "growth-target-range", COUNT, "flow", "{\"period\": \"2021/2025\", \"low\": 5, \"high\": 6.5, \"kind\": \"target\","
    " \"target_basis\": \"growth-avg\"}", "5–6.5% a year on average", "年均增长5–6.5%" },
  { "missing", COUNT, "flow", "{\"period\": \"2022\", \"value\": null, \"status\": \"M\"}", "…", "…" },
  { "true-zero", COUNT, "flow", "[\"2022\", 0]", "0 stations", "0个" },
  { "percent-has-no-scale", PERCENT, "ratio", "[\"2022-12-31\", 12345.6]", "12,345.6%", "12,345.6%" },
  { "trillions", COUNT, "stock", "{\"period\": \"2021-06-30\", \"value\": 1.78, \"multiplier\": 1000000000000}",
    "1.78 trillion stations", "1.78万亿个" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *indicator = g_strdup_printf ("\"measure\": \"%s\"", row->measure);
  g_autofree char *series_json = g_strdup_printf ("\"indicator\": \"things\", \"observations\": [%s]",
                                                  row->observations);
  g_autoptr (TbDataset) dataset = tb_analysis_data_series (row->unit, indicator, series_json);
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  guint32 order[4];
  gsize n = tb_series_sort (series, order);
  TbObservation o;

  tb_series_get (series, 0, &o);
  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      TbNumberScale scale = tb_figure_scale (series, order, n, (TbLanguage) language);
      g_autofree char *text = tb_figure_dup_with_unit (series, &o, scale, (TbLanguage) language);

      g_assert_cmpstr (text, ==, language == TB_LANGUAGE_EN ? row->en : row->zh);
    }
}

static const char described[] =
  "{\"tongbi\": \"dataset/1\", \"title\": \"Test\","
  " \"sources\": {\"q\": {\"publisher\": {\"en\": \"Qingdao Daily\", \"zh\": \"青岛日报\"}, \"published\": \"2021-08-16\"},"
  "               \"d\": {\"publisher\": {\"en\": \"Dazhong Daily\", \"zh\": \"大众日报\"}, \"published\": \"2021-08-17\"},"
  "               \"e\": {\"publisher\": \"Evening News\"}},"
  " \"places\": {\"qingdao\": {\"name\": {\"en\": \"Qingdao\", \"zh\": \"青岛市\"}}},"
  " \"units\": {\"yuan\": {" MONEY "}},"
  " \"indicators\": [{\"id\": \"i\", \"name\": {\"en\": \"Output\", \"zh\": \"产值\"}, "
  "\"unit\": \"yuan\", \"measure\": \"flow\"}],"
  " \"series\": [{\"indicator\": \"i\", \"place\": \"qingdao\", \"observations\": ["
  "  {\"period\": \"2021-S1\", \"value\": 392.1, \"multiplier\": 100000000, \"basis\": \"year-to-date\", \"status\": "
  "\"P\","
  "   \"source\": \"q\", \"note\": {\"en\": \"Parks only.\", \"zh\": \"仅含园区。\"},"
  "   \"published_change\": {\"value\": 23.3, \"kind\": \"on-year-percent\"}},"
  "  {\"period\": \"2021-S1\", \"value\": 392.1, \"multiplier\": 100000000, \"basis\": \"year-to-date\", \"source\": "
  "\"d\"},"
  "  {\"period\": \"2020-S1\", \"value\": 318, \"multiplier\": 100000000, \"source\": \"q\"},"
  "  {\"period\": \"2020-S1\", \"value\": 319, \"multiplier\": 100000000, \"source\": \"d\"},"
  "  {\"period\": \"2019-S1\", \"value\": 300, \"multiplier\": 100000000, \"source\": \"q\"},"
  "  {\"period\": \"2019-S1\", \"value\": 301, \"multiplier\": 100000000, \"source\": \"d\"},"
  "  {\"period\": \"2019-S1\", \"value\": 301, \"multiplier\": 100000000, \"source\": \"e\"}]}]}";

static void
test_description (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (described);
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  g_autofree char *en = tb_figure_dup_description (series, 0, TB_LANGUAGE_EN);
  g_autofree char *zh = tb_figure_dup_description (series, 0, TB_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, "Output (Qingdao), H1 2021: CNY 39.21 billion; actual, year to date, provisional; "
                           "Qingdao Daily, 16 Aug 2021; published: +23.3% year on year; Parks only; "
                           "confirmed by Dazhong Daily, 17 Aug 2021");
  g_assert_cmpstr (zh, ==, "产值（青岛市），2021年上半年：392.1亿元；实际，年内累计，初步；青岛日报，2021年8月16日；"
                           "公布：同比增长23.3%；仅含园区；另见大众日报，2021年8月17日");
}

static void
test_conflict (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (described);
  g_autofree char *en = tb_figure_dup_description (tb_dataset_get_series (dataset, 0), 2, TB_LANGUAGE_EN);

  g_assert_cmpstr (en, ==,
                   "Output (Qingdao), H1 2020: CNY 31.8 billion; actual, of the period; Qingdao Daily, 16 Aug 2021; "
                           "in conflict with CNY 31.9 billion, Dazhong Daily, 17 Aug 2021");
}

/* A source that confirms one of two figures does not confirm the other. */
static void
test_confirmed_conflict (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (described);
  TbSeries *series = tb_dataset_get_series (dataset, 0);
  g_autofree char *alone = tb_figure_dup_description (series, 4, TB_LANGUAGE_EN);
  g_autofree char *confirmed = tb_figure_dup_description (series, 5, TB_LANGUAGE_EN);

  g_assert_true (g_str_has_suffix (alone, "; in conflict with CNY 30.1 billion, Dazhong Daily, 17 Aug 2021"));
  g_assert_null (strstr (alone, "Evening News"));
  g_assert_true (g_str_has_suffix (confirmed, "; in conflict with CNY 30.0 billion, Qingdao Daily, 16 Aug 2021; "
                                              "confirmed by Evening News"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/figure-text/", rows, name, test_row);
  g_test_add_func ("/figure-text/description", test_description);
  g_test_add_func ("/figure-text/conflict", test_conflict);
  g_test_add_func ("/figure-text/confirmed-conflict", test_confirmed_conflict);

  return g_test_run ();
}
