/* What a spreadsheet can hold: where tables are refused or cut, and that it is said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-problems.h"
#include "tb-reader.h"
#include "tb-table-ods-private.h"
#include "tb-table-xlsx-private.h"

#include <string.h>

static TbComparison *
load_comparison (const char *path)
{
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);
  TbSelectionQuery query = { .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
  g_autoptr (TbSelection) selection = NULL;

  g_assert_no_error (error);
  selection = tb_selection_new (dataset, &query, &error);
  g_assert_no_error (error);

  return tb_comparison_new (selection, NULL);
}

static TbComparison *
load_small (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "cli", "small.tongbi.json", NULL);

  return load_comparison (path);
}

/* Four indicators over 17 years. */
static TbComparison *
load_long (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TB_SOURCE_ROOT"), "data", "samples",
                                            "iowa-electricity.tongbi.json",
                                            NULL);

  return load_comparison (path);
}

/* Excel's own: 1,048,576 rows, 16,384 columns, 32,767 characters of a cell, 31 of
 * a sheet's name. */
static void
test_constants (void)
{
  static const TbSheetLimits limits = TB_SHEET_LIMITS;

  g_assert_cmpuint (limits.rows, ==, 1048576);
  g_assert_cmpuint (limits.columns, ==, 16384);
  g_assert_cmpuint (limits.text, ==, 32767);
  g_assert_cmpuint (limits.rows, ==, LXW_ROW_MAX);
  g_assert_cmpuint (limits.columns, ==, LXW_COL_MAX);
}

typedef struct
{
  const char *text;
  gsize       limit;
  const char *cut;
} TextRow;

static const TextRow text_rows[] = {
  { "abcd", 4, "abcd" },
  { "abcde", 4, "abc…" },
  { "", 4, "" },
  { "数据表格", 4, "数据表格" },
  { "数据表格一", 4, "数据表…" },
  /* A character beyond the basic plane is two units, and is not torn apart. */
  { "ab😀", 4, "ab😀" },
  { "ab😀c", 4, "ab…" },
  { "a😀cd", 4, "a😀…" },
  /* XML has no control characters; line ends are spaces. */
  { "a\x1B[1m\nb", 40, "a[1m b" },
};

static void
test_text (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (text_rows); i++)
    {
      const TbSheetLimits limits = { .text = text_rows[i].limit };
      g_autofree char *cut = tb_sheet_dup_text (text_rows[i].text, &limits);

      g_assert_cmpstr (cut, ==, text_rows[i].cut);
    }
}

static void
test_longest_text (void)
{
  static const TbSheetLimits limits = TB_SHEET_LIMITS;
  g_autofree char *fits = g_strnfill (32767, 'a');
  g_autofree char *longer = g_strnfill (32768, 'a');
  g_autofree char *whole = tb_sheet_dup_text (fits, &limits);
  g_autofree char *cut = tb_sheet_dup_text (longer, &limits);

  g_assert_cmpstr (whole, ==, fits);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 32767);
  g_assert_true (g_str_has_suffix (cut, "a…"));
}

typedef GBytes *(*Writer) (const TbComparison *, TbLanguage, const TbSheetLimits *, GError **);

static const Writer writers[] = { tb_table_to_xlsx_within, tb_table_to_ods_within };

/* Four rows, ten columns, seven notes and lines: what does not fit is refused. */
static void
test_refused (void)
{
  static const TbSheetLimits small[] = { { 12, 16384, 100 }, { 1048576, 11, 100 } };
  g_autoptr (TbComparison) comparison = load_small ();

  g_assert_cmpuint (tb_comparison_get_n_columns (comparison) + TB_SHEET_N_HEADS, ==, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (small) * G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = writers[i % 2] (comparison, TB_LANGUAGE_EN, &small[i / 2], &error);

      g_assert_null (bytes);
      g_assert_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE);
      g_assert_nonnull (strstr (error->message, "which is what a sheet holds"));
    }
}

/* The rows of figures that do not fit are left out, and the first sheet says so:
 * of 68 there is room for 29 below their header. */
static void
test_cut (void)
{
  static const TbSheetLimits wide = TB_SHEET_LIMITS, small = { 30, 100, 100 };
  g_autoptr (TbComparison) comparison = load_long ();
  g_autoptr (TbTablePage) page = tb_table_page_new (comparison, TB_LANGUAGE_EN, &wide, NULL);
  g_autoptr (TbTablePage) cut = tb_table_page_new (comparison, TB_LANGUAGE_EN, &small, NULL);
  const char *line;

  g_assert_false (page->is_cut);
  g_assert_cmpuint (page->n_tidy, ==, 68);
  g_assert_true (cut->is_cut);
  g_assert_cmpuint (cut->n_tidy, ==, 29);
  line = g_ptr_array_index (cut->foot, cut->foot->len - 1);
  g_assert_cmpstr (line, ==, "The second sheet has the first 29 rows of figures; a sheet holds no more.");
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = writers[i] (comparison, TB_LANGUAGE_ZH, &small, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sheet-limits/constants", test_constants);
  g_test_add_func ("/sheet-limits/text", test_text);
  g_test_add_func ("/sheet-limits/longest-text", test_longest_text);
  g_test_add_func ("/sheet-limits/refused", test_refused);
  g_test_add_func ("/sheet-limits/cut", test_cut);

  return g_test_run ();
}
