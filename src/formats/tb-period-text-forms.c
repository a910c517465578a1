/* The spellings of periods beyond those of SDMX, as patterns (formats.md,
 * section 10).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-text-private.h"

#include <string.h>

/* Two years and two months at most, or a year, a month and a day. */
#define MAX_NUMBERS 4

typedef enum
{
  MAKE_YEAR,          /* y */
  MAKE_HALF,          /* y, n */
  MAKE_QUARTER,       /* y, n */
  MAKE_FOUR_MONTHS,   /* y, n */
  MAKE_TWO_MONTHS,    /* y, n */
  MAKE_MONTH,         /* y, n */
  MAKE_WEEK,          /* y, n */
  MAKE_DAY,           /* y, m, d */
  /* In order by their first year or month: */
  ORDER_YEAR,         /* y */
  ORDER_YEARS,        /* y, y: the second later than the first */
  ORDER_MONTH,        /* y, m */
  ORDER_LAST_MONTHS,  /* y, m, m: the year is that of the second */
} Make;

typedef struct
{
  const char *pattern;
  const char *order;     /* of the numbers, as for @make: "10" where the year comes second */
  Make        make;
} Form;

/* y is four digits, d two, n one or two, i one, N a month by its English name;
 * all else stands for itself. */
static const Form forms[] = {
  /* Eurostat until 2021, PxWeb, tables; K is the Nordic kvartal */
  { "yQi", "01", MAKE_QUARTER },
  { "y Qi", "01", MAKE_QUARTER },
  { "y-Qi", "01", MAKE_QUARTER },
  { "yKi", "01", MAKE_QUARTER },
  { "y-Ki", "01", MAKE_QUARTER },
  { "yQ0i", "01", MAKE_QUARTER },
  { "Qi y", "10", MAKE_QUARTER },
  { "Qi-y", "10", MAKE_QUARTER },
  { "Qi/y", "10", MAKE_QUARTER },
  { "iQ y", "10", MAKE_QUARTER },
  { "iQy", "10", MAKE_QUARTER },
  { "y QUARTER i", "01", MAKE_QUARTER },
  { "QUARTER i y", "10", MAKE_QUARTER },
  { "QUARTER i, y", "10", MAKE_QUARTER },
  { "y - i", "01", MAKE_QUARTER }, /* ICANE */
  { "yMn", "01", MAKE_MONTH },
  { "y-Mn", "01", MAKE_MONTH },
  { "y Mn", "01", MAKE_MONTH },
  { "N y", "10", MAKE_MONTH },
  { "N, y", "10", MAKE_MONTH },
  { "N-y", "10", MAKE_MONTH },
  { "y N", "01", MAKE_MONTH },
  { "y-N", "01", MAKE_MONTH },
  { "d/y", "10", MAKE_MONTH },
  { "yWn", "01", MAKE_WEEK },
  { "y-Wn", "01", MAKE_WEEK },
  { "y Wn", "01", MAKE_WEEK },
  { "Wn y", "10", MAKE_WEEK },
  { "yUn", "01", MAKE_WEEK },
  { "y-Un", "01", MAKE_WEEK }, /* Statistics Norway: uke */
  { "y WEEK n", "01", MAKE_WEEK },
  { "WEEK n y", "10", MAKE_WEEK },
  { "WEEK n, y", "10", MAKE_WEEK },
  { "ySi", "01", MAKE_HALF },
  { "y Si", "01", MAKE_HALF },
  { "Si y", "10", MAKE_HALF },
  { "yHi", "01", MAKE_HALF },
  { "y Hi", "01", MAKE_HALF },
  { "Hi y", "10", MAKE_HALF },
  { "Hi-y", "10", MAKE_HALF },
  { "yBi", "01", MAKE_TWO_MONTHS },
  { "y-Bi", "01", MAKE_TWO_MONTHS },
  { "yTi", "01", MAKE_FOUR_MONTHS },
  { "y Ti", "01", MAKE_FOUR_MONTHS },
  { "Ti y", "10", MAKE_FOUR_MONTHS },
  { "yA1", "0", MAKE_YEAR },
  { "CY y", "0", MAKE_YEAR },
  { "CYy", "0", MAKE_YEAR },
  { "yMdDd", "012", MAKE_DAY },
  { "y/n/n", "012", MAKE_DAY },
  { "y.d.d", "012", MAKE_DAY },
  { "n.n.y", "210", MAKE_DAY }, /* DIN 5008 and its like: day first wherever points part the numbers */
  { "N n y", "201", MAKE_DAY },
  { "N n, y", "201", MAKE_DAY },
  { "n N y", "210", MAKE_DAY },
  { "n-N-y", "210", MAKE_DAY },
  { "n. N y", "210", MAKE_DAY },
  { "y N n", "012", MAKE_DAY },
  { "y-N-n", "012", MAKE_DAY },
  /* Fiscal, school and other split years, spans, what rolls on or is not closed */
  { "y-y", "01", ORDER_YEARS },
  { "y - y", "01", ORDER_YEARS },
  { "y_y", "01", ORDER_YEARS },
  { "y TO y", "01", ORDER_YEARS },
  { "FYy", "0", ORDER_YEAR },
  { "FY y", "0", ORDER_YEAR },
  { "FY-y", "0", ORDER_YEAR },
  { "FYy/d", "0", ORDER_YEAR },
  { "FY y/d", "0", ORDER_YEAR },
  { "FYy-d", "0", ORDER_YEAR },
  { "FY y-d", "0", ORDER_YEAR },
  { "YTDy", "0", ORDER_YEAR },
  { "YTD y", "0", ORDER_YEAR },
  { "y YTD", "0", ORDER_YEAR }, /* World Bank */
  { "N-N y", "201", ORDER_LAST_MONTHS },
  { "N - N y", "201", ORDER_LAST_MONTHS }, /* ONS */
  { "N y-N y", "1032", ORDER_MONTH },
  { "N y - N y", "1032", ORDER_MONTH },
  { "yMd-yMd", "0123", ORDER_MONTH },
  { "yMd - yMd", "0123", ORDER_MONTH },
};

/* Those that only a hint makes clear. */
static const Form month_forms[] = {
  { "yd", "01", MAKE_MONTH }, { "y-n", "01", MAKE_MONTH }, { "y/n", "01", MAKE_MONTH }, { "y.d", "01", MAKE_MONTH },
  { "y n", "01", MAKE_MONTH }, { "y - n", "01", MAKE_MONTH },
};
static const Form quarter_forms[] = {
  { "yi", "01", MAKE_QUARTER }, { "y-i", "01", MAKE_QUARTER }, { "y/i", "01", MAKE_QUARTER },
  { "y.i", "01", MAKE_QUARTER }, { "y i", "01", MAKE_QUARTER }, { "yTi", "01", MAKE_QUARTER },
  { "y-Ti", "01", MAKE_QUARTER }, { "y Ti", "01", MAKE_QUARTER }, { "Ti y", "10", MAKE_QUARTER },
  { "Ti-y", "10", MAKE_QUARTER },
};
static const Form day_forms[] = { { "ydd", "012", MAKE_DAY } };

static const char *const month_names[] = {
  "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE",
  "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
};

static gboolean
take_number (const char **p,
             int          n_min,
             int          n_max,
             int         *out_number)
{
  int n = 0;

  for (*out_number = 0; n < n_max && g_ascii_isdigit ((*p)[n]); n++)
    *out_number = *out_number * 10 + ((*p)[n] - '0');
  *p += n;

  return n >= n_min;
}

/* "AUGUST", "AUG", "AUG.", "SEPT". */
static gboolean
take_month (const char **p,
            int         *out_number)
{
  for (int i = 0; i < 12; i++)
    {
      gsize n = strlen (month_names[i]);

      if (strncmp (*p, month_names[i], 3) != 0)
        continue;
      if (strncmp (*p, month_names[i], n) == 0)
        *p += n;
      else
        *p += i == 8 && (*p)[3] == 'T' ? 4 : 3;
      if (**p == '.')
        (*p)++;
      *out_number = i + 1;
      return !g_ascii_isalpha (**p);
    }

  return FALSE;
}

static gboolean
take_element (char         element,
              const char **text,
              int         *number)
{
  switch (element)
    {
    case 'y':
      return take_number (text, 4, 4, number);
    case 'd':
      return take_number (text, 2, 2, number);
    case 'n':
      return take_number (text, 1, 2, number);
    case 'i':
      return take_number (text, 1, 1, number);
    default:
      return take_month (text, number);
    }
}

static gboolean
match (const char *pattern,
       const char *text,
       int         numbers[MAX_NUMBERS])
{
  int n = 0;

  for (const char *p = pattern; *p != '\0'; p++)
    {
      /* N is the only capital that is no letter of the text, and only before a mark or the end. */
      gboolean is_month = *p == 'N' && !g_ascii_isalpha (p[1]);

      if (is_month || g_ascii_islower (*p))
        {
          if (n == MAX_NUMBERS || !take_element (*p, &text, &numbers[n++]))
            return FALSE;
        }
      else if (*text++ != *p)
        return FALSE;
    }

  return *text == '\0';
}

/* Days before 1 January of a year, in the Gregorian calendar carried on to both
 * sides (E. Reingold and N. Dershowitz, "Calendrical Calculations", 2.2). */
static gint64
count_days_before (gint64 year)
{
  gint64 n = year - 1;
  gint64 quarter = n >= 0 ? n / 4 : -((3 - n) / 4);
  gint64 century = n >= 0 ? n / 100 : -((99 - n) / 100);
  gint64 cycle = n >= 0 ? n / 400 : -((399 - n) / 400);

  return n * 365 + quarter - century + cycle;
}

void
tb_period_text_order_year (int       year,
                           TbPeriod *out_period)
{
  out_period->start = (TbDay) (count_days_before (year) + 1);
  out_period->end = (TbDay) count_days_before ((gint64) year + 1);
  /* 31 December of year 0 is day 0, which means that there is none. */
  if (out_period->end == 0)
    out_period->end = -1;
}

static TbPeriodForm
order (Make       make,
       const int *n,
       TbPeriod  *period)
{
  TbPeriod month;

  if (make == ORDER_YEARS && n[1] <= n[0])
    return TB_PERIOD_FORM_NONE;
  if (make == ORDER_YEAR || make == ORDER_YEARS)
    {
      tb_period_text_order_year (n[0], period);
      return TB_PERIOD_FORM_TEXT;
    }
  /* "Dec-Feb 1993" begins in 1992. */
  if (!tb_period_from_number (TB_PERIOD_M, make == ORDER_LAST_MONTHS && n[1] > n[2] ? n[0] - 1 : n[0], n[1],
                              TB_CALENDAR_YEAR, &month))
    return TB_PERIOD_FORM_IMPOSSIBLE;

  period->start = month.start;
  period->end = month.end;

  return TB_PERIOD_FORM_TEXT;
}

static gboolean
make_day (const int *n,
          TbPeriod  *period)
{
  TbDay day = tb_day_new (n[0], n[1], n[2]);

  if (day != 0)
    *period = tb_period_from_days (day, day);

  return day != 0;
}

static TbPeriodForm
make_period (Make       make,
             const int *n,
             TbPeriod  *period)
{
  static const TbPeriodKind kinds[] = {
    [MAKE_YEAR] = TB_PERIOD_A, [MAKE_HALF] = TB_PERIOD_S, [MAKE_QUARTER] = TB_PERIOD_Q,
    [MAKE_FOUR_MONTHS] = TB_PERIOD_T, [MAKE_TWO_MONTHS] = TB_PERIOD_B, [MAKE_MONTH] = TB_PERIOD_M,
    [MAKE_WEEK] = TB_PERIOD_W,
  };
  gboolean is_made;

  if (make >= ORDER_YEAR)
    return order (make, n, period);
  if (make == MAKE_DAY)
    is_made = make_day (n, period);
  else
    is_made = tb_period_from_number (kinds[make], n[0], make == MAKE_YEAR ? 1 : n[1], TB_CALENDAR_YEAR, period);

  return is_made ? TB_PERIOD_FORM_PERIOD : TB_PERIOD_FORM_IMPOSSIBLE;
}

static TbPeriodForm
match_forms (const Form *list,
             gsize       n_forms,
             const char *text,
             TbPeriod   *period)
{
  for (gsize i = 0; i < n_forms; i++)
    {
      int found[MAX_NUMBERS] = { 0 };
      int numbers[MAX_NUMBERS] = { 0 };

      if (!match (list[i].pattern, text, found))
        continue;
      for (gsize k = 0; list[i].order[k] != '\0'; k++)
        numbers[k] = found[list[i].order[k] - '0'];
      return make_period (list[i].make, numbers, period);
    }

  return TB_PERIOD_FORM_NONE;
}

/* "2021/22" and "1998-99" are split years where the second is the first plus
 * one and no month. 2016/2020 is a span of five years to SDMX; 2020/2021 may be
 * a year that begins in summer, and is not taken for two. */
static TbPeriodForm
match_split_year (const char   *text,
                  TbPeriodHint  hint,
                  TbPeriod     *period)
{
  int n[MAX_NUMBERS] = { 0 };
  gboolean is_split, is_month;

  if (match ("y/y", text, n) && n[0] + 1 == n[1])
    return order (ORDER_YEAR, n, period);
  if (!match ("y/d", text, n) && !match ("y-d", text, n))
    return TB_PERIOD_FORM_NONE;

  is_split = (n[0] + 1) % 100 == n[1];
  is_month = n[1] >= 1 && n[1] <= 12;
  if (is_split && (!is_month || hint == TB_PERIOD_HINT_TWO_YEARS))
    return order (ORDER_YEAR, n, period);
  if (!is_split && is_month)
    return make_period (MAKE_MONTH, n, period);

  return TB_PERIOD_FORM_NONE;
}

TbPeriodForm
tb_period_text_match_hinted (const char   *text,
                             TbPeriodHint  hint,
                             TbPeriod     *out_period)
{
  TbPeriodForm form = match_split_year (text, hint, out_period);

  if (form != TB_PERIOD_FORM_NONE)
    return form;

  switch (hint)
    {
    case TB_PERIOD_HINT_MONTH:
      return match_forms (month_forms, G_N_ELEMENTS (month_forms), text, out_period);
    case TB_PERIOD_HINT_QUARTER:
      return match_forms (quarter_forms, G_N_ELEMENTS (quarter_forms), text, out_period);
    case TB_PERIOD_HINT_DAY:
      return match_forms (day_forms, G_N_ELEMENTS (day_forms), text, out_period);
    case TB_PERIOD_HINT_NONE:
    case TB_PERIOD_HINT_YEAR:
    case TB_PERIOD_HINT_TWO_YEARS:
      break;
    }

  return TB_PERIOD_FORM_NONE;
}

TbPeriodForm
tb_period_text_match (const char *text,
                      TbPeriod   *out_period)
{
  return match_forms (forms, G_N_ELEMENTS (forms), text, out_period);
}
