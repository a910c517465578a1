/* The spec that the options of tongbi-cli chart mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-chart-private.h"

#include "tb-chart.h"
#include "tb-chart-refused.h"
#include "tb-cli-chart-types.h"
#include "tb-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  return type == TB_CHART_SLOPE || type == TB_CHART_DUMBBELL || type == TB_CHART_WATERFALL
         || type == TB_CHART_STOCK_FLOW;
}

/* The steps that options give. FALSE: said what is wrong. */
static gboolean
fill_operations (TbCliChartOptions *options,
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
fill_periods (const TbCliChartOptions *options,
              const TbDataset         *dataset,
              TbChartSpecFields       *fields)
{
  gboolean has_base = options->base != NULL && !options->base_of_op;

  if (has_base && !takes_two_periods (fields->type))
    {
      tb_cli_fail_usage (
          "%s", _("--base goes with index and cagr, and with charts of two periods: slope, dumbbell, waterfall "
                   "and stock-flow"));
      return FALSE;
    }
  if (options->current != NULL && !takes_two_periods (fields->type) && fields->type != TB_CHART_BAR)
    {
      tb_cli_fail_usage ("%s",
                         _("--current goes with bar, and with charts of two periods: slope, dumbbell, waterfall and "
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

/* Once the type is known. FALSE: said what is wrong. */
static gboolean
check_order (const TbChartSpecFields *fields)
{
  guint orders = tb_chart_type_get_orders (fields->type, FALSE);

  if ((orders & 1u << fields->order) != 0)
    return TRUE;
  if (orders == 1u << TB_CHART_ORDER_USUAL)
    tb_cli_fail_usage (_("--order: a chart of the type %s has no other order than its own"),
                       tb_chart_type_get_name (fields->type));
  else if (fields->order == TB_CHART_ORDER_CHANGE)
    tb_cli_fail_usage ("%s", _("--order: change goes with charts of two periods: slope, dumbbell and waterfall"));
  else
    tb_cli_fail_usage ("%s", _("--order: gap and completion go with bullet"));

  return FALSE;
}

/* FALSE: said what is wrong. */
static gboolean
fill_order (const TbCliChartOptions *options,
            TbChartSpecFields       *fields)
{
  if (options->order == NULL || tb_chart_order_from_name (options->order, &fields->order))
    return TRUE;
  tb_cli_fail_usage (_("--order: no order “%s”; there are usual, size, declared, change, gap and completion"),
                     options->order);

  return FALSE;
}

int
tb_cli_chart_fail (const TbCliChartOptions *options,
                   const GError            *error)
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
suggest_type (const TbCliChartOptions *options,
              TbDataset               *dataset,
              TbChartSpecFields       *fields)
{
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, &error);

  if (selection == NULL)
    return tb_cli_chart_fail (options, error);
  fields->type = tb_chart_suggest (selection);

  return TB_CLI_DONE;
}

/* That what is to be left out is there. The exit status. */
static int
check_hidden (const TbCliChartOptions *options,
              TbDataset               *dataset,
              const TbChartSpecFields *fields)
{
  g_autoptr (TbChartSpec) spec = tb_chart_spec_new (fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  if (options->hidden == NULL)
    return TB_CLI_DONE;
  selection = tb_chart_select (spec, dataset, &error);
  if (selection == NULL)
    return tb_cli_chart_fail (options, error);
  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    g_ptr_array_add (keys, tb_series_dup_key (tb_selection_get (selection, i)->series));
  g_ptr_array_add (keys, NULL);
  for (gsize i = 0; options->hidden[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) keys->pdata, options->hidden[i]))
      {
        all = g_strjoinv (", ", (char **) keys->pdata);
        return tb_cli_fail_usage (_("--hide: there is no series “%s” in this chart; there are %s"), options->hidden[i],
                                  all);
      }

  return TB_CLI_DONE;
}

/* What goes with some types alone, once the type is known. The exit status. */
static int
fill_for_type (const TbCliChartOptions *options,
               TbDataset               *dataset,
               TbChartSpecFields       *fields)
{
  if (!fill_periods (options, dataset, fields) || !check_order (fields))
    return TB_CLI_USAGE;
  if (options->own_scales && fields->type != TB_CHART_SMALL_MULTIPLES)
    return tb_cli_fail_usage ("%s", _("--own-scales goes with small-multiples"));

  return check_hidden (options, dataset, fields);
}

/* FALSE: said what is wrong. */
static gboolean
fill_decimals (const TbCliChartOptions *options,
               TbChartSpecFields       *fields)
{
  if (options->decimals == TB_CLI_CHART_NO_NUMBER)
    return TRUE;
  if (options->decimals >= 0 && options->decimals <= TB_CHART_MOST_DECIMALS)
    {
      fields->decimals = options->decimals;
      return TRUE;
    }
  tb_cli_fail_usage (_("--decimals: expected a number from 0 to %d"), TB_CHART_MOST_DECIMALS);

  return FALSE;
}

/* The fields that options give; strings belong to @options. The exit status: not
 * TB_CLI_DONE where it said what is wrong. */
static int
fill_fields (TbCliChartOptions *options,
             TbDataset         *dataset,
             TbChartSpecFields *fields)
{
  TbSelectionQuery query;
  int fault;

  if (!tb_cli_selection_resolve (&options->selection, dataset, &query)
      || !tb_cli_get_language (options->lang, &fields->language))
    return TB_CLI_USAGE;
  if (options->style != NULL && !tb_style_from_name (options->style, &fields->style))
    return tb_cli_fail_usage (
        _("--style: no style “%s”; there are light, dark, print, high-contrast and high-contrast-dark"),
        options->style);

  fields->indicators = options->selection.indicators;
  fields->place = options->selection.place;
  fields->from = query.from;
  fields->to = query.to;
  fields->kinds = query.kinds;
  fields->own_scales = options->own_scales;
  fields->hidden = options->hidden;
  fields->transparent = options->transparent;

  if (!tb_cli_parse_day ("--as-of", options->as_of, &fields->as_of) ||
      !tb_cli_parse_day ("--as-known", options->as_known, &fields->known) || !fill_decimals (options, fields) ||
      !fill_order (options, fields) || !fill_operations (options, dataset, fields))
    return TB_CLI_USAGE;
  fault = tb_cli_decorations_resolve (&options->decorations, dataset, fields);
  if (fault != TB_CLI_DONE)
    return fault;
  if (options->type != NULL && !parse_type (options->type, &fields->type))
    return TB_CLI_USAGE;
  fault = options->type == NULL ? suggest_type (options, dataset, fields) : TB_CLI_DONE;
  /* Of a list of types none is the one. */
  if (fault == TB_CLI_DONE && !options->list_types)
    fault = fill_for_type (options, dataset, fields);

  return fault;
}

gboolean
tb_cli_chart_choose_size (const TbCliChartOptions *options,
                          TbChartSpecFields       *fields,
                          double                  *out_dpi)
{
  g_autoptr (GError) error = NULL;

  *out_dpi = options->dpi > 0 ? options->dpi : 96;
  if (options->dpi <= 0 && options->dpi != TB_CLI_CHART_NO_NUMBER)
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

int
tb_cli_chart_make_spec (TbCliChartOptions *options,
                        TbDataset         *dataset,
                        TbChartSpecFields *fields,
                        TbChartSpec      **out_spec)
{
  g_autoptr (TbHouseStyle) house = NULL;
  int fault;

  if (!read_theme (options->theme, &house))
    return TB_CLI_FAULT;
  if (options->work != NULL)
    return tb_cli_chart_make_spec_of_work (options, dataset, house, out_spec);
  if (options->spec != NULL)
    {
      *out_spec = read_spec (options->spec, house);
      return *out_spec != NULL ? TB_CLI_DONE : TB_CLI_FAULT;
    }
  fault = fill_fields (options, dataset, fields);
  if (fault != TB_CLI_DONE)
    return fault;
  fields->house = house;
  *out_spec = tb_chart_spec_new (fields);

  return TB_CLI_DONE;
}
