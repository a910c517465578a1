/* Computes what a chart's steps make of figures, as a dataset of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-derive.h"

#include "tb-chart-remarks.h"
#include "tb-chart-round.h"
#include "tb-chart-words.h"
#include "tb-span.h"

#include <string.h>

/* Wordings of the steps that a subtitle takes; of more series only what is common. */
#define MOST_STEPS 2

typedef struct
{
  const TbChartSpecFields *fields;
  TbDataset               *dataset;
  GPtrArray               *derived;   /* of TbDerived* */
  TbRemarks               *remarks;
  GError                  *refusal;   /* the first one */
} Derivation;

static void
clear_derivation (Derivation *self)
{
  g_clear_pointer (&self->derived, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, tb_remarks_free);
  g_clear_error (&self->refusal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Derivation, clear_derivation)

/* How well a series of the other indicator goes with @info; 0: not at all. */
static int
rate_other (const TbSeriesInfo *info,
            const TbSeriesInfo *other)
{
  if (other->place != info->place || (other->n_breakdown > 0 && !tb_series_same_breakdown (info, other)))
    return 0;
  if (!tb_series_same_breakdown (info, other))
    return 1;

  return tb_text_equal (&info->scope, &other->scope) ? 3 : 2;
}

/* The series of @indicator for the place and, where there is one, the breakdown of @series. */
static TbSeries *
find_other (const TbDataset   *dataset,
            const TbSeries    *series,
            const TbIndicator *indicator)
{
  gsize n;
  TbSeries *const *others = tb_dataset_get_series_of (dataset, indicator, &n);
  TbSeries *best = NULL;
  int best_rate = 0;

  for (gsize i = 0; i < n; i++)
    {
      int rate = rate_other (tb_series_get_info (series), tb_series_get_info (others[i]));

      if (others[i] == series || rate <= best_rate)
        continue;
      best_rate = rate;
      best = others[i];
    }

  return best;
}

/* What a share is of where the spec does not say: the declared whole. */
static TbSeries *
get_other (const Derivation       *self,
           const TbSeries         *series,
           const TbChartOperation *operation)
{
  TbCatalog *catalog = tb_dataset_get_catalog (self->dataset);
  const TbIndicator *indicator = NULL;

  if (operation->kind != TB_TRANSFORM_SHARE && operation->kind != TB_TRANSFORM_CONTRIBUTION &&
      operation->kind != TB_TRANSFORM_PER_CAPITA)
    return NULL;
  if (operation->with != NULL)
    indicator = tb_catalog_find_indicator (catalog, operation->with);
  else if (operation->kind != TB_TRANSFORM_PER_CAPITA)
    indicator = tb_series_get_info (series)->indicator->part_of;

  return indicator != NULL ? find_other (self->dataset, series, indicator) : NULL;
}

static gboolean
has_number (const TbDerived         *derived,
            const TbChartSpecFields *fields)
{
  for (gsize i = 0; i < tb_derived_get_n (derived); i++)
    {
      const TbPoint *point = tb_derived_get (derived, i);

      if (point->kind != TB_VERDICT_INVALID && tb_span_is_inside (point->period, fields->from, fields->to))
        return TRUE;
    }

  return FALSE;
}

/* Why none of the points has a number: the reason of the last one, with its rule. */
char *
tb_chart_derived_dup_reason_of_none (const TbDerived *derived,
                                     TbLanguage       language)
{
  gsize n = tb_derived_get_n (derived);
  TbRuleSet codes = n > 0 ? tb_derived_get (derived, n - 1)->codes : TB_RULE (0);
  guint rule = 0;
  g_autofree char *note = n > 0 ? tb_derived_dup_note (derived, n - 1, language) : NULL;

  /* Other rules may have shaped the point: its note has the reason of the one that refuses. */
  for (guint i = 1; i < TB_N_RULES && rule == 0; i++)
    if ((codes & TB_RULE_BIT (i)) != 0 && (note == NULL || strstr (note, tb_rule_get_reason (i, language)) != NULL))
      rule = i;

  return g_strconcat (tb_rule_get_code (rule), tb_chart_word (TB_WORD_COLON, language),
                      note != NULL ? note : tb_rule_get_reason (rule, language), NULL);
}

static void
refuse (Derivation     *self,
        const TbSeries *series,
        const char     *reason)
{
  tb_remarks_add_refusal (self->remarks, series, reason);
  if (self->refusal == NULL)
    g_set_error_literal (&self->refusal, TB_CHART_ERROR, TB_CHART_ERROR_DATA, reason);
}

static void
derive_series (Derivation *self,
               TbSeries   *series)
{
  const TbChartSpecFields *fields = self->fields;
  const TbReference reference = { fields->as_of, tb_dataset_get_info (self->dataset)->updated };
  g_autofree TbTransform *steps = g_new0 (TbTransform, fields->n_operations);
  g_autoptr (TbDerived) derived = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < fields->n_operations; i++)
    {
      const TbChartOperation *operation = &fields->operations[i];

      steps[i] = (TbTransform) { .kind = operation->kind, .base = operation->base, .window = operation->window,
                                 .other = get_other (self, series, operation), .so_far = operation->so_far };
    }
  derived = tb_transform_apply (series, steps, fields->n_operations, fields->known, reference, fields->language,
                                &error);
  if (derived == NULL)
    {
      refuse (self, series, error->message);
      return;
    }
  if (!has_number (derived, fields))
    {
      g_autofree char *reason = tb_chart_derived_dup_reason_of_none (derived, fields->language);

      refuse (self, series, reason);
      return;
    }
  tb_remarks_add_points (self->remarks, derived, fields->from, fields->to);
  g_ptr_array_add (self->derived, g_steal_pointer (&derived));
}

/* The steps as the subtitle has them: one wording, or a few. */
static char *
write_steps (const Derivation *self)
{
  TbLanguage language = self->fields->language;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  GString *text;

  for (guint i = 0; i < self->derived->len; i++)
    {
      g_autofree char *steps = tb_derived_dup_steps (g_ptr_array_index (self->derived, i), language);

      if (!g_ptr_array_find_with_equal_func (all, steps, g_str_equal, NULL))
        g_ptr_array_add (all, g_steal_pointer (&steps));
    }
  text = g_string_new (NULL);
  if (all->len <= MOST_STEPS)
    for (guint i = 0; i < all->len; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? tb_chart_word (TB_WORD_LIST, language) : "",
                              (const char *) g_ptr_array_index (all, i));
  else
    for (gsize i = 0; i < self->fields->n_operations; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? tb_chart_word (TB_WORD_CLAUSE, language) : "",
                              tb_transform_get_title (self->fields->operations[i].kind, language));

  return g_string_free_and_steal (text);
}

/* Whether the steps are sums and differences alone, whose digits were all printed. */
static gboolean
adds_up (const TbChartSpecFields *fields)
{
  for (gsize i = 0; i < fields->n_operations; i++)
    if (fields->operations[i].kind == TB_TRANSFORM_PER_CAPITA
        || fields->operations[i].kind > TB_TRANSFORM_CHANGE_ON_YEAR)
      return FALSE;

  return TRUE;
}

/* The formulas of all series, each once. */
static char *
write_formulas (const Derivation *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->derived->len; i++)
    {
      g_autofree char *formula = tb_derived_dup_formula (g_ptr_array_index (self->derived, i));

      if (!g_ptr_array_find_with_equal_func (all, formula, g_str_equal, NULL))
        g_ptr_array_add (all, g_steal_pointer (&formula));
    }
  g_ptr_array_add (all, NULL);

  return g_strjoinv (" | ", (char **) all->pdata);
}

/* The computed dataset, with what there is to be told as the lines of its
 * description: the steps, the formulas, which remarks are refusals, then the remarks. */
static TbDataset *
make_dataset (const Derivation *self)
{
  g_autoptr (TbDataset) computed = tb_derived_to_dataset ((TbDerived *const *) self->derived->pdata, self->derived->len,
                                                          self->dataset);
  TbCatalog *catalog = tb_dataset_get_catalog (computed);
  TbPool *pool = tb_catalog_get_pool (catalog);
  TbDatasetInfo info = *tb_dataset_get_info (computed);
  guint refused;
  g_autoptr (GPtrArray) remarks = tb_remarks_list (self->remarks, &refused);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_series_unref);
  TbTextEntry *entry = tb_pool_alloc0 (pool, sizeof *entry);
  g_autofree char *steps = write_steps (self);
  g_autofree char *formulas = write_formulas (self);
  g_autoptr (GString) text = g_string_new (steps);
  gboolean is_exact = adds_up (self->fields);

  g_string_append_printf (text, "\n%s\n%u", formulas, refused);
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (remarks, i));
  entry->language = tb_pool_intern (pool, tb_language_get_code (self->fields->language));
  entry->text = tb_pool_intern (pool, text->str);
  info.description = (TbText) { entry, 1 };
  for (gsize i = 0; i < tb_dataset_get_n_series (computed); i++)
    g_ptr_array_add (series, tb_chart_round_series (tb_dataset_get_series (computed, i),
                                                    g_ptr_array_index (self->derived, i), catalog, is_exact));

  return tb_dataset_new (&info, catalog, (TbSeries **) series->pdata, series->len);
}

/* The first period with a number: before it a chart of changes is empty. */
static TbPeriod
find_first (const TbDataset *dataset,
            TbPeriod         from)
{
  TbPeriod first = TB_PERIOD_UNDATED;

  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, i);

      for (gsize row = 0; row < tb_series_get_n (series); row++)
        {
          TbPeriod period = tb_series_get_period (series, row);
          TbObservation observation;

          if ((tb_period_is_dated (from) && period.start < from.start) ||
              (tb_period_is_dated (first) && period.start >= first.start))
            continue;
          tb_series_get (series, row, &observation);
          if (observation.has_value || tb_observation_is_range (&observation))
            first = period;
        }
    }

  return first;
}

static gboolean
check_others (const Derivation *self,
              GError          **error)
{
  for (gsize i = 0; i < self->fields->n_operations; i++)
    {
      const char *ids[] = { self->fields->operations[i].with, NULL };
      TbSelectionQuery query = { .indicators = ids, .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };
      g_autoptr (TbSelection) selection = NULL;

      if (ids[0] == NULL)
        continue;
      selection = tb_selection_new (self->dataset, &query, error);
      if (selection == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
have_places (const TbSelection *sources)
{
  const TbPlace *first = tb_series_get_info (tb_selection_get (sources, 0)->series)->place;

  for (gsize i = 1; i < tb_selection_get_n (sources); i++)
    if (tb_series_get_info (tb_selection_get (sources, i)->series)->place != first)
      return TRUE;

  return FALSE;
}

/**
 * tb_chart_derive:
 * @fields: a spec with steps
 * @dataset: where from
 * @error: return location for an error
 *
 * Applies the steps of a spec to each series that it selects, on all of their
 * figures, so that the first of the chart has its base; limits of time hold for
 * what comes of it. Observed figures are taken, of whatever kinds the spec
 * speaks. A series that a step does not fit is left out, with the reason as a
 * remark.
 *
 * Numbers are rounded as they are shown: percentages to one decimal.
 *
 * Errors: those of tb_selection_new(); %TB_CHART_ERROR_DATA where no series is
 *   left: the rule and the reason of the first.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the computed figures
 */
TbSelection *
tb_chart_derive (const TbChartSpecFields *fields,
                 TbDataset               *dataset,
                 GError                 **error)
{
  TbSelectionQuery query = { .indicators = (const char *const *) fields->indicators, .place = fields->place,
                             .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED, .known = fields->known };
  g_auto (Derivation) self = { .fields = fields, .dataset = dataset };
  g_autoptr (TbSelection) sources = NULL;
  g_autoptr (TbDataset) computed = NULL;

  if (!check_others (&self, error))
    return NULL;
  sources = tb_selection_new (dataset, &query, error);
  if (sources == NULL)
    return NULL;

  self.derived = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_derived_unref);
  self.remarks = tb_remarks_new (fields->language, tb_selection_get_n (sources) > 1, have_places (sources));
  for (gsize i = 0; i < tb_selection_get_n (sources); i++)
    derive_series (&self, tb_selection_get (sources, i)->series);
  if (self.derived->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&self.refusal));
      return NULL;
    }

  computed = make_dataset (&self);
  query = (TbSelectionQuery) { .from = find_first (computed, fields->from), .to = fields->to };

  return tb_selection_new (computed, &query, error);
}

static char **
split_description (const TbSelection *selection,
                   TbLanguage         language)
{
  const char *text = tb_text_get (&tb_dataset_get_info (tb_selection_get_dataset (selection))->description, language);

  return g_strsplit (text != NULL ? text : "", "\n", -1);
}

/**
 * tb_chart_derived_dup_steps:
 * @selection: of tb_chart_derive()
 * @language: the figure's
 *
 * Returns: (transfer full): what was done to the figures, "" for nothing
 */
char *
tb_chart_derived_dup_steps (const TbSelection *selection,
                            TbLanguage         language)
{
  g_auto (GStrv) lines = split_description (selection, language);

  return g_strdup (lines[0] != NULL ? lines[0] : "");
}

/**
 * tb_chart_derived_dup_formulas:
 * @selection: of tb_chart_derive()
 * @language: the figure's
 *
 * Returns: (transfer full): the steps as ids with their formulas, as
 *   tb_derived_dup_formula() writes them; where series differ, with " | "
 *   between; "" for nothing
 */
char *
tb_chart_derived_dup_formulas (const TbSelection *selection,
                               TbLanguage         language)
{
  g_auto (GStrv) lines = split_description (selection, language);

  return g_strdup (lines[0] != NULL && lines[1] != NULL ? lines[1] : "");
}

/**
 * tb_chart_derived_dup_remarks:
 * @selection: of tb_chart_derive()
 * @language: the figure's
 * @out_refused: (out): bit i: remark i tells what could not be done
 *
 * Returns: (transfer full) (array zero-terminated=1): what could not be done and
 *   what to beware of, a sentence for each reason
 */
char **
tb_chart_derived_dup_remarks (const TbSelection *selection,
                              TbLanguage         language,
                              guint             *out_refused)
{
  g_auto (GStrv) lines = split_description (selection, language);
  gsize n = g_strv_length (lines);

  *out_refused = n > 2 ? (guint) g_ascii_strtoull (lines[2], NULL, 10) : 0;

  return g_strdupv (lines + MIN (n, 3));
}
