/* Tests bullet lists: the cases of semantics 4.4, what is refused, notation, laws.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export.h"
#include "tb-palette.h"
#include "tb-test-charts.h"
#include "tb-test-golden.h"
#include "tb-test-image.h"
#include "tb-test-laws.h"
#include "tb-test-rows.h"
#include "tb-test-texts.h"

#include <math.h>
#include <string.h>

#define AIMS "tests/chart/data/aims.tongbi.json"

static TbScene *
lay_out (const char       *data,
         const char *const *indicators,
         TbLanguage         language,
         TbChartOrder       order,
         double             width,
         double             height,
         GError           **error)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (data);
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.type = TB_CHART_BULLET;
  fields.language = language;
  fields.indicators = (char **) indicators;
  fields.order = order;
  fields.width = width;
  fields.height = height;

  return tb_test_lay_out (dataset, &fields, error);
}

static gboolean
holds (const TbScene *scene,
       const char    *part)
{
  return tb_test_holds (scene, part) || strstr (tb_scene_get_info (scene)->description, part) != NULL;
}

static void
assert_holds (const TbScene *scene,
              const char    *part)
{
  if (!holds (scene, part))
    {
      g_autofree char *dump = tb_scene_dump (scene);

      g_error ("“%s” is not in: %s", part, dump);
    }
}

/* Marks of a row of the one series: rectangles from the first to the last. */
static guint
find_rects (const TbScene *scene,
            int            row,
            TbRect        *out_first)
{
  guint found = 0;
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_RECT && nodes[i].datum.series == 0 && nodes[i].datum.row == row && found++ == 0)
      *out_first = nodes[i].rect;

  return found;
}

typedef struct
{
  const char *name;          /* the rule, and its case */
  const char *indicator;
  int         actual, target;  /* rows of the series; −1: no bar */
  double      share;         /* the bar's length of the target's: value ÷ target */
  const char *cells[TB_N_LANGUAGES][4];
  int         good;          /* of the status: 1 good, −1 bad, 0 neither */
} Case;

static const Case cases[] = {
  /* 105 vs ≥100: met, 5 above. */
  { "T-1/above", "above", 1, 2, 1.05, { { "105", "target ≥100", "+5", "achieved" }, { "105", "目标≥100", "+5", "已实现" } },
    1 },
  /* 5.1 vs ≤5.5: met, headroom 0.4 pp. */
  { "T-2/headroom", "ceiling", 1, 2, 5.1 / 5.5,
    { { "5.1", "0.4 pp", "headroom", "achieved" }, { "5.1", "0.4个百分点", "距上限余量", "已实现" } }, 1 },
  /* A bar longer than the ceiling has missed it. */
  { "T-2/excess", "over-ceiling", 0, 1, 1.2,
    { { "120", "+20", "over the ceiling", "missed" }, { "120", "+20", "超出上限", "未实现" } }, -1 },
  { "T-3/range", "range", 0, 1, 0,
    { { "2.6", "target 2–3", "inside the range", "achieved" }, { "2.6", "目标2–3", "处于区间内", "已实现" } }, 1 },
  { "T-3/about", "about", 0, 1, 0.98,
    { { "98", "target about 100", "−2", "below target" }, { "98", "目标100左右", "−2", "低于目标" } }, 0 },
  /* 46 of 100 after 6 of 12 months. */
  { "T-6/half", "half", 0, 1, 0.46,
    { { "46", "46%", "time 50%, −4 pp", "no path given" }, { "46", "46%", "时序进度50%，落后4个百分点", "未设进度要求" } }, 0 },
  /* Never clipped, never red. */
  { "T-1/never-clipped", "double", 0, 1, 2.1,
    { { "210", "210%", "+110", "achieved" }, { "210", "210%", "+110", "已实现" } }, 1 },
  /* b = 10, x = 4, t = 0 → 60 %; −20 % and 130 % as they are. */
  { "T-7/zero", "zero", 1, 2, INFINITY,
    { { "4", "60% of the way", "from 10", "target 0" }, { "4", "进展60%", "自基期值10起算", "目标0" } }, 0 },
  { "T-7/back", "back", 0, 1, 0.4,
    { { "80", "−20% of the way", "from 100", "no path given" }, { "80", "进展−20%", "自基期值100起算", "未设进度要求" } }, 0 },
  { "T-7/past", "past", 0, 1, 1.15,
    { { "230", "130% of the way", "from 100", "met so far" }, { "230", "进展130%", "自基期值100起算", "目前已达到目标" } }, 1 },
};

/* T-9: lengths from zero, the bar the middle third of the band, the tick three
 * fifths of it. */
static void
check_geometry (const TbScene *scene,
                const Case    *test)
{
  TbRect bar, tick;
  guint n_ticks = find_rects (scene, test->target, &tick);

  g_assert_cmpuint (find_rects (scene, test->actual, &bar), >, 0);
  g_assert_cmpuint (n_ticks, >, 0);
  /* Of a dashed tick the middle of three dashes, each 0.24 of it, stands for the target. */
  g_assert_true (fabs (tick.height / bar.height - 1.8) < 1e-6 || fabs (tick.height / bar.height - 1.8 * 0.24) < 1e-6);
  if (test->share > 0 && isfinite (test->share))
    g_assert_cmpfloat_with_epsilon (bar.width / (tick.x + tick.width / 2 - bar.x), test->share, 1e-6);
  g_assert_cmpfloat (bar.x + bar.width, <, tb_scene_get_info (scene)->width);
}

static void
check_status_color (const TbScene *scene,
                    const char    *word,
                    int            good)
{
  const TbTheme *theme = tb_theme_get (TB_STYLE_LIGHT);
  const TbNode *node = tb_test_find_text (scene, word);
  TbColor wanted = good > 0 ? tb_color_readable (theme->good, theme->background, theme->text, 4.5)
                   : good < 0 ? tb_color_readable (theme->bad, theme->background, theme->text, 4.5)
                              : theme->text_muted;

  g_assert_nonnull (node);
  g_assert_cmpfloat_with_epsilon (tb_color_difference (node->text.color, wanted), 0, 1e-6);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  const char *const indicators[] = { test->indicator, NULL };

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TbScene) scene = lay_out (AIMS, indicators, (TbLanguage) language, TB_CHART_ORDER_USUAL, 1200, 540,
                                           &error);

      g_assert_no_error (error);
      check_geometry (scene, test);
      for (int i = 0; i < 4; i++)
        if (tb_test_find_text (scene, test->cells[language][i]) == NULL)
          assert_holds (scene, test->cells[language][i]);
      if (test->good != 0)
        check_status_color (scene, test->cells[language][3], test->good);
    }
}

/* T-10: solid where it binds, three dashes where it is indicative; both in the legend. */
static void
test_binding (void)
{
  static const char *const both[] = { "above", "ceiling", NULL };
  static const char *const binding[] = { "above", NULL };
  static const char *const indicative[] = { "ceiling", NULL };
  g_autoptr (TbScene) scene = lay_out (AIMS, both, TB_LANGUAGE_EN, TB_CHART_ORDER_USUAL, 960, 540, NULL);
  g_autoptr (TbScene) solid = lay_out (AIMS, binding, TB_LANGUAGE_EN, TB_CHART_ORDER_USUAL, 960, 540, NULL);
  g_autoptr (TbScene) dashed = lay_out (AIMS, indicative, TB_LANGUAGE_EN, TB_CHART_ORDER_USUAL, 960, 540, NULL);
  TbRect whole, dash;

  assert_holds (scene, "Binding target");
  assert_holds (scene, "Indicative target");
  g_assert_cmpuint (find_rects (solid, 2, &whole), ==, 1);
  g_assert_cmpuint (find_rects (dashed, 2, &dash), ==, 1);
  g_assert_cmpfloat (dash.height, <, whole.height / 2);
}

/* N-6: of one unit one scale; rates of unlike size have numbers at theirs. */
static void
test_scales (void)
{
  static const char *const shared[] = { "above", "half", NULL };
  static const char *const split[] = { "range", "level-path", NULL };
  g_autoptr (TbScene) scene = lay_out (AIMS, shared, TB_LANGUAGE_EN, TB_CHART_ORDER_USUAL, 1200, 540, NULL);
  g_autoptr (TbScene) other = lay_out (AIMS, split, TB_LANGUAGE_EN, TB_CHART_ORDER_USUAL, 1200, 540, NULL);
  TbRect of_above, of_half;

  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 1 }, &of_above));
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 1, 0 }, &of_half));
  g_assert_cmpfloat_with_epsilon (of_above.width / of_half.width, 105.0 / 46, 1e-6);
  assert_holds (other, "Rates of unlike size have scales of their own");
}

/* T-9: an index has no length from zero. */
static void
test_dot (void)
{
  static const char *const indicators[] = { "index", NULL };
  g_autoptr (TbScene) scene = lay_out (AIMS, indicators, TB_LANGUAGE_EN, TB_CHART_ORDER_USUAL, 960, 540, NULL);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);
  guint n_dots = 0;

  for (gsize i = 0; i < n; i++)
    n_dots += nodes[i].kind == TB_NODE_CIRCLE && nodes[i].datum.series == 0 && nodes[i].datum.row == 0;
  g_assert_cmpuint (n_dots, ==, 1);
  assert_holds (scene, "the scale does not begin at zero");
}

/* What a rule withholds is a dash or a word, and its reason a note. */
static void
test_withheld (void)
{
  static const struct
  {
    const char *indicators[3];
    const char *parts[TB_N_LANGUAGES][2];
  } rows[] = {
    { { "half", "above", NULL }, { { "No completion (–)", "totals added up from the same start" },
                                   { "无完成率（–）", "完成率仅适用于" } } },
    { { "half", "about", NULL }, { { "No status", "no tolerance is given" }, { "不判断完成情况", "未注明允差" } } },
    { { "half", "alone", NULL }, { { "no figure yet", "target ≥50" }, { "暂无实际数", "目标≥50" } } },
    { { "half", "aimless", NULL },
      { { "Not shown, no target in numbers: Without a target", "46" }, { "无量化目标而未列出：无目标", "46" } } },
    { { "half", "verbal", NULL },
      { { "as many as can be", "Not shown, no target in numbers: In words" }, { "应建尽建", "46" } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (TbScene) scene = lay_out (AIMS, rows[i].indicators, (TbLanguage) language, TB_CHART_ORDER_USUAL,
                                             1200, 700,
                                             &error);

        g_assert_no_error (error);
        for (int k = 0; k < 2; k++)
          assert_holds (scene, rows[i].parts[language][k]);
      }
}

/* The legend says what stands in the rows: a plan is no target. */
static void
test_plan (void)
{
  static const char *const indicators[] = { "freight", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = lay_out ("tests/chart/data/variance.tongbi.json", indicators, TB_LANGUAGE_EN,
                                       TB_CHART_ORDER_USUAL, 960, 540, &error);

  g_assert_no_error (error);
  g_assert_nonnull (tb_test_find_text (scene, "Plan"));
  g_assert_null (tb_test_find_text (scene, "Target"));
}

/* T-8: the bar is the average so far; 1.08² = 1.1664. */
static void
test_average (void)
{
  static const char *const indicators[] = { "average", NULL };
  g_autoptr (TbScene) scene = lay_out (AIMS, indicators, TB_LANGUAGE_ZH, TB_CHART_ORDER_USUAL, 1200, 540, NULL);

  g_assert_nonnull (tb_test_find_text (scene, "8.0"));
  g_assert_nonnull (tb_test_find_text (scene, "目标≥7"));
  g_assert_nonnull (tb_test_find_text (scene, "符合进度要求"));
}

/* C6: by gap among rows of one unit, by completion where there is one. */
static void
test_order (void)
{
  static const char *const indicators[] = { "above", "half", "double", "over-ceiling", "ceiling", NULL };
  static const struct
  {
    TbChartOrder order;
    const char  *names[5];
  } rows[] = {
    { TB_CHART_ORDER_DECLARED, { "Deliveries", "Unemployment", "Homes built", "Completed twice over", "Emissions" } },
    { TB_CHART_ORDER_GAP, { "Emissions", "Deliveries", "Completed twice over", "Homes built", "Unemployment" } },
    { TB_CHART_ORDER_COMPLETION, { "Homes built", "Completed twice over", "Deliveries", "Unemployment", "Emissions" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbScene) scene = lay_out (AIMS, indicators, TB_LANGUAGE_EN, rows[i].order, 1200, 800, NULL);
      double before = 0;

      for (int k = 0; k < 5; k++)
        {
          const TbNode *node = tb_test_find_text (scene, rows[i].names[k]);

          g_assert_nonnull (node);
          g_test_message ("%s", rows[i].names[k]);
          g_assert_cmpfloat (node->text.y, >, before);
          before = node->text.y;
        }
    }
}

/* Why it does not fit, in words. */
static void
test_misfits (void)
{
  static const struct
  {
    const char *indicators[2];
    const char *reason[TB_N_LANGUAGES];
  } rows[] = {
    { { "aimless", NULL }, { "None of these figures has a target in numbers.", "所选指标均无量化目标。" } },
    { { "alone", NULL }, { "No figure measures any of these targets yet.", "所选目标均无可对照的实际数。" } },
    { { "verbal", NULL }, { "None of these figures has a target in numbers.", "所选指标均无量化目标。" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (TbScene) scene = lay_out (AIMS, rows[i].indicators, (TbLanguage) language, TB_CHART_ORDER_USUAL, 960,
                                             540, &error);

        g_assert_null (scene);
        g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
        g_assert_cmpstr (error->message, ==, rows[i].reason[language]);
      }
}

/* Many rows: as many as fit, the rest counted and said; text apart at every size. */
static void
test_laws (gconstpointer data)
{
  static const struct
  {
    double width, height;
  } sizes[] = { { 320, 240 }, { 280, 620 }, { 605, 340 }, { 960, 540 }, { 1400, 300 }, { 794, 1123 }, { 3840, 2160 } };

  for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (TbScene) scene = lay_out (data, NULL, (TbLanguage) language, TB_CHART_ORDER_USUAL, sizes[size].width,
                                             sizes[size].height, &error);
        g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);

        g_assert_no_error (error);
        tb_test_laws_check (scene, 0.05, breaches);
        for (guint k = 0; k < breaches->len; k++)
          g_error ("%s %d %.0fx%.0f: %s", (const char *) data, language, sizes[size].width, sizes[size].height,
                   (const char *) g_ptr_array_index (breaches, k));
      }
}

/* The share of black of a box, each pixel being black or white. */
static double
measure_ink (cairo_surface_t *image,
             TbRect           box,
             double           scale)
{
  int n = 0;
  int black = 0;

  for (int y = (int) ceil (box.y * scale); y < (int) floor ((box.y + box.height) * scale); y++)
    for (int x = (int) ceil (box.x * scale); x < (int) floor ((box.x + box.width) * scale); x++)
      {
        int rgb[3];

        tb_test_image_get_pixel (image, x, y, rgb);
        black += 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] < 127.5;
        n++;
      }

  return n > 0 ? (double) black / n : 0;
}

/* In one bit the bar, a binding and an indicative target stay apart (T-10). */
static void
test_one_bit (void)
{
  static const char *const names[] = { "above", "over-ceiling", "ceiling" };
  const TbExportOptions options = { .dpi = 300 };
  const double scale = 300.0 / 96;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *indicators[] = { (char *) names[i], NULL };
      g_autoptr (TbDataset) dataset = tb_test_load_dataset (AIMS);
      TbChartSpecFields fields = TB_CHART_SPEC_INIT;
      g_autoptr (TbScene) scene = NULL;
      g_autoptr (GBytes) png = NULL;
      g_autoptr (GError) error = NULL;
      cairo_surface_t *image;
      gboolean dashed = i == 2;
      int target = i == 1 ? 1 : 2;
      TbRect bar, tick;

      fields.type = TB_CHART_BULLET;
      fields.style = TB_STYLE_PRINT;
      fields.indicators = indicators;
      scene = tb_test_lay_out (dataset, &fields, NULL);
      png = tb_export_to_png (scene, &options, &error);
      g_assert_no_error (error);
      image = tb_test_image_load (png);
      g_assert_cmpuint (find_rects (scene, target - 1, &bar), >, 0);
      g_assert_cmpuint (find_rects (scene, target, &tick), >, 0);
      if (dashed)
        tick = (TbRect) { tick.x, tick.y + tick.height / 2 - tick.height / 0.24 / 2, tick.width, tick.height / 0.24 };
      g_assert_cmpfloat (measure_ink (image,
                                      (TbRect) { bar.x + 2, bar.y + 1, MIN (bar.width, tick.x - bar.x) - 6,
                                                 bar.height - 2 }, scale),
                         >, 0.99);
      /* Three dashes of 0.24 of it. */
      if (dashed)
        g_assert_cmpfloat (measure_ink (image, tick, scale), <, 0.85);
      else
        g_assert_cmpfloat (measure_ink (image, tick, scale), >, 0.95);
      /* The band beside is white, whether it meets the target or not. */
      g_assert_cmpfloat (measure_ink (image,
                                      (TbRect) { bar.x + 2, bar.y - bar.height * 0.9, tick.x - bar.x - 8,
                                                 bar.height * 0.6 }, scale),
                         <, 0.02);
      cairo_surface_destroy (image);
    }
}

static void
test_goldens (void)
{
  static const char *const few[] = { "half", "above", "ceiling", "zero", "level-path", "range", NULL };
  static const struct
  {
    const char *name;
    double      width, height;
  } rows[] = { { "bullet", 960, 540 }, { "bullet-small", 320, 240 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < TB_N_LANGUAGES; language++)
      {
        g_autoptr (TbScene) scene = lay_out (AIMS, few, (TbLanguage) language, TB_CHART_ORDER_USUAL, rows[i].width,
                                             rows[i].height, NULL);

        tb_test_golden_compare_scene (rows[i].name, (TbLanguage) language, scene);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_TEST_ADD_ROWS ("/chart/C6/", cases, name, test_case);
  g_test_add_func ("/chart/C6/T-8", test_average);
  g_test_add_func ("/chart/C6/plan", test_plan);
  g_test_add_func ("/chart/C6/T-9/dot", test_dot);
  g_test_add_func ("/chart/C6/T-10", test_binding);
  g_test_add_func ("/chart/C6/N-6", test_scales);
  g_test_add_func ("/chart/C6/withheld", test_withheld);
  g_test_add_func ("/chart/C6/order", test_order);
  g_test_add_func ("/chart/C6/misfits", test_misfits);
  g_test_add_data_func ("/chart/C6/laws/aims", AIMS, test_laws);
  g_test_add_data_func ("/chart/C6/laws/fixtures", "tests/data/valid/fixture-set.tongbi.json", test_laws);
  g_test_add_data_func ("/chart/C6/laws/qingdao", "data/samples/digital-qingdao.tongbi.json", test_laws);
  g_test_add_func ("/chart/C6/T-10/one-bit", test_one_bit);
  g_test_add_func ("/chart/C6/goldens", test_goldens);

  return g_test_run ();
}
