/* Index numbers (F-4), and growth since a base period (F-3).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include "tb-span.h"

#include <math.h>

#define INDEX_BASE 100

/* Warnings that a figure and its base share, and those that are of a change on
 * the period before or a year earlier only. */
#define WARNINGS (TB_RULE (1) | TB_RULE (2) | TB_RULE (4) | TB_RULE (9) | TB_RULE (10) | TB_RULE (15) | TB_RULE (20))
#define NO_REFUSALS (TB_RULE (6) | TB_RULE (9) | TB_RULE (10) | TB_RULE (20))
#define OF_NEIGHBOURS (TB_RULE_F (10) | TB_RULE (17) | TB_RULE (18))

/* A total to date is named by the period that it ends with. */
static gssize
find_spelled (TbWork   *work,
              TbPeriod  period)
{
  gssize first = tb_work_find_ending (work, period.end, TB_BASIS_YEAR_TO_DATE);

  for (gsize i = (gsize) MAX (first, 0); first >= 0 && i < work->n && work->terms[i].span.end == period.end; i++)
    {
      if (tb_period_equal (work->terms[i].point.period, period))
        return (gssize) i;
    }

  return -1;
}

static gssize
find_base (TbWork   *work,
           TbPeriod  period)
{
  gssize found = -1;

  for (guint basis = TB_BASIS_DISCRETE; basis <= TB_BASIS_MULTI_YEAR && found < 0; basis++)
    {
      found = tb_work_find (work, period.start, period.end, basis);
      if (found < 0)
        found = tb_work_find (work, period.end, period.end, basis);
    }
  /* A level is of the period's last day, however it is spelled. */
  if (found >= 0 && work->terms[found].from == work->terms[found].span.end && !tb_work_is_level (work)
      && period.start != period.end)
    found = -1;

  return found >= 0 ? found : find_spelled (work, period);
}

static gboolean
fail_base (TbWork      *work,
           TbPeriod     period,
           const char  *code,
           GError     **error)
{
  static const TbPhrase missing = { { "%s: there is no figure for the base period %s", "%s：缺少基期%s的数" } };
  g_autofree char *label = tb_period_label (period, work->language, TB_PERIOD_LABEL_FULL);

  g_set_error (error, TB_TRANSFORM_ERROR, TB_TRANSFORM_ERROR_MISFIT, missing.in[work->language], code, label);

  return FALSE;
}

static gboolean
fail_sign (TbWork      *work,
           TbPeriod     period,
           const char  *code,
           GError     **error)
{
  static const TbPhrase not_above = { { "%s: the figure for the base period %s is not above zero",
                                        "%s：基期%s的数不大于零" } };
  g_autofree char *label = tb_period_label (period, work->language, TB_PERIOD_LABEL_FULL);

  g_set_error (error, TB_TRANSFORM_ERROR, TB_TRANSFORM_ERROR_MISFIT, not_above.in[work->language], code, label);

  return FALSE;
}

static gboolean
is_above_zero (const TbTerm *term)
{
  int sign;

  return tb_interval_get_sign (&term->point.value, &sign) && sign > 0;
}

/* What the verdict says of a figure and its base, whichever is earlier. */
static TbVerdict
weigh (const TbWork *work,
       const TbSide *base,
       const TbTerm *term)
{
  TbTermSide to;
  TbVerdict verdict;

  tb_work_make_side (work, term, &to);
  verdict = base->span.end <= term->span.end ? tb_sides_compare (base, &to.side, work->reference)
                                             : tb_sides_compare (&to.side, base, work->reference);
  verdict.codes &= ~OF_NEIGHBOURS;
  /* A ratio needs no known sign of the difference. */
  if (verdict.kind == TB_VERDICT_INVALID && (verdict.codes & ~(TB_RULE (15) | NO_REFUSALS)) == 0)
    verdict.kind = TB_VERDICT_NOTE;
  if (verdict.kind == TB_VERDICT_NOTE && (verdict.codes & (WARNINGS | TB_RULE (8))) == 0)
    verdict.kind = TB_VERDICT_VALID;

  return verdict;
}

static void
index_term (const TbWork *work,
            const TbTerm *base,
            const TbSide *base_side,
            TbTerm       *term)
{
  TbPoint *point = &term->point;
  const TbInterval *divisor = &base->point.value;
  gboolean is_base = term->span.end == base->span.end && term->from == base->from && term->basis == base->basis;
  TbVerdict verdict;

  point->base = base->point.period;
  if (point->kind == TB_VERDICT_INVALID)
    return;
  if (is_base)
    {
      point->value = tb_interval_of_number (INDEX_BASE, 0);
      point->value.low.value = point->value.high.value = (TbDecimal) { INDEX_BASE, 0 };
      point->value.low.exact = point->value.high.exact = TRUE;
      point->codes |= TB_RULE_F (4);
      return;
    }

  verdict = weigh (work, base_side, term);
  /* F-4: only within one segment free of breaks; a published growth across one
   * does not make two definitions one. */
  if ((verdict.codes & TB_RULE (8)) != 0)
    tb_step_refuse (point, TB_RULE (8) | TB_RULE_F (4));
  else if (verdict.kind == TB_VERDICT_INVALID)
    tb_step_refuse (point, verdict.codes);
  else if (!(divisor->low.exact && divisor->high.exact && tb_interval_is_exact (divisor)
             && tb_decimal_compare (divisor->low.value, (TbDecimal) { INDEX_BASE, 0 }) == 0)
           && !tb_interval_divide (&point->value, divisor, INDEX_BASE, &point->value))
    tb_step_refuse (point, TB_RULE (12));
  else
    {
      tb_step_join (point, &base->point);
      point->kind = MAX (point->kind, verdict.kind);
      point->codes |= verdict.codes | TB_RULE_F (4);
      point->n_terms = point->n_expected = 2;
      point->implied = FALSE;
    }
}

gboolean
tb_step_index (TbWork            *work,
               const TbTransform *transform,
               GError           **error)
{
  gssize found = find_base (work, transform->base);
  TbTermSide side;
  TbTerm base;

  if (found < 0 || work->terms[found].point.kind == TB_VERDICT_INVALID)
    return fail_base (work, transform->base, "F-4", error);
  base = work->terms[found];
  if (!is_above_zero (&base))
    return fail_sign (work, transform->base, "F-4", error);

  tb_work_make_side (work, &base, &side);
  for (gsize i = 0; i < work->n; i++)
    index_term (work, &base, &side.side, &work->terms[i]);
  for (gsize i = 0; i < work->n; i++)
    work->terms[i].raw = FALSE;
  work->info.measure = TB_MEASURE_INDEX;
  work->info.since = TB_SINCE_NONE;
  work->info.unit = tb_transform_make_index_unit (work->pool, transform->base);
  work->is_split = FALSE;
  tb_work_seal (work, TB_RULE_F (4));

  return TRUE;
}

/* F-3: (x₁ / x₀)^(1 / T) − 1, T years between the ends of the periods. */
static void
grow_term (const TbWork *work,
           const TbTerm *base,
           const TbSide *base_side,
           TbTerm       *term)
{
  TbPoint *point = &term->point;
  double years = tb_span_count_years (base->span.end, term->span.end);
  TbVerdict verdict;

  point->base = base->point.period;
  if (point->kind == TB_VERDICT_INVALID)
    return;
  if (years < 1 || !is_above_zero (term))
    {
      tb_step_refuse (point, TB_RULE_F (3));
      return;
    }

  verdict = weigh (work, base_side, term);
  if ((verdict.codes & TB_RULE (8)) != 0)
    tb_step_refuse (point, TB_RULE (8));
  else if (verdict.kind == TB_VERDICT_INVALID)
    tb_step_refuse (point, verdict.codes);
  else if (!tb_interval_grow (&base->point.value, &point->value, &point->value)
           || !tb_interval_compound (&point->value, 1 / years, &point->value))
    tb_step_refuse (point, TB_RULE_F (3));
  else
    {
      tb_step_join (point, &base->point);
      point->kind = MAX (point->kind, verdict.kind);
      point->codes |= verdict.codes | TB_RULE_F (3);
      point->n_terms = point->n_expected = 2;
      point->implied = FALSE;
    }
}

/* The first figure, where no base is asked for. */
static gssize
find_first (const TbWork *work)
{
  for (gsize i = 0; i < work->n; i++)
    {
      if (work->terms[i].point.kind != TB_VERDICT_INVALID && is_above_zero (&work->terms[i]))
        return (gssize) i;
    }

  return -1;
}

gboolean
tb_step_cagr (TbWork            *work,
              const TbTransform *transform,
              GError           **error)
{
  gboolean is_given = tb_period_is_dated (transform->base);
  gssize found = is_given ? find_base (work, transform->base) : find_first (work);
  TbTermSide side;
  TbTerm base;

  if (found < 0 || work->terms[found].point.kind == TB_VERDICT_INVALID)
    return fail_base (work, transform->base, "F-3", error);
  base = work->terms[found];
  if (!is_above_zero (&base))
    return fail_sign (work, transform->base, "F-3", error);

  tb_work_make_side (work, &base, &side);
  for (gsize i = 0; i < work->n; i++)
    grow_term (work, &base, &side.side, &work->terms[i]);
  for (gsize i = 0; i < work->n; i++)
    work->terms[i].raw = FALSE;
  work->info.measure = TB_MEASURE_GROWTH;
  work->info.since = TB_SINCE_NONE;
  work->info.unit = tb_transform_get_percent_unit ();
  work->is_split = FALSE;
  tb_work_seal (work, TB_RULE_F (3));

  return TRUE;
}
