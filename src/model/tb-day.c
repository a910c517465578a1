/* Days as integers, and their spelling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-private.h"

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
  GDate date;

  if (y < TB_FIRST_YEAR || y > TB_LAST_YEAR + 1 || m < 1 || m > 12 || d < 1 || d > 31)
    return 0;
  if (!g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);

  return (TbDay) g_date_get_julian (&date);
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
  GDate date;

  *out_y = *out_m = *out_d = 0;
  if (day < 1)
    return;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  *out_y = g_date_get_year (&date);
  *out_m = (int) g_date_get_month (&date);
  *out_d = g_date_get_day (&date);
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
  return g_date_get_days_in_month ((GDateMonth) m, (GDateYear) y);
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
