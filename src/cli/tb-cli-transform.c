/* tongbi-cli transform: figures computed from one series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-ops.h"
#include "tb-cli-series.h"
#include "tb-cli.h"
#include "tb-known.h"
#include "tb-writer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TbCliSeries  series;
  char       **operations;
  char        *base;
  int          window;
  TbCliSeries  with;
  char        *weights;
  gboolean     so_far;
  char        *as_of;
  char        *as_known;
  char        *lang;
  char        *output;
  char        *format;
  TbCliInput   input;
} Options;

static void
clear_options (Options *self)
{
  tb_cli_series_clear (&self->series);
  g_strfreev (self->operations);
  g_free (self->base);
  tb_cli_series_clear (&self->with);
  g_free (self->weights);
  g_free (self->as_of);
  g_free (self->as_known);
  g_free (self->lang);
  g_free (self->output);
  g_free (self->format);
  tb_cli_input_clear (&self->input);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* What is asked, with what the options name. */
typedef struct
{
  TbCliOps     ops;
  TbSeries    *series;
  TbDay        known;
  TbReference  reference;
  TbLanguage   language;
  const TbCliDataFormat *format;   /* NULL: csv */
} Question;

static gboolean
is_wanted (const Question *question,
           guint           kinds)
{
  return (tb_cli_ops_get_kinds (&question->ops) & kinds) != 0;
}

/* FALSE: said what is wrong. */
static gboolean
check_options (const Options  *options,
               const Question *question)
{
  if (options->series.indicator == NULL)
    {
      tb_cli_fail_usage ("%s", _("no indicator is given; say --indicator ID"));
      return FALSE;
    }
  if (!tb_cli_ops_check (&question->ops, options->base != NULL, options->window,
                         !tb_cli_series_is_empty (&options->with)))
    return FALSE;
  if ((options->so_far || options->weights != NULL) && !is_wanted (question, TB_CLI_OPS_OF_FREQUENCY))
    {
      tb_cli_fail_usage ("%s", _("--so-far and --weights go with quarter, half and annual"));
      return FALSE;
    }

  return TRUE;
}

/* What is asked, so far as the file need not be read for it. FALSE: said what is
 * wrong. */
static gboolean
read_options (const Options *options,
              Question      *question)
{
  gboolean has_format = options->format != NULL || (options->output != NULL && !g_str_equal (options->output, "-"));

  if (!tb_cli_ops_parse ("--op", options->operations, &question->ops) || !check_options (options, question)
      || !tb_cli_parse_day ("--as-of", options->as_of, &question->reference.as_of)
      || !tb_cli_parse_day ("--as-known", options->as_known, &question->known)
      || !tb_cli_get_language (options->lang, &question->language))
    return FALSE;
  if (has_format)
    question->format = tb_cli_choose_data_format (options->format, options->output);

  return !has_format || question->format != NULL;
}

/* The one series of a list, else NULL: said what is wrong. */
static TbSeries *
get_only (const GPtrArray *series,
          const char      *option,
          const char      *prefix)
{
  if (series->len == 1)
    return g_ptr_array_index (series, 0);
  if (series->len == 0)
    {
      tb_cli_fail_usage (_("%s: this indicator has no figures in that place"), option);
      return NULL;
    }
  tb_cli_print_error (_("%s: several series fit; choose by the options of one of these:"), option);
  tb_cli_series_list (series, prefix, NULL, NULL);

  return NULL;
}

/* The whole of a share, the population. NULL: said what is wrong. */
static TbSeries *
find_other (const Options  *options,
            const Question *question,
            TbDataset      *dataset)
{
  const TbSeriesInfo *info = tb_series_get_info (question->series);
  const TbIndicator *whole = info->indicator->part_of;
  gboolean per_capita = is_wanted (question, 1u << TB_TRANSFORM_PER_CAPITA);
  TbCliSeries with = options->with;
  g_autoptr (GPtrArray) series = NULL;

  if (tb_cli_series_is_empty (&with) && !per_capita && whole != NULL)
    with.indicator = (char *) whole->id;
  if (tb_cli_series_is_empty (&with))
    {
      tb_cli_fail_usage ("%s", per_capita ? _("per-capita needs the population; say --with ID")
                                          : _("the indicator is not said to be part of another; say --with ID"));
      return NULL;
    }
  series = tb_cli_series_find_other (&options->series, &with, dataset);

  return series != NULL ? get_only (series, "--with", "with-") : NULL;
}

/* NULL: said what is wrong. */
static TbSeries *
find_weights (const Options *options,
              TbDataset     *dataset)
{
  const TbCliSeries weights = { .indicator = options->weights };
  g_autoptr (GPtrArray) series = tb_cli_series_find_other (&options->series, &weights, dataset);

  return series != NULL ? get_only (series, "--weights", "") : NULL;
}

/* FALSE: said what is wrong. */
static gboolean
resolve (const Options *options,
         TbDataset     *dataset,
         Question      *question)
{
  g_autoptr (GPtrArray) series = tb_cli_series_find (&options->series, dataset);
  TbTransform values = { .base = TB_PERIOD_UNDATED, .so_far = options->so_far };

  question->series = series != NULL ? get_only (series, "--indicator", "") : NULL;
  if (question->series == NULL)
    return FALSE;
  if (options->base != NULL && !tb_cli_parse_period ("--base", options->base, dataset, &values.base))
    return FALSE;
  if (is_wanted (question, TB_CLI_OPS_WITH_OTHER))
    {
      values.other = find_other (options, question, dataset);
      if (values.other == NULL)
        return FALSE;
    }
  if (options->weights != NULL)
    {
      values.weights = find_weights (options, dataset);
      if (values.weights == NULL)
        return FALSE;
    }
  values.window = options->window != TB_CLI_OPS_NO_WINDOW ? (guint) options->window : 0;
  tb_cli_ops_set_values (&question->ops, &values);

  return TRUE;
}

/* Figures that are all refused are no result, though the file says why. */
static gboolean
has_numbers (const TbDerived *derived)
{
  for (gsize i = 0; i < tb_derived_get_n (derived); i++)
    {
      if (tb_derived_get (derived, i)->kind != TB_VERDICT_INVALID)
        return TRUE;
    }

  return FALSE;
}

/* Csv has how the figures were computed in its notes. */
static int
write_result (const Question  *question,
              const TbDataset *result,
              const TbDerived *derived,
              const char      *output)
{
  g_autofree char *method = tb_derived_dup_method (derived, question->language);
  g_autoptr (GBytes) bytes = NULL;

  if (question->format != NULL && !tb_cli_data_format_is_csv (question->format))
    return tb_cli_write_dataset (question->format, result, FALSE, output);
  bytes = tb_writer_to_csv_noted (result, FALSE, question->language, method);

  return tb_cli_write_bytes (output, bytes);
}

static int
write_derived (const Question *question,
               TbDerived      *derived,
               TbDataset      *dataset,
               const char     *output)
{
  g_autoptr (TbDataset) result = tb_derived_to_dataset (&derived, 1, dataset);
  int status = write_result (question, result, derived, output);

  if (status != TB_CLI_DONE || has_numbers (derived))
    return status;

  tb_cli_print_error ("%s", _("no figure could be computed; the notes say why"));

  return TB_CLI_FAULT;
}

static int
transform (const Options *options,
           Question      *question)
{
  const char *output = options->output != NULL ? options->output : "-";
  g_autoptr (TbDataset) dataset = tb_cli_input_read (&options->input);
  g_autoptr (TbDerived) derived = NULL;
  g_autoptr (GError) error = NULL;

  if (dataset == NULL)
    return TB_CLI_FAULT;
  question->reference.updated = tb_dataset_get_info (dataset)->updated;
  if (!resolve (options, dataset, question))
    return TB_CLI_USAGE;

  derived = tb_transform_apply (question->series, question->ops.steps, question->ops.n, question->known,
                                question->reference, question->language, &error);
  if (derived != NULL)
    return write_derived (question, derived, dataset, output);
  if (g_error_matches (error, TB_TRANSFORM_ERROR, TB_TRANSFORM_ERROR_ARGUMENT))
    return tb_cli_fail_usage ("%s", error->message);

  tb_cli_print_error ("%s", error->message);

  return TB_CLI_FAULT;
}

int
tb_cli_run_transform (int    argc,
                      char **argv)
{
  g_auto (Options) options = { .window = TB_CLI_OPS_NO_WINDOW };
  const GOptionEntry entries[] = {
    { "op", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.operations,
      N_("What to compute; repeatable, or several with commas"), N_("OP,…") },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &options.base,
      N_("The period that is 100 (index), or that growth is since (cagr)"), N_("PERIOD") },
    { "window", 0, 0, G_OPTION_ARG_INT, &options.window, N_("Periods of a moving average, years of an average growth"),
      N_("N") },
    { "weights", 0, 0, G_OPTION_ARG_FILENAME, &options.weights, N_("What averages are weighted by"), N_("ID") },
    { "so-far", 0, 0, G_OPTION_ARG_NONE, &options.so_far, N_("Sum what there is of the last quarter, half or year"),
      NULL },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_("The day that tells which periods are over"),
      N_("DATE") },
    { "as-known", 0, 0, G_OPTION_ARG_FILENAME, &options.as_known, N_("Only what had been published by that day"),
      N_("DATE") },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &options.lang, N_("Language of the notes: en or zh_CN"), N_("LANG") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to write (else standard output)"),
      N_("OUT") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.format,
      N_("Format of OUT: csv, dataset or another of convert (else told from its suffix)"), N_("FORMAT") },
    { NULL },
  };
  GOptionEntry series_entries[TB_CLI_N_SERIES_ENTRIES + TB_CLI_N_WITH_ENTRIES];
  g_autofree char *description = tb_cli_ops_dup_help ();
  Question question = { 0 };

  tb_cli_series_fill_entries (&options.series, series_entries);
  tb_cli_series_fill_with_entries (&options.with, series_entries + TB_CLI_N_SERIES_ENTRIES - 1);
  if (!tb_cli_parse_options ("transform", _("FILE… --indicator ID --op OP"),
                             _("Computes other figures from one series and writes them as tidy csv, with\n"
                               "what was done and, where a figure is missing, why."),
                             description, &options.input, series_entries, entries, argc, argv))
    return TB_CLI_USAGE;

  return read_options (&options, &question) ? transform (&options, &question) : TB_CLI_USAGE;
}
