/* Days as files spell the time of their last update.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-day-text.h"

#include <string.h>

/* A day has three words; more are its weekday, time and zone. */
#define MAX_WORDS 4

typedef struct
{
  const char *text;
  gsize       length;
  int         number;  /* −1 for a word of letters */
} Word;

static const char months[12][4] = {
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
};

static gboolean
make_day (int    year,
          int    month,
          int    day,
          TbDay *out_day)
{
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1
      || !g_date_valid_dmy ((GDateDay) MIN (day, 32), (GDateMonth) month, (GDateYear) year))
    return FALSE;

  *out_day = tb_day_new (year, month, day);
  return TRUE;
}

/* Digits from @text on, as many as @n; −1 where there are fewer. */
static int
read_digits (const char *text,
             gsize       n)
{
  int number = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }

  return number;
}

/* The words of letters and the numbers up to a time of day; what stands between them is left out. */
static guint
split (const char *text,
       Word       *words)
{
  guint n = 0;

  while (*text != '\0' && n < MAX_WORDS)
    {
      const char *start = text;
      gboolean is_number = g_ascii_isdigit (*text);
      gsize length;

      while (is_number ? g_ascii_isdigit (*text) : g_ascii_isalpha (*text))
        text++;
      if (*text == ':')
        break;
      length = (gsize) (text - start);
      if (length > 0)
        words[n++] = (Word) { start, length, is_number && length <= 4 ? read_digits (start, length) : -1 };
      else
        text++;
    }

  return n;
}

static int
find_month (const Word *word)
{
  for (int i = 0; i < 12 && word->length >= 3; i++)
    {
      if (g_ascii_strncasecmp (word->text, months[i], 3) == 0)
        return i + 1;
    }

  return 0;
}

/* 22 June 2016, June 22 2016 */
static gboolean
parse_named (const Word *words,
             guint       n,
             TbDay      *out_day)
{
  for (guint i = 0; i + 2 < n; i++)
    {
      if (words[i].number > 0 && find_month (&words[i + 1]) > 0 && words[i + 2].length == 4)
        return make_day (words[i + 2].number, find_month (&words[i + 1]), words[i].number, out_day);
      if (find_month (&words[i]) > 0 && words[i + 1].number > 0 && words[i + 2].length == 4)
        return make_day (words[i + 2].number, find_month (&words[i]), words[i + 1].number, out_day);
    }

  return FALSE;
}

/* 22/06/2016 and 06/22/2016, where only one of them can be meant */
static gboolean
parse_slashed (const Word *words,
               guint       n,
               TbDay      *out_day)
{
  int a, b;

  if (n < 3 || words[2].length != 4 || words[0].number < 1 || words[1].number < 1)
    return FALSE;

  a = words[0].number;
  b = words[1].number;
  if (a == b || (a > 12 && b <= 12))
    return make_day (words[2].number, b, a, out_day);
  return a <= 12 && b > 12 && make_day (words[2].number, a, b, out_day);
}

/**
 * tb_day_text_parse:
 * @text: a day, with a time or without
 * @out_day: (out): the day
 *
 * Reads the forms that the function Date.parse of ECMAScript takes, and that of
 * PC-Axis ("CCYYMMDD hh:mm").
 *
 * Thread: any.
 *
 * Returns: whether it is a day that can be meant in one way only
 */
gboolean
tb_day_text_parse (const char *text,
                   TbDay      *out_day)
{
  Word words[MAX_WORDS];
  guint n;

  while (g_ascii_isspace (*text))
    text++;
  n = split (text, words);
  if (n == 0)
    return FALSE;
  if (words[0].length == 8 && read_digits (words[0].text, 8) >= 0)
    return make_day (read_digits (text, 4), read_digits (text + 4, 2), read_digits (text + 6, 2), out_day);
  if (n >= 3 && words[0].length == 4 && words[0].number >= 0 && words[1].number >= 0)
    return make_day (words[0].number, words[1].number, words[2].number >= 0 ? words[2].number : 0, out_day);

  return parse_named (words, n, out_day) || parse_slashed (words, n, out_day);
}
