/* Periods a step or a year earlier, by arithmetic.
 *
 * A walk asks for two of them at every row. Parts of a year that begin with a
 * month follow each other without a gap, so that months and leap days tell where
 * they are; for all else the calendar is asked (tb-period.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-lag.h"

/* After it, a year earlier is there without a question. */
#define FIRST_SAFE_YEAR 2

void
tb_lag_init (TbLag        *self,
             TbDay         start,
             TbDay         end,
             TbPeriodKind  kind)
{
  *self = (TbLag) { .start = start, .end = end, .kind = kind };
  tb_day_split (start, &self->y, &self->m, &self->d);
}

static inline gboolean
is_leap (int y)
{
  return (y & 3) == 0 && (y % 100 != 0 || y % 400 == 0);
}

/* From a year before the first of a month to it. */
static inline int
count_year (int y,
            int m)
{
  return is_leap (m > 2 ? y : y - 1) ? 366 : 365;
}

/* Months of a kind of period that begins and ends with them; 0 for others. */
static inline int
count_months_of_kind (const TbLag *self)
{
  static const gint8 lengths[] = { [TB_PERIOD_A] = 12, [TB_PERIOD_S] = 6, [TB_PERIOD_T] = 4, [TB_PERIOD_Q] = 3,
                                   [TB_PERIOD_B] = 2, [TB_PERIOD_M] = 1 };

  return self->d == 1 && self->y > FIRST_SAFE_YEAR && self->kind < G_N_ELEMENTS (lengths) ? lengths[self->kind] : 0;
}

static TbDay
step_back (const TbLag *self,
           int          n_months)
{
  static const gint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  TbDay start = self->start;

  for (int i = 1; i <= n_months; i++)
    {
      int month = (self->m - 1 - i + 12) % 12;

      start -= days[month] + (month == 1 && is_leap (self->m > i ? self->y : self->y - 1));
    }

  return start;
}

gboolean
tb_lag_find_previous (const TbLag *self,
                      TbDay       *out_start,
                      TbDay       *out_end)
{
  int n_months = count_months_of_kind (self);

  if (n_months == 0 && (self->kind != TB_PERIOD_D || self->start <= 1))
    return FALSE;
  *out_end = self->start - 1;
  *out_start = n_months > 0 ? step_back (self, n_months) : *out_end;

  return TRUE;
}

/* The same date a year before; the last of February stays it. */
static TbDay
find_day_year_earlier (const TbLag *self)
{
  int n_days = count_year (self->y, self->m);

  if (self->m == 2 && self->d == 29)
    n_days = 366;
  else if (self->m == 2 && self->d == 28 && !is_leap (self->y))
    n_days = 365;

  return self->end - n_days;
}

gboolean
tb_lag_find_year_earlier (const TbLag *self,
                          TbDay       *out_start,
                          TbDay       *out_end)
{
  int n_months = count_months_of_kind (self);
  int month = self->m - 1 + n_months;

  if (n_months > 0)
    {
      *out_start = self->start - count_year (self->y, self->m);
      *out_end = self->end - count_year (self->y + month / 12, month % 12 + 1);
      return TRUE;
    }
  if (self->kind != TB_PERIOD_D || self->y <= FIRST_SAFE_YEAR)
    return FALSE;
  *out_start = *out_end = find_day_year_earlier (self);

  return TRUE;
}

int
tb_lag_count_months (TbDay from,
                     TbDay to)
{
  int from_y, from_m, from_d, to_y, to_m, to_d;

  /* The first of a month is the day after the end of one. */
  tb_day_split (from + 1, &from_y, &from_m, &from_d);
  tb_day_split (to + 1, &to_y, &to_m, &to_d);
  if (from_d != to_d)
    return 0;

  return (to_y - from_y) * 12 + to_m - from_m;
}

TbDay
tb_lag_shift_months (TbDay day,
                     int   n_months)
{
  int y, m, d, months;
  TbDay shifted;

  tb_day_split (day + 1, &y, &m, &d);
  months = y * 12 + m - 1 - n_months;
  shifted = months < 12 ? 0 : tb_day_new (months / 12, months % 12 + 1, d);

  return shifted > 0 ? shifted - 1 : 0;
}
