/* Figures and tables on paper, as other programs read the sheets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-measure-pango.h"
#include "tb-paper.h"
#include "tb-problems.h"
#include "tb-reader.h"
#include "tb-test-program.h"
#include "tb-test-scene.h"

#include <string.h>

/* A4 upright, with margins of 10 mm. */
#define PX(mm) ((mm) / 25.4 * 96)
static const TbPaper a4 = { PX (210), PX (297), PX (10), PX (10), PX (10), PX (10) };

static TbDataset *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TbProblems) problems = tb_problems_new ("test");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "paper.tongbi.json", NULL);
  g_autoptr (GError) error = NULL;
  TbDataset *dataset;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

/* @n_rows indicators with @n_columns years each; figures are row × 1000 + year, with
 * one decimal. */
static TbComparison *
make_table (guint n_rows,
            guint n_columns)
{
  const TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (GString) text = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": {\"en\": \"A Long Table\", \"zh\": "
                                           "\"长表\"}, \"units\": {\"u\": {\"name\": \"beds\", \"kind\": \"count\"}},"
                                           "\"indicators\": [");
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (TbSelection) selection = NULL;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%s{\"id\": \"i%u\", \"name\": \"Indicator N%03uN\", \"unit\": \"u\", \"measure\": "
                                  "\"stock\"}", i > 0 ? "," : "", i, i);
  g_string_append (text, "], \"series\": [");
  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append_printf (text, "%s{\"indicator\": \"i%u\", \"observations\": [", i > 0 ? "," : "", i);
      for (guint year = 0; year < n_columns; year++)
        g_string_append_printf (text, "%s[\"%u-12-31\", %u.5]", year > 0 ? "," : "", 1990 + year, i * 1000 + year);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  dataset = load (text->str);
  selection = tb_selection_new (dataset, &query, NULL);
  return tb_comparison_new (selection, NULL);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;
  return n;
}

static GBytes *
print (TbComparison *comparison,
       TbLanguage    language,
       guint        *out_n_sheets)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tb_paper_from_table (comparison, &a4, language, out_n_sheets, &error);

  g_assert_no_error (error);
  return pdf;
}

/* More rows than a sheet has: each once, with the header on every sheet. */
static void
test_rows (void)
{
  g_autoptr (TbComparison) comparison = make_table (150, 2);
  guint n_sheets;
  g_autoptr (GBytes) pdf = print (comparison, TB_LANGUAGE_EN, &n_sheets);
  g_autofree char *text = tb_test_program_dup_text (pdf,
                                                    (const char *const[]) { "pdftotext", "-layout", "-", "-", NULL });

  g_assert_cmpuint (n_sheets, >, 1);
  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, "\f"), ==, n_sheets);
  g_assert_cmpuint (count (text, "Unit"), ==, n_sheets);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *name = g_strdup_printf ("N%03uN", i);

      g_assert_cmpuint (count (text, name), ==, 1);
    }
  for (guint i = 1; i <= n_sheets; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u/%u", i, n_sheets);

      g_assert_cmpuint (count (text, number), ==, 1);
    }
}

/* More columns than a sheet is wide: all of them, names and units again on each. */
static void
test_columns (void)
{
  g_autoptr (TbComparison) comparison = make_table (3, 30);
  guint n_sheets;
  g_autoptr (GBytes) pdf = print (comparison, TB_LANGUAGE_EN, &n_sheets);
  g_autofree char *text = tb_test_program_dup_text (pdf,
                                                    (const char *const[]) { "pdftotext", "-layout", "-", "-", NULL });

  g_assert_cmpuint (n_sheets, >, 1);
  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, "N002N"), ==, n_sheets);
  for (guint year = 0; year < 30; year++)
    {
      g_autofree char *figure = g_strdup_printf ("2,%03u.5", year);

      g_assert_cmpuint (count (text, figure), ==, 1);
    }
}

static TbPeriod
period (const char *text)
{
  TbPeriod out;

  g_assert_true (tb_period_parse (text, 0, &out, NULL));

  return out;
}

/* B-1, B-2: each pair is named above its changes, whole, however narrow those are. */
static void
test_pairs (void)
{
  g_autoptr (TbComparison) whole = make_table (3, 4);
  const TbComparePair pairs[] = {
    { period ("1990-12-31"), period ("1991-12-31") },
    { period ("1992-12-31"), period ("1993-12-31") },
  };
  const TbComparisonOptions options = { .pairs = pairs, .n_pairs = G_N_ELEMENTS (pairs) };
  g_autoptr (TbComparison) comparison = tb_comparison_new (tb_comparison_get_selection (whole), &options);
  g_autoptr (GBytes) pdf = print (comparison, TB_LANGUAGE_EN, NULL);
  g_autofree char *text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdftotext", "-raw", "-", "-", NULL });

  if (text == NULL)
    return;
  g_strdelimit (text, "\n\f", ' ');
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "Change, 31 Dec 1990 to 31 Dec 1991"));
  g_assert_nonnull (strstr (text, "Change, 31 Dec 1992 to 31 Dec 1993"));
  g_assert_cmpuint (count (text, "Amount"), ==, 2);
  g_assert_null (strstr (text, "…"));
}

/* In Chinese, too, no title is torn, and no change is parted from its percentage: six
 * pairs are more than a sheet has room for. */
static void
test_pairs_in_chinese (void)
{
  g_autoptr (TbComparison) whole = make_table (3, 4);
  TbComparePair pairs[6];
  TbComparisonOptions options = { .pairs = pairs };
  g_autoptr (TbComparison) comparison = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) sheets = NULL;
  guint n_sheets;

  for (int base = 1990; base <= 1993; base++)
    for (int current = base + 1; current <= 1993; current++)
      {
        g_autofree char *from = g_strdup_printf ("%d-12-31", base);
        g_autofree char *to = g_strdup_printf ("%d-12-31", current);

        pairs[options.n_pairs++] = (TbComparePair) { period (from), period (to) };
      }
  comparison = tb_comparison_new (tb_comparison_get_selection (whole), &options);
  pdf = print (comparison, TB_LANGUAGE_ZH, &n_sheets);
  text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdftotext", "-raw", "-", "-", NULL });
  g_assert_cmpuint (n_sheets, >, 1);
  if (text == NULL)
    return;
  g_test_message ("%s", text);
  sheets = g_strsplit (text, "\f", -1);
  for (guint i = 0; sheets[i] != NULL; i++)
    g_assert_cmpuint (count (sheets[i], "增减量"), ==, count (sheets[i], "（%）"));
  g_assert_cmpuint (count (text, "增减量"), ==, 6);
}

/* What takes lines is drawn once. */
static void
test_words (void)
{
  const TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbDataset) dataset = load (
    "{\"tongbi\": \"dataset/1\", \"title\": \"Words\", \"units\": {\"u\": {\"name\": \"beds\", \"kind\": \"count\"}},"
    " \"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"u\", \"measure\": \"flow\"}], \"series\":"
    " [{\"indicator\": \"a\", \"observations\": [[\"2021-S1\", 46], {\"period\": \"2021\", \"value\": 100, \"kind\":"
    " \"target\"}]}]}");
  g_autoptr (TbSelection) selection = tb_selection_new (dataset, &query, NULL);
  g_autoptr (TbComparison) comparison = tb_comparison_new (selection, &(TbComparisonOptions) { .targets = TRUE });
  g_autoptr (GBytes) pdf = print (comparison, TB_LANGUAGE_EN, NULL);
  g_autofree char *text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdftotext", "-raw", "-", "-", NULL });

  if (text == NULL)
    return;
  g_test_message ("%s", text);
  g_assert_cmpuint (count (text, "31 Dec 2021"), ==, 1);
}

/* A table of one sheet is not numbered; sheets have the size of the paper. */
static void
test_one_sheet (void)
{
  g_autoptr (TbComparison) comparison = make_table (3, 3);
  guint n_sheets;
  g_autoptr (GBytes) pdf = print (comparison, TB_LANGUAGE_ZH, &n_sheets);
  g_autofree char *text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdftotext", "-raw", "-", "-", NULL });
  g_autofree char *info = tb_test_program_dup_text (pdf, (const char *const[]) { "pdfinfo", "-", NULL });
  g_autofree char *fonts = tb_test_program_dup_text (pdf, (const char *const[]) { "pdffonts", "-", NULL });
  g_autofree char *images = tb_test_program_dup_text (pdf, (const char *const[]) { "pdfimages", "-list", "-", NULL });

  g_assert_cmpuint (n_sheets, ==, 1);
  if (text == NULL || info == NULL || fonts == NULL || images == NULL)
    return;
  g_assert_nonnull (strstr (text, "长表"));
  g_assert_nonnull (strstr (text, "指标"));
  g_assert_null (strstr (text, "1/1"));
  /* 210 × 297 mm in points. */
  g_assert_nonnull (strstr (info, "595.276 x 841.89"));
  g_assert_nonnull (strstr (info, "(A4)"));
  /* All embedded, and nothing but vectors. */
  g_assert_null (strstr (fonts, " no "));
  g_assert_cmpuint (count (images, "\n"), ==, 2);
}

static void
test_same_bytes (void)
{
  g_autoptr (TbComparison) comparison = make_table (60, 9);
  g_autoptr (GBytes) first = print (comparison, TB_LANGUAGE_ZH, NULL);
  g_autoptr (GBytes) second = print (comparison, TB_LANGUAGE_ZH, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

/* Rows: the room that A4 leaves, 190 × 277 mm, and the largest page in it. */
static void
test_fit (void)
{
  static const struct { double width, height, fitted_width, fitted_height; } rows[] = {
    { 160, 90, 190, 106.875 }, { 297, 210, 190, 134.343434 }, { 210, 297, 190, 268.714286 }, { 100, 277, 100, 277 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double width;
      double height;

      tb_paper_fit (&a4, rows[i].width, rows[i].height, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, PX (rows[i].fitted_width), 1e-3);
      g_assert_cmpfloat_with_epsilon (height, PX (rows[i].fitted_height), 1e-3);
    }
}

static void
test_figure (void)
{
  TbTextMeasure *measure = tb_measure_pango_new ("zh-CN");
  g_autoptr (TbScene) scene = tb_test_scene_mixed (measure, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tb_paper_from_scene (scene, &a4, &error);
  g_autofree char *info = tb_test_program_dup_text (pdf, (const char *const[]) { "pdfinfo", "-", NULL });
  g_autofree char *text = tb_test_program_dup_text (pdf, (const char *const[]) { "pdftotext", "-raw", "-", "-", NULL });

  tb_measure_pango_free (measure);
  g_assert_no_error (error);
  if (info == NULL || text == NULL)
    return;
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_nonnull (strstr (info, "Pages:           1"));
  g_assert_nonnull (strstr (text, "2021年上半年新增5G基站0.35万个"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/paper/rows", test_rows);
  g_test_add_func ("/paper/columns", test_columns);
  g_test_add_func ("/paper/pairs", test_pairs);
  g_test_add_func ("/paper/pairs-in-chinese", test_pairs_in_chinese);
  g_test_add_func ("/paper/words", test_words);
  g_test_add_func ("/paper/one-sheet", test_one_sheet);
  g_test_add_func ("/paper/same-bytes", test_same_bytes);
  g_test_add_func ("/paper/fit", test_fit);
  g_test_add_func ("/paper/figure", test_figure);
  return g_test_run ();
}
