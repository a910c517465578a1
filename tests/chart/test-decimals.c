/* Tests how many decimals figures are shown with: never more than were printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-datasets.h"

#include <string.h>

#define WHOLE "Numbers are rounded to whole ones"
#define ONE "Numbers are rounded to one decimal at most"
#define TWO "Numbers are rounded to 2 decimals at most"

/* By the rules of data/schemas/chart-1.md, Decimals. @note: NULL: nothing is said,
 * as nothing was rounded. */
static const struct
{
  const char *observation;   /* in 2020 */
  int         decimals;
  TbLanguage  language;
  const char *number;
  const char *note;
} rows[] = {
  { "\"value\": 12.345", TB_CHART_AS_PUBLISHED, TB_LANGUAGE_EN, "12.345", NULL },
  { "\"value\": 12.345", 4, TB_LANGUAGE_EN, "12.345", NULL },
  { "\"value\": 12.345", 2, TB_LANGUAGE_EN, "12.35", TWO },
  { "\"value\": 12.345", 1, TB_LANGUAGE_EN, "12.3", ONE },
  { "\"value\": 12.345", 0, TB_LANGUAGE_EN, "12", WHOLE },
  { "\"value\": -12.55", 1, TB_LANGUAGE_EN, "−12.6", ONE },
  /* No digit is added. */
  { "\"value\": 12", 2, TB_LANGUAGE_EN, "12", NULL },
  { "\"value\": 12.5", 3, TB_LANGUAGE_EN, "12.5", NULL },
  /* A bound claims no more than was said. */
  { "\"value\": 499.6, \"qualifier\": \"over\"", 0, TB_LANGUAGE_EN, ">499", WHOLE },
  { "\"value\": 499.2, \"qualifier\": \"under\"", 0, TB_LANGUAGE_EN, "<500", WHOLE },
  { "\"value\": 499.25, \"qualifier\": \"at-most\"", 1, TB_LANGUAGE_EN, "≤499.3", ONE },
  { "\"low\": 30.25, \"high\": 40.75", 0, TB_LANGUAGE_EN, "30–41", NULL },
  /* What is not zero is not shown as zero. */
  { "\"value\": 0.04", 1, TB_LANGUAGE_EN, "0.04", ONE },
  { "\"value\": 0", 1, TB_LANGUAGE_EN, "0", NULL },
  /* In a scale it is the decimals that are read that count. */
  { "\"value\": 391.13, \"multiplier\": 100000000", 1, TB_LANGUAGE_ZH, "391.1亿张", "数字最多保留1位小数" },
  { "\"value\": 123456789", 2, TB_LANGUAGE_ZH, "1.23亿张", NULL },
  { "\"value\": 123456789", 1, TB_LANGUAGE_ZH, "1.2亿张", "数字最多保留1位小数" },
};

static TbScene *
lay_out (gsize row)
{
  g_autofree char *text = g_strdup_printf (
    "{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"units\": {\"bed\": {\"name\": {\"en\": \"beds\", \"zh\": \"张\"}, "
    "\"kind\": \"count\"}}, \"indicators\": [{\"id\": \"beds\", \"name\": {\"en\": \"Beds\", \"zh\": \"床位\"}, "
    "\"unit\": "
    "\"bed\", \"measure\": \"flow\"}], \"series\": [{\"indicator\": \"beds\", \"observations\": [{\"period\": "
    "\"2020\", "
    "%s}]}]}",
    rows[row].observation);
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (text);
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  TbScene *scene;

  fields.language = rows[row].language;
  fields.decimals = rows[row].decimals;
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);
  return scene;
}

/* A text that is @text, or has it in it. */
static gboolean
has_text (const TbScene *scene,
          const char    *text,
          gboolean       whole)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_TEXT
        && (whole ? strcmp (nodes[i].text.text, text) == 0 : strstr (nodes[i].text.text, text) != NULL))
      return TRUE;
  return FALSE;
}

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbScene) scene = lay_out (i);
      g_autofree char *dump = tb_scene_dump (scene);

      if (!has_text (scene, rows[i].number, TRUE))
        g_error ("%s with %d decimals is not “%s” in:\n%s", rows[i].observation, rows[i].decimals, rows[i].number,
                 dump);
      if (rows[i].note != NULL && !has_text (scene, rows[i].note, FALSE))
        g_error ("%s: nothing is said of rounding in:\n%s", rows[i].observation, dump);
      if (rows[i].note == NULL)
        g_assert_false (has_text (scene, "rounded", FALSE) || has_text (scene, "小数", FALSE));
    }
}

/* Where the numbers are not shown, nothing was rounded. */
static void
test_without_numbers (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (
    "{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"units\": {\"bed\": {\"name\": \"beds\", \"kind\": \"count\"}}, "
    "\"indicators\": [{\"id\": \"beds\", \"name\": \"Beds\", \"unit\": \"bed\", \"measure\": \"flow\"}], \"series\": "
    "[{\"indicator\": \"beds\", \"observations\": [[\"2020\", 1.25], [\"2021\", 1.35]]}]}");
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbScene) scene = NULL;

  fields.decimals = 0;
  fields.show_values = FALSE;
  scene = tb_test_lay_out (dataset, &fields, NULL);
  g_assert_false (has_text (scene, "rounded", FALSE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/decimals/numbers", test_numbers);
  g_test_add_func ("/chart/decimals/without-numbers", test_without_numbers);
  return g_test_run ();
}
