/* Our own tidy csv, read back: it is the same csv, and holds what its columns hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader.h"
#include "tb-writer.h"

#include <string.h>

#define HEADER                                                                                                         \
  "indicator,place,breakdown,period,period_start,period_end,value,low,high,unit,multiplier,kind,qualifier,basis,"     \
  "status,published_change,published_change_kind,source,vintage,note\n"

/* Its series differ in their scope and measure alone, for which csv has no column. */
#define SAME_SERIES "overrides.tongbi.json"

static TbDataset *
read_csv (GBytes *csv)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("x");
  g_autoptr (TbPlan) plan = tb_plan_new ();
  TbReaderOptions options = { .plan = plan };
  TbDataset *dataset = tb_reader_read_bytes (csv, &options, problems, NULL, NULL, NULL, NULL);
  g_autofree char *report = tb_problems_dup_report (problems);

  if (dataset == NULL)
    g_error ("refused: %s", report);
  g_assert_cmpstr (tb_plan_get_format (plan), ==, "tidy-csv");
  g_assert_false (tb_plan_is_in_doubt (plan));
  return dataset;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_text (GBytes   *bytes,
          gboolean  is_sorted)
{
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (content, length);
  g_auto (GStrv) lines = NULL;

  if (!is_sorted)
    return g_steal_pointer (&text);

  lines = g_strsplit (text, "\n", -1);
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

/* Whatever is read: as csv, read and written again, it is the same. */
static void
test_file (gconstpointer path)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("x");
  g_autoptr (TbDataset) dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, NULL);
  gboolean is_sorted = g_str_has_suffix (path, SAME_SERIES);
  g_autoptr (TbDataset) again = NULL;
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GBytes) csv_again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  if (dataset == NULL)
    return;

  csv = tb_writer_to_csv (dataset, FALSE);
  again = read_csv (csv);
  csv_again = tb_writer_to_csv (again, FALSE);
  text = dup_text (csv, is_sorted);
  text_again = dup_text (csv_again, is_sorted);
  g_assert_cmpstr (text_again, ==, text);
}

static void
assert_decimal (TbDecimal   decimal,
                const char *expected)
{
  g_autofree char *text = tb_decimal_to_string (decimal);

  g_assert_cmpstr (text, ==, expected);
}

/* What the model holds: numbers are of the multiplier again, and everything is what it was. */
static void
test_model (void)
{
  static const char text[] = HEADER
      "beds,qd,owner=public;age=60+,2020-Q1,2020-04-01,2020-06-30,217600,30000,40000,bed,10000,plan,over,"
      "year-to-date,B;P,-2000,on-year-absolute,yearbook,2021-03-31,counted\n";
  g_autoptr (GBytes) csv = g_bytes_new_static (text, strlen (text));
  g_autoptr (TbDataset) dataset = read_csv (csv);
  const TbSeries *series = tb_dataset_get_series (dataset, 0);
  const TbSeriesInfo *info = tb_series_get_info (series);
  TbObservation row;

  tb_series_get (series, 0, &row);
  g_assert_cmpstr (info->indicator->id, ==, "beds");
  g_assert_cmpstr (info->place->id, ==, "qd");
  g_assert_cmpstr (info->unit->id, ==, "bed");
  g_assert_cmpint (info->measure, ==, TB_MEASURE_UNSTATED);
  g_assert_cmpint (info->year_start, ==, 401);
  g_assert_cmpuint (info->n_breakdown, ==, 2);
  g_assert_cmpstr (info->breakdown[1].dimension, ==, "age");
  g_assert_cmpstr (info->breakdown[1].value, ==, "60+");
  g_assert_cmpint (row.period.kind, ==, TB_PERIOD_Q);
  assert_decimal (row.value, "21.76");
  assert_decimal (row.multiplier, "10000");
  assert_decimal (row.extra->low, "3");
  assert_decimal (row.extra->high, "4");
  g_assert_cmpint (row.kind, ==, TB_KIND_PLAN);
  g_assert_cmpint (row.qualifier, ==, TB_QUALIFIER_OVER);
  g_assert_cmpint (row.basis, ==, TB_BASIS_YEAR_TO_DATE);
  g_assert_cmpuint (row.status, ==, TB_STATUS_BREAK | TB_STATUS_PROVISIONAL);
  g_assert_true (row.extra->change.given);
  g_assert_cmpint (row.extra->change.kind, ==, TB_CHANGE_ON_YEAR_ABSOLUTE);
  assert_decimal (row.extra->change.value, "-0.2");
  g_assert_cmpstr (row.source->id, ==, "yearbook");
  g_assert_cmpint (row.extra->vintage, ==, tb_day_new (2021, 3, 31));
  g_assert_cmpstr (tb_text_get (&row.extra->note, TB_LANGUAGE_EN), ==, "counted");
}

static void
add_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *base = g_path_get_basename (folder);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *test = g_strconcat ("/tidy-csv/again/", base, "/", name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        add_folder (path);
      else if (!g_str_has_suffix (name, ".expected"))
        g_test_add_data_func_full (test, g_steal_pointer (&path), test_file, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  static const char *const folders[] = { "formats", "samples", "valid" };
  g_autofree char *samples = g_build_filename (g_getenv ("TB_SOURCE_ROOT"), "data", "samples", NULL);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tidy-csv/model", test_model);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", folders[i], NULL);

      add_folder (folder);
    }
  add_folder (samples);

  return g_test_run ();
}
