/* Quarters, half-years and years of shorter periods (F-7).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include "tb-span.h"

/* One reporting year's terms, while parts of it are made of them. */
typedef struct
{
  TbWork            *work;
  const TbTransform *transform;
  TbWork            *weights;   /* nullable */
  TbTile            *tiles;
  TbTerm            *out;
  gsize              n;
  gsize              n_allocated;
  TbPeriodKind       kind;
  gsize              first;
  gsize              end;
  TbDay              start;     /* of the year */
} Parts;

static TbTerm *
add (Parts    *parts,
     TbPeriod  period,
     TbBasis   basis)
{
  TbTerm *term;

  if (parts->n == parts->n_allocated)
    {
      parts->n_allocated = parts->n_allocated * 2 + 16;
      parts->out = g_renew (TbTerm, parts->out, parts->n_allocated);
    }
  term = &parts->out[parts->n++];
  *term = (TbTerm) {
    .point = { .period = period, .base = TB_PERIOD_UNDATED, .kind = TB_VERDICT_VALID, .row = -1 },
    .span = period,
    .from = tb_work_is_level (parts->work) ? period.end : period.start,
    .basis = (guint8) basis,
  };

  return term;
}

/* Release and source are those of the last term. */
static void
take_last (TbTerm       *part,
           const TbTerm *last)
{
  part->vintage = last->vintage;
  part->source = last->source;
}

/* How many terms of the shortest length are in a part, and how many would be. */
static void
count_members (const Parts *parts,
               TbPeriod     period,
               TbPoint     *point)
{
  int shortest = G_MAXINT;
  int longest = 0;
  guint n = 0;

  for (gsize i = parts->first; i < parts->end; i++)
    {
      const TbTerm *term = &parts->work->terms[i];
      int length = tb_period_get_n_days (term->span);

      if (term->span.start < period.start || term->span.end > period.end || term->point.kind == TB_VERDICT_INVALID)
        continue;
      longest = term->basis == TB_BASIS_YEAR_TO_DATE && term->span.start == period.start ? length : longest;
      if (length < shortest - 3)
        {
          shortest = length;
          n = 0;
        }
      n += length <= shortest + 3;
    }

  /* Months and quarters differ in length by up to three days; a running total
   * stands for all terms that it is the sum of. */
  if (shortest == G_MAXINT)
    return;
  n = MAX (n, (guint) ((longest + shortest / 2) / shortest));
  point->n_terms = (guint16) MIN (n, G_MAXUINT16 - 1);
  point->n_expected = (guint16) ((tb_period_get_n_days (period) + shortest / 2) / shortest);
  point->n_expected = MAX (point->n_expected, (guint16) (point->n_terms + 1));
}

/* Y-5: the published total stands also where its parts add up to another one. */
static void
check_total (Parts   *parts,
             gsize    whole,
             TbPoint *point)
{
  const TbTerm *term = &parts->work->terms[whole];
  TbInterval rest = term->point.value;
  TbDay last = term->span.end;
  int sign;

  /* The parts, or a running total: any way to its last day but itself. */
  for (gsize i = parts->first; i < parts->end; i++)
    {
      const TbTile *tile = &parts->tiles[i - parts->first];

      if (parts->work->terms[i].span.end != last || tile->n_terms == 0 || i == whole)
        continue;
      rest = tb_interval_subtract (&rest, &tile->sum);
      if (tb_interval_get_sign (&rest, &sign) && sign != 0
          && MAX (rest.low.number, -rest.low.number) > rest.rounding * (1 + 1e-9))
        {
          point->codes |= TB_RULE_Y (5);
          point->kind = TB_VERDICT_NOTE;
        }
      return;
    }
}

/* What the year leaves when the parts before this one are taken off: Q4 = A −
 * C(Q3) (Y-5), S2 = A − S1 (Y-9). */
static gboolean
imply (Parts    *parts,
       TbPeriod  period,
       TbTerm   *part)
{
  TbWork *work = parts->work;
  TbPoint *point = &part->point;
  gssize annual, head;
  TbPoint before = *point;

  tb_tile_lay (work, parts->start, parts->first, parts->end, parts->tiles);
  annual = tb_work_find (work, parts->start, period.end, TB_BASIS_DISCRETE);
  head = tb_tile_find (work, parts->tiles, parts->first, parts->end, period.start - 1);
  if (annual < 0 || head < 0 || work->terms[annual].point.kind == TB_VERDICT_INVALID)
    return FALSE;
  if (!tb_tile_join (work, parts->tiles, parts->first, (gsize) head, &before)
      || tb_work_has_break (work, work->terms[head].span.end, period.end))
    return FALSE;

  tb_step_join (point, &work->terms[annual].point);
  tb_step_join (point, &before);
  point->value = tb_interval_subtract (&work->terms[annual].point.value, &before.value);
  point->row = work->terms[annual].point.row;
  point->n_terms = point->n_expected = (guint16) (before.n_terms + 1);
  point->codes |= TB_RULE_F (7);
  take_last (part, &work->terms[annual]);
  /* The difference of two totals to date is nothing that is left over. */
  if (work->terms[annual].basis == TB_BASIS_YEAR_TO_DATE)
    {
      point->codes |= TB_RULE_Y (1);
      return TRUE;
    }
  point->implied = TRUE;
  point->kind = TB_VERDICT_NOTE;
  point->codes |= TB_RULE (20) | (parts->kind == TB_PERIOD_S ? TB_RULE_Y (9) : TB_RULE_Y (5));

  return TRUE;
}

/* "So far": what there is from the start of the part on, to the first gap. */
static gboolean
sum_so_far (Parts    *parts,
            TbPeriod  period,
            TbTerm   *part)
{
  TbWork *work = parts->work;
  gssize best = -1;

  for (gsize i = parts->first; i < parts->end && work->terms[i].span.end <= period.end; i++)
    {
      if (parts->tiles[i - parts->first].n_terms > 0)
        best = tb_tile_find (work, parts->tiles, parts->first, parts->end, work->terms[i].span.end);
    }
  if (best < 0)
    return FALSE;

  guint16 n_terms = part->point.n_terms;
  guint16 n_expected = part->point.n_expected;
  TbPeriod span = tb_span_name (period.start, work->terms[best].span.end, work->info.year_start);

  if (!tb_tile_join (work, parts->tiles, parts->first, (gsize) best, &part->point))
    return FALSE;
  part->point.n_terms = MAX (n_terms, part->point.n_terms);
  part->point.n_expected = n_expected;
  part->point.kind = TB_VERDICT_NOTE;
  part->point.codes |= TB_RULE_F (7);
  part->point.period = part->span = span;
  part->basis = period.start == parts->start ? TB_BASIS_YEAR_TO_DATE : TB_BASIS_DISCRETE;
  take_last (part, &work->terms[best]);

  return TRUE;
}

static void
make_sum (Parts    *parts,
          TbPeriod  period)
{
  TbWork *work = parts->work;
  TbTerm *part = add (parts, period, TB_BASIS_DISCRETE);
  gssize best;

  tb_tile_lay (work, period.start, parts->first, parts->end, parts->tiles);
  best = tb_tile_find (work, parts->tiles, parts->first, parts->end, period.end);
  if (best >= 0)
    {
      if (!tb_tile_join (work, parts->tiles, parts->first, (gsize) best, &part->point))
        {
          tb_step_refuse (&part->point, TB_RULE (8) | TB_RULE_F (7));
          return;
        }
      part->point.codes |= TB_RULE_F (7);
      take_last (part, &work->terms[best]);
      if (part->point.n_terms == 1)
        check_total (parts, (gsize) best, &part->point);
      return;
    }

  count_members (parts, period, &part->point);
  if (parts->transform->so_far && sum_so_far (parts, period, part))
    return;
  if (period.end + 1 == tb_span_find_year_start (period.end + 1, work->info.year_start)
      && period.start != parts->start && imply (parts, period, part))
    return;
  tb_step_refuse (&part->point, TB_RULE_F (7) | (parts->kind == TB_PERIOD_S ? TB_RULE_Y (9) : 0));
  if (part->point.n_terms == 0)
    parts->n--;
}

/* The level at the part's last day; so far, the last one within it. */
static void
make_last (Parts    *parts,
           TbPeriod  period)
{
  TbWork *work = parts->work;
  const TbTerm *last = NULL;
  TbTerm *part = add (parts, period, TB_BASIS_AS_OF);

  for (gsize i = parts->first; i < parts->end && work->terms[i].span.end <= period.end; i++)
    {
      if (work->terms[i].span.end >= period.start && work->terms[i].point.kind != TB_VERDICT_INVALID)
        last = &work->terms[i];
    }
  if (last == NULL)
    {
      parts->n--;
      return;
    }
  if (last->span.end != period.end && !parts->transform->so_far)
    {
      tb_step_refuse (&part->point, TB_RULE_F (7));
      part->point.n_expected = 1;
      return;
    }

  part->point = last->point;
  part->point.codes |= TB_RULE_F (7);
  take_last (part, last);
  if (last->span.end == period.end)
    {
      part->point.period = period;
      return;
    }
  part->point.kind = TB_VERDICT_NOTE;
  part->point.n_terms = 0;
  part->point.n_expected = 1;
  part->span = part->point.period;
  part->from = part->span.end;
}

/* The weight of a term, for its span or, of a level, at its last day. */
static gboolean
get_weight (Parts        *parts,
            const TbTerm *term,
            double       *out_weight)
{
  gssize found;

  *out_weight = 1;
  if (parts->weights == NULL)
    return TRUE;

  found = tb_work_find (parts->weights, tb_work_is_level (parts->weights) ? term->span.end : term->span.start,
                        term->span.end, TB_BASIS_DISCRETE);
  if (found < 0 || parts->weights->terms[found].point.kind == TB_VERDICT_INVALID)
    return FALSE;
  *out_weight = tb_interval_get_stated (&parts->weights->terms[found].point.value);

  return *out_weight > 0;
}

typedef struct
{
  TbInterval sum;
  double     weights;
  guint      n;
  TbDay      first_end;
  TbDay      upto;      /* members so far reach up to this day */
  gsize      last;
} Mean;

/* Members of one length, in a row from the part's first day on. */
static void
collect_members (Parts    *parts,
                 TbPeriod  period,
                 int       n_days,
                 Mean     *mean,
                 TbPoint  *point)
{
  for (gsize i = parts->first; i < parts->end; i++)
    {
      const TbTerm *term = &parts->work->terms[i];
      double weight;
      TbInterval value;

      if (term->span.start != mean->upto + 1 || term->span.end > period.end || term->point.kind == TB_VERDICT_INVALID
          || ABS (tb_period_get_n_days (term->span) - n_days) > 3 || !get_weight (parts, term, &weight))
        continue;
      value = parts->weights != NULL ? tb_interval_times (&term->point.value, weight) : term->point.value;
      mean->sum = mean->n == 0 ? value : tb_interval_add (&mean->sum, &value);
      mean->weights += weight;
      mean->first_end = mean->n++ == 0 ? term->span.end : mean->first_end;
      mean->upto = term->span.end;
      mean->last = i;
      tb_step_join (point, &term->point);
    }
}

static int
find_shortest (const Parts *parts,
               TbPeriod     period)
{
  int shortest = G_MAXINT;

  for (gsize i = parts->first; i < parts->end; i++)
    {
      const TbTerm *term = &parts->work->terms[i];

      if (term->span.start >= period.start && term->span.end <= period.end && term->point.kind != TB_VERDICT_INVALID)
        shortest = MIN (shortest, tb_period_get_n_days (term->span));
    }

  return shortest;
}

/* A member without a weight is none. */
static void
count_weighted (TbPeriod    period,
                int         n_days,
                const Mean *mean,
                TbPoint    *point)
{
  point->n_terms = (guint16) MIN (mean->n, G_MAXUINT16);
  point->n_expected = (guint16) ((tb_period_get_n_days (period) + n_days / 2) / n_days);
}

static void
make_mean (Parts    *parts,
           TbPeriod  period)
{
  TbWork *work = parts->work;
  int shortest = find_shortest (parts, period);
  gssize whole = tb_work_find (work, period.start, period.end, TB_BASIS_DISCRETE);
  Mean mean = { .upto = period.start - 1 };
  TbTerm *part;

  if (shortest == G_MAXINT)
    return;
  part = add (parts, period, TB_BASIS_DISCRETE);
  if (whole >= 0 && work->terms[whole].point.kind != TB_VERDICT_INVALID)
    {
      part->point = work->terms[whole].point;
      part->point.period = period;
      take_last (part, &work->terms[whole]);
      return;
    }

  collect_members (parts, period, shortest, &mean, &part->point);
  if (mean.n == 0 || (mean.upto != period.end && !parts->transform->so_far)
      || tb_work_has_break (work, mean.first_end, mean.upto))
    {
      count_members (parts, period, &part->point);
      if (parts->weights != NULL)
        count_weighted (period, shortest, &mean, &part->point);
      tb_step_refuse (&part->point, TB_RULE_F (7));
      return;
    }

  part->point.value = parts->weights != NULL ? tb_interval_times (&mean.sum, 1 / mean.weights)
                                             : tb_interval_mean (&mean.sum, mean.n);
  part->point.row = work->terms[mean.last].point.row;
  part->point.codes |= TB_RULE_F (7);
  take_last (part, &work->terms[mean.last]);
  if (mean.upto != period.end)
    {
      count_members (parts, period, &part->point);
      part->point.kind = TB_VERDICT_NOTE;
      part->point.period = part->span = tb_span_name (period.start, mean.upto, work->info.year_start);
    }
  part->point.n_terms = (guint16) mean.n;
  part->point.n_expected = MAX (part->point.n_expected, part->point.n_terms);
}

static void
make_part (Parts    *parts,
           TbPeriod  period)
{
  if (tb_work_is_level (parts->work))
    make_last (parts, period);
  else if (parts->work->info.measure == TB_MEASURE_AVERAGE)
    make_mean (parts, period);
  else
    make_sum (parts, period);
}

static void
make_year (Parts *parts)
{
  static const int counts[] = { [TB_PERIOD_A] = 1, [TB_PERIOD_S] = 2, [TB_PERIOD_Q] = 4 };
  int y, m, d;

  tb_day_split (parts->start, &y, &m, &d);
  for (int number = 1; number <= counts[parts->kind]; number++)
    {
      TbPeriod period;

      if (tb_period_from_number (parts->kind, y, number, parts->work->info.year_start, &period))
        make_part (parts, period);
    }
}

static TbPeriodKind
get_kind (TbTransformKind kind)
{
  return kind == TB_TRANSFORM_QUARTER ? TB_PERIOD_Q : kind == TB_TRANSFORM_HALF ? TB_PERIOD_S : TB_PERIOD_A;
}

/* F-7: flows are summed, of levels the last stands, averages are averaged. */
void
tb_step_frequency (TbWork            *work,
                   const TbTransform *transform)
{
  g_autofree TbTile *tiles = g_new (TbTile, MAX (work->n, 1));
  Parts parts = { .work = work, .transform = transform, .tiles = tiles, .kind = get_kind (transform->kind) };
  TbWork weights;

  if (transform->weights != NULL)
    {
      tb_work_init (&weights, transform->weights, work->known, work->reference, work->language);
      parts.weights = &weights;
    }
  for (gsize first = 0; first < work->n; first = parts.end)
    {
      parts.first = first;
      parts.end = tb_work_find_year_end (work, first, &parts.start);
      make_year (&parts);
    }
  if (parts.weights != NULL)
    tb_work_clear (parts.weights);
  if (!tb_work_is_level (work) && work->info.measure == TB_MEASURE_CUMULATIVE)
    {
      work->info.measure = TB_MEASURE_FLOW;
      work->info.since = TB_SINCE_NONE;
    }
  tb_work_replace (work, parts.out != NULL ? parts.out : g_new (TbTerm, 1), parts.n);
}
