/* Days as integers, and their spelling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-private.h"

/* Years are counted from March, so that a leap day is a year's last, and in eras
 * of 400 years, which all have the same days (H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", 2013: days_from_civil). Dates are split for every
 * comparison: the divisions are multiplications by C. Neri and L. Schneider,
 * "Euclidean Affine Functions and Their Application to Calendar Algorithms",
 * Software: Practice and Experience 53 (2023), figure 12. */
#define DAYS_OF_ERA 146097
/* From 1 March of year 0 to 31 December of it: day 1 follows. */
#define DAYS_BEFORE_FIRST 306

static gboolean
is_leap (int y)
{
  return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

/**
 * tb_day_new:
 * @y: year, from 1
 * @m: month, 1 to 12
 * @d: day of the month, from 1
 *
 * Thread: any.
 *
 * Returns: the day; 0 where the calendar has no such day
 */
TbDay
tb_day_new (int y,
            int m,
            int d)
{
  int year, of_era, day_of_year;

  if (y < TB_FIRST_YEAR || y > TB_LAST_YEAR + 1 || m < 1 || m > 12 || d < 1 || d > tb_day_count_in_month (y, m))
    return 0;

  year = m <= 2 ? y - 1 : y;
  of_era = year % 400;
  day_of_year = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;

  return year / 400 * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - DAYS_BEFORE_FIRST + 1;
}

/**
 * tb_day_split:
 * @day: a day
 * @out_y: (out): its year; 0 where @day is none
 * @out_m: (out): its month, 1 to 12; 0 likewise
 * @out_d: (out): its day of the month; 0 likewise
 *
 * Thread: any.
 */
void
tb_day_split (TbDay  day,
              int   *out_y,
              int   *out_m,
              int   *out_d)
{
  guint32 days, century, day_of_century, day_of_year, month;
  guint64 years;

  *out_y = *out_m = *out_d = 0;
  if (day < 1)
    return;

  days = 4 * ((guint32) day + DAYS_BEFORE_FIRST - 1) + 3;
  century = days / DAYS_OF_ERA;
  day_of_century = days % DAYS_OF_ERA / 4;
  years = G_GUINT64_CONSTANT (2939745) * (4 * day_of_century + 3);
  day_of_year = (guint32) years / 2939745 / 4;
  month = 2141 * day_of_year + 197913;
  *out_d = (int) ((month & 0xffff) / 2141) + 1;
  *out_m = (int) (month >> 16) - (day_of_year >= 306 ? 12 : 0);
  *out_y = (int) (100 * century + (guint32) (years >> 32)) + (day_of_year >= 306);
}

/**
 * tb_day_count_in_month:
 * @y: a year
 * @m: a month, 1 to 12
 *
 * Returns: how many days the month has
 */
int
tb_day_count_in_month (int y,
                       int m)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return m == 2 && is_leap (y) ? 29 : days[m - 1];
}

/**
 * tb_day_add_months:
 * @day: a day
 * @n_months: how many months later; negative for earlier
 *
 * Adds months as XML Schema does (appendix E of part 2, which SDMX refers to):
 * a day that the month does not have becomes its last.
 *
 * Returns: the day; 0 outside the years 1 to 10000
 */
TbDay
tb_day_add_months (TbDay day,
                   int   n_months)
{
  int y, m, d;
  int months;

  tb_day_split (day, &y, &m, &d);
  months = y * 12 + (m - 1) + n_months;
  if (y == 0 || months < TB_FIRST_YEAR * 12)
    return 0;

  y = months / 12;
  m = months % 12 + 1;
  if (y > TB_LAST_YEAR + 1)
    return 0;

  return tb_day_new (y, m, MIN (d, tb_day_count_in_month (y, m)));
}

/**
 * tb_day_parse:
 * @text: `YYYY-MM-DD`
 * @out_day: (out): the day
 *
 * Thread: any.
 *
 * Returns: whether @text is such a date and the calendar has it
 */
gboolean
tb_day_parse (const char *text,
              TbDay      *out_day)
{
  static const char form[] = "dddd-dd-dd";
  int numbers[3] = { 0, 0, 0 };
  int part = 0;

  for (gsize i = 0; i < sizeof form - 1; i++)
    {
      if (form[i] == '-')
        {
          if (text[i] != '-')
            return FALSE;
          part++;
          continue;
        }
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      numbers[part] = numbers[part] * 10 + (text[i] - '0');
    }

  if (text[sizeof form - 1] != '\0' || numbers[0] > TB_LAST_YEAR)
    return FALSE;

  *out_day = tb_day_new (numbers[0], numbers[1], numbers[2]);

  return *out_day != 0;
}

/**
 * tb_day_to_string:
 * @day: a day
 *
 * Returns: (transfer full): `YYYY-MM-DD`; "" where @day is none
 */
char *
tb_day_to_string (TbDay day)
{
  int y, m, d;

  if (day < 1)
    return g_strdup ("");

  tb_day_split (day, &y, &m, &d);

  return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
}
