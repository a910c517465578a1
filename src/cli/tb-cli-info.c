/* tongbi-cli info: what a file holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-json-members.h"
#include "tb-json-text.h"
#include "tb-text-measure.h"

#include <glib/gi18n-lib.h>

/* As wide as a range of days. */
#define PERIOD_WIDTH 21

/* What is told of one indicator. */
typedef struct
{
  const TbIndicator *indicator;
  gsize              n_observations;
  TbPeriod           first, last;     /* undated where no figure is dated */
  GPtrArray         *places;          /* TbPlace, in file order */
  GHashTable        *seen_places;     /* the same, as a set */
} Summary;

static void
clear_summary (gpointer data)
{
  Summary *summary = data;

  g_ptr_array_unref (summary->places);
  g_hash_table_unref (summary->seen_places);
}

static void
take_series (Summary        *summary,
             const TbSeries *series)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  gsize n = tb_series_get_n (series);

  summary->n_observations += n;
  if (info->place != NULL && g_hash_table_add (summary->seen_places, (gpointer) info->place))
    g_ptr_array_add (summary->places, (gpointer) info->place);

  for (gsize i = 0; i < n; i++)
    {
      TbPeriod period = tb_series_get_period (series, i);

      if (!tb_period_is_dated (period))
        continue;
      if (!tb_period_is_dated (summary->first) || tb_period_compare (period, summary->first) < 0)
        summary->first = period;
      if (!tb_period_is_dated (summary->last) || tb_period_compare (period, summary->last) > 0)
        summary->last = period;
    }
}

static GArray *
summarise (TbDataset *dataset)
{
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  GArray *summaries = g_array_new (FALSE, FALSE, sizeof (Summary));

  g_array_set_clear_func (summaries, clear_summary);
  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);
      Summary summary = { indicator, 0, TB_PERIOD_UNDATED, TB_PERIOD_UNDATED, g_ptr_array_new (),
                          g_hash_table_new (NULL, NULL) };
      gsize n;
      TbSeries *const *series = tb_dataset_get_series_of (dataset, indicator, &n);

      for (gsize j = 0; j < n; j++)
        take_series (&summary, series[j]);
      g_array_append_val (summaries, summary);
    }

  return summaries;
}

static guint
hash_period (gconstpointer key)
{
  const TbPeriod *period = key;

  /* Periods of the same days are equal whatever their kind. */
  return (guint) period->start * 31u + (guint) period->end * 7u;
}

static gboolean
equal_periods (gconstpointer a,
               gconstpointer b)
{
  return tb_period_equal (*(const TbPeriod *) a, *(const TbPeriod *) b);
}

static void
count_figures (TbDataset *dataset,
               gsize     *out_periods,
               gsize     *out_targets)
{
  g_autoptr (GHashTable) periods = g_hash_table_new_full (hash_period, equal_periods, g_free, NULL);

  *out_targets = 0;
  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      TbSeries *series = tb_dataset_get_series (dataset, i);

      for (gsize j = 0; j < tb_series_get_n (series); j++)
        {
          TbObservation o;

          tb_series_get (series, j, &o);
          if (tb_period_is_dated (o.period) && !g_hash_table_contains (periods, &o.period))
            g_hash_table_add (periods, g_memdup2 (&o.period, sizeof o.period));
          *out_targets += o.kind == TB_KIND_TARGET && !o.confirms ? 1 : 0;
        }
    }
  *out_periods = g_hash_table_size (periods);
}

static char *
dup_spelling (TbPeriod period)
{
  return tb_period_is_dated (period) ? tb_period_to_sdmx (period) : NULL;
}

/* Spaces up to the width, counted in characters, where printf() counts bytes. */
static void
append_padded (GString    *text,
               const char *field,
               int         width)
{
  g_autofree char *clean = tb_text_clean (field);

  g_string_append_printf (text, "%s%*s", clean, MAX (width - (int) g_utf8_strlen (clean, -1), 0) + 2, "");
}

static void
append_text_row (GString       *text,
                 const Summary *summary,
                 int            id_width,
                 TbLanguage     language)
{
  g_autofree char *name = tb_text_dup_marked (&summary->indicator->name, language);
  g_autofree char *unit = tb_unit_label (summary->indicator->unit, "", language);
  g_autofree char *first = dup_spelling (summary->first);
  g_autofree char *last = dup_spelling (summary->last);
  g_autofree char *full_name = g_strconcat (name,
                                            *unit == '\0'                ? ""
                                            : language == TB_LANGUAGE_ZH ? "，"
                                                                         : ", ",
                                            unit, NULL);
  g_autofree char *clean = tb_text_clean (full_name);

  append_padded (text, summary->indicator->id, id_width);
  append_padded (text, first != NULL ? first : "—", PERIOD_WIDTH);
  append_padded (text, last != NULL ? last : "—", PERIOD_WIDTH);
  g_string_append_printf (text, "%6" G_GSIZE_FORMAT "  %s\n", summary->n_observations, clean);
}

static char *
dup_text (TbDataset    *dataset,
          const GArray *summaries,
          TbLanguage    language)
{
  const TbDatasetInfo *info = tb_dataset_get_info (dataset);
  g_autofree char *title = tb_text_dup_marked (&info->title, language);
  g_autofree char *clean = tb_text_clean (title);
  g_autoptr (GString) text = g_string_new (clean);
  gsize n_periods, n_targets;
  int id_width = 0;

  count_figures (dataset, &n_periods, &n_targets);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _("%s: series %zu, observations %zu, periods %zu, targets %zu"),
                          info->format, tb_dataset_get_n_series (dataset), tb_dataset_get_n_observations (dataset),
                          n_periods, n_targets);
  g_string_append (text, "\n\n");

  for (guint i = 0; i < summaries->len; i++)
    id_width = MAX (id_width, (int) g_utf8_strlen (g_array_index (summaries, Summary, i).indicator->id, -1));
  for (guint i = 0; i < summaries->len; i++)
    append_text_row (text, &g_array_index (summaries, Summary, i), id_width, language);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_count (JsonBuilder *builder,
           const char  *member,
           gsize        count)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, (gint64) count);
}

static void
add_period (JsonBuilder *builder,
            TbPeriod     period)
{
  g_autofree char *text = dup_spelling (period);

  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_summary (JsonBuilder   *builder,
             const Summary *summary,
             TbLanguage     language)
{
  const TbIndicator *indicator = summary->indicator;
  g_autofree char *name = tb_text_dup_marked (&indicator->name, language);

  json_builder_begin_object (builder);
  tb_json_add_text (builder, "id", indicator->id);
  tb_json_add_text (builder, "name", name);
  tb_json_add_text (builder, "unit", indicator->unit->id);
  tb_json_add_text (builder, "measure", tb_vocabulary_spelling (&tb_measures, (int) indicator->measure));
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summary->places->len; i++)
    json_builder_add_string_value (builder, ((const TbPlace *) g_ptr_array_index (summary->places, i))->id);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "periods");
  json_builder_begin_array (builder);
  add_period (builder, summary->first);
  add_period (builder, summary->last);
  json_builder_end_array (builder);
  add_count (builder, "observations", summary->n_observations);
  json_builder_end_object (builder);
}

/* The shape is fixed: scripts read it. */
static char *
dup_json (TbDataset    *dataset,
          const GArray *summaries,
          TbLanguage    language)
{
  const TbDatasetInfo *info = tb_dataset_get_info (dataset);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *title = tb_text_dup_marked (&info->title, language);

  json_builder_begin_object (builder);
  tb_json_add_text (builder, "title", title);
  tb_json_add_text (builder, "format", info->format);
  add_count (builder, "series", tb_dataset_get_n_series (dataset));
  add_count (builder, "observations", tb_dataset_get_n_observations (dataset));
  json_builder_set_member_name (builder, "indicators");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summaries->len; i++)
    add_summary (builder, &g_array_index (summaries, Summary, i), language);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return tb_json_to_text (root);
}

static int
write_profile (const TbPlan *plan)
{
  g_autoptr (TbProfile) profile = tb_plan_to_profile (plan);
  g_autoptr (GBytes) bytes = tb_profile_to_json (profile);

  return tb_cli_write_bytes ("-", bytes);
}

int
tb_cli_run_info (int    argc,
                 char **argv)
{
  gboolean json = FALSE;
  gboolean print_profile = FALSE;
  g_autofree char *lang = NULL;
  g_auto (TbCliInput) input = { 0 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON"), NULL },
    { "print-profile", 0, 0, G_OPTION_ARG_NONE, &print_profile,
      N_("Write how the columns of FILE are read, to be changed and given as --profile"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &lang, N_("Language of the names: en or zh_CN"), N_("LANG") },
    { NULL },
  };
  g_autoptr (TbPlan) plan = tb_plan_new ();
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (GArray) summaries = NULL;
  g_autofree char *text = NULL;
  TbLanguage language;

  if (!tb_cli_parse_options ("info", _("FILE…"), _("Tells what a file holds: its title, how many figures, and each\n"
                                                  "indicator with its first and last period."),
                             tb_cli_get_file_help (), &input, entries, NULL, argc, argv))
    return TB_CLI_USAGE;
  if (!tb_cli_get_language (lang, &language))
    return TB_CLI_USAGE;
  dataset = tb_cli_input_read_planned (&input, plan);
  if (dataset == NULL)
    return TB_CLI_FAULT;
  if (print_profile)
    return write_profile (plan);

  summaries = summarise (dataset);
  text = json ? dup_json (dataset, summaries, language) : dup_text (dataset, summaries, language);

  return tb_cli_print (text);
}
