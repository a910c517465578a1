/* Reads the files that the commands are given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-problems.h"
#include "tb-reader.h"
#include "tb-text-measure.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
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

void
tb_cli_input_fill_entries (TbCliInput   *self,
                           GOptionEntry *out_entries)
{
  const GOptionEntry entries[TB_CLI_N_INPUT_ENTRIES] = {
    { "read-as", 0, 0, G_OPTION_ARG_FILENAME, &self->format, N_("Format of FILE (else told from its content)"),
      N_("FORMAT") },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &self->profile,
      N_("Import profile: how to read what FILE leaves open; see info --print-profile"), N_("PROFILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, NULL },
    { NULL },
  };

  memcpy (out_entries, entries, sizeof entries);
}

void
tb_cli_input_clear (TbCliInput *self)
{
  g_clear_pointer (&self->files, g_strfreev);
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->profile, g_free);
  g_clear_pointer (&self->reading, tb_profile_unref);
}

gboolean
tb_cli_input_check (const TbCliInput *self)
{
  g_autofree const char **formats = tb_reader_list_formats ();
  g_autofree char *list = g_strjoinv (", ", (char **) formats);

  if (self->files == NULL)
    {
      tb_cli_fail_usage ("%s", _("no FILE is given"));
      return FALSE;
    }
  if (self->format != NULL && !g_strv_contains (formats, self->format))
    {
      tb_cli_fail_usage (_("“%s” is no format that can be read; there are %s"), self->format, list);
      return FALSE;
    }

  return TRUE;
}

gboolean
tb_cli_input_read_profile (const TbCliInput  *self,
                           TbProfile        **out_profile)
{
  g_autoptr (TbProblems) problems = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  *out_profile = NULL;
  if (self->profile == NULL)
    return TRUE;

  problems = tb_problems_new (self->profile);
  bytes = tb_reader_load_bytes (self->profile, problems, NULL, &error);
  if (bytes != NULL)
    *out_profile = tb_profile_parse (bytes, problems);
  report = tb_problems_dup_report (problems);
  g_printerr ("%s", report);

  return *out_profile != NULL;
}

/* What the file does not say is said, so that a wrong guess is seen. */
static void
tell_plan (const TbCliInput *self,
           const TbPlan     *plan)
{
  g_autofree char *text = tb_plan_dup_text (plan);
  g_autofree char *clean = tb_text_clean (text);

  if (*clean != '\0')
    g_printerr ("%s: %s\n", self->files[0], clean);
}

TbDataset *
tb_cli_input_read_planned (const TbCliInput *self,
                           TbPlan           *plan)
{
  g_autoptr (TbProblems) problems = tb_problems_new (self->files[0]);
  g_autoptr (TbProfile) profile = NULL;
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  TbReaderOptions options = { .format = self->format, .plan = plan };

  if (!tb_cli_input_read_profile (self, &profile))
    return NULL;

  options.profile = profile != NULL ? profile : self->reading;
  dataset = tb_reader_read_paths ((const char *const *) self->files, &options, problems, tb_cli_show_progress,
                                  self->files[0], NULL, &error);
  tb_cli_end_progress ();
  report = tb_problems_dup_report (problems);
  g_printerr ("%s", report);
  if (dataset == NULL && error != NULL)
    tb_cli_print_error ("%s", error->message);
  if (dataset != NULL)
    tell_plan (self, plan);

  return g_steal_pointer (&dataset);
}

TbDataset *
tb_cli_input_read (const TbCliInput *self)
{
  g_autoptr (TbPlan) plan = tb_plan_new ();

  return tb_cli_input_read_planned (self, plan);
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
