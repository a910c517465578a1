/* Periods as statistical offices spell them (formats.md, section 10).
 *
 * What SDMX and semantics P-1 know is read by tb_period_parse(); what is beyond
 * it is matched against patterns after the text has been brought into one form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period-text-private.h"

#include <string.h>

/* A year in a text that is no period otherwise: "before 1990". */
#define FIRST_LIKELY_YEAR 1000
#define LAST_LIKELY_YEAR 2999

/* Numbers of up to this many digits stand in order as years, whatever they are; longer ones
 * may be months, but for those below zero. */
#define MAX_YEAR_DIGITS 5

static const struct
{
  const char *from;
  char        to;
} replacements[] = {
  { "\302\240", ' ' }, { "\342\200\211", ' ' }, { "\342\200\257", ' ' }, { "\343\200\200", ' ' },
  { "‐", '-' }, { "‑", '-' }, { "‒", '-' }, { "–", '-' }, { "—", '-' }, { "−", '-' }, { "－", '-' },
  { "０", '0' }, { "１", '1' }, { "２", '2' }, { "３", '3' }, { "４", '4' },
  { "５", '5' }, { "６", '6' }, { "７", '7' }, { "８", '8' }, { "９", '9' }, { "／", '/' }, { "．", '.' },
};

/* Brings a text into one form: upper case, one kind of dash, single spaces. */
static gboolean
normalize (const char *text,
           gsize       length,
           char        form[TB_PERIOD_TEXT_MAX + 1])
{
  gsize n = 0;

  if (length > TB_PERIOD_TEXT_MAX || memchr (text, '\0', length) != NULL)
    return FALSE;

  for (gsize i = 0; i < length;)
    {
      gsize taken = 1;
      char c = text[i];

      for (gsize k = 0; k < G_N_ELEMENTS (replacements) && (unsigned char) text[i] >= 0x80; k++)
        {
          gsize n_from = strlen (replacements[k].from);

          if (length - i >= n_from && memcmp (text + i, replacements[k].from, n_from) == 0)
            {
              taken = n_from;
              c = replacements[k].to;
            }
        }
      i += taken;
      if (g_ascii_isspace (c))
        c = ' ';
      if (c != ' ' || (n > 0 && form[n - 1] != ' '))
        form[n++] = g_ascii_toupper (c);
    }
  if (n > 0 && form[n - 1] == ' ')
    n--;
  form[n] = '\0';

  return TRUE;
}

/* The whole of a text as an integer of at most seven digits. */
static gboolean
read_integer (const char *text,
              int        *out_number,
              gsize      *out_n_digits)
{
  gboolean is_negative = *text == '-';
  const char *digits = text + (is_negative ? 1 : 0);
  gsize n = strspn (digits, "0123456789");

  if (n == 0 || n > 7 || digits[n] != '\0')
    return FALSE;

  *out_number = 0;
  for (gsize i = 0; i < n; i++)
    *out_number = *out_number * 10 + (digits[i] - '0');
  *out_n_digits = n;
  if (is_negative)
    *out_number = -*out_number;

  return TRUE;
}

/* Years of another length than four digits. */
static TbPeriodForm
read_year (char         *form,
           TbPeriodHint  hint,
           TbPeriod     *period)
{
  gsize n = strlen (form);
  gsize n_digits;
  int year;

  /* What spreadsheets and data frames make of a column of years. */
  if (hint == TB_PERIOD_HINT_YEAR && n > 2 && strcmp (form + n - 2, ".0") == 0)
    form[n - 2] = '\0';
  if (!read_integer (form, &year, &n_digits) || ABS (year) > TB_PERIOD_TEXT_MAX_YEAR)
    return TB_PERIOD_FORM_NONE;

  if (hint != TB_PERIOD_HINT_YEAR)
    {
      if (n_digits > MAX_YEAR_DIGITS && year >= 0)
        return TB_PERIOD_FORM_NONE;
      tb_period_text_order_year (year, period);
      return TB_PERIOD_FORM_ORDER;
    }
  if (tb_period_from_number (TB_PERIOD_A, year, 1, TB_CALENDAR_YEAR, period))
    return TB_PERIOD_FORM_PERIOD;

  tb_period_text_order_year (year, period);

  return TB_PERIOD_FORM_TEXT;
}

static gboolean
take_two_digits (const char **p,
                 char         before)
{
  if ((before != 0 && **p != before) || strspn (*p + (before != 0), "0123456789") < 2)
    return FALSE;
  *p += before != 0 ? 3 : 2;

  return TRUE;
}

/* hh:mm, hh:mm:ss or hh:mm:ss.fff; nothing, Z or an offset behind it (RFC 3339,
 * ISO 8601). */
static gboolean
is_time (const char *p)
{
  if (!take_two_digits (&p, 0) || !take_two_digits (&p, ':'))
    return FALSE;
  if (take_two_digits (&p, ':') && (*p == '.' || *p == ','))
    p += 1 + strspn (p + 1, "0123456789");
  if (*p == '+' || *p == '-')
    {
      if (!take_two_digits (&p, *p))
        return FALSE;
      if (!take_two_digits (&p, ':'))
        take_two_digits (&p, 0);
    }
  else if (*p == 'Z')
    p++;

  return *p == '\0';
}

/* The date of a date-time as it is written: to shift it to another zone could
 * make another month of it. */
static TbPeriodForm
read_date_time (char     *form,
                TbPeriod *period)
{
  gsize n = strlen (form);
  char mark;

  if (n < 11 || form[4] != form[7] || (form[4] != '-' && form[4] != '/'))
    return TB_PERIOD_FORM_NONE;
  mark = form[10];
  if (((mark != 'T' && mark != ' ') || !is_time (form + 11)) && strcmp (form + 10, "Z") != 0)
    return TB_PERIOD_FORM_NONE;

  form[4] = form[7] = '-';
  form[10] = '\0';
  form[4] = form[7] = '-';
  form[10] = '\0';

  return tb_period_parse (form, TB_CALENDAR_YEAR, period, NULL) ? TB_PERIOD_FORM_PERIOD : TB_PERIOD_FORM_IMPOSSIBLE;
}

/* A year that stands alone among other characters. */
static void
order_by_year (const char *form,
               TbPeriod   *period)
{
  for (const char *p = form; *p != '\0'; p++)
    {
      gsize n = strspn (p, "0123456789");
      int year = n == 4 ? (p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0') : 0;

      if (year >= FIRST_LIKELY_YEAR && year <= LAST_LIKELY_YEAR && (p == form || p[-1] != '_'))
        {
          tb_period_text_order_year (year, period);
          return;
        }
      p += n > 0 ? n - 1 : 0;
    }
}

static TbPeriodForm
read_form (char         *form,
           TbPeriodHint  hint,
           TbPeriod     *period)
{
  TbPeriodForm match = tb_period_text_match_hinted (form, hint, period);

  if (match != TB_PERIOD_FORM_NONE)
    return match;
  if (tb_period_parse (form, TB_CALENDAR_YEAR, period, NULL))
    return TB_PERIOD_FORM_PERIOD;

  match = tb_period_text_match (form, period);
  if (match == TB_PERIOD_FORM_NONE)
    match = read_date_time (form, period);
  if (match == TB_PERIOD_FORM_NONE)
    match = read_year (form, hint, period);

  return match;
}

/**
 * tb_period_text_parse:
 * @text: (array length=length): a period as in a file; need not end in a zero byte
 * @length: its bytes
 * @hint: what is known of the column or dimension
 * @pool: where the text of a TEXT period is kept
 * @out_period: (out): the period
 *
 * Reads every spelling of a period in formats.md, section 10. A date-time is
 * the date that is written: no zone is applied. What can be read in two ways
 * without a hint (2007/08, 2021-3, 202108, 42) is not read.
 *
 * Split years, spans and what rolls on are kept as text, in the order of their
 * first year or month, as are years that #TbPeriod does not count and whatever
 * else is no period: nothing is dropped. The days of a TEXT period are for its
 * order only.
 *
 * Missing: an empty text is undated.
 *
 * Thread: that of the pool. Cost: no allocation for what is no TEXT period.
 *
 * Returns: whether it is certainly a period
 */
gboolean
tb_period_text_parse (const char   *text,
                      gsize         length,
                      TbPeriodHint  hint,
                      TbPool       *pool,
                      TbPeriod     *out_period)
{
  char form[TB_PERIOD_TEXT_MAX + 1] = "";
  TbPeriod period = TB_PERIOD_UNDATED;
  TbPeriodForm match = TB_PERIOD_FORM_NONE;

  *out_period = TB_PERIOD_UNDATED;
  if (normalize (text, length, form))
    {
      if (*form == '\0')
        return FALSE;
      match = read_form (form, hint, &period);
    }
  if (match == TB_PERIOD_FORM_PERIOD)
    {
      *out_period = period;
      return TRUE;
    }

  out_period->kind = TB_PERIOD_TEXT;
  out_period->text = tb_pool_intern_len (pool, text, length);
  if (match == TB_PERIOD_FORM_TEXT || match == TB_PERIOD_FORM_ORDER)
    {
      out_period->start = period.start;
      out_period->end = period.end;
    }
  else
    order_by_year (form, out_period);

  return match == TB_PERIOD_FORM_TEXT;
}
