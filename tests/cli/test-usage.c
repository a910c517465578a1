/* Usage, help, exit status, info and check of the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-run.h"
#include "tb-test-golden.h"
#include "tb-test-rows.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *args;
  int         status;
  const char *out;     /* all of standard output; NULL: anything */
  const char *err;     /* what standard error begins with; "" for nothing */
} Row;

static const Row rows[] = {
  { "nothing", "", 2, "", "Usage:\n  tongbi-cli COMMAND [OPTION…]\n" },
  { "version", "--version", 0, "tongbi-cli " PACKAGE_VERSION "\n", "" },
  { "unknown-command", "inf", 2, "", "tongbi-cli: there is no command “inf”; did you mean “info”?\n" },
  { "unlike-any-command", "xyzzy", 2, "", "tongbi-cli: there is no command “xyzzy”\n" },
  { "unknown-option", "info --nonsense small.tongbi.json", 2, "", "tongbi-cli: Unknown option --nonsense\n" },
  { "info/no-file", "info", 2, "", "tongbi-cli: no FILE is given\n“tongbi-cli info --help” tells the options.\n" },
  { "info/one-of-two-files", "info small.tongbi.json cut.tongbi.json", 1, "", "cut.tongbi.json:14:81: error: " },
  { "info/unknown-format", "info --read-as xls small.tongbi.json", 2, "",
    "tongbi-cli: “xls” is no format that can be read; there are dataset, " },
  { "info/absent-profile", "info --profile absent.json small.tongbi.json", 1, "", "absent.json: error: " },
  { "info/absent-file", "info absent.json", 1, "", "absent.json: error: " },
  { "info/bad-language", "info --lang xx small.tongbi.json", 2, "",
    "tongbi-cli: --lang: no language “xx”; there are “en” and “zh_CN”\n" },
  { "info/cut", "info cut.tongbi.json", 1, "",
    "cut.tongbi.json:14:81: error: found the end of the text, but expected the closing quote of a string\n" },
  /* No control character reaches the terminal, and columns are counted in characters. */
  { "info/hostile", "info --lang en hostile.tongbi.json", 0,
    "Ti[31mtle\ndataset/1: series 2, observations 6, periods 2, targets 0\n\n"
    "床位       2020                   2021                        4  Beds &amp; \"cots\", beds\n"
    "undated  —                      —                           2  Undated, beds\n",
    "hostile.tongbi.json:" },
  { "check/good", "check small.tongbi.json", 0, "", "" },
  { "check/no-file", "check", 2, "", "tongbi-cli: no FILE is given\n" },
  /* Columns counted by hand: the 81st character ends the cut line 14; the bad
   * period stands after six spaces and a bracket; the second series of the same
   * key opens after four spaces. */
  { "check/cut", "check cut.tongbi.json", 1, "", "cut.tongbi.json:14:81: error: " },
  { "check/wrong-period", "check wrong-period.tongbi.json", 1, "",
    "wrong-period.tongbi.json:28:8: error: /series/1/observations/0/0: " },
  { "check/duplicate-series", "check duplicate-series.tongbi.json", 1, "",
    "duplicate-series.tongbi.json:31:5: error: /series/2: the same series as /series/1" },
  { "check/warning-only", "check warning.tongbi.json", 0, "",
    "warning.tongbi.json:36:23: warning: /series/3/observations/1: " },
  { "check/several", "check small.tongbi.json cut.tongbi.json", 1, "", "cut.tongbi.json:14:81: error: " },
  { "check/syntax-good", "check --syntax wrong-period.tongbi.json", 0, "", "" },
  { "check/syntax-cut", "check --syntax cut.tongbi.json", 1, "", "cut.tongbi.json:14:81: error: " },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, row->args, NULL, NULL);
  out = tb_cli_run_dup_out (&run);
  g_assert_cmpint (run.status, ==, row->status);
  if (row->out != NULL)
    g_assert_cmpstr (out, ==, row->out);
  if (*row->err == '\0')
    g_assert_cmpstr (run.err, ==, "");
  else if (!g_str_has_prefix (run.err, row->err))
    g_assert_cmpstr (run.err, ==, row->err);
}

static void
test_help (gconstpointer data)
{
  const char *command = data;
  g_autofree char *args = g_strconcat (command, " --help", NULL);
  g_autofree char *golden = g_strdup_printf ("cli/help%s%s.txt", *command != '\0' ? "-" : "", command);
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, args, NULL, NULL);
  out = tb_cli_run_dup_out (&run);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  tb_test_golden_compare (golden, out);
}

static void
test_info_golden (gconstpointer data)
{
  const char *const *row = data;
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, row[0], NULL, NULL);
  out = tb_cli_run_dup_out (&run);
  g_assert_cmpint (run.status, ==, 0);
  tb_test_golden_compare (row[1], out);
}

static char *
read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "cli", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_stdin (void)
{
  g_autofree char *good = read_data ("small.tongbi.json");
  g_autofree char *cut = read_data ("cut.tongbi.json");
  g_auto (TbCliRun) from_input = { 0 };
  g_auto (TbCliRun) from_file = { 0 };
  g_auto (TbCliRun) bad = { 0 };

  tb_cli_run_start (&from_input, "info --json -", NULL, good);
  tb_cli_run_start (&from_file, "info --json small.tongbi.json", NULL, NULL);
  g_assert_cmpint (from_input.status, ==, 0);
  g_assert_true (g_bytes_equal (from_input.out, from_file.out));

  tb_cli_run_start (&bad, "check -", NULL, cut);
  g_assert_cmpint (bad.status, ==, 1);
  g_assert_true (g_str_has_prefix (bad.err, "-:14:81: error: "));
}

int
main (int    argc,
      char **argv)
{
  static const char *const commands[] = { "", "info", "check", "convert", "compare", "transform", "table", "chart" };
  static const char *const infos[][2] = {
    { "info small.tongbi.json", "cli/info.en.txt" },
    { "info --lang zh_CN small.tongbi.json", "cli/info.zh.txt" },
    { "info --json small.tongbi.json", "cli/info.json" },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/cli/usage/", rows, name, test_row);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/help/", *commands[i] != '\0' ? commands[i] : "all", NULL);

      g_test_add_data_func (path, commands[i], test_help);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (infos); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/golden/", infos[i][1], NULL);

      g_test_add_data_func (path, infos[i], test_info_golden);
    }
  g_test_add_func ("/cli/stdin", test_stdin);

  return g_test_run ();
}
