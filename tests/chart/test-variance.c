/* Tests figures set against a year earlier and plans: C3, C4, C5, N-2 to N-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-golden.h"
#include "tb-test-laws.h"
#include "tb-test-texts.h"

#include <math.h>
#include <string.h>

#define CASES "tests/chart/data/variance.tongbi.json"

#define TOUCH 0.05

static TbScene *
try_lay_out (TbChartType  type,
             TbLanguage   language,
             const char  *indicator,
             const char  *place,
             double       width,
             double       height,
             GError     **error)
{
  return tb_test_lay_out_indicator (CASES, type, language, indicator, place, width, height, error);
}

static TbScene *
lay_out (TbChartType type,
         TbLanguage  language,
         const char *indicator,
         const char *place)
{
  g_autoptr (GError) error = NULL;
  TbScene *scene = try_lay_out (type, language, indicator, place, 960, 540, &error);

  g_assert_no_error (error);

  return scene;
}

/* What a chart says, and what it must not say. The numbers are worked out by hand
 * from the figures of the file. */
static const struct
{
  const char *name;
  TbChartType type;
  TbLanguage  language;
  const char *indicator;
  const char *place;
  const char *texts[6];     /* labels of their own */
  const char *parts[3];     /* of running text */
  const char *absent[3];
} sayings[] = {
  /* 101.0 − 96.2 = 4.8, 4.8 ÷ 96.2 = 4.99 %; 105.4 − 108.1 = −2.7, −2.50 %; 150 − 140.9 = 9.1. */
  { "/chart/C4/flow", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_ZH, "sales", "north",
    { "+4.8", "+5.0", "−2.7", "−2.5", "+9.1", "≈0" }, { "同比增减", "上年同期（PY）", "≈0表示变化未超出四舍五入误差" }, { "96.2" } },
  /* R6: 470.5 − 425.1 = 45.4 against the last year-end; 425.1 − 337.7 = 87.4. */
  { "/chart/C4/R6", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_ZH, "stations", "north",
    { "+45.4", "+87.4", "+58.7" }, { "较上年末增减", "上年末（PY）" }, { "同比", "上年同期" } },
  /* R13: 90.3 − 88.1 = 2.2 points, and no percentage of a percentage. */
  { "/chart/C4/R13", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, "coverage", "north",
    { "+2.2", "−0.4", "+3.7" }, { "percentage points" }, { "ΔPY%" } },
  /* R8: 2024 has another definition, 2022 has no number, 2018 is 0 (R11). */
  { "/chart/C4/R8", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, "complaints", "south",
    { "+12", "+398", "−30", "—¹", "—²", "—³" },
    { "¹ 2019: no percentage, the base is zero", "² 2023: no number for 2022", "³ 2024: the definition changed" },
    { "−85", "−21.5", "+395" } },
  /* N-7: (410 − 12) ÷ 12 = 3316.7 %, printed though its pin is cut. */
  { "/notation/N-7", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, "complaints", "south",
    { "+3,316.7" }, { "Broken pin" }, { NULL } },
  /* R12: −8.1 against 12.4 is −20.5, and no percentage. */
  { "/chart/C4/R12", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_ZH, "balance", "north",
    { "−20.5", "+15.3", "—¹", "—²", "+15.2" }, { "基数为负或正负号改变" }, { "−165" } },
  /* 392.1 at +23.3 % implies 318.0: 74.1 more; 411.7 − 392.1 = 19.6. */
  { "/chart/C4/implied", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_ZH, "investment", "north",
    { "+74.1", "+23.3", "+19.6" }, { "由公布增速推算" }, { NULL } },
  /* As published, but for 2025: 874.2 ÷ 833.0 = +4.95 %. */
  { "/chart/C3/published", TB_CHART_GROWTH, TB_LANGUAGE_ZH, "investment", "north",
    { "+23.3", "+9.1", "+6.1", "+4.9" }, { "公布增速", "2025年上半年增速为公布数，按数据计算为+5.0%" }, { NULL } },
  /* Published +9.1 %; 1,000 to 1,060 would be +6.0 %. */
  { "/chart/C3/R18", TB_CHART_GROWTH, TB_LANGUAGE_EN, "output", "north",
    { "+9.1" }, { "2025: growth as published; the figures give +6.0%" }, { NULL } },
  { "/chart/C3/R8", TB_CHART_GROWTH, TB_LANGUAGE_EN, "complaints", "south",
    { "−7.3", "+3.9", "—¹", "—²", "—³" }, { "computed from the figures", "the definition changed" }, { "−21.5" } },
  { "/chart/C3/R6", TB_CHART_GROWTH, TB_LANGUAGE_ZH, "stations", "north",
    { "+25.9", "+10.7", "+13.8" }, { "较上年末增速（%）" }, { "同比" } },
  { "/chart/C3/R13", TB_CHART_GROWTH, TB_LANGUAGE_ZH, "coverage", "north",
    { "+2.2", "−0.4" }, { "百分点" }, { NULL } },
  /* 104 − 100; a half-year against the plan of its year is no variance (R16). */
  { "/chart/C5/R16", TB_CHART_PLAN, TB_LANGUAGE_EN, "beds", "north",
    { "+4", "+4.0", "—¹" }, { "the plan is for 2025, the actual figure for H1 2025" }, { "−54", "46.0%", "−4 " } },
  /* 11.2 − 11.0; 14.6 − 15.0 = −0.4, −2.7 %. */
  { "/chart/C5/flow", TB_CHART_PLAN, TB_LANGUAGE_ZH, "revenue", "north",
    { "+0.2", "+1.8", "−0.4", "−2.7" }, { "与计划之差" }, { NULL } },
  /* T-2: of a ceiling it is better to be below, whatever the indicator's direction. */
  { "/chart/C5/T-2", TB_CHART_PLAN, TB_LANGUAGE_EN, "spending", "south",
    { "−5", "+5" }, { "Better: below", "Worse: above" }, { "Better: above", "Worse: below" } },
  /* T-3, T-4: from a band and from words nothing differs by a number; 120 − 100 = 20. */
  { "/chart/C5/T-3", TB_CHART_PLAN, TB_LANGUAGE_EN, "intake", "south",
    { "—¹", "—²", "+20" }, { "¹ 2023: inside the range", "² 2024: the target is in words" }, { "rise from fall" } },
  /* R15: 500 ÷ 480 = +4.167 %: a lower bound is not rounded up. R17: 600 to 601 may be
   * no change, but the source printed one. */
  { "/chart/C4/R15", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, "orders", "south",
    { ">+20", ">+4.1", "≈0", "+0.2" }, { "≈0: not larger than the rounding" }, { "+4.2", "approximate figures" } },
  /* Aims are none of the figures: 214 − 200 = 14, 229 − 214 = 15. */
  { "/chart/C4/no-aims", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, "freight", "north",
    { "214", "229", "+14", "+15", "+7.0" }, { "Year before (PY)" }, { "205", "235", "240" } },
  /* P-6: 4 ÷ 17,792 = 0.02 % is 0.0, and no zero; 392 ÷ 17,400 = 2.25 %. */
  { "/chart/C4/P-6", TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, "jobs", "north",
    { "+0.392", "+0.004", "+2.3", "≈0" }, { "≈0: rounds to zero, but is not zero" },
    { "approximate figures", "rounding of the figures" } },
  /* 88.9 + 49.1 = 138.0 against 140.0: −1.4 %. */
  { "/notation/N-8", TB_CHART_PLAN, TB_LANGUAGE_ZH, "revenue", "north",
    { NULL }, { "2025年合计138.0亿元（1—8月为实际数，9—12月为预测数）", "低2.0亿元（1.4%）" }, { NULL } },
  { "/notation/N-8/en", TB_CHART_PLAN, TB_LANGUAGE_EN, "revenue", "north",
    { NULL }, { "2025 comes to CNY 13.80 billion (actual Jan–Aug plus forecast Sep–Dec)", "(1.4%) below the plan" },
    { NULL } },
};

static void
fail (const char *what,
      const char *text)
{
  g_test_message ("%s “%s”", what, text);
  g_test_fail ();
}

static void
test_saying (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TbScene) scene = lay_out (sayings[i].type, sayings[i].language, sayings[i].indicator, sayings[i].place);
  g_autofree char *all = tb_test_read_text (scene);

  g_test_message ("%s", all);
  for (gsize k = 0; k < G_N_ELEMENTS (sayings[i].texts) && sayings[i].texts[k] != NULL; k++)
    if (tb_test_find_text (scene, sayings[i].texts[k]) == NULL)
      fail ("no label", sayings[i].texts[k]);
  for (gsize k = 0; k < G_N_ELEMENTS (sayings[i].parts) && sayings[i].parts[k] != NULL; k++)
    if (strstr (all, sayings[i].parts[k]) == NULL)
      fail ("nowhere", sayings[i].parts[k]);
  for (gsize k = 0; k < G_N_ELEMENTS (sayings[i].absent) && sayings[i].absent[k] != NULL; k++)
    if (strstr (all, sayings[i].absent[k]) != NULL)
      fail ("there is", sayings[i].absent[k]);
}

/* The rectangles of one figure, in the order of drawing. */
static gsize
list_rects (const TbScene *scene,
            int            row,
            TbRect        *out_rects,
            gsize          most)
{
  gsize n;
  gsize found = 0;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_RECT && nodes[i].datum.series == 0 && nodes[i].datum.row == row && found < most)
      out_rects[found++] = nodes[i].rect;

  return found;
}

/* N-6: the column of 410 and that of its variance of 398 are as high as 410 to 398. */
static void
test_scale (void)
{
  g_autoptr (TbScene) scene = lay_out (TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, "complaints", "south");
  TbRect rects[4];

  g_assert_cmpuint (list_rects (scene, 2, rects, 4), >=, 2);
  g_assert_cmpfloat_with_epsilon (rects[0].height / rects[1].height, 410.0 / 398, 0.01);
  g_assert_cmpfloat_with_epsilon (rects[0].x, rects[1].x, 0.01);
  /* The variance stands above the figures. */
  g_assert_cmpfloat (rects[1].y + rects[1].height, <, rects[0].y);
}

/* N-2: the figure of the year before is behind: drawn first, further to the left. */
static void
test_behind (void)
{
  g_autoptr (TbScene) scene = lay_out (TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, "sales", "north");
  TbRect before[4];
  TbRect current[4];

  g_assert_cmpuint (list_rects (scene, 0, before, 4), >=, 1);
  g_assert_cmpuint (list_rects (scene, 4, current, 4), >=, 1);
  g_assert_cmpfloat (before[0].x, <, current[0].x);
  g_assert_cmpfloat (before[0].x + before[0].width, >, current[0].x);
  g_assert_cmpfloat_with_epsilon (before[0].width, current[0].width, 0.01);
  g_assert_cmpfloat_with_epsilon (before[0].height / current[0].height, 96.2 / 101.0, 0.001);
}

/* N-4: complaints had better fall; a trade balance is neither. */
static void
test_direction (void)
{
  static const struct
  {
    const char *indicator;
    const char *place;
    const char *label;
    int         sense;   /* 1 good, −1 bad, 0 neither */
  } cases[] = {
    { "complaints", "south", "+398", -1 }, { "complaints", "south", "−30", 1 }, { "sales", "north", "+0.48", 1 },
    { "sales", "north", "−0.27", -1 },     { "balance", "north", "+1.53", 0 },  { "sales", "north", "≈0", 0 },
  };
  const TbTheme *theme = tb_theme_get (TB_STYLE_LIGHT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TbScene) scene = lay_out (TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, cases[i].indicator, cases[i].place);
      const TbNode *label = tb_test_find_text (scene, cases[i].label);
      TbColor color = cases[i].sense > 0 ? theme->good : cases[i].sense < 0 ? theme->bad : theme->neutral;

      g_test_message ("%s %s", cases[i].indicator, cases[i].label);
      g_assert_nonnull (label);
      g_assert_cmpfloat_with_epsilon (label->text.color.r, color.r, 0.12);
      g_assert_cmpfloat_with_epsilon (label->text.color.g, color.g, 0.12);
      g_assert_cmpfloat_with_epsilon (label->text.color.b, color.b, 0.12);
    }
}

/* C3: filled dots for what was published, hollow ones for what was computed. */
static void
test_dots (void)
{
  g_autoptr (TbScene) scene = lay_out (TB_CHART_GROWTH, TB_LANGUAGE_EN, "investment", "north");
  gsize n;
  guint n_filled = 0;
  guint n_hollow = 0;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_CIRCLE && nodes[i].datum.row >= 0)
      {
        n_filled += !(nodes[i].paint.stroke_width > 0);
        n_hollow += nodes[i].paint.stroke_width > 0;
      }
  g_assert_cmpuint (n_filled, ==, 3);
  g_assert_cmpuint (n_hollow, ==, 1);
}

/* What stands in a panel is explained, and what explains a panel goes with it. */
static void
check_marks (const TbScene *scene)
{
  static const char *const marks[] = { "¹", "²", "³", "⁴", "⁵" };
  g_autofree char *all = tb_test_read_text (scene);
  gboolean has_panel = strstr (all, "ΔP") != NULL || strstr (all, "Growth on") != NULL
  || strstr (all, "Change on") != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *slot = g_strconcat ("—", marks[i], NULL);
      g_autofree char *reason = g_strconcat (marks[i], " ", NULL);

      if (strstr (all, slot) != NULL)
        g_assert_nonnull (strstr (all, reason));
    }
  if (strstr (all, "≈+") != NULL || strstr (all, "≈−") != NULL)
    g_assert_nonnull (strstr (all, "≈ "));
  if (!has_panel)
    {
      g_assert_null (strstr (all, "Better"));
      g_assert_null (strstr (all, "Worse"));
      g_assert_null (strstr (all, "¹"));
    }
}

static void
test_marks (void)
{
  static const char *const indicators[] = { "sales", "revenue", "complaints", "stations", "beds" };
  static const TbChartType types[] = { TB_CHART_GROWTH, TB_CHART_PREVIOUS_YEAR, TB_CHART_PLAN };
  static const double sizes[][2] = { { 960, 540 }, { 640, 360 }, { 480, 270 }, { 400, 280 }, { 320, 240 },
                                     { 1200, 300 } };
  guint n_drawn = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (indicators) * G_N_ELEMENTS (types) * G_N_ELEMENTS (sizes); i++)
    {
      gsize size = i % G_N_ELEMENTS (sizes);
      gsize type = i / G_N_ELEMENTS (sizes) % G_N_ELEMENTS (types);
      const char *indicator = indicators[i / G_N_ELEMENTS (sizes) / G_N_ELEMENTS (types)];
      g_autoptr (TbScene) scene = try_lay_out (types[type], TB_LANGUAGE_EN, indicator, "north", sizes[size][0],
                                               sizes[size][1], NULL);

      if (scene == NULL)
        continue;
      n_drawn++;
      g_test_message ("%s as %d at %g × %g", indicator, (int) types[type], sizes[size][0], sizes[size][1]);
      check_marks (scene);
    }
  g_assert_cmpuint (n_drawn, >, 20);
}

/* Panels go in their order, and that is counted. */
static void
test_room (void)
{
  static const double sizes[][2] = { { 960, 540 }, { 640, 420 }, { 520, 360 }, { 480, 320 }, { 400, 280 },
                                     { 320, 240 } };
  gboolean had_relative = TRUE;
  gboolean had_absolute = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TbScene) scene = try_lay_out (TB_CHART_PREVIOUS_YEAR, TB_LANGUAGE_EN, "sales", "north", sizes[i][0],
                                               sizes[i][1], NULL);
      g_autofree char *all = tb_test_read_text (scene);
      gboolean relative = strstr (all, "ΔPY%") != NULL;
      gboolean absolute = strstr (all, "ΔPY: ") != NULL;

      g_test_message ("%g × %g: %d %d", sizes[i][0], sizes[i][1], relative, absolute);
      g_assert_true (absolute || !relative);
      g_assert_true (!relative || had_relative);
      g_assert_true (!absolute || had_absolute);
      if (!relative)
        g_assert_cmpuint (tb_scene_get_info (scene)->n_dropped, >, 0);
      had_relative = relative;
      had_absolute = absolute;
      if (i == 0)
        g_assert_true (relative && absolute);
    }
  g_assert_false (had_relative);
}

static void
test_misfit (void)
{
  static const struct
  {
    TbChartType type;
    const char *indicator;
    const char *place;
    const char *part;
  } cases[] = {
    { TB_CHART_PREVIOUS_YEAR, "complaints", NULL, "one series" },
    { TB_CHART_PREVIOUS_YEAR, "revenue", "north", "a year earlier" },
    { TB_CHART_GROWTH, "revenue", "north", "a year earlier" },
    { TB_CHART_PLAN, "sales", "north", "no plan or target" },
    { TB_CHART_GROWTH, "losses", "north", "the base is negative" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TbScene) scene = try_lay_out (cases[i].type, TB_LANGUAGE_EN, cases[i].indicator, cases[i].place, 960,
                                               540,
                                               &error);

      g_assert_null (scene);
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

/* the alternative text tells the pairs and why some are none. */
static void
test_description (void)
{
  g_autoptr (TbScene) scene = lay_out (TB_CHART_PLAN, TB_LANGUAGE_EN, "beds", "north");
  const char *description = tb_scene_get_info (scene)->description;

  g_test_message ("%s", description);
  g_assert_nonnull (strstr (description, "Actual against plan"));
  g_assert_nonnull (strstr (description, "above the plan"));
  g_assert_nonnull (strstr (description, "the plan is for 2025"));
}

static const struct
{
  const char *name;
  TbChartType type;
  const char *indicator;
  const char *place;
  double      width;
  double      height;
} goldens[] = {
  { "growth", TB_CHART_GROWTH, "investment", "north", 960, 540 },
  { "growth-refused", TB_CHART_GROWTH, "complaints", "south", 960, 540 },
  { "previous-year", TB_CHART_PREVIOUS_YEAR, "sales", "north", 960, 540 },
  { "previous-year-refused", TB_CHART_PREVIOUS_YEAR, "complaints", "south", 960, 540 },
  { "previous-year-stock", TB_CHART_PREVIOUS_YEAR, "stations", "north", 960, 540 },
  { "previous-year-small", TB_CHART_PREVIOUS_YEAR, "sales", "north", 320, 240 },
  { "plan", TB_CHART_PLAN, "revenue", "north", 960, 540 },
  { "plan-refused", TB_CHART_PLAN, "beds", "north", 960, 540 },
};

static void
test_golden (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (TbScene) scene = try_lay_out (goldens[i].type, (TbLanguage) language, goldens[i].indicator,
                                               goldens[i].place,
                                               goldens[i].width, goldens[i].height, NULL);

      tb_test_golden_compare_scene (goldens[i].name, (TbLanguage) language, scene);
    }
}

/* No text overlaps another or leaves the page, at any size. */
static void
test_laws (void)
{
  static const char *const indicators[] = { "sales",    "revenue", "complaints", "complaints", "stations",
                                            "coverage", "investment", "beds",   "balance",    "balance" };
  static const char *const places[] = { "north", "north", "north", "south", "north", "north", "north", "north", "north",
                                        "south" };
  static const double sizes[][2] = { { 320, 240 }, { 480, 270 }, { 605, 340 },  { 960, 540 },  { 794, 1123 },
                                     { 280, 620 }, { 1400, 300 }, { 1280, 720 }, { 3840, 2160 } };
  static const TbChartType types[] = { TB_CHART_GROWTH, TB_CHART_PREVIOUS_YEAR, TB_CHART_PLAN };
  guint n_drawn = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (indicators) * G_N_ELEMENTS (types) * G_N_ELEMENTS (sizes) * TB_N_LANGUAGES; i++)
    {
      gsize at = i / TB_N_LANGUAGES;
      gsize size = at % G_N_ELEMENTS (sizes);
      gsize type = at / G_N_ELEMENTS (sizes) % G_N_ELEMENTS (types);
      gsize indicator = at / G_N_ELEMENTS (sizes) / G_N_ELEMENTS (types);
      g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (TbScene) scene = try_lay_out (types[type], (TbLanguage) (i % TB_N_LANGUAGES), indicators[indicator],
                                               places[indicator], sizes[size][0], sizes[size][1], NULL);

      if (scene == NULL)
        continue;
      n_drawn++;
      tb_test_laws_check (scene, TOUCH, breaches);
      for (guint k = 0; k < MIN (breaches->len, 3); k++)
        g_test_message ("%s as %d at %g × %g: %s", indicators[indicator], (int) types[type], sizes[size][0],
                        sizes[size][1],
                        (const char *) g_ptr_array_index (breaches, k));
      if (breaches->len > 0)
        g_test_fail ();
    }
  g_assert_cmpuint (n_drawn, >, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sayings); i++)
    g_test_add_data_func (sayings[i].name, GSIZE_TO_POINTER (i), test_saying);
  g_test_add_func ("/notation/N-2", test_behind);
  g_test_add_func ("/notation/N-4", test_direction);
  g_test_add_func ("/notation/N-6", test_scale);
  g_test_add_func ("/chart/C3/dots", test_dots);
  g_test_add_func ("/chart/C4/room", test_room);
  g_test_add_func ("/chart/C4/marks", test_marks);
  g_test_add_func ("/chart/C4/misfit", test_misfit);
  g_test_add_func ("/chart/C5/description", test_description);
  g_test_add_func ("/chart/C4/laws", test_laws);
  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/golden/", goldens[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_golden);
    }

  return g_test_run ();
}
