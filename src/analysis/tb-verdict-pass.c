/* The verdicts on all rows of a series, one after the other.
 *
 * What a row is compared with is found by period and never by row (F-2). Bases
 * follow each other as the rows do, so that each is looked for beside the last
 * one, and most are there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-pass.h"

#include "tb-verdict-lag.h"
#include "tb-verdict-plain.h"
#include "tb-verdict-private.h"

/* Rows that are looked at one by one before the rest is searched by halves. */
#define MAX_WALK 16
/* Sorts of rows of a series, such as years and half-years; more are few. */
#define MAX_SORTS 8

/* Where the last base was looked for: all rows before @at come before the next
 * period after @start and @end. */
typedef struct
{
  gsize at;
  TbDay start;
  TbDay end;
} Cursor;

/* The row at hand; nearly always the base of the next one. */
typedef struct
{
  gsize    row;
  TbGlance glance;
  gboolean is_first;  /* of its period */
  TbLag    lag;
} Current;

struct _TbVerdictPass
{
  const TbSeries *series;
  const guint32  *rows;
  guint32        *own_rows;
  gsize           n;
  gsize           n_dated;      /* those without a date come last */
  gsize           at;
  TbReference     reference;
  gboolean        is_level;     /* a day is a date, not a span of one day */
  gboolean        has_step;     /* the next two are known */
  int             step_months;  /* how far dates lie apart at least, in one of the two */
  int             step_days;
  Cursor          cursors[TB_N_PAIRS];
  gboolean        has_last;
  Current         last;
  guint           n_rules;
  TbPlainRules    rules[MAX_SORTS];
};

static gboolean
is_dated (const TbGlance *glance)
{
  return glance->period_kind != TB_PERIOD_NONE && glance->period_kind != TB_PERIOD_TEXT;
}

static gboolean
is_at_date (const TbVerdictPass *self,
            const TbGlance      *glance)
{
  return glance->period_kind == TB_PERIOD_D && (self->is_level || glance->basis == TB_BASIS_AS_OF);
}

/* Dates lie as far apart as the nearest of them do: that is the period of a level. */
static void
find_step (TbVerdictPass *self)
{
  gboolean is_whole = TRUE;
  TbDay last = 0;

  self->has_step = TRUE;
  for (gsize i = 0; i < self->n_dated; i++)
    {
      TbGlance glance;
      int months;

      tb_series_glance (self->series, self->rows[i], &glance);
      if (!is_at_date (self, &glance) || glance.end == last)
        continue;
      if (last != 0)
        {
          months = is_whole ? tb_lag_count_months (last, glance.end) : 0;
          is_whole = is_whole && months > 0;
          self->step_months = self->step_months == 0 ? months : MIN (self->step_months, months);
          self->step_days = self->step_days == 0 ? glance.end - last : MIN (self->step_days, glance.end - last);
        }
      last = glance.end;
      if (self->step_days == 1)
        break;
    }
  if (!is_whole || self->step_days == 1)
    self->step_months = 0;
}

static gsize
count_dated (const TbVerdictPass *self)
{
  gsize n = self->n;
  TbGlance glance;

  for (; n > 0; n--)
    {
      tb_series_glance (self->series, self->rows[n - 1], &glance);
      if (glance.end > 0)
        break;
    }

  return n;
}

/**
 * tb_verdict_pass_new:
 * @series: a series, which is to outlive the pass
 * @rows: (array length=n_rows) (nullable): rows in order of period, which are to
 *   outlive the pass; %NULL: all that stand
 * @n_rows: how many
 * @reference: the day on which the figures are looked at (R19)
 *
 * Starts a walk over a series that gives the changes of each row from the period
 * before it and from a year earlier. Dates of levels have no length: the period
 * before is as far away as the nearest dates of the series are from each other.
 *
 * Thread: it belongs to one.
 *
 * Returns: (transfer full): the walk, before the first row
 */
TbVerdictPass *
tb_verdict_pass_new (const TbSeries *series,
                     const guint32  *rows,
                     gsize           n_rows,
                     TbReference     reference)
{
  TbVerdictPass *self = g_new0 (TbVerdictPass, 1);
  const TbSide side = { .info = tb_series_get_info (series) };

  self->series = series;
  self->rows = rows;
  self->n = n_rows;
  self->reference = reference;
  self->is_level = tb_side_is_level (&side);
  if (rows == NULL)
    {
      self->own_rows = g_new (guint32, MAX (tb_series_get_n (series), 1));
      self->n = tb_series_sort (series, self->own_rows);
      self->rows = self->own_rows;
    }
  self->n_dated = count_dated (self);

  return self;
}

/**
 * tb_verdict_pass_free:
 * @self: (transfer full): a walk
 *
 * Ends it, wherever it is.
 */
void
tb_verdict_pass_free (TbVerdictPass *self)
{
  g_free (self->own_rows);
  g_free (self);
}

static inline int
compare (const TbGlance *glance,
         TbDay           start,
         TbDay           end)
{
  if (glance->end != end)
    return glance->end < end ? -1 : 1;

  return (glance->start > start) - (glance->start < start);
}

static gsize
search_by_halves (const TbVerdictPass *self,
                  gsize                low,
                  TbDay                start,
                  TbDay                end)
{
  gsize high = self->n_dated;
  TbGlance glance;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      tb_series_glance (self->series, self->rows[middle], &glance);
      if (compare (&glance, start, end) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The first row that does not come before the period, with a glance at it. */
static gsize
seek (TbVerdictPass *self,
      Cursor        *cursor,
      TbDay          start,
      TbDay          end,
      TbGlance      *out_glance)
{
  gboolean goes_on = end > cursor->end || (end == cursor->end && start > cursor->start);
  gsize i = goes_on ? cursor->at : 0;
  gsize n_walked = goes_on ? 0 : MAX_WALK;
  gboolean is_there = FALSE;

  for (; n_walked < MAX_WALK && i < self->n_dated; n_walked++, i++)
    {
      tb_series_glance (self->series, self->rows[i], out_glance);
      is_there = compare (out_glance, start, end) >= 0;
      if (is_there)
        break;
    }
  if (!is_there && i < self->n_dated)
    {
      i = search_by_halves (self, i, start, end);
      if (i < self->n_dated)
        tb_series_glance (self->series, self->rows[i], out_glance);
    }
  *cursor = (Cursor) { i, start, end };

  return i;
}

/* The row of a period that is of the same kind and, where there is one, of the same
 * basis; −1 where there is none. */
static gssize
find_row (TbVerdictPass  *self,
          Cursor         *cursor,
          const TbGlance *current,
          TbDay           start,
          TbDay           end,
          TbGlance       *out_base)
{
  gssize found = -1;
  TbGlance glance;
  gsize i = seek (self, cursor, start, end, &glance);

  while (i < self->n_dated && compare (&glance, start, end) == 0)
    {
      cursor->at = i + 1;
      if (is_dated (&glance) && glance.kind == current->kind && (found < 0 || glance.basis == current->basis))
        {
          found = (gssize) self->rows[i];
          *out_base = glance;
          if (glance.basis == current->basis)
            break;
        }
      if (++i < self->n_dated)
        tb_series_glance (self->series, self->rows[i], &glance);
    }

  return found;
}

/* The row before this one, where that is the base. */
static gboolean
is_last_row (const TbVerdictPass *self,
             const TbGlance      *current,
             TbDay                start,
             TbDay                end)
{
  const TbGlance *last = &self->last.glance;

  return self->has_last && self->last.is_first && last->end == end && last->start == start && is_dated (last)
         && last->kind == current->kind && last->basis == current->basis;
}

static TbPlainRules *
find_rules (TbVerdictPass  *self,
            const TbGlance *current,
            gsize           row)
{
  for (guint i = 0; i < self->n_rules; i++)
    {
      if (self->rules[i].sort == current->sort)
        return &self->rules[i];
    }
  if (self->n_rules == MAX_SORTS)
    return NULL;

  tb_plain_rules_init (&self->rules[self->n_rules], self->series, current, row, self->reference);

  return &self->rules[self->n_rules++];
}

static gboolean
find_previous (TbVerdictPass *self,
               const Current *current,
               TbDay         *out_start,
               TbDay         *out_end)
{
  const TbGlance *glance = &current->glance;
  TbPeriod earlier;

  if (is_at_date (self, glance))
    {
      if (!self->has_step)
        find_step (self);
      *out_end = self->step_months > 0 ? tb_lag_shift_months (glance->end, self->step_months)
                                       : glance->end - self->step_days;
      *out_start = *out_end;
      return *out_end > 0 && *out_end < glance->end;
    }
  if (tb_lag_find_previous (&current->lag, out_start, out_end))
    return TRUE;
  if (!tb_period_previous (tb_series_get_period (self->series, current->row), &earlier))
    return FALSE;
  *out_start = earlier.start;
  *out_end = earlier.end;

  return TRUE;
}

static gboolean
find_year_earlier (const TbVerdictPass *self,
                   const Current       *current,
                   TbDay               *out_start,
                   TbDay               *out_end)
{
  TbPeriod earlier;

  if (tb_lag_find_year_earlier (&current->lag, out_start, out_end))
    return TRUE;
  if (!tb_period_year_earlier (tb_series_get_period (self->series, current->row), &earlier))
    return FALSE;
  *out_start = earlier.start;
  *out_end = earlier.end;

  return TRUE;
}

static void
set_none (TbVerdict *out_verdict)
{
  *out_verdict = (TbVerdict) TB_VERDICT_NONE;
  out_verdict->kind = TB_VERDICT_INVALID;
  out_verdict->codes = TB_RULE (0);
}

static void
compare_with (TbVerdictPass  *self,
              TbPairKind      pair,
              gsize           base_row,
              const TbGlance *base,
              const Current  *current,
              TbVerdict      *out_verdict)
{
  TbPlainRules *rules = NULL;

  if (current->glance.is_empty || base->is_empty)
    {
      set_none (out_verdict);
      return;
    }
  if (current->glance.is_plain && base->is_plain)
    rules = find_rules (self, &current->glance, current->row);
  if (rules == NULL || !tb_plain_rules_compare (rules, base, &current->glance, pair, out_verdict))
    *out_verdict = tb_verdict_change ((TbFigure) { self->series, base_row }, (TbFigure) { self->series, current->row },
                                      self->reference);
}

static gssize
compare_on_period (TbVerdictPass *self,
                   const Current *current,
                   TbVerdict     *out_verdict)
{
  gssize found = -1;
  TbDay start, end;
  TbGlance base;

  if (!is_dated (&current->glance) || !find_previous (self, current, &start, &end))
    {
      set_none (out_verdict);
      return -1;
    }
  if (is_last_row (self, &current->glance, start, end))
    {
      compare_with (self, TB_PAIR_PREVIOUS, self->last.row, &self->last.glance, current, out_verdict);
      return (gssize) self->last.row;
    }

  found = find_row (self, &self->cursors[TB_PAIR_PREVIOUS], &current->glance, start, end, &base);
  if (found < 0)
    set_none (out_verdict);
  else
    compare_with (self, TB_PAIR_PREVIOUS, (gsize) found, &base, current, out_verdict);

  return found;
}

static gssize
compare_on_year (TbVerdictPass *self,
                 const Current *current,
                 TbVerdict     *out_verdict)
{
  gssize found = -1;
  TbDay start, end;
  TbGlance base;

  if (is_dated (&current->glance) && find_year_earlier (self, current, &start, &end))
    found = find_row (self, &self->cursors[TB_PAIR_YEAR_EARLIER], &current->glance, start, end, &base);
  if (found < 0)
    set_none (out_verdict);
  else
    compare_with (self, TB_PAIR_YEAR_EARLIER, (gsize) found, &base, current, out_verdict);

  return found;
}

/**
 * tb_verdict_pass_next:
 * @self: a walk
 * @out_step: (out): the next row, what it is compared with, and the changes
 *
 * Goes on by one row. Of several rows of one period, the first of the same kind
 * and basis is the base. Each verdict is the one that tb_verdict_change() gives.
 *
 * Cost: constant for rows that follow each other, else O(log n) of the series;
 *   no allocation.
 *
 * Returns: whether there was another row
 */
gboolean
tb_verdict_pass_next (TbVerdictPass *self,
                      TbVerdictStep *out_step)
{
  Current current;

  if (self->at == self->n)
    return FALSE;

  current.row = self->rows[self->at++];
  tb_series_glance (self->series, current.row, &current.glance);
  current.is_first = !self->has_last
                     || compare (&self->last.glance, current.glance.start, current.glance.end) != 0;
  tb_lag_init (&current.lag, current.glance.start, current.glance.end, (TbPeriodKind) current.glance.period_kind);
  out_step->row = current.row;
  out_step->previous = compare_on_period (self, &current, &out_step->on_period);
  out_step->year_earlier = compare_on_year (self, &current, &out_step->on_year);
  self->last = current;
  self->has_last = TRUE;

  return TRUE;
}
