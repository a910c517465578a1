/* Reporting periods: what they span, their order, and their neighbours.
 *
 * Reporting years follow the SDMX standard (technical notes, "Standard
 * Reporting Period"): periods with a letter (`2010-Q2`, `2010-A1`, `2010-M08`,
 * `2010-W05`) count from the first day of the reporting year, periods without
 * one (`2010`, `2010-08`, `2010-08-31`) are those of the calendar whatever the
 * reporting year is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-period-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (tb-period-error-quark, tb_period_error)

#define DAYS_OF_WEEK 7

int
tb_period_kind_get_months (TbPeriodKind kind)
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
  int n_months = tb_period_kind_get_months (kind);
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
  int n_months = tb_period_kind_get_months (kind);
  TbDay base = find_base (kind, year, year_start);
  int length = kind == TB_PERIOD_W ? DAYS_OF_WEEK : 1;
  TbPeriod period = { .kind = (guint8) kind, .year_start = year_start };

  if (year > TB_LAST_YEAR || number < 1 || number > tb_period_kind_count (kind, year, year_start))
    return FALSE;

  if (n_months > 0)
    {
      period.start = tb_day_add_months (base, (number - 1) * n_months);
      period.end = tb_day_add_months (base, number * n_months) - 1;
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

static gboolean
find_number_in (TbPeriod  self,
                guint16   year_start,
                int      *out_year,
                int      *out_number)
{
  int n_months = tb_period_kind_get_months (self.kind);
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
  if (self.kind != TB_PERIOD_W && tb_period_kind_get_months (self.kind) == 0)
    return FALSE;

  *out_year_start = self.year_start;
  if (find_number_in (self, self.year_start, out_year, out_number))
    return TRUE;

  *out_year_start = TB_CALENDAR_YEAR;
  return self.year_start != TB_CALENDAR_YEAR
         && find_number_in (self, TB_CALENDAR_YEAR, out_year, out_number);
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
  int a_months = tb_period_get_n_months (a);
  int b_months = tb_period_get_n_months (b);

  if (!tb_period_is_dated (a) || !tb_period_is_dated (b))
    return FALSE;
  if (a.kind == b.kind && a.kind != TB_PERIOD_RANGE)
    return TRUE;
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

/* The same date of the year before. The last day of February stays it, because
 * levels at the end of a month are what most dates are of. */
static TbDay
find_year_earlier (TbDay day)
{
  int y, m, d;

  tb_day_split (day, &y, &m, &d);
  if (m == 2 && d == tb_day_count_in_month (y, m) && y > TB_FIRST_YEAR)
    d = tb_day_count_in_month (y - 1, m);

  return tb_day_new (y - 1, m, d);
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
  int year, number;
  guint16 year_start;
  TbPeriod earlier;

  if (!tb_period_is_dated (self))
    return FALSE;
  if (tb_period_find_number (self, &year, &number, &year_start))
    return tb_period_from_number (self.kind, year - 1, number, year_start, out_earlier);

  earlier = self;
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
  int year, number;
  guint16 year_start;
  TbPeriod previous = self;
  int n_months = tb_period_get_n_months (self);

  if (!tb_period_is_dated (self))
    return FALSE;
  if (tb_period_find_number (self, &year, &number, &year_start))
    return find_previous_numbered (self, year, number, year_start, out_previous);

  previous.end = self.start - 1;
  previous.start = n_months > 0 ? tb_day_add_months (self.start, -n_months)
                                : self.start - tb_period_get_n_days (self);
  if (previous.start < 1)
    return FALSE;

  *out_previous = previous;

  return TRUE;
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
