/* Spans of computed figures: their names, and how far dates lie apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

#define DAYS_PER_YEAR 365.25
#define SHORTEST_MONTH 28

/* The first day of the reporting year that @day lies in. */
TbDay
tb_span_find_year_start (TbDay   day,
                         guint16 year_start)
{
  int y, m, d;
  TbDay start;

  tb_day_split (day, &y, &m, &d);
  start = tb_day_new (y, year_start / 100, year_start % 100);
  if (start == 0)
    start = tb_day_new (y, year_start / 100, 28);

  return start <= day ? start : tb_day_new (y - 1, year_start / 100, year_start % 100);
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

/* The period of a span: a month, quarter, half or whole of the reporting year
 * where it is one, else a range. */
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

gboolean
tb_span_is_month_end (TbDay day)
{
  int y, m, d;

  tb_day_split (day + 1, &y, &m, &d);

  return d == 1;
}

/* The same day of another month; the end of a month stays one. 0: there is no
 * such day. */
TbDay
tb_span_shift_months (TbDay day,
                      int   n_months)
{
  gboolean is_end = tb_span_is_month_end (day);
  int y, m, d;
  int months;

  tb_day_split (day, &y, &m, &d);
  months = y * 12 + (m - 1) + n_months + (is_end ? 1 : 0);
  if (months < 12)
    return 0;
  day = tb_day_new (months / 12, months % 12 + 1, is_end ? 1 : d);

  return is_end && day > 0 ? day - 1 : day;
}

/* Whole months from one date to another; 0 where they are not whole. */
int
tb_span_count_months (TbDay from,
                      TbDay to)
{
  int from_y, from_m, from_d, to_y, to_m, to_d;

  if (to - from > -SHORTEST_MONTH && to - from < SHORTEST_MONTH)
    return 0;
  tb_day_split (from, &from_y, &from_m, &from_d);
  tb_day_split (to, &to_y, &to_m, &to_d);
  if (from_d != to_d && !(tb_span_is_month_end (from) && tb_span_is_month_end (to)))
    return 0;

  return (to_y - from_y) * 12 + to_m - from_m;
}

/* F-3: whole where month and day agree, else days by the mean year. */
double
tb_span_count_years (TbDay from,
                     TbDay to)
{
  int months = tb_span_count_months (from, to);

  return months != 0 && months % 12 == 0 ? months / 12 : (to - from) / DAYS_PER_YEAR;
}
