/* Tests charts: what semantics asks of each type, and goldens of their scenes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-datasets.h"
#include "tb-test-golden.h"
#include "tb-test-texts.h"

#include <math.h>
#include <string.h>

#define CASES "tests/chart/data/charts.tongbi.json"
#define QINGDAO "data/samples/digital-qingdao.tongbi.json"

static TbScene *
lay_out (const char *data,
         TbChartType type,
         TbLanguage  language,
         const char *indicator,
         const char *place,
         double      width,
         double      height)
{
  g_autoptr (GError) error = NULL;
  TbScene *scene = tb_test_lay_out_indicator (data, type, language, indicator, place, width, height, &error);

  g_assert_no_error (error);

  return scene;
}

/* The first half-year and the target of the year: two spans, one twice as wide,
 * heights as 0.35 to 1, both numbers, in either language. */
static void
test_demo (void)
{
  static const struct
  {
    TbLanguage language;
    const char *actual, *target, *source;
  } rows[] = {
    { TB_LANGUAGE_ZH, "0.35万个", "目标 1万个", "来源：青岛日报，2021-08-16" },
    { TB_LANGUAGE_EN, "3,500", "Target 10,000", "Source: Qingdao Daily, 16 Aug 2021" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbScene) scene = lay_out (QINGDAO, TB_CHART_COLUMN, rows[i].language, "base-stations-5g-new", NULL,
                                           960, 540);
      const TbNode *actual = tb_test_find_text (scene, rows[i].actual);
      const TbNode *target = tb_test_find_text (scene, rows[i].target);
      TbRect half;
      TbRect year;

      g_assert_nonnull (actual);
      g_assert_nonnull (target);
      g_assert_nonnull (tb_test_find_text (scene, rows[i].source));
      g_assert_true (tb_scene_find_datum (scene, actual->datum, &half));
      g_assert_true (tb_scene_find_datum (scene, target->datum, &year));
      g_assert_cmpfloat (year.width / half.width, >, 1.9);
      g_assert_cmpfloat (year.width / half.width, <, 2.2);
      g_assert_cmpfloat_with_epsilon (half.height / year.height, 0.35, 0.01);
      /* Both begin with the year and stand on one line. */
      g_assert_cmpfloat_with_epsilon (half.x, year.x, 8);
      g_assert_cmpfloat_with_epsilon (half.y + half.height, year.y + year.height, 1);
    }
}

/* C1: zero base: heights are as the figures, negative ones hang down. */
static void
test_zero_base (void)
{
  static const struct
  {
    const char *label;
    double      figure;
  } rows[] = { { "1.24", 1.24 }, { "−0.81", -0.81 }, { "−1.53", -1.53 }, { "2.17", 2.17 } };
  g_autoptr (TbScene) scene = lay_out (CASES, TB_CHART_COLUMN, TB_LANGUAGE_EN, "balance", NULL, 960, 540);
  TbRect first;
  double zero;
  double per_unit;

  g_assert_true (tb_scene_find_datum (scene, tb_test_find_text (scene, "1.24")->datum, &first));
  zero = first.y + first.height;
  per_unit = first.height / 1.24;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TbNode *label = tb_test_find_text (scene, rows[i].label);
      TbRect box;

      g_assert_nonnull (label);
      g_assert_true (tb_scene_find_datum (scene, label->datum, &box));
      g_assert_cmpfloat_with_epsilon (box.height, fabs (rows[i].figure) * per_unit, 0.6);
      g_assert_cmpfloat_with_epsilon (rows[i].figure > 0 ? box.y + box.height : box.y, zero, 0.6);
    }
  /* A true zero has its number too. */
  g_assert_nonnull (tb_test_find_text (scene, "0"));
}

static guint
count_paths (const TbScene *scene,
             gboolean       dashed)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);
  guint count = 0;

  for (gsize i = 0; i < n; i++)
    count += nodes[i].kind == TB_NODE_PATH && nodes[i].datum.series < 0 && nodes[i].paint.fill == TB_FILL_NONE &&
             nodes[i].paint.stroke_width > 1 && !nodes[i].paint.dashed == !dashed;

  return count;
}

/* C2: the line stops before the break and goes on after it; it is dashed up to
 * the provisional figure and on to the forecast; no line leads to the target. */
static void
test_line_breaks (void)
{
  g_autoptr (TbScene) scene = lay_out (CASES, TB_CHART_LINE, TB_LANGUAGE_ZH, "output", "north", 960, 540);

  g_assert_cmpuint (count_paths (scene, FALSE), ==, 2);
  g_assert_cmpuint (count_paths (scene, TRUE), ==, 1);
  g_assert_nonnull (tb_test_find_text (scene, "口径调整"));
  g_assert_true (tb_test_holds (scene, "2019年起口径调整：按第四次经济普查修订"));
  g_assert_nonnull (tb_test_find_text (scene, "目标 ≥1,700"));
}

/* C2: a missing year is a gap: two pieces of line. */
static void
test_line_gap (void)
{
  g_autoptr (TbScene) scene = lay_out (CASES, TB_CHART_LINE, TB_LANGUAGE_EN, "output", "south", 960, 540);

  g_assert_cmpuint (count_paths (scene, FALSE), ==, 2);
  g_assert_cmpuint (count_paths (scene, TRUE), ==, 0);
}

/* C12: sorted by figure, the largest on top, names whole, the common period named. */
static void
test_bar_order (void)
{
  static const char *const order[] = { "北区", "南区", "西区" };
  g_autoptr (TbScene) scene = lay_out (CASES, TB_CHART_BAR, TB_LANGUAGE_ZH, "output", NULL, 960, 540);
  double before = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const TbNode *name = tb_test_find_text (scene, order[i]);

      g_assert_nonnull (name);
      g_assert_cmpfloat (name->text.y, >, before);
      before = name->text.y;
    }
  g_assert_true (tb_test_holds (scene, "2021年，单位：亿元"));
}

/* C12: of 2022 sixteen series have a figure, of 2023 twelve, of 2024 eleven: of many series
 * three quarters are enough, and the latest such year is ranked. */
static void
test_bar_latest (void)
{
  g_autoptr (GString) json
      = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": \"T\","
                      " \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
                      " \"indicators\": [{\"id\": \"i\", \"name\": \"I\", \"unit\": \"u\","
                      " \"measure\": \"flow\"}], \"series\": [");
  g_autoptr (TbDataset) dataset = NULL;
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = NULL;

  for (int i = 1; i <= 16; i++)
    g_string_append_printf (json, "%s{\"indicator\": \"i\", \"breakdown\": {\"kind\": \"k%d\"},"
                                  " \"observations\": [[\"2022\", %d]%s%s]}",
                            i > 1 ? ", " : "", i, i, i <= 12 ? ", [\"2023\", 5]" : "",
                            i <= 11 ? ", [\"2024\", 6]" : "");
  g_string_append (json, "]}");
  dataset = tb_test_read_dataset (json->str);
  fields.type = TB_CHART_BAR;
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);
  g_assert_true (tb_test_holds (scene, "2023"));
  g_assert_false (tb_test_holds (scene, "2022"));
  g_assert_false (tb_test_holds (scene, "2024"));
}

/* C12: what is switched off is no row without a figure. */
static void
test_bar_hidden (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset ("data/samples/us-employment.tongbi.json");
  char *ids[] = { (char *) "goods-jobs", (char *) "manufacturing-jobs", (char *) "services-jobs", NULL };
  char *hidden[] = { (char *) "services-jobs@us", NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = NULL;

  fields.type = TB_CHART_BAR;
  fields.indicators = ids;
  fields.hidden = hidden;
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);
  g_assert_true (tb_test_holds (scene, "Goods-producing jobs"));
  g_assert_false (tb_test_holds (scene, "Private service jobs"));
  g_assert_false (tb_test_holds (scene, "no figure"));
}

/* What cannot be drawn is told; the same said twice is drawn once; two that
 * contradict each other are both there. */
static void
test_notes (void)
{
  g_autoptr (TbScene) stations = lay_out (CASES, TB_CHART_COLUMN, TB_LANGUAGE_ZH, "stations", NULL, 960, 540);
  g_autoptr (TbScene) beds = lay_out (CASES, TB_CHART_COLUMN, TB_LANGUAGE_ZH, "beds", NULL, 960, 540);

  g_assert_true (tb_test_holds (stations, "未注明时期而未绘出：800个"));
  g_assert_true (tb_test_holds (stations, "仅公布变动幅度而未绘出：2022年"));
  g_assert_nonnull (tb_test_find_text (beds, "6.9 / 6.7"));
  g_assert_nonnull (tb_test_find_text (beds, "6.77"));
  g_assert_nonnull (tb_test_find_text (beds, "6.2–6.5"));
  g_assert_true (tb_test_holds (beds, "各来源数字不一"));
  /* Both sources of the figure that is printed twice. */
  g_assert_true (tb_test_holds (beds, "市统计局，2023-03-01；城市公报，2023-04-15"));
}

/* Two drills of a day each, nine months apart, are columns that can be seen. */
static void
test_lone_days (void)
{
  g_autoptr (TbScene) scene = lay_out (QINGDAO, TB_CHART_COLUMN, TB_LANGUAGE_EN, "emergency-drill-participants", NULL,
                                       960, 540);
  TbRect first;
  TbRect second;

  g_assert_true (tb_scene_find_datum (scene, tb_test_find_text (scene, ">900")->datum, &first));
  g_assert_true (tb_scene_find_datum (scene, tb_test_find_text (scene, ">3,500")->datum, &second));
  g_assert_cmpfloat (first.width, >, 20);
  g_assert_cmpfloat_with_epsilon (first.width, second.width, 0.01);
}

/* type, title, span, first and last with their periods, targets, notes. */
static void
test_description (void)
{
  static const char *const parts[] = { "Column chart: New 5G base stations.", "Qingdao, 2021", "3,500", "H1 2021",
                                       "target: 10,000",
                                       "Outlined columns show the target.", "Source: Qingdao Daily, 16 Aug 2021." };
  g_autoptr (TbScene) scene = lay_out (QINGDAO, TB_CHART_COLUMN, TB_LANGUAGE_EN, "base-stations-5g-new", NULL, 960,
                                       540);
  const char *description = tb_scene_get_info (scene)->description;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s in: %s", parts[i], description);
      g_assert_nonnull (strstr (description, parts[i]));
    }
}

/* An empty text leaves its part out; one's own replaces the made one. */
static void
test_own_texts (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (CASES);
  char *indicators[] = { (char *) "beds", NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbScene) scene = NULL;

  fields.indicators = indicators;
  fields.title = (char *) "More beds every year";
  fields.subtitle = fields.source = (char *) "";
  fields.note = (char *) "Own note";
  fields.description = (char *) "Own description";
  scene = tb_test_lay_out (dataset, &fields, NULL);
  g_assert_nonnull (tb_test_find_text (scene, "More beds every year"));
  g_assert_nonnull (tb_test_find_text (scene, "Note: Own note"));
  g_assert_false (tb_test_holds (scene, "Source"));
  g_assert_false (tb_test_holds (scene, "North District, "));
  g_assert_cmpstr (tb_scene_get_info (scene)->description, ==, "Own description");
}

static void
test_too_small (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (CASES);
  char *indicators[] = { (char *) "beds", NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;

  fields.indicators = indicators;
  fields.width = 40;
  fields.height = 30;
  g_assert_null (tb_test_lay_out (dataset, &fields, &error));
  g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SIZE);
}

/* What the publication printed beside the level, in its words. */
static void
test_published_changes (void)
{
  static const struct
  {
    const char *indicator, *en, *zh;
  } rows[] = {
    { "gac-car-output", "2022: +16.0% on the year before, as published", "2022年：比上年增长16.0%（公布数）" },
    { "rd-expenditure", "22.2 times the figure of 2000, as published", "为2000年的22.2倍（公布数）" },
    { "personal-health-spending-share", "4.73 percentage points below", "低4.73个百分点（公布数）" },
    { "stat-report-once-firms", "+687", "同比增加687" },
    { "provincial-digital-parks-output", "+23.3% year on year", "同比增长23.3%（公布数）" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbScene) en = lay_out (QINGDAO, TB_CHART_COLUMN, TB_LANGUAGE_EN, rows[i].indicator, NULL, 1600, 900);
      g_autoptr (TbScene) zh = lay_out (QINGDAO, TB_CHART_COLUMN, TB_LANGUAGE_ZH, rows[i].indicator, NULL, 1600, 900);

      g_assert_true (tb_test_holds (en, rows[i].en));
      g_assert_true (tb_test_holds (zh, rows[i].zh));
    }
}

/* Time fills the page; a column is no wider than a few fingers. */
static void
test_fills_page (void)
{
  g_autoptr (TbScene) demo = lay_out (QINGDAO, TB_CHART_COLUMN, TB_LANGUAGE_EN, "base-stations-5g-new", NULL, 960, 540);
  g_autoptr (TbScene) lone = lay_out (QINGDAO, TB_CHART_COLUMN, TB_LANGUAGE_EN, "gac-car-output", NULL, 960, 540);
  const TbNode *target = tb_test_find_text (demo, "Target 10,000");
  TbRect box;

  g_assert_true (tb_scene_find_datum (demo, (TbDatum) { 0, 1 }, &box));
  g_assert_cmpfloat (box.width, >, 0.92 * 960);
  /* The outline is named inside. */
  g_assert_cmpfloat (target->text.box.x, >, box.x);
  g_assert_cmpfloat (target->text.box.y, >, box.y);
  g_assert_cmpfloat (target->text.box.x + target->text.box.width, <, box.x + box.width);
  g_assert_true (tb_scene_find_datum (lone, (TbDatum) { 0, 0 }, &box));
  g_assert_cmpfloat (box.width, <, 0.3 * 960);
  g_assert_cmpfloat_with_epsilon (box.x + box.width / 2, 480, 1);
}

static const struct
{
  const char *name;
  const char *data;
  TbChartType type;
  const char *indicator, *place;
  double      width, height;
} goldens[] = {
  { "column-demo", QINGDAO, TB_CHART_COLUMN, "base-stations-5g-new", NULL, 960, 540 },
  { "column-small", QINGDAO, TB_CHART_COLUMN, "base-stations-5g-new", NULL, 320, 240 },
  { "column-cumulative", CASES, TB_CHART_COLUMN, "investment", NULL, 960, 540 },
  { "column-states", CASES, TB_CHART_COLUMN, "output", "north", 960, 540 },
  { "column-mixed-spans", CASES, TB_CHART_COLUMN, "quarterly", NULL, 960, 540 },
  { "column-stock", CASES, TB_CHART_COLUMN, "beds", NULL, 960, 540 },
  { "column-negative", CASES, TB_CHART_COLUMN, "balance", NULL, 960, 540 },
  { "column-several", CASES, TB_CHART_COLUMN, "output", NULL, 960, 540 },
  { "column-average", CASES, TB_CHART_COLUMN, "wage", NULL, 605, 340 },
  { "line-states", CASES, TB_CHART_LINE, "output", "north", 960, 540 },
  { "line-several", CASES, TB_CHART_LINE, "output", NULL, 960, 540 },
  { "line-small", CASES, TB_CHART_LINE, "output", NULL, 320, 240 },
  { "line-stock", CASES, TB_CHART_LINE, "beds", NULL, 960, 540 },
  { "bar", CASES, TB_CHART_BAR, "output", NULL, 960, 540 },
  { "bar-small", CASES, TB_CHART_BAR, "output", NULL, 320, 240 },
  { "spark", CASES, TB_CHART_SPARKLINE, "output", "south", 96, 24 },
};

static void
test_golden (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (TbScene) scene = lay_out (goldens[i].data, goldens[i].type, (TbLanguage) language,
                                           goldens[i].indicator,
                                           goldens[i].place, goldens[i].width, goldens[i].height);

      tb_test_golden_compare_scene (goldens[i].name, (TbLanguage) language, scene);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/demo", test_demo);
  g_test_add_func ("/layout/C1/zero-base", test_zero_base);
  g_test_add_func ("/layout/C2/break-provisional-target", test_line_breaks);
  g_test_add_func ("/layout/C2/gap", test_line_gap);
  g_test_add_func ("/layout/C12/order", test_bar_order);
  g_test_add_func ("/layout/C12/latest", test_bar_latest);
  g_test_add_func ("/layout/C12/hidden", test_bar_hidden);
  g_test_add_func ("/layout/notes", test_notes);
  g_test_add_func ("/layout/published-changes", test_published_changes);
  g_test_add_func ("/layout/fills-page", test_fills_page);
  g_test_add_func ("/layout/lone-days", test_lone_days);
  g_test_add_func ("/layout/A-1/description", test_description);
  g_test_add_func ("/layout/own-texts", test_own_texts);
  g_test_add_func ("/layout/too-small", test_too_small);
  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/layout/golden/", goldens[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_golden);
    }

  return g_test_run ();
}
