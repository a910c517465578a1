/* PNG files, taken apart as the PNG specification tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export.h"
#include "tb-limits.h"
#include "tb-measure-pango.h"
#include "tb-test-image.h"
#include "tb-test-scene.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char          type[5];
  const guint8 *data;
  guint32       length;
} Chunk;

static guint32
read_u32 (const guint8 *p)
{
  return ((guint32) p[0] << 24) | ((guint32) p[1] << 16) | ((guint32) p[2] << 8) | p[3];
}

/* CRC-32 of ISO 3309, bit by bit. */
static guint32
compute_crc (const guint8 *data,
             gsize         length)
{
  guint32 crc = 0xFFFFFFFF;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }

  return crc ^ 0xFFFFFFFF;
}

/* All chunks; checks signature, lengths, checksums and the order of the ends. */
static GArray *
read_chunks (GBytes *png)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  GArray *chunks = g_array_new (FALSE, TRUE, sizeof (Chunk));
  gsize at = 8;

  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1A\n", 8);
  while (at < size)
    {
      Chunk chunk = { .length = read_u32 (data + at), .data = data + at + 8 };

      g_assert_cmpuint (at + 12 + chunk.length, <=, size);
      memcpy (chunk.type, data + at + 4, 4);
      g_assert_cmphex (read_u32 (chunk.data + chunk.length), ==, compute_crc (data + at + 4, chunk.length + 4));
      g_array_append_val (chunks, chunk);
      at += 12 + chunk.length;
    }
  g_assert_cmpstr (g_array_index (chunks, Chunk, 0).type, ==, "IHDR");
  g_assert_cmpstr (g_array_index (chunks, Chunk, chunks->len - 1).type, ==, "IEND");

  return chunks;
}

static const Chunk *
find_chunk (GArray     *chunks,
            const char *type)
{
  for (guint i = 0; i < chunks->len; i++)
    {
      if (strcmp (g_array_index (chunks, Chunk, i).type, type) == 0)
        return &g_array_index (chunks, Chunk, i);
    }

  return NULL;
}

/* iTXt: keyword, 0, compression flag, method, language, 0, translated keyword, 0, text. */
static char *
dup_text (GArray     *chunks,
          const char *keyword,
          char      **out_language)
{
  for (guint i = 0; i < chunks->len; i++)
    {
      const Chunk *chunk = &g_array_index (chunks, Chunk, i);
      const char *p = (const char *) chunk->data;
      const char *end = p + chunk->length;

      if (strcmp (chunk->type, "iTXt") != 0 || strcmp (p, keyword) != 0)
        continue;
      p += strlen (p) + 1;
      g_assert_cmpint (p[0], ==, 0);
      g_assert_cmpint (p[1], ==, 0);
      p += 2;
      if (out_language != NULL)
        *out_language = g_strdup (p);
      p += strlen (p) + 1;
      p += strlen (p) + 1;

      return g_strndup (p, (gsize) (end - p));
    }

  return NULL;
}

static GBytes *
export_size (double width,
             double height,
             double dpi)
{
  const TbSceneInfo info = { .width = width, .height = height, .background = { 1, 1, 1, 1 } };
  const TbExportOptions options = { .dpi = dpi };
  g_autoptr (TbScene) scene = tb_scene_builder_finish (tb_scene_builder_new (&info));
  g_autoptr (GError) error = NULL;
  GBytes *png = tb_export_to_png (scene, &options, &error);

  g_assert_no_error (error);

  return png;
}

static TbScene *
new_mixed (void)
{
  TbTextMeasure *measure = tb_measure_pango_new ("zh-CN");
  TbScene *scene = tb_test_scene_mixed (measure, FALSE);

  tb_measure_pango_free (measure);

  return scene;
}

/* pHYs counts in pixels per metre: dpi ÷ 0.0254, rounded. */
static void
test_sizes (void)
{
  static const struct { const char *size; double dpi; guint32 width, height, per_metre; } rows[] = {
    { "160x90mm", 300, 1890, 1063, 11811 },   /* 160 ÷ 25.4 × 300 = 1889.76 */
    { "1600x900", 0, 1600, 900, 3780 },
    { "1600x900", 192, 1600, 900, 7559 },
    { "slide", 0, 1920, 1080, 5669 },
    { "a5-landscape", 72, 595, 420, 2835 },
    { "33x7", 144, 33, 7, 5669 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double width, height, dpi;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = NULL;
      g_autoptr (GArray) chunks = NULL;
      const Chunk *chunk;

      g_test_message ("%s at %g dpi", rows[i].size, rows[i].dpi);
      tb_export_parse_size (rows[i].size, rows[i].dpi, &width, &height, &dpi, &error);
      g_assert_no_error (error);
      png = export_size (width, height, dpi);
      chunks = read_chunks (png);
      chunk = find_chunk (chunks, "IHDR");
      g_assert_cmpuint (read_u32 (chunk->data), ==, rows[i].width);
      g_assert_cmpuint (read_u32 (chunk->data + 4), ==, rows[i].height);
      g_assert_cmpuint (chunk->data[8], ==, 8);   /* bits */
      g_assert_cmpuint (chunk->data[9], ==, 2);   /* RGB */
      chunk = find_chunk (chunks, "pHYs");
      g_assert_cmpuint (read_u32 (chunk->data), ==, rows[i].per_metre);
      g_assert_cmpuint (read_u32 (chunk->data + 4), ==, rows[i].per_metre);
      g_assert_cmpuint (chunk->data[8], ==, 1);   /* metre */
    }
}

static cairo_status_t
count_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  *(gsize *) data += length;

  return CAIRO_STATUS_SUCCESS;
}

/* Not larger than what Cairo writes of the same pixels, though it has texts. */
static void
test_size_of_file (void)
{
  const TbExportOptions options = { .dpi = 192 };
  g_autoptr (TbScene) scene = new_mixed ();
  g_autoptr (GBytes) png = tb_export_to_png (scene, &options, NULL);
  cairo_surface_t *image = tb_test_image_load (png);
  gsize by_cairo = 0;

  g_assert_cmpint (cairo_surface_write_to_png_stream (image, count_cb, &by_cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (image);
  g_test_message ("%" G_GSIZE_FORMAT " bytes, by Cairo %" G_GSIZE_FORMAT, g_bytes_get_size (png), by_cairo);
  g_assert_cmpuint (g_bytes_get_size (png), <=, by_cairo);
}

static void
test_texts (void)
{
  const TbExportOptions options = { .dpi = 96, .author = "青岛市统计局", .keywords = "5G" };
  g_autoptr (TbScene) scene = new_mixed ();
  g_autoptr (GBytes) png = tb_export_to_png (scene, &options, NULL);
  g_autoptr (GArray) chunks = read_chunks (png);
  g_autofree char *language = NULL;
  g_autofree char *title = dup_text (chunks, "Title", &language);
  g_autofree char *description = dup_text (chunks, "Description", NULL);
  g_autofree char *author = dup_text (chunks, "Author", NULL);
  g_autofree char *subject = dup_text (chunks, "Subject", NULL);

  g_assert_cmpstr (title, ==, "2021年上半年新增5G基站0.35万个");
  g_assert_cmpstr (language, ==, "zh-CN");
  g_assert_cmpstr (description, ==, "柱形图：上半年0.35万个，全年目标≥1万个。Column chart.");
  g_assert_cmpstr (author, ==, "青岛市统计局");
  g_assert_null (subject);
  g_assert_null (find_chunk (chunks, "tIME"));
}

static void
test_same_bytes (void)
{
  const TbExportOptions options = { .dpi = 150, .created = 1628985600 };
  g_autoptr (TbScene) scene = new_mixed ();
  g_autoptr (TbScene) again = new_mixed ();
  g_autoptr (GBytes) first = tb_export_to_png (scene, &options, NULL);
  g_autoptr (GBytes) second = tb_export_to_png (again, &options, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

static guint32
read_first_pixel (GBytes *png)
{
  cairo_surface_t *image = tb_test_image_load (png);
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (image), sizeof pixel);
  cairo_surface_destroy (image);

  return pixel;
}

/* Where nothing is drawn, what lies behind is seen; what hides it still does. */
static void
test_transparent (void)
{
  static const TbSceneInfo infos[] = {
    { .width = 4, .height = 2, .background = { 0, 0, 0, 0 } },
    { .width = 4, .height = 2, .background = { 1, 1, 1, 1 }, .transparent = TRUE },
  };
  const TbPaint half = { .fill = TB_FILL_SOLID, .fill_color = { 1, 0.5, 0, 0.5 } };

  for (gsize i = 0; i < G_N_ELEMENTS (infos); i++)
    {
      TbSceneBuilder *builder = tb_scene_builder_new (&infos[i]);
      g_autoptr (TbScene) scene = NULL;
      g_autoptr (GBytes) png = NULL;
      g_autoptr (GBytes) svg = NULL;
      g_autoptr (GArray) chunks = NULL;

      tb_scene_builder_rect (builder, (TbRect) { 2, 0, 2, 2 }, &half, TB_NO_DATUM);
      scene = tb_scene_builder_finish (builder);
      png = tb_export_to_png (scene, NULL, NULL);
      chunks = read_chunks (png);
      g_assert_cmpuint (find_chunk (chunks, "IHDR")->data[9], ==, 6);   /* RGB with alpha */
      g_assert_cmphex (read_first_pixel (png), ==, 0);
      svg = tb_export_to_svg (scene, NULL, NULL);
      g_assert_null (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "\"100%\""));
    }
}

static void
test_too_large (void)
{
  static const struct { double width, height, dpi; } rows[] = {
    { TB_LIMIT_IMAGE_SIDE_PX + 1, 10, 96 }, { 10, 4000, 1200 }, { 10001, 10000, 96 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TbSceneInfo info = { .width = rows[i].width, .height = rows[i].height };
      const TbExportOptions options = { .dpi = rows[i].dpi };
      g_autoptr (TbScene) scene = tb_scene_builder_finish (tb_scene_builder_new (&info));
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = tb_export_to_png (scene, &options, &error);

      g_assert_null (png);
      g_assert_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE);
    }
}

typedef struct { int x1, y1, x2, y2; } Ink;

/* The box of all that is dark. */
static Ink
find_ink (cairo_surface_t *image)
{
  Ink ink = { G_MAXINT, G_MAXINT, -1, -1 };

  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    {
      for (int x = 0; x < cairo_image_surface_get_width (image); x++)
        {
          int rgb[3];

          tb_test_image_get_pixel (image, x, y, rgb);
          if (rgb[0] > 128)
            continue;
          ink = (Ink) { MIN (ink.x1, x), MIN (ink.y1, y), MAX (ink.x2, x + 1), MAX (ink.y2, y + 1) };
        }
    }

  return ink;
}

/* Text is as large on paper, and where it is, at every resolution (E-1). */
static void
test_text_size_is_physical (void)
{
  static const double resolutions[] = { 96, 150, 300, 600 };
  const TbFont font = { TB_TEST_FAMILY, 20, TB_WEIGHT_REGULAR };
  const TbSceneInfo info = { .width = 300, .height = 40, .background = { 1, 1, 1, 1 } };
  TbSceneBuilder *builder = tb_scene_builder_new (&info);
  g_autoptr (TbScene) scene = NULL;
  double first[4] = { 0 };

  tb_scene_builder_text (builder, "HIH国家统计局 2021 HIH", &font, (TbColor) { 0, 0, 0, 1 }, TB_ANCHOR_START, 10, 30,
                         (TbTextExtents) { 0 }, TB_NO_DATUM);
  scene = tb_scene_builder_finish (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (resolutions); i++)
    {
      const TbExportOptions options = { .dpi = resolutions[i] };
      double scale = resolutions[i] / 96;
      g_autoptr (GBytes) png = tb_export_to_png (scene, &options, NULL);
      cairo_surface_t *image = tb_test_image_load (png);
      Ink ink = find_ink (image);
      const double box[4] = { ink.x1 / scale, ink.y1 / scale, ink.x2 / scale, ink.y2 / scale };

      cairo_surface_destroy (image);
      for (int j = 0; j < 4; j++)
        {
          if (i == 0)
            first[j] = box[j];
          g_assert_cmpfloat_with_epsilon (box[j], first[j], 1.0);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/png/sizes", test_sizes);
  g_test_add_func ("/png/size-of-file", test_size_of_file);
  g_test_add_func ("/png/texts", test_texts);
  g_test_add_func ("/png/same-bytes", test_same_bytes);
  g_test_add_func ("/png/transparent", test_transparent);
  g_test_add_func ("/png/too-large", test_too_large);
  g_test_add_func ("/png/text-size-is-physical", test_text_size_is_physical);

  return g_test_run ();
}
