/* Tests decorations: what they are attached to, what they may say, and where they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-golden.h"
#include "tb-test-laws.h"
#include "tb-test-texts.h"

#include <math.h>
#include <string.h>

#define FIGURES "tests/chart/data/decorations.tongbi.json"
#define TOUCH 0.01

static TbScene *
lay_out (const char *json)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (FIGURES);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbChartSpec) spec = tb_chart_spec_from_json (json, -1, &error);
  TbScene *scene;

  g_assert_no_error (error);
  scene = tb_test_lay_out (dataset, tb_chart_spec_get (spec), &error);
  g_assert_no_error (error);

  return scene;
}

/* One series with one decoration. */
static TbScene *
lay_out_one (const char *type,
             const char *language,
             const char *indicator,
             const char *decoration)
{
  g_autofree char *json = g_strdup_printf ("{\"tongbi\": \"chart/1\", \"type\": \"%s\", \"language\": \"%s\", "
                                           "\"place\": \"north\","
                                           " \"indicators\": [\"%s\"], \"decorations\": [%s]}", type, language,
                                           indicator, decoration);

  return lay_out (json);
}

static TbRect
get_mark (const TbScene *scene,
          int            row)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_RECT && nodes[i].datum.series == 0 && nodes[i].datum.row == row)
      return nodes[i].rect;
  g_assert_not_reached ();
}

/* Of every row: the difference by hand from the figures in the file, in percent of the
 * earlier one; for D-2 ((last ÷ first)^(1 ÷ years) − 1). */
static const struct
{
  const char *code, *indicator, *decoration;
  const char *text[TB_N_LANGUAGES];
} arrows[] = {
  /* 5000 − 2000 = 3000; 3000 ÷ 2000 */
  { "D-1/first-last", "sites", "{\"kind\": \"difference\"}", { "+3,000 (+150.0%)", "+3,000（+150.0%）" } },
  { "D-1/absolute", "sites", "{\"kind\": \"difference\", \"show\": \"absolute\"}", { "+3,000", "+3,000" } },
  { "D-1/relative", "sites", "{\"kind\": \"difference\", \"show\": \"relative\"}", { "+150.0%", "+150.0%" } },
  /* 1900 in 2018, 5600 in 2020: 3700 ÷ 1900 = 1.94737; time runs forward whatever stands first */
  { "D-1/lowest-highest", "sites", "{\"kind\": \"difference\", \"from\": \"highest\", \"to\": \"lowest\"}",
    { "+3,700 (+194.7%)", "+3,700（+194.7%）" } },
  /* 5600 − 2400 = 3200; 3200 ÷ 2400 = 1.3333 */
  { "D-1/periods", "sites", "{\"kind\": \"difference\", \"from\": \"2017\", \"to\": \"2020\"}",
    { "+3,200 (+133.3%)", "+3,200（+133.3%）" } },
  /* 108 − 100 */
  { "D-1/year-before", "quarterly", "{\"kind\": \"difference\", \"from\": \"year-before\", \"to\": \"2021-Q1\"}",
    { "+8 (+8.0%)", "+8（+8.0%）" } },
  { "D-1/fall", "decline", "{\"kind\": \"difference\"}", { "−488 (−48.8%)", "−488（−48.8%）" } },
  /* R13: points of percentages, and nothing else */
  { "D-1/points", "coverage", "{\"kind\": \"difference\"}", { "+4.2 pp", "+4.2个百分点" } },
  { "D-1/points-alone", "coverage", "{\"kind\": \"difference\", \"show\": \"relative\"}", { "+4.2 pp", "+4.2个百分点" } },
  /* No percentage of a base below zero: 30 − (−50) */
  { "D-1/below-zero", "balance", "{\"kind\": \"difference\"}", { "+80", "+80" } },
  /* 2000 → 5000 in 5 years: 2.5^0.2 = 1.20112 */
  { "D-2/first-last", "sites", "{\"kind\": \"cagr\"}", { "+20.1% a year", "年均增长20.1%" } },
  /* 1000 → 512 in 3 years: 0.8 */
  { "D-2/fall", "decline", "{\"kind\": \"cagr\"}", { "−20.0% a year", "年均下降20.0%" } },
  /* 1900 → 5600 in 2 years: √2.94737 = 1.71679 */
  { "D-2/roles", "sites", "{\"kind\": \"cagr\", \"from\": \"lowest\", \"to\": \"highest\"}",
    { "+71.7% a year", "年均增长71.7%" } },
};

static void
test_arrow (gconstpointer data)
{
  static const char *const types[] = { "column", "line" };
  gsize row = GPOINTER_TO_SIZE (data);

  for (gsize i = 0; i < G_N_ELEMENTS (types) * TB_N_LANGUAGES; i++)
    {
      int language = (int) (i % TB_N_LANGUAGES);
      g_autoptr (TbScene) scene = lay_out_one (types[i / TB_N_LANGUAGES], language == TB_LANGUAGE_ZH ? "zh" : "en",
                                               arrows[row].indicator, arrows[row].decoration);

      g_test_message ("%s: %s", types[i / TB_N_LANGUAGES], arrows[row].text[language]);
      g_assert_nonnull (tb_test_find_text (scene, arrows[row].text[language]));
      g_assert_cmpuint (tb_scene_get_info (scene)->n_refused, ==, 0);
    }
}

/* What a rule forbids has no arrow, but its reason in the notes, and is counted. */
static const struct
{
  const char *code, *type, *indicator, *decoration;
  const char *note[TB_N_LANGUAGES];
} refusals[] = {
  /* R3: a year and a half-year */
  { "D-1/spans", "column", "mixed", "{\"kind\": \"difference\"}",
    { "The difference arrow from 2020 to H1 2021 is left out: ", "未添加增减箭头（2020年至2021年上半年）：" } },
  /* R8: the file's own break */
  { "D-1/break", "line", "beds", "{\"kind\": \"difference\", \"from\": \"2018-12-31\", \"to\": \"2020-12-31\"}",
    { "the definition changed in between", "期间统计口径有变动" } },
  /* R8: an editor's break */
  { "D-1/own-break", "column", "sites", "{\"kind\": \"difference\"}, {\"kind\": \"break\", \"at\": \"2019\"}",
    { "the definition changed in between", "期间统计口径有变动" } },
  { "D-2/own-break", "column", "sites", "{\"kind\": \"cagr\"}, {\"kind\": \"break\", \"at\": \"2019\"}",
    { "the definition changed in between", "期间统计口径有变动" } },
  /* F-3: the first figure is below zero */
  { "D-2/below-zero", "column", "balance", "{\"kind\": \"cagr\"}",
    { "The average growth arrow from 2019 to 2021 is left out: ", "未添加年均增速箭头（2019年至2021年）：" } },
  /* F-3: no growth of percentages */
  { "D-2/rates", "line", "coverage", "{\"kind\": \"cagr\"}", { "take the change in percentage points", "百分点" } },
  { "D-1/no-figure", "column", "sites", "{\"kind\": \"difference\", \"from\": \"2012\"}",
    { "The difference arrow is left out: there is no figure for 2012.", "未添加增减箭头：没有2012年的数值。" } },
  { "D-1/one-figure", "column", "sites", "{\"kind\": \"difference\", \"from\": \"2021\"}",
    { "both ends are the same figure", "两端为同一数值" } },
  /* R16: what a year is to sum up to is no level for its months */
  { "D-3/sum", "column", "monthly", "{\"kind\": \"target-line\"}", { "The target line is left out: ", "未添加目标线：" } },
  { "D-3/no-target", "column", "sites", "{\"kind\": \"target-line\"}",
    { "The target line is left out: the series has no target in numbers.", "未添加目标线：该序列没有数值目标。" } },
  { "D-4/outside", "column", "sites", "{\"kind\": \"span\", \"from\": \"2001\", \"to\": \"2002\"}",
    { "The shaded span is left out: it lies outside the time shown.", "未添加时段底色：不在图示时段内。" } },
  { "D-6/no-series", "column", "sites", "{\"kind\": \"highlight\", \"series\": \"sights\"}",
    { "there is no series “sights” in this chart", "图中没有序列“sights”" } },
};

static void
test_refusal (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (TbScene) scene = lay_out_one (refusals[row].type, language == TB_LANGUAGE_ZH ? "zh" : "en",
                                               refusals[row].indicator, refusals[row].decoration);

      g_test_message ("“%s” in %s", refusals[row].note[language], tb_scene_get_info (scene)->description);
      g_assert_true (tb_test_holds (scene, refusals[row].note[language]));
      g_assert_cmpuint (tb_scene_get_info (scene)->n_refused, ==, 1);
      g_assert_false (tb_test_holds (scene, "a year") || tb_test_holds (scene, "年均增长") || tb_test_holds (scene, "(+"));
      /* The alternative text has the reason too. */
      g_assert_nonnull (strstr (tb_scene_get_info (scene)->description, refusals[row].note[language]));
    }
}

/* A note of the spec's own does not hide a refusal. */
static void
test_refusal_beside_own_note (void)
{
  g_autoptr (TbScene) scene = lay_out ("{\"tongbi\": \"chart/1\", \"indicators\": [\"mixed\"], \"note\": \"Own words\","
                                       " \"decorations\": [{\"kind\": \"difference\"}]}");

  g_assert_true (tb_test_holds (scene, "Own words"));
  g_assert_true (tb_test_holds (scene, "The difference arrow"));
}

/* Attached to roles, arrows move with the figures. */
static void
test_fresh_figures (void)
{
  static const char spec[] = "{\"tongbi\": \"chart/1\", \"indicators\": [\"sites\"], \"to\": \"%s\","
                             " \"decorations\": [{\"kind\": \"difference\", \"show\": \"absolute\"}]}";
  g_autofree char *before = g_strdup_printf (spec, "2019");
  g_autofree char *after = g_strdup_printf (spec, "2020");
  g_autoptr (TbScene) old = lay_out (before);
  g_autoptr (TbScene) fresh = lay_out (after);

  /* 3600 − 2000, 5600 − 2000 */
  g_assert_nonnull (tb_test_find_text (old, "+1,600"));
  g_assert_nonnull (tb_test_find_text (fresh, "+3,600"));
}

/* A line at 5,000 meets the top of the column of 5,000. */
static void
test_value_line (void)
{
  g_autoptr (TbScene) scene = lay_out_one ("column", "en", "sites",
                                           "{\"kind\": \"value-line\", \"value\": 5000, \"text\": \"Capacity\"}");
  TbRect column = get_mark (scene, 5);
  gboolean found = FALSE;
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    found = found || (nodes[i].kind == TB_NODE_LINE && nodes[i].datum.series < 0
                      && fabs (nodes[i].line.y1 - column.y) < 0.01 &&
                      fabs (nodes[i].line.y2 - column.y) < 0.01);
  g_assert_true (found);
  g_assert_nonnull (tb_test_find_text (scene, "Capacity: 5,000"));
}

/* The axis reaches to a line above all figures. */
static void
test_high_line (void)
{
  g_autoptr (TbScene) scene = lay_out_one ("column", "en", "sites", "{\"kind\": \"value-line\", \"value\": 20000}");
  TbRect column = get_mark (scene, 4);
  const TbNode *text = tb_test_find_text (scene, "20,000");

  g_assert_nonnull (text);
  g_assert_cmpfloat (text->text.box.y, <, column.y);
  g_assert_cmpfloat (text->text.box.y, >=, 0);
}

static void
test_target_line (void)
{
  static const char *const texts[TB_N_LANGUAGES] = { "Target for 2025: ≥80", "2025年目标：≥80" };

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autofree char *json = g_strdup_printf ("{\"tongbi\": \"chart/1\", \"type\": \"line\", \"indicators\": "
                                               "[\"coverage\"], \"kinds\":"
                                               " [\"actual\"], \"language\": \"%s\", \"decorations\": [{\"kind\": "
                                               "\"target-line\"}]}",
                                               language == TB_LANGUAGE_ZH ? "zh" : "en");
      g_autoptr (TbScene) scene = lay_out (json);

      g_assert_nonnull (tb_test_find_text (scene, texts[language]));
      g_assert_cmpuint (tb_scene_get_info (scene)->n_refused, ==, 0);
    }
}

/* From the start of 2018 to the end of 2019, behind all marks. */
static void
test_span (void)
{
  g_autoptr (TbScene) scene = lay_out_one ("column", "en", "sites",
                                           "{\"kind\": \"span\", \"from\": \"2018\", \"to\": \"2019\", \"text\": "
                                           "\"Rebuilding\"}");
  TbRect first = get_mark (scene, 2);
  TbRect last = get_mark (scene, 3);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  g_assert_nonnull (tb_test_find_text (scene, "Rebuilding"));
  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (nodes[i].kind != TB_NODE_RECT || nodes[i].datum.series < 0);
      if (nodes[i].kind != TB_NODE_RECT)
        continue;
      /* As much wider than the columns at either side. */
      g_assert_cmpfloat_with_epsilon (first.x - nodes[i].rect.x,
                                      nodes[i].rect.x + nodes[i].rect.width - last.x - last.width, 0.01);
      g_assert_cmpfloat (nodes[i].rect.x, <, first.x);
      g_assert_cmpfloat (nodes[i].rect.x, >, get_mark (scene, 1).x + get_mark (scene, 1).width);
      return;
    }
  g_assert_not_reached ();
}

/* No line runs over an editor's break, and the notes say so. */
static void
test_break (void)
{
  g_autoptr (TbScene) whole = lay_out_one ("line", "en", "sites", "");
  g_autoptr (TbScene) scene = lay_out_one ("line", "en", "sites",
                                           "{\"kind\": \"break\", \"at\": \"2019\", \"text\": \"New count\"}");
  const TbScene *const scenes[] = { whole, scene };
  guint n_paths[2] = { 0, 0 };

  for (gsize k = 0; k < 2; k++)
    {
      gsize n;
      const TbNode *nodes = tb_scene_get_nodes (scenes[k], &n);

      for (gsize i = 0; i < n; i++)
        n_paths[k] += nodes[i].kind == TB_NODE_PATH;
    }
  g_assert_cmpuint (n_paths[0], ==, 1);
  g_assert_cmpuint (n_paths[1], ==, 2);
  g_assert_nonnull (tb_test_find_text (scene, "New count"));
  g_assert_true (tb_test_holds (scene, "2019"));
}

static TbColor
get_fill (const TbScene *scene,
          int            row)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_RECT && nodes[i].datum.series == 0 && nodes[i].datum.row == row)
      return nodes[i].paint.fill_color;
  g_assert_not_reached ();
}

/* One column keeps its colour, the others are one grey. */
static void
test_highlight (void)
{
  g_autoptr (TbScene) plain = lay_out_one ("column", "en", "sites", "");
  g_autoptr (TbScene) scene = lay_out_one ("column", "en", "sites", "{\"kind\": \"highlight\", \"at\": \"highest\"}");
  TbColor grey = get_fill (scene, 0);
  TbColor stressed = get_fill (scene, 4);
  TbColor usual = get_fill (plain, 4);

  g_assert_cmpfloat (stressed.r, ==, usual.r);
  g_assert_cmpfloat (stressed.b, ==, usual.b);
  g_assert_cmpfloat (fabs (grey.r - usual.r), >, 0.2);
  for (int row = 0; row < 6; row++)
    if (row != 4)
      g_assert_cmpfloat (get_fill (scene, row).r, ==, grey.r);
}

/* Words stand at their mark. */
static void
test_note (void)
{
  g_autoptr (TbScene) scene = lay_out_one ("column", "en", "sites",
                                           "{\"kind\": \"note\", \"at\": \"lowest\", \"text\": \"Strike\"}");
  TbRect column = get_mark (scene, 2);
  const TbNode *text = tb_test_find_text (scene, "Strike");
  double middle = text->text.box.x + text->text.box.width / 2;

  g_assert_cmpfloat (fabs (middle - column.x - column.width / 2), <, column.width);
  g_assert_cmpfloat (text->text.box.y + text->text.box.height, <, column.y);
}

/* A ranking has no time and no place for arrows, and says so. */
static void
test_no_place (void)
{
  g_autoptr (TbScene) scene = lay_out ("{\"tongbi\": \"chart/1\", \"type\": \"bar\", \"indicators\": [\"beds\"], "
                                       "\"decorations\":"
                                       " [{\"kind\": \"cagr\"}, {\"kind\": \"span\", \"from\": \"2018\", \"to\": "
                                       "\"2019\"}]}");

  g_assert_true (tb_test_holds (scene,
                                "Not drawn, as this type of chart has no place for it: average growth arrow and "
                                "shaded span."));
}

/* An upright dashed line somewhere between two columns. */
static gboolean
has_upright (const TbScene *scene,
             double         left,
             double         right)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_LINE && nodes[i].paint.dashed && fabs (nodes[i].line.x1 - nodes[i].line.x2) < 0.01 &&
        nodes[i].line.x1 > left && nodes[i].line.x1 < right)
      return TRUE;

  return FALSE;
}

/* P-7: the file's own break, which no editor asked for, has its line in columns too. */
static void
test_own_break (void)
{
  static const char *const words[TB_N_LANGUAGES] = { "break", "口径调整" };

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      g_autoptr (TbScene) scene = lay_out_one ("column", language == TB_LANGUAGE_ZH ? "zh" : "en", "beds", "");
      TbRect before = get_mark (scene, 0);
      TbRect after = get_mark (scene, 1);
      TbRect last = get_mark (scene, 2);

      g_assert_true (has_upright (scene, before.x + before.width, after.x));
      g_assert_false (has_upright (scene, after.x + after.width, last.x));
      g_assert_nonnull (tb_test_find_text (scene, words[language]));
    }
}

/* An editor's words stand at the line and in the notes. */
static void
test_break_words (void)
{
  g_autoptr (TbScene) scene = lay_out_one ("column", "en", "sites",
                                           "{\"kind\": \"break\", \"at\": \"2019\", \"text\": \"New count\"}");
  TbRect before = get_mark (scene, 2);
  TbRect after = get_mark (scene, 3);

  g_assert_true (has_upright (scene, before.x + before.width, after.x));
  g_assert_nonnull (tb_test_find_text (scene, "New count"));
  g_assert_true (tb_test_holds (scene, "New definition from 2019: New count."));
}

/* Over the highest of all there is room for a note too. */
static void
test_note_on_top (void)
{
  static const char *const types[] = { "column", "line" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (TbScene) scene = lay_out_one (types[i], "en", "sites",
                                               "{\"kind\": \"note\", \"at\": \"highest\", \"text\": \"Record\"}");

      g_assert_nonnull (tb_test_find_text (scene, "Record"));
      g_assert_cmpuint (tb_scene_get_info (scene)->n_dropped, ==, 0);
    }
}

/* Words of a line that all columns cross stand over them. */
static void
test_crossed_line (void)
{
  g_autoptr (TbScene) scene = lay_out_one ("column", "en", "quarterly",
                                           "{\"kind\": \"value-line\", \"value\": 95, \"text\": \"Least\"}");
  const TbNode *text = tb_test_find_text (scene, "Least: 95");

  g_assert_nonnull (text);
  for (int row = 0; row < 5; row++)
    g_assert_cmpfloat (text->text.box.y + text->text.box.height, <, get_mark (scene, row).y);
}

/* Types with a place for some of them. */
static void
test_other_types (void)
{
  g_autoptr (TbScene) path = lay_out_one ("target-path", "en", "coverage",
                                          "{\"kind\": \"value-line\", \"value\": 62, \"text\": \"Floor\"},"
                                          " {\"kind\": \"note\", \"at\": \"2020\", \"text\": \"New machines\"}");
  g_autoptr (TbScene) dumbbell = lay_out ("{\"tongbi\": \"chart/1\", \"type\": \"dumbbell\", \"indicators\": "
                                          "[\"beds\"], \"decorations\":"
                                          " [{\"kind\": \"value-line\", \"value\": 430, \"text\": \"Need\"},"
                                          " {\"kind\": \"note\", \"series\": \"beds@south\", \"at\": \"last\", "
                                          "\"text\": \"New wing\"}]}");

  g_assert_nonnull (tb_test_find_text (path, "Floor: 62"));
  g_assert_nonnull (tb_test_find_text (path, "New machines"));
  g_assert_cmpuint (tb_scene_get_info (path)->n_refused, ==, 0);
  g_assert_nonnull (tb_test_find_text (dumbbell, "Need: 430"));
  g_assert_nonnull (tb_test_find_text (dumbbell, "New wing"));
}

#define ALL_DECORATIONS                                                                                                \
  "{\"kind\": \"cagr\"}, {\"kind\": \"difference\", \"from\": \"2018\", \"to\": \"highest\"},"                         \
  "{\"kind\": \"value-line\", \"value\": 3000, \"text\": \"%s\"},"                                                     \
  "{\"kind\": \"span\", \"from\": \"2017\", \"to\": \"2018\", \"text\": \"%s\"},"                                      \
  "{\"kind\": \"note\", \"at\": \"lowest\", \"text\": \"%s\"}, {\"kind\": \"highlight\", \"at\": \"last\"}"

static TbScene *
lay_out_all (const char *type,
             gboolean    zh,
             double      width,
             double      height)
{
  g_autofree char *decorations = zh ? g_strdup_printf (ALL_DECORATIONS, "设计能力", "改建期", "因改建停用部分站点，次年恢复并新增")
                                    : g_strdup_printf (ALL_DECORATIONS, "Capacity", "Rebuilding",
                                                       "Some sites were closed to be rebuilt");
  g_autofree char *json = g_strdup_printf ("{\"tongbi\": \"chart/1\", \"type\": \"%s\", \"language\": \"%s\", "
                                           "\"indicators\": [\"sites\"],"
                                           " \"width\": %g, \"height\": %g, \"decorations\": [%s]}",
                                           type, zh ? "zh" : "en", width, height, decorations);

  return lay_out (json);
}

/* No text overlaps another or leaves the page, and what found no room is counted. */
static void
test_laws (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 480, 270 }, { 605, 340 }, { 960, 540 }, { 794, 1123 },
                                     { 1400, 300 }, { 1280, 720 }, { 3840, 2160 } };
  static const char *const types[] = { "column", "line" };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (types) * 2; i++)
    {
      gsize size = i / 2 / G_N_ELEMENTS (types);
      g_autoptr (TbScene) scene = lay_out_all (types[i / 2 % 2], i % 2 == 1, sizes[size][0], sizes[size][1]);
      g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);

      tb_test_laws_check (scene, TOUCH, breaches);
      for (guint k = 0; k < breaches->len; k++)
        g_test_message ("%s at %g × %g: %s", types[i / 2 % 2], sizes[size][0], sizes[size][1],
                        (const char *) g_ptr_array_index (breaches, k));
      if (breaches->len > 0)
        g_test_fail ();
      if (sizes[size][0] >= 960 && sizes[size][1] >= 540)
        g_assert_true (tb_test_holds (scene, i % 2 == 1 ? "年均增长20.1%" : "+20.1% a year"));
    }
}

static void
test_golden (void)
{
  static const char *const types[] = { "column", "line" };

  for (gsize i = 0; i < G_N_ELEMENTS (types) * 2; i++)
    {
      g_autoptr (TbScene) scene = lay_out_all (types[i / 2], i % 2 == 1, 960, 540);
      g_autofree char *name = g_strconcat (types[i / 2], "-decorated", NULL);

      tb_test_golden_compare_scene (name, i % 2 == 1 ? TB_LANGUAGE_ZH : TB_LANGUAGE_EN, scene);
    }
}

/* What decorations name a series by. */
static void
test_key (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (FIGURES);
  g_autofree char *key = tb_series_dup_key (tb_dataset_get_series (dataset, 0));

  g_assert_cmpstr (key, ==, "sites@north");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      g_autofree char *name = g_strconcat ("/decoration/", arrows[i].code, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_arrow);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *name = g_strconcat ("/decoration/refused/", refusals[i].code, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_refusal);
    }
  g_test_add_func ("/decoration/refused/own-note", test_refusal_beside_own_note);
  g_test_add_func ("/decoration/D-1/fresh-figures", test_fresh_figures);
  g_test_add_func ("/decoration/D-3/value", test_value_line);
  g_test_add_func ("/decoration/D-3/high", test_high_line);
  g_test_add_func ("/decoration/D-3/target", test_target_line);
  g_test_add_func ("/decoration/D-4", test_span);
  g_test_add_func ("/decoration/D-5", test_break);
  g_test_add_func ("/decoration/D-5/file", test_own_break);
  g_test_add_func ("/decoration/D-5/words", test_break_words);
  g_test_add_func ("/decoration/D-7/top", test_note_on_top);
  g_test_add_func ("/decoration/D-3/crossed", test_crossed_line);
  g_test_add_func ("/decoration/other-types", test_other_types);
  g_test_add_func ("/decoration/D-6", test_highlight);
  g_test_add_func ("/decoration/D-7", test_note);
  g_test_add_func ("/decoration/no-place", test_no_place);
  g_test_add_func ("/decoration/series-key", test_key);
  g_test_add_func ("/decoration/laws", test_laws);
  g_test_add_func ("/decoration/golden", test_golden);

  return g_test_run ();
}
