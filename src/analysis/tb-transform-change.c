/* Changes on the period before and on a year earlier (F-2).
 *
 * Whether two figures may be compared is for the verdict to say; a refused pair
 * is a point without a number, with the reasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include "tb-published.h"
#include "tb-verdict-rows.h"

#include <math.h>

/* Y-7: a difference of totals that rounding leaves open by more than this share
 * of it has no growth. */
#define MAX_UNCERTAINTY 0.2

void
tb_step_refuse (TbPoint   *point,
                TbRuleSet  codes)
{
  point->kind = TB_VERDICT_INVALID;
  point->codes = codes;
  point->value = tb_interval_unknown ();
  point->implied = FALSE;
}

void
tb_step_join (TbPoint       *point,
              const TbPoint *term)
{
  point->kind = MAX (point->kind, term->kind);
  point->codes |= term->codes;
  point->status |= term->status;
}

static gboolean
is_on_year (TbTransformKind kind)
{
  return kind == TB_TRANSFORM_CHANGE_ON_YEAR || kind == TB_TRANSFORM_PERCENT_ON_YEAR;
}

static gboolean
is_difference (TbTransformKind kind)
{
  return kind == TB_TRANSFORM_CHANGE || kind == TB_TRANSFORM_CHANGE_ON_YEAR;
}

static gboolean
is_too_rough (const TbPoint *point)
{
  gboolean is_difference_of_totals = (point->codes & (TB_RULE_Y (1) | TB_RULE (20))) != 0 && point->n_terms > 1;
  double low = point->value.low.open ? point->value.high.number : point->value.low.number;

  return is_difference_of_totals && point->value.rounding > MAX_UNCERTAINTY * fabs (low);
}

/* R8 and R18: the published change stands in for the computed one. */
static gboolean
is_published (const TbVerdict *verdict)
{
  return (verdict->codes & (TB_RULE (8) | TB_RULE (18))) != 0;
}

/* R18: it was published as an amount. */
static gboolean
is_amount_published (const TbVerdict *verdict)
{
  return (verdict->codes & TB_RULE (18)) != 0 && isnan (verdict->points) && isnan (verdict->relative);
}

/* The published change that the verdict took, with what its rounding leaves open. */
static TbInterval
read_published (const TbWork   *work,
                const TbTerm   *base,
                const TbTerm   *current,
                TbPublishedSort sort,
                double          published)
{
  TbTermSide from, to;
  double half_unit;

  tb_work_make_side (work, base, &from);
  tb_work_make_side (work, current, &to);
  tb_published_for_pair (&from.side, &to.side, sort, &half_unit);

  return tb_interval_of_number (published, half_unit);
}

static gboolean
set_difference (const TbWork    *work,
                const TbTerm    *base,
                const TbTerm    *current,
                const TbVerdict *verdict,
                TbPoint         *point)
{
  TbDecimal factor;
  gboolean in_points = tb_unit_points_factor (work->info.unit, &factor);

  if (is_published (verdict) && in_points && !isnan (verdict->points))
    {
      point->value = read_published (work, base, current, TB_PUBLISHED_POINTS, verdict->points);
      return TRUE;
    }
  if (is_amount_published (verdict))
    {
      point->value = read_published (work, base, current, TB_PUBLISHED_ABSOLUTE, verdict->absolute);
      return TRUE;
    }
  if (is_published (verdict) && isnan (verdict->absolute) && verdict->bound != TB_BOUND_BETWEEN)
    return FALSE;

  point->value = tb_interval_subtract (&current->point.value, &base->point.value);
  if (in_points)
    point->value = tb_interval_scale (&point->value, factor);

  return TRUE;
}

static gboolean
set_percent (const TbWork    *work,
             const TbTerm    *base,
             const TbTerm    *current,
             const TbVerdict *verdict,
             TbPoint         *point)
{
  if (is_published (verdict) && !isnan (verdict->relative))
    {
      point->value = read_published (work, base, current, TB_PUBLISHED_RELATIVE, verdict->relative);
      return TRUE;
    }
  if (isnan (verdict->relative) && verdict->bound != TB_BOUND_BETWEEN)
    return FALSE;

  return tb_interval_grow (&base->point.value, &current->point.value, &point->value);
}

/* Why a valid pair has no difference: a percentage was published. */
static TbRuleSet
find_difference_bar (const TbVerdict *verdict)
{
  return verdict->codes & (TB_RULE (8) | TB_RULE (18));
}

/* Why a valid pair has no percentage. */
static TbRuleSet
find_percent_bar (const TbVerdict *verdict)
{
  const TbRuleSet bars = TB_RULE (8) | TB_RULE (11) | TB_RULE (12) | TB_RULE (15) | TB_RULE (18);
  TbRuleSet bar = verdict->codes & bars;

  return bar != 0 ? bar : TB_RULE_F (2);
}

/* Rows of the series itself are compared as the many that they are; computed
 * figures one by one. */
static TbVerdict
weigh (const TbWork    *work,
       TbRowVerdicts   *rows,
       const TbTerm    *base,
       const TbTerm    *current,
       TbTransformKind  kind)
{
  TbTermSide from, to;
  TbVerdict verdict;

  if (base->raw && current->raw)
    {
      tb_row_verdicts_compare (rows, (gsize) base->point.row, (gsize) current->point.row,
                               is_on_year (kind) ? TB_PAIR_YEAR_EARLIER : TB_PAIR_PREVIOUS, &verdict);
      return verdict;
    }

  tb_work_make_side (work, base, &from);
  tb_work_make_side (work, current, &to);

  return tb_sides_compare (&from.side, &to.side, work->reference);
}

static void
compare (const TbWork    *work,
         TbRowVerdicts   *rows,
         const TbTerm    *base,
         TbTerm          *current,
         TbTransformKind  kind,
         int              n_per_year)
{
  TbPoint *point = &current->point;
  TbVerdict verdict = weigh (work, rows, base, current, kind);
  gboolean is_set;

  point->base = base->point.period;
  if (verdict.kind == TB_VERDICT_INVALID)
    {
      tb_step_refuse (point, verdict.codes);
      return;
    }
  if (!is_difference (kind) && (is_too_rough (&base->point) || is_too_rough (point)))
    {
      tb_step_refuse (point, TB_RULE_Y (7));
      return;
    }

  is_set = is_difference (kind) ? set_difference (work, base, current, &verdict, point)
                                : set_percent (work, base, current, &verdict, point);
  if (is_set && kind == TB_TRANSFORM_ANNUALISED)
    is_set = tb_interval_compound (&point->value, n_per_year, &point->value);
  tb_step_join (point, &base->point);
  if (!is_set)
    {
      tb_step_refuse (point, is_difference (kind) ? find_difference_bar (&verdict) : find_percent_bar (&verdict));
      return;
    }

  point->kind = MAX (point->kind, verdict.kind);
  point->codes |= verdict.codes | (!is_difference (kind) && work->is_split ? TB_RULE_Y (6) : 0);
  point->n_terms = point->n_expected = 2;
  point->implied = FALSE;
}

/* F-2: how many such periods make a year. */
static int
count_per_year (const TbWork *work,
                const TbTerm *term)
{
  int n_months = tb_period_get_n_months (term->span);

  if (term->from == term->span.end)
    n_months = work->step_months;
  if (term->span.kind == TB_PERIOD_W)
    return 52;

  return n_months > 0 && 12 % n_months == 0 ? 12 / n_months : 0;
}

int
tb_step_count_per_year (const TbWork *work)
{
  int common = 0;

  for (gsize i = 0; i < work->n; i++)
    {
      int count = count_per_year (work, &work->terms[i]);

      if (work->terms[i].point.kind == TB_VERDICT_INVALID)
        continue;
      if (common != 0 && count != common)
        return 0;
      common = count;
    }

  return common;
}

/* Y-2: beside a merged span, the figure that ends just before is of another
 * length: that is why there is no change, and the verdict says so (R3). */
static gssize
find_merged (TbWork       *work,
             const TbTerm *term,
             TbDay         last_day)
{
  gssize found = tb_work_find_ending (work, last_day, term->basis);

  if (found < 0 || work->terms[found].point.kind == TB_VERDICT_INVALID)
    return -1;

  return ((work->terms[found].point.codes | term->point.codes) & TB_RULE_Y (2)) != 0 ? found : -1;
}

static void
change_term (TbWork          *work,
             TbRowVerdicts   *rows,
             TbTerm          *term,
             TbTransformKind  kind)
{
  TbPoint *point = &term->point;
  TbPeriod period = TB_PERIOD_UNDATED;
  gboolean has_base = is_on_year (kind) ? tb_work_get_year_earlier (work, term, &period)
                                        : tb_work_get_previous (work, term, &period);
  gssize base = has_base ? tb_work_find_base (work, term, period) : -1;
  int n_per_year = kind == TB_TRANSFORM_ANNUALISED ? count_per_year (work, term) : 1;

  point->base = period;
  if (point->kind == TB_VERDICT_INVALID)
    return;
  if (base < 0 && has_base && !is_on_year (kind))
    base = find_merged (work, term, period.end);
  if (base < 0)
    {
      /* Totals of one year have no common length: they are set against the same
       * span of another year, or made discrete. */
      gboolean is_total = term->basis == TB_BASIS_YEAR_TO_DATE && !is_on_year (kind);

      tb_step_refuse (point, TB_RULE_F (2) | (is_total ? TB_RULE (4) : 0));
    }
  else if (work->terms[base].point.kind == TB_VERDICT_INVALID)
    tb_step_refuse (point, work->terms[base].point.codes);
  else if (n_per_year == 0)
    tb_step_refuse (point, TB_RULE_F (2));
  else
    compare (work, rows, &work->terms[base], term, kind, n_per_year);
}

static void
set_unit (TbWork          *work,
          TbTransformKind  kind)
{
  TbDecimal factor;
  gboolean in_points = tb_unit_points_factor (work->info.unit, &factor);

  if (is_difference (kind) && !in_points)
    {
      if (work->info.measure != TB_MEASURE_FLOW)
        work->info.measure = TB_MEASURE_UNSTATED;
    }
  else
    {
      work->info.measure = TB_MEASURE_GROWTH;
      work->info.unit = is_difference (kind) ? tb_transform_get_points_unit () : tb_transform_get_percent_unit ();
    }
  work->info.since = TB_SINCE_NONE;
}

/* Backwards, because a base is always earlier than what is made of it. */
void
tb_step_change (TbWork            *work,
                const TbTransform *transform)
{
  TbRowVerdicts rows;

  tb_row_verdicts_init (&rows, work->source, work->reference);
  for (gsize i = work->n; i > 0; i--)
    change_term (work, &rows, &work->terms[i - 1], transform->kind);
  for (gsize i = 0; i < work->n; i++)
    work->terms[i].raw = FALSE;

  set_unit (work, transform->kind);
  work->is_split = work->is_split && is_difference (transform->kind);
  tb_work_seal (work, TB_RULE_F (2));
}
