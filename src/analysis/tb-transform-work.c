/* The figures of a series between two steps of a transformation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#include "tb-known.h"
#include "tb-span.h"

/* Actual figures where there are some; of others, the first kind of the format. */
static TbKind
choose_kind (const TbSeries *series,
             const guint32  *rows,
             gsize           n)
{
  guint kinds = 0;

  for (gsize i = 0; i < n; i++)
    {
      TbObservation o;

      tb_series_get (series, rows[i], &o);
      kinds |= 1u << o.kind;
      if (o.kind == TB_KIND_ACTUAL)
        return TB_KIND_ACTUAL;
    }

  for (int kind = TB_KIND_TARGET; kind <= TB_KIND_FORECAST; kind++)
    {
      if ((kinds & (1u << kind)) != 0)
        return (TbKind) kind;
    }

  return TB_KIND_ACTUAL;
}

/* Whether what is measured holds at a date and not over the span. */
static gboolean
holds_at_date (const TbSide *side)
{
  return tb_side_is_level (side) || (side->observation.basis == TB_BASIS_AS_OF && side->span.kind == TB_PERIOD_D);
}

/* FALSE: another kind of figure, or without a date. */
static gboolean
read_term (TbTerm         *term,
           const TbSeries *series,
           guint32         row,
           TbKind          kind)
{
  TbSide side;
  const TbObservation *o = &side.observation;

  if (!tb_side_load (&side, (TbFigure) { series, row }) || o->kind != kind
      || !tb_period_is_dated (o->period))
    return FALSE;

  *term = (TbTerm) {
    .point = { .period = o->period, .base = TB_PERIOD_UNDATED, .kind = TB_VERDICT_VALID, .value = side.value,
               .status = o->status, .n_terms = 1, .n_expected = 1, .row = (gint32) row },
    .span = side.span,
    .from = holds_at_date (&side) ? side.span.end : side.span.start,
    .vintage = o->extra != NULL ? o->extra->vintage : 0,
    .source = o->source,
    .basis = (guint8) o->basis,
    .raw = TRUE,
  };
  if (!side.known)
    tb_step_refuse (&term->point, TB_RULE (0));
  else if (o->conflicts)
    {
      term->point.kind = TB_VERDICT_NOTE;
      term->point.codes = TB_RULE (10);
    }

  return TRUE;
}

static int
compare_terms (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const TbTerm *one = a;
  const TbTerm *other = b;
  int order = tb_term_compare (one, other->from, other->span.end);

  return order != 0 ? order : (one->basis > other->basis) - (one->basis < other->basis);
}

static void
sort_terms (TbWork *self)
{
  gboolean is_sorted = TRUE;

  for (gsize i = 1; i < self->n && is_sorted; i++)
    is_sorted = compare_terms (&self->terms[i - 1], &self->terms[i], NULL) <= 0;
  if (!is_sorted)
    g_sort_array (self->terms, self->n, sizeof *self->terms, compare_terms, NULL);
}

/* One term for a span and basis: one with a number where there is one, else the
 * first. */
static void
drop_repeated (TbWork *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      TbTerm *last = n > 0 ? &self->terms[n - 1] : NULL;

      if (last == NULL || compare_terms (last, &self->terms[i], NULL) != 0)
        self->terms[n++] = self->terms[i];
      else if (last->point.kind == TB_VERDICT_INVALID)
        *last = self->terms[i];
    }
  self->n = n;
}

/* How far dates lie apart: the shortest distance is the lag of a change (F-2). */
static void
find_step (TbWork *self)
{
  const TbTerm *last = NULL;
  gboolean is_whole = TRUE;

  self->step_months = self->step_days = 0;
  for (gsize i = 0; i < self->n; i++)
    {
      const TbTerm *term = &self->terms[i];
      int months, days;

      if (term->from != term->span.end)
        continue;
      if (last != NULL && last->span.end < term->span.end)
        {
          months = tb_span_count_months (last->span.end, term->span.end);
          days = term->span.end - last->span.end;
          is_whole = is_whole && months > 0;
          self->step_months = self->step_months == 0 ? months : MIN (self->step_months, months);
          self->step_days = self->step_days == 0 ? days : MIN (self->step_days, days);
        }
      last = term;
    }
  if (is_whole && self->step_months > 0)
    self->step_days = 0;
  else
    self->step_months = 0;
}

static void
settle (TbWork *self)
{
  self->bases = self->period_kinds = 0;
  sort_terms (self);
  for (gsize i = 0; i < self->n; i++)
    {
      self->bases |= 1u << self->terms[i].basis;
      self->period_kinds |= 1u << self->terms[i].span.kind;
    }
  find_step (self);
}

static void
mark_revised (TbWork         *self,
              const guint32  *rows,
              gsize           n_rows)
{
  gsize n = tb_series_get_n (self->source);

  /* Rows that a later release replaced are not among those read; there are none
   * in most series. */
  if (n_rows == n)
    return;
  for (gsize i = 0; i < n; i++)
    {
      TbObservation o;
      gssize found;
      TbTerm old;

      tb_series_get (self->source, i, &o);
      if (!o.superseded || !read_term (&old, self->source, (guint32) i, self->kind))
        continue;
      found = tb_work_find (self, old.from, old.span.end, old.basis);
      if (found >= 0 && self->terms[found].vintage > old.vintage && self->terms[found].basis == old.basis
          && (old.point.value.low.number < self->terms[found].point.value.low.number
              || old.point.value.low.number > self->terms[found].point.value.low.number))
        self->terms[found].revises = TRUE;
    }
}

/* Reads the figures of one kind as they stood on the day @known, in order. */
void
tb_work_init (TbWork      *self,
              TbSeries    *series,
              TbDay        known,
              TbReference  reference,
              TbLanguage   language)
{
  g_autofree guint32 *rows = g_new (guint32, MAX (tb_series_get_n (series), 1));
  gsize n_rows = tb_known_sort (series, known, rows);

  *self = (TbWork) { .source = tb_series_ref (series),
                     .info = *tb_series_get_info (series),
                     .kind = choose_kind (series, rows, n_rows),
                     .reference = reference,
                     .known = known,
                     .pool = tb_pool_new (),
                     .terms = g_new (TbTerm, MAX (n_rows, 1)),
                     .language = language };
  for (gsize i = 0; i < n_rows; i++)
    {
      if (read_term (&self->terms[self->n], series, rows[i], self->kind))
        self->n++;
    }
  settle (self);
  drop_repeated (self);
  mark_revised (self, rows, n_rows);
  for (gsize i = 0; i < self->n && !self->has_number; i++)
    self->has_number = self->terms[i].point.kind != TB_VERDICT_INVALID;
}

void
tb_work_clear (TbWork *self)
{
  g_clear_pointer (&self->terms, g_free);
  g_clear_pointer (&self->pool, tb_pool_unref);
  g_clear_pointer (&self->source, tb_series_unref);
}

/* Sums and differences may be bounded on neither side (R15). */
void
tb_work_replace (TbWork *self,
                 TbTerm *terms,
                 gsize   n)
{
  g_free (self->terms);
  self->terms = terms;
  self->n = n;
  self->cursor = 0;
  tb_work_seal (self, TB_RULE (15));
}

gboolean
tb_work_is_level (const TbWork *self)
{
  const TbSide side = { .info = &self->info };

  return tb_side_is_level (&side);
}

/* Counted since the start of the reporting year, by measure or by basis. */
gboolean
tb_work_is_cumulative (const TbWork *self)
{
  return (self->bases & (1u << TB_BASIS_YEAR_TO_DATE)) != 0
         && (self->info.measure == TB_MEASURE_FLOW
             || (self->info.measure == TB_MEASURE_CUMULATIVE && self->info.since == TB_SINCE_YEAR_START));
}

/* Y-3: amounts over a period, which can be added up. */
gboolean
tb_work_is_additive (const TbWork *self)
{
  return self->info.measure == TB_MEASURE_FLOW
         || (self->info.measure == TB_MEASURE_CUMULATIVE && self->info.since == TB_SINCE_YEAR_START);
}

static int
count_of_kind (guint kind)
{
  static const int counts[] = { [TB_PERIOD_A] = 1, [TB_PERIOD_S] = 2, [TB_PERIOD_T] = 3, [TB_PERIOD_Q] = 4,
                                [TB_PERIOD_B] = 6, [TB_PERIOD_M] = 12, [TB_PERIOD_W] = 52 };

  return kind < G_N_ELEMENTS (counts) ? counts[kind] : 0;
}

/* F-2: how many of the shortest periods make a year; 0 where that is no number. */
int
tb_work_count_per_year (const TbWork *self)
{
  int count = 0;

  if (self->step_months > 0 && (self->period_kinds & (1u << TB_PERIOD_D)) != 0)
    return 12 % self->step_months == 0 ? 12 / self->step_months : 0;
  for (guint kind = TB_PERIOD_A; kind <= TB_PERIOD_W; kind++)
    {
      if ((self->period_kinds & (1u << kind)) != 0)
        count = MAX (count, count_of_kind (kind));
    }

  return count;
}

/* Dates may lie a year apart and then, of late, half a year. */
static gboolean
has_even_dates (const TbWork *self)
{
  gsize n_near = 0;
  gsize n_far = 0;

  for (gsize i = 1; i < self->n; i++)
    {
      int months = tb_span_count_months (self->terms[i - 1].span.end, self->terms[i].span.end);

      n_near += months == self->step_months;
      n_far += months > self->step_months;
    }

  return n_near > n_far;
}

int
tb_work_count_regular (const TbWork *self)
{
  gboolean is_one_kind = (self->period_kinds & (self->period_kinds - 1)) == 0;
  gboolean has_dates = self->period_kinds == 1u << TB_PERIOD_D;

  if (!is_one_kind || self->period_kinds == 1u << TB_PERIOD_W || (has_dates && !has_even_dates (self)))
    return 0;

  return tb_work_count_per_year (self);
}

/* A term as it is weighed: a row with what was published beside it, else the
 * computed figure with the release and the source of its last row. */
void
tb_work_make_side (const TbWork *self,
                   const TbTerm *term,
                   TbTermSide   *out_side)
{
  const TbPoint *point = &term->point;
  TbSide *side = &out_side->side;

  if (term->raw && tb_side_load (side, (TbFigure) { self->source, (gsize) point->row }))
    return;

  *side = (TbSide) {
    .figure = { self->source, (gsize) MAX (point->row, 0) },
    .info = &self->info,
    .observation = { .period = point->period, .has_value = point->value.low.number >= point->value.high.number,
                     .multiplier = TB_DECIMAL_ONE, .figure = point->value.low.number, .kind = self->kind,
                     .basis = (TbBasis) term->basis, .status = point->status, .source = term->source },
    .span = term->span,
    .known = point->kind != TB_VERDICT_INVALID,
    .value = point->value,
    .implied = point->implied,
  };
  if (term->vintage != 0)
    {
      out_side->extra = (TbObservationExtra) { .vintage = term->vintage };
      side->observation.extra = &out_side->extra;
    }
}

gboolean
tb_work_has_break (const TbWork *self,
                   TbDay         after,
                   TbDay         upto)
{
  return tb_series_has_break_between (self->source, after, upto);
}

static void
clear_sign_of_zero (TbLimit *limit)
{
  if (!(limit->number < 0) && !(limit->number > 0) && !limit->open)
    limit->number = 0;
}

void
tb_work_seal (TbWork    *self,
              TbRuleSet  rule)
{
  for (gsize i = 0; i < self->n; i++)
    {
      TbPoint *point = &self->terms[i].point;

      if (point->kind == TB_VERDICT_INVALID)
        continue;
      if (!tb_interval_has_number (&point->value))
        tb_step_refuse (point, rule);
      clear_sign_of_zero (&point->value.low);
      clear_sign_of_zero (&point->value.high);
    }
  settle (self);
}
