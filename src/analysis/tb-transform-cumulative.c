/* Year-to-date figures into those of single periods, and back (Y-1 … Y-9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include "tb-span.h"

#include <string.h>

static gboolean
is_to_date (const TbTerm *term)
{
  return term->basis == TB_BASIS_YEAR_TO_DATE;
}

static gboolean
has_to_date (const TbWork *work,
             gsize         first,
             gsize         end)
{
  for (gsize i = first; i < end; i++)
    {
      if (is_to_date (&work->terms[i]))
        return TRUE;
    }

  return FALSE;
}

/* A figure for the whole year that is no running total (Y-5). */
static gboolean
is_annual (const TbTerm *term)
{
  return term->span.kind == TB_PERIOD_A;
}

/* Whether a term is one of the year's totals: what begins with the year is the
 * total up to its end, whatever its basis. */
static gboolean
is_total (const TbTerm *term,
          TbDay         start)
{
  return term->point.kind != TB_VERDICT_INVALID && (is_to_date (term) || term->span.start == start);
}

typedef struct
{
  TbWork       *work;
  TbTerm       *out;
  gsize         n;
  TbDay         start;   /* of the year */
  const TbTerm *last;    /* the total before this one, from the start of the year */
  const TbTerm *odd;     /* the same, from another day */
} Split;

/* What the spelling of a total says about how often there is one: "2021-08" is
 * one of twelve, "2021-S1" may be one of two or of four. */
static guint8
count_spelled_months (const TbTerm *term)
{
  switch ((TbPeriodKind) term->point.period.kind)
    {
    case TB_PERIOD_M:
      return 1;
    case TB_PERIOD_B:
      return 2;
    case TB_PERIOD_Q:
      return 3;
    case TB_PERIOD_T:
      return 4;
    case TB_PERIOD_NONE:
    case TB_PERIOD_A:
    case TB_PERIOD_S:
    case TB_PERIOD_W:
    case TB_PERIOD_D:
    case TB_PERIOD_RANGE:
    case TB_PERIOD_TEXT:
      break;
    }

  return 0;
}

static TbTerm *
emit (Split        *split,
      const TbTerm *term,
      TbDay         from)
{
  TbTerm *out = &split->out[split->n++];

  *out = *term;
  out->raw = FALSE;
  out->n_months = count_spelled_months (term);
  out->basis = TB_BASIS_DISCRETE;
  out->span = tb_span_name (from, term->span.end, split->work->info.year_start);
  out->from = out->span.start;
  out->point.period = out->span;
  out->point.codes |= TB_RULE_Y (1);

  return out;
}

/* What the total grew by since the one before it. */
static void
emit_difference (Split        *split,
                 const TbTerm *before,
                 const TbTerm *term)
{
  TbTerm *out = emit (split, term, before->span.end + 1);
  TbPoint *point = &out->point;
  int sign;

  if (tb_work_has_break (split->work, before->span.end, term->span.end))
    {
      tb_step_refuse (point, TB_RULE (8) | TB_RULE_Y (1));
      return;
    }
  /* A total that was not renewed with the one before it may not hold the same. */
  if (before->vintage != 0 && term->vintage != 0 && before->vintage > term->vintage)
    {
      tb_step_refuse (point, TB_RULE (10) | TB_RULE_Y (1));
      return;
    }

  tb_step_join (point, &before->point);
  point->value = tb_interval_subtract (&term->point.value, &before->point.value);
  point->n_terms = point->n_expected = 2;
  if (before->revises || (before->vintage != 0 && term->vintage != 0 && before->vintage != term->vintage))
    {
      point->codes |= TB_RULE (10);
      point->kind = TB_VERDICT_NOTE;
    }
  if (tb_interval_get_sign (&point->value, &sign) && sign < 0)
    {
      point->codes |= TB_RULE_Y (4);
      point->kind = TB_VERDICT_NOTE;
    }
}

static void
emit_total (Split        *split,
            const TbTerm *term)
{
  gboolean is_odd = term->span.start != split->start;
  const TbTerm **before = is_odd ? &split->odd : &split->last;

  if (*before != NULL && (*before)->span.start == term->span.start && term->span.start >= split->start)
    emit_difference (split, *before, term);
  else
    {
      TbTerm *out = emit (split, term, term->span.start);

      /* Y-1: the first total of a year is its first period's figure only if it
       * counts from the start of the year. */
      if (is_odd)
        tb_step_refuse (&out->point, TB_RULE_Y (1));
    }
  *before = term;
}

static gboolean
is_same_number (const TbInterval *a,
                const TbInterval *b)
{
  TbInterval difference = tb_interval_subtract (a, b);
  int sign;

  return tb_interval_get_sign (&difference, &sign) && sign == 0;
}

/* Y-5: the year's figure wins over the last total; what is left of it when the
 * earlier totals are taken off is implied (R20, of a half-year Y-9). */
static void
mark_implied (TbPoint *point)
{
  gboolean is_half = point->period.kind == TB_PERIOD_S;

  if (point->kind == TB_VERDICT_INVALID)
    return;
  point->implied = TRUE;
  point->kind = TB_VERDICT_NOTE;
  point->codes |= TB_RULE (20) | (is_half ? TB_RULE_Y (9) : TB_RULE_Y (5));
}

/* The totals of one day: the year's figure, if it is one of them, and else the
 * first, which is the one of the wanted basis. */
static void
emit_day (Split *split,
          gsize  first,
          gsize  end)
{
  const TbTerm *terms = split->work->terms;
  const TbTerm *chosen = NULL;
  const TbTerm *running = NULL;

  for (gsize i = first; i < end; i++)
    {
      const TbTerm *term = &terms[i];

      if (!is_total (term, split->start))
        continue;
      if (term->span.start != split->start)
        emit_total (split, term);
      else if (is_annual (term) && (!is_to_date (term) || chosen == NULL))
        chosen = term;
      if (term->span.start == split->start && is_to_date (term) && running == NULL)
        running = term;
    }
  if (chosen == NULL)
    chosen = running;
  for (gsize i = first; i < end && chosen == NULL; i++)
    {
      if (is_total (&terms[i], split->start) && terms[i].span.start == split->start)
        chosen = &terms[i];
    }
  if (chosen == NULL)
    return;

  gboolean is_first = split->last == NULL;

  emit_total (split, chosen);
  if (!is_first && is_annual (chosen) && !is_to_date (chosen)
      && (running == NULL || !is_same_number (&running->point.value, &chosen->point.value)))
    mark_implied (&split->out[split->n - 1].point);
}

static gboolean
is_given (const TbWork *work,
          gsize         first,
          gsize         end,
          TbDay         start,
          const TbTerm *term)
{
  for (gsize i = first; i < end; i++)
    {
      const TbTerm *given = &work->terms[i];

      if (!is_total (given, start) && given->point.kind != TB_VERDICT_INVALID && given->span.end == term->span.end
          && given->span.start == term->span.start)
        return TRUE;
    }

  return FALSE;
}

/* One day of a year: the difference of totals, and what was published for
 * shorter spans, which stands where both are of one span. */
static void
split_day (Split *split,
           gsize  first,
           gsize  end)
{
  TbWork *work = split->work;
  gsize before = split->n;
  gsize kept = before;

  emit_day (split, first, end);
  for (gsize i = before; i < split->n; i++)
    {
      if (!is_given (work, first, end, split->start, &split->out[i]))
        split->out[kept++] = split->out[i];
    }
  split->n = kept;
  for (gsize i = first; i < end; i++)
    {
      const TbTerm *term = &work->terms[i];

      if (!is_total (term, split->start) && !is_to_date (term))
        {
          split->out[split->n] = *term;
          split->out[split->n++].raw = term->raw && work->info.measure == TB_MEASURE_FLOW;
        }
    }
}

static void
split_year (Split *split,
            gsize  first,
            gsize  end)
{
  split->last = split->odd = NULL;
  for (gsize day = first; day < end;)
    {
      gsize next = day + 1;

      while (next < end && split->work->terms[next].span.end == split->work->terms[day].span.end)
        next++;
      split_day (split, day, next);
      day = next;
    }
}

/* Y-2: longer than the series' own step: an earlier total is missing, and the
 * time is one span. */
static void
mark_merged (Split *split)
{
  int step = 0;

  for (gsize i = 0; i < split->n; i++)
    {
      int n_months = tb_period_get_n_months (split->out[i].span);

      if (n_months > 0 && split->out[i].point.kind != TB_VERDICT_INVALID)
        step = step == 0 ? n_months : MIN (step, n_months);
    }
  for (gsize i = 0; i < split->n; i++)
    {
      TbPoint *point = &split->out[i].point;
      int expected = split->out[i].n_months > 0 ? split->out[i].n_months : step;

      if ((point->codes & TB_RULE_Y (1)) == 0 || point->kind == TB_VERDICT_INVALID
          || tb_period_get_n_months (point->period) <= expected)
        continue;
      point->codes |= TB_RULE_Y (2);
      point->kind = TB_VERDICT_NOTE;
    }
}

/* D(k) = C(k) − C(k−1) inside one reporting year (Y-1). */
void
tb_step_discrete (TbWork *work)
{
  Split split = { .work = work, .out = g_new (TbTerm, MAX (work->n, 1)) };

  for (gsize first = 0; first < work->n;)
    {
      gsize end = tb_work_find_year_end (work, first, &split.start);

      if (has_to_date (work, first, end))
        split_year (&split, first, end);
      else
        {
          memcpy (&split.out[split.n], &work->terms[first], (end - first) * sizeof (TbTerm));
          split.n += end - first;
        }
      first = end;
    }

  mark_merged (&split);
  work->info.measure = TB_MEASURE_FLOW;
  work->info.since = TB_SINCE_NONE;
  work->is_split = TRUE;
  tb_work_replace (work, split.out, split.n);
}

/* Y-8: how many terms there are up to a gap, of how many. */
static void
set_expected (TbPoint *point,
              TbPeriod member,
              guint    n_terms)
{
  int step = tb_period_get_n_months (member);
  int n_expected = step > 0 ? tb_period_get_n_months (point->period) / step
                            : tb_period_get_n_days (point->period) / MAX (tb_period_get_n_days (member), 1);

  point->n_expected = (guint16) CLAMP (n_expected, 0, G_MAXUINT16);
  point->n_terms = (guint16) MIN (n_terms, point->n_expected);
}

static void
add_up_year (TbWork *work,
             TbTerm *out,
             gsize  *n,
             gsize   first,
             gsize   end,
             TbDay   start,
             TbTile *tiles)
{
  guint n_terms = 0;

  tb_tile_lay (work, start, first, end, tiles);
  for (gsize i = first; i < end; i++)
    {
      TbDay last = work->terms[i].span.end;
      gssize best;
      TbTerm *total;

      n_terms += work->terms[i].point.kind != TB_VERDICT_INVALID;
      if (i + 1 < end && work->terms[i + 1].span.end == last)
        continue;
      total = &out[(*n)++];
      *total = work->terms[i];
      total->raw = FALSE;
      total->basis = TB_BASIS_YEAR_TO_DATE;
      total->span = tb_span_name (start, last, work->info.year_start);
      total->from = start;
      total->point.period = total->span;
      best = tb_tile_find (work, tiles, first, end, last);
      if (best < 0)
        {
          tb_step_refuse (&total->point, TB_RULE_Y (8));
          set_expected (&total->point, work->terms[i].span, n_terms);
        }
      else if (!tb_tile_join (work, tiles, first, (gsize) best, &total->point))
        tb_step_refuse (&total->point, TB_RULE (8) | TB_RULE_Y (8));
      else
        total->point.codes |= TB_RULE_Y (8);
    }
}

/* C(k) = D(1) + … + D(k); a missing one stops the sum (Y-8). */
void
tb_step_cumulative (TbWork *work)
{
  TbTerm *out = g_new (TbTerm, MAX (work->n, 1));
  g_autofree TbTile *tiles = g_new (TbTile, MAX (work->n, 1));
  gsize n = 0;

  for (gsize first = 0; first < work->n;)
    {
      TbDay start;
      gsize end = tb_work_find_year_end (work, first, &start);

      add_up_year (work, out, &n, first, end, start, tiles);
      first = end;
    }

  work->info.measure = TB_MEASURE_FLOW;
  work->info.since = TB_SINCE_NONE;
  tb_work_replace (work, out, n);
}
