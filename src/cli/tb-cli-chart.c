/* tongbi-cli chart: one chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart.h"
#include "tb-chart-refused.h"
#include "tb-cli.h"
#include "tb-cli-chart-types.h"
#include "tb-cli-decorations.h"
#include "tb-cli-ops.h"
#include "tb-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No option gives this one. */
#define NO_DPI G_MININT

typedef struct
{
  TbCliSelection  selection;
  char          **operations;
  char           *base;
  gboolean        base_of_op;
  int             window;
  char           *with;
  TbChartOperation steps[TB_N_TRANSFORMS];  /* what they mean */
  TbCliDecorations decorations;
  char           *type;
  char           *current;
  char           *order;
  gboolean        own_scales;
  char          **hidden;
  char           *as_of;
  char           *as_known;
  char           *theme;
  gboolean        list_types;
  gboolean        as_json;
  char           *size;
  int             dpi;
  char           *lang;
  char           *style;
  char           *spec;
  gboolean        print_spec;
  char           *output;
  char           *format;
  char           *svg_text;
  char          **files;
} Options;

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
  g_strfreev (self->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse_type (const char  *name,
            TbChartType *out_type)
{
  const char *names[TB_N_CHART_TYPES];
  TbVocabulary words = { "type", names, NULL, TB_N_CHART_TYPES };
  const char *refusal = tb_chart_type_get_refusal (name, TB_LANGUAGE_EN);
  const char *nearest;
  g_autofree char *all = NULL;

  if (tb_chart_type_from_name (name, out_type))
    return TRUE;
  if (refusal != NULL)
    {
      tb_cli_fail_usage (_("--type: “%s” is not offered. %s"), name, _(refusal));
      return FALSE;
    }

  for (int i = 0; i < TB_N_CHART_TYPES; i++)
    names[i] = tb_chart_type_get_name ((TbChartType) i);
  nearest = tb_vocabulary_nearest (&words, name);
  if (nearest != NULL)
    tb_cli_fail_usage (_("--type: no chart type “%s”; did you mean “%s”?"), name, nearest);
  else
    {
      all = tb_cli_dup_chart_type_names ();
      tb_cli_fail_usage (_("--type: no chart type “%s”; there are %s"), name, all);
    }

  return FALSE;
}

/* Two periods are set against each other. */
static gboolean
takes_two_periods (TbChartType type)
{
  return type == TB_CHART_SLOPE || type == TB_CHART_DUMBBELL || type == TB_CHART_WATERFALL || type == TB_CHART_STOCK_FLOW;
}

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

/* The steps that options give. FALSE: said what is wrong. */
static gboolean
fill_operations (Options           *options,
                 TbDataset         *dataset,
                 TbChartSpecFields *fields)
{
  TbTransform values = { .base = TB_PERIOD_UNDATED };
  TbCliOps ops = { .n = 0 };

  if (options->operations != NULL && !tb_cli_ops_parse ("--op", options->operations, &ops))
    return FALSE;
  /* --base is the operation's where there is one that reads it, else the chart's. */
  options->base_of_op = options->base != NULL && (tb_cli_ops_get_kinds (&ops) & TB_CLI_OPS_WITH_BASE) != 0;
  if (!tb_cli_ops_check (&ops, options->base_of_op, options->window, options->with != NULL) ||
      (options->base != NULL && !tb_cli_parse_period ("--base", options->base, dataset, &values.base)))
    return FALSE;
  if (options->with != NULL && tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), options->with) == NULL)
    {
      tb_cli_fail_usage (_("--with: there is no indicator “%s”"), options->with);
      return FALSE;
    }

  values.window = options->window != TB_CLI_OPS_NO_WINDOW ? (guint) options->window : 0;
  tb_cli_ops_set_values (&ops, &values);
  for (gsize i = 0; i < ops.n; i++)
    {
      const TbTransform *step = &ops.steps[i];
      gboolean has_other = (1u << step->kind & TB_CLI_OPS_WITH_OTHER) != 0;

      options->steps[i] = (TbChartOperation) { .kind = step->kind, .base = step->base, .window = step->window,
                                               .with = has_other ? options->with : NULL };
    }
  fields->operations = options->steps;
  fields->n_operations = ops.n;

  return TRUE;
}

/* The two periods, once the type is known. FALSE: said what is wrong. */
static gboolean
fill_periods (const Options     *options,
              const TbDataset   *dataset,
              TbChartSpecFields *fields)
{
  gboolean has_base = options->base != NULL && !options->base_of_op;

  if (has_base && !takes_two_periods (fields->type))
    {
      tb_cli_fail_usage ("%s", _("--base goes with index and cagr, and with charts of two periods: slope, dumbbell, waterfall "
                                 "and stock-flow"));
      return FALSE;
    }
  if (options->current != NULL && !takes_two_periods (fields->type) && fields->type != TB_CHART_BAR)
    {
      tb_cli_fail_usage ("%s", _("--current goes with bar, and with charts of two periods: slope, dumbbell, waterfall and "
                                 "stock-flow"));
      return FALSE;
    }

  return (!has_base || tb_cli_parse_period ("--base", options->base, dataset, &fields->base)) &&
         (options->current == NULL || tb_cli_parse_period ("--current", options->current, dataset, &fields->current));
}

/* The style of a house. FALSE: said what is wrong. */
static gboolean
read_theme (const char    *path,
            TbHouseStyle **out_house)
{
  gsize length;
  g_autofree char *text = path != NULL ? tb_cli_read_text (path, &length) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return TRUE;
  if (text == NULL)
    return FALSE;
  *out_house = tb_house_style_from_json (text, (gssize) length, &error);
  if (*out_house == NULL)
    tb_cli_print_error ("%s: %s", path, error->message);

  return *out_house != NULL;
}

/* FALSE: said what is wrong. */
static gboolean
fill_order (const Options     *options,
            TbChartSpecFields *fields)
{
  if (options->order == NULL || tb_chart_order_from_name (options->order, &fields->order))
    return TRUE;
  tb_cli_fail_usage (_("--order: no order “%s”; there are usual, size, declared, change, gap and completion"), options->order);

  return FALSE;
}

static int
fail_chart (const Options *options,
            const GError  *error)
{
  /* What the selection or the size asks for is usage; that the type or a step does
   * not suit the figures is their fault. */
  if (error->domain == TB_SELECTION_ERROR)
    return tb_cli_fail_selection (&options->selection, error);
  if (g_error_matches (error, TB_CHART_ERROR, TB_CHART_ERROR_SIZE)
      || g_error_matches (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE))
    return tb_cli_fail_usage ("%s", error->message);

  tb_cli_print_error ("%s", error->message);

  return TB_CLI_FAULT;
}

/* The type that suits what the steps make of the figures. */
static int
suggest_type (const Options     *options,
              TbDataset         *dataset,
              TbChartSpecFields *fields)
{
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, &error);

  if (selection == NULL)
    return fail_chart (options, error);
  fields->type = tb_chart_suggest (selection);

  return TB_CLI_DONE;
}

/* The fields that options give; strings belong to @options. The exit status: not
 * TB_CLI_DONE where it said what is wrong. */
static int
fill_fields (Options           *options,
             TbDataset         *dataset,
             TbChartSpecFields *fields)
{
  TbSelectionQuery query;
  int fault;

  if (!tb_cli_selection_resolve (&options->selection, dataset, &query)
      || !tb_cli_get_language (options->lang, &fields->language))
    return TB_CLI_USAGE;
  if (options->style != NULL && !tb_style_from_name (options->style, &fields->style))
    return tb_cli_fail_usage (_("--style: no style “%s”; there are light, dark and print"), options->style);

  fields->indicators = options->selection.indicators;
  fields->place = options->selection.place;
  fields->from = query.from;
  fields->to = query.to;
  fields->kinds = query.kinds;
  fields->own_scales = options->own_scales;
  fields->hidden = options->hidden;

  if (!tb_cli_parse_day ("--as-of", options->as_of, &fields->as_of) ||
      !tb_cli_parse_day ("--as-known", options->as_known, &fields->known) || !fill_order (options, fields) ||
      !fill_operations (options, dataset, fields) ||
      !tb_cli_decorations_resolve (&options->decorations, dataset, fields))
    return TB_CLI_USAGE;
  if (options->type != NULL && !parse_type (options->type, &fields->type))
    return TB_CLI_USAGE;
  fault = options->type == NULL ? suggest_type (options, dataset, fields) : TB_CLI_DONE;
  if (fault == TB_CLI_DONE && !fill_periods (options, dataset, fields))
    return TB_CLI_USAGE;

  return fault;
}

/* The size and dots per inch. FALSE: said what is wrong. */
static gboolean
choose_size (const Options     *options,
             TbChartSpecFields *fields,
             double            *out_dpi)
{
  g_autoptr (GError) error = NULL;

  *out_dpi = options->dpi > 0 ? options->dpi : 96;
  if (options->dpi <= 0 && options->dpi != NO_DPI)
    {
      tb_cli_fail_usage ("%s", _("--dpi: expected a number above 0"));
      return FALSE;
    }
  if (options->size == NULL)
    return TRUE;
  if (tb_export_parse_size (options->size, MAX (options->dpi, 0), &fields->width, &fields->height, out_dpi, &error))
    return TRUE;

  tb_cli_fail_usage ("--size: %s", error->message);

  return FALSE;
}

/* With the style of a house in place of its own, where one is given. */
static TbChartSpec *
read_spec (const char   *path,
           TbHouseStyle *house)
{
  TbChartSpecFields fields;
  gsize length;
  g_autofree char *text = tb_cli_read_text (path, &length);
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return NULL;
  spec = tb_chart_spec_from_json (text, (gssize) length, &error);
  if (spec == NULL)
    tb_cli_print_error ("%s: %s", path, error->message);
  if (spec == NULL || house == NULL)
    return g_steal_pointer (&spec);
  fields = *tb_chart_spec_get (spec);
  fields.house = house;

  return tb_chart_spec_new (&fields);
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

static int
write_chart (const Options     *options,
             const char        *file,
             TbDataset         *dataset,
             const TbChartSpec *spec,
             double             dpi)
{
  g_autofree char *hash = tb_export_dup_file_hash (file);
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
    return fail_chart (options, error);
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
    return fail_chart (options, error);

  return tb_cli_list_chart_types (selection, tb_chart_spec_get (spec)->language, options->as_json);
}

static int
make_chart (Options    *options,
            const char *file)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (TbHouseStyle) house = NULL;
  g_autofree char *text = NULL;
  int fault = TB_CLI_DONE;
  double dpi;

  if (!choose_size (options, &fields, &dpi))
    return TB_CLI_USAGE;
  dataset = tb_cli_read (file);
  if (dataset == NULL)
    return TB_CLI_FAULT;
  if (!read_theme (options->theme, &house))
    return TB_CLI_FAULT;
  if (options->spec != NULL)
    spec = read_spec (options->spec, house);
  else
    fault = fill_fields (options, dataset, &fields);
  fields.house = house;
  if (fault != TB_CLI_DONE)
    return fault;
  if (options->spec == NULL)
    spec = tb_chart_spec_new (&fields);
  if (spec == NULL)
    return TB_CLI_FAULT;

  if (options->list_types)
    return list_types (options, dataset, spec);
  if (options->output != NULL)
    return write_chart (options, file, dataset, spec, dpi);
  text = tb_chart_spec_to_json (spec);

  return tb_cli_print (text);
}

/* 0: the options go together. */
static int
check_options (const Options *options)
{
  if (options->list_types && (options->output != NULL || options->print_spec))
    return tb_cli_fail_usage ("%s", _("--list-types prints the types of chart and draws none; it does not go with -o and --print-spec"));
  if (options->as_json && !options->list_types)
    return tb_cli_fail_usage ("%s", _("--json goes with --list-types"));
  if (options->output == NULL && !options->print_spec && !options->list_types)
    return tb_cli_fail_usage ("%s", _("no output is given; say -o OUT"));
  if (options->output != NULL && options->print_spec)
    return tb_cli_fail_usage ("%s", _("--print-spec writes the spec and no chart; it does not go with -o"));
  if (options->spec != NULL
      && (!tb_cli_selection_is_empty (&options->selection) || options->type != NULL || options->size != NULL
          || options->lang != NULL || options->style != NULL || options->operations != NULL || options->base != NULL
          || options->window != TB_CLI_OPS_NO_WINDOW || options->with != NULL || options->current != NULL
          || options->order != NULL || options->own_scales || options->hidden != NULL || options->as_of != NULL
          || options->as_known != NULL || !tb_cli_decorations_is_empty (&options->decorations)))
    return tb_cli_fail_usage ("%s", _("--spec takes the place of the options that say what to draw"));

  return 0;
}

int
tb_cli_run_chart (int    argc,
                  char **argv)
{
  g_auto (Options) options = { .dpi = NO_DPI, .window = TB_CLI_OPS_NO_WINDOW };
  const GOptionEntry entries[] = {
    { "type", 0, 0, G_OPTION_ARG_FILENAME, &options.type,
      N_("Such as line, column, bar or waterfall (else the one that suits the figures)"), N_("TYPE") },
    { "list-types", 0, 0, G_OPTION_ARG_NONE, &options.list_types,
      N_("List the types of chart and, of those that do not fit the figures, the reason"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_("List them in JSON"), NULL },
    { "op", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.operations,
      N_("What to compute before drawing, as transform does; repeatable, or several with commas"), N_("OP,…") },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &options.base,
      N_("The period that is 100 (index), that growth is since (cagr), or that --current is set against"), N_("PERIOD") },
    { "current", 0, 0, G_OPTION_ARG_FILENAME, &options.current,
      N_("The later of two periods, or the one that is ranked"), N_("PERIOD") },
    { "order", 0, 0, G_OPTION_ARG_FILENAME, &options.order,
      N_("Of rows, parts and bars: size, declared, change, gap or completion"), N_("ORDER") },
    { "own-scales", 0, 0, G_OPTION_ARG_NONE, &options.own_scales, N_("Small multiples: each panel has its own scale"), NULL },
    { "hide", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.hidden, N_("Leave a series out, as the legend does"), N_("KEY") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_("The day on which figures are looked at"), N_("DATE") },
    { "as-known", 0, 0, G_OPTION_ARG_FILENAME, &options.as_known, N_("Figures as they were known on this day"), N_("DATE") },
    { "window", 0, 0, G_OPTION_ARG_INT, &options.window, N_("Periods of a moving average, years of an average growth"), N_("N") },
    { "with", 0, 0, G_OPTION_ARG_FILENAME, &options.with,
      N_("The whole of a share or contribution (else the one it is part of), the population"), N_("ID") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size,
      N_("Such as 1600x900, 160x90mm, a4-landscape or slide"), N_("SIZE") },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &options.dpi, N_("Dots per inch: 96 for pixels, 300 for millimetres"), N_("N") },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &options.lang, N_("Language of the chart: en or zh_CN"), N_("LANG") },
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &options.style, N_("light, dark or print"), N_("STYLE") },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &options.theme, N_("The style of a house: colours, fonts, logo"), N_("FILE") },
    { "spec", 0, 0, G_OPTION_ARG_FILENAME, &options.spec, N_("Take a chart spec in JSON in place of the options"), N_("FILE") },
    { "print-spec", 0, 0, G_OPTION_ARG_NONE, &options.print_spec, N_("Print the spec that the options mean, in place of a chart"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to write; “-” is standard output"), N_("OUT") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("png, pdf or svg (else told from OUT’s suffix)"), N_("FORMAT") },
    { "svg-text", 0, 0, G_OPTION_ARG_FILENAME, &options.svg_text,
      N_("Text of svg: text (can be searched, needs the fonts) or paths (looks the same everywhere)"), N_("AS") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    { NULL },
  };
  /* The last of the first is the end of a list. */
  GOptionEntry more[TB_CLI_N_DECORATION_ENTRIES + TB_CLI_N_SELECTION_ENTRIES + 1];
  const char *file;
  int fault;

  tb_cli_decorations_fill_entries (&options.decorations, more);
  tb_cli_selection_fill_entries (&options.selection, more + TB_CLI_N_DECORATION_ENTRIES);
  if (!tb_cli_parse_options ("chart", _("FILE -o OUT"), _("Draws one chart as png, pdf or svg."),
                             _("FILE “-” is standard input."), entries, more, argc, argv))
    return TB_CLI_USAGE;
  file = tb_cli_get_file (options.files);
  if (file == NULL)
    return TB_CLI_USAGE;
  fault = check_options (&options);

  return fault != 0 ? fault : make_chart (&options, file);
}
