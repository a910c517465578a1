/* Tests target paths: the path, the deadline, the status, what is refused, laws.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-palette.h"
#include "tb-test-charts.h"
#include "tb-test-golden.h"
#include "tb-test-laws.h"
#include "tb-test-rows.h"
#include "tb-test-texts.h"

#include <math.h>
#include <string.h>

#define AIMS "tests/chart/data/aims.tongbi.json"
#define FIXTURES "tests/data/valid/fixture-set.tongbi.json"

static TbScene *
lay_out (const char *data,
         const char *indicator,
         TbLanguage  language,
         double      width,
         double      height,
         GError    **error)
{
  return tb_test_lay_out_indicator (data, TB_CHART_TARGET_PATH, language, indicator, NULL, width, height, error);
}

static void
assert_holds (const TbScene *scene,
              const char    *part)
{
  g_autofree char *text = tb_test_read_text (scene);

  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

typedef struct
{
  const char *name;
  const char *indicator;
  const char *parts[TB_N_LANGUAGES][4];
} Case;

static const Case cases[] = {
  /* 105 vs ≥100. */
  { "T-1/above", "above", { { "Achieved", "105 homes (31 Dec 2022)", "5 above the target", "Target ≥100" },
                            { "已实现", "105套（2022年末）", "高于目标5", "目标≥100" } } },
  /* 5.1 vs ≤5.5: headroom, no achievement in percent. */
  { "T-2/headroom", "ceiling", { { "Achieved", "5.1% (end 2022)", "headroom 0.4 pp", "Target ≤5.5" },
                                 { "已实现", "5.1%（2022年末）", "距上限余量0.4个百分点", "目标≤5.5" } } },
  { "T-3/range", "range", { { "Achieved", "2.6% (2022)", "inside the range", "Target 2–3" },
                            { "已实现", "2.6%（2022年）", "处于目标区间内", "目标2–3" } } },
  /* 46 of 100 after 6 of 12 months. */
  { "T-6/half", "half", { { "No path given", "46% of the target", "50% of the time elapsed, −4 percentage points",
                            "Share of time elapsed" },
                          { "未设进度要求", "完成目标的46%", "时序进度50%，落后4个百分点", "时序进度" } } },
  { "T-7/zero", "zero", { { "No path given", "4 homes (31 Dec 2022)", "60% of the way from the baseline", "Target 0" },
                          { "未设进度要求", "4套（2022年末）", "自基期以来的进展为60%", "目标0" } } },
  { "T-7/back", "back", { { "80 homes", "−20% of the way", "Target ≥200", "31 Dec 2025" },
                          { "80套", "进展为−20%", "目标≥200", "2025年末" } } },
  { "T-7/past", "past", { { "Met so far", "130% of the way", "Target ≥200", "230" },
                          { "目前已达到目标", "进展为130%", "目标≥200", "230" } } },
  /* 92 + 6 × 2 ÷ 4 */
  { "T-5/behind", "level-path", { { "Behind path", "94% (31 Dec 2022)", "95 required", "Required path" },
                                  { "落后于进度要求", "94%（2022年末）", "应达到95", "进度要求" } } },
  /* 1.08² = 1.1664; 1000 × 1.07² = 1144.9 */
  { "T-8/average", "average", { { "On path", "average growth so far 8% a year, target 7%", "required",
                                  "Target ≥7% a year" },
                                { "符合进度要求", "年均增长8%，目标为增长7%", "应达到1,144.9", "目标年均增长≥7%" } } },
  { "T-5/steps", "steps", { { "On path", "38 homes", "35 required", "38% of the target" },
                            { "符合进度要求", "38套", "应达到35", "完成目标的38%" } } },
};

/* The fixture's coverage has targets for 2025 and 2026: one is drawn, the other told. */
static void
test_others (void)
{
  static const char *const notes[TB_N_LANGUAGES] = { "Another target, not drawn: ≥95 (31 Dec 2025)",
                                                     "未绘出的其他目标：≥95（2025年末）" };

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TbScene) scene = lay_out (FIXTURES, "coverage", (TbLanguage) language, 960, 540, &error);

      g_assert_no_error (error);
      assert_holds (scene, notes[language]);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TbScene) scene = lay_out (AIMS, test->indicator, (TbLanguage) language, 960, 540, &error);

      g_assert_no_error (error);
      for (int i = 0; i < 4; i++)
        assert_holds (scene, test->parts[language][i]);
      g_assert_nonnull (strstr (tb_scene_get_info (scene)->description,
                                language == TB_LANGUAGE_EN ? "against the target" : "对照"));
    }
}

/* The diamond stands at the deadline, the last figure before it; the path leads to it. */
static void
test_places (void)
{
  g_autoptr (TbScene) scene = lay_out (AIMS, "level-path", TB_LANGUAGE_EN, 960, 540, NULL);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);
  TbRect last, base, diamond;
  gboolean is_met = FALSE;

  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 3 }, &last));
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 1 }, &base));
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 4 }, &diamond));
  g_assert_cmpfloat (diamond.x, >, last.x);
  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_PATH && nodes[i].paint.dashed)
      {
        gsize n_elements;
        const TbPathElement *path = tb_scene_get_path (scene, &nodes[i], &n_elements);

        /* From the baseline, 92 at the end of 2020, to 98 at the end of 2024. */
        g_assert_cmpfloat_with_epsilon (path[0].x, base.x + base.width / 2, 0.5);
        g_assert_cmpfloat_with_epsilon (path[0].y, base.y + base.height / 2, 0.5);
        g_assert_cmpfloat_with_epsilon (path[n_elements - 1].x, diamond.x + diamond.width / 2, 0.5);
        g_assert_cmpfloat_with_epsilon (path[n_elements - 1].y, diamond.y + diamond.height / 2, 0.5);
        is_met = TRUE;
      }
  g_assert_true (is_met);
}

/* T-8: the path is b · 1.07^T: bent, and above its chord nowhere. */
static void
test_curve (void)
{
  g_autoptr (TbScene) scene = lay_out (AIMS, "average", TB_LANGUAGE_EN, 960, 540, NULL);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);
  double deepest = 0;

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_PATH && nodes[i].paint.dashed)
      {
        gsize n_elements;
        const TbPathElement *path = tb_scene_get_path (scene, &nodes[i], &n_elements);
        const TbPathElement *first = &path[0];
        const TbPathElement *last = &path[n_elements - 1];

        for (gsize k = 0; k < n_elements; k++)
          {
            double chord = first->y + (last->y - first->y) * (path[k].x - first->x) / (last->x - first->x);

            g_assert_cmpfloat (path[k].y, >, chord - 0.2);
            deepest = MAX (deepest, path[k].y - chord);
          }
        /* Half way 1.07^2.5 = 1.1843 of 1.4026: 0.017 of 0.4026 under the chord. */
        g_assert_cmpfloat_with_epsilon (deepest / (first->y - last->y), 0.0422, 0.004);
      }
  g_assert_cmpfloat (deepest, >, 0);
}

/* Sums stand as columns at the end of their span, from zero. */
static void
test_columns (void)
{
  g_autoptr (TbScene) scene = lay_out (AIMS, "steps", TB_LANGUAGE_EN, 960, 540, NULL);
  TbRect first, second;

  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 0 }, &first));
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 1 }, &second));
  g_assert_cmpfloat_with_epsilon (second.height / first.height, 38.0 / 20, 1e-6);
  g_assert_cmpfloat_with_epsilon (second.y + second.height, first.y + first.height, 1e-6);
}

static void
test_misfits (void)
{
  static const struct
  {
    const char *indicator;
    const char *reason[TB_N_LANGUAGES];
  } rows[] = {
    { "aimless", { "None of these figures has a target in numbers.", "所选指标均无量化目标。" } },
    { "alone", { "No figure measures this target yet.", "该目标尚无可对照的实际数。" } },
    { "verbal", { "None of these figures has a target in numbers.", "所选指标均无量化目标。" } },
    { "*", { "A bullet list takes several.", "多个序列可用子弹图。" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (GError) error = NULL;
        TbScene *scene = NULL;

        if (rows[i].indicator[0] == '*')
          {
            g_autoptr (TbDataset) dataset = tb_test_load_dataset (AIMS);
            char *indicators[] = { (char *) "above", (char *) "half", NULL };
            TbChartSpecFields fields = TB_CHART_SPEC_INIT;

            fields.type = TB_CHART_TARGET_PATH;
            fields.language = (TbLanguage) language;
            fields.indicators = indicators;
            scene = tb_test_lay_out (dataset, &fields, &error);
          }
        else
          scene = lay_out (AIMS, rows[i].indicator, (TbLanguage) language, 960, 540, &error);
        g_assert_null (scene);
        g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
        g_assert_nonnull (strstr (error->message, rows[i].reason[language]));
      }
}

/* Every indicator that has a way to a target, at every size, in both languages. */
static void
test_laws (gconstpointer data)
{
  static const struct
  {
    double width, height;
  } sizes[] = { { 320, 240 }, { 280, 620 }, { 605, 340 }, { 960, 540 }, { 1400, 300 }, { 794, 1123 }, { 3840, 2160 } };
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (data);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  guint n_drawn = 0;

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
      {
        const char *id = tb_catalog_get_indicator (catalog, i)->id;
        char *indicators[] = { (char *) id, NULL };
        TbChartSpecFields fields = TB_CHART_SPEC_INIT;
        g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);
        g_autoptr (TbScene) scene = NULL;

        fields.type = TB_CHART_TARGET_PATH;
        fields.language = (TbLanguage) ((i + size) % TB_N_LANGUAGES);
        fields.indicators = indicators;
        fields.width = sizes[size].width;
        fields.height = sizes[size].height;
        scene = tb_test_lay_out (dataset, &fields, NULL);
        if (scene == NULL)
          continue;
        n_drawn++;
        tb_test_laws_check (scene, 0.05, breaches);
        for (guint k = 0; k < breaches->len; k++)
          g_error ("%s %.0fx%.0f: %s", id, fields.width, fields.height, (const char *) g_ptr_array_index (breaches, k));
      }
  g_assert_cmpuint (n_drawn, >=, 7);
}

static void
test_goldens (void)
{
  static const struct
  {
    const char *name, *indicator;
    double      width, height;
  } rows[] = {
    { "target-path", "level-path", 960, 540 },
    { "target-path-sum", "half", 960, 540 },
    { "target-path-small", "steps", 320, 240 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (TbScene) scene = lay_out (AIMS, rows[i].indicator, (TbLanguage) language, rows[i].width,
                                             rows[i].height, NULL);

        tb_test_golden_compare_scene (rows[i].name, (TbLanguage) language, scene);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_TEST_ADD_ROWS ("/chart/C7/", cases, name, test_case);
  g_test_add_func ("/chart/C7/others", test_others);
  g_test_add_func ("/chart/C7/path", test_places);
  g_test_add_func ("/chart/C7/T-8/curve", test_curve);
  g_test_add_func ("/chart/C7/columns", test_columns);
  g_test_add_func ("/chart/C7/misfits", test_misfits);
  g_test_add_data_func ("/chart/C7/laws/aims", AIMS, test_laws);
  g_test_add_data_func ("/chart/C7/laws/fixtures", FIXTURES, test_laws);
  g_test_add_data_func ("/chart/C7/laws/qingdao", "data/samples/digital-qingdao.tongbi.json", test_laws);
  g_test_add_func ("/chart/C7/goldens", test_goldens);

  return g_test_run ();
}
