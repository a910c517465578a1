/* A file is saved whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-save.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tongbi-save-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "figures.tongbi.json", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
save (const char *path,
      const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tb_save_file (path, text, strlen (text), &error));
  g_assert_no_error (error);
}

static int
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return (int) (status.st_mode & 07777);
}

static void
test_new_and_old (Fixture       *fixture,
                  gconstpointer  data)
{
  mode_t mask = umask (022);

  save (fixture->path, "first");
  assert_contents (fixture->path, "first");
  g_assert_cmpint (get_mode (fixture->path), ==, 0644);
  save (fixture->path, "");
  assert_contents (fixture->path, "");
  save (fixture->path, "second\n");
  assert_contents (fixture->path, "second\n");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  umask (mask);
}

static void
test_keeps_mode (Fixture       *fixture,
                 gconstpointer  data)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0444 };
  mode_t mask = umask (077);

  save (fixture->path, "first");
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (fixture->path, modes[i]), ==, 0);
      save (fixture->path, "second");
      g_assert_cmpint (get_mode (fixture->path), ==, modes[i]);
    }
  umask (mask);
}

static void
test_follows_links (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);

  save (fixture->path, "first");
  g_assert_cmpint (symlink ("figures.tongbi.json", link_path), ==, 0);
  save (link_path, "second");
  assert_contents (fixture->path, "second");
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
}

/* A link to a file that is not there yet makes the file, and stays a link. */
static void
test_follows_dangling_links (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);

  g_assert_cmpint (symlink ("figures.tongbi.json", link_path), ==, 0);
  save (link_path, "first");
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  assert_contents (fixture->path, "first");
}

static void
assert_fails (const char *path,
              GFileError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *quoted = NULL;

  g_assert_false (tb_save_file (path, "new", 3, &error));
  g_assert_error (error, G_FILE_ERROR, (int) code);
  /* The file itself, not one beside it: "…x.json”: No such file". */
  quoted = g_strdup_printf ("“%s”: ", path);
  g_assert_nonnull (strstr (error->message, quoted));
}

static void
test_no_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "x.json", NULL);
  g_autofree char *inside_file = g_build_filename (fixture->path, "x.json", NULL);

  save (fixture->path, "old");
  assert_fails (missing, G_FILE_ERROR_NOENT);
  assert_fails (inside_file, G_FILE_ERROR_NOTDIR);
  assert_fails (fixture->folder, G_FILE_ERROR_ISDIR);
  assert_contents (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* The disk is full: here, files may not become longer than a page. */
static void
save_on_full_disk (Fixture       *fixture,
                   gconstpointer  data)
{
  const gsize length = 1024 * 1024;
  g_autofree char *text = g_malloc0 (length);
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 4096, 4096 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (tb_save_file (fixture->path, text, length, &error));
  g_assert_error (error, G_FILE_ERROR, g_file_error_from_errno (EFBIG));
}

static void
test_failed_save_leaves_old (Fixture       *fixture,
                             gconstpointer  data)
{
  int status;
  pid_t child;

  save (fixture->path, "old");
  child = fork ();
  if (child == 0)
    {
      save_on_full_disk (fixture, data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  assert_contents (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_device (Fixture       *fixture,
             gconstpointer  data)
{
  save ("/dev/null", "nothing is kept, and /dev/null stays what it is");
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/save/new-and-old", test_new_and_old);
  ADD ("/save/keeps-mode", test_keeps_mode);
  ADD ("/save/follows-links", test_follows_links);
  ADD ("/save/follows-dangling-links", test_follows_dangling_links);
  ADD ("/save/no-place", test_no_place);
  ADD ("/save/failed-save-leaves-old", test_failed_save_leaves_old);
  ADD ("/save/device", test_device);
#undef ADD

  return g_test_run ();
}
