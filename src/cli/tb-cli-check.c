/* tongbi-cli check: every problem of a file, with its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-problems.h"
#include "tb-reader.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

static void
check_syntax (const char *path,
              TbProblems *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tb_reader_load_bytes (path, problems, NULL, &error);

  if (bytes != NULL)
    tb_reader_check_syntax (bytes, problems);
}

static void
check_meaning (const char            *path,
               const TbReaderOptions *options,
               TbProblems            *problems)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = tb_reader_read_paths (paths, options, problems, tb_cli_show_progress, (gpointer) path,
                                                        NULL, &error);

  tb_cli_end_progress ();
}

/* Whether the file has no error. */
static gboolean
check (const char            *path,
       const TbReaderOptions *options,
       gboolean               syntax)
{
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autofree char *report = NULL;

  if (syntax)
    check_syntax (path, problems);
  else
    check_meaning (path, options, problems);

  report = tb_problems_dup_report (problems);
  g_printerr ("%s", report);
  /* Who sits before a terminal is told that it is done; a script has the exit
   * status. */
  if (*report == '\0' && isatty (STDERR_FILENO))
    g_printerr (_("%s: no problems\n"), path);

  return tb_problems_get_n_errors (problems) == 0;
}

int
tb_cli_run_check (int    argc,
                  char **argv)
{
  gboolean syntax = FALSE;
  g_auto (TbCliInput) input = { 0 };
  const GOptionEntry entries[] = {
    { "syntax", 0, 0, G_OPTION_ARG_NONE, &syntax, N_("Check the JSON grammar alone (RFC 8259)"), NULL },
    { NULL },
  };
  g_autoptr (TbProfile) profile = NULL;
  TbReaderOptions options;
  int status = TB_CLI_DONE;

  if (!tb_cli_parse_options ("check", _("FILE…"), _("Tells every problem of files, a line each on standard error:\n"
                                                    "FILE:LINE:COLUMN: error|warning: /json/pointer: what is wrong"),
                             _("The exit status is 1 if any of them is an error. “-” is standard input."),
                             &input, entries, NULL, argc, argv))
    return TB_CLI_USAGE;
  if (!tb_cli_input_read_profile (&input, &profile))
    return TB_CLI_FAULT;

  options = (TbReaderOptions) { .format = input.format, .profile = profile };
  for (gsize i = 0; input.files[i] != NULL; i++)
    {
      if (!check (input.files[i], &options, syntax))
        status = TB_CLI_FAULT;
    }

  return status;
}
