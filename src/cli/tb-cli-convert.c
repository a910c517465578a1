/* tongbi-cli convert: a file in another format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum { FORMAT_NONE = -1, FORMAT_DATASET, FORMAT_CSV } Format;

static const char *const format_names[] = { "dataset", "csv" };

static Format
find_format (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (format_names); i++)
    {
      if (strcmp (name, format_names[i]) == 0)
        return (Format) i;
    }

  return strcmp (name, "json") == 0 ? FORMAT_DATASET : FORMAT_NONE;
}

static Format
find_format_of_file (const char *path)
{
  if (g_str_has_suffix (path, ".json"))
    return FORMAT_DATASET;

  return g_str_has_suffix (path, ".csv") ? FORMAT_CSV : FORMAT_NONE;
}

/* FORMAT_NONE: said what is wrong. */
static Format
choose_output (const char *to,
               const char *output)
{
  Format format = to != NULL ? find_format (to) : find_format_of_file (output);

  if (format != FORMAT_NONE)
    return format;
  if (to != NULL)
    tb_cli_fail_usage (_("--to: unknown format “%s”; use “dataset” or “csv”"), to);
  else
    tb_cli_fail_usage (_("the suffix of “%s” names no format; use .tongbi.json or .csv, or say --to"), output);

  return FORMAT_NONE;
}

int
tb_cli_run_convert (int    argc,
                    char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write; “-” is standard output"), N_("OUT") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("Format of FILE: dataset (else told from its content)"), N_("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Format of OUT: dataset or csv (else told from its suffix)"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *file;
  Format format;

  if (!tb_cli_parse_options ("convert", _("FILE -o OUT"), _("Writes a file in another format: a dataset, or tidy csv with\n"
                                                            "one row an observation."),
                             _("FILE “-” is standard input."), entries, NULL, argc, argv))
    return TB_CLI_USAGE;
  file = tb_cli_get_file (files);
  if (file == NULL)
    return TB_CLI_USAGE;
  if (output == NULL)
    return tb_cli_fail_usage ("%s", _("no output is given; say -o OUT"));
  if (from != NULL && find_format (from) != FORMAT_DATASET)
    return tb_cli_fail_usage (_("--from: “%s” is no format that can be read; there is “dataset”"), from);
  format = choose_output (to, output);
  if (format == FORMAT_NONE)
    return TB_CLI_USAGE;

  dataset = tb_cli_read (file);
  if (dataset == NULL)
    return TB_CLI_FAULT;
  bytes = format == FORMAT_CSV ? tb_writer_to_csv (dataset, FALSE) : tb_writer_to_json (dataset);

  return tb_cli_write_bytes (output, bytes);
}
