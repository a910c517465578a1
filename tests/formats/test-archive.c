/* Archives: read in place, within limits, and refused with the reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-archive.h"
#include "tb-reader.h"
#include "tb-test-archive.h"
#include "tb-test-rows.h"

#include <string.h>

#define DATASET(period, value)                                                                                         \
  "{\"tongbi\":\"dataset/1\",\"title\":\"T\",\"units\":{\"u\":{\"kind\":\"count\"}},\"indicators\":[{\"id\":\"i\","    \
  "\"name\":\"I\",\"unit\":\"u\",\"measure\":\"flow\"}],\"series\":[{\"indicator\":\"i\",\"observations\":[[\"" period \
  "\"," value "]]}]}"

static const TbTestFile one[] = { { "a.json", DATASET ("2020", "1") } };
static const TbTestFile two[] = {
  { "data/", "" }, { "data/b.json", DATASET ("2021", "2") }, { "data/a.json", DATASET ("2020", "1") },
  { "README.md", "Figures" }, { "__MACOSX/data/._a.json", "x" }, { ".hidden.json", "x" },
};

static TbDataset *
read_archive (GBytes  *bytes,
              char   **out_report)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("x.zip");
  TbDataset *dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);

  *out_report = tb_problems_dup_report (problems);
  g_assert_cmpint (dataset == NULL, ==, tb_problems_get_n_errors (problems) > 0);
  return dataset;
}

static void
check_read (GBytes     *bytes,
            gsize       n_observations,
            const char *expected)
{
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) dataset = read_archive (bytes, &report);

  g_assert_cmpstr (report, ==, expected);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, n_observations);
}

static void
check_refused (GBytes     *bytes,
               const char *expected)
{
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) dataset = read_archive (bytes, &report);

  g_assert_cmpstr (report, ==, expected);
  g_assert_null (dataset);
}

static GBytes *
make_zip (const TbTestFile *files,
          gsize             n_files)
{
  TbTestArchive options = { .files = files, .n_files = n_files };

  return tb_test_archive_make (&options);
}

static GBytes *
make_gzip (const char *text,
           gboolean    is_stored)
{
  TbTestFile file = { "data", text };
  TbTestArchive options = { .files = &file, .n_files = 1, .is_gzip = TRUE, .is_stored = is_stored };

  return tb_test_archive_make (&options);
}

static void
test_gzip (void)
{
  g_autoptr (GBytes) bytes = make_gzip (DATASET ("2020", "1"), FALSE);

  g_assert_cmpint (tb_archive_sniff (bytes), ==, TB_ARCHIVE_GZIP);
  check_read (bytes, 1, "");
}

static void
test_zip_of_one (void)
{
  g_autoptr (GBytes) bytes = make_zip (one, G_N_ELEMENTS (one));

  g_assert_cmpint (tb_archive_sniff (bytes), ==, TB_ARCHIVE_ZIP);
  check_read (bytes, 1, "");
}

static void
test_zip_of_several (void)
{
  g_autoptr (GBytes) bytes = make_zip (two, G_N_ELEMENTS (two));

  check_read (bytes, 2, "x.zip: warning: not read, since the name is not that of a data file: README.md\n");
}

/* Problems of a file in the archive are told under its name. */
static void
test_zip_with_others (void)
{
  static const TbTestFile files[] = { { "a.json", DATASET ("2020", "1") }, { "b.json", "{\"a\": 1,}" } };
  g_autoptr (GBytes) bytes = make_zip (files, G_N_ELEMENTS (files));
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) dataset = read_archive (bytes, &report);

  g_assert_nonnull (dataset);
  g_assert_true (g_str_has_prefix (report, "x.zip/b.json:1:9: warning: this file is left out: "));
}

static void
test_nothing_inside (void)
{
  static const TbTestFile files[] = { { "README.md", "Figures" } };
  g_autoptr (GBytes) empty = make_zip (NULL, 0);
  g_autoptr (GBytes) text = make_zip (files, G_N_ELEMENTS (files));

  check_refused (empty, "x.zip: error: no file of figures in it; expected at least one\n");
  check_refused (text, "x.zip: warning: not read, since the name is not that of a data file: README.md\n"
                       "x.zip: error: no file of figures in it; expected at least one\n");
}

static void
test_office (void)
{
  static const TbTestFile files[] = { { "[Content_Types].xml", "<Types/>" }, { "xl/workbook.xml", "<workbook/>" } };
  g_autoptr (GBytes) bytes = make_zip (files, G_N_ELEMENTS (files));

  check_refused (bytes, "x.zip: error: this is an Excel workbook; expected csv in UTF-8, as which a spreadsheet program"
                        " saves the sheet\n");
}

/* libarchive shows the backslashes of some programs as slashes. */
static void
test_names (void)
{
  static const char *const names[] = { "../a.json", "data/../../a.json", "/etc/a.json", "..\\a.json", "C:\\a.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TbTestFile file = { names[i], DATASET ("2020", "1") };
      g_autoptr (GBytes) bytes = make_zip (&file, 1);
      g_autofree char *shown = g_strdelimit (g_strdup (names[i]), "\\", '/');
      g_autofree char *expected
          = g_strdup_printf ("x.zip: error: the name “%s” in the archive leads out of it; expected names inside\n",
                             shown);

      check_refused (bytes, expected);
    }
}

static void
test_twice (void)
{
  static const TbTestFile files[] = { { "a.json", DATASET ("2020", "1") }, { "a.json", DATASET ("2020", "2") } };
  g_autoptr (GBytes) bytes = make_zip (files, G_N_ELEMENTS (files));

  check_refused (bytes, "x.zip: error: “a.json” is in the archive twice; expected each file once\n");
}

static void
test_encrypted (void)
{
  TbTestArchive options = { .files = one, .n_files = 1, .passphrase = "secret" };
  g_autoptr (GBytes) bytes = tb_test_archive_make (&options);

  check_refused (bytes, "x.zip: error: the archive is encrypted; expected one that opens without a password\n");
}

/* One byte of the figures changed; what is compressed is not, so that only the checksum tells. */
static GBytes *
change_digit (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = g_memdup2 (data, length);
  char *digit = memmem (copy, length, "2020\",1", 7);

  g_assert_nonnull (digit);
  digit[6] = '7';
  return g_bytes_new (copy, length);
}

static void
test_damaged (void)
{
  TbTestArchive options = { .files = one, .n_files = 1, .is_stored = TRUE };
  g_autoptr (GBytes) zip = tb_test_archive_make (&options);
  g_autoptr (GBytes) damaged_zip = change_digit (zip);
  g_autoptr (GBytes) gzip = make_gzip (DATASET ("2020", "1"), TRUE);
  g_autoptr (GBytes) damaged_gzip = change_digit (gzip);
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) dataset = read_archive (damaged_zip, &report);

  g_assert_null (dataset);
  g_assert_true (g_str_has_prefix (report,
                                   "x.zip: error: the archive is damaged or of a kind that is not read (zip bad crc"));
  check_refused (damaged_gzip, "x.zip: error: the checksum of the archive does not fit its content;"
                               " expected an undamaged .gz of one file\n");
}

/* Wherever it ends, it is refused. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) zip = make_zip (two, G_N_ELEMENTS (two));
  g_autoptr (GBytes) gzip = make_gzip (DATASET ("2020", "1"), FALSE);
  GBytes *archives[] = { zip, gzip };

  for (gsize a = 0; a < G_N_ELEMENTS (archives); a++)
    {
      gsize length = g_bytes_get_size (archives[a]);

      for (gsize n = 4; n < length; n += 7)
        {
          g_autoptr (GBytes) part = g_bytes_new_from_bytes (archives[a], 0, n);
          g_autofree char *report = NULL;
          g_autoptr (TbDataset) dataset = read_archive (part, &report);

          g_assert_null (dataset);
          g_assert_true (g_utf8_validate (report, -1, NULL));
        }
    }
}

static void
test_truncated_message (void)
{
  g_autoptr (GBytes) bytes = make_gzip (DATASET ("2020", "1"), FALSE);
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);

  check_refused (part, "x.zip: error: the archive ends too early; expected the whole of it\n");
}

static void
test_nested (void)
{
  static const TbTestFile inner[] = { { "inner.json.gz", "\x1f\x8b\x08 an archive by its first bytes" } };
  g_autoptr (GBytes) zip = make_zip (inner, 1);
  g_autoptr (GBytes) gzip = make_gzip ("PK\003\004 an archive by its first bytes", FALSE);

  check_refused (zip, "x.zip/inner.json.gz: error: an archive inside an archive; expected a file of figures in it\n");
  check_refused (gzip, "x.zip: error: an archive inside an archive; expected a file of figures in it\n");
}

/**
 * LimitCase:
 * @limits: low ones, that the archive passes
 * @expected: what is said
 *
 * A bomb in small.
 */
typedef struct
{
  const char      *name;
  TbArchiveLimits  limits;
  const char      *expected;
} LimitCase;

#define MB (1u << 20)

static const LimitCase limit_cases[] = {
  { "bytes", { MB, 16 * MB, 1000, 10 }, "x: error: the archive unpacks to more than 1 MB; expected a smaller one\n" },
  { "ratio", { 16 * MB, MB, 100, 10 },
    "x: error: the archive unpacks to more than 100 times its size; expected figures, which do not shrink so much\n" },
  { "files", { 16 * MB, 16 * MB, 100, 1 }, "x: error: more than 1 files in the archive; expected fewer\n" },
  { "within", { 16 * MB, 16 * MB, 1, 2 }, "" },
};

static void
test_limit (gconstpointer data)
{
  const LimitCase *c = data;
  g_autofree char *zeros = g_strnfill (2 * MB, '0');
  TbTestFile files[] = { { "a.json", zeros }, { "b.json", "0" } };
  g_autoptr (GBytes) bytes = make_zip (files, G_N_ELEMENTS (files));
  g_autoptr (TbProblems) problems = tb_problems_new ("x");
  g_autoptr (GPtrArray) unpacked = tb_archive_unpack (bytes, &c->limits, problems, NULL);
  g_autofree char *report = tb_problems_dup_report (problems);

  g_assert_cmpstr (report, ==, c->expected);
  g_assert_cmpint (unpacked == NULL, ==, *c->expected != '\0');
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = make_zip (one, 1);
  g_autoptr (TbProblems) problems = tb_problems_new ("x");
  g_autoptr (GPtrArray) unpacked = NULL;

  g_cancellable_cancel (cancellable);
  unpacked = tb_archive_unpack (bytes, NULL, problems, cancellable);
  g_assert_null (unpacked);
  g_assert_cmpuint (tb_problems_get_n_listed (problems), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/archive/gzip", test_gzip);
  g_test_add_func ("/archive/zip-of-one", test_zip_of_one);
  g_test_add_func ("/archive/zip-of-several", test_zip_of_several);
  g_test_add_func ("/archive/zip-with-others", test_zip_with_others);
  g_test_add_func ("/archive/nothing-inside", test_nothing_inside);
  g_test_add_func ("/archive/office", test_office);
  g_test_add_func ("/archive/names", test_names);
  g_test_add_func ("/archive/twice", test_twice);
  g_test_add_func ("/archive/encrypted", test_encrypted);
  g_test_add_func ("/archive/damaged", test_damaged);
  g_test_add_func ("/archive/truncated", test_truncated);
  g_test_add_func ("/archive/truncated-message", test_truncated_message);
  g_test_add_func ("/archive/nested", test_nested);
  g_test_add_func ("/archive/cancelled", test_cancelled);
  TB_TEST_ADD_ROWS ("/archive/limit/", limit_cases, name, test_limit);

  return g_test_run ();
}
