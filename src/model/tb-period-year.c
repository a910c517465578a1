/* Reporting years and their parts.
 *
 * They follow the SDMX standard (technical notes, "Standard Reporting Period"):
 * periods with a letter (`2010-Q2`, `2010-A1`, `2010-M08`, `2010-W05`) count
 * from the first day of the reporting year, periods without one (`2010`,
 * `2010-08`, `2010-08-31`) are those of the calendar whatever the reporting
 * year is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-private.h"

#define DAYS_OF_WEEK 7

/* 12, 6, 4, 3, 2, 1; 0 where it is not made of months. */
static int
get_months (TbPeriodKind kind)
{
  switch (kind)
    {
    case TB_PERIOD_A:
      return 12;
    case TB_PERIOD_S:
      return 6;
    case TB_PERIOD_T:
      return 4;
    case TB_PERIOD_Q:
      return 3;
    case TB_PERIOD_B:
      return 2;
    case TB_PERIOD_M:
      return 1;
    case TB_PERIOD_NONE:
    case TB_PERIOD_W:
    case TB_PERIOD_D:
    case TB_PERIOD_RANGE:
    case TB_PERIOD_TEXT:
      return 0;
    }

  return 0;
}

/* First day of a reporting year; 0 outside of what can be counted. */
static TbDay
find_year_start (int     year,
                 guint16 year_start)
{
  int m = year_start / 100;
  int d = year_start % 100;

  if (year < TB_FIRST_YEAR || year > TB_LAST_YEAR + 1)
    return 0;

  return tb_day_new (year, m, MIN (d, tb_day_count_in_month (year, m)));
}

/* Weeks begin on the Monday nearest to the year's first day, the earlier one
 * from Thursday on (SDMX as above; for a calendar year this is ISO 8601). */
static TbDay
find_first_week (int     year,
                 guint16 year_start)
{
  TbDay first = find_year_start (year, year_start);
  int weekday = (first - 1) % DAYS_OF_WEEK; /* 0 is Monday, as was day 1 */

  if (first == 0)
    return 0;

  return weekday <= 3 ? first - weekday : first + (DAYS_OF_WEEK - weekday);
}

static TbDay
find_base (TbPeriodKind kind,
           int          year,
           guint16      year_start)
{
  return kind == TB_PERIOD_W ? find_first_week (year, year_start) : find_year_start (year, year_start);
}

int
tb_period_kind_count (TbPeriodKind kind,
                      int          year,
                      guint16      year_start)
{
  int n_months = get_months (kind);
  TbDay base = find_base (kind, year, year_start);
  TbDay next = find_base (kind, year + 1, year_start);

  if (base == 0 || next == 0)
    return 0;
  if (n_months > 0)
    return 12 / n_months;

  return (next - base) / (kind == TB_PERIOD_W ? DAYS_OF_WEEK : 1);
}

/**
 * tb_period_from_number:
 * @kind: A, S, T, Q, B, M, W or D
 * @year: the reporting year, 1 to 9999
 * @number: which of the year's periods, from 1
 * @year_start: month × 100 + day of the reporting year's first day
 * @out_period: (out): the period
 *
 * Thread: any.
 *
 * Returns: whether the year has such a period
 */
gboolean
tb_period_from_number (TbPeriodKind  kind,
                       int           year,
                       int           number,
                       guint16       year_start,
                       TbPeriod     *out_period)
{
  int n_months = get_months (kind);
  TbDay base = find_base (kind, year, year_start);
  int length = kind == TB_PERIOD_W ? DAYS_OF_WEEK : 1;
  TbPeriod period = { .kind = (guint8) kind, .year_start = year_start };

  if (year > TB_LAST_YEAR || number < 1 || number > tb_period_kind_count (kind, year, year_start))
    return FALSE;

  if (n_months > 0)
    {
      /* The last one ends with the year, also where the next year begins on 29
       * February and this one did not. */
      period.start = tb_day_add_months (base, (number - 1) * n_months);
      period.end = number * n_months == 12 ? find_base (kind, year + 1, year_start) - 1
                                           : tb_day_add_months (base, number * n_months) - 1;
    }
  else
    {
      period.start = base + (number - 1) * length;
      period.end = period.start + length - 1;
    }

  if (kind == TB_PERIOD_D)
    period.year_start = TB_CALENDAR_YEAR;
  *out_period = period;

  return TRUE;
}

static gboolean
find_number_in (TbPeriod  self,
                guint16   year_start,
                int      *out_year,
                int      *out_number)
{
  int n_months = get_months (self.kind);
  int y, m, d, base_y, base_m, base_d;
  TbPeriod found;

  tb_day_split (self.start, &y, &m, &d);

  /* A week may begin in the calendar year before its own, and every period in
   * the one after it. */
  for (int year = y + 1; year >= y - 1; year--)
    {
      TbDay base = find_base (self.kind, year, year_start);

      if (base == 0 || base > self.start)
        continue;

      tb_day_split (base, &base_y, &base_m, &base_d);
      *out_year = year;
      *out_number = n_months > 0 ? ((y - base_y) * 12 + m - base_m) / n_months + 1
                                 : (self.start - base) / DAYS_OF_WEEK + 1;

      return tb_period_from_number (self.kind, year, *out_number, year_start, &found)
             && found.start == self.start && found.end == self.end;
    }

  return FALSE;
}

gboolean
tb_period_find_number (TbPeriod  self,
                       int      *out_year,
                       int      *out_number,
                       guint16  *out_year_start)
{
  if (self.kind != TB_PERIOD_W && get_months (self.kind) == 0)
    return FALSE;

  *out_year_start = self.year_start;
  if (find_number_in (self, self.year_start, out_year, out_number))
    return TRUE;

  *out_year_start = TB_CALENDAR_YEAR;
  return self.year_start != TB_CALENDAR_YEAR
         && find_number_in (self, TB_CALENDAR_YEAR, out_year, out_number);
}
