/* Laws of every chart: nothing overlaps or leaves the page, whatever the data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-gen.h"

#include <math.h>
#include <string.h>

/* Boxes may touch; sums of doubles touch inexactly. */
#define TOUCH 0.05

static const struct
{
  double width, height;
} sizes[] = { { 320, 240 }, { 605, 340 }, { 960, 540 }, { 794, 1123 }, { 1600, 900 }, { 3840, 2160 } };

static gboolean
is_inside (TbRect box,
           double width,
           double height)
{
  return box.x >= -TOUCH && box.y >= -TOUCH && box.x + box.width <= width + TOUCH && box.y + box.height <= height + TOUCH;
}

static gboolean
overlap (TbRect a,
         TbRect b)
{
  return a.x + TOUCH < b.x + b.width && b.x + TOUCH < a.x + a.width && a.y + TOUCH < b.y + b.height && b.y + TOUCH < a.y + a.height;
}

static void
complain (const TbScene *scene,
          const char    *what,
          const TbNode  *a,
          const TbNode  *b)
{
  g_autofree char *dump = tb_scene_dump (scene);

  g_test_message ("%s", dump);
  g_test_message ("%s: “%s” and “%s”", what, a->kind == TB_NODE_TEXT ? a->text.text : "a mark",
                  b != NULL && b->kind == TB_NODE_TEXT ? b->text.text : "a mark");
  g_test_fail ();
}

static TbRect
get_box (const TbScene *scene,
         const TbNode  *node)
{
  TbRect box = { 0, 0, 0, 0 };

  if (node->kind == TB_NODE_RECT)
    return node->rect;
  if (node->kind == TB_NODE_CIRCLE)
    return (TbRect) { node->circle.x - node->circle.radius, node->circle.y - node->circle.radius, 2 * node->circle.radius,
                      2 * node->circle.radius };
  if (node->kind == TB_NODE_LINE)
    return (TbRect) { MIN (node->line.x1, node->line.x2), MIN (node->line.y1, node->line.y2), fabs (node->line.x2 - node->line.x1),
                      fabs (node->line.y2 - node->line.y1) };
  if (node->kind == TB_NODE_PATH)
    {
      gsize n;
      const TbPathElement *path = tb_scene_get_path (scene, node, &n);
      double right = -INFINITY;
      double bottom = -INFINITY;

      box.x = box.y = INFINITY;
      for (gsize i = 0; i < n; i++)
        if (path[i].op != TB_PATH_CLOSE)
          {
            box.x = fmin (box.x, path[i].x);
            box.y = fmin (box.y, path[i].y);
            right = fmax (right, path[i].x);
            bottom = fmax (bottom, path[i].y);
          }
      box.width = right - box.x;
      box.height = bottom - box.y;
    }

  return box;
}

static gboolean
is_ink (const TbNode *node)
{
  return node->kind == TB_NODE_RECT || node->kind == TB_NODE_CIRCLE || node->kind == TB_NODE_LINE || node->kind == TB_NODE_PATH;
}

/* Text inside the page and off other text; marks inside the page and off the
 * texts of the frame. */
static void
check_scene (const TbScene *scene)
{
  const TbSceneInfo *info = tb_scene_get_info (scene);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) frame = g_ptr_array_new ();
  g_autoptr (GArray) roles = g_array_new (FALSE, FALSE, sizeof (TbSceneRole));
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      const TbNode *node = &nodes[i];
      TbSceneRole role = roles->len > 0 ? g_array_index (roles, TbSceneRole, roles->len - 1) : TB_ROLE_NONE;

      if (node->kind == TB_NODE_GROUP_BEGIN)
        g_array_append_val (roles, node->group.role);
      else if (node->kind == TB_NODE_GROUP_END)
        g_array_set_size (roles, roles->len - 1);
      else if (node->kind == TB_NODE_TEXT)
        {
          g_ptr_array_add (texts, (gpointer) node);
          if (role == TB_ROLE_FRAME || role == TB_ROLE_LEGEND)
            g_ptr_array_add (frame, (gpointer) node);
        }
    }
  g_assert_cmpuint (roles->len, ==, 0);

  for (guint i = 0; i < texts->len; i++)
    {
      const TbNode *text = g_ptr_array_index (texts, i);

      g_assert_true (isfinite (text->text.x) && isfinite (text->text.y));
      if (!is_inside (text->text.box, info->width, info->height))
        complain (scene, "leaves the page", text, NULL);
      for (guint k = 0; k < i; k++)
        {
          const TbNode *other = g_ptr_array_index (texts, k);

          if (overlap (text->text.box, other->text.box))
            complain (scene, "overlap", text, other);
        }
    }
  for (gsize i = 0; i < n; i++)
    {
      TbRect box;

      if (!is_ink (&nodes[i]))
        continue;
      box = get_box (scene, &nodes[i]);
      g_assert_true (isfinite (box.x) && isfinite (box.y) && isfinite (box.width) && isfinite (box.height));
      if (!is_inside (box, info->width, info->height))
        complain (scene, "leaves the page", &nodes[i], NULL);
      if (nodes[i].datum.series < 0)
        continue;
      for (guint k = 0; k < frame->len; k++)
        if (overlap (box, ((const TbNode *) g_ptr_array_index (frame, k))->text.box))
          complain (scene, "overlap", g_ptr_array_index (frame, k), &nodes[i]);
    }
}

/* Lays out and checks; FALSE where the type does not fit, which must say why. */
static gboolean
check_chart (TbDataset               *dataset,
             const TbChartSpecFields *fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TbScene) scene = tb_test_lay_out (dataset, fields, &error);
  g_autoptr (TbScene) again = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *dump_again = NULL;

  if (scene == NULL)
    {
      g_assert_error (error, TB_CHART_ERROR, TB_CHART_ERROR_DATA);
      g_assert_cmpuint (strlen (error->message), >, 10);
      return FALSE;
    }
  check_scene (scene);
  if (g_test_failed ())
    {
      g_autoptr (TbChartSpec) spec = tb_chart_spec_new (fields);
      g_autofree char *text = tb_chart_spec_to_json (spec);

      g_error ("this chart breaks a law: %s", text);
    }
  again = tb_test_lay_out (dataset, fields, NULL);
  dump = tb_scene_dump (scene);
  dump_again = tb_scene_dump (again);
  g_assert_cmpstr (dump, ==, dump_again);

  return TRUE;
}

static void
test_random (void)
{
  guint n_drawn = 0;

  for (int i = 0; i < 250; i++)
    {
      g_autoptr (TbDataset) dataset = tb_test_gen_any ();

      for (int type = 0; type < TB_N_CHART_TYPES; type++)
        {
          TbChartSpecFields fields = TB_CHART_SPEC_INIT;
          gsize size = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (sizes));

          fields.type = (TbChartType) type;
          fields.language = (TbLanguage) g_test_rand_int_range (0, TB_N_LANGUAGES);
          fields.style = (TbStyle) g_test_rand_int_range (0, TB_STYLE_HIGH_CONTRAST_DARK + 1);
          fields.show_values = g_test_rand_int_range (0, 4) > 0;
          fields.width = sizes[size].width;
          fields.height = sizes[size].height;
          n_drawn += check_chart (dataset, &fields);
        }
    }
  /* The law is not kept by drawing nothing. */
  g_assert_cmpuint (n_drawn, >, 300);
}

/* Every indicator of a file, alone, at the smallest, a middle and the largest
 * size, in both languages, as every type that fits it. */
static void
test_file (gconstpointer data)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset (data);
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  guint n_drawn = 0;

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    for (int type = 0; type < TB_N_CHART_TYPES; type++)
      for (gsize size = 0; size < G_N_ELEMENTS (sizes); size += 1 + i % 2)
        {
          char *indicators[] = { (char *) tb_catalog_get_indicator (catalog, i)->id, NULL };
          TbChartSpecFields fields = TB_CHART_SPEC_INIT;

          fields.type = (TbChartType) type;
          fields.indicators = indicators;
          fields.language = (TbLanguage) ((i + size) % TB_N_LANGUAGES);
          fields.width = sizes[size].width;
          fields.height = sizes[size].height;
          n_drawn += check_chart (dataset, &fields);
        }
  g_assert_cmpuint (n_drawn, >, tb_catalog_get_n_indicators (catalog));
}

/* "indicator place row" of every mark, sorted. */
static GPtrArray *
list_marks (const TbScene     *scene,
            const TbSelection *selection)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < tb_scene_get_n_data (scene); i++)
    {
      TbDatum datum = tb_scene_get_datum (scene, i);
      const TbSeriesInfo *info = tb_series_get_info (tb_selection_get (selection, (gsize) datum.series)->series);
      char *mark = g_strdup_printf ("%s %s %d", info->indicator->id, info->place != NULL ? info->place->id : "", datum.row);

      if (g_hash_table_add (seen, mark))
        g_ptr_array_add (marks, g_strdup (mark));
    }
  g_ptr_array_sort_values (marks, (GCompareFunc) strcmp);

  return marks;
}

static GPtrArray *
list_marks_of (TbDataset               *dataset,
               const TbChartSpecFields *fields)
{
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (fields);
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, NULL);
  g_autoptr (TbScene) scene = tb_chart_layout (spec, selection, tb_text_measure_get_fixed (), NULL);

  return scene != NULL ? list_marks (scene, selection) : NULL;
}

/* The order of series in a file changes no mark. */
static void
test_permuted (void)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset ("tests/chart/data/charts.tongbi.json");
  gsize n = tb_dataset_get_n_series (dataset);
  g_autofree TbSeries **reversed = g_new0 (TbSeries *, n);
  g_autoptr (TbDataset) other = NULL;
  char *indicators[] = { (char *) "output", NULL };

  for (gsize i = 0; i < n; i++)
    reversed[i] = tb_dataset_get_series (dataset, n - 1 - i);
  other = tb_dataset_new (tb_dataset_get_info (dataset), tb_dataset_get_catalog (dataset), reversed, n);
  for (int type = TB_CHART_LINE; type <= TB_CHART_BAR; type++)
    {
      TbChartSpecFields fields = TB_CHART_SPEC_INIT;
      g_autoptr (GPtrArray) marks = NULL;
      g_autoptr (GPtrArray) others = NULL;

      fields.type = (TbChartType) type;
      fields.indicators = indicators;
      marks = list_marks_of (dataset, &fields);
      others = list_marks_of (other, &fields);
      g_assert_nonnull (marks);
      g_assert_cmpuint (marks->len, ==, others->len);
      g_assert_cmpuint (marks->len, >=, 4);
      for (guint i = 0; i < marks->len; i++)
        g_assert_cmpstr (g_ptr_array_index (marks, i), ==, g_ptr_array_index (others, i));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout-prop/random", test_random);
  g_test_add_data_func ("/layout-prop/cases", "tests/chart/data/charts.tongbi.json", test_file);
  g_test_add_data_func ("/layout-prop/qingdao", "data/samples/digital-qingdao.tongbi.json", test_file);
  g_test_add_data_func ("/layout-prop/weather", "data/samples/city-weather.tongbi.json", test_file);
  g_test_add_data_func ("/layout-prop/electricity", "data/samples/iowa-electricity.tongbi.json", test_file);
  g_test_add_func ("/layout-prop/permuted", test_permuted);

  return g_test_run ();
}
