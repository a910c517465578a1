/* Runs the real program and keeps what it wrote.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

char *
tb_cli_run_dup_program (void)
{
  const char *program = g_getenv ("TB_CLI");

  if (program == NULL)
    g_error ("TB_CLI does not name the program");

  return g_strdup (program);
}

GSubprocessLauncher *
tb_cli_run_new_launcher (GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "cli", NULL);
  g_autofree char *built = g_test_build_filename (G_TEST_BUILT, "cache", NULL);
  g_autofree char *cache = g_canonicalize_filename (built, NULL);

  /* Without a folder for its cache, fontconfig complains on standard error. It is a full
   * path, since the program runs in another folder than the test. */
  g_mkdir_with_parents (cache, 0777);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", cache, TRUE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  g_subprocess_launcher_unsetenv (launcher, "SOURCE_DATE_EPOCH");

  return launcher;
}

static GStrv
split_args (const char *args,
            const char *folder)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (args, " ", -1);
  g_autofree char *program = tb_cli_run_dup_program ();

  g_strv_builder_add (builder, program);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '@')
        g_strv_builder_take (builder, g_build_filename (folder, words[i] + 1, NULL));
      else if (*words[i] != '\0')
        g_strv_builder_add (builder, words[i]);
    }

  return g_strv_builder_end (builder);
}

void
tb_cli_run_start (TbCliRun   *self,
                  const char *args,
                  const char *folder,
                  const char *input)
{
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE
                           | G_SUBPROCESS_FLAGS_STDIN_PIPE;
  g_autoptr (GSubprocessLauncher) launcher = tb_cli_run_new_launcher (flags);
  g_auto (GStrv) argv = split_args (args, folder);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) in = g_bytes_new (input != NULL ? input : "", input != NULL ? strlen (input) : 0);
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize length = 0;

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &self->out, &err, &error);
  /* A program that refuses its arguments never reads what is written to it. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    g_assert_no_error (error);
  self->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  data = err != NULL ? g_bytes_get_data (err, &length) : NULL;
  self->err = g_strndup (data != NULL ? data : "", length);
}

void
tb_cli_run_well (const char *args,
                 const char *folder)
{
  g_auto (TbCliRun) run = { 0 };

  tb_cli_run_start (&run, args, folder, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (run.out), ==, 0);
}

void
tb_cli_run_clear (TbCliRun *self)
{
  g_clear_pointer (&self->out, g_bytes_unref);
  g_clear_pointer (&self->err, g_free);
}

char *
tb_cli_run_dup_out (TbCliRun *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->out, &length);

  return g_strndup (data != NULL ? data : "", length);
}

char *
tb_cli_run_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("tongbi-cli-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
tb_cli_run_remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

guint
tb_cli_run_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

char *
tb_cli_run_dup_file (const char *folder,
                     const char *name,
                     gsize      *out_length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, out_length, &error);
  g_assert_no_error (error);

  return content;
}
