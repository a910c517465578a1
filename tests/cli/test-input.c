/* What the commands read: several files, folders, profiles, formats by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cli-run.h"
#include "tb-test-rows.h"

#define HEADER \
  "indicator,place,breakdown,period,period_start,period_end,value,low,high,unit,multiplier,kind,qualifier,basis," \
  "status,published_change,published_change_kind,source,vintage,note\n"

#define TOLD "tables/regions.csv: Read with the period from “year”, the place from “region”, " \
             "the values from “amount”. " \
             "The file does not state the measure of 1 indicator.\n"

typedef struct
{
  const char *name;
  const char *args;
  int         status;
  const char *out;     /* nullable: any */
  const char *err;     /* how it begins; "" for nothing */
} Row;

/* The figures are those of tests/data/cli/tables, by hand. */
static const Row rows[] = {
  { "csv", "convert tables/regions.csv --to csv -o -", 0,
    HEADER
    "amount,east,,2020,2020-01-01,2020-12-31,5,,,unstated,1,actual,exact,as-of,,,,,,\n"
    "amount,east,,2021,2021-01-01,2021-12-31,6.5,,,unstated,1,actual,exact,as-of,,,,,,\n"
    "amount,west,,2020,2020-01-01,2020-12-31,7,,,unstated,1,actual,exact,as-of,,,,,,\n",
    TOLD },
  /* 5 million euro are 5,000,000 euro. */
  { "profile", "convert tables/regions.csv --profile flow-profile.json --to csv -o -", 0,
    HEADER
    "amount,,region=east,2020,2020-01-01,2020-12-31,5000000,,,EUR,1000000,actual,exact,discrete,,,,,,\n"
    "amount,,region=east,2021,2021-01-01,2021-12-31,6500000,,,EUR,1000000,actual,exact,discrete,,,,,,\n"
    "amount,,region=west,2020,2020-01-01,2020-12-31,7000000,,,EUR,1000000,actual,exact,discrete,,,,,,\n",
    NULL },
  { "misspelt-profile", "convert tables/regions.csv --profile bad-profile.json --to csv -o -", 1, "",
    "bad-profile.json:3:32: error: /columns/year/role: " },
  { "no-profile", "convert tables/regions.csv --profile tables/regions.csv --to csv -o -", 1, "",
    "tables/regions.csv:1:1: error: " },
  { "print-profile", "info tables/regions.csv --print-profile", 0,
    "{\n"
    "  \"tongbi\": \"import-profile/1\",\n"
    "  \"columns\": {\n"
    "    \"region\": {\"role\": \"place\"},\n"
    "    \"year\": {\"role\": \"period\"},\n"
    "    \"amount\": {\"role\": \"value\"}\n"
    "  }\n"
    "}\n",
    TOLD },
  { "read-as", "convert tables/regions.csv --read-as csv --to csv -o -", 0, NULL, TOLD },
  { "read-as-another", "convert tables/regions.csv --read-as px --to csv -o -", 1, "", "tables/regions.csv:" },
  /* What two files say alike is one figure with two sources; a new year joins its series. */
  { "two-files", "info tables/regions.csv tables/more.csv --json", 0, NULL, "tables/regions.csv: Read" },
  { "folder", "info tables --json", 0, NULL, "tables: Read" },
  { "empty-name", "info -- --json", 1, "", "--json: error: " },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, row->args, NULL, NULL);
  out = tb_cli_run_dup_out (&run);
  if (row->err != NULL && (*row->err == '\0' || !g_str_has_prefix (run.err, row->err)))
    g_assert_cmpstr (run.err, ==, row->err);
  g_assert_cmpint (run.status, ==, row->status);
  if (row->out != NULL)
    g_assert_cmpstr (out, ==, row->out);
}

/* The profile that is printed reads the file in the same way. */
static void
test_round_trip (void)
{
  g_autofree char *folder = tb_cli_run_make_folder ();
  g_autofree char *path = g_build_filename (folder, "profile.json", NULL);
  g_auto (TbCliRun) printed = { 0 };
  g_auto (TbCliRun) plain = { 0 };
  g_auto (TbCliRun) profiled = { 0 };
  g_autofree char *profile = NULL;

  tb_cli_run_start (&printed, "info tables/regions.csv --print-profile", NULL, NULL);
  profile = tb_cli_run_dup_out (&printed);
  g_assert_true (g_file_set_contents (path, profile, -1, NULL));
  tb_cli_run_start (&plain, "convert tables/regions.csv --to dataset -o -", NULL, NULL);
  tb_cli_run_start (&profiled, "convert tables/regions.csv --profile @profile.json --to dataset -o -", folder, NULL);
  g_assert_cmpint (profiled.status, ==, 0);
  g_assert_true (g_bytes_equal (plain.out, profiled.out));

  tb_cli_run_remove_folder (g_steal_pointer (&folder));
}

/* Three figures, a new one, and one that is said twice: five rows in two series. */
static void
test_joined (gconstpointer args)
{
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, args, NULL, NULL);
  out = tb_cli_run_dup_out (&run);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (out, "\"series\": 2,"));
  g_assert_nonnull (strstr (out, "\"observations\": 5,"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/cli/input/", rows, name, test_row);
  g_test_add_func ("/cli/input/profile-round-trip", test_round_trip);
  g_test_add_data_func ("/cli/input/joined-files", "info tables/regions.csv tables/more.csv --json", test_joined);
  g_test_add_data_func ("/cli/input/joined-folder", "info tables --json", test_joined);

  return g_test_run ();
}
