/* What `chart --op` draws, prints and refuses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cli-run.h"

#include <string.h>

static void
test_drawn (void)
{
  char *folder = tb_cli_run_make_folder ();
  g_auto (TbCliRun) run = { 0 };

  /* 21.76 / 20.5 = 1.0615 */
  tb_cli_run_start (&run,
                    "chart small.tongbi.json --indicator output --op percent --type column --lang en --format svg -o -",
                    folder,
                    NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  {
    g_autofree char *svg = tb_cli_run_dup_out (&run);

    g_assert_nonnull (strstr (svg, "change on the period before in percent"));
    g_assert_nonnull (strstr (svg, ">6.1<"));
  }
  tb_cli_run_remove_folder (folder);
}

/* The options are the spec's members; what it prints draws the same. */
static void
test_spec (void)
{
  static const struct
  {
    const char *options, *member;
  } rows[] = {
    { "--op percent-on-year", "\"operations\" : [\n    \"percent-on-year\"\n  ]" },
    { "--op discrete,percent --op moving-average --window 4", "\"op\" : \"moving-average\",\n      \"window\" : 4" },
    { "--op index --base 2021", "\"op\" : \"index\",\n      \"base\" : \"2021\"" },
    { "--op per-capita --with beds", "\"op\" : \"per-capita\",\n      \"with\" : \"beds\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *args = g_strdup_printf ("chart small.tongbi.json --indicator output --type column %s "
                                               "--print-spec", rows[i].options);
      g_auto (TbCliRun) run = { 0 };
      g_autofree char *out = NULL;

      tb_cli_run_start (&run, args, NULL, NULL);
      out = tb_cli_run_dup_out (&run);
      g_test_message ("%s", out);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_nonnull (strstr (out, rows[i].member));
    }
}

/* A rule that forbids the operation is told, and is the figures' fault; an option
 * that does not go with another is usage. Nothing is written. */
static const struct
{
  const char *args;
  int         status;
  const char *err;
} faults[] = {
  { "--indicator beds --op discrete --lang en", 1, "tongbi-cli: Y-3: " },
  { "--indicator beds --op discrete --lang zh_CN", 1, "tongbi-cli: Y-3：" },
  { "--indicator online-rate --op percent --lang en", 1, "tongbi-cli: R13: " },
  { "--indicator output --op share --lang en", 1, "tongbi-cli: F-5: " },
  { "--indicator output --op index --base 2011 --lang en", 1, "tongbi-cli: F-4: " },
  { "--indicator output --op percents", 2, "tongbi-cli: --op: no operation “percents”; did you mean “percent”?" },
  { "--indicator output --op=", 2, "tongbi-cli: --op: " },
  { "--indicator output --op index", 2, "tongbi-cli: index needs the period that is 100; say --base PERIOD" },
  { "--indicator output --base 2021", 2, "tongbi-cli: --base goes with index and cagr" },
  { "--indicator output --op percent --base 2021", 2, "tongbi-cli: --base goes with index and cagr" },
  { "--indicator output --op index --base 2021-Q5", 2, "tongbi-cli: --base: " },
  { "--indicator output --op percent --window 3", 2,
    "tongbi-cli: --window goes with moving-average and average-growth" },
  { "--indicator output --op moving-average --window 1", 2, "tongbi-cli: --window: expected a number from 2 to 366" },
  { "--indicator output --op percent --with beds", 2,
    "tongbi-cli: --with goes with share, contribution and per-capita" },
  { "--indicator output --op share --with bedz", 2, "tongbi-cli: --with: there is no indicator “bedz”" },
  { "--spec x.json --op percent", 2, "tongbi-cli: --spec takes the place of the options that say what to draw" },
};

static void
test_faults (void)
{
  char *folder = tb_cli_run_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *args = g_strdup_printf ("chart small.tongbi.json %s -o @x.svg", faults[i].args);
      g_auto (TbCliRun) run = { 0 };

      tb_cli_run_start (&run, args, folder, NULL);
      if (!g_str_has_prefix (run.err, faults[i].err))
        g_assert_cmpstr (run.err, ==, faults[i].err);
      g_assert_cmpint (run.status, ==, faults[i].status);
      g_assert_cmpuint (tb_cli_run_count_files (folder), ==, 0);
    }
  tb_cli_run_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/chart/op/drawn", test_drawn);
  g_test_add_func ("/cli/chart/op/spec", test_spec);
  g_test_add_func ("/cli/chart/op/faults", test_faults);

  return g_test_run ();
}
