/* What was done to computed figures, in words and as formulas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-derived-private.h"
#include "tb-figure-private.h"

char *
tb_derived_dup_other (const TbSeries *series,
                      TbLanguage      language)
{
  return series != NULL ? tb_series_dup_name (series, language, FALSE) : g_strdup ("");
}

static char *
dup_base (const TbTransform *transform,
          TbLanguage         language)
{
  return tb_period_label (transform->base, language, TB_PERIOD_LABEL_FULL);
}

/* What a combination over longer periods is. */
static const char *
get_combination (const TbStepRecord *record,
                 TbLanguage          language)
{
  static const TbPhrase sum = { { "sum", "合计" } };
  static const TbPhrase last = { { "last", "期末" } };
  static const TbPhrase mean = { { "mean", "平均" } };

  if (record->is_level)
    return last.in[language];

  return record->measure == TB_MEASURE_AVERAGE ? mean.in[language] : sum.in[language];
}

/* A formula beside it says how they are combined. */
static char *
dup_frequency (const TbStepRecord *record,
               gboolean            has_formula,
               TbLanguage          language)
{
  static const TbPhrase form = { { "%s (%s)", "%s（%s）" } };
  static const TbPhrase weighted = { { "%s%sweighted by “%s”", "%s%s权数为%s" } };
  static const TbPhrase commas = { { ", ", "，" } };
  static const TbPhrase so_far = { { "unfinished ones so far", "未完结的为截至目前数" } };
  const TbTransform *transform = &record->transform;
  const char *title = tb_transform_get_title (transform->kind, language);
  const char *combination = has_formula ? "" : get_combination (record, language);
  g_autoptr (GString) details = g_string_new (NULL);

  if (transform->weights != NULL)
    {
      g_autofree char *weights = tb_derived_dup_other (transform->weights, language);

      g_string_append_printf (details, weighted.in[language], combination, has_formula ? "" : commas.in[language],
                              weights);
    }
  else
    g_string_append (details, combination);
  if (transform->so_far)
    tb_text_join (details, so_far.in[language], language);

  return details->len > 0 ? g_strdup_printf (form.in[language], title, details->str) : g_strdup (title);
}

/* 环比 is of months and quarters. */
static const char *
get_change_title (const TbStepRecord *record,
                  TbLanguage          language)
{
  static const TbPhrase on_year_before = { { "change on the year before", "比上年增减" } };
  static const TbPhrase growth_on_year_before = { { "change on the year before in percent", "比上年增速（%）" } };

  if (record->n_per_year != 1)
    return tb_transform_get_title (record->transform.kind, language);

  return (record->transform.kind == TB_TRANSFORM_CHANGE ? &on_year_before : &growth_on_year_before)->in[language];
}

static char *
dup_average (guint      window,
             TbLanguage language)
{
  static const char *const numbers[] = { "两", "三", "四", "五" };

  window = window > 0 ? window : 2;
  if (language == TB_LANGUAGE_ZH && window <= 5)
    return g_strdup_printf ("%s年平均增速（%%）", numbers[window - 2]);

  return g_strdup_printf (language == TB_LANGUAGE_ZH ? "%u年平均增速（%%）"
                                                     : "average growth of %u years in percent, geometric mean", window);
}

static char *
dup_of (const TbSeries  *other,
        const TbPhrase  *form,
        TbLanguage       language)
{
  g_autofree char *name = tb_derived_dup_other (other, language);

  return g_strdup_printf (form->in[language], name);
}

static char *
dup_step (const TbStepRecord *record,
          gboolean            has_formula,
          TbLanguage          language)
{
  static const TbPhrase per_head = { { "per head of “%s”", "按%s计算的人均" } };
  static const TbPhrase index = { { "index, %s = 100", "指数，%s=100" } };
  static const TbPhrase growth_since = { { "average annual growth since %s in percent", "%s以来年均增速（%%）" } };
  static const TbPhrase share = { { "share of “%s” in percent", "占%s的比重（%%）" } };
  static const TbPhrase contribution = { { "contribution to the growth of “%s” in percentage points",
                                           "拉动%s增长（个百分点）" } };
  static const TbPhrase moving = { { "moving average of %u periods, trailing", "%u期移动平均（截至当期）" } };
  const TbTransform *transform = &record->transform;
  g_autofree char *base = dup_base (transform, language);

  switch (transform->kind)
    {
    case TB_TRANSFORM_QUARTER:
    case TB_TRANSFORM_HALF:
    case TB_TRANSFORM_ANNUAL:
      return dup_frequency (record, has_formula, language);
    case TB_TRANSFORM_PER_CAPITA:
      return dup_of (transform->other, &per_head, language);
    case TB_TRANSFORM_CAGR:
      if (!tb_period_is_dated (transform->base))
        break;
      return g_strdup_printf (growth_since.in[language], base);
    case TB_TRANSFORM_AVERAGE_GROWTH:
      return dup_average (transform->window, language);
    case TB_TRANSFORM_INDEX:
      return g_strdup_printf (index.in[language], base);
    case TB_TRANSFORM_SHARE:
      return dup_of (transform->other, &share, language);
    case TB_TRANSFORM_CONTRIBUTION:
      return dup_of (transform->other, &contribution, language);
    case TB_TRANSFORM_MOVING_AVERAGE:
      return g_strdup_printf (moving.in[language], transform->window > 0 ? transform->window : 3);
    case TB_TRANSFORM_CHANGE:
    case TB_TRANSFORM_PERCENT:
    case TB_TRANSFORM_ANNUALISED:
      return g_strdup (get_change_title (record, language));
    case TB_TRANSFORM_DISCRETE:
    case TB_TRANSFORM_CUMULATIVE:
    case TB_TRANSFORM_CHANGE_ON_YEAR:
    case TB_TRANSFORM_PERCENT_ON_YEAR:
      break;
    }

  return g_strdup (tb_transform_get_title (transform->kind, language));
}

static char *
dup_steps (const TbDerived *self,
           gboolean         has_formula,
           TbLanguage       language)
{
  GString *steps = g_string_new (NULL);

  for (gsize i = 0; i < self->n_records; i++)
    {
      g_autofree char *step = dup_step (&self->records[i], has_formula, language);

      tb_text_join (steps, step, language);
    }

  return g_string_free_and_steal (steps);
}

/**
 * tb_derived_dup_steps:
 * @self: computed figures
 * @language: the figure's language
 *
 * Says what was done to the figures, in order, for a subtitle (F-1).
 *
 * Returns: (transfer full): the steps; "" where there are none
 */
char *
tb_derived_dup_steps (const TbDerived *self,
                      TbLanguage       language)
{
  return dup_steps (self, FALSE, language);
}

/* "x[-12]": the figure of a year earlier, by the number of periods of a year where
 * they are of one length. */
static char *
dup_year_earlier (const TbStepRecord *record,
                  const char         *name)
{
  return record->n_per_year > 0 ? g_strdup_printf ("%s[-%d]", name, record->n_per_year)
                                : g_strdup_printf ("%s[-1 year]", name);
}

static guint
get_window (const TbStepRecord *record)
{
  return record->transform.window > 0 ? record->transform.window : 3;
}

static char *
dup_frequency_formula (const TbStepRecord *record)
{
  if (record->transform.weights != NULL)
    return g_strdup ("sum (w x) / sum (w)");

  return g_strdup_printf ("%s (x)", get_combination (record, TB_LANGUAGE_EN));
}

static char *
dup_average_formula (const TbStepRecord *record)
{
  guint window = record->transform.window > 0 ? record->transform.window : 2;

  return g_strdup_printf ("100 (product (1 + g / 100, %u years)^(1 / %u) - 1)", window, window);
}

static char *
dup_cagr_formula (const TbStepRecord *record)
{
  g_autofree char *base = tb_period_to_sdmx (record->transform.base);

  return g_strdup_printf ("100 ((x / x[%s])^(1 / T) - 1)", *base != '\0' ? base : "first");
}

/* NULL where the name says it. FRED's way of writing them: units and frequency of
 * https://fred.stlouisfed.org/docs/api/fred/series_observations.html. */
static char *
dup_one_formula (const TbStepRecord *record)
{
  g_autofree char *base = tb_period_to_sdmx (record->transform.base);
  g_autofree char *year = dup_year_earlier (record, "x");
  g_autofree char *whole = dup_year_earlier (record, "X");

  switch (record->transform.kind)
    {
    case TB_TRANSFORM_DISCRETE:
    case TB_TRANSFORM_CUMULATIVE:
      break;
    case TB_TRANSFORM_QUARTER:
    case TB_TRANSFORM_HALF:
    case TB_TRANSFORM_ANNUAL:
      return dup_frequency_formula (record);
    case TB_TRANSFORM_PER_CAPITA:
      return g_strdup (record->is_level ? "x / N" : "x / mean (N)");
    case TB_TRANSFORM_CHANGE:
      return g_strdup ("x - x[-1]");
    case TB_TRANSFORM_CHANGE_ON_YEAR:
      return g_strdup_printf ("x - %s", year);
    case TB_TRANSFORM_PERCENT:
      return g_strdup ("100 (x / x[-1] - 1)");
    case TB_TRANSFORM_PERCENT_ON_YEAR:
      return g_strdup_printf ("100 (x / %s - 1)", year);
    case TB_TRANSFORM_ANNUALISED:
      return record->n_per_year > 0 ? g_strdup_printf ("100 ((x / x[-1])^%d - 1)", record->n_per_year)
                                    : g_strdup ("100 ((x / x[-1])^n - 1)");
    case TB_TRANSFORM_CAGR:
      return dup_cagr_formula (record);
    case TB_TRANSFORM_AVERAGE_GROWTH:
      return dup_average_formula (record);
    case TB_TRANSFORM_INDEX:
      return g_strdup_printf ("100 x / x[%s]", base);
    case TB_TRANSFORM_SHARE:
      return g_strdup ("100 x / X");
    case TB_TRANSFORM_CONTRIBUTION:
      return g_strdup_printf ("100 (x - %s) / %s", year, whole);
    case TB_TRANSFORM_MOVING_AVERAGE:
      return g_strdup_printf ("mean (x[-%u], ..., x)", get_window (record) - 1);
    }

  return NULL;
}

/**
 * tb_derived_dup_formula:
 * @self: computed figures
 *
 * Writes the steps as files hold them: "discrete; percent-on-year = 100 (x /
 * x[-12] - 1)". x[-12] is the figure twelve periods earlier, found by period.
 *
 * Returns: (transfer full): the formulas, in order; "" where there are none
 */
char *
tb_derived_dup_formula (const TbDerived *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < self->n_records; i++)
    {
      g_autofree char *formula = dup_one_formula (&self->records[i]);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "; " : "",
                              tb_transform_get_name (self->records[i].transform.kind), formula != NULL ? " = " : "",
                              formula != NULL ? formula : "");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tb_derived_dup_method:
 * @self: computed figures
 * @language: the figure's language
 *
 * Says what was done to the figures with the formulas, for files and their notes:
 * "by quarter (quarter = sum (x))".
 *
 * Returns: (transfer full): the steps with their formulas; "" where there are none
 */
char *
tb_derived_dup_method (const TbDerived *self,
                       TbLanguage       language)
{
  static const TbPhrase form = { { "%s (%s)", "%s（%s）" } };
  g_autofree char *steps = dup_steps (self, TRUE, language);
  g_autofree char *formula = tb_derived_dup_formula (self);

  return *steps != '\0' ? g_strdup_printf (form.in[language], steps, formula) : g_strdup ("");
}
