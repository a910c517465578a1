/* Files that a document names: the way to them, and what tells them from later ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-related-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

/* FIPS 180-4, B.1: of "abc". */
#define OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static GFile *
make_file (const char *folder,
           const char *name,
           const char *text)
{
  g_autofree char *own = g_build_filename (g_get_user_runtime_dir (), folder, NULL);
  g_autofree char *path = g_build_filename (own, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
test_paths (void)
{
  static const struct
  {
    const char *file;
    const char *document;
    const char *path;
  } cases[] = {
    { "/home/a/data/x.json", "/home/a/charts/c.json", "../data/x.json" },
    { "/home/a/x.json", "/home/a/c.json", "x.json" },
    { "/home/a/data/x.json", "/home/a/c.json", "data/x.json" },
    { "/home/a/x.json", "/home/a/b/c/d.json", "../../x.json" },
    { "/home/a", "/home/a/c.json", "../a" },
    { "/usr/share/x.json", "/home/a/c.json", "/usr/share/x.json" },
    { "/x.json", "/c.json", "/x.json" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].file);
      g_autoptr (GFile) document = g_file_new_for_path (cases[i].document);
      g_autoptr (GFile) folder = g_file_get_parent (document);
      g_autofree char *path = tb_related_file_dup_path (file, document);
      g_autoptr (GFile) back = g_file_resolve_relative_path (folder, path);

      g_assert_cmpstr (path, ==, cases[i].path);
      g_assert_true (g_file_equal (back, file));
    }
}

static void
test_hash (void)
{
  g_autoptr (GFile) file = make_file ("hash", "abc", "abc");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) none = g_file_get_child (folder, "none");
  g_autofree char *digest = tb_related_file_dup_digest (file, NULL);
  g_autofree char *hash = tb_related_file_dup_hash (file, NULL);

  g_assert_cmpstr (digest, ==, OF_ABC);
  g_assert_cmpstr (hash, ==, "sha256:" OF_ABC);
  g_assert_null (tb_related_file_dup_digest (none, NULL));
  g_assert_null (tb_related_file_dup_hash (none, NULL));
  g_assert_null (tb_related_file_dup_hash (folder, NULL));
}

/* Of a folder the digest is that of names and bytes, in the order of names. */
static void
test_folder (void)
{
  static const char content[] = "a\0one" "b\0two";
  g_autoptr (GFile) b = make_file ("folder", "b", "two");
  g_autoptr (GFile) a = make_file ("folder", "a", "one");
  g_autoptr (GFile) folder = g_file_get_parent (a);
  g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content,
                                                           sizeof content - 1);
  g_autofree char *digest = tb_related_file_dup_digest (folder, NULL);
  g_autoptr (GFile) c = NULL;
  g_autofree char *renamed = NULL;

  g_assert_cmpstr (digest, ==, expected);
  c = g_file_set_display_name (b, "c", NULL, NULL);
  g_assert_nonnull (c);
  renamed = tb_related_file_dup_digest (folder, NULL);
  g_assert_cmpstr (renamed, !=, expected);
}

/* A pipe waits for a writer, who may never come. */
static void
test_pipe (void)
{
  g_autoptr (GFile) file = make_file ("pipe", "abc", "abc");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) pipe = g_file_get_child (folder, "pipe");

  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  g_assert_true (tb_related_file_is_there (file, NULL));
  g_assert_true (tb_related_file_is_there (folder, NULL));
  g_assert_false (tb_related_file_is_there (pipe, NULL));
  g_assert_null (tb_related_file_dup_digest (pipe, NULL));
}

/* The time of the last change or the size is another one. */
static void
test_stamp (void)
{
  g_autoptr (GFile) file = make_file ("stamp", "abc", "abc");
  g_autofree char *stamp = tb_related_file_dup_stamp (file, NULL);
  g_autofree char *again = tb_related_file_dup_stamp (file, NULL);
  g_autofree char *touched = NULL;
  g_autofree char *grown = NULL;
  const struct utimbuf times = { 1, 1 };

  g_assert_nonnull (stamp);
  g_assert_cmpstr (again, ==, stamp);
  g_assert_cmpint (utime (g_file_peek_path (file), &times), ==, 0);
  touched = tb_related_file_dup_stamp (file, NULL);
  g_assert_cmpstr (touched, !=, stamp);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "abcd", -1, NULL));
  g_assert_cmpint (utime (g_file_peek_path (file), &times), ==, 0);
  grown = tb_related_file_dup_stamp (file, NULL);
  g_assert_cmpstr (grown, !=, touched);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/related-file/paths", test_paths);
  g_test_add_func ("/related-file/hash", test_hash);
  g_test_add_func ("/related-file/folder", test_folder);
  g_test_add_func ("/related-file/pipe", test_pipe);
  g_test_add_func ("/related-file/stamp", test_stamp);

  return g_test_run ();
}
