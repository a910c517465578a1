/* Names of periods and days for readers, in a figure's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-private.h"

static const char *const month_names[] = {
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

static const char *const quarter_names_zh[] = { "一季度", "二季度", "三季度", "四季度" };

typedef struct
{
  int y, m, d;
} Date;

static Date
split (TbDay day)
{
  Date date;

  tb_day_split (day, &date.y, &date.m, &date.d);

  return date;
}

static char *
name_day (TbDay      day,
          TbLanguage language,
          gboolean   with_year)
{
  Date date = split (day);

  if (language == TB_LANGUAGE_ZH)
    return with_year ? g_strdup_printf ("%d年%d月%d日", date.y, date.m, date.d)
                     : g_strdup_printf ("%d月%d日", date.m, date.d);

  return with_year ? g_strdup_printf ("%d %s %d", date.d, month_names[date.m - 1], date.y)
                   : g_strdup_printf ("%d %s", date.d, month_names[date.m - 1]);
}

/**
 * tb_day_label:
 * @day: a day
 * @language: the figure's language
 *
 * Returns: (transfer full): `30 Sep 2021`, `2021年9月30日`; "" where @day is none
 */
char *
tb_day_label (TbDay      day,
              TbLanguage language)
{
  return day < 1 ? g_strdup ("") : name_day (day, language, TRUE);
}

static char *
name_months_en (Date     first,
                Date     last,
                gboolean with_year)
{
  const char *from = month_names[first.m - 1];
  const char *to = month_names[last.m - 1];

  if (first.y != last.y)
    return g_strdup_printf ("%s %d – %s %d", from, first.y, to, last.y);
  if (first.m == last.m)
    return with_year ? g_strdup_printf ("%s %d", to, last.y) : g_strdup (to);

  return with_year ? g_strdup_printf ("%s–%s %d", from, to, last.y) : g_strdup_printf ("%s–%s", from, to);
}

static char *
name_months_zh (Date     first,
                Date     last,
                gboolean with_year)
{
  if (first.y != last.y)
    return g_strdup_printf ("%d年%d月—%d年%d月", first.y, first.m, last.y, last.m);
  if (first.m == last.m)
    return with_year ? g_strdup_printf ("%d年%d月", last.y, last.m) : g_strdup_printf ("%d月", last.m);

  return with_year ? g_strdup_printf ("%d年%d—%d月", first.y, first.m, last.m)
                   : g_strdup_printf ("%d—%d月", first.m, last.m);
}

static char *
name_days_en (Date     first,
              Date     last,
              gboolean with_year)
{
  const char *from = month_names[first.m - 1];
  const char *to = month_names[last.m - 1];
  g_autofree char *days = NULL;

  if (first.y != last.y)
    return g_strdup_printf ("%d %s %d – %d %s %d", first.d, from, first.y, last.d, to, last.y);

  days = first.m == last.m ? g_strdup_printf ("%d–%d %s", first.d, last.d, to)
                           : g_strdup_printf ("%d %s – %d %s", first.d, from, last.d, to);

  return with_year ? g_strdup_printf ("%s %d", days, last.y) : g_steal_pointer (&days);
}

static char *
name_days_zh (Date     first,
              Date     last,
              gboolean with_year)
{
  g_autofree char *days = NULL;

  if (first.y != last.y)
    return g_strdup_printf ("%d年%d月%d日—%d年%d月%d日", first.y, first.m, first.d, last.y, last.m, last.d);

  days = first.m == last.m ? g_strdup_printf ("%d月%d—%d日", first.m, first.d, last.d)
                           : g_strdup_printf ("%d月%d日—%d月%d日", first.m, first.d, last.m, last.d);

  return with_year ? g_strdup_printf ("%d年%s", first.y, days) : g_steal_pointer (&days);
}

/* Any span by its ends: whole years, whole months, else days. */
static char *
name_span (TbDay      start,
           TbDay      end,
           TbLanguage language,
           gboolean   with_year)
{
  Date first = split (start);
  Date last = split (end);
  gboolean is_zh = language == TB_LANGUAGE_ZH;
  gboolean is_months = first.d == 1 && last.d == tb_day_count_in_month (last.y, last.m);

  if (start == end)
    return name_day (start, language, with_year);
  if (is_months && first.m == 1 && last.m == 12 && first.y == last.y)
    return g_strdup_printf (is_zh ? "%d年" : "%d", first.y);
  if (is_months && first.m == 1 && last.m == 12)
    return g_strdup_printf (is_zh ? "%d—%d年" : "%d–%d", first.y, last.y);
  if (is_months)
    return is_zh ? name_months_zh (first, last, with_year) : name_months_en (first, last, with_year);

  return is_zh ? name_days_zh (first, last, with_year) : name_days_en (first, last, with_year);
}

/* What a part is called without its year; %NULL for parts that are named by
 * their months. */
static char *
name_part (TbPeriodKind kind,
           int          number,
           TbLanguage   language)
{
  gboolean is_zh = language == TB_LANGUAGE_ZH;

  switch (kind)
    {
    case TB_PERIOD_A:
      return g_strdup (is_zh ? "全年" : "Full year");
    case TB_PERIOD_S:
      return is_zh ? g_strdup (number == 1 ? "上半年" : "下半年") : g_strdup_printf ("H%d", number);
    case TB_PERIOD_Q:
      return is_zh ? g_strdup (quarter_names_zh[number - 1]) : g_strdup_printf ("Q%d", number);
    case TB_PERIOD_W:
      return g_strdup_printf (is_zh ? "第%d周" : "W%d", number);
    case TB_PERIOD_NONE:
    case TB_PERIOD_T:
    case TB_PERIOD_B:
    case TB_PERIOD_M:
    case TB_PERIOD_D:
    case TB_PERIOD_RANGE:
    case TB_PERIOD_TEXT:
      break;
    }

  return NULL;
}

/* A reporting year that is no calendar year is named by both years it touches,
 * because some name it by the first and some by the last. */
static char *
name_with_year (TbPeriodKind kind,
                const char  *part,
                int          year,
                guint16      year_start,
                TbLanguage   language)
{
  gboolean is_zh = language == TB_LANGUAGE_ZH;
  gboolean is_calendar = year_start == TB_CALENDAR_YEAR;
  g_autofree char *name = NULL;

  if (is_calendar)
    name = g_strdup_printf (is_zh ? "%d年" : "%d", year);
  else
    name = g_strdup_printf (is_zh ? "%d/%02d财年" : "FY %d/%02d", year, (year + 1) % 100);

  if (kind == TB_PERIOD_A)
    return g_steal_pointer (&name);

  return is_zh ? g_strconcat (name, part, NULL) : g_strconcat (part, " ", name, NULL);
}

static char *
name_dated (TbPeriod   self,
            TbLanguage language,
            gboolean   with_year)
{
  g_autofree char *part = NULL;
  int year, number;
  guint16 year_start;

  if (tb_period_find_number (self, &year, &number, &year_start))
    part = name_part (self.kind, number, language);
  if (part == NULL)
    return name_span (self.start, self.end, language, with_year);

  return with_year ? name_with_year (self.kind, part, year, year_start, language) : g_steal_pointer (&part);
}

/* A level at the end of a period. Where the period is a day, English gives the
 * day; Chinese publications say 末 for the ends of months and years. */
static char *
name_as_of (TbPeriod   self,
            TbLanguage language)
{
  Date last = split (self.end);
  gboolean is_zh = language == TB_LANGUAGE_ZH;
  gboolean is_month_end = last.d == tb_day_count_in_month (last.y, last.m);
  g_autofree char *name = NULL;

  if (is_month_end && last.m == 12 && is_zh)
    return g_strdup_printf ("%d年末", last.y);
  if (is_month_end && is_zh)
    return g_strdup_printf ("截至%d年%d月末", last.y, last.m);

  name = name_day (self.end, language, TRUE);
  if (is_zh)
    return g_strconcat ("截至", name, NULL);
  if (!is_month_end || self.start == self.end)
    return g_steal_pointer (&name);

  return last.m == 12 ? g_strdup_printf ("end %d", last.y)
                      : g_strdup_printf ("end %s %d", month_names[last.m - 1], last.y);
}

/**
 * tb_period_label:
 * @self: a period
 * @language: the figure's language
 * @style: where the label stands
 *
 * Names a period as semantics P-5 does. A reporting year that is no calendar
 * year is `FY 2010/11`, `2010/11财年`; its months have their calendar names.
 * Without the year a whole year is `Full year`, `全年`; ranges over more than
 * one year keep their years. A spelling that is not computed with is its own
 * label.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the label
 */
char *
tb_period_label (TbPeriod      self,
                 TbLanguage    language,
                 TbPeriodLabel style)
{
  static const TbPhrase undated = {{ "undated", "未注明时期" }};

  if (self.kind == TB_PERIOD_TEXT)
    return g_strdup (self.text != NULL ? self.text : "");
  if (!tb_period_is_dated (self))
    return g_strdup (undated.in[language]);

  switch (style)
    {
    case TB_PERIOD_LABEL_FULL:
      return name_dated (self, language, TRUE);
    case TB_PERIOD_LABEL_SHORT:
      return name_dated (self, language, FALSE);
    case TB_PERIOD_LABEL_AS_OF:
      return name_as_of (self, language);
    }

  return g_strdup ("");
}
