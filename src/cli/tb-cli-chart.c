/* tongbi-cli chart: one chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart.h"
#include "tb-cli-chart-private.h"
#include "tb-cli-chart-types.h"
#include "tb-export.h"
#include "tb-related-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef TbCliChartOptions Options;

static void
clear_options (Options *self)
{
  tb_cli_selection_clear (&self->selection);
  g_strfreev (self->operations);
  g_free (self->base);
  g_free (self->with);
  tb_cli_decorations_clear (&self->decorations);
  g_free (self->type);
  g_free (self->current);
  g_free (self->order);
  g_strfreev (self->hidden);
  g_free (self->as_of);
  g_free (self->as_known);
  g_free (self->theme);
  g_free (self->size);
  g_free (self->lang);
  g_free (self->style);
  g_free (self->spec);
  g_free (self->output);
  g_free (self->format);
  g_free (self->svg_text);
  g_clear_pointer (&self->work, tb_work_free);
  tb_cli_input_clear (&self->input);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* FALSE: said what is wrong. */
static gboolean
choose_format (const Options  *options,
               TbExportFormat *out_format)
{
  g_autofree char *suffix = options->format != NULL ? g_strconcat (".", options->format, NULL) : NULL;

  if (tb_export_format_from_name (suffix != NULL ? suffix : options->output, out_format))
    return TRUE;
  if (suffix != NULL)
    tb_cli_fail_usage (_("--format: unknown format “%s”; use png, pdf or svg"), options->format);
  else if (strcmp (options->output, "-") == 0)
    tb_cli_fail_usage ("%s", _("standard output has no suffix; say --format png, pdf or svg"));
  else
    tb_cli_fail_usage (_("the suffix of “%s” names no format; use .png, .pdf or .svg"), options->output);

  return FALSE;
}

/* 0: the day of the data. */
static gint64
get_created (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 seconds;

  return epoch != NULL && g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT64, &seconds, NULL) ? (gint64) seconds : 0;
}

static gboolean
choose_svg_text (const Options *options,
                 TbSvgText     *out_text)
{
  *out_text = g_strcmp0 (options->svg_text, "paths") == 0 ? TB_SVG_TEXT_AS_PATHS : TB_SVG_TEXT_AS_TEXT;
  if (options->svg_text == NULL || *out_text == TB_SVG_TEXT_AS_PATHS || strcmp (options->svg_text, "text") == 0)
    return TRUE;
  tb_cli_fail_usage (_("--svg-text: “%s” is not known; there are text and paths"), options->svg_text);

  return FALSE;
}

static void
print_notices (const GPtrArray *notices)
{
  for (guint i = 0; i < notices->len; i++)
    tb_cli_print_error ("%s", (const char *) notices->pdata[i]);
}

/* Of the data file. Of several none: one of them is not what the figures are from. */
static char *
dup_hash (char *const *files)
{
  g_autoptr (GFile) file = NULL;

  if (files[1] != NULL || g_str_equal (files[0], "-"))
    return NULL;
  file = g_file_new_for_commandline_arg (files[0]);

  return tb_related_file_dup_hash (file, NULL);
}

static int
write_chart (const Options     *options,
             TbDataset         *dataset,
             const TbChartSpec *spec,
             double             dpi)
{
  g_autofree char *hash = dup_hash (options->input.files);
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  TbExportOptions export_options = TB_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TbExportFormat format;
  guint n_refused = 0;
  int fault;

  if (!choose_format (options, &format) || !choose_svg_text (options, &export_options.svg_text))
    return TB_CLI_USAGE;

  export_options.dpi = dpi;
  export_options.data_hash = hash;
  export_options.created = get_created ();
  export_options.notices = notices;
  export_options.n_refused = &n_refused;
  bytes = tb_export_chart (spec, dataset, format, &export_options, &error);
  print_notices (notices);

  if (bytes == NULL)
    return tb_cli_chart_fail (options, error);
  fault = tb_cli_write_bytes (options->output, bytes);

  /* E-5: what rests on an invalid comparison is told, and is a fault. */
  return fault == TB_CLI_DONE && n_refused > 0 ? TB_CLI_FAULT : fault;
}

static int
list_types (const Options     *options,
            TbDataset         *dataset,
            const TbChartSpec *spec)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, &error);

  if (selection == NULL)
    return tb_cli_chart_fail (options, error);

  return tb_cli_list_chart_types (selection, tb_chart_spec_get (spec)->language, options->as_json);
}

static gboolean
says_what_to_draw (const Options *options)
{
  return !tb_cli_selection_is_empty (&options->selection) || options->type != NULL || options->size != NULL ||
         options->lang != NULL || options->style != NULL || options->operations != NULL || options->base != NULL ||
         options->window != TB_CLI_OPS_NO_WINDOW || options->with != NULL || options->current != NULL ||
         options->order != NULL || options->own_scales || options->hidden != NULL || options->as_of != NULL ||
         options->as_known != NULL || options->decimals != TB_CLI_CHART_NO_NUMBER || options->transparent ||
         !tb_cli_decorations_is_empty (&options->decorations);
}

static int
make_chart (Options *options)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (TbChartSpec) spec = NULL;
  g_autofree char *text = NULL;
  double dpi;
  int fault = TB_CLI_DONE;

  if (!tb_cli_chart_choose_size (options, &fields, &dpi))
    return TB_CLI_USAGE;
  if (tb_cli_chart_is_work (options))
    fault = says_what_to_draw (options) ? tb_cli_fail_usage (
                "%s", _("FILE is a saved chart; it takes the place of the options that say what to draw"))
                                        : tb_cli_chart_take_work (options);
  if (fault != TB_CLI_DONE)
    return fault;
  dataset = tb_cli_input_read (&options->input);
  if (dataset == NULL)
    return TB_CLI_FAULT;
  if (options->work != NULL)
    tb_cli_chart_tell_changes (options);
  fault = tb_cli_chart_make_spec (options, dataset, &fields, &spec);
  if (fault != TB_CLI_DONE)
    return fault;

  if (options->list_types)
    return list_types (options, dataset, spec);
  if (options->output != NULL)
    return write_chart (options, dataset, spec, dpi);
  text = tb_chart_spec_to_json (spec);

  return tb_cli_print (text);
}

/* 0: the options go together. */
static int
check_options (const Options *options)
{
  if (options->list_types && (options->output != NULL || options->print_spec))
    return tb_cli_fail_usage (
        "%s", _("--list-types prints the types of chart and draws none; it does not go with -o and --print-spec"));
  if (options->as_json && !options->list_types)
    return tb_cli_fail_usage ("%s", _("--json goes with --list-types"));
  if (options->output == NULL && !options->print_spec && !options->list_types)
    return tb_cli_fail_usage ("%s", _("no output is given; say -o OUT"));
  if (options->output != NULL && options->print_spec)
    return tb_cli_fail_usage ("%s", _("--print-spec writes the spec and no chart; it does not go with -o"));
  if (options->spec != NULL && says_what_to_draw (options))
    return tb_cli_fail_usage ("%s", _("--spec takes the place of the options that say what to draw"));

  return 0;
}

static char *
dup_description (void)
{
  g_autofree char *types = tb_cli_dup_chart_types_help ();

  return g_strdup_printf ("%s\n\n%s\n%s", types, tb_cli_get_file_help (),
                          _("FILE may be a chart that the window saved; it names its data, and says what to draw."));
}

int
tb_cli_run_chart (int    argc,
                  char **argv)
{
  g_auto (Options) options
      = { .dpi = TB_CLI_CHART_NO_NUMBER, .decimals = TB_CLI_CHART_NO_NUMBER, .window = TB_CLI_OPS_NO_WINDOW };
  const GOptionEntry entries[] = {
    { "type", 0, 0, G_OPTION_ARG_FILENAME, &options.type,
      N_("One of the types below (else the one that suits the figures)"), N_("TYPE") },
    { "list-types", 0, 0, G_OPTION_ARG_NONE, &options.list_types,
      N_("List the types of chart and, of those that do not fit the figures, the reason"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_("List them in JSON"), NULL },
    { "op", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.operations,
      N_("What to compute before drawing, as transform does; repeatable, or several with commas"), N_("OP,…") },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &options.base,
      N_("The period that is 100 (index), that growth is since (cagr), or that --current is set against"),
      N_("PERIOD") },
    { "current", 0, 0, G_OPTION_ARG_FILENAME, &options.current,
      N_("The later of two periods, or the one that is ranked"), N_("PERIOD") },
    { "order", 0, 0, G_OPTION_ARG_FILENAME, &options.order,
      N_("Of rows, parts and bars: size, declared, change, gap or completion"), N_("ORDER") },
    { "own-scales", 0, 0, G_OPTION_ARG_NONE, &options.own_scales, N_("Small multiples: each panel has its own scale"),
      NULL },
    { "hide", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.hidden, N_("Leave a series out; repeatable"), N_("KEY") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_("The day that tells which periods are over"),
      N_("DATE") },
    { "as-known", 0, 0, G_OPTION_ARG_FILENAME, &options.as_known, N_("Only what had been published by that day"),
      N_("DATE") },
    { "window", 0, 0, G_OPTION_ARG_INT, &options.window, N_("Periods of a moving average, years of an average growth"),
      N_("N") },
    { "with", 0, 0, G_OPTION_ARG_FILENAME, &options.with,
      N_("The whole of a share or contribution (else the one it is part of), the population"), N_("ID") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size, N_("Such as 1600x900, 160x90mm, a4-landscape or slide"),
      N_("SIZE") },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &options.dpi, N_("Dots per inch: 96 for pixels, 300 for millimetres"), N_("N") },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &options.lang, N_("Language of the chart: en or zh_CN"), N_("LANG") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &options.style,
      N_("light, dark, print, high-contrast or high-contrast-dark"), N_("STYLE") },
    { "decimals", 0, 0, G_OPTION_ARG_INT, &options.decimals,
      N_("Figures have so many decimals at most, 0 to 4 (else as published)"), N_("N") },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &options.transparent,
      N_("What lies behind the chart is seen through it"), NULL },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &options.theme, N_("House style: colours, fonts and logo"), N_("FILE") },
    { "spec", 0, 0, G_OPTION_ARG_FILENAME, &options.spec, N_("Take a chart spec in JSON in place of the options"),
      N_("FILE") },
    { "print-spec", 0, 0, G_OPTION_ARG_NONE, &options.print_spec,
      N_("Print the spec that the options mean, in place of a chart"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to write; “-” is standard output"),
      N_("OUT") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("png, pdf or svg (else told from OUT’s suffix)"),
      N_("FORMAT") },
    { "svg-text", 0, 0, G_OPTION_ARG_FILENAME, &options.svg_text,
      N_("Text of svg: text (can be searched, needs the fonts) or paths (looks the same everywhere)"), N_("AS") },
    { NULL },
  };
  /* The last of the first is the end of a list. */
  GOptionEntry more[TB_CLI_N_DECORATION_ENTRIES + TB_CLI_N_SELECTION_ENTRIES + 1];
  g_autofree char *description = dup_description ();
  int fault;

  tb_cli_decorations_fill_entries (&options.decorations, more);
  tb_cli_selection_fill_entries (&options.selection, more + TB_CLI_N_DECORATION_ENTRIES);
  if (!tb_cli_parse_options ("chart", _("FILE… -o OUT"), _("Draws one chart as png, pdf or svg."),
                             description, &options.input, entries, more, argc, argv))
    return TB_CLI_USAGE;
  fault = check_options (&options);

  return fault != 0 ? fault : make_chart (&options);
}
