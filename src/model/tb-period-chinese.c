/* Reads the spellings of periods that Chinese publications have.
 *
 * Text is first brought into one form (one kind of dash, one word for each
 * thing), then matched against a table of patterns. Parts of the year that have
 * a name (half-years, quarters, weeks) are those of the reporting year, months
 * and days those of the calendar, as in the SDMX spellings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-period-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Every pattern has at most two years, two months and two days. */
#define MAX_NUMBERS 6

typedef struct
{
  const char *from;
  const char *to;
} Replacement;

/* In this order: the longer of two that begin alike comes first. */
static const Replacement replacements[] = {
  { " ", "" }, { "\302\240", "" }, { "\343\200\200", "" },
  { "０", "0" }, { "１", "1" }, { "２", "2" }, { "３", "3" }, { "４", "4" },
  { "５", "5" }, { "６", "6" }, { "７", "7" }, { "８", "8" }, { "９", "9" },
  { "‐", "-" }, { "‑", "-" }, { "‒", "-" }, { "–", "-" }, { "—", "-" }, { "―", "-" }, { "−", "-" },
  { "－", "-" }, { "﹣", "-" }, { "~", "-" }, { "～", "-" }, { "〜", "-" }, { "至", "-" }, { "到", "-" },
  { "--", "-" },
  { "年度", "年" }, { "年全年", "年" }, { "月份", "月" }, { "号", "日" }, { "底", "末" },
  { "个季", "季" }, { "季度", "季" }, { "个月", "月" },
};

/* What stands before a date of which a level is given. */
static const char *const as_of_words[] = { "截至到", "截止到", "截至", "截止" };

typedef enum
{
  MAKE_YEAR,          /* y */
  MAKE_YEARS,         /* y, y */
  MAKE_HALF_1,        /* y */
  MAKE_HALF_2,        /* y */
  MAKE_QUARTER,       /* y, n */
  MAKE_QUARTERS,      /* y, n, n */
  MAKE_QUARTERS_TO,   /* y, n */
  MAKE_MONTH,         /* y, m */
  MAKE_MONTHS,        /* y, m, m */
  MAKE_MONTHS_TO,     /* y, m */
  MAKE_MONTHS_YEARS,  /* y, m, y, m */
  MAKE_WEEK,          /* y, n */
  MAKE_DAY,           /* y, m, d */
  MAKE_DAYS,          /* y, m, d, d */
  MAKE_DAYS_MONTHS,   /* y, m, d, m, d */
  MAKE_DAYS_YEARS,    /* y, m, d, y, m, d */
} Make;

/* Y stands for four digits, n for a number of one or two digits or a Chinese
 * one; all else for itself. */
static const struct
{
  const char *pattern;
  Make        make;
} patterns[] = {
  { "Y年", MAKE_YEAR },
  { "Y全年", MAKE_YEAR },
  { "Y年-Y年", MAKE_YEARS },
  { "Y-Y年", MAKE_YEARS },
  { "Y年上半年", MAKE_HALF_1 },
  { "Y上半年", MAKE_HALF_1 },
  { "Y年下半年", MAKE_HALF_2 },
  { "Y下半年", MAKE_HALF_2 },
  { "Y年n季", MAKE_QUARTER },
  { "Y年第n季", MAKE_QUARTER },
  { "Y年n-n季", MAKE_QUARTERS },
  { "Y年n季-n季", MAKE_QUARTERS },
  { "Y年前n季", MAKE_QUARTERS_TO },
  { "Y年n月", MAKE_MONTH },
  { "Y年n-n月", MAKE_MONTHS },
  { "Y年n月-n月", MAKE_MONTHS },
  { "Y年前n月", MAKE_MONTHS_TO },
  { "Y年n月-Y年n月", MAKE_MONTHS_YEARS },
  { "Y年n周", MAKE_WEEK },
  { "Y年第n周", MAKE_WEEK },
  { "Y年n月n日", MAKE_DAY },
  { "Y年n月n-n日", MAKE_DAYS },
  { "Y年n月n日-n日", MAKE_DAYS },
  { "Y年n月n日-n月n日", MAKE_DAYS_MONTHS },
  { "Y年n月n日-Y年n月n日", MAKE_DAYS_YEARS },
};

static void
normalize (GString *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replacements); i++)
    {
      if (replacements[i].from[0] == replacements[i].to[0])
        while (g_string_replace (text, replacements[i].from, replacements[i].to, 0) > 0)
          ;
      else
        g_string_replace (text, replacements[i].from, replacements[i].to, 0);
    }
}

/* 1 to 9 for 一 to 九, 10 for 十, else 0. */
static int
get_digit (gunichar c)
{
  static const gunichar digits[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341 };

  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      if (digits[i] == c)
        return (int) i + 1;
    }

  return 0;
}

/* 八, 十, 十二, 三十, 三十一. */
static gboolean
take_chinese_number (const char **p,
                     int         *out_number)
{
  int tens = 0;
  int ones = get_digit (g_utf8_get_char (*p));

  if (ones == 0)
    return FALSE;

  *p = g_utf8_next_char (*p);
  if (ones < 10 && get_digit (g_utf8_get_char (*p)) == 10)
    {
      tens = ones;
      ones = 10;
      *p = g_utf8_next_char (*p);
    }
  if (ones == 10)
    {
      tens = MAX (tens, 1);
      ones = get_digit (g_utf8_get_char (*p)) % 10;
      if (ones > 0)
        *p = g_utf8_next_char (*p);
    }
  *out_number = tens * 10 + ones;

  return TRUE;
}

static gboolean
take_number (const char **p,
             gsize        n_min,
             gsize        n_max,
             int         *out_number)
{
  gsize n = strspn (*p, "0123456789");

  if (n < n_min || n > n_max)
    return FALSE;

  *out_number = 0;
  for (gsize i = 0; i < n; i++)
    *out_number = *out_number * 10 + ((*p)[i] - '0');
  *p += n;

  return TRUE;
}

static gboolean
match (const char *pattern,
       const char *text,
       int         numbers[MAX_NUMBERS])
{
  int n = 0;

  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (*p == 'Y')
        {
          if (!take_number (&text, 4, 4, &numbers[n++]))
            return FALSE;
        }
      else if (*p == 'n')
        {
          if (!take_number (&text, 1, 2, &numbers[n]) && !take_chinese_number (&text, &numbers[n]))
            return FALSE;
          n++;
        }
      else if (*text++ != *p)
        return FALSE;
    }

  return *text == '\0';
}

typedef struct
{
  const char *text; /* as written, for messages */
  guint16     year_start;
  GError    **error;
} Context;

static gboolean
make_between (const Context *context,
              TbPeriodKind   kind,
              int            first_year,
              int            first_number,
              int            last_year,
              int            last_number,
              TbPeriod      *out_period)
{
  gboolean is_named = kind == TB_PERIOD_Q;
  guint16 year_start = is_named ? context->year_start : TB_CALENDAR_YEAR;
  TbPeriod first, last;

  return tb_period_make (context->text, kind, first_year, first_number, year_start, &first, context->error)
         && tb_period_make (context->text, kind, last_year, last_number, year_start, &last, context->error)
         && tb_period_make_range (context->text, first, last, out_period, context->error);
}

static gboolean
make_between_days (const Context *context,
                   const int      first_day[3],
                   const int      last_day[3],
                   TbPeriod      *out_period)
{
  TbPeriod first, last;

  return tb_period_make_day (context->text, first_day[0], first_day[1], first_day[2], &first, context->error)
         && tb_period_make_day (context->text, last_day[0], last_day[1], last_day[2], &last, context->error)
         && tb_period_make_range (context->text, first, last, out_period, context->error);
}

static gboolean
make (const Context *context,
      Make           what,
      const int      n[MAX_NUMBERS],
      TbPeriod      *out_period)
{
  const char *text = context->text;
  guint16 year_start = context->year_start;
  GError **error = context->error;

  switch (what)
    {
    case MAKE_YEAR:
      return tb_period_make (text, TB_PERIOD_A, n[0], 1, TB_CALENDAR_YEAR, out_period, error);
    case MAKE_YEARS:
      return make_between (context, TB_PERIOD_A, n[0], 1, n[1], 1, out_period);
    case MAKE_HALF_1:
      return tb_period_make (text, TB_PERIOD_S, n[0], 1, year_start, out_period, error);
    case MAKE_HALF_2:
      return tb_period_make (text, TB_PERIOD_S, n[0], 2, year_start, out_period, error);
    case MAKE_QUARTER:
      return tb_period_make (text, TB_PERIOD_Q, n[0], n[1], year_start, out_period, error);
    case MAKE_QUARTERS:
      return make_between (context, TB_PERIOD_Q, n[0], n[1], n[0], n[2], out_period);
    case MAKE_QUARTERS_TO:
      return make_between (context, TB_PERIOD_Q, n[0], 1, n[0], n[1], out_period);
    case MAKE_MONTH:
      return tb_period_make (text, TB_PERIOD_M, n[0], n[1], TB_CALENDAR_YEAR, out_period, error);
    case MAKE_MONTHS:
      return make_between (context, TB_PERIOD_M, n[0], n[1], n[0], n[2], out_period);
    case MAKE_MONTHS_TO:
      return make_between (context, TB_PERIOD_M, n[0], 1, n[0], n[1], out_period);
    case MAKE_MONTHS_YEARS:
      return make_between (context, TB_PERIOD_M, n[0], n[1], n[2], n[3], out_period);
    case MAKE_WEEK:
      return tb_period_make (text, TB_PERIOD_W, n[0], n[1], year_start, out_period, error);
    case MAKE_DAY:
      return tb_period_make_day (text, n[0], n[1], n[2], out_period, error);
    case MAKE_DAYS:
      return make_between_days (context, n, (int[]) { n[0], n[1], n[3] }, out_period);
    case MAKE_DAYS_MONTHS:
      return make_between_days (context, n, (int[]) { n[0], n[3], n[4] }, out_period);
    case MAKE_DAYS_YEARS:
      return make_between_days (context, n, n + 3, out_period);
    }

  return FALSE;
}

/* Takes the words off that make a date of a period's end: 截至 before it, 末
 * behind it. */
static gboolean
take_as_of (GString *text)
{
  static const char end_word[] = "末";
  gboolean is_end = g_str_has_suffix (text->str, end_word);

  if (is_end)
    g_string_truncate (text, text->len - (sizeof end_word - 1));

  for (gsize i = 0; i < G_N_ELEMENTS (as_of_words); i++)
    {
      if (g_str_has_prefix (text->str, as_of_words[i]))
        {
          g_string_erase (text, 0, (gssize) strlen (as_of_words[i]));
          return TRUE;
        }
    }

  return is_end;
}

gboolean
tb_period_parse_chinese (const char  *text,
                         guint16      year_start,
                         TbPeriod    *out_period,
                         GError     **error)
{
  g_autoptr (GString) form = g_string_new (text);
  Context context = { .text = text, .year_start = year_start, .error = error };
  gboolean is_as_of;

  /* 至 means "to" as well, so that the words for "as of" go first. */
  g_string_replace (form, "底", "末", 0);
  g_string_replace (form, " ", "", 0);
  is_as_of = take_as_of (form);
  normalize (form);

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      int numbers[MAX_NUMBERS] = { 0 };

      if (!match (patterns[i].pattern, form->str, numbers))
        continue;
      /* The end of a span that is not one of the year's parts is not said so. */
      if (is_as_of && strchr (patterns[i].pattern, '-') != NULL)
        return FALSE;
      if (!make (&context, patterns[i].make, numbers, out_period))
        return FALSE;
      if (is_as_of)
        *out_period = tb_period_from_days (out_period->end, out_period->end);
      return TRUE;
    }

  return FALSE;
}
