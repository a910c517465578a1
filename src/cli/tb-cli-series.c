/* Which series a command is about, where it takes one and not a SELECTION.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-series.h"

#include "tb-cli.h"
#include "tb-text-measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More are counted: a list is read by a person. */
#define MAX_LISTED 50

void
tb_cli_series_fill_entries (TbCliSeries  *self,
                            GOptionEntry *out_entries)
{
  const GOptionEntry entries[TB_CLI_N_SERIES_ENTRIES] = {
    { "indicator", 0, 0, G_OPTION_ARG_FILENAME, &self->indicator, N_("The indicator"), N_("ID") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &self->place, N_("Its place"), N_("ID") },
    { "breakdown", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->breakdown,
      N_("Its breakdown, such as ownership=public; repeatable; empty for none"), N_("K=V") },
    { "scope", 0, 0, G_OPTION_ARG_FILENAME, &self->scope,
      N_("Its coverage, or a part of that text; empty for none of its own"), N_("TEXT") },
    { "unit", 0, 0, G_OPTION_ARG_FILENAME, &self->unit, N_("Its unit, where an indicator has several"), N_("ID") },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &self->measure,
      N_("Its measure, where an indicator has several: flow, stock …"), N_("MEASURE") },
    { NULL },
  };

  memcpy (out_entries, entries, sizeof entries);
}

void
tb_cli_series_fill_with_entries (TbCliSeries  *self,
                                 GOptionEntry *out_entries)
{
  const GOptionEntry entries[TB_CLI_N_WITH_ENTRIES] = {
    { "with", 0, 0, G_OPTION_ARG_FILENAME, &self->indicator,
      N_("The other indicator: the whole of a share, whose target is completed, the population …"), N_("ID") },
    { "with-place", 0, 0, G_OPTION_ARG_FILENAME, &self->place, N_("The place of the other one"), N_("ID") },
    { "with-breakdown", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->breakdown, N_("The breakdown of the other one"),
      N_("K=V") },
    { "with-scope", 0, 0, G_OPTION_ARG_FILENAME, &self->scope, N_("The coverage of the other one"), N_("TEXT") },
    { NULL },
  };

  memcpy (out_entries, entries, sizeof entries);
}

gboolean
tb_cli_series_is_empty (const TbCliSeries *self)
{
  return self->indicator == NULL && self->place == NULL && self->breakdown == NULL && self->scope == NULL
         && self->unit == NULL && self->measure == NULL;
}

void
tb_cli_series_clear (TbCliSeries *self)
{
  g_clear_pointer (&self->indicator, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->breakdown, g_strfreev);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->measure, g_free);
}

/* The selection knows the nearest id. */
static void
say_unknown (TbDataset  *dataset,
             const char *indicator,
             const char *place)
{
  const char *indicators[] = { indicator, NULL };
  TbSelectionQuery query = {
    .indicators = indicator != NULL ? indicators : NULL,
    .place = place,
    .from = TB_PERIOD_UNDATED,
    .to = TB_PERIOD_UNDATED,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = NULL;

  if (indicator != NULL && strpbrk (indicator, "*?") != NULL)
    {
      tb_cli_fail_usage (_("“%s” is no id of an indicator; one is to be named here"), indicator);
      return;
    }
  selection = tb_selection_new (dataset, &query, &error);
  if (selection == NULL)
    tb_cli_fail_usage ("%s", error->message);
}

static gboolean
has_value (const TbSeriesInfo *info,
           const char         *dimension,
           const char         *value)
{
  for (guint i = 0; i < info->n_breakdown; i++)
    {
      if (strcmp (info->breakdown[i].dimension, dimension) == 0 && strcmp (info->breakdown[i].value, value) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
fits_breakdown (const TbSeriesInfo *info,
                char              **wanted)
{
  for (gsize i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      const char *equals = strchr (wanted[i], '=');
      g_autofree char *dimension = NULL;

      if (*wanted[i] == '\0' && info->n_breakdown == 0)
        continue;
      if (equals == NULL)
        return FALSE;
      dimension = g_strndup (wanted[i], (gsize) (equals - wanted[i]));
      if (!has_value (info, dimension, equals + 1))
        return FALSE;
    }

  return TRUE;
}

/* Empty fits a series without coverage of its own. */
static gboolean
fits_scope (const TbSeriesInfo *info,
            const char         *wanted,
            gboolean            whole)
{
  const TbText *scope = tb_series_get_scope (info);

  if (wanted == NULL)
    return TRUE;
  if (*wanted == '\0')
    return tb_text_is_empty (&info->scope);

  for (guint i = 0; i < scope->n_entries; i++)
    {
      const char *text = scope->entries[i].text;

      if (whole ? strcmp (text, wanted) == 0 : strstr (text, wanted) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
fits (const TbSeriesInfo *info,
      const TbCliSeries  *wanted,
      gboolean            whole_scope)
{
  if (wanted->place != NULL && (info->place == NULL || strcmp (info->place->id, wanted->place) != 0))
    return FALSE;
  if (wanted->unit != NULL && strcmp (info->unit->id, wanted->unit) != 0)
    return FALSE;
  if (wanted->measure != NULL
      && strcmp (tb_vocabulary_spelling (&tb_measures, (int) info->measure), wanted->measure) != 0)
    return FALSE;

  return fits_breakdown (info, wanted->breakdown) && fits_scope (info, wanted->scope, whole_scope);
}

static GPtrArray *
filter (const GPtrArray   *series,
        const TbCliSeries *wanted,
        gboolean           whole_scope)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < series->len; i++)
    {
      TbSeries *one = g_ptr_array_index (series, i);

      if (fits (tb_series_get_info (one), wanted, whole_scope))
        g_ptr_array_add (found, one);
    }

  return found;
}

/* The text of a coverage in full comes before a part of others. */
static GPtrArray *
filter_best (const GPtrArray   *series,
             const TbCliSeries *wanted)
{
  g_autoptr (GPtrArray) found = filter (series, wanted, TRUE);

  return found->len > 0 ? g_steal_pointer (&found) : filter (series, wanted, FALSE);
}

static GPtrArray *
list_series (TbDataset  *dataset,
             const char *indicator)
{
  GPtrArray *list = g_ptr_array_new ();
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  TbSeries *const *series;
  gsize n;

  if (indicator == NULL)
    {
      for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
        g_ptr_array_add (list, tb_dataset_get_series (dataset, i));
      return list;
    }

  series = tb_dataset_get_series_of (dataset, tb_catalog_find_indicator (catalog, indicator), &n);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (list, series[i]);

  return list;
}

/* Whether its ids and words are known at all. FALSE: said what is wrong. */
static gboolean
check (const TbCliSeries *self,
       TbDataset         *dataset)
{
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  gboolean unknown = self->indicator != NULL && tb_catalog_find_indicator (catalog, self->indicator) == NULL;

  unknown = unknown || (self->place != NULL && tb_catalog_find_place (catalog, self->place) == NULL);
  if (unknown)
    {
      say_unknown (dataset, self->indicator, self->place);
      return FALSE;
    }
  if (self->unit != NULL && tb_catalog_find_unit (catalog, self->unit) == NULL)
    {
      tb_cli_fail_usage (_("--unit: there is no unit “%s”"), self->unit);
      return FALSE;
    }
  if (self->measure != NULL && tb_vocabulary_find (&tb_measures, self->measure) < 0)
    {
      tb_cli_fail_usage (_("--measure: no measure “%s”"), self->measure);
      return FALSE;
    }
  for (gsize i = 0; self->breakdown != NULL && self->breakdown[i] != NULL; i++)
    {
      if (*self->breakdown[i] == '\0' || strchr (self->breakdown[i], '=') != NULL)
        continue;
      tb_cli_fail_usage (_("--breakdown: “%s” is no pair such as ownership=public"), self->breakdown[i]);
      return FALSE;
    }

  return TRUE;
}

static GPtrArray *
list_of_place (const TbCliSeries *self,
               TbDataset         *dataset)
{
  const TbCliSeries by_place = { .place = self->place };
  g_autoptr (GPtrArray) all = list_series (dataset, self->indicator);

  return filter (all, &by_place, TRUE);
}

static void
say_none (const GPtrArray *series,
          const char      *prefix)
{
  tb_cli_print_error ("%s", _("no series has that breakdown, scope, unit and measure; there are:"));
  tb_cli_series_list (series, prefix, NULL, NULL);
}

GPtrArray *
tb_cli_series_find (const TbCliSeries *self,
                    TbDataset         *dataset)
{
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!check (self, dataset))
    return NULL;
  here = list_of_place (self, dataset);
  found = filter_best (here, self);
  /* That a place has no figures of an indicator is an answer; a breakdown that
   * no series has is a slip of the pen. */
  if (found->len > 0 || here->len == 0)
    return g_steal_pointer (&found);

  say_none (here, "");

  return NULL;
}

GPtrArray *
tb_cli_series_find_other (const TbCliSeries *self,
                          const TbCliSeries *with,
                          TbDataset         *dataset)
{
  char *no_breakdown[] = { (char *) "", NULL };
  TbCliSeries wanted = {
    .indicator = with->indicator != NULL ? with->indicator : self->indicator,
    .place = with->place != NULL ? with->place : self->place,
    .breakdown = with->breakdown,
    .scope = with->scope,
  };
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!check (&wanted, dataset))
    return NULL;
  here = list_of_place (&wanted, dataset);
  if (wanted.breakdown == NULL)
    wanted.breakdown = self->breakdown;
  if (wanted.scope == NULL)
    wanted.scope = self->scope;
  /* What a part by breakdown is set against is the whole. */
  if (with->breakdown == NULL && self->breakdown != NULL && g_strcmp0 (wanted.indicator, self->indicator) == 0
      && g_strcmp0 (wanted.place, self->place) == 0)
    wanted.breakdown = no_breakdown;

  found = filter_best (here, &wanted);
  if (found->len > 0 || here->len == 0)
    return g_steal_pointer (&found);
  if (with->breakdown == NULL && with->scope == NULL)
    return g_steal_pointer (&here);

  say_none (here, "with-");

  return NULL;
}

/* In what the series of a list differ, so that options for it choose one. */
typedef struct
{
  gboolean place, breakdown, scope, unit, measure;
} Differences;

static Differences
find_differences (const GPtrArray *series)
{
  Differences differ = { FALSE };

  for (guint i = 1; i < series->len; i++)
    {
      const TbSeriesInfo *a = tb_series_get_info (g_ptr_array_index (series, 0));
      const TbSeriesInfo *b = tb_series_get_info (g_ptr_array_index (series, i));

      differ.place = differ.place || a->place != b->place;
      differ.breakdown = differ.breakdown || !tb_series_same_breakdown (a, b);
      differ.scope = differ.scope || !tb_text_equal (&a->scope, &b->scope);
      differ.unit = differ.unit || a->unit != b->unit;
      differ.measure = differ.measure || a->measure != b->measure;
    }

  return differ;
}

static void
append_option (GString    *text,
               const char *prefix,
               const char *option,
               const char *value)
{
  static const char plain[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_./=";
  gboolean is_plain = *value != '\0' && value[strspn (value, plain)] == '\0';
  g_autofree char *quoted = is_plain ? g_strdup (value) : g_shell_quote (value);

  g_string_append_printf (text, " --%s%s %s", prefix, option, quoted);
}

static void
append_breakdown (GString            *text,
                  const char         *prefix,
                  const TbSeriesInfo *info)
{
  for (guint i = 0; i < info->n_breakdown; i++)
    {
      g_autofree char *pair = g_strdup_printf ("%s=%s", info->breakdown[i].dimension, info->breakdown[i].value);

      append_option (text, prefix, "breakdown", pair);
    }
  if (info->n_breakdown == 0)
    append_option (text, prefix, "breakdown", "");
}

/* As options, so that they can be copied. */
static char *
dup_options (const TbSeriesInfo *info,
             const char         *prefix,
             const Differences  *differ,
             TbLanguage          language)
{
  GString *text = g_string_new (NULL);

  if (differ->place && info->place != NULL)
    append_option (text, prefix, "place", info->place->id);
  if (differ->breakdown)
    append_breakdown (text, prefix, info);
  if (differ->scope)
    append_option (text, prefix, "scope", tb_text_is_empty (&info->scope) ? "" : tb_text_get (&info->scope, language));
  /* There is no --with-unit. */
  if (differ->unit && *prefix == '\0')
    append_option (text, prefix, "unit", info->unit->id);
  if (differ->measure && *prefix == '\0')
    append_option (text, prefix, "measure", tb_vocabulary_spelling (&tb_measures, (int) info->measure));

  return g_string_free_and_steal (text);
}

void
tb_cli_series_list (const GPtrArray  *series,
                    const char       *prefix,
                    TbCliSeriesRemark remark,
                    gpointer          data)
{
  Differences differ = find_differences (series);
  TbLanguage language = TB_LANGUAGE_EN;

  (void) tb_cli_get_language (NULL, &language);
  for (guint i = 0; i < MIN (series->len, MAX_LISTED); i++)
    {
      const TbSeries *one = g_ptr_array_index (series, i);
      g_autofree char *name = tb_series_dup_name (one, language, TRUE);
      g_autofree char *options = dup_options (tb_series_get_info (one), prefix, &differ, language);
      g_autofree char *said = remark != NULL ? remark (one, data) : NULL;
      g_autofree char *line = g_strconcat (name, *options != '\0' ? ":" : "", options, said, NULL);
      g_autofree char *clean = tb_text_clean (line);

      g_printerr ("  %s\n", clean);
    }
  if (series->len > MAX_LISTED)
    g_printerr (_("  and %u more\n"), series->len - MAX_LISTED);
}
