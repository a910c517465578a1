/* Compares text with files under tests/golden.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-golden.h"

#include <string.h>

/* Differing lines that are shown; the whole text is in the output folder. */
#define MAX_SHOWN 20

gboolean
tb_test_golden_is_update (void)
{
  return g_strcmp0 (g_getenv ("TB_UPDATE_GOLDEN"), "1") == 0;
}

char *
tb_test_golden_dup_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
}

char *
tb_test_output_dup_path (const char *name)
{
  const char *output = g_getenv ("TB_TEST_OUTPUT");
  g_autofree char *base = output != NULL ? g_strdup (output) : g_test_build_filename (G_TEST_BUILT, "output", NULL);
  char *path = g_build_filename (base, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);

  return path;
}

static void
write_file (const char *path,
            const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static gsize
count_shared_end (char **a,
                  gsize  n_a,
                  char **b,
                  gsize  n_b,
                  gsize  start)
{
  gsize n = 0;

  while (n_a - n > start && n_b - n > start && strcmp (a[n_a - n - 1], b[n_b - n - 1]) == 0)
    n++;

  return n;
}

static void
append_lines (GString    *out,
              char      **lines,
              gsize       start,
              gsize       end,
              const char *mark)
{
  for (gsize i = start; i < end && i < start + MAX_SHOWN; i++)
    g_string_append_printf (out, "%s %4" G_GSIZE_FORMAT " %s\n", mark, i + 1, lines[i]);
  if (end > start + MAX_SHOWN)
    g_string_append_printf (out, "%s  … and %" G_GSIZE_FORMAT " more\n", mark, end - start - MAX_SHOWN);
}

/* What lies between the equal heads and tails of the two texts. */
static char *
dup_difference (const char *expected,
                const char *actual)
{
  g_auto (GStrv) a = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) b = g_strsplit (actual, "\n", -1);
  gsize n_a = g_strv_length (a);
  gsize n_b = g_strv_length (b);
  GString *out = g_string_new (NULL);
  gsize start = 0;
  gsize end;

  while (start < n_a && start < n_b && strcmp (a[start], b[start]) == 0)
    start++;
  end = count_shared_end (a, n_a, b, n_b, start);
  if (start > 0)
    append_lines (out, a, start - 1, start, " ");
  append_lines (out, a, start, n_a - end, "-");
  append_lines (out, b, start, n_b - end, "+");

  return g_string_free_and_steal (out);
}

void
tb_test_golden_compare (const char *name,
                        const char *actual)
{
  g_autofree char *path = tb_test_golden_dup_path (name);
  g_autofree char *expected = NULL;
  g_autofree char *difference = NULL;
  g_autofree char *output = NULL;

  if (tb_test_golden_is_update ())
    {
      write_file (path, actual);
      g_test_message ("Wrote %s", path);
      return;
    }
  if (!g_file_get_contents (path, &expected, NULL, NULL))
    expected = g_strdup ("");
  if (strcmp (expected, actual) == 0)
    return;

  output = tb_test_output_dup_path (name);
  write_file (output, actual);
  difference = dup_difference (expected, actual);
  g_test_message ("%s differs from %s (TB_UPDATE_GOLDEN=1 rewrites it):\n%s", output, path, difference);
  g_test_fail_printf ("%s differs from its golden file", name);
}

void
tb_test_golden_compare_scene (const char    *name,
                              TbLanguage     language,
                              const TbScene *scene)
{
  g_autofree char *file = g_strdup_printf ("scene/%s.%s.txt", name, tb_language_get_code (language));
  g_autofree char *dump = tb_scene_dump (scene);

  tb_test_golden_compare (file, dump);
}
