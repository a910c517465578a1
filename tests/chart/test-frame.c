/* Tests what stands around a plot: the logo, and the legend of statuses (D-8).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-charts.h"
#include "tb-test-datasets.h"
#include "tb-test-laws.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define TOUCH 0.01

static cairo_status_t
append (void                *closure,
        const unsigned char *bytes,
        unsigned int         length)
{
  g_byte_array_append (closure, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A house whose logo is of so many pixels, all black. */
static TbHouseStyle *
make_house (guint width,
            guint height)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *logo = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  TbHouseStyle *house;

  g_assert_cmpint (cairo_surface_write_to_png_stream (image, append, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (image);
  logo = g_base64_encode (bytes->data, bytes->len);
  json = g_strdup_printf ("{\"tongbi\": \"theme/1\", \"logo\": \"%s\"}", logo);
  house = tb_house_style_from_json (json, -1, &error);
  g_assert_no_error (error);

  return house;
}

static TbScene *
lay_out (TbChartType   type,
         const char   *title,
         double        width,
         double        height,
         TbHouseStyle *house)
{
  g_autoptr (TbDataset) dataset = tb_test_load_dataset ("tests/chart/data/decorations.tongbi.json");
  char *indicators[] = { (char *) "sites", NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  TbScene *scene;

  fields.type = type;
  fields.indicators = indicators;
  fields.width = width;
  fields.height = height;
  fields.title = (char *) title;
  fields.house = house;
  scene = tb_test_lay_out (dataset, &fields, &error);
  g_assert_no_error (error);

  return scene;
}

static const TbNode *
find_image (const TbScene *scene)
{
  const TbNode *found = NULL;
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_IMAGE)
      {
        g_assert_null (found);
        found = &nodes[i];
      }

  return found;
}

static gboolean
overlap (const TbRect *a,
         const TbRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* At the right of the title, whatever its shape; nothing stands under it. */
static void
test_logo (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 480, 270 }, { 960, 540 }, { 794, 1123 }, { 1400, 300 },
                                     { 3840, 2160 } };
  static const guint shapes[][2] = { { 1, 1 }, { 400, 40 }, { 60, 300 } };
  static const char *const titles[] = { NULL, "",
                                        "A finding that is told in so many words that it needs two lines or more on "
                                        "most pages" };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (shapes) * G_N_ELEMENTS (titles); i++)
    {
      gsize k = i / G_N_ELEMENTS (titles);
      const double *size = sizes[k / G_N_ELEMENTS (shapes)];
      const guint *shape = shapes[k % G_N_ELEMENTS (shapes)];
      g_autoptr (TbHouseStyle) house = make_house (shape[0], shape[1]);
      g_autoptr (TbScene) scene = lay_out (TB_CHART_COLUMN, titles[i % G_N_ELEMENTS (titles)], size[0], size[1], house);
      g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);
      const TbNode *image = find_image (scene);
      gsize n;
      const TbNode *nodes = tb_scene_get_nodes (scene, &n);

      g_test_message ("%g × %g, %u × %u", size[0], size[1], shape[0], shape[1]);
      g_assert_nonnull (image);
      /* In its proportions, at the upper right corner within the margin. */
      g_assert_cmpfloat_with_epsilon (image->image.rect.width / image->image.rect.height, (double) shape[0] / shape[1],
                                      1e-6);
      g_assert_cmpfloat_with_epsilon (size[0] - image->image.rect.x - image->image.rect.width, image->image.rect.y,
                                      0.01);
      g_assert_cmpfloat (image->image.rect.y, >, 0);
      g_assert_cmpfloat (image->image.rect.width, <=, size[0] * 0.2);
      for (gsize m = 0; m < n; m++)
        g_assert_false (nodes[m].kind == TB_NODE_TEXT && overlap (&nodes[m].text.box, &image->image.rect));
      tb_test_laws_check (scene, TOUCH, breaches);
      g_assert_cmpuint (breaches->len, ==, 0);
    }
}

/* On a thumbnail it would be a speck: it is left out and counted. */
static void
test_logo_dropped (void)
{
  static const struct { double width; gboolean has_logo; } rows[] = { { 239, FALSE }, { 240, TRUE }, { 200, FALSE } };
  g_autoptr (TbHouseStyle) house = make_house (4, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TbScene) plain = lay_out (TB_CHART_LINE, NULL, rows[i].width, 200, NULL);
      g_autoptr (TbScene) scene = lay_out (TB_CHART_LINE, NULL, rows[i].width, 200, house);

      g_assert_true ((find_image (scene) != NULL) == rows[i].has_logo);
      if (!rows[i].has_logo)
        g_assert_cmpuint (tb_scene_get_info (scene)->n_dropped, ==, tb_scene_get_info (plain)->n_dropped + 1);
    }
}

/* Notes as they stand in the figure, in one line. */
static char *
read_notes (const TbScene *scene)
{
  GString *text = g_string_new (NULL);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);
  gboolean is_note = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      if (nodes[i].kind != TB_NODE_TEXT)
        continue;
      is_note = is_note || g_str_has_prefix (nodes[i].text.text, "Note: ")
      || g_str_has_prefix (nodes[i].text.text, "注：");
      if (is_note && nodes[i].text.font.size_px < 13 && nodes[i].text.box.x < 30)
        g_string_append_printf (text, "%s%s", text->len > 0 && (guchar) text->str[text->len - 1] < 0x80 ? " " : "",
                                nodes[i].text.text);
    }

  return g_string_free_and_steal (text);
}

#define DATA                                                                                                         \
  "{\"tongbi\": \"dataset/1\", \"title\": \"x\", \"units\": {\"n\": {\"name\": {\"en\": \"units\", \"zh\": \"个\"}," \
  " \"kind\": \"count\"}}, \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"n\", "                        \
  "\"measure\": \"flow\"}],"                                                                                          \
  " \"series\": [{\"indicator\": \"a\", \"observations\": [%s]}]}"

/* P-6, P-7: every mark and every state that the figure shows is told, and once. */
static const struct
{
  const char *code, *observations;
  TbChartType type;
  const char *notes[TB_N_LANGUAGES];
} statuses[] = {
  { "provisional", "[\"2020\", 5], {\"period\": \"2021\", \"value\": 6, \"status\": \"P\"}", TB_CHART_COLUMN,
    { "Note: Pale with a dashed edge: provisional figures (2021).", "注：浅色虚线框为初步数（2021年）。" } },
  { "provisional-line", "[\"2020\", 5], {\"period\": \"2021\", \"value\": 6, \"status\": \"P\"}", TB_CHART_LINE,
    { "Note: Dashed lines lead to provisional figures (2021). The vertical axis does not begin at zero.",
      "注：虚线所至为初步数（2021年）；纵轴不从零开始。" } },
  { "two-of-one-look",
    "[\"2019\", 4], {\"period\": \"2020\", \"value\": 5, \"status\": \"E\"}, "
    "{\"period\": \"2021\", \"value\": 6, \"status\": \"P\"}",
    TB_CHART_COLUMN,
    { "Note: Pale with a dashed edge: provisional figures (2021) and estimated figures (2020).",
      "注：浅色虚线框为初步数（2021年）和估计数（2020年）。" } },
  { "low-reliability", "[\"2020\", 5], {\"period\": \"2021\", \"value\": 6, \"status\": \"U\"}", TB_CHART_COLUMN,
    { "Note: Pale with a dashed edge: low-reliability figures (2021).", "注：浅色虚线框为低可靠性数（2021年）。" } },
  { "break", "[\"2020\", 5], {\"period\": \"2021\", \"value\": 6, \"status\": \"B\"}", TB_CHART_COLUMN,
    { "Note: Break in the series at 2021.", "注：2021年起口径调整，与前期不可比。" } },
  { "not-available", "[\"2019\", 5], {\"period\": \"2020\", \"value\": null}, [\"2021\", 6]", TB_CHART_COLUMN,
    { "Note: … no figure available.", "注：…表示暂无数据。" } },
  { "suppressed", "[\"2019\", 5], {\"period\": \"2020\", \"value\": null, \"status\": \"Q\"}, [\"2021\", 6]",
    TB_CHART_COLUMN,
    { "Note: … missing, suppressed: 2020.", "注：…表示缺失（不予公布）：2020年。" } },
  { "cannot-exist", "[\"2019\", 5], {\"period\": \"2020\", \"value\": null, \"status\": \"M\"}, [\"2021\", 6]",
    TB_CHART_COLUMN,
    { "Note: … missing, cannot exist: 2020.", "注：…表示缺失（数据不存在）：2020年。" } },
  { "suppressed-and-not-available",
    "[\"2018\", 5], {\"period\": \"2019\", \"value\": null}, "
    "{\"period\": \"2020\", \"value\": null, \"status\": \"Q\"}, [\"2021\", 6]",
    TB_CHART_COLUMN, { "Note: … missing, suppressed: 2020. … no figure available.", "注：…表示缺失（不予公布）：2020年；…表示暂无数据。" } },
  { "experimental", "[\"2020\", 5], {\"period\": \"2021\", \"value\": 6, \"status\": \"G\"}", TB_CHART_COLUMN,
    { "Note: Experimental: 2021.", "注：试验性：2021年。" } },
};

static void
test_statuses (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *json = g_strdup_printf (DATA, statuses[row].observations);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (json);

  for (int language = 0; language < TB_N_LANGUAGES; language++)
    {
      TbChartSpecFields fields = TB_CHART_SPEC_INIT;
      g_autoptr (TbScene) scene = NULL;
      g_autofree char *notes = NULL;

      fields.type = statuses[row].type;
      fields.language = (TbLanguage) language;
      scene = tb_test_lay_out (dataset, &fields, &error);
      g_assert_no_error (error);
      notes = read_notes (scene);
      g_assert_cmpstr (notes, ==, statuses[row].notes[language]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/frame/logo", test_logo);
  g_test_add_func ("/frame/logo-dropped", test_logo_dropped);
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *name = g_strconcat ("/frame/D-8/", statuses[i].code, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_statuses);
    }

  return g_test_run ();
}
