/* Gives files of tests/data to a fuzz target, so that each build tries what was once found:
 * all of them, or where TB_FUZZ_FORMAT names a format those of its folder and those in crash/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
test_file (gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &content, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) content, length);
}

static guint
add_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *folder_name = g_path_get_basename (folder);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          n += add_folder (path);
          g_free (path);
          continue;
        }

      g_autofree char *test_path = g_strdup_printf ("/replay/%s/%s", folder_name, name);
      g_test_add_data_func_full (test_path, path, test_file, g_free);
      n++;
    }

  return n;
}

int
main (int    argc,
      char **argv)
{
  const char *format = g_getenv ("TB_FUZZ_FORMAT");
  g_autofree char *folder = NULL;
  g_autofree char *crashes = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  crashes = g_test_build_filename (G_TEST_DIST, "data", "crash", NULL);
  if (format == NULL)
    {
      folder = g_test_build_filename (G_TEST_DIST, "data", NULL);
      g_assert_cmpuint (add_folder (folder), >, 100);
    }
  else
    {
      folder = g_test_build_filename (G_TEST_DIST, "data", "formats", format, NULL);
      g_assert_cmpuint (add_folder (folder), >, 0);
      add_folder (crashes);
    }

  return g_test_run ();
}
