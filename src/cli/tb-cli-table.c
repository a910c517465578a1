/* tongbi-cli table: a comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-comparison.h"
#include "tb-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TbCliSelection  selection;
  char          **pairs;
  char           *as_of;
  char           *as_known;
  gboolean        published;
  gboolean        targets;
  gboolean        totals;
  char           *output;
  char           *format;
  char           *lang;
  TbCliInput   input;
} Options;

static void
clear_options (Options *self)
{
  tb_cli_selection_clear (&self->selection);
  g_strfreev (self->pairs);
  g_free (self->as_of);
  g_free (self->as_known);
  g_free (self->output);
  g_free (self->format);
  g_free (self->lang);
  tb_cli_input_clear (&self->input);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* "2021..2022" */
static gboolean
parse_pair (const char      *text,
            const TbDataset *dataset,
            TbComparePair   *out_pair)
{
  const char *dots = strstr (text, "..");
  g_autofree char *base = NULL;

  if (dots == NULL || dots == text || dots[2] == '\0')
    {
      tb_cli_fail_usage (_("--compare: “%s” is no pair of periods such as 2021..2022"), text);
      return FALSE;
    }
  base = g_strndup (text, (gsize) (dots - text));

  return tb_cli_parse_period ("--compare", base, dataset, &out_pair->base)
         && tb_cli_parse_period ("--compare", dots + 2, dataset, &out_pair->current);
}

static GArray *
parse_pairs (char           **texts,
             const TbDataset *dataset)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (TbComparePair));

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      TbComparePair pair;

      if (!parse_pair (texts[i], dataset, &pair))
        return NULL;
      g_array_append_val (pairs, pair);
    }

  return g_steal_pointer (&pairs);
}

/* FALSE: said what is wrong. */
static gboolean
choose_format (const Options *options,
               TbTableFormat *out_format)
{
  g_autofree char *suffix = options->format != NULL ? g_strconcat (".", options->format, NULL) : NULL;

  if (tb_table_format_from_name (suffix != NULL ? suffix : options->output, out_format))
    return TRUE;
  if (suffix != NULL)
    tb_cli_fail_usage (_("--format: unknown format “%s”; use xlsx, ods, csv, tsv, md, html, tex or json"),
                       options->format);
  else if (strcmp (options->output, "-") == 0)
    tb_cli_fail_usage ("%s",
                       _("standard output has no suffix; say --format xlsx, ods, csv, tsv, md, html, tex or json"));
  else
    tb_cli_fail_usage (_("the suffix of “%s” names no format; use .xlsx, .ods, .csv, .tsv, .md, .html, .tex or .json"),
                       options->output);

  return FALSE;
}

/* Rows of separated values have no place for what is said of the whole table. */
static void
tell_no_total (const TbComparison *comparison,
               TbTableFormat       format,
               TbLanguage          language)
{
  g_autofree char *text = tb_comparison_dup_no_total (comparison, language);

  if (text != NULL && (format == TB_TABLE_CSV || format == TB_TABLE_TSV))
    tb_cli_print_error ("%s", text);
}

static int
write_table (const Options *options,
             TbTableFormat  format,
             TbLanguage     language)
{
  g_autoptr (TbDataset) dataset = tb_cli_input_read (&options->input);
  g_autoptr (TbSelection) selection = NULL;
  g_autoptr (TbComparison) comparison = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TbComparisonOptions wanted = { .published = options->published, .targets = options->targets,
                                 .totals = options->totals };
  TbSelectionQuery query;

  if (dataset == NULL)
    return TB_CLI_FAULT;
  pairs = parse_pairs (options->pairs, dataset);
  if (pairs == NULL || !tb_cli_selection_resolve (&options->selection, dataset, &query)
      || !tb_cli_parse_day ("--as-of", options->as_of, &wanted.as_of)
      || !tb_cli_parse_day ("--as-known", options->as_known, &query.known))
    return TB_CLI_USAGE;
  wanted.pairs = (const TbComparePair *) (gpointer) pairs->data;
  wanted.n_pairs = pairs->len;
  selection = tb_selection_new (dataset, &query, &error);
  if (selection == NULL)
    return tb_cli_fail_selection (&options->selection, error);

  comparison = tb_comparison_new (selection, &wanted);
  tell_no_total (comparison, format, language);
  bytes = tb_export_table (comparison, format, language, &error);
  if (bytes != NULL)
    return tb_cli_write_bytes (options->output, bytes);

  tb_cli_print_error ("%s", error->message);

  return TB_CLI_FAULT;
}

int
tb_cli_run_table (int    argc,
                  char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "compare", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.pairs,
      N_("Show the change between two periods; repeatable (else one pair is chosen)"), N_("BASE..CURRENT") },
    { "published", 0, 0, G_OPTION_ARG_NONE, &options.published,
      N_("Show changes as they were published, where there are any"), NULL },
    { "targets", 0, 0, G_OPTION_ARG_NONE, &options.targets,
      N_("Show how targets are kept: gap, completion, time elapsed, status"), NULL },
    { "totals", 0, 0, G_OPTION_ARG_NONE, &options.totals,
      N_("Show totals behind rows that are the parts of one whole"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_("The day that tells which periods are over"),
      N_("DATE") },
    { "as-known", 0, 0, G_OPTION_ARG_FILENAME, &options.as_known, N_("Only what had been published by that day"),
      N_("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to write; “-” is standard output"),
      N_("OUT") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format,
      N_("xlsx, ods, csv, tsv, md, html, tex or json (else told from OUT’s suffix)"), N_("FORMAT") },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &options.lang, N_("Language of the table: en or zh_CN"), N_("LANG") },
    { NULL },
  };
  GOptionEntry selection_entries[TB_CLI_N_SELECTION_ENTRIES];
  TbTableFormat format;
  TbLanguage language;

  tb_cli_selection_fill_entries (&options.selection, selection_entries);
  if (!tb_cli_parse_options ("table", _("FILE… -o OUT"),
                             _("Writes a table of indicators and periods, with changes where figures\n"
                                "can be compared and the reason where they can not."),
                             tb_cli_get_file_help (), &options.input, entries, selection_entries, argc, argv))
    return TB_CLI_USAGE;
  if (options.output == NULL)
    return tb_cli_fail_usage ("%s", _("no output is given; say -o OUT"));
  if (!choose_format (&options, &format) || !tb_cli_get_language (options.lang, &language))
    return TB_CLI_USAGE;

  return write_table (&options, format, language);
}
