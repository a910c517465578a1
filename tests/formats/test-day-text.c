/* Days as files spell the time of their last update.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-day-text.h"

/* Sources: ES is ECMA-262, section 21.4.1.32 (Date Time String Format), PX the keyword LAST-UPDATED of the PC-Axis
 * file format, seen: a form of formats.md, section 1. */
static const struct
{
  const char *source;
  const char *text;
  const char *day;  /* NULL: none, or not in one way only */
} rows[] = {
  { "ES", "2016-06-22", "2016-06-22" },
  { "ES", "2016-06-22T23:59:59.999Z", "2016-06-22" },
  { "the day as written, no zone applied", "2024-11-18T00:30:00+0100", "2024-11-18" },
  { "seen", "2016-04-03T10:24:06Z", "2016-04-03" },
  { "seen: spaces in the time", "2024-01-12T05: 52: 00Z", "2024-01-12" },
  { "a space in front", " 2016-06-22", "2016-06-22" },
  { "PX", "20230525 16:13", "2023-05-25" },
  { "PX without a time", "20230525", "2023-05-25" },
  { "RFC 2822", "Wed, 22 Jun 2016 10:00:00 +0200", "2016-06-22" },
  { "Date.prototype.toString", "Wed Jun 22 2016 10:00:00 GMT+0200", "2016-06-22" },
  { "words", "June 22, 2016", "2016-06-22" },
  { "words", "22 june 2016 16:39", "2016-06-22" },
  { "seen: the same either way", "08/08/2014 16:39:07", "2014-08-08" },
  { "day first, as there are twelve months", "22/06/2016", "2016-06-22" },
  { "month first, likewise", "06/22/2016", "2016-06-22" },
  { "either way", "03/04/2016", NULL },
  { "neither way", "13/14/2016", NULL },
  { "no such day", "2015-02-29", NULL },
  { "no such day", "20150230", NULL },
  { "no such month", "2015-13-01", NULL },
  { "a leap day", "2016-02-29", "2016-02-29" },
  { "a month", "2016-06", NULL },
  { "a year", "2016", NULL },
  { "a time", "10:24", NULL },
  { "no day", "VALUE_HAS_BEEN_REPLACED", NULL },
  { "nothing", "", NULL },
  { "too large", "99999999999-01-01", NULL },
  { "no month of that name", "22 Foo 2016", NULL },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbDay day = 0;
      gboolean is_day = tb_day_text_parse (rows[i].text, &day);
      g_autofree char *found = is_day ? tb_day_to_string (day) : NULL;

      if (g_strcmp0 (found, rows[i].day) != 0)
        g_error ("%s: \"%s\" is %s", rows[i].source, rows[i].text, found);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/day-text/rows", test_rows);

  return g_test_run ();
}
