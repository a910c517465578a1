/* Tests years to date, and totals with their parts (C8, C9; Y-1 to Y-7).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-type.h"
#include "tb-fan.h"
#include "tb-pair.h"
#include "tb-test-charts.h"
#include "tb-test-golden.h"
#include "tb-test-laws.h"
#include "tb-test-rows.h"

#include <string.h>

#define CASES "tests/chart/data/bridges.tongbi.json"

typedef struct
{
  TbDataset   *dataset;
  char        *indicators[2];
  TbChartSpecFields fields;
  TbSelection *selection;
  TbFigures   *figures;
} Setting;

static void
set_up (Setting    *self,
        TbChartType type,
        const char *indicator)
{
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (GError) error = NULL;

  self->dataset = tb_test_load_dataset (CASES);
  self->indicators[0] = (char *) indicator;
  self->indicators[1] = NULL;
  self->fields = (TbChartSpecFields) TB_CHART_SPEC_INIT;
  self->fields.type = type;
  self->fields.language = TB_LANGUAGE_ZH;
  self->fields.indicators = self->indicators;
  spec = tb_chart_spec_new (&self->fields);
  self->selection = tb_chart_select (spec, self->dataset, &error);
  self->figures = tb_figures_new (&self->fields, self->selection, &error);
  g_assert_no_error (error);
}

static void
clear_setting (Setting *self)
{
  g_clear_pointer (&self->figures, tb_figures_free);
  g_clear_pointer (&self->selection, tb_selection_unref);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setting, clear_setting)

static gboolean
has_note (const TbFigures *figures,
          const char      *part)
{
  for (guint i = 0; i < figures->notes->len; i++)
    if (strstr (g_ptr_array_index (figures->notes, i), part) != NULL)
      return TRUE;

  return FALSE;
}

/* Parts by hand from the totals of the file; "#": merged, "!": below zero. */
typedef struct
{
  const char *code;
  const char *indicator;
  const char *parts;   /* nullable */
  const char *says;    /* nullable: in a note, or in the refusal */
} PairCase;

static const PairCase pairs[] = {
  { "C9/Y-1", "y1", "100 130 115 155", NULL },
  /* 326,111 − 288,229 = 37,882; 288,229 − 52,721 = 235,508 (semantics Y-2). */
  { "C9/Y-2", "y2", "5.0847# 23.6764# 4.1774 5.2721# 23.5508# 3.7882", "数期合计" },
  { "C9/Y-4", "y4", "10.2 14.9 −0.8! 0.1", "当期为负" },
  /* 24.4 − 24.3 is known to ±0.1. */
  { "C9/Y-7", "y4", "10.2 14.9 −0.8! 0.1", "四舍五入误差（±0.1）" },
  { "C9/reporting-year", "fiscal", "21 19 23 27 25 21", NULL },
  { "C9/no-totals", "y8", NULL, "Y-1" },
  { "C9/Y-3", "price", NULL, "Y-" },
  { "C9/stock", "c16-stock", NULL, "Y-" },
  { "C9/several", "y*", NULL, NULL },
};

static char *
list_parts (const TbPair *pair)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pair->slots->len; i++)
    {
      const TbPairSlot *slot = &g_array_index (pair->slots, TbPairSlot, i);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", slot->part_text, slot->merged ? "#" : "",
                              slot->negative ? "!" : "");
      g_assert_nonnull (slot->total);
      /* The keyboard walk meets the total's figure at both marks. */
      g_assert_cmpint (slot->part->datum.row, ==, slot->total->datum.row);
    }

  return g_string_free_and_steal (text);
}

static void
test_pair (gconstpointer data)
{
  const PairCase *test = data;
  g_auto (Setting) setting = { NULL };
  g_autoptr (TbPair) pair = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *parts = NULL;

  set_up (&setting, TB_CHART_CUMULATIVE_DISCRETE, test->indicator);
  pair = tb_pair_new (setting.figures, &setting.fields, &error);
  if (test->parts == NULL)
    {
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
      g_assert_true (test->says == NULL || strstr (error->message, test->says) != NULL);
      return;
    }
  g_assert_no_error (error);
  parts = list_parts (pair);
  g_assert_cmpstr (parts, ==, test->parts);
  g_assert_true (tb_pair_ties_out (pair));
  if (test->says != NULL)
    g_assert_true (has_note (setting.figures, test->says));
}

typedef struct
{
  const char *code;
  const char *indicator;
  const char *years;        /* the last of each; nullable: refused */
  const char *span;
  const char *difference;   /* nullable: none */
  TbInk       ink;
  const char *note;         /* nullable */
} FanCase;

static const FanCase fans[] = {
  { "C8/Y-6", "y6", "2024年 430, 2025年 230", "上半年", "+15.0%", TB_INK_GOOD, NULL },
  /* 326,111 ÷ 329,385 = 0.99006 */
  { "C8/joint-months", "y2", "2024年 32.9385, 2025年 32.6111", "1—8月", "−1.0%", TB_INK_BAD, NULL },
  /* 14 + 9 + 13 = 36; 10 + 11 + 12 = 33 */
  { "C8/Y-8", "y8", "2024年 33, 2025年 36", "一季度", "+9.1%", TB_INK_NEUTRAL, "自年初累加" },
  { "C8/reporting-year", "fiscal", "2023/24 90, 2024/25 46", "上半年", "+15.0%", TB_INK_BAD, NULL },
  { "C8/R8", "broken", "2024年 42, 2025年 66", NULL, NULL, TB_INK_NEUTRAL, "名录调整" },
  { "C8/no-averages", "price", NULL, NULL, NULL, TB_INK_NEUTRAL, "只有流量" },
  { "C8/no-stocks", "c16-stock", NULL, NULL, NULL, TB_INK_NEUTRAL, "只有流量" },
  { "C8/several", "y*", NULL, NULL, NULL, TB_INK_NEUTRAL, "一个序列" },
};

static void
test_fan (gconstpointer data)
{
  const FanCase *test = data;
  g_auto (Setting) setting = { NULL };
  g_autoptr (TbFan) fan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) years = g_string_new (NULL);

  set_up (&setting, TB_CHART_YEAR_TO_DATE, test->indicator);
  fan = tb_fan_new (setting.figures, &setting.fields, &error);
  if (test->years == NULL)
    {
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
      g_assert_nonnull (strstr (error->message, test->note));
      return;
    }
  g_assert_no_error (error);
  for (guint i = 0; i < fan->years->len; i++)
    {
      const TbFanYear *year = &g_array_index (fan->years, TbFanYear, i);
      g_autofree char *number = tb_figures_dup_number (fan->figures, year->last->point);

      g_string_append_printf (years, "%s%s %s", i > 0 ? ", " : "", year->name, number);
    }
  g_assert_cmpstr (years->str, ==, test->years);
  g_assert_cmpstr (fan->difference, ==, test->difference);
  g_assert_true (fan->difference == NULL || fan->ink == test->ink);
  if (test->span != NULL)
    g_assert_cmpstr (fan->span, ==, test->span);
  if (test->note != NULL)
    g_assert_true (has_note (setting.figures, test->note));
}

/* P-3: February and July are not joined, July and August are. */
static void
test_gap (void)
{
  g_auto (Setting) setting = { NULL };
  g_autoptr (TbFan) fan = NULL;
  const TbPlacedPoint *points;

  set_up (&setting, TB_CHART_YEAR_TO_DATE, "y2");
  fan = tb_fan_new (setting.figures, &setting.fields, NULL);
  points = (const TbPlacedPoint *) (gconstpointer) g_array_index (fan->years, TbFanYear, 1).points->data;
  g_assert_cmpfloat_with_epsilon (points[0].x, 2, 1e-6);
  g_assert_false (tb_fan_joins (fan, points[0].point, points[1].point));
  g_assert_true (tb_fan_joins (fan, points[1].point, points[2].point));
}

/* A-1: a year whose totals end early is told as far as they reach, and noted if it is over. */
static void
test_reach (void)
{
  g_auto (Setting) setting = { NULL };
  g_autoptr (TbFan) fan = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  set_up (&setting, TB_CHART_YEAR_TO_DATE, "y8");
  fan = tb_fan_new (setting.figures, &setting.fields, NULL);
  tb_fan_describe (fan, setting.figures, text);
  g_test_message ("%s", text->str);
  g_assert_nonnull (strstr (text->str, "2024年一季度：33、2025年一季度：36"));
  g_assert_true (has_note (setting.figures, "缺全年累计数，仅有2024年一季度累计数"));
  g_assert_false (has_note (setting.figures, "仅有2025年"));
}

/* Y-6: growth of the discrete value from the discrete values of both years, 130 ÷ 110;
 * its datum is the row of the selection that it ends with. */
static void
test_transformed (void)
{
  const TbTransform steps[] = { { .kind = TB_TRANSFORM_DISCRETE }, { .kind = TB_TRANSFORM_PERCENT_ON_YEAR } };
  g_auto (Setting) setting = { NULL };
  g_autoptr (TbFigures) part = NULL;
  const TbChartPoint *last;

  set_up (&setting, TB_CHART_CUMULATIVE_DISCRETE, "y6");
  part = tb_figures_new_transformed (setting.figures, 0, steps, G_N_ELEMENTS (steps), NULL);
  last = &part->tracks[0].points[part->tracks[0].n_points - 1];
  g_assert_cmpfloat_with_epsilon (last->value, 18.2, 1e-9);
  g_assert_cmpint (last->datum.series, ==, 0);
  g_assert_cmpint (last->datum.row, ==, 5);
}

/* Y-2: what holds several periods is hatched, in both panels. */
static void
test_hatched (void)
{
  g_auto (Setting) setting = { NULL };
  g_autoptr (TbScene) scene = NULL;
  gsize n;
  gsize n_hatched = 0;
  const TbNode *nodes;

  set_up (&setting, TB_CHART_CUMULATIVE_DISCRETE, "y2");
  scene = tb_test_lay_out (setting.dataset, &setting.fields, NULL);
  nodes = tb_scene_get_nodes (scene, &n);
  for (gsize i = 0; i < n; i++)
    n_hatched += nodes[i].kind == TB_NODE_RECT && nodes[i].paint.fill == TB_FILL_HATCH;
  g_assert_cmpuint (n_hatched, ==, 8);
}

static const struct
{
  const char *name;
  TbChartType type;
  const char *indicator;
  gboolean    is_golden;
} drawn[] = {
  { "year-to-date", TB_CHART_YEAR_TO_DATE, "y6", TRUE },
  { "year-to-date-fiscal", TB_CHART_YEAR_TO_DATE, "fiscal", TRUE },
  { "year-to-date-joint", TB_CHART_YEAR_TO_DATE, "y2", FALSE },
  { "year-to-date-added-up", TB_CHART_YEAR_TO_DATE, "y8", FALSE },
  { "cumulative-discrete", TB_CHART_CUMULATIVE_DISCRETE, "y1", TRUE },
  { "cumulative-discrete-merged", TB_CHART_CUMULATIVE_DISCRETE, "y2", TRUE },
  { "cumulative-discrete-negative", TB_CHART_CUMULATIVE_DISCRETE, "y4", FALSE },
};

static const struct
{
  double width, height;
} sizes[] = { { 320, 240 }, { 280, 620 }, { 605, 340 }, { 960, 540 }, { 1400, 300 }, { 794, 1123 }, { 3840, 2160 } };

static void
check_laws (const char    *name,
            const TbScene *scene)
{
  g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (scene);
  tb_test_laws_check (scene, 0.05, breaches);
  for (guint i = 0; i < breaches->len; i++)
    g_error ("%s %.0fx%.0f %s: %s", name, tb_scene_get_info (scene)->width, tb_scene_get_info (scene)->height,
             tb_scene_get_info (scene)->language, (const char *) g_ptr_array_index (breaches, i));
}

static void
test_drawn (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
      {
        g_auto (Setting) setting = { NULL };
        g_autoptr (TbScene) scene = NULL;

        set_up (&setting, drawn[i].type, drawn[i].indicator);
        setting.fields.language = (TbLanguage) language;
        setting.fields.width = sizes[size].width;
        setting.fields.height = sizes[size].height;
        scene = tb_test_lay_out (setting.dataset, &setting.fields, NULL);
        check_laws (drawn[i].name, scene);
        if (!drawn[i].is_golden || sizes[size].width < 960 || sizes[size].width > 960)
          continue;
        tb_test_golden_compare_scene (drawn[i].name, (TbLanguage) language, scene);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TB_TEST_ADD_ROWS ("/chart/", pairs, code, test_pair);
  TB_TEST_ADD_ROWS ("/chart/", fans, code, test_fan);
  g_test_add_func ("/chart/C8/P-3", test_gap);
  g_test_add_func ("/chart/C8/A-1", test_reach);
  g_test_add_func ("/chart/Y-6/transformed", test_transformed);
  g_test_add_func ("/chart/C9/hatched", test_hatched);
  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/drawn/", drawn[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_drawn);
    }

  return g_test_run ();
}
