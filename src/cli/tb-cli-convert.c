/* tongbi-cli convert: a file in another format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"

#include <glib/gi18n-lib.h>

int
tb_cli_run_convert (int    argc,
                    char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *to = NULL;
  gboolean with_bom = FALSE;
  g_auto (TbCliInput) input = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write; “-” is standard output"), N_("OUT") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &input.format, N_("Another name of --read-as, beside --to"), N_("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to,
      N_("Format of OUT: dataset, csv, data-package or json-stat (else told from its suffix)"), N_("FORMAT") },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &with_bom,
      N_("Begin csv with a byte order mark, by which spreadsheets know UTF-8"), NULL },
    { NULL },
  };
  g_autoptr (TbDataset) dataset = NULL;
  const TbCliDataFormat *format;

  if (!tb_cli_parse_options ("convert", _("FILE… -o OUT"),
                             _("Writes a file in another format: a dataset, tidy csv with one\n"
                                "row an observation, or a package of such csv."),
                             tb_cli_get_file_help (), &input, entries, NULL, argc, argv))
    return TB_CLI_USAGE;
  if (output == NULL)
    return tb_cli_fail_usage ("%s", _("no output is given; say -o OUT"));
  format = tb_cli_choose_data_format (to, output);
  if (format == NULL)
    return TB_CLI_USAGE;
  if (with_bom && !tb_cli_data_format_is_csv (format))
    return tb_cli_fail_usage ("%s", _("--bom goes with csv"));

  dataset = tb_cli_input_read (&input);
  if (dataset == NULL)
    return TB_CLI_FAULT;

  return tb_cli_write_dataset (format, dataset, with_bom, output);
}
