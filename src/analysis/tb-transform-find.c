/* Finds figures by their period: the base of a change, the terms of a year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include "tb-span.h"

/* Lookups go on from the last one found; further away than this they halve. */
#define MAX_WALK 16

/* Days; a year that begins on 29 February is a day longer than others in between. */
#define LONGEST_YEAR 367

/* The first term not before the key. Bases follow each other as the terms do, so
 * that a walk from the last one finds nearly all of them at once. */
static gsize
find_lower_bound (TbWork *self,
                  TbDay   from,
                  TbDay   end)
{
  gsize low = 0, high = self->n;
  gsize i = MIN (self->cursor, self->n);
  int n = 0;

  for (; n < MAX_WALK && i < self->n && tb_term_compare (&self->terms[i], from, end) < 0; n++)
    low = ++i;
  for (; n < MAX_WALK && i > low && tb_term_compare (&self->terms[i - 1], from, end) >= 0; n++)
    high = --i;
  if (n < MAX_WALK)
    return self->cursor = i;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (tb_term_compare (&self->terms[middle], from, end) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return self->cursor = low;
}

gssize
tb_work_find (TbWork *self,
              TbDay   from,
              TbDay   end,
              guint   basis)
{
  gsize first = find_lower_bound (self, from, end);

  for (gsize i = first; i < self->n && tb_term_compare (&self->terms[i], from, end) == 0; i++)
    {
      if (self->terms[i].basis == basis)
        return (gssize) i;
    }

  return first < self->n && tb_term_compare (&self->terms[first], from, end) == 0 ? (gssize) first : -1;
}

/* The first term that ends on a day, of the basis. */
gssize
tb_work_find_ending (TbWork *self,
                     TbDay   end,
                     guint   basis)
{
  for (gsize i = find_lower_bound (self, 0, end); i < self->n && self->terms[i].span.end == end; i++)
    {
      if (self->terms[i].basis == basis)
        return (gssize) i;
    }

  return -1;
}

static gboolean
is_at_date (const TbTerm *term)
{
  return term->from == term->span.end;
}

/* P-1: what is counted over a day has that day for its span; anything else holds
 * on it. */
static gboolean
is_span (const TbWork *self,
         const TbTerm *term)
{
  return !is_at_date (term) || (tb_work_is_additive (self) && term->basis != TB_BASIS_AS_OF);
}

/* F-2: the lag is found by period. Dates lie as far apart as the nearest of them
 * do; parts of a year step back by one. */
gboolean
tb_work_get_previous (const TbWork *self,
                      const TbTerm *term,
                      TbPeriod     *out_period)
{
  TbDay day;

  if (is_span (self, term))
    return tb_period_previous (term->span, out_period);
  if (term->span.kind != TB_PERIOD_D && term->span.kind != TB_PERIOD_RANGE)
    return tb_period_previous (term->point.period, out_period);

  day = self->step_months > 0 ? tb_span_shift_months (term->span.end, -self->step_months)
                              : term->span.end - self->step_days;
  if (day < 1 || day >= term->span.end)
    return FALSE;
  *out_period = tb_period_from_days (day, day);

  return TRUE;
}

gboolean
tb_work_get_year_earlier (const TbWork *self,
                          const TbTerm *term,
                          TbPeriod     *out_period)
{
  return tb_period_year_earlier (is_span (self, term) ? term->span : term->point.period, out_period);
}

gssize
tb_work_find_base (TbWork       *self,
                   const TbTerm *term,
                   TbPeriod      period)
{
  return tb_work_find (self, is_at_date (term) ? period.end : period.start, period.end, term->basis);
}

/* The terms of one reporting year: from @first to before what is returned. */
gsize
tb_work_find_year_end (const TbWork *self,
                       gsize         first,
                       TbDay        *out_start)
{
  guint16 year_start = self->info.year_start;
  TbDay next;
  gsize end = first;

  *out_start = tb_span_find_year_start (self->terms[first].span.end, year_start);
  next = tb_span_find_year_start (*out_start + LONGEST_YEAR + 1, year_start);
  while (end < self->n && self->terms[end].span.end < next)
    end++;

  return end;
}
