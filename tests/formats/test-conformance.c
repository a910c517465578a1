/* Every file of tests/data: what is said of it, and what it is written back as.
 *
 * valid/NAME.tongbi.json is read without an error; NAME.warn has the warnings,
 * NAME.canonical what is written where that is not the file itself.
 * invalid/NAME.json is refused with the messages of NAME.err.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader.h"
#include "tb-writer.h"

#include <string.h>

static char *
get_content (const char *folder,
             const char *name,
             const char *suffix,
             gsize      *out_length)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, file, NULL);
  char *content = NULL;

  if (!g_file_get_contents (path, &content, out_length, NULL))
    return NULL;

  return content;
}

static TbDataset *
read_text (const char  *text,
           gsize        length,
           const char  *file,
           char       **out_report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (TbProblems) problems = tb_problems_new (file);
  g_autoptr (GError) error = NULL;
  TbDataset *dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (dataset == NULL, ==, tb_problems_get_n_errors (problems) > 0);
  *out_report = tb_problems_dup_report (problems);
  return dataset;
}

static void
check_same_bytes (GBytes     *written,
                  const char *expected,
                  gsize       length)
{
  gsize n;
  const char *text = g_bytes_get_data (written, &n);
  g_autofree char *copy = g_strndup (text, n);

  g_assert_cmpstr (copy, ==, expected);
  g_assert_cmpuint (n, ==, length);
}

static void
test_valid (gconstpointer data)
{
  const char *name = data;
  gsize length, canonical_length;
  g_autofree char *text = get_content ("valid", name, ".tongbi.json", &length);
  g_autofree char *canonical = get_content ("valid", name, ".canonical", &canonical_length);
  g_autofree char *warnings = get_content ("valid", name, ".warn", NULL);
  g_autofree char *file = g_strconcat (name, ".tongbi.json", NULL);
  g_autofree char *report = NULL;
  g_autofree char *second_report = NULL;
  g_autoptr (TbDataset) dataset = read_text (text, length, file, &report);
  g_autoptr (TbDataset) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  g_assert_cmpstr (report, ==, warnings != NULL ? warnings : "");
  g_assert_nonnull (dataset);

  written = tb_writer_to_json (dataset);
  check_same_bytes (written, canonical != NULL ? canonical : text, canonical != NULL ? canonical_length : length);

  again = read_text (g_bytes_get_data (written, NULL), g_bytes_get_size (written), file, &second_report);
  g_assert_nonnull (again);
  rewritten = tb_writer_to_json (again);
  g_assert_true (g_bytes_equal (written, rewritten));
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, tb_dataset_get_n_observations (again));
}

static void
test_invalid (gconstpointer data)
{
  const char *name = data;
  gsize length;
  g_autofree char *text = get_content ("invalid", name, ".json", &length);
  g_autofree char *expected = get_content ("invalid", name, ".err", NULL);
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) dataset = read_text (text, length, file, &report);

  g_assert_null (dataset);
  g_assert_nonnull (expected);
  g_assert_cmpstr (report, ==, expected);
}

static gsize
add_folder (const char    *folder,
            const char    *suffix,
            GTestDataFunc  test)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *file;
  gsize n = 0;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (file, suffix))
        {
          char *name = g_strndup (file, strlen (file) - strlen (suffix));
          g_autofree char *test_path = g_strdup_printf ("/conformance/%s/%s", folder, name);

          g_test_add_data_func_full (test_path, name, test, g_free);
          n++;
        }
    }

  return n;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* An empty folder would pass without saying anything. */
  g_assert_cmpuint (add_folder ("valid", ".tongbi.json", test_valid), >=, 25);
  g_assert_cmpuint (add_folder ("invalid", ".json", test_invalid), >=, 80);

  return g_test_run ();
}
