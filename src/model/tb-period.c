/* Reporting periods: what they span, their order, and their neighbours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-private.h"

G_DEFINE_QUARK (tb-period-error-quark, tb_period_error)

/**
 * tb_period_from_days:
 * @start: first day
 * @end: last day, not before @start
 *
 * Makes the period of a span of days. Exactly one day, one calendar month or
 * one calendar year is that; any other span is a range, also where it happens
 * to be a quarter, so that what a file gives as months is written as months.
 *
 * Thread: any.
 *
 * Returns: the period
 */
TbPeriod
tb_period_from_days (TbDay start,
                     TbDay end)
{
  TbPeriod period = { .start = start, .end = end, .kind = TB_PERIOD_RANGE, .year_start = TB_CALENDAR_YEAR };
  int y, m, d;

  tb_day_split (start, &y, &m, &d);
  if (start == end)
    period.kind = TB_PERIOD_D;
  else if (d == 1 && end == tb_day_add_months (start, 1) - 1)
    period.kind = TB_PERIOD_M;
  else if (d == 1 && m == 1 && end == tb_day_add_months (start, 12) - 1)
    period.kind = TB_PERIOD_A;

  return period;
}

/**
 * tb_period_is_dated:
 * @self: a period
 *
 * Returns: whether it is a span of days: neither undated nor a bare spelling
 */
gboolean
tb_period_is_dated (TbPeriod self)
{
  return self.kind != TB_PERIOD_NONE && self.kind != TB_PERIOD_TEXT;
}

/**
 * tb_period_get_n_days:
 * @self: a period
 *
 * Returns: its days, the last included; 0 where it is not dated
 */
int
tb_period_get_n_days (TbPeriod self)
{
  return tb_period_is_dated (self) ? self.end - self.start + 1 : 0;
}

/**
 * tb_period_get_n_months:
 * @self: a period
 *
 * Counts months from the period's own first day: 19 May to 18 July has two.
 *
 * Returns: its months where it is whole months, else 0
 */
int
tb_period_get_n_months (TbPeriod self)
{
  int first_y, first_m, first_d, last_y, last_m, last_d;
  int n;

  if (!tb_period_is_dated (self))
    return 0;

  tb_day_split (self.start, &first_y, &first_m, &first_d);
  tb_day_split (self.end + 1, &last_y, &last_m, &last_d);
  n = (last_y - first_y) * 12 + last_m - first_m;

  return n > 0 && tb_day_add_months (self.start, n) == self.end + 1 ? n : 0;
}

/* The same dates of two years: 1 February to 15 March is one day longer in a
 * leap year and yet the same time of the year. */
static gboolean
has_same_dates (TbPeriod a,
                TbPeriod b)
{
  int a_y[2], a_m[2], a_d[2], b_y[2], b_m[2], b_d[2];

  tb_day_split (a.start, &a_y[0], &a_m[0], &a_d[0]);
  tb_day_split (a.end, &a_y[1], &a_m[1], &a_d[1]);
  tb_day_split (b.start, &b_y[0], &b_m[0], &b_d[0]);
  tb_day_split (b.end, &b_y[1], &b_m[1], &b_d[1]);

  return a_m[0] == b_m[0] && a_d[0] == b_d[0] && a_m[1] == b_m[1] && a_d[1] == b_d[1]
         && a_y[1] - a_y[0] == b_y[1] - b_y[0];
}

/**
 * tb_period_same_duration:
 * @a: a period
 * @b: a period
 *
 * Tells whether totals over both can be compared (R3): the same kind, the same
 * number of whole months, or, where neither is whole months, the same number of
 * days or the same dates of two years.
 *
 * Missing: an undated period has no duration, not even its own.
 *
 * Returns: whether the durations are the same
 */
gboolean
tb_period_same_duration (TbPeriod a,
                         TbPeriod b)
{
  int a_months, b_months;

  if (!tb_period_is_dated (a) || !tb_period_is_dated (b))
    return FALSE;
  if (a.kind == b.kind && a.kind != TB_PERIOD_RANGE)
    return TRUE;

  a_months = tb_period_get_n_months (a);
  b_months = tb_period_get_n_months (b);
  if (a_months > 0 || b_months > 0)
    return a_months == b_months;

  return tb_period_get_n_days (a) == tb_period_get_n_days (b) || has_same_dates (a, b);
}

/**
 * tb_period_compare:
 * @a: a period
 * @b: a period
 *
 * Orders periods by their last day, then by their first. Spellings that are not
 * computed with come in the order of their days where they have some, else
 * behind all dated ones, in the order of their bytes; the undated come last.
 *
 * A total order: 0 exactly where tb_period_equal() holds.
 *
 * Returns: negative, 0 or positive
 */
int
tb_period_compare (TbPeriod a,
                   TbPeriod b)
{
  /* 0: has days, 1: text without, 2: undated */
  int a_class = a.kind == TB_PERIOD_NONE ? 2 : a.end == 0;
  int b_class = b.kind == TB_PERIOD_NONE ? 2 : b.end == 0;

  if (a_class != b_class)
    return a_class - b_class;
  if (a_class == 2)
    return 0;
  if (a.end != b.end)
    return a.end < b.end ? -1 : 1;
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;
  if (tb_period_is_dated (a) != tb_period_is_dated (b))
    return tb_period_is_dated (a) ? -1 : 1;

  return tb_period_is_dated (a) ? 0 : g_strcmp0 (a.text, b.text);
}

/**
 * tb_period_equal:
 * @a: a period
 * @b: a period
 *
 * Two dated periods are the same where they span the same days: `2021-Q1` is
 * `2021-01/2021-03`, and a reporting year from July to June is the range of
 * these twelve months. Spellings are the same where their text and days are.
 *
 * Returns: whether they are the same
 */
gboolean
tb_period_equal (TbPeriod a,
                 TbPeriod b)
{
  return tb_period_compare (a, b) == 0;
}

/**
 * tb_period_get_year:
 * @self: a period
 *
 * Returns: the year that a reader files it under: the reporting year of a
 *   year's part (`2010-Q2` is 2010 wherever the year begins, 3 January 2021 is
 *   in `2020-W53`, 2020), else the calendar year of its last day; 0 where it is
 *   not dated
 */
int
tb_period_get_year (TbPeriod self)
{
  int year, number, m, d;
  guint16 year_start;

  if (!tb_period_is_dated (self))
    return 0;
  if (tb_period_find_number (self, &year, &number, &year_start))
    return year;

  tb_day_split (self.end, &year, &m, &d);

  return year;
}

static char *
write_range (TbDay start,
             TbDay end)
{
  int first_y, first_m, first_d, last_y, last_m, last_d;

  tb_day_split (start, &first_y, &first_m, &first_d);
  tb_day_split (end, &last_y, &last_m, &last_d);

  if (first_d != 1 || last_d != tb_day_count_in_month (last_y, last_m))
    return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", first_y, first_m, first_d, last_y, last_m, last_d);
  if (first_m != 1 || last_m != 12)
    return g_strdup_printf ("%04d-%02d/%04d-%02d", first_y, first_m, last_y, last_m);

  return g_strdup_printf ("%04d/%04d", first_y, last_y);
}

static char *
write_numbered (TbPeriodKind kind,
                int          year,
                int          number,
                guint16      year_start)
{
  static const char letters[] = { [TB_PERIOD_A] = 'A', [TB_PERIOD_S] = 'S', [TB_PERIOD_T] = 'T', [TB_PERIOD_Q] = 'Q',
                                  [TB_PERIOD_B] = 'B', [TB_PERIOD_M] = 'M', [TB_PERIOD_W] = 'W' };
  gboolean is_two_digits = kind == TB_PERIOD_M || kind == TB_PERIOD_W;

  if (year_start == TB_CALENDAR_YEAR && kind == TB_PERIOD_A)
    return g_strdup_printf ("%04d", year);
  if (year_start == TB_CALENDAR_YEAR && kind == TB_PERIOD_M)
    return g_strdup_printf ("%04d-%02d", year, number);

  return g_strdup_printf (is_two_digits ? "%04d-%c%02d" : "%04d-%c%d", year, letters[kind], number);
}

/**
 * tb_period_to_sdmx:
 * @self: a period
 *
 * Writes a period as files hold it: `2021`, `2021-S1`, `2021-08`, `2021-W05`,
 * `2021-08-31`, `2021-01/2021-08`, `2021-01-15/2021-08-31`, `2016/2020`; years
 * and months of a reporting year as `2021-A1` and `2021-M08`. tb_period_parse()
 * with the same reporting year reads the same period back.
 *
 * Returns: (transfer full): the spelling; "" where it is undated
 */
char *
tb_period_to_sdmx (TbPeriod self)
{
  int year, number;
  guint16 year_start;

  if (self.kind == TB_PERIOD_TEXT)
    return g_strdup (self.text != NULL ? self.text : "");
  if (!tb_period_is_dated (self))
    return g_strdup ("");
  if (self.kind == TB_PERIOD_RANGE)
    self = tb_period_from_days (self.start, self.end);
  if (self.start == self.end)
    return tb_day_to_string (self.start);
  if (tb_period_find_number (self, &year, &number, &year_start))
    return write_numbered (self.kind, year, number, year_start);

  return write_range (self.start, self.end);
}
