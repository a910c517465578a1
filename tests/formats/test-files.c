/* Several files, folders, and what lies beside a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader-files.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DATASET(period, value)                                                                                         \
  "{\"tongbi\":\"dataset/1\",\"title\":\"T\",\"units\":{\"u\":{\"kind\":\"count\"}},\"indicators\":[{\"id\":\"i\","    \
  "\"name\":\"I\",\"unit\":\"u\",\"measure\":\"flow\"}],\"series\":[{\"indicator\":\"i\",\"observations\":[[\"" period \
  "\"," value "]]}]}"

/* A folder that is gone after the test, with all that is in it. */
static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path;

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  path = g_build_filename (g_get_user_runtime_dir (), "folder-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (path));
  return path;
}

static void
put (const char *folder,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* The report with the folder's own name as "F". */
static TbDataset *
read_paths (const char *const *paths,
            const char        *folder,
            char             **out_report)
{
  g_autoptr (TbProblems) problems = tb_problems_new (folder);
  g_autoptr (GError) error = NULL;
  TbDataset *dataset = tb_reader_read_paths (paths, NULL, problems, NULL, NULL, NULL, &error);
  g_autofree char *report = tb_problems_dup_report (problems);
  g_autoptr (GString) text = g_string_new (report);

  g_assert_no_error (error);
  g_assert_cmpint (dataset == NULL, ==, tb_problems_get_n_errors (problems) > 0);
  g_string_replace (text, folder, "F", 0);
  *out_report = g_string_free_and_steal (g_steal_pointer (&text));
  return dataset;
}

static void
check_folder (const char *folder,
              gsize       n_observations,
              const char *expected)
{
  const char *paths[] = { folder, NULL };
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) dataset = read_paths (paths, folder, &report);

  g_assert_cmpstr (report, ==, expected);
  g_assert_cmpuint (dataset != NULL ? tb_dataset_get_n_observations (dataset) : 0, ==, n_observations);
}

static void
test_folder (void)
{
  g_autofree char *folder = make_folder ();

  put (folder, "a.json", DATASET ("2020", "1"));
  put (folder, "b.json", DATASET ("2021", "2"));
  put (folder, "README.md", "Figures");
  put (folder, ".hidden.json", "x");
  put (folder, "old/c.json", DATASET ("2022", "3"));
  check_folder (folder, 2, "F: warning: not read, since the names are not those of data files: README.md, old/\n");
}

static void
test_folder_with_others (void)
{
  g_autofree char *folder = make_folder ();

  put (folder, "a.json", DATASET ("2020", "1"));
  put (folder, "b.json", "{}");
  check_folder (folder, 1,
                "F/b.json:1:1: warning: this file is left out: no format of figures that is known here; expected an "
                "object"
                " with \"tongbi\": \"dataset/1\"\n");
}

static void
test_folder_without_figures (void)
{
  g_autofree char *folder = make_folder ();

  check_folder (folder, 0, "F: error: no file of figures in it; expected at least one\n");
}

/* A link may lead anywhere, a pipe never ends. */
static void
test_special_files (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *link = g_build_filename (folder, "b.json", NULL);
  g_autofree char *pipe = g_build_filename (folder, "c.json", NULL);

  put (folder, "a.json", DATASET ("2020", "1"));
  g_assert_cmpint (symlink ("a.json", link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  check_folder (folder, 1, "F/b.json: warning: “b.json” is a link and not followed; expected a file\n"
                           "F/c.json: warning: “c.json” is not read; expected a file\n");
}

/* A file that was asked for by its name has to be read. */
static void
test_several (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *a = g_build_filename (folder, "a.json", NULL);
  g_autofree char *b = g_build_filename (folder, "b.json", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere.json", NULL);
  const char *both[] = { a, b, NULL };
  const char *all[] = { a, nowhere, b, NULL };
  g_autofree char *report = NULL;
  g_autofree char *second_report = NULL;
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (TbDataset) none = NULL;

  put (folder, "a.json", DATASET ("2020", "1"));
  put (folder, "b.json", DATASET ("2020", "2"));
  dataset = read_paths (both, folder, &report);
  g_assert_cmpstr (report, ==, "F: warning: conflict: b.json: “I”, 1 figure (2020) differs in another file;"
                               " both are kept\n");
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, 2);

  none = read_paths (all, folder, &second_report);
  g_assert_cmpstr (second_report, ==, "F/nowhere.json: error: there is no such file; expected a file to read\n");
}

static void
test_one (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *a = g_build_filename (folder, "a.json", NULL);
  const char *paths[] = { a, NULL };
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) dataset = NULL;

  put (folder, "a.json", DATASET ("2020", "1"));
  dataset = read_paths (paths, folder, &report);
  g_assert_cmpstr (report, ==, "");
  g_assert_null (tb_catalog_find_source (tb_dataset_get_catalog (dataset), "a.json"));
}

static void
note_progress (double   fraction,
               gpointer data)
{
  g_array_append_val ((GArray *) data, fraction);
}

static void
test_progress (void)
{
  g_autofree char *folder = make_folder ();
  const char *paths[] = { folder, NULL };
  g_autoptr (TbProblems) problems = tb_problems_new ("F");
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (TbDataset) dataset = NULL;

  put (folder, "a.json", DATASET ("2020", "1"));
  put (folder, "b.json", DATASET ("2021", "1"));
  dataset = tb_reader_read_paths (paths, NULL, problems, note_progress, fractions, NULL, NULL);
  g_assert_nonnull (dataset);
  for (guint i = 1; i < fractions->len; i++)
    g_assert_cmpfloat (g_array_index (fractions, double, i), >=, g_array_index (fractions, double, i - 1));
  g_assert_cmpfloat (g_array_index (fractions, double, fractions->len - 1), ==, 1.0);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = make_folder ();
  const char *paths[] = { folder, NULL };
  g_autoptr (TbProblems) problems = tb_problems_new ("F");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put (folder, "a.json", DATASET ("2020", "1"));
  put (folder, "b.json", DATASET ("2021", "1"));
  g_cancellable_cancel (cancellable);
  g_assert_null (tb_reader_read_paths (paths, NULL, problems, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tb_problems_get_n_errors (problems), ==, 0);
}

/* What a file may name beside itself. */
static void
test_siblings (void)
{
  static const struct { const char *name; const char *text; const char *expected; } cases[] = {
    { "b.txt", "b", "" },
    { "sub/c.txt", "c", "" },
    { "nowhere.txt", NULL, "" },
    { "sub/nowhere.txt", NULL, "" },
    { "../outside.txt", NULL,
      "x: warning: “../outside.txt” leads out of the folder and is not read; expected the name of a file beside this "
      "one\n" },
    { "sub/../../outside.txt", NULL,
      "x: warning: “sub/../../outside.txt” leads out of the folder and is not read; expected the name of a file beside"
      " this one\n" },
    { "/etc/hostname", NULL,
      "x: warning: “/etc/hostname” leads out of the folder and is not read; expected the name of a file beside this "
      "one\n" },
    { "https://example.org/b.txt", NULL,
      "x: warning: “https://example.org/b.txt” is not fetched; expected the name of a file beside this one\n" },
    { "link.txt", NULL, "x: warning: “link.txt” is a link and not followed; expected a file\n" },
    { "linked/c.txt", NULL, "" },
    { "sub", NULL, "x: warning: “sub” is not read; expected a file\n" },
  };
  g_autofree char *folder = make_folder ();
  g_autofree char *link = g_build_filename (folder, "link.txt", NULL);
  g_autofree char *linked = g_build_filename (folder, "linked", NULL);
  g_auto (TbReaderFolder) self = { .fd = -1 };

  put (folder, "b.txt", "b");
  put (folder, "sub/c.txt", "c");
  g_assert_cmpint (symlink ("b.txt", link), ==, 0);
  g_assert_cmpint (symlink ("sub", linked), ==, 0);
  g_assert_true (tb_reader_folder_init (&self, folder, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TbProblems) problems = tb_problems_new ("x");
      g_autoptr (GBytes) bytes = self.siblings.load (self.siblings.user_data, cases[i].name, problems);
      g_autofree char *report = tb_problems_dup_report (problems);

      g_assert_cmpstr (report, ==, cases[i].expected);
      g_assert_cmpint (bytes != NULL, ==, cases[i].text != NULL);
      if (bytes != NULL)
        g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), cases[i].text,
                         strlen (cases[i].text));
    }
}

static void
test_formats (void)
{
  g_autofree const char **ids = tb_reader_list_formats ();

  g_assert_cmpstr (ids[0], ==, "dataset");
  for (gsize i = 0; ids[i] != NULL; i++)
    g_assert_false (g_strv_contains (ids + i + 1, ids[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/files/folder", test_folder);
  g_test_add_func ("/files/folder-with-others", test_folder_with_others);
  g_test_add_func ("/files/folder-without-figures", test_folder_without_figures);
  g_test_add_func ("/files/special", test_special_files);
  g_test_add_func ("/files/several", test_several);
  g_test_add_func ("/files/one", test_one);
  g_test_add_func ("/files/progress", test_progress);
  g_test_add_func ("/files/cancelled", test_cancelled);
  g_test_add_func ("/files/siblings", test_siblings);
  g_test_add_func ("/files/formats", test_formats);

  return g_test_run ();
}
