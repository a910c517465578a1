/* C11: a series has one colour in all charts, as long as there are colours enough.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-datasets.h"

#include <string.h>

#define IOWA "data/samples/iowa-electricity.tongbi.json"

static TbScene *
lay_out (TbDataset          *dataset,
         TbChartType         type,
         TbChartOrder        order,
         const char *const  *indicators,
         const char *const  *hidden)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  TbScene *scene;

  fields.type = type;
  fields.order = order;
  fields.indicators = (char **) indicators;
  fields.hidden = (char **) hidden;
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);

  return scene;
}

static TbColor
find_name_color (const TbScene *scene,
                 const char    *name)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_TEXT && strstr (nodes[i].text.text, name) != NULL)
      return nodes[i].text.color;
  g_error ("no “%s”", name);
}

static gboolean
is_same (TbColor a,
         TbColor b)
{
  return memcmp (&a, &b, sizeof a) == 0;
}

/* In lines, and in a stack where the others are switched off; by size the renewables, the
 * third, are the second of the stack. */
static void
test_one_color (void)
{
  static const char *const sources[]
      = { "generation-fossil", "generation-nuclear", "generation-renewable", NULL };
  static const char *const hidden[] = { "generation-fossil@iowa", NULL };
  static const char *const names[] = { "nuclear", "renewables" };
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (IOWA);
  g_autoptr (TbScene) stack = lay_out (dataset, TB_CHART_STACKED, TB_CHART_ORDER_USUAL, sources, NULL);
  g_autoptr (TbScene) part = lay_out (dataset, TB_CHART_STACKED, TB_CHART_ORDER_USUAL, sources, hidden);
  g_autoptr (TbScene) lines = lay_out (dataset, TB_CHART_LINE, TB_CHART_ORDER_USUAL, sources, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TbColor color = find_name_color (stack, names[i]);

      g_assert_true (is_same (find_name_color (part, names[i]), color));
      g_assert_true (is_same (find_name_color (lines, names[i]), color));
    }
  g_assert_false (is_same (find_name_color (stack, names[0]), find_name_color (stack, names[1])));
}

/* Eight parts after their whole: the eighth is the ninth series, one more than colours. The
 * smallest comes first, the largest last; 100 + 200 + … + 800 = 3,600. */
static void
test_after_whole (void)
{
  g_autoptr (GString) json
      = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": \"T\","
                      " \"units\": {\"t\": {\"name\": \"t\", \"kind\": \"mass\"}},"
                      " \"indicators\": [{\"id\": \"crop\", \"name\": \"Crop\", \"unit\": \"t\","
                      " \"measure\": \"flow\"}], \"series\": [{\"indicator\": \"crop\","
                      " \"observations\": [[\"2020\", 3600], [\"2021\", 3600]]}");
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (TbScene) by_size = NULL;
  g_autoptr (TbScene) declared = NULL;

  for (int i = 1; i <= 8; i++)
    g_string_append_printf (json,
                            ", {\"indicator\": \"crop\", \"breakdown\": {\"kind\": \"k%d\"},"
                            " \"observations\": [[\"2020\", %d], [\"2021\", %d]]}",
                            i, 100 * i, 100 * i);
  g_string_append (json, "]}");
  dataset = tb_test_read_dataset (json->str);
  by_size = lay_out (dataset, TB_CHART_STACKED, TB_CHART_ORDER_SIZE, NULL, NULL);
  declared = lay_out (dataset, TB_CHART_STACKED, TB_CHART_ORDER_DECLARED, NULL, NULL);
  /* Each has a colour: the part at the line at zero the first, the one on top the last. */
  g_assert_true (is_same (find_name_color (by_size, "k8"), find_name_color (declared, "k1")));
  g_assert_true (is_same (find_name_color (by_size, "k1"), find_name_color (declared, "k8")));
  g_assert_false (is_same (find_name_color (by_size, "k1"), find_name_color (by_size, "k8")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/C11/one-color", test_one_color);
  g_test_add_func ("/chart/C11/after-whole", test_after_whole);

  return g_test_run ();
}
