/* Every file of tests/data/formats: what is read of it, and what is said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* tests/data/formats/FORMAT/NAME.EXT is a file of the format of that id, and
 * NAME.expected beside it is what it must give:
 *
 *   - for a file that is refused, the lines of its problems:
 *         NAME.EXT:3:5: error: /value: there are 5 values; expected 6
 *   - for a file that is accepted, the lines of its warnings, if any, and behind
 *     them the tidy csv of it, from its header "indicator,place,…" on.
 *
 * Both are written by hand: the numbers are those of the file.
 *
 *   - NAME.profile.json beside it is an import profile to read it with.
 *   - NAME.METADATA.json and the like (two dots) are parts, and no cases.
 *   - NAME may be a folder: its datapackage.json is read, or else all of its files.
 *   - Folders that have no format's id are for what is of no format ("none") or of several.
 *
 * What is accepted must also be the same when it is written as a dataset and read again.
 */

#include "tb-reader.h"
#include "tb-writer.h"

#include <string.h>

typedef struct
{
  char *format;    /* the folder */
  char *path;      /* of the file or folder */
  char *name;      /* for messages */
  char *expected;  /* path */
  char *profile;   /* path; NULL for none */
} Case;

static void
free_case (gpointer data)
{
  Case *self = data;

  g_free (self->format);
  g_free (self->path);
  g_free (self->name);
  g_free (self->expected);
  g_free (self->profile);
  g_free (self);
}

static char *
get_content (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static TbProfile *
read_profile (const Case *self)
{
  g_autofree char *content = self->profile != NULL ? get_content (self->profile) : NULL;
  g_autoptr (TbProblems) problems = tb_problems_new ("profile");
  g_autoptr (GBytes) bytes = content != NULL ? g_bytes_new (content, strlen (content)) : NULL;
  g_autofree char *report = NULL;
  TbProfile *profile;

  if (bytes == NULL)
    return NULL;

  profile = tb_profile_parse (bytes, problems);
  report = tb_problems_dup_report (problems);
  g_assert_cmpstr (report, ==, "");
  return profile;
}

static gboolean
is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* Of a folder each file is named with its path, which differs from place to place. */
static char *
dup_report (const Case       *self,
            const TbProblems *problems)
{
  g_autofree char *report = tb_problems_dup_report (problems);
  g_autofree char *parent = g_path_get_dirname (self->path);
  g_autofree char *prefix = g_strconcat (parent, "/", NULL);
  GString *text = g_string_new (report);

  g_string_replace (text, prefix, "", 0);
  return g_string_free_and_steal (text);
}

static TbDataset *
read_case (const Case *self,
           TbPlan     *plan,
           char      **out_report)
{
  const char *const paths[] = { self->path, NULL };
  g_autoptr (TbProblems) problems = tb_problems_new (self->name);
  g_autoptr (TbProfile) profile = read_profile (self);
  g_autofree char *package = g_build_filename (self->path, "datapackage.json", NULL);
  TbReaderOptions options = { .profile = profile, .plan = plan };
  g_autoptr (GError) error = NULL;
  TbDataset *dataset;

  if (is_folder (self->path) && g_file_test (package, G_FILE_TEST_EXISTS))
    dataset = tb_reader_read_file (package, &options, problems, NULL, NULL, NULL, &error);
  else
    dataset = tb_reader_read_paths (paths, &options, problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dataset == NULL, ==, tb_problems_get_n_errors (problems) > 0);

  *out_report = dup_report (self, problems);
  return dataset;
}

static char *
dup_csv (const TbDataset *dataset)
{
  g_autoptr (GBytes) bytes = tb_writer_to_csv (dataset, FALSE);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

/* As a dataset it is the same, and stays so. */
static void
check_round_trip (const TbDataset *dataset)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("written");
  g_autoptr (GBytes) written = tb_writer_to_json (dataset);
  g_autoptr (TbDataset) again = tb_reader_read_bytes (written, NULL, problems, NULL, NULL, NULL, NULL);
  g_autofree char *report = tb_problems_dup_report (problems);
  g_autoptr (GBytes) rewritten = NULL;
  g_autofree char *csv = dup_csv (dataset);
  g_autofree char *csv_again = NULL;

  if (again == NULL)
    g_error ("what was written is refused: %s", report);
  rewritten = tb_writer_to_json (again);
  g_assert_true (g_bytes_equal (written, rewritten));
  csv_again = dup_csv (again);
  g_assert_cmpstr (csv_again, ==, csv);
}

static gboolean
is_format (const char *id)
{
  g_autofree const char **ids = tb_reader_list_formats ();

  return g_strv_contains (ids, id);
}

static void
check_format (const Case      *self,
              const TbPlan    *plan,
              const TbDataset *dataset)
{
  const char *format = tb_plan_get_format (plan);

  if (is_format (self->format) && (dataset != NULL || *format != '\0'))
    g_assert_cmpstr (format, ==, self->format);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (TbPlan) plan = tb_plan_new ();
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) dataset = read_case (self, plan, &report);
  g_autofree char *csv = dataset != NULL ? dup_csv (dataset) : NULL;
  g_autofree char *found = g_strconcat (report, csv, NULL);
  g_autofree char *expected = get_content (self->expected);

  if (!g_str_equal (found, expected))
    g_test_message ("found:\n%sexpected:\n%s", found, expected);
  g_assert_cmpstr (found, ==, expected);
  check_format (self, plan, dataset);
  if (dataset != NULL)
    check_round_trip (dataset);
}

static gboolean
is_accepted (const char *expected)
{
  g_autofree char *content = get_content (expected);

  return g_str_has_prefix (content, "indicator,") || strstr (content, "\nindicator,") != NULL;
}

/* A name of a folder and no more than a suffix, so that it is no part of another file. */
static gboolean
is_whole (const char *name)
{
  const char *dot = strchr (name, '.');

  return (dot == NULL || strchr (dot + 1, '.') == NULL) && !g_str_has_suffix (name, ".expected");
}

static char *
dup_stem (const char *name)
{
  const char *dot = strchr (name, '.');

  return dot != NULL ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

static void
add_case (const char *folder,
          const char *name)
{
  g_autofree char *stem = dup_stem (name);
  g_autofree char *expected = g_strdup_printf ("%s/%s.expected", folder, stem);
  g_autofree char *profile = g_strdup_printf ("%s/%s.profile.json", folder, stem);
  g_autofree char *format = g_path_get_basename (folder);
  g_autofree char *test = g_strdup_printf ("/foreign/%s/%s", format, name);
  Case *self = g_new0 (Case, 1);

  *self = (Case) {
    .format = g_strdup (format),
    .path = g_build_filename (folder, name, NULL),
    .name = g_strdup (name),
    .expected = g_steal_pointer (&expected),
    .profile = g_file_test (profile, G_FILE_TEST_EXISTS) ? g_steal_pointer (&profile) : NULL,
  };
  g_test_add_data_func_full (test, self, test_case, free_case);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In order, whatever the file system's is. (transfer full) (array zero-terminated=1) */
static GStrv
list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_with_data (names, compare_names, NULL);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (names, FALSE);
}

static void
add_cases (const char *folder)
{
  g_auto (GStrv) names = list_folder (folder);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (is_whole (names[i]))
        add_case (folder, names[i]);
    }
}

/* A format without a case of either sort is one that nobody looks after. */
static void
test_coverage (gconstpointer data)
{
  g_autofree const char **ids = tb_reader_list_formats ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (data, ids[i], NULL);
      g_auto (GStrv) names = list_folder (folder);
      guint n[2] = { 0, 0 };

      for (guint k = 0; names[k] != NULL; k++)
        {
          g_autofree char *path = g_build_filename (folder, names[k], NULL);

          if (g_str_has_suffix (names[k], ".expected"))
            n[is_accepted (path)]++;
        }
      /* The dataset format has its own cases: test-conformance.c. */
      if (!g_str_equal (ids[i], "dataset") && (n[0] == 0 || n[1] == 0))
        g_error ("%s: %u refused and %u accepted files; expected some of each", ids[i], n[0], n[1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_auto (GStrv) formats = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", "formats", NULL);
  formats = list_folder (folder);
  for (guint i = 0; formats[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, formats[i], NULL);

      if (is_folder (path))
        add_cases (path);
    }
  g_test_add_data_func ("/foreign/coverage", folder, test_coverage);

  return g_test_run ();
}
