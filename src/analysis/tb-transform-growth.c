/* Average growth of published rates (F-3), and moving averages (F-9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include <math.h>

#define DEFAULT_YEARS 2
#define DEFAULT_WINDOW 3

/* The rate of a figure that is one, else the one published beside it. */
static gboolean
read_rate (const TbWork *work,
           const TbTerm *term,
           TbInterval   *out_rate)
{
  TbDecimal factor;
  TbObservation o;

  if (work->info.measure == TB_MEASURE_GROWTH && term->point.kind != TB_VERDICT_INVALID
      && tb_unit_points_factor (work->info.unit, &factor))
    {
      *out_rate = tb_interval_scale (&term->point.value, factor);
      return TRUE;
    }
  if (!term->raw)
    return FALSE;

  tb_series_get (work->source, (gsize) term->point.row, &o);
  if (o.extra == NULL || !o.extra->change.given || o.extra->change.kind != TB_CHANGE_ON_YEAR_PERCENT)
    return FALSE;
  *out_rate = tb_interval_of_number (tb_decimal_to_double (o.extra->change.value),
                                     tb_decimal_half_unit (o.extra->change.value, TB_DECIMAL_ONE));

  return TRUE;
}

static TbLimit
multiply_growth (const TbLimit *a,
                 const TbLimit *b)
{
  if (a->open || b->open)
    return (TbLimit) { .open = TRUE, .number = NAN };

  return (TbLimit) { .number = 100 * ((1 + a->number / 100) * (1 + b->number / 100) - 1),
                     .strict = a->strict || b->strict };
}

static gboolean
can_compound (const TbInterval *rate)
{
  return (rate->low.open ? rate->high.number : rate->low.number) > -100;
}

/* The growth over two spans of which each grew by one rate. */
static TbInterval
chain_growth (const TbInterval *a,
              const TbInterval *b)
{
  double first = a->low.open ? a->high.number : a->low.number;
  double second = b->low.open ? b->high.number : b->low.number;

  return (TbInterval) { .low = multiply_growth (&a->low, &b->low),
                        .high = multiply_growth (&a->high, &b->high),
                        .rounding = a->rounding * (1 + second / 100) + b->rounding * (1 + first / 100),
                        .about = a->about || b->about };
}

/* The growth over the years that end with @term; fewer where one has no rate. */
static guint
chain_years (TbWork       *work,
             const TbTerm *term,
             guint         n_years,
             TbPoint      *point,
             TbInterval   *out_total)
{
  const TbTerm *at = term;
  TbInterval rate;
  guint n = 0;

  while (n < n_years && at != NULL && read_rate (work, at, &rate) && can_compound (&rate))
    {
      TbPeriod period;
      gssize before;

      *out_total = n == 0 ? rate : chain_growth (out_total, &rate);
      point->status |= at->point.status;
      point->codes |= at->point.kind != TB_VERDICT_INVALID ? at->point.codes : 0;
      point->base = at->point.period;
      before = tb_work_get_year_earlier (work, at, &period) ? tb_work_find_base (work, at, period) : -1;
      at = before >= 0 ? &work->terms[before] : NULL;
      n++;
    }

  return n;
}

/* A change can stand without a level, so that a term without a number can have an
 * average. */
static void
average_term (TbWork *work,
              TbTerm *term,
              guint   n_years)
{
  TbPoint *point = &term->point;
  TbPoint joined = *point;
  TbInterval total;
  guint n;

  joined.codes = 0;
  n = chain_years (work, term, n_years, &joined, &total);
  *point = joined;
  point->kind = TB_VERDICT_VALID;
  point->status &= ~(guint32) TB_STATUS_MISSING;
  if (n < n_years)
    tb_step_refuse (point, TB_RULE_F (2));
  else if (!tb_interval_compound (&total, 1.0 / n_years, &point->value))
    tb_step_refuse (point, TB_RULE_F (3));
  else
    {
      point->codes |= TB_RULE_F (3) | (total.about ? TB_RULE (15) : 0)
                      | ((point->status & TB_STATUS_UNCERTAIN) != 0 ? TB_RULE (9) : 0);
      point->kind = (point->codes & TB_TRANSFORM_WARNINGS) != 0 ? TB_VERDICT_NOTE : TB_VERDICT_VALID;
    }
  point->n_terms = (guint16) n;
  point->n_expected = (guint16) n_years;
}

/* The geometric mean of the rates of some years (两年平均). */
void
tb_step_average_growth (TbWork            *work,
                        const TbTransform *transform)
{
  guint n_years = transform->window > 0 ? transform->window : DEFAULT_YEARS;

  for (gsize i = work->n; i > 0; i--)
    average_term (work, &work->terms[i - 1], n_years);
  for (gsize i = 0; i < work->n; i++)
    work->terms[i].raw = FALSE;
  work->info.measure = TB_MEASURE_GROWTH;
  work->info.since = TB_SINCE_NONE;
  work->info.unit = tb_transform_get_percent_unit ();
  work->is_split = FALSE;
  tb_work_seal (work, TB_RULE_F (3));
}

/* For each term the one just before it, −1 where there is none: found once. */
static gint32 *
list_previous (TbWork *work)
{
  gint32 *previous = g_new (gint32, MAX (work->n, 1));

  for (gsize i = 0; i < work->n; i++)
    {
      TbPeriod period;

      previous[i] = tb_work_get_previous (work, &work->terms[i], &period)
                      ? (gint32) tb_work_find_base (work, &work->terms[i], period) : -1;
    }

  return previous;
}

/* R4: totals since an unstated start go together only within their publisher. */
static TbRuleSet
weigh_totals (const TbWork *work,
              const TbTerm *before,
              const TbTerm *after,
              TbPoint      *joined)
{
  TbTermSide from, to;
  TbWeighing rules;

  if (work->info.measure != TB_MEASURE_CUMULATIVE || work->info.since != TB_SINCE_UNSTATED)
    return 0;

  tb_work_make_side (work, before, &from);
  tb_work_make_side (work, after, &to);
  rules = tb_side_weigh (&from.side, &to.side, work->reference);
  if ((rules.notes & TB_RULE (4)) != 0)
    {
      joined->codes |= TB_RULE (4);
      joined->kind = MAX (joined->kind, TB_VERDICT_NOTE);
    }

  return rules.refuses & TB_RULE (4);
}

static void
smooth_term (TbWork       *work,
             gsize         i,
             const gint32 *previous,
             guint         window)
{
  TbPoint *point = &work->terms[i].point;
  TbInterval sum = point->value;
  TbPoint joined = *point;
  TbDay earliest = work->terms[i].span.end;
  guint n = point->kind != TB_VERDICT_INVALID;
  TbRuleSet refuses = 0;

  for (gssize at = previous[i]; n > 0 && n < window && at >= 0; at = previous[at])
    {
      if (work->terms[at].point.kind == TB_VERDICT_INVALID)
        break;
      sum = tb_interval_add (&sum, &work->terms[at].point.value);
      tb_step_join (&joined, &work->terms[at].point);
      refuses |= weigh_totals (work, &work->terms[at], &work->terms[i], &joined);
      earliest = work->terms[at].span.end;
      n++;
    }

  if (n < window)
    tb_step_refuse (point, point->kind == TB_VERDICT_INVALID ? point->codes | TB_RULE_F (9) : TB_RULE_F (9));
  else if (tb_work_has_break (work, earliest, work->terms[i].span.end))
    tb_step_refuse (point, TB_RULE (8) | TB_RULE_F (9));
  else if (refuses != 0)
    tb_step_refuse (point, refuses | TB_RULE_F (9));
  else
    {
      *point = joined;
      point->value = tb_interval_mean (&sum, window);
      point->codes |= TB_RULE_F (9) | (sum.about ? TB_RULE (15) : 0);
      point->kind = sum.about ? TB_VERDICT_NOTE : point->kind;
      point->implied = FALSE;
    }
  point->n_terms = (guint16) n;
  point->n_expected = (guint16) window;
}

/* Trailing: of the figure and those before it; the first ones are missing, and a
 * break is not crossed (F-9). */
void
tb_step_moving_average (TbWork            *work,
                        const TbTransform *transform)
{
  g_autofree gint32 *previous = list_previous (work);
  guint window = transform->window > 0 ? transform->window : DEFAULT_WINDOW;

  for (gsize i = work->n; i > 0; i--)
    smooth_term (work, i - 1, previous, window);
  for (gsize i = 0; i < work->n; i++)
    work->terms[i].raw = FALSE;
  work->is_split = FALSE;
  tb_work_seal (work, TB_RULE_F (9));
}
