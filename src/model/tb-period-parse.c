/* Reads the spellings of periods that SDMX has, and ranges of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-period-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer text is no period, and is not repeated in a message. */
#define MAX_LENGTH 64

/* What a piece of text turned out to be. */
typedef enum
{
  READ_NOTHING,  /* no spelling of a period, no error set */
  READ_PERIOD,
  READ_ERROR,    /* error set */
} Read;

static gboolean
fail (GError        **error,
      TbPeriodError   code,
      const char     *text,
      const char     *message)
{
  g_set_error (error, TB_PERIOD_ERROR, (int) code, "%s: %s", text, message);

  return FALSE;
}

static const char *
tell_count (TbPeriodKind kind)
{
  switch (kind)
    {
    case TB_PERIOD_A:
      return _("a reporting year is written A1");
    case TB_PERIOD_S:
      return _("a year has two half-years, S1 and S2");
    case TB_PERIOD_T:
      return _("a year has three periods of four months, T1 to T3");
    case TB_PERIOD_Q:
      return _("a year has four quarters, Q1 to Q4");
    case TB_PERIOD_B:
      return _("a year has six periods of two months, B1 to B6");
    case TB_PERIOD_M:
      return _("a year has twelve months, 01 to 12");
    case TB_PERIOD_NONE:
    case TB_PERIOD_W:
    case TB_PERIOD_D:
    case TB_PERIOD_RANGE:
    case TB_PERIOD_TEXT:
      break;
    }

  return "";
}

gboolean
tb_period_make (const char    *text,
                TbPeriodKind   kind,
                int            year,
                int            number,
                guint16        year_start,
                TbPeriod      *out_period,
                GError       **error)
{
  g_autofree char *message = NULL;
  int n;

  if (tb_period_from_number (kind, year, number, year_start, out_period))
    return TRUE;
  if (year < TB_FIRST_YEAR)
    return fail (error, TB_PERIOD_ERROR_IMPOSSIBLE, text, _("years are counted from 0001"));

  n = tb_period_kind_count (kind, year, year_start);
  if (kind == TB_PERIOD_W)
    message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the year %04d has %d week", "the year %04d has %d weeks",
                                            (gulong) n), year, n);
  else if (kind == TB_PERIOD_D)
    message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the year %04d has %d day", "the year %04d has %d days",
                                            (gulong) n), year, n);

  return fail (error, TB_PERIOD_ERROR_IMPOSSIBLE, text, message != NULL ? message : tell_count (kind));
}

gboolean
tb_period_make_day (const char  *text,
                    int          y,
                    int          m,
                    int          d,
                    TbPeriod    *out_period,
                    GError     **error)
{
  g_autofree char *message = NULL;
  TbDay day = tb_day_new (y, m, d);
  int n;

  if (day != 0)
    {
      *out_period = tb_period_from_days (day, day);
      return TRUE;
    }
  if (y < TB_FIRST_YEAR || m < 1 || m > 12)
    return tb_period_make (text, TB_PERIOD_M, y, m, TB_CALENDAR_YEAR, out_period, error);

  n = tb_day_count_in_month (y, m);
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the month %04d-%02d has %d day",
                                          "the month %04d-%02d has %d days", (gulong) n), y, m, n);

  return fail (error, TB_PERIOD_ERROR_IMPOSSIBLE, text, message);
}

gboolean
tb_period_make_range (const char  *text,
                      TbPeriod     first,
                      TbPeriod     last,
                      TbPeriod    *out_period,
                      GError     **error)
{
  if (last.start < first.start || last.end < first.end)
    return fail (error, TB_PERIOD_ERROR_IMPOSSIBLE, text, _("the range ends before it begins"));
  if (last.end > tb_day_new (TB_LAST_YEAR, 12, 31))
    return fail (error, TB_PERIOD_ERROR_IMPOSSIBLE, text, _("the range ends after the year 9999"));

  *out_period = tb_period_from_days (first.start, last.end);

  return TRUE;
}

static gboolean
read_digits (const char *text,
             gsize       n,
             int        *out_number)
{
  *out_number = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *out_number = *out_number * 10 + (text[i] - '0');
    }

  return n > 0;
}

static Read
to_read (gboolean is_made)
{
  return is_made ? READ_PERIOD : READ_ERROR;
}

/* A year's part with its letter: "S1", "M08". @whole is the text for messages. */
static Read
read_part (const char  *whole,
           int          year,
           const char  *part,
           gsize        n,
           guint16      year_start,
           TbPeriod    *out_period,
           GError     **error)
{
  static const struct
  {
    char          letter;
    TbPeriodKind  kind;
    gsize         n_digits;
  } parts[] = {
    { 'A', TB_PERIOD_A, 1 }, { 'S', TB_PERIOD_S, 1 }, { 'H', TB_PERIOD_S, 1 },
    { 'T', TB_PERIOD_T, 1 }, { 'Q', TB_PERIOD_Q, 1 }, { 'B', TB_PERIOD_B, 1 },
    { 'M', TB_PERIOD_M, 2 }, { 'W', TB_PERIOD_W, 2 }, { 'D', TB_PERIOD_D, 3 },
  };
  g_autofree char *message = NULL;
  int number;

  if (n < 2 || n > 4 || !read_digits (part + 1, n - 1, &number))
    return READ_NOTHING;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].letter != part[0])
        continue;
      if (!tb_period_make (whole, parts[i].kind, year, number, year_start, out_period, error))
        return READ_ERROR;
      if (parts[i].n_digits == n - 1)
        return READ_PERIOD;

      message = g_strdup_printf (_("this is written %04d-%c%0*d"), year, part[0], (int) parts[i].n_digits, number);
      fail (error, TB_PERIOD_ERROR_SYNTAX, whole, message);
      return READ_ERROR;
    }

  return READ_NOTHING;
}

/* One period, no range: the first @n bytes of @text. */
static Read
read_single (const char  *whole,
             const char  *text,
             gsize        n,
             guint16      year_start,
             TbPeriod    *out_period,
             GError     **error)
{
  int year, month, day;

  if (n < 4 || !read_digits (text, 4, &year))
    return READ_NOTHING;
  if (n == 4)
    return to_read (tb_period_make (whole, TB_PERIOD_A, year, 1, TB_CALENDAR_YEAR, out_period, error));
  if (n < 7 || text[4] != '-')
    return READ_NOTHING;
  if (g_ascii_isalpha (text[5]))
    return read_part (whole, year, text + 5, n - 5, year_start, out_period, error);
  if (!read_digits (text + 5, 2, &month))
    return READ_NOTHING;
  if (n == 7)
    return to_read (tb_period_make (whole, TB_PERIOD_M, year, month, TB_CALENDAR_YEAR, out_period, error));
  if (n != 10 || text[7] != '-' || !read_digits (text + 8, 2, &day))
    return READ_NOTHING;

  return to_read (tb_period_make_day (whole, year, month, day, out_period, error));
}

/* "P1Y6M", "P8M", "P2W", "P10D": what ISO 8601 calls a duration, in whole days. */
static gboolean
read_duration (const char *text,
               int        *out_months,
               int        *out_days)
{
  static const char letters[] = "YMWD";
  gsize next = 0;

  *out_months = *out_days = 0;
  if (text[1] == '\0')
    return FALSE;

  for (const char *p = text + 1; *p != '\0'; p++)
    {
      gsize n_digits = strspn (p, "0123456789");
      const char *letter;
      int number;

      if (n_digits == 0 || n_digits > 5 || p[n_digits] == '\0')
        return FALSE;
      letter = strchr (letters + next, p[n_digits]);
      if (letter == NULL)
        return FALSE;

      read_digits (p, n_digits, &number);
      next = (gsize) (letter - letters) + 1;
      *out_months += *letter == 'Y' ? number * 12 : *letter == 'M' ? number : 0;
      *out_days += *letter == 'W' ? number * 7 : *letter == 'D' ? number : 0;
      p += n_digits;
    }

  return TRUE;
}

static Read
read_span (const char  *whole,
           TbPeriod     first,
           const char  *duration,
           TbPeriod    *out_period,
           GError     **error)
{
  TbPeriod last = first;
  TbDay end;
  int n_months, n_days;

  if (!read_duration (duration, &n_months, &n_days))
    {
      fail (error, TB_PERIOD_ERROR_SYNTAX, whole, _("a duration is written like P8M, P1Y, P2W or P10D"));
      return READ_ERROR;
    }
  if (n_months == 0 && n_days == 0)
    {
      fail (error, TB_PERIOD_ERROR_IMPOSSIBLE, whole, _("the duration is zero"));
      return READ_ERROR;
    }

  end = tb_day_add_months (first.start, n_months);
  last.start = first.start;
  last.end = end == 0 ? G_MAXINT32 : end + n_days - 1;
  first.end = first.start;

  return to_read (tb_period_make_range (whole, first, last, out_period, error));
}

static Read
read_range (const char  *text,
            const char  *slash,
            guint16      year_start,
            TbPeriod    *out_period,
            GError     **error)
{
  TbPeriod first, last;
  Read read = read_single (text, text, (gsize) (slash - text), year_start, &first, error);

  if (read != READ_PERIOD)
    return read;
  if (slash[1] == 'P')
    return read_span (text, first, slash + 1, out_period, error);

  read = read_single (text, slash + 1, strlen (slash + 1), year_start, &last, error);
  if (read != READ_PERIOD)
    return read;

  return to_read (tb_period_make_range (text, first, last, out_period, error));
}

static gboolean
is_printable (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isprint (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fail_syntax (const char  *text,
             GError     **error)
{
  g_autofree char *whole = is_printable (text) ? g_strdup (text) : g_strescape (text, NULL);
  g_autofree char *shown = g_utf8_substring (whole, 0, MIN (MAX_LENGTH, g_utf8_strlen (whole, -1)));

  g_set_error (error, TB_PERIOD_ERROR, TB_PERIOD_ERROR_SYNTAX,
               /* Translators: keep the examples as they are. */
               _("\"%s\" is no period; periods are written like 2021, 2021-S1, 2021-Q3, 2021-08, 2021-W05, "
                 "2021-08-31, 2021-01/2021-08 or 2021年1-8月"), shown);

  return FALSE;
}

/**
 * tb_period_parse:
 * @text: a spelling of a period
 * @year_start: month × 100 + day of the reporting year's first day
 * @out_period: (out): the period
 * @error: return location for an error
 *
 * Reads every spelling of semantics P-1: `2021`, `2021-A1`, `2021-S1` and
 * `2021-H1`, `2021-T1`, `2021-Q1`, `2021-B1`, `2021-M08`, `2021-08`, `2021-W05`,
 * `2021-D032`, `2021-08-31`; two of these with a slash between; one with a
 * duration (`2021-01-01/P8M`); and the Chinese ones. Only periods with a letter
 * and parts of the year named in Chinese (half-years, quarters, weeks) count
 * from the start of the reporting year; a year, a month or a day without a
 * letter is the calendar's.
 *
 * A range that is exactly a day, a calendar month or a calendar year becomes it.
 *
 * Errors: %TB_PERIOD_ERROR_SYNTAX for what is no spelling of a period,
 * %TB_PERIOD_ERROR_IMPOSSIBLE for a spelling of one that does not exist.
 * Thread: any. Cost: no allocation for the SDMX spellings.
 *
 * Returns: whether @text was read
 */
gboolean
tb_period_parse (const char  *text,
                 guint16      year_start,
                 TbPeriod    *out_period,
                 GError     **error)
{
  gsize n = strnlen (text, MAX_LENGTH + 1);
  const char *slash = memchr (text, '/', n);
  g_autoptr (GError) chinese_error = NULL;
  Read read = READ_NOTHING;

  if (n > MAX_LENGTH || !g_utf8_validate (text, (gssize) n, NULL))
    return fail_syntax (text, error);

  if (slash != NULL)
    read = read_range (text, slash, year_start, out_period, error);
  else
    read = read_single (text, text, n, year_start, out_period, error);
  if (read != READ_NOTHING)
    return read == READ_PERIOD;

  if (!g_str_is_ascii (text) && tb_period_parse_chinese (text, year_start, out_period, &chinese_error))
    return TRUE;
  if (chinese_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&chinese_error));
      return FALSE;
    }

  return fail_syntax (text, error);
}
