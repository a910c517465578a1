/* Tests charts of computed figures: what the subtitle says, what is drawn, what is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-selection.h"
#include "tb-test-charts.h"
#include "tb-test-datasets.h"
#include "tb-test-texts.h"

#include <string.h>

static const char data[] =
  "{\"tongbi\": \"dataset/1\", \"title\": {\"en\": \"Cases\", \"zh\": \"用例\"}, \"updated\": \"2023-03-01\", "
  "\"sources\": {\"s\": {\"publisher\": {\"en\": \"Bureau\", \"zh\": \"统计局\"}, "
  "\"title\": \"T\", \"published\": \"2023-02-01\"}}, "
  "\"places\": {\"north\": {\"name\": {\"en\": \"North\", \"zh\": \"北区\"}}, "
  "\"south\": {\"name\": {\"en\": \"South\", \"zh\": \"南区\"}}}, "
  "\"units\": {\"yuan\": {\"name\": {\"en\": \"yuan\", \"zh\": \"元\"}, \"kind\": \"money\", \"currency\": \"CNY\"}, "
  "\"person\": {\"name\": {\"en\": \"people\", \"zh\": \"人\"}, \"kind\": \"count\"}, "
  "\"percent\": {\"name\": \"%\", \"kind\": \"percent\"}}, "
  "\"indicators\": ["
  "{\"id\": \"total\", \"name\": {\"en\": \"Output\", \"zh\": \"总产值\"}, \"unit\": \"yuan\", \"measure\": \"flow\"}, "
  "{\"id\": \"farm\", \"name\": {\"en\": \"Farm output\", \"zh\": \"农业产值\"}, "
  "\"unit\": \"yuan\", \"measure\": \"flow\", "
  "\"part_of\": \"total\"}, "
  "{\"id\": \"sales\", \"name\": {\"en\": \"Sales\", \"zh\": \"销售额\"}, \"unit\": \"yuan\", \"measure\": \"flow\"}, "
  "{\"id\": \"people\", \"name\": {\"en\": \"Population\", \"zh\": \"人口\"}, "
  "\"unit\": \"person\", \"measure\": \"stock\"}, "
  "{\"id\": \"rate\", \"name\": {\"en\": \"Growth\", \"zh\": \"增速\"}, "
  "\"unit\": \"percent\", \"measure\": \"growth\"}], "
  "\"series\": ["
  "{\"indicator\": \"total\", \"place\": \"north\", \"observations\": [[\"2019\", 400], [\"2020\", 440], "
  "[\"2021\", 500], "
  "{\"period\": \"2022\", \"value\": 480, \"source\": \"s\"}, "
  "{\"period\": \"2025\", \"value\": 600, \"kind\": \"target\"}]}, "
  "{\"indicator\": \"farm\", \"place\": \"north\", \"observations\": [[\"2019\", 100], [\"2020\", 99], "
  "{\"period\": \"2021\", \"value\": 90, \"break\": {\"en\": \"census\", \"zh\": \"普查\"}}, [\"2022\", 96]]}, "
  "{\"indicator\": \"sales\", \"place\": \"north\", \"observations\": ["
  "{\"period\": \"2022-01/2022-02\", \"value\": 52, \"basis\": \"year-to-date\"}, "
  "{\"period\": \"2022-01/2022-03\", \"value\": 80, \"basis\": \"year-to-date\"}, "
  "{\"period\": \"2022-01/2022-05\", \"value\": 135.5, \"basis\": \"year-to-date\"}]}, "
  "{\"indicator\": \"sales\", \"place\": \"south\", \"observations\": ["
  "{\"period\": \"2021-S1\", \"value\": 60, \"basis\": \"year-to-date\"}, [\"2021\", 122], "
  "{\"period\": \"2022-S1\", \"value\": 66, \"basis\": \"year-to-date\"}, [\"2022\", 130]]}, "
  "{\"indicator\": \"people\", \"place\": \"north\", \"observations\": [[\"2021-12-31\", 400], "
  "[\"2022-12-31\", 410]]}, "
  "{\"indicator\": \"rate\", \"place\": \"north\", \"observations\": [[\"2020\", 2.4], [\"2021\", 8.1], "
  "[\"2022\", 3.0]]}]}";

static TbDataset *
read_data (void)
{
  return tb_test_read_dataset (data);
}

/* @operations as in a spec: "[\"percent\"]". */
static TbChartSpec *
make_spec (const char *type,
           TbLanguage  language,
           const char *indicators,
           const char *place,
           const char *operations)
{
  g_autofree char *text = g_strdup_printf ("{\"tongbi\": \"chart/1\", \"type\": \"%s\", \"language\": \"%s\", "
                                           "\"place\": \"%s\", "
                                           "\"indicators\": [%s], \"operations\": %s}",
                                           type, tb_language_get_code (language), place, indicators, operations);
  g_autoptr (GError) error = NULL;
  TbChartSpec *spec = tb_chart_spec_from_json (text, -1, &error);

  g_assert_no_error (error);

  return spec;
}

static TbScene *
lay_out (TbDataset         *dataset,
         const TbChartSpec *spec,
         GError           **error)
{
  return tb_test_lay_out (dataset, tb_chart_spec_get (spec), error);
}

static void
assert_holds (const char *text,
              const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

/* What is drawn, and what is said of it. Numbers by hand: 440 / 400 = 1.1, 500 / 440
 * = 1.136, 480 / 500 = 0.96; 99 / 440 = 22.5 %, 90 / 500 = 18 %, 96 / 480 = 20 %. */
static const struct
{
  const char *rule, *indicators, *place, *operations;
  const char *parts[TB_N_LANGUAGES][5];
} drawn[] = {
  { "F-2", "\"total\"", "north", "[\"percent\"]",
    { { "North, 2020–2022, change on the year before in percent", "10.0", "13.6", "−4.0", "Source: Bureau" },
      { "北区，2020—2022年，比上年增速（%）", "10.0", "13.6", "−4.0", "来源：统计局" } } },
  { "F-2", "\"total\"", "north", "[\"change\"]",
    { { "40", "60", "−20", "CNY", "before" }, { "40", "60", "−20", "元", "比上年增减" } } },
  { "F-4", "\"total\"", "north", "[{\"op\": \"index\", \"base\": \"2019\"}]",
    { { "index, 2019 = 100", "100", "110.0", "125.0", "120.0" },
      { "指数，2019年=100", "100", "110.0", "125.0", "120.0" } } },
  /* The whole is the declared one. */
  { "F-5", "\"farm\"", "north", "[\"share\"]",
    { { "share of “Output” in percent", "25.0", "22.5", "18.0", "20.0" },
      { "占总产值的比重（%）", "25.0", "22.5", "18.0", "20.0" } } },
  { "R8", "\"farm\"", "north", "[\"percent\"]",
    { { "Not computed for 2021: the definition changed", "−1.0", "6.7", "…", "2020–2022" },
      { "2021年未计算：期间统计口径有变动", "−1.0", "6.7", "…", "2020—2022年" } } },
  { "Y-1", "\"sales\"", "north", "[\"discrete\"]",
    { { "Jan–Feb", "52", "28", "55.5", "figures of single periods" }, { "1—2月", "52", "28", "55.5", "分解的当期数" } } },
  { "Y-2", "\"sales\"", "north", "[\"discrete\"]",
    { { "Jan–Feb 2022 and Apr–May 2022: an earlier cumulative figure of the year is missing", "Apr–May", "55.5", "Mar",
        "28" },
      { "2022年1—2月和2022年4—5月：缺少年内上一期累计数", "4—5月", "55.5", "3月", "28" } } },
  { "Y-9", "\"sales\"", "south", "[\"discrete\"]",
    { { "Pale with a dashed edge: implied by other figures (H2 2021 and H2 2022)", "62", "64", "60", "66" },
      { "浅色虚线框为推算数（2021年下半年和2022年下半年）", "62", "64", "60", "66" } } },
  { "R14", "\"rate\"", "north", "[\"change\"]",
    { { "5.7", "−5.1", "percentage points", "change on the year before", "2021–2022" },
      { "5.7", "−5.1", "个百分点", "比上年增减", "2021—2022年" } } },
  /* F-1: the order of the document does not count. */
  { "F-1", "\"sales\"", "south", "[\"percent-on-year\", \"half\"]",
    { { "by half-year (sum); change on a year earlier in percent", "10.0", "3.2", "2022", "South" },
      { "按半年（合计）；同比增速（%）", "10.0", "3.2", "2022年", "南区" } } },
  /* Percentages of figures in yuan and in people share a chart. */
  { "F-2", "\"total\", \"people\"", "north", "[\"percent\"]",
    { { "−4.0", "2.5", "Output", "Population", "in percent" }, { "−4.0", "2.5", "总产值", "人口", "比上年增速" } } },
};

static void
test_drawn (void)
{
  g_autoptr (TbDataset) dataset = read_data ();

  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (TbChartSpec) spec = make_spec ("column", (TbLanguage) language, drawn[i].indicators, drawn[i].place,
                                                  drawn[i].operations);
        g_autoptr (GError) error = NULL;
        g_autoptr (TbScene) scene = lay_out (dataset, spec, &error);
        g_autofree char *text = NULL;

        g_assert_no_error (error);
        text = tb_test_read_text (scene);
        g_test_message ("%s: %s", drawn[i].rule, text);
        for (gsize k = 0; k < G_N_ELEMENTS (drawn[i].parts[language]); k++)
          assert_holds (text, drawn[i].parts[language][k]);
        g_assert_null (strstr (text, "Missing"));
        g_assert_null (strstr (text, "缺失"));
      }
}

/* Where no series is fit the rule is told; where some are not, they are left out,
 * with the reason once. */
static const struct
{
  const char *indicators, *operations;
  const char *message[TB_N_LANGUAGES];
} refused[] = {
  { "\"rate\"", "[\"percent\"]", { "R14: ", "R14：" } },
  { "\"people\"", "[\"discrete\"]", { "Y-3: ", "Y-3：" } },
  { "\"total\"", "[\"share\"]", { "F-5: ", "F-5：" } },
  { "\"total\"", "[\"per-capita\"]", { "F-8: ", "F-8：" } },
  { "\"total\"", "[{\"op\": \"index\", \"base\": \"2011\"}]", { "F-4: ", "F-4：" } },
};

static void
test_refused (void)
{
  g_autoptr (TbDataset) dataset = read_data ();

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (TbChartSpec) spec = make_spec ("column", (TbLanguage) language, refused[i].indicators, "north",
                                                  refused[i].operations);
        g_autoptr (GError) error = NULL;

        g_assert_null (lay_out (dataset, spec, &error));
        g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
        g_test_message ("%s", error->message);
        g_assert_true (g_str_has_prefix (error->message, refused[i].message[language]));
      }
}

static void
test_left_out (void)
{
  static const char *const parts[][2] = { { "Growth left out: R14: ", "Output" }, { "增速未列入：R14：", "总产值" } };
  g_autoptr (TbDataset) dataset = read_data ();

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (TbChartSpec) spec = make_spec ("column", (TbLanguage) language, "\"total\", \"rate\"", "north",
                                                "[\"percent\"]");
      g_autoptr (TbScene) scene = lay_out (dataset, spec, NULL);
      g_autofree char *text = tb_test_read_text (scene);

      assert_holds (text, parts[language][0]);
      assert_holds (text, parts[language][1]);
      assert_holds (tb_scene_get_info (scene)->description, parts[language][0]);
    }
}

/* An id that is not there is an error of the selection, with its own message. */
static void
test_unknown_other (void)
{
  g_autoptr (TbDataset) dataset = read_data ();
  g_autoptr (TbChartSpec) spec = make_spec ("column", TB_LANGUAGE_EN, "\"farm\"", "north",
                                            "[{\"op\": \"share\", \"with\": \"totals\"}]");
  g_autoptr (GError) error = NULL;

  g_assert_null (tb_chart_select (spec, dataset, &error));
  g_assert_error (error, TB_SELECTION_ERROR, TB_SELECTION_ERROR_UNKNOWN_INDICATOR);
  assert_holds (error->message, "total");
}

/* Limits of time hold for what is drawn: the first figure still has its base. */
static void
test_limits (void)
{
  g_autoptr (TbDataset) dataset = read_data ();
  g_autoptr (TbChartSpec) spec = make_spec ("column", TB_LANGUAGE_EN, "\"total\"", "north", "[\"percent\"]");
  TbChartSpecFields fields = *tb_chart_spec_get (spec);
  g_autoptr (TbScene) scene = NULL;
  g_autofree char *text = NULL;

  g_assert_true (tb_period_parse ("2021", TB_CALENDAR_YEAR, &fields.from, NULL));
  g_assert_true (tb_period_parse ("2021", TB_CALENDAR_YEAR, &fields.to, NULL));
  scene = tb_test_lay_out (dataset, &fields, NULL);
  text = tb_test_read_text (scene);
  assert_holds (text, "North, 2021, change");
  assert_holds (text, "13.6");
  g_assert_null (strstr (text, "−4.0"));
}

static gboolean
is_minus_zero (const char *text)
{
  const char *at = strstr (text, "−0");

  if (at == NULL)
    return FALSE;
  for (at += strlen ("−"); *at == '0' || *at == '.'; at++)
    ;

  return !g_ascii_isdigit (*at);
}

static void
assert_sane (const TbScene *scene)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (nodes[i].kind != TB_NODE_TEXT || nodes[i].datum.series < 0)
        continue;
      if (strstr (nodes[i].text.text, "inf") != NULL || strstr (nodes[i].text.text, "nan") != NULL ||
          is_minus_zero (nodes[i].text.text))
        g_error ("“%s”", nodes[i].text.text);
    }
  if (strstr (tb_scene_get_info (scene)->description, " nan") != NULL
      || strstr (tb_scene_get_info (scene)->description, " inf") != NULL)
    g_error ("%s", tb_scene_get_info (scene)->description);
}

/* Every operation on every indicator gives a chart, or a reason that begins with a
 * rule or says why the type does not fit; never inf, nan or −0. */
static void
try_all (TbDataset       *dataset,
         TbTransformKind  kind,
         gsize           *out_n_drawn)
{
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      char *indicators[] = { (char *) tb_catalog_get_indicator (catalog, i)->id, NULL };
      TbChartOperation operation = { .kind = kind, .base = TB_PERIOD_UNDATED };
      TbChartSpecFields fields = TB_CHART_SPEC_INIT;
      g_autoptr (GError) error = NULL;
      g_autoptr (TbScene) scene = NULL;

      if (kind == TB_TRANSFORM_INDEX)
        g_assert_true (tb_period_parse ("2021", TB_CALENDAR_YEAR, &operation.base, NULL));
      fields.indicators = indicators;
      fields.operations = &operation;
      fields.n_operations = 1;
      fields.type = i % 3 == 0 ? TB_CHART_LINE : TB_CHART_COLUMN;
      fields.language = i % 2 == 0 ? TB_LANGUAGE_EN : TB_LANGUAGE_ZH;
      scene = tb_test_lay_out (dataset, &fields, &error);
      g_assert_true ((scene == NULL) == (error != NULL));
      if (scene == NULL)
        {
          g_assert_cmpuint (strlen (error->message), >, 4);
          continue;
        }
      assert_sane (scene);
      ++*out_n_drawn;
    }
}

static void
test_all (void)
{
  static const char *const files[] = { "data/samples/digital-qingdao.tongbi.json",
                                       "data/samples/city-weather.tongbi.json",
                                       "data/samples/iowa-electricity.tongbi.json",
                                       "tests/chart/data/charts.tongbi.json",
                                       "tests/chart/data/targets.tongbi.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_load_dataset (files[i]);
      gsize n_drawn = 0;

      for (int kind = 0; kind < TB_N_TRANSFORMS; kind++)
        try_all (dataset, (TbTransformKind) kind, &n_drawn);
      g_test_message ("%s: %" G_GSIZE_FORMAT " charts", files[i], n_drawn);
      g_assert_cmpuint (n_drawn, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/chart/operations/drawn", test_drawn);
  g_test_add_func ("/chart/operations/refused", test_refused);
  g_test_add_func ("/chart/operations/left-out", test_left_out);
  g_test_add_func ("/chart/operations/unknown-other", test_unknown_other);
  g_test_add_func ("/chart/operations/limits", test_limits);

  g_test_add_func ("/chart/operations/all", test_all);

  return g_test_run ();
}
