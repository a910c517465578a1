/* Tests targets in charts: comparators, ranges, words, what binds, how figures stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-datasets.h"
#include "tb-test-texts.h"

#include <math.h>
#include <string.h>

#define TARGETS "tests/chart/data/targets.tongbi.json"

static TbScene *
lay_out (TbChartType type,
         TbLanguage  language,
         const char *indicator)
{
  g_autoptr (GError) error = NULL;
  TbScene *scene = tb_test_lay_out_indicator (TARGETS, type, language, indicator, NULL, 960, 540, &error);

  g_assert_no_error (error);

  return scene;
}

static void
assert_holds (const char *text,
              const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static gboolean
has_label (const TbScene *scene,
           const char    *label)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_TEXT && nodes[i].datum.series >= 0 && strcmp (nodes[i].text.text, label) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_dashed_mark (const TbScene *scene)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind != TB_NODE_TEXT && nodes[i].paint.dashed && nodes[i].paint.stroke_width > 0)
      return TRUE;

  return FALSE;
}

/* T-1 to T-3 and T-9: the target is at its mark, with the sign of its comparator. */
static const struct
{
  const char *name, *indicator;
  const char *label[TB_N_LANGUAGES];
} labels[] = {
  { "T-1", "homes", { "Target ≥100", "目标 ≥100" } },
  { "T-1", "sewage", { "Target ≥95", "目标 ≥95" } },
  { "T-2", "jobless", { "Target ≤5.5", "目标 ≤5.5" } },
  { "T-3", "growth", { "Target 4–5", "目标 4–5" } },
  { "T-3", "urban", { "Target ≈65", "目标 ≈65" } },
  /* A sign that the file does not give is not added: 0 is to be reached exactly. */
  { "T-9", "complaints", { "Target 0", "目标 0" } },
};

static void
test_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      for (int type = TB_CHART_LINE; type <= TB_CHART_COLUMN; type++)
        {
          g_autoptr (TbScene) scene = NULL;

          /* One actual figure makes no line. */
          if (type == TB_CHART_LINE && strcmp (labels[i].indicator, "homes") == 0)
            continue;
          scene = lay_out ((TbChartType) type, (TbLanguage) language, labels[i].indicator);
          g_test_message ("%s %s as %s", labels[i].name, labels[i].label[language],
                          tb_chart_type_get_name ((TbChartType) type));
          g_assert_true (has_label (scene, labels[i].label[language]));
        }
}

/* T-4: a verbal target is told, and has neither mark nor place on the axis. */
static void
test_verbal (void)
{
  static const char *const told[] = { "Target for 2025, in words: in a reasonable range, set year by year",
                                      "2025年目标（文字表述）：保持在合理区间，各年度视情提出" };

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (TbScene) scene = lay_out (TB_CHART_COLUMN, (TbLanguage) language, "growth");
      g_autofree char *text = tb_test_read_text (scene);
      TbRect box;

      assert_holds (text, told[language]);
      assert_holds (tb_scene_get_info (scene)->description, told[language]);
      g_assert_false (has_label (scene, language == TB_LANGUAGE_EN ? "2025" : "2025年"));
      g_assert_false (tb_scene_find_datum (scene, (TbDatum) { 0, 5 }, &box));
    }
}

/* T-8: a target in percent a year has no place on an axis of amounts either. */
static void
test_growth (void)
{
  static const char *const told[] = { "Target for 2021–2025: ≥7% a year on average", "2021—2025年目标：年均增长≥7%" };

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (TbScene) scene = lay_out (TB_CHART_COLUMN, (TbLanguage) language, "rent");
      g_autofree char *text = tb_test_read_text (scene);
      TbRect box;

      assert_holds (text, told[language]);
      g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 1 }, &box));
      g_assert_false (tb_scene_find_datum (scene, (TbDatum) { 0, 2 }, &box));
    }
}

/* T-10: an indicative target is dashed, a binding one is not; words say so. */
static void
test_binding (void)
{
  static const struct
  {
    const char *indicator;
    gboolean    dashed;
    const char *words[TB_N_LANGUAGES];
  } rows[] = {
    { "homes", FALSE, { "binding target", "约束性目标" } },
    { "jobless", TRUE, { "Dashed target: indicative, not binding", "虚线为预期性目标" } },
    { "sewage", TRUE, { "Solid: binding target; dashed: indicative", "实线为约束性目标，虚线为预期性目标" } },
    { "wait", FALSE, { "Days to a permit", "许可办理天数" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (TbScene) scene = lay_out (TB_CHART_COLUMN, (TbLanguage) language, rows[i].indicator);
        g_autofree char *text = tb_test_read_text (scene);

        g_test_message ("%s", rows[i].indicator);
        g_assert_cmpint (has_dashed_mark (scene), ==, rows[i].dashed);
        assert_holds (text, rows[i].words[language]);
        assert_holds (tb_scene_get_info (scene)->description, rows[i].words[language]);
      }
}

/* T-11: how the figure stands to the target is in the note and the alternative
 * text; the cases of T-6 (46 of 100 in half the year), T-2 and T-7 (10, 4, 0). */
static void
test_standing (void)
{
  static const struct
  {
    const char *indicator;
    const char *parts[TB_N_LANGUAGES][3];
  } rows[] = {
    { "homes", { { "Jan–Jun 2022 against the target for 2022", "46%", "50%" },
                 { "2022年1—6月对照2022年目标", "46%", "50%" } } },
    { "jobless", { { "End 2022 against the target for end 2022", "0.1", "missed" },
                   { "2022年末对照2022年末目标", "0.1", "未实现" } } },
    { "complaints", { { "31 Dec 2022 against the target for 31 Dec 2025", "60%", "2025" },
                      { "2022年末对照2025年末目标", "60%", "2025" } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (TbScene) scene = lay_out (TB_CHART_COLUMN, (TbLanguage) language, rows[i].indicator);
        g_autofree char *text = tb_test_read_text (scene);

        for (gsize k = 0; k < G_N_ELEMENTS (rows[i].parts[language]); k++)
          {
            assert_holds (text, rows[i].parts[language][k]);
            assert_holds (tb_scene_get_info (scene)->description, rows[i].parts[language][k]);
          }
      }
}

/* A figure that is not shown is not set against the target. */
static void
test_standing_of_shown (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (TARGETS);
  char *indicators[] = { (char *) "homes", NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbScene) scene = NULL;

  fields.indicators = indicators;
  fields.kinds = 1u << TB_KIND_TARGET;
  scene = tb_test_lay_out (dataset, &fields, NULL);
  g_assert_nonnull (scene);
  g_assert_null (strstr (tb_scene_get_info (scene)->description, "46%"));
  assert_holds (tb_scene_get_info (scene)->description, "The target is binding");
}

/* The average of a later year is not measured by the year before; nor is what the
 * rules keep apart. */
static void
test_not_measured (void)
{
  g_autoptr (TbScene) scene = lay_out (TB_CHART_COLUMN, TB_LANGUAGE_EN, "wait");

  g_assert_null (strstr (tb_scene_get_info (scene)->description, "against the target"));
}

/* Among several series a target in words says whose it is, and a range is a band at
 * its bar. */
static void
test_several (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (TARGETS);
  char *indicators[] = { (char *) "growth", (char *) "jobless", NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbScene) scene = NULL;
  g_autofree char *text = NULL;
  TbRect band;

  fields.type = TB_CHART_BAR;
  fields.indicators = indicators;
  scene = tb_test_lay_out (dataset, &fields, NULL);
  g_assert_nonnull (scene);
  text = tb_test_read_text (scene);
  assert_holds (text, "Growth of output: target for 2025, in words: ");
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 1, 4 }, &band)
                 || tb_scene_find_datum (scene, (TbDatum) { 0, 4 }, &band));
  g_assert_cmpfloat (band.width, >, 10);
}

/* The readout of a target says how the figure stands to it; of a figure, how it
 * changed on the one it is best compared with, or why nothing can be said. */
static void
test_readout (void)
{
  static const struct
  {
    const char *indicator;
    int         row;
    const char *parts[TB_N_LANGUAGES][2];
  } rows[] = {
    { "homes", 1, { { "100", "46% of the target" }, { "100", "完成目标的46%" } } },
    { "homes", 0, { { "46", "no change given: " }, { "46", "不计算增减：" } } },
    { "wait", 2, { { "11", "4 days" }, { "11", "4天" } } },
    { "growth", 3, { { "4.6", "3.5 percentage points" }, { "4.6", "3.5个百分点" } } },
  };
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (TARGETS);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        char *indicators[] = { (char *) rows[i].indicator, NULL };
        TbChartSpecFields fields = TB_CHART_SPEC_INIT;
        g_autoptr (TbChartSpec) spec = NULL;
        g_autoptr (TbSelection) selection = NULL;
        g_autofree char *readout = NULL;

        fields.indicators = indicators;
        fields.language = (TbLanguage) language;
        spec = tb_chart_spec_new (&fields);
        selection = tb_chart_select (spec, dataset, NULL);
        g_assert_nonnull (selection);
        readout = tb_chart_dup_readout (spec, selection, (TbDatum) { 0, rows[i].row });
        for (gsize k = 0; k < G_N_ELEMENTS (rows[i].parts[language]); k++)
          assert_holds (readout, rows[i].parts[language][k]);
        g_assert_null (tb_chart_dup_readout (spec, selection, TB_NO_DATUM));
        g_assert_null (tb_chart_dup_readout (spec, selection, (TbDatum) { 0, 99 }));
      }
}

/* C1: a number keeps its place over a column that its target hardly overtops, whatever the
 * size: one that found none would bring an axis, and take the numbers of others. */
static void
test_low (void)
{
  static const struct { double width, height; } sizes[] = {
    { 960, 540 }, { 1100, 619 }, { 1280, 720 }, { 1920, 1080 },
  };
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (
    "{\"tongbi\": \"dataset/1\", \"title\": \"Low\", \"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"Stations\", \"unit\": \"u\", \"measure\": \"flow\"},"
    " {\"id\": \"b\", \"name\": \"Berths\", \"unit\": \"u\", \"measure\": \"stock\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [{\"period\": \"2021-S1\", \"value\": 3500, \"basis\":"
    " \"year-to-date\"}, {\"period\": \"2021\", \"value\": 10000, \"kind\": \"target\"}]},"
    " {\"indicator\": \"b\", \"observations\": [[\"2021-06-30\", 100000], [\"2023-03-31\", 580000]]}]}");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      TbChartSpecFields fields = TB_CHART_SPEC_INIT;
      g_autoptr (GError) error = NULL;
      g_autoptr (TbScene) scene = NULL;

      fields.type = TB_CHART_COLUMN;
      fields.width = sizes[i].width;
      fields.height = sizes[i].height;
      scene = tb_test_lay_out (dataset, &fields, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tb_scene_get_info (scene)->n_dropped, ==, 0);
      g_assert_true (has_label (scene, "3,500"));
      g_assert_true (has_label (scene, "100,000"));
      g_assert_true (has_label (scene, "580,000"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/chart/targets/T-1 T-2 T-3 T-9", test_labels);
  g_test_add_func ("/chart/targets/T-4", test_verbal);
  g_test_add_func ("/chart/targets/T-8", test_growth);
  g_test_add_func ("/chart/targets/T-10", test_binding);
  g_test_add_func ("/chart/targets/T-11", test_standing);
  g_test_add_func ("/chart/targets/T-11/of-shown", test_standing_of_shown);
  g_test_add_func ("/chart/targets/not-measured", test_not_measured);
  g_test_add_func ("/chart/targets/T-3 T-4/several", test_several);
  g_test_add_func ("/chart/targets/readout", test_readout);
  g_test_add_func ("/chart/targets/C1/low", test_low);

  return g_test_run ();
}
