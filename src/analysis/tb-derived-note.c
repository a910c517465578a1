/* What a computed point warns of, or why it has no number, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-derived-private.h"

#include "tb-number-format.h"

#include <math.h>

/* Rules that never refuse: beside one that does, they are no reason. */
#define NO_REASONS (TB_RULE (6) | TB_RULE (9) | TB_RULE (13) | TB_RULE (14) | TB_RULE (17) | TB_RULE (18)              \
                    | TB_RULE (20) | TB_RULE_Y (2) | TB_RULE_Y (4) | TB_RULE_Y (6) | TB_RULE_F (10))

#define DAYS_OF_YEAR 366

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

/* F-3, F-4: the figure that others are set against has no growth, and is 100. */
static gboolean
is_base (const TbPoint *point)
{
  return tb_period_is_dated (point->base) && tb_period_equal (point->base, point->period)
         && (point->codes & (TB_RULE_F (3) | TB_RULE_F (4))) != 0;
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

  return get_said (point) != 0 || is_incomplete (point) || is_base (point)
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

/* "+CNY 200 million", "+2亿元" */
static char *
dup_signed_amount (const TbUnit  *unit,
                   const TbLimit *amount,
                   TbLanguage     language)
{
  TbNumberScale scale = tb_unit_takes_scale (unit) ? tb_number_scale_choose (fabs (amount->number), language)
                                                   : tb_number_scale_for_power (0, language);
  int printed = amount->exact ? -amount->value.exponent : 1;
  g_autofree char *number = tb_number_format_scaled (fabs (amount->number),
                                                     tb_number_decimals (amount->number, printed, scale), scale, FALSE);
  g_autofree char *text = tb_unit_attach (unit, number, scale.suffix, language);

  return g_strconcat (amount->number < 0 ? "−" : "+", text, NULL);
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

  if (!find_total (self->source, point, &residual) || !tb_interval_is_exact (&residual))
    return FALSE;
  number = tb_interval_get_stated (&residual);
  if (!(number < 0) && !(number > 0))
    return FALSE;
  shown = dup_signed_amount (tb_series_get_info (self->source)->unit, &residual.low, language);
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

  g_autofree char *name = tb_derived_dup_other (other, language);
  g_autofree char *date = tb_period_label (point->base, language, TB_PERIOD_LABEL_FULL);
  g_autofree char *text = g_strdup_printf (at.in[language], name, date);

  append (note, text, language);
}

/* R10: rows of up to a year before the first one count as well, as of totals
 * that are told apart. */
static gboolean
is_near (const TbPoint       *point,
         const TbObservation *o)
{
  TbDay from = tb_period_is_dated (point->base) ? MIN (point->base.start, point->period.start) : point->period.start;

  return tb_period_is_dated (o->period) && o->period.end <= point->period.end && o->period.end >= from - DAYS_OF_YEAR;
}

/* R10: two sources, or two releases of one. */
static void
append_sources (GString         *note,
                const TbDerived *self,
                const TbPoint   *point,
                TbLanguage       language)
{
  static const TbPhrase disagree = { { "sources disagree", "不同来源的数据不一致" } };
  gboolean conflicts = FALSE;
  gboolean differs = FALSE;
  TbDay vintage = 0;

  for (gsize i = 0; i < tb_series_get_n (self->source); i++)
    {
      TbObservation o;

      tb_series_get (self->source, i, &o);
      if (!is_near (point, &o))
        continue;
      conflicts = conflicts || o.conflicts;
      if (o.extra == NULL || o.extra->vintage == 0)
        continue;
      differs = differs || (vintage != 0 && vintage != o.extra->vintage);
      vintage = o.extra->vintage;
    }

  if (conflicts)
    append (note, disagree.in[language], language);
  if (differs || !conflicts)
    append (note, tb_rule_get_note (10, language), language);
}

/* R9: by name, where the point knows them. */
static void
append_status (GString       *note,
               const TbPoint *point,
               TbLanguage     language)
{
  g_autofree char *text = tb_status_dup_note (point->status, language);

  append (note, *text != '\0' ? text : tb_rule_get_note (9, language), language);
}

static gboolean
are_all_exact (const TbSeries *series)
{
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      TbSide side;

      if (tb_side_load (&side, (TbFigure) { series, i }) && side.known && !tb_interval_is_exact (&side.value))
        return FALSE;
    }

  return TRUE;
}

/* The change itself, of rows as they are read. */
static gboolean
overflows (const TbDerived *self,
           const TbPoint   *point)
{
  gssize row = tb_period_is_dated (point->base) ? tb_series_find (self->source, point->base, self->kind) : -1;
  TbSide base, current;
  double from, to;

  if (row < 0 || point->row < 0 || !tb_side_load (&base, (TbFigure) { self->source, (gsize) row }) || !base.known
      || !tb_side_load (&current, (TbFigure) { self->source, (gsize) point->row }) || !current.known)
    return FALSE;
  from = tb_interval_get_stated (&base.value);
  to = tb_interval_get_stated (&current.value);

  return isinf (to - from) || (fabs (from) > 0 && isinf (100 * (to / from)));
}

/* Numbers near the largest have differences, sums and quotients that are none. */
static gboolean
is_too_large (const TbDerived *self,
              const TbPoint   *point)
{
  if (point->kind != TB_VERDICT_INVALID || self->n_records != 1 || self->records[0].transform.other != NULL)
    return FALSE;
  if ((point->codes & TB_RULE (15)) != 0)
    return are_all_exact (self->source);

  return (point->codes & (TB_RULE (0) | TB_RULE_F (2))) != 0 && overflows (self, point);
}

/* F-2: a rate of some year is missing, or leaves nothing to grow from. */
static gboolean
lacks_rates (const TbDerived *self,
             const TbPoint   *point)
{
  return point->kind == TB_VERDICT_INVALID && (point->codes & TB_RULE_F (2)) != 0 && self->n_records > 0
         && self->records[self->n_records - 1].transform.kind == TB_TRANSFORM_AVERAGE_GROWTH;
}

static void
append_rule (GString         *note,
             const TbDerived *self,
             const TbPoint   *point,
             guint            rule,
             TbLanguage       language)
{
  if (point->kind == TB_VERDICT_INVALID)
    append (note, tb_rule_get_reason (rule, language), language);
  else if (rule == 9)
    append_status (note, point, language);
  else if (rule == 10)
    append_sources (note, self, point, language);
  else
    append (note, tb_rule_get_note (rule, language), language);
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
  static const TbPhrase base_period = { { "the base period", "基期" } };
  static const TbPhrase too_large = { { "the result is too large to compute", "结果过大，无法计算" } };
  static const TbPhrase rates = { { "average growth needs the rate of every year, each above −100%",
                                    "年均增速须有各年增速，且均高于−100%" } };
  g_autoptr (GString) note = g_string_new (NULL);
  const TbPoint *point;
  TbRuleSet said;

  g_return_val_if_fail (i < self->n, NULL);

  point = &self->terms[i].point;
  said = get_said (point);
  if (is_base (point))
    {
      append (note, base_period.in[language], language);
      said &= ~TB_RULE_F (3);
    }
  if (is_incomplete (point))
    {
      append_count (note, point, language);
      said &= ~(TB_RULE_F (7) | TB_RULE_F (9) | TB_RULE_Y (8) | TB_RULE_Y (9));
    }
  if (is_too_large (self, point))
    {
      append (note, too_large.in[language], language);
      said = 0;
    }
  if (lacks_rates (self, point))
    {
      append (note, rates.in[language], language);
      said &= ~TB_RULE_F (2);
    }
  for (guint rule = 0; rule < TB_N_RULES; rule++)
    {
      if ((said & TB_RULE_BIT (rule)) == 0 || TB_RULE_BIT (rule) == TB_RULE_Y (5))
        continue;
      append_rule (note, self, point, rule, language);
    }
  if ((said & TB_RULE_Y (5)) != 0)
    append_year (note, self, point, language);
  if (point->kind != TB_VERDICT_INVALID)
    append_denominator (note, self, point, language);

  return note->len > 0 ? g_string_free_and_steal (g_steal_pointer (&note)) : NULL;
}
