/* What convert, table and chart write, and that they write all of it or nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-run.h"
#include "tb-test-golden.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = tb_cli_run_make_folder ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  tb_cli_run_remove_folder (fixture->folder);
}

/* Written once, a dataset stays as it is; and it is the same figures. */
static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  g_auto (TbCliRun) before = { 0 };
  g_auto (TbCliRun) after = { 0 };

  tb_cli_run_well ("convert small.tongbi.json -o @a.tongbi.json", fixture->folder);
  tb_cli_run_well ("convert @a.tongbi.json -o @b.tongbi.json", fixture->folder);
  once = tb_cli_run_dup_file (fixture->folder, "a.tongbi.json", NULL);
  twice = tb_cli_run_dup_file (fixture->folder, "b.tongbi.json", NULL);
  g_assert_cmpstr (once, ==, twice);

  tb_cli_run_start (&before, "convert small.tongbi.json --to csv -o -", NULL, NULL);
  tb_cli_run_start (&after, "convert @b.tongbi.json --to csv -o -", fixture->folder, NULL);
  g_assert_true (g_bytes_equal (before.out, after.out));
}

static void
test_csv (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *csv = NULL;

  tb_cli_run_well ("convert small.tongbi.json --from dataset -o @x.csv", fixture->folder);
  csv = tb_cli_run_dup_file (fixture->folder, "x.csv", NULL);
  tb_test_golden_compare ("cli/small.csv", csv);
}

/* The goldens of the writers: the program hands them on as they are. */
static void
test_table (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const names[] = { "small.en.csv", "small.en.tsv", "small.en.md", "small.en.html",
                                       "small.en.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *args = g_strdup_printf ("table small.tongbi.json --lang en -o @%s", names[i]);
      g_autofree char *golden = g_strconcat ("table/", names[i], NULL);
      g_autofree char *text = NULL;

      tb_cli_run_well (args, fixture->folder);
      text = tb_cli_run_dup_file (fixture->folder, names[i], NULL);
      tb_test_golden_compare (golden, text);
    }
}

/* B-8: totals of places, of declared parts and of parts of parts; rates have none. */
static void
test_totals (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const names[] = { "totals.en.md", "totals.en.html", "totals.en.json",
                                       "totals.en.tex", "totals.zh.md" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *args
          = g_strdup_printf ("table totals.tongbi.json --totals --compare 2022..2023 --lang %s -o @%s",
                             strstr (names[i], ".zh.") != NULL ? "zh_CN" : "en", names[i]);
      g_autofree char *golden = g_strconcat ("table/", names[i], NULL);
      g_autofree char *text = NULL;

      tb_cli_run_well (args, fixture->folder);
      text = tb_cli_run_dup_file (fixture->folder, names[i], NULL);
      tb_test_golden_compare (golden, text);
    }
}

/* Values have no place for what is said of the whole table. */
static void
test_totals_refused (Fixture      *fixture,
                     gconstpointer data)
{
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, "table totals.tongbi.json --totals --compare 2022..2023 --lang en -o - --format csv", NULL,
                    NULL);
  out = tb_cli_run_dup_out (&run);
  g_assert_cmpint (run.status, ==, 0);
  tb_test_golden_compare ("table/totals.en.csv", out);
  g_assert_cmpstr (run.err, ==, "tongbi-cli: Without a total: rates, averages, indices, ranks and parameters do "
                                "not add up (Urban share)\n");
}

static void
test_table_options (Fixture      *fixture,
                    gconstpointer data)
{
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, "table small.tongbi.json --indicator out* --from 2021 --to 2022 --kind actual"
                          " --compare 2021..2022 --lang zh_CN -o - --format tsv", NULL, NULL);
  out = tb_cli_run_dup_out (&run);
  g_assert_cmpint (run.status, ==, 0);
  /* 21.76 − 20.5 = 1.26; 1.26 / 20.5 = 6.146 %. */
  g_assert_cmpstr (out, ==, "指标\t单位\t2021年\t2022年\t2022年比2021年增减\t2022年比2021年增长（%）\n"
                            "产值\t亿元\t20.5\t21.76\t1.26\t6.1\n");
}

static void
test_chart_svg (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *svg = NULL;

  tb_cli_run_well ("chart small.tongbi.json --indicator stations-new --type column --lang zh_CN -o @x.svg",
                   fixture->folder);
  svg = tb_cli_run_dup_file (fixture->folder, "x.svg", NULL);
  g_assert_nonnull (strstr (svg, "<text"));
  g_assert_nonnull (strstr (svg, "新建基站数"));
  g_assert_nonnull (strstr (svg, "0.35"));
  g_assert_nonnull (strstr (svg, "<dc:source>sha256:"));
}

static void
test_chart_svg_paths (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *svg = NULL;

  tb_cli_run_well ("chart small.tongbi.json --indicator stations-new --type column --lang zh_CN --svg-text paths -o "
                   "@p.svg", fixture->folder);
  svg = tb_cli_run_dup_file (fixture->folder, "p.svg", NULL);
  g_assert_null (strstr (svg, "<text"));
  g_assert_nonnull (strstr (svg, "aria-label=\"0.35万个\""));
}

static guint32
read_big_endian (const char *data,
                 gsize       offset)
{
  guint32 number;

  memcpy (&number, data + offset, sizeof number);

  return GUINT32_FROM_BE (number);
}

/* PNG: width and height follow the signature and the head of the first chunk. */
static void
test_chart_png (Fixture      *fixture,
                gconstpointer data)
{
  static const struct { const char *size; guint width, height; } sizes[] = {
    { "--size 640x360", 640, 360 },
    /* 160 mm at 300 dpi: 160 / 25.4 × 300 = 1889.8. */
    { "--size 160x90mm", 1890, 1063 },
    { "--size 640x360 --dpi 192", 640, 360 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *args = g_strdup_printf ("chart small.tongbi.json --indicator output --type line %s -o @x.png",
                                               sizes[i].size);
      g_autofree char *png = NULL;
      gsize length;

      tb_cli_run_well (args, fixture->folder);
      png = tb_cli_run_dup_file (fixture->folder, "x.png", &length);
      g_assert_cmpuint (length, >, 100);
      g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
      g_assert_cmpuint (read_big_endian (png, 16), ==, sizes[i].width);
      g_assert_cmpuint (read_big_endian (png, 20), ==, sizes[i].height);
    }
}

static void
test_chart_pdf (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  g_autofree char *path = g_build_filename (fixture->folder, "x.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *pdf = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  tb_cli_run_well ("chart small.tongbi.json --indicator stations-new --type column --lang zh_CN -o @x.pdf",
                   fixture->folder);
  pdf = tb_cli_run_dup_file (fixture->folder, "x.pdf", NULL);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  if (pdftotext == NULL)
    {
      g_test_skip ("pdftotext (poppler-utils) is not here, so that the text can not be read back");
      return;
    }

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, pdftotext, "-layout", path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "新建基站数"));
  g_assert_nonnull (strstr (text, "0.35"));
}

/* The same file from the options, and from the spec that they mean. */
static void
test_chart_spec (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *spec_path = g_build_filename (fixture->folder, "spec.json", NULL);
  g_autofree char *spec = NULL;
  g_autofree char *from_options = NULL;
  g_autofree char *from_spec = NULL;

  tb_cli_run_start (&run,
                    "chart small.tongbi.json --indicator beds --type column --style dark --lang zh_CN --print-spec",
                    NULL, NULL);
  g_assert_cmpint (run.status, ==, 0);
  spec = tb_cli_run_dup_out (&run);
  g_assert_true (g_file_set_contents (spec_path, spec, -1, NULL));

  tb_cli_run_well ("chart small.tongbi.json --indicator beds --type column --style dark --lang zh_CN -o @a.svg",
                   fixture->folder);
  tb_cli_run_well ("chart small.tongbi.json --spec @spec.json -o @b.svg", fixture->folder);
  from_options = tb_cli_run_dup_file (fixture->folder, "a.svg", NULL);
  from_spec = tb_cli_run_dup_file (fixture->folder, "b.svg", NULL);
  g_assert_cmpstr (from_options, ==, from_spec);
}

typedef struct
{
  const char *name;
  const char *args;
  int         status;
  const char *err;      /* what standard error begins with */
} FaultRow;

/* None of these leaves a file. */
static const FaultRow fault_rows[] = {
  { "convert/no-output", "convert small.tongbi.json", 2, "tongbi-cli: no output is given; say -o OUT\n" },
  { "convert/no-suffix", "convert small.tongbi.json -o x.xlsx", 2,
    "tongbi-cli: the suffix of “x.xlsx” names no format; use .tongbi.json, .csv or .zip, or say --to with one of "
    "dataset, "
    "csv, data-package, json-stat\n" },
  { "convert/unknown-to", "convert small.tongbi.json --to xlsx -o @x", 2,
    "tongbi-cli: --to: unknown format “xlsx”; there are dataset, csv, data-package, json-stat\n" },
  { "convert/unknown-from", "convert small.tongbi.json --from xls -o @x.csv", 2,
    "tongbi-cli: “xls” is no format that can be read; there are dataset, " },
  { "convert/other-from", "convert small.tongbi.json --from csv -o @x.csv", 1,
    "small.tongbi.json:1:1: error: this is JSON, not a file of the format “csv”\n" },
  { "convert/bad-input", "convert cut.tongbi.json -o @x.csv", 1, "cut.tongbi.json:14:81: error: " },
  { "convert/no-folder", "convert small.tongbi.json -o @none/x.csv", 1, "tongbi-cli: " },
  { "table/stdout-without-format", "table small.tongbi.json -o -", 2,
    "tongbi-cli: standard output has no suffix; say --format xlsx, ods, csv, tsv, md, html, tex or json\n" },
  { "table/xls", "table small.tongbi.json -o @x.xls", 2, "tongbi-cli: the suffix of “" },
  { "table/unknown-indicator", "table small.tongbi.json --indicator bedz -o @x.csv", 2,
    "tongbi-cli: there is no indicator “bedz”; did you mean “beds”?\n" },
  { "table/control-character", "table small.tongbi.json --indicator be\x1B[1mxyzzy -o @x.csv", 2,
    "tongbi-cli: there is no indicator “be[1mxyzzy”\n" },
  { "table/unknown-place", "table small.tongbi.json --place town -o @x.csv", 2,
    "tongbi-cli: there is no place “town”\n" },
  { "table/bad-pair", "table small.tongbi.json --compare 2021 -o @x.csv", 2,
    "tongbi-cli: --compare: “2021” is no pair of periods such as 2021..2022\n" },
  { "table/bad-period", "table small.tongbi.json --from 2021-Q5 -o @x.csv", 2, "tongbi-cli: --from: " },
  { "table/bad-kind", "table small.tongbi.json --kind aktual -o @x.csv", 2,
    "tongbi-cli: --kind: no kind “aktual”; did you mean “actual”?\n" },
  { "table/empty-kind", "table small.tongbi.json --kind= -o @x.csv", 2, "tongbi-cli: --kind: no kind “”; " },
  { "table/no-figures", "table no-figures.tongbi.json -o @x.csv", 1, "tongbi-cli: no figure fits the selection\n" },
  { "table/no-figures-of-one", "table no-figures.tongbi.json --indicator beds -o @x.csv", 2,
    "tongbi-cli: no figure fits the selection\n" },
  { "chart/no-figures", "chart no-figures.tongbi.json -o @x.svg", 1, "tongbi-cli: no figure fits the selection\n" },
  { "chart/no-figures-typed", "chart no-figures.tongbi.json --type line -o @x.svg", 1,
    "tongbi-cli: no figure fits the selection\n" },
  { "chart/no-dots", "chart small.tongbi.json --dpi 0 -o @x.png", 2, "tongbi-cli: --dpi: expected a number above 0\n" },
  { "table/nothing", "table small.tongbi.json --from 2050 -o @x.csv", 2, "tongbi-cli: no figure fits the selection\n" },
  { "chart/bad-type", "chart small.tongbi.json --indicator beds --type lines -o @x.svg", 2,
    "tongbi-cli: --type: no chart type “lines”; did you mean “line”?\n" },
  { "chart/not-offered", "chart small.tongbi.json --indicator beds --type pie -o @x.svg", 2,
    "tongbi-cli: --type: “pie” is not offered. Angles and areas" },
  { "chart/bad-size", "chart small.tongbi.json --indicator beds --type line --size big -o @x.svg", 2,
    "tongbi-cli: --size: " },
  { "chart/bad-style", "chart small.tongbi.json --indicator beds --type line --style pink -o @x.svg", 2,
    "tongbi-cli: --style: " },
  { "chart/bad-suffix", "chart small.tongbi.json --indicator beds --type line -o @x.gif", 2,
    "tongbi-cli: the suffix of “" },
  { "chart/spec-and-options", "chart small.tongbi.json --spec x.json --type line -o @x.svg", 2,
    "tongbi-cli: --spec takes the place of the options that say what to draw\n" },
  { "chart/bad-spec", "chart small.tongbi.json --spec cut.tongbi.json -o @x.svg", 1, "tongbi-cli: cut.tongbi.json: " },
};

static void
test_fault (Fixture      *fixture,
            gconstpointer data)
{
  const FaultRow *row = data;
  g_auto (TbCliRun) run = { 0 };

  tb_cli_run_start (&run, row->args, fixture->folder, NULL);
  if (!g_str_has_prefix (run.err, row->err))
    g_assert_cmpstr (run.err, ==, row->err);
  g_assert_cmpint (run.status, ==, row->status);
  g_assert_cmpuint (g_bytes_get_size (run.out), ==, 0);
  g_assert_cmpuint (tb_cli_run_count_files (fixture->folder), ==, 0);
}

/* A failed run leaves the old file as it was. */
static void
test_old_file_stays (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "x.csv", NULL);
  g_autofree char *after = NULL;
  g_auto (TbCliRun) run = { 0 };

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  tb_cli_run_start (&run, "convert wrong-period.tongbi.json -o @x.csv", fixture->folder, NULL);
  g_assert_cmpint (run.status, ==, 1);
  after = tb_cli_run_dup_file (fixture->folder, "x.csv", NULL);
  g_assert_cmpstr (after, ==, "old");
}

typedef struct
{
  const char *name;
  const char *args;
  const char *file;     /* in the folder; NULL: a folder is to be written */
} FullRow;

static const FullRow full_rows[] = {
  { "dataset", "convert small.tongbi.json -o @x.tongbi.json", "x.tongbi.json" },
  { "csv", "convert small.tongbi.json -o @x.csv", "x.csv" },
  { "zip", "convert small.tongbi.json -o @x.zip", "x.zip" },
  { "folder", "convert small.tongbi.json --to data-package -o @x", NULL },
  { "table-xlsx", "table small.tongbi.json -o @x.xlsx", "x.xlsx" },
  { "table-ods", "table small.tongbi.json -o @x.ods", "x.ods" },
  { "table-csv", "table small.tongbi.json -o @x.csv", "x.csv" },
  { "table-json", "table small.tongbi.json -o @x.json", "x.json" },
};

/* What is limited is inherited by the program. */
static void
limit_files (rlim_t n_bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (n_bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* No room, as on a full disk: it is said of the file that was asked for, the old one stays, and nothing
 * is left beside it. */
static void
test_full (Fixture      *fixture,
           gconstpointer data)
{
  const FullRow *row = data;
  g_autofree char *path = g_build_filename (fixture->folder, row->file != NULL ? row->file : "x", NULL);
  g_autofree char *after = NULL;
  g_auto (TbCliRun) run = { 0 };

  if (row->file != NULL)
    g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  limit_files (0);
  tb_cli_run_start (&run, row->args, fixture->folder, NULL);
  limit_files (RLIM_INFINITY);

  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.err, "tongbi-cli: "));
  if (strstr (run.err, "The workbook could not be written") == NULL)
    g_assert_nonnull (strstr (run.err, row->file != NULL ? row->file : "/x/"));
  /* The names of files beside end in a point and six letters. */
  g_assert_false (g_regex_match_simple ("[.][A-Z0-9]{6}\\b", run.err, 0, 0));
  g_assert_cmpuint (tb_cli_run_count_files (fixture->folder), ==, row->file != NULL ? 1 : 0);
  if (row->file == NULL)
    return;
  after = tb_cli_run_dup_file (fixture->folder, row->file, NULL);
  g_assert_cmpstr (after, ==, "old");
}

/* Interrupted while it waits for its input: no file, and the signal is what
 * ended it. */
static void
test_interrupt (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = tb_cli_run_new_launcher (G_SUBPROCESS_FLAGS_STDIN_PIPE);
  g_autofree char *program = tb_cli_run_dup_program ();
  g_autofree char *output = g_build_filename (fixture->folder, "x.csv", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_launcher_spawn (launcher, &error, program, "convert", "-", "-o", output, NULL);
  g_assert_no_error (error);
  g_subprocess_send_signal (process, SIGINT);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGINT);
  g_assert_cmpuint (tb_cli_run_count_files (fixture->folder), ==, 0);
}

#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/cli/convert/round-trip", NULL, test_round_trip);
  ADD ("/cli/convert/csv", NULL, test_csv);
  ADD ("/cli/table/formats", NULL, test_table);
  ADD ("/cli/table/B-8/formats", NULL, test_totals);
  ADD ("/cli/table/B-8/refused", NULL, test_totals_refused);
  ADD ("/cli/table/options", NULL, test_table_options);
  ADD ("/cli/chart/svg", NULL, test_chart_svg);
  ADD ("/cli/chart/svg-paths", NULL, test_chart_svg_paths);
  ADD ("/cli/chart/png", NULL, test_chart_png);
  ADD ("/cli/chart/pdf", NULL, test_chart_pdf);
  ADD ("/cli/chart/spec", NULL, test_chart_spec);
  for (gsize i = 0; i < G_N_ELEMENTS (fault_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/fault/", fault_rows[i].name, NULL);

      ADD (path, &fault_rows[i], test_fault);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (full_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/full/", full_rows[i].name, NULL);

      ADD (path, &full_rows[i], test_full);
    }
  ADD ("/cli/old-file-stays", NULL, test_old_file_stays);
  ADD ("/cli/interrupt", NULL, test_interrupt);

  return g_test_run ();
}
