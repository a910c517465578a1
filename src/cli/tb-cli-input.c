/* Reads the files that the commands are given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-problems.h"
#include "tb-reader.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* Files that are read faster than this show nothing. */
#define QUIET_US (G_USEC_PER_SEC / 2)

/* The one line that progress is shown on; the program reads one file at a time. */
static struct
{
  gint64   since_us;
  int      shown_pct;
  gboolean is_shown;
} progress = { 0, -1, FALSE };

void
tb_cli_show_progress (double   fraction,
                      gpointer path)
{
  int pct = (int) (fraction * 100);

  if (progress.since_us == 0)
    progress.since_us = g_get_monotonic_time ();
  if (pct == progress.shown_pct || !isatty (STDERR_FILENO) || g_get_monotonic_time () - progress.since_us < QUIET_US)
    return;

  progress.shown_pct = pct;
  progress.is_shown = TRUE;
  g_printerr ("\r");
  /* Translators: a file's name and a percentage. */
  g_printerr (_("Reading %s: %d%%"), (const char *) path, pct);
  fflush (stderr);
}

/* Takes the line away again. */
void
tb_cli_end_progress (void)
{
  if (progress.is_shown)
    g_printerr ("\r\033[K");
  progress.since_us = 0;
  progress.shown_pct = -1;
  progress.is_shown = FALSE;
}

TbDataset *
tb_cli_read (const char *path)
{
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  dataset = tb_reader_read_file (path, NULL, problems, tb_cli_show_progress, (gpointer) path, NULL, &error);
  tb_cli_end_progress ();
  report = tb_problems_dup_report (problems);
  g_printerr ("%s", report);
  if (dataset == NULL && error != NULL)
    tb_cli_print_error ("%s", error->message);

  return g_steal_pointer (&dataset);
}

char *
tb_cli_read_text (const char *path,
                  gsize      *out_length)
{
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  const char *data;

  bytes = tb_reader_load_bytes (path, problems, NULL, &error);
  report = tb_problems_dup_report (problems);
  g_printerr ("%s", report);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, out_length);

  /* Of an empty file there are no bytes at all. */
  return g_strndup (data != NULL ? data : "", *out_length);
}
