/* Shares of a whole (F-5), contributions to its growth (F-6), and what the parts
 * leave of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include "tb-parts.h"

#include <math.h>

/* The figure of the whole for the same span or date. */
static const TbTerm *
find_whole (TbWork       *whole,
            const TbTerm *part)
{
  gssize found = tb_work_find (whole, part->from, part->span.end, part->basis);

  /* What was added in a period is a part of the level at its end. */
  if (found < 0 && tb_work_is_level (whole))
    found = tb_work_find (whole, part->span.end, part->span.end, part->basis);

  return found >= 0 && whole->terms[found].point.kind != TB_VERDICT_INVALID ? &whole->terms[found] : NULL;
}

/* The whole in the unit of the part. */
static gboolean
convert_whole (const TbWork *work,
               const TbWork *whole,
               const TbTerm *term,
               TbInterval   *out_value)
{
  TbDecimal factor;

  if (!tb_unit_conversion (whole->info.unit, work->info.unit, &factor))
    return FALSE;
  *out_value = tb_interval_scale (&term->point.value, factor);

  return TRUE;
}

static void
share_term (const TbWork *work,
            TbWork       *whole,
            TbTerm       *term)
{
  TbPoint *point = &term->point;
  const TbTerm *total = find_whole (whole, term);
  TbTermSide part_side, whole_side;
  TbVerdict verdict;
  TbInterval divisor;
  int sign;

  if (point->kind == TB_VERDICT_INVALID)
    return;
  if (total == NULL)
    {
      tb_step_refuse (point, TB_RULE (0) | TB_RULE_F (5));
      return;
    }

  point->base = total->point.period;
  tb_work_make_side (work, term, &part_side);
  tb_work_make_side (whole, total, &whole_side);
  verdict = tb_sides_share (&part_side.side, &whole_side.side, work->reference);
  /* No absolute value is taken of a negative part. */
  if (tb_interval_get_sign (&point->value, &sign) && sign < 0)
    tb_step_refuse (point, TB_RULE_F (5));
  else if (verdict.kind == TB_VERDICT_INVALID)
    tb_step_refuse (point, verdict.codes);
  else if (!convert_whole (work, whole, total, &divisor)
           || !tb_interval_divide (&point->value, &divisor, 100, &point->value))
    tb_step_refuse (point, TB_RULE_F (5));
  else
    {
      tb_step_join (point, &total->point);
      point->kind = MAX (point->kind, verdict.kind);
      point->codes |= verdict.codes | TB_RULE_F (5);
      point->n_terms = point->n_expected = 2;
      point->implied = FALSE;
    }
}

/* 100 part ÷ whole, percent. */
void
tb_step_share (TbWork            *work,
               const TbTransform *transform,
               TbWork            *whole)
{
  for (gsize i = 0; i < work->n; i++)
    share_term (work, whole, &work->terms[i]);
  for (gsize i = 0; i < work->n; i++)
    work->terms[i].raw = FALSE;
  work->info.measure = TB_MEASURE_RATIO;
  work->info.since = TB_SINCE_NONE;
  work->info.unit = tb_transform_get_percent_unit ();
  work->is_split = FALSE;
  tb_work_seal (work, TB_RULE_F (5));
}

/* Both figures of the total, and whether it grew in a way that can be told. */
static const TbTerm *
weigh_total (const TbWork *work,
             TbWork       *whole,
             const TbTerm *base,
             TbTerm       *term)
{
  const TbTerm *before = find_whole (whole, base);
  const TbTerm *after = find_whole (whole, term);
  TbTermSide from, to;
  TbVerdict verdict;

  if (before == NULL || after == NULL)
    {
      tb_step_refuse (&term->point, TB_RULE (0) | TB_RULE_F (6));
      return NULL;
    }

  tb_work_make_side (whole, before, &from);
  tb_work_make_side (whole, after, &to);
  verdict = tb_sides_compare (&from.side, &to.side, work->reference);
  if (verdict.kind == TB_VERDICT_INVALID || (verdict.codes & TB_RULE (8)) != 0)
    {
      tb_step_refuse (&term->point, verdict.codes);
      return NULL;
    }
  tb_step_join (&term->point, &after->point);
  tb_step_join (&term->point, &before->point);

  return before;
}

static TbLimit
divide_limit (const TbLimit    *part,
              const TbInterval *total,
              gboolean          is_low)
{
  /* A gain is a smaller share of a larger total, a loss of a smaller one. */
  const TbLimit *divisor = (part->number < 0) == is_low ? &total->low : &total->high;

  if (part->open || divisor->open)
    return (TbLimit) { .open = TRUE, .number = NAN };

  return (TbLimit) { .number = part->number * 100 / divisor->number, .strict = part->strict || divisor->strict };
}

static gboolean
set_contribution (TbPoint          *point,
                  const TbInterval *change,
                  const TbInterval *total)
{
  double stated = total->low.number;
  double size = change->low.open ? change->high.number : change->low.number;

  if (total->low.open || !(stated > 0) || tb_interval_is_unknown (change))
    return FALSE;
  point->value = (TbInterval) { .low = divide_limit (&change->low, total, TRUE),
                                .high = divide_limit (&change->high, total, FALSE),
                                .rounding = (change->rounding + fabs (size / stated) * total->rounding) * 100 / stated,
                                .about = change->about || total->about };

  return TRUE;
}

static void
contribute_term (TbWork *work,
                 TbWork *whole,
                 TbTerm *term)
{
  TbPoint *point = &term->point;
  TbPeriod period = TB_PERIOD_UNDATED;
  gssize found = tb_work_get_year_earlier (work, term, &period) ? tb_work_find_base (work, term, period) : -1;
  const TbTerm *base = found >= 0 ? &work->terms[found] : NULL;
  const TbTerm *total;
  TbTermSide from, to;
  TbInterval change, divisor;
  TbVerdict verdict;

  point->base = period;
  if (point->kind == TB_VERDICT_INVALID)
    return;
  if (base == NULL || base->point.kind == TB_VERDICT_INVALID)
    {
      tb_step_refuse (point, TB_RULE_F (2));
      return;
    }

  tb_work_make_side (work, base, &from);
  tb_work_make_side (work, term, &to);
  verdict = tb_sides_compare (&from.side, &to.side, work->reference);
  change = tb_interval_subtract (&point->value, &base->point.value);
  if (verdict.kind == TB_VERDICT_INVALID || (verdict.codes & TB_RULE (8)) != 0)
    {
      tb_step_refuse (point, verdict.codes);
      return;
    }
  total = weigh_total (work, whole, base, term);
  if (total == NULL)
    return;
  tb_step_join (point, &base->point);
  if (!convert_whole (work, whole, total, &divisor) || !set_contribution (point, &change, &divisor))
    {
      tb_step_refuse (point, TB_RULE_F (6));
      return;
    }
  point->base = base->point.period;
  point->kind = MAX (point->kind, verdict.kind);
  point->codes |= (verdict.codes & ~(TB_RULE (11) | TB_RULE (12) | TB_RULE (18))) | TB_RULE_F (6);
  point->n_terms = point->n_expected = 3;
  point->implied = FALSE;
}

/* 100 (x₁ − x₀) ÷ X₀, percentage points of the total's growth on a year earlier. */
void
tb_step_contribution (TbWork            *work,
                      const TbTransform *transform,
                      TbWork            *whole)
{
  for (gsize i = work->n; i > 0; i--)
    contribute_term (work, whole, &work->terms[i - 1]);
  for (gsize i = 0; i < work->n; i++)
    work->terms[i].raw = FALSE;
  work->info.measure = TB_MEASURE_GROWTH;
  work->info.since = TB_SINCE_NONE;
  work->info.unit = tb_transform_get_points_unit ();
  work->is_split = FALSE;
  tb_work_seal (work, TB_RULE_F (6));
}

static gboolean
read_part (TbSeries      *series,
           TbPeriod       period,
           const TbUnit  *unit,
           TbInterval    *out_value)
{
  gssize row = tb_series_find (series, period, TB_KIND_ACTUAL);

  return row >= 0 && tb_parts_read ((TbFigure) { series, (gsize) row }, unit, out_value);
}

/**
 * tb_transform_get_residual:
 * @parts: (array length=n_parts): the parts
 * @n_parts: how many
 * @whole: what they are parts of
 * @period: a period
 * @out_residual: (out caller-allocates): whole − sum of the parts
 *
 * Tells what the parts leave of the whole, "other" or a discrepancy (F-5, F-6).
 * They tie out where it is not larger than its rounding.
 *
 * Unit: that of @whole, multiplier applied.
 * Missing: where the whole or a part has no figure, or a part is negative.
 * Thread: any; no allocation.
 *
 * Returns: whether there is a residual to state
 */
gboolean
tb_transform_get_residual (TbSeries *const *parts,
                           gsize            n_parts,
                           TbSeries        *whole,
                           TbPeriod         period,
                           TbInterval      *out_residual)
{
  const TbUnit *unit = tb_series_get_info (whole)->unit;

  if (!read_part (whole, period, unit, out_residual))
    return FALSE;
  for (gsize i = 0; i < n_parts; i++)
    {
      TbInterval part;
      int sign;

      if (!read_part (parts[i], period, unit, &part) || (tb_interval_get_sign (&part, &sign) && sign < 0))
        return FALSE;
      *out_residual = tb_interval_subtract (out_residual, &part);
    }

  return TRUE;
}
