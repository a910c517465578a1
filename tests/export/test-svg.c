/* SVG files: as text, as XML, and as another program draws them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export.h"
#include "tb-measure-pango.h"
#include "tb-test-golden.h"
#include "tb-test-image.h"
#include "tb-test-program.h"
#include "tb-test-scene.h"

#include <string.h>

static TbScene *
new_mixed (gboolean dark)
{
  TbTextMeasure *measure = tb_measure_pango_new ("zh-CN");
  TbScene *scene = tb_test_scene_mixed (measure, dark);

  tb_measure_pango_free (measure);

  return scene;
}

static char *
dup_svg (const TbScene         *scene,
         const TbExportOptions *options)
{
  g_autoptr (GBytes) svg = tb_export_to_svg (scene, options, NULL);

  return g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
}

static void
test_golden (void)
{
  const TbExportOptions options = { .author = "青岛市统计局", .keywords = "5G", .created = 1629072000 };
  g_autoptr (TbScene) scene = tb_test_scene_mixed (tb_text_measure_get_fixed (), FALSE);
  g_autofree char *svg = dup_svg (scene, &options);
  g_auto (GStrv) parts = g_strsplit (svg, "Tongbi " PACKAGE_VERSION, -1);
  g_autofree char *lasting = g_strjoinv ("Tongbi VERSION", parts);

  tb_test_golden_compare ("svg/mixed.svg", lasting);
}

/* What a reader of XML makes of it. */
typedef struct
{
  GPtrArray *texts;    /* of text elements */
  char      *title;
  char      *description;
  char      *language;
  char      *role;
  guint      depth;
} Document;

static void
on_start (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              data,
          GError              **error)
{
  Document *self = data;

  for (gsize i = 0; self->depth == 0 && names[i] != NULL; i++)
    {
      if (strcmp (names[i], "lang") == 0)
        g_set_str (&self->language, values[i]);
      else if (strcmp (names[i], "role") == 0)
        g_set_str (&self->role, values[i]);
    }
  self->depth++;
}

static void
on_end (GMarkupParseContext  *context,
        const char           *element,
        gpointer              data,
        GError              **error)
{
  ((Document *) data)->depth--;
}

static void
on_text (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  Document *self = data;
  const char *element = g_markup_parse_context_get_element (context);

  if (strcmp (element, "text") == 0)
    g_ptr_array_add (self->texts, g_strndup (text, length));
  else if (strcmp (element, "title") == 0)
    self->title = g_strndup (text, length);
  else if (strcmp (element, "desc") == 0)
    self->description = g_strndup (text, length);
}

static void
parse (Document   *self,
       const char *svg)
{
  const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, self, NULL);
  g_autoptr (GError) error = NULL;

  self->texts = g_ptr_array_new_with_free_func (g_free);
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
clear (Document *self)
{
  g_ptr_array_unref (self->texts);
  g_free (self->title);
  g_free (self->description);
  g_free (self->language);
  g_free (self->role);
}

static void
test_well_formed (void)
{
  g_autoptr (TbScene) scene = new_mixed (FALSE);
  g_autofree char *svg = dup_svg (scene, NULL);
  Document document = { 0 };

  parse (&document, svg);
  g_assert_cmpstr (document.title, ==, "2021年上半年新增5G基站0.35万个");
  g_assert_cmpstr (document.description, ==, "柱形图：上半年0.35万个，全年目标≥1万个。Column chart.");
  g_assert_cmpstr (document.language, ==, "zh-CN");
  g_assert_cmpstr (document.role, ==, "img");
  g_assert_cmpuint (document.texts->len, ==, 12);
  g_assert_cmpstr (document.texts->pdata[2], ==, "资料来源：青岛日报 <2021-08-16> & “公报”");
  clear (&document);
}

/* Whatever a title holds, the file stays XML, and says it. */
static void
test_hostile_texts (void)
{
  static const struct { const char *text; const char *read; } rows[] = {
    { "</text><script>alert(1)</script>", "</text><script>alert(1)</script>" },
    { "a & b &amp; \"c\" 'd'", "a & b &amp; \"c\" 'd'" },
    { "]]>", "]]>" },
    { "a\x01\x0B\x1F" "b", "ab" },
    { "two\nlines", "two lines" },
    { "\xEF\xBF\xBE\xEF\xBF\xBF!", "!" },
    { "bad \xC3( UTF-8", "bad \xEF\xBF\xBD( UTF-8" },
    { "𠮷野家", "𠮷野家" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TbSceneInfo info = { .width = 10, .height = 10, .title = rows[i].text, .description = rows[i].text };
      const TbFont font = { "A\"><b, 'C'", 10, TB_WEIGHT_REGULAR };
      const TbExportOptions options = { .author = rows[i].text };
      TbSceneBuilder *builder = tb_scene_builder_new (&info);
      g_autoptr (TbScene) scene = NULL;
      g_autofree char *svg = NULL;
      Document document = { 0 };

      tb_scene_builder_begin (builder, TB_ROLE_SERIES, rows[i].text);
      tb_scene_builder_text (builder, rows[i].text, &font, (TbColor) { 0 }, TB_ANCHOR_START, 0, 0,
                             (TbTextExtents) { 0 },
                             TB_NO_DATUM);
      tb_scene_builder_end (builder);
      scene = tb_scene_builder_finish (builder);
      svg = dup_svg (scene, &options);
      parse (&document, svg);
      g_assert_cmpuint (document.texts->len, ==, 1);
      g_assert_cmpstr (document.texts->pdata[0], ==, rows[i].read);
      g_assert_cmpstr (document.title, ==, rows[i].read);
      clear (&document);
    }
}

/* librsvg draws the SVG as Cairo draws the scene: the same places, other
 * antialiasing at edges. */
static void
compare_with_png (gboolean    dark,
                  TbSvgText   text,
                  const char *name)
{
  const TbExportOptions options = { .dpi = 192, .svg_text = text };
  g_autoptr (TbScene) scene = new_mixed (dark);
  g_autoptr (GBytes) svg = tb_export_to_svg (scene, &options, NULL);
  g_autoptr (GBytes) png = tb_export_to_png (scene, &options, NULL);
  g_autoptr (GBytes) drawn = tb_test_program_run (svg, (const char *const[]) { "rsvg-convert", "--zoom", "2", NULL });

  if (drawn == NULL)
    return;
  tb_test_image_compare (name, png, drawn, (TbTestImageTolerance) { 64, 255, 0.4 });
}

static void
test_looks_like_png (void)
{
  compare_with_png (FALSE, TB_SVG_TEXT_AS_TEXT, "svg-mixed-light");
}

static void
test_looks_like_png_dark (void)
{
  compare_with_png (TRUE, TB_SVG_TEXT_AS_TEXT, "svg-mixed-dark");
}

static void
test_paths_look_like_png (void)
{
  compare_with_png (FALSE, TB_SVG_TEXT_AS_PATHS, "svg-mixed-paths");
}

/* Outlines need no font, and still say what they are. */
static void
test_paths (void)
{
  const TbExportOptions options = { .svg_text = TB_SVG_TEXT_AS_PATHS };
  g_autoptr (TbScene) scene = new_mixed (FALSE);
  g_autofree char *svg = dup_svg (scene, &options);
  Document document = { 0 };

  parse (&document, svg);
  g_assert_cmpuint (document.texts->len, ==, 0);
  g_assert_cmpstr (document.title, ==, "2021年上半年新增5G基站0.35万个");
  g_assert_nonnull (strstr (svg, "aria-label=\"全年目标\""));
  g_assert_nonnull (strstr (svg, "aria-label=\"资料来源：青岛日报 &lt;2021-08-16&gt; &amp; “公报”\""));
  g_assert_null (strstr (svg, "font-family"));
  clear (&document);
}

/* A list of families ends with one that every reader has. */
static void
test_families (void)
{
  static const struct { const char *family; const char *written; } rows[] = {
    { "Inter", "'Inter', sans-serif" },
    { "Inter, Noto Sans CJK SC", "'Inter', 'Noto Sans CJK SC', sans-serif" },
    { "Source Han Serif, serif", "'Source Han Serif', serif" },
    { "", "sans-serif" },
    { " , O'Neill", "'O Neill', sans-serif" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TbSceneInfo info = { .width = 10, .height = 10 };
      const TbFont font = { rows[i].family, 10, TB_WEIGHT_REGULAR };
      TbSceneBuilder *builder = tb_scene_builder_new (&info);
      g_autofree char *expected = g_strdup_printf (" font-family=\"%s\"", rows[i].written);
      g_autofree char *svg = NULL;
      g_autoptr (TbScene) scene = NULL;

      tb_scene_builder_text (builder, "a", &font, (TbColor) { 0 }, TB_ANCHOR_START, 0, 0, (TbTextExtents) { 0 },
                             TB_NO_DATUM);
      scene = tb_scene_builder_finish (builder);
      svg = dup_svg (scene, NULL);
      if (strstr (svg, expected) == NULL)
        g_error ("no%s in %s", expected, svg);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/svg/golden", test_golden);
  g_test_add_func ("/svg/well-formed", test_well_formed);
  g_test_add_func ("/svg/hostile-texts", test_hostile_texts);
  g_test_add_func ("/svg/looks-like-png/light", test_looks_like_png);
  g_test_add_func ("/svg/looks-like-png/dark", test_looks_like_png_dark);
  g_test_add_func ("/svg/looks-like-png/paths", test_paths_look_like_png);
  g_test_add_func ("/svg/paths", test_paths);
  g_test_add_func ("/svg/families", test_families);

  return g_test_run ();
}
