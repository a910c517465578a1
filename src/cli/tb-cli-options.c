/* Options that the commands share: their parsing, SELECTION, language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-text-measure.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* Messages name units and ids of a file, which could command the terminal. */
static void
print_message (const char *format,
               va_list     args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);
  g_autofree char *clean = tb_text_clean (message);

  g_printerr ("tongbi-cli: %s\n", clean);
}

void
tb_cli_print_error (const char *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  print_message (format, args);
  va_end (args);
}

int
tb_cli_fail_usage (const char *format,
                   ...)
{
  va_list args;

  va_start (args, format);
  print_message (format, args);
  va_end (args);
  /* Translators: %s is the program with its command, such as "tongbi-cli table". */
  g_printerr (_("“%s --help” tells the options.\n"), g_get_prgname ());

  return TB_CLI_USAGE;
}

const char *
tb_cli_get_file_help (void)
{
  return _("FILE is a file, a folder or an archive, or “-” for standard input.\n"
           "Several of them are read as one dataset.");
}

gboolean
tb_cli_parse_options (const char         *command,
                      const char         *parameters,
                      const char         *summary,
                      const char         *description,
                      TbCliInput         *input,
                      const GOptionEntry *entries,
                      const GOptionEntry *more,
                      int                 argc,
                      char              **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("tongbi-cli ", command, NULL);
  GOptionEntry input_entries[TB_CLI_N_INPUT_ENTRIES];

  g_set_prgname (name);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (more != NULL)
    g_option_context_add_main_entries (context, more, GETTEXT_PACKAGE);
  tb_cli_input_fill_entries (input, input_entries);
  g_option_context_add_main_entries (context, input_entries, GETTEXT_PACKAGE);

  if (g_option_context_parse (context, &argc, &argv, &error))
    return tb_cli_input_check (input);

  tb_cli_fail_usage ("%s", error->message);

  return FALSE;
}

gboolean
tb_cli_get_language (const char *name,
                     TbLanguage *out_language)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (name != NULL && tb_language_from_name (name, out_language))
    return TRUE;
  if (name != NULL)
    {
      tb_cli_fail_usage (_("--lang: no language “%s”; there are “en” and “zh_CN”"), name);
      return FALSE;
    }
  if (locale == NULL || !tb_language_from_name (locale, out_language))
    *out_language = TB_LANGUAGE_EN;

  return TRUE;
}

void
tb_cli_selection_fill_entries (TbCliSelection *self,
                               GOptionEntry   *out_entries)
{
  const GOptionEntry entries[TB_CLI_N_SELECTION_ENTRIES] = {
    { "indicator", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->indicators,
      N_("Only this indicator; repeatable, * and ? stand for any characters"), N_("ID") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &self->place, N_("Only this place"), N_("ID") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &self->from, N_("From this period on, such as 2021 or 2021-Q3"),
      N_("PERIOD") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &self->to, N_("Up to this period"), N_("PERIOD") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &self->kinds,
      N_("Only these kinds of figures: actual, target, plan, forecast"), N_("KIND,…") },
    { NULL },
  };

  memcpy (out_entries, entries, sizeof entries);
}

gboolean
tb_cli_selection_is_empty (const TbCliSelection *self)
{
  return self->indicators == NULL && self->place == NULL && self->from == NULL && self->to == NULL
         && self->kinds == NULL;
}

void
tb_cli_selection_clear (TbCliSelection *self)
{
  g_clear_pointer (&self->indicators, g_strfreev);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->kinds, g_free);
}

gboolean
tb_cli_parse_period (const char      *option,
                     const char      *text,
                     const TbDataset *dataset,
                     TbPeriod        *out_period)
{
  g_autoptr (GError) error = NULL;

  if (!tb_period_parse (text, tb_dataset_get_info (dataset)->year_start, out_period, &error))
    {
      tb_cli_fail_usage ("%s: %s", option, error->message);
      return FALSE;
    }
  if (!tb_period_is_dated (*out_period))
    {
      tb_cli_fail_usage (_("%s: “%s” is no period that can be computed with"), option, text);
      return FALSE;
    }

  return TRUE;
}

gboolean
tb_cli_parse_kind (const char *option,
                   const char *text,
                   TbKind     *out_kind)
{
  int kind = tb_vocabulary_find (&tb_kinds, text);
  const char *nearest = kind < 0 ? tb_vocabulary_nearest (&tb_kinds, text) : NULL;

  if (nearest != NULL)
    tb_cli_fail_usage (_("%s: no kind “%s”; did you mean “%s”?"), option, text, nearest);
  else if (kind < 0)
    tb_cli_fail_usage (_("%s: no kind “%s”; there are actual, target, plan and forecast"), option, text);
  if (kind < 0)
    return FALSE;
  *out_kind = (TbKind) kind;

  return TRUE;
}

gboolean
tb_cli_parse_day (const char *option,
                  const char *text,
                  TbDay      *out_day)
{
  if (text == NULL)
    {
      *out_day = 0;
      return TRUE;
    }
  if (tb_day_parse (text, out_day))
    return TRUE;

  tb_cli_fail_usage (_("%s: “%s” is no date such as 2021-08-31"), option, text);

  return FALSE;
}

static gboolean
parse_kinds (const char *text,
             guint      *out_kinds)
{
  /* Split, "" would have no word at all and mean all kinds. */
  g_auto (GStrv) words = g_strsplit (*text != '\0' ? text : ",", ",", -1);

  *out_kinds = 0;
  for (gsize i = 0; words[i] != NULL; i++)
    {
      TbKind kind;

      if (!tb_cli_parse_kind ("--kind", g_strstrip (words[i]), &kind))
        return FALSE;
      *out_kinds |= 1u << kind;
    }

  return TRUE;
}

gboolean
tb_cli_selection_resolve (const TbCliSelection *self,
                          const TbDataset      *dataset,
                          TbSelectionQuery     *out_query)
{
  *out_query = (TbSelectionQuery) {
    .indicators = (const char *const *) self->indicators,
    .place = self->place,
    .from = TB_PERIOD_UNDATED,
    .to = TB_PERIOD_UNDATED,
  };

  if (self->from != NULL && !tb_cli_parse_period ("--from", self->from, dataset, &out_query->from))
    return FALSE;
  if (self->to != NULL && !tb_cli_parse_period ("--to", self->to, dataset, &out_query->to))
    return FALSE;

  return self->kinds == NULL || parse_kinds (self->kinds, &out_query->kinds);
}

int
tb_cli_fail_selection (const TbCliSelection *self,
                       const GError         *error)
{
  /* Where nothing was asked for, it is the file that has nothing. */
  if (!tb_cli_selection_is_empty (self) || !g_error_matches (error, TB_SELECTION_ERROR, TB_SELECTION_ERROR_EMPTY))
    return tb_cli_fail_usage ("%s", error->message);

  tb_cli_print_error ("%s", error->message);

  return TB_CLI_FAULT;
}
