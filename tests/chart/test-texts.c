/* Tests the texts of charts: years of the subtitle, comparisons of the alternative text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-datasets.h"
#include "tb-test-texts.h"
#include "tb-verdict.h"

#include <string.h>

/* One series of beds; @measure is a member of its indicator. */
static TbDataset *
make_dataset (const char *measure,
              const char *year_start,
              const char *observations)
{
  g_autofree char *text = g_strdup_printf (
      "{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"updated\": \"2030-01-01\", \"reporting_year_start\": \"%s\", "
      "\"units\": {\"bed\": {\"name\": {\"en\": \"beds\", \"zh\": \"张\"}, \"kind\": \"count\"}}, "
      "\"indicators\": [{\"id\": \"beds\", \"name\": {\"en\": \"Beds\", \"zh\": \"床位\"}, \"unit\": \"bed\", %s}], "
      "\"series\": [{\"indicator\": \"beds\", \"observations\": [%s]}]}",
      year_start, measure, observations);

  return tb_test_read_dataset (text);
}

static TbScene *
lay_out (TbDataset  *dataset,
         TbLanguage  language)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  TbScene *scene;

  fields.language = language;
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);

  return scene;
}

/* D-8: the subtitle has the years of the axis: reporting years where that has them. */
static const struct
{
  const char *year_start, *observations;
  const char *subtitle[TB_N_LANGUAGES];
} subtitles[] = {
  { "07-01", "[\"2019-A1\", 5], [\"2020-A1\", 6]", { "FY 2019/20–2020/21, beds", "2019/20—2020/21财年，单位：张" } },
  { "07-01", "[\"2020-Q3\", 5], [\"2020-Q4\", 6]", { "FY 2020/21, beds", "2020/21财年，单位：张" } },
  { "04-01", "[\"2020-Q4\", 5], [\"2021-Q1\", 6]", { "FY 2020/21–2021/22, beds", "2020/21—2021/22财年，单位：张" } },
  { "07-01", "[\"2019-A1\", 5]", { "FY 2019/20, beds", "2019/20财年，单位：张" } },
  /* Months are those of the calendar, in whatever reporting year. */
  { "07-01", "[\"2020-M06\", 5], [\"2020-M07\", 6]", { "2020–2021, beds", "2020—2021年，单位：张" } },
  { "01-01", "[\"2019\", 5], [\"2021\", 6]", { "2019–2021, beds", "2019—2021年，单位：张" } },
  { "01-01", "[\"2019-Q1\", 5], [\"2019-Q4\", 6]", { "2019, beds", "2019年，单位：张" } },
};

static void
test_subtitles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (subtitles); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (TbDataset) dataset = make_dataset ("\"measure\": \"flow\"", subtitles[i].year_start,
                                                      subtitles[i].observations);
        g_autoptr (TbScene) scene = lay_out (dataset, (TbLanguage) language);

        g_test_message ("%s: %s", subtitles[i].observations, tb_scene_get_info (scene)->description);
        g_assert_nonnull (tb_test_find_text (scene, subtitles[i].subtitle[language]));
      }
}

/* The alternative text says of the first and the last figure what the rules say of
 * them, in their words. */
static const struct
{
  const char   *rule, *measure, *observations;
  gsize         first, last;   /* rows */
  TbVerdictKind kind;
} comparisons[] = {
  { "F-2", "\"measure\": \"flow\"", "[\"2019\", 500], [\"2020\", 900], [\"2021\", 560]", 0, 2, TB_VERDICT_VALID },
  { "R6", "\"measure\": \"stock\"", "[\"2024-12-31\", 425], [\"2025-09-30\", 470]", 0, 1, TB_VERDICT_VALID },
  { "R3", "\"measure\": \"flow\"", "[\"2020\", 500], [\"2021-S1\", 300]", 0, 1, TB_VERDICT_INVALID },
  { "R8", "\"measure\": \"flow\"", "[\"2019\", 500], {\"period\": \"2020\", \"value\": 900, \"break\": \"new\"}", 0, 1,
    TB_VERDICT_INVALID },
  { "R9", "\"measure\": \"flow\"", "[\"2019\", 500], {\"period\": \"2020\", \"value\": 900, \"status\": \"P\"}", 0, 1,
    TB_VERDICT_NOTE },
  { "R15", "\"measure\": \"flow\"", "[\"2019\", 480], {\"period\": \"2020\", \"value\": 500, \"qualifier\": \"over\"}",
    0, 1,
    TB_VERDICT_VALID },
  { "R15", "\"measure\": \"flow\"", "[\"2019\", 610], {\"period\": \"2020\", \"value\": 600, \"qualifier\": \"over\"}",
    0, 1,
    TB_VERDICT_INVALID },
};

static void
test_comparisons (void)
{
  static const char *const refused[] = { "first and last not compared: ", "首尾两数不作比较：" };

  for (gsize i = 0; i < G_N_ELEMENTS (comparisons); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (TbDataset) dataset = make_dataset (comparisons[i].measure, "01-01", comparisons[i].observations);
        g_autoptr (TbScene) scene = lay_out (dataset, (TbLanguage) language);
        const char *description = tb_scene_get_info (scene)->description;
        TbFigure first = { tb_dataset_get_series (dataset, 0), comparisons[i].first };
        TbFigure last = { tb_dataset_get_series (dataset, 0), comparisons[i].last };
        TbVerdict verdict = tb_verdict_change (first, last, TB_REFERENCE_OF (dataset));
        g_autofree char *words = tb_verdict_dup_text (&verdict, first, last, TB_REFERENCE_OF (dataset),
                                                      (TbLanguage) language);

        g_test_message ("%s: “%s” in: %s", comparisons[i].rule, words, description);
        g_assert_cmpint (verdict.kind, ==, comparisons[i].kind);
        g_assert_nonnull (strstr (description, words));
        g_assert_cmpint (strstr (description, refused[language]) != NULL, ==, verdict.kind == TB_VERDICT_INVALID);
      }
}

/* The lowest and the highest are told among figures that may be compared only. */
static void
test_extremes (void)
{
  static const struct
  {
    const char *observations;
    gboolean    lowest, highest;
  } rows[] = {
    { "[\"2018\", 5], [\"2019\", 3], [\"2020\", 9], [\"2021\", 6]", TRUE, TRUE },
    { "[\"2018\", 5], [\"2019-Q1\", 1], [\"2020\", 9], [\"2021\", 6]", FALSE, TRUE },
    { "[\"2018\", 5], [\"2019\", 3], {\"period\": \"2020\", \"value\": 9, \"break\": \"new\"}, [\"2021\", 6]", FALSE,
      FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbDataset) dataset = make_dataset ("\"measure\": \"flow\"", "01-01", rows[i].observations);
      g_autoptr (TbScene) scene = lay_out (dataset, TB_LANGUAGE_EN);
      const char *description = tb_scene_get_info (scene)->description;

      g_test_message ("%s", description);
      g_assert_cmpint (strstr (description, "lowest") != NULL, ==, rows[i].lowest);
      g_assert_cmpint (strstr (description, "highest") != NULL, ==, rows[i].highest);
    }
}

/* R10: of several releases the latest is drawn, and a note says so. */
static void
test_vintages (void)
{
  g_autoptr (TbDataset) dataset = make_dataset (
      "\"measure\": \"flow\"", "01-01",
      "[\"2020\", 5], {\"period\": \"2021\", \"value\": 7, \"vintage\": \"2022-01-01\"}, "
      "{\"period\": \"2021\", \"value\": 8, \"vintage\": \"2023-01-01\"}");
  g_autoptr (TbScene) scene = lay_out (dataset, TB_LANGUAGE_EN);
  g_autoptr (TbScene) zh = lay_out (dataset, TB_LANGUAGE_ZH);

  g_assert_nonnull (tb_test_find_text (scene, "8"));
  g_assert_null (tb_test_find_text (scene, "7"));
  g_assert_nonnull (tb_test_find_text (scene, "Note: Latest release of each figure."));
  g_assert_nonnull (tb_test_find_text (zh, "注：各期采用最新发布数。"));
}

/* R10: what is known later is not called the latest, and the figure says of which day it is. */
static void
test_known (void)
{
  g_autoptr (TbDataset) dataset = make_dataset (
      "\"measure\": \"flow\"", "01-01",
      "{\"period\": \"2020\", \"value\": 5, \"vintage\": \"2021-01-01\"}, "
      "{\"period\": \"2021\", \"value\": 7, \"vintage\": \"2022-01-01\"}, "
      "{\"period\": \"2021\", \"value\": 8, \"vintage\": \"2023-01-01\"}");
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = NULL;

  fields.known = tb_day_new (2022, 6, 1);
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tb_test_find_text (scene, "7"));
  g_assert_null (tb_test_find_text (scene, "8"));
  g_assert_nonnull (strstr (tb_scene_get_info (scene)->description, "Latest release of each figure by 1 Jun 2022."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/chart/texts/D-8/years", test_subtitles);
  g_test_add_func ("/chart/texts/A-1/comparison", test_comparisons);
  g_test_add_func ("/chart/texts/A-1/extremes", test_extremes);

  g_test_add_func ("/chart/texts/R10/vintages", test_vintages);
  g_test_add_func ("/chart/texts/R10/known", test_known);

  return g_test_run ();
}
