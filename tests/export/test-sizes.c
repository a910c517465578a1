/* Sizes as people write them, and formats by names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export.h"

#include <string.h>

/* Logical px are 1/96 in; 1 in is 25.4 mm. */
static void
test_valid (void)
{
  static const struct { const char *text; double dpi; double width, height, out_dpi; } rows[] = {
    { "1600x900", 0, 1600, 900, 96 },
    { "1600x900", 192, 800, 450, 192 },
    { "1600X900px", 0, 1600, 900, 96 },
    { " 1600 × 900 px ", 0, 1600, 900, 96 },
    { "160x90mm", 0, 604.724409, 340.157480, 300 },
    { "160x90mm", 96, 604.724409, 340.157480, 96 },
    { "16x9cm", 0, 604.724409, 340.157480, 300 },
    { "6.5x4in", 0, 624, 384, 300 },
    { "360x240pt", 0, 480, 320, 300 },
    { "a4", 0, 793.700787, 1122.519685, 300 },
    { "A4-Landscape", 0, 1122.519685, 793.700787, 300 },
    { "a4-landscape", 600, 1122.519685, 793.700787, 600 },
    { "half-page", 0, 589.606299, 415.748031, 300 },
    { "slide", 0, 1280, 720, 144 },
    { "slide", 96, 1280, 720, 96 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double width, height, dpi;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_true (tb_export_parse_size (rows[i].text, rows[i].dpi, &width, &height, &dpi, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (width, rows[i].width, 1e-6);
      g_assert_cmpfloat_with_epsilon (height, rows[i].height, 1e-6);
      g_assert_cmpfloat (dpi, ==, rows[i].out_dpi);
    }
}

/* Every message quotes what was written, or says the bounds. */
static void
test_invalid (void)
{
  static const struct { const char *text; double dpi; const char *told; } rows[] = {
    { "", 0, "“”" },
    { "big", 0, "“big”" },
    { "1600", 0, "“1600”" },
    { "1600x", 0, "“1600x”" },
    { "x900", 0, "“x900”" },
    { "-1600x900", 0, "“-1600x900”" },
    { "0x900", 0, "“0x900”" },
    { "1e999x900", 0, "“1e999x900”" },
    { "nanx900", 0, "“nanx900”" },
    { "160mmx90mm", 0, "“160mmx90mm”" },
    { "160x90ft", 0, "“160x90ft”" },
    { "160x90mm!", 0, "“160x90mm!”" },
    { "100000x900", 0, "32767" },
    { "90000x90000mm", 0, "32767" },
    { "a4", 5, "10" },
    { "a4", 100000, "2400" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double width = -1;
      double height = -1;
      double dpi = -1;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_false (tb_export_parse_size (rows[i].text, rows[i].dpi, &width, &height, &dpi, &error));
      g_assert_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE);
      g_assert_nonnull (strstr (error->message, rows[i].told));
      g_assert_cmpfloat (width, ==, -1);
    }
}

static void
test_format_names (void)
{
  static const struct { const char *name; gboolean known; TbExportFormat format; } rows[] = {
    { "x.png", TRUE, TB_EXPORT_PNG }, { "a/b.c/x.PDF", TRUE, TB_EXPORT_PDF }, { "图.svg", TRUE, TB_EXPORT_SVG },
    { "png", FALSE, 0 }, { "x.png.gz", FALSE, 0 }, { "x", FALSE, 0 }, { "x.", FALSE, 0 }, { "", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbExportFormat format = TB_EXPORT_PNG;

      g_assert_cmpint (tb_export_format_from_name (rows[i].name, &format), ==, rows[i].known);
      if (rows[i].known)
        g_assert_cmpint (format, ==, rows[i].format);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sizes/valid", test_valid);
  g_test_add_func ("/sizes/invalid", test_invalid);
  g_test_add_func ("/sizes/format-names", test_format_names);

  return g_test_run ();
}
