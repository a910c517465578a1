/* A chart that the window saved, drawn without naming its data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cli-run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define CHART "{\"tongbi\": \"chart/1\", \"type\": \"line\", \"indicators\": [\"beds\"], " \
              "\"title\": \"Beds of the town\""
#define FIGURES \
  "{\"tongbi\": \"dataset/1\", \"title\": \"T\", \"units\": {\"bed\": {\"name\": \"beds\", \"kind\": \"count\"}}," \
  " \"indicators\": [{\"id\": \"beds\", \"name\": \"Beds\", \"unit\": \"bed\", \"measure\": \"stock\"}]," \
  " \"series\": [{\"indicator\": \"beds\", \"observations\": [[\"2020-12-31\", 120], [\"2021-12-31\", 131], " \
  "[\"2022-12-31\", 140]]}]}"
#define ZERO "0000000000000000000000000000000000000000000000000000000000000000"

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* @files: the member "files", %s for the digest of the figures. */
static char *
dup_chart (const char *files)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, FIGURES, -1);
  g_auto (GStrv) parts = g_strsplit (files, "%s", -1);
  g_autofree char *filled = g_strjoinv (digest, parts);

  return g_strconcat (CHART ", \"data\": {\"files\": [", filled, "]}, \"view\": {\"shown\": \"chart\"}}", NULL);
}

static const struct
{
  const char *name, *files, *options;
  int         status;
  const char *err;   /* the beginning, after the program's or the file's name; NULL: nothing is said */
} rows[] = {
  { "plain", "{\"path\": \"figures.json\", \"sha256\": \"%s\"}", "", 0, NULL },
  { "without-digest", "{\"path\": \"figures.json\"}", "", 0, NULL },
  { "by-colon", "{\"path\": \"q1:2020.json\", \"sha256\": \"%s\"}", "", 0, NULL },
  { "by-uri", "{\"path\": \"file://@/figures.json\", \"sha256\": \"%s\"}", "", 0, NULL },
  { "by-folder", "{\"path\": \"sub\"}", "", 0, NULL },
  { "changed", "{\"path\": \"figures.json\", \"sha256\": \"" ZERO "\"}", "", 0,
    "“figures.json” has changed since this chart was saved\n" },
  { "missing", "{\"path\": \"none.json\"}", "", 1, "“none.json”, whose figures this chart shows, was not found" },
  { "device", "{\"path\": \"/dev/zero\"}", "", 1, "“/dev/zero”, whose figures this chart shows, was not found" },
  { "pipe", "{\"path\": \"pipe\"}", "", 1, "“pipe”, whose figures this chart shows, was not found" },
  { "itself", "{\"path\": \"x.tongbi-chart.json\"}", "", 1, "error: /tongbi: found the string \"chart/1\"" },
  { "remote", "{\"path\": \"https://example.org/figures.json\"}", "", 1, "“https://example.org/figures.json”, whose" },
  { "no-files", "", "", 1, "this chart does not say whose figures it shows" },
  { "options", "{\"path\": \"figures.json\"}", "--type column ", 2,
    "FILE is a saved chart; it takes the place of the options" },
  { "size", "{\"path\": \"figures.json\"}", "--size 100x100 ", 2,
    "FILE is a saved chart; it takes the place of the options" },
  { "damaged", "{\"path\": 5}", "", 1, "/data/files/0/path: " },
};

static char *
make_folder (void)
{
  char *folder = tb_cli_run_make_folder ();
  g_autofree char *sub = g_build_filename (folder, "sub", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);

  write_file (folder, "figures.json", FIGURES);
  write_file (folder, "q1:2020.json", FIGURES);
  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  write_file (sub, "figures.json", FIGURES);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  return folder;
}

static void
clear_folder (char *folder)
{
  g_autofree char *inner = g_build_filename (folder, "sub", "figures.json", NULL);
  g_autofree char *sub = g_build_filename (folder, "sub", NULL);

  g_unlink (inner);
  g_rmdir (sub);
  tb_cli_run_remove_folder (folder);
}

static void
test_row (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  char *folder = make_folder ();
  g_auto (GStrv) parts = g_strsplit (rows[row].files, "@", -1);
  g_autofree char *files = g_strjoinv (folder, parts);
  g_autofree char *chart = dup_chart (files);
  g_autofree char *args = g_strdup_printf ("chart @x.tongbi-chart.json %s-o @x.svg", rows[row].options);
  g_autofree char *output = g_build_filename (folder, "x.svg", NULL);
  g_auto (TbCliRun) run = { 0 };

  write_file (folder, "x.tongbi-chart.json", chart);
  tb_cli_run_start (&run, args, folder, NULL);
  g_test_message ("%s", run.err);
  g_assert_cmpint (run.status, ==, rows[row].status);
  if (rows[row].err == NULL)
    g_assert_cmpstr (run.err, ==, "");
  else
    g_assert_nonnull (strstr (run.err, rows[row].err));
  g_assert_true (g_file_test (output, G_FILE_TEST_EXISTS) == (rows[row].status == 0));
  if (rows[row].status == 0)
    {
      g_autofree char *svg = tb_cli_run_dup_file (folder, "x.svg", NULL);

      g_assert_nonnull (strstr (svg, ">Beds of the town<"));
    }
  clear_folder (folder);
}

/* The same as the chart as spec, with its data named. */
static void
test_same_as_spec (void)
{
  char *folder = make_folder ();
  g_autofree char *chart = dup_chart ("{\"path\": \"figures.json\"}");
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_auto (TbCliRun) printed = { 0 };
  g_autofree char *spec = NULL;

  write_file (folder, "x.tongbi-chart.json", chart);
  tb_cli_run_well ("chart @x.tongbi-chart.json -o @a.svg", folder);
  tb_cli_run_well ("chart @figures.json --spec @x.tongbi-chart.json -o @b.svg", folder);
  a = tb_cli_run_dup_file (folder, "a.svg", NULL);
  b = tb_cli_run_dup_file (folder, "b.svg", NULL);
  g_assert_cmpstr (a, ==, b);

  tb_cli_run_start (&printed, "chart @x.tongbi-chart.json --print-spec", folder, NULL);
  spec = tb_cli_run_dup_out (&printed);
  g_assert_cmpint (printed.status, ==, 0);
  g_assert_nonnull (strstr (spec, "\"Beds of the town\""));
  clear_folder (folder);
}

/* A chart names the bytes of its figures; several files have no one name. */
static void
test_data_hash (void)
{
  char *folder = tb_cli_run_make_folder ();
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, FIGURES, -1);
  g_autofree char *named = g_strconcat ("sha256:", hash, NULL);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  write_file (folder, "figures.json", FIGURES);
  write_file (folder, "others.json", FIGURES);
  tb_cli_run_well ("chart @figures.json --type line -o @one.svg", folder);
  tb_cli_run_well ("chart @figures.json @others.json --type line -o @two.svg", folder);
  one = tb_cli_run_dup_file (folder, "one.svg", NULL);
  two = tb_cli_run_dup_file (folder, "two.svg", NULL);
  g_assert_nonnull (strstr (one, named));
  g_assert_null (strstr (two, "sha256:"));
  tb_cli_run_remove_folder (folder);
}

/* What the user said about the file is kept in the chart. */
static void
test_reading (void)
{
  char *folder = tb_cli_run_make_folder ();
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *with_profile = NULL;
  g_autofree char *with_reading = NULL;
  const char *profile = "{\"tongbi\": \"import-profile/1\", \"columns\": {\"when\": {\"role\": \"period\"}, "
                        "\"what\": {\"role\": \"indicator\"},"
                        " \"number\": {\"role\": \"value\"}, \"code\": {\"role\": \"ignored\"}}}";
  g_autofree char *chart = g_strdup_printf ("{\"tongbi\": \"chart/1\", \"type\": \"line\", \"data\": {\"files\": "
                                            "[{\"path\": "
                                            "\"t.csv\"}], \"reading\": %s}}", profile);

  write_file (folder, "t.csv", "when,what,number,code\n2019,beds,120,1\n2020,beds,131,2\n2021,beds,140,3\n");
  write_file (folder, "p.json", profile);
  write_file (folder, "spec.json", "{\"tongbi\": \"chart/1\", \"type\": \"line\"}");
  write_file (folder, "x.tongbi-chart.json", chart);
  tb_cli_run_start (&run, "chart @t.csv --profile @p.json --spec @spec.json -o @a.svg", folder, NULL);
  g_test_message ("%s", run.err);
  g_assert_cmpint (run.status, ==, 0);
  tb_cli_run_clear (&run);
  tb_cli_run_start (&run, "chart @x.tongbi-chart.json -o @b.svg", folder, NULL);
  g_test_message ("%s", run.err);
  g_assert_cmpint (run.status, ==, 0);
  with_profile = tb_cli_run_dup_file (folder, "a.svg", NULL);
  with_reading = tb_cli_run_dup_file (folder, "b.svg", NULL);
  g_assert_cmpstr (with_profile, ==, with_reading);
  tb_cli_run_remove_folder (folder);
}

/* The window shows the type that suits the figures: so does this. One figure is no line. */
static void
test_automatic_type (void)
{
  char *folder = make_folder ();
  g_autofree char *spec = NULL;
  g_auto (TbCliRun) run = { 0 };

  write_file (folder, "x.tongbi-chart.json",
              "{\"tongbi\": \"chart/1\", \"type\": \"slope\", \"indicators\": [\"beds\"], "
              "\"data\": {\"files\": [{\"path\": "
              "\"figures.json\"}]}, \"view\": {\"automatic_type\": true}}");
  tb_cli_run_start (&run, "chart @x.tongbi-chart.json --print-spec", folder, NULL);
  spec = tb_cli_run_dup_out (&run);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_null (strstr (spec, "slope"));
  clear_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/chart-work/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/cli/chart-work/same-as-spec", test_same_as_spec);
  g_test_add_func ("/cli/chart-work/data-hash", test_data_hash);
  g_test_add_func ("/cli/chart-work/reading", test_reading);
  g_test_add_func ("/cli/chart-work/automatic-type", test_automatic_type);

  return g_test_run ();
}
