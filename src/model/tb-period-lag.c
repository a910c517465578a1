/* The period before a period, and the same one a year earlier.
 *
 * Walks over millions of figures ask for these. Parts of a year that begin with
 * a month follow each other without a gap, so that months and leap days tell
 * where they are; for all else the reporting year is asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-private.h"

/* After it, there is always a year before. */
#define FIRST_SAFE_YEAR 2

static inline gboolean
is_leap (int y)
{
  return (y & 3) == 0 && (y % 100 != 0 || y % 400 == 0);
}

/* Days from a year before the first of a month to it. */
static inline int
count_year (int y,
            int m)
{
  return is_leap (m > 2 ? y : y - 1) ? 366 : 365;
}

/* The same date of the year before. The last day of February stays it, because
 * levels at the end of a month are what most dates are of. */
static TbDay
find_year_earlier (TbDay day)
{
  int y, m, d;

  tb_day_split (day, &y, &m, &d);
  if (y <= TB_FIRST_YEAR)
    return 0;
  if (m == 2 && d >= 28 && d == tb_day_count_in_month (y, m))
    return day - (is_leap (y) ? 366 : 365);

  return day - count_year (y, m);
}

/* Months of a part of a year that begins and ends with them; 0 for others. */
static inline int
read_months (TbPeriod self,
             int     *out_y,
             int     *out_m)
{
  static const gint8 lengths[] = { [TB_PERIOD_A] = 12, [TB_PERIOD_S] = 6, [TB_PERIOD_T] = 4, [TB_PERIOD_Q] = 3,
                                   [TB_PERIOD_B] = 2, [TB_PERIOD_M] = 1 };
  int d;

  if (self.kind >= G_N_ELEMENTS (lengths) || lengths[self.kind] == 0)
    return 0;
  tb_day_split (self.start, out_y, out_m, &d);

  return d == 1 && *out_y > FIRST_SAFE_YEAR ? lengths[self.kind] : 0;
}

static inline TbDay
step_back (TbDay start,
           int   y,
           int   m,
           int   n_months)
{
  static const gint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  for (int i = 1; i <= n_months; i++)
    {
      int month = (m - 1 - i + 12) % 12;

      start -= days[month] + (month == 1 && is_leap (m > i ? y : y - 1));
    }

  return start;
}

/**
 * tb_period_year_earlier:
 * @self: a period
 * @out_earlier: (out): the same period of the year before
 *
 * Parts of a year keep their number, days and ranges their dates; the last day
 * of February stays the last day of February.
 *
 * Missing: of a week 53 where the year before has 52, of ranges longer than a
 * year, and of what is not dated.
 *
 * Returns: whether there is one
 */
gboolean
tb_period_year_earlier (TbPeriod  self,
                        TbPeriod *out_earlier)
{
  int year, number, month;
  guint16 year_start;
  TbPeriod earlier = self;
  int n_months = read_months (self, &year, &month);

  if (n_months > 0)
    {
      int next = month - 1 + n_months;

      earlier.start = self.start - count_year (year, month);
      earlier.end = self.end - count_year (year + next / 12, next % 12 + 1);
      *out_earlier = earlier;
      return TRUE;
    }
  if (!tb_period_is_dated (self))
    return FALSE;
  if (self.kind != TB_PERIOD_D && tb_period_find_number (self, &year, &number, &year_start))
    return tb_period_from_number (self.kind, year - 1, number, year_start, out_earlier);

  earlier.end = find_year_earlier (self.end);
  earlier.start = self.start == self.end ? earlier.end : tb_day_add_months (self.start, -12);
  if (earlier.start == 0 || earlier.end >= self.start)
    return FALSE;

  *out_earlier = earlier;

  return TRUE;
}

static gboolean
find_previous_numbered (TbPeriod  self,
                        int       year,
                        int       number,
                        guint16   year_start,
                        TbPeriod *out_previous)
{
  if (number > 1)
    return tb_period_from_number (self.kind, year, number - 1, year_start, out_previous);

  return tb_period_from_number (self.kind, year - 1, tb_period_kind_count (self.kind, year - 1, year_start),
                                year_start, out_previous);
}

/**
 * tb_period_previous:
 * @self: a period
 * @out_previous: (out): the period of the same length directly before it
 *
 * Parts of a year step back by one; a range of whole months by as many months,
 * any other by as many days.
 *
 * Missing: of what is not dated, and before year 1.
 *
 * Returns: whether there is one
 */
gboolean
tb_period_previous (TbPeriod  self,
                    TbPeriod *out_previous)
{
  int year, number, month;
  guint16 year_start;
  TbPeriod previous = self;
  int n_months = read_months (self, &year, &month);

  previous.end = self.start - 1;
  if (n_months > 0)
    {
      previous.start = step_back (self.start, year, month, n_months);
      *out_previous = previous;
      return TRUE;
    }
  if (!tb_period_is_dated (self))
    return FALSE;
  if (self.kind != TB_PERIOD_D && tb_period_find_number (self, &year, &number, &year_start))
    return find_previous_numbered (self, year, number, year_start, out_previous);

  n_months = self.kind != TB_PERIOD_D ? tb_period_get_n_months (self) : 0;
  previous.start = n_months > 0 ? tb_day_add_months (self.start, -n_months)
                                : self.start - tb_period_get_n_days (self);
  if (previous.start < 1)
    return FALSE;

  *out_previous = previous;

  return TRUE;
}
