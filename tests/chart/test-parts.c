/* Tests charts of parts, ranks, pairs and panels: what semantics asks of C11 to C15.
 *
 * The figures of tests/chart/data/parts.tongbi.json are made for these cases; what is
 * expected is worked out by hand beside each row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-refused.h"
#include "tb-test-charts.h"
#include "tb-test-golden.h"
#include "tb-test-texts.h"

#include <math.h>
#include <string.h>

#define CASES "tests/chart/data/parts.tongbi.json"
#define IOWA "data/samples/iowa-electricity.tongbi.json"
#define JOBS "data/samples/us-employment.tongbi.json"
#define WEATHER "data/samples/city-weather.tongbi.json"
#define CHARTS "tests/chart/data/charts.tongbi.json"

static TbScene *
try_lay_out (const char        *data,
             TbChartSpecFields *fields,
             const char        *indicators,
             GError           **error)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (data);
  g_auto (GStrv) list = indicators != NULL ? g_strsplit (indicators, " ", -1) : NULL;

  fields->indicators = list;

  return tb_test_lay_out (dataset, fields, error);
}

static TbScene *
lay_out (const char        *data,
         TbChartSpecFields *fields,
         const char        *indicators)
{
  g_autoptr (GError) error = NULL;
  TbScene *scene = try_lay_out (data, fields, indicators, &error);

  g_assert_no_error (error);

  return scene;
}

static TbChartSpecFields
make_fields (TbChartType type,
             TbLanguage  language)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.type = type;
  fields.language = language;

  return fields;
}

static guint
count_texts (const TbScene *scene,
             const char    *text)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);
  guint count = 0;

  for (gsize i = 0; i < n; i++)
    count += nodes[i].kind == TB_NODE_TEXT && strcmp (nodes[i].text.text, text) == 0;

  return count;
}

/* The text stands in the scene once for each of its parts, parted by “|”. */
static void
assert_texts (const TbScene *scene,
              const char    *texts)
{
  g_auto (GStrv) parts = g_strsplit (texts, "|", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    g_assert_true (tb_test_holds (scene, parts[i]));
}

/* What a chart says, and that what is refused says why. */
static const struct
{
  const char  *name;
  TbChartType  type;
  const char  *indicators;
  TbLanguage   language;
  const char  *texts;      /* parted by “|” */
} says[] = {
  /* F-5: 100 − 60 − 25 = 15 in 2021; 90 − 40 − 50 = 0 in 2020. */
  { "/chart/C11/residual", TB_CHART_STACKED, "waste waste-food waste-paper", TB_LANGUAGE_EN,
    "Other|15|100|Other: what the parts shown leave of “Waste”" },
  { "/chart/C11/residual-zh", TB_CHART_STACKED, "waste waste-food waste-paper", TB_LANGUAGE_ZH,
    "其他|15|100|“其他”为垃圾清运量扣除所列部分后的余额" },
  /* The whole is found in the dataset where it is not selected. */
  { "/chart/C11/whole-not-selected", TB_CHART_STACKED, "waste-food waste-paper", TB_LANGUAGE_EN, "Waste|15|100|110" },
  /* P-6: a missing part is no zero: 2023 has no total. */
  { "/chart/C11/missing-part", TB_CHART_STACKED, "waste-food waste-paper", TB_LANGUAGE_ZH, "缺部分数据、不计合计：2023年" },
  /* 40/90 = 44.4 %, 50/90 = 55.6 %; 25, 60 and 15 of 100; 40/110 = 36.4 %, 70/110 = 63.6 %. */
  { "/chart/C11/shares", TB_CHART_STACKED_SHARE, "waste-food waste-paper", TB_LANGUAGE_EN,
    "44.4|55.6|25.0|60.0|15.0|36.4|63.6|percent of “Waste”" },
  { "/chart/C11/shares-zh", TB_CHART_STACKED_SHARE, "waste-food waste-paper", TB_LANGUAGE_ZH, "占垃圾清运量的比重（%）|44.4" },
  /* Places that the file calls parts of one: 120 + 90 + 60 + 50 = 320. */
  { "/chart/C11/places", TB_CHART_STACKED, "births", TB_LANGUAGE_EN, "320|120|90|60|50" },
  /* Without a whole in the file: 12 + 5 = 17; −8 + 9 = 1. */
  { "/chart/C11/sum", TB_CHART_STACKED, "balance", TB_LANGUAGE_EN, "17|Totals are the sums of the parts shown|−8" },
  /* The total of the land would dwarf its parts; a rate lies among theirs. */
  { "/chart/C12/total-noted", TB_CHART_BAR, "births", TB_LANGUAGE_EN, "Whole land as a whole: 300 people" },
  { "/chart/C12/line", TB_CHART_BAR, "coverage", TB_LANGUAGE_EN, "Whole land 33.1" },
  /* R13: 37.4 − 33.2 = 4.2; 38.5 − 40.0 = −1.5; 36.3 − 33.1 = 3.2. */
  { "/chart/C13/points", TB_CHART_SLOPE, "coverage", TB_LANGUAGE_EN, "+4.2 pp|−1.5 pp|+3.2 pp" },
  { "/chart/C13/points-zh", TB_CHART_DUMBBELL, "coverage", TB_LANGUAGE_ZH, "+4.2个百分点|−1.5个百分点" },
  /* R8: the definition changed in 2022; R0: no figure. */
  { "/chart/C13/refused", TB_CHART_SLOPE, "coverage", TB_LANGUAGE_EN,
    "Not drawn: East (the definition changed|Not drawn: West (no figure for end 2022)" },
  { "/chart/C13/refused-zh", TB_CHART_DUMBBELL, "coverage", TB_LANGUAGE_ZH, "未绘出：东区（|未绘出：西区（无" },
};

static void
test_says (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  TbChartSpecFields fields = make_fields (says[i].type, says[i].language);
  g_autoptr (TbScene) scene = lay_out (CASES, &fields, says[i].indicators);

  assert_texts (scene, says[i].texts);
}

static const struct
{
  const char  *name;
  TbChartType  type;
  const char  *data, *indicators;
  const char  *reason;
} refuses[] = {
  { "/chart/C11/negative", TB_CHART_STACKED_SHARE, CASES, "balance", "below zero" },
  /* F-5: 8 + 5 = 13 of 10. */
  { "/chart/C11/overfull", TB_CHART_STACKED_SHARE, CASES, "grants-*", "130.0% of their whole (2022)" },
  { "/chart/C11/rate", TB_CHART_STACKED, CASES, "coverage", "cannot be added up" },
  { "/chart/C11/no-whole", TB_CHART_STACKED, CASES, "births balance", "Not declared parts of one whole" },
  { "/chart/C11/one-part", TB_CHART_STACKED, CASES, "waste waste-food", "two parts" },
  { "/chart/C13/one-period", TB_CHART_SLOPE, "data/samples/digital-qingdao.tongbi.json", "park-*",
    "Two periods are needed" },
  { "/chart/C14/one-series", TB_CHART_SMALL_MULTIPLES, CASES, "waste", "two series" },
};

static void
test_refuses (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  TbChartSpecFields fields = make_fields (refuses[i].type, TB_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = try_lay_out (refuses[i].data, &fields, refuses[i].indicators, &error);

  g_assert_null (scene);
  g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, refuses[i].reason));
}

/* C11: heights are as the figures: 60 and 25 and 15 of 100, without a gap in the sum. */
static void
test_stack_heights (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_STACKED, TB_LANGUAGE_EN);
  g_autoptr (TbScene) scene = lay_out (CASES, &fields, "waste waste-food waste-paper");
  TbRect food;
  TbRect paper;

  /* Selection: waste 0, food 1, paper 2; row 1 is 2021. */
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 1, 1 }, &food));
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 2, 1 }, &paper));
  g_assert_cmpfloat_with_epsilon (food.height / paper.height, 25.0 / 60.0, 0.02);
  /* The largest part of the last year stands on the line at zero. */
  g_assert_cmpfloat_with_epsilon (food.y + food.height, paper.y, 2);
  g_assert_cmpfloat_with_epsilon (food.x, paper.x, 0.01);
}

/* C11: as declared, food stands first. */
static void
test_stack_declared (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_STACKED, TB_LANGUAGE_EN);
  g_autoptr (TbScene) scene = NULL;
  TbRect food;
  TbRect paper;

  fields.order = TB_CHART_ORDER_DECLARED;
  scene = lay_out (CASES, &fields, "waste-food waste-paper");
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 1 }, &food));
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 1, 1 }, &paper));
  g_assert_cmpfloat (food.y, >, paper.y);
}

/* C11: of series that contain each other only the parts are stacked: Iowa's are three. */
static void
test_stack_nested (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_STACKED, TB_LANGUAGE_EN);
  g_autoptr (TbScene) scene = lay_out (JOBS, &fields, NULL);
  TbRect box;

  /* In the file's order: 1 private and 2 goods contain others; 0 is the whole. */
  for (int series = 0; series < 8; series++)
    g_assert_cmpint (tb_scene_find_datum (scene, (TbDatum) { series, 119 }, &box), ==, series > 2);
  g_assert_true (tb_test_holds (scene,
                                "Already counted in the other parts: Private-sector jobs and Goods-producing jobs"));
}

static void
assert_order (const TbScene *scene,
              const char    *names)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);
  double before = -1;

  for (gsize i = 0; list[i] != NULL; i++)
    {
      const TbNode *name = tb_test_find_text (scene, list[i]);

      g_assert_nonnull (name);
      g_assert_cmpfloat (name->text.y, >, before);
      before = name->text.y;
    }
}

static const struct
{
  const char  *name;
  TbChartType  type;
  const char  *indicators, *current;
  TbChartOrder order;
  const char  *names;
} orders[] = {
  /* 2022: north and south are alike (110) and keep the file's order. */
  { "/chart/C12/stable", TB_CHART_BAR, "births", "2022", TB_CHART_ORDER_USUAL, "North|South|East|West" },
  { "/chart/C12/current", TB_CHART_BAR, "births", "2021", TB_CHART_ORDER_SIZE, "North|South|East|West" },
  { "/chart/C12/missing", TB_CHART_BAR, "coverage", "2022", TB_CHART_ORDER_USUAL, "East|South|North|West" },
  { "/chart/C12/declared", TB_CHART_BAR, "coverage", "2022", TB_CHART_ORDER_DECLARED, "North|South|East|West" },
  { "/chart/C13/by-size", TB_CHART_DUMBBELL, "coverage", NULL, TB_CHART_ORDER_USUAL, "South|North|Whole land" },
  { "/chart/C13/by-change", TB_CHART_DUMBBELL, "coverage", NULL, TB_CHART_ORDER_CHANGE, "North|Whole land|South" },
};

static void
test_order (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  TbChartSpecFields fields = make_fields (orders[i].type, TB_LANGUAGE_EN);
  g_autoptr (TbScene) scene = NULL;

  if (orders[i].current != NULL)
    g_assert_true (tb_period_parse (orders[i].current, TB_CALENDAR_YEAR, &fields.current, NULL));
  fields.order = orders[i].order;
  scene = lay_out (CASES, &fields, orders[i].indicators);
  assert_order (scene, orders[i].names);
}

/* C12: numbers end in one line, whatever their length. */
static void
test_bar_column (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_BAR, TB_LANGUAGE_EN);
  g_autoptr (TbScene) scene = lay_out (IOWA, &fields, NULL);
  const char *const numbers[] = { "56.48", "29.33", "21.93", "5.21" };
  double right = tb_test_find_text (scene,
                                    numbers[0])->text.box.x + tb_test_find_text (scene, numbers[0])->text.box.width;

  for (gsize i = 1; i < G_N_ELEMENTS (numbers); i++)
    {
      const TbNode *number = tb_test_find_text (scene, numbers[i]);

      g_assert_nonnull (number);
      g_assert_cmpfloat_with_epsilon (number->text.box.x + number->text.box.width, right, 0.01);
    }
}

/* C13: the spec's periods; 2001 to 2017 without it, as those are the first and last. */
static void
test_pair_periods (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_SLOPE, TB_LANGUAGE_EN);
  g_autoptr (TbScene) whole = lay_out (IOWA, &fields, NULL);
  g_autoptr (TbScene) chosen = NULL;

  g_assert_nonnull (tb_test_find_text (whole, "2001"));
  g_assert_nonnull (tb_test_find_text (whole, "2017"));
  /* 21,933 ÷ 1,437 − 1 = 1,426.3 %. */
  g_assert_nonnull (tb_test_find_text (whole, "+1,426.3%"));
  g_assert_true (tb_period_parse ("2010", TB_CALENDAR_YEAR, &fields.base, NULL));
  g_assert_true (tb_period_parse ("2015", TB_CALENDAR_YEAR, &fields.current, NULL));
  chosen = lay_out (IOWA, &fields, NULL);
  g_assert_nonnull (tb_test_find_text (chosen, "2010"));
  g_assert_nonnull (tb_test_find_text (chosen, "2015"));
  g_assert_null (tb_test_find_text (chosen, "2017"));
}

/* C13: the dumbbell runs from old to new: the old value's dot is hollow. */
static void
test_dumbbell_ends (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_DUMBBELL, TB_LANGUAGE_EN);
  g_autoptr (TbScene) scene = lay_out (CASES, &fields, "coverage");
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);
  TbColor background = tb_scene_get_info (scene)->background;
  guint n_hollow = 0;

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_CIRCLE && nodes[i].datum.series >= 0)
      {
        gboolean hollow = fabs (nodes[i].paint.fill_color.r - background.r) < 0.001;

        g_assert_cmpint (hollow, ==, nodes[i].datum.row == 0);
        n_hollow += hollow;
      }
  g_assert_cmpuint (n_hollow, ==, 3);
}

/* C14: panels of one unit share a scale: the largest fills its panel, and the others
 * are as high as their figures are to it. */
static void
test_shared_scale (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_SMALL_MULTIPLES, TB_LANGUAGE_EN);
  g_autoptr (TbScene) scene = lay_out (CASES, &fields, "waste waste-food coverage");
  TbRect whole;
  TbRect food;

  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 1 }, &whole));
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 1, 1 }, &food));
  g_assert_cmpfloat_with_epsilon (food.height / whole.height, 25.0 / 100.0, 0.02);
  /* Several units: each panel tells its own, and the subtitle none. */
  g_assert_cmpuint (count_texts (scene, "tonnes"), ==, 2);
  g_assert_cmpuint (count_texts (scene, "%"), ==, 5);
}

/* C14: own scales by the switch alone, and then each panel says so. */
static void
test_own_scales (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_SMALL_MULTIPLES, TB_LANGUAGE_ZH);
  g_autoptr (TbScene) shared = lay_out (IOWA, &fields, NULL);
  g_autoptr (TbScene) own = NULL;

  g_assert_cmpuint (count_texts (shared, "独立刻度"), ==, 0);
  fields.own_scales = TRUE;
  own = lay_out (IOWA, &fields, NULL);
  g_assert_cmpuint (count_texts (own, "独立刻度"), ==, 4);
  g_assert_true (tb_test_holds (own, "各分图刻度独立，图间高度不可比"));
}

/* C14: three panels of a slide stand side by side, and leave no quarter of it empty. */
static void
test_three_panels (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_SMALL_MULTIPLES, TB_LANGUAGE_EN);
  g_autoptr (TbScene) scene = NULL;
  TbRect panels[3];

  fields.width = 960;
  fields.height = 540;
  scene = lay_out (JOBS, &fields, "goods-jobs manufacturing-jobs services-jobs");
  for (int i = 0; i < 3; i++)
    g_assert_true (tb_scene_find_datum (scene, (TbDatum) { i, 0 }, &panels[i]));
  g_assert_cmpfloat (panels[0].x, <, panels[1].x);
  g_assert_cmpfloat (panels[1].x, <, panels[2].x);
}

/* C14: panels that find no room are counted and told. */
static void
test_more_panels (void)
{
  TbChartSpecFields fields = make_fields (TB_CHART_SMALL_MULTIPLES, TB_LANGUAGE_EN);
  g_autoptr (TbScene) scene = NULL;

  fields.width = 320;
  fields.height = 240;
  scene = lay_out (JOBS, &fields, NULL);
  g_assert_true (tb_test_holds (scene, "more not shown"));
  g_assert_cmpuint (tb_scene_get_info (scene)->n_dropped, >=, 1);
}

/* C15: no word, no axis; the line has a gap at the missing year, and dots at the last,
 * lowest and highest figure. */
static void
test_spark (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (CHARTS);
  TbChartSpecFields fields = make_fields (TB_CHART_SPARKLINE, TB_LANGUAGE_EN);
  char *indicators[] = { (char *) "output", NULL };
  g_autoptr (TbScene) scene = NULL;
  gsize n;
  const TbNode *nodes;
  guint n_paths = 0;
  guint n_dots = 0;

  fields.indicators = indicators;
  fields.place = (char *) "south";
  fields.width = 96;
  fields.height = 24;
  scene = tb_test_lay_out (dataset, &fields, NULL);
  g_assert_nonnull (scene);
  nodes = tb_scene_get_nodes (scene, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpint (nodes[i].kind, !=, TB_NODE_TEXT);
      g_assert_cmpint (nodes[i].kind, !=, TB_NODE_LINE);
      n_paths += nodes[i].kind == TB_NODE_PATH;
      n_dots += nodes[i].kind == TB_NODE_CIRCLE;
    }
  g_assert_cmpuint (n_paths, ==, 2);
  g_assert_cmpuint (n_dots, >=, 2);
  g_assert_cmpuint (n_dots, <=, 3);
}

/* What is not offered is refused by its name, with what to take. */
static void
test_not_offered (void)
{
  static const struct
  {
    const char *name, *instead;
  } rows[] = {
    { "pie", "stacked-share" }, { "Doughnut", "bar" }, { "3D", "column" }, { "dual_axis", "small-multiples" },
    { "gauge", "bullet" },
    { "radar", "dumbbell" }, { "smoothed-line", "line" }, { "area", "stacked" },
  };
  TbChartType type;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        const char *reason = tb_chart_type_get_refusal (rows[i].name, (TbLanguage) language);

        g_assert_false (tb_chart_type_from_name (rows[i].name, &type));
        g_assert_nonnull (reason);
        g_assert_nonnull (strstr (reason, rows[i].instead));
      }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"tongbi\": \"chart/1\", \"type\": \"%s\"}", rows[i].name);
      g_autoptr (GError) error = NULL;

      g_assert_null (tb_chart_spec_from_json (text, -1, &error));
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SPEC);
      g_assert_nonnull (strstr (error->message, rows[i].instead));
    }
  for (int i = 0; i < TB_N_CHART_TYPES; i++)
    g_assert_null (tb_chart_type_get_refusal (tb_chart_type_get_name ((TbChartType) i), TB_LANGUAGE_EN));
}

static const struct
{
  const char  *name;
  const char  *data;
  TbChartType  type;
  const char  *indicators;
  double       width, height;
} goldens[] = {
  { "stacked-residual", CASES, TB_CHART_STACKED, "waste waste-food waste-paper", 960, 540 },
  { "stacked-years", IOWA, TB_CHART_STACKED, NULL, 605, 340 },
  { "stacked-negative", CASES, TB_CHART_STACKED, "balance", 320, 240 },
  { "stacked-share", IOWA, TB_CHART_STACKED_SHARE, NULL, 960, 540 },
  { "bar-line", CASES, TB_CHART_BAR, "coverage", 605, 340 },
  { "slope", CASES, TB_CHART_SLOPE, "coverage", 960, 540 },
  { "slope-small", IOWA, TB_CHART_SLOPE, NULL, 320, 240 },
  { "dumbbell", CASES, TB_CHART_DUMBBELL, "coverage", 605, 340 },
  { "multiples-units", CASES, TB_CHART_SMALL_MULTIPLES, "waste waste-food coverage", 960, 540 },
  { "multiples-lines", IOWA, TB_CHART_SMALL_MULTIPLES, NULL, 605, 340 },
};

static void
test_golden (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      TbChartSpecFields fields = make_fields (goldens[i].type, (TbLanguage) language);
      g_autoptr (TbScene) scene = NULL;

      fields.width = goldens[i].width;
      fields.height = goldens[i].height;
      scene = lay_out (goldens[i].data, &fields, goldens[i].indicators);
      tb_test_golden_compare_scene (goldens[i].name, (TbLanguage) language, scene);
    }
}

static gboolean
overlap (TbRect a,
         TbRect b)
{
  const double touch = 0.05;

  return a.x + touch < b.x + b.width && b.x + touch < a.x + a.width && a.y + touch < b.y + b.height
  && b.y + touch < a.y + a.height;
}

/* No text leaves the page or overlaps another. */
static void
check_texts (const TbScene *scene,
             const char    *what)
{
  const TbSceneInfo *info = tb_scene_get_info (scene);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      TbRect box;

      if (nodes[i].kind != TB_NODE_TEXT)
        continue;
      box = nodes[i].text.box;
      if (box.x < -0.05 || box.y < -0.05 || box.x + box.width > info->width + 0.05
          || box.y + box.height > info->height + 0.05)
        g_test_fail_printf ("%s: “%s” leaves the page", what, nodes[i].text.text);
      for (gsize k = 0; k < i; k++)
        if (nodes[k].kind == TB_NODE_TEXT && overlap (box, nodes[k].text.box))
          g_test_fail_printf ("%s: “%s” and “%s” overlap", what, nodes[i].text.text, nodes[k].text.text);
    }
}

/* Selections of many series, at all sizes, in both languages. */
static void
test_sizes (gconstpointer data)
{
  static const double sizes[][2] = { { 320, 240 }, { 400, 640 }, { 605, 340 }, { 960, 540 }, { 794, 1123 },
                                     { 1600, 900 }, { 3840, 2160 } };
  static const char *const selections[] = { NULL, "generation*", "*-jobs", "daily-*", "wet-days precipitation",
                                            "coverage", "births", "balance",
                                            "waste*" };
  static const TbChartType types[] = { TB_CHART_BAR, TB_CHART_STACKED, TB_CHART_STACKED_SHARE, TB_CHART_SLOPE,
                                       TB_CHART_DUMBBELL,
                                       TB_CHART_SMALL_MULTIPLES };
  guint n_drawn = 0;

  for (gsize t = 0; t < G_N_ELEMENTS (types); t++)
    for (gsize s = 0; s < G_N_ELEMENTS (selections); s++)
      for (gsize z = 0; z < G_N_ELEMENTS (sizes); z++)
        for (int language = 0; language < TB_N_LANGUAGES; language++)
          {
            TbChartSpecFields fields = make_fields (types[t], (TbLanguage) language);
            g_autoptr (TbScene) scene = NULL;
            g_autofree char *what = g_strdup_printf ("%s of %s, %g × %g, %d", tb_chart_type_get_name (types[t]),
                                                     selections[s] != NULL ? selections[s] : "all", sizes[z][0],
                                                     sizes[z][1], language);

            fields.width = sizes[z][0];
            fields.height = sizes[z][1];
            scene = try_lay_out (data, &fields, selections[s], NULL);
            if (scene == NULL)
              continue;
            check_texts (scene, what);
            n_drawn++;
          }
  g_assert_cmpuint (n_drawn, >, 50);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const files[] = { CASES, IOWA, JOBS, WEATHER };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (says); i++)
    g_test_add_data_func (says[i].name, GSIZE_TO_POINTER (i), test_says);
  for (gsize i = 0; i < G_N_ELEMENTS (refuses); i++)
    g_test_add_data_func (refuses[i].name, GSIZE_TO_POINTER (i), test_refuses);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    g_test_add_data_func (orders[i].name, GSIZE_TO_POINTER (i), test_order);
  g_test_add_func ("/chart/C11/heights", test_stack_heights);
  g_test_add_func ("/chart/C11/declared", test_stack_declared);
  g_test_add_func ("/chart/C11/nested", test_stack_nested);
  g_test_add_func ("/chart/C12/column", test_bar_column);
  g_test_add_func ("/chart/C13/periods", test_pair_periods);
  g_test_add_func ("/chart/C13/arrow", test_dumbbell_ends);
  g_test_add_func ("/chart/C14/shared-scale", test_shared_scale);
  g_test_add_func ("/chart/C14/own-scales", test_own_scales);
  g_test_add_func ("/chart/C14/three", test_three_panels);
  g_test_add_func ("/chart/C14/more", test_more_panels);
  g_test_add_func ("/chart/C15/spark", test_spark);
  g_test_add_func ("/chart/not-offered", test_not_offered);
  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/golden/", goldens[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_golden);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *base = g_path_get_basename (files[i]);
      g_autofree char *path = g_strconcat ("/chart/sizes/", base, NULL);

      g_test_add_data_func (path, files[i], test_sizes);
    }

  return g_test_run ();
}
