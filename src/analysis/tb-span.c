/* Reckoning with days: reporting years, names of spans, how far dates lie apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-span.h"

#define DAYS_PER_YEAR 365.25
#define SHORTEST_MONTH 28

static TbDay
get_first_day (int     year,
               guint16 year_start)
{
  TbDay day = tb_day_new (year, year_start / 100, year_start % 100);

  return day != 0 ? day : tb_day_new (year, year_start / 100, SHORTEST_MONTH);
}

TbDay
tb_span_find_year_start (TbDay   day,
                         guint16 year_start)
{
  int y, m, d;
  TbDay start;

  tb_day_split (day, &y, &m, &d);
  start = get_first_day (y, year_start);

  return start <= day ? start : get_first_day (y - 1, year_start);
}

static gboolean
name_part (TbPeriodKind kind,
           int          n_months,
           TbPeriod     span,
           guint16      year_start,
           TbPeriod    *out_period)
{
  TbDay year = tb_span_find_year_start (span.start, year_start);
  int y, m, d, first_y, first_m, first_d;

  tb_day_split (year, &y, &m, &d);
  tb_day_split (span.start, &first_y, &first_m, &first_d);

  return tb_period_from_number (kind, y, ((first_y - y) * 12 + first_m - m) / n_months + 1, year_start, out_period)
         && out_period->start == span.start && out_period->end == span.end;
}

TbPeriod
tb_span_name (TbDay   start,
              TbDay   end,
              guint16 year_start)
{
  static const struct
  {
    TbPeriodKind kind;
    int          n_months;
  } parts[] = { { TB_PERIOD_A, 12 }, { TB_PERIOD_S, 6 }, { TB_PERIOD_Q, 3 } };
  TbPeriod span = tb_period_from_days (start, end);
  int n_months = span.kind == TB_PERIOD_RANGE || span.kind == TB_PERIOD_A ? tb_period_get_n_months (span) : 0;
  TbPeriod named;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].n_months == n_months && name_part (parts[i].kind, n_months, span, year_start, &named))
        return named;
    }

  return span;
}

static gboolean
is_month_end (TbDay day)
{
  int y, m, d;

  tb_day_split (day + 1, &y, &m, &d);

  return d == 1;
}

TbDay
tb_span_shift_months (TbDay day,
                      int   n_months)
{
  gboolean is_end = is_month_end (day);
  int y, m, d;
  int months;

  tb_day_split (day, &y, &m, &d);
  months = y * 12 + (m - 1) + n_months + (is_end ? 1 : 0);
  if (months < 12)
    return 0;
  day = tb_day_new (months / 12, months % 12 + 1, is_end ? 1 : d);

  return is_end && day > 0 ? day - 1 : day;
}

int
tb_span_count_months (TbDay from,
                      TbDay to)
{
  int from_y, from_m, from_d, to_y, to_m, to_d;

  if (to - from > -SHORTEST_MONTH && to - from < SHORTEST_MONTH)
    return 0;
  tb_day_split (from, &from_y, &from_m, &from_d);
  tb_day_split (to, &to_y, &to_m, &to_d);
  if (from_d != to_d && !(is_month_end (from) && is_month_end (to)))
    return 0;

  return (to_y - from_y) * 12 + to_m - from_m;
}

double
tb_span_count_years (TbDay from,
                     TbDay to)
{
  int months = tb_span_count_months (from, to);

  return months != 0 && months % 12 == 0 ? months / 12 : (to - from) / DAYS_PER_YEAR;
}

gboolean
tb_span_is_inside (TbPeriod period,
                   TbPeriod from,
                   TbPeriod to)
{
  return (!tb_period_is_dated (from) || period.start >= from.start)
         && (!tb_period_is_dated (to) || period.end <= to.end);
}
