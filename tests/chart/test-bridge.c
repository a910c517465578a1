/* Tests waterfalls and stock-flow bridges (C10, C16).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"
#include "tb-test-charts.h"
#include "tb-test-datasets.h"
#include "tb-test-golden.h"
#include "tb-test-laws.h"
#include "tb-test-rows.h"

#include <math.h>
#include <string.h>

#define CASES "tests/chart/data/bridges.tongbi.json"
#define FIXTURES "tests/data/valid/fixture-set.tongbi.json"
#define JOBS "data/samples/us-employment.tongbi.json"
#define POWER "data/samples/iowa-electricity.tongbi.json"

/* A sign of +1 and −1 is given as '+' and '-'; a level as '='; a residual as '?'. */
typedef struct
{
  const char *code;
  const char *data;
  TbChartType type;
  const char *indicator;
  const char *from, *base, *current;   /* nullable */
  const char *bars;    /* "=142.5 +8.1 =150.6": numbers as labelled, or */
  const char *misfit;  /* what the refusal says */
  gboolean    is_cut;
} Case;

/* Numbers: semantics C16, 4.11(1); and sums by hand of the rows of the files. */
static const Case cases[] = {
  { "C16/142.5+8.1=150.6", CASES, TB_CHART_STOCK_FLOW, "c16-*", .bars = "=142.5 ++8.1 =150.6", .is_cut = TRUE },
  /* 57.9 − 45.5 = 12.4 since September; 483.0 − 470.5 = 12.5: 0.1 is rounding. */
  { "C16/5g-stations", FIXTURES, TB_CHART_STOCK_FLOW, "5g-*", .bars = "=470.5 ++12.4 ?+0.1 =483.0", .is_cut = TRUE },
  { "C16/hole", CASES, TB_CHART_STOCK_FLOW, "hole-*", .misfit = "2024年7月1日" },
  { "C16/R8", CASES, TB_CHART_STOCK_FLOW, "break-*", .misfit = "计入诊所" },
  { "C16/no-flow", CASES, TB_CHART_STOCK_FLOW, "c16-stock", .misfit = "存量及其增减" },
  /* 105 − 20 = 85 of 100; what farms added is not known across a break. */
  { "C10/refused-part-in-residual", CASES, TB_CHART_WATERFALL, "whole*", .bars = "=1,000 ++105 --20 ?+15 =1,100",
    .is_cut = TRUE },
  { "C10/levels-over-time", CASES, TB_CHART_WATERFALL, "whole", .bars = "=1,000 ++40 ++60 =1,100", .is_cut = TRUE },
  { "C10/amounts-add-up", CASES, TB_CHART_WATERFALL, "y8", .from = "2025", .bars = "++14 ++9 ++13 =36" },
  /* 53,086 + 16,863 − 68 − 13,405 = 56,476 thousand MWh. */
  { "C10/parts-tie-out", POWER, TB_CHART_WATERFALL, "generation*", .base = "2008", .current = "2017",
    .bars = "=5,308.6 ++1,686.3 --6.8 --1,340.5 =5,647.6" },
  { "C10/subtotals", JOBS, TB_CHART_WATERFALL, "*-jobs", .base = "2007-12", .current = "2009-12",
    .bars = "=13,841.1 ++10.6 --7.7 --183.6 --227.1 s-418.4 --455.2 s-873.6 =12,978.1", .is_cut = TRUE },
  { "C10/gap", CASES, TB_CHART_WATERFALL, "y8", .misfit = "不相衔接" },
  { "C10/no-averages", CASES, TB_CHART_WATERFALL, "price", .misfit = "不能" },
  { "C10/no-running-totals", CASES, TB_CHART_WATERFALL, "y1", .misfit = "自年初累计数" },
  { "C10/no-whole", CASES, TB_CHART_WATERFALL, "whole-*", .misfit = "合计" },
  { "C10/too-many-steps", JOBS, TB_CHART_WATERFALL, "nonfarm-jobs", .base = "2006-01", .misfit = "24" },
  { "C10/R8", CASES, TB_CHART_WATERFALL, "break-stock", .misfit = "计入诊所" },
};

static TbChartSpecFields
make_fields (const Case *test,
             char       *indicators[2])
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  indicators[0] = (char *) test->indicator;
  indicators[1] = NULL;
  fields.type = test->type;
  fields.language = TB_LANGUAGE_ZH;
  fields.indicators = indicators;
  fields.from = tb_test_read_period (test->from);
  fields.base = tb_test_read_period (test->base);
  fields.current = tb_test_read_period (test->current);

  return fields;
}

static char *
list_bars (const TbBridge *bridge)
{
  static const char roles[] = { '=', '+', 's', '?' };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bridge->bars->len; i++)
    {
      const TbBridgeBar *bar = &g_array_index (bridge->bars, TbBridgeBar, i);
      char role = bar->role == TB_BRIDGE_STEP && bar->sign < 0 ? '-' : roles[bar->role];
      g_auto (GStrv) parts = g_strsplit (bar->label, "−", -1);
      g_autofree char *label = g_strjoinv ("-", parts);

      g_string_append_printf (text, "%s%c%s", i > 0 ? " " : "", role, label);
    }

  return g_string_free_and_steal (text);
}

/* Each bar begins where the one before it ended; the last level is where all led. */
static void
check_chain (const TbBridge *bridge)
{
  double at = 0;

  for (guint i = 0; i < bridge->bars->len; i++)
    {
      const TbBridgeBar *bar = &g_array_index (bridge->bars, TbBridgeBar, i);

      if (i > 0 && bar->role != TB_BRIDGE_SUBTOTAL && bar->role != TB_BRIDGE_LEVEL)
        g_assert_cmpfloat (bar->from, ==, at);
      if (i > 0 && bar->role == TB_BRIDGE_LEVEL)
        g_assert_cmpfloat_with_epsilon (bar->to, at, 1e-9 * fabs (at));
      at = bar->to;
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (test->data);
  char *indicators[2];
  TbChartSpecFields fields = make_fields (test, indicators);
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (&fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, &error);
  g_autoptr (TbFigures) figures = tb_figures_new (&fields, selection, &error);
  g_autoptr (TbBridge) bridge = NULL;
  g_autofree char *bars = NULL;

  g_assert_no_error (error);
  bridge = tb_chart_type_get_class (test->type)->new_content (figures, &fields, &error);
  if (test->misfit != NULL)
    {
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
      g_assert_nonnull (strstr (error->message, test->misfit));
      return;
    }
  g_assert_no_error (error);
  bars = list_bars (bridge);
  g_assert_cmpstr (bars, ==, test->bars);
  g_assert_cmpint (bridge->is_cut, ==, test->is_cut);
  check_chain (bridge);
}

/* N-4: good or bad by the indicator's direction, neutral without one. */
static void
test_colors (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (CASES);
  const Case test = { .type = TB_CHART_WATERFALL, .indicator = "whole*" };
  char *indicators[2];
  TbChartSpecFields fields = make_fields (&test, indicators);
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (&fields);
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, NULL);
  g_autoptr (TbFigures) figures = tb_figures_new (&fields, selection, NULL);
  g_autoptr (TbBridge) bridge = tb_bridge_new_of_parts (figures, &fields, NULL);
  const TbInk expected[] = { TB_INK_NEUTRAL, TB_INK_GOOD, TB_INK_BAD, TB_INK_NEUTRAL, TB_INK_NEUTRAL };

  g_assert_cmpuint (bridge->bars->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < bridge->bars->len; i++)
    g_assert_cmpint (g_array_index (bridge->bars, TbBridgeBar, i).ink, ==, expected[i]);
}

/* With each row less the rest still leads from the beginning to the end. */
static void
test_fold (void)
{
  const Case *test = &cases[9];
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (test->data);
  char *indicators[2];
  TbChartSpecFields fields = make_fields (test, indicators);
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (&fields);
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, NULL);
  g_autoptr (TbFigures) figures = tb_figures_new (&fields, selection, NULL);
  g_autoptr (TbBridge) bridge = tb_bridge_new_of_parts (figures, &fields, NULL);
  guint n = bridge->bars->len;

  while (tb_bridge_fold (bridge))
    {
      double running = g_array_index (bridge->bars, TbBridgeBar, 0).to;

      g_assert_cmpuint (bridge->bars->len, <, n);
      n = bridge->bars->len;
      for (guint i = 1; i + 1 < n; i++)
        {
          const TbBridgeBar *bar = &g_array_index (bridge->bars, TbBridgeBar, i);

          if (bar->role == TB_BRIDGE_SUBTOTAL)
            continue;
          g_assert_cmpfloat_with_epsilon (bar->from, running, 1e-9);
          running = bar->to;
        }
      g_assert_cmpfloat_with_epsilon (running, g_array_index (bridge->bars, TbBridgeBar, n - 1).to, 1e-9);
    }
  g_assert_cmpuint (tb_bridge_count_steps (bridge), <=, 2);
  g_assert_cmpuint (n, <, 6);
}

/* every bar is told, with its sign. */
static void
test_description (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (CASES);
  const Case test = { .type = TB_CHART_STOCK_FLOW, .indicator = "c16-*" };
  char *indicators[2];
  TbChartSpecFields fields = make_fields (&test, indicators);
  g_autoptr (TbScene) scene = tb_test_lay_out (dataset, &fields, NULL);

  g_assert_nonnull (strstr (tb_scene_get_info (scene)->description, "2023年末142.5、2024年+8.1、2024年末150.6。"));
}

/* R17: 11 − 10 = 1 could come from rounding, but holds a part whose change is not known. */
static void
test_chance (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (CASES);
  const Case test = { .type = TB_CHART_WATERFALL, .indicator = "sum*" };
  char *indicators[2];
  TbChartSpecFields fields = make_fields (&test, indicators);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = tb_test_lay_out (dataset, &fields, &error);
  const char *description;

  g_assert_no_error (error);
  description = tb_scene_get_info (scene)->description;
  g_test_message ("%s", description);
  g_assert_nonnull (strstr (description, "出诊不可比，计入差额"));
  g_assert_null (strstr (description, "四舍五入"));
}

/* Every bar is black where print has but black and white: dark, or with a dark edge. */
static void
test_one_bit (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_load_dataset (cases[i].data);
      char *indicators[2];
      TbChartSpecFields fields = make_fields (&cases[i], indicators);
      g_autoptr (TbScene) scene = NULL;
      const TbNode *nodes;
      gsize n = 0;

      fields.style = TB_STYLE_PRINT;
      scene = cases[i].misfit == NULL ? tb_test_lay_out (dataset, &fields, NULL) : NULL;
      nodes = scene != NULL ? tb_scene_get_nodes (scene, &n) : NULL;
      for (gsize k = 0; k < n; k++)
        if (nodes[k].kind == TB_NODE_RECT && nodes[k].paint.fill == TB_FILL_SOLID)
          {
            TbColor fill = nodes[k].paint.fill_color;

            g_assert_cmpfloat (0.2126 * fill.r + 0.7152 * fill.g + 0.0722 * fill.b, <, 0.5);
          }
    }
}

static const struct
{
  double width, height;
} sizes[] = { { 320, 240 }, { 280, 620 }, { 605, 340 }, { 960, 540 }, { 1400, 300 }, { 794, 1123 }, { 3840, 2160 } };

/* Texts apart, inside the page and legible, at every size. */
static void
test_laws (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize size = 0; size < G_N_ELEMENTS (sizes) && cases[i].misfit == NULL; size++)
      for (int language = 0; language < TB_N_LANGUAGES; language++)
        {
          g_autoptr (TbDataset) dataset = tb_test_load_dataset (cases[i].data);
          char *indicators[2];
          TbChartSpecFields fields = make_fields (&cases[i], indicators);
          g_autoptr (TbScene) scene = NULL;
          g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);

          fields.language = (TbLanguage) language;
          fields.width = sizes[size].width;
          fields.height = sizes[size].height;
          scene = tb_test_lay_out (dataset, &fields, NULL);
          g_assert_nonnull (scene);
          tb_test_laws_check (scene, 0.05, breaches);
          for (guint k = 0; k < breaches->len; k++)
            g_error ("%s %d %.0fx%.0f: %s", cases[i].code, language, fields.width, fields.height,
                     (const char *) g_ptr_array_index (breaches, k));
        }
}

static const struct
{
  const char *name;
  gsize       test;
} goldens[]
    = { { "stock-flow", 0 }, { "waterfall-over-time", 6 }, { "waterfall-parts", 8 }, { "waterfall-subtotals", 9 } };

static void
test_goldens (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        const Case *test = &cases[goldens[i].test];
        g_autoptr (TbDataset) dataset = tb_test_load_dataset (test->data);
        char *indicators[2];
        TbChartSpecFields fields = make_fields (test, indicators);
        g_autoptr (TbScene) scene = NULL;

        fields.language = (TbLanguage) language;
        scene = tb_test_lay_out (dataset, &fields, NULL);
        tb_test_golden_compare_scene (goldens[i].name, (TbLanguage) language, scene);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_TEST_ADD_ROWS ("/chart/", cases, code, test_case);
  g_test_add_func ("/chart/C10/N-4", test_colors);
  g_test_add_func ("/chart/C10/fold", test_fold);
  g_test_add_func ("/chart/C10/one-bit", test_one_bit);
  g_test_add_func ("/chart/C16/A-1", test_description);
  g_test_add_func ("/chart/C10/R17", test_chance);
  g_test_add_func ("/chart/C10/laws", test_laws);
  g_test_add_func ("/chart/C10/goldens", test_goldens);

  return g_test_run ();
}
