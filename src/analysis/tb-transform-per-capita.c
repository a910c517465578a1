/* Figures per head (F-8).
 *
 * A level is divided by the population of the same date; an amount over a span
 * by the average one, or by the mean of those at its start and its end, or by
 * the one of its middle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

static const TbTerm *
find_at (TbWork *population,
         TbDay   day)
{
  gssize found = tb_work_find (population, day, day, TB_BASIS_AS_OF);

  return found >= 0 && population->terms[found].point.kind != TB_VERDICT_INVALID ? &population->terms[found] : NULL;
}

static const TbTerm *
find_average (TbWork       *population,
              const TbTerm *term)
{
  gssize found = tb_work_find (population, term->span.start, term->span.end, TB_BASIS_DISCRETE);

  return found >= 0 && population->terms[found].point.kind != TB_VERDICT_INVALID
           && population->info.measure == TB_MEASURE_AVERAGE ? &population->terms[found] : NULL;
}

typedef struct
{
  TbPoint  joined;   /* status and codes of what it is made of */
  TbPeriod period;   /* whose population it is */
} Divisor;

static void
take (Divisor      *divisor,
      const TbTerm *term)
{
  divisor->joined = term->point;
  divisor->period = term->point.period;
}

/* Of the start and the end of a span. */
static gboolean
take_mean (Divisor *divisor,
           TbWork  *population,
           TbDay    before,
           TbDay    last)
{
  const TbTerm *first = find_at (population, before);
  const TbTerm *end = find_at (population, last);

  if (first == NULL || end == NULL || tb_work_has_break (population, before, last))
    return FALSE;

  take (divisor, end);
  tb_step_join (&divisor->joined, &first->point);
  divisor->joined.value = tb_interval_add (&first->point.value, &end->point.value);
  divisor->joined.value = tb_interval_mean (&divisor->joined.value, 2);
  divisor->period = tb_period_from_days (before, last);

  return TRUE;
}

static gboolean
find_divisor (Divisor      *divisor,
              TbWork       *population,
              const TbTerm *term,
              gboolean      is_level)
{
  TbDay middle = term->span.start + (term->span.end - term->span.start + 1) / 2;
  const TbTerm *found = is_level ? find_at (population, term->span.end) : find_average (population, term);

  if (found == NULL && !is_level && take_mean (divisor, population, term->span.start - 1, term->span.end))
    return TRUE;
  if (found == NULL && !is_level)
    found = find_at (population, middle);
  if (found == NULL && !is_level)
    found = find_at (population, middle - 1);
  if (found != NULL)
    take (divisor, found);

  return found != NULL;
}

/* A loss per head is a loss. */
static gboolean
divide (const TbInterval *amount,
        const TbInterval *population,
        TbInterval       *out_ratio)
{
  const TbDecimal minus_one = { -1, 0 };
  TbInterval negated;
  int sign;

  if (!tb_interval_get_sign (amount, &sign) || sign >= 0)
    return tb_interval_divide (amount, population, 1, out_ratio);

  negated = tb_interval_scale (amount, minus_one);
  if (!tb_interval_divide (&negated, population, 1, out_ratio))
    return FALSE;
  *out_ratio = tb_interval_scale (out_ratio, minus_one);

  return TRUE;
}

static void
divide_term (const TbWork *work,
             TbWork       *population,
             TbTerm       *term)
{
  TbPoint *point = &term->point;
  Divisor divisor;

  if (point->kind == TB_VERDICT_INVALID)
    return;
  if (!find_divisor (&divisor, population, term, tb_work_is_level (work))
      || !divide (&point->value, &divisor.joined.value, &point->value))
    {
      tb_step_refuse (point, TB_RULE_F (8));
      return;
    }

  tb_step_join (point, &divisor.joined);
  point->codes |= TB_RULE_F (8);
  if (point->value.about)
    {
      point->codes |= TB_RULE (15);
      point->kind = TB_VERDICT_NOTE;
    }
  point->base = divisor.period;
  point->n_terms = point->n_expected = 2;
}

void
tb_step_per_capita (TbWork            *work,
                    const TbTransform *transform)
{
  TbWork population;

  tb_work_init (&population, transform->other, work->known, work->reference, work->language);
  for (gsize i = 0; i < work->n; i++)
    divide_term (work, &population, &work->terms[i]);
  tb_work_clear (&population);

  for (gsize i = 0; i < work->n; i++)
    work->terms[i].raw = FALSE;
  work->info.measure = TB_MEASURE_RATIO;
  work->info.since = TB_SINCE_NONE;
  work->info.unit = tb_transform_make_head_unit (work->pool, work->info.unit);
  tb_work_seal (work, TB_RULE_F (8));
}
