/* PDF files, as other programs read them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export.h"
#include "tb-measure-pango.h"
#include "tb-test-program.h"
#include "tb-test-scene.h"

#include <string.h>

static const TbExportOptions full = {
  .dpi = 96, .author = "青岛市统计局", .subject = "Digital Qingdao", .keywords = "5G, 基站", .created = 1629072000,
};

static TbScene *
new_mixed (void)
{
  TbTextMeasure *measure = tb_measure_pango_new ("zh-CN");
  TbScene *scene = tb_test_scene_mixed (measure, FALSE);

  tb_measure_pango_free (measure);

  return scene;
}

static GBytes *
new_pdf (const TbExportOptions *options)
{
  g_autoptr (TbScene) scene = new_mixed ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tb_export_to_pdf (scene, options, &error);

  g_assert_no_error (error);

  return pdf;
}

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text)) != NULL;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* Every text of the figure, Chinese included, in the order of the scene. */
static void
test_text (void)
{
  static const char *const expected[] = {
    "2021年上半年新增5G基站0.35万个", "New 5G base stations, Qingdao, 10,000", "资料来源：青岛日报 <2021-08-16> & “公报”",
    "0.00", "0.25", "0.50", "0.75", "1.00", "上半年", "全年目标", "≥1万", "−3.2%",
  };
  g_autoptr (GBytes) pdf = new_pdf (&full);
  g_autofree char *text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdftotext", "-raw", "-", "-", NULL });
  const char *p = text;

  if (text == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const char *found = strstr (p, expected[i]);

      if (found == NULL)
        g_error ("“%s” is not where it should be in:\n%s", expected[i], text);
      p = found + strlen (expected[i]);
    }
}

/* Each line of pdffonts below its head: name, type, encoding, emb, sub, uni. */
static void
test_fonts (void)
{
  g_autoptr (GBytes) pdf = new_pdf (&full);
  g_autofree char *text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdffonts", "-", NULL });
  g_auto (GStrv) lines = NULL;
  guint n_fonts = 0;

  if (text == NULL)
    return;
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (gsize i = 2; lines[i] != NULL; i++)
    {
      n_fonts++;
      assert_has (lines[i], " yes yes yes ");
      /* Six letters and a plus: a subset. */
      g_assert_cmpint (lines[i][6], ==, '+');
    }
  g_assert_cmpuint (n_fonts, ==, 2);
}

static void
test_information (void)
{
  g_autoptr (GBytes) pdf = new_pdf (&full);
  g_autofree char *text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdfinfo", "-isodates", "-", NULL });

  if (text == NULL)
    return;
  assert_has (text, "Title:           2021年上半年新增5G基站0.35万个\n");
  assert_has (text, "Author:          青岛市统计局\n");
  assert_has (text, "Subject:         Digital Qingdao\n");
  assert_has (text, "Keywords:        5G, 基站\n");
  assert_has (text, "CreationDate:    2021-08-16T00:00:00Z\n");
  assert_has (text, "Tagged:          yes\n");
  assert_has (text, "Pages:           1\n");
  /* 480 × 320 px of 1/96 in are 360 × 240 pt. */
  assert_has (text, "Page size:       360 x 240 pts\n");
}

/* Without a date to tell there is none: neither the clock's nor a made-up one. */
static void
test_no_date (void)
{
  const TbExportOptions options = TB_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) pdf = new_pdf (&options);
  g_autofree char *text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdfinfo", "-isodates", "-", NULL });

  if (text == NULL)
    return;
  g_assert_null (strstr (text, "CreationDate"));
  g_assert_null (strstr (text, "Author"));
  assert_has (text, "Title: ");
}

static void
test_structure (void)
{
  g_autoptr (GBytes) pdf = new_pdf (&full);
  g_autofree char *text = tb_test_program_dup_text (pdf,
                                                    (const char *const[]) { "pdfinfo", "-struct-text", "-", NULL });

  if (text == NULL)
    return;
  g_assert_true (g_str_has_prefix (text, "Document\n  Figure"));
  assert_has (text, "上半年");
}

/* The alternative text in UTF-16, and the language, in the file's last version of its objects. */
static void
test_alternative_text (void)
{
  g_autoptr (GBytes) pdf = new_pdf (&full);
  g_autoptr (GString) expected = g_string_new ("/Alt <FEFF");
  glong n;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 ("柱形图：上半年0.35万个，全年目标≥1万个。Column chart.", -1, NULL, &n, NULL);

  for (glong i = 0; i < n; i++)
    g_string_append_printf (expected, "%04X", utf16[i]);
  g_string_append (expected, ">");
  g_assert_true (contains (pdf, expected->str));
  g_assert_true (contains (pdf, "/Lang (zh-CN)"));
}

/* Vectors only. */
static void
test_no_images (void)
{
  g_autoptr (GBytes) pdf = new_pdf (&full);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (contains (pdf, "/Subtype /Image"));
  path = g_build_filename (g_get_user_runtime_dir (), "figure.pdf", NULL);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_runtime_dir (), 0700), ==, 0);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  text = tb_test_program_dup_text (nothing, (const char *const[]) { "pdfimages", "-list", path, NULL });
  if (text != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);

      g_assert_cmpuint (g_strv_length (lines), ==, 2);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = new_pdf (&full);
  g_autoptr (GBytes) second = new_pdf (&full);
  TbExportOptions later = full;
  g_autoptr (GBytes) other = NULL;

  g_assert_true (g_bytes_equal (first, second));
  later.created++;
  other = new_pdf (&later);
  g_assert_false (g_bytes_equal (first, other));
}

static gpointer
export_cb (gpointer data)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GBytes) pdf = new_pdf (&full);

      g_checksum_update (checksum, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_threads (void)
{
  g_autofree char *expected = export_cb (NULL);
  GThread *threads[3];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("export", export_cb, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *found = g_thread_join (threads[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

/* Cross references of the update point at objects, and it names the table before it. */
static void
test_update_is_whole (void)
{
  g_autoptr (GBytes) pdf = new_pdf (&full);
  gsize length = g_bytes_get_size (pdf);
  g_autofree char *data = g_malloc0 (length + 1);
  const char *tail;
  gsize xref;
  guint n_entries = 0;
  g_auto (GStrv) lines = NULL;

  memcpy (data, g_bytes_get_data (pdf, NULL), length);
  g_assert_true (g_str_has_suffix (data + length - 6, "%%EOF\n"));
  tail = data + length - 40;
  tail = strstr (tail, "startxref\n");
  g_assert_nonnull (tail);
  xref = (gsize) g_ascii_strtoull (tail + strlen ("startxref\n"), NULL, 10);
  g_assert_true (g_str_has_prefix (data + xref, "xref\n"));
  lines = g_strsplit (data + xref, "\n", -1);
  for (gsize i = 1; !g_str_has_prefix (lines[i], "trailer"); i += 2)
    {
      guint64 number = g_ascii_strtoull (lines[i], NULL, 10);
      gsize offset = (gsize) g_ascii_strtoull (lines[i + 1], NULL, 10);
      g_autofree char *head = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n", number);

      g_assert_cmpuint (strlen (lines[i + 1]), ==, 19);
      g_assert_true (g_str_has_prefix (data + offset, head));
      n_entries++;
    }
  g_assert_cmpuint (n_entries, ==, 3);
  assert_has (data + xref, "/Prev ");
}

static void
test_too_large (void)
{
  const TbSceneInfo info = { .width = 20000, .height = 100 };
  g_autoptr (TbScene) scene = tb_scene_builder_finish (tb_scene_builder_new (&info));
  g_autoptr (GError) error = NULL;

  g_assert_null (tb_export_to_pdf (scene, NULL, &error));
  g_assert_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/fonts", test_fonts);
  g_test_add_func ("/pdf/information", test_information);
  g_test_add_func ("/pdf/no-date", test_no_date);
  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_func ("/pdf/alternative-text", test_alternative_text);
  g_test_add_func ("/pdf/no-images", test_no_images);
  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/threads", test_threads);
  g_test_add_func ("/pdf/update-is-whole", test_update_is_whole);
  g_test_add_func ("/pdf/too-large", test_too_large);

  return g_test_run ();
}
