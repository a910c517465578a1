/* transform of the program: the rules' own cases, read back from its csv.
 *
 * Every number is the rule's own or worked out in the comment beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-run.h"
#include "tb-test-golden.h"
#include "tb-test-rows.h"

#include <math.h>
#include <string.h>

#define NONE NAN
#define MAX_POINTS 8
#define TRANSFORM "transform rules.tongbi.json "

typedef struct
{
  const char *name;                 /* the rule */
  const char *args;                 /* behind the file */
  int         status;
  const char *periods[MAX_POINTS];
  double      values[MAX_POINTS];   /* NaN: missing */
  const char *unit;
  const char *note;                 /* among the notes; NULL: any */
} Row;

static const Row rows[] = {
  { "Y-1", "--indicator quarterly --op discrete", 0, { "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4" },
    { 100, 130, 115, 155 }, "cny",
    "discrete" },
  /* 288,229 − 52,721 = 235,508; 326,111 − 288,229 = 37,882. */
  { "Y-2", "--indicator retail --op discrete", 0, { "2021-01/2021-02", "2021-03/2021-07", "2021-08" },
    { 52721, 235508, 37882 },
    "cny", "an earlier cumulative figure of the year is missing" },
  { "Y-8", "--indicator quarterly --op discrete,cumulative", 0, { "2024-Q1", "2024-S1", "2024-01/2024-09", "2024" },
    { 100, 230, 345, 500 }, "cny", NULL },
  /* 33.2 → 37.4 */
  { "change/R13", "--indicator online-rate --op change", 0, { "2020-12-31", "2021-12-31" }, { NONE, 4.2 },
    "percentage-point", NULL },
  { "F-2/change", "--indicator balance --op change", 0, { "2020", "2021", "2022", "2023" }, { NONE, 12, -17, 15 },
    "cny",
    "no figure for the period that it is compared with" },
  /* 2500 / 2000 = 1.25; 3000 / 2500 = 1.2; 3600 / 3000 = 1.2; 4200 / 3600 = 1.1666…; 5000 / 4200 = 1.190476… */
  { "F-2/percent", "--indicator long-run --op percent", 0, { "2015", "2016", "2017", "2018", "2019", "2020" },
    { NONE, 25, 20, 20, 50 / 3.0, 800 / 42.0 }, "percent", "100 (x / x[-1] - 1)" },
  { "F-2/on-year", "--indicator long-run --op change-on-year", 0, { "2015", "2016", "2017", "2018", "2019", "2020" },
    { NONE, 500, 500, 600, 600, 800 }, "cny", NULL },
  /* A quarter's growth from the quarters' own figures. */
  { "F-1/order", "--op percent --op discrete --indicator quarterly", 0, { "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4" },
    { NONE, 30, -150 / 13.0, 4000 / 115.0 }, "percent", "discrete; percent = " },
  /* 2,000 → 5,000 in 5 years: 2.5^(1/5) = 1.2011244…, the rule's 20.1 %; before
   * it 1.5^(1/2), 1.8^(1/3), 2.1^(1/4). */
  { "F-3", "--indicator long-run --op cagr --base 2015", 0, { "2015", "2016", "2017", "2018", "2019", "2020" },
    { NONE, 25, 22.4744871392, 21.6440399115, 20.3801343503, 20.1124433981 }, "percent", NULL },
  /* 4.2 and 1.8 %: (1.042 × 1.018)^(1/2) = 1.02993009… */
  { "F-3/average-growth", "--indicator growth --op average-growth --window 2", 0, { "2020", "2021" },
    { NONE, 2.99300947152 },
    "percent", NULL },
  { "F-4", "--indicator long-run --op index --base 2016", 0, { "2015", "2016", "2017", "2018", "2019", "2020" },
    { 80, 100, 120, 144, 168, 200 }, NULL, "2016 = 100" },
  /* 3.3 of 8.7 = 37.931… %: of what it is part of, or of what is named. */
  { "F-5", "--indicator women --op share", 0, { "2019-12-31" }, { 330 / 8.7 }, "percent", "R&D staff" },
  { "F-5/with", "--indicator women --op share --with staff", 0, { "2019-12-31" }, { 330 / 8.7 }, "percent", NULL },
  { "F-5/place", "--indicator workers --place city --op share --with-place nation", 0, { "2021" }, { 1 }, "percent",
    NULL },
  { "F-7/annual", "--indicator quarterly --op discrete,annual", 0, { "2024" }, { 500 }, "cny", NULL },
  /* 100 + 130; 115 + 155. */
  { "F-7/half", "--indicator quarterly --op discrete,half", 0, { "2024-S1", "2024-S2" }, { 230, 270 }, "cny", NULL },
  { "F-9", "--indicator long-run --op moving-average", 0, { "2015", "2016", "2017", "2018", "2019", "2020" },
    { NONE, NONE, 2500, 9100 / 3.0, 3600, 12800 / 3.0 }, "cny", "incomplete (1 of 3)" },
  { "F-9/window", "--indicator long-run --op moving-average --window 4", 0,
    { "2015", "2016", "2017", "2018", "2019", "2020" },
    { NONE, NONE, NONE, 2775, 3325, 3950 }, "cny", NULL },
  /* The January vintage of 2025 is 125, the February one 130; 120 was in 2022. */
  { "vintage/as-known", "--indicator firms --op percent --as-known 2025-06-30", 1, { "2024" }, { NONE }, "percent",
    NULL },
  { "vintage/latest", "--indicator firms --op percent", 0, { "2024", "2025" }, { NONE, 10 }, "percent", NULL },
  /* Nothing comes of it: R11, R12. */
  { "R12/all-missing", "--indicator balance --op percent", 1, { "2020", "2021", "2022", "2023" },
    { NONE, NONE, NONE, NONE },
    "percent", "the base is zero" },
};

/* Splits a row of csv, in which a field in quotes holds what it likes. */
static GPtrArray *
split_row (const char **cursor)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE;
  const char *p = *cursor;

  for (; *p != '\0' && (quoted || *p != '\n'); p++)
    {
      if (*p == '"' && quoted && p[1] == '"')
        g_string_append_c (field, *++p);
      else if (*p == '"')
        quoted = !quoted;
      else if (*p == ',' && !quoted)
        {
          g_ptr_array_add (fields, g_strdup (field->str));
          g_string_truncate (field, 0);
        }
      else
        g_string_append_c (field, *p);
    }
  g_ptr_array_add (fields, g_strdup (field->str));
  *cursor = *p == '\n' ? p + 1 : p;

  return fields;
}

enum { PERIOD = 3, VALUE = 6, UNIT = 9, STATUS = 14, NOTE = 19, N_FIELDS = 20 };

static void
check_point (GPtrArray  *fields,
             const Row  *row,
             gsize       i)
{
  const char *value = g_ptr_array_index (fields, VALUE);

  g_assert_cmpuint (fields->len, ==, N_FIELDS);
  g_assert_cmpstr (g_ptr_array_index (fields, PERIOD), ==, row->periods[i]);
  if (row->unit != NULL)
    g_assert_cmpstr (g_ptr_array_index (fields, UNIT), ==, row->unit);
  if (isnan (row->values[i]))
    g_assert_cmpstr (value, ==, "");
  else
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (value, NULL), row->values[i],
                                    1e-9 * fmax (1, fabs (row->values[i])));
  /* Who reads the file alone is told why a figure is missing. */
  g_assert_cmpstr (g_ptr_array_index (fields, NOTE), !=, "");
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *args = g_strconcat (TRANSFORM "--lang en ", row->args, NULL);
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;
  g_autoptr (GPtrArray) header = NULL;
  const char *cursor;
  gboolean noted = row->note == NULL;
  gsize n = 0;

  tb_cli_run_start (&run, args, NULL, NULL);
  out = tb_cli_run_dup_out (&run);
  g_test_message ("%s", out);
  g_assert_cmpint (run.status, ==, row->status);
  g_assert_cmpstr (run.err, ==, row->status == 0 ? "" : "tongbi-cli: no figure could be computed; the notes say why\n");

  cursor = out;
  header = split_row (&cursor);
  g_assert_cmpstr (g_ptr_array_index (header, NOTE), ==, "note");
  for (; *cursor != '\0'; n++)
    {
      g_autoptr (GPtrArray) fields = split_row (&cursor);

      g_assert_cmpuint (n, <, MAX_POINTS);
      check_point (fields, row, n);
      noted = noted || strstr (g_ptr_array_index (fields, NOTE), row->note) != NULL;
    }
  g_assert_true (noted);
  g_assert_true (n == MAX_POINTS || row->periods[n] == NULL);
}

typedef struct
{
  const char *name;
  const char *args;
  int         status;
  const char *err;      /* what standard error begins with */
} FaultRow;

/* Nothing is written. */
static const FaultRow fault_rows[] = {
  { "Y-3", TRANSFORM "--lang en --indicator stations --op discrete", 1, "tongbi-cli: Y-3: " },
  { "Y-3/chinese", TRANSFORM "--lang zh_CN --indicator stations --op discrete", 1, "tongbi-cli: Y-3：时点数" },
  { "R13", TRANSFORM "--indicator online-rate --op percent", 1, "tongbi-cli: R13: " },
  { "R14", TRANSFORM "--indicator growth --op percent", 1, "tongbi-cli: R14: " },
  { "F-7", TRANSFORM "--indicator online-rate --op annual", 1, "tongbi-cli: F-7: " },
  { "F-8", TRANSFORM "--indicator output --op per-capita --with long-run", 1, "tongbi-cli: F-8: " },
  { "R1", TRANSFORM "--indicator staff --op share --with women", 1, "tongbi-cli: R1: " },
  { "no-file", "transform --indicator output --op change", 2, "tongbi-cli: no FILE is given\n" },
  { "no-op", TRANSFORM "--indicator output", 2, "tongbi-cli: no operation is given; say --op OP\n" },
  { "no-indicator", TRANSFORM "--op change", 2, "tongbi-cli: no indicator is given; say --indicator ID\n" },
  { "empty-op", TRANSFORM "--indicator output --op=", 2,
    "tongbi-cli: --op: no operation “”; there are discrete, cumulative, " },
  { "unknown-op", TRANSFORM "--indicator output --op changes", 2,
    "tongbi-cli: --op: no operation “changes”; did you mean “change”?\n" },
  { "op-twice", TRANSFORM "--indicator output --op change,change", 2, "tongbi-cli: --op: “change” is named twice\n" },
  { "unknown-indicator", TRANSFORM "--indicator outputs --op change", 2,
    "tongbi-cli: there is no indicator “outputs”; did you mean “output”?\n" },
  { "no-figures", TRANSFORM "--indicator output --place town --op change", 2,
    "tongbi-cli: --indicator: this indicator has no figures in that place\n" },
  { "several", TRANSFORM "--indicator investment --op change", 2,
    "tongbi-cli: --indicator: several series fit; choose by the options of one of these:\n"
    "  Investment (City, without farm households): --scope 'without farm households'\n"
    "  Investment (City, all of society): --scope 'all of society'\n" },
  { "several-wholes", TRANSFORM "--indicator workers --place city --op share --with-place town", 2,
    "tongbi-cli: --with: several series fit; choose by the options of one of these:\n"
    "  Model workers (Town, female): --with-breakdown sex=female\n"
    "  Model workers (Town, male): --with-breakdown sex=male\n" },
  { "index-without-base", TRANSFORM "--indicator output --op index", 2,
    "tongbi-cli: index needs the period that is 100; say --base PERIOD\n" },
  { "bad-base", TRANSFORM "--indicator output --op index --base 2020-Q5", 2, "tongbi-cli: --base: " },
  { "base-of-change", TRANSFORM "--indicator output --op change --base 2020", 2,
    "tongbi-cli: --base goes with index and cagr\n" },
  { "window-of-change", TRANSFORM "--indicator output --op change --window 3", 2,
    "tongbi-cli: --window goes with moving-average and average-growth\n" },
  { "window-of-one", TRANSFORM "--indicator output --op moving-average --window 1", 2,
    "tongbi-cli: --window: expected a number from 2 to 366\n" },
  { "window-below-zero", TRANSFORM "--indicator output --op moving-average --window -3", 2,
    "tongbi-cli: --window: expected a number from 2 to 366\n" },
  { "window-of-words", TRANSFORM "--indicator output --op moving-average --window three", 2, "tongbi-cli: " },
  { "with-of-change", TRANSFORM "--indicator output --op change --with staff", 2,
    "tongbi-cli: --with goes with share, contribution and per-capita\n" },
  { "so-far-of-change", TRANSFORM "--indicator output --op change --so-far", 2,
    "tongbi-cli: --so-far and --weights go with quarter, half and annual\n" },
  { "share-of-nothing", TRANSFORM "--indicator output --op share", 2,
    "tongbi-cli: the indicator is not said to be part of another; say --with ID\n" },
  { "per-capita-of-nobody", TRANSFORM "--indicator output --op per-capita", 2,
    "tongbi-cli: per-capita needs the population; say --with ID\n" },
  { "bad-as-known", TRANSFORM "--indicator output --op change --as-known 2021", 2,
    "tongbi-cli: --as-known: “2021” is no date such as 2021-08-31\n" },
  { "bad-suffix", TRANSFORM "--indicator output --op change -o @x.xlsx", 2, "tongbi-cli: the suffix of “" },
  { "bad-format", TRANSFORM "--indicator output --op change --to xlsx", 2,
    "tongbi-cli: --to: unknown format “xlsx”; there are dataset, csv, data-package, json-stat\n" },
  { "bad-file", "transform cut.tongbi.json --indicator output --op change", 1, "cut.tongbi.json:14:81: error: " },
  { "full-disk", TRANSFORM "--indicator long-run --op change --to csv -o /dev/full", 1,
    "tongbi-cli: Could not write “/dev/full”: " },
  { "no-folder", TRANSFORM "--indicator long-run --op change -o @none/x.csv", 1, "tongbi-cli: " },
};

static void
test_fault (gconstpointer data)
{
  const FaultRow *row = data;
  char *folder = tb_cli_run_make_folder ();
  g_auto (TbCliRun) run = { 0 };

  tb_cli_run_start (&run, row->args, folder, NULL);
  if (!g_str_has_prefix (run.err, row->err))
    g_assert_cmpstr (run.err, ==, row->err);
  g_assert_cmpint (run.status, ==, row->status);
  g_assert_cmpuint (g_bytes_get_size (run.out), ==, 0);
  g_assert_cmpuint (tb_cli_run_count_files (folder), ==, 0);
  tb_cli_run_remove_folder (folder);
}

static void
test_golden (gconstpointer data)
{
  const char *const *row = data;
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, row[0], NULL, NULL);
  out = tb_cli_run_dup_out (&run);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  tb_test_golden_compare (row[1], out);
}

/* Computed figures are a dataset as any other: what comes of one step is read as
 * the next one's input, and that is what both steps at once give. */
static void
test_dataset (void)
{
  char *folder = tb_cli_run_make_folder ();
  g_auto (TbCliRun) first = { 0 };
  g_auto (TbCliRun) check = { 0 };
  g_auto (TbCliRun) info = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&first, TRANSFORM "--indicator quarterly --op discrete -o @d.tongbi.json", folder, NULL);
  g_assert_cmpstr (first.err, ==, "");
  g_assert_cmpint (first.status, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (first.out), ==, 0);
  tb_cli_run_start (&check, "check @d.tongbi.json", folder, NULL);
  g_assert_cmpstr (check.err, ==, "");
  g_assert_cmpint (check.status, ==, 0);

  tb_cli_run_start (&info, "transform @d.tongbi.json --lang en --indicator quarterly --op half", folder, NULL);
  g_assert_cmpstr (info.err, ==, "");
  out = tb_cli_run_dup_out (&info);
  g_assert_nonnull (strstr (out, ",2024-S2,2024-07-01,2024-12-31,270,"));
  tb_cli_run_remove_folder (folder);
}

/* Standard output, a file and a dataset on standard output. */
static void
test_outputs (void)
{
  char *folder = tb_cli_run_make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.csv", NULL);
  g_auto (TbCliRun) plain = { 0 };
  g_auto (TbCliRun) dash = { 0 };
  g_auto (TbCliRun) file = { 0 };
  g_auto (TbCliRun) dataset = { 0 };
  g_autofree char *out = NULL;
  g_autofree char *written = NULL;
  g_autofree char *json = NULL;

  tb_cli_run_start (&plain, TRANSFORM "--indicator long-run --op change", NULL, NULL);
  tb_cli_run_start (&dash, TRANSFORM "--indicator long-run --op change -o -", NULL, NULL);
  tb_cli_run_start (&file, TRANSFORM "--indicator long-run --op change -o @x.csv", folder, NULL);
  tb_cli_run_start (&dataset, TRANSFORM "--indicator long-run --op change --to dataset", NULL, NULL);
  out = tb_cli_run_dup_out (&plain);
  json = tb_cli_run_dup_out (&dataset);
  g_assert_true (g_bytes_equal (plain.out, dash.out));
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (out, ==, written);
  g_assert_true (g_str_has_prefix (json, "{\n  \"tongbi\": \"dataset/1\""));
  tb_cli_run_remove_folder (folder);
}

static void
test_stdin (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "cli", "rules.tongbi.json", NULL);
  g_autofree char *text = NULL;
  g_auto (TbCliRun) from_input = { 0 };
  g_auto (TbCliRun) from_file = { 0 };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  tb_cli_run_start (&from_input, "transform - --indicator quarterly --op discrete", NULL, text);
  tb_cli_run_start (&from_file, TRANSFORM "--indicator quarterly --op discrete", NULL, NULL);
  g_assert_cmpint (from_input.status, ==, 0);
  g_assert_true (g_bytes_equal (from_input.out, from_file.out));
}

int
main (int    argc,
      char **argv)
{
  static const char *const goldens[][2] = {
    { TRANSFORM "--lang en --indicator retail --op discrete", "cli/transform.en.csv" },
    { TRANSFORM "--lang zh_CN --indicator retail --op discrete", "cli/transform.zh.csv" },
    { TRANSFORM "--lang zh_CN --indicator women --op share", "cli/transform-share.zh.csv" },
    { TRANSFORM "--indicator retail --op discrete --to dataset", "cli/transform.json" },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/cli/transform/", rows, name, test_row);
  TB_TEST_ADD_ROWS ("/cli/transform/fault/", fault_rows, name, test_fault);
  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/transform/golden/", goldens[i][1], NULL);

      g_test_add_data_func (path, goldens[i], test_golden);
    }
  g_test_add_func ("/cli/transform/dataset", test_dataset);
  g_test_add_func ("/cli/transform/outputs", test_outputs);
  g_test_add_func ("/cli/transform/stdin", test_stdin);

  return g_test_run ();
}
