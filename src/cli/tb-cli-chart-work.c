/* A saved chart as the FILE of tongbi-cli chart: the files whose figures it shows, and
 * whether they are as they were.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-chart-private.h"

#include "tb-chart.h"
#include "tb-related-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Enough to tell a chart from figures. */
#define HEAD_BYTES 4096

static gboolean
is_chart (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) head = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return FALSE;
  stream = g_file_read (file, NULL, NULL);
  head = stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), HEAD_BYTES, NULL, NULL) : NULL;

  return head != NULL && tb_work_is_document (g_bytes_get_data (head, NULL), g_bytes_get_size (head));
}

static TbWork *
read_work (const char *path)
{
  gsize length;
  g_autofree char *text = tb_cli_read_text (path, &length);
  g_autoptr (GError) error = NULL;
  TbWork *work;

  if (text == NULL)
    return NULL;
  work = tb_work_from_json (text, (gssize) length, &error);
  if (work == NULL)
    tb_cli_print_error ("%s: %s", path, error->message);

  return work;
}

/* FALSE: said what is wrong. */
static gboolean
take_reading (TbCliInput   *input,
              const TbWork *work,
              const char   *path)
{
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *report = NULL;

  if (work->reading == NULL || input->profile != NULL)
    return TRUE;
  bytes = g_bytes_new (work->reading, strlen (work->reading));
  input->reading = tb_profile_parse (bytes, problems);
  report = tb_problems_dup_report (problems);
  g_printerr ("%s", report);

  return input->reading != NULL;
}

/* The files of the chart take the place of its own. FALSE: said what is wrong. */
static gboolean
take_files (TbCliInput   *input,
            const TbWork *work,
            const char   *path)
{
  g_autoptr (GFile) document = g_file_new_for_commandline_arg (path);
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();

  for (gsize i = 0; i < work->n_files; i++)
    {
      g_autoptr (GFile) file = tb_related_file_resolve (work->files[i].path, document);

      if (g_file_peek_path (file) == NULL || !tb_related_file_is_there (file, NULL))
        {
          tb_cli_print_error (_("%s: “%s”, whose figures this chart shows, was not found or may not be read"), path,
                              work->files[i].path);
          return FALSE;
        }
      g_strv_builder_add (files, g_file_peek_path (file));
    }
  if (work->n_files == 0)
    {
      tb_cli_print_error (
          _("%s: this chart does not say whose figures it shows; name them, and the chart with --spec"), path);
      return FALSE;
    }
  g_strfreev (input->files);
  input->files = g_strv_builder_end (files);

  return TRUE;
}

gboolean
tb_cli_chart_is_work (const TbCliChartOptions *options)
{
  return options->spec == NULL && options->input.files[1] == NULL && is_chart (options->input.files[0]);
}

int
tb_cli_chart_take_work (TbCliChartOptions *options)
{
  g_autofree char *path = g_strdup (options->input.files[0]);

  options->work = read_work (path);
  if (options->work == NULL || !take_reading (&options->input, options->work, path) ||
      !take_files (&options->input, options->work, path))
    return TB_CLI_FAULT;

  return TB_CLI_DONE;
}

void
tb_cli_chart_tell_changes (const TbCliChartOptions *options)
{
  for (gsize i = 0; i < options->work->n_files; i++)
    {
      const TbWorkFile *named = &options->work->files[i];
      g_autoptr (GFile) file = g_file_new_for_path (options->input.files[i]);
      g_autofree char *digest = named->sha256 != NULL ? tb_related_file_dup_digest (file, NULL) : NULL;

      if (digest != NULL && !g_str_equal (digest, named->sha256))
        tb_cli_print_error (_("“%s” has changed since this chart was saved"), named->path);
    }
}

int
tb_cli_chart_make_spec_of_work (const TbCliChartOptions *options,
                                TbDataset               *dataset,
                                TbHouseStyle            *house,
                                TbChartSpec            **out_spec)
{
  TbChartSpecFields fields = *tb_chart_spec_get (options->work->spec);
  g_autoptr (TbSelection) selection = NULL;
  g_autoptr (GError) error = NULL;

  if (options->work->automatic_type)
    {
      selection = tb_chart_select (options->work->spec, dataset, &error);
      if (selection == NULL)
        return tb_cli_chart_fail (options, error);
      fields.type = tb_chart_suggest (selection);
    }
  if (house != NULL)
    fields.house = house;
  *out_spec = tb_chart_spec_new (&fields);

  return TB_CLI_DONE;
}
