/* Dates that a schema spells in its own way (Table Schema 1, `format` of dates).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-date-format.h"

#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  int         year, month, day;
  gboolean    has_year, has_month, has_day;
} Reading;

static gboolean
read_number (Reading *self,
             guint    n_most,
             int      least,
             int      most,
             int     *out_number)
{
  int number = 0;
  guint n = 0;

  while (n < n_most && self->at < self->end && g_ascii_isdigit (*self->at))
    {
      number = number * 10 + (*self->at++ - '0');
      n++;
    }
  *out_number = number;

  return n > 0 && number >= least && number <= most;
}

/* In English, whatever the language of the program: the file is not in it. */
static gboolean
read_month_name (Reading *self)
{
  static const char *const names[] = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  };
  const gsize left = self->end - self->at;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gsize whole = strlen (names[i]);

      if (left < 3 || g_ascii_strncasecmp (self->at, names[i], 3) != 0)
        continue;
      self->at += left >= whole && g_ascii_strncasecmp (self->at, names[i], whole) == 0 ? whole : 3;
      self->month = (int) i + 1;
      self->has_month = TRUE;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_conversion (Reading *self,
                 char     conversion)
{
  int number;

  switch (conversion)
    {
    case 'Y':
      return self->has_year = read_number (self, 4, 0, 9999, &self->year);
    case 'y':
      /* POSIX: 69 to 99 are of the 20th century. */
      self->has_year = read_number (self, 2, 0, 99, &self->year);
      self->year += self->year >= 69 ? 1900 : 2000;
      return self->has_year;
    case 'm':
      return self->has_month = read_number (self, 2, 1, 12, &self->month);
    case 'd':
    case 'e':
      return self->has_day = read_number (self, 2, 1, 31, &self->day);
    case 'b':
    case 'B':
    case 'h':
      return read_month_name (self);
    case 'H':
      return read_number (self, 2, 0, 24, &number);
    case 'M':
      return read_number (self, 2, 0, 59, &number);
    case 'S':
      return read_number (self, 2, 0, 60, &number);
    case '%':
      return self->at < self->end && *self->at++ == '%';
    default:
      return FALSE;
    }
}

/**
 * tb_date_format_parse:
 * @format: with conversions of strptime()
 * @text: (array length=length): a cell
 * @length: in bytes
 * @out_date: (out): the date, ISO 8601: as much of it as the format has
 *
 * Thread: any.
 *
 * Returns: whether the whole text is spelled so
 */
gboolean
tb_date_format_parse (const char *format,
                      const char *text,
                      gsize       length,
                      char        out_date[TB_DATE_FORMAT_LENGTH])
{
  Reading self = { .at = text, .end = text + length };

  for (; *format != '\0'; format++)
    {
      if (*format == '%' && format[1] != '\0')
        {
          if (!read_conversion (&self, *++format))
            return FALSE;
        }
      else if (self.at >= self.end || *self.at++ != *format)
        return FALSE;
    }
  if (self.at != self.end || !self.has_year || (self.has_day && !self.has_month))
    return FALSE;

  if (self.has_day)
    g_snprintf (out_date, TB_DATE_FORMAT_LENGTH, "%04d-%02d-%02d", self.year, self.month, self.day);
  else if (self.has_month)
    g_snprintf (out_date, TB_DATE_FORMAT_LENGTH, "%04d-%02d", self.year, self.month);
  else
    g_snprintf (out_date, TB_DATE_FORMAT_LENGTH, "%04d", self.year);
  return TRUE;
}
