/* tongbi-cli compare: whether two figures may be compared, and what comes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-compare-private.h"
#include "tb-cli-series.h"
#include "tb-cli.h"
#include "tb-text-measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const operation_names[] = { "change", "share", "completion" };

static const TbVocabulary operations = { "op", operation_names, NULL, G_N_ELEMENTS (operation_names) };

typedef struct
{
  TbCliSeries  series;
  char        *base;
  char        *current;
  char        *base_kind;
  char        *current_kind;
  TbCliSeries  with;
  char        *operation;
  char        *as_of;
  char        *as_known;
  char        *lang;
  gboolean     json;
  TbCliInput   input;
} Options;

static void
clear_options (Options *self)
{
  tb_cli_series_clear (&self->series);
  g_free (self->base);
  g_free (self->current);
  g_free (self->base_kind);
  g_free (self->current_kind);
  tb_cli_series_clear (&self->with);
  g_free (self->operation);
  g_free (self->as_of);
  g_free (self->as_known);
  g_free (self->lang);
  tb_cli_input_clear (&self->input);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse_operation (const char     *name,
                 TbCliOperation *out_operation)
{
  int found = name == NULL ? TB_CLI_CHANGE : tb_vocabulary_find (&operations, name);
  const char *nearest = found < 0 ? tb_vocabulary_nearest (&operations, name) : NULL;

  if (found < 0 && nearest != NULL)
    tb_cli_fail_usage (_("--op: no operation “%s”; did you mean “%s”?"), name, nearest);
  else if (found < 0)
    tb_cli_fail_usage (_("--op: no operation “%s”; there are change, share and completion"), name);
  if (found < 0)
    return FALSE;
  *out_operation = (TbCliOperation) found;

  return TRUE;
}

static gboolean
parse_kind (const char *option,
            const char *text,
            int        *out_kind)
{
  TbKind kind;

  *out_kind = TB_CLI_ANY_KIND;
  if (text == NULL)
    return TRUE;
  if (!tb_cli_parse_kind (option, text, &kind))
    return FALSE;
  *out_kind = (int) kind;

  return TRUE;
}

/* "undated" is how figures without a period are asked for. */
static gboolean
parse_period (const char      *option,
              const char      *text,
              const TbDataset *dataset,
              TbPeriod        *out_period)
{
  *out_period = TB_PERIOD_UNDATED;

  return text == NULL || strcmp (text, "undated") == 0 || tb_cli_parse_period (option, text, dataset, out_period);
}

/* Whether the options go together, before the file is read. */
static gboolean
check_options (const Options *options,
               TbCliOperation operation)
{
  gboolean lists = options->series.indicator == NULL;

  if (options->current == NULL)
    tb_cli_fail_usage ("%s", _("no current period is given; say --current PERIOD"));
  else if (lists && options->base == NULL)
    tb_cli_fail_usage ("%s", _("say --indicator ID, or both --base and --current for all indicators"));
  else if (lists && (!tb_cli_series_is_empty (&options->with) || operation != TB_CLI_CHANGE
                     || options->base_kind != NULL || options->current_kind != NULL))
    tb_cli_fail_usage ("%s", _("--with, --op and kinds of figures need --indicator ID"));
  else
    return TRUE;

  return FALSE;
}

/* What the series are that the base is of: those of the same thing, unless
 * another one is named or the indicator is known to be a part. */
static GPtrArray *
find_others (const Options *options,
             TbCliOperation operation,
             GPtrArray     *series,
             TbDataset     *dataset)
{
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  const TbIndicator *indicator = tb_catalog_find_indicator (catalog, options->series.indicator);
  TbCliSeries with = options->with;

  if (tb_cli_series_is_empty (&with) && operation == TB_CLI_SHARE && indicator->part_of != NULL)
    with.indicator = (char *) indicator->part_of->id;
  if (tb_cli_series_is_empty (&with))
    return g_ptr_array_ref (series);

  return tb_cli_series_find_other (&options->series, &with, dataset);
}

/* FALSE: said what is wrong. Arrays of @out_question are to be given back. */
static gboolean
make_question (const Options *options,
               TbDataset     *dataset,
               TbCliQuestion *question)
{
  gboolean of_another;

  question->dataset = dataset;
  question->has_base = options->base != NULL;
  if (!parse_period ("--base", options->base, dataset, &question->base)
      || !parse_period ("--current", options->current, dataset, &question->current))
    return FALSE;
  if (options->series.indicator == NULL && tb_period_equal (question->base, question->current))
    {
      tb_cli_fail_usage ("%s", _("--base and --current are the same period"));
      return FALSE;
    }
  question->series = tb_cli_series_find (&options->series, dataset);
  if (question->series == NULL || options->series.indicator == NULL)
    return question->series != NULL;
  question->others = find_others (options, question->operation, question->series, dataset);
  if (question->others == NULL)
    return FALSE;

  /* Two things are set side by side in one period, and so are part and whole. */
  of_another = question->series != question->others || question->operation == TB_CLI_SHARE;
  if (!question->has_base && of_another && question->operation != TB_CLI_COMPLETION)
    {
      question->has_base = TRUE;
      question->base = question->current;
    }

  return TRUE;
}

static void
clear_question (TbCliQuestion *self)
{
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbCliQuestion, clear_question)

static int
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = tb_json_to_text (root);

  return tb_cli_print (text);
}

static int
print_answer (const TbCliAnswer *answer,
              TbLanguage         language,
              gboolean           json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  if (json)
    {
      tb_cli_answer_build (answer, builder, language);
      return print_json (builder);
    }
  text = tb_cli_answer_dup_text (answer, language);

  return tb_cli_print (text);
}

/* A figure against itself is what another source says of it: it confirms the
 * figure, or contradicts it. */
static gboolean
take_other_source (TbCliPair *pair)
{
  const TbSeries *series = pair->current.series;

  for (gsize row = 0; row < tb_series_get_n (series); row++)
    {
      if (row == pair->base.row || tb_series_relate (series, pair->base.row, row) == TB_ROWS_UNRELATED)
        continue;
      pair->current.row = row;
      return TRUE;
    }

  return FALSE;
}

static int
compare_pair (const TbCliQuestion *question,
              gboolean             json)
{
  g_auto (TbCliAnswer) answer = { .text = NULL };
  TbCliPair pair;
  int status;

  if (!tb_cli_pair_choose (question, &pair))
    return TB_CLI_USAGE;
  if (pair.base.series != NULL && pair.base.series == pair.current.series && pair.base.row == pair.current.row
      && !take_other_source (&pair))
    return tb_cli_fail_usage ("%s",
                              _("both are the same figure; name another period, or --base-kind or --current-kind"));

  answer = tb_cli_answer (question, &pair);
  status = print_answer (&answer, question->language, json);
  if (status != TB_CLI_DONE)
    return status;

  return tb_cli_answer_get_kind (&answer) == TB_VERDICT_INVALID ? TB_CLI_FAULT : TB_CLI_DONE;
}

/* "beds  comparable: R6  Hospital beds (City)  up 2,700 beds" */
static void
append_line (GString           *text,
             const TbCliAnswer *answer,
             TbLanguage         language)
{
  const TbSeries *series = answer->pair.current.series;
  g_autofree char *name = tb_series_dup_name (series, language, TRUE);
  g_autofree char *codes = tb_cli_answer_dup_codes (answer, language);
  const char *const fields[] = { tb_series_get_info (series)->indicator->id, codes, name, answer->text };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *clean = tb_text_clean (fields[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "  " : "", clean);
    }
  g_string_append_c (text, '\n');
}

static GHashTable *
make_set (const GPtrArray *series)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < series->len; i++)
    g_hash_table_add (set, g_ptr_array_index (series, i));

  return set;
}

/* All that have figures in both periods. */
static int
list_all (const TbCliQuestion *question,
          gboolean             json)
{
  g_autoptr (GArray) list = tb_comparable_list (question->dataset, question->base, question->current, question->known,
                                                question->reference);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) wanted = make_set (question->series);
  guint n = 0;
  int status;

  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const TbComparable *comparable = &g_array_index (list, TbComparable, i);
      g_auto (TbCliAnswer) answer = { .pair = { comparable->base, comparable->current },
                                      .verdict = comparable->verdict };

      if (!g_hash_table_contains (wanted, comparable->current.series))
        continue;
      answer.text = tb_verdict_dup_text (&answer.verdict, comparable->base, comparable->current, question->reference,
                                         question->language);
      if (json)
        tb_cli_answer_build (&answer, builder, question->language);
      else
        append_line (text, &answer, question->language);
      n++;
    }
  json_builder_end_array (builder);

  status = json ? print_json (builder) : tb_cli_print (text->str);
  if (status == TB_CLI_DONE && n == 0)
    tb_cli_print_error ("%s", _("no indicator has figures of both periods"));

  return n == 0 ? TB_CLI_FAULT : status;
}

static int
compare (const Options *options)
{
  g_auto (TbCliQuestion) question = { .has_base = FALSE };
  g_autoptr (TbDataset) dataset = NULL;

  if (!parse_operation (options->operation, &question.operation)
      || !check_options (options, question.operation)
      || !parse_kind ("--base-kind", options->base_kind, &question.base_kind)
      || !parse_kind ("--current-kind", options->current_kind, &question.current_kind)
      || !tb_cli_parse_day ("--as-of", options->as_of, &question.reference.as_of)
      || !tb_cli_parse_day ("--as-known", options->as_known, &question.known)
      || !tb_cli_get_language (options->lang, &question.language))
    return TB_CLI_USAGE;
  dataset = tb_cli_input_read (&options->input);
  if (dataset == NULL)
    return TB_CLI_FAULT;
  question.reference.updated = tb_dataset_get_info (dataset)->updated;
  if (!make_question (options, dataset, &question))
    return TB_CLI_USAGE;

  return options->series.indicator == NULL ? list_all (&question, options->json)
                                           : compare_pair (&question, options->json);
}

int
tb_cli_run_compare (int    argc,
                    char **argv)
{
  g_auto (Options) options = { .json = FALSE };
  const GOptionEntry entries[] = {
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &options.base,
      N_("What to compare with (else the best earlier one); “undated” for figures without a period"), N_("PERIOD") },
    { "current", 0, 0, G_OPTION_ARG_FILENAME, &options.current, N_("What is compared"), N_("PERIOD") },
    { "base-kind", 0, 0, G_OPTION_ARG_FILENAME, &options.base_kind, N_("actual, target, plan or forecast"),
      N_("KIND") },
    { "current-kind", 0, 0, G_OPTION_ARG_FILENAME, &options.current_kind, N_("Likewise"), N_("KIND") },
    { "op", 0, 0, G_OPTION_ARG_FILENAME, &options.operation, N_("change (else), share or completion"), N_("OP") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_("The day that tells which periods are over"),
      N_("DATE") },
    { "as-known", 0, 0, G_OPTION_ARG_FILENAME, &options.as_known, N_("Only what had been published by that day"),
      N_("DATE") },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &options.lang, N_("Language of the answer: en or zh_CN"), N_("LANG") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Write JSON"), NULL },
    { NULL },
  };
  GOptionEntry series_entries[TB_CLI_N_SERIES_ENTRIES + TB_CLI_N_WITH_ENTRIES];
  g_autofree char *description = g_strdup_printf ("%s\n%s", tb_cli_get_file_help (),
                                                  _("The exit status is 1 where the comparison is refused."));

  tb_cli_series_fill_entries (&options.series, series_entries);
  tb_cli_series_fill_with_entries (&options.with, series_entries + TB_CLI_N_SERIES_ENTRIES - 1);
  if (!tb_cli_parse_options ("compare", _("FILE… --indicator ID --base PERIOD --current PERIOD"),
                             _("Tells whether two figures may be compared, and what comes of it: the\n"
                               "change, the share or the completion, or the reason why there is none.\n"
                               "Without --indicator, all that have figures in both periods."),
                             description,
                             &options.input, series_entries, entries, argc, argv))
    return TB_CLI_USAGE;

  return compare (&options);
}
