/* What was done to computed figures, and what a point warns of, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-derived-private.h"

#include "tb-number-format.h"

/* Rules that never refuse: beside one that does, they are no reason. */
#define NO_REASONS (TB_RULE (6) | TB_RULE (9) | TB_RULE (13) | TB_RULE (14) | TB_RULE (17) | TB_RULE (18)              \
                    | TB_RULE (20) | TB_RULE_Y (2) | TB_RULE_Y (4) | TB_RULE_Y (6) | TB_RULE_F (10))

static char *
dup_other (const TbSeries *series,
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

static char *
dup_frequency (const TbStepRecord *record,
               TbLanguage          language)
{
  static const TbPhrase form = { { "%s (%s%s%s)", "%s（%s%s%s）" } };
  static const TbPhrase weighted = { { ", weighted by ", "，权数为" } };
  static const TbPhrase so_far = { { "; unfinished ones so far", "；未完结的为截至目前数" } };
  const TbTransform *transform = &record->transform;
  g_autofree char *weights = dup_other (transform->weights, language);
  g_autofree char *by = transform->weights != NULL ? g_strconcat (weighted.in[language], weights, NULL) : g_strdup ("");

  return g_strdup_printf (form.in[language], tb_transform_get_title (transform->kind, language),
                          get_combination (record, language), by, transform->so_far ? so_far.in[language] : "");
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
  g_autofree char *name = dup_other (other, language);

  return g_strdup_printf (form->in[language], name);
}

static char *
dup_step (const TbStepRecord *record,
          TbLanguage          language)
{
  static const TbPhrase per_head = { { "per head of %s", "按%s计算的人均" } };
  static const TbPhrase index = { { "index, %s = 100", "指数，%s=100" } };
  static const TbPhrase growth_since = { { "average annual growth since %s in percent", "%s以来年均增速（%%）" } };
  static const TbPhrase share = { { "share of %s in percent", "占%s的比重（%%）" } };
  static const TbPhrase contribution = { { "contribution to the growth of %s in percentage points",
                                           "拉动%s增长（个百分点）" } };
  static const TbPhrase moving = { { "moving average of %u periods, trailing", "%u期移动平均（截至当期）" } };
  const TbTransform *transform = &record->transform;
  g_autofree char *base = dup_base (transform, language);

  switch (transform->kind)
    {
    case TB_TRANSFORM_QUARTER:
    case TB_TRANSFORM_HALF:
    case TB_TRANSFORM_ANNUAL:
      return dup_frequency (record, language);
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
    case TB_TRANSFORM_DISCRETE:
    case TB_TRANSFORM_CUMULATIVE:
    case TB_TRANSFORM_CHANGE:
    case TB_TRANSFORM_CHANGE_ON_YEAR:
    case TB_TRANSFORM_PERCENT:
    case TB_TRANSFORM_PERCENT_ON_YEAR:
    case TB_TRANSFORM_ANNUALISED:
      break;
    }

  return g_strdup (tb_transform_get_title (transform->kind, language));
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
  static const TbPhrase separator = { { "; ", "；" } };
  g_autoptr (GString) steps = g_string_new (NULL);

  for (gsize i = 0; i < self->n_records; i++)
    {
      g_autofree char *step = dup_step (&self->records[i], language);

      g_string_append_printf (steps, "%s%s", i > 0 ? separator.in[language] : "", step);
    }

  return g_string_free_and_steal (g_steal_pointer (&steps));
}

/* "x[-12]": the figure of a year earlier, by the number of periods of a year. */
static char *
dup_year_earlier (const TbStepRecord *record,
                  const char         *name)
{
  return record->n_per_year > 0 ? g_strdup_printf ("%s[-%d]", name, record->n_per_year)
                                : g_strdup_printf ("%s[-1 year]", name);
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
      return g_strdup_printf ("100 ((x / x[-1])^%d - 1)", record->n_per_year);
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
      return g_strdup_printf ("mean (x[-%u], ..., x)", (record->transform.window > 0 ? record->transform.window : 3) - 1);
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

static gboolean
is_incomplete (const TbPoint *point)
{
  return point->n_terms < point->n_expected
         && (point->codes & (TB_RULE_F (7) | TB_RULE_F (9) | TB_RULE_Y (8))) != 0;
}

/* The rules that have something to say on the point. */
static TbRuleSet
get_said (const TbPoint *point)
{
  switch (point->kind)
    {
    case TB_VERDICT_VALID:
      break;
    case TB_VERDICT_NOTE:
      return point->codes & TB_TRANSFORM_WARNINGS;
    case TB_VERDICT_INVALID:
      return (point->codes & ~NO_REASONS) != 0 ? point->codes & ~NO_REASONS : point->codes;
    }

  return 0;
}

/* F-8: the population, as long as no later step has another base. */
static const TbSeries *
get_divisor (const TbDerived *self)
{
  const TbSeries *divisor = NULL;

  for (gsize i = 0; i < self->n_records; i++)
    {
      TbTransformKind kind = self->records[i].transform.kind;

      if (kind == TB_TRANSFORM_PER_CAPITA)
        divisor = self->records[i].transform.other;
      else if (kind > TB_TRANSFORM_PER_CAPITA && kind < TB_TRANSFORM_MOVING_AVERAGE)
        divisor = NULL;
    }

  return divisor;
}

gboolean
tb_derived_has_note (const TbDerived *self,
                     gsize            i)
{
  const TbPoint *point = &self->terms[i].point;

  return get_said (point) != 0 || is_incomplete (point)
         || (point->kind != TB_VERDICT_INVALID && get_divisor (self) != NULL && tb_period_is_dated (point->base));
}

static void
append (GString    *note,
        const char *text,
        TbLanguage  language)
{
  static const TbPhrase separator = { { "; ", "；" } };

  if (text == NULL || *text == '\0')
    return;
  if (note->len > 0)
    g_string_append (note, separator.in[language]);
  g_string_append (note, text);
}

static void
append_count (GString       *note,
              const TbPoint *point,
              TbLanguage     language)
{
  static const TbPhrase form = { { "incomplete (%u of %u)", "数据不全（应有%2$u期，现有%1$u期）" } };
  g_autofree char *text = g_strdup_printf (form.in[language], point->n_terms, point->n_expected);

  append (note, text, language);
}

/* The row of the running total that the year's figure does not meet (Y-5). */
static gboolean
find_total (const TbSeries *series,
            const TbPoint  *point,
            TbInterval     *out_residual)
{
  TbSide annual, total;

  if (point->row < 0 || !tb_side_load (&annual, (TbFigure) { series, (gsize) point->row }) || !annual.known)
    return FALSE;
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      if (tb_series_get_period (series, i).end != annual.span.end || i == (gsize) point->row
          || !tb_side_load (&total, (TbFigure) { series, i }) || !total.known
          || total.observation.basis != TB_BASIS_YEAR_TO_DATE || total.span.start != annual.span.start
          || total.observation.kind != annual.observation.kind || total.observation.superseded)
        continue;
      *out_residual = tb_interval_subtract (&annual.value, &total.value);
      return TRUE;
    }

  return FALSE;
}

/* "by −3": what the year's figure has more than the last total. */
static gboolean
append_residual (GString         *note,
                 const TbDerived *self,
                 const TbPoint   *point,
                 TbLanguage       language)
{
  static const TbPhrase form = { { "the year's total differs from the last cumulative figure by %s",
                                   "全年数与最后一期累计数相差%s" } };
  TbInterval residual;
  double number;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (!find_total (self->source, point, &residual))
    return FALSE;
  number = tb_interval_get_stated (&residual);
  if (!(number < 0) && !(number > 0))
    return FALSE;
  shown = tb_number_format_signed (number, residual.low.exact ? tb_decimal_get_n_decimals (residual.low.value) : 1);
  text = g_strdup_printf (form.in[language], shown);
  append (note, text, language);

  return TRUE;
}

static void
append_year (GString         *note,
             const TbDerived *self,
             const TbPoint   *point,
             TbLanguage       language)
{
  static const TbPhrase differs = { { "the year's published total differs from the sum of its parts",
                                      "公布的全年数与各期之和不一致" } };

  if (!append_residual (note, self, point, language) && (point->codes & TB_RULE (20)) == 0)
    append (note, differs.in[language], language);
}

/* F-8: the denominator and its date. */
static void
append_denominator (GString         *note,
                    const TbDerived *self,
                    const TbPoint   *point,
                    TbLanguage       language)
{
  static const TbPhrase at = { { "divided by %s, %s", "除以%s（%s）" } };
  const TbSeries *other = get_divisor (self);

  if (other == NULL || !tb_period_is_dated (point->base))
    return;

  g_autofree char *name = dup_other (other, language);
  g_autofree char *date = tb_period_label (point->base, language, TB_PERIOD_LABEL_FULL);
  g_autofree char *text = g_strdup_printf (at.in[language], name, date);

  append (note, text, language);
}

/**
 * tb_derived_dup_note:
 * @self: computed figures
 * @i: which point
 * @language: the figure's language
 *
 * Says why a point has no number, or what it warns of: each rule once, how many
 * figures of how many there are, and what a figure per head was divided by.
 *
 * Returns: (transfer full) (nullable): the note; %NULL where there is nothing to say
 */
char *
tb_derived_dup_note (const TbDerived *self,
                     gsize            i,
                     TbLanguage       language)
{
  g_autoptr (GString) note = g_string_new (NULL);
  const TbPoint *point;
  TbRuleSet said;

  g_return_val_if_fail (i < self->n, NULL);

  point = &self->terms[i].point;
  said = get_said (point);
  if (is_incomplete (point))
    {
      append_count (note, point, language);
      said &= ~(TB_RULE_F (7) | TB_RULE_F (9) | TB_RULE_Y (8) | TB_RULE_Y (9));
    }
  for (guint rule = 0; rule < TB_N_RULES; rule++)
    {
      if ((said & TB_RULE_BIT (rule)) == 0 || TB_RULE_BIT (rule) == TB_RULE_Y (5))
        continue;
      append (note, point->kind == TB_VERDICT_INVALID ? tb_rule_get_reason (rule, language)
                                                      : tb_rule_get_note (rule, language), language);
    }
  if ((said & TB_RULE_Y (5)) != 0)
    append_year (note, self, point, language);
  if (point->kind != TB_VERDICT_INVALID)
    append_denominator (note, self, point, language);

  return note->len > 0 ? g_string_free_and_steal (g_steal_pointer (&note)) : NULL;
}
